import * as vscode from 'vscode';
import { fixTextInSteps, maskOf, ruleById, type Finding } from '../../check/index.js';
import { editsBetween } from '../../text/differences.js';
import { applyEdit } from '../documents/apply-edit.js';
import { inSlices, type Checked, type Checks } from '../documents/checks.js';
import { toDiagnostic } from './diagnostics.js';
import { rangeOfFinding } from '../documents/ranges.js';
import { NAMES_ONE_THING } from '../../templates/index.js';
import { GAP_RULE } from '../views/status-text.js';
import { sameGaps } from './gaps.js';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('areaSend');

const PROVIDED = [vscode.CodeActionKind.QuickFix, FIX_ALL];

/** The edit that mends many findings at once, in small pieces and one step to undo. Null when there is nothing to mend, or the text changed meanwhile. */
async function fixed(
  checks: Checks,
  document: vscode.TextDocument,
  checked: Checked,
  rules?: readonly string[],
): Promise<{ edit: vscode.WorkspaceEdit; applied: number } | null> {
  const before = document.getText();
  const result = await inSlices(
    fixTextInSteps(before, { ...checks.options(document.uri, checked.resolved), ...(rules ? { rules } : {}) }),
    () => document.version === checked.version,
  );
  const changes = result ? editsBetween(before, result.text) : [];
  if (!result || changes.length === 0) return null;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    changes.map(({ start, end, text }) =>
      vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text),
    ),
  );
  return { edit, applied: result.applied };
}

/** Where the comment goes: before the top-level block that the finding stands in, so that tables and lists stay whole. */
function suppression(checked: Checked, finding: Finding, eol: string): [vscode.Position, vscode.SnippetString][] {
  const { document } = checked;
  const offset = finding.start.offset;
  const node = document.flow.find(({ span }) => offset >= span.start && offset <= span.end);
  const first = node ? document.lineColumn(node.span.start).line : finding.start.line;
  const bodyLine =
    document.frontMatter.span && offset < document.frontMatter.span.end ? document.lineColumn(document.frontMatter.span.end).line : first;
  const top = new vscode.Position(bodyLine - 1, 0);
  const snippet = (text: string): vscode.SnippetString => new vscode.SnippetString(text);
  const reason = '${1:why this is right here}';
  if (!node || finding.start.line === first)
    return [[top, snippet(`<!-- area-send-disable-next-line ${finding.rule}: ${reason} -->${eol}${eol}`)]];
  const last = document.lineColumn(node.span.end).line;
  return [
    [top, snippet(`<!-- area-send-disable ${finding.rule}: ${reason} -->${eol}${eol}`)],
    [new vscode.Position(last, 0), snippet(`${eol}<!-- area-send-enable ${finding.rule} -->${eol}`)],
  ];
}

/** Mends many findings at once. The edit is made when somebody chooses the action: it means checking the whole document again. */
class FixMany extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly checked: Checked,
    readonly rules?: readonly string[],
  ) {
    super(title, kind);
  }
}

const mendable = ({ fixes }: Finding): boolean => fixes.some(({ preferred }) => preferred);

class Actions implements vscode.CodeActionProvider {
  constructor(private readonly checks: Checks) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const checked = await this.checks.checkNow(document);
    if (!checked?.result.kind || token.isCancellationRequested) return [];
    const actions: vscode.CodeAction[] = [];
    const wantsFixAll = context.only?.contains(FIX_ALL) === true || context.only?.intersects(FIX_ALL) === true;
    if (wantsFixAll) {
      if (checked.findings.some(mendable))
        actions.push(new FixMany('Area SEND: fix everything that has one certain answer', FIX_ALL, document, checked));
    }
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return actions;

    const here = checked.findings.filter((finding) => rangeOfFinding(finding).intersection(range) !== undefined);
    const text = document.getText();
    for (const finding of here) {
      const diagnostic = toDiagnostic(finding, document.uri, (path) => this.checks.source.resolve(document.uri, path));
      for (const fix of finding.fixes) {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.set(
          document.uri,
          fix.edits.map((edit) =>
            vscode.TextEdit.replace(new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text),
          ),
        );
        action.diagnostics = [diagnostic];
        action.isPreferred = fix.preferred;
        actions.push(action);
      }
    }
    for (const rule of new Set(here.map((finding) => finding.rule))) {
      const count = checked.findings.filter((finding) => finding.rule === rule && mendable(finding)).length;
      if (count > 1)
        actions.push(
          new FixMany(`Fix all ${count} of “${ruleById(rule)!.title}”`, vscode.CodeActionKind.QuickFix, document, checked, [rule]),
        );
    }
    const gap = here.find(({ rule }) => rule === GAP_RULE);
    const same = gap ? sameGaps(text, gap.start.offset) : [];
    if (gap && same.length > 1 && NAMES_ONE_THING.test(same[0]!.what)) {
      const fill = new vscode.CodeAction(`Fill in all ${same.length} gaps “${same[0]!.what}”…`, vscode.CodeActionKind.QuickFix);
      fill.command = { command: 'areaSend.fillGaps', title: fill.title, arguments: [document.uri, gap.start.offset] };
      fill.isPreferred = true;
      actions.push(fill);
    }
    const seen = new Set<string>();
    const switchOff: vscode.CodeAction[] = [];
    for (const finding of here) {
      if (finding.rule === 'suppression' || finding.rule === 'front-matter' || seen.has(finding.rule)) continue;
      seen.add(finding.rule);
      if (finding.rule === 'spelling') {
        const word = text.slice(finding.start.offset, finding.end.offset);
        const add = new vscode.CodeAction(
          `Add ${maskOf(checked.document)(word) === word ? `“${word}”` : 'this word'} to the accepted words`,
          vscode.CodeActionKind.QuickFix,
        );
        add.command = { command: 'areaSend.addWord', title: add.title, arguments: [word, document.uri] };
        actions.push(add);
      }
      const read = new vscode.CodeAction(`Why? Read about “${finding.rule}”`, vscode.CodeActionKind.QuickFix);
      read.command = { command: 'areaSend.openRule', title: read.title, arguments: [finding.rule] };
      actions.push(read);
      const disable = new vscode.CodeAction(`Disable “${finding.rule}” here, with a reason…`, vscode.CodeActionKind.QuickFix);
      disable.command = {
        command: 'areaSend.disableHere',
        title: disable.title,
        arguments: [document.uri, finding.rule, finding.start.offset],
      };
      switchOff.push(disable);
      if (vscode.workspace.getWorkspaceFolder(document.uri)) {
        const everywhere = new vscode.CodeAction(`Switch off “${finding.rule}” in this folder`, vscode.CodeActionKind.QuickFix);
        everywhere.command = { command: 'areaSend.switchOffInFolder', title: everywhere.title, arguments: [finding.rule, document.uri] };
        switchOff.push(everywhere);
      }
    }
    // Switching off comes last: it is rarely what somebody wants first.
    return [...actions, ...switchOff];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (action instanceof FixMany && action.document.version === action.checked.version) {
      const all = await fixed(this.checks, action.document, action.checked, action.rules);
      if (all) action.edit = all.edit;
    }
    return action;
  }
}

/** Inserts the suppression with the cursor in its reason. */
async function disableHere(checks: Checks, uri: vscode.Uri, rule: string, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const checked = await checks.checkNow(document);
  const finding = checked?.findings.find((candidate) => candidate.rule === rule && candidate.start.offset === offset);
  if (!checked || !finding) return;
  const editor = await vscode.window.showTextDocument(document);
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const [[at, snippet], closing] = suppression(checked, finding, eol) as [
    [vscode.Position, vscode.SnippetString],
    [vscode.Position, vscode.SnippetString]?,
  ];
  if (!closing) {
    await editor.insertSnippet(snippet, at);
    return;
  }
  // Both comments in one snippet, so that one undo takes both away.
  const end = closing[0].line >= document.lineCount ? document.lineAt(document.lineCount - 1).range.end : closing[0];
  const block = document.getText(new vscode.Range(at, end));
  const escaped = block.replace(/[\\$}]/g, '\\$&');
  const tail = block.endsWith('\n') ? closing[1].value : `${eol}${closing[1].value}`;
  await editor.insertSnippet(new vscode.SnippetString(snippet.value + escaped + tail), new vscode.Range(at, end), {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  } as never);
}

async function fixAll(checks: Checks): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const checked = editor ? await checks.checkNow(editor.document) : null;
  if (!editor || !checked?.result.kind) {
    void vscode.window.showInformationMessage('Open a report or a plan first: this command works on the document in front of you.');
    return;
  }
  const all = await fixed(checks, editor.document, checked);
  if (!all) {
    void vscode.window.showInformationMessage(
      'Nothing here has one certain answer. What is left needs your judgement: see the Problems panel.',
    );
    return;
  }
  if (!(await applyEdit(all.edit))) {
    void vscode.window.showWarningMessage('The document cannot be changed.');
    return;
  }
  void vscode.window.showInformationMessage(
    `Area SEND: ${all.applied} ${all.applied === 1 ? 'change' : 'changes'} made. One undo takes ${all.applied === 1 ? 'it' : 'them all'} back.`,
  );
}

export function registerCodeActions(checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new Actions(checks), { providedCodeActionKinds: PROVIDED }),
    vscode.commands.registerCommand('areaSend.disableHere', (uri: vscode.Uri, rule: string, offset: number) =>
      disableHere(checks, uri, rule, offset),
    ),
    vscode.commands.registerCommand('areaSend.fixAll', () => fixAll(checks)),
  );
}
