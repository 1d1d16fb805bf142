import type { Element, ElementContent, Root, RootContent } from 'hast';
import { wordsOf, type TreeNode } from '../_tree.js';

/*
 * What a page needs beyond what the Markdown says: headings without gaps in their levels, names and headers of tables, and the list of contents.
 */

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly words: string;
}

/** Columns from which a table does not fit a small screen. */
const STACKED = 3;

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const isElement = (node: { type: string }, name?: string): node is Element =>
  node.type === 'element' && (name === undefined || (node as Element).tagName === name);
const elementsIn = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');
const words = (node: Element): string => wordsOf(node as unknown as TreeNode);

export class PageBuilder {
  readonly headings: Heading[] = [];
  #depths: number[] = [];
  #heading = '';
  readonly #names = new Map<string, number>();

  constructor(private readonly ids: readonly string[]) {}

  /** Changes the tree in place. Recursion follows the depth of the tree, which reading has limited. */
  visit(parent: Root | Element): void {
    const children: (RootContent | ElementContent)[] = [];
    for (const node of parent.children) {
      if (!isElement(node)) {
        children.push(node);
        continue;
      }
      if (/^h[1-6]$/.test(node.tagName)) this.#number(node);
      if (node.tagName === 'table') children.push(this.#table(node));
      else children.push(node);
      this.visit(node);
    }
    parent.children = children;
  }

  #number(node: Element): void {
    const depth = Number(node.tagName[1]);
    while (this.#depths.length > 0 && this.#depths.at(-1)! >= depth) this.#depths.pop();
    this.#depths.push(depth);
    const level = this.#depths.length;
    node.tagName = `h${level}`;
    const id =
      node.properties.id === 'footnote-label'
        ? 'footnote-label'
        : (this.ids[this.headings.length] ?? `section-${this.headings.length + 1}`);
    node.properties = { id };
    this.#heading = words(node);
    this.headings.push({ id, level, words: this.#heading });
  }

  #table(table: Element): Element {
    const rows = elementsIn(table).flatMap(elementsIn);
    const cells = elementsIn;
    const labels = cells(rows[0] ?? element('tr', {}, [])).map(words);
    const columns = Math.max(1, labels.length);
    const hasHeader = rows.length > 1 && labels.some((label) => label !== '');
    const label = this.#name(this.#heading || 'Table');
    const stacked = hasHeader && columns >= STACKED;
    const body = rows.slice(hasHeader || rows.length > 1 ? 1 : 0);
    for (const [index, row] of rows.entries()) {
      row.properties = { role: 'row' };
      row.children = cells(row);
      for (const [column, cell] of cells(row).entries()) {
        const align = cell.properties.align;
        const isHeader = index === 0 && hasHeader && words(cell) !== '';
        const namesRow = !hasHeader && column === 0 && columns > 1 && words(cell) !== '';
        cell.tagName = isHeader || namesRow ? 'th' : 'td';
        cell.properties = {
          role: isHeader ? 'columnheader' : namesRow ? 'rowheader' : 'cell',
          ...(isHeader ? { scope: 'col' } : namesRow ? { scope: 'row' } : {}),
          ...(align === 'right' || align === 'center' ? { className: [align] } : {}),
          ...(stacked && index > 0 && labels[column] ? { dataLabel: labels[column] } : {}),
        };
      }
    }
    table.properties = { role: 'table', ...(stacked ? { className: ['stack'] } : {}) };
    table.children = [
      element('caption', { className: ['hidden'] }, [{ type: 'text', value: label }]),
      ...(hasHeader ? [element('thead', { role: 'rowgroup' }, [rows[0]!])] : []),
      element('tbody', { role: 'rowgroup' }, body),
    ];
    if (columns < STACKED) return table;
    // A table that is wider than the page is scrolled, by keyboard as well.
    return element('div', { className: ['scroll'], role: 'region', ariaLabel: label, tabIndex: 0 }, [table]);
  }

  #name(label: string): string {
    const count = (this.#names.get(label) ?? 0) + 1;
    this.#names.set(label, count);
    return count === 1 ? label : `${label} (table ${count})`;
  }
}

/** The list of contents: headings of the second level, and of the third below them. */
export function contentsOf(headings: readonly Heading[]): Element | null {
  const items: Element[] = [];
  for (const { id, level, words: text } of headings) {
    if (text === '' || level < 2 || level > 3) continue;
    const item = element('li', {}, [element('a', { href: `#${id}` }, [{ type: 'text', value: text }])]);
    const above = items.at(-1);
    if (level === 2 || !above) {
      items.push(item);
      continue;
    }
    const last = above.children.at(-1)!;
    if (isElement(last, 'ul')) last.children.push(item);
    else above.children.push(element('ul', {}, [item]));
  }
  if (items.length < 2) return null;
  return element('nav', { ariaLabelledBy: ['contents'] }, [
    element('p', { id: 'contents' }, [{ type: 'text', value: 'Contents' }]),
    element('ul', {}, items),
  ]);
}

export { element };
