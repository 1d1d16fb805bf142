import { listed, plural } from '../text/words.js';
import type { ActionChange, PlanChanges } from './changes.js';
import type { ActionPlace, SameAction, TrackedAction } from './tracker.js';

/** A field that says something else now, or did not say anything before, or no longer does. */
const became = (what: string, from: string | null, to: string | null): string =>
  to === null
    ? `no ${what} any more, before “${from ?? ''}”`
    : from === null
      ? `${what} “${to}”, before none`
      : `${what} “${to}”, before “${from}”`;

/** How far a deadline moved, in working days; null where that cannot be counted or it did not move. */
export const movedBy = (days: number | null): string | null =>
  days === null || days === 0 ? null : `${plural(Math.abs(days), 'working day')} ${days > 0 ? 'later' : 'earlier'}`;

/** One change in words, after the name of its action. */
export function tellChange(change: ActionChange): string {
  switch (change.what) {
    case 'reworded':
      return `was: “${change.from ?? ''}”`;
    case 'number':
      return `number ${change.from} became ${change.to}`;
    case 'areas':
      return `answers ${change.to.join(', ') || 'no area'}, before ${change.from.join(', ') || 'none'}`;
    case 'due': {
      const moved = movedBy(change.workingDays);
      return `${change.to === null ? became('due date', change.from, null) : became('due', change.from, change.to)}${moved === null ? '' : `, ${moved}`}`;
    }
    default:
      return became(change.what, change.from, change.to);
  }
}

/** Where else an action is or perhaps is, and what is said otherwise there. `placeOf`: a plan and the action in it, as they are to be named. */
export function tellElsewhere({ alsoIn, perhapsIn }: TrackedAction, placeOf: (place: ActionPlace) => string): string[] {
  const differing = ({ differs }: SameAction): string => (differs.length > 0 ? `, with another ${listed(differs)}` : '');
  return [
    ...alsoIn.map((same) => `also in ${placeOf(same)}${differing(same)}`),
    ...perhapsIn.map((same) => `perhaps also in ${placeOf(same)} in other words${differing(same)}`),
  ];
}

/** The same in short, for a cell: “b.md 1.2; perhaps c.md A4”. */
export const sameInShort = ({ alsoIn, perhapsIn }: TrackedAction): string =>
  [...alsoIn.map(({ path, id }) => `${path} ${id}`), ...perhapsIn.map(({ path, id }) => `perhaps ${path} ${id}`)].join('; ');

/** An action by its number and words. */
export const nameOf = ({ reference, text }: TrackedAction): string => (reference === null ? text : `${reference} ${text}`);

export const countChanges = ({ added, removed, changed, unchanged }: PlanChanges): string =>
  `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} as before.`;

/** What a board asks first: how many deadlines slipped, by how much at most, and what was finished; null where neither is. */
function inShort({ changed }: PlanChanges): string | null {
  const slips = changed.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.what === 'due' && (change.workingDays ?? 0) > 0 ? [change.workingDays!] : [])),
  );
  const done = changed.filter(({ before, after }) => before.state !== 'complete' && after.state === 'complete').length;
  const longest = slips.reduce((most, days) => Math.max(most, days), 0);
  return (
    [
      ...(slips.length > 0
        ? [
            `${plural(slips.length, 'deadline')} moved to a later day, ${slips.length > 1 ? 'the longest by' : 'by'} ${plural(longest, 'working day')}.`,
          ]
        : []),
      ...(done > 0 ? [`${plural(done, 'action')} ${done === 1 ? 'is' : 'are'} complete that ${done === 1 ? 'was' : 'were'} not.`] : []),
    ].join(' ') || null
  );
}

/** A summary in Markdown, to be posted in a pull request or sent to a board. */
export function changesSummary(changes: PlanChanges): string {
  const safe = (text: string): string => text.replace(/([\\`*_[\]<>|#])/g, '\\$1');
  const short = inShort(changes);
  const part = (title: string, items: readonly string[]): string[] => (items.length > 0 ? ['', `## ${title}`, '', ...items] : []);
  return [
    '# What changed in the plan',
    '',
    countChanges(changes),
    ...(short === null ? [] : ['', short]),
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
