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
    find: /\byear (?<number>[1-9]|1[0-3])(?= (?:pupils?|children|students?|class(?:es)?|starters?|transition)\b)|\b(?:in|into|from|of|and|to) (?<at>year (?<upper>[7-9]|1[0-3]))\b(?= (?!of\b|on year\b|\d)\p{L}|[.,;)])/gu,
    message: 'Reports write “{fix}” with a capital: it names a class.',
    fix: 'Year $<number>$<upper>',
  },
  {
    find: /\b(?:in|into|from|for|across|between) (?<at>years (?<first>[7-9]|1[0-3]) (?<joint>and|to|or) (?<last>[7-9]|1[0-3]))\b(?! of\b)/g,
    message: 'Reports write “{fix}” with a capital: it names classes.',
    fix: 'Years $<first> $<joint> $<last>',
  },
  {
    find: /\bkey stage (?<number>one|two|three|four|five)\b/gi,
    message: 'Reports write the number of a key stage as a figure.',
  },
  {
    find: /\bpost 1(?<age>[0-9])\b(?! \p{L}+s ago| (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/giu,
    message: 'Reports write “{fix}”, with a hyphen.',
    fix: 'post-1$<age>',
  },
  { find: /\b0 ?[-–] ?25\b(?! ?%)(?! \p{Lu})/gu, message: 'Reports write “{fix}”.', fix: '0 to 25' },
  { find: /\bdecision making\b/gi, message: 'Reports write “{fix}”, with a hyphen.', fix: 'decision-making' },
  { find: /\bhead[ -]teacher(?<plural>s?)\b/gi, message: 'Reports write “{fix}” as one word.', fix: 'headteacher$<plural>' },
  {
    find: /(?<=\b\p{Ll}{2,20} |(?:^|[.:;] )\p{Lu}\p{Ll}{2,20} )&(?= \p{Ll}{2,20}\b)/gu,
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
  { find: /\b(?<who>they|we|you|who)[’']re\b/gi, message: 'Reports write the words in full: “{fix}”.', fix: '$<who> are' },
  { find: /\b(?<who>they|we|you|who|I)[’']ve\b/gi, message: 'Reports write the words in full: “{fix}”.', fix: '$<who> have' },
  {
    find: /\b(?<who>they|we|you|she|he|it|who|that|I)[’']ll\b/gi,
    message: 'Reports write the words in full: “{fix}”.',
    fix: '$<who> will',
  },
  // With “is”, “has”, “would” or “had”, as the rest of the sentence says.
  {
    find: /\b(?:that|there|here|what|where|how|she|he)[’']s\b|\b(?:they|we|you|she|he)[’']d\b|\bI[’']m\b|\blet[’']s\b/gi,
    message: 'Reports write the words in full, without an apostrophe.',
  },
  { find: /\bit[’']s\b/gi, message: 'Reports write “it is” or “it has” in full.' },
  { find: /\p{L}(?<at>!)(?=\s|$)/gu, message: 'Reports have no exclamation marks. Use a full stop.', fix: '.' },
];

/** Both are clear; a report uses one of them. */
export const PERCENT: Readonly<Record<'sign' | 'words', RegExp>> = { sign: /\d ?%/g, words: /\bper ?cent\b/gi };
