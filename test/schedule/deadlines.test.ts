import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIsoDate } from '../../src/framework/days.js';
import { CYCLE_EVENTS, INTERVAL_SETTINGS, MILESTONES, milestoneSchema } from '../../src/framework/milestones.js';
import { FRONT_MATTER_KEYS } from '../../src/document/index.js';
import { addDays } from '../../src/framework/days.js';
import { deadlineJson, deadlinesFor, dueWithin, mergeCycles } from '../../src/schedule/index.js';
import { DEFAULT_SETTINGS, settingsSchema } from '../../src/settings/settings.js';
import { FUZZING } from '../fuzz.js';
import { leastProcessorTime } from '../processor-time.js';
import { cyclesOf, dueDates, inputOf, priorityPlan, report, scheduleOf, settingsWith, strategicPlan, TODAY } from './_cycle.js';

const RECEIVED = 'report: { received: 2026-03-12, published: 2026-03-26 }';

describe('milestones', () => {
  for (const milestone of MILESTONES)
    it(`${milestone.id} is well formed and says what is not certain`, () => void milestoneSchema.parse(milestone));

  it('name only milestones that there are', () => {
    const ids = new Set(MILESTONES.map(({ id }) => id));
    for (const { shownBy } of MILESTONES) for (const id of shownBy?.milestones ?? []) assert.ok(ids.has(id), id);
  });

  it('have ids of their own', () => assert.equal(new Set(MILESTONES.map(({ id }) => id)).size, MILESTONES.length));

  it('have a setting wherever the number is not certain, with the same default', () => {
    for (const { id, interval, intervalSetting, source } of MILESTONES) {
      if (intervalSetting) assert.equal(Math.abs(interval!.count), DEFAULT_SETTINGS.deadlines[intervalSetting], id);
      else if (interval && id !== 'off-site-fieldwork') assert.equal(source.confidence, 'primary', id);
    }
    assert.deepEqual(
      [...INTERVAL_SETTINGS].sort(),
      [...new Set(MILESTONES.flatMap(({ intervalSetting }) => (intervalSetting ? [intervalSetting] : [])))].sort(),
    );
  });

  it('count from dates that front matter or the text can give', () => {
    for (const { key } of Object.values(CYCLE_EVENTS)) assert.ok(Object.hasOwn(FRONT_MATTER_KEYS, key), key);
  });
});

describe('deadlines of a cycle', () => {
  it('follow outcome 1', () => {
    assert.deepEqual(dueDates(scheduleOf({ 'report.md': report(1, RECEIVED) }, '2026-04-01')), {
      // The report is out, so its publication is done, 44 working days after 23 January: 5 × 8 days to 20 March, then 4 more.
      'report-publication': '2026-03-26',
      'publish-strategic-plan': '2026-04-27',
      'engagement-meeting': '2027-01-23',
      'next-full-inspection': '2031-01-23',
    });
  });

  it('follow outcome 2', () => {
    const dates = dueDates(scheduleOf({ 'report.md': report(2, RECEIVED) }));
    assert.equal(dates['next-full-inspection'], '2029-01-23');
    assert.equal(dates['publish-strategic-plan'], '2026-04-27');
    assert.ok(!('submit-priority-action-plan' in dates) && !('monitoring-inspection' in dates));
  });

  it('follow outcome 3', () => {
    const plan = priorityPlan(
      'inspection: { start: 2026-01-19, end: 2026-01-23 }\nplan: { submitted: 2026-05-06, approved: 2026-06-10, published: 2026-06-12, review: 2027-06-01 }',
    );
    const { deadlines } = scheduleOf({ 'plan.md': plan, 'report.md': report(3, RECEIVED) }, '2026-06-20');
    assert.deepEqual(dueDates({ deadlines }), {
      // 12 March + 35: 30 lead to 27 April, then 28, 29, 30 April, 1 May and, after 4 May, 5 May.
      'submit-priority-action-plan': '2026-05-05',
      'improvement-notice': '2026-05-26',
      // 12 March + 70: 35 lead to 5 May; 3 + 5 + 5 + 4 (25 May) + 5 + 5 + 5 days to 19 June, then 3.
      'written-statement': '2026-06-24',
      // 10 June + 5.
      'publish-priority-action-plan': '2026-06-17',
      // 6 May + 35: 2 + 5 + 5 + 4 + 5 + 5 + 5 days to 19 June, then 22 to 25 June.
      'priority-action-plan-decision': '2026-06-25',
      stocktake: '2026-12-10',
      'engagement-meeting': '2027-01-23',
      'priority-action-plan-review': '2027-06-01',
      'monitoring-inspection': '2027-09-12',
      'next-full-inspection': '2029-01-23',
    });
    const submitted = deadlines.find(({ id }) => id === 'submit-priority-action-plan')!;
    assert.equal(submitted.status, 'done');
    assert.match(submitted.reckoning, /Done on 6 May 2026, 1 working day late\./);
    assert.deepEqual(submitted.finished, { date: '2026-05-06', path: 'plan.md', line: 3 });
    const monitoring = deadlines.find(({ id }) => id === 'monitoring-inspection')!;
    assert.deepEqual(monitoring.window, { from: '2027-09-12', to: '2028-05-12' });
    assert.equal(monitoring.approximate, true);
  });

  it('say how a day was worked out, where it started and on what it rests', () => {
    const deadline = scheduleOf({ 'reports/x.md': report(2, 'report: { received: 2026-05-20 }') }).deadlines.find(
      ({ id }) => id === 'publish-strategic-plan',
    )!;
    assert.equal(deadline.due, '2026-07-02');
    assert.equal(
      deadline.reckoning,
      '30 working days from 20 May 2026, skipping 25 May (bank holiday). Counted from the day the partnership received the final report.',
    );
    assert.deepEqual(deadline.trigger, { event: 'report received', date: '2026-05-20', path: 'reports/x.md', line: 2 });
    assert.match(
      deadline.basis,
      /within 30 working days of the final report\. .*could not be confirmed.*strategicPlanTrigger.*Source: Area SEND inspections: framework and handbook/,
    );
    assert.equal(deadline.owner, 'local area partnership');
    assert.equal(deadline.status, 'overdue');
    // After 2 July: 21 days in July, 20 in August (the 31st is a holiday), 22 in September, 22 in October, 16 in November.
    assert.equal(deadline.workingDaysLeft, -101);
    assert.match(deadline.url!, /^https:\/\/www\.gov\.uk\//);
  });

  it('count from publication where receipt is not given, and say so', () => {
    const deadline = scheduleOf({ 'report.md': report(1, 'report: { published: 2026-05-20 }') }).deadlines.find(
      ({ id }) => id === 'publish-strategic-plan',
    )!;
    assert.equal(deadline.due, '2026-07-02');
    assert.equal(deadline.trigger.event, 'report published');
    assert.match(deadline.reckoning, /because the date the final report was received is not given/);
  });

  it('count from publication where the setting says so, and wait for it', () => {
    const settings = settingsWith({ strategicPlanTrigger: 'published' });
    assert.equal(dueDates(scheduleOf({ 'report.md': report(1, RECEIVED) }, TODAY, settings))['publish-strategic-plan'], '2026-05-12');
    const { waiting } = scheduleOf({ 'report.md': report(1, 'report: { received: 2026-03-12 }') }, TODAY, settings);
    assert.deepEqual(
      waiting.map(({ id, waitingFor }) => [id, waitingFor]),
      [['publish-strategic-plan', 'date the report was published']],
    );
  });

  it('follow the settings’ numbers and holidays', () => {
    const settings = settingsWith({ strategicPlanWorkingDays: 31, engagementMeetingMonths: 6 }, ['2026-04-28']);
    const dates = dueDates(scheduleOf({ 'report.md': report(1, RECEIVED) }, TODAY, settings));
    assert.equal(dates['publish-strategic-plan'], '2026-04-29');
    assert.equal(dates['engagement-meeting'], '2026-07-23');
    const deadline = scheduleOf({ 'report.md': report(1, RECEIVED) }, TODAY, settings).deadlines.find(
      ({ id }) => id === 'publish-strategic-plan',
    )!;
    assert.match(deadline.basis, /within 31 working days/);
    assert.match(deadline.reckoning, /28 April \(extra holiday\)/);
  });

  it('wait for what is not known, and guess nothing', () => {
    const { deadlines, waiting } = scheduleOf({ 'report.md': report(3) });
    assert.deepEqual(dueDates({ deadlines }), { 'engagement-meeting': '2027-01-23', 'next-full-inspection': '2029-01-23' });
    assert.deepEqual(
      waiting.map(({ id, waitingFor, frontMatterKey, path, due }) => [id, waitingFor, frontMatterKey, path, due]),
      [
        ['submit-priority-action-plan', 'date the final report was received', 'report.received', 'report.md', null],
        ['written-statement', 'date the final report was received', 'report.received', 'report.md', null],
        ['priority-action-plan-decision', 'date the priority action plan was submitted', 'plan.submitted', 'report.md', null],
        ['publish-priority-action-plan', 'date the priority action plan was found fit for purpose', 'plan.approved', 'report.md', null],
        ['monitoring-inspection', 'date the final report was received', 'report.received', 'report.md', null],
      ],
    );
  });

  it('wait for a plan’s dates in the plan', () => {
    const { waiting } = scheduleOf({
      'report.md': report(3, 'report: { received: 2026-03-12 }'),
      'plan.md': priorityPlan('inspection: { start: 2026-01-19, end: 2026-01-23 }'),
    });
    assert.deepEqual(
      waiting.map(({ id, path, frontMatterKey }) => [id, path, frontMatterKey]),
      [
        ['priority-action-plan-decision', 'plan.md', 'plan.submitted'],
        ['publish-priority-action-plan', 'plan.md', 'plan.approved'],
      ],
    );
  });

  it('wait for the outcome of a report that states none', () => {
    const { deadlines, waiting } = scheduleOf({ 'report.md': report(null, RECEIVED) });
    assert.deepEqual(dueDates({ deadlines }), { 'engagement-meeting': '2027-01-23' });
    assert.deepEqual(
      waiting.map(({ id, waitingFor, frontMatterKey }) => [id, waitingFor, frontMatterKey]),
      [['next-full-inspection', 'outcome of the inspection', null]],
    );
  });

  it('call an approximate day due once it has come, and overdue when it is long past', () => {
    for (const today of ['2026-02-01', '2027-09-01', '2029-06-01', '2040-01-01']) {
      for (const { approximate, status, due } of scheduleOf({ 'report.md': report(3, RECEIVED) }, today).deadlines) {
        if (approximate && due >= today) assert.notEqual(status, 'overdue');
        if (approximate && due < today) assert.notEqual(status, 'upcoming');
      }
    }
    // The meeting is due about twelve months after the inspection, which ended on 23 January 2026.
    const meeting = (today: string): string | undefined =>
      scheduleOf({ 'report.md': report(2, RECEIVED) }, today).deadlines.find(({ id }) => id === 'engagement-meeting')?.status;
    assert.equal(meeting('2027-01-23'), 'due');
    assert.equal(meeting('2027-04-25'), 'due');
    assert.equal(meeting('2027-04-26'), 'overdue');
    const next = scheduleOf(
      { 'report.md': report(2, `${RECEIVED}\nengagementMeeting: { last: 2026-03-03 }`) },
      '2028-03-03',
    ).deadlines.find(({ id }) => id === 'engagement-meeting')!;
    assert.deepEqual([next.due, next.status], ['2027-03-03', 'overdue']);
    // What others do about then may be done without a word here.
    for (const { status, approximate, owner } of scheduleOf({ 'report.md': report(3, RECEIVED) }, '2040-01-01').deadlines)
      if (approximate && status === 'overdue') assert.match(owner, /local area partnership/);
  });

  it('are due in their last five working days, and on the day itself', () => {
    const statusOn = (today: string): readonly [string, number] => {
      const { status, workingDaysLeft } = scheduleOf({ 'report.md': report(2, 'report: { received: 2026-05-20 }') }, today).deadlines.find(
        ({ id }) => id === 'publish-strategic-plan',
      )!;
      return [status, workingDaysLeft];
    };
    assert.deepEqual(statusOn('2026-06-25'), ['upcoming', 5]);
    assert.deepEqual(statusOn('2026-06-26'), ['due', 4]);
    assert.deepEqual(statusOn('2026-06-28'), ['due', 4]);
    assert.deepEqual(statusOn('2026-07-02'), ['due', 0]);
    assert.deepEqual(statusOn('2026-07-03'), ['overdue', -1]);
    assert.deepEqual(statusOn('2026-07-05'), ['overdue', -1]);
    assert.deepEqual(statusOn('2026-07-06'), ['overdue', -2]);
  });

  it('are done by their own date, by front matter, and not by a date still to come', () => {
    const statusOf = (plan: string, today = TODAY): string | undefined =>
      scheduleOf(
        { 'report.md': report(2, RECEIVED), 'plan.md': strategicPlan(`inspection: { start: 2026-01-19, end: 2026-01-23 }\n${plan}`) },
        today,
      ).deadlines.find(({ id }) => id === 'publish-strategic-plan')?.status;
    assert.equal(statusOf('plan: { published: 2026-04-22 }'), 'done');
    assert.equal(statusOf('done: [publish-strategic-plan]'), 'done');
    assert.equal(statusOf('plan: { published: 2026-04-22 }', '2026-04-20'), 'upcoming');
    assert.equal(statusOf('plan: { review: 2027-01-01 }'), 'overdue');
    // A plan of before the report does not answer it.
    assert.equal(statusOf('plan: { published: 2025-09-01 }'), 'overdue');
  });

  it('are done where a later step shows it, without a date that is not their own', () => {
    const found = (frontMatter: string, id: string): readonly unknown[] => {
      const deadline = scheduleOf({ 'report.md': report(3, `${RECEIVED}\n${frontMatter}`) }).deadlines.find((entry) => entry.id === id)!;
      return [deadline.status, deadline.finished?.date, /Done[^.]*\.$/.exec(deadline.reckoning)?.[0]];
    };
    assert.deepEqual(found('plan: { approved: 2026-06-10 }', 'submit-priority-action-plan'), [
      'done',
      null,
      'Done: the priority action plan was found fit for purpose on 10 June 2026.',
    ]);
    assert.deepEqual(found('done: [submit-priority-action-plan]', 'written-statement'), [
      'done',
      null,
      'Done, since “submit-priority-action-plan” is marked as done.',
    ]);
    assert.deepEqual(found('done: [factual-accuracy]', 'submit-priority-action-plan'), ['overdue', undefined, undefined]);
    const facts = scheduleOf({ 'report.md': report(1, 'report: { draftReceived: 2026-02-26, received: 2026-03-12 }') }).deadlines.find(
      ({ id }) => id === 'factual-accuracy',
    )!;
    assert.deepEqual([facts.status, facts.finished], ['done', { date: null, path: 'report.md', line: 2 }]);
  });

  it('are brought forward by front matter', () => {
    const { deadlines, problems } = scheduleOf({
      'report.md': report(3, `${RECEIVED}\nbroughtForward: { next-full-inspection: 2027-03-01 }`),
    });
    const next = deadlines.find(({ id }) => id === 'next-full-inspection')!;
    assert.deepEqual([next.due, next.approximate, next.trigger.event, next.trigger.line], ['2027-03-01', false, 'brought forward', 3]);
    assert.match(next.reckoning, /brought this forward to 1 March 2027\. It would otherwise fall on about 23 January 2029\./);
    assert.deepEqual(problems, []);
    const late = scheduleOf({ 'report.md': report(3, `${RECEIVED}\nbroughtForward: { next-full-inspection: 2030-03-01 }`) });
    assert.match(late.problems[0]!.message, /later than 23 January 2029/);
  });

  it('takes an action for done by every word, colour and sign that means it, as its coverage does', () => {
    const rows = [
      ['Blue', true],
      ['Blue – complete', true],
      ['✅', true],
      ['100%', true],
      ['Embedded', true],
      ['Completed (March 2026)', true],
      ['Not yet complete', false],
      ['Amber: some delivered', false],
      ['In progress, 3 of 4 done', false],
      ['Green', false],
      ['90% complete', false],
    ] as const;
    for (const [status, done] of rows) {
      const table = `## Our actions\n\n| Action | Lead | Due | Measure | BRAG |\n| --- | --- | --- | --- | --- |\n| Open a third team. | Head of SEND | 31 March 2027 | 40 weeks | ${status} |\n`;
      const [action] = scheduleOf({ 'plan.md': strategicPlan('localArea: Exampleshire', table) }).deadlines.filter(
        ({ origin }) => origin === 'action',
      );
      assert.equal(action?.status === 'done', done, status);
    }
  });

  it('include the users’ own, and a plan’s actions', () => {
    const table =
      '## Our actions\n\n| What we will do | Lead | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- |\n| Open a third team. | Head of Commissioning, NHS Exampleshire Integrated Care Board | 31 March 2027 | 40 weeks | On track |\n| Train staff. | Head of Early Help, Exampleshire County Council | 30 September 2026 | 390 of 410 | Complete |\n| Check the register. | Head of Inclusion, Exampleshire County Council | 30 October 2026 | All checked | Not complete |\n';
    const { deadlines } = scheduleOf({
      'plan.md': strategicPlan(
        'localArea: Exampleshire\nmilestones:\n  - { title: Parent carer forum sign-off, due: 2026-06-10 }\n  - { title: Cabinet, due: 2026-12-05 }\ndone: [milestone-parent-carer-forum-sign-off]',
        table,
      ),
    });
    const brief = deadlines.map(({ id, due, status, origin, owner, canMarkDone }) => ({ id, due, status, origin, owner, canMarkDone }));
    const lap = { owner: 'local area partnership', origin: 'own', canMarkDone: true };
    assert.deepEqual(brief, [
      { id: 'milestone-parent-carer-forum-sign-off', due: '2026-06-10', status: 'done', ...lap },
      {
        id: 'action-train-staff',
        due: '2026-09-30',
        status: 'done',
        origin: 'action',
        owner: 'Head of Early Help, Exampleshire County Council',
        canMarkDone: false,
      },
      {
        id: 'action-check-the-register',
        due: '2026-10-30',
        status: 'overdue',
        origin: 'action',
        owner: 'Head of Inclusion, Exampleshire County Council',
        canMarkDone: false,
      },
      { id: 'milestone-cabinet', due: '2026-12-05', status: 'upcoming', ...lap },
      {
        id: 'action-open-a-third-team',
        due: '2027-03-31',
        status: 'upcoming',
        origin: 'action',
        owner: 'Head of Commissioning, NHS Exampleshire Integrated Care Board',
        canMarkDone: false,
      },
    ]);
    // 5 December 2026 is a Saturday.
    assert.match(deadlines.find(({ id }) => id === 'milestone-cabinet')!.reckoning, /not a working day/);
  });

  it('show the way to an inspection that is still to come, and then no more', () => {
    const planned = { 'report.md': report(null, '', { dates: '7 to 11 December 2026' }) };
    assert.deepEqual(dueDates(scheduleOf(planned, TODAY)), {
      // Ten working days before Monday 7 December, and the Thursday before it.
      notification: '2026-11-23',
      'off-site-fieldwork': '2026-12-03',
      'on-site': '2026-12-07',
      // 11 December + 44: 5 + 4 days to the 24th, 3 in the year, 5 × 6 to 12 February, then 2.
      'report-publication': '2027-02-16',
      'engagement-meeting': '2027-12-11',
    });
    assert.ok(!('notification' in dueDates(scheduleOf(planned, '2026-12-12'))));
    const thursday = scheduleOf({ 'report.md': report(null, '', { dates: '3 to 11 December 2026' }) });
    assert.equal(dueDates(thursday)['on-site'], '2026-12-07');
  });

  it('repeat stocktakes until the next one lies ahead', () => {
    const plan = priorityPlan('report: { received: 2026-03-12 }\nplan: { submitted: 2026-05-01, approved: 2026-06-10 }');
    const next = (today: string): string | undefined => dueDates(scheduleOf({ 'plan.md': plan }, today)).stocktake;
    assert.equal(next('2026-07-01'), '2026-12-10');
    assert.equal(next('2026-12-10'), '2026-12-10');
    assert.equal(next('2026-12-11'), '2027-06-10');
    assert.equal(next('2029-01-01'), '2029-06-10');
  });

  it('take a meeting’s date from front matter before any reckoning', () => {
    const meeting = (frontMatter: string): readonly unknown[] => {
      const found = scheduleOf({ 'report.md': report(1, frontMatter) }).deadlines.find(({ id }) => id === 'engagement-meeting')!;
      return [found.due, found.approximate];
    };
    assert.deepEqual(meeting('engagementMeeting: { last: 2026-03-03 }'), ['2027-03-03', true]);
    assert.deepEqual(meeting('engagementMeeting: { last: 2026-03-03, next: 2027-03-02 }'), ['2027-03-02', false]);
    assert.deepEqual(meeting('engagementMeeting: { last: 2027-03-02, next: 2027-03-02 }'), ['2028-03-02', true]);
  });

  it('wait for the last meeting’s date once a second year has passed without one', () => {
    const meeting = (today: string): readonly unknown[] => {
      const { deadlines, waiting } = scheduleOf({ 'report.md': report(1, RECEIVED) }, today);
      return [deadlines.find(({ id }) => id === 'engagement-meeting')?.due, waiting.map(({ id, waitingFor }) => `${id}: ${waitingFor}`)];
    };
    assert.deepEqual(meeting('2028-01-22'), ['2027-01-23', []]);
    assert.deepEqual(meeting('2028-01-23'), [undefined, ['engagement-meeting: date of the last engagement meeting']]);
  });

  it('know the draft report and the local offer where front matter does', () => {
    const dates = dueDates(
      scheduleOf({ 'report.md': report(1, 'report: { draftReceived: 2026-02-26 }\nlocalOffer: { commentsPublished: 2026-02-28 }') }),
    );
    assert.equal(dates['factual-accuracy'], '2026-03-05');
    assert.equal(dates['local-offer-comments'], '2027-02-28');
  });

  it('can be limited to the days ahead', () => {
    const { deadlines } = scheduleOf({ 'report.md': report(2, 'report: { received: 2026-10-20 }') });
    assert.deepEqual(
      dueWithin(deadlines, TODAY, 7).map(({ id }) => id),
      [],
    );
    assert.deepEqual(
      dueWithin(deadlines, TODAY, 8).map(({ id }) => id),
      ['publish-strategic-plan'],
    );
    assert.deepEqual(
      dueWithin(deadlines, '2026-12-20', 0).map(({ id }) => id),
      ['publish-strategic-plan'],
    );
  });

  it('print as the contract says', () => {
    const { deadlines } = scheduleOf({ 'x.md': report(2, RECEIVED) });
    assert.deepEqual(Object.keys(deadlineJson(deadlines[0]!)), [
      'id',
      'title',
      'localArea',
      'due',
      'approximate',
      'workingDaysLeft',
      'status',
      'owner',
      'trigger',
      'basis',
      'url',
      'reckoning',
    ]);
    assert.deepEqual(
      deadlines.map(({ due }) => due),
      [...deadlines.map(({ due }) => due)].sort(),
    );
  });
});

describe('documents of one cycle', () => {
  const files = {
    'reports/report.md': report(2, RECEIVED),
    'plans/plan.md': strategicPlan('respondsTo: ../reports/report.md\nplan: { published: 2026-04-22, review: 2027-04-22 }'),
    'meetings/note.md':
      '---\ninspection: { start: 2026-01-19, end: 2026-01-23 }\n---\n\n# Area SEND annual engagement meeting: Exampleshire Local Area Partnership\n\nDate of meeting: 12 November 2026\n',
  };

  it('are brought together, whatever their order', () => {
    const expected = scheduleOf(files);
    assert.deepEqual(dueDates(expected), {
      'publish-strategic-plan': '2026-04-27',
      'strategic-plan-review': '2027-04-22',
      'engagement-meeting': '2027-11-12',
      'next-full-inspection': '2029-01-23',
    });
    assert.deepEqual(expected.problems, []);
    assert.deepEqual(scheduleOf(Object.fromEntries(Object.entries(files).reverse())), expected);
  });

  it('are the same documents when they are given twice', () => {
    const inputs = Object.entries(files).map(([path, text]) => inputOf(text, path));
    assert.deepEqual(mergeCycles([...inputs, ...inputs]), mergeCycles(inputs));
  });

  it('are told apart by local area and inspection', () => {
    const cycles = cyclesOf({
      'a.md': report(1, '', { area: 'Exampleshire', dates: '6 to 10 February 2023' }),
      'b.md': report(2, RECEIVED),
      'c.md': report(2, '', { area: 'Kestrelshire' }),
      'd.md': strategicPlan('respondsTo: a.md'),
      'e.md': strategicPlan('inspection: { start: 2026-01-19, end: 2026-01-23 }'),
    });
    assert.deepEqual(
      cycles.map(({ key, paths }) => [key, paths]),
      [
        ['exampleshire-2023', ['a.md', 'd.md']],
        ['exampleshire-2026', ['b.md', 'e.md']],
        ['kestrelshire-2026', ['c.md']],
      ],
    );
    const before = deadlinesFor(cycles[0]!, { today: TODAY });
    assert.deepEqual(before.waiting, []);
    assert.deepEqual(
      before.deadlines.map(({ id, status, finished }) => [id, status, finished?.path]),
      [['next-full-inspection', 'done', 'b.md']],
    );
  });

  it('join a monitoring inspection to the full one before it', () => {
    const monitoring =
      '---\ninspection: { start: 2027-09-20, end: 2027-09-22 }\n---\n\n# Area SEND monitoring inspection of Exampleshire Local Area Partnership\n\nInspection dates: 20 to 22 September 2027\n\nDates of previous inspection: 19 to 23 January 2026\n';
    const { deadlines } = scheduleOf({ 'report.md': report(3, RECEIVED), 'monitoring.md': monitoring }, '2028-01-01');
    const found = deadlines.find(({ id }) => id === 'monitoring-inspection')!;
    assert.deepEqual([found.status, found.finished], ['done', { date: '2027-09-22', path: 'monitoring.md', line: 7 }]);
  });

  it('know from a priority action plan alone that the outcome was the third', () => {
    const dates = dueDates(
      scheduleOf({ 'plan.md': priorityPlan('inspection: { start: 2026-01-19, end: 2026-01-23 }\nreport: { received: 2026-03-12 }') }),
    );
    assert.equal(dates['submit-priority-action-plan'], '2026-05-05');
    assert.equal(dates['next-full-inspection'], '2029-01-23');
  });

  it('belong to the report that they answer, where they do not name the area', () => {
    const cycles = cyclesOf({
      'a/plan.md': '---\ndocument: strategic-plan\nrespondsTo: ../b/report.md\nplan: { published: 2026-04-22 }\n---\n\n# Our plan\n',
      'b/report.md': report(2, RECEIVED),
    });
    assert.deepEqual(
      cycles.map(({ localArea, paths }) => [localArea, paths]),
      [['Exampleshire', ['b/report.md', 'a/plan.md']]],
    );
  });

  it('say which of two reports of one inspection was taken', () => {
    const { deadlines, problems } = scheduleOf({ 'old.md': report(2), 'new.md': report(2, RECEIVED) });
    assert.equal(dueDates({ deadlines })['publish-strategic-plan'], '2026-04-27');
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]!.message,
      /2 full inspection reports for the inspection of 19 to 23 January 2026 in Exampleshire: new\.md and old\.md\. Dates are taken from new\.md\./,
    );
    assert.equal(problems[0]!.path, 'old.md');
  });

  it('say when two documents disagree', () => {
    const { problems } = scheduleOf({
      'report.md': report(2, RECEIVED),
      'plan.md': strategicPlan('inspection: { start: 2026-01-19, end: 2026-01-23 }\nreport: { received: 2026-03-13 }'),
    });
    assert.deepEqual(
      problems.map(({ path, line }) => [path, line]),
      [['plan.md', 3]],
    );
    assert.match(problems[0]!.message, /13 March 2026 according to this document, and on 12 March 2026 according to report\.md/);
  });

  it('are few and quick to keep', () => {
    const inputs = Array.from({ length: 600 }, (_, index) =>
      inputOf(
        report(((index % 3) + 1) as 1 | 2 | 3, RECEIVED, {
          area: `Area ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + (index % 25))}`,
        }),
        `${index}.md`,
      ),
    );
    const count = (): number => mergeCycles(inputs).reduce((sum, cycle) => sum + deadlinesFor(cycle, { today: TODAY }).deadlines.length, 0);
    assert.ok(count() > 100);
    if (FUZZING) assert.ok(leastProcessorTime(count) < 1500);
  });
});

describe('bad dates', () => {
  it('of any kind break nothing', () => {
    const year = fc.oneof(fc.integer({ min: 2020, max: 2035 }), fc.constantFrom(1, 999, 1970, 2100, 9800, 9999));
    const day = fc
      .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    const real = day.filter((date) => isIsoDate(date));
    const lines = fc
      .tuple(day, day, day, day, day, day, day, day)
      .map(
        ([a, b, c, d, e, f, g, h]) =>
          `report: { received: ${a}, published: ${b} }\nplan: { submitted: ${c}, approved: ${d}, published: ${e}, review: ${f} }\nengagementMeeting: { last: ${g}, next: ${h} }\nbroughtForward: { monitoring-inspection: ${a} }\nmilestones: [{ title: Cabinet, due: ${b} }]`,
      );
    fc.assert(
      fc.property(lines, fc.constantFrom(1, 2, 3, null), real, (frontMatter, outcome, today) => {
        const { deadlines, waiting } = scheduleOf(
          { 'report.md': report(outcome, frontMatter), 'plan.md': strategicPlan(`localArea: Exampleshire\n${frontMatter}`) },
          today,
        );
        assert.equal(new Set([...deadlines, ...waiting].map(({ uid }) => uid)).size, deadlines.length + waiting.length);
        deadlines.forEach(({ due, status, workingDaysLeft, approximate }, index) => {
          assert.ok(isIsoDate(due));
          assert.ok(index === 0 || deadlines[index - 1]!.due <= due, 'in order');
          if (status === 'overdue') assert.ok(due < today && workingDaysLeft <= 0 && (!approximate || addDays(due, 92) < today));
          if (status === 'upcoming') assert.ok(due > today && workingDaysLeft >= 5);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('out of order are told, and nothing breaks', () => {
    const { problems, deadlines } = scheduleOf({ 'report.md': report(2, 'report: { received: 2026-03-26, published: 2026-03-12 }') });
    assert.deepEqual(
      problems.map(({ path, line, message }) => [path, line, message]),
      [
        [
          'report.md',
          2,
          'By these dates the report was published on 12 March 2026, before the partnership received the final report on 26 March 2026. Check both dates: deadlines depend on them.',
        ],
      ],
    );
    assert.ok(deadlines.length > 0);
    const before = scheduleOf({ 'report.md': report(2, 'report: { received: 2025-03-12 }') });
    assert.match(before.problems[0]!.message, /received the final report on 12 March 2025, before the inspection ended on 23 January 2026/);
  });

  it('centuries away count for nothing, and are told', () => {
    for (const year of ['0026', '1026', '2206', '9999']) {
      const { problems, deadlines } = scheduleOf({
        'report.md': report(
          2,
          `report: { received: ${year}-12-30 }\nmilestones: [{ title: Cabinet, due: ${year}-12-30 }]\nbroughtForward: { next-full-inspection: ${year}-12-30 }`,
        ),
      });
      assert.deepEqual(
        problems.map(({ line, message }) => [line, /more than 50 years away/.test(message)]),
        [
          [2, true],
          [4, true],
          [3, true],
        ],
        year,
      );
      assert.equal(dueDates({ deadlines })['publish-strategic-plan'], undefined);
    }
    const far = scheduleOf({ 'report.md': report(1, '', { dates: '6 to 10 January 9999' }) });
    assert.deepEqual(far.deadlines, []);
    assert.match(far.problems[0]!.message, /10 January 9999 is more than 50 years away.*Check the year/);
  });

  it('among the extra holidays are left out, and told', () => {
    const settings = settingsWith({});
    const { problems, deadlines } = scheduleOf({ 'report.md': report(2, RECEIVED) }, TODAY, {
      ...settings,
      extraHolidays: ['2026-02-30', 'Easter'],
    });
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'The extra holiday “2026-02-30” is no day and was left out. Write it as YYYY-MM-DD in the setting extraHolidays.',
        'The extra holiday “Easter” is no day and was left out. Write it as YYYY-MM-DD in the setting extraHolidays.',
      ],
    );
    assert.equal(dueDates({ deadlines })['publish-strategic-plan'], '2026-04-27');
    assert.equal(settingsSchema.safeParse({ extraHolidays: ['2026-02-30'] }).success, false);
  });

  it('for deadlines that there are not, are told', () => {
    const { problems } = scheduleOf({ 'report.md': report(2, 'done: [publish-plan]\nbroughtForward: { inspection: 2027-01-01 }') });
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message.slice(0, 50)]),
      [
        [2, '“publish-plan” in “done” is no deadline of this do'],
        [3, '“inspection” in “broughtForward” is no deadline of'],
      ],
    );
  });

  it('in front matter that cannot be read leave a document without them', () => {
    const { deadlines } = scheduleOf({ 'report.md': report(2, 'report: { received: 2026-02-30, published: soon }') });
    assert.ok(!('publish-strategic-plan' in dueDates({ deadlines })));
  });

  it('of today are the host’s mistake', () => {
    const [cycle] = cyclesOf({ 'report.md': report(2, RECEIVED) });
    assert.throws(() => deadlinesFor(cycle!, { today: 'today' }), RangeError);
  });
});
