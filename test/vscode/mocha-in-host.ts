import './location.js';
import 'mocha/mocha.js';

type Runner = Mocha.Runner;

interface BrowserMocha {
  setup(options: { ui: 'bdd'; reporter: unknown; timeout: number; grep?: string }): void;
  run(done: (failures: number) => void): Runner;
}

/** Prints what Mocha's own reporter would, through the console, which both hosts hand on to the terminal. */
class Lines {
  constructor(runner: Runner) {
    const failures: { title: string; error: Error }[] = [];
    let passed = 0;
    let pending = 0;
    let depth = 0;
    const began = Date.now();
    const indent = (): string => '  '.repeat(depth);
    runner.on('suite', ({ title }) => {
      if (title) console.log(`${indent()}${title}`);
      depth++;
    });
    runner.on('suite end', () => depth--);
    runner.on('pass', ({ title, duration }) => {
      passed++;
      console.log(`${indent()}✔ ${title}${duration !== undefined && duration > 500 ? ` (${duration} ms)` : ''}`);
    });
    runner.on('pending', ({ title }) => {
      pending++;
      console.log(`${indent()}- ${title}`);
    });
    runner.on('fail', (test, error: Error) => {
      failures.push({ title: test.fullTitle(), error });
      console.log(`${indent()}${failures.length}) ${test.title}`);
    });
    runner.on('end', () => {
      console.log(
        `\n  ${passed} passing (${((Date.now() - began) / 1000).toFixed(1)} s)${pending > 0 ? `\n  ${pending} pending` : ''}${failures.length > 0 ? `\n  ${failures.length} failing` : ''}\n`,
      );
      for (const [index, { title, error }] of failures.entries())
        console.log(`  ${index + 1}) ${title}\n     ${(error.stack ?? error.message).split('\n').slice(0, 12).join('\n     ')}\n`);
    });
  }
}

const mocha = (globalThis as unknown as { mocha: BrowserMocha }).mocha;
const grep = typeof process === 'undefined' ? undefined : process.env.AREA_SEND_GREP;
mocha.setup({ ui: 'bdd', reporter: Lines, timeout: 60_000, ...(grep ? { grep } : {}) });

/** Rejects when a test failed, so that the run ends with an error. */
export const runSuites = (): Promise<void> =>
  new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} ${failures === 1 ? 'test' : 'tests'} failed.`))));
  });
