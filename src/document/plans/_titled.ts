import { isInstruction, share } from './_cues.js';
import { between, type Draft } from './_draft.js';
import { newEntry, move, fieldAt, type Entry, type Placed } from './_entry.js';
import { named } from './_number-before.js';
import { REQUIRED, type PlanParts } from './_plan-parts.js';
import type { References, Scope } from './_references.js';
import { PROMISES, sentencesOf, toldInProse } from './_told-in-prose.js';
import type { Values } from './_values.js';
import type { Section } from '../types.js';

/*
 * Headings that are actions, with prose below them that tells who will do it, by when and what will show that it has worked.
 * One heading tells nothing; several beside each other that instruct, or are numbered, over prose that tells such things, do.
 */

/** The least number of headings beside each other. */
const LEAST = 2;
/** Of how many of them the prose must tell who or by when. */
const MOST = 0.6;
/** Headings that instruct readers or stand over something else than what will be done. */
const OTHER =
  /\?$|^(?:find out|read|see|contact|tell us|get|ask for|learn|have your|give (?:us )?(?:your )?feedback|join|look at)\b|\b(?:summary|introduction|contents|glossary)\b/i;

/** What the prose below a heading tells; null where it promises nothing, or tells neither who nor by when. */
function toldBelow(scope: Scope): Pick<Entry, 'values' | 'places'> | null {
  const sentences = scope.intro.filter(({ quoted, label }) => !quoted && label === null).flatMap(({ placed }) => sentencesOf(placed));
  return sentences.some(({ text }) => PROMISES.test(text)) ? toldInProse(sentences, 0) : null;
}

/** Whether a heading may be an action, by its own words. */
function mayBeAction(title: Placed): boolean {
  const { text, number } = named(title.piece, true);
  return !OTHER.test(text.text) && text.text.split(/\s+/).length >= 2 && (number !== null || isInstruction(text.text));
}

/** The actions that such headings are. `known`: the actions that were found otherwise, in document order. */
export function titledActions(
  sections: readonly Section[],
  known: readonly Draft[],
  taken: ReadonlySet<Section>,
  references: References,
  parts: PlanParts,
): readonly Draft[] {
  const families = new Map<string, { section: Section; scope: Scope; title: Placed }[]>();
  for (const section of sections) {
    const scope = references.scopeOf(section);
    // Under level 1 and 2 stand the parts of a plan.
    if (!section.heading || section.depth < 3 || !scope?.title) continue;
    const key = `${section.depth}|${section.parent?.span.start ?? ''}`;
    families.set(key, [...(families.get(key) ?? []), { section, scope, title: scope.title }]);
  }
  const drafts: Draft[] = [];
  for (const family of families.values()) {
    if (family.length < LEAST || family.some(({ section }) => taken.has(section) || between(known, section.span).length > 0)) continue;
    const titles = family.map(({ title }) => title);
    if (
      share(
        titles.map(({ piece }) => named(piece, true).text.text),
        isInstruction,
      ) < MOST ||
      !parts.mayList(family[0]!.section.parent)
    )
      continue;
    const told = family.map(({ scope }) => toldBelow(scope));
    if (told.filter((below) => below !== null).length < family.length * MOST) continue;
    family.forEach(({ section, title }, index) => {
      if (!mayBeAction(title)) return;
      const { text, number } = named(title.piece, true);
      const { values, places } = told[index] ?? { values: new Map() as Values, places: {} };
      for (const name of REQUIRED) places[name] ??= move(title.piece.span, title.base);
      if (number) values.set('reference', fieldAt(number, title.base));
      const words = fieldAt(text, title.base);
      const own = references.mentionedIn(title);
      drafts.push({
        entry: newEntry(words.text, words.span, values, places, own, false),
        base: 0,
        header: null,
        form: 'fields',
        section,
        group: null,
      });
    });
  }
  return drafts;
}
