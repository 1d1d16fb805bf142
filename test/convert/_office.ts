import { strToU8, zipSync } from 'fflate';
import { importDocument, type ImportResult } from '../../src/convert/import/index.js';

/* Office files made in the test, from the XML of their parts. */

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ');

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly header?: string;
  /** `<Relationship …/>` of the document. */
  readonly links?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`;

/** A relationship to something outside the file. */
export const linkTo = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}" TargetMode="External"/>`;

/** The bytes of a Word file. */
export function wordFile({ body, links = '', files = {}, ...parts }: WordParts): Uint8Array {
  const roots = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    comments: 'comments',
    commentsExtended: 'commentsEx',
    header: 'hdr',
  };
  const named = Object.entries(roots).filter(([name]) => parts[name as keyof typeof parts] !== undefined);
  const relations = named.map(([name]) => `<Relationship Id="${name}" Type="${RELATIONSHIPS}/${name}" Target="${name}.xml"/>`).join('');
  const content: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}${links}</Relationships>`,
    ...files,
  };
  for (const [name, root] of named) {
    const xml = parts[name as keyof typeof parts]!;
    content[`word/${name}.xml`] = name === 'commentsExtended' ? `<w15:commentsEx ${NAMESPACES}>${xml}</w15:commentsEx>` : part(root, xml);
  }
  return zipSync(Object.fromEntries(Object.entries(content).map(([name, text]) => [name, strToU8(text)])));
}

/** A picture in a paragraph, by the relationship of its file. */
export const picture = (relationship: string, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic><a:graphicData><a:blip r:embed="${relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A relationship to a picture inside the file. */
export const pictureAt = (id: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/image" Target="${target}"/>`;

export const readWord = (parts: WordParts | string): Promise<ImportResult> =>
  importDocument(wordFile(typeof parts === 'string' ? { body: parts } : parts), 'file.docx');

/** A run; `properties` are the elements of its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of text, or of runs where it begins with an element; `properties` are the elements of its `w:pPr`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

export const styled = (style: string, text: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`);
export const item = (text: string, list = 1, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A table of cells, each text or whole paragraphs. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`)).join('')}</w:tr>`).join('')}</w:tbl>`;

/** List 1 has bullets, of a symbol font; list 2 numbers, with compound ones below. */
export const LISTS = `
<w:abstractNum w:abstractNumId="1">${[0, 1, 2]
  .map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>`,
  )
  .join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
