import { POST, VAGUE_OWNER } from '../../framework/plan-columns.js';
import { matchesOf } from '../../text/matches.js';
import { isFigure } from './_cues.js';
import { readDeadline } from './deadline.js';
import { move, type Entry, type Placed } from './_entry.js';
import { leaderIn, MEASURED } from './_sentences.js';
import { isPostAlone, timeAlone } from './_tail.js';
import { timesIn } from './_times-in-words.js';
import type { Values } from './_values.js';

/*
 * Who does something, by when and how one will see that it has worked, as sentences and fragments of prose tell it.
 */

export interface Sentence {
  readonly text: string;
  /** In its piece. */
  readonly from: number;
  readonly placed: Placed;
}

/** Longer texts are no actions, in UTF-16 units. */
const LONGEST = 4000;

export const sentencesOf = (placed: Placed): readonly Sentence[] =>
  placed.piece.prose && placed.piece.text.length <= LONGEST
    ? [...matchesOf(placed.piece.text, /[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*/g)].flatMap((match) => {
        const text = match[0].trim();
        return text === '' ? [] : [{ text, from: match.index + match[0].indexOf(text), placed }];
      })
    : [];

/** What speaks of what is still to come. */
export const PROMISES = /\b(?:will|shall|going to|is to|are to|expects?|by the end of|due)\b/i;
export const PAST = /\b(?:was|were|had|did|has been|have been)\b/i;

/** A sentence without its full stop, or the brackets around all of it. */
const withoutStop = (text: string): string => {
  const words = /[.!]$/.test(text) ? text.slice(0, -1) : text;
  return /^\[[^\]]*\]$|^\([^)]*\)$/.test(words) ? words.slice(1, -1) : words;
};

/** Who acts in a sentence, where it names a post, a body, or nobody in particular. */
export function whoIn(sentence: string): string | null {
  const who = leaderIn(sentence);
  if (who !== null && (POST.test(who) || VAGUE_OWNER.test(who))) return who;
  const alone = withoutStop(sentence);
  return isPostAlone(alone) ? alone : null;
}

/** What sentences tell of an action; null where they tell neither who nor by when. `own`: how many of the first are the action itself. */
export function toldInProse(sentences: readonly Sentence[], own: number): Pick<Entry, 'values' | 'places'> | null {
  const values: Values = new Map();
  const places: Entry['places'] = {};
  const add = (name: 'owner' | 'due' | 'measure', { from, placed: { piece, base } }: Sentence, at: number, words: string): void => {
    const start = piece.from + from + at;
    const span = move(piece.prose!.sourceOf(start, start + words.length), base);
    places[name] = span;
    values.set(name, { text: words, span });
  };
  const leaders = sentences.flatMap((sentence) => {
    const who = whoIn(sentence.text);
    return who === null ? [] : [{ sentence, who }];
  });
  const leader = leaders.find(({ who }) => !VAGUE_OWNER.test(who)) ?? leaders[0];
  if (leader) add('owner', leader.sentence, leader.sentence.text.indexOf(leader.who), leader.who);

  const alone = sentences.find(({ text }) => timeAlone(withoutStop(text)) !== null);
  const isElsewhere = (sentence: Sentence): boolean =>
    sentence === alone || (sentence === leader?.sentence && isPostAlone(withoutStop(sentence.text)));
  const hasFigure = ({ text }: Sentence): boolean => isFigure(text) && /\d(?!\d{3})|%/.test(text.replace(/\b20\d\d\b/g, ''));
  const rest = sentences.slice(own).filter((sentence) => !isElsewhere(sentence));
  const isFragment = alone !== undefined || (leader !== undefined && isPostAlone(withoutStop(leader.sentence.text)));
  const measure =
    rest.find(({ text }) => MEASURED.test(text)) ??
    rest.findLast((sentence) => hasFigure(sentence) && PROMISES.test(sentence.text)) ??
    // A fragment behind a post and a day, or what comes last and says what it is for, however vaguely.
    (isFragment ? rest.at(-1) : undefined) ??
    rest.findLast(
      (sentence) => hasFigure(sentence) && !PAST.test(sentence.text) && !timesIn(sentence.text).some(({ isDeadline }) => isDeadline),
    ) ??
    rest.slice(1 - Math.min(own, 1)).findLast(({ text }) => PROMISES.test(text) && leaderIn(text) === null && timesIn(text).length === 0);
  if (measure) add('measure', measure, 0, measure.text);

  const time = alone && timeAlone(withoutStop(alone.text));
  if (alone && time) add('due', alone, alone.text.indexOf(time), time);
  else {
    const ordered = [...sentences.filter((sentence) => sentence !== measure), ...(measure ? [measure] : [])];
    const dated = ordered.flatMap((sentence) => timesIn(sentence.text).map((found) => ({ ...found, sentence })));
    const certain = dated.filter(({ text }) => readDeadline(text).date !== null);
    const due =
      certain.find(({ isDeadline, sentence }) => isDeadline && (sentence !== measure || sentences.length === 1)) ??
      certain.find(({ sentence }) => !PAST.test(sentence.text)) ??
      dated.find(({ sentence }) => PROMISES.test(sentence.text));
    if (due) add('due', due.sentence, due.from, due.text);
  }
  return values.has('owner') || values.has('due') ? { values, places } : null;
}
