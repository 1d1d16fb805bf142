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

/**
 * Replaces every term in a text, the longest first. Terms are found by the run of letters or digits that they begin with, so that the
 * work grows with the text and not with the number of terms; one without any letter or digit is never found.
 */
export function replaceTerms(terms: Iterable<Term>, replacement: string): (text: string) => string {
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
    return behind === 0 ? text : result + text.slice(behind);
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
