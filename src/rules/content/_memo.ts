import type { Prose } from '../../document/index.js';

/**
 * Keeps what was computed from a unit of prose for as long as the unit lives, so that a keystroke costs only the units it touched.
 * `key` stands for everything else that the result depends on; a unit remembers its latest key only.
 */
export function perUnit<Result>(compute: (prose: Prose, key: string) => Result): (prose: Prose, key?: string) => Result {
  const results = new WeakMap<Prose, { readonly key: string; readonly value: Result }>();
  return (prose, key = '') => {
    const known = results.get(prose);
    if (known?.key === key) return known.value;
    const value = compute(prose, key);
    results.set(prose, { key, value });
    return value;
  };
}

/** Terms that users list, as one key and back. */
export const keyOfTerms = (terms: readonly string[]): string => terms.join('\n');
export const termsOfKey = (key: string): readonly string[] => (key === '' ? [] : key.split('\n'));
