import assert from 'node:assert/strict';
import { findDates, openDocument } from '../../src/document/index.js';

const factsOf = (head: string) =>
  openDocument(`# Area SEND inspection of Exampleshire Local Area Partnership\n\n${head}\n\n## Inspection outcome\n`, { path: 'x.md' })
    .facts;

describe('dates and line breaks', () => {
  it('reads a date that goes on in the next line or has a space that does not break', () => {
    const text = 'from 11 to 15\nMarch 2024, and on 1\u00a0July 2022';
    assert.deepEqual(
      findDates(text).map(({ range, from, to }) => [range?.start, text.slice(from, to)]),
      [
        ['2024-03-11', '11 to 15\nMarch 2024'],
        ['2022-07-01', '1\u00a0July 2022'],
      ],
    );
  });

  it('leaves the full stop after a date to its sentence, and takes the one after a short month', () => {
    assert.deepEqual(
      findDates('Until 4 October. On 5 Sept. 2024. By 6 Dec.').map(({ text, range }) => [text, range?.start]),
      [
        ['4 October', undefined],
        ['5 Sept. 2024', '2024-09-05'],
        ['6 Dec', undefined],
      ],
    );
  });

  it('takes no date from under another label of the same paragraph', () => {
    const { inspection, previousInspections } = factsOf('Inspection dates: March 2024\nDates of previous inspection: 8 to 12 May 2017');
    assert.equal(inspection.found?.problem, 'unreadable');
    assert.equal(inspection.found?.text, 'March 2024');
    assert.equal(previousInspections.found[0]?.range?.start, '2017-05-08');
  });

  it('nor when the labels stand the other way round', () => {
    const { inspection, previousInspections } = factsOf(
      'Dates of previous inspection: 8 to 12 May 2017\nInspection dates: 11 to 15 March 2024',
    );
    assert.equal(inspection.found?.range?.start, '2024-03-11');
    assert.deepEqual(
      previousInspections.found.map(({ range }) => range?.start),
      ['2017-05-08'],
    );
  });

  it('ends the days of the previous inspection at any other label', () => {
    const { previousInspections, published } = factsOf(
      '**Inspection dates:** 15 June 2026 to 19 June 2026  \n**Dates of previous inspection:** 2 March 2020 to 6 March 2020  \n**Published:** 19 August 2026',
    );
    assert.deepEqual(
      previousInspections.found.map(({ range }) => range?.start),
      ['2020-03-02'],
    );
    assert.equal(published?.value, '2026-08-19');
  });
});
