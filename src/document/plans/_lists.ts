import type { DocumentKind } from '../../framework/types.js';
import { latestByObject } from '../../memo/memo.js';
import { append } from '../../text/lists.js';
import { fieldAt, newEntry, standsAlone, type Entry } from './_entry.js';
import { named } from './_number-before.js';
import type { References } from './_references.js';
import { toldInSentences } from './_sentences.js';
import { leadingOwner } from './_tail.js';
import { dueInWords } from './_times-in-words.js';
import { add, placeOf, type Values } from './_values.js';
import { isBlank } from './_piece-texts.js';
import type { PieceField, PieceText } from './_piece-types.js';
import type { AreaReference } from '../types.js';

/*
 * The items of lists of actions.
 */

/** A list item that is an action. */
export interface ItemPiece {
  readonly text: PieceText;
  readonly fields: readonly PieceField[];
  readonly task: PieceText | null;
}

const itemsKept = latestByObject<PieceText, DocumentKind, Entry>();

/** What an item says, kept with its text. `text`: the words of the action, where the item begins with its label. */
export const itemEntry = (piece: ItemPiece, text: PieceText, references: References): Entry =>
  itemsKept(
    text,
    references.kind,
    () => readItem(piece, text, references),
    () => standsAlone([piece.text, ...piece.fields]),
  );

function readItem(piece: ItemPiece, text: PieceText, references: References): Entry {
  const values: Values = new Map();
  const places: Entry['places'] = {};
  const own: AreaReference[] = [];
  for (const field of piece.fields) {
    const name = placeOf(field.role);
    if (name) places[name] ??= field.text === '' ? field.labelSpan : field.span;
    if (isBlank(field.text)) continue;
    if (field.role === 'area') append(own, references.within({ piece: field, base: 0 }, 0, 'cell', field.label));
    else add(values, field.role, fieldAt(field, 0));
  }
  if (piece.task && !values.has('status')) {
    const done = !piece.task.text.includes('[ ]');
    values.set('status', { text: done ? 'Complete' : 'To do', span: piece.task.span });
    places.status = piece.task.span;
  }
  const { text: words, number } = named(text);
  if (number && !values.has('reference')) values.set('reference', fieldAt(number, 0));
  const leads = values.has('owner') || values.has('body') ? null : leadingOwner(words);
  if (leads) {
    places.owner ??= leads.span;
    values.set('owner', fieldAt(leads, 0));
  }
  toldInSentences(values, places, words);
  dueInWords(values, places, [words], 0, true);
  append(own, references.mentionedIn({ piece: text, base: 0 }));
  return newEntry(words.text, words.span, values, places, own);
}
