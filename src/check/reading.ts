import { readability, type Readability } from '../document/readability.js';
import { splitSentences, wordsOf, type SendDocument } from '../document/index.js';
import type { Span } from '../framework/types.js';

export interface SectionReading extends Readability {
  /** The heading's words. */
  readonly label: string;
  readonly span: Span;
  /** Sentences with more words than the limit. */
  readonly longSentences: number;
}

/** Below this many words the measures say little. */
const ENOUGH_WORDS = 60;

/** How easily each section with a heading of level 2 or 3 is read, subsections included; short ones and tables are left out. */
export function sectionReadings(document: SendDocument, longestSentence: number): readonly SectionReading[] {
  return document.sections.flatMap((section) => {
    const { heading } = section;
    if (!heading || heading.depth > 3) return [];
    const text = document
      .proseIn(section)
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'quote')
      .map((unit) => unit.text)
      .join('\n\n');
    const measured = readability(text);
    if (measured.words < ENOUGH_WORDS) return [];
    const longSentences = splitSentences(text).filter((sentence) => wordsOf(sentence.text).length > longestSentence).length;
    return [{ ...measured, label: heading.text, span: heading.span, longSentences }];
  });
}

/** The measures in one sentence. */
export function readingText({ readingAge, meanWords, longSentences, sentences }: SectionReading, longestSentence: number): string {
  const long = longSentences === 0 ? 'none' : `${longSentences} of ${sentences}`;
  return `Reading age about ${readingAge ?? '–'}; ${Math.round(meanWords)} words a sentence on average, ${long} over ${longestSentence} words.`;
}
