import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportHtml } from '../../src/convert/export/index.js';
import { describePages, LOOKS } from '../_browser-pages.js';
import { ROOT } from '../cli/_run.js';
import { EVERYTHING, TODAY } from './export-cases.js';

const example = (path: string): string => readFileSync(join(ROOT, 'examples', path), 'utf8');
const PAGES = {
  everything: EVERYTHING,
  report: example('reports/exampleshire-2026.md'),
  plan: example('plans/exampleshire-strategic-plan-2026.md'),
  'no heading': 'Only a sentence.\n',
};

describePages('a web page in a browser', {
  pages: Object.fromEntries(Object.entries(PAGES).map(([name, markdown]) => [name, () => exportHtml(markdown, { today: TODAY }).output])),
  looks: Object.keys(LOOKS) as (keyof typeof LOOKS)[],
  timeout: 120_000,
  also: async (page) => {
    // The first tab stop leads past the contents, and can be seen.
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<{ words: string; left: number; outline: string }>(
      '(() => { const { activeElement: a } = document; return { words: a.textContent, left: a.getBoundingClientRect().left, outline: getComputedStyle(a).outlineStyle }; })()',
    );
    assert.equal(focus.words, 'Skip to the content');
    assert.ok(focus.left >= 0);
    assert.notEqual(focus.outline, 'none');
  },
});
