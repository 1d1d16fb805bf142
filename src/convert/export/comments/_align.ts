/** Lengths of stretches that are looked for, the longest first. */
const LENGTHS = [48, 24, 12];

/**
 * For each letter of one text the index of the same letter in another, -1 where there is none.
 * The texts are nearly the same, but may have parts that the other lacks or has elsewhere. Stretches that stand once in both are found first, and grow.
 */
export function align(from: string, to: string): Int32Array {
  const found = new Int32Array(from.length).fill(-1);
  const taken = new Uint8Array(to.length);
  const grow = (start: number, target: number, length: number): void => {
    let first = start;
    let at = target;
    while (first > 0 && at > 0 && found[first - 1]! < 0 && !taken[at - 1] && from[first - 1] === to[at - 1]) {
      first--;
      at--;
    }
    let last = start + length;
    let end = target + length;
    while (last < from.length && end < to.length && found[last]! < 0 && !taken[end] && from[last] === to[end]) {
      last++;
      end++;
    }
    for (let index = first; index < last; index++, at++) {
      found[index] = at;
      taken[at] = 1;
    }
  };
  if (from === to) grow(0, 0, 0);
  for (const length of LENGTHS) {
    const once = stretches(to, length, (start) => !taken.subarray(start, start + length).includes(1));
    // The first place in the text for a stretch; -2 where there is another.
    const places = new Map<number, number>();
    for (let start = 0; start + length <= from.length; start++) {
      if (found[start]! >= 0) continue;
      const target = once.get(from.slice(start, start + length));
      if (target === undefined) continue;
      places.set(target, places.has(target) ? -2 : start);
    }
    for (const [target, start] of places) {
      if (
        start < 0 ||
        found.subarray(start, start + length).some((index) => index >= 0) ||
        taken.subarray(target, target + length).includes(1)
      )
        continue;
      grow(start, target, length);
    }
  }
  return found;
}

/** Stretches of a text at every `length`th letter that stand once in it, by their words. */
function stretches(text: string, length: number, isFree: (start: number) => boolean): Map<string, number> {
  const at = new Map<string, number>();
  for (let start = 0; start + length <= text.length; start += length) {
    if (!isFree(start)) continue;
    const words = text.slice(start, start + length);
    at.set(words, at.has(words) ? -1 : start);
  }
  for (const [words, start] of at) if (start < 0) at.delete(words);
  for (let start = 0; start + length <= text.length; start++) {
    if (start % length === 0) continue;
    const words = text.slice(start, start + length);
    if (at.has(words) && isFree(start)) at.delete(words);
  }
  return at;
}
