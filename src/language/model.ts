import type { Slip } from './finding.js';

/*
 * The language model: a tagger for parts of speech with a lexicon of some 87,000 forms. It is 4 MB, so no module holds it: a host gives
 * it, or a way to load it when the first sentence is looked at. Without one, what is judged by parts of speech is not judged.
 */

/** Universal parts of speech, as bits of a set. */
export const POS = {
  ADJ: 1,
  ADP: 2,
  ADV: 4,
  AUX: 8,
  CCONJ: 16,
  DET: 32,
  INTJ: 64,
  NOUN: 128,
  NUM: 256,
  PART: 512,
  PRON: 1024,
  PROPN: 2048,
  PUNCT: 4096,
  SCONJ: 8192,
  SYM: 16384,
  VERB: 32768,
  X: 65536,
} as const;

export interface Tagged {
  /** UTF-16 offsets in the sentence; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** One of `POS`; 0 for what is no word. */
  readonly pos: number;
}

/** What published reports have beside each other: see `_field.ts`. */
export interface Field {
  /** Whether one word stands directly after another in several places. */
  follows(first: string, second: string): boolean;
}

/** What published reports have around each word, and from what on a change is told: see `_usage.ts`. */
export interface Usage {
  /** How often a row of words, by its hash, stands in the reports. */
  readonly counts: (row: number) => number;
  /** Words that were counted. */
  readonly total: number;
  readonly kinds: Readonly<Record<string, { readonly least: number; readonly weights: readonly number[] }>>;
}

export interface LanguageModel {
  readonly field: Field;
  readonly usage: Usage;
  /** The parts of speech that the lexicon knows for a form in lower case, as a set of `POS`; 0: it does not know the form. */
  classes(form: string): number;
  /** Tags a sentence. Words may be split (“don’t” gives two), and blanks are left out. */
  tag(sentence: string): readonly Tagged[];
  /** Slips in one sentence, in order. What finds them stands beside the model: nothing can be found without it. */
  slips(sentence: string): readonly Slip[];
}

type Source = LanguageModel | (() => LanguageModel | null) | null;

let source: Source = null;

/**
 * Gives the model, or a function that loads it when it is first needed (called once; null: there is none).
 * Documents that were checked before need to be checked again.
 */
export function setLanguageModel(given: Source): void {
  source = given;
}

/** The model, loaded now if it has not been; null when the host has none. */
export function languageModel(): LanguageModel | null {
  if (typeof source === 'function') source = source();
  return source;
}
