import type { DocumentKind } from '../framework/types.js';
import {
  byObject,
  keeping,
  keepingAnd,
  keepingInAction,
  type Keepable,
  type Keeper,
  type Keeping,
  type KeyedKeeping,
} from '../memo/memo.js';
import { lastAtMost } from '../text/search.js';
import type { QuickPattern } from '../patterns/quick-pattern.js';
import type { ActionFact, ActionWords, Block, PlacedBlock, PlacedProse, Prose, SendDocument, TableInfo } from './types.js';

/*
 * A keystroke changes one block of hundreds, and all others are the same objects as before. What a rule works out from a block alone
 * is kept with the block. Blocks that follow each other make a page, and what is found in all blocks of a page is kept with the page,
 * so that a check costs one look for each page and for each block of the one that changed, however many paragraphs and cells they hold.
 */

/** What can be looked for ahead, block by block or action by action, so that a host can pause in between: the engine does so for a rule. */
export interface Search<Context = unknown> {
  /** Looks at one block; asked once for each. */
  readonly lookAt?: (this: void, block: Block, context: Context) => void;
  /** For what blocks alone do not tell: looks at everything in a document that was not looked at yet, with pauses. */
  readonly lookAhead?: (this: void, document: SendDocument, context: Context) => Generator<void, void>;
}

/** A search that looks at each block by itself. */
export type BlockSearch<Context = unknown> = Required<Pick<Search<Context>, 'lookAt'>>;

/** Keeps what is computed from a block for as long as the block lives. The result must depend on the block alone. */
export const perBlock = <T extends Keepable>(compute: (block: Block) => T): Keeping<Block, T> => keeping(compute);

/** `perBlock` for results that depend on something else as well, compared by identity; a block remembers its latest `key` only. */
const perBlockAnd = <Key, T>(compute: (block: Block, key: Key) => T): KeyedKeeping<Block, Key, T> => keepingAnd(compute);

export interface PerAction<T> extends Search {
  (action: ActionFact): T;
}

/** How many actions are looked at between two pauses. */
const AT_ONCE = 200;

/** Keeps what is computed from the words of an action for as long as its row or paragraph is the same. The result must depend on the words alone. */
export function perAction<T extends Keepable>(compute: (words: ActionWords) => T): PerAction<T> {
  const ofWords = keepingInAction(compute);
  return Object.assign(({ words }: ActionFact) => ofWords(words), {
    *lookAhead({ facts }: SendDocument): Generator<void, void> {
      let looked = 0;
      for (const { words } of facts.actions) {
        if (ofWords.isKept(words)) continue;
        ofWords(words);
        if (++looked % AT_ONCE === 0) yield;
      }
    },
  });
}

/** Blocks that follow each other. */
interface Page extends Keeper {
  readonly blocks: readonly Block[];
  /** How many units of prose they hold. */
  readonly units: number;
}

/** Blocks on a page of a text that is read for the first time; with those added later it may hold twice as many. */
const ON_PAGE = 24;

/** The page that begins with a block, wherever the block stands by now. */
const pageFrom = new WeakMap<Block, Page>();

/** The pages of a document: those of its state before the last edit, but for the one that changed. */
export const pagesOf = byObject(({ blocks }: SendDocument): readonly Page[] => {
  const list: Page[] = [];
  for (let first = 0; first < blocks.length; first += list.at(-1)!.blocks.length) list.push(pageAt(blocks, first));
  return list;
});

/** Blocks that are added after a page are taken onto it: else each would make a page of its own while somebody writes at the end of one. */
const beginsPage = (placed: PlacedBlock | undefined): boolean => placed === undefined || pageFrom.has(placed.block);

function pageAt(placed: readonly PlacedBlock[], first: number): Page {
  const begin = placed[first]!.block;
  const known = pageFrom.get(begin);
  if (
    known &&
    beginsPage(placed[first + known.blocks.length]) &&
    known.blocks.every((block, index) => placed[first + index]?.block === block)
  )
    return known;
  let end = first + 1;
  // Up to the next page that may be as it was.
  while (end < first + 2 * ON_PAGE && !beginsPage(placed[end])) end++;
  if (end === first + 2 * ON_PAGE) end = first + ON_PAGE;
  const blocks = placed.slice(first, end).map(({ block }) => block);
  const page = { blocks, units: blocks.reduce((sum, { prose }) => sum + prose.length, 0), kept: [] };
  pageFrom.set(begin, page);
  return page;
}

/** A block in which something was found. */
export interface BlockMark<T> {
  readonly placed: PlacedBlock;
  readonly value: T;
}

export interface BlockMarker<T> extends BlockSearch {
  (document: SendDocument): readonly BlockMark<T>[];
}

/** A function that finds the blocks of a document for which `inBlock` is not null, in order. */
export function blocksWith<T extends object | number | boolean | string>(inBlock: Keeping<Block, T | null>): BlockMarker<T> {
  const inPage = keeping(({ blocks }: Page): readonly LocalMark<T>[] | null => {
    const marks: LocalMark<T>[] = [];
    blocks.forEach((block, at) => {
      const value = inBlock(block);
      if (value !== null) marks.push({ at, value });
    });
    return marks.length > 0 ? marks : null;
  });
  const find = (document: SendDocument): readonly BlockMark<T>[] => {
    const found: BlockMark<T>[] = [];
    let first = 0;
    for (const page of pagesOf(document)) {
      for (const { at, value } of inPage(page) ?? NONE) found.push({ placed: document.blocks[first + at]!, value });
      first += page.blocks.length;
    }
    return found;
  };
  return Object.assign(find, { lookAt: (block: Block) => void inBlock(block) });
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

export interface Marker<T> extends BlockSearch {
  (document: SendDocument): readonly Mark<T>[];
  /** What is found in one block, by the index of its units; null for nothing. */
  inBlock(block: Block): readonly LocalMark<T>[] | null;
  /** The same search, in documents of these kinds only. */
  in(kinds: readonly DocumentKind[]): BlockSearch<{ readonly kind: DocumentKind }>;
}

export interface KeyedMarker<Key, T> {
  (document: SendDocument, key: Key): readonly Mark<T>[];
  inBlock(block: Block, key: Key): readonly LocalMark<T>[] | null;
  /** The search under a key that kind and settings tell; null where nothing is looked for. */
  keyedBy<Context>(keyOf: (context: Context) => Key | null): BlockSearch<Context>;
  /** The search under a key that is known once the document was read and what stands before it in the list was looked for. */
  keyedByDocument<Context>(keyOf: (document: SendDocument, context: Context) => Key | null): Search<Context>;
}

const NONE: readonly never[] = [];

type Marks<T> = readonly LocalMark<T>[] | null;

/**
 * A function that finds the units of a document in which `look` finds something (other than null), in order. It looks at blocks in which
 * one of `patterns` may match; at all, where there are none.
 */
export function marker<T>(look: (prose: Prose) => T | null, patterns: readonly QuickPattern[] = NONE): Marker<T> {
  return unkeyed((block) => marksIn(block, look, patterns));
}

/** A marker that looks only at what another one found. */
export const markerWithin = <Found, T>(found: Marker<Found>, look: (value: Found) => T | null): Marker<T> =>
  unkeyed((block) => marksWithin(found.inBlock(block), look));

function unkeyed<T>(compute: (block: Block) => Marks<T>): Marker<T> {
  const inBlock = perBlock(compute);
  const inPage = keeping((page: Page) => marksOf(page, inBlock));
  return Object.assign((document: SendDocument) => collect(document, inPage), {
    lookAt: (block: Block) => void inBlock(block),
    inBlock,
    in: (kinds: readonly DocumentKind[]): BlockSearch<{ readonly kind: DocumentKind }> => ({
      lookAt(block, { kind }) {
        if (kinds.includes(kind)) inBlock(block);
      },
    }),
  });
}

function marksIn<T>(block: Block, look: (prose: Prose) => T | null, patterns: readonly QuickPattern[]): Marks<T> {
  if (patterns.length > 0 && !patterns.some((pattern) => pattern.mayMatchIn(block))) return null;
  const marks: LocalMark<T>[] = [];
  block.prose.forEach((prose, at) => {
    const value = look(prose);
    if (value !== null) marks.push({ at, value });
  });
  return marks.length > 0 ? marks : null;
}

function marksWithin<Found, T>(found: Marks<Found>, look: (value: Found) => T | null): Marks<T> {
  const marks: LocalMark<T>[] = [];
  for (const { at, value } of found ?? NONE) {
    const result = look(value);
    if (result !== null) marks.push({ at, value: result });
  }
  return marks.length > 0 ? marks : null;
}

/** Of a page: the mark of a unit in one of its blocks. */
interface PageMark<T> extends LocalMark<T> {
  readonly block: number;
  /** How many units of the page stand before the block. */
  readonly before: number;
}

function marksOf<T>({ blocks }: Page, inBlock: (block: Block) => Marks<T>): readonly PageMark<T>[] | null {
  const marks: PageMark<T>[] = [];
  let before = 0;
  blocks.forEach((block, index) => {
    for (const { at, value } of inBlock(block) ?? NONE) marks.push({ at, value, block: index, before });
    before += block.prose.length;
  });
  return marks.length > 0 ? marks : null;
}

/** A mark whose unit is placed when it is asked for: many rules have seen enough before the last. */
class PlacedMark<T> implements Mark<T> {
  constructor(
    private readonly document: SendDocument,
    private readonly block: number,
    private readonly at: number,
    readonly value: T,
    readonly index: number,
  ) {}

  get unit(): PlacedProse {
    return this.document.unitsOf(this.document.blocks[this.block]!)[this.at]!;
  }
}

function collect<T>(document: SendDocument, inPage: (page: Page) => readonly PageMark<T>[] | null): readonly Mark<T>[] {
  const found: Mark<T>[] = [];
  let [firstBlock, firstUnit] = [0, 0];
  for (const page of pagesOf(document)) {
    for (const { at, value, block, before } of inPage(page) ?? NONE)
      found.push(new PlacedMark(document, firstBlock + block, at, value, firstUnit + before + at));
    firstBlock += page.blocks.length;
    firstUnit += page.units;
  }
  return found;
}

/** `marker` for what depends on something else as well, compared by identity. */
export const keyedMarker = <Key, T>(
  look: (prose: Prose, key: Key) => T | null,
  patterns: readonly QuickPattern[] = NONE,
): KeyedMarker<Key, T> => keyed((block, key) => marksIn(block, (prose) => look(prose, key), patterns));

/** `markerWithin` for what depends on something else as well: a new key does not cost a look at every unit. */
export const keyedMarkerWithin = <Found, Key, T>(
  found: Pick<KeyedMarker<Key, Found>, 'inBlock'>,
  look: (value: Found, key: Key) => T | null,
): KeyedMarker<Key, T> => keyed((block, key) => marksWithin(found.inBlock(block, key), (value) => look(value, key)));

function keyed<Key, T>(compute: (block: Block, key: Key) => Marks<T>): KeyedMarker<Key, T> {
  const inBlock = perBlockAnd(compute);
  const inPage = keepingAnd((page: Page, key: Key) => marksOf(page, (block) => inBlock(block, key)));
  return Object.assign((document: SendDocument, key: Key) => collect(document, (page) => inPage(page, key)), {
    inBlock,
    keyedBy: <Context>(keyOf: (context: Context) => Key | null): BlockSearch<Context> => ({
      lookAt(block, context) {
        const key = keyOf(context);
        if (key !== null) inBlock(block, key);
      },
    }),
    keyedByDocument: <Context>(keyOf: (document: SendDocument, context: Context) => Key | null): Search<Context> => ({
      *lookAhead(document, context): Generator<void, void> {
        const key = keyOf(document, context);
        if (key === null) return;
        for (const page of pagesOf(document)) {
          if (inPage.isKept(page, key)) continue;
          for (const block of page.blocks) {
            if (inBlock.isKept(block, key)) continue;
            inBlock(block, key);
            yield;
          }
        }
      },
    }),
  });
}

/** The table that a unit stands in; null for other units, and for cells of a table in a list or quotation. */
export function tableOf(document: SendDocument, unit: PlacedProse): TableInfo | null {
  if (unit.prose.column === undefined) return null;
  const table = document.tables[lastAtMost(document.tables, unit.span.start, ({ span }) => span.start)];
  return table && unit.span.start >= table.span.start && unit.span.end <= table.span.end ? table : null;
}
