import assert from 'node:assert/strict';
import { plansFor } from '../../src/coverage/index.js';
import type { DocumentKind } from '../../src/framework/types.js';
import { DocumentSource, FileProblem, type Files } from '../../src/workspace/document-source.js';

const PLAN = '---\ndocument: strategic-plan\nrespondsTo: ../reports/one.md\n---\n\n# Our plan\n\nText.\n';
const REPORT = '---\ndocument: full-inspection-report\n---\n\n# What they found\n\nText.\n';

/** Files by absolute path, which remember what was read. */
function inMemory(files: Record<string, string>, kinds: Record<string, DocumentKind> = {}) {
  const reads: string[] = [];
  const host: Files<string> = {
    key: (path) => path,
    pathOf: (path) => path,
    at: (_from, path) => path,
    shown: (path) => path.slice('/desk/'.length),
    rootOf: (path) => (path.startsWith('/desk/') ? '/desk' : null),
    exists: (path) => files[path] !== undefined,
    configuredKind: (path) => kinds[path],
    // As the editor: an answer that takes a while.
    read: async (path) => {
      reads.push(path);
      await Promise.resolve();
      const text = files[path];
      if (text === undefined) throw new FileProblem('the file cannot be read');
      return new TextEncoder().encode(text);
    },
  };
  return { host, reads, files, kinds };
}

describe('documents are opened in one place', () => {
  it('by the kind that settings say, also where a link leads to them', async () => {
    const { host } = inMemory(
      { '/desk/plans/a.md': PLAN, '/desk/reports/one.md': '# Notes\n\nText.\n' },
      { '/desk/reports/one.md': 'full-inspection-report' },
    );
    const source = new DocumentSource(host);
    const { value } = await source.withLinks('/desk/plans/a.md', PLAN, (lookup) => lookup('../reports/one.md'));
    assert.equal(value?.kind, 'full-inspection-report');
    assert.equal(value.path, 'reports/one.md');
    const plan = (await source.open('/desk/plans/a.md')).document;
    assert.deepEqual(plansFor(value, [plan]), [plan]);
  });

  it('front matter goes before settings', async () => {
    const { host } = inMemory({ '/desk/a.md': PLAN }, { '/desk/a.md': 'full-inspection-report' });
    assert.equal((await new DocumentSource(host).open('/desk/a.md')).document.kind, 'strategic-plan');
  });

  const links: [from: string, link: string, target: string | null][] = [
    ['/desk/plans/a.md', '../reports/one.md', '/desk/reports/one.md'],
    ['/desk/plans/a.md', '../reports/one.md#afi1', '/desk/reports/one.md'],
    ['/desk/plans/a.md', '..\\reports\\one.md', '/desk/reports/one.md'],
    ['/desk/plans/a.md', './b.md', '/desk/plans/b.md'],
    ['/desk/plans/a.md', '../../secret.md', null],
    ['/desk/plans/a.md', '../../deskshop/x.md', null],
    ['/desk/plans/a.md', '/etc/passwd', null],
    ['/desk/plans/a.md', 'file:///etc/passwd', null],
    ['/desk/plans/a.md', '~/a.md', null],
    ['/desk/plans/a.md', '', null],
    ['/elsewhere/a.md', 'b.md', null],
  ];
  for (const [from, link, target] of links)
    it(`follows “${link}” from ${from} to ${target ?? 'nowhere'}`, () =>
      assert.equal(new DocumentSource(inMemory({}).host).resolve(from, link), target));

  it('says nothing of the links of a file that stands by itself', () => {
    assert.equal(new DocumentSource(inMemory({}).host).peek('/elsewhere/a.md', 'b.md'), undefined);
  });

  it('reads each once, several callers at once included', async () => {
    const { host, reads } = inMemory({ '/desk/reports/one.md': REPORT });
    const source = new DocumentSource(host);
    const [one, other] = await Promise.all([source.open('/desk/reports/one.md'), source.open('/desk/reports/one.md')]);
    assert.equal(one.document, other.document);
    assert.equal((await source.open('/desk/reports/one.md')).document, one.document);
    assert.equal(reads.length, 1);
  });

  it('a look finds nothing at first, and tells when it has been read', async () => {
    const { host } = inMemory({ '/desk/reports/one.md': REPORT });
    let told: (key: string) => void;
    const read = new Promise<string>((resolve) => (told = resolve));
    const source = new DocumentSource(host, { onRead: (key) => told(key) });
    assert.equal(source.peek('/desk/plans/a.md', '../reports/one.md'), undefined);
    assert.equal(await read, '/desk/reports/one.md');
    assert.equal(source.peek('/desk/plans/a.md', '../reports/one.md')?.kind, 'full-inspection-report');
  });

  it('what changed is read anew, and what began to be read before is not kept', async () => {
    const { host, files } = inMemory({ '/desk/reports/one.md': REPORT });
    const source = new DocumentSource(host);
    const early = source.open('/desk/reports/one.md');
    files['/desk/reports/one.md'] = PLAN;
    source.forget('/desk/reports/one.md');
    await early;
    assert.equal((await source.open('/desk/reports/one.md')).document.kind, 'strategic-plan');
    files['/desk/reports/one.md'] = REPORT;
    assert.equal((await source.open('/desk/reports/one.md')).document.kind, 'strategic-plan', 'kept until it is told');
    assert.equal(source.forget('/desk/reports/one.md'), true);
    assert.equal((await source.open('/desk/reports/one.md')).document.kind, 'full-inspection-report');
  });

  it('a folder that another program took away goes with everything in it, and one whose name begins alike stays', async () => {
    const { host, reads, files } = inMemory({
      '/desk/reports/one.md': REPORT,
      '/desk/reports/deep/two.md': REPORT,
      '/desk/reports-old/three.md': REPORT,
    });
    const source = new DocumentSource(host);
    for (const path of Object.keys(files)) await source.open(path);
    for (const path of Object.keys(files).slice(0, 2)) delete files[path];
    assert.equal(source.forgetBelow('/desk/reports'), true);
    await assert.rejects(source.open('/desk/reports/one.md'), FileProblem);
    await assert.rejects(source.open('/desk/reports/deep/two.md'), FileProblem);
    await source.open('/desk/reports-old/three.md');
    assert.equal(reads.filter((path) => path.includes('old')).length, 1);
  });

  it('a missing target is null, and the result is told to hang in the air', async () => {
    const { host } = inMemory({ '/desk/plans/a.md': PLAN });
    const { value, links: found } = await new DocumentSource(host).withLinks('/desk/plans/a.md', PLAN, (lookup) =>
      lookup('../reports/one.md'),
    );
    assert.equal(value, null);
    assert.equal(found.dangling, true);
    assert.equal(found.used.size, 0);
  });

  it('runs again only for links that no front matter names', async () => {
    const { host } = inMemory({ '/desk/reports/one.md': REPORT, '/desk/reports/two.md': REPORT });
    const source = new DocumentSource(host);
    let runs = 0;
    const count = (link: string) =>
      source.withLinks('/desk/plans/a.md', PLAN, (lookup) => {
        runs++;
        return lookup(link)?.path;
      });
    assert.equal((await count('../reports/one.md')).value, 'reports/one.md');
    assert.equal(runs, 1);
    const { value, links: found } = await count('../reports/two.md');
    assert.equal(value, 'reports/two.md');
    assert.equal(runs, 3);
    assert.deepEqual([...found.used.keys()].sort(), ['/desk/reports/one.md', '/desk/reports/two.md']);
  });

  it('a document that is open in an editor speaks for itself', async () => {
    const { host } = inMemory({ '/desk/reports/one.md': REPORT });
    const open = await new DocumentSource(host).openText('/desk/reports/one.md', PLAN);
    const source = new DocumentSource({ ...host, live: (path) => (path === '/desk/reports/one.md' ? open : null) });
    assert.equal((await source.open('/desk/reports/one.md')).document, open);
    assert.equal(source.peek('/desk/plans/a.md', '../reports/one.md'), open);
  });

  it('a file of another format is read as what it is converted to, also where a plan answers it', async () => {
    const { host } = inMemory({ '/desk/reports/one.docx': 'PK…' });
    const converter = {
      accepts: (name: string) => name.endsWith('.docx'),
      convert: (bytes: Uint8Array, name: string) =>
        Promise.resolve({
          markdown: '# Area SEND inspection of Exampleshire Local Area Partnership\n\nText.\n',
          from: `${name}, ${bytes.length} bytes`,
        }),
    };
    const source = new DocumentSource(host, { converter });
    const { document, converted } = await source.open('/desk/reports/one.docx');
    assert.equal(document.kind, 'full-inspection-report');
    assert.equal(converted?.from, 'one.docx, 5 bytes');
    const plan = PLAN.replace('one.md', 'one.docx');
    const { value } = await source.withLinks('/desk/plans/a.md', plan, (lookup) => lookup('../reports/one.docx'));
    assert.equal(value, document);
  });

  it('tells in plain words why a file cannot be read', async () => {
    const { host } = inMemory({ '/desk/a.md': '\0\0', '/desk/b.docx': 'PK' });
    const source = new DocumentSource(host, {
      converter: {
        accepts: (name) => name.endsWith('.docx'),
        convert: () => Promise.reject(new Error('This file is damaged; find another copy.')),
      },
    });
    await assert.rejects(source.open('/desk/a.md'), /^FileProblem: this is not a text file$/);
    await assert.rejects(source.open('/desk/b.docx'), /^FileProblem: This file is damaged; find another copy$/);
    await assert.rejects(source.open('/desk/c.md'), /^FileProblem: the file cannot be read$/);
  });

  it('keeps few documents read', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`/desk/${index}.md`, REPORT]));
    const { host, reads } = inMemory(files);
    const source = new DocumentSource(host);
    for (const path of Object.keys(files)) await source.open(path);
    await source.open('/desk/99.md');
    assert.equal(reads.length, 100);
    await source.open('/desk/0.md');
    assert.equal(reads.length, 101);
  });

  it('keeps what was read anew, unless it is no recognised document, too large or past', async () => {
    const files: Record<string, string> = { '/desk/a.md': REPORT, '/desk/b.md': 'Milk and bread.\n' };
    const { host, reads } = inMemory(files);
    const source = new DocumentSource(host);
    const first = await source.openAnew('/desk/a.md');
    assert.equal((await source.open('/desk/a.md')).document, first);
    assert.equal(await source.openAnew('/desk/a.md'), first, 'the same text is the same document');
    assert.equal(reads.length, 2);
    files['/desk/a.md'] = `${REPORT}\nMore.\n`;
    const later = await source.openAnew('/desk/a.md');
    assert.equal(later.text, files['/desk/a.md']);
    assert.equal((await source.open('/desk/a.md')).document, later);
    assert.equal(reads.length, 3);
    assert.equal((await source.openAnew('/desk/b.md')).kind, null);
    await source.open('/desk/b.md');
    assert.equal(reads.length, 5);
    await assert.rejects(source.openAnew('/desk/a.md', 10), /^FileProblem: the file is too large$/);
    const reading = source.openAnew('/desk/a.md');
    source.forget('/desk/a.md');
    await reading;
    await source.open('/desk/a.md');
    assert.equal(reads.length, 8);
  });
});

describe('the report of a plan that names none', () => {
  const report = (days: string): string =>
    `# Area SEND inspection of Thornmere Local Area Partnership\n\nInspection dates: ${days}\n\n## Areas for improvement\n\n- Leaders should review plans on time.\n`;
  const plan = '# Thornmere SEND strategic plan\n\nText.\n';
  const files = { '/desk/plan.md': plan, '/desk/a.md': report('9 to 13 March 2026'), '/desk/b.md': report('6 to 10 March 2023') };
  const among = (...places: string[]): DocumentSource<string> =>
    new DocumentSource({ ...inMemory(files).host, reportsAround: (_from, area) => (area === 'Thornmere' ? places : []) });

  it('is looked for once, and all that were looked at count', async () => {
    let runs = 0;
    const { value, links } = await among('/desk/a.md').withLinks('/desk/plan.md', plan, async (_lookup, _exists, answered) => {
      runs++;
      return answered((await among().open('/desk/plan.md')).document)?.path;
    });
    assert.equal(value, 'a.md');
    assert.equal(runs, 2);
    assert.deepEqual([...links.used.keys()], ['/desk/a.md']);
    assert.deepEqual([links.sought, links.dangling], [true, false]);
  });

  it('is not known where two fit, and where the host knows no documents', async () => {
    const source = among('/desk/a.md', '/desk/b.md');
    const { document } = await source.open('/desk/plan.md');
    assert.equal((await source.answered('/desk/plan.md', document))?.report, null);
    assert.equal(await new DocumentSource(inMemory(files).host).answered('/desk/plan.md', document), undefined);
    const { links } = await source.withLinks('/desk/plan.md', plan, () => null);
    assert.equal(links.sought, false, 'nobody asked');
  });

  it('is known to a look once every report around it has been read', async () => {
    const looked: string[] = [];
    const source = among('/desk/a.md');
    const { document } = await source.open('/desk/plan.md');
    const look = (): string | null | undefined => {
      const found = source.peekAnswered('/desk/plan.md', document, (place) => looked.push(place));
      return found && found.path;
    };
    assert.equal(look(), undefined);
    await source.open('/desk/a.md');
    assert.equal(look(), 'a.md');
    assert.deepEqual(looked, ['/desk/a.md', '/desk/a.md']);
  });
});
