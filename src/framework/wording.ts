import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import type { OutcomeId, Source } from './types.js';

/*
 * The fixed wording of inspection reports. Crown copyright, carried under the Open Government Licence v3.0:
 * https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
 */

export interface OutcomeInfo {
  readonly id: OutcomeId;
  readonly name: string;
  /** The usual form first; every one is accepted. */
  readonly statements: readonly string[];
  /** The usual form first. Words and digits are both in use. */
  readonly nextInspection: readonly string[];
  readonly nextFullInspectionMonths: number;
  readonly monitoringInspectionMonths: number | null;
  /** What the report then asks for; the usual form first. */
  readonly followUp: readonly string[];
  readonly source: Source;
}

const STRATEGIC_PLAN_REQUEST =
  'ask that the local area partnership updates and publishes its strategic plan based on the recommendations set out in this report.';

const strategicPlanRequests = [
  `Ofsted and the Care Quality Commission (CQC) ${STRATEGIC_PLAN_REQUEST}`,
  `Ofsted and the Care Quality Commission ${STRATEGIC_PLAN_REQUEST}`,
  `Ofsted and the CQC ${STRATEGIC_PLAN_REQUEST}`,
  `Ofsted and CQC ${STRATEGIC_PLAN_REQUEST}`,
];

const PRIORITY_PLAN_REQUIREMENT =
  'requires the local area partnership to prepare and submit a priority action plan (area SEND) to address the identified areas for priority action.';

export const OUTCOMES: readonly OutcomeInfo[] = [
  {
    id: 1,
    name: 'typically positive',
    statements: [
      'The local area partnership’s special educational needs and/or disabilities (SEND) arrangements typically lead to positive experiences and outcomes for children and young people with SEND. The local area partnership is taking action where improvements are needed.',
      'The local area partnership’s arrangements typically lead to positive experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND). The local area partnership is taking action where improvements are needed.',
    ],
    nextInspection: [
      'The next full area SEND inspection will be within approximately five years.',
      'The next full area SEND inspection will be within approximately 5 years.',
    ],
    nextFullInspectionMonths: 60,
    monitoringInspectionMonths: null,
    followUp: strategicPlanRequests,
    source: cite(SOURCES.publishedReports, 'section “Inspection outcome”; 14 of 56 reports'),
  },
  {
    id: 2,
    name: 'inconsistent',
    statements: [
      'The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND). The local area partnership must work jointly to make improvements.',
    ],
    nextInspection: [
      'The next full area SEND inspection will be within approximately three years.',
      'The next full area SEND inspection will be within approximately 3 years.',
    ],
    nextFullInspectionMonths: 36,
    monitoringInspectionMonths: null,
    followUp: strategicPlanRequests,
    source: cite(SOURCES.publishedReports, 'section “Inspection outcome”; 28 of 56 reports'),
  },
  {
    id: 3,
    name: 'widespread and/or systemic failings',
    statements: [
      'There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND), which the local area partnership must address urgently.',
    ],
    nextInspection: [
      'A monitoring inspection will be carried out within approximately 18 months. The next full reinspection will be within approximately three years.',
      'A monitoring inspection will be carried out within approximately 18 months. The next full reinspection will be within approximately 3 years.',
    ],
    nextFullInspectionMonths: 36,
    monitoringInspectionMonths: 18,
    followUp: [
      `As a result of this inspection, His Majesty’s Chief Inspector ${PRIORITY_PLAN_REQUIREMENT}`,
      `As a result of this inspection, His Majesty’s Chief Inspector (HMCI) ${PRIORITY_PLAN_REQUIREMENT}`,
      `As a result of this inspection, HMCI ${PRIORITY_PLAN_REQUIREMENT}`,
    ],
    source: cite(SOURCES.publishedReports, 'section “Inspection outcome”; 14 of 56 reports'),
  },
];

export const outcomeInfo = (id: OutcomeId): OutcomeInfo => OUTCOMES[id - 1]!;

/**
 * How a monitoring report says which of its two outcomes the inspection had. No whole report could be read: the first is quoted from one,
 * the second follows from it.
 */
export const MONITORING_OUTCOMES = {
  effective: 'The local area partnership has taken effective action to address the areas for priority action.',
  ineffective: 'The local area partnership has not taken effective action to address the areas for priority action.',
  /** Words of either; of the whole partnership, not of one area alone. */
  pattern:
    /\b(?:taken|taking|takes|took) (?<sort>effective|ineffective|insufficient) action\b|\bactions? (?:\w+ ){0,9}?(?:is|are|was|were|has been|have been) (?<other>effective|ineffective|not effective)\b|\b(?<passive>effective|ineffective|insufficient) action (?:has|have|had|is|was|were)(?<negated> not)?(?: yet)?(?: been| being)? taken\b/gi,
  not: /\b(?:not|n[’']t|never|yet to|failed to|no)\b/i,
  source: {
    title: 'A monitoring inspection report of 2025, as the press quotes it',
    where:
      '“taken effective action as it has taken reasonable steps to address all the areas for priority action identified at the initial inspection”',
    confidence: 'secondary',
  },
} as const;

export interface FixedSentence {
  readonly text: string;
  readonly source: Source;
}

/** The sentence that gives the inspection its legal basis. */
export const STATUTORY_BASIS: Readonly<Record<'full' | 'monitoring', FixedSentence>> = {
  full: {
    text: 'This inspection was carried out at the request of the Secretary of State for Education under section 20(1)(a) of the Children Act 2004.',
    source: cite(SOURCES.childrenAct2004, 'section 20(1)(a); in 56 of 56 published full inspection reports'),
  },
  monitoring: {
    text: 'This monitoring inspection was carried out under section 20(2) of the Children Act 2004.',
    source: {
      ...SOURCES.childrenAct2004,
      where: 'section 20(2); no published monitoring report could be read, so only the section is expected',
      confidence: 'secondary',
    },
  },
};

/** Closing lines of a report. */
export const CLOSING = {
  complaints: 'If you are not happy with the inspection or the report, you can complain to Ofsted.',
  otherFormats:
    'If you would like a copy of this document in a different format, such as large print or Braille, please telephone 0300 123 1231, or email enquiries@ofsted.gov.uk.',
  licence:
    'You may reuse this information (not including logos) free of charge in any format or medium, under the terms of the Open Government Licence.',
  copyright: '© Crown copyright',
  source: cite(SOURCES.publishedReports, 'closing page; other formats in 55 of 56'),
} as const;

export const outcomeSchema = z.strictObject({
  id: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  name: z.string().min(3),
  statements: z.array(z.string().endsWith('.')).min(1),
  nextInspection: z.array(z.string().endsWith('.')).min(1),
  nextFullInspectionMonths: z.number().int().positive(),
  monitoringInspectionMonths: z.number().int().positive().nullable(),
  followUp: z.array(z.string().endsWith('.')).min(1),
  source: sourceSchema,
});
