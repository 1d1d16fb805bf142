import * as vscode from 'vscode';
import type { Finding } from '../../check/index.js';
import type { SendDocument } from '../../document/index.js';
import type { Span } from '../../framework/types.js';

export const rangeOfFinding = ({ start, end }: Pick<Finding, 'start' | 'end'>): vscode.Range =>
  new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);

/** The range of a span in the text that the document was read from. */
export function rangeOfSpan(document: SendDocument, span: Span): vscode.Range {
  const start = document.lineColumn(span.start);
  const end = document.lineColumn(span.end);
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}
