import { daysBetween, isoDate } from '../../framework/days.js';
import { keeping } from '../../memo/memo.js';
import type { Block, DateRange, FoundRange, InspectionFact, PlacedProse, Prose } from '../types.js';
import { findDates, type DateMention } from './dates.js';
import { inspectionOf } from './_inspection-days.js';
import type { Model } from './_model.js';

/*
 * The days of the inspection that a plan answers, as its text tells them: in a sentence, a row of a table or a pair of labels.
 */

const BY_INSPECTORS = /\b(?:Ofsted|CQC|Care Quality Commission|Quality Care Commission|inspect(?:s|ed|ion|ors?|ing)?)\b/i;

const VISITED =
  /\b(?:(?:re-?)?inspect(?:s|ed|ion|ors|ing)?|(?:re-?)?visit(?:s|ed)?|came (?:back|here|to)|were (?:back|here)|returned|on[- ]site)\b/i;

/** Other inspections than the one that is answered. */
const ANOTHER =
  /\b(?:previous|next|monitoring|peer|ILACS|inspections? of (?:local authority )?(?:children[’']s services|schools?|adult social care))\b/i;

/** A visit may be the last or the first of several: one that is told of without such a word counts for more. */
const ONE_OF_SEVERAL = /\b(?:last|re-?visit(?:ed)?|first(?! day)|initial(?:ly)?|original(?:ly)?|earlier)\b/i;

/** How far into a plan the days of its inspection are looked for, in blocks. */
const OPENING_BLOCKS = 80;

/** What joins the first day and the last: "between … and …", "began on … and ended on …". */
const JOINS_DAYS =
  /^(?:,? ?(?:and|to|until|till|through(?: to)?|up to|–|—|-)|[,;]? (?:and )?(?:which |it |that |they )?(?:ended|ending|finished|finishing|closed|concluded|concluding|left|last(?:ed|ing)? (?:until|to))(?: on)?):? (?:the )?(?:\p{L}+day,? (?:the )?)?$/iu;

const MONTH_NAME =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';

/** A first day without a month of its own before the last: "between the 20th and the 24th of May", "Monday 20, Tuesday 21 and Friday 24 May". */
const FIRST_DAY =
  /(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?,? ?(?:and|to|until|till|through|–|—|-|,)(?: ?(?:the |(?:mon|tues|wednes|thurs|fri)day |and )?(?:\d{1,2}(?:st|nd|rd|th)?,? ?(?:and|to|,)?)){0,4} ?(?:the )?$/iu;

/** "May 20th to May 24th 2024" */
const FIRST_DAY_AFTER_MONTH = new RegExp(`\\b${MONTH_NAME} (\\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|until|through|–|-) ?$`, 'iu');

const LONGEST_INSPECTION = 60;

/** A range of days as it stands in a text. */
interface Days {
  readonly from: number;
  readonly to: number;
  readonly range: DateRange;
}

const isDay = (range: DateRange | null): range is DateRange => range !== null && range.start === range.end;

/** The first and last day of an inspection where the text gives each by itself. */
function daysApart(text: string, first: DateMention, second: DateMention): Days | null {
  if (!JOINS_DAYS.test(text.slice(first.to, second.from).replace(/\s/g, ' '))) return null;
  const end = second.range;
  if (!isDay(end)) return null;
  // "15 September … 19 September 2025": the first has its year from the second.
  const start = first.problem === 'no-year' ? findDates(`${first.text} ${end.end.slice(0, 4)}`)[0]?.range : first.range;
  if (!start || !isDay(start) || start.end >= end.start) return null;
  return daysBetween(start.start, end.end) <= LONGEST_INSPECTION
    ? { from: first.from, to: second.to, range: { start: start.start, end: end.end } }
    : null;
}

/** The days from a number before a date to the date. */
function daysFromNumber(text: string, { from, to, range }: DateMention): Days | null {
  if (!range) return null;
  const first = Math.max(0, from - 90);
  const before = text.slice(first, from).replace(/\s/g, ' ');
  const match = FIRST_DAY_AFTER_MONTH.exec(before) ?? FIRST_DAY.exec(before);
  const start = match && isoDate(Number(range.end.slice(0, 4)), Number(range.end.slice(5, 7)), Number(match[1]));
  return match && start && start < range.start ? { from: first + match.index, to, range: { start, end: range.end } } : null;
}

/** "From 20 to 24 May. … The report was published on 12 July 2024.": the year stands beside, in the same sentence or with a later day. */
function daysWithoutYear(text: string, mention: DateMention, mentions: readonly DateMention[]): Days | null {
  if (mention.problem !== 'no-year' || mention.form !== 'range') return null;
  const near = [...sentenceAround(text, mention.from, mention.to).matchAll(/(?<![\d/.-])20\d{2}(?![\d/.-])/g)].map(([year]) => year);
  const later = mentions.find(({ from, range }) => from > mention.to && range !== null)?.range?.start;
  const year = new Set(near).size === 1 ? near[0]! : later?.slice(0, 4);
  const range = year === undefined ? null : (findDates(`${mention.text} ${year}`)[0]?.range ?? null);
  if (!range || (near.length === 0 && (later === undefined || range.end >= later || daysBetween(range.end, later) > 240))) return null;
  return { from: mention.from, to: mention.to, range };
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

/** What the cells around a day say of it: the one before it, the head of its column and, where the days stand first, the one behind. */
function besideCell(prose: readonly Prose[], index: number): string {
  const { kind, row, column } = prose[index]!;
  if (kind !== 'cell' && kind !== 'header-cell') return '';
  const before = prose[index - 1];
  const after = prose[index + 1];
  const texts = [
    before?.row === row ? before?.text : '',
    kind === 'cell' ? prose.find((other) => other.kind === 'header-cell' && other.column === column)?.text : '',
    column === 0 && after?.row === row ? after?.text : '',
  ];
  return texts.map((text) => text?.slice(-REACH) ?? '').join(' ');
}

/** Days in a block on which inspectors came. */
interface Visit extends Days {
  /** Of its prose in the block. */
  readonly index: number;
  /** Told of as one of several, so that another that is not counts for more. */
  readonly isOneOfSeveral: boolean;
}

const BEGINS = /\b(?:start(?:s|ed)?|began|begins?|first day|open(?:s|ed)?|commenced)\b/i;
const ENDS = /\b(?:end(?:s|ed)?|last day|finish(?:es|ed)?|conclude[sd]?|close[sd]?)\b/i;

/** The visits that a block tells of, up to the first that counts. */
const visitsIn = keeping(({ prose }: Block): readonly Visit[] => {
  const visits: Visit[] = [];
  /** The first day, where a label of its own gives it. */
  let begun: { readonly index: number; readonly mention: DateMention } | null = null;
  for (const [index, { text }] of prose.entries()) {
    if (!/\d/.test(text)) continue;
    const mentions = findDates(text);
    if (mentions.length === 0) continue;
    const beside = besideCell(prose, index);
    for (const [at, mention] of mentions.entries()) {
      const near = `${beside} ${sentenceAround(text, mention.from, mention.to)}`;
      if (!VISITED.test(near) || !BY_INSPECTORS.test(near)) continue;
      const following = mentions[at + 1];
      const days =
        (following ? daysApart(text, mention, following) : null) ??
        daysFromNumber(text, mention) ??
        daysWithoutYear(text, mention, mentions) ??
        (mention.range && !isDay(mention.range) ? { ...mention, range: mention.range } : null);
      const end = days?.to ?? mention.to;
      const before = `${beside} ${text.slice(Math.max(0, mention.from - 120, mentions[at - 1]?.to ?? 0, sentenceStart(text, mention.from)), end)}`;
      const clause = before + text.slice(end, end + 70).split(/[.;]/)[0]!;
      if (ANOTHER.test(before + text.slice(end, end + 25))) continue;
      if (!days) {
        const day = isDay(mention.range) ? mention.range.start : null;
        if (day && BEGINS.test(clause) && clause.length < 100) begun = { index, mention };
        else if (day && begun && ENDS.test(clause) && begun.mention.range!.start < day) {
          if (daysBetween(begun.mention.range!.start, day) <= LONGEST_INSPECTION)
            return [
              ...visits,
              { ...begun.mention, index: begun.index, range: { start: begun.mention.range!.start, end: day }, isOneOfSeveral: false },
            ];
        }
        continue;
      }
      const isOneOfSeveral = ONE_OF_SEVERAL.test(clause);
      visits.push({ ...days, index, isOneOfSeveral });
      if (!isOneOfSeveral) return visits;
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
    for (const { index, from, to, range, isOneOfSeveral } of visitsIn(placed.block)) {
      const unit = model.unitsOf(placed)[index]!;
      const place: FoundRange = { range, problem: null, text: unit.text.slice(from, to), span: unit.spanOf(from, to) };
      const found: InspectionFact = { label: labelled.label, found: place };
      if (!isOneOfSeveral) return found;
      second ??= found;
    }
  }
  return second ?? labelled;
}
