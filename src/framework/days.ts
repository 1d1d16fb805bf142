import type { IsoDate } from './types.js';

/*
 * Plain calendar days, without time or time zone. Whole numbers only, so the result is the same everywhere.
 * Functions that take an `IsoDate` throw a RangeError for a text that is no real day from 0001-01-01 to 9999-12-31,
 * and when their result would lie outside those years.
 */

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `month` is 1-based. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** ISO date, or null when there is no such day. `month` is 1-based. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const parts = (date: IsoDate): [number, number, number] => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];

export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  return isoDate(...parts(value)) !== null;
}

/** Days since 1 January 1970; negative before. */
export function dayNumber(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`“${String(date)}” is no day; write it as YYYY-MM-DD.`);
  const [year, month, day] = parts(date);
  // Years are counted from March, so that a leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear - 719468;
}

/** The day with this number of days since 1 January 1970. */
export function dayOfNumber(number: number): IsoDate {
  const days = number + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
  if (date === null) throw new RangeError('The day lies outside the years 1 to 9999.');
  return date;
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

export const weekdayName = (date: IsoDate): string => DAY_NAMES[weekday(date)]!;

/** Whole calendar days; `days` may be negative. */
export const addDays = (date: IsoDate, days: number): IsoDate => dayOfNumber(dayNumber(date) + days);

/** Calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The same day of the month that many months on (or back), or the month's last day where it has no such day: 31 August and 6 months give 28 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  dayNumber(date);
  const [year, month, day] = parts(date);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const result = isoDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  if (result === null) throw new RangeError('The day lies outside the years 1 to 9999.');
  return result;
}

/** "11 March 2024". */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `${day} ${MONTH_NAMES[month - 1] ?? '?'} ${year}`;
}

/** "11 March": for a day whose year is plain from what stands around it. */
export const formatDayMonth = (date: IsoDate): string => formatDate(date).replace(/ \d+$/, '');

/** The day in Europe/London at a moment. The core is told what day it is: only hosts look at the clock. */
export function londonDay(moment: Date): IsoDate {
  const written = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): string => written.find((candidate) => candidate.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}
