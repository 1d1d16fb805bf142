import * as vscode from 'vscode';
import { kindInfo } from '../../framework/kinds.js';
import { formatDate } from '../../document/index.js';
import type { ActiveDocument } from '../documents/active-document.js';
import type { Agenda } from '../documents/agenda.js';
import type { Checks } from '../documents/checks.js';
import { plural } from '../../text/words.js';
import { left as leftUntil } from './deadlines-view.js';
import { countsOf, statusText } from './status-text.js';

/** The deadline that comes next for the document in front of the user; a click shows the Deadlines view. */
function registerNextDeadline(checks: Checks, agenda: Agenda, active: ActiveDocument): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('areaSend.deadline', vscode.StatusBarAlignment.Left, 49);
  bar.name = 'Area SEND: next deadline';
  bar.command = 'areaSend.deadlines.focus';
  const update = (): void => {
    const checked = active.current ? checks.latest(active.current) : null;
    const next = checked?.result.kind && checked.document.path !== null ? agenda.next(checked.document.path) : null;
    if (!next) {
      bar.hide();
      return;
    }
    const { deadline } = next;
    bar.text = `$(${deadline.status === 'overdue' ? 'error' : 'calendar'}) ${deadline.approximate ? 'about ' : ''}${formatDate(deadline.due)}`;
    bar.tooltip = `Next deadline${deadline.localArea ? ` for ${deadline.localArea}` : ''}: ${deadline.title}\n${leftUntil(deadline)}. ${deadline.owner}.\nSelect to show all deadlines.`;
    bar.accessibilityInformation = {
      label: `Next deadline: ${deadline.title}, ${formatDate(deadline.due)}, ${leftUntil(deadline)}`,
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
    active.onDidChange(update),
  );
}

/** "2 to fix" or a tick for the document in front of the user; a click opens the Problems panel. */
export function registerStatusBar(checks: Checks, agenda: Agenda, active: ActiveDocument): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('areaSend.status', vscode.StatusBarAlignment.Left, 50);
  bar.name = 'Area SEND';
  bar.command = 'workbench.actions.view.problems';
  const update = (): void => {
    const checked = active.current ? checks.latest(active.current) : null;
    if (!checked?.result.kind) {
      bar.hide();
      return;
    }
    const counts = countsOf(checked.findings);
    const { errors, warnings, infos, gaps } = counts;
    const left = statusText(counts);
    bar.text = left === '' ? '$(pass) Area SEND' : `$(${errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'edit'}) Area SEND: ${left}`;
    const kind = kindInfo(checked.result.kind).name;
    const area = checked.result.localArea ? ` for ${checked.result.localArea}` : '';
    const parts = [
      ...(gaps > 0 ? [`${plural(gaps, 'gap')} to fill (Alt+F8 leads to the next)`] : []),
      ...(errors + warnings > 0 ? [plural(errors, 'error'), plural(warnings, 'warning')] : []),
      ...(infos > 0 ? [`${infos} worth a look`] : []),
    ];
    bar.tooltip = `${kind[0]!.toUpperCase()}${kind.slice(1)}${area}\n${parts.length === 0 ? 'Nothing to fix' : parts.join(', ')}.\nSelect to open the Problems panel.`;
    bar.accessibilityInformation = {
      label: left === '' ? 'Area SEND: nothing to fix' : `Area SEND: ${left}. Select to open the Problems panel.`,
      role: 'button',
    };
    bar.show();
  };
  update();
  return vscode.Disposable.from(
    bar,
    registerNextDeadline(checks, agenda, active),
    checks.onDidCheck(update),
    checks.onDidClose(update),
    active.onDidChange(update),
  );
}
