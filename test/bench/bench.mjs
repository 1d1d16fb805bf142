// npm run bench: how long checking takes, beside other Markdown linters in the same run. Options: --quick, --no-peers.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, homedir, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makePlan, makeReport, random } from './documents.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, 'no-peers': { type: 'boolean' } } });
const root = fileURLToPath(new URL('../../', import.meta.url));
const KB = 1024;
const TODAY = '2026-11-23';
const rounds = values.quick ? 5 : 15;
/** Milliseconds. */
const INSTALL_LIMIT = 180_000;
const PROCESS_LIMIT = 120_000;

execFileSync(process.execPath, ['tools/generate/sources.mjs'], { cwd: root });
execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
const { checkText, checkTextInSteps, createSession } = await import(pathToFileURL(join(root, 'dist/index.js')).href);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const high = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.95)];
const ms = (value) =>
  value === Infinity ? 'did not end' : `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
const rows = [];
function row(what, value, reach = '', note = '') {
  rows.push([what, value, reach, note]);
  console.error(`${what}: ${value}${reach ? ` (to reach: ${reach})` : ''}${note ? ` ${note}` : ''}`);
}
function timed(work, times = rounds) {
  work();
  return Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

// Peers, in a folder of their own outside the checkout.
const PEERS = {
  'markdownlint-cli2': '0.24.1',
  markdownlint: '0.42.1',
  remark: '15.0.1',
  'remark-cli': '12.0.1',
  'remark-gfm': '4.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-preset-lint-recommended': '7.0.1',
  'remark-preset-lint-consistent': '6.0.1',
  'remark-preset-lint-markdown-style-guide': '6.0.1',
  rumdl: '0.2.75',
};
async function peers() {
  if (values['no-peers']) return null;
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'area-send-drafting', 'bench-peers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }));
  if (!Object.keys(PEERS).every((name) => existsSync(join(folder, 'node_modules', name)))) {
    console.error('Installing the other linters …');
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--fetch-timeout=30000', '--fetch-retries=1'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: INSTALL_LIMIT,
      killSignal: 'SIGKILL',
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      console.error('They could not be installed: measured without them.');
      return null;
    }
  }
  const require = createRequire(join(folder, 'package.json'));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const esm = (name) => import(pathToFileURL(join(folder, 'node_modules', name, 'index.js')).href);
  const { lint } = await import(pathToFileURL(join(folder, 'node_modules/markdownlint/lib/exports-sync.mjs')).href).catch(() =>
    load('markdownlint/sync'),
  );
  const { VFile } = await esm('vfile');
  const [{ remark }, gfm, frontmatter, recommended, consistent, guide] = await Promise.all(
    [
      'remark',
      'remark-gfm',
      'remark-frontmatter',
      'remark-preset-lint-recommended',
      'remark-preset-lint-consistent',
      'remark-preset-lint-markdown-style-guide',
    ].map(esm),
  );
  const processor = remark()
    .use(gfm.default)
    .use(frontmatter.default)
    .use(recommended.default)
    .use(consistent.default)
    .use(guide.default)
    .freeze();
  return {
    folder,
    markdownlint: (text) => lint({ strings: { text } }),
    // Without a file some of its rules never end.
    remark: (text) => {
      const file = new VFile({ value: text, path: 'a.md' });
      return processor.runSync(processor.parse(file), file);
    },
  };
}
const others = await peers().catch((error) => {
  console.error(`The other linters could not be loaded: ${error.message}`);
  return null;
});

// One key after another at changing places, as somebody types.
function keystrokes(text, count) {
  const session = createSession(text, { path: 'typed.md', today: TODAY, settings: { rules: { spelling: 'off' } } });
  void session.findings;
  const next = random(7);
  const times = [];
  for (let burst = 0; burst < count / 10; burst++) {
    let at = session.text.indexOf(' ', Math.floor(next() * (session.text.length - 200)) + 100);
    for (let key = 0; key < 10; key++) {
      const start = performance.now();
      session.edit([{ start: at, end: at, text: 'typed text'[key] }]);
      void session.findings;
      times.push(performance.now() - start);
      at++;
    }
  }
  // The first third is read before the machine code is ready: nobody feels it twice.
  return times.slice(Math.ceil(count / 3));
}

const documents = [
  ['25 KB report', makeReport(25 * KB), '≤ 2 ms'],
  ['200 KB plan', makePlan(200 * KB), '≤ 5 ms'],
  ['1 MB plan', makePlan(1024 * KB), ''],
];
for (const [name, text, reach] of documents) {
  const times = keystrokes(text, values.quick ? 100 : 400);
  const own = median(times);
  const ratios = [];
  if (others && text.length < 500 * KB) {
    for (const peer of ['markdownlint', 'remark']) {
      const other = median(timed(() => others[peer](text), text.length > 100 * KB ? 3 : 7));
      ratios.push(`${peer} ${ms(other)}, ${(other / own).toFixed(0)} times as long`);
    }
  }
  row(`Key pressed in a ${name}`, `${ms(own)} (95th centile ${ms(high(times))})`, reach, ratios.join('; '));
}

for (const [name, text, times] of [
  ['25 KB report', makeReport(25 * KB), rounds],
  ['200 KB plan', makePlan(200 * KB), rounds],
  ['400 KB plan', makePlan(400 * KB), 5],
  ['800 KB plan', makePlan(800 * KB), 3],
]) {
  row(`First check of a ${name}, warm`, ms(median(timed(() => checkText(text, { path: 'a.md', today: TODAY, skipIdle: true }), times))));
}
{
  const measure = (size) => median(timed(() => checkText(makePlan(size), { path: 'a.md', today: TODAY, skipIdle: true }), 3));
  const [half, whole] = [measure(1024 * KB), measure(2048 * KB)];
  row('Growth when a plan doubles from 1 to 2 MB', `${(whole / half).toFixed(2)} times the time`, '≤ 2.2');
}
{
  const text = makePlan(5 * 1024 * KB);
  const holds = [];
  const started = performance.now();
  const steps = checkTextInSteps(text, { path: 'a.md', today: TODAY, skipIdle: true });
  for (let before = performance.now(); ; before = performance.now()) {
    const { done } = steps.next();
    holds.push(performance.now() - before);
    if (done) break;
  }
  row('First check of a 5 MB plan', `${((performance.now() - started) / 1000).toFixed(2)} s`, '≤ 4 s');
  row('Longest step in it, which holds the editor', ms(Math.max(...holds)), '≤ 50 ms');
}

// Whole processes.
const work = mkdtempSync(join(tmpdir(), 'area-send-bench-'));
try {
  const cache = join(work, 'cache');
  const rss = join(work, 'rss.mjs');
  writeFileSync(rss, "process.on('exit', () => process.stderr.write(`RSS ${process.resourceUsage().maxRSS}\\n`));");
  const check = (hooks, cwd, args) =>
    spawnSync(process.execPath, [...hooks, join(root, 'dist/cli.js'), 'check', '--format', 'json', '--today', TODAY, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      timeout: PROCESS_LIMIT,
      env: { ...process.env, XDG_CACHE_HOME: cache },
    });
  const time = (cwd, ...args) => {
    const start = performance.now();
    check([], cwd, args);
    return performance.now() - start;
  };
  /** In megabytes. It has runs of its own: the hook that tells it takes time. */
  const memory = (cwd, ...args) =>
    Math.round(Number(/RSS (\d+)/.exec(check(['--import', pathToFileURL(rss).href], cwd, args).stderr)?.[1] ?? 0) / 1024);
  const times = (count, run) => Array.from({ length: count }, run);
  const folderOf = (name, count, size) => {
    const folder = join(work, name);
    mkdirSync(folder);
    for (let index = 0; index < count; index++)
      writeFileSync(join(folder, `report-${index}.md`), makeReport(size + (index % 7) * KB, index + 2));
    return folder;
  };
  const reports = folderOf('reports', 55, 20 * KB);
  const one = folderOf('one', 1, 25 * KB);
  row('One 25 KB report, the very first run', ms(time(one, '--no-cache')));
  row('One 25 KB report, command started cold', ms(median(times(values.quick ? 3 : 9, () => time(one, '--no-cache')))), '≤ 400 ms');
  row('55 reports, nothing cached', ms(median(times(values.quick ? 3 : 5, () => time(reports, '--no-cache')))), '≤ 1500 ms');
  time(reports);
  row('55 reports, cached', ms(median(times(values.quick ? 3 : 9, () => time(reports)))), '≤ 400 ms');
  const many = folderOf('many', values.quick ? 200 : 1000, 12 * KB);
  const name = `${values.quick ? 200 : '1,000'} documents`;
  row(`${name}, nothing cached`, `${(time(many) / 1000).toFixed(2)} s`, '', `at most ${memory(many, '--no-cache')} MB`);
  row(`${name}, cached`, ms(time(many)));
  row('Most memory for 55 reports', `${Math.max(...times(3, () => memory(reports, '--no-cache')))} MB`, '≤ 150 MB');
  const big = join(work, 'big');
  mkdirSync(big);
  writeFileSync(join(big, 'plan.md'), makePlan(5 * 1024 * KB));
  row('One 5 MB plan by command', `${(time(big, '--no-cache') / 1000).toFixed(2)} s`, '', `at most ${memory(big, '--no-cache')} MB`);
  if (others) {
    const bin = (command) => join(others.folder, 'node_modules/.bin', command);
    const peer = (command, args) =>
      median(
        Array.from({ length: 3 }, () => {
          const start = performance.now();
          const { error } = spawnSync(bin(command), args, {
            cwd: reports,
            stdio: 'ignore',
            timeout: PROCESS_LIMIT,
            killSignal: 'SIGKILL',
            shell: process.platform === 'win32',
          });
          return error ? Infinity : performance.now() - start;
        }),
      );
    row('55 reports by markdownlint-cli2', ms(peer('markdownlint-cli2', ['**/*.md'])));
    row(
      '55 reports by remark-cli with its presets',
      ms(
        peer('remark', [
          '.',
          '--no-stdout',
          '--quiet',
          ...['gfm', 'frontmatter', 'preset-lint-recommended', 'preset-lint-consistent', 'preset-lint-markdown-style-guide'].flatMap(
            (plugin) => ['--use', join(others.folder, 'node_modules', `remark-${plugin}`, 'index.js')],
          ),
        ]),
      ),
    );
    row('55 reports by rumdl', ms(peer('rumdl', ['check', '--no-cache', '.'])));
  }

  // The extension's bundle, loaded as the extension host loads it, with nothing behind the API.
  const stub = join(work, 'node_modules/vscode');
  mkdirSync(stub, { recursive: true });
  writeFileSync(
    join(stub, 'index.js'),
    "const make = () => new Proxy(function () {}, { get: (target, key) => (key === 'prototype' ? target.prototype : key === Symbol.toPrimitive ? () => '' : make()), apply: () => make(), construct: () => make() }); module.exports = Object.create(make());",
  );
  writeFileSync(
    join(work, 'load.cjs'),
    `const start = performance.now(); require(${JSON.stringify(join(work, 'extension.cjs'))}); console.log(performance.now() - start);`,
  );
  writeFileSync(
    join(work, 'extension.cjs'),
    await import('node:fs').then(({ readFileSync }) => readFileSync(join(root, 'dist/extension.cjs'))),
  );
  const loads = Array.from(
    { length: 7 },
    () => Number(spawnSync(process.execPath, [join(work, 'load.cjs')], { encoding: 'utf8', timeout: PROCESS_LIMIT }).stdout) || Infinity,
  );
  row('Loading the extension', ms(median(loads)));
  const size = (path) =>
    statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : statSync(path).size;
  for (const file of ['extension.cjs', 'web/extension.js'])
    row(`Size of dist/${file}`, `${Math.round(size(join(root, 'dist', file)) / KB)} KB`, '≤ 1500 KB');
} finally {
  rmSync(work, { recursive: true, force: true });
}

console.log(
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}.\n`,
);
console.log('| what | measured | to reach | beside it |\n| --- | --- | --- | --- |');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
