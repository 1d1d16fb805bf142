import {
  byText,
  findDates,
  formatDate,
  hasMonth,
  marker,
  perAction,
  readDeadline,
  readStatus,
  type ActionFact,
  type ActionField,
  type SendDocument,
} from '../../document/index.js';
import { SOURCES } from '../../framework/sources.js';
import { isPlanKind, type IsoDate, type Span } from '../../framework/types.js';
import { plural } from '../../text/words.js';
import { PLANS, type DocumentRule } from '../rule.js';
import { isGap } from './_plan.js';

/** How far into a plan its period is looked for, in paragraphs. */
const OPENING = 60;
const PERIOD =
  /\b(?:plan|strategy|it|this|document)\b.{0,60}\b(?:runs?|running|covers?|covering|lasts?)\b|\bperiod\b|\bfrom\b.{0,40}\buntil\b/i;

/** The day on which the plan says that it begins; null when it does not say, or only a year. */
function beginning(document: SendDocument): IsoDate | null {
  const first = beginnings(document)[0];
  return first && first.index < OPENING ? first.value : null;
}

const beginnings = marker(({ kind, text }): IsoDate | null => {
  if (kind === 'cell' || !/\d/.test(text) || !PERIOD.test(text)) return null;
  for (const sentence of text.split(/(?<=[.!?])\s/)) {
    if (!PERIOD.test(sentence)) continue;
    const day = findDates(sentence).find(({ range }) => range && range.end > range.start);
    if (day?.range) return day.range.start;
    const { start, date } = readDeadline(sentence);
    if (
      start &&
      date &&
      start < date &&
      /\d{4}\b.*\b(?:to|until|–|-)\s/.test(sentence) &&
      !/\b20\d{2} (?:to|until) 20\d{2}\b/.test(sentence)
    )
      return `${start.slice(0, 8)}01`;
  }
  return null;
});

/** The first day that a start date may mean; null where only a period longer than a month is given. */
const firstDay = byText((text): IsoDate | null => {
  const day = findDates(text).find(({ range }) => range);
  if (day?.range) return day.range.start;
  const { date } = readDeadline(text);
  return date &&
    /^\W*(?:early |mid-?|late |end of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?[ ,/-]*(?:20)?\d{2}\W*$/iu.test(text)
    ? `${date.slice(0, 8)}01`
    : null;
});

/** A deadline that is past, and the last day that it may mean. */
interface Past {
  readonly at: Span;
  readonly latest: IsoDate;
}

/** Where more deadlines are past, one finding tells of them all. */
const MOST_APART = 2;
const MOST_RELATED = 50;

/** Those that are told by themselves, and those that are told with the one that is longest past. */
function collected(past: readonly Past[], most: number): readonly [readonly Past[], readonly Past[]] {
  if (past.length <= most) return [past, []];
  const longest = past.reduce((one, two) => (two.latest < one.latest ? two : one));
  return [[longest], past.filter((one) => one !== longest)];
}

/** What an action's deadline tells; null without one. */
const deadlineOf = perAction(({ due, status, start }) => {
  if (due === null || isGap(due)) return null;
  const deadline = readDeadline(due);
  const done = status !== null && readStatus(status) === 'complete';
  const begins = start === null ? null : firstDay(start);
  const { date, latest, problem } = deadline;
  const isTooEarly = latest !== null && begins !== null && latest < begins;
  // Up to this day nothing is wrong with it; null where something is, or where the action is done.
  const goodUntil = problem === null && date !== null && !done && !isTooEarly ? latest : null;
  return { ...deadline, done, begins, isTooEarly, goodUntil };
});

function placeIn(document: SendDocument, field: ActionField, from: number, to: number): Span {
  const { start, end } = field.span;
  // Only where the source is the text itself, without markup or joined parts.
  return document.text.slice(start, end) === field.text ? { start: start + from, end: start + to } : field.span;
}

const plan = (due: string, status = 'On track', start = '1 June 2026'): string =>
  `# Exampleshire Local Area Partnership SEND strategic plan\n\nThis plan runs from 22 April 2026 to 30 March 2029.\n\n## Actions\n\n| Action | Lead | Start | Due | Measure | Status |\n| --- | --- | --- | --- | --- | --- |\n| Open a clinic. | Head of Therapies | ${start} | ${due} | 18 weeks | ${status} |\n`;

const rule: DocumentRule = {
  id: 'action-deadline',
  title: 'Each deadline is a real day or period that is still to come',
  severity: 'error',
  kinds: [...PLANS, 'engagement-meeting-note'],
  source: { ...SOURCES.supportAndChallenge, confidence: 'inferred', where: 'what published plans hold for each action' },
  rationale:
    'Boards, families and inspectors can hold leaders to a day. “Ongoing” never comes to an end, and a day that is past without a result needs an explanation.',
  help: 'Write a day, a month and year, a school term, a quarter or a financial year. For example: “31 March 2027”, “summer term 2027” or “Q3 2026/27”. When an action is finished, say so in its status.',
  examples: {
    valid: [
      { kind: 'strategic-plan', text: plan('31 March 2027') },
      ...[
        'March 2027',
        'end of March 27',
        'Mar-27',
        '31/03/2027',
        'Q3 2026/27',
        'summer term 2027',
        'financial year 2026/27',
        'by the end of 2027',
        'Ongoing, first results July 2027',
        '2027-03-31',
      ].map((due) => ({ title: due, kind: 'strategic-plan' as const, text: plan(due) })),
      { title: 'past and complete', kind: 'strategic-plan', text: plan('30 September 2026', 'Complete') },
      { title: 'vague and complete', kind: 'strategic-plan', text: plan('Ongoing', 'Completed') },
      { title: 'a quarter that may be of the financial year', kind: 'strategic-plan', text: plan('Q4 2026'), today: '2027-02-01' },
      { title: 'a gap of the template', kind: 'strategic-plan', text: plan('[insert due date]') },
      { title: 'finished before the plan began', kind: 'strategic-plan', text: plan('March 2026', 'Complete', 'January 2026') },
    ],
    invalid: [
      {
        title: 'no such day',
        kind: 'strategic-plan',
        text: plan('31 June 2027'),
        finds: [{ at: '31 June 2027', message: /no such day/, severity: 'error' }],
      },
      { title: 'no such quarter', kind: 'strategic-plan', text: plan('Q5 2027'), finds: [{ at: 'Q5 2027', severity: 'error' }] },
      {
        title: 'no year',
        kind: 'strategic-plan',
        text: plan('by 31 March'),
        finds: [{ at: '31 March', message: /year/, severity: 'error' }],
      },
      {
        title: 'a term without its year',
        kind: 'strategic-plan',
        text: plan('Summer term'),
        finds: [{ at: 'Summer term', message: /year/, severity: 'error' }],
      },
      {
        title: 'unreadable',
        kind: 'strategic-plan',
        text: plan('3rd 27'),
        finds: [{ at: '3rd 27', message: /cannot be read/, severity: 'error' }],
      },
      ...['Ongoing', 'asap', 'TBC', 'Monthly', 'From June 2026'].map((due) => ({
        title: due,
        kind: 'strategic-plan' as const,
        text: plan(due),
        finds: [{ at: due, message: /no day/, severity: due.startsWith('From') ? ('info' as const) : ('warning' as const) }],
      })),
      {
        title: 'a length of time',
        kind: 'strategic-plan',
        text: plan('within 6 months'),
        finds: [{ at: 'within 6 months', message: /counted/, severity: 'warning' }],
      },
      {
        title: 'a day of a note that nobody can read',
        kind: 'engagement-meeting-note',
        text: '## Agreed actions\n\n| Action | Lead | By when |\n| --- | --- | --- |\n| Train staff. | Head of SEND | 26 Febru ary 2027 |\n| Meet. | Chair | before the next meeting |\n',
        finds: [{ at: '26 Febru ary 2027', message: /cannot be read/, severity: 'error' }],
      },
      {
        title: 'past and not done',
        kind: 'strategic-plan',
        text: plan('30 September 2026'),
        finds: [{ at: '30 September 2026', message: /past/, severity: 'warning' }],
      },
      {
        title: 'past, with an empty status',
        kind: 'strategic-plan',
        text: plan('30 September 2026', ''),
        finds: [{ at: '30 September 2026', severity: 'warning' }],
      },
      {
        title: 'past, in a plan without status',
        kind: 'strategic-plan',
        text: plan('30 September 2026')
          .replace(/ \| Status \|/, ' |')
          .replace(/ --- \|\n\| Open/, '\n| Open')
          .replace(/ \| On track/, ''),
        finds: [{ at: '30 September 2026', severity: 'info' }],
      },
      {
        title: 'before the plan began',
        kind: 'strategic-plan',
        text: plan('1 April 2026', 'On track', '-'),
        finds: [{ at: '1 April 2026', message: /before the plan began/, severity: 'error' }],
      },
      {
        title: 'before its own start',
        kind: 'strategic-plan',
        text: plan('31 January 2027', 'On track', '1 March 2027'),
        finds: [{ at: '31 January 2027', message: /before it starts/, severity: 'error' }],
      },
    ],
  },
  looksFor: [beginnings, deadlineOf],
  check(document, report, { today }) {
    const began = beginning(document);
    const seen = new Set<number>();
    const late: Past[] = [];
    const untold: Past[] = [];
    const check = (
      action: ActionFact,
      due: ActionField,
      { date, latest, problem, from, to, done, begins, isTooEarly }: NonNullable<ReturnType<typeof deadlineOf>>,
    ): void => {
      const at = problem ? placeIn(document, due, from, to) : due.span;
      if (problem === 'impossible') {
        report({ at, message: 'There is no such day or period. Correct the deadline.' });
        return;
      }
      if (done) return;
      switch (problem) {
        case 'no-year':
          report({ at, message: 'This deadline has no year. Add it, so that everyone knows which one is meant.' });
          return;
        case 'unreadable':
          report({
            at,
            message:
              'This deadline cannot be read as a day or a period. Write it like “31 March 2027”, “summer term 2027” or “Q3 2026/27”.',
          });
          return;
        case 'vague':
          // "July 2027 and ongoing" has its day; "From July 2027" may mean one.
          if (date !== null && !/^\W*from\b/i.test(due.text)) return;
          report({
            at,
            severity: date === null ? 'warning' : 'info',
            message: 'This deadline names no day by which the action is done. Give the day, or the day of the next milestone or check.',
          });
          return;
        case 'relative':
          report({
            at,
            severity: 'warning',
            message: 'This deadline is counted from a day that it does not name. Give the day itself, such as “31 March 2027”.',
          });
          return;
        case null:
      }
      if (date === null || latest === null) return;
      if (isTooEarly) {
        report({
          at,
          message: `The action is due before it starts (${formatDate(begins!)}). Correct one of the two days.`,
          related: [{ span: action.start!.span, message: 'The start of this action' }],
        });
      } else if (began && latest < began) {
        report({
          at,
          message: `This deadline lies before the plan began (${formatDate(began)}) and the action is not complete. Correct the day, or the status.`,
        });
      } else if (latest < today) {
        const told = action.status !== null || action.places.status !== undefined;
        (told ? late : untold).push({ at, latest });
      }
    };
    const isPlan = isPlanKind(document.kind);
    const earliest = began && began > today ? began : today;
    for (const action of document.facts.actions) {
      const deadline = deadlineOf(action);
      if (!deadline) continue;
      const due = action.due!;
      // A note says in its own words when something is meant to be done; only a day that nobody can read is a mistake in it.
      if (!isPlan && !(deadline.problem === 'unreadable' && hasMonth(due.text))) continue;
      // One deadline may hold for all actions of a part, and then the first of them tells.
      const place = due.span.start;
      if (seen.has(place)) continue;
      seen.add(place);
      // Most are still to come.
      if (deadline.goodUntil !== null && deadline.goodUntil >= earliest) continue;
      check(action, due, deadline);
    }
    for (const [places, [first, others]] of [
      [late, collected(late, MOST_APART)],
      [untold, collected(untold, 1)],
    ] as const) {
      const told = places === late;
      for (const { at } of first)
        report({
          at,
          severity: told ? 'warning' : 'info',
          message:
            (told
              ? 'This deadline is past and the action is not complete. Update the status, or agree a new day and say why.'
              : 'This deadline is past, and the plan has no place to say whether the action is complete. Add a status.') +
            (others.length > 0 ? ` So it is with ${plural(others.length, 'more action')} of this plan.` : ''),
          related: others.slice(0, MOST_RELATED).map((other) => ({ span: other.at, message: 'Past as well' })),
        });
    }
  },
};

export default rule;
