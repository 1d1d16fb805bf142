import type { SectionId } from '../framework/types.js';
import { formatRange, gap, type KnownArea, type TemplateContext } from './context.js';
import { bullets, paragraphs, quoted, table, type Body } from './reports.js';
import { listed } from '../text/words.js';

const forum = gap('name of the parent carer forum');
const youngPeople = gap('name of the young people’s group');

const introduction: Body = ({ area, localAuthority, integratedCareBoard }) =>
  paragraphs(
    `This plan says how we will make life better for children and young people with special educational needs and/or disabilities (SEND) in ${area}.`,
    `${localAuthority} and ${integratedCareBoard} wrote it together. We call ourselves the local area partnership. We wrote the plan with ${forum} and with ${youngPeople}.`,
    `This is version ${gap('number')}. The plan runs from ${gap('first day of the plan')} to ${gap('last day of the plan')}.`,
  );

const inspectionSentence = ({ inspection, inspectionDates, report }: TemplateContext): string =>
  paragraphs(
    `Ofsted and the Care Quality Commission (CQC) inspected our area ${inspection && inspection.start === inspection.end ? 'on' : 'from'} ${inspectionDates}. We received the final report on ${(report?.received && formatRange(report.received, report.received)) ?? gap('date on which the final report was received')}.`,
    `You can read the report here: ${gap('link to the inspection report')}.`,
  );

const FOUND = {
  1: 'Inspectors found that our arrangements typically lead to positive experiences and outcomes for children and young people with SEND. They said that we are taking action where improvements are needed.',
  2: 'Inspectors found that our arrangements lead to inconsistent experiences and outcomes for children and young people with SEND. They said that we must work jointly to make improvements.',
} as const;

/** Who leads an action: a post of the one body that is responsible; where several are, or nobody is named, the author knows. */
const leadOf = (bodies: readonly string[]): string => (bodies.length === 1 ? `${gap('post')}, ${bodies[0]}` : gap('post and body'));

const responsible = (bodies: readonly string[]): readonly string[] =>
  bodies.length === 0 ? [] : [`Responsible ${bodies.length === 1 ? 'body' : 'bodies'}: ${listed(bodies)}`];

export const MEASURE = `${gap('what will be measured')}. Baseline: ${gap('number and date')}. Target: ${gap('number and date')}.`;
const ACTION_COLUMNS = ['What we will do', 'Lead', 'Start', 'Due date', 'Success measure', 'Status'];

/** One action as a row below `ACTION_COLUMNS`. */
export const actionCells = (lead: string): readonly string[] => [
  gap('action'),
  lead,
  gap('start date'),
  gap('due date'),
  MEASURE,
  'Not started',
];

/** A table of actions with its first row. */
export const actionTable = (lead: string): string => table(ACTION_COLUMNS, actionCells(lead));

const strategicAction = (id: string, lead: string, area?: KnownArea): string =>
  paragraphs(
    `### ${id}: ${gap('short name of the area for improvement')}`,
    ...responsible(area?.responsibleBodies ?? []),
    'The report says:',
    area ? quoted(area.text) : `> ${gap('the words of the area for improvement, copied from the report')}`,
    `The difference this will make: ${gap('what will be better for children and young people')}.`,
    actionTable(lead),
  );

/** One action as a list of fields. */
export const actionBlock = (number: number | string, lead: string): string =>
  paragraphs(
    `#### Action ${number}: ${gap('short name of the action')}`,
    bullets(
      `**What we will do:** ${gap('action')}`,
      `**Who leads:** ${lead}`,
      `**Start:** ${gap('start date')}`,
      `**By when:** ${gap('due date')}`,
      `**Where we are now:** ${gap('what things are like now')}`,
      `**What we will see:** ${MEASURE}`,
      `**The difference this will make:** ${gap('what will be better for children and young people')}`,
      '**Status:** Not started',
    ),
  );

const priorityArea = (id: string, bodies: readonly string[], area?: KnownArea): string =>
  paragraphs(
    `### ${id}: ${gap('short name of the area for priority action')}`,
    ...responsible(bodies),
    area ? quoted(area.text) : `> ${gap('the words of the area for priority action, copied from the report')}`,
  );

const STRATEGIC_ACTIONS: Body = ({ localAuthority, integratedCareBoards, report }) =>
  paragraphs(
    'There is one part for each area for improvement in the report. Each table says what we will do, who leads the work and when it will be finished. It also says how we will know that it has worked.',
    ...(report && report.areasForImprovement.length > 0
      ? report.areasForImprovement.map((area) => strategicAction(area.id, leadOf(area.responsibleBodies), area))
      : [strategicAction('AFI1', leadOf([localAuthority])), strategicAction('AFI2', leadOf(integratedCareBoards))]),
  );

const PRIORITY_ACTIONS: Body = ({ localAuthority, integratedCareBoards, report }) => {
  const both = [localAuthority, ...integratedCareBoards];
  const known = report?.areasForPriorityAction ?? [];
  return paragraphs(
    'There is one part for each area for priority action in the report. Each part starts with the words of the report. Then it lists our actions.',
    ...(known.length > 0
      ? known.flatMap((area, index) => {
          const bodies = area.responsibleBodies.length > 0 ? area.responsibleBodies : both;
          return [priorityArea(area.id, bodies, area), actionBlock(index + 1, leadOf(bodies))];
        })
      : [
          priorityArea('APA1', both),
          actionBlock(1, leadOf([localAuthority])),
          actionBlock(2, leadOf(integratedCareBoards)),
          priorityArea('APA2', both),
          actionBlock(3, leadOf([localAuthority])),
        ]),
  );
};

const COMMON: Partial<Record<SectionId, Body>> = {
  'plan-introduction': introduction,
  'alternative-provision': ({ localAuthority }) =>
    paragraphs(
      'Alternative provision is education for children and young people who cannot go to their usual school.',
      '### How we commission it',
      `${localAuthority} commissions alternative provision from ${gap('which providers')}. We decide what to commission by ${gap('how the partnership finds out what is needed, and who decides')}.`,
      '### How we oversee it',
      `We check that each provider is suitable and safe before we use it. We monitor ${gap('what is monitored, how often and by whom')}. A report goes to ${gap('name of the board')} ${gap('how often')}.`,
    ),
  'co-production': () =>
    paragraphs(
      'Co-production means that families and professionals work on something together from start to finish, as equals.',
      '### The people we worked with',
      bullets(
        `Children and young people from ${youngPeople} took part on ${gap('dates')}. They ${gap('how they took part')}.`,
        `Parents and carers from ${forum}, our parent carer forum, took part on ${gap('dates')}. They ${gap('how they took part')}.`,
      ),
      '### What changed',
      bullets(
        `Children and young people told us ${gap('what they said')}. So we changed ${gap('what changed')}.`,
        `Parents and carers told us ${gap('what they said')}. So we changed ${gap('what changed')}.`,
      ),
    ),
  governance: ({ integratedCareBoard }) =>
    paragraphs(
      `The board in charge of this plan is ${gap('name of the board')}. Its members come from ${gap('which organisations, including the parent carer forum')}.`,
      `The board meets every ${gap('how often, for example two months')} and checks each action. It reports every three months to the Health and Wellbeing Board. It also reports to the council’s Cabinet and to the board of ${integratedCareBoard}.`,
      `If an action falls behind, ${gap('what happens, and who decides')}.`,
    ),
  'sign-off': ({ localAuthority, integratedCareBoards }) =>
    paragraphs(
      `This plan was agreed and signed by ${integratedCareBoards.length === 1 ? 'both' : 'all'} organisations.`,
      table(
        ['Organisation', 'Signed by', 'Date'],
        ...[localAuthority, ...integratedCareBoards].map((body) => [body, `${gap('name')}, ${gap('post')}`, gap('date of signature')]),
      ),
    ),
  accessibility: ({ area }) =>
    paragraphs(
      'You can have this plan in other formats. They include:',
      bullets(
        `easy read: ${gap('link to the easy read version')}`,
        `a version for children and young people: ${gap('link to the version for children and young people')}`,
        'large print, Braille and audio',
        'British Sign Language video',
        'other languages',
      ),
      `To ask for one, telephone ${gap('telephone number')} or email ${gap('email address of the team')}. You can also write to ${gap('name and postal address of the team')}, ${area}.`,
    ),
  review: () => `We will review the whole plan every year. The next review will be published on ${gap('date of the next review')}.`,
  glossary: () =>
    table(
      ['Word', 'What it means'],
      ['Alternative provision', 'Education for children and young people who cannot go to their usual school.'],
      ['Baseline', 'Where we started, before we did anything new.'],
      ['Commission', 'To decide what services people need, and to pay for them.'],
      ['Local offer', 'A website that lists help and services for children and young people with SEND.'],
      [gap('word'), gap('what it means')],
    ),
};

const STRATEGIC: Partial<Record<SectionId, Body>> = {
  ...COMMON,
  'plan-inspection': (context) =>
    paragraphs(
      inspectionSentence(context),
      context.outcome === 1 || context.outcome === 2
        ? FOUND[context.outcome]
        : `Inspectors found ${gap('the outcome of the inspection, in plain words')}.`,
      'We number the areas for improvement in the report AFI1, AFI2 and so on.',
    ),
  'plan-actions': STRATEGIC_ACTIONS,
  publication: () =>
    `This plan was published on ${gap('date of publication')}. It is on our local offer: ${gap('link to the local offer')}.`,
};

const PRIORITY: Partial<Record<SectionId, Body>> = {
  ...COMMON,
  'plan-inspection': (context) =>
    paragraphs(
      inspectionSentence(context),
      `Inspectors found widespread and/or systemic failings. His Majesty’s Chief Inspector required us to prepare and submit this priority action plan. We sent it to Ofsted on ${gap('date of submission')}.`,
      'We number the areas for priority action in the report APA1, APA2 and so on.',
    ),
  'plan-actions': PRIORITY_ACTIONS,
  publication: () =>
    `We sent this plan to Ofsted on ${gap('date of submission')}. It was published on ${gap('date of publication')}. It is on our local offer: ${gap('link to the local offer')}.`,
};

const reformAction = (title: string, lead: string): string =>
  paragraphs(`### ${title}`, table(['ID', ...ACTION_COLUMNS], [gap('number'), ...actionCells(lead)]));

/** The parts of a local SEND reform plan are not fixed anywhere that is known: these are a start, no more. */
const REFORM: Partial<Record<SectionId, Body>> = {
  ...COMMON,
  'plan-introduction': (context) =>
    paragraphs(
      introduction(context),
      `We sent it to the Department for Education on ${gap('date of submission')}. It says how we will build support in every school, how targeted and specialist support is arranged, and what it costs.`,
    ),
  'plan-actions': ({ localAuthority, integratedCareBoards }) =>
    paragraphs(
      'Each table says what we will do, who leads the work and when it will be finished. It also says how we will know that it has worked.',
      reformAction(`Priority 1: ${gap('what this part is about, for example inclusive mainstream schools')}`, leadOf([localAuthority])),
      reformAction(
        `Priority 2: ${gap('what this part is about, for example joint commissioning with health')}`,
        leadOf(integratedCareBoards),
      ),
    ),
  publication: () =>
    `This plan was published on ${gap('date of publication')}. It is on our local offer: ${gap('link to the local offer')}.`,
};

/** In the order of the document. */
export const PLAN_SECTIONS: readonly SectionId[] = [
  'plan-introduction',
  'plan-inspection',
  'plan-actions',
  'alternative-provision',
  'co-production',
  'governance',
  'sign-off',
  'accessibility',
  'publication',
  'review',
  'glossary',
];

/** A local SEND reform plan answers no inspection. */
export const REFORM_PLAN_SECTIONS: readonly SectionId[] = PLAN_SECTIONS.filter((id) => id !== 'plan-inspection');

export const planBody = (id: SectionId, { kind }: TemplateContext): Body | undefined =>
  (kind === 'priority-action-plan' ? PRIORITY : kind === 'local-send-reform-plan' ? REFORM : STRATEGIC)[id];
