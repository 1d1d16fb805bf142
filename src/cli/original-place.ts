import type { ImportPlace } from '../convert/import/types.js';

/** Where words stand in the Word, PDF or web file that was read. */
export interface OriginalPlace {
  /** The heading that they stand under; null before the first. */
  readonly heading: string | null;
  /** 1-based. */
  readonly page?: number;
  /** 1-based; counts tables as well. */
  readonly paragraph?: number;
  /** What is found, as it is printed there; empty where something is missing. */
  readonly words: string;
}

const MOST_WORDS = 80;

/** Words without what Markdown adds to them. */
const plain = (markdown: string): string =>
  markdown
    .replace(/<br>/g, ' ')
    .replace(/^[ \t]*(?:#{1,6}|[-*>]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\*\*?|[|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Names the place of words of a converted text. `places` are sorted by offset; `mask` hides what may not be repeated. */
export function placeNamer(
  text: string,
  places: readonly ImportPlace[],
  mask: (text: string) => string,
): (start: number, end: number) => OriginalPlace {
  const headings = [...text.matchAll(/^#{1,6} .*$/gm)].map((match) => ({ offset: match.index, words: plain(match[0]) }));
  return (start, end) => {
    const heading = headings.findLast(({ offset }) => offset <= start);
    const place = places.findLast(({ offset }) => offset <= start);
    const words = plain(mask(text.slice(start, Math.min(end, start + 400))));
    return {
      heading: heading ? mask(heading.words) : null,
      ...(place?.page === undefined ? {} : { page: place.page }),
      ...(place?.paragraph === undefined ? {} : { paragraph: place.paragraph }),
      words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words,
    };
  };
}

/** “page 3, under “Inspection outcome””, without the words. */
export function placeText({ heading, page, paragraph }: OriginalPlace): string {
  const parts = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(heading === null ? [] : [`under “${heading}”`]),
    ...(page !== undefined || paragraph === undefined ? [] : [`paragraph ${paragraph}`]),
  ];
  return parts.length === 0 ? 'the whole document' : parts.join(', ');
}
