import * as vscode from 'vscode';
import type { Checks } from '../documents/checks.js';
import type { Library } from '../documents/library.js';
import type { SettingsStore } from '../documents/settings.js';
import type { WorkspaceFiles } from '../documents/workspace-files.js';
import type { Insertion } from '../views/completeness-view.js';
import { addWord } from './add-word.js';
import { registerCheckWorkspace } from './check-workspace.js';
import { switchOffInFolder } from './folder-config.js';
import { registerGuide } from './guide.js';
import { insertMissing, insertSection } from './insert-sections.js';
import { isBeginning, newFromTemplate } from './new-document.js';
import { nextGap } from './next-gap.js';
import { setKind } from './set-kind.js';

export function registerCommands(checks: Checks, library: Library, settings: SettingsStore, files: WorkspaceFiles): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('areaSend.newDocument', (given?: unknown) =>
      newFromTemplate(checks, library, settings, isBeginning(given) ? given : {}),
    ),
    registerCommand('areaSend.insertMissingSections', () => insertMissing(checks)),
    registerCommand('areaSend.insertSection', (node: Insertion | undefined) => insertSection(checks, node)),
    registerCommand('areaSend.nextGap', () => nextGap(checks, 1)),
    registerCommand('areaSend.previousGap', () => nextGap(checks, -1)),
    registerCommand('areaSend.setKind', () => setKind(checks)),
    registerCommand('areaSend.addWord', (word: string, uri: vscode.Uri) => addWord(settings, word, uri)),
    registerCommand('areaSend.switchOffInFolder', (rule: string, uri: vscode.Uri) => switchOffInFolder(settings, rule, uri)),
    registerCheckWorkspace(checks, settings, files),
    registerGuide(checks),
  );
}
