import { readability, type Readability } from '../language/readability.js';
import { splitSentences, wordsOf, type Section, type SendDocument } from '../document/index.js';
import type { Span } from '../framework/types.js';
import { maskOf } from '../privacy/mask.js';

export interface SectionReading extends Readability {
  /** The heading's words, without anybody's data. */
  readonly label: string;
  readonly span: Span;
  /** Sentences with more words than the limit. */
  readonly longSentences: number;
}

/** Below this many words the measures say little. */
const ENOUGH_WORDS = 60;

/** How easily one section with a heading of level 2 or 3 is read, subsections included; null where it is short. Tables are left out. */
export function sectionReading(document: SendDocument, section: Section, longestSentence: number): SectionReading | null {
  const { heading } = section;
  if (!heading || heading.depth > 3) return null;
  const text = document
    .proseIn(section)
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'quote')
    .map((unit) => unit.text)
    .join('\n\n');
  const measured = readability(text);
  if (measured.words < ENOUGH_WORDS) return null;
  const longSentences = splitSentences(text).filter((sentence) => wordsOf(sentence.text).length > longestSentence).length;
  return { ...measured, label: maskOf(document)(heading.text), span: heading.span, longSentences };
}

/** The same of every section. */
export const sectionReadings = (document: SendDocument, longestSentence: number): readonly SectionReading[] =>
  document.sections.flatMap((section) => sectionReading(document, section, longestSentence) ?? []);

/** The measures in one sentence. */
export function readingText({ readingAge, meanWords, longSentences, sentences }: SectionReading, longestSentence: number): string {
  const long = longSentences === 0 ? 'none' : `${longSentences} of ${sentences}`;
  return `Reading age about ${readingAge ?? '–'}; ${Math.round(meanWords)} words a sentence on average, ${long} over ${longestSentence} words.`;
}
