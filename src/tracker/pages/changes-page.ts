import { formatDate } from '../../document/facts/dates.js';
import { html, lines, type Html, type HtmlValue } from '../../text/html.js';
import { plural } from '../../text/words.js';
import type { ActionChange, PlanChanges } from '../changes.js';
import { movedBy, nameOf } from '../told.js';
import type { TrackedAction } from '../tracker.js';
import { page, table, type Cell } from './_page.js';

export interface ChangesPageOptions {
  /** What the versions are called: files, or a revision and a file. */
  readonly before: string;
  readonly after: string;
}

const nothing = 'nothing';
const said = (text: string | null): Html => html`${text === null || text === '' ? nothing : `“${text}”`}`;

function told(change: ActionChange): Html {
  switch (change.what) {
    case 'reworded':
      return html`Reworded: <del>${change.from}</del> is now <ins>${change.to}</ins>`;
    case 'number':
      return html`Number: ${change.from} is now ${change.to}`;
    case 'areas':
      return html`Answers: ${change.from.join(', ') || 'no area'} before, ${change.to.join(', ') || 'no area'} now`;
    case 'due': {
      const moved = movedBy(change.workingDays);
      return html`Due: ${said(change.from)} before, ${said(change.to)} now${moved !== null && html` <strong>${moved}</strong>`}`;
    }
    default:
      return html`${change.what === 'owner' ? 'Owner' : change.what === 'measure' ? 'Measure' : 'Status'}: ${said(change.from)} before, ${said(change.to)} now`;
  }
}

const facts = ({ owner, due, dueDate }: TrackedAction): string =>
  `${owner ?? 'nobody named'}; ${dueDate ? `due ${formatDate(dueDate)}` : due ? `due “${due}”` : 'no deadline'}`;

const part = (title: string, items: readonly Html[]): HtmlValue =>
  items.length === 0 ? null : lines([html`<h2>${title} (${items.length})</h2>`, html`<ul class="changes">`, ...items, html`</ul>`]);

/** What changed between two versions of a plan, as a page for the board: deadlines that moved first. */
export function changesPage({ added, removed, changed, unchanged }: PlanChanges, { before, after }: ChangesPageOptions): string {
  const moved = changed.flatMap(({ after: action, changes }) =>
    changes.flatMap((change) => (change.what === 'due' ? [{ action, change }] : [])),
  );
  const days = (change: ActionChange): number => (change.what === 'due' ? (change.workingDays ?? 0) : 0);
  const later = moved.filter(({ change }) => days(change) > 0);
  const done = changed.filter(({ before: old, after: now }) => old.state !== 'complete' && now.state === 'complete');
  return page('What changed in the plan', [
    html`<p>From ${before} to ${after}.</p>`,
    html`<p>${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} as before. ${plural(later.length, 'deadline')} moved to a later day; ${plural(done.length, 'action')} ${done.length === 1 ? 'is' : 'are'} complete that ${done.length === 1 ? 'was' : 'were'} not.</p>`,
    moved.length === 0
      ? null
      : lines([
          html`<h2>Deadlines that moved</h2>`,
          table(
            'moved',
            'Each action with another deadline, the longest delay first',
            [{ title: 'Action' }, { title: 'Who' }, { title: 'Before' }, { title: 'Now' }, { title: 'Working days', isNumber: true }],
            [...moved]
              .sort((a, b) => days(b.change) - days(a.change))
              .map(({ action, change }): Cell[] => {
                const moves = days(change);
                return [
                  nameOf(action),
                  action.owner ?? 'nobody named',
                  change.what === 'due' ? (change.from ?? nothing) : nothing,
                  change.what === 'due' ? (change.to ?? nothing) : nothing,
                  change.what === 'due' && change.workingDays === null
                    ? 'cannot be counted'
                    : moves > 0
                      ? `${moves} later`
                      : moves < 0
                        ? `${-moves} earlier`
                        : 'the same day',
                ];
              }),
          ),
        ]),
    part(
      'Complete since then',
      done.map(({ after: action }) => html`<li class="added"><p>${nameOf(action)}</p><p class="muted">${facts(action)}</p></li>`),
    ),
    part(
      'Added',
      added.map((action) => html`<li class="added"><p>${nameOf(action)}</p><p class="muted">${facts(action)}</p></li>`),
    ),
    part(
      'Removed',
      removed.map(
        (action) =>
          html`<li class="removed"><p>${nameOf(action)}</p><p class="muted">${facts(action)}; ${action.status ?? 'no status'}</p></li>`,
      ),
    ),
    part(
      'Changed',
      changed.map(
        ({ after: action, changes }) =>
          html`<li><p>${nameOf(action)}</p>${changes.map((change) => html`<p class="muted">${told(change)}</p>`)}</li>`,
      ),
    ),
    added.length + removed.length + changed.length === 0 ? html`<p>Every action says what it said.</p>` : null,
  ]);
}
