import type { PlanField } from '../../framework/plan-columns.js';
import type { Span } from '../../framework/types.js';
import { readStatus } from './action-status.js';
import { readDeadline } from './deadline.js';
import type { ActionFact, ActionField, ActionFieldName } from '../types.js';

/*
 * What the values of an action tell of its owner, deadline, measure and status, wherever they stand.
 */

export interface Field {
  readonly text: string;
  readonly span: Span;
}

/** By what each stands for. */
export type Values = Map<PlanField, Field>;

/** The fields of an action as its values tell them. */
export type Told = Pick<ActionFact, 'owner' | 'start' | 'due' | 'dueDate' | 'measure' | 'status' | 'outcome'>;

/** A second value of the same sort is joined to the first. */
export function add(values: Values, role: PlanField, field: Field): void {
  const before = values.get(role);
  if (!before) values.set(role, field);
  else if (before.span.start !== field.span.start) values.set(role, { text: `${before.text}\n${field.text}`, span: before.span });
}

export function toldBy(values: ReadonlyMap<PlanField, Field>): Told {
  const finished = values.get('completed');
  // "Completed? Yes" is a status; "Completed: 3 May 2026" is a day.
  const isDay = finished !== undefined && readDeadline(finished.text).date !== null;
  // "Start: April 2026, Complete: March 2027" tells when it ends, not that it has.
  const isEnd = isDay && values.has('start') && !values.has('due');
  const due =
    values.get('due') ??
    (isDay || (finished && readStatus(finished.text) === 'complete' && finished.text.length > 3) ? finished : null) ??
    null;
  const status =
    values.get('status') ??
    (due && /^\W*(?:completed?|done|achieved)\b/i.test(due.text) && readStatus(due.text) === 'complete' ? due : undefined) ??
    (finished && isEnd ? undefined : finished && (isDay ? { text: 'Complete', span: finished.span } : finished)) ??
    progressOf(values);
  return {
    owner: ownerOf(values),
    start: values.get('start') ?? null,
    due,
    dueDate: due && readDeadline(due.text).date,
    measure: measureOf(values),
    status: status ?? null,
    outcome: values.get('outcome') ?? values.get('aim') ?? null,
  };
}

/** Which field of an action a label stands for; null for labels that are none. */
export function placeOf(role: PlanField): ActionFieldName | null {
  switch (role) {
    case 'owner':
    case 'start':
    case 'due':
    case 'measure':
    case 'status':
    case 'outcome':
      return role;
    case 'aim':
      return 'outcome';
    case 'body':
    case 'accountable':
      return 'owner';
    case 'completed':
      return 'due';
    case 'baseline':
    case 'target':
      return 'measure';
    default:
      return null;
  }
}

function ownerOf(values: ReadonlyMap<PlanField, Field>): ActionField | null {
  // Of two posts, the one that does it; who answers for it stands in where no other is named.
  const owner = values.get('owner') ?? values.get('accountable');
  const body = values.get('body');
  if (!owner || !body || owner.text.includes(body.text)) return owner ?? body ?? null;
  return { text: `${owner.text}, ${body.text}`, span: owner.span };
}

/** Where things stand now tells a baseline when it has a figure. */
const numbered = (field: Field | undefined): Field | undefined => (field && /\d/.test(field.text) ? field : undefined);

/** "95%", "eight in ten": an outcome that can be counted shows whether it has come. */
const COUNTED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|none|no (?:child|family|pupil|young person))(?: (?:in|out of|of|is|has|waits)\b|-)/i;

/** The measure with its baseline and target, where these have places of their own. */
function measureOf(values: ReadonlyMap<PlanField, Field>): ActionField | null {
  const measure = values.get('measure');
  const parts = [
    ['Baseline', values.get('baseline') ?? numbered(values.get('now'))],
    ['Target', values.get('target')],
  ] as const;
  // Told once: "What we will see: … Baseline: …" beside "Where we are now: families wait".
  const texts = parts.flatMap(([name, field]) =>
    field && !measure?.text.toLowerCase().includes(`${name.toLowerCase()}:`) ? [`${name}: ${field.text.replace(/\.$/, '')}.`] : [],
  );
  const outcome = values.get('outcome');
  const main = measure ?? values.get('target') ?? (outcome && COUNTED.test(outcome.text) ? outcome : undefined);
  // Where things stand today is no measure by itself.
  if (!main) return null;
  if (!measure && main === outcome) return outcome;
  return { text: [...(measure ? [measure.text] : []), ...texts].join(' '), span: main.span };
}

function progressOf(values: ReadonlyMap<PlanField, Field>): ActionField | null {
  return (
    [values.get('progress'), values.get('now')].find(
      (field) => field && readStatus(field.text) && (field === values.get('progress') || field.text.length < 30),
    ) ?? null
  );
}
