import { byObject, finish, openDocumentInSteps, perBlock, type Block, type Search, type SendDocument } from '../document/index.js';
import type { DocumentKind, SectionId, Severity, Span } from '../framework/types.js';
import { ALL_RULES } from '../rules/all.generated.js';
import {
  isBlockRule,
  type BlockRule,
  type DocumentRule,
  type Fix,
  type Problem,
  type Rule,
  type RuleContext,
  type TextEdit,
} from '../rules/rule.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.js';
import { holdsPersonalData, maskOf } from '../privacy/mask.js';
import { directiveProblems, readDirectives, type Directive } from './suppressions.js';
import type { CheckOptions, CheckResult, Finding, FindingFix, Position } from './types.js';

export const RULES: readonly Rule[] = ALL_RULES;
const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): Rule | undefined => byId.get(id);

const DOCUMENTATION = 'https://github.com/area-send-drafting/area-send-drafting/blob/main/docs/rules/';

/** The address of a rule's page. */
export const ruleUrl = (id: string): string => `${DOCUMENTATION}${id}.md`;

/** The severity of a rule for a kind of document under these settings; 'off' when it does not run. */
export function severityOf(rule: Rule, kind: DocumentKind, settings: Settings): Severity | 'off' {
  if (!rule.kinds.includes(kind)) return 'off';
  const chosen = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
  if (chosen) return chosen;
  return typeof rule.severity === 'string' ? rule.severity : (rule.severity[kind] ?? 'off');
}

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

/** Under each settings, the number of each choice of rules: the same for the same. */
const choices = new WeakMap<Settings, Map<string, number>>();
let nextChoice = 0;

function choiceOf(kind: DocumentKind, settings: Settings, rules: readonly Rule[]): number {
  let known = choices.get(settings);
  if (!known) choices.set(settings, (known = new Map<string, number>()));
  const key = `${kind}|${rules.map(({ id }) => id).join()}`;
  let choice = known.get(key);
  if (choice === undefined) known.set(key, (choice = nextChoice++));
  return choice;
}

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
  for (const search of searches) search.lookAt(block, context);
  const runs = runsOf(block);
  if (runs.length > MOST_RUNS) runs.length = 0;
  runs.push({ choice, section, found });
  return found;
}

/** The rules that run for a kind of document under some settings. */
interface Selection {
  readonly blockRules: readonly BlockRule[];
  readonly documentRules: readonly DocumentRule[];
  /** All that the document rules look for. */
  readonly searches: readonly Search<RuleContext>[];
  readonly choice: number;
  /** The ids of those whose findings are asked for; others run only to show whether a comment silences anything. */
  readonly wanted: ReadonlySet<string>;
}

const selections = new WeakMap<Settings, Map<string, Selection>>();
/** Comments can name ever other rules. */
const MOST_SELECTIONS = 50;

function selectionOf(
  kind: DocumentKind,
  settings: Settings,
  { only, skipIdle }: CheckOptions,
  directives: readonly Directive[],
): Selection {
  // Whether a comment silences anything shows only when the rules that it names run.
  const named = new Set(skipIdle ? [] : directives.flatMap(({ rules }) => rules.filter((id) => byId.has(id))));
  const key = JSON.stringify([kind, skipIdle === true, only ?? null, [...named]]);
  let known = selections.get(settings);
  if (!known) selections.set(settings, (known = new Map<string, Selection>()));
  let selection = known.get(key);
  if (!selection) {
    if (known.size >= MOST_SELECTIONS) known.clear();
    known.set(key, (selection = select(kind, settings, only, skipIdle === true, named)));
  }
  return selection;
}

function select(
  kind: DocumentKind,
  settings: Settings,
  only: readonly string[] | undefined,
  skipIdle: boolean,
  named: ReadonlySet<string>,
): Selection {
  const enabled = RULES.filter((rule) => severityOf(rule, kind, settings) !== 'off');
  const chosen = enabled.filter((rule) => (!only || only.includes(rule.id)) && !(skipIdle && rule.idle));
  const wanted = new Set(chosen.map(({ id }) => id));
  const rules = wanted.has('suppression') ? [...chosen, ...enabled.filter(({ id }) => named.has(id) && !wanted.has(id))] : chosen;
  const blockRules = rules.filter(isBlockRule);
  const documentRules = rules.filter((rule): rule is DocumentRule => !isBlockRule(rule));
  return {
    blockRules,
    documentRules,
    searches: [...new Set(documentRules.flatMap(({ looksFor }) => looksFor ?? []))],
    choice: choiceOf(kind, settings, blockRules),
    wanted,
  };
}

function* collect(document: SendDocument, selection: Selection, context: RuleContext): Generator<void, Located[]> {
  const { blockRules, documentRules, choice } = selection;
  const found: Located[] = [];
  if (blockRules.length > 0) {
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
  }
  for (const rule of documentRules) {
    yield;
    for (const search of rule.looksFor ?? []) yield* search.lookAhead(document, context);
    rule.check(document, (problem) => found.push({ rule, problem, base: 0 }), context);
  }
  return found;
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
    exists: (path) => options.exists?.(path),
  };

  const directives = readDirectives(document);
  const selection = selectionOf(kind, settings, options, directives);
  const { wanted } = selection;

  let located = yield* collect(document, selection, context);
  if (directives.length > 0) {
    const used = new Set<Directive>();
    located = located.filter(({ rule, problem, base }) => {
      const start = problem.at.start + base;
      const directive = directives.find(
        ({ kind: type, rules, scope }) => type !== 'enable' && start >= scope.start && start < scope.end && rules.includes(rule.id),
      );
      if (directive) used.add(directive);
      return !directive;
    });
    if (!options.skipIdle && wanted.has('suppression')) {
      const rule = byId.get('suppression')!;
      for (const problem of directiveProblems(
        directives,
        used,
        (id) => byId.has(id),
        (id) => severityOf(byId.get(id)!, kind, settings) === 'off',
      )) {
        located.push({ rule, problem, base: 0 });
      }
    }
  }
  const findings: Finding[] = [];
  const isPersonal = holdsPersonalData(document);
  for (const { rule, problem, base } of located) {
    if (!wanted.has(rule.id)) continue;
    // Whatever another rule says of somebody's data would repeat it.
    if (!OF_PERSONAL_DATA.has(rule.id) && isPersonal({ start: problem.at.start + base, end: problem.at.end + base })) continue;
    if (findings.length % AT_ONCE === 0) yield;
    findings.push(toFinding(document, rule, problem, base, kind, settings));
  }
  return findings.sort(
    (a, b) =>
      a.start.offset - b.start.offset ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
      a.end.offset - b.end.offset ||
      (a.message < b.message ? -1 : 1),
  );
}

/** Asked at each fix of a document. */
const hasWindowsBreaks = byObject(({ text }: SendDocument) => text.includes('\r\n'));

/** An edit with the line breaks of its document; a new paragraph does not run into the line that follows it. */
function fitted(document: SendDocument, edit: TextEdit): TextEdit {
  if (!/[\n\r]/.test(edit.text)) return edit;
  const runsOn = isNewParagraph(edit) && /^(?:\r\n|\n|\r)[ \t]*[^\s]/.test(document.text.slice(edit.end, edit.end + 200));
  const inserted = runsOn ? `${edit.text}\n` : edit.text;
  return { ...edit, text: hasWindowsBreaks(document) ? inserted.replace(/\r?\n/g, '\r\n') : inserted };
}

function toFinding(document: SendDocument, rule: Rule, problem: Problem, base: number, kind: DocumentKind, settings: Settings): Finding {
  const length = document.text.length;
  const position = (offset: number): Position => {
    const at = Math.max(0, Math.min(offset, length));
    return { ...document.lineColumn(at), offset: at };
  };
  const configured = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
  // A severity that the user chose replaces the rule's own distinctions.
  const severity = configured && configured !== 'off' ? configured : (problem.severity ?? (severityOf(rule, kind, settings) as Severity));
  // Rules may quote the text, but nobody's data.
  const mask = maskOf(document);
  const move = ({ start, end, text }: TextEdit): TextEdit => fitted(document, { start: start + base, end: end + base, text });
  const fixes = (problem.fixes ?? []).map((fix: Fix): FindingFix => ({
    title: mask(fix.title),
    preferred: fix.kind === 'fix',
    edits: fix.edits.map(move),
  }));
  return {
    rule: rule.id,
    severity,
    message: mask(problem.message),
    help: mask(problem.help ?? rule.help),
    url: ruleUrl(rule.id),
    start: position(problem.at.start + base),
    end: position(Math.max(problem.at.start, problem.at.end) + base),
    fixes,
    ...(problem.related && problem.related.length > 0
      ? {
          related: problem.related.map(({ span, message, path }) => {
            const other = path === undefined ? document : options(path);
            const place = (offset: number): Position =>
              other ? { ...other.lineColumn(offset), offset } : { line: 1, column: 1, offset: 0 };
            return { path: path ?? null, start: place(span.start), end: place(span.end), message: mask(message) };
          }),
        }
      : {}),
    ...(problem.tag ? { tag: problem.tag } : {}),
  };

  function options(path: string): SendDocument | null {
    return linkedDocuments.get(document)?.(path) ?? null;
  }
}

/** How related places in other documents are turned into lines. */
const linkedDocuments = new WeakMap<SendDocument, (path: string) => SendDocument | null>();

export interface TextOptions extends CheckOptions {
  readonly path?: string | null;
  /** What settings say of this path; front matter goes first. */
  readonly configuredKind?: DocumentKind;
}

const openOptions = (options: TextOptions): { path: string | null; kind?: DocumentKind; configuredKind?: DocumentKind } => ({
  path: options.path ?? null,
  ...(options.kind ? { kind: options.kind } : {}),
  ...(options.configuredKind ? { configuredKind: options.configuredKind } : {}),
});

function* resultInSteps(document: SendDocument, options: TextOptions): Generator<void, CheckResult> {
  if (options.lookup) linkedDocuments.set(document, options.lookup);
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

/** Applies edits that do not overlap, in any order. Throws a RangeError when they overlap or lie outside the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    // Written so that what is no number fails as well.
    if (!(
      edit.start >= at &&
      edit.end >= edit.start &&
      edit.end <= text.length &&
      Number.isInteger(edit.start) &&
      Number.isInteger(edit.end) &&
      typeof edit.text === 'string'
    ))
      throw new RangeError('Edits overlap or lie outside the text.');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Adds a paragraph of its own, so that another may be added at the same place. */
const isNewParagraph = ({ start, end, text }: TextEdit): boolean => start === end && /^(?:\r\n|\n){2}/.test(text);

/** The edits of the preferred fixes that do not touch each other, first come first served; what goes on with a paragraph stands before a new one. */
export function compatibleEdits(
  findings: readonly Finding[],
  rules?: readonly string[],
): { edits: TextEdit[]; applied: number; mended: readonly Finding[] } {
  const taken: TextEdit[] = [];
  const mended: Finding[] = [];
  // Findings come in order, so that most edits lie behind all others.
  let furthest = -1;
  const together = (edit: TextEdit, other: TextEdit): boolean =>
    edit.end === other.end && edit.text !== other.text && (isNewParagraph(edit) || isNewParagraph(other));
  const clashes = (edit: TextEdit, other: TextEdit): boolean =>
    edit.start < other.end && other.start < edit.end
      ? true
      : edit.start === other.start && (edit.start === edit.end || other.start === other.end) && !together(edit, other);
  for (const finding of findings) {
    if (rules && !rules.includes(finding.rule)) continue;
    const fix = finding.fixes.find((candidate) => candidate.preferred);
    if (!fix || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => edit.start <= furthest && taken.some((other) => clashes(edit, other)))) continue;
    taken.push(...fix.edits);
    for (const { end } of fix.edits) furthest = Math.max(furthest, end);
    mended.push(finding);
  }
  taken.sort((a, b) => a.start - b.start || a.end - b.end || Number(isNewParagraph(a)) - Number(isNewParagraph(b)));
  return { edits: taken, applied: mended.length, mended };
}

/** Two are usual. What is still being mended in the later half of these goes round in circles or only grows. */
const ROUNDS = 8;

export interface FixOptions extends TextOptions {
  readonly rules?: readonly string[];
}

export interface Fixed {
  readonly text: string;
  readonly applied: number;
  readonly rounds: number;
  readonly result: CheckResult;
}

/** Applies preferred fixes until none is left. Assists are never applied, nor is a fix that would never come to an end. */
export function fixText(text: string, options: FixOptions): Fixed {
  return finish(fixTextInSteps(text, options));
}

/** `fixText` with pauses of a few milliseconds at most between them. */
export function* fixTextInSteps(text: string, options: FixOptions): Generator<void, Fixed> {
  const endless = new Set<string>();
  const keyOf = ({ rule, message, fixes }: Finding): string =>
    JSON.stringify([rule, message, fixes.find(({ preferred }) => preferred)?.edits.map((edit) => edit.text)]);
  for (let attempt = 1; ; attempt++) {
    let [now, applied, rounds] = [text, 0, 0];
    let result = yield* checkTextInSteps(now, options);
    const late = new Set<string>();
    for (; rounds < ROUNDS; rounds++) {
      const next = compatibleEdits(
        result.findings.filter((finding) => endless.size === 0 || !endless.has(keyOf(finding))),
        options.rules,
      );
      const changed = applyEdits(now, next.edits);
      if (changed === now) return { text: now, applied, rounds, result };
      if (rounds >= ROUNDS / 2) for (const finding of next.mended) late.add(keyOf(finding));
      now = changed;
      applied += next.applied;
      result = yield* checkTextInSteps(now, options);
    }
    if (attempt === 5) return { text: now, applied, rounds, result };
    for (const key of late) endless.add(key);
  }
}

export interface Session {
  readonly text: string;
  readonly document: SendDocument;
  readonly result: CheckResult;
  readonly findings: readonly Finding[];
  /** Applies edits, given by offsets in the present text; later results take over what did not change. */
  edit(edits: readonly TextEdit[]): void;
  /** Replaces the whole text, reusing what is the same. */
  update(text: string, options?: TextOptions): void;
  /** `update` and its result, with pauses; nothing changes unless it is run to its end. */
  updateInSteps(text: string, options?: TextOptions): Generator<void, CheckResult>;
}

/** A document that is being edited. Findings are computed when they are asked for, and equal those of a fresh check. */
export function createSession(initial: string, options: Partial<TextOptions> & { today: string }): Session {
  let settings: TextOptions = options;
  let text = initial;
  let document: SendDocument | null = null;
  let result: CheckResult | null = null;
  let previous: SendDocument | undefined;
  const current = (): SendDocument => (document ??= finish(openDocumentInSteps(text, openOptions(settings), previous)));
  const checked = (): CheckResult => (result ??= finish(resultInSteps(current(), settings)));
  const update = (next: string, changed?: TextOptions): void => {
    if (changed) settings = changed;
    previous = document ?? previous;
    text = next;
    document = null;
    result = null;
  };
  return {
    get text() {
      return text;
    },
    get document() {
      return current();
    },
    get result() {
      return checked();
    },
    get findings() {
      return checked().findings;
    },
    edit: (edits) => update(applyEdits(text, edits)),
    update,
    *updateInSteps(next, changed = settings) {
      const read = yield* openDocumentInSteps(next, openOptions(changed), document ?? previous);
      const found = yield* resultInSteps(read, changed);
      [settings, text, document, previous, result] = [changed, next, read, undefined, found];
      return found;
    },
  };
}

export type { Span };
