import { isBreak, isComment, isNoElement, openElements, withoutHtml } from './_html.js';
import { widthOf, withLists, withMeantBreaks, withTypedLists } from './_lines.js';
import { parseMarkdown } from './_parse.js';
import { sourceOffsets } from './_source-map.js';
import { each, wordsOf, type TreeNode } from './_tree.js';
import type { ExportOptions, LeftOut } from './types.js';
import { append } from '../../text/lists.js';
import { isFileName } from '../import/notes.js';

/*
 * What both Word files and web pages are written from: the tree of the document as readers are to see it, and what they will not see.
 */

export interface Readable {
  readonly blocks: readonly TreeNode[];
  /** The blocks of each footnote, by identifier. */
  readonly notes: ReadonlyMap<string, readonly TreeNode[]>;
  /** The words of the first heading of the highest level; the host's title where there is no heading. */
  readonly title: string;
  readonly leftOut: LeftOut[];
}

/** Deeper than any reader follows. Whatever is nested further keeps its words only. */
const DEEPEST = 40;
/** Characters that XML does not allow, and halves of a pair without the other. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_XML = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SAFE_SCHEME = /^(?:https?|mailto|tel):/i;

const clip = (text: string, length = 60): string => (text.length > length ? `${text.slice(0, length)}…` : text);

/** A link's address without what browsers ignore in it; null where following it could run something or read a file. */
function safeAddress(url: string): string | null {
  // Browsers drop these before they look at the scheme.
  const address = url.replace(/[\0-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g, (character) =>
    character === ' ' ? '%20' : '',
  );
  const scheme = /^[^/?#]*?:/.exec(address)?.[0];
  return scheme === undefined || SAFE_SCHEME.test(address) ? address : null;
}

/** Whether an address is that of a web page but for its scheme, so that browsers would look for a file: “www.a.example”, “a.example/page”. */
function lacksScheme(address: string): boolean {
  const [host] = address.split(/[/?#]/) as [string];
  const labels = host.split('.');
  const isHost = labels.length > 1 && labels.every((label) => /^[a-z\d-]+$/i.test(label)) && /^[a-z]{2,}$/i.test(labels.at(-1)!);
  return isHost && !isFileName(host) && (labels[0]!.toLowerCase() === 'www' || labels.length > 2 || address.length > host.length);
}

/** In the order of the document. */
export function inOrder(leftOut: readonly LeftOut[]): LeftOut[] {
  const lineOf = ({ where }: LeftOut): number => Number(/\d+/.exec(where)?.[0] ?? 0);
  return [...leftOut].sort((left, right) => lineOf(left) - lineOf(right));
}

class Reader {
  readonly leftOut: LeftOut[] = [];
  readonly notes = new Map<string, readonly TreeNode[]>();
  readonly #definitions = new Map<string, TreeNode>();
  readonly #noteDefinitions = new Map<string, TreeNode>();
  readonly #noted = new Set<string>();
  #characters = 0;
  #line = 1;
  /** Of the lines of the source. */
  readonly #width: number;

  constructor(
    private readonly text: string,
    private readonly options: ExportOptions,
    private readonly gaps: readonly { readonly start: number; readonly end: number }[],
  ) {
    this.#width = widthOf(text);
  }

  read(): Readable {
    const root = parseMarkdown(this.text);
    each(root, (node) => {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier!)) this.#definitions.set(node.identifier!, node);
      if (node.type === 'footnoteDefinition' && !this.#noteDefinitions.has(node.identifier!))
        this.#noteDefinitions.set(node.identifier!, node);
    });
    const blocks = this.#blocks(root.children ?? []);
    for (const [identifier, { children = [], position }] of this.#noteDefinitions) {
      if (this.#noted.has(identifier)) this.notes.set(identifier, this.#blocks(children));
      else this.#tell(`The footnote “${identifier}” is left out, because nothing refers to it.`, { type: '', position });
    }
    let line = 1;
    let counted = 0;
    for (const { start, end } of this.gaps) {
      line += this.text.slice(counted, start).split(/\r\n|\r|\n/).length - 1;
      counted = start;
      this.leftOut.push({
        what: `A gap is still to be filled: “${clip(this.text.slice(start, end).replace(/\s+/g, ' '))}”. It is marked.`,
        where: `line ${line}`,
      });
    }
    if (this.#characters > 0) {
      this.leftOut.push({
        what: `${this.#characters === 1 ? 'A control character is' : `${this.#characters} control characters are`} left out, because no file of this kind may hold ${this.#characters === 1 ? 'it' : 'them'}.`,
        where: `line ${this.#line}`,
      });
    }
    return {
      blocks,
      notes: this.notes,
      title: this.#title(blocks),
      leftOut: this.leftOut,
    };
  }

  #title(blocks: readonly TreeNode[]): string {
    let best: TreeNode | undefined;
    for (const node of blocks) if (node.type === 'heading' && wordsOf(node) !== '' && (!best || node.depth! < best.depth!)) best = node;
    return best ? wordsOf(best) : this.#clean(this.options.title ?? '', undefined) || 'Untitled document';
  }

  #tell(what: string, node: TreeNode): void {
    this.leftOut.push({ what, where: node.position ? `line ${node.position.start.line}` : 'within HTML' });
  }

  #clean(text: string, node: TreeNode | undefined): string {
    return text.replace(NOT_XML, () => {
      if (this.#characters++ === 0) this.#line = node?.position?.start.line ?? 1;
      return '';
    });
  }

  /** The blocks of the whole document or of a footnote. */
  #blocks(nodes: readonly TreeNode[]): TreeNode[] {
    const prepared = nodes.flatMap((node) => this.#node(node, 0));
    const out: TreeNode[] = [];
    let closes = true;
    for (let index = 0; index < prepared.length; index++) {
      const node = prepared[index]!;
      let hasHtml = false;
      each(node, ({ type }) => (hasHtml ||= type === 'html'));
      if (!hasHtml) {
        append(out, this.#finished(node));
        continue;
      }
      // What an element holds can go over several blocks.
      let last = index;
      let open = node.type === 'html' ? openElements(node.value!) : 0;
      if (open > 0 && closes) {
        while (open > 0 && ++last < prepared.length) if (prepared[last]!.type === 'html') open += openElements(prepared[last]!.value!);
        if (open > 0) {
          closes = false;
          last = index;
        }
      }
      const told = (name: string): void => this.#tell(`What the HTML element <${name}> holds is left out.`, node);
      for (const block of withoutHtml(prepared.slice(index, last + 1), told))
        append(
          out,
          this.#node(block, 0).flatMap((read) => this.#finished(read)),
        );
      index = last;
    }
    return withTypedLists(out);
  }

  /** Lists that were typed, in cells and elsewhere, once all HTML is read. */
  #finished(node: TreeNode): TreeNode[] {
    each(node, (inner) => {
      if (inner.type === 'listItem' || inner.type === 'blockquote') inner.children = withTypedLists(inner.children ?? []);
      if (inner.type === 'tableCell') inner.children = withLists(inner.children ?? []);
    });
    return [node];
  }

  #all(node: TreeNode, depth: number): TreeNode[] {
    const out: TreeNode[] = [];
    for (const child of node.children ?? []) append(out, this.#node(child, depth + 1));
    return out;
  }

  #node(node: TreeNode, depth: number): TreeNode[] {
    if (depth > DEEPEST) return this.#tooDeep(node);
    switch (node.type) {
      case 'yaml':
      case 'definition':
      case 'footnoteDefinition':
        return [];
      case 'text':
        return this.#text(node);
      case 'inlineCode':
      case 'code':
        return [{ ...node, value: this.#clean(node.value ?? '', node) }];
      case 'html':
        return this.#html(node);
      case 'link':
      case 'linkReference':
        return this.#link(node, depth);
      case 'image':
      case 'imageReference':
        return this.#image(node);
      case 'footnoteReference':
        if (!this.#noteDefinitions.has(node.identifier!)) return [{ type: 'text', value: `[^${node.label ?? node.identifier}]` }];
        this.#noted.add(node.identifier!);
        return [node];
      default:
        if (!node.children) return [node];
        if (node.type === 'paragraph') return [{ ...node, children: withMeantBreaks(this.#all(node, depth), this.#width) }];
        return [{ ...node, children: this.#all(node, depth) }];
    }
  }

  #tooDeep(node: TreeNode): TreeNode[] {
    const value = this.#clean(wordsOf(node), node);
    return value === '' ? [] : [{ type: 'text', value }];
  }

  #html(node: TreeNode): TreeNode[] {
    const value = node.value ?? '';
    if (isComment(value)) return [];
    if (isBreak(value)) return [{ type: 'break' }];
    const trimmed = value.trim();
    if (isNoElement(trimmed)) {
      const words = this.#clean(trimmed, node);
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || this.#gapsIn(start.offset, end!.offset!).length === 0) {
        this.#tell(`“${clip(words)}” looks like a gap still to be filled. It is marked.`, node);
      }
      return [{ type: 'gap', children: [{ type: 'text', value: words }] }];
    }
    if (/^<[?!]/.test(trimmed)) {
      this.#tell(`“${clip(trimmed, 30)}” is left out, because it is no text.`, node);
      return [];
    }
    return [{ ...node, value: this.#clean(value, node) }];
  }

  #link(node: TreeNode, depth: number): TreeNode[] {
    const definition = node.type === 'link' ? node : this.#definitions.get(node.identifier!);
    const children = this.#all(node, depth);
    const url = this.#clean(definition?.url ?? '', node);
    let address = safeAddress(url);
    if (address !== null && lacksScheme(address)) {
      this.#tell(`The address “${clip(address, 100)}” begins with https:// now, because without it no browser finds the page.`, node);
      address = `https://${address}`;
    }
    if (address === null)
      this.#tell(
        `The link to “${clip(url, 40)}” is left out and its words stay, because only web, e-mail and telephone addresses are safe to follow.`,
        node,
      );
    if (address === null || address === '') return children;
    // A link without words could not be followed.
    const words = children.some((child) => wordsOf(child) !== '' || child.type === 'image') ? children : [{ type: 'text', value: address }];
    return [{ type: 'link', url: address, title: this.#clean(definition?.title ?? '', node), children: words, position: node.position }];
  }

  #image(node: TreeNode): TreeNode[] {
    const definition = node.type === 'image' ? node : this.#definitions.get(node.identifier!);
    const url = definition?.url ?? '';
    const alt = this.#clean(node.alt ?? '', node);
    if (this.options.pictures?.has(url)) return [{ type: 'image', url, alt, position: node.position }];
    const why = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url) ? 'pictures from other places are never fetched' : 'there is no such file';
    this.#tell(
      `The picture “${clip(this.#clean(url, node))}” is left out, because ${why}.${alt === '' ? '' : ' Its alternative text stands in its place.'}`,
      node,
    );
    return alt === '' ? [] : [{ type: 'text', value: `[Picture: ${alt}]` }];
  }

  #gapsIn(start: number, end: number): readonly { readonly start: number; readonly end: number }[] {
    let low = 0;
    let high = this.gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.gaps[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < this.gaps.length && this.gaps[last]!.start < end) last++;
    return this.gaps.slice(low, last);
  }

  #text(node: TreeNode): TreeNode[] {
    const value = node.value ?? '';
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    const gaps = start === undefined ? [] : this.#gapsIn(start, end!);
    if (gaps.length === 0) return [{ ...node, value: this.#clean(value, node) }];
    const offsets = sourceOffsets(value, this.text.slice(start, end), start!);
    const out: TreeNode[] = [];
    let at = 0;
    const piece = (to: number, isGap: boolean): void => {
      const text: TreeNode = { type: 'text', value: this.#clean(value.slice(at, to), node) };
      if (to > at) out.push(isGap ? { type: 'gap', children: [text] } : text);
      at = Math.max(at, to);
    };
    const index = (offset: number): number => {
      const found = offsets.findIndex((source) => source >= offset);
      return found < 0 ? value.length : found;
    };
    for (const gap of gaps) {
      piece(index(gap.start), false);
      piece(index(gap.end), true);
    }
    piece(value.length, false);
    return out;
  }
}

/** Reads Markdown of any kind. Never throws. */
export function readForExport(markdown: string, options: ExportOptions): Readable {
  const shift = markdown.startsWith('\ufeff') ? 1 : 0;
  const gaps = (options.gaps ?? [])
    .map(({ start, end }) => ({ start: start - shift, end: end - shift }))
    .sort((left, right) => left.start - right.start);
  return new Reader(markdown.slice(shift), options, gaps).read();
}
