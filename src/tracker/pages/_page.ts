import { html, lines, page as standalonePage, type Html, type HtmlValue } from '../../text/html.js';
import { STYLE, STYLE_HASH } from './_style.js';

/** A page of the tracker. */
export const page = (title: string, body: readonly HtmlValue[]): string => standalonePage(title, STYLE, STYLE_HASH, body);

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}
export type Cell = HtmlValue | { readonly className: string; readonly content: HtmlValue };

const isClassed = (cell: Cell): cell is { readonly className: string; readonly content: HtmlValue } =>
  typeof cell === 'object' && cell !== null && 'className' in cell;

/** A table that is scrolled where it is wider than the page, by keyboard as well. The first cell of a row names it. */
export function table(id: string, caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Html {
  const cell = (value: Cell, column: number): Html => {
    const [content, name] = isClassed(value) ? [value.content, value.className] : [value, columns[column]?.isNumber ? 'number' : ''];
    return column === 0
      ? html`<th scope="row">${content}</th>`
      : name === ''
        ? html`<td>${content}</td>`
        : html`<td class="${name}">${content}</td>`;
  };
  return lines([
    html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">`,
    html`<table>`,
    html`<caption id="${id}">${caption}</caption>`,
    html`<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>`,
    html`<tbody>`,
    ...rows.map((row) => html`<tr>${row.map(cell)}</tr>`),
    html`</tbody>`,
    html`</table>`,
    html`</div>`,
  ]);
}
