import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';

/** Passages of about the least size that is too much, and what is said of them. */
const TOO_MUCH: readonly (readonly [string, string, RegExp])[] = [
  ['levels', '- '.repeat(101) + 'a\n', /deep inside one another/],
  ['lines with many levels', `${'> '.repeat(60)}a\n`.repeat(20), /deep inside one another/],
  ['underlined lines', 'a\n=\n'.repeat(501), /underlined/],
  ['columns', `|a|b|\n|-|-|\n|${'a|'.repeat(1001)}\n`, /columns/],
  ['signs of emphasis in one line', `${'**a '.repeat(2001)}\n`, /bold, italics/],
  ['signs of emphasis in one paragraph', 'one *word* here\n'.repeat(1001), /bold, italics/],
  ['stars on both sides of a word', `${'*'.repeat(2100)}a${'*'.repeat(2100)}\n`, /bold, italics/],
  ['low lines on both sides of words', `${'_'.repeat(100)}a${'_'.repeat(100)} `.repeat(25), /bold, italics/],
  ['square brackets', `${'[a][b'.repeat(1251)}\n`, /square brackets/],
  ['lazy quotations', '> a\nb\n'.repeat(301), /quotation/],
];
const ENOUGH: readonly (readonly [string, string])[] = [
  [
    'a deep outline',
    Array.from({ length: 15 }, (_, level) => `${'  '.repeat(level)}- item\n`)
      .join('')
      .repeat(100),
  ],
  ['a wide table', `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n|${'b|'.repeat(200)}\n`],
  ['a long table with bold words', `|a|b|\n|-|-|\n${'|**a**|**b**|\n'.repeat(600)}`],
  ['a long list with bold words', '- **a** one\n- **b** two\n'.repeat(600)],
  ['lines to sign on', `Signed: ${'_'.repeat(80)} Date: ${'_'.repeat(40)}\n`.repeat(60)],
  ['a line of stars', `${'*'.repeat(5000)}\n`],
  ['a long quotation', '> a\n'.repeat(600)],
];
const limitsIn = (text: string): string[] =>
  checkText(`# SEND strategic plan\n\n${text}\n\nMore.\n`, {
    today: '2026-11-23',
    kind: 'strategic-plan',
    path: 'a.md',
    only: ['reading-limit'],
  }).findings.map(({ message }) => message);

describe('limits', () => {
  for (const [name, text, message] of TOO_MUCH) {
    it(`says that ${name} are too many`, () => {
      const found = limitsIn(text);
      assert.equal(found.length, 1);
      assert.match(found[0]!, message);
    });
  }
  for (const [name, text] of ENOUGH) it(`reads ${name}`, () => assert.deepEqual(limitsIn(text), []));
});
