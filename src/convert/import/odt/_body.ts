import { cleanText } from '../clean.js';
import { Collector, over } from '../collector.js';
import { headingOfNames } from '../heading-styles.js';
import { hasWords, paragraphBlock, wordsOf, type Block, type Cell, type ListPlace, type TableRow } from '../model.js';
import { safeAddress, someOf, type Note, type NotedComment } from '../notes.js';
import { childOf, childrenOf, descendantsOf, elementsOf, isElement, textOf, type XmlElement } from '../xml.js';
import type { Pictures } from '../pictures.js';
import type { OdtRunStyle, OdtStyles } from './_styles.js';
import { append } from '../../../text/lists.js';

interface RunStyle extends OdtRunStyle {
  readonly href: string | null;
}

/** Fields that belong to the page. */
const PAGE_FIELDS = new Set(['text:page-number', 'text:page-count', 'text:page-continuation', 'text:page-variable-get', 'text:file-name']);
/** Elements whose text is not shown where it stands. */
const ASIDE = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:index-title-template',
  'text:toc-mark',
  'text:alphabetical-index-mark',
  'office:event-listeners',
]);
const CONTENTS = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
]);

/** Of a shape in a diagram. */
const MOST_LABEL_WORDS = 8;
/** What LibreOffice keeps of a field of Word that it does not know. */
const FIELD_CODE = /^\s*[A-Z]{2,}\s+\\[a-z]\b/;

/** What Word itself writes into a field that nobody has filled in. */
const WORD_PROMPT = /^\s*(?:click (?:or tap )?(?:here|to enter)|choose an? (?:item|date|building block))\b/i;

const descriptionOf = (element: XmlElement): string => {
  const words = [childOf(element, 'svg:desc'), childOf(element, 'svg:title')].map((text) => (text ? cleanText(textOf(text)).trim() : ''));
  return words[0] || words[1] || '';
};

const paragraphsOf = (element: XmlElement): string[] =>
  [...descendantsOf(element, 'text:p')].map((paragraph) => cleanText(textOf(paragraph)).trim()).filter(Boolean);

/** Reads the blocks of an OpenDocument text. */
export class OdtBody {
  readonly notes: Note[] = [];
  readonly comments: NotedComment[] = [];
  readonly footnotes: { id: string; blocks: Block[] }[] = [];
  readonly prompts: string[] = [];
  hidden = 0;
  private paragraph = 0;
  private inside = 0;
  private openComments = new Map<string, { index: number; words: string }>();
  /** What the lists of a style have counted to, by level. */
  private readonly counters = new Map<string, number[]>();

  constructor(
    private readonly styles: OdtStyles,
    private readonly pictures: Pictures,
  ) {}

  blocks(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    this.readBlocks(container, blocks);
    return blocks;
  }

  private readBlocks(container: XmlElement, blocks: Block[]): void {
    for (const element of elementsOf(container)) {
      if (element.name === 'text:p' || element.name === 'text:h') this.readParagraph(element, null, blocks);
      else if (element.name === 'text:list') this.readList(element, 0, undefined, blocks);
      else if (element.name === 'text:numbered-paragraph') this.readBlocks(element, blocks);
      else if (element.name === 'table:table') this.readTable(element, blocks);
      else if (CONTENTS.has(element.name)) blocks.push(paragraphBlock({ inlines: [], contents: true, paragraph: ++this.paragraph }));
      else if (element.name === 'text:section') {
        if (this.styles.isHiddenSection(element)) this.hidden++;
        else this.readBlocks(element, blocks);
      } else if (element.name === 'draw:frame' || element.name.startsWith('draw:')) {
        const into = new Collector();
        this.readDrawing(element, into);
        if (into.inlines.length > 0) blocks.push(paragraphBlock({ inlines: into.inlines, paragraph: this.paragraph }));
        append(blocks, into.boxes);
      } else if (!ASIDE.has(element.name)) this.readBlocks(element, blocks);
    }
  }

  // ---------------------------------------------------------------- lists

  private readList(list: XmlElement, level: number, inherited: string | undefined, blocks: Block[]): void {
    const style = list.attributes['text:style-name'] ?? inherited;
    const key = style ?? 'list';
    if (level === 0 && list.attributes['text:continue-numbering'] !== 'true' && list.attributes['text:continue-list'] === undefined) {
      const counters = this.counters.get(key);
      // A list of headings goes on through the document.
      if (counters && ![...descendantsOf(list, 'text:h')].length) counters.length = 0;
    }
    for (const item of elementsOf(list)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      let first = item.name === 'text:list-item';
      for (const element of elementsOf(item)) {
        if (element.name === 'text:list') this.readList(element, level + 1, style, blocks);
        else if (element.name === 'text:p' || element.name === 'text:h') {
          this.readParagraph(element, first ? this.place(key, style, level, item) : null, blocks, !first && item.name === 'text:list-item');
          first = false;
        } else this.readBlocks({ name: 'text:section', attributes: {}, children: [element] }, blocks);
      }
    }
  }

  private place(key: string, style: string | undefined, level: number, item: XmlElement): (ListPlace & { compound: boolean }) | null {
    const counters = this.counters.get(key) ?? [];
    this.counters.set(key, counters);
    const look = this.styles.listLevel(style, level);
    const start = Number(item.attributes['text:start-value']);
    const number = start > 0 ? start : counters[level] === undefined ? look.start : counters[level] + 1;
    counters[level] = number;
    counters.length = level + 1;
    if (look.none) return null;
    const numbers = counters.slice(Math.max(0, level + 1 - look.levels)).map((count) => count ?? 1);
    return {
      ordered: look.ordered,
      number,
      label: look.ordered ? `${look.prefix}${numbers.join('.')}${look.suffix}` : null,
      key,
      level,
      indent: null,
      compound: look.ordered && look.levels > 1 && level > 0,
    };
  }

  // ---------------------------------------------------------------- paragraphs

  private readParagraph(
    element: XmlElement,
    place: (ListPlace & { compound: boolean }) | null,
    blocks: Block[],
    /** Goes on in the list item before it. */
    continues = false,
  ): void {
    if (this.inside === 0) this.paragraph++;
    const style = this.styles.of('paragraph', element.attributes['text:style-name']);
    const into = new Collector();
    this.readRuns(element, over({ ...this.styles.base, href: null }, style.run), into);
    const names = [style.name, ...style.bases];
    const words = hasWords(into.inlines);
    const heading =
      element.name === 'text:h'
        ? Math.max(1, Number(element.attributes['text:outline-level'] ?? 1) || 1)
        : headingOfNames(style.name, style.bases, style.outline);
    const contents = names.some((name) => /^(?:contents|table of contents|toc|index)(?: heading)?(?: \d+)?$/.test(name));
    const compound = Boolean(place?.compound) && heading === null && words;
    const list = words && !compound && heading === null && place ? place : null;
    blocks.push(
      paragraphBlock({
        inlines: contents ? [] : compound ? [{ kind: 'text', text: `${place!.label!} ` }, ...into.inlines] : into.inlines,
        heading: words && !contents ? heading : null,
        list,
        continues: continues && heading === null,
        look: into.look,
        quote: names.some((name) => /^(?:quotations?|block text|quote|block quotation)$/.test(name)),
        rule: !words && (style.border || names.includes('horizontal line')),
        indent: style.indent,
        contents,
        paragraph: this.paragraph,
      }),
    );
    append(blocks, into.boxes);
  }

  private emit(text: string, style: RunStyle, into: Collector): void {
    if (text === '') return;
    const cleaned = cleanText(text, style.font);
    if (cleaned === '') return;
    if (style.hidden) {
      if (/\S/.test(cleaned)) this.hidden++;
      return;
    }
    into.add(cleaned, style, style.href);
    for (const open of this.openComments.values()) open.words += cleaned;
  }

  private readRuns(container: XmlElement, style: RunStyle, into: Collector): void {
    for (const node of container.children) {
      if (!isElement(node)) {
        // Line breaks of the file are spaces; spaces in a row are written as elements.
        this.emit(node.replace(/[\t\r\n ]+/g, ' '), style, into);
        continue;
      }
      switch (node.name) {
        case 'text:span':
          this.readRuns(node, over(style, this.styles.of('text', node.attributes['text:style-name']).run), into);
          break;
        case 'text:a':
          this.readRuns(node, { ...style, href: safeAddress(node.attributes['xlink:href']) ?? style.href }, into);
          break;
        case 'text:s':
          this.emit(' ', style, into);
          break;
        case 'text:tab':
          this.emit('\t', style, into);
          break;
        case 'text:line-break':
          into.inlines.push({ kind: 'break' });
          break;
        case 'text:note':
          this.readNote(node, into);
          break;
        case 'office:annotation':
          this.readComment(node);
          break;
        case 'office:annotation-end': {
          const name = node.attributes['office:name'] ?? '';
          const open = this.openComments.get(name);
          if (open) this.comments[open.index] = { ...this.comments[open.index]!, on: open.words.replace(/\s+/g, ' ').trim() };
          this.openComments.delete(name);
          break;
        }
        case 'text:placeholder':
          this.prompt(node, style, into);
          break;
        case 'text:text-input':
          if (WORD_PROMPT.test(textOf(node))) this.prompt(node, style, into);
          else if (!FIELD_CODE.test(textOf(node))) this.readRuns(node, style, into);
          break;
        case '?:content-control':
          if (node.attributes['?:showing-place-holder'] === 'true') this.prompt(node, style, into);
          else this.readRuns(node, style, into);
          break;
        case 'text:hidden-text':
        case 'text:hidden-paragraph':
          if (/\S/.test(textOf(node))) this.hidden++;
          break;
        case 'text:ruby':
          this.readRuns(childOf(node, 'text:ruby-base') ?? node, style, into);
          break;
        default:
          if (node.name.startsWith('draw:')) this.readDrawing(node, into);
          else if (!PAGE_FIELDS.has(node.name) && !ASIDE.has(node.name)) this.readRuns(node, style, into);
      }
    }
  }

  /** A field that asks to be filled in. */
  private prompt(field: XmlElement, style: RunStyle, into: Collector): void {
    const words = textOf(field)
      .replace(/\s+/g, ' ')
      .replace(/[<>[\]]|\.\s*$/g, '')
      .trim();
    if (words === '') return;
    this.prompts.push(words);
    this.emit(`[${words}]`, style, into);
  }

  private readNote(note: XmlElement, into: Collector): void {
    const body = childOf(note, 'text:note-body');
    if (!body) return;
    const id = `note/${this.footnotes.length + 1}`;
    const entry = { id, blocks: [] as Block[] };
    this.footnotes.push(entry);
    this.inside++;
    this.apart(() => this.readBlocks(body, entry.blocks));
    this.inside--;
    into.inlines.push({ kind: 'note', id });
  }

  private readComment(annotation: XmlElement): void {
    const name = annotation.attributes['office:name'];
    const author = childOf(annotation, 'dc:creator');
    const parent = annotation.attributes['?:parent-name'];
    const blocks: Block[] = [];
    this.inside++;
    this.apart(() => {
      for (const element of elementsOf(annotation)) {
        if (/^text:(?:p|h)$/.test(element.name)) this.readParagraph(element, null, blocks);
        else if (element.name === 'text:list') this.readList(element, 0, undefined, blocks);
      }
    });
    this.inside--;
    const index = this.comments.length;
    const replyTo = parent === undefined ? undefined : this.names.get(parent);
    this.comments.push({
      author: (author && textOf(author).trim()) || null,
      text: wordsOf(blocks)
        .replace(/[ \t]+/g, ' ')
        .trim(),
      on: '',
      paragraph: this.paragraph,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(annotation.attributes['?:resolved'] === 'true' ? { resolved: true } : {}),
    });
    if (name !== undefined) {
      this.names.set(name, index);
      this.openComments.set(name, { index, words: '' });
    }
  }

  private readonly names = new Map<string, number>();

  /** Reads what does not belong to the words of the comments that are open: another comment, a footnote. */
  private apart(read: () => void): void {
    const { openComments } = this;
    this.openComments = new Map();
    read();
    this.openComments = openComments;
  }

  private note(code: Note['code'], what: string): void {
    this.notes.push({ code, what, paragraph: this.paragraph });
  }

  /** A text box, a picture, an object or a shape, or several in a group or a link. */
  private readDrawing(element: XmlElement, into: Collector): void {
    if (element.name === 'draw:g' && this.readDiagram(element, into)) return;
    if (element.name === 'draw:g' || element.name === 'draw:a') {
      for (const child of elementsOf(element)) if (child.name.startsWith('draw:')) this.readDrawing(child, into);
      return;
    }
    if (childOf(element, 'draw:enhanced-geometry')?.attributes['draw:text-path'] === 'true') {
      this.picture(element, '', into);
      this.drawingWords(element);
      return;
    }
    // Word's text boxes become shapes with words.
    const box = element.name === 'draw:frame' ? childOf(element, 'draw:text-box') : element;
    if (box && this.readBox(box, into)) return;
    if (element.name === 'draw:frame') this.readFrame(element, into);
    else this.picture(element, '', into);
  }

  /** Whether the box holds anything to read; a shape without words may have a description. */
  private readBox(box: XmlElement, into: Collector): boolean {
    const blocks: Block[] = [];
    this.inside++;
    this.readBlocks(box, blocks);
    this.inside--;
    const filled = blocks.filter((block) => block.kind === 'table' || hasWords(block.inlines));
    // A box may hold nothing but a picture.
    const kept = filled.length > 0 ? filled : blocks.filter((block) => block.kind === 'paragraph' && block.inlines.length > 0);
    append(into.boxes, kept);
    if (filled.length > 0)
      this.note(
        'text-box',
        'The text of a text box was put after the paragraph that it hangs on; check that it stands in the right place.',
      );
    return kept.length > 0;
  }

  private readFrame(frame: XmlElement, into: Collector): void {
    if (frame.attributes['?:decorative'] === 'true') return;
    // Of a drawing, a frame may hold the same picture in several forms.
    const addresses = childrenOf(frame, 'draw:image').map(({ attributes }) => attributes['xlink:href'] ?? '');
    if (childOf(frame, 'draw:object') || childOf(frame, 'draw:object-ole')) {
      this.note(
        'embedded-object',
        'An embedded file, for example a chart or a spreadsheet, was left out; put what it says into the text or a table.',
      );
      this.picture(frame, '', into);
    } else if (addresses.length > 0) {
      if (addresses.some((address) => /^(?:https?|ftp|file):|^\/\/|^\\\\/i.test(address)))
        this.note(
          'external-content',
          'A picture is kept on another computer and was not fetched; paste the picture itself into the document.',
        );
      const names = addresses.map((address) => this.pictures.nameOf(address.replace(/^\.\//, '')));
      this.picture(frame, names.find((name) => name !== '') ?? '', into, true);
    }
  }

  /** A picture, or the description of a drawing that is none; without a description only a picture is shown. */
  private picture(element: XmlElement, name: string, into: Collector, isPicture = false): void {
    const alt = descriptionOf(element);
    if (!isPicture && alt === '') return;
    into.inlines.push({ kind: 'image', alt, name });
    // The words of its paragraph stand beside or below it.
    if (element.attributes['text:anchor-type'] !== 'as-char') into.inlines.push({ kind: 'break' });
    if (alt === '')
      this.note('image-without-alt', 'A picture has no description; say in words what it shows, and make a table of a picture of a table.');
  }

  /** Whether a group is a diagram: shapes with a few words each. Its words say nothing without their arrows, so they are told, not read. */
  private readDiagram(group: XmlElement, into: Collector): boolean {
    if ([...descendantsOf(group, 'draw:image')].length > 0) return false;
    if (paragraphsOf(group).some((words) => words.split(/\s+/).length > MOST_LABEL_WORDS)) return false;
    this.picture(group, '', into);
    this.drawingWords(group);
    return true;
  }

  private drawingWords(drawing: XmlElement): void {
    const words = paragraphsOf(drawing);
    if (words.length > 0)
      this.note('drawing-text', `A drawing has words that were left out (${someOf(words)}); say in the text or in a list what it shows.`);
  }

  // ---------------------------------------------------------------- tables

  private readTable(table: XmlElement, blocks: Block[]): void {
    if (this.inside === 0) this.paragraph++;
    const { paragraph } = this;
    const rows: TableRow[] = [];
    this.inside++;
    this.readRows(table, rows, false);
    this.inside--;
    if (rows.length > 0) blocks.push({ kind: 'table', rows, paragraph });
  }

  private readRows(container: XmlElement, rows: TableRow[], header: boolean): void {
    for (const element of elementsOf(container)) {
      if (element.name === 'table:table-header-rows') this.readRows(element, rows, true);
      else if (element.name === 'table:table-rows' || element.name === 'table:table-row-group') this.readRows(element, rows, header);
      else if (element.name === 'table:table-row') {
        const cells = this.readCells(element);
        if (cells.length > 0) rows.push({ cells, before: 0, header });
      }
    }
  }

  private readCells(row: XmlElement): Cell[] {
    const cells: Cell[] = [];
    /** Cells that the one before them lies over. */
    let covered = 0;
    for (const element of [...childrenOf(row, 'table:table-cell'), ...childrenOf(row, 'table:covered-table-cell')].sort(
      (a, b) => row.children.indexOf(a) - row.children.indexOf(b),
    )) {
      const repeated = Math.max(1, Math.min(60, Number(element.attributes['table:number-columns-repeated'] ?? 1) || 1));
      if (element.name === 'table:covered-table-cell') {
        for (let count = 0; count < repeated; count++) {
          if (covered > 0) covered--;
          else cells.push({ blocks: [], span: 1, continued: true });
        }
        continue;
      }
      const span = Math.max(1, Math.min(60, Number(element.attributes['table:number-columns-spanned'] ?? 1) || 1));
      for (let count = 0; count < repeated; count++) {
        const blocks: Block[] = [];
        this.readBlocks(element, blocks);
        cells.push({ blocks, span, continued: false });
      }
      covered = span - 1;
    }
    return cells;
  }
}
