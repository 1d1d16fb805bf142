/* Words of the closed classes, and the forms of nouns and verbs. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Determiners that begin a noun phrase. */
export const ARTICLES = set('a an the');
export const POSSESSIVE_PRONOUNS = set('my your his her its our their whose');
export const DETERMINERS = set(
  'a an the my your his her its our their whose this that these those each every either neither no some any all both many most several few fewer more another such much enough various what which half',
);
/** After these only one thing can stand. */
export const ONE = set('a an another each every this');
/** After these several things stand. */
export const SEVERAL = set('these those many several few fewer both various');
export const PERSONAL = set(
  'i you he she it we they me him us them who whom everyone everybody someone somebody anyone anybody nobody nothing everything something anything one there',
);
/** With “of”, a subject of one thing, whatever follows; and those of several. */
export const ONE_OF = set('each one either neither');
export const SEVERAL_OF = set('many both few several');
/** Pronouns that are subjects and show their number. */
export const SINGULAR_SUBJECTS = set(
  'he she it each everyone everybody someone somebody anyone anybody nobody nothing everything something anything this',
);
export const PLURAL_SUBJECTS = set('they we these those');

export const MODALS = set('can could will would shall should must may might cannot');
export const BE = set('be am is are was were been being');
export const HAVE = set('have has had having');
export const DO = set('do does did');
/** Finite forms that show their number, with the other number. */
export const AUXILIARY_PAIRS: readonly (readonly [singular: string, plural: string])[] = [
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
];

export const PREPOSITIONS = set(
  'of for in with between from to on at within across by about among amongst around into through under during after before against towards toward over without beyond near per outside inside regarding concerning throughout until since upon via despite alongside above below behind beside off onto up down out along following including like as than because',
);
/** Those that tie one noun phrase to the next, so that the first is the head. */
export const LINKS = set(
  'of for in with between from to on at within across by about among amongst around into through under during against towards over without beyond outside inside regarding concerning throughout',
);
/** Words after which a clause begins. */
export const SUBORDINATORS = set(
  'that because when whenever while whilst although though if whether where wherever whereas unless until once so how why since but yet',
);

/** Adverbs that stand between a subject and its verb and do not end in -ly. */
export const ADVERBS = set(
  'not also now still often always never already just even only soon too then therefore however thus sometimes nevertheless yet ever instead otherwise almost rather quite very more most less least well largely perhaps seldom both all each far much so',
);

/** Nouns of amount that need no “of”. */
export const BARE_AMOUNTS = set(
  'number numbers majority minority proportion percentage lot lots handful few half third thirds quarter quarters fifth rest remainder none any some all most many more one two three four five six seven eight nine ten cent range variety',
);

/** Nouns of amount: what they count decides, by the rules of English, as much as they do. */
export const AMOUNTS = set(
  'number numbers range majority minority variety proportion percentage group groups series set sets lot lots amount handful couple dozen half third thirds quarter quarters fifth rest remainder mix mixture selection array host plethora wealth cohort cohorts pool raft suite string part parts portion bulk type types kind kinds sort sorts form forms pair total average combination collection network team cross-section spectrum abundance multitude minority list body cluster bank package menu breadth none any some all most many few more one two three four five six seven eight nine ten cent',
);

/** Nouns for several people or things taken as one; British English lets them take either number. */
export const COLLECTIVES = set(
  'team council authority board staff police committee government partnership panel cohort family leadership workforce public community population media group organisation organization service department company trust charity agency forum cabinet executive directorate management majority school college university court court’s ofsted cqc hospital crew army jury youth press audience crowd membership household couple pair public senior generation ministry parliament commission association union federation consortium network unit force personnel administration judiciary clergy party side club class faculty provider partner ics icb minority collective leadership',
);

/** Verbs whose form with or without -s is hardly ever a noun, whatever a lexicon says. */
export const RARELY_NOUNS = set(
  'make makes take takes get gets give gives help helps keep keeps go goes come comes say says see sees find finds know knows tell tells become becomes put puts let lets bring brings think thinks feel feels seek seeks meet meets do does have has be is hold holds write writes read reads speak speaks sit sits send sends allow allows believe believes develop develops leave hear hears',
);

/** Nouns with one form for both numbers, or whose number is unsettled. */
const UNSETTLED = set(
  'staff data metadata media series means headquarters species police people’s offspring criteria works barracks crossroads aircraft kudos pence fish sheep dice politics ethics statistics economics mathematics physics gymnastics athletics logistics dynamics basics genetics specifics tactics analytics demographics metrics acoustics semantics maths news premises whereabouts proceeds thanks others other rest more less most some any none such same latter former all both many few several one two three each either neither another what which enough half mine yours hers ours theirs personnel poor rich elderly disabled vulnerable young old unemployed homeless good better best worst ms mrs mr plus minus kg km cm gcses sats',
);
const PLURALS = set(
  'children people men women feet teeth mice geese lice oxen phenomena bacteria criteria analyses crises theses hypotheses diagnoses bases oases lives wives knives halves shelves selves wolves leaves loaves thieves calves scarves grandchildren schoolchildren stepchildren policemen policewomen craftsmen workmen fishermen tradespeople townspeople salespeople workpeople spokespeople clergymen gentlemen firemen chairmen persons strata curricula appendices indices matrices vertices syllabuses alumni stimuli nuclei radii parentheses prognoses paralyses emphases neuroses psychoses',
);

/** One, several, or 0 where the form does not tell. */
export type Number = 'one' | 'several' | 0;

/** The number of a noun by its form, in lower case. */
export function nounNumber(noun: string): Number {
  const word = noun.slice(noun.lastIndexOf('-') + 1);
  if (UNSETTLED.has(word) || word.endsWith('(s)') || /\d/.test(word) || word.length < 2) return 0;
  if (PLURALS.has(word)) return 'several';
  if (!word.endsWith('s') || /(?:ss|us|is|ous)$/.test(word)) return 'one';
  if (
    /ics$/.test(word) &&
    !/(?:topic|clinic|critic|mechanic|traffic|fabric|relic|picnic|medic|paramedic|academic|characteristic|logic|epidemic|comic|basic|medic|cleric|sceptic|diabetic|mosaic|metric|rubric)s$/.test(
      word,
    )
  )
    return 0;
  if (
    /^(?:always|perhaps|diabetes|rabies|measles|mumps|herpes|rickets|lens|bias|atlas|canvas|christmas|gas|alias|yes|chaos|ethos|pathos|pancreas|asthmas|texas|wales|themselves|ourselves|yourselves|sos|aids|across|sometimes|besides|towards|afterwards|overseas|upstairs|downstairs|indoors|outdoors|nowadays|its|his|this|thus|as|was|has|is|does)$/.test(
      word,
    )
  )
    return 0;
  return 'several';
}

/** The singular of a regular plural in lower case. */
export function singularOf(plural: string): string {
  const irregular: Readonly<Record<string, string>> = {
    children: 'child',
    people: 'person',
    men: 'man',
    women: 'woman',
    lives: 'life',
    analyses: 'analysis',
    crises: 'crisis',
    diagnoses: 'diagnosis',
  };
  if (Object.hasOwn(irregular, plural)) return irregular[plural]!;
  return baseOf(plural);
}

/** The base of a form with -s, in lower case: “studies”, “reaches”, “plans”. */
export function baseOf(form: string): string {
  if (/[^aeiou]ies$/.test(form) && form.length > 4) return `${form.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o)es$/.test(form)) return form.slice(0, -2);
  return form.replace(/s$/, '');
}

/** A verb with -s. */
export function withS(base: string): string {
  if (base === 'have') return 'has';
  if (base === 'be') return 'is';
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  if (/(?:s|sh|ch|x|z|[^aeiou]o)$/.test(base)) return `${base}es`;
  return `${base}s`;
}

/** Verbs whose past differs from the participle, and those with forms of their own: base, past, participle. */
const IRREGULAR = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|creep crept crept|deal dealt dealt
do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard
hide hid hidden|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met
overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|pay paid paid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|shake shook shaken|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent
stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven
win won won|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|rebuild rebuilt rebuilt|redo redid redone|rewrite rewrote rewritten|foresee foresaw foreseen|mistake mistook mistaken|uphold upheld upheld`
  .split(/[|\n]/)
  .filter(Boolean)
  .map((line) => line.split(' ') as [string, string, string]);

/** Pasts that are no participles (“went”), with the participle. */
export const PAST_ONLY: ReadonlyMap<string, string> = new Map(
  IRREGULAR.filter(([base, past, participle]) => past !== participle && past !== base).map(([, past, participle]) => [past, participle]),
);
/** Irregular participles that are no bases, with the base. */
export const IRREGULAR_PARTICIPLES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.filter(([base, , participle]) => participle !== base).map(([base, , participle]) => [participle, base]),
);
/** Irregular pasts with the base. */
export const IRREGULAR_PASTS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.filter(([base, past]) => base !== past).map(([base, past]) => [past, base]),
);
const PARTICIPLE_OF = new Map(IRREGULAR.map(([base, , participle]) => [base, participle]));

/** Whether a form may be a past participle. */
export const isParticiple = (form: string): boolean =>
  IRREGULAR_PARTICIPLES.has(form) ||
  (/[^e]ed$/.test(form) && form.length > 4 && form !== 'embed') ||
  /(?:spel|learn|burn|lean|dwel|spil|spoil|smel|dream|leap|knel)t$/.test(form) ||
  /^(?:put|set|cut|let|hit|shut|read|become|come|run|split|spread|cost|hurt|offset|reset|upset|input|output|cast|forecast|broadcast|bid|rid|quit|burst|beat)$/.test(
    form,
  );

/** Whether a form ends in -ing as participles do, and is no base that only looks so (“bring”). */
export const isIng = (form: string): boolean =>
  /[a-z]{2}ing$/.test(form) && !/^(?:bring|string|spring|swing|cling|sting|fling|wring)$/.test(form);

/** The form of a base with -ing. */
export function ingOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  if (/(?:^|[^aeiou])[aeiou][bdgmnpt]$/.test(base) && (base.length < 5 || /^(?:commit|admit|submit|begin|refer|transfer)$/.test(base)))
    return `${base}${base.at(-1)!}ing`;
  return `${base}ing`;
}

/** The past participle of a base. */
export function participleOf(base: string): string {
  const irregular = PARTICIPLE_OF.get(base);
  if (irregular) return irregular;
  if (/^(?:put|set|cut|let|hit|shut|read|split|spread|cost|hurt)$/.test(base)) return base;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (/(?:^|[^aeiou])[aeiou][bdgmnprt]$/.test(base) && !/(?:en|er|on|or|it|et|op|elop)$/.test(base.length > 4 ? base : ''))
    return `${base}${base.at(-1)!}ed`;
  return `${base}ed`;
}
