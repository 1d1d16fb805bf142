import { diffArrays } from 'diff';
import { isDeepStrictEqual } from 'node:util';
import { checkText, factsOf } from '../../src/check/index.js';
import { comparableFacts, TODAY } from '../../test/corpus/corpus.js';

/** How much of what was expected is there, as counts, so that files can be added up. */
export interface Score {
  words: { expected: number; kept: number; extra: number };
  headings: { expected: number; right: number; extra: number };
  tables: { expected: number; right: number; extra: number; cells: number; cellsRight: number };
  /** Fields of the facts. */
  facts: { expected: number; right: number };
  /** What is not as expected, a line each. */
  differences: string[];
}

/** Words as a reader sees them, without Markdown's own signs. */
export function wordsOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .filter((line) => !/^\s*(?:---|\|(?: *:?-+:? *\|)+)\s*$/.test(line))
    .map((line) => line.replace(/^\s*(?:#{1,6} |[-*+] )/, ''))
    .join('\n')
    .replace(/<br>/g, ' ')
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[|•]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

const headingsOf = (markdown: string): string[] => markdown.split('\n').filter((line) => /^#{1,6} /.test(line));

function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let table: string[][] | null = null;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) table = null;
    else if (!/^\|(?: *:?-+:? *\|)+$/.test(line)) {
      if (!table) tables.push((table = []));
      table.push(
        line
          .slice(1)
          .replace(/\|\s*$/, '')
          .split(/(?<!\\)\|/)
          .map((cell) => cell.replace(/<br>/g, ' ').replace(/\s+/g, ' ').trim()),
      );
    }
  }
  return tables;
}

/** Two lists beside each other: what both have in order, and the rest. */
function paired<T>(
  expected: readonly T[],
  actual: readonly T[],
  same: (a: T, b: T) => boolean,
): { both: number; missing: T[]; extra: T[] } {
  let both = 0;
  const missing: T[] = [];
  const extra: T[] = [];
  for (const part of diffArrays([...expected], [...actual], { comparator: same })) {
    if (part.removed) for (const value of part.value) missing.push(value);
    else if (part.added) for (const value of part.value) extra.push(value);
    else both += part.value.length;
  }
  return { both, missing, extra };
}

const sameText = (a: string, b: string): boolean => a === b;

/** The parts of a fact that the expected one tells: what it says nothing of, such as lines, may be anything. */
function asTold(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual)) return actual.map((one, index) => asTold(expected[index], one));
  if (typeof expected !== 'object' || typeof actual !== 'object' || !expected || !actual) return actual;
  return Object.fromEntries(
    Object.entries(actual)
      .filter(([key]) => key in expected)
      .map(([key, value]) => [key, asTold((expected as Record<string, unknown>)[key], value)]),
  );
}

/** What an imported document has of the Markdown that was expected; `facts` are those that it must yield, where they are known. */
export function score(actual: string, expected: string, facts: Record<string, unknown> | undefined): Score {
  const differences: string[] = [];
  const [wanted, got] = [wordsOf(expected), wordsOf(actual)];
  const words = paired(wanted, got, sameText);
  let place = 0;
  for (const part of diffArrays(wanted, got)) {
    if (part.removed)
      differences.push(
        `words missing after “${wanted.slice(Math.max(0, place - 4), place).join(' ')}”: ${part.value.join(' ').slice(0, 200)}`,
      );
    if (part.added)
      differences.push(
        `words too many after “${wanted.slice(Math.max(0, place - 4), place).join(' ')}”: ${part.value.join(' ').slice(0, 200)}`,
      );
    if (!part.added) place += part.value.length;
  }
  const [wantedHeads, heads] = [headingsOf(expected), headingsOf(actual)];
  const headings = paired(wantedHeads, heads, sameText);
  for (const text of headings.missing) differences.push(`heading missing: ${text}`);
  for (const text of headings.extra) differences.push(`heading too many: ${text}`);

  const [wantedTables, tables] = [tablesOf(expected), tablesOf(actual)];
  const shape = (table: readonly string[][]): string => table.map((row) => row.length).join(' ');
  let right = 0;
  let cells = 0;
  let cellsRight = 0;
  wantedTables.forEach((table, index) => {
    const other = tables[index] ?? [];
    if (shape(table) !== shape(other)) differences.push(`table ${index + 1} has rows ${shape(other)} instead of ${shape(table)}`);
    let all = shape(table) === shape(other);
    table.forEach((row, r) => {
      row.forEach((cell, c) => {
        cells++;
        if (cell === other[r]?.[c]) cellsRight++;
        else {
          all = false;
          differences.push(
            `table ${index + 1}, row ${r + 1}, cell ${c + 1}: “${cell.slice(0, 300)}” came as “${(other[r]?.[c] ?? '').slice(0, 300)}”`,
          );
        }
      });
    });
    if (all) right++;
  });

  const paragraphs = paired(blocksOf(expected), blocksOf(actual), sameText);
  for (const text of paragraphs.missing) differences.push(`block missing: ${text.slice(0, 60)} … ${text.slice(-60)}`);
  for (const text of paragraphs.extra) differences.push(`block too many: ${text.slice(0, 60)} … ${text.slice(-60)}`);

  const fields = { expected: 0, right: 0 };
  if (facts) {
    const { document } = checkText(actual, { today: TODAY, path: String(facts.path) });
    const compared = comparableFacts(facts, factsOf(document)) as { expected: Record<string, unknown>; actual: Record<string, unknown> };
    for (const [key, value] of Object.entries(compared.expected)) {
      fields.expected++;
      if (isDeepStrictEqual(value, asTold(value, compared.actual[key]))) fields.right++;
      else differences.push(`fact ${key}: expected ${JSON.stringify(value)}, came ${JSON.stringify(compared.actual[key])}`);
    }
  }
  return {
    words: { expected: wanted.length, kept: words.both, extra: words.extra.length },
    headings: { expected: wantedHeads.length, right: headings.both, extra: headings.extra.length },
    tables: { expected: wantedTables.length, right, extra: Math.max(0, tables.length - wantedTables.length), cells, cellsRight },
    facts: fields,
    differences,
  };
}

const blocksOf = (markdown: string): string[] => markdown.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('|'));

export function sum(scores: readonly Score[]): Score {
  const total: Score = {
    words: { expected: 0, kept: 0, extra: 0 },
    headings: { expected: 0, right: 0, extra: 0 },
    tables: { expected: 0, right: 0, extra: 0, cells: 0, cellsRight: 0 },
    facts: { expected: 0, right: 0 },
    differences: [],
  };
  for (const one of scores) {
    for (const group of ['words', 'headings', 'tables', 'facts'] as const) {
      const [to, from] = [total[group], one[group]] as [Record<string, number>, Record<string, number>];
      for (const key of Object.keys(to)) to[key]! += from[key]!;
    }
  }
  return total;
}
