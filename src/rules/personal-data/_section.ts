import type { SendDocument } from '../../document/index.js';
import type { SectionId } from '../../framework/types.js';

/** The framework's section at an offset; null outside all of them. */
export function frameworkSectionAt(document: SendDocument, offset: number): SectionId | null {
  let section = document.sectionAt(offset);
  while (section && section.id === null) section = section.parent;
  return section?.id ?? null;
}
