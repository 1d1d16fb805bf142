import * as vscode from 'vscode';
import type { ImportResult } from '../../convert/import/types.js';
import type { SendDocument } from '../../document/index.js';
import { FileProblem, DocumentSource, type Converter } from '../../workspace/document-source.js';
import { pathInside } from '../../text/paths.js';
import { fileOf } from './place.js';
import type { SettingsStore } from './settings.js';
import type { FileChange, WorkspaceFiles } from './workspace-files.js';

const isBelow = (uri: vscode.Uri, folder: vscode.Uri): boolean =>
  uri.scheme === folder.scheme && uri.authority === folder.authority && pathInside(folder.path, uri.path) !== null;

/** The workspace's documents, read through the editor: desktop, browser and remote alike. */
export class EditorSource extends DocumentSource<vscode.Uri, ImportResult> {
  /** Documents as they stand in an editor: told by whoever checks them. */
  live: (uri: vscode.Uri) => SendDocument | null = () => null;
  /** Reports on a local area among the workspace's documents: told by whoever knows these. */
  reportsOn: (area: string) => readonly vscode.Uri[] | undefined | Promise<readonly vscode.Uri[]> = () => undefined;
  readonly #read: vscode.EventEmitter<string>;
  /** Fires with the key of a document that `peek` was asked for, once it has been read. */
  readonly onDidRead: vscode.Event<string>;
  readonly #forgotten = new vscode.EventEmitter<FileChange>();
  /** Fires after a file or a folder has been forgotten because it changed, came or went. */
  readonly onDidForget = this.#forgotten.event;
  readonly #gone = new Map<string, vscode.Uri>();
  readonly disposables: vscode.Disposable[];

  constructor(settings: SettingsStore, files: WorkspaceFiles, converter?: Converter<ImportResult>) {
    const read = new vscode.EventEmitter<string>();
    super(
      {
        key: (uri) => uri.toString(),
        pathOf: ({ path }) => path,
        at: (uri, path) => fileOf(uri).with({ path, query: '', fragment: '' }),
        shown: (uri) => vscode.workspace.asRelativePath(fileOf(uri)),
        // A link may lead from one folder of the workspace to another.
        rootOf: (uri) => (vscode.workspace.getWorkspaceFolder(fileOf(uri)) ? '/' : null),
        real: (uri) => (vscode.workspace.getWorkspaceFolder(uri) ? uri : null),
        read: async (uri) => {
          try {
            return await vscode.workspace.fs.readFile(uri);
          } catch (error) {
            throw new FileProblem('the file cannot be read', { cause: error });
          }
        },
        exists: (uri) =>
          vscode.workspace.fs.stat(uri).then(
            () => true,
            () => false,
          ) as Promise<boolean>,
        configuredKind: async (uri) => (await settings.resolve(uri)).configuredKind,
        bodies: async (uri) => (await settings.resolve(uri)).settings.bodies,
        reportsAround: (_uri, area) => this.reportsOn(area),
        live: (uri) => (this.isGone(uri) ? null : this.live(uri)),
      },
      { onRead: (key) => read.fire(key), ...(converter ? { converter } : {}) },
    );
    this.#read = read;
    this.onDidRead = read.event;
    this.disposables = [
      this.#read,
      this.#forgotten,
      files.onDidChange((change) => {
        if (change.kind === 'deleted') {
          this.#gone.set(change.uri.toString(), change.uri);
          this.forgetBelow(change.uri);
        } else {
          for (const [key, uri] of this.#gone) if (isBelow(change.uri, uri)) this.#gone.delete(key);
          this.forget(change.uri);
        }
        this.#forgotten.fire(change);
      }),
      settings.onDidChange(() => this.clear()),
    ];
  }

  /** Whether a file was deleted, by itself or with its folder: an editor that still shows it is no document of the folder any more. */
  isGone(uri: vscode.Uri): boolean {
    for (const gone of this.#gone.values()) if (isBelow(uri, gone)) return true;
    return false;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
