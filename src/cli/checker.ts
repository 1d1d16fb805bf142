import { checkText, factsOf, maskOf, type Finding, type Mask } from '../check/index.js';
import { openDocument, type SendDocument } from '../document/index.js';
import type { DocumentKind, EditionId } from '../framework/types.js';
import type { Settings } from '../settings/settings.js';
import { readInput, resolveInside, shownPath, workspaceRoot } from './files.js';

export interface FileResult {
  readonly path: string;
  readonly kind: DocumentKind | null;
  readonly localArea: string | null;
  readonly edition: EditionId;
  readonly findings: readonly Finding[];
}

export interface CheckInput {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
}

export interface CheckSetup {
  readonly today: string;
  readonly kind?: DocumentKind;
  readonly cwd: string;
}

/** Reads documents that others link to, each once. */
export class Links {
  readonly #documents = new Map<string, SendDocument | null>();
  /** Absolute paths that were read, for the cache's key. */
  readonly used = new Set<string>();
  /** A link led nowhere: the result changes once its target appears. */
  dangling = false;

  constructor(private readonly cwd: string) {}

  lookup(from: string): (path: string) => SendDocument | null {
    const root = workspaceRoot(from, this.cwd);
    return (path) => {
      const target = resolveInside(from, path, root);
      if (!target) {
        this.dangling = true;
        return null;
      }
      this.used.add(target);
      let document = this.#documents.get(target);
      if (document === undefined) {
        const input = readInput(target);
        document = 'problem' in input ? null : openDocument(input.text, { path: shownPath(target, this.cwd) });
        this.#documents.set(target, document);
      }
      return document;
    };
  }
}

let checked = 0;

/** How many files this thread has checked. */
export const checkedFiles = (): number => checked;

export function checkFile(
  input: CheckInput,
  setup: CheckSetup,
  settings: Settings,
  configuredKind: DocumentKind | undefined,
  links: Links,
): FileResult {
  checked++;
  const { document, kind, localArea, edition, findings } = checkText(input.text, {
    today: setup.today,
    settings,
    path: input.path,
    lookup: links.lookup(input.absolute),
    ...(setup.kind ? { kind: setup.kind } : {}),
    ...(configuredKind ? { configuredKind } : {}),
  });
  return { path: input.path, kind, localArea, edition, findings: withoutData(findings, maskOf(document)) };
}

/** Results are printed and kept: a fix that moves or repeats somebody's data is left to the editor and to “fix”. */
const withoutData = (findings: readonly Finding[], mask: Mask): readonly Finding[] =>
  findings.map((finding) => {
    const fixes = finding.fixes.filter(({ edits }) => edits.every(({ text }) => mask(text) === text));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });

export { factsOf };
