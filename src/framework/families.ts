import { z } from './zod.js';
import { SOURCES, cite, sourceSchema } from './sources.js';
import type { Source } from './types.js';

/** Words and phrases that mean the same thing to a reader of reports and plans. One match is enough. */
export interface WordFamily {
  readonly id: string;
  /** What a sentence with one of these words tells. */
  readonly about: string;
  /** Never global: they are tested. */
  readonly patterns: readonly RegExp[];
  readonly source: Source;
}

const reports = (where: string): Source => cite(SOURCES.publishedReports, where);

// Alternative provision

export const ALTERNATIVE_PROVISION: WordFamily = {
  id: 'alternative-provision',
  about: 'names alternative provision',
  patterns: [
    /\balternative (?:learning |education(?:al)? |curriculum )?(?:provisions?|providers?|placements?|settings?|education)\b/i,
    /\bAPs?\b/,
    /\bpupil referral (?:units?|services?)\b/i,
    /\bPRUs?\b/,
    /\b(?:home|hospital) and (?:home|hospital) (?:education|teaching|tuition)\b/i,
  ],
  source: reports('56 of 56 name it; some through a pupil referral unit'),
};

/** In the information section of a report, naming the providers says how places are commissioned. */
export const COMMISSIONING_IN_REPORTS: WordFamily = {
  id: 'commissioning-in-reports',
  about: 'says how places are commissioned',
  patterns: [
    /\b(?:re-?)?commission/i,
    /\bprocur/i,
    /\bproviders?\b/i,
    /\bpupil referral\b|\bPRUs?\b/i,
    /\b(?:directory|register|approved list|list of|contract\w*|tender\w*|framework agreement)\b/i,
    /\b(?:buy|buys|bought|buying|purchas\w+|fund|funds|funded|funding|arrange|arranges|arranged)\b/i,
    /\b(?:authority|council|borough|partnership|area|schools|they|it|leaders) (?:\w+ly )?(?:uses?|has|have|runs?|maintains?|offers?|operates?|provides?|makes?|places?|brokers?|works? with|oversees?)\b/i,
    /\b(?:provided|delivered|offered|run|operated) (?:by|through|via)\b/i,
    /\b(?:alternative provision|AP)(?: \(AP\))? (?:free )?(?:academ(?:y|ies)|schools?|settings?|centres?|colleges?|units?|trusts?|hubs?)\b/i,
    /\b(?:brokerage|service[- ]level agreements?|spot[- ]purchas\w+)\b/i,
    /\b(?:do|does) not (?:currently )?(?:use|place|have)\b|\b(?:attend|attends|attended|placed in|places at|places in|placements? (?:at|in|with))\b/i,
  ],
  source: reports('“commission” in the same sentence in 54 of 56; the others name a provider, a directory or a unit'),
};

export const COMMISSIONING: WordFamily = {
  id: 'commissioning',
  about: 'says how alternative provision is commissioned',
  patterns: [
    /\b(?:re-?)?commission/i,
    /\bprocur/i,
    /\b(?:directory|contracts?|contracted|tender\w*|framework agreement|service level agreements?|brokerage|spot purchas\w+)\b/i,
    /\b(?:buy|buys|bought|buying|purchas\w+|fund|funds|funded)\b/i,
    /\bplaces? (?:from|at|with|in)\b/i,
    /\b(?:provided|delivered|offered|run|operated) (?:by|through|via)\b/i,
    /\b(?:authority|council|partnership|schools|we) (?:\w+ly )?(?:uses?|runs?|arranges?|maintains? an? (?:approved )?list)\b/i,
    /\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|a range of|a number of) (?:\w+ ){0,3}(?:providers|pupil referral units|PRUs)\b/i,
  ],
  source: reports('words used of the commissioning of alternative provision'),
};

export const OVERSIGHT: WordFamily = {
  id: 'oversight',
  about: 'says how alternative provision is overseen',
  patterns: [
    /\bovers(?:ee|aw|ight)/i,
    /\bquality[ -]assur|\bQA\b|\bassurance (?:process\w*|visits?|framework|board|checks?)\b/i,
    /\bmonitor/i,
    /\bcheck\w* (?:\S+ ){0,8}(?:suitab\w+|saf\w+|quality|providers?|placements?|settings?|provision)\b/i,
    /\b(?:suitability|safety|safeguarding|quality|compliance|due diligence) (?:checks?|visits?|audits?|reviews?)\b|\bdue diligence\b/i,
    /\bvisit(?:s|ed|ing)? (?:\S+ ){0,4}(?:providers?|placements?|settings?|provision|each|every|all|them|regularly|termly)\b|\b(?:site|unannounced|monitoring|regular|termly) visits?\b/i,
    /\breview(?:s|ed|ing)? (?:\S+ ){0,5}(?:providers?|placements?|settings?|provision|quality|suitability)\b/i,
    /\btrack(?:s|ed|ing)? (?:\S+ ){0,5}(?:attendance|progress|outcomes|pupils|children|destinations)\b/i,
    /\baudit|\baccredit|\bscrutin|\bto account\b|\binspects?\b/i,
    /\bcheck\w*\b|\bvisits?\b|\bquality (?:group|board|panel|team|standards?|framework)\b/i,
  ],
  source: reports('oversight or quality assurance in the same sentence in 20 of 56'),
};

// Co-production and the voice of children, young people, parents and carers

export const CO_PRODUCTION: WordFamily = {
  id: 'co-production',
  about: 'tells of co-production',
  patterns: [
    /\bco-?\s?produc/i,
    /\bco-?\s?design/i,
    /\bco-?\s?creat/i,
    /\bco-?\s?(?:author|develop|deliver|trainer)/i,
    /\byou said\b/i,
    /\blived experience/i,
  ],
  source: reports('co-production by name in 47 of 56'),
};

export const PARENT_CARER_GROUPS: WordFamily = {
  id: 'parent-carer-groups',
  about: 'names a group of parents and carers',
  patterns: [
    /\bparents?(?:[ /’'-]{1,3}|,? (?:and|&) )carers?(?:[’']s?)? (?:[\p{L}’'-]+ )?(?:forum|council|panel|group|network|alliance|partnership|board|reference|representatives?)/iu,
    /\b(?:carers?|parents?|famil(?:y|ies))(?:[’']s?)? (?:forum|council|panel|network|voice|board|participation)/i,
    /\bPCFs?\b/,
    /\bSENDIASS\b/,
  ],
  source: reports('a parent carer forum or a local name for one in 51 of 56'),
};

export const YOUNG_PEOPLES_GROUPS: WordFamily = {
  id: 'young-peoples-groups',
  about: 'names a group of children and young people',
  patterns: [
    /\b(?:young people|youth|children|student|pupil)(?:[’']?s?[’']?)? (?:[\p{L}’'-]+ )?(?:board|forum|council|parliament|panel|ambassadors?|champions|voice|participation|reference group|advisory group)\b/iu,
    /\byoung (?:ambassadors|inspectors|advisers|advisors|commissioners|leaders|champions|people’s group)\b/i,
  ],
  source: reports('young people’s boards, forums and ambassadors'),
};

/** Sentences in which people’s views count for something. */
export const VOICE: WordFamily = {
  id: 'voice',
  about: 'tells how people’s views are heard',
  patterns: [
    /\b(?:views?|voices?|feedback|wishes|opinions|aspirations|perspectives)\b/i,
    /\blisten/i,
    /\b(?:is|are|feel|felt|being|be) (?:\w+ )?(?:heard|listened|consulted|involved|included)\b/i,
    /\bha(?:s|ve|d) (?:a|their|no|little|more) (?:\w+ )?say\b/i,
    /\b(?:contribut|influenc|participat|consult)/i,
    /\b(?:involve[sd]?|involving|shap(?:e|es|ed|ing)|help(?:s|ed|ing)? to (?:design|choose|write|plan|review|develop|improve))\b/i,
  ],
  source: reports('views, voice and influence'),
};

export const PARENTS: WordFamily = {
  id: 'parents',
  about: 'names parents and carers',
  patterns: [/\bparents?\b/i, /\bcarers?\b/i, /\bfamil(?:y|ies)\b/i, /\bmothers?\b|\bfathers?\b/i],
  source: SOURCES.codeOfPractice,
};

export const YOUNG_PEOPLE: WordFamily = {
  id: 'young-people',
  about: 'names children and young people',
  patterns: [
    /\bchild(?:ren)?\b/i,
    /\byoung (?:people|person|adults?)\b/i,
    /\byouth\b/i,
    /\b(?:pupils|students|learners|teenagers)\b/i,
    /\byoung (?:ambassadors|inspectors|advisers|advisors)\b/i,
  ],
  source: SOURCES.codeOfPractice,
};

/** What people do who take part in the making of a plan. */
export const TAKING_PART: WordFamily = {
  id: 'taking-part',
  about: 'says that people took part',
  patterns: [
    ...CO_PRODUCTION.patterns,
    /\b(?:wr(?:ite|ote|itten)|work(?:ed|s|ing)?|develop(?:ed|ing)?|design(?:ed|ing)?|built|made|created|drafted|agreed|planned|met|reviewed|tested) (?:\S+ ){0,6}(?:with|by)\b/i,
    /\b(?:took|take|taken|taking) part\b|\bparticipat/i,
    /\b(?:helped|met|told|said|asked|answered|responded|replied|attended|joined|chose|chaired|shared|commented|suggested|voted|wrote|tested|tried|trialled|piloted|marked|rated|ranked|decided|drew|filled in|spoke|came)\b/i,
    /\b(?:consult|engag|involv|contribut|influenc|survey|represent|listen|workshop)/i,
    /\b(?:views?|voices?|feedback|fed back|input|shaped|informed)\b/i,
  ],
  source: SOURCES.codeOfPractice,
};

export const WAYS_OF_TAKING_PART: WordFamily = {
  id: 'ways-of-taking-part',
  about: 'says how people took part',
  patterns: [
    /\b(?:workshops?|surveys?|questionnaires?|meetings?|met|focus groups?|interview\w*|consultations?|drop-ins?|events?|conferences?|webinars?|coffee mornings?|roundtables?|conversations?|visits?|visited|polls?|votes?|voted|sessions?|roadshows?|assembl(?:y|ies)|(?:co-?production|engagement|development|planning|design|listening) days?)\b/i,
    /\b(?:working|steering|task and finish|reference|advisory|focus|design|development) groups?\b/i,
    /\b(?:wrote|drafted|designed|chaired|edited|reviewed|chose|commented|co-?designed|answered|responded|replied|interviewed|tested|signs and symbols)\b/i,
    /\b(?:online|by email|in person|by telephone|by post|on (?:the|each|every) (?:\w+ ){0,3}board)\b/i,
    /\b(?:seats?|members?|representatives?) on\b/i,
  ],
  source: SOURCES.codeOfPractice,
};

export const WHEN: WordFamily = {
  id: 'when',
  about: 'says when',
  patterns: [
    /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/,
    /\b(?:in|from|since|during|by|until|early|late|mid|to|and) May\b|\bMay (?:\d{4}|and|to)\b|\b\d{1,2} May\b/,
    /\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/,
    /\b(?:spring|summer|autumn|winter)\b/i,
    /\b(?:every|each|once a|twice a|per) (?:\w+ )?(?:week|fortnight|month|term|half[ -]term|year|quarter|weeks|months|terms|years)\b/i,
    /\b(?:weekly|fortnightly|monthly|termly|quarterly|yearly|annually|bi-?monthly)\b/i,
  ],
  source: SOURCES.codeOfPractice,
};

export const CHANGED_BECAUSE: WordFamily = {
  id: 'changed-because',
  about: 'says what changed because people took part',
  patterns: [
    /^So[ ,]/,
    /, so (?:we|the|this|it|our|they|each|every|officers|staff|leaders)\b/i,
    /\bas a (?:direct )?(?:result|consequence)\b|\bin response\b|\bbecause of (?:this|that|what|their|your)\b|\b(?:thanks|due) to (?:this|that|what|their|your)\b/i,
    /\byou said\b|\bwe did\b|\byou told us\b/i,
    /\bwe (?:have |then |also |therefore |now ){0,2}(?:changed?|added|moved|introduced|removed|dropped|rewrote|rewritten|redesigned|made changes|acted|started|stopped|strengthened|included)\b/i,
    /\b(?:this|that|which|these|it|feedback|views|comments|they) (?:\w+ )?(?:led|resulted|meant|means|changed|shaped|influenced|informed)\b/i,
    /\b(?:shaped|influenced|informed|changed|amended) (?:by|our|the|this|how|what|which|where|when)\b/i,
    /\b(?:was|were|has been|have been) (?:changed|added|included|amended|moved|dropped|rewritten|strengthened)\b/i,
    /\bacted on\b|\btaken on board\b|\bmade a difference\b|\bfollowing (?:this|their|your|the) (?:\w+ )?(?:feedback|survey|consultation|workshops?|comments)\b/i,
    /\btherefore\b/i,
    /\bbecause (?:\p{L}+ ){1,6}(?:said|told|asked|felt|wanted|pointed out|worried|were worried|found)\b/iu,
    /\b(?:replaced|took the place of|was taken out|were taken out)\b/i,
    /, so [\p{L}\d]/iu,
    /\b(?:that|this|which) is (?:why|now)\b|\bin (?:its|their) place\b|\bha(?:s|ve) (?:now )?gone\b/i,
    /\bwe (?:did|cut|split|shortened|opened|wrote|put|took|made|named|built|set)\b/i,
    /\b(?:gave|gives|give) (?:the|this|us|our) (?:\p{L}+ ){0,2}(?:its|their|\p{L}+)\b/iu,
    /\bthey (?:also )?(?:added|wrote|changed|chose|removed|named|rewrote|designed)\b/i,
    /\b(?:ideas|words|findings|answers|views|comments|what (?:they|families|people|you) said) (?:was|were|is|are|became|have|has) (?:\p{L}+ )?(?:used|built|put|taken|the|part|turned)?/iu,
    /\b(?:used|built|included|turned) (?:their|these|those|your|what|into|it into)\b|\b(?:was|were|is) built into\b/i,
    /\b(?:priorities|aims|themes|actions) (?:came|come|grew|follow(?:ed)?) (?:out of|from)\b|\bresulted in\b/i,
    /\b(?:have|has) been (?:\p{L}+ )?(?:added|changed|rewritten|removed|moved|dropped|included)\b/iu,
    /\b(?:is|are|was|were) (?:the result|taken (?:out|up|in)|put (?:in|first)|left out|kept|brought forward|replaced|renamed|reordered|shortened|made (?:clearer|shorter|simpler))\b/i,
    /\bcame (?:about|from (?:them|families|parents|carers|young people|children|pupils))\b|\bwhat (?:has )?changed\b|\bat (?:their|your) (?:request|suggestion|wish)\b/i,
    /\ble(?:d|ad) to\b|\basked (?:us )?(?:for|to)\b[^.]{0,80}(?:\b(?:actions?|commitments?|priority|aim|step)\b|\b[A-Z]{1,2}\d)/,
    // An action by its number, in a part that tells who took part.
    /\b(?:actions?|aims?|objectives?|steps?|commitments?) [A-Z]{0,3}\d/i,
    /\b(?:is|are|has|have) now\b|\bnow (?!this\b|always\b)\p{Ll}+s\b/u,
    /\b(?:is|are|was|were) (?:all )?(?:theirs|(?:their|\p{L}+[’']s?) (?:own )?(?:idea|proposal|suggestion|wish|request|choice)s?)\b/iu,
    /\bbecause (?:the )?(?:pupils|parents|carers|families|children|young people|students|they)\b/i,
    /\b(?:moved|brought) (?:forward|back|up|to)\b|\bafter (?:their|these|this) (?:talks?|comments?|words|feedback|visits?|meetings?|sessions?)\b/i,
    /\b(?:chose|wrote|designed|named|drew|picked|decided|renamed|reworded|replaced|set) (?:the|its|their|our|how|which|what)\b|\b(?:added|replaced|dropped|removed) (?:the|an?|aim|action|priority|\d)/i,
  ],
  source: SOURCES.codeOfPractice,
};

export const FAMILIES: readonly WordFamily[] = [
  ALTERNATIVE_PROVISION,
  COMMISSIONING_IN_REPORTS,
  COMMISSIONING,
  OVERSIGHT,
  CO_PRODUCTION,
  PARENT_CARER_GROUPS,
  YOUNG_PEOPLES_GROUPS,
  VOICE,
  PARENTS,
  YOUNG_PEOPLE,
  TAKING_PART,
  WAYS_OF_TAKING_PART,
  WHEN,
  CHANGED_BECAUSE,
];

export const familySchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  about: z.string().min(5),
  patterns: z
    .array(z.instanceof(RegExp).refine((pattern) => !pattern.global && !pattern.sticky, 'tested, so neither global nor sticky'))
    .min(1),
  source: sourceSchema,
});
