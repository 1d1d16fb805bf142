/* A word that a clause cannot do without: its verb, or the “to” before a second one. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { isTied } from './_tied.js';
import { COLLECTIVES, IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, PAST_ONLY, RARELY_NOUNS, isParticiple } from './words.js';

const QUESTION =
  /^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|shall|why|if|whether|let|see|as|than|make|makes|made|keep|with|nor|so)$/;

export function findGaps(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word' || token.owner !== '') continue;
    pronounWithout(s, at, found);
    whoWithout(s, at, found);
    participleAlone(s, at, found);
    infinitiveWithout(s, at, found);
    toldWithout(s, at, found);
  }
  withoutVerb(s, found);
}

const missing = (s: TaggedSentence, at: number, word: string, found: Found, fix?: string): void => {
  const { start, end, text } = s.tokens[at]!;
  found({
    from: start,
    to: end,
    message: `A verb is missing after “${text}”, such as ${word}.`,
    certain: true,
    kind: 'missing-verb',
    ...(fix === undefined ? {} : { fix: `${text} ${fix}` }),
  });
};

/** Whether a clause begins with the token at `at`. */
const begins = (s: TaggedSentence, at: number): boolean =>
  s.startsSentence(at) ||
  s.role(at - 1) === 'sub' ||
  (s.role(at - 1) === 'conj' && (s.role(at - 2) === 'comma' || s.word(at - 1) === 'but')) ||
  /^(?:but|because|although|while|when)$/.test(s.word(at - 1));

/** “This a living document”, “it not clear”, “that there more to do”. */
function pronounWithout(s: TaggedSentence, at: number, found: Found): void {
  const word = s.word(at);
  const next = s.word(at + 1);
  if (!/^(?:this|it|they|we|he|she|there)$/.test(word) || !begins(s, at) || !isTied(s, at) || s.tokens[at + 1]?.kind !== 'word') return;
  if (at > 0 && QUESTION.test(s.word(at - 1)) && !/^(?:if|whether|as|so)$/.test(s.word(at - 1))) return;
  const isDue =
    /^(?:a|an|the)$/.test(next) || (next === 'not' && /^(?:adj|det|adv|ing|ed|sub)$/.test(s.role(at + 2)) && s.word(at + 2) !== 'only');
  if (word === 'there') {
    if (!/^(?:a|an|no|more|many|few|still|too|not|some)$/.test(next) || (next === 'not' && !isDue)) return;
    if (s.role(at + 2) === 'comma') return;
    for (let index = at + 1; index < at + 4; index++) if (/^(?:aux|modal|verb)$/.test(s.role(index)) && s.word(index - 1) !== 'to') return;
    missing(s, at, '“is” or “are”', found);
    return;
  }
  if (!isDue || (word === 'this' && next === 'not')) return;
  // “they the leaders know”: names what they are.
  if (next === 'the' && s.beginsClause(at + 1)) return;
  if (s.tokens[at + 1]!.text === 'A') return;
  missing(
    s,
    at,
    /^(?:they|we)$/.test(word) ? '“are” or “do”' : '“is”',
    found,
    next === 'not' ? undefined : /^(?:they|we)$/.test(word) ? 'are' : 'is',
  );
}

/** “Young people who moving into adulthood”: between “who” and -ing the verb is missing. */
function whoWithout(s: TaggedSentence, at: number, found: Found): void {
  if (s.word(at) !== 'who' || s.role(at + 1) !== 'ing' || !isTied(s, at) || s.role(at - 1) !== 'noun') return;
  if (!/^(?:prep|det|to|adv|noun|adj)$/.test(s.role(at + 2))) return;
  missing(s, at, '“is” or “are”', found, s.numberAt(at - 1) === 'several' ? 'are' : undefined);
}

const PAST_OF = new Map([...PAST_ONLY].map(([past, participle]) => [participle, past]));

/** “The trust begun to provide”: a participle where only a past can be. */
function participleAlone(s: TaggedSentence, at: number, found: Found): void {
  const word = s.word(at);
  const past = PAST_OF.get(word);
  if (
    !past ||
    past === word ||
    !/^(?:begun|done|seen|gone|taken|given|grown|known|written|spoken|shown|chosen|undertaken|risen|become)$/.test(word)
  )
    return;
  if (word === 'become' || word === 'shown') return;
  let before = at - 1;
  while (s.role(before) === 'adv') before--;
  if (!/^(?:noun|pron)$/.test(s.role(before)) || s.isCapital(before) || s.tokens[before]!.owner !== '') return;
  if (s.role(before) === 'pron' && !/^(?:they|we|he|she|it)$/.test(s.word(before))) return;
  if (word !== 'begun' && s.role(before) === 'noun') return;
  if (word !== 'begun' && !/^(?:det|owner|pron|noun|adj|prep|to)$/.test(s.role(at + 1))) return;
  for (let index = 0; index < s.tokens.length; index++)
    if (/^(?:aux|modal|verb)$/.test(s.role(index)) && s.word(index - 1) !== 'to' && (index < at || word !== 'begun')) return;
  const { start, end, text } = s.tokens[at]!;
  found({
    from: start,
    to: end,
    message: `“${text}” needs “has” or “have” before it; alone it is “${past}”.`,
    fix: past,
    certain: true,
    kind: 'form-past',
  });
}

/** Whether a base form stands here that can only be meant as a verb with an object. */
function isBaseWithObject(s: TaggedSentence, at: number): boolean {
  const token = s.tokens[at];
  if (token?.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return false;
  const { word } = token;
  if (/(?:ed|ing|s)$/.test(word) || isParticiple(word) || IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word)) return false;
  const classes = s.model.classes(word);
  if ((classes & POS.VERB) === 0 || (classes & (POS.ADJ | POS.ADV | POS.ADP)) !== 0) return false;
  if (!/^(?:det|owner)$/.test(s.role(at + 1)) && !(s.word(at + 1) === 'sure' && word === 'make')) return false;
  return (
    classes === POS.VERB || RARELY_NOUNS.has(word) || s.tag(at) === POS.VERB || (s.word(at - 1) === 'place' && s.word(at - 2) === 'in')
  );
}

/** “have plans in place address these gaps”, “are waiting hear the outcome”: two verbs, and nothing ties the second. */
function infinitiveWithout(s: TaggedSentence, at: number, found: Found): void {
  if (at < 3 || !isBaseWithObject(s, at) || !isTied(s, at - 1)) return;
  const before = s.role(at - 1);
  const isAfter =
    (before === 'noun' && s.numberAt(at - 1) === 'one' && !s.isCapital(at - 1)) ||
    before === 'ing' ||
    /^(?:together|hard|closely)$/.test(s.word(at - 1));
  if (!isAfter) return;
  // Another verb must stand before in the same clause, and none that takes a bare one.
  let verb = -1;
  for (let index = at - 1; index >= 0; index--) {
    const role = s.role(index);
    if (role === 'comma' || role === 'mark' || role === 'sub' || role === 'wh' || role === 'conj' || role === 'pron') return;
    if (
      /^(?:help|let|mak|made|see|saw|watch|hear|do$|does$|did$|have$|feel|rather|not$|but$|than$)/.test(s.word(index)) &&
      !(s.word(index) === 'have' && verb < 0)
    )
      return;
    if (role === 'modal') return;
    if (role === 'verb' || role === 'aux') {
      verb = index;
      break;
    }
  }
  for (let index = verb - 1; index >= 0 && s.role(index) !== 'comma'; index--)
    if (s.role(index) === 'wh' || s.role(index) === 'sub') return;
  if (s.word(verb) === 'having' || s.word(verb) === 'being') return;
  if (verb < 0 || (verb > 0 && s.word(verb - 1) === 'to') || at - verb < 2) return;
  // “The data leaders use show the way”: the first verb may belong to a clause without a sign.
  if (before === 'noun' && s.role(verb) !== 'aux' && s.word(at - 1) !== 'place' && s.word(verb) !== 'have') return;
  if (s.role(verb) === 'aux' && before === 'noun' && /^(?:is|are|was|were)$/.test(s.word(verb)) && s.word(at - 1) !== 'place') return;
  const { start, end, text } = s.tokens[at]!;
  found({ from: start, to: end, message: `“to” is missing before “${text}”.`, fix: `to ${text}`, certain: true, kind: 'missing-to' });
}

/** Verbs that take a person or thing and “to”. */
const TELLS =
  /^(?:allow|allows|allowed|allowing|enable|enables|enabled|enabling|encourage|encourages|encouraged|encouraging|require|requires|required|requiring|led|invite|invites|invited|expect|expects|ask|asks|asked|get|gets|getting|prompted|prompts|persuade|persuaded|cause|causes|caused|empower|empowers|empowered|empowering)$/;

/** “allows staff respond quickly”, “has led the partnership commission more”. */
function toldWithout(s: TaggedSentence, at: number, found: Found): void {
  if (!TELLS.test(s.word(at)) || !/^(?:verb|ed|ing|aux)$/.test(s.role(at))) return;
  if (s.word(at) === 'led' && s.role(at - 1) !== 'aux') return;
  let head = at + 1;
  while (/^(?:det|owner|adj)$/.test(s.role(head))) head++;
  if (s.role(head) !== 'noun') return;
  while (s.role(head + 1) === 'noun' && (s.classesAt(head + 1) & POS.VERB) === 0) head++;
  const verb = head + 1;
  const token = s.tokens[verb];
  if (token?.kind !== 'word' || token.owner !== '' || s.tokens[head]!.owner !== '' || s.isCapital(verb) || !isTied(s, head)) return;
  const { word, start, end, text } = token;
  if (/(?:ed|ing|s)$/.test(word) || isParticiple(word) || IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word)) return;
  const classes = s.model.classes(word);
  if ((classes & POS.VERB) === 0 || (classes & (POS.ADJ | POS.ADV | POS.ADP)) !== 0) return;
  // “the plans leaders expect”, “leads services work well”: what stands before may be the subject of a clause of its own.
  if (s.numberAt(head) === 'several' && !/^(?:allow|enabl|encourag|requir|get)/.test(s.word(at))) return;
  const isSure = classes === POS.VERB && !/^(?:det)$/.test(s.role(at - 1));
  const isLikely = s.tag(verb) === POS.VERB && s.tag(head) === POS.NOUN && word !== 'help' && /^(?:det|owner|adj)$/.test(s.role(verb + 1));
  if (!isSure && !isLikely) return;
  for (let index = at - 1; index >= 0 && index > at - 6; index--)
    if (s.role(index) === 'wh' || s.word(index) === 'that' || s.word(index) === 'what') return;
  if (s.hasFinite(verb + 1, s.tokens.length) && !/^(?:sub|wh|comma|mark)$/.test(s.role(verb + 1)) && isSure === false) return;
  found({ from: start, to: end, message: `“to” is missing before “${text}”.`, fix: `to ${text}`, certain: true, kind: 'missing-to' });
}

/** People and bodies that do something. */
const ACTS =
  /^(?:[a-z]*(?:leaders|partners|staff|practitioners|professionals|teachers|therapists|nurses|workers|services|providers|schools|settings|families|parents|children|managers|commissioners))$/;

/** “The partnership working to improve this.”: a sentence with -ing alone. */
function withoutVerb(s: TaggedSentence, found: Found): void {
  const last = s.tokens.at(-1);
  if (!last || last.text !== '.' || s.tokens.length < 7 || !/^\p{Lu}/u.test(s.tokens[0]!.text)) return;
  let at = 0;
  while (/^(?:det|owner|adj|num)$/.test(s.role(at))) at++;
  if (s.role(at) !== 'noun' || at > 4) return;
  while (s.role(at + 1) === 'noun') at++;
  if (!COLLECTIVES.has(s.word(at)) && !ACTS.test(s.word(at))) return;
  let ing = at + 1;
  while (s.role(ing) === 'adv') ing++;
  if (s.role(ing) !== 'ing' || s.may(ing, POS.ADJ) || !/^(?:prep|to|det|adv|owner)$/.test(s.role(ing + 1))) return;
  for (let index = 0; index < s.tokens.length; index++) {
    const role = s.role(index);
    if (role === 'aux' || role === 'modal' || role === 'ed' || (role === 'mark' && index < s.tokens.length - 1)) return;
    if (role === 'verb' && s.word(index - 1) !== 'to') return;
    if (s.word(index) === 'following' || s.word(index) === 'including') return;
    if (
      (s.classesAt(index) & POS.VERB) !== 0 &&
      role === 'noun' &&
      index > ing &&
      s.numberAt(index - 1) !== 'one' &&
      s.role(index - 1) === 'noun'
    )
      return;
  }
  missing(s, at, '“is” or “are”', found);
}
