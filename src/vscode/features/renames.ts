import { isPlanKind } from '../../framework/types.js';
import * as vscode from 'vscode';
import type { Checks } from '../documents/checks.js';
import { pathInside, relativePath } from '../../text/paths.js';
import type { Library } from '../documents/library.js';
import { rangeOfSpan } from '../documents/ranges.js';
import { yamlPath } from '../../templates/index.js';

interface Move {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** Where a file will be: it or a folder around it may be moved. */
function moved(uri: vscode.Uri, moves: readonly Move[]): vscode.Uri {
  for (const { oldUri, newUri } of moves) {
    if (uri.scheme !== oldUri.scheme || uri.authority !== oldUri.authority) continue;
    const inside = pathInside(oldUri.path, uri.path);
    if (inside !== null) return inside === '' ? newUri : newUri.with({ path: `${newUri.path}/${inside}` });
  }
  return uri;
}

/** Keeps `respondsTo` of every plan right when a report, a plan or a folder is renamed or moved. */
async function follow(moves: readonly Move[], checks: Checks, library: Library): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  await library.start();
  for (const { uri, kind } of library.documents()) {
    if (!isPlanKind(kind)) continue;
    const plan = await library.document(uri);
    const path = plan?.frontMatter.data.respondsTo;
    const span = plan?.frontMatter.valueSpan('respondsTo');
    const report = path ? checks.source.resolve(uri, path) : null;
    if (!plan || !path || !span || !report) continue;
    const [newReport, newPlan] = [moved(report, moves), moved(uri, moves)];
    if (newReport === report && newPlan === uri) continue;
    const next = relativePath(newPlan.path, newReport.path) + (path.includes('#') ? path.slice(path.indexOf('#')) : '');
    if (next !== path) edit.replace(uri, rangeOfSpan(plan, span), yamlPath(next));
  }
  return edit;
}

export const registerRenames = (checks: Checks, library: Library): vscode.Disposable =>
  vscode.workspace.onWillRenameFiles((event) => event.waitUntil(follow(event.files, checks, library)));
