import type { Html, Node, Paragraph, Parent, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { lineEnd, lineStartsOf } from '../text/lines.js';
import { matchesOf } from '../text/matches.js';
import { lastAtMost } from '../text/search.js';
import type { Span, TextEdit } from '../text/span.js';
import { largest } from '../text/lists.js';
import { breakOf, dashesFor, endOf, startOf, type Mend } from './_mend.js';

// Tables in other forms

/** A line of a cell, or a stretch of one. */
interface Line extends Span {
  /** What stands between it and the one before where it begins no new line. */
  readonly joint?: '' | ' ';
}

interface Cell {
  span: Span;
  readonly lines: Line[];
}

const point = (offset: number): { line: number; column: number; offset: number } => ({ line: 1, column: 1, offset });

const placed = ({ start, end }: Span): { position: { start: ReturnType<typeof point>; end: ReturnType<typeof point> } } => ({
  position: { start: point(start), end: point(end) },
});

/** A table of the syntax tree from the places of its cells; null for less than a header and a row. */
function tableOf(text: string, span: Span, rows: readonly (readonly Cell[])[]): Table | null {
  if (rows.length < 2 || rows.some((row) => row.length === 0)) return null;
  const columns = largest(rows.slice(0, 200).map((row) => row.length));
  const children = rows.map((row): TableRow => ({
    type: 'tableRow',
    children: row.map((cell): TableCell => ({ type: 'tableCell', children: phrasing(text, cell.lines), ...placed(cell.span) })),
    ...placed({ start: row[0]!.span.start, end: row.at(-1)!.span.end }),
  }));
  const table: Table = { type: 'table', align: Array.from({ length: columns }, () => null), children, ...placed(span) };
  const lines = lineStartsOf(text);
  const stack: Node[] = [table];
  while (stack.length > 0) {
    const node = stack.pop()!;
    for (const at of [node.position!.start, node.position!.end]) {
      const line = lastAtMost(lines, at.offset!, Number);
      [at.line, at.column] = [line + 1, at.offset! - lines[line]! + 1];
    }
    if ('children' in node) for (const child of (node as Parent).children) stack.push(child);
  }
  return table;
}

const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  bull: '•',
  pound: '£',
};

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#[xX]([\da-fA-F]{1,5})|([a-z]{2,5}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ((name && REFERENCES[name]) ?? whole);
  });

function phrasing(text: string, lines: readonly Line[]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] => {
    const value = decoded(text.slice(line.start, line.end)).replace(/\s+/g, ' ');
    const words: PhrasingContent = { type: 'text', value, ...placed(line) };
    const gap = placed({ start: line.start, end: line.start });
    return index === 0 || line.joint === ''
      ? [words]
      : line.joint === undefined
        ? [{ type: 'break', ...gap }, words]
        : [{ type: 'text', value: ' ', ...gap }, words];
  });
}

const trimmed = (text: string, { start, end }: Span): Span | null => {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  const to = start + slice.trimEnd().length;
  return to > from ? { start: from, end: to } : null;
};

interface OtherTable {
  readonly table: Table | null;
  readonly mend: Mend;
}

const NEW_LINE = /<\/?(?:br|p|li|div|ul|ol|h[1-6])\b/i;

export function htmlTable(node: Html, text: string): OtherTable | null {
  const [start, end] = [startOf(node), endOf(node)];
  const source = text.slice(start, end);
  const open = source.search(/<table\b/i);
  if (open < 0 || /\brole\s{0,3}=\s{0,3}["']?(?:presentation|none)/i.test(source)) return null;
  const rows: Cell[][] = [];
  let cell: Cell | null = null;
  let from = 0;
  for (const match of matchesOf(source, /<(\/?)([a-z][a-z\d]{0,10})\b[^<>]{0,2000}>|<!--[^>]{0,2000}-->/gi)) {
    const [whole, closing, name] = match;
    const line = trimmed(text, { start: start + from, end: start + match.index });
    if (cell && line) {
      const gap = text.slice(cell.lines.at(-1)?.end ?? line.start, line.start);
      const joint = /\s/.test(gap.replace(/<[^<>]*>/g, '')) ? ' ' : '';
      cell.lines.push(NEW_LINE.test(gap) ? line : { ...line, joint });
    }
    from = match.index + whole.length;
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (tag === 'tr' && !closing) {
      rows.push([]);
      cell = null;
    } else if ((tag === 'td' || tag === 'th') && !closing) {
      cell = { span: { start: start + from, end: start + from }, lines: [] };
      (rows.at(-1) ?? rows[rows.push([]) - 1]!).push(cell);
    } else if (cell && (tag === 'td' || tag === 'th' || tag === 'table')) {
      cell.span = { start: cell.span.start, end: start + match.index };
      cell = null;
    }
  }
  const full = rows.filter((row) => row.length > 0);
  if (full.reduce((sum, row) => sum + row.length, 0) < 2) return null;
  const table = tableOf(text, { start, end }, full);
  const closed = /<\/table\s*>/i.test(source);
  const edit = closed && source.slice(0, open).trim() === '' && /<\/table\s*>\s*$/i.test(source) ? pipeTable(text, full) : null;
  return {
    table,
    mend: {
      kind: 'html-table',
      at: { start: start + open, end: start + open + '<table'.length },
      edits: edit ? [{ start, end, text: edit }] : [],
    },
  };
}

/** The same as a table of Markdown; null where a cell could not be one. */
function pipeTable(text: string, rows: readonly (readonly Cell[])[]): string | null {
  const columns = largest(rows.slice(0, 200).map((row) => row.length));
  if (rows.some((row) => row.length !== columns)) return null;
  const lines = rows.map(
    (row) =>
      `| ${row
        .map((cell) =>
          cell.lines
            .map(({ start, end, joint }, index) => {
              const words = text
                .slice(start, end)
                .replace(/\s+/g, ' ')
                .replace(/(?<!\\)\|/g, '\\|');
              return index === 0 ? words : `${joint ?? '<br>'}${words}`;
            })
            .join(''),
        )
        .join(' | ')} |`,
  );
  return [lines[0], dashesFor(columns), ...lines.slice(1)].join(breakOf(text));
}

/** Lines are drawn around the header and below the last row only, and each line between them begins a row of its own. */
function isRowPerLine(source: string): boolean {
  const lines = source.split(/\r\n|\n|\r/).map((line) => line.trim());
  const drawn = lines.flatMap((line, index) => (line.startsWith('+') ? [index] : []));
  const rows = lines.slice((drawn[1] ?? lines.length) + 1, drawn.at(-1));
  return drawn.length === 3 && rows.length > 1 && rows.every((line) => /^\|[ \t]*[\p{Lu}\d“"'*]/u.test(line));
}

/** "+---+---+" above, below and between rows that are written with bars. */
export function gridTable(node: Paragraph, text: string): OtherTable | null {
  const [start, end] = [startOf(node), endOf(node)];
  if (text.charCodeAt(start) !== 43 || !/^\+(?:[:=-]{2,}\+)+[ \t]*(?:[\r\n]|$)/.test(text.slice(start, end))) return null;
  const rows: Cell[][] = [];
  const each = isRowPerLine(text.slice(start, end));
  let fresh = true;
  let offset = start;
  for (const line of text.slice(start, end).split(/(?<=\n|\r(?!\n))/)) {
    const content = line.trimEnd();
    if (/^[ \t]*\+/.test(content)) fresh = true;
    else if (/^[ \t]*\|/.test(content)) {
      if (fresh || each) rows.push([]);
      const row = rows.at(-1)!;
      let from = content.indexOf('|') + 1;
      let column = 0;
      while (from < content.length) {
        const bar = content.indexOf('|', from);
        const to = bar < 0 ? content.length : bar;
        const span = { start: offset + from, end: offset + to };
        const words = trimmed(text, span);
        const cell = row[column];
        if (!cell) row.push({ span, lines: words ? [words] : [] });
        else {
          cell.span = { start: cell.span.start, end: Math.max(cell.span.end, span.end) };
          // A cell runs over several lines; a bullet begins a new one.
          if (words) cell.lines.push(/^[-*•]\s/.test(text.slice(words.start, words.start + 2)) ? words : { ...words, joint: ' ' });
        }
        column++;
        if (bar < 0) break;
        from = to + 1;
      }
      fresh = false;
    } else return null;
    offset += line.length;
  }
  return {
    table: tableOf(text, { start, end }, rows),
    mend: {
      kind: 'grid-table',
      at: { start, end: lineEnd(text, start) },
      edits: rows.every((row) => row.every(({ lines }) => lines.length <= 1)) ? gridEdit(text, { start, end }, rows) : [],
    },
  };
}

function gridEdit(text: string, span: Span, rows: readonly (readonly Cell[])[]): TextEdit[] {
  const table = pipeTable(text, rows);
  return table ? [{ ...span, text: table }] : [];
}

// Tables in several nodes

const ENDS_TABLE = /<\/table\s{0,20}>/i;

/** Nodes with each table of HTML in one, which empty lines in it cut into several. */
export function wholeTables(text: string, nodes: readonly RootContent[]): RootContent[] {
  const whole: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    whole.push(node);
    if (node.type !== 'html' || !/<table\b/i.test(node.value) || ENDS_TABLE.test(node.value)) continue;
    const source = (at: number): string => text.slice(startOf(nodes[at]!), endOf(nodes[at]!));
    let last = index + 1;
    while (last < nodes.length && !ENDS_TABLE.test(source(last)) && !/^[ \t]*<table\b/i.test(source(last))) last++;
    // What is never closed reaches as far as its tags.
    if (last === nodes.length || !ENDS_TABLE.test(source(last))) {
      last--;
      while (last > index && !/^[ \t]*<\/?(?:t[rdh]|thead|tbody|tfoot)\b/i.test(source(last))) last--;
    }
    if (last <= index) continue;
    const { end } = nodes[last]!.position!;
    whole[whole.length - 1] = {
      type: 'html',
      value: text.slice(startOf(node), end.offset),
      position: { start: node.position!.start, end },
    };
    index = last;
  }
  return whole;
}

const GROUPS = /^ {0,3}-{2,}(?:[ \t]+-{2,})+[ \t]*$/;
/** In a block. */
const MOST_DRAWN = 100;

const DASHES = /^ {0,3}-{3,}[ \t]*$/;

interface TextLine extends Span {
  readonly text: string;
}

/** Tables that dashes and spaces draw: "Lead   Action", and under it "-----  ------". */
export function drawnTables(text: string, nodes: readonly RootContent[]): { nodes: readonly RootContent[]; mends: Mend[]; spans: Span[] } {
  const mends: Mend[] = [];
  const spans: Span[] = [];
  if (!nodes.some((node) => node.type === 'thematicBreak' && GROUPS.test(text.slice(startOf(node), endOf(node)))))
    return { nodes, mends, spans };
  const lines = lineStartsOf(text).map((start): TextLine => {
    const end = lineEnd(text, start);
    return { text: text.slice(start, end), start, end };
  });
  let read: readonly RootContent[] = nodes;
  for (let at = 0; at < lines.length && spans.length < MOST_DRAWN; at++) {
    if (!GROUPS.test(lines[at]!.text)) continue;
    const drawn = drawnTable(text, lines, at);
    if (!drawn) continue;
    const [from, to] = [lines[drawn.first]!.start, lines[drawn.last]!.end];
    // Only what stands in the table wholly, or its words would be read twice.
    const inside = read.filter((node) => startOf(node) < to && endOf(node) > from);
    if (inside.length === 0 || inside.some((node) => startOf(node) < from || endOf(node) > to)) continue;
    const place = read.indexOf(inside[0]!);
    read = [...read.slice(0, place), drawn.table, ...read.slice(place + inside.length)];
    mends.push(drawn.mend);
    spans.push({ start: from, end: to });
    at = drawn.last;
  }
  return { nodes: read, mends, spans };
}

function drawnTable(
  text: string,
  lines: readonly TextLine[],
  groups: number,
): { first: number; last: number; table: Table; mend: Mend } | null {
  const isBlank = (index: number): boolean => (lines[index]?.text ?? '').trim() === '';
  const isRule = (index: number): boolean => index < lines.length && (GROUPS.test(lines[index]!.text) || DASHES.test(lines[index]!.text));
  let first = groups;
  while (first > 0 && groups - first < 6 && !isBlank(first - 1) && !isRule(first - 1)) first--;
  if (first === groups) return null;
  const hasTop = first > 0 && isRule(first - 1);
  // Without a line above it the header is one line.
  if (!hasTop) first = groups - 1;
  const wraps = hasTop && DASHES.test(lines[first - 1]!.text);
  let last = groups + 1;
  while (last < lines.length && !isRule(last) && (wraps || !isBlank(last))) last++;
  const isClosed = last < lines.length && isRule(last);
  if (wraps && !isClosed) return null;
  const columns = matchesOf(lines[groups]!.text, /-+/g).map(({ index }) => index);
  const cells = (from: number, to: number): Cell[] | null => {
    const row = columns.map((_, column): Cell => {
      const start = lines[from]!.start + Math.min(column === 0 ? 0 : columns[column]!, lines[from]!.text.length);
      return { span: { start, end: start }, lines: [] };
    });
    for (let index = from; index < to; index++) {
      const line = lines[index]!;
      for (const [column, cell] of row.entries()) {
        const start = column === 0 ? 0 : columns[column]!;
        if (column > 0 && /\S\S/.test(line.text.slice(start - 1, start + 1))) return null;
        const words = trimmed(text, {
          start: Math.min(line.start + start, line.end),
          end: Math.min(line.end, line.start + (columns[column + 1] ?? line.text.length)),
        });
        if (!words) continue;
        cell.span = { start: cell.lines[0]?.start ?? words.start, end: words.end };
        cell.lines.push(cell.lines.length === 0 ? words : { ...words, joint: ' ' });
      }
    }
    return row;
  };
  const rows: (Cell[] | null)[] = [cells(first, groups)];
  for (let index = groups + 1; index < last; index++) {
    if (isBlank(index)) continue;
    const from = index;
    while (wraps && index + 1 < last && !isBlank(index + 1)) index++;
    rows.push(cells(from, index + 1));
  }
  // Words in two columns at least of the first rows, or it may be a line across the page.
  const full = rows.filter((row): row is Cell[] => row !== null);
  if (full.length < rows.length || full.length < 2) return null;
  if (full.slice(0, 2).some((row) => row.filter((cell) => cell.lines.length > 0).length < 2)) return null;
  const begin = hasTop ? first - 1 : first;
  const until = isClosed ? last : last - 1;
  const span = { start: lines[begin]!.start, end: lines[until]!.end };
  const table = tableOf(text, span, full);
  const edit = pipeTable(text, full);
  if (!table) return null;
  return {
    first: begin,
    last: until,
    table,
    mend: {
      kind: 'drawn-table',
      at: { start: lines[groups]!.start, end: lines[groups]!.end },
      edits: edit ? [{ ...span, text: edit }] : [],
    },
  };
}
