import * as vscode from 'vscode';
import { NAMES_ONE_THING } from '../../templates/index.js';
import { isMarkdown, type Checks } from '../documents/checks.js';

/** A gap of a template. */
export const GAP = /\[insert ([^\][]{1,300})\]/;
const GAPS = new RegExp(GAP.source, 'g');

/** The places of all gaps that ask for the same as the one at an offset; empty where there is no such gap. Offsets are UTF-16 code units. */
export function sameGaps(text: string, offset: number): readonly { readonly start: number; readonly end: number; readonly what: string }[] {
  const gaps = [...text.matchAll(GAPS)].map((match) => ({ start: match.index, end: match.index + match[0].length, what: match[1]! }));
  const here = gaps.find(({ start, end }) => offset >= start && offset <= end);
  return here ? gaps.filter(({ what }) => what === here.what) : [];
}

const rangesOf = (document: vscode.TextDocument, places: readonly { readonly start: number; readonly end: number }[]): vscode.Range[] =>
  places.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));

/** What is typed into one gap is typed into all that ask for the same name. */
class LinkedGaps implements vscode.LinkedEditingRangeProvider {
  constructor(private readonly checks: Checks) {}

  provideLinkedEditingRanges(document: vscode.TextDocument, position: vscode.Position): vscode.LinkedEditingRanges | null {
    if (!this.checks.latest(document.uri)?.result.kind) return null;
    const places = sameGaps(document.getText(), document.offsetAt(position));
    return places.length > 1 && NAMES_ONE_THING.test(places[0]!.what)
      ? new vscode.LinkedEditingRanges(rangesOf(document, places), /[^|\r\n]*/u)
      : null;
  }
}

/** Asks for the words and writes them into every gap that asks for the same, as one step to undo. */
async function fillGaps(uri: vscode.Uri, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const places = sameGaps(document.getText(), offset);
  const what = places[0]?.what;
  if (what === undefined) return;
  const words = await vscode.window.showInputBox({
    title: `Fill in ${places.length} gaps`,
    prompt: `${what.charAt(0).toUpperCase()}${what.slice(1)}, as it is to stand in all ${places.length} places`,
    ignoreFocusOut: true,
    validateInput: (value) => (/[|\r\n]/.test(value) ? 'Write it without the sign “|”, which parts the cells of a table.' : null),
  });
  if (!words?.trim()) return;
  const edit = new vscode.WorkspaceEdit();
  // Something may have been typed while the question was open.
  for (const range of rangesOf(document, sameGaps(document.getText(), document.getText().indexOf(`[insert ${what}]`))))
    edit.replace(uri, range, words.trim());
  if (!(await vscode.workspace.applyEdit(edit))) void vscode.window.showWarningMessage('The document cannot be changed.');
}

export const registerGaps = (checks: Checks): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.languages.registerLinkedEditingRangeProvider({ language: 'markdown' }, new LinkedGaps(checks)),
    vscode.commands.registerCommand('areaSend.fillGaps', async (uri?: unknown, offset?: unknown) => {
      const editor = vscode.window.activeTextEditor;
      if (uri instanceof vscode.Uri && typeof offset === 'number') await fillGaps(uri, offset);
      else if (editor && isMarkdown(editor.document)) await fillGaps(editor.document.uri, editor.document.offsetAt(editor.selection.start));
    }),
  );
