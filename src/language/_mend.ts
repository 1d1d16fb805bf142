/* How a check of one word reports, and what it asks of the words around. */
import type { Found } from './finding.js';
import type { TaggedSentence } from './sentence.js';

export type Check = (s: TaggedSentence, at: number, found: Found) => void;

/** What should stand instead. */
interface Mend {
  readonly fix: string;
  readonly kind: string;
  readonly message?: string;
  /** Whether it is only worth a look. */
  readonly isLikely?: boolean;
}

/** Reports one word, or those up to and with `to`, that should be `fix`. */
export function report(s: TaggedSentence, at: number, found: Found, { fix, kind, message, isLikely = false }: Mend, to = at): void {
  const [from, end] = [s.tokens[at]!.start, s.tokens[to]!.end];
  const text = s.text.slice(from, end);
  const cased = /^\p{Lu}/u.test(text) ? fix.charAt(0).toUpperCase() + fix.slice(1) : fix;
  found({ from, to: end, kind, certain: !isLikely, message: message ?? `Write “${cased}” here, not “${text}”.`, fix: cased });
}

/** Reports one word that stands for another of nearly the same letters or sound. */
export function another(s: TaggedSentence, at: number, found: Found, fix: string, isLikely = false): void {
  const word = s.word(at);
  report(s, at, found, { fix, kind: `confused-${word}`, message: `“${word}” is another word. Here it should be “${fix}”.`, isLikely });
}

/** Asks each check of each word of a sentence. */
export const ofEachWord =
  (checks: readonly Check[]) =>
  (s: TaggedSentence, found: Found): void => {
    for (let at = 0; at < s.tokens.length; at++) {
      if (s.tokens[at]!.kind !== 'word') continue;
      for (const check of checks) check(s, at, found);
    }
  };

export const isPlain = (s: TaggedSentence, at: number): boolean =>
  s.tokens[at]?.kind === 'word' && s.tokens[at].owner === '' && !s.isCapital(at);
export const only = (s: TaggedSentence, at: number, pos: number): boolean => isPlain(s, at) && s.classesAt(at) === pos;
export const may = (s: TaggedSentence, form: string, pos: number): boolean => (s.model.classes(form) & pos) !== 0;
export const endsClause = (s: TaggedSentence, at: number): boolean => at >= s.tokens.length || /^(?:mark|comma)$/.test(s.role(at));
