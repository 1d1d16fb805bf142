import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDocument } from '../../src/document/index.js';
import { changesBetween, csv, filterActions, trackActions } from '../../src/tracker/index.js';
import { likeness, likePairs } from '../../src/tracker/_alike.js';
import { areaSend, inFolder } from '../cli/_run.js';

const TODAY = '2026-11-26';
const WHAT = ['Train', 'Recruit', 'Publish', 'Review', 'Open', 'Fund'];
const THING = [
  'therapists for early years',
  'a guide to annual reviews',
  'the short breaks offer',
  'speech therapy in nurseries',
  'a register of tuition',
];

interface Row {
  number: string;
  text: string;
  owner: string;
  due: string;
  measure: string;
  status: string;
}

/** Thirty actions, each of its own. */
const rows = (): Row[] =>
  Array.from({ length: 30 }, (_, index) => ({
    number: `${Math.floor(index / 5) + 1}.${(index % 5) + 1}`,
    text: `${WHAT[Math.floor(index / 5)]} ${THING[index % 5]} in district ${index + 1}`,
    owner: `Head of service ${index + 1}`,
    due: '31 March 2027',
    measure: `${index + 10} families report a change`,
    status: 'In progress',
  }));

const plan = (list: readonly Row[], numbered = true): string =>
  `# Exampleshire SEND strategic plan\n\n## Actions\n\n| ${numbered ? 'No. | ' : ''}Action | Lead | Due date | Success measure | Status |\n| ${numbered ? '--- | ' : ''}--- | --- | --- | --- | --- |\n${list
    .map((row) => `| ${numbered ? `${row.number} | ` : ''}${row.text} | ${row.owner} | ${row.due} | ${row.measure} | ${row.status} |\n`)
    .join('')}`;

const open = (text: string, path = 'plan.md') => openDocument(text, { path });

describe('changes between two versions of a plan', () => {
  for (const numbered of [true, false]) {
    it(`finds every planted one and invents none, ${numbered ? 'with' : 'without'} numbers`, () => {
      const [before, after] = [rows(), rows()];
      const expected: string[] = [];
      after.forEach((row, index) => {
        const plant = (what: string): void => void expected.push(`${row.text.slice(-2)} ${what}`);
        if (index % 3 === 0) {
          row.due = '30 April 2027';
          plant('due');
        }
        if (index % 3 === 1) {
          row.owner = `Designated officer ${index}`;
          plant('owner');
        }
        if (index % 2 === 0) {
          row.status = 'Complete';
          plant('status');
        }
        if (index % 5 === 2) {
          row.measure = `Waits are below ${index} weeks`;
          plant('measure');
        }
        if (index % 6 === 5) {
          row.text = row.text.replace('in district', 'jointly in district');
          plant('reworded');
        }
      });
      const removed = after.splice(7, 2);
      const gone = new Set(removed.map(({ text }) => text.slice(-2)));
      const kept = expected.filter((entry) => !gone.has(entry.slice(0, 2)));
      after.splice(3, 0, {
        number: '9.1',
        text: 'Write a charter with young people',
        owner: 'Participation lead',
        due: 'May 2027',
        measure: 'It is signed',
        status: '',
      });
      // Their order says nothing.
      after.push(after.shift()!);
      const found = changesBetween(open(plan(before, numbered)), open(plan(after, numbered)), TODAY);
      assert.deepEqual(
        found.added.map(({ text }) => text),
        ['Write a charter with young people'],
      );
      assert.deepEqual(found.removed.map(({ text }) => text).sort(), removed.map(({ text }) => text.replace('jointly ', '')).sort());
      assert.deepEqual(
        found.changed.flatMap(({ after: now, changes }) => changes.map(({ what }) => `${now.text.slice(-2)} ${what}`)).sort(),
        [...kept].sort(),
      );
      assert.ok(kept.length + 3 >= 45);
      const due = found.changed.flatMap(({ changes }) => changes).find(({ what }) => what === 'due');
      // Good Friday and Easter Monday lie between: 26 and 29 March 2027 are before, so every weekday counts.
      assert.equal(due?.what === 'due' && due.workingDays, 22);
    });
  }

  it('are none between a plan and itself', () => {
    const found = changesBetween(open(plan(rows())), open(plan(rows())), TODAY);
    assert.deepEqual([found.added, found.removed, found.changed, found.unchanged], [[], [], [], 30]);
  });

  it('follow an action whose number stays and whose words do not, and one whose number changes', () => {
    const [before, after] = [rows().slice(0, 3), rows().slice(0, 3)];
    after[0]!.text = 'Set up a panel';
    after[1]!.number = '7.7';
    const { changed, added, removed } = changesBetween(open(plan(before)), open(plan(after)), TODAY);
    assert.deepEqual([added, removed], [[], []]);
    assert.deepEqual(
      changed.map(({ changes }) => changes.map(({ what }) => what)),
      [['reworded'], ['number']],
    );
  });
});

describe('pairs of texts that are alike', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { maxLength: 9 }).map((list) => new Set(list));
  const lists = fc.array(words, { maxLength: 12 });
  it('are those that comparing all with all finds', () =>
    fc.assert(
      fc.property(lists, lists, fc.constantFrom(0.5, 0.7, 0.8), fc.boolean(), (one, second, least, withItself) => {
        const other = withItself ? one : second;
        const all = one.flatMap((x, a) => other.flatMap((y, b) => (likeness(x, y) >= least ? [{ a, b, likeness: likeness(x, y) }] : [])));
        const inOrder = (list: typeof all): typeof all => [...list].sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
        assert.deepEqual(likePairs(one, other, least), inOrder(all));
        assert.deepEqual(
          likePairs(one, other, least, (a, b) => a < b),
          inOrder(all).filter(({ a, b }) => a < b),
        );
      }),
    ));
});

describe('the tracker', () => {
  it('puts late actions first and knows the same action in another plan', () => {
    const one = rows().slice(0, 4);
    one[2]!.due = '1 June 2026';
    const other = [{ ...one[0]!, owner: 'Somebody else' }];
    const actions = trackActions([open(plan(one), 'a.md'), open(plan(other), 'b.md')], TODAY);
    assert.equal(actions.length, 5);
    assert.equal(actions[0]!.isLate, true);
    assert.equal(actions[0]!.text, one[2]!.text);
    const twice = actions.filter(({ alsoIn }) => alsoIn.length > 0);
    assert.deepEqual(
      twice.map(({ path, alsoIn }) => [path, alsoIn[0]!.path, alsoIn[0]!.differs]),
      [
        ['a.md', 'b.md', ['owner']],
        ['b.md', 'a.md', ['owner']],
      ],
    );
    assert.equal(filterActions(actions, { owner: 'SOMEBODY' }).length, 1);
    assert.equal(filterActions(actions, { state: 'late' }).length, 1);
    assert.equal(filterActions(actions, { dueBefore: '2026-12-31' }).length, 1);
  });

  it('knows the same action where only joining words differ, and no other', () => {
    const plan = (path: string, ...rows: readonly string[]) =>
      openDocument(
        `# Exampleshire ${path} SEND strategic plan\n\n## Actions\n\n| Action | Lead | Due |\n| --- | --- | --- |\n${rows.map((row) => `| ${row} | Head of SEND | May 2027 |\n`).join('')}`,
        { path },
      );
    const actions = trackActions(
      [
        plan('a.md', 'Open a drop-in clinic for parents in each family hub', 'Train SENCOs in the graduated approach'),
        plan('b.md', 'Open a drop-in clinic for parents in every family hub', 'Train nurseries in the graduated approach'),
      ],
      TODAY,
    );
    assert.deepEqual(
      actions.filter(({ alsoIn }) => alsoIn.length > 0).map(({ text }) => text.slice(0, 21)),
      ['Open a drop-in clinic', 'Open a drop-in clinic'],
    );
  });

  it('writes no formula into a spreadsheet', () => {
    assert.equal(csv([['=1+1', '@x', '-2', 'a,b', 'say "so"', 'plain']]), '\uFEFF\'=1+1,\'@x,\'-2,"a,b","say ""so""",plain\r\n');
  });
});

describe('area-send actions and changes', () => {
  it('print what the tracker knows, without anybody’s data', () =>
    inFolder(
      { 'a.md': plan([{ ...rows()[0]!, text: 'Ring 07700 900461 about places' }]), 'b.md': plan(rows().slice(0, 2)) },
      async (folder) => {
        const listed = await areaSend(folder, 'actions', '--format', 'json', '--today', TODAY);
        assert.equal(listed.status, 0);
        assert.doesNotMatch(listed.out, /900461/);
        assert.equal((JSON.parse(listed.out) as { actions: unknown[] }).actions.length, 3);
        const changed = await areaSend(folder, 'changes', 'a.md', 'b.md', '--format', 'json');
        assert.doesNotMatch(changed.out, /900461/);
        assert.equal((JSON.parse(changed.out) as { summary: { added: number } }).summary.added, 1);
        const missing = await areaSend(folder, 'changes', 'a.md', 'c.md');
        assert.equal(missing.status, 2);
        assert.match(missing.err, /^area-send: c\.md: .*\n$/);
        for (const format of ['pretty', 'markdown'])
          assert.match((await areaSend(folder, 'changes', 'a.md', 'b.md', '--format', format)).out, /1 added/);
      },
    ));
});
