import { matchesOf, quick } from '../document/index.js';
import { isNationalInsuranceNumber, isUniquePupilNumber } from '../framework/identifiers.js';
import {
  INVISIBLE,
  LONGEST_GAP,
  chainsOf,
  endsWord,
  insideAddress,
  isYear,
  skipGap,
  takeDigits,
  wordsBefore,
  type Match,
} from './_digits.js';
import { REFERENCE_WORDS, spacedYears } from './_nhs-numbers.js';

export { findNhsNumbers } from './_nhs-numbers.js';

export { mostDigits, wordsBefore, type Match } from './_digits.js';

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
