import assert from 'node:assert/strict';
import { openDocument } from '../../src/document/index.js';

/*
 * Actions in the many shapes that plans give them, and what becomes of tables that are out of shape.
 */

const PLAN = '# Marlshire SEND improvement plan';
const NOTE = '# Area SEND annual engagement meeting: Marlshire';

const actionsOf = (body: string, title = PLAN, eol = '\n') =>
  openDocument(`${title}\n\n${body}\n`.replace(/\n/g, eol), { path: 'plan.md' }).facts.actions.map(
    ({ text, owner, dueDate, measure, status }) =>
      [text, owner?.text, dueDate, measure?.text, status?.text].map((value) => value?.split('\n').join(' / ') ?? '-').join(' | '),
  );

const CLINIC = 'Open a clinic | Head of Therapies | 2027-03-31';
const STAFF = 'Train staff | Head of SEND | 2027-07-31';
const head = '| Action | Lead | By when | Measure |\n| --- | --- | --- | --- |\n';
const clinic = '| Open a clinic | Head of Therapies | March 2027 | 18 weeks |\n';
const staff = '| Train staff | Head of SEND | July 2027 | 80 trained |\n';

const CASES: Readonly<Record<string, readonly [body: string, actions: readonly string[], title?: string]>> = {
  // Posts, days and states behind the words
  'in brackets': [
    '## Actions\n\n- Open a clinic (Head of Therapies, March 2027)\n- Train staff (Head of SEND; by July 2027; on track)',
    [`${CLINIC} | - | -`, `${STAFF} | - | on track`],
  ],
  'in brackets, with names and other brackets': [
    '## Actions\n\n- Open a clinic (Dr Ann Moss, Head of Therapies, March 2027)\n- Train staff (Programme Lead (Children), by July 2027)',
    ['Open a clinic | Dr Ann Moss, Head of Therapies | 2027-03-31 | - | -', 'Train staff | Programme Lead (Children) | 2027-07-31 | - | -'],
  ],
  'in tables under the time by which they are due': [
    '## By March 2027\n\n| Action | Lead | Measure |\n| --- | --- | --- |\n| Open a clinic | Head of Therapies | 18 weeks |\n\n## Summer term 2027\n\n| Action | Lead |\n| --- | --- |\n| Train staff | Head of SEND |\n| **Autumn term 2027** | |\n| Buy aids | Head of Therapies |',
    [`${CLINIC} | 18 weeks | -`, `${STAFF} | - | -`, 'Buy aids | Head of Therapies | 2027-12-31 | - | -'],
  ],
  'under such a heading in a table that has days of its own': [
    `## By September 2027\n\n${head}${clinic}| Train staff | Head of SEND | | 80 trained |`,
    [`${CLINIC} | 18 weeks | -`, 'Train staff | Head of SEND | - | 80 trained | -'],
  ],
  'as heading over a table of their fields': [
    '## Actions\n\n### 1. Open a clinic\n\n| | |\n| --- | --- |\n| Lead | Head of Therapies |\n| Deadline | 31/03/27 |\n| Success measure | 18 weeks |\n\n### 2. Train more staff\n\n| Lead | Head of SEND |\n| --- | --- |\n| Deadline | 31/07/27 |\n| Status | On track |',
    [`${CLINIC} | 18 weeks | -`, 'Train more staff | Head of SEND | 2027-07-31 | - | On track'],
  ],
  'not the history of a document': [
    '## About this document\n\n| | |\n| --- | --- |\n| Owner | Head of SEND |\n| Review date | May 2027 |\n| Status | Draft |\n\n## Actions\n\n- Open a clinic (Head of Therapies, March 2027)',
    [`${CLINIC} | - | -`],
  ],
  'behind dashes': [
    '## What we will do\n\n1. Open a clinic – Head of Therapies – by March 2027 – Green\n2. Train staff - Head of SEND - July 2027',
    [`${CLINIC} | - | Green`, `${STAFF} | - | -`],
  ],
  'in bold, in the note of a meeting': [
    '## 8. Actions agreed\n\n1. Open a clinic. **Head of Therapies**, by 31 March 2027 (done)\n2. Bring the film to the SEND Board, by 15 December 2026',
    [`${CLINIC} | - | done`, 'Bring the film to the SEND Board, by 15 December 2026 | - | 2026-12-15 | - | -'],
    NOTE,
  ],
  'on lines of their own': [
    '## Actions\n\n1. Open a clinic\n   - Head of Therapies\n   - March 2027\n2. Train staff\n   - Head of SEND\n   - July 2027',
    [`${CLINIC} | - | -`, `${STAFF} | - | -`],
  ],
  'in numbered paragraphs': [
    '## Priority 2\n\n**2.1** Open a clinic. *Head of Therapies. March 2027.*\n\n**2.2** Train staff. *Head of SEND. July 2027.*',
    [`${CLINIC} | - | -`, `${STAFF} | - | -`],
  ],
  'before the words': [
    '## Agreed actions\n\n- Head of SEND: train staff by July 2027.\n- Designated Clinical Officer to share waiting times by 31 March 2027.',
    [
      'Head of SEND: train staff by July 2027. | Head of SEND | 2027-07-31 | - | -',
      'Designated Clinical Officer to share waiting times by 31 March 2027. | Designated Clinical Officer | 2027-03-31 | - | -',
    ],
    NOTE,
  ],
  'in a heading over fields': [
    '## Action 1: Open a clinic (Head of Therapies)\n\n- Start: April 2026\n- Complete: March 2027\n- Success: 18 weeks',
    [`${CLINIC} | 18 weeks | -`],
  ],
  'letters that are explained are no owner': [
    '## What we will do\n\n- Share data with the integrated care board (ICB)\n- Meet the designated clinical officer (DCO)',
    ['Share data with the integrated care board (ICB) | - | - | - | -', 'Meet the designated clinical officer (DCO) | - | - | - | -'],
  ],
  'what is opened is no owner': [
    '## What we will do\n\n- Open two new places - Inclusion Service',
    ['Open two new places - Inclusion Service | - | - | - | -'],
  ],
  'titles that promise a list': [
    '## Early help\n\n**Our commitments to you**\n\n- We will open a clinic.\n- We will train staff.',
    ['open a clinic. | - | - | - | -', 'train staff. | - | - | - | -'],
  ],
  'what will have been done by a day': [
    '## By summer 2027\n\nWe will have:\n\n- opened a clinic\n- trained staff',
    ['opened a clinic | - | 2027-08-31 | - | -', 'trained staff | - | 2027-08-31 | - | -'],
  ],

  // Columns that no head names
  'contractions in heads': [
    "## Actions\n\n| What we’ll do | Who’s leading | When we'll do it | How we’ll know |\n| --- | --- | --- | --- |\n" + clinic,
    [`${CLINIC} | 18 weeks | -`],
  ],
  'heads without names': [
    '## Actions\n\n| | What | | | |\n| --- | --- | --- | --- | --- |\n| 1 | Open a clinic | Head of Therapies | March 2027 | Green |\n| 2 | Train staff | Head of SEND | July 2027 | Amber |',
    [`${CLINIC} | - | Green`, `${STAFF} | - | Amber`],
  ],
  'an objective with milestones': [
    '## Intentions\n\n| Ref | Objective | Accountable lead | Milestones | Target date | Impact measure |\n| --- | --- | --- | --- | --- | --- |\n| 1 | Open a clinic | Head of Therapies | Site: May 2026<br>Staff: June 2026 | March 2027 | 18 weeks |',
    [`${CLINIC} | 18 weeks | -`],
  ],
  'a row that groups columns': [
    '## Actions\n\n| | Delivery | | Impact |\n| --- | --- | --- | --- |\n| Action | Lead | By when | Measure |\n' + clinic,
    [`${CLINIC} | 18 weeks | -`],
  ],

  // Tables that are out of shape
  'a table that goes on without its head': [
    `## Actions\n\n${head}${clinic}\n${staff}| --- | --- | --- | --- |\n| Write to families | DCO | May 2027 | all |\n`,
    [`${CLINIC} | 18 weeks | -`, `${STAFF} | 80 trained | -`, 'Write to families | DCO | 2027-05-31 | all | -'],
  ],
  'rows that an empty line cuts off': [
    `## Actions\n\n${head}${clinic}\n${staff}`,
    [`${CLINIC} | 18 weeks | -`, `${STAFF} | 80 trained | -`],
  ],
  'a row that goes on behind a repeated head': [
    `## Actions\n\n${head}${clinic}\n${head}| | NHS Marl ICB | | and 90% are glad |\n${staff}`,
    ['Open a clinic | Head of Therapies / NHS Marl ICB | 2027-03-31 | 18 weeks / and 90% are glad | -', `${STAFF} | 80 trained | -`],
  ],
  'a first row without its action': [
    `## Actions\n\n| Priority | Action | Lead | By when | Measure |\n| --- | --- | --- | --- | --- |\n| Waits | | Head of Therapies | March 2027 | 18 weeks |\n`,
    ['Waits | Head of Therapies | 2027-03-31 | 18 weeks | -'],
  ],
  'a list in a cell': [
    '## Actions\n\n| Action | Lead | By when | Measure |\n| --- | --- | --- | --- |\n| <ul><li>Open a clinic</li><li>Ring families</li></ul> | Head of Therapies | March 2027 | 18 weeks |',
    ['Open a clinic / Ring families | Head of Therapies | 2027-03-31 | 18 weeks | -'],
  ],
  'another table behind one of actions is none': [
    `## Actions\n\n${head}${clinic}\n| Word | Meaning | Source | Page |\n| --- | --- | --- | --- |\n| Clinic | A place | NHS | 3 |\n`,
    [`${CLINIC} | 18 weeks | -`],
  ],
};

describe('shapes of actions', () => {
  for (const [name, [body, actions, title]] of Object.entries(CASES))
    it(name, () => {
      assert.deepEqual(actionsOf(body, title), actions);
      assert.deepEqual(actionsOf(body, title, '\r\n'), actions, 'CR LF');
    });

  it('fifty thousand rows are all read', function () {
    this.timeout(120_000);
    const row = (index: number): string => `| ${index} | Open clinic ${index} | Head of Therapies | March 2027 | 18 weeks |\n`;
    const body = `## Actions\n\n| No. | Action | Lead | By when | Measure |\n| --- | --- | --- | --- | --- |\n${Array.from({ length: 50_000 }, (_, index) => row(index)).join('')}`;
    assert.equal(openDocument(`${PLAN}\n\n${body}`, { path: 'plan.md' }).facts.actions.length, 50_000);
  });
});
