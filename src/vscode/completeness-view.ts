import * as vscode from 'vscode';
import { completenessOf, type Completeness, type CompletenessItem, type CompletenessState } from '../check/completeness.js';
import { readingText, sectionReadings, type SectionReading } from '../check/reading.js';
import { kindInfo } from '../framework/kinds.js';
import type { Checked, Checks } from './checks.js';
import { rangeOfSpan } from './ranges.js';

const VIEW = 'areaSend.completeness';

interface Group {
  readonly sort: 'group';
  readonly label: string;
  readonly items: readonly CompletenessItem[];
}
interface Reading {
  readonly sort: 'readings';
  readonly readings: readonly SectionReading[];
}
type Node = Group | Reading | ({ readonly sort: 'reading' } & SectionReading) | ({ readonly sort: 'item' } & CompletenessItem);

const STATES: Readonly<Record<CompletenessState, { label: string; icon: string; color: string }>> = {
  present: { label: 'Present', icon: 'pass-filled', color: 'testing.iconPassed' },
  incomplete: { label: 'Incomplete', icon: 'circle-large-outline', color: 'list.warningForeground' },
  missing: { label: 'Missing', icon: 'error', color: 'list.errorForeground' },
};

/** Required sections and facts of the document in front of the user, each with its state. */
class CompletenessView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #checked: Checked | null = null;
  #completeness: Completeness = { items: [], percent: 0 };

  constructor(private readonly checks: Checks) {
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this });
    const refresh = (): void => this.#refresh();
    this.#disposables = [
      this.#changed,
      this.#view,
      checks.onDidCheck(({ uri }) => {
        if (uri.toString() === (vscode.window.activeTextEditor?.document.uri ?? this.#checked?.uri)?.toString()) this.#refresh();
      }),
      checks.onDidClose(refresh),
      this.#view.onDidChangeVisibility(refresh),
      vscode.window.onDidChangeActiveTextEditor(refresh),
    ];
    this.#refresh();
  }

  get current(): Completeness {
    return this.#completeness;
  }

  #refresh(): void {
    if (!this.#view.visible) return;
    // A preview, a timeline or the panel itself in front is no reason to forget the document.
    const uri = vscode.window.activeTextEditor?.document.uri ?? this.#checked?.uri;
    this.#checked = uri ? this.checks.latest(uri) : null;
    this.#completeness = this.#checked?.result.kind ? completenessOf(this.#checked.document, this.#checked.findings) : { items: [], percent: 0 };
    const { items, percent } = this.#completeness;
    this.#view.description = items.length > 0 ? `${percent}%` : '';
    const kind = this.#checked?.result.kind;
    this.#view.message = items.length > 0 && kind ? `${percent}% complete: ${kindInfo(kind).name}${this.#checked!.result.localArea ? `, ${this.#checked!.result.localArea}` : ''}` : undefined;
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (node?.sort === 'readings') return node.readings.map((reading) => ({ sort: 'reading', ...reading }));
    if (node) return node.sort === 'group' ? node.items.map((item) => ({ sort: 'item', ...item })) : [];
    const { items } = this.#completeness;
    const group = (label: string, name: CompletenessItem['group']): Group => ({ sort: 'group', label, items: items.filter((item) => item.group === name) });
    const groups: Node[] = [group('Sections', 'sections'), group('What it must say', 'facts')].filter((candidate) => candidate.items.length > 0);
    const readings = items.length > 0 && this.#checked ? sectionReadings(this.#checked.document, this.#checked.resolved.settings.sentenceLength.words) : [];
    return readings.length > 0 ? [...groups, { sort: 'readings', readings }] : groups;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.sort === 'readings') {
      const item = new vscode.TreeItem('How it reads', vscode.TreeItemCollapsibleState.Collapsed);
      item.id = 'readings';
      item.tooltip = 'Reading age and length of sentences, section by section. An estimate: short sentences and short words lower it.';
      return item;
    }
    if (node.sort === 'reading') {
      const item = new vscode.TreeItem(node.label);
      item.description = `age ${node.readingAge ?? '–'} · ${Math.round(node.meanWords)} words a sentence`;
      item.iconPath = new vscode.ThemeIcon('book');
      item.tooltip = readingText(node, this.#checked!.resolved.settings.sentenceLength.words);
      item.accessibilityInformation = { label: `${node.label}: ${item.tooltip}` };
      item.command = { command: 'vscode.open', title: 'Go to', arguments: [this.#checked!.uri, { selection: rangeOfSpan(this.#checked!.document, node.span) } satisfies vscode.TextDocumentShowOptions] };
      return item;
    }
    if (node.sort === 'group') {
      const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
      item.id = node.label;
      item.description = `${node.items.filter(({ state }) => state === 'present').length} of ${node.items.length}`;
      return item;
    }
    const { label, icon, color } = STATES[node.state];
    const item = new vscode.TreeItem(node.label);
    item.id = `${node.group}/${node.id}`;
    item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    item.description = node.state === 'present' ? '' : label.toLowerCase();
    item.tooltip = node.detail ? `${label}. ${node.detail}` : `${label}.`;
    item.accessibilityInformation = { label: `${node.label}: ${label}${node.detail ? `. ${node.detail}` : ''}` };
    item.contextValue = node.insert ? 'insertable' : node.state;
    const { uri, document } = this.#checked!;
    if (node.span) {
      item.command = { command: 'vscode.open', title: 'Go to', arguments: [uri, { selection: rangeOfSpan(document, node.span) } satisfies vscode.TextDocumentShowOptions] };
    } else if (node.insert) {
      item.command = { command: 'areaSend.insertSection', title: 'Insert', arguments: [node] };
      item.tooltip += ' Select to insert it.';
    }
    return item;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

export const registerCompleteness = (checks: Checks): vscode.Disposable & { readonly current: Completeness } => new CompletenessView(checks);
