/** How it looks to those who see little, prefer the dark, or have a narrow panel: pictures for people to look at, and what can be measured. */
import assert from 'node:assert/strict';
import { faults, Window } from './window.js';

const PLAN = 'plans/exampleshire-strategic-plan-2026.md';

interface Look {
  readonly theme: string;
  /** Where the right edge of the panel is drawn to. */
  readonly edge?: number;
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: { theme: 'Default Light Modern' },
  dark: { theme: 'Default Dark Modern' },
  contrast: { theme: 'Default High Contrast' },
  'contrast-light': { theme: 'Default High Contrast Light' },
  // The panel 200 pixels wide.
  narrow: { theme: 'Default Light Modern', edge: 248 },
};

for (const [name, { theme, edge = 400 }] of Object.entries(LOOKS)) {
  describe(`somebody whose window is ${name}`, () => {
    let window: Window;

    before(async () => {
      window = await Window.open({ theme, file: PLAN });
      await window.page.locator('.statusbar-item', { hasText: 'Area SEND' }).first().waitFor({ timeout: 60_000 });
    });
    afterEach(function () {
      return this.currentTest?.state === 'failed' ? window.picture(`failed-${name}`) : undefined;
    });
    after(() => window.close());

    it('reads the panel and the form', async () => {
      await window.panel(edge);
      await window.picture(`90-${name}-panel`);
      for (const view of ['Deadlines', 'Completeness', 'Coverage']) await window.view(view).locator('.pane-header').click();
      const actions = window.view('Actions');
      await actions.locator('.pane-header').click();
      const rows = actions.locator('.monaco-list-row[aria-level="2"]');
      await rows.first().waitFor({ timeout: 30_000 });
      await window.picture(`91-${name}-actions`);
      // Each says to a screen reader what it is, in full.
      for (const row of (await rows.all()).slice(0, 5))
        assert.match((await row.getAttribute('aria-label')) ?? '', /: .{10,}, (?:due|no date)/);
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.command('Area SEND: Dates and facts of this document');
      const form = await window.pageWith('#facts');
      await form.locator('#fact-report-received').waitFor();
      assert.deepEqual(await faults(form), []);
      const tooWide = await form.evaluate(() => {
        const { documentElement } = (
          globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
        ).document;
        return documentElement.scrollWidth - documentElement.clientWidth;
      });
      assert.ok(tooWide <= 1, `${tooWide} pixels too wide`);
      await form.locator('#fact-report-received').focus();
      await window.picture(`92-${name}-form`);
    });
  });
}
