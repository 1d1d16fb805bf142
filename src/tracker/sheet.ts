import type { IsoDate } from '../framework/types.js';
import { sameInShort } from './told.js';
import type { TrackedAction } from './tracker.js';

/*
 * The tracker as a workbook: a sheet for people, and a hidden one that keeps what the first one said when it was written. With it, what
 * comes back can be told apart from what has changed in the plan meanwhile.
 */

/** What a cell holds: words, a day, or nothing. */
export type SheetValue = string | { readonly day: IsoDate } | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Values to choose from; others may be written. */
  readonly choices?: readonly string[];
}

/** A sheet whose first row names its columns. */
export interface TableSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}

export const COLUMNS = {
  key: 'Key',
  plan: 'Plan',
  id: 'Id',
  text: 'Action',
  answers: 'Answers',
  owner: 'Owner',
  due: 'Due',
  dueWords: 'Due as written',
  measure: 'Success measure',
  status: 'Status',
  late: 'Late',
  alsoIn: 'Also in',
} as const;
export type ColumnId = keyof typeof COLUMNS;

const WIDTHS: Readonly<Record<ColumnId, number>> = {
  key: 6,
  plan: 22,
  id: 8,
  text: 60,
  answers: 12,
  owner: 32,
  due: 14,
  dueWords: 20,
  measure: 50,
  status: 16,
  late: 8,
  alsoIn: 28,
};
export const STANDARD_STATUSES = ['Not started', 'In progress', 'Behind schedule', 'Complete'] as const;
/** A list in a cell holds 255 characters at most. */
const MOST_CHOICES = 240;

const SHOWN: readonly ColumnId[] = [
  'plan',
  'id',
  'text',
  'answers',
  'owner',
  'due',
  'dueWords',
  'measure',
  'status',
  'late',
  'alsoIn',
  'key',
];
const AS_WRITTEN: readonly ColumnId[] = ['key', 'plan', 'id', 'text', 'owner', 'due', 'dueWords', 'measure', 'status'];
export const AS_WRITTEN_SHEET = 'As written';

/** The words that the plan uses for states, after those that everybody knows; what would not fit into a list is left out. */
function statuses(actions: readonly TrackedAction[]): string[] {
  const known = new Set<string>(STANDARD_STATUSES);
  let length = [...known].join(',').length;
  for (const { status } of actions) {
    if (status === null || known.has(status) || /[,"]/.test(status) || length + status.length + 1 > MOST_CHOICES) continue;
    known.add(status);
    length += status.length + 1;
  }
  return [...known];
}

function cellOf(action: TrackedAction, key: number, column: ColumnId): SheetValue {
  switch (column) {
    case 'key':
      return String(key);
    case 'plan':
      return action.path;
    case 'due':
      return action.dueDate === null ? null : { day: action.dueDate };
    case 'dueWords':
      return action.due;
    case 'answers':
      return action.answers.join(', ') || null;
    case 'late':
      return action.isLate ? 'Late' : null;
    case 'alsoIn':
      return sameInShort(action) || null;
    default:
      return action[column];
  }
}

/** The tracker's sheets. Texts are what may be shown: mask them before. */
export function trackerSheets(actions: readonly TrackedAction[]): readonly TableSheet[] {
  const choices = statuses(actions);
  const columnsOf = (ids: readonly ColumnId[]): SheetColumn[] =>
    ids.map((id) => ({ title: COLUMNS[id], width: WIDTHS[id], ...(id === 'status' ? { choices } : {}) }));
  const rowsOf = (ids: readonly ColumnId[]): SheetValue[][] =>
    actions.map((action, index) => ids.map((id) => cellOf(action, index + 1, id)));
  return [
    { name: 'Actions', isHidden: false, columns: columnsOf(SHOWN), rows: rowsOf(SHOWN) },
    { name: AS_WRITTEN_SHEET, isHidden: true, columns: columnsOf(AS_WRITTEN), rows: rowsOf(AS_WRITTEN) },
  ];
}
