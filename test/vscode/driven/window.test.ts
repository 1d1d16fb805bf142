import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { faults, Window } from './window.js';

/** The page of the timeline has no fault that axe knows, and says what it is. */
async function readable(window: Window): Promise<void> {
  const frame = await window.pageWith('main h1');
  assert.match(await frame.locator('main h1').first().innerText(), /timeline/i);
  // Experimental: it takes a full stop between the words for a difference.
  assert.deepEqual(await faults(frame, ['label-content-name-mismatch']), []);
}

/** Mends the slip of line 18 with the keyboard, and takes a picture of the menu of quick fixes. On a busy machine the editor may not be there yet when the keys come: they are pressed again. */
async function mendByKeyboard(window: Window, picture: string): Promise<void> {
  const { page } = window;
  const row = page.locator('.action-widget .monaco-list-row', { hasText: /Change to|disabilities/ }).first();
  await window.editor.click();
  for (let tries = 0; ; tries++) {
    await window.goToLine(18);
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+.');
    const opened = await row.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
    if (opened || tries === 3) break;
    await page.keyboard.press('Escape');
  }
  await row.waitFor({ timeout: 1000 });
  await window.picture(picture);
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: 'and/or disabilities' }).first().waitFor();
}

describe('somebody at the window', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({ file: 'with-slips/exampleshire-report.md' });
  });
  after(() => window.close());

  it('sees squiggles, and how many there are to fix', async () => {
    const { page } = window;
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await page.locator('.statusbar-item', { hasText: /Area SEND: \d+ to fix/ }).waitFor();
    await window.picture('01-squiggles');
  });

  it('opens the list of problems from the status bar', async () => {
    const { page } = window;
    await page.locator('.statusbar-item', { hasText: /Area SEND: \d+ to fix/ }).click();
    await page.locator('.markers-panel-container .monaco-list-row', { hasText: 'outcome-statement' }).first().waitFor();
    await window.picture('02-problems');
    await page.keyboard.press('Control+j');
  });

  it('reads what is wrong by pointing at it', async () => {
    const { page } = window;
    await window.editor.click();
    await window.goToLine(19);
    const squiggle = page.locator('.squiggly-error').first();
    await window.point(squiggle, page.locator('.monaco-hover:visible', { hasText: 'Why:' }));
    const text = await page.locator('.monaco-hover:visible').first().innerText();
    assert.match(text, /What to do:/);
    assert.match(text, /area-send/);
    await window.picture('03-hover');
    await page.keyboard.press('Escape');
  });

  it('mends a mistake with the keyboard, and undoes it', async () => {
    const { page } = window;
    await mendByKeyboard(window, '04-quick-fix');
    await window.picture('05-mended');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.locator('.view-line', { hasText: 'and/or disability' }).first().waitFor();
  });

  it('is offered keys while typing front matter', async () => {
    const { page } = window;
    await window.openFile('reports/exampleshire-2026.md');
    await window.editor.click();
    await window.goToLine(6);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget:visible .monaco-list-row', { hasText: 'milestones' }).first().waitFor({ timeout: 20_000 });
    await window.picture('06-completion');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
  });

  it('sees the deadlines of the whole folder', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-item a[aria-label^="Area SEND"]').click({ force: true });
    const deadlines = window.view('Deadlines');
    await deadlines.locator('.monaco-list-row', { hasText: 'Upcoming' }).waitFor({ timeout: 30_000 });
    await window.picture('07-deadlines');
    await window.point(
      deadlines.locator('.monaco-list-row', { hasText: /20\d\d/ }).first(),
      page.locator('.monaco-hover:visible', { hasText: 'Who:' }),
    );
    await window.picture('08-reckoning');
  });

  it('sees what the document has and lacks', async () => {
    await window.openFile('with-slips/exampleshire-report.md');
    const view = window.view('Completeness');
    await view.locator('.monaco-list-row', { hasText: 'Inspection outcome' }).first().waitFor({ timeout: 20_000 });
    await window.picture('09-completeness');
    assert.match(await view.innerText(), /\d% complete/);
  });

  it('sees which action answers which area', async () => {
    const { page } = window;
    await window.openFile('plans/exampleshire-strategic-plan-2026.md');
    const view = window.view('Coverage');
    await view.locator('.monaco-list-row', { hasText: 'AFI1' }).first().waitFor({ timeout: 20_000 });
    await view.locator('.monaco-list-row', { hasText: 'AFI1' }).first().locator('.monaco-tl-twistie').click();
    await window.picture('10-coverage');
    await window.openFile('reports/exampleshire-2026.md');
    await window.editor.click();
    const line =
      readFileSync(`${window.folder}/reports/exampleshire-2026.md`, 'utf8')
        .split('\n')
        .findIndex((text) => /^## Areas for improvement/.test(text)) + 1;
    await window.goToLine(line);
    await page.locator('.codelens-decoration', { hasText: 'answered by' }).first().waitFor({ timeout: 20_000 });
    await window.picture('11-code-lenses');
  });

  it('sees the timeline, which everyone can read', async () => {
    await window.command('Area SEND: Show the timeline of a local area');
    await readable(window);
    await window.picture('12-timeline');
  });
});

describe('somebody who prefers a dark window', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({ theme: 'Default Dark Modern', file: 'reports/thornmere-2026.md' });
  });
  after(() => window.close());

  it('sees the same', async () => {
    const { page } = window;
    await page.locator('.statusbar-item', { hasText: 'Area SEND' }).first().waitFor({ timeout: 60_000 });
    await page.locator('.activitybar .action-item a[aria-label^="Area SEND"]').click({ force: true });
    await window.view('Deadlines').locator('.monaco-list-row', { hasText: 'Upcoming' }).waitFor({ timeout: 30_000 });
    await window.picture('13-dark');
    await window.editor.click();
    await window.command('Area SEND: Show the timeline of a local area');
    await readable(window);
    await window.picture('14-timeline-dark');
  });
});

describe('somebody who does not trust the folder', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({ file: 'with-slips/exampleshire-report.md', trusted: false });
  });
  after(() => window.close());

  it('has the checks and the quick fixes all the same', async () => {
    const { page } = window;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ timeout: 60_000 });
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await page.locator('.statusbar-item', { hasText: /Area SEND: \d+ to fix/ }).waitFor();
    await mendByKeyboard(window, '16-restricted');
  });
});

describe('somebody who installed the package', () => {
  let window: Window;

  before(async () => {
    window = await Window.open({ file: 'with-slips/exampleshire-plan.md', installed: true });
  });
  after(() => window.close());

  it('has everything that the checks need, the dictionary included', async () => {
    const { page } = window;
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await page.locator('.statusbar-item', { hasText: /Area SEND: \d+ to fix/ }).waitFor();
    await window.editor.click();
    await window.goToLine(16);
    await page.keyboard.press('End');
    await page.keyboard.type(' It is a larrge plan.');
    await page.locator('.statusbar-item', { hasText: /Area SEND: \d+ to fix/ }).click();
    await page.locator('input[placeholder^="Filter (e.g."]:visible').first().fill('larrge');
    await page
      .locator('.markers-panel-container .monaco-list-row', { hasText: 'spelling' })
      .first()
      .waitFor({ timeout: 20_000, state: 'attached' });
    await window.picture('15-installed');
  });
});
