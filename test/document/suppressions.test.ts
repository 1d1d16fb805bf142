import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { wordsOf } from '../../src/language/sentences.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';

const rulesIn = (text: string): string[] =>
  checkText(text, { today: '2026-11-26', settings: DEFAULT_SETTINGS, kind: 'strategic-plan' }).findings.map(({ rule }) => rule);

describe('several comments above one line', () => {
  for (const gap of ['\n', '\n\n', '\r\n', '\r\n\r\n']) {
    it(`each silence their rule: ${JSON.stringify(gap)} between`, () => {
      const text = [
        '<!-- area-send-disable-next-line placeholder: the service is called TBC -->',
        '<!-- area-send-disable-next-line repeated-word: it is a quotation -->',
        'The TBC service helps helps families.',
      ].join(gap);
      const found = rulesIn(text);
      assert.deepEqual(
        found.filter((rule) => ['placeholder', 'repeated-word', 'suppression'].includes(rule)),
        [],
      );
    });
  }
});

describe('text behind a comment', () => {
  it('is read where the comment begins its line', () => {
    for (const text of ['- <!-- c --> The band has has played.\n', '<!-- c --> The band has has played.\n'])
      assert.ok(rulesIn(text).includes('repeated-word'), text);
    const unit = openDocument('<!-- c --> The band plays.\n', { kind: 'strategic-plan' }).prose[0]!;
    assert.equal(unit.text, 'The band plays.');
    assert.deepEqual(unit.spanOf(4, 8), { start: 15, end: 19 });
  });
});

describe('words', () => {
  it('take a date and a number for one', () => {
    assert.deepEqual(wordsOf('By 31.3.2027 we spend £1,250,000, or 2.5% more.'), [
      'By',
      '31.3.2027',
      'we',
      'spend',
      '1,250,000',
      'or',
      '2.5',
      'more',
    ]);
  });
});

describe('a heading with a number', () => {
  it('opens the section that its words name', () => {
    for (const number of ['2.1 ', '2.1. ', '2) ', '2 ', '1.2.3 '])
      assert.equal(
        openDocument(`# Area SEND inspection of X Local Area Partnership\n\n## ${number}Inspection outcome\n`).section('inspection-outcome')
          ?.match,
        'accepted',
        number,
      );
  });
});
