import { knownFacts, type SendDocument } from '../../document/index.js';
import { formatDate } from '../../framework/days.js';
import { CYCLE_EVENTS, intervalOf, milestoneById, triggersOf, type CycleEvent } from '../../framework/milestones.js';
import { SOURCES, cite } from '../../framework/sources.js';
import type { IsoDate, Span } from '../../framework/types.js';
import { addWorkingDays, calendarWith, describeWorkingDays, workingDaysBetween } from '../../framework/working-days.js';
import { DEFAULT_SETTINGS } from '../../settings/settings.js';
import type { DocumentRule, RuleContext } from '../rule.js';

const STRATEGIC = milestoneById('publish-strategic-plan')!;
const PRIORITY = milestoneById('submit-priority-action-plan')!;

/** Fewer working days left than this deserve a warning. */
const SOON = 5;
/** Dates further apart are slips of the keyboard, which other checks report. */
const PLAUSIBLE_YEARS = 50;

interface Start {
  readonly date: IsoDate;
  readonly event: CycleEvent;
  /** Where this document says it; null when the linked report does. */
  readonly span: Span | null;
}

const reportDate = (document: SendDocument, event: CycleEvent): IsoDate | undefined =>
  event === 'report-received' ? document.frontMatter.data.report?.received : knownFacts(document).reportPublished?.value;

/** The first of these events that the plan, or else the report that it answers, gives a date for. */
function startOf(document: SendDocument, events: readonly CycleEvent[], context: RuleContext): Start | null {
  const { respondsTo } = document.frontMatter.data;
  const linked = respondsTo === undefined ? null : context.lookup(respondsTo);
  const report = linked?.kind === 'full-inspection-report' ? linked : null;
  for (const event of events) {
    const own = reportDate(document, event);
    if (own) return { date: own, event, span: document.frontMatter.valueSpan(CYCLE_EVENTS[event].key) };
    const theirs = report && reportDate(report, event);
    if (theirs) return { date: theirs, event, span: null };
  }
  return null;
}

const yearsApart = (a: IsoDate, b: IsoDate): number => Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));

const amount = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;

const front = (lines: string): string => `---\n${lines}\n---\n\n# Exampleshire Local Area Partnership SEND strategic plan\n`;
const priority = (lines: string): string =>
  `---\n${lines}\n---\n\n# Exampleshire Local Area Partnership priority action plan (area SEND)\n`;

const rule: DocumentRule = {
  id: 'publication-deadline',
  title: 'A strategic plan is published, and a priority action plan submitted, in time',
  severity: 'error',
  kinds: ['strategic-plan', 'priority-action-plan'],
  source: cite(SOURCES.handbook, 'strategic plan and priority action plan after a full inspection'),
  rationale:
    'An updated strategic plan follows within 30 working days of a full inspection’s report, or else a priority action plan. Children, young people and families soon see what will change.',
  help: 'Give the dates in the front matter: report.received or report.published, and plan.published or plan.submitted. Two things could not be confirmed: what starts the strategic plan’s clock, and the 35 working days of a priority action plan. The settings under “deadlines” change them.',
  examples: {
    valid: [
      {
        title: 'a plan on the last day',
        kind: 'strategic-plan',
        text: front('report: { received: 2026-05-20 }\nplan: { published: 2026-07-02 }'),
      },
      { title: 'a plan whose clock has not started', kind: 'strategic-plan', text: front('localArea: Exampleshire') },
      { title: 'a plan with time left', kind: 'strategic-plan', today: '2026-06-24', text: front('report: { received: 2026-05-20 }') },
      {
        title: 'a plan marked as done',
        kind: 'strategic-plan',
        text: front('report: { received: 2026-05-20 }\ndone: [publish-strategic-plan]'),
      },
      {
        title: 'a plan counted from publication by a setting',
        kind: 'strategic-plan',
        text: front('report: { received: 2026-05-06, published: 2026-05-20 }\nplan: { published: 2026-07-02 }'),
        settings: { deadlines: { ...DEFAULT_SETTINGS.deadlines, strategicPlanTrigger: 'published' } },
      },
      {
        title: 'an extra holiday',
        kind: 'strategic-plan',
        text: front('report: { received: 2026-05-20 }\nplan: { published: 2026-07-03 }'),
        settings: { extraHolidays: ['2026-06-15'] },
      },
      {
        title: 'a priority action plan that was approved, so it was submitted',
        kind: 'priority-action-plan',
        text: priority('report: { received: 2026-04-30 }\nplan: { approved: 2026-07-28 }'),
      },
      {
        title: 'a plan dated before the report, which is another mistake',
        kind: 'strategic-plan',
        text: front('report: { received: 2026-05-20 }\nplan: { published: 2026-03-02 }'),
      },
    ],
    invalid: [
      {
        title: 'a plan published a day late',
        kind: 'strategic-plan',
        text: front('report: { received: 2026-05-20 }\nplan: { published: 2026-07-03 }'),
        finds: [
          {
            at: '2026-07-03',
            message: /2 July 2026.*30 working days from 20 May 2026, skipping 25 May \(bank holiday\)/,
            severity: 'error',
          },
        ],
      },
      {
        title: 'a plan counted from publication, because receipt is not given',
        kind: 'strategic-plan',
        text: front('report: { published: 2026-05-20 }\nplan: { published: 2026-07-03 }'),
        finds: [{ at: '2026-07-03', message: /the report was published/ }],
      },
      {
        title: 'a plan that is overdue',
        kind: 'strategic-plan',
        today: '2026-07-03',
        text: front('report: { received: 2026-05-20 }'),
        finds: [{ at: '2026-05-20', message: /ended on 2 July 2026/, severity: 'error' }],
      },
      {
        title: 'a plan with four working days left',
        kind: 'strategic-plan',
        today: '2026-06-26',
        text: front('report: { received: 2026-05-20 }'),
        finds: [{ at: '2026-05-20', message: /4 working days are left/, severity: 'warning' }],
      },
      {
        title: 'the last day',
        kind: 'strategic-plan',
        today: '2026-07-02',
        text: front('report: { received: 2026-05-20 }'),
        finds: [{ at: '2026-05-20', message: /today is the last day/i, severity: 'warning' }],
      },
      {
        title: 'a priority action plan submitted late',
        kind: 'priority-action-plan',
        text: priority('report: { received: 2026-04-30 }\nplan: { submitted: 2026-06-23 }'),
        finds: [{ at: '2026-06-23', message: /22 June 2026/ }],
      },
      {
        title: 'the date of the report that the plan answers',
        kind: 'strategic-plan',
        text: front('respondsTo: report.md\nplan: { published: 2026-07-03 }'),
        others: {
          'report.md': '---\nreport: { received: 2026-05-20 }\n---\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n',
        },
        finds: [{ at: '2026-07-03', message: /2 July 2026/ }],
      },
    ],
  },

  check(document, report, context) {
    const { frontMatter } = document;
    const milestone = document.kind === 'priority-action-plan' ? PRIORITY : STRATEGIC;
    const { plan, done } = frontMatter.data;
    const interval = intervalOf(milestone, context.settings.deadlines);
    const start = startOf(document, triggersOf(milestone, context.settings.deadlines), context);
    if (!interval || !start || yearsApart(start.date, context.today) > PLAUSIBLE_YEARS) return;
    const calendar = calendarWith(context.settings.extraHolidays);
    const limit = addWorkingDays(start.date, interval.count, calendar);
    const counted = (): string =>
      `${describeWorkingDays(start.date, interval.count, calendar)}, when ${CYCLE_EVENTS[start.event].happened}`;
    const related = start.span ? [{ span: start.span, message: `The clock starts here: ${CYCLE_EVENTS[start.event].name}.` }] : [];

    const submitting = milestone === PRIORITY;
    const verb = submitting ? 'submitted' : 'published';
    const published = knownFacts(document).planPublished;
    const finished = submitting ? plan?.submitted : published?.value;
    if (finished !== undefined) {
      const at = submitting ? frontMatter.valueSpan(`plan.${verb}`) : (published?.span ?? null);
      if (!at || finished <= limit || yearsApart(finished, start.date) > PLAUSIBLE_YEARS) return;
      const late = workingDaysBetween(limit, finished, calendar);
      report({
        at,
        related,
        message: `The plan ${finished > context.today ? 'is to be' : 'was'} ${verb} on ${formatDate(finished)}, ${late === 0 ? 'after' : `${amount(late)} after`} the limit of ${formatDate(limit)} (${counted()}). Check both dates; if they are right, switch this check off here with the reason for the delay.`,
      });
      return;
    }
    // A plan that was approved, or a priority action plan that is out, has been submitted; when, it does not say.
    if (
      [milestone.id, ...(milestone.shownBy?.milestones ?? [])].some((id) => done?.includes(id)) ||
      (submitting && (plan?.approved ?? published))
    )
      return;
    const at = start.span ?? frontMatter.valueSpan('respondsTo');
    if (!at) return;
    const key = `plan.${verb}`;
    if (limit < context.today) {
      report({
        at,
        message: `The time to ${submitting ? 'submit' : 'publish'} this plan ended on ${formatDate(limit)} (${counted()}), and it does not say that it was ${verb}. Add ${key} to the front matter, or ${submitting ? 'submit' : 'publish'} it now.`,
      });
      return;
    }
    const left = workingDaysBetween(context.today, limit, calendar);
    if (left >= SOON) return;
    const time = left === 0 ? 'Today is the last day' : `Only ${amount(left)} ${left === 1 ? 'is' : 'are'} left`;
    report({
      at,
      severity: 'warning',
      message: `${time} to ${submitting ? 'submit' : 'publish'} this plan: the limit is ${formatDate(limit)} (${counted()}). Once it is ${verb}, add ${key} to the front matter.`,
    });
  },
};

export default rule;
