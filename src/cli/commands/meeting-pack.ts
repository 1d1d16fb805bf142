import { maskDeep, maskOf } from '../../check/index.js';
import { coveragesOf } from '../../coverage/index.js';
import type { SendDocument } from '../../document/index.js';
import { isPlanKind, isReportKind } from '../../framework/types.js';
import { meetingPack, readAction, trackActions } from '../../tracker/index.js';
import { visible } from '../../text/visible.js';
import { parseDay, PATHS_HELP, todayOption, type AddCommand } from '../command-tools.js';
import { eachFile } from '../each-file.js';
import { UsageError } from '../errors.js';
import { findFiles, shownPath } from '../files.js';
import { targetFor, writeTarget } from '../tracker-files.js';
import { openNamed } from './changes.js';

interface PackArguments {
  readonly since?: string;
  readonly before?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly today?: string;
}

/** `area-send meeting-pack`: what the partnership brings to an engagement meeting, as Markdown to be edited. */
export const addMeetingPack: AddCommand = (command, tools) => {
  command('meeting-pack', 'what was done since the last engagement meeting, what is late, and which areas have no evidence yet')
    .argument('[paths...]', PATHS_HELP)
    .option('--since <day>', 'the last meeting, YYYY-MM-DD; as the plans and notes have it when left out', parseDay)
    .option('--before <version>', 'the plan as it was at the last meeting: a file, or git:REVISION:PATH')
    .option('--out <file>', 'the Markdown file to write; printed when left out')
    .option('--force', 'replace a file that is there')
    .addOption(todayOption())
    .action(async (paths: string[], options: PackArguments) => {
      const today = options.today ?? tools.today();
      const target = options.out === undefined ? null : targetFor(options.out, options.force, tools.cwd);
      const workspace = tools.workspace();
      const found = findFiles(paths, tools.cwd);
      const problems = [...found.problems];
      const documents: SendDocument[] = [];
      await eachFile(found.files, workspace, problems, async ({ absolute }, { text }) => {
        const document = await workspace.source.openText(absolute, text);
        if (document.kind) documents.push(document);
      });
      const plans = documents.filter(({ kind }) => isPlanKind(kind));
      if (plans.length === 0 && problems.length === 0)
        throw new UsageError('there is no plan here; name the plans, or the folder that holds them');
      const reports = documents.filter(({ kind }) => isReportKind(kind));
      const meetings = documents.flatMap(({ frontMatter }) => frontMatter.data.engagementMeeting ?? []);
      const past = meetings
        .flatMap(({ last, next }) => [last, next])
        .filter((day) => day !== undefined && day <= today)
        .sort();
      const coming = meetings
        .flatMap(({ next }) => next ?? [])
        .filter((day) => day > today)
        .sort();
      const masks = new Map(plans.map((plan) => [plan.path ?? '', maskOf(plan)]));
      const actions = trackActions(plans, today).map((action) => maskDeep(maskDeep(action, masks.get(action.path)!), visible));
      const earlier = options.before === undefined ? null : await openNamed(options.before, workspace, tools.cwd);
      const before =
        earlier && earlier.facts.actions.map((action) => maskDeep(maskDeep(readAction(earlier, action, today), maskOf(earlier)), visible));
      const coverage = coveragesOf(reports, plans, today);
      const text = meetingPack(actions, {
        today,
        since: options.since ?? past.at(-1) ?? null,
        next: coming[0] ?? null,
        before,
        coverage: coverage.map((one) => ({
          ...one,
          areas: one.areas.map((entry) => ({ ...entry, area: { ...entry.area, text: maskOf(one.report)(entry.area.text) } })),
        })),
      });
      if (target === null) tools.print(text.split('\n').map(visible).join('\n'));
      else {
        writeTarget(target, text, tools.cwd);
        tools.print(`→ ${visible(shownPath(target, tools.cwd))}`);
      }
      tools.complain([...workspace.configs.problems, ...problems]);
    });
};
