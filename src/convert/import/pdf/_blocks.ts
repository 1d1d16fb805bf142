/* From the lines and tables of all pages to blocks: headings, paragraphs, list items and tables. */
import { matchHeading } from '../../../document/sections.js';
import type { Item, PageLayout, TableLayout } from './_layout.js';
import type { Line } from './_lines.js';
import { fittedTable, tableOf, type Table } from './_tables.js';
import { goesOn, goesOnOverPage, joinedLines, room, wordsOf, type Habits, type Paragraph } from './_text.js';

export type Block =
  | { kind: 'heading'; level: number; text: string; page: number; lines: Line[] }
  | { kind: 'paragraph'; text: string; page: number; lines: Line[] }
  | { kind: 'item'; depth: number; text: string; page: number; lines: Line[] }
  | { kind: 'table'; table: Table; page: number }
  | { kind: 'break'; page: number };

const allLines = (item: Item): Line[] => ('line' in item ? [item.line] : item.table.rows.flat(2));

function mostCommon<T>(weights: ReadonlyMap<T, number>): T | null {
  let best: T | null = null;
  let most = 0;
  for (const [value, weight] of weights)
    if (weight > most) {
      most = weight;
      best = value;
    }
  return best;
}

const add = (weights: Map<number, number>, value: number, weight: number): void => {
  weights.set(value, (weights.get(value) ?? 0) + weight);
};

/** How many words at the ends of lines are surely divided: the document has them whole elsewhere. */
function divisions(pages: readonly PageLayout[], words: ReadonlySet<string>): number {
  let found = 0;
  for (const page of pages) {
    let last: Line | null = null;
    for (const line of page.items.flatMap(allLines)) {
      const start = /[-‐]$/.test(last?.text ?? '') ? wordsOf(last!.text.slice(-40, -1)).at(-1) : undefined;
      const end = /^\p{Ll}+/u.exec(line.text)?.[0];
      if (start && end && words.has(start + end)) found++;
      last = line;
    }
  }
  return found;
}

export function habitsOf(pages: readonly PageLayout[]): Habits {
  const sizes = new Map<number, number>();
  const steps = new Map<number, number>();
  const words = new Set<string>();
  const whole = new Set<string>();
  const colours = new Map<string, number>();
  let clearEnds = 0;
  let apart = 0;
  let all = 0;
  let hyphens = 0;
  let dividingEnds = 0;
  let dividingInside = 0;
  let ends = 0;
  let lines = 0;
  for (const page of pages) {
    for (const item of page.items) {
      for (const line of allLines(item)) {
        add(sizes, line.size, line.text.length);
        all++;
        colours.set(line.colour, (colours.get(line.colour) ?? 0) + line.text.length);
        if (/\p{L}[-‐]$/u.test(line.text)) hyphens++;
        if (/\p{L}‐$/u.test(line.text)) dividingEnds++;
        if (/‐./u.test(line.text)) dividingInside++;
        const own = wordsOf(line.text);
        for (const word of own) words.add(word);
        for (const word of own.slice(1, -1)) whole.add(word);
      }
    }
  }
  const bodySize = mostCommon(sizes) ?? 12;
  for (const page of pages) {
    let last: Line | null = null;
    for (const item of page.items) {
      const line = 'line' in item ? item.line : null;
      if (line) {
        lines++;
        if (line.pieces.at(-1)?.after) ends++;
        if (last && Math.abs(line.size - bodySize) < 0.75 && Math.abs(last.size - bodySize) < 0.75) {
          const step = Math.round(((line.y - last.y) / line.size) * 20) / 20;
          if (step > 0.9 && step < 2.6) add(steps, step, 1);
        }
      }
      last = line;
    }
  }
  const pitch = mostCommon(steps) ?? 1.25;
  let wraps = 0;
  let blankWraps = 0;
  for (const page of pages) {
    let last: Line | null = null;
    for (const item of page.items) {
      const line = 'line' in item ? item.line : null;
      // A blank that does not fit is not written.
      const wrapped = line && last && /\p{L}[,;]?$/u.test(last.text) && /^\p{Ll}/u.test(line.text) && room(last, line) <= 0;
      if (wrapped && last!.right - last!.x1 > last!.size * 0.35) {
        wraps++;
        if (last!.pieces.at(-1)?.after) blankWraps++;
      }
      if (line && last && line.marker === null && Math.abs(line.size - bodySize) < 0.75 && Math.abs(last.size - bodySize) < 0.75) {
        if (!last.bold && last.text.length > 30 && room(last, line) > (last.right - last.x0) * 0.25) {
          clearEnds++;
          if ((line.y - last.y) / line.size > Math.max(pitch * 1.22, pitch + 0.25)) apart++;
        }
      }
      last = line;
    }
  }
  return {
    bodySize,
    pitch,
    endBlanks: ends > lines * 0.3,
    wrapBlanks: wraps > 4 && blankWraps > wraps * 0.95,
    words,
    whole,
    divided: hyphens > Math.max(4, all * 0.04) || divisions(pages, words) > 1,
    dividing: dividingEnds > 0 && dividingInside === 0 ? '‐' : '',
    bodyColour: mostCommon(colours) ?? '',
    gaps: apart > clearEnds * 0.5,
  };
}

type Part = { paragraph: Paragraph } | { tables: TableLayout[] } | { forcedBreak: number };

/** Paragraphs and tables in order, joined over pages. */
function partsOf(pages: readonly PageLayout[], habits: Habits): Part[] {
  const parts: Part[] = [];
  for (const page of pages) {
    let first = true;
    for (const item of page.items) {
      const last = parts.at(-1);
      if ('table' in item) {
        const before = last && 'tables' in last ? last.tables.at(-1)! : null;
        const fitted = first && before && before.page < page.page ? fittedTable(before, item.table) : null;
        if (fitted) (last as { tables: TableLayout[] }).tables.push(fitted);
        else parts.push({ tables: [item.table] });
      } else {
        const { line } = item;
        const paragraph = last && 'paragraph' in last ? last.paragraph : null;
        const before = paragraph?.lines.at(-1);
        const on =
          paragraph &&
          before &&
          (before.page === line.page && !(line.y < before.y && line.x0 > before.x0 + 40)
            ? goesOn(
                before,
                line,
                habits,
                false,
                paragraph.lines.filter((other) => other.page === line.page),
              )
            : (first || before.page === line.page) && goesOnOverPage(before, line, paragraph, line.leaf !== null && line.leaf.item >= 0));
        if (on) {
          paragraph.text = joinedLines(paragraph.text, line.text, before, habits);
          paragraph.lines.push(line);
        } else parts.push({ paragraph: { lines: [line], marker: line.marker, text: line.text } });
      }
      first = false;
    }
  }
  return parts.filter((part) => !('paragraph' in part) || part.paragraph.text !== '');
}

/** Single rows and frames are tables only where a table goes on over the page break beside them; else they are lines of text. */
function settleSingles(pages: readonly PageLayout[]): void {
  const filled = pages.filter((page) => page.items.length > 0);
  const tableOf = (item: Item | undefined): TableLayout | null => (item && 'table' in item ? item.table : null);
  filled.forEach((page, index) => {
    page.items = page.items.flatMap((item, at): Item[] => {
      const table = tableOf(item);
      if (!table?.lines) return [item];
      const before = at === 0 ? tableOf(filled[index - 1]?.items.at(-1)) : null;
      const after = at === page.items.length - 1 ? tableOf(filled[index + 1]?.items[0]) : null;
      if ((before && fittedTable(before, table)) || (after && fittedTable(after, table))) return [item];
      return table.lines.map((line) => ({ line }));
    });
  });
}

interface Style {
  size: number;
  bold: boolean;
}

/** Larger than running text, weight tells no level. */
const styleKey = (style: Style, habits: Habits): string => `${style.size} ${style.bold || style.size > habits.bodySize * 1.1}`;

/** Whether a paragraph is a heading by its look or its tag; null if not. */
function headingStyle(paragraph: Paragraph, habits: Habits): Style | null {
  const { lines, text, marker } = paragraph;
  const first = lines[0]!;
  const tagged = first.leaf?.heading !== null && first.leaf?.heading !== undefined;
  if (marker !== null && !tagged) return null;
  if (text.length > 200 || !/\p{L}/u.test(text)) return null;
  const style: Style = { size: first.size, bold: lines.every((line) => line.bold) };
  if (tagged) return style;
  if (first.leaf && first.leaf.item >= 0 && !style.bold) return null;
  // A heading may be a sentence where its letters are clearly larger than those of running text.
  const ending = style.size >= habits.bodySize * 1.15 ? /[;,]$/ : /[.;,]$/;
  if (style.size >= habits.bodySize * (style.bold ? 1.04 : 1.12) && !ending.test(text)) return style;
  // A colour of its own tells a heading as weight does; links have one too.
  const coloured = lines.every((line) => line.colour !== habits.bodyColour && line.colour === first.colour) && !/www\.|:\/\/|@/.test(text);
  if (coloured && style.size >= habits.bodySize * 0.98 && !/[.;,:]$/.test(text) && text.length <= 120) return style;
  if (style.bold && style.size >= habits.bodySize * 0.95 && !/[.;,:]$/.test(text) && text.length <= 120) return style;
  return null;
}

export function blocksOf(pages: readonly PageLayout[], habits: Habits): Block[] {
  settleSingles(pages);
  const parts = partsOf(pages, habits);
  const styles = new Map<Part, Style>();
  for (const part of parts) {
    if (!('paragraph' in part)) continue;
    const style = headingStyle(part.paragraph, habits);
    if (style) styles.set(part, style);
  }
  const levels = levelsOf(parts, styles, habits);
  const blocks: Block[] = [];
  let indents: number[] = [];
  for (const part of parts) {
    if ('forcedBreak' in part) continue;
    if ('tables' in part) {
      indents = [];
      const table = tableOf(part.tables, habits);
      blocks.push({ kind: 'table', table, page: table.page });
      continue;
    }
    const { lines, marker, text } = part.paragraph;
    const page = lines[0]!.page;
    const level = levels.get(part);
    if (level !== undefined) {
      indents = [];
      blocks.push({ kind: 'heading', level, text, page, lines });
    } else if (marker !== null) {
      const x = lines[0]!.x0;
      while (indents.length > 0 && x < indents.at(-1)! - 5) indents.pop();
      if (indents.length === 0 || x > indents.at(-1)! + 5) indents.push(x);
      blocks.push({ kind: 'item', depth: indents.length - 1, text, page, lines });
    } else {
      indents = [];
      blocks.push({ kind: 'paragraph', text, page, lines });
    }
  }
  return withBreaks(blocks, pages);
}

/** The level of each heading: by its tag where there is one, else by its size and weight beside the others. */
function levelsOf(parts: readonly Part[], styles: ReadonlyMap<Part, Style>, habits: Habits): Map<Part, number> {
  const levels = new Map<Part, number>();
  const heads = parts.filter((part) => styles.has(part)) as { paragraph: Paragraph }[];
  if (heads.length === 0) return levels;
  const styleOf = (head: Part): Style => styles.get(head)!;
  const keyOf = (head: Part): string => styleKey(styleOf(head), habits);
  // The title: the first heading of the largest size.
  const largest = heads.reduce((most, head) => Math.max(most, styleOf(head).size), 0);
  const title = heads.find((head) => styleOf(head).size === largest)!;
  const others = heads.filter((head) => head !== title);
  const ranked = [...new Map(others.map((head) => [keyOf(head), styleOf(head)]))].sort(
    ([, a], [, b]) => b.size - a.size || Number(b.bold) - Number(a.bold),
  );
  const rank = new Map(ranked.map(([key], index) => [key, Math.min(6, index + 2)]));
  for (const head of heads) levels.set(head, head === title ? 1 : rank.get(keyOf(head))!);
  // Tags give the levels where they mark most of the headings.
  const taggedLevel = (head: { paragraph: Paragraph }): number => head.paragraph.lines[0]!.leaf?.heading ?? 0;
  const tagged = others.filter((head) => taggedLevel(head) > 0);
  if (tagged.length >= 2 && tagged.length >= others.length * 0.5) {
    const least = tagged.reduce((least, head) => Math.min(least, taggedLevel(head)), 6);
    const byStyle = new Map<string, number>();
    for (const head of tagged) {
      levels.set(head, Math.min(6, taggedLevel(head) + 2 - least));
      byStyle.set(keyOf(head), levels.get(head)!);
    }
    for (const head of others) {
      const level = byStyle.get(keyOf(head));
      if (!tagged.includes(head) && level !== undefined) levels.set(head, level);
    }
  }
  levelSections(heads, levels, styleOf);
  // No level is left out on the way down.
  let before = 0;
  for (const head of heads) {
    const level = Math.min(levels.get(head)!, Math.max(before + 1, head === title ? 1 : 2));
    levels.set(head, level);
    before = level;
  }
  return levels;
}

/** How many of a report's own sections make a document one. */
const ENOUGH_SECTIONS = 4;

/**
 * The sections of an inspection report are of one level, however unevenly their headings are set: the first one stands in a box and is often
 * larger. The team is a part of the section before it where its heading is smaller.
 */
function levelSections(heads: readonly { paragraph: Paragraph }[], levels: Map<Part, number>, styleOf: (head: Part) => Style): void {
  const sections = heads.map((head) => matchHeading('full-inspection-report', head.paragraph.text).id);
  if (new Set(sections.filter((id) => id !== null)).size < ENOUGH_SECTIONS) return;
  heads.forEach((head, index) => {
    if (sections[index] === null || index === 0) return;
    const smaller = styleOf(head).size < styleOf(heads[index - 1]!).size - 0.75;
    levels.set(head, sections[index] === 'inspection-team' && smaller ? 3 : 2);
  });
}

/** A page that starts anew without a heading, after one that was left before its end, is set apart from what stood before. */
function withBreaks(blocks: readonly Block[], pages: readonly PageLayout[]): Block[] {
  const result: Block[] = [];
  const bottoms = new Map<number, number>();
  for (const page of pages) {
    const last = page.items.at(-1);
    if (last) bottoms.set(page.page, ('line' in last ? last.line.y : last.table.y1) / page.height);
  }
  let before: Block | null = null;
  for (const block of blocks) {
    if (before && block.kind === 'paragraph' && block.page > before.page && before.kind === 'table') {
      const pagesBefore = pages.filter((page) => page.page < block.page && page.items.length > 0);
      const bottom = bottoms.get(pagesBefore.at(-1)?.page ?? -1) ?? 1;
      if (bottom < 0.75) result.push({ kind: 'break', page: block.page });
    }
    result.push(block);
    before = block;
  }
  return result;
}
