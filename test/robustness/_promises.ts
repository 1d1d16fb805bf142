/** What the tests of this folder promise, with how often it was tried and the worst figure seen. Printed after the last test. */
const promises = new Map<string, { cases: number; worst: number | null; unit: string }>();
let hooked = false;

/** Counts one case of a promise that was kept; a test that fails never gets here. `figure`: larger is worse. */
export function tried(promise: string, figure?: number, unit = ''): void {
  if (!hooked) {
    hooked = true;
    process.once('exit', print);
  }
  const known = promises.get(promise) ?? { cases: 0, worst: null, unit };
  promises.set(promise, {
    cases: known.cases + 1,
    worst: figure === undefined ? known.worst : Math.max(known.worst ?? figure, figure),
    unit,
  });
}

function print(): void {
  const rows = [...promises].map(
    ([promise, { cases, worst, unit }]) =>
      `${promise.padEnd(66)} ${String(cases).padStart(6)}  ${worst === null ? '' : `${Number(worst.toPrecision(3))} ${unit}`}`,
  );
  process.stdout.write(`\n${'Promise kept'.padEnd(66)} ${'Cases'.padStart(6)}  Worst\n${rows.join('\n')}\n`);
}
