import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { completenessOf, type Completeness, type CompletenessState } from '../../check/completeness.js';
import { maskOf } from '../../check/index.js';
import { coverageOf, plansFor, reportFor, STATE_NAMES } from '../../coverage/index.js';
import { formatDate, openDocument, type SendDocument } from '../../document/index.js';
import { kindInfo } from '../../framework/kinds.js';
import { shownCycleOf } from '../../workspace/shown-cycle.js';
import { isPlanKind, type Severity } from '../../framework/types.js';
import { byDue, deadlinesFor, mergeCycles, type Deadline } from '../../schedule/index.js';
import { capital, plural } from '../../text/words.js';
import { html, lines, page, type Html, type HtmlValue } from '../../text/html.js';
import type { FileResult } from '../checker.js';
import { countSeverities, type CheckReport } from './report.js';
import { attempt, readOrTell } from '../each-file.js';
import type { InputProblem } from '../files.js';
import type { Workspace } from '../workspace.js';

/*
 * One page for a folder, that stands alone: no script, nothing fetched, no picture. States are words, not only colours.
 */

const STYLE = `
:root{color-scheme:light dark;--text:#0b0c0c;--muted:#484d50;--back:#fff;--line:#6f777b;--head:#f3f2f1;--bad:#942514;--good:#005a30;--warn:#6a3d00;--link:#1d4f91}
@media (prefers-color-scheme:dark){:root{--text:#f3f2f1;--muted:#c8cbcd;--back:#16181a;--line:#8a9094;--head:#25292c;--bad:#ffb4a6;--good:#8fdcb0;--warn:#ffd28a;--link:#8fc1ff}}
body{margin:0;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,"Segoe UI",Arial,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.35rem;line-height:1.3;margin:2.5rem 0 .5rem;overflow-wrap:anywhere}h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
a{color:var(--link)}.muted{color:var(--muted)}
.scroll{overflow-x:auto}.scroll:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:var(--muted);padding:0 0 .5rem}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}thead th{background:var(--head)}
.missing,.error,.overdue{color:var(--bad);font-weight:600}.incomplete,.warning,.due{color:var(--warn);font-weight:600}.present,.done{color:var(--good);font-weight:600}
@media print{.scroll{overflow:visible}main{padding:0}}
`;

const STATE: Readonly<Record<CompletenessState, string>> = { present: 'Present', incomplete: 'Incomplete', missing: 'Missing' };
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Worth a look' };
const STATUS: Readonly<Record<Deadline['status'], string>> = { overdue: 'Overdue', due: 'Due now', upcoming: 'To come', done: 'Done' };

/** A table with a header row; the first cell of each row is its header. */
function table(caption: string, headers: readonly string[], rows: readonly (readonly HtmlValue[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${headers.map((header) => html`<th scope="col">${header}</th>`)}</tr></thead><tbody>
${lines(rows.map(([first, ...rest]) => html`<tr><th scope="row">${first ?? null}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`))}
</tbody></table></div>`;
}

interface Read {
  readonly result: FileResult;
  readonly document: SendDocument;
  readonly anchor: string;
}

async function openAgain(results: readonly FileResult[], workspace: Workspace, problems: InputProblem[]): Promise<Read[]> {
  const read: Read[] = [];
  const open = async (result: FileResult, index: number): Promise<void> => {
    const absolute = resolve(workspace.cwd, result.path);
    const input = result.kind ? await readOrTell(workspace, absolute) : '';
    if (typeof input === 'string') return;
    const configuredKind = workspace.configs.for(absolute).configuredKind ?? result.kind!;
    read.push({
      result,
      document: openDocument(input.text, { path: result.path, configuredKind }),
      anchor: `document-${index + 1}`,
    });
  };
  for (const [index, result] of results.entries()) await attempt(result.path, problems, () => open(result, index));
  return read;
}

function coverageLines(document: SendDocument, all: readonly SendDocument[], today: string): Html[] {
  const isReport = document.kind === 'full-inspection-report';
  const report = isReport ? document : reportFor(document, all);
  const plans = isReport ? plansFor(document, all) : [document];
  if (!report || plans.length === 0 || (!isPlanKind(document.kind) && !isReport)) return [];
  const mask = maskOf(report);
  const rows = coverageOf(report, plans, today)
    .areas.filter(({ expected }) => expected)
    .map(({ area, actions, state, latest }) => [
      area.id,
      mask(area.text),
      actions.length === 0 ? html`<span class="missing">Nobody answers this</span>` : plural(actions.length, 'action'),
      state ? STATE_NAMES[state] : '–',
      latest ? formatDate(latest) : '–',
    ]);
  return rows.length === 0
    ? []
    : [
        html`<h3>Areas and the actions that answer them</h3>`,
        table(`Areas of ${report.path ?? 'the report'}`, ['Area', 'What it asks', 'Answered by', 'State', 'Latest deadline'], rows),
      ];
}

/** Complete as the page itself shows: the areas of a plan's report are answered where the table of coverage says so. */
function completenessIn(
  document: SendDocument,
  findings: FileResult['findings'],
  all: readonly SendDocument[],
  today: string,
): Completeness {
  if (!isPlanKind(document.kind)) return completenessOf(document, findings);
  const report = reportFor(document, all);
  return completenessOf(document, findings, report && coverageOf(report, document, today).uncovered.map(({ area }) => area.id));
}

function documentPart(
  { result, document, anchor }: Read,
  all: readonly SendDocument[],
  deadlines: readonly Deadline[],
  today: string,
): Html {
  const { findings } = result;
  const mask = maskOf(document);
  const { items, percent } = completenessIn(document, findings, all, today);
  const own = deadlines.filter(({ trigger, origin }) => trigger.path === result.path && origin !== 'action');
  return lines([
    html`<section aria-labelledby="${anchor}"><h2 id="${anchor}">${mask(result.path)}</h2>`,
    html`<p>${capital(kindInfo(document.kind!).name)}${result.localArea ? `, ${mask(result.localArea)}` : ''}: ${percent}% complete, ${findings.length === 0 ? 'nothing to fix' : `${findings.length} to look at`}.</p>`,
    html`<h3>What it must have</h3>`,
    table(
      'Sections and facts',
      ['What', 'State', 'What to do', 'Line'],
      items.map(({ label, state, detail, span }) => [
        label,
        html`<span class="${state}">${STATE[state]}</span>`,
        detail ? mask(detail) : '',
        span ? String(document.lineColumn(span.start).line) : '',
      ]),
    ),
    ...(findings.length > 0
      ? [
          html`<h3>What to look at</h3>`,
          table(
            'Findings in the order of the text',
            ['Line', 'Severity', 'What', 'Rule'],
            findings.map(({ start, severity, message, help, rule, url }) => [
              String(start.line),
              html`<span class="${severity}">${SEVERITY[severity]}</span>`,
              [mask(message), !message.includes(help) && html` <span class="muted">${mask(help)}</span>`],
              html`<a href="${url}">${rule}</a>`,
            ]),
          ),
        ]
      : []),
    ...(own.length > 0
      ? [
          html`<h3>Deadlines</h3>`,
          table(
            'Deadlines that follow from this document',
            ['What', 'Due', 'State', 'Who', 'How it was worked out'],
            own.map(({ title, due, approximate, status, owner, reckoning }) => [
              mask(title),
              html`${approximate && 'about '}<time datetime="${due}">${formatDate(due)}</time>`,
              html`<span class="${status}">${STATUS[status]}</span>`,
              mask(owner),
              mask(reckoning),
            ]),
          ),
        ]
      : []),
    ...coverageLines(document, all, today),
    html`</section>`,
  ]);
}

/** The results of a check as one accessible page: completeness, findings, deadlines and coverage of each document. What fails is named in `problems`. */
export async function htmlReport(report: CheckReport, workspace: Workspace, problems: InputProblem[]): Promise<string> {
  const { configs, cwd } = workspace;
  const read = await openAgain(report.files, workspace, problems);
  const documents = read.map(({ document }) => document);
  const cycles = mergeCycles(documents.flatMap((document) => shownCycleOf(document) ?? []));
  const settingsOf = (path: string | null) => (path === null ? undefined : configs.for(resolve(cwd, path)).settings);
  const deadlines = cycles
    .flatMap((cycle) => {
      const settings = settingsOf(cycle.home.path);
      return deadlinesFor(cycle, { today: report.today, ...(settings ? { settings } : {}) }).deadlines;
    })
    .sort(byDue);
  const parts: Html[] = [];
  for (const entry of read)
    await attempt(entry.result.path, problems, () => parts.push(documentPart(entry, documents, deadlines, report.today)));
  const { error, warning, info } = countSeverities(report.files);
  const summary = read.map(({ result, document, anchor }) => {
    const count = countSeverities([result]);
    return [
      html`<a href="#${anchor}">${maskOf(document)(result.path)}</a>`,
      kindInfo(document.kind!).name,
      maskOf(document)(result.localArea ?? '–'),
      `${completenessIn(document, result.findings, documents, report.today).percent}%`,
      String(count.error),
      String(count.warning),
      String(count.info),
    ];
  });
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return page(`Area SEND documents on ${formatDate(report.today)}`, STYLE, `sha256-${hash}`, [
    html`<p>${plural(read.length, 'document')} checked: ${plural(error, 'error')}, ${plural(warning, 'warning')} and ${info} worth a look.</p>`,
    read.length > 0
      ? table('Documents', ['Document', 'Kind', 'Local area', 'Complete', 'Errors', 'Warnings', 'Worth a look'], summary)
      : html`<p>No Area SEND report, plan or meeting note was found.</p>`,
    ...parts,
  ]);
}
