import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ROOT } from '../cli/_run.js';
import { ASPECTS, roundTrip } from './round-trip.js';

const EXAMPLES = ['reports', 'plans', 'meetings'].flatMap((folder) =>
  readdirSync(join(ROOT, 'examples', folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, 'examples', folder, name)),
);

/** One document for each of many ways to write Markdown. */
const SHAPES = join(ROOT, 'test', 'convert', 'shapes');

async function assertComesHome(markdown: string, through?: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const { aspects } = await roundTrip(markdown, through);
  for (const aspect of ASPECTS) {
    const { lost, gained } = aspects[aspect];
    assert.deepEqual({ aspect, lost, gained }, { aspect, lost: [], gained: [] });
  }
}

describe('Markdown to Word and back', () => {
  for (const path of EXAMPLES) {
    it(`brings all of ${path.slice(ROOT.length)} home`, async () => assertComesHome(readFileSync(path, 'utf8')));
  }

  for (const name of readdirSync(SHAPES)) {
    it(`brings all of ${name} home`, async () => assertComesHome(readFileSync(join(SHAPES, name), 'utf8')));
  }

  for (const [name, markdown] of Object.entries({
    'an item of several paragraphs':
      '# A\n\n- one\n- two\n\n  more of two\n\n  and more\n- three\n  - inner\n\n    more of inner\n\n  more of three\n- four\n\nAfter the list.\n',
    'numbers that begin elsewhere and lists in lists':
      '# A\n\n3. three\n4. four\n   1. first\n   2. second\n      - bullet\n5. five\n\nText.\n\n1. one\n\nText.\n\n1. one again\n',
    'bullets in cells between words':
      '# A\n\n| Action | Who |\n| --- | --- |\n| We will:<br>• one<br>• two<br>and then<br>• three | **Board**<br>DCS |\n| | empty before |\n',
    'wide tables':
      '# A\n\n## B\n\nBefore.\n\n| a | b | c | d | e | f | g |\n| - | - | - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n\nAfter.\n\n## C\n\nEnd.\n',
    footnotes: '# A\n\nOne[^a] and two[^b].\n\n[^a]: First with [a link](https://a.example).\n\n[^b]: Second\n\n    in two paragraphs.\n',
    'links, emphasis and signs':
      '# A & B \\<C>\n\nA [link **bold** words](https://a.example/?x=1&y=2), *it*, **bo**ld, ~~out~~, 5 \\* 3, \\[x\\], a_b_c, `code`, <https://b.example>, x@y.example.\n',
    'code, in lines and in blocks':
      '# A\n\nType `area-send check` or `a|b`.\n\n```\nif x:\n    - y  *z*\n\n1. w\n```\n\n    one block\n\nText.\n\n- item\n\n  ```\n  in it\n  ```\n- next\n',
    'languages of code': '# A\n\n```json\n{ "a": 1 }\n```\n\n```c++\nint a;\n```\n\n- item\n\n  ```json\n  {}\n  ```\n',
    'links to files beside the document':
      '# A\n\nSee [the annex](annex.docx), [data](tables/data%20of%20May.csv), [a page](../reports/report.pdf#page=3) and [a plan](other.md#actions).\n',
    'links within the document':
      '# The plan\n\nSee [what we do](#what-we--our-partners-do), [again](#actions-1) and [the plan](#the-plan).\n\n## What we & our partners do\n\n## Actions\n\nText.\n\n## Actions\n\n| See | Who |\n| --- | --- |\n| [above](#actions) | us[^1] |\n\n[^1]: As [said](#actions).\n',
    'tables whose columns have no names':
      '# A\n\n| | |\n| --- | --- |\n| Lead | **Jo** |\n| **When** | May |\n\n| | May |\n| --- | --- |\n| Lead | 1 |\n\n| |\n| --- |\n| Leaders should plan. |\n| Leaders should listen. |\n',
    quotations: '# A\n\n> One\n>\n> two\n\nBetween.\n\n> Three\n',
    'lines of an address': '# A\n\nRiverside House  \nMain Street  \nS60 1AE\n',
  })) {
    it(`brings ${name} home`, async () => assertComesHome(markdown));
  }

  it('brings any plan home', async () => {
    const word = fc.constantFrom(
      'plan',
      'the',
      'SEND',
      '“quoted”',
      'families’',
      'R&D',
      '5%',
      'by May 2026',
      '**bold words**',
      '*it*',
      '[a link](https://a.example)',
      'a–b',
      '(x)',
      'and/or',
    );
    const sentence = fc.uniqueArray(word, { minLength: 2, maxLength: 9 }).map((words) => `Leaders ${words.join(' ')}.`);
    const item = (mark: (index: number) => string) =>
      fc.array(sentence, { minLength: 1, maxLength: 4 }).map((texts) => texts.map((text, index) => mark(index) + text).join('\n'));
    const cell = fc
      .array(sentence, { minLength: 1, maxLength: 3 })
      .chain((texts) => fc.boolean().map((bullets) => texts.map((text) => (bullets ? `• ${text}` : text)).join('<br>')));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 }))
      .chain(([columns, rows]) =>
        fc
          .array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
          .map((cells) =>
            [Array.from({ length: columns }, (_, column) => `Column ${column}`), Array.from({ length: columns }, () => '---'), ...cells]
              .map((row) => `| ${row.join(' | ')} |`)
              .join('\n'),
          ),
      );
    const block = fc.oneof(
      sentence,
      sentence.map((text) => `## ${text.slice(0, -1)}`),
      sentence.map((text) => `### ${text.slice(0, -1)}`),
      item(() => '- '),
      item((index) => `${index + 1}. `),
      fc
        .tuple(
          sentence,
          item(() => '  - '),
        )
        .map(([text, inner]) => `- ${text}\n${inner}\n- ${text}`),
      fc.tuple(sentence, sentence).map(([text, more]) => `- ${text}\n\n  ${more}`),
      sentence.map((text) => `> ${text}`),
      table,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) =>
        // Lists that touch are one list in Markdown too.
        assertComesHome(`# Exampleshire SEND strategic plan\n\n${blocks.join('\n\nBetween the parts stands a sentence.\n\n')}\n`),
      ),
      { numRuns: 40 },
    );
  }).timeout(120_000);

  it('survives LibreOffice, which opens and saves the file in between', async function () {
    this.timeout(120_000);
    if (spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status !== 0) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'area-send-'));
    try {
      const saved = (bytes: Uint8Array): Uint8Array => {
        writeFileSync(join(folder, 'a.docx'), bytes);
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'docx:MS Word 2007 XML',
            '--outdir',
            join(folder, 'out'),
            join(folder, 'a.docx'),
          ],
          { stdio: 'ignore' },
        );
        return new Uint8Array(readFileSync(join(folder, 'out', 'a.docx')));
      };
      await assertComesHome(
        readFileSync(
          EXAMPLES.find((path) => path.includes('marrowdale'))!,
          'utf8',
        ),
        saved,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
