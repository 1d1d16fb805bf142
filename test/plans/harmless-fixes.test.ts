import assert from 'node:assert/strict';
import { fixText } from '../../src/check/index.js';

const HEAD = '# Exampleshire SEND strategic plan\n\n';
const fixed = (text: string): string => fixText(`${HEAD}${text}\n`, { path: 'plan.md', today: '2026-11-26' }).text.slice(HEAD.length, -1);

/** Correct or at least whole as it stands: a fix would leave it worse. */
const KEPT = [
  'Families say that an Education, Health and Care Plan (EHCP) takes too long.',
  'An EHCP (Education, Health and Care Plan) is read by a panel.',
  'We met officials (Department for Education) in May.',
  'The ICB Board meets every month.',
  'The NHS Exampleshire ICB board agreed it.',
  'CQC Commission staff and LA Authority officers came.',
  'The SENCO Coordinator leads NEET training.',
  'The survey ran from the 4 April 2026 until the 22 May 26.',
  'It is open from 4th April 2026 to the 22nd May 27.',
  'Read [EHCP guidance for schools](https://example.org/guidance) first.',
  'Read [EHCP guidance for schools][guidance] first.\n\n[guidance]: https://example.org/guidance',
  'The *Guide to EHCP Reviews* is for parents.',
  'COUNCIL AND ICB BOARD SIGN OFF OF EHCP PLANS',
  'THIS PLAN WAS AGREED BY THE SEND BOARD ON THE 4TH MAY 2026.',
];

/** Mended as a whole. */
const MENDED: readonly (readonly [string, string])[] = [
  ['It ran between the 1st March 2026 and the 3rd April 2026.', 'It ran between 1 March 2026 and 3 April 2026.'],
  ['We meet from Monday the 4th May 2026 to Friday the 8th May 2026.', 'We meet from Monday 4 May 2026 to Friday 8 May 2026.'],
  ['The answer came by the 31st March 2026 deadline.', 'The answer came by the 31 March 2026 deadline.'],
  ['We have a Special Education Needs and Disabilities team.', 'We have a Special Educational Needs and Disabilities team.'],
  ['The SPECIAL EDUCATION NEEDS team has moved.', 'The SPECIAL EDUCATIONAL NEEDS team has moved.'],
  ['Ofsted and CQC inspected the area.', 'Ofsted and the Care Quality Commission (CQC) inspected the area.'],
  ['Ofsted and CQC inspectors came.', 'Ofsted and Care Quality Commission (CQC) inspectors came.'],
];

const BREAKS: readonly (readonly [string, string])[] = [
  ['', '\n'],
  [' with Windows line ends', '\r\n'],
];

describe('fixes in plans', () => {
  for (const [with_, end] of BREAKS) {
    const lines = (text: string): string => text.replace(/\n/g, end);
    for (const text of KEPT)
      it(`leave “${text.split('\n')[0]!}”${with_}`, () => {
        const whole = lines(`${HEAD}${text}\n`);
        assert.equal(fixText(whole, { path: 'plan.md', today: '2026-11-26' }).text, whole);
      });
  }
  for (const [before, after] of MENDED)
    it(`mend “${before}”`, () => {
      assert.equal(fixed(before), after);
    });

  it('make headings of one level of bold labels beside each other', () => {
    const text = fixed(
      '## One\n\n**Lead person**\n\nThe head.\n\n**Success measure**\n\nForty visits.\n\n### Deep\n\nText.\n\n**Lead person**\n\nThe head.\n\n**Success measure**\n\nForty visits.',
    );
    const levels = (part: string): readonly (number | null)[] =>
      ['Lead person', 'Success measure'].map((label) => new RegExp(`^(#+) ${label}`, 'm').exec(part)?.[1]!.length ?? null);
    for (const part of text.split('### Deep')) assert.equal(new Set(levels(part)).size, 1, text);
  });
});
