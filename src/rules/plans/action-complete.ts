import { perAction, readStatus, type ActionFact, type ActionFieldName, type Section, type SendDocument } from '../../document/index.js';
import { SOURCES } from '../../framework/sources.js';
import type { Span } from '../../framework/types.js';
import { PLAN_ERROR, PLANS, type DocumentRule, type Fix, type Report } from '../rule.js';
import { clip, isVagueOwner, listed } from './_plan.js';

const FIELDS = ['owner', 'due', 'measure'] as const satisfies readonly ActionFieldName[];
type Required = (typeof FIELDS)[number];

const NAMES: Readonly<Record<Required, string>> = { owner: 'owner', due: 'deadline', measure: 'success measure' };
const ASKS: Readonly<Record<Required, string>> = {
  owner: 'who leads it (a post and its body)',
  due: 'by when it will be done',
  measure: 'how everyone will see that it has worked',
};
const GAPS: Readonly<Record<Required, string>> = {
  owner: '[insert post and body]',
  due: '[insert due date]',
  measure: '[insert what will be measured, baseline and target]',
};

const lacking = perAction((words): readonly Required[] => {
  const done = words.status !== null && readStatus(words.status) === 'complete';
  // What is finished needs no deadline any more.
  return FIELDS.filter((name) => words[name] === null && !(done && name === 'due'));
});

const missingOf = (action: ActionFact): readonly Required[] =>
  lacking(action).filter((name) => !(name === 'measure' && action.measuredElsewhere && !action.places.measure));

/** An empty cell can take a gap; a cell that a ragged row lacks cannot. */
function gapFix(document: SendDocument, name: Required, at: Span): Fix | null {
  const source = document.text.slice(at.start, at.end);
  return source.trim() === '' || /^\s*[-–—]\s*$/.test(source)
    ? { title: `Insert a gap for the ${NAMES[name]}`, kind: 'assist', edits: [{ ...at, text: ` ${GAPS[name]} ` }] }
    : null;
}

/** The number that an action has of its own; null for none, and for the id of an area. */
const numberOf = perAction(({ reference }) => {
  const number = reference?.toLowerCase().replace(/\s+/g, '').replace(/[.:]$/, '') ?? '';
  return /\d/.test(number) && !/^(?:afi|apa)s?-?\d{1,2}$/.test(number) ? number : null;
});

/** What at least one of the actions of a list has: the others were to have it as well. Who “the partnership” is, a sentence says by itself. */
function givenInLists(actions: readonly ActionFact[]): ReadonlyMap<Section | null, ReadonlySet<Required>> {
  const given = new Map<Section | null, Set<Required>>();
  for (const action of actions) {
    if (action.form !== 'list') continue;
    const names = given.get(action.section) ?? new Set<Required>();
    const isOwned = action.owner !== null && !isVagueOwner(action.owner.text);
    for (const name of FIELDS) if (action.places[name] && (name !== 'owner' || isOwned)) names.add(name);
    given.set(action.section, names);
  }
  return given;
}

/** Promises in plain lists are told of once: a strategy may leave the rest to a delivery plan. */
function reportBare(bare: readonly ActionFact[], report: Report): void {
  const first = bare[0];
  if (!first) return;
  const names = FIELDS.filter((name) => bare.some((action) => missingOf(action).includes(name)));
  report({
    at: first.span,
    severity: 'info',
    message: `${bare.length === 1 ? 'This action stands' : `${bare.length} actions of this plan stand`} in a plain list, without ${listed(
      names.map((name) => (name === 'owner' ? 'an owner' : `a ${NAMES[name]}`)),
      'or',
    )}. Say ${listed(names.map((name) => ASKS[name]))}, here or in a delivery plan that this plan names.`,
  });
}

function reportNumbers(document: SendDocument, report: Report): void {
  const seen = new Map<string, ActionFact>();
  for (const action of document.facts.actions) {
    const number = numberOf(action);
    if (!number) continue;
    const first = seen.get(number);
    if (!first) {
      seen.set(number, action);
      continue;
    }
    // Tables that each begin with 1 are no mistake; a number written out is.
    if (/^\d{1,2}$/.test(number) && (first.header?.start !== action.header?.start || first.section !== action.section)) continue;
    const reference = action.reference!;
    report({
      at: reference.span,
      severity: 'warning',
      message: `Two actions have the number ${reference.text}. Give each action a number of its own, so that progress can be told of each.`,
      related: [{ span: first.reference!.span, message: 'The first action with this number' }],
    });
  }
}

const table = (...rows: string[]): string =>
  `# Exampleshire Local Area Partnership SEND strategic plan\n\n## Actions\n\n${rows.join('\n')}\n`;
const HEAD = ['| Action | Lead | By when | Success measure |', '| --- | --- | --- | --- |'];

const rule: DocumentRule = {
  id: 'action-complete',
  title: 'Every action has an owner, a deadline and a success measure',
  severity: PLAN_ERROR,
  kinds: PLANS,
  source: { ...SOURCES.supportAndChallenge, confidence: 'inferred', where: 'what published plans hold for each action' },
  rationale:
    'An action needs somebody who leads it, a day, and a success that people can see. Without them nobody is held to account, and children and young people wait.',
  help: 'Give each action a lead (post and body), a day by when it is done, and a measure with a baseline and a target. Columns and labels may have other names, such as “Who”, “Timescale” and “What we will see”.',
  examples: {
    valid: [
      {
        kind: 'strategic-plan',
        text: table(
          ...HEAD,
          '| Train all advisers. | Head of SEND, Exampleshire County Council | 31 March 2027 | Advisers trained: 20 of 80 in May 2026, 80 of 80 by March 2027 |',
        ),
      },
      {
        title: 'field blocks',
        kind: 'priority-action-plan',
        text: '# Thornmere priority action plan\n\n## Actions\n\n### APA1: Waiting\n\n- **What we will do:** Open a clinic.\n- **Who leads:** Director of Therapies, NHS Thornmere Integrated Care Board\n- **By when:** summer term 2027\n- **What we will see:** Waits under 18 weeks, from 60 now.\n',
      },
      {
        title: 'one measure for all actions of a part',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Recommendation 1\n\n**What we will do**\n\n| Action | Who | When |\n| --- | --- | --- |\n| Open a clinic. | Head of Therapies | March 2027 |\n| Train staff. | Head of SEND | July 2027 |\n\n**What we will see**\n\n- Waits of 18 weeks at most, from 60 in May 2026\n',
      },
      {
        title: 'indicators under a heading of their own',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Workstream A (AFI1)\n\n| Action | Who | When |\n| --- | --- | --- |\n| Open a clinic. | Head of Therapies | March 2027 |\n\n### Key performance indicators\n\n| Indicator | Baseline | Target |\n| --- | --- | --- |\n| Longest wait | 60 weeks | 18 weeks |\n',
      },
      {
        title: 'indicators for the whole plan',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Workstream A (AFI1)\n\n| Action | Who | When |\n| --- | --- | --- |\n| Open a clinic. | Head of Therapies | March 2027 |\n\n## How we will measure success\n\n| Priority | KPI | Baseline | Target |\n| --- | --- | --- | --- |\n| A | Longest wait | 60 weeks | 18 weeks |\n',
      },
      {
        title: 'numbered headings within a table',
        kind: 'priority-action-plan',
        text: table(
          '| No. | Action | Lead | By when | Measure |',
          '| --- | --- | --- | --- | --- |',
          '| 1.1 | **Governance** | | | |',
          '| 1.1.1 | Set up a board. | Chief Executive | March 2027 | 10 meetings |',
          '| 1.2 | Data | | | |',
          '| 1.2.1 | Build a dashboard. | Head of Data | March 2027 | 40 measures |',
        ),
      },
      {
        title: 'the deadline in the action’s own words',
        kind: 'priority-action-plan',
        text: '# Thornmere priority action plan\n\n## Actions\n\n### APA1: Waiting\n\n**Senior Responsible Owner:** Chief Nurse\n\n**What we will do**\n\n- 1.1 Open a clinic by June 2027\n- 1.2 Train staff by July 2027\n\n**How will we measure it?**\n\n80 of 80 trained\n',
      },
      {
        title: 'a list with leads and days in brackets',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Recommendation 1\n\nWe will:\n\n- open a clinic (Lead: Head of Therapies; by March 2027)\n- train staff (Lead: Head of SEND; by July 2027)\n\nHow we will know: waits of 18 weeks at most, from 60.\n',
      },
      {
        title: 'tables that are none of actions',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n| Word | What it means |\n| --- | --- |\n| Action | Something we do |\n\n| Risk | Mitigation | Owner |\n| --- | --- | --- |\n| Too few staff | Recruit | Head of SEND |\n',
      },
      {
        title: 'each table numbered from 1',
        kind: 'strategic-plan',
        text: table(
          '### AFI1',
          '',
          '| No | Action | Lead | By when | Measure |',
          '| --- | --- | --- | --- | --- |',
          '| 1 | Open a clinic. | Head of Therapies | March 2027 | 18 weeks |',
          '',
          '### AFI2',
          '',
          '| No | Action | Lead | By when | Measure |',
          '| --- | --- | --- | --- | --- |',
          '| 1 | Train staff. | Head of SEND | March 2027 | 80 trained |',
        ),
      },
    ],
    invalid: [
      {
        title: 'empty cells',
        kind: 'strategic-plan',
        text: table(
          ...HEAD,
          '| Train all advisers. | - | 31 March 2027 | 80 of 80 trained |',
          '| Open a clinic. | Head of Therapies | n/a | Waits under 18 weeks |',
        ),
        finds: [
          { at: '-', message: /no owner/ },
          { at: 'n/a', message: /no deadline/ },
        ],
      },
      {
        title: 'a table without a column for measures',
        kind: 'strategic-plan',
        text: table(
          '| Activity | Responsible | Timescale |',
          '| --- | --- | --- |',
          '| Train all advisers. | Head of SEND | 31 March 2027 |',
          '| Open a clinic. | Head of Therapies | July 2027 |',
        ),
        finds: [{ at: '| Activity | Responsible | Timescale |', message: /no column for a success measure/ }],
      },
      {
        title: 'a field block without owner and deadline',
        kind: 'priority-action-plan',
        text: '# Thornmere priority action plan\n\n## Actions\n\n### APA1: Waiting\n\n**What we will do:** Open a clinic.\n\n**What we will see:** Waits under 18 weeks, from 60 now.\n',
        finds: [{ at: 'Open a clinic.', message: /no owner and no deadline/ }],
      },
      {
        title: 'an empty cell, though there are indicators elsewhere',
        kind: 'strategic-plan',
        text: table(
          '| Action | Lead | By when | Measure |',
          '| --- | --- | --- | --- |',
          '| Train staff. | Head of SEND | March 2027 | - |',
          '',
          '## How we will measure success',
          '',
          '| KPI | Baseline | Target |',
          '| --- | --- | --- |',
          '| Longest wait | 60 weeks | 18 weeks |',
        ),
        finds: [{ at: '-', message: /no success measure/ }],
      },
      {
        title: 'one of a list in brackets',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## Recommendation 1\n\n- open a clinic (Lead: Head of Therapies; by March 2027)\n- train staff (Lead: Head of SEND)\n\nHow we will know: waits of 18 weeks at most, from 60.\n',
        finds: [{ at: 'train staff', message: /no deadline/ }],
      },
      {
        title: 'sentences that leave who acts open',
        kind: 'strategic-plan',
        text: '# Exampleshire SEND strategy\n\n## What’s next\n\nOnce the measures are agreed we will open a clinic.\n\nThe partnership will train all staff together.\n',
        finds: [{ at: 'Once the measures are agreed we will open a clinic.', message: /in a plain list/, severity: 'info' }],
      },
      {
        title: 'a ragged row',
        kind: 'strategic-plan',
        text: table(...HEAD, '| Train all advisers. | Head of SEND |'),
        finds: [{ at: 'Train all advisers.', message: /no deadline and no success measure/ }],
      },
      {
        title: 'a task list',
        kind: 'strategic-plan',
        text: table(
          '- [ ] Train all advisers. Lead: Head of SEND; due: March 2027; measure: 80 of 80',
          '- [ ] Open a clinic. Lead: Head of Therapies; measure: 18 weeks',
        ),
        finds: [{ at: 'Open a clinic.', message: /no deadline/ }],
      },
      {
        title: 'a number given twice',
        kind: 'strategic-plan',
        text: table(
          '| Ref | Action | Lead | By when | Measure |',
          '| --- | --- | --- | --- | --- |',
          '| 1.1 | Open a clinic. | Head of Therapies | March 2027 | 18 weeks |',
          '| 1.1 | Train staff. | Head of SEND | March 2027 | 80 trained |',
        ).replace('| 1.1 | Train', '| 1.1. | Train'),
        finds: [{ at: '1.1.', message: /Two actions have the number/, severity: 'warning' }],
      },
    ],
  },
  looksFor: [lacking, numberOf],
  check(document, report) {
    const columns = new Map<number, { at: Span; missing: Set<Required> }>();
    const bare: ActionFact[] = [];
    const given = givenInLists(document.facts.actions);
    for (const action of document.facts.actions) {
      if (lacking(action).length === 0) continue;
      const inList = action.form === 'list' ? given.get(action.section)! : null;
      // A list in which nobody is named, or nothing is measured, was to have neither.
      const asked = missingOf(action).filter((name) => !inList || (inList.has(name) && inList.has('owner')));
      if (asked.length < missingOf(action).length) bare.push(action);
      const byPlace = new Map<number, { at: Span; missing: Required[] }>();
      for (const name of asked) {
        const place = action.places[name];
        if (!place && action.header) {
          const column = columns.get(action.header.start) ?? { at: action.header, missing: new Set<Required>() };
          column.missing.add(name);
          columns.set(action.header.start, column);
          continue;
        }
        const at = place ?? action.span;
        const entry = byPlace.get(at.start) ?? { at, missing: [] };
        entry.missing.push(name);
        byPlace.set(at.start, entry);
      }
      for (const { at, missing } of byPlace.values()) {
        const fixes = missing.length === 1 ? [gapFix(document, missing[0]!, at)].filter((fix) => fix !== null) : [];
        report({
          at,
          message: `The action “${clip(action.text.replace(/\s+/g, ' ').replace(/\.$/, ''), 60)}” has ${listed(missing.map((name) => `no ${NAMES[name]}`))}. Say ${listed(missing.map((name) => ASKS[name]))}.`,
          ...(fixes.length > 0 ? { fixes } : {}),
        });
      }
    }
    for (const { at, missing } of columns.values()) {
      const names = FIELDS.filter((name) => missing.has(name));
      report({
        at,
        message: `The actions of this table have no column for ${listed(
          names.map((name) => (name === 'owner' ? 'an owner' : `a ${NAMES[name]}`)),
          'or',
        )}. Add it, and say for each action ${listed(names.map((name) => ASKS[name]))}.`,
      });
    }
    reportBare(bare, report);
    reportNumbers(document, report);
  },
};

export default rule;
