import * as vscode from 'vscode';
import { bodyProblems } from '../../settings/config.js';
import { SOURCE } from './diagnostics.js';
import { CONFIG_FILE } from '../documents/settings.js';

/** Shows in open configuration files what cannot be true of the bodies that they give. The rest is the schema's to show. */
export function registerConfigProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-config`);
  const check = (document: vscode.TextDocument): void => {
    if (!document.uri.path.endsWith(`/${CONFIG_FILE}`)) return;
    const problems = bodyProblems(document.getText()).map(({ message, span }) => {
      const [start, end] = span ? [span.start, span.end] : [0, 1];
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const diagnostic = new vscode.Diagnostic(range, `${message}.`, vscode.DiagnosticSeverity.Error);
      diagnostic.source = SOURCE;
      return diagnostic;
    });
    collection.set(document.uri, problems);
  };
  vscode.workspace.textDocuments.forEach(check);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}
