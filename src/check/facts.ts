import { knownFacts, namedPartners, type DateRange, type Facts, type SendDocument } from '../document/index.js';
import { maskDeep, maskOf } from '../privacy/mask.js';
import { isPlanKind, type DocumentKind, type IsoDate, type OutcomeId } from '../framework/types.js';

/** What `area-send facts --format json` prints for one file. What the document does not say is null or an empty list. */
export interface FactsJson {
  path: string;
  kind: DocumentKind | null;
  localArea: string | null;
  inspection: DateRange | null;
  previousInspections: DateRange[];
  outcome: OutcomeId | null;
  nextFullInspectionMonths: number | null;
  monitoringInspectionMonths: number | null;
  /** Of a monitoring report alone: whether the partnership has taken effective action. */
  effectiveAction?: boolean | null;
  strategicPlanRequested: boolean;
  priorityActionPlanRequired: boolean;
  areasForImprovement: { id: string; text: string; line: number }[];
  areasForPriorityAction: { id: string; responsibleBodies: string[]; text: string; line: number }[];
  team: { ofsted: { name: string; role: string }[]; cqc: { name: string; role: string }[] };
  partners: { localAuthority: string[]; integratedCareBoards: string[] };
  /** In plans and notes: the council and the boards that the text names, where no table of partners does. */
  namedPartners?: { localAuthority: string[]; integratedCareBoards: string[] };
  published: IsoDate | null;
  /** In plans and notes that say it: when the report came out. */
  reportPublished?: IsoDate;
  actions: {
    id: string;
    text: string;
    answers: string[];
    owner: string | null;
    due: string | null;
    measure: string | null;
    status: string | null;
    line: number;
  }[];
}

/** The lines of a cell as one. */
const oneLine = (text: string | undefined): string | null => text?.replace(/\s+/g, ' ') ?? null;

/** What a document says, without anybody’s data; its path stays as it is. */
export const factsOf = (document: SendDocument): FactsJson => ({
  ...maskDeep(said(document), maskOf(document)),
  path: document.path ?? '',
});

const namesOf = ({ localAuthority, integratedCareBoards }: Facts['partners']): FactsJson['partners'] => ({
  localAuthority: localAuthority.map(({ name }) => name),
  integratedCareBoards: integratedCareBoards.map(({ name }) => name),
});

function said(document: SendDocument): FactsJson {
  const { facts } = document;
  const line = (offset: number): number => document.lineColumn(offset).line;
  const known = knownFacts(document);
  return {
    path: document.path ?? '',
    kind: document.kind,
    localArea: known.localArea?.value ?? null,
    inspection: known.inspection && { start: known.inspection.value.start, end: known.inspection.value.end },
    previousInspections: facts.previousInspections.found.flatMap(({ range: previous }) =>
      previous ? [{ start: previous.start, end: previous.end }] : [],
    ),
    outcome: facts.outcome,
    nextFullInspectionMonths: facts.nextFullInspection?.value ?? null,
    monitoringInspectionMonths: facts.monitoringInspection?.value ?? null,
    ...(document.kind === 'monitoring-inspection-report' ? { effectiveAction: facts.effectiveAction?.value ?? null } : {}),
    strategicPlanRequested: facts.strategicPlanRequested !== null,
    priorityActionPlanRequired: facts.priorityActionPlanRequired !== null,
    areasForImprovement: facts.areasForImprovement.map(({ id, text, span }) => ({ id, text, line: line(span.start) })),
    areasForPriorityAction: facts.areasForPriorityAction.map(({ id, responsibleBodies, text, span }) => ({
      id,
      responsibleBodies: [...responsibleBodies],
      text,
      line: line(span.start),
    })),
    team: {
      ofsted: facts.team.ofsted.map(({ name, role }) => ({ name, role })),
      cqc: facts.team.cqc.map(({ name, role }) => ({ name, role })),
    },
    partners: namesOf(facts.partners),
    ...(isPlanKind(document.kind) ? { namedPartners: namesOf(namedPartners(document)) } : {}),
    published: known.reportPublished?.value ?? facts.published?.value ?? null,
    ...(facts.reportPublished ? { reportPublished: facts.reportPublished.value } : {}),
    actions: facts.actions.map((action) => ({
      id: action.id,
      text: action.text,
      answers: [...action.answers],
      owner: oneLine(action.owner?.text),
      due: action.dueDate ?? oneLine(action.due?.text),
      measure: oneLine(action.measure?.text),
      status: oneLine(action.status?.text),
      line: line(action.span.start),
    })),
  };
}
