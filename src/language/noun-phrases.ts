/* A determiner and its noun: one thing or several. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { AMOUNTS, ARTICLES, COLLECTIVES, ONE, SEVERAL, isIng } from './words.js';

const TIMES = /^(?:days|weeks|months|years|hours|minutes|pounds|metres|miles|kilometres|percent|times|pence)$/;

export function findNounPhrases(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word') continue;
    if (ONE.has(token.word) || SEVERAL.has(token.word)) determined(s, at, found);
    if (COUNTS.has(token.word)) afterNumber(s, at, found);
    if (token.word === 'less' || token.word === 'much') counted(s, at, found);
    if (token.word === 'of') afterOf(s, at, found);
  }
}

/** Two and more, in words. */
const COUNTS = new Set(['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']);

/** “three provider were visited”. */
function afterNumber(s: TaggedSentence, at: number, found: Found): void {
  const noun = s.tokens[at + 1];
  if (noun?.kind !== 'word' || noun.owner !== '' || s.isCapital(at + 1) || s.role(at + 1) !== 'noun' || s.numberAt(at + 1) !== 'one')
    return;
  if (!/^\s+$/.test(s.text.slice(s.tokens[at]!.end, noun.start)) || s.text[noun.end] === '-' || (s.classesOf(noun.word) & POS.ADJ) !== 0)
    return;
  if (
    isPeriod(noun.word) ||
    isIn(s.word(at - 1), 'stage key tier phase level year grade outcome and or') ||
    (s.word(at - 1) === 'to' && s.role(at - 2) === 'num') ||
    s.isCapital(at)
  )
    return;
  // “has three priority for the year”, not “phase two delivery of”.
  const isCounted = s.role(at + 2) === 'prep' && s.classesOf(noun.word) === POS.NOUN && /^(?:aux|verb|prep|det)$/.test(s.role(at - 1));
  if (!/^(?:aux|modal)$/.test(s.role(at + 2)) && !isIn(s.word(at + 2), 'that who which') && !PEOPLE.test(noun.word) && !isCounted) return;
  // “three hospital trusts”: what looks like a verb may be the noun that is counted.
  if (/^(?:noun|adj)$/.test(s.role(at + 2)) || (s.may(at + 2, POS.NOUN) && s.formNumber(at + 2) === 'several')) return;
  found({
    from: s.tokens[at]!.start,
    to: noun.end,
    message: `After “${s.tokens[at]!.text}” several follow: “${noun.text}” should be a plural.`,
    certain: true,
    kind: 'number-noun',
  });
}

const isPeriod = (noun: string): boolean =>
  /^(?:day|week|month|year|hour|minute|term|night|stage|tier|star|part|bed|form|way|person|metre|mile|hundred|thousand|million|dozen|per|cent|percent)$/.test(
    noun,
  );

/** One of these among several is a slip, whatever else the word may be. */
const PEOPLE =
  /^(?:child|parent|carer|family|pupil|learner|student|teacher|therapist|practitioner|professional|provider|school|setting|agency|partner|opportunity|activity|pathway|nurse|psychologist|headteacher|governor|worker|caseworker|coordinator|manager|officer|commissioner|clinician|paediatrician|member|plan|meeting|reason|example|hub|nursery|hospital|leader|inspector|adviser|service|team|club|college|clinic|young person)$/;

/** The head of the noun phrase that a determiner at `at` begins; -1 where it is not plain. */
function headAfter(s: TaggedSentence, at: number): number {
  let index = at + 1;
  while (index < s.tokens.length) {
    const role = s.role(index);
    if (
      role === 'adj' ||
      (role === 'adv' && s.role(index + 1) === 'adj') ||
      (role === 'ed' && (s.role(index + 1) === 'noun' || s.role(index + 1) === 'adj'))
    )
      index++;
    else break;
    if (!/^\s+$/.test(s.text.slice(s.tokens[index - 1]!.end, s.tokens[index]?.start))) return -1;
  }
  if (s.role(index) !== 'noun' || s.tokens[index]!.owner !== '') return -1;
  while (s.role(index + 1) === 'noun' && /^\s+$/.test(s.text.slice(s.tokens[index]!.end, s.tokens[index + 1]!.start))) index++;
  return index;
}

/** Whether a noun of the wrong number may follow soon, as far as forms tell. */
function mayDiffer(s: TaggedSentence, at: number, isOne: boolean): boolean {
  for (let index = at + 1; index <= at + 5; index++) {
    const token = s.tokens[index];
    if (token?.kind !== 'word' || token.owner !== '') return false;
    const classes = s.classesAt(index);
    if ((classes & (POS.NOUN | POS.ADJ | POS.VERB | POS.ADV)) === 0) return false;
    if ((classes & POS.NOUN) === 0) continue;
    const number = s.formNumber(index);
    const isFirst = s.settledRole(index + 1) === 'noun';
    if (number === (isOne ? 'several' : 'one') && !isFirst) return true;
    // The noun itself, and right; or one before the noun, which is then not judged.
    if (isOne ? s.settledRole(index) === 'noun' : number === 'several') return false;
  }
  return false;
}

/** “a children”, “each plans”, “these plan”, “this arrangements”. */
function determined(s: TaggedSentence, at: number, found: Found): void {
  const token = s.tokens[at]!;
  const { word } = token;
  if ((word === 'each' || word === 'every') && /^(?:children|people|men|women)$/.test(s.word(at + 1))) {
    const next = s.tokens[at + 1]!;
    found({
      from: token.start,
      to: next.end,
      message: `“${token.text}” goes with one thing, “${next.text}” are several: change one of them.`,
      certain: true,
      kind: 'number-noun',
    });
    return;
  }
  const isOne = ONE.has(word);
  if (!mayDiffer(s, at, isOne) || (word === 'this' && s.formNumber(at + 1) !== 'several')) return;
  if (word === 'another' && s.role(at + 1) === 'num') return;
  if (word === 'few' && isIn(s.word(at - 1), 'a the') && !(PEOPLE.test(s.word(at + 1)) && s.word(at - 1) === 'a')) return;
  const head = headAfter(s, at);
  if (head < 0 || s.isCapital(head) || s.isCapital(at + 1)) return;
  const number = s.numberAt(head);
  const next = s.role(head + 1);
  if (isOne ? number !== 'several' : number !== 'one') return;
  // What follows must end the phrase.
  const isObject = /^(?:prep|verb|ing|to)$/.test(s.role(at - 1)) && s.word(at - 1) !== 'that';
  if (next === 'owner' || next === 'adj' || next === 'ed' || next === 'ing' || next === 'num' || next === 'conj') return;
  const isHeadSure = next === 'aux' || (next === 'modal' && head === at + 1);
  const noun = s.word(head);
  if (
    TIMES.test(noun) ||
    (AMOUNTS.has(noun) && (isOne || noun !== 'group')) ||
    s.text.slice(s.tokens[head]!.end, s.tokens[head]!.end + 1) === '-'
  )
    return;
  const classes = s.classesOf(noun);
  if (isIn(s.word(head + 1), 'in and with') || /(?:ing|ed)$/.test(s.word(at + 1))) return;
  for (let index = at + 1; index < head; index++) if (s.role(index) === 'noun' && (isOne || s.numberAt(index) === 'several')) return;
  if (isOne) {
    if (
      word === 'this' &&
      (head > at + 1 ||
        (classes !== POS.NOUN && !isObject && !(next === 'aux' && !/^(?:is|was|has|does)$/.test(s.word(head + 1)))) ||
        next === 'noun')
    )
      return;
    if (word === 'a' && s.tokens[at]!.text === 'A' && !s.startsSentence(at)) return;
    // “has a clear plans for growth”: what they have is a noun.
    const isHad = isIn(s.word(at - 1), 'has have had') && isIn(word, 'a an') && isIn(next, 'prep mark');
    // “every parents evening”, “a great deals”; a verb may look like the noun: “this means”, “this plans for”.
    if ((classes & POS.VERB) !== 0 && (word === 'this' || word === 'each' || head > at + 1) && !isObject && !isHad && next !== 'aux')
      return;
    // “for a key returns”: the head may be a verb.
    if ((classes & POS.VERB) !== 0 && !isHad) for (let index = at + 1; index < head; index++) if (s.may(index, POS.NOUN)) return;
    if (isIn(s.word(at + 1), 'few good great dozen couple hundred thousand million many')) return;
    if (s.word(at - 1) === 'such' || s.word(at - 1) === 'many') return;
    const fix = word === 'this' ? 'these' : undefined;
    if (fix)
      found({
        from: token.start,
        to: token.end,
        message: `Before “${noun}” write “these”.`,
        fix: /^T/.test(token.text) ? 'These' : 'these',
        certain: true,
        kind: 'number-noun',
      });
    else
      found({
        from: token.start,
        to: s.tokens[head]!.end,
        message: `“${token.text}” goes with one thing, “${noun}” are several: change one of them.`,
        certain: true,
        kind: 'number-noun',
      });
    return;
  }
  if (head > at + 1 && s.role(head - 1) === 'noun' && s.numberAt(head - 1) === 'several') return;
  if (/^(?:those|these)$/.test(word) && !isObject && !(isHeadSure && head === at + 1) && (next === 'verb' || (classes & POS.VERB) !== 0))
    return;
  if (
    /^(?:both|many|few|most|fewer|several|various)$/.test(word) &&
    !(classes === POS.NOUN || isHeadSure || (PEOPLE.test(noun) && head === at + 1))
  )
    return;
  // “Many copy text from earlier plans”: what seems part of a name may be the verb.
  if (/^(?:many|few|most|several|various)$/.test(word))
    for (let index = at + 1; index < head; index++) if ((s.classesOf(s.word(index)) & POS.VERB) !== 0) return;
  if (word === 'both' && !PEOPLE.test(noun)) return;
  if (word === 'few' || word === 'many')
    if (s.word(at + 1) === 'a' || (s.role(at - 1) === 'adv' && !(s.word(at - 1) === 'too' && PEOPLE.test(noun)))) return;
  if (isIng(noun) && !/^(?:meeting|setting|hearing|finding|briefing|building)$/.test(noun)) return;
  found({
    from: token.start,
    to: s.tokens[head]!.end,
    message: `“${token.text}” goes with several, “${noun}” is one: change one of them.`,
    certain: true,
    kind: 'number-noun',
  });
}

const isIn = (word: string, list: string): boolean => word !== '' && ` ${list} `.includes(` ${word} `);

/** “less children”, “much referrals”. */
function counted(s: TaggedSentence, at: number, found: Found): void {
  const { word, start, end, text } = s.tokens[at]!;
  const noun = s.tokens[at + 1];
  if (!noun || noun.kind !== 'word' || noun.owner !== '' || s.role(at + 1) !== 'noun' || s.numberAt(at + 1) !== 'several') return;
  if (s.classesOf(noun.word) !== POS.NOUN || TIMES.test(noun.word) || s.isCapital(at + 1)) return;
  if (s.role(at + 2) === 'noun' || s.role(at + 2) === 'adj' || s.text.slice(noun.end, noun.end + 1) === '-') return;
  if (isIn(s.word(at - 1), 'no or the more of')) return;
  if (word === 'much') {
    if (isIn(s.word(at - 1), 'how so as very too') || (s.startsSentence(at) && /^(?:aux|modal|verb)$/.test(s.role(at + 2))))
      found({
        from: start,
        to: end,
        message: `What can be counted is “many”, not “much”.`,
        fix: /^M/.test(text) ? 'Many' : 'many',
        certain: true,
        kind: 'counted',
      });
    return;
  }
  found({
    from: start,
    to: end,
    message: `What can be counted is “fewer”, not “less”.`,
    fix: /^L/.test(text) ? 'Fewer' : 'fewer',
    certain: true,
    kind: 'counted',
  });
}

/** “a wide range of service is”: one thing that can be counted, directly before the verb. */
const isPlainCount = (s: TaggedSentence, of: number, head: number): boolean =>
  head === of + 1 && PEOPLE.test(s.word(head)) && (s.role(of - 2) === 'adj' || ARTICLES.has(s.word(of - 2)));

/** “one of the school”, “a number of child”, “a range of service”. */
function afterOf(s: TaggedSentence, of: number, found: Found): void {
  const amount = s.word(of - 1);
  const isOneOf = (amount === 'one' || COUNTS.has(amount)) && isIn(s.word(of + 1), 'the its their these those our');
  const isCount = isIn(amount, 'number numbers variety majority range series handful couple both many several few');
  if (!isOneOf && !isCount) return;
  if (!isOneOf && !ARTICLES.has(s.word(of - 2)) && s.role(of - 2) !== 'adj' && s.word(of - 2) !== 'in') return;
  const at = isOneOf ? of + 1 : of;
  if (!mayDiffer(s, at, false)) return;
  const head = headAfter(s, at);
  if (head < 0 || s.isCapital(head) || s.isCapital(at + 1)) return;
  const follows = s.role(head + 1);
  if (isIn(s.word(head + 1), 'in with')) return;
  const isSure =
    s.classesOf(s.word(head)) === POS.NOUN ||
    PEOPLE.test(s.word(head)) ||
    (follows === 'aux' && isPlainCount(s, of, head)) ||
    (isOneOf && (follows === 'aux' || (follows === 'prep' && head === at + 1 && !COLLECTIVES.has(s.word(head)))));
  if (s.numberAt(head) !== 'one' || !isSure) return;
  for (let index = at + 1; index < head; index++) if (s.numberAt(index) === 'several' && s.role(index) === 'noun') return;
  const next = s.role(head + 1);
  if (
    next === 'conj' ||
    next === 'owner' ||
    next === 'ing' ||
    next === 'adj' ||
    next === 'ed' ||
    next === 'comma' ||
    s.text.slice(s.tokens[head]!.end, s.tokens[head]!.end + 1) === '-'
  )
    return;
  // What cannot be counted: “a range of provision”, “a variety of work”.
  if (
    !isOneOf &&
    !isIn(amount, 'number numbers couple handful') &&
    !(PEOPLE.test(s.word(head)) && (s.word(head) !== 'service' || follows === 'aux'))
  )
    return;
  if (isOneOf ? isIn(s.word(head), 'kind group team cohort') : false) return;
  found({
    from: s.tokens[head]!.start,
    to: s.tokens[head]!.end,
    message: `After “${amount} of” several follow: “${s.tokens[head]!.text}” should be a plural.`,
    certain: isOneOf,
    kind: 'number-of',
  });
}
