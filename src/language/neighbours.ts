/* Slips that a few words beside each other show, whatever the rest of the sentence says. */

import type { Found } from './finding.js';
import { POS } from './model.js';
import type { Role, TaggedSentence } from './sentence.js';
import { COLLECTIVES, baseOf, participleOf, withS } from './words.js';
import { OTHER_FORM, SINGULAR_FORMS, finiteAt } from './_finite-verb.js';

/** People of whom several are spoken, and who have the things below. */
const PEOPLE = /^(?:pupils|students|learners|families|parents|carers|teachers|practitioners|professionals|inspectors|residents|patients)$/;
const THEIRS =
  /^(?:attendance|progress|views|needs|experiences|lives|voices|outcomes|behaviour|learning|education|wellbeing|wishes|feelings|confidence|aspirations|achievements?)$/;
const SEVERAL_OF_THEM = /^(?:few|many|most|some|all|both|several)$/;
const SAYING =
  /^(?:say|says|said|think|thinks|thought|feel|feels|felt|know|knows|knew|believe|believes|believed|tell|tells|told|hope|hopes|hear|heard|see|sees|saw|show|shows|suggest|suggests)$/;
const BEFORE_OWNED: ReadonlySet<Role> = new Set<Role>(['prep', 'verb', 'ed', 'ing']);
/** Words that belong to the terms of the field, and what is written for them. */
const TERMS: readonly (readonly [word: RegExp, next: RegExp, right: string])[] = [
  [/^graduate$/, /^(?:approach|approaches|response|responses)$/, 'graduated'],
  [/^designated$/, /^schools$/, 'dedicated'],
  [/^sensor$/, /^responsible$/, 'senior'],
];

export function findNeighbours(s: TaggedSentence, found: Found): void {
  const instead = (from: number, fix: string, kind: string, message: string): void => {
    const { start, end } = s.tokens[from]!;
    const isCapital = /^\p{Lu}/u.test(s.tokens[from]!.text);
    found({ from: start, to: end, kind, certain: true, message, fix: isCapital ? `${fix[0]!.toUpperCase()}${fix.slice(1)}` : fix });
  };
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word') continue;
    const word = s.word(at);
    for (const [wrong, next, right] of TERMS)
      if (wrong.test(word) && next.test(s.word(at + 1)) && (right !== 'dedicated' || s.word(at + 2) === 'grant'))
        instead(at, right, 'confused-term', `“${token.text}” is another word. Here it should be “${right}”.`);
    // “There needs are spotted early.”
    if (
      word === 'there' &&
      s.role(at + 1) === 'noun' &&
      s.formNumber(at + 1) === 'several' &&
      /^(?:are|were|have|need|do)$/.test(s.word(at + 2)) &&
      (at === 0 || s.role(at - 1) === 'mark' || s.role(at - 1) === 'sub')
    )
      instead(at, 'their', 'confused-there', '“there” is another word. Here it should be “their”.');
    // “have kept they’re links with schools”
    if (
      /^they[’']re$/.test(word) &&
      (s.classesAt(at + 1) & POS.NOUN) !== 0 &&
      !/(?:ing|ed)$/.test(s.word(at + 1)) &&
      s.role(at + 1) !== 'adj' &&
      (s.role(at + 2) === 'prep' || s.role(at + 2) === 'mark') &&
      at > 0 &&
      BEFORE_OWNED.has(s.role(at - 1)) &&
      !SAYING.test(s.word(at - 1))
    )
      instead(at, 'their', 'confused-there', `“${token.text}” is another word. Here it should be “their”.`);
    // “Few of them believes that things will change.”
    if (
      SEVERAL_OF_THEM.test(word) &&
      s.word(at + 1) === 'of' &&
      /^(?:them|us)$/.test(s.word(at + 2)) &&
      isSingularVerb(s, at + 3) &&
      (at === 0 || s.role(at - 1) === 'mark' || s.role(at - 1) === 'sub' || s.role(at - 1) === 'comma')
    )
      several(s, at, at + 2, at + 3, found);
    // “Commissioning officers visits each provider.”
    if (
      s.role(at) === 'noun' &&
      s.formNumber(at) === 'several' &&
      token.owner === '' &&
      !isName(s, at) &&
      isClauseStart(s, at) &&
      isSingularVerb(s, at + 1) &&
      !isAmount(s, at) &&
      /^(?:each|every|the|a|an|their|its|this|these)$/.test(s.word(at + 2)) &&
      s.role(at + 3) !== 'mark' &&
      !hasVerb(s, at + 2)
    )
      several(s, at, at, at + 1, found);
    // “In some schools a few plans describes provision.”
    if (
      s.role(at) === 'noun' &&
      s.formNumber(at) === 'several' &&
      token.owner === '' &&
      !isName(s, at) &&
      (s.role(at + 1) === 'verb' || s.role(at + 1) === 'aux') &&
      isSingularVerb(s, at + 1) &&
      !isAmount(s, at) &&
      isCounted(s, at)
    )
      several(s, at, at, at + 1, found);
    // “The help they receive are not joined up.”
    if (
      s.role(at) === 'noun' &&
      s.formNumber(at) === 'one' &&
      !COLLECTIVES.has(word) &&
      /^(?:the|this|their|a|an)$/.test(s.word(at - 1)) &&
      (at === 1 || s.role(at - 2) === 'mark' || s.role(at - 2) === 'sub') &&
      /^(?:they|we|you)$/.test(s.word(at + 1)) &&
      s.role(at + 2) === 'verb' &&
      /^(?:are|were|have)$/.test(s.word(at + 3))
    ) {
      const right = OTHER_FORM.get(s.word(at + 3))!;
      instead(
        at + 3,
        right,
        'agreement',
        `“${s.tokens[at - 1]!.text} ${token.text}” is one thing: write “${right}”, not “${s.tokens[at + 3]!.text}”.`,
      );
    }
    // “Families are then provide advice.”
    if (
      /^(?:are|is|was|were)$/.test(word) &&
      /^(?:then|also|now|often|always|usually|sometimes|not|regularly|routinely|rarely)$/.test(s.word(at + 1)) &&
      s.role(at + 2) === 'verb' &&
      (s.classesAt(at + 2) & POS.ADJ) === 0 &&
      !/(?:s|ed|ing|n|t)$/.test(s.word(at + 2)) &&
      (s.role(at + 3) === 'noun' || s.role(at + 3) === 'det') &&
      s.role(at - 1) === 'noun'
    )
      instead(
        at + 2,
        participleOf(s.word(at + 2)),
        'verb-form',
        `After “${token.text}” the verb ends in “-ed”: write “${participleOf(s.word(at + 2))}”.`,
      );
    // “a small number of plan that …”
    if (
      word === 'number' &&
      s.word(at + 1) === 'of' &&
      s.role(at + 2) === 'noun' &&
      s.formNumber(at + 2) === 'one' &&
      !COLLECTIVES.has(s.word(at + 2)) &&
      !UNCOUNTED.test(s.word(at + 2)) &&
      !s.isCapital(at + 2) &&
      /^(?:a|an|small|large|growing|significant|limited|high)$/.test(s.word(at - 1)) &&
      /^(?:sub|wh|aux|mark|comma)$/.test(s.role(at + 3))
    ) {
      const right = withS(s.word(at + 2));
      instead(at + 2, right, 'number', `“${token.text} of” counts several: write “${right}”.`);
    }
    // “four farms, each of which offer work”
    if (word === 'each' && s.word(at + 1) === 'of' && /^(?:which|whom)$/.test(s.word(at + 2))) {
      const finite = finiteAt(s, at + 3);
      if (finite?.number === 'several')
        instead(
          at + 3,
          finite.other,
          'agreement',
          `“${token.text}” is one thing: write “${finite.other}”, not “${s.tokens[at + 3]!.text}”.`,
        );
    }
    // “Another have learned to cook.”
    if (word === 'another' && s.startsSentence(at) && /^(?:are|were|have|do)$/.test(s.word(at + 1))) {
      const right = OTHER_FORM.get(s.word(at + 1))!;
      instead(at + 1, right, 'agreement', `“${token.text}” is one thing: write “${right}”, not “${s.tokens[at + 1]!.text}”.`);
    }
    // “There are only one provider.”
    if (word === 'there' && /^(?:are|were)$/.test(s.word(at + 1)) && /^(?:only|just)$/.test(s.word(at + 2)) && s.word(at + 3) === 'one') {
      const right = OTHER_FORM.get(s.word(at + 1))!;
      if (s.role(at + 4) === 'noun' && s.numberAt(at + 4) === 'one')
        instead(
          at + 1,
          right,
          'agreement-there',
          `What follows “there” decides: with “one” write “${right}”, not “${s.tokens[at + 1]!.text}”.`,
        );
    }
    // “harder than it need to be”
    if (/^(?:it|he|she)$/.test(word) && /^(?:need|want|have)$/.test(s.word(at + 1)) && s.word(at + 2) === 'to' && !asksFor(s, at)) {
      const right = s.word(at + 1) === 'have' ? 'has' : withS(s.word(at + 1));
      instead(at + 1, right, 'agreement', `“${token.text}” is one thing: write “${right}”, not “${s.tokens[at + 1]!.text}”.`);
    }
    // “The section that describe health provision is blank.”
    if (
      word === 'that' &&
      s.role(at - 1) === 'noun' &&
      s.formNumber(at - 1) === 'one' &&
      /^(?:the|this|each|every|a|an)$/.test(s.word(at - 2)) &&
      (at === 2 || s.role(at - 3) === 'mark' || s.role(at - 3) === 'verb') &&
      s.classesAt(at + 1) === POS.VERB &&
      s.role(at + 1) === 'verb' &&
      withS(s.word(at + 1)) !== s.word(at + 1) &&
      !/(?:s|ed|ing|t)$/.test(s.word(at + 1)) &&
      !SAYING.test(s.word(at - 3))
    ) {
      const right = withS(s.word(at + 1));
      instead(at + 1, right, 'agreement-relative', `“${s.tokens[at - 1]!.text} that” takes “${right}”, not “${s.tokens[at + 1]!.text}”.`);
    }
    // “Pupils attendance is rising.”
    if (PEOPLE.test(word) && THEIRS.test(s.word(at + 1)) && s.role(at + 2) === 'aux' && token.owner === '' && isClauseStart(s, at)) {
      const fix = `${token.text}’`;
      instead(at, fix, 'possessive', `An apostrophe is missing: write “${fix} ${s.tokens[at + 1]!.text}”.`);
    }
    // “others would found useful”
    if (s.role(at) === 'modal' && s.word(at + 1) === 'found' && (s.role(at + 2) === 'adj' || s.role(at + 2) === 'pron'))
      instead(at + 1, 'find', 'verb-form', `After “${token.text}” the verb has its base form: write “find”.`);
  }
  thoseWho(s, found);
}

const UNCOUNTED =
  /^(?:staff|people|children|police|youth|data|media|personnel|faculty|crew|fish|sheep|series|species|them|these|those|us|work|support|provision|training|help|care|evidence|information|advice)$/;
const COUNTS = /^(?:few|many|several|these|those|both|two|three|four|five|six|seven|eight|nine|ten)$/;

/** “Ten appeals is the highest number”: a number of things, taken as one. */
const isAmount = (s: TaggedSentence, at: number): boolean =>
  s.role(at - 1) === 'num' && s.word(at + 1) === 'is' && s.role(at + 2) === 'det';

/** Whether a noun is counted as several by a word of its own phrase, which is no part of another. */
function isCounted(s: TaggedSentence, at: number): boolean {
  let from = at;
  while (from > 0 && s.role(from - 1) === 'adj') from--;
  if (from === 0 || !COUNTS.test(s.word(from - 1))) return false;
  from--;
  if (s.word(from - 1) === 'a') from--;
  return from === 0 || /^(?:noun|mark|sub)$/.test(s.role(from - 1));
}

const several = (s: TaggedSentence, from: number, to: number, verb: number, found: Found): void => {
  const { start, end, text } = s.tokens[verb]!;
  const other = OTHER_FORM.get(s.word(verb)) ?? baseOf(s.word(verb));
  const words = s.text.slice(s.tokens[from]!.start, s.tokens[to]!.end).replace(/\s+/g, ' ');
  found({
    from: start,
    to: end,
    kind: 'agreement',
    certain: true,
    message: `“${words}” are several: write “${other}”, not “${text}”.`,
    fix: other,
  });
};

/** A word with the ending of a verb of one thing, which the lexicon has as a verb. */
function isSingularVerb(s: TaggedSentence, at: number): boolean {
  const word = s.word(at);
  if (SINGULAR_FORMS.has(word)) return true;
  return (
    s.tokens[at]?.kind === 'word' &&
    s.tokens[at].owner === '' &&
    /[^s]s$/.test(word) &&
    !/(?:us|is)$/.test(word) &&
    (s.classesAt(at) & POS.VERB) !== 0 &&
    !s.isCapital(at)
  );
}

/** What is one thing although it ends in an s: “DCS”, “children’s services”, “Wirral Families”, and measures (“Three years is a long time”). */
const isName = (s: TaggedSentence, at: number): boolean =>
  /^(?:years|months|weeks|days|hours|minutes|terms|miles|pounds|percentages?|places)$/.test(s.word(at)) ||
  /\p{Lu}$/u.test(s.tokens[at]!.text) ||
  (at > 0 && (s.isCapital(at) || s.role(at - 1) === 'owner'));

/** Words of a noun phrase, and of what follows, that are looked at: a list without end is not read anew for each of its words. */
const LONGEST_PHRASE = 12;
const REACH = 40;

/** Whether nothing but parts of its own noun phrase stands between a noun and the beginning of the sentence. */
function isClauseStart(s: TaggedSentence, at: number): boolean {
  let from = at;
  while (from > 0 && /^(?:noun|adj|det|owner|ing|ed|num)$/.test(s.role(from - 1))) {
    from--;
    if (at - from > LONGEST_PHRASE) return false;
    // “One the key strengths is”: another word is missing there.
    if (/^(?:one|each|every|either|neither|a|an)$/.test(s.word(from))) return false;
  }
  return from === 0 || s.role(from - 1) === 'mark';
}

/** Whether a verb that is certainly one stands behind a place, before the clause ends. */
function hasVerb(s: TaggedSentence, from: number): boolean {
  for (let at = from; at < Math.min(s.tokens.length, from + REACH); at++) {
    const role = s.role(at);
    if (role === 'sub' || role === 'wh' || (role === 'mark' && s.word(at) !== ',')) return false;
    if (role === 'aux' || role === 'modal' || (role === 'verb' && s.word(at - 1) !== 'to')) return true;
  }
  return false;
}

/** “did it need to”, “whether it have to”: the form is right. */
function asksFor(s: TaggedSentence, at: number): boolean {
  for (let before = at - 1; before >= 0 && before > at - 4; before--)
    if (
      /^(?:do|does|did|can|could|should|would|will|may|might|must|let|make|makes|made|help|helps|helped)$/.test(s.word(before)) ||
      s.role(before) === 'conj'
    )
      return true;
  return false;
}

/** “Those who live in rural areas seldom receives such help.” */
function thoseWho(s: TaggedSentence, found: Found): void {
  if (!/^(?:those|people)$/.test(s.word(0)) || s.word(1) !== 'who') return;
  for (let at = 3; at < s.tokens.length; at++) {
    const role = s.role(at);
    if (role === 'sub' || role === 'wh' || role === 'pron' || role === 'comma' || role === 'mark' || SAYING.test(s.word(at))) return;
    const before = s.role(at - 1);
    const isVerb = role === 'verb' || role === 'aux';
    if (isVerb && isSingularVerb(s, at) && (before === 'noun' || before === 'adv') && s.role(at + 1) !== 'mark') {
      several(s, 0, 1, at, found);
      return;
    }
  }
}
