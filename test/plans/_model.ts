import { openDocument, type SendDocument } from '../../src/document/index.js';

/** What a plan says, before anybody chose how to lay it out. */
export interface ModelAction {
  /** Index of the area that it answers. */
  readonly area: number;
  readonly text: string;
  readonly owner: string | null;
  readonly body: 'council' | 'health';
  readonly due: Due | null;
  readonly measure: Measure | null;
}

export interface Measure {
  readonly what: string;
  readonly baseline: string;
  readonly target: string;
}

/** One day and the ways to write it. */
export interface Due {
  readonly iso: string;
  readonly day: string;
  readonly month: string;
  readonly short: string;
  readonly numeric: string;
  readonly period: string;
}

export interface PlanModel {
  readonly kind: 'strategic-plan' | 'priority-action-plan';
  readonly area: string;
  readonly council: string;
  readonly health: string;
  readonly respondsTo: string;
  /** Everybody who must sign: the partners that the report names, else the model's own. */
  readonly signatories: readonly string[];
  readonly areas: readonly { readonly id: string; readonly text: string }[];
  readonly actions: readonly ModelAction[];
}

export const DUES: readonly Due[] = [
  { iso: '2027-03-31', day: '31 March 2027', month: 'March 2027', short: 'Mar-27', numeric: '31/03/2027', period: 'Q4 2026/27' },
  {
    iso: '2026-12-31',
    day: '31 December 2026',
    month: 'December 2026',
    short: 'Dec 26',
    numeric: '31.12.2026',
    period: 'Autumn term 2026',
  },
  {
    iso: '2027-07-31',
    day: '31 July 2027',
    month: 'end of July 2027',
    short: '31-Jul-27',
    numeric: '31/07/27',
    period: 'Summer term 2026/27',
  },
  {
    iso: '2028-03-31',
    day: '31 March 2028',
    month: 'by the end of March 2028',
    short: 'Mar ’28',
    numeric: '2028-03-31',
    period: 'Financial year 2027-28',
  },
  {
    iso: '2027-09-30',
    day: '30 September 2027',
    month: 'September 2027',
    short: '30 Sep 27',
    numeric: '30/9/2027',
    period: 'Quarter 2 2027/28',
  },
  {
    iso: '2027-08-31',
    day: '31 August 2027',
    month: 'August 2027',
    short: '31 Aug 2027',
    numeric: '31-08-2027',
    period: 'end of the academic year 2026/27',
  },
  {
    iso: '2027-12-31',
    day: '31 December 2027',
    month: 'December 2027',
    short: 'Dec 2027',
    numeric: '12/2027',
    period: 'by the end of 2027',
  },
];

const STEPS = [
  'Open a third assessment team in the north',
  'Appoint eight officers who follow up each late case',
  'Train every adviser with parents and carers as co-trainers',
  'Visit each setting once a term and agree what to change',
  'Write one guide with schools, families and young people',
  'Set up a weekly panel of education, health and social care',
  'Publish waiting times and results on the local offer every month',
  'Give each family one named person to ask',
  'Join the three registers into one and check it every week',
  'Hold a planning meeting for each young person in Year 9',
  'Add evening clinics and a telephone line for parents and carers',
  'Check a sample of twenty plans each month and share what is learned',
];
const MEASURES = [
  'Families who say that help was useful',
  'Cases finished on time',
  'Advisers trained',
  'Settings visited',
  'Young people with a named person',
  'Plans judged good in joint checks',
];
const POSTS = {
  council: ['Head of Inclusion', 'Director of Children’s Services', 'Principal Educational Psychologist', 'Head of Early Help'],
  health: ['Designated Clinical Officer', 'Director of Nursing', 'Head of Therapies', 'Head of Children’s Commissioning'],
};

/** Two actions for each area of a report; posts, days and measures are invented. */
export function modelFor(report: SendDocument, kind: PlanModel['kind'], respondsTo: string): PlanModel {
  const council = 'Sampleton Council';
  const health = 'NHS Sampleton Vale Integrated Care Board';
  const areas = (kind === 'strategic-plan' ? report.facts.areasForImprovement : report.facts.areasForPriorityAction).map(
    ({ id, text }) => ({ id, text }),
  );
  const actions = areas.flatMap((_, area) =>
    [0, 1].map((step): ModelAction => {
      const index = area * 2 + step;
      const body = index % 2 === 0 ? 'council' : 'health';
      const round = Math.floor(index / STEPS.length);
      return {
        area,
        text: `${STEPS[index % STEPS.length]!}${round > 0 ? `, stage ${round + 1}` : ''}`,
        owner: POSTS[body][Math.floor(index / 2) % 4]!,
        body,
        due: DUES[index % DUES.length]!,
        measure: {
          what: MEASURES[index % MEASURES.length]!,
          baseline: `${20 + index}% in May 2026`,
          target: `${70 + index}% by July 2027`,
        },
      };
    }),
  );
  const { localAuthority, integratedCareBoards } = report.facts.partners;
  const signatories = [
    ...(localAuthority.length > 0 ? localAuthority.map(({ name }) => name) : [council]),
    ...(integratedCareBoards.length > 0 ? integratedCareBoards.map(({ name }) => name) : [health]),
  ];
  return { kind, area: 'Sampleton', council, health, respondsTo, signatories, areas, actions };
}

/** The parts that every plan has, around its actions. */
export function planAround(model: PlanModel, actions: string, after = ''): string {
  const prefix = model.kind === 'strategic-plan' ? 'SEND strategic plan' : 'priority action plan (area SEND)';
  return `---
document: ${model.kind}
localArea: ${model.area}
respondsTo: ${model.respondsTo}
---

# ${model.area} Local Area Partnership ${prefix} 2026 to 2029

This plan runs from 4 May 2026 to 31 March 2029.

## Introduction

${model.council} and ${model.health} wrote this plan together.

## The inspection this plan answers

Ofsted and the Care Quality Commission (CQC) inspected our area. This plan is our answer.

## Our actions

${actions}

## Governance

The SEND Board is in charge of this plan. It meets every two months and reports to the Health and Wellbeing Board.

## Sign-off

| Organisation | Signed by | Date |
| --- | --- | --- |
${model.signatories.map((name) => cells(name, 'Chief Executive', '4 May 2026')).join('\n')}

## Glossary

| Word | What it means |
| --- | --- |
| Action | Something that we will do |
| Baseline | Where we started |
${after}`;
}

export const open = (text: string, path: string): SendDocument => openDocument(text, { path });

const nameOf = (model: PlanModel, { owner, body }: ModelAction): string => (owner ? `${owner}, ${model[body]}` : '');
const measureOf = ({ measure }: ModelAction): string =>
  measure ? `${measure.what}. Baseline: ${measure.baseline}. Target: ${measure.target}.` : '';
const grouped = (model: PlanModel): { id: string; text: string; number: number; actions: readonly ModelAction[] }[] =>
  model.areas
    .map((area, index) => ({ ...area, number: Number(area.id.slice(3)), actions: model.actions.filter((action) => action.area === index) }))
    .filter(({ actions }) => actions.length > 0);
const cells = (...parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
const worded = (id: string): string =>
  id.startsWith('AFI') ? `Area for improvement ${id.slice(3)}` : `Area for priority action ${id.slice(3)}`;
const field = (label: string, value: string, mark: (label: string, value: string) => string): string[] =>
  value === '' ? [] : [mark(label, value)];

export interface Style {
  readonly name: string;
  /** What the days of this style are written as. */
  readonly due: keyof Due;
  /** Whether a field that is missing leaves an empty place; else its label is gone too. */
  write(model: PlanModel): string;
}

export const STYLES: readonly Style[] = [
  {
    name: 'a table for each area, under a heading with its id',
    due: 'day',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }) =>
            [
              `### ${id}: what we do here`,
              '',
              'The difference this will make: families will be helped sooner.',
              '',
              cells('What we will do', 'Lead', 'Due date', 'Success measure', 'Status'),
              cells('---', '---', '---', '---', '---'),
              ...actions.map((action) =>
                cells(`${action.text}.`, nameOf(model, action), action.due?.day ?? '', measureOf(action), 'On track'),
              ),
            ].join('\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'one table for everything, with numbers and a column for the area, in the other order of columns',
    due: 'numeric',
    write: (model) =>
      planAround(
        model,
        [
          cells('Ref', 'Timescale', 'Responsible', 'Area', 'Activity', 'KPI', 'Baseline', 'Target', 'BRAG'),
          cells(...Array<string>(9).fill('---')),
          ...model.actions.map((action, index) =>
            cells(
              `${action.area + 1}.${(index % 2) + 1}`,
              action.due?.numeric ?? '',
              nameOf(model, action),
              model.areas[action.area]!.id,
              action.text,
              action.measure?.what ?? '',
              action.measure?.baseline ?? '',
              action.measure?.target ?? '',
              'Green',
            ),
          ),
        ].join('\n'),
      ),
  },
  {
    name: 'blocks of bullets with bold labels, a heading for each action',
    due: 'month',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }) =>
            [
              `### ${worded(id)}`,
              ...actions.map((action, index) =>
                [
                  `#### Action ${index + 1}: step ${index + 1}`,
                  '',
                  `- **What we will do:** ${action.text}.`,
                  ...field('Who leads', nameOf(model, action), (label, value) => `- **${label}:** ${value}`),
                  ...field('By when', action.due?.month ?? '', (label, value) => `- **${label}:** ${value}`),
                  '- **Where we are now:** Families wait.',
                  ...field('What we will see', measureOf(action), (label, value) => `- **${label}:** ${value}`),
                  '- **Status:** Not started',
                ].join('\n'),
              ),
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'blocks of headings for each recommendation: what we want, what we will do, what we will see',
    due: 'day',
    write: (model) =>
      planAround(
        model,
        model.actions
          .map((action) =>
            [
              `### Recommendation ${Number(model.areas[action.area]!.id.slice(3))}`,
              '#### What we want',
              'Families have help early.',
              '#### What we will do',
              `${action.text}.`,
              ...(action.owner ? ['#### Who is responsible?', nameOf(model, action)] : []),
              ...(action.due ? ['#### When will we do it?', action.due.day] : []),
              '#### Where are we now',
              'Families wait.',
              ...(action.measure
                ? [
                    '#### What we will see',
                    `- ${action.measure.what}\n- Baseline: ${action.measure.baseline}\n- Target: ${action.measure.target}`,
                  ]
                : []),
              '#### The difference this will make',
              'Nobody waits alone.',
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'prose with the report’s own words, and tables of who, what and when with line breaks in cells',
    due: 'short',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ text, actions }, index) =>
            [
              `### Our ${['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'][index]} promise`,
              'Inspectors wrote:',
              `> ${text.replace(/\n/g, ' ')}`,
              'We agree with this. Families told us the same, and we have begun to change it.',
              [
                cells('What', 'Who', 'When', 'How we will know'),
                cells('---', '---', '---', '---'),
                ...actions.map((action) =>
                  cells(
                    action.text,
                    action.owner ? `${action.owner},<br>${model[action.body]}` : '-',
                    action.due?.short ?? 'n/a',
                    action.measure
                      ? `${action.measure.what}<br>Baseline: ${action.measure.baseline}<br>Target: ${action.measure.target}`
                      : ' ',
                  ),
                ),
              ].join('\n'),
              'We will come back to this with the parent carer forum.',
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'the plan’s own priorities, with rows that group actions by area',
    due: 'period',
    write: (model) =>
      planAround(
        model,
        [
          '### Priority 1: Everyone gets help early',
          'These actions come first.',
          [
            cells('Key actions', 'Lead officer', 'By when', 'Measures of success', 'RAG'),
            cells('---', '---', '---', '---', '---'),
            ...grouped(model).flatMap(({ id, actions }) => [
              cells(`**${worded(id)}**`, '', '', '', ''),
              ...actions.map((action) => cells(action.text, nameOf(model, action), action.due?.period ?? '', measureOf(action), 'Amber')),
            ]),
          ].join('\n'),
        ].join('\n\n'),
      ),
  },
  {
    name: 'task lists with fields in the line',
    due: 'day',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }) =>
            [
              `### ${id} and what we do about it`,
              actions
                .map(
                  (action) =>
                    `- [ ] ${action.text} (${[...field('Lead', nameOf(model, action), (label, value) => `${label}: ${value}`), ...field('due', action.due?.day ?? '', (label, value) => `${label}: ${value}`), ...field('measure', measureOf(action).replace(/\.$/, ''), (label, value) => `${label}: ${value}`)].join('; ')})`,
                )
                .join('\n'),
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'numbered lists with nested bullets',
    due: 'month',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }) =>
            [
              `### What we do about ${id}`,
              actions
                .map((action, index) =>
                  [
                    `${index + 1}. ${action.text}`,
                    ...field('Owner', nameOf(model, action), (label, value) => `   - ${label}: ${value}`),
                    ...field('Deadline', action.due?.month ?? '', (label, value) => `   - ${label}: ${value}`),
                    ...(action.measure
                      ? [
                          `   - Success measure: ${action.measure.what}`,
                          `   - Baseline: ${action.measure.baseline}`,
                          `   - Target: ${action.measure.target}`,
                        ]
                      : []),
                  ].join('\n'),
                )
                .join('\n'),
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'links to the report, with addresses at the end of the plan',
    due: 'day',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }, index) =>
            [
              `### Theme ${String.fromCharCode(65 + index)}`,
              `This theme answers [what the report asks][${id.toLowerCase()}].`,
              [
                cells('Actions we will take', 'Owner', 'Target date', 'Success criteria'),
                cells('---', '---', '---', '---'),
                ...actions.map((action) => cells(action.text, nameOf(model, action), action.due?.day ?? '', measureOf(action))),
              ].join('\n'),
            ].join('\n\n'),
          )
          .join('\n\n'),
        `\n${model.areas.map(({ id }) => `[${id.toLowerCase()}]: ${model.respondsTo}#${id.toLowerCase()}`).join('\n')}\n`,
      ),
  },
  {
    name: 'a small table for each action, labels in its first column',
    due: 'numeric',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }) =>
            [
              `### ${id}`,
              ...actions.map((action) =>
                [
                  cells('Action', action.text),
                  cells('---', '---'),
                  cells('Who', nameOf(model, action)),
                  cells('When', action.due?.numeric ?? ''),
                  cells('What we will see', measureOf(action)),
                  cells('The difference this will make', 'Nobody waits alone.'),
                ].join('\n'),
              ),
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'bold lines for headings and paragraphs for fields, two bodies responsible',
    due: 'period',
    write: (model) =>
      planAround(
        model,
        grouped(model)
          .map(({ id, actions }) =>
            [
              `**${id}: what must change**`,
              `Responsible bodies: ${model.council} and ${model.health}`,
              ...actions.flatMap((action) => [
                `**Action:** ${action.text}`,
                ...field('Accountable', nameOf(model, action), (label, value) => `**${label}:** ${value}`),
                ...field('Completion date', action.due?.period ?? '', (label, value) => `**${label}:** ${value}`),
                ...field('Impact measure', measureOf(action), (label, value) => `**${label}:** ${value}`),
              ]),
            ].join('\n\n'),
          )
          .join('\n\n'),
      ),
  },
  {
    name: 'two tables for the same numbered actions: who and when in one, measures in the other',
    due: 'short',
    write: (model) => {
      const number = (action: ModelAction): string =>
        `${model.areas[action.area]!.id}.${model.actions.filter((other) => other.area === action.area).indexOf(action) + 1}`;
      return planAround(
        model,
        [
          '### Who and when',
          [
            cells('Action no.', 'Planned action', 'Lead', 'Complete by'),
            cells('---', '---', '---', '---'),
            ...model.actions.map((action) => cells(number(action), action.text, nameOf(model, action), action.due?.short ?? '')),
          ].join('\n'),
          '### How we will know',
          [
            cells('Action no.', 'Success measure', 'Baseline', 'Target'),
            cells('---', '---', '---', '---'),
            ...model.actions.map((action) =>
              cells(number(action), action.measure?.what ?? '', action.measure?.baseline ?? '', action.measure?.target ?? ''),
            ),
          ].join('\n'),
        ].join('\n\n'),
      );
    },
  },
];
