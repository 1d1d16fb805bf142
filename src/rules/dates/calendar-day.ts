import { findDates, formatDate, isoDate, marker, quick, type Prose, type SendDocument } from '../../document/index.js';
import { addDays, daysInMonth, MONTH_NAMES, weekday, weekdayName } from '../../framework/days.js';
import { SOURCES, cite } from '../../framework/sources.js';
import { isPlanKind, type IsoDate, type Span } from '../../framework/types.js';
import { ALL_KINDS, type DocumentRule, type Fix } from '../rule.js';
import { inAddress, isQuoted } from '../support/prose.js';

const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const ORDINAL = '(?:st|nd|rd|th)?';

/** "31 April 2026", "the 31st of June", with a month that has a capital: “45 may need help” is no date. */
const DAY_FIRST = quick(
  new RegExp(`(?<![\\d.,/£-])\\b(\\d{1,2})${ORDINAL} (?:day )?(?:of )?${MONTH}\\b(?:\\.(?=,? \\d))?(?:,? (\\d{4})\\b)?`, 'g'),
);
/** "June 31, 2026", "June 31st": only so, as “in June 31 children” is no date. */
const MONTH_FIRST = quick(new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:(?:st|nd|rd|th)\\b(?:,? (\\d{4})\\b)?|, (\\d{4})\\b)`, 'g'));
/** "Monday 13 January 2026", "Mon, 13th of January 2026", "Monday 19 to Friday 23 January 2026". */
const WEEKDAY = quick(
  new RegExp(`\\b(Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(day)?\\b\\.?,? (?:the )?(\\d{1,2})${ORDINAL}\\b`, 'g'),
);
const OWN_MONTH = new RegExp(`^ (?:of )?${MONTH}\\b(?:\\.(?=,? \\d))?(?:,? (\\d{4})\\b)?`);
const REST_OF_RANGE = new RegExp(
  `^ ?(?:to|and|until|–|—|-) ?(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?\\d{1,2}${ORDINAL} (?:of )?${MONTH}\\b(?:\\.(?=,? \\d))?(?:,? (\\d{4})\\b)?`,
);

const monthOf = (name: string): number => MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;

interface Slip {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly impossible: boolean;
  /** No date for any reader as it stands. */
  readonly isBroken?: true;
  /** Corrections that are as likely as each other: what to put where. */
  readonly corrections: readonly { readonly title?: string; readonly from: number; readonly to: number; readonly text: string }[];
}

/** What stands in place of an impossible day: the month's last, or the day that a count onwards gives. */
function impossible(day: number, month: number, year: number | null, from: number, to: number): Slip | null {
  if (day === 0 || month === 0 || day <= daysInMonth(year ?? 2024, month)) return null;
  const name = MONTH_NAMES[month - 1]!;
  const last = daysInMonth(year ?? 2023, month);
  const shown = `${day} ${name}${year === null ? '' : ` ${year}`}`;
  const end = isoDate(year ?? 2023, month, last);
  const words = (date: IsoDate): string => (year === null ? formatDate(date).replace(/ \d{4}$/, '') : formatDate(date));
  const choices = end && day <= 31 ? [end, addDays(end, 1)] : [];
  return {
    from,
    to,
    impossible: true,
    message: `There is no ${shown}: ${name}${month === 2 && year !== null ? ` ${year}` : ''} has ${month === 2 && year === null ? '28 or 29' : last} days. Check which day is meant.`,
    corrections: choices.map((date) => ({ from, to, text: words(date) })),
  };
}

function impossibleDays(prose: Prose, text: string): Slip[] {
  const slips: Slip[] = [];
  const add = (slip: Slip | null): void => {
    if (slip && !slips.some(({ from, to }) => slip.from < to && from < slip.to)) slips.push(slip);
  };
  for (const match of DAY_FIRST.matches(text))
    add(impossible(Number(match[1]), monthOf(match[2]!), match[3] ? Number(match[3]) : null, match.index, match.index + match[0].length));
  for (const match of MONTH_FIRST.matches(text)) {
    const year = match[3] ?? match[4];
    add(impossible(Number(match[2]), monthOf(match[1]!), year ? Number(year) : null, match.index, match.index + match[0].length));
  }
  for (const { form, problem, from, to, text: shown } of findDates(prose.text)) {
    if (problem !== 'impossible' || (form !== 'numeric' && form !== 'iso')) continue;
    const [a, b, c] = shown.split(/[-/.]/).map(Number) as [number, number, number];
    const [day, month, year] = form === 'iso' ? [c, b, a] : [a, b, c < 100 ? 2000 + c : c];
    if (month >= 1 && month <= 12) add(impossible(day, month, year, from, to));
    else if (form === 'iso')
      add({
        from,
        to,
        impossible: true,
        message: `There is no ${shown}: a year has 12 months. Check which day is meant.`,
        corrections: [],
      });
  }
  // A range names its month once: “30 to 31 June 2026”.
  return slips;
}

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function wrongWeekdays(text: string): Slip[] {
  const slips: Slip[] = [];
  for (const match of WEEKDAY.matches(text)) {
    const [whole, short, long, day] = match as unknown as [string, string, string | undefined, string];
    const end = match.index + whole.length;
    const rest = text.slice(end, end + 70);
    const own = OWN_MONTH.exec(rest);
    const range = REST_OF_RANGE.exec(own ? rest.slice(own[0].length) : rest);
    const monthName = own?.[1] ?? range?.[1];
    const yearText = own?.[2] ?? range?.[2];
    if (monthName === undefined || yearText === undefined) continue;
    const month = monthOf(monthName);
    // “Monday 29 December to Friday 2 January 2026” begins in the year before.
    const year = Number(yearText) - (own && own[2] === undefined && range && month > monthOf(range[1]!) ? 1 : 0);
    const date = isoDate(year, month, Number(day));
    const given = DAY_NAMES.findIndex((name) => name.startsWith(short.slice(0, 3)));
    if (!date || weekday(date) === given) continue;
    const right = weekdayName(date);
    const apart = ((given - weekday(date) + 10) % 7) - 3;
    const near = addDays(date, apart);
    const dayFrom = match.index + whole.lastIndexOf(day);
    const to = own ? end + own[0].length : end;
    slips.push({
      from: match.index,
      to,
      impossible: false,
      message: `${formatDate(date)} is a ${right}, not a ${DAY_NAMES[given]!}. Check which of the two is right: the day of the week or the date.`,
      corrections: [
        {
          title: `Change the day of the week to “${long ? right : right.slice(0, 3)}”`,
          from: match.index,
          to: match.index + short.length + (long?.length ?? 0),
          text: long ? right : right.slice(0, 3),
        },
        ...(near.slice(0, 7) === date.slice(0, 7)
          ? [
              {
                title: `Change the date to “${formatDate(near)}”`,
                from: dayFrom,
                to: dayFrom + day.length,
                text: String(Number(near.slice(8))),
              },
            ]
          : []),
      ],
    });
  }
  return slips;
}

const SIGN = '[`~|=+%$#@{}\\[\\]<>"!;:?\\\\_*^.,()]';
/** "2 to 6 J:une 2025", "14August 2025", "31 July202=7": a sign too many, or a space too few, within a date. */
const BROKEN = quick(
  new RegExp(
    `(?<![\\d.,/£-])\\b(\\d{1,2})(?:st|nd|rd|th)?( ?(?:of )?)((?:[A-Z]${SIGN}?[a-z]|[A-Z][a-z]{1,8}${SIGN}[a-z])[a-z]{0,8})(${SIGN}? ?)(2${SIGN}?0${SIGN}?\\d${SIGN}?\\d)\\b`,
    'g',
  ),
);

/** Dates that a sign within them, or a missing space, keeps from being read. */
function brokenDates(text: string): Slip[] {
  return [...BROKEN.matches(text)].flatMap((match): Slip[] => {
    const [whole, day, before, name, between, year] = match as unknown as [string, string, string, string, string, string];
    const month = MONTH_NAMES.find((known) => known === name.replace(/[^A-Za-z]/g, ''));
    const isRead = before !== '' && /^[A-Za-z]+$/.test(name) && /^[,.]? $/.test(between) && /^\d+$/.test(year);
    if (!month || isRead || Number(day) > 31) return [];
    const meant = `${day} ${month} ${year.replace(/\D/g, '')}`;
    return [
      {
        from: match.index,
        to: match.index + whole.length,
        impossible: false,
        isBroken: true,
        message: `This is not read as a date: a sign is too many in it, or a space is missing. Write “${meant}” if that is meant.`,
        corrections: [{ from: match.index, to: match.index + whole.length, text: meant }],
      },
    ];
  });
}

const slipsIn = marker((prose): readonly Slip[] | null => {
  if (!/\d/.test(prose.text)) return null;
  // One character for another, so that offsets stay.
  const text = prose.text.replace(/[\n\t\u00a0\u202f]/g, ' ');
  const found = [...impossibleDays(prose, text), ...wrongWeekdays(text), ...brokenDates(text)].filter(
    ({ from, to }) => !isQuoted(prose, from, to) && !inAddress(prose.text, from, to),
  );
  return found.length > 0 ? found : null;
});

/** Days of which another rule tells: those of the inspection and the deadlines of a plan’s actions. */
function toldElsewhere(document: SendDocument): readonly Span[] {
  const { inspection, previousInspections, actions } = document.facts;
  return [
    ...[inspection.found, ...previousInspections.found].flatMap((found) => (found ? [found.span] : [])),
    ...(isPlanKind(document.kind) ? actions : []).flatMap(({ due }) => (due ? [due.span] : [])),
  ];
}

const F = 'full-inspection-report';
const about = (text: string): string => `## Information about the local area partnership\n\n${text}\n`;

const rule: DocumentRule = {
  id: 'calendar-day',
  title: 'Every day that is named is in the calendar, and falls on the day of the week that is given',
  severity: 'error',
  kinds: ALL_KINDS,
  source: cite(SOURCES.product, 'the calendar itself; names of days as in the GOV.UK style guide, dates'),
  rationale: 'Nobody can keep or check a day that does not exist, and of a date with the wrong day of the week one half is wrong.',
  help: 'Look up which day was meant. The light bulb offers the likely ones; none of them is more likely than another.',
  examples: {
    valid: [
      {
        kind: F,
        text: about(
          'Leaders met on Tuesday 13 January 2026 and on 29 February 2024. Of the children, 45 may wait. In June 31 children left.',
        ),
      },
      {
        title: 'ranges',
        kind: F,
        text: about('Inspectors came from Monday 19 to Friday 23 January 2026, and from Monday 29 December to Friday 2 January 2026.'),
      },
      {
        title: 'a day without a year',
        kind: 'strategic-plan',
        text: about('Each year the board meets on 29 February or 1 March, on a Monday 13 January or later.'),
      },
      { title: 'a quotation', kind: F, text: about('A parent wrote: “We were told 31 June 2025.”') },
      {
        title: 'numbers that are no days',
        kind: F,
        text: about('See https://www.exampleshire.example/2024-02-30/notes. It costs £31 April to June. Call 0300 123 1231.'),
      },
    ],
    invalid: [
      {
        title: 'the deadline of an action in a note',
        kind: 'engagement-meeting-note',
        text: '## Agreed actions\n\n| Action | Lead | By |\n| --- | --- | --- |\n| Send the plan | Head of SEND | 30 February 2027 |\n',
        finds: [{ at: '30 February 2027', severity: 'error' }],
      },
      {
        title: 'days that do not exist',
        kind: F,
        text: about(
          'The board met on 31 April 2026, on the 31st of June 2026 and on 30 February. It ended on 29 February 2026, or 31/11/2025, or June 31, 2026.',
        ),
        finds: [
          { at: '31 April 2026', message: /no 31 April 2026: April has 30 days/, severity: 'error' },
          { at: '31st of June 2026' },
          { at: '30 February', message: /28 or 29 days/ },
          { at: '29 February 2026', message: /February 2026 has 28 days/ },
          { at: '31/11/2025' },
          { at: 'June 31, 2026' },
        ],
      },
      {
        title: 'the wrong day of the week',
        kind: F,
        text: about(
          'On Monday 13 January 2026 leaders met. They met again on Thurs 5th of February 2026, and from Tuesday 19 to Friday 23 January 2026.',
        ),
        finds: [
          { at: 'Monday 13 January 2026', message: /13 January 2026 is a Tuesday, not a Monday/, severity: 'warning' },
          { at: 'Tuesday 19', message: /is a Monday/ },
        ],
      },
      {
        title: 'a sign too many, or a space too few',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\nInspectors came from 2 to 6 J:une 2025. The report is of 14August 2025, this plan of 9 October202=5.\n',
        finds: [{ at: '6 J:une 2025', message: /“6 June 2025”/, severity: 'warning' }, { at: '14August 2025' }, { at: '9 October202=5' }],
      },
      {
        title: 'across a line end, with a space that does not break',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategic plan\n\nThe plan ends on 31\u00a0September\n2026, a Friday\u00a011 April 2026 after.\n',
        finds: [{ at: '31\u00a0September\n2026' }, { at: 'Friday\u00a011 April 2026', severity: 'warning' }],
      },
    ],
  },
  looksFor: [slipsIn],
  check(document, report) {
    const others = toldElsewhere(document);
    for (const { unit, value } of slipsIn(document)) {
      for (const { from, to, message, impossible: none, isBroken, corrections } of value) {
        const at = unit.spanOf(from, to);
        if ((none || isBroken) && others.some(({ start, end }) => at.start < end && start < at.end)) continue;
        report({
          at,
          message,
          ...(none ? {} : { severity: 'warning' as const }),
          fixes: corrections.map(({ title, from: first, to: last, text }): Fix => ({
            title,
            kind: 'assist',
            edits: [{ ...unit.spanOf(first, last), text }],
          })),
        });
      }
    }
  },
};

export default rule;
