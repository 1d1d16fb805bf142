import type { DocumentKind, SectionId } from '../../framework/types.js';
import { namedAreas } from './area-references.js';
import { isPeriodColumn } from './_table-shape.js';
import { opensPromises, titlesPromises } from './_promises.js';
import type { Labels } from './_labels.js';
import type { ActionTable } from './_piece-types.js';
import { placeOf } from './_values.js';
import type { ActionFieldName, Section } from '../types.js';

/*
 * Which parts of a plan hold actions, and which never do.
 */

/** Parts of plans that list people, words or meetings; an action in them stands in a table that says so. */
const NO_LISTS: ReadonlySet<SectionId> = new Set<SectionId>([
  'glossary',
  'sign-off',
  'accessibility',
  'publication',
  'review',
  'governance',
  'plan-introduction',
  'attendees',
]);
export const REQUIRED: readonly ActionFieldName[] = ['owner', 'due', 'measure'];

export class PlanParts {
  readonly #sectionsOfActions = new Map<Section, boolean>();

  constructor(private readonly kind: DocumentKind) {}

  /** Lists and blocks with fields are actions everywhere but in parts such as the glossary, unless these answer an area. */
  mayList(section: Section | null): boolean {
    let excluded = false;
    for (let current = section; current; current = current.parent) {
      if (this.#holdsActions(current)) return true;
      // Under “Summary of our strategy”, a heading of its own says what the list is: “How we will change”.
      if (!excluded && current.heading && saysPromises(current.heading.text)) return true;
      if (current.id && NO_LISTS.has(current.id)) excluded = true;
    }
    return !excluded;
  }

  /** Tables of events, meetings and contacts have days and names as well: outside the parts for actions, a table must say more to hold some. `isDated`: a heading above gives the time. */
  mayHold({ roles, headers }: ActionTable, section: Section | null, inGroup: boolean, isDated: boolean): boolean {
    if (inGroup || this.inActions(section)) return true;
    const named = new Set(roles.map((role) => role && placeOf(role)).filter((name) => name !== null && REQUIRED.includes(name)));
    if (isDated || headers.some((header, column) => isPeriodColumn(header, roles[column] ?? null))) named.add('due');
    // "Actions, with owner and date" in one column.
    for (const [column, header] of headers.entries())
      if (roles[column] === 'action') {
        if (/\b(?:owners?|leads?|who)\b/i.test(header)) named.add('owner');
        if (/\b(?:dates?|when|deadlines?)\b/i.test(header)) named.add('due');
      }
    const says = named.size;
    return this.mayList(section) && purposeOf(section) !== 'co-production' ? says >= 2 : says >= 3;
  }

  inActions(section: Section | null): boolean {
    for (let current = section; current; current = current.parent) if (this.#holdsActions(current)) return true;
    return false;
  }

  #holdsActions(section: Section): boolean {
    let holds = this.#sectionsOfActions.get(section);
    if (holds === undefined) {
      holds =
        section.id === 'plan-actions' ||
        section.id === 'agreed-actions' ||
        (section.heading !== null && namedAreas(section.heading.text, this.kind).length > 0);
      this.#sectionsOfActions.set(section, holds);
    }
    return holds;
  }
}

const saysPromises = (heading: string): boolean => titlesPromises(heading) || opensPromises(`${heading.replace(/[:?]$/, '')}:`);

/** The innermost purpose around a place. */
export function purposeOf(inner: Section | null): SectionId | null {
  for (let section = inner; section; section = section.parent) if (section.id) return section.id;
  return null;
}

export const within = (inner: Section | null, outer: Section | null): boolean => {
  if (outer === null) return true;
  for (let section = inner; section; section = section.parent) if (section === outer) return true;
  return false;
};

/** Headings such as "What we will do" that label the parts of one block: at least two of them under one heading, the action among them. */
export function labelHeadings(all: readonly Section[], labels: Labels): ReadonlySet<number> {
  const byParent = new Map<Section | null, Section[]>();
  for (const section of all) {
    if (section.heading && labels.isLabel(section.heading.text) && section.parent)
      byParent.set(section.parent, [...(byParent.get(section.parent) ?? []), section]);
  }
  const indices = new Set<number>();
  for (const sections of byParent.values()) {
    const roles = new Set(sections.map((section) => labels.fieldOf(section.heading!.text)));
    if (roles.has('action') && roles.size >= 2) for (const section of sections) indices.add(section.heading!.flowIndex);
  }
  return indices;
}
