/* Text set in columns. */
import { baselines, isMarker, numberOf } from './_lines.js';
import type { Drawn, Piece } from './_pieces.js';
import { beginTogether } from './_row-starts.js';
import type { Leaf } from './_tags.js';
import { append, largest, smallest } from '../../../text/lists.js';

/** A stretch of the page in which text stands left and right of a gutter. */
export interface Band {
  /** Above the first and below the last of its lines. */
  top: number;
  bottom: number;
  gutter: number;
  left: Piece[];
  right: Piece[];
}

/** How far apart the places are at which a gutter is looked for, in points. */
const STEP = 4;
/** A column of less is a margin note, a label or a cell. */
const LEAST_LETTERS = 100;

const letters = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.text.length, 0);

/** The stretches of lines that no piece crosses a gutter in; the pieces of all other lines go to `others`. */
function bandsAt(rows: readonly (readonly Piece[])[], gutter: number, others: Piece[]): Band[] {
  const bands: Band[] = [];
  let band: Band | null = null;
  for (const row of rows) {
    // A gutter is wider than a blank between words.
    const room = row[0]!.size * 0.4;
    if (row.some((piece) => piece.x0 < gutter + room && piece.x1 > gutter - room)) {
      append(others, row);
      band = null;
      continue;
    }
    const { y, size } = row[0]!;
    if (!band) bands.push((band = { top: y - size, bottom: y, gutter, left: [], right: [] }));
    band.bottom = y;
    for (const piece of row) (piece.x1 <= gutter ? band.left : band.right).push(piece);
  }
  return bands.filter((one) => {
    const wide = letters(one.left) > LEAST_LETTERS && letters(one.right) > LEAST_LETTERS;
    if (!wide) append(others, [...one.left, ...one.right]);
    return wide;
  });
}

const heights = (side: readonly Piece[]): number[] => baselines(side).map((row) => row[0]!.y);

/** Whether a side is itself parted: many of its lines have gaps that are too wide for the blank between two words. */
function isParted(side: readonly Piece[]): boolean {
  const rows = baselines(side);
  const wide = rows.filter((row) =>
    row.some((piece, index) => {
      const before = row[index - 1];
      return before && !isMarker(before.text) && numberOf(`${before.text} x`) === null && piece.x0 - before.x1 > piece.size * 1.1;
    }),
  ).length;
  return wide > rows.length * 0.35;
}

/** At how many heights a line, or the edge of a coloured row, lies across the gutter. */
function crossings({ top, bottom, gutter }: Band, { horizontal, fills, height }: Drawn): number {
  const levels = new Set<number>();
  const add = (y: number, from: number, to: number): void => {
    if (y > top && y < bottom && from < gutter - 5 && to > gutter + 5) levels.add(Math.round(y / 4));
  };
  for (const { at, from, to } of horizontal) add(at, from, to);
  for (const { x0, x1, y0, y1 } of fills) {
    if (y1 - y0 > height * 0.6) continue;
    add(y0, x0, x1);
    add(y1, x0, x1);
  }
  return levels.size;
}

/** Whether the two sides are cells of rows, or lines too few or too short for columns of running text. */
function isTable(band: Band, drawn: Drawn): boolean {
  const { left, right } = band;
  if (crossings(band, drawn) > 2 || isParted(left) || isParted(right)) return true;
  const both = [heights(left), heights(right)];
  if (both.some((side) => side.length < 4)) return true;
  if ([left, right].some((side, index) => letters(side) / both[index]!.length < 15)) return true;
  const steps = both.flatMap((side) => side.slice(1).map((y, index) => y - side[index]!)).sort((a, b) => a - b);
  return beginTogether(both, steps[Math.floor(steps.length / 4)] ?? 0);
}

/** Whether the tags of a page have the left side before the right one. */
function inTagOrder({ left, right }: Band, leafOf: (piece: Piece) => Leaf | null): boolean {
  const places = (side: readonly Piece[]): number[] => side.flatMap((piece) => leafOf(piece)?.index ?? []);
  return largest(places(left)) <= smallest(places(right)) && !left.some((piece) => leafOf(piece)?.table);
}

/** Where columns of running text stand side by side; null where there are none. `leafOf` is given where the page is tagged. */
export function columnsOfText(
  pieces: readonly Piece[],
  drawn: Drawn,
  leafOf: ((piece: Piece) => Leaf | null) | null,
): { bands: Band[]; others: Piece[] } | null {
  const rows = baselines(pieces);
  if (rows.length < 8) return null;
  const from = smallest(pieces.map((piece) => piece.x0));
  const to = largest(pieces.map((piece) => piece.x1));
  let best: { bands: Band[]; others: Piece[] } | null = null;
  let most = 0;
  for (let gutter = from + (to - from) * 0.2; gutter < to - (to - from) * 0.2; gutter += STEP) {
    const others: Piece[] = [];
    const bands = bandsAt(rows, gutter, others);
    const inside = bands.reduce((sum, band) => sum + Math.min(letters(band.left), letters(band.right)), 0);
    if (inside > most) [best, most] = [{ bands, others }, inside];
  }
  if (!best) return null;
  const columns = best.bands.filter((band) => !isTable(band, drawn) && (!leafOf || inTagOrder(band, leafOf)));
  for (const band of best.bands) if (!columns.includes(band)) append(best.others, [...band.left, ...band.right]);
  return columns.length > 0 ? { bands: columns, others: best.others } : null;
}
