/** Typing key by key: what comes up by itself and what does not, what is kept back, and the keys that lead on. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { OUTCOMES } from '../../../src/framework/wording.js';
import { example } from './office-files.js';
import { Window } from './window.js';

const PLAN = 'plans/exampleshire-strategic-plan-2026.md';
const BEGUN = '---\ndocument: strategic-plan\nlocalArea: Typingshire\n---\n\n# Typingshire SEND strategic plan\n\n';

describe('somebody who types key by key', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({
      file: 'plans/begun.md',
      settings: { 'files.autoSave': 'off' },
      prepare: (folder) => {
        writeFileSync(`${folder}/plans/begun.md`, BEGUN);
        writeFileSync(
          `${folder}/reports/good.md`,
          `# Area SEND inspection of Typingshire Local Area Partnership\n\n## Inspection outcome\n\n${OUTCOMES[0]!.statements[0]}\n\n`,
        );
        const plan = example(PLAN);
        writeFileSync(
          `${folder}/plans/no-end.md`,
          plan.replace(/^(---\n[\s\S]*?)\n---\n/, '$1\n').replace('This plan says', 'This plann says'),
        );
        writeFileSync(`${folder}/plans/row.md`, plan.replaceAll('Exampleshire', 'Rowshire'));
      },
    });
    await bar(/Area SEND/).waitFor({ timeout: 60_000 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.picture(`failed-${this.currentTest.title.slice(0, 20)}`);
    await window.page.keyboard.press('Escape');
  });
  after(() => window.close());

  const bar = (text: RegExp): Locator => window.page.locator('.statusbar-item', { hasText: text }).first();
  const list = (): Locator => window.page.locator('.suggest-widget:visible .monaco-list-row');
  const squiggles = (): Promise<number> => window.page.locator('[class*="squiggly-"]').count();
  const toFix = async (): Promise<number> => Number(/(\d{1,4}) to fix/.exec(await bar(/Area SEND/).innerText())?.[1] ?? 0);
  /** Until a check of what was typed is done, idle rules included. */
  const rest = (ms = 2500): Promise<void> => window.page.waitForTimeout(ms);

  async function saved(path: string): Promise<string> {
    await window.page.keyboard.press('Control+s');
    await window.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    return readFileSync(`${window.folder}/${path}`, 'utf8');
  }

  it('is offered headings, and Enter begins a new line once the words are typed', async () => {
    const { page } = window;
    await window.editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('## ', { delay: 120 });
    await list().filter({ hasText: 'Introduction' }).first().waitFor({ timeout: 20_000 });
    await window.picture('100-headings');
    const offered = await list().allInnerTexts();
    assert.ok(!/template text/.test(offered[0]!), offered.join('\n'));
    await page.keyboard.type('Introduction', { delay: 60 });
    await rest(1000);
    assert.equal(await list().count(), 0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Families told us what matters.', { delay: 20 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('## Actions', { delay: 60 });
    await rest(800);
    await page.keyboard.press('Enter');
    await window.picture('101-headings-typed');
    assert.equal(await saved('plans/begun.md'), `${BEGUN}## Introduction\n\nFamilies told us what matters.\n\n## Actions\n`);
  });

  it('gets the heading alone, or its template text, for choosing it', async () => {
    const { page } = window;
    await page.keyboard.press('Enter');
    await page.keyboard.type('## Acc', { delay: 120 });
    const entry = list()
      .filter({ hasText: /template text/ })
      .first();
    await entry.waitFor({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await rest(600);
    const alone = await saved('plans/begun.md');
    assert.match(alone, /## Actions\n\n## [A-Z][^\n]+\n?$/);
    await page.keyboard.press('Control+z');
    await rest(600);
    assert.match(await saved('plans/begun.md'), /## Acc\s*$/, 'one undo takes it back');
  });

  it('is offered no section that the outcome does not have', async () => {
    const { page } = window;
    await window.openFile('reports/good.md');
    await window.editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('## ', { delay: 120 });
    await list().filter({ hasText: 'Areas for improvement' }).first().waitFor({ timeout: 20_000 });
    const offered: string[] = [];
    for (let count = 0; count < 30; count++) {
      offered.push(...(await list().allInnerTexts()));
      await page.keyboard.press('ArrowDown');
    }
    assert.ok(!offered.some((label) => /priority action/i.test(label)), [...new Set(offered)].join('\n'));
  });

  it('sees nothing on the word that is being typed, and what is wrong once it is finished', async () => {
    const { page } = window;
    await window.command('File: Revert File');
    await window.openFile(PLAN);
    await window.editor.click();
    await window.goToLine(17);
    await page.keyboard.press('End');
    await rest();
    const before = await squiggles();
    await page.keyboard.type(' We write an EHCP', { delay: 40 });
    await rest();
    assert.equal(await squiggles(), before, 'on the word at the cursor');
    await window.picture('102-quiet');
    await page.keyboard.type(' and more', { delay: 40 });
    await page.locator('[class*="squiggly-"]').first().waitFor({ timeout: 20_000 });
    await window.picture('103-finished');
  });

  it('sees no error in half a table row, until the cursor has left it', async () => {
    const { page } = window;
    await window.command('File: Revert File');
    await window.openFile('plans/row.md');
    await window.editor.click();
    const text = readFileSync(`${window.folder}/plans/row.md`, 'utf8').split('\n');
    const last = text.findIndex((line, index) => /^\|/.test(line) && !/^\|/.test(text[index + 1]!) && /On track|Not started/.test(line));
    await rest(4000);
    const before = await toFix();
    await window.goToLine(last + 1);
    // The row is wrapped: the first leads to the end of what stands on one line of the screen.
    await page.keyboard.press('End');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await rest(800);
    await page.keyboard.type('Train all school leaders', { delay: 30 });
    await page.keyboard.press('Tab');
    await rest(800);
    await page.keyboard.type('Head of SEND, Rowshire County Council', { delay: 30 });
    await rest(3500);
    assert.equal(await toFix(), before);
    await window.picture('104-half-a-row');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      `[...document.querySelectorAll('.statusbar-item')].some((item) => /Area SEND: \\d+ to fix/.test(item.textContent) && Number(/(\\d+) to fix/.exec(item.textContent)[1]) > ${before})`,
      undefined,
      { timeout: 20_000 },
    );
    await window.picture('105-left-the-row');
    await window.command('File: Revert File');
  });

  it('goes from finding to finding and stays in the document', async () => {
    const { page } = window;
    await window.openFile('with-slips/exampleshire-plan.md');
    await bar(/to fix/).waitFor();
    await window.openFile('with-slips/exampleshire-report.md');
    await bar(/to fix/).waitFor();
    await rest();
    await window.editor.click();
    await page.keyboard.press('Control+Home');
    const count = await toFix();
    const places = new Set<string>();
    for (let step = 0; step < count + 4; step++) {
      await page.keyboard.press('F8');
      await page.waitForTimeout(150);
      assert.match(await page.locator('.tab.active').first().innerText(), /exampleshire-report/);
      places.add(await bar(/^Ln \d/).innerText());
    }
    assert.ok(places.size > 5, [...places].join(', '));
    await window.picture('106-next-finding');
    await page.keyboard.press('Escape');
  });

  it('switches a rule off in this folder by the last entry of the light bulb', async () => {
    const { page } = window;
    const file = `${window.folder}/.areasend.json`;
    assert.ok(!existsSync(file));
    await window.editor.click();
    await window.goToLine(18);
    await page.keyboard.press('F8');
    await rest(800);
    const before = await toFix();
    await page.keyboard.press('Control+.');
    const rows = page.locator('.action-widget .monaco-list-row');
    await rows.first().waitFor({ timeout: 20_000 });
    const titles = await rows.allInnerTexts();
    for (const title of titles) assert.ok(title.length < 120, title);
    await window.picture('107-switch-off');
    await rows.filter({ hasText: 'in this folder' }).last().click();
    await window.told(/is off in this folder/);
    await window.forgetTold();
    for (let tries = 0; tries < 40 && (await toFix()) >= before; tries++) await rest(250);
    assert.ok((await toFix()) < before);
    assert.ok(Object.values((JSON.parse(readFileSync(file, 'utf8')) as { rules: Record<string, string> }).rules).includes('off'));
  });

  it('reads at the dashes that the front matter has no end, and has the rest checked', async () => {
    const { page } = window;
    await window.openFile('plans/no-end.md');
    await bar(/to fix/).waitFor({ timeout: 20_000 });
    await page.keyboard.press('Control+Home');
    const mark = page.locator('.squiggly-error, .squiggly-warning').first();
    await mark.waitFor({ timeout: 20_000 });
    await window.point(mark, page.locator('.monaco-hover:visible', { hasText: 'never closed' }));
    await window.picture('108-no-end');
    await page.keyboard.press('Escape');
    // The text below is checked as well.
    await page.locator('.squiggly-info').first().waitFor({ timeout: 20_000 });
  });

  it('sees the gaps of a blank document as work to do, and goes from one to the next by a key', async () => {
    const { page } = window;
    const box = page.locator('.quick-input-widget:visible');
    await window.command('Area SEND: New document');
    await box.locator('.monaco-list-row', { hasText: 'Strategic plan' }).click();
    await box.locator('.monaco-list-row', { hasText: 'None yet' }).click();
    await box.locator('input').first().fill('Durham');
    await page.keyboard.press('Enter');
    await box.locator('.quick-input-title', { hasText: 'days of the inspection' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /durham-strategic-plan-\d{4}\.md/ }).waitFor({ timeout: 30_000 });
    await bar(/\d{1,4} gaps to fill/).waitFor({ timeout: 30_000 });
    await rest(4000);
    assert.doesNotMatch(await bar(/gaps to fill/).innerText(), /to fix/);
    assert.equal(await page.locator('.squiggly-error').count(), 0);
    await window.picture('109-blank');
    const chosen = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      await page.waitForTimeout(500);
      return bar(/selected\)/).innerText();
    };
    const [first, second] = [await chosen('Alt+F8'), await chosen('Alt+F8')];
    assert.notEqual(first, second);
    assert.equal(await chosen('Shift+Alt+F8'), first);
    assert.equal(await chosen('Tab'), second, 'in a fresh document Tab does the same');
  });
});

describe('somebody who types where nobody is trusted', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({
      file: PLAN,
      trusted: false,
      prepare: (folder) => writeFileSync(`${folder}/notes.txt`, 'The partnership’s children\n'),
    });
  });
  after(() => window.close());

  it('has no box around any curly apostrophe', async () => {
    const { page } = window;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ timeout: 60_000 });
    await window.editor.click();
    await window.goToLine(23);
    await page.locator('.view-line', { hasText: '’' }).first().waitFor();
    await page.waitForTimeout(2500);
    assert.equal(await page.locator('.unicode-highlight').count(), 0);
    await window.picture('110-restricted');
    // The editor itself draws them elsewhere.
    await window.openFile('notes.txt');
    await page.locator('.unicode-highlight').first().waitFor({ timeout: 20_000 });
  });
});
