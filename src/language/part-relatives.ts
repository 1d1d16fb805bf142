/* The verb after “each of which”, “both of whom”, and after a second “who” of the same people. */

import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { AMOUNTS, COLLECTIVES, IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, ONE_OF, SEVERAL_OF, baseOf, isIng, withS } from './words.js';
import { OTHER_FORM, SINGULAR_FORMS, type Finite } from './_finite-verb.js';

const WHOLES = new Set(['most', 'some', 'all', 'many', 'none']);

/** The verb that must follow here, whatever its tag: a relative pronoun that is its subject stands before it. */
function verbAfter(s: TaggedSentence, at: number): Finite | null {
  const word = s.word(at);
  const other = OTHER_FORM.get(word);
  if (other !== undefined) return { number: SINGULAR_FORMS.has(word) ? 'one' : 'several', other, isAuxiliary: true };
  if (s.tokens[at]?.kind !== 'word' || s.tokens[at].owner !== '' || (s.classesAt(at) & POS.VERB) === 0) return null;
  if (!/^(?:det|noun|adj|pron|prep|owner|adv|to|ed|num)$/.test(s.role(at + 1))) return null;
  if (/[^s]s$/.test(word)) return { number: 'one', other: baseOf(word), isAuxiliary: false };
  if (/ed$/.test(word) || isIng(word) || IRREGULAR_PASTS.has(word) || IRREGULAR_PARTICIPLES.has(word)) return null;
  if (/^(?:adj|adv|modal)$/.test(s.role(at))) return null;
  // “each of which school leaders run”: a noun of another subject.
  return s.hasFinite(at + 1, s.tokens.length) && s.role(at) !== 'verb'
    ? null
    : { number: 'several', other: withS(word), isAuxiliary: false };
}

export function findPartRelatives(s: TaggedSentence, found: Found): void {
  for (let at = 2; at < s.tokens.length - 1; at++) {
    const word = s.word(at);
    if (word === 'whose') findOwned(s, at, found);
    if (word !== 'which' && word !== 'whom' && word !== 'who') continue;
    const part = word !== 'who' && s.word(at - 1) === 'of' ? s.word(at - 2) : '';
    const number = part === '' ? (word === 'who' ? sameNumber(s, at) : null) : partNumber(s, part, at - 2);
    if (number === null) continue;
    let verb = at + 1;
    while (s.role(verb) === 'adv') verb++;
    const finite = verbAfter(s, verb);
    if (!finite || finite.number === number) continue;
    const before = part === '' ? word : `${part} of ${word}`;
    found({
      from: s.tokens[verb]!.start,
      to: s.tokens[verb]!.end,
      kind: 'agreement-relative',
      certain: true,
      message: `After “${before}” write “${finite.other}” here, not “${s.tokens[verb]!.text}”: ${number === 'one' ? 'one is meant' : 'several are meant'}.`,
      fix: finite.other,
    });
  }
}

/** “children whose needs affects their behaviour”: what follows “whose” is the subject. */
function findOwned(s: TaggedSentence, at: number, found: Found): void {
  let noun = at + 1;
  while (s.role(noun) === 'adj' || s.role(noun) === 'adv') noun++;
  while (s.may(noun, POS.NOUN) && s.may(noun + 1, POS.NOUN) && s.role(noun + 1) === 'noun' && s.numberAt(noun) === 'one') noun++;
  if (!s.may(noun, POS.NOUN) || s.tokens[noun]!.owner !== '' || COLLECTIVES.has(s.word(noun)) || AMOUNTS.has(s.word(noun))) return;
  const number = s.numberAt(noun);
  const finite = verbAfter(s, noun + 1);
  if (!finite || number === 0 || finite.number === number) return;
  // What may be a noun may belong to a longer name: “whose care plans”, “whose needs assessments”.
  if (!finite.isAuxiliary && s.may(noun + 1, POS.NOUN) && !/^(?:det|pron)$/.test(s.role(noun + 2))) return;
  found({
    from: s.tokens[noun + 1]!.start,
    to: s.tokens[noun + 1]!.end,
    kind: 'agreement-relative',
    certain: true,
    message: `“whose ${s.tokens[noun]!.text}” takes “${finite.other}”, not “${s.tokens[noun + 1]!.text}”.`,
    fix: finite.other,
  });
}

/** What “each of which” is; for “most of which” the things before it tell. */
function partNumber(s: TaggedSentence, part: string, at: number): 'one' | 'several' | null {
  if (ONE_OF.has(part)) return part === 'neither' || part === 'either' ? null : 'one';
  if (SEVERAL_OF.has(part)) return 'several';
  if (!WHOLES.has(part) || s.role(at - 1) !== 'comma' || s.role(at - 2) !== 'noun') return null;
  return s.numberAt(at - 2) === 'several' && part !== 'none' ? 'several' : null;
}

/** “people who like them, who understand them”: the number of the people before the first “who”, where nobody else may be meant. */
function sameNumber(s: TaggedSentence, at: number): 'one' | 'several' | null {
  let before = at - 1;
  if (s.role(before) === 'conj') before--;
  if (s.role(before) !== 'comma' && before === at - 1) return null;
  if (s.role(before) === 'comma') before--;
  if (s.role(before) === 'noun' || s.role(before) === 'owner' || s.role(before) === 'ing') return null;
  for (let first = before; first > 0; first--) {
    if (s.role(first) === 'mark') return null;
    if (s.word(first) !== 'who') continue;
    if (s.role(first - 1) === 'comma') continue;
    return s.role(first - 1) === 'noun' ? s.numberAt(first - 1) || null : null;
  }
  return null;
}
