import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importDocument } from '../../src/convert/import/index.js';
import { isCode, isPlain, losesWords, placed, type PastePlace } from '../../src/vscode/features/pasted.js';
import { tries } from '../fuzz.js';
import { EXCEL, GOOGLE_DOCS, OUTLOOK, WEB_PAGE, WORD, WORD_ONLINE } from './clipboards.js';

/** A document with ‸ where something is pasted, after it was pasted. */
function pasted(marked: string, markdown: string, isRow = false): string | null {
  const at = marked.indexOf('‸');
  const lines = marked.split('\n');
  const line = lines.findIndex((text) => text.includes('‸'));
  const [before, after] = lines[line]!.split('‸') as [string, string];
  const place: PastePlace = { before, after, above: lines[line - 1] ?? null, below: lines[line + 1] ?? null, isRow };
  const text = placed(markdown, place);
  return text === null ? null : marked.slice(0, at) + text + marked.slice(at + 1);
}

const read = async (html: string, partBelow = 2): Promise<string> =>
  (await importDocument(new TextEncoder().encode(`<html><body>${html}`), 'pasted.html', { partBelow })).markdown;

describe('what is pasted', () => {
  const cases: [name: string, marked: string, markdown: string, wanted: string | null, isRow?: boolean][] = [
    [
      'a few words go into the sentence',
      'The ‸ plan',
      '**new** [plan](https://example.org)\n',
      'The **new** [plan](https://example.org) plan',
    ],
    ['blocks leave the sentence', 'Before ‸after', '- a\n- b\n', 'Before \n\n- a\n- b\n\nafter'],
    ['blocks keep their distance from the lines around', 'One\n‸\nTwo', '## A\n\nWords\n', 'One\n\n## A\n\nWords\n\nTwo'],
    ['an empty place needs nothing more', 'One\n\n‸\n\nTwo', '| A |\n| --- |\n| b |\n', 'One\n\n| A |\n| --- |\n| b |\n\nTwo'],
    ['the start of a document needs nothing before', '‸', '# Title\n\nWords\n', '# Title\n\nWords'],
    ['a list goes on', '- one\n‸\n- four', '- two\n- three\n', '- one\n- two\n- three\n- four'],
    ['a list mark is not typed twice', '- one\n  - ‸', '- two\n- three\n', '- one\n  - two\n  - three'],
    ['paragraphs in an item are indented', '1. ‸', 'One\n\nTwo\n', '1. One\n\n   Two'],
    ['a heading mark is not typed twice', '## ‸', '### Areas\n\nWords\n', '## Areas\n\nWords'],
    ['words in a heading stay in it', '## ‸', 'Areas\n', '## Areas'],
    ['a cell keeps in its row', '| a ‸ | b |', 'x | y\n\n- one\n- two\n', '| a x \\| y<br>• one<br>• two | b |', true],
    ['a table cannot stand in a cell', '| a ‸ | b |', '| A | B |\n| --- | --- |\n| c | d |\n', null, true],
    ['nothing is nothing', 'One ‸', '\n', null],
  ];
  for (const [name, marked, markdown, wanted, isRow] of cases) it(name, () => assert.equal(pasted(marked, markdown, isRow), wanted));

  it('keeps every word, wherever it goes', () => {
    const wordsIn = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
    const line = fc.constantFrom('', 'word', '- item', '  - inner', '1. first', '## Head', '> said', '| a | b |', '  ');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), line, line, line, fc.boolean(), (lines, before, above, below, isRow) => {
        const text = placed(lines.join('\n'), { before, after: '', above, below, isRow });
        if (text !== null) assert.deepEqual(wordsIn(text.replaceAll('<br>', ' ')), wordsIn(lines.join('\n')));
      }),
      tries('pasting keeps every word', 200),
    );
  });

  it('is left as it is where it comes from a program for code, or says nothing more than its words', () => {
    assert.ok(
      isCode(
        `<meta charset='utf-8'><div style="color: #3b3b3b;font-family: 'Courier New', monospace;white-space: pre;"><div>x</div></div>`,
      ),
    );
    assert.ok(isCode('<html><head><meta http-equiv="content-type"></head><body><pre style="background:#fff">x</pre></body></html>'));
    assert.ok(!isCode('<p style="white-space: pre-wrap">Words</p>'));
    assert.ok(!isCode('<h1>Code</h1><pre>x</pre>'));
    assert.ok(isPlain('Some words here.\n', 'Some words here.'));
    assert.ok(!isPlain('Some **words** here.\n', 'Some words here.'));
    assert.ok(!isPlain('One\n\nTwo\n', 'One\r\nTwo'));
    assert.ok(!isPlain('- One\n', '· One'));
  });

  it('is not trusted where the clipboard says two different things', () => {
    assert.ok(losesWords('A short note\n', 'A long text of quite other words that the page does not show at all'));
    assert.ok(!losesWords('- One\n- Two\n', '· One\r\n· Two'));
  });
});

describe('a part of a document', () => {
  it('keeps the levels of its headings, below the title that is there', async () => {
    assert.equal(await read('<h2>Areas</h2><p>Words</p><h3>One</h3>'), '## Areas\n\nWords\n\n### One\n');
    assert.equal(await read('<h1>Areas</h1><p>Words</p><h2>One</h2>'), '## Areas\n\nWords\n\n### One\n');
    assert.equal(await read('<p class=MsoTitle>Report</p><h1>Areas</h1>', 1), '# Report\n\n## Areas\n');
    assert.equal(await read('<h4>One</h4>'), '#### One\n');
  });

  it('guesses no headings and leaves nothing out', async () => {
    assert.equal(await read('<p><b>Priority</b></p><p>Words that follow</p>'), '**Priority**\n\nWords that follow\n');
    assert.equal(await read('<nav><p>Chosen words</p></nav><footer><p>and these</p></footer>'), 'Chosen words\n\nand these\n');
  });

  it('has the lists of Word, the cells of Excel and the wrappers of Google', async () => {
    const item = (level: number, mark: string, words: string): string =>
      `<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
    assert.equal(await read(item(1, '·', 'First') + item(2, 'o', 'Inner') + item(1, '·', 'Second')), '- First\n  - Inner\n- Second\n');
    assert.equal(await read(item(1, '1.', 'First') + item(1, '2.', 'Second')), '1. First\n2. Second\n');
    assert.equal(
      await read(
        '<table><!--StartFragment--><col width=64><tr><td>Action</td><td>Due</td></tr><tr><td>Train | tell</td><td>31/03/2027</td></tr><!--EndFragment--></table>',
      ),
      '| Action | Due |\n| --- | --- |\n| Train \\| tell | 31/03/2027 |\n',
    );
    assert.equal(await read('<table><tr><td>One cell</td></tr></table>'), 'One cell\n');
    assert.equal(
      await read('<b style="font-weight:normal;"><p>Google <span style="font-weight:700">bold</span></p></b>'),
      'Google **bold**\n',
    );
  });

  const link = (address: string): string => `[our local offer](${address})`;
  const head = '## How we will know\n\n';
  const list = '- Waits are shorter\n- Plans are on time\n';
  const nested = '- Waits are shorter\n  - by half within a year\n- Plans are on time\n';
  const table = '| Measure | Target |\n| --- | --- |\n| Plans in 20 weeks | 90% |\n';
  for (const [program, clipboard, wanted] of [
    [
      'Word',
      WORD,
      `${head}Families will be **told early**, and *every* plan will be written with them; see ${link('https://example.org/local-offer')}.\n\n${nested}\n1. Ask families\n2. Do what they say\n\n${table}`,
    ],
    ['Word for the web', WORD_ONLINE, `${head}Families will be **told early**.\n\n${list}`],
    [
      'Outlook',
      OUTLOOK,
      'Dear all\n\nThe board agreed **three things** on 3 March:\n\n- One plan for each area\n- One lead for each action; see [the local offer](https://www.example.org/local-offer)\n\nKind regards\\\nPriya\n\n![Logo]()\n',
    ],
    [
      'Excel',
      EXCEL,
      '| Action | Owner | Due |\n| --- | --- | --- |\n| Train SENCOs<br>in every school | Head of SEND | 31/03/2027 |\n| Publish A \\| B results | | 90% |\n',
    ],
    [
      'Google Docs',
      GOOGLE_DOCS,
      `${head}Families will be **told early**, and *every* plan is theirs; see ${link('https://example.org/local-offer')}.\n\n${nested}\n${table}`,
    ],
    [
      'a web page',
      WEB_PAGE,
      `${head}Families will be **told early**; see ${link('https://www.gov.uk/local-offer')}.\n\n${list}\nWhat we measure\n\n${table}`,
    ],
  ] as const)
    it(`comes from ${program} as it looks there`, async () => {
      const markdown = await read(clipboard['text/html']);
      assert.equal(markdown, wanted);
      assert.ok(
        !isCode(clipboard['text/html']) && !isPlain(markdown, clipboard['text/plain']) && !losesWords(markdown, clipboard['text/plain']),
      );
    });

  it('is read where its HTML has no end', async () => {
    assert.equal(await read('<p>a <b>bold <i>and</i></b><ul><li>one<li>two'), 'a **bold** **_and_**\n\n- one\n- two\n');
  });
});
