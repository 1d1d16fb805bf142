import type { KnownFact } from '../../schedule/index.js';
import { html } from '../../text/html.js';

const escaped = (text: string): string => html`${text}`.markup;

const idOf = (path: string): string => `fact-${path.replace('.', '-')}`;

export interface FactsPage {
  readonly title: string;
  readonly facts: readonly KnownFact[];
  /** Entries that were not saved, by path: they go before what the document says. */
  readonly unsaved: Readonly<Record<string, string>>;
  /** Paths from the document to reports that it may answer. */
  readonly reports: readonly string[];
  readonly nonce: string;
  readonly cspSource: string;
}

function control({ field, given }: KnownFact, value: string, describedBy: string, reports: readonly string[]): string {
  const common = `id="${idOf(field.path)}" name="${field.path}" aria-describedby="${describedBy}"`;
  if (field.form === 'status' || (field.form === 'report' && reports.length > 0)) {
    const options = field.form === 'status' ? ['draft', 'final'] : [...new Set([...(given === '' ? [] : [given]), ...reports])];
    const all = ['', ...options].map(
      (option) =>
        `<option value="${escaped(option)}"${option === value ? ' selected' : ''}>${option === '' ? 'Not said' : escaped(option)}</option>`,
    );
    return `<select ${common}>${all.join('')}</select>`;
  }
  // A day that is written wrongly is shown as it is written: a field for dates would show nothing.
  const isDay = field.form === 'day' && (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value));
  if (!isDay) return `<input ${common} type="text" value="${escaped(value)}" autocomplete="off">`;
  // Some computers show the month first: the day in words leaves no doubt.
  const day = `${idOf(field.path)}-day`;
  return `<input ${common.replace(describedBy, `${describedBy} ${day}`)} type="date" value="${escaped(value)}" autocomplete="off"><p class="hint" id="${day}"></p>`;
}

function entry(fact: KnownFact, { unsaved, reports }: FactsPage): string {
  const { field, given, said } = fact;
  const id = idOf(field.path);
  const hint = [field.hint, ...(said !== null ? [`The text says: ${said}.`] : [])].map(escaped).join(' ');
  return `<div class="entry"><label for="${id}">${escaped(field.label)}</label>
<p class="hint" id="${id}-hint">${hint}</p>
<p class="error" id="${id}-error" hidden></p>
${control(fact, unsaved[field.path] ?? given, `${id}-hint ${id}-error`, reports)}</div>`;
}

/** The form for the facts of one document: a page that needs nothing else. */
export function factsPage(page: FactsPage): string {
  const groups = [...new Set(page.facts.map(({ field }) => field.group))];
  const unsaved = Object.keys(page.unsaved).length > 0;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${page.cspSource} 'nonce-${page.nonce}'; script-src 'nonce-${page.nonce}'">
<title>${escaped(page.title)}</title>
<style nonce="${page.nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(page.title)}</h1>
<p>What you give here is written at the top of the document. Leave empty what you do not know. One undo takes it all back.</p>
${unsaved ? '<p class="note">Your entries from last time were not saved yet. They are shown again.</p>' : ''}
<div id="summary" class="summary" role="alert" tabindex="-1" hidden><h2>There is something to mend</h2><ul></ul></div>
<form id="facts" novalidate>
${groups
  .map(
    (group) =>
      `<fieldset><legend>${escaped(group)}</legend>${page.facts
        .filter(({ field }) => field.group === group)
        .map((fact) => entry(fact, page))
        .join('\n')}</fieldset>`,
  )
  .join('\n')}
<p class="buttons"><button type="submit">Save in the document</button> <button type="button" id="cancel" class="second">Close without saving</button></p>
</form>
<p id="done" role="status"></p>
</main>
<script nonce="${page.nonce}">${SCRIPT}</script>
</body>
</html>`;
}

const STYLE = `
body { font-family: var(--vscode-font-family, sans-serif); font-size: var(--vscode-font-size, 14px); color: var(--vscode-foreground); background: var(--vscode-editor-background); line-height: 1.5; }
main { max-width: 36em; padding: 0 0.5em 3em; }
h1 { font-size: 1.5em; font-weight: 600; } h2 { font-size: 1.1em; margin: 0; }
fieldset { border: 0; border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-editorWidget-border, currentColor)); margin: 1.5em 0 0; padding: 0.75em 0 0; }
legend { font-weight: 600; font-size: 1.15em; padding: 0 0.5em 0 0; }
.entry { margin: 0 0 1.1em; } label { display: block; font-weight: 600; }
.hint { margin: 0; } .error { margin: 0; font-weight: 600; color: var(--vscode-editorError-foreground, var(--vscode-errorForeground)); }
input, select { font: inherit; box-sizing: border-box; width: 100%; max-width: 22em; padding: 0.35em; margin-top: 0.2em; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-foreground); border-radius: 2px; }
input[aria-invalid="true"], select[aria-invalid="true"] { border: 2px solid var(--vscode-errorForeground); }
input:focus, select:focus, button:focus, a:focus, .summary:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
button { font: inherit; padding: 0.45em 1em; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-background)); border-radius: 2px; cursor: pointer; }
button.second { color: var(--vscode-foreground); background: transparent; border-color: var(--vscode-foreground); }
.summary { border: 2px solid var(--vscode-errorForeground); padding: 0.75em 1em; margin: 1em 0; } .summary a { color: var(--vscode-foreground); }
.note { border-left: 4px solid var(--vscode-focusBorder); padding-left: 0.75em; }
.vscode-light input[type="date"] { color-scheme: light; } .vscode-dark input[type="date"], .vscode-high-contrast:not(.vscode-high-contrast-light) input[type="date"] { color-scheme: dark; }
`;

/** Tells what is typed, so that nothing is lost when the page is closed, and shows what cannot be saved at its field. */
const SCRIPT = `
const host = acquireVsCodeApi();
const form = document.getElementById('facts');
const summary = document.getElementById('summary');
const done = document.getElementById('done');
const values = () => Object.fromEntries([...new FormData(form)].map(([path, value]) => [path, String(value).trim()]));
const incomplete = () => [...form.elements].filter((field) => field.validity && field.validity.badInput).map((field) => field.name);
const inWords = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const showDays = () => {
  for (const field of form.elements) {
    const place = document.getElementById(field.id + '-day');
    if (place) place.textContent = field.valueAsDate ? inWords.format(field.valueAsDate).replace(',', '') : '';
  }
};
showDays();
form.addEventListener('input', showDays);
form.addEventListener('input', () => { done.textContent = ''; host.postMessage({ type: 'typed', values: values() }); });
form.addEventListener('submit', (event) => { event.preventDefault(); host.postMessage({ type: 'save', values: values(), incomplete: incomplete() }); });
document.getElementById('cancel').addEventListener('click', () => host.postMessage({ type: 'close' }));
window.addEventListener('message', ({ data }) => {
  if (!data || (data.type !== 'errors' && data.type !== 'saved')) return;
  const errors = data.errors || {};
  const list = summary.querySelector('ul');
  list.textContent = '';
  for (const field of form.elements) {
    if (!field.name) continue;
    const message = errors[field.name];
    const place = document.getElementById(field.id + '-error');
    place.hidden = !message;
    place.textContent = message ? 'Error: ' + message : '';
    if (message) field.setAttribute('aria-invalid', 'true'); else field.removeAttribute('aria-invalid');
    if (!message) continue;
    const link = document.createElement('a');
    link.href = '#' + field.id;
    link.textContent = message;
    link.addEventListener('click', (event) => { event.preventDefault(); field.focus(); });
    list.appendChild(document.createElement('li')).appendChild(link);
  }
  if (errors['']) list.appendChild(document.createElement('li')).textContent = errors[''];
  summary.hidden = Object.keys(errors).length === 0;
  if (!summary.hidden) summary.focus();
  done.textContent = data.type === 'saved' ? data.message : '';
});
`;
