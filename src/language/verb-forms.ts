/* Forms of verbs after modals, “have”, “be”, “do” and “to”. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import {
  ADVERBS,
  BE,
  DO,
  HAVE,
  IRREGULAR_PARTICIPLES,
  IRREGULAR_PASTS,
  MODALS,
  PAST_ONLY,
  RARELY_NOUNS,
  baseOf,
  ingOf,
  isIng,
  isParticiple,
  participleOf,
} from './words.js';

const isVerb = (s: TaggedSentence, form: string): boolean => (s.classesOf(form) & POS.VERB) !== 0;

/** The base of a third person such as “ensures”; null for what is no such form. */
function baseOfThird(s: TaggedSentence, at: number): string | null {
  const token = s.tokens[at];
  if (!token || token.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return null;
  if (token.word === 'has') return 'have';
  if (token.word === 'is') return 'be';
  if (token.word === 'does') return 'do';
  if (!/[^su]s$/.test(token.word) || token.word.length < 4) return null;
  const base = baseOf(token.word);
  return isVerb(s, token.word) && isVerb(s, base) ? base : null;
}

/** The base of a past such as “ensured”, “went”; null for what is no such form or a base as well (“put”). */
function baseOfPast(s: TaggedSentence, at: number): string | null {
  const token = s.tokens[at];
  if (!token || token.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return null;
  const { word } = token;
  const irregular = IRREGULAR_PASTS.get(word) ?? IRREGULAR_PARTICIPLES.get(word);
  if (irregular)
    return /^(?:found|saw|lay|felt|left|bound|wound|fell|bore|led)$/.test(word) &&
      word !== 'left' &&
      word !== 'felt' &&
      word !== 'led' &&
      word !== 'saw'
      ? null
      : irregular;
  if (!/[^e]ed$/.test(word) || word.length < 5) return null;
  const stem = word.slice(0, -2);
  const bases = [
    `${stem}e`,
    stem,
    ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []),
    ...(stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : []),
  ];
  const base = bases.find((form) => (s.model.classes(form) & POS.VERB) !== 0);
  return base && base !== word && isVerb(s, word) ? base : null;
}

/** Skips “not”, “also”, “always”, “consistently” …; from a modal to its verb. */
function overAdverbs(s: TaggedSentence, at: number): number {
  while (
    at < s.tokens.length &&
    s.tokens[at]!.kind === 'word' &&
    ((ADVERBS.has(s.word(at)) && !/^(?:more|most|much|less|least|enough|all|both|far|each|so)$/.test(s.word(at))) ||
      (/ly$/.test(s.word(at)) && (s.classesOf(s.word(at)) & (POS.NOUN | POS.VERB)) === 0))
  )
    at++;
  return at;
}

const quote = (s: TaggedSentence, at: number): string => s.tokens[at]!.text;

const isObjectNext = (s: TaggedSentence, at: number): boolean => {
  const next = s.role(at + 1);
  return next === 'det' || next === 'owner' || next === 'pron' || next === 'noun' || next === 'adj' || s.word(at + 1) === 'that';
};

export function findVerbForms(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word') continue;
    const { word } = token;
    if (MODALS.has(word) && s.role(at) === 'modal') afterModal(s, at, found);
    else if (word === 'to') afterTo(s, at, found);
    else if (HAVE.has(word)) afterHave(s, at, found);
    else if (BE.has(word)) afterBe(s, at, found);
    else if (DO.has(word)) afterDo(s, at, found);
    else if (GOVERNS.has(word)) afterPreposition(s, at, found);
  }
}

function report(s: TaggedSentence, at: number, fix: string, message: string, kind: string, certain: boolean, found: Found): void {
  const { start, end } = s.tokens[at]!;
  found({ from: start, to: end, fix, message, kind, certain });
}

/** “should receives”, “must ensured”, “can accessed”. */
function afterModal(s: TaggedSentence, modal: number, found: Found): void {
  const at = overAdverbs(s, modal + 1);
  const verb = s.word(at);
  // “in May”, “the will”, “a can”, and questions turned round.
  if (/^(?:a|an|the|good|free|political|ill)$/.test(s.word(modal - 1)) || s.isCapital(modal)) return;
  const third = baseOfThird(s, at);
  if (third) {
    const isOnlyVerb = (s.classesOf(verb) & POS.NOUN) === 0 || RARELY_NOUNS.has(verb);
    const next = s.role(at + 1);
    // “should needs increase”: the sentence may be turned round.
    const isTurned =
      /^(?:should|could|would|might)$/.test(s.word(modal)) &&
      at === modal + 1 &&
      !(/^(?:noun|pron)$/.test(s.role(modal - 1)) && s.word(modal) !== 'should' && s.numberAt(modal - 1) !== 'one') &&
      !(next === 'det' || next === 'pron' || next === 'owner') &&
      !(next === 'prep' && s.tag(at) === POS.VERB && !s.startsSentence(modal) && !s.hasFinite(at + 1, s.tokens.length));
    if (
      !isOnlyVerb &&
      (isTurned || next === 'aux' || next === 'verb' || next === 'modal' || (s.tag(at) !== POS.VERB && s.role(at) !== 'verb'))
    )
      return;
    report(s, at, third, `After “${quote(s, modal)}” the verb has no -s: write “${third}”.`, 'form-modal', true, found);
    return;
  }
  // “may waiting”; “should training be” is turned round.
  if (
    isIng(verb) &&
    (at === modal + 1 || (/^(?:must|will|can|should)$/.test(s.word(modal)) && /^(?:det|prep)$/.test(s.role(at + 1)))) &&
    (s.classesOf(verb) & POS.VERB) !== 0 &&
    s.tokens[at]!.owner === '' &&
    !/^(?:sing|bring|ring|king|thing|swing|during|nothing|anything|something|everything|concerning|regarding|including|excluding)$/.test(
      verb,
    ) &&
    /^(?:det|pron|wh|owner|adv|prep|to|mark|noun)$/.test(s.role(at + 1)) &&
    s.role(at + 2) !== 'aux' &&
    s.role(at + 2) !== 'verb' &&
    !s.startsSentence(modal)
  ) {
    report(s, at, `be ${verb}`, `After “${quote(s, modal)}” a word is missing, or the verb has the wrong form.`, 'form-modal', true, found);
    return;
  }
  const past = baseOfPast(s, at);
  if (!past || (s.classesOf(verb) & (POS.ADV | POS.NOUN)) !== 0 || s.model.classes(verb) === POS.ADJ) return;
  if (s.startsSentence(modal) || s.role(modal - 1) === 'comma') return;
  if (s.role(at - 1) === 'adv' && (s.role(at + 1) === 'noun' || s.role(at + 1) === 'adj')) return;
  // Either “be” is missing or the form is wrong.
  const isPassive = s.word(at + 1) === 'by' || !isObjectNext(s, at);
  if (isPassive && (IRREGULAR_PARTICIPLES.has(verb) || !IRREGULAR_PASTS.has(verb)))
    report(
      s,
      at,
      `be ${verb}`,
      `After “${quote(s, modal)}” a word is missing, or the verb has the wrong form: “be ${verb}” or “${past}”.`,
      'form-modal-past',
      true,
      found,
    );
  else report(s, at, past, `After “${quote(s, modal)}” write “${past}”, not “${verb}”.`, 'form-modal-past', true, found);
}

/** Words after which “to” begins an infinitive, not a phrase. */
const TAKES_INFINITIVE =
  /^(?:able|unable|order|need|needs|needed|want|wants|wanted|aim|aims|aimed|plan|plans|planned|continue|continues|continued|begin|begins|began|fail|fails|failed|try|tries|tried|intend|intends|intended|seek|seeks|sought|tend|tends|required|expected|likely|unlikely|ready|willing|opportunity|opportunities|ability|capacity|efforts|helps|helped|enables|enabled|allows|allowed|encouraged|supported|how|due|ought|about|as|aspire|chooses|choose|strive|strives|manage|manages|them|him|us)$/;

/** After these “to” begins an infinitive, whatever follows. */
const NEEDS_INFINITIVE =
  /^(?:have|has|had|having|able|unable|want|wants|wanted|order|continue|continues|fail|fails|failed|aim|aims|seek|seeks|likely|unlikely)$/;

function afterTo(s: TaggedSentence, to: number, found: Found): void {
  if (s.tokens[to + 1]?.kind !== 'word') return;
  let at = to + 1;
  while (/ly$|^(?:not|also|better)$/.test(s.word(at)) && s.role(at) === 'adv') at++;
  const verb = s.word(at);
  const third = baseOfThird(s, at);
  const before = s.word(to - 1);
  // A grade: “from good to requires improvement”.
  if (third && s.word(at + 1) !== 'improvement') {
    const isOnlyVerb = (s.classesOf(verb) & POS.NOUN) === 0 || RARELY_NOUNS.has(verb);
    if (
      !isOnlyVerb &&
      s.role(at + 1) === 'det' &&
      s.tag(at) === POS.VERB &&
      !/^(?:all|such|both|some|any|each|that|many|most|more|no)$/.test(s.word(at + 1))
    ) {
      // “to supports a more robust”: what follows can only be an object.
    } else if (!isOnlyVerb && NEEDS_INFINITIVE.test(before) && /^(?:prep|adv|to)$/.test(s.role(at + 1))) {
      // “have to waits for months”
    } else if (
      isOnlyVerb
        ? !isObjectNext(s, at) && s.role(at + 1) !== 'prep' && s.role(at + 1) !== 'adv'
        : !(TAKES_INFINITIVE.test(before) && s.role(at + 1) === 'det')
    )
      return;
    if (/^(?:does|is|has)$/.test(verb) && s.role(to - 1) === 'verb') return;
    report(s, at, third, `After “to” the verb has no -s: write “${third}”.`, 'form-to', true, found);
    return;
  }
  if (infinitiveWithIng(s, to, found)) return;
  if (
    !TAKES_INFINITIVE.test(before) ||
    at !== to + 1 ||
    before === 'due' ||
    before === 'as' ||
    before === 'them' ||
    before === 'him' ||
    before === 'us'
  )
    return;
  // “from planned to completed”
  const past = baseOfPast(s, at);
  if (!past || (s.classesOf(verb) & (POS.NOUN | POS.ADV)) !== 0) return;
  if (/^(?:noun|adj)$/.test(s.role(at + 1)) || (s.role(at - 2) === 'ed' && s.word(at - 3) === 'from')) return;
  if (
    /^(?:needs|plans|aims|need|plan|aim|efforts|capacity|opportunity|opportunities|helped|supported|encouraged|expected|required)$/.test(
      before,
    ) &&
    isObjectNext(s, at) === false &&
    s.word(at + 1) !== 'by' &&
    !(/^(?:need|needs)$/.test(before) && /^(?:together|with|closely)$/.test(s.word(at + 1)))
  )
    return;
  const isPassive = s.word(at + 1) === 'by' || (!isObjectNext(s, at) && !/^(?:together|closely)$/.test(s.word(at + 1)));
  if (isPassive)
    report(
      s,
      at,
      `be ${verb}`,
      `A word is missing after “to”, or the verb has the wrong form: “be ${verb}” or “${past}”.`,
      'form-to-past',
      true,
      found,
    );
  else report(s, at, past, `After “to” write “${past}”, not “${verb}”.`, 'form-to-past', true, found);
}

/** “need to making sure”, “helps them to becoming independent”. */
function infinitiveWithIng(s: TaggedSentence, to: number, found: Found): boolean {
  const verb = s.word(to + 1);
  if (!/[a-z]{2}ing$/.test(verb) || (s.classesOf(verb) & POS.VERB) === 0 || /^(?:bring|sing|ring|swing)$/.test(verb)) return false;
  const before = s.word(to - 1);
  const isTold =
    /^(?:them|him|her|us|people|children|families|parents)$/.test(before) &&
    /^(?:help|enable|allow|encourage|support|want|ask|expect|invite)/.test(s.word(to - 2));
  const isWanted =
    /^(?:able|unable|want|wants|wanted|need|needs|needed|order|aim|aims|aimed|fail|fails|failed|try|tries|tried|intend|intends|continue|continues|begin|begins|began|plan|plans|hope|hopes|likely|unlikely|keen|willing)$/.test(
      before,
    );
  if (!isTold && !isWanted && !isToldSomebody(s, to)) return false;
  const next = s.role(to + 2);
  // “needs to training”, “plans to building work”: the word may be a noun.
  if (s.role(to + 1) !== 'ing' && (s.classesOf(verb) & POS.NOUN) !== 0) return false;
  if (!/^(?:det|pron|adj|adv|owner|sub|prep)$/.test(next) && next !== 'noun') return false;
  const base = baseOfIng(s, verb);
  if (base === null) return false;
  report(s, to + 1, base, `After “to” write “${base}”, not “${verb}”.`, 'form-to', true, found);
  return true;
}

const TELLS =
  /^(?:help|helps|helped|helping|enable|enables|enabled|enabling|allow|allows|allowed|allowing|encourage|encourages|encouraged|encouraging)$/;

/** “have helped a number of schools to setting up rooms”. */
function isToldSomebody(s: TaggedSentence, to: number): boolean {
  if (s.role(to - 1) !== 'noun') return false;
  for (let index = to - 1; index > 0 && index > to - 9; index--) {
    if (TELLS.test(s.word(index))) return true;
    if (!/^(?:noun|adj|det|owner|prep|num)$/.test(s.role(index))) return false;
  }
  return false;
}

/** The base of a form with -ing; null where the lexicon knows none. */
function baseOfIng(s: TaggedSentence, form: string): string | null {
  const stem = form.slice(0, -3);
  const bases = [`${stem}e`, stem, ...(stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [])];
  return bases.find((base) => (s.model.classes(base) & POS.VERB) !== 0) ?? null;
}

const GOVERNS = new Set(['by', 'without', 'for', 'of', 'at', 'with', 'through', 'before', 'despite', 'about', 'towards']);

/** “responsible for ensure that”, “without know the child”: after a preposition the verb ends in -ing. */
function afterPreposition(s: TaggedSentence, prep: number, found: Found): void {
  const at = prep + 1;
  const token = s.tokens[at];
  if (token?.kind !== 'word' || token.owner !== '' || s.isCapital(at) || s.role(prep) !== 'prep') return;
  const { word } = token;
  // “responsible for put this right”
  if (
    word === 'put' &&
    /^(?:right|together|this|these|it|them|the)$/.test(s.word(at + 1)) &&
    /^(?:for|by|without|of)$/.test(s.word(prep))
  ) {
    report(s, at, 'putting', `After “${quote(s, prep)}” write “putting”, not “put”.`, 'form-preposition', true, found);
    return;
  }
  const isOnlyVerb = s.model.classes(word) === POS.VERB || /^(?:know|make|take|give|get|seek|keep|become|bring|say)$/.test(word);
  if (!isOnlyVerb || /(?:ed|ing|s)$/.test(word) || IRREGULAR_PASTS.has(word) || isParticiple(word) || word === 'let') return;
  const next = s.role(at + 1);
  // “more families than before attend a session”
  if (s.word(prep) === 'before' && /^(?:than|as|ever|never)$/.test(s.word(prep - 1))) return;
  // “Those who are cared for receive a visit.”
  if (s.word(at + 1) === 'time' || (s.role(prep - 1) === 'ed' && s.role(prep - 2) === 'aux' && !s.word(prep - 2).startsWith('ha'))) return;
  if (!/^(?:det|pron|sub|owner|adj|noun|verb)$/.test(next) || (next !== 'noun' && next !== 'verb' && s.role(at + 2) === 'mark')) return;
  if (!/^\s$/.test(s.text.slice(token.start - 1, token.start))) return;
  const fix = ingOf(word);
  report(s, at, fix, `After “${quote(s, prep)}” write “${fix}”, not “${word}”.`, 'form-preposition', true, found);
}

/** “have wait more than two years”, “has show promising results”: a noun of one thing would need an article. */
function isVerbAlone(s: TaggedSentence, at: number): boolean {
  const verb = s.word(at);
  if (
    !/^(?:wait|show|work|move|report|visit|review|place|plan|start|lead|train|recruit|target|review|increase|attend|state|tackle|launch|implement)$/.test(
      verb,
    )
  )
    return false;
  const next = s.role(at + 1);
  return (next === 'adv' && s.word(at + 1) !== 'enough') || next === 'adj' || next === 'det' || next === 'prep' || next === 'num';
}

/** “has went”, “have receive”, “had began”. */
function afterHave(s: TaggedSentence, have: number, found: Found): void {
  const at = overAdverbs(s, have + 1);
  const token = s.tokens[at];
  if (!token || token.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return;
  const verb = token.word;
  if (verb === 'being' && /^(?:ed|adj|adv)$/.test(s.role(at + 1)) && s.role(have - 1) !== 'to') {
    report(s, at, 'been', `After “${quote(s, have)}” write “been”, not “being”.`, 'form-have', true, found);
    return;
  }
  // “have help leaders”: a noun would stand before “for”, “with” or “from”.
  if (verb === 'help' && s.role(at + 1) === 'noun' && s.numberAt(at + 1) === 'several' && s.role(at + 2) !== 'noun') {
    report(s, at, 'helped', `After “${quote(s, have)}” write “helped”, not “help”.`, 'form-have', true, found);
    return;
  }
  const participle = PAST_ONLY.get(verb);
  const isSeen = verb === 'saw' && /^(?:det|pron|owner)$/.test(s.role(at + 1));
  if (
    participle &&
    (isSeen ||
      ((!(s.classesOf(verb) & (POS.NOUN | POS.ADJ)) || (s.tag(at) === POS.VERB && /^(?:prep|det|to)$/.test(s.role(at + 1)))) &&
        isVerb(s, verb)))
  ) {
    report(s, at, participle, `After “${quote(s, have)}” write “${participle}”, not “${verb}”.`, 'form-have', true, found);
    return;
  }
  // A base that is no noun, before an object: “have receive the support”.
  const classes = s.model.classes(verb);
  const isRarely = RARELY_NOUNS.has(verb) && verb !== 'help' && verb !== 'read' && verb !== 'have' && verb !== 'find';
  const isBeforeObject =
    (classes & POS.VERB) !== 0 &&
    ((classes & (POS.ADJ | POS.ADV)) === 0 ||
      /^(?:a|an|its)$/.test(s.word(at + 1)) ||
      (s.word(at + 1) === 'the' && (classes & POS.ADV) === 0)) &&
    s.role(at + 1) === 'det' &&
    !/^(?:all|both|this|that|some|any|each|no|more|most|every|another|such)$/.test(s.word(at + 1));
  if (
    (classes === POS.VERB || isRarely || isBeforeObject || isVerbAlone(s, at)) &&
    !isParticiple(verb) &&
    !(/(?:ed|s)$/.test(verb) || isIng(verb)) &&
    !IRREGULAR_PASTS.has(verb)
  ) {
    const fix = participleOf(verb);
    if (s.word(have) === 'having') return;
    report(s, at, fix, `After “${quote(s, have)}” write “${fix}”, not “${verb}”.`, 'form-have', true, found);
    return;
  }
  const third = baseOfThird(s, at);
  if (third && (s.classesOf(verb) & POS.NOUN) === 0 && !/^(?:is|has|does)$/.test(verb) && isObjectNext(s, at)) {
    const fix = participleOf(third);
    report(s, at, fix, `After “${quote(s, have)}” write “${fix}”, not “${verb}”.`, 'form-have', true, found);
  }
}

/** Nouns that need no article after “be”: “have been part of”, “are work in progress”. */
const AFTER_BE =
  /^(?:part|home|cause|reason|key|work|progress|evidence|support|pressure|help|care|feedback|scope|room|need|demand|proof|change|concern|hope|interest|contact|use|access|time|subject|core|top|front|base|host|best|present|lead|study|play|practice|research|silence|stress|rain|fun|news|trust|respect|love|waste|growth|set|put|read|cut|let|shut|split|cost|hurt|spread)$/;

/** “had been place in settings”, “plans are review every year”: a base that can be no noun here, since a single thing needs an article. */
function isBareForm(s: TaggedSentence, be: number, at: number): boolean {
  const verb = s.word(at);
  const classes = s.model.classes(verb);
  if ((classes & POS.NOUN) === 0 || (classes & (POS.ADJ | POS.ADV | POS.ADP)) !== 0 || AFTER_BE.test(verb) || s.numberAt(at) !== 'one')
    return false;
  if (at !== be + 1 || s.word(be) === 'being' || s.word(be - 1) === 'there' || s.word(be - 2) === 'there') return false;
  const next = s.word(at + 1);
  // “It is home to”, “Joint work is practice at its best”: only after several, or after “been”.
  const before = s.role(be - 1) === 'noun' && s.numberAt(be - 1) === 'several' && !s.isCapital(be - 1);
  if (!(s.word(be) === 'been' || (/^(?:are|were)$/.test(s.word(be)) && before))) return false;
  return /^(?:in|by|with|on|into|at|for|every|each|regularly|annually|daily|weekly|monthly|early|well)$/.test(next);
}

/** “are support by”, “is provide”, “been ensure”. */
function afterBe(s: TaggedSentence, be: number, found: Found): void {
  const at = overAdverbs(s, be + 1);
  const token = s.tokens[at];
  if (!token || token.kind !== 'word' || token.owner !== '' || s.isCapital(at)) return;
  const verb = token.word;
  if (s.word(be) === 'being' && s.role(be - 1) === 'det') return;
  // “is pay for equally”
  if (verb === 'pay' && at === be + 1 && /^(?:for|by)$/.test(s.word(at + 1)) && s.role(be - 1) !== 'wh') {
    report(s, at, 'paid', `After “${quote(s, be)}” write “paid”, not “pay”.`, 'form-be', true, found);
    return;
  }
  // “is often been acted upon”
  if (verb === 'been' && /^(?:is|are|was|were)$/.test(s.word(be)) && s.role(at + 1) === 'ed') {
    report(s, at, 'being', `After “${quote(s, be)}” write “being”, not “been”.`, 'form-be', true, found);
    return;
  }
  const past = PAST_ONLY.get(verb);
  if (past && isVerb(s, verb) && (s.classesOf(verb) & (POS.NOUN | POS.ADJ)) === 0) {
    report(s, at, past, `After “${quote(s, be)}” write “${past}”, not “${verb}”.`, 'form-be', true, found);
    return;
  }
  if ((/(?:ed|ing|s)$/.test(verb) && verb !== 'embed') || isParticiple(verb) || IRREGULAR_PASTS.has(verb)) return;
  const classes = s.model.classes(verb);
  if ((classes & POS.VERB) === 0) return;
  const isOnlyVerb = classes === POS.VERB;
  const next = s.word(at + 1);
  const isBy = next === 'by' && s.word(be - 1) !== 'there' && (classes & (POS.ADJ | POS.ADV)) === 0;
  // “All they can do is help”, “what works is provide”: the verb “be” may lead to a base.
  for (let index = be - 1; index >= 0; index--) if (/^(?:do|does|did|what|all)$/.test(s.word(index))) return;
  // “are support to make”, “are review regularly”.
  const isBare =
    isBareForm(s, be, at) ||
    (/^(?:is|was)$/.test(s.word(be)) && verb === 'work' && /^(?:closely|together|hard|with|to)$/.test(next) && s.role(be - 1) === 'noun') ||
    (/^(?:are|were)$/.test(s.word(be)) &&
      (classes & POS.NOUN) !== 0 &&
      (classes & (POS.ADJ | POS.ADV)) === 0 &&
      !/^(?:part|cause|reason|time|need|proof|home|evidence|key|top|core|subject|testament)$/.test(verb) &&
      s.word(be - 1) !== 'there' &&
      (/^(?:together|closely|hard|with)$/.test(next) ||
        (next === 'to' && verb !== 'work' && s.may(at + 2, POS.VERB) && !/s$/.test(s.word(at + 2))) ||
        (s.role(at + 1) === 'adv' && /ly$|^well$/.test(next))));
  if (!isOnlyVerb && !isBy && !isBare) return;
  if (next === 'to' && !isBare && /^(?:who|that|which)$/.test(s.word(be - 1))) return;
  // “is develop a strategy”: an object follows.
  const isActive = !isBy && (/^(?:det|pron|owner)$/.test(s.role(at + 1)) || /^(?:work|meet)$/.test(verb));
  const fix = isActive ? ingOf(verb) : participleOf(verb);
  report(s, at, fix, `After “${quote(s, be)}” write “${fix}”, not “${verb}”.`, 'form-be', true, found);
}

/** “does not has”, “did not received”. */
function afterDo(s: TaggedSentence, doAt: number, found: Found): void {
  let at = doAt + 1;
  if (s.word(at) !== 'not') return;
  at = overAdverbs(s, at);
  const [verb, third] = [s.word(at), baseOfThird(s, at)];
  if (third && ((s.classesOf(verb) & POS.NOUN) === 0 || (isObjectNext(s, at) && s.tag(at) === POS.VERB))) {
    report(s, at, third, `After “${quote(s, doAt)} not” the verb has no -s: write “${third}”.`, 'form-do', true, found);
    return;
  }
  const past = baseOfPast(s, at);
  if (
    past &&
    ((s.classesOf(verb) & (POS.NOUN | POS.ADV)) === 0 || (IRREGULAR_PASTS.has(verb) && verb !== 'left')) &&
    !(s.role(at + 1) === 'noun' && (s.classesOf(verb) & POS.ADJ) !== 0)
  )
    report(s, at, past, `After “${quote(s, doAt)} not” write “${past}”, not “${verb}”.`, 'form-do', true, found);
}
