import { isLearnerNumber } from '../framework/identifiers.js';
import { quick } from '../patterns/quick-pattern.js';
import { matchesOf } from '../text/matches.js';
import type { Match } from './numbers.js';

/*
 * Numbers that only the words beside them show to be a person's: a unique learner number, a passport, a driving licence, a bank account,
 * a telephone at home. Without such a word nothing is certain, so nothing is said.
 */

export type LabelledKind = 'learner-number' | 'passport-number' | 'driving-licence' | 'bank-details' | 'home-telephone';

interface Labelled {
  readonly kind: LabelledKind;
  readonly label: RegExp;
  /** Global; looked for in what follows the label. */
  readonly value: RegExp;
  readonly isRight?: (bare: string) => boolean;
  /** The number stands right behind the label: in a sentence the same words may speak of anybody's. */
  readonly close?: true;
}

/** So far behind its label a number may stand, in characters. */
const NEAR = 40;

/** A telephone number of a town; those of services begin with 03 or 08. */
const TELEPHONE = /(?<![\p{L}\p{N}])(?:\(0[12]\d{1,3}\)|0[12]\d{1,3}|\+44 ?\(?0?\)? ?[12]\d{1,3})(?:[ \u00a0-]?\d){6,8}(?![\p{L}\p{N}])/gu;

/** What may stand between a label and the number right behind it. */
const CLOSE = /^[\s:=#()*_–—-]{0,8}(?:is |was )?$/;

const FORMS: readonly Labelled[] = [
  {
    kind: 'learner-number',
    label: /\b(?:ULN|unique learner (?:number|no\.?))\b/gi,
    value: /(?<![\p{L}\p{N}])\d(?:[ -]?\d){9}(?![\p{L}\p{N}])/gu,
    isRight: isLearnerNumber,
  },
  {
    kind: 'passport-number',
    // Plans speak of health and communication passports too.
    label: /\bpassport(?:[’']?s)?(?: (?:number|no\.?|num\.?|id))?/gi,
    close: true,
    value: /(?<![\p{L}\p{N}])(?:\d{9}|\d{3} \d{3} \d{3}|[A-Z]{1,2}\d{6,8})(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'driving-licence',
    label: /\b(?:driving licen[cs]e|driver (?:number|no\.?)|DVLA)\b/gi,
    value: /(?<![\p{L}\p{N}])[A-Z9]{5} ?\d{6} ?[A-Z9]{2} ?\d[A-Z]{2}(?: ?\d{2})?(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'bank-details',
    label: /\b(?:sort ?code|account (?:number|no\.?)|bank account|a\/c(?: no\.?)?)\b/gi,
    value: /(?<![\p{L}\p{N}])(?:\d{2}[ -]\d{2}[ -]\d{2}(?=\P{N}{1,40}\d{8}(?!\d))|\d{8})(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'home-telephone',
    label:
      /\b(?:home (?:tele)?(?:phone|contact|tel\.?)(?: (?:number|no\.?))?|(?:mother|father|mum|dad|parent|carer|family|child|pupil)[’']s (?:home )?(?:tele)?(?:phone|contact number|tel\.?)(?: (?:number|no\.?))?|(?:her|his) (?:home )?(?:telephone|phone)(?: number| no\.?)?|next of kin)\b/gi,
    value: TELEPHONE,
  },
  {
    kind: 'home-telephone',
    label:
      /\b(?:(?:parents?|carers?|family|mother|father|mum|dad|guardian)[’']?s?[’']? (?:(?:tele)?phone|contact|tel\.?|landline)(?: (?:number|no\.?|details))?|landline)\b/gi,
    value: TELEPHONE,
    close: true,
  },
];

const LABELS = quick(
  /\b(?:ULN|learner|passport|driving|driver|DVLA|sort|account|bank|a\/c|home|parents?|carers?|mother|father|mum|dad|family|guardian|landline|child|pupil|her|his|their|kin)\b/i,
);

/** In order of kind; the caller keeps those that claim a place first. */
export function findLabelled(text: string): readonly (Match & { readonly kind: LabelledKind })[] {
  if (!LABELS.mayMatch(text)) return [];
  const found: (Match & { kind: LabelledKind })[] = [];
  for (const { kind, label, value, isRight, close } of FORMS) {
    const labels = matchesOf(text, label);
    if (labels.length === 0) continue;
    for (const match of matchesOf(text, value)) {
      const from = match.index;
      const near = labels.some((word) => {
        const end = word.index + word[0].length;
        if (end > from || from - end > NEAR) return false;
        const between = text.slice(end, from);
        // A label may stand on a line of its own.
        return close ? CLOSE.test(between) : !/[.!?]\s|\n.*\n/.test(between);
      });
      if (near && (!isRight || isRight(match[0].replace(/[ -]/g, '')))) found.push({ kind, from, to: from + match[0].length });
    }
  }
  return found;
}
