import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { openDocument } from '../document/index.js';
import { maskOf } from '../privacy/mask.js';
import type { FileResult } from './checker.js';
import { UsageError } from './errors.js';
import { cannotWrite, writeWhole } from './files.js';

/*
 * Findings that were known when a baseline was written: by file, rule and the words that they mark, not by line, so that they stay known
 * while a document changes around them. What is new is told; so is one more of the same.
 */

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(z.strictObject({ path: z.string(), rule: z.string(), words: z.string(), count: z.int().min(1) })),
});
type BaselineFile = z.infer<typeof schema>;

/** In bytes. */
const LARGEST = 20 * 1024 * 1024;
/** Of the words that a finding marks, in characters. */
const LONGEST = 120;

const keyOf = (path: string, rule: string, words: string): string => JSON.stringify([path, rule, words]);

/** How often each finding is known. Throws a `UsageError` for a file that is no baseline. */
export function readBaseline(path: string, shown: string): ReadonlyMap<string, number> {
  let given: unknown;
  try {
    if (!statSync(path).isFile() || statSync(path).size > LARGEST) throw new Error('too large');
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError(`${shown} cannot be read as a baseline; write one with --write-baseline ${shown}`);
  }
  const { success, data } = schema.safeParse(given);
  if (!success) throw new UsageError(`${shown} is no baseline of this version; write one with --write-baseline ${shown}`);
  return new Map(data.findings.map(({ path: file, rule, words, count }) => [keyOf(file, rule, words), count]));
}

/** The words of each finding of a file, without anybody's data. */
function wordsIn(result: FileResult, text: string): readonly string[] {
  const mask = maskOf(openDocument(text, { path: result.path, ...(result.kind ? { kind: result.kind } : {}) }));
  return result.findings.map(({ start, end }) => mask(text.slice(start.offset, end.offset)).replace(/\s+/g, ' ').trim().slice(0, LONGEST));
}

/** A result without the findings that are known; `left` counts down what is. */
export function newFindings(result: FileResult, text: string, left: Map<string, number>): FileResult {
  const words = wordsIn(result, text);
  const isNew = result.findings.map(({ rule }, index) => {
    const key = keyOf(result.path, rule, words[index]!);
    const known = left.get(key) ?? 0;
    if (known > 0) left.set(key, known - 1);
    return known === 0;
  });
  const findings = result.findings.filter((_, index) => isNew[index]);
  return {
    ...result,
    findings,
    known: result.findings.length - findings.length,
    ...(result.places ? { places: result.places.filter((_, index) => isNew[index]) } : {}),
  };
}

/** Counts what was found, for a baseline. */
export class BaselineWriter {
  readonly #counts = new Map<string, { path: string; rule: string; words: string; count: number }>();

  add(result: FileResult, text: string): void {
    const words = wordsIn(result, text);
    result.findings.forEach(({ rule }, index) => {
      const entry = { path: result.path, rule, words: words[index]!, count: 1 };
      const key = keyOf(entry.path, rule, entry.words);
      const known = this.#counts.get(key);
      if (known) known.count++;
      else this.#counts.set(key, entry);
    });
  }

  /** Throws a `UsageError` where the file cannot be written. Returns how many findings it holds. */
  write(path: string, shown: string): number {
    const findings = [...this.#counts.values()].sort((a, b) => (keyOf(a.path, a.rule, a.words) < keyOf(b.path, b.rule, b.words) ? -1 : 1));
    const file: BaselineFile = { version: 1, findings };
    try {
      writeWhole(path, `${JSON.stringify(file, null, 2)}\n`);
    } catch (error) {
      throw new UsageError(cannotWrite(shown, error));
    }
    return findings.reduce((sum, { count }) => sum + count, 0);
  }
}
