import type { List, ListItem, Node, Paragraph, Parent, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import type { PlanField } from '../../framework/plan-columns.js';
import { latestByObject } from '../../memo/memo.js';
import { matchesOf } from '../../text/matches.js';
import { append } from '../../text/lists.js';
import { lastAtMost } from '../../text/search.js';
import { withoutStrays } from '../../text/strays.js';
import { readDeadline } from './deadline.js';
import { isInstruction, mayInstruct } from './_cues.js';
import { inlines, NO_LINKS, spanOf, type Inlines, type StrongRange } from './_inlines.js';
import type { Labels } from './_labels.js';
import { isBlank, joined, TELLING, tellingCount } from './_piece-texts.js';
import type { ActionTable, Piece, PieceField, PieceLink, PieceText, TableAction, TableCellText } from './_piece-types.js';
import { ownWords } from './_own-words.js';
import { opensPromises } from './_promises.js';
import { named } from './_number-before.js';
import { findSegments, MAX_LABEL, trimJoint, UNKNOWN_LABEL } from './_segments.js';
import { groupOf, higherLevel, numberedGroup, shapeOf, withLevels } from './_table-shape.js';
import { typedItems } from './_typed-items.js';
import { dueAlone, fieldAlone, isVagueTime, tailOf, timeBefore } from './_tail.js';
import { turnedTable, unfolded } from './_turned-tables.js';
import type { Block, Prose } from '../types.js';

/*
 * What a plan's blocks hold for its actions: headings, labelled fields, entries of lists with their own fields, tables.
 * Read once for each block and kept with its nodes; all positions count from the block's start.
 */

export const piecesOf = (node: RootContent, block: Block, labels: Labels): readonly Piece[] =>
  kept(node, labels, () => new Reader(block, labels).read(node));

const kept = latestByObject<RootContent, Labels, readonly Piece[]>();

const SHORT: ReadonlySet<PlanField> = new Set<PlanField>(['owner', 'body', 'accountable', 'start', 'due', 'completed', 'status']);

/** The fields of what stands below an item: those with a label, and posts, days and states that are alone on their lines. */
function fieldsBelow(nested: readonly Piece[]): readonly PieceField[] {
  const labelled = nested.flatMap((piece) => (piece.type === 'field' ? [piece.field] : []));
  // "Responsible:" with nothing behind it is where the owner is missing.
  const empty = nested.flatMap((piece): PieceField[] =>
    piece.type === 'label' && labelled.length > 0 && TELLING.has(piece.role)
      ? [{ text: '', span: piece.span, prose: null, from: 0, links: NO_LINKS, role: piece.role, label: piece.label, labelSpan: piece.span }]
      : [],
  );
  const alone = nested.flatMap((piece) => (piece.type === 'text' ? [fieldAlone(piece.text)] : [])).filter((field) => field !== null);
  const roles = new Set(alone.map(({ role }) => role));
  return labelled.length === 0 && roles.size >= 2 && roles.size === alone.length ? alone : [...labelled, ...empty];
}

/** "Measure: 85% decided in time. (Head of SEND; March 2027)": what stands behind the last value is no part of it. */
function withTail(fields: readonly PieceField[], strong: readonly StrongRange[]): readonly PieceField[] {
  const last = fields.at(-1);
  if (!last || SHORT.has(last.role)) return fields;
  const tail = tailOf(last, strong);
  const told = tail.fields.filter(({ role }) => !fields.some((field) => field.role === role));
  return tellingCount(told) >= 2 || (told.length === 1 && told[0]!.role === 'owner')
    ? [...fields.slice(0, -1), { ...last, ...tail.lead }, ...told]
    : fields;
}

/** The least number of words of a sentence that is bold in a paragraph: fewer only stress something. */
const LEAST_MARKED = 6;

/** Rows of a table by which its columns are known. */
const ROWS_READ = 30;

class Reader {
  constructor(
    private readonly block: Block,
    private readonly labels: Labels,
  ) {}

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
    const items = typedItems(prose.text);
    if (items.length > 0) return items.flatMap((item) => this.#itemText(prose, { strong, links }, { ...item, box: 0 }, [], 0));
    const { bold, from, to } = ownWords(prose.text, strong, length);
    const whole = this.#part(prose, Math.min(from, to), to, links);
    // One character by itself is a slip, and must not stand between a title and what belongs to it.
    if (whole.text.length <= 1) return [];
    const said = withoutStrays(whole.text);
    if (bold && !/[\n]/.test(whole.text) && whole.text.length < 200) {
      const field = this.labels.fieldOf(said);
      const colon = whole.text.indexOf(':');
      // "**Lead: Director of Education**" has its value; "**What we will do**" has it below.
      if (colon < 0 || colon === whole.text.length - 1) {
        if (opensPromises(whole.text)) return [{ type: 'label', role: 'action', label: whole.text, span: whole.span }];
        const asked = whole.text.endsWith('?') && (field === 'measure' || field === 'outcome' || field === 'action');
        if (field && (asked || this.labels.isLabel(said))) return [{ type: 'label', role: field, label: whole.text, span: whole.span }];
        return [{ type: 'strong', text: whole }];
      }
      if (!this.labels.isLabel(whole.text.slice(0, colon))) return [{ type: 'strong', text: whole }];
    }
    // Behind bold opening words the labels stand in the line, as in a list.
    const { lead, fields: cut, label } = this.#segments(prose, strong, links, Math.min(from, to), strong[0]?.from === 0 && !bold, to);
    if (label) return [label];
    // Its last line opens the list below it.
    const opens = cut.length === 1 && cut[0]!.text === '' ? cut[0]! : null;
    if (opens && opensPromises(`${opens.label.replace(/:$/, '')}:`))
      return [
        { type: 'text', text: lead, quoted: false },
        { type: 'label', role: 'action', label: opens.label, span: opens.labelSpan },
      ];
    const fields = withTail(cut, strong);
    if (fields.length === 0 && opensPromises(whole.text)) return [{ type: 'label', role: 'action', label: whole.text, span: whole.span }];
    const alone = said.length <= MAX_LABEL && this.labels.isLabel(said) ? this.labels.fieldOf(said) : null;
    if (alone && TELLING.has(alone)) return [{ type: 'label', role: alone, label: whole.text, span: whole.span }];
    const due = fields.length === 0 ? dueAlone(whole) : null;
    if (due) return [{ type: 'field', field: due }];
    if (fields.length === 0) {
      const ended = named(whole).number ? tailOf(whole, strong) : null;
      return ended && tellingCount(ended.fields) >= 2
        ? [{ type: 'entry', text: ended.lead, fields: ended.fields, task: null, certain: true }]
        : [{ type: 'text', text: whole, quoted: false, marked: this.#marked(prose, strong) }];
    }
    // "Problem: nobody knows. Action: ask.": what stands before the action has a label of its own.
    if (lead.text === '' || (fields[0]!.role === 'action' && UNKNOWN_LABEL.test(lead.text)))
      return fields.map((field) => ({ type: 'field', field }));
    return tellingCount(fields) >= 2
      ? [{ type: 'entry', text: lead, fields, task: null, certain: true }]
      : [{ type: 'text', text: whole, quoted: false }];
  }

  /** Bold words in a paragraph that are a sentence or more by themselves. */
  #marked(prose: Prose, strong: readonly StrongRange[]): readonly PieceText[] {
    return strong
      .map(({ from, to }) => this.#part(prose, from, to, []))
      .filter(({ text }) => text.split(/\s+/, LEAST_MARKED).length === LEAST_MARKED);
  }

  #quote(node: Parent): Piece[] {
    const pieces: Piece[] = [];
    const stack: Node[] = [...node.children].reverse();
    while (stack.length > 0) {
      const next = stack.pop()!;
      // A card in a box: its labels tell that it quotes nobody.
      const card = next.type === 'paragraph' ? this.#paragraph(next as Paragraph) : [];
      const told = card.flatMap((piece) => (piece.type === 'field' ? [piece.field] : piece.type === 'entry' ? piece.fields : []));
      if (tellingCount(told) >= 2) append(pieces, card);
      else if (next.type === 'paragraph' || next.type === 'heading') {
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
    const box = /^\[([ xX✓✔-])\]\s+/.exec(prose.text);
    return this.#itemText(prose, inlines(first.children), { from: 0, to: prose.text.length, box: box ? box[0].length : 0 }, nested, depth);
  }

  /** What an item says that is a part of a unit of prose; `box`: how long the box of a task is before its words. */
  #itemText(
    prose: Prose,
    { strong, links }: Pick<Inlines, 'strong' | 'links'>,
    { from, to, box }: { readonly from: number; readonly to: number; readonly box: number },
    nested: readonly Piece[],
    depth: number,
  ): Piece[] {
    const task = box > 0 ? this.#part(prose, from, from + 3, []) : null;
    const start = from + box;
    const cut = this.#segments(prose, strong, links, start, true, to);
    // "When possible: bring them together" begins with a time, not with a label.
    const whole = cut.lead.text === '' && cut.fields[0] !== undefined && isVagueTime(cut.fields[0].label);
    const { lead, fields: labelled, label: marked } = whole ? { lead: this.#part(prose, start, to, links), fields: [], label: null } : cut;
    const fields = withTail(labelled, strong);
    // "Success criteria" over a list of them needs no colon.
    const bare =
      !marked && !task && fields.length === 0 && nested.length > 0 && lead.text.length <= MAX_LABEL ? this.labels.fieldOf(lead.text) : null;
    const label: typeof marked =
      bare && (this.labels.isLabel(lead.text) || bare === 'progress' || bare === 'measure')
        ? { type: 'label', role: bare, label: lead.text, span: lead.span }
        : marked;
    const nestedTexts = nested.flatMap((piece) => (piece.type === 'text' ? [piece.text] : []));
    const opened = label || fields.length > 0 ? null : timeBefore(lead);
    const ended = label ? { lead, fields: [] } : tailOf(opened?.lead ?? lead, strong);
    const nestedFields = fieldsBelow(nested);
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
    const own = [
      ...ended.fields.filter(({ role }) => !fields.some((field) => field.role === role) && !(opened && role === 'due')),
      ...(opened ? [opened.due] : []),
      ...fields,
      ...nestedFields,
    ];
    const isCertain =
      Boolean(task) ||
      tellingCount(own) >= 2 ||
      (opened !== null && (isInstruction(ended.lead.text) || (opened.isDeadline && mayInstruct(ended.lead.text))));
    if (task || tellingCount(own) >= 1) {
      // The other entries of a list of actions may say less: a missing owner is to be found.
      if (entries.length === 0 || fields.length > 0)
        return [
          { type: 'entry', text: ended.lead, fields: own, task, certain: isCertain, item: depth },
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
    end = prose.text.length,
  ): { lead: PieceText; fields: PieceField[]; label: Extract<Piece, { type: 'label' }> | null } {
    const segments = findSegments(prose.text.slice(0, end), strong, start, inline, this.labels);
    const before = segments[0] ? prose.text.slice(start, segments[0].labelFrom) : '';
    // One sign that was typed before a label is no text of its own.
    const from = /^[^\p{L}\p{N}\s]$/u.test(before) ? segments[0]!.labelFrom : start;
    const lead = this.#part(prose, from, trimJoint(prose.text, from, segments[0]?.labelFrom ?? end), links);
    const fields = segments.map((segment, index): PieceField => {
      const next = segments[index + 1];
      const to = trimJoint(
        prose.text,
        segment.from,
        next ? next.labelFrom : end,
        SHORT.has(segment.role) && (next !== undefined || lead.text !== ''),
      );
      return {
        ...this.#part(prose, Math.min(segment.from, to), to, links),
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

  /** The texts of a column's first rows: enough to tell what it holds. */
  #column(rows: readonly TableRow[], column: number): readonly string[] {
    return rows.slice(0, ROWS_READ).flatMap(({ children }) => (children[column] ? [this.#cell(children[column]).text] : []));
  }

  /** A table whose head names no column: all of its rows, as they may go on with the table before it. */
  #rest(node: Table, header: readonly TableCellText[]): ActionTable | null {
    if (header.length < 3 || header.every(({ text }) => text === '' || this.labels.fieldOf(text) !== null)) return null;
    const rows = node.children.map((row) => ({ cells: row.children.map((cell) => this.#cell(cell)), span: spanOf(row), group: null }));
    return { shape: 'rest', roles: [], headers: [], header: spanOf(node.children[0]!), rows, actionColumn: -1 };
  }

  /** Whether a row below the head names the columns, and more of them: the head then only groups them. */
  #namesColumns({ children }: TableRow, headers: readonly string[]): boolean {
    const names = children.flatMap((cell) => this.#cell(cell).text || []);
    const known = (texts: readonly string[]): number => texts.filter((text) => this.labels.fieldOf(text) !== null).length;
    return names.length >= 3 && names.every((name) => this.labels.isLabel(name)) && known(names) > known(headers);
  }

  #table(node: Table): ActionTable | null {
    const [top, ...below] = node.children;
    if (!top) return null;
    const header = top.children.map((cell) => this.#cell(cell));
    let headers = header.map((cell) => cell.text);
    let [head, body] = [top, below];
    const shapeWith = (texts: readonly string[], rows: readonly TableRow[]): ReturnType<typeof shapeOf> =>
      shapeOf(texts, (column) => this.#column(rows, column), this.labels);
    let shape = shapeWith(headers, below);
    // Word's merged title over a table, or a row that only groups columns: their names stand in the row below it.
    const title = header.filter(({ text }) => text !== '').length === 1 ? header.find(({ text }) => text !== '')! : null;
    const turned = shape?.shape === 'actions' ? null : turnedTable(node, this.#cell.bind(this), this.#part.bind(this), this.labels);
    if (turned) return turned;
    if (below[0] && (!shape || this.#namesColumns(below[0], headers))) {
      headers = below[0].children.map((cell) => this.#cell(cell).text);
      shape = shapeWith(headers, below.slice(1));
      if (shape?.shape !== 'actions') return this.#rest(node, header);
      [head, body] = [below[0], below.slice(1)];
    }
    if (!shape) return this.#rest(node, header);
    const columns = withLevels(shape, (column) => this.#column(body, column));
    // Where every action is bold, a bold one is no heading.
    const bold = body.every((row) => row.children[columns.actionColumn]?.children.every((child) => child.type === 'strong') ?? true);
    const rows = (columns.shape === 'pairs' ? node.children : body).map((row): TableAction => {
      const cells = row.children.map((cell) => this.#cell(cell));
      const group = columns.shape === 'actions' ? groupOf(cells, columns.actionColumn, columns.roles, bold) : null;
      return { cells, span: spanOf(row), group: group ?? higherLevel(cells, columns) };
    });
    if (columns.shape === 'actions') {
      const folded = rows.splice(0);
      for (const row of folded) append(rows, unfolded(row, columns, this.#part.bind(this)));
      rows.forEach((row, index) => rows[index + 1] && (rows[index] = numberedGroup(row, rows[index + 1]!, columns)));
    }
    if (head !== top && title) rows.unshift({ cells: [], span: spanOf(top), group: title });
    return { ...columns, headers, header: spanOf(head), rows };
  }
}
