/* A word that is missing between two others: “access the service”, “most the schools”, “plans been made”, “leaders not have”. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { isTied } from './_tied.js';
import { overAdverbsBack } from './_subject.js';
import { ARTICLES, HAVE, IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, RARELY_NOUNS, isParticiple } from './words.js';

type Check = (s: TaggedSentence, at: number, found: Found) => void;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Says that `missing` belongs after the token at `at`. */
function after(s: TaggedSentence, at: number, missing: string, kind: string, certain: boolean, found: Found): void {
  const { start, end, text } = s.tokens[at]!;
  found({
    from: start,
    to: end,
    message: `“${missing}” is missing after “${text}”.`,
    fix: `${text} ${missing}`,
    certain,
    kind,
  });
}

const BE_FORMS = set('is are was were be been being remain remains become became not');
const THE = set('the these those their its');

/** “most the schools”, “one the strengths”: a part of what is named. */
const partOf: Check = (s, at, found) => {
  const word = s.word(at);
  const next = s.word(at + 1);
  if (!THE.has(next) || !isTied(s, at) || s.tokens[at + 1]!.owner !== '') return;
  const before = at - 1;
  const role = s.role(before);
  const begins =
    s.startsSentence(at) ||
    role === 'comma' ||
    (role === 'sub' && s.word(before) !== 'that') ||
    (role === 'prep' && /^(?:of|in|from|with|by)$/.test(s.word(before)) && !s.hasFinite(at + 1, s.tokens.length));
  if (word === 'one') {
    // “the one the council runs”, “from one the size of”
    if (!begins || (next !== 'the' && next !== 'their' && next !== 'its')) return;
    let index = at + 2;
    while (s.role(index) === 'adj' || (s.role(index) === 'noun' && s.role(index + 1) === 'noun')) index++;
    if (s.numberAt(index) !== 'several') return;
  } else if (!begins) return;
  after(s, at, 'of', 'missing-of', true, found);
};

const GETS = set(
  'have has had having get gets getting gain gains gained gaining good better easy easier timely ready quick quicker swift direct equal fair limited prompt poor full early improve improves improved improving',
);

/** “have access a range of support”. */
const accessTo: Check = (s, at, found) => {
  if (!GETS.has(s.word(at - 1)) || !isTied(s, at)) return;
  if (ARTICLES.has(s.word(at + 1)) || THE.has(s.word(at + 1))) after(s, at, 'to', 'missing-phrase', true, found);
};

/** “leaders are aware the issues.”: no clause follows. */
const awareOf: Check = (s, at, found) => {
  if (!BE_FORMS.has(s.word(overAdverbsBack(s, at - 1))) || !isTied(s, at)) return;
  if (!THE.has(s.word(at + 1)) || s.hasFinite(at + 1, s.tokens.length) || s.beginsClause(at)) return;
  for (let index = at + 1; index < s.tokens.length; index++) if (s.role(index) === 'ed' || s.role(index) === 'sub') return;
  after(s, at, 'of', 'missing-phrase', true, found);
};

/** “are committed improving the offer”. */
const committedTo: Check = (s, at, found) => {
  if (!BE_FORMS.has(s.word(overAdverbsBack(s, at - 1))) || !isTied(s, at)) return;
  if (s.role(at + 1) === 'ing' || (/ing$/.test(s.word(at + 1)) && s.role(at + 2) === 'det'))
    after(s, at, 'to', 'missing-phrase', true, found);
};

/** “the team is made up therapists”. */
const madeUpOf: Check = (s, at, found) => {
  if (s.word(at - 1) !== 'made' || !isTied(s, at) || s.role(at - 2) !== 'aux' || HAVE.has(s.word(at - 2))) return;
  if (/^(?:noun|det|num|adj)$/.test(s.role(at + 1)) && !/^(?:ground|time)$/.test(s.word(at + 1)))
    after(s, at, 'of', 'missing-phrase', true, found);
};

/** “work closely schools”. */
const closelyWith: Check = (s, at, found) => {
  if (!/^work(?:s|ed|ing)?$/.test(s.word(at - 1)) || !isTied(s, at)) return;
  const role = s.role(at + 1);
  if (role !== 'noun' && !(role === 'det' && !s.hasFinite(at + 1, s.tokens.length))) return;
  if (s.hasFinite(at + 1, s.tokens.length) && role === 'noun' && s.beginsClause(at)) return;
  after(s, at, 'with', 'missing-phrase', true, found);
};

/** “it is too early see the impact”. */
const tooTo: Check = (s, at, found) => {
  if (s.role(at + 1) !== 'adj' && s.role(at + 1) !== 'adv') return;
  const verb = at + 2;
  if (!isTied(s, at + 1) || s.tokens[verb]?.kind !== 'word' || s.tokens[verb].owner !== '') return;
  const word = s.word(verb);
  if (/(?:ed|ing|s)$/.test(word) || isParticiple(word) || IRREGULAR_PASTS.has(word) || (s.classesOf(word) & POS.VERB) === 0) return;
  if ((s.classesOf(word) & (POS.ADJ | POS.ADV | POS.ADP)) !== 0 || (s.tag(verb) !== POS.VERB && !RARELY_NOUNS.has(word))) return;
  const next = s.role(verb + 1);
  if (next !== 'det' && next !== 'pron' && next !== 'sub' && next !== 'wh') return;
  if (s.role(at - 1) !== 'aux') return;
  after(s, at + 1, 'to', 'missing-to', true, found);
};

/** “the child been seen”: “been” needs “have” before it. */
const haveBeen: Check = (s, at, found) => {
  for (let index = at - 1; index >= 0; index--)
    if (HAVE.has(s.word(index)) || /n't$|'(?:ve|d|s)$/.test(s.word(index)) || s.tokens[index]!.owner === "'s") return;
  const before = overAdverbsBack(s, at - 1);
  const role = s.role(before);
  if (role !== 'noun' && role !== 'pron' && role !== 'wh' && role !== 'sub') return;
  const { start, end, text } = s.tokens[at]!;
  found({
    from: start,
    to: end,
    message: `“have” or “has” is missing before “${text}”.`,
    certain: true,
    kind: 'missing-verb',
  });
};

/** “leaders not have a clear view”, “the plans not reviewed”: “not” needs a verb before it. */
const doNot: Check = (s, at, found) => {
  const before = at - 1;
  if (before < 0 || !isTied(s, at) || !isTied(s, before)) return;
  const role = s.role(before);
  const word = s.word(at + 1);
  if (role !== 'noun' && !(role === 'pron' && /^(?:they|we|he|she|it)$/.test(s.word(before)))) return;
  if (s.tokens[before]!.owner !== '' || s.tokens[at + 1]?.kind !== 'word' || s.tokens[at + 1]!.owner !== '') return;
  // “Why can leaders not have”: the sentence is turned round.
  for (let index = 0; index < at; index++)
    if (/^(?:aux|modal|verb|conj|comma|wh|sub)$/.test(s.role(index)) && s.word(index) !== 'that') return;
  if (/^(?:have|know|feel|get|want|meet|receive|understand|see|need|provide|include|do|take|make|work)$/.test(word)) {
    if (s.role(at + 2) === 'prep') return;
    const { start, end, text } = s.tokens[at]!;
    found({
      from: start,
      to: end,
      message: '“do” or “does” is missing before “not”.',
      certain: true,
      kind: 'missing-verb',
      ...(s.numberAt(before) === 'several' || /^(?:they|we)$/.test(s.word(before)) ? { fix: `do ${text}` } : {}),
    });
    return;
  }
  if (!(s.role(at + 1) === 'ed' || IRREGULAR_PARTICIPLES.has(word)) || s.hasFinite(at + 1, s.tokens.length)) return;
  for (let index = at + 2; index < s.tokens.length; index++) if (/^(?:ed|comma|sub|wh)$/.test(s.role(index))) return;
  const { start, end } = s.tokens[at]!;
  found({
    from: start,
    to: end,
    message: '“is”, “are”, “was” or “were” is missing before “not”.',
    certain: true,
    kind: 'missing-verb',
  });
};

const BEFORE_AMOUNT = new Set(['prep', 'verb', 'ing', 'aux', 'to']);

/** “recruit to range of posts”, “offer wide variety of clubs”: these amounts need an article. */
const anAmount: Check = (s, at, found) => {
  if (s.word(at + 1) !== 'of') return;
  let first = at;
  while (s.role(first - 1) === 'adj' || (s.role(first - 1) === 'adv' && s.role(first) === 'adj')) first--;
  const before = s.role(first - 1);
  if (first === 0 || !isTied(s, first - 1) || !BEFORE_AMOUNT.has(before) || s.word(first - 1) === 'of') return;
  if (before === 'ing' && /^(?:det|owner|adj|conj|adv|sub)$/.test(s.role(first - 2))) return;
  if (s.may(first, POS.DET) || /^(?:what|which|full|large|small|such|limited)$/.test(s.word(first))) return;
  if (before === 'to' && s.word(at) !== 'range' && s.tag(at) === POS.VERB) return;
  const { start } = s.tokens[first]!;
  const article = /^[aeiou]/.test(s.word(first)) ? 'an' : 'a';
  found({
    from: start,
    to: s.tokens[at]!.end,
    message: `“${article}” is missing before “${s.text.slice(start, s.tokens[at]!.end)}”.`,
    fix: `${article} ${s.text.slice(start, s.tokens[at]!.end)}`,
    certain: true,
    kind: 'missing-a',
  });
};

/** “wait long time for help”. */
const aLongTime: Check = (s, at, found) => {
  if (s.word(at + 1) !== 'time' || !/^(?:for|wait|waits|waited|waiting|take|takes|took|taking|very)$/.test(s.word(at - 1))) return;
  let first = at;
  if (s.word(at - 1) === 'very') first--;
  if (!BEFORE_AMOUNT.has(s.role(first - 1)) && s.role(first - 1) !== 'noun') return;
  const { start } = s.tokens[first]!;
  const words = s.text.slice(start, s.tokens[at + 1]!.end);
  found({
    from: start,
    to: s.tokens[at + 1]!.end,
    message: `“a” is missing before “${words}”.`,
    fix: `a ${words}`,
    certain: true,
    kind: 'missing-a',
  });
};

/** Nouns that are counted, so that one of them does not stand alone after an adjective. */
const COUNTED =
  /^(?:understanding of|vision|plan|strategy|picture|sense of|range of|approach to|view of|system|process|pathway|role in|difference to|focus on|commitment to|impact on|grasp of|overview of|knowledge)$/;

/** “leaders have clear understanding of what needs to improve”. */
const haveA: Check = (s, at, found) => {
  let index = overForward(s, at + 1);
  const first = index;
  while (s.role(index) === 'adj') index++;
  if (index === first || s.role(index) !== 'noun' || s.numberAt(index) !== 'one' || !isTied(s, index - 1)) return;
  if (
    !/^(?:clear|strong|good|shared|deep|thorough|detailed|comprehensive|sound|ambitious|robust|positive|key|secure|accurate)$/.test(
      s.word(first),
    )
  )
    return;
  const noun = s.word(index);
  if (!(COUNTED.test(noun) || COUNTED.test(`${noun} ${s.word(index + 1)}`)) || noun === 'knowledge') return;
  if (/^(?:noun|conj)$/.test(s.role(index + 1))) return;
  const { start, word } = s.tokens[at + 1]!;
  const words = s.text.slice(start, s.tokens[index]!.end);
  const article = /^[aeiou]/.test(word) ? 'an' : 'a';
  found({
    from: start,
    to: s.tokens[index]!.end,
    message: `“${article}” is missing before “${words}”.`,
    fix: `${article} ${words}`,
    certain: !/^(?:understanding|impact|commitment|focus|approach)$/.test(noun),
    kind: 'missing-a',
  });
};

function overForward(s: TaggedSentence, at: number): number {
  let index = at;
  while (s.role(index) === 'adv') index++;
  return index;
}

/** “with her and parents”: after “with”, a word that owns something, and nothing that is owned. */
const ownedBy: Check = (s, at, found) => {
  if (s.word(at + 1) !== 'and' || !/^(?:with|of|for|from|to|by)$/.test(s.word(at - 1))) return;
  if (!/^(?:parents|family|carers|siblings|mother|father|teachers|social|school)$/.test(s.word(at + 2))) return;
  const { start, text } = s.tokens[at]!;
  found({
    from: start,
    to: s.tokens[at + 2]!.end,
    message: `A word seems to be missing: “${text} … and ${text} ${s.word(at + 2)}”?`,
    certain: false,
    kind: 'missing-noun',
  });
};

/** Verbs that do without an object only with a preposition, where people are the subject. */
const benefitFrom: Check = (s, at, found) => {
  if (
    !/^(?:children and young people|children|young people|people|pupils|families|parents|parents and carers)$/.test(s.word(at - 1)) ||
    !isTied(s, at)
  )
    return;
  const next = s.role(at + 1);
  if (next !== 'adj' && next !== 'det') return;
  let head = at + 1;
  while (/^(?:adj|det)$/.test(s.role(head))) head++;
  if (
    s.role(head) !== 'noun' ||
    /^(?:children|people|families|pupils|parents|parents and carers|children and young people)$/.test(s.word(head))
  )
    return;
  if (s.hasFinite(at + 1, s.tokens.length)) return;
  after(s, at, 'from', 'missing-phrase', false, found);
};

/** “carry the two-year check”: nobody carries one. */
const carryOut: Check = (s, at, found) => {
  if (s.role(at + 1) !== 'det' && s.role(at + 1) !== 'owner') return;
  let index = at + 2;
  while (/^(?:adj|noun|owner|num|ing|ed)$/.test(s.role(index)) && index < at + 8) index++;
  if (
    !/^(?:checks?|assessments?|reviews?|visits?|audits?|surveys?|inspections?|observations?|evaluations?|screenings?|work)$/.test(
      s.word(index - 1),
    )
  )
    return;
  if (s.word(index) === 'out') return;
  after(s, at, 'out', 'missing-phrase', true, found);
};

/** “Rutland is smallest county”: what is the most of its kind has an article. */
const theMost: Check = (s, at, found) => {
  const word = s.word(at + 1);
  if (!/[a-z]{3}est$/.test(word) || word === 'best' || /^(?:latest|honest|modest|interest|request)$/.test(word) || !isTied(s, at)) return;
  const stem = word.slice(0, -3);
  if (![stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.slice(0, -1)].some((base) => (s.model.classes(base) & POS.ADJ) !== 0)) return;
  if (s.role(at + 2) !== 'noun' || s.numberAt(at + 2) !== 'one' || /^(?:noun|owner)$/.test(s.role(at + 3))) return;
  if (!/^(?:noun|pron)$/.test(s.role(at - 1)) || (s.classesOf(s.word(at + 2)) & POS.NOUN) === 0) return;
  after(s, at, 'the', 'missing-the', true, found);
};

/** “leaders whom we spoke knew”: “spoke” needs “to” or “with”. */
const whomTo: Check = (s, at, found) => {
  if (s.role(at - 1) !== 'noun') return;
  const verb = s.role(at + 2) === 'aux' ? at + 3 : at + 2;
  if (!/^(?:we|they|i|inspectors)$/.test(s.word(at + 1)) || !/^(?:spoke|speak|spoken|talked|listened)$/.test(s.word(verb))) return;
  if (/^(?:to|with|about)$/.test(s.word(verb + 1))) return;
  const { start, end, text } = s.tokens[at]!;
  found({ from: start, to: end, message: `“to” is missing before “${text}”.`, fix: `to ${text}`, certain: true, kind: 'missing-phrase' });
};

/** “the plan sets what will be done” */
const setOut: Check = (s, at, found) => {
  if (!/^(?:what|how|why|who|when)$/.test(s.word(at + 1)) || !isTied(s, at)) return;
  if (!/(?:plan|strategy|plans|strategies|document|report|policy|section|guidance|roadmap|letter|it|this|that|which)$/.test(s.word(at - 1)))
    return;
  after(s, at, 'out', 'missing-phrase', true, found);
};

/** “pages are out date” */
const outOfDate: Check = (s, at, found) => {
  if (s.word(at + 1) === 'date' && isTied(s, at)) after(s, at, 'of', 'missing-phrase', true, found);
};

/** “a group parents and carers” */
const groupOf: Check = (s, at, found) => {
  if (!/^(?:a|the|this|small|large|diverse|mixed)$/.test(s.word(at - 1)) || !isTied(s, at)) return;
  if (
    !/^(?:parents|parents and carers|children|children and young people|families|pupils|practitioners|professionals|therapists|leaders|schools)$/.test(
      s.word(at + 1),
    )
  )
    return;
  if (s.tokens[at + 1]!.owner !== '' || /^(?:noun|verb)$/.test(s.role(at + 2))) return;
  after(s, at, 'of', 'missing-of', true, found);
};

/** “respond children’s needs”, “access mental health support is improving”. */
const respondTo: Check = (s, at, found) => {
  if (s.role(at + 1) === 'owner' && isTied(s, at)) after(s, at, 'to', 'missing-phrase', true, found);
};

/** “in addition, are plans for a new school” */
const thereIs: Check = (s, at, found) => {
  if (
    s.role(at - 1) !== 'comma' ||
    at > 5 ||
    s.role(at + 1) === 'det' ||
    !/^(?:in addition|currently|now|however|furthermore|also|nationally|locally)$/i.test(s.text.slice(0, s.tokens[at - 1]!.start).trim())
  )
    return;
  if (!/^(?:noun|adj|num)$/.test(s.role(at + 1))) return;
  for (let index = at + 1; index < s.tokens.length; index++)
    if (/^(?:aux|modal|verb)$/.test(s.role(index)) && s.word(index - 1) !== 'to') return;
  const { start, end, text } = s.tokens[at]!;
  found({
    from: start,
    to: end,
    message: `“there” is missing before “${text}”.`,
    fix: `there ${text}`,
    certain: true,
    kind: 'missing-phrase',
  });
};

/** “child adolescent and mental health services”: the name has another “and”. */
const childAnd: Check = (s, at, found) => {
  if (s.word(at + 1) === 'adolescent' && isTied(s, at)) after(s, at, 'and', 'missing-phrase', true, found);
};

const isWithout: Check = (s, at, found) => {
  thereIs(s, at, found);
  theMost(s, at, found);
};

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ...['most', 'many', 'some', 'several', 'few', 'one'].map((word) => [word, partOf] as const),
  ['access', accessTo],
  ['aware', awareOf],
  ['unaware', awareOf],
  ['committed', committedTo],
  ['dedicated', committedTo],
  ['up', madeUpOf],
  ['closely', closelyWith],
  ['too', tooTo],
  ['been', haveBeen],
  ['not', doNot],
  ...['range', 'number', 'variety', 'series'].map((word) => [word, anAmount] as const),
  ['long', aLongTime],
  ['have', haveA],
  ['has', haveA],
  ['had', haveA],
  ['her', ownedBy],
  ['his', ownedBy],
  ['benefit', benefitFrom],
  ...['carry', 'carries', 'carried', 'carrying'].map((word) => [word, carryOut] as const),
  ...['set', 'sets'].map((word) => [word, setOut] as const),
  ['out', outOfDate],
  ['child', childAnd],
  ['group', groupOf],
  ...['respond', 'responds', 'responded', 'responding', 'listen', 'listens'].map((word) => [word, respondTo] as const),
  ...['are', 'is'].map((word) => [word, isWithout] as const),
  ['was', theMost],
  ['whom', whomTo],
]);

export function findMissingWords(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind === 'word' && token.owner === '') CHECKS.get(token.word)?.(s, at, found);
  }
}
