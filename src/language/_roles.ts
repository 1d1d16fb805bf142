import { byObject } from '../memo/memo.js';
import { POS, type LanguageModel } from './model.js';
import {
  ADVERBS,
  ARTICLES,
  BE,
  DO,
  HAVE,
  MODALS,
  PERSONAL,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  SUBORDINATORS,
  type Number,
} from './words.js';
import { CONTRACTED } from './_tokens.js';

/**
 * What a word does in its sentence: determiner, owner, adjective, noun, number, adverb, preposition, “and” or “or”, pronoun,
 * auxiliary, modal, verb (finite or base), participle with -ed or -ing, infinitive mark, word that begins a clause, wh-word, comma,
 * other mark.
 */
export type Role =
  | 'det'
  | 'owner'
  | 'adj'
  | 'noun'
  | 'num'
  | 'adv'
  | 'prep'
  | 'conj'
  | 'pron'
  | 'aux'
  | 'modal'
  | 'verb'
  | 'ed'
  | 'ing'
  | 'to'
  | 'sub'
  | 'wh'
  | 'comma'
  | 'mark';

const WH = new Set(['which', 'who', 'whom', 'what', 'whose', 'whoever', 'whatever']);

/** Endings that make nouns. */
export const NOUN_ENDING = /(?:[eo]r|ist|ment|ion|ing|ship|ity|ness|[ae]nt|[ae]nce|ism|age|ure|work|line|day|place|book|group|ee|ian)s$/;

/** What is known of a form, wherever it stands. */
export interface Form {
  /** The parts of speech that it may have. */
  readonly classes: number;
  readonly number: Number;
  /** What it does; null where that is told by its place, undefined where only tags tell. */
  readonly role: Role | null | undefined;
}

/** Forms that were asked for, of each model. A language has some ten thousand that are in use. */
export const formsOf = byObject<LanguageModel, Map<string, Form>>(() => new Map<string, Form>());

export const MOST_FORMS = 30_000;

/** Words that do the same wherever they stand. */
const FIXED: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...[...PREPOSITIONS]
    .filter((word) => !/^(?:following|like|outside|inside|past|before|after|since|until|as|because|to)$/.test(word))
    .map((word) => [word, 'prep'] as const),
  ...['and', 'or', 'nor', 'and/or'].map((word) => [word, 'conj'] as const),
  ...[...ARTICLES].map((word) => [word, 'det'] as const),
  ...[...POSSESSIVE_PRONOUNS].filter((word) => word !== 'her' && word !== 'whose').map((word) => [word, 'det'] as const),
  ...[...BE, ...HAVE, ...DO].map((word) => [word, 'aux'] as const),
  ...[...MODALS].filter((word) => !/^(?:will|may|might)$/.test(word)).map((word) => [word, 'modal'] as const),
  ...[...WH].map((word) => [word, 'wh'] as const),
  ['to', 'to'],
]);

export const DEGREES = new Set(['more', 'most', 'less', 'least', 'much', 'enough', 'so']);

const AMOUNTS_BEFORE_NOUNS = new Set([
  ...['all', 'both', 'such', 'few', 'fewer', 'another', 'each', 'either', 'neither', 'half', 'some', 'any', 'no', 'many', 'several'],
  ...['every', 'this', 'these', 'those', 'various'],
]);

const NUMERALS = new Set([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'hundred', 'thousand'],
]);

const REFLEXIVES = new Set(['myself', 'himself', 'herself', 'itself', 'themselves', 'ourselves', 'yourself']);

const BY_PLACE = new Set(['will', 'may', 'might', 'her', 'before', 'after', 'as', 'following', ...DEGREES]);

const BY_TAG = new Set(['that', 'like', 'outside', 'inside', 'past']);

/** What a word does wherever it stands; null where its place tells (`#roleByPlace`), undefined where only its tag does. */
export function roleOf(word: string, classes: number): Role | null | undefined {
  const fixed = FIXED.get(word);
  if (fixed) return fixed;
  if (BY_PLACE.has(word)) return null;
  if (BY_TAG.has(word)) return undefined;
  if (MODALS.has(word) || /^(?:can|could|wo|would|should|must|might)n't$|'(?:ll|d)$/.test(word)) return 'modal';
  if (/n't$|'(?:re|ve|m)$/.test(word) || CONTRACTED.test(word)) return 'aux';
  if (AMOUNTS_BEFORE_NOUNS.has(word)) return 'det';
  if (NUMERALS.has(word)) return 'num';
  if (SUBORDINATORS.has(word)) return 'sub';
  if (PREPOSITIONS.has(word)) return 'prep';
  if (PERSONAL.has(word) || REFLEXIVES.has(word)) return 'pron';
  if (ADVERBS.has(word)) return 'adv';
  // The lexicon has verbs for these, which nobody writes.
  if (classes === POS.NOUN || /^(?:people|children|men|women)$/.test(word)) return 'noun';
  if (classes === POS.ADJ) return 'adj';
  if (classes === POS.ADV || (/ly$/.test(word) && (classes & POS.ADV) !== 0 && (classes & (POS.NOUN | POS.VERB | POS.ADJ)) === 0))
    return 'adv';
  return undefined;
}
