import assert from 'node:assert/strict';
import { applyPatch, parsePatch } from 'diff';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/check/index.js';
import { DOCUMENT_KINDS } from '../../src/framework/types.js';
import { areaSend, inFolder, ROOT } from './_run.js';

const TODAY = ['--today', '2026-11-23'];
const folderOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(ROOT, 'examples', name))
      .filter((file) => file.endsWith('.md'))
      .map((file) => [`${name}/${file}`, readFileSync(join(ROOT, 'examples', name, file), 'utf8')]),
  );

describe('area-send fix', () => {
  const slips = folderOf('with-slips');

  it('changes nothing the second time, and no word outside what it found', async () => {
    await inFolder(slips, async (folder) => {
      const before = JSON.parse((await areaSend(folder, 'check', '--format', 'json', ...TODAY)).out) as {
        files: { path: string; findings: { fixes: { preferred: boolean; edits: { start: number; end: number; text: string }[] }[] }[] }[];
      };
      const first = await areaSend(folder, 'fix', ...TODAY);
      assert.match(first.out, /changes? made in/);
      const fixed = Object.fromEntries(Object.keys(slips).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
      const second = await areaSend(folder, 'fix', ...TODAY);
      assert.match(second.out, /Nothing to mend/);
      for (const path of Object.keys(slips)) assert.equal(readFileSync(join(folder, path), 'utf8'), fixed[path]);
      // Every line that differs was touched by a fix that check had offered, or by one that followed from it.
      for (const { path, findings } of before.files) {
        const edits = findings.flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred).flatMap((fix) => fix.edits));
        const original = slips[path]!;
        const touched = new Set<number>();
        for (const { start, end } of edits) {
          const from = original.slice(0, start).split('\n').length - 1;
          for (let line = from; line <= from + original.slice(start, end).split('\n').length; line++) touched.add(line);
        }
        const kept = original.split('\n').filter((_, line) => !touched.has(line));
        const after = new Set(fixed[path]!.split('\n'));
        assert.deepEqual(
          kept.filter((line) => !after.has(line)),
          [],
          `${path}: lines that no fix had to do with`,
        );
      }
    });
  });

  it('shows what it would do and does nothing on --dry-run', async () => {
    await inFolder(slips, async (folder) => {
      const { out } = await areaSend(folder, 'fix', '--dry-run', ...TODAY);
      assert.match(out, /^[-+][^-+]/m);
      for (const [path, text] of Object.entries(slips)) assert.equal(readFileSync(join(folder, path), 'utf8'), text);
    });
  });

  it('prints what it would do as a patch that programs can apply', async () => {
    const text = `# Area SEND inspection of Exampleshire Local Area Partnership\n\n${'Leaders know children well.\n\n'.repeat(9)}The the partnership works.\n`;
    await inFolder({ 'a.md': text }, async (folder) => {
      const { out } = await areaSend(folder, 'fix', '--rule', 'repeated-word', '--dry-run', ...TODAY);
      assert.equal(applyPatch(text, parsePatch(out)[0]!), text.replace('The the', 'The'));
    });
  });

  it('keeps the byte order mark and Windows line ends', async () => {
    const text = '\uFEFF# Area SEND inspection of Exampleshire Local Area Partnership\r\n\r\nThe the partnership works well.\r\n';
    await inFolder({ 'a.md': text }, async (folder) => {
      await areaSend(folder, 'fix', '--rule', 'repeated-word', ...TODAY);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), text.replace('The the', 'The'));
    });
  });
});

describe('area-send facts', () => {
  it('prints what each document says', async () => {
    const { status, out } = await areaSend(ROOT, 'facts', 'examples', '--format', 'json');
    assert.equal(status, 0);
    const facts = JSON.parse(out) as { path: string; outcome: number | null }[];
    assert.deepEqual([...new Set(facts.filter(({ path }) => path.startsWith('examples/reports/')).map(({ outcome }) => outcome))].sort(), [
      1,
      2,
      3,
      null,
    ]);
    assert.equal((await areaSend(ROOT, 'facts', 'examples', '--format', 'json')).out, out);
    assert.match((await areaSend(ROOT, 'facts', 'examples/reports')).out, /Outcome +1 \(/);
  });
});

describe('area-send new', () => {
  it('writes a document of every kind, which is of that kind', async () => {
    await inFolder({}, async (folder) => {
      for (const kind of DOCUMENT_KINDS) {
        assert.equal(
          (
            await areaSend(
              folder,
              'new',
              kind,
              '--area',
              'Exampleshire',
              '--inspection-dates',
              '2026-01-19..2026-01-23',
              '--out',
              `${kind}.md`,
              ...TODAY,
            )
          ).status,
          0,
        );
        const [facts] = JSON.parse((await areaSend(folder, 'facts', `${kind}.md`, '--format', 'json')).out) as {
          kind: string;
          localArea: string;
        }[];
        assert.deepEqual([facts!.kind, facts!.localArea], [kind, 'Exampleshire']);
      }
      const again = await areaSend(folder, 'new', 'strategic-plan', '--out', 'strategic-plan.md');
      assert.equal(again.status, 2, 'never writes over a file');
    });
  });
});

describe('area-send rules', () => {
  it('lists all, and explains each', async () => {
    const { out } = await areaSend(ROOT, 'rules');
    const listed = JSON.parse((await areaSend(ROOT, 'rules', '--format', 'json')).out) as { id: string }[];
    assert.deepEqual(
      listed.map(({ id }) => id),
      RULES.map(({ id }) => id),
    );
    for (const { id } of RULES) {
      assert.ok(out.includes(`  ${id} `), id);
      assert.match((await areaSend(ROOT, 'rules', id)).out, /^# /);
    }
  });
});
