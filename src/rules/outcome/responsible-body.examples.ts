import type { RuleExamples } from '../rule.js';
import { report, HEADER, AREA } from './responsible-body.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    { title: 'an abbreviation', kind: 'full-inspection-report', text: report(HEADER, `| ECC | ${AREA} |`) },
    {
      title: 'a list in which each area names its partner',
      kind: 'full-inspection-report',
      text: report('- Leaders at Exampleshire County Council should urgently improve EHC plans.'),
    },
    {
      title: 'a gap that is still to be filled',
      kind: 'full-inspection-report',
      text: report(HEADER, `| [insert Responsible Body] | ${AREA} |`),
    },
  ],
  invalid: [
    {
      title: 'a provider that is named nowhere else is worth a look',
      kind: 'full-inspection-report',
      text: report(HEADER, `| Kestrel Moor Community NHS Trust | ${AREA} |`),
      finds: [{ at: 'Kestrel Moor Community NHS Trust', message: /nowhere else/, severity: 'info' }],
    },
    {
      title: 'no column for bodies',
      kind: 'full-inspection-report',
      text: report('| Areas for priority action |\n| --- |', `| ${AREA} |`, `| ${AREA} |`),
      finds: [{ at: 'Areas for priority action', message: /column/ }],
    },
  ],
};

export default examples;
