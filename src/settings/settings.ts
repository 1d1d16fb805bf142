import { z } from 'zod';
import { DOCUMENT_KINDS } from '../framework/types.js';

const severity = z.enum(['off', 'info', 'warning', 'error']);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD, for example 2026-05-04.');

/**
 * What a user can choose, the same in the editor (`areaSend.*`) and in `.areasend.json`.
 * Every key is optional; `parseSettings` fills the defaults.
 */
export const settingsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    rules: z.record(z.string(), severity).default({}).describe('Severity of each rule by its id, for example { "date-format": "off" }.'),
    documents: z
      .record(z.string(), z.enum(DOCUMENT_KINDS))
      .default({})
      .describe('Which kind of document a file is, by glob, for example { "plans/**/*.md": "strategic-plan" }.'),
    extraHolidays: z.array(isoDate).default([]).describe('Further days that are not working days, for example a newly announced bank holiday.'),
    words: z.array(z.string()).default([]).describe('Words that the spelling rule accepts, such as names of local services.'),
    coProductionTerms: z
      .array(z.string())
      .default([])
      .describe('Local names of parent carer forums and young people’s groups, which count as evidence of co-production.'),
    acronyms: z.record(z.string(), z.string()).default({}).describe('Local acronyms and what they stand for; these need no expansion.'),
    alternativeProvisionTerms: z.array(z.string()).default([]).describe('Local names of alternative provision.'),
    deadlines: z
      .strictObject({
        showWithinDays: z.number().int().min(0).max(36500).default(3650).describe('How many days ahead the Deadlines view looks.'),
        strategicPlanTrigger: z
          .enum(['received', 'published'])
          .default('received')
          .describe('What starts the 30 working days for the strategic plan: the partnership receiving the final report, or its publication.'),
        strategicPlanWorkingDays: z.number().int().min(1).max(1000).default(30),
        priorityActionPlanWorkingDays: z.number().int().min(1).max(1000).default(35),
        engagementMeetingMonths: z.number().int().min(1).max(120).default(12),
      })
      .prefault({}),
    sentenceLength: z
      .strictObject({ words: z.number().int().min(5).max(200).default(25), easyReadWords: z.number().int().min(3).max(100).default(15) })
      .prefault({}),
  })
  .describe('Area SEND Drafting settings');

export type Settings = Omit<z.output<typeof settingsSchema>, '$schema'>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
