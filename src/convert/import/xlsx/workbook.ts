import type { IsoDate } from '../../../framework/types.js';
import { cleanText } from '../clean.js';
import { someOf, type Note, type NotedComment } from '../notes.js';
import type { OfficePackage, Part } from '../office.js';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.js';
import { Formats } from './_formats.js';

export const NOT_EXCEL =
  'There is no workbook in this file; check that it is the right file, or open it in Excel and save it as an Excel workbook (.xlsx).';
/** A tracker has hundreds of rows; what is more is data, not actions. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 200;

export interface SheetCell {
  readonly text: string;
  readonly isWords: boolean;
  /** The day, where the cell holds one and not words. */
  readonly day: IsoDate | null;
  /** The day that a plain number would be, for a column that is known to hold days. */
  readonly bareDay?: IsoDate;
  /** Why what it says is no answer: an error such as “#REF!”, or a formula that no program has worked out. */
  readonly problem?: 'error' | 'not-computed';
}

/** Cells that are shown as one; rows and columns from 0, all included. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly merges: readonly Merge[];
  /** It has more rows than are read. */
  readonly isCut: boolean;
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

export interface ReadOptions {
  /** Sheets, rows and columns that are hidden as well. */
  readonly withHidden?: boolean;
  readonly mostRows?: number;
}

export class WorkbookReader {
  readonly notes: Note[] = [];
  readonly comments: NotedComment[] = [];
  private readonly strings: readonly string[];
  private readonly formats: Formats;

  constructor(
    private readonly office: OfficePackage,
    private readonly main: Part,
    private readonly options: ReadOptions = {},
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
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (isHidden && !this.options.withHidden) {
        hidden.push(name);
        continue;
      }
      // Charts have sheets of their own.
      const part = target && !target.external && target.type === 'worksheet' ? this.office.part(target.target) : null;
      if (!part) continue;
      const sheet = this.sheet(name, part, isHidden);
      if (sheet.rows.size > 0) sheets.push(sheet);
    }
    if (hidden.length > 0)
      this.hide(`${hidden.length === 1 ? 'A hidden sheet was' : `${hidden.length} hidden sheets were`} left out (${someOf(hidden)}).`);
    return sheets;
  }

  private hide(what: string): void {
    this.notes.push({ code: 'hidden-content', what: `${what} Show it in Excel if it belongs to the document.`, paragraph: null });
  }

  private sheet(name: string, part: Part, isHidden: boolean): Sheet {
    const { withHidden = false, mostRows = MOST_ROWS } = this.options;
    const hiddenColumns = new Set<number>();
    for (const { attributes } of childrenOf(childOf(part.root, 'x:cols'), 'x:col')) {
      if (withHidden || !isTrue(attributes['hidden'])) continue;
      const to = Math.min(Number(attributes['max']), MOST_COLUMNS);
      for (let column = Math.max(1, Number(attributes['min'])); column <= to; column++) hiddenColumns.add(column - 1);
    }
    // Rows that a filter hides are still rows of the table.
    const filter = childOf(part.root, 'x:autoFilter');
    const filtered = childrenOf(filter, 'x:filterColumn').length > 0;
    const rows = new Map<number, Map<number, SheetCell>>();
    const usedHidden = new Set<number>();
    let hiddenRows = 0;
    let filteredRows = 0;
    let row = -1;
    let isCut = false;
    for (const element of childrenOf(childOf(part.root, 'x:sheetData'), 'x:row')) {
      row = Number(element.attributes['r'] ?? row + 2) - 1;
      const cells = new Map<number, SheetCell>();
      let column = -1;
      for (const cell of childrenOf(element, 'x:c')) {
        column = addressOf(cell.attributes['r'])?.column ?? column + 1;
        if (column >= MOST_COLUMNS) break;
        const value = this.value(cell);
        if (value.text.trim() === '' && !(withHidden && value.problem)) continue;
        if (hiddenColumns.has(column)) usedHidden.add(column);
        else cells.set(column, value);
      }
      if (cells.size === 0) continue;
      if (!withHidden && isTrue(element.attributes['hidden'])) {
        if (filtered) filteredRows++;
        else {
          hiddenRows++;
          continue;
        }
      }
      if (rows.size >= mostRows) {
        isCut = true;
        this.notes.push({
          code: 'shortened',
          what: `The sheet “${name}” has more than ${mostRows} rows; the rest was left out. Keep the actions in a sheet of their own.`,
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
    const merges = childrenOf(childOf(part.root, 'x:mergeCells'), 'x:mergeCell').flatMap(({ attributes }): Merge[] => {
      const [from, to] = (attributes['ref'] ?? '').split(':').map(addressOf);
      return from && to ? [{ fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column }] : [];
    });
    return { name, isHidden, merges, isCut, rows };
  }

  private value(cell: XmlElement): SheetCell {
    const raw = childOf(cell, 'x:v');
    if (!raw && childOf(cell, 'x:f')) return { text: '', isWords: false, day: null, problem: 'not-computed' };
    const text = raw ? textOf(raw) : '';
    switch (cell.attributes['t']) {
      case 's':
        return { text: cleanText(this.strings[Number(text)] ?? ''), isWords: true, day: null };
      case 'inlineStr': {
        const inline = childOf(cell, 'x:is');
        return { text: cleanText(inline ? stringOf(inline) : ''), isWords: true, day: null };
      }
      case 'str':
        return { text: cleanText(text), isWords: true, day: null };
      case 'b':
        return { text: text === '1' ? 'Yes' : text === '' ? '' : 'No', isWords: false, day: null };
      case 'e':
        return { text, isWords: false, day: null, problem: 'error' };
      case 'd':
        return {
          text: this.formats.isoDay(text) ?? text,
          isWords: false,
          day: this.formats.isoDay(text) === null ? null : text.slice(0, 10),
        };
      default: {
        if (text === '') return { text: '', isWords: false, day: null };
        const style = Number(cell.attributes['s'] ?? 0);
        const bareDay = this.formats.bareDayOf(text, style);
        return {
          text: this.formats.shown(text, style),
          isWords: false,
          day: this.formats.dayOf(text, style),
          ...(bareDay === null ? {} : { bareDay }),
        };
      }
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
