// Prints how well documents are imported: npm run import-corpus -- FOLDER [--show] [--only NAME]
// FOLDER holds PDF files and, beside them or in reports/ beside it or in it, the Markdown of the same name; facts.json there is read too.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import '../.ci/generate.mjs';
import '../test/dictionary.js';

const { importDocument } = await import('../src/convert/import/index.js');
const { score, sum } = await import('./import-corpus/score.js');
type Score = ReturnType<typeof score>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false }, only: { type: 'string' }, runs: { type: 'string', default: '3' } },
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
}

/** Documents that have Markdown of the same name. */
function samplesIn(root: string): Sample[] {
  const around = [root, join(root, 'reports'), join(root, '..', 'reports')];
  const listed = [root, join(root, '..')].map((place) => join(place, 'facts.json')).find((path) => existsSync(path));
  const facts = listed ? (JSON.parse(readFileSync(listed, 'utf8')) as Record<string, unknown>[]) : [];
  return [root, join(root, 'pdf')]
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((path) => path.endsWith('.pdf') && (!values.only || path.includes(values.only)))
    .sort()
    .flatMap((path) => {
      const name = `${basename(path, '.pdf')}.md`;
      const markdown = around.map((place) => join(place, name)).find((place) => existsSync(place));
      return markdown ? [{ path, markdown, facts: facts.find((entry) => entry.path === name) }] : [];
    });
}

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

const samples = samplesIn(folder);
if (samples.length === 0) {
  console.error('import-corpus: no document in this folder has Markdown of the same name');
  process.exit(2);
}
console.log(
  ['file'.padEnd(28), ...['words', 'extra', 'headings', 'tables', 'cells', 'facts', 'ms warm', 'MB'].map((text) => text.padStart(9))].join(
    ' ',
  ),
);
const scores: Score[] = [];
const times: number[] = [];
for (const sample of samples) {
  const bytes = new Uint8Array(readFileSync(sample.path));
  let markdown = '';
  let best = Infinity;
  for (let run = 0; run < Number(values.runs); run++) {
    const start = performance.now();
    markdown = (await importDocument(bytes, basename(sample.path))).markdown;
    best = Math.min(best, performance.now() - start);
  }
  const one = score(markdown, readFileSync(sample.markdown, 'utf8'), sample.facts);
  scores.push(one);
  times.push(best);
  console.log(row(basename(sample.path), one, best.toFixed(0), (process.memoryUsage.rss() / 1e6).toFixed(0)));
  if (values.show) for (const difference of one.differences) console.log(`    ${difference}`);
}
const total = sum(scores);
console.log(
  row('all', total, (times.reduce((a, b) => a + b, 0) / times.length).toFixed(0), (process.resourceUsage().maxRSS / 1e3).toFixed(0)),
);
console.log('ms warm: the best of several runs; MB: memory of the whole process, in the last line the most that it ever was');
