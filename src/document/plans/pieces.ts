import { byObject } from '../../memo/memo.js';
import type { List, ListItem, Node, Paragraph, Parent, PhrasingContent, RootContent, Table } from 'mdast';
import { isPlanLabel, planFieldOf, type PlanField } from '../../framework/plan-columns.js';
import type { Span } from '../../framework/types.js';
import { lastAtMost } from '../../text/search.js';
import { matchesOf } from '../../text/matches.js';
import { byText } from '../../memo/memo.js';
import { readDeadline } from './deadline.js';
import type { Block, Prose } from '../types.js';

/*
 * What a plan's blocks hold for its actions: headings, labelled fields, entries of lists with their own fields, tables.
 * Read once for each block and kept with its nodes; all positions count from the block's start.
 */

export interface PieceLink extends Span {
  readonly url: string | null;
  /** Of a reference link, whose address stands elsewhere. */
  readonly identifier: string | null;
}

/** Text with its place: the whole of it can be marked, or a part of its first prose unit. */
export interface PieceText {
  readonly text: string;
  readonly span: Span;
  /** Present when `text` is `prose.text[from, from + length)`. */
  readonly prose: Prose | null;
  readonly from: number;
  readonly links: readonly PieceLink[];
}

export interface PieceField extends PieceText {
  readonly role: PlanField;
  readonly label: string;
  readonly labelSpan: Span;
}

export interface TableCellText extends PieceText {
  readonly blank: boolean;
  readonly strong: boolean;
}

export interface TableAction {
  readonly group: TableCellText | null;
  readonly cells: readonly (TableCellText | null)[];
  readonly span: Span;
}

export interface ActionTable {
  /** 'actions': one a row. 'pairs': labels in the first column. 'extra': more fields for actions that other tables number. 'measures': for all actions of a part. */
  readonly shape: 'actions' | 'pairs' | 'extra' | 'measures';
  readonly roles: readonly (PlanField | null)[];
  readonly headers: readonly string[];
  readonly header: Span;
  readonly rows: readonly TableAction[];
  readonly actionColumn: number;
}

export type Piece =
  | { readonly type: 'heading'; readonly depth: number; readonly text: PieceText }
  /** A paragraph that is bold as a whole and so stands as a heading. */
  | { readonly type: 'strong'; readonly text: PieceText }
  /** `item`: of a list, and how deep in it, 0 for the outermost. */
  | { readonly type: 'text'; readonly text: PieceText; readonly quoted: boolean; readonly item?: number }
  /** A label whose value follows. */
  | { readonly type: 'label'; readonly role: PlanField; readonly label: string; readonly span: Span }
  | { readonly type: 'field'; readonly field: PieceField }
  /** A list item or paragraph with fields of its own. `certain` is false when only its neighbours can tell. */
  | {
      readonly type: 'entry';
      readonly text: PieceText;
      readonly fields: readonly PieceField[];
      readonly task: PieceText | null;
      readonly certain: boolean;
      readonly item?: number;
    }
  | { readonly type: 'group'; readonly text: PieceText | null }
  | { readonly type: 'table'; readonly table: ActionTable };

export const piecesOf = byObject((node: RootContent, block: Block): readonly Piece[] => new Reader(block).read(node));

const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

const LONGEST_BLANK = 'not applicable'.length;

/** A cell or value that says nothing: empty, a dash, "n/a". */
export function isBlank(text: string): boolean {
  const value = text.trim();
  return value.length <= LONGEST_BLANK && /^(?:[-–—.]{1,5}|n\/?a|none|nil|not applicable)?$/i.test(value);
}

/** Fields that tell an action from other text. */
const TELLING: ReadonlySet<PlanField> = new Set<PlanField>(['owner', 'body', 'due', 'measure', 'baseline', 'target', 'status']);
const SHORT: ReadonlySet<PlanField> = new Set<PlanField>(['owner', 'body', 'start', 'due', 'completed', 'status']);

interface StrongRange {
  readonly from: number;
  readonly to: number;
}

interface Inlines {
  readonly strong: readonly StrongRange[];
  readonly links: readonly PieceLink[];
  readonly length: number;
}

const NO_LINKS: readonly PieceLink[] = [];

/** Ranges of the visible text that are bold, and links. Counts as the prose is built: see `proseOf`. */
function inlines(children: readonly PhrasingContent[]): Inlines {
  const only = children.length === 1 ? children[0]! : null;
  // Most cells and paragraphs are nothing but text.
  if (only?.type === 'text') return { strong: [], links: NO_LINKS, length: only.value.length };
  const strong: StrongRange[] = [];
  const links: PieceLink[] = [];
  let length = 0;
  const visit = (nodes: readonly PhrasingContent[]): void => {
    for (const node of nodes) {
      switch (node.type) {
        case 'text':
          length += node.value.length;
          break;
        case 'inlineCode':
        case 'break':
          length += 1;
          break;
        case 'html':
          if (/^<br\s*\/?>$/i.test(node.value)) length += 1;
          break;
        case 'image':
        case 'imageReference':
        case 'footnoteReference':
          break;
        default:
          if ('children' in node) {
            const from = length;
            visit(node.children);
            if (node.type === 'strong') strong.push({ from, to: length });
            if (node.type === 'link') links.push({ url: node.url, identifier: null, ...spanOf(node) });
            if (node.type === 'linkReference') links.push({ url: null, identifier: node.identifier, ...spanOf(node) });
          }
      }
    }
  };
  visit(children);
  return { strong, links, length };
}

interface Segment {
  readonly role: PlanField;
  readonly label: string;
  readonly labelFrom: number;
  readonly labelTo: number;
  /** Start of the value. */
  readonly from: number;
}

/** A label without its colon. */
function withoutEnd(label: string): string {
  let end = label.length;
  while (end > 0 && /[\s:?–—-]/.test(label[end - 1]!)) end--;
  return label.slice(0, end);
}

const PART_BEFORE = /[.;|(–—•\n]/;
const MAX_LABEL = 60;

/** Who promises nothing: outcomes are told of these. */
const NO_PROMISER =
  /\b(?:this|it|that|which|these|those|they|you|(?:children|young people|families|parents|carers|pupils|students|everyone|nobody|plan|strategy|document)(?: and (?:\p{L}+ ){0,2}\p{L}+)?)(?: with SEND)?(?: also)? (?:will|shall)$/iu;
const PROMISES =
  /\b(?:will|shall|going to|(?:want|need|plan|plans|planning|intend|intends|commit|commits|committed|promise|promised|pledge|pledged|agree|agreed|continue|work|works|working|act|acting)(?: (?:all|together|jointly|with \p{L}+(?: \p{L}+){0,4}|closely|in partnership|on|hard|as one)){0,2} to)$/iu;
/** "We will now:", "We will do the following:". */
const TRAILING =
  /(?<!\p{L})(?:,? ?(?:now|then|also|next|therefore|together|jointly|first|all|do the following|take (?:the following|these) (?:actions?|steps)|make sure that we)){1,3}$/iu;

/** Whether a line promises what the list below it holds: "Partners will work together to:". A line without a colon is one only as a label. */
export const opensPromises = byText((text): boolean => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (!line.endsWith(':') || line.length > 300) return false;
  const last = line
    .slice(0, -1)
    .split(/[.!?;] /)
    .at(-1)!
    .trim();
  const bare = last.replace(/ by(?: the)?(?: end of)? (?:\p{L}+ )?(?:term )?\d{4}(?:[/-]\d{2,4})?$/iu, '');
  const said = bare.replace(TRAILING, '').trimEnd();
  return PROMISES.test(said) && !NO_PROMISER.test(said);
});

class Reader {
  constructor(private readonly block: Block) {}

  /** The unit of prose that a paragraph, heading or cell is; null where nothing of it can be seen. */
  #proseOf(node: Node): Prose | null {
    const { start } = spanOf(node);
    const { prose } = this.block;
    const unit = prose[lastAtMost(prose, start, ({ span }) => span.start)];
    return unit?.span.start === start ? unit : null;
  }

  read(node: RootContent): readonly Piece[] {
    switch (node.type) {
      case 'heading': {
        const text = this.#whole(node, inlines(node.children).links);
        return text ? [{ type: 'heading', depth: node.depth, text }] : [];
      }
      case 'paragraph':
        return this.#paragraph(node);
      case 'list':
        return this.#list(node);
      case 'blockquote':
        return this.#quote(node);
      case 'table': {
        const table = this.#table(node);
        return table ? [{ type: 'table', table }] : [];
      }
      default:
        return [];
    }
  }

  #whole(node: Node, links: readonly PieceLink[]): PieceText | null {
    const prose = this.#proseOf(node);
    return prose ? this.#part(prose, 0, prose.text.length, links) : null;
  }

  /** A part of a prose unit, trimmed. */
  #part(prose: Prose, from: number, to: number, links: readonly PieceLink[]): PieceText {
    const untrimmed = prose.text.slice(from, to);
    const start = from + untrimmed.length - untrimmed.trimStart().length;
    const text = untrimmed.trim();
    const span = prose.sourceOf(start, start + text.length);
    return {
      text,
      span,
      prose,
      from: start,
      links: links.length === 0 ? NO_LINKS : links.filter((link) => link.start < span.end && link.end > span.start),
    };
  }

  #paragraph(node: Paragraph): Piece[] {
    const prose = this.#proseOf(node);
    if (!prose) return [];
    const { strong, links, length } = inlines(node.children);
    const whole = this.#part(prose, 0, prose.text.length, links);
    const bold = strong.length === 1 && strong[0]!.from === 0 && strong[0]!.to === length;
    if (bold && !/[\n]/.test(whole.text) && whole.text.length < 200) {
      const field = planFieldOf(whole.text);
      const colon = whole.text.indexOf(':');
      // "**Lead: Director of Education**" has its value; "**What we will do**" has it below.
      if (colon < 0 || colon === whole.text.length - 1) {
        if (opensPromises(whole.text)) return [{ type: 'label', role: 'action', label: whole.text, span: whole.span }];
        const asked = whole.text.endsWith('?') && (field === 'measure' || field === 'outcome' || field === 'action');
        if (field && (asked || isPlanLabel(whole.text))) return [{ type: 'label', role: field, label: whole.text, span: whole.span }];
        return [{ type: 'strong', text: whole }];
      }
      if (!isPlanLabel(whole.text.slice(0, colon))) return [{ type: 'strong', text: whole }];
    }
    const { lead, fields, label } = this.#segments(prose, strong, links, 0, false);
    if (label) return [label];
    if (fields.length === 0 && opensPromises(whole.text)) return [{ type: 'label', role: 'action', label: whole.text, span: whole.span }];
    if (fields.length === 0) return [{ type: 'text', text: whole, quoted: false }];
    if (lead.text === '') return fields.map((field) => ({ type: 'field', field }));
    return tellingCount(fields) >= 2
      ? [{ type: 'entry', text: lead, fields, task: null, certain: true }]
      : [{ type: 'text', text: whole, quoted: false }];
  }

  #quote(node: Parent): Piece[] {
    const pieces: Piece[] = [];
    const stack: Node[] = [...node.children].reverse();
    while (stack.length > 0) {
      const next = stack.pop()!;
      if (next.type === 'paragraph' || next.type === 'heading') {
        const text = this.#whole(next, inlines((next as Paragraph).children).links);
        if (text) pieces.push({ type: 'text', text, quoted: true });
      } else if ('children' in next && next.type !== 'table') {
        const { children } = next as Parent;
        for (let index = children.length - 1; index >= 0; index--) stack.push(children[index]!);
      }
    }
    return pieces;
  }

  #list(list: List): Piece[] {
    const pieces = list.children.flatMap((item) => this.#item(item, 0));
    // One entry that is certainly an action vouches for the others of its list.
    const vouched = pieces.some((piece) => piece.type === 'entry' && piece.certain);
    return pieces.map((piece): Piece => (piece.type === 'entry' && !piece.certain && vouched ? { ...piece, certain: true } : piece));
  }

  #item(item: ListItem, depth: number): Piece[] {
    const first = item.children[0];
    const nested = depth < 6 ? item.children.slice(1).flatMap((child): Piece[] => this.#inItem(child, depth)) : [];
    if (first?.type !== 'paragraph') return depth < 6 ? [...(first ? this.#inItem(first, depth) : []), ...nested] : [];
    const prose = this.#proseOf(first);
    if (!prose) return nested;
    const { strong, links } = inlines(first.children);
    const box = /^\[([ xX✓✔-])\]\s+/.exec(prose.text);
    const task = box ? this.#part(prose, 0, 3, []) : null;
    const { lead, fields, label: marked } = this.#segments(prose, strong, links, box ? box[0].length : 0, true);
    // "Success criteria" over a list of them needs no colon.
    const bare =
      !marked && !box && fields.length === 0 && nested.length > 0 && lead.text.length <= MAX_LABEL ? planFieldOf(lead.text) : null;
    const label: typeof marked =
      bare && (isPlanLabel(lead.text) || bare === 'progress' || bare === 'measure')
        ? { type: 'label', role: bare, label: lead.text, span: lead.span }
        : marked;
    const nestedTexts = nested.flatMap((piece) => (piece.type === 'text' ? [piece.text] : []));
    const nestedFields = nested.flatMap((piece) => (piece.type === 'field' ? [piece.field] : []));
    const entries = nested.filter((piece) => piece.type === 'entry' && piece.certain);

    if (label && !task) {
      if (entries.length > 0) return [label, ...nested];
      const value = joined(nestedTexts);
      return value
        ? [
            { type: 'field', field: { ...value, role: label.role, label: label.label, labelSpan: label.span } },
            ...nestedFields.map((field): Piece => ({ type: 'field', field })),
          ]
        : [label, ...nested];
    }
    if (lead.text === '' && fields.length > 0) {
      const last = fields.at(-1)!;
      const value = joined([last, ...nestedTexts]) ?? last;
      return [...fields.slice(0, -1), { ...last, ...value }]
        .map((field): Piece => ({ type: 'field', field }))
        .concat(nested.filter((piece) => piece.type !== 'text'));
    }
    const own = [...fields, ...nestedFields];
    if (task || tellingCount(own) >= 1) {
      // The other entries of a list of actions may say less: a missing owner is to be found.
      if (entries.length === 0 || fields.length > 0)
        return [
          { type: 'entry', text: lead, fields: own, task, certain: Boolean(task) || tellingCount(own) >= 2, item: depth },
          ...nested.filter((piece) => piece.type === 'entry'),
        ];
    }
    if (entries.length > 0) return [{ type: 'group', text: lead }, ...nested, { type: 'group', text: null }];
    return [{ type: 'text', text: lead, quoted: false, item: depth }, ...nested];
  }

  #inItem(child: Node, depth: number): Piece[] {
    if (child.type === 'list') return (child as List).children.flatMap((item) => this.#item(item, depth + 1));
    if (child.type === 'paragraph')
      return this.#paragraph(child as Paragraph).map((piece) => (piece.type === 'text' ? { ...piece, item: depth + 1 } : piece));
    if (child.type === 'blockquote') return this.#quote(child as Parent);
    return [];
  }

  /** Cuts a unit at its labels. `inline`: labels may also follow the end of a sentence or clause, as in a list item. */
  #segments(
    prose: Prose,
    strong: readonly StrongRange[],
    links: readonly PieceLink[],
    start: number,
    inline: boolean,
  ): { lead: PieceText; fields: PieceField[]; label: Extract<Piece, { type: 'label' }> | null } {
    const segments = findSegments(prose.text, strong, start, inline);
    const lead = this.#part(prose, start, trimJoint(prose.text, start, segments[0]?.labelFrom ?? prose.text.length), links);
    const fields = segments.map((segment, index): PieceField => {
      const next = segments[index + 1];
      let end = next ? next.labelFrom : prose.text.length;
      end = trimJoint(prose.text, segment.from, end, SHORT.has(segment.role) && (next !== undefined || lead.text !== ''));
      return {
        ...this.#part(prose, Math.min(segment.from, end), end, links),
        role: segment.role,
        label: segment.label,
        labelSpan: prose.sourceOf(segment.labelFrom, segment.labelTo),
      };
    });
    // "Lead: Head of SEND; by July 2027; 40 trained.": what follows the name tells the day and the measure.
    for (const [index, field] of fields.entries()) {
      if (!inline || !SHORT.has(field.role) || !field.text.includes(';')) continue;
      const parts = [...matchesOf(field.text, /[^;]+/g)];
      const found: PieceField[] = [];
      for (const part of parts.slice(1)) {
        const [from, to] = [field.from + part.index, field.from + part.index + part[0].length];
        const words = part[0].trim();
        const role: PlanField | null =
          /^(?:by|due|before|from|in)\b/i.test(words) && readDeadline(words).date
            ? 'due'
            : /\d/.test(words) && !/^\d{1,2}[/.]/.test(words)
              ? 'measure'
              : null;
        if (!role || [...fields, ...found].some((other) => other.role === role)) break;
        const skip = role === 'due' ? part[0].search(/\S/) + /^\w+ ?/.exec(words)![0].length : 0;
        const value = this.#part(prose, from + skip, to, links);
        found.push({ ...value, role, label: role === 'due' ? 'by' : '', labelSpan: value.span });
      }
      if (found.length < parts.length - 1) continue;
      fields[index] = { ...field, ...this.#part(prose, field.from, field.from + parts[0]![0].length, links) };
      found.forEach((part, at) => fields.splice(index + 1 + at, 0, part));
      break;
    }
    for (const [index, field] of fields.entries()) {
      const due =
        inline && SHORT.has(field.role) && field.role !== 'due' && !fields.some(({ role }) => role === 'due')
          ? /[;,] *(by|due|before) ([^;,]{4,40})$/i.exec(field.text)
          : null;
      if (!due || !readDeadline(due[2]!).date) continue;
      // "(Lead: Head of SEND; by July 2027)"
      const [labelAt, valueAt] = [field.from + due.index + due[0].indexOf(due[1]!), field.from + field.text.length - due[2]!.length];
      fields.splice(
        index,
        1,
        { ...field, ...this.#part(prose, field.from, field.from + due.index, links) },
        {
          ...this.#part(prose, valueAt, field.from + field.text.length, links),
          role: 'due',
          label: due[1]!,
          labelSpan: prose.sourceOf(labelAt, labelAt + due[1]!.length),
        },
      );
      break;
    }
    const only = fields.length === 1 && lead.text === '' && fields[0]!.text === '' ? fields[0]! : null;
    return { lead, fields, label: only ? { type: 'label', role: only.role, label: only.label, span: only.labelSpan } : null };
  }

  #cell(node: Node & { children: PhrasingContent[] }): TableCellText {
    const { strong, links, length } = inlines(node.children);
    const prose = this.#proseOf(node);
    if (!prose) {
      const { start, end } = spanOf(node);
      // Between the bars, where there is room.
      const from = this.block.text[start] === '|' ? start + 1 : start;
      return {
        text: '',
        span: {
          start: Math.min(from, end),
          end: Math.max(Math.min(from, end), this.block.text[end - 1] === '|' && end - 1 > from ? end - 1 : end),
        },
        prose: null,
        from: 0,
        links: [],
        blank: true,
        strong: false,
      };
    }
    const { text, span, from, links: within } = this.#part(prose, 0, prose.text.length, links);
    return {
      text,
      span,
      prose,
      from,
      links: within,
      blank: isBlank(text),
      strong: strong.some((range) => range.from <= from && range.to >= Math.min(length, from + text.length)),
    };
  }

  #table(node: Table): ActionTable | null {
    const [top, ...below] = node.children;
    if (!top) return null;
    const first = below.map((row) => row.children[0]).filter((cell) => cell !== undefined);
    const header = top.children.map((cell) => this.#cell(cell));
    const shapeWith = (texts: readonly string[]): ReturnType<typeof shapeOf> =>
      shapeOf(
        texts,
        texts.map((text) => planFieldOf(text)),
        () => [texts[0] ?? '', ...first.map((cell) => this.#cell(cell).text)],
      );
    let headers = header.map((cell) => cell.text);
    let shape = shapeWith(headers);
    let [head, body] = [top, below];
    // Word's merged title over a table: the names of the columns stand in the row below it.
    const title = header.filter(({ text }) => text !== '').length === 1 ? header.find(({ text }) => text !== '')! : null;
    if (!shape && title && below[0]) {
      headers = below[0].children.map((cell) => this.#cell(cell).text);
      shape = shapeWith(headers);
      if (shape?.shape !== 'actions') return null;
      [head, body] = [below[0], below.slice(1)];
    }
    if (!shape) return null;
    const columns = shape;
    // Where every action is bold, a bold one is no heading.
    const bold = body.every((row) => row.children[columns.actionColumn]?.children.every((child) => child.type === 'strong') ?? true);
    const rows = (columns.shape === 'pairs' ? node.children : body).map((row): TableAction => {
      const cells = row.children.map((cell) => this.#cell(cell));
      return {
        cells,
        span: spanOf(row),
        group: columns.shape === 'actions' ? groupOf(cells, columns.actionColumn, columns.roles, bold) : null,
      };
    });
    if (columns.shape === 'actions')
      rows.forEach((row, index) => rows[index + 1] && (rows[index] = numberedGroup(row, rows[index + 1]!, columns)));
    if (head !== top && title) rows.unshift({ cells: [], span: spanOf(top), group: title });
    return { ...shape, headers, header: spanOf(head), rows };
  }
}

const tellingCount = (fields: readonly PieceField[]): number =>
  new Set(
    fields
      .filter(({ role }) => TELLING.has(role))
      .map(({ role }) => (role === 'body' ? 'owner' : role === 'baseline' || role === 'target' ? 'measure' : role)),
  ).size;

/** Several texts as one, a line each; null when there are none. */
export function joined(texts: readonly PieceText[]): PieceText | null {
  const filled = texts.filter(({ text }) => text !== '');
  if (filled.length === 0) return null;
  if (filled.length === 1) return filled[0]!;
  return {
    text: filled.map(({ text }) => text).join('\n'),
    span: { start: filled[0]!.span.start, end: filled.at(-1)!.span.end },
    prose: null,
    from: 0,
    links: filled.flatMap(({ links }) => links),
  };
}

/** Where a value ends once joints before the next label, and a bracket that closes around it, are left out. */
function trimJoint(text: string, from: number, to: number, stop = false): number {
  let end = to;
  for (;;) {
    while (end > from && /[\s;|,–—•(-]/.test(text[end - 1]!)) end--;
    const value = text.slice(from, end);
    if (value.endsWith(')') && value.split(')').length > value.split('(').length) end--;
    else if (stop && /(?<!\b(?:etc|Dr|Mr|Mrs|Ms))\.$/.test(value)) end--;
    else return end;
  }
}

function findSegments(text: string, strong: readonly StrongRange[], start: number, inline: boolean): Segment[] {
  const segments: Segment[] = [];
  const add = (labelFrom: number, labelTo: number, from: number, role: PlanField, label: string): void => {
    if (segments.some((other) => labelFrom < other.from && other.labelFrom < from)) return;
    segments.push({ role, label, labelFrom, labelTo, from });
  };
  const lineStart = (at: number): boolean => text.slice(Math.max(start, text.lastIndexOf('\n', at - 1) + 1), at).trim() === '';

  for (const { from, to } of strong) {
    if (from < start || to - from > MAX_LABEL + 30) continue;
    const label = withoutEnd(text.slice(from, to));
    const after = /^[\s:–—-]*/.exec(text.slice(to, to + 8))![0];
    const closed = /[:?–—-]\s*$/.test(text.slice(from, to)) || /[:–—-]/.test(after);
    const role = closed ? planFieldOf(label) : isPlanLabel(label) ? planFieldOf(label) : null;
    if (role && (lineStart(from) || (inline && closed))) add(from, from + label.length, to + after.length, role, label);
  }
  for (let colon = text.indexOf(':', start); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!/[\s*]/.test(text[colon + 1] ?? ' ')) continue;
    let from = colon;
    // "Responsible officer (action lead):" – what stands in brackets belongs to the label.
    if (text[from - 1] === ')') {
      const bracket = text.lastIndexOf('(', from - 1);
      if (bracket > start && colon - bracket < MAX_LABEL && !text.slice(bracket + 1, from - 1).includes(')')) from = bracket;
    }
    while (from > start && colon - from <= MAX_LABEL && !PART_BEFORE.test(text[from - 1]!)) from--;
    while (from < colon && /[\s*,]/.test(text[from]!)) from++;
    const label = text.slice(from, colon).trim();
    if (label === '' || label.length > MAX_LABEL || !isPlanLabel(label)) continue;
    const role = planFieldOf(label)!;
    const begins = lineStart(from);
    if (!begins && !inline && segments.length === 0) continue;
    // Within a measure, "Baseline:" and "Target:" belong to it; a date is told of in many ways.
    const before = segments
      .filter((segment) => segment.labelFrom < from)
      .sort((a, b) => a.labelFrom - b.labelFrom)
      .at(-1);
    if (!begins && before?.role === 'measure' && (role === 'baseline' || role === 'target')) continue;
    if (!begins && (role === 'other' || role === 'reference' || /^(?:by|date|dates|end|from|data|who|what)$/i.test(label))) continue;
    add(from, from + label.length, colon + 1, role, label);
  }
  return segments.sort((a, b) => a.labelFrom - b.labelFrom);
}

/** A column that is a day or period itself, as in a chart of quarters: "June 2027", "Q3 2026/27". */
export const isPeriodColumn = (header: string, role: PlanField | null): boolean =>
  (role === null || role === 'other') &&
  /\d/.test(header) &&
  header.length < 60 &&
  (readDeadline(header).date !== null ||
    /^\W*(?:within |after )?\d{1,2}[ -]?(?:months?|weeks?|years?)\b/i.test(header) ||
    /^year \d\b/i.test(header));

/** Registers of risks, agendas and histories have owners and dates too. */
const NO_ACTIONS = /^(?:risks?|agenda|version|you said)\b/i;

function shapeOf(
  headers: readonly string[],
  roles: readonly (PlanField | null)[],
  firstColumn: () => readonly string[],
): Pick<ActionTable, 'shape' | 'roles' | 'actionColumn'> | null {
  const has = (...wanted: PlanField[]): boolean => roles.some((role) => role !== null && wanted.includes(role));
  if (headers.length === 2) {
    const labels = firstColumn();
    const known = new Set(labels.map((label) => (isPlanLabel(label) ? planFieldOf(label) : null)).filter((role) => role !== null));
    if (known.has('action') && [...known].filter((role) => TELLING.has(role)).length >= 2)
      return { shape: 'pairs', roles, actionColumn: -1 };
  }
  if (headers.slice(0, 2).some((header) => NO_ACTIONS.test(header))) return null;
  const measured = has('measure') || has('target');
  const dated = has('due') || headers.filter((header, column) => isPeriodColumn(header, roles[column] ?? null)).length >= 2;
  const owned = has('owner', 'body');
  if (has('action') && (owned || dated || has('start') || measured))
    return { shape: 'actions', roles, actionColumn: roles.indexOf('action') };
  if (owned && dated && [measured, has('status', 'progress'), has('start')].some(Boolean)) {
    const candidates = headers.map((header, column) => ({ header, column, role: roles[column] }));
    // Where nothing is called an action, the milestones of a workstream are what will be done.
    const milestone = headers.findIndex((header) => /^(?:key )?milestones?$/i.test(header.trim()));
    if (milestone >= 0 && measured)
      return { shape: 'actions', roles: roles.map((role, index) => (index === milestone ? 'action' : role)), actionColumn: milestone };
    const column = (
      candidates.find(
        ({ role, header }) =>
          (role === null || role === 'other') && header !== '' && !/milestone|document|meeting|board|name/i.test(header),
      ) ?? candidates.find(({ role }) => role === 'outcome')
    )?.column;
    if (column !== undefined)
      return { shape: 'actions', roles: roles.map((role, index) => (index === column ? 'action' : role)), actionColumn: column };
  }
  if (has('reference') && (owned || has('due', 'status') || measured)) return { shape: 'extra', roles, actionColumn: -1 };
  if (has('measure') && (has('baseline', 'target') || dated)) return { shape: 'measures', roles, actionColumn: -1 };
  return null;
}

/** "1.1 | Governance" over the actions 1.1.1 and 1.1.2 is a heading with a number. */
function numberedGroup(
  row: TableAction,
  below: TableAction,
  { roles, actionColumn }: Pick<ActionTable, 'roles' | 'actionColumn'>,
): TableAction {
  const number = (cells: TableAction['cells']): string => cells[roles.indexOf('reference')]?.text.replace(/\.$/, '') ?? '';
  const title = row.cells[actionColumn];
  if (row.group || !title || title.blank || number(row.cells) === '' || !number(below.cells).startsWith(`${number(row.cells)}.`))
    return row;
  return row.cells.every((cell, column) => cell === null || cell.blank || column === actionColumn || roles[column] === 'reference')
    ? { ...row, group: title }
    : row;
}

/** A row that is a heading for those below it: one filled cell, which names an area, is bold, or does not stand in the column of actions. */
function groupOf(
  cells: readonly TableCellText[],
  actionColumn: number,
  roles: readonly (PlanField | null)[],
  bold: boolean,
): TableCellText | null {
  const filled = cells.filter((cell, index) => cell.text !== '' && !(roles[index] === 'reference' && !bold && cells[actionColumn]?.strong));
  const only = filled[0];
  if (filled.length !== 1 || !only || cells.length < 2) return null;
  const column = cells.indexOf(only);
  if ((only.strong && !(bold && column === actionColumn)) || /^(?:AFI|APA|area for |recommendation \d)/i.test(only.text)) return only;
  const role = roles[column] ?? 'other';
  return column !== actionColumn && (role === 'area' || role === 'other') ? only : null;
}
