import * as vscode from 'vscode';
import { RULES, ruleById } from '../../check/index.js';
import { rulePageMarkdown } from '../../check/rule-page.js';

const RULE_SCHEME = 'area-send-rule';

/** Address of a rule's page inside the editor: made from the rule itself, so it needs no network and is never out of date. */
export const rulePage = (id: string): vscode.Uri => vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${id}.md` });

/** Shows a page of this product. Locked, or it would turn into a preview of whatever document is chosen next. */
export const showPage = (uri: vscode.Uri): Thenable<unknown> =>
  vscode.commands.executeCommand('markdown.showPreview', uri, undefined, { locked: true });

async function openRulePage(id?: string): Promise<void> {
  const rule =
    id && ruleById(id)
      ? id
      : (
          await vscode.window.showQuickPick(
            RULES.map(({ id: label, title }) => ({ label, detail: title })),
            { title: 'Area SEND: rules', placeHolder: 'Choose a rule to read about', matchOnDetail: true },
          )
        )?.label;
  if (rule) await showPage(rulePage(rule));
}

export function registerRulePages(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
      provideTextDocumentContent(uri) {
        const rule = ruleById(uri.path.replace(/^\/|\.md$/g, ''));
        return rule ? rulePageMarkdown(rule) : 'There is no rule of this name.';
      },
    }),
    // A link in the Problems panel opens the page as text: show it as a page.
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.uri.scheme !== RULE_SCHEME) return;
      const { uri } = editor.document;
      void vscode.commands.executeCommand('workbench.action.closeActiveEditor').then(() => showPage(uri));
    }),
    vscode.commands.registerCommand('areaSend.openRule', openRulePage),
  );
}
