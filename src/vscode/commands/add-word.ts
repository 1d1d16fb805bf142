import * as vscode from 'vscode';
import { CONFIG_FILE, type SettingsStore } from '../documents/settings.js';

const { window, workspace } = vscode;

/** Adds a word to the configuration file that counts for a document, or makes one in its workspace folder. */
export async function addWord(settings: SettingsStore, word: string, uri: vscode.Uri): Promise<void> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) {
    const configuration = workspace.getConfiguration('areaSend');
    await configuration.update(
      'words',
      [...new Set([...configuration.get<string[]>('words', []), word])],
      vscode.ConfigurationTarget.Global,
    );
    return;
  }
  const file = (await settings.configFile(uri)) ?? vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  let config: Record<string, unknown> = {};
  try {
    config = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) {
      void window.showErrorMessage(`${CONFIG_FILE} cannot be read, so the word was not added. Mend the file first.`);
      return;
    }
  }
  const words = Array.isArray(config.words) ? (config.words as string[]) : [];
  config.words = [...new Set([...words, word])].sort((a, b) => a.localeCompare(b, 'en-GB'));
  await workspace.fs.writeFile(file, new TextEncoder().encode(`${JSON.stringify(config, null, 2)}\n`));
}
