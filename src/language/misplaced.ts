/* A word of one class where its neighbours ask for another: an adverb after “is”, an adjective before “of”, a past after “to”. */
import { may, ofEachWord, only, isPlain, endsClause, report, type Check } from './_mend.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { isTied } from './_tied.js';
import { AMOUNTS, BE, IRREGULAR_PASTS, PAST_ONLY, baseOf, ingOf, isIng, isParticiple, participleOf, withS } from './words.js';

/** A verb in its base form that is nothing else: “identify”. */
const isBaseOnly = (s: TaggedSentence, at: number): boolean =>
  only(s, at, POS.VERB) &&
  !/ed$|-/.test(s.word(at)) &&
  !isIng(s.word(at)) &&
  !isParticiple(s.word(at)) &&
  !/[^s]s$/.test(s.word(at)) &&
  !IRREGULAR_PASTS.has(s.word(at));

/** The adjective of an adverb with -ly that the model knows; null for none. */
function adjectiveOf(s: TaggedSentence, adverb: string): string | null {
  if (!/.{3}ly$/.test(adverb)) return null;
  const forms = [adverb.slice(0, -2), `${adverb.slice(0, -1)}e`, adverb.replace(/ily$/, 'y'), adverb.replace(/ally$/, '')];
  return forms.find((form) => form !== adverb && may(s, form, POS.ADJ)) ?? null;
}

/** The adverb of an adjective; null for none. */
function adverbOf(s: TaggedSentence, adjective: string): string | null {
  const forms = [`${adjective}ly`, adjective.replace(/le$/, 'ly'), adjective.replace(/y$/, 'ily')];
  return forms.find((form) => form !== adjective && may(s, form, POS.ADV)) ?? null;
}

/** “The pathway is clearly and easy to follow.”, “The offer is consistently.” */
const adverbAfterBe: Check = (s, at, found) => {
  if (!/^(?:is|are|was|were)$/.test(s.word(at - 1)) || !only(s, at, POS.ADV)) return;
  const adjective = adjectiveOf(s, s.word(at));
  if (adjective === null) return;
  if (!/^(?:and|but|or)$/.test(s.word(at + 1)) || !isPlain(s, at + 2) || !s.may(at + 2, POS.ADJ) || s.role(at + 2) !== 'adj') return;
  if (s.word(at + 3) !== 'to' && !endsClause(s, at + 3)) return;
  report(s, at, found, { fix: adjective, kind: 'class-adjective' });
};

/** “Waits are significant shorter than before.” */
const adjectiveBeforeComparative: Check = (s, at, found) => {
  const next = s.word(at + 1);
  if (!only(s, at, POS.ADJ) || !isTied(s, at) || !/[a-z]{2}er$/.test(next) || (s.classesAt(at + 1) & POS.ADJ) === 0) return;
  if (!/^(?:aux|adv|verb|mark)$/.test(s.role(at - 1)) || (!/^(?:than|for|in|and|at)$/.test(s.word(at + 2)) && !endsClause(s, at + 2)))
    return;
  const stem = next.slice(0, -2);
  const isComparative = [stem, stem.replace(/i$/, 'y'), `${stem}e`].some((form) => form.length > 2 && may(s, form, POS.ADJ));
  if (!(isComparative || next === 'better') || (s.may(at + 1, POS.VERB) && !/^(?:lower|better)$/.test(next))) return;
  const adverb = adverbOf(s, s.word(at));
  if (adverb !== null) report(s, at, found, { fix: adverb, kind: 'class-adverb' });
};

/** “place great important on”, “the absent of a plan”. */
const adjectiveForNoun: Check = (s, at, found) => {
  const word = s.word(at);
  if (
    !/[ae]nt$/.test(word) ||
    !(only(s, at, POS.ADJ) || word === 'present') ||
    !/^(?:of|on|in|to|between|for)$/.test(s.word(at + 1)) ||
    !isTied(s, at)
  )
    return;
  const noun = word.replace(/t$/, 'ce');
  if (!may(s, noun, POS.NOUN)) return;
  const before = s.role(at - 1);
  const isAfterArticle = s.word(at + 1) === 'of' && /^(?:the|a|an|its|their|no)$/.test(s.word(at - 1));
  const isObject = s.may(at - 1, POS.ADJ) && before === 'adj' && /^(?:verb|ing)$/.test(s.role(at - 2)) && !BE.has(s.word(at - 2));
  if (isAfterArticle || isObject) report(s, at, found, { fix: noun, kind: 'class-noun' });
};

/** “are skilled at identify risks” */
const baseAfterPreposition: Check = (s, at, found) => {
  if (!isBaseOnly(s, at) || !/^(?:at|of|for|by|in|without|from|on|about)$/.test(s.word(at - 1)) || !isTied(s, at - 1)) return;
  // “at install time”: part of a longer name, but not in “are skilled at identify risks”.
  const isNamed = /^(?:noun|adj|ing)$/.test(s.role(at + 1)) && (!/^(?:adj|ed)$/.test(s.role(at - 2)) || s.word(at + 1) === 'time');
  // “those who are cared for receive a visit”
  const isCaredFor = s.role(at - 2) === 'ed' && s.word(at - 1) !== 'at' && s.word(at - 1) !== 'in';
  if (
    isNamed ||
    isCaredFor ||
    !/^(?:adj|noun|verb|ed)$/.test(s.role(at - 2)) ||
    !/^(?:det|noun|adj|pron|owner|ing|num)$/.test(s.role(at + 1))
  )
    return;
  report(s, at, found, { fix: ingOf(s.word(at)), kind: 'form-preposition' });
};

/** “enables relationships to developed.”, “to reviewed the plan” */
const pastAfterTo: Check = (s, at, found) => {
  const word = s.word(at);
  if (s.word(at - 1) !== 'to' || !isTied(s, at - 1) || !isPlain(s, at) || !/^[a-z]+[^e]ed$/.test(word) || s.may(at, POS.NOUN)) return;
  if (s.may(at, POS.ADJ) && !(endsClause(s, at + 1) && s.role(at - 2) === 'noun')) return;
  if (!endsClause(s, at + 1) && !/^(?:the|a|an|their|its|these|this)$/.test(s.word(at + 1))) return;
  // “from agreed to completed”, “compared to planned”
  if (/^(?:ed|prep|adj)$/.test(s.role(at - 2)) || s.word(at - 3) === 'from') return;
  const base = [word.slice(0, -2), word.slice(0, -1), word.replace(/ied$/, 'y'), word.slice(0, -3)].find(
    (form) => may(s, form, POS.VERB) && participleOf(form) === word,
  );
  if (base !== undefined) report(s, at, found, { fix: base, kind: 'form-to' });
};

/** “support to assists them”, “to further engages with”, “help them understands it” */
const thirdPersonAfterTo: Check = (s, at, found) => {
  const word = s.word(at);
  if (!/[^s]s$/.test(word) || !isPlain(s, at) || !may(s, baseOf(word), POS.VERB)) return;
  let before = at - 1;
  if (s.role(before) === 'adv' && s.word(before - 1) === 'to') before--;
  const isHelped = /^(?:them|him|us|me)$/.test(s.word(at - 1)) && /^(?:help|helps|helped|helping|let|make|makes)$/.test(s.word(at - 2));
  if (s.word(before) !== 'to' && !isHelped) return;
  const isVerb = may(s, word, POS.VERB) && !may(s, word, POS.NOUN) && !may(s, baseOf(word), POS.NOUN);
  const isFollowed =
    /^(?:them|him|it|us)$/.test(s.word(at + 1)) || (before < at - 1 && /^(?:the|a|an|their|its|with)$/.test(s.word(at + 1)));
  // “from good to requires improvement”
  if ((!isVerb && !isFollowed) || s.word(at + 1) === 'improvement') return;
  if (before === at - 1 && !isHelped && !isVerb && !/^(?:noun|adj)$/.test(s.role(at - 2))) return;
  report(s, at, found, { fix: baseOf(word), kind: 'form-to', isLikely: !isVerb });
};

/** “are use to plan” */
const useAfterBe: Check = (s, at, found) => {
  if (s.word(at) !== 'use' || s.word(at + 1) !== 'to' || !/^(?:is|are|was|were|been)$/.test(s.word(at - 1)) || !isTied(s, at - 1)) return;
  report(s, at, found, { fix: 'used', kind: 'form-be' });
};

/** “The dispute was rose at the board.” */
const pastAfterBe: Check = (s, at, found) => {
  const word = s.word(at);
  const participle = PAST_ONLY.get(word);
  if (participle === undefined || !isPlain(s, at) || !/^(?:is|are|was|were|been|being)$/.test(s.word(at - 1)) || !isTied(s, at - 1)) return;
  if (may(s, word, POS.ADJ) || !/^(?:prep|to|adv|mark|conj)$/.test(s.role(at + 1))) return;
  report(s, at, found, { fix: word === 'rose' ? 'raised' : participle, kind: 'form-be' });
};

/** “Parents said that them feel safe.”, “Staff listen to they.” */
const pronounForm: Check = (s, at, found) => {
  const word = s.word(at);
  if (word === 'them' && /^(?:that|because|when|if|where|while|and)$/.test(s.word(at - 1)) && s.role(at - 2) !== 'prep') {
    const next = s.role(at + 1) === 'adv' ? at + 2 : at + 1;
    const isVerb = s.role(next) === 'modal' || /^(?:are|were|have|do|feel|know|need|want|receive|get)$/.test(s.word(next));
    if (isVerb && !(s.word(at - 1) === 'and' && s.role(at - 2) !== 'comma')) report(s, at, found, { fix: 'they', kind: 'pronoun' });
  } else if (word === 'they' && /^(?:to|with|for|from|by|of|about)$/.test(s.word(at - 1)) && isTied(s, at - 1)) {
    if (endsClause(s, at + 1) && !/^(?:who|which|what|whom)$/.test(s.word(at - 2))) report(s, at, found, { fix: 'them', kind: 'pronoun' });
  }
};

const PERSON =
  /^(?:child|parent|carer|pupil|learner|student|teacher|therapist|practitioner|professional|provider|setting|worker|leader|school|family|plan)$/;

/** “in place for most pupil.” */
const oneAfterMost: Check = (s, at, found) => {
  if (!/^(?:most|all)$/.test(s.word(at - 1)) || !PERSON.test(s.word(at)) || !isPlain(s, at) || !isTied(s, at - 1)) return;
  if (
    !endsClause(s, at + 1) &&
    !(s.word(at - 1) === 'most' && /^(?:aux|modal)$/.test(s.role(at + 1))) &&
    !/^(?:who|with)$/.test(s.word(at + 1))
  )
    return;
  const plural = s.word(at) === 'child' ? 'children' : withS(s.word(at));
  report(s, at, found, { fix: plural, kind: 'number-noun' });
};

/** “those who is home educated”, “for those who needs it” */
const thoseWho: Check = (s, at, found) => {
  const word = s.word(at);
  if (s.word(at - 1) !== 'who' || s.word(at - 2) !== 'those') return;
  const other: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do' };
  const isThird =
    /[^s]s$/.test(word) && may(s, baseOf(word), POS.VERB) && isPlain(s, at) && s.role(at + 1) !== 'aux' && s.role(at + 1) !== 'verb';
  const fix = other[word] ?? (isThird ? baseOf(word) : undefined);
  if (fix !== undefined) report(s, at, found, { fix, kind: 'agreement' });
};

/** “There are a relentless focus on”, “there have been significant investment in” */
const thereAre: Check = (s, at, found) => {
  if (s.word(at) !== 'there' || s.role(at - 1) === 'prep') return;
  const verb = s.word(at + 1);
  const other: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has' };
  if (!Object.hasOwn(other, verb)) return;
  let index = verb === 'have' ? (s.word(at + 2) === 'been' ? at + 3 : -1) : at + 2;
  if (index < 0) return;
  const isArticle = /^(?:a|an)$/.test(s.word(index));
  if (isArticle) index++;
  else if (verb !== 'have') return;
  while (s.role(index) === 'adj' || s.role(index) === 'adv') index++;
  if (s.role(index) !== 'noun' || s.numberAt(index) !== 'one' || s.tokens[index]!.owner !== '' || AMOUNTS.has(s.word(index))) return;
  if (s.role(index + 1) !== 'prep' && !endsClause(s, index + 1)) return;
  // “a plan and a date”, “investment and training”: several after all.
  for (let after = index; after < s.tokens.length && !/^(?:mark|ing|wh|sub|to)$/.test(s.role(after)); after++)
    if (s.role(after) === 'conj' || s.role(after) === 'comma') return;
  if (/^(?:few|great|good|further|couple)$/.test(s.word(index - 1)) || s.word(index + 1) === 'of') return;
  report(s, at + 1, found, { fix: other[verb]!, kind: 'agreement' });
};

/** “Each of the special schools offer outreach to its neighbours.” */
const eachOfOffers: Check = (s, at, found) => {
  if (!/^(?:each|neither|either)$/.test(s.word(at)) || s.word(at + 1) !== 'of' || s.role(at + 2) !== 'det') return;
  let index = at + 3;
  while (/^(?:adj|num)$/.test(s.role(index)) || (s.role(index) === 'noun' && s.numberAt(index) !== 'several')) index++;
  if (s.role(index) !== 'noun' || s.numberAt(index) !== 'several') return;
  const verb = index + 1;
  const word = s.word(verb);
  if (!isPlain(s, verb) || !s.may(verb, POS.VERB) || /(?:ed|ing|[^s]s)$/.test(word) || !isTied(s, index)) return;
  if (isParticiple(word) || s.role(verb) === 'modal' || s.role(verb) === 'prep' || IRREGULAR_PASTS.has(word)) return;
  for (let after = verb + 1; after < s.tokens.length; after++) {
    const role = s.role(after);
    if (role === 'sub' || role === 'wh') break;
    if (/^(?:aux|modal|verb)$/.test(role) && s.word(after - 1) !== 'to') return;
  }
  report(s, verb, found, { fix: withS(word), kind: 'agreement' });
};

const NUMBERED = new Map([
  ['is', 'one'],
  ['was', 'one'],
  ['has', 'one'],
  ['are', 'several'],
  ['were', 'several'],
  ['have', 'several'],
] as const);
const OTHER: Readonly<Record<string, string>> = { is: 'are', are: 'is', was: 'were', were: 'was', has: 'have', have: 'has' };

/** The number that a finite verb shows, where no other reading of the word is left. */
function surelyShown(s: TaggedSentence, at: number): 'one' | 'several' | null {
  const word = s.word(at);
  const fixed = (NUMBERED as ReadonlyMap<string, 'one' | 'several'>).get(word);
  if (fixed) return fixed;
  if (s.role(at) !== 'verb' || !isPlain(s, at) || s.word(at - 1) === 'to' || IRREGULAR_PASTS.has(word) || isParticiple(word)) return null;
  if (/[^s]s$/.test(word)) return 'one';
  // A base may hang on “help children” or a modal.
  return /^(?:noun|pron|adv)$/.test(s.role(at - 1)) ? 'several' : null;
}

/** “Planning starts early and are phased”, “Leavers receive support and is visited”, “Reviews are timely and considers needs” */
const secondVerb: Check = (s, at, found) => {
  if (!/^(?:and|but)$/.test(s.word(at - 1))) return;
  const word = s.word(at);
  const isAux = Object.hasOwn(OTHER, word);
  const isThird =
    !isAux && /[^s]s$/.test(word) && isPlain(s, at) && s.role(at) === 'verb' && !s.may(at, POS.NOUN) && may(s, baseOf(word), POS.VERB);
  if (!isAux && !isThird) return;
  // A question of its own: “and are there”.
  if (/^(?:there|they|it|these|this|the)$/.test(s.word(at + 1)) && isAux) return;
  const mine = isThird ? 'one' : surelyShown(s, at);
  let first = -1;
  for (let index = at - 2; index >= 0; index--) {
    const role = s.role(index);
    // Another clause, or a verb that does not show its number.
    if (role === 'mark' || role === 'modal' || role === 'sub' || role === 'wh' || role === 'conj') return;
    const shown = surelyShown(s, index);
    if (shown === mine) return;
    if (shown !== null) {
      if (first >= 0) return;
      first = index;
    } else if (role === 'aux' && !/^(?:be|been|being)$/.test(s.word(index))) return;
    else if (role === 'verb' || role === 'ing' || (role === 'ed' && !BE.has(s.word(index - 1)) && s.role(index - 1) !== 'adv')) {
      if (first < 0) return;
    }
  }
  if (first < 1) return;
  // The subject is a plain phrase at the beginning.
  const subject = s.role(first - 1) === 'adv' ? first - 2 : first - 1;
  if (subject < 0 || !/^(?:noun|pron)$/.test(s.role(subject))) return;
  if (/^(?:this|that|it|he|she)$/.test(s.word(0))) return;
  for (let index = 0; index <= subject; index++) if (/^(?:comma|ing|to|verb)$/.test(s.role(index)) || AMOUNTS.has(s.word(index))) return;
  report(s, at, found, { fix: isThird ? baseOf(word) : OTHER[word]!, kind: 'agreement', isLikely: true });
};

/** “provide clear a rationale” */
const adjectiveBeforeArticle: Check = (s, at, found) => {
  if (!only(s, at, POS.ADJ) || !/^(?:a|an)$/.test(s.word(at + 1)) || !isTied(s, at) || s.role(at - 1) !== 'verb') return;
  if (
    /^(?:make|makes|made|keep|keeps|become|becomes|remain|remains|seem|seems|feel|feels|leave|leaves|find|finds|such)$/.test(s.word(at - 1))
  )
    return;
  if (!s.may(at + 2, POS.NOUN) || s.role(at + 2) !== 'noun') return;
  const [adjective, article] = [s.tokens[at]!.text, /^[aeiou]/.test(s.word(at)) ? 'an' : 'a'];
  report(s, at, found, { fix: `${article} ${adjective}`, kind: 'order', isLikely: true }, at + 1);
};

const CHECKS: readonly Check[] = [
  adverbAfterBe,
  adjectiveBeforeComparative,
  adjectiveForNoun,
  baseAfterPreposition,
  pastAfterTo,
  thirdPersonAfterTo,
  useAfterBe,
  pastAfterBe,
  pronounForm,
  oneAfterMost,
  thoseWho,
  thereAre,
  eachOfOffers,
  secondVerb,
  adjectiveBeforeArticle,
];

export const findMisplaced = ofEachWord(CHECKS);
