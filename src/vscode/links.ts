import * as vscode from 'vscode';
import type { AreaFact, SendDocument } from '../document/index.js';
import type { Checks } from './checks.js';
import { isMarkdown } from './checks.js';
import { rangeOfSpan } from './ranges.js';

const AREA_ID = /\bA(?:FI|PA)\d{1,3}\b/;

const areasOf = ({ facts }: SendDocument): readonly AreaFact[] => [...facts.areasForPriorityAction, ...facts.areasForImprovement];

/** From a plan's action to the area that it answers, and back; `respondsTo` is a link. */
class Links implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentLinkProvider {
  constructor(private readonly checks: Checks) {}

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location | null> {
    const checked = await this.checks.checkNow(document);
    const path = checked?.document.frontMatter.data.respondsTo;
    if (!checked || !path) return null;
    const link = checked.document.frontMatter.valueSpan('respondsTo');
    const report = await this.checks.linked(document.uri, path);
    if (!report) return null;
    if (link && rangeOfSpan(checked.document, link).contains(position)) return new vscode.Location(report.uri, new vscode.Position(0, 0));
    const id = this.#idAt(document, position);
    const area = areasOf(report.document).find((candidate) => candidate.id === id);
    return area ? new vscode.Location(report.uri, rangeOfSpan(report.document, area.span)) : null;
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
    const checked = await this.checks.checkNow(document);
    if (!checked?.result.kind) return [];
    const offset = document.offsetAt(position);
    const area = areasOf(checked.document).find(({ span }) => offset >= span.start && offset <= span.end);
    const id = area?.id ?? this.#idAt(document, position);
    if (!id) return [];
    const report = area ? document.uri : checked.document.frontMatter.data.respondsTo ? this.checks.resolveLink(document.uri, checked.document.frontMatter.data.respondsTo) : null;
    const locations: vscode.Location[] = [];
    for (const plan of await this.#plans(report)) {
      for (const action of plan.document.facts.actions) {
        if (action.answers.includes(id)) locations.push(new vscode.Location(plan.uri, rangeOfSpan(plan.document, action.span)));
      }
    }
    return locations;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const checked = this.checks.latest(document.uri);
    if (!checked || !isMarkdown(document) || checked.version !== document.version) return [];
    const path = checked.document.frontMatter.data.respondsTo;
    const span = checked.document.frontMatter.valueSpan('respondsTo');
    const target = path ? this.checks.resolveLink(document.uri, path) : null;
    if (!span || !target) return [];
    const link = new vscode.DocumentLink(rangeOfSpan(checked.document, span), target);
    link.tooltip = 'Open the report that this plan answers';
    return [link];
  }

  #idAt(document: vscode.TextDocument, position: vscode.Position): string | null {
    const word = document.getWordRangeAtPosition(position, AREA_ID);
    return word ? document.getText(word) : null;
  }

  /** Plans in the workspace that answer a report. */
  async #plans(report: vscode.Uri | null): Promise<{ uri: vscode.Uri; document: SendDocument }[]> {
    if (!report) return [];
    const plans: { uri: vscode.Uri; document: SendDocument }[] = [];
    const files = await vscode.workspace.findFiles('**/*.{md,markdown}', '**/node_modules/**', 2000);
    for (const uri of files) {
      const plan = this.checks.latest(uri)?.document ?? (await this.checks.linked(report, relative(report, uri)))?.document;
      const path = plan?.frontMatter.data.respondsTo;
      if (plan && path && this.checks.resolveLink(uri, path)?.toString() === report.toString()) plans.push({ uri, document: plan });
    }
    return plans;
  }
}

function relative(from: vscode.Uri, to: vscode.Uri): string {
  const base = from.path.split('/').slice(0, -1);
  const target = to.path.split('/');
  let common = 0;
  while (common < base.length && common < target.length - 1 && base[common] === target[common]) common++;
  return [...Array<string>(base.length - common).fill('..'), ...target.slice(common)].join('/');
}

export function registerLinks(checks: Checks): vscode.Disposable {
  const links = new Links(checks);
  const selector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(selector, links),
    vscode.languages.registerReferenceProvider(selector, links),
    vscode.languages.registerDocumentLinkProvider(selector, links),
  );
}
