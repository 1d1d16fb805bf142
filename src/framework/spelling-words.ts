import { z } from './zod.js';
import type { Phrase } from './phrases.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

export const SPELLING_SOURCE: Source = {
  title: 'British English dictionary of the dictionary-en-gb package, with the words of this field',
  url: 'https://github.com/wooorm/dictionaries/tree/main/dictionaries/en-GB',
  confidence: 'primary',
};

/** Where the words of the field were collected. */
export const FIELD_WORDS_SOURCE: Source = cite(SOURCES.publishedReports, 'words in use that the dictionary lacks; more from the SEND code of practice');

/** Words of education, health and social care that the dictionary lacks, in lower case. Their -s, -ed, -ing and ’s forms stand here where they are used. */
export const FIELD_WORDS: readonly string[] = `
ableism ableist accountabilities actioned actioning admin anaphylaxis app apps apprenticeship apprenticeships attuned attunement audiological audiologist audiologists audiology autistic
backlog backlogs baselined baselining benchmarked benchmarking braille buddying bursary
caseload caseloads caseworker caseworkers catchphrase catheterisation childminder childminders childminding chromosomal coaching codesign codesigned coercive commissioner commissioners comms
copresent coproduce coproduced coproduces coproducing coproduction coproductive coregulation counselling cyberbullying
dashboard dashboards dataset datasets deafblind deafness decommission decommissioned decommissioning deescalate deescalation derogated deregistered deregistration dietetic dietetics dietician dieticians dietitian dietitians digitisation disaggregated disapplication disapplied
dyscalculia dyscalculic dysfluency dyslexic dysphagia dyspraxia dyspraxic dysregulated dysregulation
easyread echolalia electively email emailed emailing emails employability empting enablers enuresis evidenced evidencing
familial fledgling foetal fetal focussed focussing formulary freephone frontline fundholder
gastrostomy glossier governors granularity graphical
handhold handover handovers headteacher headteachers healthcare helpdesk helpline helplines hotspot hotspots hydrotherapy hyperlocal hypermobility
impactful inbox inclusion inclusively inclusivity incontinence infographic infographics interdependencies interdisciplinary internships interoperability interoperable intranet
jargon
keyworker keyworkers keyworking kinship
learnings leaver leavers lifelong linkworker livestream lockdown lockdowns
mainstreaming makaton microcommissioning midterm midyear minicom moderations multiagency multidisciplinary multilingual multimodal multiprofessional multisensory mutism
neonatal neuro neurodevelopment neurodevelopmental neurodevelopmentally neurodisabilities neurodisability neurodivergence neurodivergent neurodiverse neurodiversity neurology neuropsychologist neuropsychology neurotypical newsletter newsletters nonattendance nonverbal
offrolling olds onboarding ongoing online onsite offsite onward operationalise operationalised optometrist optometry organisational orthoptic orthoptist orthoptists orthotics osteopath outreach outturn outturns overidentification oversubscribed overspend overspends
paediatric paediatrician paediatricians paediatrics panellist parkrun participatory peripatetic perinatal persona personas pharmacist phonics physio physios pilot podcast podcasts policymaker policymakers postnatal practicum preschool preschooler preschoolers prescriber prescribers prescribing preverbal prioritisation proactively proforma proformas provisioned psychoeducation psychoeducational psychometric psychosocial
quadrants quoracy quorate
reablement reaccreditation recommission recommissioned recommissioning reconfigure reconfigured referrer referrers reflexive reinspect reinspected reinspection reinspections relational reprocure reprocurement rescreen respite reskill restorative retender retendered rollout rollouts rota rotas rurality
safeguarding scaffolded scaffolding schemas screener screeners secondment secondments semi-independent sensorial siloed silos siloes signpost signposted signposting signposts signer signers skillset skillsets stakeholder stakeholders stammer stammering stocktake stocktakes strapline straplines streamlining subcontract subcontracted subcontractor subgroup subgroups subregional substantively suicidality supervisee supported systemic systemically
taster tasters teambuilding teleconference telehealth textphone thresholding tics timebound timeframe timeframes timelier timeliest timeslot timeslots toileting toolkit toolkits touchpoint touchpoints tracheostomy trackers transdisciplinary transformational transitioned transitioning transitions transphobic triage triaged triages triaging trialled trialling trusted tutoring
unaccompanied unambitious underachieve underachievement underachieving underdiagnosed underdiagnosis underidentification underidentified underreported underreporting underrepresented underspend underspends undiagnosed unmet unregistered unregulated unstaffed upskill upskilled upskilling upskills uptake
vape vaping videoconference videos virtual vlog vlogs voicemail
walkthrough waitlist waitlists waitlisted webchat webinar webinars webpage webpages website websites wellbeing whiteboard wifi wishlist workbook workflow workflows workforce workforces workload workloads workplan workplans workstream workstreams wraparound
youtube zoom
`.split(/\s+/).filter(Boolean);

/** First parts of compounds that are no words of their own. */
export const PREFIXES: readonly string[] = ['anti', 'auto', 'bio', 'cross', 'inter', 'macro', 'micro', 'mid', 'multi', 'neuro', 'non', 'over', 'post', 'pre', 'psycho', 're', 'semi', 'socio', 'sub', 'super', 'trans', 'under', 'un', 'co'];

/** Words that names and titles of this field are made of, long enough that nobody's name is one slip away from them. */
export const NAME_WORDS: readonly string[] = `
adolescent alternative assessment assistant authority borough children clinical commission commissioning commissioner communication community corporate council designated director disabilities disability dynamic
education educational emotional executive families information inspection inspector inspectors integrated interim language learning manager metropolitan officer partnership provision psychologist psychology
register safeguarding service services special strategic strategy support therapist improvement
`.split(/\s+/).filter(Boolean);

/** Right words in the wrong place, which a dictionary does not notice. Each is nearly always a slip in these documents. */
export const SPELLING_SLIPS: readonly Phrase[] = [
  { find: /\banti[- ]?natal\b/gi, message: '“{text}” would mean against birth. Write “{fix}”.', fix: 'antenatal' },
  { find: /\bshort beaks?\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'short breaks' },
  { find: /\b(?:muti|mutli|mulit|mult|multy|mulity)[- ]?(?<rest>agency|disciplinary|sensory|academy)\b/gi, message: 'A letter is missing or in the wrong place: write “{fix}”.', fix: 'multi-$<rest>' },
  { find: /\b(?<at>principle) (?:educational|social|occupational|psychologist|speech|officer|inspector|therapist|clinical|adviser|advisor)/gi, message: 'The post is “principal”, with -al. Change “{text}”.', fix: 'principal' },
  { find: /\b(?:good|best|poor|effective|strong|inclusive|everyday|social work|professional|classroom|in|into|of) (?<at>practise)\b/gi, message: 'The noun is “practice”, with c.', fix: 'practice' },
  { find: /\b(?:information,|guidance,|legal|impartial|specialist|independent|expert|professional|careers|medical|clinical|helpful|clear) (?<at>advise)\b/gi, message: 'The noun is “advice”, with c.', fix: 'advice' },
  { find: /\b(?<at>advise) and (?:support|guidance|information)\b/gi, message: 'The noun is “advice”, with c.', fix: 'advice' },
  { find: /\b(?:to|will|can|should|must|could) (?<at>advice) (?:on|about|parents|families|schools|staff|practitioners|them|the)\b/gi, message: 'The verb is “advise”, with s.', fix: 'advise' },
  { find: /\b(?<at>their) (?:is|are|was|were|has been|have been) (?:a|an|no|not|some|many|several|too|also|still|insufficient|limited|clear|good)\b/gi, message: 'Write “{fix}” here: “their” means belonging to them.', fix: 'there' },
  { find: /\b(?<at>there) (?:own|families|parents|lives|peers|education|homes)\b(?! (?:is|are|was|were|who))/gi, message: 'Write “{fix}” here: it belongs to them.', fix: 'their' },
  { find: /(?:\b(?:is|are|was|were|be|been|being)|[a-z],) (?<at>lead) by\b(?! example)/gi, message: 'The past form of “lead” is “led”.', fix: 'led' },
  { find: /\b(?:has|have|had) (?<at>lead) to\b/gi, message: 'The past form of “lead” is “led”.', fix: 'led' },
  { find: /\b(?:should|could|would|must|might) (?<at>of) (?:been|had|done|taken|made|given|received)\b/gi, message: 'Write “{fix}”.', fix: 'have' },
  { find: /\b(?:to|and|which|that) (?<at>insure) (?:that|the|all|children)\b/gi, message: 'To make sure is to “ensure”.', fix: 'ensure' },
  { find: /\b(?<at>ensue) that\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'ensure' },
  { find: /\b(?:an|positive|negative|adverse|significant|detrimental|little|any|no|great|profound) (?<at>affect) on\b/gi, message: 'The noun is “effect”, with e.', fix: 'effect' },
  { find: /\b(?:to|will|can|could|may|might) (?<at>effect) (?:children|young people|families|the (?:lives|experiences|outcomes|quality))\b/gi, message: 'The verb is “affect”, with a.', fix: 'affect' },
  { find: /\b(?:to|and|they|not|may|can|families|parents) (?<at>loose) (?:access|confidence|trust|hope|out|faith|their|contact|touch)\b/gi, message: 'A letter too many: write “{fix}”.', fix: 'lose' },
  { find: /\bmanger(?<plural>s?)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'manager$<plural>' },
  { find: /\b(?<at>pubic) (?:health|services?|sector|bod(?:y|ies)|consultation|transport)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'public' },
  { find: /\b(?<!Hampstead |Thornton )(?<at>heath) (?:and|care|services?|visit|needs|partners?|professionals?|practitioners?|advice|teams?|leaders?|plans?|board)\b/g, message: 'A letter is missing: write “{fix}”.', fix: 'health' },
  { find: /\b(?:to|they|which|who|and|not) (?<at>asses) (?:the|their|needs?|whether|how|children|risks?)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'assess' },
  { find: /\b(?<at>statuary)\b/gi, message: 'Statues are statuary; the law makes things “statutory”.', fix: 'statutory' },
  { find: /\b(?<at>eduction)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'education' },
  { find: /\b(?<at>sever) (?:learning|and complex|needs|disabilit|difficult|delays)/gi, message: 'A letter is missing: write “{fix}”.', fix: 'severe' },
  { find: /\b(?:rather|fewer|longer|higher|lower|better|worse|less|greater|larger|smaller|earlier|later|other) (?<at>then)\b(?! (?:be|become|to be|moved|used)\b)/gi, message: 'A comparison takes “than”.', fix: 'than' },
  { find: /\b(?:benefit|benefits|benefited|benefitted|differs?|different|apart|ranging|transferred|excluded|resulting|arising|withdrawn) (?<at>form)\b/gi, message: 'Two letters changed places: write “{fix}”.', fix: 'from' },
  { find: /\b(?<at>form) (?:Ofsted|the Care Quality Commission|education,|CQC)/g, message: 'Two letters changed places: write “{fix}”.', fix: 'from' },
  { find: /\bdependant (?=on\b|upon\b)/gi, message: 'The adjective is “dependent”, with e.', fix: 'dependent ' },
  { find: /\binline with\b/gi, message: 'Write “{fix}”, in three words.', fix: 'in line with' },
  { find: /\b(?<at>on going) (?:support|work|training|development|needs?|review|monitoring|challenges?)\b/gi, message: 'Write “{fix}” as one word.', fix: 'ongoing' },
  { find: /\b(?<at>weather) or not\b/gi, message: 'Write “{fix}”.', fix: 'whether' },
  { find: /\brole(?:-| )out\b/gi, message: 'A new service is rolled out: write “{fix}”.', fix: 'roll-out' },
  { find: /\b(?:of|from|for|with|the) (?<at>chid)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'child' },
  { find: /\b(?<at>moral) (?:of|among|in) (?:the )?(?:staff|workforce|team|practitioners)\b/gi, message: 'The mood of a team is its “morale”.', fix: 'morale' },
];

export const wordListSchema = z.array(z.string().regex(/^[\p{Ll}-]+$/u));
