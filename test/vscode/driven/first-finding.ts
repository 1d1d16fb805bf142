/**
 * How long it takes from choosing a report to its first underlined words in a real window: `npm run bench:editor`. Cold: the first Markdown
 * file of a window, so that the extension starts with it. Warm: the next report. The middle of several windows, in milliseconds.
 */
import { writeFileSync } from 'node:fs';
import { example } from './office-files.js';
import { Window } from './window.js';

const WINDOWS = Number(process.argv[2] ?? 5);
const FIRST = '.squiggly-error, .squiggly-warning, .squiggly-info';

/** From the Enter that chooses a file to what is underlined in it. */
async function opened(window: Window, name: string): Promise<{ text: number; finding: number }> {
  const { page } = window;
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input.input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.waitForTimeout(1200);
  const began = performance.now();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.view-line', { hasText: 'Local area partnership report' }).first().waitFor();
  const text = performance.now() - began;
  await page.locator(FIRST).first().waitFor({ timeout: 60_000 });
  return { text, finding: performance.now() - began };
}

const middle = (numbers: readonly number[]): number => Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!);

const report = example('with-slips/exampleshire-report.md');
const rows: Record<'cold' | 'warm', { text: number; finding: number }[]> = { cold: [], warm: [] };
for (let count = 0; count < WINDOWS; count++) {
  const window = await Window.open({
    file: 'start.txt',
    prepare: (folder) => {
      writeFileSync(`${folder}/start.txt`, 'Nothing yet.\n');
      for (const name of ['cold', 'warm']) writeFileSync(`${folder}/${name}-report.md`, report);
    },
  });
  // The window itself is to be at rest.
  await window.page.waitForTimeout(6000);
  for (const kind of ['cold', 'warm'] as const) {
    rows[kind].push(await opened(window, `${kind}-report.md`));
    await window.command('View: Close All Editors');
    await window.page.waitForTimeout(2000);
  }
  await window.close();
}
console.log(`${Math.round(report.length / 1024)} KB report, ${WINDOWS} windows`);
for (const kind of ['cold', 'warm'] as const)
  console.log(
    `${kind}: text after ${middle(rows[kind].map(({ text }) => text))} ms, first finding after ${middle(rows[kind].map(({ finding }) => finding))} ms`,
  );
process.exit(0);
