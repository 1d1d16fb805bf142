import { XmlAttributeComponent, XmlComponent, type Table } from 'docx';
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

/** Of a character in a table, in twentieths of a point, with the cell's margins. */
const CHARACTER = 125;
const MARGINS = 240;
/** Rows that are looked at. */
const SAMPLE = 200;

/** Widths of columns in twentieths of a point that make `total`: wide enough for the longest word where all fit, the rest by how much text they hold. */
export function columnWidths(rows: readonly TreeNode[], columns: number, total: number): number[] {
  const least = new Array<number>(columns).fill(MARGINS + CHARACTER * 3);
  const wanted = new Array<number>(columns).fill(1);
  for (const row of rows.slice(0, SAMPLE)) {
    row.children?.slice(0, columns).forEach((cell, column) => {
      const words = wordsOf(cell);
      let longest = 0;
      for (const word of words.slice(0, 2000).split(' ')) longest = Math.max(longest, word.length);
      least[column] = Math.max(least[column]!, MARGINS + CHARACTER * Math.min(longest, 24));
      wanted[column] = Math.max(wanted[column]!, Math.sqrt(Math.min(words.length, 2000)));
    });
  }
  const sum = (list: readonly number[]): number => list.reduce((left, right) => left + right, 0);
  const room = total - sum(least);
  const exact =
    room > 0
      ? least.map((width, column) => width + (room * wanted[column]!) / sum(wanted))
      : least.map((width) => (width * total) / sum(least));
  return exact.map((width) => Math.max(1, Math.floor(width)));
}
