import type { DocumentKind } from '../../framework/types.js';
import { matchesOf } from '../../text/matches.js';

/*
 * How plans name the areas of a report: "AFI1", "APAs 1 and 3", "area for improvement 3", "recommendation 2", and in priority action plans "priority area 1".
 */

export interface NamedArea {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly form: 'id' | 'recommendation' | 'own-number';
}

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(\\d{1,2}(?!\\d|%|\\.\\d|[/-]\\d|,\\d{3})|\\b(?:${NUMBER_WORDS.join('|')})\\b)`;
/** A sign that was typed into it, as in “A:FI1”, is none of it. */
const ID = /\b(AFI|APA|A[^\p{L}\p{N}\s]?(?:F[^\p{L}\p{N}\s]?I|P[^\p{L}\p{N}\s]?A))s?[ \u00A0:#-]{0,2}(?:no\.? ?)?(\d{1,2})(?!\d)/giu;
const WORDED = new RegExp(
  `\\b(?:(area)s? (?:for|of) (improvement|priority action)|(priority action|improvement) areas?|(recommendation|rec)s?\\.?|(priority (?:action|area|impact)(?: area)?|PA(?![a-z])))[ \\u00A0:]{0,2}(?:\\((?:AFI|APA)s?\\)[ \\u00A0:]{0,2})?(?:no\\.? |number |#|\\()?${NUMBER}`,
  'gi',
);
const NEXT = new RegExp(`[ \\u00A0]?(,? and|,|&|\\/|;|to|–|-)[ \\u00A0]?((?:AFI|APA)s?[ -]?)?${NUMBER}`, 'iy');
/** What may stand after a number of a list; "AFI1, 12 weeks" goes on with something else. */
const AFTER_LIST = /[ \u00A0]?(?:$|[),;.:/&\]–\n-]|(?:and|or|to)\b)/y;

const valueOf = (number: string): number => (/^\d/.test(number) ? Number(number) : NUMBER_WORDS.indexOf(number.toLowerCase()) + 1);

/** What a bare number in a plan of this kind stands for. */
export const defaultPrefix = (kind: DocumentKind | null): 'AFI' | 'APA' => (kind === 'priority-action-plan' ? 'APA' : 'AFI');

/** Numbers that follow the first: "1, 3 and 4", "1 to 5". */
function rest(text: string, at: number, first: number): { number: number; from: number; to: number }[] {
  const found: { number: number; from: number; to: number }[] = [];
  let position = at;
  let last = first;
  for (;;) {
    NEXT.lastIndex = position;
    const match = NEXT.exec(text);
    if (!match) return found;
    // "APA1-02" is the second action of APA1.
    if (/^0\d/.test(match[3]!)) return found;
    const number = valueOf(match[3]!);
    const to = match.index + match[0].length;
    const from = to - match[3]!.length;
    AFTER_LIST.lastIndex = to;
    if (!AFTER_LIST.test(text)) return found;
    if (/^(?:to|–|-)$/i.test(match[1]!)) {
      // A range names all between; one that runs backwards, or further than any report goes, is none.
      if (number <= last || number - last > 20) return found;
      for (let between = last + 1; between < number; between++)
        found.push({ number: between, from: match.index + match[0].search(/\S/), to });
    }
    // A number with its own letters is found by itself.
    if (match[2]) return found;
    found.push({ number, from, to });
    last = number;
    position = to;
  }
}

/** Every area that a text names, in order. Zero is no area. */
export function namedAreas(text: string, kind: DocumentKind | null): readonly NamedArea[] {
  if (!/af?i|\b[ap]*pa ?\d|apa|area|\brec|priority|\ba\W?[fp]\W?[ia]s?\W{0,2}\d/i.test(text)) return [];
  const found: NamedArea[] = [];
  const add = (prefix: string, number: number, from: number, to: number, form: NamedArea['form']): void => {
    if (number > 0 && !found.some((other) => other.from === from && other.id === `${prefix}${number}`))
      found.push({ id: `${prefix}${number}`, from, to, form });
  };
  for (const match of matchesOf(text, ID)) {
    const prefix = match[1]!.replace(/[^\p{L}]/gu, '').toUpperCase();
    const to = match.index + match[0].length;
    // "AFI1.2" is an action of AFI1.
    add(prefix, Number(match[2]), match.index, to, 'id');
    for (const next of rest(text, to, Number(match[2]))) add(prefix, next.number, next.from, next.to, 'id');
  }
  for (const match of matchesOf(text, WORDED)) {
    const [whole, area, purpose, areaKind, recommendation, own, number] = match;
    if (own && kind !== 'priority-action-plan') continue;
    const subject = (purpose ?? areaKind ?? '').toLowerCase();
    const prefix = area || areaKind ? (subject === 'improvement' ? 'AFI' : 'APA') : defaultPrefix(kind);
    const form = recommendation ? 'recommendation' : own ? 'own-number' : 'id';
    const to = match.index + whole.length;
    add(prefix, valueOf(number!), match.index, to, form);
    for (const next of rest(text, to, valueOf(number!))) add(prefix, next.number, next.from, next.to, form);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Numbers alone in a cell under a header such as "Area for improvement": "1", "2 and 3". Anything else is no list of numbers. */
export function bareNumbers(text: string, prefix: 'AFI' | 'APA'): readonly NamedArea[] {
  const match = /^\s*(\d{1,2})(?!\d)/.exec(text);
  if (!match) return [];
  const from = match[0].length - match[1]!.length;
  const numbers = [{ number: Number(match[1]), from, to: match[0].length }, ...rest(text, match[0].length, Number(match[1]))];
  if (text.slice(numbers.at(-1)!.to).trim() !== '') return [];
  return numbers
    .filter(({ number }) => number > 0)
    .map((entry) => ({ id: `${prefix}${entry.number}`, from: entry.from, to: entry.to, form: 'id' }));
}
