/* Owners: an apostrophe that is missing, stands in the wrong place, or should not be there. */
import type { Found } from './finding.js';
import { POS } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { ARTICLES, singularOf } from './words.js';
import { isTied } from './_tied.js';

/** Nouns for people and bodies, in the plural. */
const OWNERS =
  /(?:[eo]rs|ists|ians|ants|ents|parents|children|people|persons|pupils|families|teams|boards|councils|authorities|partnerships|schools|staff|nurses|students|boys|girls|sons|daughters|mothers|fathers|adults|babies|infants|residents|patients|governments|committees|areas|colleges|hospitals|trusts|charities|agencies|heads|trustees|trainees|employees|adoptees|colleagues|friends|peers|siblings|women|men)$/;
const NO_OWNERS =
  /^(?:numbers|orders|others|papers|letters|quarters|matters|headquarters|registers|centres|computers|factors|indicators|sectors|corridors|errors|doors|documents|assessments|moments|comments|arrangements|elements|payments|placements|appointments|agreements|improvements|developments|environments|statements|requirements|events|accidents|incidents|components|departments|treatments|investments|commitments|achievements|attachments|judgements|judgments|settlements|segments|grants|variants|wants|plants|amendments|experiments|supplements|enrolments|rents|cents|contents|talents|accents|hours|powers|years|waters|answers|colours|behaviours|neighbours|favours|labours|endeavours|honours|careers|barriers|tiers|frontiers|drivers|newsletters|chapters|folders|trackers|trailers|posters|headers|filters|offers|servers|borders|shelters|centers|layers|fingers|shoulders|disorders|pointers|calendars|pillars|timers|mirrors|motors|vectors|monitors|tutors|transfers|triggers|dinners|covers|stickers|registrants|extents|intents|instruments|monuments)$/;

/** What people and bodies have, as a noun that is not given to them (“gives families support” is no slip). */
const OWNED =
  /^(?:feedback|stories|story|satisfaction|mental|views?|wishes|wish|feelings|needs|voices?|experiences?|concerns|opinions?|aspirations|ambitions|perspectives?|preferences|responsibilit(?:y|ies)|lives|life|skills|workloads?|caseloads?|wellbeing|well-being|welfare|safety|identity|identities|circumstances|histor(?:y|ies)|journeys?|behaviours?|decisions?|strengths|weaknesses|priorit(?:y|ies)|performance|commitment|capacity|vision|records|files|plans|progress|attendance|achievements?|attainment|outcomes|health|development|emotions|interests|rights|abilit(?:y|ies)|understanding|knowledge|expectations|vulnerabilit(?:y|ies)|backgrounds?|homes|bedrooms?|names|ages|culture|cultural|mental|emotional|physical|individual|lived|complex|best|day-to-day|changing|own|practice|self-evaluation|strategy|strategic|oversight|role|work|response|approach|contributions?|involvement|engagement|participation|awareness|confidence|trust|independence|resilience)$/;

/** Verbs after which somebody does something without “to”. */
const HELPS =
  /^(?:help(?:s|ed|ing)?|let(?:s|ting)?|mak(?:e|es|ing)|made|see(?:s|ing|n)?|saw|watch(?:es|ed|ing)?|hear(?:s|d)?|mean(?:s|t)?|ensur(?:e|es|ed|ing)|know(?:s)?|say(?:s)?|said|feel(?:s)?|felt|believe(?:s|d)?|report(?:s|ed)?|think(?:s)?|show(?:s|ed)?)$/;

/** Words after which a plain plural is no owner, because it is given something or does something. */
const GIVES =
  /^(?:giv(?:e|es|en|ing)|gave|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|teach(?:es|ing)?|taught|show(?:s|ed|ing|n)?|send(?:s|ing)?|sent|ask(?:s|ed|ing)?|allow(?:s|ed|ing)?|afford(?:s|ed|ing)?|grant(?:s|ed|ing)?|bring(?:s|ing)?|brought|tell(?:s|ing)?|told)$/;

const report = (
  s: TaggedSentence,
  from: number,
  to: number,
  message: string,
  kind: string,
  certain: boolean,
  found: Found,
  fix?: string,
): void => found({ from: s.tokens[from]!.start, to: s.tokens[to]!.end, message, kind, certain, ...(fix === undefined ? {} : { fix }) });

export function findPossessives(s: TaggedSentence, found: Found): void {
  for (let at = 0; at < s.tokens.length; at++) {
    const token = s.tokens[at]!;
    if (token.kind !== 'word') continue;
    if (token.owner !== '') afterOwner(s, at, found);
    else if (!missingOfBody(s, at, found) && !missingOfTime(s, at, found)) missingOwner(s, at, found);
  }
}

/** “the carer’s are”, “every parents’ views”, “a child or young persons’ wishes”. */
function afterOwner(s: TaggedSentence, at: number, found: Found): void {
  const token = s.tokens[at]!;
  const next = s.word(at + 1);
  // A plural with an apostrophe.
  if (
    /^(?:are|were|have|who)$/.test(next) &&
    (token.owner === "'s" || token.owner === "'") &&
    !/^(?:another|other|one)$/.test(token.word)
  ) {
    // “Those of the council’s who are”: hardly ever.
    const fix =
      token.owner === "'s"
        ? /^(?:child)$/.test(token.word)
          ? 'children'
          : /^(?:children|people|men|women)$/.test(token.word)
            ? token.text.replace(/[’']s$/, '')
            : `${token.text.replace(/[’']s$/, '')}s`
        : token.text.replace(/[’']$/, '');
    if (token.owner === "'s" && /^(?:have|who)$/.test(next) && s.role(at - 1) === 'det' && s.word(at - 1) !== 'the') return;
    if (/[^aeiou]y$/.test(token.word)) return;
    report(s, at, at, `No owner follows here: a plural has no apostrophe.`, 'owner-plural', true, found, fix);
    return;
  }
  if (token.owner !== "'" || !/s$/.test(token.word)) return;
  if (token.word === 'peoples' && s.word(at - 1) === 'young') {
    report(s, at, at, 'Write “people’s”: “people” are several already.', 'owner-plural', true, found, 'people’s');
    return;
  }
  // “each parents’ view”.
  let from = at - 1;
  while (from > 0 && s.role(from) === 'adj') from--;
  const singular = singularOf(token.word);
  const first = s.word(from);
  if (/^(?:each|every|another)$/.test(first) && singular !== token.word && s.numberAt(at) === 'several') {
    report(s, at, at, `After “${first}” one is meant: write “${singular}’s”.`, 'owner-one', true, found, `${singular}’s`);
    return;
  }
  // “a child or young persons’ wishes”.
  if (
    (s.word(from) === 'or' || s.word(from) === 'and') &&
    s.role(from - 1) === 'noun' &&
    s.numberAt(from - 1) === 'one' &&
    s.numberAt(at) === 'several' &&
    /^(?:a|an|each|every|the|that|this)$/.test(s.word(from - 2)) &&
    /^(?:child|person|parent|pupil|young|carer|family|learner)$/.test(s.word(from - 1))
  ) {
    report(s, at, at, `One is meant, as before “${s.word(from)}”: write “${singular}’s”.`, 'owner-one', true, found, `${singular}’s`);
    return;
  }
  if (
    /^(?:a|an)$/.test(first) &&
    OWNED.test(next) &&
    /^(?:child|person|parent|pupil|carer|learner|student|mother|father)s$/.test(token.word) &&
    !/^(?:work|role|practice|engagement|participation|involvement|plans|strategy|health|mental|emotional|approach|culture|rights|best|individual|own)$/.test(
      next,
    )
  )
    report(s, at, at, `After “${first}” one is meant: write “${singular}’s”.`, 'owner-one', true, found, `${singular}’s`);
}

const BODY =
  /^(?:boards|councils|authorities|partnerships|teams|areas|governments|committees|trusts|counties|boroughs|services|panels|forums)$/;

/** What a body has, and what is seldom the second part of a name as “the services directory” is. */
const OF_BODY =
  /^(?:plan|plans|leaders|strategy|offer|approach|arrangements|priorities|self-evaluation|website|structure|budget|chair|members|staff|policy|policies|duties|vision|role|work|aims|ambition|ambitions|decision|decisions|response|performance|progress|knowledge|understanding|oversight|strengths|weaknesses|partners|commitment|capacity|systems|governance|leadership|children|own)$/;

/** “The partnerships plan is clear”, “the councils leaders are”. */
function missingOfBody(s: TaggedSentence, at: number, found: Found): boolean {
  const token = s.tokens[at]!;
  if (!BODY.test(token.word) || s.isCapital(at) || s.startsSentence(at) || !OF_BODY.test(s.word(at + 1)) || s.isCapital(at + 1))
    return false;
  if (!/^\s+$/.test(s.text.slice(token.end, s.tokens[at + 1]!.start)) || s.tokens[at + 1]!.owner !== '') return false;
  let first = at - 1;
  while (first >= 0 && /^(?:adj|noun)$/.test(s.role(first))) first--;
  if (!/^(?:the|this|a|each|every)$/.test(s.word(first))) return false;
  // “the areas leaders identified”, “what the councils plan is”: a clause may begin.
  const next = s.role(at + 2);
  if (
    next !== 'aux' &&
    next !== 'modal' &&
    !(next === 'prep' && (s.classesAt(at + 1) & POS.VERB) === 0) &&
    !(next === 'adv' && s.role(at + 3) === 'aux')
  )
    return false;
  if (s.role(first - 1) === 'noun' || s.role(first - 1) === 'wh' || s.word(first - 1) === 'that') return false;
  if (token.word === 'services' && !/^(?:leaders|staff|own)$/.test(s.word(at + 1))) return false;
  report(
    s,
    at,
    at,
    `The apostrophe is missing: write “${singularOf(token.word)}’s” for one, “${token.word}’” for several.`,
    'owner-missing',
    true,
    found,
  );
  return true;
}

/** “in last years report”. */
function missingOfTime(s: TaggedSentence, at: number, found: Found): boolean {
  const token = s.tokens[at]!;
  if (!/^(?:years|weeks|months|terms)$/.test(token.word) || !/^(?:last|next|this|previous)$/.test(s.word(at - 1))) return false;
  if (s.role(at + 1) !== 'noun' && s.role(at + 1) !== 'adj') return false;
  const fix = `${singularOf(token.word)}’s`;
  report(s, at, at, `The apostrophe is missing: write “${fix}”.`, 'owner-missing', true, found, fix);
  return true;
}

/** “the director of children services”, “children social care”: what the service is called. */
function isChildrensService(s: TaggedSentence, at: number): boolean {
  if (s.isCapital(at) || !isTied(s, at)) return false;
  if (s.word(at + 1) === 'social' && s.word(at + 2) === 'care') return true;
  return s.word(at + 1) === 'services' && /^(?:of|the|for|in|across|and|local)$/.test(s.word(at - 1)) && s.role(at + 2) !== 'verb';
}

/** “the boards decision”, “in line with families needs”. */
function missingOwner(s: TaggedSentence, at: number, found: Found): void {
  const token = s.tokens[at]!;
  const { word } = token;
  if (word === 'children' && isChildrensService(s, at)) {
    report(s, at, at, 'The apostrophe is missing: write “children’s”.', 'owner-missing', true, found, 'children’s');
    return;
  }
  // “authoritys”, “familys”: no plural is written so.
  if (/[^aeiou]ys$/.test(word) && s.model.classes(word) === 0 && s.model.classes(word.slice(0, -1)) !== 0 && !s.isCapital(at)) {
    report(
      s,
      at,
      at,
      `The apostrophe is missing: write “${token.text.slice(0, -1)}’s” (or “${token.text.slice(0, -2)}ies” for several).`,
      'owner-missing',
      true,
      found,
    );
    return;
  }
  if (word === 'persons' && s.word(at - 1) === 'young' && /^(?:noun|adj)$/.test(s.role(at + 1))) {
    report(s, at, at, `The apostrophe is missing: write “person’s”.`, 'owner-missing', true, found, 'person’s');
    return;
  }
  if (!OWNERS.test(word) || NO_OWNERS.test(word) || s.isCapital(at) || s.numberAt(at) !== 'several' || s.role(at - 1) === 'wh') return;
  if (!/^\s+$/.test(s.text.slice(token.end, s.tokens[at + 1]?.start ?? token.end))) return;
  const owned = s.tokens[at + 1];
  if (!owned || owned.kind !== 'word' || owned.owner !== '' || s.isCapital(at + 1) || !OWNED.test(owned.word)) return;
  // A noun must follow for certain: “parents concerns are”, “the boards decision to”.
  let head = at + 1;
  while (s.role(head) === 'adj' || (s.role(head) === 'ed' && s.role(head + 1) === 'noun')) head++;
  if (!s.may(head, POS.NOUN) || s.tokens[head]!.owner !== '') return;
  if (head > at + 1 && !OWNED.test(s.word(head))) return;
  const after = s.role(head + 1);
  const previous = s.role(at - 1);
  let start = at - 1;
  while (start > 0 && (s.role(start) === 'adj' || s.role(start) === 'noun')) start--;
  if (GIVES.test(s.word(start)) || GIVES.test(s.word(start - 1))) return;
  const first = s.role(start);
  // “children’s and families needs”.
  const isSecond = s.role(at - 1) === 'conj' && s.role(at - 2) === 'owner';
  // “what families needs are”, “the support parents experience”: a verb, where a clause may begin with the plural.
  if (!isSecond && (s.classesOf(s.word(at + 1)) & POS.VERB) !== 0) {
    if (/^(?:progress|work|response|practice|trust|role|approach)$/.test(owned.word) && after !== 'aux' && after !== 'modal') return;
    const isVerbal = after === 'aux' || after === 'modal';
    if (
      owned.word === 'understanding'
        ? s.word(head + 1) !== 'of'
        : after === 'to' ||
          after === 'det' ||
          after === 'pron' ||
          after === 'noun' ||
          after === 'adj' ||
          after === 'owner' ||
          after === 'ing' ||
          after === 'ed'
    )
      return;
    const isObject =
      (first === 'prep' && s.word(start) !== 'as') ||
      ((first === 'verb' || first === 'ing') && !HELPS.test(s.word(start))) ||
      (first === 'det' && start === at - 1 && s.word(start) === 'the') ||
      (owned.word === 'understanding' && first !== 'sub');
    const isSubject = isVerbal || (after === 'verb' && (first === 'sub' || first === 'wh'));
    if (!isObject && !isSubject) return;
    if (isObject && after === 'adv' && !isVerbal) return;
    // “the plan that parents need is”: the clause may end with this verb.
    if (isVerbal && (first === 'wh' || s.word(start) === 'that') && s.role(start - 1) === 'noun') return;
    if (isVerbal && first === 'noun') return;
  }
  if (previous === 'num') return;
  const isLabel =
    /^(?:plans|strategy|strategic|practice|role|work|health|mental|individual|best|engagement|participation|involvement|performance|records|files|homes|rights|interests|development|skills|attendance|outcomes|complex|own|approach|emotional|physical|response|cultural|changing|lived|safety|welfare|behaviours?|knowledge)$/.test(
      owned.word,
    );
  if (isLabel && !/^(?:children|people|parents|families|pupils|boards|councils)$/.test(word)) return;
  if (
    isLabel &&
    !isSecond &&
    word !== 'children' &&
    head === at + 1 &&
    /^(?:plans|practice|work|health|engagement|participation|rights|homes|role|performance|strategy|safety|welfare|development|skills|attendance|outcomes|behaviours?)$/.test(
      owned.word,
    ) &&
    !ARTICLES.has(s.word(at - 1)) &&
    s.role(start) !== 'prep'
  )
    return;
  const irregular = /^(?:children|people|men|women)$/.test(word);
  const isBody = /^(?:boards|councils|authorities|partnerships|teams|areas|governments|committees)$/.test(word);
  const fix = irregular ? `${token.text}’s` : `${token.text}’`;
  if (isBody)
    report(
      s,
      at,
      at,
      `The apostrophe is missing: write “${singularOf(word)}’s” for one, “${word}’” for several.`,
      'owner-missing',
      true,
      found,
    );
  else report(s, at, at, `The apostrophe is missing: write “${fix}”.`, 'owner-missing', !isLabel, found, fix);
}
