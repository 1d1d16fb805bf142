import type { RuleExamples } from '../rule.js';
import { FULL } from './required-section.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'a heading that is misspelt, which section-heading reports',
      kind: 'full-inspection-report',
      text: FULL().replace('Inspection team', 'Inspecton team'),
    },
    {
      title: 'a heading in bold, which emphasis-heading reports',
      kind: 'full-inspection-report',
      text: FULL().replace('### Inspection team', '**Inspection team**'),
    },
    {
      title: 'a monitoring report in a form of its own',
      kind: 'monitoring-inspection-report',
      text: '## Areas for priority action\n\nText.\n\n## Local area partnership details\n\nText.\n\n## Inspection team\n\nText.\n',
    },
    { title: 'a plan with priorities', kind: 'strategic-plan', text: '# Exampleshire SEND strategy\n\n## Our ambitions\n\nText.\n' },
    {
      title: 'a plan with a table of actions and no heading for it',
      kind: 'strategic-plan',
      text: '# Exampleshire SEND strategy\n\n| What | Who | When |\n| --- | --- | --- |\n| Train staff | Head of SEND | May 2026 |\n',
    },
    {
      title: 'a note with labels instead of headings',
      kind: 'engagement-meeting-note',
      text: `Present: Ofsted, CQC and the partnership\n\n## Waiting times\n\n${'The board told us about waiting times and what it has done. '.repeat(6)}\n\nActions: none were needed.\n`,
    },
    {
      title: 'a note with labels in one paragraph',
      kind: 'engagement-meeting-note',
      text: `**Date:** 3 March 2026\n**Present:** Ofsted, CQC and the partnership\n\n## Progress\n\nText.\n\n## Next steps\n\nText.\n`,
    },
  ],
  invalid: [
    {
      title: 'a plan without actions',
      kind: 'priority-action-plan',
      text: '# Exampleshire priority action plan\n\n## Introduction\n\nText.\n\n## Governance\n\nText.\n',
      finds: [{ at: 'Introduction', message: /“Actions” is missing/ }],
    },
    {
      title: 'a note of a meeting that nobody attended',
      kind: 'engagement-meeting-note',
      text: '# Area SEND annual engagement meeting: Exampleshire Local Area Partnership\n\n## Discussion\n\nText.\n\n## Next steps\n\nText.\n',
      finds: [{ at: 'Area SEND annual engagement meeting: Exampleshire Local Area Partnership', message: /Attendees/ }],
    },
  ],
};

export default examples;
