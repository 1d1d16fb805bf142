import { addDays, addMonths, dayNumber, formatDate } from '../framework/days.js';
import { milestoneById, type CycleEvent } from '../framework/milestones.js';
import type { IsoDate } from '../framework/types.js';
import { formatRange } from '../document/index.js';
import { html, trusted, type Html, type HtmlValue } from '../text/html.js';
import { append } from '../text/lists.js';
import { oneLine } from '../text/words.js';
import type { Settings } from '../settings/settings.js';
import type { Cycle, DatedEvent, Place } from './cycle.js';
import { deadlinesFor, plausible, type Deadline, type Schedule } from './deadlines.js';
import { slug } from './text.js';
import { TIMELINE_CSS, TIMELINE_CSS_HASH, TIMELINE_SCRIPT } from './timeline-style.js';

export interface TimelineOptions {
  readonly today: IsoDate;
  readonly settings?: Settings;
  /** In a webview: places become buttons that post `{ type: 'open', path, line }`. Left out for a stand-alone file, which runs no script. */
  readonly webview?: { readonly nonce: string; readonly cspSource: string };
}

type RowState = 'happened' | Deadline['status'];

/** One thing in the life of a cycle, ready to draw. */
export interface TimelineRow {
  readonly id: string;
  readonly title: string;
  readonly state: RowState;
  /** First and last day: the same but for an inspection. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly approximate: boolean;
  readonly window: Deadline['window'];
  /** The day on which it was finished, where it is known. */
  readonly finished: IsoDate | null;
  readonly owner: string | null;
  readonly detail: string;
  readonly place: Place | null;
  /** Days of a plan's actions, for the row that gathers them. */
  readonly ticks?: readonly { readonly date: IsoDate; readonly state: RowState }[];
}

const STATE_WORDS: Readonly<Record<RowState, string>> = {
  happened: 'Took place',
  done: 'Done',
  overdue: 'Overdue',
  due: 'Due now',
  upcoming: 'To come',
};

const HAPPENINGS: readonly (readonly [CycleEvent, string])[] = [
  ['draft-received', 'Draft report received'],
  ['report-received', 'Final report received'],
  ['report-published', 'Report published'],
  ['strategic-plan-published', 'Strategic plan published'],
  ['priority-action-plan-submitted', 'Priority action plan submitted'],
  ['priority-action-plan-approved', 'Priority action plan found fit for purpose'],
  ['priority-action-plan-published', 'Priority action plan published'],
  ['engagement-meeting', 'Last engagement meeting'],
  ['monitoring-inspection', 'Monitoring inspection'],
];

/** The rows of a cycle's picture in order of time: what took place and what is to come. A plan's actions share one row. */
export function timelineRows(cycle: Cycle, { deadlines }: Pick<Schedule, 'deadlines'>, today: IsoDate): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  const base = { approximate: false, window: null, finished: null, owner: null } as const;
  const happened = (id: string, title: string, from: IsoDate, to: IsoDate, detail: string, place: Place | null): void => {
    rows.push({ ...base, id, title, state: to <= today ? 'happened' : 'upcoming', from, to, detail, place });
  };
  const reasonable = (found: DatedEvent | undefined): found is DatedEvent => found !== undefined && plausible(found.date, today);
  const end = cycle.events['inspection-end'];
  if (cycle.inspection && reasonable(end)) {
    const { start, end: last } = cycle.inspection;
    happened(
      'inspection',
      'Full inspection',
      start,
      last,
      `The inspection ${last <= today ? 'took place' : 'is to take place'} ${start === last ? 'on' : 'from'} ${formatRange(cycle.inspection)}.`,
      end,
    );
  }
  // What finished a deadline is drawn with it.
  const drawn = new Set(
    deadlines.flatMap(({ id, finished }) =>
      finished?.date ? (milestoneById(id)?.finishedBy ?? []).filter((event) => cycle.events[event]?.date === finished.date) : [],
    ),
  );
  for (const [event, title] of HAPPENINGS) {
    const found = cycle.events[event];
    if (reasonable(found) && !drawn.has(event)) happened(event, title, found.date, found.date, '', found);
  }
  if (cycle.followedBy)
    happened(
      'followed-by',
      'Later full inspection',
      cycle.followedBy.date,
      cycle.followedBy.date,
      'A cycle of its own begins here.',
      cycle.followedBy,
    );

  for (const deadline of deadlines) {
    if (deadline.origin === 'action') continue;
    rows.push({
      id: deadline.id,
      title: deadline.title,
      state: deadline.status,
      from: deadline.due,
      to: deadline.due,
      approximate: deadline.approximate,
      window: deadline.window,
      finished: deadline.finished?.date ?? null,
      owner: deadline.owner,
      detail: deadline.reckoning,
      place: deadline.trigger,
    });
  }
  const actions = deadlines.filter(({ origin }) => origin === 'action');
  if (actions.length > 0) {
    const count = (state: Deadline['status']): number => actions.filter(({ status }) => status === state).length;
    const parts = (['overdue', 'due', 'upcoming', 'done'] as const).flatMap((state) =>
      count(state) > 0 ? [`${count(state)} ${STATE_WORDS[state].toLowerCase()}`] : [],
    );
    const ticks = actions.map(({ due, status }) => ({ date: due, state: status }));
    rows.push({
      ...base,
      id: 'plan-actions',
      title: `Plan: ${actions.length} ${actions.length === 1 ? 'action' : 'actions'}`,
      state: count('overdue') > 0 ? 'overdue' : count('due') > 0 ? 'due' : count('upcoming') > 0 ? 'upcoming' : 'done',
      from: ticks[0]!.date,
      to: ticks.at(-1)!.date,
      detail: `${parts.join(', ')}.`,
      place: actions[0]!.trigger,
      ticks,
    });
  }
  return rows.sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : a.to > b.to ? 1 : 0) : a.from < b.from ? -1 : 1));
}

// Drawing. Every length is in the units of the picture, which is WIDTH wide.

const WIDTH = 1000;
const LEFT = 370;
const RIGHT = 975;
const ROW = 36;
const TOP = 56;

function when({ from, to, approximate, window, ticks }: TimelineRow): string {
  if (window && approximate) return `about ${formatDate(from)} (between ${formatDate(window.from)} and ${formatDate(window.to)})`;
  if (ticks && from !== to) return `${formatDate(from)} to ${formatDate(to)}`;
  return `${approximate ? 'about ' : ''}${formatRange({ start: from, end: to })}`;
}

const stateWords = ({ state, finished }: TimelineRow): string =>
  state === 'done' && finished ? `Done on ${formatDate(finished)}` : STATE_WORDS[state];

function scaleOf(
  rows: readonly TimelineRow[],
  today: IsoDate,
): { readonly first: IsoDate; readonly last: IsoDate; readonly x: (date: IsoDate) => number } {
  const days = rows.flatMap(({ from, to, window, finished }) => [
    from,
    to,
    ...(window ? [window.from, window.to] : []),
    ...(finished ? [finished] : []),
  ]);
  const sorted = [...days, today].sort();
  const span = Math.max(60, dayNumber(sorted.at(-1)!) - dayNumber(sorted[0]!));
  const first = addDays(sorted[0]!, -Math.ceil(span * 0.02));
  const last = addDays(sorted[0]!, Math.ceil(span * 1.02));
  const start = dayNumber(first);
  const width = dayNumber(last) - start;
  return { first, last, x: (date) => Math.round((LEFT + ((dayNumber(date) - start) / width) * (RIGHT - LEFT)) * 10) / 10 };
}

/** The first days of years, or of quarters and months where the picture spans little time. */
function gridOf(first: IsoDate, last: IsoDate): readonly { readonly date: IsoDate; readonly label: string }[] {
  const days = dayNumber(last) - dayNumber(first);
  const step = days > 366 * 12 ? 60 : days > 900 ? 12 : days > 300 ? 3 : 1;
  const lines: { date: IsoDate; label: string }[] = [];
  let date: IsoDate = `${first.slice(0, 4)}-01-01`;
  for (let count = 0; date <= last && count < 100; count++, date = addMonths(date, step)) {
    if (date < first) continue;
    const [, month, year] = formatDate(date).split(' ') as [string, string, string];
    lines.push({ date, label: step >= 12 ? year : `${month.slice(0, 3)} ${year}` });
  }
  return lines;
}

const MARK_SIZE = 8;

/** Shapes differ, so that nothing is told by colour alone. */
function mark(state: RowState, x: number, y: number, approximate: boolean): Html {
  const s = MARK_SIZE;
  const dashed = approximate ? ' approx' : '';
  switch (state) {
    case 'happened':
      return html`<circle class="mark happened" cx="${x}" cy="${y}" r="${s - 1}"/>`;
    case 'done':
      return html`<circle class="mark done" cx="${x}" cy="${y}" r="${s}"/><path class="tick" d="M${x - 4} ${y}l3 3.5l5 -6.5"/>`;
    case 'overdue':
      return html`<path class="mark overdue" d="M${x} ${y - s - 1}L${x + s + 1} ${y + s - 1}H${x - s - 1}Z"/><path class="bang" d="M${x} ${y - 3}v5m0 2v1.5"/>`;
    case 'due':
      return html`<path class="mark due${dashed}" d="M${x} ${y - s - 1}L${x + s + 1} ${y}L${x} ${y + s + 1}L${x - s - 1} ${y}Z"/>`;
    case 'upcoming':
      return html`<circle class="mark upcoming${dashed}" cx="${x}" cy="${y}" r="${s - 1}"/>`;
  }
}

const smallTick = (state: RowState, x: number, y: number): Html =>
  state === 'overdue'
    ? html`<path class="mark overdue" d="M${x} ${y - 6}l5 10h-10z"/>`
    : state === 'done'
      ? html`<rect class="mark done" x="${x - 2}" y="${y - 5}" width="4" height="10"/>`
      : html`<rect class="mark upcoming" x="${x - 2}" y="${y - 5}" width="4" height="10"/>`;

function drawRow(row: TimelineRow, index: number, prefix: string, x: (date: IsoDate) => number): Html {
  const y = TOP + index * ROW + ROW / 2;
  const title = oneLine(row.title, 48);
  const line = `${row.approximate ? 'about ' : ''}${formatRange({ start: row.from, end: row.to })} · ${stateWords(row)}`;
  // The name begins with what can be seen, so that speech control finds it; then comes what there is no room for.
  const more = [
    ...(title === row.title ? [] : [row.title]),
    ...(row.window ? [`Between ${formatDate(row.window.from)} and ${formatDate(row.window.to)}`] : []),
    ...(row.ticks ? [row.detail] : []),
  ];
  const label = [`${title} ${line}`, ...more].join('. ');
  const parts = [html`<rect class="hit" x="4" y="${y - ROW / 2 + 1}" width="${WIDTH - 8}" height="${ROW - 2}" rx="4"/>`];
  parts.push(html`<text class="title" x="12" y="${y - 3}">${title}</text> <text class="when" x="12" y="${y + 12}">${line}</text>`);
  if (row.window)
    parts.push(
      html`<rect class="window" x="${x(row.window.from)}" y="${y - 6}" width="${Math.max(2, Math.round((x(row.window.to) - x(row.window.from)) * 10) / 10)}" height="12" rx="3"/>`,
    );
  if (row.ticks)
    append(parts, [
      html`<path class="line" d="M${x(row.from)} ${y}H${x(row.to)}"/>`,
      ...row.ticks.map(({ date, state }) => smallTick(state, x(date), y)),
    ]);
  else {
    // A finished deadline shows both its day and the day on which it was done.
    if (row.finished && row.finished !== row.from) {
      parts.push(
        html`<path class="line" d="M${x(row.finished)} ${y}H${x(row.from)}"/>`,
        html`<path class="limit" d="M${x(row.from)} ${y - 8}v16"/>`,
        mark(row.state, x(row.finished), y, false),
      );
    } else parts.push(mark(row.state, x(row.to), y, row.approximate));
  }
  return html`<a href="#${prefix}-${row.id}" aria-label="${label}"><title>${label}</title>${parts}</a>`;
}

function drawing(rows: readonly TimelineRow[], today: IsoDate, prefix: string, name: string): Html {
  const { first, last, x } = scaleOf(rows, today);
  const height = TOP + rows.length * ROW + 12;
  const bottom = height - 8;
  const grid = gridOf(first, last).map(
    ({ date, label }) =>
      html`<path class="grid" d="M${x(date)} ${TOP - 8}V${bottom}"/><text class="scale" x="${x(date) + 3}" y="${TOP - 12}">${label}</text>`,
  );
  const at = x(today);
  const anchor = at > RIGHT - 140 ? 'end' : 'start';
  const now = html`<g class="now"><path d="M${at} 20V${bottom}"/><text x="${at + (anchor === 'end' ? -5 : 5)}" y="18" text-anchor="${anchor}">Today, ${formatDate(today)}</text></g>`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-label="${name}"><g aria-hidden="true">${grid}</g>${rows.map((row, index) => drawRow(row, index, prefix, x))}<g aria-hidden="true">${now}</g></svg>`;
}

function legend(): Html {
  const entry = (state: RowState, words: string): Html =>
    html`<li><svg aria-hidden="true" viewBox="0 0 24 24" width="24" height="24">${mark(state, 12, 12, false)}</svg> ${words}</li>`;
  return html`<ul class="legend" aria-label="Key to the picture">${entry('happened', 'Took place')}${entry('done', 'Done (a bar marks the limit)')}${entry('overdue', 'Overdue')}${entry('due', 'Due now')}${entry('upcoming', 'To come (dashed: approximate)')}<li><svg aria-hidden="true" viewBox="0 0 24 24" width="24" height="24"><rect class="window" x="2" y="6" width="20" height="12" rx="3"/></svg> Span in which it may fall</li></ul>`;
}

function placeCell(place: Place | null, interactive: boolean): HtmlValue {
  if (!place || place.path === null) return null;
  const words = `${place.path}, line ${place.line}`;
  return interactive ? html`<button type="button" data-path="${place.path}" data-line="${place.line}">${words}</button>` : words;
}

function tableOf(rows: readonly TimelineRow[], prefix: string, caption: string, interactive: boolean): Html {
  const body = rows.map(
    (row) =>
      html`<tr id="${prefix}-${row.id}" tabindex="-1"><th scope="row">${row.title}</th><td>${when(row)}</td><td class="state-${row.state}">${stateWords(row)}</td><td>${row.owner ?? ''}</td><td>${row.detail}</td><td>${placeCell(row.place, interactive)}</td></tr>`,
  );
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col">State</th><th scope="col">Who</th><th scope="col">How the day was worked out</th><th scope="col">Where it is written</th></tr></thead><tbody>${body}</tbody></table></div>`;
}

function sectionOf(cycle: Cycle, options: TimelineOptions, index: number): Html {
  const schedule = deadlinesFor(cycle, options);
  const rows = timelineRows(cycle, schedule, options.today);
  const prefix = `c${index}-${slug(cycle.key, 60)}`;
  const area = cycle.localArea ?? 'Local area not named';
  const name = `${area}: ${cycle.inspection ? `inspection of ${formatRange(cycle.inspection)}` : 'inspection not dated'}`;
  const interactive = options.webview !== undefined;
  const waiting = schedule.waiting.map(({ title, waitingFor }) => html`<li>${title}: waiting for the ${waitingFor}</li>`);
  const problems = schedule.problems.map(({ message, path, line }) => html`<li>${message} ${placeCell({ path, line }, interactive)}</li>`);
  return html`${[
    html`<section aria-labelledby="${prefix}-heading"><h2 id="${prefix}-heading">${name}</h2>`,
    rows.length === 0
      ? html`<p>No dates yet. Write the dates of the inspection in the report, and when the report was received in its front matter.</p>`
      : html`<figure><div class="scroll" role="region" tabindex="0" aria-label="Timeline, ${name}">${drawing(rows, options.today, prefix, name)}</div><figcaption>Today is ${formatDate(options.today)}. Each line leads to its row in the table below.</figcaption></figure>`,
    rows.length > 0 && tableOf(rows, prefix, `Dates, ${name}`, interactive),
    waiting.length > 0 && html`<h3>Not dated yet</h3><ul>${waiting}</ul>`,
    problems.length > 0 && html`<h3>Check these dates</h3><ul>${problems}</ul>`,
  ]}</section>`;
}

const titleOf = (cycles: readonly Cycle[]): string => {
  const areas = [...new Set(cycles.map(({ localArea }) => localArea ?? 'Local area not named'))];
  return areas.length === 1 ? `Area SEND timeline: ${areas[0]!}` : 'Area SEND timeline';
};

/** The inside of `<body>`: a section, picture and table for each cycle. */
function bodyOf(cycles: readonly Cycle[], options: TimelineOptions): Html {
  const sections = cycles.map((cycle, index) => sectionOf(cycle, options, index));
  const empty = html`<p>No inspection report, plan or meeting note with dates was found.</p>`;
  return html`<main><h1>${titleOf(cycles)}</h1>${cycles.length === 0 ? empty : [legend(), sections]}</main>`;
}

/**
 * A whole page. Without `webview` it is a stand-alone file that loads nothing and runs no script; its style is allowed by its hash.
 * With `webview`, style and script carry the nonce.
 */
export function timelinePage(cycles: readonly Cycle[], options: TimelineOptions): string {
  const { webview } = options;
  const nonce = webview?.nonce ?? '';
  const policy = webview
    ? html`default-src 'none'; style-src 'nonce-${nonce}' ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
    : html`default-src 'none'; style-src '${trusted(TIMELINE_CSS_HASH)}'; base-uri 'none'; form-action 'none'`;
  const attribute = webview ? html` nonce="${nonce}"` : null;
  const page = html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${titleOf(cycles)}</title><style${attribute}>${trusted(TIMELINE_CSS)}</style></head>
<body>${bodyOf(cycles, options)}${webview !== undefined && html`<script${attribute}>${trusted(TIMELINE_SCRIPT)}</script>`}</body></html>
`;
  return page.markup;
}

export { TIMELINE_CSS } from './timeline-style.js';
