import { maskDeep, maskOf } from '../privacy/mask.js';
import type { SendDocument } from '../document/index.js';
import { cycleInputOf, type CycleInput } from '../schedule/index.js';

/** The authors’ own words, without anybody’s data. An id that is made of such words goes by number instead. */
function withoutData(input: CycleInput, document: SendDocument): CycleInput {
  const mask = maskOf(document);
  const renamed = new Map<string, string>();
  const hide = <T extends { readonly id: string; readonly title: string }>(item: T, index: number, kind: string): T => {
    const shown = maskDeep(item, mask);
    if (shown.title === item.title) return { ...shown, id: item.id };
    const id = `${kind}-personal-data-${index + 1}`;
    renamed.set(item.id, id);
    return { ...shown, id };
  };
  // What is due on somebody’s day of birth has no day that may be shown.
  const isDue = ({ due }: { readonly due: string | null }): boolean => due !== null;
  const milestones = input.milestones.map((item, index) => hide(item, index, 'milestone')).filter(isDue);
  const actions = input.actions.map((item, index) => hide(item, index, 'action')).filter(isDue);
  const shownId = <T extends { readonly id: string }>(item: T): T => ({ ...item, id: renamed.get(item.id) ?? mask(item.id) });
  return {
    ...input,
    localArea: input.localArea === null ? null : mask(input.localArea),
    milestones,
    actions,
    done: input.done.map(shownId),
    broughtForward: input.broughtForward.map(shownId),
  };
}

/** What a document adds to its local area's cycle, as it may be shown; null where it adds nothing. */
export function shownCycleOf(document: SendDocument): CycleInput | null {
  const input = cycleInputOf(document);
  return input && withoutData(input, document);
}
