import * as vscode from 'vscode';

const { workspace } = vscode;

/** Whether the editor shows a document as locked. It takes edits of extensions all the same, which nobody could then save. */
async function isLocked(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const files = workspace.getConfiguration('files', uri);
  const isIn = (setting: string): boolean =>
    document !== undefined &&
    Object.entries(files.get<Record<string, boolean>>(setting, {})).some(
      ([pattern, on]) => on && vscode.languages.match({ pattern }, document) > 0,
    );
  if (isIn('readonlyInclude') && !isIn('readonlyExclude')) return true;
  const permissions = await workspace.fs.stat(uri).then(
    (stat) => stat.permissions ?? 0,
    () => 0,
  );
  return (permissions & vscode.FilePermission.Readonly) !== 0;
}

/** Makes an edit as one step to undo; false where a document of it is locked or the editor refuses, and then nothing has changed. */
export async function applyEdit(edit: vscode.WorkspaceEdit): Promise<boolean> {
  for (const [uri] of edit.entries()) if (await isLocked(uri)) return false;
  return workspace.applyEdit(edit);
}
