/* Lines across tables that have no lines between their columns. */
import type { Piece, Rule } from './_pieces.js';

export const NEAR = 1.2;

/** The pieces of a line across a table, from left to right, each beginning where the one before it ends. */
export interface Level {
  y: number;
  from: number;
  to: number;
  /** Where its pieces meet; none where it is drawn in one. */
  joints: number[];
}

/** The lines of a page that nothing but their pieces parts, from the top. */
export function levelsOf(rules: readonly Rule[]): Level[] {
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
    return levels;
  });
}

/** Whether lines go down from or up to this one, as in a table with lines around its cells. */
export const meetsVertical = (level: Level, vertical: readonly Rule[]): boolean =>
  vertical.some((rule) => rule.at > level.from - 3 && rule.at < level.to + 3 && rule.from < level.y + 3 && rule.to > level.y - 3);

export const sameEnds = (a: Level, b: Level): boolean => Math.abs(a.from - b.from) < NEAR * 2 && Math.abs(a.to - b.to) < NEAR * 2;

export const crosses = (piece: Piece, x: number): boolean => piece.x0 < x - 1.5 && piece.x1 > x + 1.5;
