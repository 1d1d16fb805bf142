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
export const FIELD_WORDS_SOURCE: Source = cite(
  SOURCES.publishedReports,
  'words in use that the dictionary lacks; more from the SEND code of practice',
);

/** Words of education, health and social care that the dictionary lacks, in lower case. Their -s, -ed, -ing and ’s forms stand here where they are used. */
export const FIELD_WORDS: readonly string[] = `
ableism ableist academisation academise academised accountabilities achondroplasia actioned actioning adoptee adoptees advisor advisors aiders alexithymia alia allistic alopecia amblyopia anaphylaxis annum aphonia apraxia athetoid attunement audiogram audiograms audiometric audiometry
backfill backfilled backfilling baclofen bandings bargees basecamp baselined baselining befriender befrienders benchmarked benchmarking benefitted benefitting bhangra bifida bitesize boccia bona bouldering brailling braillist braillists breakdancing breaktime breaktimes breastmilk buccal buddying bullosa bushcraft busways
caesarean callout callouts cannula cannulas cashable catheterisation chatbot chatbots cheerleading chromebook chromebooks clawback clonic coeliac colocation commissionable comms comorbidities contracture contractures convenor convenors coterminosity craniofacial curriculums cyberbullying cycleways
datapoint datapoints deafblind deafblindness decarbonise decluttered decodable deprescribing deprioritise deprioritised deregister deregistered deregistering deregistration designee desistance destigmatise destigmatising diagnosable diarise diarised dietician dieticians diplegia disablism disablist disaggregate disaggregated disaggregation disapplication disapplied disapply disapplying discoverable disempower disempowered disempowering disempowerment disproportionality dodgeball dramatherapist dramatherapists dramatherapy dutyholder dutyholders dyads dysarthria dysautonomia dyscalculia dyscalculic dysfluency dysgraphia dysphagic dysphasia dyspraxia dyspraxic dysregulate dysregulated dysregulating dysregulation dysregulations dystrophy
earmould earmoulds easyread echocardiogram echolalia echolalic electively employability empting encopresis epidermolysis epileptologist ethnicities eventbrite exceptionality exome explainer explainers extranet eyegaze
facebook facto factsheet factsheets faire fibromyalgia fide filmmaking fluoroscopy focussed focusses focussing foetal foetus forecasted formers formulary fosterer fosterers frontline funders fundholder
extrafamilial gamers gamification gastro gastroenterology gastrostomy gatekeeping genomic geospatial goalball grandad grapheme graphemes groupwork gurdwara gurdwaras genogram genograms
habilitation habilitationist habilitationists healthwatch heatmap heatmaps helpdesk hippotherapy homeschool homeschooled hotspot hotspots hyperfocus hyperglycaemia hyperkinetic hyperlexia hyperlexic hyperlocal hypermobile hypermobility hypertonia hypervigilance hypervigilant hypoglycaemia hypoglycaemic hyposensitivity hypotonia
ideation ileostomy immunocompromised immunosuppressed immunosuppression impactful implementers incentivise incentivised incentivising inclusivity infographic infographics inreach insourced insourcing instagram interoception interims interoceptive intervenor intervenors iteratively
jejunostomy jobcentre jobcentres jobseeker jobseekers
karting karyotype keyring keyworker keyworkers keyworking kickstart kickstarted kitemark kitemarks kyphosis
laissez leaderboard leant learnings lego leukaemias leukodystrophy licensable lightwriter linkworker lipspeaker lipspeakers literacies livestream lockdown lockdowns logframe longlist
makaton maladaptive manipulatives masterplan masterplanning maxillofacial mediations medicalise medicalised melatonin mentalisation mentee mentees metacognition metacognitive methylphenidate microcephaly microtia midazolam minecraft minicom minoritised mischaracterised misophonia mitigations moderations modus monosomy mosaicism mutism myoclonic myofascial myopathy
nasen nasogastric nebuliser nebulisers nephrologist nephrology neuro neurofibromatosis neuropathic neuropathy newbuild norovirus notetaker notetakers notetaking nystagmus
oesophageal offboarding offrolling olds onboarding operandi operationalisation operationalise operationalised oppositional optionality oracy organogram organograms orthoptic orthoptics orthoptist orthoptists orthorexia orthosis orthotics orthotist orthotists otitis outposted outturn outturns
palantypist parasomnias parenteral parentis parkrun participative pathologise pathologised pathologising pedagogies personalisation phenylketonuria phlebotomist phlebotomists phlebotomy photophobia placemaking playdough playscheme playschemes playworker playworkers policymaking polypharmacy polysomnography polytunnel polytunnels portacabin portacabins positivity postvention preceptee preceptees preceptorship prescriber prescribers proformas proprioception proprioceptive prosthetics prosthetist
quoracy
racialised raison ramped rata reablement recoupment refurb replicable reputational residentials reskilling responder responders retinopathy rheumatology rhymetime ringfence ringfenced ringfencing roadmap roadmaps roleplay rollout rollouts rostered roundtable roundtables rurality
scaffolded scalable scattergun schemas schizoaffective screener screeners screenreader screenreaders secondee secondees sensorial sensorineural sessional shopmobility signalong siloed siloes sitrep sitreps skatepark skateparks skillset skillsets smartboard smartboards socio soundfield spasticity spina spirometry stairlift stairlifts stepwise stim stimming stims stocktake stocktakes stoma stomas storytime strabismus strapline straplines subitise subitising suicidality summative supervisee supervisees swimlane swimlanes syndromic
taekwondo taskforce taskforces teambuilding telecare telehealth telemedicine templated testbed testbeds tetraplegia textphone thalassaemia theraplay thresholding tickbox timebanking timebound timeframe timeframes timesheet timesheets timeslot timeslots titrate titrated titrating titration tokenistic toolkits touchpoint touchpoints townscape tracheostomy traineeship traineeships translational triager triages triaging trisomy tweens tympanometry
upscaled upscaling upskill upskilled upskilling upskills urodynamics
vaccinator vaccinators vestibular videoconference videofluoroscopy virement virements vitiligo vlog vlogs
waitlist waitlisted waitlists walkthrough walkthroughs wayfinding webchat webpage webpages wellbeing wetroom wetrooms whatsapp widescale wifi wishlist workforces worklist worklists workplan workplans workstrand workstrands workstream workstreams writeable
youthwork youtube
`
  .split(/\s+/)
  .filter(Boolean);

/** First parts of compounds that are no words of their own. */
export const PREFIXES: readonly string[] = [
  'anti',
  'auto',
  'bio',
  'cross',
  'inter',
  'macro',
  'micro',
  'mid',
  'multi',
  'neuro',
  'non',
  'over',
  'post',
  'pre',
  'psycho',
  're',
  'semi',
  'socio',
  'sub',
  'super',
  'trans',
  'under',
  'un',
  'co',
];

/** More of them that stand before a hyphen only. */
export const HYPHENATED_PREFIXES: readonly string[] = [
  'ante',
  'cardio',
  'electro',
  'gastro',
  'hyper',
  'hypo',
  'infra',
  'intra',
  'mega',
  'meta',
  'mono',
  'musculo',
  'omni',
  'para',
  'peri',
  'photo',
  'poly',
  'pseudo',
  'quasi',
  'supra',
  'tele',
  'ultra',
  'vice',
];

/** Words that names and titles of this field are made of, long enough that nobody's name is one slip away from them. */
export const NAME_WORDS: readonly string[] = `
adolescent alternative assessment assistant authority borough children clinical commission commissioning commissioner communication community corporate council designated director disabilities disability dynamic
education educational emotional executive families information inspection inspector inspectors integrated interim language learning manager metropolitan officer partnership provision psychologist psychology
register safeguarding service services special strategic strategy support therapist improvement
`
  .split(/\s+/)
  .filter(Boolean);

/** Right words in the wrong place, which a dictionary does not notice. Each is nearly always a slip in these documents. */
export const SPELLING_SLIPS: readonly Phrase[] = [
  { find: /\banti[- ]?natal\b/gi, message: '“{text}” would mean against birth. Write “{fix}”.', fix: 'antenatal' },
  { find: /\bshort beaks?\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'short breaks' },
  {
    find: /\b(?:muti|mutli|mulit|mult|multy|mulity)[- ]?(?<rest>agency|disciplinary|sensory|academy)\b/gi,
    message: 'A letter is missing or in the wrong place: write “{fix}”.',
    fix: 'multi-$<rest>',
  },
  { find: /\b(?<at>statuary)\b/gi, message: 'Statues are statuary; the law makes things “statutory”.', fix: 'statutory' },
  { find: /\b(?<at>eduction)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'education' },
  {
    find: /\b(?:[Ii]nspectors?|HMIs?) (?<at>form) (?:Ofsted|the Care Quality|CQC|the CQC|education|health|social care)\b/g,
    message: 'Two letters changed places: write “{fix}”.',
    fix: 'from',
  },
  { find: /\binline with\b/gi, message: 'Write “{fix}”, in three words.', fix: 'in line with' },
  { find: /\brepond(?<rest>s|ed|ing)?\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'respond$<rest>' },
  { find: /\boversite\b/gi, message: 'To watch over something is “{fix}”.', fix: 'oversight' },
  { find: /\b(?:of|from|for|with|the) (?<at>chid)\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'child' },
];

export const wordListSchema = z.array(z.string().regex(/^[\p{Ll}-]+$/u));
