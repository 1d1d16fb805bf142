import { visible } from './visible.js';

/** Markup that stands in a page as it is. Only `html` and `trusted` make it, so text cannot become markup by an oversight. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What may stand between the pieces of a template: text is escaped, lists are joined, null and false leave nothing. */
export type HtmlValue = Html | string | number | null | false | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '\t',
};

/**
 * A page may be printed to a terminal or a log: a line break of the text begins no line there, and what commands a terminal is written out.
 */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"'\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => ESCAPES[character] ?? visible(character));

const markupOf = (value: HtmlValue): string => {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escaped(value) : value.map(markupOf).join('');
};

/** The tag of a template literal whose values are escaped, for text and for attributes in double quotation marks. */
export const html = (pieces: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(pieces.map((piece, index) => piece + (index < values.length ? markupOf(values[index]!) : '')).join(''));

/** Our own constant markup, such as a style sheet. Never text of a document or of a setting. */
export const trusted = (markup: string): Html => new Html(markup);

/** Pieces one below the other; those that are null or false are left out. */
export const lines = (pieces: readonly HtmlValue[]): Html =>
  new Html(
    pieces
      .filter((piece) => piece !== null && piece !== false)
      .map(markupOf)
      .join('\n'),
  );

/**
 * A page that stands alone: no script, and nothing that it would fetch. `styleHash` admits that style sheet alone: “sha256-” and its sum
 * in base64.
 */
export const page = (title: HtmlValue, style: string, styleHash: string, body: readonly HtmlValue[]): string =>
  `${
    html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${trusted(styleHash)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lines(body)}
</main>
</body>
</html>`.markup
  }\n`;
