import { Command, CommanderError } from 'commander';
import pc from 'picocolors';
import { londonDay } from '../framework/days.js';
import type { AddCommand, CommandTools, Streams } from './command-tools.js';
import { addActions } from './commands/actions.js';
import { addChanges } from './commands/changes.js';
import { addCheck } from './commands/check.js';
import { addCoverage } from './commands/coverage.js';
import { addDeadlines } from './commands/deadlines.js';
import { addExport } from './commands/export.js';
import { addFacts } from './commands/facts.js';
import { addFix } from './commands/fix.js';
import { addImport } from './commands/import.js';
import { addMeetingPack } from './commands/meeting-pack.js';
import { addNew } from './commands/new.js';
import { addRules } from './commands/rules.js';
import { visible, visibleJson, visibleLines } from '../text/visible.js';
import { UsageError } from './errors.js';
import { VERSION } from './version.js';
import { Workspace } from './workspace.js';

/** In the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  addCheck,
  addFix,
  addFacts,
  addDeadlines,
  addCoverage,
  addActions,
  addChanges,
  addMeetingPack,
  addImport,
  addExport,
  addNew,
  addRules,
];

/** Runs the command line. Returns the exit status: 0, 1 (findings) or 2 (usage or input error). */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let status = 0;
  const program = new Command('area-send')
    .description('Checks Area SEND inspection reports and the plans that answer them against the Ofsted and CQC framework.')
    .version(VERSION)
    .option('--color', 'colours even when the output is not a terminal')
    .option('--no-color', 'no colours; the environment variable NO_COLOR says the same')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      // Errors are one line: see below.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .helpCommand(false);
  const wantsColor = (): boolean => {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    if (NO_COLOR) return false;
    return FORCE_COLOR ? FORCE_COLOR !== '0' : Boolean((streams.out as Partial<NodeJS.WriteStream>).isTTY) && TERM !== 'dumb';
  };
  const note = (text: string): void => void streams.err.write(`area-send: ${visible(text)}\n`);
  const print = (text: string): void => void streams.out.write(visibleLines(text.endsWith('\n') || text === '' ? text : `${text}\n`));
  const tools: CommandTools = {
    streams,
    cwd: streams.cwd,
    print,
    printJson: (value) => print(visibleJson(JSON.stringify(value, null, 2))),
    complain: (problems) => {
      for (const { path, message } of problems) note(`${path}: ${message}`);
      if (problems.length > 0) status = 2;
    },
    fail: () => void (status ||= 1),
    note,
    colors: () => pc.createColors(program.opts<{ color?: boolean }>().color ?? wantsColor()),
    today: () => londonDay(new Date()),
    workspace: (overrides) => new Workspace(streams.cwd, overrides, streams.loadImport),
  };
  for (const add of COMMANDS)
    add((name, description) => program.command(name).description(description).showSuggestionAfterError(true), tools);

  try {
    if (args.length === 0) {
      streams.err.write('area-send: say what to do, for example “area-send check reports”; “area-send --help” lists the commands\n');
      return 2;
    }
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      streams.err.write(
        `area-send: ${visible(
          error.message
            .replace(/^error: /, '')
            .replace(/\s+/g, ' ')
            .replace(/\.$/, ''),
        )}; “area-send --help” lists what there is\n`,
      );
      return 2;
    }
    if (error instanceof UsageError) {
      note(error.message);
      return 2;
    }
    throw error;
  }
  return status;
}
