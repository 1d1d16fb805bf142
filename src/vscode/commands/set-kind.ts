import * as vscode from 'vscode';
import { kindInfo } from '../../framework/kinds.js';
import { DOCUMENT_KINDS } from '../../framework/types.js';
import { capital } from '../../text/words.js';
import { applyEdit } from '../documents/apply-edit.js';
import { isMarkdown, type Checks } from '../documents/checks.js';

const { window } = vscode;

export async function setKind(checks: Checks): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isMarkdown(editor.document)) {
    void window.showInformationMessage('Open a Markdown document first.');
    return;
  }
  const kind = await window.showQuickPick(
    DOCUMENT_KINDS.map((id) => ({ label: capital(kindInfo(id).name), id })),
    { title: 'What kind of document is this?' },
  );
  if (!kind) return;
  const checked = await checks.checkNow(editor.document);
  const { frontMatter } = checked?.document ?? {};
  const edit = new vscode.WorkspaceEdit();
  const eol = editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const value = frontMatter?.valueSpan('document');
  if (value)
    edit.replace(
      editor.document.uri,
      new vscode.Range(editor.document.positionAt(value.start), editor.document.positionAt(value.end)),
      kind.id,
    );
  else if (frontMatter?.span && /^---/.test(editor.document.lineAt(0).text))
    edit.insert(editor.document.uri, new vscode.Position(1, 0), `document: ${kind.id}${eol}`);
  else edit.insert(editor.document.uri, new vscode.Position(0, 0), `---${eol}document: ${kind.id}${eol}---${eol}${eol}`);
  if (!(await applyEdit(edit))) void window.showWarningMessage('The document cannot be changed.');
}
