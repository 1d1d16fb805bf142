import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkLint from 'remark-lint';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { checkText, RULES } from '../../src/check/index.js';
import preset, { rules } from '../../src/remark/index.js';
import { inFolder, ROOT } from '../cli/_run.js';

const path = 'examples/with-slips/exampleshire-report.md';
const text = readFileSync(join(ROOT, path), 'utf8');

describe('the remark preset', () => {
  it('has a plugin for every rule', () => {
    assert.deepEqual(
      Object.keys(rules),
      RULES.map(({ id }) => `area-send-${id}`),
    );
    for (const [name, plugin] of Object.entries(rules)) assert.equal(plugin.name, name);
  });

  it('says what the engine says, at the same places', async () => {
    const file = new VFile({ path, value: text });
    const settings = { areaSend: { today: '2026-11-23' } };
    const processor = unified()
      .use(remarkParse)
      .data('settings', settings as never)
      .use(preset);
    await processor.run(processor.parse(file), file);
    const expected = checkText(text, { path, today: '2026-11-23' }).findings.map(({ rule, start, severity, message }) => [
      rule,
      start.offset,
      { error: true, warning: false, info: undefined }[severity],
      message,
    ]);
    const actual = file.messages.map(({ ruleId, place, fatal, reason }) => [
      ruleId,
      (place as { start: { offset: number } }).start.offset,
      fatal ?? undefined,
      reason,
    ]);
    const byPlace = (a: unknown[], b: unknown[]): number =>
      (a[1] as number) - (b[1] as number) || String(a[0]).localeCompare(String(b[0])) || String(a[3]).localeCompare(String(b[3]));
    assert.deepEqual(actual.sort(byPlace), expected.sort(byPlace));
    assert.ok(expected.length > 20);
  });

  it('lets a severity be chosen, or a rule be switched off', async () => {
    for (const [option, fatal] of [
      ['warn', false],
      ['error', true],
      [false, null],
    ] as const) {
      const file = new VFile({
        path: 'a.md',
        value: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nThe TBC service.\n',
      });
      const processor = unified().use(remarkParse).use(rules['area-send-placeholder']!, option);
      await processor.run(processor.parse(file), file);
      assert.deepEqual(
        file.messages.map((message) => message.fatal),
        fatal === null ? [] : [fatal],
      );
    }
  });

  describe('comments of remark-lint', () => {
    const title = '# Area SEND inspection of Exampleshire Local Area Partnership\n\n';
    const both = [preset, rules['area-send-placeholder']!] as const;

    /** The lines in which a placeholder is reported, beside remark-lint's own plugin and without it. */
    async function linesOf(value: string): Promise<number[]> {
      const results: number[][] = [];
      for (const beside of [true, false])
        for (const own of both) {
          const file = new VFile({ path: 'a.md', value });
          const processor = unified().use(remarkParse).use(remarkFrontmatter);
          if (beside) processor.use(remarkLint);
          processor.use(own as never);
          await processor.run(processor.parse(file), file);
          results.push(file.messages.flatMap(({ ruleId, line }) => (ruleId === 'placeholder' ? [line!] : [])));
        }
      for (const result of results) assert.deepEqual(result, results[0]);
      return results[0]!;
    }

    for (const [name, text, lines] of [
      ['none', 'The TBC service.\n\nThe TBC post.\n', [3, 5]],
      ['disable', '<!--lint disable area-send-placeholder-->\n\nThe TBC service.\n\nThe TBC post.\n', []],
      ['disable, and what stands before it', 'The TBC service.\n\n<!-- lint disable area-send-placeholder -->\n\nThe TBC post.\n', [3]],
      [
        'disable and enable',
        '<!--lint disable area-send-placeholder-->\n\nThe TBC service.\n\n<!--lint enable area-send-placeholder-->\n\nThe TBC post.\n',
        [9],
      ],
      ['ignore', '<!--lint ignore area-send-placeholder area-send-title-->\nThe TBC service.\n\nThe TBC post.\n', [6]],
      ['ignore in a list', '- The TBC service.\n\n  <!--lint ignore area-send-placeholder-->\n\n  The TBC post.\n- TBC\n', [3, 8]],
      ['disable for all rules', '<!--lint disable-->\n\nThe TBC service.\n', []],
      ['another rule', '<!--lint disable area-send-title placeholder no-html-->\n\nThe TBC service.\n', [5]],
      ['another tool', '<!--alex disable area-send-placeholder-->\n\nThe TBC service.\n', [5]],
      ['a comment about them', '<!-- the lint disable area-send-placeholder -->\n\nThe TBC service.\n', [5]],
    ] as const) {
      for (const newline of ['\n', '\r\n'])
        it(`${name} (${JSON.stringify(newline)})`, async () =>
          assert.deepEqual(await linesOf((title + text).replace(/\n/g, newline)), [...lines]));
    }

    it('leave what is missing at the end of a document', async () => {
      const value = `${title}## Inspection outcome\n\nText.\n\n<!--lint ignore area-send-title-->\n\n`;
      const file = new VFile({ path: 'a.md', value });
      const processor = unified().use(remarkParse).use(rules['area-send-required-section']!);
      await processor.run(processor.parse(file), file);
      const { findings } = checkText(value, { path: 'a.md', today: '2026-11-23', only: ['required-section'] });
      assert.ok(findings.length > 0);
      assert.equal(file.messages.length, findings.length);
    });

    it('that mean nothing stop nothing', async () => {
      const file = new VFile({ path: 'a.md', value: `${title}<!--lint-->\n\n<!--lint off-->\n\nThe TBC service.\n` });
      const processor = unified().use(remarkParse).use(rules['area-send-placeholder']!);
      await processor.run(processor.parse(file), file);
      assert.equal(file.messages.length, 1);
    });
  });

  it('works in remark-cli', async function () {
    this.timeout(120_000);
    if (!existsSync(join(ROOT, 'dist/remark.js'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
    const config = `import preset, { rules } from ${JSON.stringify(join(ROOT, 'dist/remark.js'))};\nexport default { settings: { areaSend: { today: '2026-11-23' } }, plugins: [preset, [rules['area-send-title'], false]] };\n`;
    await inFolder({ '.remarkrc.mjs': config, 'report.md': text, 'README.md': '# Read me\n' }, async (folder) => {
      const cli = join(ROOT, 'node_modules/remark-cli/cli.js');
      const { status, stderr } = spawnSync(process.execPath, [cli, '.', '--no-stdout', '--no-color'], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /report\.md[\s\S]*error .*placeholder +area-send/);
      assert.match(stderr, /README\.md: no issues found/);
      await Promise.resolve();
    });
  });
});
