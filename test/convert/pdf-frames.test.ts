import assert from 'node:assert/strict';
import { importDocument } from '../../src/convert/import/index.js';
import { pdf, wrapped, type Page, type Rule, type Text } from './pdf-files.js';

const markdown = async (...pages: Page[]): Promise<string> => (await importDocument(pdf(pages), 'document.pdf')).markdown;

const PROSE = 'Partners meet every month, look at what families have told them and decide what should change next.';
const X = [64, 240, 420];
const HEAD = ['What we will do', 'Who leads', 'By when'];
const ROWS = [
  ['Open a second team for assessments in the north of the area', 'Jo Field', 'May 2027'],
  ['Publish what families ask for most', 'www.county.example', 'June 2027'],
  ['Write to every family that has waited for more than a year', 'Sam Wood', 'July 2027'],
];

const rule = (y: number): Rule => ({ x: 60, y, width: 480, height: 0.7 });
/** Drawn cell by cell, as programs that print web pages do. */
const pieces = (y: number): Rule[] => X.map((x, c) => ({ x: x - 4, y, width: (X[c + 1] ?? 544) - x, height: 0.7 }));

function row(cells: readonly string[], y: number, bold = false): { texts: Text[]; y: number } {
  const parts = cells.map((cell, c) => wrapped(cell, X[c]!, y, (X[c + 1] ?? 540) - 8, { bold, size: 11 }));
  return { texts: parts.flatMap(({ texts }) => texts), y: Math.max(...parts.map((part) => part.y)) };
}

/** A table with lines above, below its first row and at the end; `apart` is what rows stand apart beyond the distance of their lines. */
function book(y: number, rows: readonly (readonly string[])[], apart: number, draw: (y: number) => Rule | Rule[], end = true) {
  const head = row(HEAD, y + 14, true);
  const texts = [...head.texts];
  let at = head.y + 8;
  for (const cells of rows) {
    const one = row(cells, at, false);
    texts.push(...one.texts);
    at = one.y + apart;
  }
  const rules = [draw(y), draw(head.y - 6), ...(end ? [draw(at - 8)] : [])].flat();
  return { texts, rules, y: at };
}

const lines = (rows: readonly (readonly string[])[]): string => rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
const TABLE = `${lines([HEAD])}| --- | --- | --- |\n${lines(ROWS)}`;

describe('PDF in: tables with lines above, below the first row and at the end', () => {
  const kinds: [string, (y: number) => Rule | Rule[]][] = [
    ['in one', rule],
    ['cell by cell', pieces],
  ];
  for (const [name, draw] of kinds) {
    for (const apart of [7, 1]) {
      it(`reads rows ${apart} points apart between lines drawn ${name}`, async () => {
        const table = book(160, ROWS, apart, draw);
        const result = await markdown({
          texts: [...wrapped(PROSE, 60, 100, 540).texts, ...table.texts, ...wrapped(PROSE, 60, table.y + 30, 540).texts],
          rules: table.rules,
        });
        assert.equal(result, `${PROSE}\n\n${TABLE}\n${PROSE}\n`);
      });
    }
    it(`joins one over pages, with lines drawn ${name}`, async () => {
      const first = book(640, ROWS.slice(0, 2), 7, draw, false);
      const next = book(60, ROWS.slice(2), 7, draw);
      const result = await markdown(
        { texts: [...wrapped(PROSE, 60, 590, 540).texts, ...first.texts], rules: first.rules },
        { texts: [...next.texts, ...wrapped(PROSE, 60, next.y + 30, 540).texts], rules: next.rules },
      );
      assert.equal(result, `${PROSE}\n\n${TABLE}\n${PROSE}\n`);
    });
  }

  it('reads one of a single column, whose name is bold', async () => {
    const areas = ['Leaders should listen to families.', 'Leaders should share what they know.'];
    const result = await markdown({
      texts: [
        ...wrapped(PROSE, 60, 80, 540).texts,
        { text: 'Areas for improvement', x: 64, y: 154, bold: true },
        { text: areas[0]!, x: 64, y: 176 },
        { text: areas[1]!, x: 64, y: 200 },
        ...wrapped(PROSE, 60, 250, 540).texts,
      ],
      rules: [rule(140), rule(160), rule(208)],
    });
    assert.ok(result.includes(`| Areas for improvement |\n| --- |\n| ${areas[0]} |\n| ${areas[1]} |\n`), result);
  });

  it('leaves lines between the sections of a page alone', async () => {
    const one = wrapped(PROSE, 60, 180, 540);
    const two = wrapped(`${PROSE} Again.`, 60, one.y + 60, 540);
    const result = await markdown({
      texts: [
        ...wrapped(PROSE, 60, 80, 540).texts,
        { text: 'First', x: 60, y: 150, bold: true, size: 16 },
        ...one.texts,
        { text: 'Second', x: 60, y: one.y + 34, bold: true, size: 16 },
        ...two.texts,
      ],
      rules: [rule(120), rule(one.y + 4), rule(two.y + 4)],
    });
    assert.doesNotMatch(result, /\|/);
    assert.match(result, /# First\n\n[^\n]+\n\n## Second\n\n/);
  });
});
