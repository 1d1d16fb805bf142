import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOfNumber, dayNumber, addDays, weekday } from '../../src/framework/days.js';
import {
  addWorkingDays,
  calendarWith,
  describeWorkingDays,
  isWorkingDay,
  skippedHolidays,
  workingCalendar,
  workingDaysBetween,
} from '../../src/framework/working-days.js';
import { tries } from '../fuzz.js';

/**
 * Worked out with a printed calendar: from, how many working days, the day that it gives, and the days that were passed over.
 */
const CASES: readonly (readonly [from: string, count: number, to: string, why: string])[] = [
  // Ordinary weeks and weekends
  ['2026-05-20', 1, '2026-05-21', 'Wednesday to Thursday'],
  ['2026-06-05', 1, '2026-06-08', 'Friday to Monday'],
  ['2026-06-05', 5, '2026-06-12', 'a week'],
  ['2026-06-06', 1, '2026-06-08', 'from a Saturday: Monday is the first day'],
  ['2026-06-07', 1, '2026-06-08', 'from a Sunday: Monday is the first day'],
  ['2026-06-07', 5, '2026-06-12', 'from a Sunday, a week'],
  ['2026-06-06', 0, '2026-06-08', 'no days from a Saturday: the next working day'],
  ['2026-06-08', 0, '2026-06-08', 'no days from a working day: the day itself'],
  // Month and year ends, leap days
  ['2024-02-28', 1, '2024-02-29', 'a leap day, Thursday'],
  ['2024-02-28', 2, '2024-03-01', 'over a leap day'],
  ['2023-02-28', 1, '2023-03-01', 'no leap day'],
  ['2026-08-28', 1, '2026-09-01', '31 August is the summer bank holiday'],
  ['2026-04-30', 1, '2026-05-01', 'Thursday to Friday over the month’s end'],
  ['2024-12-31', 1, '2025-01-02', 'New Year’s Day'],
  ['2025-12-31', 1, '2026-01-02', 'New Year’s Day on a Thursday'],
  // Christmas
  ['2026-12-24', 1, '2026-12-29', '25 December, the weekend, and 28 December for Boxing Day on a Saturday'],
  ['2026-12-24', 3, '2026-12-31', '29, 30, 31 December'],
  ['2026-12-24', 4, '2027-01-04', 'and New Year’s Day on a Friday'],
  ['2026-12-25', 1, '2026-12-29', 'from Christmas Day itself'],
  ['2026-12-26', 1, '2026-12-29', 'from Boxing Day, a Saturday'],
  ['2026-12-28', 1, '2026-12-29', 'from the substitute day'],
  ['2026-11-30', 20, '2026-12-30', '4 + 5 + 5 + 4 days to the 24th, then 29 and 30'],
  ['2025-12-24', 1, '2025-12-29', 'Thursday and Friday off, then the weekend'],
  ['2025-12-24', 4, '2026-01-02', '29, 30, 31 December, 2 January'],
  ['2022-12-23', 1, '2022-12-28', 'Boxing Day on Monday, Christmas Day’s substitute on Tuesday'],
  ['2022-12-30', 1, '2023-01-03', '1 January on a Sunday, so Monday 2 January'],
  ['2021-12-24', 1, '2021-12-29', 'both on a weekend: Monday and Tuesday'],
  ['2021-12-31', 1, '2022-01-04', '1 January on a Saturday, so Monday 3 January'],
  ['2020-12-24', 1, '2020-12-29', 'Boxing Day on a Saturday, so Monday 28 December'],
  ['2027-12-24', 1, '2027-12-29', 'both on a weekend again'],
  ['2027-12-31', 1, '2028-01-04', 'New Year’s Day on a Saturday again'],
  ['2028-12-22', 1, '2028-12-27', 'Monday and Tuesday'],
  ['2028-12-29', 1, '2029-01-02', 'New Year’s Day on a Monday'],
  // Easter
  ['2023-04-06', 1, '2023-04-11', 'Good Friday 7 April, Easter Monday 10 April'],
  ['2024-03-28', 1, '2024-04-02', 'Good Friday 29 March, Easter Monday 1 April'],
  ['2025-04-17', 1, '2025-04-22', 'Good Friday 18 April, Easter Monday 21 April'],
  ['2026-04-02', 1, '2026-04-07', 'Good Friday 3 April, Easter Monday 6 April'],
  ['2027-03-25', 1, '2027-03-30', 'Good Friday 26 March, Easter Monday 29 March'],
  // May and June, with the days proclaimed for one year
  ['2023-05-05', 1, '2023-05-09', 'the coronation, Monday 8 May'],
  ['2023-04-28', 10, '2023-05-16', '1 May and 8 May: 4 + 4 + 2 days'],
  ['2023-05-26', 1, '2023-05-30', 'the spring bank holiday as well'],
  ['2022-06-01', 1, '2022-06-06', 'Thursday 2 and Friday 3 June'],
  ['2022-05-27', 1, '2022-05-30', 'the spring bank holiday was moved away from 30 May'],
  ['2020-05-07', 1, '2020-05-11', 'the early May bank holiday was moved to Friday 8 May'],
  ['2020-05-01', 1, '2020-05-04', 'and away from Monday 4 May'],
  ['2022-09-16', 1, '2022-09-20', 'the State Funeral, Monday 19 September'],
  ['2022-09-12', 5, '2022-09-20', '4 days, the funeral, 1 day'],
  ['2026-05-22', 1, '2026-05-26', 'the spring bank holiday, 25 May'],
  // The framework’s intervals
  ['2026-05-20', 30, '2026-07-02', '2 + 4 + 5 + 5 + 5 + 5 days, then Monday 29 June to Thursday 2 July'],
  ['2026-03-12', 30, '2026-04-27', '1 + 5 + 5 + 4 + 4 + 5 + 5 days, then Monday 27 April'],
  ['2026-03-26', 30, '2026-05-12', '1 + 4 + 4 + 5 + 5 + 5 + 4 days, then Monday 11 and Tuesday 12 May'],
  ['2026-04-30', 35, '2026-06-22', '1 + 4 + 5 + 5 + 4 + 5 + 5 + 5 days, then Monday 22 June'],
  ['2026-04-30', 70, '2026-08-10', '35 more days: 4 + 5 × 6 days, then Monday 10 August'],
  ['2024-03-15', 44, '2024-05-21', '5 + 4 + 4 + 5 + 5 + 5 + 5 + 4 + 5 days, then 20 and 21 May'],
  // Backwards
  ['2026-06-08', -1, '2026-06-05', 'Monday to Friday'],
  ['2026-06-07', -1, '2026-06-05', 'from a Sunday'],
  ['2026-12-29', -1, '2026-12-24', 'back over Christmas'],
  ['2023-05-09', -1, '2023-05-05', 'back over the coronation'],
  ['2022-06-06', -1, '2022-06-01', 'back over the jubilee'],
  ['2024-03-11', -10, '2024-02-26', 'notification on the Monday two weeks before'],
  ['2024-03-11', -2, '2024-03-07', 'off-site fieldwork on the Thursday before'],
  ['2026-01-12', -10, '2025-12-24', '5 + 1 days in January, 3 in December, then Christmas'],
];

describe('working days, worked out by hand', () => {
  assert.ok(CASES.length >= 40);
  for (const [from, count, to, why] of CASES) {
    it(`${count} from ${from} is ${to}: ${why}`, () => {
      assert.equal(addWorkingDays(from, count), to);
      if (count !== 0) assert.equal(workingDaysBetween(from, to), count);
    });
  }
});

describe('working days', () => {
  const first = dayNumber('1990-01-01');
  const last = dayNumber('2075-12-31');
  const day = fc.integer({ min: first, max: last }).map(dayOfNumber);
  const extra = fc.array(fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-01-01') }).map(dayOfNumber), { maxLength: 40 });
  const count = fc.integer({ min: -400, max: 400 });

  it('are undone by counting', () => {
    fc.assert(
      fc.property(day, count, extra, (from, size, holidays) => {
        const calendar = workingCalendar(holidays);
        const to = addWorkingDays(from, size, calendar);
        if (size !== 0) assert.equal(workingDaysBetween(from, to, calendar), size);
        else if (isWorkingDay(from, calendar)) assert.equal(to, from);
      }),
      tries('working days are undone by counting', 375),
    );
  });

  it('never end on a day that is none', () => {
    fc.assert(
      fc.property(day, count, extra, (from, size, holidays) => {
        const calendar = workingCalendar(holidays);
        const to = addWorkingDays(from, size, calendar);
        assert.ok(isWorkingDay(to, calendar));
        assert.ok(weekday(to) !== 0 && weekday(to) !== 6 && !holidays.includes(to));
      }),
      tries('working days never end on a day that is none', 375),
    );
  });

  it('go there and back from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (from, size) => {
        const start = addWorkingDays(from, 0);
        assert.equal(addWorkingDays(addWorkingDays(start, size), -size), start);
      }),
    );
  });

  it('are counted as one by one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), extra, (from, span, holidays) => {
        const calendar = workingCalendar(holidays);
        let plain = 0;
        for (let index = 1; index <= span; index++) if (isWorkingDay(addDays(from, index), calendar)) plain++;
        assert.equal(workingDaysBetween(from, addDays(from, span), calendar), plain);
      }),
      tries('working days are counted one by one', 75),
    );
  });

  it('add up over a day between', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [x, y, z] = [a, b, c].sort() as [string, string, string];
        assert.equal(workingDaysBetween(x, y) + workingDaysBetween(y, z), workingDaysBetween(x, z));
      }),
    );
  });

  it('never give minus zero', () => {
    assert.ok(Object.is(workingDaysBetween('2026-06-07', '2026-06-06'), 0));
    assert.ok(Object.is(workingDaysBetween('2026-06-06', '2026-06-07'), 0));
  });

  it('leave extra holidays out, and ignore what is no day', () => {
    const calendar = workingCalendar(['2026-06-15', '2026-06-20', 'soon', '2026-02-30', '2026-06-15']);
    assert.deepEqual(calendar.unreadable, ['soon', '2026-02-30']);
    assert.equal(addWorkingDays('2026-05-20', 30, calendar), '2026-07-03');
    assert.equal(calendar.holidayName('2026-06-15'), 'extra holiday');
    assert.equal(calendarWith(['2026-06-15']).holidayName('2026-06-16'), null);
  });

  it('say what was skipped', () => {
    assert.equal(describeWorkingDays('2026-05-20', 30), '30 working days from 20 May 2026, skipping 25 May (bank holiday)');
    assert.equal(describeWorkingDays('2026-06-08', 1), '1 working day from 8 June 2026');
    assert.equal(
      describeWorkingDays('2026-12-24', 4),
      '4 working days from 24 December 2026, skipping 25 December 2026 (Christmas Day), 28 December 2026 (bank holiday) and 1 January 2027 (bank holiday)',
    );
    assert.equal(
      describeWorkingDays('2023-04-05', 3),
      '3 working days from 5 April 2023, skipping 7 April (Good Friday) and 10 April (bank holiday)',
    );
    assert.equal(
      describeWorkingDays('2023-05-05', 1),
      '1 working day from 5 May 2023, skipping 8 May (bank holiday for the coronation of King Charles III)',
    );
    assert.equal(
      describeWorkingDays('2026-01-12', -10),
      '10 working days before 12 January 2026, skipping 25 December 2025 (Christmas Day), 26 December 2025 (bank holiday) and 1 January 2026 (bank holiday)',
    );
    assert.equal(
      describeWorkingDays('2026-06-12', 1, workingCalendar(['2026-06-15'])),
      '1 working day from 12 June 2026, skipping 15 June (extra holiday)',
    );
    assert.match(describeWorkingDays('2041-03-04', 5), /bank holidays outside 2020 to 2040 follow the standing rules$/);
  });

  it('skip only holidays on weekdays, in order', () => {
    const skipped = skippedHolidays('2026-12-24', '2027-01-04');
    assert.deepEqual(
      skipped.map(({ date }) => date),
      ['2026-12-25', '2026-12-28', '2027-01-01'],
    );
    assert.deepEqual(skippedHolidays('2027-01-04', '2026-12-24'), skipped);
  });

  it('know the standing holidays of other years', () => {
    // 25 December 2045 is a Monday; 3 May 1999 the first Monday in May.
    assert.equal(addWorkingDays('2045-12-22', 1), '2045-12-27');
    assert.equal(addWorkingDays('1999-04-30', 1), '1999-05-04');
  });

  it('refuse what is no day or no whole number', () => {
    assert.throws(() => addWorkingDays('2026-02-30', 1), RangeError);
    assert.throws(() => addWorkingDays('2026-06-08', 1.5), RangeError);
    assert.throws(() => addWorkingDays('2026-06-08', Number.NaN), RangeError);
    assert.throws(() => addWorkingDays('9999-12-30', 5), RangeError);
    assert.throws(() => workingDaysBetween('2026-06-08', 'never'), RangeError);
  });
});
