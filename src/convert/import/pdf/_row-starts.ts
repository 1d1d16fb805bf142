/* Where the rows of a table begin that nothing parts: by what is written in its cells. */
import type { Line } from './_lines.js';
import { isAddress, room } from './_text.js';
import { largest, smallest } from '../../../text/lists.js';

/** Whether a line does not go on with the one above it in its column. */
export function beginsAnew(lines: readonly Line[], index: number): boolean {
  const own = lines[index]!;
  const before = lines[index - 1];
  if (!before) return true;
  return room(before, own) > own.size * 0.5 || own.bold !== before.bold || own.y - before.y > own.size * 1.8;
}

/**
 * A row begins where a paragraph begins in one of the columns; but what begins in one column only is a paragraph of its cell, unless it is
 * the first column or stands apart from what is above. `heights` are those of all lines, `pitch` is the usual distance between them.
 */
export function startsByText(heights: readonly number[], columns: readonly (readonly Line[])[], pitch: number): number[] {
  const starts = columns.map((lines) => lines.filter((_, index) => beginsAnew(lines, index)).map((line) => line.y));
  const rows: number[] = [];
  const beginsRow = (y: number): boolean => {
    if (rows.length === 0) return true;
    const near = (other: number): boolean => Math.abs(other - y) < 4;
    if (starts[0]!.some(near) || starts.filter((column) => column.some(near)).length > 1) return true;
    const above = heights.findLast((height) => height < y - 4) ?? -Infinity;
    const own = columns.flatMap((lines) => lines.filter((line) => near(line.y)));
    return y - above > pitch * 1.2 && own.every((line) => line.marker === null);
  };
  for (const y of starts.flat().sort((a, b) => a - b)) if ((rows.length === 0 || y - rows.at(-1)! > 7) && beginsRow(y)) rows.push(y);
  return rows;
}

/** The row that a line belongs to: a wrapped one, which begins with a small letter, to that of the line above it. */
export function rowFor(lines: readonly Line[], at: number, rows: readonly number[]): number {
  const own = lines[at]!;
  const nearest = rows.findLast((y) => y <= own.y + 3) ?? rows[0]!;
  if (at > 0 && /^\p{Ll}/u.test(own.text) && !isAddress(own.text)) return Math.min(nearest, rowFor(lines, at - 1, rows));
  return nearest;
}

/**
 * Whether what begins after a distance in one column mostly begins at the height of something in another, as the cells of a row do, and
 * paragraphs of running text that is set in columns do not. `columns` are the heights of the lines of each.
 */
export function beginTogether(columns: readonly (readonly number[])[], pitch: number): boolean {
  const starts = columns.map((heights) => heights.filter((y, index) => index > 0 && y - heights[index - 1]! > pitch * 1.15));
  const distances = columns
    .flatMap((heights) => heights.slice(1).map((y, index) => y - heights[index]!))
    .filter((step) => step > pitch * 1.15);
  // Paragraphs are all as far from one another; below a cell, the distance is what the longest cell of its row leaves.
  const lines = columns.reduce((sum, heights) => sum + heights.length, 0);
  if (distances.length < lines * 0.4 && largest(distances) - smallest(distances) < pitch * 0.5) return false;
  let all = 0;
  let together = 0;
  starts.forEach((own, column) => {
    for (const y of own) {
      all++;
      if (starts.some((other, index) => index !== column && other.some((height) => Math.abs(height - y) < 3))) together++;
    }
  });
  return together >= 2 && together >= all * 0.45;
}
