import { largest } from '../../text/lists.js';
import { matchesOf, quick } from '../../document/index.js';
import { type Token } from './_acronyms.js';

/** A place that says, or tries to say, what letters stand for. */
export interface Introduction {
  readonly letters: string;
  /** Range of the letters, plural s included. */
  readonly from: number;
  readonly to: number;
  /** 'yields': the words give the letters. 'gloss': letters in brackets after words that do not give them. 'glossary': an entry of a list or table. */
  readonly sort: 'yields' | 'gloss' | 'glossary' | 'bare';
  /** Range of the words; null for a gloss. */
  readonly words: readonly [from: number, to: number] | null;
  /** End of the brackets, or of the letters. */
  readonly end: number;
  /** Nothing but the letters stands in the brackets. */
  readonly alone: boolean;
  /** The words are a name ("Kestrelshire Parent Carer Forum"), which may be given in full again. */
  readonly named: boolean;
  /** The bracket that somebody forgot. */
  readonly missing?: '(' | ')';
}

const SMALL = new Set([
  'and',
  'of',
  'the',
  'for',
  'to',
  'in',
  'with',
  'or',
  'on',
  'a',
  'an',
  'at',
  'by',
  'from',
  'other',
  'than',
  'around',
  'as',
  'into',
  'its',
  'their',
  'who',
  'that',
  'which',
  'are',
  'is',
  '&',
]);

export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words of text[from, to), hyphenated ones in parts. */
export function wordsBetween(text: string, from: number, to: number): Word[] {
  return matchesOf(text.slice(from, to), /[\p{L}\p{N}’']+|&/gu).map((match) => ({
    text: match[0].toLowerCase().replace(/[’']s?$/, ''),
    from: from + match.index,
    to: from + match.index + match[0].length,
  }));
}

/** Longest run of words before its letters that is looked at. */
const REACH = 14;

/**
 * The last words of a list that yield the letters: each letter begins a word or follows inside the word that the letter
 * before it began. Small words may be left out, and up to `slack` others: at the end ("education, health and care plans (EHC)"),
 * with small words before it ("Delivering Better Value in SEND (DBV)"), or anywhere when there are more than three letters
 * ("educated in settings other than at school (EOTAS)").
 * Returns the index of the first word, or -1.
 */
export function yieldsFrom(letters: string, words: readonly Word[], slack = 1): number {
  const wanted = letters.toLowerCase();
  const first = Math.max(0, words.length - REACH);
  const failed = new Set<number>();
  const match = (left: number, at: number, skips: number): number => {
    if (left === 0) return at;
    if (at <= first) return -1;
    const key = (left * 32 + (at - first)) * 4 + skips;
    if (failed.has(key)) return -1;
    const word = words[at - 1]!.text;
    // Let the word give its first letter and as many of the following ones as it holds, in order; fewest first.
    for (let count = 1; count <= left; count++) {
      const part = wanted.slice(left - count, left);
      if (!contains(word, part)) continue;
      const start = match(left - count, at - 1, skips);
      if (start >= 0) return start;
    }
    if (SMALL.has(word) && (left < wanted.length || skips > 0)) {
      const start = match(left, at - 1, skips);
      if (start >= 0) return start;
    } else if ((left === wanted.length || wanted.length > 3) && skips < slack) {
      const start = match(left, at - 1, skips + 1);
      if (start >= 0) return start;
    }
    failed.add(key);
    return -1;
  };
  const start = match(wanted.length, words.length, 0);
  // One word can yield two letters ("neurodevelopmental"), but three letters need two words.
  return start >= 0 && words.length - start >= Math.min(2, Math.ceil(wanted.length / 3)) ? start : -1;
}

/** Whether a word begins with the first letter and holds the others in order. */
function contains(word: string, letters: string): boolean {
  if (word[0] !== letters[0]) return false;
  let at = 1;
  for (let index = 1; index < letters.length; index++) {
    at = word.indexOf(letters[index]!, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export const SIDE_BY_SIDE = /\p{Lu}\p{L}*\p{Lu}/u;

/** Start of the clause that ends at `at`, so that words of the sentence before do not count; a closed bracket is part of it. */
export function clauseStart(text: string, at: number): number {
  const window = text.slice(Math.max(0, at - 220), at).replace(/\([^()]{0,60}\)/g, (bracket) => ' '.repeat(bracket.length));
  const stop = /[.;:!?\n(–—|](?=[^.;:!?\n(–—|]*$)/.exec(window);
  return at - window.length + (stop ? stop.index + 1 : 0);
}

const LEAD = /^[([](?:(?:the|or|also|formerly|known as|also known as|referred to as|abbreviated to|hereafter|i\.e\.)[ ,]+)*[‘“"']?/i;

const LINK = quick(
  /(?:,? (?:also |otherwise |commonly |better )?(?:known|referred to|abbreviated|shortened) (?:as|to)|,? or|,? called|,? hereafter|,? named) (?:the )?[‘“"']?$/,
);

const IN_TITLE_CASE = /^\p{Lu}\S* (?:\S+ )*\p{Lu}/u;

/** More letters than that do not stand in one bracket. */
const NEIGHBOURS = 40;

export function introductionsOf(text: string, tokens: readonly Token[]): Introduction[] {
  const introductions: Introduction[] = [];
  const add = (
    token: Token,
    sort: Introduction['sort'],
    words: Introduction['words'],
    end: number,
    alone: boolean,
    missing?: Introduction['missing'],
  ): void => {
    const named = words !== null && IN_TITLE_CASE.test(text.slice(words[0], words[1]));
    introductions.push({
      letters: token.letters,
      from: token.from,
      to: token.to,
      sort,
      words,
      end,
      alone,
      named,
      ...(missing ? { missing } : {}),
    });
  };
  const range = (words: readonly Word[], start: number): readonly [number, number] => [words[start]!.from, words.at(-1)!.to];
  const mayLink = LINK.mayMatch(text);
  for (const [index, token] of tokens.entries()) {
    const neighbours = (): readonly Token[] => tokens.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS);
    const near = text.slice(Math.max(0, token.from - 39), token.from);
    const inNear = Math.max(near.lastIndexOf('('), near.lastIndexOf('['));
    const open = token.from - near.length + inNear;
    const closed = inNear >= 0 && !/[)\]]/.test(text.slice(open, token.from));
    if (closed && LEAD.exec(text.slice(open, token.from))?.[0].length === token.from - open) {
      const close = text.slice(token.to, token.to + 160).search(/[)\]]/);
      const end = close < 0 ? token.to : token.to + close + 1;
      const rest = text.slice(token.to, end);
      const words = wordsBetween(text, clauseStart(text, open), open);
      const start = yieldsFrom(token.letters, words);
      // "child and adolescent mental health (CAMHS) services": the last letter's word comes after
      const following = /^ [\p{L}-]+/u.exec(text.slice(end, end + 30))?.[0] ?? '';
      const around =
        start < 0 && following ? yieldsFrom(token.letters, [...words, ...wordsBetween(following, 0, following.length)], 0) : -1;
      if (around >= 0 && around < words.length) {
        add(token, 'yields', range(words, around), end, false);
        continue;
      }
      const alone = /^[’”"']?[)\]]$/.test(rest);
      // "the Care Quality Commission (CQC ask": another bracket opens, or the sentence ends, before this one closes
      const after = text.slice(token.to, token.to + 600);
      if (start >= 0 && (/^ \p{Ll}[^()[\]]*?(?:[([]|[.!?](?:\s|$)|$)/u.test(after) || /^[.,;] [^()[\]]*(?:[([]|$)/u.test(after))) {
        add(token, 'yields', range(words, start), token.to, true, ')');
        continue;
      }
      if (start >= 0) {
        add(token, 'yields', range(words, start), end, alone);
        continue;
      }
      // "(WPCC, Wiltshire’s parent carer forum)", "(DPCC: Dorset Parent Carer Council)"
      if (/^[’”"']?[,:–—-]? ?\p{L}/u.test(rest) && /^[’”"']?(?:[,:]| [–—-]|$)/.test(rest)) {
        add(token, 'yields', [token.to, end], end, false);
        continue;
      }
      if (alone) {
        add(token, 'gloss', null, end, true);
        continue;
      }
    }
    // "designated clinical officer/designated medical officer (DCO/DMO)"
    const several = closed ? /^[([](?:\p{L}{2,10}(?:\/| and | or |, | & ))+\p{L}{2,10}[)\]]/u.exec(text.slice(open, open + 60)) : null;
    if (
      several &&
      neighbours().filter(({ from, to }) => from > open && to < open + several[0].length).length ===
        several[0].match(/\p{L}+/gu)!.filter((part) => !SMALL.has(part)).length
    ) {
      const words = wordsBetween(text, clauseStart(text, open), open);
      const end = open + several[0].length;
      const cut = words.findIndex((_, count) => yieldsFrom(token.letters, words.slice(0, count + 1), 0) >= 0);
      if (cut >= 0) {
        add(token, 'yields', range(words.slice(0, cut + 1), yieldsFrom(token.letters, words.slice(0, cut + 1), 0)), end, false);
        continue;
      }
      // "the designated clinical and medical officers (DCO and DMO)"
      if (isAmong(token.letters, words)) {
        add(token, 'gloss', null, end, false);
        continue;
      }
    }
    // "Kestrelshire Integrated Care Board (Kestrelshire ICB)", "(KWH ICB)", "(area SENCos)": part of a short name
    if (closed) {
      const inside = text.slice(open + 1, token.to + 12).split(/[)\]]/)[0]!;
      if (inside.length < 40 && /^[\p{L}’' ]+$/u.test(inside)) {
        const words = wordsBetween(text, clauseStart(text, open), open);
        const joined = neighbours()
          .filter(({ from }) => from >= token.from && from < open + 1 + inside.length)
          .map(({ letters }) => letters)
          .join('');
        // "NHS Kestrelshire Moor Integrated Care (NHS KM)": the short name may leave out the last words.
        const start = largest([
          yieldsFrom(token.letters, words, 0),
          yieldsFrom(joined, words, 0),
          ...[1, 2, 3].map((left) => yieldsFrom(token.letters, words.slice(0, -left), 0)),
        ]);
        if (start >= 0) {
          add(token, 'yields', range(words, start), token.to, false);
          continue;
        }
        const companions = neighbours().filter(
          (other) => other !== token && other.from > open && other.to <= open + 1 + inside.length + 12,
        );
        if (companions.some((other) => yieldsFrom(other.letters, words, 0) >= 0)) {
          add(token, 'gloss', null, token.to, false);
          continue;
        }
      }
    }
    // "ADHD (attention deficit hyperactivity disorder)"
    const bracket = /^[’”"']? [([]([^()[\]]{4,140})[)\]]/.exec(text.slice(token.to, token.to + 150));
    if (bracket) {
      const from = token.to + bracket[0].indexOf(bracket[1]!);
      const words = wordsBetween(text, from, from + bracket[1]!.length);
      if (glossYields(token.letters, words)) {
        add(token, 'yields', [from, from + bracket[1]!.length], token.to + bracket[0].length, false);
        continue;
      }
    }
    // "KEST, the Kestrelshire education support team,"
    const aside = /^, (?:the |an? )?([^,.;:()]{8,100})[,.;)]/.exec(text.slice(token.to, token.to + 120));
    if (aside) {
      const from = token.to + aside[0].indexOf(aside[1]!);
      if (glossYields(token.letters, wordsBetween(text, from, from + aside[1]!.length))) {
        add(token, 'yields', [from, from + aside[1]!.length], token.to + aside[0].length - 1, false);
        continue;
      }
    }
    // "the special educational needs … service, known as SENDIASS"
    const link = mayLink ? LINK.pattern.exec(text.slice(Math.max(0, token.from - 40), token.from)) : null;
    if (link) {
      const before = token.from - link[0].length;
      const words = wordsBetween(text, clauseStart(text, before), before);
      const start = yieldsFrom(token.letters, words, 0);
      if (start >= 0) {
        add(token, 'yields', range(words, start), token.to, false);
        continue;
      }
      if (/known|called|named|referred/.test(link[0])) {
        add(token, 'gloss', null, token.to, false);
        continue;
      }
    }
    // Entry of a glossary: "AP: alternative provision"
    if (token.from <= 4 && /^[\s•*‘“"]{0,4}$/.test(text.slice(0, token.from))) {
      const entry = /^[’”"']?(?:\s{0,2}[:–—-]\s{0,2}|\s(?:means|stands for|is short for|refers to)\s)/.exec(
        text.slice(token.to, token.to + 20),
      );
      if (entry) {
        const from = token.to + entry[0].length;
        const words = wordsBetween(text, from, Math.min(text.length, from + 160));
        if (glossYields(token.letters, words)) {
          add(token, 'glossary', null, token.to, false);
          continue;
        }
      }
    }
    // "the Care Quality Commission CQC)"
    if (text[token.to] === ')' && text[token.from - 1] === ' ' && !isBracketed(text, token.from)) {
      const words = wordsBetween(text, clauseStart(text, token.from), token.from);
      const start = yieldsFrom(token.letters, words, 0);
      if (start >= 0) {
        add(token, 'yields', range(words, start), token.to + 1, true, '(');
        continue;
      }
    }
    // Words, then the letters without brackets: "child and adolescent mental health services CAMHS"
    if (token.letters.length >= 3 && text[token.from - 1] === ' ' && mayEndWords(text, token)) {
      const words = wordsBetween(text, clauseStart(text, token.from), token.from);
      const start = text[token.from - 2] === ',' || words.at(-1)?.to !== token.from - 1 ? -1 : yieldsFrom(token.letters, words, 0);
      if (
        start >= 0 &&
        [...words.slice(start)].filter(({ text: word }) => !SMALL.has(word)).length >= Math.min(3, token.letters.length) &&
        !words.slice(start).some(({ text: word }) => word === token.letters.toLowerCase())
      ) {
        add(token, 'bare', range(words, start), token.to, false);
      }
    }
  }
  return introductions;
}

/** Whether the word before letters begins with one of them, as the last word must that they stand for. */
function mayEndWords(text: string, { letters, from }: Token): boolean {
  let start = from - 1;
  while (start > 0 && /[\p{L}\p{N}’']/u.test(text[start - 1]!)) start--;
  return letters.toLowerCase().includes(text[start]!.toLowerCase());
}

/** One that closes later was never meant to. */
const LONGEST_BRACKET = 1000;

/** Whether a bracket is open at text[at]. */
function isBracketed(text: string, at: number): boolean {
  let depth = 0;
  for (let index = Math.max(0, at - LONGEST_BRACKET); index < at; index++)
    depth = Math.max(0, depth + (text[index] === '(' ? 1 : text[index] === ')' ? -1 : 0));
  return depth > 0;
}

/** Whether the letters begin some of the words, in their order. */
function isAmong(letters: string, words: readonly Word[]): boolean {
  let at = 0;
  for (const { text } of words) if (text[0] === letters[at]?.toLowerCase()) at++;
  return at === letters.length;
}

/** Whether the first words of a list yield the letters. */
export function glossYields(letters: string, words: readonly Word[]): boolean {
  for (let count = Math.min(words.length, REACH); count > 0; count--) {
    if (yieldsFrom(letters, words.slice(0, count), 0) === 0) return true;
    if (count > 1 && /^(?:the|a|an)$/.test(words[0]!.text) && yieldsFrom(letters, words.slice(1, count), 0) === 0) return true;
  }
  return false;
}

/** “ACE Schools”: letters that begin the name of a place. */
export const NAME_GOES_ON = /^ (?:Academ(?:y|ies)|Schools?|Colleges?|Trust|Centre|Hub|House|Programme)\b/;
