/** Lines a[from.0, to.0) of one text stand for b[from.1, to.1) of the other. */
export interface Difference {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/** How far apart two texts may run before the rest counts as one difference. */
const FARTHEST = 600;

/** Where two lists of lines differ, in order. Texts are expected to be much the same: the nearest place where they agree again is taken. */
export function differences(a: readonly string[], b: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [x, y] = nearest(a, b, i, j);
    found.push({ a: [i, i + x], b: [j, j + y] });
    i += x;
    j += y;
  }
  return found;
}

/** How many lines to skip in each, until two of both are the same or both are at their end. */
function nearest(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  const rest = a.length - i + (b.length - j);
  for (let distance = 1; distance <= Math.min(rest, FARTHEST); distance++) {
    for (let x = 0; x <= distance; x++) {
      const y = distance - x;
      if (i + x > a.length || j + y > b.length) continue;
      if (i + x === a.length && j + y === b.length) return [x, y];
      if (a[i + x] !== undefined && a[i + x] === b[j + y] && a[i + x + 1] === b[j + y + 1]) return [x, y];
    }
  }
  return [a.length - i, b.length - j];
}

/** Replacements of text[start, end) that make one text of the other, each as small as can be, in order. */
export function editsBetween(before: string, after: string): { start: number; end: number; text: string }[] {
  if (before === after) return [];
  const lines = (text: string): string[] => text.split(/(?<=\n)/);
  const [a, b] = [lines(before), lines(after)];
  const starts = (list: readonly string[]): number[] => {
    const offsets = [0];
    for (const line of list) offsets.push(offsets.at(-1)! + line.length);
    return offsets;
  };
  const [inA, inB] = [starts(a), starts(b)];
  return differences(a, b).map(({ a: [fromA, toA], b: [fromB, toB] }) => {
    const [old, now] = [before.slice(inA[fromA], inA[toA]), after.slice(inB[fromB], inB[toB])];
    const most = Math.min(old.length, now.length);
    let start = 0;
    while (start < most && old[start] === now[start]) start++;
    let end = 0;
    while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
    return { start: inA[fromA]! + start, end: inA[toA]! - end, text: now.slice(start, now.length - end) };
  });
}
