import * as vscode from 'vscode';
import { isImportName } from '../../convert/import/names.js';
import { formatDate, openDocument } from '../../document/index.js';
import { dueWithin, type Deadline, type DeadlineStatus, type ScheduleProblem } from '../../schedule/index.js';
import { escapeMarkdown } from '../../text/markdown.js';
import { applyEdit } from '../documents/apply-edit.js';
import type { Agenda, Awaited, Dated } from '../documents/agenda.js';
import { doneEdit } from '../documents/done.js';
import type { Scripts } from '../documents/scripts.js';
import { today } from '../documents/today.js';
import { shortDate } from './status-text.js';

const VIEW = 'areaSend.deadlines';
const GROUPING = 'areaSend.deadlinesGrouping';

type Grouping = 'urgency' | 'area';

interface Group {
  readonly sort: 'group';
  readonly id: string;
  readonly label: string;
  readonly open: boolean;
  readonly children: readonly Leaf[];
}
type Leaf =
  | ({ readonly sort: 'deadline' } & Dated)
  | ({ readonly sort: 'waiting' } & Awaited)
  | { readonly sort: 'problem'; readonly problem: ScheduleProblem };
type Node = Group | Leaf;

const STATUS: Readonly<Record<DeadlineStatus, { label: string; icon: string; color?: string }>> = {
  overdue: { label: 'Overdue', icon: 'error', color: 'list.errorForeground' },
  due: { label: 'Due now or soon', icon: 'warning', color: 'list.warningForeground' },
  upcoming: { label: 'Upcoming', icon: 'calendar' },
  done: { label: 'Done', icon: 'pass' },
};
/** Upcoming deadlines show where they come from: the framework, the user's own milestones, or an action of a plan. */
const ORIGIN: Readonly<Record<Deadline['origin'], string>> = { framework: 'calendar', own: 'bookmark', action: 'checklist' };
const NO_AREA = 'Local area not named';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "3 working days left", as it stands beside a deadline. */
export function left({ status, workingDaysLeft, approximate }: Deadline): string {
  if (status === 'done') return 'done';
  if (status === 'overdue') return `${approximate ? 'about ' : ''}${plural(-workingDaysLeft, 'working day')} overdue`;
  if (approximate) return workingDaysLeft < 0 ? 'approximate, may be due' : 'approximate';
  return workingDaysLeft === 0 ? 'today' : `${plural(workingDaysLeft, 'working day')} left`;
}

/** One deadline as plain text, to paste into a message. */
const deadlineText = (deadline: Deadline): string =>
  `${deadline.title}${deadline.localArea ? ` (${deadline.localArea})` : ''}: ${deadline.approximate ? 'about ' : ''}${formatDate(deadline.due)}, ${left(deadline)}. ${deadline.reckoning}`;

class DeadlinesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];

  constructor(
    private readonly agenda: Agenda,
    private readonly state: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true, canSelectMany: false });
    this.#disposables = [
      this.#changed,
      this.view,
      agenda.onDidChange(() => this.refresh()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#begin();
      }),
    ];
    void vscode.commands.executeCommand('setContext', GROUPING, this.grouping);
    if (this.view.visible) this.#begin();
  }

  get grouping(): Grouping {
    return this.state.get<Grouping>(GROUPING, 'urgency');
  }

  async group(by: Grouping): Promise<void> {
    await this.state.update(GROUPING, by);
    await vscode.commands.executeCommand('setContext', GROUPING, by);
    this.refresh();
  }

  #begin(): void {
    const read = this.agenda.library.start();
    if (this.agenda.library.reading) void vscode.window.withProgress({ location: { viewId: VIEW } }, () => read);
    this.refresh();
  }

  refresh(): void {
    void vscode.commands.executeCommand('setContext', 'areaSend.reading', this.agenda.library.reading);
    const overdue = this.agenda.deadlines.filter(({ deadline }) => deadline.status === 'overdue').length;
    this.view.badge = overdue > 0 ? { value: overdue, tooltip: `${plural(overdue, 'deadline')} overdue` } : undefined;
    void vscode.commands.executeCommand('setContext', 'areaSend.hasDeadlines', this.agenda.deadlines.length > 0);
    this.#changed.fire();
  }

  /** Those that the view shows: open ones within the chosen days, and what is done. */
  shown(): Dated[] {
    const wanted = new Set<Deadline>();
    const byCycle = new Map<Dated['cycle'], Deadline[]>();
    for (const { cycle, deadline } of this.agenda.deadlines) {
      const own = byCycle.get(cycle);
      if (own) own.push(deadline);
      else byCycle.set(cycle, [deadline]);
    }
    for (const [cycle, own] of byCycle)
      for (const deadline of dueWithin(own, today(), this.agenda.settingsOf(cycle)?.deadlines.showWithinDays ?? 3650)) wanted.add(deadline);
    return this.agenda.deadlines.filter(({ deadline }) => deadline.status === 'done' || wanted.has(deadline));
  }

  getChildren(node?: Node): Node[] {
    if (node) return node.sort === 'group' ? [...node.children] : [];
    const shown = this.shown().map((dated): Leaf => ({ sort: 'deadline', ...dated }));
    const waiting = this.agenda.waiting.map((awaited): Leaf => ({ sort: 'waiting', ...awaited }));
    const problems = this.agenda.problems.map((problem): Leaf => ({ sort: 'problem', problem }));
    const groups = this.grouping === 'urgency' ? byUrgency(shown, waiting) : byArea(shown, waiting);
    if (problems.length > 0) groups.push({ sort: 'group', id: 'problems', label: 'Dates to look at', open: true, children: problems });
    return groups.filter(({ children }) => children.length > 0);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.sort === 'group') {
      const item = new vscode.TreeItem(
        node.label,
        node.open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
      );
      item.id = `${this.grouping}/${node.id}`;
      item.description = String(node.children.length);
      item.accessibilityInformation = { label: `${node.label}, ${plural(node.children.length, 'entry', 'entries')}` };
      return item;
    }
    if (node.sort === 'problem') return problemItem(node.problem);
    return node.sort === 'deadline' ? deadlineItem(node, this.grouping) : waitingItem(node, this.grouping);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function byUrgency(shown: readonly Leaf[], waiting: readonly Leaf[]): Group[] {
  const of = (status: DeadlineStatus): Leaf[] => shown.filter((leaf) => leaf.sort === 'deadline' && leaf.deadline.status === status);
  const group = (status: DeadlineStatus, open: boolean): Group => ({
    sort: 'group',
    id: status,
    label: STATUS[status].label,
    open,
    children: of(status),
  });
  return [
    group('overdue', true),
    group('due', true),
    group('upcoming', true),
    { sort: 'group', id: 'waiting', label: 'Waiting for a date', open: false, children: waiting },
    group('done', false),
  ];
}

function byArea(shown: readonly Leaf[], waiting: readonly Leaf[]): Group[] {
  const areaOf = (leaf: Leaf): string =>
    (leaf.sort === 'deadline' ? leaf.deadline.localArea : leaf.sort === 'waiting' ? leaf.waiting.localArea : null) ?? NO_AREA;
  const isDone = (leaf: Leaf): boolean => leaf.sort === 'deadline' && leaf.deadline.status === 'done';
  const leaves = [...shown.filter((leaf) => !isDone(leaf)), ...waiting, ...shown.filter(isDone)];
  const areas = [...new Set(leaves.map(areaOf))].sort((a, b) => a.localeCompare(b, 'en-GB'));
  return areas.map((area) => ({
    sort: 'group',
    id: area,
    label: area,
    open: true,
    children: leaves.filter((leaf) => areaOf(leaf) === area),
  }));
}

const goTo = (path: string | null, line: number): vscode.Command => ({ command: 'areaSend.goTo', title: 'Go to', arguments: [path, line] });

const link = (url: string | null): string => (url ? `\n\n[Read the source](${url})` : '');

function deadlineItem({ deadline, cycle }: Dated, grouping: Grouping): vscode.TreeItem {
  const { icon, color, label } = STATUS[deadline.status];
  const about = deadline.approximate ? 'about ' : '';
  const item = new vscode.TreeItem(deadline.title);
  const when = `${about}${formatDate(deadline.due)}`;
  item.id = deadline.uid;
  item.description = [
    `${about}${shortDate(deadline.due)}`,
    ...(deadline.approximate && deadline.status !== 'done' && deadline.workingDaysLeft >= 0 ? [] : [left(deadline)]),
    ...(grouping === 'urgency' && deadline.localArea ? [deadline.localArea] : []),
  ].join(' · ');
  item.iconPath = new vscode.ThemeIcon(
    deadline.status === 'upcoming' ? ORIGIN[deadline.origin] : icon,
    color ? new vscode.ThemeColor(color) : undefined,
  );
  const tooltip = new vscode.MarkdownString(
    [
      `**${escapeMarkdown(deadline.title)}**`,
      `${when}: ${left(deadline)}${deadline.localArea ? ` · ${escapeMarkdown(deadline.localArea)}` : ''}`,
      `Who: ${escapeMarkdown(deadline.owner)}`,
      escapeMarkdown(deadline.reckoning),
      escapeMarkdown(deadline.basis),
    ].join('\n\n') + link(deadline.url),
  );
  item.tooltip = tooltip;
  item.accessibilityInformation = {
    label: `${deadline.title}, ${label}, ${when}, ${left(deadline)}${deadline.localArea ? `, ${deadline.localArea}` : ''}, ${deadline.owner}`,
  };
  item.command = goTo(deadline.trigger.path ?? cycle.home.path, deadline.trigger.path === null ? cycle.home.line : deadline.trigger.line);
  item.contextValue = [
    'deadline',
    ...(deadline.canMarkDone && deadline.status !== 'done' ? ['markable'] : []),
    ...(deadline.url ? ['sourced'] : []),
  ].join(' ');
  return item;
}

function waitingItem(node: { readonly sort: 'waiting' } & Awaited, grouping: Grouping): vscode.TreeItem {
  const { waiting } = node;
  const item = new vscode.TreeItem(waiting.title);
  item.id = waiting.uid;
  item.description = [
    `waiting for: ${waiting.waitingFor}`,
    ...(grouping === 'urgency' && waiting.localArea ? [waiting.localArea] : []),
  ].join(' · ');
  item.iconPath = new vscode.ThemeIcon('question');
  const how = waiting.frontMatterKey ? 'Select this entry to give the date.' : 'The date comes from the text of the document.';
  item.tooltip = new vscode.MarkdownString(
    [
      `**${escapeMarkdown(waiting.title)}**`,
      `Waiting for: ${escapeMarkdown(waiting.waitingFor)}. ${how}`,
      `Who: ${escapeMarkdown(waiting.owner)}`,
      escapeMarkdown(waiting.basis),
    ].join('\n\n') + link(waiting.url),
  );
  item.command = waiting.frontMatterKey
    ? { command: 'areaSend.giveDate', title: 'Give this date…', arguments: [node] }
    : goTo(waiting.path, waiting.line);
  item.contextValue = ['waiting', ...(waiting.frontMatterKey ? ['givable'] : []), ...(waiting.url ? ['sourced'] : [])].join(' ');
  return item;
}

function problemItem({ message, path, line }: ScheduleProblem): vscode.TreeItem {
  // A whole sentence would not fit: it stands in the tooltip, and is read out.
  const item = new vscode.TreeItem(clipped(message));
  item.accessibilityInformation = { label: message };
  item.iconPath = new vscode.ThemeIcon('info');
  item.tooltip = message;
  if (path !== null) item.command = goTo(path, line);
  return item;
}

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, text.lastIndexOf(' ', 60))}…` : text);

const DAYS: readonly { readonly label: string; readonly days: number }[] = [
  { label: 'The next 30 days', days: 30 },
  { label: 'The next 3 months', days: 92 },
  { label: 'The next year', days: 366 },
  { label: 'The next 5 years', days: 1827 },
  { label: 'Everything', days: 36500 },
];

async function copy(deadlines: readonly Deadline[]): Promise<void> {
  await vscode.env.clipboard.writeText(deadlines.map(deadlineText).join('\n'));
  vscode.window.setStatusBarMessage(`${plural(deadlines.length, 'deadline')} copied`, 4000);
}

async function chooseDays(): Promise<void> {
  const chosen = await vscode.window.showQuickPick(DAYS, {
    title: 'Which deadlines to show',
    placeHolder: 'Overdue deadlines are always shown',
  });
  if (!chosen) return;
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('areaSend').update('deadlines.showWithinDays', chosen.days, target);
}

const isDated = (node: unknown): node is { readonly sort: 'deadline' } & Dated =>
  typeof node === 'object' && node !== null && (node as { sort?: unknown }).sort === 'deadline';

/** Commands on one deadline ask for it when they come from the palette. */
async function pick(view: DeadlinesView, node: unknown, title: string, wanted: (deadline: Deadline) => boolean): Promise<Dated | null> {
  if (isDated(node)) return node;
  const candidates = view.shown().filter(({ deadline }) => wanted(deadline));
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage('There is no such deadline in this workspace.');
    return null;
  }
  const chosen = await vscode.window.showQuickPick(
    candidates.map((dated) => ({
      label: dated.deadline.title,
      description: `${formatDate(dated.deadline.due)} · ${left(dated.deadline)}`,
      detail: dated.deadline.localArea ?? NO_AREA,
      dated,
    })),
    { title, matchOnDetail: true },
  );
  return chosen?.dated ?? null;
}

/** Writes the deadline's id into the front matter of the document that speaks for it, where one undo takes it out again. */
async function markDone(view: DeadlinesView, agenda: Agenda, node: unknown): Promise<void> {
  const dated = await pick(view, node, 'Which deadline is done?', ({ canMarkDone, status }) => canMarkDone && status !== 'done');
  if (!dated) return;
  const { deadline, cycle } = dated;
  const uri = [cycle.home.path, deadline.trigger.path, ...cycle.paths]
    .map((path) => agenda.library.uriOf(path))
    .find((place) => place && !isImportName(place.path));
  if (!uri) return;
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const edit = doneEdit(openDocument(editor.document.getText()), deadline.id);
  if (!edit) return;
  const change = new vscode.WorkspaceEdit();
  change.replace(uri, new vscode.Range(editor.document.positionAt(edit.start), editor.document.positionAt(edit.end)), edit.text);
  if (!(await applyEdit(change))) {
    void vscode.window.showWarningMessage('The document cannot be changed, so the deadline could not be marked.');
    return;
  }
  const at = editor.document.positionAt(edit.start);
  if (vscode.window.visibleTextEditors.includes(editor))
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function exportCalendar(view: DeadlinesView, agenda: Agenda, scripts: Scripts, node: unknown): Promise<void> {
  const chosen = isDated(node) ? [node] : view.shown();
  const deadlines = chosen.map(({ deadline }) => deadline);
  if (deadlines.length === 0) {
    void vscode.window.showInformationMessage('There are no deadlines to export.');
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = deadlines.length === 1 ? `${deadlines[0]!.id}.ics` : 'area-send-deadlines.ics';
  const target = await vscode.window.showSaveDialog({
    title: 'Save as a calendar file',
    filters: { 'Calendar file': ['ics'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!target) return;
  const { calendarFile } = await scripts.pages();
  const reminders = new Map(
    chosen.map(({ deadline, cycle }) => [deadline, agenda.settingsOf(cycle)?.deadlines.remindDaysBefore ?? []] as const),
  );
  const calendar = calendarFile(deadlines, { today: today(), remind: (deadline) => reminders.get(deadline) ?? [] });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(calendar));
  void vscode.window.showInformationMessage(
    `${plural(deadlines.length, 'deadline')} written to ${target.path.split('/').at(-1)!}. Open it to add them to your calendar; doing so twice makes no second copy.`,
  );
}

async function goToPlace(agenda: Agenda, path: string | null, line: number): Promise<void> {
  const uri = agenda.library.uriOf(path);
  if (!uri) return;
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  // Word or the viewer of PDF opens its own; lines of what was read from it mean nothing there.
  if (isImportName(uri.path)) await vscode.commands.executeCommand('vscode.open', uri);
  else await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
}

export function registerDeadlines(
  agenda: Agenda,
  scripts: Scripts,
  state: vscode.Memento,
): vscode.Disposable & { readonly tree: DeadlinesView } {
  const view = new DeadlinesView(agenda, state);
  const { registerCommand } = vscode.commands;
  const disposable = vscode.Disposable.from(
    view,
    registerCommand('areaSend.groupDeadlinesByUrgency', () => view.group('urgency')),
    registerCommand('areaSend.groupDeadlinesByArea', () => view.group('area')),
    registerCommand('areaSend.filterDeadlines', chooseDays),
    registerCommand('areaSend.markDeadlineDone', (node) => markDone(view, agenda, node)),
    registerCommand('areaSend.copyDeadline', async (node) => {
      const dated = await pick(view, node, 'Copy which deadline?', () => true);
      if (dated) await copy([dated.deadline]);
    }),
    registerCommand('areaSend.copyDeadlines', () =>
      copy(view.shown().flatMap(({ deadline }) => (deadline.status === 'done' ? [] : [deadline]))),
    ),
    registerCommand('areaSend.exportDeadline', (node) => exportCalendar(view, agenda, scripts, node)),
    registerCommand('areaSend.exportDeadlines', () => exportCalendar(view, agenda, scripts, null)),
    registerCommand('areaSend.openDeadlineSource', async (node: unknown) => {
      const url = isDated(node) ? node.deadline.url : ((node as { waiting?: { url: string | null } } | undefined)?.waiting?.url ?? null);
      if (url) await vscode.env.openExternal(vscode.Uri.parse(url));
    }),
    registerCommand('areaSend.goTo', (path: string | null, line: number) => goToPlace(agenda, path, line)),
  );
  return Object.assign(disposable, { tree: view });
}
