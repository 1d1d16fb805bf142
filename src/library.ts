import * as check from './check/index.js';
import type { SendDocument } from './document/index.js';
import { isIsoDate } from './framework/days.js';
import { DOCUMENT_KINDS, type DocumentKind, type Severity } from './framework/types.js';
import type { Rule } from './rules/rule.js';
import * as schedule from './schedule/index.js';
import { problemsOf } from './framework/public-bodies.js';
import { describeIssue } from './settings/config.js';
import { shownCycleOf } from './workspace/shown-cycle.js';
import { DEFAULT_SETTINGS, settingsSchema, type Settings, type SettingsInput } from './settings/settings.js';

/*
 * The functions of the core as others call them. The core is given whole settings and a real day;
 * callers may leave out what they do not care about, and are told at once what cannot be used.
 */

/** Options as a caller gives them: settings may be partial. */
type Loose<Options> = Omit<Options, 'settings'> & { readonly settings?: SettingsInput };

export type TextOptions = Loose<check.TextOptions>;

/** Whole settings from partial ones. Settings that cannot be used are a TypeError that names the key. */
export function completeSettings(given?: SettingsInput | null): Settings {
  if (given === undefined || given === null) return DEFAULT_SETTINGS;
  const { success, data, error } = settingsSchema.safeParse(given);
  if (!success) throw new TypeError(`${describeIssue(error.issues[0]!)}.`);
  const wrong = problemsOf(data.bodies)[0];
  if (wrong) throw new TypeError(`“bodies.${wrong.index}.${wrong.key}” cannot be so: ${wrong.message}`);
  delete data.$schema;
  return data;
}

function assertText(text: unknown): asserts text is string {
  if (typeof text !== 'string') throw new TypeError('The text must be a string; decode a file’s bytes first.');
}

const isKind = (value: unknown): boolean => DOCUMENT_KINDS.some((kind) => kind === value);

interface Checked {
  readonly today: string;
  readonly settings?: SettingsInput;
  readonly kind?: DocumentKind;
  readonly configuredKind?: DocumentKind;
}

/** The options with whole settings, or an error that says what is wrong with them. */
function complete<Options extends Checked>(options: Options): Omit<Options, 'settings'> & { readonly settings: Settings } {
  const given: Partial<Options> = options ?? {};
  if (!isIsoDate(given.today))
    throw new RangeError(
      `“today” is ${given.today === undefined ? 'missing' : `“${String(given.today)}”, which is no day`}; give the day to count from as YYYY-MM-DD, for example 2026-11-23.`,
    );
  for (const kind of [given.kind, given.configuredKind]) {
    if (kind !== undefined && !isKind(kind))
      throw new RangeError(`“${String(kind)}” is not a kind of document; the kinds are ${DOCUMENT_KINDS.join(', ')}.`);
  }
  return { ...options, settings: completeSettings(given.settings) };
}

/** Reads and checks one text. Never throws on any text. */
export function checkText(text: string, options: TextOptions): check.CheckResult {
  assertText(text);
  return check.checkText(text, complete(options));
}

/** `checkText` with pauses of a few milliseconds at most between them, for hosts that must not be held. */
export function checkTextInSteps(text: string, options: TextOptions): Generator<void, check.CheckResult> {
  assertText(text);
  return check.checkTextInSteps(text, complete(options));
}

/** The findings of a document that has been read. */
export const checkDocument = (document: SendDocument, options: Loose<check.CheckOptions>): readonly check.Finding[] =>
  check.checkDocument(document, complete(options));

/** Applies preferred fixes until none is left. Assists are never applied. */
export function fixText(text: string, options: TextOptions & { readonly rules?: readonly string[] }): ReturnType<typeof check.fixText> {
  assertText(text);
  return check.fixText(text, complete(options));
}

/** The severity of a rule for a kind of document under these settings; 'off' when it does not run. */
export const severityOf = (rule: Rule, kind: DocumentKind, settings?: SettingsInput): Severity | 'off' =>
  check.severityOf(rule, kind, completeSettings(settings));

/** All deadlines of a cycle as they stand today. What lacks its trigger is in `waiting`, never guessed. */
export const deadlinesFor = (cycle: schedule.Cycle, options: Loose<schedule.ScheduleOptions>): schedule.Schedule =>
  schedule.deadlinesFor(cycle, complete(options));

/** A page with a timeline and a table for each cycle. */
export const timelinePage = (cycles: readonly schedule.Cycle[], options: Loose<schedule.TimelineOptions>): string =>
  schedule.timelinePage(cycles, complete(options));

/** A document that is being edited: its findings, its facts and its deadlines, each worked out when it is asked for. */
export interface Session extends Omit<check.Session, 'update' | 'updateInSteps'> {
  readonly facts: check.FactsJson;
  /** Of the document's local area and inspection; a plan takes in the report that it answers where `lookup` finds it. */
  readonly deadlines: schedule.Schedule['deadlines'];
  /** The deadlines with those that wait for a date, and what is wrong with the dates. */
  readonly schedule: schedule.Schedule;
  /** Replaces the whole text, reusing what is the same. New options take the place of all earlier ones. */
  update(text: string, options?: TextOptions): void;
  /** `update` and its result, with pauses; nothing changes unless it is run to its end. */
  updateInSteps(text: string, options?: TextOptions): Generator<void, check.CheckResult>;
}

const NOTHING: schedule.Schedule = { deadlines: [], waiting: [], problems: [] };

/** Begins a session. `today` is the day that deadlines count from. */
export function createSession(text: string, options: TextOptions): Session {
  assertText(text);
  let current = complete(options);
  const inner = check.createSession(text, current);
  let known: { readonly document: unknown; readonly options: unknown; readonly schedule: schedule.Schedule } | null = null;

  /** The same settings stay the same object, so that what they were checked by is not checked again. */
  const renewed = (changed: TextOptions): typeof current => {
    const next = complete(changed);
    return JSON.stringify(next.settings) === JSON.stringify(current.settings) ? { ...next, settings: current.settings } : next;
  };

  const scheduleNow = (): schedule.Schedule => {
    const { document } = inner;
    if (known?.document === document && known.options === current) return known.schedule;
    const own = shownCycleOf(document);
    const report = own?.respondsTo ? current.lookup?.(own.respondsTo) : null;
    const answered = report?.kind === 'full-inspection-report' ? shownCycleOf(report) : null;
    const cycle =
      own &&
      schedule
        .mergeCycles(answered && (own.localArea === null || answered.localArea === own.localArea) ? [own, answered] : [own])
        .find(({ paths }) => paths.includes(own.path));
    const result = cycle ? schedule.deadlinesFor(cycle, current) : NOTHING;
    known = { document, options: current, schedule: result };
    return result;
  };

  return {
    get text() {
      return inner.text;
    },
    get document() {
      return inner.document;
    },
    get result() {
      return inner.result;
    },
    get findings() {
      return inner.findings;
    },
    get facts() {
      return check.factsOf(inner.document);
    },
    get schedule() {
      return scheduleNow();
    },
    get deadlines() {
      return scheduleNow().deadlines;
    },
    edit: (edits) => inner.edit(edits),
    update(next, changed) {
      assertText(next);
      if (changed) current = renewed(changed);
      inner.update(next, changed && current);
    },
    *updateInSteps(next, changed) {
      assertText(next);
      const options = changed ? renewed(changed) : current;
      const result = yield* inner.updateInSteps(next, options);
      current = options;
      return result;
    },
  };
}
