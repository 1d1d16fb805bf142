import { apart } from '../text/own-copy.js';

/*
 * The one place that remembers. By block, page or action: what was worked out is kept with the object and goes with it. By text: bounded
 * in number and length. By object: as long as the object lives.
 */

interface Kept {
  readonly key: unknown;
  readonly value: unknown;
}

/** A block, a page, or the words of an action. */
export interface Keeper {
  readonly kept: unknown[];
}

let places = 0;
let actionPlaces = 0;

/** What can be kept: anything but undefined, which says that nothing is. */
export type Keepable = object | number | boolean | string | null;

export interface Keeping<From, T> {
  (from: From): T;
  isKept(this: void, from: From): boolean;
}

export function keeping<From extends Keeper, T extends Keepable>(compute: (from: From) => T, place = places++): Keeping<From, T> {
  const get = (from: From): T => {
    const known = from.kept[place] as T | undefined;
    if (known !== undefined) return known;
    const value = compute(from);
    put(from, place, value);
    return value;
  };
  return Object.assign(get, { isKept: ({ kept }: From) => kept[place] !== undefined });
}

/** `keeping` for the words of actions, which have places of their own. */
export const keepingInAction = <From extends Keeper, T extends Keepable>(compute: (from: From) => T): Keeping<From, T> =>
  keeping(compute, actionPlaces++);

/** Places are filled one after another: a list with holes would be slow. */
function put({ kept }: Keeper, place: number, value: unknown): void {
  while (kept.length < place) kept.push(undefined);
  kept[place] = value;
}

export interface KeyedKeeping<From, Key, T> {
  (from: From, key: Key): T;
  isKept(this: void, from: From, key: Key): boolean;
}

export function keepingAnd<From extends Keeper, Key, T>(compute: (from: From, key: Key) => T): KeyedKeeping<From, Key, T> {
  const place = places++;
  const keptFor = (from: From, key: Key): Kept | null => {
    const known = from.kept[place] as Kept | undefined;
    return known !== undefined && known.key === key ? known : null;
  };
  const get = (from: From, key: Key): T => {
    const known = keptFor(from, key);
    if (known) return known.value as T;
    const value = compute(from, key);
    put(from, place, { key, value });
    return value;
  };
  return Object.assign(get, { isKept: (from: From, key: Key) => keptFor(from, key) !== null });
}

/** How many texts are remembered at most by each function, and how long they may be. */
const MOST_TEXTS = 10_000;
const LONGEST_TEXT = 2000;

/** Keeps what is computed from a short text, such as the value of a cell, which comes back at each keystroke; for a long one it is computed anew. The result must depend on the text alone. */
export function byText<T>(compute: (text: string) => T, { most = MOST_TEXTS, longest = LONGEST_TEXT } = {}): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    if (text.length > longest) return compute(text);
    let entry = known.get(text);
    if (!entry) {
      if (known.size >= most) known.clear();
      const own = apart(text);
      known.set(own, (entry = { value: compute(own) }));
    }
    return entry.value;
  };
}

/**
 * Keeps what is computed from an object for as long as the object lives, such as a table of the syntax tree. `more` may help to compute
 * it, and must say nothing that the object does not.
 */
export function byObject<Key extends object, Value, More = void>(
  compute: (key: Key, more: More) => Value,
): (key: Key, more: More) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key, more) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { value: compute(key, more) }));
    return entry.value;
  };
}

/** Keeps of each object what was last computed for it and something else, such as the kind of its document; not where `keeps` says no. */
export function latestByObject<Key extends object, Also, Value>(): (
  key: Key,
  also: Also,
  compute: () => Value,
  keeps?: () => boolean,
) => Value {
  const latest = new WeakMap<Key, { readonly also: Also; readonly value: Value }>();
  return (key, also, compute, keeps) => {
    const known = latest.get(key);
    if (known?.also === also) return known.value;
    const value = compute();
    if (!keeps || keeps()) latest.set(key, { also, value });
    return value;
  };
}

/** Keeps what is computed for an object and a text, such as settings and a choice of rules. The texts of an object are bounded in number. */
export function byObjectAndText<Key extends object, T>(most = 50): (key: Key, text: string, compute: () => T) => T {
  const textsOf = byObject<Key, BoundedMap<T>>(() => boundedMap<T>(most));
  return (key, text, compute) => textsOf(key)(text, compute);
}

export type BoundedMap<T> = (name: string, compute: () => T) => T;

/** Keeps values by name; where there are too many, all are forgotten. */
export function boundedMap<T>(most: number): BoundedMap<T> {
  const known = new Map<string, { readonly value: T }>();
  return (name, compute) => {
    let entry = known.get(name);
    if (!entry) {
      if (known.size >= most) known.clear();
      known.set(name, (entry = { value: compute() }));
    }
    return entry.value;
  };
}

/** Keeps of each name the latest value alone, with what it was computed from: while a document is edited that is mostly the same. */
export function latestByName<T>(): (name: string, from: readonly unknown[], compute: () => T) => T {
  const latest = new Map<string, { readonly from: readonly unknown[]; readonly value: T }>();
  return (name, from, compute) => {
    const known = latest.get(name);
    if (known?.from.every((value, index) => value === from[index])) return known.value;
    const value = compute();
    latest.set(name, { from, value });
    return value;
  };
}
