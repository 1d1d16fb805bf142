import type { Phrase } from './phrases.js';
import { SOURCES } from './sources.js';
import type { Source } from './types.js';

export const RESPECTFUL_SOURCE: Source = {
  ...SOURCES.inclusiveLanguage,
  where: 'words to use and avoid; and the usage of published reports (“children and young people with SEND”)',
};

const CONDITION =
  "(?:autis[a-z]+|ADHD|anxiety|depression|epilepsy|asthma|dyslexia|dyspraxia|diabetes|cerebral palsy|Down[’']?s? syndrome|Tourette[’']?s?|trauma|psychosis|mental (?:ill[- ])?health|mental illness|poor mental health|low mood|self-harm|eating disorders?|learning (?:disabilit|difficult)[a-z]+|special educational needs|SEND|SEN|disabilit[a-z]+|hearing (?:loss|impairment)|visual impairment|sight loss|(?:a|an|any|some|this|that|the|chronic|severe|long-term|physical|medical|life-limiting|complex)? ?(?:[a-z-]{1,20} )?(?:condition|disorder|impairment|illness|disability|disease)s?)";

const PEOPLE =
  'children and young people|young people|children|child|young person|pupils?|students?|learners?|adults?|youngsters?|teenagers?|people|cohort';
const PLURAL_PEOPLE = 'children and young people|young people|children|pupils|students|learners|adults|youngsters|teenagers|people';
const NO_NOUN_AFTER =
  "(?![’'-])(?! (?!(?:and|or|in|with|who|to|are|is|have|has|from|by|of|on|at|into|for|football|as|aged|can|do|need|live|should|were|was)\\b)[a-z])";

/** What GOV.UK asks not to write about disability, and what to write. */
export const RESPECTFUL_PHRASES: readonly Phrase[] = [
  {
    find: new RegExp(`\\b(?<label>SEND|SEN|special needs|special educational needs) (?<who>${PLURAL_PEOPLE})\\b(?![’'])`, 'gi'),
    message: 'People come before their needs: write “{fix}”.',
    fix: '$<who> with $<label>',
  },
  {
    find: new RegExp(
      `\\b(?:a |an |the |each |every |any )(?<at>(?<label>SEND|SEN|special needs) (?<who>child|young person|pupil|student|learner))\\b(?![’'])`,
      'gi',
    ),
    message: 'The person comes before the needs: write “{fix}”.',
    fix: '$<who> with $<label>',
  },
  {
    find: new RegExp(`\\b(?<who>${PEOPLE}) with special needs\\b`, 'gi'),
    message: '“special needs” has gone out of use. Write “{fix}”.',
    fix: '$<who> with SEND',
  },
  {
    find: new RegExp(`\\b(?:EHCP?|EHC plan|ADHD|ASD|ASC|SEMH) (?:${PLURAL_PEOPLE})\\b(?![’'])`, 'gi'),
    message: 'People come before a plan or a diagnosis: write “children with …”, not “{text}”.',
  },
  {
    find: new RegExp(
      `\\b(?<at>suffer(?:s|ed|ing)? (?:from|with)) (?:an? |the |some |severe |high |poor |extreme |significant |from )?${CONDITION}`,
      'gi',
    ),
    message: 'A condition is something that a person has: write “has” or “with”, not “{text}”.',
  },
  {
    find: new RegExp(`\\b(?:autism|ADHD|epilepsy|asthma|dyslexia|anxiety|mental health) (?<at>sufferers?)\\b`, 'gi'),
    message: 'Write “people with” the condition: “{text}” sounds helpless.',
  },
  {
    find: new RegExp(`\\b(?<at>(?:afflicted|stricken) (?:by|with)|victims? of) ${CONDITION}`, 'gi'),
    message: 'Write that a person has a condition: “{text}” sounds helpless.',
  },
  { find: /\bwheelchair[- ]bound\b/gi, message: 'A wheelchair gives freedom. Write “wheelchair user” or “who uses a wheelchair”.' },
  {
    find: /\b(?:confined|restricted) to (?:a|his|her|their) wheelchairs?\b/gi,
    message: 'A wheelchair gives freedom. Write “uses a wheelchair”.',
  },
  {
    find: /\bhard[ -]to[ -]reach\b/gi,
    message: '“{text}” puts the fault on families. Say what keeps them from the service, or name the group that services do not reach.',
  },
  {
    find: new RegExp(`\\bthe (?:physically |severely |profoundly |mentally )?(?<at>disabled)\\b${NO_NOUN_AFTER}`, 'gi'),
    message: '“the disabled” is not a group of one kind: write “disabled people”.',
  },
  {
    find: new RegExp(`(?<!\\bteachers? of )\\bthe (?:profoundly |partially )?(?<at>blind|deaf|handicapped)\\b${NO_NOUN_AFTER}`, 'gi'),
    message: 'Write “people who are {text}”, or “{text} people”, not “the {text}”.',
  },
  {
    find: /\b(?:mentally |physically )?handicapped\b|\bhandicaps?\b(?! (?:stakes|race))/gi,
    message: 'Write “disabled” or “disability”: “{text}” is felt as an insult.',
  },
  {
    find: /\bmentally (?:ill|retarded|subnormal|defective|disabled)\b|\bretarded\b/gi,
    message: 'Write “with a mental health condition” or “with a learning disability”, not “{text}”.',
  },
  { find: /\bable[- ]bodied\b/gi, message: 'Write “non-disabled”.', fix: 'non-disabled' },
  {
    find: new RegExp(`\\bnormal (?<at>${PLURAL_PEOPLE})\\b(?![’'])`, 'gi'),
    message: 'Every child is normal. Write “other {text}”, or “{text} without SEND”.',
  },
  {
    find: /\b(?:an? )(?<at>epileptic|diabetic|spastic|schizophrenic|dyslexic|autistic)(?=[.,;]| (?:who|and|is|was)\b)/gi,
    message: 'Write “a person with” the condition: nobody is a diagnosis.',
  },
  {
    find: /\b(?:cripples?|crippled|spastics|invalids|mongols?|imbeciles?|simpletons?)\b/g,
    message: '“{text}” is an insult. Write what you mean in other words.',
  },
  { find: /\b(?:deaf and dumb|deaf[- ]mutes?)\b/gi, message: 'Write “deaf” and say how the person communicates.' },
  { find: /\b(?:epileptic|autistic) (?<at>fits|meltdown|spells)\b/gi, message: 'Write “seizures” or “distress”.' },
  {
    find: new RegExp(`\\b(?:high|low)[- ]functioning (?:autis[a-z]+|${PEOPLE})`, 'gi'),
    message: 'Say what support a person needs: “{text}” hides it.',
  },
  {
    find: new RegExp(`\\b(?:problem|naughty|backward|slow|difficult) (?:${PLURAL_PEOPLE})\\b(?![’'])`, 'gi'),
    message: 'Describe the need, not the child: not “{text}”.',
  },
];
