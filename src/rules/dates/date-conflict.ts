import {
  findDates,
  formatRange,
  knownFacts,
  marker,
  sentencesOf,
  type DateMention,
  type DateRange,
  type PlacedProse,
  type SendDocument,
} from '../../document/index.js';
import { addDays, daysBetween, formatDate } from '../../framework/days.js';
import { milestoneById } from '../../framework/milestones.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { isReportKind, type IsoDate, type Span } from '../../framework/types.js';
import { checkMonths, monthsOfPrevious, OTHER_INSPECTIONS } from './_previous-month.js';
import { ALL_KINDS, replaceWith, type DocumentRule, type Problem, type RelatedPlace, type Report, type RuleContext } from '../rule.js';

/** A range of days, and the place that gives it. */
interface Given {
  readonly range: DateRange;
  readonly where: RelatedPlace;
  /** As in "the dates …". */
  readonly place: string;
}

const same = (a: DateRange, b: DateRange): boolean => a.start === b.start && a.end === b.end;
const overlap = (a: DateRange, b: DateRange): boolean => a.start <= b.end && b.start <= a.end;
/** Days with a label of their own; those that a plan gives in its text are held against these. */
const foundAtTop = ({ facts: { inspection } }: SendDocument): SendDocument['facts']['inspection']['found'] =>
  inspection.label ? inspection.found : null;

function atTop(document: SendDocument): Given | null {
  const found = foundAtTop(document);
  return found?.range
    ? {
        range: found.range,
        where: { span: found.span, message: 'The dates of the inspection are given here.' },
        place: isReportKind(document.kind) ? 'at the top of the report' : 'at the top',
      }
    : null;
}

function inFrontMatter(document: SendDocument): Given | null {
  const range = document.frontMatter.data.inspection;
  const span = document.frontMatter.valueSpan('inspection');
  return range && span
    ? { range, where: { span, message: 'The dates of the inspection are given here.' }, place: 'in the front matter' }
    : null;
}

/** The dates in the report that a plan answers. */
function inReport(document: SendDocument, context: RuleContext): Given | null {
  const path = document.frontMatter.data.respondsTo;
  const linked = path && !isReportKind(document.kind) ? context.lookup(path) : null;
  const inspection = linked && knownFacts(linked).inspection;
  if (!path || !inspection) return null;
  return {
    range: inspection.value,
    where: { span: inspection.span, path, message: 'The dates of the inspection are given here.' },
    place: 'in the report that this document answers',
  };
}

const INSPECTION = /\binspect(?:ion|ions|ed|ors)\b/i;
const EARLIER = /\b(?:earlier|first|former|last|next|original|previous|previously|revisit)\b/i;
/** Work before and beside the days on site has its own dates. */
const PART_OF_IT = /\b(?:off|on)-?site\b|\bfieldwork\b|\bremote|\bsurvey\b|\bnotifi|\bnotice\b|\bwork(?:ing)? (?:day|week)/i;
const STATED =
  /\b(?:this|the|our|SEND|full|monitoring) inspection (?:\w+ ){0,6}?(?:took place|was carried out|was conducted|was held|ran|lasted)\b|\bInspectors (?:visited|were in) (?:the|our|this) (?:local )?area\b|\binspected (?:our|the|this) (?:local )?area\b/i;
const LABEL = /\binspection dates?\s*:|\bdates? of (?:this |the )?inspection\s*:/i;
const FOOTER = /\binspection of (?:the )?[^.:]{2,60}\b(?:local )?area partnership\b/i;

type Standing = 'label' | 'stated' | 'passing';

/** In characters. */
const LONGEST_FOOTER = 200;

function standingOf(unit: PlacedProse, sentence: string, before: string): Standing | null {
  if (!EARLIER.test(before) && (LABEL.test(before) || (FOOTER.test(before) && unit.text.length < LONGEST_FOOTER))) return 'label';
  if (!INSPECTION.test(sentence) || PART_OF_IT.test(sentence) || OTHER_INSPECTIONS.test(sentence)) return null;
  return STATED.test(sentence) && !EARLIER.test(sentence) ? 'stated' : 'passing';
}

const MISTYPED_DAYS = 60;

/** The same days in another year, or days not far off. */
const isNear = (a: DateRange, b: DateRange): boolean =>
  a.start.slice(5) === b.start.slice(5) || Math.abs(daysBetween(a.start, b.start)) <= MISTYPED_DAYS;

const A_WEEK = 7;

/** Most of the same days, and not merely some days within: meant to be the same range. */
const isNearlySame = (a: DateRange, b: DateRange): boolean =>
  overlap(a, b) &&
  Math.abs(daysBetween(a.start, b.start)) <= A_WEEK &&
  Math.abs(daysBetween(a.end, b.end)) <= A_WEEK &&
  !(a.start > b.start && a.end < b.end);

/** Whether a range in the text is meant to be the inspection’s days and is not. */
function contradicts(range: DateRange, given: Given, standing: Standing, report: boolean): boolean {
  switch (standing) {
    case 'label':
      return true;
    case 'stated':
      return report || isNear(range, given.range);
    case 'passing':
      return isNearlySame(range, given.range);
  }
}

/** In characters, on each side. */
const REACH = 400;

/** The sentence that a date stands in; of a very long one, what stands near. */
function sentenceAround(unit: PlacedProse, from: number, to: number): string {
  const sentence = sentencesOf(unit.prose).find(({ start, end }) => from >= start && from < end) ?? { start: 0, end: unit.text.length };
  return unit.text.slice(Math.max(sentence.start, from - REACH), Math.min(sentence.end, to + REACH));
}

/** Dates in prose that tells of an inspection. */
const datesOfInspections = marker(({ text }): readonly DateMention[] | null => {
  if (!/\d{4}/.test(text) || !INSPECTION.test(text)) return null;
  const dates = findDates(text);
  return dates.length > 0 ? dates : null;
});

/** A range of days that is all a paragraph says, with or without the page: the second line of a footer. */
const loneDates = marker(({ kind, text }): DateMention | null => {
  if (kind !== 'paragraph' || text.length > 80 || !/\d{4}/.test(text)) return null;
  const dates = findDates(text);
  const [date] = dates;
  return dates.length === 1 &&
    date!.form === 'range' &&
    date!.range &&
    /^[\d\s|]*$/.test(text.slice(0, date!.from)) &&
    /^[\d\s|]*$/.test(text.slice(date!.to))
    ? date!
    : null;
});

function checkFooters(document: SendDocument, base: Given, problem: Report): void {
  const own = [foundAtTop(document)?.span, ...document.facts.previousInspections.found.map(({ span }) => span)];
  for (const { unit, value } of loneDates(document)) {
    const span = unit.spanOf(value.from, value.to);
    if (
      !value.range ||
      same(base.range, value.range) ||
      !isNear(value.range, base.range) ||
      own.some((known) => known && span.start < known.end && known.start < span.end)
    )
      continue;
    problem({
      at: span,
      message: `The inspection has other dates ${base.place}: ${formatRange(base.range)}. Make the two agree.`,
      related: [base.where],
    });
  }
}

function checkText(document: SendDocument, base: Given, problem: Report): void {
  const { facts } = document;
  const previous = facts.previousInspections.found.flatMap(({ range, span }): Given[] =>
    range ? [{ range, where: { span, message: 'The dates of the previous inspection are given here.' }, place: 'at the top' }] : [],
  );
  const own = [foundAtTop(document)?.span, ...facts.previousInspections.found.map(({ span }) => span)];
  const report = isReportKind(document.kind);
  for (const { unit, value } of datesOfInspections(document)) {
    for (const [index, mention] of value.entries()) {
      const { range } = mention;
      // A label tells of the date after it, not of the next one.
      const before = unit.text.slice(Math.max(value[index - 1]?.to ?? 0, mention.from - LONGEST_FOOTER), mention.from);
      if (!range || (mention.form !== 'range' && range.start === range.end && !LABEL.test(before))) continue;
      const span = unit.spanOf(mention.from, mention.to);
      if (own.some((known) => known && span.start < known.end && known.start < span.end)) continue;
      if ([base, ...previous].some((given) => same(given.range, range))) continue;
      const sentence = sentenceAround(unit, mention.from, mention.to);
      const standing = standingOf(unit, sentence, before);
      if (!standing) continue;
      const other = previous.find((given) => standing !== 'label' && isNearlySame(range, given.range));
      // In a monitoring report, the full inspection is an earlier one.
      if (!other && document.kind === 'monitoring-inspection-report' && /\bfull inspection\b/i.test(sentence)) continue;
      const given = other ?? (contradicts(range, base, standing, report) ? base : null);
      if (!given) continue;
      problem({
        at: span,
        message: `The ${other ? 'previous ' : ''}inspection has other dates ${given.place}: ${formatRange(given.range)}. Make the two agree.`,
        related: [given.where],
      });
    }
  }
}

function notEarlier(document: SendDocument, base: Given): Problem[] {
  return document.facts.previousInspections.found.flatMap(({ range, span }): Problem[] =>
    range && range.end >= base.range.start
      ? [
          {
            at: span,
            message: `The previous inspection is not before this one, which started on ${formatDate(base.range.start)}. Check the year of both.`,
            related: [base.where],
          },
        ]
      : [],
  );
}

interface Day {
  readonly date: IsoDate;
  readonly span: Span;
}

function publicationOf(document: SendDocument): Day | null {
  const published = knownFacts(document).reportPublished;
  return published && { date: published.value, span: published.span };
}

function tooEarly(document: SendDocument, base: Given, published: Day | null): Problem[] {
  const received = document.frontMatter.data.report?.received;
  const receivedSpan = document.frontMatter.valueSpan('report.received');
  const days = [
    ...(received && receivedSpan ? [{ date: received, span: receivedSpan, what: 'received' }] : []),
    ...(published ? [{ ...published, what: 'published' }] : []),
  ];
  return days
    .filter(({ date }) => date < base.range.end)
    .map(({ span, what }) => ({
      at: span,
      message: `The report cannot have been ${what} before the inspection ended on ${formatDate(base.range.end)}. Check both dates.`,
      related: [base.where],
    }));
}

/** Calendar days after which nine of ten reports are published at the earliest. */
const USUAL_DAYS = Math.round(((milestoneById('report-publication')?.window?.from ?? 0) * 7) / 5);

function copyrightProblem(document: SendDocument, base: Given | null, published: Day | null): Problem | null {
  const { copyrightYear } = document.facts;
  if (!copyrightYear || !isReportKind(document.kind)) return null;
  if (published && base && published.date < base.range.end) return null;
  const { span, value } = copyrightYear;
  const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
  if (published) {
    const year = yearOf(published.date);
    if (value >= year) return null;
    const related = [{ span: published.span, message: 'The day of publication is given here.' }];
    return {
      at: span,
      message: `The copyright year is before ${year}, when the report was published. Change it to ${year}.`,
      fixes: [replaceWith(span, String(year))],
      related,
    };
  }
  if (!base) return null;
  const end = base.range.end;
  const related = [base.where];
  if (value < yearOf(end))
    return {
      at: span,
      message: `The copyright year is before the inspection, which ended in ${yearOf(end)}. Give the year in which the report is published.`,
      related,
    };
  const earliest = yearOf(addDays(end, USUAL_DAYS));
  if (value >= earliest) return null;
  return {
    at: span,
    severity: 'info',
    message: `The inspection ended on ${formatDate(end)}, and most reports take seven weeks or more to be published. Check whether this year should be ${earliest}.`,
    related,
  };
}

const F = 'full-inspection-report';
export const report = (body: string, { front = '', dates = '19 to 23 January 2026', previous = '8 to 12 May 2017' } = {}): string =>
  `${front}# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: ${dates}\n\nDates of previous inspection: ${previous}\n\n## Inspection outcome\n\n${body}\n`;
const withDates = (start: string, end: string, more = ''): string => `---\ninspection: { start: ${start}, end: ${end} }\n${more}---\n\n`;
const plan = (body: string, front = withDates('2026-01-19', '2026-01-23')): string =>
  `${front}# Exampleshire Local Area Partnership SEND strategic plan 2026 to 2029\n\n## The inspection this plan answers\n\n${body}\n`;

const rule: DocumentRule = {
  id: 'date-conflict',
  title: 'The same inspection has the same dates everywhere, and what comes after it is later',
  severity: 'error',
  kinds: ALL_KINDS,
  source: cite(SOURCES.publishedReports, 'header, running text, footer and closing page'),
  rationale:
    'Deadlines are counted from these dates. Two dates for one inspection usually come from copied text, and readers cannot tell which is right.',
  help: 'Find out which date is right, and use it in every place.',
  examples: {
    valid: [
      {
        kind: F,
        text: report(
          'This inspection took place from 19 to 23 January 2026. The previous inspection was from 8 to 12 May 2017.\n\n© Crown copyright 2026',
          { front: withDates('2026-01-19', '2026-01-23', 'report: { received: 2026-03-12, published: 2026-03-26 }\n') },
        ),
      },
      { title: 'footers that agree', kind: F, text: report('19 to 23 January 2026\n\n3 | 19 to 23 January 2026\n\n8 to 12 May 2017') },
      {
        title: 'single days and parts of the inspection',
        kind: F,
        text: report(
          'On 21 January 2026, inspectors met families. Off-site inspection work ran from 15 to 16 January 2026. On-site inspection work ran from 19 to 22 January 2026. During the inspection, from 20 to 22 January 2026, inspectors visited schools. The inspection looked at figures from 1 January to 31 January 2026.',
        ),
      },
      {
        title: 'other inspections',
        kind: F,
        text: report(
          'An inspection of children’s services took place from 20 to 24 January 2025. Ofsted’s ILACS inspection ran from 19 to 22 January 2026. Its previous inspection was from 3 to 7 June 2019.',
        ),
      },
      { title: 'publication not known', kind: F, text: report('© Crown copyright 2026') },
      {
        title: 'an inspection late in the year, published at once',
        kind: F,
        text: report('© Crown copyright 2025', {
          dates: '1 to 5 December 2025',
          front: withDates('2025-12-01', '2025-12-05', 'report: { published: 2025-12-31 }\n'),
        }),
      },
      {
        title: 'front matter that differs, which another rule reports',
        kind: F,
        text: report('The text.', { front: withDates('2026-01-19', '2026-01-22') }),
      },
      {
        title: 'a plan that agrees',
        kind: 'strategic-plan',
        text: plan('Ofsted inspected our area from 19 to 23 January 2026. It inspected our area before that from 8 to 12 May 2017.'),
      },
      { title: 'two labels on a line', kind: 'strategic-plan', text: 'Inspection date: 5 May 2026 Publication date: 11 July 2026\n' },
      { title: 'a plan that tells nothing', kind: 'strategic-plan', text: plan('Ofsted inspected our area.', '') },
    ],
    invalid: [
      {
        title: 'a footer',
        kind: F,
        text: report('Area SEND inspection of Exampleshire Local Area Partnership, 19 to 22 January 2026'),
        finds: [{ at: '19 to 22 January 2026', message: /19 to 23 January 2026/ }],
      },
      {
        title: 'a footer of several lines',
        kind: F,
        text: report('Area SEND inspection of Exampleshire Local Area Partnership\n\n15 to 23 January 2026\n\n2'),
        finds: [{ at: '15 to 23 January 2026', message: /19 to 23 January 2026/ }],
      },
      {
        title: 'a second label',
        kind: F,
        text: report('Inspection dates: 19 to 23 January 2025'),
        finds: [{ at: '19 to 23 January 2025' }],
      },
      {
        title: 'running text',
        kind: F,
        text: report('This inspection took place from 19 to 22 January 2026.'),
        finds: [{ at: '19 to 22 January 2026' }],
      },
      {
        title: 'the previous inspection in running text',
        kind: F,
        text: report('The previous inspection was from 8 to 13 May 2017.'),
        finds: [{ at: '8 to 13 May 2017', message: /previous inspection has other dates/ }],
      },
      {
        title: 'a previous inspection that is later',
        kind: F,
        text: report('The text.', { previous: '4 to 8 May 2026' }),
        finds: [{ at: '4 to 8 May 2026', message: /not before this one/ }],
      },
      {
        title: 'published too early',
        kind: F,
        text: report('The text.', { front: withDates('2026-01-19', '2026-01-23', 'report: { published: 2025-03-26 }\n') }),
        finds: [{ at: '2025-03-26', message: /cannot have been published before/ }],
      },
      {
        title: 'the copyright of an earlier year',
        kind: F,
        text: report('© Crown copyright 2025', {
          dates: '17 to 21 November 2025',
          front: withDates('2025-11-17', '2025-11-21', 'report: { published: 2026-01-29 }\n'),
        }),
        finds: [{ at: '2025', message: /Change it to 2026/ }],
        fixed: report('© Crown copyright 2026', {
          dates: '17 to 21 November 2025',
          front: withDates('2025-11-17', '2025-11-21', 'report: { published: 2026-01-29 }\n'),
        }),
      },
      {
        title: 'an inspection late in the year',
        kind: F,
        text: report('© Crown copyright 2025', { dates: '1 to 5 December 2025' }),
        finds: [{ at: '2025', severity: 'info', message: /should be 2026/ }],
      },
      {
        title: 'the copyright of a year before the inspection',
        kind: F,
        text: report('© Crown copyright 2024'),
        finds: [{ at: '2024', message: /before the inspection/ }],
      },
      {
        title: 'a plan',
        kind: 'strategic-plan',
        text: plan('Ofsted inspected our area from 19 to 23 January 2025.'),
        finds: [{ at: '19 to 23 January 2025', message: /front matter/ }],
      },
      {
        title: 'a plan and its report',
        kind: 'strategic-plan',
        text: plan('Ofsted inspected our area.', withDates('2026-01-12', '2026-01-16', 'respondsTo: report.md\n')),
        others: { 'report.md': report('The text.') },
        finds: [{ at: '{ start: 2026-01-12, end: 2026-01-16 }', message: /19 to 23 January 2026/ }],
      },
    ],
  },
  looksFor: [datesOfInspections, monthsOfPrevious],
  check(document, problem, context) {
    const top = atTop(document);
    const places = [top, inReport(document, context), inFrontMatter(document)].filter((place) => place !== null);
    const base = places[0] ?? null;
    const published = publicationOf(document);
    const copyright = copyrightProblem(document, base, published);
    if (copyright) problem(copyright);
    if (!base) return;
    for (const other of places.slice(1)) {
      // A report that this document links to is not the place to mend, and front matter that the text contradicts is reported by its own rule.
      if (other.where.path !== undefined || base === top || same(base.range, other.range)) continue;
      problem({
        at: other.where.span,
        message: `The inspection has other dates ${base.place}: ${formatRange(base.range)}. Make the two agree.`,
        related: [base.where],
      });
    }
    checkText(document, base, problem);
    checkMonths(document, problem);
    if (isReportKind(document.kind)) checkFooters(document, base, problem);
    for (const found of [...notEarlier(document, base), ...tooEarly(document, base, published)]) problem(found);
  },
};

export default rule;
