import * as vscode from 'vscode';
import { isImportName } from '../../convert/import/names.js';
import { openDocument, type SendDocument } from '../../document/index.js';
import { fileName } from '../../text/paths.js';
import { plural } from '../../text/words.js';
import { isMarkdown, type Checks } from '../documents/checks.js';
import type { Scripts } from '../documents/scripts.js';
import { isRowLine } from './line-edits.js';
import { isCode, isPlain, losesWords, placed, type PastePlace } from './pasted.js';

const { DocumentDropOrPasteEditKind, DocumentPasteTriggerKind } = vscode;

const KIND = DocumentDropOrPasteEditKind.Empty.append('markdown', 'areaSend');
const FILES = ['text/uri-list', 'files'];

/** What is larger is pasted as plain text: reading it would hold the editor for seconds. In UTF-16 units. */
const LARGEST_HTML = 2_000_000;
/** Of a file that is dropped, in bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;

interface Made {
  readonly text: string;
  readonly title: string;
  /** Whether it is what somebody means who says nothing else. */
  readonly meant: boolean;
}

const tell = (message: string): void => {
  vscode.window.setStatusBarMessage(`$(info) Area SEND: ${message}`, 10_000);
};

/** What stands around a range of a document. */
function placeOf(document: vscode.TextDocument, { start, end }: vscode.Range): PastePlace {
  const line = (number: number): string | null => (number < 0 || number >= document.lineCount ? null : document.lineAt(number).text);
  return {
    before: line(start.line)!.slice(0, start.character),
    after: line(end.line)!.slice(end.character),
    above: line(start.line - 1),
    below: line(end.line + 1),
    isRow: isRowLine((number) => document.lineAt(number).text, start.line, document.lineCount),
  };
}

/** Whether words stand as they are typed at an offset: in the front matter and in code. */
const isVerbatim = ({ frontMatter, flow }: SendDocument, offset: number): boolean =>
  (frontMatter.span !== null && offset > frontMatter.span.start && offset < frontMatter.span.end) ||
  flow.some(({ node, span }) => node.type === 'code' && offset > span.start && offset < span.end);

/**
 * Words from Word, Excel, Outlook and web pages are pasted as Markdown; a Word or PDF file that is dropped or pasted comes as its text.
 * In Markdown that is no document of ours it is only offered.
 */
class Pastes implements vscode.DocumentPasteEditProvider, vscode.DocumentDropEditProvider {
  constructor(
    private readonly checks: Checks,
    private readonly scripts: Scripts,
  ) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    { triggerKind, only }: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const [range] = ranges;
    const isAsked = triggerKind === DocumentPasteTriggerKind.PasteAs || only !== undefined;
    const wanted = vscode.workspace.getConfiguration('areaSend', document.uri).get('pasteAsMarkdown', true);
    if (!isMarkdown(document) || !range || ranges.length > 1 || !(isAsked || wanted)) return [];
    const made = (await this.#fromWords(document, range, transfer, token)) ?? (await this.#fromFile(document, range, transfer, token));
    if (!made || token.isCancellationRequested) return [];
    const edit = new vscode.DocumentPasteEdit(made.text, made.title, KIND);
    if (!made.meant) edit.yieldTo = [DocumentDropOrPasteEditKind.Text, DocumentDropOrPasteEditKind.Empty.append('uri')];
    return [edit];
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    if (!isMarkdown(document)) return undefined;
    const made = await this.#fromFile(document, new vscode.Range(position, position), transfer, token);
    if (!made || token.isCancellationRequested) return undefined;
    const edit = new vscode.DocumentDropEdit(made.text, made.title, KIND);
    if (!made.meant) edit.yieldTo = [DocumentDropOrPasteEditKind.Empty.append('uri'), DocumentDropOrPasteEditKind.Text];
    return edit;
  }

  async #fromWords(
    document: vscode.TextDocument,
    range: vscode.Range,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<Made | null> {
    const html = (await transfer.get('text/html')?.asString()) ?? '';
    if (html.trim() === '' || transfer.get('vscode-editor-data') || isCode(html) || token.isCancellationRequested) return null;
    const plain = (await transfer.get('text/plain')?.asString()) ?? '';
    const { isOurs, model } = await this.#modelOf(document);
    if (html.length > LARGEST_HTML) {
      if (isOurs) tell('too large to paste as Markdown; pasted as plain text');
      return null;
    }
    if (isVerbatim(model, document.offsetAt(range.start))) return null;
    const markdown = await this.#markdown(new TextEncoder().encode(`<html><body>${html}`), 'pasted.html', model);
    if (markdown === null || isPlain(markdown, plain)) return null;
    const text = placed(markdown, placeOf(document, range));
    if (text === null) return null;
    const brings = !isOurs && model.text.trim() === '' && openDocument(markdown).kind !== null;
    return { text, title: 'Paste as Markdown', meant: (isOurs || brings) && !losesWords(markdown, plain) };
  }

  async #fromFile(
    document: vscode.TextDocument,
    range: vscode.Range,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<Made | null> {
    const file = await droppedFile(transfer);
    if (!file) return null;
    const { isOurs, model } = await this.#modelOf(document);
    if (isVerbatim(model, document.offsetAt(range.start))) return null;
    const bytes = await file.read().catch(() => null);
    if (bytes === null || token.isCancellationRequested) return null;
    if (bytes.length > LARGEST_FILE) {
      tell(`${file.name} is too large; import it instead`);
      return null;
    }
    const markdown = await this.#markdown(bytes, file.name, model);
    const text = markdown === null ? null : placed(markdown, placeOf(document, range));
    if (text === null) {
      tell(`${file.name} cannot be read`);
      return null;
    }
    return { text, title: `Insert the text of ${file.name}`, meant: isOurs || model.text.trim() === '' };
  }

  /** The document as it stands, and whether it is one of ours. */
  async #modelOf(document: vscode.TextDocument): Promise<{ readonly isOurs: boolean; readonly model: SendDocument }> {
    const checked = await this.checks.checkNow(document);
    return { isOurs: typeof checked?.result.kind === 'string', model: checked?.document ?? openDocument(document.getText()) };
  }

  /** Null where nothing can be read. A document that has a title gets no second one. */
  async #markdown(bytes: Uint8Array, name: string, model: SendDocument): Promise<string | null> {
    const hasTitle = model.sections.some(({ heading }) => heading?.depth === 1);
    try {
      const { importDocument } = await this.scripts.importers();
      const { markdown, pictures = [] } = await importDocument(new Uint8Array(bytes), name, { partBelow: hasTitle ? 2 : 1 });
      if (pictures.length > 0) tell(`${plural(pictures.length, 'picture')} left out; the text says where`);
      return markdown;
    } catch {
      return null;
    }
  }
}

/** The first file among what is dropped or pasted that can be read as text. */
async function droppedFile(transfer: vscode.DataTransfer): Promise<{ readonly name: string; read(): Promise<Uint8Array> } | null> {
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file && isImportName(file.name)) return { name: file.name, read: () => Promise.resolve(file.data()) };
  }
  for (const address of ((await transfer.get('text/uri-list')?.asString()) ?? '').split(/\r?\n/)) {
    if (address.trim() === '' || address.startsWith('#')) continue;
    const uri = vscode.Uri.parse(address.trim());
    if (isImportName(uri.path) && uri.scheme !== 'http' && uri.scheme !== 'https')
      return { name: fileName(uri.path), read: () => Promise.resolve(vscode.workspace.fs.readFile(uri)) };
  }
  return null;
}

export function registerPaste(checks: Checks, scripts: Scripts): vscode.Disposable {
  const pastes = new Pastes(checks, scripts);
  const selector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(selector, pastes, {
      providedPasteEditKinds: [KIND],
      pasteMimeTypes: ['text/html', ...FILES],
    }),
    vscode.languages.registerDocumentDropEditProvider(selector, pastes, { providedDropEditKinds: [KIND], dropMimeTypes: FILES }),
  );
}
