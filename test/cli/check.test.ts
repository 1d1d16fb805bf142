import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { areaSend, inFolder, ROOT } from './_run.js';

const require = createRequire(import.meta.url);
const TODAY = ['--today', '2026-11-23'];
const slips = readFileSync(join(ROOT, 'examples/with-slips/exampleshire-report.md'), 'utf8');
const correct = readFileSync(join(ROOT, 'examples/reports/kestrelshire-2025.md'), 'utf8');
const TBC = '# Area SEND inspection of Exampleshire Local Area Partnership\n\nThe service TBC helps families.\n';

interface CheckJson {
  version: number;
  today: string;
  files: {
    path: string;
    kind: string;
    localArea: string;
    edition: string;
    findings: { rule: string; severity: string; start: { line: number; column: number; offset: number }; end: { offset: number } }[];
  }[];
  skipped: { path: string; reason: string }[];
  summary: { files: number; errors: number; warnings: number; infos: number };
}
const parse = (text: string): CheckJson => JSON.parse(text) as CheckJson;

describe('area-send check', () => {
  it('ends with 0, 1 or 2', async () => {
    await inFolder({ 'good.md': correct, 'bad.md': slips }, async (folder) => {
      assert.equal((await areaSend(folder, 'check', 'good.md', ...TODAY)).status, 0);
      assert.equal((await areaSend(folder, 'check', 'bad.md', ...TODAY)).status, 1);
      assert.equal((await areaSend(folder, 'check', 'bad.md', '--fail-on', 'never', ...TODAY)).status, 0);
      assert.equal((await areaSend(folder, 'check', 'missing.md', ...TODAY)).status, 2);
    });
  });

  it('prints the agreed JSON, with places that fit the text', async () => {
    await inFolder({ 'bad.md': slips, 'README.md': '# Something else\n' }, async (folder) => {
      const { out } = await areaSend(folder, 'check', '--format', 'json', ...TODAY);
      const result = parse(out);
      assert.equal(result.version, 1);
      assert.equal(result.today, '2026-11-23');
      assert.deepEqual(result.skipped, [{ path: 'README.md', reason: 'not-a-framework-document' }]);
      const [file] = result.files;
      assert.deepEqual([file!.path, file!.kind, file!.localArea], ['bad.md', 'full-inspection-report', 'Exampleshire']);
      assert.ok(file!.findings.length > 10);
      const keys = file!.findings.map(({ start, rule }) => [start.offset, rule] as const);
      assert.deepEqual(
        keys,
        [...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)),
      );
      const lines = slips.split('\n');
      for (const { start, end } of file!.findings) {
        assert.equal(lines.slice(0, start.line - 1).join('\n').length + (start.line > 1 ? 1 : 0) + start.column - 1, start.offset);
        assert.ok(end.offset >= start.offset && end.offset <= slips.length);
      }
      const count = (severity: string): number => file!.findings.filter((finding) => finding.severity === severity).length;
      assert.deepEqual(result.summary, { files: 1, errors: count('error'), warnings: count('warning'), infos: count('info') });
      assert.equal((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out, out, 'the same bytes again');
    });
  });

  it('says the same advice once for each document', async () => {
    const dates =
      '# Area SEND inspection of Exampleshire Local Area Partnership\n\nLeaders met on 1st May 2025, 2nd June 2025 and 3rd July 2025.\n';
    await inFolder({ 'a.md': dates, 'b.md': dates }, async (folder) => {
      const { out } = await areaSend(folder, 'check', ...TODAY);
      assert.equal(out.match(/ {2}date-format \(can be fixed\)\n/g)?.length, 6, out);
      assert.equal(out.match(/Write the day as a plain number, the month as a word/g)?.length, 2, out);
    });
  });

  it('gives with what a plan does not say the advice for each part', async () => {
    const plan = '# Exampleshire SEND strategic plan\n\n## Introduction\n\nThis is our plan for 2026 to 2029.\n';
    await inFolder({ 'plan.md': plan }, async (folder) => {
      const { out } = await areaSend(folder, 'check', '--format', 'json', ...TODAY);
      const { findings } = (JSON.parse(out) as { files: { findings: { message: string; help: string }[] }[] }).files[0]!;
      const { help, message } = findings.find((finding) => finding.message.startsWith('The plan does not say:'))!;
      assert.match(message, /other format.*who has signed it/u);
      assert.match(help, /large print[^]*Say who signed/u);
      assert.equal(help.split('Say who signed').length, 2);
    });
  });

  it('prints SARIF that fits the official schema', async () => {
    const schema = JSON.parse(readFileSync(require.resolve('schemastore/schemas/json/sarif-2.1.0.json'), 'utf8')) as object;
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    formats.default(ajv);
    const { out } = await areaSend(ROOT, 'check', 'examples', '--format', 'sarif', ...TODAY);
    const validate = ajv.compile(schema);
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors, null, 1));
    assert.ok(!validate({ version: '2.1.0' }), 'the schema refuses what is none');
  });

  it('prints workflow commands, one a finding, each on one line', async () => {
    const { out } = await areaSend(ROOT, 'check', 'examples/with-slips', '--format', 'github', ...TODAY);
    const { summary } = parse((await areaSend(ROOT, 'check', 'examples/with-slips', '--format', 'json', ...TODAY)).out);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, summary.errors + summary.warnings + summary.infos);
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=examples\/with-slips\/[^,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[^:,]+::\S/,
      );
  });

  it('prints a page with completeness, findings, deadlines and coverage, and nothing that could run', async () => {
    const { status, out } = await areaSend(ROOT, 'check', 'examples', '--format', 'html', '--fail-on', 'never', ...TODAY);
    assert.equal(status, 0);
    assert.match(out, /default-src 'none'; style-src 'sha256-/);
    assert.doesNotMatch(out, /<script|<img|<link| on[a-z]+=|javascript:/i);
    for (const part of ['100%', 'Missing', 'Findings in the order of the text', 'Deadlines that follow', 'AFI1', 'Nobody answers this'])
      assert.ok(out.includes(part), part);
    assert.equal((await areaSend(ROOT, 'check', 'examples', '--format', 'html', '--fail-on', 'never', ...TODAY)).out, out);
  });

  it('keeps markup in a document out of the page', async () => {
    await inFolder({ 'a.md': TBC.replaceAll('Exampleshire', '<script>alert(1)</script>') }, async (folder) => {
      const { out } = await areaSend(folder, 'check', '--format', 'html', '--kind', 'full-inspection-report', ...TODAY);
      assert.doesNotMatch(out, /<script/);
    });
  });

  it('takes severities from the command line, then from .areasend.json', async () => {
    await inFolder(
      { 'a/report.md': TBC, 'a/.areasend.json': '{ "rules": { "placeholder": "info" } }', 'b/report.md': TBC },
      async (folder) => {
        const severities = async (...args: string[]): Promise<(string | undefined)[]> =>
          parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY, ...args)).out).files.map(
            ({ findings }) => findings.find(({ rule }) => rule === 'placeholder')?.severity,
          );
        assert.deepEqual(await severities(), ['info', 'error']);
        assert.deepEqual(await severities('--rule', 'placeholder=warning'), ['warning', 'warning']);
        assert.deepEqual(await severities('--rule', 'placeholder=off'), [undefined, undefined]);
      },
    );
  });

  const reports = {
    '.git/HEAD': '',
    '.gitignore': 'drafts/\n*.old.md\n',
    'a.md': TBC,
    'a.old.md': TBC,
    'drafts/b.md': TBC,
    'drafts/.gitignore': 'c.md\n',
    'drafts/c.md': TBC,
    'notes.md': '# Notes\n',
    'plan.docx': 'PK',
    'node_modules/x.md': TBC,
  };
  const checkedIn = async (folder: string, ...args: string[]): Promise<string[]> =>
    parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY, ...args)).out).files.map(({ path }) => path);

  it('tells what a walk leaves out, and why', async () => {
    await inFolder(reports, async (folder) => {
      symlinkSync(join(folder, 'drafts/b.md'), join(folder, 'link.md'));
      const { files, skipped } = parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out);
      assert.deepEqual(
        files.map(({ path }) => path),
        ['a.md'],
      );
      assert.deepEqual(skipped, [
        { path: 'notes.md', reason: 'not-a-framework-document' },
        { path: 'a.old.md', reason: 'ignored-by-git' },
        { path: 'drafts/', reason: 'ignored-by-git' },
        { path: 'link.md', reason: 'symbolic-link' },
        { path: 'plan.docx', reason: 'not-markdown' },
      ]);
      const brief = (await areaSend(folder, 'check', '--fail-on', 'never', ...TODAY)).out;
      assert.match(brief, /1 document checked, 1 other file left alone, 1 file and 1 folder left out by \.gitignore: /);
      assert.doesNotMatch(brief, /drafts/);
      const all = (await areaSend(folder, 'check', '--verbose', '--fail-on', 'never', ...TODAY)).out;
      for (const line of [
        'drafts/  is left out by .gitignore',
        'plan.docx  is no Markdown',
        'link.md  is a symbolic link',
        'notes.md  is not recognised',
      ])
        assert.ok(all.includes(line), `${line}\n${all}`);
    });
  });

  it('checks what is named, ignored by Git or not', async () => {
    await inFolder(reports, async (folder) => {
      assert.deepEqual(await checkedIn(folder, 'a.old.md'), ['a.old.md']);
      assert.deepEqual(await checkedIn(folder, 'drafts'), ['drafts/b.md'], 'its own rules count');
      assert.deepEqual(await checkedIn(folder, 'drafts/*.md'), ['drafts/b.md']);
      assert.deepEqual(await checkedIn(folder, 'drafts/c.md'), ['drafts/c.md']);
      assert.deepEqual(await checkedIn(folder, 'node_modules'), ['node_modules/x.md']);
      assert.deepEqual(await checkedIn(folder, '.', 'drafts/b.md'), ['a.md', 'drafts/b.md']);
    });
  });

  it('says why there is nothing to check', async () => {
    const said = async (files: Record<string, string>, ...args: string[]): Promise<string> => {
      let out = '';
      await inFolder(files, async (folder) => {
        out = (await areaSend(folder, 'check', ...TODAY, ...args)).out;
      });
      return out;
    };
    assert.match(await said({ 'x.txt': '' }), /no Markdown file to check here/);
    assert.match(await said({ 'x.md': '# Notes\n' }), /recognised by its title.*document: strategic-plan/);
    assert.match(await said({ 'report.docx': 'PK' }), /1 Word or PDF file is here\. Name one to check it: area-send check "report\.docx"/);
    assert.match(
      await said({ '.git/HEAD': '', '.gitignore': 'x.md\n', 'x.md': TBC }),
      /1 file left out by \.gitignore\.\n[^]*checked where it is named/,
    );
  });

  it('opens a report that a plan answers as the kind that the configuration gives it', async () => {
    await inFolder(
      {
        'plan.md': '---\ndocument: strategic-plan\nrespondsTo: notes/what-they-found.md\n---\n\n# Our plan\n\nText.\n',
        'notes/what-they-found.md': '# What they found\n\n## What does the area need to do better?\n\n- Leaders should plan better.\n',
        '.areasend.json': '{ "documents": { "notes/*.md": "full-inspection-report" } }',
      },
      async (folder) => {
        const about = async (...args: string[]): Promise<string[]> =>
          parse((await areaSend(folder, 'check', 'plan.md', '--format', 'json', ...TODAY, ...args)).out).files[0]!.findings.map(
            ({ rule }) => rule,
          );
        assert.ok(!(await about()).includes('plan-inspection'));
        writeFileSync(join(folder, '.areasend.json'), '{}');
        assert.ok((await about()).includes('plan-inspection'), 'which is an error without it');
      },
    );
  });

  it('takes the kind from front matter, then configuration, then the title', async () => {
    const plain = '# Our plan\n\nText.\n';
    await inFolder(
      {
        'plans/one.md': plain,
        'two.md': plain,
        'plans/three.md': `---\ndocument: priority-action-plan\n---\n\n${plain}`,
        '.areasend.json': '{ "documents": { "plans/**/*.md": "strategic-plan" } }',
      },
      async (folder) => {
        const { files, skipped } = parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out);
        assert.deepEqual(
          files.map(({ path, kind }) => [path, kind]),
          [
            ['plans/one.md', 'strategic-plan'],
            ['plans/three.md', 'priority-action-plan'],
          ],
        );
        assert.deepEqual(
          skipped.map(({ path }) => path),
          ['two.md'],
        );
      },
    );
  });

  it('honours .gitignore, patterns and --kind', async () => {
    await inFolder({ 'drafts/a.md': TBC, 'b.md': TBC, 'c.markdown': TBC, 'd.txt': TBC, '.gitignore': 'drafts/\n' }, async (folder) => {
      const paths = async (...args: string[]): Promise<string[]> =>
        parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY, ...args)).out).files.map(({ path }) => path);
      assert.deepEqual(await paths(), ['b.md', 'c.markdown']);
      assert.deepEqual(await paths('*.md'), ['b.md']);
      assert.deepEqual(await paths('drafts/a.md'), ['drafts/a.md'], 'a file that is named is checked');
      assert.deepEqual(await paths('d.txt', '--kind', 'strategic-plan'), ['d.txt']);
    });
  });

  it('does not follow links out of the folder', async () => {
    await inFolder({ 'outside/secret.md': TBC, 'inside/b.md': TBC }, async (folder) => {
      symlinkSync(join(folder, 'outside'), join(folder, 'inside/link'));
      const { files } = parse((await areaSend(folder, 'check', 'inside', '--format', 'json', ...TODAY)).out);
      assert.deepEqual(
        files.map(({ path }) => path),
        ['inside/b.md'],
      );
    });
  });
});

describe('bad input', () => {
  const oneLine = (err: string, about: RegExp): void => {
    assert.match(err, about);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
  };

  it('names files the same however their path is spelt, and takes no pattern that leaves out', async () => {
    await inFolder({ 'docs/sub/a.md': TBC, 'docs/!b.md': TBC }, async (folder) => {
      const cwd = join(folder, 'docs');
      symlinkSync('docs', join(folder, 'link'));
      const paths = async (...args: string[]): Promise<string[]> =>
        parse((await areaSend(cwd, 'check', ...args, '--format', 'json', ...TODAY)).out).files.map(({ path }) => path);
      for (const given of [
        'sub',
        './sub/',
        'sub/../sub/a.md',
        join(cwd, 'sub'),
        join(folder, 'link/sub'),
        join(folder, 'link/sub/a.md'),
        '**/a.md',
        './s*/a.md',
      ])
        assert.deepEqual(await paths(given), ['sub/a.md'], given);
      assert.deepEqual(await paths(join(folder, 'link')), ['!b.md', 'sub/a.md']);
      assert.deepEqual(await paths('!b.md'), ['!b.md']);
      const { status, err } = await areaSend(cwd, 'check', 'sub', '!sub/**', ...TODAY);
      assert.equal(status, 2);
      oneLine(err, /cannot begin with “!”/);
      const { out } = await areaSend(join(cwd, 'sub'), 'check', '../!b.md', '--format', 'sarif', ...TODAY);
      assert.match(out, /"uri": "file:\/\/\/[^"]+\/docs\/!b\.md"/);
    });
  });

  it('names a missing path and checks the other files', async () => {
    await inFolder({ 'b.md': TBC }, async (folder) => {
      const { status, out, err } = await areaSend(folder, 'check', 'missing.md', 'b.md', '--format', 'json', ...TODAY);
      assert.equal(status, 2);
      oneLine(err, /missing\.md.*no such file/);
      assert.equal(parse(out).files.length, 1);
    });
  });

  const encodings: Record<string, Uint8Array> = {
    'a byte order mark': Buffer.from(`\uFEFF${TBC}`),
    'line ends of an old Mac': Buffer.from(TBC.replace(/\n/g, '\r')),
    'Windows line ends': Buffer.from(TBC.replace(/\n/g, '\r\n')),
    'UTF-16 with a mark': Buffer.from(`\uFEFF${TBC}`, 'utf16le'),
    'UTF-16, the other byte order': Buffer.from(`\uFEFF${TBC}`, 'utf16le').swap16(),
  };
  for (const [name, bytes] of Object.entries(encodings)) {
    it(`reads ${name}`, async () => {
      await inFolder({ 'a.md': bytes }, async (folder) => {
        const finding = parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out).files[0]!.findings.find(
          ({ rule }) => rule === 'placeholder',
        )!;
        assert.deepEqual([finding.start.line, finding.start.column], [3, 13]);
      });
    });
  }

  for (const [name, bytes, about] of [
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /not a text file/],
    ['invalid UTF-8', Buffer.from([0x23, 0x20, 0xc3, 0x28, 0x0a]), /not valid UTF-8/],
  ] as const) {
    it(`names ${name}`, async () => {
      await inFolder({ 'a.md': bytes, 'b.md': TBC }, async (folder) => {
        const { status, out, err } = await areaSend(folder, 'check', '--format', 'json', ...TODAY);
        assert.equal(status, 2);
        oneLine(err, about);
        assert.match(err, /a\.md/);
        assert.equal(parse(out).files.length, 1);
      });
    });
  }

  it('leaves an empty file alone', async () => {
    await inFolder({ 'a.md': '' }, async (folder) => {
      const { status, out } = await areaSend(folder, 'check', 'a.md', ...TODAY);
      assert.equal(status, 0);
      assert.match(out, /No Area SEND report/);
    });
  });

  it('checks a 5 MB report', async function () {
    this.timeout(120_000);
    const big = `${correct}\n\n${'The partnership works with families to plan support early. '.repeat(8)}\n\n`.padEnd(correct.length + 600);
    const filler = 'Families say that support has become easier to find since the new team began its work.\n\n'.repeat(
      Math.ceil((5 * 1024 * 1024) / 90),
    );
    await inFolder({ 'big.md': big + filler }, async (folder) => {
      const { status, out } = await areaSend(folder, 'check', 'big.md', '--format', 'json', '--no-cache', ...TODAY);
      assert.ok(status < 2);
      assert.equal(parse(out).files.length, 1);
    });
  });

  it('reads front matter with the line ends of an old Mac', async () => {
    await inFolder({ 'a.md': '---\rdocument: strategic-plan\rediton: 2025-06\r---\r\rText.\r' }, async (folder) => {
      const [file] = parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out).files;
      assert.equal(file!.kind, 'strategic-plan');
      assert.deepEqual(
        file!.findings.filter(({ rule }) => rule === 'front-matter').map(({ start }) => [start.line, start.column]),
        [[3, 1]],
      );
    });
  });

  it('says of front matter what is wrong with it, at the key or value', async () => {
    const cases: [yaml: string, marked: string, message: RegExp][] = [
      ['localArea: [a]', '[a]', /“localArea” must be written as text/],
      ['inspection: 2026-01-19', '2026-01-19', /“inspection” needs its own keys/],
      ['plan: { submitted: [a] }', '[a]', /“plan\.submitted” must be written as text/],
      ['inspection: { start: 2026-01-19 }', '{ start: 2026-01-19 }', /“inspection” also needs “end”/],
      ['inspection: { start: 2026-02-30, end: 2026-01-23 }', '2026-02-30', /There is no such day/],
      ['inspection: { start: 2026-01-23, end: 2026-01-19 }', '2026-01-19', /ends before it starts/],
      ['localArea: A\nlocalArea: B', 'localArea', /stands here twice/],
      ['done: x', 'x', /“done” must be a list/],
      ['report: &r { received: 2026-01-19 }\nplan: *r', '*r', /“plan” needs its own keys/],
    ];
    for (const [yaml, marked, message] of cases) {
      const text = `---\ndocument: strategic-plan\n${yaml}\n---\n\nText.\n`;
      await inFolder({ 'a.md': text }, async (folder) => {
        const found = (
          JSON.parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out) as {
            files: { findings: { rule: string; message: string; start: { offset: number }; end: { offset: number } }[] }[];
          }
        ).files[0]!.findings.filter(({ rule }) => rule === 'front-matter');
        assert.deepEqual(
          found.map(({ start, end }) => text.slice(start.offset, end.offset)),
          [marked],
          yaml,
        );
        assert.match(found[0]!.message, message);
      });
    }
  });

  it('puts broken YAML and impossible dates at their place', async () => {
    await inFolder(
      {
        'a.md': `---\ndocument: strategic-plan\nplan: { published: 2026-06-31 }\n---\n\n# Plan\n`,
        'b.md': `---\ndocument: [strategic-plan\n---\n\n${TBC}`,
      },
      async (folder) => {
        const { files } = parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out);
        const lines = files.map(({ path, findings }) => [
          path,
          findings.filter(({ rule }) => rule === 'front-matter').map(({ start }) => start.line),
        ]);
        assert.deepEqual(
          lines.map(([path]) => path),
          ['a.md', 'b.md'],
        );
        assert.deepEqual(lines[0]![1], [3]);
        assert.ok((lines[1]![1] as number[]).length >= 1);
      },
    );
  });

  it('says in one line what is wrong with the arguments', async () => {
    await inFolder({}, async (folder) => {
      for (const args of [
        ['check', '--format', 'xml'],
        ['check', '--today', '2026-02-30'],
        ['check', '--rule', 'nonsense=off'],
        ['check', '--rule', 'title=loud'],
        ['check', '--rule', 'title=off=off'],
        ['check', '--stdin-path', 'a.md'],
        ['check', '--stdin', '--format', 'html'],
        ['coverage', '.'],
        ['check', '--wrong'],
        ['chekc'],
        ['new', 'novel'],
        ['rules', 'nonsense'],
        [],
      ]) {
        const { status, out, err } = await areaSend(folder, ...args);
        assert.equal(status, 2, args.join(' '));
        assert.equal(out, '');
        oneLine(err, /^area-send: \S/);
      }
    });
  });

  it('names a configuration file that cannot be read and goes on', async () => {
    for (const config of [
      '{ "rules": { "placeholder": "loud" } }',
      '{ not json',
      '{ "rulez": {} }',
      '{ "rules": { "no-such-rule": "off" } }',
    ]) {
      await inFolder({ 'b.md': TBC, '.areasend.json': config }, async (folder) => {
        const { status, out, err } = await areaSend(folder, 'check', '--format', 'json', ...TODAY);
        assert.equal(status, 2, config);
        oneLine(err, /\.areasend\.json/);
        assert.equal(parse(out).files.length, 1);
      });
    }
  });
});

describe('a plan that names no report', () => {
  const report = (area: string, days: string): string =>
    `# Area SEND inspection of ${area} Local Area Partnership\n\nInspection dates: ${days}\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should shorten the wait for an autism assessment. |\n| Leaders should review plans on time. |\n`;
  const plan = (intro: string, answers: string): string =>
    `# Thornmere SEND strategic plan\n\n${intro}\n\n## Our actions\n\n| Action | Answers | Lead | Due | Measure |\n| --- | --- | --- | --- | --- |\n| Open a clinic | ${answers} | Head of SEND | 31 March 2027 | 80 of 90 |\n`;
  const THIS = report('Thornmere', '9 to 13 March 2026');
  const EARLIER = report('Thornmere', '6 to 10 March 2023');
  const ELSEWHERE = report('Kestrelshire', '9 to 13 March 2026');
  const DAYS = 'Ofsted and the CQC inspected Thornmere from 9 to 13 March 2026.';
  const cases: [name: string, files: Record<string, string>, plan: string, uncovered: RegExp | null][] = [
    ['one fits', { 'reports/a.md': THIS, 'reports/b.md': ELSEWHERE }, plan('Text.', 'AFI1'), /AFI2/],
    ['the days choose between two', { 'reports/a.md': THIS, 'reports/b.md': EARLIER }, plan(DAYS, 'AFI1'), /AFI2/],
    ['two fit', { 'reports/a.md': THIS, 'reports/b.md': EARLIER }, plan('Text.', 'AFI1'), null],
    ['none fits', { 'reports/b.md': ELSEWHERE }, plan(DAYS, 'AFI1'), null],
    ['a strategy that claims to answer nothing', { 'reports/a.md': THIS }, plan('Text.', ''), null],
  ];
  for (const [name, files, text, uncovered] of cases) {
    it(`${name}: the rules say the same as the coverage`, async () => {
      await inFolder({ ...files, 'plans/plan.md': text, '.areasend.json': '{}\n' }, async (folder) => {
        const { out } = await areaSend(folder, 'check', 'plans/plan.md', '--format', 'json', ...TODAY);
        const found = (
          JSON.parse(out) as { files: { findings: { rule: string; message: string; related?: { path: string }[] }[] }[] }
        ).files[0]!.findings.filter(({ rule }) => rule === 'area-not-covered');
        assert.equal(found.length, uncovered ? 1 : 0, out);
        if (uncovered) {
          assert.match(found[0]!.message, uncovered);
          assert.equal(found[0]!.related![0]!.path, '../reports/a.md');
        }
        const coverage = await areaSend(folder, 'coverage', 'plans/plan.md', '--format', 'json', ...TODAY);
        const isKnown = uncovered !== null || text.includes('|  |');
        assert.equal(coverage.status, isKnown ? 1 : 2, coverage.err);
        if (name === 'two fit') assert.match(coverage.err, /more than one report fits \(reports\/a\.md, reports\/b\.md\)/);
      });
    });
  }

  it('is checked anew when another report comes', async () => {
    await inFolder({ 'reports/a.md': THIS, 'plan.md': plan('Text.', 'AFI1'), '.areasend.json': '{}\n' }, async (folder) => {
      const said = async (): Promise<boolean> =>
        (await areaSend(folder, 'check', 'plan.md', '--format', 'json', ...TODAY)).out.includes('No action answers AFI2');
      assert.equal(await said(), true);
      writeFileSync(join(folder, 'reports/b.md'), EARLIER);
      assert.equal(await said(), false);
    });
  });
});
