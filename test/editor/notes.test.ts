import assert from 'node:assert/strict';
import { besideName, doneMessage, freeName, importNotes } from '../../src/vscode/documents/notes.js';

describe('what is told of an imported document', () => {
  it('names what was not carried over and the open comments, a line each', () => {
    const notes = importNotes({
      warnings: [{ code: 'image-without-alt', what: 'A picture has no words.', where: 'under “Actions”' }],
      comments: [
        { author: 'Reader', text: 'Is this\nright?', on: 'the board', where: '' },
        { author: null, text: 'x'.repeat(500), on: '', where: '' },
        { author: 'Reader', text: 'Done with', on: 'it', where: '', resolved: true },
      ],
    });
    assert.deepEqual(notes.slice(0, 2), ['under “Actions”: A picture has no words.', 'Comment by Reader on “the board”: Is this right?']);
    assert.match(notes[2]!, /^Comment by somebody: x+…$/);
    assert.equal(notes.length, 3);
  });

  it('counts them', () => {
    assert.equal(doneMessage('Imported as', 'x.md', []), 'Imported as x.md.');
    assert.equal(doneMessage('Imported as', 'x.md', ['a']), 'Imported as x.md. 1 thing to look at.');
    assert.equal(doneMessage('Imported as', 'x.md', ['a', 'b']), 'Imported as x.md. 2 things to look at.');
  });

  it('finds a name beside the original', async () => {
    assert.equal(besideName('Report 1.2.docx', '.md'), 'Report 1.2.md');
    assert.equal(besideName('report', '.md'), 'report.md');
    const taken = new Set(['a.md', 'a-2.md', 'b']);
    const free = (name: string): Promise<string> => freeName(name, (candidate) => Promise.resolve(taken.has(candidate)));
    assert.equal(await free('c.md'), 'c.md');
    assert.equal(await free('a.md'), 'a-3.md');
    assert.equal(await free('b'), 'b-2');
  });
});
