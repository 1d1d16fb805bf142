import assert from 'node:assert/strict';
import Holidays from 'date-holidays';
import {
  BANK_HOLIDAY_YEARS,
  BANK_HOLIDAYS,
  bankHolidaySchema,
  easterSunday,
  standingBankHolidays,
} from '../../src/framework/bank-holidays.js';
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  formatDate,
  isIsoDate,
  weekday,
} from '../../src/framework/days.js';

/** Public and bank holidays in England by an independent table, in order. Wales has the same. */
function independent(year: number, country = 'ENG'): string[] {
  const days = new Holidays('GB', country).getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank');
  return [...new Set(days.map(({ date }) => date.slice(0, 10)))].filter((date) => date.startsWith(String(year))).sort();
}

const onWeekdays = (dates: readonly string[]): string[] => dates.filter((date) => weekday(date) % 6 !== 0);

describe('bank holidays in England and Wales', () => {
  for (let year = BANK_HOLIDAY_YEARS.first; year <= BANK_HOLIDAY_YEARS.last; year++) {
    it(`${year} as date-holidays has them`, () => {
      const table = BANK_HOLIDAYS.map(([date]) => date).filter((date) => date.startsWith(String(year)));
      assert.deepEqual(onWeekdays(table), onWeekdays(independent(year)));
      assert.deepEqual(onWeekdays(table), onWeekdays(independent(year, 'WLS')));
    });
  }

  it('have the days that were proclaimed for one year', () => {
    const dates = new Set(BANK_HOLIDAYS.map(([date]) => date));
    for (const date of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) assert.ok(dates.has(date), date);
    for (const date of ['2020-05-04', '2022-05-30']) assert.ok(!dates.has(date), `${date} was moved`);
  });

  it('are in order, each once, each a real day with a name', () => {
    const dates = BANK_HOLIDAYS.map(([date]) => date);
    assert.deepEqual(dates, [...new Set(dates)].sort());
    for (const entry of BANK_HOLIDAYS) bankHolidaySchema.parse(entry);
  });

  it('follow the standing rules outside the table', () => {
    for (let year = 2041; year <= 2060; year++) {
      assert.deepEqual(
        onWeekdays(
          standingBankHolidays(year)
            .map(([date]) => date)
            .sort(),
        ),
        onWeekdays(independent(year)),
        String(year),
      );
    }
  });

  it('have Easter on the days that the Church tables give', () => {
    for (const date of ['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2024-03-31', '2038-04-25', '2285-03-22'])
      assert.equal(easterSunday(Number(date.slice(0, 4))), date);
  });
});

describe('plain days', () => {
  it('agree with the platform’s calendar over all years', () => {
    for (let number = dayNumber('0001-01-01'); number <= dayNumber('9999-12-31'); number += 97) {
      const date = dayOfNumber(number);
      const platform = new Date(number * 86_400_000);
      assert.equal(date, platform.toISOString().slice(0, 10));
      assert.equal(dayNumber(date), number);
      assert.equal(weekday(date), platform.getUTCDay());
    }
  });

  it('know leap years', () => {
    assert.equal(daysInMonth(2024, 2), 29);
    assert.equal(daysInMonth(2026, 2), 28);
    assert.equal(daysInMonth(2000, 2), 29);
    assert.equal(daysInMonth(2100, 2), 28);
  });

  it('tell days from other texts', () => {
    for (const good of ['2024-02-29', '0001-01-01', '9999-12-31']) assert.ok(isIsoDate(good), good);
    for (const bad of [
      '2023-02-29',
      '2026-06-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      '',
      ' 2026-01-01',
      null,
      20260101,
      undefined,
    ]) {
      assert.ok(!isIsoDate(bad), String(bad));
    }
  });

  it('add months to the end of a shorter month', () => {
    assert.equal(addMonths('2026-08-31', 6), '2027-02-28');
    assert.equal(addMonths('2027-08-31', 6), '2028-02-29');
    assert.equal(addMonths('2024-02-29', 12), '2025-02-28');
    assert.equal(addMonths('2026-01-15', 36), '2029-01-15');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
    assert.equal(addMonths('2026-01-31', -2), '2025-11-30');
  });

  it('count calendar days', () => {
    assert.equal(addDays('2024-02-28', 2), '2024-03-01');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2026-01-01', '2027-01-01'), 365);
    assert.equal(daysBetween('2024-03-01', '2024-02-01'), -29);
    assert.equal(formatDate('2026-05-04'), '4 May 2026');
  });

  it('refuse what is no day, and results outside the years 1 to 9999', () => {
    assert.throws(() => dayNumber('2026-02-30'), RangeError);
    assert.throws(() => addDays('9999-12-31', 1), RangeError);
    assert.throws(() => addDays('0001-01-01', -1), RangeError);
    assert.throws(() => addMonths('9999-12-01', 1), RangeError);
    assert.throws(() => addMonths('soon', 1), RangeError);
  });
});
