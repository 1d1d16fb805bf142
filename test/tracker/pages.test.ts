import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf } from '../../src/coverage/index.js';
import { openDocument } from '../../src/document/index.js';
import { changesBetween, trackActions } from '../../src/tracker/index.js';
import { STYLE, STYLE_HASH } from '../../src/tracker/pages/_style.js';
import { areaRows, changesPage, trackerPage } from '../../src/tracker/pages/index.js';
import { describePages } from '../_browser-pages.js';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';

const TODAY = '2026-11-26';
const example = (path: string): string => readFileSync(join(ROOT, 'examples', path), 'utf8');
const STATUSES = ['On track', 'Complete', 'Not started', 'Delayed', '', 'In progress'];

/** Every state, long and hostile words, more rows than a picture takes. */
const many = (count: number): string =>
  `# Exampleshire SEND strategic plan\n\n## Actions\n\n| No. | Action | Lead | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${Array.from(
    { length: count },
    (_, index) =>
      `| ${index + 1}.1 | ${index % 7 === 0 ? '\\<script>alert(1)\\</script> & "quoted"' : 'Train all staff'} in district ${index} with ${'families and '.repeat(index % 9)}schools (AFI${(index % 4) + 1}) | ${index % 5 === 0 ? '' : `Head of service ${index % 23}`} | ${index % 6 === 0 ? 'Ongoing' : `${(index % 27) + 1} ${['January', 'May', 'October'][index % 3]!} ${2026 + (index % 3)}`} | Waits fall | ${STATUSES[index % 6]!} |\n`,
  ).join('')}`;
const track = (...texts: string[]) =>
  trackActions(
    texts.map((text, index) => openDocument(text, { path: `plan-${index}.md` })),
    TODAY,
  );
const report = openDocument(example('reports/exampleshire-2026.md'), { path: 'report.md' });
const plan = openDocument(example('plans/exampleshire-strategic-plan-2026.md'), { path: 'plan.md' });

const PAGES = {
  'the tracker': () =>
    trackerPage(trackActions([plan], TODAY), { today: TODAY, coverage: areaRows(coverageOf(report, plan, TODAY), (text) => text) }),
  'a tracker of many actions': () => trackerPage(track(many(80)), { today: TODAY }),
  'no actions': () => trackerPage([], { today: TODAY }),
  'what changed': () =>
    changesPage(
      changesBetween(
        openDocument(many(40), { path: 'a.md' }),
        openDocument(
          many(44)
            .replace(/On track/g, 'Complete')
            .replace(/May 2027/g, 'July 2028')
            .replace(/^\| 3\.1.*\n/m, '')
            .replace('district 5 ', 'district five '),
          { path: 'a.md' },
        ),
        TODAY,
      ),
      { before: 'git:HEAD~1:a.md', after: 'a.md' },
    ),
  'nothing changed': () => changesPage(changesBetween(plan, plan, TODAY), { before: 'a.md', after: 'a.md' }),
};

describe('pages of the tracker', () => {
  it('allow their own style and nothing else', () => {
    assert.equal(STYLE_HASH, `sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
    for (const make of Object.values(PAGES)) {
      const page = make();
      assert.ok(page.includes(`style-src '${STYLE_HASH}'`));
      assert.doesNotMatch(page, /<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    }
  });

  it('hold every number of a picture in a table', () => {
    const page = PAGES['a tracker of many actions']();
    const table = /<caption id="owners-table">[\s\S]*?<\/table>/.exec(page)![0];
    assert.equal((table.match(/<tr>/g) ?? []).length - 1, 24);
    assert.equal((/<caption id="actions">[\s\S]*?<\/table>/.exec(page)![0].match(/<tr>/g) ?? []).length - 1, 80);
    assert.match(page, /The 40 most urgent of \d\d open actions/);
  });

  it('tell which deadlines moved, and which actions are done, first', () => {
    const page = PAGES['what changed']();
    assert.ok(page.indexOf('Deadlines that moved') < page.indexOf('Complete since then'));
    assert.match(page, /working days? later<\/strong>/);
    assert.match(page, /<h2>Removed \(1\)<\/h2>/);
    assert.match(page, /<h2>Added \(4\)<\/h2>/);
  });

  it('come from the command line, without anybody’s data', () =>
    inFolder({ 'a.md': many(3).replace('Waits fall', 'Ring 07700 900461'), 'b.md': many(4) }, async (folder) => {
      const page = await areaSend(folder, 'actions', 'a.md', '--format', 'html', '--today', TODAY);
      assert.equal(page.status, 0);
      assert.match(page.out, /^<!doctype html>/);
      assert.doesNotMatch(page.out, /900461/);
      const changed = await areaSend(folder, 'changes', 'a.md', 'b.md', '--format', 'html');
      assert.match(changed.out, /<h2>Added \(1\)/);
      assert.doesNotMatch(changed.out, /900461/);
    }));
});

describePages('pages of the tracker in a browser', { pages: PAGES, looks: ['dark', 'a small screen', 'high contrast'], timeout: 240_000 });
