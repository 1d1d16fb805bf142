import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { ruleById } from '../../check/index.js';
import type { DocumentKind, Severity } from '../../framework/types.js';
import type { Settings } from '../../settings/settings.js';
import { decodeText } from '../../workspace/decode.js';
import { BaselineWriter, newFindings, readBaseline } from '../baseline.js';
import { checkFiles } from '../check-files.js';
import { checkFile, type FileResult } from '../checker.js';
import { kindOption, PATHS_HELP, todayOption, type AddCommand, type CommandTools, type Streams } from '../command-tools.js';
import { attempt, readOrTell } from '../each-file.js';
import { UsageError } from '../errors.js';
import { findFiles, shownPath, type InputFile, type InputProblem, type LeftOut } from '../files.js';
import { github } from '../reporters/github.js';
import { json } from '../reporters/json.js';
import { pretty } from '../reporters/pretty.js';
import { countSeverities, type CheckFormat } from '../reporters/report.js';
import { sarif } from '../reporters/sarif.js';
import { visibleJson } from '../../text/visible.js';
import { VERSION } from '../version.js';
import type { Workspace } from '../workspace.js';
import { append } from '../../text/lists.js';

const FORMATS = ['pretty', 'json', 'sarif', 'github', 'html', 'docx'] as const;
const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

interface CheckArguments {
  format: CheckFormat | 'docx';
  out?: string;
  force?: boolean;
  failOn: Severity | 'never';
  rule?: Record<string, Severity | 'off'>;
  kind?: DocumentKind;
  today?: string;
  stdin?: boolean;
  stdinPath?: string;
  jobs?: number;
  cache: boolean;
  verbose?: boolean;
  baseline?: string;
  writeBaseline?: string;
}

function parseRule(value: string, before: Record<string, Severity | 'off'> = {}): Record<string, Severity | 'off'> {
  const [id, severity, ...rest] = value.split('=');
  if (!id || !ruleById(id)) throw new InvalidArgumentError(`“${id ?? ''}” is not a rule; “area-send rules” lists them.`);
  const chosen = SEVERITIES.find((name) => name === severity);
  if (!chosen || rest.length > 0) throw new InvalidArgumentError(`Write --rule ${id}=off, =info, =warning or =error.`);
  return { ...before, [id]: chosen };
}

function parseJobs(value: string): number {
  if (!/^\d{1,2}$/.test(value) || Number(value) < 1) throw new InvalidArgumentError('Write a number from 1 to 99.');
  return Number(value);
}

/** What never ends must not fill the memory first. */
const MOST_STDIN_BYTES = 50 * 1024 * 1024;

async function readAll(stream: Streams['in']): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      size += chunk.length;
      if (size > MOST_STDIN_BYTES)
        throw new UsageError('standard input is larger than 50 MB and was not read to its end; give one document to it');
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('standard input cannot be read; give a document to it, for example: area-send check --stdin < report.md');
  }
  return Buffer.concat(chunks);
}

/** Leaves known findings out of `results`, or writes down what they are. */
async function useBaseline(
  { baseline, writeBaseline, stdin }: CheckArguments,
  results: FileResult[],
  files: readonly InputFile[],
  workspace: Workspace,
  problems: InputProblem[],
  { cwd, note }: CommandTools,
): Promise<void> {
  if (stdin) throw new UsageError('--baseline and --write-baseline need files; they do not go with --stdin');
  const left = baseline === undefined ? null : new Map(readBaseline(resolve(cwd, baseline), baseline));
  const writer = writeBaseline === undefined ? null : new BaselineWriter();
  const places = new Map(files.map(({ path, absolute }) => [path, absolute]));
  for (const [index, result] of results.entries()) {
    await attempt(result.path, problems, async () => {
      const read = result.findings.length > 0 ? await readOrTell(workspace, places.get(result.path)!) : '';
      if (typeof read === 'string') return;
      writer?.add(result, read.text);
      if (left) results[index] = newFindings(result, read.text, left);
    });
  }
  if (writer) note(`${writer.write(resolve(cwd, writeBaseline!), writeBaseline!)} findings are written to ${writeBaseline}`);
}

/** `area-send check`: what the framework asks for and a document lacks. */
export const addCheck: AddCommand = (command, tools) => {
  const { cwd } = tools;
  command('check', 'find what the framework asks for and a document lacks')
    .argument('[paths...]', PATHS_HELP)
    .addOption(new Option('--format <format>', 'how results are printed').choices(FORMATS).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit status 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--rule <id=severity>', 'set the severity of a rule, or switch it off; may be repeated', parseRule)
    .option('--out <file>', 'with --format docx: the copy that holds findings as comments')
    .option('--force', 'with --format docx: replace a copy that is there')
    .addOption(kindOption())
    .addOption(todayOption())
    .option('--stdin', 'read one document from standard input')
    .option('--stdin-path <path>', 'the path that the document on standard input is known by')
    .option('--jobs <number>', 'how many files are checked at the same time', parseJobs)
    .option('--no-cache', 'check every file again')
    .option('--baseline <file>', 'leave out what this file lists: findings that were known before')
    .option('--write-baseline <file>', 'list what is found in a file for --baseline')
    .option('--verbose', 'list what was left alone, and why')
    .action(async (paths: string[], options: CheckArguments) => {
      const day = options.today ?? tools.today();
      const overrides: Partial<Settings> = options.rule ? { rules: options.rule } : {};
      const workspace = tools.workspace(overrides);
      const { configs } = workspace;
      const results: FileResult[] = [];
      const problems: InputProblem[] = [];
      let leftOut: readonly LeftOut[] = [];
      const files: InputFile[] = [];
      const setup = { today: day, cwd, ...(options.kind ? { kind: options.kind } : {}) };
      if (options.stdinPath !== undefined && !options.stdin)
        throw new UsageError('--stdin-path names the document that --stdin reads; give --stdin too');
      if ((options.out !== undefined || options.force) && options.format !== 'docx')
        throw new UsageError('--out and --force go with --format docx, which writes a copy; other results are printed');
      if (options.stdin) {
        if (paths.length > 0) throw new UsageError('give either paths or --stdin, not both');
        if (options.format === 'html' || options.format === 'docx')
          throw new UsageError(`--format ${options.format} needs files; it does not go with --stdin`);
        const path = options.stdinPath ?? 'stdin.md';
        const absolute = resolve(cwd, path);
        const decoded = decodeText(await readAll(tools.streams.in));
        if ('problem' in decoded) problems.push({ path, message: decoded.problem });
        else {
          const input = { path: shownPath(absolute, cwd), absolute, text: decoded.text, ...configs.for(absolute) };
          results.push((await checkFile(input, setup, workspace)).result);
        }
      } else {
        const found = findFiles(paths, cwd);
        append(problems, found.problems);
        leftOut = found.leftOut;
        append(files, found.files);
        const checked = await checkFiles(found.files, setup, workspace, {
          cache: options.cache,
          progress: tools.streams.err,
          ...(tools.streams.worker ? { worker: tools.streams.worker } : {}),
          ...(options.jobs ? { jobs: options.jobs } : {}),
        });
        append(results, checked.results);
        append(problems, checked.problems);
      }
      if (options.baseline !== undefined || options.writeBaseline !== undefined)
        await useBaseline(options, results, files, workspace, problems, tools);
      const report = {
        version: VERSION,
        today: day,
        files: results.filter((result) => result.kind !== null),
        skipped: [
          ...results
            .filter((result) => result.kind === null)
            .map(({ path, isProbablyPlan }) => ({
              path,
              reason: 'not-a-framework-document' as const,
              ...(isProbablyPlan ? { isProbablyPlan } : {}),
            })),
          ...leftOut,
        ],
      };
      if (options.format === 'html') tools.print(await (await import('../reporters/html.js')).htmlReport(report, workspace, problems));
      else if (options.format === 'docx') {
        const { writeWordCopies } = await import('../word-copies.js');
        const copies = await writeWordCopies(files, results, workspace, tools, { out: options.out, force: options.force, today: day });
        tools.print(copies.lines.join('\n'));
        append(problems, copies.problems);
      } else
        tools.print(
          {
            json: () => visibleJson(json(report)),
            sarif: () => visibleJson(sarif(report)),
            github: () => github(report),
            pretty: () => pretty(report, tools.colors(), options.verbose),
          }[options.format](),
        );
      const count = countSeverities(report.files);
      const failing = {
        error: count.error,
        warning: count.error + count.warning,
        info: count.error + count.warning + count.info,
        never: 0,
      }[options.failOn];
      if (failing > 0) tools.fail();
      tools.complain([...configs.problems, ...problems]);
    });
};
