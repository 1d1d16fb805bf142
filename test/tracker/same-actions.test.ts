import assert from 'node:assert/strict';
import { acronymsOf } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { trackActions, type TrackedAction } from '../../src/tracker/index.js';
import pairs from './same-actions.json' with { type: 'json' };

/*
 * One action in two plans, in other words: what is certain is one action, what is likely is told as perhaps the same, and what only looks
 * alike is neither.
 */

const TODAY = '2026-11-26';

type Row = readonly string[];
const plan = (path: string, rows: readonly Row[], before = '') =>
  openDocument(
    `# Exampleshire SEND ${path === 'a.md' ? 'strategic' : 'priority action'} plan\n\n${before}## Actions\n\n| Action | Lead | Due |\n| --- | --- | --- |\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`,
    { path },
  );
const track = (one: readonly Row[], other: readonly Row[], before = ''): readonly TrackedAction[] =>
  trackActions([plan('a.md', one), plan('b.md', other, before)], TODAY, (document) => acronymsOf(document).explained);

type Answer = 'same' | 'perhaps' | 'neither';
function answer([one, other]: readonly Row[]): Answer {
  const [first] = track([one!], [other!]);
  return first!.alsoIn.length > 0 ? 'same' : first!.perhapsIn.length > 0 ? 'perhaps' : 'neither';
}

describe('the same action in other words', () => {
  for (const [name, { same, different }, least] of [
    ['forty pairs of each kind', pairs, 34],
    ['fifteen that came later', pairs.later, 12],
  ] as const)
    it(`is known in most of ${name}; what only looks alike is never merged, and rarely told`, () => {
      const [found, wrong] = [same.map(answer), different.map(answer)];
      assert.ok(found.filter((one) => one !== 'neither').length >= least, JSON.stringify(same.filter((_, at) => found[at] === 'neither')));
      assert.equal(wrong.filter((one) => one === 'same').length, 0);
      assert.ok(wrong.filter((one) => one === 'perhaps').length <= 2, JSON.stringify(different.filter((_, at) => wrong[at] !== 'neither')));
    });

  it('is the likest one only, and no other where the plan has it for certain', () => {
    const actions = track(
      [['Open a clinic in Thornby'], ['Recruit four educational psychologists']],
      [['We will appoint 4 EPs'], ['Four additional educational psychologists are recruited and trained'], ['Open a clinic in Thornby']],
    );
    assert.deepEqual(
      actions
        .filter(({ path }) => path === 'a.md')
        .map(({ alsoIn, perhapsIn }) => [alsoIn.map(({ id }) => id), perhapsIn.map(({ id }) => id)]),
      [
        [['A3'], []],
        [[], ['A1']],
      ],
    );
  });

  it('reads letters as their plan explains them, and an owner in letters as the same owner', () => {
    const before = 'The Rapid Advice Team (RATS) helps, and so does the principal educational psychologist (PEP).\n\n';
    const [first] = track(
      [['Recruit two nurses for the rapid advice team', 'Principal educational psychologist', 'May 2027']],
      [['Two RATS nurses recruited', 'PEP', 'June 2027']],
      before,
    );
    assert.deepEqual(
      first!.perhapsIn.map(({ differs }) => differs),
      [['due']],
    );
  });

  it('is not certain where nearly the same words name another number or another thing', () => {
    for (const [one, other] of [
      [
        'Train the staff of special schools and resource bases in positive handling and listening through 12 workshops',
        'Train the staff of special schools and resource bases in positive handling and listening through 20 workshops',
      ],
      [
        'Train staff of all primary schools in the graduated approach, in writing outcomes and in listening to families',
        'Train staff of all secondary schools in the graduated approach, in writing outcomes and in listening to families',
      ],
    ]) {
      const [first] = track([[one!]], [[other!]]);
      assert.deepEqual([first!.alsoIn.length, first!.perhapsIn.length], [0, 1], one);
    }
  });

  it('is not looked for in the plan of another local area', () => {
    const other = openDocument(plan('b.md', [['We will appoint 4 EPs']]).text.replace('Exampleshire', 'Sampleshire'), { path: 'b.md' });
    const actions = trackActions([plan('a.md', [['Recruit four educational psychologists']]), other], TODAY);
    assert.deepEqual(
      actions.map(({ perhapsIn }) => perhapsIn.length),
      [0, 0],
    );
  });
});
