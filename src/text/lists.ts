/*
 * Arguments of a call stand on the stack, so `push(...list)` and `Math.max(...list)` throw for a list of some 100,000. These take lists of
 * any length.
 */

export function append<T>(list: T[], more: Iterable<T>): void {
  // Its own entries are taken as they are now.
  for (const item of more === list ? [...list] : more) list.push(item);
}

/** -Infinity for none, as Math.max has it. */
export function largest(numbers: Iterable<number>): number {
  let found = -Infinity;
  for (const number of numbers) if (number > found || Number.isNaN(number)) found = number;
  return found;
}

/** Infinity for none, as Math.min has it. */
export function smallest(numbers: Iterable<number>): number {
  let found = Infinity;
  for (const number of numbers) if (number < found || Number.isNaN(number)) found = number;
  return found;
}
