import { planFieldOf, isPlanLabel, STATUS_WORDS, type PlanField } from '../../framework/plan-columns.js';
import type { DocumentKind, IsoDate, SectionId, Span } from '../../framework/types.js';
import { bareNumbers, defaultPrefix, namedAreas, type NamedArea } from './area-references.js';
import { lastAtMost } from '../../text/search.js';
import { readDeadline } from './deadline.js';
import { matchesOf } from '../../text/matches.js';
import { byText } from '../../memo/memo.js';
import { wordsOf } from '../../language/sentences.js';
import {
  isBlank,
  isPeriodColumn,
  joined,
  opensPromises,
  piecesOf,
  type ActionTable,
  type Piece,
  type PieceField,
  type PieceText,
  type TableAction,
  type TableCellText,
} from './pieces.js';
import type { ActionFact, ActionField, ActionFieldName, ActionWords, AreaReference, PlacedBlock, Section, SendDocument } from '../types.js';
import { append } from '../../text/lists.js';

type Model = Omit<SendDocument, 'facts' | 'edition'>;

export type ActionState = 'complete' | 'in-progress' | 'behind' | 'not-started';

/** What a status says; null when it says nothing that is known. */
export const readStatus: (text: string) => ActionState | null = byText((text) =>
  /^\W*(?:completed?|done|closed|delivered|achieved)\b(?! by\b)/iu.test(text)
    ? 'complete'
    : (STATUS_WORDS.find(({ pattern }) => pattern.test(text))?.state ?? null),
);

/** Parts of plans that list people, words or meetings; an action in them stands in a table that says so. */
const NO_LISTS: ReadonlySet<SectionId> = new Set<SectionId>([
  'glossary',
  'sign-off',
  'accessibility',
  'publication',
  'review',
  'governance',
  'plan-introduction',
  'attendees',
]);
/** A cell that stands for the one above it. */
const AS_ABOVE = /^[([ ]?(?:as above|ditto|do\.|same(?: as above)?|see above|["”〃]{1,2})[.)\] ]?$/iu;
const REQUIRED: readonly ActionFieldName[] = ['owner', 'due', 'measure'];
const MAX_INTRO = 24;
/** The least number of words that can quote an area. */
const MIN_QUOTE = 5;
/** The least number of words of a heading that tells what will be done. */
const MIN_TITLE = 3;
/** A title that names more areas stands over most of the report. */
const MAX_TITLE_AREAS = 4;
const NOTHING: AreaReference[] = [];

interface Field {
  readonly text: string;
  readonly span: Span;
}

/** A text at its place, with what it may refer to. */
interface Placed {
  readonly piece: PieceText;
  readonly base: number;
}

/** What a plan says of one action. A row or list item keeps it, at places that count from the start of its block: an edit elsewhere only moves them. */
interface Entry {
  /** Kept, so that other readings see it as well. */
  readonly shared: boolean;
  readonly text: string;
  readonly span: Span;
  readonly reference: Field | null;
  readonly values: Map<PlanField, Field>;
  readonly places: Partial<Record<ActionFieldName, Span>>;
  readonly own: AreaReference[];
  told: Told | null;
  words: ActionWords | null;
  /** The words of the action, by which a summary of it is known. */
  readonly key: string;
}

/** The fields of an action as its values tell them. */
type Told = Pick<ActionFact, 'owner' | 'start' | 'due' | 'dueDate' | 'measure' | 'status' | 'outcome'>;

/** An entry at its place in the plan. */
interface Draft {
  entry: Entry;
  /** Where the places of the entry and the header count from. */
  base: number;
  header: Span | null;
  readonly form: ActionFact['form'];
  readonly section: Section | null;
  readonly group: Scope | null;
}

/** A row of a table of actions: one action, or the title over those that follow. */
type TableEntry = { readonly entry: Entry } | { readonly group: TableCellText };

/** What stands above actions and may say which area they answer: a section, a bold line, or a row for a group. */
interface Scope {
  readonly section: Section | null;
  readonly title: Placed | null;
  readonly intro: { readonly placed: Placed; readonly quoted: boolean; readonly label: string | null }[];
  references: readonly AreaReference[] | null;
  /** The group around a group of rows. */
  readonly around?: Scope | null;
}

interface OpenField {
  readonly role: PlanField;
  readonly label: string;
  readonly labelSpan: Span;
  readonly texts: PieceText[];
  readonly base: number;
  /** Its value still follows. */
  open: boolean;
}

/** A list item that is an action of its own, where a line above promises what the list holds. */
interface Item {
  readonly placed: Placed;
  readonly fields: readonly PieceField[];
  readonly task: PieceText | null;
}

interface OpenBlock {
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

/** Actions of a plan or meeting note, in document order; none for reports. Pauses for hosts that must not be held. */
export function* readActionsInSteps(document: Model): Generator<void, readonly ActionFact[]> {
  const { kind } = document;
  if (!kind || kind === 'full-inspection-report' || kind === 'monitoring-inspection-report') return [];
  return yield* new Assembly(document, kind).readInSteps();
}

/** How many nodes or actions are read between two pauses. */
const STEP = 12;

/** What a text names, kept with it: an edit elsewhere does not read it again. */
const namesKept = new WeakMap<PieceText, { readonly kind: DocumentKind; readonly areas: readonly NamedArea[]; readonly quotes: boolean }>();

function namesIn(piece: PieceText, kind: DocumentKind): { readonly areas: readonly NamedArea[]; readonly quotes: boolean } {
  let found = namesKept.get(piece);
  if (!found || found.kind !== kind)
    namesKept.set(piece, (found = { kind, areas: namedAreas(piece.text, kind), quotes: wordsOf(piece.text).length >= MIN_QUOTE }));
  return found;
}

const move = (span: Span, by: number): Span => (by === 0 ? span : { start: span.start + by, end: span.end + by });
const fieldAt = (piece: PieceText, base: number): Field => ({ text: piece.text, span: move(piece.span, base) });

const newEntry = (
  text: string,
  span: Span,
  values: Map<PlanField, Field>,
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

/** What was read from a table or list item, kept with it. */
const kept = new WeakMap<ActionTable | Piece, { readonly kind: DocumentKind; readonly value: unknown }>();

/** Reads what depends on a table or list item alone; not kept where a link has its address elsewhere in the document. */
function keep<T>(piece: ActionTable | Piece, kind: DocumentKind, texts: () => readonly (PieceText | null)[], read: () => T): T {
  const known = kept.get(piece);
  if (known?.kind === kind) return known.value as T;
  const value = read();
  if (texts().every((text) => !text?.links.some(({ identifier }) => identifier !== null))) kept.set(piece, { kind, value });
  return value;
}

/** As `keep`, by the text of a list item. */
function keepItem(piece: PieceText, kind: DocumentKind, read: () => Entry): Entry {
  const known = keptItems.get(piece);
  if (known?.kind === kind) return known.value;
  const value = read();
  if (!piece.links.some(({ identifier }) => identifier !== null)) keptItems.set(piece, { kind, value });
  return value;
}
const keptItems = new WeakMap<PieceText, { readonly kind: DocumentKind; readonly value: Entry }>();

/** A heading that is nothing but a time: "September 2025", "By summer term 2026", "Q3 2026/27 (October to December)". */
const isPeriod = byText((text): boolean => {
  if (text.length > 60 || !/\d/.test(text)) return false;
  const rest = text
    .toLowerCase()
    .replace(
      /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|autumn|spring|summer|winter|term|half|first|second|quarter|q[1-4]|year|financial|academic|school|calendar|by|before|in|during|end|the|of|to|and|until|from|early|mid|late|phase|stage|step)\b/g,
      '',
    );
  return !/\p{L}/u.test(rest.replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)\b/g, '')) && readDeadline(text).date !== null;
});

/** The day that a label gives for all of its list: "By July 2027 we will:". */
function datedOpening({ label, labelSpan }: OpenField): Field | null {
  const match = /\bby (?:the )?(?:end of )?[^:,;]{4,30}?(?=,? (?:we|the|our|partners|leaders)\b|:?$)/i.exec(label);
  const text = match?.[0].replace(/^by /i, '');
  return text !== undefined && readDeadline(text).date ? { text, span: labelSpan } : null;
}

class Assembly {
  readonly #drafts: Draft[] = [];
  readonly #orphans: OpenBlock[] = [];
  readonly #extras: { table: ActionTable; base: number }[] = [];
  readonly #scopes = new Map<Section, Scope>();
  readonly #sectionsOfActions = new Map<Section, boolean>();
  readonly #around = new Map<Scope | null, Map<Section | null, readonly AreaReference[]>>();
  #block: OpenBlock | null = null;
  #last: Placed | null = null;
  #group: Scope | null = null;
  /** What makes the plain items of the lists that follow actions: a heading such as "What we will do" or "September 2025". */
  #opener: { readonly section: Section | null; readonly period: Field | null; depth: number | null; closed: boolean } | null = null;
  /** How deep the items stand that are actions under the label above them. */
  #itemDepth: number | null = null;
  #labelHeadings: ReadonlySet<number> = new Set();
  #definitions: Map<string, string> | null = null;
  /** A part of the plan measures the actions of other parts. */
  #measuredElsewhere = false;

  constructor(
    private readonly model: Model,
    private readonly kind: DocumentKind,
  ) {}

  *readInSteps(): Generator<void, readonly ActionFact[]> {
    const { flow, sections } = this.model;
    this.#labelHeadings = this.#findLabelHeadings();
    const open: Section[] = [];
    let next = 0;
    for (const [index, { node, placed }] of flow.entries()) {
      if (index % STEP === 0) yield;
      while (next < sections.length && (sections[next]!.heading?.flowIndex ?? sections[next]!.flowStart) <= index)
        open.push(sections[next++]!);
      while (open.length > 0 && open.at(-1)!.flowEnd <= index) open.pop();
      const section = open.at(-1) ?? null;
      for (const piece of piecesOf(node, placed.block)) this.#take(piece, placed, section);
    }
    this.#close();
    yield* this.#settleOrphans();
    this.#mergeExtras();
    return yield* this.#finish();
  }

  /** Headings such as "What we will do" that label the parts of one block: at least two of them under one heading, the action among them. */
  #findLabelHeadings(): ReadonlySet<number> {
    const byParent = new Map<Section | null, Section[]>();
    for (const section of this.model.sections) {
      if (section.heading && isPlanLabel(section.heading.text) && section.parent)
        byParent.set(section.parent, [...(byParent.get(section.parent) ?? []), section]);
    }
    const labels = new Set<number>();
    for (const sections of byParent.values()) {
      const roles = new Set(sections.map((section) => planFieldOf(section.heading!.text)));
      if (roles.has('action') && roles.size >= 2) for (const section of sections) labels.add(section.heading!.flowIndex);
    }
    return labels;
  }

  #take(piece: Piece, placed: PlacedBlock, innermost: Section | null): void {
    const base = placed.start;
    // Under a heading that is a label, one is still in the section around it.
    const isLabel = innermost?.heading !== undefined && innermost?.heading !== null && this.#labelHeadings.has(innermost.heading.flowIndex);
    const section = isLabel ? innermost.parent : innermost;
    switch (piece.type) {
      case 'heading': {
        if (isLabel) {
          this.#field(
            {
              role: planFieldOf(piece.text.text)!,
              label: piece.text.text,
              labelSpan: move(piece.text.span, base),
              texts: [],
              base,
              open: true,
            },
            section,
          );
          return;
        }
        this.#close();
        this.#last = null;
        this.#openWith(piece.text, base, section);
        if (this.#group && !within(section, this.#group.section)) this.#group = null;
        if (section) this.#scopes.set(section, { section, title: { piece: piece.text, base }, intro: [], references: null });
        return;
      }
      case 'strong': {
        this.#close();
        if (this.#opener) this.#opener.closed = !isPeriod(piece.text.text);
        if (isPeriod(piece.text.text) && this.#mayList(section))
          this.#opener = { section, period: fieldAt(piece.text, base), depth: null, closed: false };
        this.#last = { piece: piece.text, base };
        const scope: Scope = { section, title: { piece: piece.text, base }, intro: [], references: null };
        if (this.#referencesIn({ piece: piece.text, base }, 2, 'title').some(({ kind }) => kind === 'id' || kind === 'number'))
          this.#group = scope;
        return;
      }
      case 'group':
        if (this.#itemDepth !== null || (this.#opener && !this.#opener.closed)) return;
        this.#close();
        this.#group = piece.text ? { section, title: { piece: piece.text, base }, intro: [], references: null } : null;
        return;
      case 'label':
        if (this.#opener) this.#opener.closed = true;
        this.#itemDepth = null;
        this.#field({ role: piece.role, label: piece.label, labelSpan: move(piece.span, base), texts: [], base, open: true }, section);
        return;
      case 'field':
        this.#field(
          {
            role: piece.field.role,
            label: piece.field.label,
            labelSpan: move(piece.field.labelSpan, base),
            texts: [piece.field],
            base,
            open: false,
          },
          section,
        );
        return;
      case 'text': {
        const open = this.#block?.fields.at(-1);
        if (piece.item !== undefined) {
          if (this.#item({ placed: { piece: piece.text, base }, fields: [], task: null }, piece.item, section)) return;
        } else {
          this.#itemDepth = null;
          // A list that "This matters because:" announces promises nothing.
          if (this.#opener && piece.text.text.endsWith(':')) this.#opener.closed = true;
        }
        if (open?.open) {
          open.texts.push({
            ...piece.text,
            span: move(piece.text.span, base - open.base),
            links: piece.text.links.map((link) => ({ ...link, ...move(link, base - open.base) })),
          });
          if (open.role === 'area') this.#intro(section, { piece: piece.text, base }, true, open.label);
          return;
        }
        this.#last = { piece: piece.text, base };
        this.#intro(section, this.#last, piece.quoted, null);
        return;
      }
      case 'entry':
        if (!piece.certain) {
          const item = { placed: { piece: piece.text, base }, fields: piece.fields, task: piece.task };
          if (piece.item !== undefined && this.#item(item, piece.item, section)) return;
          this.#take({ type: 'text', text: piece.text, quoted: false }, placed, innermost);
          return;
        }
        this.#dropOpenAction();
        this.#entry(piece, base, section);
        return;
      case 'table':
        this.#dropOpenAction();
        if (piece.table.shape === 'pairs') this.#pairs(piece.table, base, section);
        else if (piece.table.shape === 'measures') this.#measures(piece.table, base, section);
        else if (!this.#mayHold(piece.table, section)) return;
        else if (piece.table.shape === 'extra') this.#extras.push({ table: piece.table, base });
        else this.#table(piece.table, base, section);
    }
  }

  /** A heading that promises what the lists below it hold, or is the time at which they come true. */
  #openWith(text: PieceText, base: number, section: Section | null): void {
    const before = this.#opener;
    this.#itemDepth = null;
    if (isPeriod(text.text)) {
      this.#opener = this.#mayList(section) ? { section, period: fieldAt(text, base), depth: null, closed: false } : null;
      return;
    }
    const promises = opensPromises(`${text.text.replace(/[:?]$/, '')}:`) || (isPlanLabel(text.text) && planFieldOf(text.text) === 'action');
    if (promises) {
      this.#opener = this.#mayList(section) ? { section, period: null, depth: null, closed: false } : null;
      return;
    }
    // Parts of such a part, unless their headings ask for something else.
    const inner =
      before && !before.period && section !== before.section && within(section, before.section) && planFieldOf(text.text) === null;
    this.#opener = inner ? { ...before, depth: null, closed: false } : null;
  }

  /** Takes an item as an action of its own, where something above it makes it one. */
  #item(item: Item, depth: number, section: Section | null): boolean {
    const block = this.#block;
    const field = block?.fields.at(-1);
    const text = item.placed.piece.text;
    if (block && field?.role === 'action' && field.open && field.texts.length === 0) {
      // Under "Early years:" stand those that are meant.
      if (/:$/.test(text) && this.#itemDepth === null) return true;
      this.#itemDepth ??= depth;
      if (depth === this.#itemDepth && !/:$/.test(text)) block.items.push(item);
      else if (depth < this.#itemDepth) this.#itemDepth = null;
      return true;
    }
    const opener = this.#opener;
    if (!opener || opener.closed || !within(section, opener.section)) return false;
    if (/:$/.test(text) && opener.depth === null) return true;
    opener.depth ??= depth;
    if (depth !== opener.depth) return true;
    this.#itemAction(item, section, this.#group && within(section, this.#group.section) ? this.#group : null, opener.period);
    return true;
  }

  #itemAction(item: Item, section: Section | null, group: Scope | null, period: Field | null): void {
    const { placed, fields, task } = item;
    if (isBlank(placed.piece.text)) return;
    const entry = keepItem(placed.piece, this.kind, () =>
      this.#readEntry({ type: 'entry', text: placed.piece, fields, task, certain: true }, placed.piece),
    );
    const draft: Draft = { entry, base: placed.base, header: null, form: 'list', section, group };
    this.#drafts.push(draft);
    if (period && !entry.values.has('due')) {
      const own = ownEntry(draft);
      own.places.due = period.span;
      add(own.values, 'due', period);
    }
  }

  #intro(section: Section | null, placed: Placed, quoted: boolean, label: string | null): void {
    const scope = this.#group && within(section, this.#group.section) ? this.#group : section ? this.#scopes.get(section) : null;
    if (scope && scope.intro.length < MAX_INTRO) scope.intro.push({ placed, quoted, label });
  }

  // Field blocks

  #field(field: OpenField, section: Section | null): void {
    const value = field.texts[0];
    if (field.role === 'area' && value && value.text !== '' && !this.#block?.fields.some(({ role }) => role === 'action'))
      this.#intro(section, { piece: value, base: field.base }, true, field.label);
    let block = this.#block;
    if (block) {
      const last = block.fields.at(-1);
      if (last) last.open = false;
      const label = field.label.toLowerCase();
      // The same label again begins the next action.
      if (
        block.section !== section ||
        (field.role !== 'other' &&
          block.fields.some(
            (other) =>
              other.role === field.role &&
              other.label.toLowerCase().replace(/\d+(?:\.\d+)*[a-z]?/g, '') === label.replace(/\d+(?:\.\d+)*[a-z]?/g, ''),
          ))
      ) {
        this.#close();
        block = null;
      }
    }
    if (!block) {
      block = { items: [], section, group: this.#group, lead: this.#last, fields: [] };
      this.#block = block;
    }
    block.fields.push(field);
    this.#last = null;
  }

  /** "What we will do" followed by a table or by entries with their own fields: these are the actions. */
  #dropOpenAction(): void {
    const fields = this.#block?.fields;
    const open = fields?.at(-1);
    this.#itemDepth = null;
    if (this.#block && this.#block.items.length > 0) this.#close();
    else if (fields && open?.open && open.role === 'action') fields.pop();
    else if (open) open.open = false;
  }

  #close(): void {
    const block = this.#block;
    this.#block = null;
    this.#itemDepth = null;
    if (!block || block.fields.length === 0) return;
    if (block.items.length > 0) {
      this.#itemsOf(block);
      return;
    }
    if (!block.fields.some(({ role, texts }) => role === 'action' && texts.some(({ text }) => !isBlank(text)))) this.#orphans.push(block);
    else if (
      this.#inActions(block.section) ||
      (this.#mayList(block.section) && block.fields.some(({ role }) => role !== 'action' && role !== 'other'))
    )
      this.#blockAction(block, null);
  }

  /** One action an item; what the block says beside its list holds for each. */
  #itemsOf(block: OpenBlock): void {
    if (!this.#mayList(block.section)) return;
    const label = block.fields.find(({ role }) => role === 'action')!;
    const opening = datedOpening(label);
    for (const item of block.items) {
      const from = this.#drafts.length;
      this.#itemAction(item, block.section, block.group, null);
      const draft = this.#drafts[from];
      if (!draft) continue;
      const given = block.fields.flatMap(({ role, texts, base }) => {
        const value = joined(texts);
        return role !== 'action' && role !== 'area' && value && !isBlank(value.text) ? [{ role, field: fieldAt(value, base) }] : [];
      });
      if (opening && !given.some(({ role }) => role === 'due')) given.push({ role: 'due', field: opening });
      const missing = given.filter(({ role }) => !draft.entry.values.has(role));
      if (missing.length === 0) continue;
      const own = ownEntry(draft);
      for (const { role, field } of missing) {
        const name = placeOf(role);
        if (name) own.places[name] ??= field.span;
        add(own.values, role, field);
      }
    }
  }

  #blockAction(block: OpenBlock, heading: Placed | null): void {
    const values = new Map<PlanField, Field>();
    const places: Entry['places'] = {};
    const own: AreaReference[] = [];
    for (const { role, label, labelSpan, texts, base } of this.#ownFields(block)) {
      const value = joined(texts);
      const blank = !value || isBlank(value.text);
      const name = placeOf(role);
      if (name) places[name] ??= value ? move(value.span, base) : labelSpan;
      if (blank) continue;
      if (role === 'area') append(own, this.#referencesIn({ piece: value, base }, 0, 'cell', label));
      else add(values, role, fieldAt(value, base));
    }
    for (const { role, texts, base } of block.fields) if (role === 'action') dueInWords(values, places, texts, base);
    const first = block.fields.find(({ role, texts }) => role === 'action' && texts.length === 1);
    const words = heading ? named(heading.piece) : first ? named(first.texts[0]!) : null;
    const wordsBase = heading?.base ?? first?.base ?? 0;
    const title = words ? fieldAt(words.text, wordsBase) : values.get('action')!;
    if (words?.number && !values.has('reference')) values.set('reference', fieldAt(words.number, wordsBase));
    // "Action 1a: Buy more time": the label has the number.
    const numbered = first && /(?<![\d.])\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?$/i.exec(first.label.trim());
    if (numbered && !values.has('reference')) values.set('reference', { text: numbered[0], span: first.labelSpan });
    for (const { role, texts, base } of block.fields)
      if (role === 'action') for (const text of texts) append(own, this.#mentions({ piece: text, base }));
    if (heading) append(own, this.#mentions(heading));
    this.#drafts.push({
      entry: newEntry(title.text, title.span, values, places, own, false),
      base: 0,
      header: null,
      form: 'fields',
      section: block.section,
      group: block.group,
    });
  }

  /** Without the bodies that the report makes responsible for a whole area, which stand under its heading and before the first action. */
  #ownFields(block: OpenBlock): readonly OpenField[] {
    const first = block.fields.findIndex(({ role }) => role === 'action');
    const title = block.group?.title ?? (block.section ? this.#scopes.get(block.section)?.title : null);
    if (first <= 0 || !title || namedAreas(title.piece.text, this.kind).length === 0) return block.fields;
    return block.fields.filter(({ role }, index) => role !== 'body' || index > first);
  }

  /** Blocks of fields that name no action: their heading is the action, or they hold for all actions of their section. */
  *#settleOrphans(): Generator<void, void> {
    if (this.#orphans.length === 0) return;
    const drafts = [...this.#drafts].sort((a, b) => startOf(a) - startOf(b));
    for (const block of this.#orphans) {
      let { section } = block;
      if (!section?.heading) continue;
      let inside = between(drafts, section.span);
      // Indicators under a heading of their own measure the actions of the part around it.
      while (block.indicators && inside.length === 0 && section.parent) {
        section = section.parent;
        inside = between(drafts, section.span);
      }
      if (block.indicators && inside.length === 0) this.#measuredElsewhere = true;
      const roles = new Set(block.fields.map(({ role }) => placeOf(role)).filter((name) => name !== null && REQUIRED.includes(name)));
      const title = block.lead ?? this.#scopes.get(section)?.title;
      // "Our priorities" is no action; "Action 3: Open a clinic" is.
      if (inside.length === 0 && roles.size >= 2 && title && wordsOf(title.piece.text).length >= MIN_TITLE && this.#mayList(section)) {
        this.#blockAction(block, title);
        continue;
      }
      const given = block.fields.flatMap(({ role, texts, base }) => {
        const name = placeOf(role);
        const value = joined(texts);
        return role !== 'body' && name && value && !isBlank(value.text) ? [{ role, name, field: fieldAt(value, base) }] : [];
      });
      for (const draft of inside) {
        // A cell that is there and empty stays empty.
        for (const { role, name, field } of given) if (!draft.entry.places[name]) add(ownEntry(draft).values, role, field);
      }
      yield;
    }
  }

  /** Lists and blocks with fields are actions everywhere but in parts such as the glossary, unless these answer an area. */
  #mayList(section: Section | null): boolean {
    let excluded = false;
    for (let current = section; current; current = current.parent) {
      if (this.#holdsActions(current)) return true;
      if (current.id && NO_LISTS.has(current.id)) excluded = true;
    }
    return !excluded;
  }

  // Lists

  #entry(piece: Extract<Piece, { type: 'entry' }>, base: number, section: Section | null): void {
    if (!this.#mayList(section)) return;
    const action = piece.fields.find(({ role }) => role === 'action');
    const text = piece.text.text !== '' ? piece.text : action;
    // A task without any field is a note to oneself unless it stands among actions.
    if (!text || (piece.task && piece.fields.length === 0 && !this.#inActions(section))) return;
    const entry = keep(
      piece,
      this.kind,
      () => [piece.text, ...piece.fields],
      () => this.#readEntry(piece, text),
    );
    this.#drafts.push({
      entry,
      base,
      header: null,
      form: 'list',
      section,
      group: this.#group && within(section, this.#group.section) ? this.#group : null,
    });
  }

  #readEntry(piece: Extract<Piece, { type: 'entry' }>, text: PieceText): Entry {
    const values = new Map<PlanField, Field>();
    const places: Entry['places'] = {};
    const own: AreaReference[] = [];
    for (const field of piece.fields) {
      const name = placeOf(field.role);
      if (name) places[name] ??= field.text === '' ? field.labelSpan : field.span;
      if (isBlank(field.text)) continue;
      if (field.role === 'area') append(own, this.#referencesIn({ piece: field, base: 0 }, 0, 'cell', field.label));
      else add(values, field.role, fieldAt(field, 0));
    }
    if (piece.task && !values.has('status')) {
      const done = !piece.task.text.includes('[ ]');
      values.set('status', { text: done ? 'Complete' : 'To do', span: piece.task.span });
      places.status = piece.task.span;
    }
    const { text: words, number } = named(text);
    if (number && !values.has('reference')) values.set('reference', fieldAt(number, 0));
    dueInWords(values, places, [words], 0, true);
    append(own, this.#mentions({ piece: text, base: 0 }));
    return newEntry(words.text, words.span, values, places, own);
  }

  /** Tables of events, meetings and contacts have days and names as well: outside the parts for actions, a table must say more to hold some. */
  #mayHold({ roles, headers }: ActionTable, section: Section | null): boolean {
    if (this.#inActions(section)) return true;
    const named = new Set(roles.map((role) => role && placeOf(role)).filter((name) => name !== null && REQUIRED.includes(name)));
    if (headers.filter((header, column) => isPeriodColumn(header, roles[column] ?? null)).length >= 1) named.add('due');
    const says = named.size;
    return this.#mayList(section) && purposeOf(section) !== 'co-production' ? says >= 2 : says >= 3;
  }

  #inActions(section: Section | null): boolean {
    for (let current = section; current; current = current.parent) if (this.#holdsActions(current)) return true;
    return this.#group !== null;
  }

  #holdsActions(section: Section): boolean {
    let holds = this.#sectionsOfActions.get(section);
    if (holds === undefined) {
      holds =
        section.id === 'plan-actions' ||
        section.id === 'agreed-actions' ||
        (section.heading !== null && namedAreas(section.heading.text, this.kind).length > 0);
      this.#sectionsOfActions.set(section, holds);
    }
    return holds;
  }

  // Tables

  #pairs(table: ActionTable, base: number, section: Section | null): void {
    this.#close();
    for (const { cells } of table.rows) {
      const [label, value] = cells;
      const role = label ? planFieldOf(label.text) : null;
      if (label && role)
        this.#field(
          { role, label: label.text, labelSpan: move(label.span, base), texts: value ? [value] : [], base, open: false },
          section,
        );
    }
    this.#close();
  }

  #table(table: ActionTable, base: number, section: Section | null): void {
    const outer = this.#group && within(section, this.#group.section) ? this.#group : null;
    let group = outer;
    for (const row of keep(
      table,
      this.kind,
      () => table.rows.flatMap(({ cells }) => cells),
      () => this.#readTable(table),
    )) {
      if ('group' in row) group = { section, title: { piece: row.group, base }, intro: [], references: null, around: outer };
      else this.#drafts.push({ entry: row.entry, base, header: table.header, form: 'table', section, group });
    }
  }

  #readTable(table: ActionTable): readonly TableEntry[] {
    const entries: TableEntry[] = [];
    let area: readonly AreaReference[] = [];
    let previous: Entry | null = null;
    const areaColumns = this.#areaColumns(table);
    /** By column, the last cell that says something itself: what "As above" stands for. */
    const above: (TableCellText | undefined)[] = [];
    for (const row of table.rows) {
      if (row.group) {
        entries.push({ group: row.group });
        area = [];
        previous = null;
        continue;
      }
      const entry = this.#readRow(table, row, above);
      const areaCells = row.cells.filter((cell, column): cell is TableCellText => cell !== null && !cell.blank && areaColumns.has(column));
      if (areaCells.length > 0) area = areaCells.flatMap((cell) => this.#areasInCell(table, cell, row.cells.indexOf(cell)));
      if (!entry) {
        // Cells that Word had merged: the row goes on with the action above.
        if (previous) this.#continueRow(previous, table, row);
        continue;
      }
      append(entry.own, area);
      entries.push({ entry });
      previous = entry;
    }
    return entries;
  }

  /** The columns for areas; without any, columns such as "Priority" whose cells name some: "Early help (AFI1)". */
  #areaColumns({ roles, rows }: ActionTable): ReadonlySet<number> {
    const own = roles.flatMap((role, column) => (role === 'area' ? [column] : []));
    const others = roles.flatMap((role, column) =>
      (role === null || role === 'other' || role === 'outcome' || role === 'aim') &&
      rows.some(({ cells }) => cells[column] && namesIn(cells[column], this.kind).areas.some(({ form }) => form !== 'recommendation'))
        ? [column]
        : [],
    );
    return new Set(own.length > 0 ? own : others);
  }

  #areasInCell({ roles, headers }: ActionTable, piece: TableCellText, column: number): AreaReference[] {
    if (roles[column] === 'area') return this.#referencesIn({ piece, base: 0 }, 0, 'cell', headers[column]);
    return this.#referencesIn({ piece, base: 0 }, 0, 'cell').filter(({ kind }) => kind !== 'wording');
  }

  #readRow(table: ActionTable, row: TableAction, above: (TableCellText | undefined)[]): Entry | null {
    row.cells.forEach((cell, column) => {
      if (cell && !cell.blank && !AS_ABOVE.test(cell.text)) above[column] = cell;
    });
    const actionCells = cellsOf(table, row, 'action').filter((cell) => !cell.blank);
    const text = joined(actionCells);
    if (!text) return null;
    const values = new Map<PlanField, Field>();
    const places: Entry['places'] = {};
    const own: AreaReference[] = [];
    table.roles.forEach((role, column) => {
      const cell = row.cells[column];
      const name = role && placeOf(role);
      // A ragged row has no cell to point at.
      if (name && (!places[name] || (cell && !cell.blank && !values.has(role)))) places[name] = cell ? cell.span : text.span;
      if (!role || role === 'action' || role === 'area' || !cell || cell.blank) return;
      const same = AS_ABOVE.test(cell.text) ? above[column] : undefined;
      add(values, role, same ? { text: same.text, span: cell.span } : fieldAt(cell, 0));
      if (role === 'reference') append(own, this.#referencesIn({ piece: cell, base: 0 }, 0, 'number'));
    });
    // "What will be different as a result?" behind the action says how one will see it, where no other column does; before it, it is the aim.
    const outcome = table.roles.indexOf('outcome', table.actionColumn);
    const difference = row.cells[outcome];
    if (!places.measure && difference && !difference.blank) {
      places.measure = difference.span;
      add(values, 'measure', fieldAt(difference, 0));
    }
    if (!places.due) this.#periodColumns(table, row, values, places);
    dueInWords(values, places, actionCells, 0);
    for (const cell of actionCells) append(own, this.#mentions({ piece: cell, base: 0 }));
    const { text: words, number } = named(text);
    if (number && !values.has('reference')) values.set('reference', fieldAt(number, 0));
    return newEntry(words.text, words.span, values, places, own);
  }

  /** A table of indicators without actions measures those of its part that have no measure of their own. */
  #measures(table: ActionTable, base: number, section: Section | null): void {
    const cells = table.rows
      .flatMap((row) =>
        row.cells.filter((cell, column) => cell && !cell.blank && ['measure', 'baseline', 'target'].includes(table.roles[column] ?? '')),
      )
      .filter((cell) => cell !== null);
    if (cells.length > 0)
      this.#orphans.push({
        section,
        items: [],
        group: this.#group,
        lead: null,
        fields: [
          {
            role: 'measure',
            label: table.headers[table.roles.indexOf('measure')]!,
            labelSpan: move(table.header, base),
            texts: cells,
            base,
            open: false,
          },
        ],
        indicators: true,
      });
  }

  /** A chart with a column for each month or quarter: the last one that is filled is the deadline. */
  #periodColumns(table: ActionTable, row: TableAction, values: Map<PlanField, Field>, places: Entry['places']): void {
    const months = table.headers.some((header) => /\bmonths?\b/i.test(header));
    const columns = table.headers.flatMap((header, column) =>
      isPeriodColumn(header, table.roles[column] ?? null) || (months && /^\W*\d{1,2}\W*$/.test(header)) ? [column] : [],
    );
    if (columns.length < 2) return;
    const last = columns.findLast((column) => row.cells[column] && !row.cells[column].blank);
    const cell = row.cells[last ?? columns[0]!];
    if (cell) places.due = cell.span;
    if (cell && last !== undefined) values.set('due', { text: table.headers[last]!, span: cell.span });
  }

  #continueRow(entry: Entry, table: ActionTable, row: TableAction): void {
    table.roles.forEach((role, column) => {
      const cell = row.cells[column];
      if (role && cell && !cell.blank && role !== 'area' && role !== 'reference') add(entry.values, role, fieldAt(cell, 0));
    });
  }

  /** A second table with more columns for numbered actions. */
  #mergeExtras(): void {
    if (this.#extras.length === 0) return;
    const byNumber = new Map<string, Draft>();
    for (const draft of this.#drafts) if (draft.entry.reference) byNumber.set(normalNumber(draft.entry.reference.text), draft);
    for (const { table, base } of this.#extras) {
      for (const row of table.rows) {
        const number = cellsOf(table, row, 'reference')[0];
        const draft = number && byNumber.get(normalNumber(number.text));
        if (!draft) continue;
        const { values, places, own } = ownEntry(draft);
        table.roles.forEach((role, column) => {
          const cell = row.cells[column];
          const name = role && placeOf(role);
          if (!role || !cell || role === 'reference') return;
          if (role === 'area') append(own, this.#referencesIn({ piece: cell, base }, 0, 'cell', table.headers[column]));
          else if (name && !values.has(role)) {
            places[name] ??= move(cell.span, base);
            if (!cell.blank) add(values, role, fieldAt(cell, base));
          }
        });
      }
    }
  }

  // References to areas

  #url(identifier: string): string | null {
    if (!this.#definitions) {
      this.#definitions = new Map();
      for (const { node } of this.model.flow) if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
    }
    return this.#definitions.get(identifier) ?? null;
  }

  /** `place`: a title, a cell or labelled value that is there to name areas, the number of an action, or running text. */
  #referencesIn({ piece, base }: Placed, level: number, place: 'title' | 'cell' | 'number' | 'text', header?: string): AreaReference[] {
    const names = namesIn(piece, this.kind);
    // Most texts name nothing and link nowhere.
    if (names.areas.length === 0 && piece.links.length === 0 && (place === 'number' || (place === 'text' && level === 1))) return NOTHING;
    const references: AreaReference[] = [];
    const spanIn = (from: number, to: number): Span =>
      piece.prose ? move(piece.prose.sourceOf(piece.from + from, piece.from + to), base) : move(piece.span, base);
    const prefix =
      header && /priority action|\bapas?\b/i.test(header)
        ? 'APA'
        : header && /improvement|\bafis?\b/i.test(header)
          ? 'AFI'
          : defaultPrefix(this.kind);
    const bare = place === 'cell' && header ? bareNumbers(piece.text, prefix) : [];
    for (const { id, from, to, form } of bare.length > 0 ? bare : names.areas) {
      if (form === 'own-number' && place !== 'title' && place !== 'cell') continue;
      references.push({
        kind: form === 'own-number' ? 'number' : 'id',
        value: id,
        span: spanIn(from, to),
        level,
        certain: form === 'id' || (form === 'recommendation' && place !== 'text'),
      });
    }
    for (const link of piece.links) {
      const url = link.url ?? (link.identifier === null ? null : this.#url(link.identifier));
      if (url?.includes('#') && !/^(?:#|[a-z][a-z\d+.-]*:)/i.test(url))
        references.push({ kind: 'link', value: url, span: move({ start: link.start, end: link.end }, base), level, certain: false });
    }
    // A title or cell may name an area and give its words as well: they help when the number is wrong.
    if ((references.length === 0 || place === 'title' || (place === 'cell' && bare.length === 0)) && place !== 'number' && names.quotes)
      references.push({ kind: 'wording', value: piece.text, span: move(piece.span, base), level, certain: false });
    return references;
  }

  /** Areas that an action's own words name, next to where it stands. */
  #mentions(placed: Placed): AreaReference[] {
    const references = this.#referencesIn(placed, 1, 'text');
    return references.length === 0 ? references : references.filter(({ kind }) => kind === 'id' || kind === 'link');
  }

  #scopeReferences(scope: Scope, level: number): readonly AreaReference[] {
    if (scope.references) return scope.references;
    const title = scope.title ? this.#referencesIn(scope.title, level, 'title') : [];
    // "Areas for improvement 1 to 5" is a title over all of them and tells nothing of one action; "AFI 2, AFI 4 and AFI 5" are chosen.
    const ids = title.filter(({ kind }) => kind === 'id' || kind === 'number');
    const over =
      ids.length > MAX_TITLE_AREAS || (ids.length > 2 && /\d ?(?:to|–|-) ?(?:AFI ?|APA ?)?\d/i.test(scope.title?.piece.text ?? ''));
    const found = over ? title.filter(({ kind }) => kind === 'link') : [...title];
    for (const { placed, quoted, label } of scope.intro) {
      const references = this.#referencesIn(placed, level, label === null ? 'text' : 'cell', label ?? undefined);
      const answers =
        label !== null ||
        /\b(?:answers?|answering|respon(?:ds?|se|ding)|address(?:es|ing)?|relates? to|linked? to|delivers?|meets?|in relation to|for)\b[^.]{0,80}\b(?:AFI|APA|areas?|recommendations?)/i.test(
          placed.piece.text,
        );
      append(
        found,
        references.filter(({ kind }) => kind === 'wording' || kind === 'link' || (answers && (label !== null || ids.length === 0))),
      );
      // A paragraph may name an area and quote it too.
      if (quoted && references.every(({ kind }) => kind !== 'wording'))
        found.push({ kind: 'wording', value: placed.piece.text, span: move(placed.piece.span, placed.base), level, certain: false });
    }
    return (scope.references = found);
  }

  #referencesOf({ entry: { own }, base, group, section }: Draft): readonly AreaReference[] {
    const around = this.#referencesAround(group, section);
    return own.length === 0
      ? around
      : byLevel([...own.map((reference) => (base === 0 ? reference : { ...reference, span: move(reference.span, base) })), ...around]);
  }

  /** The references of the group and the sections that an action stands in: the same list for all actions of one place. */
  #referencesAround(group: Scope | null, section: Section | null): readonly AreaReference[] {
    let bySection = this.#around.get(group);
    if (!bySection) this.#around.set(group, (bySection = new Map<Section | null, readonly AreaReference[]>()));
    let references = bySection.get(section);
    if (!references) {
      const found: AreaReference[] = [];
      if (group) append(found, this.#scopeReferences(group, 2));
      if (group?.around) append(found, this.#scopeReferences(group.around, 2.5));
      for (let current = section; current; current = current.parent) {
        const scope = this.#scopes.get(current);
        // Headings have at most six levels: the deeper, the nearer.
        if (scope) append(found, this.#scopeReferences(scope, 9 - current.depth));
      }
      bySection.set(section, (references = byLevel(found)));
    }
    return references;
  }

  // The result

  *#finish(): Generator<void, readonly ActionFact[]> {
    const inOrder = this.#drafts.every((draft, index) => index === 0 || endOf(this.#drafts[index - 1]!) <= startOf(draft));
    const drafts = withoutSummaries(inOrder ? this.#drafts : this.#drafts.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b)));
    const references: (readonly AreaReference[])[] = [];
    for (const draft of drafts) {
      if (references.length % STEP === 0) yield;
      references.push(this.#referencesOf(draft));
      // All rules ask for it: here there are pauses.
      toldOf(draft.entry);
    }
    narrow(references);
    return drafts.map((draft, index) => new PlacedAction(draft, index + 1, references[index]!, this.#measuredElsewhere));
  }
}

const startOf = ({ entry, base }: Draft): number => entry.span.start + base;
const endOf = ({ entry, base }: Draft): number => entry.span.end + base;

/** In order of level, where they are not already. */
const byLevel = (references: AreaReference[]): AreaReference[] =>
  references.some(({ level }, index) => index > 0 && level < references[index - 1]!.level)
    ? references.sort((a, b) => a.level - b.level)
    : references;

/** The draft's entry for changes: what is shared with other readings becomes its own, with places that count from the plan's start. */
function ownEntry(draft: Draft): Entry {
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

const placesAt = (places: Entry['places'], base: number): Entry['places'] =>
  Object.fromEntries(Object.entries(places).map(([name, span]) => [name, move(span, base)]));

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
class PlacedAction implements ActionFact {
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

const wordsBy = ({ text, reference }: Entry, { owner, start, due, dueDate, measure, status, outcome }: Told): ActionWords => ({
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

const toldOf = (entry: Entry): Told => (entry.told ??= toldBy(entry.values));

function toldBy(values: ReadonlyMap<PlanField, Field>): Told {
  const finished = values.get('completed');
  // "Completed? Yes" is a status; "Completed: 3 May 2026" is a day.
  const isDay = finished !== undefined && readDeadline(finished.text).date !== null;
  const due =
    values.get('due') ??
    (isDay || (finished && readStatus(finished.text) === 'complete' && finished.text.length > 3) ? finished : null) ??
    null;
  const status =
    values.get('status') ??
    (due && /^\W*(?:completed?|done|achieved)\b/i.test(due.text) && readStatus(due.text) === 'complete' ? due : undefined) ??
    (finished && (isDay ? { text: 'Complete', span: finished.span } : finished)) ??
    progressOf(values);
  return {
    owner: ownerOf(values),
    start: values.get('start') ?? null,
    due,
    dueDate: due && readDeadline(due.text).date,
    measure: measureOf(values),
    status: status ?? null,
    outcome: values.get('outcome') ?? values.get('aim') ?? null,
  };
}

/** Which field of an action a label stands for; null for labels that are none. */
function placeOf(role: PlanField): ActionFieldName | null {
  switch (role) {
    case 'owner':
    case 'start':
    case 'due':
    case 'measure':
    case 'status':
    case 'outcome':
      return role;
    case 'aim':
      return 'outcome';
    case 'body':
      return 'owner';
    case 'completed':
      return 'due';
    case 'baseline':
    case 'target':
      return 'measure';
    default:
      return null;
  }
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
/** The first words of a day or period. */
const PERIOD_WORDS = `(?:the )?(?:(?:very )?(?:end|start|beginning|middle|close) of )?(?:the )?(?:early |mid[- ]?|late )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})|(?:${MONTHS})|(?:autumn|spring|summer|winter|christmas|easter|michaelmas)|term \\d|q[1-4]|quarter [1-4]|20\\d\\d|(?:financial|academic|school) year)\\b`;
const BY = new RegExp(`(?:\\b(?:by|before|no later than)|📅) ?(?=${PERIOD_WORDS})`, 'giu');
const IN = new RegExp(`\\b(?:in|during|until|from|since) (?=${PERIOD_WORDS})`, 'giu');

/** Where a day or period ends that begins at a place: before the next mark, or where the sentence goes on. */
function periodAt(text: string, from: number): string {
  const rest = text.slice(from, from + 60);
  const end = rest.search(/[.;()\n]|,(?! (?:20)?\d{2})| (?:we|with|and (?!\d|the end)|for|so|to (?!\d)|when|which|on|onwards)\b/u);
  return (end < 0 ? rest : rest.slice(0, end)).trimEnd();
}

/** "Open a clinic by March 2027": the deadline stands in the action's own words, where it has no other place. */
function dueInWords(
  values: Map<PlanField, Field>,
  places: Entry['places'],
  texts: readonly PieceText[],
  base: number,
  anywhere = false,
): void {
  if (places.due) return;
  let first: Span | null = null;
  for (const text of texts) {
    if (!text.prose) continue;
    const found = [BY, IN].flatMap((pattern, index) =>
      [...matchesOf(text.text, pattern)].flatMap((match) => {
        const from = match.index + match[0].length;
        const period = periodAt(text.text, from);
        const { date, problem } = readDeadline(period);
        // "Spring next year" is meant as a deadline; "in March" may be anything.
        if (date === null && (index > 0 || problem !== 'no-year')) return [];
        const last = /^[\s.;)]*$/.test(text.text.slice(from + period.length));
        return anywhere || (last && index === 0) ? [{ from, period, index }] : [];
      }),
    );
    const told = found.findLast(({ index }) => index === 0) ?? found.at(-1);
    if (!told) continue;
    const from = text.from + told.from;
    const span = move(text.prose.sourceOf(from, from + told.period.length), base);
    add(values, 'due', { text: told.period, span });
    first ??= span;
  }
  if (first) places.due = first;
}

/** "Action 1.1: Open a clinic", "2a Open a clinic": the number, and where the words begin. */
const NUMBER_BEFORE =
  /^(?:(?:key |priority )?(?:action|activity|task|step|objective|commitment|promise|deliverable)s? (?:no\.? ?|number )?((?:[A-Z]{1,4}[ -]?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)|((?:[A-Z]{1,4}-?)?\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?|\d{1,2}[a-z]|[A-Z]{1,3}\d{1,2}))(?:\s*[:.)–—-]+\s*|\s+)(?=\S)/iu;
const WE_WILL = /^(?:(?:and )?we (?:will|shall|are going to)(?: also| then| now)? )/iu;

/** A text without its first characters. */
function without(piece: PieceText, length: number): PieceText {
  if (length === 0 || !piece.prose) return piece;
  const from = piece.from + length;
  const text = piece.text.slice(length);
  return { ...piece, text, from, span: piece.prose.sourceOf(from, from + text.length) };
}

/** The words of an action without its number and without "We will", and the number where one stands before them. */
function named(piece: PieceText): { readonly text: PieceText; readonly number: PieceText | null } {
  if (!piece.prose) return { text: piece, number: null };
  const match = NUMBER_BEFORE.exec(piece.text);
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

/** A second value of the same sort is joined to the first. */
function add(values: Map<PlanField, Field>, role: PlanField, field: Field): void {
  const before = values.get(role);
  if (!before) values.set(role, field);
  else if (before.span.start !== field.span.start) values.set(role, { text: `${before.text}\n${field.text}`, span: before.span });
}

function ownerOf(values: ReadonlyMap<PlanField, Field>): ActionField | null {
  const owner = values.get('owner');
  const body = values.get('body');
  if (!owner || !body || owner.text.includes(body.text)) return owner ?? body ?? null;
  return { text: `${owner.text}, ${body.text}`, span: owner.span };
}

/** The drafts, sorted by place, that stand in a span. */
function between(drafts: readonly Draft[], span: Span): readonly Draft[] {
  const first = (offset: number): number => lastAtMost(drafts, offset - 1, startOf) + 1;
  return drafts.slice(first(span.start), first(span.end));
}

/** Where things stand now tells a baseline when it has a figure. */
const numbered = (field: Field | undefined): Field | undefined => (field && /\d/.test(field.text) ? field : undefined);

/** The measure with its baseline and target, where these have places of their own. */
function measureOf(values: ReadonlyMap<PlanField, Field>): ActionField | null {
  const measure = values.get('measure');
  const parts = [
    ['Baseline', values.get('baseline') ?? numbered(values.get('now'))],
    ['Target', values.get('target')],
  ] as const;
  // Told once: "What we will see: … Baseline: …" beside "Where we are now: families wait".
  const texts = parts.flatMap(([name, field]) =>
    field && !measure?.text.toLowerCase().includes(`${name.toLowerCase()}:`) ? [`${name}: ${field.text.replace(/\.$/, '')}.`] : [],
  );
  const outcome = values.get('outcome');
  const main = measure ?? values.get('target') ?? (outcome && /\d/.test(outcome.text) ? outcome : undefined);
  // Where things stand today is no measure by itself.
  if (!main) return null;
  if (!measure && main === outcome) return outcome;
  return { text: [...(measure ? [measure.text] : []), ...texts].join(' '), span: main.span };
}

function progressOf(values: ReadonlyMap<PlanField, Field>): ActionField | null {
  return (
    [values.get('progress'), values.get('now')].find(
      (field) => field && readStatus(field.text) && (field === values.get('progress') || field.text.length < 30),
    ) ?? null
  );
}

/** Ids at the nearest level that has any, and those that the action's own words name. */
function idsOf(references: readonly AreaReference[]): readonly string[] {
  const ids = references.filter(({ kind }) => kind === 'id');
  const nearest = ids.find(({ level }) => level !== 1)?.level;
  return [...new Set(ids.filter(({ level }) => level === nearest || level === 1).map(({ value }) => value))];
}

/** The level of what an action's own words name. */
const OWN_WORDS = 1;

/** What several actions share: the areas of the nearest heading or group, which all of them may answer. */
interface Part {
  readonly key: string;
  readonly ids: ReadonlySet<string>;
  readonly level: number;
  /** What the action's own words name. */
  readonly own: ReadonlySet<string>;
}

function partOf(references: readonly AreaReference[]): Part | null {
  const ids = references.filter(({ kind }) => kind === 'id');
  const level = ids.find((reference) => reference.level !== OWN_WORDS)?.level;
  if (level === undefined || level < OWN_WORDS) return null;
  const shared = ids.filter((reference) => reference.level === level);
  const values = new Set(shared.map(({ value }) => value));
  if (values.size < 2) return null;
  return {
    key: shared.map(({ span }) => span.start).join(),
    ids: values,
    level,
    own: new Set(ids.filter((reference) => reference.level === OWN_WORDS).map(({ value }) => value)),
  };
}

/**
 * A part for "AFI1 and AFI3" whose actions say which of the two each answers: their own words decide.
 * Only where these name every area of the part, so that none is lost. Changes the list, which has an entry for each action.
 */
function narrow(all: (readonly AreaReference[])[]): void {
  // Actions of one place share their references.
  const known = new Map<readonly AreaReference[], Part | null>();
  const parts = new Map<string, { ids: ReadonlySet<string>; named: Set<string>; members: { index: number; part: Part }[] }>();
  all.forEach((references, index) => {
    let part = known.get(references);
    if (part === undefined) known.set(references, (part = partOf(references)));
    if (!part) return;
    const entry = parts.get(part.key) ?? { ids: part.ids, named: new Set<string>(), members: [] };
    for (const id of part.own) entry.named.add(id);
    entry.members.push({ index, part });
    parts.set(part.key, entry);
  });
  for (const { ids, named, members } of parts.values()) {
    if (![...ids].every((id) => named.has(id))) continue;
    for (const {
      index,
      part: { own, level },
    } of members) {
      if (own.size > 0 && [...own].every((id) => ids.has(id)))
        all[index] = all[index]!.filter((reference) => reference.kind !== 'id' || reference.level < level || own.has(reference.value));
    }
  }
}

const normalNumber = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z\d.]/g, '')
    .replace(/\.$/, '');

/** The innermost purpose around a place. */
function purposeOf(inner: Section | null): SectionId | null {
  for (let section = inner; section; section = section.parent) if (section.id) return section.id;
  return null;
}

const within = (inner: Section | null, outer: Section | null): boolean => {
  if (outer === null) return true;
  for (let section = inner; section; section = section.parent) if (section === outer) return true;
  return false;
};

function cellsOf(table: ActionTable, row: TableAction, role: PlanField): TableCellText[] {
  return row.cells.filter((cell, column): cell is TableCellText => cell !== null && table.roles[column] === role);
}

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** A row of a summary that repeats an action of another table or block and has no place for what that one says. */
function withoutSummaries(drafts: readonly Draft[]): readonly Draft[] {
  const byText = new Map<string, Draft>();
  const dropped = new Set<Draft>();
  for (const draft of drafts) {
    const { key } = draft.entry;
    if (key.length <= 15) continue;
    const other = byText.get(key);
    if (!other) {
      byText.set(key, draft);
      continue;
    }
    const lacks = (one: Draft, two: Draft): boolean => REQUIRED.some((name) => !one.entry.places[name] && two.entry.places[name]);
    const [summary, full] = lacks(draft, other) ? [draft, other] : lacks(other, draft) ? [other, draft] : [null, null];
    if (!summary || !full) continue;
    dropped.add(summary);
    byText.set(key, full);
    const { values, own } = ownEntry(full);
    const extra = ownEntry(summary);
    for (const [role, field] of extra.values) if (!values.has(role)) values.set(role, field);
    append(own, extra.own);
  }
  return dropped.size > 0 ? drafts.filter((draft) => !dropped.has(draft)) : drafts;
}

export type { PieceField };
