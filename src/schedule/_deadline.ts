import { daysBetween } from '../framework/days.js';
import type { Confidence, IsoDate } from '../framework/types.js';
import type { Settings } from '../settings/settings.js';
import type { ScheduleProblem } from './cycle.js';

/** 'due': fewer than five working days are left, or an approximate day has come and is not long past. */
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

export const byDue = (a: Deadline, b: Deadline): number => {
  const keys = (deadline: Deadline): readonly string[] => [deadline.due, deadline.localArea ?? '', deadline.id, deadline.uid];
  const [left, right] = [keys(a), keys(b)];
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return left[index]! < right[index]! ? -1 : 1;
  return 0;
};

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
