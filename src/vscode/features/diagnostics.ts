import * as vscode from 'vscode';
import type { Finding } from '../../check/index.js';
import type { Severity } from '../../framework/types.js';
import type { Checks } from '../documents/checks.js';
import { rangeOfFinding } from '../documents/ranges.js';
import { rulePage } from './rule-pages.js';

export const SOURCE = 'area-send';

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

export function toDiagnostic(finding: Finding, uri: vscode.Uri, resolvePath: (path: string) => vscode.Uri | null): vscode.Diagnostic {
  let range = rangeOfFinding(finding);
  // An empty range would be invisible.
  if (range.isEmpty) range = new vscode.Range(range.start, range.start.translate(0, 1));
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITY[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: rulePage(finding.rule) };
  const related = (finding.related ?? []).flatMap((place) => {
    const target = place.path === null ? uri : resolvePath(place.path);
    return target ? [new vscode.DiagnosticRelatedInformation(new vscode.Location(target, rangeOfFinding(place)), place.message)] : [];
  });
  if (related.length > 0) diagnostic.relatedInformation = related;
  if (finding.tag === 'unnecessary') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (finding.tag === 'deprecated') diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  return diagnostic;
}

/** Shows the findings of open documents, and takes them away when a document closes or stops being ours. */
export function registerDiagnostics(checks: Checks): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  return vscode.Disposable.from(
    collection,
    checks.onDidCheck(({ uri, findings }) => {
      collection.set(
        uri,
        findings.map((finding) => toDiagnostic(finding, uri, (path) => checks.source.resolve(uri, path))),
      );
    }),
    checks.onDidClose((uri) => collection.delete(uri)),
  );
}
