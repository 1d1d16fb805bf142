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

export const isPlain = (s: TaggedSentence, at: number): boolean =>
  s.tokens[at]?.kind === 'word' && s.tokens[at].owner === '' && !s.isCapital(at);
export const only = (s: TaggedSentence, at: number, pos: number): boolean => isPlain(s, at) && s.classesAt(at) === pos;
export const may = (s: TaggedSentence, form: string, pos: number): boolean => (s.model.classes(form) & pos) !== 0;
export const endsClause = (s: TaggedSentence, at: number): boolean => at >= s.tokens.length || /^(?:mark|comma)$/.test(s.role(at));
