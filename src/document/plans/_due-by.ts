import { readDeadline } from './deadline.js';
import { ownEntry, type Draft } from './_draft.js';
import type { PieceField } from './_piece-types.js';
import type { Field } from './_values.js';

/** Gives an action without a deadline of its own that of the heading above it. `fields`: those that it names itself. */
export function dueByHeading(draft: Draft, period: Field | null, fields: readonly PieceField[]): void {
  const due = draft.entry.values.get('due');
  // Of "600 appointments by June" the heading tells the year, if it is a deadline at all.
  if (!period || (due && (fields.some(({ role }) => role === 'due') || readDeadline(due.text).date !== null))) return;
  const own = ownEntry(draft);
  own.places.due = period.span;
  own.values.set('due', period);
}
