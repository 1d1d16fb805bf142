/* eslint-disable max-lines -- a table, with its sources */
import { editDistance } from '../text/nearest.js';
import { byText } from '../memo/memo.js';
import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import type { Source } from './types.js';

/*
 * What the columns of action tables and the labels of field blocks mean. Published plans name them in many ways:
 * a label is compared whole first, then by pattern.
 */

export const PLAN_FIELDS = [
  'action',
  'owner',
  'body',
  'accountable',
  'start',
  'due',
  'completed',
  'measure',
  'baseline',
  'now',
  'target',
  'status',
  'progress',
  'outcome',
  'aim',
  'area',
  'reference',
  'other',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

export interface PlanFieldInfo {
  readonly id: PlanField;
  /** As it stands in a sentence: "no {name}". */
  readonly name: string;
  /** Whole labels, without case, question marks, brackets and numbers. */
  readonly labels: readonly string[];
  /** Tried in the order of `PLAN_FIELD_INFO` when no whole label matches. */
  readonly patterns: readonly RegExp[];
  readonly source: Source;
}

const inPlans = cite(SOURCES.publishedReports, 'tables and field blocks of published plans; domain notes on plans');

const field = (id: PlanField, name: string, labels: string[], patterns: RegExp[] = []): PlanFieldInfo => ({
  id,
  name,
  labels,
  patterns,
  source: inPlans,
});

/** Order matters for patterns: the more particular come first. */
export const PLAN_FIELD_INFO: readonly PlanFieldInfo[] = [
  field(
    'reference',
    'number',
    [
      'ref',
      'ref no',
      'reference',
      'reference number',
      'no',
      'number',
      '#',
      'id',
      'action id',
      'action ref',
      'action reference',
      'action no',
      'action number',
      'item',
      'line',
    ],
    [/^(?:action |plan )?ref(?:erence)?\b/],
  ),
  field(
    'area',
    'area of the report',
    [
      'afi',
      'afis',
      'apa',
      'apas',
      'area',
      'areas',
      'answers',
      'responds to',
      'response to',
      'addresses',
      'links to',
      'link to inspection',
      'link to report',
      'inspection area',
      'inspection finding',
      'finding',
      'recommendation',
      'recommendations',
      'ofsted recommendation',
      'inspection recommendation',
      'area answered',
      'areas answered',
      'area of the report',
      'relates to',
      'relevant area',
      'improvement area',
      'priority action area',
      'what the report says',
      'the report says',
      'what inspectors said',
      'inspectors said',
      'ofsted said',
      'what ofsted and cqc said',
      'what ofsted said',
    ],
    [
      /^(?:ofsted(?: (?:and|\/) cqc)? |inspection )?areas? (?:for|of) (?:improvement|priority action)/,
      /\b(?:links?|linked|relates?|mapped) to (?:the )?(?:afi|apa|inspection|report|area|recommendation)/,
      /^(?:joint )?(?:ofsted|cqc|inspection|inspectors?|report)(?:[’']s?)?(?: ?(?:and|&|\/) ?(?:cqc|ofsted))?(?: report| inspection)? (?:area|recommendation|finding|feedback|concern|judgement|comment)s?\b/,
    ],
  ),
  field(
    'baseline',
    'baseline',
    ['baseline', 'baselines', 'base', 'starting point', 'baseline position', 'baseline data', 'current performance', 'where we started'],
    [/^(?:baseline|benchmark)/],
  ),
  field('now', 'present state', [
    'where we are now',
    'where are we now',
    'where we are',
    'position now',
    'current position',
    'current situation',
    'what is happening now',
    'what we know now',
  ]),
  field(
    'target',
    'target',
    ['target', 'targets', 'target value', 'goal', 'ambition', 'where we want to be', 'trajectory'],
    [/^target(?!s? (?:date|completion|end))\b/],
  ),
  field(
    'completed',
    'date of completion',
    [
      'completed',
      'completed on',
      'date completed',
      'completion date achieved',
      'date achieved',
      'actual completion date',
      'done on',
      'done',
      'complete',
      'delivered',
      'finished',
      'finished on',
    ],
    [/^actual (?:end|completion)/],
  ),
  field(
    'start',
    'start date',
    [
      'start',
      'start date',
      'starts',
      'starting',
      'from',
      'begins',
      'start by',
      'date started',
      'when we will start',
      'when will we start',
      'commencement',
    ],
    [/^start(?:ing)? (?:date|month|when)\b/],
  ),
  field(
    'due',
    'deadline',
    [
      'due',
      'due date',
      'due by',
      'by when',
      'when',
      'when by',
      'timescale',
      'timescales',
      'time scale',
      'timeframe',
      'timeframes',
      'time frame',
      'timeline',
      'timelines',
      'timing',
      'deadline',
      'deadlines',
      'target date',
      'target dates',
      'completion date',
      'complete by',
      'to be completed by',
      'completion',
      'end',
      'end date',
      'finish',
      'finish date',
      'finish by',
      'delivery date',
      'delivered by',
      'date due',
      'planned end',
      'planned end date',
      'date for completion',
      'expected by',
      'to be done by',
      'finished by',
      'latest date',
      'target completion',
      'target completion date',
      'when will we do it',
      'when we will do it',
      'when will it be done',
      'when it will be done',
      'when will this be done',
      'when will it happen',
      'when this will be done',
      'when this will happen',
      'planned date',
      'planned completion',
      'due for completion',
      'expected completion',
      'expected completion date',
      'by',
      'date',
      'dates',
      'month',
      'quarter',
      'month due',
      'quarter due',
      'milestone date',
      'implementation date',
      'revised date',
      'new date',
      'done by',
      'will be done by',
      'how soon',
      'deliver by',
      'in place by',
    ],
    [
      /\b(?:due|by when|deadline|timescale|time ?frame|timeline)\b/,
      /\b(?:target|completion|end|finish|delivery|deadline|revised) date\b/,
      /^date (?:to be|for|of) (?:complet|achiev|deliver|finish|done|implement)/,
      /^when\b/,
    ],
  ),
  field(
    'status',
    'status',
    [
      'status',
      'rag',
      'brag',
      'rag rating',
      'brag rating',
      'rag status',
      'brag status',
      'current status',
      'delivery status',
      'action status',
      'progress rating',
      'rating',
      'progress rag',
      'are we on track',
      'on track',
    ],
    [
      /\bb?rag\b/,
      /\bstatus\b/,
      /\bon (?:track|target|schedule)$/,
      /^(?:assurance|confidence|delivery|progress) rating\b/,
      /^(?:direction of travel|traffic lights?)$/,
    ],
  ),
  field(
    'progress',
    'progress',
    [
      'progress',
      'progress update',
      'progress so far',
      'update',
      'updates',
      'position',
      'latest position',
      'latest update',
      'comments',
      'commentary',
      'notes',
      'what we have done',
      'what we have done so far',
    ],
    [
      /^progress\b/,
      /\bupdates?\b/,
      /\bposition\b/,
      /^how (?:are we doing|is it going|far)\b/,
      /^where (?:we have|have we) got\b/,
      /^what (?:we have|have we|has been) (?:done|achieved)\b/,
    ],
  ),
  field(
    'measure',
    'success measure',
    [
      'measure',
      'measures',
      'success',
      'success measure',
      'success measures',
      'measure of success',
      'measures of success',
      'success criteria',
      'success criterion',
      'success factors',
      'kpi',
      'kpis',
      'key performance indicator',
      'key performance indicators',
      'performance indicator',
      'performance measure',
      'performance measures',
      'indicator',
      'indicators',
      'impact measure',
      'impact measures',
      'measure of impact',
      'measures of impact',
      'outcome measure',
      'outcome measures',
      'evidence of impact',
      'evidence of success',
      'what we will see',
      'what will we see',
      'what you will see',
      'what will success look like',
      'what success will look like',
      'what success looks like',
      'what does success look like',
      'what good looks like',
      'what good will look like',
      'how we will know',
      'how will we know',
      'how you will know',
      'how we will measure success',
      'how will we measure success',
      'how we will measure it',
      'how will we measure it',
      'how will we know it has worked',
      'how we will know it has worked',
      'how we will know it worked',
      'how will we know if it is working',
      'how we will know that it has worked',
      'measurement',
      'metrics',
      'metric',
      'data',
      'evidence',
      'how success is measured',
      'we will know',
      'monitoring measure',
    ],
    [
      /\bsuccess\b/,
      /\b(?:kpi|metric)s?\b/,
      /\b(?:impact|outcome|performance|quality)(?:\/\w+)? (?:measures?|indicators?)\b/,
      /^(?:measures?|indicators?|evidence)\b/,
      /^how (?:we will|will we|you will|will you|do we|we|will families|families will) (?:know|measure|tell|check|show|prove|see)\b/,
      /^we(?: will|’ll)? know\b/,
      /^what (?:will|would) tell us\b|\bhave succeeded\b/,
      /^how (?:will|is|are|can) (?:\p{L}+ ){1,3}(?:be )?(?:measured|known|judged|monitored|evidenced|tested)\b/u,
      /^how (?:\p{L}+ ){1,3}(?:will|is|are|can)(?: be)? (?:measured|known|judged|monitored|evidenced|tested)\b/u,
      /^what (?:will|does|would) (?:good|success)\b/,
      /^(?:what )?(?:\p{L}+ ){1,2}(?:will|expects? to|should|hopes? to) (?:see|notice|know)\b/u,
      /^what (?:will|should) (?:we|you|families|children|people|parents) (?:see|notice)\b/,
      /^(?:measurable|data measure|proof|signs? (?:of|that)\b|how monitored|baseline(?:s| position)? (?:and|to|>|\/) ?targets?)\b/,
    ],
  ),
  field(
    'outcome',
    'outcome',
    [
      'outcome',
      'outcomes',
      'impact',
      'impacts',
      'the difference this will make',
      'the difference it will make',
      'the difference we will make',
      'what difference will this make',
      'what difference will it make',
      'difference',
      'difference made',
      'intended outcome',
      'intended outcomes',
      'intended impact',
      'expected outcome',
      'expected outcomes',
      'expected impact',
      'desired outcome',
      'desired outcomes',
      'benefit',
      'benefits',
      'what will be different',
      'so that',
      'result',
      'results',
      'what will be better',
      'impact for children',
      'impact for families',
      'impact on children and young people',
    ],
    [
      /\bdifference\b/,
      /^what (?:will|should|would) (?:be|look|feel|get|become) (?:different|better|improved|changed)\b/,
      /^what will (?:have )?(?:change|improve)d?\b/,
      /^(?:intended |expected |desired )?(?:outcome|impact)s?\b/,
    ],
  ),
  field(
    'aim',
    'aim',
    [
      'what we want',
      'what do we want',
      'what we want to achieve',
      'what we want to see',
      'aim',
      'aims',
      'objective',
      'objectives',
      'why we are doing this',
      'statement of intent',
    ],
    [
      /^(?:our |key |strategic |smart )?(?:aim|objective|goal|ambition|vision)s?\b/,
      /^what (?:we|do we|families|children|young people)(?: \p{L}+){0,3} want\b/u,
    ],
  ),
  field(
    'body',
    'responsible body',
    [
      'responsible body',
      'responsible bodies',
      'responsible organisation',
      'responsible organisations',
      'responsible agency',
      'responsible partner',
      'responsible partners',
      'lead organisation',
      'lead organisations',
      'lead agency',
      'lead body',
      'lead partner',
      'organisation',
      'agency',
      'body',
      'partner',
    ],
    [/^(?:responsible|lead|accountable) (?:bod|organi|agenc|partner)/],
  ),
  field(
    'accountable',
    'accountable post',
    [
      'accountable',
      'accountability',
      'senior responsible officer',
      'senior responsible officers',
      'senior responsible owner',
      'sro',
      'accountable officer',
      'accountable lead',
      'accountable person',
      'executive lead',
      'executive sponsor',
      'senior sponsor',
      'sponsor',
    ],
    [
      /^(?:senior|executive|overall) (?:\p{L}+ )?(?:officer|owner|lead|sponsor|accountability)s?\b/u,
      /^accountable\b(?! (?:bod|organi|agenc|partner))/,
    ],
  ),
  field(
    'owner',
    'owner',
    [
      'lead',
      'leads',
      'led by',
      'owner',
      'owners',
      'owned by',
      'responsible',
      'responsibility',
      'who',
      'by who',
      'by whom',
      'who leads',
      'who is leading',
      'who will lead',
      'who will do it',
      'who will do this',
      'who will lead this',
      'who is responsible',
      'who will make this happen',
      'who will be responsible',
      'whose job is it',
      'lead officer',
      'lead officers',
      'lead person',
      'lead post',
      'lead role',
      'lead professional',
      'lead name',
      'responsible officer',
      'responsible officers',
      'responsible lead',
      'responsible person',
      'responsible post',
      'person responsible',
      'officer responsible',
      'officer',
      'action owner',
      'action lead',
      'delivery lead',
      'strategic lead',
      'operational lead',
      'project lead',
      'workstream lead',
      'named lead',
      'joint leads',
      'assigned to',
      'lead and partners',
      'named post',
    ],
    [
      /^(?:who|whose)\b(?! (?:is it|it is|will benefit|benefits|took|was|were|came|else)\b)/,
      /^leads? (?:from|for|in)\b/,
      /\b(?:lead|leads|owner|owners|sro)$/,
      /^(?:lead|owner|responsible|accountable|ownership)\b/,
      /^(?:\p{L}+ ){0,3}(?:officer|person|sponsor|post|role)s?(?: (?:responsible|accountable))?$/u,
      /\b(?:responsible|accountable)$/,
    ],
  ),
  field(
    'action',
    'action',
    [
      'action',
      'actions',
      'key action',
      'key actions',
      'what we will do',
      'what will we do',
      'what we are going to do',
      'what are we going to do',
      'what will be done',
      'what needs to be done',
      'what needs to happen',
      'what will happen',
      'what we will do next',
      'what is next',
      'what next',
      'what happens next',
      'what comes next',
      'what we are doing',
      'what are we doing',
      'what we are doing next',
      'what we are doing about it',
      'how will we do this',
      'how we will do this',
      'how will we get there',
      'how we will get there',
      'how will we achieve this',
      'how we will achieve this',
      'our actions',
      'our commitments',
      'our promises',
      'we will',
      'commitment',
      'commitments',
      'promise',
      'promises',
      'how we will do it',
      'how will we do it',
      'activity',
      'activities',
      'key activity',
      'key activities',
      'task',
      'tasks',
      'step',
      'steps',
      'key steps',
      'next steps',
      'improvement action',
      'improvement actions',
      'specific action',
      'specific actions',
      'action required',
      'actions required',
      'required action',
      'required actions',
      'planned action',
      'planned actions',
      'agreed action',
      'action we will take',
      'actions we will take',
      'what action will we take',
      'action to be taken',
      'actions to be taken',
      'deliverable',
      'deliverables',
      'key deliverables',
      'intervention',
      'initiative',
      'what',
    ],
    [
      /^(?:key |planned |specific |agreed |improvement |required |smart |high[- ]level |detailed |sub-?)?(?:actions?|activit(?:y|ies)|tasks?)\b/,
      /^what (?:we will|will we|we are going to|are we going to|we plan to|do we plan to|\p{L}+(?: \p{L}+){0,3} will) (?:do|change|deliver)\b/u,
      /^what (?:we|are we|we are|is being|will be)(?: \p{L}+)? (?:doing|planning|done)(?: next| now)?$/u,
      /^how (?:will we|we will|are we going to|we are going to|do we plan to) (?:do|achieve|get|deliver|make|tackle|address)\b/,
      /^what (?:do |can |should )?(?:we|you|us|partners|leaders|the \p{L}+)(?: \p{L}+){0,4} (?:do|doing|deliver|promise|commit)(?: (?:about|in|to|for)\b.*)?$/u,
      /^what (?:are|is) (?:we|the \p{L}+)(?: \p{L}+)? (?:doing|planning)\b/u,
      /^what (?:must|needs? to|has to|should|is to) (?:happen|be done|change)\b/,
      /^what (?:has been|was|have we|we have|is) (?:agreed|planned|promised|proposed)\b/,
      /^what (?:is the )?actions?\b/,
      /^(?:\p{L}+ )?steps (?:we|to be)\b/u,
      /^work to be done\b/,
      /^(?!priority action)(?:\p{L}+ ){1,2}(?:actions?|activit(?:y|ies)|tasks?)$/u,
    ],
  ),
  field('other', 'note', [
    'milestone',
    'milestones',
    'key milestones',
    'risk',
    'risks',
    'mitigation',
    'resource',
    'resources',
    'cost',
    'budget',
    'funding',
    'priority',
    'theme',
    'workstream',
    'partners',
    'support',
    'supported by',
    'links',
    'dependencies',
    'governance',
    'review',
    'review date',
    'why',
    'why this matters',
    'why we will do it',
    'context',
    'who took part',
    'who was involved',
    'who attended',
    'who came',
    'participants',
    'attendees',
    'who we worked with',
    'where',
    'venue',
    'frequency',
    'meets',
    'reports to',
    'responsible for',
  ]),
];

export const planFieldSchema = z.strictObject({
  id: z.enum(PLAN_FIELDS),
  name: z.string().min(3),
  labels: z.array(z.string().regex(/^[^A-Z?:]+$/)).min(1),
  patterns: z.array(z.instanceof(RegExp)),
  source: sourceSchema,
});

const byLabel = new Map(PLAN_FIELD_INFO.flatMap((info) => info.labels.map((label) => [label, info.id] as const)));

const CONTRACTED: Readonly<Record<string, string>> = { ll: ' will', re: ' are', ve: ' have' };

/** "we’ll" is "we will", "what’s" is "what is"; in "the council’s" the letter stands for no verb. */
function contracted(whole: string, verb: string, at: number, text: string): string {
  if (verb !== 's') return CONTRACTED[verb]!;
  return /\b(?:what|who|how|where|when|it|that)$/.test(text.slice(0, at)) ? ' is' : whole;
}

/** Labels are compared without case, brackets, numbering and closing punctuation; of "Lead / partners" the first part decides. */
export const labelKey = byText((label) =>
  label
    .toLowerCase()
    .replace(/'/g, '’')
    .replace(/’(ll|re|ve|s)(?!\p{L})/gu, contracted)
    .replace(/[([][^)\]]*[)\]]?/g, ' ')
    .replace(/[*_]/g, '')
    // A sign that was typed into a word.
    .replace(/(?<=\p{L})[`~+={}\\<>"$%#^|](?=\p{L})/gu, '')
    .replace(/^\s*\d{1,2}[.)]\s/, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .replace(/^[`~|+={}\\<>"$%#^!;&@](?=\p{L})|(?<=\p{L})[`~|+={}\\<>"$%#^;&@]$/gu, '')
    .replace(/[?:.!,–-]{1,3}$/, '')
    .trim(),
);

/** What a column header or label stands for; null when it is none of a plan's. Long text is no label. */
export const planFieldOf = (label: string): PlanField | null => (label.length > 90 || label === '' ? null : fieldOf(label));

const fieldOf = byText((label) => {
  const normal = labelKey(label);
  return findField(normal) ?? nearField(normal) ?? withoutBracket(label);
});

/** “What we will (do”: a bracket that was typed into a label and never closes, or never opened. */
function withoutBracket(label: string): PlanField | null {
  const brackets = label.match(/[()[\]]/g);
  return brackets?.length === 1 ? (byLabel.get(labelKey(label.replace(brackets[0], ''))) ?? null) : null;
}

/** A label with one letter too many, too few or wrong. Short ones could be other words. */
function nearField(label: string): PlanField | null {
  if (label.length < 6 || label.length > 40) return null;
  for (const [known, field] of byLabel)
    if (known.length > 5 && known[0] === label[0] && Math.abs(known.length - label.length) <= 1 && editDistance(known, label) === 1)
      return field;
  return null;
}

const JOINTS = /\s?(?:\/|&|,|;|>|\band\b|(?<=\s)[–-](?=\s))\s?/;

function findField(label: string): PlanField | null {
  const whole = byLabel.get(label) ?? byLabel.get(label.replace(/ \d{1,2}(?:\.\d{1,2})?[a-z]?$/, ''));
  if (whole) return whole;
  const parts = label.split(JOINTS).map((part) => byLabel.get(part.trim()) ?? null);
  // "Start/Rev/End" tells when it ends; "Outcome and evidence" how one will see it.
  if (parts[0] === 'start' && parts.includes('due')) return 'due';
  if (parts[0] === 'outcome' && parts.includes('measure')) return 'measure';
  if (parts.includes('baseline') && (parts.includes('target') || parts.includes('aim'))) return 'measure';
  const first = label.split(JOINTS)[0]!;
  const part = byLabel.get(first.trim());
  if (part && part !== 'other') return part;
  return PLAN_FIELD_INFO.find(({ patterns }) => patterns.some((pattern) => pattern.test(label)))?.id ?? null;
}

/** Heads of columns that stand for a field only where no other column of the table does: each may be something else as well. */
const WEAK_HEADS: readonly (readonly [PlanField, RegExp])[] = [
  [
    'action',
    /^(?:how|response|(?:our|partnership|council|local) response|how we are responding|(?:our )?plan|project|description|improvement|required improvement|to do|work|our work|what happens(?: and when)?|we (?:undertake|commit|promise|pledge|agree[d]?|plan|intend|have agreed)(?: to)?|priority action|what will change)$/,
  ],
  ['owner', /^(?:champion|contact|job title|post|role|name|service|team|officer name)$/],
  ['due', /^(?:target|term|year|phase|delivery quarter|to|until|review)$/],
  ['measure', /^(?:monitoring|monitored by|data we will use|what we will use|result)$/],
  ['status', /^(?:state|stage|confidence|progress stage|(?:state|standing|position) (?:on|at|in|by) .{3,30})$/],
];

/** What a column may stand for where the table has no other one for it; null for none. */
export const weakFieldOf = byText((label: string): PlanField | null => {
  const normal = labelKey(label);
  return WEAK_HEADS.find(([, pattern]) => pattern.test(normal))?.[0] ?? null;
});

/** The label is one of a field's own, compared whole: certain enough to open a field in running text. */
export const isPlanLabel = (label: string): boolean => {
  const normal = labelKey(label);
  return byLabel.has(normal) || byLabel.has(normal.replace(/ \d{1,2}(?:\.\d{1,2})?[a-z]?$/, ''));
};

// Periods in deadlines

export interface PeriodInfo {
  /** Lower case, as it stands before a year. */
  readonly name: string;
  /** The last day of the period. */
  readonly month: number;
  readonly day: number;
  /** In a year written 2026/27: whether the period lies in the first year or the second. */
  readonly half: 'first' | 'second';
  /** The latest day that people may mean; what is later than this is certainly over. */
  readonly latest: { readonly month: number; readonly day: number; readonly nextYear?: boolean };
  /** The last day before it begins, where that is in the same year: "before the summer holidays". */
  readonly before?: { readonly month: number; readonly day: number };
  readonly source: Source;
}

const recalled: Source = {
  title: 'Usual school terms, quarters and financial years of local authorities in England',
  where: 'terms of the early years entitlements: 31 December, 31 March; schools close in July',
  confidence: 'recalled',
};
const period = (
  name: string,
  month: number,
  day: number,
  half: 'first' | 'second',
  latest: PeriodInfo['latest'] = { month, day },
  before?: PeriodInfo['before'],
): PeriodInfo => ({ name, month, day, half, latest, ...(before ? { before } : {}), source: recalled });

export const PERIODS: readonly PeriodInfo[] = [
  period('autumn half term', 10, 31, 'first'),
  period('october half term', 10, 31, 'first'),
  period('spring half term', 2, 28, 'second'),
  period('february half term', 2, 28, 'second'),
  period('summer half term', 5, 31, 'second', { month: 6, day: 5 }),
  period('may half term', 5, 31, 'second', { month: 6, day: 5 }),
  period('autumn term', 12, 31, 'first', undefined, { month: 8, day: 31 }),
  period('spring term', 3, 31, 'second', { month: 4, day: 30 }),
  period('summer term', 7, 31, 'second', { month: 8, day: 31 }, { month: 4, day: 30 }),
  period('michaelmas term', 12, 31, 'first'),
  period('term 1', 10, 31, 'first'),
  period('term 2', 12, 31, 'first'),
  period('term 3', 2, 28, 'second'),
  period('term 4', 3, 31, 'second', { month: 4, day: 30 }),
  period('term 5', 5, 31, 'second', { month: 6, day: 5 }),
  period('term 6', 7, 31, 'second'),
  period('autumn', 11, 30, 'first', { month: 12, day: 31 }),
  period('winter', 12, 31, 'first', { month: 2, day: 28, nextYear: true }),
  period('spring', 5, 31, 'second'),
  period('summer', 8, 31, 'second', { month: 9, day: 30 }),
  period('christmas', 12, 25, 'first', { month: 12, day: 31 }),
  period('easter', 4, 30, 'second'),
  period('christmas holidays', 12, 31, 'first', { month: 1, day: 10, nextYear: true }),
  period('easter holidays', 4, 30, 'second'),
  ...['summer holidays', 'summer holiday', 'summer break'].map((name) =>
    period(name, 8, 31, 'second', { month: 9, day: 10 }, { month: 7, day: 31 }),
  ),
  // Schools begin in the first days of September, some a little later.
  ...['new school year', 'new academic year'].map((name) => period(name, 9, 30, 'first', undefined, { month: 8, day: 31 })),
];

export const periodSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9 ]+$/),
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
  half: z.enum(['first', 'second']),
  latest: z.strictObject({
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    nextYear: z.boolean().optional(),
  }),
  before: z.strictObject({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) }).optional(),
  source: sourceSchema,
});

// Words in the fields of an action

/** A status says that the action is finished, has not begun, is under way or is behind. Tried in this order. */
export const STATUS_WORDS: readonly { readonly state: 'complete' | 'not-started' | 'behind' | 'in-progress'; readonly pattern: RegExp }[] =
  [
    {
      state: 'not-started',
      pattern:
        /\b(?:not (?:yet )?(?:started|begun|commenced|due)|yet to (?:start|begin|commence)|planned|to (?:start|begin|do)|due to (?:start|begin)|pending|future)\b|^\s*(?:\[ \]|grey|gray|white|no|n)\s*$/i,
    },
    {
      state: 'behind',
      pattern:
        /\b(?:delayed|behind|overdue|late|at risk|off[- ]track|not on track|slipped|stalled|paused|on hold|not (?:yet )?(?:complete|completed|done|achieved|delivered|finished|met)|incomplete|red|amber)\b|^\s*[ra]\s*$|[🔴🟠🟡🟥🟧🟨❌]/iu,
    },
    {
      state: 'in-progress',
      pattern:
        /\b(?:on track|on target|on schedule|in progress|under ?way|ongoing|started|begun|half(?:way|[- ](?:way|done|completed?|finished))|partly|partially|nearly|almost|progressing|continuing|in development|being|will be|to be|green)\b|^\s*g\s*$|(?<![\d,.])\d{1,2} ?%|[🟢🟩]/iu,
    },
    {
      state: 'complete',
      pattern:
        /\b(?:completed?|done|achieved|finished|delivered|closed|embedded|blue)\b|^\s*(?:b|y|yes)\s*$|✅|✔|☑|🔵|🟦|\[x\]|(?<!\d)100 ?%/iu,
    },
  ];

/** A deadline in words that no calendar knows. */
export const VAGUE_DEADLINE =
  /\b(?:ongoing|on-going|continuous|continual|asap|as soon as (?:possible|practicable)|tb[acd]|to be (?:confirmed|agreed|decided|determined|advised|set)|immediate(?:ly)?|short[- ]term|medium[- ]term|long[- ]term|rolling|various|regular(?:ly)?|throughout|in due course|when (?:possible|available)|as (?:required|needed|appropriate)|daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly|every (?:week|month|quarter|term|year))\b/i;

/** An owner that is nobody in particular. */
export const VAGUE_OWNER =
  /^(?:(?:all|the|each|every|our|both|joint|jointly|various|multiple|relevant|key|senior|system|local|area|whole|wider|lap|partnership|partners?|partner agencies|agenc(?:y|ies)|organisations?|leaders|leads?|owner|staff|services?|teams?|professionals|practitioners|stakeholders|everyone|everybody|multi-?agency|cross-?partnership|providers?|schools|settings|officers|managers|leadership|wide|across|and|of|in|with|from|to be|confirmed|shared|agreed|decided|named|found|identified|appointed|us|tb[acd])(?:[\s,/&;:.()-]+|$)){1,12}$/i;

/** Names a post, a team or a body: what an owner is, where no label says so. */
export const POST =
  /\b(?:directors?|heads?|managers?|officers?|leads?|leaders?|chiefs?|nurses?|commissioners?|co-?ordinators?|advis[eo]rs?|psychologists?|headteachers?|principals?|consultants?|chair|cabinet member|strategists?|analysts?|administrators?|specialists?|teams?|services?|council|authority|board|trust|nhs|icb|partnership|forum|dc[so]|dmo|dsco|sro|senco|pcf)\b/i;

/** Which side of the partnership a post or body belongs to. */
export const OWNER_SIDES: readonly { readonly side: 'council' | 'health'; readonly pattern: RegExp }[] = [
  {
    side: 'health',
    pattern:
      /\b(?:nhs|icbs?|integrated care|health(?:care| commission\w*| visit\w*| lead| service\w*)?|clinical|dco|dmo|medical|nurs(?:e|es|ing)|therap(?:y|ies|ist|ists)|paediatric\w*|camhs|hospital|midwi\w+|gp|gps|public health nursing|speech and language|salt|trust)\b/i,
  },
  {
    side: 'council',
    pattern:
      /\b(?:council|local authority|county|borough|la|dcs|director of (?:children|education)\w*|children[’']s (?:services|social care)|social care|social work\w*|education\w*|schools?|inclusion|send (?:assessment|case\w*|team|service|manager|officer)|ehc|virtual school|educational psycholog\w*|annual reviews?|alternative provision|early help|early years|youth|transport|housing|dsco|preparation for adulthood|skills|cabinet member)\b/i,
  },
];
