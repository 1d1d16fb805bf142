/** What every suite needs of the editor. */
import * as vscode from 'vscode';
import type { Api } from '../../src/vscode/extension.js';

export const EXTENSION = 'area-send-drafting.area-send-drafting';

/** The first workspace folder: the examples, and room for files of the tests. */
export const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
export const second = (): vscode.Uri => vscode.workspace.workspaceFolders![1]!.uri;
export const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);

export const inBrowserHost = (): boolean => vscode.env.uiKind === vscode.UIKind.Web && typeof process === 'undefined';

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION);
  if (!extension) throw new Error('The extension is not there.');
  return extension.activate();
}

/** The day on which the tests take place: later, actions of the examples would be overdue. */
export const TODAY = '2026-11-23';

/** Once, before the first document. */
export const takePlace = async (): Promise<void> => (await api()).setToday(TODAY);

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until there is an answer other than null, undefined and false. */
export async function until<T>(what: string, ask: () => T | Promise<T>, timeout = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain for: ${what}`);
    await sleep(40);
  }
}

export async function write(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Writes a file and opens it in an editor. */
export async function open(path: string | vscode.Uri, text?: string): Promise<vscode.TextEditor> {
  const uri = typeof path === 'string' ? at(path) : path;
  if (text !== undefined) await write(uri, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

export const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'area-send');
export const ruleOf = ({ code }: vscode.Diagnostic): string => String((code as { value: string }).value);
export const rulesIn = (uri: vscode.Uri): string[] => ours(uri).map(ruleOf);

/** The result for the document's present text, with the rules that wait for idle time as well. */
export async function settled(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  const { checks } = await api();
  await until(`${document.uri.path} to be checked`, () => checks.current(document)?.complete);
  return ours(document.uri);
}

export async function findingOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule} in ${document.uri.path}`, () => ours(document.uri).find((diagnostic) => ruleOf(diagnostic) === rule));
}

export async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind, 100);
}

/** Does what choosing the action in the menu does. */
export async function accept(action: vscode.CodeAction): Promise<void> {
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

export function positionOf(document: vscode.TextDocument, text: string, inside = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`“${text}” is not in ${document.uri.path}.`);
  return document.positionAt(offset + inside);
}

export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const start = positionOf(document, from);
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  await vscode.workspace.applyEdit(edit);
}

export async function setting(
  key: string,
  value: unknown,
  scope: vscode.Uri = root(),
  target = vscode.ConfigurationTarget.Workspace,
): Promise<void> {
  await vscode.workspace.getConfiguration('areaSend', scope).update(key, value, target);
}

/** Answers the questions of a command one after the other by pressing Enter; each may take a moment to appear. */
export async function pressEnter<T>(running: Thenable<T>): Promise<T> {
  let over = false;
  const end = Promise.resolve(running).finally(() => (over = true));
  for (let count = 0; count < 60 && !over; count++) {
    await sleep(250);
    if (!over) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  return end;
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && !document.isUntitled) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  }
  for (;;) {
    const untitled = vscode.workspace.textDocuments.find((document) => document.isUntitled && document.isDirty && !document.isClosed);
    if (!untitled) break;
    await vscode.window.showTextDocument(untitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export const hoverText = async (uri: vscode.Uri, position: vscode.Position): Promise<string> =>
  (await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position))
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
