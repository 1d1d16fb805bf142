import {
  canonicalArea,
  formatDate,
  formatRange,
  knownFacts,
  readStatus,
  type DateRange,
  type Known,
  type SendDocument,
} from '../document/index.js';
import { isIsoDate, weekday, addDays, daysBetween } from '../framework/days.js';
import { normaliseAreaName } from '../framework/local-authorities.js';
import type { CycleEvent } from '../framework/milestones.js';
import { isPlanKind, type DocumentKind, type EditionId, type IsoDate, type OutcomeId } from '../framework/types.js';
import { resolvePath } from '../text/paths.js';
import { listed, oneLine } from '../text/words.js';
import { slug } from './text.js';
import { append } from '../text/lists.js';

/** A deadline's title, in UTF-16 units: what a calendar and a narrow panel can show. */
const TITLE_LENGTH = 140;

/** A place in a document. `path` is null for text that was never saved; `line` is 1-based. */
export interface Place {
  readonly path: string | null;
  readonly line: number;
}

/** A day on which something happened or will, and where a document says so. */
export interface DatedEvent extends Place {
  readonly event: CycleEvent;
  readonly date: IsoDate;
}

export interface OwnMilestone extends Place {
  /** "milestone-parent-carer-forum-sign-off": what `done` in front matter names. */
  readonly id: string;
  readonly title: string;
  readonly due: IsoDate;
}

export interface PlannedAction extends Place {
  /** Made from the action's words, so that it stays when rows are added or the date moves. */
  readonly id: string;
  /** A1, A2 … as in the facts. */
  readonly number: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: IsoDate;
  readonly complete: boolean;
}

/** What one document says that matters for dates. Small and plain, so that hundreds can be kept without their documents. */
export interface CycleInput {
  readonly path: string | null;
  readonly kind: DocumentKind;
  readonly localArea: string | null;
  /** The full inspection that the document belongs to; null when it does not say. */
  readonly inspection: DateRange | null;
  readonly inspectionPlace: Place;
  /** The edition that front matter gives; null where it gives none. */
  readonly edition?: EditionId | null;
  readonly outcome: OutcomeId | null;
  readonly nextFullInspectionMonths: number | null;
  readonly monitoringInspectionMonths: number | null;
  readonly respondsTo: string | null;
  readonly events: readonly DatedEvent[];
  readonly broughtForward: readonly (Place & { readonly id: string; readonly date: IsoDate })[];
  readonly done: readonly (Place & { readonly id: string })[];
  readonly milestones: readonly OwnMilestone[];
  readonly actions: readonly PlannedAction[];
}

/** What is wrong with the dates, in plain English. Never thrown. */
export interface ScheduleProblem extends Place {
  readonly message: string;
}

/** Everything that a local area's documents say about one full inspection and what follows it. */
export interface Cycle {
  /** The same for the same local area and inspection, whatever the paths: part of every calendar UID. */
  readonly key: string;
  readonly localArea: string | null;
  readonly inspection: DateRange | null;
  /** The edition that its documents give; null where they give none. */
  readonly edition?: EditionId | null;
  readonly outcome: OutcomeId | null;
  readonly nextFullInspectionMonths: number | null;
  /** Months from the monitoring inspection to the next full one, as its report says. */
  readonly afterMonitoringMonths?: number | null;
  readonly monitoringInspectionMonths: number | null;
  readonly events: Readonly<Partial<Record<CycleEvent, DatedEvent>>>;
  readonly broughtForward: CycleInput['broughtForward'];
  readonly done: CycleInput['done'];
  readonly milestones: readonly OwnMilestone[];
  readonly actions: readonly PlannedAction[];
  /** Kinds of document that were found for it. */
  readonly kinds: ReadonlySet<DocumentKind>;
  /** The document that speaks for the cycle: the report, else the plan, else the note. */
  readonly home: Place;
  /** The document of each kind that was used. */
  readonly homes: Readonly<Partial<Record<DocumentKind, Place>>>;
  readonly paths: readonly (string | null)[];
  /** A later full inspection of the same area. */
  readonly followedBy: DatedEvent | null;
  readonly problems: readonly ScheduleProblem[];
}

// One document

/** The first day on site: fieldwork that begins off site on a Thursday or Friday is followed by the Monday. */
function onSiteStart({ start, end }: DateRange): IsoDate {
  for (let day = start, tries = 0; day <= end && tries < 7; day = addDays(day, 1), tries++) if (weekday(day) === 1) return day;
  return start;
}

/** What a document says about dates; null when it is not a recognised document. Never throws. */
export function cycleInputOf(document: SendDocument): CycleInput | null {
  const { kind, facts, frontMatter, path } = document;
  if (!kind) return null;
  const { data } = frontMatter;
  const place = (offset: number | undefined): Place => ({ path, line: offset === undefined ? 1 : document.lineColumn(offset).line });
  const at = (key: string): Place => place((frontMatter.valueSpan(key) ?? frontMatter.keySpan(key) ?? frontMatter.span)?.start);
  const monitoring = kind === 'monitoring-inspection-report';

  const events: DatedEvent[] = [];
  const add = (event: CycleEvent, date: IsoDate | undefined | null, where: Place): void => {
    if (date) events.push({ event, date, ...where });
  };

  const addKnown = (event: CycleEvent, known: Known<IsoDate> | null): void => add(event, known?.value, place(known?.span.start));

  const known = knownFacts(document);
  let inspection = known.inspection?.value ?? null;
  let inspectionPlace = known.inspection ? place(known.inspection.span.start) : at('inspection');
  if (monitoring) {
    add('monitoring-inspection', inspection?.end, inspectionPlace);
    const previous = facts.previousInspections.found.filter((found) => found.range).at(-1);
    inspection = previous?.range ?? null;
    inspectionPlace = previous ? place(previous.span.start) : place(0);
  }
  if (inspection) {
    add('on-site-start', onSiteStart(inspection), inspectionPlace);
    add('inspection-end', inspection.end, inspectionPlace);
  }
  if (!monitoring) {
    add('draft-received', data.report?.draftReceived, at('report.draftReceived'));
    add('report-received', data.report?.received, at('report.received'));
    addKnown('report-published', known.reportPublished);
  }
  // A plan's dates in a report or a note are those of the plan that its outcome asks for.
  const plan =
    kind === 'priority-action-plan' || (kind !== 'strategic-plan' && facts.outcome === 3) ? 'priority-action-plan' : 'strategic-plan';
  if (plan === 'priority-action-plan') {
    add('priority-action-plan-submitted', data.plan?.submitted, at('plan.submitted'));
    add('priority-action-plan-approved', data.plan?.approved, at('plan.approved'));
  }
  // A local SEND reform plan answers no inspection: it is neither of the two.
  if (kind !== 'local-send-reform-plan') {
    addKnown(`${plan}-published`, known.planPublished);
    add(`${plan}-review`, data.plan?.review, at('plan.review'));
  }
  addKnown('engagement-meeting', known.meeting);
  add('engagement-meeting-next', data.engagementMeeting?.next, at('engagementMeeting.next'));
  add('comments-published', data.localOffer?.commentsPublished, at('localOffer.commentsPublished'));

  const taken = new Map<string, number>();
  const unique = (id: string): string => {
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
  return {
    path,
    kind,
    localArea: known.localArea && canonicalArea(known.localArea.value, document.bodies),
    inspection,
    inspectionPlace,
    edition: data.edition ?? null,
    outcome: facts.outcome,
    nextFullInspectionMonths: facts.nextFullInspection?.value ?? null,
    monitoringInspectionMonths: facts.monitoringInspection?.value ?? null,
    respondsTo: data.respondsTo ?? null,
    events,
    broughtForward: Object.entries(data.broughtForward ?? {}).map(([id, date]) => ({ id, date, ...at(`broughtForward.${id}`) })),
    done: (data.done ?? []).map((id, index) => ({ id, ...at(`done.${index}`) })),
    milestones: (data.milestones ?? []).map(({ title, due }, index) => ({
      id: unique(`milestone-${slug(title)}`),
      title: oneLine(title, TITLE_LENGTH),
      due,
      ...at(`milestones.${index}.due`),
    })),
    actions: facts.actions.flatMap((action): PlannedAction[] => {
      if (!action.dueDate || !isIsoDate(action.dueDate)) return [];
      const status = action.status?.text ?? '';
      return [
        {
          id: unique(`action-${slug(action.text)}`),
          number: action.id,
          title: oneLine(action.text, TITLE_LENGTH).replace(/\.$/, ''),
          owner: action.owner ? oneLine(action.owner.text, TITLE_LENGTH) || null : null,
          due: action.dueDate,
          complete: readStatus(status) === 'complete',
          ...place(action.due?.span.start ?? action.span.start),
        },
      ];
    }),
  };
}

// Several documents

const KIND_ORDER: readonly DocumentKind[] = [
  'full-inspection-report',
  'priority-action-plan',
  'strategic-plan',
  'local-send-reform-plan',
  'monitoring-inspection-report',
  'engagement-meeting-note',
];

/** Documents that tell the same inspection's dates a little differently still mean one inspection. */
const SAME_INSPECTION_DAYS = 21;

const near = (a: DateRange, b: DateRange): boolean =>
  Math.abs(daysBetween(a.start, b.start)) <= SAME_INSPECTION_DAYS || (a.start <= b.end && b.start <= a.end);

const answeredPath = ({ path, respondsTo }: CycleInput): string | null =>
  respondsTo !== null && path !== null ? resolvePath(path, respondsTo) : null;

/** How much a document tells; the one that tells most speaks for its duplicates. */
const weight = (input: CycleInput): number =>
  input.events.length * 10 + input.done.length + input.milestones.length + (input.outcome === null ? 0 : 5);

const byPath = (a: CycleInput, b: CycleInput): number =>
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || weight(b) - weight(a) || ((a.path ?? '') < (b.path ?? '') ? -1 : 1);

const KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  'full-inspection-report': 'full inspection reports',
  'monitoring-inspection-report': 'monitoring inspection reports',
  'strategic-plan': 'strategic plans',
  'priority-action-plan': 'priority action plans',
  'local-send-reform-plan': 'local SEND reform plans',
  'engagement-meeting-note': 'engagement meeting notes',
};

/**
 * Brings the documents of each local area and inspection together: report, plans, monitoring report and meeting notes. Paths decide which report
 * a plan answers: `respondsTo` is resolved against the plan's own path. Later inspections of an area make
 * cycles of their own. A document that names no inspection belongs to the report that it answers, else to the area's latest inspection.
 * Duplicates and contradictions are told in `problems`; nothing throws. Sorted by local area, then inspection.
 */
export function mergeCycles(inputs: readonly CycleInput[]): readonly Cycle[] {
  const areas = new Map<string, CycleInput[]>();
  const seen = new Set<string>();
  const areaByPath = new Map(inputs.map(({ path, localArea }) => [path, localArea]));
  for (const input of inputs) {
    if (input.path !== null && seen.has(input.path)) continue;
    if (input.path !== null) seen.add(input.path);
    const answered = answeredPath(input);
    const area = input.localArea ?? (answered === null ? null : (areaByPath.get(answered) ?? null));
    const key = area === null ? `?${input.path ?? areas.size}` : normaliseAreaName(area);
    const group = areas.get(key);
    if (group) group.push(input);
    else areas.set(key, [input]);
  }
  const cycles: Cycle[] = [];
  for (const key of [...areas.keys()].sort()) append(cycles, cyclesOfArea(areas.get(key)!));
  return cycles;
}

interface Group {
  inspection: DateRange | null;
  readonly inputs: CycleInput[];
}

function cyclesOfArea(inputs: readonly CycleInput[]): Cycle[] {
  const groups: Group[] = [];
  const sorted = [...inputs].sort(byPath);
  const without: CycleInput[] = [];
  for (const input of sorted) {
    if (!input.inspection) {
      without.push(input);
      continue;
    }
    const group = groups.find(({ inspection }) => near(inspection!, input.inspection!));
    if (group) group.inputs.push(input);
    else groups.push({ inspection: input.inspection, inputs: [input] });
  }
  groups.sort((a, b) => (a.inspection!.start < b.inspection!.start ? -1 : 1));
  const latest = groups.at(-1) ?? { inspection: null, inputs: [] };
  if (groups.length === 0) groups.push(latest);
  for (const input of without) {
    const target = answeredPath(input);
    const answered = target === null ? undefined : groups.find((group) => group.inputs.some(({ path }) => path === target));
    (answered ?? latest).inputs.push(input);
  }
  return groups.map((group, index) => {
    const next = groups[index + 1];
    const first = next?.inputs.find(({ inspection }) => inspection);
    return cycleOf(group, first?.inspection ? { event: 'inspection-end', date: first.inspection.end, ...first.inspectionPlace } : null);
  });
}

function cycleOf(group: Group, followedBy: DatedEvent | null): Cycle {
  const inputs = [...group.inputs].sort(byPath);
  const problems: ScheduleProblem[] = [];
  const localArea = inputs.find((input) => input.localArea !== null)?.localArea ?? null;
  const used: CycleInput[] = [];
  for (const kind of KIND_ORDER) {
    const same = inputs.filter((input) => input.kind === kind);
    // A cycle has one report and one plan of each kind, but a meeting every year and perhaps several monitoring visits.
    const single = kind === 'full-inspection-report' || isPlanKind(kind);
    append(used, single ? same.slice(0, 1) : same);
    if (single && same.length > 1) {
      const names = same.map(({ path }) => path ?? 'an unsaved document');
      const which = `${group.inspection ? `the inspection of ${formatRange(group.inspection)}` : 'one inspection'}${localArea === null ? '' : ` in ${localArea}`}`;
      problems.push({
        ...same[1]!.inspectionPlace,
        message: `There are ${same.length} ${KIND_NAMES[kind]} for ${which}: ${listed(names)}. Dates are taken from ${names[0]!}. Move the others out of the folder, or correct their local area or inspection dates.`,
      });
    }
  }

  const events: Partial<Record<CycleEvent, DatedEvent>> = {};
  for (const found of used.flatMap((input) => input.events)) {
    const known = events[found.event];
    if (!known) events[found.event] = found;
    else if (found.event === 'engagement-meeting' || found.event === 'monitoring-inspection') {
      // These come again: the latest counts.
      if (found.date > known.date) events[found.event] = found;
    } else if (found.event === 'engagement-meeting-next') {
      if (found.date > known.date) events[found.event] = found;
    } else if (found.date !== known.date && found.event !== 'on-site-start') {
      problems.push({ path: found.path, line: found.line, message: disagreement(found, known) });
    }
  }
  const last = events['engagement-meeting'];
  const next = events['engagement-meeting-next'];
  // A meeting announced for a day that is no later than the last one has taken place.
  if (last && next && next.date <= last.date) delete events['engagement-meeting-next'];

  const reports = used.filter(({ kind }) => kind === 'full-inspection-report');
  const kinds = new Set(used.map(({ kind }) => kind));
  const months = (key: 'nextFullInspectionMonths' | 'monitoringInspectionMonths'): number | null =>
    used.find((input) => input[key] !== null && input.kind !== 'monitoring-inspection-report')?.[key] ?? null;
  const home = used[0]!;
  const seenMilestones = new Set<string>();
  return {
    key: [
      localArea === null ? slug(home.path ?? 'untitled') : slug(normaliseAreaName(localArea)),
      group.inspection?.start.slice(0, 4) ?? 'undated',
    ].join('-'),
    localArea,
    inspection: group.inspection,
    edition: used.find(({ edition }) => edition)?.edition ?? null,
    // Only outcome 3 asks for a priority action plan.
    outcome: reports[0]?.outcome ?? (reports.length === 0 && kinds.has('priority-action-plan') ? 3 : null),
    nextFullInspectionMonths: months('nextFullInspectionMonths'),
    afterMonitoringMonths:
      used.findLast(({ kind, nextFullInspectionMonths: after }) => kind === 'monitoring-inspection-report' && after !== null)
        ?.nextFullInspectionMonths ?? null,
    monitoringInspectionMonths: months('monitoringInspectionMonths'),
    events,
    broughtForward: used.flatMap((input) => input.broughtForward),
    done: used.flatMap((input) => input.done),
    milestones: used
      .flatMap((input) => input.milestones)
      .filter(({ id, due }) => !seenMilestones.has(`${id} ${due}`) && seenMilestones.add(`${id} ${due}`)),
    actions: used.flatMap((input) => input.actions),
    kinds,
    home: home.inspectionPlace,
    homes: Object.fromEntries([...used].reverse().map(({ kind, inspectionPlace }) => [kind, inspectionPlace])),
    paths: inputs.map(({ path }) => path),
    followedBy,
    problems,
  };
}

const EVENT_WORDS: Partial<Record<CycleEvent, string>> = {
  'inspection-end': 'The inspection ended',
  'draft-received': 'The draft report was received',
  'report-received': 'The final report was received',
  'report-published': 'The report was published',
};

function disagreement(found: DatedEvent, known: DatedEvent): string {
  const what = EVENT_WORDS[found.event] ?? 'The same thing happened';
  return `${what} on ${formatDate(found.date)} according to this document, and on ${formatDate(known.date)} according to ${known.path ?? 'another one'}. Deadlines count from ${formatDate(known.date)}. Correct whichever is wrong.`;
}
