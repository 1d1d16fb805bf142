/*
 * Which words stand beside each other in published reports: a table that `tools/field-words.ts` counts. It tells a real word that a slip
 * of the finger or the ear has put in the place of another: “children fell safe”, “the plane is clear”.
 */
import type { Field } from './model.js';
import type { TaggedSentence } from './sentence.js';

/** What the table has for a token: its word with the owner’s ending; one sign for all numbers, one for names, one for the end. */
export function fieldWord(s: TaggedSentence, at: number): string {
  if (at < 0) return '<';
  const token = s.tokens[at];
  if (!token) return '>';
  if (token.kind === 'number') return '#';
  if (token.kind === 'mark') return /^[.?!]$/.test(token.text) ? '>' : token.word === '\ufffc' ? '^' : token.text;
  if (s.isCapital(at) || /^\p{Lu}.*\p{Lu}/u.test(token.text)) return '^';
  return token.word.replaceAll(' ', '_') + token.owner;
}

interface Table {
  /** For each word those that stand after it, with blanks between. */
  readonly after: Readonly<Record<string, string>>;
}

/** A table as the rules ask it. */
export function fieldOf({ after }: Table): Field {
  const sets = new Map<string, ReadonlySet<string>>();
  return {
    follows(first, second) {
      let known = sets.get(first);
      if (!known) sets.set(first, (known = new Set(Object.hasOwn(after, first) ? after[first]!.split(' ') : [])));
      return known.has(second);
    },
  };
}
