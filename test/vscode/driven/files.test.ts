/** Documents that belong together, and files that other programs change: the views say the same, and nobody's files are touched. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator } from 'playwright-core';
import { example } from './office-files.js';
import { Window } from './window.js';

const AREA = /Exampleshire/g;
const plan = (area: string, report: string): string =>
  example('plans/exampleshire-strategic-plan-2026.md').replace(AREA, area).replace('../reports/exampleshire-2026.md', report);
const report = (area: string): string => example('reports/exampleshire-2026.md').replace(AREA, area);

/** A plan without the part that answers an area. */
const without = (text: string, id: string): string => text.replace(new RegExp(`### ${id}:[\\s\\S]*?(?=\\n##)`), '').replaceAll(id, 'AFI1');

describe('somebody whose files other programs change', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({
      file: 'plans/gappy.md',
      settings: { 'files.autoSave': 'off', 'files.readonlyInclude': { '**/closed/**': true } },
      prepare: (folder) => {
        for (const name of ['elsewhere', 'closed']) mkdirSync(`${folder}/${name}`);
        writeFileSync(`${folder}/reports/gappy.md`, report('Gappyshire'));
        writeFileSync(`${folder}/plans/gappy.md`, without(plan('Gappyshire', '../reports/gappy.md'), 'AFI3'));
        writeFileSync(`${folder}/elsewhere/abbotshire-report.md`, report('Abbotshire'));
        writeFileSync(`${folder}/elsewhere/abbotshire-plan.md`, plan('Abbotshire', 'abbotshire-report.md'));
        writeFileSync(`${folder}/closed/report.md`, example('with-slips/exampleshire-report.md').replace(AREA, 'Closedshire'));
        // As a team keeps it for several folders.
        writeFileSync(`${dirname(folder)}/.areasend.json`, JSON.stringify({ rules: { 'outcome-statement': 'off' } }));
      },
    });
    await bar(/Area SEND/).waitFor({ timeout: 60_000 });
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await window.picture(`failed-${this.currentTest.title.slice(0, 20).trim()}`);
    await window.page.keyboard.press('Escape');
  });
  after(() => window.close());

  const bar = (text: RegExp): Locator => window.page.locator('.statusbar-item', { hasText: text }).first();
  const row = (view: string, text: string): Locator => window.view(view).locator('.monaco-list-row', { hasText: text }).first();
  const problems = (): Locator => window.page.locator('.markers-panel-container .monaco-list-row');

  async function listed(rule: string): Promise<Locator> {
    await window.command('Problems: Focus on Problems View');
    await window.page.locator('input[placeholder^="Filter (e.g."]:visible').first().fill(rule);
    return problems().filter({ hasText: rule });
  }

  it('is told the same by every view', async () => {
    const { page } = window;
    await window.panel(460);
    const area = row('Coverage', 'AFI3');
    await area.waitFor({ timeout: 30_000 });
    assert.match((await area.getAttribute('aria-label')) ?? '', /no action|nobody|unanswered/i);
    const answered = row('Completeness', 'An action for every area');
    assert.match((await answered.getAttribute('aria-label')) ?? '', /: (?:Incomplete|Missing)/);
    await window.picture('120-one-truth');
    // What is found, too.
    await (await listed('AFI3')).first().waitFor({ timeout: 20_000 });
    await page.keyboard.press('Control+j');
    await window.openFile('reports/gappy.md');
    await window.editor.click();
    const lines = readFileSync(`${window.folder}/reports/gappy.md`, 'utf8').split('\n');
    await window.goToLine(lines.findIndex((text) => /^## Areas for improvement/.test(text)) + 1);
    await page
      .locator('.codelens-decoration', { hasText: /no action|nobody|not answered/i })
      .first()
      .waitFor({ timeout: 20_000 });
    await window.picture('121-one-truth-in-the-report');
  });

  it('sees no tick for what nobody can know, once the report is gone', async () => {
    await window.openFile('plans/gappy.md');
    rmSync(`${window.folder}/reports/gappy.md`);
    const answered = row('Completeness', 'An action for every area');
    for (let tries = 0; tries < 80; tries++) {
      if (/not found|cannot be told/i.test((await answered.getAttribute('aria-label').catch(() => '')) ?? '')) break;
      await window.page.waitForTimeout(250);
    }
    assert.match((await answered.getAttribute('aria-label')) ?? '', /: Incomplete\. .*not found/);
    await window.picture('122-not-known');
  });

  it('sees no deadline of a folder that was renamed or deleted', async () => {
    const { page } = window;
    await window.command('Area SEND: Group deadlines by local area');
    const gone = row('Deadlines', 'Abbotshire');
    for (const name of ['Completeness', 'Coverage']) await window.view(name).locator('.pane-header .title').click();
    await gone.waitFor({ timeout: 30_000 });
    renameSync(`${window.folder}/elsewhere`, `${window.folder}/archive`);
    await page.waitForTimeout(4000);
    assert.equal(await window.view('Deadlines').locator('.monaco-list-row', { hasText: 'Abbotshire' }).count(), 1, 'once, not twice');
    rmSync(`${window.folder}/archive`, { recursive: true });
    await gone.waitFor({ state: 'detached', timeout: 20_000 });
    await window.picture('123-forgotten');
    await window.command('Area SEND: Group deadlines by urgency');
  });

  it('has the settings above the folder count, and followed when they change', async () => {
    await window.openFile('with-slips/exampleshire-report.md');
    await bar(/to fix/).waitFor();
    const found = await listed('outcome-statement');
    await window.page.waitForTimeout(2000);
    assert.equal(await found.count(), 0);
    writeFileSync(`${dirname(window.folder)}/.areasend.json`, '{}');
    await found.first().waitFor({ timeout: 20_000 });
    await window.picture('124-settings-above');
  });

  it('has no findings in comparisons and earlier versions', async () => {
    const { page } = window;
    await window.openFile('plans/exampleshire-strategic-plan-2026.md');
    await window.editor.click();
    await window.goToLine(17);
    await page.keyboard.press('End');
    await page.keyboard.type(' Each EHCP is late.');
    await page.keyboard.press('Control+s');
    await page.keyboard.type(' Each EHCP is read.');
    await page.keyboard.press('ArrowDown');
    await page.locator('.tab.active.dirty').first().waitFor();
    await window.command('File: Compare Active File with Saved');
    await page.locator('.monaco-diff-editor .view-line', { hasText: 'is read' }).first().waitFor({ timeout: 20_000 });
    const found = await listed('EHCP');
    await found.first().waitFor({ timeout: 20_000 });
    await page.waitForTimeout(3000);
    await window.picture('125-comparison');
    const files = problems().filter({ hasText: 'exampleshire-strategic-plan-2026.md' });
    assert.equal(await files.count(), 1, 'one document');
    await window.command('Local History: Find Entry to Restore');
    const box = page.locator('.quick-input-widget:visible .monaco-list-row');
    await box.filter({ hasText: 'exampleshire-strategic-plan-2026.md' }).first().click();
    await box.first().waitFor();
    await page.waitForTimeout(500);
    await box.first().click();
    await page.waitForTimeout(4000);
    await window.picture('126-local-history');
    assert.equal(await files.count(), 1, 'one document');
    await page.locator('input[placeholder^="Filter (e.g."]:visible').first().fill('');
    await page.keyboard.press('Escape');
  });

  it('reads in a word that a closed document stays as it is', async () => {
    const { page } = window;
    await window.openFile('closed/report.md');
    await bar(/to fix/).waitFor({ timeout: 20_000 });
    const before = readFileSync(`${window.folder}/closed/report.md`, 'utf8');
    await window.editor.click();
    await window.command('Area SEND: Dates and facts of this document');
    const form = await window.pageWith('#facts');
    await form.locator('#fact-report-published').fill('2026-04-01');
    await form.locator('button[type="submit"]').click();
    await form.locator('#summary, #done:not(:empty)').first().waitFor();
    await page.waitForTimeout(1500);
    await window.picture('127-closed');
    assert.equal(await form.locator('#fact-report-published').inputValue(), '2026-04-01', 'what was typed is still there');
    assert.match(await form.locator('#summary').innerText(), /cannot be changed/);
    assert.equal(readFileSync(`${window.folder}/closed/report.md`, 'utf8'), before);
  });
});
