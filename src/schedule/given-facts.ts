import { findDates, formatDate, isoDate, knownFacts, type SendDocument } from '../document/index.js';
import { writtenValue } from '../document/front-matter-edit.js';
import { DOCUMENT_KINDS, isPlanKind, PLAN_KINDS, REPORT_KINDS, type DocumentKind, type IsoDate } from '../framework/types.js';

/*
 * Facts of a document that its authors know and its text need not say: they stand in its front matter, which nobody should have to write by hand.
 */

export interface FactField {
  /** In the front matter: `report.received`. */
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly form: 'day' | 'text' | 'report' | 'status';
  readonly group: string;
  readonly kinds: readonly DocumentKind[];
}

const ANSWERS: readonly DocumentKind[] = ['strategic-plan', 'priority-action-plan'];
const NOT_REFORM = DOCUMENT_KINDS.filter((kind) => kind !== 'local-send-reform-plan');

const day = (path: string, group: string, kinds: readonly DocumentKind[], label: string, hint: string): FactField => ({
  path,
  label,
  hint,
  form: 'day',
  group,
  kinds,
});

export const FACT_FIELDS: readonly FactField[] = [
  { path: 'localArea', label: 'Local area', hint: 'For example Exampleshire.', form: 'text', group: 'The document', kinds: DOCUMENT_KINDS },
  {
    path: 'status',
    label: 'Is it finished?',
    hint: 'Gaps of a draft are work to be done, no mistakes.',
    form: 'status',
    group: 'The document',
    kinds: DOCUMENT_KINDS,
  },
  {
    path: 'respondsTo',
    label: 'The report that it answers',
    hint: 'A file of this folder: what it says is compared with the plan.',
    form: 'report',
    group: 'The document',
    kinds: ANSWERS,
  },
  day('inspection.start', 'The inspection', NOT_REFORM, 'First day of the inspection', 'As the report gives it.'),
  day('inspection.end', 'The inspection', NOT_REFORM, 'Last day of the inspection', 'As the report gives it.'),
  day(
    'report.draftReceived',
    'The report',
    ['full-inspection-report', ...ANSWERS],
    'Draft report received',
    'The day on which the partnership received the draft to check its facts.',
  ),
  day(
    'report.received',
    'The report',
    [...REPORT_KINDS, ...ANSWERS],
    'Final report received',
    'The working days to the plan count from here.',
  ),
  day('report.published', 'The report', [...REPORT_KINDS, ...ANSWERS], 'Report published', 'The day on which it was published.'),
  day(
    'plan.submitted',
    'The plan',
    ['priority-action-plan'],
    'Plan submitted',
    'The day on which it was sent to Ofsted and the Care Quality Commission.',
  ),
  day(
    'plan.approved',
    'The plan',
    ['priority-action-plan'],
    'Plan found fit for purpose',
    'The day on which Ofsted and the Care Quality Commission said so.',
  ),
  day('plan.published', 'The plan', PLAN_KINDS, 'Plan published', 'The day on which it was published.'),
  day('plan.review', 'The plan', PLAN_KINDS, 'Next review of the plan', 'The day on which it is reviewed next.'),
  day(
    'engagementMeeting.last',
    'Meetings',
    ['engagement-meeting-note', ...ANSWERS],
    'Last annual engagement meeting',
    'The day on which it took place.',
  ),
  day(
    'engagementMeeting.next',
    'Meetings',
    ['engagement-meeting-note', ...ANSWERS],
    'Next annual engagement meeting',
    'The day that was agreed.',
  ),
  day(
    'localOffer.commentsPublished',
    'The local offer',
    ANSWERS,
    'Comments on the local offer published',
    'The day on which comments and the answers to them were last published.',
  ),
];

/** A field with what is known of it. */
export interface KnownFact {
  readonly field: FactField;
  /** What the front matter says, as it is written there; '' where it says nothing. Days are YYYY-MM-DD. */
  readonly given: string;
  /** What the text says, for people to read; null where it says nothing that is known. */
  readonly said: string | null;
}

/** The facts that a document of its kind may give, with what its front matter and its text already say. Empty for a document that is not recognised. */
export function fieldsWithFacts(document: SendDocument): readonly KnownFact[] {
  const { kind, facts } = document;
  if (!kind) return [];
  const said = new Map<string, string>();
  const { localArea, inspection, published } = facts;
  if (localArea) said.set('localArea', localArea.value);
  if (inspection.found?.range) {
    said.set('inspection.start', formatDate(inspection.found.range.start));
    said.set('inspection.end', formatDate(inspection.found.range.end));
  }
  if (published) said.set(isPlanKind(kind) ? 'plan.published' : 'report.published', formatDate(published.value));
  const { meeting } = knownFacts(document);
  if (meeting?.from === 'text') said.set('engagementMeeting.last', formatDate(meeting.value));
  return FACT_FIELDS.filter(({ kinds }) => kinds.includes(kind)).map((field) => ({
    field,
    given: writtenValue(document, field.path) ?? '',
    said: said.get(field.path) ?? null,
  }));
}

/** The day that somebody means who writes “12 March 2026”, “12/3/2026” or “2026-03-12”; null where that is no day. */
export function readDay(text: string): IsoDate | null {
  const numbers = /^\s*(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))\s*$/.exec(text);
  if (numbers) return numbers[1] ? isoDate(+numbers[1], +numbers[2]!, +numbers[3]!) : isoDate(+numbers[6]!, +numbers[5]!, +numbers[4]!);
  const range = findDates(text)[0]?.range;
  return range && range.start === range.end ? range.end : null;
}

/** The days from the first to the last that somebody means who writes “19 to 23 January 2026”; null where they are none. */
export function readDays(text: string): { readonly start: IsoDate; readonly end: IsoDate } | null {
  const range = findDates(text)[0]?.range;
  return range ? { start: range.start, end: range.end } : null;
}
