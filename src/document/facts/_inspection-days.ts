import { editDistance } from '../../text/nearest.js';
import { daysBetween } from '../../framework/days.js';
import { matchesOf } from '../../text/matches.js';
import { findDates, type DateMention } from './dates.js';
import { keeping } from '../../memo/memo.js';
import type { Block, DateRange, Facts, FoundRange, InspectionFact, PlacedProse, PreviousInspections } from '../types.js';
import { smallest } from '../../text/lists.js';
import type { Model } from './_model.js';

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

/** Where another label starts in the same paragraph, else the text's end. */
function nextLabel(text: string, from: number): number {
  const starts = [INSPECTION_LABEL, PREVIOUS_LABEL].map((label) => text.slice(from).search(label)).filter((start) => start >= 0);
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

/** A label that has one character too many, too few or wrong; `letters` are those of the right one. */
function nearLabel(text: string, letters: string): RegExpExecArray | null {
  const label = ANY_LABEL.exec(text);
  const own = label?.[0].toLowerCase().replace(/[^a-z]/g, '') ?? '';
  return own !== letters && editDistance(own, letters) > 1 ? null : label;
}

export function inspectionOf(units: readonly PlacedProse[]): InspectionFact {
  for (const [index, unit] of units.entries()) {
    const label = INSPECTION_LABEL.exec(unit.text) ?? nearLabel(unit.text, 'inspectiondates');
    if (!label) continue;
    const end = label.index + label[0].length;
    const below = besideLabel(unit, end, units[index + 1]);
    return { label: { value: label[0], span: unit.spanOf(label.index, end) }, found: below ? rangeFrom(below, 0) : rangeFrom(unit, end) };
  }
  return { label: null, found: null };
}

const BY_INSPECTORS = /\b(?:Ofsted|CQC|Care Quality Commission|Quality Care Commission|inspect(?:ed|ion|ors?))\b/i;

const VISITED = /\b(?:(?:re-?)?inspected|(?:re-?)?inspection|inspectors|(?:re-?)?visited|(?:re-?)?visit|on site)\b/i;

/** Other inspections than the one that is answered; a visit may be the second of its kind where no other is told of. */
const ANOTHER = /\b(?:previous|next|monitoring|peer)\b/i;

const SECOND = /\b(?:last|re-?visit(?:ed)?)\b/i;

/** How far into a plan the days of its inspection are looked for, in blocks. */
const OPENING_BLOCKS = 80;

/** What joins the first day and the last: "between … and …", "began on … and ended on …". */
const JOINS_DAYS =
  /^(?:,? ?(?:and|to|until|till|up to|–|—|-)|,? (?:and )?(?:which |it |that )?(?:ended|ending|finished|finishing|closed|concluded|concluding|last(?:ed|ing)? (?:until|to))(?: on)?):? (?:\p{L}+day,? )?$/iu;

const LONGEST_INSPECTION = 60;

/** The first and last day of an inspection where the text gives each by itself. */
function daysApart(text: string, first: DateMention, second: DateMention): DateRange | null {
  if (!JOINS_DAYS.test(text.slice(first.to, second.from).replace(/\s/g, ' '))) return null;
  const end = second.range;
  if (!end || end.start !== end.end) return null;
  // "15 September … 19 September 2025": the first has its year from the second.
  const start = first.problem === 'no-year' ? findDates(`${first.text} ${end.end.slice(0, 4)}`)[0]?.range : first.range;
  if (!start || start.start !== start.end || start.end >= end.start) return null;
  return daysBetween(start.start, end.end) <= LONGEST_INSPECTION ? { start: start.start, end: end.end } : null;
}

/** Where the sentence around a place begins: after a full stop, or in the line of a label. */
function sentenceStart(text: string, at: number): number {
  let from = text.lastIndexOf('. ', at) + 1;
  for (let line = text.lastIndexOf('\n', at); line >= from; line = text.lastIndexOf('\n', line - 1)) {
    if (/^[^\n:]{1,40}:/.test(text.slice(line + 1, line + 43))) {
      from = line + 1;
      break;
    }
    if (line === 0) break;
  }
  return from;
}

/** How far around a day its sentence is looked at, in UTF-16 units: a long text without a full stop is not read anew for each of its days. */
const REACH = 600;

function sentenceAround(text: string, from: number, to: number): string {
  const first = Math.max(0, from - REACH);
  const near = text.slice(first, to + REACH);
  const stop = near.indexOf('. ', to - first);
  return near.slice(sentenceStart(near, from - first), stop < 0 ? undefined : stop);
}

/** Days in a block on which inspectors came. */
interface Visit {
  /** Of its prose in the block. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly range: DateRange;
  /** Told of as the last of several, so that another that is not counts for more. */
  readonly isSecond: boolean;
}

/** The visits that a block tells of, up to the first that counts. */
const visitsIn = keeping(({ prose }: Block): readonly Visit[] => {
  const visits: Visit[] = [];
  for (const [index, { text, kind }] of prose.entries()) {
    if (!/\d/.test(text)) continue;
    const mentions = findDates(text);
    for (const [at, mention] of mentions.entries()) {
      const following = mentions[at + 1];
      const apart = following ? daysApart(text, mention, following) : null;
      const range = apart ?? (mention.range && mention.range.start < mention.range.end ? mention.range : null);
      if (!range) continue;
      const to = apart ? following!.to : mention.to;
      // In a table the words stand in the cell before, in prose beside the days.
      const before = kind === 'cell' ? (prose[index - 1]?.text.slice(-REACH) ?? '') : '';
      const near = `${before} ${sentenceAround(text, mention.from, to)}`;
      if (!VISITED.test(near) || !BY_INSPECTORS.test(near) || ANOTHER.test(near)) continue;
      const isSecond = SECOND.test(near);
      visits.push({ index, from: mention.from, to, range, isSecond });
      if (!isSecond) return visits;
    }
  }
  return visits;
});

/** The inspection that a plan answers: its label, else the days on which inspectors came. */
export function inspectionOfPlan(model: Model, head: readonly PlacedProse[]): InspectionFact {
  const labelled = inspectionOf(head);
  if (labelled.found?.range) return labelled;
  let second: InspectionFact | null = null;
  for (const placed of model.blocks.slice(0, OPENING_BLOCKS)) {
    for (const { index, from, to, range, isSecond } of visitsIn(placed.block)) {
      const unit = model.unitsOf(placed)[index]!;
      const found: InspectionFact = {
        label: labelled.label,
        found: { range, problem: null, text: unit.text.slice(from, to), span: unit.spanOf(from, to) },
      };
      if (!isSecond) return found;
      second ??= found;
    }
  }
  return second ?? labelled;
}

const UNREADABLE_DAYS = /^\s*\d{1,2}(?:[^\s\d]\S*)?\s+(?:\S+\s+){0,4}\S*(?:19|20)\d\d\W*$/;

export function previousOf(units: readonly PlacedProse[]): PreviousInspections {
  for (const [index, unit] of units.entries()) {
    const label = PREVIOUS_LABEL.exec(unit.text);
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
