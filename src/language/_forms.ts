import { POS, type LanguageModel } from './model.js';

/** The adverb of an adjective. */
export const adverbOf = (adjective: string): string =>
  /[^aeiou]le$/.test(adjective)
    ? `${adjective.slice(0, -1)}y`
    : /ic$/.test(adjective)
      ? `${adjective}ally`
      : /[^aeiou]y$/.test(adjective)
        ? `${adjective.slice(0, -1)}ily`
        : `${adjective}ly`;

/** Adjectives that an adverb may be of. */
export const adjectivesOf = (adverb: string, model: LanguageModel): string[] =>
  [adverb.slice(0, -2), `${adverb.slice(0, -1)}e`, `${adverb.slice(0, -3)}y`, adverb.slice(0, -4)].filter(
    (adjective) => (model.classes(adjective) & POS.ADJ) !== 0 && adverbOf(adjective) === adverb,
  );
