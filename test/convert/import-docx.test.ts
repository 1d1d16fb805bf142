import assert from 'node:assert/strict';
import fc from 'fast-check';
import { item, linkTo, LISTS, paragraph, readWord, run, styled, table, type WordParts } from './_office.js';

const BOLD = '<w:b/>';
const size = (points: number): string => `<w:sz w:val="${points * 2}"/>`;
const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const H1 = '# Area SEND inspection of Draftham Local Area Partnership\n\n';
const title = styled('Heading1', 'Area SEND inspection of Draftham Local Area Partnership');
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

interface Case {
  readonly says: string;
  readonly word: WordParts | string;
  readonly markdown: string;
}

const CASES: readonly Case[] = [
  {
    says: 'headings by the names of their styles, whatever the ids',
    word: {
      body: `${styled('a', 'One')}${styled('b', 'Two')}${paragraph('Text.')}`,
      styles: style('a', 'Heading 1') + style('b', 'heading 2'),
    },
    markdown: '# One\n\n## Two\n\nText.\n',
  },
  {
    says: 'headings by what a style is based on',
    word: {
      body: `${styled('a', 'One')}${styled('b', 'Two')}`,
      styles: style('h', 'heading 2') + style('a', 'heading 1') + style('b', 'Council section', '<w:basedOn w:val="h"/>'),
    },
    markdown: '# One\n\n## Two\n',
  },
  {
    says: 'headings by outline level',
    word: `${paragraph('One', '<w:outlineLvl w:val="0"/>')}${paragraph('Two', '<w:outlineLvl w:val="1"/>')}`,
    markdown: '# One\n\n## Two\n',
  },
  {
    says: 'styles that are based on each other in a circle',
    word: { body: styled('a', 'Text.'), styles: style('a', 'A', '<w:basedOn w:val="b"/>') + style('b', 'B', '<w:basedOn w:val="a"/>') },
    markdown: 'Text.\n',
  },
  {
    says: 'the title above the first level of headings',
    word: `${styled('Title', 'The plan')}${styled('Heading1', 'One')}${styled('Heading2', 'Two')}`,
    markdown: '# The plan\n\n## One\n\n### Two\n',
  },
  {
    says: 'a title that is said again once',
    word: `${styled('Title', 'The plan')}${styled('Heading1', 'The plan')}${styled('Heading2', 'Two')}`,
    markdown: '# The plan\n\n## Two\n',
  },
  {
    says: 'headings numbered by Word without their numbers',
    word: {
      body: `${paragraph('One', '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')}${paragraph('Text.')}`,
      numbering: LISTS,
    },
    markdown: '# One\n\nText.\n',
  },
  {
    says: 'bullets of symbol fonts, and those inside others',
    word: { body: `${item('One')}${item('Two', 1, 1)}${item('Three')}`, numbering: LISTS },
    markdown: '- One\n  - Two\n- Three\n',
  },
  {
    says: 'numbers that start again',
    word: { body: `${item('One', 2)}${item('Two', 2)}${paragraph('Text.')}${item('Three', 3)}`, numbering: LISTS },
    markdown: '1. One\n2. Two\n\nText.\n\n1. Three\n',
  },
  {
    says: 'numbers of paragraphs that are made of several',
    word: { body: `${item('One', 2)}${item('Text of the first.', 2, 1)}${item('Text of the second.', 2, 1)}`, numbering: LISTS },
    markdown: '1. One\n\n1.1 Text of the first.\n\n1.2 Text of the second.\n',
  },
  {
    says: 'typed bullets',
    word: `${paragraph('• One')}${paragraph('-\tTwo')}${paragraph(`<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/><w:t>Three</w:t></w:r>`)}${paragraph('\uf0b7 Four')}`,
    markdown: '- One\n- Two\n- Three\n- Four\n',
  },
  { says: 'a dash that begins a sentence by itself', word: paragraph('– that is all.'), markdown: '– that is all.\n' },
  {
    says: 'typed numbers in a row, but no year',
    word: `${paragraph('1. One')}${paragraph('2. Two')}${paragraph('2026. A year.')}`,
    markdown: '1. One\n2. Two\n\n2026\\. A year.\n',
  },
  {
    says: 'items kept apart by line breaks',
    word: paragraph('<w:r><w:t>Leaders should:</w:t><w:br/><w:t>• act</w:t><w:br/><w:t>• report</w:t></w:r>'),
    markdown: 'Leaders should:\n\n- act\n- report\n',
  },
  {
    says: 'soft hyphens, hard spaces and tabs as what they are',
    word: paragraph(
      '<w:r><w:t>part</w:t><w:softHyphen/><w:t>ner\u00adship\u00a012</w:t><w:tab/><w:t>to\u200b</w:t><w:noBreakHyphen/><w:t>do</w:t></w:r>',
    ),
    markdown: 'partnership 12 to-do\n',
  },
  {
    says: 'bold words, with their marks where Markdown can close them',
    word: paragraph(`${run('Lead:', BOLD)}${run('Name')}${run(' and ', BOLD)}${run('more')}`),
    markdown: '**Lead**:Name **and** more\n',
  },
  {
    says: 'runs that are split inside words',
    word: paragraph(`${run('Of')}${run('sted')} ${run(' and', BOLD)}${run(' CQC', BOLD)}`),
    markdown: 'Ofsted **and CQC**\n',
  },
  {
    says: 'placeholders, ampersands and underscores without backslashes',
    word: paragraph('[insert name] of R&amp;D, see some_file_name [x]'),
    markdown: '[insert name] of R&D, see some_file_name [x]\n'.replace('[x]', '\\[x]'),
  },
  {
    says: 'links, but none to scripts and none inside the document',
    word: {
      body: paragraph(
        `<w:hyperlink r:id="a">${run('the report')}</w:hyperlink><w:hyperlink r:id="b">${run(', script')}</w:hyperlink><w:hyperlink w:anchor="x">${run(', place')}</w:hyperlink>`,
      ),
      links: linkTo('a', 'hyperlink', 'https://www.gov.uk/a') + linkTo('b', 'hyperlink', 'javascript:alert(1)'),
    },
    markdown: '[the report](https://www.gov.uk/a), script, place\n',
  },
  {
    says: 'an address that is its own link as text',
    word: {
      body: paragraph(`<w:hyperlink r:id="a">${run('www.draftham.gov.uk')}</w:hyperlink>`),
      links: linkTo('a', 'hyperlink', 'http://www.draftham.gov.uk/'),
    },
    markdown: 'www.draftham.gov.uk\n',
  },
  {
    says: 'the result of fields, but no page numbers',
    word: paragraph(`${field('REF a \\h', run('section 2'))}${run(' on page ')}${field('PAGEREF a', run('12'))}${field('PAGE', run('3'))}`),
    markdown: 'section 2 on page\n',
  },
  {
    says: 'no table of contents',
    word: `${title}${paragraph('Contents')}${paragraph(field('TOC \\o', run('One\t2')))}${styled('Heading2', 'One')}${paragraph('Text.')}`,
    markdown: `${H1}## One\n\nText.\n`,
  },
  {
    says: 'a table of contents over several paragraphs',
    word: `${title}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('One 2')}</w:p>${paragraph('Two 3')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>${styled('Heading2', 'One')}${paragraph('Text.')}`,
    markdown: `${H1}## One\n\nText.\n`,
  },
  {
    says: 'a table of contents that nothing ends',
    word: `${title}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('One 2')}</w:p>${styled('Heading2', 'One')}${paragraph('Text.')}`,
    markdown: `${H1}## One\n\nText.\n`,
  },
  {
    says: 'a typed table of contents',
    word: `${title}${paragraph('Contents')}${paragraph('One ........ 2')}${paragraph('Two ........ 3')}${paragraph('Three\t5')}${styled('Heading2', 'One')}${paragraph('Text.')}`,
    markdown: `${H1}## One\n\nText.\n`,
  },
  {
    says: 'the first row as the names of the columns',
    word: table([
      ['Action', 'Lead'],
      ['Act', 'Leader'],
    ]),
    markdown: '| Action | Lead |\n| --- | --- |\n| Act | Leader |\n',
  },
  {
    says: 'paragraphs, breaks and items in cells as lines',
    word: {
      body: table([
        ['A', 'B'],
        [`${paragraph('One')}${item('Two')}${item('Three', 1, 1)}`, paragraph('<w:r><w:t>Four</w:t><w:br/><w:t>Five | six</w:t></w:r>')],
      ]),
      numbering: LISTS,
    },
    markdown: '| A | B |\n| --- | --- |\n| One<br>• Two<br>• Three | Four<br>Five \\| six |\n',
  },
  {
    says: 'numbers that are the only content of a cell',
    word: {
      body: table([
        ['No.', 'Action'],
        [item('', 2), 'Act'],
        [item('', 2), 'Act again'],
      ]),
      numbering: LISTS,
    },
    markdown: '| No. | Action |\n| --- | --- |\n| 1. | Act |\n| 2. | Act again |\n',
  },
  {
    says: 'cells merged downwards and sideways',
    word: table([
      ['A', 'B', 'C'],
      [`<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('1')}</w:tc>`, '2', '3'],
      [
        `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}</w:tc>`,
        `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('4')}</w:tc>`,
      ],
    ]),
    markdown: '| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| | 4 | |\n',
  },
  {
    says: 'a table of one cell as what is in it',
    word: table([[`${styled('Heading1', 'One')}${paragraph('Text.')}`]]),
    markdown: '# One\n\nText.\n',
  },
  {
    says: 'a table inside a cell as lines',
    word: table([
      ['A', 'B'],
      [
        `${table([
          ['1', '2'],
          ['3', '4'],
        ])}${paragraph('')}`,
        'C',
      ],
    ]),
    markdown: '| A | B |\n| --- | --- |\n| 1 2<br>3 4 | C |\n',
  },
  {
    says: 'a row that is deleted not at all',
    word: `<w:tbl><w:tr><w:tc>${paragraph('A')}</w:tc><w:tc>${paragraph('B')}</w:tc></w:tr><w:tr><w:trPr><w:del w:author="x"/></w:trPr><w:tc>${paragraph('C')}</w:tc><w:tc>${paragraph('D')}</w:tc></w:tr><w:tr><w:tc>${paragraph('E')}</w:tc><w:tc>${paragraph('F')}</w:tc></w:tr></w:tbl>`,
    markdown: '| A | B |\n| --- | --- |\n| E | F |\n',
  },
  {
    says: 'a text box once, after its paragraph',
    word: paragraph(
      `${run('Text.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr descr=""/><wps:wsp><wps:txbx><w:txbxContent>${paragraph('In a box.')}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('In a box.')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    markdown: 'Text.\n\nIn a box.\n',
  },
  {
    says: 'prompts that are not filled in in square brackets',
    word: paragraph(
      `${run('Reader: ')}<w:sdt><w:sdtPr><w:alias w:val="Reader"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here to enter text.')}</w:sdtContent></w:sdt>`,
    ),
    markdown: 'Reader: [Click here to enter text]\n',
  },
  {
    says: 'old form fields',
    word: paragraph(
      `${run('Ready: ')}<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    markdown: 'Ready: ☒\n',
  },
  {
    says: 'footnotes',
    word: {
      body: paragraph(`${run('Text.')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: `<w:footnote w:id="2">${paragraph('A note.')}</w:footnote>`,
    },
    markdown: 'Text.[^1]\n\n[^1]: A note.\n',
  },
  { says: 'no heads of pages', word: { body: paragraph('Text.'), header: paragraph('Running title') }, markdown: 'Text.\n' },
  {
    says: 'the description of a picture',
    word: paragraph('<w:r><w:drawing><wp:inline><wp:docPr descr="A chart"/><a:blip r:embed="x"/></wp:inline></w:drawing></w:r>'),
    markdown: '![A chart]()\n',
  },
  {
    says: 'no hidden and no white text',
    word: paragraph(`${run('Seen')}${run(' hidden', '<w:vanish/>')}${run(' white', '<w:color w:val="FFFFFF"/>')}${run('.')}`),
    markdown: 'Seen.\n',
  },
  {
    says: 'a drop cap with its word',
    word: `${paragraph('O', '<w:framePr w:dropCap="drop"/>')}${paragraph('nce more.')}`,
    markdown: 'Once more.\n',
  },
  {
    says: 'files whose prefixes are their own',
    word: `<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>Strict.</x:t></x:r></x:p>`,
    markdown: 'Strict.\n',
  },
  { says: 'quotations', word: `${styled('Quote', 'Said so.')}${styled('Quote', 'And so.')}`, markdown: '> Said so.\n>\n> And so.\n' },
];

describe('importing Word', () => {
  for (const { says, word, markdown } of CASES) {
    it(`reads ${says}`, async () => {
      const result = await readWord(word);
      assert.equal(result.markdown, markdown);
    });
  }

  it('recognises headings by their look, and says so', async () => {
    const body = [
      paragraph(run('Area SEND inspection of Draftham Local Area Partnership', BOLD + size(20))),
      paragraph(run('Inspection dates: 6 to 10 February 2023', BOLD + size(12))),
      paragraph(run('Inspection outcome', BOLD + size(16))),
      paragraph(run('The arrangements lead to inconsistent experiences. '.repeat(4), size(12))),
      paragraph(run('Information about the partnership', BOLD + size(16))),
      paragraph(run('Two bodies are responsible for the planning of services. '.repeat(4), size(12))),
      paragraph(run('Bold from end to end, but a sentence.', BOLD + size(12))),
    ].join('');
    const { markdown, warnings } = await readWord(body);
    assert.deepEqual(
      markdown.split('\n').filter((line) => line.startsWith('#')),
      ['# Area SEND inspection of Draftham Local Area Partnership', '## Inspection outcome', '## Information about the partnership'],
    );
    assert.ok(warnings.some(({ code }) => code === 'headings-guessed'));
  });

  it('takes what is numbered with letters, and long names in large letters, for headings', async () => {
    const text = paragraph(run('Two bodies are responsible for the planning of services. '.repeat(4), size(12)));
    const long = `Annex B: ${'what the partnership found when it looked again at every service that families had named '.repeat(2)}`.trim();
    const names = [
      '1A: A team that visits each child at home',
      'Action 2.3: A group of young people',
      'Theme C: Moving on',
      'Lead: Jo Field',
    ];
    const { markdown } = await readWord(
      [
        paragraph(run('Westmere priority action plan', BOLD + size(22))),
        paragraph(run(long, BOLD + size(16))) + text,
        ...names.map((words) => paragraph(run(words, BOLD + size(12))) + text),
      ].join(''),
    );
    assert.deepEqual(
      markdown.split('\n').filter((line) => line.startsWith('#')),
      ['# Westmere priority action plan', `## ${long}`, ...names.slice(0, 3).map((words) => `### ${words}`)],
    );
  });

  it('takes numbered names and sentences in large letters for headings, and labels for text', async () => {
    const text = paragraph(run('Two bodies are responsible for the planning of services. '.repeat(4), size(12)));
    const body = [
      paragraph(run('Westmere Area Partnership: strategic action plan 2026 to 2029', BOLD + size(22))),
      ...['Pillar 1: Leadership', 'Families: what they told us', 'Waits are too long.', 'Approved: 12 May 2026'].map((words) =>
        [paragraph(run(words, BOLD + size(15))), text].join(''),
      ),
    ].join('');
    const { markdown } = await readWord(body);
    assert.deepEqual(
      markdown.split('\n').filter((line) => line.startsWith('#')),
      [
        '# Westmere Area Partnership: strategic action plan 2026 to 2029',
        '## Pillar 1: Leadership',
        '## Families: what they told us',
        '## Waits are too long.',
      ],
    );
  });

  it('takes tracked changes as accepted, counts them and keeps comments apart', async () => {
    const by = 'w:author="Priya Nair"';
    const { markdown, changes, comments, warnings } = await readWord({
      body: [
        paragraph(
          `${run('Within ')}<w:commentRangeStart w:id="0"/><w:del ${by}><w:r><w:delText>five</w:delText></w:r></w:del><w:ins ${by}>${run('three')}</w:ins><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run(' years.')}`,
        ),
        paragraph('First half,', `<w:rPr><w:del ${by}/></w:rPr>`),
        paragraph(' second half.'),
        `<w:p><w:pPr><w:rPr><w:moveFrom ${by}/></w:rPr></w:pPr><w:moveFromRangeStart w:id="5"/><w:moveFrom ${by}>${run('Moved.')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/></w:p>`,
        `<w:p><w:moveToRangeStart w:id="6"/><w:moveTo ${by}>${run('Moved.')}</w:moveTo><w:moveToRangeEnd w:id="6"/></w:p>`,
      ].join(''),
      comments: `<w:comment w:id="0" ${by}><w:p w14:paraId="A">${run('Check this.')}</w:p></w:comment><w:comment w:id="1" w:author="Tom"><w:p w14:paraId="B">${run('Done.')}</w:p></w:comment>`,
      commentsExtended: '<w15:commentEx w15:paraId="A" w15:done="1"/><w15:commentEx w15:paraId="B" w15:paraIdParent="A" w15:done="0"/>',
    });
    assert.equal(markdown, 'Within three years.\n\nFirst half, second half.\n\nMoved.\n');
    assert.deepEqual(changes, { insertions: 1, deletions: 1, moves: 1 });
    assert.deepEqual(
      comments.map((comment) => Object.fromEntries(Object.entries(comment).filter(([key]) => key !== 'where'))),
      [
        { author: 'Priya Nair', text: 'Check this.', on: 'three', resolved: true },
        { author: 'Tom', text: 'Done.', on: '', replyTo: 0 },
      ],
    );
    assert.deepEqual(warnings.map(({ code }) => code).slice(0, 2), ['tracked-changes', 'comments']);
  });

  it('reads boxes to tick at the start of items', async () => {
    const { markdown } = await readWord({
      body: `${item('☐ Agree the plan')}${item('☒ Publish it')}${item('☐')}${paragraph('☐ Yes')}`,
      numbering: LISTS,
    });
    assert.equal(markdown, '- [ ] Agree the plan\n- [x] Publish it\n- ☐\n\n☐ Yes\n');
  });

  it('says what it left out, and where', async () => {
    const { warnings } = await readWord({
      body: `${title}${paragraph('<w:r><w:drawing><wp:inline><wp:docPr descr=""/><a:blip r:link="x"/></wp:inline></w:drawing></w:r>')}`,
      links: linkTo('x', 'image', 'https://tracker.invalid/p.png'),
      files: { 'word/vbaProject.bin': 'x' },
    });
    assert.deepEqual(warnings.map(({ code }) => code).sort(), ['external-content', 'image-without-alt', 'macros']);
    assert.match(
      warnings.find(({ code }) => code === 'image-without-alt')!.where,
      /^under “Area SEND inspection of Draftham.*”, paragraph 2$/,
    );
  });

  for (const [target, markdown] of [
    ['annex%20A.docx', '[the annex](annex%20A.docx)'],
    ['../data/May.csv', '[the annex](../data/May.csv)'],
    ['../../../../Users/jo/annex.docx', 'the annex'],
    ['../AppData/Local/Temp/annex.docx', 'the annex'],
    ['/sites/annex.docx', 'the annex'],
    ['C:\\Users\\jo\\annex.docx', 'the annex'],
    ['www.westmere.example/annex.pdf', 'the annex'],
    ['annex.exe', 'the annex'],
  ]) {
    it(`reads a link to ${target} as ${markdown}`, async () => {
      const body = `${title}${paragraph(`<w:hyperlink r:id="x">${run('the annex')}</w:hyperlink>`)}`;
      assert.equal((await readWord({ body, links: linkTo('x', 'hyperlink', target!) })).markdown, `${H1}${markdown}\n`);
    });
  }

  it('tells which paragraph each line comes from', async () => {
    const { markdown, places } = await readWord({
      body: `${title}${paragraph('')}${item('One')}${item('Two')}${paragraph('Text.')}`,
      numbering: LISTS,
    });
    assert.deepEqual(
      places.map(({ offset, paragraph: number }) => [markdown.slice(offset).split('\n')[0], number]),
      [
        [H1.trim(), 1],
        ['- One', 3],
        ['- Two', 4],
        ['Text.', 5],
      ],
    );
  });

  it('keeps all words of any text, in one paragraph', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.stringMatching(/^[a-zA-Z0-9 *_[\]()#|.,:;!?&-]{1,20}$/), fc.constantFrom('', BOLD, '<w:i/>', BOLD + '<w:i/>')),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        async (runs) => {
          const text = runs.map(([words]) => words).join('');
          fc.pre(/[a-z]{2}/i.test(text) && !/^\s*(?:[-*o]|\d{1,2}[.)])\s/.test(text));
          const escaped = (words: string): string => words.replaceAll('&', '&amp;');
          const { markdown } = await readWord(paragraph(runs.map(([words, look]) => run(escaped(words), look)).join('')));
          const { fromMarkdown } = await import('mdast-util-from-markdown');
          const { toString } = await import('mdast-util-to-string');
          assert.equal(toString(fromMarkdown(markdown)).replace(/\s+/g, ' ').trim(), text.replace(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 200 },
    );
  });
});
