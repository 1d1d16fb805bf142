import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { at, closeAll, open, pressEnter, read, settled, sleep, until, write } from '../host.js';

const { executeCommand } = vscode.commands;

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Plan</title></head><body>
<h1>Area SEND inspection of Exampleshire Local Area Partnership</h1>
<h2>Inspection outcome</h2><p>Some <b>words</b>.</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>
</body></html>`;

/** Null where there is no such file. */
const bytesOf = (path: string): Promise<Uint8Array | null> =>
  vscode.workspace.fs.readFile(at(path)).then(
    (bytes) => bytes,
    () => null,
  ) as Promise<Uint8Array | null>;

/** A Word file, as its first two letters say. */
const isZip = (bytes: Uint8Array | null): boolean => bytes !== null && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes.length > 1000;

const webview = (label: RegExp): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.input instanceof vscode.TabInputWebview && label.test(tab.label)));

describe('Word, PDF and web pages', () => {
  afterEach(async () => {
    await executeCommand('notifications.clearAll');
    await closeAll();
    for (const path of [
      'imported.html',
      'imported.md',
      'broken.docx',
      'named.html',
      'named-plan.md',
      'sent.md',
      'sent.docx',
      'sent.html',
      'sent-findings.docx',
    ])
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

  const PLAN = `---
document: strategic-plan
---

# Exampleshire SEND strategic plan

Words of the plan, and what is [to be added].
`;

  it('are written from what stands in the editor, saved or not', async () => {
    const { document } = await open('sent.md', PLAN);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nNot saved yet.\n');
    await vscode.workspace.applyEdit(edit);
    void pressEnter(executeCommand('areaSend.exportWebPage'));
    const page = await until('the web page', () =>
      read(at('sent.html')).then(
        (text) => (text.includes('</html>') ? text : null),
        () => null,
      ),
    );
    assert.match(page, /<h1[^>]*>Exampleshire SEND strategic plan<\/h1>/);
    assert.match(page, /Not saved yet\./);
    assert.match(page, /<mark/);
    assert.equal(await read(at('sent.md')), PLAN);
  });

  it('are written as Word files, with and without findings as comments', async () => {
    await open('sent.md', PLAN);
    void pressEnter(executeCommand('areaSend.exportWord'));
    await until('the Word file', async () => isZip(await bytesOf('sent.docx')));
    void pressEnter(executeCommand('areaSend.saveComments'));
    const copy = await until('the copy', async () => ((await bytesOf('sent-findings.docx'))?.length ?? 0) > 1000);
    assert.ok(copy);
    // The Word file’s own findings go into another file, and it stays as it is.
    const before = await read(at('sent.docx'));
    await vscode.workspace.fs.delete(at('sent-findings.docx'));
    void pressEnter(executeCommand('areaSend.saveComments', at('sent.docx')));
    await until('the copy of the Word file', async () => isZip(await bytesOf('sent-findings.docx')));
    assert.equal(await read(at('sent.docx')), before);
  });

  it('replace no file that nobody has agreed to replace', async () => {
    await write(at('sent.docx'), 'somebody’s own');
    await open('sent.md', PLAN);
    const running = Promise.resolve(executeCommand('areaSend.exportWord'));
    let over = false;
    void running.finally(() => (over = true));
    await sleep(1500);
    await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await sleep(1500);
    assert.equal(over, false);
    assert.equal(await read(at('sent.docx')), 'somebody’s own');
    await until('the question to go', async () => {
      await executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    assert.equal(await read(at('sent.docx')), 'somebody’s own');
  });
});
