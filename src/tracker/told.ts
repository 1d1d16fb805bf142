import { plural } from '../text/words.js';
import type { ActionChange, PlanChanges } from './changes.js';
import type { TrackedAction } from './tracker.js';

const nothing = (text: string | null): string => (text === null ? 'nothing' : `“${text}”`);

/** How far a deadline moved, in working days; null where that cannot be counted or it did not move. */
export const movedBy = (days: number | null): string | null =>
  days === null || days === 0 ? null : `${plural(Math.abs(days), 'working day')} ${days > 0 ? 'later' : 'earlier'}`;

/** One change in words, after the name of its action. */
export function tellChange(change: ActionChange): string {
  switch (change.what) {
    case 'reworded':
      return `was: ${nothing(change.from)}`;
    case 'number':
      return `number ${change.from} became ${change.to}`;
    case 'areas':
      return `answers ${change.to.join(', ') || 'no area'}, before ${change.from.join(', ') || 'none'}`;
    case 'due': {
      const moved = movedBy(change.workingDays);
      return `due ${nothing(change.to)}, before ${nothing(change.from)}${moved === null ? '' : `, ${moved}`}`;
    }
    default:
      return `${change.what} ${nothing(change.to)}, before ${nothing(change.from)}`;
  }
}

/** An action by its number and words. */
export const nameOf = ({ reference, text }: TrackedAction): string => (reference === null ? text : `${reference} ${text}`);

export const countChanges = ({ added, removed, changed, unchanged }: PlanChanges): string =>
  `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} as before.`;

/** A summary in Markdown, to be posted in a pull request or sent to a board. */
export function changesSummary(changes: PlanChanges): string {
  const safe = (text: string): string => text.replace(/([\\`*_[\]<>|#])/g, '\\$1');
  const part = (title: string, items: readonly string[]): string[] => (items.length > 0 ? ['', `## ${title}`, '', ...items] : []);
  return [
    '# What changed in the plan',
    '',
    countChanges(changes),
    ...part(
      'Added',
      changes.added.map((action) => `- ${safe(nameOf(action))}`),
    ),
    ...part(
      'Removed',
      changes.removed.map((action) => `- ${safe(nameOf(action))}`),
    ),
    ...part(
      'Changed',
      changes.changed.flatMap(({ after, changes: list }) => [
        `- ${safe(nameOf(after))}`,
        ...list.map((change) => `  - ${safe(tellChange(change))}`),
      ]),
    ),
  ].join('\n');
}
