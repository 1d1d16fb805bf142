/* Adverbs where an adjective belongs, and the other way round: “a positively impact”, “outcomes have improved significant since”. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { adjectivesOf, adverbOf } from './_forms.js';
import { IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, baseOf } from './words.js';

/** Verbs that tell what something is, becomes or is made: an adjective follows them. */
const LINKING =
  /^(?:am|appear|are|arrive|be|become|becom|been|being|begin|call|come|consider|deem|end|fall|feel|find|get|go|grow|hold|is|judg|judge|keep|label|leave|lie|live|look|make|pronounc|prov|prove|rat|rate|remain|render|return|run|seem|sit|sound|stand|start|stay|taste|think|turn|was|wer|were|assess|describ|describe|regard|report|declar|declare|class|deliver|offer|requir|require|need|want|includ|include|receive|receiv|provid|provide|have|has|had|do|view|see)$/;
/** Adjectives of these endings are never adverbs as well. */
const PLAIN = /(?:ive|ful|ous|ant|ent|ate|ic|cal|ual|able|ible|ick|ong|eak|oor|afe|urate)$/;
/** What may follow an adverb at the end of its clause, and begins no noun. */
const AFTER = /^(?:with|by|since|across|when|through|because|during|from|on|at|over|before|after|while|in)$/;
/** Adjectives that stand behind what they describe. */
const BEHIND =
  /^(?:able|available|apparent|current|different|evident|free|independent|present|possible|relevant|responsible|alternate|separate|urgent|necessary|prevalent|public|overall)$/;
const DETERMINER = /^(?:an?|the|its|their|his|our)$/;

const verbOf = (word: string): string =>
  IRREGULAR_PARTICIPLES.get(word) ?? IRREGULAR_PASTS.get(word) ?? baseOf(word).replace(/(?:ed|ing)$/, '');

export function findAdverbs(s: TaggedSentence, found: Found): void {
  for (let at = 1; at < s.tokens.length - 1; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word' || token.owner !== '' || s.isCapital(at) || token.word.includes('-')) continue;
    if (/ly$/.test(token.word)) adverbBeforeNoun(s, at, found);
    else if (PLAIN.test(token.word)) adjectiveAfterVerb(s, at, found);
  }
}

/** “has had a positively impact on children” */
function adverbBeforeNoun(s: TaggedSentence, at: number, found: Found): void {
  const { word, text, start, end } = s.tokens[at]!;
  const noun = s.tokens[at + 1]!;
  if (!s.mustBe(at, POS.ADV) || !DETERMINER.test(s.word(at - 1))) return;
  if (noun.kind !== 'word' || noun.owner !== '' || noun.word.includes('-') || !s.may(at + 1, POS.NOUN)) return;
  if ((s.classesAt(at + 1) & (POS.ADJ | POS.ADV)) !== 0 || /(?:ed|ing)$/.test(noun.word)) return;
  if (!/^(?:prep|mark|aux|modal|to|sub|wh)$/.test(s.role(at + 2)) || /^['’“‘]$/.test(s.word(at + 2))) return;
  const [fix] = adjectivesOf(word, s.model);
  if (fix === undefined) return;
  found({
    from: start,
    to: end,
    kind: 'adverb',
    certain: true,
    message: `“${noun.text}” is described by an adjective: write “${fix}”, not “${text}”.`,
    fix,
  });
}

/** “outcomes have improved significant since the last inspection” */
function adjectiveAfterVerb(s: TaggedSentence, at: number, found: Found): void {
  const { word, text, start, end } = s.tokens[at]!;
  if (!s.mustBe(at, POS.ADJ) || BEHIND.test(word) || LINKING.test(verbOf(s.word(at - 1)))) return;
  const role = s.role(at - 1);
  const isVerb = role === 'verb' || (role === 'ed' && s.role(at - 2) === 'aux');
  if (!isVerb || (s.role(at + 1) !== 'mark' && !AFTER.test(s.word(at + 1))) || /^["'’”“‘(]$/.test(s.word(at + 1))) return;
  const fix = adverbOf(word);
  if ((s.model.classes(fix) & POS.ADV) === 0) return;
  found({
    from: start,
    to: end,
    kind: 'adverb',
    certain: false,
    message: `“${s.tokens[at - 1]!.text}” is described by an adverb: write “${fix}”, not “${text}”.`,
    fix,
  });
}
