/* Tables of tagged pages whose tags can be believed: every row below the one before it, every cell right of the one before it. */
import type { TableLayout } from './_layout.js';
import { baselines, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';
import type { Leaf, TaggedTable } from './_tags.js';
import { largest, smallest } from '../../../text/lists.js';

const x0 = (pieces: readonly Piece[]): number => smallest(pieces.map((piece) => piece.x0));
const x1 = (pieces: readonly Piece[]): number => largest(pieces.map((piece) => piece.x1));
const top = (pieces: readonly Piece[]): number => smallest(pieces.map((piece) => piece.y));
const bottom = (pieces: readonly Piece[]): number => largest(pieces.map((piece) => piece.y));

/** The pieces of each cell, by the numbers of row and cell in the tags. */
function cellsOf(table: readonly Piece[], leafOf: (piece: Piece) => Leaf | null): Map<number, Map<number, Piece[]>> {
  const rows = new Map<number, Map<number, Piece[]>>();
  for (const piece of table) {
    const leaf = leafOf(piece)!;
    const row = rows.get(leaf.row) ?? new Map<number, Piece[]>();
    rows.set(leaf.row, row);
    const cell = row.get(leaf.column);
    if (cell) cell.push(piece);
    else row.set(leaf.column, [piece]);
  }
  return rows;
}

/**
 * Whether a table is tagged to lay out a page: its cells hold headings, it begins with rows over its whole width, or it is one column in
 * which no name stands above rows. Published reports keep whole pages in such tables.
 */
function isLayout(tagged: TaggedTable, table: readonly Piece[], leafOf: (piece: Piece) => Leaf | null): boolean {
  if (table.some((piece) => leafOf(piece)!.heading !== null)) return true;
  const columns = largest(tagged.rows);
  // Headings and paragraphs over the whole width, above the rows.
  const first = smallest(table.map((piece) => leafOf(piece)!.row));
  if (first >= 0 && tagged.rows[first]! < columns) return true;
  if (columns > 1) return false;
  return !table.some((piece) => leafOf(piece)!.row === 0 && leafOf(piece)!.headerCell) || table.every((piece) => leafOf(piece)!.headerCell);
}

/** Where the columns begin, by the cells of the rows that have all of them; null where the tags do not say so. */
function columnsOf(tagged: TaggedTable, rows: ReadonlyMap<number, ReadonlyMap<number, Piece[]>>, isLayout: boolean): number[] | null {
  const count = largest(tagged.rows);
  if (count < 1 || tagged.nested || rows.size < 2 || isLayout) return null;
  const lefts = Array.from({ length: count }, () => Infinity);
  const rights = Array.from({ length: count }, () => -Infinity);
  let full = 0;
  for (const [row, cells] of rows) {
    if (row < 0 || tagged.rows[row] !== count) continue;
    full++;
    for (const [column, pieces] of cells) {
      if (column < 0) return null;
      lefts[column] = Math.min(lefts[column]!, x0(pieces));
      rights[column] = Math.max(rights[column]!, x1(pieces));
    }
  }
  // Columns that nothing stands in lie between the others.
  lefts.forEach((x, column) => {
    if (x === Infinity) lefts[column] = rights[column] = column === 0 ? -1 : rights[column - 1]! + 0.1;
  });
  const apart = lefts.every((x, column) => column === 0 || x > rights[column - 1]!);
  return full >= rows.size / 2 && apart ? lefts : null;
}

/** The tables that tags alone tell, and the pieces that are in none of them. */
export function tableOfTags(
  pieces: readonly Piece[],
  page: number,
  leafOf: (piece: Piece) => Leaf | null,
  line: (row: readonly Piece[], right: number) => Line,
): { tables: TableLayout[]; others: Piece[] } {
  const tagged = new Map<TaggedTable, Piece[]>();
  for (const piece of pieces) {
    const table = leafOf(piece)?.table;
    if (!table) continue;
    const own = tagged.get(table);
    if (own) own.push(piece);
    else tagged.set(table, [piece]);
  }
  const pageRight = pieces.reduce((most, piece) => Math.max(most, piece.x1), 0);
  const tables: TableLayout[] = [];
  const used = new Set<Piece>();
  for (const [table, own] of tagged) {
    const rows = cellsOf(own, leafOf);
    const lefts = columnsOf(table, rows, isLayout(table, own, leafOf));
    if (!lefts) continue;
    const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells);
    const below = inOrder.every((cells, index) => {
      const before = inOrder[index - 1];
      return !before || top([...cells.values()].flat()) > bottom([...before.values()].flat());
    });
    if (!below) continue;
    for (const piece of own) used.add(piece);
    const columnOf = (cell: readonly Piece[]): number =>
      Math.max(
        0,
        lefts.findLastIndex((left) => left <= x0(cell) + 1),
      );
    const ends = lefts.map((_, column) => {
      const cells = [...rows.values()].flatMap((row) => [...row.values()].filter((cell) => columnOf(cell) === column));
      const next = lefts[column + 1];
      return next === undefined ? pageRight : Math.max(largest([0, ...cells.map(x1)]), next - 8);
    });
    const laid = inOrder.map((cells) => {
      const row: Line[][] = lefts.map(() => []);
      for (const cell of cells.values()) {
        const column = columnOf(cell);
        for (const pieces of baselines(cell)) row[column]!.push(line(pieces, Math.max(ends[column]!, x1(pieces))));
      }
      return row;
    });
    tables.push({ page, y0: top(own) - own[0]!.size, y1: bottom(own), x: lefts, rows: laid, ruled: false, lines: null });
  }
  return { tables, others: pieces.filter((piece) => !used.has(piece)) };
}
