import {
  formatDate,
  isoDate,
  openDocument,
  readDeadline,
  readStatus,
  type ActionFact,
  type PlacedProse,
  type SendDocument,
} from '../document/index.js';
import type { IsoDate } from '../framework/types.js';
import type { Span, TextEdit } from '../text/span.js';
import { collapsed } from '../text/words.js';

/*
 * Sets one field of an action where the plan says it: in its own cell, bullet or check box, with as small an edit as there can be.
 * Whatever is made here is read again before anybody gets it: see `heldEdits`.
 */

export const EDITABLE_FIELDS = ['text', 'owner', 'due', 'measure', 'status'] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** As it stands in a sentence: “the {name}”. */
export const FIELD_NAMES: Readonly<Record<EditableField, string>> = {
  text: 'action',
  owner: 'owner',
  due: 'due date',
  measure: 'success measure',
  status: 'status',
};

/** What is to be set. */
export interface FieldChange {
  /** Of the plan's actions, from 0. */
  readonly index: number;
  readonly field: EditableField;
  readonly value: string;
}

export interface HeldEdit extends FieldChange {
  readonly edit: TextEdit;
}

export interface RefusedChange extends FieldChange {
  /** A sentence for the user: why not, and what to do. */
  readonly problem: string;
}

export interface FieldEdits {
  readonly held: readonly HeldEdit[];
  readonly refused: readonly RefusedChange[];
  /** The plan's text with the edits in it. */
  readonly text: string;
}

const ABOVE = /^[([ ]?(?:as above|ditto|do\.|same(?: as above)?|see above|["”〃]{1,2})[.)\] ]?$/iu;
const CHECK_BOX = /^\[[ xX]\]$/;

/** A day in the way in which a plan wrote another: “31/03/2027”, “2027-03-31”, “31 Mar 2027”, else “31 March 2027”. */
export function dayLike(words: string | null, day: IsoDate): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const text = collapsed(words);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day;
  const numeric = /^\d{1,2}([./-])\d{1,2}\1(\d{2}|\d{4})$/.exec(text);
  if (numeric) return [date, month, numeric[2]!.length === 2 ? year.slice(2) : year].join(numeric[1]);
  const long = formatDate(day);
  return /^\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{4}$/i.test(text)
    ? long.replace(/ (\p{L}{3})\p{L}*/u, ' $1')
    : long;
}

/** The day that a text gives as a day, such as “31 March 2027” or “31/03/2027”; null for periods, several days and whatever else. */
export function plainDay(text: string): IsoDate | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?\s*$/.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const { date, start, problem } = readDeadline(text);
  if (date === null || problem !== null || (start !== null && start !== date)) return null;
  const figures = text.match(/\d+/g) ?? [];
  // A day and a year around a month's name, or three numbers.
  return figures.length === (/\d(?:st|nd|rd|th)?[ -]\p{L}{3}/u.test(text) ? 2 : 3) && Number(figures[0]) === Number(date.slice(8))
    ? date
    : null;
}

/** Plain words as Markdown that shows them. */
export function asMarkdown(value: string, inTable: boolean): string {
  const text = collapsed(value)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/\](?=[([])/g, '\\]')
    .replace(/&(?=#?\w{1,30};)/g, '\\&')
    .replace(/~~/g, '\\~~');
  return inTable ? text.replace(/\|/g, '\\|') : text;
}

interface Visible {
  readonly unit: PlacedProse;
  readonly from: number;
  readonly to: number;
}

/** The shown words at a place. */
function visibleAt(document: SendDocument, place: Span): Visible | null {
  const placed = document.blocks.find(({ start, block }) => start <= place.start && place.start < start + block.text.length);
  const unit = placed && document.unitsOf(placed).find(({ span }) => span.start <= place.start && place.end <= span.end);
  if (!unit) return null;
  let from = 0;
  while (from < unit.text.length && unit.spanOf(from, from + 1).start < place.start) from++;
  let to = from;
  while (to < unit.text.length && unit.spanOf(to, to + 1).end <= place.end) to++;
  return { unit, from, to };
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
const wordsWithPlaces = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));

/** The smallest edit that makes the shown words say something else; what stands around the changed words keeps its form. */
function wordEdit({ unit, from, to }: Visible, value: string, inTable: boolean): TextEdit {
  const [old, now] = [wordsWithPlaces(unit.text.slice(from, to)), wordsWithPlaces(value)];
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && old[first]!.text === now[first]!.text) first++;
  let last = 0;
  while (last < most - first && old[old.length - 1 - last]!.text === now[now.length - 1 - last]!.text) last++;
  const text = asMarkdown(
    now
      .slice(first, now.length - last)
      .map((word) => word.text)
      .join(' '),
    inTable,
  );
  const gone = old.slice(first, old.length - last);
  if (gone.length > 0 && text !== '') return { ...unit.spanOf(from + gone[0]!.from, from + gone.at(-1)!.to), text };
  if (gone.length > 0) {
    // With one of the spaces around them.
    const start = first > 0 ? old[first - 1]!.to : gone[0]!.from;
    const end = first > 0 ? gone.at(-1)!.to : (old[first + gone.length]?.from ?? gone.at(-1)!.to);
    return { ...unit.spanOf(from + start, from + end), text: '' };
  }
  if (first > 0) {
    const { end } = unit.spanOf(from + old[first - 1]!.from, from + old[first - 1]!.to);
    return { start: end, end, text: ` ${text}` };
  }
  const { start } = unit.spanOf(from + old[0]!.from, from + old[0]!.to);
  return { start, end: start, text: `${text} ` };
}

/** What the plan says of an action. */
const ALL = [...EDITABLE_FIELDS, 'start', 'outcome', 'reference'] as const;
type AnyField = (typeof ALL)[number];

const words = (action: ActionFact, field: AnyField): string | null => (field === 'text' ? action.text : (action[field]?.text ?? null));

/** The cell of a table that a place stands in, without its bar and the spaces around its words. */
function cellAt(document: SendDocument, place: Span): Span | null {
  const table = document.tables.find(({ span }) => span.start <= place.start && place.end <= span.end);
  const cell = table?.rows.flatMap(({ cells }) => cells).find(({ span }) => span.start <= place.start && place.end <= span.end);
  if (!cell) return null;
  const source = document.text.slice(cell.span.start, cell.span.end);
  const inner = /^\|?[ \t]*/.exec(source)![0].length;
  const end = source.endsWith('|') && source.length > inner ? source.slice(0, -1).trimEnd().length : source.trimEnd().length;
  return { start: cell.span.start + inner, end: cell.span.start + Math.max(inner, end) };
}

/** “- **Status:** ” as the plan writes it elsewhere, or in the manner of the action's other lines. */
function newLine(document: SendDocument, action: ActionFact, field: EditableField, value: string): TextEdit | null {
  if (action.form !== 'fields' || (field !== 'status' && field !== 'due')) return null;
  const lineOf = (span: Span): { readonly start: number; readonly text: string; readonly end: number } => {
    const start = document.text.lastIndexOf('\n', span.start - 1) + 1;
    const found = /\r?\n|$/.exec(document.text.slice(span.end))!;
    return { start, end: span.end + found.index, text: document.text.slice(start, span.end + found.index) };
  };
  const LINE = /^([ \t]*(?:[-*+] +)?(?:\*\*|__)?)([^*_:\r\n]{2,60}?)((?::(?:\*\*|__)|(?:\*\*|__):|:) *)(?=\S)/;
  const places = Object.values(action.places);
  const lastSpan = places.reduce<Span | null>((last, span) => (last === null || span.start > last.start ? span : last), null);
  if (!lastSpan) return null;
  const last = lineOf(lastSpan);
  const manner = LINE.exec(last.text);
  if (!manner) return null;
  const other = document.facts.actions.find(({ form, places: known }) => form === 'fields' && known[field]);
  const label = (other && LINE.exec(lineOf(other.places[field]!).text)?.[2]) ?? (field === 'status' ? 'Status' : 'By when');
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  return { start: last.end, end: last.end, text: `${eol}${manner[1]}${label}${manner[3]!.trimEnd()} ${asMarkdown(value, false)}` };
}

type Made = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/** The edits that may do it, the best first. */
function candidates(document: SendDocument, action: ActionFact, field: EditableField, value: string): Made {
  const name = FIELD_NAMES[field];
  const current = words(action, field);
  const place = (field === 'text' ? action.span : action[field]?.span) ?? (field === 'text' ? undefined : action.places[field]);
  if (!place) {
    const line = newLine(document, action, field, value);
    return line
      ? { edits: [line] }
      : {
          problem: `The plan has no place for the ${name} of this action. Add a ${action.form === 'table' ? 'column' : 'line'} for it first.`,
        };
  }
  if (
    field !== 'text' &&
    document.facts.actions.some((other) => other !== action && other[field]?.span.start === place.start && current !== null)
  )
    return {
      problem: `The plan says the ${name} once for several actions, in a heading or in words above them. Change it there, or give this action its own.`,
    };
  const source = document.text.slice(place.start, place.end);
  if (CHECK_BOX.test(source)) {
    const state = readStatus(value);
    return state === 'complete' || state === 'not-started'
      ? { edits: [{ ...place, text: state === 'complete' ? '[x]' : '[ ]' }] }
      : { problem: 'This list ticks what is done and says nothing else: set it to Complete or Not started, or write the status in words.' };
  }
  if (value === '' && field === 'text')
    return { problem: 'The words of an action cannot be empty. Delete the action in the plan if it is no longer one.' };
  const cell = cellAt(document, place);
  const inTable = cell !== null;
  if (current === null) {
    if (value === '') return { edits: [] };
    const isOwn = place.start !== action.span.start;
    if (inTable) {
      if (!isOwn)
        return {
          problem: `This row of the table has fewer cells than its header, so there is none for the ${name}. Complete the row first.`,
        };
      const blank = cell.start === cell.end;
      const start = blank ? document.text.lastIndexOf('|', cell.start - 1) + 1 : cell.start;
      return { edits: [{ start, end: cell.end, text: blank ? ` ${asMarkdown(value, true)} ` : asMarkdown(value, true) }] };
    }
    // After the label, or in place of a dash that says that there is nothing.
    if (/^[-–—.]{1,5}$|^n\/?a$/i.test(source.trim())) return { edits: [{ ...place, text: asMarkdown(value, false) }] };
    const label = /^[*_]{0,3}[ \t]{0,2}:?[*_]{0,3}:?/.exec(document.text.slice(place.end, place.end + 12))![0];
    const at = place.end + label.length;
    const gap = /^[ \t]+(?=[;,.)]|\r?\n|$)/.exec(document.text.slice(at, at + 40))?.[0].length ?? 0;
    return { edits: [{ start: at, end: at + gap, text: ` ${asMarkdown(value, false)}` }] };
  }
  const visible = visibleAt(document, place);
  const own = visible && collapsed(visible.unit.text.slice(visible.from, visible.to));
  const whole = collapsed(current);
  const elsewhere = `The plan says the ${name} of this action in more than one place. Change it in the plan.`;
  if (ABOVE.test(source.trim()) && cell) return { edits: [{ ...cell, text: asMarkdown(value, true) }] };
  if (!visible || !own) return { problem: elsewhere };
  let mine = collapsed(value);
  if (own !== whole) {
    // “Head of SEND, Council” from two columns: only the first part stands here.
    const rest = whole.startsWith(own) ? whole.slice(own.length) : null;
    if (rest === null || !mine.endsWith(rest)) return { problem: elsewhere };
    mine = mine.slice(0, -rest.length);
  }
  if (mine === '' && inTable) return { edits: [{ ...cell, text: '' }] };
  return {
    edits: [
      wordEdit(visible, mine, inTable),
      ...(cell ? [{ ...cell, text: asMarkdown(mine, true) }] : [{ ...place, text: asMarkdown(mine, false) }]),
    ],
  };
}

const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end ? true : one.start === other.start && one.end === other.end;

const applied = (text: string, edits: readonly TextEdit[]): string => {
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
};

/** Whether a field says what was asked: where a check box says it, by what it means. */
function says(text: string, action: ActionFact, field: EditableField, value: string): boolean {
  const now = collapsed(words(action, field));
  if (now === collapsed(value)) return true;
  const { status } = action;
  return (
    field === 'status' &&
    status !== null &&
    CHECK_BOX.test(text.slice(status.span.start, status.span.end)) &&
    readStatus(now) === readStatus(value)
  );
}

interface Open {
  readonly change: FieldChange;
  readonly choices: readonly TextEdit[];
  tried: number;
}

/** Whose edit it is that makes a field say something new that nobody asked to change. */
function blamed(
  document: SendDocument,
  action: ActionFact,
  field: AnyField,
  open: readonly Open[],
  here: readonly Open[],
): readonly Open[] {
  const span = field === 'text' ? action.span : action[field]?.span;
  if (span && ABOVE.test(document.text.slice(span.start, span.end).trim())) {
    // It takes its words from a row before it.
    const index = document.facts.actions.indexOf(action);
    const above = open
      .filter(({ change }) => change.field === field && change.index < index)
      .sort((a, b) => b.change.index - a.change.index);
    if (above[0]) return [above[0]];
  }
  return here.length > 0 ? here : open;
}

/**
 * Edits that set fields of a plan's actions. Each is held against the plan as it would then be read: an edit that does not make its field
 * say what was asked, or makes anything else say something new, is refused. An empty value clears the field. Never throws.
 */
export function fieldEdits(document: SendDocument, changes: readonly FieldChange[]): FieldEdits {
  const { path, kind } = document;
  const { actions } = document.facts;
  const reread = (text: string): readonly ActionFact[] =>
    openDocument(text, { ...(path === null ? {} : { path }), kind: kind! }, document).facts.actions;
  const refused: RefusedChange[] = [];
  const open: Open[] = [];
  for (const change of changes) {
    const action = actions[change.index];
    if (!action || says(document.text, action, change.field, change.value)) continue;
    const made = candidates(document, action, change.field, change.value);
    if ('problem' in made) refused.push({ ...change, problem: made.problem });
    else if (made.edits.length > 0) open.push({ change, choices: made.edits, tried: 0 });
  }
  const drop = (entry: Open, problem: string): void => {
    open.splice(open.indexOf(entry), 1);
    refused.push({ ...entry.change, problem });
  };
  for (const entry of [...open]) {
    const other = open.slice(0, open.indexOf(entry)).find((one) => overlaps(one.choices[0]!, entry.choices[0]!));
    if (other)
      drop(
        entry,
        `Its words are those that the change of the ${FIELD_NAMES[other.change.field]} rewrites as well. Make one of the two changes in the plan.`,
      );
  }
  // An edit of one action can only be read wrongly at that action, or changes how many there are.
  for (let round = 0; open.length > 0; round++) {
    const edits = open.map(({ choices, tried }) => choices[tried]!);
    const text = applied(document.text, edits);
    const after = reread(text);
    const wrong = new Set<Open>();
    if (after.length !== actions.length) {
      // Which one it was is found by looking at each alone; with one left, it is that.
      for (const entry of open) {
        if (open.length === 1 || round > 6) wrong.add(entry);
        else {
          const alone = applied(document.text, [entry.choices[entry.tried]!]);
          if (reread(alone).length !== actions.length) wrong.add(entry);
        }
      }
      if (wrong.size === 0) for (const entry of open) wrong.add(entry);
    } else {
      const asked = new Map<number, Open[]>();
      for (const entry of open) asked.set(entry.change.index, [...(asked.get(entry.change.index) ?? []), entry]);
      actions.forEach((before, index) => {
        const here = asked.get(index) ?? [];
        const inWords = here.some(({ choices, tried }) => overlaps(before.span, choices[tried]!));
        for (const field of ALL) {
          const own = here.find(({ change }) => change.field === field);
          if (
            own
              ? says(text, after[index]!, own.change.field, own.change.value)
              : collapsed(words(before, field)) === collapsed(words(after[index]!, field))
          )
            continue;
          // A deadline within the action's words changes these too, and the other way round.
          if (!own && inWords && (field === 'text' || field === 'due' || field === 'reference')) continue;
          if (own) wrong.add(own);
          else for (const entry of blamed(document, before, field, open, here)) wrong.add(entry);
        }
      });
    }
    if (wrong.size === 0) return { held: open.map(({ change, choices, tried }) => ({ ...change, edit: choices[tried]! })), refused, text };
    for (const entry of wrong) {
      if (++entry.tried < entry.choices.length && round < 6) continue;
      drop(
        entry,
        `The plan would not say so after this change, or would say something else besides. Change the ${FIELD_NAMES[entry.change.field]} in the plan.`,
      );
    }
  }
  return { held: [], refused, text: document.text };
}
