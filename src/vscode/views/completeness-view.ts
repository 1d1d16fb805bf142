import * as vscode from 'vscode';
import { completenessOf, type Completeness, type CompletenessItem, type CompletenessState } from '../../check/completeness.js';
import { readingText, sectionReadings, type SectionReading } from '../../check/reading.js';
import { kindInfo } from '../../framework/kinds.js';
import { isPlanKind, type SectionId, type Span } from '../../framework/types.js';
import { formatDate } from '../../document/index.js';
import { isIsoDate } from '../../framework/days.js';
import { fieldsWithFacts, type KnownFact } from '../../schedule/index.js';
import type { ActiveDocument } from '../documents/active-document.js';
import { LARGE, type Checked, type Checks } from '../documents/checks.js';
import type { Library } from '../documents/library.js';
import { rangeOfSpan } from '../documents/ranges.js';
import { coverageFor } from './coverage-view.js';
import type { DateToGive } from './facts-form.js';

const VIEW = 'areaSend.completeness';

/** An entry knows the document that it was made from: the editor may ask about one that is being taken away. */
type Node =
  | { readonly sort: 'document'; readonly of: Checked; readonly percent: number }
  | { readonly sort: 'group'; readonly of: Checked; readonly label: string; readonly items: readonly CompletenessItem[] }
  | ({ readonly sort: 'item'; readonly of: Checked; readonly uri: vscode.Uri } & CompletenessItem)
  | { readonly sort: 'dates'; readonly of: Checked; readonly facts: readonly KnownFact[] }
  | ({ readonly sort: 'date'; readonly of: Checked } & KnownFact)
  | { readonly sort: 'readings'; readonly of: Checked }
  | ({ readonly sort: 'reading'; readonly of: Checked } & SectionReading)
  | { readonly sort: 'note'; readonly label: string };

const STATES: Readonly<Record<CompletenessState, { label: string; icon: string; color: string }>> = {
  present: { label: 'Present', icon: 'pass-filled', color: 'testing.iconPassed' },
  incomplete: { label: 'Incomplete', icon: 'circle-large-outline', color: 'list.warningForeground' },
  missing: { label: 'Missing', icon: 'error', color: 'list.errorForeground' },
};

/** What the command that inserts a section is given. */
export interface Insertion {
  readonly insert: SectionId | null;
  readonly uri?: vscode.Uri;
}

const NOTHING: Completeness = { items: [], percent: 0 };

function nameOf({ result: { kind } }: Checked): string {
  const { name } = kindInfo(kind!);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Null for a document that would take too long to measure. */
const readingsOf = ({ document, resolved }: Checked): readonly SectionReading[] | null =>
  document.text.length > LARGE ? null : sectionReadings(document, resolved.settings.sentenceLength.words);

const open = ({ uri, document }: Checked, span: Span): vscode.Command => ({
  command: 'vscode.open',
  title: 'Go to',
  arguments: [uri, { selection: rangeOfSpan(document, span) } satisfies vscode.TextDocumentShowOptions],
});

/**
 * Required sections and facts of the document in front of the user, each with its state. The list is drawn again only when it would look
 * different; nothing above it comes or goes with its entries, because the editor then lays out rows that are being taken away.
 */
class CompletenessView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #checked: Checked | null = null;
  #completeness: Completeness = NOTHING;
  #shown = '';
  #readingsShown = false;

  /** What matching a plan with its report gave, and of which text. */
  #matched: { readonly of: Checked; readonly unanswered: readonly string[] | null } | null = null;

  constructor(
    private readonly checks: Checks,
    private readonly library: Library,
    private readonly active: ActiveDocument,
  ) {
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this });
    const refresh = (): void => this.#refresh();
    this.#disposables = [
      this.#changed,
      this.#view,
      checks.onDidCheck(({ uri }) => {
        if (uri.toString() === active.last?.toString()) this.#refresh();
      }),
      library.onDidChange(() => {
        if (this.#matched && this.#view.visible) this.#match(this.#matched.of);
      }),
      checks.onDidClose(refresh),
      this.#view.onDidChangeVisibility(refresh),
      this.#view.onDidExpandElement(({ element }) => (this.#readingsShown ||= element.sort === 'readings')),
      this.#view.onDidCollapseElement(({ element }) => (this.#readingsShown &&= element.sort !== 'readings')),
      active.onDidChange(refresh),
    ];
    this.#refresh();
  }

  #refresh(): void {
    if (!this.#view.visible) return;
    // A timeline or the panel itself in front is no reason to forget the document.
    const uri = this.active.last;
    this.#checked = uri ? this.checks.latest(uri) : null;
    this.#completeness = this.#checked?.result.kind
      ? completenessOf(this.#checked.document, this.#checked.findings, this.#unansweredIn(this.#checked))
      : NOTHING;
    const { items, percent } = this.#completeness;
    const of = this.#checked;
    const shown = JSON.stringify(
      of && items.length > 0
        ? [
            uri,
            of.result.kind,
            of.result.localArea,
            items.map((item) => [item, item.span && rangeOfSpan(of.document, item.span)]),
            fieldsWithFacts(of.document).map(({ given, said }) => [given, said]),
            this.#readingsShown && readingsOf(of),
          ]
        : [],
    );
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#view.description = items.length > 0 ? `${percent}% complete` : '';
    this.#changed.fire();
  }

  /** The areas that nobody answers, from the same matching that Coverage shows; null until it is known. Left out for what is no plan. */
  #unansweredIn(checked: Checked): readonly string[] | null | undefined {
    if (!isPlanKind(checked.result.kind)) return undefined;
    const same = this.#matched?.of.uri.toString() === checked.uri.toString();
    if (this.#matched?.of !== checked) {
      this.#matched = { of: checked, unanswered: same ? this.#matched!.unanswered : null };
      this.#match(checked);
    }
    return this.#matched.unanswered;
  }

  #match(checked: Checked): void {
    void coverageFor(this.library, checked.uri, checked.document).then(
      (placed) => {
        if (this.#matched?.of !== checked) return;
        const unanswered =
          placed?.coverage.areas.filter(({ expected, actions }) => expected && actions.length === 0).map(({ area }) => area.id) ?? null;
        this.#matched = { of: checked, unanswered };
        this.#refresh();
      },
      () => undefined,
    );
  }

  getChildren(node?: Node): Node[] {
    if (node?.sort === 'group') return node.items.map((item) => ({ sort: 'item', of: node.of, uri: node.of.uri, ...item }));
    if (node?.sort === 'dates') return node.facts.map((fact) => ({ sort: 'date', of: node.of, ...fact }));
    if (node?.sort === 'readings') {
      const readings = readingsOf(node.of);
      if (readings === null) return [{ sort: 'note', label: 'The document is too long to be measured.' }];
      return readings.length > 0
        ? readings.map((reading) => ({ sort: 'reading', of: node.of, ...reading }))
        : [{ sort: 'note', label: 'No section is long enough yet to be measured.' }];
    }
    const { items, percent } = this.#completeness;
    const of = this.#checked;
    if (node || !of || items.length === 0) return [];
    const group = (label: string, name: CompletenessItem['group']): Node[] => {
      const own = items.filter((item) => item.group === name);
      return own.length > 0 ? [{ sort: 'group', of, label, items: own }] : [];
    };
    return [
      { sort: 'document', of, percent },
      ...group('Sections', 'sections'),
      ...group('What it must say', 'facts'),
      { sort: 'dates', of, facts: fieldsWithFacts(of.document).filter(({ field }) => field.form === 'day') },
      { sort: 'readings', of },
    ];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.sort) {
      case 'document': {
        const label = nameOf(node.of);
        const { localArea } = node.of.result;
        const item = new vscode.TreeItem(label);
        item.id = 'document';
        item.description = localArea ?? '';
        item.tooltip = `${label}${localArea ? `, ${localArea}` : ''}: ${node.percent}% complete. What is incomplete counts half.`;
        item.iconPath = new vscode.ThemeIcon('file');
        item.command = open(node.of, { start: 0, end: 0 });
        return item;
      }
      case 'group': {
        const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Expanded);
        item.id = node.label;
        item.description = `${node.items.filter(({ state }) => state === 'present').length} of ${node.items.length}`;
        return item;
      }
      case 'dates': {
        const item = new vscode.TreeItem('Dates', vscode.TreeItemCollapsibleState.Expanded);
        item.id = 'dates';
        item.description = `${node.facts.filter(({ given, said }) => given !== '' || said !== null).length} of ${node.facts.length} given`;
        item.tooltip = 'Deadlines are counted from these. Select one to give it; nothing is asked of days that have not come yet.';
        return item;
      }
      case 'date':
        return dateItem(node);
      case 'readings': {
        const item = new vscode.TreeItem('How it reads', vscode.TreeItemCollapsibleState.Collapsed);
        item.id = 'readings';
        item.tooltip = 'Reading age and length of sentences, section by section. An estimate: short sentences and short words lower it.';
        return item;
      }
      case 'note': {
        const item = new vscode.TreeItem(node.label);
        item.iconPath = new vscode.ThemeIcon('info');
        return item;
      }
      case 'reading': {
        const { sentenceLength } = node.of.resolved.settings;
        const item = new vscode.TreeItem(node.label);
        item.description = `age ${node.readingAge ?? '–'} · ${Math.round(node.meanWords)} words a sentence`;
        item.iconPath = new vscode.ThemeIcon('book');
        item.tooltip = readingText(node, sentenceLength.words);
        item.accessibilityInformation = { label: `${node.label}: ${item.tooltip}` };
        item.command = open(node.of, node.span);
        return item;
      }
      case 'item':
        return requirementItem(node);
    }
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function dateItem({ of, field, given, said }: { readonly of: Checked } & KnownFact): vscode.TreeItem {
  const day = isIsoDate(given) ? formatDate(given) : given;
  const item = new vscode.TreeItem(field.label);
  item.id = `date/${field.path}`;
  item.description = day !== '' ? day : (said ?? 'not given');
  item.iconPath = new vscode.ThemeIcon(day !== '' || said !== null ? 'calendar' : 'circle-large-outline');
  item.tooltip = `${field.hint} ${day !== '' ? `Given: ${day}.` : said === null ? 'Not given yet.' : `The text says: ${said}.`} Select to give this date.`;
  item.accessibilityInformation = { label: `${field.label}: ${item.description}. Select to give this date.` };
  item.command = {
    command: 'areaSend.giveDate',
    title: 'Give this date…',
    arguments: [{ uri: of.uri, path: field.path, label: field.label } satisfies DateToGive],
  };
  return item;
}

function requirementItem(node: CompletenessItem & { readonly of: Checked; readonly uri: vscode.Uri }): vscode.TreeItem {
  const { label, icon, color } = STATES[node.state];
  const item = new vscode.TreeItem(node.label);
  item.id = `${node.group}/${node.id}`;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  item.description = node.state === 'present' ? '' : label.toLowerCase();
  item.tooltip = node.detail ? `${label}. ${node.detail}` : `${label}.`;
  item.accessibilityInformation = { label: `${node.label}: ${label}${node.detail ? `. ${node.detail}` : ''}` };
  item.contextValue = node.insert ? 'insertable' : node.state;
  if (node.span) item.command = open(node.of, node.span);
  else if (node.insert) {
    item.command = {
      command: 'areaSend.insertSection',
      title: 'Insert',
      arguments: [{ insert: node.insert, uri: node.uri } satisfies Insertion],
    };
    item.tooltip += ' Select to insert it.';
  }
  return item;
}

export const registerCompleteness = (checks: Checks, library: Library, active: ActiveDocument): vscode.Disposable =>
  new CompletenessView(checks, library, active);
