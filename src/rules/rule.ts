import {
  DOCUMENT_KINDS,
  REPORT_KINDS,
  PLAN_KINDS,
  type DocumentKind,
  type IsoDate,
  type SectionId,
  type Severity,
  type Source,
  type Span,
} from '../framework/types.js';
import type { TextEdit } from '../text/span.js';
import type { Settings } from '../settings/settings.js';
import type { Search } from '../document/index.js';
import type { Block, SendDocument } from '../document/types.js';

export type { TextEdit };

export interface Fix {
  /** Imperative, as it stands in the light-bulb menu. Without one it names the words before and after: “Change “recieve” to “receive””. */
  readonly title?: string | undefined;
  readonly edits: readonly TextEdit[];
  /**
   * 'fix': the result is correct without further typing and may be applied in bulk.
   * 'assist': leaves the author a gap to fill; offered, never applied by itself.
   */
  readonly kind: 'fix' | 'assist';
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
  /** Another document; absent for the same one. */
  readonly path?: string;
}

export interface Problem {
  /** The smallest range that shows the mistake. */
  readonly at: Span;
  /** What is wrong and what to do, in plain English, for an inspector. Never contains personal data. */
  readonly message: string;
  /** Only to differ from the rule's own severity for the kind. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  /** Replaces the rule's general help for this problem. */
  readonly help?: string;
  /**
   * Where the document as a whole does not say something: what, as it goes on after “The plan does not say”. Several of these are told
   * as one finding at the title.
   */
  readonly lack?: string;
  /** Marks text as unnecessary (shown faded) or deprecated (struck through). */
  readonly tag?: 'unnecessary' | 'deprecated';
}

export type Report = (problem: Problem) => void;

/** What a rule is told of the check, beside the document or block. */
export interface RuleContext {
  /** The kind of the document that is checked. */
  readonly kind: DocumentKind;
  /** Today in Europe/London, given by the host. */
  readonly today: IsoDate;
  readonly settings: Settings;
  /**
   * Another document of the workspace by path relative to `document.path`; null when there is none or it lies outside.
   * undefined: this host has no other documents, so say nothing about a missing one.
   */
  lookup(path: string): SendDocument | null | undefined;
  /**
   * The report that the document answers without naming it: the only one of its local area and inspection in the workspace. null when there
   * is none or more than one; undefined where this host cannot say.
   */
  answered(): SendDocument | null | undefined;
  /** Whether there is a file at a path relative to `document.path`; undefined where this host cannot say. */
  exists(path: string): boolean | undefined;
}

export interface BlockContext {
  readonly kind: DocumentKind;
  readonly section: SectionId | null;
  readonly settings: Settings;
}

export interface RuleExample {
  readonly title?: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly today?: IsoDate;
  readonly settings?: Partial<Settings>;
  /** Other documents that `lookup` knows, by path. */
  readonly others?: Readonly<Record<string, string>>;
}

export interface InvalidExample extends RuleExample {
  /** In document order. `at` is the exact text that the finding covers ('' for an empty range). */
  readonly finds: readonly { readonly at: string; readonly message?: RegExp; readonly severity?: Severity }[];
  /** The text after all fixes of kind 'fix'; left out when there is none. */
  readonly fixed?: string;
}

export interface RuleExamples {
  readonly valid: readonly RuleExample[];
  readonly invalid: readonly InvalidExample[];
}

export interface RuleMeta {
  readonly id: string;
  /** What the rule checks, in one short sentence without a full stop. */
  readonly title: string;
  /** A number where the severity is the same for all kinds. */
  readonly severity: Severity | Partial<Record<DocumentKind, Severity>>;
  readonly kinds: readonly DocumentKind[];
  readonly source: Source;
  /** Why the framework (or good practice) asks for it: one or two sentences. */
  readonly rationale: string;
  /** What to do: one or two sentences. */
  readonly help: string;
  /** Runs in idle time, after the others. */
  readonly idle?: boolean;
  /** Rules that say more of the same words: where one of them finds something, this rule’s finding there is left out. */
  readonly givesWayTo?: readonly string[];
  /** Three to five that tell most; further ones stand in `<rule-id>.examples.ts` beside the rule, for the tests. */
  readonly examples: RuleExamples;
}

/** A rule that needs the whole document. Spans are absolute. */
export interface DocumentRule extends RuleMeta {
  /**
   * What `check` will ask for: markers and what else is kept by block or by action. The engine looks for it ahead, a block at a time,
   * and pauses in between, so that `check` has only to put together what was found.
   */
  readonly looksFor?: readonly Search<RuleContext>[];
  check(document: SendDocument, report: Report, context: RuleContext): void;
}

/**
 * A rule that needs nothing but one block of Markdown and the section it stands in.
 * Spans are block-relative. Its result is cached by block, so it must depend on its arguments alone.
 */
export interface BlockRule extends RuleMeta {
  checkBlock(block: Block, report: Report, context: BlockContext): void;
}

export type Rule = DocumentRule | BlockRule;

export const isBlockRule = (rule: Rule): rule is BlockRule => 'checkBlock' in rule;

export const ALL_KINDS = DOCUMENT_KINDS;
export const REPORTS = REPORT_KINDS;
export const PLANS = PLAN_KINDS;
/** An error in plans that answer a report; what a local SEND reform plan must hold is not known for certain, so a warning there. */
export const PLAN_ERROR = { 'strategic-plan': 'error', 'priority-action-plan': 'error', 'local-send-reform-plan': 'warning' } as const;
/** For what a plan does not seem to say: there are many ways to say it, so this is never an error. */
export const PLAN_GAP = { 'strategic-plan': 'warning', 'priority-action-plan': 'warning', 'local-send-reform-plan': 'info' } as const;

/**
 * The severity of a rule that rests on headings, fixed sentences or tables: no monitoring report could be read, so there it is only
 * worth a look.
 */
export const gentleInMonitoring = (severity: Severity): Readonly<Partial<Record<DocumentKind, Severity>>> => ({
  ...Object.fromEntries(ALL_KINDS.map((kind) => [kind, severity])),
  'monitoring-inspection-report': 'info',
});

export const replaceWith = (at: Span, text: string, title?: string): Fix => ({
  title,
  kind: 'fix',
  edits: [{ ...at, text }],
});
