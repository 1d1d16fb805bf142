import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';

const TODAY = ['--today', '2026-11-23'];
const REPORT =
  '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should keep the SECRET plan. |\n';
const plan = (report: string): string =>
  `---\ndocument: strategic-plan\nrespondsTo: ${report}\n---\n\n# Exampleshire SEND strategic plan\n\nText.\n`;

describe('paths stay in the workspace', () => {
  for (const [name, link] of [
    ['a path up', '../secret/report.md'],
    ['a path up and down', 'plans/../../secret/report.md'],
    ['an absolute path', '/etc/hostname'],
    ['an address', 'file:///etc/hostname'],
    ['a symbolic link to a file', 'linked.md'],
    ['a symbolic link to a folder', 'folder/report.md'],
  ] as const) {
    it(name, async () => {
      await inFolder({ 'secret/report.md': REPORT, 'work/.areasend.json': '{}', 'work/plan.md': plan(link) }, async (folder) => {
        symlinkSync(join(folder, 'secret/report.md'), join(folder, 'work/linked.md'));
        symlinkSync(join(folder, 'secret'), join(folder, 'work/folder'));
        const work = join(folder, 'work');
        for (const args of [
          ['check', 'plan.md', '--format', 'json'],
          ['coverage', 'plan.md'],
          ['coverage', 'plan.md', '--format', 'html'],
          ['deadlines', 'plan.md', '--format', 'json'],
        ]) {
          const { out, err } = await areaSend(work, ...args, ...TODAY.slice(0, args[0] === 'coverage' ? 0 : 2));
          assert.doesNotMatch(out + err, /SECRET|2026-01-2/, args.join(' '));
        }
      });
    });
  }

  it('the same report is read inside it, or these tests would prove nothing', async () => {
    await inFolder({ 'work/report.md': REPORT, 'work/.areasend.json': '{}', 'work/plan.md': plan('report.md') }, async (folder) => {
      assert.match((await areaSend(join(folder, 'work'), 'coverage', 'plan.md')).out, /SECRET/);
    });
  });

  it('patterns of the configuration name nothing outside, and links that lead out are not walked by a pattern', async () => {
    await inFolder(
      {
        'secret/a.md': '# Notes\n\nTBC\n',
        'work/.areasend.json': '{ "documents": { "../secret/*.md": "strategic-plan", "/**": "strategic-plan" } }',
        'work/b.md': '# Notes\n',
      },
      async (folder) => {
        symlinkSync(join(folder, 'secret'), join(folder, 'work/folder'));
        const { out } = await areaSend(join(folder, 'work'), 'check', '**/*.md', '--format', 'json', ...TODAY);
        const { files, skipped } = JSON.parse(out) as { files: unknown[]; skipped: { path: string }[] };
        assert.deepEqual(files, []);
        assert.deepEqual(
          skipped.map(({ path }) => path),
          // The link is named, not followed.
          ['b.md', 'folder/'],
        );
      },
    );
  });
});

describe('a run that is killed', function () {
  this.timeout(120_000);
  const TEXT = `${REPORT}\nLeaders value coproduction. ${'It is good. '.repeat(200)}\n`;
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`r${index}.md`, TEXT.replaceAll('SECRET', `number ${index}`)]),
  );
  let cache = '';
  before(() => {
    if (!existsSync(join(ROOT, 'dist/cli.js'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
    cache = mkdtempSync(join(tmpdir(), 'area-send-cache-'));
  });
  after(() => rmSync(cache, { recursive: true, force: true }));
  const start = (folder: string, ...args: string[]): ReturnType<typeof spawn> =>
    spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, ...TODAY.slice(0, args[0] === 'check' ? 2 : 0)], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, XDG_CACHE_HOME: cache },
    });
  /** Kills it at a moment that differs each time, from the first file to after the last. */
  const kill = async (child: ReturnType<typeof spawn>, after: number): Promise<void> => {
    const ended = once(child, 'exit');
    await Promise.race([wait(after), ended]);
    child.kill('SIGKILL');
    await ended;
  };

  it('leaves each file whole: as it was, or mended', async () => {
    let mended: Record<string, string> = {};
    await inFolder(files, async (folder) => {
      await areaSend(folder, 'fix');
      mended = Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    });
    assert.notDeepEqual(mended, files);
    for (const delay of [150, 300, 450, 600, 900, 1400]) {
      await inFolder(files, async (folder) => {
        await kill(start(folder, 'fix'), delay);
        for (const name of Object.keys(files))
          assert.ok([files[name], mended[name]].includes(readFileSync(join(folder, name), 'utf8')), `${name} after ${delay} ms`);
        // What was being written has another ending, so that nobody takes it for a document.
        for (const name of readdirSync(folder)) assert.ok(name in files || name.endsWith('.tmp'), name);
        await areaSend(folder, 'fix');
        for (const name of Object.keys(files)) assert.equal(readFileSync(join(folder, name), 'utf8'), mended[name]);
      });
    }
  });

  it('leaves a cache that gives the same results', async () => {
    await inFolder(files, async (folder) => {
      const wanted = (await areaSend(folder, 'check', '--format', 'json', '--no-cache', ...TODAY)).out;
      for (const delay of [150, 300, 450, 600, 900, 1400]) {
        await kill(start(folder, 'check'), delay);
        const found = execFileSync(
          process.execPath,
          [join(ROOT, 'dist/cli.js'), 'check', '--format', 'json', '--fail-on', 'never', ...TODAY],
          { cwd: folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache } },
        );
        assert.equal(found, wanted, `after ${delay} ms`);
        rmSync(cache, { recursive: true, force: true });
      }
    });
  });
});

describe('pages that are written', () => {
  const HOSTILE = `<script>alert(1)</script> "onerror=alert(2) 'onload=x <img src=https://example.org/a.png onerror=alert(3)> javascript:alert(4)`;
  const report = `---\nlocalArea: ${JSON.stringify(HOSTILE)}\ninspection: { start: 2026-01-19, end: 2026-01-23 }\nreport: { received: 2026-04-27, published: 2026-05-20 }\nmilestones:\n  - { title: ${JSON.stringify(HOSTILE)}, due: 2026-06-10 }\n---\n\n# Area SEND inspection of ${HOSTILE} Local Area Partnership\n\nTBC ${HOSTILE}\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should \`${HOSTILE}\` improve. |\n`;
  const action = `---\ndocument: strategic-plan\nrespondsTo: report.md\nlocalArea: ${JSON.stringify(HOSTILE)}\n---\n\n# ${HOSTILE} SEND strategic plan\n\n| Action | Area | Owner | Deadline | Success measure |\n| --- | --- | --- | --- | --- |\n| Do \`${HOSTILE}\` | AFI1 | \`${HOSTILE}\` | 1 May 2027 | \`${HOSTILE}\` |\n`;

  for (const args of [
    ['check', '.', '--format', 'html', ...TODAY],
    ['deadlines', '.', '--format', 'html', ...TODAY],
    ['coverage', 'plan.md', '--format', 'html'],
  ]) {
    it(`area-send ${args.join(' ')}`, async () => {
      await inFolder(
        { '.areasend.json': '{}', 'report.md': report, 'plan.md': action, '<img src=x onerror=alert(1)>.md': report },
        async (folder) => {
          const { out, err } = await areaSend(folder, ...args);
          const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(out)?.[1];
          assert.ok(policy, err);
          assert.match(policy, /^default-src 'none';/);
          assert.doesNotMatch(policy, /unsafe|https?:|\*|data:/);
          assert.ok(out.indexOf('Content-Security-Policy') < out.indexOf('<style'));
          assert.match(out, /&lt;(?:script|img)/, 'the text is shown');
          for (const [tag] of out.matchAll(/<[a-z!/][^>]*>/gi)) {
            assert.doesNotMatch(tag, /^<(?:script|iframe|object|embed|img|link|base|form)\b/i, tag);
            // What stands in quotation marks is a value.
            const names = tag.replace(/"[^"]*"/g, '""');
            assert.doesNotMatch(names, /\son\w+\s*=/i, tag);
            assert.doesNotMatch(names, /'/, tag);
            for (const [, value] of tag.matchAll(/\b(?:href|src)="([^"]*)"/g)) assert.match(value!, /^(?:https:\/\/|#|[\w.%-])/, tag);
            assert.doesNotMatch(tag, /(?:href|src)="\s*(?:javascript|data|vbscript):/i, tag);
          }
        },
      );
    });
  }
});
