import * as vscode from 'vscode';
import { CONFIG_FILE, type SettingsStore } from '../documents/settings.js';

const { window, workspace } = vscode;

/**
 * Changes the configuration file that counts for a document, or makes one in its workspace folder. False where that cannot be done, which is
 * told. null: the document lies in no folder.
 */
export async function changeFolderConfig(
  settings: SettingsStore,
  uri: vscode.Uri,
  change: (config: Readonly<Record<string, unknown>>) => Record<string, unknown>,
): Promise<boolean | null> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return null;
  const file = (await settings.configFile(uri)) ?? vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  let config: Record<string, unknown> = {};
  try {
    config = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) {
      void window.showErrorMessage(`${CONFIG_FILE} cannot be read, so it was not changed. Mend the file first.`);
      return false;
    }
  }
  try {
    await workspace.fs.writeFile(file, new TextEncoder().encode(`${JSON.stringify(change(config), null, 2)}\n`));
    return true;
  } catch {
    void window.showErrorMessage(`${CONFIG_FILE} cannot be written: the folder may be read-only.`);
    return false;
  }
}

/** Switches a rule off for the documents of a folder. */
export async function switchOffInFolder(settings: SettingsStore, rule: string, uri: vscode.Uri): Promise<void> {
  const done = await changeFolderConfig(settings, uri, (config) => ({
    ...config,
    rules: { ...(config.rules && typeof config.rules === 'object' ? config.rules : {}), [rule]: 'off' },
  }));
  if (done)
    void window.showInformationMessage(
      `“${rule}” is off in this folder. It stands in ${CONFIG_FILE}; take it out there to switch it on again.`,
    );
}
