import { PLAIN_PHRASES, PLAIN_SOURCE } from '../../framework/plain-words.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import type { Prose } from '../../document/index.js';
import { phrases, type RulePhrase } from '../phrases.js';
import { startsSentence } from '../support/prose.js';

/** A capital inside a sentence makes a name ("the Synergy system"). */
const isNoName = (match: RegExpExecArray, prose: Prose): boolean =>
  !/^\p{Lu}\p{Ll}/u.test(match[0]) || startsSentence(prose.text, match.index);

const PATTERNS: readonly RulePhrase[] = PLAIN_PHRASES.map((phrase) => ({ ...phrase, only: isNoName }));

const rule: BlockRule = {
  id: 'plain-language',
  title: 'Plain words stand where they say as much as long ones',
  // Reports are written for professionals too; the settings can ask for it there.
  severity: { 'strategic-plan': 'info', 'priority-action-plan': 'info', 'local-send-reform-plan': 'info' },
  kinds: ALL_KINDS,
  source: PLAIN_SOURCE,
  rationale:
    'Children, young people, parents and carers must be able to read the plan. Long words and Latin abbreviations keep them out, and screen readers misread “e.g.”.',
  help: 'Use the plain word. A report is checked only when the settings say so.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: 'We will use this to plan ahead, for example by meeting every month before each review. The order to comply stands.\n',
      },
      { title: 'names', kind: 'strategic-plan', text: 'Records are kept in Synergy and in the Golden Thread tool.\n' },
      { title: 'reports', kind: 'full-inspection-report', text: 'Leaders utilise data in order to plan.\n' },
      { title: 'quotations', kind: 'strategic-plan', text: 'Parents told us: “Don’t utilise jargon, e.g. this.”\n' },
    ],
    invalid: [
      {
        kind: 'strategic-plan',
        text: 'In order to utilise the data, prior to meetings, we commence reviews on a monthly basis, e.g. in May. We liaise with schools, etc.\n',
        finds: [
          { at: 'In order to utilise', message: /To use/ },
          { at: 'prior to' },
          { at: 'commence' },
          { at: 'on a monthly basis' },
          { at: 'e.g.' },
          { at: 'liaise' },
          { at: 'etc.' },
        ],
        fixed: 'To use the data, before meetings, we start reviews every month, for example in May. We liaise with schools, etc.\n',
      },
      {
        title: 'a report, when asked',
        kind: 'full-inspection-report',
        settings: { rules: { 'plain-language': 'info' } },
        text: 'Leaders utilise data.\n',
        finds: [{ at: 'utilise' }],
        fixed: 'Leaders use data.\n',
      },
    ],
  },
  checkBlock: phrases(PATTERNS).checkBlock,
};

export default rule;
