import type { RuleExamples } from '../rule.js';
import { failings, inconsistent, positive, report } from './outcome-statement.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    { title: 'the second outcome', kind: 'full-inspection-report', text: report(inconsistent[0]!) },
    {
      title: 'the third outcome, with other sentences after it',
      kind: 'full-inspection-report',
      text: report(`${failings[0]!} This is a new paragraph’s worth of words.`),
    },
    {
      title: 'straight apostrophes, which are another rule’s business',
      kind: 'full-inspection-report',
      text: report(inconsistent[0]!.replace(/’/g, "'")),
    },
    { title: 'two paragraphs', kind: 'full-inspection-report', text: report(inconsistent[0]!.replace('. The', '.\n\nThe')) },
    { title: 'a gap that is still to be filled', kind: 'full-inspection-report', text: report('[insert the outcome statement]') },
    {
      title: 'no outcome section',
      kind: 'full-inspection-report',
      text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection team\n\nTwo inspectors.\n',
    },
  ],
  invalid: [
    {
      title: '“and” for “and/or”',
      kind: 'full-inspection-report',
      text: report(failings[0]!.replace('widespread and/or', 'widespread and')),
      finds: [{ at: 'and', message: /“and” should be “and\/or”/ }],
      fixed: report(failings[0]!),
    },
    {
      title: 'a dropped word',
      kind: 'full-inspection-report',
      text: report(positive[0]!.replace('typically ', '')),
      finds: [{ at: 'arrangements lead', message: /“typically” is missing/ }],
      fixed: report(positive[0]!),
    },
    {
      title: 'the beginning dropped',
      kind: 'full-inspection-report',
      text: report(inconsistent[0]!.replace('The local area partnership’s arrangements', 'Arrangements')),
      finds: [{ at: 'Arrangements', message: /should be/ }],
      fixed: report(inconsistent[0]!),
    },
    {
      title: 'the second sentence dropped',
      kind: 'full-inspection-report',
      text: report(inconsistent[0]!.replace(/ The local area partnership must.*/, '')),
      finds: [{ at: '(SEND).', message: /must work jointly to make improvements\.” is missing/ }],
      fixed: report(inconsistent[0]!),
    },
    {
      title: 'words added',
      kind: 'full-inspection-report',
      text: report(failings[0]!.replace('urgently.', 'urgently and completely.')),
      finds: [{ at: 'urgently and completely.', message: /should be “urgently\.”/ }],
      fixed: report(failings[0]!),
    },
    {
      title: 'several slips, in bold type',
      kind: 'full-inspection-report',
      text: report(`**${inconsistent[0]!.replace('must work', 'will work').replace('outcomes for', 'outcomes of')}**`),
      finds: [
        {
          at: inconsistent[0]!.replace('must work', 'will work').replace('outcomes for', 'outcomes of').slice(88, -35),
          message: /“of” should be “for”; “will” should be “must”/,
        },
      ],
      fixed: report(`**${inconsistent[0]!}**`),
    },
    {
      title: 'no statement at all',
      kind: 'full-inspection-report',
      text: report('The inspection took place in the spring, and inspectors were made welcome.'),
      finds: [{ at: 'Inspection outcome', message: /none of the three outcomes/ }],
    },
  ],
};

export default examples;
