import assert from 'node:assert/strict';
import { checkText, type Finding } from '../../src/check/index.js';
import { knownOn, quiet } from '../../src/vscode/documents/quiet.js';

const TITLE = '# Exampleshire Local Area Partnership SEND strategic plan\n\n';
const found = (text: string): readonly Finding[] => checkText(text, { today: '2026-11-23', path: 'x.md' }).findings;

/** Rules that are shown for a text with ‸ at the cursor, and those of the finished text around the same place. */
function shown(marked: string, before = ''): { now: string[]; later: string[] } {
  const at = TITLE.length + marked.indexOf('‸');
  const text = TITLE + marked.replace('‸', '');
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const place = { at, line: { start, end } };
  const all = found(text);
  const known = before === '' ? new Set<string>() : knownOn(found(TITLE + before), place);
  const onLine = ({ start: from, end: to }: Finding): boolean => from.offset <= end && to.offset >= start;
  return {
    now: quiet(text, all, place, known)
      .filter(onLine)
      .map(({ rule }) => rule),
    later: all.filter(onLine).map(({ rule }) => rule),
  };
}

describe('what is being typed', () => {
  for (const [what, marked, rule] of [
    ['a word', 'We will do it tomorow‸', 'spelling'],
    ['a date', 'It ended on 31 February 2026‸ and then', 'date-format'],
    ['half a row', '| What we will do | Lead |\n| --- | --- |\n| Train staff ‸', 'table-structure'],
  ] as const)
    it(`${what} is left in peace until it is finished`, () => {
      const { now, later } = shown(marked);
      assert.deepEqual(
        now.filter((id) => id === rule),
        [],
      );
      assert.ok(later.length >= now.length);
    });

  it('keeps nothing back elsewhere in a sentence', () => {
    assert.ok(shown('A larrge plan is good‸').later.includes('spelling'));
    assert.ok(shown('A larrge plan is good‸').now.includes('spelling'));
  });

  it('keeps back the last word alone, and shows it when the cursor has gone on', () => {
    assert.ok(!shown('A good larrge‸').now.includes('spelling'));
    assert.ok(shown('A good larrge plan‸').now.includes('spelling'));
  });

  it('leaves what was found in an item before it was touched', () => {
    const before = '- A larrge plan';
    assert.ok(shown('- A larrge plan‸', before).now.includes('spelling'));
    assert.ok(!shown('- A larrge plan tomorow‸', before).now.slice(1).includes('spelling'));
  });
});
