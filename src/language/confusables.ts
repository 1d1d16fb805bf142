/* eslint-disable max-lines -- a table, each row a pair of words and where one stands for the other */
import { byText } from '../memo/memo.js';
/* Words that sound or look alike, judged by the parts of speech around them. */
import type { Found } from './finding.js';
import { mistakenAt } from './mistaken.js';
import { meantAt } from './mistyped.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { ARTICLES, IRREGULAR_PARTICIPLES, IRREGULAR_PASTS, POSSESSIVE_PRONOUNS, isParticiple } from './words.js';

/** What a check of one word says: the right word, whether that is certain. */
interface Right {
  readonly fix: string;
  readonly certain?: boolean;
  /** How many tokens after this one are replaced as well. */
  readonly more?: number;
}

type Check = (s: TaggedSentence, at: number) => Right | null;

const matchCase = (original: string, replacement: string): string =>
  /^\p{Lu}\p{Ll}/u.test(original) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;

const next = (s: TaggedSentence, at: number): string => s.word(at + 1);
const before = (s: TaggedSentence, at: number): string => s.word(at - 1);
const wordsOfList = byText((list): ReadonlySet<string> => new Set(list.split(' ')));
/** Whether a word is one of those in a list, which blanks divide. */
const isIn = (word: string, list: string): boolean => wordsOfList(list).has(word);
const isDeterminer = (word: string): boolean =>
  ARTICLES.has(word) || (POSSESSIVE_PRONOUNS.has(word) && word !== 'her') || isIn(word, 'this these those each every some any all');
const BE = 'is are was were be been being';

/** Whether a noun phrase begins after this token: adjectives and then a noun. */
function isNounPhraseNext(s: TaggedSentence, at: number): boolean {
  let index = at + 1;
  while (s.role(index) === 'adj' || s.role(index) === 'num' || (s.role(index) === 'ed' && s.role(index + 1) === 'noun')) index++;
  return s.role(index) === 'noun' || (s.role(index) === 'owner' && s.role(index + 1) === 'noun');
}

/** Whether a verb that shows a number or a modal stands in the tokens after this one, up to the end of the clause. */
function hasFiniteAfter(s: TaggedSentence, at: number): boolean {
  for (let index = at + 1; index < s.tokens.length; index++) {
    const role = s.role(index);
    if (role === 'mark' && s.word(index) !== '(' && s.word(index) !== ')') return false;
    if (role === 'aux' || role === 'modal' || role === 'verb') return true;
    // A past may be finite as well.
    if (role === 'ed' && s.role(index - 1) !== 'det' && s.role(index - 1) !== 'aux') return true;
  }
  return false;
}

/** Whether the words just before call for a base form: “to”, a modal, “not” after “do”. */
/** Whether a verb, or a past that may be one, stands anywhere behind. */
const hasVerbAfter = (s: TaggedSentence, at: number): boolean => {
  for (let index = at + 1; index < s.tokens.length; index++) if (/^(?:verb|aux|modal|ed)$/.test(s.role(index))) return true;
  return false;
};
/** “are thought in small groups” */
const isTaught = (s: TaggedSentence, at: number): boolean =>
  isIn(before(s, at), BE) && next(s, at) === 'in' && isIn(s.word(at + 2), 'small groups mainstream classes class classrooms lessons');
const isAfterInfinitive = (s: TaggedSentence, at: number): boolean => {
  let index = at - 1;
  while (s.role(index) === 'adv' && index > 0) index--;
  return s.word(index) === 'to' || s.settledRole(index) === 'modal' || isIn(s.word(index), 'do does did');
};

/** Whether a noun is expected here: after a determiner, an owner, or an adjective. */
const isNounPlace = (s: TaggedSentence, at: number): boolean => {
  const role = s.role(at - 1);
  return (
    role === 'det' ||
    role === 'owner' ||
    role === 'adj' ||
    (s.may(at - 1, POS.ADJ) && (s.role(at - 2) === 'verb' || s.role(at - 2) === 'ing')) ||
    (role === 'prep' && before(s, at) !== 'to')
  );
};

/** Whether a comparison has begun, which “than” goes on with: “better in towns and than before”. */
function hasComparative(s: TaggedSentence, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const word = s.word(at);
    if (/^(?:more|less|fewer|rather|other|another|better|worse|further|same|later|sooner)$/.test(word)) return true;
    if (/er$/.test(word) && word.length > 4) {
      const stem = word.slice(0, -2);
      const bases = [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.slice(0, -1)];
      if (bases.some((base) => (s.model.classes(base) & (POS.ADJ | POS.ADV)) !== 0)) return true;
    }
  }
  return false;
}

const GIVES =
  /^(?:giv(?:e|es|en|ing)|gave|receiv(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|seek(?:s|ing)?|sought|get|gets|got|getting|need|needs|access|accessing|accessed|improv(?:e|es|ed|ing)|shar(?:e|es|ed|ing)|develop(?:s|ed|ing)?|chang(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|promot(?:e|es|ed|ing)|inform(?:s|ed|ing)?|impact(?:s|ed|ing)?|embed(?:s|ded|ding)?|scrutinis(?:e|es|ed|ing)|monitor(?:s|ed|ing)?|audit(?:s|ed|ing)?|overse(?:e|es|en|eing)|shap(?:e|es|ed|ing))$/;

const CHECKS: Readonly<Record<string, Check>> = {
  its: (s, at) => {
    const word = next(s, at);
    if (isIn(word, 'a an the not been their there this that')) return { fix: 'it’s' };
    if (isIn(word, 'important clear likely possible essential vital necessary unclear unlikely') && isIn(s.word(at + 2), 'that to for how'))
      return { fix: 'it’s' };
    return null;
  },
  "it's": (s, at) => {
    const word = next(s, at);
    if (word === 'own') return { fix: 'its' };
    if (isIn(before(s, at), 'with of to for in by from on') && /^(?:adv|adj|noun|num)$/.test(s.role(at + 1)) && word !== 'not')
      return { fix: 'its' };
    if (
      isIn(
        word,
        'time not early more less very so too good right clear work down up over about all one two three half well like just only also still now no nothing part',
      )
    )
      return null;
    if (!s.may(at + 1, POS.NOUN) && !isNounPhraseNext(s, at)) return null;
    if (s.role(at + 1) === 'det' || s.role(at + 1) === 'adv' || s.role(at + 1) === 'prep' || s.role(at + 1) === 'pron') return null;
    if (/ing$/.test(word) && next(s, at + 1) !== 'of' && s.role(at + 2) !== 'noun') return null;
    // “it’s best to”, “it’s possible”.
    if (
      s.may(at + 1, POS.ADJ) &&
      s.role(at + 2) !== 'noun' &&
      s.role(at + 2) !== 'adj' &&
      !(s.role(at + 1) === 'noun' && s.role(at + 2) === 'aux')
    )
      return null;
    const isObject =
      /^(?:prep|verb|ing|det|adj|to|conj)$/.test(s.role(at - 1)) ||
      isIn(before(s, at), 'all of') ||
      (s.role(at - 1) === 'ed' && isIn(s.word(at - 2), 'has have had'));
    if (!isObject && !s.hasFinite(at + 1, s.tokens.length)) return null;
    let head = at + 1;
    while (s.role(head) === 'adj' || s.role(head) === 'num' || s.role(head) === 'ing') head++;
    while (s.role(head + 1) === 'noun') head++;
    if (isIn(s.word(head + 1), 'that who which when where')) return null;
    return { fix: 'its' };
  },
  their: (s, at) => {
    const word = next(s, at);
    if (isIn(word, "is are was were has have isn't aren't wasn't weren't")) return { fix: 'there' };
    if (
      isIn(word, 'will should must may can could would might') &&
      s.role(at + 1) === 'modal' &&
      (isIn(s.word(at + 2), 'be not also have always') || s.role(at + 2) === 'adv')
    )
      return { fix: 'there' };
    if (
      isIn(word, 'needs appears seems remains continues remain appear seem') &&
      isIn(s.word(at + 2), 'to a an some no') &&
      (s.startsSentence(at) || s.role(at - 1) === 'comma' || s.role(at - 1) === 'sub')
    )
      return { fix: 'there' };
    return null;
  },
  there: (s, at) => {
    const word = next(s, at);
    if (word === 'own') return { fix: 'their' };
    const role = s.role(at + 1);
    const previous = s.role(at - 1);
    if (s.startsSentence(at) || previous === 'comma' || previous === 'mark' || s.tokens[at + 1]?.kind !== 'word') return null;
    const isOwned =
      s.tokens[at + 1]!.owner !== '' ||
      role === 'noun' ||
      (role === 'adj' && (s.role(at + 2) === 'noun' || s.role(at + 2) === 'adj')) ||
      (role === 'ing' && s.role(at + 2) === 'noun') ||
      (s.may(at + 1, POS.NOUN) &&
        role !== 'det' &&
        role !== 'adv' &&
        role !== 'prep' &&
        role !== 'aux' &&
        role !== 'modal' &&
        role !== 'pron');
    // “there needs to be”, “there remains”: a verb may look like a noun.
    if (!isOwned || /^(?:remain|exist|appear|seem|follow|come|go|lie|stand|is|are)s?$/.test(word)) return null;
    if (isIn(word, 'need needs') && isIn(s.word(at + 2), 'to a an no some')) return null;
    if (previous === 'prep')
      return isIn(before(s, at), 'from over up out down in off around') && role !== 'noun' && role !== 'adj' ? null : { fix: 'their' };
    if (previous === 'verb' || previous === 'ing') {
      if (
        isIn(
          before(s, at),
          'live lives living go goes going get gets getting stay stays staying work works working remain arrive arrives travel being happening',
        )
      )
        return null;
      return { fix: 'their' };
    }
    if (isIn(before(s, at), 'have has had having') && (role === 'noun' || role === 'adj')) return { fix: 'their' };
    // “parents shared there views”
    if (
      previous === 'ed' &&
      role === 'noun' &&
      !isIn(before(s, at), 'lived stayed moved worked placed gone remained arrived went been seen educated met happened travelled') &&
      (s.role(at + 2) === 'mark' || s.role(at + 2) === 'prep' || s.role(at + 2) === 'conj')
    )
      return { fix: 'their' };
    if (previous === 'sub' && role === 'noun' && s.numberAt(at + 1) === 'several' && before(s, at) === 'that' && s.role(at + 2) === 'verb')
      return { fix: 'their' };
    if ((previous === 'conj' || previous === 'sub') && s.mustBe(at + 1, POS.NOUN) && before(s, at) !== 'that')
      return previous === 'sub' || s.role(at - 2) === 'noun' ? { fix: 'their' } : null;
    return null;
  },
  "they're": (s, at) => (next(s, at) !== '\ufffc' && isNounPhraseNext(s, at) && s.role(at + 1) === 'noun' ? { fix: 'their' } : null),
  "who's": (s, at) => {
    const role = s.role(at + 1);
    if (role === 'noun' || (role === 'adj' && s.role(at + 2) === 'noun')) return { fix: 'whose' };
    return s.may(at + 1, POS.NOUN) &&
      !/(?:ing|ed)$/.test(next(s, at)) &&
      role !== 'adv' &&
      role !== 'det' &&
      role !== 'prep' &&
      role !== 'adj'
      ? { fix: 'whose' }
      : null;
  },
  whose: (s, at) => (isIn(next(s, at), 'is are was were has have had been') ? { fix: 'who' } : null),
  practise: (s, at) => {
    const role = s.role(at - 1);
    if (s.startsSentence(at)) return s.role(at + 1) === 'aux' || s.role(at + 1) === 'prep' ? { fix: 'practice' } : null;
    if (isAfterInfinitive(s, at)) return null;
    if (isNounPlace(s, at)) return { fix: 'practice' };
    if (GIVES.test(before(s, at)) || role === 'ing') return { fix: 'practice' };
    if (
      role === 'noun' &&
      (s.role(at + 1) === 'aux' ||
        s.role(at + 1) === 'modal' ||
        s.role(at + 1) === 'conj' ||
        s.role(at + 1) === 'mark' ||
        s.role(at + 1) === 'verb') &&
      s.numberAt(at - 1) === 'one'
    )
      return { fix: 'practice' };
    if (
      role === 'conj' &&
      (s.role(at - 2) === 'noun' || s.role(at - 2) === 'adj') &&
      (s.role(at + 1) === 'mark' || s.role(at + 1) === 'aux' || s.role(at + 1) === 'comma')
    )
      return { fix: 'practice' };
    return null;
  },
  practises: (s, at) => (isNounPlace(s, at) ? { fix: 'practices' } : null),
  practice: (s, at) => {
    if (s.settledRole(at - 1) === 'modal') return { fix: 'practise' };
    if (before(s, at) === 'to' && (isDeterminer(next(s, at)) || isIn(next(s, at), 'safely skills these')) && s.role(at - 2) !== 'noun')
      return { fix: 'practise' };
    return null;
  },
  practiced: () => ({ fix: 'practised' }),
  practicing: () => ({ fix: 'practising' }),
  affect: (s, at) => {
    const role = s.role(at - 1);
    if (isAfterInfinitive(s, at))
      return isIn(next(s, at), 'change') || (isIn(next(s, at), 'positive real lasting meaningful rapid') && s.word(at + 2) === 'change')
        ? { fix: 'effect' }
        : null;
    if ((role === 'det' && !isIn(before(s, at), 'this these those all both')) || role === 'owner') return { fix: 'effect' };
    if (role === 'adj' && isIn(next(s, at), 'on of') && !isIn(before(s, at), 'flat blunted')) return { fix: 'effect' };
    if (isIn(before(s, at), 'positive negative adverse significant detrimental little no into in good')) return { fix: 'effect' };
    return null;
  },
  affects: (s, at) => (isIn(next(s, at), 'of on') || (s.role(at - 1) === 'det' && ARTICLES.has(before(s, at))) ? { fix: 'effects' } : null),
  effect: (s, at) => {
    const word = next(s, at);
    if (isIn(word, 'change changes improvement improvements transformation positive real rapid lasting meaningful significant'))
      return null;
    const isBase = isAfterInfinitive(s, at) || isIn(before(s, at), 'they which that');
    const isPlural =
      (s.role(at - 1) === 'noun' && s.numberAt(at - 1) === 'several') ||
      before(s, at) === 'also' ||
      before(s, at) === 'adversely' ||
      before(s, at) === 'negatively';
    if (
      isBase &&
      before(s, at) === 'to' &&
      !(isDeterminer(word) || isIn(word, 'children young families parents them people him her outcomes')) &&
      s.role(at + 1) !== 'owner'
    )
      return null;
    if (isBase && (word === 'a' || word === 'an')) return null;
    if (isBase && /^(?:noun|det|pron|owner|adj)$/.test(s.role(at + 1))) return { fix: 'affect' };
    if (isPlural && /^(?:det|pron|owner)$/.test(s.role(at + 1))) return { fix: 'affect' };
    return null;
  },
  effects: (s, at) => {
    const role = s.role(at - 1);
    if (
      (role === 'noun' || role === 'pron' || role === 'wh' || isIn(before(s, at), 'this that it which adversely negatively also')) &&
      (isDeterminer(next(s, at)) || isIn(next(s, at), 'children families parents them young people how')) &&
      !isIn(before(s, at), 'side')
    )
      return { fix: 'affects' };
    return null;
  },
  effected: (s, at) =>
    isIn(next(s, at), 'by') ||
    isIn(before(s, at), 'adversely negatively badly') ||
    (s.role(at + 1) === 'det' && !isIn(next(s, at), 'a an this')) ||
    (isIn(before(s, at), 'has have had') && isIn(next(s, at), 'children families parents their the'))
      ? { fix: 'affected' }
      : null,
  effecting: (s, at) => (isIn(next(s, at), 'children families parents young people their them the') ? { fix: 'affecting' } : null),
  principle: (s, at) => {
    // In a title only a post has it: “Principle Educational Psychologist”.
    if (s.isCapital(at) && (!s.isCapital(at + 1) || (/^\p{Lu}/u.test(s.tokens[at - 1]?.text ?? '') && s.role(at - 1) !== 'det')))
      return null;
    if (isIn(before(s, at), 'in on by of')) return null;
    if (s.role(at + 1) !== 'noun' && s.role(at + 1) !== 'adj') return null;
    if (s.role(at + 1) === 'adj' && s.role(at + 2) !== 'noun') return null;
    return { fix: 'principal', certain: true };
  },
  principal: (s, at) =>
    before(s, at) === 'in' && s.role(at + 1) !== 'noun'
      ? { fix: 'principle' }
      : isIn(next(s, at), 'that of') && s.role(at - 1) === 'det' && next(s, at) === 'that' && s.role(at + 2) !== 'aux'
        ? { fix: 'principle' }
        : null,
  principals: (s, at) => {
    if (
      isIn(before(s, at), 'guiding key core underlying first basic shared common agreed clear these') ||
      (isIn(next(s, at), 'and') && false)
    )
      return { fix: 'principles' };
    if (/school|college|academ|headteacher|head teacher|vice|assistant|deputy|inspector|trust/i.test(s.text)) return null;
    return { fix: 'principles', certain: isIn(next(s, at), 'of for') };
  },
  though: (s, at) => {
    const previous = before(s, at);
    if (
      isIn(previous, 'even as ;') ||
      s.startsSentence(at) ||
      s.role(at - 1) === 'comma' ||
      s.role(at - 1) === 'mark' ||
      s.role(at - 1) === 'conj'
    )
      return null;
    if (next(s, at) === 'out') return { fix: 'throughout', more: 1 };
    if (next(s, at) === 'to' && s.role(at + 2) !== 'verb') return { fix: 'through' };
    if (/^follow/.test(previous) && (s.role(at + 1) === 'mark' || s.role(at + 1) === 'comma' || isIn(next(s, at), 'on with')))
      return { fix: 'through' };
    const role = s.role(at + 1);
    if (s.role(at - 1) === 'adj' && (role === 'adj' || role === 'adv')) return null;
    if (role === 'ed' && s.role(at - 1) === 'adj') return null;
    if (
      role === 'det' ||
      role === 'noun' ||
      role === 'adj' ||
      role === 'owner' ||
      role === 'ing' ||
      (role === 'ed' && s.role(at + 2) === 'noun')
    )
      return s.beginsClause(at) ? null : { fix: 'through' };
    return null;
  },
  through: (s, at) => {
    if (next(s, at) === 'out' && s.role(at + 2) !== 'prep') return { fix: 'throughout', more: 1 };
    if (isIn(next(s, at), 'they he she we') || (isIn(before(s, at), 'even as') && isIn(next(s, at), 'they he she we it there')))
      return { fix: 'though' };
    if (isIn(before(s, at), 'a an the their its by with')) {
      const role = s.role(at + 1);
      if (role === 'adj' && (s.role(at + 2) === 'noun' || s.role(at + 2) === 'adj')) return { fix: 'thorough' };
      if (role === 'noun' && !isIn(next(s, at), 'train road route school ball draught lounge put roads traffic flow'))
        return { fix: 'thorough' };
      if (role === 'conj' && before(s, at) === 'a') return { fix: 'thorough' };
    }
    const role = s.settledRole(at + 1);
    if (role !== 'comma' && role !== 'mark' && role !== 'conj') return null;
    let index = at - 1;
    while (s.role(index) === 'adv' && index > 0) index--;
    if (
      isIn(s.word(index), 'is are was were be') &&
      (role === 'comma' || role === 'mark' || (role === 'conj' && s.role(at + 2) !== 'verb'))
    )
      return { fix: 'thorough' };
    if (s.role(at - 1) === 'conj' && s.role(at - 2) === 'adj' && (role === 'mark' || role === 'comma')) return { fix: 'thorough' };
    return null;
  },
  thorough: (s, at) => (isDeterminer(next(s, at)) ? { fix: 'through' } : null),
  trough: (s, at) => (isDeterminer(next(s, at)) && s.role(at - 1) !== 'det' ? { fix: 'through' } : null),
  thought: (s, at) =>
    isDeterminer(next(s, at)) && isIn(before(s, at), 'even') ? { fix: 'though' } : isTaught(s, at) ? { fix: 'taught' } : null,
  bought: (s, at) =>
    isIn(next(s, at), 'about together forward up closer') ||
    (next(s, at) === 'on' && s.word(at + 2) === 'by') ||
    (next(s, at) === 'with' && s.word(at + 2) === 'it') ||
    (next(s, at) === 'into' && isIn(s.word(at + 2), 'care line force effect focus play use')) ||
    // “has bought energy to the role”: what cannot be paid for.
    (isIn(
      next(s, at),
      'energy stability expertise clarity rigour momentum challenge consistency change changes improvement improvements benefits enthusiasm focus vision leadership ambition',
    ) &&
      isIn(s.word(at + 2), 'to into')) ||
    (next(s, at) === 'to' &&
      isIn(s.word(at + 2), 'the their a') &&
      isIn(s.word(at + 3), 'attention fore board table notice court close end'))
      ? { fix: 'brought' }
      : null,
  careers: (s, at) => {
    if (
      isIn(
        next(s, at),
        'advice guidance adviser advisers advisor advisors education fair fairs service information support leader leaders and work programme events',
      )
    ) {
      if (next(s, at) !== 'and' || !isIn(before(s, at), 'foster kinship')) if (!isIn(before(s, at), 'foster kinship')) return null;
    }
    if (isIn(before(s, at), 'foster kinship parent') || (before(s, at) === 'young' && s.role(at + 1) !== 'noun')) return { fix: 'carers' };
    if (isIn(before(s, at), 'and or & their') && isIn(s.word(at - 2), 'parents parent families children people'))
      return before(s, at) === 'their' ? null : { fix: 'carers' };
    if (before(s, at) === 'their' && before(s, at - 1) === 'and' && isIn(s.word(at - 3), 'children people')) return { fix: 'carers' };
    return null;
  },
  career: (s, at) =>
    isIn(before(s, at), 'foster kinship parent') ||
    (before(s, at) === 'or' && s.word(at - 2) === 'parent') ||
    (before(s, at) === 'and' && s.word(at - 2) === 'parent')
      ? { fix: 'carer' }
      : null,
  carers: (s, at) =>
    isIn(next(s, at), 'advice guidance adviser advisers advisor advisors fair fairs') &&
    !isIn(before(s, at), 'young foster parent kinship adult and for')
      ? { fix: 'careers' }
      : null,
  carer: (s, at) => (isIn(next(s, at), 'path paths pathway pathways ambitions aspirations goals choices') ? { fix: 'career' } : null),
  roll: (s, at) => {
    if (next(s, at) === 'model' || next(s, at) === 'models') return { fix: 'role' };
    if (isIn(next(s, at), 'out call over on up down calls')) return null;
    const role = s.role(at - 1);
    if (isIn(before(s, at), 'on school electoral pupil falling sausage bread toilet honour payroll')) return null;
    if (
      role === 'adj' ||
      role === 'owner' ||
      role === 'ing' ||
      isIn(before(s, at), 'their its his her our this') ||
      (role === 'noun' && s.role(at + 1) !== 'noun')
    )
      return { fix: 'role' };
    if (isIn(before(s, at), 'the a') && (isIn(next(s, at), 'in as within to they that which is has') || s.role(at + 1) === 'mark'))
      return /pupil|register/i.test(s.text) ? null : { fix: 'role' };
    return null;
  },
  rolls: (s, at) => (isIn(next(s, at), 'and') && s.word(at + 2) === 'responsibilities' ? { fix: 'roles' } : null),
  role: (s, at) => {
    if (
      before(s, at) === 'on' &&
      (isIn(next(s, at), 'at in') || s.role(at + 1) === 'mark' || s.role(at + 1) === 'conj') &&
      isIn(s.word(at - 2), 'pupils children those number numbers are is were was learners')
    )
      return { fix: 'roll' };
    if (next(s, at) === 'out' && (isAfterInfinitive(s, at) || isIn(before(s, at), 'the a this phased initial')) && s.word(at + 2) !== 'of')
      return { fix: 'roll' };
    return null;
  },
  roled: (s, at) => (next(s, at) === 'out' ? { fix: 'rolled' } : null),
  lead: (s, at) => {
    let index = at - 1;
    while (s.role(index) === 'adv' && index > 0) index--;
    const auxiliary = s.word(index);
    if (isIn(auxiliary, 'is are was were be been being') && next(s, at) === 'by') return { fix: 'led' };
    if (
      isIn(auxiliary, 'has have had') &&
      (isIn(next(s, at), 'to the a an on by this its their some many them') || s.role(at + 1) === 'adv')
    )
      return { fix: 'led' };
    if (auxiliary === 'been' && !s.may(at + 1, POS.NOUN)) return { fix: 'led' };
    if (before(s, at) === 'well' && s.role(at - 2) === 'aux') return { fix: 'led' };
    if (
      isIn(before(s, at), 'this it which that') &&
      next(s, at) === 'to' &&
      s.role(at - 1) !== 'det' &&
      (s.word(at - 2) === ',' || s.startsSentence(at - 1))
    )
      return { fix: isIn(before(s, at), 'this it') ? 'led' : 'led', certain: isIn(before(s, at), 'this it') };
    return null;
  },
  loose: (s, at) =>
    isAfterInfinitive(s, at) && s.role(at + 1) !== 'noun' && isDeterminer(next(s, at))
      ? { fix: 'lose' }
      : (isAfterInfinitive(s, at) ||
            isIn(before(s, at), 'they and who') ||
            (s.role(at - 1) === 'noun' && s.numberAt(at - 1) === 'several')) &&
          isIn(
            next(s, at),
            'access confidence trust hope out faith their contact touch sight the interest momentum funding weight sleep time',
          )
        ? { fix: 'lose' }
        : null,
  excepted: (s, at) => (isIn(before(s, at), 'has have had') && isDeterminer(next(s, at)) ? { fix: 'accepted' } : null),
  ensues: (s, at) => (isIn(next(s, at), 'that the all children every each they') ? { fix: 'ensures' } : null),
  meat: (s, at) =>
    (s.role(at - 1) === 'noun' || isAfterInfinitive(s, at)) && isIn(next(s, at), 'with regularly monthly weekly the their every together')
      ? { fix: 'meet' }
      : null,
  placed: (s, at) =>
    before(s, at) === 'in' && (s.role(at + 1) === 'mark' || isIn(next(s, at), 'to for so and')) ? { fix: 'place' } : null,
  looses: () => ({ fix: 'loses' }),
  loosing: () => ({ fix: 'losing' }),
  lose: (s, at) => (s.role(at - 1) === 'det' && ARTICLES.has(before(s, at)) ? { fix: 'loose' } : null),
  then: (s, at) => {
    const previous = before(s, at);
    if (isIn(previous, 'rather other')) return s.role(at + 1) === 'mark' ? null : { fix: 'than' };
    if (
      isIn(
        previous,
        'more less fewer better worse higher lower greater larger smaller longer later earlier older younger quicker slower easier harder sooner shorter wider faster stronger weaker poorer',
      ) &&
      s.role(at + 1) !== 'comma'
    ) {
      if (isIn(previous, 'later earlier sooner')) return null;
      return isIn(
        next(s, at),
        'the a in it they those that expected half one two three four five six seven ten average most other any is are was were for',
      ) ||
        s.role(at + 1) === 'num' ||
        s.role(at + 1) === 'noun'
        ? { fix: 'than' }
        : null;
    }
    // “better progress then in the past”, “a higher rate then others”
    if (
      (isIn(s.word(at - 2), 'better worse higher lower greater larger smaller longer fewer more less') ||
        isIn(s.word(at - 3), 'more less')) &&
      s.role(at - 1) === 'noun' &&
      isIn(next(s, at), 'in those others other their at for before last any most') &&
      !hasVerbAfter(s, at)
    )
      return { fix: 'than' };
    if (isIn(s.word(at - 2), 'more less') && (s.role(at - 1) === 'adj' || s.role(at - 1) === 'adv') && s.role(at + 1) !== 'comma')
      return { fix: 'than' };
    return null;
  },
  than: (s, at) => {
    const previous = before(s, at);
    if (s.startsSentence(at)) return { fix: 'then' };
    if (
      hasComparative(s, at) ||
      /\b(?:different|differently|prefer|preferred|sooner|superior|twice|times|so|else|elsewhere|otherwise|opposed|as|worse|better|greater|hardly|no)\b/i.test(
        s.text.slice(0, s.tokens[at]!.start),
      )
    )
      return isIn(previous, 'and which is are was were can will') &&
        (s.role(at + 1) === 'verb' || s.role(at + 1) === 'ed') &&
        previous !== 'and'
        ? { fix: 'then' }
        : null;
    return { fix: 'then' };
  },
  to: (s, at) => {
    const word = next(s, at);
    const previous = before(s, at);
    const isLate = isIn(word, 'many much few often late slow long high low early soon slowly quickly little');
    if (!isLate && ((s.classesOf(word) & POS.ADJ) === 0 || (s.classesOf(word) & POS.VERB) !== 0)) return null;
    if (s.tokens[at + 1]?.kind !== 'word' || s.tokens[at + 1]!.owner !== '') return null;
    let index = at - 1;
    while (s.role(index) === 'adv' && index > 0) index--;
    const isAfterBe = isIn(s.word(index), BE);
    const isSlot =
      isAfterBe ||
      isIn(
        previous,
        'take takes taking took taken wait waits waited waiting far experience experiences experienced have has had include includes included involve involves having for with after leave leaves left',
      ) ||
      s.startsSentence(at) ||
      s.role(at - 1) === 'comma' ||
      (s.role(at - 1) === 'sub' && previous !== 'how');
    if (isIn(word, 'many much few often') && isSlot) {
      if (word === 'often' && s.may(at + 2, POS.VERB) && previous !== 'far' && !(isAfterBe && s.role(at + 2) === 'ed')) return null;
      return { fix: 'too' };
    }
    if (
      isIn(word, 'late slow long high low early soon slowly quickly little') &&
      (isAfterBe || isIn(previous, 'far take takes taking took taken wait waits waited waiting for after'))
    ) {
      if (
        isIn(word, 'slow long low') &&
        isAfterBe &&
        !(s.role(at + 2) === 'mark' || s.role(at + 2) === 'conj' || isIn(s.word(at + 2), 'for to in and a'))
      )
        return null;
      return { fix: 'too' };
    }
    const classes = s.classesOf(word);
    if (
      isAfterBe &&
      (classes & POS.ADJ) !== 0 &&
      (classes & POS.VERB) === 0 &&
      s.role(at + 2) !== 'noun' &&
      !isIn(word, 'date good more less most best better other such own')
    ) {
      return s.role(at + 2) === 'adj' || s.role(at + 2) === 'verb' ? null : { fix: 'too' };
    }
    return null;
  },
  too: (s, at) => {
    const word = next(s, at);
    if (isIn(before(s, at), 'they we he she i it this that') || s.role(at - 1) === 'comma' || s.startsSentence(at)) return null;
    if (isIn(word, 'them him us me')) return { fix: 'to' };
    if (isDeterminer(word) && !isIn(word, 'all some any')) return { fix: 'to' };
    const classes = s.model.classes(word);
    if (
      (classes & POS.VERB) !== 0 &&
      (classes & (POS.ADJ | POS.ADV)) === 0 &&
      !/(?:ed|ing|[^s]s)$/.test(word) &&
      !IRREGULAR_PASTS.has(word) &&
      !IRREGULAR_PARTICIPLES.has(word)
    )
      return { fix: 'to' };
    return isIn(word, 'be have meet make do') ? { fix: 'to' } : null;
  },
  your: (s, at) => (isIn(next(s, at), 'a an the not going invited welcome entitled able unhappy happy worried') ? { fix: 'you’re' } : null),
  "you're": (s, at) => (s.role(at + 1) === 'noun' && !s.may(at + 1, POS.VERB | POS.ADJ | POS.ADV) ? { fix: 'your' } : null),
  advise: (s, at) => {
    if (isAfterInfinitive(s, at))
      return /^(?:access|due|relation|response|route|referral|link|links|addition|regard)$/.test(s.word(at - 2)) &&
        before(s, at) === 'to' &&
        s.role(at + 1) !== 'det' &&
        s.role(at + 1) !== 'pron'
        ? { fix: 'advice' }
        : null;
    if (isNounPlace(s, at) && !isIn(before(s, at), 'that who which')) return { fix: 'advice' };
    if (GIVES.test(before(s, at)) && s.role(at - 1) !== 'noun') return { fix: 'advice' };
    const role = s.role(at + 1);
    if (role === 'conj' && s.role(at + 2) === 'verb') return null;
    if (s.startsSentence(at) || s.role(at - 1) === 'comma')
      return role === 'comma' || (role === 'conj' && s.role(at + 2) !== 'verb') || role === 'aux' ? { fix: 'advice' } : null;
    if (before(s, at) === 'careers' || before(s, at) === 'legal') return { fix: 'advice' };
    if (role === 'aux' && !isIn(before(s, at), 'they we')) return { fix: 'advice' };
    // “Specialist advise reaches schools”: it has a verb of its own.
    if (role === 'verb' && /[^s]s$/.test(next(s, at)) && isIn(s.role(at - 1), 'noun adj') && s.word(at - 1) !== 'to')
      return { fix: 'advice' };
    if (
      isIn(next(s, at), 'and or') &&
      isIn(s.word(at + 2), 'guidance support information help') &&
      s.role(at - 1) !== 'noun' &&
      s.role(at - 1) !== 'pron'
    )
      return { fix: 'advice' };
    // “practical support and advise from”: after a noun that is no verb.
    if (
      s.role(at - 1) === 'conj' &&
      (role === 'mark' || role === 'comma' || isIn(next(s, at), 'from through to about as') || role === 'conj')
    ) {
      const joined = s.role(at - 2);
      if (
        joined === 'noun' &&
        /^(?:adj|verb|ing|prep|det|owner|noun|comma|ed)$/.test(s.role(at - 3)) &&
        !(s.role(at - 3) === 'noun' && s.numberAt(at - 3) === 'several')
      )
        return { fix: 'advice' };
    }
    return null;
  },
  advices: (s, at) => (s.role(at + 1) === 'det' || s.role(at + 1) === 'noun' ? { fix: 'advises' } : null),
  adviced: () => ({ fix: 'advised' }),
  advice: (s, at) => {
    if (
      s.settledRole(at - 1) === 'modal' ||
      (before(s, at) === 'to' &&
        (isDeterminer(next(s, at)) || isIn(next(s, at), 'them parents families children schools staff leaders him her'))) ||
      isIn(before(s, at), 'they')
    )
      return { fix: 'advise' };
    return null;
  },
  license: (s, at) => (s.role(at - 1) === 'det' || s.role(at - 1) === 'adj' ? { fix: 'licence' } : null),
  licence: (s, at) => (s.settledRole(at - 1) === 'modal' ? { fix: 'license' } : null),
  dependant: (s, at) =>
    isIn(next(s, at), 'on upon') || isIn(before(s, at), 'highly overly too heavily very') ? { fix: 'dependent' } : null,
  dependants: () => null,
  compliment: (s, at) =>
    isAfterInfinitive(s, at) &&
    !isIn(next(s, at), 'staff children them him her people parents leaders teachers') &&
    (s.role(at + 1) === 'det' || s.role(at + 1) === 'noun' || s.role(at + 1) === 'adj' || isIn(next(s, at), 'each'))
      ? { fix: 'complement' }
      : null,
  compliments: (s, at) =>
    (isIn(before(s, at), 'which this that it also') || (s.role(at - 1) === 'noun' && s.numberAt(at - 1) === 'one')) &&
    (s.role(at + 1) === 'det' || isIn(next(s, at), 'each existing'))
      ? { fix: 'complements' }
      : null,
  complimented: (s, at) =>
    next(s, at) === 'by' && isIn(before(s, at), 'is are was were been')
      ? { fix: 'complemented', certain: isIn(s.word(at + 2), 'a an the') }
      : null,
  complimentary: (s, at) =>
    isIn(next(s, at), 'to skills roles services therapies therapy work strengths approaches approach and')
      ? { fix: 'complementary', certain: next(s, at) !== 'and' }
      : null,
  complements: (s, at) =>
    isIn(next(s, at), 'and') && s.word(at + 2) === 'complaints'
      ? { fix: 'compliments' }
      : isIn(before(s, at), 'and') && s.word(at - 2) === 'complaints'
        ? { fix: 'compliments' }
        : null,
  stationary: (s, at) =>
    isIn(next(s, at), 'supplies shop cupboard orders') || isIn(before(s, at), 'school of buy free') ? { fix: 'stationery' } : null,
  stationery: (s, at) => (isIn(before(s, at), 'remain remains remained is are was were') ? { fix: 'stationary' } : null),
  form: (s, at) => {
    const word = next(s, at);
    const role = s.role(at + 1);
    if (!(role === 'det' || role === 'noun' || role === 'adj' || role === 'owner' || role === 'ing') || word === 'part') return null;
    if (isAfterInfinitive(s, at) || s.role(at - 1) === 'det' || s.role(at - 1) === 'owner') return null;
    if (
      isIn(
        before(s, at),
        'away far ranging range ranges benefit benefits benefited benefiting learn learns learning learned suffer coming comes came come apart aside arising resulting results stemming stem moving moved move differ vary varies receive received',
      )
    )
      return { fix: 'from' };
    if (s.role(at - 1) === 'adj') return null;
    if (s.role(at - 1) === 'ed') return s.role(at - 2) !== 'det' && s.role(at - 2) !== 'adj' ? { fix: 'from' } : null;
    if (s.role(at - 1) !== 'noun') return null;
    if (isIn(before(s, at), 'referral application consent feedback assessment request booking complaint')) return null;
    // A verb stands before it in the same clause, so that this can be none.
    for (let index = at - 1; index >= 0; index--) {
      const before = s.role(index);
      if (before === 'sub' || before === 'wh' || before === 'mark' || before === 'comma' || before === 'conj') break;
      if (before === 'verb' || (before === 'ing' && !s.startsSentence(index)) || before === 'ed') {
        return /^(?:help|let|mak|made|see|saw|watch|hear|mean|ensur|know|say|said|feel|felt|believ|report|think|show|allow|enabl|support)/.test(
          s.word(index),
        )
          ? null
          : { fix: 'from' };
      }
      if (before === 'aux' || before === 'modal') return { fix: 'from' };
    }
    return s.numberAt(at - 1) === 'one' && role === 'det'
      ? { fix: 'from' }
      : s.hasFinite(at + 1, s.tokens.length) && !s.hasFinite(0, at) && s.numberAt(at - 1) === 'one'
        ? { fix: 'from' }
        : null;
  },
  from: (s, at) => {
    if (!isIn(next(s, at), 'of is are was were has have . the') && before(s, at) !== 'to') return null;
    if (s.role(at - 1) === 'det' && ARTICLES.has(before(s, at)) && isIn(next(s, at), 'of')) return { fix: 'form' };
    if (s.role(at - 1) === 'adj' && next(s, at) === 'of' && isIn(s.word(at - 2), 'a the this some any')) return { fix: 'form' };
    if (
      before(s, at) === 'to' &&
      s.tokens[at + 1]?.kind === 'word' &&
      (s.role(at + 1) === 'noun' || s.role(at + 1) === 'adj' || s.role(at + 1) === 'det' || s.role(at + 1) === 'owner') &&
      s.role(at - 2) !== 'conj'
    )
      return { fix: 'form' };
    if (
      s.role(at - 1) === 'noun' &&
      ((s.role(at + 1) === 'aux' && next(s, at) !== 'being' && next(s, at) !== 'having') ||
        (s.role(at + 1) === 'mark' && next(s, at) === '.')) &&
      !isStranded(s, at)
    )
      return { fix: 'form' };
    if (next(s, at) === 'the' && s.word(at + 2) === 'basis' && s.word(at + 3) === 'of' && s.role(at - 1) === 'noun')
      return { fix: 'form', certain: !s.hasFinite(0, at) };
    return null;
  },
  of: (s, at) => {
    const previous = before(s, at);
    if (!isIn(previous, "should could would might must may couldn't shouldn't wouldn't signed sign signing")) return null;
    const word = next(s, at);
    if (s.settledRole(at - 1) === 'modal' || isIn(previous, "should could would might must couldn't shouldn't wouldn't")) {
      if (
        isIn(previous, 'should could would might must') &&
        (s.role(at + 1) === 'ed' || word === 'been' || IRREGULAR_PARTICIPLES.has(word) || word === 'had')
      )
        return { fix: 'have' };
    }
    if (
      isIn(previous, 'signed sign signing') &&
      (isIn(word, 'by on and before as at when') || s.role(at + 1) === 'mark' || s.role(at + 1) === 'comma')
    )
      return { fix: 'off' };
    return null;
  },
  off: (s, at) => {
    // “Several off them were in tears”
    if (isIn(before(s, at), 'several many some most few none all both each') && isIn(next(s, at), 'them these those')) return { fix: 'of' };
    const role = s.role(at + 1);
    // “is made up off parents”
    if (before(s, at) === 'up' && isIn(s.word(at - 2), 'made make makes')) return { fix: 'of' };
    if (before(s, at) === 'out' || before(s, at) === 'because' || before(s, at) === 'instead') return { fix: 'of' };
    if (isIn(before(s, at), 'most some many few all each none')) return role === 'det' ? { fix: 'of' } : null;
    if (s.role(at - 1) !== 'noun' || !(role === 'det' || role === 'noun' || role === 'adj' || role === 'owner' || role === 'ing'))
      return null;
    if (
      isIn(
        before(s, at),
        'day days time week weeks hour hours morning afternoon cut drop sign signs lay pay kick spin trade play stand face write send set take turn one log switch hand well better them children back',
      )
    )
      return null;
    // “turns off nesting”, “switch a rule off”: the word belongs to a verb.
    if (s.may(at - 1, POS.VERB) && !isNounPlace(s, at - 1)) return null;
    for (let index = Math.max(0, at - 6); index < at; index++)
      if (
        /^(?:sign|tak|took|drop|set|turn|switch|cut|keep|kept|writ|wrote|call|pay|paid|hold|split|break|broke|see|fend|com|key|log|mark|round|trad|play|start|kick|lay|sell|clos|clear|head)/.test(
          s.word(index),
        )
      )
        return null;
    return { fix: 'of' };
  },
  where: (s, at) => {
    const previous = before(s, at);
    const place = s.settledRole(at - 1);
    if (place !== null && place !== 'noun' && !isIn(previous, 'they we who which there these those')) return null;
    const role = s.role(at + 1);
    if (
      isIn(previous, 'they we who which there these those') &&
      (role === 'ed' || role === 'ing' || role === 'adj' || isIn(next(s, at), 'not also no many some several a an the'))
    ) {
      if (isIn(previous, 'these those there') && !isIn(next(s, at), 'not no many some several a an also')) return null;
      return { fix: 'were' };
    }
    if (
      s.role(at - 1) !== 'noun' ||
      !(role === 'ed' || role === 'adj' || role === 'ing' || isIn(next(s, at), 'not able unable also too in'))
    )
      return null;
    if (
      isIn(
        next(s, at),
        'appropriate necessary possible needed required applicable relevant fitting suitable agreed known specified indicated stated available practicable feasible helpful useful',
      )
    )
      return null;
    // “In the few cases where needed”: something else must be the verb. Here nothing is.
    let start = at - 1;
    while (start > 0 && !/^(?:sub|wh|mark)$/.test(s.role(start - 1))) start--;
    if (s.hasFinite(start, at)) return null;
    if (start > 0 && s.role(start - 1) !== 'mark') return { fix: 'were' };
    for (let index = start; index < at; index++)
      if (s.role(index) === 'ed' && s.role(index - 1) !== 'det' && s.role(index - 1) !== 'adv') return null;
    return s.hasFinite(at + 1, s.tokens.length) ? null : { fix: 'were' };
  },
  were: (s, at) => {
    if (s.startsSentence(at) || !s.may(at + 1, POS.NOUN | POS.ADJ | POS.DET | POS.PRON) || /(?:ed|ly|not)$/.test(next(s, at))) return null;
    if (isIn(next(s, at), 'they he she we there it')) {
      const role = s.role(at + 2);
      if (isIn(before(s, at), 'only neither nor had as than so') || s.text.includes('?')) return null;
      return role === 'aux' ||
        role === 'verb' ||
        role === 'modal' ||
        role === 'ed' ||
        (role === 'adv' && (s.role(at + 3) === 'verb' || s.role(at + 3) === 'aux'))
        ? { fix: 'where' }
        : null;
    }
    // “In cases were needs change”
    if (
      /^(?:cases|instances|situations|places|examples|occasions|circumstances|areas)$/.test(before(s, at)) &&
      /^(?:in|at|on)$/.test(s.word(s.role(at - 2) === 'det' || s.role(at - 2) === 'adj' ? at - 3 : at - 2)) &&
      (s.role(at + 1) === 'noun' || s.role(at + 1) === 'det' || s.formNumber(at + 1) === 'several')
    )
      return { fix: 'where' };
    // “a culture were young people want”: a noun phrase and its verb follow.
    if (s.role(at - 1) !== 'noun' && s.role(at - 1) !== 'comma' && s.role(at - 1) !== 'conj') return null;
    let head = at + 1;
    if (s.role(head) === 'det') head++;
    while (s.role(head) === 'adj') head++;
    if (s.role(head) !== 'noun') return null;
    while (s.role(head + 1) === 'noun') head++;
    const verb = s.role(head + 1);
    return (verb === 'aux' && !isIn(s.word(head + 1), 'being been having')) ||
      verb === 'modal' ||
      (verb === 'verb' && s.numberAt(head) === 'several' && !/s$/.test(s.word(head + 1)))
      ? { fix: 'where' }
      : null;
  },
  quiet: (s, at) => {
    const role = s.role(at + 1);
    if (
      isIn(before(s, at), 'is are was were') &&
      (role === 'adj' || isIn(next(s, at), 'often well different low high slow rightly a')) &&
      s.role(at + 2) !== 'noun'
    )
      return { fix: 'quite' };
    return null;
  },
  quite: (s, at) =>
    (s.role(at - 1) === 'det' || s.role(at - 1) === 'prep') &&
    before(s, at) !== 'the' &&
    s.role(at + 1) === 'noun' &&
    s.mustBe(at + 1, POS.NOUN)
      ? { fix: 'quiet' }
      : null,
  trail: (s, at) =>
    isIn(next(s, at), 'period basis scheme run project') || isIn(before(s, at), 'clinical pilot randomised field')
      ? { fix: 'trial' }
      : null,
  trailing: (s, at) => (isDeterminer(next(s, at)) || isIn(next(s, at), 'new') ? { fix: 'trialling' } : null),
  trailed: (s, at) =>
    isIn(before(s, at), 'been being was were is are successfully') && isIn(next(s, at), 'in with across by successfully and')
      ? { fix: 'trialled' }
      : null,
  trial: (s, at) => (isIn(before(s, at), 'audit paper') ? { fix: 'trail' } : null),
  posses: () => ({ fix: 'possess' }),
  pubic: (s, at) => (isIn(next(s, at), 'hair bone area region symphysis lice') ? null : { fix: 'public' }),
  asses: () => ({ fix: 'assess' }),
  manger: () => ({ fix: 'manager' }),
  mangers: () => ({ fix: 'managers' }),
  heath: (s, at) => (s.isCapital(at) ? null : { fix: 'health' }),
  fro: (s, at) => (before(s, at) === 'and' ? null : { fix: 'for' }),
  sever: (s, at) =>
    isIn(next(s, at), 'and learning delays delay needs mental shortage difficulties weaknesses') && !isAfterInfinitive(s, at)
      ? { fix: 'severe' }
      : null,
  serve: (s, at) =>
    isIn(next(s, at), 'learning mental delays') && !isAfterInfinitive(s, at) && s.role(at - 1) !== 'noun' ? { fix: 'severe' } : null,
  latter: (s, at) =>
    isIn(before(s, at), 'the this these those in of') && !(before(s, at) === 'in' && s.role(at + 1) === 'noun') ? null : { fix: 'later' },
  personal: (s, at) =>
    isIn(before(s, at), 'key military medical senior army') &&
    s.role(at + 1) !== 'noun' &&
    s.role(at + 1) !== 'adj' &&
    s.role(at + 1) !== 'conj'
      ? { fix: 'personnel' }
      : null,
  personnel: (s, at) =>
    isIn(
      next(s, at),
      'budget budgets care advisers advisors adviser advisor circumstances needs education development plan plans story stories safety hygiene identity experience experiences life lives support presentation and qualities belongings growth histories history',
    ) && !(next(s, at) === 'and' && s.role(at + 2) === 'noun' && s.role(at - 1) !== 'adj' && s.role(at - 1) !== 'det')
      ? { fix: 'personal', certain: next(s, at) !== 'and' }
      : null,
  moral: (s, at) =>
    isIn(before(s, at), 'staff low high poor good improved') && s.role(at + 1) !== 'noun' && s.role(at + 1) !== 'adj'
      ? { fix: 'morale' }
      : null,
  counsellors: (s, at) => (isIn(before(s, at), 'elected county borough local ward') ? { fix: 'councillors' } : null),
  insure: (s, at) => (isIn(next(s, at), 'that the all children every each they') ? { fix: 'ensure' } : null),
  insures: (s, at) => (isIn(next(s, at), 'that the all children every each they') ? { fix: 'ensures' } : null),
  insuring: (s, at) => (isIn(next(s, at), 'that the all children every each they') ? { fix: 'ensuring' } : null),
  illicit: (s, at) => (isAfterInfinitive(s, at) ? { fix: 'elicit' } : null),
  ensue: (s, at) =>
    isIn(next(s, at), 'that the all children every each they') || (isAfterInfinitive(s, at) && s.role(at + 1) === 'noun')
      ? { fix: 'ensure' }
      : null,
  assess: (s, at) =>
    next(s, at) === 'to' &&
    !isIn(s.word(at + 2), 'what see determine identify which whom ensure establish decide understand inform') &&
    s.role(at + 2) !== 'mark'
      ? { fix: 'access' }
      : null,
  except: (s, at) =>
    s.settledRole(at - 1) === 'modal' || (before(s, at) === 'to' && isDeterminer(next(s, at))) ? { fix: 'accept' } : null,
  accept: (s, at) => (s.role(at - 1) === 'comma' && isIn(next(s, at), 'for in when where') ? { fix: 'except' } : null),
  devise: (s, at) => (s.role(at - 1) === 'det' && ARTICLES.has(before(s, at)) ? { fix: 'device' } : null),
  device: (s, at) =>
    s.settledRole(at - 1) === 'modal' || (before(s, at) === 'to' && isDeterminer(next(s, at))) ? { fix: 'devise' } : null,
  peace: (s, at) =>
    next(s, at) === 'of' && isIn(s.word(at + 2), 'work advice information research writing evidence equipment legislation')
      ? { fix: 'piece' }
      : null,
  piece: (s, at) => (next(s, at) === 'of' && s.word(at + 2) === 'mind' ? { fix: 'peace' } : null),
  site: (s, at) => (isIn(before(s, at), 'lose loses losing lost') && next(s, at) === 'of' ? { fix: 'sight' } : null),
  hole: (s, at) => (before(s, at) === 'a' && s.word(at - 2) === 'as' ? { fix: 'whole' } : null),
  passed: (s, at) =>
    (isIn(before(s, at), 'go goes went gone move moves moved get gets got look looked') &&
      (isDeterminer(next(s, at)) || s.role(at + 1) === 'wh')) ||
    (isIn(before(s, at), 'the') &&
      (isIn(next(s, at), 'year years decade few month months week two three') || s.role(at + 1) === 'num') &&
      isIn(s.word(at - 2), 'in over for during within across'))
      ? { fix: 'past' }
      : null,
  past: (s, at) =>
    isIn(before(s, at), `${BE} has have had`) && isIn(next(s, at), 'on to from') && !(before(s, at) === 'is' && next(s, at) !== 'on')
      ? { fix: 'passed' }
      : null,
  weather: (s, at) => {
    if (
      s.role(at - 1) === 'det' ||
      s.role(at - 1) === 'adj' ||
      isIn(next(s, at), 'conditions permitting events event warning warnings forecast forecasts station data and')
    )
      return null;
    if (isIn(before(s, at), 'severe bad good cold hot warm wet winter summer')) return null;
    const role = s.role(at + 1);
    return role === 'pron' || role === 'det' || role === 'to' || role === 'conj' || s.beginsClause(at) || role === 'prep'
      ? { fix: 'whether' }
      : null;
  },
  week: (s, at) => {
    const role = s.role(at + 1);
    const isEnd = role === 'mark' || role === 'conj' || role === 'comma' || role === 'sub';
    let index = at - 1;
    while (s.role(index) === 'adv' && index > 0) index--;
    if (isIn(s.word(index), 'is are was were remains remain be') && isEnd && !isIn(before(s, at), 'once twice every each last next this'))
      return { fix: 'weak' };
    if (s.role(at - 1) === 'adv' && !isIn(before(s, at), 'once twice all each almost only just about') && (isEnd || role === 'noun'))
      return { fix: 'weak' };
    if (
      (s.role(at - 1) === 'prep' || s.role(at - 1) === 'conj' || s.role(at - 1) === 'comma') &&
      !isIn(before(s, at), 'per by after for to from since until before in of during and or') &&
      role === 'noun'
    )
      return { fix: 'weak' };
    if (isIn(before(s, at), 'by') && role === 'noun' && s.mustBe(at + 1, POS.NOUN) && !isIn(next(s, at), 'week weeks day days ending'))
      return { fix: 'weak', certain: true };
    return null;
  },
  weak: (s, at) =>
    isIn(before(s, at), 'per each every last next one') ||
    // “one day a weak”
    (before(s, at) === 'a' &&
      isIn(s.word(at - 2), 'day once twice afternoon morning evening lesson session') &&
      s.role(at + 1) !== 'noun') ||
    (before(s, at) === 'a' && isIn(s.word(at - 2), 'once twice times days hours'))
      ? { fix: 'week' }
      : null,
  weaks: () => ({ fix: 'weeks' }),
  fourth: (s, at) =>
    isIn(before(s, at), 'put puts set sets bring so back and') && s.role(at + 1) !== 'noun' && before(s, at) !== 'and'
      ? { fix: 'forth' }
      : null,
  aloud: (s, at) => (isIn(before(s, at), 'is are was were not be') && next(s, at) === 'to' ? { fix: 'allowed' } : null),
  maybe: (s, at) => {
    const previous = s.role(at - 1);
    if (s.startsSentence(at) || previous === 'comma' || previous === 'conj') return null;
    if (
      (isIn(before(s, at), 'there it this which that who they') || previous === 'noun') &&
      (s.role(at + 1) === 'ed' ||
        s.role(at + 1) === 'adj' ||
        s.role(at + 1) === 'ing' ||
        s.role(at + 1) === 'det' ||
        isIn(next(s, at), 'able unable in at not'))
    )
      return { fix: 'may be', certain: !hasFiniteAfter(s, at + 1) || before(s, at) === 'there' };
    return null;
  },
  alternate: (s, at) =>
    isIn(next(s, at), 'provision provisions provider providers education curriculum placement placements arrangements accommodation care')
      ? { fix: 'alternative' }
      : null,
  proceeded: (s, at) => (next(s, at) === 'by' && isIn(before(s, at), 'is are was were been') ? { fix: 'preceded' } : null),
  wither: (s, at) => (isIn(next(s, at), 'or') ? { fix: 'whether' } : null),
  loosed: (s, at) => (isIn(before(s, at), 'has have had') ? { fix: 'lost' } : null),
  breath: (s, at) => (isAfterInfinitive(s, at) && s.settledRole(at - 1) === 'modal' ? { fix: 'breathe' } : null),
  relay: (s, at) => (next(s, at) === 'on' && isAfterInfinitive(s, at) ? { fix: 'rely' } : null),
  conscience: (s, at) => (isIn(next(s, at), 'of that') && isIn(before(s, at), 'are is very not') ? { fix: 'conscious' } : null),
  ware: (s, at) => (isIn(next(s, at), 'not able also') ? { fix: 'were' } : null),
  // “Not all staff our trained in it”
  our: (s, at) =>
    s.role(at - 1) === 'noun' &&
    s.numberAt(at - 1) !== 'one' &&
    !s.isCapital(at - 1) &&
    isIn(s.role(at + 1), 'ed ing') &&
    (s.classesAt(at + 1) & POS.NOUN) === 0 &&
    isIn(s.role(at + 2), 'prep to mark')
      ? { fix: 'are' }
      : null,
  // “Schools now longer wait”
  now: (s, at) => (next(s, at) === 'longer' && s.role(at - 1) === 'noun' && s.role(at + 2) === 'verb' ? { fix: 'no' } : null),
  sight: (s, at) =>
    before(s, at) === 'the' &&
    next(s, at) === 'of' &&
    /\b(?:the|a) new (?:school|building|centre|nursery|base|college|provision)\b/.test(
      s.text.slice(s.tokens[at]!.end, s.tokens[at]!.end + 30),
    )
      ? { fix: 'site' }
      : null,
  no: (s, at) => (isIn(before(s, at), 'not') && isIn(next(s, at), 'who what how when where if whether the that') ? { fix: 'know' } : null),
  'well-lead': () => ({ fix: 'well-led' }),
};

/** Pairs of words that are written as one, or one that is two. */
const JOINED: readonly {
  readonly words: readonly [string, string];
  readonly fix: string;
  readonly when?: (s: TaggedSentence, at: number) => boolean;
}[] = [
  {
    words: ['every', 'day'],
    fix: 'everyday',
    when: (s, at) => isIn(s.word(at + 2), 'life lives activities tasks practice living skills experiences language'),
  },
  {
    words: ['on', 'going'],
    fix: 'ongoing',
    when: (s, at) =>
      (s.role(at - 1) === 'det' || s.role(at - 1) === 'adj' || isIn(before(s, at), 'is are')) &&
      (s.role(at + 2) === 'noun' || s.role(at + 2) === 'mark'),
  },
  {
    words: ['all', 'ready'],
    fix: 'already',
    when: (s, at) => isIn(before(s, at), 'have has had are is were was') && (s.role(at + 2) === 'ed' || s.word(at + 2) === 'been'),
  },
  {
    words: ['in', 'to'],
    fix: 'into',
    // “move in to paid work”, where “come in to help” and “moved in to be near” are right.
    when: (s, at) =>
      /^(?:mov(?:e|es|ed|ing)|transition(?:s|ed|ing)?|turn(?:s|ed|ing)?|go(?:es|ing)?|went|embed(?:s|ded|ding)?|buil[dt]|building|translat(?:e|es|ed|ing)|progress(?:es|ed|ing)?|look(?:s|ed|ing)?|fall|falls|fell|put|puts)$/.test(
        before(s, at),
      ) &&
      ((s.classesAt(at + 2) & POS.VERB) === 0 || isParticiple(s.word(at + 2))) &&
      /^(?:det|adj|noun|owner|ed)$/.test(s.role(at + 2)),
  },
  { words: ['mean', 'while'], fix: 'meanwhile' },
  { words: ['mean', 'time'], fix: 'meantime', when: (s, at) => isIn(before(s, at), 'the') },
  { words: ['no', 'where'], fix: 'nowhere', when: (s, at) => s.role(at + 2) !== 'noun' },
  { words: ['any', 'body'], fix: 'anybody', when: (s, at) => s.word(at + 2) !== 'of' },
  { words: ['some', 'times'], fix: 'sometimes', when: (s, at) => before(s, at) !== 'at' && s.word(at + 2) !== 'of' },
  { words: ['with', 'in'], fix: 'within', when: (s, at) => s.role(at + 2) === 'num' && !/^(?:deal|met|meet|work)/.test(before(s, at)) },
  { words: ['with', 'out'], fix: 'without', when: (s, at) => isDeterminer(s.word(at + 2)) || s.role(at + 2) === 'ing' },
  { words: ['in', 'side'], fix: 'inside', when: (s, at) => isDeterminer(s.word(at + 2)) },
  { words: ['where', 'as'], fix: 'whereas', when: (s, at) => s.role(at + 2) !== 'adj' },
  { words: ['how', 'ever'], fix: 'however', when: (s, at) => s.word(at + 2) === ',' || s.startsSentence(at) },
  { words: ['there', 'fore'], fix: 'therefore' },
  { words: ['over', 'see'], fix: 'oversee' },
  { words: ['under', 'taken'], fix: 'undertaken' },
  { words: ['under', 'standing'], fix: 'understanding' },
  { words: ['safe', 'guarding'], fix: 'safeguarding' },
  { words: ['class', 'room'], fix: 'classroom' },
  { words: ['frame', 'work'], fix: 'framework' },
  { words: ['work', 'shops'], fix: 'workshops' },
  { words: ['child', 'minder'], fix: 'childminder' },
  { words: ['child', 'minders'], fix: 'childminders' },
  { words: ['him', 'self'], fix: 'himself' },
  { words: ['her', 'self'], fix: 'herself' },
  { words: ['out', 'reach'], fix: 'outreach', when: (s, at) => s.role(at - 1) !== 'ing' && !isIn(before(s, at), 'of') },
  { words: ['life', 'long'], fix: 'lifelong' },
  { words: ['its', 'self'], fix: 'itself' },
  { words: ['them', 'selves'], fix: 'themselves' },
  { words: ['work', 'force'], fix: 'workforce' },
  { words: ['over', 'sight'], fix: 'oversight' },
  { words: ['in', 'sight'], fix: 'insight', when: (s, at) => s.word(at + 2) === 'into' },
  { words: ['through', 'out'], fix: 'throughout', when: (s, at) => isIn(s.word(at + 2), 'the their this') },
  { words: ['in', 'appropriate'], fix: 'inappropriate', when: (s, at) => s.role(at - 1) === 'det' && ARTICLES.has(before(s, at)) },
];

/** “the place they come from.”: a clause before leaves its preposition behind. */
function isStranded(s: TaggedSentence, at: number): boolean {
  for (let index = at - 1; index >= 0; index--)
    if (
      s.role(index) === 'wh' ||
      s.role(index) === 'sub' ||
      s.role(index) === 'verb' ||
      /^(?:benefit|benefited|come|came|coming|learn|learned|draw|drawn|suffer|to)$/.test(s.word(index))
    )
      return true;
  return false;
}

const firstOfJoined = new Set(JOINED.map(({ words: [first] }) => first));

export function findConfusables(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word' || token.owner !== '') continue;
    const joined = firstOfJoined.has(token.word)
      ? JOINED.find(({ words, when }) => words[0] === token.word && words[1] === s.word(at + 1) && (when?.(s, at) ?? true))
      : undefined;
    if (joined) {
      const to = s.tokens[at + 1]!.end;
      found({
        from: token.start,
        to,
        message: `This is one word: “${joined.fix}”.`,
        fix: matchCase(token.text, joined.fix),
        certain: true,
        kind: 'joined',
      });
      continue;
    }
    if (s.isCapital(at) && token.word !== 'principle') continue;
    let right: Right | null = (Object.hasOwn(CHECKS, token.word) ? CHECKS[token.word]!(s, at) : null) ?? meantAt(s, at);
    if (!right) {
      const meant = mistakenAt(s, at);
      if (meant !== null) right = { fix: meant };
    }
    if (!right) continue;
    const last = s.tokens[at + (right.more ?? 0)]!;
    found({
      from: token.start,
      to: last.end,
      message: `“${s.text.slice(token.start, last.end)}” is another word. Here it should be “${right.fix}”.`,
      fix: matchCase(token.text, right.fix),
      certain: right.certain ?? true,
      kind: `confused-${token.word}`,
    });
  }
}
