import { append } from '../../text/lists.js';
import { isInstruction, share } from './_cues.js';
import { between, type Draft } from './_draft.js';
import { fieldAt, move, newEntry, type Placed } from './_entry.js';
import { named } from './_number-before.js';
import { purposeOf, type PlanParts } from './_plan-parts.js';
import type { PieceField, PieceText } from './_piece-types.js';
import { promisesWords } from './_promises.js';
import type { References } from './_references.js';
import { PAST, PROMISES, sentencesOf, toldInProse, whoIn, type Sentence } from './_told-in-prose.js';
import { isBlank } from './_piece-texts.js';
import { placeOf, type Values } from './_values.js';
import type { Section } from '../types.js';

/*
 * Actions in a form that nobody has met: several texts beside each other, in paragraphs or in a list, most of which say what will be done
 * and tell who does it or by when. One such text may be anything; a series of them is what a plan is for.
 */

/** A text that nothing else has read. */
export interface Unread {
  readonly placed: Placed;
  readonly section: Section | null;
  /** What it shares with its neighbours: a paragraph, or an item and how deep it stands. */
  readonly form: string;
  /** What it says behind labels. */
  readonly fields: readonly PieceField[];
  /** The text above the series, which may say what it is. */
  readonly above: string;
}

/** Collects them in the order of the document. */
export class UnreadTexts {
  readonly all: Unread[] = [];
  /** Those of them that stand below a title over what will be done. */
  readonly promised: Unread[] = [];
  /** Bold sentences in paragraphs. */
  readonly marked: Unread[] = [];
  #above = '';

  /** A heading stands between what comes and what was above it. */
  beginPart(): void {
    this.#above = '';
  }

  /** `depth`: of a list item. `promised`: it stands below a title over what will be done. */
  add(placed: Placed, section: Section | null, depth: number | undefined, promised: boolean): void {
    const form = depth === undefined ? 'paragraph' : `item ${depth}`;
    const text: Unread = { placed, section, form, fields: [], above: this.#above };
    this.all.push(text);
    if (promised && depth === undefined) this.promised.push(text);
    if (depth === undefined) this.#above = placed.piece.text.slice(-200);
  }

  addMarked(placed: Placed, section: Section | null): void {
    this.marked.push({ placed, section, form: 'marked', fields: [], above: this.#above });
  }

  /** What the last text says behind labels, if it is this one. */
  addFields(piece: PieceText, fields: readonly PieceField[]): void {
    const last = this.all.at(-1);
    if (last?.placed.piece === piece) this.all[this.all.length - 1] = { ...last, fields };
  }
}

const LEAST = 2;
const MOST = 0.6;
/** Instructions that tell neither who nor when: more of them are needed, and a part that is there for actions. */
const LEAST_BARE = 3;
const MOST_BARE = 0.8;
/** Above lists of what others ask, have said, or ought to do. */
const NOT_OURS =
  /\b(?:should|must|ought|inspect\p{L}*|ofsted|cqc|reports?|found|asked|told|said|heard|says?|wants?|why|success|see|know|you can|members|risks?|principles?|values?|questions?)\b/iu;
/** "We will recruit": a promise whatever its verb. */
const PROMISED = /^(?:we|partners|leaders|the partnership) (?:will|shall|are going to|is going to)\b/i;

interface Read {
  readonly unread: Unread;
  readonly words: PieceText;
  readonly number: PieceText | null;
  readonly told: ReturnType<typeof toldInProse>;
  /** Whether it says what will be done. */
  readonly acts: boolean;
}

/** The words of the action: its first sentence, and the next where a few bold words only name it. */
function wordsOf(text: PieceText, sentences: readonly Sentence[]): { readonly words: PieceText; readonly count: number } {
  const [first, second] = sentences;
  if (!first || !text.prose) return { words: text, count: 1 };
  const isName = second && first.text.split(/\s+/).length <= 5 && !isInstruction(first.text) && PROMISES.test(second.text);
  const last = isName ? second : first;
  const end = last.from + last.text.length;
  const words = text.text.slice(0, Math.max(0, end));
  return {
    words: words === '' ? text : { ...text, text: words, span: text.prose.sourceOf(text.from, text.from + words.length) },
    count: isName ? 2 : 1,
  };
}

function read(unread: Unread): Read {
  const { piece, base } = unread.placed;
  const { text, number } = named(piece, true);
  const sentences = sentencesOf({ piece: text, base });
  const [first, second] = sentences;
  const { words, count } = wordsOf(text, sentences);
  // "By 31 July 2027 the Head of SEND will …": somebody is said to act.
  const promised = [first, second].some((sentence) => sentence && PROMISES.test(sentence.text) && whoIn(sentence.text) !== null);
  const opening = piece.text.replace(/^\W*(?:[\dA-Z]{1,4}(?:[.)][\da-z]*)*|\([ivxa-z]{1,5}\))\s+/, '');
  const acts = !PAST.test(words.text) && (isInstruction(words.text) || PROMISED.test(opening) || promised);
  return { unread, words, number, told: toldInProse(sentences, count), acts };
}

/** Those that follow one another, among other texts of their part: a letter greets its readers, promises three things and ends. */
function runsOf(all: readonly Read[]): readonly Read[] {
  const found: Read[] = [];
  let run: Read[] = [];
  for (const one of [...all, null]) {
    if (one?.acts && one.told?.values.has('owner') && one.told.values.has('due')) run.push(one);
    else {
      if (run.length >= LEAST_BARE) append(found, run);
      run = [];
    }
  }
  return found;
}

/** The actions that such series are. `known`: the actions that were found otherwise, in document order. */
export function seriesOf(unread: readonly Unread[], known: readonly Draft[], references: References, parts: PlanParts): readonly Draft[] {
  const families = new Map<Section | null, Map<string, Unread[]>>();
  for (const entry of unread) {
    let forms = families.get(entry.section);
    if (!forms) families.set(entry.section, (forms = new Map<string, Unread[]>()));
    const family = forms.get(entry.form);
    if (family) family.push(entry);
    else forms.set(entry.form, [entry]);
  }
  const drafts: Draft[] = [];
  const left: { readonly form: string; readonly all: readonly Read[] }[] = [];
  const found = new Set<string>();
  for (const [section, forms] of families) {
    const purpose = purposeOf(section);
    const inActions = parts.inActions(section);
    if (!inActions && (!parts.mayList(section) || purpose === 'co-production' || purpose === 'alternative-provision')) continue;
    if (section && between(known, section.span).length > 0) continue;
    for (const [form, family] of forms) {
      const all = family.map(read);
      const sure = all.filter(({ acts, told }) => acts && told !== null).length;
      const bare =
        inActions &&
        form !== 'paragraph' &&
        family.length >= LEAST_BARE &&
        share(
          all.map(({ words }) => words.text),
          isInstruction,
        ) >= MOST_BARE &&
        !NOT_OURS.test(`${section?.heading?.text ?? ''} ${family[0]!.above}`);
      if (bare || (sure >= LEAST && sure >= all.length * MOST)) {
        found.add(form);
        for (const one of all) if (one.acts || one.told !== null) drafts.push(draftOf(one, references));
      } else if (sure >= LEAST_BARE && runsOf(all).length > 0) for (const one of runsOf(all)) drafts.push(draftOf(one, references));
      else if (sure > 0) left.push({ form, all });
    }
  }
  // A part with one action, in a plan whose other parts have series of the same form.
  for (const { form, all } of left)
    if (found.has(form)) for (const one of all) if (one.acts && one.told !== null) drafts.push(draftOf(one, references));
  return drafts;
}

/** Actions that a text sets in bold where it tells of them: most of its bold sentences say who will do what, or have the number of an action. */
export function markedActions(
  marked: readonly Unread[],
  known: readonly Draft[],
  references: References,
  parts: PlanParts,
): readonly Draft[] {
  const all = marked
    .filter(({ section, placed: { piece, base } }) => parts.mayList(section) && between(known, move(piece.span, base)).length === 0)
    .map(read);
  const isOne = ({ acts, number, told }: Read): boolean => acts && (number !== null || told !== null);
  const numbered = all.filter((one) => one.number !== null && isOne(one));
  const chosen = numbered.length >= LEAST ? numbered : all.filter(isOne);
  return chosen.length >= LEAST && (chosen === numbered || chosen.length >= all.length * MOST)
    ? chosen.map((one) => draftOf(one, references))
    : [];
}

/** "We will …", "Once the figures are agreed, the partnership will …" */
const PROMISES_AT_FRONT =
  /^(?:(?:by|once|when|from|in|over|after|as|to|during|until|next|this|where|if)\b[^.;]{2,90}?,? )?(?:we|partners|leaders|the (?:\p{L}+ ){0,2}(?:partnership|council))(?: will| shall|[’']ll| are going to| is going to)(?! (?:know|see|need|not|be (?:able|judged|measured)|only)\b)/iu;

/** The actions in the sentences of parts that are there for them but have no list: below "What’s next", "What we will do". */
export function promisedInProse(below: readonly Unread[], known: readonly Draft[], references: References): readonly Draft[] {
  return below.flatMap((unread) => {
    const { section, placed } = unread;
    if (placed.piece.text.endsWith(':') || (section && between(known, section.span).length > 0)) return [];
    return sentencesOf(placed)
      .filter(({ text }) => PROMISES_AT_FRONT.test(text) && !promisesWords(text) && text.split(/\s+/).length >= 5)
      .map(({ text, from }) => draftOf(read({ ...unread, placed: { ...placed, piece: partOf(placed.piece, from, text) } }), references));
  });
}

/** A sentence of a text, at its place. */
function partOf(piece: PieceText, from: number, text: string): PieceText {
  const at = piece.from + from;
  return { ...piece, text, from: at, span: piece.prose!.sourceOf(at, at + text.length) };
}

function draftOf({ unread, words, number, told }: Read, references: References): Draft {
  const { base } = unread.placed;
  const { values, places } = told ?? { values: new Map() as Values, places: {} };
  if (number) values.set('reference', fieldAt(number, base));
  for (const labelled of unread.fields) {
    const name = placeOf(labelled.role);
    if (isBlank(labelled.text) || labelled.role === 'area') continue;
    const value = fieldAt(labelled, base);
    if (name) places[name] = value.span;
    values.set(labelled.role, value);
  }
  const field = fieldAt(words, base);
  return {
    entry: newEntry(field.text.replace(/\.$/, ''), field.span, values, places, references.mentionedIn(unread.placed), false),
    base: 0,
    header: null,
    form: 'list',
    section: unread.section,
    group: null,
  };
}
