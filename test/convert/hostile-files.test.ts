import assert from 'node:assert/strict';
import { zlibSync, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { importDocument, type ImportError, type ImportResult } from '../../src/convert/import/index.js';
import { promised, tried } from '../promises.js';
import { linkTo, paragraph, wordFile } from './_office.js';
import { pdf, type Page } from './pdf-files.js';

/*
 * Files that are made to fill the memory, to run without end or to reach other files. Each is read, or refused with words that say what is wrong;
 * none throws anything else.
 */

const PROMISE = 'hostile Word, Excel, OpenDocument and PDF files are read or refused';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (list: string): Uint8Array =>
  strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`);

interface SheetParts {
  readonly sheet: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly links?: string;
}

function workbook({ sheet, styles = '', strings = '', links = '' }: SheetParts): Uint8Array {
  const root = (name: string, content: string): Uint8Array =>
    strToU8(`<${name} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}">${content}</${name}>`);
  const part = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relationships(part('1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': root('workbook', '<sheets><sheet name="Plan" sheetId="1" r:id="1"/></sheets>'),
    'xl/_rels/workbook.xml.rels': relationships(
      `${part('1', 'worksheet', 'worksheets/sheet1.xml')}${part('2', 'styles', 'styles.xml')}${part('3', 'sharedStrings', 'sharedStrings.xml')}${links}`,
    ),
    'xl/worksheets/sheet1.xml': root('worksheet', sheet),
    'xl/styles.xml': root('styleSheet', styles),
    'xl/sharedStrings.xml': root('sst', strings),
  };
  return zipSync(files);
}

const cell = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const ROWS = `<row r="1">${cell('A1', 'Action')}${cell('B1', 'Lead')}</row><row r="2">${cell('A2', 'Train staff')}${cell('B2', 'Head')}</row>`;

function openDocumentText(body: string, styles = '', name = 'text'): Uint8Array {
  const namespaces = ['office', 'text', 'table', 'style', 'draw']
    .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix === 'draw' ? 'drawing' : prefix}:1.0"`)
    .join(' ');
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${name}`), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}

const page = (entries = '', raw = ''): Page => ({ texts: [{ text: 'Our actions', x: 50, y: 50 }], entries, raw });
const stream = (content: Uint8Array, entries: string): string =>
  `<</Length ${content.length} ${entries}>>\nstream\n${[...content].map((code) => String.fromCharCode(code)).join('')}\nendstream`;

/** A PDF whose objects are given as they are, with a table of where they stand. */
function rawPdf(objects: Readonly<Record<number, string>>): Uint8Array {
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [number, content] of Object.entries(objects)) {
    places.push(text.length);
    text += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${Object.keys(objects)
    .map((number, index) => `${number} 1\n${String(places[index]).padStart(10, '0')} 00000 n \n`)
    .join('')}trailer\n<</Root 1 0 R /Size 1000>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

const CONTENT = '<</Length 44>>\nstream\nBT /F1 12 Tf 50 700 Td (Our actions) Tj ET     \nendstream';
const FONT = '<</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>';

const nested = (count: number): string =>
  `${'<w:sdt><w:sdtContent>'.repeat(count)}${paragraph('Text.')}${'</w:sdtContent></w:sdt>'.repeat(count)}`;
const table = (content: string): string => `<w:tbl><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`;

/** What the file is, its bytes and name, and what becomes of it: words that must be in the text, or the code with which it is refused; null where either is right. */
const FILES: readonly (readonly [says: string, name: string, bytes: () => Uint8Array, becomes: RegExp | ImportError['code'] | null])[] = [
  // Zips
  [
    'names that lead out of the folder',
    'a.docx',
    () => wordFile({ body: paragraph('Text.'), files: { '../../../evil.md': 'x', '/etc/evil': 'x', 'C:\\evil': 'x' } }),
    /Text\./,
  ],
  [
    'a zip within a zip within a zip',
    'a.docx',
    () => zipSync({ 'word/document.xml': [zipSync({ 'a.zip': zipSync({ 'b.xml': strToU8('x') }) }), { level: 0 }] }),
    'damaged',
  ],
  [
    'a picture that unpacks to 20 MB',
    'a.docx',
    () =>
      zipSync({
        ...unpacked(wordFile({ body: paragraph('Text.') })),
        'word/media/image1.png': [new Uint8Array(20_000_000), { level: 1 }],
      }),
    /Text\./,
  ],
  [
    'styles that unpack to 42 MB',
    'a.docx',
    () =>
      zipSync({
        ...unpacked(wordFile({ body: paragraph('Text.'), styles: '' })),
        'word/styles.xml': [new Uint8Array(42_000_000).fill(32), { level: 1 }],
      }),
    'too-large',
  ],
  // XML
  [
    'entities that multiply',
    'a.docx',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': strToU8(
          `<!DOCTYPE x [${Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('')}]><x>&e12;</x>`,
        ),
      }),
    'unsafe-xml',
  ],
  [
    'entities in a workbook',
    'a.xlsx',
    () => zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>') }),
    'unsafe-xml',
  ],
  [
    'entities in OpenDocument',
    'a.odt',
    () =>
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
        'content.xml': strToU8('<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1/">]><x>&e;</x>'),
      }),
    'unsafe-xml',
  ],
  ['100,000 levels', 'a.docx', () => wordFile({ body: nested(100_000) }), 'too-large'],
  [
    '100,000 levels of OpenDocument',
    'a.odt',
    () => openDocumentText(`${'<text:section>'.repeat(100_000)}${'</text:section>'.repeat(100_000)}`),
    'too-large',
  ],
  [
    '100 tables, each in the one before',
    'a.docx',
    () =>
      wordFile({ body: Array.from({ length: 100 }).reduce((inner: string) => table(`${inner}${paragraph('Text.')}`), paragraph('Text.')) }),
    null,
  ],
  [
    'a name of an element that is 1 MB long',
    'a.docx',
    () => wordFile({ body: `<w:${'a'.repeat(1_000_000)}/>${paragraph('Text.')}` }),
    /Text\./,
  ],
  [
    '20,000 attributes',
    'a.docx',
    () => wordFile({ body: `<w:p ${Array.from({ length: 20_000 }, (_, index) => `w:a${index}="x"`).join(' ')}/>${paragraph('Text.')}` }),
    /Text\./,
  ],
  // Word
  [
    'styles that are based on each other',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.', '<w:pStyle w:val="A"/>'),
        styles:
          '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
      }),
    /Text\./,
  ],
  [
    'a chain of 20,000 styles',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.', '<w:pStyle w:val="s0"/>'),
        styles: Array.from(
          { length: 20_000 },
          (_, index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
        ).join(''),
      }),
    /Text\./,
  ],
  [
    'lists that are their own',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.', '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        styles: '<w:style w:type="numbering" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      }),
    /Text\./,
  ],
  [
    'a list that begins at a billion',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      }),
    /Text\./,
  ],
  [
    'letters of a list that are a billion long',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      }),
    /Text\./,
  ],
  [
    'cells over a billion columns',
    'a.docx',
    () =>
      wordFile({
        body: `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('One.')}</w:tc></w:tr><w:tr><w:tc>${paragraph('Two.')}</w:tc><w:tc>${paragraph('Three.')}</w:tc></w:tr></w:tbl>`,
      }),
    /Two\./,
  ],
  [
    'a footnote that has its own mark in it',
    'a.docx',
    () =>
      wordFile({
        body: `<w:p><w:r><w:t>Text.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
        footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>Note.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>',
      }),
    /Text\./,
  ],
  [
    'a part that is related to itself',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.'),
        links: `<Relationship Id="styles2" Type="${REL}/styles" Target="document.xml"/><Relationship Id="d" Type="${REL}/officeDocument" Target="document.xml"/>`,
      }),
    /Text\./,
  ],
  [
    'a template and a picture elsewhere',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.'),
        links:
          linkTo('t', 'attachedTemplate', 'file:///etc/passwd') +
          linkTo('i', 'image', 'http://127.0.0.1:1/x.png') +
          linkTo('o', 'oleObject', '\\\\host\\share\\x'),
      }),
    /Text\./,
  ],
  [
    'relationships that lead out of the file',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.'),
        links: `<Relationship Id="s" Type="${REL}/styles" Target="../../../../etc/passwd"/><Relationship Id="n" Type="${REL}/numbering" Target="/../../etc/passwd"/>`,
      }),
    /Text\./,
  ],
  [
    'fields that never end',
    'a.docx',
    () =>
      wordFile({
        body:
          paragraph(
            `${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'.repeat(5000)}<w:r><w:t>Text.</w:t></w:r>`,
          ) + paragraph('More.'),
      }),
    null,
  ],
  [
    'comments in reply to each other',
    'a.docx',
    () =>
      wordFile({
        body: paragraph('Text.'),
        comments:
          '<w:comment w:id="1"><w:p w14:paraId="1"><w:r><w:t>One</w:t></w:r></w:p></w:comment><w:comment w:id="2"><w:p w14:paraId="2"><w:r><w:t>Two</w:t></w:r></w:p></w:comment>',
        commentsExtended: '<w15:commentEx w15:paraId="1" w15:paraIdParent="2"/><w15:commentEx w15:paraId="2" w15:paraIdParent="1"/>',
      }),
    /Text\./,
  ],
  // Excel
  [
    'a sheet that says it has 16,384 columns and a million rows',
    'a.xlsx',
    () => workbook({ sheet: `<dimension ref="A1:XFD1048576"/><sheetData>${ROWS}</sheetData>` }),
    /Train staff/,
  ],
  [
    'a cell in the last row of the last column',
    'a.xlsx',
    () => workbook({ sheet: `<sheetData>${ROWS}<row r="1048576">${cell('XFD1048576', 'Far')}</row></sheetData>` }),
    /Train staff/,
  ],
  [
    'rows and cells at places that are none',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<sheetData>${ROWS}<row r="-5">${cell('A-5', 'Minus')}</row><row r="1e99">${cell('ZZZZZZ1', 'None')}</row><row r="x">${cell('', 'None')}</row></sheetData>`,
      }),
    /Train staff/,
  ],
  [
    'hidden columns from minus a billion on',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<cols><col min="-1000000000" max="1000000000" hidden="0"/><col min="-1000000000" max="0" hidden="1"/><col min="x" max="y" hidden="1"/></cols><sheetData>${ROWS}</sheetData>`,
      }),
    /Train staff/,
  ],
  [
    'one merge of all cells',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<sheetData>${ROWS}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="XFD1048576:A1"/><mergeCell ref="x"/></mergeCells>`,
      }),
    /Train staff/,
  ],
  [
    '10,000 merges of nearly all cells',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<sheetData>${ROWS}</sheetData><mergeCells>${Array.from({ length: 10_000 }, (_, at) => `<mergeCell ref="A${1 + ((at * 7919) % 9973)}:XFD${1_000_000 + ((at * 104_729) % 48_000)}"/>`).join('')}</mergeCells>`,
      }),
    /Train staff/,
  ],
  [
    'words and formats by numbers that are none',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<sheetData>${ROWS}<row r="3"><c r="A3" t="s"><v>999999999</v></c><c r="B3" t="s"><v>-1</v></c></row><row r="4"><c r="A4" s="999999999"><v>45000</v></c><c r="B4" s="-1"><v>1e308</v></c></row></sheetData>`,
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${'[h]:mm;@'.repeat(2000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
      }),
    /Train staff/,
  ],
  [
    'a day in a format of 100,000 characters',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<sheetData>${ROWS}<row r="3"><c r="A3" s="0"><v>45000</v></c><c r="B3" s="0"><v>-99999999999</v></c></row></sheetData>`,
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${'&quot;d'.repeat(25_000)}${'\\d['.repeat(15_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
      }),
    /Train staff/,
  ],
  [
    'a formula that asks a server',
    'a.xlsx',
    () =>
      workbook({
        sheet: `<sheetData>${ROWS}<row r="3"><c r="A3" t="str"><f>WEBSERVICE("http://127.0.0.1:1/")</f><v>kept</v></c></row></sheetData>`,
        links: `<Relationship Id="9" Type="${REL}/externalLink" Target="http://127.0.0.1:1/" TargetMode="External"/>`,
      }),
    /kept/,
  ],
  [
    'a workbook that is its own sheet',
    'a.xlsx',
    () =>
      zipSync({
        ...unpacked(workbook({ sheet: '' })),
        'xl/_rels/workbook.xml.rels': relationships(`<Relationship Id="1" Type="${REL}/worksheet" Target="workbook.xml"/>`),
      }),
    'no-text',
  ],
  // OpenDocument
  ['a billion spaces', 'a.odt', () => openDocumentText('<text:p>Text.<text:s text:c="1000000000"/>More.</text:p>'), /Text\./],
  [
    'a billion columns and rows',
    'a.odt',
    () =>
      openDocumentText(
        '<table:table><table:table-column table:number-columns-repeated="1000000000"/><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>Text.</text:p></table:table-cell></table:table-row></table:table>',
      ),
    /Text\./,
  ],
  [
    'a list that begins at a billion, in no style',
    'a.odt',
    () =>
      openDocumentText(
        '<text:list text:style-name="none"><text:list-item text:start-value="1000000000"><text:p>Text.</text:p></text:list-item></text:list>',
      ),
    /Text\./,
  ],
  [
    'styles whose parents are each other',
    'a.odt',
    () =>
      openDocumentText(
        '<text:p text:style-name="A">Text.</text:p>',
        '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>',
      ),
    /Text\./,
  ],
  [
    '200 lists, each in the one before',
    'a.odt',
    () =>
      openDocumentText(`${'<text:list><text:list-item>'.repeat(200)}<text:p>Text.</text:p>${'</text:list-item></text:list>'.repeat(200)}`),
    null,
  ],
  // PDF
  [
    'pages that hold themselves',
    'a.pdf',
    () =>
      rawPdf({
        1: '<</Type /Catalog /Pages 2 0 R>>',
        2: '<</Type /Pages /Kids [2 0 R 3 0 R] /Count 2>>',
        3: `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${FONT}>>`,
        4: CONTENT,
      }),
    null,
  ],
  [
    'a page that is its own parent',
    'a.pdf',
    () =>
      rawPdf({
        1: '<</Type /Catalog /Pages 2 0 R>>',
        2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
        3: `<</Type /Page /Parent 3 0 R /Contents 4 0 R /Resources ${FONT}>>`,
        4: CONTENT,
      }),
    null,
  ],
  [
    'a billion pages that are not there',
    'a.pdf',
    () =>
      rawPdf({
        1: '<</Type /Catalog /Pages 2 0 R>>',
        2: '<</Type /Pages /Kids [3 0 R] /Count 1000000000>>',
        3: `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${FONT}>>`,
        4: CONTENT,
      }),
    null,
  ],
  ['a reference to itself', 'a.pdf', () => rawPdf({ 1: '<</Type /Catalog /Pages 2 0 R>>', 2: '2 0 R' }), 'damaged'],
  [
    'a table of places that points at itself',
    'a.pdf',
    () =>
      strToU8(
        '%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /Size 2 /Prev 44>>\nstartxref\n44\n%%EOF',
      ),
    null,
  ],
  ['a page of a million points', 'a.pdf', () => pdf([page('/MediaBox [-1000000 -1000000 1000000 1000000] /UserUnit 75000')]), null],
  ['a page without a size', 'a.pdf', () => pdf([page('/MediaBox [0 0 0 0]')]), null],
  [
    'JavaScript, a launch and a file inside',
    'a.pdf',
    () =>
      pdf([page()], {
        catalog:
          '/OpenAction <</S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:1/"\\))>> /AA <</WC <</S /Launch /F (/bin/sh)>>>> /Names <</EmbeddedFiles <</Names [(a.exe) 100 0 R]>> /JavaScript <</Names [(j) 101 0 R]>>>>',
        objects: {
          100: '<</Type /Filespec /F (a.exe) /EF <</F 102 0 R>>>>',
          101: '<</S /JavaScript /JS (while\\(1\\);)>>',
          102: '<</Length 2 /Type /EmbeddedFile>>\nstream\nMZ\nendstream',
        },
      }),
    /Our actions/,
  ],
  [
    'a form that draws itself',
    'a.pdf',
    () =>
      pdf([page('/Resources <</XObject <</X 100 0 R>> /Font <</F1 3 0 R /F2 4 0 R>>>>', '/X Do')], {
        objects: {
          100: '<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 /Resources <</XObject <</X 100 0 R>>>>>>\nstream\n/X Do\nendstream',
        },
      }),
    null,
  ],
  [
    'a tree of tags that holds itself',
    'a.pdf',
    () =>
      pdf([page()], {
        catalog: '/MarkInfo <</Marked true>> /StructTreeRoot 100 0 R',
        objects: {
          100: '<</Type /StructTreeRoot /K 101 0 R>>',
          101: '<</Type /StructElem /S /Document /P 100 0 R /K [101 0 R 102 0 R]>>',
          102: '<</Type /StructElem /S /P /P 101 0 R /K [101 0 R]>>',
        },
      }),
    null,
  ],
  [
    'contents that unpack to 10 MB',
    'a.pdf',
    () =>
      pdf([page('/Contents 100 0 R')], {
        objects: { 100: stream(zlibSync(new Uint8Array(10_000_000).fill(32)), '/Filter /FlateDecode') },
      }),
    null,
  ],
  [
    'contents that say they are longer than the file',
    'a.pdf',
    () =>
      rawPdf({
        1: '<</Type /Catalog /Pages 2 0 R>>',
        2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
        3: `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${FONT}>>`,
        4: CONTENT.replace('44', '999999999'),
      }),
    null,
  ],
  ['100,000 brackets open', 'a.pdf', () => pdf([page('', `${'['.repeat(100_000)} TJ`)]), null],
  ['5,000 states that are never restored', 'a.pdf', () => pdf([page('', 'q '.repeat(5000))]), null],
  ['50,000 states that are never restored', 'a.pdf', () => pdf([page('', 'q '.repeat(50_000))]), 'too-large'],
  ['states without a blank between', 'a.pdf', () => pdf([page('', `q0Q${'q'.repeat(50_000)}`)]), 'too-large'],
  [
    'states that are never restored, packed',
    'a.pdf',
    () => {
      const packed = zlibSync(strToU8('q\n'.repeat(50_000)));
      return pdf([page('/Contents 100 0 R')], { objects: { 100: stream(packed, '/Filter /FlateDecode') } });
    },
    'too-large',
  ],
  ['50,000 states that are restored', 'a.pdf', () => pdf([page('', 'q Q '.repeat(50_000))]), /Our actions/],
  ['the letter q 20,000 times in texts', 'a.pdf', () => pdf([page('', `BT ${'(\\(q q) Tj '.repeat(10_000)} ET`)]), null],
  [
    'figures that are none',
    'a.pdf',
    () =>
      pdf([
        page(
          '',
          'BT /F1 1e308 Tf 1e308 Tz 99999999999999999999 -99999999999999999999 Td (Text) Tj ET 0 0 0 0 0 0 cm 1e999 w 0 0 1e30 1e30 re f',
        ),
      ]),
    null,
  ],
];

function unpacked(bytes: Uint8Array): Zippable {
  return unzipSync(bytes);
}

describe('hostile files', function () {
  this.timeout(120_000);
  promised(PROMISE);
  for (const [says, name, bytes, becomes] of FILES) {
    it(`${name.slice(2)}: ${says}`, async () => {
      let result: ImportResult | null = null;
      try {
        result = await importDocument(bytes(), name);
      } catch (error) {
        // By its name: mocha and the readers may have loaded the class apart.
        const { name: type, code, message } = error as ImportError;
        assert.equal(type, 'ImportError', `${String(error)}\n${(error as Error).stack}`);
        assert.match(message, /^[A-Z][^\n]+[;,] [^\n]+\.$/);
        if (becomes !== null) assert.equal(code, becomes);
      }
      if (result) {
        assert.ok(becomes === null || becomes instanceof RegExp, 'it is refused');
        if (becomes) assert.match(result.markdown, becomes);
        assert.ok(result.markdown.length < 5_000_000);
        assert.doesNotMatch(result.markdown, /root:|passwd|while\(1\)|launchURL/);
      }
      tried(PROMISE);
    });
  }
});
