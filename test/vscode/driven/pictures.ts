/** Takes the pictures of the readme and the walkthrough anew: `npm run pictures`. Look at them before you keep them. */
import type { Locator } from 'playwright-core';
import { WORD } from '../../editor/clipboards.js';
import { Window } from './window.js';

const QUIET = {
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'workbench.layoutControl.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lineNumbers': 'off',
  'workbench.tips.enabled': false,
};
const SMALL = { width: 960, height: 640, scale: 2 };

async function take(window: Window, part: Locator, name: string, height = 460): Promise<void> {
  await window.page.waitForTimeout(1200);
  const box = (await part.boundingBox())!;
  await window.page.screenshot({
    path: `media/${name}.png`,
    clip: { x: box.x, y: box.y, width: box.width, height: Math.min(height, box.height) },
  });
}

async function whole(): Promise<void> {
  // The packaged extension: the window’s title then says nothing of development.
  const window = await Window.open({ file: 'with-slips/exampleshire-report.md', installed: true });
  await window.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await window.panel(440);
  await window.page.waitForTimeout(1500);
  await window.page.screenshot({ path: 'media/screenshot.png' });
  await window.close();
}

/** Light and dark, as the walkthrough shows them to whom each theme belongs. */
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
type Theme = keyof typeof THEMES;

async function editor(theme: Theme): Promise<void> {
  const window = await Window.open({ theme: THEMES[theme], file: 'with-slips/exampleshire-report.md', settings: QUIET, size: SMALL });
  const { page } = window;
  const part = page.locator('.part.editor');
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await window.command('View: Toggle Primary Side Bar Visibility');
  await window.editor.click();
  await window.goToLine(23);
  await window.point(page.locator('.squiggly-error').nth(1), page.locator('.monaco-hover:visible', { hasText: 'Why:' }));
  await take(window, part, `walkthrough/squiggle-${theme}`, 600);
  await page.mouse.move(700, 600);
  await window.goToLine(18);
  await page.keyboard.press('F8');
  await page.waitForTimeout(800);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await take(window, part, `walkthrough/quick-fix-${theme}`, 560);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const box = page.locator('.quick-input-widget:visible');
  await window.command('Area SEND: New document');
  await box.locator('.monaco-list-row', { hasText: 'Strategic plan' }).click();
  await box.locator('.monaco-list-row', { hasText: 'reports/exampleshire-2026.md' }).click();
  await page.locator('.statusbar-item', { hasText: /gaps to fill/ }).waitFor({ timeout: 60_000 });
  await take(window, part, `walkthrough/new-document-${theme}`, 560);
  await window.openFile('plans/thornmere-priority-action-plan-2026.md');
  await window.editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await window.copyElsewhere(WORD);
  await page.keyboard.press('Control+v');
  await page.locator('.post-edit-widget').waitFor({ timeout: 30_000 });
  await take(window, part, `walkthrough/paste-${theme}`, 600);
  await window.close();
}

async function panel(theme: Theme): Promise<void> {
  const window = await Window.open({
    theme: THEMES[theme],
    file: 'plans/exampleshire-strategic-plan-2026.md',
    settings: QUIET,
    size: SMALL,
  });
  const part = window.page.locator('.part.sidebar');
  await window.panel(520);
  await window.view('Coverage').locator('.monaco-list-row', { hasText: 'AFI5' }).waitFor();
  for (const name of ['Completeness', 'Coverage']) await window.view(name).locator('.pane-header').click();
  await window.page.mouse.move(800, 600);
  await take(window, part, `walkthrough/deadlines-${theme}`);
  for (const name of ['Deadlines', 'Coverage']) await window.view(name).locator('.pane-header .title').click();
  await window.view('Coverage').locator('.monaco-list-row', { hasText: 'AFI1' }).locator('.monaco-tl-twistie').click();
  await window.page.mouse.move(800, 600);
  await take(window, part, `walkthrough/coverage-${theme}`, 340);
  await window.close();
}

const both = (take: (theme: Theme) => Promise<void>) => async (): Promise<void> => {
  for (const theme of Object.keys(THEMES) as Theme[]) await take(theme);
};
const all = { whole, editor: both(editor), panel: both(panel) };
const wanted = process.argv.slice(2);
for (const [name, pictures] of Object.entries(all)) if (wanted.length === 0 || wanted.includes(name)) await pictures();
process.exit(0);
