import { byText } from '../memo/memo.js';
import { syllable } from 'syllable';
import { splitSentences, wordsOf } from './sentences.js';

/** What the measures are made of. Counts of parts of a text add up to those of the whole. */
export interface TextCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

export interface Readability extends TextCounts {
  /** Words a sentence on average; 0 for a text without words. */
  readonly meanWords: number;
  /** Age in years at which the text can be read; null for a text without words. */
  readonly readingAge: number | null;
}

/** Syllables of a word, at least one; kept, because documents use few different words. */
const syllablesOf = byText((word) => syllable(word) || 1);

/** Sentences, words and syllables of plain text. Markdown is not understood: pass the visible text. */
export function countText(text: string): TextCounts {
  const words = wordsOf(text);
  const sentences = words.length === 0 ? 0 : splitSentences(text).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text)).length;
  return { sentences, words: words.length, syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0) };
}

export const addCounts = (a: TextCounts, b: TextCounts): TextCounts => ({
  sentences: a.sentences + b.sentences,
  words: a.words + b.words,
  syllables: a.syllables + b.syllables,
});

/** Ages below this are not told apart. */
const YOUNGEST = 5;

/**
 * The measures for counts. Reading age: Flesch–Kincaid grade level (0.39 × words a sentence + 11.8 × syllables a word − 15.59)
 * plus 5 years, in whole years, never below 5. It is an estimate for running text of about 100 words or more;
 * for less it says little, and for a text without words nothing (null).
 */
export function readabilityOf(counts: TextCounts): Readability {
  const { sentences, words, syllables } = counts;
  if (words === 0 || sentences === 0) return { ...counts, meanWords: 0, readingAge: null };
  const meanWords = words / sentences;
  const grade = 0.39 * meanWords + (11.8 * syllables) / words - 15.59;
  return { ...counts, meanWords, readingAge: Math.max(YOUNGEST, Math.round(grade + 5)) };
}

/** How easily a plain text is read: see `readabilityOf`. Any text will do, the empty one too. */
export const readability = (text: string): Readability => readabilityOf(countText(text));
