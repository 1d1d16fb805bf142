import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText } from '../../src/check/index.js';
import { openDocument } from '../../src/document/index.js';
import { carryOver, commonEnds } from '../../src/vscode/documents/carry-over.js';
import { doneEdit } from '../../src/vscode/documents/done.js';

const apply = (text: string): string => {
  const edit = doneEdit(openDocument(text), 'publish-strategic-plan');
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
};

describe('marking a deadline as done', () => {
  const cases: [title: string, before: string, after: string][] = [
    ['without front matter', '# Report\n', '---\ndone: [publish-strategic-plan]\n---\n\n# Report\n'],
    ['with a byte-order mark', '\uFEFF# Report\n', '\uFEFF---\ndone: [publish-strategic-plan]\n---\n\n# Report\n'],
    ['with other keys', '---\nlocalArea: X\n---\n\n# R\n', '---\nlocalArea: X\ndone: [publish-strategic-plan]\n---\n\n# R\n'],
    ['with Windows line ends', '---\r\nlocalArea: X\r\n---\r\n', '---\r\nlocalArea: X\r\ndone: [publish-strategic-plan]\r\n---\r\n'],
    ['in a list', '---\ndone: [a]\n---\n', '---\ndone: [a, publish-strategic-plan]\n---\n'],
    ['in an empty list', '---\ndone: []\n---\n', '---\ndone: [publish-strategic-plan]\n---\n'],
    ['in a list with a comma at its end', '---\ndone: [a, ]\n---\n', '---\ndone: [a, publish-strategic-plan ]\n---\n'],
    [
      'in a list of lines',
      '---\ndone:\n  - a\n  - b\nlocalArea: X\n---\n',
      '---\ndone:\n  - a\n  - b\n  - publish-strategic-plan\nlocalArea: X\n---\n',
    ],
    ['in a list of lines at the margin', '---\ndone:\n- a\n---\n', '---\ndone:\n- a\n- publish-strategic-plan\n---\n'],
    ['with a key that has no value', '---\ndone:\nlocalArea: X\n---\n', '---\ndone: [publish-strategic-plan]\nlocalArea: X\n---\n'],
    ['that is there already', '---\ndone: [publish-strategic-plan]\n---\n', '---\ndone: [publish-strategic-plan]\n---\n'],
  ];
  for (const [title, before, after] of cases) {
    it(title, () => {
      assert.equal(apply(before), after);
      assert.ok(openDocument(apply(before)).frontMatter.data.done?.includes('publish-strategic-plan'));
      assert.equal(apply(apply(before)), apply(before));
    });
  }
});

describe('findings that wait for idle time', () => {
  const title = '# Area SEND inspection of Exampleshire Local Area Partnership\n\n';
  const comment = '<!-- area-send-disable-next-line placeholder -->';

  it('knows what two texts share', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, before, after, tail) => {
        const [a, b] = [head + before + tail, head + after + tail];
        const { start, end } = commonEnds(a, b);
        assert.equal(a.slice(0, start), b.slice(0, start));
        assert.equal(a.slice(a.length - end), b.slice(b.length - end));
        assert.ok(start + end <= Math.min(a.length, b.length));
      }),
    );
  });

  it('move along with their text, and go when it is touched', () => {
    const options = { today: '2026-11-23' };
    const previous = checkText(`${title}Text.\n\n${comment}\n\nMore.\n`, options);
    const before = previous.findings.filter(({ rule }) => rule === 'suppression');
    assert.equal(before.length, 1);
    const carried = (text: string): string[] => {
      const next = checkText(text, { ...options, skipIdle: true });
      return carryOver(previous, next).map(({ start, end }) => next.document.text.slice(start.offset, end.offset));
    };
    assert.deepEqual(carried(`${title}Text that grew\nby a line.\n\n${comment}\n\nMore.\n`), [comment]);
    assert.deepEqual(carried(`${title}Text.\n\n${comment}\n\nMuch more.\n`), [comment]);
    assert.deepEqual(carried(`${title}Text.\n\n${comment.replace('next', 'nxt')}\n\nMore.\n`), []);
    assert.deepEqual(carried(`${title}Text.\n\nMore.\n`), []);
  });
});
