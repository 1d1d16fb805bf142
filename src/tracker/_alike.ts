import { wordsOf } from '../language/sentences.js';

/*
 * How much two wordings have in common, word by word.
 */

/** Longer words that tell nothing of what will be done. */
const JOINING: ReadonlySet<string> = new Set(
  'also been each every from have into more than that their them then these they this those through when where which will with'.split(' '),
);

/** Words of an action, without those that any sentence has. */
export function tellingWords(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text.toLowerCase())
      .map((word) => word.replace(/[’']s$/, ''))
      .filter((word) => (word.length > 3 && !JOINING.has(word)) || /\d/.test(word)),
  );
}

/** How much two sets of words have in common, 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / (one.size + other.size - shared);
}

/** Words by which two texts are compared, as numbers: the rarest first, in an order that all have in common. */
type Ranked = readonly number[];

/** How many words two lists share, both in ascending order. */
function sharedBy(one: Ranked, other: Ranked): number {
  let [shared, a, b] = [0, 0, 0];
  while (a < one.length && b < other.length) {
    const difference = one[a]! - other[b]!;
    if (difference === 0) shared++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return shared;
}

/** Rounding must not lose a pair that is just alike enough. */
const ROUNDING = 1e-9;

/**
 * Pairs of entries of two lists whose words are alike, `least` or more, the likest first. Two that are so alike share at least one of the
 * rarest words of each; only these are compared, and only where `may` allows it.
 */
export function likePairs(
  one: readonly ReadonlySet<string>[],
  other: readonly ReadonlySet<string>[],
  least: number,
  may: (a: number, b: number) => boolean = () => true,
): { readonly a: number; readonly b: number; readonly likeness: number }[] {
  const counts = new Map<string, number>();
  for (const list of one === other ? [one] : [one, other])
    for (const words of list) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranks = new Map([...counts].sort(([, x], [, y]) => x - y).map(([word], rank) => [word, rank]));
  const ranked = (words: ReadonlySet<string>): Ranked => [...words].map((word) => ranks.get(word)!).sort((x, y) => x - y);
  /** So many of the rarest words of a text decide whether another can be like it. */
  const telling = ({ length }: Ranked): number => length - Math.ceil(length * least - ROUNDING) + 1;
  const others = other.map(ranked);
  const places = new Map<number, number[]>();
  others.forEach((words, index) => {
    for (const word of words.slice(0, telling(words))) {
      const list = places.get(word);
      if (list) list.push(index);
      else places.set(word, [index]);
    }
  });
  const found: { a: number; b: number; likeness: number }[] = [];
  const seenBy = new Int32Array(other.length).fill(-1);
  (one === other ? others : one.map(ranked)).forEach((words, a) => {
    for (const word of words.slice(0, telling(words)))
      for (const b of places.get(word) ?? []) {
        if (seenBy[b] === a) continue;
        seenBy[b] = a;
        const [mine, its] = [words.length, others[b]!.length];
        if (Math.min(mine, its) < Math.max(mine, its) * least - ROUNDING || !may(a, b)) continue;
        const shared = sharedBy(words, others[b]!);
        const value = shared / (mine + its - shared);
        if (value >= least) found.push({ a, b, likeness: value });
      }
  });
  return found.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}
