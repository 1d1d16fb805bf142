import type { HeadingInfo, SendDocument } from '../../document/index.js';
import type { TextEdit } from '../rule.js';

/** The line break that the document uses. */
export const lineBreakOf = (document: SendDocument): string => (document.text.includes('\r\n') ? '\r\n' : '\n');

/** One edit that gives a heading another level; null where that cannot be said in Markdown (deeper than 6, or a heading of several lines). */
export function relevel(document: SendDocument, heading: HeadingInfo, depth: number): TextEdit | null {
  if (depth < 1 || depth > 6) return null;
  const { start, end } = heading.span;
  const marks = /^#{1,6}/.exec(document.text.slice(start, Math.min(end, start + 6)));
  if (marks) return { start, end: start + marks[0].length, text: '#'.repeat(depth) };
  // Underlined with === or ---.
  const words = document.text.slice(heading.textSpan.start, heading.textSpan.end);
  return /[\n\r]/.test(words) ? null : { start, end, text: `${'#'.repeat(depth)} ${words}` };
}

/** Edits that move several headings by some levels; null when one of them cannot move. */
export function shift(document: SendDocument, headings: readonly HeadingInfo[], by: number): TextEdit[] | null {
  const edits = headings.map((heading) => relevel(document, heading, heading.depth + by));
  return edits.includes(null) ? null : (edits as TextEdit[]);
}

/** A heading and those that follow it, up to the first of a level above `depth` (a smaller number). */
export function runFrom(headings: readonly HeadingInfo[], index: number, depth: number): readonly HeadingInfo[] {
  const end = headings.findIndex((other, at) => at > index && other.depth < depth);
  return headings.slice(index, end < 0 ? undefined : end);
}
