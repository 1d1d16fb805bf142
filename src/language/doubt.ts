/*
 * Whether a verb may disagree with its subject, as far as the words alone tell. Most sentences are right, and asking what each of their
 * words does takes far longer than this. Whatever `agreement.ts` could report must pass here.
 */
import { POS } from './model.js';
import type { Role, TaggedSentence } from './sentence.js';
import { FOLLOWS_VERB, OTHER_FORM, SINGULAR_FORMS, isAfterPronoun } from './_finite-verb.js';
import { INSERTS, INTRODUCES, SECOND_THINGS, isNoLonger, isTime, limitStart, opensInsert, overYear } from './_subject.js';
import {
  IRREGULAR_PARTICIPLES,
  IRREGULAR_PASTS,
  LINKS,
  ONE_OF,
  PLURAL_SUBJECTS,
  PREPOSITIONS,
  RARELY_NOUNS,
  SEVERAL_OF,
  SINGULAR_SUBJECTS,
  isParticiple,
} from './words.js';

type One = 'one' | 'several';

const ROLES_AFTER_NOUN_OR_VERB = new Set<Role>(['det', 'pron', 'prep', 'to', 'adv', 'sub', 'owner']);
const ROLES_BEFORE_NOUN = new Set<Role>(['det', 'owner', 'adj']);
const ROLES_IN_SUBJECT = new Set<Role>(['noun', 'adj', 'det', 'owner', 'num', 'conj', 'to', 'adv', 'ed', 'ing']);
const ENDS_SECOND = new Set<Role>(['sub', 'wh', 'mark', 'comma', 'modal', 'pron', 'num']);
const BEFORE_SECOND = new Set<Role>(['ed', 'adj', 'noun', 'det', 'ing', 'adv']);
/** What stands after these decides. */
const MAY_BE_EITHER = new Set(['most', 'some', 'all', 'much', 'both']);
const MAY_BE_DETERMINERS = new Set(['that', 'more', 'most', 'less', 'least', 'much', 'enough', 'so']);

const mayBeAdverb = (s: TaggedSentence, at: number): boolean => {
  const role = s.settledRole(at);
  return role === null ? (s.classesAt(at) & (POS.ADV | POS.ADP | POS.PART)) !== 0 : role === 'adv';
};
const mayBeAdjective = (s: TaggedSentence, at: number): boolean => {
  const role = s.settledRole(at);
  return role === null ? (s.classesAt(at) & POS.ADJ) !== 0 || mayBePast(s, at) : role === 'adj';
};
const mayBePast = (s: TaggedSentence, at: number): boolean => {
  const word = s.word(at);
  return isParticiple(word) || IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word);
};
const mayBeNoun = (s: TaggedSentence, at: number): boolean => {
  const role = s.settledRole(at);
  return role === null ? s.classesAt(at) !== POS.VERB : role === 'noun';
};

/** Whether the word at `at`, whose form is that of a verb, may be finite. */
export function mayBeFinite(s: TaggedSentence, at: number): boolean {
  const word = s.word(at);
  if (OTHER_FORM.has(word)) return true;
  if (s.isCapital(at) || s.startsSentence(at)) return false;
  const classes = s.classesAt(at);
  const next = s.settledRole(at + 1);
  const before = s.settledRole(at - 1);
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) {
    if ((classes & POS.NOUN) === 0 || RARELY_NOUNS.has(word))
      return next === null || FOLLOWS_VERB.has(next) || next === 'comma' || next === 'mark';
    if (before === 'wh' || s.word(at - 1) === 'that') return true;
    if (before !== null && (ROLES_BEFORE_NOUN.has(before) || before === 'num' || before === 'prep' || before === 'to')) return false;
    return next === null || ROLES_AFTER_NOUN_OR_VERB.has(next);
  }
  if (word === 'mean') return true;
  if (((classes & POS.ADJ) !== 0 && !isAfterPronoun(s, at)) || mayBePast(s, at)) return false;
  if ((classes & (POS.NOUN | POS.ADV)) === 0 || RARELY_NOUNS.has(word)) return next !== 'aux' && next !== 'modal';
  if ((classes & POS.NOUN) !== 0 && before !== null && (ROLES_BEFORE_NOUN.has(before) || before === 'prep')) return false;
  if (next === null) return (s.classesAt(at + 1) & POS.PRON) !== 0 || MAY_BE_DETERMINERS.has(s.word(at + 1));
  return next === 'det' || next === 'pron' || next === 'owner' || next === 'adv' || (next === 'mark' && s.formNumber(at - 1) === 'several');
}

/** Whether something before a verb that shows `number` may be its subject and of another number. */
export function mayDisagree(s: TaggedSentence, verb: number, number: One): boolean {
  const others = number === 'one' ? PLURAL_SUBJECTS : SINGULAR_SUBJECTS;
  if ((OTHER_FORM.has(s.word(verb)) || (s.classesAt(verb) & POS.NOUN) === 0) && maySubjectOverClause(s, verb, number)) return true;
  for (let at = verb - 1; at >= 0; at--) {
    const word = s.word(at);
    if (others.has(word)) return true;
    if (word === 'who' || word === 'which' || word === 'that') {
      const head = s.word(at - 1) === ',' ? at - 2 : at - 1;
      if (head >= 0 && mayBeNoun(s, head) && differs(s, head, number)) return true;
    }
    const end = overYear(s, subjectEnd(s, at));
    if (end > 0 && maySubjectDiffer(s, end, number)) return true;
    if (isNoLonger(s, at)) at--;
    else if (!mayBeAdverb(s, at)) return false;
  }
  return false;
}

const differs = (s: TaggedSentence, at: number, number: One): boolean => {
  const own = s.formNumber(at);
  return own !== 0 && own !== number;
};

/** The token after the last of a subject whose last word may be `at`; over words between two commas or in brackets. */
function subjectEnd(s: TaggedSentence, at: number): number {
  const word = s.word(at);
  if (word === ',') {
    for (let index = at - 1; index > 0 && index > at - 25; index--)
      if (s.word(index) === ',') return INSERTS.has(s.word(index + 1)) || opensInsert(s, index + 1) ? index : 0;
    return 0;
  }
  if (word === ')') for (let index = at - 1; index > 0 && index > at - 8; index--) if (s.word(index) === '(') return index;
  return at + 1;
}

function maySubjectOverClause(s: TaggedSentence, verb: number, number: One): boolean {
  for (let at = verb - 1; at > 0; at--) {
    const word = s.word(at);
    if (word === 'who' || word === 'that' || word === 'which' || word === 'whose') return maySubjectDiffer(s, at, number);
    const role = s.settledRole(at);
    if (role === 'mark' || role === 'comma' || role === 'sub' || role === 'wh' || role === 'conj') return false;
  }
  return false;
}

/** Whether a word may stand in a subject, before its last word. */
function mayTie(s: TaggedSentence, at: number): boolean {
  const role = s.settledRole(at);
  if (role === null) return s.classesAt(at) !== POS.VERB || s.word(at - 1) === 'to' || /ing$/.test(s.word(at)) || mayBePast(s, at);
  return ROLES_IN_SUBJECT.has(role) || (role === 'prep' && LINKS.has(s.word(at)));
}

/** Whether a subject of another number may end before token `end`. */
function maySubjectDiffer(s: TaggedSentence, end: number, number: One): boolean {
  if (!mayBeNoun(s, end - 1)) return false;
  let start = end;
  let tied = false;
  while (start > 0 && (mayTie(s, start - 1) || (tied && s.settledRole(start - 1) === 'comma'))) {
    start--;
    if (s.settledRole(start) === 'conj') tied = true;
  }
  if (mayStartClause(s, limitStart(s, start)) && mayHeadDiffer(s, start, end, number)) return true;
  for (let at = start; at < end - 1; at++) {
    const role = s.settledRole(at);
    // A clause may end before “and”; a word may be one that begins a clause, or lead into the sentence.
    const mayBegin =
      role === 'conj'
        ? at > 0 && (s.settledRole(at - 1) === 'comma' || mayBePast(s, at - 1) || mayBeAdverb(s, at - 1))
        : role === null
          ? (s.classesAt(at) & (POS.SCONJ | POS.DET | POS.INTJ | POS.SYM | POS.X)) !== 0 || (s.startsSentence(at) && mayBeAdverb(s, at))
          : role === 'adv' && s.startsSentence(at);
    if (mayBegin && mayHeadDiffer(s, at + 1, end, number)) return true;
  }
  return false;
}

function mayStartClause(s: TaggedSentence, start: number): boolean {
  if (s.startsSentence(start)) return true;
  const role = s.settledRole(start - 1);
  if (role === 'comma') return mayBeIntroduced(s, start - 1);
  if (role === 'mark') return /^[;:•]$/.test(s.word(start - 1));
  return role === 'sub' || s.word(start - 1) === 'which' || (role === 'adv' && s.startsSentence(start - 1));
}

function mayBeIntroduced(s: TaggedSentence, comma: number): boolean {
  let start = comma - 1;
  for (; start > 0; start--) {
    const role = s.settledRole(start - 1);
    if (role === 'mark' || role === 'comma') break;
  }
  if (s.settledRole(start) === 'conj' || s.word(start) === 'but') start++;
  const role = s.settledRole(start);
  const word = s.word(start);
  if (isTime(s, start)) return true;
  return role === null
    ? (s.classesAt(start) & (POS.ADV | POS.ADP | POS.PART | POS.SCONJ)) !== 0 || PREPOSITIONS.has(word) || INTRODUCES.has(word)
    : role === 'prep' || role === 'adv' || role === 'sub' || INTRODUCES.has(word);
}

/** Whether the head of a subject in tokens [from, end) may be of another number. */
function mayHeadDiffer(s: TaggedSentence, from: number, end: number, number: One): boolean {
  if (s.word(from + 1) === 'of' && (number === 'one' ? SEVERAL_OF : ONE_OF).has(s.word(from))) return true;
  if (
    MAY_BE_EITHER.has(s.word(from)) ||
    (number === 'one' && s.word(from) === 'a' && (s.word(from + 2) === 'of' || s.word(from + 3) === 'of'))
  )
    return true;
  for (let at = from; at < end; at++) {
    if (s.settledRole(at) !== 'conj' || at === from || mayTieAdjectives(s, at)) continue;
    // With “and” there are several, or nothing is certain.
    if (number === 'several') {
      if (s.formNumber(at - 1) === 'several' && s.formNumber(end - 1) === 'several') continue;
      if (/^(?:each|every)$/.test(s.word(from))) continue;
      return false;
    }
    if (SECOND_THINGS.has(s.word(at + 1))) return true;
  }
  for (let head = from; head < end; head++) {
    const role = s.settledRole(head);
    if (role === 'prep' || role === 'to') return false;
    if (role === 'conj' && head > from && !mayTieAdjectives(s, head)) return false;
    if ((s.classesAt(head) & POS.NOUN) !== 0 && differs(s, head, number) && mayEndPhrase(s, head, end)) return true;
  }
  return false;
}

const mayTieAdjectives = (s: TaggedSentence, at: number): boolean =>
  ((mayBeAdjective(s, at - 1) || mayBeAdverb(s, at - 1)) && mayBeAdjective(s, at + 1)) || s.settledRole(at - 1) === 'owner';

function mayEndPhrase(s: TaggedSentence, head: number, end: number): boolean {
  if (s.tokens[head]!.owner !== '') return false;
  const next = head + 1;
  if (next === end) return true;
  const role = s.settledRole(next);
  if (s.isCapital(next)) return true;
  if (role === null) return mayBePast(s, next) || /ing$/.test(s.word(next)) || mayBeAdverb(s, next);
  return role === 'prep' || role === 'to' || role === 'conj' || role === 'adv';
}

/** Whether “and” and an auxiliary of another number may follow as a second verb of the same subject. */
export function mayHaveSecond(s: TaggedSentence, verb: number, number: One): boolean {
  for (let at = verb + 1; at < s.tokens.length; at++) {
    const role = s.settledRole(at);
    if (role !== null && ENDS_SECOND.has(role)) return false;
    if (role !== 'conj') continue;
    if (s.word(at) !== 'and') return false;
    let second = at + 1;
    while (mayBeAdverb(s, second)) second++;
    const word = s.word(second);
    if (OTHER_FORM.has(word)) return SINGULAR_FORMS.has(word) !== (number === 'one');
    const next = s.settledRole(second);
    if (next !== null && !BEFORE_SECOND.has(next)) return false;
  }
  return false;
}

/** Whether what follows “there” and its verb may be of another number than the verb at `verb`. */
export function mayDifferAfter(s: TaggedSentence, verb: number, isSingular: boolean): boolean {
  for (let at = verb + 1; at < s.tokens.length; at++) {
    const role = s.settledRole(at);
    if (role === 'wh' && isSingular && /^(?:some|many|several|few|others|those)$/.test(s.word(at - 1))) return true;
    if (role === 'prep' || role === 'mark' || role === 'wh' || role === 'sub' || role === 'to' || role === 'modal') return false;
    if ((s.classesAt(at) & POS.NOUN) === 0) continue;
    const own = s.formNumber(at);
    if (own === 'several') return isSingular;
    if (own === 'one' && !isSingular && !s.mustBe(at + 1, POS.NOUN)) return true;
  }
  return false;
}
