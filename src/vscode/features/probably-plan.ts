import * as vscode from 'vscode';
import { isProbablyPlan } from '../../framework/kinds.js';
import { isMarkdown, type Checks } from '../documents/checks.js';

/** Beside the name of the language, where nothing pops up: asks whether a Markdown file that no kind claims is a SEND plan. */
export function registerProbablyPlan(checks: Checks): vscode.Disposable {
  let item: vscode.LanguageStatusItem | null = null;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const checked = document && isMarkdown(document) ? checks.latest(document.uri) : null;
    const asks = checked?.result.kind === null && isProbablyPlan(checked.document.text);
    if (!asks) {
      item?.dispose();
      item = null;
      return;
    }
    if (item) return;
    item = vscode.languages.createLanguageStatusItem('areaSend.probablyPlan', { language: 'markdown' });
    item.name = 'Area SEND';
    item.text = 'Is this a SEND plan?';
    item.detail = 'Choose its kind to have it checked';
    item.command = { command: 'areaSend.setKind', title: 'Choose its kind' };
  };
  update();
  return vscode.Disposable.from(
    checks.onDidCheck(update),
    checks.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    new vscode.Disposable(() => item?.dispose()),
  );
}
