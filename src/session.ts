import { createSession as createCheckedSession, factsOf, type FactsJson, type Session as CheckedSession, type TextOptions } from './check/index.js';
import { cycleInputOf, deadlinesFor, mergeCycles, type Schedule } from './schedule/index.js';

/** A document that is being edited: its findings, its facts and its deadlines, each worked out when it is asked for. */
export interface Session extends CheckedSession {
  readonly facts: FactsJson;
  /** Of the document's local area and inspection; a plan takes in the report that it answers where `lookup` finds it. */
  readonly deadlines: Schedule['deadlines'];
  /** The deadlines with those that wait for a date, and what is wrong with the dates. */
  readonly schedule: Schedule;
}

const NOTHING: Schedule = { deadlines: [], waiting: [], problems: [] };

/** Begins a session. `today` is the day that deadlines count from; a text that is no day is a RangeError once deadlines are asked for. */
export function createSession(text: string, options: Partial<TextOptions> & { readonly today: string }): Session {
  const session = createCheckedSession(text, options);
  let current = options;
  let known: { readonly document: unknown; readonly options: unknown; readonly schedule: Schedule } | null = null;

  const schedule = (): Schedule => {
    const { document } = session;
    if (known?.document === document && known.options === current) return known.schedule;
    const own = cycleInputOf(document);
    const report = own?.respondsTo ? current.lookup?.(own.respondsTo) : null;
    const answered = report?.kind === 'full-inspection-report' ? cycleInputOf(report) : null;
    const cycle = own && mergeCycles(answered && (own.localArea === null || answered.localArea === own.localArea) ? [own, answered] : [own]).find(({ paths }) => paths.includes(own.path));
    const result = cycle ? deadlinesFor(cycle, { today: current.today, ...(current.settings ? { settings: current.settings } : {}) }) : NOTHING;
    known = { document, options: current, schedule: result };
    return result;
  };

  const update = session.update.bind(session);
  return Object.defineProperties(session, {
    facts: { enumerable: true, get: () => factsOf(session.document) },
    schedule: { enumerable: true, get: schedule },
    deadlines: { enumerable: true, get: () => schedule().deadlines },
    update: {
      enumerable: true,
      value: (next: string, changed?: TextOptions): void => {
        if (changed) current = changed;
        update(next, changed);
      },
    },
  }) as Session;
}
