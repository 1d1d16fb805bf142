import * as vscode from 'vscode';
import type { ActiveDocument } from '../documents/active-document.js';
import { cellsOf, emphasised, emptyRow, entered, isListLine, isRowLine, newLine, nextCell, type KeyEdit } from './line-edits.js';
import { isDelimiterRow } from './typing.js';

const { window, workspace } = vscode;

/** Does the same, and has the same keys: who installed it is to find it unchanged. */
const ANOTHER = 'yzhang.markdown-all-in-one';

const wanted = (uri: vscode.Uri): boolean =>
  workspace.getConfiguration('areaSend', uri).get('wordKeys', true) && !vscode.extensions.getExtension(ANOTHER);

/** Makes the edit also where somebody types on meanwhile: what is typed behind it moves along. Gives whether it was made. */
async function apply(editor: vscode.TextEditor, base: number, { edit, selection }: KeyEdit): Promise<boolean> {
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(base + edit.start), document.positionAt(base + edit.end));
  const replaced = document.getText(range);
  for (let tries = 0; tries < 20 && document.getText(range) === replaced; tries++) {
    const { version } = document;
    if (!(await editor.edit((builder) => builder.replace(range, edit.text)))) {
      // Until what is typed meanwhile is known here.
      await new Promise((resolve) => setTimeout(resolve, 30));
      continue;
    }
    // The cursor goes along with what is inserted at it.
    const follows = range.isEmpty && selection.start === selection.end && selection.start === edit.start + edit.text.length;
    if (tries === 0 && !follows && document.version <= version + 1) select(editor, base + selection.start, base + selection.end);
    return true;
  }
  return false;
}

function select(editor: vscode.TextEditor, start: number, end: number): void {
  editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(end));
  editor.revealRange(editor.selection);
}

async function emphasise(mark: '**' | '*'): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  await apply(editor, 0, emphasised(document.getText(), document.offsetAt(selection.start), document.offsetAt(selection.end), mark));
}

const lineOf = (document: vscode.TextDocument) => (line: number) => document.lineAt(line).text;
const isRow = (document: vscode.TextDocument, line: number): boolean => isRowLine(lineOf(document), line, document.lineCount);

async function enter(): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const { line, character } = selection.start;
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const { text } = document.lineAt(line);
  const base = document.offsetAt(new vscode.Position(line, 0));
  // A line of its own is an edit as well: the editor’s own key would act where somebody who types on is by then.
  const change =
    (selection.isEmpty ? entered(text, character, isRow(document, line), eol) : null) ??
    newLine(text, character, document.offsetAt(selection.end) - base, eol);
  if (!(await apply(editor, base, change))) await vscode.commands.executeCommand('type', { text: '\n' });
}

/** From cell to cell; behind the last one a new row begins. */
async function cell(way: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const place = (row: number, to: { readonly start: number; readonly end: number }): void => {
    const base = document.offsetAt(new vscode.Position(row, 0));
    select(editor, base + to.start, base + to.end);
  };
  const here = nextCell(document.lineAt(line).text, character, way);
  if (here) {
    place(line, here);
    return;
  }
  let row = line + way;
  if (row >= 0 && row < document.lineCount && isDelimiterRow(document.lineAt(row).text)) row += way;
  const to = row >= 0 && row < document.lineCount && isRow(document, row) ? cellsOf(document.lineAt(row).text) : [];
  const next = way === 1 ? to[0] : to.at(-1);
  if (next) place(row, next);
  else if (way === 1) {
    const { text } = document.lineAt(line);
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const at = text.length + eol.length + 2;
    await apply(editor, document.offsetAt(new vscode.Position(line, 0)), {
      edit: { start: text.length, end: text.length, text: eol + emptyRow(cellsOf(text).length) },
      selection: { start: at, end: at },
    });
  }
}

/** Keys as in Word: bold and italic, Enter that goes on with a list or a table, Tab that leads to the next cell. */
export function registerWordKeys(active: ActiveDocument): vscode.Disposable {
  const known = new Map<string, unknown>();
  const set = (key: string, value: unknown): void => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const update = (): void => {
    const editor = window.activeTextEditor;
    const on = editor?.document.languageId === 'markdown' && wanted(editor.document.uri);
    set('areaSend.wordKeys', on);
    if (!on || !editor) return;
    const { line } = editor.selection.active;
    // The text may be shorter already than where the cursor was.
    if (line >= editor.document.lineCount) return;
    const row = isRow(editor.document, line);
    set('areaSend.onRow', row);
    set('areaSend.onListOrRow', row || isListLine(editor.document.lineAt(line).text));
  };
  update();
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    active.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(update),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('areaSend.wordKeys')) update();
    }),
    registerCommand('areaSend.bold', () => emphasise('**')),
    registerCommand('areaSend.italic', () => emphasise('*')),
    registerCommand('areaSend.enter', enter),
    registerCommand('areaSend.nextCell', () => cell(1)),
    registerCommand('areaSend.previousCell', () => cell(-1)),
  );
}
