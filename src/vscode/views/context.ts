import * as vscode from 'vscode';
import type { Checks } from '../documents/checks.js';

/** Lets menus know what kind of document is in front of the user. */
export function registerContext(checks: Checks): vscode.Disposable {
  let last: string | null | undefined;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const kind = document ? (checks.latest(document.uri)?.result.kind ?? null) : null;
    if (kind === last) return;
    last = kind;
    void vscode.commands.executeCommand('setContext', 'areaSend.documentKind', kind ?? undefined);
  };
  update();
  return vscode.Disposable.from(checks.onDidCheck(update), checks.onDidClose(update), vscode.window.onDidChangeActiveTextEditor(update));
}
