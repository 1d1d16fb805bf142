import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { checkText, maskOf, type Mask } from '../check/index.js';
import type * as exporters from '../convert/export/index.js';
import { isReportKind, type DocumentKind } from '../framework/types.js';
import type { Span } from '../text/span.js';
import type { Workspace } from './workspace.js';

/** Loads the writers of Word files and web pages. They are a script of their own, which most runs never need. */
export type LoadExport = () => Promise<typeof exporters>;

/** A picture that is larger is no picture for a document. In bytes. */
const LARGEST_PICTURE = 20 * 1024 * 1024;

/** What the writers are told of a document, and the mask for what they tell of it. `gaps` are those that a rule finds; `title` stands where the document has no heading. */
export function exportSetup(
  { picturesIn }: typeof exporters,
  workspace: Workspace,
  absolute: string,
  text: string,
  { today, kind }: { readonly today: string; readonly kind?: DocumentKind | undefined },
): exporters.ExportOptions & { readonly mask: Mask } {
  const { settings, configuredKind } = workspace.configs.for(absolute);
  const checked = checkText(text, {
    today,
    settings,
    path: basename(absolute),
    only: ['placeholder'],
    ...(kind ? { kind } : {}),
    ...(configuredKind ? { configuredKind } : {}),
  });
  const gaps: Span[] = checked.findings.map(({ start, end }) => ({ start: start.offset, end: end.offset }));
  const pictures = new Map<string, exporters.Picture>();
  for (const address of picturesIn(text)) {
    const bytes = pictureAt(workspace, absolute, address);
    if (bytes) pictures.set(address, { bytes });
  }
  return {
    today,
    title: basename(absolute).replace(/\.\w+$/, ''),
    author: authorOf(checked.kind, checked.localArea),
    gaps,
    pictures,
    mask: maskOf(checked.document),
  };
}

/** Null where there is none in the folders that links may not leave. */
function pictureAt(workspace: Workspace, from: string, address: string): Uint8Array | null {
  let path: string;
  try {
    path = decodeURI(address);
  } catch {
    return null;
  }
  const place = workspace.source.resolve(from, path);
  try {
    if (place === null || !statSync(place).isFile() || statSync(place).size > LARGEST_PICTURE) return null;
    return new Uint8Array(readFileSync(place));
  } catch {
    return null;
  }
}

function authorOf(kind: DocumentKind | null, localArea: string | null): string {
  if (isReportKind(kind)) return 'Ofsted and the Care Quality Commission';
  return localArea === null ? 'Local area partnership' : `${localArea} Local Area Partnership`;
}
