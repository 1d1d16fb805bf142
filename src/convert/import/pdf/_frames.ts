/*
 * Tables with a line above, one below the names of their columns and one at the end, as books set them. Nothing parts their columns and rows
 * but distance; the lines say where the table begins and ends, so that narrower distances can be believed than elsewhere on a page.
 */
import { cellsOf, rowsOf, tableOfCells, type Gap, type LineOf, type Row } from './_cells.js';
import type { TableLayout } from './_layout.js';
import { levelsOf, meetsVertical, sameEnds, type Level } from './_levels.js';
import type { Drawn, Piece, Rule } from './_pieces.js';
import { append, largest } from '../../../text/lists.js';

export interface Frame {
  /** Above, below the names of the columns, and at the end unless the table goes on over the page. */
  levels: readonly [Level, Level, Level?];
  region: Row[];
  gaps: Gap[];
}

/** Lines of a page; a drawing has many more, and is no table. */
const MOST = 4000;
/** In points; what is less wide underlines a word. */
const LEAST_WIDTH = 100;

const between = (rows: readonly Row[], upper: Level, lower: Level): Row[] => rows.filter(({ y }) => y > upper.y + 1 && y <= lower.y + 1);

/** What no line of text covers, inside the frame; where the lines are drawn cell by cell, at their joints only. */
function gapsOf(region: readonly Row[], joints: readonly number[]): Gap[] {
  const pieces = region.flatMap((row) => row.pieces).sort((a, b) => a.x0 - b.x0);
  const gaps: Gap[] = [];
  let end = Infinity;
  for (const piece of pieces) {
    if (piece.x0 > end) gaps.push({ from: end, to: piece.x0 });
    end = end === Infinity ? piece.x1 : Math.max(end, piece.x1);
  }
  const size = largest(region.map((row) => row.size));
  if (joints.length === 0) return gaps.filter((gap) => gap.to - gap.from > size * 0.65);
  return gaps.filter((gap) => joints.some((x) => x > gap.from - 1.5 && x < gap.to + 1.5));
}

/** Whether the names of the columns stand close to the lines around them, one above each column at least but for a first that needs none. */
function namesColumns(names: readonly Row[], gaps: readonly Gap[], top: Level, head: Level): boolean {
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last || names.length > 8) return false;
  if (first.y - top.y > first.size * 2.6 || head.y - last.y > last.size * 1.8) return false;
  // A single name is one only where it stands out; else lines may as well part the sections of a page.
  if (gaps.length === 0) return names.length === 1 && first.pieces.every((piece) => piece.bold);
  const named = cellsOf(names, gaps).map((column) => column.some((pieces) => pieces.length > 0));
  return named.slice(1).every(Boolean);
}

const inside = (row: Row, { from, to }: Level): boolean => row.pieces.every((piece) => piece.x0 > from - 2 && piece.x1 < to + 2);

/** The rows that keep to the columns below their names, where a table goes on over the page and the line below it stands there. */
function openBody(names: readonly Row[], head: Level, rows: readonly Row[], joints: readonly number[]): Row[] {
  const columns = gapsOf(names, joints).length;
  const body: Row[] = [];
  let last = names.at(-1)!;
  for (const row of rows) {
    if (row.y <= head.y + 1) continue;
    if (!inside(row, head) || row.y - last.y > row.size * 3.4 || row.size > last.size * 1.15) break;
    if (gapsOf([...names, ...body, row], joints).length < columns) break;
    body.push(row);
    last = row;
  }
  return body;
}

function frameOf(levels: readonly Level[], at: number, rows: readonly Row[]): Frame | null {
  const [top, head, bottom] = levels.slice(at, at + 3);
  if (!top || !head) return null;
  const joints = [top, head].find((level) => level.joints.length > 0)?.joints ?? [];
  const names = between(rows, top, head);
  const closed = bottom ? between(rows, head, bottom) : [];
  const framed = gapsOf([...names, ...closed], joints);
  if (bottom && closed.length > 0 && [...names, ...closed].every((row) => inside(row, top)) && namesColumns(names, framed, top, head)) {
    // Where a line follows that has the same columns above it, lines part the rows.
    const next = levels[at + 3];
    const more = next ? between(rows, bottom, next) : [];
    if (more.length > 0 && framed.length > 0 && gapsOf([...names, ...closed, ...more], joints).length === framed.length) return null;
    return { levels: [top, head, bottom], region: [...names, ...closed], gaps: framed };
  }
  if (levels.length > at + 2) return null;
  const ownGaps = gapsOf(names, joints);
  if (ownGaps.length === 0 || !names.every((row) => inside(row, top)) || !namesColumns(names, ownGaps, top, head)) return null;
  const body = openBody(names, head, rows, joints);
  const gaps = gapsOf([...names, ...body], joints);
  return body.length > 0 ? { levels: [top, head], region: [...names, ...body], gaps } : null;
}

/** Whether the lines of a table are those of a frame. */
export const isOfFrame = (level: Level, frames: readonly Frame[]): boolean =>
  frames.some((frame) => frame.levels.some((own) => own?.y === level.y && sameEnds(own, level)));

/** The tables of a page that lines frame and none part. */
export function framesOf({ horizontal, pieces }: Drawn, vertical: readonly Rule[]): Frame[] {
  if (horizontal.length > MOST) return [];
  const levels = levelsOf(horizontal).filter((level) => level.to - level.from > LEAST_WIDTH && !meetsVertical(level, vertical));
  if (levels.length < 2) return [];
  const groups: Level[][] = [];
  for (const level of levels) {
    const group = groups.find((one) => sameEnds(one[0]!, level));
    if (group) group.push(level);
    else groups.push([level]);
  }
  const frames: Frame[] = [];
  for (const group of groups) {
    if (group.length < 2) continue;
    const [{ from, to }] = group as [Level];
    const beside = pieces.filter((piece) => piece.hidden === null && !piece.artifact && piece.x1 > from && piece.x0 < to);
    const rows = rowsOf(beside);
    for (let at = 0; at + 1 < group.length; at++) {
      const frame = frameOf(group, at, rows);
      if (!frame) continue;
      frames.push(frame);
      at += frame.levels.length - 1;
    }
  }
  return frames;
}

/** The tables in frames, and the pieces that are in none of them. */
export function framedTables(
  frames: readonly Frame[],
  pieces: readonly Piece[],
  page: number,
  line: LineOf,
  leading: number,
): { tables: TableLayout[]; others: Piece[] } {
  const tables: TableLayout[] = [];
  const free = new Set(pieces);
  for (const { region, gaps, levels } of frames) {
    // What another table has, such as one inside a cell, is not of this one.
    if (!region.every((row) => row.pieces.every((piece) => free.has(piece)))) continue;
    const used: Piece[] = [];
    for (const row of region) append(used, row.pieces);
    for (const piece of used) free.delete(piece);
    const place = { page, line, pageRight: levels[0].to, levels: [levels[1].y], divided: false, leading };
    tables.push(tableOfCells(region, cellsOf(region, gaps), place));
  }
  return { tables, others: pieces.filter((piece) => free.has(piece)) };
}
