import type { IsoDate, Span } from '../../framework/types.js';
import { lastAtMost } from '../../text/search.js';
import { move, placesAt, toldOf, wordsBy, type Entry } from './_entry.js';
import type { Scope } from './_references.js';
import { idsOf } from './_narrow.js';
import type { Field, Told } from './_values.js';
import type { ActionFact, ActionField, ActionWords, AreaReference, Section } from '../types.js';

/*
 * An action at its place in the plan.
 */

/** An entry at its place in the plan. */
export interface Draft {
  entry: Entry;
  /** Where the places of the entry and the header count from. */
  base: number;
  header: Span | null;
  readonly form: ActionFact['form'];
  readonly section: Section | null;
  readonly group: Scope | null;
}

export const startOf = ({ entry, base }: Draft): number => entry.span.start + base;
export const endOf = ({ entry, base }: Draft): number => entry.span.end + base;

/** The drafts, sorted by place, that stand in a span. */
export function between(drafts: readonly Draft[], span: Span): readonly Draft[] {
  const first = (offset: number): number => lastAtMost(drafts, offset - 1, startOf) + 1;
  return drafts.slice(first(span.start), first(span.end));
}

/** The draft's entry for changes: what is shared with other readings becomes its own, with places that count from the plan's start. */
export function ownEntry(draft: Draft): Entry {
  const { entry, base, header } = draft;
  if (!entry.shared) return entry;
  const field = ({ text, span }: Field): Field => ({ text, span: move(span, base) });
  draft.entry = {
    ...entry,
    shared: false,
    span: move(entry.span, base),
    reference: entry.reference && field(entry.reference),
    values: new Map([...entry.values].map(([role, value]) => [role, field(value)])),
    places: placesAt(entry.places, base),
    own: entry.own.map((reference) => ({ ...reference, span: move(reference.span, base) })),
    told: null,
    words: null,
  };
  draft.header = header && move(header, base);
  draft.base = 0;
  return draft.entry;
}

class PlacedField implements ActionField {
  readonly text: string;
  readonly #field: Field;
  readonly #base: number;

  constructor(field: Field, base: number) {
    this.text = field.text;
    this.#field = field;
    this.#base = base;
  }

  get span(): Span {
    return move(this.#field.span, this.#base);
  }
}
/** An action whose places are worked out when they are asked for: most are not, at most keystrokes. */
export class PlacedAction implements ActionFact {
  readonly #draft: Draft;
  readonly #number: number;
  #answers: readonly string[] | null = null;

  constructor(
    draft: Draft,
    number: number,
    readonly answerRefs: readonly AreaReference[],
    readonly measuredElsewhere: boolean,
  ) {
    this.#draft = draft;
    this.#number = number;
  }

  get id(): string {
    return `A${this.#number}`;
  }

  get text(): string {
    return this.#draft.entry.text;
  }

  get span(): Span {
    return move(this.#draft.entry.span, this.#draft.base);
  }

  get form(): ActionFact['form'] {
    return this.#draft.form;
  }

  get reference(): ActionField | null {
    return this.#placed(this.#draft.entry.reference);
  }

  get answers(): readonly string[] {
    return (this.#answers ??= idsOf(this.answerRefs));
  }

  get owner(): ActionField | null {
    return this.#placed(this.#told.owner);
  }

  get start(): ActionField | null {
    return this.#placed(this.#told.start);
  }

  get due(): ActionField | null {
    return this.#placed(this.#told.due);
  }

  get dueDate(): IsoDate | null {
    return this.#told.dueDate;
  }

  get measure(): ActionField | null {
    return this.#placed(this.#told.measure);
  }

  get status(): ActionField | null {
    return this.#placed(this.#told.status);
  }

  get outcome(): ActionField | null {
    return this.#placed(this.#told.outcome);
  }

  get section(): Section | null {
    return this.#draft.section;
  }

  get places(): ActionFact['places'] {
    return placesAt(this.#draft.entry.places, this.#draft.base);
  }

  get header(): Span | null {
    return this.#draft.header && move(this.#draft.header, this.#draft.base);
  }

  get words(): ActionWords {
    const { entry } = this.#draft;
    return (entry.words ??= wordsBy(entry, this.#told));
  }

  get #told(): Told {
    return toldOf(this.#draft.entry);
  }

  #placed(field: ActionField | null): ActionField | null {
    return field && new PlacedField(field, this.#draft.base);
  }
}
