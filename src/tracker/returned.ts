/* eslint-disable max-lines -- one reading of a workbook that came back */
import { readDeadline, type SendDocument } from '../document/index.js';
import { planFieldOf } from '../framework/plan-columns.js';
import type { IsoDate } from '../framework/types.js';
import { fileName } from '../text/paths.js';
import { clip, collapsed, plural } from '../text/words.js';
import { matchActions } from './changes.js';
import {
  dayLike,
  EDITABLE_FIELDS,
  FIELD_NAMES,
  fieldEdits,
  plainDay,
  type EditableField,
  type FieldChange,
  type HeldEdit,
} from './field-edit.js';
import { AS_WRITTEN_SHEET, COLUMNS, type ColumnId } from './sheet.js';
import { likeness, tellingWords } from './_alike.js';
import { readAction, type TrackedAction } from './tracker.js';

/*
 * A tracker that comes back from a program for spreadsheets: changed cells become edits of the plans. A cell counts as changed where it no
 * longer says what it said when the workbook was written; what cannot be brought home is told, and nothing is lost in silence.
 */

interface ReturnedCell {
  readonly text: string;
  /** The day, where the cell holds one and not words. */
  readonly day: IsoDate | null;
  /** The day that a plain number would be, for a column that holds days. */
  readonly bareDay?: IsoDate;
  /** Why what it says is no answer: an error such as “#REF!”, or a formula that no program has worked out. */
  readonly problem?: 'error' | 'not-computed';
}

/** A sheet as it was read; rows and columns count from 0. */
export interface ReturnedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isCut: boolean;
  readonly merges: readonly { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }[];
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReturnedCell>>;
}

export interface ReturnedPlan {
  readonly document: SendDocument;
  /** Hides what the workbook was not told. */
  readonly mask: (text: string) => string;
}

export interface ReturnedChange {
  readonly path: string;
  readonly id: string;
  /** 1-based. */
  readonly row: number;
  readonly field: EditableField;
  readonly from: string | null;
  readonly to: string;
}

export interface Returned {
  /** What becomes of each plan that is edited. */
  readonly plans: readonly { readonly document: SendDocument; readonly text: string; readonly edits: readonly HeldEdit[] }[];
  readonly changes: readonly ReturnedChange[];
  /** What could not be brought home, with the row where there is one: sentences for the user. */
  readonly told: readonly string[];
}

const normal = (title: string): string => collapsed(title).toLowerCase();
const quoted = (text: string): string => `“${clip(text, 61)}”`;

const BY_TITLE = new Map((Object.entries(COLUMNS) as [ColumnId, string][]).map(([id, title]) => [normal(title), id]));
/** What other trackers call their columns. */
const BY_FIELD: Readonly<Partial<Record<NonNullable<ReturnType<typeof planFieldOf>>, ColumnId>>> = {
  action: 'text',
  owner: 'owner',
  due: 'dueWords',
  measure: 'measure',
  status: 'status',
  reference: 'id',
};
/** A header stands among the first rows. */
const FIRST_ROWS = 30;

interface Table {
  readonly sheet: ReturnedSheet;
  readonly header: number;
  readonly columns: ReadonlyMap<ColumnId, number>;
  /** Titles that are none of the tracker's. */
  readonly others: readonly string[];
}

/** The row that names the columns: it has those of the tracker, or at least an action and two more that plans have. */
function tableOf(sheet: ReturnedSheet): Table | null {
  const own = (text: string): ColumnId | null => BY_TITLE.get(normal(text)) ?? null;
  const like = (text: string): ColumnId | null => {
    const field = text.length <= 80 ? planFieldOf(collapsed(text)) : null;
    return own(text) ?? (field && BY_FIELD[field]) ?? null;
  };
  const read = (header: number, titles: readonly Title[], idOf: (text: string) => ColumnId | null): Table | null => {
    const columns = new Map<ColumnId, number>();
    const others: string[] = [];
    for (const { column, texts } of titles) {
      const id = texts.map(idOf).find((found) => found !== null && !columns.has(found));
      if (id) columns.set(id, column);
      else others.push(texts[0]!);
    }
    return columns.has('text') && columns.size >= 3 ? { sheet, header, columns, others } : null;
  };
  const rows = [...sheet.rows].sort(([a], [b]) => a - b).slice(0, FIRST_ROWS);
  for (const [at, [row, cells]] of rows.entries()) {
    const titles = titlesOf(cells);
    const alone = read(row, titles, own) ?? read(row, titles, like);
    const [below, lower] = rows[at + 1] ?? [];
    const both = lower === undefined ? null : overTwoRows(titles, titlesOf(lower), (text) => like(text) !== null);
    const together = both && read(below!, both, like);
    const table = together && together.columns.size > (alone?.columns.size ?? 0) ? together : alone;
    if (table) return table;
  }
  return null;
}

/** What a column is called: the first of these that is known. */
interface Title {
  readonly column: number;
  readonly texts: readonly string[];
}

const titlesOf = (cells: ReadonlyMap<number, ReturnedCell>): Title[] =>
  [...cells]
    .sort(([a], [b]) => a - b)
    .map(([column, { text }]) => ({ column, texts: [collapsed(text)] }))
    .filter(({ texts }) => texts[0] !== '');

/** Titles that stand in two rows, as “Success” above “measure”; null where the lower row holds anything else, as a row of actions does. */
function overTwoRows(upper: readonly Title[], lower: readonly Title[], isKnown: (text: string) => boolean): Title[] | null {
  const above = new Map(upper.map(({ column, texts }) => [column, texts[0]!]));
  const joined = lower.map(({ column, texts: [text] }): Title => {
    const first = above.get(column);
    return { column, texts: first === undefined ? [text!] : [`${first} ${text!}`, text!] };
  });
  if (joined.length === 0 || !joined.every(({ texts }) => texts.some(isKnown))) return null;
  const below = new Set(lower.map(({ column }) => column));
  return [...upper.filter(({ column }) => !below.has(column)), ...joined].sort((a, b) => a.column - b.column);
}

interface Row {
  readonly table: Table;
  /** From 0. */
  readonly row: number;
  readonly cell: (id: ColumnId) => ReturnedCell | null;
  /** Covered by a cell above or before it that it was merged with. */
  readonly isMerged: (id: ColumnId) => boolean;
}

const MERGED = 'is merged with another, so nobody can tell what it says. Unmerge it';

/** Why a cell is no answer, after its name; null where it is one. */
const problemOf = (cell: ReturnedCell | null): string | null =>
  cell?.problem === 'error'
    ? `holds the error ${cell.text}. Mend its formula, or write what it is to say`
    : cell?.problem === 'not-computed'
      ? 'holds a formula that no program has worked out. Open the workbook and save it, or write what it is to say'
      : null;

/** Their header says that they hold days, so that a number there is one that lost its format. */
const DAY_COLUMNS: ReadonlySet<ColumnId> = new Set<ColumnId>(['due', 'dueWords']);

const NO_CELL: ReturnedCell = { text: '', day: null };

function rowsOf(table: Table): Row[] {
  const { sheet, header, columns } = table;
  const covered = new Set<string>();
  for (const { fromRow, toRow, fromColumn, toColumn } of sheet.merges) {
    for (const column of columns.values()) {
      if (column < fromColumn || column > toColumn) continue;
      for (const row of sheet.rows.keys())
        if (row >= fromRow && row <= toRow && !(row === fromRow && column === fromColumn)) covered.add(`${row} ${column}`);
    }
  }
  const titles = [...columns].map(([, column]) => normal(sheet.rows.get(header)!.get(column)?.text ?? ''));
  return [...sheet.rows]
    .filter(([row]) => row > header)
    .sort(([a], [b]) => a - b)
    .filter(([, cells]) => [...columns.values()].some((column, index) => normal(cells.get(column)?.text ?? '') !== titles[index]))
    .map(([row, cells]) => ({
      table,
      row,
      cell: (id) => {
        const column = columns.get(id);
        if (column === undefined) return null;
        const cell = cells.get(column) ?? NO_CELL;
        return DAY_COLUMNS.has(id) && cell.bareDay !== undefined ? { ...cell, day: cell.bareDay } : cell;
      },
      isMerged: (id) => columns.has(id) && covered.has(`${row} ${columns.get(id)!}`),
    }));
}

/** What a row said when the workbook was written. */
interface Written {
  readonly key: string;
  readonly path: string;
  readonly id: string;
  readonly said: Readonly<Record<Exclude<ColumnId, 'answers' | 'late' | 'alsoIn' | 'key' | 'plan' | 'id'>, string>>;
}

const dayText = (cell: ReturnedCell | null): string => (cell?.day ? cell.day : (plainDay(cell?.text ?? '') ?? collapsed(cell?.text)));

function writtenOf(row: Row): Written {
  const text = (id: ColumnId): string => {
    const cell = row.cell(id);
    return cell?.problem ? '' : collapsed(cell?.text);
  };
  return {
    key: text('key'),
    path: text('plan'),
    id: text('id'),
    said: {
      text: text('text'),
      owner: text('owner'),
      due: dayText(row.cell('due')),
      dueWords: text('dueWords'),
      measure: text('measure'),
      status: text('status'),
    },
  };
}

/** Where there is no record of what was written, what the plan says now stands for it. */
const nowOf = ({ path, id, text, owner, due, dueDate, measure, status }: TrackedAction, key = ''): Written => ({
  key,
  path,
  id,
  said: {
    text: collapsed(text),
    owner: collapsed(owner),
    due: dueDate ?? '',
    dueWords: collapsed(due),
    measure: collapsed(measure),
    status: collapsed(status),
  },
});

interface Current {
  readonly plan: ReturnedPlan;
  readonly index: number;
  readonly action: TrackedAction;
  /** As the workbook may say it. */
  readonly shown: Written;
  /** Fields whose words are hidden in part. */
  readonly hides: ReadonlySet<EditableField>;
}

function currentOf(plan: ReturnedPlan, today: IsoDate): Current[] {
  return plan.document.facts.actions.map((fact, index) => {
    const action = readAction(plan.document, fact, today);
    const masked = (text: string | null): string | null => (text === null ? null : plan.mask(text));
    return {
      plan,
      index,
      action,
      shown: nowOf({
        ...action,
        text: plan.mask(action.text),
        owner: masked(action.owner),
        due: masked(action.due),
        measure: masked(action.measure),
        status: masked(action.status),
      }),
      hides: new Set(EDITABLE_FIELDS.filter((field) => action[field] !== null && plan.mask(action[field]) !== action[field])),
    };
  });
}

/** With less of its words in common, another action has the number now, or the workbook is that of another plan. */
const LEAST_ALIKE = 0.2;

const mayMean = ({ said }: Written, { shown }: Current): boolean =>
  said.text === '' ||
  said.text.toLowerCase() === shown.said.text.toLowerCase() ||
  likeness(tellingWords(said.text), tellingWords(shown.said.text)) >= LEAST_ALIKE;

/** So many rows that are no actions are told one by one. */
const MOST_TOLD = 50;
/** So many stretches of rows are named. */
const MOST_RANGES = 20;

/** Rows as a person names them: “Actions, rows 8 to 40”. */
function rangesOf(rows: readonly Row[]): string[] {
  const ranges: { readonly sheet: string; readonly from: number; to: number }[] = [];
  for (const { table, row } of rows) {
    const last = ranges.at(-1);
    if (last?.sheet === table.sheet.name && last.to === row) last.to = row + 1;
    else ranges.push({ sheet: table.sheet.name, from: row + 1, to: row + 1 });
  }
  const words = ranges
    .slice(0, MOST_RANGES)
    .map(({ sheet, from, to }) => (from === to ? `${sheet}, row ${from}` : `${sheet}, rows ${from} to ${to}`));
  return ranges.length > MOST_RANGES ? [...words, `and ${plural(ranges.length - MOST_RANGES, 'more stretch', 'more stretches')}`] : words;
}

class Reading {
  readonly told: string[] = [];
  readonly #wanted = new Map<SendDocument, (FieldChange & { readonly row: Row; readonly current: Current })[]>();
  readonly #current: readonly Current[];
  #byWords: Map<string, Set<ReturnedPlan>> | null = null;
  readonly #plans: ReadonlyMap<string, ReturnedPlan>;

  constructor(
    private readonly plans: readonly ReturnedPlan[],
    today: IsoDate,
  ) {
    this.#plans = new Map(plans.map((plan) => [plan.document.path ?? '', plan]));
    this.#current = plans.flatMap((plan) => currentOf(plan, today));
  }

  /** A plan by its path or, where the workbook was written from another folder, by its name. */
  #pathOf(path: string): string {
    if (this.#plans.has(path)) return path;
    if (path === '') return this.plans.length === 1 ? (this.plans[0]!.document.path ?? '') : '';
    const named = [...this.#plans.keys()].filter((known) => fileName(known) === fileName(path.replace(/\\/g, '/')));
    return named.length === 1 ? named[0]! : path;
  }

  #writtenOf(row: Row): Written {
    const written = writtenOf(row);
    return { ...written, path: this.#pathOf(written.path) };
  }

  #tell(row: Row, what: string): void {
    this.told.push(`${row.table.sheet.name}, row ${row.row + 1}: ${what}`);
  }

  /** Which action of which plan each record means, by the plan's own numbers and words: the plan may have changed meanwhile. */
  #meant(written: readonly Written[]): Map<Written, Current> {
    const byPath = new Map<string, Written[]>();
    for (const one of written) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
    const found = new Map<Written, Current>();
    for (const [path, list] of byPath) {
      // Where nobody says of which plan a row is, its words must.
      const here =
        path === ''
          ? this.#current.filter((one) => this.#plansWith(one.shown.said.text) === 1)
          : this.#current.filter(({ plan }) => (plan.document.path ?? '') === path);
      const pairs = matchActions(
        list.map(({ id, said }) => ({ reference: id === '' ? null : id, text: said.text })),
        here.map(({ action, shown }) => ({ reference: action.id, text: shown.said.text })),
      );
      for (const [a, b] of pairs) if (mayMean(list[a]!, here[b]!)) found.set(list[a]!, here[b]!);
    }
    return found;
  }

  /** How many plans have an action in these words. */
  #plansWith(words: string): number {
    this.#byWords ??= this.#current.reduce((known, { plan, shown }) => {
      const text = shown.said.text.toLowerCase();
      return known.set(text, (known.get(text) ?? new Set<ReturnedPlan>()).add(plan));
    }, new Map<string, Set<ReturnedPlan>>());
    return this.#byWords.get(words.toLowerCase())?.size ?? 0;
  }

  /** The action of a plan that has the number of a row and other words. */
  #otherWith({ path, id }: Written): Current | null {
    return (id !== '' && this.#current.find(({ plan, action }) => (plan.document.path ?? '') === path && action.id === id)) || null;
  }

  read(tables: readonly Table[], record: Table | null): void {
    const rows = tables.flatMap(rowsOf);
    const records = record ? rowsOf(record).map((row) => this.#writtenOf(row)) : [];
    const byKey = new Map(records.map((one) => [one.key, one]));
    const meant = this.#meant(records);
    const taken = new Set<Written>();
    const strangers: Row[] = [];
    const pairs: (readonly [Row, Written, Current])[] = [];
    for (const row of rows) {
      const key = collapsed(row.cell('key')?.text);
      const written = byKey.get(key);
      if (!written || taken.has(written)) {
        strangers.push(row);
        continue;
      }
      taken.add(written);
      const current = meant.get(written);
      if (current) pairs.push([row, written, current]);
      else
        this.#tell(
          row,
          this.#plans.has(written.path)
            ? `${quoted(written.said.text)} is no longer in ${written.path}, so this row was left alone.`
            : `The plan ${written.path} is not among those that were given, so this row was left alone.`,
        );
    }
    // Rows without their key: by plan, number and words, among the actions that no other row is for.
    const used = new Set(pairs.map(([, , current]) => current));
    const asWritten = strangers.map((row) => this.#writtenOf(row));
    const again = this.#meant(asWritten);
    const unknown: { readonly row: Row; readonly what: string }[] = [];
    strangers.forEach((row, index) => {
      const one = asWritten[index]!;
      const current = again.get(one);
      if (current && !used.has(current)) {
        used.add(current);
        const said = records.find((entry) => meant.get(entry) === current && !taken.has(entry));
        if (said) taken.add(said);
        pairs.push([row, said ?? current.shown, current]);
        return;
      }
      if (one.said.text === '' && one.id === '') {
        if (Object.values(one.said).some((text) => text !== ''))
          this.#tell(row, 'This row has no action and no number, so nobody can tell which action it is about.');
        return;
      }
      const other = current ? null : this.#otherWith(one);
      unknown.push({
        row,
        what: `${quoted(one.said.text || one.id)} ${
          current
            ? 'is there twice'
            : this.#plansWith(one.said.text) > 1
              ? `may be of more than one of these plans; name the plan in a column “${COLUMNS.plan}”`
              : other
                ? `is not what ${other.action.path} says under ${one.id}, which is ${quoted(other.shown.said.text)}`
                : 'is no action of these plans'
        }`,
      });
    });
    for (const { row, what } of unknown.slice(0, MOST_TOLD))
      this.#tell(row, `${what}, so this row was left alone. If it is a new action, write it into the plan.`);
    const more = unknown.slice(MOST_TOLD);
    if (more.length > 0)
      this.told.push(
        `${plural(more.length, 'more row')} like these ${more.length === 1 ? 'was' : 'were'} left alone and ${more.length === 1 ? 'stays' : 'stay'} in the workbook: ${rangesOf(more.map(({ row }) => row)).join('; ')}.`,
      );
    for (const [row, written, current] of pairs) this.#compare(row, written, current);
    const gone = records.filter((one) => !taken.has(one) && meant.has(one));
    if (gone.length > 0 && !tables.some(({ sheet }) => sheet.isCut))
      this.told.push(
        `${plural(gone.length, 'row')} of the tracker ${gone.length === 1 ? 'is' : 'are'} gone: ${gone
          .slice(0, 10)
          .map(({ path, id }) => `${id} (${path})`)
          .join(', ')}${gone.length > 10 ? ' and others' : ''}. The actions stay in the plans; delete them there if they are to go.`,
      );
  }

  #compare(row: Row, { said }: Written, current: Current): void {
    const want = (field: EditableField, from: string, to: string, now: string): void => {
      if (to === from || to === now) return;
      if (now !== from) {
        this.#tell(
          row,
          `The ${FIELD_NAMES[field]} was changed here to ${quoted(to)} and in ${current.action.path} to ${quoted(now)}, so it was left alone. Decide which one counts.`,
        );
        return;
      }
      if (current.hides.has(field)) {
        this.#tell(
          row,
          `The ${FIELD_NAMES[field]} of this action is hidden here in part, because it holds personal data. Change it in ${current.action.path}.`,
        );
        return;
      }
      const list = this.#wanted.get(current.plan.document) ?? [];
      list.push({ index: current.index, field, value: to, row, current });
      this.#wanted.set(current.plan.document, list);
    };
    for (const field of ['text', 'owner', 'measure', 'status'] as const) {
      const cell = row.cell(field);
      if (!cell) continue;
      const unclear = row.isMerged(field) ? MERGED : problemOf(cell);
      if (unclear !== null) {
        this.#tell(row, `The cell for the ${FIELD_NAMES[field]} ${unclear}; it was left alone.`);
        continue;
      }
      want(field, said[field], collapsed(cell.text), current.shown.said[field]);
    }
    this.#compareDue(row, said, current, want);
  }

  #compareDue(
    row: Row,
    said: Written['said'],
    current: Current,
    want: (field: EditableField, from: string, to: string, now: string) => void,
  ): void {
    const [cell, wordsCell] = [row.cell('due'), row.cell('dueWords')];
    const unclear =
      (cell && row.isMerged('due')) || (wordsCell && row.isMerged('dueWords')) ? MERGED : (problemOf(cell) ?? problemOf(wordsCell));
    if (unclear !== null) {
      this.#tell(row, `The cell for the ${FIELD_NAMES.due} ${unclear}; it was left alone.`);
      return;
    }
    const words = wordsCell ? (wordsCell.day ?? collapsed(wordsCell.text)) : said.dueWords;
    const day = cell ? dayText(cell) : said.due;
    const wordsChanged = wordsCell !== null && words !== said.dueWords && plainDay(words) !== (plainDay(said.dueWords) ?? 'none');
    const dayChanged = cell !== null && day !== said.due;
    const now = current.shown.said.dueWords;
    const asDay = (text: string): string => {
      const found = plainDay(text);
      return found === null ? text : dayLike(current.action.due, found);
    };
    if (wordsChanged && dayChanged && day !== '' && readDeadline(words).date !== (plainDay(day) ?? readDeadline(day).date)) {
      this.#tell(
        row,
        `“${COLUMNS.due}” says ${quoted(asDay(day))} and “${COLUMNS.dueWords}” says ${quoted(words)}. Let them say the same; the due date was left alone.`,
      );
      return;
    }
    if (wordsChanged) want('due', said.dueWords, wordsCell?.day ? asDay(words) : words, now);
    else if (dayChanged) {
      if (day !== '' && readDeadline(day).date === null) {
        this.#tell(row, `${quoted(day)} is no day that can be read. Write it as 31 March 2027; the due date was left alone.`);
        return;
      }
      want('due', said.dueWords, asDay(day), now);
    }
  }

  finish(): Returned {
    const changes: ReturnedChange[] = [];
    const plans = [...this.#wanted].flatMap(([document, wanted]) => {
      const { held, refused, text } = fieldEdits(document, wanted);
      const about = ({ index, field }: FieldChange) => wanted.find((one) => one.index === index && one.field === field)!;
      for (const one of held) {
        const { row, current } = about(one);
        const { action } = current;
        changes.push({ path: action.path, id: action.id, row: row.row + 1, field: one.field, from: action[one.field], to: one.value });
      }
      for (const one of refused) this.#tell(about(one).row, `${FIELD_NAMES[one.field]} to ${quoted(one.value)}: ${one.problem}`);
      return held.length > 0 ? [{ document, text, edits: held }] : [];
    });
    return { plans, changes, told: this.told };
  }
}

/** What a workbook that came back asks of the plans. Throws nothing; where it is no tracker, that is what is told. */
export function readReturned(sheets: readonly ReturnedSheet[], plans: readonly ReturnedPlan[], today: IsoDate): Returned {
  const reading = new Reading(plans, today);
  const hidden = sheets.find(({ name, isHidden }) => isHidden && name === AS_WRITTEN_SHEET);
  const record = hidden ? tableOf(hidden) : null;
  const tables: Table[] = [];
  for (const sheet of sheets) {
    if (sheet.isHidden) continue;
    const table = tableOf(sheet);
    if (table) tables.push(table);
    else reading.told.push(`The sheet “${sheet.name}” has no row that names the columns of a tracker, so it was left alone.`);
  }
  if (tables.length === 0) {
    reading.told.unshift(
      `No sheet of this workbook is a tracker of actions: one row names the columns, such as ${COLUMNS.text}, ${COLUMNS.owner}, ${COLUMNS.dueWords} and ${COLUMNS.status}. Write one with “area-send actions --format xlsx”.`,
    );
    return reading.finish();
  }
  for (const { sheet, columns, others } of tables) {
    if (sheet.isCut) reading.told.push(`The sheet “${sheet.name}” has more rows than can be read; those at its end were left alone.`);
    if (others.length > 0)
      reading.told.push(
        `${others.length === 1 ? 'A column' : 'Columns'} of “${sheet.name}” that the tracker does not have stayed in the workbook: ${others.slice(0, 8).map(quoted).join(', ')}.`,
      );
    const missing = EDITABLE_FIELDS.filter((field) => !columns.has(field) && !(field === 'due' && columns.has('dueWords')));
    if (missing.length > 0 && record)
      reading.told.push(
        `“${sheet.name}” no longer has a column for the ${missing.map((field) => FIELD_NAMES[field]).join(', the ')}; the plans keep what they say.`,
      );
  }
  if (!record)
    reading.told.push(
      `The workbook does not keep what it said when it was written, so every cell is held against the plans as they are now: ${plans.map(({ document }) => fileName(document.path ?? '')).join(', ')}.`,
    );
  reading.read(tables, record);
  return reading.finish();
}
