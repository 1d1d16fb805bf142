import { append } from '../../text/lists.js';
import { fieldAt, move } from './_entry.js';
import { ownEntry, type Draft } from './_draft.js';
import { REQUIRED } from './_plan-parts.js';
import type { References } from './_references.js';
import { cellsOf } from './_tables.js';
import { add, placeOf } from './_values.js';
import type { ActionTable } from './_piece-types.js';

/*
 * Actions that a plan tells of twice: in a second table with more columns, or in a summary.
 */

/** A table with more fields for actions that other tables number. */
export interface ExtraTable {
  readonly table: ActionTable;
  readonly base: number;
}

const normalNumber = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z\d.]/g, '')
    .replace(/\.$/, '');

/** A second table with more columns for numbered actions. */
export function mergeExtras(extras: readonly ExtraTable[], drafts: readonly Draft[], references: References): void {
  if (extras.length === 0) return;
  const byNumber = new Map<string, Draft>();
  for (const draft of drafts) if (draft.entry.reference) byNumber.set(normalNumber(draft.entry.reference.text), draft);
  for (const { table, base } of extras) {
    for (const row of table.rows) {
      const number = cellsOf(table, row, 'reference')[0];
      const draft = number && byNumber.get(normalNumber(number.text));
      if (!draft) continue;
      const { values, places, own } = ownEntry(draft);
      table.roles.forEach((role, column) => {
        const cell = row.cells[column];
        const name = role && placeOf(role);
        if (!role || !cell || role === 'reference') return;
        if (role === 'area') append(own, references.within({ piece: cell, base }, 0, 'cell', table.headers[column]));
        else if (name && !values.has(role)) {
          places[name] ??= move(cell.span, base);
          if (!cell.blank) add(values, role, fieldAt(cell, base));
        }
      });
    }
  }
}

/** A row of a summary that repeats an action of another table or block and has no place for what that one says. */
export function withoutSummaries(drafts: readonly Draft[]): readonly Draft[] {
  const byText = new Map<string, Draft>();
  const dropped = new Set<Draft>();
  for (const draft of drafts) {
    const { key } = draft.entry;
    if (key.length <= 15) continue;
    const other = byText.get(key);
    if (!other) {
      byText.set(key, draft);
      continue;
    }
    const lacks = (one: Draft, two: Draft): boolean => REQUIRED.some((name) => !one.entry.places[name] && two.entry.places[name]);
    const [summary, full] = lacks(draft, other) ? [draft, other] : lacks(other, draft) ? [other, draft] : [null, null];
    if (!summary || !full) continue;
    dropped.add(summary);
    byText.set(key, full);
    const { values, own } = ownEntry(full);
    const extra = ownEntry(summary);
    for (const [role, field] of extra.values) if (!values.has(role)) values.set(role, field);
    append(own, extra.own);
  }
  return dropped.size > 0 ? drafts.filter((draft) => !dropped.has(draft)) : drafts;
}
