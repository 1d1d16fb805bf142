import { html, lines, trusted, type Html, type HtmlValue } from '../../text/html.js';
import { STYLE, STYLE_HASH } from './_style.js';

/** A whole page that needs nothing else: no script, no address that it would fetch from. */
export const page = (title: string, body: readonly HtmlValue[]): string =>
  `${
    html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${trusted(STYLE_HASH)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lines(body)}
</main>
</body>
</html>`.markup
  }\n`;

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
