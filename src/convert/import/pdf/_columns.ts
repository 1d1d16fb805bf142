/* Tables without ruling lines: rows whose parts begin at the same places. */
import type { TableLayout } from './_layout.js';
import { baselines, glued, isMarker, numberOf, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';
import { room } from './_text.js';
import type { Leaf } from './_tags.js';
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

/** A row parted where one of its pieces begins a known column, though it stands close to what is before it. */
function parted(row: Row, lefts: readonly number[]): Row {
  // Where a line of a cell is drawn in one go, no word within a line is taken for the beginning of a column.
  const whole = row.parts.reduce((sum, part) => sum + part.length, 0) <= lefts.length;
  const parts = row.parts.flatMap((part) => {
    const result: Piece[][] = [];
    for (const piece of part) {
      const last = result.at(-1);
      const begins = lefts.some((left) => Math.abs(left - piece.x0) < 1.2) && (whole || /^[\p{Lu}\p{N}]/u.test(piece.text));
      if (last && !(begins && !glued(last.at(-1)!, piece))) last.push(piece);
      else result.push([piece]);
    }
    return result;
  });
  return parts.length > row.parts.length && columnsOf({ ...row, parts }, lefts) ? { ...row, parts } : row;
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

export function unruledTables(
  pieces: readonly Piece[],
  page: number,
  tagged: boolean,
  leafOf: (piece: Piece) => Leaf | null,
  line: (row: readonly Piece[], right: number) => Line,
): { tables: TableLayout[]; others: Piece[] } {
  const rows = baselines(pieces).map((row) => rowOf(row, leafOf));
  const pageRight = pieces.reduce((most, piece) => Math.max(most, piece.x1), 0);
  const tables: TableLayout[] = [];
  const used = new Set<Piece>();
  // Where a page is tagged, only what is tagged as a table is one.
  const allowed = (row: Row): boolean => !tagged || row.parts.every((part) => part.some((piece) => leafOf(piece)?.table));
  /** Whether a row with text in one column only may be a row of the table beside it. */
  const single = (row: Row): boolean => {
    const leaf = leafOf(row.parts[0]![0]!);
    return tagged ? (leaf?.table?.rows[leaf.row] ?? 0) > 1 : true;
  };
  for (let index = 0; index < rows.length; index++) {
    const start = rows[index]!;
    if (start.parts.length < 2 || !allowed(start)) continue;
    const lefts = start.parts.map(x0);
    const region = [start];
    let end = index;
    for (let next = index + 1; next < rows.length; next++) {
      const row = tagged ? rows[next]! : parted(rows[next]!, lefts);
      const before = region.at(-1)!;
      const far = (row.y - before.y) / Math.max(row.size, before.size);
      if (far > 3.4 || !allowed(row)) break;
      if (!columnsOf(row, lefts)) break;
      if (row.parts.length < 2 && (!single(row) || far > (tagged ? 3.4 : 2.4))) break;
      region.push(row);
      end = next;
    }
    let first = index;
    while (first > 0 && (tagged || first === 1)) {
      const row = rows[first - 1]!;
      if (!allowed(row) || row.parts.length > 1 || !single(row) || !columnsOf(row, lefts) || region[0]!.y - row.y > row.size * 3.4) break;
      if (row.size > region[0]!.size * 1.08) break;
      if (row.parts.some((part) => part.some((piece) => used.has(piece) || (!tagged && piece.bold)))) break;
      region.unshift(row);
      first--;
    }
    if (!tagged && first === index) first = restOfCells(rows, index, lefts, region, used);
    const full = region.filter((row) => row.parts.length > 1).length;
    // “Inspection dates: …” is a line in two halves, not a row.
    const labels = region.filter((row) => row.parts.length > 1 && row.parts[0]!.at(-1)!.text.endsWith(':')).length;
    if (labels * 2 > full) continue;
    // Columns of running text, side by side, are no table.
    if (!tagged && isProse(region, lefts)) continue;
    // One such row may be the rest of a table on the page before or after.
    const alone = full < 2 && (!tagged || region.length < 2);
    if (alone && first > 1 && end < rows.length - 2) continue;
    const all = region.flatMap((row) => row.parts.flat());
    for (const piece of all) used.add(piece);
    const cells = laidOut(region, lefts, pageRight, tagged, line);
    tables.push({
      page,
      y0: all.reduce((least, piece) => Math.min(least, piece.y - piece.size), Infinity),
      y1: all.reduce((most, piece) => Math.max(most, piece.y), 0),
      x: lefts,
      rows: cells,
      ruled: false,
      lines: alone ? region.map((row) => line(row.parts.flat(), pageRight)) : null,
    });
    index = end;
  }
  return { tables, others: pieces.filter((piece) => !used.has(piece)) };
}

/** The lines at the top of a page that go on with the cells of the page before, in columns other than the first: which row they begin at. */
function restOfCells(rows: readonly Row[], index: number, lefts: readonly number[], region: Row[], used: ReadonlySet<Piece>): number {
  const rest: Row[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const row = rows[at]!;
    const below = rest[0] ?? region[0]!;
    const columns = row.parts.length === 1 ? columnsOf(row, lefts) : null;
    if (!columns || columns[0] === 0 || below.y - row.y > row.size * 2.4 || row.parts[0]!.some((piece) => used.has(piece))) return index;
    rest.unshift(row);
  }
  for (const row of rest.reverse()) region.unshift(row);
  return index - rest.length;
}

/** The usual distance from one baseline to the next. */
function pitchOf(region: readonly Row[]): number {
  const steps = region.slice(1).map((row, index) => row.y - region[index]!.y);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 4)] ?? 0;
}

/** Lines that mostly reach to the end of their column, row after row, with nothing that begins at one height in several columns. */
function isProse(region: readonly Row[], lefts: readonly number[]): boolean {
  if (region.length < 6) return false;
  const pitch = pitchOf(region);
  const aligned = region.filter(
    (row, index) => index > 0 && row.parts.length === lefts.length && row.y - region[index - 1]!.y > pitch * 1.15,
  ).length;
  if (aligned >= 2) return false;
  const letters = region.flatMap((row) => row.parts).reduce((sum, part) => sum + part.reduce((n, piece) => n + piece.text.length, 0), 0);
  const parts = region.reduce((sum, row) => sum + row.parts.length, 0);
  return letters / parts > 28;
}

/** Rows of cells. A row begins where a paragraph begins in one of the columns; wrapped lines belong to the row above. */
function laidOut(
  region: readonly Row[],
  lefts: readonly number[],
  pageRight: number,
  tagged: boolean,
  line: (row: readonly Piece[], right: number) => Line,
): Line[][][] {
  const ends = lefts.map((_, column) => {
    const lines = region.flatMap((row) => row.parts.filter((part) => Math.abs(x0(part) - lefts[column]!) < NEAR).map(x1));
    const most = largest([0, ...lines]);
    // Several lines that end near one another show where the column ends.
    if (!tagged && lines.filter((end) => most - end < 24).length > 2) return most;
    const next = lefts[column + 1];
    return next === undefined ? pageRight : Math.max(most, next - 8);
  });
  const columns: Line[][] = lefts.map((left, column) =>
    region.flatMap((row) => row.parts.filter((part) => Math.abs(x0(part) - left) < NEAR).map((part) => line(part, ends[column]!))),
  );
  const begins = (lines: readonly Line[], index: number): boolean => {
    const own = lines[index]!;
    const before = lines[index - 1];
    if (!before) return true;
    if (own.leaf && before.leaf && own.leaf.index !== before.leaf.index) return true;
    return room(before, own) > own.size * 0.5 || own.bold !== before.bold || own.y - before.y > own.size * 1.8;
  };
  const starts = columns.map((lines) => lines.filter((_, index) => begins(lines, index)).map((line) => line.y));
  const all = starts.flat().sort((a, b) => a - b);
  const rows: number[] = [];
  const pitch = pitchOf(region);
  // Without tags, what begins in one column only is a paragraph of its cell, unless it is the first column or stands apart from what is above.
  const beginsRow = (y: number): boolean => {
    if (tagged || rows.length === 0) return true;
    const near = (other: number): boolean => Math.abs(other - y) < 4;
    if (starts[0]!.some(near) || starts.filter((column) => column.some(near)).length > 1) return true;
    const above = region.findLast((row) => row.y < y - 4)?.y ?? -Infinity;
    const own = columns.flatMap((lines) => lines.filter((line) => near(line.y)));
    return y - above > pitch * 1.2 && own.every((line) => line.marker === null);
  };
  for (const y of all) if ((rows.length === 0 || y - rows.at(-1)! > 7) && beginsRow(y)) rows.push(y);
  // A wrapped line goes with the row above it, even where its neighbour begins anew on the same height, if it begins with a small letter.
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

function rowFor(lines: readonly Line[], at: number, rows: readonly number[]): number {
  const own = lines[at]!;
  const nearest = rows.findLast((y) => y <= own.y + 3) ?? rows[0]!;
  if (at > 0 && /^\p{Ll}/u.test(own.text)) return Math.min(nearest, rowFor(lines, at - 1, rows));
  return nearest;
}
