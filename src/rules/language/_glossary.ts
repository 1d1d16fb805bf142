import type { PlacedProse, SendDocument } from '../../document/index.js';
import { collapsed } from '../../text/words.js';
import {
  acronymModel,
  exempt,
  knownAcronym,
  pronounceable,
  wordsBetween,
  yieldsFrom,
  type Introduction,
  type Placed,
} from './_acronyms.js';

/** What a document says of its acronyms. */
export interface DocumentAcronyms {
  /** By letters, as the document itself explains them; singular or plural as it does. */
  readonly explained: ReadonlyMap<string, string>;
  /** The field's own words, for letters that it has one meaning for. */
  readonly usual: ReadonlyMap<string, string>;
  /** Letters that it uses and that neither explains. */
  readonly unexplained: readonly string[];
}

/** In characters: a meaning is a phrase. */
const LONGEST = 120;

/** Without signs before and after; a closing bracket whose opening one was left behind goes too. */
function trimmed(text: string): string {
  const first = text.search(/[\p{L}\p{N}]/u);
  if (first < 0) return '';
  let end = text.length;
  while (end > first && !/[\p{L}\p{N})’]/u.test(text[end - 1]!)) end--;
  const words = collapsed(text.slice(first, end));
  return /^[^(]*\)$/.test(words) ? words.slice(0, -1) : words;
}

/** The cell beside the letters, or what follows them in the entry of a list. */
function besideLetters(prose: PlacedProse, { letters, to }: Introduction): string | null {
  const text = prose.kind === 'cell' ? nextCell(prose) : prose.text.slice(to);
  const phrase = trimmed((text ?? '').split(/[;:.](?:\s|$)|\s[–—]\s(?=\p{Lu})/u).find((part) => /\p{L}/u.test(part)) ?? '');
  const words = wordsBetween(phrase, 0, phrase.length);
  return words.length >= 2 && yieldsFrom(letters, words) >= 0 ? phrase.replace(/^(?:means|stands for|is short for|refers to) /i, '') : null;
}

const nextCell = ({ prose, placed }: PlacedProse): string | null =>
  placed.block.prose.find(({ row, column }) => row === prose.row && column === (prose.column ?? 0) + 1)?.text ?? null;

function meaning({ prose, item }: Placed<Introduction>): string | null {
  const phrase = item.words ? trimmed(prose.text.slice(...item.words)) : item.sort === 'glossary' ? besideLetters(prose, item) : null;
  if (phrase === null || phrase.length > LONGEST || !phrase.includes(' ')) return null;
  // “child and adolescent mental health (CAMHS) services”: the rest stands behind the brackets.
  const usual = knownAcronym(item.letters)?.expansion;
  return usual?.toLowerCase().startsWith(phrase.toLowerCase()) ? usual : phrase;
}

/** Every acronym of a document, with what it stands for; none of a document that is not recognised. */
export function acronymsOf(document: SendDocument): DocumentAcronyms {
  if (document.kind === null) return { explained: new Map(), usual: new Map(), unexplained: [] };
  const { introductions, uses } = acronymModel(document);
  const explained = new Map<string, string>();
  for (const [letters, places] of introductions) {
    const first = places.map(meaning).find((phrase) => phrase !== null);
    if (first) explained.set(letters, first);
  }
  const usual = new Map<string, string>();
  for (const letters of [...introductions.keys(), ...uses.keys()]) {
    const expansion = knownAcronym(letters)?.expansion;
    if (expansion && !explained.has(letters)) usual.set(letters, expansion);
  }
  return {
    explained,
    usual,
    unexplained: [...uses.keys()].filter((letters) => !introductions.has(letters) && !usual.has(letters) && needsWords(letters)),
  };
}

/** Words in capitals and plurals of what is known need none. */
const needsWords = (letters: string): boolean =>
  /^\p{Lu}{3,6}$/u.test(letters) &&
  !exempt.has(letters.toUpperCase()) &&
  !pronounceable(letters) &&
  !(letters.endsWith('S') && knownAcronym(letters.slice(0, -1)));
