import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, checkText, maskOf } from '../../src/check/index.js';
import { sectionReadings } from '../../src/check/reading.js';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';

const TODAY = '2026-11-23';
const read = (path: string): string => readFileSync(join(ROOT, 'examples', path), 'utf8');

/** Invented values, each of which reads as one person's. */
const PLANTED = {
  nhs: '943 476 5919',
  nhsDashes: '450‑557‑7104',
  upn: 'B801200005001',
  nino: 'JG 10 37 59 A',
  mail: 'aurelia.quillfeather@gmail.com',
  officer: 'emma.quillfeather@exampleshire.example',
  mobile: '07700 900461',
  mobileAbroad: '+44 7700 900 462',
  caseReference: 'EHCP-77123',
  birth: '12 May 2014',
  home: 'ZX9 9QQ',
  inTag: '438 615 7921',
  inTitle: '608 113 4415',
  spelt: 'aurelia.quill (at) gmail.com',
} as const;

/** The children's names, which are as personal. */
const NAMES = ['Amira', 'Zayd'];

// A date or a postcode is personal by what stands around it alone.
const everything = Object.values(PLANTED)
  .filter((value) => value !== PLANTED.birth && value !== PLANTED.home)
  .join(', ');
/** Where no rule for prose looks. */
const hidden = `<p title="${PLANTED.inTitle}">Born ${PLANTED.birth}: <b>${PLANTED.inTag}</b>, Zayd (aged 9)</p>\n\n![Amira (aged 9)](chart.png "${PLANTED.inTitle}")\n\nSee [the page](page.md "${PLANTED.inTag}").`;
const sentence = `Amira (aged 9), a boy called Zayd, date of birth ${PLANTED.birth}, lives in ${PLANTED.home}: ${everything} (${PLANTED.caseReference}).`;

/** Plants the values where other rules look and quote: headings, areas, actions, labels, links and the front matter. */
function plant(text: string): string {
  return (
    text
      .replace(
        /^(done|engagementMeeting|localArea): .*$/m,
        `$&\nmilestones:\n  - { title: Ring ${PLANTED.mobile} about ${PLANTED.nhs}, due: 2026-12-10 }`,
      )
      .replace(
        /^## /m,
        `## ${PLANTED.nhs} Introduction\n\nTBC ${everything}. The children and young person ${PLANTED.nhs} suffers from (${PLANTED.caseReference}) delays with with ${PLANTED.upn}.\n\n## `,
      )
      .replace(/^\| (?:Leaders at|Annual reviews)[^|]*/gm, (cell) => `${cell.trimEnd()} ${PLANTED.nhs} and ${PLANTED.mail} `)
      .replace(/^\| (?:Open|Check|Train|Offer) /gm, (start) => `${start}${PLANTED.upn} ${PLANTED.mobile} `)
      .replace(/^- /gm, `- ${sentence} [${PLANTED.nhs}](mailto:${PLANTED.mail}) `)
      // Not at the end: in a report's closing part addresses are in their place.
      .replace(
        /^(?=## (?:What does|Governance|Agreed))/m,
        `<!-- ${PLANTED.nhs} ${PLANTED.mail} -->\n\n![${PLANTED.nhs}](${PLANTED.nhs.replaceAll(' ', '')}.png)\n\n• ${everything}\n\n**About ${PLANTED.upn}**\n\n${sentence}\n\n${hidden}\n\nPupil\tNumber\nAmira (aged 9)\t${PLANTED.nhs}\n\n`,
      )
  );
}

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@.+]/gu, '');

/** Every planted value that a text repeats, also without its spaces. */
function leaks(text: string): string[] {
  const small = compact(text);
  return [
    ...Object.values(PLANTED).filter((value) => text.includes(value) || small.includes(compact(value))),
    ...NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(text)),
  ];
}

const files = {
  'report.md': plant(read('with-slips/exampleshire-report.md')),
  'plan.md': plant(read('with-slips/exampleshire-plan.md')).replace('../reports/exampleshire-2026.md', 'report.md'),
  'note.md': plant(read('meetings/kestrelshire-engagement-meeting-2026.md')),
};

describe('planted personal data', () => {
  it('is really there and really found', () => {
    for (const [path, text] of Object.entries(files)) {
      assert.deepEqual(leaks(text).length, Object.keys(PLANTED).length + NAMES.length, path);
      const found = checkText(text, { today: TODAY, path, only: ['personal-data', 'identifiable-child'] }).findings;
      const covered = found.map(({ start, end }) => compact(text.slice(start.offset, end.offset)));
      for (const value of Object.values(PLANTED))
        assert.ok(
          covered.some((at) => at.includes(compact(value))),
          `${value} in ${path}`,
        );
    }
  });

  it('is in no text of a finding, whatever rule it comes from', () => {
    const rules = new Set<string>();
    for (const [path, text] of Object.entries(files)) {
      for (const { rule, message, help, url, fixes, related } of checkText(text, { today: TODAY, path }).findings) {
        rules.add(rule);
        assert.deepEqual(
          leaks(JSON.stringify([message, help, url, fixes.map(({ title }) => title), related?.map((other) => other.message)])),
          [],
          `${rule}: ${message}`,
        );
      }
    }
    assert.ok(rules.size > 5, 'several rules had something to say');
  });

  it('is in no name of a section that is told how it reads', () => {
    const text = `${files['plan.md']}\n\n## Amira and ${PLANTED.nhs}\n\n${'Families told us what they would like to see next year. '.repeat(10)}\n`;
    const labels = sectionReadings(checkText(text, { today: TODAY, path: 'plan.md' }).document, 25).map(({ label }) => label);
    assert.ok(labels.includes('[personal data] and [personal data]'), labels.join());
    assert.deepEqual(leaks(labels.join('\n')), []);
  });

  it('is in no edit of the rule that removes it', () => {
    for (const [path, text] of Object.entries(files)) {
      for (const { fixes } of checkText(text, { today: TODAY, path, only: ['personal-data'] }).findings) {
        for (const { edits } of fixes) for (const edit of edits) assert.match(edit.text, /^(?:\\?\[removed\]|removed)?$/);
      }
    }
  });

  it('is in nothing that a rule’s page or hover tells', () => {
    assert.deepEqual(
      leaks(
        JSON.stringify(
          RULES.filter(({ id }) => id !== 'personal-data' && id !== 'identifiable-child').map(({ title, rationale, help }) => [
            title,
            rationale,
            help,
          ]),
        ),
      ),
      [],
    );
    assert.deepEqual(leaks(JSON.stringify(RULES.map(({ title, rationale, help, source }) => [title, rationale, help, source]))), []);
  });

  for (const format of ['pretty', 'json', 'sarif', 'github', 'html']) {
    it(`is not in check --format ${format}`, async () => {
      await inFolder(files, async (folder) => {
        const { out, err, status } = await areaSend(folder, 'check', '--format', format, '--today', TODAY);
        assert.equal(status, 1);
        assert.ok(out.includes('personal-data'));
        assert.deepEqual(leaks(out), []);
        assert.deepEqual(leaks(err), []);
      });
    });
  }

  for (const args of [
    ...['pretty', 'json', 'ics', 'html'].map((format) => ['deadlines', '--format', format]),
    ...['pretty', 'json', 'html'].map((format) => ['coverage', 'plan.md', '--report', 'report.md', '--format', format]),
  ]) {
    it(`is not printed by ${args.join(' ')}`, async () => {
      await inFolder(files, async (folder) => {
        const { out, err } = await areaSend(folder, ...args, '--today', TODAY);
        assert.ok(out.length > 200);
        // A calendar folds its lines.
        assert.deepEqual(leaks(out.replace(/\r\n /g, '')), []);
        assert.deepEqual(leaks(err), []);
      });
    });
  }

  for (const args of [
    ['fix', '--dry-run'],
    ['fix', '--dry-run', '--rule', 'personal-data'],
    ['facts'],
    ['facts', '--format', 'json'],
    ['fix'],
  ]) {
    it(`is not printed by ${args.join(' ')}`, async () => {
      await inFolder(files, async (folder) => {
        const { out, err } = await areaSend(folder, ...args, ...(args[0] === 'fix' ? ['--today', TODAY] : []));
        assert.ok(out.length > 20);
        assert.deepEqual(leaks(out), []);
        assert.deepEqual(leaks(err), []);
        if (args.length > 1 || args[0] !== 'fix') return;
        // After the fix, numbers and addresses are gone from the files themselves.
        for (const path of Object.keys(files)) {
          assert.ok(existsSync(join(folder, path)));
          assert.deepEqual(
            leaks(readFileSync(join(folder, path), 'utf8').replace(/\d{10}\.png/, '')).filter((value) => !NAMES.includes(value)),
            [],
          );
        }
      });
    });
  }

  it('leaves a mask that changes nothing else', () => {
    const text = files['report.md'];
    const mask = maskOf(checkText(text, { today: TODAY, path: 'report.md' }).document);
    assert.deepEqual(leaks(mask(text)), []);
    const clean = read('reports/exampleshire-2026.md');
    assert.equal(maskOf(checkText(clean, { today: TODAY, path: 'clean.md' }).document)(clean), clean);
  });
});
