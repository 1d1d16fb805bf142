import type { TextEdit } from '../text/span.js';

/** Applies edits that do not overlap, in any order. Throws a RangeError when they overlap or lie outside the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    // Written so that what is no number fails as well.
    if (!(
      edit.start >= at &&
      edit.end >= edit.start &&
      edit.end <= text.length &&
      Number.isInteger(edit.start) &&
      Number.isInteger(edit.end) &&
      typeof edit.text === 'string'
    ))
      throw new RangeError('Edits overlap or lie outside the text.');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Adds a paragraph of its own, so that another may be added at the same place. */
export const isNewParagraph = ({ start, end, text }: TextEdit): boolean => start === end && /^(?:\r\n|\n){2}/.test(text);
