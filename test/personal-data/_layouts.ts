import fc from 'fast-check';
import { UPN_LETTERS, isNhsNumber, nhsCheckDigit, upnCheckLetter } from '../../src/framework/identifiers.js';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

export const nhsNumber: fc.Arbitrary<string> = digits(9)
  .filter((nine) => nhsCheckDigit(nine) !== null)
  .map((nine) => `${nine}${nhsCheckDigit(nine)!}`)
  .filter(isNhsNumber);

export const pupilNumber: fc.Arbitrary<string> = fc
  .tuple(digits(11), fc.oneof(digits(1), fc.constantFrom(...UPN_LETTERS)))
  .map(([eleven, last]) => `${upnCheckLetter(eleven + last)!}${eleven}${last}`);

/** The same with another check digit or letter. */
export const wrongCheck = (number: string, by: number): string =>
  /^\d/.test(number)
    ? number.slice(0, 9) + String((Number(number[9]) + 1 + (by % 9)) % 10)
    : UPN_LETTERS[(UPN_LETTERS.indexOf(number[0]!) + 1 + (by % 22)) % 23]! + number.slice(1);

/** Groups of characters with something between: split(‘9434765919’, [3, 3, 4], ' '). */
const split = (text: string, sizes: readonly number[], separator: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(separator);
};

const NHS = [3, 3, 4];
const UPN = [1, 3, 4, 5];
const grouped = (text: string, separator: string): string => split(text, text.length === 10 ? NHS : UPN, separator);

const NBSP = '\u00A0';
const THIN = '\u2009';
const NARROW = '\u202F';
const HYPHEN = '\u2011';

/** How a number is printed. */
export const WRITTEN: Readonly<Record<string, (number: string) => string>> = {
  together: (number) => number,
  spaces: (number) => grouped(number, ' '),
  'two spaces': (number) => grouped(number, '  '),
  dashes: (number) => grouped(number, '-'),
  'dashes with spaces': (number) => grouped(number, ' - '),
  dots: (number) => grouped(number, '.'),
  'non-breaking spaces': (number) => grouped(number, NBSP),
  'references to non-breaking spaces': (number) => grouped(number, '&nbsp;'),
  'thin spaces': (number) => grouped(number, THIN),
  'narrow non-breaking spaces': (number) => grouped(number, NARROW),
  'non-breaking hyphens': (number) => grouped(number, HYPHEN),
  'references to non-breaking hyphens': (number) => grouped(number, '&#8209;'),
  'en dashes': (number) => grouped(number, '–'),
  'zero-width spaces': (number) => grouped(number, '\u200B'),
  'soft hyphens': (number) => grouped(number, '\u00AD'),
  'a broken line': (number) => grouped(number, ' ').replace(/ (?=\d{4,5}[A-Z]?$|\d{4}[A-Z]$)/, '\n'),
  'escaped dashes': (number) => grouped(number, '\\-'),
};

/** Where it stands; `§` is the number. */
export const PLACES: Readonly<Record<string, string>> = {
  sentence: 'The number is §, and more.',
  'end of a sentence': 'The number is §.',
  brackets: 'One young person (§) waited.',
  label: 'Number: §',
  'list item': '- first\n- second with § here\n- third',
  'nested list': '1. first\n   - inner §\n2. second',
  'table cell': '| Who | Number |\n| --- | --- |\n| A pupil | § |',
  'middle of a table cell': '| Who | Notes |\n| --- | --- |\n| A pupil | seen<br>§<br>again |',
  'header of a table': '| Who | § |\n| --- | --- |\n| A pupil | 3 |',
  quotation: '> They said § to us.',
  'bold text': 'The number is **§** here.',
  'italic text': 'The number is *§* here.',
  'bold label': '**Number:** §',
  'struck through': 'The number is ~~§~~ here.',
  'link text': 'See [§](https://www.exampleshire.example/page).',
  heading: '### §\n\nText.',
  'inside quotation marks': 'They wrote “§”.',
  comment: 'Text.\n\n<!-- § -->',
  'inline code': 'The number is `§` here.',
  'fenced code': '```\n§\n```',
  'text of an image': '![A chart of §](chart.png)',
  'title of an image': '![A chart](chart.png "About §")',
  'title of a link': 'See [the page](https://www.exampleshire.example/page "About §").',
  definition: 'See [the page].\n\n[the page]: https://www.exampleshire.example/page "About §"',
  'footnote text': 'Text.[^1]\n\n[^1]: About § here.',
  'HTML paragraph': '<p>The number is § here.</p>',
  'HTML in a sentence': 'The number is <em>§</em> here.',
  'HTML cell': '<table>\n<tr><th>Who</th><th>Number</th></tr>\n<tr><td>A pupil</td><td>§</td></tr>\n</table>',
  'HTML attribute': '<span title="About §">A pupil</span>',
  'comment in a sentence': 'Text <!-- § --> and more.',
  'nothing but the number': '§',
  'task of a list': '- [ ] Ask about §',
  'row of a table without bars at its ends': 'Who | Number\n--- | ---\nA pupil | §',
  'cell pasted from a spreadsheet': 'A pupil\t12/05/2014\t§\tYes',
};
