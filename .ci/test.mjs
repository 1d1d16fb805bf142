// npm test: everything that must hold, from a clean clone. `npm test -- --no-editor` leaves the real VS Code out.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
// A log can be cut where it is long: what failed is said once more at its end.
const scratch = mkdtempSync(join(tmpdir(), 'area-send-test-'));
const env = { ...process.env, FAILED_TESTS: join(scratch, 'failed-tests.txt') };
const editor = !process.argv.includes('--no-editor');

function step(title, args) {
  const started = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(npm, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
  console.log(`── ${title}: ${status === 0 ? 'passed' : 'failed'} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** Installs what the lock file names, once for each state of it. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.area-send-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('── Installing the packages that the lock file names');
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}

install();
const steps = [
  ['What is generated', ['run', '-s', 'generate', '--', '--check']],
  ['Types', ['run', '-s', 'typecheck']],
  ['Lint and import directions', ['run', '-s', 'lint']],
  ['Build', ['run', '-s', 'build']],
  ['Tests of the core and the command line', ['run', '-s', 'test:unit']],
  ...(editor
    ? [
        ['Tests in a real VS Code: extension host', ['run', '-s', 'test:vscode', '--', 'node']],
        ['Tests in a real VS Code: web extension host', ['run', '-s', 'test:vscode', '--', 'web']],
        ['Tests in a real VS Code: with mouse and keyboard', ['run', '-s', 'test:vscode', '--', 'driven']],
      ]
    : []),
];
// A window can be too slow on a busy machine: then a second try of that host decides.
const passes = ([title, args]) => step(title, args) || (args.includes('test:vscode') && step(`${title}, second try`, args));
const failed = steps.filter((entry) => !passes(entry)).map(([title]) => title);
if (failed.length > 0 && existsSync(env.FAILED_TESTS)) console.log(`\n── Tests that failed\n\n${readFileSync(env.FAILED_TESTS, 'utf8')}`);
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join('; ')}` : ''}`);
process.exit(failed.length > 0 ? 1 : 0);
