import type { Html, Node, Paragraph, Parent, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
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

/** "+---+---+" above, below and between rows that are written with bars. */
export function gridTable(node: Paragraph, text: string): OtherTable | null {
  const [start, end] = [startOf(node), endOf(node)];
  if (text.charCodeAt(start) !== 43 || !/^\+(?:[:=-]{2,}\+)+[ \t]*(?:[\r\n]|$)/.test(text.slice(start, end))) return null;
  const rows: Cell[][] = [];
  let fresh = true;
  let offset = start;
  for (const line of text.slice(start, end).split(/(?<=\n|\r(?!\n))/)) {
    const content = line.trimEnd();
    if (/^[ \t]*\+/.test(content)) fresh = true;
    else if (/^[ \t]*\|/.test(content)) {
      if (fresh) rows.push([]);
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
