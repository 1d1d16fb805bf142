import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export const CHROMIUM = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);

export const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 1300, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 900, height: 900 } },
  'a small screen': { colorScheme: 'light', viewport: { width: 320, height: 700 } },
  'forced colours': { forcedColors: 'active', viewport: { width: 900, height: 900 } },
  'high contrast': { contrast: 'more', viewport: { width: 900, height: 900 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

export interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

interface Pages {
  /** By name; made when their test runs. */
  readonly pages: Readonly<Record<string, () => string>>;
  readonly looks: readonly (keyof typeof LOOKS)[];
  /** In milliseconds. */
  readonly timeout: number;
  /** What else is asked of a page in each look. */
  readonly also?: (page: Page) => Promise<void>;
}

/** Pages in a real browser: axe finds nothing, nothing is asked for, no policy is broken, nothing scrolls sideways. Skipped without a browser. */
export function describePages(title: string, { pages, looks, timeout, also }: Pages): void {
  describe(title, function () {
    this.timeout(timeout);
    let browser: Browser;
    let folder: string;
    before(async function () {
      if (!CHROMIUM) this.skip();
      folder = mkdtempSync(join(tmpdir(), 'area-send-'));
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    });
    after(async () => {
      await browser?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    for (const [name, make] of Object.entries(pages)) {
      it(`is accessible in every look, asks for nothing and breaks no policy of its own: ${name}`, async () => {
        const path = join(folder, 'page.html');
        writeFileSync(path, make());
        const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
        for (const look of looks) {
          const context = await browser.newContext(LOOKS[look]);
          const page = await context.newPage();
          const told: string[] = [];
          page.on('console', (message) => told.push(message.text()));
          page.on('request', (request) => {
            if (request.url() !== pathToFileURL(path).href) told.push(request.url());
          });
          await page.goto(pathToFileURL(path).href);
          assert.deepEqual(told, [], look);
          await page.evaluate(axe);
          const { violations } = await page.evaluate<AxeResult>('axe.run()');
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
            [],
            look,
          );
          assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) <= 0, `${look}: scrolls sideways`);
          await also?.(page);
          await context.close();
        }
      });
    }
  });
}
