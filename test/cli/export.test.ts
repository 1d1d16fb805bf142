import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDocument } from '../../src/convert/import/index.js';
import { areaSend, inFolder } from './_run.js';

const TODAY = ['--today', '2026-11-26'];
const PLAN =
  '# Exampleshire SEND strategic plan\n\n## Introduction\n\nThe lead is [insert name]. See [x](javascript:void).\n\n![A chart](chart.png)\n';
const read = (folder: string, name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

describe('area-send export', () => {
  it('writes a Word file beside each document, marks gaps and tells what is left out', async () => {
    await inFolder({ 'a.md': PLAN, 'plans/b.md': '# Notes\n' }, async (folder) => {
      const { status, out, err } = await areaSend(folder, 'export', '.', ...TODAY);
      assert.equal(err, '');
      assert.equal(status, 0);
      assert.match(
        out,
        /^a\.md → a\.docx\n {2}line 5: The link to “javascript:void”.*\n {2}line 5: A gap is still to be filled: “\[insert name\]”.*\n {2}line 7: .*“chart\.png”.*\nplans\/b\.md → plans\/b\.docx\n$/,
      );
      const { markdown } = await importDocument(read(folder, 'a.docx'), 'a.docx');
      assert.match(markdown, /^# Exampleshire SEND strategic plan\n\n## Introduction\n/);
    });
  });

  it('never replaces a file unless it is told to, and never a document by its export', async () => {
    await inFolder({ 'a.md': PLAN, 'a.docx': 'mine' }, async (folder) => {
      const { status, err } = await areaSend(folder, 'export', 'a.md', ...TODAY);
      assert.equal(status, 2);
      assert.match(err, /^area-send: a\.md: a\.docx is already there; .*--force/);
      assert.equal(readFileSync(join(folder, 'a.docx'), 'utf8'), 'mine');
      assert.equal((await areaSend(folder, 'export', 'a.md', '--force', ...TODAY)).status, 0);
      assert.notEqual(readFileSync(join(folder, 'a.docx'), 'utf8'), 'mine');
      assert.equal((await areaSend(folder, 'export', 'a.md', '--out', 'a.md', '--force', ...TODAY)).status, 2);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), PLAN);
    });
  });

  it('writes web pages into a folder, and Word files with the styles of another', async () => {
    await inFolder({ 'a.md': PLAN, 'b.md': '# B\n' }, async (folder) => {
      assert.equal((await areaSend(folder, 'export', 'a.md', 'b.md', '--format', 'html', '--out', 'web', ...TODAY)).status, 0);
      assert.match(readFileSync(join(folder, 'web/a.html'), 'utf8'), /<mark>\[insert name\]<\/mark>/);
      await areaSend(folder, 'export', 'b.md', ...TODAY);
      assert.equal((await areaSend(folder, 'export', 'a.md', '--reference', 'b.docx', '--out', 'styled.docx', ...TODAY)).status, 0);
      const { status, err } = await areaSend(folder, 'export', 'a.md', '--reference', 'a.md', '--out', 'other.docx', ...TODAY);
      assert.equal(status, 2);
      assert.match(err, /^area-send: a\.md: The reference file is no Word file .*\n$/);
      assert.ok(!existsSync(join(folder, 'other.docx')));
    });
  });

  it('shows pictures of the folder, and none from outside of it', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await inFolder({ 'docs/a.md': '![In](pic%20one.png) ![Out](../out.png)\n', 'docs/.areasend.json': '{}' }, async (folder) => {
      writeFileSync(join(folder, 'docs/pic one.png'), Buffer.from(png, 'base64'));
      writeFileSync(join(folder, 'out.png'), Buffer.from(png, 'base64'));
      await areaSend(folder, 'export', 'docs/a.md', '--format', 'html', ...TODAY);
      const page = readFileSync(join(folder, 'docs/a.html'), 'utf8');
      assert.match(page, /<img src="data:image\/png;base64,[^"]+" alt="In">/);
      assert.match(page, /\[Picture: Out\]/);
    });
  });
});

describe('area-send check --format docx', () => {
  it('writes findings as comments into a copy and leaves the original alone', async () => {
    await inFolder({ 'a.md': PLAN }, async (folder) => {
      await areaSend(folder, 'export', 'a.md', ...TODAY);
      const original = read(folder, 'a.docx');
      const { status, out } = await areaSend(folder, 'check', 'a.docx', '--format', 'docx', '--fail-on', 'never', ...TODAY);
      assert.equal(status, 0);
      assert.match(out, /^a\.docx: \d+ findings as comments in a-findings\.docx\n/);
      assert.deepEqual(read(folder, 'a.docx'), original);
      const { comments } = await importDocument(read(folder, 'a-findings.docx'), 'a-findings.docx');
      const gap = comments.find(({ text }) => text.startsWith('placeholder'));
      assert.equal(gap?.on, '[insert name]');
      assert.equal(gap.author, 'Area SEND');
      assert.match(gap.text, /still to be filled.*Source: /s);
      const again = await areaSend(folder, 'check', 'a.docx', '--format', 'docx', ...TODAY);
      assert.equal(again.status, 2);
      assert.match(again.err, /already there/);
    });
  });

  it('does the same for Markdown, from its export', async () => {
    await inFolder({ 'a.md': PLAN }, async (folder) => {
      await areaSend(folder, 'check', 'a.md', '--format', 'docx', '--out', 'copy.docx', ...TODAY);
      const { comments } = await importDocument(read(folder, 'copy.docx'), 'copy.docx');
      assert.ok(comments.some(({ on }) => on === '[insert name]'));
      assert.equal((await areaSend(folder, 'check', 'a.md', '--out', 'x.docx')).status, 2);
    });
  });

  it('quotes no personal data', async () => {
    await inFolder(
      { 'a.md': `${PLAN}\nCall her mother on 07700 900123 or see [her record](https://example.org/?nhs=9434765919).\n` },
      async (folder) => {
        const { out } = await areaSend(folder, 'check', 'a.md', '--format', 'docx', ...TODAY);
        const { comments } = await importDocument(read(folder, 'a-findings.docx'), 'a-findings.docx');
        for (const text of [out, ...comments.map((comment) => comment.text)]) assert.doesNotMatch(text, /900123|9434765919/);
      },
    );
  });
});
