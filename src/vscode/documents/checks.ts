import * as vscode from 'vscode';
import { checkTextInSteps, createSession, type CheckResult, type Finding, type Session, type TextOptions } from '../../check/index.js';
import type { SendDocument } from '../../document/index.js';
import { shows } from './active-document.js';
import type { SettingsStore, Resolved } from './settings.js';
import { carryOver } from './carry-over.js';
import type { EditorSource } from './source.js';
import { pathInside } from '../../text/paths.js';
import { fileOf } from './place.js';
import { knownOn, quiet, type TypingPlace } from './quiet.js';
import { onDidChangeDay, today } from './today.js';

/** What is known of one open document at one version of its text. */
export interface Checked {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly result: CheckResult;
  readonly findings: readonly Finding[];
  /** Those that are kept back as well, because somebody is typing there. */
  readonly all: readonly Finding[];
  readonly document: SendDocument;
  readonly resolved: Resolved;
  /** False until the rules that wait for idle time have seen this text; their findings are then those of the text before, moved along. */
  readonly complete: boolean;
  readonly generation: number;
}

interface Entry {
  session: Session | null;
  checked: Checked | null;
  timer: ReturnType<typeof setTimeout> | null;
  idleTimer: ReturnType<typeof setTimeout> | null;
  /** How long the last check took, in milliseconds. */
  cost: number;
  /** Counts the changes of documents that its links lead to. */
  round: number;
  /** Links that its last check looked at. */
  readonly links: Set<string>;
  /** Where its last check asked which report it answers: what it was told, and the reports among which that was found, by address. */
  answered: { readonly plan: SendDocument; readonly report: SendDocument | null | undefined; readonly among: readonly vscode.Uri[] } | null;
  /** The check that is under way, and what it is of: a version of the text and of everything else that counts. */
  running: { readonly of: string; readonly done: Promise<void> } | null;
}

function stopTimers(entry: Entry): void {
  if (entry.timer) clearTimeout(entry.timer);
  if (entry.idleTimer) clearTimeout(entry.idleTimer);
  entry.timer = null;
  entry.idleTimer = null;
}

const DEBOUNCE_MS = 150;
/** Characters from which a document is checked in slices. */
export const LARGE = 150_000;
/** How long a slice may hold the extension host. */
const SLICE_MS = 12;

/** Runs steps with pauses in which the editor does other things. Null when they are no longer wanted. */
export async function inSlices<T>(steps: Generator<void, T>, wanted: () => boolean): Promise<T | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const { done, value } = steps.next();
      if (done) return value;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) return null;
  }
}
/** A document that takes long to check is checked after longer pauses, so that the editor keeps up with the typing. */
const MOST_DEBOUNCE_MS = 3000;
const IDLE_MS = 900;
/**
 * A Markdown file of any file system, or one that is to become a file: no cell of a notebook, comment, snippet of a chat, or page that an
 * extension made. Earlier versions, as Git, the local history and comparisons show them, come from file systems that cannot be written, by
 * the address of the file with a query for the version.
 */
export function isMarkdown({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== 'markdown') return false;
  if (uri.scheme === 'untitled') return true;
  const writable = vscode.workspace.fs.isWritableFileSystem(uri.scheme);
  return writable === true || (writable === false && uri.query === '');
}

/** The text documents that a tab shows. */
const textOf = ({ input }: vscode.Tab): vscode.Uri[] =>
  input instanceof vscode.TabInputText ? [input.uri] : input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];

/** Checks open documents as they change and tells when there is something new to show. A result is only ever shown for the text it was made from. */
export class Checks implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  /** Counts what makes results stale though no text changed: settings, and documents that others look at. */
  #generation = 0;
  /** Documents whose last tab was closed; the editor keeps their text for some minutes more. */
  readonly #hidden = new Set<string>();
  /** The line that somebody types in, from 0, and what was found there before. */
  #typing: { readonly uri: string; readonly line: number; readonly known: ReadonlySet<string> } | null = null;
  readonly #checked = new vscode.EventEmitter<Checked>();
  readonly #closed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires after each check; `checked.result.kind` is null for a document that is not recognised. */
  readonly onDidCheck = this.#checked.event;
  readonly onDidClose = this.#closed.event;
  readonly #disposables: vscode.Disposable[] = [this.#checked, this.#closed];

  constructor(
    private readonly settings: SettingsStore,
    readonly source: EditorSource,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const { workspace } = vscode;
    source.live = (uri) => this.latest(uri)?.document ?? null;
    this.#disposables.push(
      workspace.onDidOpenTextDocument((document) => {
        this.#hidden.delete(document.uri.toString());
        this.#schedule(document, 0);
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of closed.flatMap(textOf)) this.#hide(uri);
        for (const uri of opened.flatMap(textOf)) this.#show(uri);
      }),
      workspace.onDidChangeTextDocument((event) => {
        const { document, contentChanges } = event;
        if (contentChanges.length === 0) return;
        if (!this.settings.onSaveOnly(document.uri)) this.#schedule(document, DEBOUNCE_MS);
        this.#checkAround((uri) => uri.toString() === document.uri.toString());
        this.#noteTyping(event);
      }),
      workspace.onDidSaveTextDocument((document) => {
        this.#rest(document);
        this.#schedule(document, 0);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (selections[0]?.active.line !== this.#typing?.line) this.#rest(textEditor.document);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        for (const document of workspace.textDocuments) if (document !== editor?.document) this.#rest(document);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#hidden.delete(uri.toString());
        this.#close(uri);
      }),
      settings.onDidChange(() => this.checkAll()),
      onDidChangeDay(() => this.checkAll()),
      source.onDidRead((key) => this.#checkAround((uri) => uri.toString() === key, 0)),
      source.onDidForget((change) =>
        this.#checkAround((uri) => pathInside(change.uri.path, uri.path) !== null && change.uri.authority === uri.authority),
      ),
    );
    this.checkAll();
  }

  /** The last result for a document, if it was made from its present text. */
  current(document: vscode.TextDocument): Checked | null {
    const entry = this.#entries.get(document.uri.toString());
    const checked = entry?.checked ?? null;
    return checked && checked.version === document.version && checked.generation === this.#generation + entry!.round ? checked : null;
  }

  /** The last result, perhaps of an earlier version. */
  latest(uri: vscode.Uri): Checked | null {
    return this.#entries.get(uri.toString())?.checked ?? null;
  }

  all(): readonly Checked[] {
    return [...this.#entries.values()].flatMap(({ checked }) => (checked && checked.result.kind ? [checked] : []));
  }

  checkAll(): void {
    this.#generation++;
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  /** Checks now, whatever timers say; null when the document is closed or switched off. */
  async checkNow(document: vscode.TextDocument): Promise<Checked | null> {
    const current = this.current(document);
    if (current) return current;
    if (!isMarkdown(document) || document.isClosed) return null;
    await this.#run(document);
    return this.current(document);
  }

  #entry(uri: vscode.Uri): Entry {
    const key = uri.toString();
    let entry = this.#entries.get(key);
    if (!entry)
      this.#entries.set(
        key,
        (entry = {
          session: null,
          checked: null,
          timer: null,
          idleTimer: null,
          cost: 0,
          round: 0,
          links: new Set(),
          answered: null,
          running: null,
        }),
      );
    return entry;
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    if (!isMarkdown(document)) {
      if (this.#entries.has(document.uri.toString())) this.#close(document.uri);
      return;
    }
    if (this.#hidden.has(document.uri.toString())) return;
    const entry = this.#entry(document.uri);
    stopTimers(entry);
    entry.timer = setTimeout(
      () => {
        entry.timer = null;
        this.#run(document).catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
      },
      delay === 0 ? 0 : Math.max(delay, Math.min(entry.cost * 2, MOST_DEBOUNCE_MS)),
    );
  }

  /** Both numbers only grow, so that their sum tells as much as the two. */
  #stateOf(document: vscode.TextDocument, { round }: Entry): string {
    return `${document.version}|${this.#generation + round}`;
  }

  /** Several callers at once share one check. */
  #run(document: vscode.TextDocument): Promise<void> {
    const entry = this.#entry(document.uri);
    const of = this.#stateOf(document, entry);
    if (entry.running?.of === of) return entry.running.done;
    const done = this.#start(document, entry, of).finally(() => {
      if (entry.running?.done === done) entry.running = null;
    });
    entry.running = { of, done };
    return done;
  }

  async #start(document: vscode.TextDocument, entry: Entry, of: string): Promise<void> {
    const { uri } = document;
    stopTimers(entry);
    if (!this.settings.enabled(uri)) {
      this.#close(uri);
      return;
    }
    const resolved = await this.settings.resolve(uri);
    const current = (): boolean =>
      !document.isClosed && this.#entries.get(uri.toString()) === entry && this.#stateOf(document, entry) === of;
    if (!current()) return;
    if (!(await this.#check(document, entry, resolved, true, current))) return;
    entry.idleTimer = setTimeout(() => {
      entry.idleTimer = null;
      if (current())
        this.#check(document, entry, resolved, false, current).catch((error: unknown) =>
          this.log.error(error instanceof Error ? error : String(error)),
        );
    }, IDLE_MS);
  }

  /** What a check of a document is made with. */
  options(uri: vscode.Uri, { settings, configuredKind }: Resolved): TextOptions {
    return {
      today: today(),
      settings,
      path: vscode.workspace.asRelativePath(fileOf(uri)),
      lookup: (path) => {
        this.#entries.get(uri.toString())?.links.add(path);
        return this.source.peek(uri, path) as SendDocument | null;
      },
      answered: (plan) => {
        const entry = this.#entries.get(uri.toString());
        const among: vscode.Uri[] = [];
        const report = this.source.peekAnswered(uri, plan, (place) => among.push(place));
        if (entry) entry.answered = { plan, report, among };
        return report;
      },
      exists: (path) => {
        this.#entries.get(uri.toString())?.links.add(path);
        return this.source.peekExists(uri, path);
      },
      ...(configuredKind ? { configuredKind } : {}),
    };
  }

  /** False when the document changed meanwhile, so that nothing is shown. */
  async #check(
    document: vscode.TextDocument,
    entry: Entry,
    resolved: Resolved,
    skipIdle: boolean,
    current: () => boolean,
  ): Promise<boolean> {
    const options = { ...this.options(document.uri, resolved), skipIdle };
    const text = document.getText();
    const known = entry.session !== null;
    const session = (entry.session ??= createSession(text.length > LARGE ? '' : text, options));
    entry.links.clear();
    entry.answered = null;
    const began = performance.now();
    if (text.length > LARGE) {
      if (!(await inSlices(session.updateInSteps(text, options), current))) return false;
    } else if (known) session.update(text, options);
    const { result } = session;
    entry.cost = performance.now() - began;
    const found =
      skipIdle && result.kind && entry.checked
        ? [...result.findings, ...carryOver({ findings: entry.checked.all, document: entry.checked.document }, result)]
        : result.findings;
    // What was never saved is a draft: its gaps are work to be done.
    const all = document.isUntitled
      ? found.map((finding): Finding => (finding.rule === 'placeholder' ? { ...finding, severity: 'info' } : finding))
      : found;
    const typing = this.#typingIn(document);
    const findings = typing ? quiet(document.getText(), all, typing, this.#typing!.known) : all;
    entry.checked = {
      uri: document.uri,
      version: document.version,
      result,
      findings,
      all,
      document: result.document,
      resolved,
      complete: !skipIdle,
      generation: this.#generation + entry.round,
    };
    // Whoever asked for findings on save only is not to see them come and go while typing.
    if (this.settings.onSaveOnly(document.uri) && document.isDirty) return true;
    this.#checked.fire(entry.checked);
    return true;
  }

  /** Checks a file that is not open, with every rule. Null when it was cancelled. */
  async checkFile(uri: vscode.Uri, token: vscode.CancellationToken): Promise<CheckResult | null> {
    const options = this.options(uri, await this.settings.resolve(uri));
    const { text } = await this.source.read(uri);
    const { value } = await this.source.withLinks(uri, text, (lookup, exists, answered) =>
      inSlices(checkTextInSteps(text, { ...options, lookup, exists, answered }), () => !token.isCancellationRequested),
    );
    return value;
  }

  /** Checks the open documents again whose links lead to a place that has been read or changed. */
  #checkAround(changed: (uri: vscode.Uri) => boolean, delay = DEBOUNCE_MS * 4): void {
    for (const document of vscode.workspace.textDocuments) {
      const entry = this.#entries.get(document.uri.toString());
      if (!entry || changed(document.uri)) continue;
      const linked = (function* (source: EditorSource) {
        for (const link of entry.links) yield source.resolve(document.uri, link);
        yield* entry.answered?.among ?? [];
      })(this.source);
      for (const target of linked) {
        if (!target || !changed(target)) continue;
        entry.round++;
        this.#schedule(document, delay);
        break;
      }
    }
  }

  /** Checks the open plans again that now answer another report than before, or one at all: it became known which reports there are. */
  reportsChanged(): void {
    for (const document of vscode.workspace.textDocuments) {
      const entry = this.#entries.get(document.uri.toString());
      if (!entry?.answered || this.source.peekAnswered(document.uri, entry.answered.plan, () => undefined) === entry.answered.report)
        continue;
      entry.round++;
      this.#schedule(document, 0);
    }
  }

  /** Where somebody types in a document, if the cursor is still there. */
  #typingIn(document: vscode.TextDocument): TypingPlace | null {
    const editor = vscode.window.activeTextEditor;
    if (this.#typing?.uri !== document.uri.toString() || editor?.document !== document) return null;
    const { active } = editor.selection;
    if (active.line !== this.#typing.line || active.line >= document.lineCount) return null;
    const { range } = document.lineAt(active.line);
    return { at: document.offsetAt(active), line: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) } };
  }

  /** Somebody types where the cursor is: what comes up there waits until it has gone. */
  #noteTyping({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (editor?.document !== document || contentChanges.length !== 1 || !change || change.text.length > 80) return;
    const line = change.range.start.line + (change.text.match(/\n/g)?.length ?? 0);
    // An edit that was asked for elsewhere is finished.
    if (Math.abs(editor.selection.active.line - line) > 1 || line >= document.lineCount) return;
    const uri = document.uri.toString();
    if (this.#typing?.uri === uri && this.#typing.line === line) return;
    const checked = this.latest(document.uri);
    const start = document.offsetAt(new vscode.Position(line, 0));
    const place = { at: start, line: { start, end: document.offsetAt(document.lineAt(line).range.end) } };
    this.#typing = { uri, line, known: checked && contentChanges[0]!.text !== '\n' ? knownOn(checked.all, place) : new Set() };
  }

  /** Shows what was kept back once the cursor has left the line, or the text is saved. */
  #rest(document: vscode.TextDocument): void {
    if (this.#typing?.uri !== document.uri.toString()) return;
    this.#typing = null;
    const entry = this.#entries.get(document.uri.toString());
    if (!entry?.checked || entry.checked.all.length === entry.checked.findings.length) return;
    entry.checked = { ...entry.checked, findings: entry.checked.all };
    if (!(this.settings.onSaveOnly(document.uri) && document.isDirty)) this.#checked.fire(entry.checked);
  }

  #hide(uri: vscode.Uri): void {
    const key = uri.toString();
    if (vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shows(tab, uri)))) return;
    this.#hidden.add(key);
    this.#close(uri);
  }

  #show(uri: vscode.Uri): void {
    if (!this.#hidden.delete(uri.toString())) return;
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
    if (document) this.#schedule(document, 0);
  }

  #close(uri: vscode.Uri): void {
    const entry = this.#entries.get(uri.toString());
    if (!entry) return;
    stopTimers(entry);
    this.#entries.delete(uri.toString());
    this.#closed.fire(uri);
    // What was not saved is gone: a plan that looks at it is to look again.
    this.#checkAround((other) => other.toString() === uri.toString());
  }

  dispose(): void {
    for (const entry of this.#entries.values()) stopTimers(entry);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
