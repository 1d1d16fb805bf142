import { byObject } from '../../memo/memo.js';
import { isPlanKind, isReportKind, type IsoDate, type Span } from '../../framework/types.js';
import type { BodyRegister } from '../../framework/public-bodies.js';
import { PUBLIC_BODIES } from '../../framework/public-bodies.js';
import type { DateRange, Facts, Found, SendDocument } from '../types.js';
import { toldPartners } from './_plan-facts.js';
import { findDates } from './dates.js';

/**
 * A fact with its provenance. `span` is where the document named by `from` says it: this document for `front-matter` and `text`, the report that
 * it answers for `report`.
 */
export interface Known<T> extends Found<T> {
  readonly from: 'front-matter' | 'text' | 'report';
}

/** What a document says in its front matter and in its text, decided once for rules, deadlines, coverage and every output. */
export interface KnownFacts {
  /** Front matter, then the title: whoever writes a name there means it to be used. */
  readonly localArea: Known<string> | null;
  /** The text, which is what is published; then front matter. */
  readonly inspection: Known<DateRange> | null;
  /** When the inspection report came out. Front matter; then, in a report, the text. */
  readonly reportPublished: Known<IsoDate> | null;
  /** When the plan came out. Front matter; then, in a plan, the text. */
  readonly planPublished: Known<IsoDate> | null;
  /** When this document itself came out: one of the two above. */
  readonly published: Known<IsoDate> | null;
  /** The day of an engagement meeting, in its note. Front matter, then the text. */
  readonly meeting: Known<IsoDate> | null;
}

const fromText = <T>(found: Found<T> | null): Known<T> | null => found && { value: found.value, span: found.span, from: 'text' };

const NOWHERE: Span = { start: 0, end: 0 };

/** The day of a meeting as the text of its note gives it; null in other documents, and where it gives a range or none. */
export const meetingInText = byObject((document: SendDocument): Found<IsoDate> | null => {
  if (document.kind !== 'engagement-meeting-note') return null;
  for (const unit of document.prose) {
    const label = /^date of (?:the |this )?meeting\s*:/i.exec(unit.text);
    const mention = label && findDates(unit.text).find(({ from }) => from >= label[0].length);
    if (mention?.range && mention.range.start === mention.range.end)
      return { value: mention.range.end, span: unit.spanOf(mention.from, mention.to) };
  }
  return null;
});

const ownFacts = byObject((document: SendDocument): KnownFacts => {
  const { facts, frontMatter, kind } = document;
  const { data } = frontMatter;
  const given = <T>(key: string, value: T | undefined): Known<T> | null =>
    value === undefined
      ? null
      : { value, span: frontMatter.valueSpan(key) ?? frontMatter.keySpan(key) ?? frontMatter.span ?? NOWHERE, from: 'front-matter' };
  const { found } = facts.inspection;
  const published = fromText(facts.published);
  const reportPublished = given('report.published', data.report?.published) ?? (isReportKind(kind) ? published : null);
  const planPublished = given('plan.published', data.plan?.published) ?? (isPlanKind(kind) ? published : null);
  return {
    localArea: given('localArea', data.localArea) ?? fromText(facts.localArea),
    inspection: found?.range ? { value: found.range, span: found.span, from: 'text' } : given('inspection', data.inspection),
    reportPublished,
    planPublished,
    published: isReportKind(kind) ? reportPublished : isPlanKind(kind) ? planPublished : published,
    meeting: given('engagementMeeting.last', data.engagementMeeting?.last) ?? fromText(meetingInText(document)),
  };
});

const fromReport = <T>(known: Known<T> | null): Known<T> | null => known && { ...known, from: 'report' };

/** What is known of a document; with the report that it answers, also what only the report says. */
export function knownFacts(document: SendDocument, report: SendDocument | null = null): KnownFacts {
  const own = ownFacts(document);
  if (!report) return own;
  const theirs = ownFacts(report);
  return {
    ...own,
    localArea: own.localArea ?? fromReport(theirs.localArea),
    inspection: own.inspection ?? fromReport(theirs.inspection),
    reportPublished: own.reportPublished ?? fromReport(theirs.reportPublished),
  };
}

/** The days of the inspection that a document is about. */
export const inspectionRange = (document: SendDocument): DateRange | null => ownFacts(document).inspection?.value ?? null;

/** The local area's name, as the document writes it. */
export const areaName = (document: SendDocument): string | null => ownFacts(document).localArea?.value ?? null;

/** The name under which an area is listed, where it is a known one. */
export const canonicalArea = (name: string, bodies: BodyRegister = PUBLIC_BODIES): string => bodies.council(name)?.core ?? name;

/** The council and the boards that a plan names: those of its details, else as its text first names them in full. */
export const namedPartners = byObject((document: SendDocument): Facts['partners'] => {
  const { partners } = document.facts;
  const listed = partners.localAuthority.length + partners.integratedCareBoards.length > 0;
  return listed ? partners : toldPartners(document, areaName(document));
});
