import type { Span } from '../../framework/types.js';
import type { PieceText } from './_piece-types.js';
import { toldBy, type Field, type Told, type Values } from './_values.js';
import type { ActionFieldName, ActionWords, AreaReference } from '../types.js';

/*
 * What a block says of an action: kept with the block, at places that count from its start.
 */

/** A text at its place, with what it may refer to. */
export interface Placed {
  readonly piece: PieceText;
  readonly base: number;
}

/** What a plan says of one action. A row or list item keeps it, at places that count from the start of its block: an edit elsewhere only moves them. */
export interface Entry {
  /** Kept, so that other readings see it as well. */
  readonly shared: boolean;
  readonly text: string;
  readonly span: Span;
  readonly reference: Field | null;
  readonly values: Values;
  readonly places: Partial<Record<ActionFieldName, Span>>;
  readonly own: AreaReference[];
  told: Told | null;
  words: ActionWords | null;
  /** The words of the action, by which a summary of it is known. */
  readonly key: string;
}

export const move = (span: Span, by: number): Span => (by === 0 ? span : { start: span.start + by, end: span.end + by });
export const fieldAt = (piece: PieceText, base: number): Field => ({ text: piece.text, span: move(piece.span, base) });

export const newEntry = (
  text: string,
  span: Span,
  values: Values,
  places: Entry['places'],
  own: AreaReference[],
  shared = true,
): Entry => ({
  shared,
  text,
  span,
  reference: values.get('reference') ?? null,
  values,
  places,
  own,
  told: null,
  words: null,
  key: text.length > 15 ? keyOf(text) : '',
});

export const placesAt = (places: Entry['places'], base: number): Entry['places'] =>
  Object.fromEntries(Object.entries(places).map(([name, span]) => [name, move(span, base)]));

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

export const toldOf = (entry: Entry): Told => (entry.told ??= toldBy(entry.values));

export const wordsBy = ({ text, reference }: Entry, { owner, start, due, dueDate, measure, status, outcome }: Told): ActionWords => ({
  text,
  reference: reference?.text ?? null,
  owner: owner?.text ?? null,
  start: start?.text ?? null,
  due: due?.text ?? null,
  dueDate,
  measure: measure?.text ?? null,
  status: status?.text ?? null,
  outcome: outcome?.text ?? null,
  kept: [],
});

/** Whether nothing in the texts has its address elsewhere in the document. */
export const standsAlone = (texts: readonly (PieceText | null)[]): boolean =>
  texts.every((text) => !text?.links.some(({ identifier }) => identifier !== null));
