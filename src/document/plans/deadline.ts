import { PERIODS, VAGUE_DEADLINE, type PeriodInfo } from '../../framework/plan-columns.js';
import type { IsoDate } from '../../framework/types.js';
import { daysInMonth, findDates, isoDate } from '../facts/dates.js';
import { byText } from '../../memo/memo.js';
import { matchesOf } from '../../text/matches.js';
import { editDistance } from '../../text/nearest.js';

/*
 * Deadlines as plans write them: days, "March 2027", "Q3 2026/27", "summer term 2027", "financial year 2026-27", "end of 2027".
 * A period stands for its last day.
 */

export type DeadlineProblem = 'impossible' | 'no-year' | 'unreadable' | 'vague' | 'relative';

export interface Deadline {
  /** The last day of the day or period; of several, the latest. null when the text gives none. Of what goes on (“from May 2027”), the last day of its beginning, and the problem is 'vague'. */
  readonly date: IsoDate | null;
  /** The latest day that it may mean, where a period is ambiguous ("Q4 2026"); else the same as `date`. */
  readonly latest: IsoDate | null;
  /** The first day, where the text gives a range of days. */
  readonly start: IsoDate | null;
  readonly problem: DeadlineProblem | null;
  /** The part of the text that the problem concerns. */
  readonly from: number;
  readonly to: number;
}

interface Candidate {
  readonly date: IsoDate;
  readonly latest: IsoDate;
  readonly start?: IsoDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
/** "2026", "2026/27", "2026-2027", "26/27". */
const YEARS = '(20\\d{2}|\\d{2}(?=[/–-]\\d)|[2-4]\\d(?![\\d%/–-]))(?:(?:[/–-]| to )(20\\d{2}|\\d{2})(?!\\d))?(?!\\d)';

const SHORT_DAY = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?([ -])${MONTH}\\.?[ -]['’]?(20\\d{2}|[2-4]\\d)(?![\\d:])`, 'gi');
const DASHED_DAY = /\b(\d{1,2})-(\d{1,2})-(20\d{2}|\d{2})\b/g;
const QUARTER = new RegExp(`\\b(?:q|quarter |qtr )(\\d)\\b[,:]? ?\\(?(?:of )?(?:the )?(fy|financial year)? ?${YEARS}\\)?`, 'gi');
const QUARTER_AFTER = new RegExp(`\\b${YEARS}\\)?[,:]? ?(?:q|quarter |qtr )(\\d)\\b`, 'gi');
const QUARTER_ALONE = /\b(?:q|quarter |qtr )(\d)\b/gi;
const PERIOD = new RegExp(
  `\\b(${PERIODS.map(({ name }) => name.replace(/ /g, '[ -]'))
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b(?: [12](?!\\d))?[,:]? ?\\(?(?:of )?(?:in )?(?:the )?(?:academic year |school year )?(?:${YEARS})?`,
  'gi',
);
const NAMED_YEAR_BEFORE = new RegExp(
  `\\b(financial year|fiscal year|fy|academic year|school year)(?: of| ending| end)? ?(?:march |august )?${YEARS}`,
  'gi',
);
const SHORT_FINANCIAL_YEAR = /\bfy ?(\d{2})(?![\d/–-])/gi;
const NAMED_YEAR_AFTER = new RegExp(`\\b${YEARS} (financial year|fiscal year|academic year|school year)\\b`, 'gi');
const HALF = /\b(?:h([12])|(first|second) half of) ?(20\d{2})\b/gi;
const MONTH_YEAR = new RegExp(`\\b${MONTH}\\b\\.?(?:[ ,/–-]{0,3}['’]?(20\\d{2}|[2-4]\\d)(?![\\d:]))?`, 'gi');
/** "March 26th 2026", "March 26, 2026". */
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:(?:st|nd|rd|th),?|,) (20\\d{2})(?![\\d:])`, 'gi');
const PART_OF_YEAR = /\b(early|mid|middle of|late|start of|beginning of|end of)(?: in)?[ -](?:the year )?(20\d{2})(?![\d/–-])/gi;
const NUMERIC_MONTH = /\b(?:(0?[1-9]|1[0-2])\/(20\d{2}|[2-4]\d)|(20\d{2})-(0[1-9]|1[0-2]))\b(?![-/]\d)/g;
const SHORT_PAIR = /\b([2-4]\d)[/–-](\d{2})\b(?![/–-]\d)/g;
const NUMERIC_DAY = /\b\d{1,2}([/. -])\d{1,2}\1\d{2,4}\b/g;
const OPEN_ENDED = /^[\s(]*(?:\p{L}+ )?(?:from|since|starting|beginning|commencing)(?: in| on)? (?!.*\b(?:to|until|by)\b)/iu;
const ONWARDS = /\b(?:onwards?|(?:[-–] ?|then |and |to )ongoing)\W{0,3}$/i;
const YEAR = new RegExp(`\\b(20\\d{2})(?:( to |[/–-])(20\\d{2}|\\d{2})(?!\\d))?(?!\\d)`, 'gi');
const RELATIVE =
  /\b(?:within|in|after|month|year|week|\d+) (?:\w+ ){0,2}(?:days?|weeks?|months?|years?|terms?)\b|\b(?:months?|years?|weeks?) \d/i;

/** A day whose month cannot be read: “23 Ju.ly 2027”, “23 Juy 2027”. By itself its year would stand for the whole of it. */
const MISTYPED_DAY = /\b\d{1,2}(?:st|nd|rd|th)? (\p{L}(?:[^\d\n|;,]{1,11})) 20\d{2}(?!\d)/giu;
/** A day or a year in two pieces: “2 3 July 2027”, “23 July 20.27”. */
const CUT_DAY = new RegExp(
  `^\\s*(?:\\d[ .]\\d ${MONTH}\\b|\\d{1,2} ${MONTH} (?:\\d{2}[^\\d\\p{L}/–-]\\d{2}|\\d[^\\d\\p{L}]\\d{3}|\\d{3}[^\\d\\p{L}]\\d|\\d{3}|\\d{5})\\s*$)`,
  'iu',
);
const MONTH_NAMES = MONTH.slice(1, -1)
  .split('|')
  .filter((name) => name.length > 4 || ['may', 'june', 'july'].includes(name));

function isNearlyMonth(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '').toLowerCase();
  return letters.length > 2 && MONTH_NAMES.some((name) => editDistance(letters, name) <= (name.length > 6 ? 2 : 1));
}

/** Whether figures stand with the name of a month, or with what is nearly one: words that were to be a day. */
export const hasMonth = (text: string): boolean =>
  /\d/.test(text) && matchesOf(text.slice(0, 60), /\p{L}[^\d\n|;,]{1,11}(?= )/gu).some(([words]) => isNearlyMonth(words));

/** Reads a deadline. Never throws; text without any day has a problem, empty text too. */
export const readDeadline: (text: string) => Deadline = byText((text) => read(text));

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
const lastOf = (year: number, month: number): IsoDate => isoDate(year, month, daysInMonth(year, month))!;

/** The second year of "2026/27"; null for one year, and for what is no pair of years that follow each other. */
function pairEnd(first: string, second: string | undefined): number | null {
  if (second === undefined) return null;
  const start = fullYear(first);
  const end = second.length === 2 ? Math.floor(start / 100) * 100 + Number(second) : Number(second);
  return end === start + 1 ? end : null;
}

function quarter(number: number, first: string, second: string | undefined, financial: boolean): Candidate | null {
  if (number < 1 || number > 4) return null;
  const year = fullYear(first);
  const end = pairEnd(first, second);
  const inFinancialYear = (start: number): IsoDate => (number === 4 ? lastOf(start + 1, 3) : lastOf(start, number * 3 + 3));
  if (end !== null) return { date: inFinancialYear(year), latest: inFinancialYear(year) };
  // "FY27" is the year that ends in March 2027, but some mean the one that begins then.
  return { date: financial ? inFinancialYear(year - 1) : lastOf(year, number * 3), latest: inFinancialYear(year) };
}

/** `isBefore`: the day is to be before the period begins. */
function inPeriod(period: PeriodInfo, first: string, second: string | undefined, isBefore: boolean): Candidate {
  const end = pairEnd(first, second);
  const year = end !== null && period.half === 'second' ? end : fullYear(first);
  if (isBefore && period.before) {
    const day = lastDay(year, period.before.month, period.before.day);
    return { date: day, latest: day };
  }
  const latestYear = year + (period.latest.nextYear ? 1 : 0);
  return { date: lastDay(year, period.month, period.day), latest: lastDay(latestYear, period.latest.month, period.latest.day) };
}

const lastDay = (year: number, month: number, day: number): IsoDate => isoDate(year, month, month === 2 ? daysInMonth(year, 2) : day)!;

function read(text: string): Deadline {
  const candidates: Candidate[] = [];
  let rest = text.replace(/[\u00A0\n]/g, ' ');
  let problem: { kind: DeadlineProblem; from: number; to: number } | null = null;
  const fail = (kind: DeadlineProblem, from: number, to: number): void => {
    if (!problem || (kind === 'impossible' && problem.kind !== 'impossible')) problem = { kind, from, to };
  };
  /** Where the last day or period stands. */
  let last = -1;
  const take = (from: number, to: number): void => {
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  };
  /** Every match of a pattern in what no earlier pattern took; `make` gives its day, a problem, or undefined to leave it to others. */
  const each = (pattern: RegExp, make: (match: readonly (string | undefined)[]) => Candidate | DeadlineProblem | undefined): void => {
    for (const match of [...matchesOf(rest, pattern)]) {
      const made = make(match);
      if (made === undefined) continue;
      const to = match.index + match[0].trimEnd().length;
      if (typeof made === 'string') fail(made, match.index, to);
      else {
        candidates.push(made);
        last = Math.max(last, match.index);
      }
      take(match.index, to);
    }
  };
  const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

  if (CUT_DAY.test(rest)) {
    fail('unreadable', 0, rest.trimEnd().length);
    take(0, rest.length);
  }
  each(SHORT_DAY, ([, day, , name, year]) => {
    const date = isoDate(fullYear(year!), month(name!), Number(day));
    return date ? { date, latest: date } : 'impossible';
  });
  each(MONTH_FIRST, ([, name, day, year]) => {
    const date = isoDate(Number(year), month(name!), Number(day));
    return date ? { date, latest: date } : 'impossible';
  });
  each(DASHED_DAY, ([, day, number, year]) => {
    const date = isoDate(fullYear(year!), Number(number), Number(day));
    return date ? { date, latest: date } : 'impossible';
  });
  for (const mention of findDates(rest)) {
    if (mention.range) last = Math.max(last, mention.from);
    if (mention.range)
      candidates.push({
        date: mention.range.end,
        latest: mention.range.end,
        ...(mention.range.start < mention.range.end ? { start: mention.range.start } : {}),
      });
    else fail(mention.problem === 'no-year' ? 'no-year' : 'impossible', mention.from, mention.to);
    take(mention.from, mention.to);
  }
  each(QUARTER, ([, number, financial, first, second]) => quarter(Number(number), first!, second, financial !== undefined) ?? 'impossible');
  each(QUARTER_AFTER, ([, first, second, number]) => quarter(Number(number), first!, second, false) ?? 'impossible');
  const periods = (name: string): PeriodInfo => PERIODS.find((entry) => entry.name === name.toLowerCase().replace(/-/g, ' '))!;
  const unplaced: { from: number; to: number }[] = [];
  for (const match of [...matchesOf(rest, PERIOD)]) {
    const [whole, name, first, second] = match;
    const to = match.index + whole.trimEnd().length;
    if (first === undefined) unplaced.push({ from: match.index, to: match.index + name!.length });
    else {
      candidates.push(inPeriod(periods(name!), first, second, /\bbefore (?:the )?$/i.test(rest.slice(0, match.index))));
      last = Math.max(last, match.index);
    }
    take(match.index, to);
  }
  const namedYear = (name: string, first: string, second: string | undefined): Candidate => {
    const academic = /academic|school/i.test(name);
    const end = pairEnd(first, second);
    const [endMonth, endDay] = academic ? [8, 31] : [3, 31];
    const year = end ?? fullYear(second ?? first);
    return {
      date: lastDay(year, endMonth, endDay),
      latest: lastDay(end === null && second === undefined ? year + 1 : year, endMonth, endDay),
    };
  };
  each(NAMED_YEAR_BEFORE, ([, name, first, second]) => namedYear(name!, first!, second));
  each(NAMED_YEAR_AFTER, ([, first, second, name]) => namedYear(name!, first!, second));
  each(SHORT_FINANCIAL_YEAR, ([, year]) => ({ date: lastOf(fullYear(year!), 3), latest: lastOf(fullYear(year!) + 1, 3) }));
  each(HALF, ([, short, words, year]) => {
    const date = lastOf(Number(year), short === '1' || /first/i.test(words ?? '') ? 6 : 12);
    return { date, latest: date };
  });
  let pendingMonth: { from: number; to: number; month: number } | null = null;
  for (const match of [...matchesOf(rest, MONTH_YEAR)]) {
    const [whole, name, year] = match;
    // "may" in lower case is a verb unless a year follows.
    if (year === undefined && name === 'may') continue;
    const to = match.index + whole.trimEnd().length;
    if (year === undefined) pendingMonth ??= { from: match.index, to, month: month(name!) };
    else {
      const date = lastOf(fullYear(year), month(name!));
      // "January to March 2027": the first month has its year from the last.
      const startYear = pendingMonth && pendingMonth.month > month(name!) ? fullYear(year) - 1 : fullYear(year);
      last = Math.max(last, match.index);
      candidates.push({ date, latest: date, ...(pendingMonth ? { start: isoDate(startYear, pendingMonth.month, 1)! } : {}) });
      pendingMonth = null;
    }
    take(match.index, to);
  }
  each(NUMERIC_DAY, () => 'impossible');
  each(NUMERIC_MONTH, ([, monthFirst, yearLast, yearFirst, monthLast]) => {
    const date = lastOf(fullYear(yearLast ?? yearFirst!), Number(monthFirst ?? monthLast));
    return { date, latest: date };
  });
  each(SHORT_PAIR, ([, first, second]) => {
    const end = pairEnd(first!, second);
    return end === null ? undefined : { date: lastOf(end, 3), latest: lastOf(end, 8) };
  });
  each(PART_OF_YEAR, ([, part, year]) => {
    const date = lastOf(Number(year), /^(?:early|start|beginning)/i.test(part!) ? 4 : /^mid/i.test(part!) ? 8 : 12);
    return { date, latest: date };
  });
  each(MISTYPED_DAY, ([, words]) => (isNearlyMonth(words!) ? 'unreadable' : undefined));
  each(YEAR, ([, first, joint, second]) => {
    const end = pairEnd(first!, second);
    // "2026/27" is a financial year to a council, perhaps a school year; "2026 to 2029" runs to the end of 2029.
    if (end !== null && joint !== ' to ' && second!.length === 2) return { date: lastOf(end, 3), latest: lastOf(end, 8) };
    const year = second === undefined ? Number(first) : second.length === 2 ? Number(first!.slice(0, 2) + second) : Number(second);
    if (year < Number(first)) return 'impossible';
    const date = isoDate(year, 12, 31)!;
    return { date, latest: date };
  });
  each(QUARTER_ALONE, ([, number]) => (Number(number) >= 1 && Number(number) <= 4 ? 'no-year' : 'impossible'));
  if (candidates.length === 0) {
    if (pendingMonth) fail('no-year', pendingMonth.from, pendingMonth.to);
    for (const { from, to } of unplaced) fail('no-year', from, to);
  }

  const start =
    candidates
      .map((candidate) => candidate.start)
      .filter((day) => day !== undefined)
      .sort()[0] ?? null;
  const found = problem as { kind: DeadlineProblem; from: number; to: number } | null;
  const whole = { from: text.search(/\S/) < 0 ? 0 : text.search(/\S/), to: text.trimEnd().length };
  const date =
    candidates
      .map((candidate) => candidate.date)
      .sort()
      .at(-1) ?? null;
  const latest =
    candidates
      .map((candidate) => candidate.latest)
      .sort()
      .at(-1) ?? null;
  // Of a start and an end, it is the end that does not exist.
  if (found?.kind === 'impossible')
    return found.from > last
      ? { date: null, latest: null, start, problem: 'impossible', from: found.from, to: found.to }
      : { date, latest, start, problem: 'impossible', from: found.from, to: found.to };
  if (date !== null && candidates.length === 1 && !start && (OPEN_ENDED.test(text) || ONWARDS.test(text)))
    return { date, latest, start: date, problem: 'vague', ...whole };
  if (date !== null)
    return {
      date,
      latest,
      start: candidates.length > 1 && !start ? candidates.map((candidate) => candidate.date).sort()[0]! : start,
      problem: null,
      from: 0,
      to: text.length,
    };
  const vague = VAGUE_DEADLINE.test(text);
  const kind: DeadlineProblem = vague
    ? 'vague'
    : (found?.kind ?? (RELATIVE.test(text) ? 'relative' : /\d/.test(text) ? 'unreadable' : 'vague'));
  return { date: null, latest: null, start: null, problem: kind, ...(found && !vague ? { from: found.from, to: found.to } : whole) };
}
