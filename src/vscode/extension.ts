import * as vscode from 'vscode';
import { setDictionary } from '../language/dictionary.js';
import { setLanguageModel, type LanguageModel } from '../language/index.js';
import { Agenda } from './documents/agenda.js';
import { Checks } from './documents/checks.js';
import { registerCodeActions } from './features/code-actions.js';
import { registerCommands } from './commands/index.js';
import { registerCompleteness } from './views/completeness-view.js';
import { registerCompletion } from './features/completion.js';
import { registerContext } from './views/context.js';
import { registerCoverage } from './views/coverage-view.js';
import { registerDeadlines } from './views/deadlines-view.js';
import { registerConfigProblems } from './features/config-problems.js';
import { registerDiagnostics } from './features/diagnostics.js';
import { EditorSource } from './documents/source.js';
import { WorkspaceFiles } from './documents/workspace-files.js';
import { registerHover } from './features/hover.js';
import { Library } from './documents/library.js';
import { registerLinks } from './features/links.js';
import { registerRenames } from './features/renames.js';
import { registerRulePages } from './features/rule-pages.js';
import { registerSample } from './commands/sample.js';
import { SettingsStore } from './documents/settings.js';
import { registerStatusBar } from './views/status-bar.js';
import { registerTimeline } from './views/timeline.js';
import { setToday, watchClock } from './documents/today.js';

/** What tests and other extensions can ask of this one. */
export interface Api {
  readonly checks: Checks;
  readonly agenda: Agenda;
  /** Takes a day for today and checks again. */
  setToday(day: string | null): void;
}

/** The language model from its script, which is one of ours: neither host of extensions can load such a script by its address. */
function modelFrom(script: string): LanguageModel {
  const module: { exports: { createWinkModel?: () => LanguageModel } } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call, no-new-func
  new Function('module', 'exports', script)(module, module.exports);
  return module.exports.createWinkModel!();
}

/** Reads the dictionary and the language model when the first document of ours is there, and checks again with each. */
function readLanguage(context: vscode.ExtensionContext, checks: Checks, log: vscode.LogOutputChannel): vscode.Disposable {
  const read = (what: string, place: readonly string[], use: (text: string) => void): void => {
    vscode.workspace.fs
      .readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', ...place))
      .then((bytes) => {
        use(new TextDecoder().decode(bytes));
        checks.checkAll();
      })
      .then(undefined, (error: unknown) => log.warn(`${what}: ${String(error)}`));
  };
  const first = checks.onDidCheck(({ result }) => {
    if (!result.kind) return;
    first.dispose();
    read('Spelling has no dictionary', ['dictionary', 'en-GB.txt'], setDictionary);
    read('Grammar has no language model', ['language', 'english.cjs'], (script) => setLanguageModel(() => modelFrom(script)));
  });
  return first;
}

/** The same in the desktop's extension host and in the browser's worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Area SEND', { log: true });
  const settings = new SettingsStore(log);
  const files = new WorkspaceFiles();
  const source = new EditorSource(settings, files);
  const checks = new Checks(settings, source, log);
  const library = new Library(checks, settings, log);
  const agenda = new Agenda(library, settings, log);
  context.subscriptions.push(
    log,
    settings,
    files,
    source,
    checks,
    registerDiagnostics(checks),
    registerConfigProblems(),
    registerCodeActions(checks),
    registerHover(checks),
    registerCompletion(checks, library),
    registerLinks(checks, library),
    registerRenames(checks, library),
    registerRulePages(),
    registerCommands(checks, settings, files),
    registerStatusBar(checks, agenda),
    registerContext(checks),
    registerSample(context.extensionUri),
    registerCompleteness(checks),
    registerCoverage(checks, library, log),
    library,
    agenda,
    registerDeadlines(agenda, context.workspaceState),
    registerTimeline(agenda, log),
    readLanguage(context, checks, log),
    watchClock(),
  );
  return { checks, agenda, setToday };
}

export function deactivate(): void {
  // Everything is disposed of with the subscriptions.
}
