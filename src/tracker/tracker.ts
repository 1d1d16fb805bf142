import { readDeadline, readStatus, type ActionFact, type ActionState, type SendDocument } from '../document/index.js';
import type { DocumentKind, IsoDate } from '../framework/types.js';
import { wordsOf } from '../language/sentences.js';
import { latestByObject } from '../memo/memo.js';
import type { Span } from '../text/span.js';
import { collapsed } from '../text/words.js';

/*
 * The actions of all plans of a folder in one list. Nothing is decided anew here: an action is what its plan says.
 */

/** An action as a tracker shows it. Texts are those of the plan, on one line. */
export interface TrackedAction {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly localArea: string | null;
  /** The number that the plan gives it; else A1, A2 … in the order of the plan. */
  readonly id: string;
  /** The number that the plan gives it; null where it gives none. */
  readonly reference: string | null;
  readonly text: string;
  readonly answers: readonly string[];
  readonly owner: string | null;
  /** The words of the deadline. */
  readonly due: string | null;
  /** The last day that they can mean. */
  readonly dueDate: IsoDate | null;
  readonly measure: string | null;
  readonly status: string | null;
  readonly state: ActionState | null;
  /** Its day is past, in the latest reading of its words, and nothing says that it is done. */
  readonly isLate: boolean;
  /** 1-based, in the plan. */
  readonly line: number;
  readonly span: Span;
  /** The same action in other plans, and what they say otherwise. */
  readonly alsoIn: readonly SameAction[];
  /** Other actions of other plans of the same local area that have its number. */
  readonly sameNumber: readonly ActionPlace[];
}

export interface ActionPlace {
  readonly path: string;
  readonly id: string;
  /** 1-based. */
  readonly line: number;
}

export type TrackedField = 'owner' | 'due' | 'measure' | 'status';

export interface SameAction extends ActionPlace {
  readonly differs: readonly TrackedField[];
}

const oneLine = (text: string | undefined): string | null => collapsed(text) || null;

/** What an action says, without its neighbours in other plans. */
export function readAction(document: SendDocument, action: ActionFact, today: IsoDate): TrackedAction {
  const status = oneLine(action.status?.text);
  const state = status === null ? null : readStatus(status);
  const deadline = action.due && readDeadline(action.due.text);
  const latest = deadline?.latest ?? null;
  return {
    path: document.path ?? '',
    kind: document.kind!,
    localArea: document.facts.localArea?.value ?? document.frontMatter.data.localArea ?? null,
    id: oneLine(action.reference?.text) ?? action.id,
    reference: oneLine(action.reference?.text),
    text: oneLine(action.text) ?? '',
    answers: action.answers,
    owner: oneLine(action.owner?.text),
    due: oneLine(action.due?.text),
    dueDate: action.dueDate,
    measure: oneLine(action.measure?.text),
    status,
    state,
    isLate: latest !== null && deadline?.problem !== 'vague' && latest < today && state !== 'complete',
    line: document.lineColumn(action.span.start).line,
    span: action.span,
    alsoIn: [],
    sameNumber: [],
  };
}

/** Longer words that tell nothing of what will be done. */
const JOINING: ReadonlySet<string> = new Set(
  'also been each every from have into more than that their them then these they this those through when where which will with'.split(' '),
);

/** Words of an action, without those that any sentence has. */
export function tellingWords(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text.toLowerCase())
      .map((word) => word.replace(/[’']s$/, ''))
      .filter((word) => (word.length > 3 && !JOINING.has(word)) || /\d/.test(word)),
  );
}

/** How much two sets of words have in common, 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / (one.size + other.size - shared);
}

/** Words by which two texts are compared, as numbers: the rarest first, in an order that all have in common. */
type Ranked = readonly number[];

/** How many words two lists share, both in ascending order. */
function sharedBy(one: Ranked, other: Ranked): number {
  let [shared, a, b] = [0, 0, 0];
  while (a < one.length && b < other.length) {
    const difference = one[a]! - other[b]!;
    if (difference === 0) shared++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return shared;
}

/** Rounding must not lose a pair that is just alike enough. */
const ROUNDING = 1e-9;

/**
 * Pairs of entries of two lists whose words are alike, `least` or more, the likest first. Two that are so alike share at least one of the
 * rarest words of each; only these are compared, and only where `may` allows it.
 */
export function likePairs(
  one: readonly ReadonlySet<string>[],
  other: readonly ReadonlySet<string>[],
  least: number,
  may: (a: number, b: number) => boolean = () => true,
): { readonly a: number; readonly b: number; readonly likeness: number }[] {
  const counts = new Map<string, number>();
  for (const list of one === other ? [one] : [one, other])
    for (const words of list) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranks = new Map([...counts].sort(([, x], [, y]) => x - y).map(([word], rank) => [word, rank]));
  const ranked = (words: ReadonlySet<string>): Ranked => [...words].map((word) => ranks.get(word)!).sort((x, y) => x - y);
  /** So many of the rarest words of a text decide whether another can be like it. */
  const telling = ({ length }: Ranked): number => length - Math.ceil(length * least - ROUNDING) + 1;
  const others = other.map(ranked);
  const places = new Map<number, number[]>();
  others.forEach((words, index) => {
    for (const word of words.slice(0, telling(words))) {
      const list = places.get(word);
      if (list) list.push(index);
      else places.set(word, [index]);
    }
  });
  const found: { a: number; b: number; likeness: number }[] = [];
  const seenBy = new Int32Array(other.length).fill(-1);
  (one === other ? others : one.map(ranked)).forEach((words, a) => {
    for (const word of words.slice(0, telling(words)))
      for (const b of places.get(word) ?? []) {
        if (seenBy[b] === a) continue;
        seenBy[b] = a;
        const [mine, its] = [words.length, others[b]!.length];
        if (Math.min(mine, its) < Math.max(mine, its) * least - ROUNDING || !may(a, b)) continue;
        const shared = sharedBy(words, others[b]!);
        const value = shared / (mine + its - shared);
        if (value >= least) found.push({ a, b, likeness: value });
      }
  });
  return found.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}

/** From here on two wordings in different plans are the same action. */
const SAME = 0.8;
/** With the same number, less is enough. */
const SAME_NUMBER = 0.5;
/** No area has more plans that number their actions alike. */
const MOST_SAME_NUMBER = 50;

const FIELDS: readonly TrackedField[] = ['owner', 'due', 'measure', 'status'];

function differing(one: TrackedAction, other: TrackedAction): TrackedField[] {
  const said = (action: TrackedAction, field: TrackedField): string | null =>
    (field === 'due' ? (action.dueDate ?? action.due) : action[field])?.toLowerCase().trim().replace(/\.$/, '') ?? null;
  return FIELDS.filter((field) => {
    const [a, b] = [said(one, field), said(other, field)];
    return a !== null && b !== null && a !== b;
  });
}

/** Late ones first, then by day; what has no day last, in the order of the plans. */
const byUrgency = (a: TrackedAction, b: TrackedAction): number =>
  Number(b.isLate) - Number(a.isLate) ||
  Number(a.state === 'complete') - Number(b.state === 'complete') ||
  compare(a.dueDate ?? '9999', b.dueDate ?? '9999') ||
  compare(a.path, b.path) ||
  a.span.start - b.span.start;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the number and the local area, every action that a plan numbers. */
type ByNumber = ReadonlyMap<string, readonly TrackedAction[]>;

const numberOf = ({ reference, localArea }: TrackedAction): string | null =>
  reference === null ? null : `${localArea ?? ''} ${reference.toLowerCase()}`;

function clashes(action: TrackedAction, alsoIn: readonly SameAction[], byNumber: ByNumber): ActionPlace[] {
  const number = numberOf(action);
  return (number === null ? [] : (byNumber.get(number) ?? [])).flatMap(({ path, id, line }) =>
    path === action.path || alsoIn.some((same) => same.path === path && same.line === line) ? [] : [{ path, id, line }],
  );
}

interface ReadActions {
  readonly actions: readonly TrackedAction[];
  readonly words: readonly ReadonlySet<string>[];
}
const kept = latestByObject<SendDocument, IsoDate, ReadActions>();

/** The view in the editor asks again whenever one of many plans changes. */
const readActions = (plan: SendDocument, today: IsoDate): ReadActions =>
  kept(plan, today, () => {
    const actions = plan.facts.actions.map((action) => readAction(plan, action, today));
    return { actions, words: actions.map(({ text }) => tellingWords(text)) };
  });

/** Every action of the plans, late ones first, each with the same action in other plans of the same local area. */
export function trackActions(plans: readonly SendDocument[], today: IsoDate): readonly TrackedAction[] {
  const read = plans.map((plan) => readActions(plan, today));
  const actions = read.flatMap((one) => one.actions);
  const words = read.flatMap((one) => one.words);
  const also = actions.map((): SameAction[] => []);
  const byNumber = new Map<string, TrackedAction[]>();
  for (const action of actions) {
    const number = numberOf(action);
    if (number === null) continue;
    const list = byNumber.get(number);
    if (list) list.push(action);
    else byNumber.set(number, [action]);
  }
  /** Only other plans of the same local area can hold the same action. */
  const mayBeSame = (a: number, b: number): boolean =>
    actions[a]!.path !== actions[b]!.path && actions[a]!.localArea === actions[b]!.localArea;
  const tell = (a: number, b: number): void => {
    const [one, other] = [actions[a]!, actions[b]!];
    if (!mayBeSame(a, b) || also[a]!.some(({ path, line }) => path === other.path && line === other.line)) return;
    const differs = differing(one, other);
    also[a]!.push({ path: other.path, id: other.id, line: other.line, differs });
    also[b]!.push({ path: one.path, id: one.id, line: one.line, differs });
  };
  for (const { a, b } of likePairs(words, words, SAME, (x, y) => x < y && mayBeSame(x, y))) tell(a, b);
  const places = new Map(actions.map((action, index) => [action, index]));
  for (const list of byNumber.values())
    list.forEach((one, at) => {
      for (const other of list.slice(at + 1, at + 1 + MOST_SAME_NUMBER)) {
        const [a, b] = [places.get(one)!, places.get(other)!];
        if (likeness(words[a]!, words[b]!) >= SAME_NUMBER) tell(a, b);
      }
    });
  return actions
    .map((action, index): TrackedAction => ({ ...action, alsoIn: also[index]!, sameNumber: clashes(action, also[index]!, byNumber) }))
    .sort(byUrgency);
}

export interface TrackerFilter {
  /** Part of the owner's words, in any case. */
  readonly owner?: string;
  readonly state?: ActionState | 'late' | 'none';
  /** The last day, included. */
  readonly dueBefore?: IsoDate;
}

export const filterActions = (actions: readonly TrackedAction[], { owner, state, dueBefore }: TrackerFilter): readonly TrackedAction[] =>
  actions.filter(
    (action) =>
      (owner === undefined || (action.owner?.toLowerCase().includes(owner.toLowerCase()) ?? false)) &&
      (state === undefined || (state === 'late' ? action.isLate : state === 'none' ? action.state === null : action.state === state)) &&
      (dueBefore === undefined || (action.dueDate !== null && action.dueDate <= dueBefore)),
  );
