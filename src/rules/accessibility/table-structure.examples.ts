import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'the table of areas, which has a rule of its own',
      kind: 'full-inspection-report',
      text: '## Areas for improvement\n\n|   |\n| --- |\n| Leaders should improve plans. |\n',
    },
    {
      title: 'a table in HTML',
      kind: 'strategic-plan',
      text: '<table>\n<tr><th>Action</th><th>Lead</th></tr>\n<tr><td>Train staff</td><td>Head of SEND</td></tr>\n</table>\n',
    },
    { title: 'one tab in a line', kind: 'strategic-plan', text: 'Version:\t1.0\n\nText without tabs\nin two lines\n' },
  ],
  invalid: [
    {
      title: 'ragged rows',
      kind: 'strategic-plan',
      text: '| Action | Lead | Due |\n| --- | --- | --- |\n| A | B |\n| A | B | C | D |\n| A | B | C | |\n',
      finds: [
        { at: '| A | B |', message: /2 of 3/ },
        { at: '| D |', message: /not shown/ },
        { at: '| |', severity: 'warning' },
      ],
      fixed: '| Action | Lead | Due |\n| --- | --- | --- |\n| A | B |  |\n| A | B | C | D |\n| A | B | C |\n',
    },
    {
      title: 'tabs',
      kind: 'strategic-plan',
      text: 'Action\tLead\nTrain staff\tHead of SEND\n',
      finds: [{ at: 'Action\tLead\nTrain staff\tHead of SEND', severity: 'warning', message: /tabs/ }],
    },
    {
      title: 'a picture',
      kind: 'strategic-plan',
      text: '![Table 2: actions and their leads](media/image2.png)\n',
      finds: [{ at: '![Table 2: actions and their leads](media/image2.png)', message: /picture of a table/ }],
    },
  ],
};

export default examples;
