/** Words from other programs: pasted and dropped. */
import assert from 'node:assert/strict';
import { EXCEL, GOOGLE_DOCS, OUTLOOK, WEB_PAGE, WORD, WORD_ONLINE } from '../../editor/clipboards.js';
import { Window } from './window.js';

describe('somebody who pastes from other programs', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({
      file: 'plans/exampleshire-strategic-plan-2026.md',
      settings: { 'files.autoSave': 'off', '[markdown]': { 'editor.wordWrap': 'off' } },
    });
    await window.page.locator('.statusbar-item', { hasText: 'Area SEND' }).first().waitFor({ timeout: 60_000 });
    await window.editor.click();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await window.picture(`failed-${this.currentTest.title.slice(0, 20).trim()}`);
    await window.page.keyboard.press('Escape');
    await window.command('File: Revert File');
  });
  after(() => window.close());

  /** At a new line of its own at the end of the document. */
  async function atTheEnd(): Promise<void> {
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.press('Enter');
  }
  const lines = (text: string) => window.page.locator('.view-line', { hasText: text }).first();

  it('gets headings, lists, tables, bold and links from Word, and one undo takes them back', async () => {
    const { page } = window;
    await atTheEnd();
    await window.copyElsewhere(WORD);
    await page.keyboard.press('Control+v');
    await lines('| Plans in 20 weeks | 90% |').waitFor({ timeout: 30_000 });
    const text = await window.shownText();
    for (const part of [
      '## How we will know',
      'Families will be **told early**, and *every* plan',
      '[our local offer](https://example.org/local-offer)',
      '1. Ask families\n2. Do what they say',
      '- Waits are shorter\n  - by half within a year\n- Plans are on time',
    ])
      assert.ok(text.includes(part), text);
    await window.picture('40-pasted-from-word');
    await page.keyboard.press('Control+z');
    await lines('| Plans in 20 weeks | 90% |').waitFor({ state: 'detached' });
  });

  it('can have it as plain text, by the button beside it', async () => {
    const { page } = window;
    await window.copyElsewhere(WORD);
    await page.keyboard.press('Control+v');
    await lines('| Plans in 20 weeks | 90% |').waitFor({ timeout: 30_000 });
    await page.locator('.post-edit-widget').click();
    const plain = page.locator('.monaco-list-row, .action-item', { hasText: /plain text/i }).first();
    await plain.waitFor();
    await window.picture('41-paste-choices');
    await plain.click();
    await lines('Waits are shorter').waitFor();
    assert.ok(!(await window.shownText()).includes('## How we will know'));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
  });

  it('gets a table from Excel', async () => {
    const { page } = window;
    await window.editor.click();
    await atTheEnd();
    await window.copyElsewhere(EXCEL);
    await page.keyboard.press('Control+v');
    await lines('| Train SENCOs<br>in every school | Head of SEND | 31/03/2027 |').waitFor({ timeout: 30_000 });
    await window.picture('42-pasted-from-excel');
    await page.keyboard.press('Control+z');
  });

  it('gets the same from messages, web pages and other writing programs', async () => {
    const { page } = window;
    await atTheEnd();
    for (const [clipboard, last] of [
      [OUTLOOK, 'One lead for each action; see [the local offer](https://www.example.org/local-offer)'],
      [WEB_PAGE, '| Plans in 20 weeks | 90% |'],
      [GOOGLE_DOCS, '| Plans in 20 weeks | 90% |'],
      [WORD_ONLINE, '- Plans are on time'],
    ] as const) {
      await window.copyElsewhere(clipboard);
      await page.keyboard.press('Control+v');
      await lines(last).waitFor({ timeout: 30_000 });
      await page.waitForTimeout(300);
      await page.keyboard.press('Control+z');
      await lines(last).waitFor({ state: 'detached' });
    }
  });

  it('can have it as plain text at once, by a key of its own', async () => {
    const { page } = window;
    await window.copyElsewhere(WORD);
    // On the desktop the editor asks first; in a browser it gets nothing but plain text.
    await page.keyboard.press('Control+Alt+v');
    await lines('Waits are shorter').waitFor({ timeout: 20_000 });
    assert.ok(!(await window.shownText()).includes('## How we will know'));
    await page.keyboard.press('Control+z');
    await lines('Waits are shorter').waitFor({ state: 'detached' });
  });

  it('gets plain words as they are, also where the clipboard lies about its kind', async () => {
    const { page } = window;
    await atTheEnd();
    for (const [words, html] of [
      ['Ordinary words', '<span style="color:red">Ordinary words</span>'],
      ['Words of a program', '<div style="white-space: pre;"><b>Words of a program</b></div>'],
      ['Words that are no page', '\u0000\u0001PK%%% <<<'],
      ['Quite other words than those that the page holds', '<p>x <b>y</b></p>'],
    ] as const) {
      await window.copyElsewhere({ 'text/plain': words, 'text/html': html });
      await page.keyboard.press('Control+v');
      await lines(words).waitFor();
      await page.keyboard.press('Enter');
    }
    assert.ok(!(await window.shownText()).includes('**'));
  });

  it('is told in a word that five megabytes are pasted as plain text', async () => {
    const { page } = window;
    await atTheEnd();
    await window.copyElsewhere({
      'text/plain': 'The plain words',
      'text/html': `<p><b>Much</b></p>${'<p>Words of a large page.</p>'.repeat(200_000)}`,
    });
    await page.keyboard.press('Control+v');
    await lines('The plain words').waitFor({ timeout: 60_000 });
    await page.locator('.statusbar-item', { hasText: 'pasted as plain text' }).waitFor();
    await window.picture('43-too-much');
  });

  it('leaves other Markdown alone', async () => {
    const { page } = window;
    await window.openFile('README.md');
    await window.editor.click();
    await atTheEnd();
    await window.copyElsewhere(WORD);
    await page.keyboard.press('Control+v');
    await lines('Waits are shorter').waitFor({ timeout: 30_000 });
    assert.ok(!(await window.shownText()).includes('## How we will know'));
  });
});
