import type { PlanField } from '../../framework/plan-columns.js';
import type { Span } from '../../framework/types.js';
import { append } from '../../text/lists.js';
import { namedAreas } from './area-references.js';
import { mayInstruct } from './_cues.js';
import type { Draft } from './_draft.js';
import { fieldAt, move, newEntry, type Entry, type Placed } from './_entry.js';
import { named, numberOf } from './_number-before.js';
import type { References, Scope } from './_references.js';
import { opensPromises } from './_promises.js';
import { tailOf } from './_tail.js';
import { dueInWords } from './_times-in-words.js';
import { add, placeOf, type Field, type Values } from './_values.js';
import { isBlank, joined } from './_piece-texts.js';
import type { ActionTable, PieceField, PieceText } from './_piece-types.js';
import type { ActionFieldName, AreaReference, Section } from '../types.js';

/*
 * Blocks of labelled fields: "What we will do: … Lead: … By when: …".
 */

export interface OpenField {
  readonly role: PlanField;
  readonly label: string;
  readonly labelSpan: Span;
  readonly texts: PieceText[];
  readonly base: number;
  /** Its value still follows. */
  open: boolean;
}

/** A list item that is an action of its own, where a line above promises what the list holds. */
export interface Item {
  readonly placed: Placed;
  readonly fields: readonly PieceField[];
  readonly task: PieceText | null;
}

export interface OpenBlock {
  /** The items of the list under its label for the action. */
  readonly items: Item[];
  readonly section: Section | null;
  readonly group: Scope | null;
  /** Text right before the first field: the action, where no label says so. */
  readonly lead: Placed | null;
  readonly fields: OpenField[];
  /** A table of indicators. */
  readonly indicators?: true;
}

/** The action that a block of fields tells; `heading`: its words, where no field has them. At places that count from the plan's start. */
function blockEntry(block: OpenBlock, heading: Placed | null, references: References): Entry {
  const values: Values = new Map();
  const places: Entry['places'] = {};
  const own: AreaReference[] = [];
  for (const { role, label, labelSpan, texts, base } of ownFields(block, references)) {
    const value = joined(texts);
    const blank = !value || isBlank(value.text);
    const name = placeOf(role);
    if (name) places[name] ??= value ? move(value.span, base) : labelSpan;
    if (blank) continue;
    if (role === 'area') append(own, references.within({ piece: value, base }, 0, 'cell', label));
    else add(values, role, fieldAt(value, base));
  }
  for (const { role, texts, base } of block.fields) if (role === 'action') dueInWords(values, places, texts, base);
  const first = block.fields.find(({ role, texts }) => role === 'action' && texts.length === 1);
  const ended = heading && tailOf(heading.piece);
  for (const field of ended?.fields ?? []) {
    const name = placeOf(field.role);
    if (values.has(field.role) || !name) continue;
    places[name] ??= move(field.span, heading!.base);
    add(values, field.role, fieldAt(field, heading!.base));
  }
  const words = ended ? named(ended.lead, true) : first ? named(first.texts[0]!) : null;
  const wordsBase = heading?.base ?? first?.base ?? 0;
  const title = words ? fieldAt(words.text, wordsBase) : values.get('action')!;
  if (words?.number && !values.has('reference')) values.set('reference', fieldAt(words.number, wordsBase));
  // "Action 1a: Buy more time": the label has the number.
  const numbered = first && /(?<![\d.])\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?$|\((?:[ivx]{1,5}|[a-z])\)$/i.exec(first.label.trim());
  if (numbered && !values.has('reference')) values.set('reference', { text: numbered[0], span: first.labelSpan });
  // "### Action 3: Start at 14" over a block that says in its own words what will be done.
  const above = heading || !block.section ? undefined : references.scopeOf(block.section);
  const isOwn = above?.title && !above.isNumberTaken && namedAreas(above.title.piece.text, references.kind).length === 0;
  const number = isOwn && !values.has('reference') ? numberOf(above.title.piece) : null;
  if (above?.title && number) {
    above.isNumberTaken = true;
    values.set('reference', fieldAt(number, above.title.base));
  }
  for (const { role, texts, base } of block.fields)
    if (role === 'action') for (const text of texts) append(own, references.mentionedIn({ piece: text, base }));
  if (heading) append(own, references.mentionedIn(heading));
  return newEntry(title.text, title.span, values, places, own, false);
}

/** The same at its place. */
export const blockDraft = (block: OpenBlock, heading: Placed | null, references: References): Draft => ({
  entry: blockEntry(block, heading, references),
  base: 0,
  header: null,
  form: 'fields',
  section: block.section,
  group: block.group,
});

/** Without the bodies that the report makes responsible for a whole area, which stand under its heading and before the first action. */
function ownFields(block: OpenBlock, references: References): readonly OpenField[] {
  const first = block.fields.findIndex(({ role }) => role === 'action');
  const title = block.group?.title ?? (block.section ? references.scopeOf(block.section)?.title : null);
  if (first <= 0 || !title || namedAreas(title.piece.text, references.kind).length === 0) return block.fields;
  return block.fields.filter(({ role }, index) => role !== 'body' || index > first);
}

/** Paragraphs below "We will", each of which goes on with it: an action each. */
export function promisedApart({ fields }: OpenBlock): readonly Item[] {
  const field = fields.find(({ role }) => role === 'action');
  if (!field || field.texts.length < 2 || !opensPromises(`${field.label.replace(/[:?]$/, '')}:`)) return [];
  return field.texts.every(({ text }) => mayInstruct(text))
    ? field.texts.map((piece) => ({ placed: { piece, base: field.base }, fields: [], task: null }))
    : [];
}

/** A value that a block gives its action, or several of them. */
export interface Given {
  readonly role: PlanField;
  readonly name: ActionFieldName | null;
  readonly field: Field;
}

/** The values of a block but the action's own words and areas. */
export const givenBy = (block: OpenBlock): readonly Given[] =>
  block.fields.flatMap(({ role, texts, base }) => {
    const value = joined(texts);
    return role !== 'action' && role !== 'area' && value && !isBlank(value.text)
      ? [{ role, name: placeOf(role), field: fieldAt(value, base) }]
      : [];
  });

/** A table of indicators without actions, as one field: it measures the actions of its part that have no measure of their own. */
export function indicatorsOf(table: ActionTable, base: number): OpenField | null {
  const cells = table.rows
    .flatMap((row) =>
      row.cells.filter((cell, column) => cell && !cell.blank && ['measure', 'baseline', 'target'].includes(table.roles[column] ?? '')),
    )
    .filter((cell) => cell !== null);
  if (cells.length === 0) return null;
  const label = table.headers[table.roles.indexOf('measure')]!;
  return { role: 'measure', label, labelSpan: move(table.header, base), texts: cells, base, open: false };
}
