/* eslint-disable max-lines -- parts of a name that are read together */
import { byText, editDistance, matchesOf, quick } from '../../document/index.js';
import { findLocalAuthority } from '../../framework/local-authorities.js';
import { CARE_BOARDS } from '../../framework/care-boards.js';
import { append } from '../../text/lists.js';

export interface Word {
  readonly text: string;
  /** Lower case, without hyphens. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}’'-]*[\p{L}\p{N}])?|\S/gu;

export const wordsIn = (text: string, from: number, to: number): Word[] =>
  matchesOf(text.slice(from, to), WORD).map((match) => ({
    text: match[0],
    key: match[0].toLowerCase(),
    from: from + match.index,
    to: from + match.index + match[0].length,
  }));

const CONNECTORS: ReadonlySet<string> = new Set(['and', '&', ',', 'the']);
/** Words that join the parts of a name or introduce it; what a name consists of is the rest. */
const significant = (words: readonly Word[]): Word[] => words.filter(({ key }) => !CONNECTORS.has(key) && key !== 'nhs');
const keysOf = (words: readonly Word[]): string[] => significant(words).flatMap(({ key }) => key.split('-'));
/** How a name is joined; where “NHS” stands in it is looked at by itself. */
const written = (words: readonly Word[]): string =>
  words
    .filter(({ key }) => key !== 'nhs')
    .map(({ key }) => key)
    .join(' ');
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, index) => key === b[index]);

const BREAK = /^[^\p{L}\p{N}&,]$/u;
const END_OF_OTHER_NAME: ReadonlySet<string> = new Set([
  'icb',
  'icbs',
  'board',
  'boards',
  'council',
  'trust',
  'authority',
  'ccg',
  'group',
  'between',
  'with',
  'by',
  'from',
  'at',
  'to',
  'for',
  'are',
  'is',
]);
const TYPES: ReadonlySet<string> = new Set(['city', 'county', 'borough', 'metropolitan', 'district', 'unitary', 'royal', 'london']);
const ADDED: ReadonlySet<string> = new Set([
  'area',
  'areas',
  'region',
  'regional',
  'system',
  'place',
  'locality',
  'health',
  'local',
  'county',
  'joint',
]);
/** A board’s name as it is compared, whatever joins its words. */
export const keyOfBoard = byText((core: string): string => keysOf(wordsIn(core, 0, core.length)).join(' '));

/** Boards of any time: the name of one is never another’s, written wrongly. */
const KNOWN = new Set(CARE_BOARDS.map(({ core }) => keyOfBoard(core)));

const BOARDS = CARE_BOARDS.map(({ core: name }) => ({ name, keys: ` ${keysOf(wordsIn(name, 0, name.length)).join(' ')} ` })).sort(
  (a, b) => b.keys.length - a.keys.length,
);

const BEGINS_BOARD = quick(new RegExp([...new Set(BOARDS.map(({ keys }) => keys.trim().split(' ')[0]!))].join('|'), 'i'));

/** Boards of England whose names stand in a text, however they are joined; a name within a longer one is not one of its own. */
export function knownBoards(text: string): string[] {
  if (!BEGINS_BOARD.test(text)) return [];
  let left = ` ${keysOf(wordsIn(text, 0, text.length)).join(' ')} `;
  return BOARDS.flatMap(({ name, keys }) => {
    if (!left.includes(keys)) return [];
    left = left.replaceAll(keys, ' | ');
    return [name];
  });
}

/** A partner as its reference writes it, without "NHS", "Integrated Care Board", "Council" and the council's type. */
export interface BodyName {
  readonly kind: 'board' | 'council';
  /** As it stands in the reference. */
  readonly full: string;
  readonly core: string;
  readonly keys: readonly string[];
  readonly words: string;
  /** Types of a council, such as city and borough; empty where the reference has none. */
  readonly types: readonly string[];
}

const BOARD_END = /\(?\b(?:integrated care (?:boards?|systems?)|ICBs?)\b/i;

/** A comma before "Integrated Care Board" is a slip even in the reference, and taken out. */
export function boardName(text: string): BodyName | null {
  const end = text.search(BOARD_END);
  const before = (end < 0 ? text : text.slice(0, end)).trimEnd().replace(/,$/, '').trimEnd();
  const full = end < 0 ? before : `${before} ${text.slice(end)}`.trim();
  return bodyOf('board', full, before.replace(/^(?:the )?(?:NHS )?/i, '').trim(), []);
}

export function councilName(full: string): BodyName | null {
  const plain = full
    .split('(')[0]!
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ');
  const bare = plain.replace(/^the /i, '').replace(/ (?:local authority|council)$/i, '');
  const words = bare.replace(/^(?:(?:London|Royal|Metropolitan) )?(?:Borough|City|County) of /i, '').split(' ');
  const types: string[] = [];
  while (words.length > 1 && TYPES.has(words.at(-1)!.toLowerCase())) types.push(words.pop()!.toLowerCase());
  return bodyOf('council', full, words.join(' '), types);
}

function bodyOf(kind: BodyName['kind'], full: string, core: string, types: readonly string[]): BodyName | null {
  const words = wordsIn(core, 0, core.length);
  const keys = keysOf(words);
  return keys.length === 0 || words.some(({ text }) => BREAK.test(text)) ? null : { kind, full, core, keys, words: written(words), types };
}

export interface Mention {
  readonly body: BodyName;
  /** The whole mention in the text. */
  readonly from: number;
  readonly to: number;
  /** The only slip is a comma between the name and "Integrated Care Board". */
  readonly comma: boolean;
  /** How the name is joined here. */
  readonly form: string;
  /** What the fix replaces, and by what. */
  readonly edit: { readonly from: number; readonly to: number; readonly text: string };
}

/** No name goes beyond these. */
const ENDS = '.;:!?()[]“”"';

/** The words before an anchor that can belong to its name: back to a full stop, a bracket or the end of another name. */
function wordsBefore(text: string, lineStart: number, anchor: number): Word[] {
  let start = Math.max(lineStart, anchor - 120);
  for (let index = anchor - 1; index >= start; index--) if (ENDS.includes(text[index]!)) start = index + 1;
  const words = wordsIn(text, start, anchor);
  const last = words.findLastIndex(({ text: word, key }) => BREAK.test(word) || END_OF_OTHER_NAME.has(key));
  return words.slice(last + 1);
}

/** The last words of a list whose parts are these keys; null when there are too few. */
function lastWords(words: readonly Word[], count: number): Word[] | null {
  let keys = 0;
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index]!;
    if (CONNECTORS.has(word.key) || word.key === 'nhs') continue;
    keys += word.key.split('-').length;
    if (keys === count) return words.slice(index);
    if (keys > count) return null;
  }
  return null;
}

type Verdict = 'same' | 'variant' | null;

/** How the words that end at a board's or council's anchor relate to a body's name, and where that name begins. */
function compare(words: readonly Word[], body: BodyName): { verdict: Verdict; name: readonly Word[] } {
  const none = { verdict: null, name: [] } as const;
  const trailing = words.at(-1);
  if (!trailing || ['and', '&', 'the'].includes(trailing.key)) return none;
  const length = body.keys.length;
  const name = lastWords(words, length);
  if (name) {
    const keys = keysOf(name);
    const startsLine = name.length === words.length || words[words.length - name.length - 1]!.key === 'nhs';
    if (same(keys, body.keys)) {
      if (trailing.key === ',') return startsLine ? { verdict: 'variant', name } : none;
      return { verdict: written(name) === body.words ? 'same' : 'variant', name };
    }
    if (trailing.key === ',') return none;
    if (body.kind === 'board' && KNOWN.has(keys.join(' '))) return none;
    if (length > 1 && same([...keys].sort(), [...body.keys].sort())) return { verdict: 'variant', name };
    if (isMisspelt(keys, body)) return { verdict: 'variant', name };
  }
  if (trailing.key === ',' || body.kind === 'council') return none;
  const longer = lastWords(words, length + 1);
  if (longer && (length > 1 || words[words.length - longer.length - 1]?.key === 'nhs')) {
    const keys = keysOf(longer);
    const extra = keys.findIndex((_, index) => index > 0 && same(keys.toSpliced(index, 1), body.keys));
    if (extra > 0 && ADDED.has(keys[extra]!)) return { verdict: 'variant', name: longer };
  }
  const shorter = length > 1 ? lastWords(words, length - 1) : null;
  if (shorter) {
    const keys = keysOf(shorter);
    const before = words[words.length - shorter.length - 1];
    // One word alone is a board's name only behind “NHS”.
    const begins = before?.key === 'nhs' || (length > 2 && (!before || before.key === 'the' || !/^\p{Lu}/u.test(before.text)));
    if (begins && !KNOWN.has(keys.join(' ')) && body.keys.some((_, index) => same(body.keys.toSpliced(index, 1), keys)))
      return { verdict: 'variant', name: shorter };
  }
  return none;
}

/** One word differs by a slip of the pen, or by a shorter form of a county's name ("Hereford" for "Herefordshire"). */
function isMisspelt(keys: readonly string[], body: BodyName): boolean {
  const differing = keys.flatMap((key, index) => (key === body.keys[index] ? [] : [[key, body.keys[index]!] as const]));
  if (differing.length !== 1) return false;
  if (KNOWN.has(keys.join(' ')) || findLocalAuthority(keys.join(' '))) return false;
  const [actual, expected] = differing[0]!;
  if (actual[0] !== expected[0] || Math.min(actual.length, expected.length) < 5) return false;
  if (body.kind === 'board' && keys.length > 1 && (actual === `${expected}shire` || expected === `${actual}shire`)) return true;
  return editDistance(actual, expected) <= (expected.length >= 8 ? 2 : 1);
}

/** “Exampleshire NHS Integrated Care Board”, as a few boards call themselves. */
const INNER_NHS = / NHS$/;

const isVariantOf = (words: readonly Word[], bodies: readonly BodyName[]): { body: BodyName; name: readonly Word[] } | null => {
  let variant: { body: BodyName; name: readonly Word[] } | null = null;
  for (const body of bodies) {
    const { verdict, name } = compare(words, body);
    if (verdict === 'same') {
      // "Exampleshire NHS Integrated Care Board": the words of the name are right, their order with NHS is not.
      const nhs = words.slice(words.length - name.length).some(({ key }) => key === 'nhs');
      return nhs && !INNER_NHS.test(body.core) ? { body, name } : null;
    }
    if (verdict === 'variant') variant ??= { body, name };
  }
  return variant;
};

/** A place in a text where the name of a board or council ends, or where “NHS” may begin one. */
export interface Place {
  readonly kind: 'board' | 'council' | 'nhs';
  /** The word that shows it: “ICB”, “Council” or “NHS”. */
  readonly from: number;
  readonly to: number;
  /** Words of the same line that may be the name: those before it, or after “NHS”. */
  readonly words: readonly Word[];
}

const BOARD = /\bintegrated care board\b(?!s)|\bICB\b/gi;
const COUNCIL = /\bCouncil\b/g;
const NHS = /\bNHS /g;

/** Where a text may name bodies, line by line. */
export function placesIn(text: string): readonly Place[] {
  const places: Place[] = [];
  for (let start = 0; start <= text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(start, end);
    const add = (kind: Place['kind'], { index, 0: word }: RegExpExecArray): void => {
      const [from, to] = [start + index, start + index + word.length];
      places.push({ kind, from, to, words: kind === 'nhs' ? wordsIn(text, to, Math.min(end, to + 100)) : wordsBefore(text, start, from) });
    };
    for (const match of matchesOf(line, BOARD)) add('board', match);
    for (const match of matchesOf(line, NHS)) add('nhs', match);
    for (const match of matchesOf(line, COUNCIL)) add('council', match);
    start = end + 1;
  }
  return places;
}

/** A board’s name, at a place where one ends, that differs from the references’. */
function boardBefore({ words, from: at, to }: Place, boards: readonly BodyName[]): Mention | null {
  const variant = isVariantOf(words, boards);
  if (!variant) return null;
  const first = variant.name[0]!;
  const inside = variant.name.some(({ key }) => key === 'nhs');
  const { core } = variant.body;
  const name = inside
    ? INNER_NHS.test(core)
      ? core
      : `NHS ${core}`
    : words.some(({ key }) => key === 'nhs')
      ? core.replace(INNER_NHS, '')
      : core;
  return {
    body: variant.body,
    from: first.from,
    to,
    comma: words.at(-1)!.key === ',',
    form: written(variant.name),
    edit: { from: first.from, to: at, text: `${name} ` },
  };
}

const OTHER_BODY = /^(?:integrated|icb|icbs|ccg|ccgs|clinical|foundation|trust|hospitals?|university|community|partnership)$/;

/** Names of boards behind “NHS” that differ from the references’. */
function boardsAfter({ words }: Place, boards: readonly BodyName[]): Mention[] {
  const found: Mention[] = [];
  for (const body of boards) {
    const name = firstWords(words, body.keys.length);
    if (!name || !same(keysOf(name), body.keys) || written(name) === body.words || isList(name, body)) continue;
    const next = words[name.length];
    // With "ICB" behind it the name was looked at above; a trust or a former group is another body.
    if (next && (OTHER_BODY.test(next.key) || /^\p{Lu}/u.test(next.text))) continue;
    const last = name.at(-1)!;
    found.push({
      body,
      from: name[0]!.from,
      to: last.to,
      comma: false,
      form: written(name),
      edit: { from: name[0]!.from, to: last.to, text: body.core.replace(INNER_NHS, '') },
    });
  }
  return found;
}

/** "Draft, Vale and Sample" is a list of places, not a way to write "Draft and Vale". */
const isList = (name: readonly Word[], body: BodyName): boolean =>
  / (?:and|&) /.test(body.words) && !name.some(({ key }) => key === 'and' || key === '&');

function firstWords(words: readonly Word[], count: number): Word[] | null {
  let keys = 0;
  for (const [index, word] of words.entries()) {
    if (BREAK.test(word.text) || word.key === 'nhs') return null;
    if (CONNECTORS.has(word.key)) continue;
    keys += word.key.split('-').length;
    if (keys === count) return words.slice(0, index + 1);
    if (keys > count) return null;
  }
  return null;
}

/** A council’s name that differs from the references’. */
function councilBefore({ words, from: at, to }: Place, councils: readonly BodyName[]): Mention | null {
  const types: string[] = [];
  let coreEnd = words.length;
  while (coreEnd > 0 && TYPES.has(words[coreEnd - 1]!.key)) types.push(words[--coreEnd]!.key);
  const core = words.slice(0, coreEnd);
  const variant = isVariantOf(core, councils);
  if (variant) {
    const [first, last] = [variant.name[0]!, variant.name.at(-1)!];
    return {
      body: variant.body,
      from: first.from,
      to,
      comma: false,
      form: written(variant.name),
      edit: { from: first.from, to: last.to, text: variant.body.core },
    };
  }
  const body = councils.find((candidate) => compare(core, candidate).verdict === 'same');
  if (!body || types.length === 0 || body.types.length === 0) return null;
  // "Trafford Council" is short for "Trafford Metropolitan Borough Council"; a city and a borough are two names.
  const within = (a: readonly string[], b: readonly string[]): boolean => a.every((type) => b.includes(type));
  if (within(types, body.types) || within(body.types, types)) return null;
  const name = compare(core, body).name;
  return {
    body,
    from: name[0]!.from,
    to,
    comma: false,
    form: '',
    edit: {
      from: name[0]!.from,
      to: at,
      text: `${[body.core, ...[...body.types].reverse().map((type) => type[0]!.toUpperCase() + type.slice(1))].join(' ')} `,
    },
  };
}

/** Names at these places that differ from the references’. */
export function variantsAt(places: readonly Place[], boards: readonly BodyName[], councils: readonly BodyName[]): Mention[] {
  const found: Mention[] = [];
  for (const place of places) {
    if (place.kind === 'nhs') {
      append(found, boardsAfter(place, boards));
      continue;
    }
    const mention = place.kind === 'board' ? boardBefore(place, boards) : councilBefore(place, councils);
    if (mention) found.push(mention);
  }
  return found;
}

/** A board that a place names in full, by what its words are in the map; null for none. */
export function boardAt<T>(
  place: Place,
  byKey: ReadonlyMap<string, T>,
): { readonly board: T; readonly from: number; readonly to: number } | null {
  const { kind, words } = place;
  if (kind === 'council') return null;
  for (let length = MOST_KEYS; length > 0; length--) {
    const name = kind === 'board' ? lastWords(words, length) : firstWords(words, length);
    const board = name && byKey.get(keysOf(name).join(' '));
    if (!name || !board || ['and', '&', 'the', ','].includes(name.at(-1)!.key)) continue;
    const [first, last] = [name[0]!, name.at(-1)!];
    if (kind === 'nhs') {
      const next = words[name.length];
      // With “ICB” behind it the name is found there; a trust or a hospital is another body.
      if (next && (OTHER_BODY.test(next.key) || (/^\p{Lu}/u.test(next.text) && next.from === last.to + 1))) return null;
      return { board, from: first.from, to: last.to };
    }
    const before = words[words.length - name.length - 1];
    // “East Sussex ICB” is no way to write “Sussex ICB”, and “Kent and Sussex ICB” is one name.
    const joint = before?.key === 'and' || before?.key === '&';
    const whole = joint ? words[words.length - name.length - 2] : before;
    if (whole && whole.key !== 'nhs' && /^\p{Lu}/u.test(whole.text) && !/^(?:The|Both|And)$/.test(whole.text)) return null;
    return { board, from: first.from, to: place.to };
  }
  return null;
}

/** Words of the longest name of a board. */
const MOST_KEYS = 8;

/** How often one line writes the area's name as the title does. */
export const countArea = (text: string, start: number, end: number, area: BodyName): number =>
  text.slice(start, end).split(area.core).length - 1;

/** The area's own name, joined otherwise than in the title ("&" for "and", a comma more). */
export function areaVariants(text: string, start: number, end: number, area: BodyName): Mention[] {
  const found: Mention[] = [];
  const words = wordsIn(text, start, end);
  for (const [index, word] of words.entries()) {
    if (!/^\p{Lu}/u.test(word.text) || word.key.split('-')[0] !== area.keys[0]) continue;
    const before = words[index - 1];
    if (before && ((/^\p{Lu}/u.test(before.text) && !/^(?:The|In|Across|For|And)$/.test(before.text)) || /^[@/.]$/.test(before.text)))
      continue;
    const name = firstWords(words.slice(index), area.keys.length);
    if (
      !name ||
      !same(keysOf(name), area.keys) ||
      written(name) === area.words ||
      isList(name, area) ||
      name.some(({ text: part, key }) => !CONNECTORS.has(key) && !/^\p{Lu}|^(?:of|upon|with|on|in)$/u.test(part))
    )
      continue;
    const next = words[index + name.length];
    // A longer name is another body's, which may write itself as it likes.
    if (
      next &&
      (/^(?!Local\b)\p{Lu}/u.test(next.text) ||
        (/^[&@/.]$/.test(next.text) && next.from === name.at(-1)!.to && /^[\p{L}\d]/u.test(text.slice(next.to, next.to + 1))))
    )
      continue;
    const [first, last] = [name[0]!, name.at(-1)!];
    found.push({
      body: area,
      from: first.from,
      to: last.to,
      comma: false,
      form: written(name),
      edit: { from: first.from, to: last.to, text: area.core },
    });
  }
  return found;
}

/** A document names the same few bodies again and again. */
const boardNamed = byText(boardName);
const councilNamed = byText(councilName);

/** Full names of bodies, for documents without a details table. */
export function fullNames(text: string, places: readonly Place[]): BodyName[] {
  const names: BodyName[] = [];
  for (const { kind, words, to } of places) {
    if (kind === 'nhs') continue;
    let first = words.length;
    if (kind === 'board') {
      first = words.findLastIndex(({ key }) => key === 'nhs');
      if (first < 0 || first === words.length - 1) continue;
    } else {
      while (
        first > 0 &&
        (/^\p{Lu}/u.test(words[first - 1]!.text) || CONNECTORS.has(words[first - 1]!.key) || words[first - 1]!.key === 'of')
      )
        first--;
      while (first < words.length && (CONNECTORS.has(words[first]!.key) || words[first]!.key === 'nhs')) first++;
      if (first === words.length) continue;
    }
    const name = (kind === 'board' ? boardNamed : councilNamed)(text.slice(words[first]!.from, to));
    if (name) names.push(name);
  }
  return names;
}
