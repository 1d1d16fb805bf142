import assert from 'node:assert/strict';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { checkFiles } from '../../src/cli/check-files.js';
import { Workspace } from '../../src/cli/workspace.js';
import { ALL_RULES } from '../../src/rules/all.generated.js';
import { ALL_KINDS, type DocumentRule } from '../../src/rules/rule.js';
import { DocumentSource } from '../../src/workspace/document-source.js';
import { areaSend, inFolder } from '../cli/_run.js';
import { promised, tried } from '../promises.js';

const PROMISE = 'one file that fails never takes the results of the others';
const TODAY = '2026-11-23';
const REPORT =
  '---\ninspection: { start: 2026-01-19, end: 2026-01-23 }\nreport: { received: 2026-04-27, published: 2026-05-20 }\n---\n\n# Area SEND inspection of Exampleshire Local Area Partnership\n\nIts leaders value coproduction.\n';
const PLAN =
  '# Exampleshire SEND strategic plan\n\n| Action | Owner | Deadline | Success measure |\n| --- | --- | --- | --- |\n| Train staff | Head of SEND | 1 May 2027 | All staff |\n';
const FILES = { 'a.md': REPORT, 'bad.md': REPORT.replace('value', 'POISON'), 'c.md': REPORT, 'd.md': PLAN };

/** Every document with POISON in it fails while it is opened or checked, as a mistake of ours would. */
async function poisoned(use: () => Promise<void>): Promise<void> {
  const rules = ALL_RULES as readonly DocumentRule[];
  const fail = (text: string): void => {
    if (text.includes('POISON')) throw new RangeError('Maximum call stack\n::error::size exceeded');
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its object
  const { openText } = DocumentSource.prototype;
  DocumentSource.prototype.openText = async function (place: unknown, text: string, ...rest) {
    fail(text);
    return openText.call(this, place, text, ...rest);
  };
  // Which rules run is remembered for settings, so that one of them is changed and none is added.
  const rule = rules.find((candidate) => 'check' in candidate && candidate.kinds === ALL_KINDS)! as {
    -readonly [Key in keyof DocumentRule]: DocumentRule[Key];
  };
  const { check } = rule;
  rule.check = (document, ...rest) => {
    fail(document.text);
    check.call(rule, document, ...rest);
  };
  try {
    await use();
  } finally {
    rule.check = check;
    DocumentSource.prototype.openText = openText;
  }
}

describe('one file that fails', function () {
  promised(PROMISE);

  /** What must still be there of the others. */
  const others: readonly (readonly [string[], RegExp])[] = [
    [['check', '.', '--no-cache', '--today', TODAY, '--rule', 'term=warning'], /a\.md[^]*c\.md/],
    [['check', '.', '--no-cache', '--today', TODAY, '--format', 'json'], /"a\.md"[^]*"c\.md"[^]*"d\.md"/],
    [['check', '.', '--no-cache', '--today', TODAY, '--format', 'html'], /a\.md[^]*c\.md[^]*d\.md/],
    [['check', '.', '--no-cache', '--today', TODAY, '--format', 'docx'], /a\.md: [^]*c\.md: /],
    [['fix', '.', '--dry-run'], /--- a\.md[^]*--- c\.md/],
    [['fix', '.'], /a\.md: \d changes?\n[^]*c\.md: \d changes?\n/],
    [['facts', '.'], /a\.md[^]*c\.md[^]*d\.md/],
    [['deadlines', '.', '--today', TODAY], /Exampleshire/],
    [['deadlines', '.', '--today', TODAY, '--format', 'ics'], /Exampleshire/],
    [['actions', '.', '--today', TODAY], /Train staff/],
    [['export', '.', '--format', 'html', '--out', 'out/'], /a\.md → out\/a\.html[^]*d\.md → out\/d\.html/],
  ];
  for (const [args, expected] of others) {
    it(`area-send ${args.join(' ')}`, () =>
      inFolder(FILES, (folder) =>
        poisoned(async () => {
          const { status, out, err } = await areaSend(folder, ...args);
          assert.match(out, expected, err);
          // Pages are written without the rules.
          if (args[0] === 'export') return;
          assert.equal(status, 2);
          assert.match(err, /^area-send: bad\.md: something went wrong inside the tool with this file \(Maximum call stack ::error::size/m);
          assert.doesNotMatch(out, /bad\.md/);
          tried(PROMISE);
        }),
      ));
  }

  it('area-send changes and coverage name it', () =>
    inFolder(FILES, (folder) =>
      poisoned(async () => {
        for (const args of [
          ['changes', 'd.md', 'bad.md'],
          ['coverage', 'd.md', '--report', 'bad.md'],
        ]) {
          const { status, err } = await areaSend(folder, ...args);
          assert.equal(status, 2);
          assert.match(err, /bad\.md: /, args.join(' '));
          tried(PROMISE);
        }
      }),
    ));

  it('area-send import', () =>
    inFolder({ 'a.html': '<h1>A</h1>', 'bad.html': '<p>POISON</p>', 'c.html': '<h1>C</h1>' }, (folder) =>
      poisoned(async () => {
        const { status, out, err } = await areaSend(folder, 'import', 'a.html', 'bad.html', 'c.html');
        assert.equal(status, 2);
        assert.match(out, /a\.html → a\.md\nc\.html → c\.md/);
        assert.match(err, /bad\.html: something went wrong/);
        assert.equal(readFileSync(join(folder, 'c.md'), 'utf8').trim(), '# C');
        tried(PROMISE);
      }),
    ));
});

describe('a worker that fails', () => {
  promised(PROMISE);

  const ready = `import { parentPort } from 'node:worker_threads';
const result = (path) => ({ result: { path, kind: null, localArea: null, edition: '2023', findings: [] }, linked: null });
parentPort.postMessage('ready');
parentPort.on('message', ({ path, text }) => { if (text.includes('POISON')) fail(); else parentPort.postMessage(result(path)); });
`;
  const deaths: Readonly<Record<string, string>> = {
    throws: 'function fail() { throw new Error("dead"); }',
    'comes to the end of its stack': 'function fail() { fail(); }',
    'has no memory left':
      'function fail() { const all = []; for (;;) all.push(Array.from({ length: 10000 }, (_, index) => ({ index }))); }',
    'ends by itself': 'function fail() { process.exit(0); }',
  };
  const files = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.md`, text: index === 0 ? 'POISON' : `text ${index}` }));
  const check = (folder: string, jobs: number): ReturnType<typeof checkFiles> =>
    checkFiles(
      files.map(({ name }) => ({ path: name, absolute: join(folder, name) })),
      { today: TODAY, cwd: folder },
      new Workspace(folder),
      { cache: false, jobs, worker: pathToFileURL(join(folder, 'worker.mjs')), workerMemory: 64, progress: new PassThrough() },
    );
  const inWorkers = (worker: string, use: (folder: string) => Promise<void>): Promise<void> =>
    inFolder({ 'worker.mjs': worker, ...Object.fromEntries(files.map(({ name, text }) => [name, text])) }, use);

  for (const [name, death] of Object.entries(deaths)) {
    it(`${name}: its file is named and all others are checked`, () =>
      inWorkers(ready + death, async (folder) => {
        const { results, problems } = await check(folder, 2);
        assert.deepEqual(
          problems.map(({ path }) => path),
          ['0.md'],
        );
        assert.match(problems[0]!.message, /something went wrong inside the tool/);
        assert.equal(results.length, files.length - 1);
        tried(PROMISE);
      }));
  }

  it('cannot even begin: everything is checked without it', () =>
    inWorkers('throw new Error("no worker");', async (folder) => {
      const { results, problems } = await check(folder, 4);
      assert.deepEqual(problems, []);
      assert.equal(results.length, files.length);
      tried(PROMISE);
    }));

  it('cannot be found: everything is checked without it', () =>
    inWorkers('', async (folder) => {
      const { results, problems } = await checkFiles(
        files.map(({ name }) => ({ path: name, absolute: join(folder, name) })),
        { today: TODAY, cwd: folder },
        new Workspace(folder),
        { cache: false, jobs: 3, worker: pathToFileURL(join(folder, 'none.mjs')), progress: new PassThrough() },
      );
      assert.deepEqual(problems, []);
      assert.equal(results.length, files.length);
      assert.ok(!existsSync(join(folder, 'none.mjs')));
    }));
});
