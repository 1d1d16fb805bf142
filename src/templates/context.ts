import { findLocalAuthority } from '../framework/local-authorities.js';
import { bodiesWith, isThereOn, type BodyRegister, type GivenBody } from '../framework/public-bodies.js';
import { MONTH_NAMES } from '../framework/days.js';
import { editionFor } from '../framework/kinds.js';
import type { DocumentKind, EditionId, IsoDate, OutcomeId } from '../framework/types.js';
import { listed } from '../text/words.js';

/** What is known when a document is begun. Everything left out becomes a gap to fill. */
export interface TemplateOptions {
  readonly kind: DocumentKind;
  /** Whether the front matter says that it is a draft, so that its gaps are no errors. */
  readonly isDraft?: boolean;
  /** Name of the local area, for example "Exampleshire". */
  readonly area?: string;
  readonly outcome?: OutcomeId;
  /** First and last day on site. A last day before the first, or a day that does not exist, is left out as if not given. */
  readonly inspection?: { readonly start: IsoDate; readonly end: IsoDate };
  /** Full name of the local authority, for example "Exampleshire County Council". */
  readonly localAuthority?: string;
  /** Full name of the integrated care board, for example "NHS Exampleshire Integrated Care Board". */
  readonly integratedCareBoard?: string;
  /** Full names of several integrated care boards; goes before `integratedCareBoard`. */
  readonly integratedCareBoards?: readonly string[];
  /** The report that a plan answers, or that a monitoring report follows. */
  readonly report?: KnownReport;
  readonly today?: IsoDate;
  /** Councils and boards that settings add to the known ones or change. */
  readonly bodies?: readonly GivenBody[] | BodyRegister;
}

/** What a report says that a document about it takes over. */
export interface KnownReport {
  /** As a path from the new document; null where there is none to write down. */
  readonly path: string | null;
  /** YYYY-MM-DD. */
  readonly received: IsoDate | null;
  /** The days of the inspection that it tells of. */
  readonly inspection: { readonly start: IsoDate; readonly end: IsoDate } | null;
  readonly areasForImprovement: readonly KnownArea[];
  readonly areasForPriorityAction: readonly KnownArea[];
}

export interface KnownArea {
  /** "AFI1", "APA2". */
  readonly id: string;
  /** The words of the report, in one line. */
  readonly text: string;
  /** Full names; empty where the report names nobody. */
  readonly responsibleBodies: readonly string[];
}

/** The options with every missing one turned into words or a gap. */
export interface TemplateContext {
  readonly kind: DocumentKind;
  readonly outcome: OutcomeId | null;
  readonly edition: EditionId;
  readonly areaName: string | null;
  readonly inspection: { readonly start: IsoDate; readonly end: IsoDate } | null;
  readonly area: string;
  readonly localAuthority: string;
  readonly integratedCareBoard: string;
  /** One by one: a gap where none is known. */
  readonly integratedCareBoards: readonly string[];
  readonly report: KnownReport | null;
  /** Website of the local authority: known for the authorities of England, otherwise a gap. */
  readonly website: string;
  /** "19 to 23 January 2026", or a gap. */
  readonly inspectionDates: string;
  readonly year: string;
}

/** A gap that the author fills; the `placeholder` rule finds it as long as it is there. */
export const gap = (what: string): string => `[insert ${what}]`;

/** Gaps that name one thing however often they stand, by what follows “insert”. */
export const NAMES_ONE_THING =
  /^(?:name of (?:local area|local authority|integrated care board|the parent carer forum|the young people’s group|the board)|date of (?:submission|publication)|link to the local offer|rule)$/;

interface Day {
  readonly day: number;
  readonly month: string;
  readonly year: number;
}

/** Parts of a day, or null when the text is no day of the calendar. */
function partsOf(date: IsoDate): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const name = MONTH_NAMES[month - 1];
  return name && day >= 1 && day <= length ? { day, month: name, year } : null;
}

/**
 * A range of days as reports write it: "19 to 23 January 2026", "29 January to 2 February 2024", "29 December 2025 to 2 January 2026",
 * or one day. null when either is no day of the calendar or the range is reversed.
 */
export function formatRange(start: IsoDate, end: IsoDate): string | null {
  const [a, b] = [partsOf(start), partsOf(end)];
  if (!a || !b || start > end) return null;
  const last = `${b.day} ${b.month} ${b.year}`;
  if (start === end) return last;
  if (a.year !== b.year) return `${a.day} ${a.month} ${a.year} to ${last}`;
  if (a.month !== b.month) return `${a.day} ${a.month} to ${last}`;
  return `${a.day} to ${last}`;
}

/** One line, without the marks that would break a table, a gap or front matter. Empty text counts as not given. */
const clean = (text: string | undefined): string | null =>
  text
    ?.replace(/[|[\]<>`*#\\\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim() || null;

/** The one board of an area on a day; null where there are several, or none is known. */
function boardOf(area: string | null, day: IsoDate | null, register: BodyRegister): string | null {
  const boards = area === null || day === null ? [] : register.boardsOf(area, { from: day, to: day });
  return boards.length === 1 ? boards[0]!.name : null;
}

/** The full name of an area’s council on a day, where it is sure: cities and boroughs call themselves in many ways. */
function councilOf(area: string | null, day: IsoDate | null, register: BodyRegister): string | null {
  const council = area === null ? null : register.council(area);
  return council?.hasFullName && day !== null && isThereOn(council, day) ? council.name : null;
}

export function contextOf(options: TemplateOptions): TemplateContext {
  const inspectionDates = options.inspection ? formatRange(options.inspection.start, options.inspection.end) : null;
  const inspection = inspectionDates && options.inspection ? options.inspection : null;
  const areaName = clean(options.area);
  const domain = areaName ? findLocalAuthority(areaName)?.domain : undefined;
  const register = options.bodies && 'named' in options.bodies ? options.bodies : bodiesWith(options.bodies ?? []);
  const asked = inspection?.start ?? options.today ?? null;
  const day = asked !== null && partsOf(asked) ? asked : null;
  const given = (options.integratedCareBoards ?? []).flatMap((name) => clean(name) ?? []);
  const one = clean(options.integratedCareBoard) ?? boardOf(areaName, day, register) ?? gap('name of integrated care board');
  const boards = given.length > 0 ? given : [one];
  return {
    kind: options.kind,
    outcome: options.outcome ?? null,
    edition: editionFor(inspection?.start ?? options.today ?? null),
    areaName,
    inspection,
    area: areaName ?? gap('name of local area'),
    localAuthority: clean(options.localAuthority) ?? councilOf(areaName, day, register) ?? gap('name of local authority'),
    integratedCareBoard: listed(boards),
    integratedCareBoards: boards,
    report: options.report ?? null,
    website: domain ? `www.${domain}` : gap('website of the local authority'),
    inspectionDates: inspectionDates ?? gap('dates of the inspection, for example 19 to 23 January 2026'),
    year: options.today && partsOf(options.today) ? options.today.slice(0, 4) : gap('year of publication'),
  };
}
