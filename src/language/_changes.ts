/* What may have been meant where a sentence has a slip: changes of one word. */
import { boundedMap, byObject, type BoundedMap } from '../memo/memo.js';
import { POS, type LanguageModel } from './model.js';
import type { TaggedSentence } from './sentence.js';
import { adjectivesOf, adverbOf } from './_forms.js';
import { isClosed, signOf, type Change, type Sign } from './_usage.js';
import { isParticiple, nounNumber, singularOf, withS } from './words.js';

/** Words that are often one too many. */
export const DOUBLED: readonly string[] = 'a an the to of in for with on is are has have been be they it and as more'.split(' ');

/** Words of which one is written for another, by ear or by hand. */
const LOOK_ALIKE = `their there|their they|its it's|to too two|then than|form from|no know|where were wear|our are out|though through thought|quiet quite|past passed
role roll|accept except|affect effect|affects effects|advice advise|practice practise|principal principle|lose loose|complement compliment|brought bought|weather whether|lead led
heard herd|seen scene|week weak|right write|whole hole|personal personnel|ensure insure ensue|choose chose|live life|safe save|sight site|carers careers|an and|by be|as has|on one own|them then|well will|fell feel fill|plan plane|meet meat|whose who's|here hear her|piece peace|board bored|allowed aloud|course coarse|stationary stationery
council counsel|wait weight|some sum same|which witch|sort sought|taught thought|sent send|build built|new knew|threw through|poor pour|peer pier|bare bear|break brake|moral morale
patients patience|presence presents|prospective perspective|access assess|adverse averse|born borne|elicit illicit|extend extent|formally formerly|later latter|loss lose
precede proceed|raise rise|trail trial|vary very|waste waist|wonder wander|work word world|casual causal|county country|field filed|public pubic|united untied|sensor sensory|lack lake
far fair|fair fare|great grate|hire higher|male mail|mane main|none non|pair pare|pale pail|plain plane|read red|reed read|root route|sale sail|sea see|seam seem|steal steel|their they're
tail tale|team teem|time tie|wary weary|would wood|your you're|steps steep|chance change|every ever|each reach|head heard|help held|like likely|lived lives|most must|over offer
part party|place plaice|reviewed renewed|set sit|shared scared|staff stuff|support supports|think thing|three tree|timely timing|use us|waits wants|want went|while whole`;

type Groups = ReadonlyMap<string, readonly string[]>;
function groupsOf(lines: string): Groups {
  const groups = new Map<string, string[]>();
  for (const line of lines.split(/[|\n]/)) {
    const words = line.split(' ');
    for (const word of words) groups.set(word, [...(groups.get(word) ?? []), ...words.filter((other) => other !== word)]);
  }
  return groups;
}
const BY_LOOKS = groupsOf(LOOK_ALIKE);

interface Forms {
  readonly adverbs: readonly string[];
  readonly owners: readonly string[];
}

const MOST_FORMS = 10_000;
const formsOf = byObject<LanguageModel, BoundedMap<Forms>>(() => boundedMap(MOST_FORMS));

/** Adverb and adjective, and what a noun would be with another owner’s ending or none. */
const otherForms = (word: string, s: TaggedSentence): Forms => formsOf(s.model)(word, () => readForms(word, s));

function readForms(word: string, s: TaggedSentence): Forms {
  const may = (form: string, pos: number): boolean => (s.model.classes(form) & pos) !== 0;
  const adverbs = new Set<string>();
  const owners: string[] = [];
  if (/'s$/.test(word)) owners.push(withS(word.slice(0, -2)));
  else if (/s'$/.test(word)) owners.push(word.slice(0, -1));
  else if (/^[a-z]{3,}(?:-[a-z]+)?$/.test(word) && !isClosed(word, s.classesOf(word))) {
    const classes = s.classesOf(word);
    if ((classes & POS.NOUN) !== 0 && nounNumber(word) === 'several') owners.push(`${word}'`, `${singularOf(word)}'s`);
    const adverb = adverbOf(word);
    if (((classes & POS.ADJ) !== 0 || isParticiple(word)) && may(adverb, POS.ADV)) adverbs.add(adverb);
    if (/ly$/.test(word) && (classes & POS.ADV) !== 0) for (const adjective of adjectivesOf(word, s.model)) adverbs.add(adjective);
  }
  return { adverbs: [...adverbs], owners };
}

/** Whether what is around lets an adverb, or an adjective, stand: “strongly advocates”, “thoroughly, openly”, “too slowly”, “quick enough”. */
function settlesAdverb(signs: readonly Sign[], at: number, s: TaggedSentence): boolean {
  const next = signs[at + 1];
  if (!next || !/^[a-z]/.test(next.text)) return next?.text === ',' || /^(?:too|so|very|more|as)$/.test(signs[at - 1]!.text);
  if (/^(?:and|or)$/.test(next.text)) return true;
  return /ly$/.test(signs[at]!.text)
    ? // “robustly quality assured”
      isParticiple(signs[at + 2]?.text ?? '') || (s.classesOf(next.text) & (POS.VERB | POS.ADV)) !== 0 || /-/.test(next.text)
    : /^(?:enough|to)$/.test(next.text);
}

/** “They know how important education is and help.” */
const endsClause = (text: string, next: string): boolean => /^(?:is|are|has|have|be|been)$/.test(text) && /^(?:and|or|but)$/.test(next);

/** Changes of one word that may mend a slip in a sentence. Of its first word too little is known: nothing stands before it. */
export function changesOf(signs: readonly Sign[], s: TaggedSentence): Change[] {
  const changes: Change[] = [];
  for (let at = 1; at < signs.length; at++) {
    const { text } = signs[at]!;
    if (!/^[a-z]/.test(text)) continue;
    const next = signs[at + 1];
    const swap = (kind: string, other: string): void => void changes.push({ kind, at, takes: 1, puts: signOf(other, s) });
    const alike = BY_LOOKS.get(text);
    for (const other of alike ?? []) swap('look-alike', other);
    const { adverbs, owners } = otherForms(text, s);
    if (!settlesAdverb(signs, at, s)) for (const other of adverbs) swap('adverb', other);
    if (!next || !/^(?:and|or|,)$/.test(next.text)) for (const other of owners) swap('owner', other);
    // “in 2024 with 71 parents”: behind a number or name too little is known.
    if (DOUBLED.includes(text) && next && /^[a-z]/.test(signs[at - 1]!.text) && /^[a-z^#]/.test(next.text) && !endsClause(text, next.text))
      changes.push({ kind: 'too-many', at, takes: 1, puts: null });
  }
  return changes;
}
