import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

/*
 * Identifiers of people and their check digits. Pure: every function takes the bare characters, without spaces or dashes,
 * and answers false to anything that is no such number.
 */

export const IDENTIFIER_SOURCES = {
  nhsNumber: {
    title: 'NHS number, NHS Data Dictionary',
    url: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html',
    where: 'Modulus 11 check digit',
    confidence: 'primary',
  },
  upn: {
    title: 'Unique pupil numbers: a guide for schools and local authorities (Department for Education)',
    url: 'https://www.gov.uk/government/publications/unique-pupil-numbers',
    where: 'check letter',
    confidence: 'primary',
  },
  nationalInsurance: {
    title: 'National Insurance Manual, NIM39110 (HMRC)',
    url: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
    where: 'format of numbers',
    confidence: 'recalled',
  },
  dataProtection: cite(SOURCES.dataProtection, 'articles 5(1)(c), 5(1)(f) and 9'),
} as const satisfies Record<string, Source>;

const weightedSum = (values: readonly number[], firstWeight: number, step: 1 | -1): number =>
  values.reduce((sum, value, index) => sum + value * (firstWeight + step * index), 0);

/** The tenth digit of an NHS number from its first nine; null when there is none for them, or the text is not nine digits. */
export function nhsCheckDigit(nine: string): number | null {
  if (!/^\d{9}$/.test(nine)) return null;
  const check = 11 - (weightedSum([...nine].map(Number), 10, -1) % 11);
  return check === 11 ? 0 : check === 10 ? null : check;
}

/** Ten digits with the right last one. A single digit ten times over, and the digits in their order, are fillers and no person’s number. */
export const isNhsNumber = (ten: string): boolean =>
  /^\d{10}$/.test(ten) && !/^(\d)\1{9}$|^0123456789$/.test(ten) && nhsCheckDigit(ten.slice(0, 9)) === Number(ten[9]);

/**
 * Ten digits of a unique learner number with the right last one: ten less what is left of the weighted sum of the first nine, divided by 11.
 * Source: Learning Records Service, unique learner number check digit (recalled).
 */
export function isLearnerNumber(ten: string): boolean {
  if (!/^[1-9]\d{9}$/.test(ten)) return false;
  const rest = weightedSum([...ten.slice(0, 9)].map(Number), 10, -1) % 11;
  return rest !== 0 && 10 - rest === Number(ten[9]);
}

/** The letters of unique pupil numbers in the order of their values, 0 to 22. */
export const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** The first letter of a unique pupil number from the twelve characters after it; null when they are not 12 digits, or 11 and a letter. */
export function upnCheckLetter(twelve: string): string | null {
  const body = twelve.toUpperCase();
  if (!/^\d{11}[\dA-HJ-NP-RT-Z]$/.test(body)) return null;
  const values = [...body].map((character) => (/\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character)));
  return UPN_LETTERS[weightedSum(values, 2, 1) % 23]!;
}

/** A check letter with 12 digits, or with 11 digits and the letter of a temporary number. */
export const isUniquePupilNumber = (text: string): boolean =>
  text.length === 13 && upnCheckLetter(text.slice(1)) === text[0]!.toUpperCase();

const NEVER_ISSUED = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);

/** Two letters, six digits and A, B, C or D. There is no check digit, but some letters and pairs are never issued. */
export function isNationalInsuranceNumber(text: string): boolean {
  const number = text.toUpperCase();
  return /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(number) && !NEVER_ISSUED.has(number.slice(0, 2));
}
