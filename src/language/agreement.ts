/* A subject and its verb: one thing, one form. */

import { mayBeFinite, mayDifferAfter, mayDisagree, mayHaveSecond } from './doubt.js';
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { AMOUNTS, COLLECTIVES, ONE, PLURAL_SUBJECTS, RARELY_NOUNS, SINGULAR_SUBJECTS, type Number } from './words.js';
import { OTHER_FORM, SINGULAR_FORMS, finiteAt, shownNumber, type Finite } from './_finite-verb.js';
import { SUBJUNCTIVE, isIntroduced, overAdverbsBack, overYear, subjectBefore, subjectEnd, type Subject } from './_subject.js';

const clip = (s: TaggedSentence, from: number, to: number): string => {
  const text = s.text.slice(s.tokens[from]!.start, s.tokens[to]!.end).replace(/\s+/g, ' ');
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
};

/** “have been” after a bare infinitive, a question or an “if … were” is no slip. */
function isUnreal(s: TaggedSentence, from: number, verb: number): boolean {
  const word = s.word(verb);
  // “It is essential that every pupil be safe and that the council know”
  if (s.word(from - 1) === 'that' && s.role(from - 2) === 'conj')
    for (let index = from - 2; index > 0; index--) if (s.word(index) === 'that' && SUBJUNCTIVE.test(s.word(index - 1))) return true;
  if (word !== 'were' && word !== 'have' && word !== 'do' && finiteAt(s, verb)?.isAuxiliary) return false;
  for (let index = from - 1; index >= 0 && index > from - 8; index--) {
    const before = s.word(index);
    if (word === 'were' && /^(?:if|though|wish|were|had|unless|whether)$/.test(before)) return true;
    if (
      word !== 'were' &&
      ((SUBJUNCTIVE.test(before) && s.word(from - 1) === 'that' && index >= from - 4) ||
        /^(?:do|does|did|can|should|could|would|will|may|might|must|let|lest)$/.test(before))
    )
      return true;
  }
  return false;
}

export function findAgreement(s: TaggedSentence, found: Found): void {
  const taken = new Set<number>();
  const report: Found = (slip) => {
    const at = s.tokens.findIndex(({ start }) => start === slip.from);
    if (taken.has(at)) return;
    taken.add(at);
    found(slip);
  };
  for (let verb = 0; verb < s.tokens.length; verb++) {
    if (s.tokens[verb]!.kind !== 'word') continue;
    checkThere(s, verb, report);
    if (verb === 0) continue;
    const shown = shownNumber(s, verb);
    if (shown === 0 || !mayBeFinite(s, verb) || !(mayDisagree(s, verb, shown) || mayHaveSecond(s, verb, shown))) continue;
    const finite = finiteAt(s, verb);
    if (!finite) continue;
    if (checkPronoun(s, verb, finite, report) || checkRelative(s, verb, finite, report)) continue;
    const end = overYear(s, subjectEnd(s, verb));
    if (end < 1) continue;
    const subject = (s.role(end - 1) === 'noun' ? subjectBefore(s, end) : null) ?? subjectOverClause(s, verb);
    if (subject && subject.number === finite.number && !(subject.from > 0 && s.role(subject.from - 1) === 'sub'))
      checkSecond(s, subject, verb, report);
    if (!subject || subject.number === finite.number) continue;
    if (isUnreal(s, subject.from, verb) || isInverted(s, subject.from, verb)) continue;
    const text = s.tokens[verb]!.text;
    report({
      from: s.tokens[verb]!.start,
      to: s.tokens[verb]!.end,
      kind: subject.joined ? 'agreement-joined' : subject.distracted ? 'agreement-distant' : 'agreement',
      certain: subject.certain && (finite.isAuxiliary || finite.number === 'one' || subject.distracted),
      message: `“${clip(s, subject.from, subject.joined ? end - 1 : subject.head)}” ${subject.number === 'one' ? 'is one thing' : 'are several'}: write “${finite.other}”, not “${text}”.`,
      fix: finite.other,
    });
  }
}

/** “Children who live in unregulated homes is”: the subject before a relative clause, whose own verb is the only one between. */
function subjectOverClause(s: TaggedSentence, verb: number): Subject | null {
  let relative = verb - 1;
  let verbs = 0;
  for (; relative > 0; relative--) {
    const role = s.role(relative);
    const word = s.word(relative);
    if (word === 'who' || word === 'that' || word === 'which' || word === 'whose') break;
    if (role === 'mark' || role === 'comma' || role === 'sub' || role === 'wh' || role === 'conj') return null;
    if (role === 'pron' && !/^(?:they|it|we|he|she|them|him)$/.test(word)) return null;
    if (role === 'modal' || role === 'verb' || (role === 'aux' && !/^(?:be|been|being)$/.test(word))) verbs++;
    else if (role === 'ed' && s.role(relative - 1) === 'wh') verbs++;
    else if (role === 'ed' && s.role(relative - 1) !== 'aux' && s.role(relative - 1) !== 'adv') return null;
  }
  if (relative <= 0 || s.role(relative) === 'det') return null;
  // The clause begins with its verb, and the verb before the main one is not one that a noun hides.
  let first = relative + 1;
  while (s.role(first) === 'adv') first++;
  // “The changes that leaders have made”: the clause may have a subject of its own.
  let own = first;
  while (/^(?:det|adj|noun|owner|pron)$/.test(s.role(own))) own++;
  while (s.role(own) === 'adv') own++;
  const role = s.role(own);
  if (role !== 'aux' && role !== 'modal' && role !== 'verb' && !(role === 'ed' && own === relative + 1)) return null;
  first = own;
  const isPair = role === 'aux' || role === 'modal';
  if (verbs !== 1 && !(isPair && verbs === 2 && s.role(first + 1) === 'verb')) return null;
  if (
    !OTHER_FORM.has(s.word(verb)) &&
    !((s.classesAt(verb) & POS.NOUN) === 0 && /[^s]s$/.test(s.word(verb))) &&
    s.classesAt(verb) !== POS.VERB
  )
    return null;
  if (/^(?:to|modal|aux)$/.test(s.role(overAdverbsBack(s, verb - 1)))) return null;
  // “a toolkit that helps partners identify”
  if (s.classesAt(verb) === POS.VERB && /^(?:help|let|mak|made|see|saw|watch|hear)/.test(s.word(first))) return null;
  // “The pathway for those who move”: what stands before “for those” is the subject.
  const end = s.word(relative - 1) === 'those' && s.role(relative - 2) === 'prep' ? relative - 2 : relative;
  const subject = subjectBefore(s, end);
  return subject && !subject.joined ? { ...subject, distracted: true } : null;
}

/** “Leaders understand the area and has plans”: a second verb of the same subject. */
function checkSecond(s: TaggedSentence, subject: Subject, verb: number, report: Found): void {
  for (let at = verb + 1; at < s.tokens.length; at++) {
    const role = s.role(at);
    if (
      role === 'sub' ||
      role === 'wh' ||
      role === 'mark' ||
      role === 'comma' ||
      role === 'modal' ||
      role === 'pron' ||
      role === 'verb' ||
      role === 'num'
    )
      return;
    if (s.word(at) !== 'and') {
      if (role === 'conj') return;
      continue;
    }
    let second = at + 1;
    while (s.role(second) === 'adv') second++;
    const finite = finiteAt(s, second);
    if (!finite?.isAuxiliary) {
      if (
        s.role(second) === 'ed' ||
        s.role(second) === 'adj' ||
        s.role(second) === 'noun' ||
        s.role(second) === 'det' ||
        s.role(second) === 'ing'
      )
        continue;
      return;
    }
    if (finite.number === subject.number) return;
    // “and only recently has work begun”: another subject follows.
    if (/^(?:only|rarely|never|seldom|so|neither)$/.test(s.word(at + 1))) return;
    report({
      from: s.tokens[second]!.start,
      to: s.tokens[second]!.end,
      kind: 'agreement-second',
      certain: true,
      message: `“${clip(s, subject.from, subject.head)}” ${subject.number === 'one' ? 'is one thing' : 'are several'}: write “${finite.other}”, not “${s.tokens[second]!.text}”.`,
      fix: finite.other,
    });
    return;
  }
}

/** “Key to this work are the schools”: the subject follows. */
function isInverted(s: TaggedSentence, from: number, verb: number): boolean {
  return /^(?:key|central|essential|crucial|integral|vital|important|at|among)$/.test(s.word(from)) && s.role(verb + 1) === 'det';
}

/** “They is”, “everyone have”. */
function checkPronoun(s: TaggedSentence, verb: number, finite: Finite, report: Found): boolean {
  let at = verb - 1;
  while (at > 0 && s.role(at) === 'adv') at--;
  const word = s.word(at);
  const number: Number = SINGULAR_SUBJECTS.has(word) ? 'one' : PLURAL_SUBJECTS.has(word) ? 'several' : 0;
  if (number === 0 || number === finite.number) return false;
  if (!finite.isAuxiliary && s.role(verb) !== 'verb' && s.word(verb) !== 'mean') return false;
  // “All of those is”, “help everyone have”: no subject.
  const before = at - 1;
  const role = s.role(before);
  const starts =
    s.startsSentence(at) ||
    role === 'sub' ||
    (role === 'conj' && s.role(before - 1) === 'comma') ||
    (role === 'comma' && isIntroduced(s, before)) ||
    // These are never objects.
    (/^(?:they|we|he|she)$/.test(word) && role !== 'conj' && role !== 'modal' && role !== 'aux') ||
    (word === 'it' && (role === 'adj' || role === 'adv' || role === 'wh' || /^(?:than|as)$/.test(s.word(before))));
  if (!starts) return false;
  if (
    /^(?:this|these|those)$/.test(word) &&
    !finite.isAuxiliary &&
    ((s.classesOf(s.word(verb)) & POS.NOUN) !== 0 || verb !== at + 1) &&
    s.hasFinite(verb + 1, s.tokens.length) &&
    !(s.word(verb) === 'mean' && s.word(verb + 1) === 'that')
  )
    return false;
  if (isUnreal(s, at, verb)) return false;
  // “This refresh replaces the plan”: a noun that the lexicon does not know.
  if (!finite.isAuxiliary && (s.role(verb + 1) === 'verb' || s.role(verb + 1) === 'aux' || s.role(verb + 1) === 'modal')) return false;
  report({
    from: s.tokens[verb]!.start,
    to: s.tokens[verb]!.end,
    kind: 'agreement-pronoun',
    certain: true,
    message: `After “${s.tokens[at]!.text}” write “${finite.other}”, not “${s.tokens[verb]!.text}”.`,
    fix: finite.other,
  });
  return true;
}

/** “Children who has”, “a plan that have”. */
function checkRelative(s: TaggedSentence, verb: number, finite: Finite, report: Found): boolean {
  let at = verb - 1;
  while (at > 0 && s.role(at) === 'adv') at--;
  const word = s.word(at);
  if (word !== 'who' && word !== 'which' && word !== 'that') return false;
  if (word === 'that' && s.role(at) === 'det') return true;
  let head = at - 1;
  if (s.role(head) === 'comma') head--;
  if (s.role(head) !== 'noun') return true;
  const number = s.numberAt(head);
  if (number === 0 || number === finite.number) return true;
  if (number === 'one' && COLLECTIVES.has(s.word(head))) return true;
  // The noun phrase and what it hangs on: “one of the children who has”, “a list of things that is”.
  let from = head;
  let conj = false;
  let links = false;
  for (;;) {
    const role = from > 0 ? s.role(from - 1) : 'mark';
    if (
      role === 'noun' ||
      role === 'adj' ||
      role === 'det' ||
      role === 'owner' ||
      role === 'num' ||
      role === 'adv' ||
      role === 'ed' ||
      role === 'ing'
    )
      from--;
    else if (role === 'conj') {
      // “, and the section that describe”: another clause begins.
      if (s.role(from - 2) === 'comma' && s.role(from) === 'det' && s.hasFinite(0, from - 2)) break;
      conj = true;
      from--;
    } else if (role === 'prep' || role === 'to') {
      links = true;
      from--;
    } else break;
  }
  for (let index = from; index <= head; index++) {
    if (s.role(index) !== 'noun' && s.role(index) !== 'num' && s.role(index) !== 'pron') continue;
    if (index !== head && AMOUNTS.has(s.word(index))) return true;
    if (index !== head && s.numberAt(index) !== number && (conj || (links && (word !== 'who' || mayBePeople(s.word(index)))))) return true;
  }
  if (conj && number === 'one') return true;
  // “Systems are in place which enable”: the relative clause belongs to something before.
  if (number === 'one' && s.role(from) !== 'det' && s.role(from) !== 'owner') return true;
  if (s.role(from - 1) === 'verb' && s.role(from - 2) === 'to') return true;
  if (AMOUNTS.has(s.word(head))) return true;
  if (links && s.role(at - 1) === 'comma') return true;
  // Before a comma the whole sentence may be meant: “, which is good”.
  if (word === 'which' && s.role(at - 1) === 'comma' && finite.number === 'one') return true;
  if (s.role(at - 1) === 'comma' && (links || conj)) return true;
  // A verb right after it needs a subject: “the form that have to be filled in”, “an agreement that let partners share”.
  const isPlain = verb === at + 1 && (finite.isAuxiliary || (s.classesOf(s.word(verb)) & POS.NOUN) === 0 || RARELY_NOUNS.has(s.word(verb)));
  if (word === 'that' && !isPlain && (s.tag(at) === POS.SCONJ || (!finite.isAuxiliary && finite.number === 'several'))) return true;
  if (s.role(from - 1) === 'pron' || s.word(from - 1) === 'it') return true;
  // “The dashboard shows leaders who is waiting”: a question that is told to them.
  if (word === 'who' && from === head && /^(?:show|tell|told|ask|remind|teach|taught)/.test(s.word(from - 1))) return true;
  // “It names who does”: the noun may be a verb.
  if (s.role(from) === 'noun' && from === head && s.may(head, POS.VERB) && !s.startsSentence(head)) return true;
  // “It is children who is”: a cleft sentence; “there is one of those who”.
  report({
    from: s.tokens[verb]!.start,
    to: s.tokens[verb]!.end,
    kind: 'agreement-relative',
    certain: !links,
    message: `“${s.tokens[head]!.text} ${word}” takes “${finite.other}”, not “${s.tokens[verb]!.text}”.`,
    fix: finite.other,
  });
  return true;
}

/** Whether “who” may mean these: “help from nurses who” can only mean the nurses. */
const mayBePeople = (noun: string): boolean =>
  COLLECTIVES.has(noun) ||
  AMOUNTS.has(noun) ||
  /(?:er|or|ist|ant|ian|ee|man|woman|men|women|child|children|person|people|parent|pupil|adult|head|nurse|therapist|student|resident|agent|lead|staff|body|bodies|youth|girl|boy|baby|babies|one|client|patient|friend|peer|coach|team|group|famil(?:y|ies)|council|board|school|service)s?$/.test(
    noun,
  );

/** “There is gaps”, “there has lately been gains”, “there are a gap”. */
function checkThere(s: TaggedSentence, there: number, report: Found): void {
  if (s.word(there) !== 'there') return;
  let verb = there + 1;
  while (s.role(verb) === 'adv') verb++;
  const word = s.word(verb);
  const other = OTHER_FORM.get(word);
  if (!other || word === 'does' || word === 'do' || !mayDifferAfter(s, verb, SINGULAR_FORMS.has(word))) return;
  let at = verb + 1;
  // “There is, however, a few schools”
  if (s.role(at) === 'comma' && s.role(at + 1) === 'adv' && s.role(at + 2) === 'comma') at += 3;
  while (s.role(at) === 'adv' && !/^(?:more|less|most|enough|much|so|all)$/.test(s.word(at))) at++;
  // “There is some who wait”
  if (SINGULAR_FORMS.has(word) && /^(?:some|many|several|few|others|those)$/.test(s.word(at)) && s.word(at + 1) === 'who') {
    report(slipThere(s, verb, other, s.tokens[at]!.text));
    return;
  }
  if (
    SINGULAR_FORMS.has(word) &&
    s.word(at) === 'a' &&
    s.word(at + 1) === 'few' &&
    s.role(at + 2) === 'noun' &&
    s.numberAt(at + 2) === 'several'
  ) {
    report(slipThere(s, verb, other, clip(s, at, at + 2)));
    return;
  }
  if (word === 'has' || word === 'have') {
    if (s.word(at) !== 'been') return;
    at++;
    while (s.role(at) === 'adv' && !/^(?:more|less|most|enough|much|so)$/.test(s.word(at))) at++;
  }
  const isSingular = SINGULAR_FORMS.has(word);
  const start = at;
  let head = at - 1;
  for (; at < s.tokens.length; at++) {
    const role = s.role(at);
    if (role === 'noun') head = at;
    else if (role === 'verb' && head < start && (s.classesOf(s.word(at)) & POS.NOUN) !== 0) head = at;
    else if (role === 'comma' && s.role(at - 1) === 'adj' && s.role(at + 1) === 'adj') continue;
    else if (role === 'conj' && s.role(at - 1) === 'adj' && s.role(at + 1) === 'adj') continue;
    else if (!(
      role === 'adj' ||
      role === 'det' ||
      role === 'num' ||
      role === 'adv' ||
      role === 'owner' ||
      ((role === 'ed' || role === 'ing') && s.role(at + 1) === 'noun')
    ))
      break;
    else if (role === 'det' && at > start) break;
    if (role === 'noun' && s.role(at + 1) !== 'noun') break;
  }
  if (head < start) return;
  const first = s.word(start);
  // “There are a number of”, “there is no gaps”.
  if (AMOUNTS.has(s.word(head)) || /^(?:none|any|all|half)$/.test(first)) return;
  const number = s.numberAt(head);
  const determined = s.determinedNumber(start);
  if (number === 0) return;
  // The next word may be the noun that this one only describes.
  if (s.tokens[head]!.owner !== '') return;
  if (isSingular && number === 'several' && !ONE.has(first) && first !== 'one') {
    if (s.role(start) === 'num' && /^(?:day|week|month|year|hour|minute|pound)s$/.test(s.word(head))) return;
    report(slipThere(s, verb, other, clip(s, start, head)));
  } else if (
    !isSingular &&
    number === 'one' &&
    s.role(start) !== 'num' &&
    determined !== 'several' &&
    !/^(?:another|every|each|more|some|most|such|enough)$/.test(first)
  ) {
    // A list that begins with one thing is several.
    const rest = s.tokens.slice(head + 1).findIndex(({ word: next, kind }) => (kind === 'word' && next === 'and') || next === ',');
    if (rest >= 0 || COLLECTIVES.has(s.word(head)) || /^(?:noun|adj|num|owner|ing|ed)$/.test(s.role(head + 1))) return;
    if (s.text.slice(s.tokens[head]!.end, s.tokens[head]!.end + 1) === '-' || s.isCapital(head)) return;
    for (let index = start; index < head; index++) if (s.may(index, POS.NOUN) && s.numberAt(index) === 'several') return;
    report(slipThere(s, verb, other, clip(s, start, head)));
  }
}

const slipThere = (s: TaggedSentence, verb: number, other: string, subject: string) => ({
  from: s.tokens[verb]!.start,
  to: s.tokens[verb]!.end,
  kind: 'agreement-there',
  certain: true,
  message: `What follows “there” decides: with “${subject}” write “${other}”, not “${s.tokens[verb]!.text}”.`,
  fix: other,
});
