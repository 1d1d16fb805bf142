import { weakFieldOf, type PlanField } from '../../framework/plan-columns.js';
import { isFigure, isInstruction, isNumber, isPost, isState, isTime, mayInstruct, NUMBER_BEFORE, share } from './_cues.js';
import { readDeadline } from './deadline.js';
import type { Labels } from './_labels.js';
import type { ActionTable, TableAction, TableCellText } from './_piece-types.js';
import { largest } from '../../text/lists.js';
import { isPeriod } from './_times-in-words.js';
import { placeOf } from './_values.js';
import { isBlank, TELLING } from './_piece-texts.js';

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
const NO_ACTIONS = /^(?:risks?|agenda|version|you said)\b/i;
const PROMISED = /\bwe (?:will|shall|are going to)\b/i;

type Shape = Pick<ActionTable, 'shape' | 'roles' | 'actionColumn'>;

/** The texts of the first rows of a column. */
type ColumnTexts = (column: number) => readonly string[];

/** Heads that say nothing else may stand over numbers. */
const MAY_NUMBER: ReadonlySet<PlanField | null> = new Set([null, 'other', 'action', 'outcome', 'aim']);
/** What a column must hold to stand for a field that its head does not name. */
const HOLDS: Partial<Record<PlanField, (texts: readonly string[]) => boolean>> = {
  reference: (texts) => {
    const numbers = texts.filter(isNumber);
    // A number may come twice by mistake; counts do so all the time.
    const different = new Set(numbers).size / numbers.length;
    return (
      share(texts, isNumber) >= 0.6 &&
      different >= (numbers.every((text) => /\p{Lu}|\d[./-]\d/u.test(text)) ? 0.5 : 0.8) &&
      texts.every((text) => isBlank(text) || isNumber(text) || !/\d/.test(text))
    );
  },
  measure: (texts) => share(texts, isFigure) >= 0.8 && share(texts, (text) => /\d/.test(text)) >= 0.3,
  due: (texts) => share(texts, isPeriod) >= 0.6,
  owner: (texts) => share(texts, isPost) >= 0.6,
  status: (texts) => share(texts, isState) >= 0.7 && share(texts, isPeriod) < 0.5,
};

const EQUALS: Partial<Record<PlanField, readonly PlanField[]>> = {
  owner: ['owner', 'body', 'accountable'],
  measure: ['measure', 'target', 'baseline'],
  status: ['status', 'progress', 'completed', 'now'],
};

/** What the columns stand for: as their heads say, else as a weaker reading of the head or the cells below it tell. */
function rolesOf(headers: readonly string[], column: ColumnTexts, labels: Labels): readonly (PlanField | null)[] {
  const roles = headers.map((header) => labels.fieldOf(header));
  const lacks = (role: PlanField): boolean => !roles.some((other) => other !== null && (EQUALS[role] ?? [role]).includes(other));
  readEnds(headers, roles, column);
  // "Delivered by" over posts.
  const by = roles.indexOf('due');
  if (by >= 0 && HOLDS.owner!(column(by)) && share(column(by), isTime) < 0.2 && !roles.includes('owner')) roles[by] = 'owner';
  const telling = roles.filter((role) => role !== null && TELLING.has(role)).length;
  const unnamed = headers.filter((header) => header === '').length;
  const mayAct = !lacks('action') || headers.some((header) => weakFieldOf(header) === 'action');
  if (telling + Number(mayAct) < (unnamed >= 2 ? 1 : 2) && !readByCells(headers, roles, column, labels)) return roles;
  headers.forEach((header, index) => {
    const weak = weakFieldOf(header);
    const own = roles[index];
    // "Target" over days is no figure.
    if (!weak || !lacks(weak) || (own !== null && own !== 'other' && !(own === 'target' && weak === 'due'))) return;
    if (HOLDS[weak]?.(column(index)) ?? true) roles[index] = weak;
  });
  // "Step" or "Outcome" over numbers, with what will be done beside them.
  if (lacks('reference')) {
    const first = roles.findIndex((role, index) => index < 2 && MAY_NUMBER.has(role) && HOLDS.reference!(column(index)));
    if (first >= 0) roles[first] = 'reference';
  }
  if (lacks('action')) return roles;
  // In a table without any head, what is left beside the action, who and when shows how one will see it.
  const left = roles.flatMap((role, index) => (role === null && headers.every((header) => header === '') ? [index] : []));
  if (lacks('measure') && left.length === 1 && !lacks('due') && !lacks('owner') && share(column(left[0]!), isFigure) >= 0.5)
    roles[left[0]!] = 'measure';
  for (const role of ['due', 'status', 'owner', 'measure'] as const) {
    if (!lacks(role)) continue;
    const found = roles.findIndex((own, index) => own === null && HOLDS[role]!(column(index)));
    if (found >= 0) roles[found] = role;
  }
  return roles;
}

/** "Complete" over the days by which each action is to be, where no other column has them. */
function readEnds(headers: readonly string[], roles: (PlanField | null)[], column: ColumnTexts): void {
  const index = roles.indexOf('completed');
  if (index < 0 || roles.includes('due') || !/^(?:complete|deliver|finish|achieve)\b/i.test(headers[index]!)) return;
  const texts = column(index);
  if (texts.filter(isTime).length >= texts.length * 0.6) roles[index] = 'due';
}

/** Gives columns whose heads say nothing what their cells tell: most of one instruct, and most of another are posts or times. False where they do not. */
function readByCells(headers: readonly string[], roles: (PlanField | null)[], column: ColumnTexts, { fieldOf }: Labels): boolean {
  // Heads in the second row, below a row that groups columns.
  if (headers.filter((_, index) => fieldOf(column(index)[0] ?? '') !== null).length >= 2) return false;
  const unknown = (index: number): boolean => roles[index] === null || roles[index] === 'other';
  let action = roles.indexOf('action');
  if (action < 0) {
    const shares = headers.map((header, index) =>
      unknown(index) && !NO_ACTIONS.test(header) && new Set(column(index)).size > 1 ? share(column(index), isInstruction) : 0,
    );
    const most = largest(shares);
    action = most < 0.5 ? withoutHeads(headers, column) : shares.indexOf(most);
    if (action < 0) return false;
  }
  const holds = (role: 'due' | 'owner', texts: readonly string[]): boolean =>
    HOLDS[role]!(texts) || (role === 'due' && share(texts, (text) => isTime(text) && !/[%£]/.test(text)) >= 0.6);
  const found: (readonly [number, PlanField])[] = [];
  for (const role of ['due', 'owner'] as const) {
    if (roles.includes(role)) continue;
    const index = headers.findIndex(
      (_, at) => at !== action && unknown(at) && !found.some(([other]) => other === at) && holds(role, column(at)),
    );
    if (index >= 0) found.push([index, role]);
  }
  if (found.length === 0 && !roles.some((role) => role === 'due' || role === 'owner')) return false;
  roles[action] = 'action';
  for (const [index, role] of found) roles[index] = role;
  return true;
}

/** In a table without any head: the first column whose cells may instruct, beside posts and days; -1 for none. */
function withoutHeads(headers: readonly string[], column: ColumnTexts): number {
  if (!headers.every((header) => header === '')) return -1;
  const all = headers.map((_, index) => column(index));
  if (!all.some((texts) => HOLDS.owner!(texts)) || !all.some((texts) => share(texts, isTime) >= 0.6)) return -1;
  return all.findIndex(
    (texts) => !HOLDS.owner!(texts) && share(texts, (text) => wordCount(text) >= 4 && mayInstruct(text.replace(NUMBER_BEFORE, ''))) >= 0.8,
  );
}

const wordCount = (text: string): number => text.split(/\s+/).length;

/** Which column holds what will be done, where no head says so: the one whose cells differ from row to row, are more than a name and are no days. */
function likelyActions(headers: readonly string[], roles: readonly (PlanField | null)[], measured: boolean, column: ColumnTexts): number {
  let best = -1;
  let most = 0;
  headers.forEach((header, index) => {
    const role = roles[index] ?? null;
    const milestone = /^(?:key )?milestones?$/i.test(header.trim());
    if (header === '' || (role !== null && role !== 'other' && role !== 'aim' && role !== 'outcome')) return;
    if (milestone ? !measured : /milestone|document|meeting|board|name|venue|risk|budget|cost|funding|resource/i.test(header)) return;
    const texts = column(index);
    const filled = texts.filter((text) => !isBlank(text));
    if (filled.length === 0) return;
    const different = new Set(filled).size / texts.length;
    const long = share(filled, (text) => wordCount(text) >= 3);
    const dated = share(filled, (text) => /\d{4}/.test(text) && readDeadline(text).date !== null);
    const preference = role === 'outcome' ? 0 : milestone ? 0.3 : role === 'aim' ? 0.2 : 0.25;
    const points = different + long - dated + preference - index / 100;
    if (points > most) [best, most] = [index, points];
  });
  return best;
}

/** What a table is, by the heads of its columns and the texts below them; null where it tells of no actions. */
export function shapeOf(headers: readonly string[], column: ColumnTexts, labels: Labels): Shape | null {
  const roles = rolesOf(headers, column, labels);
  const has = (...wanted: PlanField[]): boolean => roles.some((role) => role !== null && wanted.includes(role));
  if (headers.length === 2) {
    const known = new Set(
      [headers[0]!, ...column(0)].map((label) => (labels.isLabel(label) ? labels.fieldOf(label) : null)).filter((role) => role !== null),
    );
    const telling = new Set([...known].filter((role) => TELLING.has(role)).map((role) => placeOf(role) ?? role)).size;
    // Without the action itself, which then is the heading above, the table must say more to be one.
    if (telling >= (known.has('action') ? 2 : 3)) return { shape: 'pairs', roles, actionColumn: -1 };
  }
  if (headers.slice(0, 2).some((header) => NO_ACTIONS.test(header)) && !headers.some((header) => PROMISED.test(header))) return null;
  const measured = has('measure') || has('target');
  const dated = has('due') || headers.filter((header, index) => isPeriodColumn(header, roles[index] ?? null)).length >= 2;
  const owned = has('owner', 'body', 'accountable');
  if (has('action') && (owned || dated || has('start') || measured))
    return { shape: 'actions', roles, actionColumn: roles.indexOf('action') };
  if (owned && dated && [measured, has('status', 'progress'), has('start')].some(Boolean)) {
    const found = likelyActions(headers, roles, measured, column);
    if (found >= 0)
      return { shape: 'actions', roles: roles.map((role, index) => (index === found ? 'action' : role)), actionColumn: found };
  }
  if (has('reference') && (owned || has('due', 'status') || measured)) return { shape: 'extra', roles, actionColumn: -1 };
  if (has('measure') && (has('baseline', 'target') || dated)) return { shape: 'measures', roles, actionColumn: -1 };
  return null;
}

/** What the rows of a logical framework are, with their numbers: "Outcome 1", "Output 1.2", "Activity 1.2.1". */
const HIGHER_LEVEL = /^(?:impact|goal|outcome|output|objective|aim|purpose|result|benefit)s?(?: [\dA-Z][\d.]{0,8}[a-z]?)?[:.]?$/i;
const LEVEL_OF_ACTIONS = /^(?:activity|action|task|step)(?: [\dA-Z][\d.]{0,8}[a-z]?)?[:.]?$/i;

/** A table with a column that says which rows are actions: it has their numbers, where no other has. */
export function withLevels<T extends Shape>(shape: T, column: ColumnTexts): T & { readonly levels: number } {
  const levels = shape.roles.findIndex((role, index) => {
    if (index === shape.actionColumn || (role !== null && !MAY_NUMBER.has(role) && role !== 'reference')) return false;
    const texts = column(index);
    return (
      texts.some((text) => HIGHER_LEVEL.test(text)) &&
      texts.some((text) => LEVEL_OF_ACTIONS.test(text)) &&
      texts.every((text) => isBlank(text) || HIGHER_LEVEL.test(text) || LEVEL_OF_ACTIONS.test(text))
    );
  });
  const numbers = levels >= 0 && !shape.roles.includes('reference') && column(levels).some((text) => /\d/.test(text));
  return { ...shape, levels, roles: numbers ? shape.roles.map((role, index) => (index === levels ? 'reference' : role)) : shape.roles };
}

/** What an outcome or output in such a table is called, which stands over the actions below it; null for these. */
export const higherLevel = (
  cells: readonly TableCellText[],
  { levels, actionColumn }: { readonly levels: number; readonly actionColumn: number },
): TableCellText | null => (levels >= 0 && HIGHER_LEVEL.test(cells[levels]?.text ?? '') ? (cells[actionColumn] ?? null) : null);

/** A table that was broken in two: its second half, read by the columns of the first; null where its cells do not fit these. */
export function continued(rest: ActionTable, { roles, headers, actionColumn }: ActionTable): ActionTable | null {
  const [first] = rest.rows;
  if (first?.cells.length !== roles.length) return null;
  const column = (index: number): readonly string[] => rest.rows.map(({ cells }) => cells[index]?.text ?? '');
  const known = (['due', 'owner', 'status'] as const).flatMap((role) => {
    const index = roles.indexOf(role);
    return index >= 0 && column(index).some((text) => !isBlank(text)) ? [HOLDS[role]!(column(index))] : [];
  });
  if (!known.some(Boolean) || !known[0]) return null;
  const rows = rest.rows.map((row) => ({
    ...row,
    group: groupOf(
      row.cells.filter((cell) => cell !== null),
      actionColumn,
      roles,
      false,
    ),
  }));
  return { shape: 'actions', roles, headers, actionColumn, header: rest.header, rows };
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
