import * as vscode from 'vscode';
import { maskOf } from '../../check/index.js';
import {
  coverageOf,
  plansFor,
  reportFor,
  STATE_NAMES,
  type AreaCoverage,
  type Coverage,
  type CoverageState,
} from '../../coverage/index.js';
import { formatDate, newActionFor, openDocument, type ActionFact, type SendDocument } from '../../document/index.js';
import { latestByName } from '../../memo/memo.js';
import { isPlanKind, isReportKind, type Span } from '../../framework/types.js';
import { applyEdit } from '../documents/apply-edit.js';
import type { ActiveDocument } from '../documents/active-document.js';
import type { Checked, Checks } from '../documents/checks.js';
import { LARGEST, type Library } from '../documents/library.js';
import { rangeOfSpan } from '../documents/ranges.js';
import { today } from '../documents/today.js';

const VIEW = 'areaSend.coverage';

/** Coverage with the places of its documents. */
interface Placed {
  readonly coverage: Coverage;
  readonly uriOf: (document: SendDocument) => vscode.Uri;
}

type Node =
  | { readonly sort: 'documents'; readonly placed: Placed }
  | { readonly sort: 'area'; readonly area: AreaCoverage; readonly placed: Placed }
  | {
      readonly sort: 'action';
      readonly placed: Placed;
      readonly plan: SendDocument;
      readonly action: ActionFact;
      readonly state: CoverageState | null;
      readonly perhaps: boolean;
    }
  | { readonly sort: 'unknown'; readonly placed: Placed; readonly plan: SendDocument; readonly id: string; readonly span: Span }
  | { readonly sort: 'group'; readonly label: string; readonly icon: string; readonly tooltip: string; readonly children: readonly Node[] };

const ICONS: Readonly<Record<CoverageState, readonly [icon: string, color: string]>> = {
  overdue: ['error', 'list.errorForeground'],
  behind: ['warning', 'list.warningForeground'],
  'not-started': ['circle-large-outline', 'foreground'],
  'in-progress': ['play-circle', 'testing.iconPassed'],
  'no-status': ['circle-large-outline', 'foreground'],
  complete: ['pass-filled', 'testing.iconPassed'],
};

const short = (text: string, most = 90): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
};
const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? '';

/** The view, the lenses and Completeness ask for the same after each check. */
const matched = latestByName<Coverage>();

/** The coverage that a document is part of; null where it is neither a report with plans nor a plan with a report. */
export async function coverageFor(library: Library, uri: vscode.Uri, document: SendDocument): Promise<Placed | null> {
  const { kind } = document;
  const isPlan = isPlanKind(kind);
  if (document.text.length > LARGEST) return null;
  if (!isPlan && !isReportKind(kind)) return null;
  const around = await library.around(uri, document);
  const documents = around.map((entry) => entry.document);
  const report = isPlan ? reportFor(document, documents) : document;
  if (!report) return null;
  const plans = isPlan ? [document] : plansFor(report, documents);
  // By path: an entry of the panel may come from an earlier text.
  const uris = new Map(around.map((entry) => [entry.document.path, entry.uri]));
  const day = today();
  const coverage = matched('', [day, plans.length, report, ...plans], () => coverageOf(report, plans, day));
  return { coverage, uriOf: ({ path }) => uris.get(path)! };
}

/** Areas for improvement and priority action against the plan's actions. Drawn again only when it would look different. */
class CoverageView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #placed: Placed | null = null;
  #run = 0;
  #shown = '';

  constructor(
    private readonly checks: Checks,
    private readonly library: Library,
    private readonly active: ActiveDocument,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const refresh = (): void => {
      this.refresh().catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    };
    this.#disposables = [
      this.#changed,
      this.#view,
      library.onDidChange(refresh),
      this.#view.onDidChangeVisibility(refresh),
      checks.onDidCheck(({ uri }) => {
        if (uri.toString() === active.last?.toString()) refresh();
      }),
      checks.onDidClose(refresh),
      active.onDidChange(refresh),
    ];
    refresh();
  }

  get current(): Coverage | null {
    return this.#placed?.coverage ?? null;
  }

  async refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const run = ++this.#run;
    // A timeline or the panel itself in front is no reason to forget the document.
    const checked: Checked | null = this.active.last ? this.checks.latest(this.active.last) : null;
    const placed = checked?.result.kind ? await coverageFor(this.library, checked.uri, checked.document) : null;
    if (run !== this.#run) return;
    this.#placed = placed;
    const shown = JSON.stringify([checked?.result.kind, this.#rows()]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    // Only where there is no list: rows that are being taken away must not be laid out anew.
    this.#view.message =
      !placed && checked?.result.kind?.endsWith('plan')
        ? 'The report that this plan answers was not found, or more than one fits. Name it with respondsTo in the front matter.'
        : undefined;
    const expected = placed?.coverage.areas.filter((area) => area.expected) ?? [];
    this.#view.description =
      expected.length > 0 && placed!.coverage.plans.length > 0
        ? `${expected.filter(({ actions }) => actions.length > 0).length} of ${expected.length} answered`
        : '';
    this.#changed.fire();
  }

  /** Everything that the view shows. */
  #rows(node?: Node): unknown[] {
    return this.getChildren(node).map((child) => [this.getTreeItem(child), this.#rows(child)]);
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      const placed = this.#placed;
      if (!placed) return [];
      const { coverage } = placed;
      const areas = coverage.areas.map((area): Node => ({ sort: 'area', area, placed }));
      const unknown = coverage.unknown.map(({ plan, reference }): Node => ({
        sort: 'unknown',
        placed,
        plan,
        id: reference.value,
        span: reference.span,
      }));
      const unassigned = coverage.unassigned.map(({ plan, action }): Node => ({
        sort: 'action',
        placed,
        plan,
        action,
        state: null,
        perhaps: false,
      }));
      return [
        { sort: 'documents', placed },
        ...areas,
        ...(unknown.length > 0
          ? [
              {
                sort: 'group',
                label: 'Areas that the report does not have',
                icon: 'question',
                tooltip: 'The plan answers these, and the report has no such area.',
                children: unknown,
              } as const,
            ]
          : []),
        ...(unassigned.length > 0
          ? [
              {
                sort: 'group',
                label: 'Actions that answer no area',
                icon: 'list-unordered',
                tooltip: 'This is no mistake: a plan may do more than the report asks for.',
                children: unassigned,
              } as const,
            ]
          : []),
      ];
    }
    if (node.sort === 'group') return [...node.children];
    if (node.sort !== 'area') return [];
    const { placed } = node;
    const { actions, suggestions, unwritten } = node.area;
    return [
      ...actions.map(({ plan, action, state }): Node => ({ sort: 'action', placed, plan, action, state, perhaps: false })),
      ...(actions.length === 0
        ? unwritten.map(({ plan, action }): Node => ({ sort: 'action', placed, plan, action, state: null, perhaps: false }))
        : []),
      ...(actions.length === 0
        ? suggestions.map(({ plan, action }): Node => ({ sort: 'action', placed, plan, action, state: null, perhaps: true }))
        : []),
    ];
  }

  #open(placed: Placed, document: SendDocument, span: Span): vscode.Command {
    return {
      command: 'vscode.open',
      title: 'Go to',
      arguments: [placed.uriOf(document), { selection: rangeOfSpan(document, span) } satisfies vscode.TextDocumentShowOptions],
    };
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.sort === 'group') {
      const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Collapsed);
      item.id = node.label;
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.tooltip = node.tooltip;
      item.description = String(node.children.length);
      return item;
    }
    if (node.sort === 'documents') {
      const { coverage, uriOf } = node.placed;
      const item = new vscode.TreeItem(nameOf(uriOf(coverage.report)));
      item.id = 'documents';
      item.description =
        coverage.plans.length > 0
          ? `answered by ${coverage.plans.map((plan) => nameOf(uriOf(plan))).join(' and ')}`
          : 'no plan answers it yet';
      item.tooltip = `${nameOf(uriOf(coverage.report))}: ${item.description}`;
      item.iconPath = new vscode.ThemeIcon('file');
      item.command = this.#open(node.placed, coverage.report, { start: 0, end: 0 });
      return item;
    }
    if (node.sort === 'area') return this.#areaItem(node.area, node.placed);
    if (node.sort === 'unknown') {
      const item = new vscode.TreeItem(node.id);
      item.iconPath = new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
      item.command = this.#open(node.placed, node.plan, node.span);
      return item;
    }
    const { action, placed, plan, state, perhaps } = node;
    const mask = maskOf(plan);
    const item = new vscode.TreeItem(`${perhaps ? 'Perhaps: ' : ''}${short(mask(action.text))}`);
    const due = action.dueDate ? `due ${formatDate(action.dueDate)}` : action.due ? short(mask(action.due.text), 40) : 'no deadline';
    item.description = [due, ...(state ? [STATE_NAMES[state].toLowerCase()] : [])].join(' · ');
    const [icon, color] = state ? ICONS[state] : ['circle-small', 'foreground'];
    item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    item.tooltip = mask(
      `${action.text}\n\n${action.owner ? `Who: ${action.owner.text}` : 'Nobody is named'}\n${due}\n${action.measure ? `How we will know: ${action.measure.text}` : 'No success measure'}`,
    );
    item.command = this.#open(placed, plan, action.span);
    return item;
  }

  #areaItem({ area, actions, unwritten, state, expected, suggestions, earliest, latest }: AreaCoverage, placed: Placed): vscode.TreeItem {
    const plans = placed.coverage.plans.length > 0;
    const words = maskOf(placed.coverage.report)(area.text);
    const item = new vscode.TreeItem(
      area.id,
      actions.length + suggestions.length + unwritten.length > 0
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None,
    );
    item.id = area.id;
    const count =
      actions.length === 0
        ? !plans
          ? ''
          : expected
            ? unwritten.length > 0
              ? 'its action is still to be written'
              : 'nobody answers this'
            : 'not for this plan'
        : `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}${state ? `, ${STATE_NAMES[state].toLowerCase()}` : ''}`;
    item.description = [count, short(words)].filter(Boolean).join(' · ');
    const [icon, color] = state
      ? ICONS[state]
      : plans && expected
        ? ['error', 'list.errorForeground']
        : ['circle-large-outline', 'foreground'];
    item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    const deadlines =
      !earliest || !latest
        ? ''
        : earliest === latest
          ? `Deadline: ${formatDate(latest)}.`
          : `Deadlines: ${formatDate(earliest)} to ${formatDate(latest)}.`;
    const summary = [count && `${count.charAt(0).toUpperCase()}${count.slice(1)}.`, deadlines].filter(Boolean).join(' ');
    item.tooltip = [`${area.id}: ${words}`, summary].filter(Boolean).join('\n\n');
    item.contextValue = plans && expected ? 'answerable' : 'area';
    item.accessibilityInformation = { label: [`${area.id}: ${words}`, summary].filter(Boolean).join(' ') };
    item.command = this.#open(placed, placed.coverage.report, area.span);
    return item;
  }

  /** Puts the skeleton of an action for an area into the plan, in the plan's own form, and selects its first gap. */
  async addAction(node: Node | undefined): Promise<void> {
    const placed = this.#placed ?? (await this.#placedNow());
    const chosen = node?.sort === 'area' ? node.area : await pickArea(placed?.coverage ?? null);
    if (!placed || !chosen) return;
    const kind = chosen.kind === 'improvement' ? 'strategic-plan' : 'priority-action-plan';
    const plans = placed.coverage.plans.filter((plan) => plan.kind === kind);
    const plan =
      plans.length < 2
        ? plans[0]
        : (
            await vscode.window.showQuickPick(
              plans.map((candidate) => ({ label: nameOf(placed.uriOf(candidate)), candidate })),
              { title: 'Which plan takes up the action?' },
            )
          )?.candidate;
    if (!plan) return;
    const document = await vscode.workspace.openTextDocument(placed.uriOf(plan));
    const text = document.getText();
    // The plan may have changed since it was read.
    const { at, text: skeleton } = newActionFor(text === plan.text ? plan : openDocument(text, { path: plan.path, kind }), chosen.area);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(at), skeleton);
    if (!(await applyEdit(edit))) {
      void vscode.window.showWarningMessage('The plan cannot be changed.');
      return;
    }
    const gap = /\[insert [^\]]*\]/.exec(skeleton);
    const from = at + (gap?.index ?? 0);
    await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(document.positionAt(from), document.positionAt(from + (gap?.[0].length ?? 0))),
    });
  }

  /** The coverage of the document in front, though the panel is closed. */
  async #placedNow(): Promise<Placed | null> {
    const document = vscode.window.activeTextEditor?.document;
    const checked = document ? await this.checks.checkNow(document) : null;
    return checked?.result.kind ? coverageFor(this.library, checked.uri, checked.document) : null;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Areas that the plan is to answer, those that nobody answers first. */
async function pickArea(coverage: Coverage | null): Promise<AreaCoverage | null> {
  const areas = [...(coverage?.areas ?? [])]
    .filter(({ expected }) => expected)
    .sort((a, b) => Math.sign(a.actions.length) - Math.sign(b.actions.length));
  if (!coverage || coverage.plans.length === 0 || areas.length === 0) {
    void vscode.window.showInformationMessage('Open a plan whose report is in this workspace, or the report that it answers.');
    return null;
  }
  const mask = maskOf(coverage.report);
  const items = areas.map((area) => ({
    label: area.area.id,
    description:
      area.actions.length === 0
        ? area.unwritten.length > 0
          ? 'its action is still to be written'
          : 'nobody answers this'
        : `${area.actions.length} so far`,
    detail: short(mask(area.area.text)),
    area,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'For which area?', matchOnDetail: true }))?.area ?? null;
}

/** Above each area of a report: how many actions of its plan answer it. */
class Lenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly checks: Checks,
    private readonly library: Library,
  ) {
    this.#disposables = [
      this.#changed,
      library.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('areaSend.codeLens')) this.#changed.fire();
      }),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeLens[]> {
    if (!vscode.workspace.getConfiguration('areaSend', document.uri).get('codeLens', true)) return [];
    const checked = await this.checks.checkNow(document);
    const kind = checked?.result.kind;
    if (!checked || !isReportKind(kind) || token.isCancellationRequested) return [];
    const placed = await coverageFor(this.library, document.uri, checked.document);
    if (!placed || placed.coverage.plans.length === 0 || token.isCancellationRequested) return [];
    const { coverage, uriOf } = placed;
    const names = coverage.plans.map((plan) => nameOf(uriOf(plan))).join(' and ');
    return coverage.areas.flatMap(({ area, actions, unwritten, expected }) => {
      const range = rangeOfSpan(checked.document, area.span);
      if (actions.length === 0)
        return expected
          ? [
              new vscode.CodeLens(range, {
                title: `${area.id}: ${unwritten.length > 0 ? 'its action is still to be written' : 'not answered'} in ${names}`,
                command: 'areaSend.coverage.focus',
              }),
            ]
          : [];
      const title = `${area.id}: answered by ${actions.length} ${actions.length === 1 ? 'action' : 'actions'} in ${[...new Set(actions.map(({ plan }) => nameOf(uriOf(plan))))].join(' and ')}`;
      const places = actions.map(({ plan, action }) => new vscode.Location(uriOf(plan), rangeOfSpan(plan, action.span)));
      return [
        new vscode.CodeLens(range, { title, command: 'editor.action.showReferences', arguments: [document.uri, range.start, places] }),
      ];
    });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

export function registerCoverage(
  checks: Checks,
  library: Library,
  active: ActiveDocument,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const lenses = new Lenses(checks, library);
  const view = new CoverageView(checks, library, active, log);
  const addAction = vscode.commands.registerCommand('areaSend.addAction', (node: Node | undefined) => view.addAction(node));
  return vscode.Disposable.from(view, addAction, lenses, vscode.languages.registerCodeLensProvider({ language: 'markdown' }, lenses));
}
