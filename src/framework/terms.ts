import { z } from './zod.js';
import type { Phrase } from './phrases.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

/** House terms of published reports; "EHC needs assessment" is the law’s own (Children and Families Act 2014, section 36). */
export const TERMS_SOURCE: Source = cite(
  SOURCES.publishedReports,
  'terms used throughout; SEND code of practice for “EHC needs assessment”',
);

/** Wrong terms and what the house says instead. */
export const TERM_SLIPS: readonly Phrase[] = [
  {
    find: /\bEHC plans? (?:needs )?assessment(?<plural>s?)\b/g,
    message: 'The law’s term is “EHC needs assessment”: the assessment comes before there is a plan. Change “{text}”.',
    fix: 'EHC needs assessment$<plural>',
  },
  {
    find: /\bEHC assessment(?<plural>s?)\b/g,
    message: 'The law’s term is “EHC needs assessment”.',
    fix: 'EHC needs assessment$<plural>',
    severity: 'info',
  },
  {
    find: /\beducation, health and care plans? needs assessment(?<plural>s?)\b/gi,
    message: 'The law’s term is “education, health and care needs assessment”: the assessment comes before there is a plan.',
    fix: 'education, health and care needs assessment$<plural>',
  },
  {
    find: /\bcoproduc(?<rest>tion|e|ed|es|ing|tive|tively)\b/gi,
    message: 'The house spelling is “{fix}”, with a hyphen.',
    fix: 'co-produc$<rest>',
  },
  { find: /\bco (?<rest>production|produced?|producing)\b/gi, message: 'The house spelling is “{fix}”, with a hyphen.', fix: 'co-$<rest>' },
  {
    find: /\b(?:the|a) (?<at>child and young person)\b(?![- ](?:friendly|cent(?:red|ric)|led|focused|version|plan|voice|profile|panel|feedback|survey))/gi,
    message: 'One person is meant: write “{fix}”.',
    fix: 'child or young person',
  },
  {
    find: /\bchildren(?:,| and) young people,? and (?<their>their )?(?<who>families|parents and carers|parents or carers|parents|carers) with SEND\b(?!-)/gi,
    message: '“with SEND” belongs to the children and young people. Write “{fix}”.',
    fix: 'children and young people with SEND and $<their>$<who>',
  },
  {
    find: /\b(?<!and )(?<child>children|young people|pupils) and (?<their>their )(?<who>families|parents and carers|parents|carers) with SEND\b(?!-)/gi,
    message: '“with SEND” belongs to the children and young people. Write “{fix}”.',
    fix: '$<child> with SEND and $<their>$<who>',
  },
  { find: /\bspecial education needs\b/gi, message: 'The law’s term is “special educational needs”.', fix: 'special educational needs' },
  {
    find: /\bspecial educational needs? and\/or (?:and|or) disabilit(?:y|ies)\b/gi,
    message: 'The term is “special educational needs and/or disabilities”.',
    fix: 'special educational needs and/or disabilities',
  },
  {
    find: /\bspecial educational need and\/or disabilit(?:y|ies)\b/gi,
    message: 'The term is “special educational needs and/or disabilities”.',
    fix: 'special educational needs and/or disabilities',
  },
  {
    find: /\beducation,? health(?:,? care|,? care and| and care)(?<!education, health and care)(?= \(EHC| plan| needs)/g,
    message: 'The plan’s name is “education, health and care (EHC) plan”, with a comma after “education”.',
    fix: 'education, health and care',
    severity: 'info',
  },
  {
    find: /\bEducation Health (?:and|&) Care(?= \(EHC| [Pp]lan)/g,
    message:
      'The plan’s name is “education, health and care (EHC) plan”, with a comma after “education” and small letters inside a sentence.',
    severity: 'info',
  },
  {
    find: /\b(?<at>information advice and support) service/g,
    message: 'Write “{fix}”, with a comma.',
    fix: 'information, advice and support',
    severity: 'info',
  },
  { find: /\bparent(?<and> and)? care forum\b/gi, message: 'A letter is missing: write “{fix}”.', fix: 'parent$<and> carer forum' },
  { find: /\bpreparation to adulthood\b/gi, message: 'The term is “preparation for adulthood”.', fix: 'preparation for adulthood' },
  {
    find: /\battention deficit (?:hyperactive|hyper-activity|hyper activity) disorder\b/gi,
    message: 'The condition is “attention deficit hyperactivity disorder”.',
    fix: 'attention deficit hyperactivity disorder',
  },
  {
    find: /\bchild(?:ren)?(?:’s)? and (?:adult|adolescence|adolescences) mental health services?(?= \(CAMHS)/gi,
    message: 'CAMHS stands for “child and adolescent mental health services”.',
    fix: 'child and adolescent mental health services',
  },
  { find: /\bintergrat(?<rest>ed|ion|es?|ing)\b/gi, message: 'A letter too many: write “{fix}”.', fix: 'integrat$<rest>' },
  { find: /\blocal area partner ship\b/gi, message: 'Write “{fix}”.', fix: 'local area partnership' },
];

/** One term in several spellings, the house's first. A document keeps to one of them. */
export const SPELLING_VARIANTS: readonly (readonly [house: string, ...others: string[]])[] = [
  ['well-being', 'wellbeing'],
  ['multi-agency', 'multiagency'],
  ['multidisciplinary', 'multi-disciplinary'],
  ['neurodevelopmental', 'neuro-developmental'],
  ['neurodiverse', 'neuro-diverse'],
  ['neurodiversity', 'neuro-diversity'],
  ['neurodivergent', 'neuro-divergent'],
  ['reinspection', 're-inspection'],
  ['coordinated', 'co-ordinated'],
  ['coordination', 'co-ordination'],
  ['coordinator', 'co-ordinator'],
  ['coordinators', 'co-ordinators'],
  ['coordinate', 'co-ordinate'],
  ['cooperation', 'co-operation'],
  ['email', 'e-mail'],
  ['ongoing', 'on-going'],
  ['preschool', 'pre-school'],
  ['focused', 'focussed'],
  ['timeframe', 'time frame'],
  ['timeframes', 'time frames'],
  ['timescale', 'time scale'],
  ['timescales', 'time scales'],
  ['upskill', 'up-skill'],
  ['upskilling', 'up-skilling'],
  ['helpline', 'help line'],
  ['website', 'web site'],
  ['SENCo', 'SENCO'],
  ['SENCos', 'SENCOs'],
  ['SENDCo', 'SENDCO'],
  ['SENDCos', 'SENDCOs'],
  ['SALT', 'SaLT'],
  ['PfA', 'PFA'],
  ['EOTAS', 'EOTaS'],
];

export const variantsSchema = z.array(z.array(z.string().min(3)).min(2));
