import { findAdverbs } from './adverbs.js';
import { findAgreement } from './agreement.js';
import { findClashes } from './clashes.js';
import { findConfusables } from './confusables.js';
import { findFarAgreement } from './far-subjects.js';
import { findGaps } from './gaps.js';
import { findMisplaced } from './misplaced.js';
import { findMissingWords } from './missing-words.js';
import { findNeighbours } from './neighbours.js';
import { findNounPhrases } from './noun-phrases.js';
import { findPartRelatives } from './part-relatives.js';
import { findPossessives } from './possessives.js';
import { findSequences } from './sequences.js';
import { findSmallWords } from './small-words.js';
import { findTakenFor } from './taken-for.js';
import { findValency } from './valency.js';
import { findUnusual } from './usual.js';
import { findVerbForms } from './verb-forms.js';
import type { Slip } from './finding.js';
import type { LanguageModel } from './model.js';
import { TaggedSentence } from './sentence.js';

/** Slips in one sentence, in order. */
export function findSlips(sentence: string, model: LanguageModel): Slip[] {
  const s = new TaggedSentence(sentence, model);
  const slips: Slip[] = [];
  findAdverbs(s, (slip) => slips.push(slip));
  findAgreement(s, (slip) => slips.push(slip));
  findClashes(s, (slip) => slips.push(slip));
  findFarAgreement(s, (slip) => slips.push(slip));
  findPartRelatives(s, (slip) => slips.push(slip));
  findVerbForms(s, (slip) => slips.push(slip));
  findSmallWords(s, (slip) => slips.push(slip));
  findMissingWords(s, (slip) => slips.push(slip));
  findGaps(s, (slip) => slips.push(slip));
  findValency(s, (slip) => slips.push(slip));
  findSequences(s, (slip) => slips.push(slip));
  findMisplaced(s, (slip) => slips.push(slip));
  findTakenFor(s, (slip) => slips.push(slip));
  findNounPhrases(s, (slip) => slips.push(slip));
  findPossessives(s, (slip) => slips.push(slip));
  findConfusables(s, (slip) => slips.push(slip));
  findNeighbours(s, (slip) => slips.push(slip));
  findUnusual(s, model.usage, (slip) => slips.push(slip));
  return oneFor(slips);
}

/** What is told by usage alone. */
const isUsual = ({ kind }: Slip): boolean => kind.startsWith('usual');

/** How near, in characters, what is told by usage gives way: what is odd there may come from the other slip. */
const NEAR = 30;

/** Which of two findings about the same words is kept: that of another word first, then that of a noun phrase, usage last. */
const rank = ({ kind }: Slip): number =>
  kind.startsWith('usual')
    ? 3
    : kind.startsWith('confused') || kind === 'joined'
      ? 0
      : kind.startsWith('number') || kind === 'counted'
        ? 1
        : 2;

/** One mistake, one finding; in order. */
function oneFor(slips: readonly Slip[]): Slip[] {
  const kept: Slip[] = [];
  for (const slip of [...slips].sort((a, b) => rank(a) - rank(b) || a.from - b.from)) {
    // A verb right after a noun phrase that is wrong itself may agree with what was meant.
    const isNear = (other: Slip): boolean =>
      (slip.from < other.to && other.from < slip.to) ||
      (isUsual(slip) && slip.from - other.to < NEAR && other.from - slip.to < NEAR) ||
      (slip.kind.startsWith('agreement') && rank(other) < 2 && slip.from - other.to === 1);
    if (!kept.some(isNear)) kept.push(slip);
  }
  return kept.sort((a, b) => a.from - b.from);
}
