import { SOURCES, cite } from '../../framework/sources.js';
import { outcomeInfo } from '../../framework/wording.js';
import type { OutcomeId } from '../../framework/types.js';
import { marker, quick, type PlacedProse, type QuickPattern, type SendDocument } from '../../document/index.js';
import type { DocumentRule } from '../rule.js';

/** An outcome given as the area’s, in the words of its statement. What earlier inspections found is told in the past tense and is no outcome. */
const STATED: readonly (readonly [OutcomeId, QuickPattern])[] = [
  [1, quick(/\barrangements typically lead to positive experiences and outcomes for children and young people with (?:SEND|special)\b/i)],
  [
    2,
    quick(
      /\barrangements (?:typically )?lead to inconsistent experiences and outcomes for children and young people with (?:SEND|special)\b/i,
    ),
  ],
  [3, quick(/\bwidespread and(?:\/or)? systemic failings leading to significant concerns\b/i)],
];
const EARLIER = /\b(?:previous|last|earlier|former|20(?:1\d|2[0-2])) inspections?\b|\binspection (?:in|of) 20(?:1\d|2[0-2])\b/i;

interface Stated {
  readonly outcome: OutcomeId;
  readonly unit: PlacedProse;
  readonly from: number;
  readonly to: number;
}

const statedIn = marker(
  (prose): readonly Omit<Stated, 'unit'>[] | null => {
    if (prose.quoted > 0) return null;
    const stated = STATED.flatMap(([outcome, pattern]) => {
      const match = pattern.match(prose.text);
      return match ? [{ outcome, from: match.index, to: match.index + match[0].length }] : [];
    });
    return stated.length > 0 && !EARLIER.test(prose.text) ? stated : null;
  },
  STATED.map(([, pattern]) => pattern),
);

function statedElsewhere(document: SendDocument): Stated[] {
  const section = document.section('inspection-outcome');
  return statedIn(document)
    .filter(({ unit }) => !(section && unit.span.start >= section.span.start && unit.span.end <= section.span.end))
    .flatMap(({ unit, value }) => value.map((stated) => ({ ...stated, unit })));
}

const report = (outcome: string, rest = ''): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n${outcome}\n${rest}`;
const [positive, inconsistent, failings] = ([1, 2, 3] as const).map((id) => outcomeInfo(id).statements[0]!) as [string, string, string];

const rule: DocumentRule = {
  id: 'outcome-conflict',
  title: 'The report gives one outcome, and the same one throughout',
  severity: 'error',
  kinds: ['full-inspection-report'],
  source: cite(SOURCES.publishedReports, 'section “Inspection outcome”; one outcome in 56 of 56'),
  rationale:
    'An inspection has one of three outcomes. What happens next, and how soon, follows from it, so a report that gives two leaves everyone unsure.',
  help: 'Keep the statement of the outcome that was reached, and delete the other.',
  examples: {
    valid: [
      { title: 'one outcome', kind: 'full-inspection-report', text: report(inconsistent) },
      {
        title: 'what an earlier inspection found',
        kind: 'full-inspection-report',
        text: report(
          inconsistent,
          '\n## Information about the local area partnership\n\nThe previous inspection found widespread and/or systemic failings leading to significant concerns. Much has changed.\n',
        ),
      },
      {
        title: 'similar words about one service',
        kind: 'full-inspection-report',
        text: report(
          failings,
          '\n## What is the area partnership doing that is effective?\n\n- Children who use the hydrotherapy pool typically have positive experiences and outcomes.\n- The arrangements lead to inconsistent experiences and outcomes for older teenagers.\n',
        ),
      },
    ],
    invalid: [
      {
        title: 'two statements in the outcome section',
        kind: 'full-inspection-report',
        text: report(`${inconsistent}\n\n${failings}`),
        finds: [{ at: failings, message: /“inconsistent” and “widespread and\/or systemic failings”/ }],
      },
      {
        title: 'another outcome further down',
        kind: 'full-inspection-report',
        text: report(
          positive,
          '\n## What does the area partnership need to do better?\n\n- The partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with SEND.\n',
        ),
        finds: [
          {
            at: 'arrangements lead to inconsistent experiences and outcomes for children and young people with SEND',
            message: /outcome section says “typically positive”/,
          },
        ],
      },
    ],
  },
  looksFor: [statedIn],
  check(document, problem) {
    const { outcomeStatements, outcome } = document.facts;
    const first = outcomeStatements[0];
    if (!first) return;
    const nameOf = (id: OutcomeId): string => `“${outcomeInfo(id).name}”`;
    const related = [{ span: first.span, message: `The outcome is given as ${nameOf(first.outcome)} here.` }];
    for (const other of outcomeStatements.slice(1)) {
      if (other.outcome === first.outcome) continue;
      problem({
        at: other.span,
        message: `This section gives two outcomes, ${nameOf(first.outcome)} and ${nameOf(other.outcome)}. Delete the statement of the one that was not reached.`,
        related,
      });
    }
    if (outcome === null) return;
    for (const { outcome: other, unit, from, to } of statedElsewhere(document)) {
      if (other === outcome) continue;
      problem({
        at: unit.spanOf(from, to),
        message: `These are the words for the outcome ${nameOf(other)}, but the outcome section says ${nameOf(outcome)}. Make the two agree.`,
        related,
      });
    }
  },
};

export default rule;
