import type { RuleExamples } from '../rule.js';
import { REPORT, KIND } from './title.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'a gap, which placeholder reports',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of [insert name of local area] Local Area Partnership\n',
    },
    {
      title: 'a title that repeats, which heading-increment reports',
      kind: 'strategic-plan',
      text: '# Exampleshire SEND strategy\n\n# Exampleshire SEND strategy\n',
    },
  ],
  invalid: [
    {
      title: 'a report’s title without the area',
      kind: 'full-inspection-report',
      text: `${REPORT}# Area SEND inspection\n`,
      finds: [{ at: 'Area SEND inspection', message: /does not name the local area/ }],
      fixed: `${REPORT}# Area SEND inspection of Exampleshire Local Area Partnership\n`,
    },
    {
      title: 'a plan’s title without the area',
      kind: 'strategic-plan',
      text: `${KIND()}# Our SEND and Inclusion Strategy 2026 to 2029\n`,
      finds: [{ at: 'Our SEND and Inclusion Strategy 2026 to 2029' }],
      fixed: `${KIND()}# Our SEND and Inclusion Strategy 2026 to 2029: Exampleshire Local Area Partnership\n`,
    },
    {
      title: 'a title that does not say what the document is',
      kind: 'strategic-plan',
      text: '# Exampleshire\n',
      finds: [{ at: 'Exampleshire', message: /does not say that this is a strategic plan/ }],
    },
  ],
};

export default examples;
