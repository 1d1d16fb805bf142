import * as vscode from 'vscode';
import { isImportName } from '../../convert/import/names.js';
import { MARKDOWN_FILES } from './files.js';

/** A file, or a folder with everything in it. */
export interface FileChange {
  readonly uri: vscode.Uri;
  readonly kind: 'changed' | 'created' | 'deleted';
}

/** Folders that other programs made are looked into a little later: many may come at once. */
const SETTLE_MS = 100;

/**
 * What happens to the files of the workspace, told by one watcher. Of a folder that another program renames or deletes, the editor tells the
 * folder alone: `deleted` means everything in it; what stands in a new one is told file by file.
 */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<FileChange>();
  readonly onDidChange = this.#changed.event;
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #created: vscode.Uri[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#disposables.push(
      watcher,
      watcher.onDidChange((uri) => {
        if (isReadable(uri.path)) this.#changed.fire({ uri, kind: 'changed' });
      }),
      watcher.onDidDelete((uri) => this.#changed.fire({ uri, kind: 'deleted' })),
      watcher.onDidCreate((uri) => {
        if (isReadable(uri.path)) this.#changed.fire({ uri, kind: 'created' });
        this.#created.push(uri);
        this.#timer ??= setTimeout(() => void this.#lookInto(), SETTLE_MS);
      }),
    );
  }

  async #lookInto(): Promise<void> {
    const created = this.#created;
    this.#created = [];
    this.#timer = null;
    for (const uri of created) {
      if (/\/node_modules(?:\/|$)/.test(uri.path) || !(await isFolder(uri))) continue;
      for (const file of await markdownIn(uri)) this.#changed.fire({ uri: file, kind: 'created' });
    }
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

const isMarkdownPath = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);
/** A file that may be a document, or that one may name as its report. */
const isReadable = (path: string): boolean => isMarkdownPath(path) || isImportName(path);

/** A new file has been told already; most names that end like a file's are one. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** None where the folder is gone again before the search began: the search fails then. */
async function markdownIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, MARKDOWN_FILES));
  } catch {
    return [];
  }
}
