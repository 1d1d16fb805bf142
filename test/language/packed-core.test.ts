import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Core } from '../../src/language/_core.js';
import { unpackCore } from '../../src/language/_packed-core.js';
// @ts-expect-error: a tool of the build, without types.
import { packCore } from '../../tools/language/packed-core.mjs';

const pack = packCore as (core: Core) => Parameters<typeof unpackCore>[0];
const read = (): Core => (createRequire(import.meta.url)('wink-eng-lite-web-model') as { core(): Core }).core();

describe('the packed model of the language', () => {
  const core = read();
  const packed = unpackCore(pack(read()));
  const { list, hash, intrinsicSize } = core.features.lexeme;

  it('finds every form at its index, and no other', () => {
    assert.equal(packed.features.lexeme.list.length, list.length);
    list.forEach((form, index) => {
      assert.equal(packed.features.lexeme.list[index], form);
      assert.equal(packed.features.lexeme.hash[form], index, form);
    });
    for (const form of list)
      for (const other of [`${form}q`, form.slice(1), form.toUpperCase(), `\u0000${form}`])
        assert.equal(packed.features.lexeme.hash[other], hash[other], other);
    for (const other of ['', '\u0000', '\n', 'constructor', '__proto__', 'toString', '0', 'zzzz', '\u{10ffff}'])
      assert.equal(packed.features.lexeme.hash[other], hash[other], other);
  });

  it('takes forms that the tagger meets', () => {
    const { lexeme } = packed.features;
    const index = lexeme.list.push('xyzzyish') - 1;
    lexeme.hash['xyzzyish'] = index;
    assert.equal(index, intrinsicSize);
    assert.equal(lexeme.hash['xyzzyish'], index);
    assert.equal(lexeme.list[index], 'xyzzyish');
    assert.equal(lexeme.list[index + 1], undefined);
  });

  it('says the same of every form', () => {
    const rest = ({ features, ...others }: Core): unknown => ({ ...others, features: { ...features, lexeme: null } });
    assert.deepEqual(rest(packed), rest(core));
  });
});
