import * as vscode from 'vscode';
import { shows } from '../documents/active-document.js';
import type { Checks } from '../documents/checks.js';
import { markedTokens, type Token } from './preview-marks.js';

/** As much of markdown-it as is needed here. */
interface MarkdownIt {
  readonly renderer: { render: (tokens: readonly Token[], options: unknown, env: unknown) => string };
}

const SETTLE_MS = 500;

/** Shows the findings in the editor’s Markdown preview, and draws it anew when there are others. */
export class PreviewFindings implements vscode.Disposable {
  #shown = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #disposables: vscode.Disposable[];

  constructor(private readonly checks: Checks) {
    this.#disposables = [
      checks.onDidCheck(({ uri, complete }) => {
        if (complete) this.#refresh(uri);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('areaSend.previewFindings')) void vscode.commands.executeCommand('markdown.preview.refresh');
      }),
    ];
  }

  /** Called by the editor’s Markdown extension. */
  extend(md: MarkdownIt): MarkdownIt {
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (tokens, options, env) => {
      const uri = (env as { currentDocument?: unknown } | undefined)?.currentDocument;
      return render(uri ? this.#marked(tokens, vscode.Uri.from(uri as vscode.Uri)) : tokens, options, env);
    };
    return md;
  }

  #marked(tokens: readonly Token[], uri: vscode.Uri): readonly Token[] {
    const checked = this.checks.latest(uri);
    if (!checked?.result.kind || !vscode.workspace.getConfiguration('areaSend', uri).get('previewFindings', true)) return tokens;
    return markedTokens(tokens, checked.findings, checked.document.text);
  }

  #refresh(uri: vscode.Uri): void {
    const previewed = vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some((tab) => tab.input instanceof vscode.TabInputWebview && shows(tab, uri)),
    );
    if (!previewed) return;
    const now = JSON.stringify(this.checks.latest(uri)?.findings.map(({ start, message }) => [start.offset, message]) ?? []);
    if (this.#shown.get(uri.toString()) === now) return;
    this.#shown.set(uri.toString(), now);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void vscode.commands.executeCommand('markdown.preview.refresh');
    }, SETTLE_MS);
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
