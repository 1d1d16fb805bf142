/*
 * Tables that have lines between their rows only. Programs that print web pages draw them cell by cell, so that where one piece of a line
 * ends and the next begins is where one column ends and the next begins.
 */
import { baselines } from './_lines.js';
import type { Piece, Rule } from './_pieces.js';
import { largest } from '../../../text/lists.js';

const NEAR = 1.2;
/** Pieces of lines on a page; a drawing has many more, and is no table. */
const MOST = 4000;

/** The pieces of a line across a table, from left to right, each beginning where the one before it ends. */
interface Level {
  y: number;
  from: number;
  to: number;
  /** Where its pieces meet. */
  joints: number[];
}

function levelsOf(rules: readonly Rule[]): Level[] {
  const sorted = rules.filter((rule) => rule.to - rule.from > 6).sort((a, b) => a.at - b.at);
  const heights: Rule[][] = [];
  for (const rule of sorted) {
    const last = heights.at(-1);
    if (last && rule.at - last[0]!.at < NEAR) last.push(rule);
    else heights.push([rule]);
  }
  return heights.flatMap((pieces) => {
    const levels: Level[] = [];
    for (const { at, from, to } of pieces.sort((a, b) => a.from - b.from || a.to - b.to)) {
      const level = levels.at(-1);
      if (!level || from - level.to > NEAR) levels.push({ y: at, from, to, joints: [] });
      else if (to - level.to > NEAR) {
        if (Math.abs(from - level.to) < NEAR) level.joints.push(from);
        level.to = to;
      }
    }
    return levels.filter(({ joints }) => joints.length > 0);
  });
}

const sameColumns = (a: Level, b: Level): boolean =>
  Math.abs(a.from - b.from) < NEAR * 2 &&
  Math.abs(a.to - b.to) < NEAR * 2 &&
  a.joints.length === b.joints.length &&
  a.joints.every((x, index) => Math.abs(x - b.joints[index]!) < NEAR * 2);

const crosses = (piece: Piece, x: number): boolean => piece.x0 < x - 1.5 && piece.x1 > x + 1.5;

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
): { horizontal: Rule[]; vertical: Rule[] } {
  const result: { horizontal: Rule[]; vertical: Rule[] } = { horizontal: [], vertical: [] };
  if (horizontal.length > MOST) return result;
  const seen = pieces.filter((piece) => piece.hidden === null && !piece.artifact);
  const rows = baselines(seen);
  const groups: Level[][] = [];
  for (const level of levelsOf(horizontal)) {
    const drawn = vertical.some(
      (rule) => rule.at > level.from - 3 && rule.at < level.to + 3 && rule.from < level.y + 3 && rule.to > level.y - 3,
    );
    if (drawn) continue;
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
