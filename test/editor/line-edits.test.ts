import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellsOf, emphasised, entered, isRowLine, newLine, nextCell, type KeyEdit } from '../../src/vscode/features/line-edits.js';
import { tries } from '../fuzz.js';

/** A text with ‸ for the cursor, or two for a selection. */
function read(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('‸');
  const rest = marked.slice(0, start) + marked.slice(start + 1);
  const end = rest.indexOf('‸');
  return end < 0 ? { text: rest, start, end: start } : { text: rest.slice(0, end) + rest.slice(end + 1), start, end };
}
function show(text: string, change: KeyEdit | null): string | null {
  if (!change) return null;
  const { edit, selection } = change;
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const chosen = after.slice(selection.start, selection.end);
  return `${after.slice(0, selection.start)}‸${chosen === '' ? '' : `${chosen}‸`}${after.slice(selection.end)}`;
}

describe('bold and italic', () => {
  for (const [before, mark, after] of [
    ['a ‸good plan‸ b', '**', 'a **‸good plan‸** b'],
    ['a **‸good plan‸** b', '**', 'a ‸good plan‸ b'],
    ['a ‸**good plan**‸ b', '**', 'a ‸good plan‸ b'],
    ['a **‸good‸** b', '*', 'a ***‸good‸*** b'],
    ['a ***‸good‸*** b', '*', 'a **‸good‸** b'],
    ['a ***‸good‸*** b', '**', 'a *‸good‸* b'],
    ['a go‸od b', '*', 'a *‸good‸* b'],
    ['a ‸ good ‸b', '**', 'a  **‸good‸** b'],
    ['a ‸ b', '**', 'a **‸** b'],
  ] as const)
    it(`${before} → ${after}`, () => {
      const { text, start, end } = read(before);
      assert.equal(show(text, emphasised(text, start, end, mark)), after);
    });

  it('come and go', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z *’.]{1,20}$/),
        fc.nat(20),
        fc.nat(20),
        fc.constantFrom('**' as const, '*' as const),
        (text, a, b, mark) => {
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
          if (text.includes('*') || text.slice(start, end).trim() === '') return;
          const on = emphasised(text, start, end, mark);
          const bold = text.slice(0, on.edit.start) + on.edit.text + text.slice(on.edit.end);
          const off = emphasised(bold, on.selection.start, on.selection.end, mark);
          assert.equal(bold.slice(0, off.edit.start) + off.edit.text + bold.slice(off.edit.end), text);
        },
      ),
      tries('bold and italics come and go', 300),
    );
  });
});

describe('Enter', () => {
  for (const [what, before, isRow, after] of [
    ['goes on with a list', '- one‸', false, '- one\n- ‸'],
    ['keeps its depth and its sign', '  * one‸', false, '  * one\n  * ‸'],
    ['counts on', '9. nine‸', false, '9. nine\n10. ‸'],
    ['begins the next task open', '- [x] done‸', false, '- [x] done\n- [ ] ‸'],
    ['parts an item', '- one‸ two', false, '- one\n- ‸two'],
    ['ends a list in an empty item', '- ‸', false, '‸'],
    ['leaves the start of an item alone', '‸- one', false, null],
    ['leaves other lines alone', 'a - b‸', false, null],
    ['begins a new row', '| a | b |‸', true, '| a | b |\n| ‸ |  |'],
    ['begins a new row from the last cell', '| a | b‸ |', true, '| a | b |\n| ‸ |  |'],
    ['makes a new line in a cell', '| a‸ | b |', true, '| a<br>‸ | b |'],
    ['ends a table in an empty row', '| ‸ |  |', true, '‸'],
  ] as const)
    it(what, () => {
      const { text, start } = read(before);
      assert.equal(show(text, entered(text, start, isRow, '\n')), after);
    });

  it('makes a line of its own everywhere else, in place of what is chosen', () => {
    const made = (text: string, start: number, end = start): string | null => show(text, newLine(text, start, end, '\n'));
    assert.equal(made('one two', 3), 'one\n‸ two');
    assert.equal(made('one two', 3, 7), 'one\n‸');
    assert.equal(made('  one', 5), '  one\n  ‸');
    assert.equal(made('  one', 0), '\n‸  one');
  });
});

describe('the cells of a table', () => {
  it('are reached with Tab', () => {
    const line = '| one | two |  | a \\| b |';
    assert.deepEqual(
      cellsOf(line).map(({ text }) => text),
      ['one', 'two', '', 'a \\| b'],
    );
    const next = nextCell(line, 3, 1)!;
    assert.equal(line.slice(next.start, next.end), 'two');
    assert.deepEqual(nextCell(line, next.end, 1), { start: 14, end: 14, text: '' });
    assert.equal(nextCell(line, line.length - 2, 1), null);
    assert.equal(nextCell(line, 3, -1), null);
    assert.equal(line.slice(nextCell(line, 9, -1)!.start, nextCell(line, 9, -1)!.end), 'one');
  });

  it('stand in rows, and not in the line of dashes', () => {
    const lines = ['| a | b |', '| --- | --- |', '| 1 | 2 |', '', '| no |'];
    assert.deepEqual(
      lines.map((_, line) => isRowLine((at) => lines[at]!, line, lines.length)),
      [true, false, true, false, false],
    );
  });
});
