import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { maskOf } from '../../src/check/index.js';
import { readWorkbook } from '../../src/convert/workbook/index.js';
import { openDocument } from '../../src/document/index.js';
import { readReturned, type Returned } from '../../src/tracker/index.js';

/*
 * Trackers that other programs and hands have made, with all that goes wrong in them: what is certain comes home, and the rest is told.
 */

const TODAY = '2026-11-26';
const PLAN = `# Exampleshire SEND strategic plan

## Actions

| No. | Action | Lead | Due date | Success measure | Status |
| --- | --- | --- | --- | --- | --- |
| 1.1 | Train all staff | Head of SEND | 31/03/2027 | Waits fall to 12 weeks | On track |
| 1.2 | Open a clinic | Head of Health | March 2027 | 40 families are seen | Not started |
| 1.3 | Publish a guide | Comms lead | 1 June 2026 | 90 | Complete |
`;
const OTHER = PLAN.replace(/Exampleshire SEND strategic plan/, 'Exampleshire SEND priority action plan')
  .replace('Train all staff', 'Mend the dashboard')
  .replace('Open a clinic', 'Hold a conference')
  .replace('Publish a guide', 'Hire nurses');

type Cell = string | number | null | { readonly xml: string };
/** Days since 1900 as Excel counts them, in a style for days. */
const day = (count: number): Cell => ({ xml: `s="1"><v>${count}</v>` });
const error = (name: string): Cell => ({ xml: `t="e"><v>${name}</v>` });
const formula = (text: string, value?: string): Cell => ({
  xml: value === undefined ? `><f>${text}</f>` : `t="str"><f>${text}</f><v>${value}</v>`,
});
const [MARCH, JUNE] = [46477, 46174];

const HEADS: readonly Cell[] = ['Id', 'Action', 'Owner', 'Due', 'Success measure', 'Status'];
const ROWS: readonly (readonly Cell[])[] = [
  ['1.1', 'Train all staff', 'Head of SEND', day(MARCH), 'Waits fall to 12 weeks', 'On track'],
  ['1.2', 'Open a clinic', 'Head of Health', 'March 2027', '40 families are seen', 'Not started'],
  ['1.3', 'Publish a guide', 'Comms lead', day(JUNE), 90, 'Complete'],
];
/** The rows with some cells in place of theirs: “row column” from 0. */
const rowsWith = (cells: Readonly<Record<string, Cell>>): Cell[][] =>
  ROWS.map((row, at) => row.map((cell, column) => (`${at} ${column}` in cells ? cells[`${at} ${column}`]! : cell)));

interface OtherSheet {
  readonly name?: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly string[];
  /** Elements before the cells, such as hidden columns. */
  readonly before?: string;
  readonly hiddenRow?: number;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
function sheetXml({ rows, merges = [], before = '', hiddenRow = -1 }: OtherSheet): string {
  const cell = (value: Cell, at: string): string =>
    value === null
      ? ''
      : typeof value === 'string'
        ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
        : typeof value === 'number'
          ? `<c r="${at}"><v>${value}</v></c>`
          : `<c r="${at}" ${value.xml}</c>`;
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}"${row === hiddenRow ? ' hidden="1"' : ''}>${cells.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`,
  );
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}<sheetData>${lines.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

/** A workbook by hand, with no more in it than there must be. */
function bookOf(sheets: readonly OtherSheet[], from1904 = false): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}">${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.map(({ name = 'Sheet' }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('rId90', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)));
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const plansOf = (...texts: readonly string[]) =>
  texts.map((text, index) => {
    const document = openDocument(text, { path: `${'ab'[index]!}.md` });
    return { document, mask: maskOf(document) };
  });
const returned = (sheets: readonly OtherSheet[], plans = plansOf(PLAN), from1904 = false): Returned =>
  readReturned(readWorkbook(bookOf(sheets, from1904), 'tracker.xlsx').sheets, plans, TODAY);
const changesOf = ({ changes }: Returned): string[] => changes.map(({ path, id, field, to }) => `${path} ${id} ${field}: ${to}`);

const COMPLETE = ['a.md 1.1 status: Complete'];
const complete = rowsWith({ '0 5': 'Complete' });

const CASES: Readonly<Record<string, readonly [sheets: readonly OtherSheet[], changes: readonly string[], told: readonly RegExp[]]>> = {
  'without a change': [[{ rows: [HEADS, ...ROWS] }], [], []],
  'with columns renamed and in another order': [
    [
      {
        rows: [
          ['RAG', 'Lead', 'Task', 'Ref', 'Finish by'],
          ...complete.map(([id, text, owner, due, , status]) => [status!, owner!, text!, id!, due!]),
        ],
      },
    ],
    COMPLETE,
    [],
  ],
  'with two rows of titles, merged': [
    [
      {
        rows: [
          ['SEND tracker'],
          [null, 'What', null, 'When'],
          ['No', 'What we will do', 'Lead officer', 'Deadline', 'KPI', 'RAG'],
          ...complete,
        ],
        merges: ['A1:F1', 'B2:C2'],
      },
    ],
    COMPLETE,
    [],
  ],
  'with owners merged over two rows': [
    [{ rows: [HEADS, ...rowsWith({ '0 5': 'Complete', '1 2': null })], merges: ['C2:C3'] }],
    COMPLETE,
    [/row 3: The cell for the owner is merged with another/],
  ],
  'with days as text': [
    [{ rows: [HEADS, ...rowsWith({ '0 3': '30.04.2027', '1 3': '2027-05-01', '2 3': '13/25/2027' })] }],
    ['a.md 1.1 due: 30/04/2027', 'a.md 1.2 due: 1 May 2027'],
    [/row 4: “13\/25\/2027” is no day that can be read/],
  ],
  'with formulas in place of values': [
    [{ rows: [HEADS, ...rowsWith({ '0 2': formula('"Head of "&amp;"Care"', 'Head of Care'), '1 5': formula('A1') })] }],
    ['a.md 1.1 owner: Head of Care'],
    [/row 3: The cell for the status holds a formula that no program has worked out/],
  ],
  'with errors': [
    [{ rows: [HEADS, ...rowsWith({ '0 2': error('#REF!'), '1 1': error('#NAME?'), '2 3': error('#VALUE!') })] }],
    [],
    [
      /row 2: The cell for the owner holds the error #REF!/,
      /row 3: The cell for the action holds/,
      /row 4: The cell for the due date holds/,
    ],
  ],
  'with numbers as text and text as numbers': [[{ rows: [HEADS, ...rowsWith({ '0 0': 1.1, '2 4': '90' })] }], [], []],
  'with other sheets before it': [
    [
      { name: 'Notes', rows: [['Hello'], ['Who asked?']] },
      {
        name: 'Risks',
        rows: [
          ['Risk', 'Owner', 'Status'],
          ['Rain', 'Me', 'Open'],
        ],
      },
      { name: 'Tracker', rows: [HEADS, ...complete] },
    ],
    COMPLETE,
    [/sheet “Notes” has no row that names the columns/, /sheet “Risks” has no row/],
  ],
  'with a hidden column, a hidden row and a filter': [
    [
      {
        rows: [HEADS, ...rowsWith({ '0 5': 'Complete', '1 2': 'Head of Therapies' })],
        before: '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
        hiddenRow: 1,
      },
    ],
    [...COMPLETE, 'a.md 1.2 owner: Head of Therapies'],
    [],
  ],
  'with rows moved, blank rows and a total': [
    [{ rows: [HEADS, [], complete[2]!, complete[0]!, [], complete[1]!, ['Total', 3]] }],
    COMPLETE,
    [/row 7: “3” is no action of these plans/],
  ],
  'with one number twice': [[{ rows: [HEADS, ...rowsWith({ '0 5': 'Complete', '1 0': '1.1' })] }], COMPLETE, []],
  'with spaces and lines in its cells': [
    [{ rows: [HEADS, ...rowsWith({ '0 1': ' Train all\nstaff ', '1 2': 'Head\u00a0of Health' })] }],
    [],
    [],
  ],
  'with days that have lost their format': [
    [{ rows: [HEADS, ...rowsWith({ '0 3': MARCH, '1 3': JUNE + 365, '2 3': JUNE + 30 })] }],
    ['a.md 1.2 due: 1 June 2027', 'a.md 1.3 due: 1 July 2026'],
    [],
  ],
  'with titles over two rows, some merged': [
    [
      {
        rows: [['Ref', 'Action', 'Who', null, 'How we will know', 'Progress'], [null, null, 'Lead', 'Deadline', null, 'RAG'], ...complete],
        merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
      },
    ],
    COMPLETE,
    [],
  ],
  'with titles whose words stand in two rows': [
    [
      {
        rows: [
          ['Ref', 'What we', 'Responsible', 'Due', 'Success', 'RAG'],
          ['', 'will do', 'officer', 'date', 'measure', 'status'],
          ...complete,
        ],
      },
    ],
    COMPLETE,
    [],
  ],
  'with titles on two lines of their cells': [
    [{ rows: [['Ref\nno.', 'Action\n(what)', 'Lead\nofficer', 'Due\ndate', 'Success\nmeasure', 'RAG\nstatus'], ...complete] }],
    COMPLETE,
    [],
  ],
  'with titles again on each page, sorted by status, and a row gone': [
    [{ rows: [HEADS, complete[2]!, HEADS, complete[0]!] }],
    COMPLETE,
    [],
  ],
  'with an action merged over two rows': [
    [
      {
        rows: [HEADS, complete[0]!, [null, null, 'Head of Care', null, null, 'Complete'], ...complete.slice(1)],
        merges: ['A2:A3', 'B2:B3'],
      },
    ],
    COMPLETE,
    [/row 3: This row has no action and no number/],
  ],
  'of another plan with the same numbers': [
    [{ rows: [HEADS, ['1.1', 'Mend the roof', 'Estates', 'May 2027', 'Dry', 'Complete']] }],
    [],
    [/row 2: “Mend the roof” is not what a\.md says under 1\.1, which is “Train all staff”, so this row was left alone/],
  ],
};

describe('a tracker that other hands have made', () => {
  for (const [what, [sheets, changes, told]] of Object.entries(CASES))
    it(`${what}: what is certain comes home, and the rest is told`, () => {
      const found = returned(sheets);
      assert.deepEqual(changesOf(found), changes);
      const [record, ...rest] = [...found.told].sort((a, b) => Number(b.startsWith('The workbook')) - Number(a.startsWith('The workbook')));
      assert.match(record!, /^The workbook does not keep what it said when it was written/);
      assert.equal(rest.length, told.length, rest.join('\n'));
      for (const pattern of told) assert.match(rest.join('\n'), pattern);
    });

  it('counts days from 1904 where the workbook does', () => {
    const rows = rowsWith({ '0 3': day(MARCH - 1462), '2 3': day(JUNE - 1462 + 30) });
    assert.deepEqual(changesOf(returned([{ rows: [HEADS, ...rows] }], plansOf(PLAN), true)), ['a.md 1.3 due: 1 July 2026']);
  });

  it('knows two plans with the same numbers apart by the column for the plan, else by the words', () => {
    const plans = plansOf(PLAN, OTHER);
    const rows = rowsWith({ '0 1': 'Mend the dashboard', '0 5': 'Complete' }).slice(0, 1);
    const named = returned([{ rows: [[...HEADS, 'Plan'], ...rows.map((row) => [...row, 'b.md'])] }], plans);
    assert.deepEqual(changesOf(named), ['b.md 1.1 status: Complete']);
    assert.deepEqual(changesOf(returned([{ rows: [HEADS, ...rows] }], plans)), ['b.md 1.1 status: Complete']);
    const both = returned([{ rows: [HEADS, ...rows] }], plansOf(OTHER, OTHER));
    assert.deepEqual(changesOf(both), []);
    assert.match(both.told.join('\n'), /“Mend the dashboard” may be of more than one of these plans; name the plan in a column “Plan”/);
  });
});
