import * as vscode from 'vscode';
import { fileName } from '../../text/paths.js';
import { besideName, doneMessage, freeName } from '../documents/notes.js';

const { window, workspace } = vscode;

export const exists = (uri: vscode.Uri): Promise<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  ) as Promise<boolean>;

/** Where a new file beside another is to stand. Asks before one is replaced; null when that was escaped. */
export async function targetBeside(original: vscode.Uri, end: string): Promise<vscode.Uri | null> {
  const wanted = vscode.Uri.joinPath(original, '..', besideName(fileName(original.path), end));
  if (!(await exists(wanted))) return wanted;
  const free = await freeName(fileName(wanted.path), (name) => exists(vscode.Uri.joinPath(original, '..', name)));
  const keep = `Keep both (${free})`;
  const choice = await window.showWarningMessage(`${fileName(wanted.path)} is already there.`, { modal: true }, keep, 'Replace it');
  if (choice === undefined) return null;
  return choice === keep ? vscode.Uri.joinPath(original, '..', free) : wanted;
}

/** Writes a file; tells and gives false where that cannot be done. */
export async function writeFile(target: vscode.Uri, content: string | Uint8Array): Promise<boolean> {
  try {
    await workspace.fs.writeFile(target, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    return true;
  } catch {
    void window.showErrorMessage(
      `${fileName(target.path)} cannot be written. It may be open in another program, or the folder may not allow new files.`,
    );
    return false;
  }
}

/** Says what was made, and lists what is to be looked at for whoever wants to see it. */
export async function tell(
  what: string,
  target: vscode.Uri,
  notes: readonly string[],
  log: vscode.LogOutputChannel,
  open?: { readonly label: string; readonly run: () => unknown },
): Promise<void> {
  const name = fileName(target.path);
  const message = doneMessage(what, name, notes);
  for (const note of [message, ...notes.map((line) => `  ${line}`)]) log.info(note);
  const SHOW = 'Show what';
  const choice = await window.showInformationMessage(message, ...(open ? [open.label] : []), ...(notes.length > 0 ? [SHOW] : []));
  if (choice === SHOW)
    await window.showQuickPick(
      notes.map((label) => ({ label })),
      { title: message, placeHolder: 'Things to look at; they are in the output “Area SEND” as well' },
    );
  else if (choice !== undefined) await open?.run();
}
