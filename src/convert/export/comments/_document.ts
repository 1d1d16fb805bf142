import { attribute, scanTags, unescapeXml } from '../_xml.js';
import { Letters } from './_letters.js';

export interface Run {
  readonly start: number;
  readonly tag: string;
  /** After its start tag and its properties. */
  content: number;
  properties: string;
  /** After its end tag. */
  end: number;
}

/** An element `w:t` whose words are seen, with where it stands in the XML. */
export interface WordText {
  /** The run that holds it; the outermost where runs are nested, as in text boxes. */
  readonly run: Run;
  readonly tag: { readonly start: number; readonly end: number };
  readonly value: string;
  readonly raw: string;
  /** After the end tag. */
  readonly end: number;
  /** Nothing of the run stands before it, or behind it. */
  readonly isFirst: boolean;
  isLast: boolean;
  /** In a run within a run, as in a text box, where Word passes over comments: one stands at the whole of the outer run. */
  readonly isInner: boolean;
}

/** A picture, or a drawing that is described as one. */
export interface WordPicture {
  readonly run: Run;
  /** How many letters stand before it. */
  readonly letter: number;
}

export interface WordDocument {
  readonly letters: Letters;
  /** In order. */
  readonly pictures: readonly WordPicture[];
  readonly texts: readonly WordText[];
  /** Runs that refer to footnotes and endnotes, in order. */
  readonly notes: readonly Run[];
  /** Where the content of the first paragraph begins; null where there is none. */
  readonly first: number | null;
}

const NAMESPACES = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
/** Styles of the entries in a list of contents. */
const CONTENTS = /^(?:toc|contents)\s?\d/i;

/** The prefix of Word's elements with its colon; null where there is none. */
export function prefixOf(xml: string): string | null {
  for (const [, prefix, double, single] of xml.slice(0, 20_000).matchAll(/\sxmlns:([\w.-]+)=(?:"([^"]*)"|'([^']*)')/g)) {
    if (NAMESPACES.includes(double ?? single ?? '')) return `${prefix}:`;
  }
  return null;
}

/** Whether a tag in a drawing says that it is a picture, or what is to be seen on it. */
function isPicture(name: string, tag: string): boolean {
  if (/:(?:blip|imagedata)$/.test(name)) return true;
  const described = name.endsWith(':docPr') ? attribute(tag, 'descr') : /:(?:shape|group)$/.test(name) ? attribute(tag, 'alt') : null;
  return (described ?? '') !== '';
}

/** Reads the words of a document as if all changes were accepted. Throws an `XmlError` for XML that is none. */
export function readWords(xml: string, prefix: string): WordDocument {
  const w = (name: string): string => prefix + name;
  const [RUN, TEXT, PARAGRAPH, PROPERTIES, PARAGRAPH_PROPERTIES, STYLE] = [w('r'), w('t'), w('p'), w('rPr'), w('pPr'), w('pStyle')];
  /** What is there no longer, or is there once more. */
  const unread = new Set([w('del'), w('moveFrom'), w('rPrChange'), w('pPrChange'), 'mc:Fallback']);
  const references = new Set([w('footnoteReference'), w('endnoteReference')]);
  const drawings = new Set([w('drawing'), w('pict')]);
  const letters = new Letters();
  const texts: WordText[] = [];
  const notes: Run[] = [];
  const pictures: WordPicture[] = [];
  let drawing: WordPicture | null = null;
  const runs: Run[] = [];
  let within = 0;
  let first: number | null = null;
  let paragraphs = 0;
  let isContents = false;
  let open: { start: number; end: number } | null = null;
  /** The last text of the run, as long as nothing follows it. */
  let latest: WordText | null = null;

  const endText = (start: number, end: number): void => {
    const run = runs[0]!;
    const raw = xml.slice(open!.end, start);
    const value = unescapeXml(raw);
    latest = { run, tag: open!, value, raw, end, isFirst: open!.start === run.content, isLast: true, isInner: runs.length > 1 };
    letters.add(value, texts.push(latest) - 1, (index) => index);
  };

  scanTags(xml, ({ kind, name, start, end }) => {
    if (unread.has(name)) {
      if (kind === 'open') within++;
      if (kind === 'close') within--;
      return;
    }
    if (within > 0) return;
    switch (name) {
      case PARAGRAPH:
        if (kind !== 'open') return;
        isContents = false;
        if (paragraphs++ === 0) first = end;
        return;
      case PARAGRAPH_PROPERTIES:
        if (kind !== 'open' && paragraphs === 1) first = end;
        return;
      case STYLE:
        isContents = CONTENTS.test(attribute(xml.slice(start, end), STYLE.replace('pStyle', 'val')) ?? '');
        return;
      case RUN:
        latest = null;
        if (kind === 'open') runs.push({ start, tag: xml.slice(start, end), content: end, properties: '', end });
        else if (kind === 'close') runs.pop()!.end = end;
        return;
      case PROPERTIES: {
        const run = runs.at(-1);
        if (!run || kind === 'open' || run.content !== run.start + run.tag.length) return;
        run.properties = xml.slice(run.content, end);
        run.content = end;
        return;
      }
      case TEXT:
        if (runs.length === 0) return;
        if (kind === 'close') {
          if (open && !isContents) endText(start, end);
          open = null;
          return;
        }
        if (latest) latest.isLast = false;
        latest = null;
        open = kind === 'open' ? { start, end } : null;
        return;
      default:
        if (runs.length === 0) return;
        if (references.has(name) && kind !== 'close') notes.push(runs[0]!);
        if (drawings.has(name)) drawing = kind === 'open' ? { run: runs[0]!, letter: letters.places.length } : null;
        if (drawing && kind !== 'close' && isPicture(name, xml.slice(start, end))) {
          pictures.push(drawing);
          drawing = null;
        }
        if (latest) {
          latest.isLast = false;
          latest = null;
        }
    }
  });
  return { letters: letters.finish(), pictures, texts, notes, first };
}
