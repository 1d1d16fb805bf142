import { z } from './zod.js';
import { SOURCES, sourceSchema } from './sources.js';
import { DOCUMENT_KINDS, EDITIONS, type DocumentKind, type EditionId, type IsoDate, type Source } from './types.js';

export interface KindInfo {
  readonly id: DocumentKind;
  /** As it stands in a sentence: "a full inspection report". */
  readonly name: string;
  /** A title of this kind; {area} stands for the local area. */
  readonly titleTemplate: string;
  /** Patterns for the level-1 heading, tried in the order of `KINDS`. */
  readonly titles: readonly RegExp[];
  readonly source: Source;
}

const SEND = '(?:SEND|SEN ?& ?D|special educational needs (?:and(?:/or)?|&|or) disabilit(?:y|ies))(?: \\([^)]{2,60}\\))?';
/** What published plans take in beside SEND, and what sort of plan they call themselves. */
const BESIDE =
  '(?: ?(?:,|&|and) ?(?:alternative provision|AP|inclusion|belonging|preparation for adulthood|preparing for adulthood|early help)(?: \\(AP\\))?){0,3}';
const SORT =
  '(?: (?:local|area|partnership|strategic|joint|strategy|action|improvement|delivery|post-inspection|transformation|recovery|development|implementation|programme|inclusion|0-25|0 to 25|and|&)){0,5}';
/** Papers about a plan or an inspection are none themselves. */
const PAPER = '^(?!(?:minutes|agenda|notes|terms of reference|consultation|template|guidance|guide)\\b)';
const NO_PAPER = '(?! (?:board|group|meeting|consultation|template|guidance|workshop)\\b)';
const plan = (pattern: string): RegExp => new RegExp(`${PAPER}.*\\b${pattern}${NO_PAPER}`, 'i');

/** Most specific first: a monitoring report's title also says "Area SEND" and "inspection". */
export const KINDS: readonly KindInfo[] = [
  {
    id: 'engagement-meeting-note',
    name: 'engagement meeting note',
    titleTemplate: 'Area SEND annual engagement meeting: {area} Local Area Partnership',
    titles: [/\bengagement meeting\b/i],
    source: SOURCES.handbook,
  },
  {
    id: 'monitoring-inspection-report',
    name: 'monitoring inspection report',
    titleTemplate: 'Area SEND monitoring inspection of {area} Local Area Partnership',
    titles: [/\bmonitoring (?:inspection|visit)\b/i],
    source: SOURCES.handbook,
  },
  {
    id: 'priority-action-plan',
    name: 'priority action plan',
    titleTemplate: '{area} Local Area Partnership priority action plan (area SEND)',
    titles: [/\bpriority (?:action|impact)(?: and improvement)? plan\b/i, /\bpriority action and improvement plan\b/i],
    source: SOURCES.publishedReports,
  },
  {
    id: 'strategic-plan',
    name: 'strategic plan',
    titleTemplate: '{area} Local Area Partnership SEND strategic plan',
    titles: [
      plan(`${SEND}${BESIDE}${SORT} (?:strategy|plan)\\b`),
      plan(`(?:strategy|plan) for (?:(?:our |all )?children(?:,| and) young people with )?${SEND}`),
      plan('(?:local )?area partnership (?:(?:strategic|joint|improvement|action|delivery) ){0,3}(?:strategy|plan)\\b.*\\bSEND\\b'),
      plan('(?:local area )?inclusion and SEND (?:strategy|plan)\\b'),
      plan('(?:SEND|CQC) (?:re-?)?inspection\\b.*\\bplan\\b'),
      /^(?:our|the|a) (?:\p{L}+ ){0,2}plan\b.{0,60}\bSEND\b/iu,
    ],
    source: SOURCES.publishedReports,
  },
  {
    id: 'full-inspection-report',
    name: 'full inspection report',
    titleTemplate: 'Area SEND inspection of {area} Local Area Partnership',
    titles: [
      /^(?!.*\b(?:plan|strategy|response|prepar(?:e|ing|ation)|update|briefing|guide|questions)\b).*\barea (?:SEND|special educational needs and(?:\/or)? disabilities(?: \(SEND\))?) (?:full )?(?:re-?)?inspection\b/i,
    ],
    source: SOURCES.publishedReports,
  },
];

export const kindInfo = (id: DocumentKind): KindInfo => KINDS.find((kind) => kind.id === id)!;

/** The kind that a level-1 heading claims, or null. */
export function kindOfTitle(title: string): DocumentKind | null {
  return KINDS.find((kind) => kind.titles.some((pattern) => pattern.test(title)))?.id ?? null;
}

export interface EditionInfo {
  readonly id: EditionId;
  readonly name: string;
  /** First day on which an inspection is written under this edition. */
  readonly from: IsoDate;
  /** What is known to differ from the edition before; nothing else is assumed. */
  readonly changes: readonly string[];
  readonly source: Source;
}

export const EDITION_INFO: readonly EditionInfo[] = [
  {
    id: '2023-01',
    name: 'January 2023',
    from: '2023-01-01',
    changes: ['The first edition of the framework, in use from January 2023.'],
    source: { ...SOURCES.handbook, where: 'first published 29 November 2022' },
  },
  {
    id: '2024-04',
    name: 'April 2024',
    from: '2024-04-05',
    changes: ['Revised on 5 April 2024; no difference in the wording of reports is known.'],
    source: { ...SOURCES.handbook, where: 'revised 5 April 2024' },
  },
  {
    id: '2025-06',
    name: 'June 2025',
    from: '2025-06-06',
    changes: [
      '“Evaluate” and “outcome” take the place of “judge” and “judgement” throughout.',
      'Each area for improvement is to say which partner should act.',
      'The Department for Education and regional NHS England answer priority action plans; Ofsted and the CQC did so before.',
      'A monitoring inspection usually comes 18 months from the day the partnership received its final full report (paragraph 21).',
      'How often annual engagement meetings take place was adjusted; the new frequency could not be confirmed.',
    ],
    source: { ...SOURCES.handbook, where: 'revised 6 June 2025, in force the same day; summary of changes', confidence: 'secondary' },
  },
  {
    id: '2025-07',
    name: 'July 2025',
    from: '2025-07-07',
    changes: [
      'There are usually no more than 3 monitoring visits in 12 months across area SEND and children’s services inspections (paragraph 23).',
      'Feedback on priority action plans comes from the Department for Education and regional NHS England only (paragraph 149).',
    ],
    source: { ...SOURCES.handbook, where: 'revised 7 July 2025; summary of changes' },
  },
];

/** The edition in force on a day; the first one for earlier days, the latest when the day is not known. */
export function editionFor(date: IsoDate | null): EditionId {
  if (!date) return EDITION_INFO.at(-1)!.id;
  return EDITION_INFO.filter((edition) => edition.from <= date).at(-1)?.id ?? EDITION_INFO[0]!.id;
}

export const kindSchema = z.strictObject({
  id: z.enum(DOCUMENT_KINDS),
  name: z.string(),
  titleTemplate: z.string().includes('{area}'),
  titles: z.array(z.instanceof(RegExp)).min(1),
  source: sourceSchema,
});
export const editionSchema = z.strictObject({
  id: z.enum(EDITIONS),
  name: z.string(),
  from: z.iso.date(),
  changes: z.array(z.string()).min(1),
  source: sourceSchema,
});
