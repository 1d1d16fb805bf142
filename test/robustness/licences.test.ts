import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/_run.js';

/** Licences that allow a copy to be handed on with nothing but their text. */
const ACCEPTED = new Set([
  'MIT',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Unlicense',
  '(MIT AND BSD)',
]);
const FILE = join(ROOT, 'dist/LICENSES.txt');

describe('licences', function () {
  this.timeout(120_000);
  before(() => {
    if (!existsSync(FILE)) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
  });

  it('name every package that is bundled, with the text of a licence that allows it', () => {
    const printed = execFileSync(process.execPath, ['.ci/licenses.mjs'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
    const packages = printed.map((line) => /^(\S+) (\S+): (.+)$/.exec(line)!);
    assert.ok(packages.length > 20);
    for (const name of ['zod', 'yaml', 'micromark', 'dictionary-en-gb'])
      assert.ok(
        packages.some(([, found]) => found === name),
        name,
      );
    for (const [line, , , licence] of packages) assert.ok(ACCEPTED.has(licence!), line);
    assert.ok(!readFileSync(FILE, 'utf8').includes('has no text of its licence'));
  });
});
