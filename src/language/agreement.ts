/* A subject and its verb: one thing, one form. */
import { mayBeFinite, mayDifferAfter, mayDisagree, mayHaveSecond } from './doubt.js';
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import {
  AMOUNTS,
  AUXILIARY_PAIRS,
  BARE_AMOUNTS,
  COLLECTIVES,
  LINKS,
  ONE,
  ONE_OF,
  PLURAL_SUBJECTS,
  RARELY_NOUNS,
  SEVERAL_OF,
  SINGULAR_SUBJECTS,
  IRREGULAR_PARTICIPLES,
  IRREGULAR_PASTS,
  baseOf,
  withS,
  type Number,
} from './words.js';

const OTHER_FORM = new Map(AUXILIARY_PAIRS.flatMap(([singular, plural]) => [[singular, plural] as const, [plural, singular] as const]));
const SINGULAR_FORMS = new Set(AUXILIARY_PAIRS.map(([singular]) => singular));

/** The number that the form of a verb shows, if the word is a verb; 0 for all other words. */
function shownNumber(s: TaggedSentence, at: number): Number {
  const word = s.word(at);
  if (OTHER_FORM.has(word)) return SINGULAR_FORMS.has(word) ? 'one' : 'several';
  if (s.tokens[at]!.owner !== '' || word.length < 3 || (s.classesOf(word) & POS.VERB) === 0) return 0;
  return /[^s]s$/.test(word) ? 'one' : /(?:ed|ing)$/.test(word) ? 0 : 'several';
}

/** A finite verb whose form shows a number. */
interface Finite {
  readonly number: 'one' | 'several';
  /** The form for the other number. */
  readonly other: string;
  readonly isAuxiliary: boolean;
}

/** What can follow a verb but no noun that is followed by a verb. */
const FOLLOWS_VERB = new Set(['det', 'pron', 'prep', 'to', 'adv', 'adj', 'noun', 'owner', 'ing', 'sub', 'wh', 'ed', 'num']);

function finiteAt(s: TaggedSentence, at: number): Finite | null {
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
    if (!FOLLOWS_VERB.has(s.role(at + 1))) return null;
    return { number: 'one', other: baseOf(word), isAuxiliary: false };
  }
  if (/(?:ed|ing)$/.test(word) || ((classes & POS.ADJ) !== 0 && !(word === 'mean' && s.word(at + 1) === 'that'))) return null;
  if (IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word)) return null;
  if (s.role(at) !== 'verb' && classes !== POS.VERB && word !== 'mean') return null;
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
  if (next === 'noun' && (classes !== POS.VERB || s.numberAt(at + 1) !== 'several')) return null;
  return { number: 'several', other: withS(word), isAuxiliary: false };
}

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

interface Subject {
  readonly number: 'one' | 'several';
  /** The token of its head. */
  readonly head: number;
  /** The token at which it begins. */
  readonly from: number;
  /** Whether something of another number stands between head and verb. */
  readonly distracted: boolean;
  /** Several things tied by “and”. */
  readonly joined: boolean;
  readonly certain: boolean;
}

/** Words that ask for a subjunctive: “recommended that the board have”. */
const SUBJUNCTIVE =
  /^(?:recommend|request|require|ask|suggest|insist|demand|propose|important|essential|vital|crucial|imperative|necessary)/;

/** Where a clause may begin before token `at` (the first of its subject). */
function isClauseStart(s: TaggedSentence, at: number): boolean {
  if (s.startsSentence(at)) return true;
  const before = at - 1;
  const role = s.role(before);
  const word = s.word(before);
  // “Practice when workers visit children is”: the clause stands inside a subject.
  if (role === 'sub' && word !== 'that' && s.role(before - 1) === 'noun' && !hasFinite(s, before)) return false;
  if (role === 'sub')
    return !(
      word === 'that' &&
      s.role(before - 1) === 'noun' &&
      !/^(?:fact|view|evidence|way|extent|idea|belief|assurance|concern|sense)s?$/.test(s.word(before - 1))
    );
  if (role === 'comma') return isIntroduced(s, before);
  // “the extent to which children are”
  if (role === 'wh') return word === 'which' && (s.role(before - 1) === 'prep' || s.role(before - 1) === 'to');
  if (role === 'mark') return word === ';' || word === ':' || word === '•';
  if (role === 'adv') return s.startsSentence(before);
  return false;
}

/** Whether a finite verb stands before token `end`. */
function hasFinite(s: TaggedSentence, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const role = s.role(at);
    if (role === 'aux' || role === 'modal' || role === 'verb' || role === 'comma') return true;
  }
  return false;
}

/** Whether what stands before a comma only leads into the sentence: “In some areas,”, “However,”, “When plans are late,”. */
function isIntroduced(s: TaggedSentence, comma: number): boolean {
  let start = comma - 1;
  while (start > 0 && s.role(start - 1) !== 'mark' && s.role(start - 1) !== 'comma') start--;
  if (start > 0 && s.role(start - 1) === 'comma' && !isIntroduced(s, start - 1)) return false;
  if (s.role(start) === 'conj' || s.word(start) === 'but') start++;
  const role = s.role(start);
  const word = s.word(start);
  return (
    role === 'prep' ||
    role === 'adv' ||
    role === 'sub' ||
    word === 'as' ||
    /^(?:overall|additionally|increasingly|positively|crucially)$/.test(word)
  );
}

/** The subject whose last word stands just before token `end`; null where the words do not make one for certain. */
function subjectBefore(s: TaggedSentence, end: number): Subject | null {
  let at = end;
  // Backwards over one noun phrase after another, as long as prepositions tie them.
  for (;;) {
    const role = at > 0 ? s.role(at - 1) : 'mark';
    if (role === 'noun' || role === 'adj' || role === 'det' || role === 'owner' || role === 'num') at--;
    else if (role === 'prep' && LINKS.has(s.word(at - 1))) at--;
    else if (role === 'to' && s.role(at) !== 'verb') at--;
    // “strategies to improve attendance”
    else if (role === 'verb' && at < end && s.word(at - 2) === 'to') at -= 2;
    else if (role === 'conj') at--;
    else if (role === 'adv' && at < end && (s.role(at) === 'adj' || s.role(at) === 'ed')) at--;
    else if (role === 'ed' && (s.role(at) === 'prep' || s.role(at) === 'noun' || s.role(at) === 'adj') && at < end) at--;
    else if (role === 'ing' && at < end && (s.role(at) === 'noun' || s.role(at) === 'prep') && s.role(at - 2) !== 'mark') at--;
    else break;
  }
  if (at === end) return null;
  let from = at;
  if (s.role(from) === 'adv') from++;
  while (s.role(from) === 'conj' && s.startsSentence(from)) from++;
  if (s.role(from) === 'conj' && s.word(from) !== 'or') {
    // “… is embedded and workers has”, “…, and partners works”: a clause ends before “and”.
    const before = s.role(from - 1);
    let comma = from - 2;
    while (comma > 0 && s.role(comma) !== 'comma') comma--;
    const isEnded = before === 'comma' && s.hasFinite(comma, from - 1);
    if (!(isEnded || ((before === 'ed' || before === 'adv') && s.hasFinite(0, from))) || s.role(from + 1) === 'prep') return null;
    const subject = readSubject(s, from + 1, end);
    // Without a comma, one thing may be tied to what stands before.
    return subject && (isEnded || subject.number === 'several') ? subject : null;
  }
  if (!isClauseStart(s, from)) return null;
  return readSubject(s, from, end);
}

/** “each of the partners”, “many of the plans”: the word before “of” decides. */
function pickedSubject(s: TaggedSentence, from: number, end: number): Subject | null {
  const first = s.word(from);
  const isOne = ONE_OF.has(first);
  if (s.word(from + 1) !== 'of' || !(isOne || SEVERAL_OF.has(first)) || !/^(?:det|owner)$/.test(s.role(from + 2))) return null;
  if (!isOne && s.word(from + 2) === 'this') return null;
  for (let index = from + 2; index < end; index++) {
    const role = s.role(index);
    if (role === 'conj' || role === 'wh' || role === 'sub' || role === 'comma' || (role === 'ed' && index === end - 1)) return null;
  }
  if (s.role(end - 1) !== 'noun') return null;
  // “Neither of the boards have met” is heard as well.
  return {
    number: isOne ? 'one' : 'several',
    head: from,
    from,
    distracted: true,
    joined: false,
    certain: first !== 'neither' && first !== 'either',
  };
}

/** “a stable and responsive workforce”: “and” between two adjectives. */
const tiesAdjectives = (s: TaggedSentence, at: number): boolean =>
  (/^(?:adj|ed|adv)$/.test(s.role(at - 1)) && /^(?:adj|ed)$/.test(s.role(at + 1)) && /^(?:noun|adj)$/.test(s.role(at + 2))) ||
  // “between children’s and adult services”
  (s.role(at - 1) === 'owner' && /^(?:owner|adj|noun)$/.test(s.role(at + 1)) && s.role(at + 2) === 'noun');

/** “work between schools and nurses”: what “and” ties are two plurals of one phrase, and nothing of their own follows them. */
function tiesAlike(s: TaggedSentence, at: number, end: number): boolean {
  if (s.role(at - 1) !== 'noun' || s.numberAt(at - 1) !== 'several' || s.word(at) === 'or') return false;
  let before = at - 1;
  while (/^(?:noun|adj)$/.test(s.role(before - 1))) before--;
  if (s.role(before - 1) !== 'prep' && s.role(before - 1) !== 'ing') return false;
  let next = at + 1;
  while (s.role(next) === 'noun') next++;
  return next === end && s.role(end - 1) === 'noun' && s.numberAt(end - 1) === 'several';
}

/** Reads a subject from left to right. */
function readSubject(s: TaggedSentence, from: number, end: number): Subject | null {
  const picked = pickedSubject(s, from, end);
  if (picked) return picked;
  const first = s.role(from);
  if (first === 'prep' || first === 'to' || first === 'conj' || first === 'ing' || first === 'adv') return null;
  if (first === 'ed' && !s.startsSentence(from)) return null;
  let at = from;
  // The first noun phrase.
  while (at < end && isInside(s, at, from)) at++;
  const head = at - 1;
  if (head < from || s.role(head) !== 'noun') return null;
  // “The regional ICBs are”: a name or letters that end the phrase.
  if (at < end && s.role(at) === 'noun') return null;
  // What stands between must be prepositional phrases, with nothing that could be a second subject.
  let expectPhrase = false;
  let coordinated = false;
  let distracted = false;
  for (let index = at; index < end; index++) {
    const role = s.role(index);
    if (role === 'prep' || role === 'to') expectPhrase = true;
    else if (role === 'conj' && (tiesAdjectives(s, index) || tiesAlike(s, index, end))) continue;
    else if (role === 'conj') {
      coordinated = true;
      expectPhrase = true;
      // “Children and young people’s engagement”, “the strengths and relationship-based model”.
      if (s.word(index + 1).includes('-')) return null;
    } else if (role === 'owner' && coordinated) return null;
    else if (role === 'det' && !expectPhrase) return null;
    else if (role === 'adj' && s.role(index - 1) === 'noun') return null;
    else if (role === 'ing' && s.role(index + 1) === 'noun' && s.role(index - 1) !== 'prep') return null;
    else if (role === 'ing' && s.role(index - 1) === 'prep') expectPhrase = true;
    else if (role === 'noun' || role === 'ed' || role === 'ing') {
      if (role === 'noun') distracted = true;
      // A new phrase after this one needs a preposition again.
      if (role === 'noun' && s.role(index + 1) !== 'noun') expectPhrase = false;
    }
  }
  if (s.role(end - 1) !== 'noun') return null;
  const word = s.word(head);
  const isAmount = BARE_AMOUNTS.has(word) || (AMOUNTS.has(word) && s.word(head + 1) === 'of');
  const starts = s.word(from);
  if (starts === 'none' || starts === 'neither' || starts === 'either' || starts === 'half' || starts === 'what') return null;
  for (let index = from; index < head; index++) if (s.role(index) === 'num' && s.word(index) !== 'one') return null;
  for (let index = from; index < at; index++) if (s.role(index) === 'conj' && !tiesAdjectives(s, index)) coordinated = true;
  if (coordinated) return joinedSubject(s, from, head, end, isAmount);
  let number: Number = s.numberAt(head);
  const determined = s.determinedNumber(from);
  if (isAmount) {
    if (/^(?:number|proportion|percentage|amount|list)$/.test(word) && s.word(head + 1) === 'of' && from === head - 1 && starts === 'the')
      number = 'one';
    else return null;
  }
  if (number === 0) return null;
  const isBody = number === 'one' && COLLECTIVES.has(word);
  if (determined !== 0 && determined !== number && !(starts === 'every' || starts === 'each')) return null;
  if (isNamed(s, from, head)) return null;
  // “Families with Children is”: a name. “Parents in Kent” is none.
  if (from === head && s.startsSentence(from))
    for (let index = at; index < end; index++) if (s.isCapital(index) && (s.classesAt(index) & POS.NOUN) !== 0) return null;
  // “Quality assure provision”, “Minds was founded”: an instruction, a name.
  if (
    from === head &&
    head === end - 1 &&
    s.startsSentence(from) &&
    !/^(?:wh|sub)$/.test(s.role(end)) &&
    !s.mustBe(head, POS.NOUN) &&
    (number === 'one' || s.may(head, POS.VERB))
  )
    return null;
  if (from === head && s.startsSentence(from) && number === 'one' && (s.role(end) === 'verb' || s.role(end) === 'noun')) return null;
  if (isCompound(s, head, end, number)) return null;
  return {
    number,
    head,
    from,
    distracted: distracted && head < end - 1,
    joined: false,
    certain: !isBody && !/^(?:proportion|percentage|amount|list)$/.test(word),
  };
}

/** Nouns that only describe the noun that follows, so that no longer name ends there. */
const DESCRIBE =
  /^(?:health|school|education|family|youth|nursery|resource|college|transport|autism|community|staff|partnership|council|speech and language|health and care|education health and care|education health and social care|health and social care|special|therapy|training)$/;

/** “Child in need plans”, “the Children in Care Council”: what looks like a phrase between may belong to a longer noun. */
function isCompound(s: TaggedSentence, head: number, end: number, number: Number): boolean {
  if (head === end - 1 || s.numberAt(end - 1) === number) return false;
  let start = end - 1;
  while (start > head + 1 && s.role(start - 1) !== 'prep' && s.role(start - 1) !== 'to') start--;
  if (!/^(?:in|of|with|to|at|by|under|out|for)$/.test(s.word(start - 1))) return false;
  if (s.role(start) === 'det' || s.role(start) === 'owner') return false;
  let nouns = 0;
  let isName = false;
  for (let index = start; index < end; index++) {
    if (s.role(index) === 'noun' || s.role(index) === 'ed') nouns++;
    if (s.isCapital(index)) isName = true;
  }
  // “the development of new resource bases”
  const isPlain = s.role(start) === 'adj' || DESCRIBE.test(s.word(start));
  return nouns > 1 && !(isPlain && !isName && !s.isCapital(head));
}

/** “Children’s services”, “social services”, “human resources”: names of one thing with -s. */
function isNamed(s: TaggedSentence, from: number, head: number): boolean {
  if (
    !/^(?:services|resources|affairs|works|studies|matters|systems|solutions|futures|lives|homes|steps|minds|schools|partners|partnerships|families|communities)$/.test(
      s.word(head),
    )
  )
    return false;
  return (
    (head > from && s.tokens[head - 1]!.owner !== '') ||
    (from === head - 1 && /^(?:social|human|adult|public|legal|mutual|early|health)$/.test(s.word(from)))
  );
}

function isInside(s: TaggedSentence, at: number, from: number): boolean {
  const role = s.role(at);
  if (role === 'conj') return at > from && tiesAdjectives(s, at);
  if (role === 'comma') return s.role(at - 1) === 'adj' && s.role(at + 1) === 'adj';
  if (role === 'adj') return at === from || s.role(at - 1) !== 'noun';
  // “the algorithm Espree uses”: a name after a noun is another phrase.
  if (role === 'noun' && at > from && s.isCapital(at) && s.role(at - 1) === 'noun' && !s.isCapital(at - 1) && !s.startsSentence(at - 1))
    return false;
  if (role === 'noun' || role === 'num' || role === 'owner') return true;
  if (role === 'det') return at === from || s.role(at - 1) === 'det';
  if (role === 'adv') return s.role(at + 1) === 'adj' || s.role(at + 1) === 'ed';
  // A participle before its noun: “the agreed plan”, “increasing numbers”.
  if (s.role(at + 1) !== 'noun' && s.role(at + 1) !== 'adj') return false;
  return role === 'ed' ? at > from || s.startsSentence(at) : role === 'ing' && at > from && s.role(at - 1) !== 'noun';
}

/** Where “and” or “or” stands in the subject. */
function joinedSubject(s: TaggedSentence, from: number, head: number, end: number, isAmount: boolean): Subject | null {
  const conjs: number[] = [];
  for (let index = from; index < end; index++) if (s.role(index) === 'conj' && !tiesAdjectives(s, index)) conjs.push(index);
  const onlyAnd = conjs.every((index) => s.word(index) === 'and' || s.word(index) === '&');
  const number = s.numberAt(head);
  if (isAmount || number === 0) return null;
  if (
    onlyAnd &&
    /^(?:each|every)$/.test(s.word(from)) &&
    number === 'one' &&
    conjs[0] === head + 1 &&
    !/^(?:det|owner)$/.test(s.role(head + 2))
  )
    return { number: 'one', head, from, distracted: false, joined: false, certain: true };
  // However it is read, the first noun and what “and” adds are several.
  const determined = s.determinedNumber(from);
  if (determined !== 0 && determined !== number) return null;
  if (number === 'several' && onlyAnd && !isNamed(s, from, head) && !isCompound(s, head, end, number))
    return { number: 'several', head, from, distracted: true, joined: true, certain: true };
  // “The range of schools and the quality of teaching is”: two noun phrases, each with its determiner.
  if (number === 'one' && onlyAnd && conjs.length === 1) {
    const after = conjs[0]! + 1;
    const second = s.word(after);
    if (s.role(from) !== 'det' || !/^(?:the|its|their|this|a|an)$/.test(second) || s.word(from) === 'each' || s.word(from) === 'every')
      return null;
    // “The work of the board and the council is”: there the second may belong to what stands before it.
    if (conjs[0] === head + 1) return { number: 'several', head, from, distracted: true, joined: true, certain: true };
  }
  return null;
}

function overAdverbsBack(s: TaggedSentence, at: number): number {
  let index = at;
  while (index > 0 && s.role(index) === 'adv') index--;
  return index;
}

/** Back from a verb over adverbs and over words between two commas, to the token after the subject’s last word. */
function subjectEnd(s: TaggedSentence, verb: number): number {
  let end = verb;
  while (end > 0 && s.role(end - 1) === 'adv') end--;
  if (end > 0 && s.role(end - 1) === 'comma') {
    for (let index = end - 2; index > 0 && index > end - 25; index--) {
      if (s.role(index) !== 'comma') continue;
      const opens = s.word(index + 1);
      if (/^(?:including|particularly|especially|such|for|in|with|alongside|through|across|from|at|both)$/.test(opens)) return index;
      return verb;
    }
    return verb;
  }
  // Brackets: “the special educational needs coordinator (SENCO) have”.
  if (s.word(end - 1) === ')') {
    for (let index = end - 2; index > 0 && index > end - 8; index--) if (s.word(index) === '(') return index;
  }
  return end;
}

const clip = (s: TaggedSentence, from: number, to: number): string => {
  const text = s.text.slice(s.tokens[from]!.start, s.tokens[to]!.end).replace(/\s+/g, ' ');
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
};

/** “have been” after a bare infinitive, a question or an “if … were” is no slip. */
function isUnreal(s: TaggedSentence, from: number, verb: number): boolean {
  const word = s.word(verb);
  if (word !== 'were' && word !== 'have' && word !== 'do' && finiteAt(s, verb)?.isAuxiliary) return false;
  for (let index = from - 1; index >= 0 && index > from - 8; index--) {
    const before = s.word(index);
    if (word === 'were' && /^(?:if|though|wish|were|had|unless|whether)$/.test(before)) return true;
    if (
      word !== 'were' &&
      ((SUBJUNCTIVE.test(before) && s.word(from - 1) === 'that' && index >= from - 4) ||
        /^(?:do|does|did|can|should|could|would|will|may|might|must|let|lest)$/.test(before))
    )
      return true;
  }
  return false;
}

export function findAgreement(s: TaggedSentence, found: Found): void {
  const taken = new Set<number>();
  const report: Found = (slip) => {
    const at = s.tokens.findIndex(({ start }) => start === slip.from);
    if (taken.has(at)) return;
    taken.add(at);
    found(slip);
  };
  for (let verb = 0; verb < s.tokens.length; verb++) {
    if (s.tokens[verb]!.kind !== 'word') continue;
    checkThere(s, verb, report);
    if (verb === 0) continue;
    const shown = shownNumber(s, verb);
    if (shown === 0 || !mayBeFinite(s, verb) || !(mayDisagree(s, verb, shown) || mayHaveSecond(s, verb, shown))) continue;
    const finite = finiteAt(s, verb);
    if (!finite) continue;
    if (checkPronoun(s, verb, finite, report) || checkRelative(s, verb, finite, report)) continue;
    const end = subjectEnd(s, verb);
    if (end < 1) continue;
    const subject = (s.role(end - 1) === 'noun' ? subjectBefore(s, end) : null) ?? subjectOverClause(s, verb);
    if (subject && subject.number === finite.number && !(subject.from > 0 && s.role(subject.from - 1) === 'sub'))
      checkSecond(s, subject, verb, report);
    if (!subject || subject.number === finite.number) continue;
    if (isUnreal(s, subject.from, verb) || isInverted(s, subject.from, verb)) continue;
    const text = s.tokens[verb]!.text;
    report({
      from: s.tokens[verb]!.start,
      to: s.tokens[verb]!.end,
      kind: subject.joined ? 'agreement-joined' : subject.distracted ? 'agreement-distant' : 'agreement',
      certain: subject.certain && (finite.isAuxiliary || finite.number === 'one' || subject.distracted),
      message: `“${clip(s, subject.from, subject.head)}” ${subject.number === 'one' ? 'is one thing' : 'are several'}: write “${finite.other}”, not “${text}”.`,
      fix: finite.other,
    });
  }
}

/** “Children who live in unregulated homes is”: the subject before a relative clause, whose own verb is the only one between. */
function subjectOverClause(s: TaggedSentence, verb: number): Subject | null {
  let relative = verb - 1;
  let verbs = 0;
  for (; relative > 0; relative--) {
    const role = s.role(relative);
    const word = s.word(relative);
    if (word === 'who' || word === 'that' || word === 'which') break;
    if (role === 'mark' || role === 'comma' || role === 'sub' || role === 'wh' || role === 'conj') return null;
    if (role === 'pron' && !/^(?:they|it|we|he|she|them|him)$/.test(word)) return null;
    if (role === 'modal' || role === 'verb' || (role === 'aux' && !/^(?:be|been|being)$/.test(word))) verbs++;
    else if (role === 'ed' && s.role(relative - 1) === 'wh') verbs++;
    else if (role === 'ed' && s.role(relative - 1) !== 'aux' && s.role(relative - 1) !== 'adv') return null;
  }
  if (relative <= 0 || s.role(relative) === 'det') return null;
  // The clause begins with its verb, and the verb before the main one is not one that a noun hides.
  let first = relative + 1;
  while (s.role(first) === 'adv') first++;
  // “The changes that leaders have made”: the clause may have a subject of its own.
  let own = first;
  while (/^(?:det|adj|noun|owner|pron)$/.test(s.role(own))) own++;
  while (s.role(own) === 'adv') own++;
  const role = s.role(own);
  if (role !== 'aux' && role !== 'modal' && role !== 'verb' && !(role === 'ed' && own === relative + 1)) return null;
  first = own;
  const isPair = role === 'aux' || role === 'modal';
  if (verbs !== 1 && !(isPair && verbs === 2 && s.role(first + 1) === 'verb')) return null;
  if (!OTHER_FORM.has(s.word(verb)) && !((s.classesAt(verb) & POS.NOUN) === 0 && /[^s]s$/.test(s.word(verb)))) return null;
  if (/^(?:to|modal|aux)$/.test(s.role(overAdverbsBack(s, verb - 1)))) return null;
  const subject = subjectBefore(s, relative);
  return subject && !subject.joined ? { ...subject, distracted: true } : null;
}

/** “Leaders understand the area and has plans”: a second verb of the same subject. */
function checkSecond(s: TaggedSentence, subject: Subject, verb: number, report: Found): void {
  for (let at = verb + 1; at < s.tokens.length; at++) {
    const role = s.role(at);
    if (
      role === 'sub' ||
      role === 'wh' ||
      role === 'mark' ||
      role === 'comma' ||
      role === 'modal' ||
      role === 'pron' ||
      role === 'verb' ||
      role === 'num'
    )
      return;
    if (s.word(at) !== 'and') {
      if (role === 'conj') return;
      continue;
    }
    let second = at + 1;
    while (s.role(second) === 'adv') second++;
    const finite = finiteAt(s, second);
    if (!finite?.isAuxiliary) {
      if (
        s.role(second) === 'ed' ||
        s.role(second) === 'adj' ||
        s.role(second) === 'noun' ||
        s.role(second) === 'det' ||
        s.role(second) === 'ing'
      )
        continue;
      return;
    }
    if (finite.number === subject.number) return;
    // “and only recently has work begun”: another subject follows.
    if (/^(?:only|rarely|never|seldom|so|neither)$/.test(s.word(at + 1))) return;
    report({
      from: s.tokens[second]!.start,
      to: s.tokens[second]!.end,
      kind: 'agreement-second',
      certain: true,
      message: `“${clip(s, subject.from, subject.head)}” ${subject.number === 'one' ? 'is one thing' : 'are several'}: write “${finite.other}”, not “${s.tokens[second]!.text}”.`,
      fix: finite.other,
    });
    return;
  }
}

/** “Key to this work are the schools”: the subject follows. */
function isInverted(s: TaggedSentence, from: number, verb: number): boolean {
  return /^(?:key|central|essential|crucial|integral|vital|important|at|among)$/.test(s.word(from)) && s.role(verb + 1) === 'det';
}

/** “They is”, “everyone have”. */
function checkPronoun(s: TaggedSentence, verb: number, finite: Finite, report: Found): boolean {
  let at = verb - 1;
  while (at > 0 && s.role(at) === 'adv') at--;
  const word = s.word(at);
  const number: Number = SINGULAR_SUBJECTS.has(word) ? 'one' : PLURAL_SUBJECTS.has(word) ? 'several' : 0;
  if (number === 0 || number === finite.number) return false;
  if (!finite.isAuxiliary && s.role(verb) !== 'verb') return false;
  // “All of those is”, “help everyone have”: no subject.
  const before = at - 1;
  const role = s.role(before);
  const starts =
    s.startsSentence(at) ||
    role === 'sub' ||
    (role === 'conj' && s.role(before - 1) === 'comma') ||
    (role === 'comma' && isIntroduced(s, before)) ||
    // These are never objects.
    (/^(?:they|we|he|she)$/.test(word) && role !== 'conj' && role !== 'modal' && role !== 'aux') ||
    (word === 'it' && (role === 'adj' || role === 'adv' || role === 'wh' || /^(?:than|as)$/.test(s.word(before))));
  if (!starts) return false;
  if (
    /^(?:this|these|those)$/.test(word) &&
    !finite.isAuxiliary &&
    ((s.classesOf(s.word(verb)) & POS.NOUN) !== 0 || verb !== at + 1) &&
    s.hasFinite(verb + 1, s.tokens.length) &&
    !(s.word(verb) === 'mean' && s.word(verb + 1) === 'that')
  )
    return false;
  if (isUnreal(s, at, verb)) return false;
  // “This refresh replaces the plan”: a noun that the lexicon does not know.
  if (!finite.isAuxiliary && (s.role(verb + 1) === 'verb' || s.role(verb + 1) === 'aux' || s.role(verb + 1) === 'modal')) return false;
  report({
    from: s.tokens[verb]!.start,
    to: s.tokens[verb]!.end,
    kind: 'agreement-pronoun',
    certain: true,
    message: `After “${s.tokens[at]!.text}” write “${finite.other}”, not “${s.tokens[verb]!.text}”.`,
    fix: finite.other,
  });
  return true;
}

/** “Children who has”, “a plan that have”. */
function checkRelative(s: TaggedSentence, verb: number, finite: Finite, report: Found): boolean {
  let at = verb - 1;
  while (at > 0 && s.role(at) === 'adv') at--;
  const word = s.word(at);
  if (word !== 'who' && word !== 'which' && word !== 'that') return false;
  if (word === 'that' && s.role(at) === 'det') return true;
  let head = at - 1;
  if (s.role(head) === 'comma') head--;
  if (s.role(head) !== 'noun') return true;
  const number = s.numberAt(head);
  if (number === 0 || number === finite.number) return true;
  if (number === 'one' && COLLECTIVES.has(s.word(head))) return true;
  // The noun phrase and what it hangs on: “one of the children who has”, “a list of things that is”.
  let from = head;
  let conj = false;
  let links = false;
  for (;;) {
    const role = from > 0 ? s.role(from - 1) : 'mark';
    if (
      role === 'noun' ||
      role === 'adj' ||
      role === 'det' ||
      role === 'owner' ||
      role === 'num' ||
      role === 'adv' ||
      role === 'ed' ||
      role === 'ing'
    )
      from--;
    else if (role === 'conj') {
      conj = true;
      from--;
    } else if (role === 'prep' || role === 'to') {
      links = true;
      from--;
    } else break;
  }
  for (let index = from; index <= head; index++) {
    if (s.role(index) !== 'noun' && s.role(index) !== 'num' && s.role(index) !== 'pron') continue;
    if (index !== head && AMOUNTS.has(s.word(index))) return true;
    if (index !== head && s.numberAt(index) !== number && (links || conj)) return true;
  }
  if (conj && number === 'one') return true;
  // “Systems are in place which enable”: the relative clause belongs to something before.
  if (number === 'one' && s.role(from) !== 'det' && s.role(from) !== 'owner') return true;
  if (s.role(from - 1) === 'verb' && s.role(from - 2) === 'to') return true;
  if (AMOUNTS.has(s.word(head))) return true;
  if (links && s.role(at - 1) === 'comma') return true;
  // Before a comma the whole sentence may be meant: “, which is good”.
  if (word === 'which' && s.role(at - 1) === 'comma' && finite.number === 'one') return true;
  if (s.role(at - 1) === 'comma' && (links || conj)) return true;
  if (word === 'that' && (s.tag(at) === POS.SCONJ || (!finite.isAuxiliary && finite.number === 'several'))) return true;
  if (s.role(from - 1) === 'pron' || s.word(from - 1) === 'it') return true;
  // “It names who does”: the noun may be a verb.
  if (s.role(from) === 'noun' && from === head && s.may(head, POS.VERB) && !s.startsSentence(head)) return true;
  // “It is children who is”: a cleft sentence; “there is one of those who”.
  report({
    from: s.tokens[verb]!.start,
    to: s.tokens[verb]!.end,
    kind: 'agreement-relative',
    certain: !links,
    message: `“${s.tokens[head]!.text} ${word}” takes “${finite.other}”, not “${s.tokens[verb]!.text}”.`,
    fix: finite.other,
  });
  return true;
}

/** “There is gaps”, “there has lately been gains”, “there are a gap”. */
function checkThere(s: TaggedSentence, there: number, report: Found): void {
  if (s.word(there) !== 'there') return;
  let verb = there + 1;
  while (s.role(verb) === 'adv') verb++;
  const word = s.word(verb);
  const other = OTHER_FORM.get(word);
  if (!other || word === 'does' || word === 'do' || !mayDifferAfter(s, verb, SINGULAR_FORMS.has(word))) return;
  let at = verb + 1;
  while (s.role(at) === 'adv' && !/^(?:more|less|most|enough|much|so|all)$/.test(s.word(at))) at++;
  if (word === 'has' || word === 'have') {
    if (s.word(at) !== 'been') return;
    at++;
    while (s.role(at) === 'adv' && !/^(?:more|less|most|enough|much|so)$/.test(s.word(at))) at++;
  }
  const isSingular = SINGULAR_FORMS.has(word);
  const start = at;
  let head = at - 1;
  for (; at < s.tokens.length; at++) {
    const role = s.role(at);
    if (role === 'noun') head = at;
    else if (role === 'verb' && head < start && (s.classesOf(s.word(at)) & POS.NOUN) !== 0) head = at;
    else if (role === 'comma' && s.role(at - 1) === 'adj' && s.role(at + 1) === 'adj') continue;
    else if (role === 'conj' && s.role(at - 1) === 'adj' && s.role(at + 1) === 'adj') continue;
    else if (!(
      role === 'adj' ||
      role === 'det' ||
      role === 'num' ||
      role === 'adv' ||
      role === 'owner' ||
      ((role === 'ed' || role === 'ing') && s.role(at + 1) === 'noun')
    ))
      break;
    else if (role === 'det' && at > start) break;
    if (role === 'noun' && s.role(at + 1) !== 'noun') break;
  }
  if (head < start) return;
  const first = s.word(start);
  // “There are a number of”, “there is no gaps”.
  if (AMOUNTS.has(s.word(head)) || /^(?:none|any|all|half)$/.test(first)) return;
  const number = s.numberAt(head);
  const determined = s.determinedNumber(start);
  if (number === 0) return;
  // The next word may be the noun that this one only describes.
  if (s.tokens[head]!.owner !== '') return;
  if (isSingular && number === 'several' && !ONE.has(first) && first !== 'one') {
    if (s.role(start) === 'num' && /^(?:day|week|month|year|hour|minute|pound)s$/.test(s.word(head))) return;
    report(slipThere(s, verb, other, clip(s, start, head)));
  } else if (
    !isSingular &&
    number === 'one' &&
    s.role(start) !== 'num' &&
    determined !== 'several' &&
    !/^(?:another|every|each|more|some|most|such|enough)$/.test(first)
  ) {
    // A list that begins with one thing is several.
    const rest = s.tokens.slice(head + 1).findIndex(({ word: next, kind }) => (kind === 'word' && next === 'and') || next === ',');
    if (rest >= 0 || COLLECTIVES.has(s.word(head)) || /^(?:noun|adj|num|owner|ing|ed)$/.test(s.role(head + 1))) return;
    if (s.text.slice(s.tokens[head]!.end, s.tokens[head]!.end + 1) === '-' || s.isCapital(head)) return;
    for (let index = start; index < head; index++) if (s.may(index, POS.NOUN) && s.numberAt(index) === 'several') return;
    report(slipThere(s, verb, other, clip(s, start, head)));
  }
}

const slipThere = (s: TaggedSentence, verb: number, other: string, subject: string) => ({
  from: s.tokens[verb]!.start,
  to: s.tokens[verb]!.end,
  kind: 'agreement-there',
  certain: true,
  message: `What follows “there” decides: with “${subject}” write “${other}”, not “${s.tokens[verb]!.text}”.`,
  fix: other,
});
