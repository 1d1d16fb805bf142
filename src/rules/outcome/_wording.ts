import { byObject, byText, latestByName } from '../../memo/memo.js';
import {
  JoinedProse,
  lastAtMost,
  matchesOf,
  type PlacedProse,
  type Section,
  type SendDocument,
  type Sentence,
} from '../../document/index.js';
import type { Span } from '../../framework/types.js';
import type { TextEdit } from '../rule.js';
import { largest, smallest } from '../../text/lists.js';

/** What the outcome section says, as one text. */
export interface OutcomeText {
  readonly section: Section;
  readonly joined: JoinedProse;
  readonly sentences: readonly Sentence[];
  /** A gap of the template stands in it: what seems to be missing may come to stand there. */
  readonly hasGap: boolean;
}

/** A place that a template leaves to the author: `[insert …]`. */
export const GAP = /\[[^[\]\n]+\]/;

/** null when there is no outcome section or nothing stands in it: other rules report that. */
export const outcomeText = byObject((document: SendDocument): OutcomeText | null => {
  const section = document.section('inspection-outcome');
  if (!section) return null;
  const units = document.proseIn(section).filter((unit) => unit.kind !== 'heading');
  const joined = new JoinedProse(units);
  if (joined.text.trim() === '') return null;
  return { section, joined, sentences: sentencesIn(units), hasGap: GAP.test(joined.text) };
});

/** Sentences of units that are joined by line breaks. A full stop ends one whatever follows, since the next may have lost its first word. */
function sentencesIn(units: readonly PlacedProse[]): Sentence[] {
  const sentences: Sentence[] = [];
  let offset = 0;
  const push = (text: string, start: number): void => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const from = start + text.indexOf(trimmed);
    sentences.push({ start: from, end: from + trimmed.length, text: trimmed });
  };
  for (const { text } of units) {
    let start = 0;
    for (const { index } of matchesOf(text, /\.(?=\s)/g)) {
      if (/\bapprox$/i.test(text.slice(Math.max(0, index - 7), index))) continue;
      push(text.slice(start, index + 1), offset + start);
      start = index + 1;
    }
    push(text.slice(start), offset + start);
    offset += text.length + 1;
  }
  return sentences;
}

/** Where a section is named: its heading's words, or the whole of it when it has none. */
export const nameSpan = (section: Section): Span => section.heading?.textSpan ?? section.span;

interface Word {
  readonly text: string;
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const wordsIn = (text: string, offset: number): Word[] =>
  [...matchesOf(text, /\S+/g)].map((match) => ({
    text: match[0],
    key: match[0].toLowerCase().replace(/[‘’`]/g, "'").replace(/[“”]/g, '"'),
    from: offset + match.index,
    to: offset + match.index + match[0].length,
  }));

/** A run of words that differs from the fixed wording. Offsets are those of the joined text. */
export interface Hunk {
  readonly actual: string;
  readonly expected: string;
  /** What to mark: the words, or the words on both sides of a gap. */
  readonly from: number;
  readonly to: number;
  readonly edit: { readonly from: number; readonly to: number; readonly text: string };
}

export interface Comparison {
  readonly hunks: readonly Hunk[];
  /** Share of the fixed wording that is there, 0 to 1. */
  readonly likeness: number;
}

const MOST_WORDS = 150;

/**
 * How text[from, to) differs from a fixed wording, word by word. Case, line breaks and the shape of quotation marks make no difference,
 * because other rules look at them. Only the first 150 words are compared.
 */
export const compareWording = (text: string, from: number, to: number, expected: string): Comparison =>
  latest(expected, [text, from, to], () => compare(text, from, to, expected));

const latest = latestByName<Comparison>();

function compare(text: string, from: number, to: number, expected: string): Comparison {
  const actualWords = wordsIn(text.slice(from, to), from).slice(0, MOST_WORDS);
  const expectedWords = wordsIn(expected, 0).slice(0, MOST_WORDS);
  const pairs = longestCommon(actualWords, expectedWords);
  const likeness = expectedWords.length === 0 ? 1 : pairs.length / expectedWords.length;
  // Words added or missing at the start change which word takes the capital: that word differs too.
  const first = pairs[0];
  if (first && first.a !== first.e && actualWords[first.a]!.text !== expectedWords[first.e]!.text) pairs.shift();
  const hunks: Hunk[] = [];
  let a = 0;
  let e = 0;
  for (const pair of [...pairs, { a: actualWords.length, e: expectedWords.length }]) {
    if (pair.a > a || pair.e > e) hunks.push(hunkOf(actualWords, expectedWords, { a, e }, pair));
    a = pair.a + 1;
    e = pair.e + 1;
  }
  return { hunks, likeness };
}

interface Pair {
  readonly a: number;
  readonly e: number;
}

function longestCommon(actual: readonly Word[], expected: readonly Word[]): Pair[] {
  const width = expected.length + 1;
  const lengths = new Uint16Array((actual.length + 1) * width);
  for (let a = actual.length - 1; a >= 0; a--) {
    for (let e = expected.length - 1; e >= 0; e--) {
      lengths[a * width + e] =
        actual[a]!.key === expected[e]!.key
          ? lengths[(a + 1) * width + e + 1]! + 1
          : Math.max(lengths[(a + 1) * width + e]!, lengths[a * width + e + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, e = 0; a < actual.length && e < expected.length;) {
    if (actual[a]!.key === expected[e]!.key) pairs.push({ a: a++, e: e++ });
    else if (lengths[(a + 1) * width + e]! >= lengths[a * width + e + 1]!) a++;
    else e++;
  }
  return pairs;
}

function hunkOf(actualWords: readonly Word[], expectedWords: readonly Word[], start: Pair, end: Pair): Hunk {
  const words = actualWords.slice(start.a, end.a);
  const expected = expectedWords
    .slice(start.e, end.e)
    .map((word) => word.text)
    .join(' ');
  const before = actualWords[start.a - 1];
  const after = actualWords[end.a];
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) {
    const from = (before ?? after)?.from ?? 0;
    const to = (after ?? before)?.to ?? 0;
    const edit = before
      ? { from: before.to, to: before.to, text: ` ${expected}` }
      : { from: after?.from ?? 0, to: after?.from ?? 0, text: `${expected} ` };
    return { actual: '', expected, from, to, edit };
  }
  const actual = words.map((word) => word.text).join(' ');
  const shown = { actual, expected, from: first.from, to: last.to };
  if (expected === '') {
    const edit = before ? { from: before.to, to: last.to, text: '' } : { from: first.from, to: after?.from ?? last.to, text: '' };
    return { ...shown, edit };
  }
  return { ...shown, edit: { from: first.from, to: last.to, text: expected } };
}

const isWith = (longer: string, shorter: string, mark: string): boolean => longer === shorter + mark;

/** One difference in words: “disability” should be “disabilities”. */
export function describeHunk({ actual, expected }: Hunk): string {
  if (actual === '') return `“${expected}” is missing`;
  if (expected === '') return `“${actual}” does not belong in it`;
  for (const [mark, name] of [
    [',', 'comma'],
    ['.', 'full stop'],
  ] as const) {
    if (isWith(expected, actual, mark)) return `a ${name} is missing after “${actual}”`;
    if (isWith(actual, expected, mark)) return `there is no ${name} after “${expected}”`;
  }
  return `“${actual}” should be “${expected}”`;
}

const MOST_NAMED = 3;

/** All differences in words, or the whole wording when there are many. */
export function describeHunks(hunks: readonly Hunk[], expected: string): string {
  if (hunks.length > MOST_NAMED) return `it should read “${expected}”`;
  return hunks.map(describeHunk).join('; ');
}

/** From the first difference to the last. */
export const spanOfHunks = (joined: JoinedProse, hunks: readonly Hunk[]): Span =>
  joined.spanOf(smallest(hunks.map((hunk) => hunk.from)), largest(hunks.map((hunk) => hunk.to)));

/** Edits that turn the differing words into the fixed ones. */
export const editsOf = (joined: JoinedProse, hunks: readonly Hunk[]): TextEdit[] =>
  hunks.map(({ edit }) => ({ ...placeOf(joined, edit.from, edit.to), text: edit.text }));

/** The source of text[from, to); an empty range keeps to the character before it, or after it at the start. */
function placeOf(joined: JoinedProse, from: number, to: number): Span {
  if (from < to) return joined.spanOf(from, to);
  const at = from > 0 && /\S/.test(joined.text[from - 1]!) ? joined.spanOf(from - 1, from).end : joined.spanOf(from, from + 1).start;
  return { start: at, end: at };
}

/** Both ends moved out to the ends of their sentences, unless that takes in more than `most` words on one side. */
export function wholeSentences({ joined, sentences }: OutcomeText, from: number, to: number, most = 12): { from: number; to: number } {
  const first = sentences.find((sentence) => sentence.end > from);
  const last = sentences.findLast((sentence) => sentence.start < to);
  const few = (start: number, end: number): boolean => wordsIn(joined.text.slice(start, end), start).length <= most;
  return {
    from: first && first.start < from && few(first.start, from) ? first.start : from,
    to: last && last.end > to && few(to, last.end) ? last.end : to,
  };
}

const wordCount = byText((text) => wordsIn(text, 0).length);
const cost = ({ hunks }: Comparison): number =>
  hunks.reduce((sum, { actual, expected }) => sum + wordCount(actual) + wordCount(expected), 0);

/** The wording of several that a passage differs from least. */
export function closestOf(text: string, from: number, to: number, variants: readonly string[]): Comparison & { readonly expected: string } {
  const compared = variants.map((expected) => ({ expected, ...compareWording(text, from, to, expected) }));
  return compared.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

/** Prose units that touch a span, in order. */
export function unitsAt(document: SendDocument, span: Span): readonly PlacedProse[] {
  const { prose } = document;
  const first = lastAtMost(prose, span.start, (unit) => unit.span.end) + 1;
  let end = first;
  while (end < prose.length && prose[end]!.span.start < span.end) end++;
  return prose.slice(first, end);
}
