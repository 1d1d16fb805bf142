import { stemmer } from 'stemmer';
import { DEEDS, EVERYDAY_WORDS, SMALL_WORDS, type Deed } from '../framework/action-words.js';
import { ACRONYMS } from '../framework/acronyms.js';
import { wordsOf } from '../language/sentences.js';

/*
 * What an action says, apart from how it says it: letters are read as what they stand for, numbers in words as figures, the verbs for one
 * deed as that deed, and words in every form as their stem.
 */

/** What letters stand for in a plan, by the plan itself. */
export type Letters = ReadonlyMap<string, string>;
export const NO_LETTERS: Letters = new Map();

export interface Meaning {
  /** What is left of its words, in their order; a deed begins with “~”. */
  readonly terms: readonly string[];
  /** The same, each once, with what it tells. */
  readonly weights: ReadonlyMap<string, number>;
  /** All weights together. */
  readonly weight: number;
  readonly numbers: ReadonlySet<string>;
  readonly deeds: ReadonlySet<string>;
  /** Letters for which nobody says what they stand for. */
  readonly unknown: readonly string[];
}

export const NO_MEANING: Meaning = { terms: [], weights: new Map(), weight: 0, numbers: new Set(), deeds: new Set(), unknown: [] };

const NUMBERS: ReadonlyMap<string, string> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    ),
    ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  ].flatMap((words, list) => words.map((word, index) => [word, String(list === 0 ? index : (index + 2) * 10)] as const)),
);

const WEIGHTS = { telling: 1, everyday: 0.3, deed: 0.5 } as const;

export const tellsMuch = (weight: number): boolean => weight >= WEIGHTS.telling;

const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => stemmer(word)));
const everyday = stems(EVERYDAY_WORDS);
const small: ReadonlySet<string> = new Set(SMALL_WORDS);

const deeds = Object.entries(DEEDS) as [Deed, readonly string[]][];
const deedOf = new Map(
  deeds.flatMap(([deed, forms]) => forms.filter((form) => !/[ -]/.test(form)).map((form) => [stemmer(form), `~${deed}`] as const)),
);
/** Forms that the stem does not lead to. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    built: 'build',
    fell: 'fall',
    grew: 'grow',
    held: 'hold',
    made: 'make',
    met: 'meet',
    rose: 'rise',
    taught: 'teach',
    taken: 'take',
    written: 'write',
    wrote: 'write',
  }),
);
/** “Monthly” and “each month”. */
const OFTEN = /(?<=^(?:week|fortnight|month|quarter|term|year))ly$/;
/** “Set up”, “setting up”, “co-produced”: the first word in any form, the others as they are. */
const phrases = new Map<string, { readonly rest: readonly string[]; readonly deed: string }[]>();
for (const [deed, forms] of deeds)
  for (const form of forms) {
    const [first, ...rest] = form.split(/[ -]/);
    if (rest.length === 0) continue;
    const key = stemmer(first!);
    phrases.set(
      key,
      [...(phrases.get(key) ?? []), { rest: rest.map((word) => stemmer(word)), deed: `~${deed}` }].sort(
        (a, b) => b.rest.length - a.rest.length,
      ),
    );
  }

const usual = new Map(ACRONYMS.flatMap(({ letters, expansion }) => (expansion === null ? [] : [[letters, expansion] as const])));

/** Days, months and years of an action’s words are its deadline, which is held against the other’s by itself. */
const CALENDAR =
  /\b(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)(?:,? (?:term )?20\d\d(?:[/–-]\d\d(?:\d\d)?)?)|20\d\d(?:[/–-]\d\d(?:\d\d)?)?|(?:q[1-4]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))\b/gi;

const isLetters = (word: string): boolean => /^\p{Lu}[\p{L}&]*\p{Lu}s?$/u.test(word) && word.length <= 8;

/** What letters stand for, in words; null where nobody says. `own`: what their plan says. */
function meantBy(word: string, own: Letters): string | null {
  if (!isLetters(word)) return null;
  const single = word.replace(/s$/, '');
  return own.get(word) ?? own.get(single) ?? usual.get(word) ?? usual.get(single) ?? null;
}

/** Words with every word of letters in them read as what it stands for. */
const unfolded = (text: string, own: Letters): string[] =>
  wordsOf(text).flatMap((word) => {
    const meant = meantBy(word, own);
    return meant === null ? [word] : [...wordsOf(meant)];
  });

/** `letters`: what the letters in its plan stand for, by the plan itself. */
export function meaningOf(text: string, letters: Letters = NO_LETTERS): Meaning {
  const plain = text.replace(CALENDAR, ' ');
  // What letters stand for may hold letters: “EHC plan”.
  const words = unfolded(unfolded(plain, letters).join(' '), letters)
    .flatMap((word) =>
      word
        .toLowerCase()
        .replace(/[’']s?$/, '')
        .split(/[-–/]/),
    )
    .filter((word) => word !== '');
  const roots = words.map((word) => stemmer(IRREGULAR.get(word) ?? word.replace(OFTEN, '')));
  const terms: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const phrase = phrases.get(roots[at]!)?.find(({ rest }) => rest.every((one, index) => roots[at + 1 + index] === one));
    if (phrase) {
      terms.push(phrase.deed);
      at += phrase.rest.length;
      continue;
    }
    if (small.has(word)) continue;
    const number = NUMBERS.get(word) ?? (/^\d/.test(word) ? word : null);
    terms.push(number ?? deedOf.get(roots[at]!) ?? roots[at]!);
  }
  const weights = new Map<string, number>();
  for (const term of terms)
    weights.set(term, term.startsWith('~') ? WEIGHTS.deed : everyday.has(term) ? WEIGHTS.everyday : WEIGHTS.telling);
  return {
    terms,
    weights,
    weight: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    numbers: new Set(terms.filter((term) => /^\d/.test(term))),
    deeds: new Set(terms.filter((term) => term.startsWith('~'))),
    unknown: wordsOf(plain).filter((word) => isLetters(word) && meantBy(word, letters) === null),
  };
}

const shares = (one: Meaning, other: Meaning, counts: (weight: number) => number): number => {
  let sum = 0;
  for (const [term, weight] of one.weights) if (other.weights.has(term)) sum += counts(weight);
  return sum;
};

/** What two have in common of all that both tell, 0 to 1. */
export const overlap = (one: Meaning, other: Meaning): number =>
  one.weight + other.weight === 0 ? 0 : (2 * shares(one, other, (weight) => weight)) / (one.weight + other.weight);

const disjoint = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && other.size > 0 && [...one].every((entry) => !other.has(entry));

/** The same sentence with one thing in place of another, as “in primary schools” and “in secondary schools”: two actions of one kind. */
export function isSister(one: Meaning, other: Meaning): boolean {
  const [a, b] = [one.terms, other.terms];
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a[from] === b[from]) from++;
  let to = 0;
  while (to < shorter - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  const [mine, its] = [a.slice(from, a.length - to), b.slice(from, b.length - to)];
  if (mine.some((term) => its.includes(term)) || from + to < Math.min(mine.length, its.length)) return false;
  // What only stands in another place is not in place of anything.
  return mine.some((term) => !other.weights.has(term)) && its.some((term) => !one.weights.has(term));
}

/** Figures for one thing that are not those of the other. */
export const differInNumbers = (one: Meaning, other: Meaning): boolean => disjoint(one.numbers, other.numbers);

/** From here on two actions may be one. */
const LIKE = 0.55;
/** For two that do what is called otherwise, such as “train” and “recruit”. */
const OTHER_DEED = 0.25;
/** One word in common tells little where there are more. */
const FEW = 2;
const NEARLY_ALL = 0.8;

/** The most that anything else may speak for two actions being one. */
export const MOST_EVIDENCE = 0.2;

/** How likely two wordings are of one action, 0 to 1; 0 where something speaks against it. `evidence`: how much else speaks for it, or against it. */
export function likelihood(one: Meaning, other: Meaning, evidence: () => number = () => 0): number {
  const common = overlap(one, other);
  if (common + MOST_EVIDENCE < LIKE || differInNumbers(one, other) || isSister(one, other)) return 0;
  if (common < NEARLY_ALL && shares(one, other, (weight) => Number(tellsMuch(weight))) < FEW) return 0;
  const score = common + evidence() - (disjoint(one.deeds, other.deeds) ? OTHER_DEED : 0);
  return score >= LIKE ? Math.min(score, 1) : 0;
}

/** A text whose unknown letters are read as what another text says in words: “EPs” beside “educational psychologists”. */
export function meaningBeside(text: string, own: Meaning, beside: string, letters: Letters = NO_LETTERS): Meaning {
  if (own.unknown.length === 0) return own;
  const words = wordsOf(beside).filter((word) => !small.has(word.toLowerCase()));
  /** Of each letter, the word that it begins, or is in where the word is made of letters. */
  const initials = words.flatMap((word, at) =>
    (isLetters(word) ? [...word.replace(/s$/, '')] : [word[0]!]).map((letter) => ({ letter: letter.toUpperCase(), at })),
  );
  const line = initials.map(({ letter }) => letter).join('');
  const found = new Map(letters);
  for (const word of own.unknown) {
    const single = word.replace(/s$/, '').toUpperCase();
    const from = line.indexOf(single);
    if (from >= 0) found.set(word, words.slice(initials[from]!.at, initials[from + single.length - 1]!.at + 1).join(' '));
  }
  return found.size === letters.size ? own : meaningOf(text, found);
}
