import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Option } from 'commander';
import type pc from 'picocolors';
import { maskDeep, maskOf } from '../../check/index.js';
import { formatDate, type SendDocument } from '../../document/index.js';
import { calendarWith } from '../../framework/working-days.js';
import { changesBetween, changesSummary, countChanges, nameOf, tellChange, type PlanChanges } from '../../tracker/index.js';
import { changesPage } from '../../tracker/pages/index.js';
import { visible } from '../../text/visible.js';
import { decodeText, MAX_BYTES } from '../../workspace/decode.js';
import { todayOption, type AddCommand } from '../command-tools.js';
import { mistake, readOrTell } from '../each-file.js';
import { UsageError } from '../errors.js';
import { shownPath } from '../files.js';
import { letMemoryGrow } from '../v8-flags.js';
import type { Workspace } from '../workspace.js';
import { actionJson } from './actions.js';

const run = promisify(execFile);

/** `area-send changes`: what became of a plan's actions from one version to the next. */
export const addChanges: AddCommand = (command, tools) => {
  command('changes', 'what changed in a plan’s actions: added, removed, reworded, slipped, given to others')
    .argument('<old>', 'the earlier version: a file, or git:REVISION:PATH')
    .argument('<new>', 'the later version: a file, or git:REVISION:PATH')
    .addOption(new Option('--format <format>', 'how changes are printed').choices(['pretty', 'json', 'markdown', 'html']).default('pretty'))
    .addOption(todayOption())
    .action(async (old: string, now: string, options: { format: 'pretty' | 'json' | 'markdown' | 'html'; today?: string }) => {
      const today = options.today ?? tools.today();
      letMemoryGrow();
      const workspace = tools.workspace();
      const [before, after] = [await openNamed(old, workspace, tools.cwd), await openNamed(now, workspace, tools.cwd)];
      const { settings } = workspace.configs.for(resolve(tools.cwd, pathOf(now)));
      const found = changesBetween(before, after, today, calendarWith(settings.extraHolidays));
      const [maskOld, maskNew] = [maskOf(before), maskOf(after)];
      const changes = maskDeep(found, (text) => maskNew(maskOld(text)));
      if (options.format === 'json') tools.printJson(changesJson(old, now, changes));
      else if (options.format === 'html') tools.print(changesPage(changes, { before: old, after: now }));
      else if (options.format === 'markdown') tools.print(changesSummary(maskDeep(changes, visible)));
      else tools.print(pretty(maskDeep(changes, visible), tools.colors()));
      tools.complain(workspace.configs.problems);
    });
};

const GIT = /^git:([^:]+):(.+)$/;
const pathOf = (name: string): string => GIT.exec(name)?.[2] ?? name;

/** A fault of the program names the version that it was found in. */
export async function openNamed(name: string, workspace: Workspace, cwd: string): Promise<SendDocument> {
  try {
    return await open(name, workspace, cwd);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${name}: ${mistake(error)}`);
  }
}

async function open(name: string, workspace: Workspace, cwd: string): Promise<SendDocument> {
  const git = GIT.exec(name);
  const absolute = resolve(cwd, pathOf(name));
  let text: string;
  if (git) text = await fromGit(git[1]!, git[2]!, cwd);
  else {
    const read = await readOrTell(workspace, absolute);
    if (typeof read === 'string') throw new UsageError(`${shownPath(absolute, cwd)}: ${read}`);
    ({ text } = read);
  }
  const document = await workspace.source.openText(absolute, text);
  if (!document.kind) throw new UsageError(`${name} is not recognised as a plan; say what it is with “document:” at its top`);
  return document;
}

async function fromGit(revision: string, path: string, cwd: string): Promise<string> {
  // A revision that begins with a dash would be an option.
  if (revision.startsWith('-')) throw new UsageError(`“${revision}” is no revision of git`);
  let bytes: Buffer;
  try {
    const shown = await run('git', ['show', '--end-of-options', `${revision}:./${path.replace(/^\.\//, '')}`], {
      cwd,
      encoding: 'buffer',
      maxBuffer: MAX_BYTES,
    });
    bytes = shown.stdout;
  } catch {
    throw new UsageError(`git has no ${path} at ${revision}; check the revision, and the path from the current folder`);
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) throw new UsageError(`git:${revision}:${path}: ${decoded.problem}`);
  return decoded.text;
}

const changesJson = (old: string, now: string, { added, removed, changed, unchanged }: PlanChanges): object => ({
  version: 1,
  old,
  new: now,
  added: added.map(actionJson),
  removed: removed.map(actionJson),
  changed: changed.map(({ before, after, changes }) => ({ before: actionJson(before), after: actionJson(after), changes })),
  summary: { added: added.length, removed: removed.length, changed: changed.length, unchanged },
});

function pretty(changes: PlanChanges, colors: ReturnType<typeof pc.createColors>): string {
  const lines: string[] = [];
  for (const action of changes.added)
    lines.push(`${colors.green('added')}    ${nameOf(action)}${action.dueDate ? ` (due ${formatDate(action.dueDate)})` : ''}`);
  for (const action of changes.removed) lines.push(`${colors.red('removed')}  ${nameOf(action)}`);
  for (const { after, changes: list } of changes.changed) {
    lines.push(`${colors.yellow('changed')}  ${nameOf(after)}`);
    for (const change of list) lines.push(`         ${tellChange(change)}`);
  }
  return [...lines, ...(lines.length > 0 ? [''] : []), countChanges(changes)].join('\n');
}
