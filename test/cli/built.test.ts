import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFolder, ROOT } from './_run.js';

const CLI = join(ROOT, 'dist/cli.js');
const REPORT = '# Area SEND inspection of Exampleshire Local Area Partnership\n\nThe service TBC helps families.\n';

describe('the built command', function () {
  this.timeout(120_000);
  let cache: string;
  before(() => {
    if (!existsSync(CLI)) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
    cache = mkdtempSync(join(tmpdir(), 'area-send-cache-'));
  });
  after(() => rmSync(cache, { recursive: true, force: true }));
  const run = (cwd: string, args: string[], input?: string): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [CLI, ...args, '--today', '2026-11-23'], {
      cwd,
      encoding: 'utf8',
      input,
      maxBuffer: 1 << 28,
      env: { ...process.env, XDG_CACHE_HOME: cache },
    });

  it('checks standard input', () => {
    const { status, stdout } = run(ROOT, ['check', '--stdin', '--stdin-path', 'draft.md', '--format', 'json'], REPORT);
    assert.equal(status, 1);
    assert.equal((JSON.parse(stdout) as { files: { path: string }[] }).files[0]!.path, 'draft.md');
  });

  it('says the same with the cache, without it, and with workers', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `r${String(index).padStart(2, '0')}.md`,
        REPORT.replace('families', `families ${index} times`),
      ]),
    );
    await inFolder(files, async (folder) => {
      const args = ['check', '--format', 'json'];
      const cold = run(folder, args);
      assert.equal(cold.status, 1);
      assert.ok(readdirSync(join(cache, 'area-send-drafting/results')).length >= 40);
      for (const more of [[], ['--no-cache'], ['--no-cache', '--jobs', '1'], ['--no-cache', '--jobs', '3']]) {
        const { stdout, stderr } = run(folder, [...args, ...more]);
        assert.equal(stdout, cold.stdout, more.join(' '));
        assert.equal(stderr, '');
      }
      // A cache that was cut off, or that holds nonsense or results of something else, is as good as none.
      const entries = join(cache, 'area-send-drafting/results');
      const names = readdirSync(entries).sort();
      const contents = names.map((name) => readFileSync(join(entries, name), 'utf8'));
      const wrong: ((index: number) => string)[] = [
        () => '{"result":',
        () => 'null',
        () => '{"result":{},"linked":[]}',
        (index) => contents[(index + 1) % names.length]!,
        (index) => contents[index]!.replace('"line":1', '"line":9'),
      ];
      names.forEach((name, index) => writeFileSync(join(entries, name), wrong[index % wrong.length]!(index)));
      assert.equal(run(folder, args).stdout, cold.stdout);
      await Promise.resolve();
    });
  });

  it('keeps its compiled code, and says the same without it, with a damaged one, and in many processes at once', async () => {
    await inFolder({ 'a.md': REPORT, 'cache/a.txt': '' }, async (folder) => {
      const code = join(folder, 'cache/area-send-drafting/code');
      const start = (args: readonly string[], more: Record<string, string> = {}): Promise<{ out: string; errors: string }> => {
        const child = spawn(process.execPath, [CLI, ...args], {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), ...more },
        });
        let [out, errors] = ['', ''];
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
        return new Promise((resolve) => child.on('close', () => resolve({ out, errors })));
      };
      const check = ['check', 'a.md', '--format', 'json', '--no-cache', '--today', '2026-11-23'];
      await start(['--version']);
      const wanted = await start(check, { NODE_DISABLE_COMPILE_CACHE: '1' });
      assert.match(wanted.out, /"findings"/);
      assert.equal(wanted.errors, '');
      assert.equal(existsSync(code), false);
      for (const found of await Promise.all(Array.from({ length: 6 }, () => start(check)))) assert.deepEqual(found, wanted);
      const names = readdirSync(code).sort();
      assert.deepEqual(
        names.map((name) => name.split('-')[0]),
        ['command', 'english.cjs'],
      );
      assert.deepEqual(await start(check), wanted);
      for (const name of names) {
        const file = join(code, name);
        const bytes = readFileSync(file);
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(file, bytes);
        assert.deepEqual(await start(check), wanted);
        assert.notDeepEqual(readFileSync(file), bytes, 'it has been replaced');
      }
      rmSync(code, { recursive: true });
      writeFileSync(code, 'not a folder');
      assert.deepEqual(await start(check), wanted);
    });
  });

  it('sees a linked report that appears later', async () => {
    await inFolder(
      { 'plan.md': '---\ndocument: strategic-plan\nrespondsTo: report.md\n---\n\n# Exampleshire SEND strategic plan\n\nText.\n' },
      async (folder) => {
        const args = ['check', 'plan.md', '--format', 'json'];
        const without = run(folder, args).stdout;
        assert.match(without, /"rule": "plan-inspection"/);
        writeFileSync(
          join(folder, 'report.md'),
          '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n',
        );
        assert.notEqual(run(folder, args).stdout, without);
        await Promise.resolve();
      },
    );
  });

  it('ends quietly when its reader has seen enough', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r${index}.md`, REPORT.repeat(30)]));
    await inFolder(files, async (folder) => {
      const child = spawn(process.execPath, [CLI, 'check', '--format', 'json', '--no-cache'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.stdout.once('data', () => child.stdout.destroy());
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
      assert.equal(errors, '');
      assert.ok(code === 0 || code === 1, String(code));
    });
  });

  it('waits for a slow writer on standard input', async () => {
    const child = spawn(
      'sh',
      ['-c', `(sleep 1; cat) | "${process.execPath}" "${CLI}" check --stdin --format json --fail-on never --today 2026-11-23`],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    let [out, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdin.end(REPORT);
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
    assert.equal(errors, '');
    assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 1);
  });

  it('says in one line that the output cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${CLI}" rules > /dev/full`], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^area-send: the output cannot be written \(ENOSPC\)[^\n]*\n$/);
  });

  it('colours where it is asked to', async () => {
    await inFolder({ 'a.md': REPORT }, async (folder) => {
      const coloured = (args: string[], env: Record<string, string>): boolean => {
        const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.endsWith('_COLOR')));
        return spawnSync(process.execPath, [CLI, ...args, 'check', 'a.md'], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...rest, XDG_CACHE_HOME: cache, ...env },
        }).stdout.includes('\u001B[');
      };
      assert.deepEqual(
        [
          coloured([], {}),
          coloured(['--color'], {}),
          coloured([], { FORCE_COLOR: '1' }),
          coloured([], { FORCE_COLOR: '0' }),
          coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' }),
          coloured(['--color'], { NO_COLOR: '1' }),
          coloured(['--no-color'], { FORCE_COLOR: '1' }),
        ],
        [false, true, true, false, false, true, false],
      );
      await Promise.resolve();
    });
  });

  it('puts its cache nowhere but in the user’s cache folder', async () => {
    await inFolder({ 'a.md': REPORT, 'home/a.txt': '' }, async (folder) => {
      for (const [where, env] of [
        ['home/.cache', { XDG_CACHE_HOME: '' }],
        ['home/.cache', { XDG_CACHE_HOME: 'cache' }],
        ['home/own', { XDG_CACHE_HOME: join(folder, 'home/own') }],
        [null, { XDG_CACHE_HOME: '', HOME: 'cache' }],
      ] as const) {
        const { status } = spawnSync(process.execPath, [CLI, 'check', 'a.md'], {
          cwd: folder,
          env: { ...process.env, HOME: join(folder, 'home'), ...env },
        });
        assert.equal(status, 1);
        assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'home'], JSON.stringify(env));
        if (where) assert.ok(existsSync(join(folder, where, 'area-send-drafting/results')), where);
        if (where) rmSync(join(folder, where), { recursive: true });
      }
      await Promise.resolve();
    });
  });
});
