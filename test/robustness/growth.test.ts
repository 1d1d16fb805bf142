import assert from 'node:assert/strict';
import { checkText, factsOf, maskOf, RULES } from '../../src/check/index.js';
import type { DocumentKind } from '../../src/framework/types.js';
import { mergeSettings } from '../../src/settings/config.js';
import { FUZZING } from '../fuzz.js';
import { processorTime, slownessNow } from '../processor-time.js';
import { DISTINCT } from './_distinct.js';
import { promised, tried } from '../promises.js';

const PROMISE = 'twice as much text takes about twice as long';
const BOUND = '100 KB of any text take about a second';

/** Of the smallest text, in UTF-16 code units; the others have twice and four times as much. */
const SIZE = 12_000;
/** For four times the text: 2.2 times for each double. */
const PROMISED_GROWTH = 2.2 ** 2;
/** Growth with the square gives 16, and a busy machine some noise. */
const MOST_GROWTH = 10;
const MOST_AGAIN = 4;
/** In milliseconds of processor time for 100 KB. What is promised is 1,000; what grows with the square takes far more than this. */
const MOST_TIME = 3000;
/** In milliseconds: less is noise. */
const WORTH_COMPARING = 150;

/** Every rule, idle ones and those that are off by default included. */
const settings = mergeSettings({ rules: Object.fromEntries(RULES.map(({ id }) => [id, 'info' as const])) });
const TITLE = '# Area SEND inspection of Exampleshire Local Area Partnership\n\n';

/** Front matter stays in front of the title. */
function documentOf(text: string): string {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) + 5 : 0;
  return `${text.slice(0, end)}${TITLE}${text.slice(end)}`;
}

/** Judged by `npm run test:fuzz`; `npm test` only sees that nothing throws, whatever the machine does besides. */
describe('growth with distinct words, all rules on', function () {
  this.timeout(600_000);
  promised(PROMISE);

  const table: string[] = [];
  before(() => check(documentOf('Leaders xyzzy.\n'), 'strategic-plan', 0));
  after(() => {
    if (table.length > 0) console.log(table.join('\n'));
  });

  let salt = 0;
  /** Never the same text twice: what is kept of one would help the next. */
  function check(text: string, kind: DocumentKind, more: number): void {
    const { document } = checkText(`${text}\n${' '.repeat(more)}`, {
      today: '2026-11-23',
      path: 'a.md',
      kind,
      settings,
      exists: () => false,
    });
    factsOf(document);
    maskOf(document)('x');
  }

  const kinds: readonly DocumentKind[] = ['full-inspection-report', 'strategic-plan'];
  for (const [index, [name, make]] of Object.entries(DISTINCT).entries()) {
    for (const kind of FUZZING ? kinds : [kinds[index % 2]!]) {
      it(`${name} in a ${kind}`, () => {
        if (!FUZZING) return check(documentOf(make(SIZE)), kind, ++salt);
        const measure = (): number[] =>
          [SIZE, SIZE * 2, SIZE * 4].map((size) => {
            const text = documentOf(make(size));
            return processorTime(() => check(text, kind, ++salt));
          });
        let times = measure();
        const growth = (): number => times[2]! / Math.max(times[0]!, WORTH_COMPARING / MOST_GROWTH);
        const perSize = (): number => times[2]! / slowness / ((SIZE * 4) / 102_400);
        let slowness = 1;
        // Code that runs for the first time and a busy machine only ever add: what seems slow is measured again, and the least counts.
        for (let again = 0; again < MOST_AGAIN && (growth() > PROMISED_GROWTH || perSize() > 1000); again++) {
          const once = measure();
          times = times.map((time, at) => Math.min(time, once[at]!));
          slowness = slownessNow();
        }
        table.push(
          `      ${name.padEnd(42)} ${kind.slice(0, 9)} ${times.map((time) => time.toFixed(0).padStart(5)).join(' ')} ms  ×${growth().toFixed(1)}  ${perSize().toFixed(0).padStart(5)} ms for 100 KB`,
        );
        // What is fast has much noise.
        assert.ok(growth() <= MOST_GROWTH || perSize() < MOST_TIME / 2, `${times.map((time) => time.toFixed(0)).join(', ')} ms`);
        assert.ok(perSize() <= MOST_TIME, `${perSize().toFixed(0)} ms for 100 KB`);
        tried(PROMISE, growth(), 'times for four times the text');
        tried(BOUND, perSize(), 'ms of processor time');
      });
    }
  }
});
