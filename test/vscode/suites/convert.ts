import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { at, closeAll, open, read, settled, until, write } from '../host.js';

const { executeCommand } = vscode.commands;

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Plan</title></head><body>
<h1>Area SEND inspection of Exampleshire Local Area Partnership</h1>
<h2>Inspection outcome</h2><p>Some <b>words</b>.</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>
</body></html>`;

const webview = (label: RegExp): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.input instanceof vscode.TabInputWebview && label.test(tab.label)));

describe('Word, PDF and web pages', () => {
  afterEach(async () => {
    await executeCommand('notifications.clearAll');
    await closeAll();
    for (const path of ['imported.html', 'imported.md', 'broken.docx', 'named.html', 'named-plan.md'])
      await vscode.workspace.fs.delete(at(path)).then(undefined, () => undefined);
  });

  it('are imported as Markdown beside the original', async () => {
    const original = await write(at('imported.html'), PAGE);
    void executeCommand('areaSend.importDocument', original, [original]);
    await until('the Markdown', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/imported.md'));
    const text = await read(at('imported.md'));
    assert.match(text, /^# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nSome \*\*words\*\*\.\n/);
    assert.match(text, /\| A +\| B +\|/);
    assert.equal(await read(original), PAGE);
  });

  it('leave everything as it is when they cannot be read', async () => {
    const original = await write(at('broken.docx'), 'no Word file');
    await executeCommand('areaSend.importDocument', original);
    const made = await vscode.workspace.fs.stat(at('broken.md')).then(
      () => true,
      () => false,
    );
    assert.equal(made, false);
  });

  it('count as the report that a plan names', async () => {
    await write(at('named.html'), PAGE.replace('Some <b>words</b>.', 'The inspection took place.'));
    const { document } = await open(
      'named-plan.md',
      '---\ndocument: strategic-plan\nrespondsTo: named.html\n---\n\n# Exampleshire SEND strategic plan\n\nText.\n',
    );
    const found = await settled(document);
    assert.ok(!found.some(({ message }) => /named\.html/.test(message)), found.map(({ message }) => message).join('\n'));
  });

  it('are shown as they would be published', async () => {
    await open('reports/exampleshire-2026.md');
    await executeCommand('areaSend.previewPublished');
    await until('the page', () => webview(/^As published: exampleshire-2026\.md$/));
  });
});
