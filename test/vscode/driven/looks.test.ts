/** How it looks to those who see little, prefer the dark, or have a narrow panel: pictures for people to look at, and what can be measured. */
import assert from 'node:assert/strict';
import { faults, Window } from './window.js';

const PLAN = 'plans/exampleshire-strategic-plan-2026.md';

interface Look {
  readonly theme: string;
  /** Where the right edge of the panel is drawn to. */
  readonly edge?: number;
  readonly size?: { readonly width?: number; readonly height?: number; readonly scale?: number };
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: { theme: 'Default Light Modern' },
  dark: { theme: 'Default Dark Modern' },
  contrast: { theme: 'Default High Contrast' },
  'contrast-light': { theme: 'Default High Contrast Light' },
  // The panel 200 pixels wide.
  narrow: { theme: 'Default Light Modern', edge: 248 },
  // 200% of its size: half as much of everything has room.
  'zoomed to 200%': { theme: 'Default Light Modern', edge: 300, size: { width: 680, height: 450, scale: 2 } },
};

for (const [name, { theme, edge = 400, size = {} }] of Object.entries(LOOKS)) {
  describe(`somebody whose window is ${name}`, () => {
    let window: Window;

    before(async () => {
      window = await Window.open({ theme, file: PLAN, size });
      await window.page.locator('.statusbar-item', { hasText: 'Area SEND' }).first().waitFor({ timeout: 60_000 });
    });
    afterEach(function () {
      return this.currentTest?.state === 'failed' ? window.picture(`failed-${name}`) : undefined;
    });
    after(() => window.close());

    const VIEWS = ['Deadlines', 'Completeness', 'Coverage', 'Actions'];
    /** Unfolds one view and folds the others. Its first letter is clicked: in a narrow panel buttons lie over the rest of the header. */
    async function only(name: string): Promise<void> {
      for (const other of VIEWS) {
        const header = window.view(other).locator('.pane-header');
        if (((await header.getAttribute('aria-expanded')) === 'true') !== (other === name))
          await header.locator('.title').click({ position: { x: 4, y: 8 } });
      }
      await window.page.mouse.move(5, 300);
      await window.view(name).locator('.monaco-list-row').first().waitFor({ timeout: 30_000 });
    }

    it('reads each view of the panel', async () => {
      await window.panel(edge);
      for (const view of VIEWS) {
        await only(view);
        await window.picture(`90-${name}-${view.toLowerCase()}`);
      }
      const rows = window.view('Actions').locator('.monaco-list-row[aria-level="2"]');
      await rows.first().waitFor({ timeout: 30_000 });
      // Each says to a screen reader what it is, in full.
      for (const row of (await rows.all()).slice(0, 5))
        assert.match((await row.getAttribute('aria-label')) ?? '', /: .{10,}, (?:due|no date)/);
    });

    it('fills in the form, which everybody can use', async () => {
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
      await window.picture(`91-${name}-form`);
      await form.locator('#fact-inspection-end').fill('');
      await form.locator('button[type="submit"]').click();
      await form.locator('#summary a').waitFor();
      assert.deepEqual(await faults(form), []);
      await window.picture(`92-${name}-form-errors`);
    });
  });
}
