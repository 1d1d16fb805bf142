import type { Code, Html, Paragraph, RootContent, Table, TableRow } from 'mdast';
import { lineEnd } from '../text/lines.js';
import { matchesOf } from '../text/matches.js';
import type { TextEdit } from '../text/span.js';
import {
  escapedBars,
  firstItemSign,
  halfBreaks,
  joinedLabel,
  onlyItemSign,
  joinedRows,
  brokenRows,
  headingSigns,
  itemSigns,
  labelStars,
  rowSigns,
  splitSigns,
  emptyHeading,
  brokenHeading,
  headingInItem,
  hiddenSpaces,
  openSigns,
  quotedTable,
  strayQuote,
} from './_strays.js';
import { apartFromEachOther, moved } from './_moved.js';
import { breakOf, cellsOf, dashesFor, endOf, isIntruder, startOf, type Mend } from './_mend.js';
import { bareRows, dashesAbove, dashesInTable, escapedLabels, hiddenBreaks, otherBars, rowsWithoutTable, tabRows } from './_look-alikes.js';
import { drawnTables, gridTable, htmlTable, wholeTables } from './_other-tables.js';

export type { MendKind, Mend } from './_mend.js';

export interface Mended {
  readonly nodes: readonly RootContent[];
  readonly mends: readonly Mend[];
}

/** Nodes of a block as they were meant; null where they are what they seem. `parse` reads a mended text. */
export function mendBlock(text: string, nodes: readonly RootContent[], parse: (text: string) => readonly RootContent[]): Mended | null {
  const mends: Mend[] = [];
  let meant = wholeTables(text, nodes);
  // What one slip hides may hold another.
  for (let round = 0; round < 4; round++) {
    const fresh = meant
      .flatMap((node, index) => slipsIn(text, node, meant, index))
      .filter((slip) => !mends.some(({ kind, at }) => kind === slip.kind && at.start === slip.at.start));
    if (fresh.length === 0) break;
    for (const slip of fresh) mends.push(slip);
    const edits = apartFromEachOther(mends.flatMap((mend) => mend.edits));
    if (edits.length > 0) meant = wholeTables(text, moved(text, parse, edits));
  }
  const drawn = drawnTables(text, meant);
  const tables: Mend[] = drawn.mends;
  const read = drawn.nodes.map((node) => {
    const table = node.type === 'html' ? htmlTable(node, text) : node.type === 'paragraph' ? gridTable(node, text) : null;
    if (!table) return node;
    tables.push(table.mend);
    return table.table ?? node;
  });
  if (mends.length + tables.length === 0) return null;
  // Lines of dashes in a drawn table make other things of its rows.
  const others = mends.filter(({ at }) => !drawn.spans.some(({ start, end }) => at.start >= start && at.start < end));
  return { nodes: read, mends: [...others, ...tables].sort((a, b) => a.at.start - b.at.start) };
}

function slipsIn(text: string, node: RootContent, nodes: readonly RootContent[], index: number): readonly Mend[] {
  switch (node.type) {
    case 'paragraph': {
      // Where a line does not begin with its sign, all other looks at it are wrong.
      const hidden = hiddenSpaces(text, node, nodes[index + 1]);
      if (hidden.length > 0) return hidden;
      const first = [hiddenBreaks(text, node), otherBars(text, node), tabRows(text, node), brokenRows(text, node, nodes[index + 1])].find(
        (found) => found.length > 0,
      );
      if (first) return first;
      const rows = rowSlips(text, node, nodes, index);
      return [
        ...headingSlips(text, node),
        ...headingSigns(text, node),
        ...(rows.length > 0
          ? rows
          : [
              ...dashesAbove(text, node, nodes[index + 1]),
              ...bareRows(text, node, nodes[index - 1]),
              ...(isRows(text, nodes[index - 1]) || isRows(text, nodes[index + 1]) ? [] : rowsWithoutTable(text, node)),
            ]),
        ...escapedLabels(text, node),
        ...rowSigns(text, node),
        ...joinedRows(text, node),
        ...firstItemSign(text, node, nodes[index + 1]),
        ...onlyItemSign(text, node, nodes[index + 1]),
        ...joinedLabel(text, node),
        ...halfBreaks(text, node),
        ...labelStars(text, { start: startOf(node), end: endOf(node) }),
        ...linkSlips(text, startOf(node), endOf(node)),
        ...openSigns(text, node),
      ];
    }
    case 'heading':
      return [
        ...hiddenBreaks(text, node),
        ...openSigns(text, node),
        ...underlined(text, node),
        ...anchors(text, node),
        ...splitSigns(text, node),
        ...emptyHeading(text, node),
        ...brokenHeading(text, node, nodes[index + 1]),
      ];
    case 'table': {
      const broken = brokenRows(text, node);
      if (broken.length > 0) return broken;
      return [
        ...escapedBars(text, node),
        ...proseUnder(text, node),
        ...dashesInTable(text, node),
        ...openSigns(text, node),
        ...halfBreaks(text, node),
      ];
    }
    case 'code':
      return indented(text, node);
    case 'html':
      return [...htmlList(text, node), ...(breakInRows(text, node, nodes[index - 1]) ?? htmlText(text, node))];
    case 'blockquote':
      return [...strayQuote(text, node), ...quotedTable(text, node)];
    case 'list':
      return [
        ...itemSigns(text, node),
        ...halfBreaks(text, node),
        ...headingInItem(text, node),
        ...escapedLabels(text, node),
        ...labelStars(text, { start: startOf(node), end: endOf(node) }),
        ...linkSlips(text, startOf(node), endOf(node)),
      ];
    default:
      return [];
  }
}

// Headings

/** "##Heading", and for one sign, which may be a tag, words that read like a title. */
const NO_SPACE = /^ {0,3}(?:(#{2,6})(?=[\p{L}\d“‘"'[*(])|(#)(?=\p{Lu}\p{Ll}+ \S+ [^\n\r]*[^\s.!?][ \t]*$))/gmu;

function headingSlips(text: string, node: Paragraph): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  if (!text.slice(start, end).includes('#')) return [];
  return matchesOf(text.slice(start, end), NO_SPACE).map((match) => {
    const from = start + match.index + match[0].search(/#/);
    const to = start + match.index + match[0].length;
    return { kind: 'heading-space', at: { start: from, end: lineEnd(text, to) }, edits: [{ start: to, end: to, text: ' ' }] };
  });
}

/** A heading with dashes as far as its words reach, where they stand in one line, or one line that is a question and nothing else. */
function isDrawnUnder(words: string, dashes: number): boolean {
  const line = words.replace(/\r\n|[\n\r]/g, ' ');
  if (line.length > 120) return false;
  return (dashes > 3 && Math.abs(dashes - line.length) <= Math.max(3, line.length / 5)) || (dashes >= 3 && /^[^.;:!?\n\r]+\?$/.test(words));
}

/** A paragraph that ends like one and stands right above a line of dashes, which makes a heading of it. */
function underlined(text: string, node: RootContent): Mend[] {
  const source = text.slice(startOf(node), endOf(node));
  if (/^ {0,3}#/.test(source)) return [];
  const dashes = /(?:\r\n|\n|\r)[ \t]*(-+)[ \t]*$/.exec(source);
  if (!dashes) return [];
  const words = source.slice(0, dashes.index).trimEnd();
  if ((!/[.;:!?][”’"')\]]?$/.test(words) && words.length <= 120) || isDrawnUnder(words, dashes[1]!.length)) return [];
  const at = startOf(node) + dashes.index;
  const rule = startOf(node) + source.lastIndexOf(dashes[1]!);
  return [
    {
      kind: 'underlined-paragraph',
      at: { start: rule, end: endOf(node) },
      edits: [{ start: at, end: at, text: breakOf(source) }],
    },
  ];
}

/** Names of places that other tools put beside a heading, and that are shown. */
function anchors(text: string, node: RootContent): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  const source = text.slice(start, end);
  if (!source.includes('{#') && !source.includes('{.')) return [];
  return matchesOf(source, /(?:\[\])?\{[#.][^{}\n\r]{0,200}\}/g).flatMap((match): Mend[] => {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    // In braces alone it stands at the end of the line.
    const behind = text.slice(at.end, lineEnd(text, at.end));
    if (!match[0].startsWith('[') && /[^ \t#]/.test(behind)) return [];
    const from = behind.trim() === '' ? start + source.slice(0, match.index).trimEnd().length : at.start;
    return [{ kind: 'anchor', at, edits: [{ start: from, end: at.end, text: '' }] }];
  });
}

// Links

const ADDRESS = '(?:https?:\\/\\/|mailto:|www\\.|#|\\.{0,2}\\/)[^\\s()[\\]<>]{1,500}';

const SWAPPED = new RegExp(`\\(([^()[\\]\\n\\r]{1,200})\\)\\[(${ADDRESS})\\]`, 'g');

const APART = new RegExp(`(?<=\\[[^[\\]\\n\\r]{1,200}\\])[ \\t]{1,3}(?=\\(${ADDRESS}\\))`, 'g');

function linkSlips(text: string, start: number, end: number): Mend[] {
  const source = text.slice(start, end);
  const found: Mend[] = [];
  if (source.includes(')['))
    for (const match of matchesOf(source, SWAPPED)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length };
      const address = at.end - 1 - match[2]!.length;
      found.push({
        kind: 'link-brackets',
        at,
        edits: [
          { start: at.start, end: at.start + 1, text: '[' },
          { start: address - 2, end: address, text: '](' },
          { start: at.end - 1, end: at.end, text: ')' },
        ],
      });
    }
  if (source.includes('] ') || source.includes(']\t'))
    for (const match of matchesOf(source, APART)) {
      const from = start + match.index;
      const to = from + match[0].length;
      found.push({
        kind: 'link-brackets',
        at: { start: text.lastIndexOf('[', from), end: text.indexOf(')', to) + 1 },
        edits: [{ start: from, end: to, text: '' }],
      });
    }
  return found;
}

// Tables

/** Lines that are rows: each begins with a bar. */
function isRows(text: string, node: RootContent | undefined): node is Paragraph {
  if (node?.type !== 'paragraph' || text.charCodeAt(startOf(node)) !== 124) return false;
  return text
    .slice(startOf(node), endOf(node))
    .split(/\r\n|\n|\r/)
    .every((line) => /^[ \t]*\|.*\S/.test(line));
}

/** The line under the header of a table, or what was meant as one, with one sign too many perhaps. */
const isDashes = (line: string): boolean => {
  const strange = line.replace(/[|:\-–—=\s]+/g, '');
  return (strange === '' && /[-–—=]/.test(line)) || (strange.length === 1 && line.includes('---') && line.includes('|'));
};

function rowSlips(text: string, node: Paragraph, nodes: readonly RootContent[], index: number): Mend[] {
  if (!isRows(text, node)) return rowsAmongProse(text, node);
  const split = splitRows(text, node, nodes, index);
  if (split.length > 0) return split;
  const before = nodes[index - 1];
  let top = index - 1;
  while (isRows(text, nodes[top])) top--;
  const [start, end] = [startOf(node), endOf(node)];
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  const first = { start, end: lineEnd(text, start) };
  if (before && (nodes[top]?.type === 'table' || (isRows(text, before) && isDashes(lines[0]!)))) {
    const from = lineEnd(text, endOf(before));
    const gap = text.slice(from, start);
    // Nothing but empty lines between.
    if (gap.trim() !== '') return [];
    const newline = /^(?:\r\n|\n|\r)/.exec(gap)?.[0] ?? '';
    return [{ kind: 'cut-rows', at: first, edits: [{ start: from + newline.length, end: start, text: '' }] }];
  }
  const second = lines[1];
  if (second === undefined || (isRows(text, nodes[index + 1]) && lines.length === 1)) return [];
  const secondAt = start + /^[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(start))![0].length;
  const cells = cellsOf(lines[0]!);
  if (isDashes(second))
    return [
      {
        kind: 'wrong-delimiter',
        at: { start: secondAt, end: secondAt + second.length },
        edits: [{ start: secondAt, end: secondAt + second.length, text: dashesFor(cells) }],
      },
    ];
  // Two rows of one width at least, or it may be anything.
  if (cellsOf(second) !== cells || !/\|[ \t]*$/.test(lines[0]!)) return [];
  return [{ kind: 'no-delimiter', at: first, edits: [{ start: secondAt, end: secondAt, text: `${dashesFor(cells)}${breakOf(text)}` }] }];
}

/** Rows of the width of the table above, and between the two what is no part of the text. */
function splitRows(text: string, node: Paragraph, nodes: readonly RootContent[], index: number): Mend[] {
  let top = index - 1;
  const isBetween = (other: RootContent | undefined): boolean => {
    if (!other) return false;
    const source = text.slice(startOf(other), endOf(other));
    return other.type === 'thematicBreak' || /^<!--[^]*-->$/.test(source) || (other.type !== 'table' && isIntruder(source));
  };
  while (isBetween(nodes[top])) top--;
  const table = nodes[top];
  if (top === index - 1 || !(table?.type === 'table' || isRows(text, table))) return [];
  const [start, end] = [startOf(node), endOf(node)];
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  const columns =
    table.type === 'table' ? table.children[0]!.children.length : cellsOf(text.slice(startOf(table), lineEnd(text, startOf(table))));
  // With a line of dashes of its own it is another table, or the rest of one that has none yet.
  if (lines.some((line) => cellsOf(line) !== columns) || (table.type === 'table' ? lines.some(isDashes) : !isDashes(lines[0]!))) return [];
  const from = lineEnd(text, endOf(table));
  const newline = /^(?:\r\n|\n|\r)/.exec(text.slice(from, start))?.[0] ?? '';
  return [
    { kind: 'split-rows', at: { start, end: lineEnd(text, start) }, edits: [{ start: from + newline.length, end: start, text: '' }] },
  ];
}

/** Two rows or more of one width with prose right above or below them, and no line of dashes. */
function rowsAmongProse(text: string, node: Paragraph): Mend[] {
  const start = startOf(node);
  const source = text.slice(start, endOf(node));
  if (!source.includes('|')) return [];
  const lines = matchesOf(source, /[^\r\n]+/g);
  const isRow = (line: string): boolean => {
    const row = line.trim();
    return row.startsWith('|') && row.endsWith('|') && /[^|\s]/.test(row) && !isDashes(line);
  };
  const first = lines.findIndex(([line]) => isRow(line));
  if (first === -1) return [];
  const cells = cellsOf(lines[first]![0]);
  let last = first;
  while (last + 1 < lines.length && isRow(lines[last + 1]![0]) && cellsOf(lines[last + 1]![0]) === cells) last++;
  if (last === first || cells < 2 || lines.slice(last + 1).some(([line]) => line.includes('|'))) return [];
  const newline = breakOf(text);
  const [at, second, after] = [lines[first]!, lines[first + 1]!, lines[last + 1]];
  const edits: TextEdit[] = [{ start: start + second.index, end: start + second.index, text: `${dashesFor(cells)}${newline}` }];
  if (first > 0) edits.unshift({ start: start + at.index, end: start + at.index, text: newline });
  if (after) edits.push({ start: start + after.index, end: start + after.index, text: newline });
  return [{ kind: 'no-delimiter', at: { start: start + at.index, end: start + at.index + at[0].length }, edits }];
}

const isStray = (line: string): boolean => line.length <= 2 || isIntruder(line);

/** A line of prose right under the last row, which becomes a row. */
function proseUnder(text: string, table: Table): Mend[] {
  const bare = ({ position }: TableRow): boolean => !text.slice(position!.start.offset, position!.end.offset).includes('|');
  const rows = table.children;
  const found: Mend[] = [];
  // A sign on a line of its own between two rows.
  for (const [index, row] of rows.entries()) {
    const at = { start: startOf(row), end: endOf(row) };
    const next = rows[index + 1];
    if (index > 0 && next && bare(row) && !bare(next) && isStray(text.slice(at.start, at.end).trim()))
      found.push({ kind: 'stray-row', at, edits: [{ start: at.start, end: startOf(next), text: '' }] });
  }
  let first = rows.length;
  while (first > 1 && bare(rows[first - 1]!)) first--;
  // A table may be written without bars all the way.
  if (first === rows.length || first < 2 || rows.slice(0, first).every(bare)) return found;
  const row = rows[first]!;
  const at = startOf(row);
  return [
    ...found,
    { kind: 'prose-under-table', at: { start: at, end: endOf(row) }, edits: [{ start: at, end: at, text: breakOf(text) }] },
  ];
}

/** Text that stands four spaces in, and reads like prose, a heading, an item or a row. */
function indented(text: string, node: Code): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  const source = text.slice(start, end);
  if (/^[ \t]*(?:```|~~~)/.test(source)) return [];
  const words = node.value.match(/\p{L}{2,}/gu)?.length ?? 0;
  const marks = /^(?:#{1,6} \p{L}|\|.*\||[-*+•] (?:\*\*)?\p{L}|\d{1,2}[.)] (?:\*\*)?\p{L})/u.test(node.value.trimStart());
  if (/[{}]|;[ \t]*$|=>|\/\//m.test(node.value) || !(marks || (words >= 6 && /^\p{Lu}/u.test(node.value.trimStart())))) return [];
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const edits = matchesOf(text.slice(from, end), /^[ \t]+/gm).map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    text: '',
  }));
  const at = start + source.search(/\S/);
  return [{ kind: 'indented', at: { start: at, end: lineEnd(text, at) }, edits }];
}

// Lists in HTML

/** A list without another in it, read as one of Markdown. */
function htmlList(text: string, node: Html): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  const source = text.slice(start, end);
  const open = /^<(?:ul|ol)\b[^<>]{0,500}>/i.exec(source);
  if (!open || (source.match(/<(?:ul|ol)\b/gi)?.length ?? 0) > 1 || !/<li\b/i.test(source)) return [];
  const newline = breakOf(source);
  const edits = matchesOf(source, /<(\/?)(ul|ol|li)\b[^<>]{0,500}>/gi).map((match): TextEdit => {
    const at = start + match.index;
    const isItem = match[1] === '' && match[2]!.toLowerCase() === 'li';
    const begins = /(?:^|[\n\r])[ \t]*$/.test(text.slice(start, at));
    return { start: at, end: at + match[0].length, text: isItem ? `${begins ? '' : newline}- ` : '' };
  });
  return [{ kind: 'html-list', at: { start, end: start + open[0].length }, edits }];
}

// Text in HTML

/** A tag of its own between two rows, which makes HTML of the second and all below it. */
function breakInRows(text: string, node: Html, before: RootContent | undefined): Mend[] | null {
  if (before?.type !== 'table' && !isRows(text, before)) return null;
  const [start, end] = [startOf(node), endOf(node)];
  const [tag, ...rows] = matchesOf(text.slice(start, end), /[^\n\r]+/g);
  if (!tag || rows.length === 0 || !isIntruder(tag[0]) || !rows.every(([row]) => /^[ \t]*\|/.test(row))) return null;
  const at = start + rows[0]!.index;
  return [{ kind: 'split-rows', at: { start: at, end: at + rows[0]![0].length }, edits: [{ start, end: at, text: '' }] }];
}

const ALONE = /^<\/?[a-z][^<>\n\r]{0,500}>[ \t]*(?:\r\n|\n|\r)(?= {0,3}(?:#{1,6}[ \t]|\|))/i;

/** A heading, a paragraph or a line across the page that begins and ends in its line, with what makes something of the next one. */
const WHOLE_ELEMENT =
  /^(?:<(h[1-6]|p|summary|div|center)\b[^<>\n\r]{0,300}>[^\n\r]{0,500}<\/\1>|<hr[^<>\n\r]{0,100}>)[ \t]*(?:\r\n|\n|\r)(?= {0,3}(?:#{1,6}[ \t]|\||[-*+][ \t]|\d{1,3}[.)][ \t]))/i;

const CONTAINER =
  /^<\/?(?:div|details|section|center|article|main|header|footer|aside|summary|figure|fieldset|form|nav|p)(?:[ \t][^<>\n\r]{0,500})?>[ \t]*(?:<summary>[^<\n\r]{0,300}<\/summary>[ \t]*)?(?:\r\n|\n|\r)(?=[^\s<])/i;

/** Signs that make something of a line, but not in HTML. */
const SIGNS = /^ {0,3}(?:#{1,6}[ \t]+\S|\||[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|>[ \t])|\*\*\S|\]\(/m;

/** Lines right below a tag that only holds others together: they are HTML up to the next empty line, and no Markdown. */
function htmlText(text: string, node: Html): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  const source = text.slice(start, end);
  const open = (CONTAINER.exec(source) ?? ALONE.exec(source) ?? WHOLE_ELEMENT.exec(source))?.[0].length;
  if (open === undefined) return [];
  const at = start + open;
  const isShown = !SIGNS.test(source.slice(open));
  return [
    {
      kind: 'html-text',
      at: { start: at, end: lineEnd(text, at) },
      edits: [{ start: at, end: at, text: breakOf(text) }],
      ...(isShown ? { isQuiet: true } : {}),
    },
  ];
}
