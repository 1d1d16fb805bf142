import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance, oneSlipApart } from '../../src/text/nearest.js';
import { tries } from '../fuzz.js';

describe('one slip apart', () => {
  for (const [a, b, expected] of [
    ['report', 'report', true],
    ['report', 'reprot', true],
    ['report', 'repot', true],
    ['report', 'reports', true],
    ['report', 'rapport', false],
    ['report', 'perort', false],
    ['', 'a', true],
    ['aa', 'aaa', true],
    ['abab', 'baba', false],
  ] as const)
    it(`${a} and ${b}`, () => assert.equal(oneSlipApart(a, b), expected));

  it('is what the edit distance says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => assert.equal(oneSlipApart(a, b), editDistance(a, b) <= 1)),
      tries('one slip is an edit distance of one', 1000),
    );
  });
});
