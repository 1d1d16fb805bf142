import { CLOSING } from '../../framework/wording.js';
import type { RuleExamples } from '../rule.js';
import { PLAN } from './accessible-formats.js';

const REPORT = '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection team\n\n| Ofsted |\n| --- |\n| A B, HMI |\n';

const END = `\n---\n\n${CLOSING.complaints}\n\n`;

const LICENCE = `${CLOSING.licence}\n`;

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    { title: 'the usual sentence', kind: 'full-inspection-report', text: `${REPORT}${END}${CLOSING.otherFormats}\n\n${LICENCE}` },
    { title: 'a report without its last page', kind: 'full-inspection-report', text: REPORT },
    {
      title: 'formats and a telephone number',
      kind: 'strategic-plan',
      text: `${PLAN}\n## Need help?\n\nPhone 01632 960100 for Braille or translations.\n`,
    },
  ],
  invalid: [
    {
      title: 'a last part without it',
      kind: 'full-inspection-report',
      text: `${REPORT}${END}${LICENCE}`,
      finds: [{ at: CLOSING.complaints, severity: 'warning' }],
    },
    {
      title: 'a report that is being written',
      kind: 'monitoring-inspection-report',
      text: `---\nlocalArea: Exampleshire\n---\n\n${REPORT}`,
      finds: [{ at: 'Area SEND inspection of Exampleshire Local Area Partnership' }],
    },
  ],
};

export default examples;
