import * as vscode from 'vscode';
import { acronymsOf, maskDeep, maskOf } from '../../check/index.js';
import { isImportName } from '../../convert/import/names.js';
import { areaName, formatDate, openDocument, readDeadline, type SendDocument } from '../../document/index.js';
import { addDays } from '../../framework/days.js';
import { isPlanKind, type IsoDate } from '../../framework/types.js';
import {
  fieldEdits,
  matchActions,
  readAction,
  STANDARD_STATUSES,
  tellElsewhere,
  trackActions,
  type EditableField,
  type TrackedAction,
} from '../../tracker/index.js';
import { capital, plural } from '../../text/words.js';
import { shortDate } from './status-text.js';
import type { Library } from '../documents/library.js';
import { rangeOfSpan } from '../documents/ranges.js';
import { onDidChangeDay, today } from '../documents/today.js';

const VIEW = 'areaSend.actions';
const KEPT = 'areaSend.actionsShown';
const SOON_DAYS = 30;
/** Groups stand open until so many actions are above: the editor draws a long list slowly. */
const MOST_OPEN = 500;

type Filter = 'all' | 'open' | 'late' | 'soon' | 'unmeasured';
type Grouping = 'due' | 'owner' | 'area' | 'plan';

/** How the view is set; kept with the workspace. */
interface Shown {
  readonly filter: Filter;
  /** Words of the post or body that is mine; empty: everybody’s are shown. */
  readonly mine: string;
  readonly grouping: Grouping;
}

interface Entry {
  readonly sort: 'action';
  /** As it may be shown. */
  readonly action: TrackedAction;
  readonly uri: vscode.Uri;
  readonly document: SendDocument;
  /** Of the plan's actions, from 0. */
  readonly index: number;
}
interface Group {
  readonly sort: 'group';
  readonly label: string;
  readonly children: readonly Entry[];
  readonly isOpen: boolean;
}
type Node = Group | Entry;

const FILTERS: Readonly<Record<Filter, string>> = {
  all: 'All actions',
  open: 'Not complete',
  late: 'Late',
  soon: `Due in ${SOON_DAYS} days`,
  unmeasured: 'Without a measure',
};
const GROUPINGS: Readonly<Record<Grouping, string>> = { due: 'By when they are due', owner: 'By owner', area: 'By area', plan: 'By plan' };
const ICONS: Readonly<Record<string, readonly [icon: string, color?: string]>> = {
  late: ['error', 'list.errorForeground'],
  behind: ['warning', 'list.warningForeground'],
  'in-progress': ['play-circle'],
  'not-started': ['circle-large-outline'],
  complete: ['pass-filled', 'testing.iconPassed'],
};

const stateWords = ({ isLate, state }: TrackedAction): string => (isLate ? 'late' : (state ?? 'no status').replace('-', ' '));
const dueWords = ({ dueDate, due }: TrackedAction): string => (dueDate ? `due ${formatDate(dueDate)}` : due ? `due ${due}` : 'no date');

/** Where an action of a plan stands in a later text of it; null where it is gone. */
function sameIn(later: SendDocument, earlier: SendDocument, index: number): number | null {
  const [before, after] = [earlier, later].map((plan) => plan.facts.actions.map((action) => readAction(plan, action, today())));
  return matchActions(before!, after!).find(([a]) => a === index)?.[1] ?? null;
}

/** The actions of all plans of the workspace, filtered and grouped. Nothing is read before the view is seen. */
class ActionsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #entries: readonly Entry[] = [];
  /** When the entries were read: asking the clock for each of them would be slow. */
  #today: IsoDate = today();
  #shown: Shown;
  #run = 0;

  constructor(
    private readonly library: Library,
    private readonly state: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const kept = state.get<Partial<Shown>>(KEPT);
    this.#shown = {
      filter: kept?.filter !== undefined && kept.filter in FILTERS ? kept.filter : 'all',
      mine: kept?.mine ?? '',
      grouping: kept?.grouping ?? 'due',
    };
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    const refresh = (): void => {
      this.refresh().catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
    };
    this.#disposables = [
      this.#changed,
      this.#view,
      library.onDidChange(refresh),
      this.#view.onDidChangeVisibility(refresh),
      onDidChangeDay(refresh),
    ];
    refresh();
  }

  async refresh(): Promise<void> {
    if (!this.#view.visible) return;
    const run = ++this.#run;
    await this.library.start();
    const places = new Map<string, { readonly uri: vscode.Uri; readonly document: SendDocument }>();
    for (const { uri, kind } of this.library.documents()) {
      if (isImportName(uri.path) || !(isPlanKind(kind) || kind === 'engagement-meeting-note')) continue;
      const document = await this.library.document(uri);
      if (document) places.set(document.path ?? uri.toString(), { uri, document });
    }
    if (run !== this.#run) return;
    const masks = new Map([...places].map(([path, { document }]) => [path, maskOf(document)]));
    const indexes = new Map(
      [...places].map(([path, { document }]) => [path, new Map(document.facts.actions.map(({ span }, index) => [span.start, index]))]),
    );
    this.#today = today();
    this.#entries = trackActions(
      [...places.values()].map(({ document }) => document),
      this.#today,
      (plan) => acronymsOf(plan).explained,
    ).flatMap((action): Entry[] => {
      const place = places.get(action.path);
      const index = indexes.get(action.path)?.get(action.span.start);
      return place && index !== undefined ? [{ sort: 'action', action: maskDeep(action, masks.get(action.path)!), ...place, index }] : [];
    });
    this.#draw();
  }

  #draw(): void {
    const shown = this.#filtered();
    const { filter, mine } = this.#shown;
    const late = shown.filter(({ action }) => action.isLate).length;
    const chosen = [...(mine === '' || filter !== 'all' ? [FILTERS[filter]] : []), ...(mine === '' ? [] : [`“${mine}”`])];
    this.#view.description = `${chosen.join(', ')}: ${shown.length}${late > 0 ? `, ${late} late` : ''}`;
    this.#view.message =
      this.#entries.length > 0 && shown.length === 0 ? 'No action is like that. “Filter actions” shows others.' : undefined;
    this.#changed.fire();
  }

  #filtered(): readonly Entry[] {
    const { filter, mine } = this.#shown;
    const words = mine.toLowerCase();
    return this.#entries.filter(({ action }) => {
      if (words !== '' && !action.owner?.toLowerCase().includes(words)) return false;
      switch (filter) {
        case 'all':
          return true;
        case 'open':
          return action.state !== 'complete';
        case 'late':
          return action.isLate;
        case 'soon':
          return this.#isSoon(action);
        case 'unmeasured':
          return action.measure === null;
      }
    });
  }

  #isSoon({ dueDate, isLate, state }: TrackedAction): boolean {
    return dueDate !== null && !isLate && state !== 'complete' && dueDate >= this.#today && dueDate <= addDays(this.#today, SOON_DAYS);
  }

  #groupsOf({ action, document }: Entry): readonly string[] {
    switch (this.#shown.grouping) {
      case 'due':
        return [
          action.isLate
            ? 'Late'
            : action.state === 'complete'
              ? 'Complete'
              : this.#isSoon(action)
                ? `In the next ${SOON_DAYS} days`
                : action.dueDate
                  ? 'Later'
                  : 'No date',
        ];
      case 'owner':
        return [action.owner ?? 'Nobody named'];
      case 'area':
        return action.answers.length > 0
          ? action.answers.map((id) => [areaName(document), id].filter((part) => part !== null).join(', '))
          : ['No area named'];
      case 'plan':
        return [action.path];
    }
  }

  getChildren(node?: Node): Node[] {
    if (node) return node.sort === 'group' ? [...node.children] : [];
    const groups = new Map<string, Entry[]>();
    for (const entry of this.#filtered()) {
      for (const label of this.#groupsOf(entry)) {
        const list = groups.get(label);
        if (list) list.push(entry);
        else groups.set(label, [entry]);
      }
    }
    const found = [...groups];
    // By urgency the order is the tracker's own.
    if (this.#shown.grouping !== 'due') found.sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }));
    let above = 0;
    return found.map(([label, children]): Group => {
      const isOpen = above === 0 || above + children.length <= MOST_OPEN;
      above += children.length;
      return { sort: 'group', label, children, isOpen };
    });
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.sort === 'group') {
      const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
      const item = new vscode.TreeItem(node.label, node.isOpen ? Expanded : Collapsed);
      // The editor keeps whether a group of this name is open; one that was closed for its length opens when it is short.
      item.id = `${this.#shown.grouping} ${node.label} ${node.isOpen}`;
      item.description = String(node.children.length);
      item.accessibilityInformation = { label: `${node.label}, ${plural(node.children.length, 'action')}` };
      return item;
    }
    const { action, uri, document, index } = node;
    // The day first: the panel is narrow, and the end of a long sentence is not seen.
    const item = new vscode.TreeItem(
      [action.dueDate === null ? null : shortDate(action.dueDate), action.reference, action.text].filter((part) => part !== null).join(' '),
    );
    const [icon, color] = ICONS[action.isLate ? 'late' : (action.state ?? '')] ?? ['circle-outline'];
    item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
    item.description = [...(action.dueDate === null ? [dueWords(action)] : []), action.owner ?? 'nobody named', stateWords(action)].join(
      ' · ',
    );
    item.accessibilityInformation = {
      label: `${stateWords(action)}: ${action.text}, ${dueWords(action)}, ${action.owner ?? 'nobody named'}`,
    };
    item.contextValue = 'action';
    item.command = {
      command: 'vscode.open',
      title: 'Go to',
      arguments: [uri, { selection: rangeOfSpan(document, document.facts.actions[index]!.span) } satisfies vscode.TextDocumentShowOptions],
    };
    return item;
  }

  /** What is told of an action that somebody points at. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node.sort === 'group') return item;
    const { action } = node;
    item.tooltip = [
      action.text,
      `${action.owner ?? 'Nobody is named'}; ${dueWords(action)}; ${action.status ?? 'no status'}`,
      action.measure ?? 'No success measure',
      `${action.path}, line ${action.line}`,
      ...tellElsewhere(action, ({ path, id }) => `${path} (${id})`).map(capital),
      ...action.sameNumber.map(({ path, id }) => `${path} gives the number ${id} to another action`),
    ].join('\n\n');
    return item;
  }

  async #show(change: Partial<Shown>): Promise<void> {
    this.#shown = { ...this.#shown, ...change };
    await this.state.update(KEPT, this.#shown);
    this.#draw();
  }

  async filter(): Promise<void> {
    const owners = [...new Set(this.#entries.flatMap(({ action }) => (action.owner === null ? [] : [action.owner])))].sort();
    const { mine } = this.#shown;
    type Choice = vscode.QuickPickItem & { readonly change?: Partial<Shown> };
    const picked = await vscode.window.showQuickPick<Choice>(
      [
        // What is late is asked of everybody's actions and of one's own.
        ...(Object.entries(FILTERS) as [Filter, string][]).map(([filter, label]): Choice => ({
          label,
          ...(filter === 'all'
            ? { change: { filter, mine: '' } }
            : { change: { filter }, ...(mine === '' ? {} : { description: `of “${mine}”` }) }),
        })),
        { label: 'Whose', kind: vscode.QuickPickItemKind.Separator },
        ...(mine === '' ? [] : [{ label: 'Everybody’s', change: { mine: '' } }]),
        { label: 'Mine, by words of a post or body…' },
        ...owners.map((owner): Choice => ({ label: owner, description: 'owner', change: { mine: owner } })),
      ],
      { title: 'Which actions are shown?', matchOnDescription: true },
    );
    if (!picked) return;
    let { change } = picked;
    if (!change) {
      const words = await vscode.window.showInputBox({
        title: 'Whose actions?',
        prompt: 'Part of a post or a body, for example Head of SEND',
        value: mine,
      });
      if (words === undefined || words.trim() === '') return;
      change = { mine: words.trim() };
    }
    await this.#show(change);
  }

  async group(): Promise<void> {
    const picked = await vscode.window.showQuickPick(
      (Object.entries(GROUPINGS) as [Grouping, string][]).map(([grouping, label]) => ({ label, grouping })),
      { title: 'How are actions grouped?' },
    );
    if (picked) await this.#show({ grouping: picked.grouping });
  }

  async set(node: Node | undefined, field: EditableField & ('status' | 'due')): Promise<void> {
    const entry = node ?? this.#view.selection[0];
    if (entry?.sort !== 'action') {
      void vscode.window.showInformationMessage('Choose an action in the view Actions first.');
      return;
    }
    const own = entry.document.facts.actions.flatMap(({ status }) =>
      // What is only a coloured sign cannot be told apart in a list.
      status && status.text.length <= 30 && /\p{L}{2}/u.test(status.text) ? [status.text.replace(/\s+/g, ' ').trim()] : [],
    );
    const value =
      field === 'status'
        ? await vscode.window.showQuickPick([...new Set([...STANDARD_STATUSES, ...own])], { title: `How far is “${entry.action.text}”?` })
        : await vscode.window.showInputBox({
            title: `When is “${entry.action.text}” due?`,
            value: entry.action.due ?? '',
            prompt: 'For example 31 March 2027',
            validateInput: (text) =>
              readDeadline(text).date === null ? 'Write a day or a period with its year, for example 31 March 2027.' : undefined,
          });
    if (value !== undefined) await this.apply(entry, field, value);
  }

  /** One edit of the plan, with one undo. */
  async apply({ uri, document, index }: Entry, field: EditableField, value: string): Promise<void> {
    const editor = await vscode.workspace.openTextDocument(uri);
    const text = editor.getText();
    const plan = text === document.text ? document : openDocument(text, { path: document.path, kind: document.kind! });
    // The plan may have been edited since the view was drawn.
    const same = plan === document ? index : sameIn(plan, document, index);
    if (same === null) {
      void vscode.window.showWarningMessage('The plan has changed, and this action is no longer in it as it was. Choose it again.');
      return;
    }
    const { held, refused } = fieldEdits(plan, [{ index: same, field, value }]);
    if (refused[0]) {
      void vscode.window.showWarningMessage(refused[0].problem);
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { edit: one } of held)
      edit.replace(uri, new vscode.Range(editor.positionAt(one.start), editor.positionAt(one.end)), one.text);
    if (held.length > 0) await vscode.workspace.applyEdit(edit);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

export function registerActions(library: Library, state: vscode.Memento, log: vscode.LogOutputChannel): vscode.Disposable {
  const view = new ActionsView(library, state, log);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    view,
    registerCommand('areaSend.filterActions', () => view.filter()),
    registerCommand('areaSend.groupActions', () => view.group()),
    registerCommand('areaSend.setActionStatus', (node?: Node) => view.set(node, 'status')),
    registerCommand('areaSend.setActionDate', (node?: Node) => view.set(node, 'due')),
  );
}
