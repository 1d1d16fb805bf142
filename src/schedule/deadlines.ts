import { addDays, formatDate, isIsoDate } from '../framework/days.js';
import {
  CYCLE_EVENTS,
  MILESTONES,
  PARTNERSHIP,
  changeOfOwner,
  editionOf,
  milestoneIn,
  triggersOf,
  type CycleEvent,
  type Milestone,
} from '../framework/milestones.js';
import { SOURCES } from '../framework/sources.js';
import type { IsoDate } from '../framework/types.js';
import { calendarWith, isWorkingDay, workingDaysBetween, type WorkingCalendar } from '../framework/working-days.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import type { Cycle, Place, ScheduleProblem } from './cycle.js';
import { byDue, type Deadline, type DeadlineStatus, type Schedule, type ScheduleOptions, type WaitingDeadline } from './_deadline.js';
import { basisOf, exists, intervalInCycle, reckon, type Reckoned } from './_reckoning.js';
import { checkEvents, checkIds, farAway, plausible, type Run } from './_run.js';

export { plausible } from './_run.js';

export {
  byDue,
  dueWithin,
  deadlineJson,
  type DeadlineStatus,
  type Deadline,
  type WaitingDeadline,
  type Schedule,
  type ScheduleOptions,
} from './_deadline.js';

/** Fewer working days left than this make a deadline 'due'. */
const DUE_SOON_WORKING_DAYS = 5;

/** What the partnership has a part in is overdue once an approximate day is past by more than this; a quarter of a year. */
const APPROXIMATE_LEEWAY_DAYS = 92;

/** The last day on which something is not yet overdue; null where it never is: what others do about then may be done and not be told here. */
function latestDay(owner: string, { due, approximate }: Reckoned): IsoDate | null {
  if (!approximate) return due;
  return owner.includes(PARTNERSHIP) ? addDays(due, APPROXIMATE_LEEWAY_DAYS) : null;
}

/** `latest`: see `latestDay`. */
function statusOf(
  due: IsoDate,
  latest: IsoDate | null,
  finished: boolean,
  { today, calendar }: Run,
): { readonly status: DeadlineStatus; readonly workingDaysLeft: number } {
  // Once it has passed, the working days after the due day count, today included.
  const workingDaysLeft = due < today ? 0 - workingDaysBetween(due, today, calendar) : workingDaysBetween(today, due, calendar);
  if (finished) return { status: 'done', workingDaysLeft };
  if (due < today) return { status: latest !== null && latest < today ? 'overdue' : 'due', workingDaysLeft };
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
    ...statusOf(due, latestDay(milestone.owner, reckoned), finished !== null, run),
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
        ...statusOf(due, due, done !== undefined, run),
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
        ...statusOf(due, due, complete, run),
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
