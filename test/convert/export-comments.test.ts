import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { scanTags } from '../../src/convert/export/_xml.js';
import { addComments, CommentError, exportDocx, type Remark } from '../../src/convert/export/index.js';
import { importDocument } from '../../src/convert/import/index.js';
import { partsOf, TODAY } from './export-cases.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file around the body's XML, with parts that nothing may change. */
function wordFile(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'custom/item.xml': '<kept  as="it is"/>',
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const remarkOn = (markdown: string, words: string, nth = 0): Remark => {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = markdown.indexOf(words, start + 1);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length, title: 'A rule', paragraphs: ['What is wrong.', 'What to do.'] };
};

/** The words that comments of ours stand on, read back by the import, and what else must hold. */
async function commented(bytes: Uint8Array, markdown: string, remarks: readonly Remark[]): Promise<string[]> {
  const { output } = addComments(bytes, markdown, remarks, { today: TODAY });
  const before = unzipSync(bytes);
  const after = unzipSync(output);
  for (const [path, part] of Object.entries(before)) {
    if (!/^word\/(?:document|comments)\.xml$|^word\/_rels\/document\.xml\.rels$|^\[Content_Types\]\.xml$/.test(path))
      assert.deepEqual(after[path], part, path);
  }
  for (const [path, xml] of partsOf(output)) assert.doesNotThrow(() => scanTags(xml, () => {}), path);
  // Take away what was added, and join what was split: the text is what it was.
  const plain = (xml: string): string => Array.from(xml.matchAll(/<w:(?:t|delText)\b[^>]*>([^<]*)</g), ([, text]) => text).join('');
  assert.equal(plain(strFromU8(after['word/document.xml']!)), plain(strFromU8(before['word/document.xml']!)));
  const read = await importDocument(output, 'copy.docx');
  assert.equal(read.markdown, (await importDocument(bytes, 'original.docx')).markdown);
  return read.comments.filter(({ author }) => author === 'Area SEND').map(({ on }) => on);
}

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...content: string[]): string => `<w:p>${content.join('')}</w:p>`;

describe('comments in a Word file', () => {
  const table: { name: string; body: string; markdown: string; words: string; nth?: number; on?: string }[] = [
    { name: 'within one run', body: paragraph(run('One two three.')), markdown: 'One two three.\n', words: 'two' },
    {
      name: 'across runs',
      body: paragraph(run('One t'), run('wo th', '<w:b/>'), run('ree.')),
      markdown: 'One t**wo th**ree.\n',
      words: 't**wo th**r',
      on: 'two thr',
    },
    {
      name: 'a whole run',
      body: paragraph(run('One '), run('two', '<w:i/>'), run(' three.')),
      markdown: 'One *two* three.\n',
      words: 'two',
    },
    {
      name: 'behind a break in the same run',
      body: paragraph('<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>'),
      markdown: 'One<br>two three\n',
      words: 'two',
    },
    {
      name: 'with signs that XML escapes',
      body: paragraph(run('R &amp; D &lt;soon&gt; &#8364;5')),
      markdown: 'R & D <soon> €5\n',
      words: '€5',
    },
    {
      name: 'with other quotation marks and spaces',
      body: paragraph(run('They said “it\u00a0works”.')),
      markdown: 'They said "it works".\n',
      words: 'it works',
      on: 'it works',
    },
    {
      name: 'in inserted and beside deleted words',
      body: paragraph(
        run('One '),
        `<w:del w:id="1" w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('new ')}</w:ins>`,
        run('end.'),
      ),
      markdown: 'One new end.\n',
      words: 'new end',
    },
    {
      name: 'in a link',
      body: paragraph(run('See '), `<w:hyperlink w:anchor="x">${run('the report')}</w:hyperlink>`, run('.')),
      markdown: 'See [the report](#x).\n',
      words: 'report',
    },
    {
      name: 'in a table, where the same words stand in other rows',
      body: `<w:tbl>${['a', 'b', 'c'].map((name) => `<w:tr><w:tc>${paragraph(run(`Action ${name}`))}</w:tc><w:tc>${paragraph(run('TBC'))}</w:tc></w:tr>`).join('')}</w:tbl>`,
      markdown: '| Action a | TBC |\n| - | - |\n| Action b | TBC |\n| Action c | TBC |\n',
      words: 'TBC',
      nth: 1,
    },
    {
      name: 'over two paragraphs',
      body: paragraph(run('First line')) + paragraph(run('second line')),
      markdown: 'First line\n\nsecond line\n',
      words: 'line\n\nsecond',
      on: 'linesecond',
    },
    {
      name: 'at the heading, not at the entry in the list of contents',
      body: `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${run('Aims 1')}</w:p>${paragraph(run('Aims'))}${paragraph(run('Our aims are few.'))}`,
      markdown: '# Aims\n\nOur aims are few.\n',
      words: 'Aims',
    },
    {
      name: 'in brackets that reading has added',
      body: paragraph(run('Date: '), run('Choose a date')),
      markdown: 'Date: [Choose a date]\n',
      words: '[Choose a date]',
      on: 'Choose a date',
    },
    {
      name: 'at the words of a link, for its address',
      body: paragraph(run('See '), `<w:hyperlink w:anchor="x">${run('here')}</w:hyperlink>`, run('.')),
      markdown: 'See [here](https://tbc.example).\n',
      words: 'tbc',
      on: 'here',
    },
  ];
  for (const { name, body, markdown, words, nth, on } of table) {
    it(`stand ${name}`, async () =>
      assert.deepEqual(await commented(wordFile(body), markdown, [remarkOn(markdown, words, nth)]), [on ?? words]));
  }

  it('tell rows with the same words apart', () => {
    const body = `<w:tbl>${['a', 'b', 'c'].map((name) => `<w:tr><w:tc>${paragraph(run(`Action ${name}`))}</w:tc><w:tc>${paragraph(run('TBC'))}</w:tc></w:tr>`).join('')}</w:tbl>`;
    const markdown = '| Action a | TBC |\n| - | - |\n| Action b | TBC |\n| Action c | TBC |\n';
    const { output } = addComments(wordFile(body), markdown, [remarkOn(markdown, 'TBC', 1)], { today: TODAY });
    assert.match(partsOf(output).get('word/document.xml')!, /Action b<.*commentRangeStart.*TBC<.*commentRangeEnd.*Action c</);
  });

  it('stand at a text box as a whole and quote its words', () => {
    const box = (name: string): string =>
      `<mc:${name} ${name === 'Choice' ? 'Requires="wps"' : ''}><w:drawing><w:txbxContent>${paragraph(run('Boxed words'))}</w:txbxContent></w:drawing></mc:${name}>`;
    const body = paragraph(
      run('Before '),
      `<w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r>`,
      run(' after'),
    );
    const markdown = 'Before after\n\nBoxed words\n';
    const { output, exact, outside } = addComments(wordFile(body), markdown, [remarkOn(markdown, 'Boxed')], { today: TODAY });
    const parts = partsOf(output);
    assert.deepEqual([exact, outside], [0, 1]);
    assert.match(
      parts.get('word/document.xml')!,
      /<w:commentRangeStart w:id="1"\/><w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r><w:commentRangeEnd/,
    );
    assert.match(parts.get('word/comments.xml')!, /Words: “Boxed”/);
  });

  it('stand at the picture that they are about', () => {
    const drawing = (inner: string): string => `<w:r><w:drawing><wp:inline>${inner}</wp:inline></w:drawing></w:r>`;
    const picture = (number: number): string => drawing(`<wp:docPr id="${number}"/><a:blip r:embed="r${number}"/>`);
    const body =
      paragraph(run('Before '), picture(1)) +
      paragraph(drawing('<wp:docPr id="9"/>'), run('Words between the pictures')) +
      paragraph(picture(2), picture(3));
    const all = 'Before ![](1.png)\n\nWords between the pictures\n\n![](2.png)![](3.png)\n';
    for (const [markdown, words, number] of [
      [all, '![](1.png)', 1],
      [all, '![](3.png)', 3],
      // The picture before it did not come out.
      [all.replace('![](1.png)', 'it'), '![](2.png)', 2],
    ] as const) {
      const { output, exact, leftOut } = addComments(wordFile(body), markdown, [remarkOn(markdown, words)], { today: TODAY });
      assert.deepEqual([exact, leftOut], [1, []]);
      const xml = partsOf(output).get('word/document.xml')!;
      assert.ok(xml.includes(`<w:commentRangeStart w:id="1"/>${picture(number)}<w:commentRangeEnd w:id="1"/>`), xml);
    }
  });

  it('share a place, overlap and touch', async () => {
    const markdown = 'Alpha beta gamma delta.\n';
    const remarks = ['beta', 'beta gamma', 'ta gam', 'gamma', 'Alpha beta gamma delta.', 'Alpha'].map((words) => remarkOn(markdown, words));
    assert.deepEqual(await commented(wordFile(paragraph(run('Alpha be'), run('ta gamma delta.'))), markdown, remarks), [
      'beta',
      'beta gamma',
      'ta gam',
      'gamma',
      'Alpha beta gamma delta.',
      'Alpha',
    ]);
  });

  it('keep the comments that are there, and count on from them', () => {
    const bytes = wordFile(
      paragraph(
        '<w:commentRangeStart w:id="7"/>',
        run('One'),
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
        run(' two.'),
      ),
      {
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="B"><w:p><w:r><w:t>Theirs</w:t></w:r></w:p></w:comment></w:comments>`,
      },
    );
    const { output } = addComments(bytes, 'One two.\n', [remarkOn('One two.\n', 'One two')], { today: TODAY });
    const parts = partsOf(output);
    assert.match(parts.get('word/comments.xml')!, /Theirs.*<w:comment [^>]*w:id="8" w:author="Area SEND" w:date="2026-11-26T00:00:00Z"/);
    assert.equal(parts.get('word/_rels/document.xml.rels'), strFromU8(unzipSync(bytes)['word/_rels/document.xml.rels']!));
  });

  it('stand at the next words where they are about none, and say nothing of it', () => {
    const body = `${paragraph(run('First.'))}<w:tbl><w:tr><w:tc>${paragraph()}</w:tc><w:tc>${paragraph(run('Due'))}</w:tc></w:tr></w:tbl>`;
    const markdown = 'First.\n\n|  | Due |\n| - | - |\n';
    const cell = { ...remarkOn(markdown, '|  |'), title: 'cell' };
    const whole = { ...cell, start: 0, end: 0, title: 'whole' };
    const { output, leftOut } = addComments(wordFile(body), markdown, [whole, cell], { today: TODAY });
    assert.deepEqual(leftOut, []);
    const xml = partsOf(output).get('word/document.xml')!;
    assert.match(xml, /<w:commentRangeStart w:id="1"\/><w:r><w:t[^>]*>First\.</);
    assert.match(xml, /<w:commentRangeStart w:id="2"\/><w:r><w:t[^>]*>Due</);
  });

  it('stand at an address right behind a tag', async () => {
    const body = paragraph(run('www.one.example'), '<w:r><w:br/></w:r>', run('www.two.example'), run(' and more'));
    const markdown = 'www.one.example<br>www.two.example and more\n';
    for (const words of ['www.one.example', 'www.two.example', 'more'])
      assert.deepEqual(await commented(wordFile(body), markdown, [remarkOn(markdown, words)]), [words]);
  });

  it('stand somewhere even where the words are not to be found, and say so', () => {
    const markdown = 'Something else altogether.\n';
    for (const body of [paragraph(run('Other words.')), '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>']) {
      const { output, leftOut, exact } = addComments(wordFile(body), markdown, [remarkOn(markdown, 'else')], { today: TODAY });
      assert.equal(exact, 0);
      assert.equal(leftOut.length, 1);
      assert.match(partsOf(output).get('word/document.xml')!, /<w:commentReference w:id="1"\/>/);
    }
  });

  for (const [name, bytes] of [
    ['text', strToU8('Not Word')],
    ['another zip', zipSync({ 'a.txt': strToU8('a') })],
    ['XML that is cut off', wordFile('</w:p>')],
  ] as const) {
    it(`are refused for ${name} with a sentence`, () =>
      assert.throws(
        () => addComments(bytes, 'a', [], { today: TODAY }),
        (error: Error) => (error instanceof CommentError || error.name === 'ImportError') && error.message.endsWith('.'),
      ));
  }

  it('stand at exactly their words in any export of ours', async () => {
    const word = fc.constantFrom(
      'plan',
      'the',
      'SEND',
      '“quoted”',
      'families’',
      'R&D',
      '5%',
      'TBC',
      '**bold**',
      '*it*',
      '[link](https://a.example)',
      'a–b',
    );
    const sentence = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '));
    const block = fc.oneof(
      sentence,
      sentence.map((text) => `## ${text}`),
      sentence.map((text) => `- ${text}\n- ${text}`),
      fc.tuple(sentence, sentence).map(([left, right]) => `| A | B |\n| - | - |\n| ${left}<br>• ${right} | ${right} |`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), fc.nat(), async (blocks, seed) => {
        const markdown = `# Plan\n\n${blocks.join('\n\n')}\n`;
        const words = Array.from(markdown.matchAll(/[a-zA-Z]{3,}/g)).filter(
          (match) => !/\]\([^)]*$/.test(markdown.slice(Math.max(0, match.index - 40), match.index)),
        );
        const match = words[seed % words.length]!;
        const { output } = await exportDocx(markdown, { today: TODAY });
        const result = addComments(
          output,
          markdown,
          [{ start: match.index, end: match.index + match[0].length, title: 'T', paragraphs: [] }],
          { today: TODAY },
        );
        assert.equal(result.exact, 1);
        const [comment] = (await importDocument(result.output, 'a.docx')).comments;
        assert.equal(comment!.on, match[0]);
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);
});
