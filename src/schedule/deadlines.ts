import { addMonths, daysBetween, formatDate, isIsoDate } from '../framework/days.js';
import {
  CYCLE_EVENTS,
  MILESTONES,
  changeOfOwner,
  describeInterval,
  editionOf,
  intervalOf,
  milestoneIn,
  triggersOf,
  type CycleEvent,
  type IntervalUnit,
  type Milestone,
} from '../framework/milestones.js';
import { SOURCES } from '../framework/sources.js';
import type { Confidence, IsoDate } from '../framework/types.js';
import {
  addWorkingDays,
  calendarWith,
  describeWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from '../framework/working-days.js';
import { outcomeInfo } from '../framework/wording.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js';
import type { Cycle, DatedEvent, Place, ScheduleProblem } from './cycle.js';

/** 'due': fewer than five working days are left, or an approximate day has come. Only a day that is not approximate can be overdue. */
export type DeadlineStatus = 'overdue' | 'due' | 'upcoming' | 'done';

/** One deadline: the fields of `area-send deadlines --format json`, and below them what only views and files need. */
export interface Deadline {
  /** A milestone's id, or `milestone-…` and `action-…` for the documents' own. */
  readonly id: string;
  readonly title: string;
  readonly localArea: string | null;
  readonly due: IsoDate;
  readonly approximate: boolean;
  /** Working days from today to the due day; negative once it has passed. */
  readonly workingDaysLeft: number;
  readonly status: DeadlineStatus;
  readonly owner: string;
  readonly trigger: { readonly event: string; readonly date: IsoDate; readonly path: string | null; readonly line: number };
  /** What is asked, by whom, and what is not certain about it. */
  readonly basis: string;
  readonly url: string | null;
  /** How the day was worked out: "30 working days from 20 May 2026, skipping 25 May (bank holiday)…". */
  readonly reckoning: string;
  readonly origin: 'framework' | 'own' | 'action';
  readonly confidence: Confidence | null;
  /** The span in which an approximate day may fall. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** When and where it was finished; `date` is null where only `done` says so. null while it is open. */
  readonly finished: { readonly date: IsoDate | null; readonly path: string | null; readonly line: number } | null;
  /** Whether writing its id into `done` in front matter marks it done: not for a plan's actions, whose status stands in the plan. */
  readonly canMarkDone: boolean;
  /** Stays the same when the date moves; different for every deadline of every cycle. */
  readonly uid: string;
}

/** A deadline that exists although its day is not known yet. */
export interface WaitingDeadline {
  readonly id: string;
  readonly title: string;
  readonly localArea: string | null;
  readonly due: null;
  readonly owner: string;
  /** "date the final report was received": stands after "waiting for:". */
  readonly waitingFor: string;
  /** The front-matter key that gives it, for example `report.received`; null when it comes from the document's text. */
  readonly frontMatterKey: string | null;
  /** The document to complete. */
  readonly path: string | null;
  readonly line: number;
  readonly basis: string;
  readonly url: string | null;
  readonly uid: string;
}

export interface Schedule {
  /** Sorted by due day, then local area, then id. */
  readonly deadlines: readonly Deadline[];
  readonly waiting: readonly WaitingDeadline[];
  readonly problems: readonly ScheduleProblem[];
}

export interface ScheduleOptions {
  /** Today in Europe/London, given by the host. A text that is no day is a RangeError. */
  readonly today: IsoDate;
  readonly settings?: Settings;
}

/** Fewer working days left than this make a deadline 'due'. */
export const DUE_SOON_WORKING_DAYS = 5;
/** A year further away than this is a slip of the keyboard. */
const PLAUSIBLE_YEARS = 50;

interface Run {
  readonly cycle: Cycle;
  readonly today: IsoDate;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  readonly problems: ScheduleProblem[];
  readonly events: Partial<Record<CycleEvent, DatedEvent>>;
}

/** Whether a day can be meant as it stands: within 50 years of today, and with room to count from. */
export function plausible(date: IsoDate, today: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return Math.abs(year - Number(today.slice(0, 4))) <= PLAUSIBLE_YEARS && year >= 1000 && year <= 9800;
}

const farAway = (date: IsoDate, what: string): string =>
  `${formatDate(date)} is more than ${PLAUSIBLE_YEARS} years away, so ${what}. Check the year.`;

/** Pairs of events that happen in this order; a day before the earlier one is a slip. */
const ORDER: readonly (readonly [CycleEvent, CycleEvent])[] = [
  ['inspection-end', 'draft-received'],
  ['inspection-end', 'report-received'],
  ['inspection-end', 'report-published'],
  ['draft-received', 'report-received'],
  ['report-received', 'report-published'],
  ['report-received', 'strategic-plan-published'],
  ['report-received', 'priority-action-plan-submitted'],
  ['priority-action-plan-submitted', 'priority-action-plan-approved'],
  ['priority-action-plan-submitted', 'priority-action-plan-published'],
  ['inspection-end', 'monitoring-inspection'],
];

function checkEvents(run: Run): void {
  const { events, problems, today } = run;
  for (const event of Object.keys(events) as CycleEvent[]) {
    const found = events[event]!;
    if (plausible(found.date, today)) continue;
    if (event !== 'on-site-start')
      problems.push({
        path: found.path,
        line: found.line,
        message: farAway(found.date, `nothing is counted from it (${CYCLE_EVENTS[event].name})`),
      });
    delete events[event];
  }
  for (const [earlier, later] of ORDER) {
    const first = events[earlier];
    const second = events[later];
    if (first && second && second.date < first.date) {
      problems.push({
        path: second.path,
        line: second.line,
        message: `By these dates ${CYCLE_EVENTS[later].happened} on ${formatDate(second.date)}, before ${CYCLE_EVENTS[earlier].happened} on ${formatDate(first.date)}. Check both dates: deadlines depend on them.`,
      });
    }
  }
}

interface Reckoned {
  readonly due: IsoDate;
  readonly trigger: DatedEvent;
  readonly event: CycleEvent;
  readonly reckoning: string;
  readonly approximate: boolean;
  readonly window: Deadline['window'];
}

function step(from: IsoDate, count: number, unit: IntervalUnit, calendar: WorkingCalendar): IsoDate {
  return unit === 'working-days' ? addWorkingDays(from, count, calendar) : addMonths(from, count);
}

/** The interval that the outcome gives, as the report says it or else as the framework does. */
function intervalInCycle(milestone: Milestone, { cycle, settings }: Run): { readonly count: number; readonly unit: IntervalUnit } | null {
  if (milestone.id === 'next-full-inspection') {
    const { interval } = milestone;
    if (interval) return cycle.afterMonitoringMonths ? { count: cycle.afterMonitoringMonths, unit: 'months' } : interval;
    const months = cycle.nextFullInspectionMonths ?? (cycle.outcome === null ? null : outcomeInfo(cycle.outcome).nextFullInspectionMonths);
    return months === null ? null : { count: months, unit: 'months' };
  }
  return intervalOf(milestone, settings.deadlines);
}

function reckon(milestone: Milestone, run: Run): Reckoned | null {
  const { events, calendar, today } = run;
  const fixed = milestone.fixedBy && events[milestone.fixedBy];
  if (fixed) {
    return {
      due: fixed.date,
      trigger: fixed,
      event: fixed.event,
      reckoning: `The document gives this day: ${formatDate(fixed.date)}.`,
      approximate: false,
      window: null,
    };
  }
  const interval = intervalInCycle(milestone, run);
  const wanted = triggersOf(milestone, run.settings.deadlines);
  const event = wanted.find((id) => events[id]);
  if (!interval || event === undefined) return null;
  const trigger = events[event]!;
  const { count, unit } = interval;
  let due = step(trigger.date, count, unit, calendar);
  if (milestone.recorded && event !== wanted[0] && step(trigger.date, count * 2, unit, calendar) <= today) return null;
  let rounds = 1;
  if (milestone.repeats) while (due < today) due = step(trigger.date, count * ++rounds, unit, calendar);
  const counted =
    unit === 'working-days'
      ? describeWorkingDays(trigger.date, count, calendar)
      : `${describeInterval({ count: count * rounds, unit }, milestone.approximate)} ${count < 0 ? '' : 'from '}${formatDate(trigger.date)}`;
  const sentences = [
    `${counted[0]!.toUpperCase()}${counted.slice(1)}.`,
    `Counted ${count < 0 ? 'back from' : 'from'} the day ${CYCLE_EVENTS[event].happened}${event === wanted[0] ? '' : `, because the ${CYCLE_EVENTS[wanted[0]!].waitingFor} is not given`}.`,
  ];
  if (rounds > 1) sentences.push('Earlier ones lie in the past.');
  return {
    due,
    trigger,
    event,
    reckoning: sentences.join(' '),
    approximate: milestone.approximate,
    window: milestone.window
      ? { from: step(trigger.date, milestone.window.from, unit, calendar), to: step(trigger.date, milestone.window.to, unit, calendar) }
      : null,
  };
}

function exists(milestone: Milestone, { cycle }: Run): boolean {
  if (milestone.outcomes === null) return true;
  if (cycle.outcome !== null) return milestone.outcomes.includes(cycle.outcome);
  if (milestone.id === 'next-full-inspection') return true;
  // Without the report, a strategic plan shows that one is asked for, and a monitoring report that there was a monitoring inspection.
  if (milestone.id === 'publish-strategic-plan') return cycle.kinds.has('strategic-plan');
  return milestone.id === 'monitoring-inspection' && cycle.kinds.has('monitoring-inspection-report');
}

function basisOf(milestone: Milestone, run: Run, approximate: boolean, owners: string): string {
  const interval = intervalInCycle(milestone, run);
  const asks = milestone.asks.replace(
    '{interval}',
    interval
      ? describeInterval(interval, milestone.approximate && !/\bwithin \{interval\}/.test(milestone.asks))
      : 'an interval that the outcome decides',
  );
  const changed =
    milestone.intervalSetting && milestone.source.confidence !== 'primary'
      ? ` A setting changes it (deadlines.${milestone.intervalSetting}).`
      : '';
  const doubt = milestone.doubt && (approximate || !milestone.approximate) ? ` ${milestone.doubt}${changed}` : '';
  const where = 'where' in milestone.source ? `, ${milestone.source.where}` : '';
  return `${asks}${owners}${doubt} Source: ${milestone.source.title}${where}.`;
}

function statusOf(
  due: IsoDate,
  approximate: boolean,
  finished: boolean,
  { today, calendar }: Run,
): { readonly status: DeadlineStatus; readonly workingDaysLeft: number } {
  // Once it has passed, the working days after the due day count, today included.
  const workingDaysLeft = due < today ? 0 - workingDaysBetween(due, today, calendar) : workingDaysBetween(today, due, calendar);
  if (finished) return { status: 'done', workingDaysLeft };
  if (due < today) return { status: approximate ? 'due' : 'overdue', workingDaysLeft };
  return { status: workingDaysLeft < DUE_SOON_WORKING_DAYS ? 'due' : 'upcoming', workingDaysLeft };
}

interface Finished extends Place {
  readonly date: IsoDate | null;
  /** How it is known, where its own date is not. */
  readonly because: string;
}

function finishedBy(milestone: Milestone, reckoned: Reckoned | null, run: Run): Finished | null {
  const { cycle, events, today } = run;
  const trigger = reckoned?.trigger.date;
  for (const event of milestone.finishedBy) {
    const found = events[event];
    // A day still to come, or one before the clock started, finishes nothing.
    if (found && found.date <= today && (trigger === undefined || found.date >= trigger))
      return { date: found.date, path: found.path, line: found.line, because: '' };
  }
  if (milestone.id === 'next-full-inspection' && cycle.followedBy)
    return { date: cycle.followedBy.date, path: cycle.followedBy.path, line: cycle.followedBy.line, because: '' };
  const done = cycle.done.find(({ id }) => id === milestone.id);
  if (done) return { date: null, path: done.path, line: done.line, because: MARKED };
  for (const event of milestone.shownBy?.events ?? []) {
    const found = events[event];
    if (found && found.date <= today && (trigger === undefined || found.date >= trigger)) {
      return {
        date: null,
        path: found.path,
        line: found.line,
        because: `Done: ${CYCLE_EVENTS[event].happened} on ${formatDate(found.date)}.`,
      };
    }
  }
  for (const id of milestone.shownBy?.milestones ?? []) {
    const shown = cycle.done.find((entry) => entry.id === id);
    if (shown) return { date: null, path: shown.path, line: shown.line, because: `Done, since “${id}” is marked as done.` };
  }
  return null;
}

const MARKED = 'Marked as done.';

function lateness(due: IsoDate, finished: Finished | null, calendar: WorkingCalendar): string {
  if (!finished) return '';
  if (finished.date === null) return ` ${finished.because}`;
  const late = finished.date > due;
  const apart = late ? workingDaysBetween(due, finished.date, calendar) : workingDaysBetween(finished.date, due, calendar);
  const size = apart === 0 ? '' : `, ${apart} working ${apart === 1 ? 'day' : 'days'} ${late ? 'late' : 'before'}`;
  return ` Done on ${formatDate(finished.date)}${size}.`;
}

const uidOf = (cycle: Cycle, id: string): string => `${id}-${cycle.key}@area-send-drafting`;

const urlOf = (milestone: Milestone): string => milestone.source.url ?? SOURCES.handbook.url;

/** The document in which an event's date is best written: a plan's in the plan, where there is one. */
function homeOf(event: CycleEvent, { home, homes }: Cycle): Place {
  const plan = /^(?:strategic-plan|priority-action-plan)(?=-)/.exec(event)?.[0] as 'strategic-plan' | 'priority-action-plan' | undefined;
  const { path, line } = (plan && homes[plan]) ?? home;
  return { path, line };
}

function fromMilestone(whole: Milestone, run: Run): Deadline | WaitingDeadline | null {
  const { cycle, events, today, calendar, problems } = run;
  const counted = triggersOf(whole, run.settings.deadlines).find((id) => events[id]);
  const edition = editionOf(cycle.edition, counted ? events[counted]!.date : today);
  const milestone = milestoneIn(whole, edition, (event) => (events[event]?.date ?? '9999-12-31') <= today);
  if (!exists(milestone, run)) return null;
  const owners = changeOfOwner(whole, edition);
  const common = {
    id: milestone.id,
    title: milestone.title,
    localArea: cycle.localArea,
    owner: milestone.owner,
    url: urlOf(milestone),
    uid: uidOf(cycle, milestone.id),
  };
  let reckoned = reckon(milestone, run);
  const forward = cycle.broughtForward.find(({ id }) => id === milestone.id);
  if (forward && !plausible(forward.date, today))
    problems.push({ path: forward.path, line: forward.line, message: farAway(forward.date, 'it was not used') });
  else if (forward) {
    const before = reckoned ? ` It would otherwise fall on ${reckoned.approximate ? 'about ' : ''}${formatDate(reckoned.due)}.` : '';
    if (reckoned && forward.date > reckoned.due) {
      problems.push({
        path: forward.path,
        line: forward.line,
        message: `“${milestone.id}” is brought forward to ${formatDate(forward.date)}, which is later than ${formatDate(reckoned.due)}. Check the date.`,
      });
    }
    reckoned = {
      due: forward.date,
      trigger: { event: reckoned?.event ?? 'inspection-end', date: forward.date, path: forward.path, line: forward.line },
      event: reckoned?.event ?? 'inspection-end',
      reckoning: `Ofsted and the CQC have brought this forward to ${formatDate(forward.date)}.${before}`,
      approximate: false,
      window: null,
    };
  }
  const finished = finishedBy(milestone, reckoned, run);
  if (cycle.followedBy && !finished) return null;

  if (!reckoned) {
    if (finished || milestone.quiet || milestone.goneAfter === 'window') return null;
    const interval = intervalInCycle(milestone, run);
    const wanted = triggersOf(milestone, run.settings.deadlines);
    const event = wanted[0]!;
    const noOutcome = interval === null && events[event] !== undefined;
    return {
      ...common,
      due: null,
      waitingFor: noOutcome ? 'outcome of the inspection' : CYCLE_EVENTS[event].waitingFor,
      frontMatterKey: noOutcome ? null : CYCLE_EVENTS[event].key,
      ...homeOf(event, cycle),
      basis: basisOf(milestone, run, milestone.approximate, owners),
    };
  }
  if (
    milestone.goneAfter === 'window'
      ? (reckoned.window?.to ?? reckoned.due) < today
      : milestone.goneAfter && events[milestone.goneAfter] && events[milestone.goneAfter]!.date < today
  )
    return null;
  const { due, trigger, approximate } = reckoned;
  return {
    ...common,
    due,
    approximate,
    ...statusOf(due, approximate, finished !== null, run),
    trigger: {
      event:
        forward && trigger.path === forward.path && trigger.line === forward.line ? 'brought forward' : CYCLE_EVENTS[reckoned.event].name,
      date: trigger.date,
      path: trigger.path,
      line: trigger.line,
    },
    basis: basisOf(milestone, run, approximate, owners),
    reckoning: `${reckoned.reckoning}${approximate || isWorkingDay(due, calendar) ? '' : ' This is not a working day.'}${lateness(due, finished, calendar)}`,
    origin: 'framework',
    confidence: milestone.source.confidence,
    window: reckoned.window,
    finished: placeOf(finished),
    canMarkDone: true,
  };
}

const placeOf = (finished: Finished | null): Deadline['finished'] =>
  finished && { date: finished.date, path: finished.path, line: finished.line };

function own(run: Run): Deadline[] {
  const { cycle, today, problems, calendar } = run;
  const rest = (due: IsoDate): string => (isWorkingDay(due, calendar) ? '' : ' This is not a working day.');
  const milestones = cycle.milestones.flatMap(({ id, title, due, path, line }): Deadline[] => {
    if (!plausible(due, today)) {
      problems.push({ path, line, message: farAway(due, `“${title}” is not shown`) });
      return [];
    }
    const done = cycle.done.find((entry) => entry.id === id || entry.id === title);
    const finished = done ? { date: null, path: done.path, line: done.line, because: MARKED } : null;
    return [
      {
        id,
        title,
        localArea: cycle.localArea,
        due,
        approximate: false,
        ...statusOf(due, false, done !== undefined, run),
        owner: 'local area partnership',
        trigger: { event: 'set in the document', date: due, path, line },
        basis: 'A deadline of your own, from the document’s front matter.',
        url: null,
        reckoning: `The document gives this day: ${formatDate(due)}.${rest(due)}${lateness(due, finished, calendar)}`,
        origin: 'own',
        confidence: null,
        window: null,
        finished: placeOf(finished),
        canMarkDone: true,
        uid: uidOf(cycle, id),
      },
    ];
  });
  const actions = cycle.actions.flatMap(({ id, number, title, owner, due, complete, path, line }): Deadline[] => {
    if (!plausible(due, today)) {
      problems.push({ path, line, message: farAway(due, `the deadline of action ${number} is not shown`) });
      return [];
    }
    return [
      {
        id,
        title,
        localArea: cycle.localArea,
        due,
        approximate: false,
        ...statusOf(due, false, complete, run),
        owner: owner ?? 'nobody named',
        trigger: { event: 'date in the plan', date: due, path, line },
        basis: `Action ${number} of the plan.`,
        url: null,
        reckoning: `The plan gives this day: ${formatDate(due)}.${rest(due)}${complete ? ' The plan says that it is complete.' : ''}`,
        origin: 'action',
        confidence: null,
        window: null,
        finished: complete ? { date: null, path, line } : null,
        canMarkDone: false,
        uid: uidOf(cycle, id),
      },
    ];
  });
  return [...milestones, ...actions];
}

function checkIds(run: Run): void {
  const { cycle, problems } = run;
  const framework = new Set(MILESTONES.map(({ id }) => id));
  const mine = new Set([...cycle.milestones.flatMap(({ id, title }) => [id, title]), ...cycle.actions.map(({ id }) => id)]);
  for (const { id, path, line } of cycle.done) {
    if (!framework.has(id) && !mine.has(id))
      problems.push({
        path,
        line,
        message: `“${id}” in “done” is no deadline of this document. The framework’s are ${[...framework].join(', ')}; your own begin with “milestone-”.`,
      });
  }
  for (const { id, path, line } of cycle.broughtForward) {
    if (!framework.has(id))
      problems.push({
        path,
        line,
        message: `“${id}” in “broughtForward” is no deadline of the framework. They are ${[...framework].join(', ')}.`,
      });
  }
}

export const byDue = (a: Deadline, b: Deadline): number => {
  const keys = (deadline: Deadline): readonly string[] => [deadline.due, deadline.localArea ?? '', deadline.id, deadline.uid];
  const [left, right] = [keys(a), keys(b)];
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return left[index]! < right[index]! ? -1 : 1;
  return 0;
};

/**
 * All deadlines of a cycle as they stand today. What lacks its trigger is in `waiting`, never guessed; which exist follows from the outcome.
 * Bad dates, ids and extra holidays are told in `problems`; only a `today` that is no day throws.
 */
export function deadlinesFor(cycle: Cycle, { today, settings = DEFAULT_SETTINGS }: ScheduleOptions): Schedule {
  if (!isIsoDate(today)) throw new RangeError(`“${String(today)}” is no day; write it as YYYY-MM-DD.`);
  const calendar = calendarWith(settings.extraHolidays);
  const problems: ScheduleProblem[] = [
    ...cycle.problems,
    ...calendar.unreadable.map((day): ScheduleProblem => ({
      ...NOWHERE,
      message: `The extra holiday “${day}” is no day and was left out. Write it as YYYY-MM-DD in the setting extraHolidays.`,
    })),
  ];
  const run: Run = { cycle, today, settings, calendar, problems, events: { ...cycle.events } };
  checkEvents(run);
  checkIds(run);
  const deadlines: Deadline[] = [];
  const waiting: WaitingDeadline[] = [];
  for (const milestone of MILESTONES) {
    const result = fromMilestone(milestone, run);
    if (result?.due === null) waiting.push(result);
    else if (result) deadlines.push(result);
  }
  const taken = new Map<string, number>();
  for (const deadline of own(run)) {
    const count = (taken.get(deadline.id) ?? 0) + 1;
    taken.set(deadline.id, count);
    deadlines.push(count === 1 ? deadline : { ...deadline, uid: uidOf(cycle, `${deadline.id}-${count}`) });
  }
  return { deadlines: deadlines.sort(byDue), waiting, problems };
}

const NOWHERE: Place = { path: null, line: 1 };

/** Those that are open and due within so many calendar days from today, overdue ones included; done ones go. */
export const dueWithin = (deadlines: readonly Deadline[], today: IsoDate, days: number): readonly Deadline[] =>
  deadlines.filter(({ due, status }) => status !== 'done' && daysBetween(today, due) <= days);

/** The fields that `area-send deadlines --format json` prints (interfaces 4.3), with `reckoning` beside them. */
export const deadlineJson = ({
  id,
  title,
  localArea,
  due,
  approximate,
  workingDaysLeft,
  status,
  owner,
  trigger,
  basis,
  url,
  reckoning,
}: Deadline): Record<string, unknown> => ({
  id,
  title,
  localArea,
  due,
  approximate,
  workingDaysLeft,
  status,
  owner,
  trigger: { event: trigger.event, date: trigger.date, path: trigger.path ?? '', line: trigger.line },
  basis,
  url,
  reckoning,
});
