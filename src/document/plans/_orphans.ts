import { wordsOf } from '../../language/sentences.js';
import { between, ownEntry, startOf, type Draft } from './_draft.js';
import { blockDraft, givenBy, type OpenBlock } from './_fields.js';
import { REQUIRED, type PlanParts } from './_plan-parts.js';
import type { References } from './_references.js';
import { add, placeOf } from './_values.js';

/** The least number of words of a heading that tells what will be done. */
const MIN_TITLE = 3;

interface Settled {
  /** Actions whose words stand in a heading. */
  readonly drafts: Draft[];
  /** A part of the plan measures the actions of other parts. */
  measuredElsewhere: boolean;
}

/** Blocks of fields that name no action: their heading is the action, or they hold for all actions of their section. */
export function* settleOrphans(
  orphans: readonly OpenBlock[],
  known: readonly Draft[],
  references: References,
  parts: PlanParts,
): Generator<void, Settled> {
  const settled: Settled = { drafts: [], measuredElsewhere: false };
  if (orphans.length === 0) return settled;
  const drafts = [...known].sort((a, b) => startOf(a) - startOf(b));
  for (const block of orphans) {
    let { section } = block;
    if (!section?.heading) continue;
    let inside = between(drafts, section.span);
    // Indicators under a heading of their own measure the actions of the part around it.
    while (block.indicators && inside.length === 0 && section.parent) {
      section = section.parent;
      inside = between(drafts, section.span);
    }
    if (block.indicators && inside.length === 0) settled.measuredElsewhere = true;
    const roles = new Set(block.fields.map(({ role }) => placeOf(role)).filter((name) => name !== null && REQUIRED.includes(name)));
    const title = block.lead ?? references.scopeOf(section)?.title;
    // "Our priorities" is no action; "Action 3: Open a clinic" is.
    if (inside.length === 0 && roles.size >= 2 && title && wordsOf(title.piece.text).length >= MIN_TITLE && parts.mayList(section)) {
      settled.drafts.push(blockDraft(block, title, references));
      continue;
    }
    const given = givenBy(block).filter(({ role }) => role !== 'body');
    for (const draft of inside) {
      // A cell that is there and empty stays empty.
      for (const { role, name, field } of given) if (name && !draft.entry.places[name]) add(ownEntry(draft).values, role, field);
    }
    yield;
  }
  return settled;
}
