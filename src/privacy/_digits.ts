import { matchesOf } from '../document/index.js';

/*
 * Numbers that stand for a person, in a line of text. They are printed with spaces of every width, dashes, dots or nothing
 * between their groups, so digits are read group by group and only a valid check digit counts.
 * Every pattern here is a single run of characters: the work is linear in the length of the text.
 */

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** A run of digits. */
export interface Group extends Match {
  readonly digits: string;
}

export const INVISIBLE = '\u00AD\u200B-\u200D\u2060\uFEFF';

const GAP = new RegExp(`^[\\s${INVISIBLE}._\\u00B7\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D-]{1,6}$`);

const NOT_VISIBLE = new RegExp(`[\\s${INVISIBLE}]`, 'g');

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What may stand between two groups of one number: white space, and at most one dash or dot. */
export function isGap(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return false;
  const gap = text.slice(from, to);
  return GAP.test(gap) && gap.replace(NOT_VISIBLE, '').length <= 1 && gap.split('\n').length <= 2;
}

/** So many characters may stand between two groups of one number. */
export const LONGEST_GAP = 6;

/** The most digits of a text that may belong to one number. Nearly always they are too few for any that is looked for. */
export function mostDigits(text: string): number {
  let most = 0;
  let digits = 0;
  let last = -Infinity;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) continue;
    digits = index - last > LONGEST_GAP + 1 ? 1 : digits + 1;
    last = index;
    if (digits > most) most = digits;
  }
  return most;
}

const groupsOf = (text: string): Group[] =>
  Array.from(matchesOf(text, /\d+/g), (match) => ({ from: match.index, to: match.index + match[0].length, digits: match[0] }));

/** Runs of groups with nothing but gaps between. */
export function chainsOf(text: string, joins: (from: number, to: number) => boolean): Group[][] {
  const chains: Group[][] = [];
  for (const group of groupsOf(text)) {
    const last = chains.at(-1)?.at(-1);
    if (last && joins(last.to, group.from)) chains.at(-1)!.push(group);
    else chains.push([group]);
  }
  return chains;
}

/** The last few words before an offset, in small letters. */
export function wordsBefore(text: string, at: number, count: number): readonly string[] {
  const before = text.slice(Math.max(0, at - 60), at).toLowerCase();
  // A sentence or a cell’s line that has ended is no context.
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1;
  return (before.slice(start).match(/[\p{L}\p{N}]+/gu) ?? []).slice(-count);
}

export const saysNhsNumber = (before: readonly string[]): boolean =>
  before.at(-1) === 'nhs' ||
  (before.includes('nhs') && before.some((word) => ['no', 'nos', 'number', 'numbers', 'num', 'id'].includes(word)));

export const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** Is the text from `from` to `to` free on both sides: no part of a sum, a decimal, a code or an address? */
export function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 8), from);
  const after = text.slice(to, to + 12);
  if (
    /[£$€+]\s?\(?$|(?:GBP|EUR|USD)\s?$|\d[.,:/]$|[=#~^]$/i.test(before) &&
    !NAMED_VALUE.test(text.slice(Math.max(0, from - 20), from)) &&
    !/nhs[\s\p{L}]{0,8}[#=]$/iu.test(text.slice(Math.max(0, from - 16), from))
  )
    return false;
  if (/^(?:[.,:/]\d|%|\s?(?:%|per cent|million|billion|bn|pounds|pence)(?![\p{L}\p{N}])|[mk](?![\p{L}\p{N}]))/iu.test(after)) return false;
  const previous = text[from - 1];
  if (previous !== undefined && LETTER_OR_DIGIT.test(previous) && !/(?:^|[^\p{L}\p{N}])(?:nhs|no|nhsno|number)$/iu.test(before))
    return false;
  const next = text[to];
  if (next !== undefined && LETTER_OR_DIGIT.test(next)) return false;
  return !insideAddress(text, from);
}

/** Says of a value in a web address whose number it is. */
const NAMED_VALUE = /(?:nhs(?:[_-]?(?:no|num|number|id))?|upn|nino|ni[_-]?number|patient(?:[_-]?(?:id|no|number))?)=$/i;

/** Does the offset lie in a web address that does not say that a person’s number follows? */
export function insideAddress(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 300 && !/[\s<>"“”|]/.test(text[start - 1]!)) start--;
  const address = text.slice(start, at);
  return /:\/\/|^www\.|^\(?www\./i.test(address) && !NAMED_VALUE.test(address);
}

const gapBetween = (text: string, a: Group | undefined, b: Group | undefined): string | null => (a && b ? text.slice(a.to, b.from) : null);

/** Do other numbers of the chain stand apart from these groups: by another gap than theirs, as a date beside them, or after the words “NHS number”? */
export function isSetApart(text: string, chain: readonly Group[], at: number, groups: readonly Group[]): boolean {
  const previous = chain[at - 1];
  const next = chain[at + groups.length];
  if (/\+$/.test(text.slice(Math.max(0, chain[0]!.from - 1), chain[0]!.from)) || (previous && /^(?:0044|44)$/.test(previous.digits)))
    return false;
  const outer = [gapBetween(text, previous, groups[0]), gapBetween(text, groups.at(-1), next)].filter((gap) => gap !== null);
  if (!outer.every((gap) => /^\s+$/.test(gap))) return false;
  if (groups.length === 1 || saysNhsNumber(wordsBefore(text, groups[0]!.from, 4))) return true;
  const inner = gapBetween(text, groups[0], groups[1]);
  if (inner !== gapBetween(text, groups[1], groups[2])) return false;
  const isDate = (group: Group | undefined, before: boolean): boolean =>
    group !== undefined &&
    (before
      ? /\d{1,2}[/.-]\d{1,2}[/.-]$/.test(text.slice(Math.max(0, group.from - 6), group.from))
      : /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/.test(text.slice(group.from, group.from + 9)));
  return outer.every((gap) => gap !== inner) || ((!previous || isDate(previous, true)) && (!next || isDate(next, false)));
}

/** Reads exactly `count` digits from `at`, over short gaps. */
export function takeDigits(
  text: string,
  at: number,
  count: number,
): { readonly end: number; readonly digits: string; readonly sizes: readonly number[] } | null {
  let digits = '';
  const sizes: number[] = [];
  let index = at;
  while (digits.length < count) {
    const start = index;
    while (index < text.length && index - start < 13 && /\d/.test(text[index]!)) index++;
    if (index === start) return null;
    digits += text.slice(start, index);
    sizes.push(index - start);
    if (digits.length >= count) break;
    const gapStart = index;
    while (index < text.length && index - gapStart < 4 && !/\d/.test(text[index]!)) index++;
    if (!isGap(text, gapStart, index)) return null;
  }
  return digits.length === count ? { end: index, digits, sizes } : null;
}

/** Skips a gap of at most three characters; the same offset when there is none. */
export function skipGap(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 3 && isGap(text, at, end + 1)) end++;
  return end;
}

export const endsWord = (text: string, at: number): boolean => at >= text.length || !LETTER_OR_DIGIT.test(text[at]!);
