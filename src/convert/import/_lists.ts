import { plainText, type Block, type Inline, type ListPlace, type ParagraphBlock } from './model.js';
import { append } from '../../text/lists.js';

/** Marks that are never the first letter of a sentence. */
const GLYPH = /^\s*[•●○◦▪▫■‣⁃∙·➢❖◆⬧♦►▶]\s*(?=\S)/;
const DASH = /^\s*-\s+(?=\S)/;
/** Marks that may also be letters: they need a neighbour, or the tab of a list. */
const WEAK = /^\s*(?:[–—*]|o|§|□|➔|✓)\s+(?=\S)/;
const TABBED = /^\s*(?:[–—*]|o|§|□|➔|✓) ?\t\s*(?=\S)/;
const NUMBER = /^\s*(\d{1,2})[.)]\s+(?=\S)/;

/** Takes letters off the beginning of inlines. */
function withoutStart(inlines: readonly Inline[], length: number): Inline[] {
  const rest: Inline[] = [];
  let left = length;
  for (const inline of inlines) {
    if (inline.kind !== 'text' || left === 0) rest.push(inline);
    else if (inline.text.length > left) {
      rest.push({ ...inline, text: inline.text.slice(left) });
      left = 0;
    } else left -= inline.text.length;
  }
  return rest;
}

const startsWithMark = (text: string): boolean => GLYPH.test(text) || DASH.test(text);

/** A paragraph whose lines are items, or paragraphs of their own, as several. */
export function splitLines(block: Block): Block[] {
  if (block.kind === 'table' || block.heading !== null || block.code || !block.inlines.some(({ kind }) => kind === 'break')) return [block];
  const lines: Inline[][] = [[]];
  for (const inline of block.inlines) {
    if (inline.kind === 'break') lines.push([]);
    else lines.at(-1)!.push(inline);
  }
  const texts = lines.map((line) => plainText(line).trim());
  const apart = (index: number): boolean => startsWithMark(texts[index]!) || startsWithMark(texts[index - 1]!);
  const parts: Inline[][] = [[]];
  let empty = false;
  lines.forEach((line, index) => {
    const blank = texts[index] === '' && line.every(({ kind }) => kind === 'text');
    if (blank) {
      empty = true;
      return;
    }
    if (parts.at(-1)!.length > 0) {
      if (empty || apart(index)) parts.push([]);
      else parts.at(-1)!.push({ kind: 'break' });
    }
    empty = false;
    append(parts.at(-1)!, line);
  });
  return parts
    .filter((part) => part.length > 0)
    .map((inlines, index) => ({ ...block, inlines, list: index === 0 || block.list === null ? block.list : null, rule: false }));
}

const bullet = (indent: number | null): ListPlace => ({
  ordered: false,
  number: 1,
  label: null,
  key: 'typed',
  level: 0,
  indent: indent ?? 0,
});

/** Items that are typed, with a mark or a number before the words, as items. */
export function typedLists(blocks: readonly Block[]): Block[] {
  const isPlain = (block: Block | undefined): block is ParagraphBlock =>
    block?.kind === 'paragraph' && block.list === null && block.heading === null && !block.code;
  const texts = blocks.map((block) => (isPlain(block) ? plainText(block.inlines) : ''));
  const numberAt = (index: number): number | null => {
    const number = NUMBER.exec(texts[index] ?? '')?.[1];
    return number === undefined ? null : Number(number);
  };
  const shaped: Block[] = [];
  let counted: number | null = null;
  blocks.forEach((block, index) => {
    const text = texts[index]!;
    if (block.kind === 'table' || block.list !== null || block.heading !== null || block.code) {
      // A typed mark in front of the words of a real item.
      const extra = block.kind === 'paragraph' && block.list !== null ? GLYPH.exec(plainText(block.inlines)) : null;
      shaped.push(extra && block.kind === 'paragraph' ? { ...block, inlines: withoutStart(block.inlines, extra[0].length) } : block);
      counted = null;
      return;
    }
    const mark =
      GLYPH.exec(text) ??
      DASH.exec(text) ??
      TABBED.exec(text) ??
      (WEAK.test(texts[index - 1] ?? '') || WEAK.test(texts[index + 1] ?? '') ? WEAK.exec(text) : null);
    const number = numberAt(index);
    if (mark) shaped.push({ ...block, inlines: withoutStart(block.inlines, mark[0].length), list: bullet(block.indent) });
    else if (number !== null && (counted === number - 1 || (number === 1 && numberAt(index + 1) === 2))) {
      const list = { ...bullet(block.indent), ordered: true, number, label: `${number}.` };
      shaped.push({ ...block, inlines: withoutStart(block.inlines, NUMBER.exec(text)![0].length), list });
      counted = number;
      return;
    } else shaped.push(block);
    counted = null;
  });
  return shaped;
}
