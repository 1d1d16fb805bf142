import * as vscode from 'vscode';
import { NAMES_ONE_THING } from '../../templates/index.js';
import { applyEdit } from '../documents/apply-edit.js';
import { isMarkdown, type Checks } from '../documents/checks.js';

/** A gap of a template. */
export const GAP = /\[insert ([^\][]{1,300})\]/;
const GAPS = new RegExp(GAP.source, 'g');

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Gap extends Place {
  readonly what: string;
}

/** The gaps of our own templates in a text. Offsets are UTF-16 code units. */
export const gapsIn = (text: string): readonly Gap[] =>
  [...text.matchAll(GAPS)].map((match) => ({ start: match.index, end: match.index + match[0].length, what: match[1]! }));

/** The places of all gaps that ask for the same as the one at an offset; empty where there is no such gap. Offsets are UTF-16 code units. */
export function sameGaps(text: string, offset: number): readonly Gap[] {
  const gaps = gapsIn(text);
  const here = gaps.find(({ start, end }) => offset >= start && offset <= end);
  return here ? gaps.filter(({ what }) => what === here.what) : [];
}

const rangesOf = (document: vscode.TextDocument, places: readonly { readonly start: number; readonly end: number }[]): vscode.Range[] =>
  places.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));

/** Where places stand after changes of the text, all given by the offsets before; null where one of them was cut through. */
function moved(
  places: readonly Place[],
  changes: readonly { readonly rangeOffset: number; readonly rangeLength: number; readonly text: string }[],
): readonly Place[] | null {
  const after: Place[] = [];
  for (const { start, end } of places) {
    let [shift, growth] = [0, 0];
    for (const { rangeOffset, rangeLength, text } of changes) {
      const delta = text.length - rangeLength;
      if (rangeOffset >= start && rangeOffset + rangeLength <= end) growth += delta;
      else if (rangeOffset + rangeLength <= start) shift += delta;
      else if (rangeOffset < end) return null;
    }
    after.push({ start: start + shift, end: end + shift + growth });
  }
  return after;
}

/**
 * What is typed into one gap is typed into all that ask for the same name. The editor asks again while somebody types: then the gaps are
 * filled already, and stay what they are for as long as the cursor is in one of them.
 */
class LinkedGaps implements vscode.LinkedEditingRangeProvider, vscode.Disposable {
  #linked: { readonly uri: string; readonly places: readonly Place[] } | null = null;
  readonly #changes: vscode.Disposable;

  constructor(private readonly checks: Checks) {
    this.#changes = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (this.#linked?.uri !== document.uri.toString() || contentChanges.length === 0) return;
      const places = moved(this.#linked.places, contentChanges);
      this.#linked = places && { uri: this.#linked.uri, places };
    });
  }

  provideLinkedEditingRanges(document: vscode.TextDocument, position: vscode.Position): vscode.LinkedEditingRanges | null {
    if (!this.checks.latest(document.uri)?.result.kind) return null;
    const uri = document.uri.toString();
    const offset = document.offsetAt(position);
    const gaps = sameGaps(document.getText(), offset);
    if (gaps.length > 1 && NAMES_ONE_THING.test(gaps[0]!.what)) this.#linked = { uri, places: gaps };
    else if (this.#linked?.uri !== uri || !this.#linked.places.some(({ start, end }) => offset >= start && offset <= end))
      this.#linked = null;
    return this.#linked && new vscode.LinkedEditingRanges(rangesOf(document, this.#linked.places), /[^|\r\n]*/u);
  }

  dispose(): void {
    this.#changes.dispose();
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
  if (!(await applyEdit(edit))) void vscode.window.showWarningMessage('The document cannot be changed.');
}

export function registerGaps(checks: Checks): vscode.Disposable {
  const linked = new LinkedGaps(checks);
  return vscode.Disposable.from(
    linked,
    vscode.languages.registerLinkedEditingRangeProvider({ language: 'markdown' }, linked),
    vscode.commands.registerCommand('areaSend.fillGaps', async (uri?: unknown, offset?: unknown) => {
      const editor = vscode.window.activeTextEditor;
      if (uri instanceof vscode.Uri && typeof offset === 'number') await fillGaps(uri, offset);
      else if (editor && isMarkdown(editor.document)) await fillGaps(editor.document.uri, editor.document.offsetAt(editor.selection.start));
    }),
  );
}
