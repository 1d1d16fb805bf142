import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { triedMany } from './promises.js';

/** Whether this is `npm run test:fuzz`, which also judges processor time: `npm test` must not depend on how busy a machine is. */
export const FUZZING = Boolean(process.env.FUZZ);

/** How many random texts a property is tried on: `usual` in each run of the tests, forty times as many under `npm run test:fuzz`. */
export const runs = (usual: number): number => (FUZZING ? usual * 40 : usual);

/** Where each counterexample stays that the fuzzer ever found: a JSON list of a property’s arguments. */
const FOUND = new URL('fuzz-found/', import.meta.url);

export const foundFile = (property: string): URL => new URL(`${property.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`, FOUND);

function foundBefore<T>(property: string): T[] {
  const file = foundFile(property);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T[]) : [];
}

/** Keeps a counterexample for all later runs; says what became of it. */
function keep(property: string, counterexample: unknown): string {
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(counterexample)), counterexample))
    return 'It cannot be kept as JSON: write a test for it.';
  const found = foundBefore<unknown>(property);
  if (found.some((one) => isDeepStrictEqual(one, counterexample))) return 'It is one of those that were found before.';
  mkdirSync(FOUND, { recursive: true });
  writeFileSync(foundFile(property), `${JSON.stringify([...found, counterexample], null, 2)}\n`);
  return `It is kept in ${foundFile(property).pathname.split('/').slice(-3).join('/')}.`;
}

/**
 * How a property is tried, for `fc.assert`: first with all that the fuzzer once found against it, then with `usual` random inputs (see `runs`).
 * A failure names the seed, the path and the counterexample, and `npm run test:fuzz` keeps it. `property`: what always holds, in words.
 */
export function tries<T>(property: string, usual: number): fc.Parameters<T> {
  const examples = foundBefore<T>(property);
  return {
    numRuns: runs(usual) + examples.length,
    examples,
    reporter(details) {
      triedMany(property, details.numRuns, details.failed ? 1 : 0);
      if (!details.failed) return;
      const kept = FUZZING && details.counterexample ? `\n${keep(property, details.counterexample)}` : '';
      throw new Error(`“${property}” does not hold. ${fc.defaultReportMessage(details) ?? ''}${kept}`, { cause: details.errorInstance });
    },
  };
}
