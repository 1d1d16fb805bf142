import type { Image, Link, Node, Parent } from 'mdast';
import { perBlock, type Block, type Prose, type ProseKind } from '../document/index.js';
import type { Span } from '../framework/types.js';
import { append } from '../text/lists.js';

/*
 * What whoever opens the file can read though it is no prose: HTML, comments, code, the texts and titles of pictures and links,
 * and where they lead. It is read here as prose is, so that the same patterns look through it.
 */

/** Prose with the pieces of source that it comes from, markup between them left out. */
export interface HiddenProse extends Prose {
  sourcesOf(from: number, to: number): readonly Span[];
}

/** Characters that are written as references in place of a space, a dash or an at sign. */
const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  hairsp: '\u200A',
  puncsp: '\u2008',
  numsp: '\u2007',
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  NoBreak: '\u2060',
  ZeroWidthSpace: '\u200B',
  hyphen: '\u2010',
  dash: '\u2010',
  ndash: '\u2013',
  mdash: '\u2014',
  minus: '\u2212',
  middot: '\u00B7',
  lowbar: '_',
  period: '.',
  sol: '/',
  colon: ':',
  equals: '=',
  lpar: '(',
  rpar: ')',
  plus: '+',
  commat: '@',
  apos: "'",
  rsquo: '\u2019',
  lsquo: '\u2018',
  ldquo: '\u201C',
  rdquo: '\u201D',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  Tab: '\t',
  NewLine: '\n',
};
const REFERENCE = /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[\dA-Fa-f]{1,6})|(?<name>[A-Za-z]{2,16}));/y;

function decoded({ decimal, hex, name }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (name !== undefined) return Object.hasOwn(CHARACTERS, name) ? CHARACTERS[name] : undefined;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  // A character of one UTF-16 unit, so that lengths stay simple.
  return code > 0 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

/** One unit as it grows: every character remembers the source that it stands for. */
class Unit implements HiddenProse {
  readonly quoted = 0;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #text = '';

  constructor(
    readonly kind: ProseKind,
    readonly row?: number,
    readonly column?: number,
  ) {}

  get text(): string {
    return this.#text;
  }

  get span(): Span {
    return { start: this.#starts[0] ?? 0, end: this.#ends.at(-1) ?? 0 };
  }

  put(character: string, start: number, end: number): void {
    this.#text += character;
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** Adds source[from, to) with its character references decoded. */
  read(source: string, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (source[at] === '&') {
        REFERENCE.lastIndex = at;
        const match = REFERENCE.exec(source);
        const character = match && decoded(match.groups!);
        if (character !== undefined && character !== null && at + match![0].length <= to) {
          this.put(character, at, at + match![0].length);
          at += match![0].length - 1;
          continue;
        }
      }
      this.put(source[at]!, at, at + 1);
    }
  }

  sourceOf(from: number, to: number): Span {
    const last = this.#starts.length;
    const first = Math.max(0, Math.min(from, last));
    const end = Math.max(first, Math.min(to, last));
    const start = this.#starts[first] ?? this.span.end;
    return { start, end: end > first ? this.#ends[end - 1]! : start };
  }

  sourcesOf(from: number, to: number): readonly Span[] {
    const spans: { start: number; end: number }[] = [];
    for (let at = from; at < to; at++) {
      const start = this.#starts[at]!;
      const end = this.#ends[at]!;
      const last = spans.at(-1);
      if (last?.end === start) last.end = end;
      else spans.push({ start, end });
    }
    return spans;
  }
}

/** Tags that stand in the middle of a text and do not end it. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const TAG = /<(?<slash>\/?)(?<name>[A-Za-z][A-Za-z\d]{0,20})(?<rest>(?:\s[^<>]{0,2000})?)\/?>/y;
const ATTRIBUTE_VALUE = /=\s?(?:"[^"<>]{2,}"|'[^'<>]{2,}')/g;

/** The units of a piece of HTML: texts between the tags that end one, cells with their place, comments, and values of attributes. */
function unitsOfHtml(source: string, start: number, end: number): Unit[] {
  const units: Unit[] = [];
  let row = -1;
  let column = -1;
  let unit = new Unit('paragraph');
  const next = (kind: ProseKind = 'paragraph'): void => {
    if (unit.text.trim() !== '') units.push(unit);
    unit = kind === 'paragraph' ? new Unit(kind) : new Unit(kind, row, column);
  };
  for (let at = start; at < end;) {
    const open = source.indexOf('<', at);
    const stop = open < 0 || open >= end ? end : open;
    unit.read(source, at, stop);
    at = stop;
    if (at >= end) break;
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4);
      const last = close < 0 || close > end ? end : close;
      const comment = new Unit('paragraph');
      comment.read(source, at + 4, last);
      units.push(comment);
      at = Math.min(end, last + 3);
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(source);
    if (!tag || at + tag[0].length > end) {
      unit.put('<', at, ++at);
      continue;
    }
    const name = tag.groups!.name!.toLowerCase();
    const closes = tag.groups!.slash === '/';
    for (const value of tag.groups!.rest!.matchAll(ATTRIBUTE_VALUE)) {
      const from = at + tag[0].indexOf(tag.groups!.rest!) + value.index;
      const attribute = new Unit('paragraph');
      attribute.read(source, from + value[0].search(/["']/) + 1, from + value[0].length - 1);
      if (!attribute.text.startsWith('tel:')) units.push(attribute);
    }
    if (name === 'br') unit.put('\n', at, at + tag[0].length);
    else if (name === 'table') {
      row = -1;
      next();
    } else if (name === 'tr' && !closes) {
      row++;
      column = -1;
      next();
    } else if ((name === 'td' || name === 'th') && !closes) {
      column++;
      next(row <= 0 ? 'header-cell' : 'cell');
    } else if (!INLINE.has(name)) {
      const { kind } = unit;
      // Paragraphs in a cell.
      next(closes && (name === 'td' || name === 'th') ? 'paragraph' : kind);
    }
    at += tag[0].length;
  }
  next();
  return units;
}

const HIDDEN = new Set(['html', 'code', 'inlineCode', 'image', 'imageReference', 'definition', 'link', 'linkReference']);

function hiddenIn({ text, nodes }: Block): readonly HiddenProse[] {
  if (!/[<`]|\]\(|\]:|!\[|^(?: {4}|\t)/m.test(text)) return [];
  const units: Unit[] = [];
  const read = (from: number, to: number): void => {
    const unit = new Unit('paragraph');
    unit.read(text, from, to);
    units.push(unit);
  };
  const stack: Node[] = [...nodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (HIDDEN.has(node.type)) {
      const start = node.position!.start.offset!;
      const end = node.position!.end.offset!;
      if (node.type === 'html') append(units, unitsOfHtml(text, start, end));
      else if (node.type === 'link' || node.type === 'linkReference') {
        // Its words are prose; here stand its address and its title. Whose telephone number it is the words before tell.
        if (/^(?:tel|mailto):/i.test((node as Link).url ?? '')) continue;
        const words = (node as Link).children.at(-1)?.position?.end.offset ?? start;
        if (text[start] === '[' && words < end) read(words, end);
      } else if (node.type === 'image') {
        const { alt } = node as Image;
        // The text of a picture is read aloud as a sentence of its own.
        const close = start + 2 + (alt ?? '').length;
        if (text.slice(start + 2, close) === alt && text[close] === ']') {
          read(start + 2, close);
          read(close, end);
        } else read(start, end);
      } else read(start, end);
    }
    if ('children' in node)
      for (let index = (node as Parent).children.length - 1; index >= 0; index--) stack.push((node as Parent).children[index]!);
  }
  return units;
}

/** The hidden texts of a block, in order. */
export const hiddenProse = perBlock(hiddenIn);
