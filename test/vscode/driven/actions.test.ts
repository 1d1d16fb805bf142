/** A tracker of 2,000 actions in ten plans: it opens, is filtered with the keyboard, and a date that is set there goes into its plan. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { formatDate } from '../../../src/document/index.js';
import { addDays, londonDay } from '../../../src/framework/days.js';
import { Window } from './window.js';

const PLANS = 10;
const ROWS = 200;

/** Of each ten actions two are late, one is due within 30 days, two have no measure, and one is the forum’s. */
function planOf(number: number, today: string): string {
  const late = formatDate(addDays(today, -60));
  const soon = formatDate(addDays(today, 12));
  const later = formatDate(addDays(today, 400));
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const of = index % 10;
    const due = of === 0 || of === 5 ? late : of === 3 ? soon : later;
    const owner = of === 7 ? 'Sunrise Forum' : `Head of service ${number}.${index % 7}`;
    const status = of === 5 ? 'Delayed' : 'On track';
    return `| ${number}.${index + 1} | Open clinic ${index + 1} of district ${number} for families | ${owner} | ${due} | ${of === 2 || of === 8 ? '' : 'Waits fall by half'} | ${status} |`;
  });
  return `# District ${number} SEND strategic plan\n\n## Actions\n\n| No. | Action | Lead | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

describe('somebody who holds 2,000 actions together', () => {
  let window: Window;
  const today = londonDay(new Date());

  before(async () => {
    window = await Window.open({
      file: 'README.md',
      // A day may not stand on two lines.
      settings: { '[markdown]': { 'editor.wordWrap': 'off' } },
      prepare: (folder) => {
        for (const name of readdirSync(folder)) if (name !== 'README.md') rmSync(`${folder}/${name}`, { recursive: true });
        mkdirSync(`${folder}/all`);
        for (let number = 1; number <= PLANS; number++) writeFileSync(`${folder}/all/plan-${number}.md`, planOf(number, today));
      },
    });
  });
  afterEach(function () {
    return this.currentTest?.state === 'failed' ? window.picture(`failed-${this.currentTest.title.slice(0, 20)}`) : undefined;
  });
  after(() => window.close());

  const actions = (): Locator => window.view('Actions');
  const rows = (): Locator => actions().locator('.monaco-list-row[aria-level="2"]');
  const box = (): Locator => window.page.locator('.quick-input-widget:visible');
  const total = (text: string): Promise<void> => actions().locator('.pane-header', { hasText: text }).first().waitFor({ timeout: 30_000 });

  /** Chooses in the list of filters with the keyboard; milliseconds from Enter until the view says how many there are. */
  async function filter(entry: string, shows: string, words?: string): Promise<number> {
    const { keyboard } = window.page;
    await window.command('Area SEND: Filter actions');
    await box().locator('.monaco-list-row', { hasText: 'All actions' }).first().waitFor();
    await keyboard.type(entry);
    await box().locator('.monaco-list-row.focused', { hasText: entry }).first().waitFor();
    if (words !== undefined) {
      await keyboard.press('Enter');
      await box().locator('.quick-input-title', { hasText: 'Whose actions?' }).waitFor();
      await keyboard.press('Control+a');
      await keyboard.type(words);
    }
    const begun = Date.now();
    await keyboard.press('Enter');
    await total(shows);
    return Date.now() - begun;
  }

  it('sees them soon, the late ones first', async () => {
    await window.panel(520);
    for (const name of ['Deadlines', 'Completeness', 'Coverage']) await window.view(name).locator('.pane-header').click();
    const begun = Date.now();
    await actions().locator('.pane-header').click();
    await rows().first().waitFor({ timeout: 60_000 });
    console.log(`      ${Date.now() - begun} ms from opening the view to its first action`);
    await total('All actions: 2000, 400 late');
    assert.match((await actions().locator('.monaco-list-row').first().getAttribute('aria-label')) ?? '', /^Late, 400 actions/);
    await window.picture('100-many-actions');
  });

  it('chooses some of them with the keyboard, and of those what is somebody’s', async () => {
    for (const [entry, shows, words] of [
      ['Late', 'Late: 400, 400 late'],
      ['Due in 30 days', 'Due in 30 days: 200'],
      ['Without a measure', 'Without a measure: 400'],
      ['Not complete', 'Not complete: 2000, 400 late'],
      ['Mine, by words', 'Not complete, “head of service 3.”: 180', 'head of service 3.'],
      ['Late', 'Late, “head of service 3.”: 40, 40 late'],
      ['Everybody’s', 'Late: 400, 400 late'],
      ['All actions', 'All actions: 2000, 400 late'],
      ['Sunrise Forum', '“Sunrise Forum”: 200'],
    ] as const) {
      const took = await filter(entry, shows, words);
      console.log(`      ${took} ms until “${shows}”`);
      await rows().first().waitFor();
    }
    await window.picture('101-many-actions-forum');
    assert.deepEqual(
      (await rows().allInnerTexts()).filter((text) => !text.includes('Sunrise Forum')),
      [],
    );
    await filter('All actions', 'All actions: 2000, 400 late');
  });

  it('groups them by plan, and reads each group as a heading', async () => {
    await window.command('Area SEND: Group actions');
    await box().locator('.monaco-list-row', { hasText: 'By plan' }).waitFor();
    await window.page.keyboard.type('By plan');
    await window.page.keyboard.press('Enter');
    const group = actions().locator('.monaco-list-row[aria-level="1"]').first();
    await actions().locator('.monaco-list-row[aria-level="1"][aria-label*="plan-1.md, 200 actions"]').waitFor({ timeout: 30_000 });
    assert.equal(await group.getAttribute('aria-expanded'), 'true');
    await window.command('Area SEND: Group actions');
    await box().locator('.monaco-list-row', { hasText: 'By when' }).waitFor();
    await window.page.keyboard.type('By when');
    await window.page.keyboard.press('Enter');
    await actions().locator('.monaco-list-row[aria-level="1"][aria-label^="Late, 400 actions"]').waitFor({ timeout: 30_000 });
  });

  it('walks to an action with the arrow keys, hears it in full, and sets its date in the plan', async () => {
    const { page } = window;
    await filter('Due in 30 days', 'Due in 30 days: 200');
    await rows().first().waitFor();
    await window.command('Focus on Actions View');
    await actions().locator('.monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const focused = actions().locator('.monaco-list-row.focused[aria-level="2"]');
    await focused.waitFor();
    assert.match(
      (await focused.getAttribute('aria-label')) ?? '',
      new RegExp(
        `^in progress: Open clinic \\d+ of district \\d+ for families, due ${formatDate(addDays(today, 12))}, Head of service`,
        'i',
      ),
    );
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /plan-\d+\.md/ }).waitFor({ timeout: 30_000 });
    await window.command('Focus on Actions View');
    await actions().locator('.monaco-list:focus').waitFor();
    await page.keyboard.press('Shift+F10');
    const entry = page.locator('.context-view .action-item', { hasText: 'Set the due date' }).first();
    await entry.waitFor();
    await window.picture('102-many-actions-menu');
    await entry.click();
    const input = box().locator('input.input').first();
    await input.waitFor();
    const day = formatDate(addDays(today, 20));
    await input.fill(day);
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: day }).first().waitFor();
    await window.editor.click();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: day }).first().waitFor({ state: 'detached' });
  });
});
