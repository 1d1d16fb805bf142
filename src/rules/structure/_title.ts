import { wordsOf, type HeadingInfo, type SendDocument } from '../../document/index.js';
import { kindInfo, kindOfTitle } from '../../framework/kinds.js';
import { normaliseAreaName } from '../../framework/local-authorities.js';
import { PUBLIC_BODIES, type BodyRegister } from '../../framework/public-bodies.js';
import { NAMES_KIND, NOT_FULL, TITLE_WORDS } from '../../framework/titles.js';
import type { DocumentKind } from '../../framework/types.js';
import { placeholdersIn } from '../support/placeholders.js';

export const titleOf = (document: SendDocument): HeadingInfo | undefined => document.headings.find(({ depth }) => depth === 1);

/** Whether a title says in any way what kind of document it heads. */
export const namesKind = (kind: DocumentKind, title: string): boolean =>
  kindInfo(kind).titles.some((pattern) => pattern.test(title)) ||
  (NAMES_KIND[kind].test(title) && !(kind === 'full-inspection-report' && NOT_FULL.test(title)));

/** The kind that a title names in place of the document’s own; null when it names its own, or none for certain. */
export function contradictingKind(kind: DocumentKind, title: string): DocumentKind | null {
  const claimed = kindOfTitle(title);
  if (!claimed || claimed === kind) return null;
  // Every plan is a plan, but one that calls itself a priority action plan is no strategic plan.
  if (kind === 'strategic-plan' && claimed === 'priority-action-plan' && !/\bstrateg/i.test(title)) return claimed;
  if (kindInfo(kind).titles.some((pattern) => pattern.test(title))) return null;
  return namesKind(kind, title) ? null : claimed;
}

export function hasPlaceholder(document: SendDocument, { flowIndex, node }: HeadingInfo): boolean {
  const prose = document.flow[flowIndex]?.placed.block.prose ?? [];
  return prose.some((unit) => unit.span.start === node.position?.start.offset && placeholdersIn(unit).length > 0);
}

/** Whether the words of a name stand in a text, one after the other. Both are compared without case, “the”, “council” and the like. */
export const mentions = (text: string, name: string): boolean => {
  const wanted = normaliseAreaName(name);
  return wanted !== '' && ` ${normaliseAreaName(text)} `.includes(` ${wanted} `);
};

/** Every name of an area: as given, and the names under which its authority is known. */
export function namesOf(area: string, bodies: BodyRegister = PUBLIC_BODIES): readonly string[] {
  const council = bodies.council(area);
  return council ? [area, council.core, ...council.short] : [area];
}

/** Whether a title names a place: the given one, or any word with a capital that is none of the usual words of titles. */
export function namesArea(title: string, area: string | undefined, bodies?: BodyRegister): boolean {
  if (area && namesOf(area, bodies).some((name) => mentions(title, name))) return true;
  return wordsOf(title).some((word) => /^\p{Lu}/u.test(word) && !TITLE_WORDS.has(word.toLowerCase().replace(/[’']s?$/, '')));
}

/** The area’s name without what the title adds to it. */
export const bareArea = (area: string): string => area.trim().replace(/ (?:local area partnership|council)$/i, '');

export const titleFor = (kind: DocumentKind, area: string): string => kindInfo(kind).titleTemplate.replace('{area}', () => bareArea(area));
