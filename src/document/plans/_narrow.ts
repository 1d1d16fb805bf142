import type { AreaReference } from '../types.js';

/*
 * Which of the areas that are named around an action it answers.
 */

/** Ids at the nearest level that has any, and those that the action's own words name. */
export function idsOf(references: readonly AreaReference[]): readonly string[] {
  const ids = references.filter(({ kind }) => kind === 'id');
  const nearest = ids.find(({ level }) => level !== 1)?.level;
  return [...new Set(ids.filter(({ level }) => level === nearest || level === 1).map(({ value }) => value))];
}

/** The level of what an action's own words name. */
const OWN_WORDS = 1;

/** What several actions share: the areas of the nearest heading or group, which all of them may answer. */
interface Part {
  readonly key: string;
  readonly ids: ReadonlySet<string>;
  readonly level: number;
  /** What the action's own words name. */
  readonly own: ReadonlySet<string>;
}

function partOf(references: readonly AreaReference[]): Part | null {
  const ids = references.filter(({ kind }) => kind === 'id');
  const level = ids.find((reference) => reference.level !== OWN_WORDS)?.level;
  if (level === undefined || level < OWN_WORDS) return null;
  const shared = ids.filter((reference) => reference.level === level);
  const values = new Set(shared.map(({ value }) => value));
  if (values.size < 2) return null;
  return {
    key: shared.map(({ span }) => span.start).join(),
    ids: values,
    level,
    own: new Set(ids.filter((reference) => reference.level === OWN_WORDS).map(({ value }) => value)),
  };
}

/**
 * A part for "AFI1 and AFI3" whose actions say which of the two each answers: their own words decide.
 * Only where these name every area of the part, so that none is lost. Changes the list, which has an entry for each action.
 */
export function narrow(all: (readonly AreaReference[])[]): void {
  // Actions of one place share their references.
  const known = new Map<readonly AreaReference[], Part | null>();
  const parts = new Map<string, { ids: ReadonlySet<string>; named: Set<string>; members: { index: number; part: Part }[] }>();
  all.forEach((references, index) => {
    let part = known.get(references);
    if (part === undefined) known.set(references, (part = partOf(references)));
    if (!part) return;
    const entry = parts.get(part.key) ?? { ids: part.ids, named: new Set<string>(), members: [] };
    for (const id of part.own) entry.named.add(id);
    entry.members.push({ index, part });
    parts.set(part.key, entry);
  });
  for (const { ids, named, members } of parts.values()) {
    if (![...ids].every((id) => named.has(id))) continue;
    for (const {
      index,
      part: { own, level },
    } of members) {
      if (own.size > 0 && [...own].every((id) => ids.has(id)))
        all[index] = all[index]!.filter((reference) => reference.kind !== 'id' || reference.level < level || own.has(reference.value));
    }
  }
}
