import { SOURCES, cite } from '../../framework/sources.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { reportSlips, slipSearch } from './_slips.js';

const rule: DocumentRule = {
  id: 'grammar',
  givesWayTo: ['converter-leftover', 'placeholder'],
  title: 'Subjects and verbs agree, and no small word is missing or too many',
  severity: 'warning',
  kinds: ALL_KINDS,
  idle: true,
  source: cite(SOURCES.govukStyle, 'write clearly; organisations: all organisations are singular'),
  rationale:
    'These slips come from late changes to a sentence. Spelling checkers do not see them, and a reader stops at them and wonders what was meant.',
  help: 'Read the sentence aloud and mend the marked words. Each word is judged by its part of speech; where that is not certain, the finding is only for information.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'A number of children are waiting, and the majority of parents are content. Each of them has a plan. The Children in Care Council is positive. There is a lack of therapists. Edge of care staff are well led.\n',
      },
      {
        title: 'names, headings, quotations and fragments',
        kind: 'strategic-plan',
        text: '## The effect of the reforms are\n\nA parent said: “The effect of the reforms are bad.”\n\n- more help, the quality of plans vary\n\n> The quality of plans vary.\n',
      },
      {
        title: 'a subject that follows, and an unreal clause',
        kind: 'full-inspection-report',
        text: 'Only recently has work begun. If the plan were to fail, leaders would act. It is essential that the board have a say.\n',
      },
    ],
    invalid: [
      {
        title: 'a subject and its verb',
        kind: 'full-inspection-report',
        text: 'The effect of recent reforms are not clear. Waits for a first appointment prevents children from getting help. There has lately been gains. Pupils who attends the hub do well.\n',
        finds: [{ at: 'are' }, { at: 'prevents' }, { at: 'has' }, { at: 'attends' }],
        fixed:
          'The effect of recent reforms is not clear. Waits for a first appointment prevent children from getting help. There have lately been gains. Pupils who attend the hub do well.\n',
      },
      {
        title: 'forms of verbs',
        kind: 'full-inspection-report',
        text: 'Leaders have went further. The offer can accessed by all. Young people are support by mentors.\n',
        finds: [{ at: 'went' }, { at: 'accessed' }, { at: 'support' }],
        fixed: 'Leaders have gone further. The offer can be accessed by all. Young people are supported by mentors.\n',
      },
      {
        title: 'small words',
        kind: 'strategic-plan',
        text: 'Staff meet in order help pupils. We know the their views. Parents are able choose a school.\n',
        finds: [{ at: 'in order' }, { at: 'the their' }, { at: 'able' }],
        fixed: 'Staff meet in order to help pupils. We know the their views. Parents are able to choose a school.\n',
      },
      {
        title: 'one and several, and owners',
        kind: 'full-inspection-report',
        text: 'They met an appropriate carers. Staff asked for a child or young persons’ wishes. Nurse’s are on call.\n',
        finds: [{ at: 'an appropriate carers' }, { at: 'persons’' }, { at: 'Nurse’s' }],
        fixed: 'They met an appropriate carers. Staff asked for a child or young person’s wishes. Nurses are on call.\n',
      },
      {
        title: 'a body in the plural',
        kind: 'full-inspection-report',
        text: 'The committed workforce are proud of this.\n',
        finds: [{ at: 'are', severity: 'info' }],
      },
    ],
  },
  looksFor: [slipSearch],
  check(document, report) {
    reportSlips(document, false, report);
  },
};

export default rule;
