import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'a gap in a sentence',
      kind: 'full-inspection-report',
      text: '## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should [insert what they should do]. |\n',
    },
    {
      title: 'headings that open a part of a plan',
      kind: 'strategic-plan',
      text: '## Introduction\n\n## Our vision\n\nText.\n\n## Actions\n\n## Priority 1\n\nText.\n',
    },
  ],
  invalid: [
    {
      title: 'a part of a note',
      kind: 'engagement-meeting-note',
      text: '## Attendees\n\n| Name | Post |\n| --- | --- |\n\n## Discussion\n\nText.\n',
      finds: [{ at: 'Attendees' }],
    },
    {
      title: 'a part of a note before another',
      kind: 'engagement-meeting-note',
      text: '## Agreed actions\n\n## Next meeting\n\nMay 2027\n',
      finds: [{ at: 'Agreed actions' }],
    },
    {
      title: 'a part of a monitoring report',
      kind: 'monitoring-inspection-report',
      text: '## Inspection outcome\n\n## Findings\n\nText.\n',
      finds: [{ at: 'Inspection outcome' }],
    },
  ],
};

export default examples;
