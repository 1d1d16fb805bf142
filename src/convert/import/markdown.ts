import type { BlockContent, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { phrasing } from './_phrasing.js';
import { plainText, wordsOf, type Block, type Inline, type ParagraphBlock, type TableBlock } from './model.js';
import type { ImportPlace } from './types.js';
import { append } from '../../text/lists.js';

export interface Footnote {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/**
 * The serializer escapes more than has to be: brackets without an address behind them, underscores inside words and ampersands that begin
 * no character reference mean themselves.
 */
function plainer(text: string): string {
  return text
    .replace(/\\\[((?![ xX]\\?\])[^[\]\\\n^]{1,300})\\?\](?![([:])/g, '[$1]')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/\\&(?!#?[0-9A-Za-z]{1,31};)/g, '&');
}

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  rule: '-',
  listItemIndent: 'one',
  incrementListMarker: true,
  resourceLink: true,
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTaskListItemToMarkdown(),
  ],
  handlers: { text: (node: { value: string }, _parent, state, info) => plainer(state.safe(node.value, info)) },
};

/** Takes the box to tick from the start of an item: whether it is ticked; null where there is none, or nothing to do beside it. */
function takeBox(children: PhrasingContent[]): boolean | null {
  const [first] = children;
  const box = first?.type === 'text' ? /^([☐☑☒])\s+(?=\S|$)/u.exec(first.value) : null;
  if (first?.type !== 'text' || !box || (children.length === 1 && box[0] === first.value)) return null;
  first.value = first.value.slice(box[0].length);
  if (first.value === '') children.shift();
  return box[1] !== '☐';
}

/** What is written, with the paragraphs of the original that its lines come from. */
interface Piece {
  readonly node: RootContent;
  /** One for each line that is not empty; one where they all come from the same. */
  readonly paragraphs: readonly number[];
}

interface Level {
  readonly list: List;
  readonly key: string;
  readonly level: number;
  readonly indent: number | null;
}

const lineBreak = (): PhrasingContent => ({ type: 'html', value: '<br>' });

class Writer {
  private readonly pieces: Piece[] = [];
  private levels: Level[] = [];

  constructor(private readonly noteNumbers: ReadonlyMap<string, number>) {}

  private phrasing(inlines: readonly Inline[], place: 'heading' | 'header' | 'cell' | 'text'): PhrasingContent[] {
    return phrasing(inlines, {
      note: (id) => String(this.noteNumbers.get(id) ?? 1),
      plain: place === 'heading' || place === 'header',
      break: place === 'heading' ? () => ({ type: 'text', value: ' ' }) : place === 'text' ? () => ({ type: 'break' }) : lineBreak,
    });
  }

  private add(node: RootContent, paragraph: number): void {
    this.levels = [];
    this.pieces.push({ node, paragraphs: [paragraph] });
  }

  write(blocks: readonly Block[]): readonly Piece[] {
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') {
        if (this.goesOnBehind(block, blocks[index + 1])) this.goOn(this.table(block), block);
        else this.add(this.table(block), block.paragraph);
      } else if (block.list) this.item(block);
      else if (block.code) this.code(block);
      else if (block.rule && block.inlines.length === 0) this.add({ type: 'thematicBreak' }, block.paragraph);
      else {
        const children = this.phrasing(block.inlines, block.heading === null ? 'text' : 'heading');
        if (children.length === 0) continue;
        if (block.heading !== null) this.add({ type: 'heading', depth: block.heading as 1, children }, block.paragraph);
        else if (block.continues && this.levels.length > 0) this.goOn({ type: 'paragraph', children }, block);
        else if (block.quote) this.quote({ type: 'paragraph', children }, block);
        else this.add({ type: 'paragraph', children }, block.paragraph);
      }
    }
    return this.pieces;
  }

  /** Code under an item goes on in it. */
  private code(block: ParagraphBlock): void {
    const code: BlockContent = { type: 'code', lang: block.language, value: plainText(block.inlines) };
    if (this.levels.length > 0 && (block.indent ?? 0) > 0) this.goOn(code, block);
    else this.add(code, block.paragraph);
  }

  /** Whether a table stands in the list item before it: away from the margin, and the list goes on below it. */
  private goesOnBehind({ indent }: TableBlock, next: Block | undefined): boolean {
    const top = this.levels.at(-1);
    const list = next?.kind === 'paragraph' ? next.list : null;
    return top !== undefined && (indent ?? 0) > 150 && list !== null && (list.level > 0 || this.levels.some(({ key }) => key === list.key));
  }

  /** A quotation further from the margin than the words of the item above it goes on in it. */
  private quote(paragraph: BlockContent, block: ParagraphBlock): void {
    const outer = this.levels[0]?.indent;
    if (outer && (block.indent ?? 0) > outer + 150) {
      const last = this.levels.at(-1)!.list.children.at(-1)!.children.at(-1);
      if (last?.type === 'blockquote') {
        last.children.push(paragraph);
        (this.pieces.at(-1)!.paragraphs as number[]).push(block.paragraph);
      } else this.goOn({ type: 'blockquote', children: [paragraph] }, { ...block, indent: block.indent! - 150 });
      return;
    }
    const last = this.pieces.at(-1);
    if (last?.node.type === 'blockquote' && this.levels.length === 0) last.node.children.push(paragraph);
    else this.add({ type: 'blockquote', children: [paragraph] }, block.paragraph);
  }

  /** Puts a paragraph into the item that it stands under. */
  private goOn(paragraph: BlockContent, { indent = null, paragraph: number }: Pick<Block, 'indent' | 'paragraph'>): void {
    while (this.levels.length > 1 && indent !== null && (this.levels.at(-1)!.indent ?? 0) - indent > 150) this.levels.pop();
    const { list } = this.levels.at(-1)!;
    const item = list.children.at(-1)!;
    item.children.push(paragraph);
    item.spread = true;
    (this.pieces.at(-1)!.paragraphs as number[]).push(number);
  }

  /** Puts an item into the list that it belongs to, by its level where that is of one list, else by its distance from the margin. */
  private item(block: ParagraphBlock): void {
    const place = block.list!;
    const children = this.phrasing(block.inlines, 'text');
    if (children.length === 0) return;
    const item: ListItem = { type: 'listItem', spread: false, checked: takeBox(children), children: [{ type: 'paragraph', children }] };
    const list = (): List => ({
      type: 'list',
      ordered: place.ordered,
      start: place.ordered ? Math.max(0, place.number) : null,
      spread: false,
      children: [item],
    });
    const level = (of: List): Level => ({ list: of, key: place.key, level: place.level, indent: place.indent });
    const piece = this.pieces.at(-1);
    for (;;) {
      const top = this.levels.at(-1);
      if (!top) break;
      const indents = top.key !== place.key && top.indent !== null && place.indent !== null;
      const deeper = indents ? (place.indent - top.indent) / 150 : place.level - top.level;
      if (deeper >= 1) {
        const nested = list();
        top.list.children.at(-1)!.children.push(nested);
        this.levels.push(level(nested));
        (piece!.paragraphs as number[]).push(block.paragraph);
        return;
      }
      if (deeper > -1) {
        const goesOn = !place.ordered || place.number === (top.list.start ?? 1) + top.list.children.length;
        if (Boolean(top.list.ordered) === place.ordered && goesOn) {
          top.list.children.push(item);
          (piece!.paragraphs as number[]).push(block.paragraph);
          this.levels[this.levels.length - 1] = level(top.list);
          return;
        }
        const parent = this.levels.at(-2);
        if (parent) {
          const beside = list();
          parent.list.children.at(-1)!.children.push(beside);
          this.levels[this.levels.length - 1] = level(beside);
          (piece!.paragraphs as number[]).push(block.paragraph);
          return;
        }
      }
      this.levels.pop();
    }
    if (piece?.node.type === 'list' && !piece.node.ordered && !place.ordered) {
      piece.node.children.push(item);
      (piece.paragraphs as number[]).push(block.paragraph);
      this.levels = [level(piece.node)];
      return;
    }
    const root = list();
    this.pieces.push({ node: root, paragraphs: [block.paragraph] });
    this.levels = [level(root)];
  }

  private table(table: TableBlock): Table {
    return {
      type: 'table',
      children: table.rows.map((row, index) => ({
        type: 'tableRow',
        children: row.cells.map((cell) => ({ type: 'tableCell', children: this.cell(cell.blocks, index === 0) as [] })),
      })),
    };
  }

  private cell(blocks: readonly Block[], header: boolean): PhrasingContent[] {
    const children: PhrasingContent[] = [];
    for (const block of blocks) {
      if (block.kind !== 'paragraph') continue;
      const line = this.phrasing(block.inlines, header ? 'header' : 'cell');
      if (line.length === 0) continue;
      if (children.length > 0) children.push(lineBreak());
      if (block.list) children.push({ type: 'text', value: block.list.ordered ? `${block.list.label ?? `${block.list.number}.`} ` : '• ' });
      append(children, line);
    }
    return children;
  }
}

/** Three hyphens under each name of a column, as most programs write them. */
const wideRule = (table: string): string => table.replace(/\n\|[ |-]+\|(?=\n|$)/, (rule) => rule.replaceAll('-', '---'));

/** Footnotes in which the same is said, in more than a word, are one that several marks refer to. */
function numbered(footnotes: readonly Footnote[]): { readonly numbers: Map<string, number>; readonly notes: Footnote[] } {
  const numbers = new Map<string, number>();
  const notes: Footnote[] = [];
  const known = new Map<string, number>();
  for (const note of footnotes) {
    const said = JSON.stringify(note.blocks.map((block) => (block.kind === 'paragraph' ? block.inlines : block.rows)));
    const words = wordsOf(note.blocks).trim().split(/\s+/);
    const before = words.length > 1 ? known.get(said) : undefined;
    if (before === undefined) known.set(said, notes.push(note));
    numbers.set(note.id, before ?? notes.length);
  }
  return { numbers, notes };
}

/** Markdown with one line a paragraph and one empty line between blocks, and where each block came from. */
export function writeMarkdown(blocks: readonly Block[], footnotes: readonly Footnote[] = []): { markdown: string; places: ImportPlace[] } {
  const { numbers, notes } = numbered(footnotes);
  const pieces = new Writer(numbers).write(blocks);
  const places: ImportPlace[] = [];
  let markdown = '';
  const put = (text: string, paragraphs: readonly number[]): void => {
    if (markdown !== '') markdown += '\n\n';
    let offset = markdown.length;
    if (paragraphs.length > 1) {
      let at = 0;
      for (const line of text.split('\n')) {
        if (line.trim() !== '' && at < paragraphs.length) places.push({ offset, paragraph: paragraphs[at++]! });
        offset += line.length + 1;
      }
    } else if (paragraphs[0]) places.push({ offset, paragraph: paragraphs[0] });
    markdown += text;
  };
  pieces.forEach(({ node, paragraphs }, index) => {
    const before = pieces[index - 1]?.node;
    // Two numbered lists in a row would be read as one.
    const other = node.type === 'list' && node.ordered && before?.type === 'list' && before.ordered && index % 2 === 1;
    const text = toMarkdown({ type: 'root', children: [node] }, other ? { ...OPTIONS, bulletOrdered: ')' } : OPTIONS).trimEnd();
    put(node.type === 'table' ? wideRule(text) : text, paragraphs);
  });
  const definitions = notes.map(({ blocks: note }, index) => {
    const lines = new Writer(numbers).write(note).map(({ node }) => node as BlockContent);
    return toMarkdown(
      { type: 'footnoteDefinition', identifier: String(index + 1), label: String(index + 1), children: lines },
      OPTIONS,
    ).trimEnd();
  });
  if (definitions.length > 0) put(definitions.join('\n'), []);
  return { markdown: `${markdown}\n`, places };
}
