import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, checkText, factsOf } from '../../src/check/index.js';
import { openDocument, readDeadline, readStatus } from '../../src/document/index.js';
import { bareNumbers, namedAreas } from '../../src/document/plans/area-references.js';
import type { ActionFact } from '../../src/document/types.js';
import { PERIODS, periodSchema, PLAN_FIELD_INFO, PLAN_FIELDS, planFieldOf, planFieldSchema } from '../../src/framework/plan-columns.js';
import { modelFor, open, STYLES } from './_model.js';
import { tries } from '../fuzz.js';

const plan = (body: string, title = 'Exampleshire Local Area Partnership SEND strategic plan'): string => `# ${title}\n\n${body}\n`;
const actionsIn = (body: string, title?: string) => openDocument(plan(body, title), { path: 'plan.md' }).facts.actions;
const brief = (body: string, title?: string): string[] =>
  actionsIn(body, title).map(({ text, answers, owner, dueDate, due, measure, status }) =>
    [text, answers.join('+'), owner?.text ?? '', dueDate ?? due?.text ?? '', measure?.text ?? '', status?.text ?? '']
      .map((part) => part.replace(/\n/g, ' / '))
      .join(' | '),
  );

describe('labels of a plan', () => {
  it('are valid data, each in one field', () => {
    for (const info of PLAN_FIELD_INFO) planFieldSchema.parse(info);
    assert.deepEqual([...new Set(PLAN_FIELD_INFO.map(({ id }) => id))].sort(), [...PLAN_FIELDS].sort());
    const labels = PLAN_FIELD_INFO.flatMap(({ labels: own }) => own);
    assert.deepEqual(
      labels.filter((label, index) => labels.indexOf(label) !== index),
      [],
    );
    for (const { id, labels: own } of PLAN_FIELD_INFO) for (const label of own) assert.equal(planFieldOf(label), id, label);
    for (const period of PERIODS) periodSchema.parse(period);
  });

  const CASES: readonly [string, string | null][] = [
    ['What we will do', 'action'],
    ['KEY ACTIONS:', 'action'],
    ['Lead / partners', 'owner'],
    ['Responsible Officer (post)', 'owner'],
    ['By when?', 'due'],
    ['Timescale', 'due'],
    ['Target date', 'due'],
    ['Target', 'target'],
    ['KPI', 'measure'],
    ['How will we know it has worked?', 'measure'],
    ['What we will see', 'measure'],
    ['BRAG', 'status'],
    ['The difference this will make', 'outcome'],
    ['Impact', 'outcome'],
    ['Impact measure', 'measure'],
    ['Area for improvement', 'area'],
    ['Ref.', 'reference'],
    ['Word', null],
    ['Signed by', null],
    ['Organisation we visited in the spring of last year to learn about things', null],
  ];
  for (const [label, field] of CASES) it(`“${label}” is ${field ?? 'none'}`, () => assert.equal(planFieldOf(label), field));
});

describe('deadlines', () => {
  const CASES: readonly [string, string | null, string | null][] = [
    ['31 March 2027', '2027-03-31', null],
    ['31st of March, 2027', '2027-03-31', null],
    ['by Friday 30 April 2027', '2027-04-30', null],
    ['31/03/2027', '2027-03-31', null],
    ['31.3.27', '2027-03-31', null],
    ['31-03-2027', '2027-03-31', null],
    ['2027-03-31', '2027-03-31', null],
    ['30-Sep-26', '2026-09-30', null],
    ['30 Sept 2026', '2026-09-30', null],
    ['March 2027', '2027-03-31', null],
    ['February 2028', '2028-02-29', null],
    ['Mar-27', '2027-03-31', null],
    ['end of March ’27', '2027-03-31', null],
    ['03/2027', '2027-03-31', null],
    ['2027-03', '2027-03-31', null],
    ['January to March 2027', '2027-03-31', null],
    ['Nov/Dec 2026', '2026-12-31', null],
    ['Q1 2026/27', '2026-06-30', null],
    ['Q4 (2026-27)', '2027-03-31', null],
    ['2026/27 Q2', '2026-09-30', null],
    ['Quarter 3, 2026-2027', '2026-12-31', null],
    ['Q2 2027', '2027-06-30', null],
    ['Autumn term 2026', '2026-12-31', null],
    ['by the end of the spring term 2027', '2027-03-31', null],
    ['Summer Term 2026/27', '2027-07-31', null],
    ['autumn half-term 2026', '2026-10-31', null],
    ['Term 3 2026/27', '2027-02-28', null],
    ['spring half term 2028', '2028-02-29', null],
    ['financial year 2026/27', '2027-03-31', null],
    ['FY 2026-27', '2027-03-31', null],
    ['end of the academic year 2026/27', '2027-08-31', null],
    ['2026/27', '2027-03-31', null],
    ['2026 to 2029', '2029-12-31', null],
    ['end of 2027', '2027-12-31', null],
    ['first half of 2027', '2027-06-30', null],
    ['Christmas 2026', '2026-12-25', null],
    ['Phase 1: March 2027\nPhase 2: July 2027', '2027-07-31', null],
    ['Ongoing, with a review in July 2027', '2027-07-31', null],
    ['31 June 2027', null, 'impossible'],
    ['30/02/2027', null, 'impossible'],
    ['Q5 2027', null, 'impossible'],
    ['31 March', null, 'no-year'],
    ['March', null, 'no-year'],
    ['Q3', null, 'no-year'],
    ['summer term', null, 'no-year'],
    ['Ongoing', null, 'vague'],
    ['ASAP', null, 'vague'],
    ['TBC', null, 'vague'],
    ['when the new system is ready', null, 'vague'],
    ['from May 2026', '2026-05-31', 'vague'],
    ['July 2026 and ongoing', '2026-07-31', 'vague'],
    ['Sept 25 onwards', '2025-09-30', 'vague'],
    ['within 6 months', null, 'relative'],
    ['Year 1', null, 'relative'],
    ['27?', null, 'unreadable'],
    ['', null, 'vague'],
  ];
  for (const [text, date, problem] of CASES) {
    it(`reads “${text.replace(/\n/g, '; ')}”`, () => {
      const read = readDeadline(text);
      assert.deepEqual([read.date, read.problem], [date, problem]);
    });
  }
  it('reads a year’s quarter generously where it may be of the calendar or the financial year', () =>
    assert.equal(readDeadline('Q4 2026').latest, '2027-03-31'));
  it('reads holidays', () =>
    assert.deepEqual(
      ['the summer holidays in 2026', 'Christmas holidays 2026', 'Easter holidays 2027'].map((text) => readDeadline(text).date),
      ['2026-08-31', '2026-12-31', '2027-04-30'],
    ));
  it('never throws, and its dates are days', () => {
    const piece = fc.constantFrom(
      '31',
      '30/02',
      'March',
      'Q4',
      '2026',
      '2026/27',
      'term',
      'spring',
      'to',
      '-',
      'from',
      '27',
      ' ',
      '’',
      'FY',
      '/',
      'half',
      '\n',
      '\u00A0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const { date, latest, start, from, to } = readDeadline(parts.join(' '));
        for (const day of [date, latest, start])
          if (day !== null) assert.ok(/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)), day);
        assert.ok((date === null) === (latest === null) && from <= to);
      }),
      tries('deadlines in any words: dates are days', 125),
    );
  });
});

describe('status', () => {
  for (const [text, state] of [
    ['Complete', 'complete'],
    ['Completed May 2026', 'complete'],
    ['✅', 'complete'],
    ['Blue', 'complete'],
    ['100%', 'complete'],
    ['Not complete', 'behind'],
    ['80% complete', 'in-progress'],
    ['On track', 'in-progress'],
    ['🟢', 'in-progress'],
    ['Green', 'in-progress'],
    ['Amber', 'behind'],
    ['Delayed', 'behind'],
    ['Not started', 'not-started'],
    ['Mostly sunny', null],
  ] as const) {
    it(`“${text}” is ${state ?? 'unknown'}`, () => assert.equal(readStatus(text), state));
  }
});

describe('names of areas', () => {
  const CASES: readonly [string, string][] = [
    ['AFI1: waiting', 'AFI1'],
    ['AFIs 1, 3 and 4', 'AFI1 AFI3 AFI4'],
    ['AFI1, AFI2 & AFI 3', 'AFI1 AFI2 AFI3'],
    ['AFI1–3', 'AFI1 AFI2 AFI3'],
    ['AFI2 to AFI4', 'AFI2 AFI3 AFI4'],
    ['Area for improvement three', 'AFI3'],
    ['area for priority action 2', 'APA2'],
    ['Recommendation 2:', 'AFI2'],
    ['AFI1.2', 'AFI1'],
    ['AFI1, 12 weeks', 'AFI1'],
    ['AFI1 and 40% of families', 'AFI1'],
    ['areas for improvement 2026', ''],
    ['AFI0', ''],
    ['recommendation 1.2', ''],
  ];
  for (const [text, ids] of CASES)
    it(`“${text}” names ${ids || 'none'}`, () =>
      assert.equal(
        namedAreas(text, 'strategic-plan')
          .map(({ id }) => id)
          .join(' '),
        ids,
      ));
  it('counts recommendations and priority areas by the kind of plan', () => {
    assert.equal(namedAreas('Recommendation 2', 'priority-action-plan')[0]?.id, 'APA2');
    assert.equal(namedAreas('Priority area 2', 'priority-action-plan')[0]?.id, 'APA2');
    assert.deepEqual(namedAreas('Priority area 2', 'strategic-plan'), []);
  });
  it('takes a bare number only where it stands alone', () => {
    assert.equal(
      bareNumbers('1 and 3', 'AFI')
        .map(({ id }) => id)
        .join(' '),
      'AFI1 AFI3',
    );
    assert.deepEqual(bareNumbers('12 weeks', 'AFI'), []);
    assert.deepEqual(bareNumbers('1.2', 'AFI'), []);
  });
});

describe('actions of tables that are out of shape', () => {
  const HEAD = '| Area for improvement | Action | Lead | Due | Measure |\n| --- | --- | --- | --- | --- |\n';
  it('ragged rows keep what they have', () =>
    assert.deepEqual(
      brief(`## Actions\n\n${HEAD}| 1 | Open a clinic |\n| 2 | Train staff | Head of SEND | May 2027 | 80 | more | and more |`),
      ['Open a clinic | AFI1 |  |  |  | ', 'Train staff | AFI2 | Head of SEND | 2027-05-31 | 80 | '],
    ));
  it('cells that Word had merged go on', () =>
    assert.deepEqual(
      brief(
        `## Actions\n\n${HEAD}| 1 | Open a clinic | Head of Therapies | May 2027 | 18 weeks |\n|  | Train staff | Head of SEND | June 2027 | 80 trained |\n|  |  |  |  | 20 more |\n| 2 | Visit schools | Head of SEND | July 2027 | 3 visits |`,
      ),
      [
        'Open a clinic | AFI1 | Head of Therapies | 2027-05-31 | 18 weeks | ',
        'Train staff | AFI1 | Head of SEND | 2027-06-30 | 80 trained / 20 more | ',
        'Visit schools | AFI2 | Head of SEND | 2027-07-31 | 3 visits | ',
      ],
    ));
  it('two tables with different columns are read each by its own', () =>
    assert.deepEqual(
      brief(
        '## AFI1\n\n| Action | Lead | When | Measure |\n| --- | --- | --- | --- |\n| Open a clinic | Head of Therapies | May 2027 | 18 weeks |\n\n| KPI | What will we do? | RAG | By whom | Timescale |\n| --- | --- | --- | --- | --- |\n| 80 | Train staff | Green | Head of SEND | June 2027 |',
      ),
      [
        'Open a clinic | AFI1 | Head of Therapies | 2027-05-31 | 18 weeks | ',
        'Train staff | AFI1 | Head of SEND | 2027-06-30 | 80 | Green',
      ],
    ));
  it('a table without rows has no actions', () => assert.deepEqual(brief(`## Actions\n\n${HEAD}`), []));
  it('line breaks and bullets in a cell belong to its action, and of two days the later counts', () =>
    assert.deepEqual(
      brief(
        '## Actions\n\n| Action | Lead | Due | Measure |\n| --- | --- | --- | --- |\n| Open a clinic:<br>• in the north<br>• in the south | Head of Therapies<br>Head of SEND | May 2027<br>June 2027 | 18 weeks |',
      ),
      ['Open a clinic: / • in the north / • in the south |  | Head of Therapies / Head of SEND | 2027-06-30 | 18 weeks | '],
    ));
  it('a summary that repeats actions is not counted again', () =>
    assert.deepEqual(
      brief(
        '## Actions\n\n| Action | Lead |\n| --- | --- |\n| Open a clinic in the north | Head of Therapies |\n\n| Action | Area | Lead | Due | Measure |\n| --- | --- | --- | --- | --- |\n| Open a clinic in the north. | AFI2 | Head of Therapies | May 2027 | 18 weeks |',
      ),
      ['Open a clinic in the north. | AFI2 | Head of Therapies | 2027-05-31 | 18 weeks | '],
    ));
  it('finished actions may give the day of completion', () =>
    assert.deepEqual(
      brief(
        '## Actions\n\n| Action | Lead | Completed | Measure |\n| --- | --- | --- | --- |\n| Open a clinic | Head of Therapies | May 2026 | 18 weeks |',
      ),
      ['Open a clinic |  | Head of Therapies | 2026-05-31 | 18 weeks | Complete'],
    ));
});

describe('tables and lists that hold no actions', () => {
  const CASES: Readonly<Record<string, string>> = {
    glossary: '## Glossary\n\n| Word | What it means |\n| --- | --- |\n| Action | Something we do |\n| Lead | Who does it |',
    risks:
      '## Risks\n\n| Ref | Risk | Mitigation | Owner | RAG |\n| --- | --- | --- | --- | --- |\n| 1 | Too few staff | Recruit | Head of SEND | Red |',
    'sign-off':
      '## Sign-off\n\n| Organisation | Signed by | Date |\n| --- | --- | --- |\n| Exampleshire County Council | Director | 15 April 2026 |',
    workshops: '## Co-production\n\n| Activity | Date | Who took part |\n| --- | --- | --- |\n| Workshop | May 2026 | 40 parents |',
    'you said, we did':
      '## Co-production\n\n| You said | We did | When |\n| --- | --- | --- |\n| Waits are long | We opened a clinic | May 2026 |',
    milestones:
      '## Actions\n\n| Milestone | Owner | Date | Status |\n| --- | --- | --- | --- |\n| Clinic open | Head of Therapies | May 2027 | Green |',
    indicators:
      '## Actions\n\n| KPI | Baseline | Target | Lead | Target date |\n| --- | --- | --- | --- | --- |\n| Waits | 60 | 18 | Head of Therapies | May 2027 |',
    governance:
      '## Governance\n\n| Group | Chair | Meets | Reports to |\n| --- | --- | --- | --- |\n| SEND Board | Dr Lytton | Monthly | Cabinet |',
    versions: '| Version | Date | Owner | Status |\n| --- | --- | --- | --- |\n| 1.0 | May 2026 | Head of SEND | Final |',
    'document control': '**Document owner:** Head of SEND\n\n**Date:** May 2026\n\n**Status:** Draft',
    prose: '## Our priorities\n\n- Lead: we lead by example\n- Support: we help early\n\nWhen: always. Who: everyone.',
    'a vision': '## Our vision\n\nWe will:\n\n- listen\n- act',
    'notes to oneself': '## Review\n\n- [ ] check links\n- [x] publish',
    'at a glance': '## At a glance\n\n| Area | Action | Status |\n| --- | --- | --- |\n| AFI1 | Open a clinic | Green |',
  };
  for (const [name, body] of Object.entries(CASES)) it(name, () => assert.deepEqual(brief(body), []));
  it('reports have none', () =>
    assert.deepEqual(
      actionsIn(
        '## Areas for improvement\n\n| Action | Lead | Due |\n| --- | --- | --- |\n| Open | Head | May 2027 |',
        'Area SEND inspection of Exampleshire Local Area Partnership',
      ),
      [],
    ));
});

describe('areas that actions name', () => {
  const ROW = 'Head of SEND | May 2027 | 80';
  const answersIn = (body: string, title?: string): string[] => actionsIn(body, title).map(({ answers }) => answers.join('+'));

  it('a part for several areas leaves it to the actions’ own words, where these name all of them', () =>
    assert.deepEqual(
      answersIn(
        '## AFI1 and AFI3\n\n| Action | Lead | When | KPI |\n| --- | --- | --- | --- |\n| Open a clinic (AFI1) | ' +
          ROW +
          ' |\n| Train staff (AfI 3) | ' +
          ROW +
          ' |\n| Tell families | ' +
          ROW +
          ' |',
      ),
      ['AFI1', 'AFI3', 'AFI1+AFI3'],
    ));
  it('but loses none of the part that they do not name', () =>
    assert.deepEqual(
      answersIn(
        '## AFI1 and AFI3\n\n| Action | Lead | When | KPI |\n| --- | --- | --- | --- |\n| Open a clinic (AFI1) | ' + ROW + ' |',
      ).map((ids) => ids.split('+').sort().join('+')),
      ['AFI1+AFI3'],
    ));
  it('a column for priorities may name areas, for the rows below as well', () =>
    assert.deepEqual(
      answersIn(
        '## Actions\n\n| Priority | Action | Lead | When | KPI |\n| --- | --- | --- | --- | --- |\n| A: early help (AFI 1 & AFI 3) | Open a clinic | ' +
          ROW +
          ' |\n|  | Train staff | ' +
          ROW +
          ' |\n| B: reviews (AFI 2) | Hire staff | ' +
          ROW +
          ' |\n| C: trust | Tell families | ' +
          ROW +
          ' |',
      ),
      ['AFI1+AFI3', 'AFI1+AFI3', 'AFI2', ''],
    ));
  it('objectives may name areas, and a workstream may answer several', () =>
    assert.deepEqual(
      answersIn(
        '## Workstream 2 (AFI 2, AFI 4, AFI 5)\n\n| Objective | Deliverable | Lead | When | KPI |\n| --- | --- | --- | --- | --- |\n| Timely reviews (AFI 2) | Hire staff | ' +
          ROW +
          ' |\n| Trust | Tell families | ' +
          ROW +
          ' |',
      ).map((ids) => ids.split('+').sort().join('+')),
      ['AFI2', 'AFI2+AFI4+AFI5'],
    ));
  it('a workstream answers the areas that its title lists, but not a range over all', () => {
    const table = '\n\n| Action | Lead | When | KPI |\n| --- | --- | --- | --- |\n| Hire staff | ' + ROW + ' |';
    assert.deepEqual(answersIn('## Workstream 2 (AFI 2, AFI 4, AFI 5)' + table), ['AFI2+AFI4+AFI5']);
    assert.deepEqual(answersIn('## Areas for improvement 1 to 5' + table), ['']);
  });
  it('a heading within a table leaves the area of the part around it', () =>
    assert.deepEqual(
      answersIn(
        '**AFI2: reviews**\n\n| No. | Action | Lead | When | KPI |\n| --- | --- | --- | --- | --- |\n| 1.1 | **Governance** |  |  |  |\n| 1.1.1 | Hire staff | ' +
          ROW +
          ' |',
      ),
      ['AFI2'],
    ));
  it('names them in every form', () => {
    const ids = (text: string, kind: 'strategic-plan' | 'priority-action-plan') => namedAreas(text, kind).map(({ id }) => id);
    for (const text of [
      'PA1: governance',
      'PA 1',
      'Priority action 1',
      'Priority action (1)',
      'Priority Action One',
      'Area for priority action (APA) 1',
    ])
      assert.deepEqual(ids(text, 'priority-action-plan'), ['APA1'], text);
    for (const text of [
      'AfI 4',
      'AFI-4',
      'Area for improvement (AFI) 4',
      'Area for improvement no. 4',
      'Rec 4',
      'Rec. 4',
      'Inspection recommendation 4',
    ])
      assert.deepEqual(ids(text, 'strategic-plan'), ['AFI4'], text);
    for (const text of ['PA1', 'Record 4', 'We spent 4 hours', 'APAC 4', 'Priority action 1'])
      assert.deepEqual(ids(text, 'strategic-plan'), [], text);
  });
  it('in a cell as well, whatever its column is called', () => {
    for (const [header, cell] of [
      ['Priority action', 'PA1'],
      ['Priority action', 'Priority action 1'],
      ['Priority action area', 'PA1'],
      ['Area', 'Priority action 1'],
    ] as const) {
      const [action] = actionsIn(
        `## Actions\n\n| ${header} | Action | Lead | When | KPI |\n| --- | --- | --- | --- | --- |\n| ${cell} | Open a clinic | ${ROW} |`,
        'Thornmere priority action plan',
      );
      assert.deepEqual(
        action?.answerRefs.filter(({ kind }) => kind !== 'wording').map(({ value }) => value),
        ['APA1'],
        `${header}: ${cell}`,
      );
    }
  });
  it('what inspectors found is the report’s', () => {
    for (const header of [
      'Ofsted/CQC finding',
      'Inspection finding',
      'Inspectors’ recommendation',
      'Ofsted and CQC area for improvement',
      'Joint inspection recommendation',
      'Ofsted & CQC feedback',
    ])
      assert.equal(planFieldOf(header), 'area', header);
  });
});

describe('places', () => {
  it('of links in the first block have a start and an end, and nothing else', () => {
    const [action] = openDocument('- [ ] Open a clinic [AFI2](report.md#afi2). Lead: DCO\n', { kind: 'strategic-plan' }).facts.actions;
    assert.deepEqual(
      action?.answerRefs.map(({ kind, span }) => [kind, span]),
      [
        ['id', { start: 21, end: 25 }],
        ['link', { start: 20, end: 42 }],
      ],
    );
  });

  it('of one deadline for several parts are judged by the first action there', () => {
    const part = (due: string, action: string): string => `**Due:** ${due}\n\n**Lead:** Head of SEND\n\n${action}`;
    const table = (action: string): string => `| Action | Measure |\n| --- | --- |\n| ${action} | 80% |\n\n`;
    const text = plan(
      `## Actions\n\n### AFI1\n\n${part('March 2027', '#### One')}\n\n${table('Open a clinic.')}#### Two\n\n${part('31 February 2027', table('Train staff.'))}`,
    );
    assert.deepEqual(
      openDocument(text, { path: 'plan.md' }).facts.actions.map(({ due }) => due?.text),
      ['March 2027', 'March 2027\n31 February 2027'],
    );
    assert.deepEqual(checkText(text, { today: '2026-06-01', path: 'plan.md', only: ['action-deadline'] }).findings, []);
  });
});

describe('field blocks', () => {
  it('take measures and owners of their part where the plan has no other place for them', () =>
    assert.deepEqual(
      brief(
        '## Recommendation 2\n\n**What we will do**\n\n| Action | When |\n| --- | --- |\n| Open a clinic | May 2027 |\n\n**Who leads:** Head of Therapies\n\n**What we will see**\n\n- Waits of 18 weeks',
      ),
      ['Open a clinic | AFI2 | Head of Therapies | 2027-05-31 | Waits of 18 weeks | '],
    ));
  it('a table of indicators measures the actions of its part', () =>
    assert.deepEqual(
      brief(
        '## AFI1\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Open a clinic | Head of Therapies | May 2027 |\n\n| KPI | Baseline | Target |\n| --- | --- | --- |\n| Average wait | 60 weeks | 18 weeks |',
      ),
      ['Open a clinic | AFI1 | Head of Therapies | 2027-05-31 | Average wait / 60 weeks / 18 weeks | '],
    ));
  it('an empty cell stays empty', () =>
    assert.equal(
      actionsIn('## AFI1\n\n**Lead:** Head of SEND\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Open a clinic |  | May 2027 |')[0]
        ?.owner,
      null,
    ));
  it('a heading can be the action', () =>
    assert.deepEqual(brief('## AFI1\n\n### Action 3: Open a clinic\n\n- Lead: Head of Therapies\n- Due: May 2027\n- KPI: 18 weeks'), [
      'Open a clinic | AFI1 | Head of Therapies | 2027-05-31 | 18 weeks | ',
    ]));
  it('the body that is responsible for an area leads none of its actions', () =>
    assert.equal(
      actionsIn(
        '## APA1: waiting\n\nResponsible body: Thornmere Council\n\n**What we will do:** Open a clinic\n\n**By when:** May 2027',
        'Thornmere priority action plan',
      )[0]?.owner,
      null,
    ));
  it('a bold label begins a field after a long line too', () =>
    assert.equal(
      actionsIn(
        '## APA1\n\n**Responsible bodies:** Thornmere City Council, NHS North Thornmere ICB, NHS South Thornmere ICB\n**Senior Responsible Owner:** Chief Executive\n\n**What we will do:** Open a clinic by June 2026',
        'Thornmere priority action plan',
      )[0]?.owner?.text,
      'Chief Executive',
    ));
  it('hard line breaks part fields', () =>
    assert.deepEqual(
      brief(
        '## AFI1\n\n**Action:** Open a clinic  \n**Lead:** Head of Therapies  \n**When:** May 2027  \n**KPI:** 18 weeks. Baseline: 60 weeks.',
      ),
      ['Open a clinic | AFI1 | Head of Therapies | 2027-05-31 | 18 weeks. Baseline: 60 weeks. | '],
    ));
  it('facts say what the plan says', () => {
    const [action] = factsOf(
      openDocument(plan('## AFI1\n\n- [x] Open a clinic (Lead: Head of Therapies; due: soon; measure: 18 weeks)'), { path: 'plan.md' }),
    ).actions;
    assert.deepEqual(action, {
      id: 'A1',
      text: 'Open a clinic',
      answers: ['AFI1'],
      owner: 'Head of Therapies',
      due: 'soon',
      measure: '18 weeks',
      status: 'Complete',
      line: 5,
    });
  });
});

/** Everything that an action tells, with its section's place instead of the section. */
function plain(action: ActionFact): object {
  const names = [...Object.keys(action), ...Object.getOwnPropertyNames(Object.getPrototypeOf(action))].filter(
    (name) => name !== 'constructor',
  ) as (keyof ActionFact)[];
  assert.ok(names.includes('places') && names.includes('answers'));
  const value = (name: keyof ActionFact): unknown => {
    if (name === 'section') return action.section?.span ?? null;
    const field = action[name];
    return typeof field === 'object' && field !== null && 'text' in field && 'span' in field
      ? { text: field.text, span: field.span }
      : field;
  };
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

describe('any text', () => {
  const report = open(
    '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Areas for improvement\n\n- Leaders should act.\n- Leaders should listen.\n\n## Areas for priority action\n\n- Leaders must hurry.\n',
    'report.md',
  );
  const texts = STYLES.map((style) => style.write(modelFor(report, 'strategic-plan', 'report.md')));

  it('is read without a fault: fields lie within it, and edits lead to the same actions as reading afresh', () => {
    const edit = fc.record({
      style: fc.nat(texts.length - 1),
      at: fc.nat(4000),
      remove: fc.nat(60),
      insert: fc.constantFrom('', '\n\n', '|', '**', '- ', '### AFI2\n\n', ': ', '[ ] ', '| a | b |\n', '> ', '<br>', '\u{1F7E2}'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = texts[edits[0]!.style]!;
        let document = openDocument(text, { path: 'plan.md' });
        for (const { at, remove, insert } of edits) {
          const start = Math.min(at, text.length);
          text = applyEdits(text, [{ start, end: Math.min(text.length, start + remove), text: insert }]);
          document = openDocument(text, { path: 'plan.md' }, document);
        }
        const slim = (facts: typeof document.facts): unknown => facts.actions.map(plain);
        assert.deepEqual(slim(document.facts), slim(openDocument(text, { path: 'plan.md' }).facts));
        for (const { span, owner, due, measure, status, places } of document.facts.actions) {
          for (const place of [span, owner?.span, due?.span, measure?.span, status?.span, ...Object.values(places)])
            if (place) assert.ok(place.start >= 0 && place.start <= place.end && place.end <= text.length);
        }
      }),
      tries('actions in an edited plan are those of a fresh reading', 40),
    );
  });

  it('gets findings whose assists can be applied', () => {
    for (const text of texts) {
      const { findings } = checkText(text.replace(/\bAFI2\b|improvement 2|Recommendation 2|afi2/g, 'AFI1'), {
        today: '2026-06-01',
        path: 'plan.md',
        only: ['area-not-covered', 'action-complete', 'unknown-area'],
        lookup: () => report,
      });
      for (const { fixes } of findings) {
        for (const { edits } of fixes) {
          const next = applyEdits(text, edits);
          assert.ok(
            openDocument(next, { path: 'plan.md' }).facts.actions.length >= openDocument(text, { path: 'plan.md' }).facts.actions.length,
          );
        }
      }
    }
  });
});

describe('tables as they come out of Word', () => {
  it('a merged title over the names of the columns is a heading for the rows', () =>
    assert.deepEqual(
      brief(
        '## Actions\n\n| Area for improvement 2: reviews |  |  |  |\n| --- | --- | --- | --- |\n| Action | Lead | By when | Measure |\n| Open a clinic | Head of Therapies | Spring 27 | 18 weeks |',
      ),
      ['Open a clinic | AFI2 | Head of Therapies | 2027-05-31 | 18 weeks | '],
    ));
  it('a bold action is an action where all of them are bold', () =>
    assert.deepEqual(
      brief(
        '## AFI1\n\n| Action | Lead | By when | KPI |\n| --- | --- | --- | --- |\n| **Open a clinic** |  |  |  |\n| **Train staff** | Head of SEND | May 2027 | 80 |',
      ),
      ['Open a clinic | AFI1 |  |  |  | ', 'Train staff | AFI1 | Head of SEND | 2027-05-31 | 80 | '],
    ));
  it('columns that are months or quarters give the deadline', () =>
    assert.deepEqual(
      brief(
        '## AFI1\n\n| Action | Owner | June 2026 | Q3 2026/27 | March 2027 | KPI |\n| --- | --- | --- | --- | --- | --- |\n| Open a clinic | Head of Therapies | Plan | Open |  | 18 weeks |\n| Train staff | Head of SEND |  |  |  | 80 trained |',
      ),
      ['Open a clinic | AFI1 | Head of Therapies | 2026-12-31 | 18 weeks | ', 'Train staff | AFI1 | Head of SEND |  | 80 trained | '],
    ));
  it('“Completed” in place of a day is a status', () =>
    assert.deepEqual(
      brief(
        '## AFI1\n\n| Action | Lead | By when | KPI |\n| --- | --- | --- | --- |\n| Open a clinic | Head of Therapies | Completed May 2026 | 18 weeks |',
      ),
      ['Open a clinic | AFI1 | Head of Therapies | 2026-05-31 | 18 weeks | Completed May 2026'],
    ));
  it('a label with a bare number names an area', () =>
    assert.deepEqual(brief('### Priority 4\n\n**Links to AFI:** 2 and 3\n\n- [ ] Open a clinic. Lead: DCO'), [
      'Open a clinic. | AFI2+AFI3 | DCO |  |  | To do',
    ]));
  it('a number behind a colon is one', () =>
    assert.deepEqual(brief('### Priority 4\n\nThis responds to AFI: 2.\n\n- [ ] Open a clinic. Lead: DCO'), [
      'Open a clinic. | AFI2 | DCO |  |  | To do',
    ]));
});
