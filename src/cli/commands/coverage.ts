import { isReportKind, isPlanKind } from '../../framework/types.js';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import type pc from 'picocolors';
import { maskDeep, maskOf, type Mask } from '../../check/index.js';
import { coverageHtml, coverageJson, coverageOf, STATE_NAMES, type AreaCoverage, type Coverage } from '../../coverage/index.js';
import { areaName, formatDate, type SendDocument } from '../../document/index.js';
import { isProbablyPlan, kindInfo } from '../../framework/kinds.js';
import { HOW_TO_SAY } from '../reporters/pretty.js';
import { todayOption, type AddCommand, type CommandTools } from '../command-tools.js';
import { FileProblem } from '../../workspace/document-source.js';
import { mistake } from '../each-file.js';
import { UsageError } from '../errors.js';
import { shownPath } from '../files.js';
import { lineText, type Originals } from '../originals.js';
import type { Workspace } from '../workspace.js';
import { append } from '../../text/lists.js';
import { visible } from '../../text/visible.js';
import { oneLine, plural } from '../../text/words.js';

type Colors = ReturnType<typeof pc.createColors>;

interface CoverageArguments {
  readonly report?: string;
  readonly format: 'pretty' | 'json' | 'html';
  readonly today?: string;
}

class Finder {
  readonly workspace: Workspace;

  constructor(private readonly tools: CommandTools) {
    this.workspace = tools.workspace();
  }

  async open(absolute: string): Promise<SendDocument> {
    const path = shownPath(absolute, this.tools.cwd);
    if (!existsSync(absolute)) throw new UsageError(`${path}: there is no such file; check the spelling and the folder you are in`);
    if (statSync(absolute).isDirectory()) throw new UsageError(`${path} is a folder; give the file of one plan or report`);
    try {
      return (await this.workspace.source.open(absolute)).document;
    } catch (error) {
      throw new UsageError(`${path}: ${error instanceof FileProblem ? error.message : mistake(error)}`);
    }
  }

  async plan(path: string): Promise<SendDocument> {
    const plan = await this.open(resolve(this.tools.cwd, path));
    if (isPlanKind(plan.kind)) return plan;
    if (isReportKind(plan.kind)) throw new UsageError(`${path} is a report; give the plan first, and the report with --report`);
    if (plan.kind === null && isProbablyPlan(plan.text))
      throw new UsageError(`${path} does not say that it is a SEND plan; if it is one, ${HOW_TO_SAY}`);
    throw new UsageError(
      `${path} is ${plan.kind ? `an ${kindInfo(plan.kind).name}` : 'no document that this product knows'}; give a strategic plan or a priority action plan`,
    );
  }

  async report(path: string): Promise<SendDocument> {
    const report = await this.open(resolve(this.tools.cwd, path));
    if (!isReportKind(report.kind)) throw new UsageError(`${path} is not an inspection report; give the report that the plan answers`);
    return report;
  }

  /** The report that the plan names, else one of the same local area and inspection among the documents around it. */
  async reportOf(plan: SendDocument, absolute: string): Promise<SendDocument> {
    const named = plan.frontMatter.data.respondsTo;
    const { source } = this.workspace;
    const target = named === undefined ? null : source.resolve(absolute, named);
    if (target) {
      const report = await this.open(target);
      if (isReportKind(report.kind)) return report;
      throw new UsageError(
        `${plan.path}: respondsTo leads to ${target === absolute ? 'the plan itself' : `${report.path ?? named}, which is not an inspection report`}; correct it, or give the report with --report`,
      );
    }
    const around = await source.answered(absolute, plan);
    const found = around?.report;
    if (!found) {
      const several = around?.among.filter(
        ({ document }) => document.kind === 'full-inspection-report' && areaName(document) === areaName(plan),
      );
      if (named === undefined && several && several.length > 1)
        throw new UsageError(
          `${plan.path}: more than one report fits (${several.map(({ document }) => document.path).join(', ')}); add respondsTo to its front matter, or give the report with --report`,
        );
      throw new UsageError(
        named === undefined
          ? `${plan.path}: the plan names no report; add respondsTo to its front matter, or give the report with --report`
          : `${plan.path}: the report ${named} cannot be found; correct respondsTo, or give the report with --report`,
      );
    }
    this.tools.note(
      `${named === undefined ? 'the plan names no report' : `the report ${named} cannot be found`}; ${found.path} is of the same local area and inspection`,
    );
    return found;
  }
}

/** `area-send coverage`: which action answers which area, and which area nobody answers. */
export const addCoverage: AddCommand = (command, tools) => {
  command('coverage', 'show which actions of a plan answer which areas of its report')
    .argument('<plan>', 'the strategic plan or priority action plan')
    .option('--report <report>', 'the report; the one that the plan names when left out')
    .addOption(
      new Option('--format <format>', 'how the coverage is printed; html is a page that stands alone')
        .choices(['pretty', 'json', 'html'])
        .default('pretty'),
    )
    .addOption(todayOption())
    .action(async (path: string, options: CoverageArguments) => {
      const today = options.today ?? tools.today();
      const finder = new Finder(tools);
      const plan = await finder.plan(path);
      const report = options.report ? await finder.report(options.report) : await finder.reportOf(plan, resolve(tools.cwd, path));
      const coverage = coverageOf(report, plan, today);
      const { originals } = finder.workspace;
      for (const document of [report, plan]) originals.of(document);
      const mask: Mask = (text) => maskOf(plan)(maskOf(report)(text));
      if (options.format === 'json') tools.printJson(originals.beside(maskDeep(coverageJson(coverage), mask), report.path));
      else if (options.format === 'html')
        tools.print(coverageHtml(coverage, today, mask, (document, line) => lineText(originals.of(document), line)));
      else tools.print(pretty(coverage, tools.colors(), mask, originals));
      if (coverage.uncovered.length > 0 || coverage.unknown.length > 0) tools.fail();
      tools.complain(finder.workspace.configs.problems);
    });
};

/** One line; what may not be repeated is hidden before the text is cut. */
const clip = (text: string, length: number, mask: Mask): string => visible(oneLine(mask(text), length));
type PlaceOf = (plan: SendDocument, offset: number) => string;
const placeIn =
  (originals: Originals): PlaceOf =>
  (plan, offset) => {
    const { line } = plan.lineColumn(offset);
    const namer = originals.of(plan);
    return visible(namer.placeOf(line) ? `${plan.path ?? ''}, ${lineText(namer, line)}` : `${plan.path ?? ''}:${line}`);
  };

function prettyArea(
  { area, actions, unwritten, state, earliest, latest, expected, suggestions }: AreaCoverage,
  colors: Colors,
  mask: Mask,
  place: PlaceOf,
): string[] {
  const days =
    earliest && latest
      ? earliest === latest
        ? `due ${formatDate(earliest)}`
        : `due ${formatDate(earliest)} to ${formatDate(latest)}`
      : '';
  const bad = state === 'overdue' || state === 'behind';
  const told = state
    ? [
        (bad ? colors.yellow : state === 'complete' ? colors.green : (text: string) => text)(STATE_NAMES[state]),
        plural(actions.length, 'action'),
        days,
      ]
        .filter((part) => part !== '')
        .join(', ')
    : expected
      ? colors.red(unwritten.length > 0 ? 'Its action is still to be written' : 'Nobody answers this')
      : colors.dim('not asked of this plan');
  return [
    `${colors.bold(area.id)}  ${told}`,
    colors.dim(`      ${clip(area.text, 110, mask)}`),
    ...actions.map(
      ({ plan, action, state: own }) =>
        `      ${place(plan, action.span.start)}  ${clip(action.text, 80, mask)} ${colors.dim(`(${[action.owner ? clip(action.owner.text, 60, mask) : 'no owner', action.dueDate ? formatDate(action.dueDate) : action.due ? clip(action.due.text, 60, mask) : 'no deadline', STATE_NAMES[own].toLowerCase()].join('; ')})`)}`,
    ),
    ...(actions.length === 0
      ? unwritten.map(({ plan, action }) => `      ${place(plan, action.span.start)}  ${clip(action.text, 80, mask)}`)
      : []),
    ...(actions.length === 0
      ? suggestions.map(
          ({ plan, action, reference }) => `      ${place(plan, reference.span.start)}  close in words: ${clip(action.text, 80, mask)}`,
        )
      : []),
  ];
}

function pretty(coverage: Coverage, colors: Colors, mask: Mask, originals: Originals): string {
  const place = placeIn(originals);
  const expected = coverage.areas.filter((area) => area.expected).length;
  const name = areaName(coverage.report);
  const lines = [
    colors.underline(`${name ? `${visible(name)}: ` : ''}${expected - coverage.uncovered.length} of ${plural(expected, 'area')} answered`),
    '',
  ];
  for (const area of coverage.areas) append(lines, [...prettyArea(area, colors, mask, place), '']);
  for (const { plan, reference, actions } of coverage.unknown)
    lines.push(
      `${place(plan, reference.span.start)}  ${colors.red(`${visible(reference.value)} is not an area of this report`)} (${plural(actions.length, 'action')})`,
    );
  if (coverage.unassigned.length > 0)
    lines.push(
      `${plural(coverage.unassigned.length, 'action')} without an area: ${coverage.unassigned.map(({ plan, action }) => place(plan, action.span.start)).join(', ')}`,
    );
  return lines.join('\n').trimEnd();
}
