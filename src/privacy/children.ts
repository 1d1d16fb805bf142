/* eslint-disable max-lines -- mostly lists of what is said of children and what is not */
import { matchesOf, patternIndex, perBlock, quick, sentencesOf, type Block, type Prose } from '../document/index.js';
import { ACRONYMS, NO_EXPANSION } from '../framework/acronyms.js';
import { AMBIGUOUS_NAMES, DISCLOSURE_THRESHOLD, GIVEN_NAMES, NOT_NAMES } from '../framework/personal-data.js';
import type { Span } from '../framework/types.js';
import { hiddenProse } from './hidden-prose.js';

export type ChildKind = 'named' | 'lettered' | 'lettered-at-setting' | 'few-at-setting';

/** A place where a child can be recognised. Spans are block-relative. */
export interface ChildFound {
  readonly kind: ChildKind;
  readonly at: Span;
  /** The child's name, in full and alone, for 'named': never to be printed. */
  readonly names: readonly string[];
  readonly setting: Span | null;
}

interface Match {
  readonly kind: ChildKind;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
  readonly setting?: readonly [number, number];
}

const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const AGE = `(?:\\d{1,2}|${NUMBER_WORDS.map((word) => `[${word[0]!.toUpperCase()}${word[0]!}]${word.slice(1)}`).join('|')})`;
/** What else brackets may say of a child behind the age: “(aged 16, Parr Vale School)”. */
const MORE = '(?:[,;] [^()\\n]{1,80})?';
const YEAR = '(?:Year|Yr|Y) ?\\d{1,2}';
/** Words that a sentence about somebody begins with, which are no first name. */
const STARTERS = 'Meet|When|And|But|So|Then|Today|Now|Like|Although|Because|Since|While|After|Before|If|As|Both|Only|With|For';
/** "Amira", "Anne-Marie", "O’Shea", "McKenzie". */
const ONE_NAME = "\\p{Lu}(?:[\\p{Ll}’'-]{1,20}(?:(?<=Ma?c|[’'-])\\p{Lu}\\p{Ll}{1,20})?|[’'-]\\p{Lu}\\p{Ll}{1,20})";
const NAME = `(?<name>(?!(?:${STARTERS}) )${ONE_NAME})`;
const SURNAME = `(?: (?<surname>${ONE_NAME}|\\p{Lu}\\.?))?`;
const CHILD = '(?:child|boy|girl|pupil|student|young person|young man|young woman|toddler|teenager|baby|learner|son|daughter)';

const ONE_CHILD = '(?:pupil|child|boy|girl|student|learner|young person|young man|young woman|teenager|toddler)';
const INITIALS = '\\p{Lu}(?:\\. ?\\p{Lu}\\.|\\p{Lu})';

const given = new Set(GIVEN_NAMES);
const ambiguous = new Set(AMBIGUOUS_NAMES);
const notNames = new Set(NOT_NAMES);

interface NamePattern {
  readonly find: RegExp;
  /** Stands in every match, and is quicker to look for. */
  readonly needs: RegExp;
  /** 'any': whatever could be a name; 'given': a name of the list; 'certain': one that is nothing else. */
  readonly name: 'any' | 'given' | 'certain' | 'initials';
}

const NAMED: readonly NamePattern[] = [
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME} \\((?:now )?(?:aged?|age:) ${AGE}(?: years?(?: old)?)?${MORE}\\)`, 'gu'),
    needs: /\((?:now )?age/,
    name: 'any',
  },
  { find: new RegExp(`(?<![\\p{L}’'-])${NAME} \\(${AGE}(?: years?(?: old)?)?${MORE}\\)`, 'gu'), needs: / \([\da-z]/, name: 'certain' },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME}, (?:who is )?(?:now )?aged ${AGE}(?! (?:to|and|or|years? and)\\b|[+–-])`, 'gu'),
    needs: /aged /,
    name: 'any',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME} ?[–—-] ?aged? ${AGE}(?! (?:to|and|or|years? and)\\b|[+–-])`, 'gu'),
    needs: /[–—-] ?age/,
    name: 'certain',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME},? and \\p{Lu}[\\p{Ll}’'-]{1,20},? \\(?aged ${AGE} and ${AGE}\\)?`, 'gu'),
    needs: /aged .{1,10} and /,
    name: 'certain',
  },
  {
    find: new RegExp(
      `(?<![\\p{L}’'.-])(?<name>${INITIALS})(?: \\(|, )(?:who is )?(?:now )?(?:aged?|age:) ${AGE}(?: years?(?: old)?)?[),.]`,
      'gu',
    ),
    needs: /\p{Lu}\.?(?: \(|, )(?:who is )?(?:now )?age/u,
    name: 'initials',
  },
  {
    find: new RegExp(
      `(?<![\\p{L}’'-])${NAME}(?: \\p{Lu}\\.?)?(?: \\((?:in )?${YEAR}\\)|,? (?:who is )?in ${YEAR}(?! (?:of|to|and)\\b)|, an? ${YEAR} (?:pupil|student)|, ${YEAR},? (?=(?:said|told|wrote|pupil|student)\\b))`,
      'gu',
    ),
    needs: /(?:Year|Yr|Y) ?\d/,
    name: 'certain',
  },
  {
    find: new RegExp(
      `(?<![\\p{L}’'-])${NAME}${SURNAME}, (?:who is )?an? (?:[\\p{Ll}\\d-]{2,20} ){0,3}${ONE_CHILD}(?=[,.;]| (?:at|from|in|of|with|who|aged)\\b)`,
      'gu',
    ),
    needs: new RegExp(`, (?:who is )?an? .{0,60}${ONE_CHILD}`),
    name: 'certain',
  },
  {
    find: new RegExp(
      `\\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Ll]earner|[Yy]oung person)(?:[’']s)? (?:full )?[Nn]ame ?[:–—-] ?${NAME}${SURNAME}`,
      'gu',
    ),
    needs: /[Nn]ame ?[:–—-] ?\p{Lu}/u,
    name: 'any',
  },
  {
    find: new RegExp(`\\b(?:Child|Pupil|Student|Learner|Young person): ${NAME}${SURNAME}`, 'gu'),
    needs: /(?:Child|Pupil|Student|Learner|person): /,
    name: 'certain',
  },
  {
    find: new RegExp(`(?:^|[”"’] ?|[—–-] |\\n)${NAME}(?: \\p{Lu}\\.?)?(?:,? aged? |, )${AGE}(?: years old)?$`, 'gmu'),
    needs: new RegExp(`(?:, |aged? )${AGE}(?: years old)?$`, 'm'),
    name: 'certain',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}, (?:our|my|his|her|their) (?:\\p{Ll}{2,12} )?(?:son|daughter|boy|girl)\\b`, 'gu'),
    needs: /, (?:our|my|his|her|their) .{0,13}(?:son|daughter|boy|girl)/,
    name: 'certain',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME}, who is ${AGE}(?! (?:to|and|or|of)\\b|[+–-])`, 'gu'),
    needs: /, who is /,
    name: 'certain',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME} is (?:now )?${AGE}(?=[.,;!”"’]| and\\b| but\\b|$)`, 'gu'),
    needs: new RegExp(` is (?:now )?${AGE}`),
    name: 'certain',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME} (?:who is )?(?:now )?aged ${AGE}(?! (?:to|and|or|years? and)\\b|[+–-])`, 'gu'),
    needs: /aged /,
    name: 'given',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME}, (?:who is )?${AGE}(?: years old)?,`, 'gu'),
    needs: new RegExp(`, (?:who is )?${AGE}`),
    name: 'given',
  },
  {
    find: new RegExp(`(?<![\\p{L}’'-])${NAME}${SURNAME} (?:is|was|turned|has just turned) ${AGE} years old`, 'gu'),
    needs: /years old/,
    name: 'given',
  },
  {
    find: new RegExp(`${AGE}[- ]year[- ]old,? (?:${CHILD},? )?(?:called |named )?${NAME}${SURNAME}`, 'gu'),
    needs: /year[- ]old/,
    name: 'given',
  },
  {
    find: new RegExp(`\\b${CHILD},? (?:called|named|whose name is) ${NAME}${SURNAME}`, 'gu'),
    needs: /(?:called|named|whose name is) \p{Lu}/u,
    name: 'any',
  },
  {
    find: new RegExp(`\\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:son|daughter|boy|girl|child),? ${NAME}${SURNAME}(?![\\p{L}])`, 'gu'),
    needs: /(?:son|daughter|boy|girl|child),? \p{Lu}/u,
    name: 'given',
  },
  {
    find: new RegExp(
      `(?<![\\p{L}’'-])${NAME}[’']s? (?:mum|mother|dad|father|parents?|family|grandparents|EHC plan|EHCP|plan|annual review|teacher|school|story|diagnosis|social worker|class|needs|sister|brother|placement|key ?worker)\\b`,
      'gu',
    ),
    needs: /[’']/,
    name: 'certain',
  },
  {
    find: new RegExp(
      `(?<![\\p{L}’'-])${NAME} (?:attends|goes to|is autistic|is deaf|has (?:autism|ADHD|SEND|an EHC|a diagnosis|been excluded|been out of|epilepsy|Down)|was (?:excluded|diagnosed|permanently|suspended|out of school)|lives with|started (?:at|school|college|nursery)|is in Year|is at (?:home|school|college|nursery))\\b`,
      'gu',
    ),
    needs: /[\p{Ll}’'-] (?:attends|goes|is|has|was|lives|started) /u,
    name: 'certain',
  },
  {
    find: new RegExp(`\\b[Cc]ase study(?: \\d{1,2})?(?::| [–—-]) ${NAME}(?![\\p{L}’'-]| [\\p{Lu}])`, 'gu'),
    needs: /ase study/,
    name: 'given',
  },
];

/** Words before a capital that make it part of a place, a title or a longer name. */
const PART_OF_NAME =
  /(?:\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Oo]f|[Aa]t|[Ii]n|[Ff]or|[Ff]rom|[Aa]cross|[Ww]ithin|[Oo]utside|[Nn]ear|[Bb]y|[Tt]o|[Tt]hroughout|[Aa]round|[Uu]nder|[Oo]ver|St|Saint|King|Queen|Prince|Princess|Sir|Lady|Lord|Dame|Dr|Mr|Mrs|Ms|Miss|Professor|Councillor|Cllr|Inspector|Director)\.? |\p{Lu}[\p{L}’'-]{0,20} )$/u;
const STARTS_TELLING = new RegExp(`(?:^|[.!?:“‘"(\\n]\\s{0,2})(?:${STARTERS}) $`);
const STARTS_OR_SMALL = /(?:^|[.!?:“‘”’"(\n]\s{0,2}|[\p{Ll},;] |[–—-] )$/u;

const known = new Set([...ACRONYMS.map(({ letters }) => letters), ...NO_EXPANSION, 'PE', 'RE', 'ID', 'IT', 'TV']);
const areInitials = (letters: string): boolean => letters.includes('.') || !known.has(letters);

function couldBeName(text: string, match: RegExpMatchArray, kind: NamePattern['name']): boolean {
  const name = match.groups!.name!;
  if (kind === 'initials') return areInitials(name);
  const whole = name.toLowerCase().replace(/[’']s?$/, '');
  // Of “Anne-Marie”, one half is enough.
  const word = given.has(whole) ? whole : (whole.split('-').find((part) => given.has(part)) ?? whole);
  if (notNames.has(word)) return false;
  const start = match.index! + match[0].indexOf(name);
  const before = text.slice(Math.max(0, start - 30), start);
  const withinPattern = match[0].indexOf(name) > 0;
  if (kind === 'certain')
    return (
      given.has(word) &&
      !ambiguous.has(word) &&
      (STARTS_OR_SMALL.test(before) || STARTS_TELLING.test(before)) &&
      !/(?:St|Saint|King|Queen|the|The)\.? $/.test(before)
    );
  // A month or a virtue: only an age said in words makes it a name.
  if (ambiguous.has(word) && !withinPattern && (PART_OF_NAME.test(before) || !/age|year/i.test(match[0]))) return false;
  if (kind === 'given')
    return given.has(word) && (withinPattern || !PART_OF_NAME.test(before) || /^[\p{Ll}]/u.test(before.trim().split(' ').at(-1) ?? ''));
  // A plural or a thing: "Placements (aged 5)".
  return given.has(word) || withinPattern || (!PART_OF_NAME.test(before) && !/s$/.test(word) && word.length > 2);
}

const maximumAge = 25;

function ageIsChilds(text: string): boolean {
  const age = new RegExp(`\\b${AGE}\\b`, 'u').exec(text)?.[0];
  return age === undefined || !/\d/.test(age) || Number(age) <= maximumAge;
}

const LETTERED = quick(
  /(?<![\p{L}’'-])(?:Child|Pupil|Student|Young [Pp]erson|Learner|child|pupil|student|young person) (?:(?<letter>[A-HJ-Z])(?![\p{L}\p{N}’'*-]|\.\p{Lu}| (?:levels?|grades?|stars?)\b)|[‘“](?:\p{Lu}|\p{Lu}\.?\p{Lu}\.?)[’”]|\p{Lu}\. ?\p{Lu}\.)/gu,
);
/** These tell children apart only where their setting is named too. */
const NUMBERED =
  /(?<![\p{L}’'-])(?:Child|Pupil|Student|Young [Pp]erson|Learner) (?:\d{1,2}(?![\p{L}\p{N}:%–-]|[.,]\d| (?:to|in|of|and|or|year)\b)|(?<initials>\p{Lu}{2})(?![\p{L}\p{N}’'*-]))/gu;
const PUBLISHED_REVIEW = /^(?:[’']s)? (?:\p{L}+ ){0,2}(?:review|case review|report|inquiry|safeguarding)/iu;

const GENERIC = new Set([
  'the',
  'a',
  'an',
  'in',
  'at',
  'from',
  'of',
  'for',
  'local',
  'special',
  'primary',
  'secondary',
  'high',
  'community',
  'every',
  'each',
  'our',
  'further',
  'alternative',
  'early',
  'years',
  'mainstream',
  'independent',
  'maintained',
  'all',
  'some',
  'many',
  'most',
  'this',
  'that',
  'one',
  'two',
  'three',
  'four',
  'state',
  'day',
  'family',
  'children’s',
  'children',
  'infant',
  'junior',
  'middle',
  'upper',
  'lower',
  'nursery',
  'school',
  'academy',
  'college',
  'pupil',
  'referral',
  'education',
  'send',
  'sixth',
  'form',
  'pru',
  'medical',
  'hospital',
  'home',
  'learning',
  'trust',
  'when',
  'while',
  'where',
  'resourced',
  'residential',
  'however',
  'and',
  'national',
  'virtual',
]);
const SETTING = quick(
  /(?<![\p{L}’'-])(?:(?:\p{Lu}[\p{L}’'.-]{0,25}|of|and|the) ){1,6}(?:School|Academy|College|Nursery|Pre-?[Ss]chool|Kindergarten|PRU|Primary|Infants|Juniors|Sixth Form|Pupil Referral Unit|Learning Centre|Children[’']s Home)(?![\p{L}’'-])/gu,
);

const SETTING_WORD =
  /[Ss]chool|Academy|College|Nursery|Kindergarten|PRU|Primary|Infants|Juniors|Sixth Form|Pupil Referral Unit|Learning Centre|Home/;

const mayNameSetting = (text: string): boolean => SETTING.mayMatch(text) && SETTING_WORD.test(text);

/** The first named school, college or nursery of a sentence: "Oakfield Primary School", not "Every Special School". */
function settingIn(sentence: string): readonly [number, number] | null {
  if (!mayNameSetting(sentence)) return null;
  for (const match of SETTING.matches(sentence)) {
    const own = match[0].split(' ').filter((word) => !GENERIC.has(word.toLowerCase()));
    if (own.length > 0) return [match.index + match[0].indexOf(own[0]!), match.index + match[0].length];
  }
  return null;
}

const FEW_WORDS = NUMBER_WORDS.slice(0, DISCLOSURE_THRESHOLD.fewerThan - 1);
const FEW_IN_TEXT = [...FEW_WORDS, 'a single'];
const FEW = new RegExp(
  `(?<![\\p{L}\\p{N}.,£%/-])(?<!\\b(?:in|of|Years?|to|and|top|key stage|stage|least|than) )(?:${[...FEW_IN_TEXT, ...FEW_IN_TEXT.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('|')}|[1-${DISCLOSURE_THRESHOLD.fewerThan - 1}]) (?:(?:out )?of (?:the |its |our |their )?(?:\\d{1,4}|${NUMBER_WORDS.join('|')}) )?(?:(?!in |of )[\\p{Ll}-]{2,20} ){0,3}(?:children|child|pupils?|young people|young person|students?|boys?|girls?|learners?)(?![\\p{L}’'-]| (?:referral|premium|voice|council|population|place|support|centre|home|development|protection|health|care|in (?:every|two|three|four|five|six|ten|\\d)))`,
  'gu',
);

const ONLY_ONE =
  /(?<!\p{L})[Tt]he (?:only|one|sole) (?:(?!in |of )[\p{Ll}-]{2,20} ){0,3}(?:pupil|child|young person|student|boy|girl|learner)(?![\p{L}’'-]| (?:referral|premium|voice|council|place))/gu;

/** Those who take part in making a plan are thanked, not exposed. */
const TOOK_PART =
  /\b(?:joined|helped|designed|redesigned|co-?produced|co-?chair(?:ed)?|chaired|wrote|presented|performed|took part|drew|filmed|are members|is a member)\b/i;

function inSentences(prose: Prose): Match[] {
  const found: Match[] = [];
  const mayBeLettered = LETTERED.mayMatch(prose.text);
  if (!mayBeLettered && !mayNameSetting(prose.text)) return found;
  for (const sentence of sentencesOf(prose)) {
    const setting = settingIn(sentence.text);
    const place = setting ? ([sentence.start + setting[0], sentence.start + setting[1]] as const) : undefined;
    for (const match of mayBeLettered ? LETTERED.matches(sentence.text) : []) {
      const from = sentence.start + match.index;
      const to = from + match[0].length;
      if (PUBLISHED_REVIEW.test(prose.text.slice(to, to + 60)) || (/^\p{Ll}/u.test(match[0]) && match.groups!.letter === 'A')) continue;
      found.push({ kind: place ? 'lettered-at-setting' : 'lettered', from, to, ...(place ? { setting: place } : {}) });
    }
    if (!place) continue;
    for (const match of matchesOf(sentence.text, NUMBERED)) {
      if (match.groups!.initials && !areInitials(match.groups!.initials)) continue;
      const from = sentence.start + match.index;
      found.push({ kind: 'lettered-at-setting', from, to: from + match[0].length, setting: place });
    }
    if (TOOK_PART.test(sentence.text)) continue;
    for (const match of [...matchesOf(sentence.text, FEW), ...matchesOf(sentence.text, ONLY_ONE)]) {
      const from = sentence.start + match.index;
      if (from < place[1] && place[0] < from + match[0].length) continue;
      found.push({ kind: 'few-at-setting', from, to: from + match[0].length, setting: place });
    }
  }
  return found;
}

const GIVEN_NAME = /(?<![a-z])[A-Z][a-z]+/g;
const givenNames = new Set(GIVEN_NAMES.map((name) => name[0]!.toUpperCase() + name.slice(1)));
const mayHoldGivenName = (text: string): boolean => matchesOf(text, GIVEN_NAME).some(([word]) => givenNames.has(word));

/** Of a list of given names, one half of “Anne-Marie” is enough. */
const isGiven = (name: string): boolean => {
  const whole = name.toLowerCase().replace(/[’']s?$/, '');
  return given.has(whole) || whole.split('-').some((half) => given.has(half));
};

/** What is to be hidden of a match, and where it begins: “See Amira” is a word and a name, “Amira Khan” a name in full. */
function namesOf(match: RegExpMatchArray): { readonly from: number; readonly names: readonly string[] } {
  const { name, surname } = match.groups as { readonly name: string; readonly surname?: string };
  const own = name.replace(/[’']s?$/, '');
  if (surname === undefined || surname.length < 3) return { from: match.index!, names: [own] };
  const family = surname.replace(/[’']s?$/, '');
  if (!match[0].startsWith(name) || isGiven(name) || !isGiven(surname)) return { from: match.index!, names: [`${own} ${family}`, own] };
  return { from: match.index! + match[0].indexOf(surname), names: [family] };
}

const namedIndex = patternIndex(NAMED, ({ find }) => find);
/** Most texts hold no name of the list. */
const otherIndex = patternIndex(
  NAMED.filter(({ name }) => name === 'any' || name === 'initials'),
  ({ find }) => find,
);

function namedIn(text: string): Match[] {
  const found: Match[] = [];
  for (const { find, needs, name } of (mayHoldGivenName(text) ? namedIndex : otherIndex)(text)) {
    if (!needs.test(text)) continue;
    for (const match of matchesOf(text, find)) {
      const to = match.index + match[0].replace(/,$/, '').length;
      if (!couldBeName(text, match, name) || !ageIsChilds(match[0]) || found.some((other) => match.index < other.to && other.from < to))
        continue;
      const { from, names } = namesOf(match);
      found.push({ kind: 'named', from, to, names });
    }
  }
  return found;
}

/** The children whom a line of words names that is no part of the prose. */
export const namedInLine = (text: string): readonly { readonly from: number; readonly to: number; readonly names: readonly string[] }[] =>
  namedIn(text).map(({ from, to, names = [] }) => ({ from, to, names }));

const COUNT_HEADER =
  /^(?:(?:total |the )?(?:number|no\.?|nos\.?|count|total|how many)(?: of)? )?(?:(?!(?:with|for|to|by|of|about|per|from|at) )[\p{L}-]+ ){0,2}(?:children|pupils|young people|students|learners|EHC plans|EHCPs|excluded|exclusions|suspensions|suspended)\b(?!.{0,60}(?:%|per cent|percentage|rating|score|rate\b|change|days|sessions|hours|groups|average))|^number on roll\b/iu;
const CHILD_HEADER =
  /^(?:the )?(?:child|pupil|student|learner|young person)(?:[’']?s?[’']?)?(?<what> (?:(?:full |first )?names?|initials))?$|^(?:(?:full )?name|initials)(?: \(initials\))? of (?:the )?(?:child|pupil|student|learner|young person)$/i;
const NAME_CELL = /^(?<name>\p{Lu}[\p{L}’'-]{1,20})(?: \p{Lu}[\p{L}’'.-]{0,20}){0,2}$/u;
const INITIALS_CELL = /^\p{Lu}(?:\.? ?\p{Lu}){1,2}\.?$/u;

interface CellFound {
  readonly prose: Prose;
  readonly match: Match;
  readonly setting: Prose | null;
}

/** What tables tell: a child’s name in a column for it, and counts of children beside the name of a setting in the same row or column. */
function inTable(units: readonly Prose[]): readonly CellFound[] {
  if (!units.some(({ kind, text }) => mayNameSetting(text) || (kind === 'header-cell' && CHILD_HEADER.test(text.trim())))) return [];
  const headers = new Map(units.filter((unit) => unit.kind === 'header-cell').map((unit) => [unit.column, unit]));
  const rows = new Map<number, Prose[]>();
  for (const unit of units) {
    if (unit.kind !== 'cell') continue;
    const row = rows.get(unit.row!);
    if (row) row.push(unit);
    else rows.set(unit.row!, [unit]);
  }
  return [...rows.values()].flatMap((cells) => {
    const inRow = cells.find((cell) => settingIn(cell.text));
    const rowLabel = cells.find(({ column }) => column === 0)?.text ?? '';
    return cells.flatMap((prose): CellFound[] => {
      const header = headers.get(prose.column);
      const whole = { from: prose.text.search(/\S/), to: prose.text.trimEnd().length };
      const child = childInCell(prose.text.trim(), header?.text.trim() ?? '');
      if (child) return [{ prose, match: { ...child, ...whole }, setting: null }];
      if (prose === inRow || !isFew(prose.text.trim())) return [];
      if (inRow && COUNT_HEADER.test(header?.text ?? '')) return [{ prose, match: { kind: 'few-at-setting', ...whole }, setting: inRow }];
      if (header && settingIn(header.text) && COUNT_HEADER.test(rowLabel))
        return [{ prose, match: { kind: 'few-at-setting', ...whole }, setting: header }];
      return [];
    });
  });
}

function childInCell(text: string, header: string): { readonly kind: ChildKind; readonly names?: readonly string[] } | null {
  const column = CHILD_HEADER.exec(header);
  if (!column) return null;
  if (/initials/i.test(header)) return INITIALS_CELL.test(text) ? { kind: 'lettered' } : null;
  const name = NAME_CELL.exec(text)?.groups?.name;
  if (!name || notNames.has(name.toLowerCase())) return null;
  const isName = /name/i.test(header)
    ? / /.test(text) || given.has(name.toLowerCase())
    : given.has(name.toLowerCase()) && !ambiguous.has(name.toLowerCase());
  return isName ? { kind: 'named', names: [text, name] } : null;
}

const isFew = (text: string): boolean =>
  /^\d$/.test(text) ? Number(text) > 0 && Number(text) < DISCLOSURE_THRESHOLD.fewerThan : FEW_WORDS.includes(text.toLowerCase());

function findInBlock(block: Block): readonly ChildFound[] | null {
  const found: ChildFound[] = [];
  const source = (prose: Prose, [from, to]: readonly [number, number]): Span => prose.sourceOf(from, to);
  let table: Prose[] = [];
  const finishTable = (): void => {
    for (const { prose, match, setting } of inTable(table))
      found.push({ kind: match.kind, at: source(prose, [match.from, match.to]), names: match.names ?? [], setting: setting?.span ?? null });
    table = [];
  };
  for (const prose of [...block.prose, ...hiddenProse(block)]) {
    if (prose.kind === 'header-cell' && prose.column === 0) finishTable();
    if (prose.kind === 'header-cell' || prose.kind === 'cell') table.push(prose);
    for (const match of [...namedIn(prose.text), ...inSentences(prose)]) {
      found.push({
        kind: match.kind,
        at: source(prose, [match.from, match.to]),
        names: match.names ?? [],
        setting: match.setting ? source(prose, match.setting) : null,
      });
    }
  }
  finishTable();
  return found.length > 0 ? found.sort((a, b) => a.at.start - b.at.start) : null;
}

/** Every place of a block where a child may be recognised, in order; null for none. */
export const childrenIn = perBlock(findInBlock);
