import type { SendDocument } from '../document/index.js';
import type { IsoDate } from '../framework/types.js';
import { workingDaysBetween, type WorkingCalendar } from '../framework/working-days.js';
import { likeness, likePairs, tellingWords } from './_alike.js';
import { readAction, type TrackedAction } from './tracker.js';

/*
 * What became of a plan's actions between two versions. They are matched by the plan's own numbers where the wording does not speak
 * against it, else by their wording.
 */

export type ActionChange =
  | { readonly what: 'reworded' | 'owner' | 'measure' | 'status'; readonly from: string | null; readonly to: string | null }
  | { readonly what: 'number'; readonly from: string; readonly to: string }
  | { readonly what: 'areas'; readonly from: readonly string[]; readonly to: readonly string[] }
  | {
      readonly what: 'due';
      readonly from: string | null;
      readonly to: string | null;
      /** Working days by which the day moved: more than 0 later, less earlier; null where one of them is no day. */
      readonly workingDays: number | null;
    };

export interface ChangedAction {
  readonly before: TrackedAction;
  readonly after: TrackedAction;
  readonly changes: readonly ActionChange[];
}

export interface PlanChanges {
  readonly added: readonly TrackedAction[];
  readonly removed: readonly TrackedAction[];
  readonly changed: readonly ChangedAction[];
  /** How many actions say what they said. */
  readonly unchanged: number;
}

/** Letters and figures alone: what is left is the same where only its form differs. */
const plain = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}£%]+/gu, ' ')
    .trim();

const saysTheSame = (one: Known, other: Known): boolean =>
  plain(one.text) === plain(other.text) || plain(deedOf(one)) === plain(deedOf(other));

/** With the same number: so much of the wording may differ. */
const LIKELY = 0.3;
/** Without a number. */
const LIKE = 0.5;
/** With another number: plans have many actions that differ in a word or two. */
const LIKE_RENUMBERED = 0.7;

/** By what an action is known again. */
export type Known = Pick<TrackedAction, 'reference' | 'text'> & Partial<Pick<TrackedAction, 'owner' | 'due' | 'measure' | 'status'>>;

const IN_WORDS = ['due', 'owner', 'measure', 'status'] as const;

/** The words without those in them that say by when, by whom and the like, as in “open a clinic by May 2027”: those are compared by themselves. */
function deedOf(action: Known): string {
  let { text } = action;
  for (const field of IN_WORDS) {
    const said = action[field];
    if (said && said.length < text.length) text = text.replace(said, () => '…');
  }
  return text;
}

/** Pairs of indexes of the two lists, in the order of the second. */
export function matchActions(before: readonly Known[], after: readonly Known[]): [number, number][] {
  const pairs: [number, number][] = [];
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
  const take = (a: number, b: number): void => {
    if (takenBefore.has(a) || takenAfter.has(b)) return;
    takenBefore.add(a);
    takenAfter.add(b);
    pairs.push([a, b]);
  };
  const uniqueNumbers = (actions: readonly Known[]): Map<string, number> => {
    const known = new Map<string, number>();
    const twice = new Set<string>();
    actions.forEach(({ reference }, index) => {
      if (reference === null) return;
      if (known.has(reference)) twice.add(reference);
      known.set(reference, index);
    });
    for (const reference of twice) known.delete(reference);
    return known;
  };
  const numbers = uniqueNumbers(after);
  const sameNumber = [...uniqueNumbers(before)].flatMap(([reference, a]) => {
    const b = numbers.get(reference);
    return b === undefined ? [] : [[a, b] as const];
  });
  for (const [a, b] of sameNumber) if (saysTheSame(before[a]!, after[b]!)) take(a, b);
  // Moved with its words: the same text under another number, in order; then the same but for what is compared by itself.
  for (const wordsIn of [({ text }: Known): string => text, deedOf]) {
    const byText = new Map<string, number[]>();
    for (const [index, action] of after.entries()) {
      const words = plain(wordsIn(action));
      const list = byText.get(words);
      if (list) list.push(index);
      else byText.set(words, [index]);
    }
    before.forEach((action, a) => {
      const b = byText.get(plain(wordsIn(action)))?.find((index) => !takenAfter.has(index));
      if (b !== undefined) take(a, b);
    });
  }
  // Most are as they were: only what is left is compared word by word.
  const wordsOf = (
    actions: readonly Known[],
    taken: ReadonlySet<number>,
  ): { readonly at: number[]; readonly words: ReadonlySet<string>[] } => {
    const at = actions.flatMap((_, index) => (taken.has(index) ? [] : [index]));
    return { at, words: at.map((index) => tellingWords(deedOf(actions[index]!))) };
  };
  for (const [a, b] of sameNumber)
    if (!takenBefore.has(a) && !takenAfter.has(b) && likeness(tellingWords(deedOf(before[a]!)), tellingWords(deedOf(after[b]!))) >= LIKELY)
      take(a, b);
  const [left, right] = [wordsOf(before, takenBefore), wordsOf(after, takenAfter)];
  for (const pair of likePairs(left.words, right.words, LIKE)) {
    const [a, b] = [left.at[pair.a]!, right.at[pair.b]!];
    const renumbered = before[a]!.reference !== null && after[b]!.reference !== null && before[a]!.reference !== after[b]!.reference;
    if (pair.likeness >= (renumbered ? LIKE_RENUMBERED : LIKE)) take(a, b);
  }
  // The number alone: the plan says that it is this action still, in other words.
  for (const [a, b] of sameNumber) take(a, b);
  return pairs.sort((x, y) => x[1] - y[1]);
}

function changesOf(before: TrackedAction, after: TrackedAction, calendar: WorkingCalendar | undefined): ActionChange[] {
  const changes: ActionChange[] = [];
  if (!saysTheSame(before, after)) changes.push({ what: 'reworded', from: before.text, to: after.text });
  if (before.reference !== null && after.reference !== null && before.reference !== after.reference)
    changes.push({ what: 'number', from: before.reference, to: after.reference });
  if (before.answers.join() !== after.answers.join()) changes.push({ what: 'areas', from: before.answers, to: after.answers });
  if (before.dueDate !== after.dueDate || (after.dueDate === null && plain(before.due) !== plain(after.due)))
    changes.push({ what: 'due', from: before.due, to: after.due, workingDays: slip(before.dueDate, after.dueDate, calendar) });
  for (const what of ['owner', 'measure', 'status'] as const)
    if (plain(before[what]) !== plain(after[what])) changes.push({ what, from: before[what], to: after[what] });
  return changes;
}

function slip(from: IsoDate | null, to: IsoDate | null, calendar: WorkingCalendar | undefined): number | null {
  if (from === null || to === null) return null;
  return to >= from ? workingDaysBetween(from, to, calendar) : -workingDaysBetween(to, from, calendar);
}

/** What changed from one version of a plan to the next. */
export function changesBetween(before: SendDocument, after: SendDocument, today: IsoDate, calendar?: WorkingCalendar): PlanChanges {
  const old = before.facts.actions.map((action) => readAction(before, action, today));
  const now = after.facts.actions.map((action) => readAction(after, action, today));
  const pairs = matchActions(old, now);
  const [kept, known] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))];
  const changed = pairs
    .map(([a, b]): ChangedAction => ({ before: old[a]!, after: now[b]!, changes: changesOf(old[a]!, now[b]!, calendar) }))
    .filter(({ changes }) => changes.length > 0);
  return {
    added: now.filter((_, index) => !known.has(index)),
    removed: old.filter((_, index) => !kept.has(index)),
    changed,
    unchanged: pairs.length - changed.length,
  };
}
