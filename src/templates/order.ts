import type { SectionInfo } from '../framework/sections.js';
import type { DocumentKind, SectionId } from '../framework/types.js';
import { MEETING_SECTIONS } from './meetings.js';
import { PLAN_SECTIONS, REFORM_PLAN_SECTIONS } from './plans.js';
import { FULL_REPORT_SECTIONS, MONITORING_SECTIONS } from './reports.js';

/** The sections of each kind in the order in which our templates have them: the framework's, where it gives one. */
export const SECTIONS_OF: Readonly<Record<DocumentKind, readonly SectionId[]>> = {
  'full-inspection-report': FULL_REPORT_SECTIONS,
  'monitoring-inspection-report': MONITORING_SECTIONS,
  'strategic-plan': PLAN_SECTIONS,
  'priority-action-plan': PLAN_SECTIONS,
  'local-send-reform-plan': REFORM_PLAN_SECTIONS,
  'engagement-meeting-note': MEETING_SECTIONS,
};

/** Where a section stands in a document of a kind; behind all others where templates have none such. */
export function placeOf({ id }: SectionInfo, kind: DocumentKind): number {
  const place = SECTIONS_OF[kind].indexOf(id);
  return place < 0 ? SECTIONS_OF[kind].length : place;
}
