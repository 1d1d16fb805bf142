import type { PieceText } from './_piece-types.js';

/*
 * The number of an action and "We will" before its words.
 */

/** "Action 1.1: Open a clinic", "2a Open a clinic": the number, and where the words begin. */
const NUMBER_BEFORE =
  /^(?:(?:key |priority )?(?:action|activity|task|step|objective|commitment|promise|pledge|deliverable|project|card)s? (?:no\.? ?|number )?((?:[A-Z]{1,4}[ -]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)|((?:[A-Z]{1,4}-?)?\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?|\d{1,2}\.[a-z](?=[\s.:)])|\d{1,2}[a-z]|\d{1,2} ?\((?:[ivx]{1,5}|[a-z])\)|[A-Z]{1,4}[/-]?\d{1,3}(?:[A-Z]\d{1,3}|[.-][a-z\d]{1,2})?|\((?:[ivx]{1,5}|[a-z])\)))(?:\s*[:.)–—-]+\s*|\s+)(?=\S)/iu;
const WE_WILL = /^(?:(?:and )?we (?:will|shall|are going to)(?: also| then| now)? )/iu;

/** A text without its first characters. */
function without(piece: PieceText, length: number): PieceText {
  if (length === 0 || !piece.prose) return piece;
  const from = piece.from + length;
  const text = piece.text.slice(length);
  return { ...piece, text, from, span: piece.prose.sourceOf(from, from + text.length) };
}

/** "3. Open a clinic": in a title of an action the number is its own, in running text it may be that of a list. */
const NUMBER_OF_TITLE = /^(\d{1,2})[.):]\s+(?=\S)/;

/** "Action 1", "Step 2b": a title that is nothing but the number of an action. */
const NUMBER_ALONE =
  /^(?:key |priority )?(?:action|activity|task|step|commitment|promise|deliverable) (?:no\.? ?|number )?((?:[A-Z]{1,4}[ -]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)[.:]?$/iu;

/** The number that a title is or begins with. */
export const numberOf = (piece: PieceText): PieceText | null => numberAlone(piece) ?? named(piece).number;

/** The number of "Activity 1.2", which has no other words. */
export function numberAlone(piece: PieceText): PieceText | null {
  const alone = piece.prose ? NUMBER_ALONE.exec(piece.text)?.[1] : undefined;
  if (alone === undefined || !piece.prose) return null;
  const at = piece.from + piece.text.lastIndexOf(alone);
  return { text: alone, span: piece.prose.sourceOf(at, at + alone.length), prose: piece.prose, from: at, links: [] };
}

/** The words of an action without its number and without "We will", and the number where one stands before them. */
export function named(piece: PieceText, isTitle = false): { readonly text: PieceText; readonly number: PieceText | null } {
  if (!piece.prose) return { text: piece, number: null };
  const match = NUMBER_BEFORE.exec(piece.text) ?? (isTitle ? NUMBER_OF_TITLE.exec(piece.text) : null);
  const number = match?.[1] ?? match?.[2];
  let text = piece;
  let reference: PieceText | null = null;
  if (match && number !== undefined && !/^(?:19|20)\d\d$/.test(number)) {
    const at = piece.from + match[0].indexOf(number);
    reference = { text: number, span: piece.prose.sourceOf(at, at + number.length), prose: piece.prose, from: at, links: [] };
    text = without(piece, match[0].length);
  }
  const promise = WE_WILL.exec(text.text);
  return { text: promise && text.text.length > promise[0].length ? without(text, promise[0].length) : text, number: reference };
}
