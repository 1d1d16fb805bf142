import { byObject } from '../../memo/memo.js';
import type { Table } from 'mdast';
import { titleHeading, tableOf, type PlacedProse, type Section, type SendDocument, type TableInfo } from '../../document/index.js';
import type { SectionId, Span } from '../../framework/types.js';
import { hasContent } from '../support/sections.js';

/**
 * Whether one of the three parts with findings is missing from a report that has the others, or is empty. That is the
 * business of other rules, and nobody can tell what the part would evaluate.
 */
export function lacksFindings(document: SendDocument): boolean {
  const parts = (['experience', 'effective', 'improve'] as const).map((id) => document.section(id)).filter((section) => section !== null);
  return (
    document.kind === 'full-inspection-report' &&
    (parts.length === 2 || parts.some((section) => section.heading && !hasContent(document, section)))
  );
}

/** The purpose of the innermost section that has one. */
export function purposeOf(section: Section | null): SectionId | null {
  for (let at = section; at; at = at.parent) if (at.id) return at.id;
  return null;
}

/** Whether a section of this purpose holds the unit, however deeply nested. */
export function isWithin(unit: PlacedProse, id: SectionId): boolean {
  for (let at = unit.section; at; at = at.parent) if (at.id === id) return true;
  return false;
}

/** Where something that belongs into a document but into no section of it is reported: its title, else its beginning. */
export function titleSpan(document: SendDocument): Span {
  const heading = titleHeading(document);
  return heading?.textSpan ?? { start: 0, end: 0 };
}

/** Offset behind the last thing in a section, where a paragraph can be added after a blank line. */
export function endOfSection(document: SendDocument, section: Section): number {
  const last = document.flow[section.flowEnd - 1];
  return section.flowEnd > section.flowStart && last ? last.span.end : (section.heading?.span.end ?? section.content.start);
}

const MEASURE_COLUMN =
  /\b(?:measures?|success|KPIs?|evidence|baseline|target|impact|outcomes?|difference|what (?:we|you) will see|status|RAG|BRAG|milestones?)\b/i;
const ACTION_COLUMN =
  /\b(?:actions?|activit(?:y|ies)|what we will do|leads?|owners?|responsible|accountable|by when|timescales?|deadlines?|due|status|RAG|BRAG|KPIs?)\b/i;

/** What the column names of a table tell; the same table is asked at each keystroke. */
export interface Columns {
  /** A table of things to be done. */
  readonly isAction: boolean;
  /** "You said | We did": the header says what the rows are. */
  readonly tellsChange: boolean;
  /** Columns of success measures, by their index. */
  readonly measures: ReadonlySet<number>;
}

const CHANGE_COLUMN = /\b(?:we did|what (?:has )?changed|our response|what we(?:’ve| have)? (?:did|done|changed|are doing))\b/i;

export const columnsOf = (table: TableInfo): Columns => columnsOfNode(table.node, table);

const columnsOfNode = byObject((node: Table, { header }: TableInfo): Columns => {
  const names = header.cells.map(({ text }) => text);
  return {
    isAction: names.filter((name) => ACTION_COLUMN.test(name)).length >= 2,
    tellsChange: node.children.length > 1 && names.some((name) => CHANGE_COLUMN.test(name)),
    measures: new Set(names.flatMap((name, column) => (MEASURE_COLUMN.test(name) ? [column] : []))),
  };
});

/** Whether a unit of a plan is the plan's own statement: no heading, quotation of the report, glossary, or success measure. */
export function isStatement(document: SendDocument, unit: PlacedProse): boolean {
  if (unit.kind === 'heading' || unit.kind === 'header-cell' || unit.prose.quoted > 0) return false;
  const purpose = purposeOf(unit.section);
  if (purpose === 'glossary' || purpose === 'plan-inspection') return false;
  if (unit.prose.column === undefined) return true;
  const table = tableOf(document, unit);
  return !table || !columnsOf(table).measures.has(unit.prose.column);
}

/** The report's own words, copied: "Leaders should …" asks, it does not tell. */
export const isAsked = (sentence: string): boolean =>
  /^\W*(?:leaders|the (?:local area )?partnership|the (?:local authority|council|ICB))\b(?:[^.]{0,120}) (?:should|must)\b/i.test(sentence);

/** Whether one of these sections holds the unit under its heading. */
export const isInContent = ({ span }: PlacedProse, sections: readonly Section[]): boolean =>
  sections.some(({ content }) => span.start >= content.start && span.start < content.end);

/** Terms that users list, as one key and back. */
export const keyOfTerms = (terms: readonly string[]): string => terms.join('\n');
export const termsOfKey = (key: string): readonly string[] => (key === '' ? [] : key.split('\n'));
