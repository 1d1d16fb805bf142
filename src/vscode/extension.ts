import * as vscode from 'vscode';
import { setDictionary } from '../language/dictionary.js';
import { setLanguageModel, type LanguageModel } from '../language/index.js';
import { ActiveDocument } from './documents/active-document.js';
import { Agenda } from './documents/agenda.js';
import { Checks } from './documents/checks.js';
import { registerCodeActions } from './features/code-actions.js';
import { registerExport } from './commands/export-document.js';
import { registerImport } from './commands/import-document.js';
import { registerCompare } from './commands/compare-versions.js';
import { registerCommands } from './commands/index.js';
import { registerActions } from './views/actions-view.js';
import { registerCompleteness } from './views/completeness-view.js';
import { registerCompletion } from './features/completion.js';
import { registerContext } from './views/context.js';
import { registerCoverage } from './views/coverage-view.js';
import { registerDeadlines } from './views/deadlines-view.js';
import { registerConfigProblems } from './features/config-problems.js';
import { registerDiagnostics } from './features/diagnostics.js';
import { converterOf } from './documents/converter.js';
import { EditorSource } from './documents/source.js';
import { WorkspaceFiles } from './documents/workspace-files.js';
import { registerGaps } from './features/gaps.js';
import { registerHover } from './features/hover.js';
import { Library } from './documents/library.js';
import { registerLinks } from './features/links.js';
import { registerPaste } from './features/paste.js';
import { PreviewFindings } from './features/preview.js';
import { registerProbablyPlan } from './features/probably-plan.js';
import { registerRenames } from './features/renames.js';
import { registerRulePages } from './features/rule-pages.js';
import { registerSample } from './commands/sample.js';
import { run, Scripts } from './documents/scripts.js';
import { SettingsStore } from './documents/settings.js';
import { registerOriginalEditor } from './views/original-editor.js';
import { registerSnippets } from './features/snippets.js';
import { registerStatusBar } from './views/status-bar.js';
import { registerFacts } from './views/facts-form.js';
import { registerWordCount } from './views/word-count.js';
import { registerWordKeys } from './features/word-keys.js';
import { registerTimeline } from './views/timeline.js';
import { setToday, watchClock } from './documents/today.js';

/** What tests and other extensions can ask of this one. */
export interface Api {
  readonly checks: Checks;
  readonly agenda: Agenda;
  /** Takes a day for today and checks again. */
  setToday(day: string | null): void;
  /** For the editor’s Markdown extension: shows the findings in its preview. */
  extendMarkdownIt: PreviewFindings['extend'];
}

/** Reads the dictionary and the language model when the first recognised document is there, and checks again with each. */
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
    read('Grammar has no language model', ['language', 'english.cjs'], (script) =>
      setLanguageModel(() => run<{ createWinkModel: () => LanguageModel }>(script).createWinkModel()),
    );
  });
  return first;
}

/** The same in the desktop's extension host and in the browser's worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Area SEND', { log: true });
  const settings = new SettingsStore(log);
  const files = new WorkspaceFiles();
  const scripts = new Scripts(context.extensionUri);
  const source = new EditorSource(settings, files, converterOf(scripts));
  const checks = new Checks(settings, source, log);
  const active = new ActiveDocument();
  const library = new Library(checks, settings, log);
  const agenda = new Agenda(library, settings, log);
  const preview = new PreviewFindings(checks);
  context.subscriptions.push(
    preview,
    log,
    settings,
    files,
    source,
    checks,
    active,
    registerDiagnostics(checks),
    registerConfigProblems(),
    registerCodeActions(checks),
    registerHover(checks),
    registerCompletion(checks, library),
    registerSnippets(context.extensionUri),
    registerLinks(checks, library),
    registerRenames(checks, library),
    registerProbablyPlan(checks),
    registerRulePages(),
    registerCommands(checks, library, settings, files),
    registerGaps(checks),
    registerWordKeys(active),
    registerPaste(checks, scripts),
    registerImport(checks, log),
    registerOriginalEditor(checks, log),
    registerExport(checks, settings, scripts, log),
    registerStatusBar(checks, agenda, active),
    registerWordCount(checks, active),
    registerContext(checks, active),
    registerSample(context.extensionUri),
    registerCompleteness(checks, library, active),
    registerCoverage(checks, library, active, log),
    registerActions(library, context.workspaceState, log),
    registerCompare(checks, settings, scripts, log),
    library,
    agenda,
    registerDeadlines(agenda, scripts, context.workspaceState),
    registerFacts(checks, library, agenda, active),
    registerTimeline(agenda, log),
    readLanguage(context, checks, log),
    watchClock(),
  );
  return { checks, agenda, setToday, extendMarkdownIt: (md) => preview.extend(md) };
}

export function deactivate(): void {
  // Everything is disposed of with the subscriptions.
}
