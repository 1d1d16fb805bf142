import assert from 'node:assert/strict';
import { ignoreFile, Ignored } from '../../src/workspace/git-ignore.js';

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

  it('is nothing without such a file', () => assert.equal(new Ignored([]).has('build/a.md'), false));
});
