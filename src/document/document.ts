import { byObject } from '../memo/memo.js';
import type { Code, Heading, Node, Parent, Table } from 'mdast';
import { editionFor } from '../framework/kinds.js';
import { bodiesWith, type BodyRegister, type GivenBody } from '../framework/public-bodies.js';
import type { DocumentKind, SectionId, Span } from '../framework/types.js';
import { readActionsInSteps } from './plans/actions.js';
import { readBlocksInSteps, type BlockList } from '../markdown/blocks.js';
import { meantText } from '../markdown/meant.js';
import { finish } from '../text/steps.js';
import { lastAtMost } from '../text/search.js';
import { lineStartsOf } from '../text/lines.js';
import { readFacts } from './facts/facts.js';
import { inspectionRange } from './facts/known.js';
import { meantLevels } from './heading-levels.js';
import { otherFrontMatter, readFrontMatter } from './front-matter.js';
import { perBlock } from './marks.js';
import { buildSections, contains } from './sections.js';
import { claimedKind, mayHaveTitle } from './claimed-kind.js';
import type {
  DocumentSlip,
  Block,
  CommentInfo,
  FlowNode,
  FrontMatter,
  HeadingInfo,
  LineColumn,
  PlacedBlock,
  PlacedProse,
  Prose,
  Section,
  SendDocument,
  TableCell,
  TableInfo,
  TableRow,
} from './types.js';

export interface OpenOptions {
  /** `/`-separated path, as the host wants to see it in results. */
  readonly path?: string | null;
  /** Overrides everything that the document says of its kind. */
  readonly kind?: DocumentKind;
  /** What the user's settings say of this path; front matter goes first. */
  readonly configuredKind?: DocumentKind;
  /** Councils and boards that the user's settings add to the known ones or change. */
  readonly bodies?: readonly GivenBody[];
}

const EMPTY: readonly never[] = [];

class PlacedProseUnit implements PlacedProse {
  #span: Span | null = null;

  constructor(
    readonly prose: Prose,
    readonly placed: PlacedBlock,
    readonly section: Section | null,
  ) {}

  get span(): Span {
    return (this.#span ??= { start: this.prose.span.start + this.placed.start, end: this.prose.span.end + this.placed.start });
  }

  get text(): string {
    return this.prose.text;
  }

  get kind(): Prose['kind'] {
    return this.prose.kind;
  }

  spanOf(from: number, to: number): Span {
    const { start, end } = this.prose.sourceOf(from, to);
    return { start: start + this.placed.start, end: end + this.placed.start };
  }
}

interface BlockParts {
  readonly comments: readonly CommentInfo[];
  readonly codes: readonly Code[];
}

/** HTML comments and code of a block, block-relative; null for neither. */
const partsOf = perBlock((block): BlockParts | null => {
  if (!/<!--|`| {4}|~~~|\t/.test(block.text)) return null;
  const comments: CommentInfo[] = [];
  const codes: Code[] = [];
  const stack: Node[] = [...block.nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.type === 'html') {
      const start = node.position!.start.offset!;
      const source = block.text.slice(start, node.position!.end.offset);
      let from = source.indexOf('<!--');
      while (from >= 0) {
        const end = source.indexOf('-->', from + 4);
        const to = end < 0 ? source.length : end + 3;
        comments.push({ text: source.slice(from + 4, end < 0 ? to : end).trim(), span: { start: start + from, end: start + to } });
        from = source.indexOf('<!--', to);
      }
    } else if (node.type === 'code') codes.push(node as Code);
    if ('children' in node)
      for (let index = (node as Parent).children.length - 1; index >= 0; index--) stack.push((node as Parent).children[index]!);
  }
  return comments.length + codes.length > 0 ? { comments, codes } : null;
});

/** A table whose rows are read when they are asked for: most are not. */
class PlacedTable implements TableInfo {
  #header: TableRow | null = null;
  #below: readonly TableRow[] | null = null;
  readonly #units: (placed: PlacedBlock) => readonly PlacedProse[];

  constructor(
    readonly node: Table,
    private readonly placed: PlacedBlock,
    readonly span: Span,
    readonly section: Section | null,
    readonly flowIndex: number,
    units: (placed: PlacedBlock) => readonly PlacedProse[],
  ) {
    this.#units = units;
  }

  get header(): TableRow {
    return (this.#header ??= this.#read(1)[0]!);
  }

  get rows(): readonly TableRow[] {
    return (this.#below ??= this.#read().slice(1));
  }

  /** The first rows, or all. */
  #read(count?: number): readonly TableRow[] {
    const base = this.placed.start;
    const prose = this.#units(this.placed);
    let unit = prose.findIndex(({ span }) => span.start >= this.span.start);
    return this.node.children.slice(0, count).map((row) => ({
      span: move(spanOf(row), base),
      cells: row.children.map((cell): TableCell => {
        const span = move(spanOf(cell), base);
        // Units come in the order of the cells; an empty cell has none.
        const found = prose[unit]?.span.start === span.start ? prose[unit]! : null;
        if (found) unit++;
        return { text: found?.text.trim() ?? '', span, prose: found };
      }),
    }));
  }
}

class Reading implements SendDocument {
  readonly path: string | null;
  readonly bodies: BodyRegister;
  readonly kind: DocumentKind | null;
  readonly kindSource: SendDocument['kindSource'];
  readonly frontMatter: FrontMatter;
  readonly flow: readonly FlowNode[];
  readonly headings: readonly HeadingInfo[];
  readonly slips: SendDocument['slips'];
  readonly sections: readonly Section[];
  readonly tables: readonly TableInfo[];
  readonly comments: readonly CommentInfo[];
  readonly codes: SendDocument['codes'];
  #facts: SendDocument['facts'] | null = null;
  readonly #flowSection: readonly (Section | null)[];
  readonly #headLines: readonly number[];
  readonly #units: (readonly PlacedProse[] | undefined)[];
  /** By block, the index in `flow` of its first node. */
  readonly #firstNodes: readonly number[];
  #prose: readonly PlacedProse[] | null = null;
  #lastBlock = 0;
  readonly #proseIn = new Map<Section, readonly PlacedProse[]>();

  constructor(
    readonly text: string,
    options: OpenOptions,
    frontMatter: FrontMatter,
    readonly list: BlockList,
    slips: SendDocument['slips'],
  ) {
    this.path = options.path ?? null;
    this.bodies = bodiesWith(options.bodies ?? []);
    this.frontMatter = frontMatter;
    this.#headLines = lineStartsOf(text.slice(0, list.from));

    const flow: FlowNode[] = [];
    const headings: HeadingInfo[] = [];
    const firstNodes: number[] = [];
    for (const placed of this.list.placed) {
      firstNodes.push(flow.length);
      for (const node of placed.block.nodes) {
        const span = { start: placed.start + node.position!.start.offset!, end: placed.start + node.position!.end.offset! };
        if (node.type === 'heading') headings.push(headingOf(node, placed, span, flow.length));
        flow.push({ node, placed, span });
      }
    }
    this.flow = flow;
    const levels = meantLevels(headings);
    this.headings = levels.size === 0 ? headings : headings.map((heading) => ({ ...heading, depth: levels.get(heading) ?? heading.depth }));
    this.slips = [...slips, ...[...levels].map(([{ span, depth }, meant]) => ({ kind: 'heading-level' as const, at: span, depth, meant }))];
    this.#firstNodes = firstNodes;
    this.#units = new Array<readonly PlacedProse[] | undefined>(list.placed.length);

    if (options.kind) [this.kind, this.kindSource] = [options.kind, 'configuration'];
    else if (frontMatter.data.document) [this.kind, this.kindSource] = [frontMatter.data.document, 'front-matter'];
    else if (options.configuredKind) [this.kind, this.kindSource] = [options.configuredKind, 'configuration'];
    else {
      this.kind = claimedKind(text, headings, flow);
      this.kindSource = this.kind && 'title';
    }

    if (!this.kind) {
      this.sections = this.tables = this.comments = this.codes = EMPTY;
      this.#flowSection = EMPTY;
      return;
    }

    this.sections = buildSections(this.kind, flow, this.headings, (table, node) => headerTexts(table, node.placed.block), text.length);
    this.#flowSection = innermost(flow.length, this.sections);
    this.tables = this.#readTables();
    const comments: CommentInfo[] = [];
    const codes: { node: Code; span: Span }[] = [];
    for (const placed of this.list.placed) {
      const parts = partsOf(placed.block);
      if (!parts) continue;
      for (const comment of parts.comments) comments.push({ text: comment.text, span: move(comment.span, placed.start) });
      for (const node of parts.codes)
        codes.push({ node, span: { start: placed.start + node.position!.start.offset!, end: placed.start + node.position!.end.offset! } });
    }
    this.comments = comments;
    this.codes = codes;
  }

  /** Reads the facts, with pauses: actions take the longest of everything that is read anew at each edit. */
  *readFactsInSteps(): Generator<void, this> {
    this.#facts = readFacts(this, this.kind ? yield* readActionsInSteps(this) : []);
    return this;
  }

  get facts(): SendDocument['facts'] {
    return (this.#facts ??= readFacts(this, []));
  }

  get edition(): SendDocument['edition'] {
    return this.frontMatter.data.edition ?? editionFor(this.kind ? (inspectionRange(this)?.start ?? null) : null);
  }

  get blocks(): readonly PlacedBlock[] {
    return this.list.placed;
  }

  get prose(): readonly PlacedProse[] {
    return (this.#prose ??= this.list.placed.flatMap((placed) => this.unitsOf(placed)));
  }

  unitsOf(placed: PlacedBlock): readonly PlacedProse[] {
    if (!this.kind) return EMPTY;
    const known = this.#units[placed.index];
    if (known) return known;
    let flowIndex = this.#firstNodes[placed.index]!;
    const units = placed.block.prose.map((unit): PlacedProse => {
      const start = placed.start + unit.span.start;
      while (flowIndex < this.flow.length && this.flow[flowIndex]!.span.end <= start) flowIndex++;
      const node = this.flow[flowIndex];
      return new PlacedProseUnit(unit, placed, node && node.span.start <= start ? (this.#flowSection[flowIndex] ?? null) : null);
    });
    return (this.#units[placed.index] = units);
  }

  #readTables(): readonly TableInfo[] {
    return this.flow.flatMap(({ node, placed, span }, flowIndex) =>
      node.type === 'table'
        ? [new PlacedTable(node, placed, span, this.#flowSection[flowIndex] ?? null, flowIndex, (block) => this.unitsOf(block))]
        : [],
    );
  }

  section(id: SectionId): Section | null {
    return this.sections.find((section) => section.id === id) ?? null;
  }

  sectionsOf(id: SectionId): readonly Section[] {
    return this.sections.filter((section) => section.id === id);
  }

  sectionAt(offset: number): Section | null {
    let section = this.#flowSection[lastAtMost(this.flow, offset, startOf)] ?? null;
    while (section && !contains(section.span, offset)) section = section.parent;
    return section;
  }

  *unitsIn({ content: { start, end } }: Section): Generator<PlacedProse> {
    for (
      let index = Math.max(
        0,
        lastAtMost(this.blocks, start, (placed) => placed.start),
      );
      index < this.blocks.length && this.blocks[index]!.start < end;
      index++
    ) {
      for (const unit of this.unitsOf(this.blocks[index]!)) if (unit.span.start >= start && unit.span.start < end) yield unit;
    }
  }

  sectionOf({ index }: PlacedBlock): Section | null | undefined {
    const flowIndex = this.#firstNodes[index]!;
    return this.flow[flowIndex]?.placed.index === index ? (this.#flowSection[flowIndex] ?? null) : undefined;
  }

  proseIn(section: Section): readonly PlacedProse[] {
    let units = this.#proseIn.get(section);
    if (!units) this.#proseIn.set(section, (units = [...this.unitsIn(section)]));
    return units;
  }

  tablesIn(section: Section): readonly TableInfo[] {
    return this.tables.filter((table) => table.flowIndex >= section.flowStart && table.flowIndex < section.flowEnd);
  }

  lineColumn(offset: number): LineColumn {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const placed = this.#blockAt(at);
    const line = placed ? lastAtMost(placed.block.lineStarts, at - placed.start, Number) : 0;
    if (placed && (line > 0 || placed.start > this.list.from))
      return { line: placed.line + line + 1, column: at - placed.start - placed.block.lineStarts[line]! + 1 };
    // The first line of the first block may begin in front of it, after a byte order mark.
    const headLine = lastAtMost(this.#headLines, at, Number);
    return { line: headLine + 1, column: at - this.#headLines[headLine]! + 1 };
  }

  lineStart(line: number): number {
    if (line <= this.#headLines.length) return this.#headLines[Math.max(0, line - 1)]!;
    const placed = this.list.placed[lastAtMost(this.list.placed, line - 1, ({ line: first }) => first)];
    return placed ? placed.start + (placed.block.lineStarts[line - 1 - placed.line] ?? placed.block.text.length) : this.text.length;
  }

  #blockAt(offset: number): PlacedBlock | null {
    const { placed } = this.list;
    // Findings are placed one after another, many in the same block.
    const last = placed[this.#lastBlock];
    if (!last || offset < last.start || offset >= last.start + last.block.text.length)
      this.#lastBlock = lastAtMost(placed, offset, ({ start }) => start);
    return placed[this.#lastBlock] ?? null;
  }
}

const spanOf = (node: Node): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

const startOf = ({ span }: FlowNode): number => span.start;

const move = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

function innermost(length: number, sections: readonly Section[]): (Section | null)[] {
  const result = new Array<Section | null>(length).fill(null);
  // Sections come in document order, inner ones after the ones around them.
  for (const section of sections) {
    const first = section.heading?.flowIndex ?? (section.id === 'closing' ? section.flowStart - 1 : section.flowStart);
    for (let index = Math.max(0, first); index < section.flowEnd; index++) result[index] = section;
  }
  return result;
}

function headingOf(node: Heading, placed: PlacedBlock, span: Span, flowIndex: number): HeadingInfo {
  const at = node.position!.start.offset!;
  const candidate = placed.block.prose[lastAtMost(placed.block.prose, at, (unit) => unit.span.start)];
  const prose = candidate?.span.start === at ? candidate : undefined;
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  const textSpan = first !== undefined && last !== undefined ? { start: placed.start + first, end: placed.start + last } : span;
  return { node, depth: node.depth, text: prose?.text.replace(/\s+/g, ' ').trim() ?? '', span, textSpan, flowIndex };
}

/** The texts of a table's header, cell by cell. */
const headerTexts = byObject((table: Table, block: Block): readonly string[] => {
  const units = new Map(block.prose.filter(({ kind }) => kind === 'header-cell').map((unit) => [unit.span.start, unit.text.trim()]));
  return table.children[0]!.children.map((cell) => units.get(cell.position!.start.offset!) ?? '');
});

/** `openDocument` with pauses, for hosts that must not be held while a large text is read. */
export function* openDocumentInSteps(text: string, options: OpenOptions = {}, previous?: SendDocument): Generator<void, SendDocument> {
  const before = previous instanceof Reading ? previous : undefined;
  const { frontMatter, bodyStart } =
    // What is never closed reaches into the text below, and is read anew.
    before?.frontMatter.span &&
    before.frontMatter.span.end <= before.list.from &&
    !before.frontMatter.problems.some(({ edit }) => edit) &&
    before.kind &&
    before.text.slice(0, before.list.from) === text.slice(0, before.list.from)
      ? { frontMatter: before.frontMatter, bodyStart: before.list.from }
      : readFrontMatter(text);
  const claimed = options.kind ?? frontMatter.data.document ?? options.configuredKind;
  // A text that is not recognised is all head and no body.
  const from = claimed || mayHaveTitle(text, bodyStart) ? bodyStart : text.length;
  const meant = meantText(text, from);
  const late = frontMatter.span && frontMatter.span.start > from ? frontMatter.span : null;
  const body = late
    ? `${meant.text.slice(0, late.start)}${meant.text.slice(late.start, late.end).replace(/[^\r\n]/g, ' ')}${meant.text.slice(late.end)}`
    : meant.text;
  const top = frontMatterSlip(text, frontMatter, from);
  const slips = top ? [top, ...meant.slips] : meant.slips;
  const list = yield* readBlocksInSteps(body, from, before?.list);
  for (const { block } of list.placed) {
    if (block.proseIsRead) continue;
    void block.prose;
    partsOf(block);
    yield;
  }
  const reading = new Reading(text, options, frontMatter, list, slips);
  yield;
  return yield* reading.readFactsInSteps();
}

/** What keeps front matter from being front matter for other readers; null where nothing does. */
function frontMatterSlip(text: string, { span }: FrontMatter, bodyStart: number): DocumentSlip | null {
  if (!span) {
    const at = otherFrontMatter(text);
    return at && { kind: 'other-front-matter', at };
  }
  if (span.start > bodyStart) return { kind: 'late-front-matter', at: { start: span.start, end: span.start + 3 } };
  if (/^---[ \t]*[\r\n]/.test(text.slice(span.start, span.start + 200))) return null;
  const source = text.slice(span.start, span.end).trimEnd();
  if (!/^[ \t\u00a0]*(?:-{3,}|[—–]{1,3})[ \t\u00a0]*[\r\n]/.test(source)) return null;
  const close = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1;
  return {
    kind: 'front-matter-line',
    at: { start: span.start, end: span.start + /^[^\r\n]*/.exec(source)![0].length },
    close: { start: span.start + close, end: span.start + source.length },
  };
}

/**
 * Reads a document. Never throws; any text is a document, though perhaps not a recognised one (`kind` null).
 * With `previous`, the reading of an earlier state of the same file, unchanged blocks are taken over; the result is the same as without.
 */
export function openDocument(text: string, options: OpenOptions = {}, previous?: SendDocument): SendDocument {
  return finish(openDocumentInSteps(text, options, previous));
}
