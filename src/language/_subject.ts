import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { AMOUNTS, BARE_AMOUNTS, COLLECTIVES, LINKS, ONE_OF, SEVERAL_OF, isParticiple, type Number } from './words.js';

/** Words that open what is inserted between two commas. */
export const INSERTS: ReadonlySet<string> = new Set([
  ...['including', 'particularly', 'especially', 'such', 'for', 'in', 'with', 'alongside', 'through', 'across', 'from', 'at', 'both'],
]);
/** Words that lead into a sentence before a comma. */
export const INTRODUCES: ReadonlySet<string> = new Set(['as', 'overall', 'additionally', 'increasingly', 'positively', 'crucially']);
/** Words that begin the second of two things that “and” ties. */
export const SECOND_THINGS: ReadonlySet<string> = new Set(['the', 'its', 'their', 'this', 'a', 'an']);

export interface Subject {
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
export const SUBJUNCTIVE =
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

/** “Each week,”, “Last year,”. */
export const isTime = (s: TaggedSentence, at: number): boolean =>
  /^(?:each|every|this|last|next)$/.test(s.word(at)) &&
  /^(?:day|week|month|quarter|term|year|time|summer|autumn|spring|winter)$/.test(s.word(at + 1));

/** Whether what stands before a comma only leads into the sentence: “In some areas,”, “However,”, “When plans are late,”. */
export function isIntroduced(s: TaggedSentence, comma: number): boolean {
  let start = comma - 1;
  while (start > 0 && s.role(start - 1) !== 'mark' && s.role(start - 1) !== 'comma') start--;
  if (start > 0 && s.role(start - 1) === 'comma' && !isIntroduced(s, start - 1)) return false;
  if (s.role(start) === 'conj' || s.word(start) === 'but') start++;
  const role = s.role(start);
  const word = s.word(start);
  return role === 'prep' || role === 'adv' || role === 'sub' || INTRODUCES.has(word) || isTime(s, start);
}

/** The subject whose last word stands just before token `end`; null where the words do not make one for certain. */
export function subjectBefore(s: TaggedSentence, end: number): Subject | null {
  let at = end;
  let tied = false;
  // Backwards over one noun phrase after another, as long as prepositions tie them.
  for (;;) {
    const role = at > 0 ? s.role(at - 1) : 'mark';
    if (role === 'noun' || role === 'adj' || role === 'det' || role === 'owner' || role === 'num') at--;
    else if (role === 'prep' && LINKS.has(s.word(at - 1))) at--;
    else if (role === 'to' && s.role(at) !== 'verb') at--;
    // “strategies to improve attendance”
    else if (role === 'verb' && at < end && s.word(at - 2) === 'to') at -= 2;
    else if (role === 'conj') {
      tied = true;
      at--;
    }
    // “Practitioners from health visiting, early help and school nursing”
    else if (role === 'comma' && tied && /^(?:noun|ing)$/.test(s.role(at - 2)) && /^(?:noun|adj|owner)$/.test(s.role(at))) at--;
    else if (role === 'adv' && at < end && (s.role(at) === 'adj' || s.role(at) === 'ed')) at--;
    else if (role === 'ed' && (s.role(at) === 'prep' || s.role(at) === 'noun' || s.role(at) === 'adj') && at < end) at--;
    else if (
      role === 'ing' &&
      at < end &&
      /^(?:noun|prep|comma)$/.test(s.role(at)) &&
      (s.role(at - 2) !== 'mark' || DESCRIBES.has(s.word(at - 1)))
    )
      at--;
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
  if (!isClauseStart(s, limitStart(s, from))) return null;
  return readSubject(s, from, end);
}

/** “each of the partners”, “many of the plans”: the word before “of” decides. */
function pickedSubject(s: TaggedSentence, from: number, end: number): Subject | null {
  const first = s.word(from);
  if (MOST_OF.has(first) && s.word(from + 1) === 'of') return partSubject(s, from, end);
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

const MOST_OF = new Set(['most', 'some', 'all', 'much']);

/** “most of the plans”, “some of the evidence”: what is named decides. */
function partSubject(s: TaggedSentence, from: number, end: number): Subject | null {
  if (!/^(?:det|owner)$/.test(s.role(from + 2))) return null;
  let head = from + 3;
  while (s.role(head) === 'adj' || (s.role(head) === 'noun' && s.role(head + 1) === 'noun')) head++;
  if (head >= end || s.role(head) !== 'noun' || s.tokens[head]!.owner !== '') return null;
  if (head < end - 1 && (s.role(head + 1) !== 'prep' || s.role(end - 1) !== 'noun')) return null;
  for (let index = head + 1; index < end; index++) if (/^(?:conj|comma|wh|sub)$/.test(s.role(index))) return null;
  const number = s.numberAt(head);
  if (number === 0 || COLLECTIVES.has(s.word(head)) || AMOUNTS.has(s.word(head))) return null;
  return { number, head, from, distracted: true, joined: false, certain: true };
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

/** Forms with -ing that stand before a noun as adjectives do: “waiting times”. */
const DESCRIBES = new Set(['waiting', 'existing', 'emerging', 'remaining', 'growing', 'increasing', 'learning']);

/** Reads a subject from left to right. */
function readSubject(s: TaggedSentence, from: number, end: number): Subject | null {
  const picked = pickedSubject(s, from, end);
  if (picked) return picked;
  const first = s.role(from);
  if (first === 'ing' && !(DESCRIBES.has(s.word(from)) && s.role(from + 1) === 'noun')) return null;
  if (first === 'prep' || first === 'to' || first === 'conj' || first === 'adv') return null;
  if (first === 'ed' && !s.startsSentence(from) && s.role(from - 1) !== 'comma') return null;
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
    else if (role === 'comma') {
      coordinated = true;
      expectPhrase = true;
    }
    // “the health visiting checks”
    else if (role === 'ing' && s.role(index + 1) === 'noun' && s.role(index - 1) !== 'prep' && !(index > at && isNounBetween(s, index)))
      return null;
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
  for (let index = from; index < head; index++)
    if (s.role(index) === 'num' && s.word(index) !== 'one' && !isCount(s, index, head, end)) return null;
  for (let index = from; index < at; index++) if (s.role(index) === 'conj' && !tiesAdjectives(s, index)) coordinated = true;
  if (coordinated) return joinedSubject(s, from, head, end, isAmount);
  let number: Number = s.numberAt(head);
  const determined = s.determinedNumber(from);
  if (isAmount) {
    if (
      /^(?:number|proportion|percentage|amount|list|range|variety|breadth)$/.test(word) &&
      s.word(head + 1) === 'of' &&
      from === head - 1 &&
      starts === 'the'
    )
      number = 'one';
    else if (word === 'numbers' && starts === 'the' && s.word(head + 1) === 'of' && tellsSeveral(s, head + 2, end)) number = 'several';
    else if (
      /^(?:number|majority|minority|handful)$/.test(word) &&
      starts === 'a' &&
      s.word(head + 1) === 'of' &&
      tellsSeveral(s, head + 2, end)
    )
      number = 'several';
    else return null;
  }
  if (number === 0) return null;
  const isBody = number === 'one' && COLLECTIVES.has(word);
  if (determined !== 0 && determined !== number && !(starts === 'every' || starts === 'each') && !isAmount) return null;
  if (isNamed(s, from, head)) return null;
  // “Ten appeals is the highest number”: an amount.
  if (s.role(from) === 'num' && s.word(end) === 'is') return null;
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
  if (
    from === head &&
    s.startsSentence(from) &&
    number === 'one' &&
    (s.role(end) === 'verb' || s.role(end) === 'noun') &&
    !(s.role(head + 1) === 'prep' && s.tag(head) === POS.NOUN)
  )
    return null;
  if (isCompound(s, head, end, number)) return null;
  return {
    number,
    head,
    from,
    distracted: distracted && head < end - 1,
    joined: false,
    certain: !isBody && !/^(?:proportion|percentage|amount|list|range|variety|breadth)$/.test(word),
  };
}

/** Where “more than 60”, “up to 60” begins, if that is what stands before the number at `from`; else `from`. */
export function limitStart(s: TaggedSentence, from: number): number {
  if (s.settledRole(from) !== 'num') return from;
  return LIMITS.has(`${s.word(from - 2)} ${s.word(from - 1)}`) ? from - 2 : from;
}

const LIMITS = new Set(['more than', 'fewer than', 'less than', 'up to', 'at least', 'close to']);

/** Units, which are one amount together: “ten weeks is too long”. */
const UNITS =
  /^(?:weeks?|months?|years?|days?|hours?|minutes?|pounds?|percent|per cent|cent|points?|miles?|kilometres?|metres?|terms?|times|million|thousand|hundred)$/;

/** “60 children has”, “five schools takes”: a number of things that are counted one by one, before a verb that no amount has. */
const isCount = (s: TaggedSentence, at: number, head: number, end: number): boolean =>
  s.numberAt(head) === 'several' &&
  !UNITS.test(s.word(head)) &&
  s.role(at + 1) !== 'prep' &&
  s.role(at + 1) !== 'num' &&
  (!/^(?:is|was)$/.test(s.word(end)) || s.role(end + 1) === 'ed' || s.role(end + 1) === 'ing') &&
  head === end - 1;

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

/** A form with -ing between two nouns, the first of which is one thing and could not do it: “health visiting checks”. */
const isNounBetween = (s: TaggedSentence, at: number): boolean =>
  s.role(at - 1) === 'noun' && s.numberAt(at - 1) === 'one' && !COLLECTIVES.has(s.word(at - 1)) && (s.classesAt(at) & POS.NOUN) !== 0;

/** “a number of children”: what is counted is several, and nothing of its own stands after it. */
function tellsSeveral(s: TaggedSentence, from: number, end: number): boolean {
  let head = from;
  while (head < end && /^(?:adj|det|owner|adv|ed)$/.test(s.role(head))) head++;
  while (s.role(head + 1) === 'noun') head++;
  return head < end && s.role(head) === 'noun' && s.numberAt(head) === 'several';
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
  return role === 'ed'
    ? at > from || s.startsSentence(at) || s.role(at - 1) === 'comma'
    : role === 'ing' && (at > from ? s.role(at - 1) !== 'noun' : DESCRIBES.has(s.word(at)));
}

const hasLink = (s: TaggedSentence, from: number, end: number): boolean => {
  for (let at = from; at < end; at++) if (/^(?:prep|to|comma|ing)$/.test(s.role(at))) return true;
  return false;
};

/** Where “and” or “or” stands in the subject. */
function joinedSubject(s: TaggedSentence, from: number, head: number, end: number, isAmount: boolean): Subject | null {
  const conjs: number[] = [];
  for (let index = from; index < end; index++) if (s.role(index) === 'conj' && !tiesAdjectives(s, index)) conjs.push(index);
  const onlyAnd = conjs.every((index) => s.word(index) === 'and' || s.word(index) === '&');
  const number = s.numberAt(head);
  if (isAmount) return null;
  // “The ICB and the council brings”: two bodies, each with its article.
  if (
    onlyAnd &&
    conjs.length === 1 &&
    conjs[0] === head + 1 &&
    s.word(from) === 'the' &&
    s.word(head + 2) === 'the' &&
    s.role(end - 1) === 'noun' &&
    !hasLink(s, head + 2, end)
  )
    return { number: 'several', head, from, distracted: true, joined: true, certain: true };
  if (number === 0) return null;
  if (
    onlyAnd &&
    /^(?:each|every)$/.test(s.word(from)) &&
    number === 'one' &&
    conjs[0] === head + 1 &&
    !/^(?:det|owner)$/.test(s.role(head + 2))
  )
    return { number: 'one', head, from, distracted: false, joined: false, certain: true };
  if (s.word(from) === 'both' && onlyAnd && conjs.length === 1)
    return { number: 'several', head, from, distracted: true, joined: true, certain: true };
  // However it is read, the first noun and what “and” adds are several.
  const determined = s.determinedNumber(from);
  if (determined !== 0 && determined !== number) return null;
  // “Drugs and alcohol work is”: both may only describe the last noun.
  if (head === from && s.numberAt(end - 1) === 'one' && conjs.length === 1 && conjs[0] === head + 1 && end - conjs[0] > 2) {
    let first = conjs[0] + 1;
    while (first < end && s.role(first) === 'noun') first++;
    if (first === end) return null;
  }
  if (number === 'several' && onlyAnd && !isNamed(s, from, head) && !isCompound(s, head, end, number))
    return { number: 'several', head, from, distracted: true, joined: true, certain: true };
  // “The range of schools and the quality of teaching is”: two noun phrases, each with its determiner.
  if (number === 'one' && onlyAnd && conjs.length === 1) {
    const after = conjs[0]! + 1;
    const second = s.word(after);
    if (s.role(from) !== 'det' || !SECOND_THINGS.has(second) || s.word(from) === 'each' || s.word(from) === 'every') return null;
    // “The work of the board and the council is”: there the second may belong to what stands before it.
    if (conjs[0] === head + 1) return { number: 'several', head, from, distracted: true, joined: true, certain: true };
  }
  return null;
}

export function overAdverbsBack(s: TaggedSentence, at: number): number {
  let index = at;
  // “will either ask or wait”
  const isEither = (place: number): boolean => /^(?:either|both)$/.test(s.word(place)) && /^(?:modal|aux)$/.test(s.role(place - 1));
  while (index > 0 && (s.role(index) === 'adv' || isEither(index) || isNoLonger(s, index))) index -= isNoLonger(s, index) ? 2 : 1;
  return index;
}

/** Whether “no longer” ends at a token: together they are one adverb. */
export const isNoLonger = (s: TaggedSentence, at: number): boolean => s.word(at) === 'longer' && s.word(at - 1) === 'no';

/** “A scheme, first tried in Havant, has been extended”: a participle, or a clause of its own, between two commas. */
export function opensInsert(s: TaggedSentence, at: number): boolean {
  if (/^(?:who|which|like|led|made|held|even)$/.test(s.word(at))) return true;
  const first = s.word(at) === 'first' || s.word(at) === 'originally' || s.word(at) === 'now' ? at + 1 : at;
  return /ed$/.test(s.word(first)) && isParticiple(s.word(first)) && /^(?:prep|to|adv)$/.test(s.role(first + 1));
}

/** “A survey in November 2025 was”: back over the year of a month. */
export const overYear = (s: TaggedSentence, end: number): number =>
  /^(?:19|20)\d\d$/.test(s.word(end - 1)) &&
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)$/.test(
    s.word(end - 2),
  )
    ? end - 1
    : end;

/** Back from a verb over adverbs and over words between two commas, to the token after the subject’s last word. */
export function subjectEnd(s: TaggedSentence, verb: number): number {
  let end = verb;
  end = overAdverbsBack(s, end - 1) + 1;
  if (end > 0 && s.role(end - 1) === 'comma') {
    for (let index = end - 2; index > 0 && index > end - 25; index--) {
      if (s.role(index) !== 'comma') continue;
      const opens = s.word(index + 1);
      return INSERTS.has(opens) || opensInsert(s, index + 1) ? index : verb;
    }
    return verb;
  }
  // Brackets: “the special educational needs coordinator (SENCO) have”.
  if (s.word(end - 1) === ')') {
    for (let index = end - 2; index > 0 && index > end - 8; index--) if (s.word(index) === '(') return index;
  }
  return end;
}
