import type { WordFamily } from '../framework/families.js';
import { quick, type QuickPattern } from './quick-pattern.js';

const patternsByFamily = new WeakMap<WordFamily, readonly QuickPattern[]>();

function patternsOf(family: WordFamily): readonly QuickPattern[] {
  let patterns = patternsByFamily.get(family);
  if (!patterns) patternsByFamily.set(family, (patterns = family.patterns.map(quick)));
  return patterns;
}

/** Whether a text has a word of the family, or one of the user's own terms. */
export const speaksOf = (text: string, family: WordFamily, terms: readonly string[] = []): boolean =>
  patternsOf(family).some((pattern) => pattern.test(text)) || terms.some((term) => term !== '' && text.toLowerCase().includes(term.toLowerCase()));
