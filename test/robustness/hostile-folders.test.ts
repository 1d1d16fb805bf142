import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/cli/program.js';
import { pretty } from '../../src/cli/reporters/pretty.js';
import { append, largest, smallest } from '../../src/text/lists.js';
import { visible, visibleJson } from '../../src/text/visible.js';
import { areaSend, inFolder } from '../cli/_run.js';
import pc from 'picocolors';
import { promised, tried } from '../promises.js';

const TODAY = ['--no-cache', '--today', '2026-11-23'];
const REPORT =
  '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\nIts leaders value coproduction.\n';

describe('files that are none', function () {
  promised('special files are named and never read');
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const make: Readonly<Record<string, (path: string) => void>> = {
    'a link to a device': (path) => symlinkSync('/dev/zero', path),
    'a pipe': (path) => void execFileSync('mkfifo', [path]),
    'more than 1 MB': (path) => writeFileSync(path, ' '.repeat(1024 * 1024 + 1)),
    'a link to a folder': (path) => symlinkSync('/usr', path),
  };
  for (const name of ['.areasend.json', '.gitignore']) {
    for (const [what, put] of Object.entries(make)) {
      it(`${name} as ${what}`, () =>
        inFolder({ '.git/HEAD': '', 'report.md': REPORT }, async (folder) => {
          put(join(folder, name));
          const { status, out, err } = await areaSend(folder, 'check', '.', '--format', 'json', ...TODAY);
          assert.equal(status, 2);
          assert.equal(err.match(/left out: it is/g)?.length, 1, err);
          assert.ok(err.includes(name));
          assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 1);
          rmSync(join(folder, name));
          tried('special files are named and never read');
        }));
    }
  }
});

describe('patterns that try without end', () => {
  promised('patterns end');
  const name = `${'a'.repeat(120)}.md`;
  for (const pattern of ['(a+)+b', `${'*a'.repeat(20)}b`, `${'**/'.repeat(20)}b`, '+(a|+(a))b', 'a'.repeat(1000)]) {
    it(`in settings: ${pattern.slice(0, 20)}`, () =>
      inFolder({ '.areasend.json': JSON.stringify({ documents: { [pattern]: 'strategic-plan' } }), [name]: REPORT }, async (folder) => {
        const { status, err, out } = await areaSend(folder, 'check', '.', '--format', 'json', ...TODAY);
        assert.equal(status, 2);
        assert.match(err, /this pattern is not used because/);
        assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 1);
        tried('patterns end');
      }));
  }
  for (const pattern of [`${'*a'.repeat(20)}b`, `${'**/'.repeat(20)}b`, 'a'.repeat(1000)]) {
    it(`in .gitignore: ${pattern.slice(0, 20)}`, () =>
      inFolder(
        { '.git/HEAD': '', '.gitignore': `# ${'*a'.repeat(400)}\nother.md\n${pattern}\n`, [name]: REPORT, 'other.md': REPORT },
        async (folder) => {
          const { status, err, out } = await areaSend(folder, 'check', '.', '--format', 'json', ...TODAY);
          assert.equal(status, 2);
          assert.match(err, /\.gitignore: line 3 was left out: it/);
          assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 1, 'the other lines count');
          tried('patterns end');
        },
      ));
  }
  it('usual ones are read', () =>
    inFolder(
      {
        '.areasend.json':
          '{"documents":{"plans/**/*-{draft,final}*.md":"strategic-plan","reports/20[0-9][0-9]/*":"full-inspection-report"}}',
        'a.md': '',
      },
      async (folder) => assert.equal((await areaSend(folder, 'check', '.', ...TODAY)).err, ''),
    ));
});

describe('names that carry commands', () => {
  promised('names of files command no terminal and no workflow');
  // eslint-disable-next-line no-control-regex -- these are what it is about
  const COMMANDS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;
  const names = ['a\n::error::gotcha.md', 'b\u001B[2J.md', 'c\u009B31m.md', 'd\u202Edm.md', 'e\r.md', 'f\u2028g.md'];
  const files = Object.fromEntries(names.map((name) => [name, REPORT]));
  for (const args of [
    ['check', '.', '--format', 'pretty'],
    ['check', '.', '--format', 'github'],
    ['check', '.', '--format', 'json'],
    ['check', '.', '--format', 'sarif'],
    ['check', ...names.map((name) => `no-${name}`)],
  ]) {
    it(`area-send ${visible(args.slice(0, 4).join(' ')).slice(0, 40)}`, function () {
      if (process.platform === 'win32') this.skip();
      return inFolder(files, async (folder) => {
        const { out, err } = await areaSend(folder, ...args, ...TODAY);
        assert.doesNotMatch(out + err, COMMANDS);
        assert.doesNotMatch(out + err, /^::error::gotcha/m);
        assert.match(out + err, /gotcha/);
        if (args.includes('json'))
          assert.deepEqual((JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path).sort(), [...names].sort());
        tried('names of files command no terminal and no workflow');
      });
    });
  }
  /** Words of documents that would do the same; a break of the line is no part of a word. */
  const words = 'x\u001B[2J \u009B31m \u202Ed';
  const report = `---\nlocalArea: "Exampleshire \\e[2J \\n::error::gotcha"\ninspection: { start: 2026-01-19, end: 2026-01-23 }\nreport: { received: 2026-04-27, published: 2026-05-20 }\nmilestones:\n  - { title: "Sign \\e[2J \\n::error::gotcha \u202E", due: 2026-06-10 }\n---\n\n${REPORT}\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should ${words}. |\n`;
  const plan = (more: string): string =>
    `---\nrespondsTo: r.md\n---\n\n# Exampleshire SEND strategic plan\n\n| Action | Area | Owner | Deadline | Success measure |\n| --- | --- | --- | --- | --- |\n| Do ${words} ${more} | AFI1 | Head ${words} | 1 May 2027 | ${words} |\n`;
  const whole = {
    '.areasend.json': '{}',
    'r.md': report,
    'p\n::error::gotcha.md': plan(''),
    'q\u001B[2J.md': plan('again'),
    'page\n::error::gotcha.html': `<h1>${words}</h1><p>${words}</p><img src="x.png" alt="${words}">`,
  };
  const plans = ['p\n::error::gotcha.md', 'q\u001B[2J.md'] as const;
  for (const args of [
    ['fix', '.', '--dry-run'],
    ['fix', '.'],
    ['facts', '.'],
    ['facts', '.', '--format', 'json'],
    ['deadlines', '.'],
    ['deadlines', '.', '--format', 'json'],
    ['deadlines', '.', '--format', 'ics'],
    ['deadlines', '.', '--format', 'html'],
    ['coverage', plans[0]],
    ['coverage', plans[0], '--format', 'json'],
    ['coverage', plans[0], '--format', 'html'],
    ['coverage', 'no\n::error::gotcha.md'],
    ['actions', '.'],
    ['actions', '.', '--format', 'json'],
    ['actions', '.', '--format', 'csv'],
    ['changes', ...plans],
    ['changes', ...plans, '--format', 'json'],
    ['changes', ...plans, '--format', 'markdown'],
    ['check', '.', '--format', 'html'],
    ['check', '.', '--format', 'docx'],
    ['check', '.', '--verbose'],
    ['import', 'page\n::error::gotcha.html'],
    ['import', 'page\n::error::gotcha.html', '--format', 'json'],
    ['export', '.'],
    ['export', '.', '--format', 'html'],
    ['new', 'strategic-plan', '--area', words, '--out', 'n\n::error::gotcha.md'],
    ['new', 'strategic-plan', '--area', words],
    ['no\n::error::gotcha'],
  ]) {
    it(`area-send ${visible(args.join(' '))}`, function () {
      if (process.platform === 'win32') this.skip();
      return inFolder(whole, async (folder) => {
        const { out, err } = await areaSend(folder, ...args);
        const printed = args.includes('ics')
          ? out.replace(/\r\n/g, '\n')
          : args.includes('csv')
            ? out.replace(/\r\n/g, '\n').replace('\uFEFF', '')
            : out;
        assert.doesNotMatch(printed + err, COMMANDS);
        assert.doesNotMatch(printed + err, /^::error::gotcha/m);
        assert.ok((out + err).length > 20);
        tried('names of files command no terminal and no workflow');
      });
    });
  }
  it('are written out', () => {
    assert.equal(visible('a\n\u001B[0mé“ü”'), 'a\\n\\u{1b}[0mé“ü”');
    const value = { a: '\u009B\u202E\u2028x\ny' };
    assert.deepEqual(JSON.parse(visibleJson(JSON.stringify(value, null, 2))), value);
  });
});

describe('long lists', () => {
  const long = Array.from({ length: 300_000 }, (_, index) => index);
  it('fit where they are joined and measured', () => {
    const list = [-1];
    append(list, long);
    assert.equal(list.length, 300_001);
    append(list, list);
    assert.equal(list.length, 600_002);
    assert.deepEqual([largest(long), smallest(long), largest([]), smallest([])], [299_999, 0, -Infinity, Infinity]);
    assert.ok(Number.isNaN(largest([1, NaN])) && Number.isNaN(smallest([1, NaN])));
  });
  it('of findings are printed', () => {
    const at = { offset: 0, line: 1, column: 1 };
    const finding = { severity: 'info', start: at, end: at, message: 'm', help: 'h', rule: 'term', fixes: [], url: '' };
    const report = {
      version: '1',
      today: '2026-11-23',
      files: [{ path: 'a.md', kind: 'strategic-plan', localArea: null, edition: '2023', findings: long.map(() => finding) }],
      skipped: [],
    };
    assert.match(pretty(report as unknown as Parameters<typeof pretty>[0], pc.createColors(false)), /300000 worth a look/);
    tried('long lists do not end the process', long.length, 'findings');
  });
});

describe('standard input', () => {
  it('is bounded', async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given += 1024 * 1024;
          yield Buffer.alloc(1024 * 1024, 'a ');
        }
      })(),
    );
    const err = new PassThrough();
    const chunks: Buffer[] = [];
    err.on('data', (chunk: Buffer) => chunks.push(chunk));
    const status = await run(['check', '--stdin'], {
      in: endless,
      out: new PassThrough(),
      err,
      cwd: process.cwd(),
      loadImport: () => import('../../src/convert/import/index.js'),
      loadExport: () => import('../../src/convert/export/index.js'),
    });
    assert.equal(status, 2);
    assert.match(Buffer.concat(chunks).toString(), /larger than 50 MB/);
    assert.ok(given < 80 * 1024 * 1024);
    tried('standard input is bounded', given / 1024 / 1024, 'MB read');
  });
});
