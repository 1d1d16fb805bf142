import { documentDays, marker, matchesOf, patternIndex, quick, sentencesOf } from '../../document/index.js';
import { EDITION_INFO } from '../../framework/kinds.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { HISTORY, OUTDATED_TERMS, type OutdatedTerm } from '../../framework/terms-outdated.js';
import { ALL_KINDS, type DocumentRule } from '../rule.js';
import { purposeOf } from './_evidence.js';

interface Use {
  readonly term: OutdatedTerm;
  readonly text: string;
  readonly from: number;
}

const termsOf = patternIndex(OUTDATED_TERMS, ({ pattern }) => pattern);

/** Old terms in sentences that do not tell of the past. */
const usesIn = marker(
  (prose): readonly Use[] | null => {
    if (prose.quoted > 0) return null;
    const uses = termsOf(prose.text).flatMap((term) =>
      [...matchesOf(prose.text, term.pattern)].flatMap((match) => {
        const sentence = sentencesOf(prose).find(({ start, end }) => match.index >= start && match.index < end);
        return sentence && HISTORY.some((words) => words.test(sentence.text)) ? [] : [{ term, text: match[0], from: match.index }];
      }),
    );
    return uses.length > 0 ? uses : null;
  },
  OUTDATED_TERMS.map(({ pattern }) => quick(pattern)),
);

const rule: DocumentRule = {
  id: 'outdated-term',
  title: 'Products and bodies of the arrangements before 2023 are not written of as present ones',
  severity: 'warning',
  kinds: ALL_KINDS,
  source: cite(SOURCES.handbook, 'in use since January 2023; integrated care boards since 1 July 2022'),
  rationale:
    'Written statements of action, accelerated progress plans and clinical commissioning groups belong to the past. Named as present, they point readers to duties and bodies that no longer exist.',
  help: 'Use today’s term. Where the text tells what happened before 2023, make that plain, for example with the year.',
  examples: {
    valid: [
      {
        title: 'what used to be',
        kind: 'full-inspection-report',
        text: 'On 1 July 2022, NHS Exampleshire ICB took over from Exampleshire Clinical Commissioning Group (CCG).\n\nDuring the transition from Exampleshire CCG, lines of accountability became less clear.\n\nThe 2018 inspection led to a written statement of action.\n',
      },
      { title: 'a quotation', kind: 'strategic-plan', text: '> The partnership is working through its written statement of action.\n' },
      {
        title: 'a glossary',
        kind: 'strategic-plan',
        text: '## Glossary\n\n| Word | What it means |\n| --- | --- |\n| CCG | Clinical commissioning group |\n',
      },
    ],
    invalid: [
      {
        title: 'a product of the old arrangements',
        kind: 'full-inspection-report',
        text: 'The partnership has now completed its written statement of action.\n\nLeaders follow an accelerated progress plan (APP).\n',
        finds: [
          { at: 'written statement of action', message: /priority action plan/, severity: 'warning' },
          { at: 'accelerated progress plan (APP)', message: /monitoring inspections/ },
        ],
      },
      {
        title: 'a plan of the old arrangements that was still being worked through in 2023',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 6 to 10 March 2023\n\nLeaders follow an accelerated progress plan.\n',
        finds: [{ at: 'accelerated progress plan', severity: 'info' }],
      },
      {
        title: 'a body that is gone',
        kind: 'strategic-plan',
        text: 'The council and the clinical commissioning group (CCG) fund therapies together.\n\n| Action | Lead |\n| --- | --- |\n| Recruit therapists | Head of Commissioning, CCG |\n',
        finds: [{ at: 'clinical commissioning group (CCG)', message: /1 July 2022/ }, { at: 'CCG' }],
      },
    ],
  },
  looksFor: [usesIn],
  check(document, report, { today }) {
    // A plan that goes back to those days may tell of them rightly.
    const isOld = documentDays(document, today).from < EDITION_INFO[0]!.from;
    // There the terms were right, so each is told of once.
    const told = new Set<string>();
    for (const { unit, value: uses } of usesIn(document)) {
      const purpose = purposeOf(unit.section);
      if (purpose === 'glossary' || purpose === 'closing') continue;
      for (const { term, text, from } of uses) {
        if (isOld && told.has(term.name)) continue;
        told.add(term.name);
        report({
          at: unit.spanOf(from, from + text.length),
          ...(isOld || term.lingersIn.includes(document.edition) ? { severity: 'info' as const } : {}),
          message: `“${text}” belongs to the arrangements before 2023${text.toLowerCase().startsWith(term.name) ? '' : ` (${term.name})`}. ${term.replacedBy} Change it, or say that it is in the past.`,
          help: `${term.replacedBy} Use today’s term, or make plain that the sentence tells of the past, for example with the year.`,
          tag: 'deprecated',
        });
      }
    }
  },
};

export default rule;
