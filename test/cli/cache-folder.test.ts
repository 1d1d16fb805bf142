import assert from 'node:assert/strict';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../src/cli/cache-folder.js';

describe('the folder of what is kept between runs', () => {
  const { homedir } = os;
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base = join(os.tmpdir(), 'cache');
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  const withHome = (home: () => string): void => {
    os.homedir = home;
    syncBuiltinESMExports();
  };
  beforeEach(() => {
    set('XDG_CACHE_HOME', undefined);
    set('LOCALAPPDATA', undefined);
  });
  afterEach(() => {
    set('XDG_CACHE_HOME', XDG_CACHE_HOME);
    set('LOCALAPPDATA', LOCALAPPDATA);
    withHome(homedir);
  });

  it('stands in the user’s cache folder, or at home', () => {
    withHome(() => base);
    assert.equal(cacheFolder('code'), join(base, '.cache', 'area-send-drafting', 'code'));
    process.env.XDG_CACHE_HOME = base;
    assert.equal(cacheFolder('code'), join(base, 'area-send-drafting', 'code'));
    process.env.XDG_CACHE_HOME = 'relative';
    assert.equal(cacheFolder('code'), join(base, '.cache', 'area-send-drafting', 'code'));
  });

  it('is not there for a user without a home', () => {
    withHome(() => {
      throw new Error('no such file or directory');
    });
    assert.equal(cacheFolder('code'), null);
    process.env.XDG_CACHE_HOME = base;
    assert.equal(cacheFolder('code'), join(base, 'area-send-drafting', 'code'));
  });
});
