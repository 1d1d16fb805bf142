import type { PlanField } from '../../framework/plan-columns.js';
import type { StrongRange } from './_inlines.js';
import type { Labels } from './_labels.js';

/*
 * Where the labels of a text stand, and where their values begin and end.
 */

export interface Segment {
  readonly role: PlanField;
  readonly label: string;
  readonly labelFrom: number;
  readonly labelTo: number;
  /** Start of the value. */
  readonly from: number;
}

/** A label without what no word of it ends with. */
function withoutSigns(label: string): string {
  let end = label.length;
  while (end > 0 && !/[\p{L}\p{N})]/u.test(label[end - 1]!)) end--;
  return label.slice(0, end);
}

/** One sign before the first label of a line. */
const STRAY = /^[^\p{L}\p{N}\s]$/u;

/** A few words before a colon, whatever they are. */
export const UNKNOWN_LABEL = /^\p{Lu}[^.:\n]{1,40}: /u;

export const PART_BEFORE = /[.;|(–—•·\n]/;
export const MAX_LABEL = 60;

/** Where a value ends once joints before the next label, and a bracket that closes around it, are left out. */
export function trimJoint(text: string, from: number, to: number, stop = false): number {
  let end = to;
  for (;;) {
    while (end > from && /[\s;|,–—•·(-]/.test(text[end - 1]!)) end--;
    const value = text.slice(from, end);
    if (value.endsWith(')') && value.split(')').length > value.split('(').length) end--;
    else if (stop && /(?<!\b(?:etc|Dr|Mr|Mrs|Ms))\.$/.test(value)) end--;
    else return end;
  }
}

const LIKELY: ReadonlySet<PlanField> = new Set<PlanField>([
  'owner',
  'accountable',
  'body',
  'start',
  'due',
  'status',
  'measure',
  'progress',
]);

/** "Lead commissioner" on one line and ": Head of Therapies" on the next, as definition lists are written: where the label is that a colon belongs to; null for other colons. */
function definedAt(text: string, colon: number): { readonly from: number; readonly to: number } | null {
  const end = text.lastIndexOf('\n', colon);
  if (end < 1 || text.slice(end + 1, colon).trim() !== '') return null;
  const from = text.lastIndexOf('\n', end - 1) + 1;
  return text.slice(from, end).trim() === '' ? null : { from, to: end };
}

/** A few words at the start of an item that are read as a label by a part of them: "Exec sponsor:". */
const isLikelyLabel = (label: string, { fieldOf }: Labels): boolean => {
  const role = /^\p{Lu}/u.test(label) && label.split(/\s+/).length <= 4 ? fieldOf(label) : null;
  return role !== null && LIKELY.has(role);
};

export function findSegments(text: string, strong: readonly StrongRange[], start: number, inline: boolean, labels: Labels): Segment[] {
  const segments: Segment[] = [];
  const add = (labelFrom: number, labelTo: number, from: number, role: PlanField, label: string): void => {
    if (segments.some((other) => labelFrom < other.from && other.labelFrom < from)) return;
    segments.push({ role, label, labelFrom, labelTo, from });
  };
  const lineOf = (at: number): number => text.lastIndexOf('\n', at - 1) + 1;
  const lineStart = (at: number): boolean => /^[\s→➔▶►]*(?:[o•·▪◦‣-]\s+)?$/.test(text.slice(Math.max(start, lineOf(at)), at));

  for (const { from: opening, to } of strong) {
    if (opening < start || to - opening > MAX_LABEL + 30) continue;
    // A stray sign beside the words of a label, or a picture in place of a bullet, is none of it.
    const from = opening + /^[^\p{L}\p{N}(]*/u.exec(text.slice(opening, to))![0].length;
    const words = text.slice(from, to);
    // “**By when:)**” – a sign that was typed behind the colon.
    const label = withoutSigns(/:[^:\s]$/.test(words) ? words.slice(0, -2) : words);
    const after = /^[\s:–—-]*/.exec(text.slice(to, to + 8))![0];
    // "**Who leads.** Head of SEND": run-in labels may end as sentences do.
    const stopped = text.slice(from, to).trimEnd().endsWith('.') && labels.isLabel(label);
    const closed = stopped || /[:?–—-]$/.test(text.slice(from + label.length, to).replace(/[^:?–—-]/g, '')) || /[:–—-]/.test(after);
    const role = closed || labels.isLabel(label) ? labels.fieldOf(label) : null;
    if (role && (lineStart(opening) || STRAY.test(text.slice(Math.max(start, lineOf(opening)), opening)) || (inline && closed)))
      add(opening, from + label.length, to + after.length, role, label);
  }
  for (let colon = text.indexOf(':', start); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!/[\s*]/.test(text[colon + 1] ?? ' ')) continue;
    const defined = definedAt(text, colon);
    if (defined) {
      const term = text.slice(defined.from, defined.to).trim();
      const role = term.length <= MAX_LABEL ? labels.fieldOf(term) : null;
      if (role) add(defined.from, defined.from + term.length, colon + 1, role, term);
      continue;
    }
    let from = colon;
    // "Responsible officer (action lead):" – what stands in brackets belongs to the label.
    if (text[from - 1] === ')') {
      const bracket = text.lastIndexOf('(', from - 1);
      if (bracket > start && colon - bracket < MAX_LABEL && !text.slice(bracket + 1, from - 1).includes(')')) from = bracket;
    }
    while (from > start && colon - from <= MAX_LABEL && !PART_BEFORE.test(text[from - 1]!)) from--;
    // "(Lead: Head of SEND) Status: done" – a bracket that closed belongs to what stands before.
    const closed = text.lastIndexOf(')', colon - 2);
    if (closed >= from && closed > text.lastIndexOf('(', colon)) from = closed + 1;
    while (from < colon && /[\s*,→➔▶►]/.test(text[from]!)) from++;
    if (lineStart(from) && /^o\s/.test(text.slice(from, from + 2))) from += 2;
    const label = text.slice(from, colon).trim();
    if (label === '' || label.length > MAX_LABEL) continue;
    const begins = lineStart(from);
    const role = labels.isLabel(label) || (begins && inline && isLikelyLabel(label, labels)) ? labels.fieldOf(label) : null;
    if (!role) continue;
    if (!begins && !inline && segments.length === 0) continue;
    // Within a measure, "Baseline:" and "Target:" belong to it; a date is told of in many ways.
    const before = segments
      .filter((segment) => segment.labelFrom < from)
      .sort((a, b) => a.labelFrom - b.labelFrom)
      .at(-1);
    if (!begins && before?.role === 'measure' && (role === 'baseline' || role === 'target')) continue;
    if (!begins && (role === 'other' || role === 'reference' || /^(?:by|date|dates|end|from|data|who|what)$/i.test(label))) continue;
    add(from, from + label.length, colon + 1, role, label);
  }
  for (const line of labelLines(text, start, labels)) add(line.from, line.to, line.valueFrom, labels.fieldOf(line.label)!, line.label);
  for (const line of dashedLines(text, start, labels)) add(line.from, line.to, line.valueFrom, labels.fieldOf(line.label)!, line.label);
  return segments.sort((a, b) => a.labelFrom - b.labelFrom);
}

interface LabelLine {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
}

/** "Who is responsible" on the first line and "Head of Therapies" on the next; further labels may follow. */
function labelLines(text: string, start: number, { isLabel, fieldOf }: Labels): readonly LabelLine[] {
  const found: LabelLine[] = [];
  for (let from = start; from < text.length;) {
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    const label = end - from <= MAX_LABEL ? text.slice(from, end).trim() : '';
    const isOne = label !== '' && isLabel(label) && fieldOf(label) !== null;
    // Only a paragraph that begins with a label has any.
    if (!isOne && found.length === 0) break;
    if (isOne && text.slice(end).trim() !== '') found.push({ label, from: text.indexOf(label, from), to: end, valueFrom: end + 1 });
    from = end + 1;
  }
  return found;
}

/** "Lead — Head of Therapies" on a line of its own, among others of the kind. */
function dashedLines(text: string, start: number, labels: Labels): readonly LabelLine[] {
  if (!text.includes('\n')) return [];
  const found: LabelLine[] = [];
  for (let from = start; from < text.length; from = text.indexOf('\n', from) + 1 || text.length) {
    const line = /^[ *\t→]*(?:[o•·▪◦‣-][ \t]+)?(\p{Lu}[^\n–—:-]{1,58}?)(\*{0,2} [–—-] )(?=\S)/u.exec(
      text.slice(from, from + MAX_LABEL + 8),
    );
    const label = line?.[1];
    if (label === undefined || labels.fieldOf(label) === null || !(labels.isLabel(label) || isLikelyLabel(label, labels))) continue;
    const at = from + line![0].indexOf(label);
    found.push({ label, from: at, to: at + label.length, valueFrom: from + line![0].length });
  }
  return found.length >= 2 ? found : [];
}

/** Whether words at the start of a line or clause can be a label: few, and with a capital. */
const mayLabel = (label: string): boolean =>
  label.length >= 2 && label.length <= MAX_LABEL && /^\p{Lu}/u.test(label) && label.split(/\s+/).length <= 10 && !/[.!;]\s/.test(label);

/** Everything in a text that looks like a label by its form, whatever its words: bold words at the start of a line, words before a colon. */
export function candidatesIn(text: string, strong: readonly StrongRange[]): readonly Pick<Segment, 'label' | 'labelFrom' | 'from'>[] {
  const found: Pick<Segment, 'label' | 'labelFrom' | 'from'>[] = [];
  const lineStart = (at: number): boolean => text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
  for (const { from, to } of strong) {
    const after = /^[\s:–—-]*/.exec(text.slice(to, to + 8))![0];
    const label = withoutSigns(text.slice(from, to)).replace(/^[^\p{L}\p{N}]+/u, '');
    const closed = text.slice(from, to).trimEnd().endsWith(':') || /[:–—]/.test(after);
    // "**Train every caseworker.** The Head of SEND leads this" is a title in a line of its own.
    const ends = /[.!]$/.test(text.slice(from, to).trimEnd());
    if (mayLabel(label) && !ends && (closed || (lineStart(from) && text.length > to)))
      found.push({ label, labelFrom: from, from: to + after.length });
  }
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!/\s|^$/.test(text.slice(colon + 1, colon + 2))) continue;
    const defined = definedAt(text, colon);
    if (defined) {
      const term = text.slice(defined.from, defined.to).trim();
      if (mayLabel(term)) found.push({ label: term, labelFrom: defined.from, from: colon + 1 });
      continue;
    }
    let from = colon;
    while (from > 0 && colon - from <= MAX_LABEL && !PART_BEFORE.test(text[from - 1]!)) from--;
    while (from < colon && /[\s→➔▶►]/.test(text[from]!)) from++;
    const label = text.slice(from, colon);
    if (mayLabel(label) && !found.some((other) => from < other.from && other.labelFrom <= colon))
      found.push({ label, labelFrom: from, from: colon + 1 });
  }
  return found.sort((a, b) => a.labelFrom - b.labelFrom);
}
