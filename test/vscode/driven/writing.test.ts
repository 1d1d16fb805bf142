/** Writing in a plan as in Word, its actions, and what changed since an earlier version. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { Window } from './window.js';

const PLAN = 'plans/exampleshire-strategic-plan-2026.md';

/** Line of the first words, 1-based. */
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

describe('somebody who writes a plan', () => {
  let window: Window;
  let plan: string;

  before(async () => {
    window = await Window.open({
      file: PLAN,
      // In the browser the editor saves by itself.
      settings: { 'files.autoSave': 'off' },
      prepare: (folder) => {
        const text = readFileSync(`${folder}/${PLAN}`, 'utf8');
        // As it was half a year ago: other days, and one action fewer.
        const rows = text.split('\n');
        const last = rows.findLastIndex(
          (row) => /^\| \*{0,2}A?\d/.test(row) || /\| (?:Not started|On track|Complete|Started)[^|]*\|$/.test(row),
        );
        rows.splice(last, 1);
        writeFileSync(`${folder}/plans/before.md`, rows.join('\n').replaceAll('December 2026', 'October 2026'));
        writeFileSync(
          `${folder}/plans/our-plan.md`,
          '# Improving life for children with SEND in Westmarch\n\n## What we will do\n\n| What we will do | Who | By when | How we will know |\n| --- | --- | --- | --- |\n| Train staff | Head of SEND | March 2027 | 40 trained |\n',
        );
      },
    });
    plan = readFileSync(`${window.folder}/${PLAN}`, 'utf8');
    await bar(/Area SEND/).waitFor({ timeout: 60_000 });
  });
  afterEach(function () {
    return this.currentTest?.state === 'failed' ? window.picture(`failed-${this.currentTest.title.slice(0, 20)}`) : undefined;
  });
  after(() => window.close());

  const bar = (text: RegExp): Locator => window.page.locator('.statusbar-item', { hasText: text }).first();
  const shown = (text: string): Locator => window.page.locator('.view-line', { hasText: text }).first();
  const box = (): Locator => window.page.locator('.quick-input-widget:visible');

  /** Nothing else is open. */
  async function alone(path: string): Promise<void> {
    await window.command('View: Close All Editors');
    const doNotSave = window.page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
    await doNotSave.click({ timeout: 2000 }).catch(() => undefined);
    await window.openFile(path);
    await window.editor.click();
  }

  it('has the words counted, and those that are chosen', async () => {
    const { page } = window;
    await bar(/^[\d,]{3,9} words · age \d{1,2}$/).waitFor({ timeout: 30_000 });
    await window.editor.click();
    await window.goToLine(lineOf(plan, '# Exampleshire'));
    await page.keyboard.press('Shift+End');
    await bar(/^\d{1,2} of [\d,]{3,9} words/).waitFor();
    await window.picture('70-words');
  });

  it('makes words bold, goes on with lists, and walks through a table', async () => {
    const { page } = window;
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Families come first.');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+b');
    await shown('Families come **first.**').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // A moment for the editor to see where the cursor is: this machine does other work.
    const rest = (): Promise<void> => page.waitForTimeout(1500);
    await page.keyboard.type('- Leaders listen');
    await rest();
    await page.keyboard.press('Enter');
    // Whoever types on at once loses nothing.
    await page.keyboard.type('Staff act');
    await rest();
    await page.keyboard.press('Enter');
    await rest();
    // In an empty item it ends the list.
    await page.keyboard.press('Enter');
    await rest();
    await page.keyboard.press('Enter');
    for (const row of ['| Word | Meaning |', '| --- | --- |', '| AP |  |']) {
      await page.keyboard.type(row);
      await page.keyboard.press('Control+Enter');
    }
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await rest();
    await page.keyboard.press('Tab');
    await rest();
    await page.keyboard.type('Alternative provision');
    await rest();
    await page.keyboard.press('Tab');
    await rest();
    await page.keyboard.type('EHC');
    await window.picture('71-keys');
    const text = await window.shownText();
    assert.ok(text.includes('- Leaders listen\n- Staff act\n'), text);
    assert.ok(text.includes('| AP | Alternative provision |\n| EHC |'), text);
  });

  it('is offered the parts of a plan once their name is begun, without any key', async () => {
    const { page } = window;
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('send-', { delay: 80 });
    const list = page.locator('.suggest-widget:visible .monaco-list-row');
    await list.filter({ hasText: 'send-' }).first().waitFor({ timeout: 20_000 });
    await page.keyboard.type('action-t', { delay: 60 });
    await list.filter({ hasText: 'send-action-table' }).first().waitFor();
    await window.picture('72-snippets');
    await page.keyboard.press('Enter');
    await shown('| --- | --- | --- |').waitFor();
    await page.keyboard.press('Escape');
    await window.command('File: Revert File');
    await page.locator('.tab.active.dirty').first().waitFor({ state: 'detached' });
  });

  it('sees all actions, chooses some of them, and sets how far one is in its own cell', async () => {
    const { page } = window;
    await window.panel(520);
    for (const name of ['Deadlines', 'Completeness', 'Coverage']) await window.view(name).locator('.pane-header').click();
    const actions = window.view('Actions');
    await actions.locator('.pane-header').click();
    const first = actions.locator('.monaco-list-row[aria-level="2"]').first();
    await first.waitFor({ timeout: 30_000 });
    await window.picture('73-actions');
    await actions.locator('.pane-header').hover();
    await actions.locator('.pane-header .action-label[aria-label^="Filter actions"]').click();
    await box().locator('.monaco-list-row', { hasText: 'Without a measure' }).waitFor();
    await window.picture('74-actions-filter');
    await box().locator('.monaco-list-row', { hasText: 'Not complete' }).click();
    await actions.locator('.pane-header').hover();
    await actions.locator('.pane-header .action-label[aria-label^="Group actions"]').click();
    await box().locator('.monaco-list-row', { hasText: 'By owner' }).click();
    await page.waitForTimeout(800);
    await window.picture('75-actions-by-owner');
    await actions.locator('.monaco-list-row[aria-level="2"]').first().click();
    await page.waitForTimeout(800);
    await actions.locator('.monaco-list-row[aria-level="2"]').first().hover();
    await actions.locator('.monaco-list-row[aria-level="2"]').first().locator('.action-label[aria-label^="Set the status"]').click();
    await box().locator('.monaco-list-row').first().waitFor();
    await window.picture('76-actions-status');
    await box().locator('input.input').first().fill('Complete');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active.dirty').first().waitFor();
    await window.picture('77-actions-set');
    await window.editor.click();
    await page.keyboard.press('Control+z');
    await page.locator('.tab.active.dirty').first().waitFor({ state: 'detached' });
  });

  it('compares the plan with an earlier version, on a page that everybody can read', async () => {
    const { page } = window;
    await alone(PLAN);
    await window.command('Area SEND: Compare with an earlier version');
    await box().locator('.monaco-list-row', { hasText: 'A file…' }).click();
    const input = box().locator('input.input').first();
    await input.waitFor();
    await page.waitForTimeout(500);
    await input.fill(`${window.folder}/plans/before.md`);
    await page.waitForTimeout(800);
    await page.keyboard.press('Enter');
    const changes = await window.pageWith('main h1');
    const text = await changes.locator('main').innerText();
    assert.match(text, /1 (?:action )?added|Added/);
    assert.deepEqual(await window.faultsOfStill(changes), []);
    await window.picture('78-changes');
  });

  it('sees the findings in the preview', async () => {
    const { page } = window;
    await alone('with-slips/exampleshire-report.md');
    await bar(/to fix/).waitFor();
    await window.command('Markdown: Open Preview');
    const preview = await window.pageWith('mark.area-send-error');
    await page.waitForTimeout(1000);
    await window.picture('79-preview');
    const marks = await preview.locator('[class*="area-send"]').count();
    assert.ok(marks > 10, `${marks} marks`);
    await bar(/Area SEND: \d{1,3} to fix/).waitFor();
  });

  it('is asked whether a file is a SEND plan, where nothing pops up', async () => {
    const { page } = window;
    await alone('plans/our-plan.md');
    await page.waitForTimeout(2500);
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page.waitForTimeout(1500);
    await window.picture('80-probably-plan');
    await page.locator('.hover-language-status, .monaco-hover', { hasText: 'Is this a SEND plan?' }).first().waitFor();
    await page.locator('.hover-language-status a, .monaco-hover a', { hasText: 'Choose its kind' }).first().click();
    await box().locator('.monaco-list-row', { hasText: 'strategic plan' }).first().waitFor();
    await window.picture('81-which-kind');
    await page.keyboard.press('Escape');
  });

  it('reads in the light bulb what becomes of which words, and how to switch it off last', async () => {
    const { page } = window;
    await alone('with-slips/exampleshire-plan.md');
    await bar(/to fix/).waitFor();
    const text = readFileSync(`${window.folder}/with-slips/exampleshire-plan.md`, 'utf8');
    const line = text.split('\n').findIndex((words) => words.includes('each EHCP '));
    await window.goToLine(`${line + 1}:${text.split('\n')[line]!.indexOf('EHCP ') + 2}`);
    await page.waitForTimeout(1000);
    await page.keyboard.press('Control+.');
    const rows = page.locator('.action-widget .monaco-list-row');
    await rows.first().waitFor({ timeout: 20_000 });
    await window.picture('82-light-bulb');
    const titles = await rows.allInnerTexts();
    assert.ok(
      titles.some((title) => /Change “EHCP” to “EHC plan”/.test(title)),
      titles.join('\n'),
    );
    const place = (words: RegExp): number => titles.findIndex((title) => words.test(title));
    assert.ok(place(/^Why\?/) < place(/^Disable/) && place(/^Disable/) < place(/^Switch off/), titles.join('\n'));
    await page.keyboard.press('Escape');
  });
});
