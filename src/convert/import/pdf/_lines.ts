import type { Piece } from './_pieces.js';
import type { Leaf } from './_tags.js';
import { append } from '../../../text/lists.js';

/** A line of text in a column or a cell. */
export interface Line {
  page: number;
  text: string;
  x0: number;
  x1: number;
  y: number;
  /** Of most of its characters. */
  size: number;
  bold: boolean;
  /** Of most of its characters, as #rrggbb. */
  colour: string;
  /** How far a line can reach here. */
  right: number;
  /** The sign before a list item, as written. */
  marker: string | null;
  /** Where the text of the list item begins. */
  bodyX: number;
  leaf: Leaf | null;
  pieces: Piece[];
}

/** Pieces that stand on one baseline, from left to right; pieces drawn twice (for bold) once. */
export function baselines(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    // Raised and lowered signs are smaller and a little off the line.
    const row = rows.findLast((candidate, index) => {
      if (rows.length - index > 4) return false;
      const away = Math.abs(candidate.y - piece.y);
      const [small, large] = piece.size < candidate.size ? [piece.size, candidate.size] : [candidate.size, piece.size];
      if (away <= large * 0.22) return true;
      if (small > large * 0.8 || away > large * 0.5) return false;
      return candidate.pieces.some((other) => Math.min(Math.abs(piece.x0 - other.x1), Math.abs(other.x0 - piece.x1)) < large * 0.5);
    });
    if (!row) rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
    else {
      row.pieces.push(piece);
      if (piece.size > row.size * 1.05) {
        row.size = piece.size;
        row.y = piece.y;
      }
    }
  }
  rows.sort((a, b) => a.y - b.y);
  // A raised sign that none of the first words of its line touches.
  for (let index = 0; index + 1 < rows.length; index++) {
    const [raised, row] = [rows[index]!, rows[index + 1]!];
    if (raised.size > row.size * 0.8 || row.y - raised.y > row.size * 0.5) continue;
    const touches = (piece: Piece): boolean => row.pieces.some((other) => Math.abs(piece.x0 - other.x1) < row.size * 0.5);
    if (!raised.pieces.every(touches)) continue;
    append(row.pieces, raised.pieces);
    rows.splice(index, 1);
  }
  return rows.map((row) => {
    row.pieces.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
    return row.pieces.filter((piece, index) => {
      const earlier = row.pieces[index - 1];
      return !(
        earlier &&
        earlier.text === piece.text &&
        Math.abs(earlier.x0 - piece.x0) < piece.size * 0.12 &&
        Math.abs(earlier.y - piece.y) < 1
      );
    });
  });
}

export function glued(left: Piece, right: Piece): boolean {
  if (left.after || right.before) return false;
  const gap = right.x0 - left.x1;
  const size = Math.min(left.size, right.size);
  return gap < size * 0.17;
}

/** One sign that stands for “item”. Letters only count where a symbol font has drawn them: ‘o’ and ‘§’. */
const BULLET = /^(?:[•▪■●◼◾▶►➢➤➔→❖❑◻□◦○‣⁃∙·*–—−-]|\ue000|o|§|[✓✔☑✗✘])$/u;
const NUMBER = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?)$/i;

export const isMarker = (text: string): boolean => BULLET.test(text);

/** The sign of a list item at the start of a line, where the text after it stands apart. */
function markerOf(pieces: readonly Piece[]): { marker: string; rest: Piece[]; bodyX: number } | null {
  const first = pieces[0]!;
  const split = /^(\S+)(?: (.*))?$/s.exec(first.text)!;
  const [, sign, more] = split;
  if (sign === undefined || !BULLET.test(sign)) return null;
  if (more !== undefined) {
    // In one piece with its text.
    if (/^[–—−o§-]$/.test(sign) && !first.before && pieces.length > 0 && sign === 'o') return null;
    const share = (sign.length + 1) / first.text.length;
    const bodyX = first.x0 + (first.x1 - first.x0) * share;
    return { marker: sign, rest: [{ ...first, text: more, x0: bodyX }, ...pieces.slice(1)], bodyX };
  }
  const second = pieces[1];
  if (!second) return { marker: sign, rest: [], bodyX: first.x1 + first.size };
  if (second.x0 - first.x1 < first.size * 0.1 && glued(first, second)) return null;
  if (/^[o§]$/.test(sign) && second.x0 - first.x1 < first.size * 0.6) return null;
  return { marker: sign, rest: pieces.slice(1), bodyX: second.x0 };
}

/** The number of a list item, which stays in the text. */
export function numberOf(text: string): string | null {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return word !== text && NUMBER.test(word) ? word : null;
}

export function joined(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (last && !glued(last, piece)) text += ' ';
    text += piece.text;
    last = piece;
  }
  return text
    .replace(/\ue000/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

export function lineOf(all: readonly Piece[], page: number, right: number, leafOf: (piece: Piece) => Leaf | null): Line {
  const found = markerOf(all);
  const pieces = found ? found.rest : [...all];
  const weight = new Map<number, number>();
  const colours = new Map<string, number>();
  let bold = 0;
  let letters = 0;
  for (const piece of pieces) {
    const size = Math.round(piece.size * 2) / 2;
    weight.set(size, (weight.get(size) ?? 0) + piece.text.length);
    letters += piece.text.length;
    colours.set(piece.colour, (colours.get(piece.colour) ?? 0) + piece.text.length);
    if (piece.bold) bold += piece.text.length;
  }
  const size = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? all[0]!.size;
  const tall = all.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    page,
    text: joined(pieces),
    x0: all[0]!.x0,
    x1: all.reduce((most, piece) => Math.max(most, piece.x1), 0),
    y: tall.y,
    size,
    bold: letters > 0 && bold > letters * 0.9,
    colour: [...colours].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '',
    right,
    marker: found ? found.marker : null,
    bodyX: found ? found.bodyX : all[0]!.x0,
    leaf: leafOf(pieces[0] ?? all[0]!),
    pieces,
  };
}
