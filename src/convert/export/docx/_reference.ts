import { strFromU8, strToU8, unzipSync } from 'fflate';
import { attribute, scanTags } from '../_xml.js';
import { applyHeads, HEAD_PARTS, readHeads, type Heads } from './_heads.js';

/** The reference file is no Word file; the message says so to the user. */
export class ReferenceError extends Error {
  override readonly name = 'ReferenceError';
}

export interface Reference {
  readonly styles: string;
  readonly numbering: string | null;
  readonly theme: string | null;
  readonly fonts: string | null;
  /** In twentieths of a point, upright; null where the file does not say. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    /** From the edge of the paper. */
    readonly header: number;
    readonly footer: number;
  } | null;
  readonly heads: Heads;
}

const NOT_WORD = 'The reference file is no Word file (.docx) that can be read. Open it in Word, save it as .docx and try again.';
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Bytes of a part that is read, and of all of them. */
const LARGEST = 30_000_000;
const LARGEST_TOGETHER = 90_000_000;
const PARTS = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/theme/theme1.xml', 'word/fontTable.xml'];

/** Throws a `ReferenceError` where the bytes are no Word file. */
export function readReference(bytes: Uint8Array): Reference {
  try {
    let size = 0;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if ((!PARTS.includes(name) && !HEAD_PARTS.test(name)) || originalSize >= LARGEST) return false;
        size += originalSize;
        return size < LARGEST_TOGETHER;
      },
    });
    const read = (path: string): string | null => {
      if (!parts[path]) return null;
      const xml = strFromU8(parts[path]).replace(/^\ufeff/, '');
      scanTags(xml, () => {});
      return xml;
    };
    const [document, styles, numbering, theme, fonts] = PARTS.map(read);
    if (!document || !styles?.includes(`xmlns:w="${NAMESPACE}"`)) throw new ReferenceError(NOT_WORD);
    return {
      styles,
      numbering: numbering?.includes(`xmlns:w="${NAMESPACE}"`) ? numbering : null,
      theme: theme ?? null,
      // Fonts are named, never carried over.
      fonts: fonts?.replace(/<w:embed\w+\b[^>]*\/>/g, '') ?? null,
      page: pageOf(document),
      heads: readHeads(document, parts),
    };
  } catch (error) {
    throw error instanceof ReferenceError ? error : new ReferenceError(NOT_WORD);
  }
}

/** Twentieths of a point from the edge of the paper to a running head. */
export const HEAD_DISTANCE = 567;

function pageOf(document: string): Reference['page'] {
  const size = document.slice(document.lastIndexOf('<w:pgSz'));
  const margin = document.slice(document.lastIndexOf('<w:pgMar'));
  if (!size.startsWith('<w:pgSz') || !margin.startsWith('<w:pgMar')) return null;
  const number = (text: string, name: string): number =>
    Math.abs(Math.round(Number(attribute(text.slice(0, text.indexOf('>')), `w:${name}`))));
  const sides = [number(size, 'w'), number(size, 'h')].sort((left, right) => left - right);
  const page = {
    width: sides[0]!,
    height: sides[1]!,
    top: number(margin, 'top'),
    right: number(margin, 'right'),
    bottom: number(margin, 'bottom'),
    left: number(margin, 'left'),
    header: number(margin, 'header') || HEAD_DISTANCE,
    footer: number(margin, 'footer') || HEAD_DISTANCE,
  };
  const isSane =
    page.width >= 3000 && page.height < 32_000 && page.left + page.right < page.width - 2000 && page.top + page.bottom < page.height - 2000;
  return isSane ? page : null;
}

const STYLE = /<w:style\b[^>]*>(?:(?!<\/w:style>)[\s\S])*<\/w:style>/g;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
  readonly type: string;
  readonly isDefault: boolean;
  /** 0 for the highest heading; null where the style says none. */
  readonly outline: number | null;
}

function outlineOf(style: string): number | null {
  const level = /<w:outlineLvl\s+w:val="([0-8])"/.exec(style)?.[1];
  return level === undefined ? null : Number(level);
}

/** What of a style stands behind its properties of paragraphs, and what of these behind the level. */
const BEHIND_PARAGRAPH = /<w:(?:rPr|tblPr|trPr|tcPr|tblStylePr)\b|<\/w:style>/;
const BEHIND_LEVEL = /<w:(?:divId|cnfStyle|rPr|sectPr|pPrChange)\b|<\/w:pPr>/;

/** A style of headings that says its level, as programs other than Word need it. */
function levelled(style: string, level: number): string {
  const said = `<w:outlineLvl w:val="${level}"/>`;
  const put = (at: number, what: string): string => style.slice(0, at) + what + style.slice(at);
  const empty = /<w:pPr\s*\/>/.exec(style);
  if (empty) return style.replace(empty[0], `<w:pPr>${said}</w:pPr>`);
  const open = style.search(/<w:pPr\b/);
  return open < 0
    ? put(style.search(BEHIND_PARAGRAPH), `<w:pPr>${said}</w:pPr>`)
    : put(open + style.slice(open).search(BEHIND_LEVEL), said);
}

function stylesOf(xml: string): Style[] {
  return Array.from(xml.matchAll(STYLE), ([style]) => {
    const head = style.slice(0, style.indexOf('>'));
    const name = /<w:name\b[^>]*>/.exec(style)?.[0] ?? '';
    return {
      id: attribute(head, 'w:styleId') ?? '',
      name: (attribute(name, 'w:val') ?? '').toLowerCase(),
      xml: style,
      type: attribute(head, 'w:type') ?? 'paragraph',
      isDefault: /\bw:default="(?:1|true|on)"/.test(head),
      outline: outlineOf(style),
    };
  });
}

const REFERS = /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]*)(")/g;

/** Gives a file the styles of another: styles are the same by name, whatever they are called inside; those that the other lacks are added. */
export function applyReference(parts: Map<string, Uint8Array>, reference: Reference, title: string): void {
  const theirs = stylesOf(reference.styles);
  const ours = stylesOf(strFromU8(parts.get('word/styles.xml')!));
  const ids = new Map<string, string>();
  const missing: Style[] = [];
  const unlevelled = new Map<string, string>();
  const used = new Set<string>();
  for (const [path, bytes] of parts) {
    if (/^word\/(?:document|footnotes|header\d*|footer\d*|numbering)\.xml$/.test(path))
      for (const [, , id] of strFromU8(bytes).matchAll(REFERS)) used.add(id!);
  }
  for (const style of ours) {
    const same =
      theirs.find(({ name, type }) => name === style.name && type === style.type) ??
      (style.isDefault ? theirs.find(({ type, isDefault }) => isDefault && type === style.type) : undefined) ??
      // Their headings may have names in another language.
      (style.outline !== null ? theirs.find(({ type, outline }) => outline === style.outline && type === style.type) : undefined);
    if (same) ids.set(style.id, same.id);
    else missing.push(style);
    if (same && style.outline !== null && same.outline === null) unlevelled.set(same.xml, levelled(same.xml, style.outline));
  }
  // What a style that is added is based on is added with it.
  for (let index = missing.length - 1; index >= 0; index--)
    for (const [, , id] of missing[index]!.xml.matchAll(REFERS)) if (used.has(missing[index]!.id)) used.add(id!);
  const taken = new Set(theirs.map(({ id }) => id));
  for (const { id } of missing) {
    let free = id;
    while (taken.has(free)) free += 'x';
    ids.set(id, free);
  }
  const renamed = (xml: string): string =>
    xml.replace(REFERS, (whole, before: string, id: string, after: string) => (ids.has(id) ? before + ids.get(id)! + after : whole));
  const added = missing
    .filter(({ id }) => used.has(id))
    .map(({ id, xml }) =>
      renamed(xml)
        .replace(/\bw:styleId="[^"]*"/, `w:styleId="${ids.get(id)!}"`)
        .replace(/ w:default="\w+"/, '')
        // The house's font, but for code.
        .replace(/<w:rFonts w:ascii="Arial"[^>]*\/>/g, ''),
    )
    .join('');
  for (const [path, bytes] of parts) {
    if (/^word\/(?:document|footnotes|header\d*|footer\d*|numbering)\.xml$/.test(path)) parts.set(path, strToU8(renamed(strFromU8(bytes))));
  }
  const own = strFromU8(parts.get('word/numbering.xml')!);
  const merged = reference.numbering ? mergedNumbering(own, reference.numbering) : null;
  const given = Array.from(unlevelled).reduce((xml, [style, withLevel]) => xml.replace(style, () => withLevel), reference.styles);
  const styles = british(given.replace(/<\/w:styles>\s*$/, () => `${added}</w:styles>`));
  const numbered = (xml: string): string =>
    xml.replace(/<w:numId w:val="(\d+)"\/>/g, (whole, id: string) =>
      id === '0' ? whole : merged ? `<w:numId w:val="${Number(id) + merged.offset}"/>` : '<w:numId w:val="0"/>',
    );
  parts.set('word/styles.xml', strToU8(numbered(styles)));
  applyHeads(parts, reference.heads, title, numbered);
  if (merged) parts.set('word/numbering.xml', strToU8(merged.xml));
  if (reference.theme) parts.set('word/theme/theme1.xml', strToU8(reference.theme));
  if (reference.fonts) parts.set('word/fontTable.xml', strToU8(reference.fonts));
}

/** The language of all that says no other. */
function british(styles: string): string {
  const start = styles.indexOf('<w:docDefaults');
  const end = styles.indexOf('</w:docDefaults>');
  if (start < 0 || end < 0) {
    const at = /<w:styles\b[^>]*>/.exec(styles)![0];
    return styles.replace(
      at,
      () => `${at}<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    );
  }
  const defaults = styles.slice(start, end);
  const spoken = /<w:lang\b[^>]*>/.test(defaults)
    ? defaults.replace(/<w:lang\b[^>]*>/, (tag) =>
        /\bw:val="/.test(tag) ? tag.replace(/\bw:val="[^"]*"/, 'w:val="en-GB"') : tag.replace('<w:lang', '<w:lang w:val="en-GB"'),
      )
    : defaults.includes('</w:rPr>')
      ? defaults.replace('</w:rPr>', '<w:lang w:val="en-GB"/></w:rPr>')
      : defaults.replace(
          /^<w:docDefaults[^>]*>(?:<w:rPrDefault>\s*<\/w:rPrDefault>|<w:rPrDefault\/>)?/,
          '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>',
        );
  return styles.slice(0, start) + spoken + styles.slice(end);
}

/** The lists of both, those of the reference file with other numbers. Pictures as bullets are left out. */
function mergedNumbering(own: string, theirs: string): { readonly xml: string; readonly offset: number } {
  const numbers = Array.from(own.matchAll(/\bw:(?:abstractNumId|numId)="(\d+)"/g), ([, id]) => Number(id));
  const offset = numbers.reduce((left, right) => Math.max(left, right), 0) + 1;
  const shifted = theirs
    .replace(/<w:lvlPicBulletId\b[^>]*\/>/g, '')
    .replace(
      /(\bw:(?:abstractNumId|numId)="|<w:abstractNumId w:val=")(\d+)(")/g,
      (_, before: string, id: string, after: string) => `${before}${Number(id) + offset}${after}`,
    );
  const abstracts = Array.from(shifted.matchAll(/<w:abstractNum\b[^>]*>(?:(?!<\/w:abstractNum>)[\s\S])*<\/w:abstractNum>/g), ([xml]) =>
    plain(xml),
  ).join('');
  const lists = Array.from(shifted.matchAll(/<w:num\b[^>]*>(?:(?!<\/w:num>)[\s\S])*<\/w:num>/g), ([xml]) => plain(xml)).join('');
  const first = own.search(/<w:num\s/);
  const xml =
    first < 0 ? own.replace('</w:numbering>', () => `${abstracts}</w:numbering>`) : own.slice(0, first) + abstracts + own.slice(first);
  return { xml: xml.replace('</w:numbering>', () => `${lists}</w:numbering>`), offset };
}

/** Without what newer versions of Word add in namespaces of their own, which the file may not declare. */
const plain = (xml: string): string =>
  xml
    .replace(/<mc:AlternateContent>(?:(?!<\/mc:AlternateContent>)[\s\S])*<\/mc:AlternateContent>/g, '')
    .replace(/ w1\d\w*:\w+="[^"]*"/g, '');
