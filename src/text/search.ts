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
