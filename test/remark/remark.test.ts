import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
