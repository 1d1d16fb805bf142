import { finish, openDocumentInSteps, perBlock, titleHeading, type Block, type OpenOptions, type SendDocument } from '../document/index.js';
import type { SectionId } from '../framework/types.js';
import { holdsPersonalData } from '../privacy/mask.js';
import type { BlockRule, Problem, Rule, RuleContext } from '../rules/rule.js';
import { moved } from '../rules/support/nodes.js';
import { append } from '../text/lists.js';
import { overlapping } from '../text/search.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { told, type Absence } from './absences.js';
import { toFinding } from './findings.js';
import { isRule, ruleById, selectionOf, severityOf, type Selection } from './select.js';
import { directiveProblems, readDirectives, type Directive } from './suppressions.js';
import type { CheckOptions, CheckResult, Finding, TextOptions } from './types.js';

interface Located {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly base: number;
}

interface BlockFound {
  readonly rule: BlockRule;
  readonly problem: Problem;
}

/** What the block rules found in a block that stands in a section, under a choice of rules and settings. */
interface BlockRun {
  readonly choice: number;
  readonly section: SectionId | null;
  readonly found: readonly BlockFound[];
}

/** Kept with the block: an unchanged block costs one look however often its document is checked. */
const runsOf = perBlock<BlockRun[]>(() => []);

function knownRun(block: Block, choice: number, section: SectionId | null): BlockRun | null {
  for (const run of runsOf(block)) if (run.choice === choice && run.section === section) return run;
  return null;
}

/** Runs of rules under settings that are no longer in use would pile up. */
const MOST_RUNS = 20;

/** Looks at a block for the rules that need the whole document as well, while it is known what words it holds. */
function runBlockRules(
  { blockRules, searches, choice }: Selection,
  block: Block,
  section: SectionId | null,
  context: RuleContext,
): readonly BlockFound[] {
  const found: BlockFound[] = [];
  const { kind, settings } = context;
  for (const rule of blockRules) rule.checkBlock(block, (problem) => found.push({ rule, problem }), { kind, section, settings });
  for (const { lookAt } of searches) lookAt(block, context);
  const runs = runsOf(block);
  if (runs.length > MOST_RUNS) runs.length = 0;
  runs.push({ choice, section, found });
  return found;
}

function* collect(document: SendDocument, selection: Selection, context: RuleContext): Generator<void, Located[]> {
  const { documentRules, choice } = selection;
  const found: Located[] = [];
  for (const placed of document.blocks) {
    let inner = document.sectionOf(placed);
    if (inner === undefined) continue;
    while (inner && inner.id === null) inner = inner.parent;
    const section = inner?.id ?? null;
    const known = knownRun(placed.block, choice, section);
    for (const { rule, problem } of known?.found ?? runBlockRules(selection, placed.block, section, context))
      found.push({ rule, problem, base: placed.start });
    if (!known) yield;
  }
  for (const rule of documentRules) {
    yield;
    for (const { lookAhead } of rule.looksFor ?? []) if (lookAhead) yield* lookAhead(document, context);
    rule.check(document, (problem) => found.push({ rule, problem, base: 0 }), context);
  }
  return found;
}

/** Without what rules say of words of which another rule, which counts for more there, says something too. */
function withoutEchoes(located: readonly Located[], wanted: ReadonlySet<string>): Located[] {
  const marked = new Map<string, (from: number, to: number) => boolean>();
  const marks = (id: string): ((from: number, to: number) => boolean) => {
    let known = marked.get(id);
    if (!known) {
      const own = wanted.has(id) ? located.filter(({ rule }) => rule.id === id) : [];
      marked.set(id, (known = overlapping(own.map(({ problem, base }) => moved(problem.at, base)))));
    }
    return known;
  };
  return located.filter(
    ({ rule, problem, base }) => !rule.givesWayTo?.some((id) => marks(id)(problem.at.start + base, problem.at.end + base)),
  );
}

/** The rules that say that somebody's data stands in a document. */
const OF_PERSONAL_DATA: ReadonlySet<string> = new Set(['personal-data', 'identifiable-child', 'suppression']);

/** How many findings are placed between two pauses. */
const AT_ONCE = 50;

export const checkDocument = (document: SendDocument, options: CheckOptions): readonly Finding[] =>
  finish(checkDocumentInSteps(document, options));

function* checkDocumentInSteps(document: SendDocument, options: CheckOptions): Generator<void, readonly Finding[]> {
  const { kind } = document;
  if (!kind) return [];
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const context: RuleContext = {
    kind,
    today: options.today,
    settings,
    lookup: (path) => (options.lookup ? options.lookup(path) : undefined),
    answered: () => options.answered?.(document),
    exists: (path) => options.exists?.(path),
  };

  const directives = readDirectives(document);
  const selection = selectionOf(kind, settings, options, directives);
  const { wanted } = selection;

  let located = withoutEchoes(yield* collect(document, selection, context), wanted);
  if (directives.length > 0) {
    const used = new Set<Directive>();
    const title = titleHeading(document);
    located = located.filter(({ rule, problem, base }) => {
      // What the whole document lacks may be told at its title.
      const starts = [problem.at.start + base, ...(problem.lack !== undefined && title ? [title.textSpan.start] : [])];
      const directive = directives.find(
        ({ kind: type, rules, scope }) =>
          type !== 'enable' && rules.includes(rule.id) && starts.some((start) => start >= scope.start && start < scope.end),
      );
      if (directive) used.add(directive);
      return !directive;
    });
    if (!options.skipIdle && wanted.has('suppression')) {
      const rule = ruleById('suppression')!;
      for (const problem of directiveProblems(directives, used, isRule, (id) => severityOf(ruleById(id)!, kind, settings) === 'off')) {
        located.push({ rule, problem, base: 0 });
      }
    }
  }
  const findings: Finding[] = [];
  const absences: Absence[] = [];
  const isPersonal = holdsPersonalData(document);
  for (const { rule, problem, base } of located) {
    if (!wanted.has(rule.id)) continue;
    // Whatever another rule says of somebody's data would repeat it.
    if (!OF_PERSONAL_DATA.has(rule.id) && isPersonal({ start: problem.at.start + base, end: problem.at.end + base })) continue;
    if (findings.length % AT_ONCE === 0) yield;
    const finding = toFinding(document, rule, problem, base, options);
    if (problem.lack === undefined) findings.push(finding);
    else absences.push({ finding, lack: problem.lack });
  }
  append(findings, told(document, absences));
  return findings.sort(
    (a, b) =>
      a.start.offset - b.start.offset ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
      a.end.offset - b.end.offset ||
      (a.message < b.message ? -1 : 1),
  );
}

export const openOptions = (options: TextOptions): OpenOptions => ({
  path: options.path ?? null,
  bodies: (options.settings ?? DEFAULT_SETTINGS).bodies,
  ...(options.kind ? { kind: options.kind } : {}),
  ...(options.configuredKind ? { configuredKind: options.configuredKind } : {}),
});

export function* resultInSteps(document: SendDocument, options: TextOptions): Generator<void, CheckResult> {
  const name = document.frontMatter.data.localArea ?? document.facts.localArea?.value ?? null;
  return {
    document,
    kind: document.kind,
    localArea: name,
    edition: document.edition,
    findings: yield* checkDocumentInSteps(document, options),
  };
}

/** Reads and checks one text. Never throws on any text. */
export function checkText(text: string, options: TextOptions): CheckResult {
  return finish(checkTextInSteps(text, options));
}

/** `checkText` with pauses of a few milliseconds at most between them, for hosts that must not be held. */
export function* checkTextInSteps(text: string, options: TextOptions): Generator<void, CheckResult> {
  return yield* resultInSteps(yield* openDocumentInSteps(text, openOptions(options)), options);
}
