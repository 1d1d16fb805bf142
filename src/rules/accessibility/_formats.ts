import { quick, titleHeading, type PlacedProse, type SendDocument } from '../../document/index.js';
import { CONTACTS } from '../../framework/accessible-documents.js';
import type { Span } from '../../framework/types.js';
import { skeletonFor } from '../../templates/index.js';
import type { Fix } from '../rule.js';
import { insertBlocks, placeBetween } from '../support/placement.js';

/** What tells whom to ask: an e-mail address, a telephone number and the like. */
export const contacts = CONTACTS.map(quick);
export const hasContact = (text: string): boolean => contacts.some((pattern) => pattern.test(text));

/** Where something that the plan does not say would stand: the heading of its section on formats, else the title, else its first words. */
export function placeToTell(document: SendDocument): Span {
  const heading = document.section('accessibility')?.heading ?? titleHeading(document);
  return heading?.textSpan ?? document.prose[0]?.span ?? { start: 0, end: 0 };
}

/** Inserts a line into the plan's section on formats, or the whole section with its gaps where it has none. */
export function insertIntoFormats(document: SendDocument, line: string, title: string): Fix {
  const section = document.section('accessibility');
  const area = document.frontMatter.data.localArea ?? document.facts.localArea?.value;
  const next = document.section('publication') ?? document.section('review') ?? document.section('glossary') ?? undefined;
  const end = section ? placeBetween(document, section, undefined) : placeBetween(document, undefined, next);
  const text = section ? line : skeletonFor('accessibility', document.kind!, area ? { area } : {});
  return { title, kind: 'assist', edits: [insertBlocks(document, end >= 0 ? end : document.text.length, text)] };
}

/** Prose that may tell readers about the document itself: cells of action tables tell of other things. */
export const tellsReaders = (unit: PlacedProse): boolean => isInFormats(unit) || (unit.kind !== 'cell' && unit.kind !== 'header-cell');

export function isInFormats({ section }: PlacedProse): boolean {
  for (let at = section; at; at = at.parent) if (at.id === 'accessibility') return true;
  return false;
}
