import * as vscode from 'vscode';
import { maskDeep, maskOf } from '../../check/index.js';
import { IMPORT_EXTENSIONS, isImportName } from '../../convert/import/names.js';
import { pictureFolder, placePictures } from '../../convert/import/place-pictures.js';
import type { ImportResult } from '../../convert/import/types.js';
import { fileName } from '../../text/paths.js';
import { FileProblem } from '../../workspace/document-source.js';
import type { Checks } from '../documents/checks.js';
import { freeName, importNotes } from '../documents/notes.js';
import { exists, targetBeside, tell, writeFile } from './written-file.js';

const { window, workspace } = vscode;

/** The Word, PDF or other file in front, which is shown as a page and not as text. */
export function shownOriginal(): vscode.Uri | null {
  const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
  const uri = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : null;
  return uri && isImportName(uri.path) ? uri : null;
}

/** The files that are chosen in the explorer, or the one that the user chooses now. */
async function chosen(uri: unknown, selected: unknown): Promise<vscode.Uri[]> {
  const given = (Array.isArray(selected) && selected.length > 0 ? selected : [uri]).filter(
    (one): one is vscode.Uri => one instanceof vscode.Uri,
  );
  if (given.length > 0) return given;
  const shown = shownOriginal();
  if (shown) return [shown];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return (
    (await window.showOpenDialog({
      title: 'Import as Markdown',
      openLabel: 'Import',
      canSelectMany: true,
      filters: { 'Word, PDF, OpenDocument, web and Excel files': IMPORT_EXTENSIONS.map((end) => end.slice(1)) },
      ...(folder ? { defaultUri: folder } : {}),
    })) ?? []
  );
}

/** Writes the pictures of a document into a folder beside its Markdown, which is given; null where one cannot be written. */
async function withPictures({ markdown, pictures = [] }: ImportResult, target: vscode.Uri): Promise<string | null> {
  const name = await freeName(pictureFolder(fileName(target.path)), (folder) => exists(vscode.Uri.joinPath(target, '..', folder)));
  for (const picture of pictures) {
    const bytes = picture.read();
    if (bytes && !(await writeFile(vscode.Uri.joinPath(target, '..', name, picture.name), bytes))) return null;
  }
  return placePictures(markdown, pictures, name);
}

async function importOne(checks: Checks, log: vscode.LogOutputChannel, original: vscode.Uri): Promise<void> {
  const name = fileName(original.path);
  if (!isImportName(name)) {
    void window.showErrorMessage(`${name} is no Word, OpenDocument, PDF, Excel or web file.`);
    return;
  }
  try {
    const { source } = checks;
    const { text, converted } = await window.withProgress({ location: vscode.ProgressLocation.Window, title: `Reading ${name}` }, () =>
      source.read(original),
    );
    if (!converted) return;
    const target = await targetBeside(original, '.md');
    if (!target) return;
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === target.toString());
    if (open?.isDirty) {
      void window.showErrorMessage(`${fileName(target.path)} has changes that are not saved. Save or close it first.`);
      return;
    }
    const markdown = converted.format === 'html' ? text : await withPictures(converted, target);
    if (markdown === null || !(await writeFile(target, markdown))) return;
    const { warnings, comments } = converted;
    const mask = maskOf(await source.openText(target, markdown));
    await window.showTextDocument(target, { preview: false });
    void tell('Imported as', target, importNotes(maskDeep({ warnings, comments }, mask)), log);
  } catch (error) {
    log.warn(`${name}: ${String(error)}`);
    const reason = error instanceof FileProblem ? error.message : 'something went wrong while it was read';
    void window.showErrorMessage(`${name} was not imported. ${reason[0]!.toUpperCase()}${reason.slice(1)}.`);
  }
}

export const registerImport = (checks: Checks, log: vscode.LogOutputChannel): vscode.Disposable =>
  vscode.commands.registerCommand('areaSend.importDocument', async (uri?: unknown, selected?: unknown) => {
    for (const original of await chosen(uri, selected)) await importOne(checks, log, original);
  });
