import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { api, at, closeAll, open, ours, pressEnter, rulesIn, setting, settled, sleep, until, write } from '../host.js';

const { executeCommand } = vscode.commands;

const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('commands', () => {
  afterEach(async () => {
    await executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('begin a new document from its template', async () => {
    await pressEnter(executeCommand('areaSend.newDocument'));
    const document = vscode.window.activeTextEditor!.document;
    assert.ok(document.isUntitled);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^---\ndocument: full-inspection-report\n/);
    const found = await settled(document);
    assert.ok(found.length > 0, 'gaps to fill are found');
  });

  it('stop without a document when a question is escaped', async () => {
    const before = vscode.workspace.textDocuments.length;
    const running = executeCommand('areaSend.newDocument');
    await sleep(500);
    await executeCommand('workbench.action.closeQuickOpen');
    await running;
    assert.equal(vscode.workspace.textDocuments.length, before);
  });

  it('insert the sections that are missing, in one step', async () => {
    const { document } = await open(
      'bare.md',
      '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nText.\n\n## Inspection team\n\nText.\n',
    );
    await settled(document);
    assert.ok(rulesIn(document.uri).includes('required-section'));
    const before = document.getText();
    await executeCommand('areaSend.insertMissingSections');
    const { checks } = await api();
    await until('no section to be missing', () => checks.current(document) && !rulesIn(document.uri).includes('required-section'));
    const headings = document
      .getText()
      .split('\n')
      .filter((line) => line.startsWith('## '));
    assert.equal(headings[0], '## Inspection outcome');
    assert.equal(headings[1], '## Information about the local area partnership');
    assert.equal(headings.filter((line) => line === '## Inspection team').length, 1);
    assert.ok(!rulesIn(document.uri).includes('section-order'), 'they stand in the framework’s order');
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('add an action for an area, in the plan’s own form', async () => {
    const { document } = await open('plans/exampleshire-strategic-plan-2026.md');
    await settled(document);
    const before = document.getText();
    await pressEnter(executeCommand('areaSend.addAction'));
    await until('the skeleton', () => document.getText() !== before);
    assert.match(document.getText(), /\| \[insert action\] \|/);
    assert.match(vscode.window.activeTextEditor!.document.getText(vscode.window.activeTextEditor!.selection), /^\[insert .*\]$/);
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('set the kind of a document', async () => {
    const { document } = await open('kindless.md', '# Notes\n\nText.\n');
    await pressEnter(executeCommand('areaSend.setKind'));
    assert.match(document.getText(), /^---\ndocument: full-inspection-report\n---\n\n# Notes/);
    const { checks } = await api();
    await until('the kind to count', () => checks.current(document)?.result.kind === 'full-inspection-report');
  });

  it('change the kind that the front matter gives', async () => {
    const { document } = await open('kind.md', '---\nlocalArea: Exampleshire\ndocument: strategic-plan # for now\n---\n\n# Notes\n');
    await pressEnter(executeCommand('areaSend.setKind'));
    assert.match(document.getText(), /^---\nlocalArea: Exampleshire\ndocument: full-inspection-report # for now\n---\n/);
  });

  it('check the whole workspace and show the results of files that are not open', async () => {
    const uri = at('with-slips/exampleshire-plan.md');
    assert.equal(ours(uri).length, 0);
    void executeCommand('areaSend.checkWorkspace');
    await until('findings of a closed file', () => ours(uri).length > 0);
    assert.equal(ours(at('plans/exampleshire-strategic-plan-2026.md')).length, 0);
    assert.equal(ours(at('README.md')).length, 0);
    const { document } = await open('with-slips/exampleshire-plan.md');
    const found = await settled(document);
    assert.equal(
      new Set(found.map(({ message, range }) => `${range.start.line}:${range.start.character} ${message}`)).size,
      found.length,
      'each finding stands once',
    );
  });

  it('check the workspace without what Git leaves out, and without folders that are switched off', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(at('with-slips/exampleshire-plan.md')));
    await write(at('left-out/.gitignore'), 'draft*\n!draft-kept.md\n');
    for (const name of ['draft-1.md', 'draft-kept.md']) await write(at(`left-out/${name}`), text);
    await executeCommand('notifications.clearAll');
    void executeCommand('areaSend.checkWorkspace');
    await until('the findings of the file that is kept', () => ours(at('left-out/draft-kept.md')).length > 0);
    await until('the check to end', () => ours(at('with-slips/exampleshire-plan.md')).length > 0);
    assert.equal(ours(at('left-out/draft-1.md')).length, 0);
    await setting('enable', false);
    try {
      await until('the findings to go with the setting', () => ours(at('left-out/draft-kept.md')).length === 0);
      void executeCommand('areaSend.checkWorkspace');
      await sleep(1500);
      assert.equal(ours(at('left-out/draft-kept.md')).length, 0);
    } finally {
      await setting('enable', undefined);
      await vscode.workspace.fs.delete(at('left-out'), { recursive: true });
    }
  });

  it('open the page of a rule and of the framework', async () => {
    await executeCommand('areaSend.openRule', 'outcome-statement');
    await until('the rule’s page', () => tabs().some((label) => label.includes('outcome-statement')));
    await open('reports/exampleshire-2026.md');
    await settled(vscode.window.activeTextEditor!.document);
    await executeCommand('areaSend.showGuide');
    await until('the guide', () => tabs().some((label) => label.includes('full-inspection-report')));
  });

  it('say so kindly where there is no document to work on', async () => {
    for (const command of ['fixAll', 'insertMissingSections', 'setKind']) await executeCommand(`areaSend.${command}`);
  });
});
