import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { importDocument } from '../../src/convert/import/index.js';

const ODT_SPACES = ['office', 'style', 'text', 'table', 'drawing']
  .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"', 'xmlns:xlink="http://www.w3.org/1999/xlink"')
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')
  .concat('xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"')
  .join(' ');

const odt = (text: string, styles = '', files: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    ...files,
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${ODT_SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
  });

describe('importing OpenDocument', () => {
  const markdownOf = async (text: string, styles?: string): Promise<string> => (await importDocument(odt(text, styles), 'a.odt')).markdown;
  const cases: readonly (readonly [says: string, text: string, markdown: string, styles?: string])[] = [
    [
      'headings',
      '<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Two</text:h><text:p>Text.</text:p>',
      '# One\n\n## Two\n\nText.\n',
    ],
    ['the title', '<text:p text:style-name="Title">The plan</text:p><text:h text:outline-level="1">One</text:h>', '# The plan\n\n## One\n'],
    [
      'lists and lists inside them',
      '<text:list text:style-name="L"><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p></text:list-item></text:list></text:list-item></text:list>',
      '1. One\n   - Two\n',
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2"/></text:list-style>',
    ],
    [
      'items of several paragraphs',
      '<text:list><text:list-item><text:p>One</text:p><text:p>More of one.</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list><text:p>After.</text:p>',
      '- One\n\n  More of one.\n- Two\n\nAfter.\n',
    ],
    [
      'bold words and spaces that are elements',
      '<text:p>A<text:s text:c="2"/><text:span text:style-name="B">bold</text:span><text:tab/>word</text:p>',
      'A **bold** word\n',
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
    ],
    [
      'tables with merged cells',
      '<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>',
      '| A | B |\n| --- | --- |\n| 1 | 2 |\n| | 3 |\n',
    ],
    [
      'footnotes, but no table of contents and no hidden section',
      '<text:table-of-content><text:index-body><text:p>One 2</text:p></text:index-body></text:table-of-content><text:p>Text.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:section text:display="none"><text:p>Hidden.</text:p></text:section>',
      'Text.[^1]\n\n[^1]: A note.\n',
    ],
    ['placeholders', '<text:p>Reader: <text:placeholder>&lt;name&gt;</text:placeholder></text:p>', 'Reader: [name]\n'],
    [
      'headings that came from Word as paragraphs, by their styles',
      '<text:p text:style-name="Heading_20_1">The plan</text:p><text:p text:style-name="P1">One</text:p><text:p text:style-name="Table_20_Heading">Text.</text:p><text:p text:style-name="Part">Two</text:p>',
      '# The plan\n\n## One\n\nText.\n\n### Two\n',
      '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/><style:style style:name="Part" style:family="paragraph" style:default-outline-level="3"/>',
    ],
    [
      'fields of Word that nobody filled in, but not the codes of its fields',
      '<text:p>Reader: <text:text-input>Click or tap here to enter text.</text:text-input></text:p><text:p>On <loext:content-control loext:showing-place-holder="true">Day of the meeting</loext:content-control>, by <loext:content-control>Ann</loext:content-control></text:p><text:p><text:text-input>TOC \\h \\o "1-3"</text:text-input></text:p>',
      'Reader: [Click or tap here to enter text]\n\nOn [Day of the meeting], by Ann\n',
    ],
    [
      'text boxes, shapes with sentences and what is in a group',
      '<text:p>Before.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p><text:p>After.<draw:g><draw:custom-shape><text:p>The parent carer forum meets each month, in the town hall.</text:p><draw:enhanced-geometry/></draw:custom-shape></draw:g></text:p>',
      'Before.\n\nIn a box.\n\nAfter.\n\nThe parent carer forum meets each month, in the town hall.\n',
    ],
  ];
  for (const [says, text, markdown, styles] of cases) {
    it(`reads ${says}`, async () => assert.equal(await markdownOf(text, styles), markdown));
  }

  it('counts tracked changes and lists comments with the words that they stand on', async () => {
    const { markdown, changes, comments } = await importDocument(
      odt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Within <office:annotation office:name="a"><dc:creator>Ann</dc:creator><text:p>Check.</text:p></office:annotation>three<office:annotation-end office:name="a"/> years.</text:p>',
      ),
      'a.odt',
    );
    assert.equal(markdown, 'Within three years.\n');
    assert.deepEqual(changes, { insertions: 0, deletions: 1, moves: 0 });
    assert.deepEqual(comments, [{ author: 'Ann', text: 'Check.', on: 'three', where: 'paragraph 1' }]);
  });

  it('keeps the words of comments on the same words apart', async () => {
    const comment = (name: string): string =>
      `<office:annotation office:name="${name}"><dc:creator>${name}</dc:creator><text:p>Check ${name}.</text:p></office:annotation>`;
    const { comments } = await importDocument(
      odt(
        `<text:p>Within ${comment('a')}${comment('b')}three<office:annotation-end office:name="b"/> years<office:annotation-end office:name="a"/>.</text:p>`,
      ),
      'a.odt',
    );
    assert.deepEqual(
      comments.map(({ on }) => on),
      ['three years', 'three'],
    );
  });

  describe('pictures', () => {
    const PICTURE = { 'Pictures/1.png': new Uint8Array([1]) };
    const frame = (inside: string, more = ''): string => `<draw:frame text:anchor-type="as-char" ${more}>${inside}</draw:frame>`;
    const image = (href: string): string => `<draw:image xlink:href="${href}"/>`;
    const read = async (text: string): Promise<{ markdown: string; codes: string[]; pictures: number }> => {
      const { markdown, warnings, pictures = [] } = await importDocument(odt(text, '', PICTURE), 'a.odt');
      return { markdown, codes: warnings.map(({ code }) => code).filter((code) => code !== 'no-headings'), pictures: pictures.length };
    };
    const described = '<svg:title>Chart</svg:title><svg:desc>Waits fell</svg:desc>';

    const cases: readonly (readonly [says: string, text: string, markdown: string, codes: readonly string[], pictures: number])[] = [
      ['with its description', frame(image('Pictures/1.png') + described), '![Waits fell](1.png)', [], 1],
      ['without one', frame(image('./Pictures/1.png')), '![](1.png)', ['image-without-alt'], 1],
      [
        'in a link',
        `<draw:a xlink:href="https://www.gov.uk/">${frame(image('Pictures/1.png') + described)}</draw:a>`,
        '![Waits fell](1.png)',
        [],
        1,
      ],
      ['that only decorates', frame(image('Pictures/1.png'), 'loext:decorative="true"'), 'Text.', [], 0],
      ['kept elsewhere', frame(image('https://example.org/1.png') + described), '![Waits fell]()', ['external-content'], 0],
      ['in two forms', frame(image('Pictures/1.svm') + image('Pictures/1.png') + described), '![Waits fell](1.png)', [], 1],
      [
        'of a chart',
        frame(`<draw:object xlink:href="./Object 1"/>${image('./ObjectReplacements/Object 1')}${described}`),
        '![Waits fell]()',
        ['embedded-object'],
        0,
      ],
      [
        'of a diagram',
        `<draw:g><svg:desc>The way to a plan</svg:desc><draw:rect><text:p>Referral</text:p></draw:rect><draw:rect><text:p>Review</text:p></draw:rect></draw:g>`,
        '![The way to a plan]()',
        ['drawing-text'],
        0,
      ],
      [
        'of a shape that has no words',
        '<draw:custom-shape><svg:desc>An arrow from need to plan</svg:desc><text:p/></draw:custom-shape>',
        '![An arrow from need to plan]()',
        [],
        0,
      ],
      [
        'in letters that are drawn',
        '<draw:custom-shape><text:p>DRAFT</text:p><draw:enhanced-geometry draw:text-path="true"/></draw:custom-shape>',
        'Text.',
        ['drawing-text'],
        0,
      ],
    ];
    for (const [says, text, markdown, codes, pictures] of cases) {
      it(`reads one ${says}`, async () =>
        assert.deepEqual(
          await read(`<text:p>${text}</text:p>${markdown === 'Text.' ? '<text:p>Text.</text:p>' : '<text:p>Below.</text:p>'}`),
          {
            markdown: markdown === 'Text.' ? 'Text.\n' : `${markdown}\n\nBelow.\n`,
            codes,
            pictures,
          },
        ));
    }

    it('reads one with the line below it in a box of its own', async () => {
      const { markdown, codes, pictures } = await read(
        `<text:p>Before.<draw:frame><draw:text-box><text:p><draw:frame text:anchor-type="paragraph">${image('Pictures/1.png')}${described}</draw:frame>Figure 1: Waits</text:p></draw:text-box></draw:frame></text:p>`,
      );
      assert.deepEqual(
        { lines: markdown.split(/\n+/), codes, pictures },
        { lines: ['Before.', '![Waits fell](1.png)\\', 'Figure 1: Waits', ''], codes: ['text-box'], pictures: 1 },
      );
    });
  });
});

describe('importing web pages', () => {
  const read = (html: string | Uint8Array): ReturnType<typeof importDocument> =>
    importDocument(typeof html === 'string' ? strToU8(html) : html, 'a.html');
  const cases: readonly (readonly [says: string, html: string, markdown: string])[] = [
    [
      'the main part only',
      `<html><body><nav><a href="/">Home</a></nav><main><h1>The plan</h1><p>${'We will act. '.repeat(20)}</p></main><footer>Cookies</footer></body></html>`,
      `# The plan\n\n${'We will act. '.repeat(20).trim()}\n`,
    ],
    [
      'lists inside items and beside them',
      '<ul><li>One<ol><li>Two</li></ol></li><ul><li>Three</li></ul></ul>',
      '- One\n  1. Two\n  - Three\n',
    ],
    [
      'tables with cells over several rows',
      '<table><tr><th>A</th><th>B</th></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | 2 |\n| | 3 |\n',
    ],
    [
      'no scripts, no hidden text and no links to scripts',
      '<p>Text <script>x()</script><span style="display:none">hidden</span><a href="javascript:x()">here</a> &amp; <a href="https://www.gov.uk/">there</a>.</p>',
      'Text here & [there](https://www.gov.uk/).\n',
    ],
    [
      'lists of Word',
      `<p class=MsoTitle>The plan</p><h1>One</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>First</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Second</p>`,
      '# The plan\n\n## One\n\n- First\n  - Second\n',
    ],
    [
      'lists of Word without its own styles',
      `<p class=MsoListParagraph style='margin-left:36pt;text-indent:-18pt'><span style='font-family:Symbol'>·<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span>First</p><p class=MsoListParagraph><span style='font-family:Symbol'>·&nbsp;&nbsp;</span>Second</p>`,
      '- First\n- Second\n',
    ],
    [
      'notes of Word',
      `<p>Text.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> A note.</p></div></div>`,
      'Text.[^1]\n\n[^1]: A note.\n',
    ],
    [
      'links without the detour of a mail program, and headings by what they are said to be',
      '<p role=heading aria-level=2>The offer</p><p>See <a href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.gov.uk%2Fsend%3Fa%3Db&amp;data=05%7Csomebody%40council.gov.uk&amp;reserved=0">this</a>, <a href="https://www.google.com/url?q=https://www.gov.uk/&amp;sa=D">that</a> and <a href="https://www.google.com/search?q=https://x">a search</a>.</p>',
      '# The offer\n\nSee [this](https://www.gov.uk/send?a=b), [that](https://www.gov.uk/) and [a search](https://www.google.com/search?q=https://x).\n',
    ],
    [
      'pictures by their description',
      '<p>Text.</p><p><img src="a/map.png" alt="A map"><img src="x.png" alt=""></p>',
      'Text.\n\n![A map](a/map.png)\n',
    ],
  ];
  for (const [says, html, markdown] of cases) {
    it(`reads ${says}`, async () => assert.equal((await read(html)).markdown, markdown));
  }

  it('reads letters by what a page says, and by what they can be', async () => {
    const page = (meta: string): Uint8Array =>
      Uint8Array.from([...`<html>${meta}<p>Children`].map((letter) => letter.charCodeAt(0)).concat(0x92, 0x73));
    assert.equal((await read(page('<meta charset=windows-1252>'))).markdown, 'Children’s\n');
    assert.equal((await read(page(''))).markdown, 'Children’s\n');
    assert.equal((await read('<p>Children’s')).markdown, 'Children’s\n');
  });

  it('reads or refuses elements inside each other by the thousand', async () => {
    assert.match((await read(`<p>Text.</p>${'<div>'.repeat(300)}deep`)).markdown, /^Text\.\n\ndeep/);
    await assert.rejects(read(`<p>Text.</p>${'<div>'.repeat(20_000)}deep`), { name: 'ImportError', code: 'too-large' });
  });
});

const X =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
  );

function workbook(rows: string, { columns = '', after = '', sheets = '' } = {}): Uint8Array {
  return zipSync({
    '_rels/.rels': relations([['1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': strToU8(`<workbook ${X}><sheets><sheet name="Tracker" r:id="1"/>${sheets}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': relations([
      ['1', 'worksheet', 'worksheets/sheet1.xml'],
      ['2', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': strToU8(
      `<styleSheet ${X}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;d&quot;&#xA3;#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${X}>${columns}<sheetData>${rows}</sheetData>${after}</worksheet>`),
  });
}

const words = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (reference: string, value: number, style = 0): string => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;

describe('importing workbooks', () => {
  const HEADER = `<row r="1">${words('A1', 'The tracker')}</row><row r="3">${words('A3', 'Action')}${words('B3', 'Due')}${words('C3', 'Target')}${words('D3', 'Cost')}</row>`;
  const ROW = `<row r="4">${words('A4', 'Act')}${number('B4', 46477, 1)}${number('C4', 0.95, 2)}${number('D4', 12000, 3)}</row>`;

  it('reads the title, the names of the columns, days, shares and sums', async () => {
    const { markdown } = await importDocument(workbook(HEADER + ROW), 'a.xlsx');
    assert.equal(
      markdown,
      '# The tracker\n\n| Action | Due | Target | Cost |\n| --- | --- | --- | --- |\n| Act | 31 March 2027 | 95% | £12,000 |\n',
    );
  });

  it('leaves out what is hidden, and says so', async () => {
    const { markdown, warnings } = await importDocument(
      workbook(HEADER + ROW + `<row r="5" hidden="1">${words('A5', 'Secret')}</row>`, {
        columns: '<cols><col min="4" max="4" hidden="1"/></cols>',
        sheets: '<sheet name="Lists" state="hidden" r:id="9"/>',
      }),
      'a.xlsx',
    );
    assert.doesNotMatch(markdown, /Secret|12,000|Cost/);
    assert.equal(warnings.filter(({ code }) => code === 'hidden-content').length, 3);
  });

  it('keeps rows that only a filter hides', async () => {
    const { markdown } = await importDocument(
      workbook(HEADER + ROW.replace('<row r="4">', '<row r="4" hidden="1">'), {
        after: '<autoFilter ref="A3:D4"><filterColumn colId="0"/></autoFilter>',
      }),
      'a.xlsx',
    );
    assert.match(markdown, /\| Act \|/);
  });
});
