export {
  cycleInputOf,
  mergeCycles,
  type Cycle,
  type CycleInput,
  type DatedEvent,
  type OwnMilestone,
  type Place,
  type PlannedAction,
  type ScheduleProblem,
} from './cycle.js';
export {
  byDue,
  deadlineJson,
  deadlinesFor,
  dueWithin,
  type Deadline,
  type DeadlineStatus,
  type Schedule,
  type ScheduleOptions,
  type WaitingDeadline,
} from './deadlines.js';
export { type WorkingCalendar } from '../framework/working-days.js';
export { FACT_FIELDS, fieldsWithFacts, readDay, readDays, type FactField, type KnownFact } from './given-facts.js';
export { calendarFile } from './ics.js';
export { timelinePage, timelineRows, TIMELINE_CSS, type TimelineOptions, type TimelineRow } from './timeline.js';
