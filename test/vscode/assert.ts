/** Node's assert is not there in the browser's extension host. */
class AssertionError extends Error {}

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return text === undefined ? 'undefined' : text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
};

export function ok(value: unknown, message = 'expected something'): asserts value {
  if (!value) throw new AssertionError(`${message}: got ${show(value)}`);
}

export function equal(actual: unknown, expected: unknown, message = 'not equal'): void {
  if (typeof actual === 'string' && typeof expected === 'string' && actual !== expected && actual.length + expected.length > 400) {
    let start = 0;
    while (actual[start] === expected[start]) start++;
    const from = Math.max(0, start - 60);
    throw new AssertionError(
      `${message}, from ${start} on:\nactual   ${show(actual.slice(from, start + 300))}\nexpected ${show(expected.slice(from, start + 300))}`,
    );
  }
  if (!Object.is(actual, expected)) throw new AssertionError(`${message}:\nactual   ${show(actual)}\nexpected ${show(expected)}`);
}

/** Compares as JSON. */
export function deepEqual(actual: unknown, expected: unknown, message = 'not equal'): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new AssertionError(`${message}:\nactual   ${show(actual)}\nexpected ${show(expected)}`);
}

export function match(text: string, pattern: RegExp, message = 'does not match'): void {
  if (!pattern.test(text)) throw new AssertionError(`${message} ${String(pattern)}:\n${show(text)}`);
}

export function includes<T>(list: readonly T[], wanted: T, message = 'not in the list'): void {
  if (!list.includes(wanted)) throw new AssertionError(`${message}: ${show(wanted)}\n${show(list)}`);
}
