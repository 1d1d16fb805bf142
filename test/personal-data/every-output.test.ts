import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import {
  calendarFile,
  checkText,
  createSession,
  factsOf,
  openDocument,
  timelinePage,
  type SendDocument,
  cycleInputOf,
  deadlinesFor,
  mergeCycles,
} from '../../src/index.js';
import { sectionReadings } from '../../src/check/reading.js';
import { completenessOf } from '../../src/check/completeness.js';
import preset from '../../src/remark/index.js';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';
import { KINDS, leaksOf } from './_kinds.js';

const TODAY = '2026-11-23';
const AT = ['--today', TODAY];
const FRONT = `edition: 2025-06
localArea: Exampleshire
inspection: { start: 2026-01-19, end: 2026-01-23 }
report: { received: 2026-03-12, published: 2026-03-26 }
engagementMeeting: { last: 2026-05-11, next: 2027-05-10 }`;
const PLAN = `---
document: strategic-plan
${FRONT}
respondsTo: areas.md
---

# Exampleshire SEND strategic plan

## Our actions

| What we will do | Lead | Due date | Success measure | Status |
| --- | --- | --- | --- | --- |
| Open a third team. (AFI1) | Head of SEND | 31 March 2026 | 90% on time | On track |

## Alternative provision

We buy it together.
`;
const REPORT = `---
document: full-inspection-report
${FRONT}
---

# Area SEND inspection of Exampleshire Local Area Partnership

## What is it like to be a child or young person with SEND in this area?

They wait.

## Areas for improvement

| Areas for improvement |
| --- |
| Leaders should improve plans. |

## Inspection team

- Anna Reed, HMI
`;
const NOTE = `---
document: engagement-meeting-note
${FRONT}
---

# Area SEND annual engagement meeting: Exampleshire

## Attendees

- Anna Reed, HMI
`;

const each = (write: (phrase: string, index: number) => string, between = '\n\n'): string =>
  KINDS.map(({ phrase }, index) => write(phrase, index)).join(between);
const inYaml = (phrase: string): string => JSON.stringify(phrase);

/** Under a heading of a clean document, before the next. */
const into = (text: string, more: string): string =>
  text.replace(/^(?=## (?:Alternative provision|What is it like|Attendees))/m, () => `${more}\n\n`);
const rows = (cells: (phrase: string, index: number) => string): string =>
  `## Our actions\n\n| What we will do | Lead | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- |\n${each(cells, '\n')}`;
const frontMatter = (text: string, more: string): string => text.replace(/^document: .*$/m, (line) => `${line}\n${more}`);

/**
 * A phrase of every kind in one place alone, so that nothing but that place can give it away: wherever a rule, a fact, a date or a page takes
 * its words from.
 */
const PLANTED: Readonly<Record<string, string>> = {
  'milestones.md': frontMatter(
    PLAN,
    `milestones:\n${each((phrase, index) => `  - { title: ${inYaml(`Ring: ${phrase}`)}, due: 2026-12-${String(index + 1).padStart(2, '0')} }`, '\n')}`,
  ),
  'local-area.md': PLAN.replace(/^localArea: .*$/m, `localArea: ${inYaml(KINDS.map(({ phrase }) => phrase).join(', '))}`),
  'done.md': frontMatter(PLAN, `done: [${each((phrase) => inYaml(`x ${phrase}`), ',\n  ')}]`),
  'keys.md': frontMatter(
    PLAN,
    each((phrase) => `${inYaml(`For ${phrase}`)}: x`, '\n'),
  ),
  'values.md': frontMatter(PLAN, `status: |\n${each((phrase) => `  ${phrase}`, '\n')}`),
  'headings.md': into(
    PLAN,
    each((phrase) => `### Of ${phrase}\n\nText about it.`),
  ),
  'slips.md': into(
    PLAN,
    each((phrase) => `We read of ${phrase} and of the the wait, in order to utilise it by 31 June 2026.`),
  ),
  'gaps.md': into(
    PLAN,
    each((phrase) => `[insert name] TBC ${phrase}`),
  ),
  'list.md': into(
    PLAN,
    each((phrase) => `- ${phrase}`, '\n'),
  ),
  'quotations.md': into(
    PLAN,
    each((phrase) => `> “We wait: ${phrase}”`),
  ),
  'links.md': into(
    PLAN,
    each((phrase, index) => `[${phrase.replace(/[[\]]/g, '')}](nowhere-${index}.md) and [this](www.example.org "${phrase}")`),
  ),
  'pictures.md': into(
    PLAN,
    each((phrase) => `![Image of ${phrase.replace(/[[\]]/g, '')}](a.png "${phrase}")`),
  ),
  'html.md': into(
    PLAN,
    each((phrase) => `<p title="${phrase}">${phrase}</p>`),
  ),
  'comments.md': into(
    PLAN,
    each((phrase) => `<!-- area-send-disable-next-line no-such-rule: we were told of it with ${phrase} -->`),
  ),
  'code.md': into(
    PLAN,
    each((phrase) => `\`\`\`\n${phrase}\n\`\`\`\n\nSee \`${phrase}\`.`),
  ),
  'notes.md': into(
    PLAN,
    each((phrase, index) => `Text.[^n${index}]\n\n[^n${index}]: See ${phrase}.`),
  ),
  'action-words.md': into(
    PLAN,
    rows((phrase, index) => `| Work ${index} on ${phrase} | Head of SEND | 1 May 2026 | 90% | On track |`),
  ),
  'action-owners.md': into(
    PLAN,
    rows((phrase, index) => `| Train team ${index} | Head of SEND, ${phrase} | 1 May 2026 | 90% | On track |`),
  ),
  'action-dates.md': into(
    PLAN,
    rows((phrase, index) => `| Train team ${index} | Head of SEND | by May: ${phrase} | 90% | On track |`),
  ),
  'action-measures.md': into(
    PLAN,
    rows((phrase, index) => `| Train team ${index} | Head of SEND | 1 May 2026 | 90% of ${phrase} | On track |`),
  ),
  'action-status.md': into(
    PLAN,
    rows((phrase, index) => `| Train team ${index} | Head of SEND | 1 May 2026 | 90% | Complete: ${phrase} |`),
  ),
  'action-paragraphs.md': into(
    PLAN,
    `## Our actions\n\n${each((phrase, index) => `### Action ${index}: help ${phrase}\n\nOwner: ${phrase}\n\nDeadline: 1 May 2027`)}`,
  ),
  'answers.md': into(
    PLAN,
    rows((phrase, index) => `| AFI${index + 20}: ${phrase} | Head of SEND | 1 May 2026 | 90% | On track |`),
  ),
  'areas.md': REPORT.replace(/^\| Leaders .*$/m, () => each((phrase) => `| Leaders should improve ${phrase}. |`, '\n')),
  'report-text.md': into(
    REPORT,
    each((phrase) => `We read of ${phrase} and of the the wait.`),
  ),
  'title.md': PLAN.replace(/^# .*$/m, `# Exampleshire SEND strategic plan: ${KINDS.map(({ phrase }) => phrase).join(', ')}`),
  'note-text.md': into(
    NOTE,
    each((phrase) => `- Action: ring, ${phrase}. Owner: Head of SEND. By 1 May 2027.`, '\n'),
  ),
};

const PLANS = Object.keys(PLANTED).filter((path) => !/areas|report|note-text/.test(path));
/** A plan that answers none of these areas: what is said of it quotes them. */
const files: Readonly<Record<string, string>> = { ...PLANTED, 'answers-nothing.md': PLAN.replace(' (AFI1)', ''), 'clean.md': PLAN };

/** The lines that repeat what was planted say where it came from. */
function safe(what: string, text: string): void {
  const leaks = leaksOf(text);
  if (leaks.length === 0) return;
  const lines = text.split('\n').filter((line) => leaksOf(line).length > 0);
  assert.fail(
    `${what} repeats ${leaks.join(', ')}:\n${lines
      .slice(0, 12)
      .map((line) => line.slice(0, 300))
      .join('\n')}`,
  );
}

/** Lines that a calendar folds are whole again. */
const unfolded = (text: string): string => text.replace(/\r\n /g, '');

/** The texts of a file, of a workbook or a Word file those of all its parts. */
const shownIn = (bytes: Uint8Array, name: string): string =>
  /\.(?:xlsx|docx)$/.test(name)
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : strFromU8(bytes);

describe('personal data of every kind', function () {
  this.timeout(120_000);

  it('is found, whatever its kind', () => {
    for (const { kind, phrase, secrets } of KINDS) {
      const text = `# Exampleshire SEND strategic plan\n\n## Actions\n\nWe read of ${phrase} and wait.\n`;
      const { findings } = checkText(text, { today: TODAY, path: 'plan.md', only: ['personal-data', 'identifiable-child'] });
      assert.ok(
        findings.some(({ start, end }) => text.slice(start.offset, end.offset).includes(secrets[0]!)),
        kind,
      );
    }
  });

  it('is planted in each document, or these tests would prove nothing', () => {
    for (const [path, text] of Object.entries(PLANTED))
      assert.deepEqual(
        KINDS.filter(({ secrets }) => leaksOf(text, secrets).length === 0).map(({ kind }) => kind),
        [],
        path,
      );
  });

  describe('is printed by no command', () => {
    const COMMANDS: readonly (readonly string[])[] = [
      ...['pretty', 'json', 'sarif', 'github', 'html'].map((format) => ['check', '.', '--format', format, ...AT]),
      ['check', '.', '--verbose', '--write-baseline', 'known.json', ...AT],
      ['fix', '.', '--dry-run'],
      ...['pretty', 'json'].map((format) => ['facts', '.', '--format', format]),
      ...['pretty', 'json', 'ics', 'html'].map((format) => ['deadlines', '.', '--format', format, ...AT]),
      ['deadlines', '.', '--format', 'ics', '--remind', '14,3', ...AT],
      ...['pretty', 'json', 'html'].map((format) => ['coverage', 'action-words.md', '--report', 'areas.md', '--format', format, ...AT]),
      ...['pretty', 'json', 'csv', 'html'].map((format) => ['actions', '.', '--format', format, ...AT]),
      ['actions', '.', '--format', 'xlsx', '--out', 'all.xlsx', ...AT],
      ...['pretty', 'json', 'markdown', 'html'].map((format) => [
        'changes',
        'action-owners.md',
        'action-words.md',
        '--format',
        format,
        ...AT,
      ]),
      ['meeting-pack', '.', ...AT],
      ['meeting-pack', '.', '--before', 'action-status.md', '--since', '2026-03-01', ...AT],
      ...PLANS.filter((path) => path !== 'title.md').map((path) => [
        'export',
        path,
        '--format',
        'html',
        '--for',
        'families',
        '--out',
        'families.html',
        ...AT,
      ]),
      ['export', '.', '--format', 'html', '--out', 'web/', ...AT],
      ['export', '.', '--format', 'docx', '--out', 'word/', ...AT],
    ];
    for (const args of COMMANDS) {
      it(`area-send ${args.join(' ')}`, () =>
        inFolder(files, async (folder) => {
          const { out, err } = await areaSend(folder, ...args);
          assert.ok(out.length > 10, err);
          safe('standard output', unfolded(out));
          safe('standard error', err);
          for (const name of ['known.json', 'families.html', 'all.xlsx'])
            if (existsSync(join(folder, name))) safe(name, shownIn(readFileSync(join(folder, name)), name));
        }));
    }
  });

  it('is in no file that Word shows findings or answers in', () =>
    inFolder(files, async (folder) => {
      await areaSend(folder, 'export', ...PLANS, '--format', 'docx', '--out', 'word/', ...AT);
      for (const path of PLANS.map((name) => name.replace('.md', '.docx'))) {
        const { out, err } = await areaSend(folder, 'check', `word/${path}`, '--format', 'docx', '--out', 'copy.docx', '--force', ...AT);
        safe(`told of ${path}`, out + err);
        const parts = unzipSync(readFileSync(join(folder, 'copy.docx')));
        safe(`comments of ${path}`, strFromU8(parts['word/comments.xml']!));
      }
    }));

  it('is not told when a file is imported', () =>
    inFolder({}, async (folder) => {
      const page = (phrase: string): string =>
        `<h1>SEND strategic plan</h1><p>${phrase}</p><p><img src="https://example.org/a.png" alt="${phrase}"></p><iframe title="${phrase}"></iframe>`;
      KINDS.forEach(({ phrase }, index) => writeFileSync(join(folder, `${index}.html`), page(phrase)));
      const { out, err } = await areaSend(folder, 'import', ...KINDS.map((_, index) => `${index}.html`));
      assert.match(out, /27\.html → 27\.md/);
      safe('told', out + err);
      for (const format of ['docx', 'html']) {
        const exported = await areaSend(folder, 'export', '.', '--format', format, '--out', 'out/', ...AT);
        safe(`told of ${format}`, exported.out + exported.err);
      }
    }));

  it('is not told of a workbook that comes back', () =>
    inFolder({ 'plan.md': PLANTED['action-owners.md']!, 'old.md': PLAN }, async (folder) => {
      await areaSend(folder, 'actions', 'plan.md', '--out', 'all.xlsx', '--format', 'xlsx', ...AT);
      writeFileSync(join(folder, 'plan.md'), PLANTED['action-owners.md']!.replace(/\| On track \|/g, '| Complete |'));
      for (const paths of [['plan.md'], ['old.md']]) {
        const { out, err } = await areaSend(folder, 'actions', ...paths, '--from', 'all.xlsx', ...AT);
        assert.ok(out.length > 20, err);
        safe(paths.join(), out + err);
      }
    }));

  describe('is handed over by no function', () => {
    const withReport = (path: string): SendDocument | null => (files[path] === undefined ? null : openDocument(files[path], { path }));
    for (const [path, text] of Object.entries(files)) {
      it(`of the library: ${path}`, () => {
        const session = createSession(text, { today: TODAY, path, lookup: withReport });
        const { document, findings } = session;
        assert.ok(findings.length > 0 || path === 'clean.md');
        // An edit is what goes into the document: it is shown there and nowhere else.
        safe('findings', JSON.stringify(findings.map((finding) => ({ ...finding, fixes: finding.fixes.map(({ title }) => title) }))));
        safe('facts', JSON.stringify([session.facts, factsOf(document)]));
        safe('schedule', JSON.stringify(session.schedule));
        const input = cycleInputOf(document);
        if (input) {
          const cycles = mergeCycles([input]);
          safe('cycles', JSON.stringify(cycles));
          const { deadlines } = deadlinesFor(cycles[0]!, { today: TODAY });
          safe('calendar', unfolded(calendarFile(deadlines, { today: TODAY, remind: [14] })));
          safe('timeline', timelinePage(cycles, { today: TODAY }));
        }
        safe('completeness', JSON.stringify(completenessOf(document, findings).items));
        safe('readings', JSON.stringify(sectionReadings(document, 25)));
      });
    }

    it('of remark', async () => {
      for (const [path, value] of Object.entries(files)) {
        const file = new VFile({ path, value });
        const processor = unified()
          .use(remarkParse)
          .data('settings', { areaSend: { today: TODAY } } as never)
          .use(preset);
        await processor.run(processor.parse(file), file);
        safe(path, JSON.stringify(file.messages.map((message) => [message.message, message.reason, message.note, message.stack])));
      }
    });
  });

  it('is not in the cache on disk', () =>
    inFolder(files, (folder) => {
      if (!existsSync(join(ROOT, 'dist/cli.js'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
      const cache = join(folder, 'cache');
      mkdirSync(cache, { mode: 0o700 });
      const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'check', ...Object.keys(files), ...AT], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, XDG_CACHE_HOME: cache },
      });
      safe('printed', stdout + stderr);
      const kept = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const results = kept.filter(({ parentPath }) => parentPath.includes('results'));
      assert.ok(results.length >= 5, `${kept.length} files kept`);
      for (const { parentPath, name } of results) safe(name, readFileSync(join(parentPath, name), 'utf8'));
      return Promise.resolve();
    }));
});
