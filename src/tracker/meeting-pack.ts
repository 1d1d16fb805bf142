import type { Coverage } from '../coverage/index.js';
import { findDates, formatDate } from '../document/index.js';
import type { IsoDate } from '../framework/types.js';
import { plural } from '../text/words.js';
import { matchActions } from './changes.js';
import { asMarkdown } from './field-edit.js';
import { nameOf } from './told.js';
import type { TrackedAction } from './tracker.js';

export interface MeetingPackOptions {
  readonly today: IsoDate;
  /** The last engagement meeting; null where nobody says when it was. */
  readonly since: IsoDate | null;
  /** The next one. */
  readonly next: IsoDate | null;
  /** What the plans said at the last meeting, where that is known. */
  readonly before: readonly TrackedAction[] | null;
  readonly coverage: readonly Coverage[];
}

const facts = ({ owner, due, dueDate, measure }: TrackedAction): string =>
  [
    owner ?? 'nobody is named',
    dueDate ? `due ${formatDate(dueDate)}` : due ? `due ${due}` : 'no date',
    measure ? `measure: ${measure}` : 'no measure',
  ].join('; ');

const item = (action: TrackedAction): string => `- ${asMarkdown(nameOf(action), false)} (${asMarkdown(facts(action), false)})`;

/** The last day that the status or deadline of a finished action names. */
function finishedOn({ status, due }: TrackedAction): IsoDate | null {
  const days = [status, due].flatMap((text) => findDates(text ?? '').flatMap(({ range }) => (range ? [range.end] : [])));
  return days.sort().at(-1) ?? null;
}

/**
 * What the partnership brings to an engagement meeting, as Markdown to be edited: what was done since the last one, what is late, what comes
 * before the next, and which areas have no evidence yet. Only what the plans say; what the author knows is a gap.
 */
export function meetingPack(actions: readonly TrackedAction[], { today, since, next, before, coverage }: MeetingPackOptions): string {
  const areas = [...new Set(actions.flatMap(({ localArea }) => (localArea === null ? [] : [localArea])))];
  const part = (title: string, items: readonly string[], none: string): string[] => [
    '',
    `## ${title}`,
    '',
    ...(items.length > 0 ? items : [none]),
  ];
  const complete = actions.filter(({ state }) => state === 'complete');
  const wasComplete = new Set(
    before === null ? [] : matchActions(before, actions).flatMap(([a, b]) => (before[a]!.state === 'complete' ? [actions[b]!] : [])),
  );
  const dated = since !== null && before === null;
  const done =
    before !== null
      ? complete.filter((action) => !wasComplete.has(action))
      : dated
        ? complete.filter((action) => (finishedOn(action) ?? '') >= since)
        : complete;
  const undated = dated ? complete.filter((action) => finishedOn(action) === null) : [];
  const late = actions.filter(({ isLate }) => isLate);
  const coming =
    next === null
      ? []
      : actions.filter(
          ({ dueDate, state, isLate }) => !isLate && state !== 'complete' && dueDate !== null && dueDate >= today && dueDate <= next,
        );
  const sinceWords = since === null ? 'the last meeting' : formatDate(since);
  const without = coverage.flatMap(({ areas: known }) =>
    known.flatMap(({ area, expected, actions: answers }) => {
      if (!expected) return [];
      if (answers.length === 0) return [`- ${area.id}: nobody answers this area yet. ${asMarkdown(area.text, false)}`];
      if (answers.some(({ state }) => state === 'complete')) return [];
      const measured = answers.filter(({ action }) => action.measure).length;
      return [
        `- ${area.id}: none of ${plural(answers.length, 'action')} is complete${measured === 0 ? ', and none has a measure' : ''}. Evidence: [insert what shows the difference for children and young people]`,
      ];
    }),
  );
  return [
    `# Engagement meeting${areas.length === 1 ? `: ${areas[0]!}` : ''}`,
    '',
    `Made on ${formatDate(today)} from ${[...new Set(actions.map(({ path }) => path))].join(', ')}. Last meeting: ${since === null ? '[insert date]' : formatDate(since)}. Next meeting: ${next === null ? '[insert date]' : formatDate(next)}.`,
    '',
    `${plural(actions.length, 'action')}: ${complete.length} complete, ${late.length} late.`,
    ...part(`Done since ${sinceWords}`, done.map(item), 'The plans name nothing that was finished since then.'),
    ...(undated.length > 0 ? part('Done, on a day that the plans do not give', undated.map(item), '') : []),
    ...part('Late', late.map(item), 'Nothing is late.'),
    ...(next === null ? [] : part(`Due by ${formatDate(next)}`, coming.map(item), 'Nothing is due before the next meeting.')),
    ...part(
      'Areas without evidence yet',
      without,
      coverage.length === 0
        ? 'The report that the plans answer was not found, so this is for you to say: [insert areas without evidence]'
        : 'Every area has an action that is complete.',
    ),
    '',
    '## What we want to discuss',
    '',
    '- [insert question or decision]',
    '',
  ].join('\n');
}
