/** The whole story once: a report comes as Word, is imported and mended, and the plan that answers it goes out as Word again. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { example, writePdf, writeWord } from './office-files.js';
import { faults, Window } from './window.js';

describe('a report that came as Word', () => {
  const report = example('with-slips/exampleshire-report.md')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replaceAll('Exampleshire', 'Northshire');
  const SAID = { 'a large and mostly rural county': 'Say how large.' };
  let window: Window;

  before(async () => {
    window = await Window.open({
      file: 'README.md',
      prepare: async (folder) => {
        mkdirSync(`${folder}/inbox`);
        await writeWord(report, `${folder}/inbox/northshire-report.docx`, { comments: SAID });
        await writePdf(example('reports/thornmere-2026.md'), `${folder}/inbox/thornmere-report.pdf`);
      },
    });
  });
  afterEach(function () {
    return this.currentTest?.state === 'failed' ? window.picture('failed') : undefined;
  });
  after(() => window.close());

  const row = (name: string): Locator => window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  const tab = (name: string): Locator => window.page.locator('.tab.active', { hasText: name });
  const bar = (text: RegExp): Locator => window.page.locator('.statusbar-item', { hasText: text }).first();

  it('shows what it is when it is opened, and what colleagues have written beside it', async () => {
    // The tree unfolds to the document in front first, and moves under the pointer.
    await window.page.waitForTimeout(3000);
    for (let tries = 0; tries < 4 && !(await row('northshire-report.docx').isVisible()); tries++) {
      await row('inbox').click();
      await window.page.waitForTimeout(1500);
    }
    await row('northshire-report.docx').dblclick();
    const page = await window.pageWith('a[href="command:areaSend.importDocument"]');
    await page.locator('blockquote', { hasText: 'Say how large.' }).waitFor();
    assert.match(await page.locator('main').innerText(), /1 comment that nobody has resolved/);
    assert.deepEqual(await window.faultsOfStill(page), []);
    await window.picture('50-word-opened');
  });

  it('shows a comment no longer once somebody has resolved it in Word', async () => {
    await writeWord(report, `${window.folder}/inbox/northshire-report.docx`, { comments: SAID, resolved: true });
    const page = await window.pageWith('main:has(a[href="command:areaSend.importDocument"]):not(:has(blockquote))');
    assert.doesNotMatch(await page.locator('main').innerText(), /nobody has resolved/);
  });

  it('is imported from the menu of the explorer', async () => {
    const { page } = window;
    await row('northshire-report.docx').click({ button: 'right' });
    const entry = page.locator('.context-view .action-item', { hasText: 'Import as Markdown' }).first();
    await entry.waitFor();
    await window.picture('51-explorer-menu');
    await entry.click();
    await tab('northshire-report.md').waitFor({ timeout: 30_000 });
    await window.told(/Imported as northshire-report\.md/);
    await bar(/Area SEND: \d{1,4} to fix/).waitFor({ timeout: 30_000 });
    await window.picture('52-imported');
    await window.forgetTold();
    assert.match(
      readFileSync(`${window.folder}/inbox/northshire-report.md`, 'utf8'),
      /^# Area SEND inspection of Northshire Local Area Partnership\n/m,
    );
  });

  it('is mended where there is one answer, and one undo would take it back', async () => {
    const { page } = window;
    const count = async (): Promise<number> => Number(/(\d{1,4}) to fix/.exec(await bar(/to fix/).innerText())![1]);
    const before = await count();
    await window.editor.click();
    await window.command('Area SEND: Fix everything that has one certain answer');
    await window.told(/\d{1,4} changes made/);
    await page.waitForTimeout(2500);
    assert.ok((await count()) < before / 2, `${before} before, ${await count()} after`);
    await window.picture('53-mended');
    await window.forgetTold();
    await window.editor.click();
    await page.keyboard.press('Control+s');
  });

  it('has a plan begun from it', async () => {
    const { page } = window;
    const box = page.locator('.quick-input-widget:visible');
    await window.command('Area SEND: New document');
    await box.locator('.monaco-list-row', { hasText: 'Strategic plan' }).click();
    await box.locator('.monaco-list-row', { hasText: 'northshire-report.md' }).waitFor({ timeout: 30_000 });
    await window.picture('54-which-report');
    await box.locator('.monaco-list-row', { hasText: 'northshire-report.md' }).click();
    await page.locator('.tab.active', { hasText: /northshire-strategic-plan/ }).waitFor({ timeout: 30_000 });
    await bar(/\d{1,4} gaps to fill/).waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+s');
    // Saved, it is still a draft: its gaps are no errors.
    await page.waitForTimeout(2500);
    await bar(/\d{1,4} gaps to fill/).waitFor();
    await window.picture('55-plan-begun');
  });

  it('has its dates given in a form', async () => {
    await window.command('Area SEND: Dates and facts of this document');
    const form = await window.pageWith('#facts');
    await form.locator('#fact-report-received').fill('2026-03-12');
    await form.locator('#fact-plan-review').fill('2027-04-22');
    assert.deepEqual(await faults(form), []);
    await form.locator('button[type="submit"]').click();
    await form.locator('#done', { hasText: 'Written into the document' }).waitFor();
    await window.picture('56-dates-given');
    await form.locator('#cancel').click();
  });

  it('has an answer for every area, and its days are reckoned', async () => {
    const { page } = window;
    await window.panel(420);
    const coverage = window.view('Coverage');
    await coverage.locator('.monaco-list-row', { hasText: 'AFI1' }).first().waitFor({ timeout: 30_000 });
    await window.picture('57-coverage');
    assert.doesNotMatch(await coverage.innerText(), /nobody answers/i);
    await page.mouse.move(900, 500);
  });

  it('goes out as Word', async () => {
    const { page } = window;
    await window.editor.click();
    await page.waitForTimeout(500);
    await window.command('Area SEND: Export to Word');
    const input = page.locator('.quick-input-widget:visible input.input').first();
    await input.waitFor({ timeout: 30_000 });
    await window.picture('58-export-where');
    const file = await input.inputValue();
    assert.match(file, /northshire-strategic-plan.*\.docx$/);
    await page.keyboard.press('Enter');
    await window.told(/Exported as northshire-strategic-plan/);
    await window.picture('59-exported');
    await window.forgetTold();
    assert.ok(existsSync(file), file);
    await window.command('Area SEND: Preview as published');
    const published = await window.pageWith('main h1');
    assert.deepEqual(await window.faultsOfStill(published), []);
    await window.picture('60-as-published');
    // What is written now stands in it, saved or not.
    await window.editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Seen as soon as it is written.');
    await window.pageWith('main:has-text("Seen as soon as it is written.")');
  });

  it('would have come as PDF as well', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-item a[aria-label^="Explorer"]').click();
    // The tree unfolds to the document in front first.
    await page.waitForTimeout(1500);
    await row('thornmere-report.pdf').click();
    const shown = await window.pageWith('a[href="command:areaSend.importDocument"]');
    await shown.locator('h2', { hasText: 'What cannot be carried over' }).waitFor({ timeout: 30_000 });
    await window.picture('61-pdf-opened');
    await shown.locator('a', { hasText: 'Import as Markdown' }).click();
    await tab('thornmere-report.md').waitFor({ timeout: 60_000 });
    await bar(/Area SEND/).waitFor();
    await window.picture('62-pdf-imported');
    assert.match(readFileSync(`${window.folder}/inbox/thornmere-report.md`, 'utf8'), /^# .*Thornmere/m);
  });

  it('can be dropped into the text', async () => {
    const { page } = window;
    await window.openFile('meetings/kestrelshire-engagement-meeting-2026.md');
    await window.editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    const from = (await row('northshire-report.docx').boundingBox())!;
    const line = (await window.editor.locator('.view-line').last().boundingBox())!;
    await page.mouse.move(from.x + 80, from.y + 8);
    await page.mouse.down();
    await page.keyboard.down('Shift');
    await page.mouse.move(line.x + 40, line.y + 8, { steps: 12 });
    await page.mouse.move(line.x + 44, line.y + 8);
    await page.waitForTimeout(600);
    await window.picture('63-dropping');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await page.locator('.view-line', { hasText: 'Area SEND inspection of Northshire' }).first().waitFor({ timeout: 30_000 });
    await window.picture('64-dropped');
    await page.keyboard.press('Control+z');
  });
});
