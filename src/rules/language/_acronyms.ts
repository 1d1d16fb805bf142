import { byObject } from '../../memo/memo.js';
import { marker, matchesOf, type PlacedProse, type Prose, type SendDocument } from '../../document/index.js';
import { ACRONYMS, CAPITAL_WORDS, NAMES_IN_CAPITALS, NO_EXPANSION, type Acronym } from '../../framework/acronyms.js';
import type { SectionId } from '../../framework/types.js';
import { inAddress, isQuoted } from '../support/prose.js';
import { NAME_GOES_ON, SIDE_BY_SIDE, glossYields, introductionsOf, wordsBetween, type Introduction } from './_introductions.js';

export { wordsBetween, yieldsFrom, clauseStart, type Introduction, type Word } from './_introductions.js';

/** A word of capitals as it stands in a prose unit. */
export interface Token {
  /** Without a plural s. */
  readonly letters: string;
  readonly plural: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Scan {
  /** Letters that may need explaining. */
  readonly tokens: readonly Token[];
  readonly introductions: readonly Introduction[];
  /** The tokens that stand in no introduction. */
  readonly uses: readonly Token[];
  /** The first of them in each form outside quotations: the others need no explaining. */
  readonly firstUses: readonly Token[];
}

export const known = new Map(ACRONYMS.map((acronym) => [acronym.letters, acronym]));

const knownInCapitals = new Map(ACRONYMS.map((acronym) => [acronym.letters.toUpperCase(), acronym]));

/** An acronym of the field, however its small letters are written ("PfA", "PFA"). */
export const knownAcronym = (letters: string): Acronym | undefined =>
  known.get(letters) ?? (letters.length > 2 ? knownInCapitals.get(letters.toUpperCase()) : undefined);

/** Letters that everybody knows, and words that are written in capitals. */
export const exempt: ReadonlySet<string> = new Set([...NO_EXPANSION, ...NAMES_IN_CAPITALS, ...CAPITAL_WORDS]);

/** Letters that could be spoken as a word are as often a name ("STAR"), which has nothing to expand. */
export const pronounceable = (letters: string): boolean =>
  letters.length > 3 ? /[AEIOUY]/.test(letters) && !/[^AEIOUY]{4}/.test(letters) : /^[^AEIOUY][AEIOU][^AEIOUY]$/.test(letters);

/** Letters of which no use matters. Longer ones may explain the shorter ones that they begin with; “SEND” begins with “SEN” alone, which needs no explaining. */
const isIdle = (letters: string): boolean =>
  exempt.has(letters.toUpperCase()) && !known.has(letters) && (letters.length < 4 || letters === 'SEND');

/* Both are tried only where a word with two capitals begins. */
const TOKEN = /(?<![\p{L}\p{N}&@#./_)-])(?:\p{Lu}\(\p{Lu}\)\p{Lu}{1,5}s?|\p{Lu}[\p{L}]{0,12}\p{Lu}\p{L}{0,4})(?![\p{L}\p{N}&@_])/uy;

const AFTER_BREAK = /(?<=[\p{L}][/-])(?:\p{Lu}{2,8}s?)(?![\p{L}\p{N}&@_])/uy;

/** Where words begin that may hold two capitals; “C(E)TR” has them in brackets. Letters of other alphabets count, quotation marks and dashes do not. */
const CAPITALS = /[A-Z\u00aa-\u200f\u2028-\uffff](?=[a-z]*[A-Z\u00aa-\u200f\u2028-\uffff]|\()/g;

function splitPlural(text: string): Pick<Token, 'letters' | 'plural'> {
  // “C(E)TR” is two acronyms, of which the longer one counts.
  const letters = text.includes('(') ? text.replace(/[()]/g, '') : text;
  const singular = letters.length > 2 && letters.endsWith('s') ? letters.slice(0, -1) : null;
  return singular !== null && (/^\p{Lu}+$/u.test(singular) || known.has(singular))
    ? { letters: singular, plural: true }
    : { letters, plural: false };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { index: from } of matchesOf(text, CAPITALS)) {
    if (from < end || /[A-Za-z]/.test(text[from - 1] ?? ' ')) continue;
    const pattern = text[from - 1] === '/' || text[from - 1] === '-' ? AFTER_BREAK : TOKEN;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    // “The D(A)F” alone is no acronym.
    if (!match || (match[0].includes('(') && !SIDE_BY_SIDE.test(text))) continue;
    const to = (end = from + match[0].length);
    // “ASQ-3” and “ASQ:SE-2” are names of tests.
    // “MST-CAN” and “C-SPA” are one name each.
    if (/^-\p{Lu}{2}/u.test(text.slice(to, to + 3)) || /(?<![\p{L}\p{N}])\p{Lu}-$/u.test(text.slice(Math.max(0, from - 3), from))) continue;
    if (/^(?:[.:]\p{L}|-\d)/u.test(text.slice(to, to + 2)) || inAddress(text, from, to)) continue;
    tokens.push({ ...splitPlural(match[0]), from, to });
  }
  return tokens;
}

/** The prose units of a document in which letters are used that may need explaining, or are explained. */
export const scannedProse = marker((prose): Scan | null => {
  const all = tokensOf(prose.text);
  if (all.length === 0) return null;
  const introductions = introductionsOf(prose.text, all);
  const tokens = all.filter(({ letters, to }) => !isIdle(letters) && !NAME_GOES_ON.test(prose.text.slice(to, to + 14)));
  if (tokens.length + introductions.length === 0) return null;
  const introduced = new Set(introductions.map(({ from }) => from));
  const uses = tokens.filter(({ from }) => !introduced.has(from));
  const firstUses = new Map<string, Token>();
  for (const use of uses) if (!firstUses.has(use.letters) && !isQuoted(prose, use.from, use.to)) firstUses.set(use.letters, use);
  return { tokens, introductions, uses, firstUses: [...firstUses.values()] };
});

/** Something in one prose unit of a document; `order` counts through the document. */
export interface Placed<T> {
  readonly prose: PlacedProse;
  readonly order: number;
  readonly item: T;
}

export interface AcronymModel {
  /** The first use of each in running text that does not introduce it. */
  readonly uses: ReadonlyMap<string, Placed<Token>>;
  readonly introductions: ReadonlyMap<string, readonly Placed<Introduction>[]>;
}

/** Addresses, names and the closing page hold no running text. */
const UNREAD: ReadonlySet<SectionId> = new Set<SectionId>(['partnership-details', 'inspection-team', 'closing', 'attendees', 'sign-off']);

/** Whether text ends as a sentence does: such text is running text even among names, as a foreword before those who signed. */
export const isSentence = ({ text }: PlacedProse): boolean => /[.!?][”’"')]{0,2}\s*$/.test(text);

/** Whether a prose unit stands in a part that is no running text (title, details, team, closing page). */
export function isApart(prose: PlacedProse): boolean {
  if (prose.kind === 'heading' && prose.prose.depth === 1) return true;
  let section = prose.section;
  while (section && !section.id) section = section.parent;
  return section !== null && section.id !== null && UNREAD.has(section.id) && (section.id !== 'sign-off' || !isSentence(prose));
}

/** “SALT” and “SaLT” are one acronym. */
const oneForm = (letters: string): string => (letters.length > 2 ? letters.toUpperCase() : letters);

/** What a document says of its acronyms. Scans are kept with the prose, so that an edit reads only what it touched. */
export const acronymModel = byObject((document: SendDocument): AcronymModel => {
  const uses = new Map<string, Placed<Token>>();
  const introductions = new Map<string, Placed<Introduction>[]>();
  // Each under the form that comes first.
  const forms = new Map<string, string>();
  const firstForm = (letters: string): string => {
    const form = oneForm(letters);
    const first = forms.get(form);
    if (first === undefined) forms.set(form, letters);
    return first ?? letters;
  };
  const introduce = (placed: Placed<Introduction>): void => {
    const letters = firstForm(placed.item.letters);
    const list = introductions.get(letters);
    if (list) list.push(placed);
    else introductions.set(letters, [placed]);
  };
  for (const { unit: prose, index: order, value } of scannedProse(document)) {
    const apart = isApart(prose);
    // Nothing needs explaining among signatures and names; but a foreword or a list of who was there may explain what comes after it.
    if (apart && !sectionIs(prose, 'sign-off') && !sectionIs(prose, 'attendees')) continue;
    for (const item of value.introductions) introduce({ prose, order, item });
    if (apart || value.uses.length === 0) continue;
    if (explainsAll(prose, value)) {
      for (const { letters, from, to } of value.uses)
        introduce({ prose, order, item: { letters, from, to, sort: 'glossary', words: null, end: to, alone: false, named: false } });
    } else if (prose.kind !== 'heading' && prose.kind !== 'header-cell') {
      for (const item of value.firstUses) {
        const letters = firstForm(item.letters);
        if (!uses.has(letters)) uses.set(letters, { prose, order, item });
      }
    }
  }
  return { uses, introductions };
});

/** Whether all letters of a unit are explained: it stands in a glossary, or in a row that says what it means. */
function explainsAll(prose: PlacedProse, { uses: [token] }: Scan): boolean {
  if (sectionIs(prose, 'glossary')) return true;
  return (
    prose.kind === 'cell' &&
    prose.prose.column === 0 &&
    token !== undefined &&
    prose.text.trim() === prose.text.slice(token.from, token.to) &&
    expandedByNeighbour(prose.prose, prose.placed.block.prose, token)
  );
}

/** Every use of letters in running text, in all of their forms. */
export function usesOf(document: SendDocument, letters: string): readonly Placed<Token>[] {
  return scannedProse(document).flatMap(({ unit: prose, index: order, value }) => {
    const found = value.uses.filter((use) => oneForm(use.letters) === oneForm(letters) && !isQuoted(prose.prose, use.from, use.to));
    const isRunning =
      found.length > 0 && !isApart(prose) && !explainsAll(prose, value) && prose.kind !== 'heading' && prose.kind !== 'header-cell';
    return isRunning ? found.map((item) => ({ prose, order, item })) : [];
  });
}

function sectionIs(prose: PlacedProse, id: SectionId): boolean {
  for (let section = prose.section; section; section = section.parent) if (section.id === id) return true;
  return false;
}

/** A row "AP | alternative provision". */
function expandedByNeighbour(prose: Prose, units: readonly Prose[], token: Token): boolean {
  const next = units.find((other) => other.row === prose.row && other.column === 1);
  return next !== undefined && glossYields(token.letters, wordsBetween(next.text, 0, Math.min(next.text.length, 200)));
}
