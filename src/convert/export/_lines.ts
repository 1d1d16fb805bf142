import { append } from '../../text/lists.js';
import type { TreeNode } from './_tree.js';

/*
 * Markdown runs the lines of a paragraph together. Authors who do not know it write addresses, labels with what they say, and lists with signs
 * of their own line by line, and readers are to see these lines. Lines that an editor wrapped are one.
 */

/** A bullet that was typed. */
const BULLET = /^\s*(?:[•◦▪▫●○■◼‣⁃]\s*|-\s+(?=\S))/;
/** Other signs that nothing but an item begins with. */
const SIGN = /^(?:o|[→➔➜➤►▶✓✔✗✘»›])\s/u;
/** “a)”, “(iv)”, “3.” */
const ITEM = /^(?:\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\)|(?:[a-z]|\d{1,2})\.)\s/;
/** “Published: 26 June 2026” */
const LABEL = /^\p{Lu}[^\s:]*(?: [^\s:.;,]+){0,5}:(?:\s|$)/u;
const LONGEST_LABEL = 60;
/** No prose is wrapped at fewer letters, or at more. */
const NARROWEST = 70;
const WIDEST = 200;
/** A line that ends before this share of the width was ended by its author. */
const SHORT = 0.6;

/** The longest line of a text that may be prose, in UTF-16 units. */
export function widthOf(text: string): number {
  let width = NARROWEST;
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    if (line.length > width && !/^[\s>]*[|<#]/.test(line)) width = line.length;
    if (width >= WIDEST) return WIDEST;
  }
  return width;
}

/** The words of a paragraph, with one sign for each line break in it. */
class Words {
  text = '';
  /** Where bold words begin. */
  readonly bold = new Set<number>();

  constructor(nodes: readonly TreeNode[]) {
    const pieces: string[] = [];
    let length = 0;
    const read = (list: readonly TreeNode[]): void => {
      for (const node of list) {
        if (node.type === 'strong') this.bold.add(length);
        const value = node.type === 'break' ? '\v' : node.type === 'text' ? node.value!.replace(/\r\n?/g, '\n') : node.value;
        if (value !== undefined) {
          // Line breaks within code are none of the paragraph.
          const shown = node.type === 'text' || node.type === 'break' ? value : value.replace(/\s/g, ' ');
          pieces.push(shown);
          length += shown.length;
        }
        read(node.children ?? []);
      }
    };
    read(nodes);
    this.text = pieces.join('');
  }
}

/** Places of line breaks in the words of a paragraph that readers are to see. */
function meantBreaks({ text, bold }: Words, width: number): Set<number> {
  const found = new Set<number>();
  const starts = [0];
  for (let index = 0; index < text.length; index++) if (text[index] === '\n' || text[index] === '\v') starts.push(index + 1);
  const lines = starts.map((start, index) => {
    const raw = text.slice(start, (starts[index + 1] ?? text.length + 1) - 1);
    const words = raw.trim();
    return {
      words,
      // An author who sets a label in bold has its colon in the bold words or behind them.
      isLabelled: words.length > 0 && (LABEL.test(words) || (bold.has(start + raw.search(/\S/)) && /^[^:]{1,60}:/.test(words))),
    };
  });
  const own = lines.reduce((most, { words }) => Math.max(most, words.length), 0);
  /** Breaks at which nothing ends but the line. */
  const bare: number[] = [];
  for (let index = 0; index + 1 < lines.length; index++) {
    const at = starts[index + 1]! - 1;
    if (text[at] === '\v') continue;
    const { words, isLabelled } = lines[index]!;
    const next = lines[index + 1]!;
    const needed = words.length + 1 + (/^\S*/.exec(next.words)?.[0].length ?? 0);
    const fits = needed <= own || needed <= width * SHORT;
    const isBare = /[\p{L}\p{N})\]”’]$/u.test(words) && /^[\p{Lu}\p{N}]/u.test(next.words);
    const meant =
      BULLET.test(next.words) ||
      SIGN.test(next.words) ||
      (ITEM.test(next.words) && (ITEM.test(words) || /[:;]$/.test(words))) ||
      (next.isLabelled && (isLabelled || fits || bold.has(starts[index + 1]!))) ||
      (words.endsWith(':') && words.length <= LONGEST_LABEL && fits) ||
      (fits && isBare);
    if (meant) found.add(at);
    if (isBare) bare.push(at);
  }
  // Where some are meant and the others may be, all are.
  if (found.size > 0 && new Set([...found, ...bare]).size === lines.length - 1) for (const at of bare) found.add(at);
  return found;
}

/** What a paragraph holds with its meant line breaks as such. `width` is that of the document. */
export function withMeantBreaks(nodes: TreeNode[], width: number): TreeNode[] {
  const hasLines = (list: readonly TreeNode[]): boolean =>
    list.some(({ type, value, children }) => (type === 'text' && /[\r\n]/.test(value!)) || (children !== undefined && hasLines(children)));
  if (!hasLines(nodes)) return nodes;
  const words = new Words(nodes);
  const breaks = meantBreaks(words, width);
  if (breaks.size === 0) return nodes;
  let at = 0;
  const split = (list: readonly TreeNode[]): TreeNode[] =>
    list.flatMap((node): TreeNode[] => {
      if (node.children) return [{ ...node, children: split(node.children) }];
      if (node.type === 'break') at++;
      if (node.type !== 'text') {
        at += node.type === 'break' ? 0 : (node.value?.length ?? 0);
        return [node];
      }
      const value = node.value!.replace(/\r\n?/g, '\n');
      const out: TreeNode[] = [];
      let from = 0;
      for (let index = 0; index < value.length; index++) {
        if (!breaks.has(at + index)) continue;
        if (index > from) out.push({ ...node, value: value.slice(from, index).trimEnd() });
        out.push({ type: 'break' });
        from = index + 1;
      }
      at += value.length;
      const rest = from === 0 ? value : value.slice(from).trimStart();
      if (rest !== '') out.push({ ...node, value: rest });
      return out;
    });
  return split(nodes);
}

/** The lines of what stands in a cell or a paragraph. */
function linesOf(nodes: readonly TreeNode[]): TreeNode[][] {
  const lines: TreeNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return lines;
}

const isBullet = ([first]: readonly TreeNode[]): boolean => first?.type === 'text' && BULLET.test(first.value!);

/** Words, or paragraphs and lists where lines of them begin with bullets that were typed. */
export function withLists(nodes: TreeNode[]): TreeNode[] {
  if (nodes.some(({ type }) => type === 'paragraph' || type === 'list')) return nodes;
  const lines = linesOf(nodes);
  if (!lines.some(isBullet)) return nodes;
  const blocks: TreeNode[] = [];
  for (const line of lines) {
    const previous = blocks.at(-1);
    if (isBullet(line)) {
      const item: TreeNode = {
        type: 'listItem',
        children: [{ type: 'paragraph', children: [{ ...line[0]!, value: line[0]!.value!.replace(BULLET, '') }, ...line.slice(1)] }],
      };
      if (previous?.type === 'list') previous.children!.push(item);
      else blocks.push({ type: 'list', ordered: false, children: [item] });
    } else if (previous?.type === 'paragraph') {
      append(previous.children!, [{ type: 'break' }, ...line]);
    } else if (line.length > 0) {
      blocks.push({ type: 'paragraph', children: [...line] });
    }
  }
  return blocks;
}

/** Blocks in which paragraphs of typed bullets are lists; those right behind each other are one. */
export function withTypedLists(blocks: readonly TreeNode[]): TreeNode[] {
  const out: TreeNode[] = [];
  let typed: TreeNode | null = null;
  for (const block of blocks) {
    const parts = block.type === 'paragraph' ? withLists(block.children ?? []) : [];
    if (parts.at(0) === undefined || !parts.some(({ type }) => type === 'list')) {
      typed = null;
      out.push(block);
      continue;
    }
    for (const part of parts) {
      if (part.type === 'list' && typed && out.at(-1) === typed) append(typed.children!, part.children!);
      else out.push(part);
      typed = out.at(-1)?.type === 'list' ? out.at(-1)! : null;
    }
  }
  return out;
}
