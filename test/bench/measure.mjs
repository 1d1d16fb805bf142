// One measure of one or more builds in a process of its own: node measure.mjs WORK NAME CHECKOUT… prints the figures of each as a JSON
// array; null where a build has no such thing. WORK holds what bench.mjs prepared. Times are in milliseconds, memory in bytes.
// Builds that are measured together take turns at each piece of work: whatever else the machine does slows them alike.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makePlan, makeReport, random } from './documents.mjs';

const [work, name, ...checkouts] = process.argv.slice(2);
const dists = checkouts.map((checkout) => join(checkout, 'dist'));
const require = createRequire(import.meta.url);
const KB = 1024;
const quick = Boolean(process.env.BENCH_QUICK);
const OPTIONS = { path: 'a.md', today: '2026-11-23' };
const QUICK_RULES = { ...OPTIONS, skipIdle: true };

const sorted = (list) => [...list].sort((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const high = (list) => sorted(list)[Math.floor(list.length * 0.95)];
const least = (list) => Math.min(...list);
const libraries = () => Promise.all(dists.map((dist) => import(pathToFileURL(join(dist, 'index.js')).href)));

/** Of all threads of this process. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

class Times {
  walls = [];
  processors = [];

  async of(run) {
    const [start, before] = [performance.now(), processorTime()];
    await run();
    this.walls.push(performance.now() - start);
    this.processors.push(processorTime() - before);
  }
}

/** The first round is for warming. */
async function inTurns(runs, rounds) {
  const times = runs.map(() => new Times());
  for (let round = 0; round <= (quick ? Math.min(rounds, 3) : rounds); round++)
    for (const [index, run] of runs.entries()) if (run) await times[index].of(run);
  return times.map(({ walls: [first, ...walls], processors }, index) =>
    runs[index] ? { ms: least(walls), cpu: least(processors.slice(1)), first } : null,
  );
}

const KEYS_AT_ONCE = 10;

/** One key after another at changing places, as somebody types. */
async function keys(text, options) {
  const typed = (await libraries()).map(({ createSession }) => {
    const session = createSession(text, options);
    void session.findings;
    return { session, next: random(7), keys: [], processors: [] };
  });
  const bursts = quick ? 15 : 45;
  for (let burst = 0; burst < bursts; burst++) {
    for (const { session, next, keys, processors } of typed) {
      let at = session.text.indexOf(' ', Math.floor(next() * (session.text.length - 200)) + 100);
      const before = processorTime();
      for (let key = 0; key < KEYS_AT_ONCE; key++) {
        const start = performance.now();
        session.edit([{ start: at, end: at, text: 'typed text'[key] }]);
        void session.findings;
        keys.push(performance.now() - start);
        at++;
      }
      processors.push((processorTime() - before) / KEYS_AT_ONCE);
    }
  }
  // The first third is read before the machine code is ready: nobody feels it twice.
  const warm = (list) => list.slice(Math.ceil(list.length / 3));
  return typed.map(({ keys, processors }) => ({ ms: median(warm(keys)), high: high(warm(keys)), cpu: median(warm(processors)) }));
}

async function firstCheck(text, options, rounds) {
  return inTurns(
    (await libraries()).map(
      ({ checkText }) =>
        () =>
          checkText(text, options),
    ),
    rounds,
  );
}

async function inSteps(text) {
  const figures = [];
  for (const { checkTextInSteps } of await libraries()) {
    const holds = [];
    const times = new Times();
    await times.of(() => {
      const steps = checkTextInSteps(text, QUICK_RULES);
      for (let before = performance.now(); ; before = performance.now()) {
        const { done } = steps.next();
        holds.push(performance.now() - before);
        if (done) break;
      }
    });
    figures.push({ ms: times.walls[0], cpu: times.processors[0], longest: Math.max(...holds) });
  }
  return figures;
}

/** Scripts of the builds, null where one has none. */
const scripts = (file) => dists.map((dist) => (existsSync(join(dist, file)) ? join(dist, file) : null));

/** Loads a script for the first time, so of one build alone. */
async function loading(file, prepare = () => undefined) {
  const [path] = scripts(file);
  if (!path) return [null];
  const times = new Times();
  await times.of(() => prepare(require(path)));
  return [{ ms: times.walls[0], cpu: times.processors[0] }];
}

async function importing(file) {
  const bytes = readFileSync(file);
  const runs = scripts('convert/import.cjs').map((script) => script && (() => require(script).importDocument(new Uint8Array(bytes), file)));
  const figures = await inTurns(runs, 8);
  return figures.map((figure) => figure && { ...figure, memory: process.resourceUsage().maxRSS * KB });
}

function exporting(format) {
  const text = makeReport(25 * KB);
  const runs = scripts('convert/export.cjs').map((script) => script && (() => require(script)[format](text, { today: OPTIONS.today })));
  return inTurns(runs, 10);
}

const MEASURES = {
  'key-25': () => keys(makeReport(25 * KB), QUICK_RULES),
  'key-200': () => keys(makePlan(200 * KB), QUICK_RULES),
  'key-1000': () => keys(makePlan(1024 * KB), QUICK_RULES),
  'idle-key-25': () => keys(makeReport(25 * KB), OPTIONS),
  'idle-key-200': () => keys(makePlan(200 * KB), OPTIONS),
  'first-25': () => firstCheck(makeReport(25 * KB), QUICK_RULES, 30),
  'first-200': () => firstCheck(makePlan(200 * KB), QUICK_RULES, 10),
  'first-800': () => firstCheck(makePlan(800 * KB), QUICK_RULES, 4),
  'idle-first-25': () => firstCheck(makeReport(25 * KB), OPTIONS, 15),
  'idle-first-200': () => firstCheck(makePlan(200 * KB), OPTIONS, 5),
  growth: async () => {
    const half = await firstCheck(makePlan(1024 * KB), QUICK_RULES, 3);
    const whole = await firstCheck(makePlan(2048 * KB), QUICK_RULES, 3);
    return whole.map(({ cpu }, index) => ({ times: cpu / half[index].cpu }));
  },
  'first-5000': () => inSteps(makePlan(5 * 1024 * KB)),
  // As the extension host loads it, with nothing behind the API.
  'load-extension': () => {
    const Module = require('node:module');
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (request, ...rest) => (request === 'vscode' ? join(work, 'vscode.cjs') : resolve(request, ...rest));
    return loading('extension.cjs');
  },
  'load-language': () => loading('language/english.cjs', ({ createWinkModel }) => createWinkModel()),
  'load-import': () => loading('convert/import.cjs'),
  'load-export': () => loading('convert/export.cjs'),
  'export-docx': () => exporting('exportDocx'),
  'export-html': () => exporting('exportHtml'),
};

const file = name.startsWith('import:') ? join(work, name.slice('import:'.length)) : null;
console.log(JSON.stringify(await (file ? importing(file) : MEASURES[name]())));
