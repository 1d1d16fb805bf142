/*
 * What all readers of documents without pages read into: blocks as they stand in the original, with the look that tells a heading from a
 * paragraph where nobody marked it. shape.ts makes sense of them, markdown.ts writes them.
 */

export interface TextInline {
  readonly kind: 'text';
  /** May hold tabs, which are only layout, and any kind of space. */
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** Set as code. */
  readonly code?: boolean;
  /** A web or mail address; of a place in the document, “#” and the name of its bookmark, until `linkHeadings` makes an address of it. */
  readonly href?: string;
}

export type Inline =
  | TextInline
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'image'; readonly alt: string; readonly name: string };

export interface ListPlace {
  readonly ordered: boolean;
  /** What it counts to, from 1; of no meaning for bullets. */
  readonly number: number;
  /** The number as the original shows it, for example “2.1”; null for bullets. */
  readonly label: string | null;
  /** Paragraphs of one key are of one list. */
  readonly key: string;
  /** 0 is the outermost. */
  readonly level: number;
  /** Distance of the text from the margin in twentieths of a point, where it is known. */
  readonly indent: number | null;
}

export interface Look {
  /** Points, of most of its letters; null where nothing says. */
  readonly size: number | null;
  /** All of its letters are. */
  readonly bold: boolean;
  readonly underline: boolean;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
  /** 0 is the document's title, 1 the highest heading; null where it is none. */
  readonly heading: number | null;
  readonly list: ListPlace | null;
  readonly look: Look;
  readonly quote: boolean;
  /** Lines of code, kept as they are. */
  readonly code: boolean;
  /** Which code it is, where its style says so. */
  readonly language?: string;
  /** Goes on in the list item before it. */
  readonly continues: boolean;
  /** A line drawn under nothing. */
  readonly rule: boolean;
  /** Distance from the margin in twentieths of a point, where it is known. */
  readonly indent: number | null;
  /** A line of a table of contents that is marked as such. */
  readonly contents: boolean;
  /** Names that links within the document lead to it by. */
  readonly bookmarks: readonly string[];
  /** 1-based number of the paragraph or table in the original. */
  readonly paragraph: number;
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns of the grid it takes. */
  readonly span: number;
  /** Merged with the cell above it. */
  readonly continued: boolean;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Columns of the grid that are left out before its first cell. */
  readonly before: number;
  readonly header: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  /** The first column names the rows and no row names the columns. */
  readonly headerless?: boolean;
  /** Distance from the margin in twentieths of a point, where it is known. */
  readonly indent?: number;
  readonly paragraph: number;
}

export type Block = ParagraphBlock | TableBlock;

const PLAIN_LOOK: Look = { size: null, bold: false, underline: false };

/** A paragraph with all that is not given left plain. */
export function paragraphBlock(given: Partial<Omit<ParagraphBlock, 'kind'>> & Pick<ParagraphBlock, 'inlines'>): ParagraphBlock {
  return {
    kind: 'paragraph',
    heading: null,
    list: null,
    look: PLAIN_LOOK,
    quote: false,
    code: false,
    continues: false,
    rule: false,
    indent: null,
    contents: false,
    bookmarks: [],
    paragraph: 0,
    ...given,
  };
}

/** The words of a paragraph, as they are, with line breaks for breaks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : '')).join('');
}

export function hasWords(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.kind === 'image' || inline.kind === 'note' || (inline.kind === 'text' && /\S/.test(inline.text)));
}

/** The words of blocks, cell by cell, one line a paragraph. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? plainText(block.inlines)
        : block.rows.map((row) => row.cells.map((cell) => wordsOf(cell.blocks)).join('\t')).join('\n'),
    )
    .join('\n');
}
