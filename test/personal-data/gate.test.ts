import assert from 'node:assert/strict';
import { checkText, maskOf } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { findInText } from '../../src/privacy/find.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';

const check = (text: string) => checkText(text, { today: '2026-11-26', settings: DEFAULT_SETTINGS, kind: 'strategic-plan' });

describe('somebody’s data', () => {
  it('is named by no other rule, in any form', () => {
    for (const day of ['03/05/2014', '3rd May 2014', '03.05.2014', '3 May 2014']) {
      const { findings } = check(`A child’s DOB: ${day}, who waits.\n`);
      assert.deepEqual(
        findings.filter(({ start, end, rule }) => rule !== 'personal-data' && start.offset >= 13 && end.offset <= 13 + day.length + 2),
        [],
        day,
      );
      const rest = findings.map((finding) => ({ ...finding, fixes: finding.rule === 'personal-data' ? [] : finding.fixes }));
      assert.doesNotMatch(JSON.stringify(rest), /2014/);
      assert.ok(findings.some(({ rule }) => rule === 'personal-data'));
    }
  });

  it('is found beside a word that names it, and only there', () => {
    const found: Readonly<Record<string, string>> = {
      'Her ULN is 1000000043.': '1000000043',
      'Passport number 123456789 was copied.': '123456789',
      'Driving licence: MORGA657054SM9IJ.': 'MORGA657054SM9IJ',
      'Account number 12345678 was given.': '12345678',
      'Home telephone: 01632 960123.': '01632 960123',
      'His NHS number is ９４３４７６５９１９.': '９４３４７６５９１９',
      'Write to amira.quill%40gmail.com today.': 'amira.quill%40gmail.com',
      'His NHS number is 943.476.5919.': '943.476.5919',
    };
    for (const [text, value] of Object.entries(found))
      assert.deepEqual(
        findInText(text).map(({ from, to }) => text.slice(from, to)),
        [value],
        text,
      );
    for (const text of [
      'The board met 1000000043 times.',
      'The passport scheme began in 2024.',
      'Telephone the team on 01632 960123.',
      'Sort code 12-34-56.',
    ])
      assert.deepEqual(findInText(text), [], text);
  });

  it('takes the house with its postcode', () => {
    const text = 'The family lives at 12 High Street, Exampleton AB1 2DE and waits.\n';
    const found = check(text).findings.find(({ rule }) => rule === 'personal-data')!;
    assert.equal(text.slice(found.start.offset, found.end.offset), '12 High Street, Exampleton AB1 2DE');
  });

  it('includes names with a hyphen, an apostrophe or Mc, and the only child at a school', () => {
    for (const [text, name] of [
      ['Anne-Marie (aged 9) waits.', 'Anne-Marie'],
      ['Oliver McKenzie (aged 9) waits.', 'Oliver'],
      ['Oliver O’Shea (aged 9) waits.', 'Oliver'],
    ] as const) {
      const found = check(`${text}\n`).findings.find(({ rule }) => rule === 'identifiable-child');
      assert.ok(found, text);
      assert.doesNotMatch(JSON.stringify({ ...found, fixes: [] }), new RegExp(name));
    }
    for (const text of [
      'The only pupil with SEND at Oakfield Primary School waits.',
      'Two of the five pupils at Oakfield Primary School wait.',
    ])
      assert.ok(
        check(`${text}\n`).findings.some(({ rule }) => rule === 'identifiable-child'),
        text,
      );
  });

  it('is masked in time that grows with the text, however many names there are', () => {
    const names = Array.from(
      { length: 400 },
      (_, index) => `Amira${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10) % 10]}${'uvwxyz'[Math.floor(index / 100) % 6]}`,
    );
    const text = `${names.map((name) => `A boy called ${name} waits.`).join('\n\n')}\n`;
    const mask = maskOf(openDocument(text, { kind: 'strategic-plan' }));
    assert.equal(mask(`We met ${names[7]} and Amiral.`), 'We met [personal data] and Amiral.');
    assert.equal(mask('Nobody is named.'), 'Nobody is named.');
  });
});
