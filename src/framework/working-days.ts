import { byObject } from '../memo/memo.js';
import { BANK_HOLIDAY_YEARS, BANK_HOLIDAYS, standingBankHolidays } from './bank-holidays.js';
import { addDays, dayNumber, dayOfNumber, formatDate, formatDayMonth, isIsoDate, weekday } from './days.js';
import { listed } from '../text/words.js';
import type { IsoDate } from './types.js';

/*
 * Working days in England and Wales: every day but Saturday, Sunday, Christmas Day, Good Friday and bank holidays
 * (Banking and Financial Dealings Act 1971). School holidays are working days.
 *
 * From 2020 to 2040 the days come from the table in `bank-holidays.ts`. In other years the standing rules are applied
 * (New Year's Day, Good Friday, Easter Monday, early May, spring and summer bank holidays, Christmas Day and Boxing Day, with substitute days),
 * so a day that was or will be proclaimed for one year only is not known there.
 *
 * A day that is none, and a result outside the years 1 to 9999, is a RangeError.
 */

export interface Holiday {
  readonly date: IsoDate;
  readonly name: string;
}

export interface WorkingCalendar {
  /** Why this day is no working day although it may fall on a weekday; null when it is no holiday. */
  holidayName(date: IsoDate): string | null;
  /** Holidays of a year that fall on a weekday, in order. */
  weekdayHolidays(year: number): readonly Holiday[];
  /** Extra holidays that are no real days, as they were written. They count for nothing. */
  readonly unreadable: readonly string[];
}

const isWeekend = (date: IsoDate): boolean => weekday(date) % 6 === 0;

const tableByYear = new Map<number, Holiday[]>();
for (const [date, name] of BANK_HOLIDAYS) {
  const year = Number(date.slice(0, 4));
  const days = tableByYear.get(year);
  if (days) days.push({ date, name });
  else tableByYear.set(year, [{ date, name }]);
}

/** A calendar with further holidays. An entry that is no real day is set aside in `unreadable`; the rest count. */
export function workingCalendar(extraHolidays: readonly string[] = []): WorkingCalendar {
  const extra = new Map<number, IsoDate[]>();
  const unreadable: string[] = [];
  for (const date of extraHolidays) {
    if (isIsoDate(date)) extra.set(Number(date.slice(0, 4)), [...(extra.get(Number(date.slice(0, 4))) ?? []), date]);
    else unreadable.push(String(date));
  }
  const years = new Map<number, { readonly names: ReadonlyMap<IsoDate, string>; readonly weekdays: readonly Holiday[] }>();
  const yearOf = (year: number): { readonly names: ReadonlyMap<IsoDate, string>; readonly weekdays: readonly Holiday[] } => {
    let found = years.get(year);
    if (!found) {
      const names = new Map<IsoDate, string>();
      for (const { date, name } of tableByYear.get(year) ?? standingBankHolidays(year).map(([date, name]) => ({ date, name })))
        names.set(date, name);
      for (const date of extra.get(year) ?? []) if (!names.has(date)) names.set(date, 'extra holiday');
      const weekdays = [...names].map(([date, name]) => ({ date, name })).filter(({ date }) => !isWeekend(date));
      found = { names, weekdays: weekdays.sort((a, b) => (a.date < b.date ? -1 : 1)) };
      years.set(year, found);
    }
    return found;
  };
  return {
    holidayName: (date) => yearOf(Number(date.slice(0, 4))).names.get(date) ?? null,
    weekdayHolidays: (year) => yearOf(year).weekdays,
    unreadable,
  };
}

/** `workingCalendar`, made once for each list, such as `settings.extraHolidays`. */
export const calendarWith = byObject((extraHolidays: readonly string[]) => workingCalendar(extraHolidays));

const ENGLAND_AND_WALES: WorkingCalendar = workingCalendar();

/** Whether the days between two days all lie in years whose bank holidays stand in the table. */
const isCovered = (from: IsoDate, to: IsoDate): boolean =>
  [from, to].every((date) => Number(date.slice(0, 4)) >= BANK_HOLIDAY_YEARS.first && Number(date.slice(0, 4)) <= BANK_HOLIDAY_YEARS.last);

export const isWorkingDay = (date: IsoDate, calendar: WorkingCalendar = ENGLAND_AND_WALES): boolean =>
  !isWeekend(date) && calendar.holidayName(date) === null;

/**
 * The last of `count` working days that follow a day; for a negative count, the first of that many before it. The day itself is not counted,
 * so the result is always a working day. 0 gives the day itself, or the next working day when it is none. `count` is whole, else a RangeError.
 */
export function addWorkingDays(from: IsoDate, count: number, calendar: WorkingCalendar = ENGLAND_AND_WALES): IsoDate {
  if (!Number.isSafeInteger(count)) throw new RangeError('The number of working days must be whole.');
  let date = from;
  if (count === 0) {
    while (!isWorkingDay(date, calendar)) date = addDays(date, 1);
    return date;
  }
  const step = count > 0 ? 1 : -1;
  for (let left = Math.abs(count); left > 0;) {
    date = addDays(date, step);
    if (isWorkingDay(date, calendar)) left--;
  }
  return date;
}

/** Weekdays with a day number up to and including this one, from a fixed Monday on. */
function weekdaysUpTo(day: number): number {
  // Day 4 was Monday 5 January 1970.
  const fromMonday = day - 4;
  const weeks = Math.floor(fromMonday / 7);
  return weeks * 5 + Math.min(fromMonday - weeks * 7 + 1, 5);
}

function holidaysAfter(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): Holiday[] {
  const found: Holiday[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const holiday of calendar.weekdayHolidays(year)) if (holiday.date > from && holiday.date <= to) found.push(holiday);
  }
  return found;
}

/**
 * How many working days lie after `from` up to and including `to`. Where `to` comes first: minus the number from `to` on, up to but not including `from`.
 * So it undoes `addWorkingDays`, forwards and backwards.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar = ENGLAND_AND_WALES): number {
  if (from === to) return 0;
  const [first, last] = from < to ? [from, to] : [addDays(to, -1), addDays(from, -1)];
  const count = weekdaysUpTo(dayNumber(last)) - weekdaysUpTo(dayNumber(first)) - holidaysAfter(first, last, calendar).length;
  return from < to || count === 0 ? count : -count;
}

/** Holidays on weekdays strictly between two days (in either order) or on either of them, without the day that counting starts from. */
export function skippedHolidays(from: IsoDate, to: IsoDate, calendar: WorkingCalendar = ENGLAND_AND_WALES): readonly Holiday[] {
  if (from <= to) return holidaysAfter(from, to, calendar);
  return holidaysAfter(dayOfNumber(dayNumber(to) - 1), dayOfNumber(dayNumber(from) - 1), calendar);
}

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;

/** "bank holiday" says enough of the yearly ones; Christmas Day, Good Friday and days proclaimed for one year keep their names. */
const shortReason = (name: string): string =>
  /^(?:Christmas Day|Good Friday|extra holiday|bank holiday for .*)$/.test(name) ? name : 'bank holiday';

/** "skipping 25 May (bank holiday)"; empty when there is nothing to skip but weekends. Years are named where the days lie in several. */
function describeSkipped(from: IsoDate, to: IsoDate, calendar: WorkingCalendar = ENGLAND_AND_WALES): string {
  const skipped = skippedHolidays(from, to, calendar);
  if (skipped.length === 0) return '';
  const oneYear = from.slice(0, 4) === to.slice(0, 4);
  return `skipping ${listed(skipped.map(({ date, name }) => `${oneYear ? formatDayMonth(date) : formatDate(date)} (${shortReason(name)})`))}`;
}

/** "30 working days from 20 May 2026, skipping 25 May (bank holiday)". A negative count reads "10 working days before …". */
export function describeWorkingDays(from: IsoDate, count: number, calendar: WorkingCalendar = ENGLAND_AND_WALES): string {
  const to = addWorkingDays(from, count, calendar);
  const skipped = describeSkipped(from, to, calendar);
  const outside = isCovered(from, to)
    ? ''
    : `; bank holidays outside ${BANK_HOLIDAY_YEARS.first} to ${BANK_HOLIDAY_YEARS.last} follow the standing rules`;
  return `${days(Math.abs(count))} ${count < 0 ? 'before' : 'from'} ${formatDate(from)}${skipped === '' ? '' : `, ${skipped}`}${outside}`;
}
