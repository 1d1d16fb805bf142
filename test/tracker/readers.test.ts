import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acronymsOf, maskOf } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { familiesPage, trackActions } from '../../src/tracker/index.js';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';

const TODAY = '2027-02-15';
const PLAN = `# Exampleshire SEND strategic plan

There is an [easy-read version of this plan](easy.md).

To ask a question, email <send@exampleshire.gov.uk> or call 01632 960123.

## Waiting for help (AFI1)

| No. | Action | Lead | Due date | What will be different | Status |
| --- | --- | --- | --- | --- | --- |
| 1.1 | Open a second clinic for families | Head of Health | 2027-03-31 | Children wait less for an EHC plan | On track |
| 1.2 | Ring Amelia Brown, 7, on 07700 900461 | Head of Calls | May 2027 | She is called | On track |
| 1.3 | Print a *short* guide | | | Families know where to go | Complete |

## You said, we did

- You said letters are hard to read. We wrote them again.
`;
const page = (text: string) => {
  const document = openDocument(text, { path: 'plan.md' });
  return familiesPage(document, maskOf(document), acronymsOf(document));
};

describe('a plan for families', () => {
  const { markdown, told } = page(PLAN);

  it('puts easy read and contact first, then what will be different, what was done, and what was said', () => {
    const order = [
      'Other formats, and how to ask',
      'easy-read version',
      '01632 960123',
      'What will be different, by when',
      'Open a second clinic',
      'What has been done',
      'short guide',
      'You said, we did',
      'letters are hard',
      'What the letters stand for',
    ];
    const places = order.map((words) => markdown.indexOf(words));
    assert.ok(
      places.every((place) => place >= 0),
      JSON.stringify(places),
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('says when and whom to ask in the plan’s words', () => {
    assert.match(
      markdown,
      /- Open a second clinic for families\n {2}- What will be different: Children wait less for an EHC plan\n {2}- By when: 31 March 2027\n {2}- Who to ask: Head of Health\n/,
    );
    // Of what is done nobody asks when it will be.
    assert.match(markdown, /- Print a short guide\n {2}- What should be different now: Families know where to go\n\n/);
    assert.doesNotMatch(markdown, /does not say/);
    assert.match(markdown, /Reading age: about \d+ years\./);
    assert.match(markdown, /- \*\*EHC\*\*: education, health and care/);
  });

  it('says once what all actions of a part say, under the heading of the part', () => {
    const { markdown, told } = page(
      `# Exampleshire SEND strategic plan\n\n## Health\n\nOutcome: shorter waits\n\nWe will:\n\n- open a clinic (Head of Health, 31/03/2027)\n- train staff (Head of Health, 31/07/2027)\n\n## Schools\n\n### 2.1 Give every school a calendar\n\n- **Lead:** All partners\n- **By when:** 2027-05-31\n- **Status:** Complete\n`,
    );
    assert.match(
      markdown,
      /### Health\n\nWhat will be different: shorter waits\n\nWho to ask: Head of Health\n\n- Open a clinic\n {2}- By when: 31 March 2027\n- Train staff\n {2}- By when: 31 July 2027\n/,
    );
    // Its own heading is no part, and “all partners” are nobody to ask.
    assert.match(markdown, /### Schools\n\n- Give every school a calendar\n {2}- Was due: 31 May 2027\n\n/);
    assert.doesNotMatch(markdown, /All partners/);
    assert.doesNotMatch(told.join('\n'), /nobody to ask\./);
  });

  it('says what a measure is, what is promised and not done, and what was said in every part', () => {
    const { markdown } = page(
      `# Exampleshire SEND strategic plan

## Schools

### You told us

> “It is too far away.”

### What we will do

By March 2027 we will have:

- opened four bases (Lead: Head of Schools; measure: 40 places)

## Health

### You told us

> “We wait too long.”

### We will

- open a clinic

### By when

April 2027

Ring us in any language.
`,
    );
    assert.match(markdown, /- We will have opened four bases\n(?: {2}- .*\n)* {2}- Who to ask: Head of Schools\n/);
    assert.match(markdown, /How we will know: 40 places/);
    assert.match(markdown, /By when: April 2027\n/);
    assert.match(markdown, /\n## You told us\n\n### Schools\n\n> “It is too far away.”\n\n### Health\n\n> “We wait too long.”\n/);
  });

  it('finds whom to ask in a table as well, and says what quarters are', () => {
    const { markdown, told } = page(
      '# Exampleshire SEND strategic plan\n\n| Version | 2 |\n| --- | --- |\n| Contact | SEND Officer, 01632 960881 |\n\n## Actions\n\n- Open a clinic (Head of Health, Q3 2026/27)\n',
    );
    assert.match(markdown, /## Other formats, and how to ask\n\n- Contact: SEND Officer, 01632 960881\n/);
    assert.match(markdown, /\*\*Q1 to Q4\*\*: the quarters of a financial year/);
    assert.doesNotMatch(told.join('\n'), /nobody whom families/);
  });

  it('says once what the plan does not say of its actions', () => {
    const actions = (...rows: string[]): string =>
      page(
        `# Exampleshire SEND strategic plan\n\n## Actions\n\n| Action | Lead | Due date |\n| --- | --- | --- |\n${rows.map((row) => `| ${row} |\n`).join('')}`,
      ).markdown;
    const both = 'Open a clinic | Head of Health | May 2027';
    for (const [rows, sentence] of [
      [[both, 'Train staff | Head of SEND |'], 'Where no time is given, the plan does not say by when.'],
      [[both, 'Train staff | | June 2027'], 'Where nobody to ask is given, the plan does not say who.'],
      [[both, 'Train staff | | ', 'Print a guide | | '], 'Where no time or nobody to ask is given, the plan does not say.'],
      [['Train staff | | ', 'Print a guide | | '], 'The plan does not say by when, or who to ask.'],
      [
        ['Train staff | Head of SEND | ', 'Print a guide | | '],
        'The plan does not say by when. Where nobody to ask is given, the plan does not say who.',
      ],
    ] as const) {
      const markdown = actions(...rows);
      assert.ok(markdown.includes(`who to ask\n\n${sentence}\n\n`), markdown);
      assert.equal(markdown.split('does not say').length - 1, sentence.split('does not say').length - 1);
    }
  });

  it('names no child, and tells what was left out and what is missing', () => {
    assert.doesNotMatch(markdown, /Amelia|900461/);
    assert.match(told.join('\n'), /1 action is left out, because somebody’s data stands there/);
    const bare = page(PLAN.replace(/^There is.*\n|^To ask.*\n/gm, ''));
    assert.match(bare.told.join('\n'), /no easy-read version[\s\S]*nobody whom families can ask/);
    assert.doesNotMatch(bare.markdown, /Other formats/);
  });

  it('invents nothing: every line is the plan’s but for the headings and labels', () => {
    const source = readFileSync(join(ROOT, 'examples/plans/exampleshire-strategic-plan-2026.md'), 'utf8');
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const known = letters(source);
    for (const line of page(source).markdown.split('\n')) {
      const own = /^(?:# |## |It is made of|Reading age|- \*\*[A-Z]|\s*$)|(?:The|the) plan does not say /.test(line)
        ? ''
        : line.replace(/^(?: {2}- )?(?:What will be different|What should be different now|By when|Was due|Who to ask): /, '');
      assert.ok(known.includes(letters(own)), line);
    }
  });

  it('explains letters as the plan does, else as the field does, and tells those that nobody explains', () => {
    const own = page(
      PLAN.replace('There is an', 'The Exampleshire Parent Carer Forum (EPCF) helped.\n\nThere is an')
        .replace('Open a second clinic', 'Open a second clinic with EPCF and SaLT, as QZX asks,')
        .concat('\n## Glossary\n\n- **EHC**: education, health and care, all in one plan\n- SaLT: speech and language therapists\n'),
    );
    assert.match(
      own.markdown,
      /## What the letters stand for\n\n- \*\*EHC\*\*: education, health and care[^\n]*\n- \*\*EPCF\*\*: Exampleshire Parent Carer Forum\n- \*\*SaLT\*\*: speech and language therapists\n/,
    );
    assert.match(own.told.join('\n'), /does not say what QZX stands for/);
  });

  it('is a page from the command line; what is no plan is told', () =>
    inFolder({ 'plan.md': PLAN, 'report.md': readFileSync(join(ROOT, 'examples/reports/exampleshire-2026.md')) }, async (folder) => {
      const made = await areaSend(folder, 'export', 'plan.md', '--format', 'html', '--for', 'families');
      assert.deepEqual([made.status, made.err], [0, '']);
      assert.match(made.out, /plan-families\.html/);
      const html = readFileSync(join(folder, 'plan-families.html'), 'utf8');
      assert.match(html, /What will be different/);
      assert.doesNotMatch(html, /Amelia|900461/);
      const other = await areaSend(folder, 'export', 'report.md', '--format', 'html', '--for', 'families');
      assert.deepEqual(
        [other.status, other.err],
        [2, 'area-send: report.md: this is no plan, so it says nothing of what will be different for families\n'],
      );
    }));
});

describe('a pack for an engagement meeting', () => {
  const OLD = PLAN.replace('| On track |\n| 1.2', '| Complete |\n| 1.2').replace('Complete |\n\n', 'On track |\n\n');

  it('tells what was done since the last one, what is late and where evidence is missing', () =>
    inFolder(
      { 'plan.md': PLAN.replace('2027-03-31', '1 February 2027'), 'old.md': OLD.replace('Exampleshire', 'Exampleshire') },
      async (folder) => {
        const { status, out } = await areaSend(
          folder,
          'meeting-pack',
          'plan.md',
          '--before',
          'old.md',
          '--since',
          '2026-11-01',
          '--today',
          TODAY,
        );
        assert.equal(status, 0);
        assert.match(out, /## Done since 1 November 2026\n\n- 1\.3 Print a short guide/);
        assert.match(out, /## Late\n\n- 1\.1 Open a second clinic/);
        assert.match(out, /Areas without evidence yet\n\n.*report that the plans answer was not found/);
        assert.doesNotMatch(out, /900461/);
        const bare = await areaSend(folder, 'meeting-pack', 'plan.md', '--since', '2026-11-01', '--today', TODAY);
        assert.match(bare.out, /## Done, on a day that the plans do not give\n\n- 1\.3/);
      },
    ));

  it('takes the meetings from the plans, and the areas from their report', async () => {
    const { out } = await areaSend(
      ROOT,
      'meeting-pack',
      'examples/plans/exampleshire-strategic-plan-2026.md',
      'examples/reports',
      '--today',
      TODAY,
    );
    assert.match(out, /Last meeting: 21 January 2027\. Next meeting: 10 June 2027\./);
    assert.match(out, /- AFI1, “[^”]{20,120}”: none of 3 actions is complete\. Evidence: \[insert /);
  });

  it('names the plans where there are several, an action that they share once, and the areas that they name where the report is not there', () => {
    const plan = (area: string, row: string): string =>
      `# ${area} SEND priority action plan\n\n## Area for priority action 1: waits\n\n| No. | Action | Lead | Due date | Status |\n| --- | --- | --- | --- | --- |\n| 1.1 | ${row} |\n| 1.2 | Print a guide. | Head of SEND | 1 May 2027 | On track |\n`;
    const shared = 'Open a second clinic for families in the north. | Head of Health | 1 February 2027 | Behind';
    return inFolder(
      { 'a.md': plan('Exampleshire', shared), 'b.md': plan('Exampleshire', shared).replace('priority action plan', 'strategic plan') },
      async (folder) => {
        const { out } = await areaSend(folder, 'meeting-pack', '--today', TODAY);
        assert.match(out, /Made on 15 February 2027 from a\.md and b\.md\./);
        assert.match(
          out,
          /## Late\n\n- 1\.1 Open a second clinic for families in the north \(10 working days late; Head of Health; due 1 February 2027; no measure; the plan says “Behind”; in a\.md; also in b\.md\)\n\n## Areas/,
        );
        assert.match(out, /## Done so far\n\nThe plans name nothing that is finished\./);
        assert.match(
          out,
          /Of the areas that the plans name, this one has none that is complete\. \[insert [^\n]*\n\n- APA1: 4 actions\. Evidence: /,
        );
      },
    );
  });

  it('needs a plan', () =>
    inFolder({ 'note.md': '# Notes\n' }, async (folder) => {
      assert.equal((await areaSend(folder, 'meeting-pack')).status, 2);
    }));
});

describe('two plans with the same number', () => {
  const plan = (text: string): string =>
    `# Exampleshire SEND strategic plan\n\n## Actions\n\n| No. | Action | Lead | Due date |\n| --- | --- | --- | --- |\n| 1.1 | ${text} | Head of SEND | May 2027 |\n`;
  it('for different actions are told; for the same action they are one', () =>
    inFolder({ 'a.md': plan('Open a clinic in the north'), 'b.md': plan('Recruit fourteen speech therapists') }, async (folder) => {
      const { out } = await areaSend(folder, 'actions', '--today', TODAY);
      assert.match(out, /a\.md and b\.md give the number 1\.1 to different actions/);
      const same = trackActions(
        [openDocument(plan('Open a clinic'), { path: 'a.md' }), openDocument(plan('Open a clinic'), { path: 'b.md' })],
        TODAY,
      );
      assert.deepEqual(
        same.map(({ sameNumber, alsoIn }) => [sameNumber.length, alsoIn.length]),
        [
          [0, 1],
          [0, 1],
        ],
      );
    }));
});
