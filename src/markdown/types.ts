import type { RootContent } from 'mdast';
import type { Span } from '../text/span.js';
import type { Sentence } from '../language/sentences.js';
import type { Unread } from './limits.js';
import type { Mend } from './mend.js';

export type { Sentence, Unread };

/**
 * A run of top-level Markdown that parses on its own exactly as it does inside the whole document.
 * Immutable and position-free: every offset and line in it counts from the block's own first character (offset 0, line 1),
 * so an unchanged block is reused wherever it moves to.
 */
export interface Block {
  readonly text: string;
  /** Top-level mdast nodes; positions relative to the block. */
  readonly nodes: readonly RootContent[];
  /** Why the block was not read as Markdown, so that `nodes` is its bare text; null for every block that a person would write. */
  readonly unread: Unread;
  /** Slips that were read as they were meant: `nodes` is what `text` should have said. */
  readonly mends: readonly Mend[];
  /** Visible text, unit by unit, in source order. */
  readonly prose: readonly Prose[];
  /** False until `prose` is asked for. */
  readonly proseIsRead: boolean;
  /** Number of line breaks in `text`. */
  readonly newlines: number;
  /** Offset of each line's first character; the first is 0. CR LF is one line break. */
  readonly lineStarts: readonly number[];
  /** What was worked out from the block: see `perBlock`, which alone looks in here. */
  readonly kept: unknown[];
}

export type ProseKind = 'paragraph' | 'heading' | 'item' | 'cell' | 'header-cell' | 'quote';

/**
 * The visible text of one paragraph, heading, list item's paragraph or table cell. Markup is gone, `<br>` and hard breaks are "\n",
 * character references are decoded; link texts stay, images and HTML do not, inline code is replaced by U+FFFC (it is not prose).
 * `sourceOf` leads back to the Markdown.
 */
export interface Prose {
  readonly kind: ProseKind;
  readonly text: string;
  /** The span of the unit in its block, markup included. */
  readonly span: Span;
  /** 0 when not in a quotation block; how deeply quoted otherwise. */
  readonly quoted: number;
  /** For cells: 0-based row (0 is the header) and column. */
  readonly row?: number;
  readonly column?: number;
  /** Heading depth for headings. */
  readonly depth?: number;
  /** Source span (block-relative) of text[from, to). Bad input (from > to, out of range) is clamped. */
  sourceOf(from: number, to: number): Span;
}

/** A block at its present place in a document. */
export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
  /** Offset of the block's first character in the document. */
  readonly start: number;
  /** 0-based line of the block's first character. */
  readonly line: number;
}
