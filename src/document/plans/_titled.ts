import { POST, VAGUE_OWNER } from '../../framework/plan-columns.js';
import { matchesOf } from '../../text/matches.js';
import { isFigure, isInstruction, share } from './_cues.js';
import { readDeadline } from './deadline.js';
import { between, type Draft } from './_draft.js';
import { newEntry, move, fieldAt, type Entry, type Placed } from './_entry.js';
import { named } from './_number-before.js';
import { REQUIRED, type PlanParts } from './_plan-parts.js';
import type { References, Scope } from './_references.js';
import { leaderIn, MEASURED } from './_sentences.js';
import { timesIn } from './_times-in-words.js';
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
/** Prose about what was done promises nothing. */
const PROMISES = /\b(?:will|shall|going to|is to|are to|expects?|by the end of|due)\b/i;
const PAST = /\b(?:was|were|had|did|has been|have been)\b/i;

interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly placed: Placed;
}

const sentencesOf = (placed: Placed): Sentence[] =>
  placed.piece.prose && placed.piece.text.length <= 4000
    ? [...matchesOf(placed.piece.text, /[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*/g)].flatMap((match) => {
        const text = match[0].trim();
        return text === '' ? [] : [{ text, from: match.index + match[0].indexOf(text), placed }];
      })
    : [];

/** What the prose below a heading tells; null where it tells neither who nor by when. */
function toldBelow(scope: Scope): Pick<Entry, 'values' | 'places'> | null {
  const values: Values = new Map();
  const places: Entry['places'] = {};
  const sentences = scope.intro.filter(({ quoted, label }) => !quoted && label === null).flatMap(({ placed }) => sentencesOf(placed));
  if (!sentences.some(({ text }) => PROMISES.test(text))) return null;
  const add = (name: 'owner' | 'due' | 'measure', { from, placed: { piece, base } }: Sentence, at: number, words: string): void => {
    const start = piece.from + from + at;
    const span = move(piece.prose!.sourceOf(start, start + words.length), base);
    places[name] = span;
    values.set(name, { text: words, span });
  };
  const measure =
    sentences.find(({ text }) => MEASURED.test(text)) ??
    sentences.findLast(({ text }) => isFigure(text) && /\d(?!\d{3})|%/.test(text.replace(/\b20\d\d\b/g, '')) && PROMISES.test(text)) ??
    // What comes last says what it is for, however vaguely.
    sentences.slice(1).findLast(({ text }) => PROMISES.test(text) && leaderIn(text) === null && timesIn(text).length === 0);
  if (measure) add('measure', measure, 0, measure.text);
  const leaders = sentences.flatMap((sentence) => {
    const who = leaderIn(sentence.text);
    return who !== null && (POST.test(who) || VAGUE_OWNER.test(who)) ? [{ sentence, who }] : [];
  });
  const leader = leaders.find(({ who }) => !VAGUE_OWNER.test(who)) ?? leaders[0];
  if (leader) add('owner', leader.sentence, leader.sentence.text.indexOf(leader.who), leader.who);
  const others = sentences.filter((sentence) => sentence !== measure);
  const dated = [...others, ...(measure ? [measure] : [])].flatMap((sentence) =>
    timesIn(sentence.text).map((time) => ({ ...time, sentence })),
  );
  const certain = dated.filter(({ text }) => readDeadline(text).date !== null);
  const due =
    certain.find(({ isDeadline, sentence }) => isDeadline && sentence !== measure) ??
    certain.find(({ sentence }) => !PAST.test(sentence.text)) ??
    dated.find(({ sentence }) => PROMISES.test(sentence.text));
  if (due) add('due', due.sentence, due.from, due.text);
  return values.has('owner') || values.has('due') ? { values, places } : null;
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
