import { matchesOf } from '../text/matches.js';

/** A value to look for. A `word` counts only where no letter touches it. */
export interface Term {
  readonly text: string;
  readonly word: boolean;
}

interface Listed extends Term {
  /** What stands in it before its first run of letters or digits. */
  readonly lead: number;
}

const RUN = /[\p{L}\p{N}]+/gu;
const LETTER = /\p{L}/u;

/** Of a value that a message cut short, so much still gives it away. In UTF-16 units; a name is shorter. */
const TELLING = 5;
const TELLING_NAME = 3;

/** Replaces what is left of terms before the ellipsis that they were cut short with. Terms are found by their first three units. */
function replaceCut(terms: readonly Term[], replacement: string): (text: string) => string {
  const byStart = new Map<string, Term[]>();
  let longest = 0;
  for (const term of terms) {
    const start = term.text.slice(0, TELLING_NAME);
    const list = byStart.get(start);
    if (list) list.push(term);
    else byStart.set(start, [term]);
    longest = Math.max(longest, term.text.length);
  }
  return (text) => {
    let result = '';
    let behind = 0;
    for (let end = text.indexOf('…'); end >= 0; end = text.indexOf('…', end + 1)) {
      for (let from = Math.max(behind, end - longest); from <= end - TELLING_NAME; from++) {
        const left = text.slice(from, end);
        const isLeft = ({ text: value, word }: Term): boolean =>
          left.length >= (word ? TELLING_NAME : TELLING) && value.startsWith(left) && !(word && LETTER.test(text[from - 1] ?? ' '));
        if (!byStart.get(left.slice(0, TELLING_NAME))?.some(isLeft)) continue;
        result += text.slice(behind, from) + replacement;
        behind = end;
        break;
      }
    }
    return behind === 0 ? text : result + text.slice(behind);
  };
}

/**
 * Replaces every term in a text, the longest first, also where the text was cut short within one. Terms are found by the run of letters or digits that they begin with, so that the
 * work grows with the text and not with the number of terms; one without any letter or digit is never found.
 */
export function replaceTerms(terms: readonly Term[], replacement: string): (text: string) => string {
  const byRun = new Map<string, Listed[]>();
  for (const term of terms) {
    const first = matchesOf(term.text, RUN)[0];
    if (!first) continue;
    const listed = { ...term, lead: first.index };
    const list = byRun.get(first[0]);
    if (list) list.push(listed);
    else byRun.set(first[0], [listed]);
  }
  if (byRun.size === 0) return (text) => text;
  for (const list of byRun.values()) list.sort((a, b) => b.text.length - a.text.length);
  const replaceLeft = replaceCut(terms, replacement);
  const lengths = [...new Set([...byRun.keys()].map((run) => run.length))].sort((a, b) => b - a);

  return (text) => {
    let result = '';
    let behind = 0;
    for (const run of matchesOf(text, RUN)) {
      const found = at(text, run.index, run[0], behind);
      if (!found) continue;
      result += text.slice(behind, found.from) + replacement;
      behind = found.to;
    }
    return replaceLeft(behind === 0 ? text : result + text.slice(behind));
  };

  function at(text: string, index: number, run: string, behind: number): { from: number; to: number } | null {
    // A value may end within a run ("12 May 2014th"), and its last run be its first.
    for (const length of lengths) {
      if (length > run.length) continue;
      for (const { text: value, word, lead } of byRun.get(run.slice(0, length)) ?? []) {
        const from = index - lead;
        const to = from + value.length;
        if (from < behind || !text.startsWith(value, from)) continue;
        if (word && (LETTER.test(text[from - 1] ?? ' ') || LETTER.test(text[to] ?? ' '))) continue;
        return { from, to };
      }
    }
    return null;
  }
}
