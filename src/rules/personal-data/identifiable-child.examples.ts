import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'leaders and inspectors',
      kind: 'full-inspection-report',
      text: '## Local area partnership details\n\n| Local authority |\n| --- |\n| Jack Hart (25 years), Director |\n\n## Inspection team\n\n| Ofsted |\n| --- |\n| Emma Lane, HMI |\n',
    },
    {
      title: 'counts without a named setting',
      kind: 'full-inspection-report',
      text: 'Two pupils told inspectors that they were happy. Schools such as Oakfield School help. There are two pupil referral units, and one in four pupils at Oakfield School is late.\n',
    },
    { title: 'large counts', kind: 'strategic-plan', text: '| Setting | Number of pupils |\n| --- | --- |\n| Oakfield School | 12 |\n' },
    {
      title: 'qualifications and published reviews',
      kind: 'strategic-plan',
      text: 'They give each pupil A levels. The Child Q safeguarding practice review was read.\n',
    },
    {
      title: 'places and services',
      kind: 'strategic-plan',
      text: 'St John’s school and Victoria Road (3) are near. Charlie’s Place (aged 5 to 11) is a club. In May, 12, not 10, came.\n',
    },
  ],
  invalid: [
    {
      title: 'small counts beside a school',
      kind: 'strategic-plan',
      text: 'Three pupils with EHC plans left Oakfield Primary School.\n\n| Setting | Pupils excluded |\n| --- | --- |\n| Oakfield Primary School | 2 |\n| Hill Academy | 21 |\n',
      finds: [{ at: 'Three pupils' }, { at: '2' }],
    },
  ],
};

export default examples;
