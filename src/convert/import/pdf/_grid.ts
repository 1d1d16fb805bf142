/* Tables by their ruling lines. */
import type { Box, Drawn, Rule } from './_pieces.js';
import { columnRules } from './_column-rules.js';
import { framesOf, type Frame } from './_frames.js';
import { append, largest, smallest } from '../../../text/lists.js';

export interface Grid extends Box {
  /** Edges of the columns and rows, ascending; one more than there are columns and rows. */
  x: number[];
  y: number[];
  /** For each cell, row by row, the number of the cell that it is merged into (its own where it is not). */
  owner: number[];
  /** Whether nobody has drawn the lines between its columns. */
  guessed: boolean;
}

const NEAR = 3;
/** Lines of a page; a drawing has many more, and is no table. */
const MOST_RULES = 4000;

/** Lines on one level that touch become one. Dotted borders are rows of little squares. */
function merged(rules: readonly Rule[]): Rule[] {
  const sorted = rules.map((rule) => ({ ...rule })).sort((a, b) => a.at - b.at || a.from - b.from);
  const levels: Rule[][] = [];
  for (const rule of sorted) {
    const level = levels.at(-1);
    if (level && rule.at - level[level.length - 1]!.at < 1.6 && rule.at - level[0]!.at < NEAR) level.push(rule);
    else levels.push([rule]);
  }
  const result: Rule[] = [];
  for (const level of levels) {
    level.sort((a, b) => a.from - b.from);
    let current: Rule | null = null;
    for (const rule of level) {
      if (current && rule.from - current.to <= NEAR + 1) current.to = Math.max(current.to, rule.to);
      else {
        current = { ...rule };
        result.push(current);
      }
    }
  }
  return result.filter((rule) => rule.to - rule.from > 6);
}

function edges(values: number[]): number[] {
  values.sort((a, b) => a - b);
  const result: number[] = [];
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (count > 0 && value - sum / count < NEAR + 1) {
      sum += value;
      count++;
      result[result.length - 1] = sum / count;
    } else {
      sum = value;
      count = 1;
      result.push(value);
    }
  }
  return result;
}

const covers = (rules: readonly Rule[], at: number, from: number, to: number): boolean => {
  let covered = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > NEAR + 1) continue;
    covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return covered > (to - from) * 0.6;
};

/** The ruled tables and boxes of a page, from the top, and the tables that have lines around them but not between their columns and rows. */
export function findGrids(drawn: Drawn): { grids: Grid[]; frames: Frame[] } {
  if (drawn.horizontal.length > MOST_RULES || drawn.vertical.length > MOST_RULES) return { grids: [], frames: [] };
  const horizontal = merged(drawn.horizontal);
  const vertical = merged(drawn.vertical);
  const frames = framesOf(drawn, vertical);
  const between = columnRules(drawn.horizontal, vertical, drawn.pieces, frames);
  append(horizontal, between.horizontal);
  append(vertical, between.vertical);
  // Lines that touch belong together.
  const group = [...horizontal.keys(), ...vertical.map((_, index) => horizontal.length + index)];
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] = group[group[at]!]!;
    return at;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR)
        group[root(horizontal.length + j)] = root(i);
    });
  });
  const groups = new Map<number, { h: Rule[]; v: Rule[] }>();
  [...horizontal, ...vertical].forEach((rule, index) => {
    const key = root(index);
    const members = groups.get(key) ?? { h: [], v: [] };
    (index < horizontal.length ? members.h : members.v).push(rule);
    groups.set(key, members);
  });
  const grids: Grid[] = [];
  for (const { h, v } of groups.values()) {
    if (h.length === 0 || v.length === 0 || h.length + v.length < 3) continue;
    // A border may be missing at a side, or cut off with the page.
    const left = smallest([...h.map((rule) => rule.from), ...v.map((rule) => rule.at)].slice(0, MOST_RULES));
    const rightEdge = largest([...h.map((rule) => rule.to), ...v.map((rule) => rule.at)].slice(0, MOST_RULES));
    const top = smallest([...v.map((rule) => rule.from), ...h.map((rule) => rule.at)].slice(0, MOST_RULES));
    const bottom = largest([...v.map((rule) => rule.to), ...h.map((rule) => rule.at)].slice(0, MOST_RULES));
    const x = edges([...v.map((rule) => rule.at), left, rightEdge]);
    const y = edges([...h.map((rule) => rule.at), top, bottom]);
    if (x.length < 2 || y.length < 2) continue;
    const columns = x.length - 1;
    const rows = y.length - 1;
    if (columns * rows > 20_000) continue;
    const owner = Array.from({ length: columns * rows }, (_, index) => index);
    const find = (index: number): number => (owner[index] === index ? index : (owner[index] = find(owner[index]!)));
    const unite = (a: number, b: number): void => {
      const [p, q] = [find(a), find(b)];
      owner[Math.max(p, q)] = Math.min(p, q);
    };
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        const cell = r * columns + c;
        if (c + 1 < columns && !covers(v, x[c + 1]!, y[r]!, y[r + 1]!)) unite(cell, cell + 1);
        if (r + 1 < rows && !covers(h, y[r + 1]!, x[c]!, x[c + 1]!)) unite(cell, cell + columns);
      }
    }
    for (let cell = 0; cell < owner.length; cell++) find(cell);
    grids.push({
      x0: x[0]!,
      x1: x.at(-1)!,
      y0: y[0]!,
      y1: y.at(-1)!,
      x,
      y,
      owner: owner.map((_, index) => find(index)),
      guessed: v.every((rule) => between.vertical.includes(rule)),
    });
  }
  // A box around another table is layout; the smaller one is the table.
  return { grids: grids.sort((a, b) => a.y0 - b.y0), frames };
}
