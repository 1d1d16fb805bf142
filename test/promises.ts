interface Promised {
  cases: number;
  failed: number;
  worst: number | null;
  unit: string;
}

/** What the tests promise, with how often it was tried, how often it failed and the worst figure seen. Printed after the last test. */
const promises = new Map<string, Promised>();
let hooked = false;

function entryFor(promise: string): Promised {
  if (!hooked) {
    hooked = true;
    process.once('exit', print);
  }
  const entry = promises.get(promise) ?? { cases: 0, failed: 0, worst: null, unit: '' };
  promises.set(promise, entry);
  return entry;
}

/** Counts one case of a promise that was kept; a test that fails never gets here. `figure`: larger is worse. */
export function tried(promise: string, figure?: number, unit = ''): void {
  const entry = entryFor(promise);
  entry.cases++;
  if (figure === undefined) return;
  entry.worst = Math.max(entry.worst ?? figure, figure);
  entry.unit = unit;
}

/** Counts many cases of a promise at once. */
export function triedMany(promise: string, cases: number, failed: number): void {
  const entry = entryFor(promise);
  entry.cases += cases;
  entry.failed += failed;
}

/** Within a `describe`: counts each of its tests that fails as a case in which the promise was broken. */
export function promised(promise: string): void {
  afterEach(function () {
    if (this.currentTest?.state !== 'failed') return;
    const entry = entryFor(promise);
    entry.cases++;
    entry.failed++;
  });
}

function print(): void {
  const row = (promise: string, cases: string, failed: string, worst: string): string =>
    `${promise.padEnd(66)} ${cases.padStart(6)} ${failed.padStart(6)}  ${worst}`.trimEnd();
  const rows = [...promises].map(([promise, { cases, failed, worst, unit }]) =>
    row(promise, String(cases), String(failed), worst === null ? '' : `${Number(worst.toPrecision(3))} ${unit}`),
  );
  process.stdout.write(`\n${[row('Promise', 'Cases', 'Failed', 'Worst'), ...rows].join('\n')}\n`);
}
