// npm run bench: how long checking, importing and exporting take, beside other Markdown linters in the same run.
//   --beside CHECKOUT   an older version, built, measured in turns with this one
//   --only TEXT         only the measures whose names hold this
//   --quick             fewer runs
//   --no-peers          without the other linters
//   --no-build          dist/ as it is
//   FILE…               PDF and Word files to import as well
// Every figure is the least of several processes: what others do on the machine only ever adds.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makePlan, makeReport } from './documents.mjs';
import { loadPeers } from './peers.mjs';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean' },
    'no-peers': { type: 'boolean' },
    'no-build': { type: 'boolean' },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const KB = 1024;
const TODAY = '2026-11-23';
const PROCESS_LIMIT = 180_000;
const old = values.beside === undefined ? null : resolve(values.beside);
if (old && !existsSync(join(old, 'dist/index.js'))) throw new Error(`${old} is not built: run “npm run build” there first`);

if (!values['no-build']) {
  execFileSync(process.execPath, ['tools/generate/sources.mjs'], { cwd: root });
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
}

const ms = (value) =>
  value >= 10_000
    ? `${(value / 1000).toFixed(1)} s`
    : value < 10
      ? `${value.toFixed(2)} ms`
      : `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
const mb = (value) => `${Math.round(value / KB / KB)} MB`;
const kb = (value) => `${Math.round(value / KB)} KB`;
const number = (value) => value.toFixed(2);

const rows = [];
/** `figures` are of this version and of the older one; null where a version has no such thing. */
function row(what, [now, before], tell, reach = '', note = '') {
  if (now === null || now === undefined) return;
  const isBoth = before !== null && before !== undefined;
  const cells = [what, tell(now), ...(old ? [isBoth ? tell(before) : 'none', isBoth ? number(now / before) : ''] : []), reach, note];
  rows.push(cells);
  console.error(cells.filter(Boolean).join(' | '));
}

const work = mkdtempSync(join(tmpdir(), 'area-send-bench-'));
/** Of every figure the least of several runs; null where there are none. */
const leastOf = (all) => {
  const runs = all.filter(Boolean);
  return runs[0] ? Object.fromEntries(Object.keys(runs[0]).map((key) => [key, Math.min(...runs.map((run) => run[key]))])) : null;
};

/** Runs each version in processes of its own, in turns. */
function inTurns(times, run) {
  const runs = Array.from({ length: values.quick ? Math.min(times, 2) : times }, () => versions.map(run));
  return versions.map((_, at) => leastOf(runs.map((figures) => figures[at])));
}

const environment = { ...process.env, XDG_CACHE_HOME: join(work, 'cache'), ...(values.quick ? { BENCH_QUICK: '1' } : {}) };
const script = fileURLToPath(new URL('measure.mjs', import.meta.url));
function measure(name, checkouts) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, work, name, ...checkouts], {
    encoding: 'utf8',
    timeout: PROCESS_LIMIT,
    env: environment,
  });
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1));
  console.error(`${name} did not end: ${stderr.trim().split('\n').at(-1)}`);
  return checkouts.map(() => null);
}
const versions = [root, ...(old ? [old] : [])];
/** Both versions in one process, at turns for each piece of work; `times` processes. */
function measured(name, times) {
  const runs = Array.from({ length: values.quick ? Math.min(times, 2) : times }, () => measure(name, versions));
  return versions.map((_, at) => leastOf(runs.map((run) => run[at])));
}
const get = (figures, key) => figures.map((one) => one?.[key]);
const wanted = (name) => values.only === undefined || name.includes(values.only);

const hook = join(work, 'told.cjs');
writeFileSync(
  hook,
  "if (require('node:worker_threads').isMainThread) process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require('node:fs').writeSync(2, `TOLD ${userCPUTime + systemCPUTime} ${maxRSS}\\n`); });",
);
/** One whole process of the command line: wall and processor time, and the most memory that it held. */
function command(checkout, cwd, args) {
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--require', hook, join(checkout, 'dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: PROCESS_LIMIT,
    env: { ...environment, XDG_CACHE_HOME: join(work, checkout === root ? 'cache' : 'cache-old') },
  });
  const wall = performance.now() - start;
  const told = /TOLD (\d+) (\d+)/.exec(stderr);
  if (!told || /unknown command/.test(stderr)) return null;
  return { ms: wall, cpu: Number(told[1]) / 1000, memory: Number(told[2]) * KB };
}
const CHECK = ['check', '--format', 'json', '--today', TODAY];

function folderOf(name, texts) {
  const folder = join(work, name);
  mkdirSync(folder);
  texts.forEach((text, index) => writeFileSync(join(folder, `document-${index}.md`), text));
  return folder;
}

try {
  writeFileSync(
    join(work, 'vscode.cjs'),
    "const make = () => new Proxy(function () {}, { get: (target, key) => (key === 'prototype' ? target.prototype : key === Symbol.toPrimitive ? () => '' : make()), apply: () => make(), construct: () => make() }); module.exports = Object.create(make());",
  );
  const peers = values['no-peers'] ? null : await loadPeers();

  // Keys.
  for (const [name, what, text, reach] of [
    ['key-25', 'Key pressed in a 25 KB report', makeReport(25 * KB), '≤ 2 ms'],
    ['key-200', 'Key pressed in a 200 KB plan', makePlan(200 * KB), '≤ 5 ms'],
    ['key-1000', 'Key pressed in a 1 MB plan', null, ''],
    ['idle-key-25', 'In idle time after a key, 25 KB report: all rules', null, ''],
    ['idle-key-200', 'In idle time after a key, 200 KB plan: all rules', null, ''],
  ]) {
    if (!wanted(name)) continue;
    const figures = measured(name, 5);
    const own = figures[0];
    const ratios = !peers || !text || !own ? [] : peers.compare(text, own.ms, ms);
    row(
      `${what} (processor time)`,
      get(figures, 'cpu'),
      ms,
      reach,
      own && [`95th centile by the clock ${ms(own.high)}`, ...ratios].join('; '),
    );
  }

  // First checks.
  for (const [name, what, times] of [
    ['first-25', 'First check of a 25 KB report, warm', 5],
    ['first-200', 'First check of a 200 KB plan, warm', 5],
    ['first-800', 'First check of an 800 KB plan, warm', 3],
    ['idle-first-25', 'The same of a 25 KB report with the rules of idle time', 5],
    ['idle-first-200', 'The same of a 200 KB plan with the rules of idle time', 3],
  ]) {
    if (wanted(name)) row(`${what} (processor time)`, get(measured(name, times), 'cpu'), ms);
  }
  if (wanted('growth')) row('Growth when a plan doubles from 1 to 2 MB', get(measured('growth', 2), 'times'), number, '≤ 2.2');
  if (wanted('first-5000')) {
    const figures = measured('first-5000', 2);
    row('First check of a 5 MB plan', get(figures, 'ms'), ms, '≤ 4 s');
    row('Longest step in it, which holds the editor', get(figures, 'longest'), ms, '≤ 50 ms');
  }

  // Whole processes.
  const reports = folderOf(
    'reports',
    Array.from({ length: 55 }, (_, index) => makeReport(20 * KB + (index % 7) * KB, index + 2)),
  );
  const one = folderOf('one', [makeReport(25 * KB)]);
  const commands = (name, what, times, run, reach = '') => {
    if (!wanted(name)) return null;
    const figures = inTurns(times, run);
    row(what, get(figures, 'ms'), ms, reach, figures[0] && `processor time ${get(figures, 'cpu').filter(Boolean).map(ms).join(', ')}`);
    return figures;
  };
  commands('command-very-first', 'One 25 KB report, the very first run', 1, (checkout) => command(checkout, one, [...CHECK, '--no-cache']));
  commands(
    'command-one',
    'One 25 KB report, command started cold',
    12,
    (checkout) => command(checkout, one, [...CHECK, '--no-cache']),
    '≤ 400 ms',
  );
  const many = commands(
    'command-55',
    '55 reports, nothing cached',
    6,
    (checkout) => command(checkout, reports, [...CHECK, '--no-cache']),
    '≤ 1500 ms',
  );
  if (many) row('Most memory for 55 reports', get(many, 'memory'), mb, '≤ 150 MB');
  if (wanted('command-cached-55')) inTurns(1, (checkout) => command(checkout, reports, CHECK));
  commands('command-cached-55', '55 reports, cached', 8, (checkout) => command(checkout, reports, CHECK), '≤ 400 ms');
  if (wanted('command-5000')) {
    const big = folderOf('big', [makePlan(5 * 1024 * KB)]);
    const figures = commands('command-5000', 'One 5 MB plan by command', 2, (checkout) => command(checkout, big, [...CHECK, '--no-cache']));
    row('Most memory for it', get(figures, 'memory'), mb);
  }
  if (wanted('command-1000-documents') && !values.quick) {
    const folder = folderOf(
      'many',
      Array.from({ length: 1000 }, (_, index) => makeReport(12 * KB + (index % 7) * KB, index + 2)),
    );
    const figures = commands('command-1000-documents', '1,000 documents, nothing cached', 1, (checkout) =>
      command(checkout, folder, CHECK),
    );
    row('Most memory for them', get(figures, 'memory'), mb);
    commands('command-1000-documents', '1,000 documents, cached', 3, (checkout) => command(checkout, folder, CHECK));
  }
  if (wanted('command-actions')) {
    const plans = folderOf(
      'plans',
      Array.from({ length: 10 }, (_, index) => planOfActions(200, index)),
    );
    const figures = commands('command-actions', 'Tracker: 2,000 actions in ten plans', 5, (checkout) =>
      command(checkout, plans, ['actions', '--format', 'json', '--today', TODAY, '.']),
    );
    row('Most memory for them', get(figures, 'memory'), mb);
  }
  if (wanted('command-changes')) {
    const two = folderOf('two', [makePlan(200 * KB), makePlan(200 * KB).replaceAll('November 2027', 'December 2027')]);
    commands('command-changes', 'Changes between two plans of 200 KB', 5, (checkout) =>
      command(checkout, two, ['changes', '--format', 'json', '--today', TODAY, 'document-0.md', 'document-1.md']),
    );
  }
  if (peers && wanted('peers')) for (const [what, time] of peers.commands(reports)) row(what, [time, null], ms);

  // Word and PDF.
  const { importables } = await prepareImports();
  for (const [name, what, reach] of importables) {
    if (!wanted(name)) continue;
    const figures = measured(name, 4);
    row(
      `${what}, warm`,
      get(figures, 'ms'),
      ms,
      reach,
      figures[0] && `the first ${ms(figures[0].first)}, at most ${mb(figures[0].memory)}`,
    );
  }
  for (const [name, what, reach] of [
    ['export-docx', 'Export of a 25 KB report as Word, warm', '≤ 300 ms'],
    ['export-html', 'Export of a 25 KB report as a web page, warm', '≤ 300 ms'],
  ]) {
    if (!wanted(name)) continue;
    const figures = measured(name, 3);
    row(what, get(figures, 'ms'), ms, reach, figures[0] && `the first ${ms(figures[0].first)}`);
  }

  // Bundles.
  for (const [name, what] of [
    ['load-extension', 'Loading the extension'],
    ['load-language', 'Loading the language model, when the first sentence is looked at in idle time'],
    ['load-import', 'Loading the readers of Word and PDF, when the first is met'],
    ['load-export', 'Loading the writers of Word and web pages'],
  ]) {
    if (wanted(name))
      row(
        what,
        get(
          inTurns(7, (checkout) => measure(name, [checkout])[0]),
          'ms',
        ),
        ms,
      );
  }
  if (wanted('size')) {
    for (const [file, reach] of [
      ['extension.cjs', '≤ 1500 KB'],
      ['web/extension.js', '≤ 1500 KB'],
      ['language/english.cjs', ''],
      ['convert/import.cjs', ''],
      ['convert/export.cjs', ''],
    ])
      row(
        `Size of dist/${file}`,
        versions.map((checkout) => sizeOf(join(checkout, 'dist', file))),
        kb,
        reach,
      );
    row(
      'Size of the command’s script',
      versions.map((checkout) => Math.max(...commandsOf(join(checkout, 'dist/chunks')))),
      kb,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function sizeOf(path) {
  return path && existsSync(path) ? statSync(path).size : null;
}
function commandsOf(folder) {
  return readdirSync(folder).flatMap((name) => (name.startsWith('command-') ? sizeOf(join(folder, name)) : []));
}

function planOfActions(count, seed) {
  const rows = Array.from({ length: count }, (_, index) => {
    const at = seed * count + index;
    return `| ${at + 1} | Publish guide number ${at} for families in district ${at % 37} | Head of service ${at % 50} | ${1 + (at % 28)} ${['March', 'June', 'November'][at % 3]} 2027 | At least ${50 + (at % 50)}% find it helpful | ${['Not started', 'In progress', 'Complete'][at % 3]} |`;
  });
  return `# Exampleshire SEND strategic plan\n\n| No. | Action | Lead | Due date | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** A report as Word, made by the exporter, and as PDF; and what files were named. */
async function prepareImports() {
  const list = [
    ['import:report.pdf', 'Import of a 25 KB report as PDF', '≤ 500 ms'],
    ['import:report.docx', 'Import of a 25 KB report as Word', '≤ 300 ms'],
  ];
  if (!list.some(([name]) => wanted(name)) && files.length === 0) return { importables: [] };
  const report = makeReport(25 * KB);
  const { exportDocx } = createRequire(import.meta.url)(join(root, 'dist/convert/export.cjs'));
  writeFileSync(join(work, 'report.docx'), (await exportDocx(report, { today: TODAY })).output);
  const { tsImport } = await import('tsx/esm/api');
  const { pdf, wrapped } = await tsImport('../convert/pdf-files.ts', import.meta.url);
  const pages = [{ texts: [] }];
  let y = 60;
  for (const block of report.replace(/^---\n[\s\S]*?\n---\n/, '').split(/\n{2,}/)) {
    const size = block.startsWith('# ') ? 24 : block.startsWith('#') ? 16 : 12;
    if (y > 740) [y] = [60, pages.push({ texts: [] })];
    const laid = wrapped(
      block
        .replace(/^[#\-|\s]+/, '')
        .replace(/[\n|]+/g, ' ')
        .trim() || ' ',
      70,
      y,
      525,
      { size, bold: size > 12 },
    );
    pages.at(-1).texts.push(...laid.texts);
    y = laid.y + 10;
  }
  writeFileSync(join(work, 'report.pdf'), pdf(pages));
  for (const file of files) {
    copyFileSync(file, join(work, basename(file)));
    list.push([
      `import:${basename(file)}`,
      `Import of ${basename(file)} (${kb(statSync(file).size)})`,
      /\.pdf$/i.test(file) ? '≤ 500 ms' : '≤ 300 ms',
    ]);
  }
  return { importables: list };
}

console.log(
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}.\n`,
);
const heads = ['what', 'measured', ...(old ? ['before', 'times'] : []), 'to reach', 'beside it'];
console.log(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |`);
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
