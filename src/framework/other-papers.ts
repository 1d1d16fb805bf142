/** What a plan calls itself. */
export const SORT_OF_PLAN =
  '(?:plans?|strategy|strategies|road ?map|programme|priorities|promises?|pledges?|commitments?|ambitions|action tracker)';
export const NAMES_A_PLAN = new RegExp(`\\b${SORT_OF_PLAN}(?!\\p{L})`, 'iu');

/** Papers about a plan or an inspection are none themselves. These stand at the beginning of a title, or of what follows a colon or dash. */
const PAPER_BEGINS =
  /^(?:(?:draft|final|public|annual|one[- ]minute|quick|open) )*(?:minutes|agenda|notes?|papers?|terms of reference|consultation(?! (?:draft|version))|survey|template|guidance|guides?|reports? (?:to|of|by|from)|cabinet report|cover report|briefing|questions|frequently asked|FAQs?|news|newsletter|press release|presentation|slides|summary of (?:the )?(?:meeting|consultation|responses)|equality impact|how to|letters? (?:to|from)|motion|(?:provide|give)(?: (?:us|your))* (?:feedback|views)|have your say|tell us what|freedom of information|FOI|job|vacanc(?:y|ies)|person specification|what (?:is (?:an?|the)|to expect)|(?:joint |public )?statement (?:on|about))\b/iu;
const PAPER =
  /\b(?:minutes|agenda|terms of reference|frequently asked questions|FAQs?|newsletter|consultation (?:report|responses?|document|summary)|meeting (?:notes?|summary|papers?)|template|guidance|equality impact assessment|impact assessment|scrutiny report|forward plan|(?:calendar|schedule|programme) of meetings|(?:have|had) your say|press release)\b|\b(?:plan|strategy|roadmap|SEND|partnership|improvement|steering|delivery) (?:board|group|meeting|committee|panel|workshop|consultation|survey|webinar)\b(?!.*\b(?:plan|strategy|road ?map)\b)|\b(?:plan|strategy|roadmap|programme) (?:launch|event|manager|officer|lead|team|vacanc(?:y|ies)|explained)\b(?!.*\b(?:plan|strategy|road ?map)\b)|\?$/iu;
/**
 * A headline tells what happened to a plan, or will: "Council approves SEND plan", "Plan to improve SEND services published". A title is no sentence,
 * so that a past form straight after the plan, or at the end of its line, is a predicate.
 */
const HEADLINE =
  /^(?:the )?(?:[\p{L}’'-]+ )?(?:council|councillors|cabinet|leaders|ofsted|CQC|inspectors|parents|ministers?|government|MPs?) (?:\p{L}{3,}s(?! (?:for|and|of|to|in|on)\b|[^ ])|(?:have|to|has|will|is|are)) |\b(?:plan|strategy|roadmap|programme) will \p{L}|\b(?:plan|strategy|roadmap|programme)(?: (?:has been|have been|is|was|to be))? (?!refreshed|revised|updated|amended)\p{L}{2,}ed\b|^[^:|–—([]*\b(?:plan|strategy|roadmap|programme)\b[^:|–—([]* (?:published|launched|approved|agreed|unveiled|adopted|welcomed|announced|backed)$/iu;
/** A plan for one child. */
const FOR_ONE_CHILD =
  /\b(?:SEND? support|EHC|education,? health,? (?:and|&) care|individual(?: (?:education|learning|health ?care|support))?|personal|health ?care|my (?:child[’']s )?support|one[- ]page)(?: \(\p{Lu}+\))? plans?\b/giu;
/** A school, college or trust plans for its own pupils. */
const SCHOOL =
  /\b(?:(?:primary|secondary|infants?|juniors?|first|middle|high|grammar|special|community|nursery|church|academy|upper|boarding|catholic|free) school|academy|academies trust|multi-academy|(?:sixth[- ]form |FE |further education )?college|school[’']s|nursery|pre-?school|pupil referral unit|federation)\b/i;
/** Plans of one service for itself. */
const OF_A_SERVICE =
  /\b(?:sufficiency|transport|travel|capital|estates?|funding|finance|financial|communications?|admissions|recruitment|accommodation|accessibility) (?:plan|strategy|programme)\b|\b(?:safety valve|DSG|dedicated schools grant|high needs block)\b/i;
const OF_NATION =
  /\bnational\b|^SEND and alternative provision improvement plan\b|\b(?:government|department for education|DfE|NHS England|ministers?)(?:[’']s)?\b/i;
/** Writing that a school's own plan opens with. */
const OF_SCHOOL =
  /\b(?:governing (?:body|board)|governors|our (?:school|academy|college|pupils)|this (?:school|academy|college)|the school[’']s)\b/i;
const EASY_READ = /\bthis is an? easy[- ]?read\b/i;
/** A line without what Markdown and numbering put before and into it. */
const bareLine = (line: string): string =>
  line
    .replace(/[*_#>|]/g, '')
    .trim()
    .replace(/^-? ?(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?/, '');

/** What only a paper for a committee, or the record of what it decided, has: a label at the beginning of a line, a decision in its words. */
const OF_COMMITTEE: readonly RegExp[] = [
  /^(?:decision maker|decision status|is key decision|key decision|date of decision|agenda item|minutes|wards? affected|call-in)\??(?:$|:)/i,
  /^(?:apologies for absence|declarations? of interests?)\b/i,
  /^(?:that )?(?:the )?(?:cabinet|executive|committee|panel):$/i,
  /^that (?:the )?(?:cabinet|executive|committee|panel|members?)\b/i,
  /^RESOLVED\b/,
];
/** What such papers have, of which a plan may have one. */
const OFTEN_OF_COMMITTEE: readonly RegExp[] = [
  /^purpose of (?:the |this )?report\b/i,
  /^(?:reasons? for )?recommendations?(?:\(s\))?:?$/i,
  /^(?:report (?:of|by|from|author|to)|contact officer|background papers|exempt information|in attendance|to:? (?:the )?(?:cabinet|executive|council|committee))\b/i,
  /\b(?:cabinet|executive|committee|panel|members|councillors) (?:is|are|was|were|will be) (?:asked|recommended|invited|informed|advised|requested) (?:to|that)\b|\b(?:members|the (?:board|panel|committee)) (?:asked|noted|discussed|received|considered|queried)\b|\bconsideration was given\b/i,
  /\b(?:submitted report|(?:presented|introduced) the (?:[\p{L},()-]{1,20} ){0,10}(?:report|plan|strategy))\b/iu,
];

/** Whether what stands below a title is a committee’s paper or its record. */
function isOfCommittee(opening: string): boolean {
  const lines = opening.split(/[\n\r]+/).map(bareLine);
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  return OF_COMMITTEE.some(has) || OFTEN_OF_COMMITTEE.filter(has).length >= 2;
}

/** What is said of an inspection elsewhere than in its report. */
const ABOUT_INSPECTION =
  /^(?:our|your) |\b(?:self-evaluation|survey|next steps|response)\b|\binspection (?:report |outcome |findings )?(?:is |was |has been )?published\b/iu;
const REPORT_OF = /^(?:the )?(?:inspection )?reports? (?:of|on|from) (?:the |an )?/i;

/** Whether a title names a paper about a plan or an inspection: minutes, a letter, a headline, a consultation. */
export const isAnotherPaper = (title: string): boolean =>
  PAPER.test(title) || HEADLINE.test(title) || title.split(/: | [-–—|] /).some((part) => PAPER_BEGINS.test(part.trim()));

/** Whether a title that speaks of an inspection names another paper than its report. */
export const isAboutInspection = (title: string): boolean => ABOUT_INSPECTION.test(title) || isAnotherPaper(title.replace(REPORT_OF, ''));

/**
 * A school's own plan, a plan for one child, a national plan, a paper about a plan, a version in easy read: plans, but none that the
 * framework asks for. `opening`: the text below the title, or its beginning.
 */
export function isElsewhere(title: string, opening: string): boolean {
  if (isAnotherPaper(title) || OF_A_SERVICE.test(title) || OF_NATION.test(title) || SCHOOL.test(title)) return true;
  if (NAMES_A_PLAN.test(title) && !NAMES_A_PLAN.test(title.replace(FOR_ONE_CHILD, ''))) return true;
  if (/\beasy[- ]?read\b/i.test(title) || EASY_READ.test(opening) || isOfCommittee(opening)) return true;
  return (
    OF_SCHOOL.test(opening.slice(0, 1200)) &&
    !/\b(?:council|local authority|local area|partnership|ICB|integrated care board)\b/i.test(`${title}\n${opening}`)
  );
}
