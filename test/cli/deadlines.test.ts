import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { report, strategicPlan } from '../schedule/_cycle.js';
import { areaSend, inFolder, ROOT } from './_run.js';

const FILES = {
  'reports/exampleshire.md': report(2, 'report: { received: 2026-05-20 }'),
  'plans/exampleshire.md': strategicPlan('respondsTo: ../reports/exampleshire.md\nmilestones: [{ title: Cabinet, due: 2026-12-10 }]'),
  'reports/kestrelshire.md': report(3, '', { area: 'Kestrelshire' }),
  'README.md': '# Notes\n',
};
const TODAY = ['--today', '2026-11-23'];

interface Printed {
  readonly id: string;
  readonly localArea: string;
  readonly due: string;
  readonly status: string;
  readonly trigger: { readonly path: string; readonly line: number };
}

describe('area-send deadlines', () => {
  it('prints what is due, why, and what is waited for', () =>
    inFolder(FILES, async (folder) => {
      const { status, out, err } = await areaSend(folder, 'deadlines', ...TODAY);
      assert.equal(status, 0);
      assert.equal(err, '');
      assert.match(
        out,
        /Overdue\n {2}2026-07-02 {2}Exampleshire: Publish the updated strategic plan, 101 working days ago\n.*30 working days from 20 May 2026, skipping 25 May \(bank holiday\)/,
      );
      assert.match(out, /reports\/exampleshire\.md:2/);
      assert.match(out, /To come\n {2}2026-12-10 {2}Exampleshire: Cabinet, 13 working days left/);
      assert.match(
        out,
        /Kestrelshire: Submit the priority action plan, waiting for: date the final report was received\n.*add report\.received to the front matter of reports\/kestrelshire\.md/,
      );
    }));

  it('prints JSON in order of the due day, without what is waited for', () =>
    inFolder(FILES, async (folder) => {
      const { status, out } = await areaSend(folder, 'deadlines', '--format', 'json', ...TODAY);
      assert.equal(status, 0);
      const deadlines = JSON.parse(out) as Printed[];
      assert.deepEqual(
        deadlines.map(({ due }) => due),
        [...deadlines.map(({ due }) => due)].sort(),
      );
      assert.ok(deadlines.every(({ due }) => /^\d{4}-\d{2}-\d{2}$/.test(due)));
      const plan = deadlines.find(({ id }) => id === 'publish-strategic-plan')!;
      assert.deepEqual(
        [plan.localArea, plan.due, plan.status, plan.trigger],
        [
          'Exampleshire',
          '2026-07-02',
          'overdue',
          { event: 'report received', date: '2026-05-20', path: 'reports/exampleshire.md', line: 2 },
        ],
      );
      const again = await areaSend(folder, 'deadlines', '--format', 'json', ...TODAY);
      assert.equal(again.out, out);
    }));

  it('finds the report of a plan that is given alone', () =>
    inFolder(FILES, async (folder) => {
      const { out } = await areaSend(folder, 'deadlines', 'plans/exampleshire.md', '--format', 'json', ...TODAY);
      assert.ok(
        (JSON.parse(out) as Printed[]).some(
          ({ id, trigger }) => id === 'next-full-inspection' && trigger.path === 'reports/exampleshire.md',
        ),
      );
    }));

  it('keeps to the days ahead', () =>
    inFolder(FILES, async (folder) => {
      const ids = async (days: string): Promise<string[]> =>
        (JSON.parse((await areaSend(folder, 'deadlines', '--format', 'json', '--within', days, ...TODAY)).out) as Printed[]).map(
          ({ id }) => id,
        );
      assert.deepEqual(await ids('0'), ['publish-strategic-plan']);
      assert.deepEqual(await ids('17'), ['publish-strategic-plan', 'milestone-cabinet']);
    }));

  it('writes a calendar file and a page', () =>
    inFolder(FILES, async (folder) => {
      const ics = await areaSend(folder, 'deadlines', '--format', 'ics', ...TODAY);
      assert.doesNotMatch(ics.out, /BEGIN:VALARM/);
      writeFileSync(join(folder, '.areasend.json'), '{ "deadlines": { "remindDaysBefore": [14, 3] } }');
      const reminding = await areaSend(folder, 'deadlines', '--format', 'ics', ...TODAY);
      assert.match(reminding.out, /BEGIN:VALARM[^]*TRIGGER:-P14D[^]*TRIGGER:-P3D/);
      const otherwise = await areaSend(folder, 'deadlines', '--format', 'ics', '--remind', '7', ...TODAY);
      assert.match(otherwise.out, /TRIGGER:-P7D/);
      assert.doesNotMatch(otherwise.out, /TRIGGER:-P3D/);
      const events = new ICAL.Component(ICAL.parse(ics.out) as unknown[]).getAllSubcomponents('vevent');
      const { out } = await areaSend(folder, 'deadlines', '--format', 'json', ...TODAY);
      assert.equal(events.length, (JSON.parse(out) as Printed[]).length);
      assert.ok(ics.out.endsWith('END:VCALENDAR\r\n'));
      const html = await areaSend(folder, 'deadlines', '--format', 'html', ...TODAY);
      assert.match(html.out, /^<!DOCTYPE html>\n<html lang="en-GB">/);
      assert.match(html.out, /Kestrelshire: inspection of 19 to 23 January 2026/);
    }));

  it('honours the settings of the folder', () =>
    inFolder(
      { ...FILES, '.areasend.json': '{ "extraHolidays": ["2026-06-15"], "deadlines": { "strategicPlanWorkingDays": 31 } }' },
      async (folder) => {
        const { out } = await areaSend(folder, 'deadlines', 'reports/exampleshire.md', '--format', 'json', ...TODAY);
        assert.equal((JSON.parse(out) as Printed[]).find(({ id }) => id === 'publish-strategic-plan')!.due, '2026-07-06');
      },
    ));

  it('names an extra holiday that is no day', () =>
    inFolder({ ...FILES, '.areasend.json': '{\n  "extraHolidays": ["2026-02-30"]\n}\n' }, async (folder) => {
      const { status, err } = await areaSend(folder, 'deadlines', ...TODAY);
      assert.equal(status, 2);
      assert.match(err, /\.areasend\.json(?::\d+)?: .*extraHolidays.*Write a real day/);
    }));

  it('tells of duplicates, and still prints', () =>
    inFolder({ ...FILES, 'reports/copy.md': FILES['reports/exampleshire.md'] }, async (folder) => {
      const { status, out, err } = await areaSend(folder, 'deadlines', '--format', 'json', ...TODAY);
      assert.equal(status, 0);
      assert.match(
        err,
        /^area-send: reports\/exampleshire\.md:\d+: There are 2 full inspection reports for the inspection of 19 to 23 January 2026 in Exampleshire/,
      );
      assert.equal((JSON.parse(out) as Printed[]).filter(({ id }) => id === 'publish-strategic-plan').length, 1);
    }));

  it('says what is wrong with its arguments and files', () =>
    inFolder(FILES, async (folder) => {
      for (const [args, message] of [
        [['--within', 'soon'], /--within.*Write a number of days/],
        [['--today', '2026-02-30'], /--today.*Write a real day/],
        [['--format', 'pdf'], /--format.*pretty, json, ics, html/],
        [['--format', 'html', '--within', '3'], /--within does not go with --format html/],
        [['missing.md'], /missing\.md: there is no such file/],
      ] as const) {
        const { status, err } = await areaSend(folder, 'deadlines', ...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(err, message);
        assert.equal(err.trim().split('\n').length, 1);
      }
    }));

  it('says so when nothing is due', () =>
    inFolder({ 'README.md': '# Notes\n' }, async (folder) => {
      assert.equal((await areaSend(folder, 'deadlines', ...TODAY)).out, 'Nothing is due.\n');
      assert.equal((await areaSend(folder, 'deadlines', '--format', 'json', ...TODAY)).out, '[]\n');
    }));

  it('reads the examples without a complaint', async () => {
    const { status, err } = await areaSend(ROOT, 'deadlines', 'examples/reports', 'examples/plans', 'examples/meetings', ...TODAY);
    assert.deepEqual([status, err], [0, '']);
  });
});
