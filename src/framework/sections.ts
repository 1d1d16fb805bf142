import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import { DOCUMENT_KINDS, PLAN_KINDS, SECTION_IDS, type DocumentKind, type SectionId, type Source } from './types.js';

export interface SectionInfo {
  readonly id: SectionId;
  readonly kinds: readonly DocumentKind[];
  /** Kinds in which a document without it is incomplete whatever else it says. */
  readonly requiredIn: readonly DocumentKind[];
  /** Accepted headings, the usual one first. Compared without case, quotes' shape and closing punctuation. */
  readonly headings: readonly string[];
  /** Further headings that mean the same in documents whose headings are free (plans, notes). */
  readonly synonyms: readonly RegExp[];
  /** Place in the framework's order within its kinds; null where the order is free. */
  readonly order: number | null;
  /** What the section must tell, in one sentence. */
  readonly about: string;
  readonly source: Source;
}

const F = ['full-inspection-report'] as const;
const M = ['monitoring-inspection-report'] as const;
const REPORTS = [...F, ...M];
const PLANS = PLAN_KINDS;
const E = ['engagement-meeting-note'] as const;

const report = (
  id: SectionId,
  order: number,
  headings: string[],
  about: string,
  where: string,
  more: Partial<SectionInfo> = {},
): SectionInfo => ({
  id,
  kinds: REPORTS,
  requiredIn: F,
  headings,
  synonyms: [],
  order,
  about,
  source: cite(SOURCES.publishedReports, where),
  ...more,
});

const free = (
  id: SectionId,
  kinds: readonly DocumentKind[],
  headings: string[],
  synonyms: RegExp[],
  about: string,
  more: Partial<SectionInfo> = {},
): SectionInfo => ({
  id,
  kinds,
  requiredIn: [],
  headings,
  synonyms,
  order: null,
  about,
  source: cite(SOURCES.publishedReports, 'common parts of published plans'),
  ...more,
});

/** Order matters: the first section whose heading or synonym matches wins. */
export const SECTIONS: readonly SectionInfo[] = [
  report(
    'inspection-outcome',
    1,
    ['Inspection outcome', 'Inspection outcomes', 'Outcome of this inspection', 'Monitoring inspection outcome'],
    'Which of the three outcomes the inspection reached, when the next inspection will be, and what the partnership must do.',
    'part 4 of a report, in 56 of 56',
    {
      requiredIn: F,
    },
  ),
  report(
    'about-partnership',
    2,
    [
      'Information about the local area partnership',
      'Information about this local area partnership',
      'Information about the area partnership',
    ],
    'Who is jointly responsible for services, what has changed, and how alternative provision is commissioned.',
    'part 5 of a report, in 56 of 56',
  ),
  report(
    'experience',
    3,
    [
      'What is it like to be a child or young person with SEND in this area?',
      'What is it like to be a child or young person with special educational needs and/or disabilities (SEND) in this area?',
      'What is it like to be a child or young person with special educational needs and/or disabilities in this area?',
    ],
    'What children and young people with SEND experience in this area.',
    'part 6; the short form in 44, the long form in 10',
  ),
  report(
    'effective',
    4,
    ['What is the area partnership doing that is effective?', 'What is the local area partnership doing that is effective?'],
    'What works well across education, health and social care.',
    'part 7 of a report, in 56 of 56',
  ),
  report(
    'improve',
    5,
    ['What does the area partnership need to do better?', 'What does the local area partnership need to do better?'],
    'What does not work well enough.',
    'part 8 of a report, in 56 of 56',
  ),
  report(
    'priority-action',
    6,
    ['Areas for priority action', 'Area for priority action'],
    'Only with widespread and/or systemic failings: what must be addressed urgently, and which body is responsible.',
    'part 9; with outcome 3 only',
    {
      requiredIn: [],
    },
  ),
  report(
    'areas-for-improvement',
    7,
    ['Areas for improvement', 'Area for improvement'],
    'What leaders across the partnership should do next.',
    'part 10 of a report, in 56 of 56',
  ),
  report(
    'partnership-details',
    8,
    ['Local area partnership details', 'Local area partnership detail', 'Local partnership details', 'Partnership details'],
    'The local authority and every integrated care board, each with its lead person and post, website and postal address.',
    'part 11; SI 2015/1792 regulation 3(6)',
    {
      requiredIn: REPORTS,
    },
  ),
  report(
    'about-inspection',
    9,
    ['Information about this inspection', 'Information about the inspection', 'Information about this monitoring inspection'],
    'The legal basis of the inspection and who carried it out.',
    'part 12 of a report, in 56 of 56',
  ),
  report(
    'inspection-team',
    10,
    ['Inspection team', 'The inspection team'],
    'Names and roles of the inspectors from Ofsted and the Care Quality Commission.',
    'part 13 of a report, in 56 of 56',
    { requiredIn: REPORTS },
  ),
  {
    id: 'monitoring-findings',
    kinds: M,
    requiredIn: M,
    headings: [
      'Progress against the areas for priority action',
      'Findings',
      'Progress made',
      'What progress has the partnership made?',
      'Main findings',
    ],
    synonyms: [/\b(?:progress|findings|effective action|actions? taken)\b/i, /\bareas? for priority action\b/i],
    order: null,
    about: 'For each area for priority action, whether the partnership is taking effective action.',
    source: { ...SOURCES.handbook, where: 'monitoring inspections', confidence: 'secondary' },
  },

  // Plans. Specific subjects come before the general ones.
  free(
    'glossary',
    [...PLANS, ...E],
    ['Glossary'],
    [/^(?:glossary|jargon buster|key terms|abbreviations|acronyms|what (?:the|these) words mean|words we use)\b/i],
    'What special words and abbreviations mean.',
  ),
  free(
    'accessibility',
    PLANS,
    ['Accessible versions of this plan'],
    [
      /\baccessib(?:le|ility)\b.*\b(?:version|format|plan|document|information)/i,
      /\b(?:other|different|alternative|accessible) formats?\b/i,
      /\beasy read\b/i,
      /\b(?:children(?:’|')?s|young people(?:’|')?s) version\b/i,
      /^(?:formats|other versions|versions)\b/i,
      /\b(?:another|other|different) (?:ways?|forms?|versions?)\b/i,
    ],
    'How to get the plan in another format, such as easy read, and whom to ask.',
  ),
  free(
    'sign-off',
    PLANS,
    ['Sign-off'],
    [
      /\bsign(?:ed)?[- ]?off\b/i,
      /\bapprovals?\b/i,
      /\b(?:approved|signed|agreed|adopted|ratified) (?:by|off|for|on behalf)\b/i,
      /^(?:\d{1,2}[.)]? )?who (?:has |have )?(?:approved|signed|agreed|endorsed|adopted|ratified)\b/i,
      /^(?:\d{1,2}[.)]? )?(?:how|where|when) (?:this|the|our) (?:\w+ ){0,2}(?:plan|strategy|document) (?:was|has been|is) (?:approved|signed|agreed|endorsed|adopted|ratified)\b/i,
      /\b(?:formal|joint|shared) agreement\b|^agreement$|^adoption\b/i,
      /\bforeword\b/i,
      /\b(?:joint|shared|partnership|leadership) commitment\b/i,
      /\bcommitment statement\b/i,
      /\bjoint statement\b/i,
      /\bsignator(?:y|ies)\b|^signatures\b|^(?:\d{1,2}[.)]? )?signed$/i,
      /\b(?:welcome|message|introduction) (?:from|by) (?:our|the|your) (?:\w+ )?leaders?\b/i,
      /\bendorse(?:d|ment)\b/i,
    ],
    'Who has agreed the plan: the local authority and every integrated care board.',
  ),
  free(
    'alternative-provision',
    [...PLANS, ...E],
    ['Alternative provision'],
    [/\balternative provision\b/i, /\bAP\b/],
    'How alternative provision is commissioned and overseen.',
  ),
  free(
    'co-production',
    [...PLANS, ...E],
    ['Co-production'],
    [
      /\bco-?\s?produc/i,
      /\bhow we (?:wrote|made|developed|created|listened)\b/i,
      /\bwho (?:helped|took part)\b/i,
      /\bhow (?:families|parents|children|young people|people|you|they) (?:\w+ ){0,4}(?:shaped|helped|made|wrote)\b/i,
      /\b(?:voice|views|engagement|involvement|participation) of (?:children|young people|parents|families)\b/i,
      /\byou said\b/i,
      /\blistening to\b/i,
      /\bworking with (?:children|young people|parents|families)\b/i,
    ],
    'Who took part, when and how, and what changed because of it.',
  ),
  free(
    'governance',
    [...PLANS],
    ['Governance'],
    [
      /\bgovernance\b/i,
      /\b(?:monitoring|oversight|accountability|reporting)\b/i,
      /\bhow (?:we|progress) will (?:be )?(?:check|monitor|track|know|measure|review)/i,
      /\bwho (?:checks|oversees|is in charge|runs|watches)\b/i,
      /\bhow (?:the|this|our) (?:\w+ )?(?:plan|strategy|work|progress) (?:is|was|will be) (?:run|led|checked|managed|monitored|overseen|driven|governed|followed)\b/i,
      /^making it happen\b|^(?:partnership and )?oversight\b/i,
      /\b(?:keep|stay)(?:ing)? on track\b/i,
      /\bto account\b/i,
      /\bhow we (?:will )?make sure\b/i,
    ],
    'Which board oversees the plan, how often, and to whom it reports.',
  ),
  free('review', PLANS, ['Review'], [/\b(?:review(?:ing)?|next review)\b/i], 'When the plan is looked at again.'),
  free(
    'publication',
    PLANS,
    ['Where this plan is published'],
    [/\bpublish|\bpublication\b/i, /\blocal offer\b/i],
    'Where the plan can be found.',
  ),
  free(
    'plan-inspection',
    PLANS,
    ['The inspection this plan answers'],
    [/\binspection\b/i, /\bofsted\b/i],
    'Which inspection the plan answers and what it found.',
  ),
  free(
    'plan-actions',
    PLANS,
    ['Actions', 'Our actions', 'Action plan'],
    [
      /\bactions?\b/i,
      /\bwhat we will do\b/i,
      /\bpriorit(?:y|ies)\b/i,
      /\bareas? for (?:improvement|priority action)\b/i,
      /\brecommendations?\b/i,
      /\bdelivery plan\b/i,
      /\bimprovement plan\b/i,
    ],
    'What will be done, by whom, by when, and how everyone will see that it worked.',
  ),
  free(
    'plan-introduction',
    PLANS,
    ['Introduction'],
    [/^(?:introduction|about this plan|purpose|background|our vision|vision|summary|context)\b/i],
    'What the plan is for and which period it covers.',
  ),

  // Notes of engagement meetings
  {
    id: 'attendees',
    kinds: E,
    requiredIn: E,
    headings: ['Attendees', 'Who was there', 'Present'],
    synonyms: [/\b(?:attend(?:ees|ance)|present|participants|who (?:was there|took part|attended))\b/i],
    order: 1,
    about: 'Who took part, from the partnership and from the inspectorates.',
    source: { ...SOURCES.handbook, where: 'annual engagement meetings; no fixed form is published', confidence: 'inferred' },
  },
  {
    id: 'agreed-actions',
    kinds: E,
    requiredIn: E,
    headings: ['Agreed actions', 'Actions agreed', 'Actions'],
    synonyms: [/\b(?:actions?|next steps)\b/i],
    order: 3,
    about: 'What was agreed, by whom and by when.',
    source: { ...SOURCES.handbook, where: 'annual engagement meetings; no fixed form is published', confidence: 'inferred' },
  },
  {
    id: 'discussion',
    kinds: E,
    requiredIn: E,
    headings: ['Discussion', 'What we discussed', 'Summary of discussion'],
    synonyms: [/\b(?:discuss|summary|progress|update|agenda)/i],
    order: 2,
    about: 'What was talked about: progress, concerns and plans.',
    source: { ...SOURCES.handbook, where: 'annual engagement meetings; no fixed form is published', confidence: 'inferred' },
  },
];

export const sectionInfo = (id: SectionId): SectionInfo | undefined => SECTIONS.find((section) => section.id === id);

export const sectionsFor = (kind: DocumentKind): readonly SectionInfo[] => SECTIONS.filter((section) => section.kinds.includes(kind));

export const sectionSchema = z.strictObject({
  id: z.enum(SECTION_IDS),
  kinds: z.array(z.enum(DOCUMENT_KINDS)).min(1),
  requiredIn: z.array(z.enum(DOCUMENT_KINDS)),
  headings: z.array(z.string().min(3)).min(1),
  synonyms: z.array(z.instanceof(RegExp)),
  order: z.number().int().positive().nullable(),
  about: z.string().endsWith('.'),
  source: sourceSchema,
});
