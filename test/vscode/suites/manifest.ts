import * as assert from '../assert.js';
import * as vscode from 'vscode';
import { api, EXTENSION, takePlace } from '../host.js';

describe('the extension', () => {
  after(takePlace);

  it('runs in the host that this run is about', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
  });

  it('sleeps until a Markdown document is open', () => {
    assert.equal(vscode.extensions.getExtension(EXTENSION)!.isActive, false);
  });

  it('registers every command of its manifest', async () => {
    await api();
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands } = (vscode.extensions.getExtension(EXTENSION)!.packageJSON as { contributes: { commands: { command: string }[] } })
      .contributes;
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
