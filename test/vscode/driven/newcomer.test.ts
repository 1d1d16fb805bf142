/** Somebody who knows only Word, from the first document to the last date. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { faults, Window } from './window.js';

describe('somebody who knows only Word', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({ file: 'reports/exampleshire-2026.md' });
    await window.page.locator('.statusbar-item', { hasText: 'Area SEND' }).first().waitFor({ timeout: 60_000 });
  });
  after(() => window.close());

  it('begins the plan from the report, with Back, while the window loses its focus', async () => {
    const { page } = window;
    const box = page.locator('.quick-input-widget:visible');
    await window.command('Area SEND: New document');
    await box.locator('.monaco-list-row', { hasText: 'Strategic plan' }).click();
    await box.locator('.monaco-list-row', { hasText: 'reports/exampleshire-2026.md' }).waitFor({ timeout: 30_000 });
    await window.picture('20-which-report');
    // Another window, and back.
    await page.evaluate('dispatchEvent(new Event("blur"))');
    await box.locator('.monaco-list-row', { hasText: 'reports/exampleshire-2026.md' }).waitFor();
    await box.locator('a[aria-label^="Back"], .action-label[aria-label="Back"]').first().click();
    await box.locator('.monaco-list-row', { hasText: 'Strategic plan' }).click();
    await box.locator('.monaco-list-row', { hasText: 'reports/exampleshire-2026.md' }).click();
    await page.locator('.tab.active', { hasText: 'exampleshire-strategic-plan-2026-2.md' }).waitFor({ timeout: 30_000 });
    await page.locator('.statusbar-item', { hasText: /\d gaps to fill/ }).waitFor({ timeout: 30_000 });
    await window.picture('21-plan-begun');
  });

  it('types a name once, and goes on to the next gap with Tab', async () => {
    const { page } = window;
    await page.keyboard.press('Shift+Tab');
    await page.waitForTimeout(300);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(1500);
    await page.keyboard.type('Sunrise Forum', { delay: 60 });
    await page.waitForTimeout(800);
    await window.picture('22-name-in-all-gaps');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(400);
    await page.keyboard.type('Count Me In', { delay: 40 });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Sunrise Forum');
    const count = page.locator('.find-widget .matchesCount');
    await page.waitForTimeout(800);
    assert.match(await count.innerText(), /of [2-9]/);
    await page.keyboard.press('Escape');
  });

  it('gives the dates in a form that everybody can use, and takes them back in one step', async () => {
    const { page } = window;
    await window.command('Area SEND: Dates and facts of this document');
    const form = await window.pageWith('#facts');
    await form.locator('#fact-report-received').waitFor();
    assert.match(await form.locator('#fact-inspection-start-hint').innerText(), /The text says: 19 January 2026/);
    assert.equal(await form.locator('#fact-localArea').inputValue(), 'Exampleshire');
    assert.deepEqual(await faults(form), []);
    await window.picture('23-facts');
    await form.locator('#fact-inspection-end').fill('');
    await form.locator('#fact-report-received').fill('2026-03-12');
    await form.locator('#fact-report-received-day', { hasText: 'Thursday 12 March 2026' }).waitFor();
    await form.locator('#fact-plan-review').fill('2027-04-22');
    await page.keyboard.press('Enter');
    await form.locator('#summary a').waitFor();
    assert.match(await form.locator('#fact-inspection-end-error').innerText(), /give both days, or neither/);
    assert.deepEqual(await faults(form), []);
    await window.picture('24-facts-mend');
    await form.locator('#fact-inspection-end').fill('2026-01-23');
    // Closed half-way: what was typed is there again.
    await page.locator('.tab.active', { hasText: 'Facts of' }).locator('.tab-actions .action-label').click();
    await window.command('Area SEND: Dates and facts of this document');
    const again = await window.pageWith('#facts');
    await again.locator('.note').waitFor();
    assert.equal(await again.locator('#fact-report-received').inputValue(), '2026-03-12');
    await again.locator('button[type="submit"]').click();
    await again.locator('#done', { hasText: 'Written into the document' }).waitFor();
    await window.picture('25-facts-saved');
    await again.locator('#cancel').click();
    await window.editor.click();
    await page.keyboard.press('Control+Home');
    await page.locator('.view-line', { hasText: 'report: { received: 2026-03-12 }' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'plan: { review: 2027-04-22 }' }).first().waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: '# report: { received: 2026-03-12, published' }).first().waitFor();
    await page.locator('.view-line', { hasText: '# plan: { published' }).first().waitFor();
  });

  it('gives the date that a deadline waits for where it waits', async () => {
    const { page, folder } = window;
    const report = readFileSync(`${folder}/reports/exampleshire-2026.md`, 'utf8');
    writeFileSync(`${folder}/reports/waiting.md`, report.replaceAll('Exampleshire', 'Waitingshire').replace(/^(?:report|done):.*\n/gm, ''));
    await window.panel();
    const deadlines = window.view('Deadlines');
    const group = deadlines.locator('.monaco-list-row', { hasText: 'Waiting for a date' });
    for (const name of ['Completeness', 'Coverage']) await window.view(name).locator('.pane-header').click();
    await deadlines
      .locator('.monaco-list-row')
      .first()
      .click({ position: { x: 60, y: 8 } });
    await page.keyboard.press('End');
    await group.waitFor({ timeout: 20_000 });
    await group.locator('.monaco-tl-twistie').click();
    const waiting = deadlines.locator('.monaco-list-row', { hasText: 'waiting for:' }).first();
    await waiting.scrollIntoViewIfNeeded();
    await window.picture('26-waiting');
    await waiting.click();
    const input = page.locator('.quick-input-widget:visible input.input').first();
    await input.waitFor();
    await input.fill('some day');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'Write it like this' }).waitFor();
    await window.picture('27-give-date');
    await input.fill('12/10/2026');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: '12/10/2026' }).waitFor();
  });
});
