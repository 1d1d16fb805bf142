import * as vscode from 'vscode';
import * as assert from '../assert.js';
import {
  accept,
  actionsAt,
  api,
  at,
  closeAll,
  findingOf,
  open,
  ours,
  positionOf,
  read,
  replace,
  ruleOf,
  rulesIn,
  second,
  setting,
  settled,
  sleep,
  until,
  write,
} from '../host.js';

const REPORT = 'reports/exampleshire-2026.md';
const SLIPS = 'with-slips/exampleshire-report.md';

describe('findings', () => {
  afterEach(closeAll);

  it('are absent from a correct report', async () => {
    const { document } = await open(REPORT);
    assert.deepEqual(
      (await settled(document)).map(({ message }) => message),
      [],
    );
  });

  it('appear while typing and go when the mistake is mended', async () => {
    const { document } = await open('typed.md', await read(at(REPORT)));
    await settled(document);
    await replace(document, 'arrangements lead to inconsistent experiences', 'arrangements lead to inconsistent experience');
    const finding = await findingOf(document, 'outcome-statement');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(finding.source, 'area-send');
    assert.equal(document.getText(finding.range), 'experience');
    await vscode.commands.executeCommand('undo');
    await until('the finding to go', () => rulesIn(document.uri).length === 0);
  });

  it('lead to the page of their rule', async () => {
    const { document } = await open(SLIPS);
    const finding = await findingOf(document, 'official-name');
    const { target } = finding.code as { target: vscode.Uri };
    assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# official-name\n/);
  });

  it('point to the other place where two places disagree', async () => {
    const text = await read(at(REPORT));
    const { document } = await open('twice.md', `${text}\n## Inspection outcome\n\nSomething else.\n`);
    const finding = await findingOf(document, 'duplicate-section');
    const related = finding.relatedInformation?.[0];
    assert.ok(related, 'a related place');
    assert.equal(related.location.uri.toString(), document.uri.toString());
    assert.match(document.lineAt(related.location.range.start.line).text, /^## Inspection outcome/);
  });

  it('leave other Markdown files alone', async () => {
    const { document } = await open('README.md');
    const { checks } = await api();
    await until('the document to be read', () => checks.current(document));
    assert.equal(checks.current(document)!.result.kind, null);
    assert.equal(ours(document.uri).length, 0);
  });

  it('go when a document stops being ours, and when it closes', async () => {
    const { document } = await open('claimed.md', '# Area SEND inspection of Exampleshire Local Area Partnership\n\nText.\n');
    await until('findings', () => ours(document.uri).length > 0);
    await replace(document, '# Area SEND inspection of Exampleshire Local Area Partnership', '# Shopping list');
    await until('the findings to go', () => ours(document.uri).length === 0);
    await vscode.commands.executeCommand('undo');
    await until('findings again', () => ours(document.uri).length > 0);
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the findings to go with the editor', () => ours(document.uri).length === 0);
    await open('claimed.md');
    await until('the findings to come back with it', () => ours(document.uri).length > 0);
  });

  it('come on save only, where that is the setting', async () => {
    await setting('run', 'onSave');
    try {
      const { document } = await open('saved.md', await read(at(REPORT)));
      await settled(document);
      await replace(document, 'within approximately three years', 'within three years');
      await sleep(600);
      await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(0, 0, 0, 0));
      await sleep(300);
      assert.deepEqual(rulesIn(document.uri), []);
      await document.save();
      await findingOf(document, 'next-inspection');
    } finally {
      await setting('run', undefined);
    }
  });

  it('follow the settings as they change', async () => {
    const { document } = await open(SLIPS);
    await findingOf(document, 'official-name');
    await setting('rules', { 'official-name': 'off', 'next-inspection': 'info' });
    await until('the rule to be off', () => !rulesIn(document.uri).includes('official-name'));
    assert.equal((await findingOf(document, 'next-inspection')).severity, vscode.DiagnosticSeverity.Information);
    await setting('enable', false);
    await until('everything to be off', () => ours(document.uri).length === 0);
    await setting('enable', undefined);
    await setting('rules', undefined);
    await findingOf(document, 'official-name');
  });

  it('survive settings that cannot be read', async () => {
    await setting('rules', { 'official-name': 'fatal', 'next-inspection': 'info' });
    await setting('extraHolidays', ['soon', '2027-06-04']);
    try {
      const { document } = await open(SLIPS);
      assert.equal((await findingOf(document, 'next-inspection')).severity, vscode.DiagnosticSeverity.Information);
      assert.equal((await findingOf(document, 'official-name')).severity, vscode.DiagnosticSeverity.Warning);
    } finally {
      await setting('rules', undefined);
      await setting('extraHolidays', undefined);
    }
  });

  it('follow the configuration file of their own folder', async () => {
    const text = await read(at(SLIPS));
    const here = await open('configured.md', text);
    const there = await open(vscode.Uri.joinPath(second(), 'configured.md'), text);
    assert.equal((await findingOf(here.document, 'official-name')).severity, vscode.DiagnosticSeverity.Warning);
    assert.equal((await findingOf(there.document, 'official-name')).severity, vscode.DiagnosticSeverity.Error);
    const file = vscode.Uri.joinPath(second(), '.areasend.json');
    const before = await read(file);
    await write(file, '{ "rules": { "official-name": "off" } }\n');
    await until('the change of the file to count', () => !rulesIn(there.document.uri).includes('official-name'));
    assert.ok(rulesIn(here.document.uri).includes('official-name'), 'the other folder keeps its own');
    await write(file, '{ "rules": { "official-name": ');
    await until(
      'a broken file to count for nothing',
      () =>
        ours(there.document.uri).find((diagnostic) => ruleOf(diagnostic) === 'official-name')?.severity ===
        vscode.DiagnosticSeverity.Warning,
    );
    await write(file, before);
    await until(
      'the file to count again',
      () =>
        ours(there.document.uri).find((diagnostic) => ruleOf(diagnostic) === 'official-name')?.severity === vscode.DiagnosticSeverity.Error,
    );
  });

  it('take the kind of a document from the configuration file', async () => {
    const { document } = await open(vscode.Uri.joinPath(second(), 'drafts', 'notes.md'), '# What we will do\n\nText.\n');
    const { checks } = await api();
    await until('the kind', () => checks.current(document)?.result.kind === 'strategic-plan');
  });

  it('know the dictionary, and learn a word', async () => {
    const { document } = await open(
      vscode.Uri.joinPath(second(), 'words.md'),
      (await read(at(REPORT))).replace('Exampleshire is a large', 'Exampleshire is a larrge'),
    );
    const finding = await findingOf(document, 'spelling');
    assert.equal(document.getText(finding.range), 'larrge');
    const file = vscode.Uri.joinPath(second(), '.areasend.json');
    const before = await read(file);
    const add = (await actionsAt(document, finding.range, 'quickfix')).find(({ title }) => title === 'Add “larrge” to the accepted words');
    assert.ok(add, 'an action that adds the word');
    await accept(add);
    assert.deepEqual((JSON.parse(await read(file)) as { words: string[] }).words, ['larrge']);
    await until('the word to be accepted', () => !rulesIn(document.uri).includes('spelling'));
    await write(file, before);
    // A file that stands nearer is the one that counts.
    const nearer = await write(vscode.Uri.joinPath(second(), 'near', '.areasend.json'), '{ "words": ["Kestrel"] }\n');
    const near = await open(vscode.Uri.joinPath(second(), 'near', 'words.md'), document.getText());
    await findingOf(near.document, 'spelling');
    await vscode.commands.executeCommand('areaSend.addWord', 'larrge', near.document.uri);
    assert.deepEqual((JSON.parse(await read(nearer)) as { words: string[] }).words, ['Kestrel', 'larrge']);
    await until('the word to be accepted there', () => !rulesIn(near.document.uri).includes('spelling'));
    assert.equal(await read(file), before, 'the other file stays as it is');
    await closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(second(), 'near'), { recursive: true });
  });

  it('take a report that a plan answers for what the configuration says it is, as the coverage does', async () => {
    const folder = vscode.Uri.joinPath(second(), 'found');
    await write(vscode.Uri.joinPath(folder, '.areasend.json'), '{ "documents": { "what/*.md": "full-inspection-report" } }\n');
    const report = '# What they found\n\n## What does the area need to do better?\n\n- Leaders should plan better.\n';
    await write(vscode.Uri.joinPath(folder, 'what', 'they-found.md'), report);
    const plan = '---\ndocument: strategic-plan\nrespondsTo: what/they-found.md\n---\n\n# Our plan\n\nText.\n';
    const { document } = await open(vscode.Uri.joinPath(folder, 'plan.md'), plan);
    await settled(document);
    await until('the report to be read', () => !rulesIn(document.uri).includes('plan-inspection'));
    // Another program takes the folder away.
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'what'), { recursive: true });
    await until('the report to be missed', () => rulesIn(document.uri).includes('plan-inspection'));
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('hold a plan against the one report that fits, though it names none, until there are two', async () => {
    const folder = vscode.Uri.joinPath(second(), 'unnamed');
    const report = (days: string): string =>
      `# Area SEND inspection of Gannetshire Local Area Partnership\n\nInspection dates: ${days}\n\n## Areas for improvement\n\n| Areas for improvement |\n| --- |\n| Leaders should shorten the wait for an autism assessment. |\n| Leaders should review plans on time. |\n`;
    const plan =
      '# Gannetshire SEND strategic plan\n\n## Our actions\n\n| Action | Answers | Lead | Due | Measure |\n| --- | --- | --- | --- | --- |\n| Open a clinic | AFI1 | Head of SEND | 31 March 2027 | 80 of 90 |\n';
    // Shown, so that they are known where the workspace cannot be searched.
    await settled((await open(vscode.Uri.joinPath(folder, 'report.md'), report('9 to 13 March 2026'))).document);
    const { document } = await open(vscode.Uri.joinPath(folder, 'plan.md'), plan);
    assert.match((await findingOf(document, 'area-not-covered')).message, /^No action answers AFI2 /);
    await settled((await open(vscode.Uri.joinPath(folder, 'earlier.md'), report('6 to 10 March 2023'))).document);
    await until('neither to be taken for certain', () => !rulesIn(document.uri).includes('area-not-covered'));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'earlier.md'));
    await until('the report to be the only one again', () => rulesIn(document.uri).includes('area-not-covered'));
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('know the councils and boards that a configuration file adds', async () => {
    const folder = vscode.Uri.joinPath(second(), 'bodies');
    const devon = (rest: string): string =>
      `{ "name": "NHS Devon Integrated Care Board", "kind": "integrated-care-board", "to": "2026-06-30"${rest} }`;
    const file = vscode.Uri.joinPath(folder, '.areasend.json');
    await write(file, `{ "bodies": [${devon('')}] }\n`);
    const text =
      '---\ndocument: strategic-plan\nplan: { published: 2026-09-01 }\n---\n\n# Devon SEND strategic plan\n\nNHS Devon ICB leads.\n';
    const { document } = await open(vscode.Uri.joinPath(folder, 'plan.md'), text);
    assert.match((await findingOf(document, 'partner-name')).message, /^NHS Devon Integrated Care Board ended on 30 June 2026/);
    // An entry that cannot be so is told at its key, and counts for nothing.
    await write(file, `{ "bodies": [${devon(', "successors": ["NHS Nowhere ICB"]')}] }\n`);
    const config = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(config);
    await until('the entry to be told of', () =>
      vscode.languages
        .getDiagnostics(file)
        .some(({ message, range }) => message.includes('NHS Nowhere ICB') && config.getText(range).includes('NHS Nowhere ICB')),
    );
    await until('the board to be there again', () => !rulesIn(document.uri).includes('partner-name'));
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('are those of the last text, however fast the typing', async () => {
    const text = await read(at(SLIPS));
    const { document } = await open('fast.md', text);
    for (let count = 0; count < 40; count++) {
      const edit = new vscode.WorkspaceEdit();
      if (count % 4 === 3)
        edit.delete(
          document.uri,
          new vscode.Range(positionOf(document, '## Information about the local'), positionOf(document, '## What is it like')),
        );
      else edit.insert(document.uri, document.positionAt((count * 977) % document.getText().length), count % 3 === 0 ? 'EHCP ' : '\n\n');
      if (count % 4 !== 3 || document.getText().includes('## Information about the local'))
        await vscode.workspace.applyEdit(edit).then(undefined, () => {});
      if (count % 7 === 0) await sleep(170);
      if (!document.getText().includes('## Information about the local') || !document.getText().includes('## What is it like')) break;
    }
    const live = (await settled(document)).map(({ message, range }) => [message, range]);
    const fresh = await open('fresh.md', document.getText());
    assert.deepEqual(
      live,
      (await settled(fresh.document)).map(({ message, range }) => [message, range]),
    );
  });
});
