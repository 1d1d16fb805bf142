import * as vscode from 'vscode';
import { Checks } from './checks.js';
import { registerCodeActions } from './code-actions.js';
import { registerCommands } from './commands.js';
import { registerCompletion } from './completion.js';
import { registerDiagnostics } from './diagnostics.js';
import { registerHover } from './hover.js';
import { registerLinks } from './links.js';
import { registerRulePages } from './rule-pages.js';
import { SettingsStore } from './settings.js';
import { registerStatusBar } from './status-bar.js';

/** What tests and other extensions can ask of this one. */
export interface Api {
  readonly checks: Checks;
}

/** The same in the desktop's extension host and in the browser's worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Area SEND', { log: true });
  const settings = new SettingsStore(log);
  const checks = new Checks(settings, log);
  context.subscriptions.push(
    log,
    settings,
    checks,
    registerDiagnostics(checks),
    registerCodeActions(checks),
    registerHover(checks),
    registerCompletion(checks),
    registerLinks(checks),
    registerRulePages(),
    registerCommands(checks, settings),
    registerStatusBar(checks),
  );
  return { checks };
}

export function deactivate(): void {
  // Everything is disposed of with the subscriptions.
}
