import { byText } from '../../memo/memo.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../framework/types.js';
import { readDeadline } from './deadline.js';
import { move, type Entry } from './_entry.js';
import type { PieceText } from './_piece-types.js';
import { add, type Field, type Values } from './_values.js';

/*
 * Deadlines that stand in headings, labels and sentences instead of a place of their own.
 */

/** Whether a text has no words but those of times: "September 2025", "next spring", "w/c 31 April 2027". */
const hasOnlyTimes = (text: string): boolean => {
  const rest = text
    .toLowerCase()
    .replace(
      /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|autumn|spring|summer|winter|christmas|easter|michaelmas|holidays?|break|new|start|term|half|first|second|quarter|q[1-4]|year|financial|academic|school|calendar|by|before|in|during|end|the|of|to|and|until|from|early|mid|late|later|rest|remainder|phase|stage|step|next|this|w\/c|week|commencing|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/g,
      '',
    );
  return !/\p{L}/u.test(rest.replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)\b/g, ''));
};

/** A heading that is nothing but a time: "September 2025", "By summer term 2026", "Q3 2026/27 (October to December)". */
export const isPeriod = byText(
  (text): boolean => text.length <= 60 && /\d/.test(text) && !/[%£]/.test(text) && hasOnlyTimes(text) && readDeadline(text).date !== null,
);

/** The same where the day does not exist or its year is not said: it is meant as a time, and a rule tells what is wrong with it. */
export const isMeantAsTime = byText((text): boolean => {
  if (text.length > 60 || /[%£]/.test(text) || !hasOnlyTimes(text)) return false;
  const { date, problem } = readDeadline(text);
  return date !== null || problem === 'impossible' || problem === 'no-year';
});

/** The day that a label gives for all of its list: "By July 2027 we will:". */
export function datedOpening({ label, labelSpan }: { readonly label: string; readonly labelSpan: Span }): Field | null {
  const match = /\bby (?:the )?(?:end of )?[^:,;]{4,30}?(?=,? (?:we|the|our|partners|leaders)\b|:?$)/i.exec(label);
  const text = match?.[0].replace(/^by /i, '');
  return text !== undefined && readDeadline(text).date ? { text, span: labelSpan } : null;
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
/** The first words of a day or period. */
const PERIOD_WORDS = `(?:the )?(?:(?:very )?(?:end|start|beginning|middle|close) of )?(?:the )?(?:early |mid[- ]?|late )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})|(?:${MONTHS})|(?:autumn|spring|summer|winter|christmas|easter|michaelmas)|term \\d|q[1-4]|quarter [1-4]|20\\d\\d|(?:financial|academic|school) year)\\b`;
const BY = new RegExp(`(?:\\b(?:by|before|no later than)|📅) ?(?=${PERIOD_WORDS})`, 'giu');
const IN = new RegExp(`\\b(?:in|during|until|from|since) (?=${PERIOD_WORDS})`, 'giu');

/** Where a day or period ends that begins at a place: before the next mark, or where the sentence goes on. */
function periodAt(text: string, from: number): string {
  const rest = text.slice(from, from + 60);
  const end = rest.search(/[.;()\n]|,(?! (?:20)?\d{2})| (?:we|with|and (?!\d|the end)|for|so|to (?!\d)|when|which|on|onwards)\b/u);
  return (end < 0 ? rest : rest.slice(0, end)).trimEnd();
}

/** The times that a sentence tells, and which of them are deadlines: "by March 2027" is, "in March 2027" may be. */
export const timesIn = (text: string): readonly { readonly text: string; readonly from: number; readonly isDeadline: boolean }[] =>
  [BY, IN]
    .flatMap((pattern, index) =>
      [...matchesOf(text, pattern)].flatMap((match) => {
        const from = match.index + match[0].length;
        const period = periodAt(text, from);
        return isDated(period) ? [{ text: period, from, isDeadline: index === 0 }] : [];
      }),
    )
    .sort((a, b) => a.from - b.from);

const isDated = (period: string): boolean => {
  const { date, problem } = readDeadline(period);
  return date !== null || problem === 'no-year' || problem === 'impossible';
};

/** "Open a clinic by March 2027": the deadline stands in the action's own words, where it has no other place. */
export function dueInWords(values: Values, places: Entry['places'], texts: readonly PieceText[], base: number, anywhere = false): void {
  if (places.due) return;
  let first: Span | null = null;
  for (const text of texts) {
    if (!text.prose) continue;
    const found = [BY, IN].flatMap((pattern, index) =>
      [...matchesOf(text.text, pattern)].flatMap((match) => {
        const from = match.index + match[0].length;
        const period = periodAt(text.text, from);
        const { date, problem } = readDeadline(period);
        // "Spring next year" is meant as a deadline; "in March" may be anything.
        if (date === null && (index > 0 || problem !== 'no-year')) return [];
        const last = /^[\s.;)]*$/.test(text.text.slice(from + period.length));
        return anywhere || (last && index === 0) ? [{ from, period, index }] : [];
      }),
    );
    const told = found.findLast(({ index }) => index === 0) ?? found.at(-1);
    if (!told) continue;
    const from = text.from + told.from;
    const span = move(text.prose.sourceOf(from, from + told.period.length), base);
    add(values, 'due', { text: told.period, span });
    first ??= span;
  }
  if (first) places.due = first;
}
