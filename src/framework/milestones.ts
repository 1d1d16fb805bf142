/* eslint-disable max-lines -- a table, with its sources */
import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import { editionFor, EDITION_INFO } from './kinds.js';
import { formatDate } from './days.js';
import { EDITIONS, type EditionId, type IsoDate, type OutcomeId, type Source } from './types.js';

/** What happens to a local area in the course of a cycle and starts, fixes or ends a deadline. */
export const CYCLE_EVENTS = {
  'on-site-start': {
    name: 'first day on site',
    waitingFor: 'dates of the inspection',
    happened: 'inspectors come on site',
    key: 'inspection',
  },
  'inspection-end': { name: 'inspection', waitingFor: 'dates of the inspection', happened: 'the inspection ended', key: 'inspection' },
  'draft-received': {
    name: 'draft report received',
    waitingFor: 'date the draft report was received',
    happened: 'the partnership received the draft report',
    key: 'report.draftReceived',
  },
  'report-received': {
    name: 'report received',
    waitingFor: 'date the final report was received',
    happened: 'the partnership received the final report',
    key: 'report.received',
  },
  'report-published': {
    name: 'report published',
    waitingFor: 'date the report was published',
    happened: 'the report was published',
    key: 'report.published',
  },
  'strategic-plan-published': {
    name: 'strategic plan published',
    waitingFor: 'date the strategic plan was published',
    happened: 'the strategic plan was published',
    key: 'plan.published',
  },
  'strategic-plan-review': {
    name: 'review of the strategic plan',
    waitingFor: 'date of the plan’s next review',
    happened: 'the plan is reviewed',
    key: 'plan.review',
  },
  'priority-action-plan-submitted': {
    name: 'priority action plan submitted',
    waitingFor: 'date the priority action plan was submitted',
    happened: 'the priority action plan was submitted',
    key: 'plan.submitted',
  },
  'priority-action-plan-approved': {
    name: 'priority action plan approved',
    waitingFor: 'date the priority action plan was found fit for purpose',
    happened: 'the priority action plan was found fit for purpose',
    key: 'plan.approved',
  },
  'priority-action-plan-published': {
    name: 'priority action plan published',
    waitingFor: 'date the priority action plan was published',
    happened: 'the priority action plan was published',
    key: 'plan.published',
  },
  'priority-action-plan-review': {
    name: 'review of the priority action plan',
    waitingFor: 'date of the plan’s next review',
    happened: 'the plan is reviewed',
    key: 'plan.review',
  },
  'monitoring-inspection': {
    name: 'monitoring inspection',
    waitingFor: 'dates of the monitoring inspection',
    happened: 'the monitoring inspection ended',
    key: 'inspection',
  },
  'engagement-meeting': {
    name: 'engagement meeting',
    waitingFor: 'date of the last engagement meeting',
    happened: 'the last engagement meeting took place',
    key: 'engagementMeeting.last',
  },
  'engagement-meeting-next': {
    name: 'next engagement meeting',
    waitingFor: 'date of the next engagement meeting',
    happened: 'the next engagement meeting takes place',
    key: 'engagementMeeting.next',
  },
  'comments-published': {
    name: 'comments on the local offer published',
    waitingFor: 'date comments on the local offer were last published',
    happened: 'comments on the local offer were last published',
    key: 'localOffer.commentsPublished',
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly waitingFor: string; readonly happened: string; readonly key: string }
>;

export type CycleEvent = keyof typeof CYCLE_EVENTS;
const EVENT_IDS = Object.keys(CYCLE_EVENTS) as readonly CycleEvent[] as [CycleEvent, ...CycleEvent[]];

export type IntervalUnit = 'working-days' | 'months';

/** The settings (`deadlines.…`) that change a milestone. */
export const INTERVAL_SETTINGS = [
  'strategicPlanWorkingDays',
  'priorityActionPlanWorkingDays',
  'priorityActionPlanDecisionWorkingDays',
  'publishPriorityActionPlanWorkingDays',
  'reportPublicationWorkingDays',
  'factualAccuracyWorkingDays',
  'notificationWorkingDays',
  'monitoringInspectionMonths',
  'engagementMeetingMonths',
  'improvementNoticeMonths',
  'stocktakeMonths',
  'localOfferCommentsMonths',
] as const;
export type IntervalSetting = (typeof INTERVAL_SETTINGS)[number];

export interface Milestone {
  readonly id: string;
  /** As it stands in a list or a calendar: "Publish the updated strategic plan". */
  readonly title: string;
  /** The outcomes after which it exists; null: whatever the outcome. */
  readonly outcomes: readonly OutcomeId[] | null;
  /** The events that the interval counts from: the first whose date is known. Empty where only `fixedBy` gives the date. */
  readonly triggers: readonly CycleEvent[];
  /** A setting that chooses other triggers. */
  readonly triggerSetting?: { readonly name: 'strategicPlanTrigger'; readonly triggers: Readonly<Record<string, readonly CycleEvent[]>> };
  /** Negative counts lie before the trigger. null: the months that the outcome (or the report itself) gives. */
  readonly interval: { readonly count: number; readonly unit: IntervalUnit } | null;
  /** The setting that changes `interval.count` (never its direction). */
  readonly intervalSetting: IntervalSetting | null;
  /** An observed or announced span from the trigger, in the interval's unit. */
  readonly window?: { readonly from: number; readonly to: number };
  /** A known date for the thing itself, which goes before any reckoning. */
  readonly fixedBy?: CycleEvent;
  /** "About": a day to expect, never one that can be missed. */
  readonly approximate: boolean;
  /** Comes again after each interval; the next one is shown. */
  readonly repeats?: true;
  /** Comes every interval and is recorded: a fallback for its first trigger says nothing once a second interval has passed. */
  readonly recorded?: true;
  /** Events that finish it. */
  readonly finishedBy: readonly CycleEvent[];
  /** Later events, and milestones marked as done, that show it to be finished without saying when. */
  readonly shownBy?: { readonly events: readonly CycleEvent[]; readonly milestones: readonly string[] };
  /** Gone without a word once this event has happened, or its window has closed: it is of no use then. */
  readonly goneAfter?: CycleEvent | 'window';
  /** Not listed as waiting while its trigger is not known. */
  readonly quiet?: true;
  readonly owner: string;
  /** What is asked, as a sentence; {interval} stands for the interval. */
  readonly asks: string;
  /** What could not be confirmed, as a sentence; null where nothing is in doubt. */
  readonly doubt: string | null;
  readonly source: Source;
  /** What differs under later editions or after other events; the later of two that apply counts. */
  readonly variants?: readonly MilestoneVariant[];
}

export interface MilestoneVariant extends Partial<
  Pick<Milestone, 'title' | 'owner' | 'asks' | 'doubt' | 'source' | 'interval' | 'triggers' | 'window'>
> {
  /** The first edition to which it applies. */
  readonly since?: EditionId;
  /** Applies once this has happened. */
  readonly after?: CycleEvent;
}

export const PARTNERSHIP = 'local area partnership';
const INSPECTORATES = 'Ofsted and CQC';
const DEPARTMENT_AND_NHS = 'Department for Education and NHS England';

/** A day that the plan gives itself. */
const reviewOf = (id: 'strategic-plan-review' | 'priority-action-plan-review', title: string): Milestone => ({
  id,
  title,
  outcomes: null,
  triggers: [],
  interval: null,
  intervalSetting: null,
  fixedBy: id,
  approximate: false,
  finishedBy: [],
  quiet: true,
  owner: PARTNERSHIP,
  asks: 'The plan gives the day of its next review.',
  doubt: null,
  source: SOURCES.product,
});

/** The deadlines and intervals of the framework and of the law around it, in the order of a cycle. */
export const MILESTONES: readonly Milestone[] = [
  {
    id: 'notification',
    title: 'Notification of the inspection',
    outcomes: null,
    triggers: ['on-site-start'],
    interval: { count: -10, unit: 'working-days' },
    intervalSetting: 'notificationWorkingDays',
    approximate: true,
    finishedBy: [],
    goneAfter: 'on-site-start',
    quiet: true,
    owner: INSPECTORATES,
    asks: 'The local area is notified {interval} the first day on site, on the Monday of week 1.',
    doubt: 'The number of days is as others report it.',
    source: cite({ ...SOURCES.handbook, confidence: 'secondary' }, 'days before fieldwork, as revised in 2023'),
  },
  {
    id: 'off-site-fieldwork',
    title: 'First day of fieldwork off site',
    outcomes: null,
    triggers: ['on-site-start'],
    interval: { count: -2, unit: 'working-days' },
    intervalSetting: null,
    approximate: true,
    finishedBy: [],
    goneAfter: 'on-site-start',
    quiet: true,
    owner: INSPECTORATES,
    asks: 'Fieldwork begins off site on the Thursday of week 2, {interval} the first day on site.',
    doubt: 'The day is as others report it.',
    source: cite({ ...SOURCES.handbook, confidence: 'secondary' }, 'days before fieldwork, as revised in 2023'),
  },
  {
    id: 'on-site',
    title: 'First day of inspectors on site',
    outcomes: null,
    triggers: [],
    interval: null,
    intervalSetting: null,
    fixedBy: 'on-site-start',
    approximate: false,
    finishedBy: [],
    goneAfter: 'on-site-start',
    quiet: true,
    owner: INSPECTORATES,
    asks: 'Inspectors are on site from Monday to Friday of week 3.',
    doubt: null,
    source: SOURCES.publishedReports,
  },
  {
    id: 'factual-accuracy',
    title: 'Comment on the facts of the draft report',
    outcomes: null,
    triggers: ['draft-received'],
    interval: { count: 5, unit: 'working-days' },
    intervalSetting: 'factualAccuracyWorkingDays',
    approximate: false,
    finishedBy: [],
    shownBy: { events: ['report-received', 'report-published'], milestones: [] },
    quiet: true,
    owner: PARTNERSHIP,
    asks: 'The partnership comments on the facts of the draft report within {interval} of receiving it.',
    doubt: 'This is Ofsted’s general rule; that it holds for area SEND inspections could not be confirmed.',
    source: cite({ ...SOURCES.handbook, confidence: 'secondary' }, 'factual accuracy of the draft report'),
  },
  {
    id: 'report-publication',
    title: 'Publication of the report',
    outcomes: null,
    triggers: ['inspection-end'],
    interval: { count: 44, unit: 'working-days' },
    intervalSetting: 'reportPublicationWorkingDays',
    window: { from: 34, to: 75 },
    approximate: true,
    finishedBy: ['report-published'],
    goneAfter: 'window',
    owner: 'Ofsted',
    asks: 'Half of all reports were published within {interval} of the last day of the inspection, and eight of ten after 34 to 75 working days.',
    doubt: 'This is what published reports show, not a rule.',
    source: cite({ ...SOURCES.publishedReports, confidence: 'inferred' }, 'time from the last day on site to publication'),
  },
  {
    id: 'publish-strategic-plan',
    title: 'Publish the updated strategic plan',
    outcomes: [1, 2],
    triggers: ['report-received', 'report-published'],
    triggerSetting: {
      name: 'strategicPlanTrigger',
      triggers: { received: ['report-received', 'report-published'], published: ['report-published'] },
    },
    interval: { count: 30, unit: 'working-days' },
    intervalSetting: 'strategicPlanWorkingDays',
    approximate: false,
    finishedBy: ['strategic-plan-published'],
    owner: PARTNERSHIP,
    asks: 'The partnership updates and publishes its strategic plan within {interval} of the final report.',
    doubt:
      'The number of days is the framework’s; whether they count from receiving the report or from its publication could not be confirmed, and a setting chooses (deadlines.strategicPlanTrigger).',
    source: cite(SOURCES.handbook, 'strategic plan after a full inspection'),
  },
  {
    id: 'submit-priority-action-plan',
    title: 'Submit the priority action plan',
    outcomes: [3],
    triggers: ['report-received'],
    interval: { count: 35, unit: 'working-days' },
    intervalSetting: 'priorityActionPlanWorkingDays',
    approximate: false,
    finishedBy: ['priority-action-plan-submitted'],
    shownBy: {
      events: ['priority-action-plan-approved', 'priority-action-plan-published'],
      milestones: ['priority-action-plan-decision', 'publish-priority-action-plan'],
    },
    owner: PARTNERSHIP,
    asks: 'The partnership submits its priority action plan to Ofsted and the CQC within {interval} of receiving the final report.',
    doubt: 'The number of days is recalled and could not be confirmed.',
    source: cite({ ...SOURCES.handbook, confidence: 'recalled' }, 'priority action plan'),
    variants: [
      {
        since: '2025-06',
        asks: 'The partnership submits its priority action plan within {interval} of receiving the final report.',
      },
    ],
  },
  {
    id: 'written-statement',
    title: 'Statutory limit for the written statement of proposed action',
    outcomes: [3],
    triggers: ['report-received'],
    interval: { count: 70, unit: 'working-days' },
    intervalSetting: null,
    approximate: false,
    finishedBy: ['priority-action-plan-submitted'],
    shownBy: {
      events: ['priority-action-plan-approved', 'priority-action-plan-published'],
      milestones: ['submit-priority-action-plan', 'priority-action-plan-decision', 'publish-priority-action-plan'],
    },
    owner: 'principal authority',
    asks: 'The principal authority makes its written statement of proposed action within {interval} of receiving the report. The priority action plan serves as this statement, and the framework asks for it sooner.',
    doubt: null,
    source: cite(SOURCES.regulations2015, 'regulation 4'),
  },
  {
    id: 'improvement-notice',
    title: 'Improvement notice, usual after this outcome',
    outcomes: [3],
    triggers: ['report-published'],
    interval: { count: 2, unit: 'months' },
    intervalSetting: 'improvementNoticeMonths',
    approximate: true,
    finishedBy: [],
    quiet: true,
    owner: 'Department for Education',
    asks: 'After an outcome of widespread and/or systemic failings, the Department for Education usually gives an improvement notice, {interval} after publication.',
    doubt: 'The interval is inferred from dated notices.',
    source: { ...SOURCES.supportAndChallenge, confidence: 'inferred' },
  },
  {
    id: 'priority-action-plan-decision',
    title: 'Decision on the priority action plan',
    outcomes: [3],
    triggers: ['priority-action-plan-submitted'],
    interval: { count: 35, unit: 'working-days' },
    intervalSetting: 'priorityActionPlanDecisionWorkingDays',
    approximate: true,
    finishedBy: ['priority-action-plan-approved'],
    shownBy: { events: [], milestones: ['publish-priority-action-plan'] },
    owner: INSPECTORATES,
    asks: 'Ofsted and the CQC say whether the priority action plan is fit for purpose, {interval} after it was submitted.',
    doubt: 'The interval is inferred from dated plans.',
    source: cite({ ...SOURCES.handbook, confidence: 'inferred' }, 'priority action plan'),
    variants: [
      {
        since: '2025-06',
        title: 'Feedback on the priority action plan',
        owner: DEPARTMENT_AND_NHS,
        asks: 'The Department for Education and regional NHS England give feedback on the priority action plan, {interval} after it was submitted.',
        source: cite({ ...SOURCES.handbook, confidence: 'inferred' }, 'paragraph 149 and summary of changes of June and July 2025'),
      },
    ],
  },
  {
    id: 'publish-priority-action-plan',
    title: 'Publish the priority action plan',
    outcomes: [3],
    triggers: ['priority-action-plan-approved'],
    interval: { count: 5, unit: 'working-days' },
    intervalSetting: 'publishPriorityActionPlanWorkingDays',
    approximate: true,
    finishedBy: ['priority-action-plan-published'],
    owner: PARTNERSHIP,
    asks: 'The plan is published on the local authority’s website and the local offer promptly once it is approved; this product takes that as {interval}.',
    doubt: 'The number of days is a default of this product.',
    source: cite({ ...SOURCES.handbook, confidence: 'inferred' }, 'priority action plan'),
    variants: [
      {
        since: '2025-06',
        asks: 'The plan is published on the local authority’s website and the local offer promptly once the Department for Education and NHS England have given their feedback; this product takes that as {interval}.',
      },
    ],
  },
  reviewOf('strategic-plan-review', 'Review of the strategic plan'),
  reviewOf('priority-action-plan-review', 'Review of the priority action plan'),
  {
    id: 'stocktake',
    title: 'Progress stocktake',
    outcomes: [3],
    triggers: ['priority-action-plan-approved'],
    interval: { count: 6, unit: 'months' },
    intervalSetting: 'stocktakeMonths',
    approximate: true,
    repeats: true,
    finishedBy: [],
    quiet: true,
    owner: DEPARTMENT_AND_NHS,
    asks: 'The Department for Education and NHS England look at progress {interval} after the plan was agreed, and again after each such interval.',
    doubt: 'The interval is as others report it.',
    source: { ...SOURCES.supportAndChallenge, confidence: 'secondary' },
  },
  {
    id: 'engagement-meeting',
    title: 'Annual engagement meeting',
    outcomes: null,
    triggers: ['engagement-meeting', 'inspection-end'],
    interval: { count: 12, unit: 'months' },
    intervalSetting: 'engagementMeetingMonths',
    fixedBy: 'engagement-meeting-next',
    approximate: true,
    recorded: true,
    finishedBy: [],
    owner: 'Ofsted and CQC with the local area partnership',
    asks: 'Ofsted and the CQC meet the partnership every year: {interval} after the last meeting, or after the inspection.',
    doubt: null,
    source: cite(SOURCES.handbook, 'annual engagement meetings'),
    variants: [{ since: '2025-06', doubt: 'How often they meet was adjusted in June 2025; the new figure could not be confirmed.' }],
  },
  {
    id: 'monitoring-inspection',
    title: 'Monitoring inspection',
    outcomes: [3],
    triggers: ['report-received', 'report-published'],
    interval: { count: 18, unit: 'months' },
    intervalSetting: 'monitoringInspectionMonths',
    window: { from: 18, to: 26 },
    approximate: true,
    finishedBy: ['monitoring-inspection'],
    owner: INSPECTORATES,
    asks: 'A monitoring inspection is carried out within {interval} of the final report. Real ones came after 18 to 26 months.',
    doubt: 'That the interval counts from the final report is as others report it.',
    source: cite({ ...SOURCES.handbook, confidence: 'secondary' }, 'monitoring inspections'),
    variants: [
      {
        since: '2025-06',
        asks: 'A monitoring inspection is usually carried out {interval} from the day the partnership received its final report. Real ones came after 18 to 26 months.',
        doubt: null,
        source: cite(SOURCES.handbook, 'paragraph 21 and summary of changes of June 2025'),
      },
      {
        since: '2025-07',
        asks: 'A monitoring inspection is usually carried out {interval} from the day the partnership received its final report. Real ones came after 18 to 26 months. There are usually no more than 3 monitoring visits in 12 months across area SEND and children’s services inspections.',
        doubt: null,
        source: cite(SOURCES.handbook, 'paragraphs 21 and 23 and summary of changes of June and July 2025'),
      },
    ],
  },
  {
    id: 'next-full-inspection',
    title: 'Next full inspection',
    outcomes: [1, 2, 3],
    triggers: ['inspection-end'],
    interval: null,
    intervalSetting: null,
    approximate: true,
    finishedBy: [],
    owner: INSPECTORATES,
    asks: 'The next full inspection comes within {interval} of this one; the outcome decides how long.',
    doubt: null,
    source: cite(SOURCES.publishedReports, 'section “Inspection outcome”'),
    variants: [
      {
        after: 'monitoring-inspection',
        triggers: ['monitoring-inspection'],
        interval: { count: 24, unit: 'months' },
        asks: 'After a monitoring inspection the next full inspection comes within {interval}.',
        doubt: 'The interval is as the press and parent carer forums report it of monitoring inspections in 2025.',
        source: {
          title: 'Reports of others on monitoring inspections in 2025',
          where: '“within the next two years”',
          confidence: 'secondary',
        },
      },
    ],
  },
  {
    id: 'local-offer-comments',
    title: 'Publish comments on the local offer and the response to them',
    outcomes: null,
    triggers: ['comments-published'],
    interval: { count: 12, unit: 'months' },
    intervalSetting: 'localOfferCommentsMonths',
    approximate: false,
    finishedBy: [],
    quiet: true,
    owner: 'local authority',
    asks: 'The local authority publishes comments on its local offer and its response at least once a year: {interval} after the last time.',
    doubt: 'The regulation is recalled and could not be confirmed.',
    source: cite(SOURCES.sendRegulations2014, 'regulation 56'),
  },
];

/** A milestone as it is under an edition and after what has happened. */
export function milestoneIn(milestone: Milestone, edition: EditionId, has: (event: CycleEvent) => boolean): Milestone {
  const { variants, ...base } = milestone;
  const applying = (variants ?? []).filter(
    ({ since, after }) =>
      (since === undefined || EDITIONS.indexOf(edition) >= EDITIONS.indexOf(since)) && (after === undefined || has(after)),
  );
  return applying.reduce<Milestone>((whole, variant) => {
    const part: { since?: EditionId; after?: CycleEvent } & Partial<Milestone> = { ...variant };
    delete part.since;
    delete part.after;
    return { ...whole, ...part };
  }, base);
}

/** The edition under which a milestone falls: that of the documents, else the one in force on the day it counts from. */
export const editionOf = (given: EditionId | null | undefined, day: IsoDate | null): EditionId => given ?? editionFor(day);

/** "Since 6 June 2025 this is for the Department for Education and NHS England, before for Ofsted and CQC."; empty where it never changed hands by then. */
export function changeOfOwner({ owner, variants = [] }: Milestone, edition: EditionId): string {
  const changed = variants.find(
    (variant) => variant.since && variant.owner && EDITIONS.indexOf(edition) >= EDITIONS.indexOf(variant.since),
  );
  if (!changed?.since) return '';
  const { from } = EDITION_INFO[EDITIONS.indexOf(changed.since)]!;
  return ` This is for the ${changed.owner} since ${formatDate(from)}; before, it was for ${owner}.`;
}

export const milestoneById = (id: string): Milestone | undefined => MILESTONES.find((milestone) => milestone.id === id);

/** What the settings must offer for a milestone's interval and triggers; `Settings['deadlines']` does. */
export type MilestoneSettings = Readonly<Record<IntervalSetting, number>> & { readonly strategicPlanTrigger: string };

/** The interval under these settings; null where the outcome gives it. */
export function intervalOf(
  milestone: Milestone,
  settings: MilestoneSettings,
): { readonly count: number; readonly unit: IntervalUnit } | null {
  const { interval, intervalSetting } = milestone;
  if (!interval || !intervalSetting) return interval;
  return { count: Math.sign(interval.count) * settings[intervalSetting], unit: interval.unit };
}

/** The events that a milestone counts from under these settings, the preferred one first. */
export const triggersOf = (milestone: Milestone, settings: MilestoneSettings): readonly CycleEvent[] =>
  milestone.triggerSetting
    ? (milestone.triggerSetting.triggers[settings[milestone.triggerSetting.name]] ?? milestone.triggers)
    : milestone.triggers;

/** "30 working days", "about 18 months", "about 3 years", "10 working days before". */
export function describeInterval({ count, unit }: { readonly count: number; readonly unit: IntervalUnit }, approximate: boolean): string {
  const size = Math.abs(count);
  const amount =
    unit === 'working-days'
      ? `${size} working ${size === 1 ? 'day' : 'days'}`
      : size % 12 === 0 && size > 12
        ? `${size / 12} years`
        : `${size} ${size === 1 ? 'month' : 'months'}`;
  return `${approximate && count > 0 ? 'about ' : ''}${amount}${count < 0 ? ' before' : ''}`;
}

const eventId = z.enum(EVENT_IDS);
export const milestoneSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
    title: z.string().min(10),
    outcomes: z
      .array(z.union([z.literal(1), z.literal(2), z.literal(3)]))
      .min(1)
      .nullable(),
    triggers: z.array(eventId),
    triggerSetting: z
      .strictObject({ name: z.literal('strategicPlanTrigger'), triggers: z.record(z.string(), z.array(eventId).min(1)) })
      .optional(),
    interval: z
      .strictObject({
        count: z
          .number()
          .int()
          .refine((count) => count !== 0),
        unit: z.enum(['working-days', 'months']),
      })
      .nullable(),
    intervalSetting: z.enum(INTERVAL_SETTINGS).nullable(),
    window: z
      .strictObject({ from: z.number().int().positive(), to: z.number().int().positive() })
      .refine(({ from, to }) => from < to)
      .optional(),
    fixedBy: eventId.optional(),
    approximate: z.boolean(),
    repeats: z.literal(true).optional(),
    recorded: z.literal(true).optional(),
    finishedBy: z.array(eventId),
    shownBy: z.strictObject({ events: z.array(eventId), milestones: z.array(z.string()) }).optional(),
    goneAfter: z.union([eventId, z.literal('window')]).optional(),
    quiet: z.literal(true).optional(),
    owner: z.string().min(3),
    asks: z.string().endsWith('.'),
    doubt: z.string().endsWith('.').nullable(),
    source: sourceSchema,
    variants: z
      .array(
        z
          .strictObject({
            since: z.enum(EDITIONS).optional(),
            after: eventId.optional(),
            title: z.string().min(10).optional(),
            owner: z.string().min(3).optional(),
            asks: z.string().endsWith('.').optional(),
            doubt: z.string().endsWith('.').nullable().optional(),
            source: sourceSchema.optional(),
            interval: z.strictObject({ count: z.number().int().positive(), unit: z.enum(['working-days', 'months']) }).optional(),
            triggers: z.array(eventId).min(1).optional(),
          })
          .refine(({ since, after }) => since !== undefined || after !== undefined, 'nothing says when it applies'),
      )
      .optional(),
  })
  .refine(({ triggers, fixedBy }) => triggers.length > 0 || fixedBy !== undefined, 'nothing gives its date')
  .refine(({ source, doubt }) => source.confidence === 'primary' || doubt !== null, 'what is not certain says so');
