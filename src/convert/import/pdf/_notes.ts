/* What is laid over the pages: links and comments. */
import type { ImportComment } from '../types.js';
import type { PDFPageProxy } from './_library.js';
import type { Box, Piece } from './_pieces.js';
import { largest, smallest } from '../../../text/lists.js';

export interface Link {
  page: number;
  text: string;
  url: string;
}

interface Annotation {
  id?: string;
  subtype?: string;
  rect?: number[];
  url?: string;
  titleObj?: { str?: string };
  contentsObj?: { str?: string };
  quadPoints?: ArrayLike<number> | null;
  inReplyTo?: string;
}

export interface Notes {
  /** Annotations whose own drawing is no part of the page's text. */
  drawn: Set<string>;
  annotations: Annotation[];
}

/** What is written into a form is text of the page; all else that is drawn over it is not. */
export async function readNotes(page: PDFPageProxy): Promise<Notes> {
  const annotations = (await page.getAnnotations()) as Annotation[];
  return { annotations, drawn: new Set(annotations.filter(({ subtype }) => subtype !== 'Widget').map(({ id }) => id ?? '')) };
}

function boxOf(page: PDFPageProxy, rect: readonly number[]): Box {
  const [ax, ay, bx, by] = page.getViewport({ scale: 1 }).convertToViewportRectangle([...rect]) as [number, number, number, number];
  return { x0: Math.min(ax, bx), x1: Math.max(ax, bx), y0: Math.min(ay, by), y1: Math.max(ay, by) };
}

/** The words of the page that lie in a box. Pieces that reach out of it are cut by their share. */
function wordsIn(pieces: readonly Piece[], boxes: readonly Box[]): string {
  const found: string[] = [];
  for (const box of boxes) {
    for (const piece of pieces) {
      const y = piece.y - piece.size * 0.3;
      if (y < box.y0 || y > box.y1 || piece.x1 < box.x0 + 1 || piece.x0 > box.x1 - 1) continue;
      const width = piece.x1 - piece.x0 || 1;
      const from = Math.max(0, Math.round(((box.x0 - piece.x0) / width) * piece.text.length));
      const to = Math.min(piece.text.length, Math.round(((box.x1 - piece.x0) / width) * piece.text.length));
      const before = piece.before || found.length === 0 ? ' ' : '';
      found.push(`${before}${piece.text.slice(from, to)}${piece.after ? ' ' : ''}`);
    }
  }
  return found.join('').replace(/ {2,}/g, ' ').trim();
}

/** Links to the web whose words are not the address itself, and comments. */
export function notesOf(
  page: PDFPageProxy,
  number: number,
  notes: Notes,
  pieces: readonly Piece[],
): { links: Link[]; comments: ImportComment[] } {
  const boxes = new Map<string, Box[]>();
  const comments: ImportComment[] = [];
  const places = new Map<string, number>();
  for (const { id, subtype, rect, url, titleObj, contentsObj, quadPoints, inReplyTo } of notes.annotations) {
    if (!rect) continue;
    if (subtype === 'Link') {
      if (!url || !/^(?:https?|mailto):/i.test(url)) continue;
      const list = boxes.get(url) ?? [];
      boxes.set(url, list);
      list.push(boxOf(page, rect));
      continue;
    }
    const text = contentsObj?.str?.replace(/\s+/g, ' ').trim() ?? '';
    if (text === '' || subtype === 'Widget' || subtype === 'Popup') continue;
    const quads: Box[] = [];
    for (let at = 0; quadPoints && at + 7 < quadPoints.length; at += 8) {
      const xs = [0, 2, 4, 6].map((offset) => quadPoints[at + offset]!);
      const ys = [1, 3, 5, 7].map((offset) => quadPoints[at + offset]!);
      quads.push(boxOf(page, [smallest(xs), smallest(ys), largest(xs), largest(ys)]));
    }
    const replyTo = inReplyTo === undefined ? undefined : places.get(inReplyTo);
    if (id !== undefined) places.set(id, comments.length);
    comments.push({
      author: titleObj?.str?.trim() || null,
      text,
      on: wordsIn(pieces, quads),
      where: `page ${number}`,
      ...(replyTo === undefined ? {} : { replyTo }),
    });
  }
  const links: Link[] = [];
  for (const [url, list] of boxes) {
    const text = wordsIn(pieces, list).replace(/[.,;:]$/, '');
    // An address is written as it stands.
    if (text.length > 1 && text.length < 200 && !/(?:www\.|:\/\/|@)|\.(?:uk|org|com)\b/i.test(text))
      links.push({ page: number, text, url });
  }
  return { links, comments };
}
