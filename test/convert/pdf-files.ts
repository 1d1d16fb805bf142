/*
 * Small PDFs, written byte by byte: the standard fonts, one content stream a page. Places are in points from the top left corner of an A4
 * page, as one reads.
 */

export const WIDTH = 595;
export const HEIGHT = 842;

export interface Text {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** As three numbers from 0 to 1. */
  colour?: string;
  /** Text rendering mode; 3 is invisible. */
  mode?: number;
  /** Numbers of the structure element, for a tagged page. */
  mcid?: number;
}

export interface Rule {
  x: number;
  y: number;
  width: number;
  height: number;
  colour?: string;
}

export interface Page {
  texts?: readonly Text[];
  rules?: readonly Rule[];
  /** More content, in PDF's own operators. */
  raw?: string;
  /** More entries of the page's dictionary. */
  entries?: string;
}

export interface Options {
  /** More objects, by number from 100 on. */
  objects?: Readonly<Record<number, string>>;
  /** More entries of the catalog. */
  catalog?: string;
}

/** Widths of Helvetica in thousandths, from the blank to the tilde. */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);

/** How wide a text is, in points. */
export const widthOf = (text: string, size = 12): number =>
  [...text].reduce((sum, char) => sum + (WIDTHS[char.charCodeAt(0) - 32] ?? 556), 0) * (size / 1000);

const SIGNS: Readonly<Record<string, string>> = { '•': '\\225', '–': '\\226', '’': '\\222', '‘': '\\221', '§': '\\247' };
const literal = (text: string): string => text.replace(/[\\()]/g, '\\$&').replace(/[•–’‘§]/g, (sign) => SIGNS[sign]!);

function contentOf({ texts = [], rules = [], raw = '' }: Page): string {
  const parts: string[] = [];
  for (const { x, y, width, height, colour = '0 0 0' } of rules)
    parts.push(`${colour} rg ${x} ${HEIGHT - y - height} ${width} ${height} re f`);
  for (const { text, x, y, size = 12, bold = false, colour = '0 0 0', mode = 0, mcid } of texts) {
    const show = `BT /F${bold ? 2 : 1} ${size} Tf ${colour} rg ${mode} Tr 1 0 0 1 ${x} ${HEIGHT - y} Tm (${literal(text)}) Tj ET`;
    parts.push(mcid === undefined ? show : `/P <</MCID ${mcid}>> BDC ${show} EMC`);
  }
  parts.push(raw);
  return parts.join('\n');
}

/** The bytes of a PDF. */
export function pdf(pages: readonly Page[], { objects = {}, catalog = '' }: Options = {}): Uint8Array {
  const list = new Map<number, string>();
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ');
  list.set(1, `<</Type /Catalog /Pages 2 0 R ${catalog}>>`);
  list.set(2, `<</Type /Pages /Kids [${kids}] /Count ${pages.length}>>`);
  list.set(3, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>');
  list.set(4, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding>>');
  pages.forEach((page, index) => {
    const number = 10 + index * 2;
    const content = contentOf(page);
    list.set(
      number,
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources <</Font <</F1 3 0 R /F2 4 0 R>>>> /Contents ${number + 1} 0 R ${page.entries ?? ''}>>`,
    );
    list.set(number + 1, `<</Length ${content.length}>>\nstream\n${content}\nendstream`);
  });
  for (const [number, object] of Object.entries(objects)) list.set(Number(number), object);
  let text = '%PDF-1.7\n';
  const places = new Map<number, number>();
  for (const [number, object] of list) {
    places.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  const most = Math.max(...list.keys());
  text += `xref\n0 ${most + 1}\n0000000000 65535 f \n`;
  for (let number = 1; number <= most; number++) {
    const place = places.get(number);
    text += place === undefined ? '0000000000 00000 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  }
  text += `trailer\n<</Size ${most + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** A paragraph, wrapped as a word processor wraps it; gives its lines and where the next one may stand. */
export function wrapped(text: string, x: number, y: number, right: number, style: Partial<Text> = {}): { texts: Text[]; y: number } {
  const size = style.size ?? 12;
  const texts: Text[] = [];
  let line = '';
  let at = y;
  const flush = (): void => {
    texts.push({ ...style, text: line, x, y: at });
    at += size * 1.2;
    line = '';
  };
  for (const word of text.split(' ')) {
    if (line !== '' && x + widthOf(`${line} ${word}`, size) > right) flush();
    line = line === '' ? word : `${line} ${word}`;
  }
  flush();
  return { texts, y: at };
}

/** A ruled table: cells of one column width each, wrapped, with lines around them. */
export function ruled(
  rows: readonly (readonly string[])[],
  x: readonly number[],
  y: number,
  style: (row: number) => Partial<Text> = () => ({}),
): { texts: Text[]; rules: Rule[]; y: number } {
  const texts: Text[] = [];
  const rules: Rule[] = [];
  const [left, right] = [x[0]!, x.at(-1)!];
  const top = y;
  let at = y;
  rules.push({ x: left, y: at, width: right - left, height: 0.5 });
  rows.forEach((row, r) => {
    let bottom = at;
    row.forEach((cell, c) => {
      let line = at + 13;
      for (const paragraph of cell.split('\n')) {
        const laid = wrapped(paragraph, x[c]! + 5, line, x[c + 1]! - 5, style(r));
        texts.push(...laid.texts);
        line = laid.y;
      }
      bottom = Math.max(bottom, line - 8);
    });
    at = bottom + 4;
    rules.push({ x: left, y: at, width: right - left, height: 0.5 });
  });
  for (const edge of x) rules.push({ x: edge, y: top, width: 0.5, height: at - top });
  return { texts, rules, y: at };
}

/** An element of the tags of a page: its name, and the elements in it or the number of its marked content. */
export type TagTree = readonly [role: string, ...content: (TagTree | number)[]];

/** A PDF of one page with tags. */
export function taggedPdf(page: Page, tree: TagTree): Uint8Array {
  const objects: Record<number, string> = {};
  const parents: number[] = [];
  let next = 102;
  const element = ([role, ...content]: TagTree, parent: number): number => {
    const number = next++;
    const kids = content.map((part) => {
      if (typeof part !== 'number') return `${element(part, number)} 0 R`;
      parents[part] = number;
      return String(part);
    });
    objects[number] = `<</Type /StructElem /S /${role} /P ${parent} 0 R /Pg 10 0 R /K [${kids.join(' ')}]>>`;
    return number;
  };
  const root = element(tree, 100);
  objects[100] = `<</Type /StructTreeRoot /K [${root} 0 R] /ParentTree 101 0 R>>`;
  objects[101] = `<</Nums [0 [${Array.from(parents, (number) => `${number} 0 R`).join(' ')}]]>>`;
  return pdf([{ ...page, entries: '/StructParents 0' }], { objects, catalog: '/MarkInfo <</Marked true>> /StructTreeRoot 100 0 R' });
}
