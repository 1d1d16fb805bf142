/*
 * Web pages of all documents in folders, in a real browser: `npm run axe-pages -- FOLDER… [--limit N]`.
 * Each is opened light, dark, 320 pixels wide, in forced colours and in high contrast; axe must find nothing, and no page scrolls sideways.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { exportHtml } from '../src/convert/export/index.js';
import { CHROMIUM, LOOKS, type AxeResult } from '../test/_browser-pages.js';

const args = process.argv.slice(2);
const limit = args.includes('--limit') ? Number(args.splice(args.indexOf('--limit'), 2)[1]) : Infinity;
if (args.length === 0 || CHROMIUM === undefined) {
  console.error(args.length === 0 ? 'usage: npm run axe-pages -- FOLDER… [--limit N]' : 'axe-pages: there is no Chromium here');
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'area-send-pages-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = args
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => join(folder, name)),
  )
  .slice(0, limit);

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
try {
  const pages = files.map((path, index) => {
    const page = join(scratch, `${index}.html`);
    writeFileSync(page, exportHtml(readFileSync(path, 'utf8'), { today: '2026-11-26' }).output);
    return { path, url: pathToFileURL(page).href };
  });
  let wrong = 0;
  for (const [look, options] of Object.entries(LOOKS)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    let found = 0;
    let sideways = 0;
    for (const { path, url } of pages) {
      await page.goto(url);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResult>('axe.run()');
      for (const { id, nodes } of violations) console.log(`    ${basename(path)}: ${id}: ${nodes[0]?.html.slice(0, 150)}`);
      found += violations.length;
      if ((await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) <= 0) continue;
      console.log(`    ${basename(path)}: scrolls sideways`);
      sideways++;
    }
    console.log(`${look.padEnd(16)} ${pages.length} pages: axe finds ${found}, ${sideways} scroll sideways`);
    wrong += found + sideways;
    await context.close();
  }
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
