/** Vowel letters that sound like a consonant at the start of a word: "a unit", "a European", "a one-off". */
const CONSONANT_SOUND =
  /^(?:un(?:i|anim)|us(?:e|u|a(?:ge|ble)|ing|er)|ut(?:il|opi|eri)|ubi|uk\b|ufo|ur(?:anium|in[ae]|olog)|eu|ewe|one(?!ir|r)|once|ouija)/i;
/** Of the words with uni-, those that are un- and another word: "unimportant". */
const UNI_VOWEL = /^uni(?:n|m[amp]|den|ll|rr|ss)/i;
/** A silent h: "an hour". */
const SILENT_H = /^(?:hour|honest|honou?r|heir)/i;
/** Letters whose names begin with a vowel sound: "an HMI", "an NHS trust". */
const VOWEL_LETTER = /^[AEFHILMNORSX]/;

/** "an" or "a" before a word; null where both are in use or nothing is certain ("historic", "SEND", single letters). */
export function articleFor(word: string): 'a' | 'an' | null {
  if (/^(?:8|11(?!\d)|18(?!\d))/.test(word)) return 'an';
  if (/^1[18]\d\d$/.test(word)) return null;
  if (/^\d/.test(word)) return 'a';
  // Letters and digits mixed, and words without a vowel, are spoken letter by letter or not: nobody knows.
  if (word.length < 2 || !/^[a-z]+$/i.test(word)) return null;
  if (!/[aeiouy]/i.test(word) && !SPELLED.test(word)) return null;
  if (/^\p{Lu}{2}/u.test(word)) return SPELLED.test(word) ? (VOWEL_LETTER.test(word) ? 'an' : 'a') : null;
  if (/^h(?:istor|otel|abitual|eroic|otelier|erb)/i.test(word)) return null;
  if (SILENT_H.test(word)) return 'an';
  if (/^[aeiou]/i.test(word)) return CONSONANT_SOUND.test(word) && !UNI_VOWEL.test(word) ? 'a' : 'an';
  return /^y(?:tt|ps)/i.test(word) ? null : 'a';
}

/** Letters that are spoken one by one, so that their article is certain. */
const SPELLED =
  /^(?:ADHD|AP|ASD|ASC|CCG|CQC|DCO|DSCO|DSR|EHC|EHCNA|EHCP|EHE|EP|GP|HMCI|HMI|ICB|ICS|IT|LGBT|MP|NHS|NHSE|PCF|PE|TV|UK)(?:s|\b)/;
