import * as vscode from 'vscode';
import { pathInside } from '../../text/paths.js';
import type { Checks } from '../documents/checks.js';
import { markdownFiles } from '../documents/files.js';
import type { SettingsStore } from '../documents/settings.js';
import type { FileChange, WorkspaceFiles } from '../documents/workspace-files.js';
import { SOURCE, toDiagnostic } from '../features/diagnostics.js';

const { window } = vscode;

/** Every Markdown file of the workspace, its findings in the Problems panel; cancelling keeps what was found so far. */
async function checkWorkspace(settings: SettingsStore, collection: vscode.DiagnosticCollection, checks: Checks): Promise<void> {
  collection.clear();
  const summary = await window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Area SEND: checking the workspace', cancellable: true },
    async (progress, token) => {
      const { files } = await markdownFiles(token);
      let ours = 0;
      let problems = 0;
      let unread = 0;
      for (const [index, uri] of files.entries()) {
        if (token.isCancellationRequested) break;
        progress.report({ increment: 100 / files.length, message: `${index + 1} of ${files.length}` });
        if (!settings.enabled(uri)) continue;
        try {
          const open = checks.latest(uri);
          const found = open ? { kind: open.result.kind, findings: open.findings } : await checks.checkFile(uri, token);
          if (!found?.kind) continue;
          ours++;
          problems += found.findings.filter(({ severity }) => severity !== 'info').length;
          // Open documents show their own, live findings.
          if (!open)
            collection.set(
              uri,
              found.findings.map((finding) => toDiagnostic(finding, uri, (other) => checks.source.resolve(uri, other))),
            );
        } catch {
          unread++;
        }
        // Let the editor breathe.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return { ours, problems, unread, cancelled: token.isCancellationRequested };
    },
  );
  const { ours, problems, unread, cancelled } = summary;
  const choice = await window.showInformationMessage(
    `Area SEND: ${cancelled ? 'stopped after' : 'checked'} ${ours} ${ours === 1 ? 'document' : 'documents'}, ${problems === 0 ? 'nothing to fix' : `${problems} to fix`}.${unread > 0 ? ` ${unread} ${unread === 1 ? 'file' : 'files'} could not be read.` : ''}`,
    ...(problems > 0 ? ['Show problems'] : []),
  );
  if (choice) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

export function registerCheckWorkspace(checks: Checks, settings: SettingsStore, files: WorkspaceFiles): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-workspace`);
  // Results of a file that has changed since are no longer true.
  const forget = ({ uri, kind }: FileChange): void => {
    if (kind === 'changed') collection.delete(uri);
    else if (kind === 'deleted')
      collection.forEach((other) => {
        if (pathInside(uri.path, other.path) !== null) collection.delete(other);
      });
  };
  return vscode.Disposable.from(
    collection,
    files.onDidChange(forget),
    checks.onDidCheck(({ uri }) => collection.delete(uri)),
    settings.onDidChange(() => collection.clear()),
    vscode.commands.registerCommand('areaSend.checkWorkspace', () => checkWorkspace(settings, collection, checks)),
  );
}
