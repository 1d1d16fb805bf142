import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeMarkdown } from '../../src/text/markdown.js';
import { termHelp } from '../../src/vscode/features/terms.js';
import { tries } from '../fuzz.js';
import { promised, tried } from '../promises.js';

const PROMISE = 'words of documents and settings are words in hovers';
const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** What a hover shows of a text, which must be one run of words. */
function shown(markdown: string): string {
  const { children } = reader.parse(markdown);
  assert.equal(children.length, 1, markdown);
  const [paragraph] = children;
  assert.ok(paragraph?.type === 'paragraph', markdown);
  return paragraph.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      // An address may be one that can be followed, if it says where to.
      if (child.type !== 'link' || child.children.length !== 1 || child.children[0]!.type !== 'text')
        assert.fail(`${child.type} in ${markdown}`);
      const { value } = child.children[0];
      assert.ok([value, `http://${value}`, `mailto:${value}`].includes(child.url), markdown);
      return value;
    })
    .join('');
}

describe('words in hovers', () => {
  promised(PROMISE);

  for (const text of [
    '![x](https://example.org/a.png)',
    '<img src="https://example.org/a.png">',
    '![x][y]\n\n[y]: https://example.org/a.png',
    'https://example.org/a.png and www.example.org and a@example.org',
    '[run](command:workbench.action.quit)',
    '*a* _b_ **c** ~~d~~ `e` $(alert) &amp; &#33;',
    '# a',
    '- a',
    '1. a',
    '> a',
    '    a',
    '| a | b |\n| - | - |\n| c | d |',
    '```\na\n```',
    'a\n===',
    '<script>alert(1)</script>',
  ]) {
    it(JSON.stringify(text), () => {
      assert.equal(shown(`x ${escapeMarkdown(text)}`), `x ${plain(text)}`);
      assert.equal(shown(escapeMarkdown(text)), plain(text));
      tried(PROMISE);
    });
  }

  it('any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        assert.equal(shown(`x ${escapeMarkdown(text)}`), plain(`x ${text}`).replace(/\0/g, '\uFFFD'));
        tried(PROMISE);
      }),
      tries('words of documents are no Markdown in hovers', 100),
    );
  });

  it('an acronym of the user', () => {
    const help = termHelp('The ABC met.', 5, 'ABC', { ABC: '![x](https://example.org/a.png)' })!;
    assert.doesNotMatch(JSON.stringify(reader.parse(help.text.join(''))), /"type":"(?:image|html)"/);
    assert.match(help.text.join(''), /ABC/);
  });
});
