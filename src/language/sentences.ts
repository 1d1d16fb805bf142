import type { Span } from '../text/span.js';
import { matchesOf } from '../text/matches.js';

/** A sentence of a text: text[start, end), trimmed. */
export interface Sentence extends Span {
  readonly text: string;
}

const ABBREVIATION = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|e\.g|i\.e|cf|approx|Rd|Ln|Ave|[A-Z])$/;

function sentenceBetween(text: string, start: number, end: number): Sentence | null {
  const untrimmed = text.slice(start, end);
  const sentence = untrimmed.trim();
  const from = start + untrimmed.length - untrimmed.trimStart().length;
  return sentence === '' ? null : { start: from, end: from + sentence.length, text: sentence };
}

export function splitSentences(text: string): readonly Sentence[] {
  const only = sentenceBetween(text, 0, text.length);
  if (!only) return [];
  const ends = matchesOf(text, /[.!?][’”"')\]]{0,3}(?=\s)|\n(?=\s{0,3}(?:[•◼▪–-]|\d{1,3}[.)]|\p{Lu}))/gu);
  if (ends.length === 0) return [only];
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const sentence = sentenceBetween(text, start, end);
    if (sentence) sentences.push(sentence);
    start = end;
  };
  for (const match of ends) {
    const end = match.index + match[0].length;
    if (match[0] !== '\n') {
      if (match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
      const rest = text.slice(end, end + 12);
      // A sentence starts with a capital, a digit, a quotation mark or a bullet.
      if (!/^\s+[\p{Lu}\d“‘"'(•◼▪[–]/u.test(rest)) continue;
    }
    push(end);
  }
  push(text.length);
  return sentences;
}

/** Words of a text: runs of letters and digits with inner apostrophes and hyphens; a date or a number with points or commas is one. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}]+(?:(?:[’'-]|(?<=\p{N})[.,/](?=\p{N}))[\p{L}\p{N}]+)*/gu) ?? [];
