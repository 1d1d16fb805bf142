import type { RuleExamples } from '../rule.js';
import { report } from './date-conflict.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'the month of the previous inspection, and of others',
      kind: 'full-inspection-report',
      text: report(
        'The previous inspection in May 2017 found gaps. The college’s last inspection in March 2022 was good. The last inspection in 2021 of children’s services, an ILACS inspection, is published.',
      ),
    },
  ],
  invalid: [
    {
      title: 'the month of the previous inspection in running text',
      kind: 'full-inspection-report',
      text: report(
        'The previous inspection, in November 2018, found gaps. Since the last area SEND inspection of 2016, leaders have acted.',
      ),
      finds: [
        { at: 'November 2018', severity: 'warning', message: /8 to 12 May 2017/ },
        { at: '2016', severity: 'warning' },
      ],
    },
  ],
};

export default examples;
