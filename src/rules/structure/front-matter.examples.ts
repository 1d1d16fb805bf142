import type { RuleExamples } from '../rule.js';
import { FULL, TITLE } from './front-matter.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'a part of the area’s name',
      kind: 'full-inspection-report',
      text: FULL('localArea: North Exampleshire', '# Area SEND inspection of the North Exampleshire and Vale Local Area Partnership\n'),
    },
    {
      title: 'a plan with a name of its own',
      kind: 'strategic-plan',
      text: FULL('document: strategic-plan\nlocalArea: Exampleshire', '# Thriving Together: SEND improvement plan\n'),
    },
    {
      title: 'a title that names no area',
      kind: 'strategic-plan',
      text: FULL('localArea: Exampleshire', '# Joint Health and Council SEND strategy\n'),
    },
    { title: 'no front matter', kind: 'full-inspection-report', text: TITLE },
  ],
  invalid: [
    {
      title: 'facts that the text contradicts',
      kind: 'full-inspection-report',
      text: FULL(
        'localArea: Kestrelshire\nreport: { published: 2026-03-27 }',
        `${TITLE}\nInspection dates: 19 to 23 January 2026\n\nPublished: 26 March 2026\n`,
      ),
      finds: [
        { at: 'Kestrelshire', message: /Exampleshire/ },
        { at: '2026-03-27', message: /26 March 2026/ },
      ],
    },
    {
      title: 'a kind that the title contradicts',
      kind: 'strategic-plan',
      text: FULL('document: strategic-plan', '# Exampleshire Local Area Partnership priority action plan (area SEND)\n'),
      finds: [{ at: 'strategic-plan', message: /priority action plan/ }],
    },
    {
      title: 'the day of a meeting that the note contradicts',
      kind: 'engagement-meeting-note',
      text: FULL(
        'engagementMeeting: { last: 2026-06-10 }',
        '# Area SEND annual engagement meeting: Exampleshire Local Area Partnership\n\nDate of meeting: 11 June 2026\n',
      ),
      finds: [{ at: '2026-06-10', message: /11 June 2026/ }],
    },
    {
      title: 'a deadline that is almost one of the framework’s',
      kind: 'strategic-plan',
      text: FULL('done: [publish-stategic-plan]', ''),
      finds: [{ at: 'publish-stategic-plan' }],
      fixed: FULL('done: [publish-strategic-plan]', ''),
    },
  ],
};

export default examples;
