import { byObject, byText, findDates, formatDate, lastAtMost, type SendDocument } from '../document/index.js';
import type { Span } from '../text/span.js';
import { findInLine } from './find.js';
import { ALWAYS_PERSONAL, reportedChildren, reportedData } from './reported.js';
import { replaceTerms } from './terms.js';

/*
 * Whatever a rule quotes, no result may repeat a person's data: messages, titles of fixes and printed facts go through here.
 */

/** Stands in results for what may not be repeated. */
const MASK = '[personal data]';

export type Mask = (text: string) => string;

/** Hides what shows by itself to be personal: identifiers, days of birth that are called so, private mailboxes, mobile numbers. Other text is returned as it is. Messages come back at each keystroke. */
export const maskText: Mask = byText((text) => {
  let result = '';
  let at = 0;
  for (const { kind, from, to } of findInLine(text)) {
    if (!ALWAYS_PERSONAL.has(kind) && kind !== 'private-mail' && kind !== 'mobile-number') continue;
    result += text.slice(at, from) + MASK;
    at = to;
  }
  return result + text.slice(at);
});

/** Hides also what only its place in the document shows to be personal: dates of birth, homes, children's names. */
export const maskOf = byObject((document: SendDocument): Mask => {
  const values = new Set<string>();
  for (const { value, kind, at } of reportedData(document)) {
    values.add(value).add(document.text.slice(at.start, at.end));
    // Another rule may say the same day in its own form.
    if (kind === 'birth-date') for (const form of formsOf(value)) values.add(form);
  }
  const names = new Set(reportedChildren(document).flatMap((child) => child.names.filter((name) => name.length > 2)));
  const terms = [
    ...[...values].filter((value) => value.trim().length > 3).map((text) => ({ text, word: false })),
    ...[...names].map((text) => ({ text, word: true })),
  ];
  if (terms.length === 0) return maskText;
  const replace = replaceTerms(terms, MASK);
  return (text) => maskText(replace(text));
});

/**
 * The report whose areas are quoted to a plan: the one that it names, else the one that it answers without naming it. `lookup` opens the
 * document at a path; null: there is none.
 */
export function reportOf(
  document: SendDocument,
  lookup?: (path: string) => SendDocument | null,
  answered?: (plan: SendDocument) => SendDocument | null | undefined,
): SendDocument | null {
  const { respondsTo } = document.frontMatter.data;
  return (respondsTo === undefined ? answered?.(document) : lookup?.(respondsTo)) ?? null;
}

/** Also hides what is personal in the report that a plan answers. */
export function maskOver(document: SendDocument, report: SendDocument | null): Mask {
  const own = maskOf(document);
  return report ? (text) => own(maskOf(report)(text)) : own;
}

/** A day as documents and this product write it. */
function formsOf(value: string): string[] {
  return findDates(value).flatMap(({ range }) => {
    if (!range) return [];
    const [year, month, day] = range.start.split('-') as [string, string, string];
    return [range.start, formatDate(range.start), `${day}/${month}/${year}`, `${Number(day)}/${Number(month)}/${year}`];
  });
}

/**
 * Whether a place lies within somebody's data, so that no rule but those for personal data has anything to say there: its message or its
 * fix would repeat the data, perhaps in another form.
 */
export const holdsPersonalData = byObject((document: SendDocument): ((at: Span) => boolean) => {
  const places = [...reportedData(document).map(({ at }) => at), ...reportedChildren(document).map(({ at }) => at)].sort(
    (a, b) => a.start - b.start,
  );
  if (places.length === 0) return () => false;
  return (at) => {
    // Places rarely overlap: the few before are looked at as well.
    const last = lastAtMost(places, at.start, ({ start }) => start);
    for (let index = last; index >= 0 && index > last - 4; index--) if (places[index]!.end >= at.end) return at.end > at.start;
    return false;
  };
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The same structure with every text in it masked. A day that is somebody’s becomes null, because its readers reckon with days. */
export function maskDeep<T>(value: T, mask: Mask): T {
  if (typeof value === 'string') {
    const shown = mask(value);
    return (shown !== value && DAY.test(value) ? null : shown) as T;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => maskDeep(item, mask)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskDeep(item as unknown, mask)])) as T;
  return value;
}
