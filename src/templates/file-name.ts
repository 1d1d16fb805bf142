import type { DocumentKind, IsoDate } from '../framework/types.js';

const NAMES: Readonly<Record<DocumentKind, string>> = {
  'full-inspection-report': 'inspection-report',
  'monitoring-inspection-report': 'monitoring-report',
  'strategic-plan': 'strategic-plan',
  'priority-action-plan': 'priority-action-plan',
  'local-send-reform-plan': 'local-send-reform-plan',
  'engagement-meeting-note': 'engagement-meeting',
};

/** The name of a new document's file: “middlesbrough-strategic-plan-2026.md”. `day` is YYYY-MM-DD; of it only the year counts. */
export function fileNameFor(kind: DocumentKind, area: string | null, day: IsoDate): string {
  const place = (area ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${[place, NAMES[kind], day.slice(0, 4)].filter((part) => part !== '').join('-')}.md`;
}
