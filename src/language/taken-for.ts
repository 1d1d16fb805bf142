/* A small or short word that stands for another, told by what is around it: “with in their”, “as well than”, “were children are”. */
import { another, may, ofEachWord, only, isPlain, endsClause, report, type Check } from './_mend.js';
import { POS } from './model.js';
import { isTied } from './_tied.js';
import { AMOUNTS, ARTICLES, IRREGULAR_PARTICIPLES, ingOf, isParticiple } from './words.js';

const SHARES = /^(?:lack|majority|range|variety|proportion|sense|amount|number|level)$/;

/** “the level or risk to children” */
const orForOf: Check = (s, at, found) => {
  if (s.word(at) !== 'or' || !SHARES.test(s.word(at - 1)) || s.word(at - 2) !== 'the' || s.role(at + 1) !== 'noun') return;
  if (
    s.word(at + 2) === 'of' ||
    SHARES.test(s.word(at + 1)) ||
    /^(?:type|quality|nature|timing|scale|frequency|length|kind|intensity)$/.test(s.word(at + 1))
  )
    return;
  report(s, at, found, { fix: 'of', kind: 'confused-or', message: '“or” is another word. Is “of” meant?', isLikely: true });
};

/** “performing as well than its neighbours” */
const asThan: Check = (s, at, found) => {
  if (s.word(at) !== 'than' || s.word(at - 2) !== 'as' || !s.may(at - 1, POS.ADJ | POS.ADV)) return;
  if (/er$|^(?:more|less|other|rather|much|far)$/.test(s.word(at - 1))) return;
  report(s, at, found, { fix: 'as', kind: 'confused-than', message: `After “as ${s.tokens[at - 1]!.text}” write “as”, not “than”.` });
};

/** “those close to them if its safe to” */
const itsAdjective: Check = (s, at, found) => {
  if (s.word(at) !== 'its' || s.tokens[at]!.owner !== '' || !/^(?:if|when|because|that|where|whether|while|as)$/.test(s.word(at - 1)))
    return;
  if (!s.may(at + 1, POS.ADJ) || s.may(at + 1, POS.NOUN) || !/^(?:to|for|that)$/.test(s.word(at + 2)) || !isTied(s, at)) return;
  another(s, at, found, 'it is');
};

/** “there views”, “are there first choice” */
const thereNoun: Check = (s, at, found) => {
  if (s.word(at) !== 'there' || !isTied(s, at)) return;
  const next = s.role(at + 1) === 'adj' || s.role(at + 1) === 'num' ? at + 2 : at + 1;
  if (s.role(next) !== 'noun' || s.tokens[next]!.owner !== '' || s.isCapital(next)) return;
  const isAfterBe = /^(?:is|are|was|were)$/.test(s.word(at - 1)) && next === at + 2 && s.word(at + 1) === 'first';
  const isListed = s.word(at - 1) === 'and' && s.formNumber(next) === 'several' && s.role(next + 1) === 'comma' && next === at + 1;
  if (isAfterBe || isListed) another(s, at, found, 'their');
};

/** “Weakly meetings ensure”, “have averse experiences” */
const beforeNoun: Check = (s, at, found) => {
  const word = s.word(at);
  if (word === 'weakly' && (s.startsSentence(at) || s.role(at - 1) !== 'aux') && /^(?:noun|adj|ing)$/.test(s.role(at + 1)))
    another(s, at, found, 'weekly', s.role(at + 1) !== 'noun');
  else if (word === 'averse' && s.role(at + 1) === 'noun') another(s, at, found, 'adverse');
  else if (
    word === 'affective' &&
    /^(?:noun|adj|ing)$/.test(s.role(at + 1)) &&
    !/^(?:disorder|disorders|empathy|states?|needs?)$/.test(s.word(at + 1))
  )
    another(s, at, found, 'effective');
  else if (word === 'principals' && /^(?:same|key|guiding|core|basic|underlying|agreed|shared|common)$/.test(s.word(at - 1)))
    another(s, at, found, 'principles');
  else if (
    word === 'quiet' &&
    /^(?:as|is|are|was|were)$/.test(s.word(at - 1)) &&
    only(s, at + 1, POS.ADJ) &&
    isTied(s, at) &&
    (endsClause(s, at + 2) || s.role(at + 2) === 'prep')
  )
    another(s, at, found, 'quite');
  else if (word === 'form' && s.role(at - 1) === 'noun' && s.numberAt(at - 1) === 'one' && s.word(at + 1) === 'which')
    another(s, at, found, 'from', true);
};

/** “teachers practice these techniques”, “waits for assessment effect children’s attendance” */
const nounForVerb: Check = (s, at, found) => {
  const verb: Readonly<Record<string, string>> = { practice: 'practise', effect: 'affect' };
  const word = s.word(at);
  if (!Object.hasOwn(verb, word) || s.role(at - 1) !== 'noun' || !isTied(s, at - 1) || !isTied(s, at)) return;
  const next = s.word(at + 1);
  const isObject = /^(?:the|their|these|those|its|his|her|this|how)$/.test(next) || s.role(at + 1) === 'owner';
  if (!isObject || (word === 'practice' && s.numberAt(at - 1) !== 'several') || s.hasFinite(0, at)) return;
  const fix = verb[word]!;
  report(s, at, found, { fix, kind: `confused-${word}`, message: `“${word}” is a noun. Here the verb “${fix}” is meant.`, isLikely: true });
};

/** “Were disabled children are at risk, …” */
const wereClause: Check = (s, at, found) => {
  if (s.word(at) !== 'were' || !(s.startsSentence(at) || s.role(at - 1) === 'comma')) return;
  for (let index = at + 1; index < at + 9; index++) {
    const role = s.role(index);
    if (/^(?:is|are|has|have)$/.test(s.word(index)) && s.role(index - 1) === 'noun') {
      another(s, at, found, 'where');
      return;
    }
    if (!/^(?:det|adj|noun|owner|prep|conj|num)$/.test(role)) return;
  }
};

/** “keep them with in their family” */
const within: Check = (s, at, found) => {
  if (s.word(at) !== 'with' || s.word(at + 1) !== 'in' || !isTied(s, at) || !/^(?:their|the|its|a|our|this|these)$/.test(s.word(at + 2)))
    return;
  if (!/^(?:pron|noun)$/.test(s.role(at - 1)) || /^(?:who|whom|which|that)$/.test(s.word(at - 1))) return;
  for (let index = 0; index < at; index++) if (/^(?:wh|sub)$/.test(s.role(index)) && s.role(index - 1) === 'noun') return;
  report(s, at, found, { fix: 'within', kind: 'joined', message: 'Write “within” as one word.', isLikely: true }, at + 1);
};

/** “decisions under pinned by” */
const underJoined: Check = (s, at, found) => {
  if (s.word(at) !== 'under' || !isTied(s, at) || !isPlain(s, at + 1)) return;
  const second = s.word(at + 1);
  const joined = `under${second}`;
  if (!(isParticiple(second) || IRREGULAR_PARTICIPLES.has(second)) || !may(s, joined, POS.VERB | POS.ADJ)) return;
  if (!/^(?:by|in|to|for|with|at)$/.test(s.word(at + 2)) && !endsClause(s, at + 2)) return;
  report(s, at, found, { fix: joined, kind: 'joined', message: `Write “${joined}” as one word.` }, at + 1);
};

/** “everyones responsibility” */
const everyones: Check = (s, at, found) => {
  const word = s.word(at);
  const match = /^((?:every|any|some|no)(?:one|body))s$/.exec(word);
  if (match) report(s, at, found, { fix: `${match[1]!}’s`, kind: 'owner', message: `An apostrophe is missing: write “${match[1]!}’s”.` });
};

/** “has doubled has demand has grown” */
const hasForAs: Check = (s, at, found) => {
  if (s.word(at) !== 'has' || !/^(?:ed|adv)$/.test(s.role(at - 1)) || !s.hasFinite(0, at)) return;
  let index = at + 1;
  while (/^(?:det|adj|owner)$/.test(s.role(index))) index++;
  if (s.role(index) !== 'noun') return;
  while (s.role(index) === 'noun') index++;
  if (/^(?:is|are|was|were|has|have)$/.test(s.word(index))) another(s, at, found, 'as', true);
};

/** “More children attend schools then at the last inspection.” */
const moreThen: Check = (s, at, found) => {
  if (s.word(at) !== 'then' || !/^(?:at|in|before|when|last)$/.test(s.word(at + 1)) || s.role(at - 1) !== 'noun') return;
  if (!/^(?:more|fewer)$/.test(s.word(0)) || !ARTICLES.has(s.word(at + 2))) return;
  for (let index = 1; index < at; index++) if (/^(?:comma|mark|conj)$/.test(s.role(index))) return;
  another(s, at, found, 'than', true);
};

/** “all children whom have a plan”, “children whose referred to the team” */
const whoForms: Check = (s, at, found) => {
  const word = s.word(at);
  const isTiedOn = isTied(s, at);
  if (
    word === 'whom' &&
    isTiedOn &&
    s.role(at - 1) === 'noun' &&
    (/^(?:have|has|are|is|were|was|do|does)$/.test(s.word(at + 1)) || s.role(at + 1) === 'modal')
  )
    report(s, at, found, { fix: 'who', kind: 'confused-whom', message: 'Before a verb write “who”, not “whom”.' });
  else if (
    word === 'whose' &&
    isTiedOn &&
    s.role(at - 1) === 'noun' &&
    s.role(at + 1) === 'ed' &&
    /^(?:to|by|into)$/.test(s.word(at + 2))
  ) {
    const fix = s.numberAt(at - 1) === 'one' ? 'who is' : 'who are';
    report(s, at, found, {
      fix,
      kind: 'confused-whose',
      message: `“whose” tells of what belongs to somebody. Is “${fix}” meant?`,
      isLikely: true,
    });
  }
};

/** “less better informed” */
const lessBetter: Check = (s, at, found) => {
  if (!/^(?:less|more)$/.test(s.word(at)) || !/^(?:better|worse)$/.test(s.word(at + 1)) || !isTied(s, at)) return;
  if (/^(?:or|no|and|the)$/.test(s.word(at - 1))) return;
  const next = s.tokens[at + 1]!.text;
  report(s, at, found, { fix: next, kind: 'doubled', message: `“${next}” needs no “${s.tokens[at]!.text}”.` }, at + 1);
};

/** “Even through demand has doubled” */
const evenThrough: Check = (s, at, found) => {
  if (s.word(at) !== 'through' || s.word(at - 1) !== 'even' || s.role(at + 1) === 'det') return;
  let index = at + 1;
  while (/^(?:adj|noun|owner)$/.test(s.role(index))) index++;
  if (index === at + 1 || !/^(?:aux|modal)$/.test(s.role(index))) return;
  another(s, at, found, 'though');
};

/** “pupils are taught of site” */
const ofSite: Check = (s, at, found) => {
  if (s.word(at) === 'of' && s.word(at + 1) === 'site' && isParticiple(s.word(at - 1))) another(s, at, found, 'off');
};

/** “know what the need to do” */
const theForThey: Check = (s, at, found) => {
  if (s.word(at) !== 'the' || s.word(at - 1) !== 'what' || !/^(?:need|want|know|do)$/.test(s.word(at + 1)) || !isTied(s, at)) return;
  if (s.word(at + 1) === 'need' && s.word(at + 2) !== 'to') return;
  another(s, at, found, 'they');
};

/** “keep improve the offer”, “most are live in homes” */
const ingMissing: Check = (s, at, found) => {
  const [word, before, after] = [s.word(at), s.word(at - 1), s.word(at + 1)];
  if (at === 0 || !isTied(s, at - 1) || !isPlain(s, at)) return;
  const isKept = /^(?:keep|keeps|kept)$/.test(before) && s.classesAt(at) === POS.VERB && /^(?:the|their|its)$/.test(after);
  const isLiving = word === 'live' && /^(?:are|is|were|was)$/.test(before) && /^(?:in|with)$/.test(after) && s.word(at - 2) !== 'that';
  if (isKept && !isParticiple(word) && !/ing$/.test(word)) report(s, at, found, { fix: ingOf(word), kind: 'form-ing' });
  else if (isLiving) report(s, at, found, { fix: 'living', kind: 'form-ing', isLikely: true });
};

/** “A significantly proportion of plans” */
const adverbBeforeAmount: Check = (s, at, found) => {
  const word = s.word(at);
  if (!/.{3}ly$/.test(word) || !only(s, at, POS.ADV) || !ARTICLES.has(s.word(at - 1)) || s.word(at + 2) !== 'of') return;
  const adjective = [word.slice(0, -2), word.replace(/ly$/, 'le')].find((form) => may(s, form, POS.ADJ));
  if (!AMOUNTS.has(s.word(at + 1)) || adjective === undefined) return;
  report(s, at, found, { fix: adjective, kind: 'class-adjective' });
};

const CHECKS: readonly Check[] = [
  orForOf,
  asThan,
  itsAdjective,
  thereNoun,
  beforeNoun,
  nounForVerb,
  wereClause,
  within,
  underJoined,
  everyones,
  hasForAs,
  moreThen,
  whoForms,
  lessBetter,
  evenThrough,
  ofSite,
  theForThey,
  ingMissing,
  adverbBeforeAmount,
];

export const findTakenFor = ofEachWord(CHECKS);
