/* eslint-disable max-lines -- a table, each row a word and where another was meant */
/*
 * Words that a slip of the finger, or their sound, makes of another word, so that no dictionary sees them: “work with then”, “they now
 * how”. Each is told by what stands beside it; the table holds what the field writes, not all that English has.
 */
import { POS } from './model.js';
import type { Role, TaggedSentence } from './sentence.js';
import { IRREGULAR_PARTICIPLES, isIng, isParticiple } from './words.js';

/** Whether the word at `at` stands where another word belongs. */
type When = (s: TaggedSentence, at: number) => boolean;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const next = (words: string): When => {
  const known = set(words);
  return (s, at) => known.has(s.word(at + 1)) && s.tokens[at + 1]!.owner === '';
};
const second = (words: string): When => {
  const known = set(words);
  return (s, at) => known.has(s.word(at + 2));
};
const previous = (words: string): When => {
  const known = set(words);
  return (s, at) => known.has(s.word(at - 1));
};
const nextRole =
  (...roles: Role[]): When =>
  (s, at) =>
    roles.includes(s.role(at + 1));
const previousRole =
  (...roles: Role[]): When =>
  (s, at) =>
    at > 0 && roles.includes(s.role(at - 1));
const all =
  (...whens: When[]): When =>
  (s, at) =>
    whens.every((when) => when(s, at));
const any =
  (...whens: When[]): When =>
  (s, at) =>
    whens.some((when) => when(s, at));
const not =
  (when: When): When =>
  (s, at) =>
    !when(s, at);
const always: When = () => true;
const starts: When = (s, at) => s.startsSentence(at);

/** Whether no other verb stands in the clause: the word itself must be meant for one. */
const isOnlyVerb: When = (s, at) => {
  for (let index = at - 1; index >= 0; index--) {
    const role = s.role(index);
    // “long waits effect”: what is taken for a verb is the subject.
    if (index === at - 1 && role === 'verb' && s.formNumber(index) === 'several' && s.may(index, POS.NOUN)) continue;
    if (role === 'sub' || role === 'wh' || role === 'mark' || role === 'comma') break;
    if (role === 'aux' || role === 'modal' || (role === 'verb' && s.word(index - 1) !== 'to') || role === 'ed') return false;
  }
  for (let index = at + 1; index < s.tokens.length; index++) {
    const role = s.role(index);
    if (role === 'sub' || role === 'wh' || role === 'mark' || role === 'comma') break;
    if (role === 'aux' || role === 'modal' || (role === 'verb' && s.word(index - 1) !== 'to')) return false;
  }
  return true;
};

/** Whether a verb stands after it in its clause. */
const hasVerbAfter: When = (s, at) => {
  for (let index = at + 1; index < s.tokens.length; index++) {
    const role = s.role(index);
    if (role === 'sub' || role === 'wh' || role === 'mark') return false;
    if (role === 'aux' || role === 'modal' || (role === 'verb' && s.word(index - 1) !== 'to')) return true;
  }
  return false;
};
/** Whether none of the words before, few as they are, could be a verb. */
const noVerbIn: When = (s, at) => at < 6 && !s.tokens.slice(0, at).some((_, index) => s.may(index, POS.VERB));
const isStatement: When = (s) => s.text.endsWith('.');
/** Whether the word before begins the sentence, or a clause. */
const starting: When = (s, at) => s.startsSentence(at - 1) || /^(?:sub|comma)$/.test(s.role(at - 2));

/** Whether a verb stands before it in the sentence. */
const hasVerbBefore: When = (s, at) => s.hasFinite(0, at);

const PEOPLE =
  /(?:children|people|parents|carers|families|pupils|learners|students|leaders|staff|practitioners|professionals|teachers|therapists|schools|settings|partners|providers|services|teams|nurses|workers|visitors|managers|inspectors|governors|officers|boys|girls|adults|psychologists|advisers|colleagues)$/;
/** Whether people who do something stand just before it: “parents”, “they”, “who”. */
const afterPeople: When = (s, at) =>
  s.tokens[at - 1]?.owner === '' && (PEOPLE.test(s.word(at - 1)) || /^(?:they|we|who)$/.test(s.word(at - 1)));

const DETERMINERS = 'the a an their its this that these those his her our all each every any some both';
const OBJECTS = `${DETERMINERS} them him us it children parents families pupils people young`;
const beforeThing = next(DETERMINERS);
const beforeObject = any(next(OBJECTS), nextRole('owner'));
const beforeWh = next('what how who whom where when why which that whether if');
const afterBe = previous('is are was were be been being isn’t aren’t');
const afterHave = previous('has have had having');
/** After a form of “be”, over “not”, “also”, “very”. */
const afterBeOver: When = (s, at) => {
  let index = at - 1;
  while (index > 0 && s.role(index) === 'adv') index--;
  return /^(?:is|are|was|were|be|been|being)$/.test(s.word(index));
};
const afterModal: When = (s, at) => at > 0 && (s.settledRole(at - 1) === 'modal' || s.word(at - 1) === 'to');
const ends: When = (s, at) => {
  const role = s.role(at + 1);
  return role === 'mark' || role === 'comma';
};
const beforeParticiple: When = (s, at) => isParticiple(s.word(at + 1)) || IRREGULAR_PARTICIPLES.has(s.word(at + 1));
const beforePlural: When = (s, at) => s.role(at + 1) === 'noun' && s.numberAt(at + 1) === 'several';
const afterPlural: When = (s, at) => s.tokens[at - 1]?.kind === 'word' && s.formNumber(at - 1) === 'several';
const near =
  (words: string, most: number): When =>
  (s, at) => {
    const known = set(words);
    for (let index = at + 1; index <= at + most; index++) if (known.has(s.word(index))) return true;
    return false;
  };
/** Whether a clause with its verb stands before the first comma, and another after it. */
const isClauseBeforeComma: When = (s, at) => {
  let comma = at + 1;
  while (comma < s.tokens.length && s.role(comma) !== 'comma') comma++;
  let hasVerb = false;
  for (let index = at + 1; index < comma; index++) {
    if (s.role(index) === 'wh' || s.role(index) === 'sub') return false;
    if (s.role(index) === 'aux' || s.role(index) === 'modal') hasVerb = true;
  }
  return hasVerb && comma < s.tokens.length && s.hasFinite(comma, s.tokens.length);
};
const AMOUNTS = 'range number lack majority variety proportion quality most many few some one part all none half each rest impact';

/** The slip, what is meant, and when. */
const TABLE: readonly (readonly [slip: string, meant: string, when: When, certain?: boolean])[] = [
  // Small words for small words.
  ['then', 'them', all(previous('with to for of about around'), not(nextRole('noun', 'adj')))],
  [
    'then',
    'than',
    all(
      (s, at) =>
        /\b(?:more|less|fewer|longer|shorter|better|worse|higher|lower|greater|earlier|later|sooner|quicker|slower|other|rather)\b/i.test(
          s.text.slice(0, s.tokens[at]!.start),
        ),
      previousRole('adj', 'noun', 'ed', 'det', 'adv'),
      next('this that those ever before expected planned usual average any half last previously elsewhere anywhere needed necessary'),
    ),
  ],
  ['than', 'them', all(previous('with to for'), nextRole('mark'))],
  ['that', 'than', all(previous('rather other'), not(nextRole('noun', 'verb', 'aux')))],
  ['that', 'than', all(previous('more less fewer'), any(nextRole('num'), next('half expected usual average ever before')))],
  [
    'that',
    'than',
    all(previous('longer shorter higher lower larger smaller'), any(nextRole('num'), next('a an half expected usual average before'))),
  ],
  ['thank', 'than', previous('more less fewer rather other longer better higher lower greater')],
  [
    'he',
    'the',
    all(
      previous('at in of on for to with from by across into through over under'),
      nextRole('noun', 'adj'),
      not(next('who needs wants has is was')),
    ),
  ],
  [
    'the',
    'they',
    all(
      previous('that when if what how because which where while although so'),
      next('get receive feel want know do did attend can could should would must'),
      not(second('of for in')),
    ),
  ],
  ['it', 'in', all(previousRole('noun'), next('the'), not(isOnlyVerb), not(hasVerbBefore))],
  ['on', 'one', all(next('of'), second('the these those its their our'), any(starts, previousRole('prep', 'aux', 'comma', 'verb')))],
  [
    'one',
    'on',
    all(
      previous('based focus focused focuses depend depends reliant relies rely impact impacts effect dependent builds build built'),
      beforeThing,
    ),
  ],
  [
    'if',
    'of',
    all(
      previous(AMOUNTS),
      next('the their these its those'),
      (s, at) => s.startsSentence(at - 1) || /^(?:det|adj|prep|aux|verb)$/.test(s.role(at - 2)),
    ),
  ],
  [
    'or',
    'of',
    all(
      previous('range number lack majority variety proportion most many few some'),
      next('the their these its those'),
      not(second('whole other rest')),
    ),
  ],
  [
    'our',
    'are',
    all(
      previousRole('noun', 'pron'),
      nextRole('adj', 'ed', 'ing'),
      (s, at) => !/^(?:noun|adj|owner)$/.test(s.role(at + 2)) && (PEOPLE.test(s.word(at - 1)) || !s.may(at - 1, POS.VERB)),
      afterPlural,
      not(hasVerbBefore),
    ),
  ],
  ['as', 'has', all(next('been'), previousRole('noun', 'pron', 'wh', 'sub'))],
  [
    'as',
    'has',
    all(
      previousRole('noun', 'pron'),
      beforeParticiple,
      not(hasVerbBefore),
      (s, at) => !s.hasFinite(at + 1, s.tokens.length),
      (s, at) => s.role(at + 2) !== 'prep' || s.word(at + 1) === 'grown',
    ),
  ],
  ['ad', 'as', all(starts, next('a'), second('result'))],
  ['at', 'as', all(starts, next('a'), second('result'))],
  ['is', 'as', all(starts, next('a'), second('result'))],
  ['wit', 'with', not(previousRole('det', 'adj', 'owner'))],
  ['whit', 'with', not(previousRole('det'))],
  ['fir', 'for', not(any(previousRole('det', 'adj'), next('tree trees')))],
  ['four', 'for', all(next('the a their its them him her this these those'), previousRole('noun', 'adj', 'verb', 'ed'))],
  ['fore', 'for', all(beforeThing, not(next('and')))],
  ['buy', 'by', all(previousRole('ed'), nextRole('det', 'noun', 'adj', 'owner', 'ing'))],
  ['tot', 'to', next('he the')],
  ['witch', 'which', not(previousRole('det', 'adj'))],
  [
    'how',
    'who',
    all(
      (s, at) => PEOPLE.test(s.word(at - 1)) || s.word(at - 1) === 'those',
      next('have has are were need needs attend attends live lives receive do does can will had is'),
      not(hasVerbBefore),
    ),
  ],
  ['hose', 'those', next('who with that in')],
  ['tow', 'two', beforePlural],
  ['two', 'too', all(next('late long many often slow few much early'), any(afterBe, previous('wait waits far take takes waiting')))],
  ['use', 'us', previous('told tell tells helped showed')],
  ['us', 'use', all(afterModal, next('the a an their its'))],
  ['you', 'your', all(next('child children family needs views'), not(previousRole('sub', 'wh')))],
  ['apart', 'a part', all(next('of'), not(previousRole('adv')))],
  ['were', 'where', all(previous('know knows understand understands learn find decide'), next('to'))],
  // “know”, “now” and “no”.
  [
    'no',
    'know',
    all(
      any(afterPeople, previous('not don’t')),
      any(next('their the them how what who whom where when that each about'), nextRole('owner')),
    ),
  ],
  [
    'no',
    'not',
    all(
      previous('do does did'),
      next('know have feel always yet meet get receive understand need want see provide include think ensure consistently routinely fully'),
    ),
  ],
  [
    'know',
    'no',
    all(
      any(afterBe, previous('there’s')),
      nextRole('noun', 'adj'),
      not(next('able available better')),
      (s, at) => s.word(at - 2) === 'there',
    ),
  ],
  ['know', 'now', all(afterBeOver, next('in available better more being a the able well'))],
  ['know', 'known', all(any(afterBe, afterHave), next('to by as for about and'))],
  ['now', 'know', all(previous('not don’t'), any(beforeWh, beforeThing, next('them')))],
  ['now', 'know', all(afterPeople, any(next('the their them what how who whom where each'), nextRole('owner')), isOnlyVerb)],
  ['new', 'knew', all(previous('they he she leaders parents staff'), next('that what how the about who'), isOnlyVerb)],
  ['knew', 'new', all(previousRole('det', 'adj'), nextRole('noun', 'adj'))],
  ['nose', 'knows', all(next('how what that the'), previousRole('noun', 'pron'))],
  // Verbs.
  [
    'fell',
    'feel',
    all(
      afterPeople,
      any(nextRole('adj', 'ed', 'sub'), next('that let like as very well more less safe part they')),
      not(next('short ill asleep behind below apart pregnant silent vacant')),
    ),
  ],
  ['filling', 'feeling', next('lonely safe isolated supported anxious let excluded part that valued included well heard confident')],
  ['sad', 'said', all(afterPeople, next('that they to how'))],
  ['thing', 'think', all(afterPeople, next('that about it they'))],
  [
    'form',
    'from',
    all(
      previous(
        'help support advice feedback information input guidance funding referrals training challenge letters contributions access benefit benefits away therapists',
      ),
      any(nextRole('det', 'owner', 'adj'), beforePlural),
      not((s, at) => /^(?:basis|part|core|foundation|backbone|heart|bedrock)$/.test(s.word(at + 2))),
    ),
  ],
  [
    'form',
    'from',
    all(
      next('all across within different every both many outside other around'),
      second('parts areas backgrounds schools services communities settings groups over sides corners'),
    ),
  ],
  ['from', 'form', all(afterPeople, near('relationships friendships bonds attachments partnerships opinions', 4), isOnlyVerb)],
  [
    'from',
    'form',
    all(
      previous('application referral consent request feedback order'),
      next('is was has to for and which'),
      (s, at) => s.role(at - 2) === 'det',
    ),
  ],
  [
    'of',
    'off',
    all(
      previous('move moved moves come came taken take removed go goes dropped kept'),
      next('the'),
      second('list roll register caseload waiting lists'),
    ),
  ],
  [
    'off',
    'of',
    all(
      previous('waits wait delays delay period average total rate caseloads caseload list number aware'),
      any(nextRole('num', 'det', 'noun')),
    ),
  ],
  [
    'role',
    'roll',
    all(
      next('out'),
      second('of'),
      previous('the a this began national initial their phased planned full'),
      (s, at) => !/^(?:hours|school|county|area|borough)$/.test(s.word(at + 3)),
    ),
  ],
  ['lead', 'led', all(previousRole('comma'), next('by'), not(second('example')))],
  [
    'lead',
    'led',
    all(
      previous('this which that it'),
      next('to'),
      any(
        all(starts, always),
        (s, at) => s.startsSentence(at - 1),
        (s, at) => s.role(at - 2) === 'comma',
      ),
      isOnlyVerb,
    ),
  ],
  ['led', 'lead', all(previousRole('modal'), not(next('by')))],
  ['bought', 'brought', near('together closer', 5)],
  ['practice', 'practise', all(afterPeople, next('the their what these this those new'), isOnlyVerb)],
  [
    'advice',
    'advise',
    all(afterPeople, any(next('parents families children schools them leaders staff the young'), nextRole('sub')), isOnlyVerb),
  ],
  [
    'effect',
    'affect',
    all(afterPlural, any(next('the their children families parents how them young pupils'), nextRole('owner', 'pron')), isOnlyVerb),
  ],
  ['affect', 'effect', all(next('of on'), previousRole('adj', 'det'))],
  [
    'careers',
    'carers',
    all(
      previousRole('comma'),
      (s, at) => /^(?:parents|children|families|people|children and young people|pupils)$/.test(s.word(at - 2)),
      not(next('advice guidance advisers education fairs')),
    ),
  ],
  ['compliment', 'complement', all(afterPlural, next('each the one existing other our their'), isOnlyVerb)],
  ['complemented', 'complimented', all(afterPeople, near('staff team teachers leaders school work', 3))],
  ['past', 'passed', all(any(afterPeople, previous('it he she leaders')), next('the their a an on to'), isOnlyVerb)],
  ['passed', 'past', all(previous('the'), any(ends, next('year years few')))],
  ['except', 'accept', all(afterPeople, next('that'), not(hasVerbBefore), (s, at) => s.hasFinite(at + 2, s.tokens.length))],
  [
    'accept',
    'except',
    all(next('for'), any(previous('all everyone everything nothing nobody everywhere'), previousRole('noun')), hasVerbBefore),
  ],
  ['assure', 'ensure', all(next('that'), any(afterPeople, previous('to')))],
  [
    'access',
    'assess',
    all(
      any(afterModal, afterPeople),
      next('the its their whether how'),
      any(next('whether how'), near('impact quality effectiveness progress risk risks whether how extent difference', 2)),
    ),
  ],
  [
    'accessed',
    'assessed',
    all(
      afterBeOver,
      (s, at) =>
        /^(?:needs|need|risks|risk|progress|impact|quality)$/.test(s.word(at - 2)) || /^(?:needs|risks|progress)$/.test(s.word(at - 3)),
      not(next('through via online')),
    ),
  ],
  ['threw', 'through', all(hasVerbBefore, not(previousRole('pron', 'wh')))],
  // “Through the county is large, it feels close”: a clause, and then another.
  ['through', 'though', all(starts, next('the this these many some most leaders it'), isClauseBeforeComma)],
  ['affect', 'effect', all(previous('what any little no positive negative adverse full'), not(previousRole('pron')))],
  [
    'loose',
    'lose',
    all(
      previousRole('to', 'modal'),
      any(ends, beforeThing, next('out their touch confidence trust hope heart contact time interest sight faith')),
    ),
  ],
  ['quite', 'quiet', all(previous('a the this'), nextRole('noun'), not(next('number few bit lot')))],
  ['clam', 'calm', any(afterBeOver, previousRole('conj'), nextRole('noun', 'conj'))],
  ['past', 'passed', all(afterBeOver, next('to on by over between from'), not(next('by')))],
  ['past', 'passed', all(previousRole('modal', 'to'), any(beforeThing, next('on to')), not(previous('to')))],
  [
    'weight',
    'wait',
    any(
      all(previous('long longer average shorter lengthy longest'), any(next('for of'), ends)),
      all(previousRole('det', 'adj'), next('for'), second('a an the their')),
    ),
  ],
  ['weights', 'waits', any(previous('long longer average shorter lengthy'), all(next('for'), second('a an the assessment')))],
  [
    'boarder',
    'border',
    all(any(previous('the county area its'), previousRole('adj')), any(ends, next('of with between')), not(previousRole('prep'))),
  ],
  ['boarders', 'borders', any(all(previous('the its county'), next('of with')), all(previous('across'), ends))],
  ['plane', 'plain', next('english language text speech')],
  ['peak', 'pique', next('their interest')],
  ['weak', 'week', all(previous('each every per'), not(nextRole('noun', 'adj')))],
  ['week', 'weak', all(afterBeOver, any(ends, next('and because in at')))],
  ['bored', 'board', previous('improvement partnership governing wellbeing strategic')],
  ['plaice', 'place', always],
  ['assure', 'ensure', all(afterModal, next('that'))],
  ['two', 'too', next('many much')],
  ['bare', 'bear', all(any(afterModal, previous('not')), next('to the'))],
  ['except', 'expect', all(previous('who they we'), beforeThing)],
  ['rolls', 'roles', all(previous('their'), next('as in'))],
  ['compliment', 'complement', all(next('each'), second('other'))],
  ['where', 'were', all(previous('they we'), nextRole('prep', 'ed', 'ing', 'adj'), not(previous('to')))],
  ['to', 'too', all(previousRole('verb', 'ed', 'adv'), next('late early slowly often'), (s, at) => s.role(at + 2) === 'mark')],
  [
    'who',
    'whose',
    all(
      previousRole('comma'),
      (s, at) => s.mustBe(at + 1, POS.NOUN) && s.numberAt(at + 1) === 'several',
      (s, at) => s.role(at + 2) === 'aux',
    ),
  ],
  ['pear', 'peer', next('review reviews support group groups mentor mentors pressure challenge')],
  ['pier', 'peer', next('review reviews support group groups mentor mentors pressure challenge')],
  ['sweet', 'suite', next('of')],
  ['draught', 'draft', any(next('plan plans report strategy version document'), all(previous('a first final'), next('of')))],
  ['stationery', 'stationary', all(afterBeOver, ends)],
  ['cue', 'queue', previous('long longer')],
  ['aloud', 'allowed', all(afterBeOver, next('to'))],
  ['bean', 'been', any(afterBeOver, afterHave)],
  [
    'where',
    'were',
    all(
      previous('they we there who children parents families leaders inspectors staff pupils schools'),
      any(nextRole('ed', 'ing'), next('not able unable also often positive')),
      isOnlyVerb,
    ),
  ],
  ['chose', 'choose', afterModal],
  ['meat', 'meet', any(afterModal, all(afterPeople, beforeThing))],
  ['vary', 'very', all(afterBe, nextRole('adj', 'adv'))],
  ['very', 'vary', all(afterPlural, next('widely considerably greatly significantly across between from by too'), isOnlyVerb)],
  [
    'well',
    'will',
    all(
      previousRole('noun', 'pron'),
      next('be have need continue not meet receive take also make'),
      not(hasVerbBefore),
      (s, at) => s.word(at + 1) !== 'be' || s.role(at + 2) !== 'mark',
    ),
  ],
  [
    'will',
    'well',
    any(
      all(previous('as'), next('as')),
      all(previous('work works working supported prepared known together'), any(next('with together by and as in for'), ends)),
    ),
  ],
  ['word', 'work', all(any(afterPeople, previous('to')), next('with closely together hard well effectively'))],
  ['wood', 'would', next('be like have not benefit need')],
  ['wold', 'would', always],
  ['dose', 'does', next('not')],
  ['sue', 'use', all(any(afterModal, afterPeople), beforeThing)],
  ['sued', 'used', all(afterBe, next('to by in for as'))],
  ['stared', 'started', any(next('to'), nextRole('ing'))],
  ['scene', 'seen', any(afterBe, afterHave)],
  ['herd', 'heard', any(afterBe, afterHave, previous('feel feels'))],
  ['here', 'heard', all(next('by'), any(afterBe, previous('not feel')))],
  ['seams', 'seems', next('to that')],
  ['seam', 'seem', next('to that')],
  ['singed', 'signed', any(next('off up by'), all(afterBe, always))],
  ['crate', 'create', all(afterModal, beforeObject)],
  ['mange', 'manage', always],
  ['rap', 'wrap', next('around')],
  ['bare', 'bear', next('in')],
  [
    'lean',
    'learn',
    all(
      any(afterModal, afterPeople),
      next('about to how from together'),
      not(next('on')),
      not(second('each')),
      (s, at) => !(s.word(at + 1) === 'to' && s.role(at + 2) !== 'verb'),
    ),
  ],
  // Nouns and adjectives.
  ['discrete', 'discreet', all(afterBeOver, next('about in when with'))],
  ['discreet', 'discrete', next('unit units elements groups group data teaching sessions lessons part parts teams')],
  [
    'formerly',
    'formally',
    next('trained assessed agreed approved recorded reviewed launched adopted signed reported monitored evaluated recognised constituted'),
  ],
  ['formally', 'formerly', next('known called part')],
  ['quite', 'quiet', all(afterBe, any(ends, next('and')))],
  ['quiet', 'quite', all(afterBe, any(nextRole('adj'), next('a often well')), (s, at) => s.role(at + 2) !== 'noun')],
  [
    'moral',
    'morale',
    all(
      previousRole('det'),
      next('of is was has among in across'),
      not((s, at) => s.word(at + 3) === 'story'),
    ),
  ],
  ['mute', 'moot', next('point')],
  ['personal', 'personnel', all(previous('the these those their all'), any(nextRole('aux'), next('in who from at')))],
  [
    'counsel',
    'council',
    any(all(previous('the county city borough district local parish'), not(previous('legal'))), next('officers tax house run')),
  ],
  ['country', 'county', next('council councillors councillor hall')],
  ['write', 'right', all(previous('the a'), next('way time place one support help people thing skills decision decisions choice'))],
  ['right', 'rite', all(next('of'), second('passage'))],
  ['sort', 'short', next('breaks break stays stay notice term')],
  ['brakes', 'breaks', any(previous('short lunch respite'), next('for'))],
  ['brake', 'break', previous('short lunch respite')],
  [
    'weather',
    'whether',
    all(
      previous(
        'clear sure certain unclear unsure know known check see decide determine consider ask asked question evaluate understand monitor of or about',
      ),
      not(next('conditions forecast warning events related')),
      not(nextRole('mark')),
    ),
  ],
  [
    'hole',
    'whole',
    any(next('school system family partnership area workforce child council approach county team year'), all(previous('as'), next('.'))),
  ],
  [
    'bases',
    'basis',
    (s, at) => {
      let index = at - 1;
      while (/^(?:adj|noun)$/.test(s.role(index)) || s.word(index).includes('-')) index--;
      return (
        s.word(index) === 'a' ||
        (s.word(at - 1) !== 'the' &&
          s.word(index) === 'on' &&
          index < at - 1 &&
          /^(?:regular|daily|weekly|monthly|termly|annual|individual)$/.test(s.word(at - 1)))
      );
    },
  ],
  ['soul', 'sole', next('provider reason purpose responsibility focus source commissioner aim contact charge')],
  ['lessen', 'lesson', previousRole('det', 'adj')],
  ['coarse', 'course', any(previous('of training the this a college'), next('of'))],
  ['coarses', 'courses', always],
  ['dairy', 'diary', any(previous('reading communication their food'), next('entry entries'))],
  [
    'collage',
    'college',
    any(previous('at local further the education sixth-form specialist their into'), next('places place students staff course courses')),
  ],
  ['collages', 'colleges', always],
  ['currant', 'current', not(previous('black red dried'))],
  ['duel', 'dual', next('registration registered role roles placement placements purpose use diagnosis')],
  [
    'plain',
    'plan',
    all(previous('ehc care action improvement strategic support transition health pathway delivery'), not(next('english'))),
  ],
  ['plains', 'plans', previous('ehc care action improvement strategic support transition health these pathway individual')],
  ['planes', 'plans', previous('ehc care action improvement strategic support transition health these pathway individual')],
  ['pore', 'poor', any(nextRole('noun'), afterBe)],
  ['patience', 'patients', any(previous('nhs young'), nextRole('aux'))],
  ['leased', 'least', previous('at')],
  ['lest', 'least', previous('at the')],
  ['dew', 'due', next('to')],
  ['do', 'due', all(starts, next('to'))],
  ['weights', 'waits', any(previous('long longer lengthy'), next('for'))],
  ['weight', 'wait', any(all(previous('long lengthy'), next('for')), next('times time lists list'))],
  ['weighting', 'waiting', next('times time list lists for')],
  ['clam', 'calm', any(afterBe, nextRole('noun'), next('and'))],
  ['bellow', 'below', any(next('the average national'), ends)],
  ['fist', 'first', all(previousRole('det', 'comma'), any(nextRole('noun', 'adj', 'num'), ends))],
  ['complaint', 'compliant', all(afterBeOver, next('with'))],
  ['compliant', 'complaint', all(previous('a formal each any one every'), not(nextRole('noun', 'adj')))],
  ['exiting', 'existing', next('plans services provision systems arrangements support offer pathways processes data')],
  ['lost', 'lots', all(previous('a are is there'), next('of'))],
  ['meting', 'meeting', not(next('out'))],
  ['massage', 'message', previous('key clear main consistent strong this a')],
  ['massages', 'messages', previous('key clear main consistent strong these')],
  ['moths', 'months', any(previousRole('num'), previous('few several last next recent six twelve three'))],
  ['mush', 'much', always],
  ['rage', 'range', next('of')],
  ['rang', 'range', next('of')],
  ['sill', 'still', any(afterBe, previousRole('pron'), afterPeople)],
  ['sills', 'skills', always],
  ['tack', 'track', any(previous('on keep keeps back'), all(afterPeople, beforeThing))],
  ['tern', 'term', always],
  ['tough', 'though', any(previous('even'), all(starts, next('the they there some this many')))],
  [
    'thought',
    'through',
    all(
      previous('achieved identified supported work works go going goes come comes worked working provided offered delivered'),
      nextRole('det', 'noun', 'adj', 'ing'),
    ),
  ],
  ['teem', 'team', always],
  ['teems', 'teams', always],
  [
    'bored',
    'board',
    any(
      next('meeting meetings member members papers'),
      all(previous('the partnership strategic improvement'), nextRole('aux', 'verb', 'modal')),
    ),
  ],
  ['steaks', 'stakes', always],
  [
    'everyday',
    'every day',
    any(
      all(starts, nextRole('pron', 'det')),
      all(not(previousRole('det', 'adj', 'owner', 'prep', 'noun', 'conj', 'aux')), any(ends, nextRole('prep', 'conj'))),
    ),
    true,
  ],
  // A word that is no verb, or no noun, where one must be.
  ['buy', 'by', (s, at) => isIng(s.word(at + 1))],
  ['carer', 'care', next('leaver leavers')],
  ['keys', 'key', all(previousRole('det', 'adj'), next('areas area issues issue priorities workers themes'))],
  [
    'more',
    'move',
    all(previous('they we who people children families pupils to'), next('to into on between'), isOnlyVerb, not(hasVerbBefore)),
  ],
  [
    'led',
    'lead',
    all(
      previousRole('det'),
      next('practitioner professional officer inspector worker nurse agency member role commissioner teacher partner therapist adviser'),
    ),
  ],
  ['loss', 'lost', all(afterHave, next('hope trust confidence faith patience touch contact sight'))],
  ['loss', 'lost', all(afterHave, not(next('of')), nextRole('noun', 'det', 'adj'))],
  ['loss', 'lose', all(any(afterModal, previous('not')), nextRole('noun', 'det', 'adj', 'adv'))],
  [
    'practise',
    'practice',
    all(
      previousRole('conj', 'mark', 'comma', 'adj', 'sub'),
      any(nextRole('aux', 'modal'), next('remains varies continues develops improves shows needs')),
    ),
  ],
  [
    'then',
    'them',
    all(
      previous(
        'tell tells told ask asks asked help helps helped support supports supported give gives gave offer offers let see teach keep involve',
      ),
      nextRole('prep', 'to', 'mark', 'conj'),
    ),
  ],
  [
    'breath',
    'breadth',
    all(previous('lacks lack lacking lacked limited the greater full'), any(ends, all(next('of'), not(second('fresh air life'))))),
  ],
  ['headed', 'heeded', all(previous('not been'), any(ends, next('and soon early')), not(next('by')))],
  [
    'complimentary',
    'complementary',
    any(
      next('offer service services support role roles approach approaches therapies skills provision programme work strategies to'),
      all(afterBe, next('to')),
    ),
  ],
  ['causal', 'casual', next('basis worker workers staff conversation contract contracts visit visits visitors')],
  ['through', 'though', all(starts, nextRole('noun', 'pron'), (s, at) => /^(?:aux|modal|verb)$/.test(s.role(at + 2)), near(',', 14))],
  ['thought', 'though', all(starts, nextRole('adj', 'adv', 'pron'), near(',', 12))],
  ['are', 'our', all(previous('to of for with in from by'), nextRole('noun', 'adj'), not(hasVerbAfter), hasVerbBefore)],
  ['are', 'our', all(starts, nextRole('noun', 'adj'), (s, at) => /^(?:aux|modal)$/.test(s.role(at + 2)) && s.text.endsWith('.'))],
  ['are', 'care', all(previous('social'), nextRole('noun'))],
  ['role', 'roll', all(previous('off'), not(next('of')))],
  ['rolls', 'roles', all(next('of'), previousRole('det', 'owner', 'adj'), not(second('paper tape film fat')))],
  ['roles', 'rolls', all(previous('school'), any(ends, next('are have is')), previousRole('noun'))],
  ['site', 'sight', next('loss impairment impairments impaired test tests')],
  [
    'sight',
    'site',
    all(previous('new school hospital college main separate satellite clinic building single'), any(ends, nextRole('prep', 'aux'))),
  ],
  ['except', 'accept', all(previous('not'), (s, at) => /^(?:do|does|did|will|would|could|can)$/.test(s.word(at - 2)))],
  ['accept', 'except', all(previous('all every everyone everything none nobody nothing'), not(isOnlyVerb))],
  ['advice', 'advise', all(afterPeople, nextRole('noun'), (s, at) => PEOPLE.test(s.word(at + 1)), isOnlyVerb)],
  ['brake', 'break', not(next('pads fluid lights light system'))],
  ['brakes', 'breaks', previous('short residential overnight family day lunch regular')],
  ['here', 'hear', all(afterPeople, next('about from of that their the'), isOnlyVerb)],
  ['peace', 'piece', all(next('of'), second('paper work research advice writing evidence'))],
  ['their', 'there', all(afterBe, next('every to for when at if because'))],
  ['one', 'once', all(next('a'), second('week month year term fortnight day quarter'), not(previousRole('det', 'num')))],
  ['once', 'one', all(starts, next('parent child family teacher leader carer headteacher pupil school'))],
  [
    'on',
    'one',
    all(starts, next('parent child family teacher leader carer headteacher pupil school'), nextRole('noun'), (s, at) =>
      /^(?:ed|verb|aux)$/.test(s.role(at + 2)),
    ),
  ],
  ['staffs', 'staff', previousRole('det', 'adj', 'owner')],
  ['the', 'they', all(starts, next('know understand want feel receive believe appreciate identify agree'), nextRole('verb'))],
  [
    'they',
    'the',
    all(
      next('partnership council board team area service local plan strategy authority panel school national new next'),
      nextRole('noun', 'adj'),
      (s, at) => s.hasFinite(at + 2, Math.min(at + 6, s.tokens.length)),
    ),
  ],
  [
    'then',
    'the',
    all(
      starts,
      next('partnership council board team area service local plan strategy authority panel'),
      (s, at) => s.role(at + 2) === 'aux',
    ),
  ],
  ['not', 'note', all(previous('taken take takes took taking make makes made'), next('of'))],
  [
    'know',
    'known',
    all(previous('well best better also'), any(ends, next('to by for about and as')), (s, at) =>
      /^(?:is|are|was|were|be|been|being)$/.test(s.word(at - 2)),
    ),
  ],
  ['as', 'has', all(previousRole('noun'), next('a an the'), not(hasVerbBefore), not(hasVerbAfter), noVerbIn, isStatement)],
  ['us', 'use', all(afterPeople, nextRole('noun', 'det', 'adj'), not(hasVerbBefore), not(hasVerbAfter))],
  ['us', 'is', all(previousRole('noun'), nextRole('adj', 'ed'), not(hasVerbBefore), not(hasVerbAfter), isStatement)],
  ['if', 'is', all(previous('it there this that'), starting, nextRole('adj', 'det', 'adv', 'ed'), not(hasVerbAfter))],
  ['in', 'is', all(previous('it there'), starting, nextRole('adj', 'adv', 'det'), not(hasVerbAfter), not(next('turn')))],
  ['it', 'in', all(starts, next('the addition'), not(second('is was has')), near(',', 5))],
  ['meet', 'met', all(afterBeOver, any(ends, next('well in by through consistently fully promptly and early')))],
  ['week', 'weak', all(previousRole('owner'), next('oversight leadership governance practice arrangements management systems'))],
  [
    'well',
    'will',
    all(afterPeople, (s, at) => s.model.classes(s.word(at + 1)) === POS.VERB && !/(?:ed|ing|s)$/.test(s.word(at + 1)), not(hasVerbBefore)),
  ],
  [
    'date',
    'data',
    all(
      previous('use using share shares sharing collect collecting analyse performance reliable accurate local their'),
      any(nextRole('to', 'aux'), all(ends, previous('performance reliable accurate')), next('from about on well effectively')),
      not(next('of')),
    ),
  ],
  ['date', 'data', all(previous('of'), (s, at) => /^(?:use|lack|quality|analysis|sharing|range|sources)$/.test(s.word(at - 2)))],
  ['date', 'data', all(next('dashboard dashboards sharing analyst analysts quality set sets systems'))],
  ['polices', 'policies', previousRole('det', 'owner', 'adj')],
  ['sever', 'several', all(starts, beforePlural)],
  ['target', 'targeted', all(afterBe, next('at'))],
  ['bard', 'board', previousRole('det', 'noun', 'adj')],
  ['god', 'good', all(not(starts), nextRole('noun'), previousRole('det', 'verb', 'aux', 'adj', 'prep'))],
  ['fist', 'first', any(all(starts, next(',')), all(previous('the'), nextRole('noun', 'adj')))],
  ['wiling', 'willing', always],
  ['curse', 'course', all(previousRole('det', 'noun'), any(nextRole('aux'), ends))],
  ['boarder', 'border', all(previous('the county'), next('with between of'))],
  ['trail', 'trial', all(previousRole('det', 'adj'), next('of'), second('the a new this'))],
  ['bee', 'been', any(afterHave, previous('not'))],
  ['sue', 'use', all(any(afterPeople, afterModal), nextRole('noun', 'det', 'adj'))],
  ['ware', 'were', all(previousRole('noun', 'pron'), nextRole('adj', 'ed', 'adv', 'det', 'prep'))],
  ['fee', 'feel', all(afterPeople, nextRole('adj', 'ed', 'sub'))],
  ['car', 'care', any(previous('social health foster'), all(afterPeople, next('for about')))],
  ['vice', 'voice', all(next('of'), second('the children parents young families pupils'))],
  ['vices', 'voices', next('of')],
  ['stooped', 'stopped', any(nextRole('ing'), afterHave)],
  ['off', 'of', all(previous(`${AMOUNTS} all`), next('the their these them those our its'))],
  ['alot', 'a lot', always],
];

const BY_SLIP = new Map<string, (typeof TABLE)[number][]>();
for (const entry of TABLE) BY_SLIP.set(entry[0], [...(BY_SLIP.get(entry[0]) ?? []), entry]);

/** The word that is meant at `at`, if the one that stands there is a slip for it. */
export function meantAt(s: TaggedSentence, at: number): { readonly fix: string; readonly certain: boolean } | null {
  const entries = BY_SLIP.get(s.word(at));
  if (!entries) return null;
  const found = entries.find(([, , when]) => when(s, at));
  return found ? { fix: found[1], certain: found[3] ?? true } : null;
}
