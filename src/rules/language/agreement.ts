import { AGREEMENT_SLIPS, AGREEMENT_SOURCE, SINGULAR_BODY, singularVerb } from '../../framework/grammar.js';
import type { Prose } from '../../document/index.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import { phrases, type RulePhrase } from '../phrases.js';

const PLURAL: Readonly<Record<string, string>> = { has: 'have', is: 'are', was: 'were', does: 'do' };
const BARE_VERB: Readonly<Record<string, string>> = { has: 'have', identifies: 'identify', establishes: 'establish' };

/** The word that puts a marked verb right, where it is one of those that the lists mark. */
function verbFix(match: RegExpExecArray): string | null {
  const at = match.groups?.['at'] ?? '';
  if (match[0].startsWith('do') || /^(?:should|must|will|can|could|may|might|to) /.test(match[0]))
    return BARE_VERB[at] ?? at.replace(/s$/, '');
  return PLURAL[at] ?? null;
}

/** “A nurse for looked-after children who is based in the hub”: one person is meant. */
const isSeveral = (match: RegExpExecArray, prose: Prose): boolean =>
  !/ who /.test(match[0]) ||
  !/\b(?:an?|one|another|each|every|the|this|no|dedicated|single) (?:[\p{L}’-]{1,30} ){1,6}(?:for|of|with|among|to|from|by|in|supporting) (?:[\p{L}’-]{1,30} ){0,4}$/iu.test(
    prose.text.slice(Math.max(0, match.index - 120), match.index),
  );

const isVerb = (find: RegExp): boolean => /\(\?<at>(?:has\||ensures\|)/.test(find.source);

/** "Leaders in the council and the local authority commission": two bodies are not one. */
const isOneBody = (match: RegExpExecArray): boolean => !/\b(?:and|or|&)\b/.test(match.groups!['body']!);

/** A heading is no sentence, and a label in a table need not be one. */
const isSentence = (prose: Prose): boolean => prose.kind !== 'heading' && prose.kind !== 'header-cell';

const PATTERNS: readonly RulePhrase[] = [
  {
    find: SINGULAR_BODY,
    message: 'One body takes a singular verb: “{fix}”, not “{text}”.',
    fix: (match) => singularVerb(match.groups!['at']!),
    only: isOneBody,
  },
  ...AGREEMENT_SLIPS.map((slip): RulePhrase => (isVerb(slip.find) ? { ...slip, fix: verbFix, only: isSeveral } : slip)),
];

const rule: BlockRule = {
  id: 'agreement',
  title: 'Verbs, articles and small words agree with what they belong to',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: AGREEMENT_SOURCE,
  rationale: 'These slips come from late changes to a sentence, and spelling checkers do not see them.',
  help: 'Read the sentence aloud and mend the marked words. A local authority, board or partnership is one body and takes a singular verb.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'The local authority commissions a range of provision. Kestrelshire Council and NHS Kestrelshire ICB commission a range of services. The local authority support services are good.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'Fewer parents wait. Less experienced staff need help. It was less than five children. Leaders in the local authority use the data well. The local authority place officers meet. The council plan to meet needs is new. There is two-way talk. Posts have been created following the inspection in May 2022. The quality support helps.\n',
      },
    ],
    invalid: [
      {
        title: 'one body, plural verb',
        kind: 'full-inspection-report',
        text: 'The local authority commission a range of provision. Kestrelshire County Council use many providers. However, the partnership identify the risks.\n',
        finds: [{ at: 'commission', message: /commissions/ }, { at: 'use' }, { at: 'identify' }],
        fixed:
          'The local authority commissions a range of provision. Kestrelshire County Council uses many providers. However, the partnership identifies the risks.\n',
      },
      {
        title: 'have, are and do',
        kind: 'full-inspection-report',
        text: 'The local authority have plans. However, the integrated care board are new. The partnership do not know. Annual reviews is late. Many mainstream schools has gaps. There has been significant changes and less choices.\n',
        finds: [{ at: 'have' }, { at: 'are' }, { at: 'do' }, { at: 'is' }, { at: 'has' }, { at: 'has' }, { at: 'less' }],
        fixed:
          'The local authority has plans. However, the integrated care board is new. The partnership does not know. Annual reviews are late. Many mainstream schools have gaps. There have been significant changes and fewer choices.\n',
      },
      {
        title: 'little words',
        kind: 'full-inspection-report',
        text: 'This is in line with to national guidance. As result, less parents complain. A range services help. It was led by two of HMIs from Ofsted.\n',
        finds: [{ at: 'in line with to' }, { at: 'As result' }, { at: 'less' }, { at: 'A range' }, { at: 'two of' }],
        fixed:
          'This is in line with to national guidance. As a result, fewer parents complain. A range of services help. It was led by two of HMIs from Ofsted.\n',
      },
    ],
  },
  checkBlock: phrases(PATTERNS, { where: isSentence }).checkBlock,
};

export default rule;
