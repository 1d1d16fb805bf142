import * as vscode from 'vscode';
import { maskOf } from '../../check/index.js';
import { documentDays, FRONT_MATTER_KEYS } from '../../document/index.js';
import { DOCUMENT_KINDS, EDITIONS, isPlanKind } from '../../framework/types.js';
import { PUBLIC_BODIES } from '../../framework/public-bodies.js';
import { sectionInfo, sectionsFor } from '../../framework/sections.js';
import { OUTCOMES, STATUTORY_BASIS } from '../../framework/wording.js';
import { missingSection, placeOf } from '../../templates/index.js';
import { isMarkdown, type Checked, type Checks } from '../documents/checks.js';
import { coverageFor } from '../views/coverage-view.js';
import { relativePath } from '../../text/paths.js';
import type { Library } from '../documents/library.js';
import { headingBegun, headingTyped, offersSentence, typedAreaId, typedSentence } from './typing.js';
import { today } from '../documents/today.js';

const { CompletionItemKind } = vscode;

function item(
  label: string,
  kind: vscode.CompletionItemKind,
  detail: string,
  insert: string | vscode.SnippetString,
  order: number,
  range: vscode.Range,
): vscode.CompletionItem {
  const completion = new vscode.CompletionItem(label, kind);
  completion.detail = detail;
  completion.insertText = insert;
  completion.sortText = String(order).padStart(4, '0');
  completion.range = range;
  completion.filterText = typeof insert === 'string' ? insert : label;
  return completion;
}

const KEY_SNIPPETS: Readonly<Record<string, string>> = {
  document: `document: \${1|${DOCUMENT_KINDS.join(',')}|}`,
  edition: `edition: \${1|${EDITIONS.join(',')}|}`,
  localArea: 'localArea: ${1:Exampleshire}',
  inspection: 'inspection: { start: ${1:2026-01-19}, end: ${2:2026-01-23} }',
  report: 'report: { received: ${1:2026-04-27}, published: ${2:2026-05-20} }',
  respondsTo: 'respondsTo: ${1:../reports/report.md}',
  plan: 'plan: { published: ${1:2026-06-24}, review: ${2:2027-01-15} }',
  engagementMeeting: 'engagementMeeting: { last: ${1:2026-03-03}, next: ${2:2027-03-02} }',
  broughtForward: 'broughtForward: { next-full-inspection: ${1:2027-03-01} }',
  milestones: 'milestones:\n  - { title: ${1:what is due}, due: ${2:2026-06-10} }',
  localOffer: 'localOffer: { commentsPublished: ${1:2026-03-31} }',
  done: 'done: [${1:publish-strategic-plan}]',
  status: 'status: ${1|draft,final|}',
};

class Completions implements vscode.CompletionItemProvider {
  constructor(
    private readonly checks: Checks,
    private readonly library: Library,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[] | vscode.CompletionList> {
    if (!isMarkdown(document)) return [];
    const asked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    const line = document.lineAt(position.line).text;
    const before = line.slice(0, position.character);
    const inYaml = frontMatterLines(document);
    if (inYaml && position.line > 0 && position.line < inYaml.end) return this.#frontMatter(document, position, before, inYaml.end, asked);

    const checked = await this.checks.checkNow(document);
    if (!checked?.result.kind || token.isCancellationRequested) return [];
    if (/^#/.test(before)) {
      const goesOn = context.triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
      // Asked for again at each letter, so that it goes once the words stand there.
      return headingBegun(before, asked || goesOn) ? new vscode.CompletionList(headings(checked, position, line), true) : [];
    }
    const typed = typedAreaId((number) => document.lineAt(number).text, position.line, before, asked);
    return [
      ...sentences(checked, position, before, asked),
      ...(typed === null ? [] : await this.#areaIds(document, checked, position, typed)),
    ];
  }

  async #frontMatter(
    document: vscode.TextDocument,
    position: vscode.Position,
    before: string,
    end: number,
    asked: boolean,
  ): Promise<vscode.CompletionItem[]> {
    // In the front matter of other Markdown files only the key that makes them ours is offered, and only to those who ask.
    const checked = await this.checks.checkNow(document);
    const ours = typeof checked?.result.kind === 'string';
    const value = /^\s*([A-Za-z]+):([^{[]*)$/.exec(before);
    const from = (text: string): vscode.Range => new vscode.Range(position.translate(0, -text.length), position);
    if (value) {
      const [, key, rest] = value as unknown as [string, string, string];
      const typed = rest.trimStart();
      const values =
        key === 'document'
          ? DOCUMENT_KINDS
          : key === 'edition'
            ? EDITIONS
            : key === 'localArea'
              ? areasFor(checked)
              : key === 'status'
                ? ['draft', 'final']
                : key === 'respondsTo'
                  ? await reportPaths(document, this.library)
                  : [];
      return values.map((text, order) => item(text, CompletionItemKind.Value, FRONT_MATTER_KEYS[key] ?? '', text, order, from(typed)));
    }
    const inner = insideBraces(before);
    if (inner) {
      const { key, typed } = inner;
      return Object.entries(FRONT_MATTER_KEYS)
        .filter(([path]) => path.startsWith(`${key}.`))
        .map(([path, about], order) => {
          const name = path.slice(key.length + 1);
          return item(
            name,
            CompletionItemKind.Property,
            about,
            new vscode.SnippetString(`${name}: \${1:${name === 'title' ? 'what is due' : 'YYYY-MM-DD'}}`),
            order,
            from(typed),
          );
        });
    }
    const start = /^([A-Za-z]*)$/.exec(before);
    if (!start || (!ours && !asked)) return [];
    const present = new Set<string>();
    for (let index = 1; index < end; index++) {
      const key = /^([A-Za-z]+):/.exec(document.lineAt(index).text)?.[1];
      if (key && index !== position.line) present.add(key);
    }
    return Object.entries(KEY_SNIPPETS)
      .filter(([key]) => !present.has(key) && (ours || key === 'document'))
      .map(([key, snippet], order) =>
        item(key, CompletionItemKind.Property, FRONT_MATTER_KEYS[key] ?? '', new vscode.SnippetString(snippet), order, from(start[1]!)),
      );
  }

  /** Of the report that the plan names, else of the one that belongs to it in the workspace. */
  async #areaIds(
    document: vscode.TextDocument,
    checked: Checked,
    position: vscode.Position,
    typed: string,
  ): Promise<vscode.CompletionItem[]> {
    const { kind } = checked.result;
    if (!isPlanKind(kind)) return [];
    const placed = await coverageFor(this.library, document.uri, checked.document);
    const range = new vscode.Range(position.translate(0, -typed.length), position);
    return (placed?.coverage.areas ?? [])
      .filter(({ expected }) => expected)
      .map(({ area: { id, text }, actions }, order) => {
        const words = maskOf(placed!.coverage.report)(text);
        const completion = item(id, CompletionItemKind.Reference, words.length > 100 ? `${words.slice(0, 100)}…` : words, id, order, range);
        completion.documentation =
          actions.length === 0
            ? 'Nobody answers this yet.'
            : `Answered by ${actions.length} ${actions.length === 1 ? 'action' : 'actions'}.`;
        return completion;
      });
  }
}

/** The areas that have a council in the days of a document; today, where it is not recognised yet. */
function areasFor(checked: Checked | null): readonly string[] {
  const day = today();
  return checked ? checked.document.bodies.areasIn(documentDays(checked.document, day)) : PUBLIC_BODIES.areasIn({ from: day, to: day });
}

/** The key whose braces are open at the end of a line, and what is typed of a key inside them. */
function insideBraces(before: string): { key: string; typed: string } | null {
  const open = before.lastIndexOf('{');
  if (open < 0 || before.indexOf('}', open) >= 0) return null;
  const key = /\b([A-Za-z]+):$/.exec(before.slice(0, open).trimEnd())?.[1];
  const entry = before.slice(Math.max(open, before.lastIndexOf(',')) + 1).trimStart();
  return key && /^[A-Za-z]*$/.test(entry) ? { key, typed: entry } : null;
}

/** Line of the closing dashes, or of the last line while the front matter is still being typed; null without front matter. */
function frontMatterLines(document: vscode.TextDocument): { end: number } | null {
  if (!/^---\s*$/.test(document.lineAt(0).text)) return null;
  for (let line = 1; line < Math.min(document.lineCount, 200); line++) {
    const { text } = document.lineAt(line);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) return { end: line };
    if (/^#\s/.test(text) && /^#\s+\p{Lu}/u.test(text) && line > 1 && document.lineAt(line - 1).isEmptyOrWhitespace)
      return { end: line - 1 };
  }
  return { end: document.lineCount };
}

/** Reports of the workspace, then its other documents, as they are reached from this one. */
async function reportPaths(document: vscode.TextDocument, library: Library): Promise<string[]> {
  await library.start();
  return library
    .documents()
    .filter(({ uri }) => uri.toString() !== document.uri.toString() && uri.scheme === document.uri.scheme)
    .sort((a, b) => Number(!a.kind?.endsWith('report')) - Number(!b.kind?.endsWith('report')) || (a.uri.path < b.uri.path ? -1 : 1))
    .slice(0, 200)
    .map(({ uri }) => relativePath(document.uri.path, uri.path));
}

/** Headings that are still missing, in the order of the document: each alone, and with the text of its template. */
function headings(checked: Checked, position: vscode.Position, line: string): vscode.CompletionItem[] {
  const kind = checked.result.kind!;
  const present = new Set(checked.document.sections.map(({ id }) => id));
  const range = new vscode.Range(position.line, 0, position.line, line.length);
  const { outcome } = checked.document.facts;
  const missing = sectionsFor(kind)
    // Areas for priority action belong to the third outcome.
    .filter(({ id }) => !present.has(id) && !(id === 'priority-action' && outcome !== null && outcome !== 3))
    .sort((a, b) => placeOf(a, kind) - placeOf(b, kind));
  const typed = line.slice(0, position.character);
  if (
    headingTyped(
      typed,
      missing.flatMap((section) => section.headings),
    )
  )
    return [];
  return missing.flatMap(({ id, about }, order) => {
    const heading = sectionInfo(id)!.headings[0]!;
    const make = (label: string, insert: string, place: number): vscode.CompletionItem => {
      const completion = item(label, CompletionItemKind.Module, 'Area SEND: section still missing', insert, place, range);
      completion.filterText = `# ## ### ${label}`;
      completion.documentation = about;
      return completion;
    };
    const text = missingSection(id, checked.document, today()).trimEnd();
    const alone = /^#{1,6} .*/.exec(text)?.[0] ?? `## ${heading}`;
    return [
      make(heading, alone, order * 2),
      ...(text.length > alone.length ? [make(`${heading}, with template text`, `${text}\n`, order * 2 + 1)] : []),
    ];
  });
}

/** The fixed sentences of a report, where they belong. */
function sentences(checked: Checked, position: vscode.Position, before: string, asked: boolean): vscode.CompletionItem[] {
  const typed = typedSentence(before);
  if (typed === null || checked.result.kind !== 'full-inspection-report') return [];
  const offset = checked.document.lineStart(position.line + 1) + position.character;
  const section = checked.document.sectionAt(offset)?.id;
  const range = new vscode.Range(position.translate(0, -typed.length), position);
  const { outcome } = checked.document.facts;
  const make = (label: string, text: string, order: number): vscode.CompletionItem =>
    item(label, CompletionItemKind.Text, 'Area SEND: fixed wording', text, order, range);
  const offered = (items: vscode.CompletionItem[]): vscode.CompletionItem[] =>
    items.filter(({ insertText }) => offersSentence(insertText as string, typed, asked));
  if (section === 'inspection-outcome') {
    return offered(
      OUTCOMES.filter(({ id }) => outcome === null || id === outcome).flatMap(({ id, name, statements, nextInspection, followUp }) => [
        ...(outcome === null
          ? [make(`Outcome ${id}: ${name} (all three sentences)`, `${statements[0]}\n\n${nextInspection[0]}\n\n${followUp[0]}`, id * 10)]
          : []),
        make(`Outcome ${id}: statement`, statements[0]!, id * 10 + 1),
        make(`Outcome ${id}: next inspection`, nextInspection[0]!, id * 10 + 2),
        make(`Outcome ${id}: what is asked`, followUp[0]!, id * 10 + 3),
      ]),
    );
  }
  if (section === 'about-inspection') return offered([make('Legal basis of the inspection', STATUTORY_BASIS.full.text, 1)]);
  return [];
}

export const registerCompletion = (checks: Checks, library: Library): vscode.Disposable =>
  vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, new Completions(checks, library), '#', ' ', ':', '|', 'F', 'P');
