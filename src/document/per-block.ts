import { lastAtMost } from './blocks.js';
import type { Block, PlacedProse, Prose, SendDocument, TableInfo } from './types.js';

/*
 * A keystroke changes one block of hundreds, and all others are the same objects as before. What a rule works out from a block alone
 * is kept with the block, so that a check costs one look for each block, however many paragraphs and cells it holds.
 */

interface Kept {
  readonly key: unknown;
  readonly value: unknown;
}

let places = 0;

/** Keeps what is computed from a block for as long as the block lives. The result must depend on the block alone. */
export function perBlock<T extends object | number | boolean | string | null>(compute: (block: Block) => T): (block: Block) => T {
  const place = places++;
  return (block) => {
    const known = block.kept[place] as T | undefined;
    if (known !== undefined) return known;
    const value = compute(block);
    put(block, place, value);
    return value;
  };
}

/** Places are filled one after another: a list with holes would be slow. */
function put({ kept }: Block, place: number, value: unknown): void {
  while (kept.length < place) kept.push(undefined);
  kept[place] = value;
}

/** `perBlock` for results that depend on something else as well, compared by identity; a block remembers its latest `key` only. */
export function perBlockAnd<Key, T>(compute: (block: Block, key: Key) => T): { (block: Block, key: Key): T; isKept(block: Block, key: Key): boolean } {
  const place = places++;
  const keptFor = (block: Block, key: Key): Kept | null => {
    const known = block.kept[place] as Kept | undefined;
    return known?.key === key && known !== undefined ? known : null;
  };
  const get = (block: Block, key: Key): T => {
    const known = keptFor(block, key);
    if (known) return known.value as T;
    const value = compute(block, key);
    put(block, place, { key, value });
    return value;
  };
  return Object.assign(get, { isKept: (block: Block, key: Key) => keptFor(block, key) !== null });
}

/** A unit of prose in which something was found. */
export interface Mark<T> {
  readonly unit: PlacedProse;
  readonly value: T;
  /** The unit's index in `document.prose`. */
  readonly index: number;
}

export interface LocalMark<T> {
  readonly at: number;
  readonly value: T;
}

export interface Marker<T> {
  (document: SendDocument): readonly Mark<T>[];
  /** Looks at one block ahead, so that a long document can be looked at in steps. */
  prepare(block: Block): void;
  /** What is found in one block, by the index of its units; null for nothing. */
  inBlock(block: Block): readonly LocalMark<T>[] | null;
}

export interface KeyedMarker<Key, T> {
  (document: SendDocument, key: Key): readonly Mark<T>[];
  prepare(block: Block, key: Key): void;
  /** Looks at all blocks ahead, with a pause after each, where the key is only known once the document has been read. */
  prepareAll(document: SendDocument, key: Key): Generator<void, void>;
}

/** A function that finds the units of a document in which `look` finds something (other than null), in order. */
export function marker<T>(look: (prose: Prose) => T | null): Marker<T> {
  const inBlock = perBlock((block) => marksIn(block, look));
  return Object.assign((document: SendDocument) => collect(document, inBlock), { prepare: (block: Block) => void inBlock(block), inBlock });
}

function marksIn<T>(block: Block, look: (prose: Prose) => T | null): readonly LocalMark<T>[] | null {
  const marks: LocalMark<T>[] = [];
  block.prose.forEach((prose, at) => {
    const value = look(prose);
    if (value !== null) marks.push({ at, value });
  });
  return marks.length > 0 ? marks : null;
}

function collect<T>(document: SendDocument, inBlock: (block: Block) => readonly LocalMark<T>[] | null): readonly Mark<T>[] {
  const found: Mark<T>[] = [];
  let first = 0;
  for (const { block } of document.blocks) {
    const marks = inBlock(block);
    if (marks) for (const { at, value } of marks) found.push({ unit: document.prose[first + at]!, value, index: first + at });
    first += block.prose.length;
  }
  return found;
}

/** `marker` for what depends on something else as well, compared by identity. */
export const markerAnd = <Key, T>(look: (prose: Prose, key: Key) => T | null): KeyedMarker<Key, T> => keyed((block, key) => marksIn(block, (prose) => look(prose, key)));

/** `markerAnd` that looks again only at what another marker found, so that a new key does not cost a look at every unit. */
export const markerWithin = <Found, Key, T>(found: Marker<Found>, look: (value: Found, key: Key) => T | null): KeyedMarker<Key, T> =>
  keyed((block, key) => {
    const marks: LocalMark<T>[] = [];
    for (const { at, value } of found.inBlock(block) ?? []) {
      const result = look(value, key);
      if (result !== null) marks.push({ at, value: result });
    }
    return marks.length > 0 ? marks : null;
  });

function keyed<Key, T>(compute: (block: Block, key: Key) => readonly LocalMark<T>[] | null): KeyedMarker<Key, T> {
  const inBlock = perBlockAnd(compute);
  const find = (document: SendDocument, key: Key): readonly Mark<T>[] => collect(document, (block) => inBlock(block, key));
  return Object.assign(find, {
    prepare: (block: Block, key: Key) => void inBlock(block, key),
    *prepareAll(document: SendDocument, key: Key): Generator<void, void> {
      for (const { block } of document.blocks) {
        if (inBlock.isKept(block, key)) continue;
        inBlock(block, key);
        yield;
      }
    },
  });
}

/** The table that a unit stands in; null for other units, and for cells of a table in a list or quotation. */
export function tableOf(document: SendDocument, unit: PlacedProse): TableInfo | null {
  if (unit.prose.column === undefined) return null;
  const table = document.tables[lastAtMost(document.tables, unit.span.start, ({ span }) => span.start)];
  return table && unit.span.start >= table.span.start && unit.span.end <= table.span.end ? table : null;
}

/** How many texts are remembered at most by each function. */
const MOST_TEXTS = 10_000;

/** Keeps what is computed from a short text, such as the value of a cell, which comes back at each keystroke. The result must depend on the text alone. */
export function byText<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    let entry = known.get(text);
    if (!entry) {
      if (known.size >= MOST_TEXTS) known.clear();
      known.set(text, (entry = { value: compute(text) }));
    }
    return entry.value;
  };
}

/** Keeps what is computed from an object that lives as long as its block, such as a table of the syntax tree. */
export function byObject<Key extends object, Value extends object | null | boolean>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { value: compute(key) }));
    return entry.value;
  };
}
