import * as vscode from 'vscode';
import { kindInfo } from '../../framework/kinds.js';
import { formatDate } from '../../document/index.js';
import type { Agenda } from '../documents/agenda.js';
import type { Checks } from '../documents/checks.js';
import { left } from './deadlines-view.js';

/** The deadline that comes next for the document in front of the user; a click shows the Deadlines view. */
function registerNextDeadline(checks: Checks, agenda: Agenda): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('areaSend.deadline', vscode.StatusBarAlignment.Left, 49);
  bar.name = 'Area SEND: next deadline';
  bar.command = 'areaSend.deadlines.focus';
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const checked = uri ? checks.latest(uri) : null;
    const next = checked?.result.kind && checked.document.path !== null ? agenda.next(checked.document.path) : null;
    if (!next) {
      bar.hide();
      return;
    }
    const { deadline } = next;
    bar.text = `$(${deadline.status === 'overdue' ? 'error' : 'calendar'}) ${deadline.approximate ? 'about ' : ''}${formatDate(deadline.due)}`;
    bar.tooltip = `Next deadline${deadline.localArea ? ` for ${deadline.localArea}` : ''}: ${deadline.title}\n${left(deadline)}. ${deadline.owner}.\nSelect to show all deadlines.`;
    bar.accessibilityInformation = {
      label: `Next deadline: ${deadline.title}, ${formatDate(deadline.due)}, ${left(deadline)}`,
      role: 'button',
    };
    bar.show();
  };
  update();
  return vscode.Disposable.from(
    bar,
    agenda.onDidChange(update),
    checks.onDidCheck(update),
    checks.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

/** "2 to fix" or a tick for the document in front of the user; a click opens the Problems panel. */
export function registerStatusBar(checks: Checks, agenda: Agenda): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('areaSend.status', vscode.StatusBarAlignment.Left, 50);
  bar.name = 'Area SEND';
  bar.command = 'workbench.actions.view.problems';
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const checked = document ? checks.latest(document.uri) : null;
    if (!checked?.result.kind) {
      bar.hide();
      return;
    }
    const count = { error: 0, warning: 0, info: 0 };
    for (const { severity } of checked.findings) count[severity]++;
    const toFix = count.error + count.warning;
    bar.text = toFix === 0 ? '$(pass) Area SEND' : `$(${count.error > 0 ? 'error' : 'warning'}) Area SEND: ${toFix} to fix`;
    const kind = kindInfo(checked.result.kind).name;
    const area = checked.result.localArea ? ` for ${checked.result.localArea}` : '';
    bar.tooltip = `${kind[0]!.toUpperCase()}${kind.slice(1)}${area}\n${toFix === 0 ? 'Nothing to fix' : `${count.error} ${count.error === 1 ? 'error' : 'errors'}, ${count.warning} ${count.warning === 1 ? 'warning' : 'warnings'}`}${count.info > 0 ? `, ${count.info} worth a look` : ''}.\nSelect to open the Problems panel.`;
    bar.accessibilityInformation = {
      label: toFix === 0 ? 'Area SEND: nothing to fix' : `Area SEND: ${toFix} to fix. Select to open the Problems panel.`,
      role: 'button',
    };
    bar.show();
  };
  update();
  return vscode.Disposable.from(
    bar,
    registerNextDeadline(checks, agenda),
    checks.onDidCheck(update),
    checks.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
