import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, linkSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';
import { giveAway } from '../cli/_users.js';
import { FUZZING } from '../fuzz.js';
import { promised, tried } from '../promises.js';

const PROMISE = 'fix keeps owner, mode and other files';
const FULL = 'a full disk is told, and cuts nothing';
const END = 'a run that is told to end does so, with files whole';

const REPORT =
  '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\nIts leaders value coproduction.\n';
const long = `${'n'.repeat(250)}.md`;

describe('the files that “fix” writes', function () {
  promised(PROMISE);
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const mended = (folder: string, name: string): boolean => readFileSync(join(folder, name), 'utf8') !== REPORT;

  it('keep their mode and owner, whatever the mask, and may have long names', () =>
    inFolder({ 'a.md': REPORT, [long]: REPORT }, async (folder) => {
      chmodSync(join(folder, 'a.md'), 0o664);
      giveAway(join(folder, 'a.md'));
      const before = statSync(join(folder, 'a.md'));
      const mask = process.umask(0o077);
      try {
        assert.equal((await areaSend(folder, 'fix')).status, 0);
      } finally {
        process.umask(mask);
      }
      assert.ok(mended(folder, 'a.md') && mended(folder, long));
      const after = statSync(join(folder, 'a.md'));
      assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
      assert.equal(readdirSync(folder).length, 2);
      tried('fix keeps owner, mode and other files');
    }));

  it('are left alone and named when they are read-only', () =>
    inFolder({ 'a.md': REPORT }, async (folder) => {
      chmodSync(join(folder, 'a.md'), 0o444);
      const { status, err } = await areaSend(folder, 'fix');
      assert.equal(status, 2);
      assert.match(err, /a\.md: the file is read-only/);
      assert.ok(!mended(folder, 'a.md'));
      tried('fix keeps owner, mode and other files');
    }));

  it('are written through a link inside the folder, which stays one', () =>
    inFolder({ 'real.md': REPORT }, async (folder) => {
      symlinkSync(join(folder, 'real.md'), join(folder, 'link.md'));
      assert.equal((await areaSend(folder, 'fix', 'link.md')).status, 0);
      assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
      assert.ok(mended(folder, 'real.md'));
      tried(PROMISE);
    }));

  it('are left alone where a link leads out of the folder', () =>
    inFolder({ 'outside/real.md': REPORT, 'work/a.md': REPORT }, async (folder) => {
      symlinkSync(join(folder, 'outside/real.md'), join(folder, 'work/link.md'));
      for (const args of [['link.md'], ['.'], ['*.md']]) {
        const { err } = await areaSend(join(folder, 'work'), 'fix', ...args);
        if (args[0] === 'link.md') assert.match(err, /link to a file in another folder; nothing was changed/);
        assert.ok(!mended(join(folder, 'outside'), 'real.md'), args.join(' '));
      }
      assert.ok(mended(join(folder, 'work'), 'a.md'));
      tried(PROMISE);
    }));

  it('are left alone where they have a second name, which would keep the old text', () =>
    inFolder({ 'a.md': REPORT }, async (folder) => {
      linkSync(join(folder, 'a.md'), join(folder, 'b.md'));
      const { status, err } = await areaSend(folder, 'fix', 'a.md');
      assert.equal(status, 2);
      assert.match(err, /a\.md: the file has a second name/);
      assert.ok(!mended(folder, 'a.md') && !mended(folder, 'b.md'));
      tried(PROMISE);
    }));

  it('leave nothing of a run that was killed, and nothing of others goes', () =>
    inFolder({ 'a.md': REPORT, 'b.md': '# Notes\n', '.mine.tmp': 'x', '.area-send-notes.tmp': 'x' }, async (folder) => {
      const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
      const gone = spawnSync(process.execPath, ['-e', '']).pid;
      const left = (pid: number): string => `.area-send-${host}-${pid}-0123456789ab.tmp`;
      for (const pid of [gone, process.ppid]) writeFileSync(join(folder, left(pid)), 'half');
      await areaSend(folder, 'fix');
      assert.deepEqual(readdirSync(folder).sort(), ['.area-send-notes.tmp', left(process.ppid), '.mine.tmp', 'a.md', 'b.md'].sort());
      tried(PROMISE);
    }));
});

function build(): void {
  if (!existsSync(join(ROOT, 'dist/cli.js'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
}

describe('a disk that is full', function () {
  promised(FULL);
  before(function () {
    if (process.platform !== 'linux') this.skip();
    build();
  });
  /** Runs the built command in a shell in which no file may grow beyond some KB. */
  const limited = (folder: string, kilobytes: number | null, line: string): { status: number | null; stderr: string } =>
    spawnSync(
      '/bin/sh',
      ['-c', `${kilobytes === null ? '' : `trap '' XFSZ; ulimit -f ${kilobytes * 2}; `}"$0" ${line}`, process.execPath],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1', XDG_CACHE_HOME: join(folder, 'cache') },
      },
    );
  const CLI = JSON.stringify(join(ROOT, 'dist/cli.js'));

  for (const line of ['check . --no-cache', 'check . --no-cache --format json', 'facts . --format json']) {
    it(`is told where results are printed: ${line}`, () =>
      inFolder({ 'a.md': REPORT }, (folder) => {
        const { status, stderr } = limited(folder, null, `${CLI} ${line} > /dev/full`);
        assert.equal(status, 2, stderr);
        assert.match(stderr, /the output cannot be written/);
        tried(FULL);
        return Promise.resolve();
      }));
  }

  it('leaves a document as it was', () => {
    const long = REPORT + 'Text of a report. '.repeat(4000);
    return inFolder({ 'a.md': long }, (folder) => {
      const { status, stderr } = limited(folder, 16, `${CLI} fix .`);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /the file cannot be written; the disk is full/);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), long);
      assert.deepEqual(
        readdirSync(folder).filter((name) => name !== 'cache'),
        ['a.md'],
      );
      tried(FULL);
      return Promise.resolve();
    });
  });
});

describe('a run that is told to end', function () {
  this.timeout(120_000);
  promised(END);
  before(function () {
    if (process.platform === 'win32') this.skip();
    build();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends soon, with its files whole: ${signal}`, () => {
      const text = REPORT + 'Leaders know this area well. '.repeat(300);
      const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r${index}.md`, `${text}${index}\n`]));
      return inFolder(files, async (folder) => {
        const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'fix', '.'], {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        const ended = once(child, 'exit');
        // Its first line says that it is at work.
        await Promise.race([once(child.stdout, 'data'), ended]);
        const before = process.hrtime.bigint();
        child.kill(signal);
        await ended;
        const seconds = Number(process.hrtime.bigint() - before) / 1e9;
        assert.equal(child.signalCode, signal);
        // A second is promised; `npm test` does not depend on how busy a machine is.
        if (FUZZING) assert.ok(seconds < 20, `${seconds} s`);
        for (const [name, before] of Object.entries(files)) {
          const now = readFileSync(join(folder, name), 'utf8');
          assert.ok(now === before || now.endsWith(before.slice(-200)), name);
        }
        tried(END, seconds, 's');
      });
    });
  }
});

describe('a front matter that ends the process of V8', () => {
  before(build);
  it('in three plans beside a report: all four are read', () => {
    const plan = `---\na: ${'- '.repeat(1001)}a\n---\n\n# Exampleshire SEND strategic plan\n\nText.\n`;
    return inFolder({ 'a.md': plan, 'b.md': plan, 'c.md': plan, 'd.md': REPORT }, (folder) => {
      for (const args of [['check', '--no-cache', '--fail-on', 'never'], ['facts'], ['deadlines'], ['fix', '--dry-run']]) {
        const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, '.'], {
          cwd: folder,
          encoding: 'utf8',
        });
        assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
        if (args[0] === 'check') assert.equal(stdout.match(/nested deeper/g)?.length, 3, stdout);
        tried('nested front matter never ends the process');
      }
      return Promise.resolve();
    });
  });
});
