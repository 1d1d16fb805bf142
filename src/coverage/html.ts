import { areaName, formatDate, formatRange, inspectionRange, type SendDocument } from '../document/index.js';
import { kindInfo } from '../framework/kinds.js';
import type { IsoDate } from '../framework/types.js';
import type { AreaCoverage, Coverage, CoveredBy, CoverageState } from './coverage.js';
import { html, lines, page as standalonePage, type Html, type HtmlValue } from '../text/html.js';
import { capital, clip, listed, plural } from '../text/words.js';
import { STATE_NAMES } from './names.js';

/*
 * One page that stands alone: no script, no address, no image. Colours never carry a meaning by themselves; contrast is at least 4.5 to 1 in both schemes.
 */

const STYLE = `
:root{color-scheme:light dark;--text:#0b0c0c;--muted:#484d50;--back:#fff;--line:#6f777b;--head:#f3f2f1;--bad:#942514;--bad-back:#fbe9e6;--good:#005a30;--focus:#1d70b8}
@media (prefers-color-scheme:dark){:root{--text:#f3f2f1;--muted:#c8cbcd;--back:#16181a;--line:#8a9094;--head:#25292c;--bad:#ffb4a6;--bad-back:#3d1a14;--good:#8fdcb0;--focus:#8fc1ff}}
body{margin:0;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,"Segoe UI",Arial,sans-serif}
main{max-width:80rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .75rem}
p,li{max-width:50rem}
.muted{color:var(--muted)}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--muted);padding:0 0 .5rem}
th,td{border:1px solid var(--line);padding:.5rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--head)}
td p,td ul{margin:0;white-space:pre-line}
td ul{padding-left:1.1rem}
.tick{text-align:center}
.missing{background:var(--bad-back);color:var(--bad);font-weight:600}
.overdue,.behind{color:var(--bad);font-weight:600}
.complete{color:var(--good);font-weight:600}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{.scroll{overflow:visible}main{padding:0}}
`;

/** Of `STYLE`, so that the page's policy allows this style sheet and nothing else; a test recomputes it. */
export const STYLE_HASH = 'sha256-64yTUcC2YtV5VM6jyWmdCIXLS+UpP1pIoDzpOlgsOoA=';

const lineName = (_document: SendDocument, line: number): string => `line ${line}`;
const nameOf = (document: SendDocument): string => document.path ?? 'unsaved document';
const dated = (date: IsoDate | null): HtmlValue => (date === null ? '–' : html`<time datetime="${date}">${formatDate(date)}</time>`);
const stateCell = (state: CoverageState | null, expected: boolean): Html =>
  state
    ? html`<td class="${state}">${STATE_NAMES[state]}</td>`
    : expected
      ? html`<td class="missing">Nobody answers this</td>`
      : html`<td>Not asked of this plan</td>`;

class Page {
  constructor(
    private readonly mask: (text: string) => string,
    private readonly placeOf: (document: SendDocument, line: number) => string,
  ) {}

  place(document: SendDocument, offset: number): string {
    return this.placeOf(document, document.lineColumn(offset).line);
  }

  /** Text of a document as it may stand in the page; cut only when nothing is left to hide in it. */
  words(text: string, length = Infinity): string {
    return clip(this.mask(text), length);
  }

  actionItem({ plan, action, state }: CoveredBy): Html {
    const facts = [
      action.owner ? clip(this.mask(action.owner.text).replace(/\n/g, ', '), 120) : 'no owner',
      action.dueDate ? `due ${formatDate(action.dueDate)}` : action.due ? `due “${clip(this.mask(action.due.text), 60)}”` : 'no deadline',
      STATE_NAMES[state].toLowerCase(),
    ];
    return html`<li>${this.words(action.text, 240)} <span class="muted">(${this.words(facts.join('; '))}; ${this.words(nameOf(plan))}, ${this.place(plan, action.span.start)})</span></li>`;
  }

  areaRow(coverage: Coverage, { area, actions, unwritten, state, earliest, latest, expected, suggestions }: AreaCoverage): Html {
    const close = suggestions.map(
      ({ plan, action }) =>
        html`<li>Close in words, but not linked: ${this.words(action.text, 160)} <span class="muted">(${this.words(nameOf(plan))}, ${this.place(plan, action.span.start)})</span></li>`,
    );
    const gaps = unwritten.map(
      ({ plan, action }) =>
        html`<li>Still to be written: ${this.words(action.text, 160)} <span class="muted">(${this.words(nameOf(plan))}, ${this.place(plan, action.span.start)})</span></li>`,
    );
    const items = actions.length > 0 ? actions.map((entry) => this.actionItem(entry)) : [...gaps, ...close];
    return html`<tr>
<th scope="row">${area.id}</th>
<td><p>${this.words(area.text)}</p><p class="muted">${area.responsibleBodies.length > 0 ? `${this.words(listed(area.responsibleBodies))}; ` : ''}${this.place(coverage.report, area.span.start)}</p></td>
<td>${items.length > 0 ? html`<ul>${items}</ul>` : 'None'}</td>
${stateCell(state, expected)}
<td>${dated(earliest)}</td>
<td>${dated(latest)}</td>
</tr>`;
  }

  matrix(coverage: Coverage): Html {
    const actions = coverage.plans.flatMap((plan) => plan.facts.actions.map((action) => ({ plan, action })));
    if (actions.length === 0) return html`<p>The plan has no actions that could be read.</p>`;
    const rows = actions.map(({ plan, action }) => {
      const cells = coverage.areas.map(({ area, actions: covering }) => {
        const answers = covering.some((entry) => entry.action === action);
        return answers
          ? html`<td class="tick"><span aria-hidden="true">●</span><span class="hidden">answers ${area.id}</span></td>`
          : html`<td></td>`;
      });
      const own = action.reference ? `${this.words(action.reference.text)}: ` : '';
      return html`<tr><th scope="row">${own}${this.words(action.text, 160)} <span class="muted">(${this.words(coverage.plans.length > 1 ? `${nameOf(plan)}, ` : '')}${this.place(plan, action.span.start)})</span></th>${cells}</tr>`;
    });
    return html`<div class="scroll" role="region" aria-labelledby="matrix-caption" tabindex="0">
<table>
<caption id="matrix-caption">Each action, and a mark under each area that it answers</caption>
<thead><tr><th scope="col">Action</th>${coverage.areas.map(({ area }) => html`<th scope="col" class="tick">${area.id}</th>`)}</tr></thead>
<tbody>
${lines(rows)}
</tbody>
</table>
</div>`;
  }

  summary(coverage: Coverage): Html {
    const expected = coverage.areas.filter((area) => area.expected);
    const missing = coverage.uncovered.map(({ area }) => area.id);
    const answered = `${plural(expected.length - missing.length, 'area')} of ${expected.length} ${expected.length - missing.length === 1 ? 'has' : 'have'} an action.`;
    const notes = [
      ...coverage.unknown.map(
        ({ plan, reference, actions }) =>
          html`<li>${this.words(nameOf(plan))}, ${this.place(plan, reference.span.start)}: ${this.words(reference.value)} is not an area of this report (${plural(actions.length, 'action')}).</li>`,
      ),
      ...(coverage.unassigned.length > 0
        ? [
            html`<li>${plural(coverage.unassigned.length, 'action')} answer${coverage.unassigned.length === 1 ? 's' : ''} no area of this report.</li>`,
          ]
        : []),
    ];
    return html`<p>${answered} ${missing.length > 0 ? html`<strong class="overdue">Nobody answers ${listed(missing)}.</strong>` : 'Every area is answered.'}</p>${
      notes.length > 0 &&
      html`
<ul>${notes}</ul>`
    }`;
  }
}

/**
 * The coverage as an accessible HTML page that needs nothing else.
 * `mask` hides what may not be repeated, such as personal data in the text of an action.
 */
export function coverageHtml(
  coverage: Coverage,
  today: IsoDate,
  mask: (text: string) => string = (text) => text,
  placeOf: (document: SendDocument, line: number) => string = lineName,
): string {
  const page = new Page(mask, placeOf);
  const { report, plans } = coverage;
  const area = areaName(report) ?? plans.map(areaName).find((name) => name !== null) ?? 'local area';
  const days = inspectionRange(report);
  const title = `${area}: areas of the report and actions of the plan`;
  return standalonePage(page.words(title), STYLE, STYLE_HASH, [
    html`<p>Report: ${nameOf(report)}${days ? ` (inspection of ${formatRange(days)})` : ''}.${plans.map((plan) => ` ${plan.kind ? capital(kindInfo(plan.kind).name) : 'Plan'}: ${nameOf(plan)}.`)} <span class="muted">As of ${formatDate(today)}.</span></p>
${page.summary(coverage)}
<h2>Areas of the report</h2>
<div class="scroll" role="region" aria-labelledby="areas-caption" tabindex="0">
<table>
<caption id="areas-caption">Each area with its actions, their state, and the earliest and latest deadline</caption>
<thead><tr><th scope="col">Area</th><th scope="col">What the report says</th><th scope="col">Actions</th><th scope="col">State</th><th scope="col">Earliest deadline</th><th scope="col">Latest deadline</th></tr></thead>
<tbody>
${lines(coverage.areas.map((entry) => page.areaRow(coverage, entry)))}
</tbody>
</table>
</div>
<h2>Actions against areas</h2>
${page.matrix(coverage)}`,
  ]);
}
