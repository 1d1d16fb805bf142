import type { TaggedSentence } from './sentence.js';

/** Whether nothing but blanks stands between a token and the next. */
export const isTied = (s: TaggedSentence, at: number): boolean =>
  /^\s+$/.test(s.text.slice(s.tokens[at]!.end, s.tokens[at + 1]?.start ?? s.tokens[at]!.end));
