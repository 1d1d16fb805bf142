import * as vscode from 'vscode';
import { SAMPLE_FILES } from '../../templates/samples.js';

const { window, workspace } = vscode;

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** Copies the sample documents into a folder that the user chooses, and opens it. Nothing that is there is written over. */
async function openSample(extension: vscode.Uri): Promise<void> {
  const [parent] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      openLabel: 'Put the samples here',
      title: 'Where shall the folder of sample documents go?',
    })) ?? [];
  if (!parent) return;
  const folder = vscode.Uri.joinPath(parent, 'area-send-samples');
  try {
    for (const path of SAMPLE_FILES) {
      const target = vscode.Uri.joinPath(folder, path);
      if (!(await exists(target)))
        await workspace.fs.writeFile(target, await workspace.fs.readFile(vscode.Uri.joinPath(extension, 'examples', path)));
    }
  } catch {
    void window.showErrorMessage(`The samples could not be written to ${folder.fsPath}. Choose another folder.`);
    return;
  }
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: (workspace.workspaceFolders?.length ?? 0) > 0 });
}

export const registerSample = (extension: vscode.Uri): vscode.Disposable =>
  vscode.commands.registerCommand('areaSend.openSample', () => openSample(extension));
