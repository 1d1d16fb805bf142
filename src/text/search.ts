import type { Span } from './span.js';

/** Index of the last entry that is at most `value` in an ascending list; -1 when all are larger. */
export function lastAtMost<T>(list: readonly T[], value: number, key: (entry: T) => number): number {
  let low = -1;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (key(list[middle]!) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far those spans go that begin at an offset or before it; -1 when there are none. */
function reachOf(spans: readonly Span[]): (offset: number) => number {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? -1));
  return (offset) => furthest[lastAtMost(sorted, offset, ({ start }) => start)] ?? -1;
}

/** Tells of a stretch whether one of some spans overlaps it, which may be asked of many stretches. */
export function overlapping(spans: readonly Span[]): (from: number, to: number) => boolean {
  const reach = reachOf(spans);
  return (from, to) => reach(to - 1) > from;
}

/** The same, whether one of the spans holds it whole. */
export function holding(spans: readonly Span[]): (from: number, to: number) => boolean {
  const reach = reachOf(spans);
  return (from, to) => reach(from) >= to;
}
