import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { factsOf, fixText, maskDeep, maskOf, ruleById, RULES, RULE_GROUPS, severityOf } from '../check/index.js';
import { rulePageMarkdown } from '../check/rule-page.js';
import { isoDate } from '../document/index.js';
import { londonDay } from '../framework/days.js';
import { DOCUMENT_KINDS, type DocumentKind, type OutcomeId, type Severity } from '../framework/types.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js';
import { decodeText } from '../workspace/decode.js';
import { addCoverage } from './coverage-command.js';
import { checkFiles, readOrTell } from './check-files.js';
import { checkFile, type FileResult } from './checker.js';
import { PATHS_HELP, type CommandTools } from './command-tools.js';
import { addDeadlines } from './deadlines-command.js';
import { UsageError } from './errors.js';
import { encode, findFiles, shownPath, writeWhole, type InputProblem } from './files.js';
import { countSeverities, github, json, pretty, sarif, type CheckFormat } from './reporters.js';
import { lineDiff } from './diff.js';
import { prettyFacts } from './pretty-facts.js';
import { VERSION } from './version.js';
import { Workspace } from './workspace.js';

const londonToday = (): string => londonDay(new Date());

const FORMATS = ['pretty', 'json', 'sarif', 'github', 'html'] as const;
const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

export interface Streams {
  readonly in: AsyncIterable<Uint8Array | string>;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly cwd: string;
  /** The worker's script, where there is one: see check-files.ts. */
  readonly worker?: URL;
}

function parseDay(value: string): string {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).slice(1).map(Number);
  if (year === undefined || !isoDate(year, month!, day!))
    throw new InvalidArgumentError('Write a real day as YYYY-MM-DD, for example 2026-05-20.');
  return value;
}

function parseRange(value: string): { start: string; end: string } {
  const [start, end, ...rest] = value.split('..');
  if (!start || !end || rest.length > 0)
    throw new InvalidArgumentError('Write two days with two dots between, for example 2026-01-19..2026-01-23.');
  const range = { start: parseDay(start), end: parseDay(end) };
  if (range.start > range.end) throw new InvalidArgumentError('The first day comes after the last.');
  return range;
}

function parseKind(value: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((id) => id === value);
  if (!kind) throw new InvalidArgumentError(`The kinds are ${DOCUMENT_KINDS.join(', ')}.`);
  return kind;
}

function parseRule(value: string, before: Record<string, Severity | 'off'> = {}): Record<string, Severity | 'off'> {
  const [id, severity, ...rest] = value.split('=');
  if (!id || !ruleById(id)) throw new InvalidArgumentError(`“${id ?? ''}” is not a rule; “area-send rules” lists them.`);
  const chosen = SEVERITIES.find((name) => name === severity);
  if (!chosen || rest.length > 0) throw new InvalidArgumentError(`Write --rule ${id}=off, =info, =warning or =error.`);
  return { ...before, [id]: chosen };
}

function parseRuleId(value: string, before: string[] = []): string[] {
  if (!ruleById(value)) throw new InvalidArgumentError(`“${value}” is not a rule; “area-send rules” lists them.`);
  return [...before, value];
}

function parseJobs(value: string): number {
  if (!/^\d{1,2}$/.test(value) || Number(value) < 1) throw new InvalidArgumentError('Write a number from 1 to 99.');
  return Number(value);
}

async function readAll(stream: Streams['in']): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  } catch {
    throw new UsageError('standard input cannot be read; give a document to it, for example: area-send check --stdin < report.md');
  }
  return Buffer.concat(chunks);
}

/** Runs the command line. Returns the exit status: 0, 1 (findings) or 2 (usage or input error). */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const { cwd } = streams;
  let status = 0;
  const print = (text: string): void => void streams.out.write(text.endsWith('\n') || text === '' ? text : `${text}\n`);
  const complain = (problems: readonly InputProblem[]): void => {
    for (const { path, message } of problems) streams.err.write(`area-send: ${path}: ${message}\n`);
    if (problems.length > 0) status = 2;
  };

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
  const colors = (): ReturnType<typeof pc.createColors> => pc.createColors(program.opts<{ color?: boolean }>().color ?? wantsColor());

  const command = (name: string, description: string): Command =>
    program.command(name).description(description).showSuggestionAfterError(true);
  const today = new Option('--today <day>', 'the day to count from, YYYY-MM-DD; today in London when left out').argParser(parseDay);
  const kind = new Option('--kind <kind>', `treat every file as this kind: ${DOCUMENT_KINDS.join(', ')}`).argParser(parseKind);

  const tools: CommandTools = {
    print,
    complain,
    fail: () => void (status ||= 1),
    err: streams.err,
    cwd,
    colors,
    today: londonToday,
    parseDay,
  };

  interface CheckArguments {
    format: CheckFormat;
    failOn: Severity | 'never';
    rule?: Record<string, Severity | 'off'>;
    kind?: DocumentKind;
    today?: string;
    stdin?: boolean;
    stdinPath?: string;
    jobs?: number;
    cache: boolean;
  }

  command('check', 'find what the framework asks for and a document lacks')
    .argument('[paths...]', PATHS_HELP)
    .addOption(new Option('--format <format>', 'how results are printed').choices(FORMATS).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit status 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--rule <id=severity>', 'set the severity of a rule, or switch it off; may be repeated', parseRule)
    .addOption(kind)
    .addOption(today)
    .option('--stdin', 'read one document from standard input')
    .option('--stdin-path <path>', 'the path that the document on standard input is known by')
    .option('--jobs <number>', 'how many files are checked at the same time', parseJobs)
    .option('--no-cache', 'check every file again')
    .action(async (paths: string[], options: CheckArguments) => {
      const day = options.today ?? londonToday();
      const overrides: Partial<Settings> = options.rule ? { rules: options.rule } : {};
      const workspace = new Workspace(cwd, overrides);
      const { configs } = workspace;
      const results: FileResult[] = [];
      const problems: InputProblem[] = [];
      const setup = { today: day, cwd, ...(options.kind ? { kind: options.kind } : {}) };
      if (options.stdinPath !== undefined && !options.stdin)
        throw new UsageError('--stdin-path names the document that --stdin reads; give --stdin too');
      if (options.stdin) {
        if (paths.length > 0) throw new UsageError('give either paths or --stdin, not both');
        if (options.format === 'html') throw new UsageError('--format html needs files; it does not go with --stdin');
        const path = options.stdinPath ?? 'stdin.md';
        const absolute = resolve(cwd, path);
        const decoded = decodeText(await readAll(streams.in));
        if ('problem' in decoded) problems.push({ path, message: decoded.problem });
        else {
          const input = { path: shownPath(absolute, cwd), absolute, text: decoded.text, ...configs.for(absolute) };
          results.push((await checkFile(input, setup, workspace)).result);
        }
      } else {
        const found = findFiles(paths, cwd);
        problems.push(...found.problems);
        const checked = await checkFiles(found.files, setup, workspace, {
          cache: options.cache,
          progress: streams.err,
          ...(streams.worker ? { worker: streams.worker } : {}),
          ...(options.jobs ? { jobs: options.jobs } : {}),
        });
        results.push(...checked.results);
        problems.push(...checked.problems);
      }
      const report = {
        version: VERSION,
        today: day,
        files: results.filter((result) => result.kind !== null),
        skipped: results.filter((result) => result.kind === null).map(({ path }) => ({ path, reason: 'not-a-framework-document' })),
      };
      if (options.format === 'html') print(await (await import('./html-report.js')).htmlReport(report, workspace));
      else
        print(
          { json: () => json(report), sarif: () => sarif(report), github: () => github(report), pretty: () => pretty(report, colors()) }[
            options.format
          ](),
        );
      const count = countSeverities(report.files);
      const failing = {
        error: count.error,
        warning: count.error + count.warning,
        info: count.error + count.warning + count.info,
        never: 0,
      }[options.failOn];
      if (failing > 0) status = 1;
      complain([...configs.problems, ...problems]);
    });

  command('fix', 'mend what has one certain answer')
    .argument('[paths...]', PATHS_HELP)
    .option('--rule <id>', 'only this rule; may be repeated', parseRuleId)
    .option('--dry-run', 'show what would change and change nothing')
    .addOption(kind)
    .addOption(today)
    .action(async (paths: string[], options: { rule?: string[]; dryRun?: boolean; kind?: DocumentKind; today?: string }) => {
      const workspace = new Workspace(cwd);
      const { configs, source } = workspace;
      const found = findFiles(paths, cwd);
      const problems = [...found.problems];
      let changed = 0;
      let total = 0;
      for (const { path, absolute } of found.files) {
        const input = await readOrTell(workspace, absolute);
        if (typeof input === 'string') {
          problems.push({ path, message: input });
          continue;
        }
        const { settings, configuredKind } = configs.for(absolute);
        const fixed = await source.withLinks(absolute, input.text, (lookup) =>
          fixText(input.text, {
            today: options.today ?? londonToday(),
            settings,
            path,
            lookup,
            ...(options.kind ? { kind: options.kind } : {}),
            ...(configuredKind ? { configuredKind } : {}),
            ...(options.rule ? { rules: options.rule } : {}),
          }),
        );
        const { text, applied } = fixed.value;
        if (text === input.text) continue;
        changed++;
        total += applied;
        if (options.dryRun) {
          // What goes is named, not shown.
          const mask = maskOf(await source.openText(absolute, input.text, options.kind));
          print(lineDiff(path, mask(input.text), mask(text), colors()));
        } else {
          try {
            writeWhole(absolute, encode(input, text));
            source.forget(absolute);
            print(`${path}: ${applied} ${applied === 1 ? 'change' : 'changes'}`);
          } catch {
            problems.push({ path, message: 'the file cannot be written; check its permissions' });
          }
        }
      }
      const files = `${changed} ${changed === 1 ? 'file' : 'files'}`;
      print(
        total === 0
          ? 'Nothing to mend.'
          : options.dryRun
            ? `${total} ${total === 1 ? 'change' : 'changes'} in ${files} would be made. Nothing was changed.`
            : `${total} ${total === 1 ? 'change' : 'changes'} made in ${files}.`,
      );
      complain([...configs.problems, ...problems]);
    });

  command('facts', 'print what a document says')
    .argument('[paths...]', PATHS_HELP)
    .addOption(new Option('--format <format>', 'how facts are printed').choices(['pretty', 'json']).default('pretty'))
    .addOption(kind)
    .action(async (paths: string[], options: { format: 'pretty' | 'json'; kind?: DocumentKind }) => {
      const workspace = new Workspace(cwd);
      const found = findFiles(paths, cwd);
      const problems = [...found.problems];
      const facts = [];
      for (const { path, absolute } of found.files) {
        const input = await readOrTell(workspace, absolute);
        if (typeof input === 'string') {
          problems.push({ path, message: input });
          continue;
        }
        const document = await workspace.source.openText(absolute, input.text, options.kind);
        if (document.kind) facts.push(maskDeep(factsOf(document), maskOf(document)));
      }
      if (options.format === 'json') print(JSON.stringify(facts, null, 2));
      else {
        print(facts.map((fact) => prettyFacts(fact, colors())).join('\n\n') || 'No report, plan or meeting note here.');
      }
      complain([...workspace.configs.problems, ...problems]);
    });

  addDeadlines(command, tools);
  addCoverage(command, tools);

  command('new', 'write a new document from its template')
    .argument('<kind>', DOCUMENT_KINDS.join(', '), parseKind)
    .option('--area <name>', 'the local area')
    .addOption(new Option('--outcome <number>', 'the outcome of a full inspection').choices(['1', '2', '3']))
    .option('--inspection-dates <start..end>', 'the days of the inspection, for example 2026-01-19..2026-01-23', parseRange)
    .option('--out <file>', 'where to write it; standard output when left out')
    .addOption(today)
    .action(
      async (
        chosen: DocumentKind,
        options: { area?: string; outcome?: string; inspectionDates?: { start: string; end: string }; out?: string; today?: string },
      ) => {
        const { newDocument } = await import('../templates/index.js');
        const text = newDocument({
          kind: chosen,
          today: options.today ?? londonToday(),
          ...(options.area ? { area: options.area } : {}),
          ...(options.outcome ? { outcome: Number(options.outcome) as OutcomeId } : {}),
          ...(options.inspectionDates ? { inspection: options.inspectionDates } : {}),
        });
        if (!options.out) print(text);
        else if (existsSync(resolve(cwd, options.out))) throw new UsageError(`${options.out} is already there; choose another name`);
        else {
          try {
            writeWhole(resolve(cwd, options.out), text);
          } catch {
            throw new UsageError(`${options.out} cannot be written; check the folder`);
          }
          print(`Wrote ${options.out}. Fill in each [insert …], then run: area-send check ${options.out}`);
        }
      },
    );

  command('rules', 'list the rules, or explain one')
    .argument('[id]', 'the rule to explain')
    .addOption(new Option('--format <format>', 'how rules are printed').choices(['pretty', 'json']).default('pretty'))
    .action((id: string | undefined, options: { format: 'pretty' | 'json' }) => {
      if (id !== undefined && !ruleById(id)) throw new UsageError(`“${id}” is not a rule; “area-send rules” lists them`);
      const chosen = id === undefined ? RULES : [ruleById(id)!];
      if (options.format === 'json') {
        print(
          JSON.stringify(
            chosen.map((rule) => ({
              id: rule.id,
              group: RULE_GROUPS[rule.id],
              title: rule.title,
              kinds: rule.kinds,
              severity: Object.fromEntries(rule.kinds.map((name) => [name, severityOf(rule, name, DEFAULT_SETTINGS)])),
              rationale: rule.rationale,
              help: rule.help,
              source: rule.source,
            })),
            null,
            2,
          ),
        );
      } else if (id !== undefined) print(rulePageMarkdown(chosen[0]!));
      else {
        const paint = colors();
        const groups = [...new Set(chosen.map((rule) => RULE_GROUPS[rule.id] ?? 'other'))].sort();
        const width = Math.max(...chosen.map((rule) => rule.id.length));
        print(
          groups
            .map(
              (group) =>
                `${paint.bold(group)}\n${chosen
                  .filter((rule) => RULE_GROUPS[rule.id] === group)
                  .map((rule) => `  ${rule.id.padEnd(width)}  ${rule.title}`)
                  .join('\n')}`,
            )
            .join('\n\n'),
        );
      }
    });

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
        `area-send: ${error.message
          .replace(/^error: /, '')
          .replace(/\n/g, ' ')
          .replace(/\s+/g, ' ')
          .replace(/\.$/, '')}; “area-send --help” lists what there is\n`,
      );
      return 2;
    }
    if (error instanceof UsageError) {
      streams.err.write(`area-send: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
  return status;
}
