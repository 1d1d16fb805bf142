import { globProblem } from '../text/globs.js';
import { z } from '../framework/zod.js';
import { isIsoDate } from '../framework/days.js';
import { BODY_KINDS } from '../framework/public-bodies.js';
import { DOCUMENT_KINDS } from '../framework/types.js';

const severity = z.enum(['off', 'info', 'warning', 'error']);
const dayMessage = 'Write a real day as YYYY-MM-DD, for example 2026-05-04.';
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, dayMessage)
  .refine(isIsoDate, dayMessage);

const days = (usual: number, description: string): z.ZodDefault<z.ZodNumber> =>
  z.number().int().min(1).max(1000).default(usual).describe(`${description} For example ${usual}.`);
const months = (usual: number, description: string): z.ZodDefault<z.ZodNumber> =>
  z.number().int().min(1).max(120).default(usual).describe(`${description} For example ${usual}.`);

const bodyNames = (description: string): z.ZodOptional<z.ZodArray<z.ZodString>> =>
  z.array(z.string().min(2)).optional().describe(description);

/** A council or board that the product does not know yet, or what has changed of one that it knows. */
const bodySchema = z
  .strictObject({
    name: z.string().min(2).describe('Full name, for example “NHS Essex Integrated Care Board” or “East Surrey Council”.'),
    kind: z.enum(BODY_KINDS).describe('Whether it is a local authority or an integrated care board.'),
    short: bodyNames('Other names for it, for example “NHS Essex”.'),
    from: day.optional().describe('First day on which it exists, for example 2027-04-01.'),
    to: day.optional().describe('Last day on which it exists, for example 2027-03-31. Leave it out while the body goes on.'),
    successors: bodyNames('Names of the bodies that take over the day after its last.'),
    areas: bodyNames('Of a board: the local authorities whose areas it covers, for example “Surrey”.'),
  })
  .describe('A council or board: what is left out of one that the product knows stays as it is.');

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
      .superRefine((documents, context) => {
        for (const pattern of Object.keys(documents)) {
          const problem = globProblem(pattern, { parentheses: true });
          if (problem !== null)
            context.addIssue({ code: 'custom', path: [pattern], message: `this pattern is not used because ${problem}` });
        }
      })
      .default({})
      .describe('Which kind of document a file is, by a pattern for its path, for example { "plans/**/*.md": "strategic-plan" }.'),
    extraHolidays: z.array(day).default([]).describe('Further days that are not working days, for example a newly announced bank holiday.'),
    words: z.array(z.string()).default([]).describe('Words that the spelling rule accepts, such as names of local services.'),
    coProductionTerms: z
      .array(z.string())
      .default([])
      .describe('Local names of parent carer forums and young people’s groups, which count as evidence of co-production.'),
    acronyms: z.record(z.string(), z.string()).default({}).describe('Local acronyms and what they stand for; these need no expansion.'),
    bodies: z
      .array(bodySchema)
      .default([])
      .describe(
        'Councils and integrated care boards that the product does not know yet, or new dates of those that it knows, for example a merger on 1 April 2027.',
      ),
    alternativeProvisionTerms: z.array(z.string()).default([]).describe('Local names of alternative provision.'),
    deadlines: z
      .strictObject({
        showWithinDays: z
          .number()
          .int()
          .min(0)
          .max(36500)
          .default(3650)
          .describe('How many days ahead the Deadlines view looks, for example 90.'),
        strategicPlanTrigger: z
          .enum(['received', 'published'])
          .default('received')
          .describe(
            'What starts the 30 working days for the strategic plan: the partnership receiving the final report, or its publication.',
          ),
        strategicPlanWorkingDays: days(30, 'Working days to update and publish the strategic plan.'),
        priorityActionPlanWorkingDays: days(35, 'Working days to submit the priority action plan. The default could not be confirmed.'),
        priorityActionPlanDecisionWorkingDays: days(
          35,
          'Working days in which a priority action plan is usually answered: since June 2025 by the Department for Education and NHS England. The usual number was worked out from the dates of published plans.',
        ),
        publishPriorityActionPlanWorkingDays: days(
          5,
          'Working days to publish a priority action plan once it is approved. The framework asks for this promptly; the usual number is our own choice.',
        ),
        reportPublicationWorkingDays: days(
          44,
          'Working days from the last day of an inspection to the report’s publication. The usual number is what published reports took.',
        ),
        remindDaysBefore: z
          .array(z.number().int().min(0).max(366))
          .max(10)
          .default([])
          .describe('Days before each open deadline on which an exported calendar file reminds of it, for example [14, 3].'),
        factualAccuracyWorkingDays: days(5, 'Working days to comment on the facts of the draft report.'),
        notificationWorkingDays: days(10, 'Working days from notification to the first day on site.'),
        monitoringInspectionMonths: months(18, 'Months after the final report to the monitoring inspection.'),
        engagementMeetingMonths: months(
          12,
          'Months between annual engagement meetings. Adjusted in June 2025; the new figure could not be confirmed.',
        ),
        improvementNoticeMonths: months(2, 'Months after publication in which an improvement notice is usual.'),
        stocktakeMonths: months(6, 'Months between progress stocktakes.'),
        localOfferCommentsMonths: months(12, 'Months between publications of comments on the local offer and the response to them.'),
      })
      .prefault({}),
    sentenceLength: z
      .strictObject({ words: z.number().int().min(5).max(200).default(25), easyReadWords: z.number().int().min(3).max(100).default(15) })
      .prefault({}),
  })
  .describe('Area SEND Drafting settings');

/** Settings as they are given: every key may be left out, also inside of `deadlines` and `sentenceLength`. */
export type SettingsInput = z.input<typeof settingsSchema>;

export type Settings = Omit<z.output<typeof settingsSchema>, '$schema'>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
