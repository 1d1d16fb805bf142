import type { Table, TableCell } from 'mdast';
import { matchesOf } from '../../text/matches.js';
import { TYPED_BULLET } from '../../text/bullets.js';
import { isInstruction } from './_cues.js';
import { spanOf } from './_inlines.js';
import type { Labels } from './_labels.js';
import { isBlank, TELLING } from './_piece-texts.js';
import type { ActionTable, PieceLink, PieceText, TableAction, TableCellText } from './_piece-types.js';
import { tailOf } from './_tail.js';
import type { Prose } from '../types.js';

/*
 * A plan on a page: a table with a column for each priority, and in the first column what each row tells of it.
 */

type CellOf = (node: TableCell) => TableCellText;
type PartOf = (prose: Prose, from: number, to: number, links: readonly PieceLink[]) => PieceText;

const BULLET = new RegExp(`^[ \\t]{0,8}(?:${TYPED_BULLET}|\\(?(?:[a-z]|[ivx]{2,4}|\\d{1,2})[.)] )[ \\t\\u00A0]{0,8}`, 'u');

/** The table as one of actions, a row for each of them; null where the first column does not name what will be done, and by whom, when or how it is told. */
export function turnedTable({ children }: Table, cellOf: CellOf, partOf: PartOf, labels: Labels): ActionTable | null {
  const width = children[0]!.children.length;
  if (width < 3 || children.length < 3) return null;
  const heads = children.map((row) => (row.children[0] ? cellOf(row.children[0]).text : ''));
  const roles = heads.map((label) => labels.fieldOf(label));
  const telling = new Set(roles.filter((role) => role !== null && TELLING.has(role)));
  if (roles.filter((role) => role === 'action').length !== 1 || telling.size < 2) return null;
  const actionColumn = roles.indexOf('action');
  const rows = Array.from({ length: width - 1 }, (_, index): TableAction[] => {
    const cells = children.map((row) => (row.children[index + 1] ? cellOf(row.children[index + 1]!) : null));
    return linesOf(cells[actionColumn] ?? null, partOf).map((line) => ({
      cells: cells.map((cell, row) => (row === actionColumn ? line : cell)),
      span: line?.span ?? spanOf(children[0]!),
      group: null,
    }));
  }).flat();
  return { shape: 'actions', roles, headers: heads, header: spanOf(children[actionColumn]!), rows, actionColumn };
}

/** "(a) Open a clinic (Head of Therapies, March 2027)" and more such lines in one cell: a row for each. */
export function unfolded(
  row: TableAction,
  { roles, actionColumn }: Pick<ActionTable, 'roles' | 'actionColumn'>,
  partOf: PartOf,
): readonly TableAction[] {
  const cell = row.cells[actionColumn];
  if (row.group || !cell?.text.includes('\n') || roles.includes('owner') || roles.includes('due')) return [row];
  const lines = linesOf(cell, partOf);
  if (lines.length < 2 || !lines.every((line) => line && tailOf(line).fields.length >= 2)) return [row];
  return lines.map((line) => ({
    ...row,
    cells: row.cells.map((other, column) => (column === actionColumn ? line : other)),
    span: line!.span,
  }));
}

/** The items of a list that stands in a cell, a line each; a cell without one as it is. */
function linesOf(cell: TableCellText | null, partOf: PartOf): readonly (TableCellText | null)[] {
  const { prose } = cell ?? {};
  if (!cell || !prose || !cell.text.includes('\n')) return [cell];
  const lines = [...matchesOf(cell.text, /[^\n]+/g)].map((line) => {
    const bullet = BULLET.exec(line[0])?.[0].length ?? 0;
    const from = cell.from + line.index;
    return { isItem: bullet > 0, text: partOf(prose, from + bullet, from + line[0].length, cell.links) };
  });
  return lines.every(({ isItem, text }) => isItem || isInstruction(text.text))
    ? lines.map(({ text }) => ({ ...text, blank: isBlank(text.text), strong: false }))
    : [cell];
}
