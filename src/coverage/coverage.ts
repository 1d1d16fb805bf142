import {
  answersOf,
  areaName,
  areasOf,
  canonicalArea,
  inspectionRange,
  isUnwritten,
  readDeadline,
  readStatus,
  targetOf,
  type ActionFact,
  type ActionState,
  type AreaFact,
  type AreaReference,
  type SendDocument,
} from '../document/index.js';
import { isReportKind, isPlanKind, type IsoDate } from '../framework/types.js';

/*
 * A report and the plans that answer it. Pure: the host finds the documents, and gives each its path.
 */

/** The state of an action or of an area: the worst of its actions. 'overdue': the day is past and nothing says that it is finished. */
export type CoverageState = ActionState | 'overdue' | 'no-status';

export interface CoveredBy {
  readonly plan: SendDocument;
  readonly action: ActionFact;
  /** How the action says so. */
  readonly by: 'id' | 'link' | 'wording';
  readonly reference: AreaReference;
  readonly state: CoverageState;
}

export interface Suggestion {
  readonly plan: SendDocument;
  readonly action: ActionFact;
  /** The words that come close. */
  readonly reference: AreaReference;
  /** 0 to 1. */
  readonly similarity: number;
}

export interface AreaCoverage {
  readonly area: AreaFact;
  readonly kind: 'improvement' | 'priority-action';
  readonly actions: readonly CoveredBy[];
  /** Rows of a template that stand for it and say nothing yet. Never counted as answers. */
  readonly unwritten: readonly { readonly plan: SendDocument; readonly action: ActionFact }[];
  /** null: nobody answers it. */
  readonly state: CoverageState | null;
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  /** Actions that answer no area and come close to this one in words. Never counted as answers. */
  readonly suggestions: readonly Suggestion[];
  /** Whether a plan of these kinds is asked to answer it: strategic plans the areas for improvement, priority action plans the areas for priority action. */
  readonly expected: boolean;
}

export interface UnknownReference {
  readonly plan: SendDocument;
  readonly reference: AreaReference;
  readonly actions: readonly ActionFact[];
}

export interface Coverage {
  readonly report: SendDocument;
  readonly plans: readonly SendDocument[];
  /** Every area, those for priority action first, in the report's order. */
  readonly areas: readonly AreaCoverage[];
  /** Expected and answered by nobody. */
  readonly uncovered: readonly AreaCoverage[];
  /** References to areas that the report does not have, in document order. */
  readonly unknown: readonly UnknownReference[];
  /** Actions that answer no area. */
  readonly unassigned: readonly { readonly plan: SendDocument; readonly action: ActionFact }[];
}

/** The state of an action on a day. */
export function stateOf(action: ActionFact, today: IsoDate): CoverageState {
  const state = action.status ? readStatus(action.status.text) : null;
  if (state === 'complete') return state;
  const deadline = action.due && readDeadline(action.due.text);
  // An ambiguous period is over when its latest reading is, and what goes on never.
  const latest = deadline?.problem === 'vague' ? null : (deadline?.latest ?? null);
  if (latest !== null && latest < today) return 'overdue';
  return state ?? 'no-status';
}

const WORST: readonly CoverageState[] = ['overdue', 'behind', 'not-started', 'in-progress', 'no-status', 'complete'];

const worst = (states: readonly CoverageState[]): CoverageState | null => WORST.find((state) => states.includes(state)) ?? null;

/** How the plans answer the report. Plans that are not plans are left out; the same plan twice counts once. */
export function coverageOf(report: SendDocument, given: SendDocument | readonly SendDocument[], today: IsoDate): Coverage {
  const plans = [...new Set(Array.isArray(given) ? (given as readonly SendDocument[]) : [given as SendDocument])].filter(({ kind }) =>
    isPlanKind(kind),
  );
  const kinds = new Set(plans.map(({ kind }) => kind));
  const actionsOf = new Map<AreaFact, CoveredBy[]>();
  const suggestionsOf = new Map<AreaFact, Suggestion[]>();
  const unwrittenOf = new Map<AreaFact, { plan: SendDocument; action: ActionFact }[]>();
  const unknown = new Map<string, { plan: SendDocument; reference: AreaReference; actions: ActionFact[] }>();
  const unassigned: { plan: SendDocument; action: ActionFact }[] = [];
  const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };

  plans.forEach((plan, planIndex) => {
    for (const [action, answers] of answersOf(plan, report)) {
      if (isUnwritten(action)) {
        for (const { area } of answers.areas) push(unwrittenOf, area, { plan, action });
        continue;
      }
      for (const { area, by, reference } of answers.areas)
        push(actionsOf, area, { plan, action, by, reference, state: stateOf(action, today) });
      for (const { area, reference, similarity } of answers.similar) push(suggestionsOf, area, { plan, action, reference, similarity });
      for (const reference of answers.unknown) {
        const key = `${planIndex}:${reference.span.start}:${reference.value}`;
        const entry = unknown.get(key) ?? { plan, reference, actions: [] };
        entry.actions.push(action);
        unknown.set(key, entry);
      }
      if (answers.areas.length === 0) unassigned.push({ plan, action });
    }
  });

  const areas = areasOf(report).map((area): AreaCoverage => {
    const kind = area.id.startsWith('APA') ? 'priority-action' : 'improvement';
    const actions = actionsOf.get(area) ?? [];
    const dates = actions.flatMap(({ action }) => (action.dueDate ? [action.dueDate] : [])).sort();
    return {
      area,
      kind,
      actions,
      unwritten: unwrittenOf.get(area) ?? [],
      state: worst(actions.map(({ state }) => state)),
      earliest: dates[0] ?? null,
      latest: dates.at(-1) ?? null,
      suggestions: (suggestionsOf.get(area) ?? []).sort((a, b) => b.similarity - a.similarity),
      expected: kinds.size === 0 || kinds.has(kind === 'improvement' ? 'strategic-plan' : 'priority-action-plan'),
    };
  });
  return {
    report,
    plans,
    areas,
    uncovered: areas.filter(({ expected, actions }) => expected && actions.length === 0),
    unknown: [...unknown.values()],
    unassigned,
  };
}

/** The path of the report that a plan names, in the same terms as the plan's own path; null when it names none. */
export function respondsToPath(plan: SendDocument): string | null {
  const path = plan.frontMatter.data.respondsTo;
  return path === undefined ? null : targetOf(path, plan.path).path;
}

const samePath = (path: string | null, other: string | null): boolean =>
  path !== null && other !== null && targetOf(path, null).path === targetOf(other, null).path;

/** Whether two documents are about the same local area and, where both say so, the same inspection. */
function sameInspection(plan: SendDocument, report: SendDocument): boolean {
  const [area, other] = [areaName(plan), areaName(report)];
  if (!area || !other || canonicalArea(area, plan.bodies).toLowerCase() !== canonicalArea(other, plan.bodies).toLowerCase()) return false;
  const [days, inspected] = [inspectionRange(plan), inspectionRange(report)];
  return !days || !inspected || (days.start <= inspected.end && inspected.start <= days.end);
}

/**
 * The report that a plan answers, out of those that the host knows: the one it names, else the only one of its local area and inspection.
 * So a report that was renamed is still found. null when there is none, and where several inspections fit: which one is meant is not known.
 */
export function reportFor(plan: SendDocument, documents: Iterable<SendDocument>): SendDocument | null {
  const reports = [...documents].filter((document) => isReportKind(document.kind));
  const path = respondsToPath(plan);
  const named = reports.find((report) => samePath(path, report.path));
  if (named) return named;
  const matching = reports.filter((report) => report.kind === 'full-inspection-report' && sameInspection(plan, report));
  if (new Set(matching.map((report) => inspectionRange(report)?.end)).size > 1) return null;
  // Of several copies always the same one, in whatever order they come.
  return matching.sort((a, b) => compare(a.path ?? '', b.path ?? ''))[0] ?? null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The plans that answer a report, out of the documents that the host knows, in their order. */
export function plansFor(report: SendDocument, documents: Iterable<SendDocument>): SendDocument[] {
  const all = [...documents];
  return all.filter(
    (document) => isPlanKind(document.kind) && reportFor(document, all.includes(report) ? all : [...all, report]) === report,
  );
}

/** The coverage of each report that plans among these answer, by those plans. */
export function coveragesOf(reports: readonly SendDocument[], plans: readonly SendDocument[], today: IsoDate): Coverage[] {
  const answering = new Map<SendDocument, SendDocument[]>();
  for (const plan of plans) {
    const report = reportFor(plan, reports);
    if (report) answering.set(report, [...(answering.get(report) ?? []), plan]);
  }
  return [...answering].map(([report, own]) => coverageOf(report, own, today));
}
