import { isPlanKind } from '../../framework/types.js';
import * as vscode from 'vscode';
import type { AreaFact, SendDocument } from '../../document/index.js';
import type { Checks } from '../documents/checks.js';
import { coverageFor } from '../views/coverage-view.js';
import type { Library } from '../documents/library.js';
import { rangeOfSpan } from '../documents/ranges.js';

const AREA_ID = /\bA(?:FI|PA)\d{1,3}\b/;

const areasOf = ({ facts }: SendDocument): readonly AreaFact[] => [...facts.areasForPriorityAction, ...facts.areasForImprovement];

function idAt(document: vscode.TextDocument, position: vscode.Position): string | null {
  const word = document.getWordRangeAtPosition(position, AREA_ID);
  return word ? document.getText(word) : null;
}

/** From a plan's action to the area that it answers, and back; `respondsTo` is a link. */
class Links implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentLinkProvider {
  constructor(
    private readonly checks: Checks,
    private readonly library: Library,
  ) {}

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location | null> {
    const checked = await this.checks.checkNow(document);
    const { kind } = checked?.result ?? {};
    if (!checked || !isPlanKind(kind)) return null;
    const offset = document.offsetAt(position);
    const link = this.#respondsTo(checked.document, document.uri);
    if (link && offset >= link.span.start && offset <= link.span.end) return new vscode.Location(link.target, new vscode.Position(0, 0));
    const placed = await coverageFor(this.library, document.uri, checked.document);
    if (!placed) return null;
    const { report, areas } = placed.coverage;
    const id = idAt(document, position);
    const here = areas.find(
      ({ area, actions }) => area.id === id || actions.some(({ reference: { span } }) => offset >= span.start && offset <= span.end),
    );
    return here ? new vscode.Location(placed.uriOf(report), rangeOfSpan(report, here.area.span)) : null;
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
    const checked = await this.checks.checkNow(document);
    if (!checked?.result.kind) return [];
    const offset = document.offsetAt(position);
    const id = areasOf(checked.document).find(({ span }) => offset >= span.start && offset <= span.end)?.id ?? idAt(document, position);
    const placed = id ? await coverageFor(this.library, document.uri, checked.document) : null;
    const actions = placed?.coverage.areas.find(({ area }) => area.id === id)?.actions ?? [];
    return actions.map(({ plan, action }) => new vscode.Location(placed!.uriOf(plan), rangeOfSpan(plan, action.span)));
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const checked = await this.checks.checkNow(document);
    const found = checked && this.#respondsTo(checked.document, document.uri);
    if (!found) return [];
    const link = new vscode.DocumentLink(rangeOfSpan(checked.document, found.span), found.target);
    link.tooltip = 'Open the report that this plan answers';
    return [link];
  }

  #respondsTo({ frontMatter }: SendDocument, uri: vscode.Uri) {
    const path = frontMatter.data.respondsTo;
    const span = frontMatter.valueSpan('respondsTo');
    const target = path ? this.checks.source.resolve(uri, path) : null;
    return span && target ? { span, target } : null;
  }
}

export function registerLinks(checks: Checks, library: Library): vscode.Disposable {
  const links = new Links(checks, library);
  const selector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(selector, links),
    vscode.languages.registerReferenceProvider(selector, links),
    vscode.languages.registerDocumentLinkProvider(selector, links),
  );
}
