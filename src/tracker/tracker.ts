import { readDeadline, readStatus, type ActionFact, type ActionState, type SendDocument } from '../document/index.js';
import type { DocumentKind, IsoDate } from '../framework/types.js';
import { latestByObject } from '../memo/memo.js';
import type { Span } from '../text/span.js';
import { collapsed } from '../text/words.js';
import { likeness, likePairs, tellingWords } from './_alike.js';
import { meaningOf, NO_LETTERS, NO_MEANING, type Letters, type Meaning } from './_meaning.js';
import { isOther, isSameOwner, perhapsPairs } from './_perhaps.js';

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
  /** What other plans say in other words and is perhaps the same action: nobody but a reader can tell. */
  readonly perhapsIn: readonly SameAction[];
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

const areaOf = ({ facts, frontMatter }: SendDocument): string | null => facts.localArea?.value ?? frontMatter.data.localArea ?? null;

/** What an action says, without its neighbours in other plans. */
export function readAction(document: SendDocument, action: ActionFact, today: IsoDate): TrackedAction {
  const status = oneLine(action.status?.text);
  const state = status === null ? null : readStatus(status);
  const deadline = action.due && readDeadline(action.due.text);
  const latest = deadline?.latest ?? null;
  return {
    path: document.path ?? '',
    kind: document.kind!,
    localArea: areaOf(document),
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
    perhapsIn: [],
    sameNumber: [],
  };
}

/** From here on two wordings in different plans are the same action. */
const SAME = 0.8;
/** With the same number, less is enough. */
const SAME_NUMBER = 0.5;
/** No area has more plans that number their actions alike. */
const MOST_SAME_NUMBER = 50;

const FIELDS: readonly TrackedField[] = ['owner', 'due', 'measure', 'status'];

function differing(one: TrackedAction, other: TrackedAction, lettersOf: (action: TrackedAction) => Letters): TrackedField[] {
  const said = (action: TrackedAction, field: TrackedField): string | null =>
    (field === 'due' ? (action.dueDate ?? action.due) : action[field])?.toLowerCase().trim().replace(/\.$/, '') ?? null;
  return FIELDS.filter((field) => {
    const [a, b] = [said(one, field), said(other, field)];
    if (a === null || b === null || a === b) return false;
    return field !== 'owner' || !isSameOwner(one.owner!, lettersOf(one), other.owner!, lettersOf(other));
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

/** What letters stand for in a plan, in its own words: “EP” in “educational psychologists (EPs)”. */
export type LettersOf = (plan: SendDocument) => ReadonlyMap<string, string>;

const meanings = latestByObject<SendDocument, Letters, readonly Meaning[]>();

const NO_WORDS: ReadonlySet<string> = new Set();

/** The actions of several plans, while those that are the same are looked for. */
class Together {
  readonly actions: readonly TrackedAction[];
  readonly #words: readonly ReadonlySet<string>[];
  readonly #plans: ReadonlyMap<string, SendDocument>;
  readonly #also: SameAction[][];
  readonly #perhaps: SameAction[][];
  readonly #letters = new Map<string, Letters>();

  constructor(
    private readonly plans: readonly SendDocument[],
    today: IsoDate,
    private readonly lettersOf: LettersOf | undefined,
  ) {
    const read = plans.map((plan) => readActions(plan, today));
    this.actions = read.flatMap((one) => one.actions);
    this.#words = read.flatMap((one) => one.words);
    this.#plans = new Map(plans.map((plan) => [plan.path ?? '', plan]));
    this.#also = this.actions.map(() => []);
    this.#perhaps = this.actions.map(() => []);
  }

  #lettersIn(path: string): Letters {
    if (!this.lettersOf) return NO_LETTERS;
    if (!this.#letters.has(path)) this.#letters.set(path, this.lettersOf(this.#plans.get(path)!));
    return this.#letters.get(path)!;
  }

  /** Only other plans of the same local area can hold the same action. */
  #mayBeSame(a: number, b: number): boolean {
    const [one, other] = [this.actions[a]!, this.actions[b]!];
    return one.path !== other.path && one.localArea === other.localArea;
  }

  #tell(a: number, b: number, lists: readonly SameAction[][]): void {
    const [one, other] = [this.actions[a]!, this.actions[b]!];
    if (!this.#mayBeSame(a, b) || lists[a]!.some(({ path, line }) => path === other.path && line === other.line)) return;
    const differs = differing(one, other, ({ path }) => this.#lettersIn(path));
    lists[a]!.push({ path: other.path, id: other.id, line: other.line, differs });
    lists[b]!.push({ path: one.path, id: one.id, line: one.line, differs });
  }

  /** One by its number or its near wording; what nearly has the words of another and speaks of something else is returned. */
  #findSame(byNumber: ByNumber): [number, number][] {
    const doubtful: [number, number][] = [];
    // One long plan is not compared with itself.
    const shared = this.#sharedAreas();
    const words = this.#words.map((list, index) => (shared.has(this.actions[index]!.localArea) ? list : NO_WORDS));
    for (const { a, b } of likePairs(words, words, SAME, (x, y) => x < y && this.#mayBeSame(x, y))) {
      const [one, other] = [this.actions[a]!, this.actions[b]!];
      if (one.text !== other.text && isOther(meaningOf(one.text), meaningOf(other.text))) doubtful.push([a, b]);
      else this.#tell(a, b, this.#also);
    }
    const places = new Map(this.actions.map((action, index) => [action, index]));
    for (const list of byNumber.values())
      list.forEach((one, at) => {
        for (const other of list.slice(at + 1, at + 1 + MOST_SAME_NUMBER)) {
          const [a, b] = [places.get(one)!, places.get(other)!];
          if (likeness(this.#words[a]!, this.#words[b]!) >= SAME_NUMBER) this.#tell(a, b, this.#also);
        }
      });
    return doubtful;
  }

  /** Whether a plan is known to have an action. */
  #isIn(index: number, path: string): boolean {
    return this.#also[index]!.some((same) => same.path === path);
  }

  /** Local areas that have several plans. */
  #sharedAreas(): ReadonlySet<string | null> {
    const [seen, shared] = [new Set<string | null>(), new Set<string | null>()];
    for (const area of this.plans.map(areaOf)) (seen.has(area) ? shared : seen).add(area);
    return shared;
  }

  #findPerhaps(doubtful: readonly [number, number][]): void {
    const shared = this.#sharedAreas();
    const alone = this.plans.filter((plan) => !shared.has(areaOf(plan)));
    const isOpen = (a: number, b: number): boolean =>
      this.#mayBeSame(a, b) && !this.#isIn(a, this.actions[b]!.path) && !this.#isIn(b, this.actions[a]!.path);
    for (const [a, b] of doubtful) if (isOpen(a, b)) this.#tell(a, b, this.#perhaps);
    if (alone.length === this.plans.length) return;
    const known = this.plans.flatMap((plan) => {
      if (alone.includes(plan)) return plan.facts.actions.map(() => NO_MEANING);
      const letters = this.#lettersIn(plan.path ?? '');
      return meanings(plan, letters, () => plan.facts.actions.map(({ text }) => meaningOf(oneLine(text) ?? '', letters)));
    });
    for (const [a, b] of perhapsPairs(this.actions, known, ({ path }) => this.#lettersIn(path), isOpen)) this.#tell(a, b, this.#perhaps);
  }

  find(): readonly TrackedAction[] {
    const byNumber = new Map<string, TrackedAction[]>();
    for (const action of this.actions) {
      const number = numberOf(action);
      if (number === null) continue;
      const list = byNumber.get(number);
      if (list) list.push(action);
      else byNumber.set(number, [action]);
    }
    this.#findPerhaps(this.#findSame(byNumber));
    return this.actions.map((action, index): TrackedAction => {
      const [alsoIn, perhapsIn] = [this.#also[index]!, this.#perhaps[index]!];
      return { ...action, alsoIn, perhapsIn, sameNumber: clashes(action, [...alsoIn, ...perhapsIn], byNumber) };
    });
  }
}

/**
 * Every action of the plans, late ones first, each with the same action in other plans of the same local area, and with what is perhaps
 * the same there. `lettersOf` lets letters be known for what their plan says they stand for.
 */
export const trackActions = (plans: readonly SendDocument[], today: IsoDate, lettersOf?: LettersOf): readonly TrackedAction[] =>
  [...new Together(plans, today, lettersOf).find()].sort(byUrgency);

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
