import { addCounts, countText, readability, readabilityOf, type Readability, type TextCounts } from '../language/readability.js';
import { perBlock, splitSentences, wordsOf, type Section, type SendDocument } from '../document/index.js';
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

export interface DocumentReading {
  /** In paragraphs, headings, lists and tables. */
  readonly words: number;
  /** In years, of paragraphs and lists; null where there are too few of them. */
  readonly readingAge: number | null;
}

const NOTHING: TextCounts = { sentences: 0, words: 0, syllables: 0 };

const countsIn = perBlock(({ prose }) => {
  let [running, others] = [NOTHING, 0];
  for (const { kind, text } of prose) {
    if (kind === 'paragraph' || kind === 'item' || kind === 'quote') running = addCounts(running, countText(text));
    else others += wordsOf(text).length;
  }
  return running === NOTHING && others === 0 ? null : { running, others };
});

/** How long a document is and how easily it is read. Counts are kept by block, so that after an edit little is counted again. */
export function documentReading({ blocks }: SendDocument): DocumentReading {
  let [running, others] = [NOTHING, 0];
  for (const { block } of blocks) {
    const counts = countsIn(block);
    if (!counts) continue;
    running = addCounts(running, counts.running);
    others += counts.others;
  }
  return {
    words: running.words + others,
    readingAge: running.words < ENOUGH_WORDS ? null : readabilityOf(running).readingAge,
  };
}

/** The measures in one sentence. */
export function readingText({ readingAge, meanWords, longSentences, sentences }: SectionReading, longestSentence: number): string {
  const long = longSentences === 0 ? 'none' : `${longSentences} of ${sentences}`;
  return `Reading age about ${readingAge ?? '–'}; ${Math.round(meanWords)} words a sentence on average, ${long} over ${longestSentence} words.`;
}
