import type { OutcomeStatement, Section, SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { OutcomeId, Span } from '../../framework/types.js';
import { outcomeInfo } from '../../framework/wording.js';
import type { DocumentRule, Fix, Problem, RelatedPlace } from '../rule.js';
import { hasContent } from '../support/sections.js';
import { nameSpan } from './_wording.js';

const TABLE =
  '| Responsible body | Areas for priority action |\n| --- | --- |\n| [insert name of responsible body] | Leaders should urgently [insert what they must do]. |';

const relatedTo = (statement: OutcomeStatement | undefined, name: string): RelatedPlace[] =>
  statement ? [{ span: statement.span, message: `The outcome is given as “${name}” here.` }] : [];

/** Where the section belongs: before the areas for improvement, else after what needs to be better. */
function placeOf(document: SendDocument): { at: Span; insert: (text: string) => Fix['edits'] } | null {
  const next = document.section('areas-for-improvement');
  if (next) return { at: nameSpan(next), insert: (text) => [{ start: next.span.start, end: next.span.start, text: `${text}\n\n` }] };
  const before = document.section('improve') ?? document.section('inspection-outcome');
  if (!before) return null;
  const end = document.flow[before.flowEnd - 1]?.span.end ?? before.span.end;
  return { at: nameSpan(before), insert: (text) => [{ start: end, end, text: `\n\n${text}` }] };
}

function emptySection(document: SendDocument, section: Section, related: readonly RelatedPlace[]): Problem {
  const end = section.heading?.span.end ?? section.span.end;
  const headed = document.tablesIn(section).length > 0;
  return {
    at: nameSpan(section),
    message: 'This section has no area for priority action. Say what must be addressed urgently, and which body is responsible for it.',
    ...(headed ? {} : { fixes: [{ title: 'Insert a table', kind: 'assist', edits: [{ start: end, end, text: `\n\n${TABLE}` }] }] }),
    related,
  };
}

function missing(document: SendDocument, related: readonly RelatedPlace[]): Problem | null {
  const section = document.section('priority-action');
  if (section) return emptySection(document, section, related);
  const place = placeOf(document);
  if (!place) return null;
  const depth = document.section('areas-for-improvement')?.heading?.depth ?? 2;
  return {
    at: place.at,
    message: `With the outcome “${outcomeInfo(3).name}”, the report must have areas for priority action. Put them in a section of their own before the areas for improvement.`,
    fixes: [
      {
        title: 'Insert the section “Areas for priority action”',
        kind: 'assist',
        edits: place.insert(`${'#'.repeat(depth)} Areas for priority action\n\n${TABLE}`),
      },
    ],
    related,
  };
}

export const report = (outcome: OutcomeId, areas: string): string =>
  `# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n${outcomeInfo(outcome).statements[0]!}\n\n${areas}## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should improve annual reviews. |\n`;
export const PRIORITY =
  '## Areas for priority action\n\n| Responsible body | Areas for priority action |\n| --- | --- |\n| Exampleshire County Council | Leaders should urgently improve EHC plans. |\n\n';

const rule: DocumentRule = {
  id: 'priority-action-areas',
  title: 'There are areas for priority action with widespread and/or systemic failings, and only then',
  severity: 'error',
  kinds: ['full-inspection-report'],
  source: cite(SOURCES.publishedReports, 'section “Areas for priority action”; with outcome 3 and no other in 56 of 56'),
  rationale:
    'The priority action plan answers these areas one by one, so there can be no plan without them. With the other outcomes the partnership answers areas for improvement in its strategic plan.',
  help: 'Give areas for priority action with the third outcome, and areas for improvement alone with the others.',
  examples: {
    valid: [
      { title: 'failings with areas for priority action', kind: 'full-inspection-report', text: report(3, PRIORITY) },
      { title: 'another outcome without', kind: 'full-inspection-report', text: report(2, '') },
    ],
    invalid: [
      {
        title: 'an empty section, whatever the outcome',
        kind: 'full-inspection-report',
        text: '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for priority action\n\n## Areas for improvement\n\nText.\n',
        finds: [{ at: 'Areas for priority action', message: /has no area/ }],
      },
      {
        title: 'failings without areas for priority action',
        kind: 'full-inspection-report',
        text: report(3, ''),
        finds: [{ at: 'Areas for improvement', message: /must have areas for priority action/ }],
      },
      {
        title: 'failings with an empty section',
        kind: 'full-inspection-report',
        text: report(3, '## Areas for priority action\n\n'),
        finds: [{ at: 'Areas for priority action', message: /has no area/ }],
      },
    ],
  },
  check(document, problem) {
    const { outcome, outcomeStatements, areasForPriorityAction } = document.facts;
    const section = document.section('priority-action');
    if (outcome === null) {
      if (section && !hasContent(document, section)) problem(emptySection(document, section, []));
      return;
    }
    const { name } = outcomeInfo(outcome);
    const related = relatedTo(outcomeStatements[0], name);
    if (outcome === 3) {
      const found = areasForPriorityAction.length === 0 ? missing(document, related) : null;
      if (found) problem(found);
    } else if (section && (areasForPriorityAction.length > 0 || !hasContent(document, section))) {
      problem({
        at: nameSpan(section),
        message: `Areas for priority action are given only with “${outcomeInfo(3).name}”, and the outcome here is “${name}”. Turn them into areas for improvement, or change the outcome.`,
        related,
      });
    }
  },
};

export default rule;
