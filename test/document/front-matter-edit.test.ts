import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDocument } from '../../src/document/index.js';
import { frontMatterEdits, halfGiven, type FrontMatterChanges } from '../../src/document/front-matter-edit.js';
import { tries } from '../fuzz.js';

/** The text after the edits; null when nothing can be said. */
function edited(text: string, changes: FrontMatterChanges): string | null {
  const edits = frontMatterEdits(openDocument(text), changes);
  if (!edits) return null;
  let result = '';
  let at = 0;
  for (const { start, end, text: by } of edits) {
    assert.ok(start >= at && end >= start);
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}

const CASES: readonly (readonly [what: string, before: string, changes: FrontMatterChanges, after: string])[] = [
  [
    'begins front matter where there is none',
    '# Title\n',
    { 'report.received': '2026-03-12', localArea: 'Exampleshire' },
    '---\nreport: { received: 2026-03-12 }\nlocalArea: Exampleshire\n---\n\n# Title\n',
  ],
  ['leaves a mark at the start of the file', '\uFEFF# T\n', { status: 'draft' }, '\uFEFF---\nstatus: draft\n---\n\n# T\n'],
  [
    'adds a key',
    '---\ndocument: strategic-plan\n---\n\n# T\n',
    { 'plan.review': '2027-04-22' },
    '---\ndocument: strategic-plan\nplan: { review: 2027-04-22 }\n---\n\n# T\n',
  ],
  [
    'adds to braces',
    '---\nreport: { received: 2026-03-12 }\n---\n',
    { 'report.published': '2026-03-26' },
    '---\nreport: { received: 2026-03-12, published: 2026-03-26 }\n---\n',
  ],
  [
    'changes a value in braces',
    '---\nreport: {received: 2026-03-12}  # ours\n---\n',
    { 'report.received': '2026-03-13' },
    '---\nreport: { received: 2026-03-13 }  # ours\n---\n',
  ],
  [
    'adds to lines, as deep as they are',
    '---\nreport:\n    received: 2026-03-12 # Thursday\nlocalArea: X\n---\n',
    { 'report.published': '2026-03-26', 'report.received': '2026-03-11' },
    '---\nreport:\n    received: 2026-03-11 # Thursday\n    published: 2026-03-26\nlocalArea: X\n---\n',
  ],
  [
    'fills a key that has no value',
    '---\nreport:\nstatus:\n---\n',
    { 'report.received': '2026-03-12', status: 'final' },
    '---\nreport: { received: 2026-03-12 }\nstatus: final\n---\n',
  ],
  [
    'takes the place of a line that shows how',
    '---\ndocument: strategic-plan\n# report: { received: 2026-03-12, published: 2026-03-26 }\n# plan: { published: 2026-04-22 }\n---\n\n# plan: no\n',
    { 'report.received': '2026-05-01' },
    '---\ndocument: strategic-plan\nreport: { received: 2026-05-01 }\n# plan: { published: 2026-04-22 }\n---\n\n# plan: no\n',
  ],
  [
    'takes a value out',
    '---\nreport: { received: 2026-03-12, published: 2026-03-26 }\nstatus: draft\n---\n',
    { 'report.published': null, status: null },
    '---\nreport: { received: 2026-03-12 }\n---\n',
  ],
  [
    'takes the last value out with its key',
    '---\nlocalArea: X\nreport:\n  received: 2026-03-12\n---\n',
    { 'report.received': null },
    '---\nlocalArea: X\n---\n',
  ],
  [
    'keeps the ends of lines',
    '---\r\nlocalArea: X\r\n---\r\n\r\n# T\r\n',
    { 'report.received': '2026-03-12' },
    '---\r\nlocalArea: X\r\nreport: { received: 2026-03-12 }\r\n---\r\n\r\n# T\r\n',
  ],
  [
    'quotes what YAML would read in another way',
    '---\n---\n# T',
    { localArea: 'yes: no', respondsTo: '../a b/[x].md' },
    '---\nlocalArea: "yes: no"\nrespondsTo: "../a b/[x].md"\n---\n# T',
  ],
  [
    'changes nothing that is said already',
    '---\nreport: {received: 2026-03-12}\n---\n',
    { 'report.received': '2026-03-12' },
    '---\nreport: {received: 2026-03-12}\n---\n',
  ],
  [
    'mends a value that is wrong',
    '---\nreport: { received: 12 March }\n---\n',
    { 'report.received': '2026-03-12' },
    '---\nreport: { received: 2026-03-12 }\n---\n',
  ],
];

describe('facts in front matter', () => {
  for (const [what, before, changes, after] of CASES) it(what, () => assert.equal(edited(before, changes), after));

  it('are not written where nobody can say where they belong', () => {
    assert.equal(edited('---\n- report\n- received: 2026-03-12\n---\n\n# T\n', { 'report.received': '2026-03-13' }), null);
  });

  it('say what was given, whatever stood there, or nothing is changed', () => {
    const value = fc.constantFrom('2026-03-12', '2026-03-26', null);
    const lines = fc.array(
      fc.constantFrom(
        'localArea: X',
        'report: { received: 2026-01-02 }',
        'report:',
        '  published: 2026-02-03',
        '# report: {}',
        'plan: {}',
        'status: draft',
        '  - x',
        '"report": 3',
        'done: [a]',
        '',
        'nonsense',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, value, value, fc.boolean(), (front, received, published, windows) => {
        const eol = windows ? '\r\n' : '\n';
        const text = ['---', ...front, '---', '', '# Title', ''].join(eol);
        const after = edited(text, { 'report.received': received, 'report.published': published });
        if (after === null) return;
        const { data } = openDocument(after).frontMatter;
        assert.equal(data.report?.received ?? null, received);
        assert.equal(data.report?.published ?? null, published);
        assert.ok(after.endsWith(`${eol}# Title${eol}`));
      }),
      tries('edits of front matter say what was given', 300),
    );
  });

  it('know which say nothing alone', () => {
    assert.deepEqual(halfGiven({ 'inspection.start': '2026-01-19', 'inspection.end': null }), ['inspection.end']);
    assert.deepEqual(halfGiven({ 'inspection.start': null, 'inspection.end': null, 'report.received': '2026-03-12' }), []);
  });
});
