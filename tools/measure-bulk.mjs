// Very large input through every command of a build: 40,000 rows of actions, 300,000 findings, 130,000 files, 300 MB of other Markdown.
// `node tools/measure-bulk.mjs`, after `npm run build`; `--only PATTERN` takes the cases whose names match it, `--rows N` fewer rows.
// Prints how each command ends, its processor time and the most memory that it held. It takes some minutes, so no test runs it.
// It ends with status 1 where a command ends by a signal, by an error of its own or with more memory than the bound.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, rows: { type: 'string', default: '40000' } } });
const only = new RegExp(values.only);
const isAsked = (name) => only.test(name);
const ROWS = Number(values.rows);
const FINDINGS = 300_000;
const FILES = 130_000;
const OTHER_MB = 300;
/** In MB; Node.js gives a process some 4 GB. */
const MOST_MEMORY = 3000;
const TODAY = '2026-11-23';
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

const home = mkdtempSync(join(tmpdir(), 'area-send-bulk-'));
const write = (name, text) => {
  mkdirSync(join(home, name, '..'), { recursive: true });
  writeFileSync(join(home, name), text);
};

/** Written when the process ends: time and memory of all its threads. */
write(
  'measure.mjs',
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.MEASURED, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});
`,
);

const action = (row, moved) =>
  `| Action ${row}: train the staff of school ${row} in co-production | AFI${(row % 3) + 1} | Head of service ${row % 97} | ${(row % 28) + 1} ${moved && row % 5 === 0 ? 'June' : 'May'} 2027 | ${row % 100}% of families of group ${row} say so | On track |`;
const plan = (rows, moved = false) =>
  `---\ndocument: strategic-plan\nlocalArea: Exampleshire\nrespondsTo: report.md\n---\n\n# Exampleshire SEND strategic plan\n\n| Action | Area for improvement | Owner | Deadline | Success measure | Status |\n| --- | --- | --- | --- | --- | --- |\n${Array.from({ length: rows }, (_, row) => action(row, moved)).join('\n')}\n`;

write('actions/plan.md', plan(ROWS));
write('actions/old.md', plan(ROWS));
write('actions/new.md', plan(ROWS, true));
write('actions/report.md', readFileSync(new URL('../examples/reports/exampleshire-2026.md', import.meta.url), 'utf8'));
if ([`${FINDINGS} findings: check`, `${FINDINGS} findings: fix --dry-run`].some(isAsked))
  write(
    'findings/report.md',
    `# Area SEND inspection of Exampleshire Local Area Partnership\n\n${'TBC. '
      .repeat(10)
      .concat('\n\n')
      .repeat(FINDINGS / 10)}`,
  );
if (isAsked('many files: check')) {
  for (let number = 0; number < FILES; number++)
    write(
      `files/${number % 400}/${number}.md`,
      number % 1000 === 0 ? `# Exampleshire SEND strategic plan ${number}\n\nTBC\n` : `# Note ${number}\n\nText.\n`,
    );
}
if (isAsked('other Markdown, 300 MB: check'))
  for (let number = 0; number < OTHER_MB; number++) write(`other/${number}.md`, `# Notes\n\n${'Words of no plan. '.repeat(61_000)}\n`);
write('few/report.md', '# Exampleshire SEND strategic plan\n\nTBC\n');

const in40 = (command, ...args) => [
  `${ROWS} actions: ${[command, ...args].filter((part) => part !== 'plan.md').join(' ')}`,
  'actions',
  command,
  ...args,
];
const CASES = [
  in40('check', 'plan.md', '--no-cache', '--today', TODAY),
  in40('check', 'plan.md', '--no-cache', '--today', TODAY, '--format', 'json'),
  in40('check', 'plan.md', '--no-cache', '--today', TODAY, '--format', 'sarif'),
  in40('check', 'plan.md', '--no-cache', '--today', TODAY, '--format', 'html'),
  in40('facts', 'plan.md'),
  in40('facts', 'plan.md', '--format', 'json'),
  in40('deadlines', 'plan.md', '--today', TODAY),
  in40('deadlines', 'plan.md', '--today', TODAY, '--format', 'ics'),
  in40('deadlines', 'plan.md', '--today', TODAY, '--format', 'html'),
  in40('coverage', 'plan.md'),
  in40('coverage', 'plan.md', '--format', 'html'),
  in40('actions', 'plan.md', '--today', TODAY),
  in40('actions', 'plan.md', '--today', TODAY, '--format', 'csv'),
  in40('actions', 'plan.md', '--today', TODAY, '--format', 'xlsx', '--out', 'actions.xlsx'),
  in40('actions', 'plan.md', '--today', TODAY, '--format', 'html'),
  in40('changes', 'old.md', 'new.md'),
  in40('meeting-pack', 'plan.md', '--today', TODAY),
  in40('export', 'plan.md', '--format', 'html', '--force'),
  in40('export', 'plan.md', '--format', 'docx', '--force'),
  in40('import', 'plan.docx', '--out', 'from-word.md'),
  in40('import', 'actions.xlsx', '--out', 'from-excel.md'),
  in40('fix', 'plan.md', '--dry-run'),
  [`${FINDINGS} findings: check`, 'findings', 'check', '--no-cache', '--today', TODAY],
  [`${FINDINGS} findings: check --format json`, 'findings', 'check', '--no-cache', '--today', TODAY, '--format', 'json'],
  [`${FINDINGS} findings: fix --dry-run`, 'findings', 'fix', '--dry-run'],
  ['many files: check', 'files', 'check', '--no-cache', '--today', TODAY],
  ['many files: deadlines', 'files', 'deadlines', '--today', TODAY],
  ['few files, to compare: check', 'few', 'check', '--no-cache', '--today', TODAY],
  ['other Markdown, 300 MB: check', 'other', 'check', '--no-cache', '--today', TODAY],
];

let failed = 0;
console.log(`| ${['Case', 'Exit', 'Processor time', 'Most memory', 'Printed'].join(' | ')} |\n| --- | --- | --- | --- | --- |`);
for (const [name, folder, ...args] of CASES.filter(([name]) => isAsked(name))) {
  const measured = join(home, 'measured.json');
  rmSync(measured, { force: true });
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(join(home, 'measure.mjs')).href, cli, ...args],
    { cwd: join(home, folder), env: { ...process.env, MEASURED: measured }, maxBuffer: 2 ** 30 },
  );
  const figures = statSync(measured, { throwIfNoEntry: false }) ? JSON.parse(readFileSync(measured, 'utf8')) : null;
  const said = stderr.toString();
  const isWrong =
    !figures ||
    signal ||
    status > 1 ||
    figures.megabytes > MOST_MEMORY ||
    /went wrong inside|RangeError|heap out of memory|\n {4}at /.test(said);
  if (isWrong) failed++;
  const cells = [
    name,
    isWrong ? `FAILED ${signal ?? status}` : status,
    figures ? `${figures.seconds.toFixed(1)} s` : '',
    figures ? `${Math.round(figures.megabytes)} MB` : '',
    `${Math.round(stdout.length / 1024)} KB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  if (isWrong) console.error(said.slice(0, 1000));
}
rmSync(home, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
