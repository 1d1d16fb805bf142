/* eslint regexp/no-super-linear-move: off -- read only reports in a folder that the user names */
import { pick, put, sentence, swap, type SlipClass } from './class.js';

const WORDS = /(?<=\p{Ll} )(\p{Ll}{4,})(?= \p{Ll})/gu;
const section = (heading: RegExp): RegExp => new RegExp(`^#{2,3} (?:${heading.source})[^\\n]*\\n[^]*?(?=^#{1,3} |(?![^]))`, 'gimu');
const DETAILS = '(?<=partnership details\\n[^]{0,900})';

const STRUCTURE: readonly SlipClass[] = [
  swap('structure', 'outcome section left out', section(/Inspection outcome/), '', { anywhere: ['required-section', 'outcome-statement'] }),
  swap('structure', 'what is effective left out', section(/What is the area partnership doing/), '', { anywhere: ['required-section'] }),
  swap('structure', 'what to do better left out', section(/What does the area partnership need/), '', { anywhere: ['required-section'] }),
  swap('structure', 'details left out', section(/Local area partnership details/), '', {
    anywhere: ['required-section', 'partnership-details'],
  }),
  swap('structure', 'section twice', section(/What does the area partnership need/), ({ 0: whole }) => `${whole}${whole}`, {
    anywhere: ['duplicate-section'],
  }),
  swap('structure', 'empty section', /(?<=^## What is the area partnership doing[^\n]*\n)[^]*?(?=^## )/gim, '\n', {
    anywhere: ['empty-section'],
  }),
  swap('structure', 'heading level skipped', /^## (?=What is it like)/gm, '#### '),
  swap('structure', 'heading without a space', /^## (?=What|Inspection outcome)/gm, '##'),
  swap(
    'structure',
    'misworded heading',
    /(?<=^## )What is it like to be a child or young person with/gm,
    'What it is like to be a child or young person with',
  ),
  swap('structure', 'no title', /^# .*\n/g, '', { anywhere: ['title'] }),
  sentence('structure', 'placeholder', [
    '⟦[insert text]⟧',
    'The figure is ⟦XX⟧ in 2023.',
    'The date is ⟦TBC⟧.',
    'Lorem ipsum ⟦dolor⟧ sit amet.',
  ]),
];

const OUTCOME: readonly SlipClass[] = [
  swap('outcome', 'and/or lost', /and\/or systemic failings|needs and\/or disabilities(?= \(SEND\)[.,])/g, ({ 0: m }) =>
    m.replace('and/or', 'and'),
  ),
  swap('outcome', 'disability for disabilities', /(?<=needs and\/or )disabilities(?= \(SEND\)[.,])/g, 'disability'),
  swap('outcome', 'word of the statement lost', /inconsistent experiences and outcomes|experiences and outcomes of children/g, ({ 0: m }) =>
    m.replace(' and outcomes', ''),
  ),
  swap('outcome', 'approximately lost', /within approximately /g, 'within '),
  swap('outcome', 'wrong interval', /(?<=approximately )(?:three|3|five|5|18)(?= (?:years|months))/g, ({ 0: m }) =>
    m.length > 2 || m === '18' ? 'two' : '2',
  ),
  swap('outcome', 'next inspection left out', /^(?:The next|A monitoring)[^\n]*within approximately[^\n]*\n/gm, '', {
    anywhere: ['next-inspection'],
  }),
  swap('outcome', 'follow-up left out', /^(?:As a result of this inspection|Ofsted and (?:the )?(?:CQC|Care))[^\n]*\n/gm, '', {
    anywhere: ['outcome-follow-up'],
  }),
  sentence('outcome', 'outcome of another kind', [
    '⟦The local area partnership’s arrangements typically lead to positive experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND).⟧ The local area partnership is taking action where improvements are needed.',
  ]),
  swap(
    'outcome',
    'area that asks nobody',
    /(?<=^\| |^\|[^|\n]*\| )(?:Leaders|The (?:local area )?partnership|The local authority)[^|\n.]{0,80} should [^|\n]*(?= \|$)/gm,
    'The waits for speech and language therapy are too long.',
  ),
];

const DATES: readonly SlipClass[] = [
  swap('dates', 'end before the start', /(?<=^Inspection dates?: )(\d+) to (\d+)/gm, '$2 to $1'),
  swap('dates', 'day that does not exist', /(?<=^Inspection dates?: \d+ to )\d+(?= \p{L}+ \d{4})/gmu, '34'),
  swap(
    'dates',
    'month misspelt',
    /(?<=^Inspection dates?: [^\n]{0,12})(?:January|February|September|October|November|December)/gm,
    ({ 0: m }) => m.slice(0, 2) + m.slice(3),
  ),
  swap('dates', 'weekend', /(?<=^Inspection dates?: )(\d+) to (\d+)(?= \p{L}+ \d{4})/gmu, ({ 1: a, 2: b }) => `${a} to ${Number(b) + 1}`),
  swap('dates', 'no dates', /^Inspection dates?: [^\n]*\n/gm, '', { anywhere: ['inspection-dates'] }),
  swap('dates', 'previous inspection later', /(?<=^Dates? of previous inspection: [^\n]*)20\d\d/gm, '2027'),
  sentence('dates', '30 February', ['The board met on ⟦30 February⟧ 2023.', 'Leaders agreed this on ⟦31 June⟧ 2022.']),
  sentence('dates', 'wrong weekday', ['The forum met on ⟦Monday 5 July 2022⟧.', 'Leaders met on ⟦Friday 14 March 2023⟧.']),
  sentence('dates', 'ordinal', ['On the ⟦1st⟧ of July 2022 the service opened.', 'It closed on ⟦3rd⟧ May 2022.']),
  sentence('dates', 'between … to', ['The visits took place ⟦between 16 to 18 May⟧ 2022.', 'It ran ⟦between 3 to 7 October⟧ 2022.']),
  swap('dates', 'copyright before the inspection', /(?<=Crown copyright )20\d\d/g, '2019'),
];

const TEAM: readonly SlipClass[] = [
  swap('team', 'no Ofsted lead', /(?<=^\| [^|\n]*?),? ?(?:Ofsted )?(?:HMI,? )?(?:Ofsted )?[Ll]ead [Ii]nspector(?= \|)/gm, ' Ofsted HMI', {
    anywhere: ['inspection-team'],
  }),
  swap('team', 'team left out', section(/Inspection team/), '', { anywhere: ['required-section', 'inspection-team'] }),
  swap(
    'team',
    'an inspector more in the sentence',
    /(?<=was led by one of His Majesty.s Inspectors[^\n]*)(?:\band|;) (?:two|three|four)(?= [^\n]*Inspectors)/g,
    ({ 0: m }) => m.replace(/two|three|four/, 'seven'),
    { anywhere: ['inspection-team'] },
  ),
  swap('team', 'row of the team lost', /^\| [^|\n]+(?:HMI|Ofsted)[^|\n]* \| [^|\n]+CQC[^|\n]* \|\n(?![^]*CQC)/gm, '', {
    anywhere: ['inspection-team'],
  }),
  swap('team', 'no request of the Secretary of State', /^This inspection was carried out at the request[^\n]*\n/gm, '', {
    anywhere: ['statutory-basis'],
  }),
  swap('team', 'another section of the Act', /section 20\(1\)\(a\)/g, 'section 20(1)(b)'),
  // The number is another then, too.
  swap('team', 'HMIs of', /one of His Majesty.s Inspectors/g, 'two of HMI from', { anywhere: ['inspection-team'] }),
];

const NAMES: readonly SlipClass[] = [
  swap(
    'names',
    'post without a comma',
    new RegExp(
      `${DETAILS}(?<=\\| \\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}-]+), (?=(?:Executive|Director|Chief|Corporate|Interim)[^|\\n]* \\|)`,
      'giu',
    ),
    ' ',
  ),
  swap(
    'names',
    'post lost',
    new RegExp(
      `${DETAILS}(?<=\\| \\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}-]+),? (?:Executive|Director|Chief|Corporate|Interim)[^|\\n]*(?= \\|)`,
      'giu',
    ),
    '',
  ),
  swap('names', 'website lost', new RegExp(`${DETAILS}(?<=\\| )(?:https?://|www\\.)[^|\\n ]*(?= \\|)`, 'giu'), ' ', {
    anywhere: ['partnership-details'],
  }),
  swap('names', 'address lost', new RegExp(`${DETAILS}(?<=\\| )[^|\\n]*<br>[^|\\n]*\\p{Lu}\\d[^|\\n]*(?= \\|)`, 'gu'), ' ', {
    anywhere: ['partnership-details'],
  }),
  swap('names', 'postcode with O for 0', new RegExp(`${DETAILS}(?<=\\p{Lu}{1,2}\\d+ )\\d(?=\\p{Lu}{2}\\b)`, 'gu'), 'O'),
  swap('names', 'postcode with l for 1', new RegExp(`${DETAILS}(?<=\\b\\p{Lu}{1,2})\\d{1,2}(?= \\d\\p{Lu}{2}\\b)`, 'gu'), 'l'),
  swap('names', 'postcode without its end', new RegExp(`${DETAILS}(?<=\\p{Lu}{1,2}\\d+ \\d\\p{Lu})\\p{Lu}\\b`, 'gu'), ''),
  swap(
    'names',
    '& for and in the council',
    new RegExp(`${DETAILS}(?<=\\| \\p{L}+ )and(?= \\p{L}[^|\\n]*(?:Council|Board|ICB))`, 'gu'),
    '&',
  ),
  swap('names', 'Quality Care Commission', /Care Quality Commission(?= \(CQC\))/g, 'Quality Care Commission'),
  swap('names', 'from CQC without the', /from the Care Quality Commission/g, 'from Care Quality Commission'),
  swap('names', 'OFSTED', /(?<=\p{Ll} )Ofsted(?= \p{L})/gu, 'OFSTED'),
  swap('names', 'Her Majesty’s', /His Majesty/g, 'Her Majesty'),
  swap('names', 'another local area', /(?<=children and young people with SEND in )\p{Lu}\p{L}+(?=[.,])/gu, ({ 0: m }) =>
    m === 'Rutland' ? 'Bexley' : 'Rutland',
  ),
  sentence('names', 'capitals of the partnership', [
    'The ⟦Local Area Partnership⟧ has listened.',
    'Families trust the ⟦Local Area Partnership⟧ more.',
  ]),
  sentence('names', 'former regime', [
    'The ⟦clinical commissioning group⟧ now plans more clinics.',
    'The ⟦written statement of action⟧ is still under way.',
  ]),
];

const ACRONYMS: readonly SlipClass[] = [
  sentence('acronyms', 'never explained', [
    'Few families know the ⟦KQTW⟧.',
    'The ⟦JBVD⟧ pathway is slow.',
    'Each school has a ⟦DHTC⟧ team.',
  ]),
  sentence('acronyms', 'letters in another order', [
    'The school nurse outreach team (⟦SNTO⟧) helps.',
    'The early language and play project (⟦EPLP⟧) is new.',
    'The family welcome network (⟦FNW⟧) is new.',
  ]),
  sentence('acronyms', 'a letter too many', ['The family welcome network (⟦FWBTN⟧) is new.', 'The community play team (⟦CPTR⟧) is new.']),
  sentence('acronyms', 'known letters, other words', [
    'Some wait for speech and language help (⟦SALT⟧).',
    'The multi-agency screening house (⟦MASH⟧) is new.',
    'The designated clinical organiser (⟦DCO⟧) helps.',
  ]),
  swap('acronyms', 'CAHMS', /\(CAMHS\)/g, '(CAHMS)'),
  swap('acronyms', 'bracket lost', /(?<=\p{Ll} )\((?:CAMHS|ADHD|EOTAS|AP|ICB)\)/gu, ({ 0: m }) => m.slice(0, -1)),
  swap('acronyms', 'brackets lost', /(?<=\p{Ll} )\((?:CAMHS|ADHD|EOTAS)\)/gu, ({ 0: m }) => m.slice(1, -1)),
  swap('acronyms', 'used before it is explained', /(?<=\p{Ll}) \((?:ADHD|CAMHS|EOTAS)\)/gu, '', { anywhere: ['acronym'] }),
  sentence('acronyms', 'twice explained', [
    'The family welcome network (FWN) is new. Parents like the FWN. Staff of the ⟦family welcome network (FWN)⟧ agree.',
  ]),
  sentence('acronyms', 'EHCP', ['Each ⟦EHCP⟧ is reviewed.', 'Too many ⟦EHCPs⟧ are late.']),
  sentence('acronyms', 'capitals for emphasis', ['This is ⟦VERY IMPORTANT⟧ to families.', 'Leaders ⟦MUST NOT⟧ wait.']),
];

const GRAMMAR: readonly SlipClass[] = [
  swap('grammar', 'doubled word', WORDS, ({ 0: m }) => `${m} ${m}`),
  swap('grammar', 'doubled small word', /(?<=\p{Ll} )(?:the|of|to|and|in)(?= \p{Ll})/gu, ({ 0: m }) => `${m} ${m}`),
  swap('grammar', 'a before a vowel', /(?<=\p{Ll} )an(?= [aei]\p{Ll}{3,})/gu, 'a'),
  swap('grammar', 'an before a consonant', /(?<=\p{Ll} )a(?= [bcdfgklmprstvw]\p{Ll}{3,})/gu, 'an'),
  swap('grammar', 'have for has', /(?<=(?:local authority|partnership|council) )has(?= \p{Ll})/gu, 'have'),
  swap('grammar', 'has for have', /(?<=(?:young people|[Ll]eaders|[Ff]amilies|[Pp]arents) )have(?= \p{Ll})/gu, 'has'),
  swap('grammar', 'is for are', /(?<=(?:young people|[Ll]eaders|[Ff]amilies|[Pp]ractitioners|plans|services) )are(?= \p{Ll})/gu, 'is'),
  swap('grammar', 'was for were', /(?<=(?:young people|[Ll]eaders|[Ff]amilies|plans|services) )were(?= \p{Ll})/gu, 'was'),
  sentence('grammar', 'agreement across of', [
    'The quality of assessments ⟦are⟧ mixed.',
    'The effect of recent reforms ⟦are⟧ not yet seen.',
    'Waits for a first appointment ⟦prevents⟧ progress.',
    'The number of tribunals ⟦have⟧ fallen.',
    'The views of the forum ⟦shapes⟧ the offer.',
  ]),
  sentence('grammar', 'each and every', [
    'Each of the schools ⟦have⟧ a plan.',
    'Every family ⟦receive⟧ a call.',
    'Each child ⟦have⟧ a key worker.',
  ]),
  sentence('grammar', 'there is several', ['There ⟦has⟧ lately been gains.', 'There ⟦is⟧ many clinics.', 'There ⟦are⟧ a clear plan.']),
  sentence('grammar', 'verb after a modal', [
    'Leaders should ⟦improves⟧ this.',
    'Staff can ⟦helps⟧ at once.',
    'Schools must ⟦sharing⟧ what they know.',
  ]),
  sentence('grammar', 'verb after have', ['Leaders have ⟦began⟧ the work.', 'Schools have ⟦took⟧ part.', 'It has ⟦ran⟧ well.']),
  sentence('grammar', 'verb after to', ['Leaders want to ⟦improves⟧ this.', 'Staff are able to ⟦helped⟧ quickly.']),
  sentence('grammar', 'lost small word', [
    'Staff meet in ⟦order help⟧ families.',
    'The area offers a ⟦range short⟧ breaks.',
    'Leaders work ⟦closely schools⟧ on this.',
    'Families are ⟦able access⟧ advice.',
  ]),
  sentence('grammar', 'less for fewer', ['There are ⟦less⟧ complaints than before.', 'Schools make ⟦less⟧ referrals now.']),
  sentence('grammar', 'lost possessive', [
    'The ⟦boards⟧ decision was right.',
    'They hear the young ⟦persons⟧ wishes.',
    'The ⟦childrens⟧ views are heard.',
  ]),
  sentence('grammar', 'them things', ['A lack of understanding of ⟦this⟧ needs is common.', 'Leaders know ⟦these⟧ issue well.']),
];

const HOMOPHONES: readonly SlipClass[] = [
  swap('homophones', 'there for their', /(?<=\p{Ll} )their(?= (?:needs|children|families|views|plans|child|education))/gu, 'there'),
  swap('homophones', 'it’s for its', /(?<=\p{Ll} )its(?= \p{Ll})/gu, 'it’s'),
  sentence('homophones', 'their for there', ['⟦Their⟧ is a clear plan.', '⟦Their⟧ are long waits for help.']),
  sentence('homophones', 'who’s for whose', ['Children ⟦who’s⟧ needs are complex wait.', 'Families ⟦who’s⟧ views differ are heard.']),
  sentence('homophones', 'practise and practice', ['Good ⟦practise⟧ is shared.', 'Staff ⟦practice⟧ the skills that they learn.']),
  sentence('homophones', 'affect and effect', ['This has a positive ⟦affect⟧ on families.', 'Long waits ⟦effect⟧ children’s learning.']),
  sentence('homophones', 'principle and principal', [
    'The ⟦principle⟧ educational psychologist leads.',
    'The ⟦principal⟧ that needs come first is agreed.',
  ]),
  sentence('homophones', 'though and through', ['Help comes ⟦though⟧ the local offer.', 'Families learn of it ⟦though⟧ the forum.']),
  sentence('homophones', 'bought and brought', ['This has ⟦bought⟧ teams together.', 'The change ⟦bought⟧ about better work.']),
  sentence('homophones', 'careers and carers', ['Parents and ⟦careers⟧ are heard.', 'Foster ⟦careers⟧ are well trained.']),
  sentence('homophones', 'role and roll', ['Leaders began the ⟦role⟧ out of the tool.', 'Health visitors play a key ⟦roll⟧ in this.']),
  sentence('homophones', 'lead and led', ['The team is ⟦lead⟧ by a nurse.', 'This has ⟦lead⟧ to better plans.']),
  sentence('homophones', 'of for have', ['Leaders should ⟦of⟧ acted sooner.', 'More could ⟦of⟧ been done.']),
  sentence('homophones', 'then for than', ['Waits are longer ⟦then⟧ before.', 'More children ⟦then⟧ last year are seen.']),
  sentence('homophones', 'loose and advise', [
    'Families ⟦loose⟧ trust.',
    'Parents get good ⟦advise⟧ early.',
    'Children ⟦loose⟧ confidence in themselves.',
  ]),
  sentence('homophones', 'form for from', ['Help ⟦form⟧ the team is good.', 'Children ⟦form⟧ all parts of the area take part.']),
  sentence('homophones', 'were for where', ['There are schools ⟦were⟧ pupils thrive.', 'In cases ⟦were⟧ needs change, plans change.']),
];

const SLIP_WORDS: readonly (readonly [string, string])[] = [
  ['receive', 'recieve'],
  ['children', 'chidlren'],
  ['education', 'eduction'],
  ['assessment', 'assesment'],
  ['therapy', 'theraphy'],
  ['support', 'suport'],
  ['identify', 'identfy'],
  ['improve', 'imporve'],
  ['partnership', 'parnership'],
  ['families', 'familes'],
  ['services', 'serivces'],
  ['information', 'infomation'],
  ['effective', 'effctive'],
  ['strategic', 'stratgic'],
  ['professionals', 'proffesionals'],
  ['experiences', 'experinces'],
  ['commissioning', 'commisioning'],
];
const misspell = (name: string, pattern: RegExp, twist: (word: string, at: number) => string): SlipClass => ({
  group: 'spelling',
  name,
  plant(text, random) {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return null;
    const match = pick(matches, random);
    const by = twist(match[0], 2 + Math.floor(random() * (match[0].length - 4)));
    return by === match[0] ? null : put(text, match.index, match.index + match[0].length, by);
  },
});
const LONG = /(?<=\p{Ll} )\p{Ll}{8,}(?= \p{Ll})/gu;
const SPELLING: readonly SlipClass[] = [
  misspell('two letters exchanged', LONG, (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)),
  misspell('letter lost', LONG, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  misspell('letter doubled', LONG, (word, at) => word.slice(0, at) + word[at] + word.slice(at)),
  misspell('other letter', LONG, (word, at) => `${word.slice(0, at)}${word[at] === 'q' ? 'x' : 'q'}${word.slice(at + 1)}`),
  misspell('two words in one', /(?<=\p{Ll} )\p{Ll}{5,} \p{Ll}{5,}(?= \p{Ll})/gu, (words) => words.replace(' ', '')),
  misspell(
    'at the beginning of a sentence',
    /(?<=\. )\p{Lu}\p{Ll}{7,}(?= \p{Ll})/gu,
    (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ),
  {
    group: 'spelling',
    name: 'common misspelling',
    plant(text, random) {
      const [right, wrong] = pick(SLIP_WORDS, random);
      return swap('', '', new RegExp(`(?<=\\p{Ll} )${right}(?= \\p{Ll})`, 'gu'), wrong).plant(text, random);
    },
  },
  sentence('spelling', 'month', ['The clinic opened in ⟦Febuary⟧ 2022.', 'It closed in ⟦Novemeber⟧ 2022.', 'In ⟦Septmber⟧ 2022 it moved.']),
  sentence('spelling', 'American', ['Good ⟦behaviors⟧ are praised.', 'The ⟦center⟧ opened.', 'Good ⟦behavior⟧ is praised.']),
];

const ACCESSIBILITY: readonly SlipClass[] = [
  sentence('accessibility', 'image without text', ['⟦![](chart.png)⟧', '⟦![image](chart.png)⟧', '⟦![chart.png](chart.png)⟧']),
  sentence('accessibility', 'click here', [
    'For the plan [⟦click here⟧](https://example.org/plan).',
    'You can [⟦read more⟧](https://example.org/more).',
  ]),
  sentence('accessibility', 'bare address as text', ['See [⟦https://example.org/plan.pdf⟧](https://example.org/plan.pdf).']),
  sentence('accessibility', 'colour alone', ['Progress is ⟦🔴⟧ so far.', 'Progress is ⟦🟢⟧ so far.']),
  swap('accessibility', 'bold line for a heading', /^## (What is it like[^\n]*|Information about this inspection)$/gm, '**$1**'),
  swap('accessibility', 'glyph bullets', /^- (?=\p{Lu})/gmu, '• '),
  swap('accessibility', 'empty header cell', /(?<=^\| )(?:Local Authority|Ofsted)(?= \|)/gim, ' '),
  swap('accessibility', 'row with too many cells', /^\| [^|\n]+ \| [^|\n]+ \|$(?=\n\n)/gm, ({ 0: m }) => `${m} extra |`),
  swap('accessibility', 'line of dashes lost', /^\| --- \| --- \|\n/gm, '', {
    anywhere: ['shown-as-text', 'table-structure', 'fake-list'],
  }),
];

const PERSONAL: readonly SlipClass[] = [
  sentence('personal data', 'NHS number', ['The file of ⟦943 476 5919⟧ was read.', 'NHS number: ⟦9434765919⟧.']),
  sentence('personal data', 'National Insurance number', ['The number ⟦AB 12 34 56 C⟧ was read.']),
  sentence('personal data', 'date of birth', ['The child (born ⟦12 March 2014⟧) waits.', 'One child, date of birth ⟦12/03/2014⟧, waits.']),
  sentence('personal data', 'personal e-mail', [
    'Write to ⟦jo.bloggs77@gmail.com⟧ for more.',
    'The mother’s address is ⟦mary_smith@hotmail.co.uk⟧.',
  ]),
  sentence('personal data', 'mobile number', ['The parent’s number is ⟦07700 900123⟧.', 'Ring ⟦07700 900 456⟧ for her.']),
  sentence('personal data', 'home postcode', ['The family lives at ⟦12 Acacia Road, Leeds LS6 2AB⟧.', 'His home is in ⟦M14 5RT⟧.']),
  sentence('personal data', 'named child', ['⟦Jack (aged 9)⟧ waits for a school.', '⟦Aisha, aged 7⟧, has no school place.']),
  sentence('personal data', 'case number', ['The file ⟦EHCP-12345⟧ was late.', 'Case ⟦SEND/2023/0045⟧ was late.']),
];

const LANGUAGE: readonly SlipClass[] = [
  sentence('wording', 'SEND children', ['⟦SEND children⟧ wait too long.', 'Support for ⟦SEND pupils⟧ is good.']),
  sentence('wording', 'suffers from', ['A boy who ⟦suffers from⟧ autism waits.', 'One ⟦wheelchair-bound⟧ child waits.']),
  sentence('wording', 'coproduction', ['The ⟦coproduction⟧ of plans is strong.', 'Leaders ⟦coproduce⟧ the offer.']),
  sentence('wording', 'EHC plan assessment', ['An ⟦EHC plan assessment⟧ takes long.']),
];

export const SLIPS: readonly SlipClass[] = [
  ...STRUCTURE,
  ...OUTCOME,
  ...DATES,
  ...TEAM,
  ...NAMES,
  ...ACRONYMS,
  ...GRAMMAR,
  ...HOMOPHONES,
  ...SPELLING,
  ...ACCESSIBILITY,
  ...PERSONAL,
  ...LANGUAGE,
];
