import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { foundFile } from './fuzz.js';

const nameOf = (property: string): string => basename(foundFile(property).pathname, '.json');
const folder = new URL('./', import.meta.url);

describe('what the fuzzer once found', () => {
  it('is tried by a property each', () => {
    const claimed: string[] = [];
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.test.ts')) continue;
      for (const [, , property] of readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8').matchAll(/\btries\((['`])(.+?)\1/g))
        claimed.push(nameOf(property!));
    }
    const files = readdirSync(new URL('fuzz-found/', folder)).filter((name) => name.endsWith('.json'));
    assert.ok(files.length > 0);
    // A property that is tried with several kinds of input ends in the kind.
    for (const name of files)
      assert.ok(
        claimed.some((one) => name === `${one}.json` || (one.endsWith('-name') && name.startsWith(one.slice(0, -'name'.length)))),
        `no property tries ${name}`,
      );
  });
});
