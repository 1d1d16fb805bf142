import { plainText, type Block, type ParagraphBlock } from './model.js';
import type { Note } from './notes.js';
import { smallest } from '../../text/lists.js';

const MOST_LETTERS = 160;
/** Of a heading that is bold and clearly larger than running text. */
const MOST_LARGE_LETTERS = 250;
/** Of a heading that is only bold. */
const MOST_BOLD_LETTERS = 100;
/** Word's own size where nothing is said. */
const DEFAULT_SIZE = 10;

const wordsIn = (block: ParagraphBlock): string => plainText(block.inlines).replace(/\s+/g, ' ').trim();

/** The size, in points, that most letters outside tables are set in. */
function bodySize(blocks: readonly Block[]): number {
  const letters = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.heading !== null) continue;
    const size = block.look.size ?? DEFAULT_SIZE;
    letters.set(size, (letters.get(size) ?? 0) + wordsIn(block).length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? DEFAULT_SIZE;
}

interface Candidate {
  readonly index: number;
  readonly size: number;
  readonly weight: number;
}

/** A label with its words, such as “Inspection dates: 6 to 10 February 2023”; in larger letters, only where a date, number or address follows. */
function isLabel(words: string, larger: number): boolean {
  const colon = words.search(/:\s*\S/);
  if (colon < 0) return false;
  // “Pillar 2: Inclusion”, “1A: A team”, “Action 2.3: A group”, “Annex: What we heard”
  const name = words.slice(0, colon);
  if (/^(?:\p{L}[\p{L} ]{0,24} )?[a-z]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?$/iu.test(name) || /^(?:\p{L}[\p{L} ]{0,24} )?\p{Lu}$/u.test(name))
    return false;
  if (/^(?:appendix|annex|part|section|priority|action|outcome|area|theme|afi|apa)\s?[\w.]{0,4}$/i.test(name)) return false;
  return larger < 1.08 || (larger < 1.5 && /[\d@]|www\./.test(words.slice(colon)));
}

/** How much a paragraph looks like a heading: its size, then its weight; null where it looks like text. */
function candidate(block: Block, index: number, body: number, next: Block | undefined): Candidate | null {
  if (block.kind !== 'paragraph' || block.heading !== null || block.list !== null || block.quote || block.code) return null;
  const words = wordsIn(block);
  const size = block.look.size ?? DEFAULT_SIZE;
  // A heading may be a sentence where its letters are clearly larger than those of running text.
  const ending = size >= body * 1.15 ? /[;,]$/ : /[.;,]$/;
  const { bold, underline } = block.look;
  const most = bold && size >= body * 1.24 ? MOST_LARGE_LETTERS : MOST_LETTERS;
  if (words.length > most || !/\p{L}{2}/u.test(words) || ending.test(words)) return null;
  if (isLabel(words, size / body)) return null;
  const strong = bold || underline;
  if (size >= body * 1.24 || (strong && size >= body * 1.08)) return { index, size, weight: bold ? 2 : underline ? 1 : 0 };
  if (!strong || size < body || words.length > MOST_BOLD_LETTERS || words.endsWith(':')) return null;
  // Bold words of the text's own size are a heading only where there is something under them.
  if (!next || (next.kind === 'paragraph' && next.rule)) return null;
  return { index, size, weight: bold ? 2 : 1 };
}

const classOf = ({ size, weight }: Candidate): string => `${Math.round(size * 2)}/${weight}`;

/** Headings of documents in which nobody marked any, by size and weight. */
export function guessHeadings(blocks: readonly Block[], notes: Note[]): Block[] {
  const marked = blocks.filter((block): block is ParagraphBlock => block.kind === 'paragraph' && block.heading !== null);
  const body = bodySize(blocks);
  const found = blocks.flatMap((block, index) => candidate(block, index, body, blocks[index + 1]) ?? []);
  const guessed = [...blocks];
  const mark = (index: number, heading: number): void => {
    guessed[index] = { ...(blocks[index] as ParagraphBlock), heading };
  };
  const firstWords = blocks.findIndex((block) => block.kind === 'paragraph' && !block.rule);
  const sections = marked.filter(({ heading }) => heading! > 0);
  if (sections.length >= 2) {
    // The headings are marked; only the title may be set by hand.
    const top = smallest(sections.map(({ heading }) => heading!));
    const hasTitle =
      marked.some(({ heading }) => heading === 0) ||
      (marked[0]!.heading === top && sections.filter(({ heading }) => heading === top).length === 1);
    const first = found[0];
    if (!hasTitle && first && first.index < blocks.indexOf(marked[0]!) && first.size >= body * 1.2) mark(first.index, 0);
    return guessed;
  }
  if (found.length === 0) {
    if (marked.length === 0)
      notes.push({
        code: 'no-headings',
        what: 'No headings were found; mark the title and the headings in the Markdown with #.',
        paragraph: null,
      });
    return guessed;
  }
  const classes = [...new Set(found.map(classOf))];
  const count = (name: string): number => found.filter((one) => classOf(one) === name).length;
  const bySize = new Map(found.map((one) => [classOf(one), one]));
  classes.sort((a, b) => bySize.get(b)!.size - bySize.get(a)!.size || bySize.get(b)!.weight - bySize.get(a)!.weight);
  const first = found[0]!;
  const hasTitle = marked.length > 0;
  // The lines of a title may be paragraphs of their own.
  const titleLines = found.filter((one, at) => classOf(one) === classes[0] && one.index === first.index + at).length;
  const isTitle =
    !hasTitle &&
    classOf(first) === classes[0] &&
    (count(classes[0]) === titleLines || first.index === firstWords || first.index <= firstWords + 2);
  if (isTitle) {
    for (let line = 0; line < (count(classes[0]!) === titleLines ? titleLines : 1); line++) mark(first.index + line, 0);
    if (count(classes[0]!) === titleLines) classes.shift();
  }
  const levels = hasTitle ? marked[0]!.heading! + 1 : isTitle ? 1 : 2;
  let guesses = 0;
  for (const [at, one] of found.entries()) {
    if (guessed[one.index] !== blocks[one.index]) continue;
    const level = classes.indexOf(classOf(one));
    // The one bold line of its kind, right under a title that is marked, says more of the title.
    if (hasTitle && blocks[one.index - 1] === marked[0] && count(classOf(one)) === 1 && one.size < body * 1.08) continue;
    // Lines of a cover page: once each, and the next heading follows at once.
    const next = found[at + 1];
    const coverLine =
      isTitle && count(classOf(one)) === 1 && next?.index === one.index + 1 && at > 0 && found[at - 1]!.index === one.index - 1;
    if (coverLine) continue;
    mark(one.index, levels + Math.min(level, 3));
    guesses++;
  }
  if (guesses > 0 || isTitle)
    notes.push({
      code: 'headings-guessed',
      what: 'The document marks no headings with Word’s heading styles; they were recognised by their look. Check the lines that begin with #.',
      paragraph: null,
    });
  return guessed;
}

/** Headings as levels of Markdown: the title, or the one heading at the top, is 1. */
export function levelHeadings(blocks: readonly Block[]): Block[] {
  const joined = joinTitles(blocks);
  const levels = joined.flatMap((block) => (block.kind === 'paragraph' && block.heading !== null ? [block.heading] : []));
  if (levels.length === 0) return joined;
  const sections = levels.filter((level) => level > 0);
  const top = smallest([...sections, 9]);
  let shift = 0;
  if (levels.includes(0)) shift = 2 - top;
  else if (levels[0] === top && sections.filter((level) => level === top).length === 1) shift = 1 - top;
  else if (top > 2) shift = 2 - top;
  return joined.map((block) =>
    block.kind === 'table' || block.heading === null
      ? block
      : { ...block, list: null, heading: block.heading === 0 ? 1 : Math.min(6, Math.max(1, block.heading + shift)) },
  );
}

/** Headings as they are marked, with none above a level; a title stands above the headings. */
export function placeHeadings(blocks: readonly Block[], highest: number): Block[] {
  const levels = blocks.flatMap((block) => (block.kind === 'paragraph' && block.heading !== null ? [block.heading] : []));
  const shift = Math.max(levels.includes(0) ? 1 : 0, highest - smallest([...levels, 9]));
  return blocks.map((block) =>
    block.kind === 'table' || block.heading === null ? block : { ...block, list: null, heading: Math.min(6, block.heading + shift) },
  );
}

/** A title in several paragraphs is one; a title that the first heading says again is said once. */
function joinTitles(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    // The first heading says the title, or the words before it, once more.
    const repeats =
      block.kind === 'paragraph' &&
      block.heading !== null &&
      last?.kind === 'paragraph' &&
      (last.heading === 0 || joined.length === 1) &&
      wordsIn(block).toLowerCase() === wordsIn(last).toLowerCase();
    if (repeats) {
      joined[joined.length - 1] = { ...block, bookmarks: [...last.bookmarks, ...block.bookmarks] };
      continue;
    }
    if (block.kind === 'paragraph' && block.heading === 0 && last?.kind === 'paragraph' && last.heading === 0)
      joined[joined.length - 1] = {
        ...last,
        inlines: [...last.inlines, { kind: 'text', text: ' ' }, ...block.inlines],
        bookmarks: [...last.bookmarks, ...block.bookmarks],
      };
    else joined.push(block);
  }
  return joined;
}
