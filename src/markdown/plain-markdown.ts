import type { AlignType, Heading, ListItem, Paragraph, PhrasingContent, RootContent, TableCell, TableRow, Text } from 'mdast';
import type { Point, Position } from 'unist';

/*
 * Nearly all blocks of reports and plans are made of little: headings, paragraphs, flat lists, tables and quotations of a line, with at most line breaks, bold words and links in them.
 * Their tree follows from where lines and cells begin and end, so they are read here, at a small part of what remark-parse takes, and most documents never start it.
 * This reading is certain or refused, and then remark-parse reads the text; the tests compare the two on hostile texts. It is certain because
 * - no character inside a line means anything to Markdown, but for three tokens that have one reading only: see `TOKEN`. Tabs, which count as several columns, and NUL, which is replaced, are refused too;
 * - no line is indented or ends with a space, and none holds spaces alone;
 * - each line begins as nothing but the construct that it stands in can begin: see `STARTS`. Each row of a table begins with a bar.
 */

/** The first character of a paragraph’s line or a list item’s text, where it begins nothing else. */
const STARTS = String.raw`(?!\d{1,9}[.)](?:[ \r\n]|$))(?:[A-Za-z\d"'(\u00a1-\ufefe]|\*\*[A-Za-z\d]|\[)`;
const PARAGRAPH_LINE = new RegExp(STARTS, 'y');
const ITEM = new RegExp(String.raw`(?:([-+*])|(\d{1,9})([.)])) {1,4}(?=${STARTS})`, 'y');
const HEADING = /(#{1,6}) (?=[^ #\r\n])/y;
const QUOTE = new RegExp(`> (?=${STARTS})`, 'y');
const COMMENT = /<!--[^\r\n]*-->(?=[\r\n]|$)/y;
const THEMATIC_BREAK = /---(?=[\r\n]|$)/y;
const DELIMITER = /^ *(:?)-+(:?) *$/;
const REFERENCE = /&[#A-Za-z\d]/;

/**
 * A stretch of text, or the end of a line in a paragraph; `<br>`; bold, whose signs stand between space and letter or between text and space, so that the first can only open and the second only close;
 * and a link whose address holds nothing to decode.
 */
const TOKEN =
  /([^\0\t\r\n\\`*_[\]<|~]+|\r\n|\r|\n)|(<br ?\/?>)|(?<![^ |\r\n])\*\*([A-Za-z\d](?:[^\0\t\r\n\\`*_[\]<|~]*[A-Za-z\d.:?!)])?)\*\*(?=[ |\r\n]|$)|(?<!!)\[([^\0\t\r\n\\`*_[\]<|~]+)\]\(([A-Za-z\d.:/?#=%_-]+)\)/y;

const SPACE = 32;
const HASH = 35;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const BAR = 124;

class PlainReader {
  #at = 0;
  #line = 1;
  #lineStart = 0;
  /** After the last line that is not empty. */
  readonly #end: number;

  constructor(private readonly text: string) {
    let end = text.length;
    while (end > 0 && this.#isLineEnd(end - 1)) end--;
    this.#end = end;
  }

  read(): RootContent[] | null {
    const nodes: RootContent[] = [];
    if (REFERENCE.test(this.text)) return null;
    this.#skipLineEnds();
    while (this.#at < this.#end) {
      const node = this.#block();
      if (!node) return null;
      nodes.push(node);
      this.#skipLineEnds();
    }
    return nodes;
  }

  #isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === 10 || code === 13;
  }

  /** Where the line of `from` ends. */
  #lineEnd(from: number): number {
    let end = from;
    while (end < this.#end && !this.#isLineEnd(end)) end++;
    return end;
  }

  /** Where the line begins that follows a line’s end. */
  #next(end: number): number {
    return this.text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }

  #lineBegins(at: number): void {
    this.#line++;
    this.#lineStart = at;
  }

  /** Passes line ends and empty lines; how many line ends. */
  #skipLineEnds(): number {
    let count = 0;
    for (; this.#at < this.text.length && this.#isLineEnd(this.#at); count++) {
      this.#at = this.#next(this.#at);
      this.#lineBegins(this.#at);
    }
    return count;
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  #point(offset: number): Point {
    return { line: this.#line, column: offset - this.#lineStart + 1, offset };
  }

  #place(from: number, to: number): Position {
    return { start: this.#point(from), end: this.#point(to) };
  }

  #block(): RootContent | null {
    const code = this.text.charCodeAt(this.#at);
    if (code === BAR) return this.#table();
    if (code === HASH) return this.#heading();
    if (code === GREATER_THAN) return this.#quote();
    if (code === LESS_THAN) return this.#comment();
    const item = this.#match(ITEM, this.#at);
    if (item) return this.#list(item);
    if (this.#match(THEMATIC_BREAK, this.#at)) {
      const position = this.#place(this.#at, this.#at + 3);
      this.#at += 3;
      return { type: 'thematicBreak', position };
    }
    return this.#paragraph();
  }

  #heading(): RootContent | null {
    const match = this.#match(HEADING, this.#at);
    const end = this.#lineEnd(this.#at);
    // Signs at the end would close it.
    if (!match || this.text.charCodeAt(end - 1) === HASH) return null;
    const position = this.#place(this.#at, end);
    const children = this.#lineOf(this.#at + match[0].length, end);
    this.#at = end;
    return children && { type: 'heading', depth: match[1]!.length as Heading['depth'], children, position };
  }

  /** A quotation of a single line. */
  #quote(): RootContent | null {
    const from = this.#at;
    const end = this.#lineEnd(from);
    // Another line would belong to it, with or without its sign.
    if (!this.#match(QUOTE, from) || this.#lineEnd(this.#next(end)) > this.#next(end)) return null;
    const text = this.#lineOf(from + 2, end);
    this.#at = end;
    return (
      text && {
        type: 'blockquote',
        children: [{ type: 'paragraph', children: text, position: this.#place(from + 2, end) }],
        position: this.#place(from, end),
      }
    );
  }

  /** A comment on a line of its own. */
  #comment(): RootContent | null {
    const comment = this.#match(COMMENT, this.#at)?.[0];
    if (!comment || comment.includes('\0')) return null;
    const position = this.#place(this.#at, this.#at + comment.length);
    this.#at += comment.length;
    return { type: 'html', value: comment, position };
  }

  #paragraph(): RootContent | null {
    const start = this.#point(this.#at);
    let end: number;
    for (let from = this.#at; ;) {
      if (!this.#match(PARAGRAPH_LINE, from)) return null;
      end = this.#lineEnd(from);
      if (this.text.charCodeAt(end - 1) === SPACE) return null;
      from = this.#next(end);
      if (from >= this.#end || this.#isLineEnd(from)) break;
      // A list can begin below a paragraph, but a numbered one only with 1.
      const item = this.#match(ITEM, from);
      if (item && (item[1] || item[2] === '1')) break;
    }
    const children = this.#inlines(this.#at, end);
    this.#at = end;
    return children && { type: 'paragraph', children, position: { start, end: this.#point(end) } };
  }

  #list(first: RegExpExecArray): RootContent | null {
    const start = this.#point(this.#at);
    const children: ListItem[] = [];
    let spread = false;
    for (let item: RegExpExecArray | null = first; item; item = this.#match(ITEM, this.#at)) {
      if (item[1] !== first[1] || item[3] !== first[3]) return null;
      const end = this.#lineEnd(this.#at);
      const text = this.#lineOf(this.#at + item[0].length, end);
      if (!text) return null;
      const paragraph: Paragraph = { type: 'paragraph', children: text, position: this.#place(this.#at + item[0].length, end) };
      children.push({ type: 'listItem', spread: false, checked: null, children: [paragraph], position: this.#place(this.#at, end) });
      this.#at = end;
      const ends = this.#skipLineEnds();
      if (this.#at >= this.#end) break;
      const next = this.#match(ITEM, this.#at);
      // Below an item, any other line would continue its text.
      if (!next && ends < 2) return null;
      if (next && ends > 1) spread = true;
    }
    const end = { ...children.at(-1)!.position!.end };
    return {
      type: 'list',
      ordered: first[2] !== undefined,
      start: first[2] === undefined ? null : Number(first[2]),
      spread,
      children,
      position: { start, end },
    };
  }

  #table(): RootContent | null {
    const start = this.#point(this.#at);
    const header = this.#row();
    // A lone bar heads no table.
    if (!header || this.#at === start.offset! + 1 || this.#skipLineEnds() !== 1 || this.text.charCodeAt(this.#at) !== BAR) return null;
    const end = this.#lineEnd(this.#at);
    const delimiters = this.text.slice(this.#at + 1, end).split('|');
    if (delimiters.length > 1 && delimiters.at(-1)!.trim() === '') delimiters.pop();
    if (delimiters.length !== header.children.length) return null;
    const align: AlignType[] = [];
    for (const delimiter of delimiters) {
      const match = DELIMITER.exec(delimiter);
      if (!match) return null;
      align.push(match[1] ? (match[2] ? 'center' : 'left') : match[2] ? 'right' : null);
    }
    const children = [header];
    let last = this.#point(end);
    this.#at = end;
    while (this.#skipLineEnds() === 1 && this.#at < this.#end) {
      const row = this.text.charCodeAt(this.#at) === BAR ? this.#row() : null;
      if (!row) return null;
      children.push(row);
      last = { ...row.position!.end };
    }
    return { type: 'table', align, children, position: { start, end: last } };
  }

  /** The row that begins here. A cell goes from its bar to the next, the last one to the end of the line. */
  #row(): TableRow | null {
    const start = this.#at;
    const end = this.#lineEnd(start);
    if (this.text.charCodeAt(end - 1) === SPACE) return null;
    const children: TableCell[] = [];
    for (let bar = start; bar < end && (bar < end - 1 || bar === start);) {
      let next = bar + 1;
      while (next < end && this.text.charCodeAt(next) !== BAR) next++;
      let from = bar + 1;
      let to = next;
      while (from < to && this.text.charCodeAt(from) === SPACE) from++;
      while (to > from && this.text.charCodeAt(to - 1) === SPACE) to--;
      const content = this.#inlines(from, to);
      if (!content) return null;
      children.push({ type: 'tableCell', children: content, position: this.#place(bar, next === end - 1 ? end : next) });
      bar = next;
    }
    this.#at = end;
    return { type: 'tableRow', children, position: this.#place(start, end) };
  }

  /** The text of a single line. */
  #lineOf(from: number, end: number): PhrasingContent[] | null {
    return this.text.charCodeAt(end - 1) === SPACE ? null : this.#inlines(from, end);
  }

  #inlines(from: number, to: number): PhrasingContent[] | null {
    const nodes: PhrasingContent[] = [];
    for (let at = from; at < to;) {
      const match = this.#match(TOKEN, at);
      if (!match) return null;
      const [token, text, lineBreak, bold, label, url] = match;
      // Spaces before the next bar belong to no text.
      const end = Math.min(at + token.length, to);
      if (text !== undefined) {
        // Nearly always there is nothing else. A list that grows from nothing would take six times the memory.
        if (at === from && end === to) return [this.#text(from, to)];
        // Text goes on over the ends of lines.
        const before = nodes.at(-1);
        const start = before?.type === 'text' ? before.position!.start : this.#point(at);
        if (this.#isLineEnd(at)) this.#lineBegins(end);
        const node: Text = { type: 'text', value: this.text.slice(start.offset, end), position: { start, end: this.#point(end) } };
        if (before?.type === 'text') nodes.pop();
        nodes.push(node);
      } else if (lineBreak !== undefined) nodes.push({ type: 'html', value: lineBreak, position: this.#place(at, end) });
      else if (bold !== undefined) nodes.push({ type: 'strong', children: [this.#text(at + 2, end - 2)], position: this.#place(at, end) });
      else
        nodes.push({
          type: 'link',
          title: null,
          url: url!,
          children: [this.#text(at + 1, at + 1 + label!.length)],
          position: this.#place(at, end),
        });
      at = end;
    }
    return nodes;
  }

  #text(from: number, to: number): Text {
    return { type: 'text', value: this.text.slice(from, to), position: this.#place(from, to) };
  }
}

/** Reads Markdown without remark-parse where that is certain to give the same nodes; null where it is not. */
export const readPlainly = (text: string): RootContent[] | null => new PlainReader(text).read();
