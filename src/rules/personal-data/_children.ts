import { matchesOf, perBlock, sentencesOf, type Block, type Prose } from '../../document/index.js';
import { AMBIGUOUS_NAMES, DISCLOSURE_THRESHOLD, GIVEN_NAMES, NOT_NAMES } from '../../framework/personal-data.js';
import type { Span } from '../../framework/types.js';

export type ChildKind = 'named' | 'lettered' | 'lettered-at-setting' | 'few-at-setting';

/** A place where a child can be recognised. Spans are block-relative. */
export interface ChildFound {
  readonly kind: ChildKind;
  readonly at: Span;
  /** The child's name, for 'named': never to be printed. */
  readonly name: string | null;
  readonly setting: Span | null;
}

interface Match {
  readonly kind: ChildKind;
  readonly from: number;
  readonly to: number;
  readonly name?: string;
  readonly setting?: readonly [number, number];
}

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
const AGE = `(?:\\d{1,2}|${NUMBER_WORDS.join('|')})`;
const NAME = '(?<name>\\p{Lu}[\\p{Ll}’\'-]{1,20})';
const SURNAME = '(?: \\p{Lu}[\\p{Ll}’\'-]{1,20}| \\p{Lu}\\.?)?';
const CHILD = '(?:child|boy|girl|pupil|student|young person|young man|young woman|toddler|teenager|baby|learner|son|daughter)';

const given = new Set(GIVEN_NAMES);
const ambiguous = new Set(AMBIGUOUS_NAMES);
const notNames = new Set(NOT_NAMES);

interface NamePattern {
  readonly find: RegExp;
  /** Stands in every match, and is quicker to look for. */
  readonly needs: RegExp;
  /** 'any': whatever could be a name; 'given': a name of the list; 'certain': one that is nothing else. */
  readonly name: 'any' | 'given' | 'certain';
}

const NAMED: readonly NamePattern[] = [
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME} \\((?:now )?(?:aged?|age:) ${AGE}(?: years?(?: old)?)?\\)`, 'gu'), needs: /\((?:now )?age/, name: 'any' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME} \\(${AGE}(?: years?(?: old)?)?\\)`, 'gu'), needs: / \([\da-z]/, name: 'certain' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME}, (?:who is )?(?:now )?aged ${AGE}(?! (?:to|and|or|years? and)\\b|[+–-])`, 'gu'), needs: /aged /, name: 'any' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME} (?:who is )?(?:now )?aged ${AGE}(?! (?:to|and|or|years? and)\\b|[+–-])`, 'gu'), needs: /aged /, name: 'given' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME}, (?:who is )?${AGE}(?: years old)?,`, 'gu'), needs: new RegExp(`, (?:who is )?${AGE}`), name: 'given' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME} (?:is|was|turned|has just turned) ${AGE} years old`, 'gu'), needs: /years old/, name: 'given' },
  { find: new RegExp(`${AGE}[- ]year[- ]old,? (?:${CHILD},? )?(?:called |named )?${NAME}`, 'gu'), needs: /year[- ]old/, name: 'given' },
  { find: new RegExp(`\\b${CHILD},? (?:called|named|whose name is) ${NAME}`, 'gu'), needs: /(?:called|named|whose name is) \p{Lu}/u, name: 'any' },
  { find: new RegExp(`\\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:son|daughter|boy|girl|child),? ${NAME}(?![\\p{L}])`, 'gu'), needs: /(?:son|daughter|boy|girl|child),? \p{Lu}/u, name: 'given' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME}[’']s? (?:mum|mother|dad|father|parents?|family|grandparents|EHC plan|EHCP|plan|annual review|teacher|school|story|diagnosis|social worker|class|needs|sister|brother|placement|key ?worker)\\b`, 'gu'), needs: /[’']/, name: 'certain' },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME} (?:attends|goes to|is autistic|is deaf|has (?:autism|ADHD|SEND|an EHC|a diagnosis|been excluded|been out of|epilepsy|Down)|was (?:excluded|diagnosed|permanently|suspended|out of school)|lives with|started (?:at|school|college|nursery)|is in Year|is at (?:home|school|college|nursery))\\b`, 'gu'), needs: /[\p{Ll}’'-] (?:attends|goes|is|has|was|lives|started) /u, name: 'certain' },
  { find: new RegExp(`\\b[Cc]ase study(?: \\d{1,2})?: ${NAME}(?![\\p{L}’'-]| [\\p{Lu}])`, 'gu'), needs: /ase study/, name: 'given' },
];

/** Words before a capital that make it part of a place, a title or a longer name. */
const PART_OF_NAME = /(?:\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Oo]f|[Aa]t|[Ii]n|[Ff]or|[Ff]rom|[Aa]cross|[Ww]ithin|[Oo]utside|[Nn]ear|[Bb]y|[Tt]o|[Tt]hroughout|[Aa]round|[Uu]nder|[Oo]ver|St|Saint|King|Queen|Prince|Princess|Sir|Lady|Lord|Dame|Dr|Mr|Mrs|Ms|Miss|Professor|Councillor|Cllr|Inspector|Director)\.? |\p{Lu}[\p{L}’'-]{0,20} )$/u;
const STARTS_OR_SMALL = /(?:^|[.!?:“‘"(\n]\s{0,2}|[\p{Ll},;] |[–—-] )$/u;

function couldBeName(text: string, match: RegExpMatchArray, kind: NamePattern['name']): boolean {
  const name = match.groups!.name!;
  const word = name.toLowerCase().replace(/[’']s?$/, '');
  if (notNames.has(word)) return false;
  const start = match.index! + match[0].indexOf(name);
  const before = text.slice(Math.max(0, start - 30), start);
  const withinPattern = match[0].indexOf(name) > 0;
  if (kind === 'certain') return given.has(word) && !ambiguous.has(word) && STARTS_OR_SMALL.test(before) && !/(?:St|Saint|King|Queen|the|The)\.? $/.test(before);
  if (ambiguous.has(word) && !withinPattern && PART_OF_NAME.test(before)) return false;
  if (kind === 'given') return given.has(word) && (withinPattern || !PART_OF_NAME.test(before) || /^[\p{Ll}]/u.test(before.trim().split(' ').at(-1) ?? ''));
  // A plural or a thing: "Placements (aged 5)".
  return given.has(word) || withinPattern || (!PART_OF_NAME.test(before) && !/s$/.test(word) && word.length > 2);
}

const maximumAge = 25;

function ageIsChilds(text: string): boolean {
  const age = new RegExp(`\\b${AGE}\\b`, 'u').exec(text)?.[0];
  return age === undefined || !/\d/.test(age) || Number(age) <= maximumAge;
}

const LETTERED = /(?<![\p{L}’'-])(?:Child|Pupil|Student|Young [Pp]erson|Learner|child|pupil|student|young person) (?<letter>[A-HJ-Z])(?![\p{L}\p{N}’'*-]| (?:levels?|grades?|stars?)\b)/gu;
const PUBLISHED_REVIEW = /^(?:[’']s)? (?:\p{L}+ ){0,2}(?:review|case review|report|inquiry|safeguarding)/iu;

const GENERIC = new Set(['the', 'a', 'an', 'in', 'at', 'from', 'of', 'for', 'local', 'special', 'primary', 'secondary', 'high', 'community', 'every', 'each', 'our', 'further', 'alternative', 'early', 'years', 'mainstream', 'independent', 'maintained', 'all', 'some', 'many', 'most', 'this', 'that', 'one', 'two', 'three', 'four', 'state', 'day', 'family', 'children’s', 'children', 'infant', 'junior', 'middle', 'upper', 'lower', 'nursery', 'school', 'academy', 'college', 'pupil', 'referral', 'education', 'send', 'sixth', 'form', 'pru', 'medical', 'hospital', 'home', 'learning', 'trust', 'when', 'while', 'where', 'resourced', 'residential', 'however', 'and', 'national', 'virtual']);
const SETTING = /(?<![\p{L}’'-])(?:(?:\p{Lu}[\p{L}’'.-]{0,25}|of|and|the) ){1,6}(?:School|Academy|College|Nursery|Pre-?[Ss]chool|Kindergarten|PRU|Primary|Infants|Juniors|Sixth Form|Pupil Referral Unit|Learning Centre|Children[’']s Home)(?![\p{L}’'-])/gu;

const SETTING_WORD = /[Ss]chool|Academy|College|Nursery|Kindergarten|PRU|Primary|Infants|Juniors|Sixth Form|Pupil Referral Unit|Learning Centre|Home/;

/** The first named school, college or nursery of a sentence: "Oakfield Primary School", not "Every Special School". */
function settingIn(sentence: string): readonly [number, number] | null {
  if (!SETTING_WORD.test(sentence)) return null;
  for (const match of matchesOf(sentence, SETTING)) {
    const own = match[0].split(' ').filter((word) => !GENERIC.has(word.toLowerCase()));
    if (own.length > 0) return [match.index + match[0].indexOf(own[0]!), match.index + match[0].length];
  }
  return null;
}

const FEW_WORDS = NUMBER_WORDS.slice(0, DISCLOSURE_THRESHOLD.fewerThan - 1);
const FEW = new RegExp(
  `(?<![\\p{L}\\p{N}.,£%/-])(?<!\\b(?:in|of|Years?|to|and|top|key stage|stage|least|than) )(?:${[...FEW_WORDS, ...FEW_WORDS.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('|')}|[1-${DISCLOSURE_THRESHOLD.fewerThan - 1}]) (?:of (?:the |its |our |their )?\\d{1,4} )?(?:(?!in |of )[\\p{Ll}-]{2,20} ){0,3}(?:children|child|pupils?|young people|young person|students?|boys?|girls?|learners?)(?![\\p{L}’'-]| (?:referral|premium|voice|council|population|place|support|centre|home|in (?:every|two|three|four|five|six|ten|\\d)))`,
  'gu',
);

/** Those who take part in making a plan are thanked, not exposed. */
const TOOK_PART = /\b(?:joined|helped|designed|redesigned|co-?produced|co-?chair(?:ed)?|chaired|wrote|presented|performed|took part|drew|filmed|are members|is a member)\b/i;

function inSentences(prose: Prose): Match[] {
  const found: Match[] = [];
  for (const sentence of sentencesOf(prose)) {
    const setting = settingIn(sentence.text);
    const place = setting ? ([sentence.start + setting[0], sentence.start + setting[1]] as const) : undefined;
    for (const match of matchesOf(sentence.text, LETTERED)) {
      const from = sentence.start + match.index;
      const to = from + match[0].length;
      if (PUBLISHED_REVIEW.test(prose.text.slice(to, to + 60)) || (/^\p{Ll}/u.test(match[0]) && match.groups!.letter === 'A')) continue;
      found.push({ kind: place ? 'lettered-at-setting' : 'lettered', from, to, ...(place ? { setting: place } : {}) });
    }
    if (!place || TOOK_PART.test(sentence.text)) continue;
    for (const match of matchesOf(sentence.text, FEW)) {
      const from = sentence.start + match.index;
      if (from < place[1] && place[0] < from + match[0].length) continue;
      found.push({ kind: 'few-at-setting', from, to: from + match[0].length, setting: place });
    }
  }
  return found;
}

function namedIn(text: string): Match[] {
  const found: Match[] = [];
  if (!/\p{Lu}\p{Ll}/u.test(text)) return found;
  for (const { find, needs, name } of NAMED) {
    if (!needs.test(text)) continue;
    for (const match of matchesOf(text, find)) {
      const to = match.index + match[0].replace(/,$/, '').length;
      if (!couldBeName(text, match, name) || !ageIsChilds(match[0]) || found.some((other) => match.index < other.to && other.from < to)) continue;
      found.push({ kind: 'named', from: match.index, to, name: match.groups!.name!.replace(/[’']s?$/, '') });
    }
  }
  return found;
}

const COUNT_HEADER = /\b(?:children|pupils|young people|students|learners|EHC plans|EHCPs|excluded|exclusions|suspensions|suspended|number on roll)\b/i;

/** Counts in tables: a row that names a setting and a cell below "Number of pupils". */
function inTable(units: readonly Prose[]): { readonly prose: Prose; readonly match: Match; readonly setting: Prose }[] {
  const headers = new Map(units.filter((unit) => unit.kind === 'header-cell').map((unit) => [unit.column, unit.text]));
  const rows = new Map<number, Prose[]>();
  for (const unit of units) {
    if (unit.kind !== 'cell') continue;
    const row = rows.get(unit.row!);
    if (row) row.push(unit);
    else rows.set(unit.row!, [unit]);
  }
  return [...rows.values()].flatMap((cells) => {
    const setting = cells.find((cell) => settingIn(cell.text));
    if (!setting) return [];
    return cells
      .filter((cell) => cell !== setting && COUNT_HEADER.test(headers.get(cell.column) ?? '') && isFew(cell.text.trim()))
      .map((prose) => ({ prose, match: { kind: 'few-at-setting' as const, from: prose.text.search(/\S/), to: prose.text.trimEnd().length }, setting }));
  });
}

const isFew = (text: string): boolean => (/^\d$/.test(text) ? Number(text) > 0 && Number(text) < DISCLOSURE_THRESHOLD.fewerThan : FEW_WORDS.includes(text.toLowerCase()));

function findInBlock(block: Block): readonly ChildFound[] {
  const found: ChildFound[] = [];
  const source = (prose: Prose, [from, to]: readonly [number, number]): Span => prose.sourceOf(from, to);
  let table: Prose[] = [];
  const finishTable = (): void => {
    for (const { prose, match, setting } of inTable(table)) found.push({ kind: match.kind, at: source(prose, [match.from, match.to]), name: null, setting: setting.span });
    table = [];
  };
  for (const prose of block.prose) {
    if (prose.kind === 'header-cell' && prose.column === 0) finishTable();
    if (prose.kind === 'header-cell' || prose.kind === 'cell') table.push(prose);
    for (const match of [...namedIn(prose.text), ...inSentences(prose)]) {
      found.push({ kind: match.kind, at: source(prose, [match.from, match.to]), name: match.name ?? null, setting: match.setting ? source(prose, match.setting) : null });
    }
  }
  finishTable();
  return found.sort((a, b) => a.at.start - b.at.start);
}

/** Every place of a block where a child may be recognised, in order. */
export const childrenIn = perBlock(findInBlock);
