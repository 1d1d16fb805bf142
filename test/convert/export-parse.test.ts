import assert from 'node:assert/strict';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseMarkdown } from '../../src/convert/export/_parse.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']);
const filler = `${'Leaders listen to families and act on what they hear. '.repeat(200)}\n\n`.repeat(6);
/** Parts of a text that is too long to be read at once. */
const long = (...blocks: string[]): string => blocks.map((block) => `## Part\n\n${block}\n\n${filler}`).join('');

/** A table that is longer than a part. */
const table = `| a | [b] |\n| :- | -: |\n${`| ${'word '.repeat(60)}| *x* \\| y[^1] |\n`.repeat(250)}`;

describe('reading long Markdown in parts', () => {
  for (const [name, text] of Object.entries({
    'front matter, tables and lists': `---\ntitle: x\n---\n\n${long('| a | b |\n| - | - |\n| 1 | 2 |', '- a\n\n  b\n', '1. c')}`,
    'links and notes that other parts define': long(
      'See [a], [b][c] and one[^1].',
      '[a]: x.md\n\n[^1]: A note\n    that goes on.',
      '> [c]: y.md "Z"',
    ),
    'headings in code': long('```md\n\n# no heading\n\n```', '- ~~~\n\n  # none\n\n  ~~~', 'Text'),
    'a long table': long('Text', table, 'Text', '[b]: x.md\n\n[^1]: A note'),
    'a long table with text around it': long('Text', `${table}Text\n`, `Above\n${table}`, `${table}<!-- a -->\n${table}`, '> Text'),
    'a long table that is none': long(table.replace('| :- | -: |', '| - |'), table.replace('| :- | -: |', '| a | b |'), 'Text'),
    'a long table with other line ends': long('Text', table, 'Text').replace(/\n/g, '\r\n'),
    'code that never ends': long('Text', `\`\`\`\n${filler}\n## no heading\n\n[a]: b`, 'Text'),
    'a comment that never ends': long('Text', `<!-- a\n\n${filler}## no heading`, 'Text [a].\n\n[a]: b'),
    'an address on the next line': long('See [a].', '[a]:\n  x.md', 'Text'),
    'other line ends': long('Text [a]', '| a |\n| - |\n| b |', '[a]: b').replace(/\n/g, '\r\n'),
  })) {
    it(`reads ${name} as at once`, () => {
      assert.ok(text.length > 150_000);
      assert.deepEqual(parseMarkdown(text).children, parser.parse(text).children);
    });
  }
});

describe('reading Markdown', () => {
  it('tells where the words stand that are found behind the parsing', () => {
    const text = 'Text <br>www.one.example &amp; one\\_more\nor <br>a.b@two.example.\n';
    const [paragraph] = parseMarkdown(text).children!;
    assert.deepEqual(
      paragraph!.children!.map(({ position }) => [text.slice(position!.start.offset, position!.end.offset), position!.start.line]),
      [
        ['Text ', 1],
        ['<br>', 1],
        ['www.one.example', 1],
        [' &amp; one\\_more\nor ', 1],
        ['<br>', 2],
        ['a.b@two.example', 2],
        ['.', 2],
      ],
    );
  });
});
