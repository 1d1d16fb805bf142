import * as vscode from 'vscode';
import type { Checks } from '../documents/checks.js';
import { gapsIn } from '../features/gaps.js';
import { GAP_RULE, nextAfter } from '../views/status-text.js';

/** Chooses the next gap (1) or the one before (-1) of the document in front, so that typing fills it; after the last one the first. */
export function nextGap(checks: Checks, way: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  const latest = editor ? checks.latest(editor.document.uri) : null;
  if (!editor || !latest?.result.kind) return;
  const { document } = editor;
  // Whoever types on at once is not to wait for a check: until it is done, the gaps of our own templates are looked for.
  const gaps = checks.current(document)
    ? latest.findings.filter(({ rule }) => rule === GAP_RULE).map(({ start, end }) => ({ start: start.offset, end: end.offset }))
    : gapsIn(document.getText());
  const gap = nextAfter(gaps, way, document.offsetAt(editor.selection.start));
  if (!gap) {
    vscode.window.setStatusBarMessage('No gap is left in this document.', 4000);
    return;
  }
  const range = new vscode.Range(document.positionAt(gap.start), document.positionAt(gap.end));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
