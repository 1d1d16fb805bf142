import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';
import { promised, tried } from '../promises.js';

const PROMISE = 'no name or word of a document commands a terminal or a workflow';
const PLAN = readFileSync(join(ROOT, 'examples/plans/exampleshire-strategic-plan-2026.md'), 'utf8');
/** A line break, a workflow's command, an escape, a mark of direction and a C1 character. */
const BAD = 'x\n::error ::\u001b[31mE\u202e\u009bq';
const AT = ['--today', '2026-11-23'];

const FILES = {
  [`${BAD}.md`]: PLAN,
  'old.md': PLAN.replaceAll('On track', 'Complete').replaceAll('Head of SEND', 'Head \u001b[31m of\u202e \u009b SEND'),
  [`${BAD}.html`]: '<h1>SEND strategic plan</h1><p>a<iframe title="\u001b[31m::x"></iframe></p>',
};

const COMMANDS: readonly (readonly string[])[] = [
  ...['pretty', 'csv', 'json', 'html'].map((format) => ['actions', '.', '--format', format, ...AT]),
  ['actions', '.', '--format', 'xlsx', '--out', `${BAD}.xlsx`, ...AT],
  ['actions', '.', '--from', `${BAD}.xlsx`, ...AT],
  ['actions', '.', '--owner', BAD, ...AT],
  ...['pretty', 'json', 'markdown', 'html'].map((format) => ['changes', 'old.md', `${BAD}.md`, '--format', format, ...AT]),
  ['changes', 'old.md', `git:${BAD}:${BAD}`, ...AT],
  ['changes', 'old.md', `no-${BAD}.md`, ...AT],
  ['meeting-pack', '.', ...AT],
  ['meeting-pack', '.', '--before', 'old.md', ...AT],
  ['meeting-pack', '.', '--before', `no-${BAD}`, ...AT],
  ['import', `${BAD}.html`, '--force'],
  ['import', `no-${BAD}.docx`],
  ['import', `${BAD}.md`],
  ['export', `${BAD}.md`, '--format', 'html', '--force', ...AT],
  ['export', `${BAD}.md`, '--format', 'html', '--for', 'families', '--out', `f-${BAD}.html`, ...AT],
  ['export', `${BAD}.md`, '--reference', `no-${BAD}.docx`, ...AT],
  ['check', `${BAD}.md`, '--format', 'docx', ...AT],
  ['check', `${BAD}.md`, '--baseline', `no-${BAD}`, ...AT],
  ['check', '--rule', `${BAD}=off`, ...AT],
  ['check', '--kind', BAD, ...AT],
  ...['pretty', 'json', 'ics', 'html'].map((format) => ['deadlines', '.', '--format', format, ...AT]),
  ['coverage', `${BAD}.md`, ...AT],
  ['coverage', `${BAD}.md`, '--report', `no-${BAD}`, ...AT],
  ['facts', `${BAD}.md`],
  ['fix', `${BAD}.md`, '--dry-run'],
  ['rules', BAD],
  ['new', BAD],
  ['new', 'strategic-plan', '--area', BAD, ...AT],
  [BAD],
];

/** Colours that this product sets itself are not there: nothing here is a terminal. */
// eslint-disable-next-line no-control-regex -- these are what it is about
const COMMANDING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|^::error/m;

describe('names and words that carry commands', () => {
  promised(PROMISE);
  for (const args of COMMANDS) {
    it(`area-send ${JSON.stringify(args.slice(0, -1).join(' '))
      .replace(/\P{ASCII}/gu, '?')
      .slice(1, 70)}`, () =>
      inFolder(FILES, async (folder) => {
        const { status, out, err } = await areaSend(folder, ...args);
        assert.ok([0, 1, 2].includes(status));
        assert.ok(out.length + err.length > 0);
        for (const stream of [out, err]) {
          const found = COMMANDING.exec(stream.replaceAll('\r\n', '\n'));
          assert.equal(found, null, JSON.stringify(found && stream.slice(Math.max(0, found.index - 60), found.index + 20)));
        }
        assert.doesNotMatch(err, /went wrong inside|^ {4}at /m);
        tried(PROMISE);
      }));
  }
});
