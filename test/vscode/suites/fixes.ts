import * as vscode from 'vscode';
import * as assert from '../assert.js';
import {
  accept,
  actionsAt,
  at,
  closeAll,
  findingOf,
  open,
  ours,
  positionOf,
  read,
  replace,
  rulesIn,
  ruleOf,
  root,
  settled,
  until,
} from '../host.js';

const REPORT = 'reports/exampleshire-2026.md';
const SLIPS = 'with-slips/exampleshire-report.md';

/** A copy of the report with slips, so that the original stays as it is. */
const slips = async (name: string): Promise<vscode.TextEditor> => open(name, await read(at(SLIPS)));

describe('quick fixes', () => {
  afterEach(closeAll);

  it('mend one finding, and one undo takes it back', async () => {
    const { document } = await slips('one.md');
    const before = document.getText();
    const finding = await findingOf(document, 'outcome-statement');
    const action = (await actionsAt(document, finding.range, 'quickfix')).find(({ isPreferred, edit }) => isPreferred && edit);
    assert.ok(action, 'a preferred fix');
    await accept(action);
    assert.match(document.getText(), /needs and\/or disabilities \(SEND\)/);
    await until('the finding to go', () => !rulesIn(document.uri).includes('outcome-statement'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('mend all of one rule in one step', async () => {
    const { document } = await slips('rule.md');
    const before = document.getText();
    const finding = await findingOf(document, 'official-name');
    const action = (await actionsAt(document, finding.range, 'quickfix')).find(({ title }) => /^Fix all \d+ of/.test(title));
    assert.ok(action, 'an action for the whole rule');
    await accept(action);
    await until('all of the rule to go', () => ours(document.uri).length > 0 && !rulesIn(document.uri).includes('official-name'));
    assert.ok(rulesIn(document.uri).includes('next-inspection'), 'other rules are left alone');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('mend everything certain as a source action', async () => {
    const { document } = await slips('all.md');
    await settled(document);
    const actions = await actionsAt(document, new vscode.Range(0, 0, 0, 0), 'source.fixAll.areaSend');
    assert.equal(actions.length, 1);
    await accept(actions[0]!);
    const left = await settled(document);
    assert.ok(left.length > 0, 'what needs judgement is left');
    assert.deepEqual(
      await actionsAt(document, new vscode.Range(0, 0, 0, 0), 'source.fixAll.areaSend'),
      [],
      'a second round has nothing to do',
    );
  });

  it('run on save, where the editor is told to', async () => {
    const editor = vscode.workspace.getConfiguration('editor', root());
    await editor.update('codeActionsOnSave', { 'source.fixAll.areaSend': 'explicit' }, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await open('on-save.md', await read(at(REPORT)));
      await settled(document);
      await replace(document, 'within approximately three years', 'within three years');
      await findingOf(document, 'next-inspection');
      await document.save();
      assert.match(document.getText(), /within approximately three years/);
      assert.equal(await read(document.uri), document.getText());
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('mend everything by the command, in one step to undo', async () => {
    const { document } = await slips('command.md');
    const before = document.getText();
    await settled(document);
    await vscode.commands.executeCommand('areaSend.fixAll');
    assert.ok(document.getText() !== before, 'the text changed');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('leave the cursor where it is when everything is mended', async () => {
    const editor = await slips('cursor.md');
    const { document } = editor;
    await settled(document);
    const first = ours(document.uri).find((finding) => ruleOf(finding) === 'outcome-statement')!;
    const cursor = positionOf(document, '## Information about the local', 7);
    assert.ok(first.range.end.isBefore(cursor), 'something is mended above the cursor');
    editor.selection = new vscode.Selection(cursor, cursor);
    const line = document.lineAt(cursor.line).text;
    await vscode.commands.executeCommand('areaSend.fixAll');
    assert.equal(document.lineAt(editor.selection.active.line).text, line);
    assert.equal(editor.selection.active.character, cursor.character);
  });

  it('are not offered where there is nothing to mend', async () => {
    const { document } = await open(REPORT);
    await settled(document);
    assert.deepEqual(
      (await actionsAt(document, new vscode.Range(0, 0, document.lineCount, 0))).filter(({ title }) =>
        /Area SEND|Fix all|Disable/.test(title),
      ),
      [],
    );
  });

  it('do nothing when the document was closed meanwhile', async () => {
    const { document } = await slips('closed.md');
    const finding = await findingOf(document, 'official-name');
    const disable = (await actionsAt(document, finding.range, 'quickfix')).find(
      ({ command }) => command?.command === 'areaSend.disableHere',
    );
    assert.ok(disable);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
    await accept(disable);
  });
});

describe('“Disable here”', () => {
  afterEach(closeAll);

  async function disable(editor: vscode.TextEditor, finding: vscode.Diagnostic): Promise<void> {
    const rule = ruleOf(finding);
    const action = (await actionsAt(editor.document, finding.range, 'quickfix')).find(
      ({ title }) => title.includes(`“${rule}”`) && title.startsWith('Disable'),
    );
    assert.ok(action, 'an action to disable the rule');
    await accept(action);
  }

  it('puts a comment above the paragraph and the cursor into its reason', async () => {
    const editor = await slips('disabled.md');
    const { document } = editor;
    const before = document.getText();
    const finding = await findingOf(document, 'other-local-area');
    await disable(editor, finding);
    assert.match(document.getText(), /<!-- area-send-disable-next-line other-local-area: why this is right here -->\n\n/);
    assert.equal(document.getText(vscode.window.activeTextEditor!.selection), 'why this is right here');
    await vscode.commands.executeCommand('type', { text: 'the sentence is about neighbours' });
    assert.match(document.getText(), /other-local-area: the sentence is about neighbours -->/);
    await settled(document);
    assert.ok(!rulesIn(document.uri).includes('other-local-area'), 'the finding is gone');
    // The editor takes typing back word by word.
    for (let step = 0; step < 8 && document.getText() !== before; step++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('leaves a table whole', async () => {
    const editor = await slips('table.md');
    const { document } = editor;
    const before = document.getText();
    const line = document.lineAt(positionOf(document, 'Annual reviews are not completed').line).text;
    await disable(editor, await findingOf(document, 'area-not-an-action'));
    const text = document.getText();
    assert.match(text, /<!-- area-send-disable area-not-an-action: why this is right here -->\n\n\|/);
    assert.match(text, /\|\n\n<!-- area-send-enable area-not-an-action -->\n/);
    assert.ok(text.includes(`\n${line}\n`), 'the row is as it was');
    await settled(document);
    assert.ok(!rulesIn(document.uri).includes('area-not-an-action'), 'the finding is gone');
    assert.ok(!rulesIn(document.uri).includes('improvement-areas'), 'the table is still found');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
