import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../cli/_run.js';

const PRELOAD = join(ROOT, 'test/robustness/_no-network.cjs');
const REPORT = 'examples/reports';
const PLAN = readdirSync(join(ROOT, 'examples/plans')).find((name) => name.endsWith('.md') && name !== 'README.md')!;
/** Every command, on the examples. */
const COMMANDS: readonly (readonly string[])[] = [
  ['check', 'examples', '--no-cache'],
  ['check', 'examples', '--no-cache', '--jobs', '2', '--format', 'sarif'],
  ['fix', '--dry-run', 'examples'],
  ['facts', REPORT, '--format', 'json'],
  ['deadlines', 'examples', '--format', 'ics'],
  ['coverage', `examples/plans/${PLAN}`, '--format', 'html'],
  ['new', 'strategic-plan', '--area', 'Exampleshire'],
  ['rules'],
  ['rules', 'title'],
];

describe('nothing leaves the machine', function () {
  this.timeout(180_000);
  let folder = '';
  before(() => {
    if (!existsSync(join(ROOT, 'dist/cli.js'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT });
    folder = mkdtempSync(join(tmpdir(), 'area-send-offline-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What a process tried that it may not; code from strings is refused by Node itself. */
  const attempts = (args: readonly string[]): { status: number | null; stderr: string; tried: string } => {
    const record = join(folder, `${Math.random()}.txt`);
    const { status, stderr } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', '--require', PRELOAD, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, RECORD: record, XDG_CACHE_HOME: folder },
    });
    return { status, stderr, tried: existsSync(record) ? readFileSync(record, 'utf8') : '' };
  };

  it('notices an attempt, or this test would prove nothing', () => {
    for (const [code, tried] of [
      ["require('https').get('https://example.org')", 'https.get\n'],
      ["fetch('https://example.org')", 'fetch\n'],
      ["new (require('net').Socket)().connect(80, 'example.org')", 'net.Socket.connect\n'],
      ["import('node:dns').then((dns) => dns.lookup('example.org', () => {}))", 'dns.lookup\n'],
    ] as const) {
      const found = attempts(['-e', code]);
      assert.equal(found.tried, tried, code);
      assert.notEqual(found.status, 0);
    }
    assert.match(attempts(['-e', 'new Function("")']).stderr, /Code generation from strings/);
  });

  for (const command of COMMANDS) {
    it(`area-send ${command.join(' ')}`, () => {
      const { status, stderr, tried } = attempts(['dist/cli.js', ...command]);
      assert.equal(tried, '');
      assert.ok(status === 0 || status === 1, stderr);
      assert.doesNotMatch(stderr, /went wrong inside/);
    });
  }

  it('the extension’s bundles hold no way to the network, to other programs or to code in strings', () => {
    for (const file of ['dist/extension.cjs', 'dist/web/extension.js']) {
      const code = readFileSync(join(ROOT, file), 'utf8');
      const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!.replace(/^node:/, ''));
      for (const name of required) assert.ok(['vscode', 'path', 'url', 'process', 'buffer'].includes(name), `${file}: ${name}`);
      assert.doesNotMatch(code, /XMLHttpRequest|WebSocket\(|sendBeacon|EventSource\(|\bimportScripts\(|[^.\w]eval\(/, file);
      // Scripts of the extension’s own, beside the bundle: the language model, and the readers and writers of other formats.
      assert.ok((code.match(/new Function\(/g)?.length ?? 0) <= 2, file);
    }
  });

  it('the library loads and checks where code from strings is refused', () => {
    const code =
      "import('./dist/index.js').then(({ checkText }) => { if (checkText('# SEND strategic plan\\n\\nTBC\\n', { today: '2026-11-23' }).findings.length === 0) process.exit(3); });";
    const { status, tried, stderr } = attempts(['-e', code]);
    assert.equal(tried, '');
    assert.equal(status, 0, stderr);
  });

  it('no library asks whether it may compile code, even where it would be told', () => {
    const code =
      "globalThis.Function = new Proxy(Function, { construct() { process.exit(4); }, apply() { process.exit(4); } }); import('./dist/index.js').then(({ checkText }) => checkText('# SEND strategic plan\\n', { today: '2026-11-23' }));";
    assert.equal(attempts(['-e', code]).status, 0);
  });
});
