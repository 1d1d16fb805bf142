import * as vscode from 'vscode';
import { isImportName } from '../../convert/import/names.js';
import type { SendDocument } from '../../document/index.js';
import type { DocumentKind } from '../../framework/types.js';
import { normaliseAreaName } from '../../framework/local-authorities.js';
import { pathInside, resolvePath } from '../../text/paths.js';
import { shownCycleOf } from '../../workspace/shown-cycle.js';
import type { CycleInput } from '../../schedule/index.js';
import type { Checks } from './checks.js';
import { markdownFiles } from './files.js';
import type { SettingsStore } from './settings.js';

interface Entry {
  readonly uri: vscode.Uri;
  /** null: not a recognised document. */
  readonly input: CycleInput | null;
  /** The text of an open document; null for one that was read. */
  readonly text: string | null;
}

const SETTLE_MS = 250;
/** No report or plan is larger; what is, is left to whoever opens it. In bytes or characters. */
export const LARGEST = 400_000;

/**
 * What every Markdown document of the workspace says about dates, and which documents belong together. The workspace is read once, in the
 * background and one file at a time, when somebody first asks; after that only what changes.
 */
export class Library implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires, a little later, when what is known has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #scan: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #disposed = false;
  #run = 0;
  /** Documents that were read since the reading of the workspace began. */
  readonly #seen = new Set<string>();
  #leftOut: (uri: vscode.Uri) => boolean = () => false;
  /** Word files, PDFs and the like that a document names as its report. */
  readonly #foreign = new Set<string>();

  constructor(
    private readonly checks: Checks,
    settings: SettingsStore,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const { workspace } = vscode;
    const { source } = checks;
    const reread = (uri: vscode.Uri): void => {
      // Of Word files and PDFs only those count that a document names.
      const counts = isImportName(uri.path) ? this.#foreign.has(uri.toString()) : !this.#leftOut(uri);
      if (this.#scan && !this.checks.latest(uri) && counts) void this.#read(uri).then(() => this.#tell());
    };
    // Which files there are, or of which kind, is no longer known. What is known stands until it is.
    const again = (): void => {
      if (!this.#scan) return;
      this.#scan = null;
      void this.start();
    };
    source.reportsOn = (area) => (this.#complete ? this.#reportsOn(area) : this.start().then(() => this.#reportsOn(area)));
    const ignoring = workspace.createFileSystemWatcher('**/.gitignore');
    this.#disposables.push(
      source.onDidForget(({ uri, kind }) => {
        if (kind === 'deleted') this.#drop(uri);
        else reread(uri);
      }),
      checks.onDidCheck(({ uri, document }) => {
        if (source.isGone(uri)) return;
        if (document.kind) void this.start();
        else if (!this.#entries.has(uri.toString())) return;
        // A second look at the same text tells nothing new.
        const known = this.#entries.get(uri.toString());
        if (known?.text === document.text && (known.input?.kind ?? null) === document.kind) return;
        this.#set(uri, document, document.text);
        this.#tell();
      }),
      // What was not saved is gone with the editor.
      checks.onDidClose((uri) => reread(uri)),
      workspace.onDidChangeWorkspaceFolders(again),
      ignoring,
      ignoring.onDidChange(again),
      ignoring.onDidCreate(again),
      ignoring.onDidDelete(again),
      settings.onDidChange(() => {
        again();
        this.#tell();
      }),
    );
  }

  /** True while the workspace is read for the first time. */
  get reading(): boolean {
    return this.#scan !== null && !this.#complete;
  }
  #complete = false;

  /** Begins to read the workspace; resolves when it has been read, anew where that began meanwhile. */
  async start(): Promise<void> {
    let scan: Promise<void> | null = null;
    while (
      scan !==
      (this.#scan ??= this.#readAll().catch((error: unknown) => {
        this.log.error(error instanceof Error ? error : String(error));
        // Where the workspace cannot be searched, the documents that are open or change are all there is.
        this.#complete = true;
      }))
    ) {
      scan = this.#scan;
      await scan;
      if (this.#disposed) return;
    }
  }

  inputs(): CycleInput[] {
    return [...this.#entries.values()].flatMap(({ input }) => (input ? [input] : []));
  }

  /** Every Markdown document that is known; `kind` is null where it is not recognised. */
  documents(): { readonly uri: vscode.Uri; readonly kind: DocumentKind | null }[] {
    return [...this.#entries.values()].map(({ uri, input }) => ({ uri, kind: input?.kind ?? null }));
  }

  #reportsOn(area: string): vscode.Uri[] {
    const wanted = normaliseAreaName(area);
    return [...this.#entries.values()].flatMap(({ uri, input }) =>
      input?.kind === 'full-inspection-report' && input.localArea !== null && normaliseAreaName(input.localArea) === wanted ? [uri] : [],
    );
  }

  /** Where a path of `CycleInput` leads. */
  uriOf(path: string | null): vscode.Uri | null {
    if (path === null) return null;
    for (const { uri, input } of this.#entries.values()) if (input?.path === path) return uri;
    return null;
  }

  /** Reports and plans that a document may belong with, itself included: those of its local area, and those that name it or that it names. */
  async around(uri: vscode.Uri, document: SendDocument): Promise<{ uri: vscode.Uri; document: SendDocument }[]> {
    await this.start();
    const own = shownCycleOf(document);
    if (!own) return [];
    const area = own.localArea === null ? null : normaliseAreaName(own.localArea);
    const related = [...this.#entries.values()].filter(
      ({ uri: other, input }) =>
        input !== null &&
        input.kind !== 'engagement-meeting-note' &&
        other.toString() !== uri.toString() &&
        ((area !== null && input.localArea !== null && normaliseAreaName(input.localArea) === area) ||
          (input.respondsTo !== null &&
            input.path !== null &&
            own.path !== null &&
            resolvePath(input.path, input.respondsTo) === own.path) ||
          (own.respondsTo !== null && own.path !== null && resolvePath(own.path, own.respondsTo) === input.path)),
    );
    const opened = [{ uri, document }];
    for (const entry of related) {
      const other = await this.document(entry.uri);
      if (other) opened.push({ uri: entry.uri, document: other });
    }
    return opened;
  }

  /** Null for one that cannot be read, or is larger than any report or plan. */
  async document(uri: vscode.Uri): Promise<SendDocument | null> {
    const opened = await this.checks.source.open(uri).catch(() => null);
    return opened && opened.document.text.length <= LARGEST ? opened.document : null;
  }

  /** A file that is gone, or everything in a folder that is. */
  #drop(gone: vscode.Uri): void {
    let any = false;
    for (const [key, { uri }] of this.#entries) {
      if (uri.authority !== gone.authority || pathInside(gone.path, uri.path) === null) continue;
      this.#entries.delete(key);
      any = true;
    }
    if (any) this.#tell();
  }

  #set(uri: vscode.Uri, document: SendDocument, text: string | null): void {
    this.#seen.add(uri.toString());
    const input = document.text.length > LARGEST ? null : shownCycleOf(document);
    this.#entries.set(uri.toString(), { uri, text, input });
    if (input?.respondsTo && isImportName(input.respondsTo)) this.#follow(uri, input.respondsTo);
  }

  /** Reads a report that is named in the form in which it was published. */
  #follow(from: vscode.Uri, link: string): void {
    const target = this.checks.source.resolve(from, link);
    if (!target) return;
    const key = target.toString();
    this.#seen.add(key);
    this.#foreign.add(key);
    if (!this.#entries.has(key)) void this.#read(target).then(() => this.#tell());
  }

  async #read(uri: vscode.Uri): Promise<void> {
    try {
      const { source } = this.checks;
      // Converting takes time: what a check has read is taken as it is.
      if (isImportName(uri.path)) {
        const document = await this.document(uri);
        if (!document) throw new RangeError('The file cannot be read, or is too large to be a report.');
        this.#set(uri, document, null);
        return;
      }
      // Kept there: the views that show what is in it need not read it again.
      const document = await source.openAnew(uri, LARGEST);
      // An open document speaks for itself.
      if (!this.checks.latest(uri)) this.#set(uri, document, null);
    } catch {
      this.#entries.delete(uri.toString());
    }
  }

  async #readAll(): Promise<void> {
    this.#complete = false;
    const run = ++this.#run;
    this.#seen.clear();
    const found = await markdownFiles();
    if (run !== this.#run) return;
    this.#leftOut = found.leftOut;
    for (const [index, uri] of found.files.entries()) {
      if (this.#disposed || run !== this.#run) return;
      const open = this.checks.latest(uri);
      if (open) this.#set(uri, open.document, open.document.text);
      else await this.#read(uri);
      if (index % 20 === 19) this.#tell();
      // Typing goes first.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    // What was not met is no longer there, unless it is open. A file that came meanwhile was met.
    for (const [key, { uri }] of this.#entries) if (!this.#seen.has(key) && !this.checks.latest(uri)) this.#entries.delete(key);
    this.#complete = true;
    this.#tell();
  }

  #tell(): void {
    if (this.#timer || this.#disposed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#changed.fire();
      this.checks.reportsChanged();
    }, SETTLE_MS);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
