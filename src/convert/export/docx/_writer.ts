import {
  AlignmentType,
  BorderStyle,
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type INumberingOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { landscapeOf } from '../_landscape.js';
import { wordsOf, type TreeNode } from '../_tree.js';
import type { LeftOut, Picture } from '../types.js';
import { measure } from './_picture.js';
import { BULLETS, codeStyle, COLOURS, INDENT, LEVELS, levelsFrom, NUMBERS } from './_styles.js';
import { captioned, TABLE_SIZES, TableMeasure, type TableSize } from './_table.js';

/** A part of the document between two turns of the page. */
export interface Part {
  readonly paper: Paper;
  readonly children: (Paragraph | Table)[];
}

/** Upright, turned, or turned and as large as two of them, for tables whose words fit on neither. */
export type Paper = 'upright' | 'across' | 'large';

/** Where blocks stand. */
interface Place {
  /** Of the text, in twentieths of a point. */
  readonly indent: number;
  /** Of lists around it, none is -1. */
  readonly level: number;
  readonly style?: string;
  readonly quoted: boolean;
  /** What the next paragraph is the first of. */
  readonly item?: { readonly reference: string; readonly instance: number; readonly level: number };
}

type Look = Partial<Pick<Mutable<IRunOptions>, 'bold' | 'italics' | 'strike' | 'superScript' | 'subScript' | 'highlight' | 'style'>>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const BODY: Place = { indent: 0, level: -1, quoted: false };
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** Characters of a paragraph that introduces a table. */
const LEADS = 300;
/** Pixels of 96 to the inch across an upright page. */
const PICTURE_WIDTH = 640;

export class Writer {
  readonly numbering: INumberingOptions['config'][number][] = [
    { reference: BULLETS, levels: levelsFrom('bullet') },
    { reference: NUMBERS, levels: levelsFrom('decimal') },
  ];
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  readonly leftOut: LeftOut[] = [];
  /** Of lines of code. */
  readonly languages = new Set<string>();
  readonly #targets: ReadonlySet<string>;
  readonly #openNotes = new Set<string>();
  #instances = 0;
  #pictures = 0;
  #notes = 0;
  #heading = '';

  constructor(
    private readonly notes: ReadonlyMap<string, readonly TreeNode[]>,
    private readonly pictures: ReadonlyMap<string, Picture>,
    /** Names of bookmarks by heading, and the bookmarks that links lead to by address. */
    private readonly within: { readonly anchors: ReadonlyMap<string, string>; readonly bookmarks: ReadonlyMap<TreeNode, string> },
    /** Addresses within the document that links lead to. */
    linked: ReadonlySet<string>,
    /** Twentieths of a point between the margins, upright and across. */
    private readonly widths: Readonly<Record<Paper, number>>,
  ) {
    this.#targets = new Set([...linked].flatMap((address) => within.anchors.get(address) ?? []));
  }

  /** The body in parts: wide tables turn the page, with the heading above them. */
  parts(blocks: readonly TreeNode[]): Part[] {
    const papers = this.#papers(blocks);
    const parts: Part[] = [];
    blocks.forEach((node, index) => {
      if (parts.at(-1)?.paper !== papers[index]) parts.push({ paper: papers[index]!, children: [] });
      // What leads up to a table stays on its page.
      const leads = node.type === 'paragraph' && blocks[index + 1]?.type === 'table' && wordsOf(node).length < LEADS;
      const written = leads
        ? [this.#paragraph(this.#inline(node.children ?? [], {}), BODY, { keepNext: true })]
        : this.#block(node, BODY, papers[index]!);
      for (const block of written) parts.at(-1)!.children.push(block);
    });
    if (parts.length === 0) parts.push({ paper: 'upright', children: [] });
    // A section ends with a paragraph, and so does a table before one.
    for (const { children } of parts) if (children.length === 0 || children.at(-1) instanceof Table) children.push(afterTable());
    return parts;
  }

  /** By block. One table that needs large paper takes what stands around it along. */
  #papers(blocks: readonly TreeNode[]): Paper[] {
    const papers = landscapeOf(blocks).map((turned): Paper => (turned ? 'across' : 'upright'));
    blocks.forEach((node, index) => {
      if (papers[index] !== 'across' || node.type !== 'table') return;
      if (new TableMeasure(node.children ?? []).sizeIn(this.widths.across) !== null) return;
      for (let at = index; papers[at] === 'across'; at++) papers[at] = 'large';
      for (let at = index - 1; papers[at] === 'across'; at--) papers[at] = 'large';
    });
    return papers;
  }

  #blocks(nodes: readonly TreeNode[], place: Place): (Paragraph | Table)[] {
    const out: (Paragraph | Table)[] = [];
    let current = place;
    for (const node of nodes) {
      for (const written of this.#block(node, current, 'upright')) {
        // Word runs two tables into one.
        if (written instanceof Table && out.at(-1) instanceof Table) out.push(afterTable());
        out.push(written);
      }
      current = { ...place, item: undefined };
    }
    return out;
  }

  #block(node: TreeNode, place: Place, paper: Paper): (Paragraph | Table)[] {
    switch (node.type) {
      case 'heading':
        return [this.#headingOf(node, place)];
      case 'list':
        return this.#list(node, place);
      case 'blockquote':
        return this.#blocks(node.children ?? [], { ...place, quoted: true, indent: place.indent + INDENT });
      case 'code':
        return [this.#paragraph(codeRuns(node.value ?? ''), place, { style: this.#codeStyle(node.lang ?? '') })];
      case 'thematicBreak':
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 1, color: COLOURS.line } },
            ...this.#layout(place),
          }),
        ];
      case 'table': {
        const items: (Paragraph | Table)[] = place.item ? [this.#paragraph([], place)] : [];
        return [...items, this.#table(node, place, paper), ...(place === BODY ? [afterTable()] : [])];
      }
      case 'paragraph':
        return [this.#paragraph(this.#inline(node.children ?? [], {}), place)];
      default: {
        const runs = this.#inline([node], {});
        return runs.length === 0 ? [] : [this.#paragraph(runs, place)];
      }
    }
  }

  #layout(place: Place): Partial<Mutable<IParagraphOptions>> {
    if (place.item) {
      const { reference, instance, level } = place.item;
      const deeper = place.indent - INDENT * (level + 1);
      return {
        numbering: { reference, instance, level },
        ...(deeper > 0 ? { indent: { left: place.indent, hanging: INDENT } } : {}),
      };
    }
    // The style of a quotation is indented by itself.
    return place.indent > (place.quoted ? INDENT : 0) ? { indent: { left: place.indent } } : {};
  }

  #paragraph(children: readonly ParagraphChild[], place: Place, options: Partial<Mutable<IParagraphOptions>> = {}): Paragraph {
    const own = place.style ?? (place.item ? 'ListParagraph' : place.quoted ? 'Quote' : place.level >= 0 ? 'ListContinue' : undefined);
    return new Paragraph({ ...(own ? { style: own } : {}), ...this.#layout(place), ...options, children });
  }

  #codeStyle(language: string): string {
    if (!/^[\w+#.-]{1,30}$/.test(language)) return codeStyle('');
    const name = language.toLowerCase();
    this.languages.add(name);
    return codeStyle(name);
  }

  #headingOf(node: TreeNode, place: Place): Paragraph {
    if (place === BODY) this.#heading = wordsOf(node);
    const children = this.#inline(node.children ?? [], {});
    const bookmark = this.within.bookmarks.get(node);
    return new Paragraph({
      ...this.#layout(place),
      heading: HEADINGS[Math.min(6, Math.max(1, node.depth ?? 1)) - 1]!,
      children: bookmark && this.#targets.has(bookmark) ? [new Bookmark({ id: bookmark, children: children })] : children,
    });
  }

  #list(node: TreeNode, place: Place): Paragraph[] {
    const level = Math.min(place.level + 1, LEVELS - 1);
    const start = node.start ?? 1;
    let item = { reference: BULLETS, instance: 0, level };
    if (node.ordered) {
      item = { reference: NUMBERS, instance: ++this.#instances, level };
      if (level > 0 || start !== 1) {
        item = { reference: `${NUMBERS}-${this.numbering.length}`, instance: 0, level };
        this.numbering.push({ reference: item.reference, levels: levelsFrom('decimal', level, start) });
      }
    }
    const out: Paragraph[] = [];
    for (const child of node.children ?? []) {
      const inner: Place = { ...place, level, indent: place.indent + INDENT, item };
      let nodes = child.children ?? [];
      if (nodes.length === 0 || nodes[0]!.type === 'list') nodes = [{ type: 'paragraph', children: [] }, ...nodes];
      if (child.checked !== null && child.checked !== undefined) {
        const box: TreeNode = { type: 'text', value: child.checked ? '☒ ' : '☐ ' };
        nodes =
          nodes[0]!.type === 'paragraph' ? [{ ...nodes[0]!, children: [box, ...(nodes[0]!.children ?? [])] }, ...nodes.slice(1)] : nodes;
      }
      for (const written of this.#blocks(nodes, inner)) out.push(written as Paragraph);
    }
    return out;
  }

  #table(node: TreeNode, place: Place, paper: Paper): Table {
    const rows = node.children ?? [];
    const measure = new TableMeasure(rows);
    const { columns } = measure;
    const total = this.widths[paper] - place.indent;
    const size = measure.sizeIn(total) ?? TABLE_SIZES.at(-1)!;
    const widths = measure.widthsIn(total, size);
    const hasHeader = rows.length > 1 && (rows[0]!.children ?? []).some((cell) => wordsOf(cell) !== '');
    const body = rows.length > 1 && !hasHeader ? rows.slice(1) : rows;
    const table = new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      ...(place.indent > 0 ? { indent: { size: place.indent, type: WidthType.DXA } } : {}),
      margins: { top: 40, bottom: 40, left: 100, right: 100 },
      tableLook: { firstRow: hasHeader, firstColumn: !hasHeader, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
      borders: Object.fromEntries(
        ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
          side,
          { style: BorderStyle.SINGLE, size: 6, color: COLOURS.line },
        ]),
      ),
      rows: body.map((row, index) => {
        const header = hasHeader && index === 0;
        return new TableRow({
          tableHeader: header,
          cantSplit: header || wordsOf(row).length < 600,
          children: Array.from({ length: columns }, (_, column) =>
            // Where no header names the columns, the first column names the rows.
            this.#cell(row.children?.[column], {
              header: header || (!hasHeader && columns > 1 && column === 0),
              align: node.align?.[column] ?? null,
              size,
            }),
          ),
        });
      }),
    });
    return captioned(table, this.#heading);
  }

  #cell(
    node: TreeNode | undefined,
    { header, align, size }: { readonly header: boolean; readonly align: string | null; readonly size: TableSize },
  ): TableCell {
    const children = node?.children ?? [];
    const isBlocks = children.some(({ type }) => type === 'paragraph' || type === 'list');
    const place: Place = { ...BODY, style: (header ? 'TableHeading' : 'TableText') + (size === TABLE_SIZES[0] ? '' : String(size / 2)) };
    const alignment = align === 'right' ? AlignmentType.RIGHT : align === 'center' ? AlignmentType.CENTER : undefined;
    const written = isBlocks
      ? this.#blocks(children, place)
      : [this.#paragraph(this.#inline(children, {}), place, alignment ? { alignment } : {})];
    return new TableCell({
      ...(header ? { shading: { type: ShadingType.CLEAR, fill: COLOURS.head, color: 'auto' } } : {}),
      // A cell ends with a paragraph.
      children: written.at(-1) instanceof Table ? [...written, afterTable()] : written,
    });
  }

  #inline(nodes: readonly TreeNode[], look: Look): ParagraphChild[] {
    const out: ParagraphChild[] = [];
    for (const node of nodes) for (const run of this.#run(node, look)) out.push(run);
    return out;
  }

  #run(node: TreeNode, look: Look): ParagraphChild[] {
    const children = node.children ?? [];
    switch (node.type) {
      case 'text':
        return node.value ? [new TextRun({ ...look, text: oneLine(node.value) })] : [];
      case 'inlineCode':
        return [new TextRun({ ...look, style: 'VerbatimChar', text: node.value ?? '' })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'emphasis':
        return this.#inline(children, { ...look, italics: true });
      case 'strong':
        return this.#inline(children, { ...look, bold: true });
      case 'delete':
        return this.#inline(children, { ...look, strike: true });
      case 'superscript':
        return this.#inline(children, { ...look, superScript: true });
      case 'subscript':
        return this.#inline(children, { ...look, subScript: true });
      case 'gap':
        return this.#inline(children, { ...look, highlight: 'yellow' });
      case 'link':
        return this.#link(node, look);
      case 'image':
        return this.#image(node, look);
      case 'footnoteReference':
        return this.#note(node);
      default:
        return this.#inline(children, look);
    }
  }

  #link(node: TreeNode, look: Look): ParagraphChild[] {
    const children = this.#inline(node.children ?? [], { ...look, style: 'Hyperlink' });
    const url = node.url!;
    if (!url.startsWith('#')) return [new ExternalHyperlink({ link: asUri(url), children })];
    const anchor = this.within.anchors.get(url);
    if (anchor) return [new InternalHyperlink({ anchor, children })];
    this.#tell(`The link to “${url}” is left out and its words stay, because no heading of this document has that address.`, node);
    return this.#inline(node.children ?? [], look);
  }

  #image(node: TreeNode, look: Look): ParagraphChild[] {
    const picture = this.pictures.get(node.url!)!;
    const measured = measure(picture);
    if (!measured) {
      this.#tell(`The picture “${node.url}” is left out, because Word shows PNG, JPEG and GIF pictures only.`, node);
      return node.alt ? [new TextRun({ ...look, text: `[Picture: ${node.alt}]` })] : [];
    }
    const scale = Math.min(1, PICTURE_WIDTH / measured.width, 900 / measured.height);
    const name = `Picture ${++this.#pictures}`;
    return [
      new ImageRun({
        type: measured.type,
        data: picture.bytes,
        transformation: {
          width: Math.max(1, Math.round(measured.width * scale)),
          height: Math.max(1, Math.round(measured.height * scale)),
        },
        altText: { name, title: '', description: node.alt ?? '' },
      }),
    ];
  }

  #note(node: TreeNode): ParagraphChild[] {
    const identifier = node.identifier!;
    const blocks = this.notes.get(identifier);
    if (!blocks || this.#openNotes.size > 0) {
      this.#tell(`The mark of footnote “${identifier}” is left out, because Word has no footnotes within footnotes.`, node);
      return [];
    }
    this.#openNotes.add(identifier);
    const children = this.#blocks(spaced(blocks), { ...BODY, style: 'FootnoteText' }).map((block) =>
      block instanceof Table ? flattened(blocks) : block,
    );
    this.#openNotes.clear();
    const id = ++this.#notes;
    this.footnotes[id] = { children: children.length > 0 ? children : [new Paragraph({ style: 'FootnoteText' })] };
    return [new FootnoteReferenceRun(id)];
  }

  #tell(what: string, node: TreeNode): void {
    this.leftOut.push({ what, where: node.position ? `line ${node.position.start.line}` : 'within HTML' });
  }
}

/** A footnote's mark stands right before its first word. */
const spaced = ([first, ...rest]: readonly TreeNode[]): TreeNode[] => [
  { type: 'paragraph', children: [{ type: 'text', value: ' ' }, ...(first?.type === 'paragraph' ? (first.children ?? []) : [])] },
  ...(first && first.type !== 'paragraph' ? [first] : []),
  ...rest,
];

/** Word's footnotes hold no tables as docx writes them; their words stay. */
const flattened = (blocks: readonly TreeNode[]): Paragraph =>
  new Paragraph({
    style: 'FootnoteText',
    text: blocks
      .filter(({ type }) => type === 'table')
      .map(wordsOf)
      .join(' '),
  });

/** An address in which no character stands that a URI may not hold; brackets may stand around the number of a host. */
const asUri = (address: string): string =>
  address
    .replace(/[\\^`{}|<>"]/g, encodeURIComponent)
    .replace(
      /^([^/]*\/\/\[[^\]/]*\])?(.*)$/s,
      (_, host: string | undefined, rest: string) => (host ?? '') + rest.replace(/[[\]]/g, encodeURIComponent),
    );

const afterTable = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } });

/** A line of the source that is wrapped is one line of the document. */
const oneLine = (value: string): string =>
  /[\r\n]/.test(value)
    ? value
        .split(/[\r\n]+/)
        .map((line, index, lines) =>
          index < lines.length - 1 ? (index > 0 ? line.trim() : line.trimEnd()) : index > 0 ? line.trimStart() : line,
        )
        .join(' ')
    : value;

const codeRuns = (value: string): TextRun[] =>
  value.split(/\r\n|\r|\n/).map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));
