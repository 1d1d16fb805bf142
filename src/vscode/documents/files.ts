import * as vscode from 'vscode';
import { pathInside } from '../../text/paths.js';
import { ignoreFile, Ignored, type IgnoreFile } from '../../workspace/git-ignore.js';

const { workspace } = vscode;

export const MARKDOWN_FILES = '**/*.{md,markdown}';
const SKIPPED = '**/node_modules/**';

/** What the `.gitignore` files of each workspace folder leave out, by the folder's address. */
async function ignoredByGit(token?: vscode.CancellationToken): Promise<Map<string, Ignored>> {
  const byFolder = new Map<string, IgnoreFile[]>();
  for (const uri of await workspace.findFiles('**/.gitignore', SKIPPED, 2000, token)) {
    const folder = workspace.getWorkspaceFolder(uri)?.uri;
    if (!folder) continue;
    try {
      const rules = ignoreFile(inside(folder, vscode.Uri.joinPath(uri, '..')), new TextDecoder().decode(await workspace.fs.readFile(uri)));
      byFolder.set(folder.toString(), [...(byFolder.get(folder.toString()) ?? []), rules]);
    } catch {
      // A file that cannot be read leaves nothing out.
    }
  }
  return new Map([...byFolder].map(([folder, files]) => [folder, new Ignored(files)]));
}

const inside = (folder: vscode.Uri, uri: vscode.Uri): string => pathInside(folder.path, uri.path) ?? '';

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
    return folder !== undefined && ignored.get(folder.toString())?.has(inside(folder, uri)) === true;
  };
  return { files: files.filter((uri) => !leftOut(uri)), leftOut };
}
