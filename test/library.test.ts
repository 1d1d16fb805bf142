import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkText,
  createSession,
  DEFAULT_SETTINGS,
  deadlinesFor,
  cycleInputOf,
  fixText,
  mergeCycles,
  openDocument,
  RULES,
  ruleById,
  severityOf,
  type SettingsInput,
  type TextOptions,
} from '../src/index.js';
import { ROOT } from './cli/_run.js';
import { report, strategicPlan, TODAY } from './schedule/_cycle.js';

describe('the public session', () => {
  it('gives findings, facts and deadlines, and follows edits', () => {
    const text = report(2, 'report: { received: 2026-03-12 }');
    const session = createSession(text, { path: 'report.md', today: TODAY });
    assert.equal(session.facts.outcome, 2);
    assert.ok(Array.isArray(session.findings));
    const due = (): string | undefined => session.deadlines.find(({ id }) => id === 'publish-strategic-plan')?.due;
    assert.equal(due(), '2026-04-27');
    const start = text.indexOf('2026-03-12');
    session.edit([{ start, end: start + 10, text: '2026-05-20' }]);
    assert.equal(due(), '2026-07-02');
    assert.equal(session.deadlines, session.deadlines, 'worked out once');
    session.update(session.text, { path: 'report.md', today: TODAY, settings: { deadlines: { strategicPlanWorkingDays: 1 } } });
    assert.equal(due(), '2026-05-21');
    session.update(report(1));
    assert.equal(due(), undefined);
    assert.deepEqual(
      session.schedule.waiting.map(({ id }) => id),
      ['publish-strategic-plan'],
    );
  });

  it('takes in the report that a plan answers', () => {
    const others: Readonly<Record<string, string>> = { 'report.md': report(2, 'report: { received: 2026-05-20 }') };
    const session = createSession(strategicPlan('respondsTo: report.md'), {
      path: 'plan.md',
      today: TODAY,
      lookup: (path) => (others[path] === undefined ? null : openDocument(others[path], { path })),
    });
    const deadline = session.deadlines.find(({ id }) => id === 'publish-strategic-plan')!;
    assert.deepEqual([deadline.due, deadline.trigger.path], ['2026-07-02', 'report.md']);
    assert.ok(session.deadlines.some(({ id }) => id === 'next-full-inspection'));
  });

  it('has none for a text that is not recognised', () => {
    const session = createSession('# Minutes\n', { today: TODAY });
    assert.deepEqual([session.deadlines, session.findings], [[], []]);
    assert.equal(session.facts.kind, null);
  });

  it('follows a change of options that is made in steps', () => {
    const session = createSession(report(2, 'report: { received: 2026-05-20 }'), { path: 'report.md', today: TODAY });
    const due = (): string | undefined => session.deadlines.find(({ id }) => id === 'publish-strategic-plan')?.due;
    assert.equal(due(), '2026-07-02');
    const steps = session.updateInSteps(session.text, {
      path: 'report.md',
      today: TODAY,
      settings: { deadlines: { strategicPlanWorkingDays: 1 } },
    });
    assert.equal(due(), '2026-07-02', 'nothing changes before the end');
    while (!steps.next().done);
    assert.equal(due(), '2026-05-21');
  });

  it('takes edits in any order, and none that cannot be', () => {
    const session = createSession('# Exampleshire SEND strategic plan\n\nOne two three.\n', { today: TODAY });
    const at = session.text.indexOf('One');
    session.edit([
      { start: at + 8, end: at + 13, text: 'drei' },
      { start: at, end: at, text: 'Null ' },
      { start: at, end: at + 3, text: 'eins' },
    ]);
    assert.match(session.text, /\n\nNull eins two drei\.\n$/);
    session.edit([]);
    const before = session.text;
    const bad: { start: number; end: number; text: string }[][] = [
      [
        { start: 0, end: 3, text: 'a' },
        { start: 2, end: 4, text: 'b' },
      ],
      [{ start: -1, end: 0, text: '' }],
      [{ start: 0, end: before.length + 1, text: '' }],
      [{ start: 2, end: 1, text: '' }],
      [{ start: NaN, end: NaN, text: 'a' }],
      [{ start: 0.5, end: 1, text: 'a' }],
      [{ start: 0, end: 0, text: undefined as unknown as string }],
    ];
    for (const edits of bad) {
      assert.throws(() => session.edit(edits), RangeError, JSON.stringify(edits));
      assert.equal(session.text, before);
    }
  });
});

describe('the library as it is built', function () {
  this.timeout(120_000);

  it('finds what the command line finds, spelling included', () => {
    if (!existsSync(join(ROOT, 'dist/index.js'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
    const path = 'examples/with-slips/exampleshire-report.md';
    const code = `import('area-send-drafting').then(({ checkText }) => console.log(JSON.stringify(checkText(require('node:fs').readFileSync('${path}', 'utf8'), { today: '${TODAY}', path: '${path}' }).findings.map(({ rule, start }) => [rule, start.offset]))))`;
    const printed = execFileSync(
      process.execPath,
      [join(ROOT, 'dist/cli.js'), 'check', path, '--format', 'json', '--fail-on', 'never', '--no-cache', '--today', TODAY],
      { cwd: ROOT, encoding: 'utf8' },
    );
    const expected = (
      JSON.parse(printed) as { files: { findings: { rule: string; start: { offset: number } }[] }[] }
    ).files[0]!.findings.map(({ rule, start }) => [rule, start.offset]);
    assert.ok(expected.some(([rule]) => rule === 'spelling'));
    assert.deepEqual(JSON.parse(execFileSync(process.execPath, ['-e', code], { cwd: ROOT, encoding: 'utf8' })), expected);
  });
});

describe('the library’s options', () => {
  const text =
    '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19th January 2026 to 23 January 2026\n\nThe service TBC helps families.\n';
  const rulesIn = (settings?: SettingsInput): string[] =>
    checkText(text, { today: TODAY, ...(settings ? { settings } : {}) }).findings.map(({ rule }) => rule);

  it('may hold partial settings', () => {
    const all = rulesIn();
    assert.ok(all.includes('placeholder'));
    for (const settings of [
      {},
      { rules: {} },
      { words: ['Bury2gether'] },
      { deadlines: {} },
      { deadlines: { strategicPlanWorkingDays: 20 } },
      { sentenceLength: { words: 30 } },
      { $schema: 'x' },
      DEFAULT_SETTINGS,
    ])
      assert.deepEqual(rulesIn(settings), all);
    const settings: SettingsInput = { rules: { placeholder: 'off' } };
    assert.deepEqual(
      rulesIn(settings),
      all.filter((rule) => rule !== 'placeholder'),
    );
    assert.deepEqual(
      createSession(text, { today: TODAY, settings }).findings.map(({ rule }) => rule),
      rulesIn(settings),
    );
    assert.doesNotThrow(() => fixText(text, { today: TODAY, settings }));
    assert.equal(severityOf(ruleById('placeholder')!, 'strategic-plan', settings), 'off');
    assert.notEqual(severityOf(ruleById('placeholder')!, 'strategic-plan'), 'off');
    const [cycle] = mergeCycles([cycleInputOf(openDocument(report(2, 'report: { received: 2026-05-20 }'), { path: 'r.md' }))!]);
    assert.equal(
      deadlinesFor(cycle!, { today: TODAY, settings: { deadlines: { strategicPlanWorkingDays: 1 } } }).deadlines.find(
        ({ id }) => id === 'publish-strategic-plan',
      )!.due,
      '2026-05-21',
    );
    // The settings as they are at the time of the call.
    settings.rules = { placeholder: 'info' };
    assert.equal(checkText(text, { today: TODAY, settings }).findings.find(({ rule }) => rule === 'placeholder')!.severity, 'info');
  });

  it('name what cannot be used', () => {
    const bad: [unknown, RegExp][] = [
      [{ rule: {} }, /^TypeError: “rule” is not a setting that this product knows\.$/],
      [{ rules: { placeholder: 'fatal' } }, /“rules\.placeholder” cannot be read: it must be one of off, info, warning, error\./],
      [{ rules: [] }, /“rules” cannot be read: it must be an object in braces\./],
      [{ deadlines: { strategicPlanDays: 3 } }, /“deadlines\.strategicPlanDays” is not a setting/],
      [{ deadlines: { strategicPlanWorkingDays: '3' } }, /it must be a number/],
      [{ deadlines: { strategicPlanWorkingDays: 0 } }, /it must be at least 1\./],
      [{ deadlines: { strategicPlanWorkingDays: 5000 } }, /it must be at most 1000\./],
      [{ words: 'Bury2gether' }, /“words” cannot be read: it must be a list in square brackets\./],
      ['off', /the settings cannot be read: it must be an object in braces\./],
    ];
    for (const [settings, message] of bad) {
      for (const use of [checkText, fixText, createSession])
        assert.throws(() => use(text, { today: TODAY, settings: settings as SettingsInput }), message);
    }
  });

  it('must name a real day and a kind that there is', () => {
    const bad = [
      {},
      undefined,
      { today: '' },
      { today: '2026-02-30' },
      { today: 'today' },
      { today: '2026-1-1' },
      { today: new Date() },
      { today: null },
      { today: TODAY, kind: 'report' },
      { today: TODAY, configuredKind: '' },
    ];
    for (const options of bad) {
      for (const use of [checkText, fixText, createSession])
        assert.throws(() => use(text, options as TextOptions), RangeError, JSON.stringify(options));
    }
    const session = createSession(text, { today: TODAY });
    assert.throws(() => session.update('# New\n', { today: '2026-02-30' }), RangeError);
    assert.equal(session.text, text);
    for (const given of [undefined, null, Buffer.from(text)])
      assert.throws(() => checkText(given as unknown as string, { today: TODAY }), /TypeError: The text must be a string/);
  });

  it('leave blocks alone that were checked under the same settings', () => {
    let looks = 0;
    const rule = RULES.find(
      (candidate) => 'checkBlock' in candidate && severityOf(candidate, 'full-inspection-report') !== 'off',
    ) as unknown as { checkBlock: (...args: unknown[]) => void };
    const original = rule.checkBlock;
    rule.checkBlock = (...args) => {
      looks++;
      original(...args);
    };
    try {
      const session = createSession(text, { today: TODAY, settings: { words: ['Bury2gether'] } });
      void session.findings;
      const all = looks;
      looks = 0;
      session.update(`${text}\nMore.\n`, { today: TODAY, settings: { words: ['Bury2gether'] } });
      void session.findings;
      assert.ok(all > 2 && looks < all, `${looks} of ${all}: only the new block and its neighbour`);
    } finally {
      rule.checkBlock = original;
    }
  });
});
