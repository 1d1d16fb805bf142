import type { Phrase } from './phrases.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

export const AGREEMENT_SOURCE: Source = cite(SOURCES.govukStyle, 'organisations: all organisations are singular');

/** Verbs that are no nouns: whatever follows them, a body takes the singular. */
const AUXILIARIES: Readonly<Record<string, string>> = { have: 'has', are: 'is', were: 'was', do: 'does' };

/** Verbs that a body does in these documents. Where the word is a noun too, `AFTER_VERB` must follow. */
const VERBS: Readonly<Record<string, string>> = {
  commission: 'commissions',
  provide: 'provides',
  offer: 'offers',
  use: 'uses',
  ensure: 'ensures',
  work: 'works',
  fund: 'funds',
  monitor: 'monitors',
  hold: 'holds',
  share: 'shares',
  recognise: 'recognises',
  identify: 'identifies',
  support: 'supports',
  oversee: 'oversees',
  maintain: 'maintains',
  deliver: 'delivers',
  run: 'runs',
  place: 'places',
  know: 'knows',
  need: 'needs',
  plan: 'plans',
  understand: 'understands',
  collect: 'collects',
  review: 'reviews',
  arrange: 'arranges',
  procure: 'procures',
  employ: 'employs',
  meet: 'meets',
  make: 'makes',
  take: 'takes',
  give: 'gives',
  quality_assure: 'quality assures',
  track: 'tracks',
  listen: 'listens',
  respond: 'responds',
  manage: 'manages',
  purchase: 'purchases',
  rely: 'relies',
  operate: 'operates',
};

const VERB = Object.keys(VERBS)
  .map((verb) => verb.replace('_', ' '))
  .join('|');

/** What can only follow a verb here: an object, an adverb, "with", "and" before another verb. */
const AFTER_VERB =
  '(?= (?:an?|the|its|their|all|any|some|many|most|several|few|both)\\b|(?<!plan|support|offer|share|place|review|use|need|track|fund|run) (?:each|every|no|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|that|how|what|when|where|closely|effectively|well|together|regularly|jointly|directly|with|alternative provision|places|pupils|children|young people|families|parents|providers|schools|tuition|bespoke|additional|high-quality|specialist places|early help|to meet|for alternative)\\b|(?<!plan|support|work|offer|share|place|review|use|need|track|fund|run) \\p{Lu}\\p{Ll})';

const BODY =
  '(?:The (?:[Ll]ocal [Aa]uthority|[Cc]ouncil|local area partnership|area partnership|partnership|integrated care board|ICB|LAP|parent carer forum)|(?:\\p{Lu}[\\p{L}’-]{1,20} ){1,4}(?:Council|local authority|Local Area Partnership|local area partnership|Integrated Care Board|ICB))';

const ONE_BODY = new RegExp(
  `(?<=^|[.!?] |\\n|• )(?:(?:However|Additionally|Currently|Furthermore|Similarly|Also|Presently|At present|As a result|In addition|Overall|Consequently|Therefore), )?(?<body>${BODY}|the (?:local authority|council|local area partnership|partnership|integrated care board|ICB))(?: \\(\\p{Lu}{2,6}\\))? (?:also |already |currently |typically |usually |generally |now |rightly |successfully |effectively |regularly )?(?<at>(?:${VERB})${AFTER_VERB}|(?:${Object.keys(AUXILIARIES).join('|')})(?= \\p{Ll}))`,
  'gu',
);

/** The singular form of a verb in `SINGULAR_BODY`. */
export const singularVerb = (verb: string): string => AUXILIARIES[verb] ?? VERBS[verb.replace(' ', '_')] ?? verb;

/** A body at the start of a sentence with a plural verb: "The local authority commission a range of". */
export const SINGULAR_BODY = ONE_BODY;

const COUNTED =
  'choices|options|vacancies|errors|parents|carers|children|families|pupils|learners|people|young people|schools|practitioners|professionals|therapists|psychologists|teachers|inspectors|leaders|places|appointments|opportunities|referrals|exclusions|suspensions|complaints|tribunals|appeals|absences|admissions|placements|assessments|days|settings|barriers|delays|providers|clinics|sessions';

const PLURAL_PEOPLE =
  'children|young people|people|parents|carers|families|pupils|learners|leaders|practitioners|professionals|inspectors|therapists|teachers|schools|providers|partners|social workers|health visitors';

const NUMBER = 'two|three|four|five|six|seven|eight|nine|ten';

const INSPECTOR =
  '(?:lead |further |other |additional |Ofsted |CQC |HMI |Her Majesty’s |His Majesty’s |Children’s Services |children’s services |education |social care |health |Care Quality Commission ){0,3}';

/** Wrong agreement and stray or missing little words. */
export const AGREEMENT_SLIPS: readonly Phrase[] = [
  {
    find: new RegExp(`(?<!no |more or )\\b(?<at>less) (?:${COUNTED})\\b(?![’'-])`, 'gi'),
    message: 'What can be counted is “fewer”, not “less”.',
    fix: 'fewer',
  },
  {
    find: /\b(?<at>in (?:line|accordance|keeping) with (?:to|of|for|from|by))\b(?!-| (?:course|example|instance|far)\b)/gi,
    message: 'There is a word too many after “with”.',
  },
  { find: /\bin line (?<at>to) (?:the|national|NHS|statutory|their|its)\b/gi, message: 'Write “in line with”.', fix: 'with' },
  {
    find: /\b(?<at>(?:as part of|in terms of|because of|on behalf of|instead of|in spite of) (?:to|with|by|from|for))\b(?!-| (?:example|instance|far)\b)/gi,
    message: 'There is a word too many here: two prepositions follow each other.',
  },
  {
    find: /\b(?<at>(?:due to|according to|in relation to|in addition to|in response to|with regard to) (?:of|with|by|for))\b(?!-| (?:course|example|instance|far)\b)/gi,
    message: 'There is a word too many here: two prepositions follow each other.',
  },
  {
    find: new RegExp(`\\b(?<at>(?:${NUMBER}) of) (?:HMIs?\\b|(?:Ofsted|CQC|Children’s Services) [Ii]nspectors?\\b|inspectors\\b)`, 'g'),
    message: '“of” is too many after the number, unless “the” follows it.',
  },
  {
    find: new RegExp(`\\b(?:one|${NUMBER}) of His Majesty[’']s (?<at>(?:Chief )?Inspector)\\b(?!s)`, 'g'),
    message: 'After “one of” the plural follows: “His Majesty’s Inspectors”.',
    fix: 'Inspectors',
  },
  {
    find: new RegExp(`\\b(?<at>(?:an?|another|one) ${INSPECTOR}team ${INSPECTOR}[Ii]nspectors)\\b(?![’'])`, 'gi'),
    message: 'A single team and several inspectors do not go together. Say “a Children’s Services Inspector”, or “a team of” inspectors.',
  },
  {
    find: new RegExp(`\\b(?<at>(?:an|a|another|one) ${INSPECTOR}[Ii]nspectors)\\b(?![’'])(?! of schools)`, 'g'),
    message: 'One inspector or several: “{text}” mixes both.',
  },
  {
    find: new RegExp(`\\b(?:${NUMBER}) ${INSPECTOR}(?<at>[Ii]nspector)\\b(?!s|[’']|[ -](?:team|led|day|visit|role|post))`, 'g'),
    message: 'After a number above one the plural follows: “{fix}”.',
    fix: 'Inspectors',
  },
  {
    find: /\b(?:passed|transferred|moved|from|to|by|with|between) (?<at>(?:Clinical Commissioning Group|Integrated Care Board|clinical commissioning group|integrated care board))(?= \(\p{Lu}{2,4}\) (?:to|and|in|on|is|was|has|had|who|which|that)\b| (?:to|is|was|has|had|which|who)\b)/gu,
    message: '“the” or “a” is missing before “{text}”.',
  },
  {
    find: /\b(?:by|with|of|for|from) (?<at>local area partnership)(?= (?:to|is|was|has|had|and|which|who|in)\b|[.,;])/g,
    message: '“the” is missing before “{text}”.',
    fix: 'the local area partnership',
  },
  {
    find: /\b(?<at>(?:has|have) been (?:appointed|established|introduced|launched|created|recruited|formed|opened|published|completed|implemented|put in place|commissioned)(?: (?!(?:to|since|for|due|until|following|after|before|prior|as|when|which|that|who|identified|made|announced|inspection|report|review|visit|election|against|and|or|but|will|would|starting|beginning|joining|effective|planned|open|opening)\b)[\p{L}’-]{1,20}){0,7}? in (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d)\b/gu,
    message: 'A past date takes the simple past: “was appointed in September 2025”, not “has been appointed in September 2025”.',
  },
  {
    find: new RegExp(
      `\\b(?<!one of the )(?<!\\b(?:shows?|showed|shown|tells?|told|asks?|asked|reminds?|teach(?:es)?) (?:the )?)(?:${PLURAL_PEOPLE})(?: in care| in need| with SEND| with EHC plans)? who (?<at>has|is|was|does)\\b`,
      'gi',
    ),
    message: 'Several people take a plural verb: not “{text}”.',
  },
  {
    find: new RegExp(
      `(?<=^|[.!?] |\\n)(?:(?:Children|Young people|Children and young people|Parents|Carers|Parents and carers|Families|Leaders|Practitioners|Professionals|Pupils|Inspectors|Partners|Schools)(?: with SEND)?|(?:Annual reviews|EHC plans|Waiting times|Waits|Outcomes|Relationships|Thresholds|Delays|(?:Many|Several|Some|Most|These|Those|Too many|A number of|The majority of) (?:mainstream |special |primary |secondary |local |new |older |autistic |disabled |vulnerable |younger )?(?:EHC plans|plans|annual reviews|children|young people|children and young people|parents|parents and carers|families|practitioners|schools|settings|providers|assessments))(?: with SEND)?) (?<at>has|is|was|does)\\b`,
      'g',
    ),
    message: 'Several people take a plural verb: not “{text}”.',
  },
  {
    find: /\b(?<at>[Tt]here (?:is|was)) (?:several|many(?! an?\b)|numerous|various|two|three|four|five|six|few|fewer)\b(?!-)/g,
    message: 'Several things take a plural verb: not “{text}”.',
  },
  {
    find: /\b[Tt]here (?<at>has) been (?:significant |recent |many |several |some |considerable |further |notable |two |three )+(?:changes|improvements|delays|increases|reductions|developments|challenges|gaps|concerns|difficulties)\b(?![’'-])/g,
    message: 'Several things take a plural verb: not “{text}”.',
    fix: 'have',
  },
  {
    find: /\b(?<at>[Tt]his) (?:EHC plans|children|people|families|parents|arrangements|improvements|practitioners|professionals|opportunities|strategies|pupils|weaknesses|inconsistencies)\b(?![’'-])/g,
    message: 'Before a plural it is “these”.',
    fix: 'these',
  },
  {
    find: /\b(?<at>[Tt]hese (?:child|family|parent|arrangement|improvement|practitioner|strategy|weakness|opportunity|plan|service|setting))(?= (?:is|are|was|were|has|have|do|does|did)\b|[.,;])/g,
    message: 'Before a singular it is “this”; or the noun should be plural.',
  },
  {
    find: /\b(?<at>(?:[Ee]very|[Ee]ach) (?:(?:children|parents|families|practitioners|settings|areas)\b(?![’'-])|(?:schools|services)(?= (?:is|are|in|has|have|and|to|that|which|should|must|across|with|for)\b|[.,;])))/g,
    message: '“every” and “each” go with one thing: not “{text}”.',
  },
  { find: /\b(?<at>[Aa]s result)(?= of\b|,)/g, message: '“a” is missing: write “{fix}”.', fix: 'as a result' },
  {
    find: /\b(?<at>[Aa] (?:wide |broad |large |small |growing |increasing )?(?:range|variety|number|lack|majority)) (?:children|services|professionals|partners|schools|agencies|practitioners|opportunities|stakeholders|families|parents|providers|settings|activities|pupils)\b(?! of\b)/g,
    message: '“of” is missing after “{text}”.',
    fix: '$<at> of',
  },
  {
    find: /\b(?<at>[Tt]he (?:majority|number|range|lack)) (?:children|services|EHC plans|families|parents|pupils|young people)\b/g,
    message: '“of” is missing after “{text}”.',
    fix: '$<at> of',
  },
  {
    find: /\b(?:should|must|will|can|could|may|might|(?<!\b(?:applies|apply|refers|refer|relates|relate|belongs|belong|according|access) )to) (?<at>ensures|improves|provides|develops|strengthens|reduces|establishes|implements|receives|includes|identifies|becomes|enables|allows|understands)\b/g,
    message: 'After “should”, “must” or “to” the verb has no s: not “{text}”.',
  },
  {
    find: /\b(?:does|do|did) not (?<at>has|receives|gets|knows|feels|meets|provides|ensures|includes|reflects|identifies|makes|takes|works)\b/g,
    message: 'After “does not” the verb has no s: not “{text}”.',
  },
];
