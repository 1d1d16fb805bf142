import assert from 'node:assert/strict';
import { checkText, fixText } from '../../src/check/index.js';
import { OUTCOMES, type OutcomeInfo } from '../../src/framework/wording.js';
import { newDocument } from '../../src/templates/index.js';

const RULES = ['outcome-statement', 'outcome-conflict', 'next-inspection', 'outcome-follow-up'];
const options = { today: '2026-11-23', path: 'report.md', only: RULES };

const report = (statement: string, next: string, followUp: string): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n${statement}\n\n${next}\n\n${followUp}\n\n## Inspection team\n\nTwo inspectors.\n`;

/** Every text with one word left out: its first words, then the others. */
const withoutOneWord = (text: string): string[] => {
  const words = text.split(' ');
  return words.map((_, index) => words.filter((__, other) => other !== index).join(' '));
};

/** Each fixed passage of an outcome, and a report with it replaced. */
const passages = (info: OutcomeInfo): readonly (readonly [string, (text: string) => string])[] => [
  ...info.statements.map((text) => [text, (changed: string) => report(changed, info.nextInspection[0]!, info.followUp[0]!)] as const),
  ...info.nextInspection.map((text) => [text, (changed: string) => report(info.statements[0]!, changed, info.followUp[0]!)] as const),
  ...info.followUp.map((text) => [text, (changed: string) => report(info.statements[0]!, info.nextInspection[0]!, changed)] as const),
];

/** Who asks is worded in several ways, so a word of the regulator’s name is for other rules to miss. */
const isNameOfWhoAsks = (text: string, changed: string): boolean => {
  const from = changed.split(' ').findIndex((word, index) => word !== text.split(' ')[index]);
  const verb = text.split(' ').findIndex((word) => word === 'ask' || word === 'requires');
  return verb >= 0 && from < verb && !(text.startsWith('As a result') && from < 6);
};

describe('fixed wording with one word left out', () => {
  for (const info of OUTCOMES) {
    it(`is found once and restored, for “${info.name}”`, () => {
      for (const [text, within] of passages(info)) {
        for (const changed of withoutOneWord(text)) {
          if (isNameOfWhoAsks(text, changed)) continue;
          const source = within(changed);
          const { findings } = checkText(source, options);
          assert.equal(findings.length, 1, `${changed}\n${JSON.stringify(findings.map(({ message }) => message))}`);
          const fixed = fixText(source, options);
          assert.deepEqual(checkText(fixed.text, options).findings, [], changed);
        }
      }
    });
  }

  it('is not asked of a document that is still to be filled', () => {
    for (const outcome of [undefined, 1, 2, 3] as const) {
      const text = newDocument({ kind: 'full-inspection-report', ...(outcome ? { outcome } : {}) });
      assert.deepEqual(
        checkText(text, options).findings.map(({ rule, message }) => [rule, message]),
        [],
      );
    }
  });
});
