import { z } from './zod.js';
import { addDays, isoDate, weekday } from './days.js';
import type { IsoDate, Source } from './types.js';

export const BANK_HOLIDAYS_SOURCE: Source = {
  title: 'Bank holidays in England and Wales: Banking and Financial Dealings Act 1971 and proclamations under it',
  url: 'https://www.gov.uk/bank-holidays',
  where: 'with Christmas Day and Good Friday, which are holidays by common law',
  confidence: 'primary',
};

/** The years that the table covers. */
export const BANK_HOLIDAY_YEARS = { first: 2020, last: 2040 } as const;

/**
 * Bank holidays in England and Wales, substitute and one-off days included. Future years follow the standing rules:
 * a newly proclaimed day is added by the user (`extraHolidays`) until it stands here.
 */
export const BANK_HOLIDAYS: readonly (readonly [date: IsoDate, name: string])[] = [
  // 2020
  ['2020-01-01', 'New Year’s Day'],
  ['2020-04-10', 'Good Friday'],
  ['2020-04-13', 'Easter Monday'],
  ['2020-05-08', 'Early May bank holiday (moved for VE Day)'],
  ['2020-05-25', 'Spring bank holiday'],
  ['2020-08-31', 'Summer bank holiday'],
  ['2020-12-25', 'Christmas Day'],
  ['2020-12-26', 'Boxing Day'],
  ['2020-12-28', 'Boxing Day (substitute day)'],
  // 2021
  ['2021-01-01', 'New Year’s Day'],
  ['2021-04-02', 'Good Friday'],
  ['2021-04-05', 'Easter Monday'],
  ['2021-05-03', 'Early May bank holiday'],
  ['2021-05-31', 'Spring bank holiday'],
  ['2021-08-30', 'Summer bank holiday'],
  ['2021-12-25', 'Christmas Day'],
  ['2021-12-26', 'Boxing Day'],
  ['2021-12-27', 'Christmas Day (substitute day)'],
  ['2021-12-28', 'Boxing Day (substitute day)'],
  // 2022
  ['2022-01-01', 'New Year’s Day'],
  ['2022-01-03', 'New Year’s Day (substitute day)'],
  ['2022-04-15', 'Good Friday'],
  ['2022-04-18', 'Easter Monday'],
  ['2022-05-02', 'Early May bank holiday'],
  ['2022-06-02', 'Spring bank holiday'],
  ['2022-06-03', 'bank holiday for the Platinum Jubilee'],
  ['2022-08-29', 'Summer bank holiday'],
  ['2022-09-19', 'bank holiday for the State Funeral of Queen Elizabeth II'],
  ['2022-12-25', 'Christmas Day'],
  ['2022-12-26', 'Boxing Day'],
  ['2022-12-27', 'Christmas Day (substitute day)'],
  // 2023
  ['2023-01-01', 'New Year’s Day'],
  ['2023-01-02', 'New Year’s Day (substitute day)'],
  ['2023-04-07', 'Good Friday'],
  ['2023-04-10', 'Easter Monday'],
  ['2023-05-01', 'Early May bank holiday'],
  ['2023-05-08', 'bank holiday for the coronation of King Charles III'],
  ['2023-05-29', 'Spring bank holiday'],
  ['2023-08-28', 'Summer bank holiday'],
  ['2023-12-25', 'Christmas Day'],
  ['2023-12-26', 'Boxing Day'],
  // 2024
  ['2024-01-01', 'New Year’s Day'],
  ['2024-03-29', 'Good Friday'],
  ['2024-04-01', 'Easter Monday'],
  ['2024-05-06', 'Early May bank holiday'],
  ['2024-05-27', 'Spring bank holiday'],
  ['2024-08-26', 'Summer bank holiday'],
  ['2024-12-25', 'Christmas Day'],
  ['2024-12-26', 'Boxing Day'],
  // 2025
  ['2025-01-01', 'New Year’s Day'],
  ['2025-04-18', 'Good Friday'],
  ['2025-04-21', 'Easter Monday'],
  ['2025-05-05', 'Early May bank holiday'],
  ['2025-05-26', 'Spring bank holiday'],
  ['2025-08-25', 'Summer bank holiday'],
  ['2025-12-25', 'Christmas Day'],
  ['2025-12-26', 'Boxing Day'],
  // 2026
  ['2026-01-01', 'New Year’s Day'],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-04', 'Early May bank holiday'],
  ['2026-05-25', 'Spring bank holiday'],
  ['2026-08-31', 'Summer bank holiday'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-26', 'Boxing Day'],
  ['2026-12-28', 'Boxing Day (substitute day)'],
  // 2027
  ['2027-01-01', 'New Year’s Day'],
  ['2027-03-26', 'Good Friday'],
  ['2027-03-29', 'Easter Monday'],
  ['2027-05-03', 'Early May bank holiday'],
  ['2027-05-31', 'Spring bank holiday'],
  ['2027-08-30', 'Summer bank holiday'],
  ['2027-12-25', 'Christmas Day'],
  ['2027-12-26', 'Boxing Day'],
  ['2027-12-27', 'Christmas Day (substitute day)'],
  ['2027-12-28', 'Boxing Day (substitute day)'],
  // 2028
  ['2028-01-01', 'New Year’s Day'],
  ['2028-01-03', 'New Year’s Day (substitute day)'],
  ['2028-04-14', 'Good Friday'],
  ['2028-04-17', 'Easter Monday'],
  ['2028-05-01', 'Early May bank holiday'],
  ['2028-05-29', 'Spring bank holiday'],
  ['2028-08-28', 'Summer bank holiday'],
  ['2028-12-25', 'Christmas Day'],
  ['2028-12-26', 'Boxing Day'],
  // 2029
  ['2029-01-01', 'New Year’s Day'],
  ['2029-03-30', 'Good Friday'],
  ['2029-04-02', 'Easter Monday'],
  ['2029-05-07', 'Early May bank holiday'],
  ['2029-05-28', 'Spring bank holiday'],
  ['2029-08-27', 'Summer bank holiday'],
  ['2029-12-25', 'Christmas Day'],
  ['2029-12-26', 'Boxing Day'],
  // 2030
  ['2030-01-01', 'New Year’s Day'],
  ['2030-04-19', 'Good Friday'],
  ['2030-04-22', 'Easter Monday'],
  ['2030-05-06', 'Early May bank holiday'],
  ['2030-05-27', 'Spring bank holiday'],
  ['2030-08-26', 'Summer bank holiday'],
  ['2030-12-25', 'Christmas Day'],
  ['2030-12-26', 'Boxing Day'],
  // 2031
  ['2031-01-01', 'New Year’s Day'],
  ['2031-04-11', 'Good Friday'],
  ['2031-04-14', 'Easter Monday'],
  ['2031-05-05', 'Early May bank holiday'],
  ['2031-05-26', 'Spring bank holiday'],
  ['2031-08-25', 'Summer bank holiday'],
  ['2031-12-25', 'Christmas Day'],
  ['2031-12-26', 'Boxing Day'],
  // 2032
  ['2032-01-01', 'New Year’s Day'],
  ['2032-03-26', 'Good Friday'],
  ['2032-03-29', 'Easter Monday'],
  ['2032-05-03', 'Early May bank holiday'],
  ['2032-05-31', 'Spring bank holiday'],
  ['2032-08-30', 'Summer bank holiday'],
  ['2032-12-25', 'Christmas Day'],
  ['2032-12-26', 'Boxing Day'],
  ['2032-12-27', 'Christmas Day (substitute day)'],
  ['2032-12-28', 'Boxing Day (substitute day)'],
  // 2033
  ['2033-01-01', 'New Year’s Day'],
  ['2033-01-03', 'New Year’s Day (substitute day)'],
  ['2033-04-15', 'Good Friday'],
  ['2033-04-18', 'Easter Monday'],
  ['2033-05-02', 'Early May bank holiday'],
  ['2033-05-30', 'Spring bank holiday'],
  ['2033-08-29', 'Summer bank holiday'],
  ['2033-12-25', 'Christmas Day'],
  ['2033-12-26', 'Boxing Day'],
  ['2033-12-27', 'Christmas Day (substitute day)'],
  // 2034
  ['2034-01-01', 'New Year’s Day'],
  ['2034-01-02', 'New Year’s Day (substitute day)'],
  ['2034-04-07', 'Good Friday'],
  ['2034-04-10', 'Easter Monday'],
  ['2034-05-01', 'Early May bank holiday'],
  ['2034-05-29', 'Spring bank holiday'],
  ['2034-08-28', 'Summer bank holiday'],
  ['2034-12-25', 'Christmas Day'],
  ['2034-12-26', 'Boxing Day'],
  // 2035
  ['2035-01-01', 'New Year’s Day'],
  ['2035-03-23', 'Good Friday'],
  ['2035-03-26', 'Easter Monday'],
  ['2035-05-07', 'Early May bank holiday'],
  ['2035-05-28', 'Spring bank holiday'],
  ['2035-08-27', 'Summer bank holiday'],
  ['2035-12-25', 'Christmas Day'],
  ['2035-12-26', 'Boxing Day'],
  // 2036
  ['2036-01-01', 'New Year’s Day'],
  ['2036-04-11', 'Good Friday'],
  ['2036-04-14', 'Easter Monday'],
  ['2036-05-05', 'Early May bank holiday'],
  ['2036-05-26', 'Spring bank holiday'],
  ['2036-08-25', 'Summer bank holiday'],
  ['2036-12-25', 'Christmas Day'],
  ['2036-12-26', 'Boxing Day'],
  // 2037
  ['2037-01-01', 'New Year’s Day'],
  ['2037-04-03', 'Good Friday'],
  ['2037-04-06', 'Easter Monday'],
  ['2037-05-04', 'Early May bank holiday'],
  ['2037-05-25', 'Spring bank holiday'],
  ['2037-08-31', 'Summer bank holiday'],
  ['2037-12-25', 'Christmas Day'],
  ['2037-12-26', 'Boxing Day'],
  ['2037-12-28', 'Boxing Day (substitute day)'],
  // 2038
  ['2038-01-01', 'New Year’s Day'],
  ['2038-04-23', 'Good Friday'],
  ['2038-04-26', 'Easter Monday'],
  ['2038-05-03', 'Early May bank holiday'],
  ['2038-05-31', 'Spring bank holiday'],
  ['2038-08-30', 'Summer bank holiday'],
  ['2038-12-25', 'Christmas Day'],
  ['2038-12-26', 'Boxing Day'],
  ['2038-12-27', 'Christmas Day (substitute day)'],
  ['2038-12-28', 'Boxing Day (substitute day)'],
  // 2039
  ['2039-01-01', 'New Year’s Day'],
  ['2039-01-03', 'New Year’s Day (substitute day)'],
  ['2039-04-08', 'Good Friday'],
  ['2039-04-11', 'Easter Monday'],
  ['2039-05-02', 'Early May bank holiday'],
  ['2039-05-30', 'Spring bank holiday'],
  ['2039-08-29', 'Summer bank holiday'],
  ['2039-12-25', 'Christmas Day'],
  ['2039-12-26', 'Boxing Day'],
  ['2039-12-27', 'Christmas Day (substitute day)'],
  // 2040
  ['2040-01-01', 'New Year’s Day'],
  ['2040-01-02', 'New Year’s Day (substitute day)'],
  ['2040-03-30', 'Good Friday'],
  ['2040-04-02', 'Easter Monday'],
  ['2040-05-07', 'Early May bank holiday'],
  ['2040-05-28', 'Spring bank holiday'],
  ['2040-08-27', 'Summer bank holiday'],
  ['2040-12-25', 'Christmas Day'],
  ['2040-12-26', 'Boxing Day'],
];

export const bankHolidaySchema = z.tuple([z.iso.date(), z.string().min(8)]);

/** Easter Sunday, by the Gregorian computus. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const dominical = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * dominical) / 451);
  const index = epact + dominical - 7 * correction + 114;
  return isoDate(year, Math.floor(index / 31), (index % 31) + 1)!;
}

/**
 * The bank holidays that the rules in force since 1978 give for a year, in order. What was proclaimed for that one year is not known here,
 * and earlier years had other days. Used for the years that the table does not cover.
 */
export function standingBankHolidays(year: number): readonly (readonly [date: IsoDate, name: string])[] {
  const day = (month: number, dayOfMonth: number): IsoDate => isoDate(year, month, dayOfMonth)!;
  const mondayFrom = (date: IsoDate): IsoDate => addDays(date, (8 - weekday(date)) % 7);
  const days: (readonly [IsoDate, string])[] = [[day(1, 1), 'New Year’s Day']];
  const newYear = weekday(day(1, 1));
  if (newYear === 6 || newYear === 0) days.push([day(1, newYear === 6 ? 3 : 2), 'New Year’s Day (substitute day)']);
  const easter = easterSunday(year);
  days.push([addDays(easter, -2), 'Good Friday'], [addDays(easter, 1), 'Easter Monday']);
  days.push(
    [mondayFrom(day(5, 1)), 'Early May bank holiday'],
    [mondayFrom(day(5, 25)), 'Spring bank holiday'],
    [mondayFrom(day(8, 25)), 'Summer bank holiday'],
  );
  const christmas = weekday(day(12, 25));
  days.push([day(12, 25), 'Christmas Day'], [day(12, 26), 'Boxing Day']);
  if (christmas === 6 || christmas === 0) days.push([day(12, 27), 'Christmas Day (substitute day)']);
  if (christmas === 5 || christmas === 6) days.push([day(12, 28), 'Boxing Day (substitute day)']);
  return days;
}
