import { formatRange, matchesOf, weekday, type DateRange, type FoundRange, type SendDocument } from '../../document/index.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { daysBetween, formatDate, weekdayName } from '../../framework/days.js';
import type { IsoDate } from '../../framework/types.js';
import { REPORTS, type DocumentRule, type Fix, type Problem } from '../rule.js';

const isWeekend = (date: IsoDate): boolean => weekday(date) === 0 || weekday(date) === 6;

function unreadable({ problem, text, span }: FoundRange, whose: string): Problem | null {
  switch (problem) {
    case 'impossible':
      return { at: span, message: `“${text}” names a day that does not exist. Correct the dates of ${whose}.` };
    case 'reversed':
      return {
        at: span,
        message: `${whose === 'the inspection' ? 'The inspection' : 'The previous inspection'} would end before it starts. Put the first day first.`,
      };
    case 'unreadable':
      return {
        at: span,
        message: `These dates cannot be read. Write the day, the month and the year, for example “19 to 23 January 2026”.`,
      };
    default:
      return null;
  }
}

/** Only the first and the last day count: a range that starts on the Thursday when off-site fieldwork begins runs over a weekend. */
function atWeekend({ start, end }: DateRange, span: FoundRange['span']): Problem | null {
  const days = [...new Set([start, end])].filter(isWeekend);
  if (days.length === 0) return null;
  const named = days.map((day) => `${formatDate(day)} is a ${weekdayName(day)}`).join(' and ');
  return {
    at: span,
    severity: 'warning',
    message: `${named}. Inspections start and end on working days, so check the day, the month and the year.`,
  };
}

/** “Tuesday 11 March 2024”, which was a Monday. */
function wrongWeekday({ start, end }: DateRange, { text, span }: FoundRange): Problem | null {
  for (const [, name, day] of matchesOf(text, /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day),? (\d{1,2})/gi)) {
    const date = [start, end].find((one) => Number(one.slice(8)) === Number(day));
    if (date && weekdayName(date).toLowerCase() !== name!.toLowerCase())
      return {
        at: span,
        severity: 'warning',
        message: `${formatDate(date)} is a ${weekdayName(date)}, not a ${name}. Check which is right.`,
      };
  }
  return null;
}

/** In days. An inspection takes a week on site, and up to two weeks with the work before it. */
const LONGEST = 20;

function tooLong({ start, end }: DateRange, span: FoundRange['span']): Problem | null {
  const days = daysBetween(start, end) + 1;
  return days > LONGEST
    ? {
        at: span,
        severity: 'warning',
        message: `These dates are ${days} days, and an inspection takes about a week. Check the months and the years.`,
      }
    : null;
}

function checkFound(found: FoundRange, whose: string): Problem | null {
  return (
    unreadable(found, whose) ??
    (found.range ? (wrongWeekday(found.range, found) ?? atWeekend(found.range, found.span) ?? tooLong(found.range, found.span)) : null)
  );
}

/** A full report that is written from its outcome to its team, and no sketch or extract. */
const isWhole = (document: SendDocument): boolean =>
  document.kind === 'full-inspection-report' &&
  (['inspection-outcome', 'experience', 'effective', 'improve', 'partnership-details', 'inspection-team'] as const).every((id) =>
    document.section(id),
  );

function missing(document: SendDocument): Problem {
  const { label } = document.facts.inspection;
  const known = document.frontMatter.data.inspection;
  const text = known ? formatRange(known) : '[insert dates of the inspection, for example 19 to 23 January 2026]';
  const kind: Fix['kind'] = known ? 'fix' : 'assist';
  if (label) {
    return {
      at: label.span,
      message: 'The dates of the inspection are missing. Add the first and the last day, for example “19 to 23 January 2026”.',
      fixes: [{ title: 'Insert the dates', kind, edits: [{ start: label.span.end, end: label.span.end, text: ` ${text}` }] }],
    };
  }
  const title = document.headings.find((heading) => heading.depth === 1);
  const at = title?.span.end ?? document.frontMatter.span?.end ?? 0;
  return {
    at: title?.textSpan ?? { start: at, end: at },
    // How monitoring reports say it is not known.
    ...(document.kind === 'monitoring-inspection-report' ? { severity: 'info' as const } : {}),
    message: 'The report does not say when the inspection took place. Add a line “Inspection dates:” under the title.',
    ...(title
      ? { fixes: [{ title: 'Insert the inspection dates', kind, edits: [{ start: at, end: at, text: `\n\nInspection dates: ${text}` }] }] }
      : {}),
  };
}

/** A template’s gap after a label is the placeholder rule’s business. */
const hasGapAfter = (document: SendDocument, end: number): boolean => /^[\s*_]*\[/.test(document.text.slice(end, end + 20));

/** Text on the label’s own line, markup aside. */
const restOfLine = (document: SendDocument, from: number): string =>
  /^[^\n]*/
    .exec(document.text.slice(from, from + 300))![0]
    .replace(/[*_\\|]|<br ?\/?>/g, '')
    .trim();

const report = (dates: string, front = ''): string =>
  `${front}# Area SEND inspection of Exampleshire Local Area Partnership\n${dates === '' ? '' : `\n${dates}\n`}\n## Inspection outcome\n\nThe text.\n`;

const rule: DocumentRule = {
  id: 'inspection-dates',
  title: 'The report says when the inspection took place, in dates that can be right',
  severity: 'error',
  kinds: REPORTS,
  source: cite(SOURCES.publishedReports, 'below the title; in 56 of 56'),
  rationale:
    'Deadlines and the next inspection are counted from these dates. Fieldwork runs from Monday to Friday, or starts on the Thursday of the week before when off-site work is counted.',
  help: 'Write the first and the last day with month and year, for example “Inspection dates: 19 to 23 January 2026”.',
  examples: {
    valid: [
      {
        title: 'a week',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024\n\nDates of previous inspection: 23 to 27 January 2017'),
      },
      {
        title: 'a week across two months',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 29 January 2024 to 2 February 2024\n\nDates of previous inspection: 29 January to 2 February 2018'),
      },
      {
        title: 'from the Thursday of the week before',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 19 May 2023\n\nDate of previous inspection: 16 May 2016'),
      },
      {
        title: 'not inspected before',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024\n\nDates of previous inspection: Not previously inspected'),
      },
      {
        title: 'a previous inspection in words',
        kind: 'full-inspection-report',
        text: report(
          'Inspection dates: 11 to 15 March 2024\n\nDates of previous inspection: The area was part of Vale county at the last inspection',
        ),
      },
      {
        title: 'a gap that is still to be filled',
        kind: 'full-inspection-report',
        text: report('Inspection dates: [insert dates of the inspection]\n\nDates of previous inspection: [insert dates]'),
      },
      {
        title: 'weekdays, and days in numbers',
        kind: 'full-inspection-report',
        text: report('Inspection dates: Monday 11 to Friday 15 March 2024\n\nDates of previous inspection: 23/01/2017 to 27/01/2017'),
      },
      {
        title: 'a monitoring inspection of three days',
        kind: 'monitoring-inspection-report',
        text: '# Area SEND monitoring inspection of Exampleshire Local Area Partnership\n\n**Inspection dates:** 21 to 23 September 2026\n',
      },
    ],
    invalid: [
      {
        title: 'a weekday that is not the date’s',
        kind: 'full-inspection-report',
        text: report('Inspection dates: Tuesday 11 to Friday 15 March 2024'),
        finds: [{ at: 'Tuesday 11 to Friday 15 March 2024', message: /11 March 2024 is a Monday, not a Tuesday/, severity: 'warning' }],
      },
      {
        title: 'two months',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 March to 15 May 2024'),
        finds: [{ at: '11 March to 15 May 2024', message: /66 days/, severity: 'warning' }],
      },
      {
        title: 'nothing on the previous inspection, in a whole report',
        kind: 'full-inspection-report',
        text: `${report('Inspection dates: 11 to 15 March 2024')}\n## What is it like to be a child or young person with SEND in this area?\n\nText.\n\n## What is the area partnership doing that is effective?\n\nText.\n\n## What does the area partnership need to do better?\n\nText.\n\n## Local area partnership details\n\nText.\n\n## Inspection team\n\nText.\n`,
        finds: [{ at: 'Inspection dates:', message: /inspected before/, severity: 'warning' }],
      },
      {
        title: 'no dates',
        kind: 'full-inspection-report',
        text: report(''),
        finds: [{ at: 'Area SEND inspection of Exampleshire Local Area Partnership', message: /does not say when/ }],
      },
      {
        title: 'no dates in the text, but in the front matter',
        kind: 'full-inspection-report',
        text: report('', '---\ninspection: { start: 2026-01-19, end: 2026-01-23 }\n---\n\n'),
        finds: [{ at: 'Area SEND inspection of Exampleshire Local Area Partnership' }],
        fixed: report('Inspection dates: 19 to 23 January 2026', '---\ninspection: { start: 2026-01-19, end: 2026-01-23 }\n---\n\n'),
      },
      {
        title: 'a label alone',
        kind: 'full-inspection-report',
        text: report('Inspection dates:'),
        finds: [{ at: 'Inspection dates:', message: /missing/ }],
      },
      {
        title: 'no year',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March'),
        finds: [{ at: '11 to 15 March', message: /cannot be read/ }],
      },
      {
        title: 'no days',
        kind: 'full-inspection-report',
        text: report('Inspection dates: March 2024'),
        finds: [{ at: 'March 2024', message: /cannot be read/ }],
      },
      {
        title: 'a day that does not exist',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 27 to 31 June 2024'),
        finds: [{ at: '27 to 31 June 2024', message: /does not exist/ }],
      },
      {
        title: 'the end first',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 15 to 11 March 2024'),
        finds: [{ at: '15 to 11 March 2024', message: /would end before it starts/ }],
      },
      {
        title: 'a weekend',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 16 March 2024'),
        finds: [{ at: '11 to 16 March 2024', message: /16 March 2024 is a Saturday/, severity: 'warning' }],
      },
      {
        title: 'the previous inspection',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024\n\nDates of previous inspection: 8 to 13 May 2017 and 30 to 31 April 2019'),
        finds: [
          { at: '8 to 13 May 2017', message: /13 May 2017 is a Saturday/, severity: 'warning' },
          { at: '30 to 31 April 2019', message: /previous inspection/, severity: 'error' },
        ],
      },
      {
        title: 'a label for the previous inspection alone',
        kind: 'full-inspection-report',
        text: report('Inspection dates: 11 to 15 March 2024\n\nDates of previous inspection:'),
        finds: [{ at: 'Dates of previous inspection:', message: /Not previously inspected/ }],
      },
    ],
  },
  check(document, problem) {
    const { inspection, previousInspections } = document.facts;
    if (inspection.found) {
      const found = checkFound(inspection.found, 'the inspection');
      if (found) problem(found);
    } else if (!inspection.label || !hasGapAfter(document, inspection.label.span.end)) problem(missing(document));

    const { label, none, found } = previousInspections;
    for (const one of found) {
      // A date without a year among others is told in passing.
      const wrong = one.problem === 'unreadable' && found.length > 1 ? null : checkFound(one, 'the previous inspection');
      if (wrong) problem(wrong);
    }
    if (label && !none && found.length === 0 && restOfLine(document, label.span.end) === '') {
      problem({
        at: label.span,
        message: 'The dates of the previous inspection are missing. Add them, or write “Not previously inspected”.',
      });
    }
    if (!label && !none && inspection.label && isWhole(document)) {
      problem({
        at: inspection.label.span,
        severity: 'warning',
        message:
          'The report does not say when the area was inspected before. Add a line “Dates of previous inspection:”, with “Not previously inspected” where that is so.',
      });
    }
  },
};

export default rule;
