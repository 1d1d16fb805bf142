import * as vscode from 'vscode';
import * as assert from '../assert.js';
import { accept, actionsAt, api, at, closeAll, findingOf, hoverText, open, ours, read, settled, sleep, until, write } from '../host.js';

const REPORT = 'reports/exampleshire-2026.md';

/** Files in memory that nobody may write. */
class ReadOnly implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  constructor(private readonly text: string) {}
  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  stat = (uri: vscode.Uri): vscode.FileStat => {
    if (!uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length, permissions: vscode.FilePermission.Readonly };
  };
  readFile = (uri: vscode.Uri): Uint8Array => {
    if (!uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(this.text);
  };
  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = (): void => {
    throw vscode.FileSystemError.NoPermissions();
  };
  writeFile = this.createDirectory;
  delete = this.createDirectory;
  rename = this.createDirectory;
}

/** Milliseconds that this thread has worked, where the host can tell; else those that have passed. What other programs take counts for nothing. */
function worked(): number {
  const usage =
    typeof process === 'object'
      ? (process as unknown as { threadCpuUsage?(): { user: number; system: number } }).threadCpuUsage?.()
      : undefined;
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}

/** For how long the extension host did nothing else while something went on. */
async function held(run: () => Promise<void>): Promise<{ longest: number; over: number }> {
  let last = worked();
  const gaps: number[] = [];
  const clock = setInterval(() => {
    const now = worked();
    gaps.push(now - last);
    last = now;
  }, 1);
  await run();
  clearInterval(clock);
  return { longest: Math.round(Math.max(...gaps)), over: gaps.filter((gap) => gap > 50).length };
}

describe('bad input', () => {
  afterEach(closeAll);

  it('front matter that is still being typed, letter by letter', async () => {
    const { document } = await open('half.md', '');
    const text = '---\ndocument: strategic-plan\ninspection: { start: 2026-01-19, end: 2026-0\nmilestones:\n  - { title: "Sign';
    for (let end = 1; end <= text.length; end += 3) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text.slice(0, end));
      await vscode.workspace.applyEdit(edit);
      const position = document.positionAt(end);
      await Promise.all([
        hoverText(document.uri, position),
        vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position),
        vscode.commands.executeCommand('vscode.executeLinkProvider', document.uri),
        actionsAt(document, new vscode.Range(position, position)),
      ]);
    }
    const { checks } = await api();
    await until('the last text to be checked', () => checks.current(document));
  });

  it('a document of 5 MB', async () => {
    await vscode.commands.executeCommand('areaSend.completeness.focus');
    const text = await read(at(REPORT));
    const body = text.slice(text.indexOf('## Information about the local'), text.indexOf('## Local area partnership details'));
    const began = Date.now();
    const { document } = await open('large.md', text + `\n${body}`.repeat(Math.ceil(5_000_000 / body.length)));
    const { checks } = await api();
    await until('the large document to be checked', () => checks.current(document), 60_000);
    console.log(`      5 MB checked after ${Date.now() - began} ms, ${ours(document.uri).length} findings`);
    assert.ok(ours(document.uri).length > 0);
    const { longest, over } = await held(async () => {
      const line = document
        .getText()
        .split('\n')
        .findIndex((text) => text.startsWith('## Information about the local'));
      for (let round = 0; round < 3; round++) {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(line + 2, 0), 'Text. ');
        await vscode.workspace.applyEdit(edit);
        await hoverText(document.uri, new vscode.Position(line, 8));
        await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(line + 2, 0, line + 2, 4));
        await sleep(200);
      }
      await until('the edited document to be checked', () => checks.current(document)?.complete, 60_000);
    });
    console.log(`      the extension host was held for ${longest} ms at most, over 50 ms ${over} times`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
  }).timeout(120_000);

  it('a document that is renamed, changed and closed while it is checked', async () => {
    for (let round = 0; round < 5; round++) {
      const { document } = await open(`moving-${round}.md`, await read(at(REPORT)));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(12, 0), 'Text.\n');
      await vscode.workspace.applyEdit(edit);
      if (round % 2 === 0) {
        await document.save();
        const rename = new vscode.WorkspaceEdit();
        rename.renameFile(document.uri, at(`moved-${round}.md`));
        await vscode.workspace.applyEdit(rename);
      } else {
        await sleep(round * 30);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await vscode.workspace.fs.delete(document.uri);
      }
    }
    const { document } = await open('moved-0.md');
    await settled(document);
  });

  it('a fix that is offered for a text that has changed since', async () => {
    const { document } = await open('late.md', (await read(at(REPORT))).replace('approximately three years', 'three years'));
    const finding = await findingOf(document, 'next-inspection');
    const actions = await actionsAt(document, finding.range, 'quickfix');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), '# Notes\n');
    await vscode.workspace.applyEdit(edit);
    // That one is about the folder, whatever the document says by now, and would count for the tests that follow.
    for (const action of actions) if (action.command && action.command.command !== 'areaSend.switchOffInFolder') await accept(action);
    await vscode.commands.executeCommand('areaSend.disableHere', document.uri, 'next-inspection', 99_999);
    assert.equal(document.getText(), '# Notes\n');
  });

  it('a file system that cannot be written', async () => {
    const text = (await read(at(REPORT))).replace('approximately three years', 'three years');
    const registered = vscode.workspace.registerFileSystemProvider('area-send-test', new ReadOnly(text), { isReadonly: true });
    try {
      const editor = await open(vscode.Uri.from({ scheme: 'area-send-test', path: '/report.md' }));
      const finding = await findingOf(editor.document, 'next-inspection');
      assert.ok((await actionsAt(editor.document, finding.range, 'quickfix')).length > 0);
      await vscode.commands.executeCommand(
        'areaSend.disableHere',
        editor.document.uri,
        'next-inspection',
        editor.document.offsetAt(finding.range.start),
      );
      await vscode.commands.executeCommand('areaSend.fixAll');
      // Git, the local history and comparisons tell the version in the query.
      const earlier = await open(editor.document.uri.with({ query: '{"ref":"HEAD"}' }));
      const { checks } = await api();
      assert.equal(await checks.checkNow(earlier.document), null);
      assert.equal(ours(earlier.document.uri).length, 0);
    } finally {
      await closeAll();
      registered.dispose();
    }
  });

  it('odd line ends, a byte-order mark and no line end at the end', async () => {
    const text = await read(at(REPORT));
    const { document } = await open(
      'windows.md',
      `\uFEFF${text.replace(/\n/g, '\r\n').trimEnd().replace('approximately three years', 'three years')}`,
    );
    const finding = await findingOf(document, 'next-inspection');
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.match(document.lineAt(finding.range.start.line).text, /within three years/);
    await vscode.commands.executeCommand('areaSend.fixAll');
    assert.match(document.getText(), /approximately three years/);
    assert.ok(!/[^\r]\n/.test(document.getText()), 'line ends stay as they are');
    assert.deepEqual(
      (await settled(document)).map(({ message }) => message),
      [],
    );
  });

  it('a plan whose report is missing, outside, a folder, or the plan itself', async () => {
    for (const path of ['../reports/none.md', '../../../../etc/passwd', '..', 'circle.md', 'https://example.org/x.md', '']) {
      const { document } = await open(
        'plans/circle.md',
        `---\ndocument: strategic-plan\nrespondsTo: "${path}"\n---\n\n# Exampleshire SEND strategic plan\n\n### AFI1\n\nText.\n`,
      );
      await until('a check', async () => (await api()).checks.current(document));
      await vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, new vscode.Position(7, 6));
      await vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, new vscode.Position(7, 6));
      await closeAll();
    }
    await write(at('plans/circle.md'), '');
  });
});
