import assert from 'node:assert/strict';
import { checkText, ruleById, RULE_GROUPS } from '../../../src/check/index.js';
import { settingsSchema } from '../../../src/settings/settings.js';
import { examplesOf } from '../_examples.js';

const rules = Object.entries(RULE_GROUPS)
  .filter(([, group]) => group === 'language')
  .map(([id]) => ruleById(id)!);

describe('language rules leave addresses, code and tags alone', () => {
  const text = [
    'See [our page](https://www.exampleshire.gov.uk/childrens-services/OFSTED/EHCP/coproduction?the=the#SEND-children "the the childrens"), <https://example.org/childrens/EHCP/CAHMS> or https://www.exampleshire.gov.uk/EHCP/childrens/OFSTED.',
    'Write to childrens.services@exampleshire.gov.uk, EHCP@exampleshire.gov.uk or ofsted@exampleshire.gov.uk. Use `EHCP the the childrens OFSTED`.',
    '```\nOFSTED the the childrens EHCP CAHMS\n```',
    '<!-- OFSTED the the childrens EHCP an plan -->',
    '![A drawing](https://example.org/OFSTED/EHCP.png "the the childrens")',
    '[ref]: https://example.org/EHCP/childrens "OFSTED the the"',
    'Follow @OFSTEDnews or #EHCP, or visit www.ofsted.gov.uk/EHCP, exampleshire.gov.uk/childrens and EHCP.org.uk.',
    '“We met OFSTED and the the childrens team.',
    '“Then SEND children met an CAHMS worker,” they said.',
  ].join('\n\n');

  for (const rule of rules) {
    it(rule.id, () => {
      const { findings } = checkText(`${text}\n`, {
        today: '2026-11-23',
        kind: 'strategic-plan',
        path: 'x.md',
        only: [rule.id],
        settings: settingsSchema.parse({}),
      });
      assert.deepEqual(
        findings.map(({ message }) => message),
        [],
      );
    });
  }
});

describe('language rules leave quotations alone', () => {
  for (const rule of rules) {
    it(rule.id, () => {
      assert.ok(rule.examples.invalid.length > 0);
      for (const { text, kind, settings } of examplesOf(rule).invalid) {
        const quoted = text
          .trimEnd()
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n');
        const { findings } = checkText(`${quoted}\n`, {
          today: '2026-11-23',
          kind,
          path: 'x.md',
          only: [rule.id],
          settings: settingsSchema.parse(settings ?? {}),
        });
        assert.deepEqual(
          findings.map(({ message }) => message),
          [],
          quoted,
        );
      }
    });
  }
});

describe('words in straight single quotation marks are somebody’s own', () => {
  const found = (text: string): string[] =>
    checkText(`${text}\n`, { today: '2026-11-23', kind: 'strategic-plan', path: 'x.md', only: ['respectful-language'] }).findings.map(
      ({ start, end }) => text.slice(start.offset, end.offset),
    );

  it('with owners inside and outside', () => {
    assert.deepEqual(found("They told us that 'SEND children wait' here. The parents' views of 'SEND children's help' are mixed."), []);
    assert.deepEqual(found("'SEND children know the parents' group well', they said."), []);
  });

  it('not what stands after an apostrophe', () => {
    assert.deepEqual(found("The parents' group helps SEND children. It's the children's group."), ['SEND children']);
    assert.deepEqual(found("They call it 'the hub'. It is for SEND children. Staff's views are 'mixed'."), ['SEND children']);
  });
});
