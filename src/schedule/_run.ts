import { formatDate } from '../framework/days.js';
import { CYCLE_EVENTS, MILESTONES, type CycleEvent } from '../framework/milestones.js';
import type { IsoDate } from '../framework/types.js';
import type { WorkingCalendar } from '../framework/working-days.js';
import type { Settings } from '../settings/settings.js';
import type { Cycle, DatedEvent, ScheduleProblem } from './cycle.js';

/** A year further away than this is a slip of the keyboard. */
const PLAUSIBLE_YEARS = 50;

export interface Run {
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

export const farAway = (date: IsoDate, what: string): string =>
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

export function checkEvents(run: Run): void {
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

export function checkIds(run: Run): void {
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
