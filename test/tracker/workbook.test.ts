import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { maskOf } from '../../src/check/index.js';
import { ImportError, readWorkbook, writeWorkbook } from '../../src/convert/workbook/index.js';
import { openDocument } from '../../src/document/index.js';
import { readReturned, trackActions, trackerSheets, type Returned, type TableSheet } from '../../src/tracker/index.js';
import { areaSend, inFolder, ROOT } from '../cli/_run.js';

const TODAY = '2026-11-26';
const PLAN = `# Exampleshire SEND strategic plan

## Actions

| No. | Action | Lead | Due date | Success measure | Status |
| --- | --- | --- | --- | --- | --- |
| 1.1 | Train **all** staff | Head of SEND | 31/03/2027 | Waits fall to 12 weeks | On track |
| 1.2 | Open a clinic | Head of Health | March 2027 | 40 families are seen | Not started |
| 1.3 | =SUM of parts | @lead | Ongoing | | |
| 1.4 | Publish a guide | Comms lead | 1 June 2026 | It is read | Complete |
`;
const OTHER = `# Exampleshire priority action plan

## AFI1: waits

- **What we will do:** Write a charter
- **Who leads:** Participation lead
- **By when:** May 2027
- **What we will see:** It is signed
- **Status:** Not started
`;
const plans = (one = PLAN, other = OTHER) =>
  [openDocument(one, { path: 'plans/a.md' }), openDocument(other, { path: 'plans/b.md' })].map((document) => ({
    document,
    mask: maskOf(document),
  }));

type Rows = (TableSheet['rows'][number][number] | undefined)[][];
const sheetsOf = (one = PLAN): { columns: TableSheet['columns']; rows: Rows; all: TableSheet[] } => {
  const [shown, record] = trackerSheets(
    trackActions(
      plans(one).map(({ document }) => document),
      TODAY,
    ),
  );
  return { columns: shown!.columns, rows: shown!.rows.map((row) => [...row]), all: [shown!, record!] };
};
const wordsIn = (cell: Rows[number][number]): string => (typeof cell === 'string' ? cell : '');
const bytesOf = (sheets: readonly TableSheet[]): Promise<Uint8Array> => writeWorkbook(sheets, { title: 'Actions', today: TODAY });

/** Sends the tracker out, changes it as a person would, and reads what comes back. */
async function sent(
  change: (rows: Rows, at: (title: string) => number, row: (words: string) => Rows[number]) => Rows | void,
  {
    now = plans(),
    xml = (text) => text,
    withRecord = true,
  }: { now?: ReturnType<typeof plans>; xml?: (text: string) => string; withRecord?: boolean } = {},
): Promise<Returned> {
  const { columns, rows, all } = sheetsOf();
  const at = (title: string): number => columns.findIndex((column) => column.title === title);
  const row = (words: string): Rows[number] => rows.find((cells) => wordsIn(cells[at('Action')]).includes(words))!;
  const changed = change(rows, at, row) ?? rows;
  const written = await bytesOf([{ ...all[0]!, rows: changed as TableSheet['rows'] }, ...(withRecord ? [all[1]!] : [])]);
  const files = unzipSync(written);
  files['xl/worksheets/sheet1.xml'] = strToU8(xml(strFromU8(files['xl/worksheets/sheet1.xml']!)));
  return readReturned(readWorkbook(zipSync(files), 'actions.xlsx').sheets, now, TODAY);
}

const linesOf = ({ plans: edited }: Returned): string[] =>
  edited.flatMap(({ document, text }) => {
    const before = new Set(document.text.split('\n'));
    return text.split('\n').filter((line) => !before.has(line));
  });

describe('a workbook of actions', () => {
  it('is a real table: header, frozen, days, a list for the status, a landscape page, no formula', async () => {
    const files = unzipSync(await bytesOf(sheetsOf().all));
    const text = (name: string): string => strFromU8(files[name]!);
    const sheet = text('xl/worksheets/sheet1.xml');
    assert.match(sheet, /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    assert.match(sheet, /<dataValidation [^>]*type="list"/);
    assert.match(sheet, /Not started,In progress,Behind schedule,Complete,On track/);
    assert.match(sheet, /orientation="landscape"/);
    assert.doesNotMatch(sheet, /<f[ >]/);
    assert.match(text('xl/tables/table1.xml'), /<autoFilter ref="A1:L6"/);
    assert.match(text('xl/styles.xml'), /formatCode="d mmmm yyyy"/);
    assert.match(text('xl/workbook.xml'), /name="As written"[^>]*state="hidden"/);
    const { sheets } = readWorkbook(await bytesOf(sheetsOf().all), 'a.xlsx');
    const rows = [...sheets[0]!.rows.values()].map((cells) => [...cells.values()]);
    assert.deepEqual(
      rows
        .flat()
        .flatMap(({ day }) => (day === null ? [] : [day]))
        .sort(),
      ['2026-06-01', '2027-03-31', '2027-03-31', '2027-05-31'],
    );
    assert.deepEqual(await bytesOf(sheetsOf().all), await bytesOf(sheetsOf().all));
  });

  it('comes back without an edit and changes nothing, in another order as well', async () => {
    for (const change of [() => undefined, (rows: Rows) => [...rows].reverse()]) {
      const found = await sent(change);
      assert.deepEqual([found.plans, found.changes, found.told], [[], [], []]);
    }
  });

  it('brings changed cells home, each into its own plan, in the manner of the plan', async () => {
    const found = await sent((rows, at, row) => {
      row('Train')[at('Due')] = { day: '2027-04-30' };
      row('Train')[at('Status')] = 'Complete';
      row('Open')[at('Owner')] = 'Head of Therapies';
      row('=SUM')[at('Success measure')] = '5 | 6';
      row('=SUM')[at('Due as written')] = 'Summer term 2027';
      row('charter')[at('Action')] = 'Write a charter with families';
      row('charter')[at('Due')] = { day: '2027-06-30' };
      return [...rows].reverse();
    });
    assert.deepEqual(found.told, []);
    assert.equal(found.changes.length, 7);
    assert.deepEqual(linesOf(found).sort(), [
      '- **By when:** 30 June 2027',
      '- **What we will do:** Write a charter with families',
      '| 1.1 | Train **all** staff | Head of SEND | 30/04/2027 | Waits fall to 12 weeks | Complete |',
      '| 1.2 | Open a clinic | Head of Therapies | March 2027 | 40 families are seen | Not started |',
      '| 1.3 | =SUM of parts | @lead | Summer term 2027 | 5 \\| 6 | |',
    ]);
  });

  it('reads days that are words, and tells those that are none', async () => {
    const found = await sent((_, at, row) => {
      row('Train')[at('Due')] = '30/04/2027';
      row('Open')[at('Due')] = 'next week';
    });
    assert.deepEqual(linesOf(found), ['| 1.1 | Train **all** staff | Head of SEND | 30/04/2027 | Waits fall to 12 weeks | On track |']);
    assert.match(found.told.join('\n'), /Actions, row \d: “next week” is no day/);
  });

  it('does not undo what the plan has said since, and tells where both changed', async () => {
    const now = plans(PLAN.replace('Head of SEND |', 'Head of Inclusion |').replace('Comms lead', 'Web editor'));
    const found = await sent(
      (_, at, row) => {
        row('Publish')[at('Owner')] = 'Press office';
        row('Train')[at('Status')] = 'Complete';
      },
      { now },
    );
    assert.deepEqual(linesOf(found), [
      '| 1.1 | Train **all** staff | Head of Inclusion | 31/03/2027 | Waits fall to 12 weeks | Complete |',
    ]);
    assert.match(found.told.join('\n'), /changed here to “Press office” and in plans\/a\.md to “Web editor”/);
  });

  it('follows actions that were moved or renumbered in the plan meanwhile', async () => {
    const lines = PLAN.split('\n');
    const moved = [
      ...lines.slice(0, 6),
      lines[8]!,
      '| 1.0 | Something new | Me | May 2027 | x | |',
      lines[6]!,
      lines[7]!,
      lines[9]!,
      '',
    ].join('\n');
    const found = await sent(
      (_, at, row) => {
        row('Open')[at('Status')] = 'Complete';
      },
      { now: plans(moved) },
    );
    assert.deepEqual(found.told, []);
    assert.deepEqual(linesOf(found), ['| 1.2 | Open a clinic | Head of Health | March 2027 | 40 families are seen | Complete |']);
  });

  it('tells rows that are gone, new, twice, or of a plan that was not given', async () => {
    const found = await sent((rows, at, row) => {
      const added = row('Train').map(() => null) as Rows[number];
      added[at('Action')] = 'An idea of mine';
      const twice = [...row('Open')];
      twice[at('Status')] = 'Complete';
      return [...rows.filter((cells) => !wordsIn(cells[at('Action')]).includes('Publish')), added, twice];
    });
    const told = found.told.join('\n');
    assert.match(told, /“An idea of mine” is no action of these plans/);
    assert.match(told, /“Open a clinic” is there twice/);
    assert.match(told, /1 row of the tracker is gone: 1\.4 \(plans\/a\.md\)/);
    assert.deepEqual(found.changes, []);
    const one = await sent(() => undefined, { now: plans().slice(0, 1) });
    assert.match(one.told.join('\n'), /plans\/b\.md is not among those that were given/);
  });

  it('takes a second row of titles, a line above the table and further columns for what they are', async () => {
    const { columns, rows, all } = sheetsOf();
    const titles = columns.map(({ title }) => title);
    const at = titles.indexOf('Status');
    rows[0]![at] = 'Complete';
    const wide = rows.map((cells) => [...cells, 'mine']);
    const sheet = {
      ...all[0]!,
      columns: [...columns.map(({ width }, index) => ({ title: index === 0 ? 'SEND board tracker' : '', width })), { title: '', width: 9 }],
      rows: [[...titles, 'Comments'], [...titles, 'Comments'], ...wide] as TableSheet['rows'],
      isHidden: false,
    };
    // A table needs titles of its own, so this one is a bare sheet.
    const read = readWorkbook(await bytesOf([{ ...sheet, name: 'Hidden', isHidden: true }, all[1]!]), 'a.xlsx').sheets.map((one, index) =>
      index === 0 ? { ...one, isHidden: false, name: 'Board' } : one,
    );
    const found = readReturned(read, plans(), TODAY);
    assert.equal(found.changes.length, 1);
    assert.match(found.told.join('\n'), /that the tracker does not have stayed in the workbook: “Comments”/);
  });

  it('leaves merged cells alone and tells them', async () => {
    const found = await sent(
      (_, at, row) => {
        row('Train')[at('Owner')] = 'One for all';
      },
      { xml: (text) => text.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="E2:E6"/></mergeCells>') },
    );
    assert.match(found.told.join('\n'), /merged with another/);
    assert.ok(found.changes.every(({ to }) => to !== ''));
  });

  it('does without its record, and without its key, as far as words tell', async () => {
    const found = await sent(
      (rows, at, row) => {
        row('Open')[at('Status')] = 'Complete';
        for (const cells of rows) cells[at('Key')] = null;
      },
      { withRecord: false },
    );
    assert.deepEqual(linesOf(found), ['| 1.2 | Open a clinic | Head of Health | March 2027 | 40 families are seen | Complete |']);
    assert.match(found.told.join('\n'), /does not keep what it said/);
    const keyless = await sent((rows, at, row) => {
      row('Open')[at('Status')] = 'Complete';
      for (const cells of rows) cells[at('Key')] = null;
    });
    assert.equal(keyless.changes.length, 1);
    assert.deepEqual(keyless.told, []);
  });

  it('never brings home what hides somebody’s data', async () => {
    const secret = PLAN.replace('Open a clinic', 'Ring 07700 900461 about a clinic');
    const { columns, rows, all } = sheetsOf(secret);
    const [{ document, mask }] = plans(secret) as [ReturnType<typeof plans>[number]];
    const at = columns.findIndex(({ title }) => title === 'Action');
    const masked = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? mask(cell) : cell)));
    const record = all[1]!.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? mask(cell) : cell)));
    const row = masked.find((cells) => wordsIn(cells[at]).includes('clinic'))!;
    row[at] = `${wordsIn(row[at])} soon`;
    const bytes = await bytesOf([
      { ...all[0]!, rows: masked as TableSheet['rows'] },
      { ...all[1]!, rows: record },
    ]);
    const found = readReturned(readWorkbook(bytes, 'a.xlsx').sheets, [{ document, mask }, plans()[1]!], TODAY);
    assert.deepEqual(found.plans, []);
    assert.match(found.told.join('\n'), /hidden here in part/);
  });

  it('reads 20,000 rows, and tells those that are no actions: the first by themselves, the others by where they stand', async () => {
    const found = await sent((rows) => [
      ...rows,
      ...Array.from({ length: 20_000 }, (_, index) => rows[0]!.map((_cell, column) => (column === 2 ? `Row ${index}` : null))),
    ]);
    assert.equal(found.told.length, 51);
    assert.match(found.told.at(-1)!, /^19950 more rows like these were left alone and stay in the workbook: Actions, rows 57 to 20006\.$/);
    assert.deepEqual(found.changes, []);
  });

  it('is refused where it is no workbook, or no tracker', async () => {
    assert.throws(() => readWorkbook(strToU8('PK nothing'), 'a.xlsx'), ImportError);
    assert.throws(() => readWorkbook(strToU8('# A plan'), 'a.md'), ImportError);
    const bytes = await bytesOf([
      {
        name: 'Costs',
        isHidden: false,
        columns: [
          { title: 'Item', width: 9 },
          { title: 'Pounds', width: 9 },
        ],
        rows: [['Tea', '3']],
      },
    ]);
    const found = readReturned(readWorkbook(bytes, 'a.xlsx').sheets, plans(), TODAY);
    assert.match(found.told.join('\n'), /No sheet of this workbook is a tracker/);
  });

  it('has its macros left out, and says so', async () => {
    const files = unzipSync(await bytesOf(sheetsOf().all));
    files['xl/vbaProject.bin'] = strToU8('macro');
    assert.equal(readWorkbook(zipSync(files), 'a.xlsm').hasMacros, true);
  });
});

describe('area-send actions with a workbook', () => {
  it('shows a diff first, writes when asked, and leaves every other byte alone', () =>
    inFolder({ 'a.md': `\uFEFF${PLAN.replace(/\n/g, '\r\n')}`, 'b.md': OTHER }, async (folder) => {
      const before = readFileSync(join(folder, 'a.md'));
      const out = await areaSend(folder, 'actions', '--format', 'xlsx', '--out', 't.xlsx', '--today', TODAY);
      assert.deepEqual([out.status, out.err], [0, '']);
      assert.equal((await areaSend(folder, 'actions', '--format', 'xlsx', '--out', 't.xlsx')).status, 2);
      const same = await areaSend(folder, 'actions', '--from', 't.xlsx', '--write');
      assert.match(same.out, /^Nothing was changed/);
      assert.deepEqual(readFileSync(join(folder, 'a.md')), before);
      const files = unzipSync(new Uint8Array(readFileSync(join(folder, 't.xlsx'))));
      files['xl/sharedStrings.xml'] = strToU8(strFromU8(files['xl/sharedStrings.xml']!).replace('>Head of Health<', '>Head of Therapies<'));
      // The record shares its strings with the table, so it gets one of its own.
      files['xl/worksheets/sheet2.xml'] = strToU8(
        strFromU8(files['xl/worksheets/sheet2.xml']!).replace(
          /<c r="(E\d+)" t="s"( s="\d+")?><v>(\d+)<\/v><\/c>/g,
          (cell, reference: string, style: string | undefined, index: string) =>
            sharedAt(files, Number(index)) === 'Head of Therapies'
              ? `<c r="${reference}" t="inlineStr"${style ?? ''}><is><t>Head of Health</t></is></c>`
              : cell,
        ),
      );
      writeFileSync(join(folder, 't.xlsx'), zipSync(files));
      const shown = await areaSend(folder, 'actions', '--from', 't.xlsx');
      assert.match(shown.out, /^\+\| 1\.2 \| Open a clinic \| Head of Therapies/m);
      assert.match(shown.out, /1 change would be made/);
      assert.deepEqual(readFileSync(join(folder, 'a.md')), before);
      const made = await areaSend(folder, 'actions', '--from', 't.xlsx', '--write');
      assert.match(made.out, /1 change made/);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), before.toString('utf8').replace('Head of Health', 'Head of Therapies'));
      const missing = await areaSend(folder, 'actions', '--from', 'none.xlsx');
      assert.deepEqual([missing.status, missing.err], [2, 'area-send: none.xlsx: there is no such file; check the name of the workbook\n']);
    }));
});

const sharedAt = (files: Readonly<Record<string, Uint8Array>>, index: number): string | undefined =>
  [...strFromU8(files['xl/sharedStrings.xml']!).matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)][index]?.[1];

const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find((path) => existsSync(path));

describe('a workbook of actions in LibreOffice', function () {
  this.timeout(180_000);
  let folder: string;
  before(function () {
    if (!OFFICE) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'area-send-'));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  const convert = (file: string, format: string, out: string): void => {
    execFileSync(
      OFFICE!,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        join(folder, out),
        join(folder, file),
      ],
      { stdio: 'ignore', timeout: 150_000 },
    );
  };

  it('is opened, saved there and comes back without a change; what is edited there comes home', async () => {
    const [plan, own] = ['examples/plans/thornmere-priority-action-plan-2026.md', 'a.md'];
    const text = readFileSync(join(ROOT, plan), 'utf8');
    writeFileSync(join(folder, 'thornmere.md'), text);
    writeFileSync(join(folder, own), PLAN);
    await areaSend(folder, 'actions', 'thornmere.md', own, '--format', 'xlsx', '--out', 'tracker.xlsx', '--today', TODAY);
    convert('tracker.xlsx', 'xlsx', 'saved');
    const same = await areaSend(folder, 'actions', 'thornmere.md', own, '--from', 'saved/tracker.xlsx', '--write');
    assert.equal(same.out, 'Nothing was changed in the workbook that the plans do not say.\n');
    assert.equal(readFileSync(join(folder, 'thornmere.md'), 'utf8'), text);
    assert.equal(readFileSync(join(folder, own), 'utf8'), PLAN);
    // LibreOffice's own flat format holds the cells as text: the edit is made in the visible sheet, and LibreOffice saves it as a workbook.
    convert('tracker.xlsx', 'fods', 'flat');
    const flat = readFileSync(join(folder, 'flat', 'tracker.fods'), 'utf8');
    const end = flat.indexOf('</table:table>', flat.indexOf('table:name="Actions"'));
    const visible = flat
      .slice(0, end)
      .replace(/office:date-value="2026-06-01"/, 'office:date-value="2026-07-31"')
      .replace(
        /<text:p>Head of Health<\/text:p>(.*?)<text:p>Not started<\/text:p>/s,
        '<text:p>Head of Therapies</text:p>$1<text:p>Complete</text:p>',
      );
    writeFileSync(join(folder, 'flat', 'tracker.fods'), visible + flat.slice(end));
    convert('flat/tracker.fods', 'xlsx', 'edited');
    const shown = await areaSend(folder, 'actions', 'thornmere.md', own, '--from', 'edited/tracker.xlsx', '--write');
    assert.equal(shown.err, '');
    assert.match(shown.out, /3 changes made\.\n$/);
    assert.equal(
      readFileSync(join(folder, own), 'utf8'),
      PLAN.replace(
        '| Head of Health | March 2027 | 40 families are seen | Not started |',
        '| Head of Therapies | March 2027 | 40 families are seen | Complete |',
      ).replace('1 June 2026', '31 July 2026'),
    );
    assert.equal(readFileSync(join(folder, 'thornmere.md'), 'utf8'), text);
  });
});
