import type { Phrase } from './phrases.js';
import { cite, SOURCES } from './sources.js';
import type { Source } from './types.js';

/*
 * What published reports write without exception: counted on 16 area SEND reports and on 60 reports of other inspections. Where reports
 * differ, nothing stands here.
 */

export const HOUSE_STYLE_SOURCE: Source = cite(SOURCES.publishedReports, 'counted on 16 reports, and on 60 reports of other inspections');

/** At the beginning of a sentence it has a capital anyway. */
export const KEY_STAGE: Phrase = {
  find: /\bKey Stages? (?=[1-5]\b)/g,
  message: 'Reports write “key stage” with small letters.',
  fix: 'key stage ',
};

export const HOUSE_STYLE: readonly Phrase[] = [
  {
    find: /\byear (?<number>[1-9]|1[0-3])(?= (?:pupils?|children|students?|class(?:es)?|starters?|transition)\b)|\b(?:in|into|from|of|and|to) (?<at>year (?<upper>[7-9]|1[0-3]))\b(?= (?:and|or|to|at|when|who|pupils?)\b|[.,;])/g,
    message: 'Reports write “{fix}” with a capital: it names a class.',
    fix: 'Year $<number>$<upper>',
  },
  { find: /\bpost 1(?<age>[0-9])\b(?! \p{L}+s ago)/giu, message: 'Reports write “{fix}”, with a hyphen.', fix: 'post-1$<age>' },
  { find: /\b0 ?[-–] ?25\b(?! ?%)(?! \p{Lu})/gu, message: 'Reports write “{fix}”.', fix: '0 to 25' },
  { find: /\bdecision making\b/gi, message: 'Reports write “{fix}”, with a hyphen.', fix: 'decision-making' },
  { find: /\bhead teacher(?<plural>s?)\b/gi, message: 'Reports write “{fix}” as one word.', fix: 'headteacher$<plural>' },
  {
    find: /(?<=\b\p{Ll}{2,20} )&(?= \p{Ll}{2,20}\b)/gu,
    message: 'Outside names reports write “and”, not “&”.',
    fix: 'and',
  },
  {
    find: /\b(?<verb>do|does|did|is|are|was|were|has|have|had|could|should|would|must)n[’']t\b/gi,
    message: 'Reports write the words in full: “{fix}”.',
    fix: '$<verb> not',
  },
  { find: /\b(?:can[’']t|cannot’t)\b/gi, message: 'Reports write the words in full: “{fix}”.', fix: 'cannot' },
  { find: /\bwon[’']t\b/gi, message: 'Reports write the words in full: “{fix}”.', fix: 'will not' },
  { find: /\p{L}(?<at>!)(?=\s|$)/gu, message: 'Reports have no exclamation marks. Use a full stop.', fix: '.' },
];

/** Both are clear; a report uses one of them. */
export const PERCENT: Readonly<Record<'sign' | 'words', RegExp>> = { sign: /\d ?%/g, words: /\bper ?cent\b/gi };
