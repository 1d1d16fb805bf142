/* Footnotes: small raised numbers in the text, and the small print at the foot of the page that begins with the same number. */
import type { Item, PageLayout } from './_layout.js';
import { joined, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';

export interface Footnote {
  /** As in the Markdown, from 1. */
  label: string;
  page: number;
  lines: Line[];
}

const MARK = /^\d{1,3}$/;

const linesOf = (item: Item): readonly Line[] => ('line' in item ? [item.line] : item.table.rows.flat(2));

const isRaised = (piece: Piece, line: Line): boolean =>
  MARK.test(piece.text) && piece.size < line.size * 0.8 && piece.y < line.y - line.size * 0.1;

const startsRaised = (line: Line): boolean => line.pieces.length > 1 && isRaised(line.pieces[0]!, line);

/** The number that a line of small print begins with, and the line without it. */
function noteStart(line: Line): { mark: string; pieces: Piece[] } | null {
  const [first, ...rest] = line.pieces;
  if (!first) return null;
  if (MARK.test(first.text) && rest.length > 0) return { mark: first.text, pieces: rest };
  const split = /^(\d{1,3})\s+(\S.*)$/s.exec(first.text);
  return split ? { mark: split[1]!, pieces: [{ ...first, text: split[2]! }, ...rest] } : null;
}

/** Takes the footnotes out of the pages, and puts `[^1]` where the text refers to them. A number that nothing refers to stays as it is. */
export function takeFootnotes(pages: readonly PageLayout[], bodySize: number): Footnote[] {
  const notes: Footnote[] = [];
  for (const page of pages) {
    const raised = new Map<string, { line: Line; piece: Piece }>();
    for (const line of page.items.flatMap(linesOf)) {
      for (const piece of line.pieces.slice(1))
        if (isRaised(piece, line) && !raised.has(piece.text)) raised.set(piece.text, { line, piece });
    }
    if (raised.size === 0) continue;
    // Small print at the end of the page, or letters of any size from the first line that begins with such a number.
    const isNote = (item: Item): boolean => 'line' in item && startsRaised(item.line) && raised.has(item.line.pieces[0]!.text);
    let from = page.items.length;
    while (from > 0) {
      const item = page.items[from - 1]!;
      if (!('line' in item) || item.line.size > bodySize * 0.93) break;
      from--;
    }
    const first = page.items.findIndex(isNote);
    if (first >= 0 && first < from && page.items.slice(first).every((item) => 'line' in item)) from = first;
    const small = page.items.slice(from).flatMap(linesOf);
    const kept: Line[] = [];
    let open: Footnote | null = null;
    for (const line of small) {
      const start = noteStart(line);
      const place = start ? raised.get(start.mark) : undefined;
      if (start && place && !small.includes(place.line)) {
        raised.delete(start.mark);
        open = { label: String(notes.length + 1), page: page.page, lines: [{ ...line, pieces: start.pieces, text: joined(start.pieces) }] };
        notes.push(open);
        refer(place.line, place.piece, open.label);
      } else if (open) open.lines.push(line);
      else kept.push(line);
    }
    page.items = [...page.items.slice(0, from), ...kept.map((line) => ({ line }))];
  }
  return notes;
}

function refer(line: Line, mark: Piece, label: string): void {
  line.pieces = line.pieces.map((piece, index) =>
    piece === mark ? { ...piece, text: `[^${label}]`, before: false, x0: line.pieces[index - 1]!.x1, bold: false, italic: false } : piece,
  );
  // What is before the mark touches it, whatever the file says.
  const at = line.pieces.findIndex((piece) => piece.text === `[^${label}]`);
  const before = line.pieces[at - 1];
  if (before) line.pieces[at - 1] = { ...before, after: false };
  line.text = joined(line.pieces);
}
