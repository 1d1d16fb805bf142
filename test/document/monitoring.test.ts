import assert from 'node:assert/strict';
import { checkText, factsOf } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';

/** A monitoring report in a shape of its own: nobody knows the headings of real ones. */
const report = (
  outcome: string,
  areas: readonly string[] = ['Effective action has been taken.', 'Effective action has been taken.'],
): string =>
  [
    '# Area SEND monitoring inspection of Exampleshire Local Area Partnership',
    'A monitoring inspection of the Exampleshire local area partnership took place from 3 to 5 June 2025.',
    '## How the partnership has acted',
    outcome,
    ...areas.flatMap((verdict, index) => [
      `## Area for priority action ${index + 1}`,
      'Leaders should act swiftly to ensure that plans are written on time.',
      `Leaders have begun. ${verdict}`,
    ]),
    '## Background',
    'The full inspection was carried out from 6 to 10 March 2023. The lead inspectors came from Ofsted and from the Care Quality Commission.',
  ].join('\n\n') + '\n';

describe('a monitoring report', () => {
  const facts = (text: string) => factsOf(openDocument(text, { path: 'x.md' }));

  it('has one of two outcomes, in the words that are used', () => {
    const cases: readonly (readonly [string, boolean | null])[] = [
      [
        'The local area partnership has taken effective action as it has taken reasonable steps to address all the areas for priority action identified at the initial inspection.',
        true,
      ],
      ['The partnership is taking effective action.', true],
      ['The local area partnership has not taken effective action to address the areas for priority action.', false],
      ['The local area partnership has taken ineffective action.', false],
      ['The actions taken by the local area partnership are not effective.', false],
      ['Effective action has been taken by the area partnership.', true],
      ['Effective action has not been taken by the area partnership.', false],
      ['No effective action has been taken by the area partnership.', false],
      ['The area partnership has yet to take a step.', null],
      ['The partnership has taken effective action in three areas and has not taken effective action in two.', null],
    ];
    for (const [outcome, expected] of cases) assert.equal(facts(report(outcome, [])).effectiveAction, expected, outcome);
  });

  it('may say another thing of one area than of the partnership', () => {
    assert.equal(
      facts(report('The partnership has taken effective action.', ['Ineffective action has been taken.'])).effectiveAction,
      true,
    );
    assert.equal(
      facts(report('Text.', ['Leaders have taken effective action.', 'Leaders have not taken effective action.'])).effectiveAction,
      null,
    );
  });

  it('tells its outcome in the section about it, without naming the partnership', () => {
    const areas = ['Leaders have taken effective action.', 'Leaders have not taken effective action.'];
    const text = report('Effective action has been taken. The next inspection will be a full one, within two years.', areas);
    const { effectiveAction, nextFullInspectionMonths } = facts(text.replace('## How the partnership has acted', '## Inspection outcome'));
    assert.equal(effectiveAction, true);
    assert.equal(nextFullInspectionMonths, 24);
  });

  it('gives its days in a sentence, and its areas one by one', () => {
    const { inspection, areasForPriorityAction } = facts(report('The partnership has taken effective action.'));
    assert.deepEqual(inspection, { start: '2025-06-03', end: '2025-06-05' });
    assert.deepEqual(
      areasForPriorityAction.map(({ id }) => id),
      ['APA1', 'APA2'],
    );
  });

  it('gets no error and no warning from its structure', () => {
    for (const text of [report('The partnership has taken effective action.'), report('Text.').replace(/^##+ .*\n\n/gm, '')]) {
      const serious = checkText(text, { today: '2025-08-01', path: 'x.md' }).findings.filter(({ severity }) => severity !== 'info');
      assert.deepEqual(
        serious.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }
  });
});
