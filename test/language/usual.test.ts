import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { countsOf, packed } from '../../src/language/_usage-table.js';
import type { DocumentKind } from '../../src/framework/types.js';

const found = (text: string, kind: DocumentKind = 'full-inspection-report') =>
  checkText(`${text}\n`, { today: '2026-11-23', kind, path: 'x.md', only: ['grammar', 'confused-word'] }).findings.map(
    ({ rule, severity, start, end }) => `${rule} ${severity}: ${text.slice(start.offset, end.offset)}`,
  );

describe('words that published reports do not have where they stand', () => {
  // Each written for this: the slip, what is marked, and the word that is right.
  const SLIPS: readonly (readonly [slip: string, marked: string, right: string])[] = [
    [
      'Health visitors work close with families in the early years.',
      'close',
      'Health visitors work closely with families in the early years.',
    ],
    [
      'There is effectively partnership working between education and health.',
      'effectively',
      'There is effective partnership working between education and health.',
    ],
    [
      'Speech and language therapists work effective with schools.',
      'effective',
      'Speech and language therapists work effectively with schools.',
    ],
    [
      'The local authority has to recently appointed a new director.',
      'has to',
      'The local authority has recently appointed a new director.',
    ],
  ];
  for (const [slip, marked, right] of SLIPS)
    it(`${slip} → ${right}`, () => {
      assert.equal(found(slip).length, 1);
      assert.match(found(slip)[0]!, new RegExp(`info: ${marked}$`, 'u'));
      assert.deepEqual(found(right), []);
    });

  it('are not judged by reports in a plan', () => {
    for (const [slip] of SLIPS) assert.deepEqual(found(slip, 'strategic-plan'), []);
  });
});

describe('the table of counts', () => {
  it('gives back what it was given, rounded down, and nothing for other rows', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [Math.imul(index + 1, 0x9e3779b1), 1 + (index % 300)] as const);
    const counts = countsOf(packed(rows));
    for (const [row, count] of rows) {
      const known = counts(row);
      assert.ok(count < 3 ? known === 0 : known <= count && known * 2 >= count, `${row}: ${count}, not ${known}`);
    }
    assert.equal(counts(12_345), 0);
  });
});
