import { byText, type SendDocument } from '../document/index.js';
import { findInText } from './find.js';
import { ALWAYS_PERSONAL, reportedChildren, reportedData } from './reported.js';

/*
 * Whatever a rule quotes, no result may repeat a person's data: messages, titles of fixes and printed facts go through here.
 */

/** Stands in results for what may not be repeated. */
export const MASK = '[personal data]';

export type Mask = (text: string) => string;

/** Hides what shows by itself to be personal: identifiers, private mailboxes, mobile numbers. Other text is returned as it is. Messages come back at each keystroke. */
export const maskText: Mask = byText((text) => {
  let result = '';
  let at = 0;
  for (const { kind, from, to } of findInText(text)) {
    if (!ALWAYS_PERSONAL.has(kind) && kind !== 'private-mail' && kind !== 'mobile-number') continue;
    result += text.slice(at, from) + MASK;
    at = to;
  }
  return result + text.slice(at);
});

const masks = new WeakMap<SendDocument, Mask>();
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Hides also what only its place in the document shows to be personal: dates of birth, homes, children's names. */
export function maskOf(document: SendDocument): Mask {
  let mask = masks.get(document);
  if (!mask) masks.set(document, (mask = makeMask(document)));
  return mask;
}

function makeMask(document: SendDocument): Mask {
  const values = new Set<string>();
  for (const { value, at } of reportedData(document)) values.add(value).add(document.text.slice(at.start, at.end));
  // The longest first, so that no rest of it is left.
  const whole = [...values].filter((value) => value.trim().length > 3).sort((a, b) => b.length - a.length);
  const names = new Set(reportedChildren(document).flatMap(({ name }) => (name && name.length > 2 ? [name] : [])));
  if (whole.length === 0 && names.size === 0) return maskText;
  const pattern = new RegExp(
    [...whole.map(escape), ...[...names].map((name) => `(?<![\\p{L}])${escape(name)}(?![\\p{L}])`)].join('|'),
    'gu',
  );
  return (text) => maskText(text.replace(pattern, MASK));
}

/** The same structure with every text in it masked. */
export function maskDeep<T>(value: T, mask: Mask): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => maskDeep(item, mask)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskDeep(item as unknown, mask)])) as T;
  return value;
}
