/* Words in an order that no English sentence has: a preposition before a past, “there” without its verb, “than” left out. */
import type { Found } from './finding.js';
import { ofEachWord, type Check } from './_mend.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { subjectBefore } from './_subject.js';
import { isTied } from './_tied.js';
import { ingOf, isParticiple, participleOf, withS } from './words.js';

const report = (s: TaggedSentence, from: number, to: number, message: string, kind: string, found: Found, fix?: string): void =>
  found({ from: s.tokens[from]!.start, to: s.tokens[to]!.end, message, kind, certain: true, ...(fix === undefined ? {} : { fix }) });

const quote = (s: TaggedSentence, from: number, to = from): string =>
  s.text.slice(s.tokens[from]!.start, s.tokens[to]!.end).replace(/\s+/g, ' ');

/** Whether the words from `from` up to and with `to` stand beside each other with nothing but blanks between. */
const areTied = (s: TaggedSentence, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isTied(s, at)) return false;
  return true;
};

const endsPhrase = (s: TaggedSentence, at: number): boolean =>
  /^(?:mark|comma|prep|conj|sub|wh)$/.test(s.role(at)) || at >= s.tokens.length;

/** The last noun of the phrase that begins at `at`, where the phrase ends there; −1 for none. */
function phraseEnd(s: TaggedSentence, at: number): number {
  let index = at;
  while (/^(?:det|adj|owner|num|noun)$/.test(s.role(index)) && index < at + 6) index++;
  return index > at && s.role(index - 1) === 'noun' && endsPhrase(s, index) ? index - 1 : -1;
}

/** “They must to agree”. */
const modalTo: Check = (s, at, found) => {
  if (s.role(at) !== 'modal' || s.isCapital(at) || s.word(at + 1) !== 'to' || !areTied(s, at, at + 2)) return;
  if (s.role(at + 2) !== 'verb' || s.role(at - 1) === 'mark' || s.startsSentence(at)) return;
  // “longer than they should to get help”: the verb is left out.
  for (let index = at - 1; index > at - 4; index--) if (/^(?:than|as|what|whatever)$/.test(s.word(index))) return;
  report(s, at, at + 1, `“${quote(s, at)}” needs no “to”.`, 'doubled', found, quote(s, at));
};

/** “Plans were not update after”. */
const notBare: Check = (s, at, found) => {
  if (s.word(at) !== 'not' || !/^(?:is|are|was|were|been)$/.test(s.word(at - 1)) || !areTied(s, at - 1, at + 1)) return;
  const verb = s.word(at + 1);
  if (s.role(at + 1) !== 'verb' || /(?:ed|ing|s)$/.test(verb) || isParticiple(verb) || (s.classesAt(at + 1) & POS.ADJ) !== 0) return;
  if (!/^(?:prep|adv|mark)$/.test(s.role(at + 2)) && s.word(at + 2) !== 'and') return;
  const fix = participleOf(verb);
  // “is not part of the project”, “is not cause for concern”: a noun, unless reports have the participle there.
  if (
    (s.classesAt(at + 1) & POS.NOUN) !== 0 &&
    (/^(?:of|for)$/.test(s.word(at + 2)) ||
      !['is', 'are', 'was', 'were', 'been', 'not'].some((before) => s.model.field.follows(before, fix)))
  )
    return;
  report(s, at + 1, at + 1, `After “${quote(s, at - 1, at)}” write “${fix}”, not “${quote(s, at + 1)}”.`, 'form-be', found, fix);
};

const TAKES_ING = /^(?:enjoy|enjoys|enjoyed|avoid|avoids|avoided|finish|finishes|finished|dislike|dislikes|disliked)$/;

/** “Practitioners enjoy to work”. */
const ingAfter: Check = (s, at, found) => {
  if (!TAKES_ING.test(s.word(at)) || s.word(at + 1) !== 'to' || s.role(at + 2) !== 'verb' || !areTied(s, at, at + 2)) return;
  if (/^(?:adj|det)$/.test(s.role(at - 1)) || s.role(at - 1) === 'aux') return;
  const fix = ingOf(s.word(at + 2));
  report(s, at + 1, at + 2, `After “${quote(s, at)}” write “${fix}”, not “${quote(s, at + 1, at + 2)}”.`, 'form-to', found, fix);
};

/** “A high of parents were unhappy”. */
const amountWithout: Check = (s, at, found) => {
  if (!/^(?:a|an)$/.test(s.word(at)) || s.word(at + 2) !== 'of' || !areTied(s, at, at + 3)) return;
  if (!/^(?:high|large|small|significant|wide|broad|low|growing|considerable|substantial|increasing|limited|huge)$/.test(s.word(at + 1)))
    return;
  if (s.role(at + 3) === 'num' || s.role(at + 3) === 'mark') return;
  report(s, at + 1, at + 1, `A noun is missing after “${quote(s, at + 1)}”, such as “number” or “range”.`, 'missing-noun', found);
};

/** Words that an “of” ties to what follows. */
const WANTS_OF = /^(?:aware|unaware|part|majority|minority|proportion|variety|range|handful|percentage)$/;

/** “is aware this weakness”, “feel part the community”, “The majority parents are”. */
const ofMissing: Check = (s, at, found) => {
  const word = s.word(at);
  if (!WANTS_OF.test(word) || s.tokens[at]!.owner !== '' || s.isCapital(at) || !areTied(s, at, at + 1)) return;
  const next = s.role(at + 1);
  const before = s.word(at - 1);
  const isMissing =
    word === 'aware' || word === 'unaware'
      ? /^(?:is|are|was|were|be|been|become|became|well|fully|not|also)$/.test(before) && next === 'det' && phraseEnd(s, at + 1) >= 0
      : word === 'part'
        ? /^(?:feel|feels|felt|form|forms|become|became|be|is|are|as|was)$/.test(before) && next === 'det' && phraseEnd(s, at + 1) >= 0
        : (/^(?:a|an|the)$/.test(before) || s.role(at - 1) === 'adj') &&
          (next === 'det' ||
            (/^(?:majority|proportion|handful|percentage)$/.test(word) &&
              next === 'noun' &&
              /^(?:a|the|vast|great|large|high|small|growing|significant)$/.test(before))) &&
          s.word(at + 1) !== 'that' &&
          s.numberAt(nounAfter(s, at + 1)) === 'several';
  // “aware the plan is late”, “the range the area has”: a clause.
  if (!isMissing || (next === 'det' && word !== 'part' && s.beginsClause(at))) return;
  report(s, at, at, `“of” is missing after “${quote(s, at)}”.`, 'missing-phrase', found, `${quote(s, at)} of`);
};

function nounAfter(s: TaggedSentence, at: number): number {
  let index = at;
  while (/^(?:det|adj|owner|num)$/.test(s.role(index))) index++;
  while (s.role(index + 1) === 'noun') index++;
  return index;
}

/** “Children wait longer other children.” */
const thanMissing: Check = (s, at, found) => {
  if (!/^(?:longer|better|faster|sooner|earlier|higher|lower|worse|further)$/.test(s.word(at)) || !/^(?:other|those)$/.test(s.word(at + 1)))
    return;
  if (!areTied(s, at, at + 1) || s.role(at) === 'adj') return;
  const end = s.word(at + 1) === 'those' ? at + 1 : phraseEnd(s, at + 1);
  if (end < 0 || (s.word(at + 1) === 'those' && !endsPhrase(s, at + 2)) || s.hasFinite(end + 1, s.tokens.length)) return;
  report(s, at, at, `“than” is missing after “${quote(s, at)}”.`, 'missing-phrase', found, `${quote(s, at)} than`);
};

/** “Leaders know that there much to do.” */
const thereWithout: Check = (s, at, found) => {
  if (s.word(at) !== 'there' || !/^(?:that|because|although|if|while|whether|as)$/.test(s.word(at - 1)) || !areTied(s, at - 1, at + 1))
    return;
  if (!/^(?:much|no|many|few|little|some|a|an|several|not|too|still)$/.test(s.word(at + 1))) return;
  if (s.hasFinite(at + 1, s.tokens.length)) return;
  report(s, at, at, `A verb is missing after “${quote(s, at)}”, such as “is” or “are”.`, 'missing-verb', found);
};

/** “have in increased for some”. */
const haveInPast: Check = (s, at, found) => {
  if (!/^(?:have|has|had)$/.test(s.word(at)) || !/^(?:in|on|to|of|at)$/.test(s.word(at + 1)) || !areTied(s, at, at + 2)) return;
  if (s.role(at + 2) !== 'ed' || (s.classesAt(at + 2) & POS.NOUN) !== 0 || !/^(?:prep|mark|adv)$/.test(s.role(at + 3))) return;
  if (/^(?:wh|sub)$/.test(s.role(at - 1)) || s.role(at - 2) === 'wh') return;
  report(s, at + 1, at + 1, `“${quote(s, at + 1)}” does not belong between “${quote(s, at)}” and “${quote(s, at + 2)}”.`, 'doubled', found);
};

/** “The service it is well regarded.” */
const subjectTwice: Check = (s, at, found) => {
  if (!/^(?:it|they)$/.test(s.word(at)) || !/^(?:is|are|was|were|has|have)$/.test(s.word(at + 1))) return;
  if (s.role(at - 1) !== 'noun' || s.role(0) !== 'det' || at > 4 || !areTied(s, 0, at + 1)) return;
  const isOne = s.word(at) === 'it';
  for (let index = 1; index < at - 1; index++) if (!/^(?:adj|noun)$/.test(s.role(index))) return;
  if (s.numberAt(at - 1) !== (isOne ? 'one' : 'several') || !/^(?:ed|adj|adv|det)$/.test(s.role(at + 2))) return;
  // “The help it has given is valued”, “The year it was built we moved”: a clause inside the subject.
  for (let index = at + 2; index < s.tokens.length; index++) {
    if (/^(?:aux|modal|verb|pron|wh|sub|comma)$/.test(s.role(index))) return;
    if (index > at + 3 && s.role(index) === 'ed') return;
  }
  report(s, at, at, `“${quote(s, 0, at - 1)}” is the subject: “${quote(s, at)}” is not needed.`, 'doubled', found);
};

/** “supported to by a key worker”. */
const toBefore: Check = (s, at, found) => {
  if (!/^(?:supported|helped|enabled|encouraged|allowed|invited|expected|able)$/.test(s.word(at)) || s.word(at + 1) !== 'to') return;
  if (!/^(?:by|with|from|of|for)$/.test(s.word(at + 2)) || !areTied(s, at, at + 3) || !/^(?:det|owner|noun|adj)$/.test(s.role(at + 3)))
    return;
  report(s, at + 1, at + 1, `A verb is missing after “to”, or “to” is not needed.`, 'missing-verb', found);
};

/** “those kind of delays”. */
const thoseKind: Check = (s, at, found) => {
  if (!/^(?:these|those)$/.test(s.word(at)) || !/^(?:kind|sort|type)$/.test(s.word(at + 1)) || s.word(at + 2) !== 'of') return;
  if (!areTied(s, at, at + 2)) return;
  report(s, at + 1, at + 1, `After “${quote(s, at)}” write “${s.word(at + 1)}s”.`, 'number-noun', found, `${s.word(at + 1)}s`);
};

/** “Feedback from young people show that they feel safe”: a noun by its tag, with what only a verb of telling has after it. */
const tellsThat: Check = (s, at, found) => {
  if (!/^(?:show|suggest|indicate|confirm|demonstrate)$/.test(s.word(at)) || s.word(at + 1) !== 'that' || !areTied(s, at - 1, at + 2))
    return;
  if (!/^(?:pron|det|noun|adj|owner)$/.test(s.role(at + 2)) || s.role(at - 1) !== 'noun' || s.hasFinite(0, at)) return;
  const subject = subjectBefore(s, at);
  if (!subject || subject.joined || subject.number !== 'one' || !subject.distracted) return;
  const fix = withS(s.word(at));
  const head = quote(s, subject.from, subject.head);
  report(s, at, at, `“${head}” is one thing: write “${fix}”, not “${quote(s, at)}”.`, 'agreement-distant', found, fix);
};

/** “Each of the three hubs offer advice”: the only word in the sentence that may be its verb. */
const eachOfBase: Check = (s, at, found) => {
  if (!/^(?:each|neither|either|one)$/.test(s.word(at)) || s.word(at + 1) !== 'of' || !s.startsSentence(at)) return;
  const noun = nounAfterPlural(s, at + 2);
  const verb = noun + 1;
  if (noun < 0 || !areTied(s, at, verb) || (s.classesAt(verb) & POS.VERB) === 0 || s.role(verb) === 'ing') return;
  if (s.numberAt(verb) !== 'one' || isParticiple(s.word(verb)) || (s.classesAt(verb) & POS.ADJ) !== 0) return;
  if (!/^(?:noun|det|adj|owner|prep)$/.test(s.role(verb + 1)) || s.hasFinite(verb + 1, s.tokens.length)) return;
  for (let index = verb + 1; index < s.tokens.length; index++) if (s.role(index) === 'ed') return;
  const fix = withS(s.word(verb));
  report(s, verb, verb, `“${quote(s, at, noun)}” is one thing: write “${fix}”, not “${quote(s, verb)}”.`, 'agreement-distant', found, fix);
};

/** The plural noun that ends the determiner, number and adjectives from `at`; −1 for none. */
function nounAfterPlural(s: TaggedSentence, at: number): number {
  let index = at;
  while (/^(?:det|adj|owner|num)$/.test(s.role(index))) index++;
  while (s.role(index) === 'noun' && s.numberAt(index) !== 'several' && s.role(index + 1) === 'noun') index++;
  return index > at && s.role(index) === 'noun' && s.numberAt(index) === 'several' ? index : -1;
}

/** “more happier with the service”, where “more older people” are more of them. */
const moreTwice: Check = (s, at, found) => {
  const word = s.word(at + 1);
  if (s.word(at) !== 'more' || !/[a-z]{2}er$/.test(word) || !areTied(s, at, at + 1) || /^(?:noun|adj)$/.test(s.role(at + 2))) return;
  const stem = word.slice(0, -2);
  const isComparative = [stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem, `${stem}e`].some(
    (form) => form.length > 2 && (s.model.classes(form) & POS.ADJ) !== 0 && (s.model.classes(form) & POS.VERB) === 0,
  );
  if (!isComparative || s.role(at + 1) !== 'adj' || (s.classesAt(at + 1) & POS.NOUN) !== 0) return;
  report(s, at, at + 1, `“${word}” needs no “more”.`, 'doubled', found, word);
};

const CHECKS: readonly Check[] = [
  moreTwice,
  tellsThat,
  eachOfBase,
  modalTo,
  notBare,
  ingAfter,
  amountWithout,
  ofMissing,
  thanMissing,
  thereWithout,
  haveInPast,
  subjectTwice,
  toBefore,
  thoseKind,
];

export const findSequences = ofEachWord(CHECKS);
