import type { PlanField } from '../../framework/plan-columns.js';
import type { DocumentKind } from '../../framework/types.js';
import { latestByObject } from '../../memo/memo.js';
import { append } from '../../text/lists.js';
import { readDeadline } from './deadline.js';
import { standsAlone, newEntry, fieldAt, type Entry } from './_entry.js';
import { named, numberAlone } from './_number-before.js';
import { namesIn, type References } from './_references.js';
import { tailOf } from './_tail.js';
import { dueInWords } from './_times-in-words.js';
import { joined, TELLING } from './_piece-texts.js';
import { isPeriodColumn } from './_table-shape.js';
import type { ActionTable, TableAction, TableCellText } from './_piece-types.js';
import { add, placeOf, type Values } from './_values.js';
import type { AreaReference } from '../types.js';

/*
 * The rows of tables of actions.
 */

/** A cell that stands for the one above it. */
const AS_ABOVE = /^[([ ]?(?:as above|ditto|do\.|same(?: as above)?|see above|["”〃]{1,2})[.)\] ]?$/iu;

/** A row of a table of actions: one action, or the title over those that follow. */
export type TableEntry =
  /** `isRest`: a first row without an action, which goes on with the last row of a table that was broken in two. */
  { readonly entry: Entry; readonly isRest?: boolean } | { readonly group: TableCellText };

export function cellsOf(table: ActionTable, row: TableAction, role: PlanField): TableCellText[] {
  return row.cells.filter((cell, column): cell is TableCellText => cell !== null && table.roles[column] === role);
}

/** Of a row without an action: the cell that comes closest to one; nothing where the row says too little to be one. */
function firstWords({ roles }: ActionTable, { cells }: TableAction): TableCellText[] {
  const filled = cells.flatMap((cell, column) => (cell && !cell.blank ? [{ cell, role: roles[column] ?? null }] : []));
  const telling = filled.filter(({ role }) => role !== null && TELLING.has(role));
  const [words = telling[0]] = filled.filter(({ role }) => role !== 'reference' && (role === null || !TELLING.has(role)));
  return telling.length >= 2 && words ? [words.cell] : [];
}

/** Columns whose cells Word merges over the rows of one theme. */
const MAY_MERGE: ReadonlySet<PlanField | null> = new Set([null, 'other', 'outcome', 'aim', 'area', 'measure', 'body', 'owner']);
/** What a cell that was merged holds for each of its rows, for the fields that an action must have. */
const SHARED: ReadonlySet<PlanField | null> = new Set(['owner', 'body', 'accountable', 'due', 'measure', 'status']);

/**
 * Rows that go on with the theme of the row above, as its blank cell shows: their other blank cells were merged as well. The owner may
 * change among them; a day, measure or state holds for all of them or for none.
 */
function mergedCells({ rows, roles, actionColumn }: ActionTable): ReadonlyMap<TableAction, TableAction> {
  const merged = new Map<TableAction, TableAction>();
  const isBlank = (row: TableAction, column: number): boolean => row.cells[column]?.blank ?? true;
  const theme = roles.findIndex(
    (role, column) =>
      column < actionColumn &&
      MAY_MERGE.has(role) &&
      role !== 'owner' &&
      rows.some((row) => !row.group && !isBlank(row, column)) &&
      rows.some((row) => !row.group && isBlank(row, column) && !isBlank(row, actionColumn)),
  );
  if (theme < 0) return merged;
  for (let at = 0; at < rows.length; at++) {
    const first = rows[at]!;
    if (first.group || isBlank(first, theme)) continue;
    let end = at + 1;
    while (end < rows.length && !rows[end]!.group && isBlank(rows[end]!, theme)) end++;
    const below = rows.slice(at + 1, end);
    roles.forEach((role, column) => {
      if (!SHARED.has(role)) return;
      const isOwner = role === 'owner' || role === 'body' || role === 'accountable';
      // One blank cell may be a gap.
      if (!isOwner && (below.length < 2 || !below.every((row) => isBlank(row, column)))) return;
      let last = first.cells[column] ?? null;
      for (const row of below) {
        if (!isBlank(row, column)) last = row.cells[column]!;
        else if (last && !last.blank) {
          const own = merged.get(row) ?? row;
          const cells = [...own.cells];
          cells[column] = { ...last, span: row.cells[column]?.span ?? last.span, prose: null, from: 0 };
          merged.set(row, { ...own, cells });
        }
      }
    });
    at = end - 1;
  }
  return merged;
}

const rowsKept = latestByObject<ActionTable, DocumentKind, readonly TableEntry[]>();

export class TableReader {
  constructor(private readonly references: References) {}

  /** Its rows, kept with the table. */
  rowsOf(table: ActionTable): readonly TableEntry[] {
    return rowsKept(
      table,
      this.references.kind,
      () => this.#read(table),
      () => standsAlone(table.rows.flatMap(({ cells }) => cells)),
    );
  }

  #read(table: ActionTable): readonly TableEntry[] {
    const entries: TableEntry[] = [];
    const merged = mergedCells(table);
    let area: readonly AreaReference[] = [];
    let previous: Entry | null = null;
    const areaColumns = this.#areaColumns(table);
    /** By column, the last cell that says something itself: what "As above" stands for. */
    const above: (TableCellText | undefined)[] = [];
    for (const row of table.rows) {
      if (row.group) {
        entries.push({ group: row.group });
        area = [];
        previous = null;
        continue;
      }
      const entry = this.#readRow(table, merged.get(row) ?? row, above);
      const areaCells = row.cells.filter((cell, column): cell is TableCellText => cell !== null && !cell.blank && areaColumns.has(column));
      if (areaCells.length > 0) area = areaCells.flatMap((cell) => this.#areasInCell(table, cell, row.cells.indexOf(cell)));
      if (!entry) {
        // Cells that Word had merged: the row goes on with the action above.
        if (previous) this.#continueRow(previous, table, row);
        else {
          const nameless = this.#readRow(table, row, above, true);
          if (nameless) entries.push({ entry: nameless, isRest: entries.length === 0 });
        }
        continue;
      }
      append(entry.own, area);
      entries.push({ entry });
      previous = entry;
    }
    return entries;
  }

  /** The columns for areas; without any, columns such as "Priority" whose cells name some: "Early help (AFI1)". */
  #areaColumns({ roles, rows }: ActionTable): ReadonlySet<number> {
    const own = roles.flatMap((role, column) => (role === 'area' ? [column] : []));
    const others = roles.flatMap((role, column) =>
      (role === null || role === 'other' || role === 'outcome' || role === 'aim') &&
      rows.some(
        ({ cells }) => cells[column] && namesIn(cells[column], this.references.kind).areas.some(({ form }) => form !== 'recommendation'),
      )
        ? [column]
        : [],
    );
    return new Set(own.length > 0 ? own : others);
  }

  #areasInCell({ roles, headers }: ActionTable, piece: TableCellText, column: number): AreaReference[] {
    if (roles[column] === 'area') return this.references.within({ piece, base: 0 }, 0, 'cell', headers[column]);
    return this.references.within({ piece, base: 0 }, 0, 'cell').filter(({ kind }) => kind !== 'wording');
  }

  /** `nameless`: a row that says who and when but not what: so that it is not lost, its first words stand for the action. */
  #readRow(table: ActionTable, row: TableAction, above: (TableCellText | undefined)[], nameless = false): Entry | null {
    row.cells.forEach((cell, column) => {
      if (cell && !cell.blank && !AS_ABOVE.test(cell.text)) above[column] = cell;
    });
    const actionCells = nameless ? firstWords(table, row) : cellsOf(table, row, 'action').filter((cell) => !cell.blank);
    const whole = joined(actionCells);
    if (!whole) return null;
    // "Open a clinic (Head of Therapies, March 2027)", where no column has who and when.
    const ended = table.roles.includes('owner') || table.roles.includes('due') ? null : tailOf(whole);
    const text = ended?.lead ?? whole;
    const values: Values = new Map();
    const places: Entry['places'] = {};
    const own: AreaReference[] = [];
    table.roles.forEach((role, column) => {
      const cell = row.cells[column];
      const name = role && placeOf(role);
      // A ragged row has no cell to point at.
      if (name && (!places[name] || (cell && !cell.blank && !values.has(role)))) places[name] = cell ? cell.span : text.span;
      if (!role || role === 'action' || role === 'area' || !cell || cell.blank) return;
      const same = AS_ABOVE.test(cell.text) ? above[column] : undefined;
      add(values, role, same ? { text: same.text, span: cell.span } : fieldAt((role === 'reference' && numberAlone(cell)) || cell, 0));
      if (role === 'reference') append(own, this.references.within({ piece: cell, base: 0 }, 0, 'number'));
    });
    for (const field of ended?.fields ?? []) {
      const name = placeOf(field.role);
      if (!name || values.has(field.role)) continue;
      places[name] = field.span;
      add(values, field.role, fieldAt(field, 0));
    }
    // Where a column is there for the post and has none, the organisation beside it is no answer to who leads.
    const owner = table.roles.indexOf('owner');
    if (owner >= 0 && !values.has('owner') && values.has('body')) {
      values.delete('body');
      places.owner = row.cells[owner]?.span ?? places.owner!;
    }
    // "What will be different as a result?" behind the action says how one will see it, where no other column does; before it, it is the aim.
    const outcome = table.roles.indexOf('outcome', table.actionColumn);
    const difference = row.cells[outcome];
    if (!places.measure && difference && !difference.blank) {
      places.measure = difference.span;
      add(values, 'measure', fieldAt(difference, 0));
    }
    if (!places.due) this.#periodColumns(table, row, values, places);
    if (!places.due) this.#lastMilestone(table, row, values, places);
    dueInWords(values, places, actionCells, 0);
    for (const cell of actionCells) append(own, this.references.mentionedIn({ piece: cell, base: 0 }));
    const { text: words, number } = named(text);
    if (number && !values.has('reference')) values.set('reference', fieldAt(number, 0));
    return newEntry(words.text, words.span, values, places, own);
  }

  /** A chart with a column for each month or quarter: the last one that is filled is the deadline. */
  #periodColumns(table: ActionTable, row: TableAction, values: Values, places: Entry['places']): void {
    const months = table.headers.some((header) => /\bmonths?\b/i.test(header));
    const columns = table.headers.flatMap((header, column) =>
      isPeriodColumn(header, table.roles[column] ?? null) || (months && /^\W*\d{1,2}\W*$/.test(header)) ? [column] : [],
    );
    if (columns.length < 2) return;
    const last = columns.findLast((column) => row.cells[column] && !row.cells[column].blank);
    const cell = row.cells[last ?? columns[0]!];
    if (cell) places.due = cell.span;
    if (cell && last !== undefined) values.set('due', { text: table.headers[last]!, span: cell.span });
  }

  /** "Doors open (September 2028)" in a column for milestones: the last of them is the deadline, where no column has one. */
  #lastMilestone(table: ActionTable, row: TableAction, values: Values, places: Entry['places']): void {
    const columns = table.headers.flatMap((header, column) =>
      /\bmilestones?\b/i.test(header) && column !== table.actionColumn ? [column] : [],
    );
    if (!columns.some((column) => table.rows.some(({ cells }) => cells[column] && readDeadline(cells[column].text).date !== null))) return;
    const cells = columns.flatMap((column) => row.cells[column] ?? []);
    const last = cells.findLast(({ text }) => readDeadline(text).date !== null);
    const place = last ?? cells.at(-1);
    if (place) places.due = place.span;
    if (last) values.set('due', fieldAt(last, 0));
  }

  #continueRow(entry: Entry, table: ActionTable, row: TableAction): void {
    table.roles.forEach((role, column) => {
      const cell = row.cells[column];
      if (role && cell && !cell.blank && role !== 'area' && role !== 'reference') add(entry.values, role, fieldAt(cell, 0));
    });
  }
}
