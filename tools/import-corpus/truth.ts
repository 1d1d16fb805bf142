// What a folder's truth.json says of each document beside its words: what must be said of it, and what must be refused.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkText } from '../../src/check/index.js';
import { importDocument, ImportError, type ImportResult } from '../../src/convert/import/index.js';
import { TODAY } from '../../test/corpus/corpus.js';

export interface Truth {
  readonly path: string;
  /** Relative to the folder; null for what must be refused. */
  readonly from: string | null;
  readonly error: string | null;
  readonly optional: boolean;
  readonly facts?: Record<string, unknown>;
  readonly comments: readonly { author: string | null; text: string; on: string; replyTo?: number; resolved?: boolean }[];
  readonly insertions: readonly unknown[];
  readonly deletions: readonly unknown[];
  readonly moved?: readonly unknown[];
  readonly mustWarn: readonly { code: string; text: string }[];
  readonly mustContain: readonly string[];
  readonly mustNotContain: readonly string[];
  readonly images?: readonly { alt: string | null }[];
  readonly drawings?: readonly (readonly string[])[];
}

export function readTruth(folder: string): readonly Truth[] {
  const path = join(folder, 'truth.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Truth[]) : [];
}

const wordsOnly = (text: string): string => text.replace(/<br>/g, ' ').replace(/\s+/g, ' ');

/** Findings of a text by rule and the words that they stand on, so that they can be compared with those of another. */
function findingsOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule, start, end } of checkText(text, { today: TODAY, path: 'document.md' }).findings) {
    const key = `${rule}: ${wordsOnly(text.slice(start.offset, Math.min(end.offset, start.offset + 80)))}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** Findings on an imported text that its Markdown does not have: what the import itself made wrong. */
export function findingsMade(actual: string, expected: string): string[] {
  const known = findingsOf(expected);
  return [...findingsOf(actual)].filter(([key, count]) => count > (known.get(key) ?? 0)).map(([key]) => key);
}

/** What of the truth beside the words does not hold, a line each. */
export function otherDifferences(result: ImportResult, truth: Truth): string[] {
  const { markdown, warnings, comments, changes } = result;
  const lines: string[] = [];
  const plain = wordsOnly(markdown);
  for (const text of truth.mustContain) if (!plain.includes(wordsOnly(text))) lines.push(`left out: ${text}`);
  for (const text of truth.mustNotContain) if (markdown.includes(text)) lines.push(`leaked: ${text}`);
  if (/[\ue000-\uf8ff\u00ad\u200b\ufeff]/.test(markdown)) lines.push('leaked: letters of symbol fonts or letters that are not seen');
  if (/\n{3}/.test(markdown)) lines.push('more than one empty line between blocks');
  for (const { code, text } of truth.mustWarn)
    if (!warnings.some((warning) => warning.code === code)) lines.push(`not told: ${code} (${text})`);
  for (const { alt } of truth.images ?? [])
    if (alt !== null && !plain.includes(alt)) lines.push(`description of a picture left out: ${alt}`);
  for (const words of truth.drawings ?? [])
    for (const word of words) if (!warnings.some(({ what }) => what.includes(word))) lines.push(`words of a drawing not told: ${word}`);
  truth.comments.forEach((comment, index) => {
    const { author, text, on, replyTo, resolved = false } = comments[index] ?? { author: null, text: '', on: '' };
    const got = { author, text, on, replyTo, resolved };
    const wanted = { replyTo: undefined, resolved: false, ...comment };
    for (const key of ['author', 'text', 'on', 'replyTo', 'resolved'] as const)
      if (got[key] !== wanted[key]) lines.push(`comment ${index + 1}: ${key} is ${String(got[key])} instead of ${String(wanted[key])}`);
  });
  if (comments.length > truth.comments.length) lines.push(`${comments.length - truth.comments.length} comments too many`);
  const counts = { insertions: truth.insertions.length, deletions: truth.deletions.length, moves: truth.moved?.length ?? 0 };
  for (const kind of ['insertions', 'deletions', 'moves'] as const)
    if (changes[kind] !== counts[kind]) lines.push(`${changes[kind]} ${kind} instead of ${counts[kind]}`);
  return lines;
}

/** Tries a file that must be refused; one line that says what happened. */
export async function refusal(folder: string, truth: Truth): Promise<{ right: boolean; line: string }> {
  const bytes = new Uint8Array(readFileSync(join(folder, truth.path)));
  const start = performance.now();
  try {
    await importDocument(bytes, truth.path);
    return { right: false, line: `${truth.path}: read, instead of refused as ${truth.error}` };
  } catch (error) {
    const time = `${(performance.now() - start).toFixed(0)} ms`;
    if (!(error instanceof ImportError)) return { right: false, line: `${truth.path}: threw ${String(error)}` };
    return { right: error.code === truth.error, line: `${truth.path}: ${error.code} in ${time}. ${error.message}` };
  }
}
