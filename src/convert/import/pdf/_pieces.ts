/* eslint-disable max-lines -- one interpreter: each operator of a page changes the state that the next one is read in */
/*
 * What a page draws, as pieces of text with their places and as straight lines, by following the drawing instructions. (The library's own
 * text extraction says neither the colour of text nor whether it can be seen, and knows no ruling lines.)
 */
import { OPS, type PDFPageProxy } from './_library.js';
import { LIGATURES } from '../../../text/ligatures.js';

/** Some characters on one baseline, in points; y grows downwards from the top of the page. */
export interface Piece {
  /** Without blanks at its ends. */
  text: string;
  x0: number;
  x1: number;
  /** Where its first word ends. */
  word: number;
  /** Of the baseline. */
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** As #rrggbb; empty for a pattern. */
  colour: string;
  /** Whether blanks stand before and after it in the file. */
  before: boolean;
  after: boolean;
  /** Number of the marked content that it belongs to; -1 for none. */
  content: number;
  /** Marked as decoration: a running head, a foot, a page number. */
  artifact: boolean;
  /** Why nobody sees it. */
  hidden: Hidden | null;
  turned: boolean;
}

export type Hidden = 'white' | 'invisible' | 'off-page' | 'layer' | 'tiny';

export interface Rule {
  /** Along the line. */
  from: number;
  to: number;
  /** Across it: y of a horizontal line, x of a vertical one. */
  at: number;
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface Drawn {
  pieces: Piece[];
  horizontal: Rule[];
  vertical: Rule[];
  /** Coloured areas. */
  fills: Box[];
  width: number;
  height: number;
  /** Something was placed on it that may be a picture. */
  pictures: boolean;
  /** More was drawn than a page of text can hold, and the rest was left. */
  cut: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

interface State {
  ctm: Matrix;
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  colour: string;
  strokeWhite: boolean;
  alpha: number;
  /** What is drawn outside of it is not seen; some programs fill the whole page and cut out a cell. */
  clip: Box | null;
}

const cutTo = (box: Box, clip: Box | null): Box =>
  clip
    ? {
        x0: Math.max(box.x0, clip.x0),
        y0: Math.max(box.y0, clip.y0),
        x1: Math.min(box.x1, clip.x1),
        y1: Math.min(box.y1, clip.y1),
      }
    : box;

interface Font {
  bold: boolean;
  italic: boolean;
  vertical: boolean;
  unit: number;
}

interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
}

/** Pages of published plans draw some ten thousand things; a hundred times that is no page of text. */
const MOST_OPERATIONS = 1_000_000;
const MOST_CHARACTERS = 200_000;

const isWhite = (colour: unknown): boolean => {
  const hex = typeof colour === 'string' && /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  return hex ? hex.slice(1).every((part) => parseInt(part, 16) >= 0xf4) : false;
};

function fontOf(page: PDFPageProxy, id: string): Font {
  const plain: Font = { bold: false, italic: false, vertical: false, unit: 0.001 };
  if (!page.commonObjs.has(id)) return plain;
  const font = page.commonObjs.get(id) as {
    name?: string;
    bold?: boolean;
    black?: boolean;
    italic?: boolean;
    vertical?: boolean;
    fontMatrix?: number[];
  };
  const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '');
  return {
    bold: font.bold === true || font.black === true || /bold|black|heavy|demi(?!ra)/i.test(name),
    italic: font.italic === true || /italic|oblique/i.test(name),
    vertical: font.vertical === true,
    unit: font.fontMatrix?.[0] ?? 0.001,
  };
}

/** Signs of the symbol fonts that come without a Unicode of their own: Symbol and Wingdings at U+F000 and up. */
const SYMBOLS: Readonly<Record<number, string>> = {
  0xf0b7: '•',
  0xf0a7: '▪',
  0xf06e: '■',
  0xf06c: '●',
  0xf071: '❑',
  0xf076: '❖',
  0xf0a8: '◻',
  0xf0d8: '➢',
  0xf0e0: '→',
  0xf0e8: '➔',
  0xf0fc: '✓',
  0xf0fb: '✗',
  0xf0fe: '☑',
  0xf06f: '□',
  0xf02d: '–',
};

/** The characters of a glyph as they are written, without control characters and marks of direction. */
function characters(unicode: string): string {
  if (/^[ -~]*$/.test(unicode)) return unicode;
  let text = '';
  for (const char of unicode) {
    const code = char.codePointAt(0)!;
    if (LIGATURES[char]) text += LIGATURES[char];
    else if (code >= 0xe000 && code <= 0xf8ff) text += SYMBOLS[code] ?? (code >= 0xf000 && code <= 0xf0ff ? '\ue000' : '');
    else if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000 || code === 9)
      text += ' ';
    else if (code < 32 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f)) continue;
    else if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code === 0xfeff || code === 0xfffe) continue;
    else if (code >= 0xf0000) continue;
    else text += char;
  }
  return text;
}

/** What a page draws. `layerShown` says whether an optional layer is switched on. */
export async function readPieces(
  page: PDFPageProxy,
  layerShown: (group: unknown) => boolean,
  /** Annotations whose drawing is left out. */
  skipped: ReadonlySet<string> = new Set(),
): Promise<Drawn> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const base = viewport.transform as unknown as Matrix;
  const drawn: Drawn = {
    pieces: [],
    horizontal: [],
    vertical: [],
    fills: [],
    width: viewport.width,
    height: viewport.height,
    pictures: false,
    cut: false,
  };
  const fonts = new Map<string, Font>();
  let state: State = {
    ctm: base,
    font: null,
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    colour: '#000000',
    strokeWhite: false,
    alpha: 1,
    clip: null,
  };
  const stack: State[] = [];
  const marks: { content: number; artifact: boolean; off: boolean }[] = [];
  let mark = { content: -1, artifact: false, off: false };
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let letters = 0;
  /** The next path says where may be drawn. */
  let clipping = false;
  /** Something that is no plain rectangle covers the page, so that white text may well be seen. */
  let shaded = false;

  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const open = (next: typeof mark): void => {
    marks.push(mark);
    mark = next;
  };

  const show = (glyphs: readonly (Glyph | number)[]): void => {
    const { font, size, charSpacing, wordSpacing, scale } = state;
    if (!font || size === 0) return;
    const down = font.vertical ? -1 : 1;
    let written = '';
    let start = 0;
    let end = 0;
    let word = 0;
    let before = false;
    let blanks = 0;
    const trm = times(times(state.ctm, text), [scale, 0, 0, 1, x, y + state.rise]);
    const length = Math.hypot(trm[2], trm[3]);
    const height = size * length;
    const flush = (after: boolean): void => {
      if (written !== '') {
        const turned = Math.abs(trm[1]) > Math.abs(trm[0]);
        const ax = trm[0] * start + trm[4];
        const bx = trm[0] * end + trm[4];
        const ay = trm[1] * start + trm[5];
        const by = trm[1] * end + trm[5];
        const piece: Piece = {
          text: written,
          x0: Math.min(ax, bx) - (turned ? height : 0),
          x1: Math.max(ax, bx),
          word: trm[0] * (word || end) + trm[4],
          y: Math.max(ay, by),
          size: Math.abs(height),
          bold: font.bold,
          italic: font.italic,
          colour: state.colour,
          before,
          after,
          content: mark.content,
          artifact: mark.artifact,
          hidden: null,
          turned,
        };
        piece.hidden = hiddenBy(piece);
        drawn.pieces.push(piece);
      } else if (drawn.pieces.length > 0 && (before || after)) {
        // Only blanks were shown: they part what stands around them.
        const last = drawn.pieces[drawn.pieces.length - 1]!;
        if (Math.abs(last.y - trm[5]) < 1 && Math.abs(last.x1 - trm[4]) < last.size) last.after = true;
      }
      written = '';
      word = 0;
      before = after;
    };
    let at = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        at -= (down * glyph * size) / 1000;
        continue;
      }
      const width = (glyph.width ?? 0) * size * font.unit;
      const advance = width + (glyph.isSpace ? wordSpacing : 0) + charSpacing;
      const chars = characters(glyph.unicode ?? '');
      if (chars === '' || chars.trim() === '') {
        if (chars !== '') blanks++;
        else if (written !== '') end = at + width;
      } else {
        const gap = at - end;
        if (written === '') {
          before ||= blanks > 0;
          start = at;
        } else if (gap > size) {
          flush(true);
          before = true;
          start = at;
        } else if (blanks > 0 || gap > size * 0.17) {
          written += ' ';
          word ||= end;
        }
        written += chars;
        letters += chars.length;
        end = at + width;
        blanks = 0;
      }
      at += advance;
    }
    flush(blanks > 0);
    if (font.vertical) y -= at;
    else x += at * scale;
  };

  const hiddenBy = (piece: Piece): Hidden | null => {
    if (mark.off || marks.some((outer) => outer.off)) return 'layer';
    if (state.mode === 3 || state.alpha < 0.04) return 'invisible';
    if (piece.size < 1.5) return 'tiny';
    const middle = (piece.x0 + piece.x1) / 2;
    if (middle < 0 || middle > drawn.width || piece.y < 0 || piece.y - piece.size > drawn.height) return 'off-page';
    if (isWhite(state.colour) && state.mode !== 1 && !shaded) {
      const up = piece.y - piece.size * 0.3;
      const backed = drawn.fills.some((box) => middle >= box.x0 && middle <= box.x1 && up >= box.y0 && up <= box.y1);
      if (!backed) return 'white';
    }
    return null;
  };

  const path = (operation: number, data: ArrayLike<number>): void => {
    const fills = operation === OPS.fill || operation === OPS.eoFill || operation === OPS.fillStroke || operation === OPS.eoFillStroke;
    const strokes = operation === OPS.stroke || operation === OPS.closeStroke || operation === OPS.fillStroke;
    const fillsToo = fills || operation === OPS.closeFillStroke || operation === OPS.closeEOFillStroke;
    const clips = clipping;
    clipping = false;
    if (!fillsToo && !strokes && !clips) return;
    const m = state.ctm;
    let box: Box | null = null;
    let curved = false;
    let px = 0;
    let py = 0;
    let sx = 0;
    let sy = 0;
    const put = (ux: number, uy: number): void => {
      px = m[0] * ux + m[2] * uy + m[4];
      py = m[1] * ux + m[3] * uy + m[5];
      box = box
        ? { x0: Math.min(box.x0, px), y0: Math.min(box.y0, py), x1: Math.max(box.x1, px), y1: Math.max(box.y1, py) }
        : { x0: px, y0: py, x1: px, y1: py };
    };
    const line = (ax: number, ay: number, bx: number, by: number): void => {
      if (!strokes || state.strokeWhite) return;
      if (Math.abs(ay - by) < 0.8 && Math.abs(ax - bx) > 0.3)
        drawn.horizontal.push({ from: Math.min(ax, bx), to: Math.max(ax, bx), at: (ay + by) / 2 });
      else if (Math.abs(ax - bx) < 0.8 && Math.abs(ay - by) > 0.3)
        drawn.vertical.push({ from: Math.min(ay, by), to: Math.max(ay, by), at: (ax + bx) / 2 });
    };
    let bounds: Box | null = null;
    const finish = (): void => {
      if (box && clips)
        bounds = bounds
          ? {
              x0: Math.min(bounds.x0, box.x0),
              y0: Math.min(bounds.y0, box.y0),
              x1: Math.max(bounds.x1, box.x1),
              y1: Math.max(bounds.y1, box.y1),
            }
          : box;
      if (box && fillsToo) {
        box = cutTo(box, state.clip);
        const wide = box.x1 - box.x0;
        const high = box.y1 - box.y0;
        const white = isWhite(state.colour);
        if (!curved && !white) {
          if (high <= 2.6 && high >= 0 && wide > 0.2) drawn.horizontal.push({ from: box.x0, to: box.x1, at: (box.y0 + box.y1) / 2 });
          if (wide <= 2.6 && wide >= 0 && high > 0.2) drawn.vertical.push({ from: box.y0, to: box.y1, at: (box.x0 + box.x1) / 2 });
        }
        if (!white && wide > 2.6 && high > 2.6) drawn.fills.push(box);
      }
      box = null;
      curved = false;
    };
    for (let i = 0; i < data.length;) {
      const kind = data[i]!;
      const [fx, fy] = [px, py];
      if (kind === 0) {
        finish();
        put(data[i + 1]!, data[i + 2]!);
        [sx, sy] = [px, py];
        i += 3;
      } else if (kind === 1) {
        put(data[i + 1]!, data[i + 2]!);
        line(fx, fy, px, py);
        i += 3;
      } else if (kind === 2 || kind === 3) {
        const count = kind === 2 ? 6 : 4;
        put(data[i + count - 1]!, data[i + count]!);
        curved = true;
        i += count + 1;
      } else {
        line(fx, fy, sx, sy);
        [px, py] = [sx, sy];
        i += 1;
      }
    }
    finish();
    if (bounds) state.clip = cutTo(bounds, state.clip);
  };

  const count = Math.min(fnArray.length, MOST_OPERATIONS);
  drawn.cut = count < fnArray.length;
  for (let index = 0; index < count; index++) {
    if (letters > MOST_CHARACTERS) {
      drawn.cut = true;
      break;
    }
    const args = (argsArray[index] ?? []) as unknown[];
    switch (fnArray[index]) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        drawn.pictures = true;
        state.ctm = times(state.ctm, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (args[0]) state.ctm = times(state.ctm, args[0] as Matrix);
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.beginAnnotation:
        stack.push({ ...state });
        if (skipped.has(String(args[0]))) {
          while (index + 1 < count && fnArray[index + 1] !== OPS.endAnnotation) index++;
          break;
        }
        state.ctm = base;
        if (args[2]) state.ctm = times(state.ctm, args[2] as Matrix);
        if (args[3]) state.ctm = times(state.ctm, args[3] as Matrix);
        break;
      case OPS.endAnnotation:
        restore();
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'ca') state.alpha = Number(value);
          else if (key === 'Font') {
            const [id, size] = value as [string, number];
            if (!fonts.has(id)) fonts.set(id, fontOf(page, id));
            state.font = fonts.get(id)!;
            state.size = size;
          }
        }
        break;
      case OPS.setFillRGBColor:
        state.colour = String(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeWhite = isWhite(args[0]);
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.colour = '';
        break;
      case OPS.shadingFill:
        shaded = true;
        break;
      case OPS.beginText:
        text = [1, 0, 0, 1, 0, 0];
        x = y = lineX = lineY = 0;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = Number(args[0]);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = Number(args[0]);
        break;
      case OPS.setHScale:
        state.scale = Number(args[0]) / 100;
        break;
      case OPS.setLeading:
        state.leading = -Number(args[0]);
        break;
      case OPS.setFont: {
        const id = String(args[0]);
        if (!fonts.has(id)) fonts.set(id, fontOf(page, id));
        state.font = fonts.get(id)!;
        state.size = Number(args[1]);
        break;
      }
      case OPS.setTextRenderingMode:
        state.mode = Number(args[0]);
        break;
      case OPS.setTextRise:
        state.rise = Number(args[0]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = Number(args[1]);
        x = lineX += Number(args[0]);
        y = lineY += Number(args[1]);
        break;
      case OPS.moveText:
        x = lineX += Number(args[0]);
        y = lineY += Number(args[1]);
        break;
      case OPS.setTextMatrix:
        text = Array.from(args[0] as ArrayLike<number>) as unknown as Matrix;
        x = y = lineX = lineY = 0;
        break;
      case OPS.nextLine:
        x = lineX += 0;
        y = lineY += state.leading;
        break;
      case OPS.showText:
        show(args[0] as (Glyph | number)[]);
        break;
      case OPS.beginMarkedContentProps: {
        const [tag, value] = args;
        const off = tag === 'OC' && !layerShown(value);
        const content = typeof value === 'number' ? value : mark.content;
        open({ content, artifact: mark.artifact || tag === 'Artifact', off: mark.off || off });
        break;
      }
      case OPS.beginMarkedContent: {
        const tag = args[0] as { name?: string } | string;
        const name = typeof tag === 'string' ? tag : tag?.name;
        open({ ...mark, artifact: mark.artifact || name === 'Artifact' });
        break;
      }
      case OPS.endMarkedContent:
        mark = marks.pop() ?? mark;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipping = true;
        break;
      case OPS.constructPath: {
        const data = (args[1] as (ArrayLike<number> | null)[])[0];
        if (data) path(Number(args[0]), data);
        break;
      }
    }
  }
  return drawn;
}
