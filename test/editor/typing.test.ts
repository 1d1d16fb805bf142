import assert from 'node:assert/strict';
import { headingBegun, inAreaColumn, offersSentence, snippetBegun, typedAreaId, typedSentence } from '../../src/vscode/features/typing.js';

const table = ['| Action | Area for improvement | Lead |', '| --- | --- | --- |', '| Hire | AFI1 | Head of SEND |'];
const lineAt =
  (lines: readonly string[]) =>
  (line: number): string =>
    lines[line] ?? '';

/** What is offered while `before` is typed in the line after the given ones. */
const typed = (before: string, { lines = [] as readonly string[], asked = false } = {}): string | null =>
  typedAreaId(lineAt(lines), lines.length, before, asked);

describe('ids of areas', () => {
  it('do not come up at the spaces of a sentence', () => {
    for (const before of ['We will ', 'A', 'Leaders and A', 'we, ', '(']) assert.equal(typed(before), null, before);
    assert.equal(typed('| Train ', { lines: table }), null, 'nor in a cell that says what is done');
    assert.equal(typed('| Train | for A', { lines: table }), null, 'nor after other words');
  });

  it('come up when an id is begun', () => {
    assert.equal(typed('This answers AF'), 'AF');
    assert.equal(typed('This answers APA1'), 'APA1');
  });

  it('come up in their column of a table', () => {
    assert.equal(typed('| Train | ', { lines: table }), '');
    assert.equal(typed('| Train | A', { lines: table }), 'A');
    assert.equal(typed('| Train | AFI1, ', { lines: table }), '');
    assert.ok(!inAreaColumn(lineAt(['a | b']), 1, '| x '), 'no table, no column');
  });

  it('come up wherever somebody asks', () => assert.equal(typed('We will ', { asked: true }), ''));
});

describe('headings and sentences', () => {
  it('are offered by themselves only where they are begun', () => {
    assert.ok(headingBegun('## ', false));
    assert.ok(!headingBegun('## Our ', false));
    assert.ok(headingBegun('## Our ', true));
    assert.equal(typedSentence('The local '), 'The local ');
    assert.equal(typedSentence('It is so. The '), null);
    assert.ok(offersSentence('The local area partnership must …', 'The local ', false));
    assert.ok(!offersSentence('The local area partnership must …', 'There is ', false));
    assert.ok(!offersSentence('The local area partnership must …', '', false));
    assert.ok(offersSentence('The local area partnership must …', '', true));
  });
});

describe('snippets', () => {
  it('come up once their name is begun where something can begin', () => {
    for (const before of ['send-', '  send-', '- send-', '1. Send-', '| a | send-', '|send-', 'send-action-'])
      assert.equal(snippetBegun(before)?.toLowerCase().slice(0, 5), 'send-', before);
  });

  it('do not come up in a sentence', () => {
    for (const before of ['a send-', 'They send-', 'send', 'resend-', '# send-', '| a send-'])
      assert.equal(snippetBegun(before), null, before);
  });
});
