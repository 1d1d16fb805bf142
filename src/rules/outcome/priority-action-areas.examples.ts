import type { RuleExamples } from '../rule.js';
import { report, PRIORITY } from './priority-action-areas.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'only the table’s header names them',
      kind: 'full-inspection-report',
      text: report(3, PRIORITY.replace('## Areas for priority action\n\n', '')),
    },
    {
      title: 'a note that there are none',
      kind: 'full-inspection-report',
      text: report(1, '## Areas for priority action\n\nThere are none.\n\n'),
    },
    {
      title: 'no outcome to go by',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nMuch was found.\n',
    },
  ],
  invalid: [
    {
      title: 'another outcome with areas for priority action',
      kind: 'full-inspection-report',
      text: report(2, PRIORITY),
      finds: [{ at: 'Areas for priority action', message: /only with “widespread/ }],
    },
    {
      title: 'another outcome with a section left from the template',
      kind: 'full-inspection-report',
      text: report(1, '## Areas for priority action\n\n'),
      finds: [{ at: 'Areas for priority action' }],
    },
  ],
};

export default examples;
