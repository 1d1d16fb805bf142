import type { WordFamily } from '../framework/families.js';
import { byObject } from '../memo/memo.js';
import { featuresOf } from './text-features.js';
import { quick, type QuickPattern } from './quick-pattern.js';

/** The patterns of a family, to be looked for in whole blocks. */
export const patternsOf = byObject(({ patterns }: WordFamily): readonly QuickPattern[] => patterns.map(quick));

/** Whether a text, or a part of it, may have a word of the family; false is certain. */
export function maySpeakOf(text: string, family: WordFamily): boolean {
  const features = featuresOf(text);
  return patternsOf(family).some((pattern) => pattern.mayMatchWith(features));
}

/** Whether a text has a word of the family, or one of the user's own terms. */
export function speaksOf(text: string, family: WordFamily, terms: readonly string[] = []): boolean {
  const features = featuresOf(text);
  for (const pattern of patternsOf(family)) if (pattern.mayMatchWith(features) && pattern.pattern.test(text)) return true;
  return terms.some((term) => term !== '' && text.toLowerCase().includes(term.toLowerCase()));
}
