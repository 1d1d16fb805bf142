import { outcomeInfo } from '../../framework/wording.js';
import type { RuleExamples } from '../rule.js';
import { report, usual } from './next-inspection.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    ...([1, 2, 3] as const).flatMap((outcome) =>
      outcomeInfo(outcome).nextInspection.map((next) => ({
        title: `outcome ${outcome}: ${next}`,
        kind: 'full-inspection-report' as const,
        text: report(outcome, next),
      })),
    ),
    {
      title: 'no outcome to go by, which another rule reports',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nMuch was found.\n',
    },
  ],
  invalid: [
    {
      title: '“about” in its place',
      kind: 'full-inspection-report',
      text: report(3, usual(3).replace('approximately 18', 'about 18')),
      finds: [{ at: 'about', severity: 'error' }],
      fixed: report(3, usual(3)),
    },
    {
      title: '“approximately” misspelt',
      kind: 'full-inspection-report',
      text: report(2, usual(2).replace('approximately', 'approximatley')),
      finds: [{ at: 'approximatley', message: /should be “approximately”/, severity: 'error' }],
      fixed: report(2, usual(2)),
    },
    {
      title: 'both slips at once',
      kind: 'full-inspection-report',
      text: report(3, usual(3).replace('approximately three', 'five')),
      finds: [{ at: 'within five' }, { at: 'five years' }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'no sentence',
      kind: 'full-inspection-report',
      text: report(1, ''),
      finds: [{ at: 'Inspection outcome', message: /does not say when the next full inspection will be/ }],
      fixed: report(1, usual(1)),
    },
    {
      title: 'neither sentence',
      kind: 'full-inspection-report',
      text: report(3, ''),
      finds: [{ at: 'Inspection outcome', message: /next inspections/ }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'the monitoring inspection left out',
      kind: 'full-inspection-report',
      text: report(3, 'The next full reinspection will be within approximately three years.'),
      finds: [{ at: 'Inspection outcome', message: /monitoring inspection/ }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'the reinspection left out',
      kind: 'full-inspection-report',
      text: report(3, 'A monitoring inspection will be carried out within approximately 18 months.'),
      finds: [{ at: 'Inspection outcome', message: /next full inspection/ }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'monitoring without failings',
      kind: 'full-inspection-report',
      text: report(2, `A monitoring inspection will be carried out within approximately 18 months. ${usual(2)}`),
      finds: [
        { at: 'A monitoring inspection will be carried out within approximately 18 months.', message: /follows only from widespread/ },
      ],
    },
    {
      title: 'words that some reports use',
      kind: 'full-inspection-report',
      text: report(3, usual(3).replace('reinspection will be', 'area SEND inspection will take place')),
      finds: [{ at: 'area SEND inspection will take place', severity: 'info' }],
      fixed: report(3, usual(3)),
    },
    {
      title: 'no interval',
      kind: 'full-inspection-report',
      text: report(1, 'The next full area SEND inspection will be within approximately'),
      finds: [{ at: 'approximately', severity: 'error', message: /does not say when/ }],
      fixed: report(1, usual(1)),
    },
  ],
};

export default examples;
