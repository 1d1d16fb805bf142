import { isNhsNumber } from '../framework/identifiers.js';
import { append } from '../text/lists.js';
import { chainsOf, isGap, isSetApart, isYear, saysNhsNumber, standsAlone, wordsBefore, type Group, type Match } from './_digits.js';

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

export const REFERENCE_WORDS = new Set([
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

export const spacedYears = (sizes: readonly number[], digits: string): boolean => {
  let at = 0;
  return sizes.length > 1 && sizes.every((size) => isYear(digits.slice(at, (at += size))));
};
