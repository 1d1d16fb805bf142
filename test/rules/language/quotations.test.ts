import assert from 'node:assert/strict';
import { checkText, ruleById, RULE_GROUPS } from '../../../src/check/index.js';
import { settingsSchema } from '../../../src/settings/settings.js';

const rules = Object.entries(RULE_GROUPS).filter(([, group]) => group === 'language').map(([id]) => ruleById(id)!);

describe('language rules leave quotations alone', () => {
  for (const rule of rules) {
    it(rule.id, () => {
      assert.ok(rule.examples.invalid.length > 0);
      for (const { text, kind, settings } of rule.examples.invalid) {
        const quoted = text.trimEnd().split('\n').map((line) => `> ${line}`).join('\n');
        const { findings } = checkText(`${quoted}\n`, { today: '2026-11-23', kind, path: 'x.md', only: [rule.id], settings: settingsSchema.parse(settings ?? {}) });
        assert.deepEqual(findings.map(({ message }) => message), [], quoted);
      }
    });
  }
});
