import { ownEntry, type Draft } from './_draft.js';
import { fieldAt } from './_entry.js';
import type { References } from './_references.js';
import { isNobodyAlone, isPostAlone } from './_tail.js';
import type { Section } from '../types.js';

/** "### The council: Head of SEND" over a list: whose actions these are. "### All of us" is one where the headings beside it name posts. */
export function ledByHeading(draft: Draft, sections: readonly Section[], references: References): void {
  const { section } = draft;
  const { values, places } = draft.entry;
  const title = section ? references.scopeOf(section)?.title : null;
  if (!title || !section || places.owner || values.has('owner') || values.has('body') || values.has('accountable')) return;
  const hasPostsBeside = (): boolean =>
    sections.some(({ parent, heading }) => heading !== null && parent === section.parent && isPostAlone(heading.text));
  if (!isPostAlone(title.piece.text) && !(isNobodyAlone(title.piece.text) && hasPostsBeside())) return;
  const own = ownEntry(draft);
  const field = fieldAt(title.piece, title.base);
  own.places.owner = field.span;
  own.values.set('owner', field);
}
