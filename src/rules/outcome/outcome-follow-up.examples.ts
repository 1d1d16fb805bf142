import { outcomeInfo } from '../../framework/wording.js';
import type { RuleExamples } from '../rule.js';
import { report, usual } from './outcome-follow-up.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    ...([1, 2, 3] as const).flatMap((outcome) =>
      outcomeInfo(outcome).followUp.map((text) => ({
        title: `outcome ${outcome}: ${text.slice(0, 60)}…`,
        kind: 'full-inspection-report' as const,
        text: report(outcome, text),
      })),
    ),
    {
      title: 'no outcome to go by',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nMuch was found.\n',
    },
  ],
  invalid: [
    {
      title: 'the other outcome’s sentence',
      kind: 'full-inspection-report',
      text: report(3, usual(1)),
      finds: [{ at: usual(1), message: /belongs to another outcome/ }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'a requirement without failings',
      kind: 'full-inspection-report',
      text: report(2, usual(3)),
      finds: [{ at: usual(3) }],
      fixed: report(2, usual(2)),
    },
    {
      title: 'both sentences',
      kind: 'full-inspection-report',
      text: report(2, `${usual(2)}\n\n${usual(3)}`),
      finds: [{ at: usual(3), message: /Delete it/ }],
    },
    {
      title: 'a plan that is not to be published',
      kind: 'full-inspection-report',
      text: report(2, usual(2).replace('updates and publishes', 'updates')),
      finds: [{ at: 'updates its', message: /to be published/, severity: 'error' }],
      fixed: report(2, usual(2)),
    },
    {
      title: 'another body that requires the plan',
      kind: 'full-inspection-report',
      text: report(
        3,
        'As a result of this inspection, Ofsted requires the local area partnership to prepare and submit a priority action plan (area SEND) to address the identified areas for priority action.',
      ),
      finds: [{ at: usual(3).replace('His Majesty’s Chief Inspector', 'Ofsted'), message: /Chief Inspector who requires/ }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'words that some reports use',
      kind: 'full-inspection-report',
      text: report(3, usual(3).replace('As a result of this inspection, ', '').replace(' (area SEND)', '')),
      finds: [
        { at: 'His Majesty’s Chief Inspector', severity: 'info' },
        { at: 'plan to', severity: 'info', message: /“\(area SEND\)” is missing/ },
      ],
      fixed: report(3, usual(3)),
    },
    {
      title: 'another request, freely worded',
      kind: 'full-inspection-report',
      text: report(1, usual(1).replace('recommendations set out in', 'areas for improvement in')),
      finds: [{ at: 'areas for improvement', severity: 'info' }],
      fixed: report(1, usual(1)),
    },
  ],
};

export default examples;
