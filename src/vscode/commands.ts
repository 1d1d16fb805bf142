import * as vscode from 'vscode';
import { wantedSections } from '../check/completeness.js';
import { RULES } from '../check/index.js';
import { findDates } from '../document/index.js';
import { KINDS, kindInfo } from '../framework/kinds.js';
import { authoritiesOn, shortName } from '../framework/local-authorities.js';
import { sectionInfo, sectionsFor } from '../framework/sections.js';
import { DOCUMENT_KINDS, type DocumentKind, type OutcomeId, type SectionId } from '../framework/types.js';
import { OUTCOMES } from '../framework/wording.js';
import { isPresent } from '../rules/support/sections.js';
import { newDocument, skeletonFor } from '../templates/index.js';
import { isMarkdown, type Checked, type Checks } from './checks.js';
import type { Insertion } from './completeness-view.js';
import { SOURCE, toDiagnostic } from './diagnostics.js';
import { CONFIG_FILE, type SettingsStore } from './settings.js';
import type { FileChange, WorkspaceFiles } from './documents/workspace-files.js';
import { markdownFiles } from './files.js';
import { pathInside } from '../text/paths.js';
import { sourceLine } from './hover.js';
import { showPage } from './rule-pages.js';
import { today } from './today.js';

const { window, workspace } = vscode;

async function active(checks: Checks): Promise<{ editor: vscode.TextEditor; checked: Checked } | null> {
  const editor = window.activeTextEditor;
  const checked = editor && isMarkdown(editor.document) ? await checks.checkNow(editor.document) : null;
  if (editor && checked?.result.kind) return { editor, checked };
  void window.showInformationMessage('Open a report, a plan or a meeting note first: this command works on the document in front of you.');
  return null;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Kind, area, outcome and dates, then an unsaved document from the template. Escape at any step stops without a document. */
async function newFromTemplate(): Promise<void> {
  const kind = await window.showQuickPick(
    [...KINDS]
      .sort((a, b) => DOCUMENT_KINDS.indexOf(a.id) - DOCUMENT_KINDS.indexOf(b.id))
      .map(({ id, name }) => ({ label: capital(name), id })),
    { title: 'New Area SEND document: kind', placeHolder: 'What do you want to write?' },
  );
  if (!kind) return;
  let outcome: OutcomeId | undefined;
  if (kind.id === 'full-inspection-report') {
    const chosen = await window.showQuickPick(
      OUTCOMES.map(({ id, name, statements }) => ({ label: `${id}. ${capital(name)}`, detail: statements[0]!, id })),
      { title: 'New Area SEND document: outcome', placeHolder: 'Which outcome did the inspection reach?' },
    );
    if (!chosen) return;
    outcome = chosen.id;
  }
  const other = 'Another name…';
  const areas = [
    ...authoritiesOn(today())
      .map(shortName)
      .sort((a, b) => a.localeCompare(b, 'en-GB')),
    other,
  ];
  let area = await window.showQuickPick(areas, {
    title: 'New Area SEND document: local area',
    placeHolder: 'Which local area? Type a few letters of its name',
  });
  if (area === other)
    area = await window.showInputBox({
      title: 'New Area SEND document: local area',
      prompt: 'Name of the local area, for example Exampleshire',
    });
  if (area === undefined) return;
  const dates = await window.showInputBox({
    title: 'New Area SEND document: days of the inspection',
    prompt: 'The days of the inspection, for example “19 to 23 January 2026”. Leave it empty if you do not know them yet.',
    validateInput: (value) =>
      value.trim() === '' || findDates(value)[0]?.range
        ? null
        : 'Write two days and a year, for example 19 to 23 January 2026, or leave it empty.',
  });
  if (dates === undefined) return;
  const inspection = findDates(dates)[0]?.range;
  const content = newDocument({
    kind: kind.id,
    today: today(),
    ...(area ? { area } : {}),
    ...(outcome ? { outcome } : {}),
    ...(inspection ? { inspection } : {}),
  });
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  // The first gap is chosen: typing fills it, and F8 leads to the next.
  const gap = /\[insert [^\]]*\]/.exec(document.getText());
  const selection = gap
    ? new vscode.Range(document.positionAt(gap.index), document.positionAt(gap.index + gap[0].length))
    : new vscode.Range(0, 0, 0, 0);
  await window.showTextDocument(document, { selection });
}

/** Puts sections where they belong, each with its skeleton, as one edit. */
async function insertSections(editor: vscode.TextEditor, checked: Checked, wanted: readonly SectionId[]): Promise<void> {
  const { document } = checked;
  const kind = document.kind!;
  const order = wantedSections(document);
  const outcome = document.facts.outcome ?? undefined;
  const area = checked.result.localArea ?? undefined;
  const eol = editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const edits = new Map<number, string>();
  for (const id of wanted) {
    const after = order
      .slice(order.indexOf(id) + 1)
      .map((other) => document.section(other))
      .find((candidate) => candidate?.heading && candidate.depth <= 2);
    const at = after?.span.start ?? document.section('closing')?.span.start ?? document.text.length;
    const skeleton = skeletonFor(id, kind, { ...(area ? { area } : {}), ...(outcome ? { outcome } : {}) }).replace(/\r?\n/g, eol);
    edits.set(at, `${edits.get(at) ?? ''}${skeleton}${eol}${eol}`);
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    editor.document.uri,
    [...edits].map(([at, text]) => {
      const end = at >= document.text.length;
      return vscode.TextEdit.insert(
        editor.document.positionAt(at),
        end ? `${document.text.endsWith('\n') ? '' : eol}${eol}${text.trimEnd()}${eol}` : text,
      );
    }),
  );
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage('The document cannot be changed.');
    return;
  }
  const first = editor.document.positionAt(Math.min(...edits.keys()));
  if (window.visibleTextEditors.includes(editor))
    editor.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  void window.showInformationMessage(`Added: ${wanted.map((id) => sectionInfo(id)!.headings[0]).join('; ')}.`);
}

/** Sections that the kind asks for and the document lacks. */
async function insertMissing(checks: Checks): Promise<void> {
  const found = await active(checks);
  if (!found) return;
  const { document } = found.checked;
  const missing = wantedSections(document).filter((id) => !isPresent(document, id));
  if (missing.length === 0) {
    void window.showInformationMessage('Every section that the framework asks for is here.');
    return;
  }
  await insertSections(found.editor, found.checked, missing);
}

/** One section, chosen in the Completeness view, whose document need not be in front. */
async function insertSection(checks: Checks, node: Insertion | undefined): Promise<void> {
  if (!node?.insert) return;
  if (node.uri && window.activeTextEditor?.document.uri.toString() !== node.uri.toString()) await window.showTextDocument(node.uri);
  const found = await active(checks);
  if (!found || isPresent(found.checked.document, node.insert)) return;
  await insertSections(found.editor, found.checked, [node.insert]);
}

async function setKind(checks: Checks): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isMarkdown(editor.document)) {
    void window.showInformationMessage('Open a Markdown document first.');
    return;
  }
  const kind = await window.showQuickPick(
    DOCUMENT_KINDS.map((id) => ({ label: capital(kindInfo(id).name), id })),
    { title: 'What kind of document is this?' },
  );
  if (!kind) return;
  const checked = await checks.checkNow(editor.document);
  const { frontMatter } = checked?.document ?? {};
  const edit = new vscode.WorkspaceEdit();
  const eol = editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const value = frontMatter?.valueSpan('document');
  if (value)
    edit.replace(
      editor.document.uri,
      new vscode.Range(editor.document.positionAt(value.start), editor.document.positionAt(value.end)),
      kind.id,
    );
  else if (frontMatter?.span && /^---/.test(editor.document.lineAt(0).text))
    edit.insert(editor.document.uri, new vscode.Position(1, 0), `document: ${kind.id}${eol}`);
  else edit.insert(editor.document.uri, new vscode.Position(0, 0), `---${eol}document: ${kind.id}${eol}---${eol}${eol}`);
  await workspace.applyEdit(edit);
}

/** Every Markdown file of the workspace, its findings in the Problems panel; cancelling keeps what was found so far. */
async function checkWorkspace(settings: SettingsStore, collection: vscode.DiagnosticCollection, checks: Checks): Promise<void> {
  collection.clear();
  const summary = await window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Area SEND: checking the workspace', cancellable: true },
    async (progress, token) => {
      const { files } = await markdownFiles(token);
      let ours = 0;
      let problems = 0;
      let unread = 0;
      for (const [index, uri] of files.entries()) {
        if (token.isCancellationRequested) break;
        progress.report({ increment: 100 / files.length, message: `${index + 1} of ${files.length}` });
        if (!settings.enabled(uri)) continue;
        try {
          const open = checks.latest(uri);
          const found = open ? { kind: open.result.kind, findings: open.findings } : await checks.checkFile(uri, token);
          if (!found?.kind) continue;
          ours++;
          problems += found.findings.filter(({ severity }) => severity !== 'info').length;
          // Open documents show their own, live findings.
          if (!open)
            collection.set(
              uri,
              found.findings.map((finding) => toDiagnostic(finding, uri, (other) => checks.source.resolve(uri, other))),
            );
        } catch {
          unread++;
        }
        // Let the editor breathe.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return { ours, problems, unread, cancelled: token.isCancellationRequested };
    },
  );
  const { ours, problems, unread, cancelled } = summary;
  const choice = await window.showInformationMessage(
    `Area SEND: ${cancelled ? 'stopped after' : 'checked'} ${ours} ${ours === 1 ? 'document' : 'documents'}, ${problems === 0 ? 'nothing to fix' : `${problems} to fix`}.${unread > 0 ? ` ${unread} ${unread === 1 ? 'file' : 'files'} could not be read.` : ''}`,
    ...(problems > 0 ? ['Show problems'] : []),
  );
  if (choice) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** What the framework asks of the kind of document in front of the user, as a page. */
export const GUIDE_SCHEME = 'area-send-guide';

function guide(kind: DocumentKind): string {
  const sections = sectionsFor(kind);
  return [
    `# What the framework asks of a ${kindInfo(kind).name}`,
    sourceLine(kindInfo(kind).source),
    '## Sections',
    sections
      .map(({ headings, about, requiredIn }) => `- **${headings[0]}**${requiredIn.includes(kind) ? '' : ' (where it applies)'}: ${about}`)
      .join('\n'),
    ...(kind === 'full-inspection-report'
      ? [
          '## The three outcomes',
          OUTCOMES.map(
            ({ id, name, statements, nextInspection, followUp }) =>
              `${id}. **${capital(name)}**\n\n   ${statements[0]}\n\n   ${nextInspection[0]}\n\n   ${followUp[0]}`,
          ).join('\n\n'),
        ]
      : []),
    '## What is checked',
    RULES.filter(({ kinds }) => kinds.includes(kind))
      .map(({ id, title }) => `- **${id}**: ${title}`)
      .join('\n'),
  ].join('\n\n');
}

async function showGuide(checks: Checks): Promise<void> {
  const editor = window.activeTextEditor;
  let kind = editor ? checks.latest(editor.document.uri)?.result.kind : null;
  kind ??=
    (
      await window.showQuickPick(
        DOCUMENT_KINDS.map((id) => ({ label: capital(kindInfo(id).name), id })),
        { title: 'What the framework asks of…' },
      )
    )?.id ?? null;
  if (kind) await showPage(vscode.Uri.from({ scheme: GUIDE_SCHEME, path: `/${kind}.md` }));
}

/** Adds a word to the configuration file that counts for a document, or makes one in its workspace folder. */
async function addWord(settings: SettingsStore, word: string, uri: vscode.Uri): Promise<void> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) {
    const configuration = workspace.getConfiguration('areaSend');
    await configuration.update(
      'words',
      [...new Set([...configuration.get<string[]>('words', []), word])],
      vscode.ConfigurationTarget.Global,
    );
    return;
  }
  const file = (await settings.configFile(uri)) ?? vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  let config: Record<string, unknown> = {};
  try {
    config = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) {
      void window.showErrorMessage(`${CONFIG_FILE} cannot be read, so the word was not added. Mend the file first.`);
      return;
    }
  }
  const words = Array.isArray(config.words) ? (config.words as string[]) : [];
  config.words = [...new Set([...words, word])].sort((a, b) => a.localeCompare(b, 'en-GB'));
  await workspace.fs.writeFile(file, new TextEncoder().encode(`${JSON.stringify(config, null, 2)}\n`));
}

export function registerCommands(checks: Checks, settings: SettingsStore, files: WorkspaceFiles): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-workspace`);
  const { registerCommand } = vscode.commands;
  // Results of a file that has changed since are no longer true.
  const forget = ({ uri, kind }: FileChange): void => {
    if (kind === 'changed') collection.delete(uri);
    else if (kind === 'deleted')
      collection.forEach((other) => {
        if (pathInside(uri.path, other.path) !== null) collection.delete(other);
      });
  };
  return vscode.Disposable.from(
    collection,
    files.onDidChange(forget),
    checks.onDidCheck(({ uri }) => collection.delete(uri)),
    settings.onDidChange(() => collection.clear()),
    workspace.registerTextDocumentContentProvider(GUIDE_SCHEME, {
      provideTextDocumentContent: ({ path }) => guide(path.replace(/^\/|\.md$/g, '') as DocumentKind),
    }),
    registerCommand('areaSend.newDocument', newFromTemplate),
    registerCommand('areaSend.insertMissingSections', () => insertMissing(checks)),
    registerCommand('areaSend.insertSection', (node: Insertion | undefined) => insertSection(checks, node)),
    registerCommand('areaSend.setKind', () => setKind(checks)),
    registerCommand('areaSend.checkWorkspace', () => checkWorkspace(settings, collection, checks)),
    registerCommand('areaSend.showGuide', () => showGuide(checks)),
    registerCommand('areaSend.addWord', (word: string, uri: vscode.Uri) => addWord(settings, word, uri)),
  );
}
