/* Two small words that cannot stand side by side. */

import type { Found } from './finding.js';
import type { TaggedSentence } from './sentence.js';

const BEFORE_OF = /^(?:from|to|in|with|by|for|at|on|under|into|through|between|during|within|towards)$/;
const PARTS = /^(?:some|many|several|few|most|none|any|much)$/;
const OWNERS = /^(?:their|our|its|his|your|my)$/;

/** “feedback from of families”, “will be have finished”, “spend some their time”. */
export function findClashes(s: TaggedSentence, found: Found): void {
  for (let at = 1; at < s.tokens.length; at++) {
    const [first, second] = [s.word(at - 1), s.word(at)];
    const mark = (message: string, fix?: string): void =>
      found({
        from: s.tokens[at - 1]!.start,
        to: s.tokens[at]!.end,
        kind: 'clash',
        certain: true,
        message,
        ...(fix === undefined ? {} : { fix }),
      });
    // “the handing over of cases”, “a passing through of plans”: the first belongs to what was done.
    if (second === 'of' && BEFORE_OF.test(first) && !s.isCapital(at) && !/ing$/.test(s.word(at - 2))) {
      mark(`“${s.tokens[at - 1]!.text} of”: one of the two words is too many, or a word is missing between them.`);
    } else if (first === 'be' && (second === 'have' || second === 'has') && /^(?:modal|to)$/.test(s.role(at - 2))) {
      mark(`“be ${second}”: one of the two verbs is too many.`);
    } else if (OWNERS.test(second) && PARTS.test(first) && /^(?:noun|adj)$/.test(s.role(at + 1)) && mayLackOf(s, at - 1)) {
      const text = s.tokens[at - 1]!.text;
      mark(`“of” is missing: write “${text} of ${s.tokens[at]!.text}”.`, `${text} of ${s.tokens[at]!.text}`);
    }
  }
}

/** “For some their needs are not met”: there the word before stands alone. */
const mayLackOf = (s: TaggedSentence, at: number): boolean => s.startsSentence(at) || /^(?:verb|aux|ed|ing)$/.test(s.role(at - 1));
