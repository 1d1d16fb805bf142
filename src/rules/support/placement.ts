import type { Section, SendDocument } from '../../document/index.js';
import type { TextEdit } from '../rule.js';
import { lineBreakOf } from './headings.js';

const NEXT_LINE = /^<!--\s*area-send-disable-next-line\b/;

/** Offset of a section’s first line, with the comments that switch a rule off for its heading. */
export function startOf(document: SendDocument, section: Section): number {
  if (!section.heading) return section.span.start;
  let index = section.heading.flowIndex;
  while (
    index > 0 &&
    document.flow[index - 1]!.node.type === 'html' &&
    NEXT_LINE.test(document.text.slice(document.flow[index - 1]!.span.start, document.flow[index - 1]!.span.end))
  )
    index--;
  return document.flow[index]!.span.start;
}

/** Offset where a section ends, without the comments that belong to the next heading. */
export function endOf(document: SendDocument, section: Section): number {
  const next = document.sections.find((other) => other.heading?.span.start === section.span.end);
  return next ? startOf(document, next) : section.span.end;
}

/** Where a section goes that belongs after one and before the other; -1 when neither is there. A section within the one before it stays behind. */
export function placeBetween(document: SendDocument, before: Section | undefined, after: Section | undefined): number {
  const end = before ? endOf(document, before) : -1;
  if (before && !(after && after.span.start < end)) return end;
  return after ? startOf(document, after) : -1;
}

const BLANK_LINE = /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/;

/** What must stand between the text before an offset and a new block: nothing after an empty line, else the line breaks that are missing. */
export function gapBefore(document: SendDocument, offset: number): string {
  const eol = lineBreakOf(document);
  if (offset === 0 || offset === document.frontMatter.span?.end || BLANK_LINE.test(document.text.slice(Math.max(0, offset - 200), offset)))
    return '';
  return /[\n\r]$/.test(document.text.slice(Math.max(0, offset - 1), offset)) ? eol : eol + eol;
}

/** Inserts blocks of Markdown before an offset, with empty lines around them. */
export function insertBlocks(document: SendDocument, offset: number, text: string): TextEdit {
  const eol = lineBreakOf(document);
  const atEnd = document.text.slice(offset).trim() === '';
  return { start: offset, end: offset, text: `${gapBefore(document, offset)}${text.replace(/\r?\n/g, eol)}${eol}${atEnd ? '' : eol}` };
}
