import { POST, VAGUE_OWNER } from '../../framework/plan-columns.js';
import { matchesOf } from '../../text/matches.js';
import type { Entry } from './_entry.js';
import type { PieceText } from './_piece-types.js';
import type { Values } from './_values.js';

/*
 * Who leads an action and how one will see that it has worked, where the sentences behind its first one say so.
 */

/** "The Head of SEND leads this work": who, before what the sentence says of them. */
const LEADS =
  /^(?:The )?(\p{Lu}[^.;:]{3,80}?) (?:(?:will )?(?:leads?|owns?|oversees?|manages?|answers? for|runs?)|(?:is|are|will be) (?:leading|responsible|accountable|in charge)|(?:has|have|takes?|will (?:have|take)) (?:the lead|charge))\b/u;
/** "It is led by the Head of SEND." */
const LED_BY =
  /\b(?:led|owned|overseen|managed) by (?:the )?(\p{Lu}[^.;:]{3,80}?)(?=,? and (?:will|is|to|ends?|runs?)\b|,? (?:by|from|with|until|who|which)\b|[.;:]|$)/u;
/** "The lead is the Head of SEND." */
const LEAD_IS = /^(?:The |Our )?(?:lead|owner|lead officer|responsible officer) (?:is|will be) (?:the )?(\p{Lu}[^.;:]{3,80}?)(?=[.;:]|$)/u;

/** "The Inclusion Manager, Exampleshire Council, will agree a form": who acts. */
const ACTS = /^(?:The )?(\p{Lu}[^.;:]{3,110}?),? (?:will|shall|is to|are to)(?:,[^,.;:]{3,60},)? (?:also |then )?\p{Ll}/u;
const AFTER_TIME = /^(?:By|From|In|Before|Until|During|After|At) [^.;:]{3,40}?,? (?=the \p{Lu})/u;
/** "A clerk counts, and the Head of SEND answers for it." */
const ANSWERS = /, (?:and|but|while) (?:the )?(\p{Lu}[^.;:,]{3,80}?) (?:answers? for|leads?|owns?|is (?:responsible|accountable))\b/u;
const SURE_ACTOR =
  /\b(?:directors?|heads? of|managers?|officers?|leads?|chief|nurse|dc[so]|dmo|dsco|sro|co-?ordinators?|commissioners?|headteachers?|advis[eo]rs?|psychologists?|principal)\b/i;

/** Who leads or acts, as a sentence says; null where it says it of nobody. */
export function leaderIn(text: string): string | null {
  // "By 31 July 2027 the Head of SEND will …"
  const time = AFTER_TIME.exec(text);
  const sentence = time ? `T${text.slice(time[0].length + 1)}` : text;
  const leads = (ANSWERS.exec(sentence) ?? LEADS.exec(sentence) ?? LED_BY.exec(sentence) ?? LEAD_IS.exec(sentence))?.[1];
  if (leads !== undefined) return leads.replace(/,$/, '');
  const acts = ACTS.exec(sentence)?.[1];
  return acts !== undefined &&
    !/^(?:Each|An?|In|On|By|At|From|After|Before|Until|During|When|If|As|One|Two|Three|This|That|These|Those|It)\b/.test(acts) &&
    (SURE_ACTOR.test(acts) || VAGUE_OWNER.test(acts))
    ? acts.replace(/,$/, '')
    : null;
}

export const MEASURED =
  /^(?:(?:we|you|families|leaders|everyone|people|the board) (?:will|shall|should) (?:know|see|have succeeded|measure|judge|test)|success (?:means|is|will|looks)|(?:this|it|success|progress) (?:will be|is) (?:measured|successful|judged|a success|tested)|(?:it|this) (?:will have|has) worked|(?:our|the) (?:success )?(?:measure|target|test|sign|aim)s?(?: of success)?(?: for this)? (?:is|are|will be))\b/i;

/** Adds what the later sentences of an action tell to what its fields do. */
export function toldInSentences(values: Values, places: Entry['places'], piece: PieceText): void {
  const { prose } = piece;
  if (!prose || piece.text.length > 2000) return;
  const sentences = [...matchesOf(piece.text, /[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*/g)];
  for (const sentence of sentences.slice(1)) {
    const words = sentence[0].trim();
    const at = piece.from + sentence.index + sentence[0].indexOf(words);
    if (!values.has('owner') && !values.has('body')) {
      const who = (LEADS.exec(words) ?? LED_BY.exec(words) ?? LEAD_IS.exec(words))?.[1];
      if (who !== undefined && POST.test(who)) {
        const from = at + words.indexOf(who);
        places.owner = prose.sourceOf(from, from + who.length);
        values.set('owner', { text: who, span: places.owner });
      }
    }
    if (!values.has('measure') && MEASURED.test(words)) {
      places.measure = prose.sourceOf(at, at + words.length);
      values.set('measure', { text: words, span: places.measure });
    }
  }
}
