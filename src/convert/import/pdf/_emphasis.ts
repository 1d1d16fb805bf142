/* Words in bold and italics inside running text. */
import { joined, type Line } from './_lines.js';
import type { Piece } from './_pieces.js';

export interface Emphasis {
  /** UTF-16 offsets in the text of the block. */
  start: number;
  end: number;
  sign: '*' | '**' | '***';
}

const signOf = (piece: Piece): Emphasis['sign'] | '' => {
  if (piece.bold) return piece.italic ? '***' : '**';
  return piece.italic ? '*' : '';
};

/** What of a block's text is set in bold or italics. Markdown can only say so where the words beside it stand apart. */
export function emphasisOf(text: string, lines: readonly Line[]): Emphasis[] {
  const found: Emphasis[] = [];
  let from = 0;
  for (const line of lines) {
    for (let index = 0; index < line.pieces.length;) {
      const sign = signOf(line.pieces[index]!);
      let end = index + 1;
      while (end < line.pieces.length && signOf(line.pieces[end]!) === sign) end++;
      const words = joined(line.pieces.slice(index, end)).replace(/[\u00ad\u2010-]$/u, '');
      index = end;
      const start = words === '' ? -1 : text.indexOf(words, from);
      if (start < 0) continue;
      from = start + words.length;
      if (sign === '') continue;
      const last = found.at(-1);
      if (last?.sign === sign && /^[\s\u2010-]*$/u.test(text.slice(last.end, start))) last.end = from;
      else found.push({ start, end: from, sign });
    }
  }
  return found.filter(({ start, end }) => {
    const [before, after] = [text[start - 1] ?? ' ', text[end] ?? ' '];
    return /[\s([“‘"]/u.test(before) && /[\s)\].,;:!?”’"]/u.test(after) && /[\p{L}\p{N}]/u.test(text.slice(start, end));
  });
}
