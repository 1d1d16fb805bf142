import { byObject } from '../memo/memo.js';
import type { Definition, Node, Parent, RootContent } from 'mdast';
import type { Block, PlacedBlock, Prose } from './types.js';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { unreadable } from './limits.js';
import { isIntruder } from './_mend.js';
import { mendBlock } from './mend.js';
import { parseMarkdown } from './parse.js';
import { proseOf } from './prose.js';
import { matchesOf } from '../text/matches.js';
import { countNewlines, lineStartsOf } from '../text/lines.js';
import { apart } from '../text/own-copy.js';

/*
 * A document is cut into blocks at blank lines where no construct can still be open, and each block is parsed on its own.
 * Where a block ends depends on the text from its start alone, so the blocks of an edited text that do not touch the edit
 * are the same objects as before, and an incremental reading equals a fresh one by construction.
 */

const NONE: readonly never[] = [];

class ParsedBlock implements Block {
  readonly newlines: number;
  readonly kept: unknown[] = [];
  #prose: readonly Prose[] | null = null;
  #lineStarts: readonly number[] | null = null;

  constructor(
    readonly text: string,
    readonly nodes: readonly RootContent[],
    /** The definitions elsewhere that this reading took into account, `Labels` as JSON; '' for none. */
    readonly labels: string,
    readonly unread: Block['unread'] = null,
    readonly mends: Block['mends'] = NONE,
    /** As CommonMark reads the text, with the definitions that it sees: where a block ends is decided by that. */
    readonly asWritten: readonly RootContent[] = nodes,
  ) {
    this.newlines = countNewlines(text);
  }

  get prose(): readonly Prose[] {
    return (this.#prose ??= proseOf(this.text, this.nodes));
  }

  get proseIsRead(): boolean {
    return this.#prose !== null;
  }

  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStartsOf(this.text));
  }
}

const INDENTED = /^(?: {0,3}\t| {4})/;
const LIST_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/;

/** Offset just after the line that `from` stands in. */
function nextLine(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) return index + 1;
    if (code === 13) return text.charCodeAt(index + 1) === 10 ? index + 2 : index + 1;
  }
  return text.length;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}

const BAR = 124;
const LESS = 60;

/** In characters: a longer line is part of the text. */
const SHORT = 20;

/** Between rows, and no part of the text; to be told by its first characters. */
const isBetweenRows = (line: string): boolean => line.startsWith('<!--') || (line.length <= SHORT && isIntruder(line.trimEnd()));

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

const TABLE_TAG = /^<\/?(?:table|thead|tbody|tfoot|t[rdh]|caption|colgroup|col)\b/i;

/** Does a table of HTML go on with this line, behind an empty one? Short enough to be seen from the block’s end. */
const goesOn = (cell: boolean, line: string): boolean => (cell ? !/^(?:#{1,6} |\|)/.test(line) : TABLE_TAG.test(line));

/** Next offset at or after `from` where a block that began at `start` may end: a line that is not indented, after a blank one. */
function candidateEnd(text: string, start: number, from: number): number {
  let lineStart = from;
  let blankBefore = false;
  let content = from > start;
  let fence: string | null = null;
  let comment = false;
  let list = false;
  let indented = false;
  let row = false;
  /** Within a table of HTML, and within a cell of it. */
  let table = false;
  let cell = false;
  while (lineStart < text.length) {
    const end = nextLine(text, lineStart);
    if (isBlank(text, lineStart, end)) {
      blankBefore = true;
    } else {
      const code = text.charCodeAt(lineStart);
      const line = text.slice(lineStart, Math.min(end, lineStart + 200));
      const marker = LIST_MARKER.test(line);
      // A byte order mark would be lost at the start of a block.
      if (
        blankBefore &&
        content &&
        !fence &&
        !comment &&
        code !== 32 &&
        code !== 9 &&
        code !== 0xfeff &&
        !((list || indented) && marker) &&
        !(row && (code === BAR || line.includes(' | ') || isBetweenRows(line))) &&
        !(table && goesOn(cell, line))
      )
        return lineStart;
      blankBefore = false;
      content = true;
      // After indented code remark-parse reads some list markers as text: the two stay together.
      indented = INDENTED.test(line);
      // A row that an empty line cuts off stays with its table.
      row = code === BAR || (row && (comment || isBetweenRows(line))) || (line.includes(' | ') && !marker);
      if (marker) list = true;
      if (code === LESS || table)
        for (const [, closes, name] of text.slice(lineStart, end).matchAll(/<(\/?)(table|t[dhr])\b/gi)) {
          const tag = name!.toLowerCase();
          if (tag === 'table') table = closes === '';
          cell = table && closes === '' && (tag === 'td' || tag === 'th');
        }
      const opening = FENCE.exec(line)?.[1];
      if (fence) {
        if (opening && opening[0] === fence[0] && opening.length >= fence.length) fence = null;
      } else if (opening) {
        fence = opening;
      }
      if (comment) comment = !text.slice(lineStart, end).includes('-->');
      else if (/^ {0,3}<!--/.test(line)) comment = !text.slice(lineStart, end).includes('-->');
    }
    lineStart = end;
  }
  return text.length;
}

const RAW_HTML: readonly [RegExp, RegExp][] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/** Can the line at the block's end still belong to the block's last node? */
function staysOpen(block: string, nodes: readonly RootContent[], following: string): boolean {
  let last: Node | undefined = nodes.at(-1);
  if (last?.type === 'list' && LIST_MARKER.test(following)) return true;
  // What a list or quotation leaves open ends with it, but one line later than at the end of a text.
  while (last && (last.type === 'list' || last.type === 'listItem' || last.type === 'blockquote')) last = (last as Parent).children.at(-1);
  if (!last) return false;
  const source = block.slice(last.position!.start.offset, last.position!.end.offset);
  if (last.type === 'code') {
    const fence = FENCE.exec(source)?.[1];
    if (!fence) return false;
    const lines = source.split(/\r\n|\n|\r/);
    const closing = lines.length > 1 ? /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(lines.at(-1)!)?.[1] : undefined;
    return !(closing && closing[0] === fence[0] && closing.length >= fence.length);
  }
  if (last.type === 'html') {
    const kind = RAW_HTML.find(([open]) => open.test(source.trimStart()));
    return kind ? !kind[1].test(source) : false;
  }
  return false;
}

function collectLabels(nodes: readonly Node[], into: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'definition') into.add((node as Definition).identifier);
    else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') collectLabels((node as Parent).children, into);
  }
}

/** Labels that are defined: as the text was meant, and as CommonMark reads it, which sees fewer where a slip hides one, or more. */
interface Labels {
  readonly meant: readonly string[];
  readonly written: readonly string[];
}

function definedIn(nodes: readonly Node[]): readonly string[] {
  const found = new Set<string>();
  collectLabels(nodes, found);
  return [...found];
}
const labelsOf = byObject(({ nodes, asWritten }: ParsedBlock): Labels => {
  const meant = definedIn(nodes);
  return { meant, written: asWritten === nodes ? meant : definedIn(asWritten) };
});
const NO_LABELS: Labels = { meant: NONE, written: NONE };
const blockLabels = (block: ParsedBlock): Labels => (block.text.includes(']:') ? labelsOf(block) : NO_LABELS);

const mentionsOf = byObject(({ nodes, asWritten, text }: ParsedBlock): readonly string[] => {
  if ([nodes, asWritten].every((read) => read.every(({ type }) => type === 'definition'))) return NONE;
  const found = matchesOf(text, /\[((?:[^[\]\\]|\\[^])+)\]/g).map(([, label]) => normalizeIdentifier(label!).toLowerCase());
  return [...new Set(found)].sort();
});

/** What stands in innermost square brackets, as labels are compared, where the block holds more than definitions. */
const mentionedLabels = (block: ParsedBlock): readonly string[] => (block.text.includes('[') ? mentionsOf(block) : NONE);

function shift(nodes: readonly Node[], offset: number, lines: number): void {
  for (const node of nodes) {
    if (node.position) {
      for (const point of [node.position.start, node.position.end]) {
        point.offset! -= offset;
        point.line -= lines;
      }
    }
    if ('children' in node) shift((node as Parent).children, offset, lines);
  }
}

/** Parses one block; `labels` (as JSON) are the definitions that stand elsewhere in the document. */
function parseBlock(text: string, labels: string): ParsedBlock {
  const unread = unreadable(text);
  if (unread) {
    const end = lineStartsOf(text);
    const position = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: end.length, column: text.length - end.at(-1)! + 1, offset: text.length },
    };
    return new ParsedBlock(text, [{ type: 'html', value: text, position }], labels, unread);
  }
  const { meant, written } = labels ? (JSON.parse(labels) as Labels) : NO_LABELS;
  const parse = (source: string): RootContent[] => parseWith(source, meant);
  const nodes = parse(text);
  const asWritten = meant.join('\n') === written.join('\n') ? nodes : parseWith(text, written);
  const mended = mendBlock(text, nodes, parse);
  return new ParsedBlock(text, mended?.nodes ?? nodes, labels, null, mended?.mends, asWritten);
}

/** Definitions before the text make its references links, as they are in the whole document. */
function parseWith(text: string, labels: readonly string[]): RootContent[] {
  if (labels.length === 0) return parseMarkdown(text);
  const prelude = `${labels.map((label) => `[${label}]: x`).join('\n')}\n\n`;
  const nodes = parseMarkdown(prelude + text).filter((node) => node.position!.start.offset! >= prelude.length);
  shift(nodes, prelude.length, labels.length + 1);
  return nodes;
}

/** The block that starts at `start`: its end depends on the text from there alone. */
function readBlock(text: string, start: number, cached: (text: string) => ParsedBlock | undefined): ParsedBlock {
  let end = candidateEnd(text, start, start);
  // Each failed guess doubles the step, so that a construct left open costs at most twice the text.
  let step = 1;
  for (;;) {
    const slice = text.slice(start, end);
    const block = cached(slice) ?? parseBlock(apart(slice), '');
    if (end >= text.length || !staysOpen(slice, block.asWritten, text.slice(end, end + 20))) return block;
    for (let tries = 0; tries < step && end < text.length; tries++) end = candidateEnd(text, start, nextLine(text, end));
    step *= 2;
  }
}

export interface BlockList {
  readonly placed: readonly PlacedBlock[];
  readonly text: string;
  /** Where the first block starts: after front matter and byte order mark. */
  readonly from: number;
  /** The blocks as first read, before definitions elsewhere are taken into account. */
  readonly plain: readonly ParsedBlock[];
}

/** How far beyond a block's end its extent can depend on the text: the start of the following line. */
const LOOKAHEAD = 20;

/** In characters: long stretches of text are compared at once before single characters are. */
const STRETCH = 2048;

/**
 * Cuts `text` from offset `from` into blocks. With `previous`, the reading of an earlier text, blocks that no edit touched are taken over.
 * Pauses after each block, for hosts that must not be held.
 */
export function* readBlocksInSteps(text: string, from: number, previous?: BlockList): Generator<void, BlockList> {
  const plain: ParsedBlock[] = [];
  const reuse = new Map<string, ParsedBlock>();
  let start = from;
  let tail: readonly ParsedBlock[] = [];

  if (previous) {
    // Common prefix and suffix of the two texts, by character.
    const old = previous.text;
    const limit = Math.min(old.length, text.length);
    let prefix = 0;
    while (prefix + STRETCH <= limit && old.slice(prefix, prefix + STRETCH) === text.slice(prefix, prefix + STRETCH)) prefix += STRETCH;
    while (prefix < limit && old.charCodeAt(prefix) === text.charCodeAt(prefix)) prefix++;
    let suffix = 0;
    const most = limit - prefix;
    while (
      suffix + STRETCH <= most &&
      old.slice(old.length - suffix - STRETCH, old.length - suffix) === text.slice(text.length - suffix - STRETCH, text.length - suffix)
    )
      suffix += STRETCH;
    while (suffix < most && old.charCodeAt(old.length - 1 - suffix) === text.charCodeAt(text.length - 1 - suffix)) suffix++;

    let oldStart = previous.from;
    let index = 0;
    if (previous.from === from && from <= prefix) {
      for (; index < previous.plain.length; index++) {
        const block = previous.plain[index]!;
        if (oldStart + block.text.length + LOOKAHEAD > prefix) break;
        plain.push(block);
        oldStart += block.text.length;
        start = oldStart;
      }
    }
    // Old blocks that start inside the common suffix, by their start in the new text.
    const shiftBy = text.length - old.length;
    const suffixFrom = old.length - suffix;
    const resume = new Map<number, number>();
    let at = oldStart;
    for (let rest = index; rest < previous.plain.length; rest++) {
      const block = previous.plain[rest]!;
      if (at >= suffixFrom) {
        resume.set(at + shiftBy, rest);
      } else reuse.set(block.text, block);
      at += block.text.length;
    }
    while (start < text.length) {
      const rest = resume.get(start);
      if (rest !== undefined) {
        tail = previous.plain.slice(rest);
        break;
      }
      const block = readBlock(text, start, (slice) => reuse.get(slice));
      plain.push(block);
      start += block.text.length;
      yield;
    }
    // Spreading would put every block on the stack.
    for (const block of tail) plain.push(block);
  } else {
    while (start < text.length) {
      const block = readBlock(text, start, (slice) => reuse.get(slice));
      plain.push(block);
      start += block.text.length;
      yield;
    }
  }

  const meant = new Set<string>();
  const written = new Set<string>();
  for (const block of plain) {
    const labels = blockLabels(block);
    for (const label of labels.meant) meant.add(label);
    for (const label of labels.written) written.add(label);
  }
  const someLabels = meant.size + written.size > 0;
  const before = new Map<string, Block>();
  if (someLabels)
    for (const { block } of previous?.placed ?? [])
      if (block instanceof ParsedBlock && block.labels) before.set(`${block.labels}\n${block.text}`, block);
  const placed: PlacedBlock[] = [];
  let offset = from;
  let line = countNewlines(text.slice(0, from));
  for (const block of plain) {
    let full: Block = block;
    const mentioned = someLabels ? mentionedLabels(block) : NONE;
    const wanted: Labels = {
      meant: mentioned.filter((label) => meant.has(label)),
      written: mentioned.filter((label) => written.has(label)),
    };
    if (wanted.meant.length + wanted.written.length > 0) {
      const key = JSON.stringify(wanted);
      full = before.get(`${key}\n${block.text}`) ?? parseBlock(block.text, key);
      yield;
    }
    placed.push({ block: full, index: placed.length, start: offset, line });
    offset += block.text.length;
    line += block.newlines;
  }
  return { placed, text, from, plain };
}
