import type { DocumentKind, EditionId, IsoDate, Severity } from '../framework/types.js';
import type { Settings } from '../settings/settings.js';
import type { SendDocument } from '../document/types.js';
import type { TextEdit } from '../rules/rule.js';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, UTF-16 code units. */
  readonly column: number;
  /** 0-based, UTF-16 code units. */
  readonly offset: number;
}

export interface FindingFix {
  readonly title: string;
  /** True for a fix whose result is correct without further typing; only these are applied in bulk. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

export interface FindingRelated {
  readonly path: string | null;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

/** One problem in one document, as every host shows it. `end` is exclusive. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly url: string;
  readonly start: Position;
  readonly end: Position;
  readonly fixes: readonly FindingFix[];
  readonly related?: readonly FindingRelated[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** The document as a whole does not say this, or nobody can tell that it does. */
  readonly isAbsence?: true;
  /** Where one finding tells what several rules found absent: what each of them found. The finding’s own rule is the first. */
  readonly collects?: readonly { readonly rule: string; readonly severity: Severity; readonly message: string }[];
}

export interface CheckOptions {
  readonly today: IsoDate;
  readonly settings?: Settings;
  /** Overrides every other way to decide the kind. */
  readonly kind?: DocumentKind;
  /** Another document by path relative to this one; null when there is none; leave out when the host has no other documents. */
  readonly lookup?: (path: string) => SendDocument | null;
  /** The report that a plan answers without naming it; null when there is none or it is not certain which; undefined, or left out, where nothing can be said. */
  readonly answered?: (plan: SendDocument) => SendDocument | null | undefined;
  /** Whether there is a file at a path relative to this document; undefined where nothing can be said. */
  readonly exists?: (path: string) => boolean | undefined;
  /** Only these rules. */
  readonly only?: readonly string[];
  /** Leave out rules that run in idle time (spelling). Default: all run. */
  readonly skipIdle?: boolean;
}

export interface TextOptions extends CheckOptions {
  readonly path?: string | null;
  /** What settings say of this path; front matter goes first. */
  readonly configuredKind?: DocumentKind;
}

/** The result of checking one text. `kind` null: not a framework document, no findings. */
export interface CheckResult {
  readonly document: SendDocument;
  readonly kind: DocumentKind | null;
  readonly localArea: string | null;
  readonly edition: EditionId;
  readonly findings: readonly Finding[];
}
