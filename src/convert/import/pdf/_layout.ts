/* From what a page draws to lines and tables in reading order. */
import { findGrids, type Grid } from './_grid.js';
import { baselines, lineOf, type Line } from './_lines.js';
import type { Drawn, Piece } from './_pieces.js';
import { leadingOf, rowsOf } from './_cells.js';
import { taggedTables } from './_columns.js';
import { framedTables } from './_frames.js';
import { riverTables } from './_rivers.js';
import { columnsOfText } from './_gutter.js';
import type { Leaf, Tags } from './_tags.js';
import { tableOfTags } from './_tag-tables.js';

export interface TableLayout {
  page: number;
  y0: number;
  y1: number;
  /** Left edges of the columns. */
  x: number[];
  rows: Line[][][];
  ruled: boolean;
  /** A single row of a table without lines, which is only a line of text unless a table stands before or after the page break beside it. */
  lines: Line[] | null;
}

export type Item = { line: Line } | { table: TableLayout };

export interface PageLayout {
  page: number;
  height: number;
  width: number;
  items: Item[];
}

const middle = (piece: Piece): number => (piece.x0 + piece.x1) / 2;
/** A little above the baseline, where a line's letters are. */
const level = (piece: Piece): number => piece.y - piece.size * 0.3;

function bucketed(grid: Grid, pieces: readonly Piece[]): Map<number, Piece[]> {
  const columns = grid.x.length - 1;
  const cells = new Map<number, Piece[]>();
  for (const piece of pieces) {
    let c = grid.x.findLastIndex((edge) => edge <= middle(piece));
    let r = grid.y.findLastIndex((edge) => edge <= level(piece));
    c = Math.min(Math.max(c, 0), columns - 1);
    r = Math.min(Math.max(r, 0), grid.y.length - 2);
    const owner = grid.owner[r * columns + c]!;
    const list = cells.get(owner);
    if (list) list.push(piece);
    else cells.set(owner, [piece]);
  }
  return cells;
}

/** How far the lines of a page reach; a line that reaches far beyond all others, as a long address does, is none to go by. */
function marginOf(pieces: readonly Piece[], width: number): number {
  const ends = baselines(pieces)
    .map((row) => row.reduce((most, piece) => Math.max(most, piece.x1), 0))
    .sort((a, b) => b - a);
  const inside = ends.filter((end) => end <= width);
  const [most, second, third] = inside;
  if (most === undefined) return ends[0] ?? 0;
  return third !== undefined && most - third > 60 && second! - third < 60 && inside.length > 6 ? third : most;
}

export function layOut(drawn: Drawn, pieces: readonly Piece[], tags: Tags | null, page: number, before?: PageLayout): PageLayout {
  const leafOf = (piece: Piece): Leaf | null => tags?.leaves.get(piece.content) ?? null;
  const items: Item[] = [];
  const lastTable = before?.items.findLast((item) => 'table' in item);
  const known = lastTable && 'table' in lastTable && !lastTable.table.ruled ? lastTable.table.x : [];
  let rest = [...pieces];

  const line = (row: readonly Piece[], right: number): Line => lineOf(row, page, right, leafOf);

  // Where tags tell of a table whose columns no line parts, they know better than what is guessed from its other lines.
  const untold = tags ? new Set(tableOfTags(rest, page, leafOf, line).others) : null;
  const isTold = (inside: readonly Piece[]): boolean =>
    untold !== null && inside.filter((piece) => untold.has(piece)).length < inside.length / 2;

  // Ruled tables, the innermost first.
  const found = findGrids(drawn);
  const grids = found.grids.sort((a, b) => (a.x1 - a.x0) * (a.y1 - a.y0) - (b.x1 - b.x0) * (b.y1 - b.y0));
  for (const grid of grids) {
    const inside: Piece[] = [];
    const outside: Piece[] = [];
    for (const piece of rest) {
      const [mx, my] = [middle(piece), level(piece)];
      (mx > grid.x0 - 1 && mx < grid.x1 + 1 && my > grid.y0 - 1 && my < grid.y1 + 1 ? inside : outside).push(piece);
    }
    if (inside.length === 0 || (grid.guessed && isTold(inside))) continue;
    const columns = grid.x.length - 1;
    const cells = bucketed(grid, inside);
    // One cell is a frame, unless it is the rest of a table on the page before.
    const single = cells.size < 2 && columns < 2;
    if (single && grid.y1 - grid.y0 > drawn.height * 0.6) continue;
    const rows: Line[][][] = [];
    for (let r = 0; r + 1 < grid.y.length; r++) {
      const row: Line[][] = [];
      for (let c = 0; c < columns; c++) {
        const cell = r * columns + c;
        const own = grid.owner[cell] === cell ? (cells.get(cell) ?? []) : [];
        let end = c;
        while (end + 1 < columns && grid.owner[r * columns + end + 1] === cell) end++;
        // The text ends a little before the border, as it begins a little after it.
        const left = own.reduce((least, piece) => Math.min(least, piece.x0), Infinity);
        const inset = Math.min(Math.max(left - grid.x[c]!, 2), 8);
        row.push(baselines(own).map((pieces) => line(pieces, grid.x[end + 1]! - inset)));
      }
      rows.push(row);
    }
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length === 0) continue;
    if (!single && isBox(filled)) continue;
    rest = outside;
    items.push({
      table: { page, y0: grid.y0, y1: grid.y1, x: grid.x.slice(0, -1), rows: filled, ruled: true, lines: single ? filled.flat(2) : null },
    });
  }

  const framed = framedTables(
    found.frames.filter(({ region }) => !isTold(region.flatMap((row) => row.pieces))),
    rest,
    page,
    line,
    leadingOf(rowsOf(pieces)),
  );
  rest = framed.others;
  for (const table of framed.tables) items.push({ table });

  /** The lines and tables of a part of the page in reading order; columns of running text one after the other. */
  const flow = (part: readonly Piece[], ruled: readonly Item[]): Item[] => {
    const columns = columnsOfText(part, drawn, tags ? leafOf : null);
    const own = columns?.others ?? part;
    const { tables, others } = tags ? taggedTables(own, page, leafOf, line) : riverTables(own, drawn, page, line, known);
    const right = marginOf(others, drawn.width);
    const placed: { y: number; items: readonly Item[] }[] = [
      ...tables.map((table) => ({ y: table.y0, items: [{ table }] })),
      ...baselines(others)
        .map((row) => line(row, right))
        .map((one) => ({ y: one.y, items: [{ line: one }] })),
    ];
    const left = new Set(ruled);
    for (const band of columns?.bands ?? []) {
      const beside = ruled.filter((item) => 'table' in item && item.table.y0 > band.top && item.table.y0 < band.bottom);
      for (const item of beside) left.delete(item);
      const isLeft = (item: Item): boolean => 'table' in item && item.table.x[0]! < band.gutter;
      placed.push({
        y: band.top,
        items: [
          ...flow(
            band.left,
            beside.filter((item) => isLeft(item)),
          ),
          ...flow(
            band.right,
            beside.filter((item) => !isLeft(item)),
          ),
        ],
      });
    }
    for (const item of left) placed.push({ y: 'table' in item ? item.table.y0 : item.line.y, items: [item] });
    return placed.sort((one, other) => one.y - other.y).flatMap(({ items: some }) => some);
  };
  return { page, height: drawn.height, width: drawn.width, items: flow(rest, items) };
}

/** A frame around text: one column whose first row is set as a heading, larger than what follows, or nothing but one cell. */
function isBox(rows: readonly Line[][][]): boolean {
  const texts = rows.map((row) => row.filter((cell) => cell.length > 0));
  if (texts.some((cells) => cells.length > 1)) return false;
  if (texts.length < 2) return true;
  const [first, second] = texts.map((cells) => cells[0]![0]!);
  const [a, b] = [first!.leaf, second!.leaf];
  if (a?.table && b?.table) return a.table !== b.table || a.row === b.row;
  return texts.length === 2 && first!.size > second!.size * 1.05;
}
