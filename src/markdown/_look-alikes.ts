import type { Heading, List, Paragraph, RootContent, Table } from 'mdast';
import { lineEnd } from '../text/lines.js';
import { matchesOf } from '../text/matches.js';
import { breakOf, cellsOf, dashesFor, endOf, startOf, type Mend } from './_mend.js';

/*
 * What looks like Markdown and is none: bars and breaks that other programs write, rows in another language’s form, signs behind backslashes.
 */

interface LineAt {
  readonly text: string;
  readonly start: number;
}

const linesOf = (text: string, node: RootContent): LineAt[] =>
  matchesOf(text.slice(startOf(node), endOf(node)), /[^\n\r]+/g).map((match) => ({ text: match[0], start: startOf(node) + match.index }));

const wholeLine = ({ text, start }: LineAt): Mend['at'] => ({ start, end: start + text.trimEnd().length });

// Breaks

/** Where another program breaks a line, and Markdown goes on with it. Only what hides a sign is a slip. */
const HIDDEN_BREAK = /[\v\u0085\u2028\u2029]{1,4}(?=[ \t]*(?:#{1,6}[ \t]|\|.*\||[-*+][ \t]|\d{1,3}[.)][ \t]))/g;

export function hiddenBreaks(text: string, node: Paragraph | Heading): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  const source = text.slice(start, end);
  if (!/[\v\u0085\u2028\u2029]/.test(source)) return [];
  const first = matchesOf(source, HIDDEN_BREAK)[0];
  if (!first) return [];
  const at = start + first.index;
  const newline = breakOf(text);
  return [
    {
      kind: 'hidden-break',
      at: { start: at, end: Math.min(end, at + 1 + first[0].length) },
      edits: matchesOf(source, /[\v\u0085\u2028\u2029]/g).map(({ index }) => ({
        start: start + index,
        end: start + index + 1,
        text: newline,
      })),
    },
  ];
}

// Bars

const OTHER_BAR = /[｜│┃￨¦]/g;

/** Rows drawn with a sign that only looks like a bar. */
export function otherBars(text: string, node: Paragraph): Mend[] {
  if (!/[｜│┃￨¦]/.test(text.slice(startOf(node), endOf(node)))) return [];
  const lines = linesOf(text, node);
  if (lines.length < 2 || !lines.every((line) => /^[ \t]*[｜│┃￨¦|].*[｜│┃￨¦|][ \t]*$/.test(line.text))) return [];
  return [
    {
      kind: 'other-bars',
      at: wholeLine(lines[0]!),
      edits: lines.flatMap((line) =>
        matchesOf(line.text, OTHER_BAR).map(({ index }) => ({ start: line.start + index, end: line.start + index + 1, text: '|' })),
      ),
    },
  ];
}

const isRule = (line: string): boolean => /^[ \t]*\|[-=+:| \t]*$/.test(line) && /[-=+]/.test(line);

/**
 * Lines that each begin with a bar, three or more of them, and are no table: “|===” of AsciiDoc, “||Heading||” of wikis, or no line of dashes.
 * `isTold`: somebody has looked at them already.
 */
export function rowsWithoutTable(text: string, node: Paragraph): Mend[] {
  if (text.charCodeAt(startOf(node)) !== 124) return [];
  const lines = linesOf(text, node);
  const rows = lines.filter((line) => !isRule(line.text));
  if (rows.length < 3 || !lines.every((line) => /^[ \t]*\|/.test(line.text))) return [];
  const [head, ...body] = rows as [LineAt, ...LineAt[]];
  const cells = cellsOf(body[0]!.text);
  if (!body.every((line) => cellsOf(line.text) === cells)) return [];
  const doubled = /^[ \t]*\|\|.*\|\|[ \t]*$/.test(head.text);
  if (cellsOf(doubled ? head.text.replace(/\|\|/g, '|') : head.text) !== cells) return [];
  const rules = lines.filter((line) => isRule(line.text));
  const newline = breakOf(text);
  return [
    {
      kind: 'no-delimiter',
      at: wholeLine(head),
      edits: [
        ...rules.map((line) => {
          const next = lineEnd(text, line.start);
          return line === lines[0]
            ? { start: line.start, end: lines[1]!.start, text: '' }
            : { start: line.start - (text[line.start - 2] === '\r' ? 2 : 1), end: next, text: '' };
        }),
        ...(doubled
          ? matchesOf(head.text, /\|\|/g).map(({ index }) => ({ start: head.start + index, end: head.start + index + 1, text: '' }))
          : []),
        { start: body[0]!.start, end: body[0]!.start, text: `${dashesFor(cells)}${newline}` },
      ],
    },
  ];
}

/** Lines of one number of cells, without bars at their ends: under a table of the same form, or three and more with no line of dashes. */
export function bareRows(text: string, node: Paragraph, before: RootContent | undefined): Mend[] {
  const source = text.slice(startOf(node), endOf(node));
  if (!source.includes(' | ')) return [];
  const lines = linesOf(text, node);
  const bars = (line: string): number => line.replace(/\\\|/g, '').split('|').length;
  const cells = bars(lines[0]!.text);
  if (lines.some((line) => /^[ \t]*\||\|[ \t]*$/.test(line.text) || bars(line.text) !== cells || /^[-:| \t]+$/.test(line.text))) return [];
  if (before?.type === 'table') {
    const rows = before.children.map((row) => text.slice(startOf(row), endOf(row)));
    const gap = text.slice(endOf(before), startOf(node));
    if (cells !== before.children[0]!.children.length || gap.trim() !== '' || rows.some((row) => /^[ \t]*\||\|[ \t]*$/.test(row)))
      return [];
    const newline = /^(?:\r\n|\n|\r)/.exec(gap)?.[0] ?? '';
    return [
      { kind: 'cut-rows', at: wholeLine(lines[0]!), edits: [{ start: endOf(before) + newline.length, end: startOf(node), text: '' }] },
    ];
  }
  const header = lines[0]!.text.split('|').map((cell) => cell.trim());
  // The names of columns are short, and no figures.
  if (cells < 3 || lines.length < 3 || !header.every((cell) => /^\p{L}[^\d.!?]{1,30}$/u.test(cell))) return [];
  const newline = breakOf(text);
  return [
    {
      kind: 'no-delimiter',
      at: wholeLine(lines[0]!),
      edits: [{ start: lines[1]!.start, end: lines[1]!.start, text: `${dashesFor(cells)}${newline}` }],
    },
  ];
}

/** A line of dashes right above the header of a table. */
export function dashesAbove(text: string, node: Paragraph, next: RootContent | undefined): Mend[] {
  const lines = linesOf(text, node);
  if (lines.length !== 1 || next?.type !== 'table' || !/^[ \t]*\|[-: |\t]*$/.test(lines[0]!.text) || !lines[0]!.text.includes('-'))
    return [];
  if (!/^(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(endOf(node), startOf(next)))) return [];
  return [{ kind: 'extra-dashes', at: wholeLine(lines[0]!), edits: [{ start: startOf(node), end: startOf(next), text: '' }] }];
}

/** Lines of dashes among the rows: between all of them, as other programs write them, or under the header of a second table. */
export function dashesInTable(text: string, { children: rows }: Table): Mend[] {
  const sourceOf = (index: number): string => text.slice(startOf(rows[index]!), endOf(rows[index]!));
  const header = rows[0] ? sourceOf(0).trim() : '';
  const found: Mend[] = [];
  for (let index = 1; index < rows.length; index++) {
    const source = sourceOf(index).trim();
    if (source !== '|-' && !(/^\|[-:+=| \t]*$/.test(source) && source.includes('--'))) continue;
    const at = { start: startOf(rows[index]!), end: endOf(rows[index]!) };
    if (index > 1 && sourceOf(index - 1).trim() === header) {
      const above = startOf(rows[index - 1]!);
      found.push({
        kind: 'second-table',
        at: { start: above, end: endOf(rows[index - 1]!) },
        edits: [{ start: above, end: above, text: breakOf(text) }],
      });
    } else found.push({ kind: 'extra-dashes', at, edits: [{ start: endOf(rows[index - 1]!), end: at.end, text: '' }] });
  }
  return found;
}

/** Three columns or more with tabs between, or two under a line that names them. Another rule tells of it, for whom a table is heard. */
export function tabRows(text: string, node: Paragraph): Mend[] {
  const [start, end] = [startOf(node), endOf(node)];
  if (!text.slice(start, end).includes('\t')) return [];
  const lines = linesOf(text, node);
  const rows = lines.map((line) => line.text.trim().split(/[ ]{0,9}\t[\t ]*/));
  const [header] = rows as [string[], ...string[][]];
  const isNamed = header.every((cell) => /^\p{L}[^\d:.!?]{0,40}$/u.test(cell));
  if (rows.length < 2 || header.length < 2 || !(isNamed ? header.length > 2 || rows.length > 2 : false)) return [];
  if (rows.some((row) => row.length !== header.length || row.includes('')) || text.slice(start, end).includes('|')) return [];
  const newline = breakOf(text);
  const edits = lines.flatMap((line, index) => {
    const from = line.start + line.text.search(/\S/);
    const to = line.start + line.text.trimEnd().length;
    return [
      { start: line.start, end: from, text: '| ' },
      ...matchesOf(line.text.trimEnd(), /[ ]{0,9}\t[\t ]*/g)
        .filter((match) => line.start + match.index >= from)
        .map((match) => ({ start: line.start + match.index, end: line.start + match.index + match[0].length, text: ' | ' })),
      { start: to, end: to, text: index === 0 ? ` |${newline}${dashesFor(header.length)}` : ' |' },
    ];
  });
  return [{ kind: 'tab-table', at: { start, end }, edits, isQuiet: true }];
}

// Backslashes

const ESCAPED_LABEL = /^([ \t]{0,3}(?:(?:[-+*]|\d{1,3}[.)])[ \t]+)?)\\\*\\\*(?=\S)([^*\\\n\r]{1,80})\\\*\\\*/gm;

/** "\*\*Lead:\*\* Head of service", as converters write what they take for plain stars. */
export function escapedLabels(text: string, node: Paragraph | List): Mend[] {
  const start = startOf(node);
  const source = text.slice(start, endOf(node));
  if (!source.includes('\\*\\*')) return [];
  return matchesOf(source, ESCAPED_LABEL).map((match): Mend => {
    const from = start + match.index + match[1]!.length;
    const to = start + match.index + match[0].length;
    return { kind: 'escaped-stars', at: { start: from, end: to }, edits: [{ start: from, end: to, text: `**${match[2]!}**` }] };
  });
}
