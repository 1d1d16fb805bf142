import assert from 'node:assert/strict';
import { inspectionRange, openDocument } from '../../src/document/index.js';

const DAYS = '2024-05-20/2024-05-24';

/** What a plan says of its inspection, and the days that are read. */
const CASES: readonly (readonly [text: string, days: string | null])[] = [
  ['Between 20 May 2024 and 24 May 2024, Ofsted and the CQC inspected our local area.', DAYS],
  ['Ofsted and the CQC visited between 20 and 24 May 2024.', DAYS],
  ['Ofsted and the CQC inspected us between the 20th and the 24th of May 2024.', DAYS],
  ['Ofsted and the CQC inspected us from the 20th of May to the 24th of May 2024.', DAYS],
  ['From May 20th to May 24th 2024 Ofsted and CQC inspected us.', DAYS],
  ['During the five days 20 May 2024 through 24 May 2024 Ofsted and the CQC inspected our services.', DAYS],
  ['We were inspected on Monday 20, Tuesday 21, Wednesday 22, Thursday 23 and Friday 24 May 2024.', DAYS],
  ['Monday 20th to Friday 24th May 2024: Ofsted and CQC inspect our area.', DAYS],
  ['Ofsted and the Care Quality Commission came back from 20th to 24th May 2024.', DAYS],
  ['The inspection by Ofsted began on 20 May 2024 and ended on 24 May 2024.', DAYS],
  ['We were inspected by Ofsted and CQC 20.05.24 to 24.05.24.', DAYS],
  ['- Inspected by Ofsted and CQC: 20 to 24 May 2024\n- Report published: 12 July 2024', DAYS],
  ['- Inspection start: 20 May 2024\n- Inspection end: 24 May 2024', DAYS],
  ['| Inspection started | 20 May 2024 |\n| --- | --- |\n| Inspection ended | 24 May 2024 |', DAYS],
  ['| Inspection | Report published |\n| --- | --- |\n| 20 to 24 May 2024 | 12 July 2024 |', DAYS],
  ['| When inspected | 20 to 24 May 2024 |\n| --- | --- |\n| Report published | 12 July 2024 |', DAYS],
  ['| Date | Event |\n| --- | --- |\n| 20 to 24 May 2024 | Inspectors on site |\n| 12 July 2024 | Report published |', DAYS],
  // The year stands beside.
  ['Ofsted and CQC inspected the area from 20 to 24 May. The report was published on 12 July 2024.', DAYS],
  ['In 2024 (20 to 24 May) Ofsted and the CQC inspected us.', DAYS],
  ['Ofsted and CQC inspected the area from 20 to 24 May. The plan runs to 31 March 2029.', null],
  ['Ofsted and CQC inspected the area from 20 to 24 May.', null],
  // Of several inspections, the one that is answered.
  ['Ofsted and the CQC inspected us first from 3 to 7 October 2016, and again from 20 to 24 May 2024.', DAYS],
  ['In 2016 (3 to 7 October 2016) Ofsted inspected us for the first time. Ofsted inspected us again from 20 to 24 May 2024.', DAYS],
  ['A monitoring inspection took place from 3 to 5 June 2025. Ofsted and CQC inspected the area from 20 to 24 May 2024.', DAYS],
  [
    'Ofsted’s inspection of children’s services was held from 3 to 14 June 2024. Ofsted and CQC inspected SEND from 20 to 24 May 2024.',
    DAYS,
  ],
  // A week or a month is no day.
  ['In the week of 20 May 2024 Ofsted and CQC inspected the local area.', null],
  ['In the week commencing 20 May 2024 Ofsted and CQC inspected the local area.', null],
  ['Ofsted and CQC inspected Marlshire in May 2024.', null],
  ['An inspection by Ofsted and CQC took place. We held a workshop from 20 to 24 May 2024.', null],
  ['The last day of the inspection by Ofsted and CQC was 24 May 2024.', null],
];

/** Where it stands, and how the file is written. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'below the title': (text) => `# Marlshire SEND improvement plan\n\n${text}\n\n## Actions\n\n- open a clinic\n`,
  'in a part of its own': (text) =>
    `# Marlshire priority action plan\n\nWelcome.\n\n## Background\n\nWhy we write.\n\n${text}\n\n## Actions\n`,
  'with fixed spaces and CR LF': (text) =>
    `# Marlshire SEND improvement plan\n\n## Introduction\n\n${text.replace(/ (\d)/g, '\u00a0$1')}\n`.replace(/\n/g, '\r\n'),
  'in the note of a meeting': (text) => `# Area SEND annual engagement meeting: Marlshire\n\n## Since the inspection\n\n${text}\n`,
};

describe('the days of the inspection that a plan answers', () => {
  for (const [text, days] of CASES)
    it(`${days ?? 'none'}: ${text.replace(/\n/g, ' ')}`, () => {
      for (const [place, wrap] of Object.entries(PLACES)) {
        const range = inspectionRange(openDocument(wrap(text), { path: 'plan.md' }));
        assert.equal(range && `${range.start}/${range.end}`, days, place);
      }
    });
});
