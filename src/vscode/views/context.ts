import * as vscode from 'vscode';
import type { ActiveDocument } from '../documents/active-document.js';
import type { Checks } from '../documents/checks.js';
import { GAP_RULE } from './status-text.js';

/** Lets menus know what kind of document is in front of the user. */
export function registerContext(checks: Checks, active: ActiveDocument): vscode.Disposable {
  let last: string | null | undefined;
  let lastFresh = false;
  const update = (): void => {
    const checked = active.current ? checks.latest(active.current) : null;
    const kind = checked?.result.kind ?? null;
    // In a document that was never saved and has gaps, Tab leads from gap to gap.
    const fresh = kind !== null && checked!.uri.scheme === 'untitled' && checked!.findings.some(({ rule }) => rule === GAP_RULE);
    if (kind !== last) void vscode.commands.executeCommand('setContext', 'areaSend.documentKind', kind ?? undefined);
    if (fresh !== lastFresh) void vscode.commands.executeCommand('setContext', 'areaSend.fresh', fresh);
    last = kind;
    lastFresh = fresh;
  };
  update();
  return vscode.Disposable.from(checks.onDidCheck(update), checks.onDidClose(update), active.onDidChange(update));
}
