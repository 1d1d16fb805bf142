import type { Node } from 'mdast';
import type { Span, TextEdit } from '../text/span.js';

/*
 * Markdown that will not be what its author meant: a row cut off from its table by an empty line, a heading without a space. What is lost
 * there is lost to every check, so a block is read as it was meant, and the slip is kept with it to be reported at its place.
 */

export type MendKind =
  | 'heading-space'
  | 'heading-sign'
  | 'heading-empty'
  | 'heading-in-item'
  | 'broken-heading'
  | 'hidden-space'
  | 'comment-sign'
  | 'row-sign'
  | 'joined-rows'
  | 'broken-row'
  | 'hidden-break'
  | 'other-bars'
  | 'extra-dashes'
  | 'second-table'
  | 'escaped-stars'
  | 'tab-table'
  | 'stray-row'
  | 'item-space'
  | 'item-sign'
  | 'item-lost'
  | 'joined-items'
  | 'half-break'
  | 'joined-label'
  | 'label-stars'
  | 'stray-quote'
  | 'cut-rows'
  | 'split-rows'
  | 'no-delimiter'
  | 'wrong-delimiter'
  | 'prose-under-table'
  | 'html-table'
  | 'html-list'
  | 'html-text'
  | 'drawn-table'
  | 'grid-table'
  | 'anchor'
  | 'link-brackets'
  | 'underlined-paragraph'
  | 'indented';

/** A slip in a block. Spans are block-relative. */
export interface Mend {
  readonly kind: MendKind;
  /** Where it shows. */
  readonly at: Span;
  /** What makes Markdown of it that says what was meant; empty where only its author can tell. */
  readonly edits: readonly TextEdit[];
  /** Readers see what was meant, or the slip is told of elsewhere. */
  readonly isQuiet?: true;
}

export const startOf = (node: Node): number => node.position!.start.offset!;

export const endOf = (node: Node): number => node.position!.end.offset!;

export const breakOf = (text: string): string =>
  text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r';

export const dashesFor = (cells: number): string => `|${' --- |'.repeat(cells)}`;

/** How many cells a row has, with bars around it or without. */
export const cellsOf = (line: string): number => {
  const bars = line.replace(/\\\|/g, '').match(/\|/g)?.length ?? 0;
  return Math.max(1, bars + 1 - (/^[ \t]*\|/.test(line) ? 1 : 0) - (/\|[ \t]*$/.test(line) ? 1 : 0));
};

/** A line that nothing of a table is lost with: an empty one in disguise, a line across the page, the number of a page. */
export const isIntruder = (line: string): boolean =>
  /^(?:[\s\u00a0\u200b\\|]|&nbsp;|&#160;)*$|^[ \t]*(?:-{3,}|\*{3,}|_{3,}|<[bh]r[ \t]?\/?>|(?:page )?\d{1,3}(?: (?:of|\/) \d{1,3})?)[ \t]*$/i.test(
    line,
  );
