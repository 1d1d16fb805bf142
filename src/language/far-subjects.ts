/* A subject that stands far from its verb: over a clause, over what is inserted between commas, or both. */

import type { Found } from './finding.js';
import { OTHER_FORM, SINGULAR_FORMS } from './_finite-verb.js';
import { overAdverbsBack, subjectBefore } from './_subject.js';
import type { TaggedSentence } from './sentence.js';

const RELATIVES = /^(?:who|that|which|whose)$/;
const SUBJECT_PRONOUNS = /^(?:they|we|it|he|she|you)$/;
/** After these what follows may be told, thought or known: “services that parents say are good”. */
const TELLS =
  /^(?:say|says|said|know|knows|knew|think|thinks|thought|believe|feel|feels|felt|find|finds|found|hope|hopes|report|told|tell|consider|expect|agree|agreed|see|saw|recognise|identify|identified|feel)$/;
const MOST_BETWEEN = 25;

/** Where what is inserted before the comma at `comma` begins: the comma before it; −1 where nothing is inserted there for certain. */
function insertStart(s: TaggedSentence, comma: number): number {
  for (let at = comma - 1; at > 0 && at > comma - MOST_BETWEEN; at--) {
    if (s.role(at) !== 'comma') {
      if (/^(?:mark|sub|modal|verb|aux|wh)$/.test(s.role(at))) return -1;
      continue;
    }
    const opens = s.role(at + 1);
    const isPhrase = opens === 'prep' || (opens === 'adv' && s.role(at + 2) === 'prep');
    if (isPhrase) return at;
    // “in Torquay, Paignton and Brixham,”: a list that what is inserted holds.
    if (opens !== 'noun') return -1;
  }
  return -1;
}

/** Where the one clause that ends before token `end` begins: at “who”, “that” or “which”, or at the pronoun of “the help they receive”; −1: nowhere. */
function clauseStart(s: TaggedSentence, end: number): number {
  let start = end - 1;
  for (; start > 0 && start > end - MOST_BETWEEN; start--) {
    const role = s.role(start);
    const word = s.word(start);
    if (RELATIVES.test(word) && role !== 'det') break;
    if (/^(?:mark|comma|sub|wh|conj)$/.test(role)) return -1;
    if (role === 'pron' && SUBJECT_PRONOUNS.test(word) && s.role(start - 1) === 'noun') break;
  }
  if (start <= 0 || start <= end - MOST_BETWEEN) return -1;
  let groups = 0;
  let last = '';
  for (let at = start + 1; at < end; at++) {
    const role = s.role(at);
    if (role !== 'verb' && role !== 'aux' && role !== 'modal') {
      // A past may be a verb as well as a participle.
      if (role === 'ed' && s.role(at - 1) !== 'aux' && s.role(at - 1) !== 'adv') {
        if (at > start + 1 && s.role(at - 1) !== 'pron' && s.role(at - 1) !== 'noun') return -1;
        groups++;
        last = s.word(at);
      }
      continue;
    }
    if (s.word(at - 1) === 'to' || /^(?:be|been|being|having)$/.test(s.word(at))) continue;
    let before = at - 1;
    while (s.role(before) === 'adv') before--;
    const goesOn = before > start && /^(?:modal|aux)$/.test(s.role(before));
    if (!goesOn) groups++;
    last = s.word(at);
  }
  if (groups !== 1 || TELLS.test(last)) return -1;
  return start;
}

/** Whether a cheap look leaves it possible: no tag is asked for. */
function isWorthwhile(s: TaggedSentence, verb: number, number: 'one' | 'several'): boolean {
  let isFar = s.word(verb - 1) === ',';
  for (let at = verb - 2; at > 0; at--) {
    const word = s.word(at);
    if (RELATIVES.test(word) || SUBJECT_PRONOUNS.test(word)) isFar = true;
    const own = s.formNumber(at - 1);
    if (isFar && own !== 0 && own !== number) return true;
  }
  return false;
}

/** “The help they receive are”, “The quality of teaching, even in the best schools, are”. */
export function findFarAgreement(s: TaggedSentence, found: Found): void {
  for (let verb = 3; verb < s.tokens.length; verb++) {
    const word = s.word(verb);
    const other = OTHER_FORM.get(word);
    if (other === undefined) continue;
    const number = SINGULAR_FORMS.has(word) ? 'one' : 'several';
    if (!isWorthwhile(s, verb, number)) continue;
    let end = overAdverbsBack(s, verb - 1) + 1;
    if (/^(?:to|modal|aux)$/.test(s.role(end - 1))) continue;
    let hasClause = false;
    let hasInsert = false;
    for (let round = 0; round < 3; round++) {
      if (s.role(end - 1) === 'comma') {
        const start = insertStart(s, end - 1);
        if (start < 0) break;
        hasInsert = true;
        end = start;
        continue;
      }
      const start = clauseStart(s, end);
      if (start < 0) break;
      hasClause = true;
      end = start;
    }
    if ((!hasClause && !hasInsert) || end < 1 || s.role(end - 1) !== 'noun') continue;
    const subject = subjectBefore(s, end);
    if (!subject || subject.joined || subject.number === number) continue;
    // “Note that services are”: an instruction.
    if (subject.number === 'one' && subject.from === subject.head && s.role(subject.head) === 'noun' && s.startsSentence(subject.from))
      continue;
    // “Children, with their parents, is”: what is added may be counted with one thing.
    if (hasInsert && subject.number === 'one' && /^(?:with|alongside|together|including|as|plus)$/.test(s.word(end + 1))) continue;
    const from = s.tokens[subject.from]!.start;
    const head = s.text.slice(from, s.tokens[subject.head]!.end).replace(/\s+/g, ' ');
    found({
      from: s.tokens[verb]!.start,
      to: s.tokens[verb]!.end,
      kind: 'agreement-distant',
      certain: subject.certain,
      message: `“${head}” ${subject.number === 'one' ? 'is one thing' : 'are several'}: write “${other}”, not “${s.tokens[verb]!.text}”.`,
      fix: other,
    });
  }
}
