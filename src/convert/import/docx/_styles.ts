import { headingOfNames } from '../heading-styles.js';
import { over, type LetterStyle } from '../collector.js';
import { childOf, childrenOf, type XmlElement } from '../xml.js';
import { isOn, numberOf, valueOf } from '../office.js';

/** Properties of letters, each undefined where nothing is said of it. */
export interface RunProperties extends LetterStyle {
  readonly hidden?: boolean | undefined;
  /** Six hexadecimal digits, lower case, or “auto”. */
  readonly color?: string | undefined;
  readonly shaded?: boolean | undefined;
  readonly font?: string | undefined;
}

export interface NumberingReference {
  /** Null where only the level is given. */
  readonly id: string | null;
  readonly level: number;
}

export interface ParagraphProperties {
  /** 0-based outline level; 9 is body text. */
  readonly outline?: number | undefined;
  readonly numbering?: NumberingReference | undefined;
  /** Twentieths of a point. */
  readonly indent?: number | undefined;
  readonly shaded?: boolean | undefined;
}

export interface Style {
  /** Lower case, as programs show it; names of one meaning differ in spaces. */
  readonly name: string;
  /** Names of the styles that it is based on, the nearest first. */
  readonly bases: readonly string[];
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

const isShaded = (element: XmlElement | undefined): boolean | undefined => {
  const fill = valueOf(element, 'w:fill')?.toLowerCase();
  return fill === undefined ? undefined : fill !== 'auto' && fill !== 'ffffff';
};

export function runProperties(element: XmlElement | undefined): RunProperties {
  if (!element) return {};
  const size = numberOf(valueOf(childOf(element, 'w:sz')));
  const underline = valueOf(childOf(element, 'w:u'));
  const fonts = childOf(element, 'w:rFonts')?.attributes;
  const highlight = valueOf(childOf(element, 'w:highlight'));
  return {
    bold: isOn(childOf(element, 'w:b')),
    italic: isOn(childOf(element, 'w:i')),
    strike: isOn(childOf(element, 'w:strike')) ?? isOn(childOf(element, 'w:dstrike')),
    underline: underline === undefined ? undefined : underline !== 'none',
    hidden: isOn(childOf(element, 'w:vanish')),
    size: size === null ? undefined : size / 2,
    color: valueOf(childOf(element, 'w:color'))?.toLowerCase(),
    shaded: highlight !== undefined && highlight !== 'none' ? true : isShaded(childOf(element, 'w:shd')),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  };
}

export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (!element) return {};
  const outline = numberOf(valueOf(childOf(element, 'w:outlineLvl')));
  const numbering = childOf(element, 'w:numPr');
  const indent = childOf(element, 'w:ind')?.attributes;
  return {
    outline: outline ?? undefined,
    numbering: numbering && {
      id: valueOf(childOf(numbering, 'w:numId')) ?? null,
      level: Math.min(8, Math.max(0, numberOf(valueOf(childOf(numbering, 'w:ilvl'))) ?? 0)),
    },
    indent: numberOf(indent?.['w:left'] ?? indent?.['w:start']) ?? undefined,
    shaded: isShaded(childOf(element, 'w:shd')),
  };
}

/** Word itself goes no further than a few. */
const MOST_BASES = 50;

const NO_STYLE: Style = { name: '', bases: [], run: {}, paragraph: {} };

/** The styles of a document, each with what it takes from those that it is based on. A base that is not defined says nothing. */
export class Styles {
  private readonly sources = new Map<string, XmlElement>();
  private readonly known = new Map<string, Style>();
  private readonly defaults = new Map<string, string>();
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;

  constructor(root: XmlElement | undefined) {
    const defaults = childOf(root, 'w:docDefaults');
    this.run = runProperties(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'));
    this.paragraph = paragraphProperties(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'));
    for (const style of childrenOf(root, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (id === undefined) continue;
      this.sources.set(id, style);
      if (/^(?:1|true|on)$/i.test(style.attributes['w:default'] ?? '')) this.defaults.set(style.attributes['w:type'] ?? '', id);
    }
  }

  /** The style of a paragraph, or that of paragraphs without one. A style that is not defined has the meaning of its id. */
  ofParagraph(id: string | undefined): Style {
    const chosen = id ?? this.defaults.get('paragraph');
    if (chosen === undefined) return NO_STYLE;
    return this.sources.has(chosen) ? this.style(chosen, []) : { ...NO_STYLE, name: chosen.toLowerCase() };
  }

  ofRun(id: string | undefined): Style {
    return id !== undefined && this.sources.has(id) ? this.style(id, []) : { ...NO_STYLE, name: (id ?? '').toLowerCase() };
  }

  private style(id: string, seen: readonly string[]): Style {
    const known = this.known.get(id);
    if (known) return known;
    const source = this.sources.get(id)!;
    const name = (valueOf(childOf(source, 'w:name')) ?? id).toLowerCase();
    const baseId = valueOf(childOf(source, 'w:basedOn'));
    // Styles that are based on each other in a circle are based on nothing.
    const base =
      baseId !== undefined && seen.length < MOST_BASES && this.sources.has(baseId) && !seen.includes(baseId) && baseId !== id
        ? this.style(baseId, [...seen, id])
        : NO_STYLE;
    const style: Style = {
      name,
      bases: base === NO_STYLE ? [] : [base.name, ...base.bases],
      run: over(base.run, runProperties(childOf(source, 'w:rPr'))),
      paragraph: over(base.paragraph, paragraphProperties(childOf(source, 'w:pPr'))),
    };
    this.known.set(id, style);
    return style;
  }
}

/** 0 for the title, 1 to 9 for a heading, null for anything else. */
export const headingOfStyle = (style: Style): number | null => headingOfNames(style.name, style.bases, style.paragraph.outline);
