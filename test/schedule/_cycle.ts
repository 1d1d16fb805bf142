import { openDocument } from '../../src/document/index.js';
import { cycleInputOf, deadlinesFor, mergeCycles, type Cycle, type CycleInput, type Schedule } from '../../src/schedule/index.js';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../src/settings/settings.js';
import { outcomeInfo } from '../../src/framework/wording.js';
import type { OutcomeId } from '../../src/framework/types.js';

export const TODAY = '2026-11-23';

/** A report of an inspection from 19 to 23 January 2026, with this front matter. */
export function report(
  outcome: OutcomeId | null,
  frontMatter = '',
  { area = 'Exampleshire', dates = '19 to 23 January 2026' } = {},
): string {
  const info = outcome && outcomeInfo(outcome);
  const words = info ? `${info.statements[0]!}\n\n${info.nextInspection[0]!}\n\n${info.followUp[0]!}` : '';
  return `${frontMatter === '' ? '' : `---\n${frontMatter}\n---\n\n`}# Area SEND inspection of ${area} Local Area Partnership\n\nInspection dates: ${dates}\n\n## Inspection outcome\n\n${words}\n`;
}

export const strategicPlan = (frontMatter: string, body = '', area = 'Exampleshire'): string =>
  `---\n${frontMatter}\n---\n\n# ${area} Local Area Partnership SEND strategic plan\n\n${body}`;
export const priorityPlan = (frontMatter: string, body = '', area = 'Exampleshire'): string =>
  `---\n${frontMatter}\n---\n\n# ${area} Local Area Partnership priority action plan (area SEND)\n\n${body}`;

export function inputOf(text: string, path: string | null = 'report.md'): CycleInput {
  const input = cycleInputOf(openDocument(text, { path }));
  if (!input) throw new Error(`not a framework document: ${text.slice(0, 80)}`);
  return input;
}

export const cyclesOf = (documents: Readonly<Record<string, string>>): readonly Cycle[] =>
  mergeCycles(Object.entries(documents).map(([path, text]) => inputOf(text, path)));

export const settingsWith = (deadlines: Partial<Settings['deadlines']>, extraHolidays: string[] = []): Settings => ({
  ...settingsSchema.parse({ extraHolidays }),
  deadlines: { ...DEFAULT_SETTINGS.deadlines, ...deadlines },
});

/** The schedule of the one cycle that these documents make. */
export function scheduleOf(documents: Readonly<Record<string, string>>, today = TODAY, settings: Settings = DEFAULT_SETTINGS): Schedule {
  const cycles = cyclesOf(documents);
  if (cycles.length !== 1) throw new Error(`${cycles.length} cycles: ${cycles.map(({ key }) => key).join(', ')}`);
  return deadlinesFor(cycles[0]!, { today, settings });
}

export const dueDates = ({ deadlines }: Pick<Schedule, 'deadlines'>): Record<string, string> =>
  Object.fromEntries(deadlines.map(({ id, due }) => [id, due]));
