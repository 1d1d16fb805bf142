import { readDeadline } from './deadline.js';
import { ownEntry, type Draft } from './_draft.js';

/** "March" in a row below one that says "2027": the year of the deadline stands over it. */
export function inYear(draft: Draft, year: string): void {
  const due = draft.entry.values.get('due');
  if (!due || readDeadline(due.text).problem !== 'no-year') return;
  const text = `${due.text} ${year}`;
  if (readDeadline(text).date === null) return;
  const { values } = ownEntry(draft);
  values.set('due', { text, span: values.get('due')!.span });
}
