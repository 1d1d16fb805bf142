import { readDeadline } from './deadline.js';
import { ownEntry, type Draft } from './_draft.js';
import type { Section } from '../types.js';

/*
 * Deadlines without a year, below a row or heading that has it.
 */

const YEARS = /\b20\d\d(?:[/–-](?:20)?\d\d)?\b/g;
const EARLY = /\b(?:jan|feb|mar)/i;
const LATE = /\b(?:sep|oct|nov|dec)/i;
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** "March" with "2026/27" over it is that of 2027; in which year May lies depends on which sort of year is meant, so that it stays as it is. */
function withYear(text: string, year: string): string {
  const [first = '', second] = year.split(/[/–-]/);
  if (second === undefined || !MONTH.test(text)) return `${text} ${year}`;
  if (LATE.test(text)) return `${text} ${first}`;
  return EARLY.test(text) ? `${text} ${Number(first) + 1}` : text;
}

/** A time without a year as one in the year over it; null where that makes no day. */
export function timeInYear(text: string, year: string): string | null {
  const whole = withYear(text, year);
  return readDeadline(text).problem === 'no-year' && readDeadline(whole).date !== null ? whole : null;
}

/** "March" in a row below one that says "2027": the year of the deadline stands over it. */
export function inYear(draft: Draft, year: string): void {
  const due = draft.entry.values.get('due');
  const text = due ? timeInYear(due.text, year) : null;
  if (text === null) return;
  const { values } = ownEntry(draft);
  values.set('due', { text, span: values.get('due')!.span });
}

/** "### 2027" over a table or a list of months: the year that the innermost heading with any names; null where it names more than one. */
export function yearOver(inner: Section | null): string | null {
  for (let section = inner; section?.heading; section = section.parent) {
    const years = section.heading.text.match(YEARS);
    if (years) return years.length === 1 && section.depth > 1 ? years[0] : null;
  }
  return null;
}
