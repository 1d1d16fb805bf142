/*
 * Hundreds of patterns look at every paragraph, and nearly none finds anything. Most can match only where some word stands: "sever"
 * in /\bsever (?:learning|needs)\b/. The words of a paragraph are gathered once, and a pattern whose word is missing is not run;
 * one that is never run is never compiled either, which is most of what a first check takes.
 *
 * Texts are compared by runs of English letters in lower case; everything else counts as a gap.
 */

/** Of all texts that a part of a pattern can match, written with a blank for each gap and for each border of a word: */
interface Part {
  /** every one of them, where they are few; */
  readonly exact: readonly string[] | null;
  /** words of which each holds at least one. */
  readonly words: readonly string[] | null;
}

const ANYTHING: Part = { exact: null, words: null };
const NOTHING: Part = { exact: [''], words: null };
const GAP: Part = { exact: [' '], words: null };
const MOST_EXACT = 100;
/** Beyond that only the words of the last part are looked at. */
const MOST_JOINED = 24;
const MOST_WORDS = 100;
/** Stand in too many paragraphs to tell anything. */
const COMMON: ReadonlySet<string> = new Set('a also and are as at be by can care children education families for from had has have health in is it leaders local not of on or people plan s send services support that the their them they this to was were which who with young'.split(' '));

class Unknown extends Error {}

const LETTERS: ReadonlyMap<string, Part> = new Map([...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter): [string, Part][] => [[letter, { exact: [letter], words: null }], [letter.toUpperCase(), { exact: [letter], words: null }]]));
const ONCE = [1, 1] as const;
const QUANTIFIER = /(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/y;

class PatternReader {
  #at = 0;

  constructor(private readonly source: string) {}

  read(): Part {
    const part = this.#alternatives();
    if (this.#at < this.source.length) throw new Unknown();
    return part;
  }

  #takes(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #matches(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.source);
    if (match) this.#at += match[0].length;
    return match;
  }

  #alternatives(): Part {
    const parts: Part[] = [];
    do parts.push(this.#sequence());
    while (this.#takes('|'));
    if (parts.length === 1) return parts[0]!;
    return { exact: joined(parts.map(({ exact }) => exact), MOST_EXACT), words: joined(parts.map(({ words }) => words), MOST_WORDS) };
  }

  #sequence(): Part {
    let best: readonly string[] | null = null;
    /** What the parts read since the last that could not be told match; it begins with a blank where a border went before. */
    let run: readonly string[] = [''];
    let complete = true;
    const consider = (words: readonly string[] | null): void => {
      if (words && score(words) > score(best)) best = words;
    };
    const beginRun = (atBorder: boolean): void => {
      consider(wordsOf(run));
      run = [atBorder ? ' ' : ''];
      complete = false;
    };
    while (this.#at < this.source.length && this.source[this.#at] !== '|' && this.source[this.#at] !== ')') {
      const part = this.#atom();
      const [least, most] = this.#quantifier();
      if (least > 0) consider(part.words);
      const exact = least === 0 && part.exact ? [...part.exact, ''] : part.exact;
      if (!exact || exact.length > MOST_EXACT) {
        beginRun(false);
        continue;
      }
      // A gap is as good however long it is.
      const repeats = most > 1 && part !== GAP;
      if (repeats && least === 0) {
        beginRun(run.every(endsAtBorder) && part.exact!.every(endsAtBorder));
        continue;
      }
      if (exact.length > 1 && run.length * exact.length > MOST_JOINED) beginRun(run.every(endsAtBorder));
      run = run.length * exact.length === 1 ? [run[0]! + exact[0]!] : [...new Set(run.flatMap((before) => exact.map((text) => before + text)))];
      if (repeats) beginRun(exact.every(endsAtBorder));
    }
    const exact = complete ? run : null;
    consider(wordsOf(run));
    return { exact, words: best };
  }

  #quantifier(): readonly [least: number, most: number] {
    const match = '?*+{'.includes(this.source[this.#at] ?? ' ') ? this.#matches(QUANTIFIER) : null;
    if (!match) return ONCE;
    const [, sign, least, comma, most] = match;
    if (sign) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    return [Number(least), most ? Number(most) : comma ? Infinity : Number(least)];
  }

  #atom(): Part {
    const character = this.source[this.#at++]!;
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '.':
        return ANYTHING;
      default:
        return LETTERS.get(character) ?? GAP;
    }
  }

  #group(): Part {
    const [sign] = this.#matches(/\?(?:[:=!]|<[=!]|<[^>]+>)|/y)!;
    if (sign === '' && this.source[this.#at] === '?') throw new Unknown();
    const from = this.#at;
    const inner = this.#alternatives();
    const source = this.source.slice(from, this.#at);
    if (!this.#takes(')')) throw new Unknown();
    // What stands around a match stands in the text.
    if (/\?<?=/.test(sign)) return { exact: [''], words: inner.words };
    if (/\?<?!/.test(sign)) return /^\[\\p\{L\}[^\]]*\](?:$|\|)/.test(source) ? GAP : NOTHING;
    return inner;
  }

  #class(): Part {
    const start = this.#at;
    while (this.source[this.#at] !== ']') {
      this.#at += this.source[this.#at] === '\\' ? 2 : 1;
      if (this.#at >= this.source.length) throw new Unknown();
    }
    const inside = this.source.slice(start, this.#at++);
    if (/^-?(?:[^\\^A-Za-z-]|\\[snrtd]|\d-\d)+-?$/.test(inside)) return GAP;
    return /^[A-Za-z]{1,4}$/.test(inside) ? { exact: [...new Set(inside.toLowerCase())], words: null } : ANYTHING;
  }

  #escape(): Part {
    if (this.#matches(/[bsdWnrtfv]|u00[aA]0|[^\w\s]/y)) return GAP;
    if (this.#takes('B')) return NOTHING;
    if (this.#matches(/[pP]\{[^}]*\}|k<[^>]*>|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[DwS1-9]/y)) return ANYTHING;
    throw new Unknown();
  }
}

const endsAtBorder = (text: string): boolean => text.endsWith(' ');
const BORDERED = / [a-z]+ /;

/** As few words with a border on both sides as cover all texts; null where a text has none. */
function wordsOf(texts: readonly string[]): readonly string[] | null {
  if (!texts.every((text) => BORDERED.test(text))) return null;
  const all = texts.map((text) => new Set(text.split(' ').slice(1, -1).filter(Boolean)));
  let open = all;
  let found: string[] = [];
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const words of open) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + (COMMON.has(word) ? 0.1 : 1));
    let best: string | null = null;
    for (const [word, count] of counts) if (best === null || count > counts.get(best)! || (count === counts.get(best)! && word.length > best.length)) best = word;
    if (best === null || found.push(best) > MOST_WORDS) return null;
    open = open.filter((words) => !words.has(best));
  }
  // A word that was taken first may be needed no more.
  for (const word of [...found]) if (all.every((words) => found.some((other) => other !== word && words.has(other)))) found = found.filter((other) => other !== word);
  return found.length > 0 ? found : null;
}

/** Few words that seldom stand in a text tell most. */
const score = (words: readonly string[] | null): number => (words && words.length > 0 ? 100 - words.length - 10 * words.filter((word) => COMMON.has(word)).length + Math.min(...words.map(({ length }) => length)) : -Infinity);

function joined(lists: readonly (readonly string[] | null)[], most: number): readonly string[] | null {
  if (lists.some((list) => list === null)) return null;
  const all = [...new Set(lists.flatMap((list) => list!))];
  return all.length <= most ? all : null;
}

/** Words, in lower case, of which at least one stands in every text that the pattern matches; null where no few can be told. */
export function requiredWords(pattern: RegExp): readonly string[] | null {
  if (pattern.flags.includes('v')) return null;
  try {
    const { exact, words } = new PatternReader(pattern.source).read();
    const own = exact && wordsOf(exact);
    return score(own) > score(words) ? own : words;
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** So many texts are remembered at most. */
const MOST_TEXTS = 400;
const wordsByText = new Map<string, ReadonlySet<string>>();

/** The words of a text as patterns are compared with them. One text after another is looked at by many rules. */
function wordsIn(text: string): ReadonlySet<string> {
  let words = wordsByText.get(text);
  if (!words) {
    if (wordsByText.size >= MOST_TEXTS) wordsByText.clear();
    wordsByText.set(text, (words = new Set(text.toLowerCase().split(/[^a-z]+/))));
  }
  return words;
}

/** To read all patterns takes as long as to look through one or two reports: it pays with the next ones. */
const PAYS_AFTER = 3000;
let looks = 0;

const requiredBy = new WeakMap<RegExp, readonly string[] | null>();

/** Whether a pattern, one that is kept, may match the text of a unit; false is certain, true is not. */
export function mayMatch(text: string, pattern: RegExp): boolean {
  if (looks++ < PAYS_AFTER) return true;
  let required = requiredBy.get(pattern);
  if (required === undefined) requiredBy.set(pattern, (required = requiredWords(pattern)));
  if (required === null) return true;
  const words = wordsIn(text);
  for (const word of required) if (words.has(word)) return true;
  return false;
}

/** Tells which patterns of a list may match a text, in the list's order: one look for each word, however long the list. */
export function patternIndex<T>(list: readonly T[], patternOf: (item: T) => RegExp): (text: string) => readonly T[] {
  let always: readonly number[] = [];
  let byWord: Map<string, number[]> | null = null;
  const prepare = (): Map<string, number[]> => {
    const map = new Map<string, number[]>();
    const rest: number[] = [];
    list.forEach((item, index) => {
      const required = requiredWords(patternOf(item));
      if (!required) rest.push(index);
      for (const word of required ?? []) map.set(word, [...(map.get(word) ?? []), index]);
    });
    always = rest;
    return map;
  };
  return (text) => {
    if (looks++ < PAYS_AFTER) return list;
    byWord ??= prepare();
    let found: Set<number> | null = null;
    for (const word of wordsIn(text)) {
      const indexes = byWord.get(word);
      if (!indexes) continue;
      found ??= new Set(always);
      for (const index of indexes) found.add(index);
    }
    return (found ? [...found].sort((a, b) => a - b) : always).map((index) => list[index]!);
  };
}
