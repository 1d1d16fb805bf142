import { XmlAttributeComponent, XmlComponent, type Table } from 'docx';
import { largest } from '../../../text/lists.js';
import { wordsOf, type TreeNode } from '../_tree.js';

class Value extends XmlAttributeComponent<{ readonly val: string }> {
  protected override readonly xmlKeys = { val: 'w:val' };
}

class Caption extends XmlComponent {
  constructor(words: string) {
    super('w:tblCaption');
    this.root.push(new Value({ val: words }));
  }
}

/** Names a table for assistive technology: docx has no option for it. It is the last of the table's properties that are written here. */
export function captioned(table: Table, words: string): Table {
  const [properties] = (table as unknown as { readonly root: readonly unknown[] }).root;
  if (words !== '' && properties instanceof XmlComponent) properties.addChildElement(new Caption(words));
  return table;
}

/** Of Arial bold in thousandths of its size, from the blank to the tilde: what is set in it is never wider in the plain face. */
const WIDTHS =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584'
    .split(' ')
    .map(Number);
const OTHER_WIDTH = 611;
/** Of a cell on both sides of its text with its lines, in twentieths of a point. */
const MARGINS = 240;
/** Of the room that is left, given away one after the other. */
const SHARES = 60;
/** Rows that are looked at. */
const SAMPLE = 200;
/** Thousandths; what is longer is an address, which may break anywhere. */
const LONGEST = 15_000;
/** Where a line may end within a word: behind a hyphen between letters. */
const BREAKS = /\s+|(?<=\p{L}-)(?=\p{L})/u;

const widthOf = (word: string): number => {
  let width = 0;
  for (let index = 0; index < word.length; index++) width += WIDTHS[word.charCodeAt(index) - 32] ?? OTHER_WIDTH;
  return width;
};

/** Sizes of type in a table, in half points, from that of running text down to the least that is easily read. */
export const TABLE_SIZES = [24, 22, 20] as const;
export type TableSize = (typeof TABLE_SIZES)[number];

/** What a table needs of a page. */
export class TableMeasure {
  readonly columns: number;
  /** By column its longest word in thousandths of the size of type. */
  readonly #longest: number[];
  /** By column its longest text, as the longest word. */
  readonly #text: number[];

  constructor(rows: readonly TreeNode[]) {
    this.columns = rows.slice(0, 50).reduce((most, row) => Math.max(most, row.children?.length ?? 0), 1);
    this.#longest = new Array<number>(this.columns).fill(1500);
    this.#text = new Array<number>(this.columns).fill(0);
    for (const row of rows.slice(0, SAMPLE)) {
      row.children?.slice(0, this.columns).forEach((cell, column) => {
        const words = wordsOf(cell).slice(0, 2000);
        let longest = this.#longest[column]!;
        for (const word of words.split(BREAKS)) longest = Math.max(longest, Math.min(widthOf(word), LONGEST));
        this.#longest[column] = longest;
        this.#text[column] = Math.max(this.#text[column]!, widthOf(words));
      });
    }
  }

  /** The largest size of type in which no word is cut between margins that are `total` twentieths of a point apart; null where none is small enough. */
  sizeIn(total: number): TableSize | null {
    return TABLE_SIZES.find((size) => sum(this.#least(size)) <= total) ?? null;
  }

  /** Widths of columns in twentieths of a point that make `total`: wide enough for the longest word where all fit, the rest goes where cells are highest. */
  widthsIn(total: number, size: TableSize): number[] {
    const least = this.#least(size);
    const room = total - sum(least);
    if (room <= 0) return least.map((width) => Math.max(1, Math.floor((width * total) / sum(least))));
    const widths = [...least];
    for (let share = 0; share < SHARES; share++) {
      const heights = widths.map((width, column) => (this.#text[column]! * size) / (width - MARGINS));
      widths[heights.indexOf(largest(heights))]! += room / SHARES;
    }
    return widths.map(Math.floor);
  }

  #least(size: TableSize): number[] {
    return this.#longest.map((width) => MARGINS + Math.ceil((width * size) / 100));
  }
}

const sum = (list: readonly number[]): number => list.reduce((left, right) => left + right, 0);
