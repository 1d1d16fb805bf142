import * as vscode from 'vscode';
import { maskDeep, maskOf } from '../../check/index.js';
import { fileName } from '../../text/paths.js';
import { FileProblem } from '../../workspace/document-source.js';
import type { Checks } from '../documents/checks.js';
import { originalPage, type OriginalPage } from './original-page.js';

const COMMANDS = ['areaSend.importDocument', 'areaSend.saveComments'];

/** What is shown for a Word, PDF or OpenDocument file that is opened or dropped: what can be done with it, its comments, and what is lost. */
class OriginalEditor implements vscode.CustomReadonlyEditorProvider {
  constructor(
    private readonly checks: Checks,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    webview.options = { enableScripts: false, enableCommandUris: COMMANDS, localResourceRoots: [] };
    let closed = false;
    const show = (read: OriginalPage['read']): void => {
      if (!closed) webview.html = originalPage({ name: fileName(uri.path), read });
    };
    const draw = (): void => void this.read(uri).then(show);
    show(null);
    draw();
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), fileName(uri.path).replace(/[[\]{}*?]/g, '?')),
    );
    const changes = [watcher, watcher.onDidChange(draw), watcher.onDidCreate(draw)];
    panel.onDidDispose(() => {
      closed = true;
      for (const change of changes) change.dispose();
    });
  }

  private async read(uri: vscode.Uri): Promise<OriginalPage['read']> {
    const { source } = this.checks;
    try {
      const { text, converted } = await source.read(uri);
      if (!converted) return 'This file is no document that can be read.';
      const { format, warnings, comments } = converted;
      return { format, ...maskDeep({ warnings, comments }, maskOf(await source.openText(uri, text))) };
    } catch (error) {
      this.log.warn(`${fileName(uri.path)}: ${String(error)}`);
      const reason = error instanceof FileProblem ? error.message : 'something went wrong while it was read';
      return `This file cannot be read. ${reason[0]!.toUpperCase()}${reason.slice(1)}.`;
    }
  }
}

export const registerOriginalEditor = (checks: Checks, log: vscode.LogOutputChannel): vscode.Disposable =>
  vscode.window.registerCustomEditorProvider('areaSend.original', new OriginalEditor(checks, log));
