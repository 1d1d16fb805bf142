import { visible } from './visible.js';

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
 * Text for the content and the values of a page. A page may be printed to a terminal or a log: a line break of the text begins no line there,
 * and what commands a terminal is written out.
 */
export const escapeHtml = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"'\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => ESCAPES[character] ?? visible(character));
