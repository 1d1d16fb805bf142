import * as vscode from 'vscode';
import { maskDeep, maskOf } from '../../check/index.js';
import { openDocument, type SendDocument } from '../../document/index.js';
import { calendarWith } from '../../framework/working-days.js';
import { changesBetween, changesSummary } from '../../tracker/index.js';
import { fileName } from '../../text/paths.js';
import { FileProblem } from '../../workspace/document-source.js';
import type { Checks } from '../documents/checks.js';
import type { Scripts } from '../documents/scripts.js';
import type { SettingsStore } from '../documents/settings.js';
import { today } from '../documents/today.js';

/* What the git extension of the editor offers to others, as far as it is used here. No program is run. */
interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
}
interface Repository {
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<Commit[]>;
  show(revision: string, path: string): Promise<string>;
}
interface Git {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

const MOST_COMMITS = 50;

/** Null where there is no git extension, or the file is in no repository that it knows. */
async function repositoryOf(uri: vscode.Uri): Promise<Repository | null> {
  try {
    const git = vscode.extensions.getExtension<Git>('vscode.git');
    return git ? (await git.activate()).getAPI(1).getRepository(uri) : null;
  } catch {
    return null;
  }
}

interface Version {
  readonly name: string;
  readonly document: SendDocument;
}

async function earlier(checks: Checks, uri: vscode.Uri, kind: SendDocument['kind']): Promise<Version | null> {
  const repository = await repositoryOf(uri);
  const commits = (await repository?.log({ maxEntries: MOST_COMMITS, path: uri.fsPath }).catch(() => [])) ?? [];
  const picked = await vscode.window.showQuickPick(
    [
      { label: '$(file) A file…', commit: null },
      ...commits.map((commit) => ({
        label: `$(git-commit) ${commit.message.split('\n')[0]!}`,
        description: [commit.authorDate?.toLocaleDateString('en-GB'), commit.hash.slice(0, 8)]
          .filter((part) => part !== undefined)
          .join(' · '),
        commit,
      })),
    ],
    { title: 'Compare with which earlier version?', matchOnDescription: true },
  );
  if (!picked) return null;
  if (picked.commit) {
    const { hash } = picked.commit;
    const text = await repository!.show(hash, uri.fsPath);
    return {
      name: `${fileName(uri.path)} at ${hash.slice(0, 8)}`,
      document: openDocument(text, { path: fileName(uri.path), ...(kind ? { kind } : {}) }),
    };
  }
  const [file] =
    (await vscode.window.showOpenDialog({
      title: 'The earlier version',
      canSelectMany: false,
      defaultUri: vscode.Uri.joinPath(uri, '..'),
    })) ?? [];
  if (!file) return null;
  const { text } = await checks.source.read(file);
  return { name: fileName(file.path), document: openDocument(text, { path: fileName(file.path), ...(kind ? { kind } : {}) }) };
}

async function compare(checks: Checks, settings: SettingsStore, scripts: Scripts, log: vscode.LogOutputChannel): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && checks.latest(editor.document.uri);
  if (!editor || !checked?.document.kind) {
    void vscode.window.showInformationMessage(
      'Open the plan first: this command compares the plan in front of you with an earlier version.',
    );
    return;
  }
  const { uri } = editor.document;
  const now = openDocument(editor.document.getText(), { path: checked.document.path, kind: checked.document.kind });
  let before: Version | null;
  try {
    before = await earlier(checks, uri, now.kind);
  } catch (error) {
    log.warn(error instanceof Error ? error.message : String(error));
    void vscode.window.showErrorMessage(
      error instanceof FileProblem ? `${error.message}.` : 'That version cannot be read. Choose another one.',
    );
    return;
  }
  if (!before) return;
  const { extraHolidays } = (await settings.resolve(uri)).settings;
  const [maskOld, maskNew] = [maskOf(before.document), maskOf(now)];
  const changes = maskDeep(changesBetween(before.document, now, today(), calendarWith(extraHolidays)), (text) => maskNew(maskOld(text)));
  const { changesPage } = await scripts.pages();
  const panel = vscode.window.createWebviewPanel('areaSend.changes', `Changes: ${fileName(uri.path)}`, vscode.ViewColumn.Active, {
    enableScripts: false,
    localResourceRoots: [],
    enableFindWidget: true,
  });
  panel.webview.html = changesPage(changes, { before: before.name, after: fileName(uri.path) });
  const copy = 'Copy a summary for a pull request';
  if ((await vscode.window.showInformationMessage(`Compared with ${before.name}.`, copy)) === copy)
    await vscode.env.clipboard.writeText(changesSummary(changes));
}

export const registerCompare = (
  checks: Checks,
  settings: SettingsStore,
  scripts: Scripts,
  log: vscode.LogOutputChannel,
): vscode.Disposable => vscode.commands.registerCommand('areaSend.compareVersions', () => compare(checks, settings, scripts, log));
