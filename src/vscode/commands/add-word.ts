import * as vscode from 'vscode';
import type { SettingsStore } from '../documents/settings.js';
import { changeFolderConfig } from './folder-config.js';

/** Adds a word to the configuration file that counts for a document; for one that lies in no folder, to the user’s own settings. */
export async function addWord(settings: SettingsStore, word: string, uri: vscode.Uri): Promise<void> {
  const done = await changeFolderConfig(settings, uri, (config) => {
    const words = Array.isArray(config.words) ? (config.words as string[]) : [];
    return { ...config, words: [...new Set([...words, word])].sort((a, b) => a.localeCompare(b, 'en-GB')) };
  });
  if (done !== null) return;
  const configuration = vscode.workspace.getConfiguration('areaSend');
  await configuration.update('words', [...new Set([...configuration.get<string[]>('words', []), word])], vscode.ConfigurationTarget.Global);
}
