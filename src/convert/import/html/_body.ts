/* eslint-disable max-lines -- one reader: each kind of element changes the state that the next one is read in */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { cleanText } from '../clean.js';
import { Collector, over, type LetterStyle } from '../collector.js';
import { hasWords, paragraphBlock, type Block, type Cell, type ListPlace, type TableRow } from '../model.js';
import { safeAddress, type Note, type NotedComment } from '../notes.js';
import { append } from '../../../text/lists.js';

type Node = Root | RootContent | ElementContent;

interface RunStyle extends LetterStyle {
  readonly font?: string | undefined;
  readonly href: string | null;
}

/** What is never part of what a page says. */
const ASIDE = new Set(
  'script style template noscript head iframe object embed svg math canvas audio video map datalist link meta title base'.split(' '),
);
/** What surrounds a page: menus, banners, forms. */
const AROUND = new Set(['nav', 'footer', 'aside', 'dialog', 'search']);
const AROUND_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'alert']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hgroup hr html legend li main nav ol p pre section summary table ul'
  ).split(' '),
);

const MOST_DEPTH = 500;

type Declarations = Readonly<Record<string, string>>;

const attribute = (element: Element, name: string): string => {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function declarationsOf(element: Element): Declarations {
  const declarations: Record<string, string> = {};
  for (const declaration of attribute(element, 'style').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      declarations[declaration.slice(0, colon).trim().toLowerCase()] = declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return declarations;
}

/** Word for the web writes its headings as paragraphs that are said to be headings. */
const levelByRole = (element: Element): string | undefined =>
  attribute(element, 'role') === 'heading' ? /^[1-6]$/.exec(attribute(element, 'ariaLevel'))?.[0] : undefined;

const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em: 12, rem: 12, cm: 28.35, mm: 2.835, in: 72 };

function points(length: string | undefined): number | undefined {
  const found = /^(-?[\d.]+)(pt|px|em|rem|cm|mm|in)/.exec(length ?? '');
  return found ? Number(found[1]) * POINTS[found[2]!]! : undefined;
}

function styleOf(element: Element, declarations: Declarations): Partial<RunStyle> {
  const weight = declarations['font-weight'];
  const decoration = `${declarations['text-decoration'] ?? ''} ${declarations['text-decoration-line'] ?? ''}`;
  const tag = element.tagName;
  return {
    bold:
      weight !== undefined
        ? weight.startsWith('bold') || Number(weight) >= 600
        : tag === 'b' || tag === 'strong' || tag === 'th'
          ? true
          : undefined,
    italic: /italic|oblique/.test(declarations['font-style'] ?? '') || tag === 'i' || tag === 'em' || tag === 'cite' ? true : undefined,
    underline: decoration.includes('underline') || tag === 'u' ? true : undefined,
    strike: decoration.includes('line-through') || tag === 's' || tag === 'strike' ? true : undefined,
    size: points(declarations['font-size']),
    font: declarations['font-family'] ?? (attribute(element, 'face') || undefined),
  };
}

const textIn = (node: Node): string => (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textIn).join('') : '');

/** All elements below one, each with the one that it stands in. */
function* elementsIn(node: Node, depth = 0): Generator<readonly [Element, Element | null]> {
  if (!('children' in node) || depth > MOST_DEPTH) return;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield [child, node.type === 'element' ? node : null];
    yield* elementsIn(child, depth + 1);
  }
}

/** What links within the page can call an element by. */
function namesIn(element: Element): string[] {
  const inside = Array.from(elementsIn(element), ([inner]) => inner);
  return [element, ...inside].flatMap((one) => [attribute(one, 'id'), attribute(one, 'name')]).filter((name) => name !== '');
}

/** An address within the page as its names are written; one that is not well formed stays as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Reads what a page says, without what stands around it. */
export class HtmlBody {
  /** Files beside the page, as its pictures name them. */
  readonly pictures = new Set<string>();
  readonly notes: Note[] = [];
  readonly comments: NotedComment[] = [];
  readonly footnotes: { id: string; blocks: Block[] }[] = [];
  readonly changes = { insertions: 0, deletions: 0 };
  hidden = 0;
  private paragraph = 0;
  private inside = 0;
  /** How many lists what is read stands in. */
  private listDepth = 0;
  private depth = 0;
  private readonly noteLinks = new Map<Element, Element>();
  private readonly noteBodies = new Set<Element>();
  /** Links from notes to their places. */
  private readonly noteBacks = new Set<Element>();
  private readonly noteIds = new Map<Element, string>();

  /** Of a part of a page everything is read. */
  constructor(private readonly isPart = false) {}

  read(tree: Root): Block[] {
    let root: Node = tree;
    const mains: Element[] = [];
    const targets = new Map<string, Element>();
    const links: Element[] = [];
    const parents = new Map<Element, Element>();
    for (const [element, parent] of elementsIn(tree)) {
      if (element.tagName === 'main' || attribute(element, 'role') === 'main') mains.push(element);
      if (element.tagName === 'body') root = element;
      if (element.tagName === 'a' && attribute(element, 'href').startsWith('#')) links.push(element);
      if (parent) parents.set(element, parent);
      for (const name of [attribute(element, 'id'), attribute(element, 'name')])
        if (name !== '' && !targets.has(name)) targets.set(name, element);
    }
    this.findNotes(links, targets, parents);
    const main = this.isPart ? undefined : mains.find((element) => textIn(element).trim().length > 200);
    const blocks: Block[] = [];
    this.readFlow(main ?? root, { href: null }, null, blocks);
    for (const [body, id] of this.noteIds) {
      this.inside++;
      this.noteBodies.delete(body);
      this.readBlock(body, { href: null }, null, this.footnotes.find((note) => note.id === id)!.blocks);
      this.inside--;
    }
    return blocks;
  }

  /** Links to notes: a number or a mark that leads to a place which leads back. */
  private findNotes(links: readonly Element[], targets: ReadonlyMap<string, Element>, parents: ReadonlyMap<Element, Element>): void {
    const around = (element: Element): Element | undefined => {
      let at: Element | undefined = element;
      while (at && !/^(?:li|div|p|aside|td)$/.test(at.tagName)) at = parents.get(at);
      const parent = at && parents.get(at);
      // The note's own box, where the mark stands in its first paragraph.
      const isBox =
        parent?.tagName === 'div' &&
        parent.children.filter((child) => child.type === 'element').length <= 6 &&
        /\d$/.test(attribute(parent, 'id'));
      return isBox && at?.tagName === 'p' ? parent : at;
    };
    const idOf = (link: Element): string => attribute(link, 'href').slice(1);
    const namesOf = (element: Element): string[] => {
      const names = [attribute(element, 'id'), attribute(element, 'name')];
      for (const [inner] of elementsIn(element)) names.push(attribute(inner, 'id'), attribute(inner, 'name'));
      const parent = parents.get(element);
      if (parent?.tagName === 'sup') names.push(attribute(parent, 'id'));
      return names.filter((name) => name !== '');
    };
    for (const link of links) {
      if (!/^\s*[[(]?(?:\d{1,3}|[a-z*†‡§]|[ivx]{1,5})[\])]?\s*$/i.test(textIn(link)) || this.noteBacks.has(link)) continue;
      const target = targets.get(idOf(link));
      const body = target && around(target);
      if (!body || body === around(link)) continue;
      const names = namesOf(link);
      const back = [...elementsIn(body)]
        .map(([inner]) => inner)
        .concat(body)
        .filter((inner) => inner.tagName === 'a' && names.includes(idOf(inner)));
      if (back.length === 0) continue;
      this.noteLinks.set(link, body);
      this.noteBodies.add(body);
      for (const one of back) this.noteBacks.add(one);
    }
  }

  private skips(element: Element, declarations: Declarations): boolean {
    if (ASIDE.has(element.tagName)) return true;
    if (!this.isPart && (AROUND.has(element.tagName) || AROUND_ROLES.has(attribute(element, 'role')))) return true;
    // LibreOffice names the boxes of running heads and feet.
    if (element.tagName === 'div' && /^(?:header|footer)$/.test(attribute(element, 'title'))) return true;
    const part = declarations['mso-element'];
    if (part && /^(?:header|footer|comment-list|footnote-list|endnote-list|(?:foot|end)note-\w*separator)$/.test(part)) {
      if (part === 'comment-list') this.readComments(element);
      return true;
    }
    if (this.noteBodies.has(element)) return true;
    const hidden =
      element.properties.hidden === true ||
      declarations['display'] === 'none' ||
      declarations['visibility'] === 'hidden' ||
      declarations['mso-hide'] === 'all' ||
      attribute(element, 'ariaHidden') === 'true';
    // Word writes pictures and marks a second time, hidden, for programs that know its own way.
    if (hidden && attribute(element, 'ariaHidden') !== 'true' && /\S/.test(textIn(element))) this.hidden++;
    return hidden;
  }

  private readComments(list: Element): void {
    for (const [element] of elementsIn(list)) {
      if (declarationsOf(element)['mso-element'] !== 'comment') continue;
      const text = textIn(element)
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\[[^\]]{1,12}\]\s?/, '');
      if (text !== '') this.comments.push({ author: null, text, on: '', paragraph: null });
    }
  }

  /** Reads blocks, and gathers what stands between them into paragraphs. */
  private readFlow(element: Element | Root, style: RunStyle, list: ListPlace | null, blocks: Block[]): void {
    if (++this.depth > MOST_DEPTH) {
      this.depth--;
      return;
    }
    let open: Collector | null = null;
    let place = list;
    const close = (): void => {
      if (open && hasWords(open.inlines)) {
        if (this.inside === 0) this.paragraph++;
        blocks.push(paragraphBlock({ inlines: open.inlines, look: open.look, list: place, paragraph: this.paragraph }));
        append(blocks, open.boxes);
        place = null;
      }
      open = null;
    };
    for (const child of element.children as ElementContent[]) {
      if (child.type === 'element' && this.isBlock(child)) {
        close();
        const before = blocks.length;
        this.readBlock(child, style, place, blocks);
        if (blocks.length > before) place = null;
      } else {
        open ??= new Collector();
        this.readInline(child, style, open);
      }
    }
    close();
    this.depth--;
  }

  private isBlock(element: Element): boolean {
    if (BLOCKS.has(element.tagName)) return true;
    // Custom elements and links around whole sections.
    return element.children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName)) && !ASIDE.has(element.tagName);
  }

  private readBlock(element: Element, outer: RunStyle, list: ListPlace | null, blocks: Block[]): void {
    const declarations = declarationsOf(element);
    if (this.skips(element, declarations)) return;
    const style = over(outer, styleOf(element, declarations));
    const tag = element.tagName;
    switch (tag) {
      case 'ul':
      case 'ol':
        this.readList(element, style, blocks);
        return;
      case 'table':
        this.readTable(element, { ...style, bold: undefined }, blocks);
        return;
      case 'hr':
        if (this.inside === 0) this.paragraph++;
        blocks.push(paragraphBlock({ inlines: [], rule: true, paragraph: this.paragraph }));
        return;
      case 'blockquote': {
        const inner: Block[] = [];
        this.readFlow(element, style, null, inner);
        append(
          blocks,
          inner.map((block) => (block.kind === 'paragraph' && block.heading === null ? { ...block, quote: true } : block)),
        );
        return;
      }
      case 'pre':
      case 'p':
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
      case 'dt':
      case 'summary':
      case 'legend':
      case 'figcaption':
        if (!element.children.some((child) => child.type === 'element' && this.isBlock(child))) {
          this.readParagraph(element, declarations, style, list, blocks);
          return;
        }
    }
    this.readFlow(element, style, list, blocks);
  }

  private readParagraph(element: Element, declarations: Declarations, outer: RunStyle, list: ListPlace | null, blocks: Block[]): void {
    if (this.inside === 0) this.paragraph++;
    const names = attribute(element, 'className').toLowerCase().split(/\s+/);
    const level = /^h([1-6])$/.exec(element.tagName)?.[1] ?? levelByRole(element);
    const outline = Number(declarations['mso-outline-level']);
    const title = names.includes('msotitle');
    const style = element.tagName === 'dt' ? { ...outer, bold: true } : outer;
    const into = new Collector();
    for (const child of element.children) this.readInline(child, style, into, element.tagName === 'pre');
    const words = hasWords(into.inlines);
    const indent = points(declarations['margin-left']);
    blocks.push(
      paragraphBlock({
        inlines: into.inlines,
        heading: !words ? null : title ? 0 : level !== undefined ? Number(level) : outline >= 1 && outline <= 9 ? outline : null,
        list: words && list === null ? this.wordList(element, declarations) : list,
        look: into.look,
        quote: names.some((name) => /^mso(?:intense)?quote/.test(name)),
        indent: indent === undefined ? null : Math.round(indent * 20),
        contents: names.some((name) => /^msotoc/.test(name)),
        bookmarks: namesIn(element),
        paragraph: this.paragraph,
      }),
    );
    append(blocks, into.boxes);
  }

  /** An item of a list as Word writes it: a paragraph whose mark is marked as nothing to read. */
  private wordList(element: Element, declarations: Declarations): ListPlace | null {
    const found = /\bl(\d+)\s+level(\d)\s+lfo(\d+)/.exec(declarations['mso-list'] ?? '');
    if (!found) return null;
    let mark = '';
    for (const [inner] of elementsIn(element)) {
      if (/ignore/i.test(declarationsOf(inner)['mso-list'] ?? '')) mark = textIn(inner).replace(/\s+/g, ' ').trim();
    }
    const number = /^\(?(\d{1,3}|[a-z]{1,4})[.)]$/i.exec(mark)?.[1];
    const ordered = number !== undefined && number !== 'o';
    const counted = ordered ? Number(number) || number.toLowerCase().charCodeAt(0) - 96 : 1;
    return {
      ordered,
      number: Math.max(1, counted),
      label: ordered ? mark : null,
      key: `l${found[1]}/${found[3]}`,
      level: Number(found[2]) - 1,
      indent: null,
    };
  }

  private readList(list: Element, style: RunStyle, blocks: Block[]): void {
    const level = this.listDepth++;
    const ordered = list.tagName === 'ol';
    let number = Number(attribute(list, 'start')) || 1;
    const key = `list${this.paragraph}/${blocks.length}/${level}`;
    for (const child of list.children) {
      if (child.type !== 'element') continue;
      const declarations = declarationsOf(child);
      if (child.tagName === 'ul' || child.tagName === 'ol') {
        // A list that stands beside the item that it belongs to.
        this.readList(child, style, blocks);
        continue;
      }
      if (this.skips(child, declarations)) continue;
      if (child.tagName !== 'li') {
        this.readFlow(child, style, null, blocks);
        continue;
      }
      number = Number(attribute(child, 'value')) || number;
      const place: ListPlace = { ordered, number, label: ordered ? `${number}.` : null, key, level, indent: null };
      const inner: Block[] = [];
      this.readFlow(child, over(style, styleOf(child, declarations)), place, inner);
      // An item that only holds a list.
      append(blocks, inner);
      number++;
    }
    this.listDepth--;
  }

  private readInline(node: Node, style: RunStyle, into: Collector, keepLines = false): void {
    if (node.type === 'text') {
      const lines = keepLines ? node.value.split('\n') : [node.value];
      lines.forEach((line, index) => {
        if (index > 0) into.inlines.push({ kind: 'break' });
        const text = cleanText(line.replace(/[\t\r\n\f ]+/g, ' '), style.font);
        if (text !== '') into.add(text, style, style.href);
      });
      return;
    }
    if (node.type !== 'element') return;
    const declarations = declarationsOf(node);
    if (/ignore/i.test(declarations['mso-list'] ?? '') && declarations['mso-list'] !== undefined) return;
    if (this.skips(node, declarations)) return;
    const inner = over(style, styleOf(node, declarations));
    const deep = (given: RunStyle): void => {
      if (++this.depth <= MOST_DEPTH) for (const child of node.children) this.readInline(child, given, into, keepLines);
      this.depth--;
    };
    switch (node.tagName) {
      case 'br':
        if (declarations['page-break-before'] === undefined) into.inlines.push({ kind: 'break' });
        return;
      case 'img':
        this.readImage(node, into);
        return;
      case 'input':
        if (attribute(node, 'type') === 'checkbox') into.add(node.properties.checked ? '☒ ' : '☐ ', inner, null);
        return;
      case 'select':
      case 'textarea':
      case 'button':
        return;
      case 'del':
        this.changes.deletions++;
        return;
      case 'ins':
        this.changes.insertions++;
        return deep(inner);
      case 'a':
        return this.readLink(node, declarations, inner, into, deep);
      case 'sup':
      case 'sub':
      default:
        return deep(inner);
    }
  }

  private readLink(node: Element, declarations: Declarations, style: RunStyle, into: Collector, deep: (style: RunStyle) => void): void {
    const href = attribute(node, 'href');
    // The number in front of a note leads back to its place.
    if (this.noteBacks.has(node)) return;
    const note = this.noteLinks.get(node);
    if (note) {
      const id = this.noteIds.get(note) ?? `note/${this.noteIds.size + 1}`;
      if (!this.noteIds.has(note)) this.footnotes.push({ id, blocks: [] });
      this.noteIds.set(note, id);
      into.inlines.push({ kind: 'note', id });
      return;
    }
    if (declarations['mso-comment-reference'] !== undefined && textIn(node).trim().startsWith('[')) return;
    deep({ ...style, href: safeAddress(href) ?? (/^#./.test(href) ? decoded(href) : style.href) });
  }

  private readImage(image: Element, into: Collector): void {
    // Letters that are drawn, and pictures that are said to be nothing.
    const { alt } = image.properties;
    const source = attribute(image, 'src');
    const words = cleanText(typeof alt === 'string' ? alt : '')
      .replace(/\s+/g, ' ')
      .trim();
    if (words === '' && (alt === '' || Number(attribute(image, 'width')) === 1)) return;
    // A file beside the page; what is kept on another computer is not named, so that nothing ever fetches it.
    const path = source.split(/[?#]/)[0]!.trim().replace(/\\/g, '/').replace(/^\.\//, '');
    const beside = /^[^/:]+(?:\/[^/:]+)*$/.test(path) && !path.split('/').includes('..');
    const name = beside ? path.replace(/[^\w.%/-]/g, encodeURIComponent) : '';
    if (name !== '') this.pictures.add(name);
    else if (/^(?:https?:)?\/\//i.test(source))
      this.notes.push({
        code: 'external-content',
        what: 'A picture is kept on another computer and was not fetched; save it beside the document.',
        paragraph: this.paragraph,
      });
    into.inlines.push({ kind: 'image', alt: words, name });
    if (words === '')
      this.notes.push({
        code: 'image-without-alt',
        what: 'A picture has no description; say in words what it shows, and make a table of a picture of a table.',
        paragraph: this.paragraph,
      });
  }

  private readTable(table: Element, style: RunStyle, blocks: Block[]): void {
    if (this.inside === 0) this.paragraph++;
    const { paragraph } = this;
    const rows: TableRow[] = [];
    /** How many rows below each column are still taken by a cell above. */
    const taken: number[] = [];
    /** Rows that begin with their name. */
    let named = 0;
    this.inside++;
    const { listDepth } = this;
    this.listDepth = 0;
    const readRows = (container: Element, header: boolean): void => {
      for (const child of container.children) {
        if (child.type !== 'element' || this.skips(child, declarationsOf(child))) continue;
        if (child.tagName === 'thead') readRows(child, true);
        else if (child.tagName === 'tbody' || child.tagName === 'tfoot') readRows(child, header);
        else if (child.tagName === 'caption') this.readFlow(child, style, null, blocks);
        else if (child.tagName === 'tr') {
          const cells = this.readCells(child, style, taken);
          const tags = child.children.flatMap((cell) => (cell.type === 'element' ? [cell.tagName] : []));
          if (cells.length === 0) continue;
          rows.push({ cells, before: 0, header: header || tags.every((tag) => tag === 'th') });
          if (tags[0] === 'th' && tags.includes('td')) named++;
        }
      }
    };
    readRows(table, false);
    this.inside--;
    this.listDepth = listDepth;
    const headerless = rows.length > 0 && !rows.some(({ header }) => header) && named === rows.length;
    if (rows.length > 0) blocks.push({ kind: 'table', rows, ...(headerless ? { headerless } : {}), paragraph });
  }

  private readCells(row: Element, style: RunStyle, taken: number[]): Cell[] {
    const cells: Cell[] = [];
    let column = 0;
    const fromAbove = (): void => {
      while ((taken[column] ?? 0) > 0) {
        taken[column]!--;
        cells.push({ blocks: [], span: 1, continued: true });
        column++;
      }
    };
    for (const child of row.children) {
      if (child.type !== 'element' || (child.tagName !== 'td' && child.tagName !== 'th')) continue;
      const declarations = declarationsOf(child);
      if (declarations['display'] === 'none' || child.properties.hidden === true) {
        if (/\S/.test(textIn(child))) this.hidden++;
        continue;
      }
      fromAbove();
      const size = (name: string): number => Math.max(1, Math.min(60, Number(attribute(child, name)) || 1));
      const span = size('colSpan');
      const down = size('rowSpan');
      const blocks: Block[] = [];
      // The names of columns are bold by themselves, which says nothing.
      this.readFlow(child, over(style, { ...styleOf(child, declarations), bold: undefined }), null, blocks);
      cells.push({ blocks, span, continued: false });
      for (let count = 0; count < span; count++, column++) if (down > 1) taken[column] = down - 1;
    }
    fromAbove();
    return cells;
  }
}
