import * as vscode from 'vscode';
import { fileName } from '../../text/paths.js';

const { window, workspace } = vscode;

/** Pages that show a document and are called after it: the editor’s preview, ours as published, and the form of its facts. */
const PAGES_OF_DOCUMENTS = /(?:markdown\.preview|areaSend\.published|areaSend\.facts)$/;

/** Whether a tab shows a document, as text or in another form. The editor tells of a preview only what it is called. */
export function shows({ input, label }: vscode.Tab, uri: vscode.Uri): boolean {
  const key = uri.toString();
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri.toString() === key;
  if (input instanceof vscode.TabInputTextDiff) return input.original.toString() === key || input.modified.toString() === key;
  return input instanceof vscode.TabInputWebview && PAGES_OF_DOCUMENTS.test(input.viewType) && label.endsWith(` ${fileName(uri.path)}`);
}

/** Which document the tab in front is about, also when it shows its preview. */
export class ActiveDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #disposables: vscode.Disposable[];
  #current: vscode.Uri | null = null;
  #last: vscode.Uri | null = null;

  constructor() {
    const refresh = (): void => this.#refresh();
    this.#disposables = [
      this.#changed,
      window.onDidChangeActiveTextEditor(refresh),
      window.tabGroups.onDidChangeTabs(refresh),
      window.tabGroups.onDidChangeTabGroups(refresh),
    ];
    this.#refresh();
  }

  /** null while something else is in front. */
  get current(): vscode.Uri | null {
    return this.#current;
  }

  /** The one in front, else the one that was in front last. */
  get last(): vscode.Uri | null {
    return this.#current ?? this.#last;
  }

  #refresh(): void {
    const before = this.#current?.toString();
    this.#current = this.#find();
    if (this.#current) this.#last = this.#current;
    if (this.#current?.toString() !== before) this.#changed.fire();
  }

  #find(): vscode.Uri | null {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    if (!tab) return window.activeTextEditor?.document.uri ?? null;
    const { input } = tab;
    if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
    if (input instanceof vscode.TabInputTextDiff) return input.modified;
    if (!(input instanceof vscode.TabInputWebview)) return null;
    const shown = workspace.textDocuments.filter(({ languageId, uri }) => languageId === 'markdown' && shows(tab, uri));
    return (shown.find(({ uri }) => uri.toString() === this.#last?.toString()) ?? shown[0])?.uri ?? null;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
