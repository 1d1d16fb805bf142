import assert from 'node:assert/strict';
import { findSlips } from '../../src/language/slips.js';
import { createWinkModel } from '../../src/language/wink.js';

const model = createWinkModel();

/** A right sentence, what is written in it, and what slipped in instead. */
const SLIPS: readonly (readonly [right: string, meant: string, slip: string])[] = [
  // The class of a word.
  ['The route is clear and simple to use.', 'clear', 'clearly'],
  ['Queues are considerably longer than last spring.', 'considerably', 'considerable'],
  ['The presence of a nurse calms pupils.', 'presence', 'present'],
  ['Governors attach great significance to attendance.', 'significance', 'significant'],
  ['Tutors are adept at deciphering each note.', 'deciphering', 'decipher'],
  // Forms of verbs.
  ['The hub allows skills to develop.', 'develop', 'developed'],
  ['There is a helpline to advise them on travel.', 'advise', 'advises'],
  ['Tutors help them understand their timetable.', 'understand', 'understands'],
  ['The plan is now fully embedded in schools.', 'embedded', 'embed'],
  ['These grants are used to fund clubs.', 'used', 'use'],
  ['The pupils were seen by a nurse.', 'seen', 'saw'],
  // Subjects and verbs.
  ['Clubs are open to those who are new to the town.', 'who are', 'who is'],
  ['There is a firm commitment to play.', 'is', 'are'],
  ['There has been strong growth in referrals.', 'has', 'have'],
  ['Each of the two colleges hosts workshops for families.', 'hosts', 'host'],
  ['Training begins early and is well attended.', 'is', 'are'],
  ['Meetings are brief and involve parents.', 'involve', 'involves'],
  // Pronouns and numbers.
  ['Pupils told us that they feel welcome.', 'they', 'them'],
  ['Tutors talk to them.', 'them', 'they'],
  ['Transport is free for most pupils.', 'pupils', 'pupil'],
  // Words taken for others.
  ['The lack of therapists worries families.', 'of', 'or'],
  ['The service does as well as its neighbours.', 'as its', 'than its'],
  ['Families ring when it is hard to cope.', 'it is', 'its'],
  ['Pupils and their teachers, and their parents, were heard.', 'their parents', 'there parents'],
  ['Weekly meetings keep plans on course.', 'Weekly', 'Weakly'],
  ['Some pupils had adverse reactions.', 'adverse', 'averse'],
  ['Teachers practise the signs each day.', 'practise', 'practice'],
  ['Where older pupils are at risk, plans change.', 'Where', 'Were'],
  ['The team helps pupils within their own school.', 'within', 'with in'],
  ['The bids were underpinned by data.', 'underpinned', 'under pinned'],
  ['The hub helps pupils who have moved here.', 'who', 'whom'],
  ['The team is better prepared than before.', 'better', 'less better'],
  ['Even though referrals have risen, waits are short.', 'though', 'through'],
  ['Two pupils are educated off site.', 'off', 'of'],
  ['Tutors know what they want.', 'they', 'the'],
  ['Governors keep enhancing the offer.', 'enhancing', 'enhance'],
  ['A considerable number of pupils came.', 'considerable', 'considerably'],
  ['Safety is everyone’s concern.', 'everyone’s', 'everyones'],
];

const RIGHT: readonly string[] = [
  'Excellent foster homes are found, and a larger number are planned.',
  'The family they live with in the town is kind.',
  'The level or type of need is known, and the number or age of pupils is not.',
  'Faults at compile time are rare, and so are those who are continue to wait lists.',
  'This helps children live well and reduces the risk of harm.',
  'A minority of plans lack detail and are late.',
  'The move from planned to completed is slow, and access to increased funding is rare.',
  'There are a manager and two nurses, and there are a few gaps.',
  'The service is quickly and easily reached; it is early and careful work.',
  'It makes clear to parents the effect of this.',
  'Staff make clear a need and keep open a door.',
  'If it were to rain, we would go.',
  'The team that they talk to they know well.',
  'Families to whom this matters know what the need is.',
  'The more better informed schools are, the less the risk.',
  'Even through winter the club met, and houses that are live in spring sell.',
];

describe('words of the wrong class, form or sound for their place', () => {
  for (const [right, meant, slip] of SLIPS)
    it(`finds “${slip}” for “${meant}”`, () => {
      assert.ok(right.includes(meant));
      const wrong = right.replace(meant, slip);
      assert.deepEqual(
        findSlips(right, model).map(({ message }) => message),
        [],
      );
      const slips = findSlips(wrong, model);
      assert.equal(slips.length, 1, wrong);
      const [from, to] = [wrong.indexOf(slip), wrong.indexOf(slip) + slip.length];
      assert.ok(slips[0]!.from < to && slips[0]!.to > from, wrong);
    });
  for (const sentence of RIGHT)
    it(`is silent: ${sentence}`, () => {
      assert.deepEqual(
        findSlips(sentence, model).map(({ kind, message }) => `${kind}: ${message}`),
        [],
      );
    });
});
