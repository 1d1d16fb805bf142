/*
 * What becomes of plans whose actions go out as a workbook and come back: `npm run workbook-round-trip -- FOLDER… [--libreoffice] [--show]`.
 * Without an edit no byte of a plan may change. With --libreoffice, LibreOffice opens and saves the workbook in between; then cells that are
 * chosen by chance are edited in its own format and saved by it: each must come home or be told with its row, and nothing else may change.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { maskDeep, maskOf } from '../src/check/index.js';
import { readWorkbook, writeWorkbook } from '../src/convert/workbook/index.js';
import { openDocument } from '../src/document/index.js';
import { isPlanKind } from '../src/framework/types.js';
import { readReturned, trackActions, trackerSheets, type Returned, type ReturnedPlan, type SheetValue } from '../src/tracker/index.js';
import { collapsed } from '../src/text/words.js';
import { given, savedByOffice } from './_office.js';

const { paths: folders, has } = given('workbook-round-trip -- FOLDER… [--libreoffice] [--show]');
const show = has('--show');
const libreOffice = has('--libreoffice');

const TODAY = '2026-11-23';
const EDITS = 150;
const scratch = mkdtempSync(join(tmpdir(), 'area-send-workbook-'));

const plans: readonly ReturnedPlan[] = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((path) => path.endsWith('.md'))
  .map((path) => openDocument(readFileSync(path, 'utf8'), { path: relative('.', path) }))
  .filter(({ kind, facts }) => kind !== null && (isPlanKind(kind) || kind === 'engagement-meeting-note') && facts.actions.length > 0)
  .map((document) => ({ document, mask: maskOf(document) }));

const sheetsOf = (of: readonly ReturnedPlan[]) => {
  const masks = new Map(of.map(({ document, mask }) => [document.path!, mask]));
  const actions = trackActions(
    of.map(({ document }) => document),
    TODAY,
  );
  return trackerSheets(actions.map((action) => maskDeep(action, masks.get(action.path)!)));
};
const bytesOf = (of: readonly ReturnedPlan[]): Promise<Uint8Array> => writeWorkbook(sheetsOf(of), { title: 'Actions', today: TODAY });
const home = (bytes: Uint8Array, of: readonly ReturnedPlan[]): Returned => readReturned(readWorkbook(bytes, 'a.xlsx').sheets, of, TODAY);

function list(title: string, lines: readonly string[]): void {
  if (show) for (const line of lines) console.log(`    ${title}: ${line}`);
}

const office = (file: string, format: string, out: string): Uint8Array => {
  savedByOffice(scratch, format, join(scratch, out), [file]);
  return new Uint8Array(readFileSync(join(scratch, out, `${basename(file).replace(/\.\w+$/, '')}.${format}`)));
};
const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Sets cells in LibreOffice's own flat format, in which a run of like cells is written once. */
function setCells(flat: string, edits: readonly Edit[], columnOf: (title: string) => number): string {
  const from = flat.indexOf('<table:table table:name="Actions"');
  const to = flat.indexOf('</table:table>', from);
  let row = -1;
  const table = flat.slice(from, to).replace(/(<table:table-row\b[^>]*>)(.*?)<\/table:table-row>/gs, (_, open: string, inner: string) => {
    row += Number(/number-rows-repeated="(\d+)"/.exec(open)?.[1] ?? 1);
    const here = edits.filter((edit) => edit.row === row);
    if (here.length === 0) return `${open}${inner}</table:table-row>`;
    const cells = [...inner.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>.*?<\/table:table-cell>)/gs)].flatMap(([cell, attributes]) => {
      const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes!)?.[1] ?? 1);
      return Array.from({ length: Math.min(times, 40) }, () => cell.replace(/ table:number-columns-repeated="\d+"/, ''));
    });
    for (const { title, value } of here) {
      const style = / table:style-name="[^"]*"/.exec(cells[columnOf(title)]!)?.[0] ?? '';
      cells[columnOf(title)] =
        title === 'Due'
          ? `<table:table-cell${style} office:value-type="date" office:date-value="${value}"><text:p>${value}</text:p></table:table-cell>`
          : `<table:table-cell${style} office:value-type="string"><text:p>${xml(value)}</text:p></table:table-cell>`;
    }
    return `${open}${cells.join('')}</table:table-row>`;
  });
  return flat.slice(0, from) + table + flat.slice(to);
}

interface Edit {
  /** In the sheet, from 0. */
  readonly row: number;
  readonly title: string;
  readonly value: string;
}

/** The same edits for the same plans. */
function editsFor(rows: readonly (readonly SheetValue[])[], titles: readonly string[]): readonly Edit[] {
  let state = 20_261_123;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const edits = new Map<string, Edit>();
  while (edits.size < Math.min(EDITS, rows.length)) {
    const row = next(rows.length);
    const title = ['Owner', 'Due', 'Success measure', 'Status', 'Action'][next(5)]!;
    const said = rows[row]![titles.indexOf(title)] ?? null;
    const value = {
      Owner: `Head of Trials ${next(90)}`,
      Due: `2028-0${1 + next(9)}-${10 + next(18)}`,
      'Success measure': `${next(90) + 5} families say “yes”`,
      Status: ['Complete', 'In progress', 'Not started', 'Behind schedule'][next(4)]!,
      Action: `${typeof said === 'string' ? said : ''} with schools`,
    }[title]!;
    if (said !== value) edits.set(`${row} ${title}`, { row: row + 1, title, value });
  }
  return [...edits.values()];
}

async function throughLibreOffice(): Promise<void> {
  const sheets = sheetsOf(plans);
  const titles = sheets[0]!.columns.map(({ title }) => title);
  const file = (name: string): string => join(scratch, name);
  writeFileSync(file('tracker.xlsx'), await bytesOf(plans));
  const same = home(office(file('tracker.xlsx'), 'xlsx', 'saved'), plans);
  console.log(`through LibreOffice, all in one workbook: ${same.plans.length} plans changed, ${same.told.length} told`);
  list('told', same.told);

  const edits = editsFor(sheets[0]!.rows, titles);
  const flat = Buffer.from(office(file('tracker.xlsx'), 'fods', 'flat')).toString('utf8');
  writeFileSync(
    file('edited.fods'),
    setCells(flat, edits, (title) => titles.indexOf(title)),
  );
  const found = home(office(file('edited.fods'), 'xlsx', 'edited'), plans);
  const fields: Readonly<Record<string, string>> = {
    Owner: 'owner',
    Due: 'due',
    'Success measure': 'measure',
    Status: 'status',
    Action: 'text',
  };
  const known = (row: number, field: string): boolean => edits.some((edit) => edit.row + 1 === row && fields[edit.title] === field);
  const made = edits.filter(({ row, title }) => found.changes.some((change) => change.row === row + 1 && change.field === fields[title]));
  const told = edits.filter((edit) => !made.includes(edit) && found.told.some((line) => line.includes(`row ${edit.row + 1}:`)));
  const lost = edits.filter((edit) => !made.includes(edit) && !told.includes(edit));
  const invented = found.changes.filter(({ row, field }) => !known(row, field));
  // What is not asked for stands as it was: the plans are read again and every other field is held against what it said.
  const others: string[] = [];
  for (const { document, text, edits: held } of found.plans) {
    const now = openDocument(text, { path: document.path, kind: document.kind! });
    document.facts.actions.forEach((before, index) => {
      const after = now.facts.actions[index];
      for (const field of ['text', 'owner', 'due', 'measure', 'status'] as const) {
        const words = (action: typeof before | undefined): string =>
          collapsed(field === 'text' ? action?.text : (action?.[field]?.text ?? ''));
        const asked = held.some((edit) => edit.index === index && (edit.field === field || (edit.field === 'text' && field === 'due')));
        // “Open a clinic by May 2027” says its day in its words, and so says another when the day is edited.
        const inWords =
          field === 'text' &&
          held.some((edit) => {
            const said = edit.field === 'text' || edit.index !== index ? '' : collapsed(before[edit.field]?.text);
            return said !== '' && words(after) === words(before).replace(said, () => edit.value);
          });
        if (!asked && !inWords && words(before) !== words(after))
          others.push(`${document.path!} ${before.id} ${field}: ${words(before)} → ${words(after)}`);
      }
    });
  }
  console.log(
    `${edits.length} cells edited in LibreOffice: ${made.length} come home, ${told.length} told with their row, ${lost.length} lost, ${invented.length} invented, ${others.length} other fields changed`,
  );
  list('told', found.told);
  list('other', others);
  list(
    'lost',
    lost.map(({ row, title, value }) => `row ${row + 1} ${title} ${value}`),
  );
  list(
    'invented',
    invented.map(({ row, field, to }) => `row ${row} ${field} ${to}`),
  );
  assert.deepEqual([same.plans.length, lost.length, invented.length, others.length], [0, 0, 0, 0]);
}

async function main(): Promise<void> {
  let changed = 0;
  let actions = 0;
  const told: string[] = [];
  for (const of of [...plans.map((plan) => [plan]), plans]) {
    const found = home(await bytesOf(of), of);
    changed += found.plans.length;
    told.push(...found.told);
    if (of.length === 1) actions += of[0]!.document.facts.actions.length;
  }
  console.log(
    `${plans.length} plans with ${actions} actions, each by itself and all in one workbook: ${changed} changed, ${told.length} told`,
  );
  list('told', told);
  if (libreOffice) await throughLibreOffice();
  assert.equal(changed, 0);
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
