import { bytesOf } from './_base64.js';
import type { Counts } from './_usage.js';

/*
 * How often rows of words stand in published reports, in two bytes each. The upper half of a row’s hash tells its bucket, further bits tell
 * it from others there: of a thousand rows that stand nowhere one is taken for another.
 */

/** What a count is rounded down to. Rows that hardly ever stand are left out: they may be anybody’s slip, and are most. */
export const LEVELS: readonly number[] = [0, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128, 256, 1024, 4096, 16384];
const BUCKETS = 1 << 16;
const LEVEL_BITS = 4;

const bucketOf = (row: number): number => row >>> 16;
const markOf = (row: number): number => row & 0xfff;

/** Rows with their counts in base64: how many each bucket holds, a byte each, then the entries of all buckets. */
export function packed(rows: Iterable<readonly [row: number, count: number]>): string {
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  for (const [row, count] of rows) {
    let level = LEVELS.length - 1;
    while (LEVELS[level]! > count) level--;
    if (level > 0) buckets[bucketOf(row)]!.push((markOf(row) << LEVEL_BITS) | level);
  }
  const bytes: number[] = buckets.map(({ length }) => {
    if (length > 255) throw new RangeError('too many rows for this many buckets');
    return length;
  });
  for (const entries of buckets) for (const entry of entries.sort((a, b) => a - b)) bytes.push(entry & 255, entry >> 8);
  return Buffer.from(bytes).toString('base64');
}

/** The counts that `packed` wrote. */
export function countsOf(table: string): Counts {
  const bytes = bytesOf(table);
  const starts = new Uint32Array(BUCKETS + 1);
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] = starts[bucket]! + bytes[bucket]!;
  return (row) => {
    const bucket = bucketOf(row);
    const mark = markOf(row);
    for (let entry = starts[bucket]!; entry < starts[bucket + 1]!; entry++) {
      const low = bytes[BUCKETS + 2 * entry]!;
      const found = (low | (bytes[BUCKETS + 2 * entry + 1]! << 8)) >> LEVEL_BITS;
      if (found === mark) return LEVELS[low & 15]!;
    }
    return 0;
  };
}
