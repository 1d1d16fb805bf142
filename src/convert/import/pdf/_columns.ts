/* Tables of tagged pages without ruling lines: rows whose parts begin at the same places. */
import type { TableLayout } from './_layout.js';
import { baselines, isMarker, numberOf, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';
import { beginsAnew, rowFor } from './_row-starts.js';
import type { Leaf } from './_tags.js';
import { tableOfTags } from './_tag-tables.js';
import { largest } from '../../../text/lists.js';

interface Row {
  y: number;
  size: number;
  /** The parts of a line that stand apart. */
  parts: Piece[][];
}

const NEAR = 5;

const x0 = (part: readonly Piece[]): number => part[0]!.x0;
const x1 = (part: readonly Piece[]): number => part.reduce((most, piece) => Math.max(most, piece.x1), 0);

function rowOf(pieces: Piece[], leafOf: (piece: Piece) => Leaf | null): Row {
  const parts: Piece[][] = [];
  let last: Piece | null = null;
  for (const piece of pieces) {
    const part = parts.at(-1);
    if (!last || !part) parts.push([piece]);
    else {
      const [a, b] = [leafOf(last), leafOf(piece)];
      const otherCell = a?.table && b?.table && (a.table !== b.table || a.row !== b.row || a.column !== b.column);
      // The sign of a list item stands apart from its text, and belongs to it.
      const afterSign = part.length === 1 && (isMarker(part[0]!.text) || numberOf(`${part[0]!.text} x`) !== null);
      if (otherCell || (piece.x0 - last.x1 > Math.max(piece.size, last.size) * 1.1 && !afterSign)) parts.push([piece]);
      else part.push(piece);
    }
    last = piece;
  }
  return { y: pieces[0]!.y, size: largest(pieces.map((piece) => piece.size)), parts };
}

/** Which column each part of a row begins in; null where one stands between columns or reaches over the next. */
function columnsOf(row: Row, lefts: readonly number[]): number[] | null {
  const columns: number[] = [];
  for (const part of row.parts) {
    const column = lefts.findIndex((left) => Math.abs(left - x0(part)) < NEAR);
    if (column < 0 || columns.includes(column)) return null;
    const next = lefts[column + 1];
    if (next !== undefined && x1(part) > next + 1) return null;
    columns.push(column);
  }
  return columns;
}

/** The tables of a tagged page that have no lines; only what is tagged as a table is one. */
export function taggedTables(
  pieces: readonly Piece[],
  page: number,
  leafOf: (piece: Piece) => Leaf | null,
  line: (row: readonly Piece[], right: number) => Line,
): { tables: TableLayout[]; others: Piece[] } {
  const sure = tableOfTags(pieces, page, leafOf, line);
  const rows = baselines(sure.others).map((row) => rowOf(row, leafOf));
  const pageRight = pieces.reduce((most, piece) => Math.max(most, piece.x1), 0);
  const { tables } = sure;
  const used = new Set<Piece>();
  const allowed = (row: Row): boolean => row.parts.every((part) => part.some((piece) => leafOf(piece)?.table));
  /** Whether a row with text in one column only may be a row of the table beside it. */
  const single = (row: Row): boolean => {
    const leaf = leafOf(row.parts[0]![0]!);
    return (leaf?.table?.rows[leaf.row] ?? 0) > 1;
  };
  for (let index = 0; index < rows.length; index++) {
    const start = rows[index]!;
    if (start.parts.length < 2 || !allowed(start)) continue;
    const lefts = start.parts.map(x0);
    const region = [start];
    let end = index;
    for (let next = index + 1; next < rows.length; next++) {
      const row = rows[next]!;
      const before = region.at(-1)!;
      const far = (row.y - before.y) / Math.max(row.size, before.size);
      if (far > 3.4 || !allowed(row)) break;
      if (!columnsOf(row, lefts)) break;
      if (row.parts.length < 2 && !single(row)) break;
      region.push(row);
      end = next;
    }
    let first = index;
    while (first > 0) {
      const row = rows[first - 1]!;
      if (!allowed(row) || row.parts.length > 1 || !single(row) || !columnsOf(row, lefts) || region[0]!.y - row.y > row.size * 3.4) break;
      if (row.size > region[0]!.size * 1.08) break;
      if (row.parts.some((part) => part.some((piece) => used.has(piece)))) break;
      region.unshift(row);
      first--;
    }
    const full = region.filter((row) => row.parts.length > 1).length;
    // “Inspection dates: …” is a line in two halves, not a row.
    const labels = region.filter((row) => row.parts.length > 1 && row.parts[0]!.at(-1)!.text.endsWith(':')).length;
    if (labels * 2 > full) continue;
    // One such row may be the rest of a table on the page before or after.
    const alone = full < 2 && region.length < 2;
    if (alone && first > 1 && end < rows.length - 2) continue;
    const all = region.flatMap((row) => row.parts.flat());
    for (const piece of all) used.add(piece);
    tables.push({
      page,
      y0: all.reduce((least, piece) => Math.min(least, piece.y - piece.size), Infinity),
      y1: all.reduce((most, piece) => Math.max(most, piece.y), 0),
      x: lefts,
      rows: laidOut(region, lefts, pageRight, line),
      ruled: false,
      lines: alone ? region.map((row) => line(row.parts.flat(), pageRight)) : null,
    });
    index = end;
  }
  return { tables, others: sure.others.filter((piece) => !used.has(piece)) };
}

/** Rows of cells. A row begins where a paragraph begins in one of the columns; wrapped lines belong to the row above. */
function laidOut(
  region: readonly Row[],
  lefts: readonly number[],
  pageRight: number,
  line: (row: readonly Piece[], right: number) => Line,
): Line[][][] {
  const columns: Line[][] = lefts.map((left, column) => {
    const parts = region.flatMap((row) => row.parts.filter((part) => Math.abs(x0(part) - left) < NEAR));
    const next = lefts[column + 1];
    const end = next === undefined ? pageRight : Math.max(largest([0, ...parts.map(x1)]), next - 8);
    return parts.map((part) => line(part, end));
  });
  const begins = (lines: readonly Line[], index: number): boolean => {
    const own = lines[index]!;
    const before = lines[index - 1];
    return (own.leaf && before?.leaf && own.leaf.index !== before.leaf.index) || beginsAnew(lines, index);
  };
  const rows: number[] = [];
  const starts = columns.flatMap((lines) => lines.filter((_, index) => begins(lines, index)).map((line) => line.y));
  for (const y of starts.sort((a, b) => a - b)) if (rows.length === 0 || y - rows.at(-1)! > 7) rows.push(y);
  return rows.map((y, index) =>
    columns.map((lines) => {
      const next = rows[index + 1] ?? Infinity;
      return lines.filter((_, at) => {
        const home = rowFor(lines, at, rows);
        return home >= y - 0.01 && home < next - 0.01;
      });
    }),
  );
}
