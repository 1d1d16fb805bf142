import assert from 'node:assert/strict';
import { checkText, fixText, RULES, type Finding } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import type { RuleExample } from '../../src/rules/rule.js';
import { settingsSchema } from '../../src/settings/settings.js';
import { examplesOf } from './_examples.js';

const only = process.env.RULE?.split(',');
for (const id of only ?? []) if (!RULES.some((rule) => rule.id === id)) throw new Error(`There is no rule “${id}”.`);

function run(id: string, example: RuleExample) {
  const options = {
    today: example.today ?? '2026-11-23',
    kind: example.kind,
    path: 'example.md',
    only: [id],
    settings: settingsSchema.parse(example.settings ?? {}),
    ...(example.others
      ? { lookup: (path: string) => (example.others![path] === undefined ? null : openDocument(example.others![path], { path })) }
      : {}),
  };
  return { options, findings: checkText(example.text, options).findings };
}

const shown = (text: string, findings: readonly Finding[]) =>
  findings.map(({ start, end, severity, message }) => ({ at: text.slice(start.offset, end.offset), severity, message }));

describe('every rule on its own examples', () => {
  for (const rule of RULES) {
    if (only && !only.includes(rule.id)) continue;
    const { valid, invalid } = examplesOf(rule);
    describe(rule.id, () => {
      it('says what it is', () => {
        assert.match(rule.id, /^[a-z][a-z-]+$/);
        assert.ok(rule.title.length > 10 && !rule.title.endsWith('.'), 'title');
        assert.ok(rule.rationale.endsWith('.') && rule.help.endsWith('.'), 'rationale and help are sentences');
        assert.ok(rule.source.title.length > 3);
        assert.ok(rule.examples.valid.length > 0 && rule.examples.invalid.length > 0, 'has examples of both sorts');
      });
      valid.forEach((example, index) => {
        it(`accepts ${example.title ?? `valid example ${index + 1}`}`, () => {
          assert.deepEqual(shown(example.text, run(rule.id, example).findings), []);
        });
      });
      invalid.forEach((example, index) => {
        it(`finds ${example.title ?? `invalid example ${index + 1}`}`, () => {
          const { findings, options } = run(rule.id, example);
          const actual = shown(example.text, findings);
          assert.deepEqual(
            actual.map(({ at }) => at),
            example.finds.map(({ at }) => at),
            JSON.stringify(actual, null, 1),
          );
          example.finds.forEach((expected, at) => {
            if (expected.message) assert.match(actual[at]!.message, expected.message);
            if (expected.severity) assert.equal(actual[at]!.severity, expected.severity);
          });
          const fixed = fixText(example.text, options);
          assert.equal(fixed.text, example.fixed ?? example.text, 'the text after all fixes');
          assert.equal(fixText(fixed.text, options).applied, 0, 'a second fix changes nothing');
          assert.equal(checkText(example.text, options).findings.length, example.finds.length, 'the same again');
        });
      });
    });
  }
});
