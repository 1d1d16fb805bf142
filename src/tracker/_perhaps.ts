import { byObjectAndText } from '../memo/memo.js';
import {
  differInNumbers,
  isSister,
  likelihood,
  meaningBeside,
  meaningOf,
  overlap,
  tellsMuch,
  type Letters,
  type Meaning,
} from './_meaning.js';
import type { TrackedAction } from './tracker.js';

/*
 * Which actions of two plans are perhaps one in other words. Nobody can be certain, so they are told and never taken for one.
 */

interface Said {
  readonly action: TrackedAction;
  readonly letters: Letters;
  readonly meaning: Meaning;
}

/** A word that more actions have than this leads from none to another. */
const MOST_WITH_A_WORD = 40;
const MOST_OWNERS = 500;
/** What else the plans say of two actions speaks for one or against it. */
const FOR_OWNER = 0.1;
const AGAINST_OWNER = -0.05;
const FOR_DAY = 0.05;
const FOR_AREA = 0.05;
const AGAINST_AREA = -0.1;
/** Two owners of whom so much is the same are one. */
const SAME_OWNER = 0.7;

const owners = byObjectAndText<Letters, Meaning>(MOST_OWNERS);
/** Kept: most pairs have one of a few owners. */
const ownerOf = (owner: string, letters: Letters): Meaning => owners(letters, owner, () => meaningOf(owner, letters));

/** How much of two owners is the same, 0 to 1, with the letters of each read as the other may spell them. */
function alike(one: string, mine: Letters, other: string, its: Letters): number {
  const [a, b] = [ownerOf(one, mine), ownerOf(other, its)];
  return overlap(meaningBeside(one, a, other, mine), meaningBeside(other, b, one, its));
}

/** Whether two plans name one owner, as “PEP” and “Principal Educational Psychologist”. */
export const isSameOwner = (one: string, mine: Letters, other: string, its: Letters): boolean => alike(one, mine, other, its) > 0.99;

function evidence(one: Said, other: Said): number {
  const [a, b] = [one.action, other.action];
  const owner =
    a.owner === null || b.owner === null
      ? 0
      : alike(a.owner, one.letters, b.owner, other.letters) >= SAME_OWNER
        ? FOR_OWNER
        : AGAINST_OWNER;
  const day = a.dueDate !== null && a.dueDate === b.dueDate ? FOR_DAY : 0;
  const area =
    a.answers.length === 0 || b.answers.length === 0 ? 0 : a.answers.some((id) => b.answers.includes(id)) ? FOR_AREA : AGAINST_AREA;
  return owner + day + area;
}

/** How likely two actions are one, 0 to 1. */
function likely(one: Said, other: Said): number {
  const [mine, its] = [one.action.text, other.action.text];
  const a = meaningBeside(mine, one.meaning, its, one.letters);
  const b = meaningBeside(its, other.meaning, mine, other.letters);
  return likelihood(a, b, () => evidence(one, other));
}

/** Whether wordings that are nearly the same speak of two things: other figures, or one thing in place of another. */
export const isOther = (one: Meaning, other: Meaning): boolean => differInNumbers(one, other) || isSister(one, other);

/** Pairs of indexes, each the likest of its plan to the other, among those that `may` be one. */
export function perhapsPairs(
  actions: readonly TrackedAction[],
  meanings: readonly Meaning[],
  lettersOf: (action: TrackedAction) => Letters,
  may: (a: number, b: number) => boolean,
): [number, number][] {
  const places = new Map<string, number[]>();
  meanings.forEach(({ weights }, index) => {
    for (const [term, weight] of weights) {
      if (!tellsMuch(weight)) continue;
      const list = places.get(term);
      if (list) list.push(index);
      else places.set(term, [index]);
    }
  });
  const said = actions.map((action, index): Said => ({ action, letters: lettersOf(action), meaning: meanings[index]! }));
  const seenBy = new Int32Array(actions.length).fill(-1);
  const found: { readonly a: number; readonly b: number; readonly likely: number }[] = [];
  meanings.forEach(({ weights }, a) => {
    for (const term of weights.keys()) {
      const list = places.get(term);
      if (!list || list.length > MOST_WITH_A_WORD) continue;
      for (const b of list) {
        if (b <= a || seenBy[b] === a) continue;
        seenBy[b] = a;
        if (!may(a, b)) continue;
        const value = likely(said[a]!, said[b]!);
        if (value > 0) found.push({ a, b, likely: value });
      }
    }
  });
  const taken = new Set<string>();
  return found
    .sort((x, y) => y.likely - x.likely || x.a - y.a || x.b - y.b)
    .flatMap(({ a, b }): [number, number][] => {
      const keys = [`${a} ${actions[b]!.path}`, `${b} ${actions[a]!.path}`];
      if (keys.some((key) => taken.has(key))) return [];
      for (const key of keys) taken.add(key);
      return [[a, b]];
    });
}
