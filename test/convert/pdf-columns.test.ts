import assert from 'node:assert/strict';
import { importDocument } from '../../src/convert/import/index.js';
import { pdf, ruled, wrapped, type Page, type Rule, type Text } from './pdf-files.js';

const markdown = async (...pages: Page[]): Promise<string> => (await importDocument(pdf(pages), 'document.pdf')).markdown;

const PROSE =
  'Leaders across the partnership know their area well and have an honest view of what works. They listen to families and act on what they hear, so that help comes sooner than it did two years ago.';
const body = (y: number): Text[] => wrapped(PROSE, 60, y, 540).texts;

const X = [60, 100, 270, 360, 450];
const HEAD: Text[] = [
  { text: 'No.', x: X[0]!, y: 94.4 },
  { text: 'What we', x: X[1]!, y: 80 },
  { text: 'will do', x: X[1]!, y: 94.4 },
  { text: 'Lead', x: X[2]!, y: 94.4 },
  { text: 'Due', x: X[3]!, y: 94.4 },
  { text: 'Measure', x: X[4]!, y: 94.4 },
];
const ROWS = [
  ['1.1', 'Open a second team for assessments in the north of the area', 'Jo Field', 'May 2027', 'Waits of ten weeks'],
  ['1.2', 'Train staff', '', 'June 2027', 'All trained'],
  ['1.3', 'Write to every family that has waited for more than a year', 'Sam Wood', '', 'All written to by June'],
];

/** The rows of a table, each cell wrapped to its column, and where the next row would begin. */
function rowsAt(y: number, rows: readonly (readonly string[])[], apart: number): { texts: Text[]; tops: number[] } {
  const texts: Text[] = [];
  const tops = [y];
  for (const row of rows) {
    const cells = row.map((cell, c) => (cell === '' ? { texts: [], y } : wrapped(cell, X[c]!, y, (X[c + 1] ?? 545) - 6)));
    texts.push(...cells.flatMap((cell) => cell.texts));
    y = Math.max(...cells.map((cell) => cell.y)) + apart;
    tops.push(y);
  }
  return { texts, tops };
}

const TABLE = [['No.', 'What we will do', 'Lead', 'Due', 'Measure'], ...ROWS].map(
  (row) => `| ${row.join(' | ').replace(/\| {2}\|/g, '|  |')} |`,
);

describe('PDF in: columns without lines between them', () => {
  it('reads a table whose names of columns stand on the line below them', async () => {
    const { texts, tops } = rowsAt(115, ROWS, 0);
    const rules: Rule[] = [{ x: 60, y: 99, width: 485, height: 0.5 }];
    const result = await markdown({ texts: [...HEAD, ...texts, ...body(tops.at(-1)! + 40)], rules });
    for (const row of TABLE) assert.ok(result.includes(row), `${row}\nis not in\n${result}`);
    assert.ok(result.includes(`\n\n${PROSE}\n`), result);
  });

  it('reads a table by the coloured rows that a program cuts out of a page filled with a colour', async () => {
    const { texts, tops } = rowsAt(115, ROWS, 0);
    const band = (from: number, to: number): string => `q 60 ${842 - to} 485 ${to - from} re W n 0.9 0.9 1 rg 0 0 595 842 re f Q`;
    const raw = [band(68, 100), band(tops[1]! - 12, tops[2]! - 12)].join('\n');
    const result = await markdown({ raw, texts: [...HEAD, ...texts, ...body(tops.at(-1)! + 40)] });
    for (const row of TABLE) assert.ok(result.includes(row), `${row}\nis not in\n${result}`);
  });

  it('joins a table over pages where its first columns are empty on the next', async () => {
    const first = rowsAt(648, ROWS, 8);
    const head = HEAD.map((text) => ({ ...text, y: text.y + 530 }));
    const next = rowsAt(80, [['1.4', 'Agree one plan for all', 'Ali Moss', 'May 2028', 'Plan agreed']], 8);
    const result = await markdown({ texts: [...body(500), ...head, ...first.texts] }, { texts: [...next.texts, ...body(300)] });
    assert.match(result, /All written to by June \|\n\| 1\.4 \| Agree one plan for all \| Ali Moss \| May 2028 \| Plan agreed \|/);
  });

  it('reads columns of text whose lines do not stand side by side, and a table in one of them', async () => {
    const left = wrapped(PROSE, 60, 80, 280).texts;
    const below = wrapped(`${PROSE} Left end.`, 60, left.at(-1)!.y + 21, 280).texts;
    const right = wrapped(PROSE, 320, 91, 540).texts;
    const cells = [
      ['Wait', 'Weeks'],
      ['First letter', 'Two'],
      ['Assessment', 'Nine'],
    ].flatMap(([a, b], row) => [
      { text: a!, x: 320, y: right.at(-1)!.y + 34 + row * 20 },
      { text: b!, x: 450, y: right.at(-1)!.y + 34 + row * 20 },
    ]);
    const after = wrapped(`${PROSE} Right end.`, 320, cells.at(-1)!.y + 40, 540).texts;
    assert.equal(
      await markdown({ texts: [...left, ...below, ...right, ...cells, ...after] }),
      `${PROSE}\n\n${PROSE} Left end.\n\n${PROSE}\n\n| Wait | Weeks |\n| --- | --- |\n| First letter | Two |\n| Assessment | Nine |\n\n${PROSE} Right end.\n`,
    );
  });

  it('joins words that a narrow column has cut, where every other line ends with a blank', async () => {
    const more = Array.from({ length: 6 }, (_, index) =>
      wrapped(`${'Now '.repeat(index)}${PROSE}`, 60, 60 + index * 66, 540).texts.map((text) => ({ ...text, text: `${text.text} ` })),
    ).flat();
    const cells = [
      ['Action ', 'Bench', 'marking '],
      ['Train all ', 'None yet '],
      ['Write soon ', 'Ten of ', 'forty '],
    ].flatMap(([first, ...rest], row) => [
      { text: first!, x: 62, y: 490 + row * 40 },
      ...rest.map((text, index) => ({ text, x: 142, y: 490 + row * 40 + index * 14 })),
    ]);
    const rules: Rule[] = [
      ...[475, 515, 555, 595].map((y) => ({ x: 60, y, width: 126, height: 0.5 })),
      ...[60, 140, 186].map((x) => ({ x, y: 475, width: 0.5, height: 120 })),
    ];
    const result = await markdown({ texts: [...more, ...cells], rules });
    assert.match(result, /\| Action \| Benchmarking \|\n\| --- \| --- \|\n\| Train all \| None yet \|\n\| Write soon \| Ten of forty \|/);
  });

  it('takes names of columns for such, however many lines they take, and joins no words that fill a column', async () => {
    const rows = [
      ['No.', 'How we will measure it each term', 'Progress so far'],
      ['1.1', 'Waits fall below ten weeks', 'On track'],
    ];
    const { texts, rules, y } = ruled(rows, [60, 100, 159, 300], 80);
    assert.equal(
      await markdown({ texts: [...texts, ...body(y + 60)], rules }),
      `| No. | How we will measure it each term | Progress so far |\n| --- | --- | --- |\n| 1.1 | Waits fall below ten weeks | On track |\n\n${PROSE}\n`,
    );
  });
});
