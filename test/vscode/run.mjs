// Builds the extension and its tests, gets a real VS Code, and runs them in it: those that are named (node, web, driven, long, or a
// file of driven tests such as “typing”), or all.
// Ends with 1 when anything fails.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { findVSCode } from '../../.ci/vscode/find.mjs';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(here, '..', '..'));
const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);

function build() {
  for (const script of [['tools/generate/sources.mjs'], ['esbuild.mjs', '--stage=out/extension', '--tests']]) {
    const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}

/** Two workspace folders: the examples, and a small one with a configuration file of its own. */
function workspace() {
  const folder = mkdtempSync(join(tmpdir(), 'area-send-tests-'));
  cpSync('examples', join(folder, 'examples'), { recursive: true });
  cpSync(join(here, 'second'), join(folder, 'second'), { recursive: true });
  const file = join(folder, 'tests.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'examples' }, { path: 'second' }], settings: {} }));
  return { folder, file };
}

/** What is under way when the window closes is cancelled. */
const AT_THE_END = /: Canceled$/;

/** The invented personal data that the tests plant in documents. */
const PLANTED = [...readFileSync('test/personal-data/_kinds.ts', 'utf8').matchAll(/secrets: \[([^\]]+)\]/g)]
  .flatMap(([, list]) => [...list.matchAll(/'([^']+)'/g)])
  .map(([, value]) => value)
  .filter((value) => value.length >= 8);

/** What the extension's host complained about, in the log files that it leaves; and personal data in them. */
function complaints(userDataDir) {
  const logs = readdirSync(userDataDir, { recursive: true })
    .map((name) => join(userDataDir, String(name)))
    .filter(
      (name) => /(?:exthost|Area SEND)[^/\\]*\.log$/.test(basename(name)) || /output_logging_[^/\\]*[/\\][^/\\]*Area SEND\.log$/.test(name),
    );
  return {
    logs,
    lines: logs.flatMap((name) =>
      readFileSync(name, 'utf8')
        .split('\n')
        .filter((line) => (/\[error\]/.test(line) && !AT_THE_END.test(line)) || PLANTED.some((value) => line.includes(value)))
        .map((line) => `${basename(name)}: ${line}`),
    ),
  };
}

async function inHost(name, kind, vscode) {
  console.log(`\n=== ${name} (${vscode.name})\n`);
  const { folder, file } = workspace();
  const userDataDir = join(folder, 'user-data');
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  writeFileSync(
    join(userDataDir, 'User', 'settings.json'),
    JSON.stringify({
      'files.simpleDialog.enable': true,
      'files.autoSave': 'off',
      'extensions.ignoreRecommendations': true,
      'window.restoreWindows': 'none',
    }),
  );
  let passed = true;
  try {
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: resolve('out/extension'),
      extensionTestsPath: resolve('out/extension/test/index.js'),
      launchArgs: [
        file,
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${join(folder, 'extensions')}`,
        ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } catch (error) {
    console.error(String(error instanceof Error ? error.message : error));
    passed = false;
  }
  if (kind === 'node') {
    const { logs, lines } = complaints(userDataDir);
    if (logs.length === 0) {
      console.error('No log of the extension host was found.');
      passed = false;
    } else if (lines.length > 0) {
      console.error(`The extension host’s log has errors, or personal data:\n${lines.join('\n')}`);
      passed = false;
    } else {
      console.log(`The extension host’s logs are free of errors (${logs.map((log) => basename(log)).join(', ')}).`);
    }
  }
  if (process.env.AREA_SEND_KEEP) console.log(`Kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  return passed;
}

/** Long stories and looks, which `npm test` leaves to `npm run test:vscode`. */
const LONG = ['actions', 'files', 'looks', 'story', 'typing', 'writing'];

function driven(title, files) {
  console.log(`\n=== ${title}\n`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log('Left out: the window is driven through the server, which is installed on Linux x64 only.');
    return true;
  }
  return (
    spawnSync(
      process.execPath,
      [
        'node_modules/mocha/bin/mocha.js',
        '--config',
        'test/vscode/driven/.mocharc.json',
        ...(process.env.AREA_SEND_GREP ? ['--grep', process.env.AREA_SEND_GREP] : []),
        ...files.map((name) => `test/vscode/driven/${name}`),
      ],
      { stdio: 'inherit' },
    ).status === 0
  );
}

const began = Date.now();
build();
const vscode = await findVSCode();
const results = [];
if (wanted('node')) results.push(['extension host', await inHost('In the extension host', 'node', vscode)]);
if (wanted('web')) results.push(['web extension host', await inHost('In the web extension host', 'web', vscode)]);
const suites = readdirSync(join(here, 'driven')).filter((name) => name.endsWith('.test.ts'));
const isLong = (name) => LONG.includes(basename(name, '.test.ts'));
for (const [name, title, files] of [
  ['driven', 'with mouse and keyboard', suites.filter((file) => !isLong(file))],
  ['long', 'with mouse and keyboard, whole stories', suites.filter(isLong)],
])
  if (wanted(name)) results.push([title, driven(title, files)]);
const named = suites.filter((file) => only.includes(basename(file, '.test.ts')));
if (named.length > 0) results.push(['what was named', driven('what was named', named)]);
console.log(
  `\n${results.map(([name, passed]) => `${passed ? 'passed' : 'FAILED'}  ${name}`).join('\n')}\n${Math.round((Date.now() - began) / 1000)} s`,
);
process.exit(results.every(([, passed]) => passed) ? 0 : 1);
