import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { maskOf } from '../../src/check/index.js';
import { coverageHtml, coverageJson, coverageOf, plansFor, reportFor, respondsToPath, stateOf } from '../../src/coverage/index.js';
import { STYLE_HASH } from '../../src/coverage/html.js';
import { applyEdits } from '../../src/check/index.js';
import { answersOf, areasOf, newActionFor, openDocument, type SendDocument } from '../../src/document/index.js';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';

const TODAY = '2026-11-23';
const AREAS = [
  'Leaders at NHS Exampleshire Integrated Care Board should reduce the time that children wait for an autism assessment.',
  'Leaders at Exampleshire County Council should complete annual reviews within the statutory timescales.',
  'Leaders across the partnership should start planning for adulthood earlier with young people and their families.',
];
const REPORT = (name = 'Exampleshire', dates = '19 to 23 January 2026'): string => `# Area SEND inspection of ${name} Local Area Partnership

Inspection dates: ${dates}

## Areas for improvement

| Areas for improvement |
| --- |
${AREAS.map((area) => `| ${area} |`).join('\n')}
`;
const PLAN = (body: string, front = 'respondsTo: ../reports/exampleshire.md', name = 'Exampleshire'): string =>
  `---\n${front}\n---\n\n# ${name} Local Area Partnership SEND strategic plan\n\n## Our actions\n\n${body}\n`;
const TABLE = (...rows: string[]): string =>
  ['| Area | Action | Lead | Due | Measure | Status |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
const open = (text: string, path: string): SendDocument => openDocument(text, { path });
const report = open(REPORT(), 'reports/exampleshire.md');
const rowFor = (area: string, due = '31 March 2027', status = 'On track', action = 'Open a clinic'): string =>
  `| ${area} | ${action} | Head of SEND | ${due} | 18 weeks | ${status} |`;

describe('coverage', () => {
  for (const words of ['[insert action]', '[our first step]', 'TBC', '…', '\\[insert action\\], [insert date]', 'XXX'])
    it(`counts a row that still says ${words} as no answer`, () => {
      const plan = open(PLAN(TABLE(rowFor('AFI1'), rowFor('AFI2', '', 'Not started', words))), 'plans/plan.md');
      const { areas, uncovered } = coverageOf(report, plan, TODAY);
      assert.deepEqual(
        areas.map(({ actions }) => actions.length),
        [1, 0, 0],
      );
      assert.deepEqual(
        uncovered.map(({ area }) => area.id),
        ['AFI2', 'AFI3'],
      );
    });

  it('gives each area its actions, its worst state and its days', () => {
    const plan = open(
      PLAN(
        TABLE(
          rowFor('AFI1', '31 March 2027', 'Complete'),
          rowFor('AFI1, AFI2', '1 June 2026'),
          rowFor('AFI2', 'summer term 2027', 'Not started'),
        ),
      ),
      'plans/plan.md',
    );
    const { areas, uncovered, unknown, unassigned } = coverageOf(report, plan, TODAY);
    assert.deepEqual(
      areas.map(({ area, actions, state, earliest, latest, expected }) => [
        area.id,
        actions.map(({ action }) => action.id).join(),
        state,
        earliest,
        latest,
        expected,
      ]),
      [
        ['AFI1', 'A1,A2', 'overdue', '2026-06-01', '2027-03-31', true],
        ['AFI2', 'A2,A3', 'overdue', '2026-06-01', '2027-07-31', true],
        ['AFI3', '', null, null, null, true],
      ],
    );
    assert.deepEqual([uncovered.map(({ area }) => area.id), unknown, unassigned], [['AFI3'], [], []]);
  });

  it('never takes a row that is still to be written for an answer', () => {
    for (const gap of [
      '[insert action]',
      '[Insert the action].',
      'TBC',
      '[action to be added]',
      'To be confirmed',
      '{{action}}',
      'XXX',
      '[name]: [insert action]',
    ]) {
      const plan = open(PLAN(TABLE(rowFor('AFI1', '[insert due date]', 'Not started', gap), rowFor('AFI2'))), 'plans/plan.md');
      const { areas, uncovered, unassigned } = coverageOf(report, plan, TODAY);
      assert.deepEqual(
        areas.map(({ actions, unwritten, state }) => [actions.length, unwritten.length, state]),
        [
          [0, 1, null],
          [1, 0, 'in-progress'],
          [0, 0, null],
        ],
        gap,
      );
      assert.deepEqual([uncovered.map(({ area }) => area.id), unassigned], [['AFI1', 'AFI3'], []], gap);
    }
    const begun = open(PLAN(TABLE(rowFor('AFI1', '[insert due date]', '', 'Open a clinic in [insert town]'))), 'plans/plan.md');
    assert.equal(coverageOf(report, begun, TODAY).areas[0]!.actions.length, 1);
  });

  it('takes a number for an area where its label asks for one', () => {
    const answers = (line: string): readonly string[] =>
      open(PLAN(`### Reviews\n\n${line}\n\n${TABLE(rowFor('', '31 March 2027'))}`), 'plans/plan.md').facts.actions[0]!.answers;
    assert.deepEqual(answers('**The report says:** 1'), []);
    assert.deepEqual(answers('The report says:\n1'), []);
    assert.deepEqual(answers('**Area for improvement:** 1'), ['AFI1']);
    assert.deepEqual(answers('**Answers:** 1'), ['AFI1']);
  });

  it('tells what an action’s state is on a day', () => {
    const state = (due: string, status: string): string =>
      stateOf(open(PLAN(TABLE(rowFor('AFI1', due, status))), 'plan.md').facts.actions[0]!, TODAY);
    assert.deepEqual(
      [
        state('1 June 2026', 'Complete'),
        state('1 June 2026', 'On track'),
        state('1 June 2027', 'Delayed'),
        state('1 June 2027', ''),
        state('Ongoing', 'On track'),
        state('Q3 2026', ''),
      ],
      ['complete', 'overdue', 'behind', 'no-status', 'in-progress', 'no-status'],
    );
  });

  it('asks strategic plans for areas for improvement and priority action plans for the others', () => {
    const both = open(
      `${REPORT()}\n## Areas for priority action\n\n| Responsible body | Areas for priority action |\n| --- | --- |\n| Exampleshire County Council | Leaders must keep one list. |\n`,
      'report.md',
    );
    const strategic = open(PLAN(TABLE(rowFor('AFI1'))), 'strategic.md');
    const priority = open(`# Exampleshire priority action plan\n\n## Actions\n\n${TABLE(rowFor('APA1'), rowFor('AFI2'))}\n`, 'priority.md');
    const ids = (plans: SendDocument[]): string =>
      coverageOf(both, plans, TODAY)
        .uncovered.map(({ area }) => area.id)
        .join();
    assert.equal(ids([strategic]), 'AFI2,AFI3');
    assert.equal(ids([priority]), '');
    assert.equal(ids([strategic, priority]), 'AFI3');
    assert.equal(ids([]), 'APA1,AFI1,AFI2,AFI3');
    assert.equal(ids([strategic, strategic, both]), 'AFI2,AFI3', 'the same plan twice, and a report among the plans');
  });

  it('counts quoted words, never a paraphrase', () => {
    const by = (intro: string): string => {
      const plan = open(PLAN(`### First theme\n\n${intro}\n\n- [ ] Open a clinic. Lead: Head of SEND`), 'plans/plan.md');
      const [answers] = [...answersOf(plan, report).values()];
      return `${answers!.areas.map(({ area, by: how }) => `${area.id} ${how}`).join()}|${answers!.similar.map(({ area }) => area.id).join()}`;
    };
    assert.equal(by(`> ${AREAS[1]}`), 'AFI2 wording|');
    assert.equal(by(`> ${AREAS[1]!.toUpperCase().replace(/ /g, '  ')}`), 'AFI2 wording|');
    assert.equal(by('The report asks us to “complete annual reviews within the statutory timescales”.'), 'AFI2 wording|');
    assert.equal(by('We will finish annual reviews within statutory timescales from now on.'), '|AFI2');
    assert.equal(by('We will be kind to everybody who asks us for help.'), '|');
    assert.equal(by('This answers [the report](../reports/exampleshire.md#L11).'), 'AFI3 link|');
    assert.equal(
      by('This answers [the report](../reports/exampleshire.md#areas-for-improvement).'),
      '|',
      'a heading over several areas tells nothing',
    );
    assert.equal(by('This answers [another report](../reports/other.md#afi1).'), '|');
  });

  it('lets the nearest place decide', () => {
    const plan = open(
      PLAN(
        `### AFI1: waiting\n\n${TABLE(rowFor('', undefined, undefined, 'Open a clinic'), rowFor('AFI2', undefined, undefined, 'Appoint officers'), rowFor('AFI2', undefined, undefined, 'Hold meetings (AFI3)'))}`,
      ),
      'plans/plan.md',
    );
    assert.deepEqual(
      [...answersOf(plan, report).values()].map(({ areas }) => areas.map(({ area }) => area.id).join('+')),
      ['AFI1', 'AFI2', 'AFI2+AFI3'],
    );
  });

  it('shows references to areas that the report does not have, once for a heading', () => {
    const plan = open(PLAN('### AFI9: reviews\n\n- [ ] Open a clinic. Lead: DCO\n- [ ] Train staff. Lead: DCO'), 'plans/plan.md');
    const { unknown, unassigned } = coverageOf(report, plan, TODAY);
    assert.deepEqual(
      unknown.map(({ reference, actions }) => [reference.value, actions.length]),
      [['AFI9', 2]],
    );
    assert.equal(unassigned.length, 2);
  });
});

describe('which report a plan answers', () => {
  const plan = open(PLAN('Text.'), 'plans/exampleshire.md');
  const other = open(REPORT('Kestrelshire'), 'reports/kestrelshire.md');
  it('the one it names', () => {
    assert.equal(respondsToPath(plan), 'reports/exampleshire.md');
    assert.equal(reportFor(plan, [other, report, plan]), report);
    assert.deepEqual(plansFor(report, [plan, other]), [plan]);
    assert.deepEqual(plansFor(other, [plan, report]), []);
  });
  it('one of the same local area and inspection, where the name leads nowhere', () => {
    const renamed = open(REPORT(), 'archive/2026/report.md');
    const earlier = open(REPORT('Exampleshire', '6 to 10 March 2023'), 'archive/2023/report.md');
    assert.equal(reportFor(plan, [renamed, other]), renamed);
    assert.equal(reportFor(plan, [earlier, renamed, other]), null, 'which of two inspections is not known');
    const copy = open(renamed.text, 'reports/zzz copy.md');
    assert.equal(reportFor(plan, [copy, renamed]), reportFor(plan, [renamed, copy]), 'of copies the same one in any order');
    const dated = open(PLAN('Text.', 'inspection: { start: 2023-03-06, end: 2023-03-10 }'), 'plans/old.md');
    assert.equal(reportFor(dated, [renamed, earlier]), earlier);
    assert.equal(reportFor(dated, [renamed]), null);
    const told = open(
      PLAN('Text.\n\n## The inspection\n\nOfsted and CQC inspected our area from 6 to 10 March 2023.', 'localArea: Exampleshire'),
      'plans/told.md',
    );
    assert.equal(reportFor(told, [renamed, earlier]), earlier, 'days told in the text');
    assert.deepEqual(plansFor(renamed, [plan, other]), [plan]);
    assert.equal(
      reportFor(open(PLAN('Text.', 'respondsTo: ./x.md'), 'plans/x.md'), [open(PLAN('Text.'), 'plans/x.md')]),
      null,
      'a plan that names itself',
    );
  });
});

describe('an action for an area that has none', () => {
  const bodies: Readonly<Record<string, string>> = {
    'a row of the table': TABLE(rowFor('AFI1'), rowFor('AFI3')),
    'a part of its own': `### AFI1: waiting\n\n${TABLE(rowFor(''))}\n\n### AFI3: adulthood\n\n- **What we will do:** Meet.\n- **Who leads:** DCO`,
    'a part that is there already': `### AFI1: waiting\n\n- [ ] Meet. Lead: DCO\n\n### AFI2: reviews\n\nText.\n\n### AFI3\n\n- [ ] Meet. Lead: DCO`,
    'nothing yet': 'Text.',
  };
  for (const [name, body] of Object.entries(bodies)) {
    it(name, () => {
      const plan = open(PLAN(body), 'plans/plan.md');
      const area = areasOf(report)[1]!;
      const { at, text } = newActionFor(plan, area);
      const next = open(applyEdits(plan.text, [{ start: at, end: at, text }]), 'plans/plan.md');
      assert.equal(next.facts.actions.length, plan.facts.actions.length + 1, next.text);
      const covered = coverageOf(report, next, TODAY);
      assert.deepEqual(
        covered.areas[1]!.unwritten.map(({ action }) => /\[insert action\]/.test(action.text)),
        [true],
        next.text,
      );
      assert.deepEqual(
        covered.areas.map(({ actions }) => actions.length),
        coverageOf(report, plan, TODAY).areas.map(({ actions }) => actions.length),
      );
    });
  }
});

describe('a new action of an area that has a table already', () => {
  it('is one more row of that table', () => {
    const table = (action: string): string =>
      `| Action | Lead | Due | Measure | Status |\n| --- | --- | --- | --- | --- |\n| ${action} | Head of SEND | 31 March 2027 | 18 weeks | On track |`;
    const text = PLAN(
      `### AFI1: Waiting\n\n${table('Open a clinic')}\n\nWe will report on it.\n\n### AFI2: Reviews\n\n${table('Hire officers')}`,
    );
    const { at, text: added } = newActionFor(open(text, 'plans/plan.md'), areasOf(report)[0]!);
    const next = applyEdits(text, [{ start: at, end: at, text: added }]);
    assert.equal(next.match(/\| Action \| Lead/g)!.length, 2, 'no second head of a table');
    assert.match(next, /\| On track \|\n\| \[insert action\] \| [^\n]+\| Not started \|\n\nWe will report on it\./);
  });
});

describe('the page', () => {
  const plan = open(
    PLAN(TABLE(rowFor('AFI1', undefined, undefined, '<script>alert(1)</script> & “more” for 943 476 5919'), rowFor('AFI7'))),
    'plans/<plan>.md',
  );
  const page = coverageHtml(coverageOf(report, plan, TODAY), TODAY, maskOf(plan));
  it('allows its own style sheet and nothing else', () => {
    const style = /<style>([^<]*)<\/style>/.exec(page)![1]!;
    assert.equal(STYLE_HASH, `sha256-${createHash('sha256').update(style).digest('base64')}`);
    assert.match(page, new RegExp(`content="default-src 'none'; style-src '${STYLE_HASH.replace(/[+/]/g, '\\$&')}'`));
    assert.doesNotMatch(page, /<script|<img|<link|\bstyle=|\bon[a-z]+=|https?:/i);
  });
  it('says what the coverage says, without personal data', () => {
    assert.match(page, /Nobody answers AFI2 and AFI3\./);
    assert.match(page, /AFI7 is not an area of this report/);
    assert.match(page, /&lt;plan&gt;\.md/);
    assert.doesNotMatch(page, /943 476 5919|alert\(1\)<\/script>/);
  });
  it('has headers, captions, a language, and words for every mark', () => {
    assert.match(page, /<html lang="en-GB">/);
    assert.equal(page.match(/<caption /g)!.length, page.match(/<table>/g)!.length);
    assert.equal(page.match(/aria-hidden="true">●/g)!.length, page.match(/<span class="hidden">answers AFI/g)!.length);
    assert.equal((page.match(/<th(?=[ >])/g) ?? []).length, (page.match(/<th scope="(?:col|row)"/g) ?? []).length);
    for (const id of ['areas-caption', 'matrix-caption']) assert.equal(page.split(`id="${id}"`).length, 2);
  });
  it('says the same of the same, as data too', () => {
    assert.equal(coverageHtml(coverageOf(report, plan, TODAY), TODAY, maskOf(plan)), page);
    const json = coverageJson(coverageOf(report, plan, TODAY));
    assert.deepEqual(
      [json.uncovered, json.unknown.map(({ area }) => area), json.areas[0]!.actions[0]!.due],
      [['AFI2', 'AFI3'], ['AFI7'], '2027-03-31'],
    );
  });
});

describe('area-send coverage', () => {
  const FILES = {
    '.areasend.json': '{}',
    'reports/exampleshire.md': REPORT(),
    'plans/plan.md': PLAN(TABLE(rowFor('AFI1'), rowFor('AFI2 and AFI3'))),
    'plans/open.md': PLAN(TABLE(rowFor('AFI1'))),
  };
  const run = (folder: string, ...args: string[]) => areaSend(folder, 'coverage', ...args, '--today', TODAY);

  it('says that every area is answered', () =>
    inFolder(FILES, async (folder) => {
      const { status, out, err } = await run(folder, 'plans/plan.md');
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /Exampleshire: 3 of 3 areas answered/);
      assert.match(out, /AFI3 {2}On track, 1 action, due 31 March 2027/);
      assert.match(out, /plans\/plan\.md:\d+ {2}Open a clinic/);
    }));
  it('fails when nobody answers an area', () =>
    inFolder(FILES, async (folder) => {
      const { status, out } = await run(folder, 'plans/open.md', '--format', 'json');
      assert.equal(status, 1);
      assert.deepEqual((JSON.parse(out) as { uncovered: string[] }).uncovered, ['AFI2', 'AFI3']);
      const page = await run(folder, 'plans/open.md', '--format', 'html');
      assert.equal(page.status, 1);
      assert.match(page.out, /^<!doctype html>/);
    }));
  it('takes another report, and finds one that was renamed', () =>
    inFolder(
      {
        ...FILES,
        'reports/exampleshire.md': '# Notes\n',
        'archive/renamed.md': REPORT(),
        'plans/lost.md': PLAN(TABLE(rowFor('AFI1, AFI2, AFI3')), 'respondsTo: ../reports/gone.md'),
      },
      async (folder) => {
        assert.equal((await run(folder, 'plans/plan.md', '--report', 'archive/renamed.md')).status, 0);
        const found = await run(folder, 'plans/lost.md');
        assert.equal(found.status, 0);
        assert.match(found.err, /gone\.md cannot be found; archive\/renamed\.md is of the same local area/);
      },
    ));
  const BAD: readonly [string, Readonly<Record<string, string>>, string[], RegExp][] = [
    ['a file that is not there', {}, ['nope.md'], /nope\.md: there is no such file/],
    ['a report in the plan’s place', {}, ['reports/exampleshire.md'], /is a report; give the plan first/],
    ['a plan in the report’s place', {}, ['plans/plan.md', '--report', 'plans/open.md'], /is not an inspection report/],
    ['some other document', { 'README.md': '# Notes\n' }, ['README.md'], /no document that this product knows/],
    [
      'a plan that answers itself',
      { 'plans/self.md': PLAN('Text.', 'respondsTo: self.md') },
      ['plans/self.md'],
      /leads to the plan itself/,
    ],
    [
      'a plan that answers a plan',
      { 'plans/other.md': PLAN('Text.', 'respondsTo: plan.md') },
      ['plans/other.md'],
      /plans\/plan\.md, which is not an inspection report/,
    ],
    [
      'a report outside',
      { 'plans/out.md': PLAN('Text.', 'respondsTo: ../../../etc/passwd', 'Nowhere') },
      ['plans/out.md'],
      /cannot be found/,
    ],
    [
      'no report at all',
      { 'plans/alone.md': PLAN('Text.', 'localArea: Nowhere', 'Nowhere') },
      ['plans/alone.md'],
      /names no report; add respondsTo/,
    ],
    ['no plan', {}, [], /missing required argument/],
  ];
  for (const [name, files, args, message] of BAD) {
    it(`says what is wrong with ${name}`, () =>
      inFolder({ ...FILES, ...files }, async (folder) => {
        const { status, out, err } = await run(folder, ...args);
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, message);
        assert.equal(err.trimEnd().split('\n').length, 1);
      }));
  }
  it('reads the examples', async () => {
    assert.equal((await run(ROOT, 'examples/plans/exampleshire-strategic-plan-2026.md')).status, 0);
    assert.equal((await run(ROOT, 'examples/plans/thornmere-priority-action-plan-2026.md')).status, 0);
    assert.equal((await run(ROOT, 'examples/with-slips/exampleshire-plan.md')).status, 1);
  });
});
