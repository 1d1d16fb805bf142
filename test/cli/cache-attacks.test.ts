import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { KeptFolder } from '../../src/cli/cache-folder.js';
import { loadScript } from '../../src/cli/compiled-script.js';
import { tried } from '../promises.js';
import { inFolder } from './_run.js';
import { canGiveAway, giveAway } from './_users.js';

const hasOthers = canGiveAway();
const PROMISE = 'what others wrote in a cache is neither believed nor run';
const code = Buffer.from('what was kept');

/** Runs a line of shell as another user; false where the machine has none. */
function asNobody(line: string): boolean {
  try {
    execFileSync('su', ['nobody', '-s', '/bin/sh', '-c', line], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the cache among other users', function () {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const inCache = (test: (folder: string, base: string) => void): Promise<void> =>
    inFolder({}, (base) => {
      test(join(base, 'area-send-drafting', 'code'), base);
      tried(PROMISE);
      return Promise.resolve();
    });
  const opened = (folder: string): KeptFolder => {
    const kept = KeptFolder.open(folder, { create: true });
    assert.ok(kept);
    return kept;
  };

  it('is closed to them', () =>
    inCache((folder, base) => {
      const before = process.umask(0);
      try {
        opened(folder).write('a', code);
      } finally {
        process.umask(before);
      }
      for (const path of [folder, join(base, 'area-send-drafting')]) assert.equal(statSync(path).mode & 0o777, 0o700);
      for (const path of [join(folder, 'a'), join(base, 'area-send-drafting', 'secret')]) assert.equal(statSync(path).mode & 0o777, 0o600);
      assert.deepEqual(opened(folder).read('a')?.content, code);
    }));

  it('is closed to them where it was readable before', () =>
    inCache((folder) => {
      opened(folder).write('a', code);
      chmodSync(folder, 0o755);
      assert.deepEqual(opened(folder).read('a')?.content, code);
      assert.equal(statSync(folder).mode & 0o777, 0o700);
    }));

  for (const [name, change] of [
    ['a folder that others may write', (folder) => chmodSync(folder, 0o777)],
    ['a folder whose group may write', (folder) => chmodSync(folder, 0o770)],
    ['a folder above that others may write', (_, base) => chmodSync(join(base, 'area-send-drafting'), 0o777)],
    [
      'a link in the place of the folder',
      (folder, base) => {
        renameSync(folder, join(base, 'elsewhere'));
        symlinkSync(join(base, 'elsewhere'), folder);
      },
    ],
  ] as readonly (readonly [string, (folder: string, base: string) => void])[]) {
    it(`is not used in ${name}`, () =>
      inCache((folder, base) => {
        opened(folder).write('a', code);
        change(folder, base);
        assert.equal(KeptFolder.open(folder, { create: true }), null);
        assert.equal(KeptFolder.open(folder, { create: false }), null);
      }));
  }

  for (const [name, change] of [
    ['a file that others may write', (file) => chmodSync(file, 0o666)],
    ['a file that others may read', (file) => chmodSync(file, 0o644)],
    ['a file with a second name', (file, base) => linkSync(file, join(base, 'second'))],
    [
      'a link',
      (file, base) => {
        renameSync(file, join(base, 'elsewhere'));
        symlinkSync(join(base, 'elsewhere'), file);
      },
    ],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    [
      'a pipe',
      (file) => {
        rmSync(file);
        execFileSync('mkfifo', ['-m', '600', file]);
      },
    ],
  ] as readonly (readonly [string, (file: string, base: string) => void])[]) {
    it(`does not believe ${name}`, () =>
      inCache((folder, base) => {
        const kept = opened(folder);
        kept.write('a', code);
        assert.deepEqual(kept.read('a')?.content, code);
        change(join(folder, 'a'), base);
        assert.equal(kept.read('a'), null);
        kept.write('a', code);
        if (name === 'a folder') return;
        assert.deepEqual(kept.read('a')?.content, code, 'it is replaced');
        if (existsSync(join(base, 'elsewhere')))
          assert.equal(readFileSync(join(base, 'elsewhere')).subarray(32).toString(), code.toString());
      }));
  }

  it('believes no file from another folder: its names and sums are secret', () =>
    inCache((folder, base) => {
      const [kept, other] = [opened(folder), opened(join(base, 'other', 'code'))];
      other.write('a', code);
      writeFileSync(join(folder, 'a'), readFileSync(join(base, 'other', 'code', 'a')), { mode: 0o600 });
      assert.equal(kept.read('a'), null);
      assert.notEqual(kept.nameFor('key'), other.nameFor('key'));
    }));

  it('does not believe or run files of another user', function () {
    if (!hasOthers) this.skip();
    return inCache((folder, base) => {
      const kept = opened(folder);
      kept.write('a', code);
      assert.ok(giveAway(join(folder, 'a')));
      assert.equal(kept.read('a'), null);

      const script = join(base, 'script-1.cjs');
      writeFileSync(script, 'module.exports = 1;');
      const cache = join(base, 'run', 'code');
      loadScript(script, cache).keep();
      assert.equal(loadScript(script, cache).fromCache, true);
      for (const name of readdirSync(cache)) assert.ok(giveAway(join(cache, name)));
      assert.equal(loadScript(script, cache).fromCache, false);
    });
  });

  it('is not used where another user made the folder first', function () {
    if (!hasOthers) this.skip();
    return inCache((folder, base) => {
      chmodSync(base, 0o777);
      if (!asNobody(`umask 0; mkdir -p '${folder}'; echo x > '${folder}/secret'`)) this.skip();
      assert.equal(KeptFolder.open(folder, { create: true }), null);
      assert.deepEqual(readdirSync(folder), ['secret']);
    });
  });

  it('writes nothing through a link that another user put there', function () {
    if (!hasOthers) this.skip();
    return inCache((folder, base) => {
      chmodSync(base, 0o777);
      const victim = join(base, 'victim');
      mkdirSync(victim, { mode: 0o700 });
      if (!asNobody(`ln -s '${victim}' '${join(base, 'area-send-drafting')}'`)) this.skip();
      assert.equal(KeptFolder.open(folder, { create: true }), null);
      assert.deepEqual(readdirSync(victim), []);
    });
  });
});
