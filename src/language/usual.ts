/*
 * Words that published reports hardly ever have where they stand, and where one change makes the sentence like theirs. What stands around a
 * word decides, not a rule for it: so this finds slips that no rule knows, and is never certain.
 */
import { changesOf } from './_changes.js';
import type { Found } from './finding.js';
import type { Usage } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { MEASURES, isGain, isOdd, judge, measure, signsIn, type Change } from './_usage.js';

/**
 * How far a look-alike must pass what the training asks for. In reports that had no part in it, what lay nearer was as often right as it stood:
 * “have held two progress meetings”, “a matter of chance”.
 */
const MARGIN = 0.5;

/** How near, in words, a second finding would be about the same slip. */
const NEAR = 3;

const messages: Readonly<Record<string, (word: string, right: string) => string>> = {
  'look-alike': (word, right) => `“${word}” is another word. Check whether “${right}” is meant.`,
  'too-many': (word) => `“${word}” may be one word too many here. Read the sentence again.`,
};
const otherForm = (word: string, right: string): string => `Check the form of “${word}”: perhaps “${right}” is meant.`;

const measures = new Float64Array(MEASURES);

export function findUnusual(s: TaggedSentence, { counts, total, kinds }: Usage, found: Found): void {
  const signs = signsIn(s);
  const likely: { readonly change: Change; readonly score: number }[] = [];
  for (const change of changesOf(signs, s)) {
    const kind = kinds[change.kind];
    if (!kind || !isOdd(signs, change, counts)) continue;
    measure(signs, change, counts, total, measures);
    if (!isGain(measures)) continue;
    const score = judge(kind.weights, measures) - kind.least - (change.kind === 'look-alike' ? MARGIN : 0);
    if (score > 0) likely.push({ change, score });
  }
  const told: number[] = [];
  for (const { change } of likely.sort((a, b) => b.score - a.score)) {
    if (told.some((at) => Math.abs(at - change.at) <= NEAR)) continue;
    told.push(change.at);
    tell(s, change, found);
  }
}

function tell(s: TaggedSentence, { kind, at, puts }: Change, found: Found): void {
  const token = s.tokens[at];
  const before = s.tokens[at - 1];
  if (!token || !before) return;
  const right = puts?.text.replaceAll("'", '’') ?? '';
  const message = (messages[kind] ?? otherForm)(token.text, right);
  const common = { kind: `usual-${kind}`, certain: false, message };
  if (puts) found({ ...common, from: token.start, to: token.end, fix: right });
  else found({ ...common, from: before.start, to: token.end, fix: s.text.slice(before.start, before.end) });
}
