import { z } from './zod.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

export interface Acronym {
  readonly letters: string;
  /** What it stands for, singular, as it stands inside a sentence; null where it stands for several things. */
  readonly expansion: string | null;
  /** Other words that yield it, which are as good. */
  readonly variants?: readonly string[];
  /** The name of one body: "the" goes before the words in a sentence, whether or not it goes before the letters. */
  readonly the?: true;
  /** A name that takes no article even where the letters have one. */
  readonly bare?: true;
}

export const ACRONYMS_SOURCE: Source = cite(SOURCES.govukStyle, 'abbreviations and acronyms: spell out in full at the first use, unless well known');

const entry = (letters: string, expansion: string | null, more: Omit<Acronym, 'letters' | 'expansion'> = {}): Acronym => ({ letters, expansion, ...more });

/** Acronyms of the field, which a reader from outside does not know. */
export const ACRONYMS: readonly Acronym[] = [
  entry('AAC', 'augmentative and alternative communication'),
  entry('ACE', 'adverse childhood experience'),
  entry('ADHD', 'attention deficit hyperactivity disorder', { variants: ['attention deficit and hyperactivity disorder', 'attention deficit/hyperactivity disorder'] }),
  entry('AHP', 'allied health professional'),
  entry('AP', 'alternative provision'),
  entry('APDR', 'assess, plan, do, review'),
  entry('ARP', 'additionally resourced provision'),
  entry('ASC', null),
  entry('ASD', 'autism spectrum disorder', { variants: ['autistic spectrum disorder'] }),
  entry('BSL', 'British Sign Language'),
  entry('CAMHS', 'child and adolescent mental health services', {
    variants: ['child and adolescent mental health service', 'children and adolescent mental health services', 'children and adolescents mental health services', 'children’s and adolescents’ mental health services'],
  }),
  entry('CBT', 'cognitive behavioural therapy'),
  entry('CCG', 'clinical commissioning group'),
  entry('CCN', 'community children’s nursing'),
  entry('CDC', null),
  entry('CETR', 'care, education and treatment review', { variants: ['care (education) and treatment review'] }),
  entry('CHC', 'continuing healthcare'),
  entry('CIC', null),
  entry('CiC', 'children in care', { variants: ['child in care'] }),
  entry('CIN', null),
  entry('CLA', 'children looked after'),
  entry('CME', 'children missing education'),
  entry('CP', null),
  entry('CPD', 'continuing professional development'),
  entry('CQC', 'Care Quality Commission', { the: true }),
  entry('CSC', 'children’s social care'),
  entry('CTR', 'care and treatment review'),
  entry('CYP', 'children and young people'),
  entry('CYPMHS', 'children and young people’s mental health services'),
  entry('DBV', 'Delivering Better Value', { bare: true, variants: ['Delivering Better Value in SEND'] }),
  entry('DCO', 'designated clinical officer'),
  entry('DCS', 'director of children’s services'),
  entry('DfE', 'Department for Education', { the: true }),
  entry('DHSC', 'Department of Health and Social Care', { the: true }),
  entry('DLA', 'disability living allowance'),
  entry('DLD', 'developmental language disorder'),
  entry('DMO', 'designated medical officer'),
  entry('DSCO', 'designated social care officer'),
  entry('DSG', 'dedicated schools grant'),
  entry('DSL', 'designated safeguarding lead'),
  entry('DSR', 'dynamic support register'),
  entry('DWP', 'Department for Work and Pensions', { the: true }),
  entry('EAL', 'English as an additional language'),
  entry('EBSA', 'emotionally based school avoidance', { variants: ['emotional based school avoidance'] }),
  entry('EBSNA', 'emotionally based school non-attendance'),
  entry('EHA', 'early help assessment'),
  entry('EHC', 'education, health and care'),
  entry('EHCNA', 'education, health and care needs assessment', { variants: ['EHC needs assessment'] }),
  entry('EHE', 'elective home education', { variants: ['electively home educated'] }),
  entry('ELSA', 'emotional literacy support assistant'),
  entry('ELSEC', 'Early Language Support for Every Child', { bare: true }),
  entry('EOTAS', 'education otherwise than at school', { variants: ['educated other than at school', 'education other than at school', 'educated otherwise than at school'] }),
  entry('EP', 'educational psychologist', { variants: ['educational psychology'] }),
  entry('EPS', 'educational psychology service'),
  entry('ESOL', 'English for speakers of other languages'),
  entry('EYFS', 'early years foundation stage'),
  entry('FASD', 'fetal alcohol spectrum disorder', { variants: ['foetal alcohol spectrum disorder'] }),
  entry('FE', 'further education'),
  entry('FSM', 'free school meals'),
  entry('FTE', 'full-time equivalent'),
  entry('HAF', 'holiday activities and food'),
  entry('HI', 'hearing impairment'),
  entry('HMCI', 'His Majesty’s Chief Inspector', { bare: true }),
  entry('HMI', 'His Majesty’s Inspector', { bare: true }),
  entry('HNB', 'high needs block'),
  entry('IAPT', 'improving access to psychological therapies'),
  entry('IAS', 'information, advice and support'),
  entry('IASS', 'information, advice and support service'),
  entry('ICB', 'integrated care board'),
  entry('ICP', 'integrated care partnership'),
  entry('ICS', 'integrated care system'),
  entry('IEP', 'individual education plan'),
  entry('IHA', 'initial health assessment'),
  entry('IHCP', 'individual healthcare plan'),
  entry('IRO', 'independent reviewing officer'),
  entry('JSNA', 'joint strategic needs assessment'),
  entry('KPI', 'key performance indicator'),
  entry('LA', 'local authority'),
  entry('LAC', 'looked-after children', { variants: ['looked after children', 'looked-after child'] }),
  entry('LADO', 'local authority designated officer'),
  entry('LAP', 'local area partnership'),
  entry('LD', null),
  entry('LDA', 'learning disability and autism', { variants: ['learning disabilities and autism'] }),
  entry('LGA', 'Local Government Association', { the: true }),
  entry('LGSCO', 'Local Government and Social Care Ombudsman', { the: true }),
  entry('LSA', 'learning support assistant'),
  entry('MASH', 'multi-agency safeguarding hub'),
  entry('MAT', 'multi-academy trust'),
  entry('MDT', 'multidisciplinary team', { variants: ['multi-disciplinary team'] }),
  entry('MHST', 'mental health support team'),
  entry('MLD', 'moderate learning difficulties'),
  entry('MoU', 'memorandum of understanding'),
  entry('MSI', 'multi-sensory impairment'),
  entry('ND', 'neurodevelopmental', { variants: ['neuro-developmental', 'neurodiverse', 'neurodivergent', 'neurodiversity'] }),
  entry('NDD', null),
  entry('NDT', null),
  entry('NEET', 'not in education, employment or training', { variants: ['not in employment, education or training'] }),
  entry('NHSE', 'NHS England', { bare: true }),
  entry('NHSEI', 'NHS England and NHS Improvement', { bare: true }),
  entry('OCD', 'obsessive compulsive disorder'),
  entry('OT', null),
  entry('PCF', 'parent carer forum', { variants: ['parent and carer forum', 'parents and carers forum', 'parent carers forum'] }),
  entry('PDA', 'pathological demand avoidance'),
  entry('PEP', 'personal education plan'),
  entry('PfA', 'preparation for adulthood', { variants: ['preparing for adulthood'] }),
  entry('PHB', 'personal health budget'),
  entry('PINS', 'Partnerships for Inclusion of Neurodiversity in Schools', { bare: true }),
  entry('PMLD', 'profound and multiple learning difficulties'),
  entry('PRU', 'pupil referral unit'),
  entry('QA', 'quality assurance'),
  entry('QToD', 'qualified teacher of the deaf'),
  entry('QTVI', null),
  entry('RHA', 'review health assessment'),
  entry('RTT', 'referral to treatment'),
  entry('SALT', 'speech and language therapy', { variants: ['speech and language therapist'] }),
  entry('SaLT', 'speech and language therapy', { variants: ['speech and language therapist'] }),
  entry('SDQ', 'strengths and difficulties questionnaire'),
  entry('SEF', 'self-evaluation form'),
  entry('SEMH', 'social, emotional and mental health'),
  entry('SENCO', 'special educational needs coordinator', { variants: ['special educational needs co-ordinator', 'special education needs coordinator'] }),
  entry('SENCo', 'special educational needs coordinator', { variants: ['special educational needs co-ordinator', 'special education needs coordinator'] }),
  entry('SENDCO', 'special educational needs and disabilities coordinator', { variants: ['special educational needs and disability coordinator', 'special educational needs and/or disabilities coordinator'] }),
  entry('SENDCo', 'special educational needs and disabilities coordinator', { variants: ['special educational needs and disability coordinator', 'special educational needs and/or disabilities coordinator'] }),
  entry('SENDIASS', 'SEND information, advice and support service', {
    the: true,
    variants: ['special educational needs and disabilities information, advice and support service', 'special educational needs and disability information, advice and support service'],
  }),
  entry('SENIF', 'special educational needs inclusion fund'),
  entry('SLA', 'service level agreement'),
  entry('SLCN', 'speech, language and communication needs'),
  entry('SLD', 'severe learning difficulties'),
  entry('SLT', null),
  entry('SpLD', 'specific learning difficulties'),
  entry('SRO', 'senior responsible officer'),
  entry('SRP', null),
  entry('TA', null),
  entry('TAC', 'team around the child'),
  entry('TAF', 'team around the family'),
  entry('ToR', 'terms of reference'),
  entry('UASC', 'unaccompanied asylum-seeking children'),
  entry('VAWG', 'violence against women and girls'),
  entry('VCS', 'voluntary and community sector'),
  entry('VCSE', 'voluntary, community and social enterprise'),
  entry('VI', null),
  entry('WSOA', 'written statement of action'),
  entry('WSoA', 'written statement of action'),
  entry('WTE', 'whole-time equivalent'),
  entry('YJS', 'youth justice service'),
  entry('YOT', 'youth offending team'),
  entry('YP', 'young people'),
];

/**
 * Known to every reader, titles and honours, or no acronyms at all. SEND and SEN are house terms: the outcome
 * statement and the heading expand SEND, and published reports use SEN without an expansion.
 */
export const NO_EXPANSION: readonly string[] = [
  'SEND', 'SEN', 'NHS', 'UK', 'EU', 'UN', 'US', 'USA', 'GP', 'MP', 'BBC', 'TV', 'CD', 'DVD', 'PC', 'IT', 'ICT', 'PE', 'RE', 'GCSE', 'GCE', 'BTEC', 'NVQ', 'HIV', 'DNA', 'IQ', 'PDF', 'HTML', 'URL', 'USB', 'QR', 'SMS', 'FAQ', 'AGM', 'CEO', 'CV',
  'DIY', 'HR', 'ID', 'PIN', 'PA', 'PR', 'PHSE', 'PSHE', 'STEM', 'VAT', 'HMRC', 'RAF', 'YMCA', 'YWCA', 'NSPCC', 'MENCAP', 'COVID', 'LGBT', 'LGBTQ', 'LGBTQI', 'LGBTQIA', 'OBE', 'MBE', 'CBE', 'KBE', 'DBE', 'BEM', 'KC', 'QC', 'BA', 'MA', 'MSC', 'PHD', 'CIPFA',
  'RAG', 'BRAG', 'SMART', 'AM', 'PM', 'BST', 'GMT', 'AD', 'BC', 'CE', 'RC', 'FC', 'PO', 'HM', 'HRH', 'LTD', 'PLC', 'LLP', 'OK', 'NB', 'PS', 'VE', 'VJ', 'TBC', 'TBA', 'NA', 'OFSTED', 'CAFCASS', 'EHCP', 'AFI', 'APA', 'WCAG', 'SI',
  'AI', 'AQA', 'BMI', 'CCTV', 'CPR', 'FM', 'FOI', 'FT', 'GDPR', 'GPS', 'IVF', 'MBC', 'MMR', 'NICE', 'OCR', 'ONS', 'PCR', 'PGCE', 'PPE', 'QTS', 'SAT', 'SATS', 'UCAS', 'UNESCO', 'UNICEF', 'VR', 'WHO',
];

/** Charities, tests and programmes that write their names in capitals. */
export const NAMES_IN_CAPITALS: readonly string[] = ['ADOS', 'AFASIC', 'ASDAN', 'ASQ', 'BPVS', 'ELKLAN', 'HENRY', 'IPSEA', 'KIDS', 'KOOTH', 'NASEN', 'NELI', 'PEEP', 'PECS', 'SCERTS', 'SCOPE', 'SENSE', 'SHINE', 'SNAP', 'TEACCH', 'THRIVE', 'TISUK'];

/** Ordinary words that people write in capitals for emphasis. */
export const CAPITAL_WORDS: readonly string[] = [
  'A', 'ALL', 'ALWAYS', 'AN', 'AND', 'ANY', 'ARE', 'AS', 'AT', 'BE', 'BEFORE', 'BOTH', 'BUT', 'BY', 'CAN', 'CANNOT', 'DO', 'DOES', 'DRAFT', 'EACH', 'EVERY', 'FINAL', 'FOR', 'FROM', 'HAS', 'HAVE', 'HOW', 'IF', 'IN', 'IS', 'IT', 'ITS', 'MORE', 'MUST', 'NEVER', 'NEW', 'NO', 'NONE',
  'NOT', 'NOTE', 'NOW', 'OF', 'ON', 'ONLY', 'OR', 'OUR', 'PLEASE', 'SHALL', 'SHOULD', 'SO', 'THAT', 'THE', 'THEIR', 'THEY', 'THIS', 'TO', 'TOO', 'UP', 'URGENT', 'VERY', 'WE', 'WHAT', 'WHEN', 'WHO', 'WHY', 'WILL', 'WITH', 'YES', 'YOU', 'YOUR', 'XX', 'XXX', 'XXXX', 'CONFIDENTIAL', 'OFFICIAL', 'SENSITIVE', 'INSERT', 'NAME', 'RED', 'AMBER', 'GREEN', 'BLUE',
];

export const acronymSchema = z.strictObject({
  letters: z.string().regex(/^[A-Z][A-Za-z]*[A-Za-z]$/),
  expansion: z.string().min(6).nullable(),
  variants: z.array(z.string().min(6)).optional(),
  the: z.literal(true).optional(),
  bare: z.literal(true).optional(),
});
