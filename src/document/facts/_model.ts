import { isReportKind } from '../../framework/types.js';
import type { PlacedProse, SendDocument } from '../types.js';
import { append } from '../../text/lists.js';

/** What a document without facts has: used before its kind is known. */
export type Model = Omit<SendDocument, 'facts' | 'edition'>;

/** The part before the first section: banner, title and dates. In a report, headings that open none of its sections belong to it. */
export function preamble(model: Model): readonly PlacedProse[] {
  const first = (isReportKind(model.kind) ? model.sections.find(({ id }) => id !== null) : null) ?? model.sections[0];
  const units: PlacedProse[] = [];
  for (const block of model.blocks) {
    if (first ? block.start >= first.span.start : units.length >= 12) break;
    append(units, model.unitsOf(block));
  }
  return first ? units.filter((unit) => unit.span.end <= first.span.start) : units.slice(0, 12);
}
