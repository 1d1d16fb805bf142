/* Tables as rows of text: joined over pages, with their header row. */
import type { TableLayout } from './_layout.js';
import { numberOf, type Line } from './_lines.js';
import { endsSentence, paragraphsOf, room, type Habits } from './_text.js';
import { append, largest } from '../../../text/lists.js';

export interface Table {
  page: number;
  /** Null where the table has no header row. */
  header: string[] | null;
  rows: string[][];
}

const textOf = (lines: readonly Line[]): string => lines.map((line) => `${line.marker ?? ''}${line.text}`).join(' ');

/** Whether a table at the top of a page is the rest of one at the end of the page before. */
export function sameTable(a: TableLayout, b: TableLayout): boolean {
  return a.ruled === b.ruled && a.x.length === b.x.length && a.x.every((x, index) => Math.abs(x - b.x[index]!) < 8);
}

/** The same part with the columns of the table that it goes on with, where some of them are empty in it; null where it is of another table. */
export function fittedTable(a: TableLayout, b: TableLayout): TableLayout | null {
  if (sameTable(a, b)) return b;
  if (a.ruled || b.ruled || b.x.length < 2 || b.x.length > a.x.length) return null;
  const places = b.x.map((x) => a.x.findIndex((other) => Math.abs(other - x) < 8));
  if (places.some((place, index) => place < 0 || (index > 0 && place <= places[index - 1]!))) return null;
  const rows = b.rows.map((row) =>
    a.x.map((_, column) => {
      const at = places.indexOf(column);
      return at < 0 ? [] : row[at]!;
    }),
  );
  return { ...b, x: a.x, rows };
}

const IDENTIFIER = /^[A-Z]{0,5} ?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?[.)]?$/;

/** Whether the first row after a page break goes on with the last row before it. */
function rowGoesOn(last: readonly Line[][], next: readonly Line[][]): boolean {
  // The first column tells where it has something of its own to say: a number, a name, an area.
  const [name, own] = [last[0]!.at(-1), next[0]![0]];
  if (next.length > 1 && own && own.marker === null && name && name.marker === null) {
    if (IDENTIFIER.test(own.text)) return false;
    if (room(name, own) > 2 && !/^\p{Ll}/u.test(own.text)) return false;
  }
  let starts = 0;
  let wrapped = 0;
  let missing = 0;
  for (let c = 0; c < next.length; c++) {
    const [before, after] = [last[c]!.at(-1), next[c]![0]];
    if (!before || !after) {
      if (before && !after) missing++;
      continue;
    }
    if (after.marker !== null) {
      // A list that goes on, where the cell before it speaks of one.
      if (before.marker !== null || last[c]!.some((line) => line.marker !== null) || /:$/.test(before.text)) return true;
      starts++;
      continue;
    }
    if (numberOf(after.text) !== null) {
      starts++;
      continue;
    }
    if (/^\p{Ll}/u.test(after.text)) return true;
    if (!endsSentence(before.text) && room(before, after) <= 2 && before.text.length > 0) wrapped++;
    else starts++;
  }
  // A full line may have ended with its cell: what begins anew beside it tells, unless the first column has nothing to say.
  if (wrapped > 0 && (starts === 0 || next[0]!.length === 0)) return true;
  if (starts === 0) return true;
  return missing > 0 && next[0]!.length === 0;
}

/** The lines of a cell without those of the name of its column, wherever they stand among them. */
const withoutLines = (cell: readonly Line[], head: readonly Line[]): Line[] =>
  cell.filter((line) => !head.some((name) => name.text === line.text && name.bold === line.bold));

/** Rows without the names of the columns, repeated at the top of a page; without lines, the rest of a row may seem to belong to them. */
function withoutHead(rows: readonly Line[][][], head: readonly Line[][]): readonly Line[][][] {
  const first = rows[0];
  if (!first || head.every((cell) => cell.length === 0)) return rows;
  const same = head.map((cell, c) => textOf((first[c] ?? []).slice(0, cell.length)) === textOf(cell));
  // What was cut off at the end of the page before may stand over one of them.
  const apart = same.filter((is) => !is).length;
  if (apart > 1 || (apart > 0 && head.filter((cell) => cell.length > 0).length < 4)) return rows;
  const rest = first.map((cell, c) => (same[c] ? cell.slice(head[c]?.length ?? 0) : withoutLines(cell, head[c]!)));
  return rest.some((cell) => cell.length > 0) ? [rest, ...rows.slice(1)] : rows.slice(1);
}

/** One table from its parts on several pages. */
function joinedTable(parts: readonly TableLayout[]): { page: number; rows: Line[][][]; ruled: boolean } {
  const first = parts[0]!;
  const rows = first.rows.map((row) => row.map((cell) => [...cell]));
  const head = rows[0]!;
  for (const part of parts.slice(1)) {
    const next = withoutHead(part.rows, head);
    next.forEach((row, index) => {
      const last = rows.at(-1)!;
      if (index === 0 && rows.length > 1 && rowGoesOn(last, row)) row.forEach((cell, c) => append(last[c]!, cell));
      else {
        const fresh = row.map((cell) => [...cell]);
        // A cell that is merged downwards goes on beside the new row.
        fresh.forEach((cell, c) => {
          const [before, after] = [last[c]!.at(-1), cell[0]];
          if (index > 0 || !before || !after || !/^\p{Ll}/u.test(after.text) || endsSentence(before.text) || room(before, after) > 2)
            return;
          append(last[c]!, cell.splice(0));
        });
        rows.push(fresh);
      }
    });
  }
  return { page: first.page, rows, ruled: first.ruled };
}

/** The text of a cell: paragraphs and items parted by line breaks. */
function cellText(lines: readonly Line[], habits: Habits): string {
  // A cell that goes on over the page has its lines in order, but their heights start again.
  const parts: string[] = [];
  // A dash by itself says that there is nothing to say.
  if (lines.length === 1 && lines[0]!.text === '') return lines[0]!.marker ?? '';
  for (const paragraph of paragraphsOf(lines, habits, true)) parts.push(paragraph.marker === null ? paragraph.text : `• ${paragraph.text}`);
  return parts.join('\n');
}

const isLabel = (text: string): boolean => {
  const words = text.split(' ').length;
  return words < 8 && (words < 3 || !endsSentence(text.replace(/:$/, '')));
};

const isHead = (rows: readonly Line[][][]): boolean => {
  const first = rows[0]!.flat();
  const rest = rows.slice(1).flat(2);
  if (first.length === 0 || rest.length === 0) return false;
  const bold = first.every((line) => line.bold);
  const restBold = rest.filter((line) => line.bold).length;
  if (bold && restBold < rest.length * 0.8) return true;
  if (rows[0]!.every((cell) => cell.length > 0) && first.every((line) => line.leaf?.headerCell === true)) {
    if (rows.slice(1).some((row) => row.some((cell) => cell.some((line) => line.leaf?.headerCell === false)))) return true;
  }
  const columns = rows[0]!.length;
  if (columns < 2) return false;
  return rows[0]!.every((cell) => cell.length > 0 && cell.length < 8 && isLabel(textOf(cell)));
};

/**
 * No line says where the last column of a table without lines ends, which need not reach as far as the page. Where its lines go on below one
 * another in small letters, the longest shows it.
 */
function narrowed(rows: readonly Line[][][]): void {
  const cells = rows.map((row) => row.at(-1)!);
  const edge = largest([0, ...cells.flat().map(({ x1 }) => x1)]);
  const wraps = cells.some((cell) =>
    cell.some((line, index) => index > 0 && /^\p{Ll}/u.test(line.text) && /[\p{L},]$/u.test(cell[index - 1]!.text)),
  );
  if (!wraps) return;
  for (const line of cells.flat()) line.right = Math.min(line.right, edge);
}

export function tableOf(parts: readonly TableLayout[], habits: Habits): Table {
  const { page, rows, ruled } = joinedTable(parts);
  if (!ruled) narrowed(rows);
  // Columns that nothing stands in are only distance.
  const columns = rows[0]!.map((_, c) => c).filter((c) => rows.some((row) => row[c]!.length > 0));
  const kept = rows.map((row) => columns.map((c) => row[c]!)).filter((row) => row.some((cell) => cell.length > 0));
  const texts = kept.map((row) => row.map((cell) => cellText(cell, habits)));
  // The name of a column is one, however many lines it takes.
  if (isHead(kept)) return { page, header: texts[0]!.map((text) => text.replace(/\n(?!• )/g, ' ')), rows: texts.slice(1) };
  return { page, header: null, rows: texts };
}
