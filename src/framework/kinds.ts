import { z } from './zod.js';
import { meantTitle } from './meant-title.js';
import { isAboutInspection, isAnotherPaper, isElsewhere, NAMES_A_PLAN, SORT_OF_PLAN } from './other-papers.js';
import { SOURCES, sourceSchema } from './sources.js';
import { DOCUMENT_KINDS, EDITIONS, isPlanKind, type DocumentKind, type EditionId, type IsoDate, type Source } from './types.js';

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

const SEND =
  '(?:SEND(?:AP)?|SEN ?& ?D|SEN/D|special educational needs?(?:,? (?:and(?:/or)?|&|or))? disabilit(?:y|ies))(?: \\([^)]{2,60}\\))?';
/** Subjects that a plan for children and young people with SEND may have in its title without the word. */
const RELATED =
  '(?:local area(?: partnership)?|area partnership|preparing for adulthood|preparation for adulthood|PfA|alternative provision|joint commissioning|inclusion|inclusive|belonging|neurodiversity|neurodivergen\\p{L}+|graduated (?:approach|response)|transitions?|short breaks?)';
const is = (pattern: string): RegExp => new RegExp(`\\b${pattern}(?!\\p{L})`, 'iu');
const both = (one: string, two: string): RegExp => new RegExp(`^(?=.*\\b${one}(?!\\p{L}))(?=.*\\b${two}(?!\\p{L}))`, 'iu');

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
    titles: [/^(?!.*\b(?:plan|strategy|road ?map|programme)\b).*\bmonitoring (?:inspection|visit)\b/i],
    source: SOURCES.handbook,
  },
  {
    id: 'local-send-reform-plan',
    name: 'local SEND reform plan',
    titleTemplate: '{area} local SEND reform plan',
    titles: [
      /\b(?:local )?(?:area )?SEND (?:and (?:AP|alternative provision|inclusion) )?reforms? (?:delivery |action |implementation )?plan\b/i,
      /\b(?:local )?(?:area )?reform plan\b.*\bSEND\b/i,
      /\bspecial educational needs and disabilities (?:\(SEND\) )?reform plan\b/i,
      /\bLSRP\b/,
      /\blocal (?:area )?(?:SEND )?inclusion plan\b/i,
    ],
    source: { ...SOURCES.publishedReports, where: 'local SEND reform plans, asked for since December 2025', confidence: 'secondary' },
  },
  {
    id: 'priority-action-plan',
    name: 'priority action plan',
    titleTemplate: '{area} Local Area Partnership priority action plan (area SEND)',
    titles: [
      /\bpriority (?:action|impact|improvement)s?(?: (?:and|&) (?:improvement|impact|action))?s? plan\b/i,
      // Before 2023, and still so called where they go on.
      /\baccelerated (?:progress|improvement|action) plan\b|\bwritten statement of action\b/i,
    ],
    source: SOURCES.publishedReports,
  },
  {
    id: 'strategic-plan',
    name: 'strategic plan',
    titleTemplate: '{area} Local Area Partnership SEND strategic plan',
    titles: [
      both(SEND, SORT_OF_PLAN),
      both(SEND, '(?:actions?|improvements?|progress|delivery) (?:update|tracker|report)'),
      // Such a title speaks of SEND only in what stands below it: see `kindOf`.
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

const WEAK_TITLE = both(RELATED, SORT_OF_PLAN);
const SPEAKS_OF_SEND = is(SEND);

/** How much of the text below a title is asked what the title leaves open, in characters. */
export const OPENING_LENGTH = 3000;

const isPlanInfo = ({ id }: KindInfo): boolean => isPlanKind(id);

/**
 * The kind that a level-1 heading claims, or null. `opening`: the text below it, which tells a school's own plan and an easy-read version
 * from a plan of the local area, and whether a strategy for inclusion is about SEND.
 */
export function kindOfTitle(title: string, opening = ''): DocumentKind | null {
  const claimed = claimedBy(title) ?? claimedBySubtitle(title, opening);
  if (claimed && !isPlanInfo(claimed)) return claimed.id !== 'engagement-meeting-note' && isAboutInspection(title) ? null : claimed.id;
  if (!claimed && !(WEAK_TITLE.test(title) && SPEAKS_OF_SEND.test(opening))) return null;
  if (isElsewhere(title, opening)) return null;
  return claimed?.id ?? 'strategic-plan';
}

const claimedBy = (title: string): KindInfo | undefined => KINDS.find((kind) => kind.titles.some((pattern) => pattern.test(title)));

/** A name and, on the line below it, what it is: "Growing up in Exampleshire", "Joint plan for young people with SEND, 2026 to 2029". */
function claimedBySubtitle(title: string, opening: string): KindInfo | undefined {
  const line = opening.trimStart().split(/[\n\r]/, 1)[0]!;
  const subtitle = meantTitle(
    line
      .replace(/^#{1,3} /, '')
      .replace(/[*_]/g, '')
      .trim(),
  );
  // A sentence tells about a document; it does not name it.
  if (
    subtitle.length < 12 ||
    subtitle.length > 200 ||
    /[.!?:]$|[.!?] |[|[<>]/.test(subtitle) ||
    !(NAMES_A_PLAN.test(subtitle) || /\bwritten statement of action\b/i.test(subtitle)) ||
    isAnotherPaper(subtitle)
  )
    return undefined;
  const claimed = claimedBy(`${title}: ${subtitle}`);
  return claimed && isPlanInfo(claimed) && !isElsewhere(subtitle, '') ? claimed : undefined;
}

/**
 * Whether a text that no kind claims is probably a plan of a local area all the same, so that its author may be asked once.
 * Reads the text alone, in linear time; false for anything that certainly is another paper.
 */
export function isProbablyPlan(text: string): boolean {
  const heading = /^ {0,3}#{1,2}[ \t]+(.{1,300})$/m.exec(text);
  if (!heading || heading.index > 4000) return false;
  const title = heading[1]!;
  const opening = text.slice(heading.index + heading[0].length, heading.index + heading[0].length + OPENING_LENGTH);
  if (isElsewhere(title, opening) || KINDS.some((kind) => !isPlanInfo(kind) && kind.titles.some((pattern) => pattern.test(title))))
    return false;
  if (!SPEAKS_OF_SEND.test(title) && !SPEAKS_OF_SEND.test(opening)) return false;
  return (
    NAMES_A_PLAN.test(title) ||
    /^\|(?=[^\n]*\b(?:actions?|what we will do|activity|task)\b)(?=[^\n]*\b(?:lead|owner|who|responsible|accountable)\b)(?=[^\n]*\b(?:when|due|deadline|timescale|date|end)\b)[^\n]*\|/im.test(
      text,
    )
  );
}

export const kindInfo = (id: DocumentKind): KindInfo => KINDS.find((kind) => kind.id === id)!;

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
