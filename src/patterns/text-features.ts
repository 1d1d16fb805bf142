/*
 * What a text holds, as patterns are compared with it before they run: its words, pairs of words that follow each other, the beginnings
 * of its words, and its characters other than letters. Each is a number, and a text sets two bits of a small table for each number that
 * it holds. Others can set the same bits, and then a pattern runs for nothing; a bit that is not set is certain.
 *
 * Words are runs of English letters in any case; everything else counts as a gap between words.
 */

/** Tells a whole word from the beginning of a longer one. */
const WHOLE = 0x9e3779b1;
const CHARACTER = 0x85ebca6b;
const FIRST_OF_PAIR = 0xc2b2ae35;
/** Longer beginnings are cut. */
const LONGEST_BEGINNING = 8;

const withLetter = (hash: number, letter: number): number => Math.imul(hash, 31) + letter;
/** Only few of its bits are looked at: all shall count. */
const mixed = (hash: number): number => hash ^ (hash >>> 15);

/** The two bits that a number sets in one place of the table: one would be set by chance too often for patterns with long lists of words. */
const bitsOf = (feature: number): number => (1 << (feature & 31)) | (1 << ((feature >>> 5) & 31));

/** The number of a whole word in lower case. */
export const featureOfWord = (word: string): number => mixed(Math.imul(hashOf(word, word.length), WHOLE));

/** The number of two words, by their own numbers, that only a gap parts. */
export const featureOfPair = (first: number, second: number): number => mixed(Math.imul(first, FIRST_OF_PAIR) + second);

/** The number of the beginning of a word in lower case, two letters at least. */
export const featureOfBeginning = (beginning: string): number => mixed(hashOf(beginning, Math.min(beginning.length, LONGEST_BEGINNING)));

/** The number of a character that is no letter, given as a code unit; all digits have the same. */
export const featureOfCharacter = (unit: number): number => mixed(Math.imul(unit >= 0x30 && unit <= 0x39 ? 0x30 : unit, CHARACTER));

/** The number of two capitals side by side. */
export const TWO_CAPITALS = featureOfCharacter(0x41);

function hashOf(word: string, letters: number): number {
  let hash = 0;
  for (let index = 0; index < letters; index++) hash = withLetter(hash, word.charCodeAt(index) - 0x60);
  return hash;
}

/** The texts of one block are looked at by one rule after another: so many texts are remembered. */
const PLACES = 256;
/** Of 32 bits each: one bit in 15 or so is set. */
const MOST_NUMBERS = 512;
const MOST_OF_BLOCK = 4096;
/** Longer texts hold nearly everything. */
const LONGEST_TEXT = 20_000;
const LONGEST_BLOCK = 100_000;

/** What a text holds, and more. */
export class Features {
  #text = '';
  #bits = new Int32Array(16);
  #last = 0;

  isOf(text: string): boolean {
    return this.#text === text;
  }

  /** Whether the text may have the feature; false is certain. */
  has(feature: number): boolean {
    const own = bitsOf(feature);
    return (this.#bits[(feature >>> 10) & this.#last]! & own) === own;
  }

  read(text: string): void {
    this.#text = text;
    if (this.#begin(text.length, MOST_NUMBERS, LONGEST_TEXT)) this.#add(text);
  }

  /** Reads all texts of a block together. */
  readAll(units: readonly { readonly text: string }[]): void {
    let length = 0;
    for (const { text } of units) length += text.length;
    if (this.#begin(length, MOST_OF_BLOCK, LONGEST_BLOCK)) for (const { text } of units) this.#add(text);
  }

  /** Makes room; false where the text is too long, and then it may hold everything. */
  #begin(length: number, mostNumbers: number, longest: number): boolean {
    let size = 16;
    while (size < mostNumbers && size < length) size *= 2;
    if (size > this.#bits.length) this.#bits = new Int32Array(size);
    this.#bits.fill(length > longest ? -1 : 0, 0, size);
    this.#last = size - 1;
    return length <= longest;
  }

  #add(text: string): void {
    const bits = this.#bits;
    const last = this.#last;
    let letters = 0;
    let hash = 0;
    let before = 0;
    let afterCapital = false;
    for (let index = 0; index <= text.length; index++) {
      const unit = index < text.length ? text.charCodeAt(index) : 0x20;
      const lower = unit | 0x20;
      let feature: number;
      if (lower >= 0x61 && lower <= 0x7a) {
        hash = withLetter(hash, lower - 0x60);
        if (unit === lower) afterCapital = false;
        else {
          if (afterCapital) bits[(TWO_CAPITALS >>> 10) & last]! |= bitsOf(TWO_CAPITALS);
          afterCapital = true;
        }
        if (++letters === 1 || letters > LONGEST_BEGINNING) continue;
        feature = mixed(hash);
      } else {
        if (letters > 0) {
          const word = mixed(Math.imul(hash, WHOLE));
          bits[(word >>> 10) & last]! |= bitsOf(word);
          const pair = featureOfPair(before, word);
          bits[(pair >>> 10) & last]! |= bitsOf(pair);
          before = word;
          letters = 0;
          hash = 0;
        }
        if (unit === 0x20) {
          afterCapital = false;
          continue;
        }
        // Other alphabets have capitals as well.
        const foreign = unit >= 0xc0 && (unit < 0x2000 || unit >= 0x2100);
        if (foreign && afterCapital) bits[(TWO_CAPITALS >>> 10) & last]! |= bitsOf(TWO_CAPITALS);
        afterCapital = foreign;
        // The long s and the sign for kelvin can stand for English letters where case does not count.
        if (unit === 0x17f || unit === 0x212a) {
          bits.fill(-1);
          return;
        }
        feature = featureOfCharacter(unit);
      }
      bits[(feature >>> 10) & last]! |= bitsOf(feature);
    }
  }
}

const remembered: Features[] = [];
for (let place = 0; place < PLACES; place++) remembered.push(new Features());

/** What a text holds: to be asked at once, as the object is used again for other texts. */
export function featuresOf(text: string): Features {
  const { length } = text;
  const features = remembered[length === 0 ? 0 : (length * 31 + text.charCodeAt(length >> 1) * 7 + text.charCodeAt(length - 1)) % PLACES]!;
  if (!features.isOf(text)) features.read(text);
  return features;
}

const ofBlock = new Features();
let units: readonly { readonly text: string }[] | null = null;

/** What all texts of a block hold together. One block after another is looked at by all rules. */
export function featuresOfAll(texts: readonly { readonly text: string }[]): Features {
  if (texts.length === 1) return featuresOf(texts[0]!.text);
  if (units !== texts) {
    ofBlock.readAll(texts);
    units = texts;
  }
  return ofBlock;
}
