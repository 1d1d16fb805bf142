// Prints how well documents are imported: npm run import-corpus -- FOLDER [--show] [--only NAME] [--peers]
// FOLDER holds PDF, Word and other documents and, beside them or in reports/ beside it or in it, the Markdown of the same name; facts.json there is read too.
// Or it holds a truth.json that names documents, the Markdown that must come out of them, what must be said of them, and what must be refused.
// --peers reads the same files with other programs, where they are installed.
// Times are of the processor, those of peers by the clock. MB is what the built command (npm run build) takes for the file alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import './generate/sources.mjs';
import '../test/dictionary.js';

const { importDocument, isImportName } = await import('../src/convert/import/index.js');
const { score, sum } = await import('./import-corpus/score.js');
const { findingsMade, otherDifferences, readTruth, refusal } = await import('./import-corpus/truth.js');
const { peers } = await import('./import-corpus/peers.js');
type Truth = ReturnType<typeof readTruth>[number];
type Score = ReturnType<typeof score>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'boolean', default: false },
    only: { type: 'string' },
    peers: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});
const folder = positionals[0];
if (!folder || !existsSync(folder)) {
  console.error('import-corpus: name the folder that holds the documents');
  process.exit(2);
}

interface Sample {
  path: string;
  markdown: string;
  facts: Record<string, unknown> | undefined;
  truth?: Truth;
}

const truths = readTruth(folder).filter(({ path }) => !values.only || path.includes(values.only));

/** Documents that have Markdown of the same name. */
function samplesIn(root: string): Sample[] {
  const around = [root, join(root, 'reports'), join(root, '..', 'reports')];
  const listed = [root, join(root, '..')].map((place) => join(place, 'facts.json')).find((path) => existsSync(path));
  const facts = listed ? (JSON.parse(readFileSync(listed, 'utf8')) as Record<string, unknown>[]) : [];
  return [root, join(root, 'pdf')]
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((path) => isImportName(path) && (!values.only || path.includes(values.only)))
    .sort()
    .flatMap((path) => {
      const name = `${basename(path, extname(path))}.md`;
      const markdown = around.map((place) => join(place, name)).find((place) => existsSync(place));
      return markdown ? [{ path, markdown, facts: facts.find((entry) => entry.path === name) }] : [];
    });
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = join(ROOT, 'dist', 'cli.js');

/** What the built command takes to import a file: the most memory in MB; null where it is not built or fails. */
function memoryOf(path: string): number | null {
  if (!existsSync(COMMAND)) return null;
  const told = 'process.on("exit", () => process.stderr.write("maxRSS=" + process.resourceUsage().maxRSS + "\\n"))';
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(told)}`, COMMAND, 'import', path, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const found = /maxRSS=(\d+)/.exec(stderr)?.[1];
  return status === 0 && found !== undefined ? Number(found) / 1024 : null;
}

/** Milliseconds of processor time of this process. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`);

function row(name: string, one: Score, time: string, memory: string): string {
  const columns = [
    name.padEnd(28),
    percent(one.words.kept, one.words.expected),
    percent(one.words.extra, one.words.expected),
    `${one.headings.right}/${one.headings.expected}+${one.headings.extra}`,
    `${one.tables.right}/${one.tables.expected}+${one.tables.extra}`,
    percent(one.tables.cellsRight, one.tables.cells),
    `${one.facts.right}/${one.facts.expected}`,
    time,
    memory,
  ];
  return columns.map((text, index) => (index === 0 ? text : text.padStart(9))).join(' ');
}

const samples = [
  ...samplesIn(folder),
  ...truths
    .filter(({ from }) => from !== null)
    .map((truth): Sample => ({ path: join(folder, truth.path), markdown: join(folder, truth.from!), facts: truth.facts, truth })),
];
if (samples.length === 0 && truths.length === 0) {
  console.error('import-corpus: no document in this folder has Markdown of the same name');
  process.exit(2);
}
console.log(
  ['file'.padEnd(28), ...['words', 'extra', 'headings', 'tables', 'cells', 'facts', 'ms warm', 'MB'].map((text) => text.padStart(9))].join(
    ' ',
  ),
);
const scores: Score[] = [];
/** What this product reads, which is what others are asked to read. */
const done: Sample[] = [];
const times: number[] = [];
const declined: string[] = [];
let most: number | null = null;
let made = 0;
let others = 0;
for (const sample of samples) {
  const bytes = new Uint8Array(readFileSync(sample.path));
  let result: Awaited<ReturnType<typeof importDocument>> | null = null;
  let best = Infinity;
  try {
    for (let run = 0; run < Number(values.runs); run++) {
      const start = processorTime();
      result = await importDocument(bytes, basename(sample.path));
      best = Math.min(best, processorTime() - start);
    }
  } catch (error) {
    const line = `${basename(sample.path)}: ${error instanceof Error ? error.message : String(error)}`;
    if (sample.truth?.optional) declined.push(line);
    else {
      console.log(line);
      others++;
    }
    continue;
  }
  const expected = readFileSync(sample.markdown, 'utf8');
  const one = score(result!.markdown, expected, sample.facts);
  scores.push(one);
  done.push(sample);
  times.push(best);
  const findings = findingsMade(result!.markdown, expected);
  const other = sample.truth ? otherDifferences(result!, sample.truth) : [];
  made += findings.length;
  others += other.length;
  const megabytes = memoryOf(sample.path);
  most = megabytes === null ? most : Math.max(most ?? 0, megabytes);
  console.log(row(basename(sample.path), one, best.toFixed(0), megabytes?.toFixed(0) ?? '–'));
  for (const line of other) console.log(`    ${line}`);
  if (!values.show) continue;
  for (const difference of one.differences) console.log(`    ${difference}`);
  for (const line of findings) console.log(`    finding that the Markdown does not have: ${line}`);
}
const total = sum(scores);
console.log(row('all', total, (times.reduce((a, b) => a + b, 0) / times.length).toFixed(0), most?.toFixed(0) ?? '–'));
console.log(`at most ${Math.max(...times).toFixed(0)} ms of processor time, the least of several runs, warm; peers are timed by the clock`);
console.log(`findings that the Markdown does not have: ${made}; what else is not as truth.json says: ${others}`);
for (const line of declined) console.log(`declined, as it may be: ${line}`);
for (const truth of truths.filter(({ error }) => error !== null)) {
  const { right, line } = await refusal(folder, truth);
  console.log(`${right ? 'refused' : 'WRONG'}: ${line}`);
}

if (values.peers) {
  for (const peer of await peers()) {
    const read: Score[] = [];
    let failed = 0;
    const start = performance.now();
    for (const sample of done) {
      const markdown = await peer.read(sample.path).catch(() => null);
      if (markdown === null) failed++;
      read.push(score(markdown ?? '', readFileSync(sample.markdown, 'utf8'), sample.facts));
    }
    console.log(row(peer.name, sum(read), ((performance.now() - start) / done.length).toFixed(0), ''));
    if (failed > 0) console.log(`    ${failed} of ${done.length} files not read`);
  }
}
