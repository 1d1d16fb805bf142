import { byText } from '../memo/memo.js';
import { editDistance } from '../text/nearest.js';
import { PUBLIC_BODIES } from './public-bodies.js';
import { TITLE_WORDS } from './titles.js';

/*
 * A title with a slip in it is still the title: "Area SEND inspecion of …", "Prior*ity Action Plan". Nothing in a document is checked when
 * its title names no kind, so a slip there would pass in silence.
 */

/** The words by which kinds are known: others may be near the name of a place, as “right” is to Wight. */
const KNOWN =
  'inspection reinspection monitoring engagement meeting priority action plan improvement accelerated progress written statement strategy strategic reform roadmap programme special educational needs disabilities disability area local partnership visit report inclusion inclusive preparing preparation adulthood alternative provision commissioning delivery belonging send children young people'.split(
    ' ',
  );
const PLACES: ReadonlySet<string> = new Set(PUBLIC_BODIES.areaNames.flatMap((name) => name.toLowerCase().split(/[ -]/)));
const byLength = new Map<number, string[]>();
for (const word of KNOWN) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

const isKnown = (word: string): boolean => TITLE_WORDS.has(word) || TITLE_WORDS.has(word.replace(/s$/, '')) || TITLE_WORDS.has(`${word}s`);

/** One letter from a short word of titles, and words of their own. */
const OTHER_WORDS = new Set(
  'plain plane plans planet play plat clan flan klan elan plant sen sand seed seen sent mend bend tend lend fend vend are arena'.split(' '),
);

/** The word of titles that one slip makes of another; null for none. */
function meantWord(word: string): string | null {
  const plain = word.toLowerCase();
  if (plain.length < 3 || plain.length > 30 || isKnown(plain) || PLACES.has(plain)) return null;
  const isMixed = /\p{Lu}.*\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);
  if (!isMixed && OTHER_WORDS.has(plain)) return null;
  for (const length of [plain.length + 1, plain.length, plain.length - 1])
    for (const known of byLength.get(length) ?? []) {
      // Many short words are near each other; only these say what a document is.
      if (known.length === 4 && known !== 'plan' && known !== 'area' && !(known === 'send' && /\p{Lu}.*\p{Lu}/u.test(word))) continue;
      if (editDistance(plain, known) === 1) return known === 'send' ? 'SEND' : likeIn(word, known);
    }
  return null;
}

/** With a capital where the word had one at its beginning. */
const likeIn = (word: string, known: string): string =>
  /^\p{Ll}/u.test(word) && !/\p{Lu}/u.test(word) ? known : `${known[0]!.toUpperCase()}${known.slice(1)}`;

/** Signs that no title has within or around a word. */
const STRAY =
  /[*_~^|=+%$#@{}[\]<>"!;?\\`](?=\p{L})|(?<=\p{L})[*_~^|=+%$#@{}[\]<>"!;?\\`]|(?<=\p{Ll})\.(?=\p{Ll})|(?<=\p{Ll})\d(?=\p{Ll})|(?<=\p{L})[(:](?=\p{L}(?!\p{L}{0,3}\)))|(?<=\p{L})\((?=\s|$)/gu;

function withSlipsMended(title: string): string {
  const isEven = title.split('(').length === title.split(')').length;
  const words = (isEven ? title : title.replace(/[()]/g, ''))
    .replace(STRAY, '')
    .replace(/(?<=\p{Ll})(?=SEND\b)/gu, ' ')
    .replace(/\b(statement) ?o?\p{L}{0,2} ?(?=action\b)/giu, '$1 of ')
    .replace(/\b(Area SEN)s?(?= inspection)/gi, '$1D')
    .replace(/\bAre\p{L}{0,2}(?= SEND inspection)/giu, 'Area')
    .split(' ');
  const meant: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const joined = word + (words[index + 1] ?? '');
    // "in spection": one word of titles in two, at least one of which is none.
    if (
      index + 1 < words.length &&
      joined.length >= 5 &&
      TITLE_WORDS.has(joined.toLowerCase()) &&
      !(isKnown(word.toLowerCase()) && isKnown(words[index + 1]!.toLowerCase()))
    ) {
      meant.push(joined);
      index++;
      continue;
    }
    const [, before = '', letters = ''] = /^([(‘“]*)([\p{L}-]+)/u.exec(word) ?? [];
    const slip = meantWord(letters);
    if (slip !== null) meant.push(before + slip + word.slice(before.length + letters.length));
    else meant.push(apart(word).join(' '));
  }
  return meant.join(' ');
}

/** A title as it was meant: without stray signs, each word of titles that has one slip put right. The title itself where there is none. */
export const meantTitle = byText(withSlipsMended);

/** "SENDinspection", "SENDxinspection": two words of titles without the space between them. */
function apart(word: string): readonly string[] {
  const plain = word.toLowerCase();
  if (plain.length < 8 || plain.length > 40 || isKnown(plain) || !/^\p{L}+$/u.test(plain)) return [word];
  for (let at = 4; at <= plain.length - 2; at++) {
    if (!TITLE_WORDS.has(plain.slice(0, at))) continue;
    for (const from of [at, at + 1]) if (TITLE_WORDS.has(plain.slice(from))) return [word.slice(0, at), word.slice(from)];
  }
  return [word];
}
