import assert from 'node:assert/strict';
import { ignoreFile, Ignored, NOTHING_IGNORED, rulesIn } from '../../src/workspace/git-ignore.js';

describe('what Git leaves out', () => {
  const ignored = new Ignored([ignoreFile('plans', '!keep.md\n/old/\n'), ignoreFile('', 'build/\n*.draft.md\nkeep.md\n/top.md\n')]);
  const cases: [path: string, left: boolean, why: string][] = [
    ['reports/a.md', false, 'nothing speaks of it'],
    ['build/a.md', true, 'its folder is left out'],
    ['plans/build/deep/a.md', true, 'a folder further up is left out'],
    ['plans/x.draft.md', true, 'by its name'],
    ['keep.md', true, 'by the file at the root'],
    ['plans/keep.md', false, 'a nearer file takes it in again'],
    ['plans/old/a.md', true, 'by a file in a folder'],
    ['reports/old/a.md', false, 'that file speaks of its own folder only'],
    ['top.md', true, 'at the root'],
    ['plans/top.md', false, 'only at the root'],
    ['planso/keep.md', true, 'a folder whose name begins alike is another'],
  ];
  for (const [path, left, why] of cases) it(`${path}: ${why}`, () => assert.equal(ignored.has(path), left));

  it('asks of a folder as of what is in it', () => {
    assert.equal(ignored.has('build/'), true);
    assert.equal(ignored.has('plans/old/'), true);
    assert.equal(ignored.has('reports/'), false);
  });

  it('takes absolute paths just as well', () => {
    const absolute = NOTHING_IGNORED.and(ignoreFile('/work', 'build/\n')).and(ignoreFile('', '/tmp\n')).and(null);
    assert.deepEqual(
      ['/work/build/a.md', '/work/a.md', '/build/a.md', '/tmp/a.md'].map((path) => absolute.has(path)),
      [true, false, false, true],
    );
  });

  for (const [folder, rules, kept] of [
    ['build', 'build/\n', false],
    ['build', 'build/**\n', false],
    ['build/deep', '/build\n', false],
    ['plans', '*.draft.md\n', true],
    ['plans', 'plans/*\n!plans/any-file-at-all\n', true],
  ] as const)
    it(`in “${folder}”, once that is named, ${kept ? 'keeps to' : 'sets aside'} ${JSON.stringify(rules)}`, () => {
      const around = new Ignored([ignoreFile('', rules)]);
      assert.equal(rulesIn(folder, around) === around, kept);
    });

  it('is nothing without such a file', () => assert.equal(new Ignored([]).has('build/a.md'), false));
});
