/*
 * What published reports have around a place, counted over their text by `tools/usage.ts`: single words and, where a word is rare, its class.
 * From these counts a small network, learnt on slips that were planted into the same reports, tells how far a change makes a sentence more
 * like them.
 */
import { byObject, boundedMap, type BoundedMap } from '../memo/memo.js';
import type { LanguageModel } from './model.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { fieldWord } from './_field.js';
import { roleOf } from './_roles.js';
import { IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, PAST_ONLY, isIng, isParticiple, nounNumber } from './words.js';

/** A word as the counts have it. */
export interface Sign {
  readonly text: string;
  /** Hashes of the word and of its class. */
  readonly word: number;
  readonly kind: number;
}

/** How often a row of signs stands in the reports; 0 for one that hardly ever does. */
export type Counts = (row: number) => number;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

const mixed = (hash: number, with_: number): number => {
  let mix = Math.imul(hash ^ with_, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
};

/** Roles whose words are a class of their own each: there are few of them, and they hold sentences together. */
const CLOSED = new Set(['prep', 'det', 'conj', 'aux', 'modal', 'wh', 'to', 'sub', 'pron', 'num']);
const ALSO_CLOSED = new Set(
  'not also very more most less too as well than so such there who which that only just now often still already never always up out off down together further then'.split(
    ' ',
  ),
);

/** Whether a word is one of those few that hold sentences together. */
export function isClosed(word: string, classes: number): boolean {
  const role = roleOf(word, classes);
  return role === null || ALSO_CLOSED.has(word) || (role !== undefined && CLOSED.has(role));
}

/** The class of a word: the parts of speech that it may have, and its ending. */
function classOf(text: string, classesOf: (form: string) => number): string {
  const owner = /'s?$/.exec(text)?.[0] ?? '';
  const word = text.slice(0, text.length - owner.length).replaceAll('_', ' ');
  if (!/[a-z]/.test(word)) return text;
  const classes = classesOf(word);
  if (isClosed(word, classes)) return text;
  const ending =
    /ly$/.test(word) && (classes & POS.ADV) !== 0
      ? 'ly'
      : isIng(word)
        ? 'ing'
        : PAST_ONLY.has(word)
          ? 'past'
          : IRREGULAR_PARTICIPLES.has(word) || IRREGULAR_PASTS.has(word)
            ? 'part'
            : isParticiple(word)
              ? 'ed'
              : String(nounNumber(word));
  return owner === '' ? `${classes & (POS.NOUN | POS.VERB | POS.ADJ | POS.ADV)} ${ending}` : `owner ${ending}`;
}

const MOST_SIGNS = 20_000;
const signsOf = byObject<LanguageModel, BoundedMap<Sign>>(() => boundedMap(MOST_SIGNS));

/** The sign of a word in lower case, with its owner’s ending. */
export const signOf = (text: string, s: TaggedSentence): Sign =>
  signsOf(s.model)(text, () => ({ text, word: hashOf(text), kind: hashOf(`~${classOf(text, (form) => s.classesOf(form))}`) }));

/** A sentence as signs. */
export const signsIn = (s: TaggedSentence): Sign[] =>
  s.tokens.map((token, at) => {
    const text = fieldWord(s, at);
    return signOf(at === 0 && text === '^' && /^[A-Z][a-z]*$/.test(token.text) ? token.word : text, s);
  });

const edge = (text: string): Sign => ({ text, word: hashOf(text), kind: hashOf(`~${text}`) });
const START = edge('<');
const END = edge('>');
const signAt = (signs: readonly Sign[], at: number): Sign => signs[at] ?? (at < 0 ? START : END);

/** A row of signs, each taken as word (W) or class (C): “WC” is a word and the class of the next. */
class Row {
  readonly #seed: number;
  readonly #isWord: readonly boolean[];

  constructor(readonly levels: string) {
    this.#seed = hashOf(`#${levels}`);
    this.#isWord = [...levels].map((level) => level === 'W');
  }

  get length(): number {
    return this.#isWord.length;
  }

  /** The hash of the row that begins at `at`. */
  at(signs: readonly Sign[], at: number): number {
    let hash = this.#seed;
    for (let index = 0; index < this.#isWord.length; index++) {
      const sign = signAt(signs, at + index);
      hash = mixed(hash, this.#isWord[index] ? sign.word : sign.kind);
    }
    return hash;
  }
}

const rows = new Map<string, Row>();
const row = (levels: string): Row => {
  let known = rows.get(levels);
  if (!known) rows.set(levels, (known = new Row(levels)));
  return known;
};

/** Around a place: what stands before it | what stands there | what stands after it. */
const AROUND = [
  ...['W|W|W', 'C|W|W', 'W|W|C', 'C|W|C', 'CC|W|C', 'C|W|CC', 'C|C|C', 'CC|C|C', 'C|C|CC', 'CC|C|CC', 'W|C|W', 'W|C|C', 'C|C|W'],
  ...['W|W|', '|W|W', 'C|W|', '|W|C', 'CC|W|', '|W|CC', 'W|C|', '|C|W', 'CC|C|', '|C|CC'],
].map((levels) => {
  const [before, at, after] = levels.split('|') as [string, string, string];
  return { before: before.length, full: row(before + at + after), empty: row(before + after), isBoth: before !== '' && after !== '' };
});

/** Neighbours of which it is asked whether they stand together less often than by chance. */
const TOGETHER = [
  [row('WW'), -1],
  [row('WC'), -1],
  [row('CW'), -1],
  [row('CC'), -1],
  [row('CCC'), -2],
  [row('CCC'), -1],
] as const;
const WORD = row('W');
const CLASS = row('C');
const PAIR = row('WW');
const TRIPLE = row('CWC');

/** All rows that are counted. */
export const COUNTED: readonly Row[] = [
  ...new Set([
    ...AROUND.flatMap(({ full, empty, isBoth }) => (isBoth ? [full, empty] : [full])),
    ...TOGETHER.map(([one]) => one),
    WORD,
    CLASS,
  ]),
];

/** Tells `count` each row of a sentence. */
export function rowsIn(signs: readonly Sign[], count: (row: number) => void): void {
  for (const counted of COUNTED) for (let at = 1 - counted.length; at < signs.length; at++) count(counted.at(signs, at));
}

/** A change of one word: what is taken out at a place, if anything, and what is put there, if anything. */
export interface Change {
  readonly kind: string;
  readonly at: number;
  readonly takes: 0 | 1;
  readonly puts: Sign | null;
}

/** Whether a change makes what stands around its place more usual, by and large. */
export function isGain(measures: Float64Array): boolean {
  let sum = 0;
  for (let index = 0; index < AROUND.length * 2; index += 2) sum += measures[index]!;
  return sum > -SCALE;
}

/** Numbers that `measure` gives. */
export const MEASURES = AROUND.length * 2 + TOGETHER.length * 4 + 9;
const SCALE = 0.3;

/** Whether the word at a place is rare enough there to ask about it, and what would stand there instead is not. */
export function isOdd(signs: readonly Sign[], { at, puts }: Change, counts: Counts): boolean {
  if (puts && counts(PAIR.at([signAt(signs, at - 1), puts], 0)) === 0 && counts(PAIR.at([puts, signAt(signs, at + 1)], 0)) === 0)
    return false;
  return counts(PAIR.at(signs, at - 1)) <= 1 || counts(PAIR.at(signs, at)) <= 1 || counts(TRIPLE.at(signs, at - 1)) <= 3;
}

/** How far one row is more usual than another, how usual the first is, and so on: what the network decides by. `total`: words counted. */
export function measure(signs: readonly Sign[], { at, takes, puts }: Change, counts: Counts, total: number, into: Float64Array): void {
  const changed = signs.slice();
  if (puts) changed.splice(at, takes, puts);
  else changed.splice(at, takes);
  let index = 0;
  const isSwap = takes === 1 && puts !== null;
  for (const { before, full, empty, isBoth } of AROUND) {
    let [now, then] = [0, 0];
    if (isBoth || isSwap) {
      now = counts((takes === 1 ? full : empty).at(signs, at - before));
      then = counts((puts ? full : empty).at(changed, at - before));
    }
    into[index++] = Math.log((then + SCALE) / (now + SCALE)) * SCALE;
    into[index++] = Math.log(now + SCALE) * SCALE;
  }
  const alone = (sign: Sign, level: string): number => counts((level === 'W' ? WORD : CLASS).at([sign], 0));
  const chance = (of: Row, where: readonly Sign[], from: number): number => {
    let expected = total;
    for (let place = 0; place < of.length; place++) expected *= (alone(signAt(where, from + place), of.levels[place]!) + 1) / total;
    return Math.max(-6, Math.min(6, Math.log((counts(of.at(where, from)) + SCALE) / (expected + SCALE)))) * SCALE;
  };
  for (const [of, from] of TOGETHER) {
    into[index++] = chance(of, signs, at + from);
    into[index++] = chance(of, changed, at + from);
    into[index++] = takes === 1 ? chance(of, signs, at + from + 1) : 0;
    into[index++] = puts ? chance(of, changed, at + from + 1) : 0;
  }
  const [before, after] = [signAt(signs, at - 1), signAt(signs, at + takes)];
  const taken = takes === 1 ? signAt(signs, at) : null;
  const often = [alone(before, 'W') + 2, alone(after, 'W') + 2] as const;
  const share = (first: Sign, second: Sign, of: number): number => Math.log((counts(PAIR.at([first, second], 0)) + 0.1) / of) * SCALE;
  into[index++] = puts ? share(before, puts, often[0]) : 0;
  into[index++] = puts ? share(puts, after, often[1]) : 0;
  into[index++] = taken ? share(before, taken, often[0]) : 0;
  into[index++] = taken ? share(taken, after, often[1]) : 0;
  into[index++] = Math.log(often[0]) * SCALE;
  into[index++] = Math.log(often[1]) * SCALE;
  into[index++] = taken ? Math.log(1 + alone(taken, 'W')) * SCALE : 0;
  into[index++] = puts ? Math.log(1 + alone(puts, 'W')) * SCALE : 0;
  into[index] = 1;
}

/** A network with one hidden layer: for each of its `units` the weights of all measures and its own, then the weights of the units. */
export function judge(weights: ArrayLike<number>, measures: Float64Array): number {
  const units = (weights.length - 1) / (MEASURES + 2);
  let sum = weights[weights.length - 1]!;
  for (let unit = 0; unit < units; unit++) {
    let input = weights[units * MEASURES + unit]!;
    const from = unit * MEASURES;
    for (let index = 0; index < MEASURES; index++) input += weights[from + index]! * measures[index]!;
    sum += Math.tanh(input) * weights[units * (MEASURES + 1) + unit]!;
  }
  return sum;
}
