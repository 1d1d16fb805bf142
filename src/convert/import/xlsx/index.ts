import { finishImport } from '../finish.js';
import { paragraphBlock, type Block, type Cell, type Inline, type TableRow } from '../model.js';
import { OfficePackage } from '../office.js';
import { ImportError, type ImportOptions, type ImportResult } from '../types.js';
import { openZip } from '../zip.js';
import { append, largest } from '../../../text/lists.js';
import { NOT_EXCEL, WorkbookReader, type Sheet, type SheetCell } from './workbook.js';

/** The row that names the columns: the first with the most words among the first rows, with something under it. */
function headerOf(rows: readonly (readonly [number, ReadonlyMap<number, SheetCell>])[]): number {
  const most = largest(rows.map(([, cells]) => cells.size));
  if (most < 2) return -1;
  const least = Math.max(2, Math.ceil(most * 0.6));
  for (let index = 0; index < Math.min(rows.length, 30); index++) {
    const cells = [...rows[index]![1].values()];
    const words = cells.filter(({ isWords, text }) => isWords && text.length <= 120).length;
    if (cells.length >= least && words >= cells.length * 0.8) return index;
  }
  return rows.findIndex(([, cells]) => cells.size >= least);
}

const lines = (text: string): Inline[] =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Inline[] => [...(index > 0 ? [{ kind: 'break' } as const] : []), { kind: 'text', text: line }]);

function sheetBlocks(sheet: Sheet, isOnly: boolean, paragraph: number): Block[] {
  const rows = [...sheet.rows].sort(([a], [b]) => a - b);
  const header = headerOf(rows);
  const blocks: Block[] = [];
  const above = rows.slice(0, Math.max(header, 0)).map(([, cells]) => [...cells.values()].map(({ text }) => text.trim()).join(' '));
  const named = /^sheet ?\d*$/i.test(sheet.name) ? null : sheet.name;
  // The line over the table is its title; a sheet without one goes by its own name.
  const title = above.shift() ?? named;
  if (title) blocks.push(paragraphBlock({ inlines: lines(title), heading: isOnly ? 0 : 1, paragraph }));
  for (const line of above) blocks.push(paragraphBlock({ inlines: lines(line), paragraph }));
  const columns = [...new Set(rows.slice(Math.max(header, 0)).flatMap(([, cells]) => [...cells.keys()]))].sort((a, b) => a - b);
  const table: TableRow[] = rows.slice(Math.max(header, 0)).map(([, cells], index) => ({
    cells: columns.map((column): Cell => ({
      blocks: [paragraphBlock({ inlines: lines(cells.get(column)?.text ?? '') })],
      span: 1,
      continued: false,
    })),
    before: 0,
    header: index === 0,
  }));
  if (columns.length > 1) blocks.push({ kind: 'table', rows: table, paragraph });
  else
    for (const row of table)
      append(
        blocks,
        row.cells.flatMap((cell) => cell.blocks.map((block) => ({ ...block, paragraph }))),
      );
  return blocks;
}

/** Reads an Excel workbook (.xlsx) as tables, one a sheet that is shown. @throws {ImportError} */
export function importXlsx(bytes: Uint8Array, options: ImportOptions): Promise<ImportResult> {
  const office = new OfficePackage(openZip(bytes));
  const main = office.main('x:workbook', 'xl/workbook.xml', NOT_EXCEL);
  options.signal?.throwIfAborted();
  const reader = new WorkbookReader(office, main);
  const sheets = reader.sheets();
  if (sheets.length === 0)
    throw new ImportError('no-text', 'There is nothing in the sheets of this workbook that are shown; check that it is the right file.');
  const blocks = sheets.flatMap((sheet, index) => sheetBlocks(sheet, sheets.length === 1, index + 1));
  const notes = [...reader.notes];
  if (reader.comments.length > 0)
    notes.unshift({
      code: 'comments',
      what: `The workbook has ${reader.comments.length === 1 ? '1 comment' : `${reader.comments.length} comments`}; they are listed, not put into the tables.`,
      paragraph: null,
    });
  if (office.hasMacros)
    notes.push({ code: 'macros', what: 'The workbook has macros; they were left out and were not run.', paragraph: null });
  return Promise.resolve(finishImport({ format: 'xlsx', blocks, notes, comments: reader.comments }));
}
