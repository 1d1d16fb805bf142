import { kindOfTitle, OPENING_LENGTH } from '../framework/kinds.js';
import { meantTitle } from '../framework/meant-title.js';
import { isReportKind, type DocumentKind } from '../framework/types.js';
import type { FlowNode, HeadingInfo } from './types.js';

/*
 * The kind that a document's title claims. A title that lost its sign, its level or a letter still claims it: a document without a kind is
 * not checked at all, and its author would hear nothing of the slip.
 */

const SORT_OF_PLAN =
  /\b(?:plan|strateg|road ?map|programme|priorities|promise|pledge|commitment|ambition|statement of action|action tracker)/i;

/** Longer first lines are no titles, in UTF-16 code units. */
const LONGEST_TITLE = 200;

const kindOf = (title: string, opening: string): DocumentKind | null => {
  const meant = meantTitle(title);
  return (meant === title ? null : kindOfTitle(meant, opening)) ?? kindOfTitle(title, opening);
};

export function claimedKind(text: string, headings: readonly HeadingInfo[], flow: readonly FlowNode[]): DocumentKind | null {
  const opening = (from: number): string => text.slice(from, from + OPENING_LENGTH);
  const title = headings.find(({ depth }) => depth === 1);
  if (title) return kindOf(title.text, opening(title.span.end));
  // Of other lines only the first few can be the title, where the parts of such a document stand below.
  for (const { node, span } of flow.slice(0, 3)) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const line = lineOf(text.slice(span.start, span.end));
    const kind = line === null ? null : kindOf(line, opening(span.end));
    if (kind && hasParts(kind, text)) return kind;
    if (node.type === 'heading') break;
  }
  return null;
}

/** The words of a line that may be a title without its sign; null for a sentence, and for more than one line. */
function lineOf(source: string): string | null {
  const line = source
    .trim()
    .replace(/^#{1,6}[ \t]+/, '')
    .replace(/[*_]{2}/g, '')
    .trim();
  return line === '' || line.length > LONGEST_TITLE || /[\n\r]|[.!?:;,|]$|[.!?] \p{Lu}/u.test(line) ? null : line;
}

const REPORT_PART =
  /^[ \t#|*_]{0,8}(?:\d[\d.]{0,4} )?(?:inspection outcome|areas? for (?:improvement|priority action)|inspection dates?)\b/im;
const HEADING = /^ {0,3}#{2,6}[ \t]+\S/m;
const LIST_OR_TABLE = /^ {0,3}(?:[-*+•|]|\d{1,3}[.)]|<(?:table|ul|ol)\b)[ \t]*\S/im;

const hasParts = (kind: DocumentKind, text: string): boolean =>
  isReportKind(kind) ? REPORT_PART.test(text) : HEADING.test(text) && LIST_OR_TABLE.test(text);

/** The first line with words below the first title, which may say what a name stands for. */
function lineBelowTitle(text: string): string {
  const title = /^ {0,3}#(?!#).*$/m.exec(text);
  if (!title) return '';
  const end = title.index + title[0].length;
  return /\S.*/.exec(text.slice(end, end + 400))?.[0] ?? '';
}

/** A sentence that speaks of a plan names none. */
const isSubtitle = (line: string): boolean => SORT_OF_PLAN.test(line) && !/[.!?:]$|[.!?] /.test(line.slice(0, LONGEST_TITLE + 1).trimEnd());

/** The first lines with words behind front matter, from `from` on. */
const firstLines = (text: string, from: number): readonly string[] =>
  text
    .slice(from, from + 1000)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, 3);

/**
 * Could this text be a recognised document by its title? Errs towards yes; spares all other files any further reading.
 * `from`: where front matter ends, a UTF-16 offset.
 */
export const mayHaveTitle = (text: string, from: number): boolean =>
  /^ {0,3}[^\s#]?[ \t]?#(?!#).*(?:SEND|special|priority|engagement|monitoring|plan|strateg|road ?map|programme|priorities|promise|pledge|commitment|ambition|statement|&|adulthood|inclusi|belonging|transition|together|better|future|inspect|disabil|action)/im.test(
    text,
  ) ||
  isSubtitle(lineBelowTitle(text)) ||
  /^ {0,3}=+[ \t]*$/m.test(text) ||
  (!/^ {0,3}#(?!#)/m.test(text) &&
    firstLines(text, from).some((source) => {
      const line = lineOf(source);
      const kind = line === null ? null : kindOf(line, text.slice(from, from + OPENING_LENGTH));
      return kind !== null && hasParts(kind, text);
    }));
