import { InvalidArgumentError, Option } from 'commander';
import type pc from 'picocolors';
import { shownCycleOf } from '../../workspace/shown-cycle.js';
import { isImportName } from '../../convert/import/names.js';
import { formatDate, type SendDocument } from '../../document/index.js';
import {
  byDue,
  calendarFile,
  deadlineJson,
  deadlinesFor,
  dueWithin,
  mergeCycles,
  timelinePage,
  type Cycle,
  type CycleInput,
  type Deadline,
  type Schedule,
  type ScheduleProblem,
  type WaitingDeadline,
} from '../../schedule/index.js';
import { visible } from '../../text/visible.js';
import { maskDeep } from '../../check/index.js';
import { DEFAULT_SETTINGS, type Settings } from '../../settings/settings.js';
import { PATHS_HELP, todayOption, type AddCommand, type CommandTools } from '../command-tools.js';
import { attempt, eachFile } from '../each-file.js';
import { pathText, type Originals } from '../originals.js';
import { UsageError } from '../errors.js';
import { findFiles, type InputFile, type InputProblem } from '../files.js';
import { Progress } from '../progress.js';

type Colors = ReturnType<typeof pc.createColors>;

interface DeadlinesArguments {
  readonly format: 'pretty' | 'json' | 'ics' | 'html';
  readonly today?: string;
  readonly within?: number;
  readonly remind?: readonly number[];
}

function parseWithin(value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new InvalidArgumentError('Write a number of days, for example 90.');
  return Number(value);
}

/** Days before a deadline, as "14" or "14,3". */
function parseRemind(value: string): readonly number[] {
  if (!/^\d{1,3}(?:,\d{1,3}){0,9}$/.test(value)) throw new InvalidArgumentError('Write days before a deadline, for example 14 or 14,3.');
  return value.split(',').map(Number);
}

interface Collected {
  readonly cycles: readonly Cycle[];
  readonly settingsOf: (cycle: Cycle) => Settings;
  readonly problems: InputProblem[];
  readonly originals: Originals;
}

/** Reads the documents, and the reports that plans among them answer. */
async function collect(paths: readonly string[], tools: CommandTools): Promise<Collected> {
  const workspace = tools.workspace();
  const { configs, originals, source } = workspace;
  const found = findFiles(paths, tools.cwd);
  const problems = [...found.problems];
  const inputs = new Map<string, CycleInput>();
  const linked: CycleInput[] = [];
  const settings = new Map<string | null, Settings>();
  const progress = new Progress(tools.streams.err, found.files.length, 'files read');
  const read = async ({ path, absolute }: InputFile, { text }: { readonly text: string }): Promise<void> => {
    const document = await source.openText(absolute, text);
    const own = shownCycleOf(document);
    if (!own) return;
    originals.of(document);
    inputs.set(path, own);
    settings.set(path, configs.for(absolute).settings);
    const report = own.respondsTo === null ? null : await source.linked(absolute, own.respondsTo);
    const answered = report && reportInput(report.document);
    if (report) originals.of(report.document);
    if (answered && (own.localArea === null || answered.localArea === own.localArea)) {
      linked.push(answered);
      if (!settings.has(answered.path)) settings.set(answered.path, configs.for(absolute).settings);
    }
  };
  await eachFile(found.files, workspace, problems, read, progress);
  return {
    // A report that is linked and given is there once: the first with its path counts.
    cycles: mergeCycles([...inputs.values(), ...linked]),
    settingsOf: (cycle) => settings.get(cycle.home.path) ?? DEFAULT_SETTINGS,
    problems: [...configs.problems, ...problems],
    originals,
  };
}

const reportInput = (document: SendDocument): CycleInput | null =>
  document.kind === 'full-inspection-report' ? shownCycleOf(document) : null;

/** `area-send deadlines`: what is due, when and why. */
export const addDeadlines: AddCommand = (command, tools) => {
  command('deadlines', 'list what is due, and how each day was worked out')
    .argument('[paths...]', PATHS_HELP)
    .addOption(
      new Option('--format <format>', 'how deadlines are printed; html draws a timeline')
        .choices(['pretty', 'json', 'ics', 'html'])
        .default('pretty'),
    )
    .addOption(todayOption())
    .option('--within <days>', 'only what is open and due within so many days, overdue included', parseWithin)
    .option('--remind <days>', 'with --format ics: remind so many days before, for example 14,3; else as the settings say', parseRemind)
    .action(async (paths: string[], { format, within, remind, ...options }: DeadlinesArguments) => {
      if (remind && format !== 'ics') throw new UsageError('--remind goes with --format ics, which writes a calendar file');
      if (format === 'html' && within !== undefined)
        throw new UsageError('--within does not go with --format html, which draws whole cycles');
      const today = options.today ?? tools.today();
      const { cycles, settingsOf, problems, originals } = await collect(paths, tools);
      const schedules: Schedule[] = [];
      const dated: Cycle[] = [];
      const chosen = new Map<Deadline, readonly number[]>();
      for (const cycle of cycles)
        await attempt(cycle.home.path ?? '', problems, () => {
          const settings = settingsOf(cycle);
          const schedule = deadlinesFor(cycle, { today, settings });
          for (const deadline of schedule.deadlines) chosen.set(deadline, settings.deadlines.remindDaysBefore);
          schedules.push(schedule);
          dated.push(cycle);
        });
      const all = schedules.flatMap(({ deadlines }) => deadlines).sort(byDue);
      const deadlines = within === undefined ? all : dueWithin(all, today, within);
      if (format === 'json') tools.printJson(originals.beside(deadlines.map(deadlineJson), null));
      else if (format === 'ics')
        tools.print(calendarFile(deadlines, { today, remind: remind ?? ((deadline) => chosen.get(deadline) ?? []) }));
      else if (format === 'html') tools.print(timelinePage(dated, { today, ...(dated[0] ? { settings: settingsOf(dated[0]) } : {}) }));
      else
        tools.print(
          pretty(
            maskDeep(deadlines, visible),
            maskDeep(
              schedules.flatMap(({ waiting }) => waiting),
              visible,
            ),
            today,
            tools.colors(),
            originals,
          ),
        );
      for (const note of new Set(schedules.flatMap((schedule) => schedule.problems.map((problem) => noteOf(problem, originals)))))
        tools.note(note);
      tools.complain(problems);
    });
};

const noteOf = ({ path, line, message }: ScheduleProblem, originals: Originals): string =>
  `${path === null ? '' : `${pathText(path, originals.at(path), line)}: `}${message}`;

const workingDays = (count: number): string => `${Math.abs(count)} working ${Math.abs(count) === 1 ? 'day' : 'days'}`;

function timeLeft({ status, workingDaysLeft, due, finished }: Deadline, today: string): string {
  if (status === 'done') return finished?.date ? `done on ${formatDate(finished.date)}` : 'done';
  if (due === today) return 'today';
  if (due < today) return `${workingDays(workingDaysLeft)} ago`;
  return `${workingDays(workingDaysLeft)} left`;
}

function pretty(
  deadlines: readonly Deadline[],
  waiting: readonly WaitingDeadline[],
  today: string,
  colors: Colors,
  originals: Originals,
): string {
  const lines: string[] = [];
  const groups = [
    { status: 'overdue', title: 'Overdue', paint: colors.red },
    { status: 'due', title: 'Due now', paint: colors.yellow },
    { status: 'upcoming', title: 'To come', paint: colors.blue },
    { status: 'done', title: 'Done', paint: colors.green },
  ] as const;
  for (const { status, title, paint } of groups) {
    const members = deadlines.filter((deadline) => deadline.status === status);
    if (members.length === 0) continue;
    lines.push(colors.bold(paint(title)));
    for (const deadline of members) {
      const area = deadline.localArea === null ? '' : `${deadline.localArea}: `;
      lines.push(`  ${deadline.due}${deadline.approximate ? ' (about)' : ''}  ${area}${deadline.title}, ${timeLeft(deadline, today)}`);
      if (status !== 'done')
        lines.push(
          colors.dim(`      ${deadline.owner}. ${deadline.reckoning}`),
          colors.dim(`      ${visible(pathText(deadline.trigger.path ?? '', originals.at(deadline.trigger.path), deadline.trigger.line))}`),
        );
    }
    lines.push('');
  }
  if (waiting.length > 0) {
    lines.push(colors.bold('Not dated yet'));
    for (const { title, localArea, waitingFor, frontMatterKey, path } of waiting) {
      lines.push(`  ${localArea === null ? '' : `${localArea}: `}${title}, waiting for: ${waitingFor}`);
      // A Word file or PDF has no front matter; the plan that names it can say the same.
      const place = path !== null && isImportName(path) ? `a plan that names ${path} in respondsTo` : path;
      if (frontMatterKey !== null && place !== null) lines.push(colors.dim(`      add ${frontMatterKey} to the front matter of ${place}`));
    }
    lines.push('');
  }
  return lines.length === 0 ? 'Nothing is due.' : lines.join('\n').trimEnd();
}
