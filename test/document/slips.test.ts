import assert from 'node:assert/strict';
import { checkText } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { DEFAULT_SETTINGS } from '../../src/settings/settings.js';

const HEAD = '# Area SEND inspection of Exampleshire Local Area Partnership\n\nInspection dates: 19 to 23 January 2026\n\n';
const AREAS = ['do one', 'do two', 'do three', 'do four', 'do five'].map((what) => `Leaders should ${what}.`);
const TABLE = `## Areas for improvement\n\n| Areas for improvement |\n| --- |\n${AREAS.map((area) => `| ${area} |\n`).join('')}`;
const read = (text: string) => openDocument(text, {});
const slipsOf = (text: string): string[] =>
  checkText(text, { today: '2026-11-26', settings: DEFAULT_SETTINGS })
    .findings.filter(({ rule }) => rule === 'shown-as-text')
    .map(({ start, end }) => text.slice(start.offset, end.offset));

/** A table of areas, written in a way that CommonMark takes for something else, with what is marked. */
const HIDDEN: Readonly<Record<string, readonly [text: string, at: RegExp]>> = {
  'an empty line after the first row': [TABLE.replace('one. |\n', 'one. |\n\n'), /do two/],
  'an empty line with spaces in it': [TABLE.replace('two. |\n', 'two. |\n  \n'), /do three/],
  'an empty line under the header': [TABLE.replace('improvement |\n', 'improvement |\n\n'), /---/],
  'no line of dashes': [TABLE.replace('| --- |\n', ''), /Areas for improvement/],
  'dashes that Word made long': [TABLE.replace('| --- |', '| — |'), /—/],
  'a heading without a space': [TABLE.replace('## A', '##A'), /##Areas/],
  HTML: [
    `## Areas for improvement\n\n<table>\n<tr><th>Areas for improvement</th></tr>\n${AREAS.map((area) => `<tr><td>${area}</td></tr>\n`).join('')}</table>\n`,
    /<table/,
  ],
  'a drawn table': [
    `## Areas for improvement\n\n+-----------------------+\n| Areas for improvement |\n+=======================+\n${AREAS.map((area) => `| ${area} |\n+-----------------------+\n`).join('')}`,
    /\+---/,
  ],
  'a code fence that is never closed': [`\`\`\`\n${TABLE}`, /```/],
  'a comment that is never closed': [`<!-- to do\n\n${TABLE}`, /<!--/],
  'a comment closed by the next one': [`<!-- to do\n\n${TABLE}\n<!-- done -->\n`, /<!--/],
  'a stray fence above code': [`\`\`\`\n${TABLE}\n\`\`\`\ncode\n\`\`\`\n`, /```/],
  'an anchor beside the heading': [TABLE.replace('improvement\n', 'improvement {#afi}\n'), /\{#afi\}/],
};

describe('what Markdown would hide', () => {
  for (const [name, [body, at]] of Object.entries(HIDDEN)) {
    for (const [ends, text] of [
      ['LF', HEAD + body],
      ['CRLF', (HEAD + body).replace(/\n/g, '\r\n')],
    ] as const) {
      it(`is read all the same, and reported at its place: ${name}, ${ends}`, () => {
        assert.deepEqual(
          read(text).facts.areasForImprovement.map((area) => area.text),
          AREAS,
        );
        const found = slipsOf(text);
        assert.equal(found.length, 1, JSON.stringify(found));
        assert.match(found[0]!, at);
      });
    }
  }

  it('is nothing in a correct text', () => {
    for (const text of [HEAD + TABLE, `${HEAD}${TABLE}\n\`\`\`\ncode\n\`\`\`\n`, `${HEAD}<!-- a note -->\n\n${TABLE}`]) {
      assert.deepEqual(slipsOf(text), []);
      assert.deepEqual(read(text).slips, []);
    }
  });

  it('includes front matter below the first line, and front matter that is never closed', () => {
    const facts = 'document: strategic-plan\nlocalArea: Exampleshire\n';
    for (const above of ['\n', '<!-- licence -->\n', '<!-- licence -->\n\n', '# Our plan\n\n']) {
      const text = `${above}---\n${facts}---\n\n# A plan for SEND\n\nThe board meets.\n`;
      const document = read(text);
      assert.equal(document.kind, 'strategic-plan', JSON.stringify(above));
      assert.equal(document.frontMatter.data.localArea, 'Exampleshire');
      assert.equal(text.slice(document.frontMatter.valueSpan('localArea')!.start).startsWith('Exampleshire'), true);
      assert.deepEqual(slipsOf(text), ['---']);
    }
    const open = `---\n${facts}\n# A plan for SEND\n\nThe board meets.\n`;
    assert.equal(read(open).frontMatter.data.localArea, 'Exampleshire');
    assert.equal(read(open).headings.length, 1);
    const { findings } = checkText(open, { today: '2026-11-26', settings: DEFAULT_SETTINGS });
    assert.deepEqual(findings.filter(({ rule, start }) => rule === 'front-matter' && start.offset === 0).length, 1);
    // A sample of it in code is none.
    assert.equal(read(`# Notes\n\n\`\`\`\n---\n${facts}---\n\`\`\`\n`).kind, null);
  });
});
