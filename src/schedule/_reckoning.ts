import { addMonths, formatDate } from '../framework/days.js';
import {
  CYCLE_EVENTS,
  describeInterval,
  intervalOf,
  triggersOf,
  type CycleEvent,
  type IntervalUnit,
  type Milestone,
} from '../framework/milestones.js';
import type { IsoDate } from '../framework/types.js';
import { addWorkingDays, describeWorkingDays, type WorkingCalendar } from '../framework/working-days.js';
import { outcomeInfo } from '../framework/wording.js';
import type { DatedEvent } from './cycle.js';
import type { Deadline } from './_deadline.js';
import type { Run } from './_run.js';

export interface Reckoned {
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
export function intervalInCycle(
  milestone: Milestone,
  { cycle, settings }: Run,
): { readonly count: number; readonly unit: IntervalUnit } | null {
  if (milestone.id === 'next-full-inspection') {
    const { interval } = milestone;
    if (interval) return cycle.afterMonitoringMonths ? { count: cycle.afterMonitoringMonths, unit: 'months' } : interval;
    const months = cycle.nextFullInspectionMonths ?? (cycle.outcome === null ? null : outcomeInfo(cycle.outcome).nextFullInspectionMonths);
    return months === null ? null : { count: months, unit: 'months' };
  }
  return intervalOf(milestone, settings.deadlines);
}

export function reckon(milestone: Milestone, run: Run): Reckoned | null {
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

export function exists(milestone: Milestone, { cycle }: Run): boolean {
  if (milestone.outcomes === null) return true;
  if (cycle.outcome !== null) return milestone.outcomes.includes(cycle.outcome);
  if (milestone.id === 'next-full-inspection') return true;
  // Without the report, a strategic plan shows that one is asked for, and a monitoring report that there was a monitoring inspection.
  if (milestone.id === 'publish-strategic-plan') return cycle.kinds.has('strategic-plan');
  return milestone.id === 'monitoring-inspection' && cycle.kinds.has('monitoring-inspection-report');
}

export function basisOf(milestone: Milestone, run: Run, approximate: boolean, owners: string): string {
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
