import { byObject, byText, type SendDocument } from '../document/index.js';
import type { ChildFound } from './children.js';
import { namedInLine } from './children.js';
import { findInLine, type DataFound } from './find.js';

/*
 * Front matter is read by programs, but whoever opens the file sees it, and its titles and names go into deadlines and facts.
 */

/** Brackets mean a list in YAML, so the word stands there alone. */
const REMOVED_IN_YAML = 'removed';

const dataOf = byText(findInLine);
const namesOf = byText(namedInLine);

/** Each line with the offset where it begins. */
function linesOf({ text, frontMatter: { span } }: SendDocument): readonly (readonly [start: number, line: string])[] {
  if (!span) return [];
  const lines: (readonly [number, string])[] = [];
  let start = span.start;
  for (const line of text.slice(span.start, span.end).split('\n')) {
    lines.push([start, line]);
    start += line.length + 1;
  }
  return lines;
}

/** Personal data of the front matter, in order. Spans are of the document. */
export const dataInFrontMatter = byObject((document: SendDocument): readonly DataFound[] =>
  linesOf(document).flatMap(([start, line]) =>
    dataOf(line).map(({ kind, from, to, home }) => {
      const at = { start: start + from, end: start + to };
      return {
        kind,
        at,
        value: line.slice(from, to),
        edits: [{ ...at, text: REMOVED_IN_YAML }],
        ...(home === undefined ? {} : { home }),
      };
    }),
  ),
);

/** Children whom the front matter names, in order. Spans are of the document. */
export const childrenInFrontMatter = byObject((document: SendDocument): readonly ChildFound[] =>
  linesOf(document).flatMap(([start, line]) =>
    namesOf(line).map(({ from, to, names }) => ({
      kind: 'named' as const,
      at: { start: start + from, end: start + to },
      names,
      setting: null,
    })),
  ),
);
