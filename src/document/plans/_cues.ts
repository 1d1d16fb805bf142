import { POST, VAGUE_DEADLINE } from '../../framework/plan-columns.js';
import { byText } from '../../memo/memo.js';
import { readStatus } from './action-status.js';
import { readDeadline } from './deadline.js';
import { isBlank } from './_piece-texts.js';
import { isPeriod } from './_times-in-words.js';

/*
 * What a text is by its own words, where no label says so: a post, a time, a state, a figure, a number, an instruction. One text can
 * deceive; a column or a series of them says what it holds.
 */

/** The share of the texts that say something for which a test holds; 0 where none says anything. */
export function share(texts: readonly string[], test: (text: string) => boolean): number {
  const filled = texts.filter((text) => !isBlank(text));
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

export const isPost = (text: string): boolean => text.length < 120 && POST.test(text);
/** "95% on the form" is no state, "80% done" is. */
export const isState = (text: string): boolean => {
  const beside = text.replace(/(?<![\d.])\d{1,3}(?:\.\d{1,3})? ?%/g, '');
  return text.length < 30 && readStatus(/\p{L}/u.test(beside) ? beside : text) !== null;
};

const wordCount = (text: string): number => text.split(/\s+/).length;

/** "June 2027", "by 3 May 2027 at the latest", "Ongoing". */
export const isTime = byText(
  (text): boolean =>
    isPeriod(text) || (wordCount(text) <= 7 && readDeadline(text).date !== null) || (wordCount(text) <= 2 && VAGUE_DEADLINE.test(text)),
);

/** "1.2", "E1", "JC/04", "3a", "(iv)", "WS1.2", but no area of the report. */
export const isNumber = (text: string): boolean =>
  /^[([]?(?:(?!AFI|APA|PA\d)\p{Lu}{1,4}[ ./-]?)?\d{1,3}(?:[./-]\d{1,3}){0,3}\p{Ll}?[.):\]]*$|^[([]?(?:[ivx]{1,5}|\p{Ll})[.)\]]+$/u.test(
    text,
  ) && !isPeriod(text);

const FIGURE =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|none|no|nobody|all|every|each|half|third|quarter|rarely|fewer|more|less|only)\b/i;
/** Figures that show whether something has worked; sums of money do not, and a number alone may be one of anything. */
export const isFigure = (text: string): boolean =>
  FIGURE.test(text) && /\p{L}{2}|%/u.test(text) && !/[£€]/.test(text) && !isPeriod(text) && !isPost(text);

/** Words with which no instruction begins: of the closed classes, and forms that are no base of a verb. */
const NO_VERB =
  /^(?:an?|the|this|that|these|those|every|each|all|both|some|many|most|more|few|fewer|no|not|any|it|they|he|she|you|who|what|which|when|where|why|how|if|as|at|by|for|from|in|of|on|to|with|and|but|or|there|here|one|two|three|four|five|six|seven|eight|nine|ten|is|are|was|were|has|have|had|will|should|must|may|can|our|your|their|its|his|her|we|i|children|young|parents|families|carers|people|staff|schools|senior|\p{L}+(?:[^s]s|ed|ing|tion|sion|ity|ness|ment|ance|ence))$/iu;
/** What stands behind a verb, and behind next to no noun. */
const OBJECT =
  /^(?:an?|the|this|these|those|every|each|all|both|some|any|more|fewer|no|how|what|where|when|who|which|whether|that|our|your|their|its|us|them|one|two|three|four|five|six|seven|eight|nine|ten|twelve|up|out|down|together|\d[\d,.]*)$/i;
const BEFORE_VERB = /^(?:(?:jointly|urgently|further|together|then|also|and|to|we will|we shall|we are going to)\s+)+/i;

/** Whether a text may begin with the base of a verb: its first word is none of the closed classes. Next to what else tells of an action only. */
export const mayInstruct = (text: string): boolean => {
  const [first = ''] = text.slice(BEFORE_VERB.exec(text)?.[0].length ?? 0).split(/\s+/, 1);
  return /^\p{L}+(?:-\p{L}+)?$/u.test(first) && !NO_VERB.test(first);
};

/** "1a.", "(iv)", "2.3" before the words of an action. */
export const NUMBER_BEFORE = /^(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?|[a-z]|[ivx]{1,4})[.):]|\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}[a-z])\s+/i;

/** "Recruit six caseworkers", "Set up a desk", "We will write to every family". One such item tells little; most of a series tell that it instructs. */
export const isInstruction = byText((whole): boolean => {
  const text = whole.replace(NUMBER_BEFORE, '');
  const opening = BEFORE_VERB.exec(text)?.[0] ?? '';
  const [first = '', next = '', third = ''] = text.slice(opening.length).split(/\s+/, 3);
  if (third === '' || !/^\p{L}+(?:-\p{L}+)?$/u.test(first) || NO_VERB.test(first)) return false;
  return opening !== '' || OBJECT.test(next) || (!NO_VERB.test(next) && OBJECT.test(third));
});
