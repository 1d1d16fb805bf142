import type { Span } from '../text/span.js';

export type { Span };

/**
 * The vocabulary shared by every layer. Pure data types: no behaviour.
 */

/** A calendar day, `YYYY-MM-DD`; compares correctly as a string. */
export type IsoDate = string;

export type Severity = 'error' | 'warning' | 'info';

export const DOCUMENT_KINDS = [
  'full-inspection-report',
  'monitoring-inspection-report',
  'strategic-plan',
  'priority-action-plan',
  'local-send-reform-plan',
  'engagement-meeting-note',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Kinds in which inspectors say what they found. */
export const REPORT_KINDS = ['full-inspection-report', 'monitoring-inspection-report'] as const satisfies readonly DocumentKind[];
export type ReportKind = (typeof REPORT_KINDS)[number];

export const isReportKind = (kind: DocumentKind | null | undefined): kind is ReportKind =>
  (REPORT_KINDS as readonly (DocumentKind | null | undefined)[]).includes(kind);

/** Kinds that say what will be done, by whom and by when. */
export const PLAN_KINDS = ['strategic-plan', 'priority-action-plan', 'local-send-reform-plan'] as const satisfies readonly DocumentKind[];
export type PlanKind = (typeof PLAN_KINDS)[number];

export const isPlanKind = (kind: DocumentKind | null | undefined): kind is PlanKind =>
  (PLAN_KINDS as readonly (DocumentKind | null | undefined)[]).includes(kind);

export const EDITIONS = ['2023-01', '2024-04', '2025-06', '2025-07'] as const;
export type EditionId = (typeof EDITIONS)[number];

/** 1 typically positive, 2 inconsistent, 3 widespread and/or systemic failings. */
export type OutcomeId = 1 | 2 | 3;

/**
 * How sure we are of a statement about the framework: read in a published report, statute or GOV.UK page;
 * reported by others; inferred from dated facts; recalled and not confirmed.
 */
export type Confidence = 'primary' | 'secondary' | 'inferred' | 'recalled';

export interface Source {
  readonly title: string;
  readonly url?: string;
  /** Section, regulation, date or note that lets a reader find the passage. */
  readonly where?: string;
  readonly confidence: Confidence;
}

/** What a section is for, whatever its heading says. Closed set; the headings that express each stand in `sections.ts`. */
export const SECTION_IDS = [
  // Inspection reports
  'inspection-outcome',
  'about-partnership',
  'experience',
  'effective',
  'improve',
  'priority-action',
  'areas-for-improvement',
  'partnership-details',
  'about-inspection',
  'inspection-team',
  'closing',
  // Monitoring inspection reports
  'monitoring-findings',
  // Plans
  'plan-introduction',
  'plan-inspection',
  'plan-actions',
  'governance',
  'co-production',
  'alternative-provision',
  'accessibility',
  'sign-off',
  'publication',
  'review',
  'glossary',
  // Engagement meeting notes
  'attendees',
  'discussion',
  'agreed-actions',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];
