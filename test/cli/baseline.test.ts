import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaSend, inFolder } from './_run.js';

const PLAN = '# Exampleshire SEND strategy\n\nThe board meets meets monthly. Amira (aged 9) waits. Her NHS number is 943 476 5919.\n';
const rulesIn = (out: string): string[] =>
  (JSON.parse(out) as { files: { findings: { rule: string }[] }[] }).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));

describe('a baseline', () => {
  it('leaves known findings out wherever they move, and tells what is new', () =>
    inFolder({ 'plan.md': PLAN }, async (folder) => {
      const check = (...args: string[]) => areaSend(folder, 'check', '--no-cache', '--format', 'json', '--fail-on', 'info', ...args);
      const written = await check('--write-baseline', 'known.json');
      assert.ok(rulesIn(written.out).includes('repeated-word'));
      assert.deepEqual(rulesIn((await check('--baseline', 'known.json')).out), []);
      // Moved down, and one of the same kind and words besides.
      writeFileSync(
        join(folder, 'plan.md'),
        PLAN.replace('The board', 'A new line.\n\nThe board').replace('Amira', 'It meets meets again. Amira'),
      );
      const later = await check('--baseline', 'known.json');
      assert.deepEqual(rulesIn(later.out), ['repeated-word']);
      assert.equal(later.status, 1);
    }));

  it('says how much it leaves out', () =>
    inFolder({ 'plan.md': PLAN }, async (folder) => {
      await areaSend(folder, 'check', '--write-baseline', 'known.json');
      assert.match(
        (await areaSend(folder, 'check', '--baseline', 'known.json')).out,
        /nothing new to fix; \d+ findings known before are left out\.\n$/,
      );
      writeFileSync(join(folder, 'plan.md'), `${PLAN}\nThe band has has grown.\n`);
      assert.match(
        (await areaSend(folder, 'check', '--baseline', 'known.json')).out,
        /: 0 errors, 1 warning and 0 worth a look\..* \d+ findings known before are left out\.\n$/,
      );
    }));

  it('keeps what is new in a Word file at its place', () =>
    inFolder({ 'plan.md': PLAN }, async (folder) => {
      await areaSend(folder, 'export', 'plan.md', '--format', 'docx', '--out', 'plan.docx');
      await areaSend(folder, 'check', 'plan.docx', '--write-baseline', 'known.json');
      writeFileSync(join(folder, 'plan.md'), `${PLAN}\n## Governance\n\nThe band has has grown.\n`);
      await areaSend(folder, 'export', 'plan.md', '--format', 'docx', '--out', 'plan.docx', '--force');
      const { out } = await areaSend(folder, 'check', 'plan.docx', '--baseline', 'known.json', '--format', 'json');
      const { findings } = (JSON.parse(out) as { files: { findings: { rule: string; original: { words: string; heading: string } }[] }[] })
        .files[0]!;
      const found = findings.find(({ rule }) => rule === 'repeated-word')!;
      assert.deepEqual([found.original.heading, found.original.words], ['Governance', 'has has']);
    }));

  it('holds nobody’s data', () =>
    inFolder({ 'plan.md': PLAN }, async (folder) => {
      await areaSend(folder, 'check', '--write-baseline', 'known.json');
      assert.doesNotMatch(readFileSync(join(folder, 'known.json'), 'utf8'), /Amira|943/);
    }));

  it('that is none is said to be none', () =>
    inFolder({ 'plan.md': PLAN, 'a.json': '{', 'b.json': '{"version":1,"findings":[{}]}' }, async (folder) => {
      for (const name of ['a.json', 'b.json', 'missing.json']) {
        const { status, err } = await areaSend(folder, 'check', '--baseline', name);
        assert.equal(status, 2);
        assert.match(err, new RegExp(`^area-send: ${name.replace('.', '\\.')} .*baseline.*\n$`));
      }
    }));
});
