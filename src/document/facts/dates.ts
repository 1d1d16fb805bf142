import { byText } from '../../memo/memo.js';
import { daysInMonth, formatDate, isoDate, weekday } from '../../framework/days.js';
import type { DateRange } from '../types.js';
import { quick } from '../../patterns/quick-pattern.js';

/*
 * Dates in English prose, in every form that published reports use: "11 to 15 March 2024", "29 January to 2 February 2024",
 * "29 January 2024 to 2 February 2024", "16 May 2016", with weekdays, ordinals and dashes, and the all-numeric forms.
 */

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH =
  '((?:January|February|March|April|May|June|July|August|September|October|November|December)\\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b(?:\\.(?=,? \\d))?)';
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?';
const DAY = '(\\d{1,2})(st|nd|rd|th)?';
const RANGE = quick(
  new RegExp(`\\b${WEEKDAY}${DAY}(?: ${MONTH}(?:,? (\\d{4}))?)? ?(to|–|—|-|until|and) ?${WEEKDAY}${DAY} ${MONTH}(?:,? (\\d{4})\\b)?`, 'gi'),
);
const SINGLE = quick(new RegExp(`\\b${WEEKDAY}${DAY} (?:of )?${MONTH}(?:,? (\\d{4})\\b)?`, 'gi'));
/** The first figure of a day and a sign that was typed behind it: “2=3 September”. */
const CUT_BEFORE = /^\d[=+~%$#@!^*_<>{}[\]|"\\`?]$/;
/** “May 1, 2026”: the month goes first. */
const MONTH_FIRST = quick(new RegExp(`\\b${WEEKDAY}${MONTH} ${DAY},? ((?:19|20)\\d{2})\\b`, 'gi'));
const NUMERIC = quick(/\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2}))\b/g);

export interface DateMention {
  /** Offsets in the text that was searched. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly form: 'range' | 'day' | 'month-first' | 'numeric' | 'iso';
  /** null when the mention has no year or is no real date. */
  readonly range: DateRange | null;
  readonly problem: 'impossible' | 'reversed' | 'no-year' | null;
  /** The word or dash between the two days of a range. */
  readonly joint?: string;
  readonly ordinal: boolean;
  readonly leadingZero: boolean;
}

export { daysInMonth, formatDate, isoDate, weekday };

const monthNumber = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** "11 to 15 March 2024", "29 January to 2 February 2024", "16 May 2016". */
export function formatRange({ start, end }: DateRange): string {
  if (start === end) return formatDate(start);
  const [startYear, startMonth] = start.split('-');
  const [endYear, endMonth] = end.split('-');
  if (startYear !== endYear) return `${formatDate(start)} to ${formatDate(end)}`;
  if (startMonth !== endMonth) return `${formatDate(start).replace(/ \d{4}$/, '')} to ${formatDate(end)}`;
  return `${Number(start.slice(8))} to ${formatDate(end)}`;
}

/** Every date or range in a text, in order. */
export const findDates = (text: string): readonly DateMention[] => (/\d/.test(text) ? datesIn(text) : []);

const datesIn = byText(searchDates, { most: 2000, longest: Infinity });

function searchDates(source: string): readonly DateMention[] {
  // A date may go on in the next line. One character for another, so that offsets stay.
  const text = source.replace(/[\n\t\u00a0]/g, ' ');
  const mentions: DateMention[] = [];
  // Characters of mentions found before. Both ends tell whether two mentions overlap, as none lies within another.
  let taken: Uint8Array | null = null;
  const overlaps = (from: number, to: number): boolean => taken !== null && (taken[from] === 1 || taken[to - 1] === 1);
  const add = (mention: DateMention): void => {
    mentions.push(mention);
    (taken ??= new Uint8Array(text.length + 1)).fill(1, mention.from, mention.to);
  };

  for (const match of RANGE.matches(text)) {
    const [whole, day1, ordinal1, month1, year1, joint, day2, ordinal2, month2, year2] = match as unknown as string[];
    const endYear = year2 ? Number(year2) : year1 ? Number(year1) : null;
    const endMonth = monthNumber(month2!);
    const startMonth = month1 ? monthNumber(month1) : endMonth;
    // "and" joins two days rather than a range unless the first has no month ("between 16 and 18 March").
    if (/^and$/i.test(joint!) && month1) continue;
    let range: DateRange | null = null;
    let problem: DateMention['problem'] = null;
    if (endYear === null) problem = 'no-year';
    else {
      const startYear = year1 ? Number(year1) : startMonth > endMonth ? endYear - 1 : endYear;
      const start = isoDate(startYear, startMonth, Number(day1));
      const end = isoDate(endYear, endMonth, Number(day2));
      if (!start || !end) problem = 'impossible';
      else if (start > end) problem = 'reversed';
      else range = { start, end };
    }
    add({
      from: match.index,
      to: match.index + whole!.length,
      text: whole!,
      form: 'range',
      range,
      problem,
      joint: joint!.toLowerCase(),
      ordinal: Boolean(ordinal1 ?? ordinal2),
      leadingZero: day1!.startsWith('0') || day2!.startsWith('0'),
    });
  }

  for (const match of SINGLE.matches(text)) {
    const [whole, day, ordinal, month, year] = match as unknown as string[];
    const to = match.index + whole!.length;
    if (overlaps(match.index, to) || CUT_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const iso = year ? isoDate(Number(year), monthNumber(month!), Number(day)) : null;
    const possible = iso !== null || (!year && isoDate(2024, monthNumber(month!), Number(day)) !== null);
    add({
      from: match.index,
      to,
      text: whole!,
      form: 'day',
      range: iso ? { start: iso, end: iso } : null,
      problem: possible ? (year ? null : 'no-year') : 'impossible',
      ordinal: Boolean(ordinal),
      leadingZero: day!.startsWith('0'),
    });
  }

  for (const match of MONTH_FIRST.matches(text)) {
    const [whole, month, day, ordinal, year] = match as unknown as string[];
    const to = match.index + whole!.length;
    if (overlaps(match.index, to)) continue;
    const iso = isoDate(Number(year), monthNumber(month!), Number(day));
    add({
      from: match.index,
      to,
      text: whole!,
      form: 'month-first',
      range: iso ? { start: iso, end: iso } : null,
      problem: iso ? null : 'impossible',
      ordinal: Boolean(ordinal),
      leadingZero: day!.startsWith('0'),
    });
  }

  for (const match of NUMERIC.matches(text)) {
    const [whole, isoYear, isoMonth, isoDay, day, month, year] = match as unknown as string[];
    const to = match.index + whole!.length;
    if (overlaps(match.index, to)) continue;
    const fullYear = year && year.length === 2 ? 2000 + Number(year) : Number(year);
    const iso = isoYear ? isoDate(Number(isoYear), Number(isoMonth), Number(isoDay)) : isoDate(fullYear, Number(month), Number(day));
    // 12.5.2023 and 4/5/2023 are dates; 300/123/1231 cannot be.
    if (!isoYear && (Number(month) > 12 || Number(day) > 31)) continue;
    add({
      from: match.index,
      to,
      text: whole!,
      form: isoYear ? 'iso' : 'numeric',
      range: iso ? { start: iso, end: iso } : null,
      problem: iso ? null : 'impossible',
      ordinal: false,
      leadingZero: false,
    });
  }

  return mentions.sort((a, b) => a.from - b.from);
}
