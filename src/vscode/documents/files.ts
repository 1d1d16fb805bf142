import * as vscode from 'vscode';
import { folderOf } from '../../text/paths.js';
import { ignoreFile, Ignored, rulesIn, type IgnoreFile } from '../../workspace/git-ignore.js';

const { workspace } = vscode;

export const MARKDOWN_FILES = '**/*.{md,markdown}';
const SKIPPED = '**/node_modules/**';

const read = async (uri: vscode.Uri): Promise<IgnoreFile | null> => {
  try {
    return ignoreFile(folderOf(uri.path), new TextDecoder().decode(await workspace.fs.readFile(uri)));
  } catch {
    // A file that cannot be read leaves nothing out.
    return null;
  }
};

/** The `.gitignore` files above a folder of the workspace, up to the root of its repository; none where it lies in no repository. */
async function above(folder: vscode.Uri): Promise<IgnoreFile[]> {
  const files: IgnoreFile[] = [];
  if (folder.scheme !== 'file' && folder.scheme !== 'vscode-remote') return files;
  for (let current = folder; ;) {
    const repository = await workspace.fs.stat(vscode.Uri.joinPath(current, '.git')).then(
      () => true,
      () => false,
    );
    if (repository) return files;
    const parent = vscode.Uri.joinPath(current, '..');
    if (parent.path === current.path) return [];
    const file = await read(vscode.Uri.joinPath(parent, '.gitignore'));
    if (file) files.push(file);
    current = parent;
  }
}

/** What `.gitignore` files leave out of each workspace folder, by the folder's address. An opened folder is one that was named. */
async function ignoredByGit(token?: vscode.CancellationToken): Promise<Map<string, Ignored>> {
  const byFolder = new Map<string, Ignored>();
  for (const { uri } of workspace.workspaceFolders ?? []) byFolder.set(uri.toString(), rulesIn(uri.path, new Ignored(await above(uri))));
  for (const uri of await workspace.findFiles('**/.gitignore', SKIPPED, 2000, token)) {
    const folder = workspace.getWorkspaceFolder(uri)?.uri.toString();
    const before = folder === undefined ? undefined : byFolder.get(folder);
    if (before) byFolder.set(folder!, before.and(await read(uri)));
  }
  return byFolder;
}

export interface WorkspaceFiles {
  readonly files: readonly vscode.Uri[];
  /** Whether Git leaves a file out. */
  readonly leftOut: (uri: vscode.Uri) => boolean;
}

/** The Markdown files of the workspace but for those that `files.exclude` or Git leaves out: the same as on the command line. */
export async function markdownFiles(token?: vscode.CancellationToken): Promise<WorkspaceFiles> {
  const [files, ignored] = await Promise.all([workspace.findFiles(MARKDOWN_FILES, SKIPPED, undefined, token), ignoredByGit(token)]);
  const leftOut = (uri: vscode.Uri): boolean => {
    const folder = workspace.getWorkspaceFolder(uri)?.uri;
    return folder !== undefined && ignored.get(folder.toString())?.has(uri.path) === true;
  };
  return { files: files.filter((uri) => !leftOut(uri)), leftOut };
}
