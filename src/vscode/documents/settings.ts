import * as vscode from 'vscode';
import { problemsOf } from '../../framework/public-bodies.js';
import type { DocumentKind } from '../../framework/types.js';
import { mergeSettings } from '../../settings/config.js';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../settings/settings.js';
import { pathInside } from '../../text/paths.js';
import { fileOf } from './place.js';
import { CONFIG_FILE, configuredKind } from '../../workspace/configured-kind.js';

export { CONFIG_FILE };

/** File systems whose folders around a workspace can be looked into. */
const WITH_PARENTS: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

export interface Resolved {
  readonly settings: Settings;
  readonly configuredKind: DocumentKind | undefined;
}

/**
 * The settings that belong to a document: the editor's, then those of the nearest `.areasend.json` up the tree, up to the root of the
 * repository, which may lie above the opened folder: the same one as on the command line.
 */
export class SettingsStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #files = new Map<string, { text: string; parsed: Partial<Record<string, unknown>> | null } | null>();
  readonly #resolved = new Map<string, Settings>();
  readonly #broken = new Set<string>();
  readonly #repositories = new Map<string, Thenable<boolean>>();
  readonly #watched = new Set<string>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];

  constructor(private readonly log: vscode.LogOutputChannel) {
    this.#watch(`**/${CONFIG_FILE}`);
    this.#disposables.push(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('areaSend')) return;
        this.#resolved.clear();
        this.#changed.fire();
      }),
    );
  }

  enabled(uri: vscode.Uri): boolean {
    return vscode.workspace.getConfiguration('areaSend', fileOf(uri)).get('enable', true);
  }

  onSaveOnly(uri: vscode.Uri): boolean {
    return vscode.workspace.getConfiguration('areaSend', fileOf(uri)).get<string>('run', 'onType') === 'onSave';
  }

  async resolve(of: vscode.Uri): Promise<Resolved> {
    const uri = fileOf(of);
    const file = await this.#nearest(uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const key = `${folder?.uri.toString() ?? ''}|${file?.uri.toString() ?? ''}`;
    let settings = this.#resolved.get(key);
    if (!settings) {
      settings = join(editorSettings(uri), file?.parsed ?? {}, this.log);
      this.#resolved.set(key, settings);
    }
    return { settings, configuredKind: kindByGlob(uri, settings, file?.uri ?? null, folder?.uri ?? null) };
  }

  async #nearest(uri: vscode.Uri): Promise<{ uri: vscode.Uri; parsed: Partial<Record<string, unknown>> } | null> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return null;
    let directory = vscode.Uri.joinPath(uri, '..');
    let outside = false;
    for (let depth = 0; depth < 64; depth++) {
      const candidate = vscode.Uri.joinPath(directory, CONFIG_FILE);
      const key = candidate.toString();
      let entry = this.#files.get(key);
      if (entry === undefined) {
        try {
          const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(candidate));
          let parsed: Partial<Record<string, unknown>> | null = null;
          try {
            const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
            if (value && typeof value === 'object' && !Array.isArray(value)) parsed = value;
          } catch {
            this.#complain(candidate);
          }
          if (parsed) this.#broken.delete(key);
          entry = { text, parsed };
        } catch {
          entry = null;
        }
        this.#files.set(key, entry);
      }
      if (entry?.parsed) {
        if (outside) this.#watchOutside(candidate);
        return { uri: candidate, parsed: entry.parsed };
      }
      outside ||= directory.toString() === folder.uri.toString();
      if ((outside && !WITH_PARENTS.has(uri.scheme)) || directory.path === '/' || directory.path === '') return null;
      if (await this.#isRepository(directory)) return null;
      directory = vscode.Uri.joinPath(directory, '..');
    }
    return null;
  }

  async #isRepository(directory: vscode.Uri): Promise<boolean> {
    const key = directory.toString();
    let known = this.#repositories.get(key);
    if (known === undefined) {
      known = vscode.workspace.fs.stat(vscode.Uri.joinPath(directory, '.git')).then(
        () => true,
        () => false,
      );
      this.#repositories.set(key, known);
    }
    return known;
  }

  /** The watcher of the workspace does not see what lies above it. */
  #watchOutside(file: vscode.Uri): void {
    if (this.#watched.has(file.toString())) return;
    this.#watched.add(file.toString());
    this.#watch(new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), CONFIG_FILE));
  }

  #watch(pattern: vscode.GlobPattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const forget = (uri: vscode.Uri): void => {
      this.#files.delete(uri.toString());
      this.#resolved.clear();
      this.#changed.fire();
    };
    this.#disposables.push(watcher, watcher.onDidChange(forget), watcher.onDidCreate(forget), watcher.onDidDelete(forget));
  }

  /** The configuration file that counts for a document: the nearest one up the tree; null when there is none. */
  async configFile(uri: vscode.Uri): Promise<vscode.Uri | null> {
    return (await this.#nearest(uri))?.uri ?? null;
  }

  /** Once for each file, until it is mended: rules that were switched off in it are on again, and nobody should have to guess why. */
  #complain(file: vscode.Uri): void {
    const message = `${vscode.workspace.asRelativePath(file)} is not valid JSON, so its settings do not count.`;
    this.log.warn(message);
    if (this.#broken.has(file.toString())) return;
    this.#broken.add(file.toString());
    void vscode.window.showWarningMessage(`Area SEND: ${message}`, 'Open the file').then((choice) => {
      if (choice) void vscode.window.showTextDocument(file);
    });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** The editor hands out proxies, which nothing else can compare or clone. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

function editorSettings(uri: vscode.Uri): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration('areaSend', uri);
  const settings: Record<string, unknown> = {};
  for (const key of Object.keys(DEFAULT_SETTINGS)) {
    const value = configuration.get<unknown>(key);
    if (value !== undefined && value !== null) settings[key] = plain(value);
  }
  return settings;
}

/** What can be read of one setting: of a list or a map the entries that are right. undefined when nothing is left. */
function readable(key: string, value: unknown, complain: (message: string) => void): unknown {
  const problem = (candidate: unknown): string | null => {
    const { success, error } = settingsSchema.safeParse({ [key]: candidate });
    return success ? null : (error.issues[0]?.message ?? 'it cannot be read');
  };
  const whole = problem(value);
  if (whole === null) return value;
  if (Array.isArray(value)) {
    return value.filter((entry) => {
      const wrong = problem([entry]);
      if (wrong !== null) complain(`An entry of “${key}” was left out: ${wrong}`);
      return wrong === null;
    });
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).filter(([name, entry]) => {
        const wrong = problem({ [name]: entry });
        if (wrong !== null) complain(`“${name}” in “${key}” was left out: ${wrong}`);
        return wrong === null;
      }),
    );
  }
  complain(`The setting “${key}” was left out: ${whole}`);
  return undefined;
}

/** The editor's settings, then the file's. What cannot be read is left out and logged, the rest still counts. */
function join(editor: Record<string, unknown>, file: Partial<Record<string, unknown>>, log: vscode.LogOutputChannel): Settings {
  const parts = [editor, file].map((source) =>
    Object.fromEntries(
      Object.entries(source)
        .filter(([key]) => Object.hasOwn(DEFAULT_SETTINGS, key))
        .map(([key, value]) => [key, readable(key, value, (message) => log.warn(message))]),
    ),
  );
  const settings = mergeSettings(...(parts as Partial<Settings>[]));
  const problems = problemsOf(settings.bodies);
  if (problems.length === 0) return settings;
  // The file itself says what is wrong with them, at their keys.
  for (const { message } of problems) log.warn(`An entry of “bodies” was left out: ${message}`);
  return { ...settings, bodies: settings.bodies.filter((_, at) => !problems.some(({ index }) => index === at)) };
}

function kindByGlob(
  uri: vscode.Uri,
  settings: Settings,
  configFile: vscode.Uri | null,
  folder: vscode.Uri | null,
): DocumentKind | undefined {
  const bases = [configFile ? vscode.Uri.joinPath(configFile, '..') : null, folder].filter((base) => base !== null);
  for (const base of bases) {
    const path = pathInside(base.path, uri.path);
    const kind = path === null ? undefined : configuredKind(settings, path);
    if (kind) return kind;
  }
  return undefined;
}
