import { byObject } from '../memo/memo.js';
import { CARE_BOARDS, CARE_BOARDS_SOURCE, type CoveredArea } from './care-boards.js';
import { addDays, formatDate } from './days.js';
import { LOCAL_AUTHORITIES, LOCAL_AUTHORITIES_SOURCE, normaliseAreaName, shortName } from './local-authorities.js';
import type { IsoDate, Source } from './types.js';

/*
 * Councils and boards with the days on which they exist: one list for both, to which a configuration file may add.
 */

export const BODY_KINDS = ['local-authority', 'integrated-care-board'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** First and last day, both included. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface PublicBody {
  readonly kind: BodyKind;
  /** Full name: “NHS Essex Integrated Care Board”, “Surrey County Council”. */
  readonly name: string;
  /** Whether the name is the whole of it: a city or a borough is known by its area alone. */
  readonly hasFullName: boolean;
  /** The words for a sort of council that its name may have, in lower case; null: any, or none is known. */
  readonly types: readonly string[] | null;
  /** What tells it from others of its kind: “Essex”, “Surrey”. */
  readonly core: string;
  /** Other forms that stand for the core. */
  readonly short: readonly string[];
  readonly codes: { readonly gss?: string; readonly ods?: string; readonly la?: string };
  /** Council areas; for a council its own. */
  readonly areas: readonly CoveredArea[];
  /** First day; null: before the framework. */
  readonly from: IsoDate | null;
  /** Last day; null while it goes on. */
  readonly to: IsoDate | null;
  /** Names of the bodies that took over. */
  readonly successors: readonly string[];
  readonly source: Source;
}

/** A body as a configuration file gives it: `bodies` in `.areasend.json`. What it leaves out stays as it is known. */
export interface GivenBody {
  readonly name: string;
  readonly kind: BodyKind;
  readonly short?: readonly string[] | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly successors?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/** Whether a body, or what it covers, is there on one of these days at least. */
export const isThereIn = ({ from, to }: { readonly from?: IsoDate | null; readonly to?: IsoDate | null }, days: Days): boolean =>
  (from ?? FIRST_DAY) <= days.to && (to ?? LAST_DAY) >= days.from;
export const isThereOn = (body: { readonly from?: IsoDate | null; readonly to?: IsoDate | null }, day: IsoDate): boolean =>
  isThereIn(body, { from: day, to: day });

const BOARD_WORDS: ReadonlySet<string> = new Set(['the', 'nhs', 'integrated', 'care', 'board', 'icb', '(icb)']);
const COUNCIL_WORDS: ReadonlySet<string> = new Set([
  ...['the', 'council', 'local', 'authority', 'london', 'royal', 'metropolitan', 'borough', 'city', 'county', 'district', 'unitary', 'of'],
]);

/** What tells a body from others of its kind: its name without “NHS”, “Integrated Care Board”, “County Council” and the like around it. */
function coreOf(kind: BodyKind, name: string): string {
  const usual = kind === 'integrated-care-board' ? BOARD_WORDS : COUNCIL_WORDS;
  const words = name.split(/\s+/).filter((word) => word !== '');
  const isUsual = (word: string): boolean => usual.has(word.toLowerCase());
  // “City of London” and “Central Bedfordshire Council” keep a word that is a name.
  const last = words.findLastIndex((word) => !isUsual(word) || /^london$/i.test(word));
  const first = words.findIndex((word) => !isUsual(word));
  const core = first < 0 ? words : words.slice(first, last + 1);
  return core.join(' ').replace(/,$/, '');
}

/** Names are compared without case, “the”, “and”, “&”, commas and hyphens. */
const keyOf = (kind: BodyKind, core: string): string =>
  `${kind} ${normaliseAreaName(core)
    .replace(/\band\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()}`;

const boardName = (core: string): string => `NHS ${core} Integrated Care Board`;

const BOARDS: readonly PublicBody[] = CARE_BOARDS.map(({ core, short = [], ods, gss, areas, from, to, successors = [] }) => ({
  kind: 'integrated-care-board',
  name: boardName(core),
  hasFullName: true,
  types: null,
  core,
  short,
  codes: { ods, gss },
  areas: areas.map((area) => (typeof area === 'string' ? { area } : area)),
  from,
  to,
  successors: successors.map(boardName),
  source: CARE_BOARDS_SOURCE,
}));

/** By the type of an authority; a unitary one may be a county, city, borough or district by name. */
const TYPE_WORDS: Readonly<Record<string, readonly string[]>> = {
  County: ['county'],
  'London Borough': ['london', 'royal', 'borough', 'city'],
  'Metropolitan District': ['metropolitan', 'borough', 'city', 'district'],
};

const COUNCILS: readonly PublicBody[] = LOCAL_AUTHORITIES.map((authority): PublicBody => {
  const { name, gssCode, laCode, type, alsoKnownAs, from, to, successors } = authority;
  const core = shortName(authority);
  const council = (of: string): string => `${of}${type === 'County' ? ' County' : ''} Council`;
  return {
    kind: 'local-authority',
    name: council(core),
    hasFullName: type === 'County',
    types: TYPE_WORDS[type] ?? null,
    core,
    short: [...(name === core ? [] : [name]), ...alsoKnownAs],
    codes: { ...(gssCode === '' ? {} : { gss: gssCode }), ...(laCode === '' ? {} : { la: laCode }) },
    areas: [{ area: name }],
    from,
    to,
    successors: successors.map((successor) => `${successor} Council`),
    source: LOCAL_AUTHORITIES_SOURCE,
  };
});

/** What a configuration file says of bodies that cannot be so. `index` and `key` tell where it stands there. */
export interface BodyProblem {
  readonly index: number;
  readonly key: 'name' | 'short' | 'from' | 'to' | 'successors' | 'areas';
  /** Place in a list, for `short`, `successors` and `areas`. */
  readonly item?: number;
  readonly message: string;
}

export interface BodyRegister {
  readonly bodies: readonly PublicBody[];
  /** Bodies of this name, in any form and on any day; no council by the name of a board. */
  named(kind: BodyKind, name: string): readonly PublicBody[];
  /** The bodies that took over, as far as they are known. */
  successorsOf(body: PublicBody): readonly PublicBody[];
  /** Boards that cover a council’s area, or a part of it, on one of these days. */
  boardsOf(area: string, days: Days): readonly PublicBody[];
  /** The council of this area, of any day, in any form of its name; null for none. */
  council(area: string): PublicBody | null;
  /** Areas that have a council on one of these days, each by its usual name. */
  areasIn(days: Days): readonly string[];
  /** Names of the councils’ areas as titles write them: in full or shorter, no letters that stand for one. */
  readonly areaNames: readonly string[];
}

/** “Bristol, City of” and “Bedford Borough”: names of lists, not of titles. */
const FORMAL = /, (?:City|County) of$| Borough$/;

const formsOf = ({ core, short, kind }: PublicBody): string[] => [core, ...short].map((form) => keyOf(kind, coreOf(kind, form)));

function registerOf(bodies: readonly PublicBody[]): BodyRegister {
  const byKey = new Map<string, PublicBody[]>();
  for (const body of bodies) {
    for (const key of new Set(formsOf(body))) {
      const list = byKey.get(key);
      if (list) list.push(body);
      else byKey.set(key, [body]);
    }
  }
  const named = (kind: BodyKind, name: string): readonly PublicBody[] => byKey.get(keyOf(kind, coreOf(kind, name))) ?? [];
  const areaNames = bodies
    .filter(({ kind }) => kind === 'local-authority')
    .flatMap(({ core, short }) => [core, ...short.filter((form) => /^\p{Lu}\p{Ll}/u.test(form) && !FORMAL.test(form))]);
  return {
    bodies,
    named,
    areaNames,
    areasIn: (days) => bodies.filter((body) => body.kind === 'local-authority' && isThereIn(body, days)).map(({ core }) => core),
    council: (area) => named('local-authority', area)[0] ?? null,
    successorsOf: ({ kind, successors }) => successors.flatMap((name) => named(kind, name).at(-1) ?? []),
    boardsOf(area, days) {
      const wanted = new Set(named('local-authority', area).flatMap((council) => council.areas.map((own) => own.area)));
      return bodies.filter(
        (body) =>
          body.kind === 'integrated-care-board' &&
          isThereIn(body, days) &&
          body.areas.some((covered) => wanted.has(covered.area) && isThereIn(covered, days)),
      );
    },
  };
}

/** Every council and board that the product knows by itself. */
export const PUBLIC_BODIES: BodyRegister = registerOf([...BOARDS, ...COUNCILS]);

/** The known bodies with those that a configuration file adds or changes. */
export const bodiesWith = (given: readonly GivenBody[]): BodyRegister => (given.length === 0 ? PUBLIC_BODIES : registers(given));

const registers = byObject((given: readonly GivenBody[]) => registerOf(merge(given)));

const GIVEN_SOURCE: Source = { title: 'Configuration file .areasend.json', where: 'bodies', confidence: 'primary' };

/** The known body that an entry is about: one of the same name. */
const knownFor = (bodies: readonly PublicBody[], { kind, name }: GivenBody): number => {
  const key = keyOf(kind, coreOf(kind, name));
  return bodies.findIndex((body) => body.kind === kind && keyOf(kind, body.core) === key);
};

const areaName = (area: string): string =>
  PUBLIC_BODIES.named('local-authority', area)[0]?.areas[0]?.area ?? coreOf('local-authority', area);

function merge(given: readonly GivenBody[]): readonly PublicBody[] {
  const bodies = [...PUBLIC_BODIES.bodies];
  for (const entry of given) {
    const { kind, name, short, from, to, successors, areas } = entry;
    const at = knownFor(bodies, entry);
    const known = bodies[at];
    const core = coreOf(kind, name);
    const body: PublicBody = {
      kind,
      name,
      hasFullName: true,
      types: known?.types ?? null,
      core,
      short: [...(known?.short ?? []), ...(short ?? []).map((form) => coreOf(kind, form))],
      codes: known?.codes ?? {},
      areas: areas?.map((area) => ({ area: areaName(area) })) ?? known?.areas ?? (kind === 'local-authority' ? [{ area: core }] : []),
      from: from ?? known?.from ?? null,
      to: to ?? known?.to ?? null,
      successors: successors ?? known?.successors ?? [],
      source: GIVEN_SOURCE,
    };
    if (known) bodies[at] = body;
    else bodies.push(body);
  }
  return bodies;
}

/** Whether two bodies are there on a day of both. */
const shareDays = (a: PublicBody, b: PublicBody): boolean => isThereIn(a, { from: b.from ?? FIRST_DAY, to: b.to ?? LAST_DAY });

/** What a configuration file says of bodies that cannot be so, in its order. Days are real days already. */
export function problemsOf(given: readonly GivenBody[]): readonly BodyProblem[] {
  const problems: BodyProblem[] = [];
  const register = bodiesWith(given);
  for (const [index, entry] of given.entries()) {
    const tell = (key: BodyProblem['key'], message: string, item?: number): void => {
      problems.push({ index, key, message, ...(item === undefined ? {} : { item }) });
    };
    const { kind, name, short = [], from, to, successors = [], areas = [] } = entry;
    const body = register.bodies[knownFor(register.bodies, entry)]!;
    const what = kind === 'local-authority' ? 'council' : 'board';
    if (given.findIndex((other) => other.kind === kind && keyOf(kind, coreOf(kind, other.name)) === keyOf(kind, body.core)) < index)
      tell('name', `“${name}” stands in the list twice. Put what is true of it into one entry.`);
    if (body.from && body.to && body.from > body.to) {
      const known = from === undefined ? `it begins on ${formatDate(body.from)}` : `its last day is ${formatDate(body.to)}`;
      tell(to === undefined ? 'from' : 'to', `“${name}” cannot end before it begins: ${known}. Check “from” and “to”.`);
    }
    const itself = PUBLIC_BODIES.bodies[knownFor(PUBLIC_BODIES.bodies, entry)];
    if (itself && from !== undefined && from > (itself.from ?? FIRST_DAY) && (!itself.to || from <= itself.to))
      tell(
        'from',
        `${itself.name} is there ${itself.from ? `since ${formatDate(itself.from)}` : 'already'}: with this day its area would have no ${what} until then. Take “from” out, or correct it.`,
      );
    if (given.slice(0, index).some((other) => other.kind !== kind && other.name.toLowerCase() === name.toLowerCase()))
      tell('name', `“${name}” is given as a council and as a board. A name must mean one body.`);
    const mine = [...new Set([name, ...short])];
    for (const form of mine) {
      const others = register.named(kind, form).filter((other) => other !== body && shareDays(body, other));
      const item = form === name ? undefined : short.indexOf(form);
      if (others[0])
        tell(
          item === undefined ? 'name' : 'short',
          `“${form}” is also a name of ${others[0].name} at the same time. A name must mean one body.`,
          item,
        );
    }
    for (const [item, successor] of successors.entries()) {
      const next = register.named(kind, successor).at(-1);
      if (!next) tell('successors', `No ${what} is called “${successor}”. Give it an entry in “bodies” too, or correct the name.`, item);
      else if (next === body) tell('successors', `“${name}” cannot follow itself.`, item);
      else if (!body.to) tell('successors', `“${name}” has successors but no last day. Add “to”.`, item);
      else if ((next.from ?? FIRST_DAY) > addDays(body.to, 1))
        tell(
          'successors',
          `${next.name} begins on ${formatDate(next.from!)}, but “${name}” ends on ${formatDate(body.to)}: the days between have no ${what}. Correct “to”, or “from” of its successor.`,
          item,
        );
      else if (next.to && next.to <= body.to)
        tell(
          'successors',
          `${next.name} ends on ${formatDate(next.to)}, no later than “${name}”, and cannot follow it. Correct “to”, or name who comes after it.`,
          item,
        );
    }
    if (kind !== 'integrated-care-board') continue;
    for (const [item, area] of areas.entries()) {
      if (register.named('local-authority', area).length === 0) {
        tell('areas', `No local authority is called “${area}”. Write its name as “Surrey”, or give it an entry in “bodies” too.`, item);
        continue;
      }
      const covered = areaName(area);
      const other = register.bodies.find(
        (candidate) =>
          candidate !== body &&
          candidate.kind === kind &&
          shareDays(body, candidate) &&
          candidate.areas.some(
            (one) =>
              one.area === covered && one.part === undefined && isThereIn(one, { from: body.from ?? FIRST_DAY, to: body.to ?? LAST_DAY }),
          ),
      );
      if (other)
        tell(
          'areas',
          `${other.name} covers the whole of “${area}” on the same days. Give that board its last day (“to”) in “bodies”, or take the area out here.`,
          item,
        );
    }
  }
  return problems;
}
