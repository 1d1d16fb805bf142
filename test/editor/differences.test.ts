import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/check/index.js';
import { editsBetween } from '../../src/text/differences.js';
import { tries } from '../fuzz.js';

describe('the edits between two texts', () => {
  it('are none where nothing differs', () => assert.deepEqual(editsBetween('a\nb\n', 'a\nb\n'), []));

  it('touch only what differs, so that the cursor stays where it is', () => {
    const before = 'one\nTwo OFSTED two\nthree\nfour\nfive less parents\nsix\n';
    const after = 'one\nTwo Ofsted two\nthree\nfour\nfive fewer parents\nsix\n';
    assert.deepEqual(
      editsBetween(before, after).map(({ start, end, text }) => [before.slice(start, end), text]),
      [
        ['FSTED', 'fsted'],
        ['less', 'fewer'],
      ],
    );
  });

  it('keep Windows line ends whole', () => {
    const before = 'one\r\ntwo\r\nthree\r\n';
    for (const { start, end, text } of editsBetween(before, 'one\r\n\r\ntwo more\r\nthree\r\n')) {
      for (const at of [start, end]) assert.ok(!(before[at - 1] === '\r' && before[at] === '\n'), JSON.stringify({ start, end, text }));
    }
  });

  it('make one text of the other, whatever they are', () => {
    const line = fc.constantFrom('', 'a', 'b', 'aa', 'ab', 'c d', '\r');
    const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, editsBetween(before, after)), after);
      }),
      tries('differences make one text of the other', 125),
    );
  });

  it('give up on texts that have nothing in common', () => {
    const long = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`).join('\n');
    assert.equal(applyEdits(long('a'), editsBetween(long('a'), long('b'))), long('b'));
  });
});
