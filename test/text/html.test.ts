import assert from 'node:assert/strict';
import fc from 'fast-check';
import { html, lines, trusted } from '../../src/text/html.js';
import { clip, listed, oneLine } from '../../src/text/words.js';

describe('the html template', () => {
  const cases: readonly [string, string, string][] = [
    ['escapes text', html`<p title="${'"a" & <b>'}">${"it's"}</p>`.markup, '<p title="&quot;a&quot; &amp; &lt;b&gt;">it&#39;s</p>'],
    ['keeps markup that it made', html`<ul>${html`<li>${'<'}</li>`}</ul>`.markup, '<ul><li>&lt;</li></ul>'],
    ['joins lists, deep ones too', html`${['a', html`<b>c</b>`, ['&', 1]]}`.markup, 'a<b>c</b>&amp;1'],
    ['leaves nothing of null and false', html`a${null}b${false}c`.markup, 'abc'],
    ['does not escape what is already markup', html`<style>${trusted('a>b{}')}</style>`.markup, '<style>a>b{}</style>'],
    ['writes out control characters and line breaks', html`${'a\u001Bb\r\nc'}`.markup, 'a\\u{1b}b&#10;c'],
    ['sets lines below each other', lines(['a', null, false, html`<br>`]).markup, 'a\n<br>'],
  ];
  for (const [what, got, wanted] of cases) it(what, () => assert.equal(got, wanted));

  it('lets no text open a tag, an attribute or a character reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(html`${text}`.markup, /[<>"']|&(?!(?:amp|lt|gt|quot|#39|#10);)/);
      }),
    );
  });
});

describe('words for people', () => {
  it('lists', () => {
    assert.deepEqual(
      [listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c']), listed(['a', 'b', 'c'], '; or ', '; ')],
      ['', 'a', 'a and b', 'a, b and c', 'a; b; or c'],
    );
  });

  it('cuts at a word, never inside a character, and to the length', () => {
    assert.equal(clip('one two three', 9), 'one two…');
    assert.equal(clip('one two', 7), 'one two');
    assert.equal(clip('a'.repeat(20), 5), 'aaaa…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const cut = clip(text, max);
        assert.ok(cut.length <= Math.max(max, 1));
        const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
        if (!halves.test(text)) assert.doesNotMatch(cut, halves);
      }),
    );
  });

  it('puts on one line', () => assert.equal(oneLine('  a\r\n\tb\u0007\u00a0c '), 'a b c'));
});
