import { cleanText } from '../clean.js';
import { finishImport } from '../finish.js';
import { paragraphBlock, type Block, type Cell, type Inline, type TableRow } from '../model.js';
import { someOf, type Note, type NotedComment } from '../notes.js';
import { OfficePackage, type Part } from '../office.js';
import { ImportError, type ImportOptions, type ImportResult } from '../types.js';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.js';
import { openZip } from '../zip.js';
import { Formats } from './_formats.js';
import { append, largest } from '../../../text/lists.js';

const NOT_EXCEL =
  'There is no workbook in this file; check that it is the right file, or open it in Excel and save it as an Excel workbook (.xlsx).';
/** A tracker has hundreds of rows; what is more is data, not actions. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 200;

interface SheetCell {
  readonly text: string;
  readonly isWords: boolean;
}

interface Sheet {
  readonly name: string;
  /** Rows with anything in them, by their number, with the columns that are shown, by their number; both from 0. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
}

/** Column and row of “AB12”, from 0; null where it is no such reference. */
function addressOf(reference: string | undefined): { column: number; row: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!found) return null;
  let column = 0;
  for (const letter of found[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(found[2]) - 1 };
}

/** Text of a string, without the signs over Japanese words. */
function stringOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'x:t') text += textOf(child);
    else if (child.name === 'x:r') text += childrenOf(child, 'x:t').map(textOf).join('');
  }
  // Letters that XML cannot hold are written by their number.
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

class WorkbookReader {
  readonly notes: Note[] = [];
  readonly comments: NotedComment[] = [];
  private readonly strings: readonly string[];
  private readonly formats: Formats;

  constructor(
    private readonly office: OfficePackage,
    private readonly main: Part,
  ) {
    const strings = office.related(main, 'sharedStrings');
    this.strings = strings ? childrenOf(strings.root, 'x:si').map(stringOf) : [];
    this.formats = new Formats(office.related(main, 'styles')?.root, isTrue(childOf(main.root, 'x:workbookPr')?.attributes['date1904']));
  }

  sheets(): Sheet[] {
    const sheets: Sheet[] = [];
    const hidden: string[] = [];
    for (const { attributes } of childrenOf(childOf(this.main.root, 'x:sheets'), 'x:sheet')) {
      const name = attributes['name'] ?? '';
      const target = this.main.relationships.get(attributes['r:id'] ?? '');
      if ((attributes['state'] ?? 'visible') !== 'visible') {
        hidden.push(name);
        continue;
      }
      // Charts have sheets of their own.
      const part = target && !target.external && target.type === 'worksheet' ? this.office.part(target.target) : null;
      if (!part) continue;
      const sheet = this.sheet(name, part);
      if (sheet.rows.size > 0) sheets.push(sheet);
    }
    if (hidden.length > 0)
      this.hide(`${hidden.length === 1 ? 'A hidden sheet was' : `${hidden.length} hidden sheets were`} left out (${someOf(hidden)}).`);
    return sheets;
  }

  private hide(what: string): void {
    this.notes.push({ code: 'hidden-content', what: `${what} Show it in Excel if it belongs to the document.`, paragraph: null });
  }

  private sheet(name: string, part: Part): Sheet {
    const hiddenColumns = new Set<number>();
    for (const { attributes } of childrenOf(childOf(part.root, 'x:cols'), 'x:col')) {
      if (!isTrue(attributes['hidden'])) continue;
      const to = Math.min(Number(attributes['max']), MOST_COLUMNS);
      for (let column = Number(attributes['min']); column <= to; column++) hiddenColumns.add(column - 1);
    }
    // Rows that a filter hides are still rows of the table.
    const filter = childOf(part.root, 'x:autoFilter');
    const filtered = childrenOf(filter, 'x:filterColumn').length > 0;
    const rows = new Map<number, Map<number, SheetCell>>();
    const usedHidden = new Set<number>();
    let hiddenRows = 0;
    let filteredRows = 0;
    let row = -1;
    for (const element of childrenOf(childOf(part.root, 'x:sheetData'), 'x:row')) {
      row = Number(element.attributes['r'] ?? row + 2) - 1;
      const cells = new Map<number, SheetCell>();
      let column = -1;
      for (const cell of childrenOf(element, 'x:c')) {
        column = addressOf(cell.attributes['r'])?.column ?? column + 1;
        if (column >= MOST_COLUMNS) break;
        const value = this.value(cell);
        if (value.text.trim() === '') continue;
        if (hiddenColumns.has(column)) usedHidden.add(column);
        else cells.set(column, value);
      }
      if (cells.size === 0) continue;
      if (isTrue(element.attributes['hidden'])) {
        if (filtered) filteredRows++;
        else {
          hiddenRows++;
          continue;
        }
      }
      if (rows.size >= MOST_ROWS) {
        this.notes.push({
          code: 'shortened',
          what: `The sheet “${name}” has more than ${MOST_ROWS} rows; the rest was left out. Keep the actions in a sheet of their own.`,
          paragraph: null,
        });
        break;
      }
      rows.set(row, cells);
    }
    if (usedHidden.size > 0)
      this.hide(`${usedHidden.size === 1 ? 'A hidden column was' : `${usedHidden.size} hidden columns were`} left out of “${name}”.`);
    if (hiddenRows > 0) this.hide(`${hiddenRows === 1 ? 'A hidden row was' : `${hiddenRows} hidden rows were`} left out of “${name}”.`);
    if (filteredRows > 0)
      this.notes.push({
        code: 'hidden-content',
        what: `A filter hides ${filteredRows === 1 ? 'one row' : `${filteredRows} rows`} of “${name}”; they were kept.`,
        paragraph: null,
      });
    this.readComments(part, rows);
    if (this.office.related(part, 'drawing'))
      this.notes.push({ code: 'drawing-text', what: `Pictures, charts or shapes on the sheet “${name}” were left out.`, paragraph: null });
    return { name, rows };
  }

  private value(cell: XmlElement): SheetCell {
    const raw = childOf(cell, 'x:v');
    const text = raw ? textOf(raw) : '';
    switch (cell.attributes['t']) {
      case 's':
        return { text: cleanText(this.strings[Number(text)] ?? ''), isWords: true };
      case 'inlineStr': {
        const inline = childOf(cell, 'x:is');
        return { text: cleanText(inline ? stringOf(inline) : ''), isWords: true };
      }
      case 'str':
        return { text: cleanText(text), isWords: true };
      case 'b':
        return { text: text === '1' ? 'Yes' : text === '' ? '' : 'No', isWords: false };
      case 'e':
        return { text, isWords: false };
      case 'd':
        return { text: this.formats.isoDay(text) ?? text, isWords: false };
      default:
        return { text: text === '' ? '' : this.formats.shown(text, Number(cell.attributes['s'] ?? 0)), isWords: false };
    }
  }

  private readComments(part: Part, rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>): void {
    const comments = this.office.related(part, 'comments');
    if (!comments) return;
    const authors = childrenOf(childOf(comments.root, 'x:authors'), 'x:author').map((author) => textOf(author).trim());
    for (const comment of childrenOf(childOf(comments.root, 'x:commentList'), 'x:comment')) {
      const body = childOf(comment, 'x:text');
      const text = body
        ? cleanText(stringOf(body))
            .replace(/[ \t]+/g, ' ')
            .trim()
        : '';
      if (text === '') continue;
      const address = addressOf(comment.attributes['ref']);
      const author = authors[Number(comment.attributes['authorId'] ?? -1)] ?? '';
      this.comments.push({
        // “Author” is what programs write where nobody is named; a number is that of a conversation.
        author: author === '' || author === 'Author' || author.startsWith('tc={') ? null : author,
        text: text.startsWith(`${author}:`) && author !== '' ? text.slice(author.length + 1).trim() : text,
        on: (address && rows.get(address.row)?.get(address.column)?.text.replace(/\s+/g, ' ').trim()) ?? '',
        paragraph: null,
      });
    }
  }
}

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
