import { InvalidArgumentError, Option } from 'commander';
import type pc from 'picocolors';
import { acronymsOf, maskDeep, maskOf, type Mask } from '../../check/index.js';
import { coveragesOf } from '../../coverage/index.js';
import { areaName, formatDate, type SendDocument } from '../../document/index.js';
import { isPlanKind, isReportKind } from '../../framework/types.js';
import {
  csv,
  filterActions,
  sameInShort,
  tellElsewhere,
  trackActions,
  type TrackedAction,
  type TrackerFilter,
} from '../../tracker/index.js';
import { areaRows, trackerPage, type AreaRow } from '../../tracker/pages/index.js';
import { visible } from '../../text/visible.js';
import { clip, plural } from '../../text/words.js';
import { append } from '../../text/lists.js';
import { parseDay, PATHS_HELP, todayOption, type AddCommand } from '../command-tools.js';
import { eachFile } from '../each-file.js';
import { UsageError } from '../errors.js';
import { findFiles, shownPath } from '../files.js';
import { letMemoryGrow } from '../v8-flags.js';
import { planFile, readTracker, targetFor, writeTarget, writeTracker, type PlanFile } from '../tracker-files.js';

const STATES = ['complete', 'in-progress', 'behind', 'not-started', 'late', 'none'] as const;

interface ActionsArguments {
  readonly format: 'pretty' | 'json' | 'csv' | 'xlsx' | 'html';
  readonly status?: (typeof STATES)[number];
  readonly owner?: string;
  readonly dueBefore?: string;
  readonly today?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly from?: string;
  readonly write?: boolean;
}

function parseOwner(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Write part of a post or a body, for example “Head of SEND”.');
  return value.trim();
}

/** `area-send actions`: the actions of all plans in one list. */
export const addActions: AddCommand = (command, tools) => {
  command('actions', 'list the actions of all plans: who, what, by when, how far; late ones first')
    .argument('[paths...]', PATHS_HELP)
    .addOption(
      new Option('--format <format>', 'how actions are printed').choices(['pretty', 'json', 'csv', 'xlsx', 'html']).default('pretty'),
    )
    .addOption(new Option('--status <state>', 'only actions in this state; none: without a status').choices(STATES))
    .option('--owner <words>', 'only actions whose owner has these words', parseOwner)
    .option('--due-before <day>', 'only actions due on or before this day, YYYY-MM-DD', parseDay)
    .option('--out <file>', 'the file to write; actions.xlsx for a workbook when left out')
    .option('--force', 'replace a file that is there')
    .option('--from <workbook>', 'bring changed cells of a workbook back: shows what would change in the plans')
    .option('--write', 'with --from: change the plans')
    .addOption(todayOption())
    .action(async (paths: string[], options: ActionsArguments) => {
      const today = options.today ?? tools.today();
      if (options.write && options.from === undefined) throw new UsageError('--write goes with --from, which names the workbook');
      const out = options.out ?? (options.format === 'xlsx' ? 'actions.xlsx' : undefined);
      const target = out === undefined || options.from !== undefined ? null : targetFor(out, options.force, tools.cwd);
      // Unlike a check, this holds all plans at once.
      letMemoryGrow();
      const workspace = tools.workspace();
      const found = findFiles(paths, tools.cwd);
      const problems = [...found.problems];
      const files: PlanFile[] = [];
      const reports: SendDocument[] = [];
      await eachFile(found.files, workspace, problems, async ({ absolute }, input) => {
        const document = await workspace.source.openText(absolute, input.text);
        if (isReportKind(document.kind)) reports.push(document);
        if (!document.kind || !(isPlanKind(document.kind) || document.kind === 'engagement-meeting-note')) return;
        // What fails with a plan by itself would fail with all of them.
        trackActions([document], today);
        files.push(planFile(absolute, input, document));
      });
      if (options.from !== undefined) {
        append(problems, await readTracker(options.from, files, { today, write: options.write === true }, workspace, tools));
        tools.complain([...workspace.configs.problems, ...problems]);
        return;
      }
      const plans = files.map(({ document }) => document);
      const masks = new Map(files.map(({ document, mask }) => [document.path ?? '', mask]));
      const filter: TrackerFilter = {
        ...(options.owner === undefined ? {} : { owner: options.owner }),
        ...(options.status === undefined ? {} : { state: options.status }),
        ...(options.dueBefore === undefined ? {} : { dueBefore: options.dueBefore }),
      };
      const actions = filterActions(trackActions(plans, today, lettersOf), filter).map((action) => shown(action, masks.get(action.path)!));
      const put = (text: string): void => {
        if (target === null) tools.print(text);
        else {
          writeTarget(target, text, tools.cwd);
          tools.print(`${plural(actions.length, 'action')} → ${visible(shownPath(target, tools.cwd))}`);
        }
      };
      if (options.format === 'html') put(trackerPage(actions, { today, coverage: areasAnswered(reports, plans, today) }));
      else if (options.format === 'xlsx') await writeTracker(actions, target!, today, tools);
      else if (options.format === 'json') {
        const found = { version: 1, today, actions: actions.map(actionJson) };
        if (target === null) tools.printJson(found);
        else put(`${JSON.stringify(found, null, 2)}\n`);
      } else {
        const seen = maskDeep(actions, visible);
        if (options.format === 'csv') put(csv([HEADER, ...seen.map(row)]).replace(/\r\n$/, ''));
        else put(seen.length === 0 ? 'No actions here.' : pretty(seen, today, tools.colors()));
      }
      tools.complain([...workspace.configs.problems, ...problems]);
    });
};

/** Every area of the reports that the plans answer. */
const areasAnswered = (reports: readonly SendDocument[], plans: readonly SendDocument[], today: string): AreaRow[] =>
  coveragesOf(reports, plans, today).flatMap((coverage, _, all) => {
    const rows = areaRows(coverage, maskOf(coverage.report));
    const area = areaName(coverage.report);
    return all.length > 1 && area !== null ? rows.map((row) => ({ ...row, id: `${area}, ${row.id}` })) : rows;
  });

/** What letters stand for, as their plan explains them. */
export const lettersOf = (plan: SendDocument): ReadonlyMap<string, string> => acronymsOf(plan).explained;

const shown = (action: TrackedAction, mask: Mask): TrackedAction => maskDeep(action, mask);

/** An action as it is printed: without offsets, which only an editor needs. */
export const actionJson = ({
  path,
  id,
  text,
  answers,
  owner,
  due,
  dueDate,
  measure,
  status,
  state,
  isLate,
  line,
  alsoIn,
  perhapsIn,
  sameNumber,
}: TrackedAction): object => ({
  path,
  line,
  id,
  text,
  answers,
  owner,
  due: dueDate ?? due,
  dueText: due,
  measure,
  status,
  state,
  late: isLate,
  alsoIn,
  perhapsIn,
  sameNumber,
});

const HEADER = ['Plan', 'Line', 'Id', 'Action', 'Answers', 'Owner', 'Due', 'Due as written', 'Measure', 'Status', 'Late', 'Also in'];
const row = (action: TrackedAction): string[] => [
  action.path,
  String(action.line),
  action.id,
  action.text,
  action.answers.join(', '),
  action.owner ?? '',
  action.dueDate ?? '',
  action.due ?? '',
  action.measure ?? '',
  action.status ?? '',
  action.isLate ? 'late' : '',
  sameInShort(action),
];

/** Two plans that give one number to different actions: the number alone says nothing then. */
function sameNumbers(actions: readonly TrackedAction[]): string[] {
  const pairs = new Map<string, { readonly paths: readonly [string, string]; readonly ids: Set<string> }>();
  for (const { path, id, sameNumber } of actions) {
    for (const other of sameNumber) {
      const paths = path < other.path ? ([path, other.path] as const) : ([other.path, path] as const);
      const key = paths.join('\n');
      const pair = pairs.get(key) ?? { paths, ids: new Set<string>() };
      pair.ids.add(id);
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()].map(({ paths, ids }) => {
    const shown = [...ids].slice(0, 6);
    return `${paths.join(' and ')} give the ${shown.length === 1 ? 'number' : 'numbers'} ${shown.join(', ')}${ids.size > shown.length ? ' and others' : ''} to different actions: name the plan with the number.`;
  });
}

function pretty(actions: readonly TrackedAction[], today: string, colors: ReturnType<typeof pc.createColors>): string {
  const lines: string[] = [];
  for (const action of actions) {
    const day = action.dueDate === null ? (action.due ?? 'no date') : formatDate(action.dueDate);
    lines.push(`${action.isLate ? colors.red(`${day}, late`) : colors.bold(day)}  ${clip(action.text, 101)}`);
    const details = [
      action.owner === null ? 'nobody is named' : clip(action.owner, 61),
      action.status ?? 'no status',
      ...(action.answers.length > 0 ? [action.answers.join(', ')] : []),
      `${action.path}:${action.line} (${action.id})`,
    ];
    lines.push(`  ${colors.dim(details.join(' · '))}`);
    for (const line of tellElsewhere(action, (place) => `${place.path}:${place.line} (${place.id})`)) lines.push(`  ${colors.dim(line)}`);
  }
  const late = actions.filter(({ isLate }) => isLate).length;
  for (const note of sameNumbers(actions)) lines.push('', note);
  lines.push('', `${plural(actions.length, 'action')}, ${late} late on ${formatDate(today)}.`);
  return lines.join('\n');
}
