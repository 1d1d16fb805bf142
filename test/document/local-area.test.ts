import assert from 'node:assert/strict';
import { openDocument } from '../../src/document/index.js';

describe('the local area that a title names', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['Area SEND inspection of Exampleshire Local Area Partnership', 'Exampleshire'],
    ['Exampleshire’s SEND and alternative provision strategy', 'Exampleshire'],
    ['Exampleshire SEND partnership plan', 'Exampleshire'],
    ['Exampleshire County Council SEND strategy', 'Exampleshire'],
    ['SEND improvement plan: Exampleshire Local Area Partnership', 'Exampleshire'],
    ['Our SEND plan: for children and young people in Exampleshire', 'Exampleshire'],
    ['Exampleshire and Fenland SEND plan', 'Exampleshire and Fenland'],
    ['East Exampleshire Local Area Partnership SEND improvement plan', 'East Exampleshire'],
    ['Bath and North East Somerset SEND strategy', 'Bath and North East Somerset'],
    ['SEND strategy for Kingston upon Hull', 'Kingston upon Hull'],
    ['Annual engagement meeting: Exampleshire, 3 March 2026', 'Exampleshire'],
    ['Exampleshire priority action plan (area SEND)', 'Exampleshire'],
    ['Local Area Partnership SEND Improvement Plan', null],
    ['Our SEND plan', null],
    ['SEND and Inclusion Strategy 2026', null],
  ];
  for (const [title, area] of cases) {
    it(title, () => {
      const { localArea } = openDocument(`# ${title}\n`, { path: 'plan.md' }).facts;
      assert.equal(localArea?.value ?? null, area);
    });
  }
});

describe('the local area of a plan whose title names none', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['Leadership and governance: SEND Improvement Plan', 'Good leadership makes plans work, and governance checks them.', null],
    ['Early Help: SEND Improvement Plan', 'We help families early. Help comes from all of us.', null],
    ['SEND Written Statement of Action', 'Children in Middlesbrough deserve better.', 'Middlesbrough'],
    ['SEND Improvement Plan', 'The board is chaired by the council and NHS Gloucestershire ICB.', 'Gloucestershire'],
    [
      'Our SEND plan',
      'We want children to stay in Dorset. Hampshire and Somerset share our board. Dorset’s schools help; Dorset parents lead.',
      'Dorset',
    ],
    ['Our SEND plan', 'Schools in Dorset and in Hampshire share our board.', null],
    ['Our SEND plan', 'Reading is taught well. We value reading.', null],
    ['Our SEND plan', 'Families in Reading told us so.', 'Reading'],
    ['Marlwick SEND plan', 'Write to send@marlwick.gov.uk or see www.marlwick.gov.uk/send.', 'Marlwick'],
  ];
  for (const [title, text, area] of cases) {
    it(`${title}: ${text}`, () => {
      const { localArea } = openDocument(`# ${title}\n\n${text}\n`, { path: 'plan.md' }).facts;
      assert.equal(localArea?.value ?? null, area);
    });
  }
});
