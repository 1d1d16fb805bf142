import assert from 'node:assert/strict';
import { openDocument } from '../../src/document/index.js';
import { changesBetween, changesSummary } from '../../src/tracker/index.js';

/*
 * Sixty changes, planted by chance into plans of several shapes: all are found, and none is invented.
 */

const PLANTED = 60;
const ACTIONS = 44;

interface Row {
  number: string | null;
  text: string;
  owner: string;
  due: string;
  measure: string;
  status: string;
}

/** Numbers from 0 to below 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const VERBS = ['Train', 'Recruit', 'Publish', 'Review', 'Open', 'Fund', 'Agree', 'Pilot', 'Map', 'Join up', 'Extend'];
const THINGS = [
  'therapists for early years settings',
  'guidance on annual reviews',
  'short breaks for families in the north',
  'speech and language support in nurseries',
];
const OWNERS = ['Head of SEND', 'Designated Clinical Officer', 'Director of Nursing', 'Virtual School Head', 'Head of Early Help'];
const DUES = ['31 March 2027', '31 July 2027', '30 September 2027', '31 December 2027'];
const STATES = ['Not started', 'On track', 'Delayed', 'Complete'];

const rows = (numbered: boolean): Row[] =>
  Array.from({ length: ACTIONS }, (_, index) => ({
    number: numbered ? `${Math.floor(index / 11) + 1}.${(index % 11) + 1}` : null,
    text: `${VERBS[index % 11]!} ${THINGS[Math.floor(index / 11)]!} with school cluster ${index + 1}`,
    owner: OWNERS[index % OWNERS.length]!,
    due: DUES[index % DUES.length]!,
    measure: `${20 + index} families say that it helps`,
    status: STATES[index % STATES.length]!,
  }));

const LAYOUTS: Readonly<Record<string, (list: readonly Row[]) => string>> = {
  'a table with numbers': (list) =>
    `## Actions\n\n| No. | Action | Lead | By when | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${list
      .map(({ number, text, owner, due, measure, status }) => `| ${number} | ${text} | ${owner} | ${due} | ${measure} | ${status} |\n`)
      .join('')}`,
  'a table without numbers': (list) =>
    `## Actions\n\n| What we’ll do | How we’ll know | Who | When | RAG |\n| --- | --- | --- | --- | --- |\n${list
      .map(({ text, owner, due, measure, status }) => `| ${text} | ${measure} | ${owner} | ${due} | ${status} |\n`)
      .join('')}`,
  'field blocks': (list) =>
    `## Actions\n\n${list
      .map(
        ({ number, text, owner, due, measure, status }) =>
          `### Action ${number}: ${text}\n\n- **Due date:** ${due}\n- **Responsible officer:** ${owner}\n- **Success criteria:** ${measure}\n- **Status:** ${status}\n`,
      )
      .join('\n')}`,
  'tables under the time by which they are due': (list) =>
    [...new Set(list.map(({ due }) => due))]
      .map((day) => [day, list.filter(({ due }) => due === day)] as const)
      .map(
        ([day, part]) =>
          `## By ${day}\n\n| Action | Lead | Impact measure | Status |\n| --- | --- | --- | --- |\n${part
            .map(({ text, owner, measure, status }) => `| ${text} | ${owner} | ${measure} | ${status} |\n`)
            .join('')}`,
      )
      .join('\n'),
  'a table of fields for each': (list) =>
    `## Actions\n\n${list
      .map(
        ({ number, text, owner, due, measure, status }) =>
          `### ${number} ${text}\n\n| | |\n| --- | --- |\n| Lead | ${owner} |\n| Deadline | ${due} |\n| Success measure | ${measure} |\n| Status | ${status} |\n`,
      )
      .join('\n')}`,
  'lines of labels': (list) =>
    `## What we will do\n\n${list
      .map(
        ({ text, owner, due, measure, status }) =>
          `**Action:** ${text}\\\n**Owner:** ${owner}\\\n**Deadline:** ${due}\\\n**How we will know:** ${measure}\\\n**RAG:** ${status}\n`,
      )
      .join('\n')}`,
  'a list with labels below': (list) =>
    `## Our actions\n\n${list
      .map(
        ({ text, owner, due, measure, status }) =>
          `* ${text}\n  * Lead: ${owner}\n  * By when: ${due}\n  * Success measure: ${measure}\n  * Status: ${status}\n`,
      )
      .join('')}`.replace(/\n/g, '\r\n'),
  'a list': (list) =>
    `## Actions\n\n${list
      .map(({ text, owner, due, measure, status }) => `- ${text}. Lead: ${owner}; due: ${due}; measure: ${measure}; status: ${status}\n`)
      .join('')}`,
};
const isNumbered = (layout: string): boolean => ['a table with numbers', 'field blocks', 'a table of fields for each'].includes(layout);

const titled = (body: string): string => `# Exampleshire SEND strategic plan\n\n${body}`;

type Kind = 'due' | 'owner' | 'measure' | 'status' | 'reworded' | 'removed' | 'added';
const KINDS: readonly Kind[] = ['due', 'owner', 'measure', 'status', 'reworded', 'due', 'status', 'removed', 'added'];

/** The later version, and what was planted: the cluster by which an action is known, and the kind of change. */
function plant(before: readonly Row[], random: () => number): { readonly after: readonly Row[]; readonly planted: readonly string[] } {
  const after: (Row | null)[] = before.map((row) => ({ ...row }));
  const planted = new Set<string>();
  const other = <T>(list: readonly T[], now: T): T => list.filter((item) => item !== now)[Math.floor(random() * (list.length - 1))]!;
  let added = 0;
  while (planted.size < PLANTED) {
    const kind = KINDS[Math.floor(random() * KINDS.length)]!;
    const index = Math.floor(random() * ACTIONS);
    const row = after[index];
    const name = `${index + 1} ${kind}`;
    if (kind === 'added') {
      added++;
      if (added > 6) continue;
      planted.add(`new ${added} added`);
      after.push({
        number: `9.${added}`,
        text: `${['Write a charter', 'Buy equipment', 'Hold a conference', 'Start a helpline', 'Visit families', 'Print a leaflet'][added - 1]!} new ${added}`,
        owner: 'Participation Lead',
        due: '31 May 2027',
        measure: 'It is there by 31 May',
        status: 'Not started',
      });
      continue;
    }
    if (!row || planted.has(name)) continue;
    if (kind === 'removed') {
      // What was planted in it before is gone with it.
      if ([...planted].some((entry) => entry.startsWith(`${index + 1} `)) || after.filter((one) => one === null).length > 5) continue;
      after[index] = null;
    } else if (kind === 'reworded') row.text = row.text.replace(' with school', ' together with every school');
    else if (kind === 'due') row.due = other(DUES, row.due);
    else if (kind === 'owner') row.owner = other(OWNERS, row.owner);
    else if (kind === 'status') row.status = other(STATES, row.status);
    else row.measure = `Waits fall by ${index + 3} weeks`;
    planted.add(name);
  }
  const left = after.filter((row) => row !== null);
  // Their order says nothing.
  left.push(left.shift()!);
  return { after: left, planted: [...planted] };
}

const nameOf = (text: string): string => /(?:cluster|(?=new)) ?((?:new )?\d+)/.exec(text)?.[1] ?? text;

/** From which layout to which: a plan may be written anew in another. */
const FROM_TO = [
  ...Object.keys(LAYOUTS).map((layout) => [layout, layout] as const),
  ['a table with numbers', 'field blocks'],
  ['a table without numbers', 'a list'],
  ['lines of labels', 'tables under the time by which they are due'],
] as const;

describe('sixty planted changes', () => {
  for (const [from, to] of FROM_TO)
    for (const seed of [1, 2, 3])
      it(`are all found, and none is invented: ${from === to ? from : `${from}, then ${to}`}, seed ${seed}`, () => {
        const before = rows(isNumbered(from));
        const { after, planted } = plant(before, chance(seed));
        const open = (layout: string, list: readonly Row[]) => openDocument(titled(LAYOUTS[layout]!(list)), { path: 'plan.md' });
        const found = changesBetween(open(from, before), open(to, after), '2026-11-26');
        const told = [
          ...found.added.map(({ text }) => `${nameOf(text)} added`),
          ...found.removed.map(({ text }) => `${nameOf(text)} removed`),
          ...found.changed.flatMap(({ after: now, changes }) => changes.map(({ what }) => `${nameOf(now.text)} ${what}`)),
        ];
        assert.equal(planted.length, PLANTED);
        assert.deepEqual(told.sort(), [...planted].sort());
      });
});

describe('an action whose words say by when and by whom', () => {
  const open = (...items: readonly string[]) =>
    openDocument(`# Exampleshire SEND strategic plan\n\n## What we will do\n\nWe will:\n\n${items.map((item) => `- ${item}\n`).join('')}`, {
      path: 'plan.md',
    });
  const told = (before: readonly string[], after: readonly string[]) => {
    const { added, removed, changed } = changesBetween(open(...before), open(...after), '2026-11-26');
    return [added.length, removed.length, ...changed.flatMap(({ changes }) => changes.map(({ what }) => what))];
  };
  const other = 'train staff in all nurseries by July 2027';

  it('slips, and is not another one, however few its words are', () => {
    assert.deepEqual(told(['open a clinic by September 2027', other], ['open a clinic by 29 June 2029', other]), [0, 0, 'due']);
    assert.deepEqual(told(['open a clinic by September 2027', other], ['open a second clinic by September 2027', other]), [
      0,
      0,
      'reworded',
    ]);
  });

  it('is as before where it is', () =>
    assert.deepEqual(told(['open a clinic by September 2027', other], [other, 'open a clinic by September 2027']), [0, 0]));
});

describe('a summary for a pull request', () => {
  const HEAD =
    '# Exampleshire SEND strategic plan\n\n## Actions\n\n| No. | Action | Lead | By when | Measure | Status |\n| --- | --- | --- | --- | --- | --- |\n';
  const open = (...rows: readonly string[]) => openDocument(HEAD + rows.map((row) => `| ${row} |\n`).join(''), { path: 'plan.md' });

  it('tells first what slipped and what is done, and names what is no longer said', () => {
    const before = open(
      '1.1 | Open a clinic | Head of Health | 31 March 2027 | 18 weeks | On track',
      '1.2 | Train staff | Head of SEND | 31 July 2027 | | On track',
    );
    const after = open(
      '1.1 | Open a clinic | Head of Health | 30 April 2027 | | Complete',
      '1.2 | Train staff | Head of SEND | 31 July 2027 | 80 trained | On track',
    );
    const summary = changesSummary(changesBetween(before, after, '2026-11-26'));
    assert.match(summary, /\n\n1 deadline moved to a later day, by 22 working days\. 1 action is complete that was not\.\n\n/);
    assert.match(
      summary,
      /\n- 1\.1 Open a clinic\n {2}- due “30 April 2027”, before “31 March 2027”, 22 working days later\n {2}- no measure any more, before “18 weeks”\n/,
    );
    assert.match(summary, /\n- 1\.2 Train staff\n {2}- measure “80 trained”, before none$/);
  });
});
