/* Text set in two columns. */
import { baselines } from './_lines.js';
import type { Piece } from './_pieces.js';
import { beginTogether } from './_row-starts.js';
import { append } from '../../../text/lists.js';

export interface Band {
  /** Above the first and below the last of its lines. */
  top: number;
  left: Piece[];
  right: Piece[];
}

const letters = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.text.length, 0);

/** Where two columns of running text stand side by side: the lines of each, from the top; null where there are none. */
export function twoColumns(pieces: readonly Piece[]): { bands: Band[]; others: Piece[] } | null {
  const rows = baselines(pieces);
  const votes = new Map<number, number>();
  for (const row of rows) {
    for (let index = 1; index < row.length; index++) {
      const [a, b] = [row[index - 1]!, row[index]!];
      if (b.x0 - a.x1 < a.size * 0.9 || letters(row.slice(0, index)) < 15 || letters(row.slice(index)) < 15) continue;
      for (let x = Math.ceil(a.x1 / 4); x * 4 < b.x0; x++) votes.set(x, (votes.get(x) ?? 0) + 1);
    }
  }
  let best = 0;
  let gutter = 0;
  for (const [x, count] of votes) if (count > best) [best, gutter] = [count, x * 4];
  if (best < 8 || best < rows.length * 0.25) return null;
  const bands: Band[] = [];
  const others: Piece[] = [];
  let band: Band | null = null;
  for (const row of rows) {
    if (row.some((piece) => piece.x0 < gutter && piece.x1 > gutter)) {
      append(others, row);
      band = null;
      continue;
    }
    if (!band) bands.push((band = { top: row[0]!.y, left: [], right: [] }));
    for (const piece of row) (piece.x1 <= gutter ? band.left : band.right).push(piece);
  }
  const heights = (side: readonly Piece[]): number[] => baselines(side).map((row) => row[0]!.y);
  const isTable = ({ left, right }: Band): boolean => {
    const both = [heights(left), heights(right)];
    const steps = both.flatMap((side) => side.slice(1).map((y, index) => y - side[index]!)).sort((a, b) => a - b);
    return beginTogether(both, steps[Math.floor(steps.length / 4)] ?? 0);
  };
  const wide = bands.filter((band) => letters(band.left) > 100 && letters(band.right) > 100 && !isTable(band));
  for (const narrow of bands) if (!wide.includes(narrow)) append(others, [...narrow.left, ...narrow.right]);
  return wide.length > 0 ? { bands: wide, others } : null;
}
