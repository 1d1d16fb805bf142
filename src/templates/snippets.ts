/**
 * The editor's snippets, made from the same skeletons and fixed wording as new documents, so that the two cannot disagree.
 * `snippets/area-send.json` holds the result; a test keeps it up to date.
 */
import { DOCUMENT_KINDS, type DocumentKind, type OutcomeId, type SectionId } from '../framework/types.js';
import { kindInfo } from '../framework/kinds.js';
import { OUTCOMES, STATUTORY_BASIS, outcomeInfo } from '../framework/wording.js';
import { sectionInfo } from '../framework/sections.js';
import { gap, NAMES_ONE_THING } from './context.js';
import { SECTIONS_OF } from './order.js';
import { MEASURE, actionBlock, actionCells, actionTable } from './plans.js';
import { paragraphs, table } from './reports.js';
import { skeletonFor } from './index.js';

/** As VS Code reads it from a contributed snippet file. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** A tab stop with a list to choose from, written into plain text until `toBody` numbers it. */
const choice = (...options: readonly string[]): string => `\uE000${options.join('\uE001')}\uE002`;

const STATUS = choice('Not started', 'On track', 'Complete');
const EFFECTIVE = '“are taking effective action” or “are not yet taking effective action”';

/** Text with gaps, as a snippet body: each gap becomes a tab stop, and the fixed words keep VS Code's special characters escaped. */
function toBody(text: string): string[] {
  const numbers = new Map<string, number>();
  let last = 0;
  const prepared = text
    .replaceAll(gap(EFFECTIVE), choice('are taking effective action', 'are not yet taking effective action'))
    .replace(/(\*\*Status:\*\* |\| )Not started/g, (_, before: string) => `${before}${STATUS}`);
  const marked = prepared.replace(
    /\[insert ([^\]]*)\]|\uE000([^\uE000\uE002]*)\uE002|[$\\]/g,
    (whole: string, what: string | undefined, options: string | undefined) => {
      if (options !== undefined)
        return `\${${++last}|${options
          .split('\uE001')
          .map((option) => option.replace(/[\\,|]/g, '\\$&'))
          .join(',')}|}`;
      if (what === undefined) return `\\${whole}`;
      let number = numbers.get(what);
      if (number === undefined || !NAMES_ONE_THING.test(what)) {
        number = ++last;
        numbers.set(what, number);
      }
      return `\${${number}:${whole.replace(/[\\$}]/g, '\\$&')}}`;
    },
  );
  return marked.split('\n');
}

const snippet = (prefix: readonly string[], description: string, text: string): Snippet => ({ prefix, description, body: toBody(text) });

/** Front matter with a choice wherever the values are a closed list. */
function frontMatterSnippets(): [string, Snippet][] {
  const dates = 'inspection: { start: [insert first day, such as 2026-01-19], end: [insert last day, such as 2026-01-23] }';
  const report = 'report: { received: [insert day received, such as 2026-03-12], published: [insert day published, such as 2026-03-26] }';
  const extra: Record<DocumentKind, readonly string[]> = {
    'full-inspection-report': [dates, report],
    'monitoring-inspection-report': [dates, report],
    'strategic-plan': [
      dates,
      report,
      'respondsTo: [insert path of the report, such as ../reports/exampleshire-2026.md]',
      'plan: { published: [insert day published, such as 2026-04-22], review: [insert day of the next review, such as 2027-04-22] }',
    ],
    'priority-action-plan': [
      dates,
      report,
      'respondsTo: [insert path of the report, such as ../reports/exampleshire-2026.md]',
      'plan: { submitted: [insert day submitted, such as 2026-04-27], review: [insert day of the next review, such as 2027-01-28] }',
    ],
    'local-send-reform-plan': [
      'plan: { published: [insert day published, such as 2026-09-30], review: [insert day of the next review, such as 2027-09-30] }',
    ],
    'engagement-meeting-note': [
      dates,
      'engagementMeeting: { last: [insert day of this meeting, such as 2026-06-11], next: [insert day of the next meeting, such as 2027-06-10] }',
    ],
  };
  const names: Record<DocumentKind, string> = {
    'full-inspection-report': 'full-report',
    'monitoring-inspection-report': 'monitoring-report',
    'strategic-plan': 'strategic-plan',
    'priority-action-plan': 'priority-plan',
    'local-send-reform-plan': 'reform-plan',
    'engagement-meeting-note': 'meeting',
  };
  return DOCUMENT_KINDS.map((kind) => [
    `Front matter: ${kindInfo(kind).name}`,
    snippet(
      [`send-front-matter-${names[kind]}`, `send-yaml-${names[kind]}`],
      `Facts at the top of the file that tell the checks what this ${kindInfo(kind).name} is about. Goes at the very start.`,
      [
        '---',
        `document: ${kind}`,
        `edition: ${choice('2025-07', '2025-06', '2024-04', '2023-01')}`,
        `localArea: ${gap('name of local area')}`,
        ...extra[kind],
        '---',
      ].join('\n'),
    ),
  ]);
}

const OUTCOME_WORDS: Record<OutcomeId, string> = { 1: 'positive', 2: 'inconsistent', 3: 'failings' };

function outcomeSnippets(): [string, Snippet][] {
  return OUTCOMES.flatMap((info): [string, Snippet][] => {
    const word = OUTCOME_WORDS[info.id];
    const all = paragraphs(info.statements[0]!, info.nextInspection[0]!, info.followUp[0]!);
    return [
      [
        `Inspection outcome: ${info.name}`,
        snippet(
          [`send-outcome-${info.id}`, `send-outcome-${word}`],
          `Heading, fixed statement, next inspection and what is asked of the partnership, for the outcome “${info.name}”.`,
          `## ${sectionInfo('inspection-outcome')!.headings[0]!}\n\n${all}`,
        ),
      ],
      [
        `Outcome statement: ${info.name}`,
        snippet([`send-outcome-statement-${word}`], `Only the fixed statement of the outcome “${info.name}”.`, info.statements[0]!),
      ],
      [
        `Next inspection: ${info.name}`,
        snippet(
          [`send-next-inspection-${word}`],
          `The fixed sentence on the next inspection after the outcome “${info.name}”.`,
          info.nextInspection[0]!,
        ),
      ],
    ];
  });
}

const KIND_PREFIX: Record<DocumentKind, string> = {
  'full-inspection-report': 'send-section',
  'monitoring-inspection-report': 'send-monitoring',
  'strategic-plan': 'send-plan',
  'priority-action-plan': 'send-priority-plan',
  'local-send-reform-plan': 'send-reform-plan',
  'engagement-meeting-note': 'send-meeting',
};

/** Words that people type for a section, beside its id. */
const GUESSES: Partial<Record<SectionId, string>> = {
  'about-partnership': 'information',
  experience: 'what-is-it-like',
  effective: 'what-works',
  improve: 'do-better',
  'priority-action': 'areas-for-priority-action',
  'areas-for-improvement': 'afi',
  'partnership-details': 'details',
  'about-inspection': 'legal-basis',
  'inspection-team': 'team',
  closing: 'copyright',
  'plan-introduction': 'introduction',
  'plan-inspection': 'inspection',
  'plan-actions': 'actions',
  'alternative-provision': 'ap',
  'co-production': 'coproduction',
  accessibility: 'formats',
  'sign-off': 'signature',
  'agreed-actions': 'actions',
};

function sectionSnippets(): [string, Snippet][] {
  return DOCUMENT_KINDS.flatMap((kind) =>
    // The outcomes have snippets of their own.
    SECTIONS_OF[kind]
      .filter((id) => kind !== 'full-inspection-report' || id !== 'inspection-outcome')
      .map((id): [string, Snippet] => {
        const info = sectionInfo(id);
        const guess = GUESSES[id];
        const short = id.replace(/^(?:plan|monitoring)-/, '');
        const prefixes = [`${KIND_PREFIX[kind]}-${short}`, ...(guess && guess !== short ? [`${KIND_PREFIX[kind]}-${guess}`] : [])];
        const description = info
          ? `Section of ${withArticle(kindInfo(kind).name)}. ${info.about}`
          : `Closing page of ${withArticle(kindInfo(kind).name)}: complaints, other formats, licence and copyright.`;
        return [
          `${capital(kindInfo(kind).name)}: ${info?.headings[0] ?? 'closing page'}`,
          snippet(prefixes, description, skeletonFor(id, kind)),
        ];
      }),
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

const lead = `${gap('post')}, ${gap('body')}`;

function partSnippets(): [string, Snippet][] {
  const bodies = `${gap('name of local authority')} and ${gap('name of integrated care board')}`;
  return [
    [
      'Follow-up: strategic plan',
      snippet(
        ['send-follow-up-strategic-plan', 'send-ask-plan'],
        'The fixed sentence that asks the partnership to update and publish its strategic plan. For the outcomes “typically positive” and “inconsistent”.',
        outcomeInfo(1).followUp[0]!,
      ),
    ],
    [
      'Follow-up: priority action plan',
      snippet(
        ['send-follow-up-priority-plan', 'send-chief-inspector'],
        'The fixed sentence that requires a priority action plan. Only for the outcome “widespread and/or systemic failings”.',
        outcomeInfo(3).followUp[0]!,
      ),
    ],
    [
      'Inspection dates',
      snippet(
        ['send-dates'],
        'The lines with the dates of this inspection and the one before.',
        paragraphs(
          `Inspection dates: ${gap('dates, for example 19 to 23 January 2026')}`,
          `${choice('Dates of previous inspection', 'Date of previous inspection')}: ${gap('dates, or “Not previously inspected”')}`,
        ),
      ),
    ],
    [
      'Legal basis: full inspection',
      snippet(
        ['send-statutory-basis-full'],
        'The fixed sentence on the request of the Secretary of State and section 20(1)(a).',
        STATUTORY_BASIS.full.text,
      ),
    ],
    [
      'Legal basis: monitoring inspection',
      snippet(
        ['send-statutory-basis-monitoring'],
        'The sentence on section 20(2), for a monitoring inspection.',
        STATUTORY_BASIS.monitoring.text,
      ),
    ],
    [
      'Area for improvement: row',
      snippet(
        ['send-afi-row', 'send-area-for-improvement-row'],
        'One more row of the areas for improvement. Say who should act and what they should do.',
        `| Leaders ${choice('across the partnership', 'at the local authority', 'at the integrated care board')} should ${gap('what they should do')}. |`,
      ),
    ],
    [
      'Area for priority action: row',
      snippet(
        ['send-apa-row', 'send-area-for-priority-action-row'],
        'One more row of the areas for priority action, with the responsible body.',
        `| ${bodies} | Leaders should urgently ${gap('what they must do')}. |`,
      ),
    ],
    [
      'Inspection team: row',
      snippet(
        ['send-team-row', 'send-inspector'],
        'One more row of the inspection team: an Ofsted inspector and a CQC inspector.',
        `| ${gap('name')}, ${choice('HMI', 'Ofsted Inspector')}, ${choice('education', 'social care')} | ${gap('name')}, CQC inspector |`,
      ),
    ],
    [
      'Partnership details: table for two boards',
      snippet(
        ['send-details-two-boards'],
        'Details of the local authority and of two integrated care boards, each with lead, website and address.',
        table(
          ['Local authority', 'Integrated care board', 'Integrated care board'],
          [gap('name of local authority'), gap('name of the first integrated care board'), gap('name of the second integrated care board')],
          [lead2(), lead2(), lead2()],
          [gap('website'), gap('website'), gap('website')],
          [address(), address(), address()],
        ),
      ),
    ],
    [
      'Alternative provision: how it is commissioned',
      snippet(
        ['send-alternative-provision-commissioned', 'send-ap-commission'],
        'For the information section of a report: what the local authority commissions, and for whom.',
        `The local authority commissions alternative provision from ${gap('providers')}. Alternative provision is used for ${gap('which children and young people use it, and why')}.`,
      ),
    ],
    [
      'Alternative provision: how it is overseen',
      snippet(
        ['send-alternative-provision-oversight', 'send-ap-oversight'],
        'Evaluates how the partnership checks that alternative provision is safe and suitable.',
        `- The partnership’s oversight of alternative provision is ${choice('effective', 'improving', 'not effective')}. Leaders ${gap('how they check that it is safe and suitable')}. As a result, ${gap('what difference this makes to children and young people')}.`,
      ),
    ],
    [
      'Co-production: evaluation',
      snippet(
        ['send-co-production-evaluation', 'send-parent-carer-forum'],
        'Evaluates co-production with children, young people, parents and carers in a report.',
        `- Co-production, where families and professionals design services together, is ${choice('a strength', 'developing', 'not yet well established')}. ${gap('Name of the parent carer forum')} ${gap('how it takes part')}. As a result, ${gap('what has changed')}.`,
      ),
    ],
    [
      'Co-production: what changed',
      snippet(
        ['send-you-said', 'send-co-production-change'],
        'Who said something, and what the plan changed because of it.',
        `- ${choice('Children and young people', 'Parents and carers')} told us ${gap('what they said')}. So we changed ${gap('what changed')}.`,
      ),
    ],
    [
      'Plan: part for an area for improvement',
      snippet(
        ['send-afi', 'send-afi-part'],
        'One part of a strategic plan: the words of the report, the difference, and a table of actions.',
        paragraphs(
          `### AFI${gap('number')}: ${gap('short name of the area for improvement')}`,
          'The report says:',
          `> ${gap('the words of the area for improvement, copied from the report')}`,
          `The difference this will make: ${gap('what will be better for children and young people')}.`,
          actionTable(lead),
        ),
      ),
    ],
    [
      'Plan: part for an area for priority action',
      snippet(
        ['send-apa', 'send-apa-part'],
        'One part of a priority action plan: who is responsible, and the words of the report.',
        paragraphs(
          `### APA${gap('number')}: ${gap('short name of the area for priority action')}`,
          `Responsible bodies: ${bodies}`,
          `> ${gap('the words of the area for priority action, copied from the report')}`,
        ),
      ),
    ],
    [
      'Plan: action table',
      snippet(['send-action-table'], 'A table of actions with lead, dates, measure and status, and its first row.', actionTable(lead)),
    ],
    [
      'Plan: action row',
      snippet(['send-action-row', 'send-action'], 'One more row of a table of actions.', `| ${actionCells(lead).join(' | ')} |`),
    ],
    [
      'Plan: action block',
      snippet(
        ['send-action-block', 'send-field-block'],
        'One action as a list of fields, for plans without tables.',
        actionBlock(gap('number'), lead),
      ),
    ],
    [
      'Plan: success measure',
      snippet(['send-measure', 'send-baseline-target'], 'A measure with where you start and where you want to be.', MEASURE),
    ],
    [
      'Accessible formats: sentence',
      snippet(
        ['send-accessible-formats', 'send-other-formats'],
        'Says how to get the document in another format, and whom to ask.',
        `To ask for this document in another format, such as easy read, large print, Braille, audio or another language, telephone ${gap('telephone number')} or email ${gap('email address of the team')}.`,
      ),
    ],
    [
      'Accessible formats: easy read link',
      snippet(
        ['send-easy-read'],
        'Links to the easy read version and to the version for children and young people.',
        `There is an [easy read version of this plan](${gap('web address')}). There is also a [version for children and young people](${gap('web address')}).`,
      ),
    ],
    [
      'Front matter: own deadline',
      snippet(
        ['send-milestone'],
        'A deadline of your own, to stand beside those of the framework. Goes in the front matter.',
        `milestones:\n  - { title: ${gap('what is due')}, due: ${gap('day, such as 2026-06-10')} }`,
      ),
    ],
    [
      'Front matter: report that the plan answers',
      snippet(
        ['send-responds-to'],
        'Links the plan to the inspection report that it answers. Goes in the front matter.',
        `respondsTo: ${gap('path of the report, such as ../reports/exampleshire-2026.md')}`,
      ),
    ],
    [
      'Switch off a check: next line',
      snippet(
        ['send-disable-next-line', 'send-suppress'],
        'Switches one check off for the next line. Always give a reason.',
        `<!-- area-send-disable-next-line ${gap('rule')}: ${gap('reason')} -->`,
      ),
    ],
    [
      'Switch off a check: several lines',
      snippet(
        ['send-disable', 'send-suppress-block'],
        'Switches one check off from here to the closing comment. Always give a reason.',
        `<!-- area-send-disable ${gap('rule')}: ${gap('reason')} -->\n\n${gap('text')}\n\n<!-- area-send-enable ${gap('rule')} -->`,
      ),
    ],
  ];
}

const lead2 = (): string => `${gap('name')}, ${gap('post')}`;
const address = (): string => `${gap('building and street')}<br>${gap('town')}<br>${gap('postcode')}`;

/** Every snippet by its name, in the order of the file. */
export const snippets = (): Readonly<Record<string, Snippet>> =>
  Object.fromEntries([...frontMatterSnippets(), ...outcomeSnippets(), ...sectionSnippets(), ...partSnippets()]);
