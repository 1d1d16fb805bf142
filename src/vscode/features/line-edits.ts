/* What keys do to a line, as they do in Word. Without the editor, so that it can be tested by itself. Offsets are UTF-16 code units. */
import type { TextEdit } from '../../text/span.js';
import { isDelimiterRow, type LineAt } from './typing.js';

/** An edit and what is chosen after it, by offsets in the new text. */
export interface KeyEdit {
  readonly edit: TextEdit;
  readonly selection: { readonly start: number; readonly end: number };
}

const countBack = (text: string, at: number): number => {
  let count = 0;
  while (count < 3 && text[at - 1 - count] === '*') count++;
  return count;
};
const countOn = (text: string, at: number): number => {
  let count = 0;
  while (count < 3 && text[at + count] === '*') count++;
  return count;
};

/** Makes words bold (`**`) or italic (`*`), or takes that away; without a selection the word at the cursor. */
export function emphasised(text: string, from: number, to: number, mark: '**' | '*'): KeyEdit {
  let [start, end] = [from, to];
  if (start === end) {
    while (start > 0 && /[\p{L}\p{N}’'-]/u.test(text[start - 1]!)) start--;
    while (end < text.length && /[\p{L}\p{N}’'-]/u.test(text[end]!)) end++;
  }
  // Spaces inside the marks would show the marks.
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  const isWord = (count: number): boolean => (mark === '**' ? count >= 2 : count === 1 || count === 3);
  const around = Math.min(countBack(text, start), countOn(text, end));
  if (start < end && isWord(around))
    return {
      edit: { start: start - mark.length, end: end + mark.length, text: text.slice(start, end) },
      selection: { start: start - mark.length, end: end - mark.length },
    };
  const inside = Math.min(countOn(text, start), countBack(text, end));
  if (end - start > mark.length * 2 && isWord(inside))
    return {
      edit: { start, end, text: text.slice(start + mark.length, end - mark.length) },
      selection: { start, end: end - mark.length * 2 },
    };
  return {
    edit: { start, end, text: `${mark}${text.slice(start, end)}${mark}` },
    selection: { start: start + mark.length, end: end + mark.length },
  };
}

const ITEM = /^([ \t]*)(?:([-*+•])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;

export const isListLine = (line: string): boolean => ITEM.test(line);

/** Whether a line is a row of a table, its header included; never the line of dashes. */
export function isRowLine(lineAt: LineAt, line: number, count: number): boolean {
  const text = lineAt(line);
  if (!/^ {0,3}\|/.test(text) || isDelimiterRow(text)) return false;
  if (line + 1 < count && isDelimiterRow(lineAt(line + 1))) return true;
  for (let row = line - 1; row >= 0 && row > line - 500 && lineAt(row).includes('|'); row--) if (isDelimiterRow(lineAt(row))) return true;
  return false;
}

/** What Enter does in a line at a column; null where it does what it always does. Offsets count from the start of the line. */
export function entered(line: string, column: number, isRow: boolean, eol: string): KeyEdit | null {
  if (isRow) {
    const cells = cellsOf(line);
    const last = cells.at(-1);
    if (!last || column < cells[0]!.start) return null;
    // Enter in an empty row ends the table.
    if (cells.every(({ text }) => text === '')) return { edit: { start: 0, end: line.length, text: '' }, selection: { start: 0, end: 0 } };
    // In a cell it makes a new line of the cell, as in Word; in the last one, at its end, it begins a row.
    if (!['', '|'].includes(line.slice(column).trim()))
      return { edit: { start: column, end: column, text: '<br>' }, selection: { start: column + 4, end: column + 4 } };
    const row = emptyRow(cells.length);
    const at = line.length + eol.length + 2;
    return { edit: { start: line.length, end: line.length, text: eol + row }, selection: { start: at, end: at } };
  }
  const item = ITEM.exec(line);
  if (!item || column < item[0].length) return null;
  const [whole, indent, bullet, number, sign, gap, task] = item as unknown as [string, string, string?, string?, string?, string?, string?];
  // Enter in an empty item ends the list.
  if (line.slice(whole.length).trim() === '') return { edit: { start: 0, end: line.length, text: '' }, selection: { start: 0, end: 0 } };
  const marker = bullet ?? `${Number(number) + 1}${sign}`;
  const next = `${eol}${indent}${marker}${gap}${task === undefined ? '' : '[ ] '}`;
  const rest = column + (/^[ \t]*/.exec(line.slice(column))?.[0].length ?? 0);
  return { edit: { start: column, end: rest, text: next }, selection: { start: column + next.length, end: column + next.length } };
}

/** What Enter always does: a new line in place of what is chosen, indented like the line. Offsets count from the start of the line. */
export function newLine(line: string, start: number, end: number, eol: string): KeyEdit {
  const text = eol + /^[ \t]*/.exec(line.slice(0, start))![0];
  return { edit: { start, end, text }, selection: { start: start + text.length, end: start + text.length } };
}

export const emptyRow = (cells: number): string => `|${'  |'.repeat(cells)}`;

/** The cells of a row, without the spaces around their words. Where a cell is empty, the place is where its words go. */
export function cellsOf(line: string): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const bars: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|') bars.push(at);
  }
  if (bars.length > 0 && line.slice(bars.at(-1)! + 1).trim() !== '') bars.push(line.length);
  return bars.slice(0, -1).map((bar, index) => {
    const inner = line.slice(bar + 1, bars[index + 1]);
    const text = inner.trim();
    const start = text === '' ? bar + 1 + Math.min(1, inner.length) : bar + 1 + inner.indexOf(text);
    return { start, end: start + text.length, text };
  });
}

/** The next cell of a row (1) or the one before (-1); null at the end of the row. */
export function nextCell(line: string, column: number, way: 1 | -1): { readonly start: number; readonly end: number } | null {
  const cells = cellsOf(line);
  const here = cells.findLastIndex(({ start }, index) => index === 0 || start <= column);
  return cells[here + way] ?? null;
}
