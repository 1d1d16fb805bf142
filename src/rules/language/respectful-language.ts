import type { Prose } from '../../document/index.js';
import { RESPECTFUL_PHRASES, RESPECTFUL_SOURCE } from '../../framework/respectful.js';
import { ALL_KINDS, type BlockRule } from '../rule.js';
import { phrases, type RulePhrase } from '../phrases.js';

/** "Riding for the Disabled" is a charity; names keep their words. */
const isNoName = (match: RegExpExecArray, prose: Prose): boolean => {
  const { at = match[0], label, who } = match.groups ?? {};
  // "the SEND Young People Panel"
  if (label && who && /^\p{Lu}/u.test(who)) return false;
  const from = match.index + match[0].indexOf(at);
  return (
    !/^\p{Lu}\p{Ll}/u.test(at) || !/\p{Lu}\p{Ll}+ (?:(?:for|of|and) )?(?:the )?$/u.test(prose.text.slice(Math.max(0, from - 40), from))
  );
};

/** The label keeps its capitals; the people take the first letter's case. */
const PATTERNS: readonly RulePhrase[] = RESPECTFUL_PHRASES.map((phrase) => ({
  ...phrase,
  only: isNoName,
  ...(phrase.fix?.startsWith('$<who>')
    ? {
        keepCase: true,
        fix: (match: RegExpExecArray): string => {
          const { who, label } = match.groups as { who: string; label?: string };
          const words = `${who.toLowerCase()} with ${!label || /^special needs$/i.test(label) ? 'SEND' : /^special educational needs$/i.test(label) ? label.toLowerCase() : label.toUpperCase()}`;
          return startsCapital(match) ? words[0]!.toUpperCase() + words.slice(1) : words;
        },
      }
    : {}),
}));

/** Whether the phrase begins a sentence: its first word has a capital that is not the label's own. */
function startsCapital(match: RegExpExecArray): boolean {
  if (match.groups?.['at'] !== undefined) return false;
  return /^\p{Lu}\p{Ll}/u.test(match[0]) || /(?:^|[.!?]["”’)]?\s|\n)$/.test(match.input.slice(0, match.index));
}

const rule: BlockRule = {
  id: 'respectful-language',
  title: 'Disabled people are written about with respect',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: RESPECTFUL_SOURCE,
  rationale:
    'Children, young people and families read these documents. Words that reduce a person to a need, or blame families, undo what the document asks of services.',
  help: 'Put the person first (“children with SEND”), say what a person has rather than suffers from, and say what keeps families from a service.',
  examples: {
    valid: [
      {
        kind: 'full-inspection-report',
        text: 'Children and young people with SEND, disabled children, autistic young people and pupils with SEN support do well. The disabled children’s team and the SEND young people’s board help. The deaf community and the blind child are heard.\n',
      },
      {
        title: 'names and quotations',
        kind: 'full-inspection-report',
        text: 'A qualified teacher of the deaf helps. Some enjoy Riding for the Disabled or join the SEND Young People Panel. A parent said: ‘We are called hard to reach.’ The service suffers from delays.\n',
      },
    ],
    invalid: [
      {
        kind: 'full-inspection-report',
        text: 'SEND children wait. Schools teach SEN pupils and each SEND child. Young people with special needs move on.\n',
        finds: [
          { at: 'SEND children', message: /children with SEND/i },
          { at: 'SEN pupils' },
          { at: 'SEND child' },
          { at: 'Young people with special needs' },
        ],
        fixed: 'Children with SEND wait. Schools teach pupils with SEN and each child with SEND. Young people with SEND move on.\n',
      },
      {
        kind: 'full-inspection-report',
        text: 'Services for the deaf are good.\n',
        finds: [{ at: 'deaf', message: /“people who are deaf”, or “deaf people”, not “the deaf”/ }],
      },
      {
        kind: 'full-inspection-report',
        text: 'Those who suffer from severe anxiety, are wheelchair-bound or hard to reach get help for the disabled, who meet able-bodied peers.\n',
        finds: [
          { at: 'suffer from' },
          { at: 'wheelchair-bound' },
          { at: 'hard to reach', message: /keeps them/ },
          { at: 'disabled' },
          { at: 'able-bodied' },
        ],
        fixed:
          'Those who suffer from severe anxiety, are wheelchair-bound or hard to reach get help for the disabled, who meet non-disabled peers.\n',
      },
    ],
  },
  checkBlock: phrases(PATTERNS).checkBlock,
};

export default rule;
