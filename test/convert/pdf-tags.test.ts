import assert from 'node:assert/strict';
import { importDocument } from '../../src/convert/import/index.js';
import { taggedPdf, wrapped, type TagTree, type Text } from './pdf-files.js';

const PROSE =
  'Leaders across the partnership know their area well and have an honest view of what works. They listen to families and act on what they hear, so that help comes sooner than it did two years ago.';

/** Texts below one another from a place, each a piece of marked content of its own; a heading begins with `#`. */
class Sheet {
  readonly texts: Text[] = [];
  #next = 0;
  #y = 80;

  constructor(readonly title: string) {
    this.texts.push({ text: title, x: 60, y: 60, size: 24 });
  }

  /** Side by side, in columns; gives the numbers of their contents. */
  row(cells: readonly string[], x: readonly number[]): number[] {
    const laid = cells.map((cell, c) => {
      const mcid = this.#next++;
      const style = cell.startsWith('#') ? { size: 14, bold: true, mcid } : { mcid };
      return { mcid, ...wrapped(cell.replace(/^#+ /, ''), x[c]!, this.#y + 14, (x[c + 1] ?? 545) - 5, style) };
    });
    for (const { texts } of laid) this.texts.push(...texts);
    this.#y = Math.max(...laid.map(({ y }) => y));
    return laid.map(({ mcid }) => mcid);
  }
}

const read = async (sheet: Sheet, tree: TagTree): Promise<string> =>
  (await importDocument(taggedPdf({ texts: sheet.texts }, tree), 'document.pdf')).markdown;
const table = (...rows: (readonly TagTree[])[]): TagTree => ['Table', ...rows.map((cells): TagTree => ['TR', ...cells])];
const cell = (role: 'TH' | 'TD', number: number): TagTree => [role, ['P', number]];

describe('PDF in: tables of the tags', () => {
  it('reads a table without lines whose tags tell its cells', async () => {
    const sheet = new Sheet('Plan');
    const x = [60, 250, 400];
    const rows = [
      ['Action', 'Lead', 'Due'],
      ['Open a second team for assessments in the north', 'Jo Field', 'May 2027'],
      ['Train staff', '', 'June 2027'],
    ].map((row, r) => sheet.row(row, x).map((number) => cell(r === 0 ? 'TH' : 'TD', number)));
    assert.match(
      await read(sheet, ['Document', table(...rows)]),
      /\| Action \| Lead \| Due \|\n\| --- \| --- \| --- \|\n\| Open a second team for assessments in the north \| Jo Field \| May 2027 \|\n\| Train staff \| {2}\| June 2027 \|\n/,
    );
  });

  it('reads a table that lays out a page as headings and paragraphs', async () => {
    const sheet = new Sheet('Area SEND inspection of Westmere');
    const parts = ['# How it is to be a child here', PROSE, '# What needs to be better', PROSE].map((text) => sheet.row([text], [60])[0]!);
    const tree: TagTree = ['Document', table([['TD', ['H2', parts[0]!], ['P', parts[1]!]]], [['TD', ['H2', parts[2]!], ['P', parts[3]!]]])];
    assert.equal(
      await read(sheet, tree),
      `# Area SEND inspection of Westmere\n\n## How it is to be a child here\n\n${PROSE}\n\n## What needs to be better\n\n${PROSE}\n`,
    );
  });

  it('reads a layout table with rows over its whole width above columns', async () => {
    const sheet = new Sheet('Area SEND inspection of Westmere');
    const wide = [sheet.row([PROSE], [60])[0]!, sheet.row([PROSE], [60])[0]!];
    const cells = [
      ['Local authority', 'Westmere Council'],
      ['Health', 'NHS Westmere Integrated Care Board'],
    ].map((row) => sheet.row(row, [60, 250]));
    const tree: TagTree = [
      'Document',
      table(...wide.map((number) => [cell('TD', number)]), ...cells.map((row) => row.map((number) => cell('TD', number)))),
    ];
    const markdown = await read(sheet, tree);
    assert.ok(markdown.startsWith(`# Area SEND inspection of Westmere\n\n${PROSE}\n\n${PROSE}\n\n`), markdown);
    assert.match(markdown, /Local authority \| Westmere Council/);
  });

  for (const role of ['TD', 'TH'] as const) {
    it(`reads one column of lines that are all ${role === 'TD' ? 'cells' : 'names'} as lines`, async () => {
      const sheet = new Sheet('Who to ask');
      const lines = ['T: 0300 000 0000', 'E: hello@westmere.example', 'W: www.westmere.example'];
      const rows = lines.map((line) => [cell(role, sheet.row([line], [60])[0]!)]);
      assert.doesNotMatch(await read(sheet, ['Document', table(...rows)]), /\|/);
    });
  }
});
