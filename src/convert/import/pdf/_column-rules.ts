/*
 * Tables that have lines between their rows only. Programs that print web pages draw them cell by cell, so that where one piece of a line
 * ends and the next begins is where one column ends and the next begins.
 */
import { isOfFrame, type Frame } from './_frames.js';
import { crosses, levelsOf, meetsVertical, NEAR, sameEnds, type Level } from './_levels.js';
import { baselines } from './_lines.js';
import type { Piece, Rule } from './_pieces.js';
import { largest } from '../../../text/lists.js';

/** Pieces of lines on a page; a drawing has many more, and is no table. */
const MOST = 4000;

const sameColumns = (a: Level, b: Level): boolean =>
  sameEnds(a, b) && a.joints.length === b.joints.length && a.joints.every((x, index) => Math.abs(x - b.joints[index]!) < NEAR * 2);

/** How far the names of the columns reach above the first line: rows of text that keep to the columns and follow one another closely. */
function topOf(first: Level, floor: number, rows: readonly Piece[][]): number | null {
  const within = rows.filter(
    (row) => row[0]!.y < first.y && row[0]!.y > floor && row.some(({ x0, x1 }) => x1 > first.from && x0 < first.to),
  );
  let top: number | null = null;
  let below = first.y;
  for (const row of within.reverse()) {
    const size = largest(row.map((piece) => piece.size));
    if (below - row[0]!.y > size * (top === null ? 2.6 : 1.5)) break;
    if (row.some((piece) => piece.x0 < first.from - NEAR || piece.x1 > first.to + NEAR)) break;
    if (row.some((piece) => first.joints.some((x) => crosses(piece, x)))) break;
    below = row[0]!.y;
    top = row[0]!.y - size * 1.2;
  }
  if (top === null) return null;
  const head = within.filter((row) => row[0]!.y > top).flat();
  const filled = new Set(head.map(({ x0, x1 }) => first.joints.filter((x) => x < (x0 + x1) / 2).length));
  return filled.size > 1 ? top : null;
}

/** The lines between and around the columns of such tables, which nobody has drawn; none where a table has lines of its own for them. */
export function columnRules(
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
  pieces: readonly Piece[],
  frames: readonly Frame[],
): { horizontal: Rule[]; vertical: Rule[] } {
  const result: { horizontal: Rule[]; vertical: Rule[] } = { horizontal: [], vertical: [] };
  if (horizontal.length > MOST) return result;
  const seen = pieces.filter((piece) => piece.hidden === null && !piece.artifact);
  const rows = baselines(seen);
  const groups: Level[][] = [];
  for (const level of levelsOf(horizontal)) {
    if (level.joints.length === 0 || meetsVertical(level, vertical) || isOfFrame(level, frames)) continue;
    const group = groups.find((levels) => sameColumns(levels[0]!, level));
    if (group) group.push(level);
    else groups.push([level]);
  }
  for (const levels of groups) {
    if (levels.length < 2) continue;
    const first = levels[0]!;
    // A table of the same columns further down is one of its own where what stands between keeps to no column.
    let from = 0;
    for (let index = 1; index <= levels.length; index++) {
      const [before, level] = [levels[index - 1]!, levels[index]];
      const apart =
        !level ||
        seen.some((piece) => piece.y > before.y && piece.y - piece.size * 0.3 < level.y && first.joints.some((x) => crosses(piece, x)));
      if (!apart) continue;
      const part = levels.slice(from, index);
      const floor = from > 0 ? levels[from - 1]!.y : -Infinity;
      from = index;
      if (part.length < 2) continue;
      const head = topOf(part[0]!, floor, rows);
      const top = head ?? part[0]!.y;
      if (head !== null) result.horizontal.push({ at: head, from: first.from, to: first.to });
      const ends = { from: top, to: part.at(-1)!.y };
      for (const at of [first.from, ...first.joints, first.to]) result.vertical.push({ ...ends, at });
    }
  }
  return result;
}
