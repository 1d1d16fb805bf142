import * as vscode from 'vscode';
import { wantedSections } from '../../check/completeness.js';
import { sectionInfo } from '../../framework/sections.js';
import type { SectionId } from '../../framework/types.js';
import { isPresent } from '../../rules/support/sections.js';
import { missingSection } from '../../templates/index.js';
import { applyEdit } from '../documents/apply-edit.js';
import { isMarkdown, type Checked, type Checks } from '../documents/checks.js';
import { today } from '../documents/today.js';
import type { Insertion } from '../views/completeness-view.js';
import { smallest } from '../../text/lists.js';

const { window } = vscode;

async function active(checks: Checks): Promise<{ editor: vscode.TextEditor; checked: Checked } | null> {
  const editor = window.activeTextEditor;
  const checked = editor && isMarkdown(editor.document) ? await checks.checkNow(editor.document) : null;
  if (editor && checked?.result.kind) return { editor, checked };
  void window.showInformationMessage('Open a report, a plan or a meeting note first: this command works on the document in front of you.');
  return null;
}

/** Puts sections where they belong, each with its skeleton, as one edit. */
async function insertSections(editor: vscode.TextEditor, checked: Checked, wanted: readonly SectionId[]): Promise<void> {
  const { document } = checked;
  const order = wantedSections(document);
  const eol = editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const edits = new Map<number, string>();
  for (const id of wanted) {
    const after = order
      .slice(order.indexOf(id) + 1)
      .map((other) => document.section(other))
      .find((candidate) => candidate?.heading && candidate.depth <= 2);
    const at = after?.span.start ?? document.section('closing')?.span.start ?? document.text.length;
    const skeleton = missingSection(id, document, today()).replace(/\r?\n/g, eol);
    edits.set(at, `${edits.get(at) ?? ''}${skeleton}${eol}${eol}`);
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    editor.document.uri,
    [...edits].map(([at, text]) => {
      const end = at >= document.text.length;
      return vscode.TextEdit.insert(
        editor.document.positionAt(at),
        end ? `${document.text.endsWith('\n') ? '' : eol}${eol}${text.trimEnd()}${eol}` : text,
      );
    }),
  );
  if (!(await applyEdit(edit))) {
    void window.showWarningMessage('The document cannot be changed.');
    return;
  }
  const first = editor.document.positionAt(smallest(edits.keys()));
  if (window.visibleTextEditors.includes(editor))
    editor.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  void window.showInformationMessage(`Added: ${wanted.map((id) => sectionInfo(id)!.headings[0]).join('; ')}.`);
}

/** Sections that the kind asks for and the document lacks. */
export async function insertMissing(checks: Checks): Promise<void> {
  const found = await active(checks);
  if (!found) return;
  const { document } = found.checked;
  const missing = wantedSections(document).filter((id) => !isPresent(document, id));
  if (missing.length === 0) {
    void window.showInformationMessage('Every section that the framework asks for is here.');
    return;
  }
  await insertSections(found.editor, found.checked, missing);
}

/** One section, chosen in the Completeness view, whose document need not be in front. */
export async function insertSection(checks: Checks, node: Insertion | undefined): Promise<void> {
  if (!node?.insert) return;
  if (node.uri && window.activeTextEditor?.document.uri.toString() !== node.uri.toString()) await window.showTextDocument(node.uri);
  const found = await active(checks);
  if (!found || isPresent(found.checked.document, node.insert)) return;
  await insertSections(found.editor, found.checked, [node.insert]);
}
