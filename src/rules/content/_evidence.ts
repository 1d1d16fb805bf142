import type { PlacedProse, Section, SendDocument, TableInfo } from '../../document/index.js';
import type { SectionId, Span } from '../../framework/types.js';

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
  const heading = document.headings.find(({ depth }) => depth === 1) ?? document.headings[0];
  return heading?.textSpan ?? { start: 0, end: 0 };
}

/** Offset behind the last thing in a section, where a paragraph can be added after a blank line. */
export function endOfSection(document: SendDocument, section: Section): number {
  const last = document.flow[section.flowEnd - 1];
  return section.flowEnd > section.flowStart && last ? last.span.end : (section.heading?.span.end ?? section.content.start);
}

const MEASURE_COLUMN = /\b(?:measures?|success|KPIs?|evidence|baseline|target|impact|outcomes?|difference|what (?:we|you) will see|status|RAG|BRAG|milestones?)\b/i;
const ACTION_COLUMN = /\b(?:actions?|activit(?:y|ies)|what we will do|leads?|owners?|responsible|accountable|by when|timescales?|deadlines?|due|status|RAG|BRAG|KPIs?)\b/i;

/** A table of things to be done, by its column names. */
export const isActionTable = ({ header }: TableInfo): boolean => header.cells.filter(({ text }) => ACTION_COLUMN.test(text)).length >= 2;

/** Units of a plan that are the plan's own statements: not its headings, quotations of the report, glossary, or success measures. */
export function statements(document: SendDocument): readonly PlacedProse[] {
  const measures = new Set<PlacedProse>();
  for (const table of document.tables) {
    table.header.cells.forEach(({ text }, column) => {
      if (!MEASURE_COLUMN.test(text)) return;
      for (const row of table.rows) {
        const unit = row.cells[column]?.prose;
        if (unit) measures.add(unit);
      }
    });
  }
  return document.prose.filter((unit) => {
    if (unit.kind === 'heading' || unit.kind === 'header-cell' || unit.prose.quoted > 0 || measures.has(unit)) return false;
    const purpose = purposeOf(unit.section);
    return purpose !== 'glossary' && purpose !== 'plan-inspection';
  });
}

/** The report's own words, copied: "Leaders should …" asks, it does not tell. */
export const isAsked = (sentence: string): boolean => /^\W*(?:leaders|the (?:local area )?partnership|the (?:local authority|council|ICB))\b(?:[^.]{0,120}) (?:should|must)\b/i.test(sentence);
