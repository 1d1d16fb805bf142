import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText, fixText } from '../../src/check/index.js';
import { PLACES, WRITTEN, nhsNumber, pupilNumber, wrongCheck } from './_layouts.js';

const TITLE = '# Exampleshire SEND strategic plan\n\n## Actions\n\n';
const options = { today: '2026-11-23', path: 'plan.md', only: ['personal-data'] };
const only = { ...options, rules: ['personal-data'] };

/** Escapes mean themselves in code, comments and HTML, and the ends of lines break other things. */
function fits(written: string, place: string): boolean {
  if (/code|comment|image|HTML|definition|title/.test(place)) return !/escaped|broken/.test(written);
  return written !== 'a broken line' || !/table|heading|list|spreadsheet|footnote|quotation$/.test(place);
}

const layouts = Object.entries(WRITTEN).flatMap(([written, write]) =>
  Object.entries(PLACES)
    .filter(([place]) => fits(written, place))
    .map(([place, text]) => ({
      name: `${written}, ${place}`,
      make: (number: string): string => `${TITLE}${text.replace('§', () => write(number))}\n`,
      place: (words: string): string => `${TITLE}${text.replace('§', () => words)}\n`,
    })),
);
const layout = fc.constantFrom(...layouts);

describe('identifiers in every layout', () => {
  it('there are many', () => assert.ok(layouts.length > 500, String(layouts.length)));

  for (const [name, number] of [
    ['NHS number', nhsNumber],
    ['unique pupil number', pupilNumber],
  ] as const) {
    it(`a valid ${name} is found once, in each layout`, () => {
      for (const { name: where, make } of layouts) {
        const [value] = fc.sample(number, 1);
        const text = make(value!);
        const { findings } = checkText(text, options);
        assert.equal(findings.length, 1, `${where}: ${JSON.stringify(text)}`);
      }
    });

    it(`a valid ${name} is found, and gone after the fix`, () => {
      fc.assert(
        fc.property(number, layout, (value, { make, place }) => {
          const text = make(value);
          assert.equal(checkText(text, options).findings.length, 1);
          const fixed = fixText(text, only);
          assert.deepEqual(fixed.result.findings, []);
          // Nothing else changes, save that markup goes which held nothing but the number.
          const bare = (source: string): string => source.replace(/(?:\*{1,2}|~~|\[)?\[removed\](?:\*{1,2}|~~|\]\([^)]*\))?/, '[removed]');
          assert.equal(bare(fixed.text), bare(place('[removed]')));
        }),
        { numRuns: 400 },
      );
    });

    it(`a ${name} with a wrong check digit is never found`, () => {
      fc.assert(
        fc.property(number, layout, fc.nat(), (value, { make }, by) => {
          assert.deepEqual(checkText(make(wrongCheck(value, by)), options).findings, []);
        }),
        { numRuns: 1500 },
      );
    });
  }

  it('two numbers side by side are two findings', () => {
    fc.assert(
      fc.property(nhsNumber, nhsNumber, fc.constantFrom(', ', ' and ', '\n- ', ' / '), (first, second, between) => {
        const { findings } = checkText(`${TITLE}- ${first}${between}${second}\n`, options);
        assert.equal(findings.length, 2);
      }),
    );
  });
});
