import type { SendDocument } from '../../document/index.js';

/** One replacement of text[start, end). */
export interface DoneEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit that adds an id to `done` in a document's front matter, in the way in which it is written there; null when it is there already. */
export function doneEdit(document: SendDocument, id: string): DoneEdit | null {
  const { text, frontMatter } = document;
  if (frontMatter.data.done?.includes(id)) return null;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!frontMatter.span) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return { start, end: start, text: `---${eol}done: [${id}]${eol}---${eol}${eol}` };
  }
  const value = frontMatter.valueSpan('done');
  const written = value ? text.slice(value.start, value.end).trimEnd() : '';
  if (value && written.startsWith('[') && written.endsWith(']')) {
    const end = value.start + written.length - 1;
    const before = text.slice(value.start + 1, end);
    const gap = before.trim() === '' || before.trimEnd().endsWith(',') ? '' : ', ';
    const at = value.start + 1 + before.trimEnd().length;
    return { start: at, end: at, text: `${gap}${before.trimEnd().endsWith(',') ? ' ' : ''}${id}` };
  }
  if (value && written.startsWith('-')) {
    const lineStart = text.lastIndexOf('\n', value.start - 1) + 1;
    const indent = text.slice(lineStart, value.start);
    const at = value.start + written.length;
    return { start: at, end: at, text: `${eol}${/^\s*$/.test(indent) ? indent : '  '}- ${id}` };
  }
  if (value && written !== '') return { start: value.start, end: value.start + written.length, text: `[${id}]` };
  const key = frontMatter.keySpan('done');
  if (key) {
    const colon = text.indexOf(':', key.end);
    return { start: colon + 1, end: colon + 1, text: ` [${id}]` };
  }
  const closing = closingLine(text, frontMatter.span);
  return { start: closing, end: closing, text: `done: [${id}]${eol}` };
}

/** Offset of the line that closes the front matter. */
function closingLine(text: string, { start, end }: { readonly start: number; readonly end: number }): number {
  const body = text.slice(start, end).trimEnd();
  return start + body.lastIndexOf('\n') + 1;
}
