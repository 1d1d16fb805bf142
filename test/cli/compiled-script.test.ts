import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadScript } from '../../src/cli/compiled-script.js';
import { inFolder } from './_run.js';

interface Exports {
  readonly url: string;
  greet(name: string): string;
}

const SCRIPT = "const { join } = require('node:path'); module.exports = { url: scriptUrl, greet: (name) => join('hello', name) };";
const DAY = 24 * 60 * 60 * 1000;

describe('the compiled code of a script', () => {
  const inEach = (test: (script: string, folder: string) => void): Promise<void> =>
    inFolder({ 'script-1.cjs': SCRIPT }, (folder) => {
      test(join(folder, 'script-1.cjs'), join(folder, 'cache/code'));
      return Promise.resolve();
    });
  const load = (script: string, folder: string | null): boolean => {
    const { exports, fromCache, keep } = loadScript<Exports>(script, folder);
    assert.equal(exports.url, pathToFileURL(script).href);
    assert.equal(exports.greet('world'), join('hello', 'world'));
    keep();
    return fromCache;
  };
  const only = (folder: string): string => {
    const names = readdirSync(folder);
    assert.equal(names.length, 1, names.join(' '));
    return join(folder, names[0]!);
  };

  it('is kept in one file and used by the next run', () =>
    inEach((script, folder) => {
      assert.equal(load(script, folder), false);
      const { mtimeMs } = statSync(only(folder));
      assert.equal(load(script, folder), true);
      assert.equal(statSync(only(folder)).mtimeMs, mtimeMs, 'it is not written again');
    }));

  it('is written again after a day, with what has been called since', () =>
    inEach((script, folder) => {
      load(script, folder);
      const before = (Date.now() - 2 * DAY) / 1000;
      utimesSync(only(folder), before, before);
      assert.equal(load(script, folder), true);
      assert.ok(Date.now() - statSync(only(folder)).mtimeMs < DAY);
    }));

  it('is not believed when anything else changed it', () =>
    inEach((script, folder) => {
      load(script, folder);
      const good = readFileSync(only(folder));
      const flipped = (at: number): Buffer => {
        const bytes = Buffer.from(good);
        bytes[at]! ^= 1;
        return bytes;
      };
      for (const bad of [
        Buffer.alloc(0),
        Buffer.from('nonsense'),
        good.subarray(0, 32),
        good.subarray(0, good.length - 8),
        flipped(0),
        flipped(40),
        flipped(good.length >> 1),
        flipped(good.length - 1),
        Buffer.concat([good, Buffer.alloc(8)]),
      ]) {
        writeFileSync(only(folder), bad);
        assert.equal(load(script, folder), false);
        assert.equal(load(script, folder), true, 'it has been replaced');
      }
    }));

  it('belongs to one script', () =>
    inEach((script, folder) => {
      load(script, folder);
      const other = script.replace('script-1', 'script-2');
      writeFileSync(other, SCRIPT);
      // As if it had been renamed by hand.
      writeFileSync(only(folder).replace('script-1', 'script-2'), readFileSync(only(folder)));
      assert.equal(load(other, folder), false);
      assert.equal(readdirSync(folder).length, 2);
    }));

  it('belongs to one build of a script that keeps its name', () =>
    inEach((script, folder) => {
      const load = (build: string): boolean => {
        const { fromCache, keep } = loadScript<Exports>(script, folder, build);
        keep();
        return fromCache;
      };
      assert.deepEqual(['one', 'two', 'one', 'two'].map(load), [false, false, true, true]);
    }));

  it('is compiled each time where nothing can be kept', () =>
    inEach((script, folder) => {
      assert.equal(load(script, null), false);
      assert.equal(existsSync(folder), false);
      // A file stands where the folder should be made.
      const blocked = join(script, 'code');
      assert.equal(load(script, blocked), false);
      assert.equal(load(script, blocked), false);
    }));

  it('does not pile up', () =>
    inEach((script, folder) => {
      load(script, folder);
      const first = only(folder);
      for (let version = 0; version < 12; version++) {
        writeFileSync(`${first}.${version}`, '');
        utimesSync(`${first}.${version}`, version, version);
      }
      writeFileSync(first, '');
      load(script, folder);
      const names = readdirSync(folder);
      assert.equal(names.length, 8);
      assert.ok(names.includes(first.slice(folder.length + 1)));
    }));
});
