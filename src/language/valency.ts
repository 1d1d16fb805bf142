/*
 * What a word asks for: “dependent on”, “comply with”, “rely on the goodwill”, “look forward to working”. Each row is a rule of English;
 * that its wrong forms are slips was tried on a quarter of a million words of published reports.
 */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { isTied } from './_tied.js';
import { IRREGULAR_PASTS, RARELY_NOUNS, ingOf, isParticiple } from './words.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

interface Frame {
  /** The forms that ask for it. */
  readonly words: string;
  /** The preposition that belongs there. */
  readonly with: string;
  /** Prepositions that are slips here. */
  readonly not: string;
  /** Whether “the”, “their” … directly after it is a slip as well. */
  readonly neverBare?: boolean;
  /** Where the word has this meaning. */
  readonly when?: (s: TaggedSentence, at: number) => boolean;
}

/** “Somebody listens the first time”, “they responded the next day”: when, and not to what. */
const saysWhen = (s: TaggedSentence, at: number): boolean =>
  /^(?:time|moment|day|week|month|term|year|morning|evening|way)s?$/.test(
    s.word(/^(?:first|second|third|last|next|same|whole|other|following|previous|very)$/.test(s.word(at + 1)) ? at + 2 : at + 1),
  );

const isVerbHere = (s: TaggedSentence, at: number): boolean =>
  /^(?:to|modal|pron|wh)$/.test(s.role(at - 1)) ||
  (s.role(at - 1) === 'adv' && s.role(at) === 'verb') ||
  (s.role(at - 1) === 'noun' && s.numberAt(at - 1) === 'several' && !s.isCapital(at - 1));
const afterBe = (s: TaggedSentence, at: number): boolean => {
  let index = at - 1;
  while (s.role(index) === 'adv') index--;
  return /^(?:is|are|was|were|be|been|being|remain|remains|become|became|becomes|not)$/.test(s.word(index));
};
const isIn = (word: string, list: string): boolean => ` ${list} `.includes(` ${word} `);
const afterWord =
  (...words: string[]) =>
  (s: TaggedSentence, at: number): boolean =>
    words.includes(s.word(at - 1));

const FRAMES: readonly Frame[] = [
  { words: 'dependent reliant', with: 'on', not: 'of to from in', when: afterBe },
  { words: 'depend depends depended depending', with: 'on', not: 'of from to' },
  { words: 'rely relies relied relying', with: 'on', not: 'of from to in', neverBare: true },
  { words: 'comply complies complied complying compliant', with: 'with', not: 'to by of on', neverBare: true },
  { words: 'aware unaware', with: 'of', not: 'about for from to with', when: afterBe },
  { words: 'responsible', with: 'for', not: 'of on', when: afterBe, neverBare: true },
  { words: 'accountable', with: 'for', not: 'of on', when: afterBe, neverBare: true },
  { words: 'satisfied dissatisfied', with: 'with', not: 'of to on from', when: afterBe },
  { words: 'interested', with: 'in', not: 'on of to at', when: afterBe },
  { words: 'capable', with: 'of', not: 'to for in on', when: afterBe },
  { words: 'familiar', with: 'with', not: 'of on in', when: afterBe },
  { words: 'proud', with: 'of', not: 'for by on at from', when: afterBe },
  { words: 'similar', with: 'to', not: 'with as of than' },
  { words: 'consistent', with: 'with', not: 'to of', when: afterBe },
  { words: 'eligible', with: 'for', not: 'of on', when: afterBe },
  { words: 'different', with: 'from', not: 'of', when: (s, at) => afterBe(s, at) || s.startsSentence(at) },
  { words: 'focused focussed', with: 'on', not: 'at to of', when: afterBe },
  { words: 'involved', with: 'in', not: 'of to on', when: afterBe },
  { words: 'participate participates participated participating', with: 'in', not: 'to into of at', neverBare: true },
  { words: 'benefit benefits benefited benefiting', with: 'from', not: 'of to', when: isVerbHere },
  {
    words: 'result results',
    with: 'in',
    not: 'to into of',
    when: afterWord('this', 'which', 'it', 'often', 'can', 'may', 'will', 'could', 'that'),
  },
  { words: 'committed', with: 'to', not: 'for of on', when: afterBe },
  { words: 'entitled', with: 'to', not: 'for of on', when: afterBe },
  { words: 'affected', with: 'by', not: 'from of with', when: afterBe },
  { words: 'characterised', with: 'by', not: 'with of from', when: afterBe },
  { words: 'based', with: 'on', not: 'of to', when: afterBe },
  { words: 'confident', with: 'in', not: 'of', when: afterBe },
  { words: 'composed', with: 'of', not: 'from with by', when: afterBe },
  { words: 'suited', with: 'to', not: 'with of', when: (s, at) => afterBe(s, at) || s.word(at - 1) === 'well' },
  { words: 'related', with: 'to', not: 'with of on', when: afterBe },
  { words: 'opposed', with: 'to', not: 'of for', when: afterBe },
  { words: 'full', with: 'of', not: 'with by', when: afterBe },
  { words: 'critical', with: 'of', not: 'about', when: afterBe },
  { words: 'equipped', with: 'with', not: 'of', when: afterBe },
  { words: 'adhere adheres adhered adhering', with: 'to', not: 'with by on of', neverBare: true },
  { words: 'differ differs differed', with: 'from', not: 'to of than' },
  { words: 'complain complains complained', with: 'about', not: 'for' },
  { words: 'cope copes coped coping', with: 'with', not: 'of to on', neverBare: true },
  { words: 'concentrate concentrates concentrated concentrating', with: 'on', not: 'to of', neverBare: true },
  { words: 'charge', with: 'of', not: 'for to', when: afterWord('in') },
  { words: 'keeping', with: 'with', not: 'to of', when: afterWord('in') },
  { words: 'regard', with: 'to', not: 'of on for', when: (s, at) => isIn(s.word(at - 1), 'with in') },
  { words: 'resulted resulting', with: 'in', not: 'to of into on' },
  { words: 'contribute contributes contributed contributing', with: 'to', not: 'on at' },
  { words: 'respond responds responded responding', with: 'to', not: 'at on', neverBare: true },
  { words: 'listen listens listened listening', with: 'to', not: 'at on of', neverBare: true },
  { words: 'belong belongs belonged belonging', with: 'to', not: 'of', neverBare: true, when: (s, at) => s.role(at - 1) !== 'prep' },
  { words: 'consist consists consisted consisting', with: 'of', not: 'from with by', neverBare: true },
  { words: 'comprised', with: 'of', not: 'from with', when: afterBe },
  { words: 'accordance', with: 'with', not: 'to of by', when: afterWord('in'), neverBare: true },
  { words: 'regardless irrespective', with: 'of', not: 'to from on for', neverBare: true },
  { words: 'conjunction collaboration partnership', with: 'with', not: 'to of', when: afterWord('in') },
  { words: 'response', with: 'to', not: 'of at', when: afterWord('in') },
  { words: 'relation', with: 'to', not: 'of with on', when: afterWord('in') },
  { words: 'addition', with: 'to', not: 'of with', when: afterWord('in') },
  { words: 'terms', with: 'of', not: 'to on for', when: afterWord('in') },
  { words: 'behalf', with: 'of', not: 'for to', when: afterWord('on') },
  { words: 'instead', with: 'of', not: 'to from on' },
  { words: 'according', with: 'to', not: 'with on of' },
  { words: 'due', with: 'to', not: 'of', when: afterBe },
  { words: 'account', with: 'of', not: 'for to on', neverBare: true, when: afterWord('take', 'takes', 'took', 'taken', 'taking', 'takes') },
  { words: 'part', with: 'in', not: 'of to on', when: afterWord('take', 'takes', 'took', 'taken', 'taking') },
  { words: 'advantage', with: 'of', not: 'from to on for', neverBare: true, when: afterWord('take', 'takes', 'took', 'taken', 'taking') },
  { words: 'care', with: 'of', not: 'to on', when: afterWord('take', 'takes', 'took', 'taken', 'taking') },
  { words: 'responsibility', with: 'for', not: 'of on', neverBare: true, when: afterWord('take', 'takes', 'took', 'taken', 'taking') },
  {
    words: 'access',
    with: 'to',
    not: 'of into',
    when: afterWord(
      'have',
      'has',
      'had',
      'having',
      'gain',
      'gains',
      'get',
      'good',
      'better',
      'easy',
      'timely',
      'limited',
      'equal',
      'direct',
    ),
  },
];

const FRAME_OF = new Map(
  FRAMES.flatMap((frame) => frame.words.split(' ').map((word) => [word, { ...frame, wrong: set(frame.not) }] as const)),
);

/** What may stand after a preposition as its object. */
const isObject = (s: TaggedSentence, at: number): boolean => {
  const role = s.role(at);
  return (
    role === 'det' || role === 'owner' || role === 'noun' || role === 'adj' || role === 'ing' || (role === 'pron' && s.word(at) !== 'there')
  );
};

const BARE = /^(?:the|their|its|our|these|those|this|a|an|his|her)$/;

/** Verbs that need no preposition, and what is put after them all the same. */
const NEEDLESS = new Map<string, string>([
  ...['discuss', 'discusses', 'discussed', 'discussing'].map((word) => [word, 'about'] as const),
  ...['emphasise', 'emphasises', 'emphasised', 'emphasising'].map((word) => [word, 'on'] as const),
  ...['lacks', 'lacked'].map((word) => [word, 'of'] as const),
  ...['despite'].map((word) => [word, 'of'] as const),
  ...['comprise', 'comprises'].map((word) => [word, 'of'] as const),
  ...['access', 'accesses', 'accessed', 'accessing'].map((word) => [word, 'into'] as const),
]);

/** Adjectives and adverbs after which “to” begins no infinitive: “committed to improving”. */
const TO_ING = set('committed dedicated devoted forward accustomed opposed');

/** Prepositions after which a verb ends in -ing. */
const BEFORE_ING = set('on after from in into towards');

export function findValency(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length - 1; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word' || token.owner !== '' || s.isCapital(at)) continue;
    const next = s.tokens[at + 1]!;
    if (next.kind !== 'word' || !isTied(s, at)) continue;
    const frame = FRAME_OF.get(token.word);
    if (frame && (frame.when?.(s, at) ?? true)) governed(s, at, frame, found);
    if (NEEDLESS.get(token.word) === next.word) needless(s, at, found);
    if (token.word === 'to' && TO_ING.has(s.word(at - 1))) afterTo(s, at, found);
    if (BEFORE_ING.has(token.word)) afterPreposition(s, at, found);
    together(s, at, found);
  }
}

function governed(s: TaggedSentence, at: number, frame: Frame & { readonly wrong: ReadonlySet<string> }, found: Found): void {
  const next = s.tokens[at + 1]!;
  const { text } = s.tokens[at]!;
  if (frame.wrong.has(next.word)) {
    if (!isObject(s, at + 2) || !isTied(s, at + 1)) return;
    // “able to respond at the time”, “proud at the end”: a time or a place of its own.
    if (
      /^(?:time|times|end|start|beginning|point|stage|level|rate|pace|day|week|month|year|moment|outset|all|least|first|home|school|once)$/.test(
        s.word(at + 3),
      )
    )
      return;
    // “differ to some extent”, “of its own accord”
    if (/^(?:extent|degree|accord|means|course)$/.test(s.word(at + 3)) || s.word(at + 4) === 'accord') return;
    // “responsible to act”: an infinitive.
    if (next.word === 'to' && s.role(at + 2) === 'verb') return;
    found({
      from: next.start,
      to: next.end,
      message: `“${text}” goes with “${frame.with}”, not “${next.text}”.`,
      fix: frame.with,
      certain: true,
      kind: 'government',
    });
    return;
  }
  if (!frame.neverBare || !BARE.test(next.word) || saysWhen(s, at + 1)) return;
  // “those responsible their plans”: what follows must be a noun, and no clause of its own.
  if (s.beginsClause(at) || /^(?:this|these|those|her|his)$/.test(next.word)) return;
  found({
    from: s.tokens[at]!.start,
    to: s.tokens[at]!.end,
    message: `“${frame.with}” is missing after “${text}”.`,
    fix: `${text} ${frame.with}`,
    certain: true,
    kind: 'missing-phrase',
  });
}

function needless(s: TaggedSentence, at: number, found: Found): void {
  const { word, text, start } = s.tokens[at]!;
  const next = s.tokens[at + 1]!;
  if (!isObject(s, at + 2) || !isTied(s, at + 1)) return;
  if (/^access/.test(word) && s.role(at - 1) !== 'to' && s.role(at - 1) !== 'modal') return;
  found({
    from: start,
    to: next.end,
    message: `“${text}” needs no “${next.text}”.`,
    fix: text,
    certain: true,
    kind: 'doubled',
  });
}

/** Whether a base form stands here that can only be meant as a verb. */
function isBase(s: TaggedSentence, at: number): boolean {
  const token = s.tokens[at];
  if (token?.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return false;
  const { word } = token;
  if (/(?:ed|ing|s)$/.test(word) || isParticiple(word) || IRREGULAR_PASTS.has(word)) return false;
  const classes = s.model.classes(word);
  if ((classes & POS.VERB) === 0 || (classes & (POS.ADJ | POS.ADV | POS.ADP)) !== 0) return false;
  return (
    classes === POS.VERB ||
    (RARELY_NOUNS.has(word) && word !== 'help') ||
    (s.tag(at) === POS.VERB && /^(?:det|owner|pron)$/.test(s.role(at + 1)))
  );
}

const saysIng = (s: TaggedSentence, at: number, before: string, found: Found): void => {
  const { start, end, text } = s.tokens[at]!;
  const fix = ingOf(text);
  found({
    from: start,
    to: end,
    message: `After “${before}” write “${fix}”, not “${text}”.`,
    fix,
    certain: true,
    kind: 'form-preposition',
  });
};

/** “committed to improve the offer”, “look forward to work with you”. */
function afterTo(s: TaggedSentence, to: number, found: Found): void {
  const at = to + 1;
  const before = s.word(to - 1);
  if (before === 'forward' ? !/^look/.test(s.word(to - 2)) || /ing$/.test(s.word(at)) : !afterBe(s, to - 1)) return;
  const isVerb = isBase(s, at) || (before === 'forward' && s.may(at, POS.VERB) && /^(?:with|together|towards)$/.test(s.word(at + 1)));
  if (!isVerb || !/^(?:det|owner|pron|noun|adj|sub|prep|adv|ing)$/.test(s.role(at + 1))) return;
  saysIng(s, at, `${s.tokens[to - 1]!.text} to`, found);
}

/** “the focus on reduce delays”, “after receive a diagnosis”. */
function afterPreposition(s: TaggedSentence, prep: number, found: Found): void {
  const at = prep + 1;
  if (s.role(prep) !== 'prep' || !isBase(s, at) || s.word(at) === 'let' || s.word(prep - 1) === 'looked') return;
  if (!/^(?:det|owner|pron|noun|adj|ing)$/.test(s.role(at + 1)) || s.word(at + 1) === 'time') return;
  // “the school they go on attend”, “what to build on give”: the preposition may belong to what stands before.
  if (s.model.classes(s.word(at)) !== POS.VERB && !/^(?:noun|adj|mark)$/.test(s.role(prep - 1)) && !s.startsSentence(prep)) return;
  for (let index = prep - 1; index >= 0 && index > prep - 8; index--) if (s.role(index) === 'wh' || s.role(index) === 'sub') return;
  saysIng(s, at, s.tokens[prep]!.text, found);
}

/** “By work together”, “through plan together”. */
function together(s: TaggedSentence, at: number, found: Found): void {
  if (!/^(?:by|through|from|of|for|on|without)$/.test(s.word(at)) || !/^(?:work|plan|act|meet|come|think|learn|talk)$/.test(s.word(at + 1)))
    return;
  if (!/^(?:together|closely|collaboratively|jointly)$/.test(s.word(at + 2))) return;
  saysIng(s, at + 1, s.tokens[at]!.text, found);
}
