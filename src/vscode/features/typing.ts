import { planFieldOf } from '../../framework/plan-columns.js';

/** The text of a line by its number, from 0. */
export type LineAt = (line: number) => string;

export const isDelimiterRow = (text: string): boolean => text.includes('-') && /^[\s|:-]+$/.test(text);

const cells = (row: string): string[] => {
  const parts = row
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  return parts.map((part) => part.trim());
};

/** Whether the end of a started row of a table stands in the column that tells which area an action answers. */
export function inAreaColumn(lineAt: LineAt, line: number, before: string): boolean {
  if (!/^\s*\|/.test(before)) return false;
  for (let row = line - 1; row > 0 && row > line - 200; row--) {
    const text = lineAt(row);
    if (!text.includes('|')) return false;
    if (isDelimiterRow(text)) {
      const header = cells(lineAt(row - 1))[cells(before).length - 1];
      return header !== undefined && planFieldOf(header) === 'area';
    }
  }
  return false;
}

/**
 * What has been typed of an area's id at the end of a line; null where none is wanted. While somebody types (`asked` is false) an offer is only
 * made where an id is plainly meant: it must not come up at each space of a sentence.
 */
export function typedAreaId(lineAt: LineAt, line: number, before: string, asked: boolean): string | null {
  const typed = /(?:^|[\s|,(])((?:A(?:F(?:I\d*)?|P(?:A\d*)?)?)?)$/.exec(before)?.[1];
  if (typed === undefined) return null;
  if (asked || typed.length >= 2) return typed;
  const cell = /\|([^|]*)$/.exec(before)?.[1];
  return cell !== undefined && /^(?:[\s,]|and|A(?:FI|PA)\d+)*A?$/.test(cell) && inAreaColumn(lineAt, line, before) ? typed : null;
}

/** Whether a heading is only begun, so that those that are missing may be offered by themselves. */
export const headingBegun = (before: string, asked: boolean): boolean => (asked ? /^#{1,6}\s?[^#]*$/ : /^#{1,6} ?$/).test(before);

/** Whether the words of a heading stand there, so that nothing is left to offer and Enter begins a new line. */
export const headingTyped = (before: string, headings: readonly string[]): boolean => {
  const words = before
    .replace(/^#{1,6}\s*/, '')
    .trim()
    .toLowerCase();
  return headings.some((heading) => heading.toLowerCase() === words);
};

/** What has been typed of a sentence at the end of a line; null where no fixed sentence can stand. */
export const typedSentence = (before: string): string | null =>
  /^\s*([A-Za-z][^.|]{0,80})?$/.exec(before)?.[1] ?? (before.trim() === '' ? '' : null);

/** Whether a fixed sentence is offered for what was typed: all when somebody asks, else those that begin like it. */
export const offersSentence = (sentence: string, typed: string, asked: boolean): boolean =>
  asked || (typed.trim() !== '' && sentence.toLowerCase().startsWith(typed.trimStart().toLowerCase()));

/** What is typed of a snippet's name at the start of a line, an item or a cell; null elsewhere, as in “send-off”. */
export const snippetBegun = (before: string): string | null =>
  /^\s*(?:(?:[-*+]|\d{1,9}[.)]) +|\|(?:[^|]*\|)* *)?(send-[a-z-]{0,60})$/i.exec(before)?.[1] ?? null;
