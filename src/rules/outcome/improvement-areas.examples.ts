import type { RuleExamples } from '../rule.js';
import { report, FIRST, SECOND } from './improvement-areas.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    { title: 'a list', kind: 'full-inspection-report', text: report(`- ${FIRST}\n- ${SECOND}\n`) },
    { title: 'an empty section, which another rule reports', kind: 'full-inspection-report', text: report('') },
    {
      title: 'a gap that is still to be filled',
      kind: 'full-inspection-report',
      text: report('| Areas for improvement |\n| --- |\n| [insert area] |\n'),
    },
  ],
  invalid: [
    {
      title: 'a table without a header',
      kind: 'full-inspection-report',
      text: report(`|   |\n| --- |\n| ${FIRST} |\n`),
      finds: [{ at: '|   |', severity: 'warning', message: /no header/ }],
      fixed: report(`| Areas for improvement |\n| --- |\n| ${FIRST} |\n`),
    },
    {
      title: 'an area in the place of the header',
      kind: 'full-inspection-report',
      text: report(`| ${FIRST} |\n| --- |\n| ${SECOND} |\n`),
      finds: [{ at: `| ${FIRST} |`, severity: 'warning', message: /place of the table’s header/ }],
      fixed: report(`| Areas for improvement |\n| --- |\n| ${FIRST} |\n| ${SECOND} |\n`),
    },
    {
      title: 'words that are no area',
      kind: 'full-inspection-report',
      text: report('The partnership was glad to be inspected.\n'),
      finds: [{ at: 'Areas for improvement' }],
    },
  ],
};

export default examples;
