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
