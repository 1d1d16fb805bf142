import { appendFileSync } from 'node:fs';

const FILE = process.env['FAILED_TESTS'];

/** Where a file is named for it, every test that fails is added to it, so that a long log can end with what failed. */
export const mochaHooks =
  FILE === undefined
    ? {}
    : {
        afterEach(this: Mocha.Context): void {
          const test = this.currentTest;
          if (test?.state !== 'failed') return;
          const told = (test.err?.stack ?? test.err?.message ?? '').split('\n').slice(0, 12).join('\n  ');
          appendFileSync(FILE, `${test.fullTitle()}\n  ${told}\n\n`);
        },
      };
