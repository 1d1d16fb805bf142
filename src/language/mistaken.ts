/* A word that stands for another of nearly the same letters or sound, told by the words on both sides of it. */
import type { TaggedSentence } from './sentence.js';
import { fieldWord } from './_field.js';

/** What is written, and what is often meant by it. Both are words of the field. */
const MISTAKEN: ReadonlyMap<string, readonly string[]> = new Map(
  `there their|they their|they're their|their there|too to|to too|then than them|than then|practise practice|practice practise|lead led
led lead|careers carers|carers careers|career carer|form from|from form|though through|thought through though|through though|thorough through
through thorough|roll role|role roll|rolls roles|were where|where were|no know|now know|know now no known|hole whole|assess access
access assess|meet met|met meet|will well|well will|are our area|week weak|weak week|here hear|hear here|new knew|knew new|by buy be|be by been
being been|been being|site sight cite|sight site|affect effect|effect affect|affects effects|effects affects|advice advise|advise advice
principal principle|principle principal|principles principals|moral morale|council counsel|counsel council|loose lose|lose loss|loss lost lose
lost loss|past passed|passed past|quite quiet quit|quiet quite|quit quite|he the|this his|that than|than that|which with|with which|who how|how who
most must|must most|personal personnel|personnel personal|county country count|country county|course coarse|right write|write right|peace piece
piece peace|break brake|brake break|accept except|except accept|ensure insure|care are|data date|date data|moths months|them then|the then they
one once|once one|on one|live life|life live|lives live|safe save|save safe|belief believe|believe belief|choice choose|choose choice
proof prove|relief relieve|success succeed|breath breathe|high height|long length|strong strength|deep depth|wide width|your you|you your
patients patience|raise rise|rise raise|fell feel|feed fed|sent send|send sent|spent spend|spend spent|meant mean|built build|build built|bought brought
sort sought|sought sort|tough though|complimentary complementary|compliment complement|causal casual|casual causal|formally formerly|formerly formally
respectively respectfully|discrete discreet|vary very|very vary|fund found|found fund|filed field|field filed|trail trial|tailor tailored|base based
target targeted|plan plant|police policy|polices policies|board broad|broad board abroad|quality qualify|even event|event even|ever every|every ever|back bank
absent absence|absence absent|important importance|importance important|significant significance|independent independence|rose raised|raised rose
award aware|hi high|excess access|adverse averse|averse adverse|seen scene|scene seen|wood would|plaice place|plaices places|weight wait|weights waits
meting meeting|mouths months|untied united|mange manage|mangers managers|leaning learning|aloud allowed|trial trail|meat meet`
    .split(/[|\n]/)
    .map((line) => line.split(' '))
    .map(([written, ...meant]) => [written!, meant] as const),
);

/**
 * What is meant by the word at `at`, where reports have the other word between these two neighbours and never this one beside either; null
 * where that is not so.
 */
export function mistakenAt(s: TaggedSentence, at: number): string | null {
  const { word, owner } = s.tokens[at]!;
  // What stands after the beginning of a sentence tells little: “Which school”, “Though the county is large”.
  if (owner !== '' || s.role(at - 1) === 'num' || s.startsSentence(at)) return null;
  const { field } = s.model;
  // What ends a clause has one neighbour: “much else changes too.”, “80 interviews a year is the target;”.
  if (s.tokens[at + 1]?.kind !== 'word') return null;
  // “Over the same time the share of pupils fell”: a noun phrase begins wherever one may.
  if (word === 'the' && /^(?:noun|adj)$/.test(s.role(at + 1))) return null;
  // No guess at words that no report has: “bike” and “note” are right wherever they stand.
  const meant = MISTAKEN.get(word);
  if (!meant) return null;
  // “from then until now”
  if (word === 'then' && /^(?:from|since|until|till|by|before|and|but|only)$/.test(s.word(at - 1))) return null;
  const before = fieldWord(s, at - 1);
  const after = fieldWord(s, at + 1);
  if (field.follows(before, word) || field.follows(word, after)) return null;
  return meant.find((other) => field.follows(before, other) && field.follows(other, after)) ?? null;
}
