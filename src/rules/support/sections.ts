import type { Node } from 'mdast';
import {
  lastAtMost,
  keyedMarker,
  matchHeading,
  normaliseHeading,
  type FlowNode,
  type Section,
  type SendDocument,
} from '../../document/index.js';
import { SECTIONS, sectionInfo } from '../../framework/sections.js';
import { isReportKind, type DocumentKind, type SectionId, type Span } from '../../framework/types.js';
import { wordsBesidesPlaceholders } from './placeholders.js';
import { append } from '../../text/lists.js';

/** What stands in these is names, addresses and labels, often bold or in capitals. */
export const NAMED_SECTIONS: ReadonlySet<SectionId> = new Set<SectionId>([
  'partnership-details',
  'about-inspection',
  'inspection-team',
  'closing',
  'sign-off',
  'attendees',
]);

/** The usual heading of a section. */
export const headingOf = (id: SectionId): string => sectionInfo(id)?.headings[0] ?? id;

const normalised = new Map<SectionId, ReadonlySet<string>>(
  SECTIONS.map(({ id, headings }) => [id, new Set(headings.map(normaliseHeading))]),
);

const isOwnHeading = (id: SectionId, text: string): boolean => normalised.get(id)?.has(normaliseHeading(text)) ?? false;

/** Whether a heading is one of the section's own headings, and not merely like one or on the same subject. */
export const hasOwnHeading = ({ id, heading }: Section): boolean => id !== null && heading !== null && isOwnHeading(id, heading.text);

/** A section is known by its heading, by the header of its table, or by a line that serves as its heading (which emphasis-heading reports). */
export function isPresent(document: SendDocument, id: SectionId): boolean {
  if (document.section(id)) return true;
  return linesAsHeadings(document, document.kind!).some(({ value }) => value === id);
}

/** Lines and headers of tables that have the words of a section's own heading. */
export const linesAsHeadings = keyedMarker(({ kind, text }, of: DocumentKind): SectionId | null => {
  if (kind !== 'header-cell' && (kind !== 'paragraph' || text.length > 160)) return null;
  const { id, match } = matchHeading(of, text);
  return id && match === 'accepted' && isOwnHeading(id, text) ? id : null;
});

/**
 * Whether anything stands under a section's heading. Subsections count, other sections of the framework nested in it do not;
 * comments, rules, headings and placeholders are no content. In a report the header of a table counts, as rules of their own say what its rows lack.
 */
export function hasContent(document: SendDocument, section: Section): boolean {
  const others = sectionsIn(document, section.content).filter(
    (other) =>
      other !== section &&
      other.heading &&
      other.id &&
      other.id !== section.id &&
      sectionInfo(other.id)?.requiredIn.includes(document.kind!),
  );
  const inside = (offset: number): boolean => others.some(({ span }) => offset >= span.start && offset < span.end);
  for (const unit of document.unitsIn(section)) {
    if (unit.kind === 'heading' || (unit.kind === 'header-cell' && !isReportKind(document.kind)) || inside(unit.span.start)) continue;
    if (wordsBesidesPlaceholders(unit) !== '') return true;
  }
  return document.flow.slice(section.flowStart, section.flowEnd).some((node) => !inside(node.span.start) && showsSomethingElse(node));
}

/** The sections that lie in a span: they come in the order of the document. */
function sectionsIn({ sections }: SendDocument, { start, end }: Span): readonly Section[] {
  const found: Section[] = [];
  for (
    let index = lastAtMost(sections, start - 1, ({ span }) => span.start) + 1;
    index < sections.length && sections[index]!.span.start < end;
    index++
  )
    if (sections[index]!.span.end <= end) found.push(sections[index]!);
  return found;
}

/** Content without words: an image, code, or HTML that is no comment. */
function showsSomethingElse({ node, placed }: FlowNode): boolean {
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next.type === 'image' || next.type === 'imageReference' || next.type === 'code') return true;
    if (next.type === 'html') {
      const source = placed.block.text.slice(next.position!.start.offset, next.position!.end.offset);
      if (/<(?:img|table|p|div|ul|ol|details|video|iframe|svg)\b/i.test(source)) return true;
    }
    if ('children' in next) append(stack, (next as Node & { children: Node[] }).children);
  }
  return false;
}
