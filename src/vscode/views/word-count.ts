import * as vscode from 'vscode';
import { documentReading } from '../../check/reading.js';
import { wordsOf } from '../../document/index.js';
import type { ActiveDocument } from '../documents/active-document.js';
import type { Checks } from '../documents/checks.js';
import { wordText } from './status-text.js';

/** After the last change, so that nothing is counted while somebody types. */
const REST_MS = 700;
/** A choice that is longer is not counted. In UTF-16 units. */
const MOST_CHOSEN = 200_000;

/** As in Word: how many words there are, of those how many are chosen, and from which age the text can be read. */
export function registerWordCount(checks: Checks, active: ActiveDocument): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('areaSend.words', vscode.StatusBarAlignment.Right, 101);
  bar.name = 'Area SEND: words and reading age';
  bar.command = 'areaSend.completeness.focus';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const draw = (): void => {
    timer = null;
    const checked = active.current ? checks.latest(active.current) : null;
    if (!checked?.result.kind) {
      bar.hide();
      return;
    }
    const editor = vscode.window.activeTextEditor;
    const isHere = editor?.document.uri.toString() === checked.uri.toString();
    const chosen = isHere ? editor.selections.map((selection) => editor.document.getText(selection)).join('\n') : '';
    const { words, readingAge } = documentReading(checked.document);
    const { text, spoken, tooltip } = wordText(
      words,
      readingAge,
      chosen.trim() === '' || chosen.length > MOST_CHOSEN ? null : wordsOf(chosen).length,
    );
    bar.text = text;
    bar.tooltip = tooltip;
    bar.accessibilityInformation = { label: spoken, role: 'button' };
    bar.show();
  };
  const soon = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(draw, REST_MS);
  };
  soon();
  return vscode.Disposable.from(
    bar,
    checks.onDidCheck(soon),
    checks.onDidClose(soon),
    active.onDidChange(soon),
    vscode.window.onDidChangeTextEditorSelection(soon),
    new vscode.Disposable(() => {
      if (timer) clearTimeout(timer);
    }),
  );
}
