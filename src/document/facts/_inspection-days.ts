import { oneSlipApart } from '../../text/nearest.js';
import { matchesOf } from '../../text/matches.js';
import { findDates, type DateMention } from './dates.js';
import type { DateRange, Facts, FoundRange, InspectionFact, PlacedProse, PreviousInspections } from '../types.js';
import { smallest } from '../../text/lists.js';

function rangeFrom(unit: PlacedProse, from: number): FoundRange | null {
  const until = nextLabel(unit.text, from);
  const mention = findDates(unit.text).find((date) => date.from >= from && date.from < until);
  const rest = unit.text.slice(from, until).trim();
  if (!mention) {
    if (rest === '' || /^\[/.test(rest)) return null;
    const start = from + unit.text.slice(from).search(/\S/);
    const end = unit.text.indexOf('\n', start) < 0 ? unit.text.length : unit.text.indexOf('\n', start);
    return { range: null, problem: 'unreadable', text: unit.text.slice(start, end), span: unit.spanOf(start, end) };
  }
  return foundAt(
    unit,
    joinedDays(
      unit.text,
      findDates(unit.text).filter((date) => date.from >= mention.from && date.from < until),
    )[0]!,
  );
}

interface Days {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly range: DateRange | null;
  readonly problem: FoundRange['problem'] | 'no-year';
}

/** Two days in numbers with “to” between them are one range: “11/03/2024 to 15/03/2024”. */
function joinedDays(text: string, dates: readonly DateMention[]): Days[] {
  const days: Days[] = [];
  for (const date of dates) {
    const before = days.at(-1);
    const numeric = date.form === 'numeric' || date.form === 'iso';
    if (
      before &&
      numeric &&
      before.range?.start === before.range?.end &&
      /^ ?(?:to|–|-|until) ?$/.test(text.slice(before.to, date.from)) &&
      before.range &&
      date.range
    ) {
      const range = { start: before.range.start, end: date.range.end };
      const reversed = range.start > range.end;
      days[days.length - 1] = {
        from: before.from,
        to: date.to,
        text: text.slice(before.from, date.to),
        range: reversed ? null : range,
        problem: reversed ? 'reversed' : null,
      };
    } else days.push(date);
  }
  return days;
}

const foundAt = (unit: PlacedProse, { from, to, text, range, problem }: Days): FoundRange => ({
  range,
  problem: problem === 'no-year' ? 'unreadable' : problem,
  text,
  span: unit.spanOf(from, to),
});

const INSPECTION_LABEL =
  /(?<!\b(?:previous|last) )\b(?:monitoring )?inspection dates?\s*(?::|(?=\s(?:\p{L}+day,? )?\d{1,2}\b))|\bdates? of (?:this |the )?(?:monitoring |full )?inspection\s*:/iu;

const PREVIOUS_LABEL =
  /\bdates? of (?:the )?(?:previous|last) (?:full |area SEND )?inspections?\s*:?|\b(?:previous|last) (?:full |area SEND )?inspections?(?: dates?)?\s*:/i;

/** A line that begins with some label: "Published: 19 August 2026". */
const LABELLED_LINE = /\n\p{Lu}[^:\n\d]{2,60}:/u;

/** Where another label starts in the same paragraph, else the text's end. */
function nextLabel(text: string, from: number): number {
  const starts = [INSPECTION_LABEL, PREVIOUS_LABEL, LABELLED_LINE]
    .map((label) => text.slice(from).search(label))
    .filter((start) => start >= 0);
  return starts.length > 0 ? from + smallest(starts) : text.length;
}

/** Where a label ends its unit: the next one, when it begins with a date (in the next cell or paragraph). */
function besideLabel(unit: PlacedProse, end: number, next: PlacedProse | undefined): PlacedProse | null {
  if (unit.text.slice(end).trim() !== '' || !next) return null;
  const date = findDates(next.text)[0];
  return (date && next.text.slice(0, date.from).trim() === '') || NEVER.test(next.text) ? next : null;
}

const NEVER =
  /\bnot (?:previously|yet) (?:been )?inspected\b|\bno previous (?:area SEND )?inspections?\b|\b(?:the|our) first (?:area SEND |full )?inspection\b|:\s*(?:none|not applicable|n\/a)\s*[.]?$/i;

const ANY_LABEL = /^[^\d\n]{8,40}?(?::|(?= \d))/;

/** A label that has one character too many, too few or wrong; `letters` are those of the right ones. */
function nearLabel(text: string, letters: readonly string[]): RegExpExecArray | null {
  const label = ANY_LABEL.exec(text);
  const own = label?.[0].toLowerCase().replace(/[^a-z]/g, '') ?? '';
  return letters.some((right) => oneSlipApart(own, right)) ? label : null;
}

const PREVIOUS_LETTERS = ['date', 'dates'].flatMap((dates) => ['', 'the'].map((the) => `${dates}of${the}previousinspection`));

export function inspectionOf(units: readonly PlacedProse[]): InspectionFact {
  for (const [index, unit] of units.entries()) {
    const label = INSPECTION_LABEL.exec(unit.text) ?? nearLabel(unit.text, ['inspectiondates']);
    if (!label) continue;
    const end = label.index + label[0].length;
    const below = besideLabel(unit, end, units[index + 1]);
    return { label: { value: label[0], span: unit.spanOf(label.index, end) }, found: below ? rangeFrom(below, 0) : rangeFrom(unit, end) };
  }
  return { label: null, found: null };
}

const UNREADABLE_DAYS = /^\s*\d{1,2}(?:[^\s\d]\S*)?\s+(?:\S+\s+){0,4}\S*(?:19|20)\d\d\W*$/;

export function previousOf(units: readonly PlacedProse[]): PreviousInspections {
  for (const [index, unit] of units.entries()) {
    const label = PREVIOUS_LABEL.exec(unit.text) ?? nearLabel(unit.text, PREVIOUS_LETTERS);
    if (!label && !NEVER.test(unit.text)) continue;
    const end = label ? label.index + label[0].length : 0;
    const below = label && besideLabel(unit, end, units[index + 1]);
    const told = below ?? unit;
    const from = below ? 0 : end;
    const until = nextLabel(told.text, from);
    const dates = findDates(told.text).filter((date) => date.from >= from && date.from < until);
    const found = joinedDays(told.text, dates).map((days) => foundAt(told, days));
    const rest = told.text.slice(from, until);
    const start = from + rest.search(/\S/);
    // Days that nobody can read: a few words with a day and a year among them, no sentence.
    if (found.length === 0 && UNREADABLE_DAYS.test(rest))
      found.push({ range: null, problem: 'unreadable', text: rest.trim(), span: told.spanOf(start, start + rest.trim().length) });
    return { label: label ? { value: label[0], span: unit.spanOf(label.index, end) } : null, none: NEVER.test(told.text), found };
  }
  return { label: null, none: false, found: [] };
}

const VISIT =
  /\b(?:monitoring )?(?:inspection|visit|fieldwork|inspectors)\b[^.\n]{0,120}\b(?:took place|carried out|conducted|visited|happened|held|was|on site)\b/i;

export const withDays = (inspection: Facts['inspection']): Facts['inspection'] | null => (inspection.found ? inspection : null);

/** The days of a monitoring inspection in a sentence: “A monitoring inspection took place from 3 to 5 June 2025.” */
export function visitIn(units: readonly PlacedProse[]): Facts['inspection'] | null {
  for (const unit of units.slice(0, 40)) {
    for (const sentence of matchesOf(unit.text, /[^.\n]+/g)) {
      if (!VISIT.test(sentence[0]) || /\b(?:previous|full|last|initial|first|earlier)\b/i.test(sentence[0])) continue;
      const date = findDates(unit.text).find(
        ({ from, to, range }) => range !== null && from >= sentence.index && to <= sentence.index + sentence[0].length,
      );
      if (date) return { label: null, found: foundAt(unit, date) };
    }
  }
  return null;
}
