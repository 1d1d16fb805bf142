import * as vscode from 'vscode';
import { ignoreFile, Ignored, type IgnoreFile } from '../host/ignored.js';

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

function inside(folder: vscode.Uri, uri: vscode.Uri): string {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : '';
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
    return folder !== undefined && ignored.get(folder.toString())?.has(inside(folder, uri)) === true;
  };
  return { files: files.filter((uri) => !leftOut(uri)), leftOut };
}

/** How one file is reached from the folder of another: "../reports/exampleshire.md". */
export function relativePath(from: vscode.Uri, to: vscode.Uri): string {
  const base = from.path.split('/').slice(0, -1);
  const target = to.path.split('/');
  let common = 0;
  while (common < base.length && common < target.length - 1 && base[common] === target[common]) common++;
  return [...Array<string>(base.length - common).fill('..'), ...target.slice(common)].join('/');
}
