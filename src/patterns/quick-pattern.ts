import {
  featureOfBeginning,
  featureOfCharacter,
  featureOfPair,
  featureOfWord,
  featuresOf,
  featuresOfAll,
  TWO_CAPITALS,
  type Features,
} from './text-features.js';
import { matchesOf } from '../text/matches.js';
import { append } from '../text/lists.js';

/*
 * Hundreds of patterns look at every paragraph, and nearly none finds anything. Most can match only where some word or character stands,
 * and to know that of a text costs less than to run a pattern; one that never runs is never compiled either, which is most of what a
 * first check takes.
 */

/** A block, as far as patterns look at it. */
interface WithTexts {
  readonly prose: readonly { readonly text: string }[];
}

/** Numbers of features of which a text must hold at least one, for each need of a pattern. */
type Needs = readonly (readonly number[])[];

function numbered(feature: string): number {
  if (feature === 'AA') return TWO_CAPITALS;
  const unit = feature.charCodeAt(0);
  if (unit < 0x61 || unit > 0x7a) return featureOfCharacter(unit);
  const blank = feature.indexOf(' ');
  if (blank > 0) return featureOfPair(featureOfWord(feature.slice(0, blank)), featureOfWord(feature.slice(blank + 1)));
  return feature.endsWith('…') ? featureOfBeginning(feature.slice(0, -1)) : featureOfWord(feature);
}

/** Words and other features of which a text must hold at least one, for each need of a pattern, as tools/patterns/needs.ts reads them. */
export type NeedsInWords = readonly (readonly string[])[];

/** Every pattern that is declared while the modules are loaded: the build writes down what they need. */
export const declared: RegExp[] = [];

/** Bundles carry what their patterns need, by key, as tools/patterns/table.mjs wrote it. */
declare const PATTERN_NEEDS: string | undefined;
let table: Record<string, NeedsInWords> | null = null;
let look = (pattern: RegExp): NeedsInWords =>
  (table ??= JSON.parse(typeof PATTERN_NEEDS === 'string' ? PATTERN_NEEDS : '{}') as Record<string, NeedsInWords>)[keyOf(pattern)] ?? [];

/** For tests, which run without a bundle: else every pattern would look through every text, with the same result. */
export function readPatternsWith(read: (pattern: RegExp) => NeedsInWords): void {
  look = read;
}

const readNeeds = (pattern: RegExp): Needs => look(pattern).map((anyOf) => anyOf.map(numbered));

/** 64 bits of the pattern's source and flags: the tests see that no two patterns have the same. */
export function keyOf({ source, flags }: RegExp): string {
  const text = `${flags}/${source}`;
  let one = 1;
  let two = 2;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    one ^= one >>> 15;
    two = Math.imul(two ^ unit, 0x5f356495);
    two ^= two >>> 13;
  }
  return `${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}`;
}

function meets(features: Features, needs: Needs): boolean {
  for (const anyOf of needs) if (!hasAny(features, anyOf)) return false;
  return true;
}

function hasAny(features: Features, anyOf: readonly number[]): boolean {
  for (const feature of anyOf) if (features.has(feature)) return true;
  return false;
}

/** A pattern that looks through a text only where the text holds what it needs. Keep it: it reads its pattern once. */
export class QuickPattern {
  #needs: Needs | null = null;

  constructor(readonly pattern: RegExp) {
    declared.push(pattern);
  }

  /** Whether the pattern may match a text that holds no more than these features; false is certain, true is not. */
  mayMatchWith(features: Features): boolean {
    return meets(features, (this.#needs ??= readNeeds(this.pattern)));
  }

  /** Whether the pattern may match. */
  mayMatch(text: string): boolean {
    return this.mayMatchWith(featuresOf(text));
  }

  /** Whether it may match one of the units of a block. */
  mayMatchIn({ prose }: WithTexts): boolean {
    return this.mayMatchWith(featuresOfAll(prose));
  }

  /** Whether the pattern matches. */
  test(text: string): boolean {
    if (!this.mayMatch(text)) return false;
    this.pattern.lastIndex = 0;
    return this.pattern.test(text);
  }

  /** The first match. */
  match(text: string): RegExpExecArray | null {
    if (!this.mayMatch(text)) return null;
    this.pattern.lastIndex = 0;
    return this.pattern.exec(text);
  }

  /** Every match, in order, of a global pattern. */
  matches(text: string): readonly RegExpExecArray[] {
    return this.mayMatch(text) ? matchesOf(text, this.pattern) : [];
  }
}

/** For a pattern that every paragraph is looked through with. Declare it once, beside the rule: `const BRAILLE = quick(/\bbraille\b/i)`. */
export const quick = (pattern: RegExp): QuickPattern => new QuickPattern(pattern);

interface Indexed<T> {
  readonly item: T;
  readonly needs: Needs;
}

export interface PatternIndex<T> {
  (text: string): readonly T[];
  /** The same for the texts of a block; null where none may match one of them. */
  in(block: WithTexts): ((text: string) => readonly T[]) | null;
}

/** Tells which patterns of a list may match a text, in the list's order. */
export function patternIndex<T>(list: readonly T[], patternOf: (item: T) => RegExp): PatternIndex<T> {
  append(declared, list.map(patternOf));
  let all: readonly Indexed<T>[] | null = null;
  const read = (): readonly Indexed<T>[] => (all ??= list.map((item) => ({ item, needs: readNeeds(patternOf(item)) })));
  const find = (from: readonly Indexed<T>[], text: string): readonly T[] => having(from, featuresOf(text)).map(({ item }) => item);
  return Object.assign((text: string) => find(read(), text), {
    in({ prose }: WithTexts) {
      const some = having(read(), featuresOfAll(prose));
      return some.length > 0 ? (text: string) => find(some, text) : null;
    },
  });
}

function having<T>(list: readonly Indexed<T>[], features: Features): Indexed<T>[] {
  const found: Indexed<T>[] = [];
  for (const indexed of list) if (meets(features, indexed.needs)) found.push(indexed);
  return found;
}
