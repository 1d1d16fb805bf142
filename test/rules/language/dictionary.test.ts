import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createSession } from '../../../src/check/index.js';
import { installDictionary } from '../../../src/installed-dictionary.js';
import { Dictionary, dictionary, setDictionary } from '../../../src/language/dictionary.js';

const text = readFileSync(new URL('../../../dictionary/en-GB.txt', import.meta.url), 'utf8');

describe('the dictionary', () => {
  after(installDictionary);
  const words = new Dictionary(text);

  it('is sorted, so that every word of it is found', () => {
    const lines = text.split('\n').slice(0, -1);
    assert.ok(lines.length > 100_000);
    assert.equal(
      lines.find((line, index) => index > 0 && lines[index - 1]! >= line),
      undefined,
    );
    for (let index = 0; index < lines.length; index += 997) assert.ok(words.has(lines[index]!));
    assert.ok(words.has(lines[0]!) && words.has(lines.at(-1)!));
  });

  it('knows British English, with curly apostrophes and in any case', () => {
    for (const word of ['organisation', 'behaviour', 'Children', 'children’s', "children's", 'London', 'practitioners'])
      assert.ok(words.has(word), word);
    for (const word of ['organization', 'behavior', 'partnrship', 'muti', '', 'london’ss']) assert.ok(!words.has(word), word);
  });

  it('suggests words one slip away, in the case of the word', () => {
    assert.deepEqual(words.suggest('parntership'), ['partnership']);
    assert.ok(words.suggest('comission').includes('commission'));
    assert.equal(words.suggest('Educaton')[0], 'Education');
    assert.ok(words.suggest('cat', 2).length <= 2);
    assert.deepEqual(words.suggest('zzzzqqqq'), []);
  });

  it('is read when the first word is looked up, once', () => {
    let reads = 0;
    setDictionary(() => {
      reads++;
      return 'cat\ndog\n';
    });
    assert.equal(reads, 0);
    assert.ok(dictionary()!.has('Dog'));
    assert.ok(!dictionary()!.has('bird'));
    assert.equal(reads, 1);
  });

  it('may be missing, and may come later', () => {
    const options = { today: '2026-11-23', kind: 'strategic-plan', path: 'x.md', only: ['spelling'] } as const;
    const document = 'The parntership meets in muti-agency groups.\n';
    setDictionary(() => null);
    const early = createSession(document, options);
    assert.deepEqual(
      early.findings.map(({ start, end }) => document.slice(start.offset, end.offset)),
      ['muti-agency'],
      'its own list of slips needs no dictionary',
    );
    setDictionary(text);
    early.update(document);
    assert.deepEqual(
      early.findings.map(({ start, end }) => document.slice(start.offset, end.offset)),
      ['parntership', 'muti-agency'],
    );
  });
});
