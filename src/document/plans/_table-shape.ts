import { isPlanLabel, planFieldOf, type PlanField } from '../../framework/plan-columns.js';
import { readDeadline } from './deadline.js';
import type { ActionTable, TableAction, TableCellText } from './_piece-types.js';
import { TELLING } from './_piece-texts.js';

/*
 * What the columns of a table make of it, and which of its rows stand over others.
 */

/** A column that is a day or period itself, as in a chart of quarters: "June 2027", "Q3 2026/27". */
export const isPeriodColumn = (header: string, role: PlanField | null): boolean =>
  (role === null || role === 'other') &&
  /\d/.test(header) &&
  header.length < 60 &&
  (readDeadline(header).date !== null ||
    /^\W*(?:within |after )?\d{1,2}[ -]?(?:months?|weeks?|years?)\b/i.test(header) ||
    /^year \d\b/i.test(header));

/** Registers of risks, agendas and histories have owners and dates too. */
export const NO_ACTIONS = /^(?:risks?|agenda|version|you said)\b/i;

export function shapeOf(
  headers: readonly string[],
  roles: readonly (PlanField | null)[],
  firstColumn: () => readonly string[],
): Pick<ActionTable, 'shape' | 'roles' | 'actionColumn'> | null {
  const has = (...wanted: PlanField[]): boolean => roles.some((role) => role !== null && wanted.includes(role));
  if (headers.length === 2) {
    const labels = firstColumn();
    const known = new Set(labels.map((label) => (isPlanLabel(label) ? planFieldOf(label) : null)).filter((role) => role !== null));
    if (known.has('action') && [...known].filter((role) => TELLING.has(role)).length >= 2)
      return { shape: 'pairs', roles, actionColumn: -1 };
  }
  if (headers.slice(0, 2).some((header) => NO_ACTIONS.test(header))) return null;
  const measured = has('measure') || has('target');
  const dated = has('due') || headers.filter((header, column) => isPeriodColumn(header, roles[column] ?? null)).length >= 2;
  const owned = has('owner', 'body', 'accountable');
  if (has('action') && (owned || dated || has('start') || measured))
    return { shape: 'actions', roles, actionColumn: roles.indexOf('action') };
  if (owned && dated && [measured, has('status', 'progress'), has('start')].some(Boolean)) {
    const candidates = headers.map((header, column) => ({ header, column, role: roles[column] }));
    // Where nothing is called an action, the milestones of a workstream are what will be done.
    const milestone = headers.findIndex((header) => /^(?:key )?milestones?$/i.test(header.trim()));
    if (milestone >= 0 && measured)
      return { shape: 'actions', roles: roles.map((role, index) => (index === milestone ? 'action' : role)), actionColumn: milestone };
    const column = (
      candidates.find(
        ({ role, header }) =>
          (role === null || role === 'other') && header !== '' && !/milestone|document|meeting|board|name/i.test(header),
      ) ?? candidates.find(({ role }) => role === 'outcome')
    )?.column;
    if (column !== undefined)
      return { shape: 'actions', roles: roles.map((role, index) => (index === column ? 'action' : role)), actionColumn: column };
  }
  if (has('reference') && (owned || has('due', 'status') || measured)) return { shape: 'extra', roles, actionColumn: -1 };
  if (has('measure') && (has('baseline', 'target') || dated)) return { shape: 'measures', roles, actionColumn: -1 };
  return null;
}

/** "1.1 | Governance" over the actions 1.1.1 and 1.1.2 is a heading with a number. */
export function numberedGroup(
  row: TableAction,
  below: TableAction,
  { roles, actionColumn }: Pick<ActionTable, 'roles' | 'actionColumn'>,
): TableAction {
  const number = (cells: TableAction['cells']): string => cells[roles.indexOf('reference')]?.text.replace(/\.$/, '') ?? '';
  const title = row.cells[actionColumn];
  if (row.group || !title || title.blank || number(row.cells) === '' || !number(below.cells).startsWith(`${number(row.cells)}.`))
    return row;
  return row.cells.every((cell, column) => cell === null || cell.blank || column === actionColumn || roles[column] === 'reference')
    ? { ...row, group: title }
    : row;
}

/** A row that is a heading for those below it: one filled cell, which names an area, is bold, or does not stand in the column of actions. */
export function groupOf(
  cells: readonly TableCellText[],
  actionColumn: number,
  roles: readonly (PlanField | null)[],
  bold: boolean,
): TableCellText | null {
  const filled = cells.filter((cell, index) => cell.text !== '' && !(roles[index] === 'reference' && !bold && cells[actionColumn]?.strong));
  const only = filled[0];
  if (filled.length !== 1 || !only || cells.length < 2) return null;
  const column = cells.indexOf(only);
  if ((only.strong && !(bold && column === actionColumn)) || /^(?:AFI|APA|area for |recommendation \d)/i.test(only.text)) return only;
  const role = roles[column] ?? 'other';
  return column !== actionColumn && (role === 'area' || role === 'other') ? only : null;
}
