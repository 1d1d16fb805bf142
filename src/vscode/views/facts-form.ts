import * as vscode from 'vscode';
import { isImportName } from '../../convert/import/names.js';
import { formatDate, openDocument, type SendDocument } from '../../document/index.js';
import { frontMatterEdits, halfGiven, type FrontMatterChanges } from '../../document/front-matter-edit.js';
import { isIsoDate } from '../../framework/days.js';
import { FACT_FIELDS, fieldsWithFacts, readDay, readDays } from '../../schedule/index.js';
import { fileName, isRelativePath, relativePath } from '../../text/paths.js';
import { applyEdit } from '../documents/apply-edit.js';
import type { ActiveDocument } from '../documents/active-document.js';
import type { Agenda, Awaited } from '../documents/agenda.js';
import type { Checks } from '../documents/checks.js';
import type { Library } from '../documents/library.js';
import { fileOf } from '../documents/place.js';
import { factsPage } from './facts-page.js';
import { nonce } from './nonce.js';

const { window, workspace } = vscode;

const CANNOT_WRITE =
  'The lines at the top of the document have a mistake, so nothing was written. Mend them first: the Problems panel says where.';

/** Writes facts into the front matter of a document, as one step to undo. What went wrong, or null. */
async function giveFacts(checks: Checks, uri: vscode.Uri, changes: FrontMatterChanges): Promise<string | null> {
  const document = await workspace.openTextDocument(uri);
  const edits = frontMatterEdits(openDocument(document.getText(), { path: uri.path }), changes);
  if (!edits) return CANNOT_WRITE;
  if (edits.length === 0) return null;
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await applyEdit(edit))) return 'The document cannot be changed: it may be read-only.';
  await checks.checkNow(document);
  return null;
}

/** What is wrong with entries of the form, by path; what is right, as it is to be written. */
function checked(
  values: Readonly<Record<string, unknown>>,
  incomplete: readonly unknown[],
): { errors: Record<string, string>; changes: Record<string, string | null> } {
  const errors: Record<string, string> = {};
  const changes: Record<string, string | null> = {};
  for (const { path, form, label } of FACT_FIELDS) {
    const value = values[path];
    if (incomplete.includes(path)) errors[path] = `${label}: give the day, the month and the year.`;
    if (typeof value !== 'string') continue;
    const text = value.trim();
    const day = form === 'day' && text !== '' ? (isIsoDate(text) ? text : readDay(text)) : null;
    if (form === 'day' && text !== '' && day === null) errors[path] = `${label}: there is no such day. Check the day and the month.`;
    if (form === 'report' && text !== '' && !isRelativePath(text))
      errors[path] = `${label}: write a path from this document, for example ../reports/report.md.`;
    changes[path] = text === '' ? null : (day ?? text);
  }
  for (const path of halfGiven(changes))
    errors[path] ??= `${FACT_FIELDS.find((field) => field.path === path)!.label}: give both days, or neither.`;
  const [start, end] = [changes['inspection.start'], changes['inspection.end']];
  if (start && end && start > end) errors['inspection.end'] ??= 'The inspection ends before it starts.';
  return { errors, changes };
}

/** The form for the facts of a document, beside it. */
class FactsForm implements vscode.Disposable {
  readonly #panels = new Map<string, vscode.WebviewPanel>();
  /** What was typed and not saved, by document: closing the form loses nothing. */
  readonly #typed = new Map<string, Record<string, string>>();

  constructor(
    private readonly checks: Checks,
    private readonly library: Library,
  ) {}

  async show(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const open = this.#panels.get(key);
    if (open) {
      open.reveal();
      return;
    }
    const text = await workspace.openTextDocument(uri);
    const checkedNow = await this.checks.checkNow(text);
    if (!checkedNow?.result.kind) {
      void window.showInformationMessage(
        'Open a report, a plan or a meeting note first: this form gives the facts of the document in front of you.',
      );
      return;
    }
    const panel = window.createWebviewPanel('areaSend.facts', `Facts of ${fileName(uri.path)}`, vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [],
      retainContextWhenHidden: true,
    });
    this.#panels.set(key, panel);
    panel.onDidDispose(() => this.#panels.delete(key));
    panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(uri, panel, message));
    panel.webview.html = factsPage({
      title: `Facts of ${fileName(uri.path)}`,
      facts: fieldsWithFacts(checkedNow.document),
      unsaved: this.#typed.get(key) ?? {},
      reports: await this.#reports(uri),
      nonce: nonce(),
      cspSource: panel.webview.cspSource,
    });
  }

  async #reports(uri: vscode.Uri): Promise<string[]> {
    await this.library.start();
    const from = fileOf(uri);
    return this.library
      .documents()
      .filter(
        ({ uri: other, kind }) =>
          kind?.endsWith('report') &&
          workspace.getWorkspaceFolder(other)?.uri.toString() === workspace.getWorkspaceFolder(from)?.uri.toString(),
      )
      .map(({ uri: other }) => relativePath(from.path, other.path))
      .sort();
  }

  async #hear(uri: vscode.Uri, panel: vscode.WebviewPanel, message: unknown): Promise<void> {
    const { type, values, incomplete } = (message ?? {}) as { type?: unknown; values?: unknown; incomplete?: unknown };
    const entries = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
    if (type === 'close') panel.dispose();
    if (type === 'close') this.#typed.delete(uri.toString());
    if (type === 'typed')
      this.#typed.set(
        uri.toString(),
        Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      );
    if (type !== 'save') return;
    const { errors, changes } = checked(entries, Array.isArray(incomplete) ? incomplete : []);
    if (Object.keys(errors).length === 0) {
      const problem = await giveFacts(this.checks, uri, changes);
      if (problem !== null) errors[''] = problem;
    }
    if (Object.keys(errors).length > 0) {
      void panel.webview.postMessage({ type: 'errors', errors });
      return;
    }
    this.#typed.delete(uri.toString());
    void panel.webview.postMessage({ type: 'saved', message: 'Written into the document. Undo there takes it back.' });
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }
}

const isWaiting = (node: unknown): node is { readonly sort: 'waiting' } & Awaited =>
  typeof node === 'object' && node !== null && (node as { sort?: unknown }).sort === 'waiting';

/** What the command that gives one date is told. */
export interface DateToGive {
  readonly uri: vscode.Uri;
  /** In the front matter: `report.received`; `inspection` for its first and last day. */
  readonly path: string;
  readonly label: string;
}

const isDateToGive = (given: unknown): given is DateToGive =>
  typeof given === 'object' &&
  given !== null &&
  (given as DateToGive).uri instanceof vscode.Uri &&
  typeof (given as DateToGive).path === 'string';

/** Asks for one date and writes it. */
async function giveDate(checks: Checks, { uri, path, label }: DateToGive): Promise<void> {
  const text = await workspace.openTextDocument(uri);
  const document: SendDocument = openDocument(text.getText(), { path: uri.path });
  const isRange = path === 'inspection' || path.startsWith('inspection.');
  const fact = fieldsWithFacts(document).find(({ field }) => field.path === (isRange ? 'inspection.start' : path));
  const given =
    fact && isIsoDate(fact.given) && !isRange
      ? formatDate(fact.given)
      : document.frontMatter.data.inspection && isRange
        ? `${formatDate(document.frontMatter.data.inspection.start)} to ${formatDate(document.frontMatter.data.inspection.end)}`
        : '';
  const example = isRange ? '19 to 23 January 2026' : '12 March 2026';
  const answer = await window.showInputBox({
    title: `${label} – ${fileName(uri.path)}`,
    prompt: `${isRange ? 'The first and the last day' : 'The day'}, for example “${example}”.${fact?.said ? ` The text says: ${fact.said}.` : ''}`,
    value: given,
    ignoreFocusOut: true,
    validateInput: (value) => ((isRange ? readDays(value) : readDay(value)) ? null : `Write it like this: ${example}.`),
  });
  if (answer === undefined) return;
  const days = isRange ? readDays(answer) : null;
  const day = readDay(answer);
  const changes: FrontMatterChanges | null = days
    ? { 'inspection.start': days.start, 'inspection.end': days.end }
    : day
      ? { [path]: day }
      : null;
  if (!changes) return;
  const problem = await giveFacts(checks, uri, changes);
  if (problem === null) window.setStatusBarMessage(`${label}: ${answer.trim()}`, 5000);
  else void window.showErrorMessage(problem);
}

/** The document that takes up a date that a deadline waits for: a Word file or a PDF cannot. */
function homeOf(agenda: Agenda, { waiting, cycle }: Awaited): vscode.Uri | null {
  return (
    [waiting.path, cycle.home.path, ...cycle.paths]
      .map((path) => agenda.library.uriOf(path))
      .find((uri) => uri !== null && !isImportName(uri.path)) ?? null
  );
}

async function giveAwaited(checks: Checks, agenda: Agenda, node: unknown): Promise<void> {
  if (isDateToGive(node)) return giveDate(checks, node);
  const candidates = agenda.waiting.filter(({ waiting }) => waiting.frontMatterKey !== null);
  const chosen = isWaiting(node)
    ? node
    : (
        await window.showQuickPick(
          candidates.map((awaited) => ({
            label: awaited.waiting.waitingFor.replace(/^./, (letter) => letter.toUpperCase()),
            description: awaited.waiting.localArea ?? '',
            detail: awaited.waiting.title,
            awaited,
          })),
          {
            title: 'Give a date',
            placeHolder: candidates.length === 0 ? 'No deadline waits for a date' : 'Which date?',
            matchOnDetail: true,
            matchOnDescription: true,
          },
        )
      )?.awaited;
  if (!chosen) return;
  const { frontMatterKey, waitingFor } = chosen.waiting;
  const uri = homeOf(agenda, chosen);
  if (uri && frontMatterKey)
    return giveDate(checks, { uri, path: frontMatterKey, label: waitingFor.replace(/^./, (letter) => letter.toUpperCase()) });
  void window.showInformationMessage(
    uri
      ? 'This date comes from the text of the document.'
      : 'The report is a Word file or a PDF, which is never changed. Import it as Markdown first.',
  );
}

export function registerFacts(checks: Checks, library: Library, agenda: Agenda, active: ActiveDocument): vscode.Disposable {
  const form = new FactsForm(checks, library);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    form,
    registerCommand('areaSend.editFacts', async (uri?: unknown) => {
      const of = uri instanceof vscode.Uri ? uri : active.last;
      if (of) await form.show(of);
      else void window.showInformationMessage('Open a report, a plan or a meeting note first.');
    }),
    registerCommand('areaSend.giveDate', (node: unknown) => giveAwaited(checks, agenda, node)),
  );
}
