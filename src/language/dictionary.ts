/*
 * The bundled British English dictionary. It is 1.2 MB of text, so no module holds it: a host gives it, or a way to read it
 * when the first word is looked up. Without one the spelling rule only knows the slips on its own list.
 */

import { boundedMap } from '../memo/memo.js';

/** One form a line, sorted by UTF-16 code unit, each line ended by "\n"; written by tools/generate/dictionary.mjs. */
export type DictionaryText = string;

let source: DictionaryText | (() => DictionaryText | null) | null = null;
let current: Dictionary | null = null;

/**
 * Gives the dictionary, or a function that reads it when it is first needed (called once; null: there is none).
 * Documents that were checked before need to be checked again.
 */
export function setDictionary(given: DictionaryText | (() => DictionaryText | null) | null): void {
  source = given;
  current = null;
}

/** The dictionary, read now if it has not been; null when the host has none. */
export function dictionary(): Dictionary | null {
  if (!current && source !== null) {
    const text = typeof source === 'function' ? source() : source;
    source = text;
    current = text === null ? null : new Dictionary(text);
  }
  return current;
}

/** Offsets in the dictionary's text; `high` is exclusive. */
interface Lines {
  readonly low: number;
  readonly high: number;
}

/** Longer than any word of English. */
const LONGEST = 60;
const LETTERS = "esianrtolcdugmphbyfvkwzxjq'-";

const swapped = (word: string, at: number): string => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);

export class Dictionary {
  readonly #known = new Map<string, boolean>();
  readonly #suggested = boundedMap<readonly string[]>(2000);

  constructor(private readonly text: DictionaryText) {}

  /** Whether a word is in the dictionary as it stands, or in lower case. Curly apostrophes count as straight ones. */
  has(word: string): boolean {
    const straight = word.replace(/’/g, "'");
    let known = this.#known.get(straight);
    if (known === undefined) {
      known = this.#includes(straight) || this.#includes(straight.toLowerCase());
      // A document has a few thousand different words; what piles up beyond that belongs to others.
      if (this.#known.size > 20_000) this.#known.clear();
      this.#known.set(straight, known);
    }
    return known;
  }

  /** Halves the sorted text, or a part of whole lines, until the line is found. */
  #includes(word: string, { low, high }: Lines = { low: 0, high: this.text.length }): boolean {
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : this.text.lastIndexOf('\n', middle - 1) + 1;
      const end = this.text.indexOf('\n', middle);
      const line = this.text.slice(start, end < 0 ? this.text.length : end);
      if (line === word) return true;
      if (line < word) low = start + line.length + 1;
      else high = start;
    }
    return false;
  }

  /** Where the first line begins that does not come before a word; `high` where there is none. */
  #first(word: string, { low, high }: Lines): number {
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : this.text.lastIndexOf('\n', middle - 1) + 1;
      const end = this.text.indexOf('\n', middle);
      if (this.text.slice(start, end) < word) low = end + 1;
      else high = start;
    }
    return low;
  }

  /** For each length, the lines that begin like a word, as long as there are any. */
  #beginnings(word: string): Lines[] {
    const found: Lines[] = [{ low: 0, high: this.text.length }];
    for (let length = 1; length <= word.length; length++) {
      const begin = word.slice(0, length);
      const around = found.at(-1)!;
      const low = this.#first(begin, around);
      if (!this.text.startsWith(begin, low)) break;
      found.push({ low, high: this.#first(`${begin}\uFFFF`, { low, high: around.high }) });
    }
    return found;
  }

  /** Words one slip away (two letters swapped, one missing, wrong or too many), likelier slips first; at most `most`. */
  suggest(word: string, most = 3): readonly string[] {
    return this.#suggested(`${most} ${word}`, () => this.#near(word, most));
  }

  /** Whether two letters next to each other, swapped, make a word: the likeliest slip, and far quicker to tell than all others. */
  hasSwapped(word: string): boolean {
    const lower = word.toLowerCase().replace(/’/g, "'");
    if (lower.length > LONGEST) return false;
    const beginnings = this.#beginnings(lower);
    return beginnings.slice(0, lower.length - 1).some((lines, at) => {
      const candidate = swapped(lower, at);
      return candidate !== lower && this.#includes(candidate, lines);
    });
  }

  #near(word: string, most: number): string[] {
    const lower = word.toLowerCase().replace(/’/g, "'");
    if (lower.length > LONGEST) return [];
    const found = new Set<string>();
    // What follows a beginning that no word has needs no look.
    const beginnings = this.#beginnings(lower);
    const reach = beginnings.length - 1;
    /** `at`: so many letters are those of the word. */
    const consider = (at: number, candidate: string): void => {
      // Nobody who misspells a word means its possessive.
      if (candidate.includes("'") && !lower.includes("'")) return;
      if (found.size < most && candidate !== lower && candidate.length > 1 && this.#includes(candidate, beginnings[at]))
        found.add(candidate);
    };
    const last = Math.min(lower.length - 1, reach);
    for (let at = 0; at <= last && at + 1 < lower.length; at++) consider(at, swapped(lower, at));
    for (let at = 1; at <= last; at++) if (lower[at] === lower[at - 1]) consider(at, lower.slice(0, at) + lower.slice(at + 1));
    for (let at = 1; at <= reach; at++) consider(at, lower.slice(0, at) + lower[at - 1]! + lower.slice(at));
    for (let at = 0; at <= reach; at++) for (const letter of LETTERS) consider(at, lower.slice(0, at) + letter + lower.slice(at));
    for (let at = 0; at <= last; at++) consider(at, lower.slice(0, at) + lower.slice(at + 1));
    for (let at = 0; at <= last; at++) for (const letter of LETTERS) consider(at, lower.slice(0, at) + letter + lower.slice(at + 1));
    return [...found].map((candidate) => (/^\p{Lu}/u.test(word) ? candidate[0]!.toUpperCase() + candidate.slice(1) : candidate));
  }
}
