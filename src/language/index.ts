export { languageModel, setLanguageModel, type LanguageModel } from './model.js';
export type { Slip } from './finding.js';
import { findAgreement } from './agreement.js';
import { findConfusables } from './confusables.js';
import { findNounPhrases } from './noun-phrases.js';
import { findPossessives } from './possessives.js';
import { findSmallWords } from './small-words.js';
import { findVerbForms } from './verb-forms.js';
import type { Slip } from './finding.js';
import type { LanguageModel } from './model.js';
import { TaggedSentence } from './sentence.js';

/** Slips in one sentence, in order. */
export function findSlips(sentence: string, model: LanguageModel): Slip[] {
  const s = new TaggedSentence(sentence, model);
  const slips: Slip[] = [];
  findAgreement(s, (slip) => slips.push(slip));
  findVerbForms(s, (slip) => slips.push(slip));
  findSmallWords(s, (slip) => slips.push(slip));
  findNounPhrases(s, (slip) => slips.push(slip));
  findPossessives(s, (slip) => slips.push(slip));
  findConfusables(s, (slip) => slips.push(slip));
  return slips.sort((a, b) => a.from - b.from);
}
