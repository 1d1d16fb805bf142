/** Runs a computation that can be interrupted to its end. */
export function finish<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
