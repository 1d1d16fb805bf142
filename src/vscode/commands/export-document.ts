import { isReportKind } from '../../framework/types.js';
import * as vscode from 'vscode';
import { checkText, maskOf, ruleById, type Finding, type Mask } from '../../check/index.js';
import type * as exporters from '../../convert/export/index.js';
import { isImportName } from '../../convert/import/names.js';
import { fileName } from '../../text/paths.js';
import { FileProblem } from '../../workspace/document-source.js';
import type { Checks } from '../documents/checks.js';
import { besideName } from '../documents/notes.js';
import type { Scripts } from '../documents/scripts.js';
import type { SettingsStore } from '../documents/settings.js';
import { today } from '../documents/today.js';
import { shownOriginal } from './import-document.js';
import { tell, writeFile } from './written-file.js';

const { window, workspace } = vscode;

/** A picture that is larger is no picture for a document. In bytes. */
const LARGEST_PICTURE = 20 * 1024 * 1024;

interface Services {
  readonly checks: Checks;
  readonly settings: SettingsStore;
  readonly scripts: Scripts;
  readonly log: vscode.LogOutputChannel;
}

/** The Markdown that a command is about: what stands in the explorer's menu, else the document in front, its unsaved text included. */
async function markdownFor(uri: unknown): Promise<vscode.TextDocument | null> {
  if (uri instanceof vscode.Uri && !isImportName(uri.path)) return workspace.openTextDocument(uri);
  const document = window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document;
  void window.showInformationMessage('Open the document first: this command works on the Markdown document in front of you.');
  return null;
}

/** What the writers are told of a document, and the mask for what they tell of it. */
async function setupFor(
  { checks, settings }: Services,
  { picturesIn }: typeof exporters,
  uri: vscode.Uri,
  text: string,
): Promise<exporters.ExportOptions & { readonly mask: Mask }> {
  const checked = checkText(text, { ...checks.options(uri, await settings.resolve(uri)), only: ['placeholder'] });
  const pictures = new Map<string, exporters.Picture>();
  for (const address of picturesIn(text)) {
    try {
      const place = checks.source.resolve(uri, decodeURI(address));
      if (!place || (await workspace.fs.stat(place)).size > LARGEST_PICTURE) continue;
      pictures.set(address, { bytes: new Uint8Array(await workspace.fs.readFile(place)) });
    } catch {
      // The writers name it in its place.
    }
  }
  const { kind, localArea } = checked;
  const inspectors = isReportKind(kind);
  return {
    today: today(),
    title: besideName(fileName(uri.path), ''),
    author: inspectors
      ? 'Ofsted and the Care Quality Commission'
      : localArea === null
        ? 'Local area partnership'
        : `${localArea} Local Area Partnership`,
    gaps: checked.findings.map(({ start, end }) => ({ start: start.offset, end: end.offset })),
    pictures,
    mask: maskOf(checked.document),
  };
}

const FORMATS = {
  docx: { title: 'Export to Word', filter: { 'Word document': ['docx'] } },
  html: { title: 'Export as web page', filter: { 'Web page': ['html'] } },
} as const;

/** The editor's dialog asks before it replaces a file. */
const askWhere = (
  original: vscode.Uri,
  end: string,
  title: string,
  filters: { [name: string]: string[] },
): Thenable<vscode.Uri | undefined> => {
  const name = besideName(original.scheme === 'untitled' ? 'document.md' : fileName(original.path), end);
  const folder = original.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(original, '..');
  return window.showSaveDialog({ title, filters, ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}) });
};

const openOutside = (target: vscode.Uri) => ({ label: 'Open it', run: () => vscode.env.openExternal(target) });

async function exportTo(services: Services, format: keyof typeof FORMATS, uri: unknown): Promise<void> {
  const document = await markdownFor(uri);
  if (!document) return;
  const { title, filter } = FORMATS[format];
  const target = await askWhere(document.uri, `.${format}`, title, { ...filter } as unknown as { [name: string]: string[] });
  if (!target) return;
  const text = document.getText();
  const { output, leftOut, mask } = await window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
    const writers = await services.scripts.exporters();
    const { mask, ...setup } = await setupFor(services, writers, document.uri, text);
    return { mask, ...(format === 'html' ? writers.exportHtml(text, setup) : await writers.exportDocx(text, setup)) };
  });
  if (!(await writeFile(target, output))) return;
  void tell(
    'Exported as',
    target,
    leftOut.map(({ what, where }) => `${where}: ${mask(what)}`),
    services.log,
    openOutside(target),
  );
}

/** Each finding as a comment at its words, in a copy: of the Word file, or of what the Markdown is exported as. The original stays as it is. */
async function saveComments(services: Services, uri: unknown): Promise<void> {
  const { checks, settings, scripts, log } = services;
  const word = uri instanceof vscode.Uri && isImportName(uri.path) ? uri : uri === undefined ? shownOriginal() : null;
  const document = word ? null : await markdownFor(uri);
  const original = word ?? document?.uri;
  if (!original) return;
  const name = fileName(original.path);
  try {
    const text = document ? document.getText() : (await checks.source.read(original)).text;
    const { value: checked } = await checks.source.withLinks(original, text, async (lookup, exists, answered) =>
      checkText(text, { ...checks.options(original, await settings.resolve(original)), lookup, exists, answered }),
    );
    if (checked.kind === null || checked.findings.length === 0) {
      void window.showInformationMessage(
        checked.kind === null
          ? `${name} is no report, plan or meeting note, so there is nothing to say of it.`
          : `Nothing was found in ${name}.`,
      );
      return;
    }
    const target = await askWhere(original, '-findings.docx', 'Save findings as Word comments', { 'Word document': ['docx'] });
    if (!target) return;
    if (target.toString() === original.toString()) {
      void window.showErrorMessage('The original is never changed. Choose another name for the copy.');
      return;
    }
    const writers = await scripts.exporters();
    const mask = maskOf(checked.document);
    try {
      const bytes = word
        ? new Uint8Array(await workspace.fs.readFile(word))
        : (await writers.exportDocx(text, await setupFor(services, writers, original, text))).output;
      const { output, leftOut } = writers.addComments(bytes, text, checked.findings.map(remark), { today: today(), mask });
      if (await writeFile(target, output))
        void tell(
          'The findings are comments in',
          target,
          leftOut.map(({ what, where }) => `${where}: ${what}`),
          log,
          openOutside(target),
        );
    } catch (error) {
      if (error instanceof writers.CommentError) void window.showErrorMessage(`${name}: ${error.message}`);
      else throw error;
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    void window.showErrorMessage(`${name}: ${error.message}.`);
  }
}

function remark({ rule, message, help, url, start, end }: Finding): exporters.Remark {
  const source = ruleById(rule)?.source;
  const from = [source?.title, source?.where].filter((part) => part !== undefined).join(', ');
  return {
    start: start.offset,
    end: end.offset,
    title: rule,
    paragraphs: [message, help, `Source: ${from}. More: ${url}`].filter((part) => part !== ''),
  };
}

/** The web page as it would be published, beside the document. It follows the text. */
class Previews implements vscode.Disposable {
  readonly #panels = new Map<string, { readonly panel: vscode.WebviewPanel; timer: ReturnType<typeof setTimeout> | null }>();
  readonly #changes: vscode.Disposable;

  constructor(private readonly services: Services) {
    this.#changes = workspace.onDidChangeTextDocument(({ document }) => {
      const shown = this.#panels.get(document.uri.toString());
      if (!shown) return;
      if (shown.timer) clearTimeout(shown.timer);
      shown.timer = setTimeout(() => void this.#draw(document, shown.panel), 400);
    });
  }

  async show(uri: unknown): Promise<void> {
    const document = await markdownFor(uri);
    if (!document) return;
    const key = document.uri.toString();
    const known = this.#panels.get(key);
    if (known) {
      known.panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(
      'areaSend.published',
      `As published: ${fileName(document.uri.path)}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    const entry = { panel, timer: null as ReturnType<typeof setTimeout> | null };
    this.#panels.set(key, entry);
    panel.onDidDispose(() => {
      if (entry.timer) clearTimeout(entry.timer);
      this.#panels.delete(key);
    });
    await this.#draw(document, panel);
  }

  async #draw(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    try {
      const text = document.getText();
      const writers = await this.services.scripts.exporters();
      const { output } = writers.exportHtml(text, await setupFor(this.services, writers, document.uri, text));
      if (this.#panels.get(document.uri.toString())?.panel === panel) panel.webview.html = output;
    } catch (error) {
      this.services.log.error(error instanceof Error ? error : String(error));
    }
  }

  dispose(): void {
    this.#changes.dispose();
    for (const { panel } of [...this.#panels.values()]) panel.dispose();
  }
}

export function registerExport(checks: Checks, settings: SettingsStore, scripts: Scripts, log: vscode.LogOutputChannel): vscode.Disposable {
  const services = { checks, settings, scripts, log };
  const previews = new Previews(services);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    previews,
    registerCommand('areaSend.exportWord', (uri?: unknown) => exportTo(services, 'docx', uri)),
    registerCommand('areaSend.exportWebPage', (uri?: unknown) => exportTo(services, 'html', uri)),
    registerCommand('areaSend.previewPublished', (uri?: unknown) => previews.show(uri)),
    registerCommand('areaSend.saveComments', (uri?: unknown) => saveComments(services, uri)),
  );
}
