import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { api, at, closeAll, open, positionOf, pressEnter, read, replace, settled, until } from '../host.js';

const REPORT = 'reports/exampleshire-2026.md';
const PLAN = 'plans/exampleshire-strategic-plan-2026.md';

describe('the deadlines', () => {
  afterEach(closeAll);

  it('are those of the whole workspace, without a document being opened', async () => {
    const { agenda } = await api();
    await vscode.commands.executeCommand('areaSend.deadlines.focus');
    await until('deadlines', () => agenda.deadlines.length > 0);
    await agenda.library.start();
    await until('every local area', () =>
      ['Exampleshire', 'Kestrelshire', 'Thornmere'].every((area) => agenda.deadlines.some(({ deadline }) => deadline.localArea === area)),
    );
    const publish = agenda.deadlines.find(
      ({ deadline }) => deadline.id === 'publish-strategic-plan' && deadline.localArea === 'Exampleshire',
    );
    assert.ok(publish);
    assert.equal(publish.deadline.due, '2026-04-27', '30 working days from 12 March 2026, with Good Friday and Easter Monday');
    assert.match(publish.deadline.reckoning, /30 working days/);
  });

  it('follow a document while it is edited', async () => {
    const { agenda } = await api();
    const { document } = await open('reports/moved.md', (await read(at(REPORT))).replaceAll('Exampleshire', 'Fictonshire'));
    const due = (): string | undefined =>
      agenda.deadlines.find(({ deadline }) => deadline.id === 'publish-strategic-plan' && deadline.localArea === 'Fictonshire')?.deadline
        .due;
    await until('the deadline', () => due() === '2026-04-27');
    await replace(document, 'received: 2026-03-12', 'received: 2026-03-13');
    await until('the deadline to move', () => due() === '2026-04-28');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the deadline to move back with the file', () => due() === '2026-04-27');
    await vscode.workspace.fs.delete(at('reports/moved.md'));
    await until('the deadline to go with the file', () => due() === undefined);
  });

  it('are marked as done in the front matter, and one undo takes it back', async () => {
    const { agenda } = await api();
    const { document } = await open(
      'reports/marked.md',
      (await read(at(REPORT))).replaceAll('Exampleshire', 'Markshire').replace('done: [publish-strategic-plan]\n', ''),
    );
    const find = () =>
      agenda.deadlines.find(({ deadline }) => deadline.id === 'publish-strategic-plan' && deadline.localArea === 'Markshire');
    const dated = await until('the deadline', find);
    assert.equal(dated.deadline.status, 'overdue');
    const before = document.getText();
    await vscode.commands.executeCommand('areaSend.markDeadlineDone', { sort: 'deadline', ...dated });
    assert.match(document.getText(), /\ndone: \[publish-strategic-plan\]\n---\n/);
    await until('it to be done', () => find()?.deadline.status === 'done');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await until('it to be open again', () => find()?.deadline.status === 'overdue');
  });

  it('are copied with their reckoning', async () => {
    const { agenda } = await api();
    const dated = agenda.deadlines.find(({ deadline }) => deadline.id === 'next-full-inspection' && deadline.localArea === 'Exampleshire');
    assert.ok(dated);
    await vscode.commands.executeCommand('areaSend.copyDeadline', { sort: 'deadline', ...dated });
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /Exampleshire/);
    assert.match(text, /about .* 2029/);
  });

  it('are exported as a calendar file', async () => {
    const { agenda } = await api();
    const dated = agenda.deadlines.find(({ deadline }) => deadline.id === 'next-full-inspection' && deadline.localArea === 'Exampleshire');
    assert.ok(dated);
    const uri = at('next-full-inspection.ics');
    const running = vscode.commands.executeCommand('areaSend.exportDeadline', { sort: 'deadline', ...dated });
    void pressEnter(running);
    const text = await until('the file', () =>
      read(uri).then(
        (content) => content,
        () => null,
      ),
    );
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.equal(text.split('BEGIN:VEVENT').length - 1, 1);
    await vscode.workspace.fs.delete(uri);
  });

  it('change how they are grouped', async () => {
    await vscode.commands.executeCommand('areaSend.groupDeadlinesByArea');
    await vscode.commands.executeCommand('areaSend.groupDeadlinesByUrgency');
  });

  it('are drawn as a timeline', async () => {
    await open(REPORT);
    await settled(vscode.window.activeTextEditor!.document);
    await vscode.commands.executeCommand('areaSend.showTimeline');
    await until('the timeline', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Timeline: Exampleshire')),
    );
  });
});

describe('a report', () => {
  afterEach(closeAll);

  it('shows above each area how many actions answer it, unless that is switched off', async () => {
    const { document } = await open(REPORT);
    await settled(document);
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const titles = await until('lenses', async () => {
      const found = (await lenses()).map(({ command }) => command?.title ?? '');
      return found.length === 5 ? found : null;
    });
    assert.match(titles[0]!, /^AFI1: answered by \d actions in .*exampleshire-strategic-plan-2026\.md/);
    const setting = vscode.workspace.getConfiguration('areaSend', document.uri);
    await setting.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    try {
      await until('no lens', async () => (await lenses()).length === 0);
    } finally {
      await setting.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('and its plan have a side panel that survives every change of editor', async () => {
    for (const view of ['areaSend.completeness', 'areaSend.coverage']) {
      await vscode.commands.executeCommand(`${view}.focus`);
      for (const path of [
        REPORT,
        PLAN,
        'README.md',
        'with-slips/exampleshire-plan.md',
        'meetings/kestrelshire-engagement-meeting-2026.md',
      ]) {
        const { document } = await open(path);
        const { checks } = await api();
        await until('a check', () => checks.current(document));
      }
    }
    const { document } = await open(
      'bare-section.md',
      '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nText.\n',
    );
    await settled(document);
    await vscode.commands.executeCommand('areaSend.insertSection', { insert: 'inspection-team' });
    assert.match(document.getText(), /\n## Inspection team\n/);
    assert.ok(positionOf(document, '## Inspection team').line > positionOf(document, '## Inspection outcome').line);
  });
});
