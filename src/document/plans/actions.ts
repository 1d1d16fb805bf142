import { isReportKind, type DocumentKind } from '../../framework/types.js';
import { latestByObject } from '../../memo/memo.js';
import { append } from '../../text/lists.js';
import { endOf, ownEntry, PlacedAction, startOf, type Draft } from './_draft.js';
import { fieldAt, move, toldOf, type Placed } from './_entry.js';
import { blockDraft, givenBy, indicatorsOf, promisedApart, type Item, type OpenBlock, type OpenField } from './_fields.js';
import { labelsOf, type Labels } from './_labels.js';
import { dueByHeading } from './_due-by.js';
import { inYear, yearOver } from './_in-year.js';
import { ledByHeading } from './_led-by.js';
import { itemEntry } from './_lists.js';
import { Opener } from './_opener.js';
import { settleOrphans } from './_orphans.js';
import { narrow } from './_narrow.js';
import { labelHeadings, PlanParts, within } from './_plan-parts.js';
import { References, type Scope } from './_references.js';
import { mergeExtras, withoutSummaries, type ExtraTable } from './_summaries.js';
import { markedActions, promisedInProse, seriesOf, UnreadTexts } from './_series.js';
import { continued } from './_table-shape.js';
import { TableReader } from './_tables.js';
import { titledActions } from './_titled.js';
import { datedOpening, isPeriod } from './_times-in-words.js';
import { add, type Field } from './_values.js';
import { isBlank, tellingCount } from './_piece-texts.js';
import { promisesWords, statesPrinciples } from './_promises.js';
import { mayInstruct, share } from './_cues.js';
import { piecesOf } from './pieces.js';
import type { ActionTable, Piece } from './_piece-types.js';
import type { ActionFact, AreaReference, PlacedBlock, Section, SendDocument } from '../types.js';

/*
 * The actions of a plan: what its blocks say, put together in the order of the document.
 */

type Model = Omit<SendDocument, 'facts' | 'edition'>;

const MAX_INTRO = 24;

/** Actions of a plan or meeting note, in document order; none for reports. Pauses for hosts that must not be held. */
export function* readActionsInSteps(document: Model): Generator<void, readonly ActionFact[]> {
  const { kind } = document;
  if (!kind || isReportKind(kind)) return [];
  return yield* new Assembly(document, kind).readInSteps();
}

/** How many nodes or actions are read between two pauses. */
const STEP = 12;

/** Second halves of tables, kept so that their rows are. */
const continuedBy = latestByObject<ActionTable, ActionTable, ActionTable | null>();

class Assembly {
  readonly #drafts: Draft[] = [];
  readonly #orphans: OpenBlock[] = [];
  readonly #extras: ExtraTable[] = [];
  readonly #references: References;
  readonly #tables: TableReader;
  readonly #parts: PlanParts;
  readonly #labels: Labels;
  /** Texts that no reader of a form took. */
  readonly #unread = new UnreadTexts();
  #block: OpenBlock | null = null;
  #last: Placed | null = null;
  #group: Scope | null = null;
  readonly #opener: Opener;
  /** How deep the items stand that are actions under the label above them. */
  #itemDepth: number | null = null;
  #labelHeadings: ReadonlySet<number> = new Set();
  /** The last table of actions, where no heading came after it. */
  #before: { readonly table: ActionTable; readonly section: Section | null } | null = null;

  constructor(
    private readonly model: Model,
    kind: DocumentKind,
  ) {
    this.#references = new References(model.flow, kind);
    this.#tables = new TableReader(this.#references);
    this.#parts = new PlanParts(kind);
    this.#labels = labelsOf(model.flow);
    this.#opener = new Opener(this.#labels, this.#parts);
  }

  *readInSteps(): Generator<void, readonly ActionFact[]> {
    const { flow, sections } = this.model;
    this.#labelHeadings = labelHeadings(sections, this.#labels);
    const open: Section[] = [];
    let next = 0;
    for (const [index, { node, placed }] of flow.entries()) {
      if (index % STEP === 0) yield;
      while (next < sections.length && (sections[next]!.heading?.flowIndex ?? sections[next]!.flowStart) <= index)
        open.push(sections[next++]!);
      while (open.length > 0 && open.at(-1)!.flowEnd <= index) open.pop();
      const section = open.at(-1) ?? null;
      for (const piece of piecesOf(node, placed.block, this.#labels)) this.#take(piece, placed, section);
    }
    this.#close();
    const settled = yield* settleOrphans(this.#orphans, this.#drafts, this.#references, this.#parts);
    append(this.#drafts, settled.drafts);
    const taken = new Set(this.#orphans.flatMap(({ section }) => section ?? []));
    append(this.#drafts, titledActions(sections, this.#sorted(), taken, this.#references, this.#parts));
    append(this.#drafts, markedActions(this.#unread.marked, this.#sorted(), this.#references, this.#parts));
    append(this.#drafts, seriesOf(this.#unread.all, this.#sorted(), this.#references, this.#parts));
    append(this.#drafts, promisedInProse(this.#unread.promised, this.#sorted(), this.#references));
    mergeExtras(this.#extras, this.#drafts, this.#references);
    return yield* this.#finish(settled.measuredElsewhere);
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
              role: this.#labels.fieldOf(piece.text.text)!,
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
        this.#unread.beginPart();
        this.#before = null;
        this.#itemDepth = null;
        this.#opener.heading(piece.text, base, section);
        if (this.#group && !within(section, this.#group.section)) this.#group = null;
        if (section) this.#references.openScope(section, { piece: piece.text, base });
        return;
      }
      case 'strong': {
        this.#close();
        this.#opener.strong(piece.text, base, section);
        this.#last = { piece: piece.text, base };
        this.#unread.addMarked(this.#last, section);
        const scope: Scope = { section, title: { piece: piece.text, base }, intro: [], references: null };
        if (this.#references.within({ piece: piece.text, base }, 2, 'title').some(({ kind }) => kind === 'id' || kind === 'number'))
          this.#group = scope;
        return;
      }
      case 'group':
        if (this.#itemDepth !== null || this.#opener.isOpen) return;
        this.#close();
        this.#group = piece.text ? { section, title: { piece: piece.text, base }, intro: [], references: null } : null;
        return;
      case 'label':
        this.#opener.close();
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
          this.#opener.paragraph(piece.text, piece.quoted, section);
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
        if (!piece.quoted && this.#group === null)
          this.#unread.add({ piece: piece.text, base }, section, piece.item, this.#opener.promises(section));
        for (const marked of piece.marked ?? []) this.#unread.addMarked({ piece: marked, base }, section);
        this.#last = { piece: piece.text, base };
        this.#intro(section, this.#last, piece.quoted, null);
        return;
      }
      case 'entry':
        if (!piece.certain) {
          const item = { placed: { piece: piece.text, base }, fields: piece.fields, task: piece.task };
          if (piece.item !== undefined && this.#item(item, piece.item, section)) return;
          this.#take({ type: 'text', text: piece.text, quoted: false }, placed, innermost);
          this.#unread.addFields(piece.text, piece.fields);
          return;
        }
        this.#dropOpenAction();
        this.#entry(piece, base, section);
        return;
      case 'table':
        if (piece.table.shape !== 'rest') this.#dropOpenAction();
        if (piece.table.shape === 'rest') this.#rest(piece.table, base, section);
        else if (piece.table.shape === 'pairs') this.#pairs(piece.table, base, section);
        else if (piece.table.shape === 'measures') this.#measures(piece.table, base, section);
        else if (!this.#parts.mayHold(piece.table, section, this.#group !== null, this.#opener.timeOver(section) !== null)) return;
        else if (piece.table.shape === 'extra') this.#extras.push({ table: piece.table, base });
        else this.#table(piece.table, base, section);
    }
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
    const taken = this.#opener.takes(text, depth, section);
    if (taken === 'action') {
      const group = this.#group && within(section, this.#group.section) ? this.#group : null;
      this.#itemAction(item, section, group, this.#opener.timeOver(section));
    }
    return taken !== null;
  }

  #itemAction(item: Item, section: Section | null, group: Scope | null, period: Field | null): void {
    const { placed, fields, task } = item;
    if (isBlank(placed.piece.text) || promisesWords(placed.piece.text)) return;
    const entry = itemEntry({ text: placed.piece, fields, task }, placed.piece, this.#references);
    const draft: Draft = { entry, base: placed.base, header: null, form: 'list', section, group };
    this.#drafts.push(draft);
    dueByHeading(draft, period, fields);
    ledByHeading(draft, this.model.sections, this.#references);
  }

  #intro(section: Section | null, placed: Placed, quoted: boolean, label: string | null): void {
    const scope = this.#group && within(section, this.#group.section) ? this.#group : section ? this.#references.scopeOf(section) : null;
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
    if (block.items.length === 0) append(block.items, promisedApart(block));
    if (block.items.length > 0) {
      this.#itemsOf(block);
      return;
    }
    if (!block.fields.some(({ role, texts }) => role === 'action' && texts.some(({ text }) => !isBlank(text)))) this.#orphans.push(block);
    else if (
      this.#inActions(block.section) ||
      (this.#parts.mayList(block.section) && block.fields.some(({ role }) => role !== 'action' && role !== 'other'))
    )
      this.#drafts.push(blockDraft(block, null, this.#references));
    else
      for (const { role, texts, base } of block.fields)
        if (role === 'action') for (const piece of texts) this.#unread.addMarked({ piece, base }, block.section);
  }

  #inActions(section: Section | null): boolean {
    return this.#group !== null || this.#parts.inActions(section);
  }

  /** One action an item; what the block says beside its list holds for each. */
  #itemsOf(block: OpenBlock): void {
    if (!this.#parts.mayList(block.section)) return;
    const label = block.fields.find(({ role }) => role === 'action')!;
    const texts = block.items.map(({ placed }) => placed.piece.text);
    if (statesPrinciples(label.label) && share(texts, mayInstruct) < 0.5) return;
    const opening = datedOpening(label) ?? this.#opener.timeAround(block.section);
    for (const item of block.items) {
      const from = this.#drafts.length;
      this.#itemAction(item, block.section, block.group, null);
      const draft = this.#drafts[from];
      if (!draft) continue;
      const given = [...givenBy(block)];
      if (opening && !given.some(({ role }) => role === 'due')) given.push({ role: 'due', name: 'due', field: opening });
      const missing = given.filter(({ role }) => !draft.entry.values.has(role));
      if (missing.length === 0) continue;
      const own = ownEntry(draft);
      for (const { role, name, field } of missing) {
        if (name) own.places[name] ??= field.span;
        add(own.values, role, field);
      }
    }
  }

  // Lists

  #entry(piece: Extract<Piece, { type: 'entry' }>, base: number, section: Section | null): void {
    // Whoever says who, by when and how it is measured tells of an action in any part.
    if (!this.#parts.mayList(section) && tellingCount(piece.fields) < 3) return;
    const action = piece.fields.find(({ role }) => role === 'action');
    const text = piece.text.text !== '' ? piece.text : action;
    // A task without any field is a note to oneself unless it stands among actions.
    if (!text || (piece.task && piece.fields.length === 0 && !this.#inActions(section))) return;
    const entry = itemEntry(piece, text, this.#references);
    const group = this.#group && within(section, this.#group.section) ? this.#group : null;
    const draft: Draft = { entry, base, header: null, form: 'list', section, group };
    this.#drafts.push(draft);
    dueByHeading(draft, this.#opener.timeOver(section), piece.fields);
    ledByHeading(draft, this.model.sections, this.#references);
  }

  // Tables

  #pairs(table: ActionTable, base: number, section: Section | null): void {
    this.#close();
    for (const { cells } of table.rows) {
      const [label, value] = cells;
      const role = label ? this.#labels.fieldOf(label.text) : null;
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
    const around = yearOver(section);
    let year = around;
    // A table without a column for days has them in its headings.
    const isUndated = !table.roles.includes('due');
    const isUnowned = !table.roles.some((role) => role === 'owner' || role === 'body' || role === 'accountable');
    let period = isUndated ? this.#opener.timeOver(section) : null;
    const before = this.#before?.section === section ? this.#before : null;
    this.#before = { table, section };
    for (const row of this.#tables.rowsOf(table)) {
      const last = this.#drafts.at(-1);
      if ('entry' in row && row.isRest && last && before && before.table.headers.join('|') === table.headers.join('|')) {
        const { values } = ownEntry(last);
        for (const [role, field] of row.entry.values) add(values, role, { text: field.text, span: move(field.span, base) });
      } else if ('group' in row) {
        year = /^20\d\d(?:[/–-]\d\d)?$/.exec(row.group.text)?.[0] ?? around;
        if (isUndated && isPeriod(row.group.text)) period = fieldAt(row.group, base);
        group = { section, title: { piece: row.group, base }, intro: [], references: null, around: outer };
      } else {
        const draft: Draft = { entry: row.entry, base, header: table.header, form: 'table', section, group };
        this.#drafts.push(draft);
        if (year !== null) inYear(draft, year);
        dueByHeading(draft, period, []);
        if (isUnowned) ledByHeading(draft, this.model.sections, this.#references);
      }
    }
  }

  /** A table without a head of its own goes on with the one before it, where its cells fit those columns. */
  #rest(table: ActionTable, base: number, section: Section | null): void {
    const before = this.#before;
    const whole = before?.section === section ? continuedBy(table, before.table, () => continued(table, before.table)) : null;
    if (whole) this.#table(whole, base, section);
  }

  #measures(table: ActionTable, base: number, section: Section | null): void {
    const field = indicatorsOf(table, base);
    if (field) this.#orphans.push({ section, items: [], group: this.#group, lead: null, fields: [field], indicators: true });
  }

  // The result

  readonly #sorted = (): Draft[] => [...this.#drafts].sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));

  *#finish(measuredElsewhere: boolean): Generator<void, readonly ActionFact[]> {
    const inOrder = this.#drafts.every((draft, index) => index === 0 || endOf(this.#drafts[index - 1]!) <= startOf(draft));
    const drafts = withoutSummaries(inOrder ? this.#drafts : this.#drafts.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b)));
    const references: (readonly AreaReference[])[] = [];
    for (const draft of drafts) {
      if (references.length % STEP === 0) yield;
      references.push(this.#references.of(draft));
      // All rules ask for it: here there are pauses.
      toldOf(draft.entry);
    }
    narrow(references);
    return drafts.map((draft, index) => new PlacedAction(draft, index + 1, references[index]!, measuredElsewhere));
  }
}
