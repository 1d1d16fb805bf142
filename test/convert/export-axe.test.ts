import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { exportHtml } from '../../src/convert/export/index.js';
import { ROOT } from '../cli/_run.js';
import { EVERYTHING, TODAY } from './export-cases.js';

const CHROMIUM = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const example = (path: string): string => readFileSync(join(ROOT, 'examples', path), 'utf8');
const PAGES = {
  everything: EVERYTHING,
  report: example('reports/exampleshire-2026.md'),
  plan: example('plans/exampleshire-strategic-plan-2026.md'),
  'no heading': 'Only a sentence.\n',
};
const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 1300, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 900, height: 900 } },
  'a small screen': { colorScheme: 'light', viewport: { width: 320, height: 700 } },
  'forced colours': { forcedColors: 'active', viewport: { width: 900, height: 900 } },
  'high contrast': { contrast: 'more', viewport: { width: 900, height: 900 } },
} as const;

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe('a web page in a browser', function () {
  this.timeout(120_000);
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

  for (const [name, markdown] of Object.entries(PAGES)) {
    it(`is accessible in every look, asks for nothing and breaks no policy of its own: ${name}`, async () => {
      const path = join(folder, 'page.html');
      writeFileSync(path, exportHtml(markdown, { today: TODAY }).output);
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      for (const [look, options] of Object.entries(LOOKS)) {
        const context = await browser.newContext(options);
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
        // The first tab stop leads past the contents, and can be seen.
        await page.keyboard.press('Tab');
        const focus = await page.evaluate<{ words: string; left: number; outline: string }>(
          '(() => { const { activeElement: a } = document; return { words: a.textContent, left: a.getBoundingClientRect().left, outline: getComputedStyle(a).outlineStyle }; })()',
        );
        assert.equal(focus.words, 'Skip to the content');
        assert.ok(focus.left >= 0);
        assert.notEqual(focus.outline, 'none');
        await context.close();
      }
    });
  }
});
