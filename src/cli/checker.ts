import { checkText, maskOver, reportOf, type Finding, type Mask } from '../check/index.js';
import type { ImportPlace } from '../convert/import/types.js';
import { isProbablyPlan } from '../framework/kinds.js';
import type { DocumentKind, EditionId } from '../framework/types.js';
import type { Settings } from '../settings/settings.js';
import { placeNamer, type OriginalPlace } from './original-place.js';
import type { Workspace } from './workspace.js';

export interface FileResult {
  readonly path: string;
  readonly kind: DocumentKind | null;
  readonly localArea: string | null;
  readonly edition: EditionId;
  readonly findings: readonly Finding[];
  /** No kind claims it, and yet it is probably a plan of a local area. */
  readonly isProbablyPlan?: true;
  /** Where each finding stands in the file that was converted, in the same order; left out for Markdown. */
  readonly places?: readonly OriginalPlace[];
  /** How many findings a baseline left out. */
  readonly known?: number;
}

export interface CheckInput {
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
  readonly settings: Settings;
  readonly configuredKind: DocumentKind | undefined;
  /** Of a converted file: see ImportResult. */
  readonly places?: readonly ImportPlace[];
}

export interface CheckSetup {
  readonly today: string;
  readonly kind?: DocumentKind;
  readonly cwd: string;
}

export interface CheckedFile {
  readonly result: FileResult;
  /** Absolute paths that the result depends on besides its own text; null where a link led nowhere: its target may appear. */
  readonly linked: string[] | null;
  /** Where the result depends on which reports lie around the file: what tells them apart. */
  readonly around: string | null;
}

/** What a worker says of a file that it could not check. */
export interface FailedFile {
  readonly failed: string;
}

/** What a worker says: first that it can begin, then of each file in turn. */
export type WorkerMessage = 'ready' | CheckedFile | FailedFile;

let checked = 0;

/** How many files this thread has checked. */
export const checkedFiles = (): number => checked;

export async function checkFile(input: CheckInput, setup: CheckSetup, workspace: Workspace): Promise<CheckedFile> {
  checked++;
  const { source } = workspace;
  const { value, links } = await source.withLinks(input.absolute, input.text, (lookup, exists, answered) => {
    const checked = checkText(input.text, {
      today: setup.today,
      settings: input.settings,
      path: input.path,
      lookup,
      exists,
      answered,
      ...(setup.kind ? { kind: setup.kind } : {}),
      ...(input.configuredKind ? { configuredKind: input.configuredKind } : {}),
    });
    return { checked, mask: maskOver(checked.document, reportOf(checked.document, lookup, answered)) };
  });
  const { mask } = value;
  const { kind, localArea, edition, findings } = value.checked;
  const nameOf = input.places && placeNamer(input.text, input.places, mask);
  const places = nameOf && findings.map(({ start, end }) => nameOf(start.offset, end.offset));
  return {
    result: {
      path: input.path,
      kind,
      localArea: localArea === null ? null : mask(localArea),
      edition,
      findings: withoutData(findings, mask),
      ...(kind === null && isProbablyPlan(input.text) ? { isProbablyPlan: true } : {}),
      ...(places ? { places } : {}),
    },
    linked: links.dangling ? null : [...links.used.keys()],
    around: links.sought ? workspace.reportsStamp(input.absolute) : null,
  };
}

/** Results are printed and kept: a fix that moves or repeats somebody's data is left to the editor and to “fix”. */
const withoutData = (findings: readonly Finding[], mask: Mask): readonly Finding[] =>
  findings.map((finding) => {
    const fixes = finding.fixes.filter(({ edits }) => edits.every(({ text }) => mask(text) === text));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
