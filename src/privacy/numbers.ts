import { matchesOf, quick } from '../document/index.js';
import { isNationalInsuranceNumber, isNhsNumber, isUniquePupilNumber } from '../framework/identifiers.js';
import { append } from '../text/lists.js';

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
interface Group extends Match {
  readonly digits: string;
}

const INVISIBLE = '\u00AD\u200B-\u200D\u2060\uFEFF';
const GAP = new RegExp(`^[\\s${INVISIBLE}._\\u00B7\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D-]{1,6}$`);
const NOT_VISIBLE = new RegExp(`[\\s${INVISIBLE}]`, 'g');
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What may stand between two groups of one number: white space, and at most one dash or dot. */
function isGap(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return false;
  const gap = text.slice(from, to);
  return GAP.test(gap) && gap.replace(NOT_VISIBLE, '').length <= 1 && gap.split('\n').length <= 2;
}

/** So many characters may stand between two groups of one number. */
const LONGEST_GAP = 6;

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
function chainsOf(text: string, joins: (from: number, to: number) => boolean): Group[][] {
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

const PHONE_WORDS = new Set([
  'tel',
  'telephone',
  'phone',
  'phoning',
  'call',
  'calling',
  'ring',
  'ringing',
  'helpline',
  'fax',
  't',
  'p',
  'text',
  'textphone',
  'minicom',
  'mobile',
  'freephone',
  'dial',
  'line',
  'hotline',
  'switchboard',
  'contact',
  'sms',
  'whatsapp',
  'extension',
  'on',
]);
const REFERENCE_WORDS = new Set([
  'ref',
  'reference',
  'licence',
  'license',
  'licensed',
  'urn',
  'ukprn',
  'uprn',
  'usrn',
  'toid',
  'account',
  'invoice',
  'order',
  'charity',
  'company',
  'vat',
  'utr',
  'taxpayer',
  'tax',
  'contract',
  'tender',
  'notice',
  'registration',
  'registered',
  'isbn',
  'issn',
  'doi',
  'policy',
  'grant',
  'project',
  'purchase',
  'po',
  'ticket',
  'job',
  'serial',
  'bank',
  'card',
  'barcode',
  'crown',
  'copyright',
  'os',
  'survey',
  'model',
  'version',
  'pin',
  'population',
  'budget',
  'total',
]);
const MEETING_WORDS = new Set(['meeting', 'zoom', 'webinar', 'teams', 'conference', 'passcode', 'isbn', 'doi']);

const saysNhsNumber = (before: readonly string[]): boolean =>
  before.at(-1) === 'nhs' ||
  (before.includes('nhs') && before.some((word) => ['no', 'nos', 'number', 'numbers', 'num', 'id'].includes(word)));
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** Is the text from `from` to `to` free on both sides: no part of a sum, a decimal, a code or an address? */
function standsAlone(text: string, from: number, to: number): boolean {
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
function insideAddress(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 300 && !/[\s<>"“”|]/.test(text[start - 1]!)) start--;
  const address = text.slice(start, at);
  return /:\/\/|^www\.|^\(?www\./i.test(address) && !NAMED_VALUE.test(address);
}

const GROUPINGS = new Set(['10', '3,3,4', '3,7', '7,3', '6,4', '4,6', '3,3,2,2', '4,3,3', '3,4,3', '4,4,2', '5,5', '2,4,4', '2,2,2,2,2']);

/** A number that reads as a telephone number: English ones begin with 0. */
function looksLikePhone(digits: string, grouping: string, before: readonly string[]): boolean {
  if (!digits.startsWith('0')) return false;
  return before.some((word) => PHONE_WORDS.has(word)) || (/^0[1235-9]/.test(digits) && !['10', '3,3,4'].includes(grouping));
}

function isNhsWindow(text: string, groups: readonly Group[]): boolean {
  const digits = groups.map((group) => group.digits).join('');
  if (!isNhsNumber(digits)) return false;
  const { from } = groups[0]!;
  const { to } = groups.at(-1)!;
  if (!standsAlone(text, from, to)) return false;
  const before = wordsBefore(text, from, 4);
  if (saysNhsNumber(before)) return true;
  const grouping = groups.map((group) => group.digits.length).join(',');
  if (!GROUPINGS.has(grouping) || before.some((word) => MEETING_WORDS.has(word)) || looksLikePhone(digits, grouping, before)) return false;
  if (grouping === '3,3,4') return true;
  return !groups.some((group) => isYear(group.digits)) && !before.slice(-3).some((word) => REFERENCE_WORDS.has(word));
}

/** NHS numbers that stand one after the other with only spaces between: all groups, or none. */
function partition(groups: readonly Group[]): Group[][] | null {
  const windows: Group[][] = [];
  for (let at = 0; at < groups.length;) {
    const length = groups[at]!.digits.length === 10 ? 1 : 3;
    const window = groups.slice(at, at + length);
    const shape = window.map((group) => group.digits.length).join(',');
    if (shape !== '10' && shape !== '3,3,4') return null;
    windows.push(window);
    at += length;
  }
  return windows;
}

function nhsNumbersInChain(text: string, chain: readonly Group[]): Match[] {
  const total = chain.reduce((sum, group) => sum + group.digits.length, 0);
  const windows = total === 10 ? [[...chain]] : partition(chain);
  if (windows)
    return windows.filter((window) => isNhsWindow(text, window)).map((window) => ({ from: window[0]!.from, to: window.at(-1)!.to }));
  // Beside other numbers, only one that shows where it begins and ends can be told apart.
  const found: Group[][] = [];
  for (let at = 0; at < chain.length;) {
    const window = [1, 3]
      .map((length) => chain.slice(at, at + length))
      .find(
        (groups) =>
          /^(?:10|3,3,4)$/.test(groups.map(({ digits }) => digits.length).join()) &&
          isSetApart(text, chain, at, groups) &&
          isNhsWindow(text, groups),
      );
    if (window) found.push(window);
    at += window?.length ?? 1;
  }
  return found.map((window) => ({ from: window[0]!.from, to: window.at(-1)!.to }));
}

const gapBetween = (text: string, a: Group | undefined, b: Group | undefined): string | null => (a && b ? text.slice(a.to, b.from) : null);

/** Do other numbers of the chain stand apart from these groups: by another gap than theirs, as a date beside them, or after the words “NHS number”? */
function isSetApart(text: string, chain: readonly Group[], at: number, groups: readonly Group[]): boolean {
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

/** NHS numbers: ten digits with a valid check digit, in any of their printed forms. */
export function findNhsNumbers(text: string): readonly Match[] {
  const found: Match[] = [];
  for (const chain of chainsOf(text, (from, to) => isGap(text, from, to))) {
    const lines: Group[][] = [];
    chain.forEach((group, index) => {
      if (index > 0 && !text.slice(chain[index - 1]!.to, group.from).includes('\n')) lines.at(-1)!.push(group);
      else lines.push([group]);
    });
    const inLines = lines.flatMap((line) => nhsNumbersInChain(text, line));
    // One that is broken over two lines.
    append(
      found,
      inLines.length > 0 || lines.length !== 2
        ? inLines
        : nhsNumbersInChain(text, chain).filter((match) => text.slice(match.from, match.to).includes('\n')),
    );
  }
  return found;
}

/** Reads exactly `count` digits from `at`, over short gaps. */
function takeDigits(
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
function skipGap(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 3 && isGap(text, at, end + 1)) end++;
  return end;
}

const endsWord = (text: string, at: number): boolean => at >= text.length || !LETTER_OR_DIGIT.test(text[at]!);
const spacedYears = (sizes: readonly number[], digits: string): boolean => {
  let at = 0;
  return sizes.length > 1 && sizes.every((size) => isYear(digits.slice(at, (at += size))));
};

/** Unique pupil numbers: a check letter and 12 digits, or 11 and a letter. */
export function findPupilNumbers(text: string): readonly Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, /(?<![\p{L}\p{N}])[A-Za-z](?![\p{L}])/gu)) {
    const from = match.index;
    if (found.length > 0 && from < found.at(-1)!.to) continue;
    const start = skipGap(text, from + 1);
    if (!/\d/.test(text[start] ?? '')) continue;
    const full = takeDigits(text, start, 12);
    const candidates: { to: number; number: string; sizes: readonly number[] }[] = [];
    if (full) candidates.push({ to: full.end, number: match[0] + full.digits, sizes: full.sizes });
    const short = takeDigits(text, start, 11);
    if (short) {
      const last = skipGap(text, short.end);
      if (/[A-Za-z]/.test(text[last] ?? ''))
        candidates.push({ to: last + 1, number: match[0] + short.digits + text[last]!, sizes: short.sizes });
    }
    for (const { to, number, sizes } of candidates) {
      const together = to - from === 13;
      // A small letter before spaced groups is the article "a".
      if (
        !isUniquePupilNumber(number) ||
        !endsWord(text, to) ||
        (!together && (/^[a-z]/.test(number) || spacedYears(sizes, number.slice(1)))) ||
        insideAddress(text, from)
      )
        continue;
      found.push({ from, to });
      break;
    }
  }
  return found;
}

const PAIRS = new Set(['6', '2,2,2', '3,3', '1,1,1,1,1,1', '2,4', '4,2']);

/** National Insurance numbers. They have no check digit, so small letters, odd groups and words for other references speak against one. */
export function findNationalInsuranceNumbers(text: string): readonly Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, /(?<![\p{L}\p{N}])[A-Za-z][\s.-]?[A-Za-z](?!\p{L})/gu)) {
    const from = match.index;
    const start = skipGap(text, from + match[0].length);
    if (!/\d/.test(text[start] ?? '')) continue;
    const body = takeDigits(text, start, 6);
    if (!body || !PAIRS.has(body.sizes.join(','))) continue;
    const letters = match[0].replace(/[^A-Za-z]/g, '');
    const last = skipGap(text, body.end);
    const before = wordsBefore(text, from, 4);
    const named =
      before.includes('insurance') ||
      before.includes('nino') ||
      before.includes('ni') ||
      /^[^.;\n]{0,30}\bnational insurance\b/i.test(text.slice(last + 1, last + 60));
    // Its last letter is often left out.
    if (
      named &&
      endsWord(text, body.end) &&
      !/^[A-Da-d](?![\p{L}\p{N}])/u.test(text.slice(last)) &&
      isNationalInsuranceNumber(`${letters}${body.digits}A`) &&
      !insideAddress(text, from)
    ) {
      found.push({ from, to: body.end });
      continue;
    }
    const number = letters + body.digits + (text[last] ?? '');
    if (!isNationalInsuranceNumber(number) || !endsWord(text, last + 1) || insideAddress(text, from)) continue;
    if (!named && (number !== number.toUpperCase() || before.slice(-3).some((word) => REFERENCE_WORDS.has(word)))) continue;
    found.push({ from, to: last + 1 });
  }
  return found;
}

const TEXT_SERVICE = new Set([
  'text',
  'texts',
  'texting',
  'sms',
  'chathealth',
  'textline',
  'helpline',
  'switchboard',
  'relay',
  'duty',
  'office',
  'team',
  'service',
  'whatsapp',
  'line',
  'crisis',
  'nurses',
  'nurse',
]);
const MOBILE = /^(?:(?:00)?44)?0?7(?:[1-57-9]\d{8}|624\d{6})$/;

/** The end of a letter with its dash, which makes what follows the rest of a code. */
const PART_OF_CODE = new RegExp(`[\\p{L}\\p{N}][${INVISIBLE}._\\u2010-\\u2015-]{0,2}$`, 'u');

/** Mobile telephone numbers that no service is named with. */
export function findMobileNumbers(text: string): readonly Match[] {
  const found: Match[] = [];
  const joins = (from: number, to: number): boolean =>
    to - from <= LONGEST_GAP &&
    /^[\s()]*$/.test(
      text
        .slice(from, to)
        .replace(/[.\u2010-\u2015\u2212-]/, '')
        .replace(new RegExp(`[${INVISIBLE}]`, 'g'), ''),
    );
  for (const chain of chainsOf(text, joins)) {
    for (let first = 0; first < chain.length; first++) {
      let digits = '';
      for (let last = first; last < chain.length && digits.length < 14; last++) {
        digits += chain[last]!.digits;
        if (digits.length < 11 || !MOBILE.test(digits)) continue;
        const national = digits.startsWith('0') && !digits.startsWith('00');
        const isInternational = digits.startsWith('00') || text[chain[first]!.from - 1] === '+';
        const sizes = chain
          .slice(first, last + 1)
          .map((group) => group.digits.length)
          .join();
        if (national ? (chain[first]!.digits.length < 3 && sizes !== '2,3,3,3') || digits.length !== 11 : !isInternational) continue;
        const prefix = /[+(]{1,2}$/.exec(text.slice(Math.max(0, chain[first]!.from - 2), chain[first]!.from))?.[0] ?? '';
        const from = chain[first]!.from - prefix.length;
        const { to } = chain[last]!;
        const before = wordsBefore(text, from, 8);
        if (
          PART_OF_CODE.test(text.slice(Math.max(0, from - 3), from)) ||
          !endsWord(text, to) ||
          insideAddress(text, from) ||
          /[£$€/]$|\d[.,:]$/.test(text.slice(Math.max(0, from - 2), from))
        )
          break;
        if (!before.some((word) => TEXT_SERVICE.has(word))) found.push({ from, to });
        first = last;
        break;
      }
    }
  }
  return found;
}

const CASE_CODE = quick(
  /(?<![\p{L}\p{N}])(?:(?:EHCP|EHCNA|EHC) ?0\d{3,}|(?:EHCP|EHCNA|EHC)\d{4,}|(?<!\b[Ii]n )[Cc]ase \d{5,})(?![\p{L}\p{N}]|[.,]\d)/gu,
);
const CASE_PREFIX = quick(
  /(?<![\p{L}\p{N}])(?:EHCP|EHCPs|EHCNA|EHC|SEND|SEN|LAC|CLA|CIN|CASE|Case|MOSAIC|Mosaic|PUPIL|Pupil|CHILD)[ ]?[-\u2010\u2011\u2013/#:_]{1,2}[ ]?(?<code>[A-Z]{0,3}\d{3,}(?:[-\u2010\u2011\u2013/](?:\d+|[A-Z]{2,3}))*)(?![\p{L}\p{N}])/gu,
);
const CASE_LABEL = quick(
  /(?<![\p{L}\p{N}])(?:case|EHCP?|EHCNA|pupil|child|client|patient|student|Mosaic|LCS|Synergy|Eclipse|EMS|Liquidlogic|Capita ONE|hospital|social care|tribunal)(?:[’']s)?[ -]?(?:plan |record |file )?(?:reference|ref|number|no|id)(?: number| no)?\b\.?[ ]?[:#=]?[ ]{0,2}(?:is )?(?<code>(?:[A-Z]{1,6}[-/]?)?\d[\d/\u2010\u2011\u2013-]{2,}[A-Z]?)(?![\p{L}\p{N}])/giu,
);
const TRIBUNAL = quick(/(?<![\p{L}\p{N}])(?:EH|SE|EK)\d{3}[-/]\d{2}[-/]\d{4,5}(?!\d)/gu);
const PUBLIC_CASE = /\b(?:ombudsman|upper tribunal|court of appeal|supreme court|high court)\b/i;

/** References to one child’s case, such as “EHCP-12345”. Years and published decisions are none. */
export function findCaseReferences(text: string): readonly Match[] {
  const found: Match[] = [];
  for (const [pattern, wholly] of [
    [TRIBUNAL, true],
    [CASE_PREFIX, true],
    [CASE_CODE, true],
    [CASE_LABEL, false],
  ] as const) {
    for (const match of pattern.matches(text)) {
      const code = match.groups?.code ?? match[0];
      const from = wholly ? match.index : match.index + match[0].length - code.length;
      const to = match.index + match[0].length;
      const digits = code.replace(/\D/g, '');
      if (
        pattern !== TRIBUNAL &&
        (isYear(code) ||
          isYear(code.replace(/^\p{L}+/u, '')) ||
          digits.length < 3 ||
          /^(?:19|20)\d\d[-/\u2013](?:\d\d|(?:19|20)\d\d)$/.test(code))
      )
        continue;
      if (
        found.some((other) => from < other.to && other.from < to) ||
        PUBLIC_CASE.test(text.slice(Math.max(0, from - 100), from)) ||
        insideAddress(text, from)
      )
        continue;
      found.push({ from, to });
    }
  }
  return found;
}
