import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDocument } from '../../src/document/index.js';
import { asMarkdown, dayLike, fieldEdits, plainDay, type EditableField, type FieldChange } from '../../src/tracker/field-edit.js';
import { tries } from '../fuzz.js';

const TITLE = '# Exampleshire SEND strategic plan\n\n';
const TABLE = `${TITLE}## Actions

| No. | Action | Lead | Body | Due date | Success measure | Baseline | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1.1 | Train **all** staff [here](x.md) | Head of SEND |Council| 31 March 2027 | 5 \\| 6 families<br>report | 3 | - |
| 1.2 | Train more people |  | | |
| 1.3 | Fund **a thing** by March 2027 | as above | ICB |  |  || On track |
`;
const BLOCKS = `${TITLE}## AFI1: waits

### Open a clinic

- **Who leads:** Head of *service*
- **By when:** March 2027
- **What we will see:**
- **Status:**

### Open a second clinic

- **Who leads:** Head of [another](x.md) service
- **By when:** 3/4/27
`;
const LIST = `${TITLE}## AFI1: waits

- [ ] Do a thing. Lead: Head of it; due: 3 May 2027; measure: ten
- [x] Do another. Lead: Head of it; due: ; measure: ten
`;

/** Sets one field, and shows the lines that differ. */
function set(text: string, ...changes: [index: number, field: EditableField, value: string][]): { lines: string[]; refused: string[] } {
  const document = openDocument(text, { path: 'plan.md' });
  const found = fieldEdits(
    document,
    changes.map(([index, field, value]): FieldChange => ({ index, field, value })),
  );
  const before = new Set(text.split(/\r?\n/));
  return {
    lines: found.text.split(/\r?\n/).filter((line) => !before.has(line)),
    refused: found.refused.map(({ problem }) => problem),
  };
}

describe('setting a field of an action', () => {
  const cases: readonly [what: string, text: string, change: [number, EditableField, string], line: string][] = [
    [
      'keeps the form of what stands around the changed words',
      TABLE,
      [0, 'text', 'Train most staff here'],
      '| 1.1 | Train **most** staff [here](x.md) | Head of SEND |Council| 31 March 2027 | 5 \\| 6 families<br>report | 3 | - |',
    ],
    [
      'changes the part of a value that stands in its own cell',
      LIST,
      [0, 'owner', 'Head of more'],
      '- [ ] Do a thing. Lead: Head of more; due: 3 May 2027; measure: ten',
    ],
    [
      'escapes what a table would take for its own',
      TABLE,
      [0, 'measure', '7 | 6 families report Baseline: 3.'],
      '| 1.1 | Train **all** staff [here](x.md) | Head of SEND |Council| 31 March 2027 | 7 \\| 6 families<br>report | 3 | - |',
    ],
    ['writes into an empty cell', TABLE, [1, 'due', 'May 2028'], '| 1.2 | Train more people |  | | May 2028 |'],
    [
      'writes over a dash',
      TABLE,
      [0, 'status', 'Done *now*'],
      '| 1.1 | Train **all** staff [here](x.md) | Head of SEND |Council| 31 March 2027 | 5 \\| 6 families<br>report | 3 | Done \\*now\\* |',
    ],
    ['writes behind an empty label', BLOCKS, [0, 'status', 'On track'], '- **Status:** On track'],
    ['keeps emphasis in a bullet', BLOCKS, [0, 'owner', 'New head of service'], '- **Who leads:** New head of *service*'],
    ['adds the bullet that an action lacks, as the plan writes it elsewhere', BLOCKS, [1, 'status', 'Complete'], '- **Status:** Complete'],
    ['replaces a numeric day', BLOCKS, [1, 'due', '04/05/27'], '- **By when:** 04/05/27'],
    ['ticks a box', LIST, [0, 'status', 'Complete'], '- [x] Do a thing. Lead: Head of it; due: 3 May 2027; measure: ten'],
    ['clears a tick', LIST, [1, 'status', 'Not started'], '- [ ] Do another. Lead: Head of it; due: ; measure: ten'],
    [
      'writes behind an empty inline label',
      LIST,
      [1, 'due', 'May 2028'],
      '- [x] Do another. Lead: Head of it; due: May 2028; measure: ten',
    ],
  ];
  for (const [what, text, change, line] of cases) {
    for (const [ends, eol] of [
      ['LF', '\n'],
      ['CR LF', '\r\n'],
    ] as const)
      it(`${what} (${ends})`, () => {
        const { lines, refused } = set(text.replace(/\n/g, eol), change);
        assert.deepEqual([lines, refused], [[line], []]);
      });
  }

  it('refuses what the plan has no place for, and says what to do', () => {
    for (const [text, change, problem] of [
      [TABLE, [1, 'status', 'Done'], /fewer cells/],
      [LIST, [0, 'status', 'Behind schedule'], /ticks what is done/],
      [TABLE.replace(/ Status \|/, ' Ward |').replace('On track', 'The north'), [2, 'status', 'Done'], /Add a column/],
      [TABLE, [0, 'text', ''], /cannot be empty/],
      [TABLE, [0, 'measure', 'Something else'], /more than one place/],
      [TABLE, [2, 'owner', 'Somebody'], /say something else besides|would not say so/],
    ] as const) {
      const { lines, refused } = set(text, [...change]);
      assert.deepEqual(lines, []);
      assert.match(refused.join(' '), problem);
    }
  });

  it('leaves a day alone that a heading gives to several actions', () => {
    const head = '# Exampleshire SEND strategic plan\n\n## By March 2027\n\n| Action | Lead | Status |\n| --- | --- | --- |\n';
    const rows = ['| Open a clinic | Head of Health | On track |\n', '| Train staff | Head of SEND | Delayed |\n'];
    const { lines, refused } = set(head + rows.join(''), [0, 'due', 'April 2027']);
    assert.deepEqual(lines, []);
    assert.match(refused.join(' '), /once for several actions/);
    assert.deepEqual(set(head + rows[0]!, [0, 'due', 'April 2027']), { lines: ['## April 2027'], refused: [] });
  });

  it('does not let a row that repeats the one above it say something new', () => {
    const { refused } = set(TABLE, [0, 'owner', 'Head of Inclusion, Council']);
    assert.equal(refused.length, 1);
  });

  it('makes several changes at once, and refuses only those that cannot be', () => {
    const document = openDocument(BLOCKS, { path: 'plan.md' });
    const found = fieldEdits(document, [
      { index: 0, field: 'status', value: 'On track' },
      { index: 0, field: 'due', value: 'April 2028' },
      { index: 1, field: 'measure', value: 'Forty' },
      { index: 7, field: 'measure', value: 'Forty' },
    ]);
    assert.equal(found.held.length, 2);
    assert.equal(found.refused.length, 1);
    assert.deepEqual(
      openDocument(found.text).facts.actions.map(({ status, dueDate }) => [status?.text ?? null, dueDate]),
      [
        ['On track', '2028-04-30'],
        [null, '2027-04-03'],
      ],
    );
  });

  it('makes any words be read as they are, or refuses them', () => {
    const piece = fc.constantFrom('a', 'b c', '*', '_x_', '`', '<b>', '&amp;', '|', '[x](y)', '\\', '~~', '#', '- ', '!', '2027', ':', 'Ω');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.constantFrom(0, 1), (pieces, at) => {
        const value = pieces.join('').replace(/\s+/g, ' ').trim();
        const text = at === 0 ? TABLE : BLOCKS;
        const document = openDocument(text, { path: 'plan.md' });
        const { held, text: after } = fieldEdits(document, [{ index: 0, field: 'status', value }]);
        const status = openDocument(after).facts.actions[0]!.status?.text ?? '';
        if (held.length > 0) assert.equal(status.replace(/\s+/g, ' '), value);
        else assert.equal(after, text);
      }),
      tries('any words in a field are read as they are', 60),
    );
  });
});

describe('days in the manner of a plan', () => {
  for (const [words, expected] of [
    [null, '3 May 2027'],
    ['31 March 2027', '3 May 2027'],
    ['31/03/2027', '03/05/2027'],
    ['1.4.27', '03.05.27'],
    ['2027-03-31', '2027-05-03'],
    ['31 Mar 2027', '3 May 2027'],
    ['Summer term 2027', '3 May 2027'],
  ] as const)
    it(`writes 2027-05-03 as ${expected} after ${words ?? 'nothing'}`, () => assert.equal(dayLike(words, '2027-05-03'), expected));
  it('shortens months where the plan does', () => assert.equal(dayLike('31 Mar 2027', '2027-09-03'), '3 Sep 2027'));
  for (const [text, expected] of [
    ['31/03/2027', '2027-03-31'],
    ['31 March 2027', '2027-03-31'],
    ['2027-03-31', '2027-03-31'],
    ['2027-03-31T00:00:00', '2027-03-31'],
    ['31st March 2027', '2027-03-31'],
    ['March 2027', null],
    ['Q4 2026/27', null],
    ['1 to 31 March 2027', null],
    ['soon', null],
    ['', null],
    ['30 February 2027', null],
  ] as const)
    it(`reads “${text}” as ${expected ?? 'no day'}`, () => assert.equal(plainDay(text), expected));
});

describe('plain words as Markdown', () => {
  it('escape nothing that would show anyway', () =>
    assert.equal(asMarkdown('Waits < 12 weeks, 5 * 3 [draft] & more_or_less', false), 'Waits < 12 weeks, 5 \\* 3 [draft] & more_or_less'));
});
