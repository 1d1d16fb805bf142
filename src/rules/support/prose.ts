import { byObject, isPlainly, matchesOf, type Block, type PlacedProse, type Prose } from '../../document/index.js';
import type { Phrase } from '../../framework/phrases.js';
import type { Span } from '../../framework/types.js';
import { holding, overlapping } from '../../text/search.js';
import { replaceWith, type Fix } from '../rule.js';

/** A quotation of several paragraphs closes only in the last. */
const QUOTATION = /“[^”]{0,600}(?:”|$)|‘(?:[^’]|’(?=\p{L})){0,600}’(?!\p{L})|"[^"]{1,600}"/gu;

/**
 * Typed with the key of the apostrophe: it opens before a word, where none stands right before it. An owner’s apostrophe (“parents' views”)
 * may stand inside, in the sentence that the quotation closes in.
 */
const STRAIGHT_QUOTATION =
  /(?<![\p{L}\d'’])'(?=\p{L})(?:[^']|(?<=\p{L})'(?=\p{L})){1,600}(?:(?<=s)'(?= \p{Ll})(?:[^'.!?]|(?<=\p{L})'(?=\p{L})){1,200})?'(?!\p{L})/gu;

/** Whether a stretch of a prose unit stands in quotation marks. */
const inQuotation = byObject(({ text }: Prose) =>
  holding(
    [...(/[“‘"]/.test(text) ? matchesOf(text, QUOTATION) : []), ...(text.includes("'") ? matchesOf(text, STRAIGHT_QUOTATION) : [])].map(
      (match) => ({ start: match.index, end: match.index + match[0].length }),
    ),
  ),
);

/** Whether text[from, to) lies in a quotation: other people's words are left alone. */
export const isQuoted = (prose: Prose, from: number, to = from): boolean => prose.quoted > 0 || inQuotation(prose)(from, to);

const BLANK = /\s/;
const isBlank = (code: number): boolean =>
  code === 0x20 || (code < 0x7f ? code >= 0x09 && code <= 0x0d : BLANK.test(String.fromCharCode(code)));
const MAY_BE_ADDRESS = /[@:#.]/;
/** An address shows itself by “@”, “://”, “#” in front, “www.” or the end of a host's name. */
const ADDRESS = /@|:\/\/|^[(“‘]?#\p{L}|\bwww\.|[\p{L}\d]\.(?:gov|org|com|nhs|net|co|ac|sch|uk|info|io)(?![\p{L}\d])/u;

/** Whether text[from, to) lies in a web or e-mail address, or in a tag or name of social media. */
export function inAddress(text: string, from: number, to: number): boolean {
  let start = from;
  while (start > 0 && from - start < 200 && !isBlank(text.charCodeAt(start - 1))) start--;
  let end = to;
  while (end < text.length && end - to < 200 && !isBlank(text.charCodeAt(end))) end++;
  const words = text.slice(start, end);
  return MAY_BE_ADDRESS.test(words) && words.split(BLANK).some((part) => ADDRESS.test(part));
}

/** Gives the replacement the case of what it replaces: "Utilise" becomes "Use". */
export const matchCase = (original: string, replacement: string): string => {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const [from, to] = [original.split(' '), replacement.split(' ')];
  // Words in a row in capitals stay in capitals.
  if (/^\p{Lu}{3,}(?: \p{Lu}{3,})+$/u.test(original)) return replacement.toUpperCase();
  // "Special Education Needs" keeps the capitals of each of its words.
  if (from.length === to.length && from.length > 1)
    return to.map((word, index) => (/^\p{Lu}\p{Ll}/u.test(from[index]!) ? capital(word) : word)).join(' ');
  return /^\p{Lu}\p{Ll}/u.test(original) || /^\p{Lu}$/u.test(original) ? capital(replacement) : replacement;
};

/** How far a link's words or a title in italics are followed. */
const LONGEST_TITLE = 200;

/** Whether text[from, to) lies in the words of a link, or in a title in italics: other documents are called as they are called. */
export function inOtherTitle(prose: PlacedProse, from: number, to: number): boolean {
  const { block, start: base } = prose.placed;
  const span = prose.spanOf(from, to);
  const before = block.text.slice(Math.max(0, span.start - base - LONGEST_TITLE), span.start - base);
  const after = block.text.slice(span.end - base, span.end - base + LONGEST_TITLE);
  const inLink = before.lastIndexOf('[') > before.lastIndexOf(']') && /^[^[\]]*\][([]/.test(after);
  return inLink || (/(?:^|[^*\w])[*_]\p{Lu}[^*_\n]*$/u.test(before) && /^[^*_\n]*[*_](?![*\w])/.test(after));
}

/** Lines written in capitals. */
const capitalLines = byObject(({ text }: Prose): ((from: number, to: number) => boolean) => {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const letters = line.replace(/[^\p{L}]+/gu, '');
    if (letters.length >= 16 && letters.replace(/\p{Lu}+/gu, '').length <= letters.length / 5)
      spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return holding(spans);
});

/** Whether a text stands at `index` in a line written in capitals: one word of it is not mended for itself. */
export const inCapitals = (prose: Prose, index: number): boolean => capitalLines(prose)(index, index + 1);

/** A fix that replaces text[from, to) of a block's prose; none where markup stands inside, which it would destroy. */
export function replaceIn(block: Block, prose: Prose, from: number, to: number, text: string, title?: string): Fix[] {
  const at = prose.sourceOf(from, to);
  return isPlainly(block.text.slice(at.start, at.end), prose.text.slice(from, to)) ? [replaceWith(at, text, title)] : [];
}

/** The same for prose at its place in a document. */
export function replaceAt(prose: PlacedProse, from: number, to: number, text: string, title?: string): Fix[] {
  const at = prose.spanOf(from, to);
  const start = prose.placed.start;
  return isPlainly(prose.placed.block.text.slice(at.start - start, at.end - start), prose.text.slice(from, to))
    ? [replaceWith(at, text, title)]
    : [];
}

/** Whether one of the phrases marks something that overlaps a stretch of a prose unit. Declared once, outside the functions of a rule. */
export const marksAny = (phrases: readonly Phrase[]): ((prose: { readonly text: string }, from: number, to: number) => boolean) => {
  const marked = byObject(({ text }: { readonly text: string }) =>
    overlapping(
      phrases.flatMap(({ find }) => matchesOf(text, find).map((match) => ({ start: match.index, end: match.index + match[0].length }))),
    ),
  );
  return (prose, from, to) => marked(prose)(from, to);
};

/** Whether text[index] begins a sentence of the unit. */
export const startsSentence = (text: string, index: number): boolean =>
  /(?:^|[.!?:•]["’”')]{0,2}\s{1,3}|\n\s{0,3}|[‘“(])$/.test(text.slice(Math.max(0, index - 6), index));

/** The word that stands right before text[at], with one space between; '' when there is none. */
export function wordBefore(text: string, at: number): string {
  if (text[at - 1] !== ' ') return '';
  let from = at - 1;
  while (from > 0 && at - from < 40 && /[\p{L}\p{N}’'&-]/u.test(text[from - 1]!)) from--;
  return text.slice(from, at - 1);
}
