import type { Coverage } from '../../coverage/index.js';
import { addMonths, dayNumber, formatDate } from '../../framework/days.js';
import type { IsoDate } from '../../framework/types.js';
import { html, lines, type Html, type HtmlValue } from '../../text/html.js';
import { clip, plural } from '../../text/words.js';
import { nameOf, tellElsewhere } from '../told.js';
import type { TrackedAction } from '../tracker.js';
import { page, table, type Cell } from './_page.js';
import { key, mark, STATE_WORDS, STATES, stretch, type ShownState } from './_picture.js';

export interface TrackerPageOptions {
  readonly today: IsoDate;
  /** Of each report that the plans answer. */
  readonly coverage?: readonly AreaRow[];
}

/** An area of a report and who answers it. */
export interface AreaRow {
  readonly id: string;
  readonly text: string;
  /** Whether a plan like these is asked to answer it. */
  readonly isExpected: boolean;
  readonly actions: number;
  readonly state: ShownState | null;
}

export const areaRows = ({ areas }: Coverage, mask: (text: string) => string): AreaRow[] =>
  areas.map(({ area, expected, actions, state }) => ({
    id: area.id,
    text: mask(area.text),
    isExpected: expected,
    actions: actions.length,
    state: state === 'overdue' ? 'late' : state,
  }));

const shownState = ({ isLate, state }: TrackedAction): ShownState => (isLate ? 'late' : (state ?? 'no-status'));

/** More lines are no picture any more. */
const MOST_LINES = 40;
/** As many as fit a printed page. */
const LINES_OF_PICTURE = 20;
const MOST_BARS = 15;
const WIDTH = 1000;
const LEFT = 420;
const RIGHT = 975;

/** The first days of months, from one of them on. */
const monthsBetween = (first: IsoDate, last: IsoDate): IsoDate[] => {
  const month = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Array.from({ length: month(last) - month(first) + 1 }, (_, count) => addMonths(first, count));
};

const dated = (action: TrackedAction): string => (action.dueDate === null ? (action.due ?? 'no date') : formatDate(action.dueDate));

/** Open actions with a day, the most urgent first, each on a line of its own. */
function timeLine(actions: readonly TrackedAction[], today: IsoDate): readonly HtmlValue[] {
  const open = actions.filter(({ dueDate, state }) => dueDate !== null && state !== 'complete');
  const shown = open.slice(0, MOST_LINES);
  if (shown.length === 0) return [html`<p>No open action has a day.</p>`];
  const days = [...shown.map(({ dueDate }) => dueDate!), today].sort();
  const [first, last] = [`${days[0]!.slice(0, 7)}-01`, days.at(-1)!];
  const [from, to] = [dayNumber(first), dayNumber(last) + 15];
  const x = (day: IsoDate): number => Math.round(LEFT + ((dayNumber(day) - from) / (to - from)) * (RIGHT - LEFT));
  const months = monthsBetween(first, last);
  const step = Math.ceil(months.length / 8);
  const at = x(today);
  const pictures = Math.ceil(shown.length / LINES_OF_PICTURE);
  const picture = (part: readonly TrackedAction[], number: number): Html => {
    const height = 48 + part.length * 24 + 8;
    const grid = months
      .filter((_, index) => index % step === 0)
      .map(
        (day) =>
          html`<path class="grid" d="M${x(day)} 34V${height - 6}"/><text class="small" x="${x(day) + 3}" y="30">${formatDate(day)
            .slice(2)
            .replace(/(\p{L}{3})\p{L}*/u, '$1')}</text>`,
      );
    const rows = part.map((action, index) => {
      const y = 52 + index * 24;
      const place = x(action.dueDate!);
      const words = `${formatDate(action.dueDate!)}, ${STATE_WORDS[shownState(action)].toLowerCase()}`;
      const left = place > RIGHT - 190;
      return html`<text x="4" y="${y + 4}">${clip(nameOf(action), 59)}</text>${mark(shownState(action), place, y)}<text class="small" x="${left ? place - 13 : place + 13}" y="${y + 4}" text-anchor="${left ? 'end' : 'start'}">${words}</text>`;
    });
    const name = `Time line${pictures > 1 ? `, part ${number + 1} of ${pictures}` : ''}: ${plural(part.length, 'open action')}`;
    return lines([
      html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">`,
      html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${name}; the table “All actions” says the same">`,
      ...grid,
      html`<path class="today" d="M${at} 18V${height - 6}"/><text x="${at > RIGHT - 130 ? at - 5 : at + 5}" y="14" text-anchor="${at > RIGHT - 130 ? 'end' : 'start'}">Today, ${formatDate(today)}</text>`,
      ...rows,
      html`</svg>`,
      html`</div>`,
    ]);
  };
  return [
    html`<figure>`,
    ...Array.from({ length: pictures }, (_, number) =>
      picture(shown.slice(number * LINES_OF_PICTURE, (number + 1) * LINES_OF_PICTURE), number),
    ),
    html`<figcaption>${
      open.length > shown.length
        ? `The ${shown.length} most urgent of ${open.length} open actions with a day.`
        : 'Every open action that has a day, late ones first.'
    } A period stands at its last day.</figcaption>`,
    html`</figure>`,
  ];
}

interface Group {
  readonly name: string;
  readonly counts: ReadonlyMap<ShownState, number>;
  readonly total: number;
}

/** Counted by what an action belongs to; an action may belong to several. Those with most late ones first. */
function grouped(actions: readonly TrackedAction[], namesOf: (action: TrackedAction) => readonly string[], none: string): Group[] {
  const groups = new Map<string, Map<ShownState, number>>();
  for (const action of actions) {
    const names = namesOf(action);
    for (const name of names.length > 0 ? names : [none]) {
      const counts = groups.get(name) ?? new Map<ShownState, number>();
      groups.set(name, counts.set(shownState(action), (counts.get(shownState(action)) ?? 0) + 1));
    }
  }
  const late = ({ counts }: Group): number => counts.get('late') ?? 0;
  return [...groups]
    .map(([name, counts]) => ({ name, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => late(b) - late(a) || b.total - a.total || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function bars(id: string, title: string, groups: readonly Group[], states: readonly ShownState[]): readonly HtmlValue[] {
  const shown = groups.slice(0, MOST_BARS);
  const most = shown.reduce((max, { total }) => Math.max(max, total), 1);
  const scale = (RIGHT - LEFT - 110) / most;
  const height = 12 + shown.length * 30;
  const rows = groups.map((group): Cell[] => [group.name, ...states.map((state) => group.counts.get(state) ?? 0), group.total]);
  return [
    html`<h2 id="${id}">${title}</h2>`,
    html`<figure>`,
    html`<div class="scroll" role="region" tabindex="0" aria-label="Picture: ${title}">`,
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}; the table below says the same">`,
    lines(
      shown.map(({ name, counts, total }, index) => {
        const y = 8 + index * 30;
        let at = LEFT;
        const parts = states.flatMap((state) => {
          const count = counts.get(state) ?? 0;
          if (count === 0) return [];
          const part = stretch(state, at, y, Math.max(4, count * scale), 18);
          at += Math.max(4, count * scale);
          return [part];
        });
        const late = counts.get('late') ?? 0;
        return html`<text x="4" y="${y + 14}">${clip(name, 59)}</text>${parts}<text class="small" x="${Math.round(at) + 6}" y="${y + 14}">${total}${late > 0 ? `, ${late} late` : ''}</text>`;
      }),
    ),
    html`</svg>`,
    html`</div>`,
    groups.length > shown.length
      ? html`<figcaption>The first ${shown.length} of ${groups.length}; the table has them all.</figcaption>`
      : null,
    html`</figure>`,
    table(
      `${id}-table`,
      `${title}, in numbers`,
      [{ title: 'Name' }, ...states.map((state) => ({ title: STATE_WORDS[state], isNumber: true })), { title: 'All', isNumber: true }],
      rows,
    ),
  ];
}

const stateCell = (state: ShownState): Cell => ({ className: state, content: STATE_WORDS[state] });

function coverageTable(rows: readonly AreaRow[]): readonly HtmlValue[] {
  const asked = rows.filter(({ isExpected }) => isExpected);
  const missing = asked.filter(({ actions }) => actions === 0);
  return [
    html`<h2>Areas of the report</h2>`,
    html`<p>${asked.length - missing.length} of ${plural(asked.length, 'area')} that these plans are asked to answer ${asked.length - missing.length === 1 ? 'has' : 'have'} an action.${
      missing.length > 0 ? html` <strong class="late">Nobody answers ${missing.map(({ id }) => id).join(', ')}.</strong>` : null
    }</p>`,
    table(
      'coverage',
      'Each area, how many actions answer it, and how far they are',
      [{ title: 'Area' }, { title: 'What the report says' }, { title: 'Actions', isNumber: true }, { title: 'State' }],
      rows.map(({ id, text, isExpected, actions, state }): Cell[] => [
        id,
        text,
        actions,
        state ? stateCell(state) : isExpected ? { className: 'late', content: 'Nobody answers this' } : 'Not asked of these plans',
      ]),
    ),
  ];
}

function allActions(actions: readonly TrackedAction[]): Html {
  return table(
    'actions',
    'All actions, late ones first',
    [
      { title: 'Action' },
      { title: 'Answers' },
      { title: 'Who' },
      { title: 'By when' },
      { title: 'How it is measured' },
      { title: 'State' },
      { title: 'Status in the plan' },
      { title: 'Where' },
    ],
    actions.map((action): Cell[] => [
      nameOf(action),
      action.answers.join(', ') || 'no area named',
      action.owner ?? 'nobody named',
      dated(action),
      action.measure ?? 'no measure',
      stateCell(shownState(action)),
      action.status ?? 'none',
      [
        `${action.path}, line ${action.line}`,
        ...tellElsewhere(action, ({ path, id, line }) => `${path}, line ${line} (${id})`).map((words) => html`<br>${words}`),
      ],
    ]),
  );
}

/** The tracker as a page with pictures. Texts are what may be shown: mask them before. Actions come in the order of `trackActions`. */
export function trackerPage(actions: readonly TrackedAction[], { today, coverage = [] }: TrackerPageOptions): string {
  const areas = [...new Set(actions.flatMap(({ localArea }) => (localArea === null ? [] : [localArea])))];
  const title = areas.length === 1 ? `${areas[0]!}: actions and how far they are` : 'Actions and how far they are';
  // Reports number their areas alike.
  const areaOf = ({ localArea, answers }: TrackedAction): string[] =>
    areas.length > 1 && localArea !== null ? answers.map((id) => `${localArea}, ${id}`) : [...answers];
  const count = (state: ShownState): number => actions.filter((action) => shownState(action) === state).length;
  const states = STATES.filter((state) => count(state) > 0);
  if (actions.length === 0)
    return page(title, [html`<p>The plans have no actions that could be read.</p>`, coverage.length > 0 ? coverageTable(coverage) : null]);
  const undated = actions.filter(({ dueDate }) => dueDate === null).length;
  const nobody = actions.filter(({ owner }) => owner === null).length;
  return page(title, [
    html`<p>${plural(actions.length, 'action')} on ${formatDate(today)}: ${states.map((state) => `${count(state)} ${STATE_WORDS[state].toLowerCase()}`).join(', ')}.${
      undated > 0 ? ` ${undated} without a day.` : ''
    }${nobody > 0 ? ` ${nobody} without anybody named.` : ''}</p>`,
    key(states),
    html`<h2>Time line</h2>`,
    ...timeLine(actions, today),
    ...(coverage.length > 0 ? coverageTable(coverage) : []),
    ...bars('areas', 'By area of the report', grouped(actions, areaOf, 'No area named'), states),
    ...bars(
      'owners',
      'By owner',
      grouped(actions, ({ owner }) => (owner === null ? [] : [owner]), 'Nobody named'),
      states,
    ),
    html`<h2>All actions</h2>`,
    allActions(actions),
  ]);
}
