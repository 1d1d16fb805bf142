import { matchesOf } from './matches.js';
/*
 * Finds fixed wording in running text although words were dropped, added or changed: local alignment of words
 * (Smith and Waterman). A match scores 2, a different, missing or added word -1.
 */

export interface Token {
  readonly text: string;
  /** Compared form: lower case, straight apostrophe, no surrounding punctuation. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}’'/()-]*|[(][\p{L}\p{N}]+[)][’'\p{L}]*/gu;

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(text, TOKEN)) {
    tokens.push({
      text: match[0],
      key: trimEnd(match[0].toLowerCase().replace(/[’']/g, "'").replace(/[()]/g, ''), "-'/"),
      from: match.index,
      to: match.index + match[0].length,
    });
  }
  return tokens;
}

export interface Difference {
  readonly expected: string;
  readonly actual: string;
}

export interface Alignment {
  /** Range in the searched text, from the first to the last aligned word. */
  readonly from: number;
  readonly to: number;
  /** 1 when every word of the wording is there in order and nothing between them. */
  readonly score: number;
  readonly differences: readonly Difference[];
}

/** The place in `tokens` that comes closest to `wording`; null when nothing reaches `least` (0 to 1). */
export function align(wording: readonly Token[], tokens: readonly Token[], least: number): Alignment | null {
  const rows = wording.length;
  const columns = tokens.length;
  if (rows === 0 || columns === 0) return null;
  const width = columns + 1;
  const scores = new Int16Array((rows + 1) * width);
  let best = 0;
  let bestAt = 0;
  for (let row = 1; row <= rows; row++) {
    const key = wording[row - 1]!.key;
    for (let column = 1; column <= columns; column++) {
      const at = row * width + column;
      const diagonal = scores[at - width - 1]! + (tokens[column - 1]!.key === key ? 2 : -1);
      const score = Math.max(0, diagonal, scores[at - width]! - 1, scores[at - 1]! - 1);
      scores[at] = score;
      if (score > best) {
        best = score;
        bestAt = at;
      }
    }
  }
  if (best / (2 * rows) < least) return null;

  let at = bestAt;
  const lastRow = Math.floor(bestAt / width);
  const last = bestAt % width;
  let first = last;
  let firstRow = lastRow;
  const steps: { expected: Token | null; actual: Token | null }[] = [];
  while (at > 0 && scores[at]! > 0) {
    const row = Math.floor(at / width);
    const column = at % width;
    if (row === 0 || column === 0) break;
    const score = scores[at]!;
    const same = tokens[column - 1]!.key === wording[row - 1]!.key;
    if (score === scores[at - width - 1]! + (same ? 2 : -1)) {
      if (!same) steps.push({ expected: wording[row - 1]!, actual: tokens[column - 1]! });
      else steps.push({ expected: null, actual: null });
      first = column;
      firstRow = row;
      at -= width + 1;
    } else if (score === scores[at - width]! - 1) {
      steps.push({ expected: wording[row - 1]!, actual: null });
      at -= width;
    } else {
      steps.push({ expected: null, actual: tokens[column - 1]! });
      at -= 1;
    }
  }
  steps.reverse();

  const differences: Difference[] = [];
  const missingBefore = wording.slice(0, firstRow - 1).map((token) => token.text);
  if (missingBefore.length > 0) differences.push({ expected: missingBefore.join(' '), actual: '' });
  let expected: string[] = [];
  let actual: string[] = [];
  const flush = (): void => {
    if (expected.length > 0 || actual.length > 0) differences.push({ expected: expected.join(' '), actual: actual.join(' ') });
    expected = [];
    actual = [];
  };
  for (const step of steps) {
    if (!step.expected && !step.actual) flush();
    if (step.expected) expected.push(step.expected.text);
    if (step.actual) actual.push(step.actual.text);
  }
  flush();
  const missingAfter = wording.slice(lastRow).map((token) => token.text);
  if (missingAfter.length > 0) differences.push({ expected: missingAfter.join(' '), actual: '' });

  return { from: tokens[first - 1]!.from, to: tokens[last - 1]!.to, score: best / (2 * rows), differences };
}

/** Text with curly and straight quotes, non-breaking spaces and runs of white space made alike. */
export const normaliseText = (text: string): string =>
  text
    .replace(/[‘’]/g, '’')
    .replace(/'/g, '’')
    .replace(/[“”]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** The text without the given characters at its end. */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
