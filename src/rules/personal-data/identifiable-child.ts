import { DISCLOSURE_THRESHOLD, PERSONAL_DATA_SOURCE } from '../../framework/personal-data.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import type { ChildKind } from '../../privacy/children.js';
import { blocksWithChildren, reportedChildren } from '../../privacy/reported.js';

const MESSAGES: Record<ChildKind, string> = {
  named: 'This names a child or young person, who may be recognised. Leave the name out, or change it and say that it has been changed.',
  lettered: 'A letter in place of a name can still lead readers to one child. Describe what happened without pointing at one child.',
  'lettered-at-setting': 'A letter does not hide a child when the setting is named. Leave the letter or the setting out.',
  'few-at-setting': `So few children can be recognised when their setting is named. Write “fewer than ${DISCLOSURE_THRESHOLD.fewerThan}”, or leave the setting out.`,
};

const rule: DocumentRule = {
  id: 'identifiable-child',
  title: 'No child or young person can be recognised',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: PERSONAL_DATA_SOURCE,
  rationale:
    'Whoever knows the area, the school or the family can put a name, an age and a setting together. What is published about a child’s needs cannot be taken back.',
  help: 'Say what children and young people experience without a name, a letter or a small number beside the name of their school. Use a made-up name only with consent, and say that it is made up.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Children aged 9 told inspectors about the club. Young people (aged 16 to 25) travel alone. Everyone (aged 5) may join.\n',
      },
      {
        title: 'a name that has been changed',
        kind: 'strategic-plan',
        text: 'Jack (aged 9) loves the club.\n\nThe children’s names have been changed.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'Jack (aged 9) told inspectors about the club.\n',
        finds: [{ at: 'Jack (aged 9)', message: /names a child/ }],
      },
      {
        title: 'other ways to name a child',
        kind: 'strategic-plan',
        text: 'We met Amira, 14, and nine-year-old Ben. A boy called Zayd was there. Sam’s mum was glad. Ellie has an EHC plan.\n',
        finds: [
          { at: 'Amira, 14' },
          { at: 'nine-year-old Ben' },
          { at: 'boy called Zayd' },
          { at: 'Sam’s mum' },
          { at: 'Ellie has an EHC' },
        ],
      },
      {
        title: 'a letter beside a school',
        kind: 'engagement-meeting-note',
        text: 'Child A at Oakfield Primary School waited. Pupil B waited too.\n',
        finds: [
          { at: 'Child A', severity: 'warning', message: /setting/ },
          { at: 'Pupil B', severity: 'info' },
        ],
      },
    ],
  },
  looksFor: [blocksWithChildren],
  check(document, report) {
    for (const { kind, at, setting } of reportedChildren(document)) {
      report({
        at,
        message: MESSAGES[kind],
        ...(kind === 'lettered' ? { severity: 'info' as const } : {}),
        ...(setting ? { related: [{ span: setting, message: 'The setting is named here.' }] } : {}),
      });
    }
  },
};

export default rule;
