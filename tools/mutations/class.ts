/* eslint regexp/no-super-linear-move: off -- read only reports in a folder that the user names */
/** Numbers from 0 up to, but without, 1. */
export type Random = () => number;

/** The same seed gives the same numbers (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** A text with one slip in it. */
export interface Planted {
  readonly text: string;
  /** Range of the slip in the new text, UTF-16 offsets, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** What the author would have seen before, for the list of what is missed. */
  readonly shown: string;
}

/** One kind of slip, planted anew at each call; null where the text has no place for it. */
export interface SlipClass {
  readonly name: string;
  readonly group: string;
  /** Rules of which a finding anywhere counts: something is absent, or contradicts another place. */
  readonly anywhere?: readonly string[];
  readonly plant: (text: string, random: Random) => Planted | null;
}

/** A change that alters no word that counts: the findings must stay as they are. */
export interface LawfulClass {
  readonly name: string;
  readonly change: (text: string, random: Random) => string | null;
}

export function put(text: string, from: number, to: number, by: string, mark: readonly [number, number] = [0, by.length]): Planted {
  const shown = `${text.slice(Math.max(0, from - 40), from)}⟦${by}⟧${text.slice(to, to + 30)}`.replace(/\s+/g, ' ');
  return { text: text.slice(0, from) + by + text.slice(to), from: from + mark[0], to: from + mark[1], shown };
}

type By = string | ((match: RegExpExecArray) => string);

/** Replaces one place that a pattern with the flag g finds. */
export const swap = (
  group: string,
  name: string,
  pattern: RegExp,
  by: By,
  more: Pick<SlipClass, 'anywhere'> & { readonly first?: true } = {},
): SlipClass => ({
  group,
  name,
  ...(more.anywhere ? { anywhere: more.anywhere } : {}),
  plant(text, random) {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return null;
    const match = more.first ? matches[0]! : pick(matches, random);
    const next = typeof by === 'string' ? by.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '') : by(match);
    return next === match[0] ? null : put(text, match.index, match.index + match[0].length, next);
  },
});

/** Ends of the sentences of running text, where another sentence can follow. */
function ends(text: string): number[] {
  const begin = text.search(/^#{1,3} .*(?:What is it like|information about the local area)/im);
  const stop = text.search(/^#{1,3} .*(?:Areas for (?:priority|improvement)|partnership details)/im);
  return [...text.matchAll(/(?<=^(?:- )?\p{Lu}[^\n|]{120,}[.])$/gmu)]
    .map(({ index }) => index)
    .filter((at) => at > Math.max(0, begin) && (stop < 0 || at < stop));
}

/** Adds one of several sentences to a paragraph; ⟦ and ⟧ hold the slip. */
export const sentence = (group: string, name: string, sentences: readonly string[]): SlipClass => ({
  group,
  name,
  plant(text, random) {
    const places = ends(text);
    if (places.length === 0) return null;
    const at = pick(places, random);
    const marked = ` ${pick(sentences, random)}`;
    const from = marked.indexOf('⟦');
    const to = marked.indexOf('⟧') - 1;
    return put(text, at, at, marked.replace(/[⟦⟧]/g, ''), [from, to]);
  },
});
