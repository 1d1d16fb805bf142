/* The rows and cells of a table that has no lines between its columns. */
import type { TableLayout } from './_layout.js';
import { baselines, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';
import { largest, smallest } from '../../../text/lists.js';
import { rowFor, startsByText } from './_row-starts.js';

/** Between two columns, free in every line. */
export interface Gap {
  from: number;
  to: number;
}

export interface Row {
  y: number;
  size: number;
  pieces: Piece[];
  /** Set as one cell over all columns. */
  merged: boolean;
}

export type LineOf = (row: readonly Piece[], right: number) => Line;

export const left = (pieces: readonly Piece[]): number => pieces.reduce((least, piece) => Math.min(least, piece.x0), Infinity);
export const right = (pieces: readonly Piece[]): number => pieces.reduce((most, piece) => Math.max(most, piece.x1), -Infinity);

export const rowsOf = (pieces: readonly Piece[]): Row[] =>
  baselines(pieces).map((row) => ({ y: row[0]!.y, size: largest(row.map((piece) => piece.size)), pieces: row, merged: false }));

/** The usual distance of the lines of a page, as a share of the size of their letters. */
export function leadingOf(rows: readonly Row[]): number {
  const steps = rows.slice(1).map((row, index) => (row.y - rows[index]!.y) / row.size);
  const text = steps.filter((step) => step > 0.9 && step < 1.9).sort((a, b) => a - b);
  return text[Math.floor(text.length / 4)] ?? Infinity;
}

export const columnOf = (gaps: readonly Gap[], piece: Piece): number => {
  const middle = (piece.x0 + piece.x1) / 2;
  return gaps.filter((gap) => (gap.from + gap.to) / 2 < middle).length;
};

/** The pieces of each column, row by row; those of a merged row stand in the first. */
export const cellsOf = (region: readonly Row[], gaps: readonly Gap[]): Piece[][][] =>
  Array.from({ length: gaps.length + 1 }, (_, column) =>
    region.map((row) => (row.merged ? (column === 0 ? row.pieces : []) : row.pieces.filter((piece) => columnOf(gaps, piece) === column))),
  );

/** The usual distance from one line of a paragraph to the next. */
export function pitchOf(region: readonly Row[]): number {
  const steps = region.slice(1).map((row, index) => row.y - region[index]!.y);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 4)] ?? 0;
}

/** Where the columns end, by the lines that fill them. */
function endsOf(columns: readonly Piece[][][], lefts: readonly number[], pageRight: number): number[] {
  return columns.map((rows, column) => {
    const lines = rows.filter((pieces) => pieces.length > 0).map(right);
    const most = largest([0, ...lines]);
    const next = lefts[column + 1];
    const start = lefts[column]!;
    // Several lines that end near one another show where the column ends, unless they are all short, as dates are.
    const isShort = most - start < ((next ?? pageRight) - start) * 0.6;
    if (!isShort && lines.filter((end) => most - end < 24).length > 2) return most;
    return next === undefined ? pageRight : Math.max(most, next - 8);
  });
}

/**
 * The heights at which rows begin: below a divider, where there are any throughout; else below a distance, so that they stand apart; else by
 * what is written.
 */
function rowStarts(
  region: readonly Row[],
  columns: readonly Line[][],
  levels: readonly number[],
  leading: number,
): { starts: number[]; apart: boolean } {
  const [top, bottom] = [region[0]!.y, region.at(-1)!.y];
  const inside = levels.filter((y) => y > top && y < bottom);
  const below = (y: number): number => region.find((row) => row.y > y)!.y;
  const starts = [top, ...inside.map(below)].filter((y, index, all) => index === 0 || y > all[index - 1]!);
  // A line below the names of the columns only says where the rows begin, not where they end.
  if (starts.length > 2) return { starts, apart: false };
  const result: number[] = [];
  let apart = true;
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? Infinity;
    const band = region.filter((row) => row.y >= start - 0.01 && row.y < end - 0.01);
    // The names of the columns stand above the line, some of them on several lines.
    if (index === 0 && starts.length > 1 && band.length < 5) {
      result.push(start);
      return;
    }
    const lines = columns.map((column) => column.filter((line) => line.y >= start - 4 && line.y < end - 4));
    const text = startsByText(
      band.map((row) => row.y),
      lines,
      pitchOf(band),
    );
    const gaps = startsByDistance(band, lines, leading);
    const byDistance = gaps.length >= text.length * 0.6;
    if (!byDistance || gaps.length < 3) apart = false;
    for (const y of byDistance ? gaps : text) result.push(y);
  });
  return { starts: result, apart };
}

/** Rows that stand apart from one another: where they begin, something stands in the first column or in several. */
function startsByDistance(band: readonly Row[], columns: readonly Line[][], leading: number): number[] {
  const pitch = Math.min(pitchOf(band), leading * band[0]!.size);
  const starts = [band[0]!.y];
  for (let index = 1; index < band.length; index++) {
    const row = band[index]!;
    if (row.y - band[index - 1]!.y < pitch * 1.2) continue;
    const on = columns.map((column) => column.some((line) => Math.abs(line.y - row.y) < 4));
    if (row.merged || on[0] || on.filter(Boolean).length > 1) starts.push(row.y);
  }
  return starts;
}

interface Place {
  page: number;
  line: LineOf;
  /** How far text reaches on the page. */
  pageRight: number;
  /** The heights of lines across the table, and whether they part its rows. */
  levels: readonly number[];
  divided: boolean;
  /** The usual distance of the lines of the page, as a share of the size of their letters. */
  leading: number;
}

/** The table of some lines whose pieces are known to stand in these columns. */
export function tableOfCells(region: readonly Row[], cells: readonly Piece[][][], place: Place): TableLayout {
  const { page, line, pageRight, levels, divided, leading } = place;
  const all = region.flatMap((row) => row.pieces);
  const lefts = cells.map((column) => smallest(column.filter((part) => part.length > 0).map(left)));
  const ends = endsOf(
    cells.map((column) => column.filter((_, at) => !region[at]!.merged)),
    lefts,
    pageRight,
  );
  const columns = cells.map((column, at) =>
    column.flatMap((part, row) => (part.length > 0 ? [line(part, region[row]!.merged ? pageRight : ends[at]!)] : [])),
  );
  const { starts, apart } = rowStarts(region, columns, levels, leading);
  // Where lines or distances part the rows, they alone say which row a line belongs to.
  const home = (column: readonly Line[], at: number): number =>
    divided || apart ? (starts.findLast((y) => y <= column[at]!.y + 3) ?? starts[0]!) : rowFor(column, at, starts);
  const laid = starts.map((y, at) => {
    const end = starts[at + 1] ?? Infinity;
    return columns.map((column) => column.filter((_, index) => home(column, index) >= y - 0.01 && home(column, index) < end - 0.01));
  });
  return {
    page,
    y0: smallest(all.map((piece) => piece.y - piece.size)),
    y1: largest(all.map((piece) => piece.y)),
    x: lefts,
    rows: laid.filter((row) => row.some((cell) => cell.length > 0)),
    ruled: false,
    lines: null,
  };
}
