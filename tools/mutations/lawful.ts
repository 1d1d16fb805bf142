/* eslint regexp/no-super-linear-move: off -- read only reports in a folder that the user names */
import { sentence, type LawfulClass } from './class.js';

/** Breaks paragraphs and items at spaces, as editors do; headings and tables stay on their lines. */
const wrap = (text: string, width: number, end = '\n'): string =>
  text
    .split(/\r?\n/)
    .map((line) => {
      if (/^(?:\||#|---)/.test(line)) return line;
      const indent = line.startsWith('- ') ? '  ' : '';
      let column = 0;
      return line.replace(/\S+\s?/g, (word, at: number) => {
        if (at > 0 && column + word.trimEnd().length > width && !/^(?:[-+*#>|=]|\d+[.)])/.test(word)) {
          column = indent.length + word.length;
          return `\n${indent}${word}`;
        }
        column += word.length;
        return word;
      });
    })
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n/g, end);

const replaced = (name: string, pattern: RegExp, by: string): LawfulClass => ({
  name,
  change: (text) => {
    const next = text.replace(pattern, by);
    return next === text ? null : next;
  },
});

const added = (name: string, sentences: readonly string[]): LawfulClass => {
  const { plant } = sentence(
    '',
    name,
    sentences.map((line) => `⟦⟧${line}`),
  );
  return { name, change: (text, random) => plant(text, random)?.text ?? null };
};

export const LAWFUL: readonly LawfulClass[] = [
  ...[40, 48, 60, 72, 80, 100, 120].map((width): LawfulClass => ({ name: `wrapped at ${width}`, change: (text) => wrap(text, width) })),
  ...[40, 72].map((width): LawfulClass => ({ name: `wrapped at ${width}, CRLF`, change: (text) => wrap(text, width, '\r\n') })),
  replaced('CRLF', /\r?\n/g, '\r\n'),
  { name: 'NFD', change: (text) => text.normalize('NFD') },
  replaced('byte order mark', /^/, '\ufeff'),
  replaced('no line at the end', /\n+$/, ''),
  replaced('straight quotation marks', /[‘’]/g, "'"),
  replaced('asterisks as bullets', /^- /gm, '* '),
  replaced('plus signs as bullets', /^- /gm, '+ '),
  replaced('wide bullets', /^- /gm, '-   '),
  replaced('closed headings', /^(#{1,3}) (.*)$/gm, '$1 $2 $1'),
  replaced('underlined title', /^# (.*)$/m, '$1\n==='),
  replaced('underlined headings', /^## (.*)$/gm, '$1\n---'),
  replaced('three blank lines', /\n\n/g, '\n\n\n\n'),
  replaced('spaces at line ends', /\r?\n/g, ' $&'),
  replaced('no space beside bars', /^\|.*\|$/gm, '$&'),
  replaced('narrow table', / ?\| ?/g, '|'),
  replaced('aligned columns', /\| --- /g, '| :--- '),
  replaced(
    'no-break spaces in dates',
    /(\d) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/g,
    '$1\u00a0$2\u00a0$3',
  ),
  replaced('no-break spaces before brackets', / \((?=[A-Z]{2})/g, '\u00a0('),
  replaced('non-breaking hyphens', /(\p{Ll})-(\p{Ll})/gu, '$1\u2011$2'),
  replaced('escaped brackets', /\(([A-Z]{2,6})\)/g, '\\($1\\)'),
  replaced('escaped hyphens', /(\p{Ll})-(\p{Ll})/gu, '$1\\-$2'),
  replaced('entities', / & /g, ' &amp; '),
  replaced('links by reference', /(?<=\s)(www\.[a-z.-]+)(?=\s)/g, '[$1]'),
  replaced('linked web addresses', /(?<=\| )(www\.[\w./-]+)(?= \|)/g, '[$1](https://$1)'),
  replaced('bold labels', /^(Inspection dates?|Dates? of previous inspection):/gm, '**$1:**'),
  replaced('bold bodies', /(?<=^\| )([^|<\n-]+)(?= \|)/gm, '**$1**'),
  replaced('italic terms', /\blocal offer\b/g, '*local offer*'),
  replaced('underlined terms', /\blocal offer\b/g, '_local offer_'),
  replaced('en dash for a range', /(?<=^Inspection dates?: \d+) to (?=\d)/gm, '–'),
  replaced('numbers in digits', /approximately three years/g, 'approximately 3 years'),
  replaced('Date for Dates', /^Inspection dates?:/gm, 'Inspection date:'),
  replaced('a comment', /\n\n/, '\n\n<!-- for the editor -->\n\n'),
  replaced('front matter', /^(?!# .*\bmonitoring\b)/, '---\ndocument: full-inspection-report\n---\n\n'),
  added('acronym with small words', [
    'Care in the early years (CEY) is good. Families like CEY.',
    'Training, work or education (TWE) follows. TWE is good.',
    'Families with Children (FWC) meets. FWC helps.',
  ]),
  added('acronym with & and (s)', [
    'The drop-in and play service (D&P) is liked. D&P is free.',
    'Individual travel plan(s) (ITPs) are kept. ITPs are read.',
  ]),
  added('file kinds', ['A PDF of 300 KB and a QR code are on the page.', 'The URL and the file of 2 MB are given.']),
  added('quoted words', ['One parent said, ‘they dont listen to us’ and left.', 'A child said: ‘me and him likes it’.']),
  added('quoted words, straight', ["One parent said, 'they dont listen to us' and left.", "A child said: 'me and him likes it'."]),
  added('lawful agreement', [
    'A number of schools have plans.',
    'The majority of families are content.',
    'The range of services is wide.',
    'Bed and breakfast is never used.',
    'Each of the schools has a plan.',
    'More than one child waits.',
    'The team of nurses and therapists works well.',
    'What families need is help.',
    'None of the plans is late.',
    'The police are partners.',
  ]),
  added('lawful words in disguise', [
    'Staff practise what good practice is.',
    'The principal social worker keeps to this principle.',
    'Careers advice is given early.',
    'Leaders effect change that affects families.',
    'It’s clear that the team knows its role.',
    'Those who lead the team led it well.',
    'Though slow, help comes through the hub.',
    'They bought toys and brought them in.',
  ]),
  added('rare lawful words', [
    'Homecare and telehealth are well liked.',
    'Aspirational, innovatively led work is praised.',
    'Neurodivergent pupils were co-designing it.',
    'Sensory rooms and trampolining are offered.',
    'Wellbeing, makaton signing and keyworkers help.',
  ]),
  added('other lawful dates', [
    'The clinic opened on Friday 1 July 2022.',
    'It ran from 29 February 2024 to May 2024.',
    'It took place in autumn 2023.',
  ]),
];
