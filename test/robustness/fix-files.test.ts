import assert from 'node:assert/strict';
import { chmodSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { areaSend, inFolder } from '../cli/_run.js';
import { giveAway } from '../cli/_users.js';
import { tried } from './_promises.js';

const REPORT =
  '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\nIts leaders value coproduction.\n';
const long = `${'n'.repeat(250)}.md`;

describe('the files that “fix” writes', function () {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const mended = (folder: string, name: string): boolean => readFileSync(join(folder, name), 'utf8') !== REPORT;

  it('keep their mode and owner, whatever the mask, and may have long names', () =>
    inFolder({ 'a.md': REPORT, [long]: REPORT }, async (folder) => {
      chmodSync(join(folder, 'a.md'), 0o664);
      giveAway(join(folder, 'a.md'));
      const before = statSync(join(folder, 'a.md'));
      const mask = process.umask(0o077);
      try {
        assert.equal((await areaSend(folder, 'fix')).status, 0);
      } finally {
        process.umask(mask);
      }
      assert.ok(mended(folder, 'a.md') && mended(folder, long));
      const after = statSync(join(folder, 'a.md'));
      assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
      assert.equal(readdirSync(folder).length, 2);
      tried('fix keeps owner, mode and other files');
    }));

  it('are left alone and named when they are read-only', () =>
    inFolder({ 'a.md': REPORT }, async (folder) => {
      chmodSync(join(folder, 'a.md'), 0o444);
      const { status, err } = await areaSend(folder, 'fix');
      assert.equal(status, 2);
      assert.match(err, /a\.md: the file is read-only/);
      assert.ok(!mended(folder, 'a.md'));
      tried('fix keeps owner, mode and other files');
    }));
});
