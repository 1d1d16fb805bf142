import * as vscode from 'vscode';
import { isMarkdown } from '../documents/checks.js';
import { snippetBegun } from './typing.js';

/** As they stand in the file that the manifest contributes. */
type Snippets = Readonly<
  Record<string, { readonly prefix: readonly string[]; readonly description: string; readonly body: readonly string[] }>
>;

/**
 * The snippets once `send-` is typed where a line, an item or a cell begins. The editor itself offers them in Markdown only to those who
 * ask with Ctrl+Space, and suggestions for each word that is typed would be in the way.
 */
class TypedSnippets implements vscode.CompletionItemProvider {
  #snippets: Promise<Snippets> | null = null;

  constructor(private readonly extension: vscode.Uri) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[]> {
    // To those who ask the editor gives them itself.
    if (!isMarkdown(document) || triggerKind === vscode.CompletionTriggerKind.Invoke) return [];
    const typed = snippetBegun(document.lineAt(position.line).text.slice(0, position.character));
    if (typed === null) return [];
    const snippets = await (this.#snippets ??= this.#read());
    if (token.isCancellationRequested) return [];
    const range = new vscode.Range(position.translate(0, -typed.length), position);
    return Object.entries(snippets).map(([name, { prefix, description, body }]) => {
      const item = new vscode.CompletionItem({ label: prefix[0]!, description: name }, vscode.CompletionItemKind.Snippet);
      item.insertText = new vscode.SnippetString(body.join('\n'));
      item.filterText = prefix.join(' ');
      item.documentation = description;
      item.range = range;
      return item;
    });
  }

  async #read(): Promise<Snippets> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'snippets', 'area-send.json'));
    return JSON.parse(new TextDecoder().decode(bytes)) as Snippets;
  }
}

export const registerSnippets = (extension: vscode.Uri): vscode.Disposable =>
  vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, new TypedSnippets(extension), '-');
