import type { SendDocument } from '../document/index.js';
import { sectionInfo, SECTIONS } from '../framework/sections.js';
import { PLAN_KINDS, type DocumentKind, type SectionId, type Span } from '../framework/types.js';
import { isPresent } from '../rules/support/sections.js';
import type { Finding } from './types.js';

export type CompletenessState = 'present' | 'incomplete' | 'missing';

export interface CompletenessItem {
  /** A section's id, or a requirement's. */
  readonly id: string;
  readonly label: string;
  readonly group: 'sections' | 'facts';
  readonly state: CompletenessState;
  /** What is still to do, in the words of the finding; null when nothing is. */
  readonly detail: string | null;
  /** Where to go: the finding, else the thing itself; null when there is nothing to go to. */
  readonly span: Span | null;
  /** The section whose skeleton can be put in; null where there is none to insert. */
  readonly insert: SectionId | null;
}

export interface Completeness {
  readonly items: readonly CompletenessItem[];
  /** 0 to 100; what is incomplete counts half. */
  readonly percent: number;
}

interface Requirement {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly DocumentKind[];
  /** Rules whose findings say that it is not as it should be. */
  readonly rules: readonly string[];
  /** Where the document tells it; null: it does not. Left out where only the rules can say. */
  readonly find?: (document: SendDocument) => Span | null;
  /** Without this section the rules say nothing, because the section itself is missing. */
  readonly section?: SectionId;
  /** Where it is told, if not where `find` finds it: a section, or the paragraphs that speak of it. What is left of a template there leaves it unfinished. */
  readonly told?: SectionId | RegExp;
  readonly applies?: (document: SendDocument) => boolean;
}

const F: readonly DocumentKind[] = ['full-inspection-report'];
const REPORTS: readonly DocumentKind[] = ['full-inspection-report', 'monitoring-inspection-report'];
const PLANS = PLAN_KINDS;

/** What a document must tell beside having its sections, in the order in which readers meet it. */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'title',
    label: 'Title with the kind of document and the local area',
    kinds: [...REPORTS, ...PLANS, 'engagement-meeting-note'],
    rules: ['title'],
  },
  {
    id: 'inspection-dates',
    label: 'Dates of the inspection',
    kinds: REPORTS,
    rules: ['inspection-dates', 'date-conflict'],
    find: ({ facts }) => facts.inspection.found?.span ?? null,
  },
  {
    id: 'previous-inspection',
    label: 'Dates of the previous inspection',
    kinds: F,
    rules: [],
    find: ({ facts }) => facts.previousInspections.label?.span ?? facts.previousInspections.found[0]?.span ?? null,
  },
  {
    id: 'outcome',
    label: 'Outcome, in the fixed wording',
    kinds: F,
    rules: ['outcome-statement', 'outcome-conflict'],
    find: ({ facts }) => facts.outcomeStatements[0]?.span ?? null,
  },
  {
    id: 'next-inspection',
    label: 'When the next inspection will be',
    kinds: F,
    rules: ['next-inspection'],
    find: ({ facts }) => facts.nextFullInspection?.span ?? null,
  },
  {
    id: 'follow-up',
    label: 'What is asked of the partnership',
    kinds: F,
    rules: ['outcome-follow-up'],
    find: ({ facts }) => (facts.strategicPlanRequested ?? facts.priorityActionPlanRequired)?.span ?? null,
  },
  {
    id: 'alternative-provision',
    label: 'How alternative provision is commissioned',
    kinds: F,
    rules: ['alternative-provision'],
    section: 'about-partnership',
    told: /\balternative provision\b/i,
  },
  {
    id: 'co-production',
    label: 'Co-production and the voices of families',
    kinds: [...F, ...PLANS],
    rules: ['co-production'],
    told: /\bco-?(?:produc|design|creat)/i,
  },
  {
    id: 'priority-action',
    label: 'Areas for priority action, each with a responsible body',
    kinds: F,
    rules: ['priority-action-areas', 'responsible-body'],
    find: ({ facts }) => facts.areasForPriorityAction[0]?.span ?? null,
    applies: ({ facts }) => facts.outcome === 3,
  },
  {
    id: 'areas-for-improvement',
    label: 'Areas for improvement that ask somebody to act',
    kinds: F,
    rules: ['improvement-areas', 'area-not-an-action'],
    find: ({ facts }) => facts.areasForImprovement[0]?.span ?? null,
  },
  {
    id: 'partners',
    label: 'Local authority and integrated care board, with addresses',
    kinds: REPORTS,
    rules: ['partnership-details'],
    find: ({ facts }) => facts.partners.localAuthority[0]?.span ?? null,
  },
  {
    id: 'statutory-basis',
    label: 'Legal basis of the inspection',
    kinds: REPORTS,
    rules: ['statutory-basis'],
    section: 'about-inspection',
  },
  {
    id: 'team',
    label: 'Inspectors from Ofsted and the Care Quality Commission',
    kinds: REPORTS,
    rules: ['inspection-team'],
    find: ({ facts }) => (facts.team.ofsted[0] && facts.team.cqc[0] ? facts.team.ofsted[0].span : null),
  },
  { id: 'inspection', label: 'The inspection that the plan answers', kinds: PLANS, rules: ['plan-inspection'], told: 'plan-inspection' },
  { id: 'areas-answered', label: 'An action for every area of the report', kinds: PLANS, rules: ['area-not-covered', 'unknown-area'] },
  {
    id: 'actions',
    label: 'Actions with owner, deadline and success measure',
    kinds: PLANS,
    rules: ['action-complete', 'action-deadline', 'action-owner', 'success-measure'],
    find: ({ facts }) => facts.actions[0]?.span ?? null,
    told: 'plan-actions',
  },
  {
    id: 'commissioning',
    label: 'How alternative provision is commissioned and overseen',
    kinds: PLANS,
    rules: ['alternative-provision'],
    told: 'alternative-provision',
  },
  { id: 'governance', label: 'Board, review cycle and reporting line', kinds: PLANS, rules: ['governance'], told: 'governance' },
  {
    id: 'sign-off',
    label: 'Signed by the local authority and every integrated care board',
    kinds: PLANS,
    rules: ['joint-sign-off'],
    told: 'sign-off',
  },
  {
    id: 'formats',
    label: 'How to get the document in another format',
    kinds: [...REPORTS, ...PLANS],
    rules: ['accessible-formats'],
    told: 'accessibility',
  },
  {
    id: 'easy-read',
    label: 'Easy-read version, or one for children and young people',
    kinds: PLANS,
    rules: ['easy-read'],
    told: 'accessibility',
  },
  { id: 'meeting', label: 'Date of the meeting', kinds: ['engagement-meeting-note'], rules: [], find: (document) => meetingDate(document) },
];

function meetingDate({ frontMatter, prose }: SendDocument): Span | null {
  return (
    frontMatter.valueSpan('engagementMeeting.last') ??
    prose.find(({ text }) => /\bdate of (?:the )?meeting\b|\bmeeting date\b/i.test(text))?.span ??
    null
  );
}

const spanOf = ({ start, end }: Finding): Span => ({ start: start.offset, end: end.offset });
const within = (finding: Finding, { start, end }: Span): boolean => finding.start.offset >= start && finding.start.offset < end;

/** Sections that a document of this kind, with this outcome, is to have, in the framework's order. */
export function wantedSections(document: SendDocument): SectionId[] {
  const { kind, facts } = document;
  if (!kind) return [];
  return SECTIONS.filter(
    ({ id, requiredIn }) =>
      requiredIn.includes(kind) || (id === 'priority-action' && kind === 'full-inspection-report' && facts.outcome === 3),
  )
    .sort((a, b) => (a.order ?? 50) - (b.order ?? 50))
    .map(({ id }) => id);
}

/** Rules that find a section unfinished. What else is wrong in it stands in the list of problems. */
const UNFINISHED: ReadonlySet<string> = new Set(['empty-section', 'placeholder']);

function sectionItem(document: SendDocument, findings: readonly Finding[], id: SectionId): CompletenessItem {
  const label = sectionInfo(id)!.headings[0]!;
  const base = { id, label, group: 'sections' as const };
  const section = document.section(id);
  if (!section) {
    return isPresent(document, id)
      ? { ...base, state: 'present', detail: null, span: null, insert: null }
      : { ...base, state: 'missing', detail: 'This section is not there yet.', span: null, insert: id };
  }
  const inside = findings.filter((finding) => UNFINISHED.has(finding.rule) && within(finding, section.span));
  const first = inside[0];
  const heading = section.heading?.span ?? section.span;
  if (!first) return { ...base, state: 'present', detail: null, span: heading, insert: null };
  return {
    ...base,
    state: 'incomplete',
    detail: inside.length === 1 ? first.message : `${first.message} And ${inside.length - 1} more to mend.`,
    span: spanOf(first),
    insert: null,
  };
}

/** Where a requirement is told. */
function toldAt(document: SendDocument, { told }: Requirement, found: Span | null): readonly Span[] {
  if (typeof told === 'string') return document.sectionsOf(told).map(({ span }) => span);
  const { flow, text } = document;
  return flow
    .map(({ span }) => span)
    .filter((span) =>
      told ? told.test(text.slice(span.start, span.end)) : found !== null && found.start >= span.start && found.start < span.end,
    );
}

/** One of what a finding tells; where it tells what several rules found absent, the part of each. */
const partsOf = (finding: Finding): readonly Finding[] => finding.collects?.map((part) => ({ ...finding, ...part })) ?? [finding];

function factItem(document: SendDocument, findings: readonly Finding[], requirement: Requirement): CompletenessItem {
  const { id, label, rules, find, section } = requirement;
  const base = { id, label, group: 'facts' as const, insert: null };
  const own = findings
    .flatMap(partsOf)
    // A hint is no gap; what nobody can tell to be there is.
    .filter((finding) => rules.includes(finding.rule) && (finding.severity !== 'info' || finding.isAbsence === true));
  const first = own[0];
  const found = find?.(document) ?? null;
  const absent = (find && !found) || (section !== undefined && !isPresent(document, section));
  if (absent)
    return {
      ...base,
      state: 'missing',
      detail: first?.message ?? 'The document does not say this yet.',
      span: first ? spanOf(first) : null,
    };
  if (!first) {
    const unfinished = findings.filter(({ rule }) => UNFINISHED.has(rule));
    const places = unfinished.length > 0 ? toldAt(document, requirement, found) : [];
    const gap = unfinished.find((finding) => places.some((place) => within(finding, place)));
    return gap
      ? { ...base, state: 'incomplete', detail: gap.message, span: spanOf(gap) }
      : { ...base, state: 'present', detail: null, span: found };
  }
  // A rule that looks for evidence in the whole document reports what is missing as an error at a heading.
  const state = !find && section === undefined && own.some(({ severity }) => severity === 'error') ? 'missing' : 'incomplete';
  return {
    ...base,
    state,
    detail: own.length === 1 ? first.message : `${first.message} And ${own.length - 1} more to mend.`,
    span: spanOf(first),
  };
}

/** The requirement that a plan has an action for every area of its report. */
const ANSWERED = 'areas-answered';

/** What the matching of a report and its plan adds to the findings: without its report nobody can tell whether a plan answers every area. */
function answered(item: CompletenessItem, unanswered: readonly string[] | null): CompletenessItem {
  if (item.id !== ANSWERED || item.state !== 'present' || unanswered?.length === 0) return item;
  const detail =
    unanswered === null
      ? 'The report that this plan answers was not found, or more than one fits, so this cannot be told. Name it with respondsTo in the front matter.'
      : `Nobody answers ${unanswered.join(', ')} yet.`;
  return { ...item, state: 'incomplete', detail };
}

/**
 * What a document of one of our kinds must have, and whether it does. Empty for other documents. `findings` are those of the same text.
 * `unanswered` are the ids of areas of the report that no action of the plan answers; null: its report is not known; left out, the findings
 * alone decide.
 */
export function completenessOf(document: SendDocument, findings: readonly Finding[], unanswered?: readonly string[] | null): Completeness {
  const { kind } = document;
  if (!kind) return { items: [], percent: 0 };
  const requirements = REQUIREMENTS.filter(({ kinds, applies }) => kinds.includes(kind) && (applies?.(document) ?? true));
  const items = [
    ...wantedSections(document).map((id) => sectionItem(document, findings, id)),
    ...requirements.map((requirement) => {
      const item = factItem(document, findings, requirement);
      return unanswered === undefined ? item : answered(item, unanswered);
    }),
  ];
  const points = items.reduce((sum, { state }) => sum + (state === 'present' ? 2 : state === 'incomplete' ? 1 : 0), 0);
  return { items, percent: items.length === 0 ? 100 : Math.floor((points * 50) / items.length) };
}
