import * as vscode from 'vscode';
import { pathInside } from '../../text/paths.js';

/** The file that a document is, or will be once it is saved: one that was begun under a name of the workspace is looked at from there. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'untitled') return uri;
  const folder = vscode.workspace.workspaceFolders?.find((candidate) => pathInside(candidate.uri.path, uri.path) !== null);
  return folder ? folder.uri.with({ path: uri.path }) : uri;
}
