import { POS } from './model.js';
import type { Role, TaggedSentence } from './sentence.js';
import { AUXILIARY_PAIRS, RARELY_NOUNS, IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, baseOf, isIng, withS, type Number } from './words.js';

export const OTHER_FORM = new Map(
  AUXILIARY_PAIRS.flatMap(([singular, plural]) => [[singular, plural] as const, [plural, singular] as const]),
);

export const SINGULAR_FORMS = new Set(AUXILIARY_PAIRS.map(([singular]) => singular));

/** The number that the form of a verb shows, if the word is a verb; 0 for all other words. */
export function shownNumber(s: TaggedSentence, at: number): Number {
  const word = s.word(at);
  if (OTHER_FORM.has(word)) return SINGULAR_FORMS.has(word) ? 'one' : 'several';
  if (s.tokens[at]!.owner !== '' || word.length < 3 || (s.classesOf(word) & POS.VERB) === 0) return 0;
  return /[^s]s$/.test(word) ? 'one' : /ed$/.test(word) || isIng(word) ? 0 : 'several';
}

/** A finite verb whose form shows a number. */
export interface Finite {
  readonly number: 'one' | 'several';
  /** The form for the other number. */
  readonly other: string;
  readonly isAuxiliary: boolean;
}

/** What can follow a verb but no noun that is followed by a verb. */
export const FOLLOWS_VERB: ReadonlySet<Role> = new Set<Role>([
  'det',
  'pron',
  'prep',
  'to',
  'adv',
  'adj',
  'noun',
  'owner',
  'ing',
  'sub',
  'wh',
  'ed',
  'num',
]);

export function finiteAt(s: TaggedSentence, at: number): Finite | null {
  const word = s.word(at);
  const other = OTHER_FORM.get(word);
  if (other !== undefined) return { number: SINGULAR_FORMS.has(word) ? 'one' : 'several', other, isAuxiliary: true };
  if (s.tokens[at]?.kind !== 'word' || s.tokens[at].owner !== '' || s.isCapital(at) || s.startsSentence(at)) return null;
  const classes = s.classesOf(word);
  if ((classes & POS.VERB) === 0) return null;
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) {
    const isOnlyVerb = (classes & POS.NOUN) === 0 || RARELY_NOUNS.has(word);
    const isRelative = isRelativeWord(s, at - 1);
    if (!isOnlyVerb && !isRelative && (s.tag(at) !== POS.VERB || !/^(?:det|pron|prep|to|adv|sub|owner)$/.test(s.role(at + 1))))
      return isHidden(s, at) ? { number: 'one', other: baseOf(word), isAuxiliary: false } : null;
    if (s.role(at) === 'noun' && !isRelative) return null;
    let after = at + 1;
    while (s.role(after) === 'adv') after++;
    if (!isOnlyVerb && (s.role(after) === 'verb' || s.role(after) === 'aux' || s.role(after) === 'modal')) return null;
    if (!FOLLOWS_VERB.has(s.role(at + 1)) && !(classes === POS.VERB && endsClause(s, at + 1))) return null;
    return { number: 'one', other: baseOf(word), isAuxiliary: false };
  }
  if (
    /ed$/.test(word) ||
    isIng(word) ||
    ((classes & POS.ADJ) !== 0 && !isAfterPronoun(s, at) && !(word === 'mean' && s.word(at + 1) === 'that'))
  )
    return null;
  if (IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word)) return null;
  if (s.role(at) !== 'verb' && classes !== POS.VERB && word !== 'mean')
    return isHiddenBase(s, at) ? { number: 'several', other: withS(word), isAuxiliary: false } : null;
  const next = s.role(at + 1);
  // “the quality of plans vary.”: the only verb there is.
  const isOnly = next === 'mark' && s.role(at) === 'verb' && s.numberAt(at - 1) === 'several' && !s.hasFinite(0, at);
  // A base that may be a noun: “the services support” may be the beginning of a longer name.
  if (
    (classes & (POS.NOUN | POS.ADV)) !== 0 &&
    !RARELY_NOUNS.has(word) &&
    !isOnly &&
    !isFollowedAsVerb(s, at) &&
    !(word === 'mean' && s.word(at + 1) === 'that')
  )
    return null;
  // “a cache miss occurs”, “an inflate stream”: part of a longer name.
  if (next === 'verb' || next === 'aux' || next === 'modal') return null;
  if ((next === 'mark' || next === 'comma') && !isOnly && classes !== POS.VERB) return null;
  if (next === 'noun' && ((classes !== POS.VERB && !isHelping(s, at)) || s.numberAt(at + 1) !== 'several')) return null;
  return { number: 'several', other: withS(word), isAuxiliary: false };
}

/** “it meet every week”: after these a word that is hardly ever a noun can only be a verb. */
export const isAfterPronoun = (s: TaggedSentence, at: number): boolean =>
  RARELY_NOUNS.has(s.word(at)) && /^(?:it|he|she)$/.test(s.word(at - 1));

const endsClause = (s: TaggedSentence, at: number): boolean => s.role(at) === 'comma' || /^[.;:]?$/.test(s.word(at));

const isRelativeWord = (s: TaggedSentence, at: number): boolean =>
  /^(?:who|which)$/.test(s.word(at)) || (s.word(at) === 'that' && s.role(at) !== 'det' && s.role(at - 1) === 'noun');

/** What may be a noun and is a verb before these. */
const GOVERNED = new Set([
  ...['benefits from', 'works with', 'works together', 'works closely', 'lives with', 'lives in', 'moves to', 'moves into', 'moves on'],
  ...['waits for', 'waits too', 'looks at', 'looks for', 'reports to', 'leads to', 'results in', 'struggles with', 'struggles to'],
  ...['needs to', 'wants to', 'tries to', 'starts to', 'plans to', 'aims to', 'helps to', 'attempts to'],
]);

/** “Families values the help.”: a noun by its tag, but without it the sentence has no verb. */
function isHidden(s: TaggedSentence, at: number): boolean {
  if (s.role(at - 1) !== 'noun') return false;
  const isBeforeObject = /^(?:the|a|an|their|its)$/.test(s.word(at + 1));
  if (!isBeforeObject && (s.numberAt(at - 1) !== 'several' || !GOVERNED.has(`${s.word(at)} ${s.word(at + 1)}`))) return false;
  for (let index = 0; index < s.tokens.length; index++) {
    const role = s.role(index);
    // What stands in a clause of its own does not count.
    if (index > at && (role === 'sub' || role === 'wh' || role === 'mark')) break;
    if (index !== at && (role === 'aux' || role === 'modal' || role === 'wh' || role === 'sub' || role === 'comma')) return false;
    if (index !== at && ((role === 'verb' && s.word(index - 1) !== 'to') || role === 'ed')) return false;
  }
  return true;
}

/** “Their success rest too often on luck.”: a noun by its tag, but without it the sentence has no verb. */
function isHiddenBase(s: TaggedSentence, at: number): boolean {
  if (s.role(at - 1) !== 'noun' || s.numberAt(at - 1) !== 'one' || s.isCapital(at - 1) || s.role(at + 1) !== 'adv') return false;
  if (s.role(at + 2) !== 'adv' && s.role(at + 2) !== 'prep') return false;
  for (let index = 0; index < s.tokens.length; index++) {
    const role = s.role(index);
    if (index > at && (role === 'sub' || role === 'wh' || role === 'mark')) return true;
    if (role === 'aux' || role === 'modal' || role === 'wh' || role === 'sub' || role === 'ed' || role === 'verb') return false;
  }
  return true;
}

/** “help children”, “keep families”, where “family help services” is no sentence. */
const isHelping = (s: TaggedSentence, at: number): boolean =>
  RARELY_NOUNS.has(s.word(at)) && s.tag(at) === POS.VERB && /(?:children|people|families|parents|pupils|learners)$/.test(s.word(at + 1));

/** Whether what follows makes a verb of a word that may be a noun: a determiner, a pronoun as object, “that”. */
function isFollowedAsVerb(s: TaggedSentence, at: number): boolean {
  const next = s.role(at + 1);
  return (
    next === 'det' ||
    (next === 'pron' && !/^(?:they|he|she|we|i|there)$/.test(s.word(at + 1))) ||
    // “planning starts too late”
    (next === 'adv' && s.tag(at) === POS.VERB && s.role(at + 2) === 'adj' && !s.hasFinite(at + 2, s.tokens.length)) ||
    (next === 'owner' && s.tag(at) === POS.VERB)
  );
}
