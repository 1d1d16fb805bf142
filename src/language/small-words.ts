/* eslint-disable max-lines -- one kind of slip, many places where it happens */
/* Small words that are missing, or one too many. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { ARTICLES, IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, MODALS, POSSESSIVE_PRONOUNS, RARELY_NOUNS } from './words.js';
import { isTied } from './_tied.js';

const between = (s: TaggedSentence, from: number, to: number): { from: number; to: number } => ({
  from: s.tokens[from]!.start,
  to: s.tokens[to]!.end,
});
const words = (s: TaggedSentence, from: number, to: number): string =>
  s.text.slice(s.tokens[from]!.start, s.tokens[to]!.end).replace(/\s+/g, ' ');

/** A base form that is no noun, before something that a verb governs. */
function isBareVerb(s: TaggedSentence, at: number): boolean {
  const token = s.tokens[at];
  if (!token || token.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return false;
  const classes = s.model.classes(token.word);
  if (IRREGULAR_PASTS.has(token.word) || IRREGULAR_PARTICIPLES.has(token.word)) return false;
  if ((classes & POS.VERB) === 0 || /(?:ing|ed|s)$/.test(token.word))
    return token.word === 'be' || token.word === 'have' || token.word === 'do';
  const next = s.role(at + 1);
  if (classes === POS.VERB || (RARELY_NOUNS.has(token.word) && token.word !== 'help')) return true;
  if ((classes & (POS.ADJ | POS.ADV)) !== 0) return false;
  return next === 'det' || next === 'pron' || (next === 'owner' && s.tag(at) === POS.VERB);
}

/** Words that need “to” before a verb. */
const BEFORE_TO = new Set(
  'continue able unable order likely unlikely ought want wants wanted continues continued begins began fails failed intends intended seeks aspires aims aimed strives strive tends tend intend willing keen eager reluctant ready enough opportunity ability chance duty expected required supposed encouraged enabled invited asked allowed determined prepared trained empowered motivated pleased proud happy quick slow due'.split(
    ' ',
  ),
);
/** Verbs with a person and then “to”. */
const TELLS = new Set(
  'allow allows allowed allowing enable enables enabled enabling encourage encourages encouraged encouraging require requires required requiring ask asks asked asking expect expects invite invites invited want wants need needs support supports supported supporting'.split(
    ' ',
  ),
);

/** A preposition that ends a fixed phrase, by the phrase’s other words. */
const PHRASES: readonly (readonly [words: readonly string[], missing: string])[] = [
  [['in', 'relation'], 'to'],
  [['in', 'addition'], 'to'],
  [['in', 'response'], 'to'],
  [['with', 'regard'], 'to'],
  [['in', 'regard'], 'to'],
  [['with', 'respect'], 'to'],
  [['in', 'line'], 'with'],
  [['in', 'accordance'], 'with'],
  [['in', 'conjunction'], 'with'],
  [['in', 'partnership'], 'with'],
  [['in', 'collaboration'], 'with'],
  [['in', 'consultation'], 'with'],
  [['in', 'comparison'], 'with'],
  [['in', 'contrast'], 'to'],
  [['due'], 'to'],
  [['according'], 'to'],
  [['on', 'behalf'], 'of'],
  [['in', 'terms'], 'of'],
  [['in', 'spite'], 'of'],
  [['instead'], 'of'],
  [['regardless'], 'of'],
  [['irrespective'], 'of'],
  [['as', 'part'], 'of'],
  [['as', 'a', 'result'], 'of'],
  [['in', 'front'], 'of'],
  [['on', 'top'], 'of'],
  [['as', 'well'], 'as'],
  [['such'], 'as'],
  [['rather'], 'than'],
];

/** Nouns of amount that “of” ties to what is counted. */
const COUNTS = new Set(
  'range number variety majority minority lack lot series proportion percentage handful couple group wealth shortage mixture selection plethora absence amount array'.split(
    ' ',
  ),
);

/** Prepositions that stand before no other preposition. */
const PURE = new Set([
  'of',
  'with',
  'at',
  'into',
  'onto',
  'upon',
  'during',
  'among',
  'amongst',
  'regarding',
  'concerning',
  'towards',
  'via',
  'per',
  'despite',
]);
/** Prepositions after which another may follow (“from within”) or that are adverbs too. */
const PURE_SECOND = new Set([
  'of',
  'with',
  'at',
  'into',
  'onto',
  'upon',
  'for',
  'from',
  'by',
  'during',
  'to',
  'in',
  'on',
  'among',
  'amongst',
  'regarding',
]);

const PHRASES_BY_LAST = new Map<string, typeof PHRASES>();
for (const phrase of PHRASES) {
  const last = phrase[0].at(-1)!;
  PHRASES_BY_LAST.set(last, [...(PHRASES_BY_LAST.get(last) ?? []), phrase]);
}

/** Whether a word may begin a pair of small words of one kind. */
const mayDouble = new Set([
  ...ARTICLES,
  ...POSSESSIVE_PRONOUNS,
  ...PURE,
  ...MODALS,
  ...['in', 'for', 'from', 'by', 'on', 'to', 'that', 'do', 'does'],
  ...['is', 'are', 'was', 'were', 'has', 'have', 'had', 'and', 'or', 'but', 'that', 'because', 'which', 'who'],
]);

export function findSmallWords(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word') continue;
    missingTo(s, at, found);
    missingOf(s, at, found);
    missingInPhrase(s, at, found);
    if (mayDouble.has(token.word)) doubled(s, at, found);
    halfPair(s, at, found);
  }
}

function missingTo(s: TaggedSentence, at: number, found: Found): void {
  const word = s.word(at);
  if (!(BEFORE_TO.has(word) || TELLS.has(word)) || !isTied(s, at)) return;
  if (word === 'order' && s.word(at - 1) === 'in') {
    const next = at + 1;
    if (/^(?:to|that|for|of|by|and|with|on|until|when)$/.test(s.word(next)) || s.role(next) === 'mark') return;
    if (
      (s.classesOf(s.word(next)) & POS.VERB) !== 0 &&
      !/(?:ed|ing)$/.test(s.word(next)) &&
      s.word(at - 2) !== 'are' &&
      s.word(at - 2) !== 'is'
    )
      found({
        ...between(s, at - 1, at),
        message: '“to” is missing: write “in order to”.',
        fix: `${words(s, at - 1, at)} to`,
        certain: true,
        kind: 'missing-to',
      });
    return;
  }
  if (
    (word === 'able' || word === 'unable') &&
    /^(?:aux|adv|verb)$/.test(s.role(at - 1)) &&
    s.may(at + 1, POS.VERB) &&
    !/(?:ing|ed|[^s]s)$/.test(s.word(at + 1)) &&
    s.role(at + 1) !== 'prep' &&
    s.role(at + 1) !== 'adv' &&
    s.role(at + 1) !== 'conj'
  ) {
    found({
      ...between(s, at, at),
      message: `“to” is missing after “${s.tokens[at]!.text}”.`,
      fix: `${s.tokens[at]!.text} to`,
      certain: true,
      kind: 'missing-to',
    });
    return;
  }
  if (BEFORE_TO.has(word) && isBareVerb(s, at + 1)) {
    // “will likely be”: an adverb.
    if (/likely$/.test(word) && !/^(?:is|are|was|were|be|been|more|less)$/.test(s.word(at - 1))) return;
    if (/likely$/.test(word) && /^(?:more|less|most)$/.test(s.word(at - 1)) && !/^(?:is|are|was|were|be|been)$/.test(s.word(at - 2)))
      return;
    if (word === 'want' && s.role(at - 1) === 'det') return;
    // “those who are asked understand it”
    if (/^(?:wh|sub)$/.test(s.role(at - 2)) && s.word(at + 1) !== 'be') return;
    if (
      /^(?:required|expected|enough|ready|order|encouraged|enabled|supposed|wanted|began|invited|asked|allowed|determined|prepared|trained|empowered|motivated|pleased|proud|happy|quick|slow|due)$/.test(
        word,
      ) &&
      !/^(?:is|are|was|were|be|been|being)$/.test(s.word(at - 1))
    )
      return;
    if (s.word(at + 1) === 'do' && word !== 'able' && word !== 'unable') return;
    found({
      ...between(s, at, at),
      message: `“to” is missing after “${s.tokens[at]!.text}”.`,
      fix: `${s.tokens[at]!.text} to`,
      certain: true,
      kind: 'missing-to',
    });
    return;
  }
  // “what it needs be”, “they need make”.
  if (
    (word === 'needs' || word === 'need') &&
    isBareVerb(s, at + 1) &&
    (word === 'needs' ? s.word(at + 1) === 'be' || s.role(at - 1) === 'pron' : s.role(at - 1) === 'pron' && s.word(at + 1) !== 'be')
  ) {
    found({
      ...between(s, at, at),
      message: `“to” is missing after “${s.tokens[at]!.text}”.`,
      fix: `${s.tokens[at]!.text} to`,
      certain: true,
      kind: 'missing-to',
    });
    return;
  }
  // “allows them access”: there “access” may be a noun; “enables them do” is none.
  if (TELLS.has(word) && /^(?:them|him|us|me)$/.test(s.word(at + 1)) && isBareVerb(s, at + 2)) {
    if (/^support/.test(word) && s.model.classes(s.word(at + 2)) !== POS.VERB) return;
    found({
      ...between(s, at + 1, at + 1),
      message: `“to” is missing after “${s.word(at + 1)}”.`,
      fix: `${s.tokens[at + 1]!.text} to`,
      certain: true,
      kind: 'missing-to',
    });
  }
}

/** The token at which the clause of token `at` begins, as far as marks and small words tell. */
function clauseStart(s: TaggedSentence, at: number): number {
  let index = at;
  while (index > 0 && !/^(?:sub|wh|comma|mark)$/.test(s.role(index - 1)) && s.word(index - 1) !== 'so') index--;
  return index;
}

/** “a range short breaks”, “the majority children”. */
function missingOf(s: TaggedSentence, at: number, found: Found): void {
  if (!COUNTS.has(s.word(at)) || !isTied(s, at) || s.tokens[at]!.owner !== '') return;
  const follows = s.settledRole(at + 1);
  if (follows !== null && !/^(?:adj|adv|noun|ing)$/.test(follows)) return;
  let start = at - 1;
  while (start > 0 && (s.role(start) === 'adj' || s.role(start) === 'ing' || s.role(start) === 'ed' || s.role(start) === 'adv')) start--;
  if (!ARTICLES.has(s.word(start))) return;
  const isAdjective =
    s.role(at + 1) === 'adj' &&
    (/^(?:noun|adj|conj|comma)$/.test(s.role(at + 2)) || (s.role(at + 2) === 'ing' && s.role(at + 3) === 'noun')) &&
    !/^(?:available|necessary|possible|due|likely)$/.test(s.word(at + 1));
  const isLack = s.word(at) === 'lack' && (s.role(at + 1) === 'noun' || s.role(at + 1) === 'ing');
  const isWide =
    s.word(at) === 'range' &&
    start < at - 1 &&
    /^(?:wide|broad|wider|broader|comprehensive|good|full|large|small|limited|whole|narrow|diverse)$/.test(s.word(at - 1)) &&
    s.role(at + 1) === 'noun' &&
    !(s.may(at + 1, POS.VERB) && !s.hasFinite(clauseStart(s, at), at) && !s.hasFinite(at + 2, s.tokens.length));
  if (isAdjective || isLack || isWide) {
    found({
      ...between(s, at, at),
      message: `“of” is missing after “${s.tokens[at]!.text}”.`,
      fix: `${s.tokens[at]!.text} of`,
      certain: true,
      kind: 'missing-of',
    });
    return;
  }
  // What follows must be a plural of its own: “the lot size”, “a group home” are compounds.
  let next = at + 1;
  if (
    s.role(next) === 'det' &&
    /^(?:the|their|its|our)$/.test(s.word(next)) &&
    /^(?:majority|number|range|lack|minority|proportion|percentage)$/.test(s.word(at))
  ) {
    // “the range the council offers”: a clause may follow.
    return;
  }
  while (s.role(next) === 'adj' || s.role(next) === 'adv') next++;
  while (s.role(next) === 'noun' && s.role(next + 1) === 'noun') next++;
  if (s.role(next) !== 'noun' || s.numberAt(next) !== 'several') return;
  if (s.role(at + 1) === 'adv' && next === at + 1) return;
  // “the range values”, “a large range costs more”: a compound, a verb.
  if (next === at + 1 && (s.word(start) === 'the' || (s.may(next, POS.VERB) && !s.hasFinite(next + 1, s.tokens.length)))) return;
  if (/^(?:group|number|lot|series|couple)$/.test(s.word(at)) && next === at + 1 && s.word(at) === 'group') return;
  found({
    ...between(s, at, at),
    message: `“of” is missing after “${s.tokens[at]!.text}”.`,
    fix: `${s.tokens[at]!.text} of`,
    certain: true,
    kind: 'missing-of',
  });
}

function missingInPhrase(s: TaggedSentence, at: number, found: Found): void {
  for (const [phrase, missing] of PHRASES_BY_LAST.get(s.word(at)) ?? []) {
    const last = phrase.length - 1;
    if (phrase.some((word, index) => s.word(at - last + index) !== word) || !isTied(s, at)) continue;
    const next = s.word(at + 1);
    const isNever =
      /^in (?:relation|terms|line|accordance)$|^on behalf$/.test(phrase.join(' ')) && /^(?:noun|adj|ing|owner)$/.test(s.role(at + 1));
    if (!isNever && !ARTICLES.has(next) && !POSSESSIVE_PRONOUNS.has(next) && !/^(?:this|these|those)$/.test(next)) return;
    if (isNever && phrase[1] === 'line' && s.role(at + 1) === 'noun' && /^(?:management|manager|managers)$/.test(s.word(at + 1))) return;
    // Each of these may stand before “the” for another reason.
    if (phrase.length === 1) {
      if (missing === 'as' && next !== 'the' && !POSSESSIVE_PRONOUNS.has(next)) return;
      if (phrase[0] === 'such') return;
      if (phrase[0] === 'instead' || phrase[0] === 'rather') return;
      if (
        phrase[0] === 'due' &&
        (s.role(at - 1) === 'det' ||
          s.role(at - 1) === 'prep' ||
          s.word(at - 1) === 'is' ||
          s.word(at - 1) === 'are' ||
          s.word(at - 1) === 'was')
      )
        return;
    }
    if (phrase.join(' ') === 'as well' && !(at >= 2 && s.role(at + 1) === 'det')) return;
    if (phrase.join(' ') === 'as well' && s.role(at - 2) === 'aux') return;
    // “In addition the team offers”: a comma may be left out.
    if (
      /^(?:in (?:addition|response|contrast|comparison|consultation|partnership|collaboration|conjunction)|as a result)$/.test(
        phrase.join(' '),
      ) &&
      hasFiniteAfter(s, at)
    )
      return;
    found({
      ...between(s, at - last, at),
      message: `“${missing}” is missing: write “${words(s, at - last, at)} ${missing}”.`,
      fix: `${words(s, at - last, at)} ${missing}`,
      certain: true,
      kind: 'missing-phrase',
    });
    return;
  }
}

function hasFiniteAfter(s: TaggedSentence, at: number): boolean {
  for (let index = at + 1; index < s.tokens.length; index++) {
    const role = s.role(index);
    if (role === 'aux' || role === 'modal' || role === 'verb' || (role === 'ed' && s.role(index - 1) === 'noun')) return true;
  }
  return false;
}

/** After “that that”: what no “that” can belong to: several things, or another word that begins a clause. */
function isOneTooMany(s: TaggedSentence, at: number): boolean {
  if (/^(?:the|this|these|they|it|we|there|their|some|many|most|all|a|an)$/.test(s.word(at))) return true;
  let head = at;
  while (s.role(head) === 'adj') head++;
  for (; s.role(head) === 'noun'; head++) if (s.numberAt(head) === 'several') return true;
  return false;
}

/** Prepositions before “of”, “for” and “to” that belong to no phrase: “from of a shortage”. */
const NEVER = new Set([
  'from of',
  'for of',
  'by of',
  'in of',
  'on of',
  'to of',
  'for to',
  'of by',
  'of on',
  'of in',
  'by in',
  'to for',

  'in by',
  'at in',
  'in at',
  'to from',
  'from to',
  'by by',
]);

/** Small words of one kind after each other: “the their”, “of for”, “can will”, “is are”. */
function doubled(s: TaggedSentence, at: number, found: Found): void {
  if (at + 1 >= s.tokens.length || !isTied(s, at)) return;
  const [first, second] = [s.word(at), s.word(at + 1)];
  // “ensure that that plans are made”
  if (first === 'that' && second === 'that' && isOneTooMany(s, at + 2)) {
    found({ ...between(s, at, at + 1), message: '“that” stands here twice.', fix: s.tokens[at]!.text, certain: true, kind: 'doubled' });
    return;
  }
  if (first === second || s.tokens[at + 1]!.owner !== '' || s.tokens[at]!.owner !== '') return;
  const say = (certain: boolean): void =>
    found({
      ...between(s, at, at + 1),
      message: `“${words(s, at, at + 1)}”: one of these words is too many, or a word between them is missing.`,
      certain,
      kind: 'doubled',
    });
  const isDet = (word: string): boolean =>
    ARTICLES.has(word) || (POSSESSIVE_PRONOUNS.has(word) && word !== 'his' && word !== 'her' && word !== 'whose');
  if (
    isDet(first) &&
    (ARTICLES.has(second) || (POSSESSIVE_PRONOUNS.has(second) && second !== 'whose') || /^(?:this|these|those)$/.test(second))
  ) {
    // “an ‘our area’ plan” and letters: “plan A the”.
    if ((s.tokens[at]!.text === 'A' && !s.startsSentence(at)) || s.tokens[at + 1]!.text === 'A') return;
    say(true);
    return;
  }
  // An article and then no noun: “the of”, “a to”, “the and”, “an is”.
  if ((ARTICLES.has(first) || /^(?:their|its|our|my|your)$/.test(first)) && s.tokens[at]!.text !== 'A') {
    if (
      /^(?:of|to|and|or|but|for|with|from|that|which|who|is|are|was|were|has|have|had|they|it|we|he|she|when|because|at|by|into)$/.test(
        second,
      ) &&
      !s.isCapital(at + 1)
    ) {
      if (second === 'to' && s.text[s.tokens[at + 1]!.end] === '-') return;
      if (
        (second === 'of' || second === 'with' || second === 'at' || second === 'to' || second === 'by' || second === 'for') &&
        /^[-’‘]/.test(s.text.slice(s.tokens[at + 1]!.end))
      )
        return;
      say(true);
      return;
    }
  }
  // “In of some cases”, “support for to children”
  if (
    (s.startsSentence(at) &&
      /^(?:in|for|from|by|at|with|of)$/.test(first) &&
      /^(?:of|to|for|with|at|from|by)$/.test(second) &&
      !/^[-’‘]/.test(s.text.slice(s.tokens[at + 1]!.end))) ||
    (first === 'for' && second === 'to' && s.role(at - 1) === 'noun' && !isRelativeBefore(s, at) && !s.may(at + 2, POS.VERB))
  ) {
    say(true);
    return;
  }
  if (PURE.has(first) && second === 'about' && s.role(at - 1) !== 'noun' && /^(?:the|their|these|those|its)$/.test(s.word(at + 2))) {
    say(true);
    return;
  }
  if (
    NEVER.has(`${first} ${second}`) &&
    /^(?:det|owner)$/.test(s.role(at + 2)) &&
    !/^(?:all|which|what|most|least)$/.test(s.word(at + 2))
  ) {
    // “the area they come from to a new one”, “what it is for of course”: a clause may leave its preposition behind.
    const before = s.role(at - 1);
    if (
      !isRelativeBefore(s, at) &&
      /^(?:verb|ed|noun|adj)$/.test(before) &&
      !/^(?:go|goes|going|come|comes|move|moves|moved|log|logged|built|build|look|looked|aimed|arrived|made|live|lived|work|worked|put|set|took|taken|carried|pointed)$/.test(
        s.word(at - 1),
      )
    ) {
      say(true);
      return;
    }
  }
  if (PURE.has(first) && PURE_SECOND.has(second)) {
    // “made of in-house”, “disposed of by”, “dealt with by”: the first belongs to the verb.
    if (s.role(at - 1) !== 'noun' && s.role(at - 1) !== 'owner') return;
    if (/^(?:care|advantage|use|account|control|charge|hold|contact|touch|line|track|notice)$/.test(s.word(at - 1))) {
      if (!/^(?:line|track)$/.test(s.word(at - 1))) return;
    }
    if (isRelativeBefore(s, at)) return;
    if (second === 'to' && (s.classesOf(s.word(at + 2)) & POS.VERB) !== 0) return;
    if (second === 'at' && /^(?:most|least|all)$/.test(s.word(at + 2))) return;
    if ((second === 'in' || second === 'on') && /^(?:excess|average|particular|general)$/.test(s.word(at + 2))) return;
    say(first === 'of' || first === 'with' || first === 'at');
    return;
  }
  if (MODALS.has(first) && MODALS.has(second) && s.settledRole(at) === 'modal' && s.settledRole(at + 1) === 'modal') {
    say(true);
    return;
  }
  // “Yet good will is scarce”: a noun.
  if (first === 'will' && (s.role(at - 1) === 'adj' || s.role(at - 1) === 'det')) return;
  if (s.settledRole(at) === 'modal' && /^(?:is|are|was|were|has|does|been)$/.test(second)) {
    found({
      ...between(s, at, at + 1),
      message: `“${words(s, at, at + 1)}”: after “${first}” the verb has its base form, or one of the two is too many.`,
      certain: true,
      kind: 'doubled',
    });
    return;
  }
  if (
    /^(?:is|are|was|were)$/.test(first) &&
    /^(?:is|are|was|were|has|have|had|do|does|did|be|been)$/.test(second) &&
    isPlainSubject(s, at)
  ) {
    say(true);
    return;
  }
  if (
    /^(?:has|have|had|do|does)$/.test(first) &&
    /^(?:is|are|was|were)$/.test(second) &&
    isPlainSubject(s, at) &&
    s.role(at - 1) === 'noun'
  ) {
    say(true);
    return;
  }
  // “the impact that it has is”: a clause may end in the first.
  if (/^(?:has|have|had)$/.test(first) && /^(?:has|have|be|does)$/.test(second) && !endsContactClause(s, at)) {
    say(true);
    return;
  }
  if (/^(?:and|or|but)$/.test(first) && /^(?:and|or|but)$/.test(second) && !/^(?:and or|or and|and\/or)$/.test(`${first} ${second}`)) {
    say(true);
    return;
  }
  if (
    /^(?:that|because|which|who)$/.test(first) &&
    /^(?:because|which|who)$/.test(second) &&
    first !== 'who' &&
    !(first === 'that' && second === 'which')
  )
    say(true);
}

/** “what it is is”, “how good they are has”: a clause before may end in the first. */
function isPlainSubject(s: TaggedSentence, at: number): boolean {
  for (let index = 0; index < at; index++)
    if (s.role(index) === 'wh' || s.role(index) === 'sub' || /^(?:as|than|how|where)$/.test(s.word(index))) return false;
  return !endsContactClause(s, at);
}

/** “The range the area has is wide”: a clause without “that”, which begins with a subject of its own right after a noun. */
function endsContactClause(s: TaggedSentence, at: number): boolean {
  let first = at - 1;
  while (/^(?:noun|adj|owner)$/.test(s.role(first))) first--;
  return s.role(first) === 'det' && s.role(first - 1) === 'noun';
}

/** Whether a relative clause, in which a preposition may stand at the end, began before token `at`. */
function isRelativeBefore(s: TaggedSentence, at: number): boolean {
  for (let index = at - 1; index >= 0 && index > at - 12; index--) {
    if (s.role(index) === 'wh' || s.word(index) === 'that' || s.word(index) === 'to' || /^(?:where|how)$/.test(s.word(index))) return true;
  }
  return false;
}

/** “between schools to families”, “both children or parents”, “not only … but”. */
function halfPair(s: TaggedSentence, at: number, found: Found): void {
  const word = s.word(at);
  // “because a shortage of places.”: no clause follows.
  if (
    word === 'because' &&
    s.role(at + 1) === 'det' &&
    // “because its spent on staff” means “it’s”.
    !(s.word(at + 1) === 'its' && s.role(at + 2) === 'ed' && s.role(at + 3) !== 'noun') &&
    !s.hasFinite(at + 1, s.tokens.length) &&
    !s.beginsClause(at + 1) &&
    !s.startsSentence(at)
  ) {
    found({
      ...between(s, at, at),
      message: '“of” is missing: write “because of”.',
      fix: 'because of',
      certain: true,
      kind: 'missing-phrase',
    });
    return;
  }
  if (word !== 'result' || s.word(at - 1) !== 'as') return;
  const next = s.word(at + 1);
  if (next !== ',' && next !== 'of') return;
  found({
    ...between(s, at - 1, at),
    message: '“a” is missing: write “as a result”.',
    fix: /^A/.test(s.tokens[at - 1]!.text) ? 'As a result' : 'as a result',
    certain: true,
    kind: 'missing-a',
  });
}
