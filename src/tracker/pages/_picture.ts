import { html, trusted, type Html } from '../../text/html.js';

/*
 * Plain SVG: a state has a shape as a mark and a pattern as a bar, so that it is told without its colour. Numbers of a picture stand in a
 * table on the same page.
 */

export const STATES = ['late', 'behind', 'in-progress', 'not-started', 'no-status', 'complete'] as const;
export type ShownState = (typeof STATES)[number];

export const STATE_WORDS: Readonly<Record<ShownState, string>> = {
  late: 'Late',
  behind: 'Behind',
  'in-progress': 'In progress',
  'not-started': 'Not started',
  'no-status': 'No status',
  complete: 'Complete',
};

/** The shape of a state, 14 across, around a place. All numbers are ours. */
export function mark(state: ShownState, x: number, y: number): Html {
  const shape = (() => {
    switch (state) {
      case 'late':
        return `<path class="mark late" d="M${x} ${y - 8}l8 14h-16z"/><path class="gap" d="M${x} ${y - 3}v4M${x} ${y + 3.6}v.2"/>`;
      case 'behind':
        return `<path class="mark behind" d="M${x} ${y - 8}l8 8l-8 8l-8 -8z"/>`;
      case 'in-progress':
        return `<circle class="mark hollow in-progress" stroke-width="2" cx="${x}" cy="${y}" r="6"/><path class="mark in-progress" d="M${x} ${y - 6}a6 6 0 0 1 0 12z"/>`;
      case 'not-started':
        return `<circle class="mark hollow not-started" stroke-width="2" cx="${x}" cy="${y}" r="6"/>`;
      case 'no-status':
        return `<rect class="mark hollow no-status" stroke-width="2" x="${x - 6}" y="${y - 6}" width="12" height="12"/>`;
      case 'complete':
        return `<circle class="mark complete" cx="${x}" cy="${y}" r="7"/><path class="gap" d="M${x - 3.5} ${y}l2.5 3l4.5 -5.5"/>`;
    }
  })();
  return trusted(shape);
}

/** A stretch of a bar. Late: slanting lines; behind: upright lines; in progress: half height filled; not started and no status: empty; complete: full. */
export function stretch(state: ShownState, x: number, y: number, width: number, height: number): Html {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const box = (name: string, top = y, tall = height): string =>
    `<rect class="bar ${name}" x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(tall)}"/>`;
  const parts = [box(`${state}${state === 'complete' ? '' : ' hollow'}`)];
  const to = x + width;
  if (state === 'late') {
    for (let at = x - height; at < to; at += 6) {
      const [from, end] = [Math.max(at, x), Math.min(at + height, to)];
      if (end > from)
        parts.push(
          `<path class="hatch late" d="M${round(from)} ${round(y + height - (from - at))}L${round(end)} ${round(y + height - (end - at))}"/>`,
        );
    }
  } else if (state === 'behind') {
    for (let at = x + 4; at < to - 1; at += 6) parts.push(`<path class="hatch behind" d="M${round(at)} ${round(y)}v${height}"/>`);
  } else if (state === 'in-progress') parts.push(box('in-progress', y + height / 2, height / 2));
  else if (state === 'no-status')
    parts.push(`<path class="hatch no-status" d="M${round(x)} ${round(y + height / 2)}H${round(to)}" stroke-dasharray="2 5"/>`);
  return trusted(parts.join(''));
}

/** What the marks and bars mean. */
export const key = (states: readonly ShownState[]): Html =>
  html`<ul class="key" aria-label="Key to the pictures">${states.map(
    (state) =>
      html`<li><svg aria-hidden="true" viewBox="0 0 62 20" width="62" height="20">${mark(state, 10, 10)}${stretch(state, 26, 3, 34, 14)}</svg> ${STATE_WORDS[state]}</li>`,
  )}</ul>`;
