import type { Phrase } from './phrases.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

export const APOSTROPHE_SOURCE: Source = cite(SOURCES.govukStyle, 'apostrophes; quotes and speech marks');

const OWNERS =
  'practitioners|parents|carers|pupils|families|leaders|professionals|teachers|inspectors|partners|providers|learners|students|therapists|clinicians|psychologists|social workers|health visitors|stakeholders';

/** Nouns that are no verb in the plural, so that before them an owner lacks its apostrophe. */
/** Where "needs" and "experiences" are verbs of something before the owner: "support for families needs to improve". */
const NO_VERB =
  '(?! (?:to|further|more|improv[a-z]*|an?|the|urgent[a-z]*|significant[a-z]*|better|strengthen[a-z]*|develop[a-z]*|delays?|difficult[a-z]*|high|long|challenges|problems|leaders|us)\\b)';

const OWNED =
  'views|needs|voices|experiences|concerns|opinions|wishes|contributions|expectations|feelings|aspirations|perspectives|preferences|responsibilities|lives|skills|workloads|confidence|knowledge|wellbeing|well-being|awareness|understanding of|ability to';

/** Missing, stray and misplaced apostrophes that are nearly always certain. */
export const APOSTROPHE_SLIPS: readonly Phrase[] = [
  { find: /\bchildrens[’']?(?![a-z]| [Ss]ervices? [Ii]nspector)/gi, message: 'The owner is “children”: write “{fix}”.', fix: 'children’s' },
  {
    find: /\b(?<who>young|disabled|older) peoples[’']?(?![a-z])/gi,
    message: 'The owner is “people”: write “{fix}”.',
    fix: '$<who> people’s',
  },
  { find: /\bchilds\b(?![’'])/gi, message: 'The owner is “child”: write “{fix}”.', fix: 'child’s' },
  {
    find: /\b(?<at>young persons) (?:voice|views?|needs|plans?|life|education|health|experiences?|wishes|aspirations|family|parents?|behaviour|progress|preparation|interests|best)\b/gi,
    message: 'The apostrophe is missing: write “{fix}”.',
    fix: 'young person’s',
  },
  {
    find: /\bthe (?<at>areas|partnerships|local areas) (?:strengths|weaknesses|priorities|strategy|strategic plan|vision|self-evaluation|arrangements|approach to)\b(?! (?:is|are|was|were|align)\b)/gi,
    message: 'Write “area’s” or “partnership’s” where one is meant: the apostrophe is missing.',
  },
  {
    find: /\b(?<at>children) (?:services|social care|centres?|homes?(?! (?:to|from|with|when|as|and|where|again|safely|after)\b)|commissioning)\b/gi,
    message: 'The apostrophe is missing: write “{fix}”.',
    fix: 'children’s',
  },
  {
    find: new RegExp(
      `\\b(?<at>(?:children and )?young people|children) (?:views|needs|experiences|outcomes|voices|wishes|aspirations|interests|rights|lives)\\b(?!-| assess)${NO_VERB}`,
      'gi',
    ),
    message: 'The apostrophe is missing: write “{fix}”.',
    fix: '$<at>’s',
  },
  {
    find: new RegExp(`\\b(?<at>${OWNERS}) (?:${OWNED})\\b(?!-| assess| analys)${NO_VERB}`, 'gi'),
    message: 'The apostrophe is missing: write “{fix}”.',
    fix: '$<at>’',
  },
  {
    find: new RegExp(`\\b(?<at>${OWNERS}) input (?:into|in|to|on|is|was|and|from)\\b(?! (?:data|information|this|their))`, 'gi'),
    message: 'The apostrophe is missing: write “{fix}”.',
    fix: '$<at>’',
  },
  { find: /\bits[’'](?![a-z])/gi, message: '“its” has no apostrophe when it shows an owner.', fix: 'its' },
  { find: /\bHM[’']Is\b/g, message: 'A plural has no apostrophe: write “{fix}”.', fix: 'HMIs' },
  { find: /\bHMI[’']s(?=\/| (?:from|and|are|were|with|who)\b)/g, message: 'A plural has no apostrophe: write “{fix}”.', fix: 'HMIs' },
  {
    find: /\b(?<letters>\p{Lu}{2,6})(?<!EHCP|HMI)[’']s(?= (?:are|were|have|do)\b)/gu,
    message: 'A plural has no apostrophe: write “{fix}”.',
    fix: '$<letters>s',
  },
  { find: /\b(?<decade>(?:19|20)\d0)[’']s\b/g, message: 'A decade has no apostrophe: write “{fix}”.', fix: '$<decade>s' },
  {
    find: /\b(?:parent|carer|practitioner|leader|professional|partner|inspector|pupil|provider|school)(?<at>[’']s) (?:are|were|have|who|feel|say|said|told|want|think|believe|describe|know|appreciate|value|speak|understand|receive|attend|identify|deliver|provide|ensure|report|reported)\b/gi,
    message: 'A plural has no apostrophe.',
    fix: 's',
  },
  {
    find: /\bparent(?<at>[’']s) and carer[’']s (?:say|said|want|think|believe|describe|know|appreciate|value|understand|receive|are|were|have)\b/gi,
    message: 'A plural has no apostrophe.',
    fix: 's',
  },
  { find: /\b(?<at>each others)(?=\s\p{Ll})/gu, message: 'The apostrophe is missing: write “{fix}”.', fix: 'each other’s' },
  {
    find: /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?<at>days|weeks|months|years) (?:notice|experience|time|leave)\b(?! (?:of|in|limit|frame|scale))/gi,
    message: 'The apostrophe is missing: write “{fix}”.',
    fix: '$<at>’',
  },
];
