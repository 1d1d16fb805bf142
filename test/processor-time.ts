import { readFileSync } from 'node:fs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const text = readFileSync(new URL('../examples/reports/exampleshire-2026.md', import.meta.url), 'utf8');
const kilobytes = text.length / 1024;
const reader = unified().use(remarkParse).freeze();

/** Milliseconds of processor time for each KB that remark-parse alone takes on a usual machine, once warm. */
const USUAL = 0.5;

/** Milliseconds of processor time, of all threads of this process. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1000;
}

const reference = (): number => Math.min(...Array.from({ length: 3 }, () => processorTime(() => reader.parse(text)))) / kilobytes;

/** How many times as long this machine takes at this moment as a usual one; at least 1. */
export const slownessNow = (): number => Math.max(1, reference() / USUAL);

/**
 * Processor time in milliseconds, the least of several runs, as it would be on a usual machine: on one that reads Markdown more slowly,
 * at this moment, all is taken to be slower in proportion. So a bound on it finds what grows out of proportion, not a busy machine.
 */
export function leastProcessorTime(work: () => unknown, runs = 3): number {
  return Math.min(...Array.from({ length: runs }, () => processorTime(work) / slownessNow()));
}
