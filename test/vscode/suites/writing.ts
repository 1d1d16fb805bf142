import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { at, closeAll, findingOf, open, positionOf, ruleOf, settled, sleep, until } from '../host.js';

const { executeCommand } = vscode.commands;
const REPORT = 'reports/exampleshire-2026.md';

describe('a plan that is begun from its report', () => {
  afterEach(closeAll);

  it('has a name, its report and its areas, and is covered before it is saved', async () => {
    await executeCommand('areaSend.newDocument', { kind: 'strategic-plan', report: at(REPORT) });
    const { document } = vscode.window.activeTextEditor!;
    assert.ok(document.isUntitled);
    assert.match(document.uri.path, /\/examples\/plans\/exampleshire-strategic-plan-2026-2\.md$/);
    assert.match(document.getText(), /\nrespondsTo: \.\.\/reports\/exampleshire-2026\.md\n/);
    assert.equal(document.getText().match(/^### AFI\d:/gm)?.length, 5);
    const found = await settled(document);
    assert.deepEqual(
      found
        .filter(({ severity }) => severity < vscode.DiagnosticSeverity.Information)
        .map(ruleOf)
        .filter((rule) => /area|respond|front/.test(rule)),
      [],
    );
    // Once the report has been read, its deadline counts.
    await findingOf(document, 'publication-deadline');
    assert.equal(document.getText(vscode.window.activeTextEditor!.selection), '[insert name of the parent carer forum]');
  });

  it('takes a name for all its places, as it is typed, in one undo', async () => {
    await executeCommand('areaSend.newDocument', { kind: 'strategic-plan', report: at(REPORT) });
    const editor = vscode.window.activeTextEditor!;
    const { document } = editor;
    await settled(document);
    const before = document.getText().split('[insert name of the parent carer forum]').length - 1;
    assert.ok(before >= 2);
    // The editor asks for what is linked a moment after the cursor came to rest.
    const gap = editor.selection;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await sleep(400);
    editor.selection = gap;
    await sleep(1200);
    await executeCommand('type', { text: 'S' });
    await sleep(300);
    await executeCommand('type', { text: 'PCF' });
    await until('the name in every place', () => document.getText().split('SPCF').length - 1 === before);
    assert.ok(!document.getText().includes('[insert name of the parent carer forum]'));
    await executeCommand('areaSend.nextGap');
    assert.equal(document.getText(editor.selection), '[insert name of the young people’s group]');
    await executeCommand('areaSend.previousGap');
    assert.match(document.getText(editor.selection), /^\[insert /);
  });

  it('offers to fill all gaps that ask for the same', async () => {
    const { document } = await open(
      'gaps.md',
      '---\ndocument: strategic-plan\n---\n\n# Exampleshire SEND strategic plan\n\n[insert name of the board] and [insert name of the board].\n\n[insert number], [insert number]\n',
    );
    await settled(document);
    const titles = async (text: string): Promise<string[]> =>
      (
        await executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(positionOf(document, text), positionOf(document, text)),
          'quickfix',
          20,
        )
      ).map(({ title }) => title);
    assert.includes(await titles('[insert name'), 'Fill in all 2 gaps “name of the board”…');
    assert.ok(!(await titles('[insert number')).some((title) => /Fill in/.test(title)), 'numbers are not one thing');
    await vscode.workspace.fs.delete(document.uri);
  });
});
