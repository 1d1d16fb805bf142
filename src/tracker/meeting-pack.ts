import type { Coverage } from '../coverage/index.js';
import { areaName, findDates, formatDate } from '../document/index.js';
import type { IsoDate } from '../framework/types.js';
import { workingDaysBetween } from '../framework/working-days.js';
import { clip, collapsed, listed, plural } from '../text/words.js';
import { matchActions } from './changes.js';
import { asMarkdown } from './field-edit.js';
import { nameOf, tellElsewhere } from './told.js';
import type { ActionPlace, TrackedAction } from './tracker.js';

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

const plansOf = (actions: readonly TrackedAction[]): string[] => [...new Set(actions.map(({ path }) => path))];

const facts = ({ owner, due, dueDate, measure, status, state }: TrackedAction): string[] => [
  owner ?? 'nobody is named',
  dueDate ? `due ${formatDate(dueDate)}` : due ? `due ${due}` : 'no date',
  measure ? `measure: ${measure}` : 'no measure',
  // What is done stands under a heading that says so.
  ...(status === null || state === 'complete' ? [] : [`the plan says “${status}”`]),
];

/** An action by its plan and line. */
const placeOf = ({ path, line }: ActionPlace): string => `${path} ${line}`;

const unstopped = (text: string): string => text.replace(/(?<![.\s])\.$/, '');

/** One line for each action, also for one that several plans have and tell alike; each names its plan where there are several. */
function itemsOf(actions: readonly TrackedAction[], plans: number, more: (action: TrackedAction) => string[] = () => []): string[] {
  const told = new Set<string>();
  return actions.flatMap((action) => {
    if (told.has(placeOf(action))) return [];
    for (const same of action.alsoIn) if (same.differs.length === 0) told.add(placeOf(same));
    const where = plans > 1 ? [`in ${action.path}`, ...tellElsewhere({ ...action, perhapsIn: [] }, ({ path }) => path)] : [];
    // A stop before a bracket or a semicolon ends nothing.
    const said = [...more(action), ...facts(action), ...where].map(unstopped).join('; ');
    return [`- ${asMarkdown(unstopped(nameOf(action)), false)} (${asMarkdown(said, false)})`];
  });
}

/** The last day that the status or deadline of a finished action names. */
function finishedOn({ status, due }: TrackedAction): IsoDate | null {
  const days = [status, due].flatMap((text) => findDates(text ?? '').flatMap(({ range }) => (range ? [range.end] : [])));
  return days.sort().at(-1) ?? null;
}

/** Of the words of an area, in characters: as many as can be listened to. */
const MOST_OF_AREA = 120;
const EVIDENCE = 'Evidence: [insert what shows the difference for children and young people]';

/** Without the report, the areas that the plans name and in which nothing is complete; empty where they name none. */
function namedAreas(actions: readonly TrackedAction[]): string[] {
  const answers = new Map<string, TrackedAction[]>();
  const areas = new Set(actions.map(({ localArea }) => localArea)).size;
  for (const action of actions)
    for (const id of action.answers) {
      const name = areas > 1 && action.localArea !== null ? `${action.localArea}, ${id}` : id;
      answers.set(name, [...(answers.get(name) ?? []), action]);
    }
  if (answers.size === 0) return [];
  const open = [...answers].filter(([, list]) => !list.some(({ state }) => state === 'complete'));
  return [
    `The report that the plans answer was not found. Of the areas that the plans name, ${open.length === 0 ? 'each has an action that is complete' : open.length === 1 ? 'this one has none that is complete' : 'these have no action that is complete'}. [insert areas that no plan answers]`,
    ...(open.length > 0 ? [''] : []),
    ...open.map(([name, list]) => `- ${name}: ${plural(list.length, 'action')}. ${EVIDENCE}`),
  ];
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
  const plans = plansOf(actions).length;
  const items = (list: readonly TrackedAction[]): string[] => itemsOf(list, plans);
  const lateBy = ({ dueDate }: TrackedAction): string[] =>
    dueDate === null || workingDaysBetween(dueDate, today) === 0
      ? []
      : [`${plural(workingDaysBetween(dueDate, today), 'working day')} late`];
  const without = coverage.flatMap(({ report, areas: known }) =>
    known.flatMap(({ area, expected, actions: answers }) => {
      if (!expected) return [];
      const owner = areas.length > 1 ? areaName(report) : null;
      const name = asMarkdown(
        `${owner === null ? '' : `${owner}, `}${area.id}, “${clip(unstopped(collapsed(area.text)), MOST_OF_AREA)}”`,
        false,
      );
      if (answers.length === 0) return [`- ${name}: nobody answers this area yet. ${EVIDENCE}`];
      if (answers.some(({ state }) => state === 'complete')) return [];
      const measured = answers.filter(({ action }) => action.measure).length;
      return [
        `- ${name}: none of ${plural(answers.length, 'action')} is complete${measured === 0 ? ', and none has a measure' : ''}. ${EVIDENCE}`,
      ];
    }),
  );
  return [
    `# Engagement meeting${areas.length > 0 ? `: ${listed(areas)}` : ''}`,
    '',
    `Made on ${formatDate(today)} from ${listed(plansOf(actions))}. Last meeting: ${since === null ? '[insert date]' : formatDate(since)}. Next meeting: ${next === null ? '[insert date]' : formatDate(next)}.`,
    '',
    `${plural(actions.length, 'action')}: ${complete.length} complete, ${late.length} late.`,
    ...(since === null && before === null
      ? part('Done so far', items(done), 'The plans name nothing that is finished.')
      : part(`Done since ${sinceWords}`, items(done), 'The plans name nothing that was finished since then.')),
    ...(undated.length > 0 ? part('Done, on a day that the plans do not give', items(undated), '') : []),
    ...part('Late', itemsOf(late, plans, lateBy), 'Nothing is late.'),
    ...(next === null ? [] : part(`Due by ${formatDate(next)}`, items(coming), 'Nothing is due before the next meeting.')),
    ...part(
      'Areas without evidence yet',
      coverage.length === 0 ? namedAreas(actions) : without,
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
