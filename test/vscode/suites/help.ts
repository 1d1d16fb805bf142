import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { api, at, closeAll, findingOf, hoverText, open, ours, positionOf, read, settled, until } from '../host.js';

const REPORT = 'reports/exampleshire-2026.md';
const PLAN = 'plans/exampleshire-strategic-plan-2026.md';
const SLIPS = 'with-slips/exampleshire-report.md';

/** Labels of what is offered where “‸” stands in the text. */
async function offered(name: string, marked: string): Promise<vscode.CompletionItem[]> {
  const offset = marked.indexOf('‸');
  const { document } = await open(name, marked.replace('‸', ''));
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  return list.items;
}

const labels = (items: readonly vscode.CompletionItem[]): string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));
const inserted = ({ insertText }: vscode.CompletionItem): string =>
  typeof insertText === 'string' ? insertText : (insertText?.value ?? '');

describe('completion', () => {
  afterEach(closeAll);

  it('offers the keys of the front matter that are not there yet', async () => {
    const keys = labels(await offered('keys.md', '---\ndocument: strategic-plan\n‸\n---\n\n# X\n'));
    for (const key of ['localArea', 'inspection', 'respondsTo', 'milestones']) assert.includes(keys, key);
    assert.ok(!keys.includes('document'), 'a key that is there is not offered again');
  });

  it('offers the values of a key, while the front matter is still open', async () => {
    assert.includes(labels(await offered('kinds.md', '---\ndocument: ‸\n')), 'priority-action-plan');
    assert.includes(labels(await offered('editions.md', '---\nedition: ‸\n---\n')), '2025-06');
    assert.includes(labels(await offered('areas.md', '---\nlocalArea: Du‸\n---\n')), 'Durham');
    assert.includes(labels(await offered('plans/responds.md', '---\nrespondsTo: ‸\n---\n')), '../reports/exampleshire-2026.md');
  });

  it('offers the dates inside a value', async () => {
    assert.includes(labels(await offered('inner.md', '---\nreport: { ‸ }\n---\n')), 'published');
  });

  it('offers the headings that are missing, in their order, each alone and with its skeleton', async () => {
    const items = (
      await offered(
        'headings.md',
        '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\nText.\n\n## ‸\n',
      )
    ).filter(({ detail }) => /still missing/.test(detail ?? ''));
    const names = labels(items);
    assert.ok(!names.includes('Inspection outcome'), 'what is there is not offered');
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.equal(labels(sorted)[0], 'Information about the local area partnership');
    assert.equal(inserted(sorted[0]!), '## Information about the local area partnership');
    assert.equal(labels(sorted)[1], 'Information about the local area partnership, with template text');
    assert.match(inserted(sorted[1]!), /^## Information about the local area partnership\n\n/);
  });

  it('offers the fixed wording where it belongs', async () => {
    const text =
      '# Area SEND inspection of Exampleshire Local Area Partnership\n\n## Inspection outcome\n\n‸\n\n## Information about this inspection\n\n';
    const items = await offered('wording.md', text);
    const all = items.find(({ label }) => label === 'Outcome 3: widespread and/or systemic failings (all three sentences)');
    assert.ok(all, 'the whole outcome');
    assert.match(inserted(all), /must address urgently\.\n\n[^\n]+within approximately 18 months/);
    assert.includes(labels(await offered('basis.md', `${text.replace('‸', '')}‸\n`)), 'Legal basis of the inspection');
  });

  it('offers the areas of the report in a plan', async () => {
    const text = (await read(at(PLAN))).replace('### AFI1: Waiting', '### ‸AFI1: Waiting');
    const items = await offered(
      'plans/ids.md',
      text.replace('## Our actions\n', '## Our actions\n\nThis answers AF‸.\n').replace('### ‸AFI1', '### AFI1'),
    );
    const names = labels(items);
    for (const id of ['AFI1', 'AFI5']) assert.includes(names, id);
    assert.ok(!names.includes('AFI6'), 'only areas that the report has');
  });

  it('does not come up by itself at a space of a sentence', async () => {
    const { document } = await open('plans/spaces.md', (await read(at(PLAN))).replace('## Our actions\n', '## Our actions\n\nWe will \n'));
    await settled(document);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, 'We will ', 8),
      ' ',
    );
    // The editor itself offers words of the text.
    assert.deepEqual(labels(list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference)), []);
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  it('offers other Markdown files nothing but the key that makes them ours', async () => {
    const keys = labels(await offered('blog.md', '---\ntitle: My holidays\n‸\n---\n\n# X\n'));
    assert.includes(keys, 'document');
    assert.ok(!keys.includes('respondsTo'), 'not the other keys');
  });
});

describe('hover', () => {
  afterEach(closeAll);

  it('tells on a heading how its section reads', async () => {
    const { document } = await open('reports/exampleshire-2026.md');
    assert.match(
      await hoverText(document.uri, positionOf(document, 'What is the area partnership doing', 4)),
      /Reading age about \d+; \d+ words a sentence/,
    );
  });

  it('explains a finding, with its source', async () => {
    const { document } = await open(SLIPS);
    const finding = await findingOf(document, 'next-inspection');
    const text = await hoverText(document.uri, finding.range.start);
    assert.match(text, /\*\*Why:\*\*/);
    assert.match(text, /\*\*What to do:\*\*/);
    assert.match(text, /\*Source: /);
  });

  it('says what a section, an outcome, a key, a term and an acronym are', async () => {
    const { document } = await open(REPORT);
    await settled(document);
    const over = (text: string, inside = 2): Promise<string> => hoverText(document.uri, positionOf(document, text, inside));
    assert.match(await over('## Inspection outcome', 6), /which of the three outcomes/i);
    assert.match(await over('arrangements lead to inconsistent'), /Outcome 2 of 3/);
    assert.match(await over('localArea'), /\*\*localArea\*\*/);
    assert.match(await over('alternative provision for children'), /commissioned and overseen/);
    assert.match(await over('CAMHS', 1), /child and adolescent mental health services/i);
  });

  it('says nothing in other Markdown files', async () => {
    const { document } = await open('other.md', '# Notes\n\nWe speak of alternative provision here.\n');
    assert.equal(await hoverText(document.uri, positionOf(document, 'alternative', 3)), '');
  });
});

describe('links', () => {
  afterEach(closeAll);

  it('make `respondsTo` a link to the report', async () => {
    // At once: the editor does not ask again when the check is done.
    const { document } = await open(PLAN);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const link = links.find(({ range }) => document.getText(range) === '../reports/exampleshire-2026.md' && range.start.line < 10);
    assert.equal(link?.target?.toString(), at(REPORT).toString());
  });

  it('lead from an action of the plan to the area that it answers', async () => {
    const { document } = await open(PLAN);
    await settled(document);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '### AFI2', 5),
    );
    const inReport = places.filter(({ uri }) => uri.toString() === at(REPORT).toString());
    assert.equal(inReport.length, 1);
    const report = await vscode.workspace.openTextDocument(at(REPORT));
    assert.match(report.getText(inReport[0]!.range), /education, health and care|EHC/);
  });

  it('lead from an area of the report back to the actions', async () => {
    const { document } = await open(REPORT);
    await settled(document);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => /^\|.*neurodevelopmental/.test(text));
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      new vscode.Position(line, 10),
    );
    const inPlan = places.filter(({ uri }) => uri.toString() === at(PLAN).toString());
    assert.ok(inPlan.length >= 3, `actions of the plan, not ${inPlan.length}`);
  });

  it('lead from a plan to its report, though the plan does not name the file', async () => {
    // An area of its own, of which there is one report.
    const report = await open('reports/unnamed.md', (await read(at(REPORT))).replaceAll('Exampleshire', 'Unnamedshire'));
    await settled(report.document);
    const { document } = await open(
      'plans/unnamed.md',
      (await read(at(PLAN))).replaceAll('Exampleshire', 'Unnamedshire').replace(/^respondsTo:.*\n/m, ''),
    );
    await settled(document);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '### AFI2', 5),
    );
    // The editor itself leads from a heading to itself.
    assert.deepEqual(
      places.map(({ uri }) => uri.path).filter((path) => path !== document.uri.path),
      [report.document.uri.path],
    );
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
    await vscode.workspace.fs.delete(report.document.uri);
  });

  it('stay right when the report is renamed, and when the plan is moved', async () => {
    const renamed = async (from: string, to: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at(from), at(to));
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const report = await open('reports/first.md', (await read(at(REPORT))).replaceAll('Exampleshire', 'Renameshire'));
    await settled(report.document);
    const plan = await open(
      'plans/answer.md',
      (await read(at(PLAN))).replaceAll('Exampleshire', 'Renameshire').replace('../reports/exampleshire-2026.md', '../reports/first.md'),
    );
    await settled(plan.document);
    const { library } = (await api()).agenda;
    await until(
      'both to be known',
      () => library.documents().filter(({ uri, kind }) => kind && /first|answer/.test(uri.path)).length === 2,
    );
    await renamed('reports/first.md', 'reports/second one.md');
    await until('the plan to follow', () => /^respondsTo: \.\.\/reports\/second one\.md$/m.test(plan.document.getText()));
    await plan.document.save();
    await renamed('plans/answer.md', 'answer.md');
    const { document } = await open('answer.md');
    await until('the plan to find its report from where it is now', () =>
      /^respondsTo: reports\/second one\.md$/m.test(document.getText()),
    );
    await document.save();
    await settled(document);
    assert.ok(!ours(document.uri).some(({ message }) => /cannot be found|not found/.test(message)));
    await closeAll();
    for (const path of ['reports/second one.md', 'answer.md']) await vscode.workspace.fs.delete(at(path));
  });
});
