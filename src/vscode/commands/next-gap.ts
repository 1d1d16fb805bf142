import * as vscode from 'vscode';
import type { Checks } from '../documents/checks.js';
import { rangeOfFinding } from '../documents/ranges.js';
import { GAP_RULE, nextAfter } from '../views/status-text.js';

/** Chooses the next gap (1) or the one before (-1) of the document in front, so that typing fills it; after the last one the first. */
export async function nextGap(checks: Checks, way: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const checked = editor ? await checks.checkNow(editor.document) : null;
  if (!editor || !checked?.result.kind) return;
  const gaps = checked.findings.filter(({ rule }) => rule === GAP_RULE);
  const gap = nextAfter(gaps, way, checked.document.lineStart(editor.selection.start.line + 1) + editor.selection.start.character);
  if (!gap) {
    vscode.window.setStatusBarMessage('No gap is left in this document.', 4000);
    return;
  }
  const range = rangeOfFinding(gap);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
