import type { Phrase } from './phrases.js';
import { SOURCES, cite } from './sources.js';
import type { Source } from './types.js';

/*
 * Official names and the slips that are made in them. The sovereign is a King since 8 September 2022, so it is
 * "His Majesty’s" in everything that is written under this framework.
 */

export const NAMES_SOURCE: Source = cite(SOURCES.publishedReports, 'fixed sentences on the regulators; usual wording in 56 reports');

/** Words after "Care Quality Commission" that make it describe them, so that it needs no article of its own. */
const ATTRIBUTED =
  '(?:inspect|report|rating|regist|standard|framework|lead\\b|team|colleague|website|guidance|visit|review|regulat|staff|partner|manager|officer|judgement|area\\b|service|children|data\\b|methodology)';

/** Ofsted has no article of its own: one before it belongs to what follows both, as in “the Ofsted and Care Quality Commission inspection”. */
const ATTRIBUTED_BOTH = '(?<!\\b(?:the|an|this|our|each|any|every|its|their|last|joint|recent|previous) (?:[a-z]{2,12} )?Ofsted )';

export const NAME_SLIPS: readonly Phrase[] = [
  {
    find: /\b(?:Quality (?:and |of )?Care Commissions?|Care and Quality Commissions?|Care (?:Qualities|Qualify|Quailty|Qualtiy|Quality’s|Quality's) Commission|Care Commission Quality|Commission (?:for|of) (?:Care Quality|Quality Care|Quality of Care)|Care Quality Commissions|Care Quality (?:Comission|Commision|Comision|Commisson|Commissioner|Committee|Council))\b(?![’'])/g,
    message: 'The regulator is the Care Quality Commission (CQC), not “{text}”. Change the name.',
    fix: 'Care Quality Commission',
  },
  {
    find: new RegExp(
      `${ATTRIBUTED_BOTH}\\b(?:and|from|with|by|of|to|for|at|or|alongside|both|between|that) (?<at>Care Quality Commission)\\b(?![’']s? (?:own )?${ATTRIBUTED})(?!(?: \\(CQC\\))?[ -]${ATTRIBUTED})`,
      'gi',
    ),
    message: 'In a sentence it is “the Care Quality Commission”. Add “the”.',
    fix: 'the Care Quality Commission',
  },
  { find: /\bOFSTED\b/g, message: 'Ofsted is written with a capital O only. Change “{text}” to “Ofsted”.', fix: 'Ofsted' },
  {
    find: /\b(?:OfSTED|OFsted|OfSted|Of-sted)\b/g,
    message: 'Ofsted is written with a capital O only. Change “{text}” to “Ofsted”.',
    fix: 'Ofsted',
  },
  { find: /\bofsted\b(?!\.gov|\.org|@)(?<![/@.]ofsted)/g, message: 'Ofsted is a name and begins with a capital.', fix: 'Ofsted' },
  {
    find: /\b(?:His|Her) (?:Majesties|Majestys|Majesty[’']?)(?= (?:Chief )?Inspector)/g,
    message: 'The title is “His Majesty’s”. Change “{text}”.',
    fix: 'His Majesty’s',
  },
  {
    find: /\bHer Majest(?:y[’']?s?|ies)[’']?(?= (?:Chief )?Inspector)/g,
    message: 'Since September 2022 it is “His Majesty’s”. Change “{text}”.',
    fix: 'His Majesty’s',
  },
  { find: /\bHM[’']I\b/g, message: 'His Majesty’s Inspector is shortened to HMI, without an apostrophe.', fix: 'HMI' },
  { find: /\bH\.M\.I\.?(?=\s|$|,)/g, message: 'His Majesty’s Inspector is shortened to HMI, without full stops.', fix: 'HMI' },
  {
    find: /\bDepartment of Education\b/g,
    message: 'The ministry is the Department for Education. Change “of” to “for”.',
    fix: 'Department for Education',
  },
  {
    find: /\bDepartment for Health and Social Care\b/g,
    message: 'The ministry is the Department of Health and Social Care. Change “for” to “of”.',
    fix: 'Department of Health and Social Care',
  },
  {
    find: /\bSecretary of State of Education\b/g,
    message: 'The title is “Secretary of State for Education”.',
    fix: 'Secretary of State for Education',
  },
  {
    find: /\bSecretary of State for education\b/g,
    message: 'The title is “Secretary of State for Education”, with a capital.',
    fix: 'Secretary of State for Education',
  },
  {
    find: /\bChildren[’']?s Services? Inspector(?<!Children[’']s Services Inspector)(?<plural>s?)\b/g,
    message: 'The title is “Children’s Services Inspector”.',
    fix: 'Children’s Services Inspector$<plural>',
  },
  {
    find: /\bChild(?:ren)?(?:[’']s)? and Famil(?:y|ies) Act(?<!Children and Families Act)/g,
    message: 'The law is the Children and Families Act 2014.',
    fix: 'Children and Families Act',
  },
  { find: /\bChildren[’']s Act (?<year>1989)\b/g, message: 'The law is the Children Act 1989.', fix: 'Children Act $<year>' },
  { find: /\b(?:CAFCASS|CafCASS|CafCass)\b/g, message: 'The service writes its name “Cafcass”.', fix: 'Cafcass' },
  { find: /\bNHS E\b(?! and)/g, message: 'The body is NHS England. Write the name in full.', fix: 'NHS England' },
];

/** Common nouns that are no names in running text. */
export const LOWER_CASE_NAMES: readonly Phrase[] = [
  {
    find: /\b[Tt]he (?<at>Local [Aa]rea [Pp]artnership)\b(?! \(| \p{Lu})/gu,
    message: 'Without a place name this is no proper name: write “{fix}”.',
    fix: 'local area partnership',
  },
];

/** The same in reports, which are in their authors' house style; plans write “the Area SEND inspection” as the title of the report does. */
export const LOWER_CASE_IN_REPORTS: readonly Phrase[] = [
  {
    find: /(?<=[a-z,;] |[a-z] \()(?<at>Area SEND) (?:inspection|arrangements|reinspection|monitoring)/g,
    message: '“area SEND” begins with a small letter inside a sentence.',
    fix: 'area SEND',
  },
];
