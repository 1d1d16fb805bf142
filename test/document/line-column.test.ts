import assert from 'node:assert/strict';
import { openDocument } from '../../src/document/index.js';

/** Line and column by counting from the first character. */
function counted(text: string, offset: number): { line: number; column: number } {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length).filter((end) => end <= offset);
  return { line: ends.length + 1, column: offset - (ends.at(-1) ?? 0) + 1 };
}

describe('lines and columns', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`are those of the text at every offset, with ${name}`, () => {
      const text = [
        '---',
        'document: full-inspection-report',
        '---',
        '',
        '# Title',
        '',
        'One',
        'two',
        '',
        '| A |',
        '| --- |',
        '| B |',
        '',
        '- x',
        '',
        '  y',
        '',
      ].join(end);
      const document = openDocument(text, { path: 'x.md' });
      for (let offset = 0; offset <= text.length; offset++)
        assert.deepEqual(document.lineColumn(offset), counted(text, offset), `offset ${offset}`);
    });
  }
});
