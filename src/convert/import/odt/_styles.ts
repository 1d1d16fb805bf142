import { over, type LetterStyle } from '../collector.js';
import { childOf, childrenOf, elementsOf, type XmlElement } from '../xml.js';

export interface OdtRunStyle extends LetterStyle {
  readonly hidden?: boolean | undefined;
  readonly font?: string | undefined;
}

export interface OdtStyle {
  /** Lower case, as programs show it. */
  readonly name: string;
  readonly bases: readonly string[];
  readonly run: OdtRunStyle;
  /** Twentieths of a point. */
  readonly indent: number | null;
  readonly border: boolean;
  /** 0-based outline level; undefined where no style says. */
  readonly outline: number | undefined;
}

export interface OdtListLevel {
  readonly ordered: boolean;
  /** Without a mark. */
  readonly none: boolean;
  readonly start: number;
  /** How many levels its number is made of. */
  readonly levels: number;
  /** “a”, “i”, “1”. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
}

const UNITS: Readonly<Record<string, number>> = { pt: 20, cm: 567, mm: 56.7, in: 1440, px: 15, pc: 240 };

/** A length in twentieths of a point; null where it is none. */
function lengthOf(text: string | undefined): number | null {
  const found = /^(-?[\d.]+)(pt|cm|mm|in|px|pc)$/.exec(text ?? '');
  return found ? Math.round(Number(found[1]) * UNITS[found[2]!]!) : null;
}

function runOf(properties: XmlElement | undefined, parentSize: number | undefined): OdtRunStyle {
  const given = properties?.attributes ?? {};
  const weight = given['fo:font-weight'];
  const line = given['style:text-line-through-style'];
  const under = given['style:text-underline-style'];
  const size = given['fo:font-size'];
  const points = lengthOf(size);
  return {
    bold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
    italic: given['fo:font-style'] === undefined ? undefined : /italic|oblique/.test(given['fo:font-style']),
    strike: line === undefined ? undefined : line !== 'none',
    underline: under === undefined ? undefined : under !== 'none',
    hidden: given['text:display'] === undefined ? undefined : given['text:display'] === 'none',
    size: points !== null ? points / 20 : size?.endsWith('%') && parentSize ? (parentSize * Number.parseFloat(size)) / 100 : undefined,
    font: given['style:font-name'] ?? given['fo:font-family'],
  };
}

const readable = (name: string): string =>
  name
    .replace(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/_/g, ' ')
    .toLowerCase();

const PLAIN: OdtStyle = { name: '', bases: [], run: {}, indent: null, border: false, outline: undefined };
/** LibreOffice itself goes no further than a few. */
const MOST_PARENTS = 50;

export class OdtStyles {
  private readonly sources = new Map<string, XmlElement>();
  private readonly known = new Map<string, OdtStyle>();
  private readonly lists = new Map<string, XmlElement>();
  private readonly defaults: OdtRunStyle;

  constructor(roots: readonly (XmlElement | null)[]) {
    let defaults: OdtRunStyle = {};
    for (const root of roots) {
      for (const group of elementsOf(root)) {
        if (group.name !== 'office:styles' && group.name !== 'office:automatic-styles') continue;
        for (const style of elementsOf(group)) {
          const { attributes } = style;
          if (style.name === 'style:style') this.sources.set(`${attributes['style:family']}/${attributes['style:name']}`, style);
          else if (style.name === 'text:list-style') this.lists.set(attributes['style:name'] ?? '', style);
          else if (style.name === 'style:default-style' && attributes['style:family'] === 'paragraph')
            defaults = runOf(childOf(style, 'style:text-properties'), undefined);
        }
      }
    }
    this.defaults = defaults;
  }

  get base(): OdtRunStyle {
    return this.defaults;
  }

  of(family: 'paragraph' | 'text' | 'section', name: string | undefined, seen: readonly string[] = []): OdtStyle {
    if (name === undefined) return PLAIN;
    const key = `${family}/${name}`;
    const known = this.known.get(key);
    if (known) return known;
    const source = this.sources.get(key);
    if (!source || seen.length > MOST_PARENTS || seen.includes(key)) return { ...PLAIN, name: readable(name) };
    const parent = source.attributes['style:parent-style-name'];
    const base = parent === undefined ? PLAIN : this.of(family, parent, [...seen, key]);
    const properties = childOf(source, 'style:paragraph-properties')?.attributes ?? {};
    const border = properties['fo:border-bottom'] ?? properties['fo:border'];
    const outline = Number(source.attributes['style:default-outline-level'] || Number.NaN);
    const style: OdtStyle = {
      name: (source.attributes['style:display-name'] ?? readable(name)).toLowerCase(),
      bases: base === PLAIN ? [] : [base.name, ...base.bases],
      run: over(base.run, runOf(childOf(source, 'style:text-properties'), base.run.size ?? this.defaults.size)),
      indent: lengthOf(properties['fo:margin-left']) ?? base.indent,
      border: border === undefined ? base.border : border !== 'none',
      outline: outline >= 1 ? outline - 1 : base.outline,
    };
    this.known.set(key, style);
    return style;
  }

  /** The list style that paragraphs of a style have by themselves. */
  listStyleOf(name: string | undefined): string | undefined {
    for (let at = name, steps = 0; at !== undefined && steps < 20; steps++) {
      const source: XmlElement | undefined = this.sources.get(`paragraph/${at}`);
      const list = source?.attributes['style:list-style-name'];
      if (list) return list;
      at = source?.attributes['style:parent-style-name'];
    }
    return undefined;
  }

  isHiddenSection(section: XmlElement): boolean {
    return section.attributes['text:display'] === 'none';
  }

  listLevel(name: string | undefined, level: number): OdtListLevel {
    const source = this.lists.get(name ?? '');
    const wanted = String(level + 1);
    for (const kind of ['text:list-level-style-bullet', 'text:list-level-style-number', 'text:list-level-style-image']) {
      const found = childrenOf(source, kind).find(({ attributes }) => attributes['text:level'] === wanted);
      if (!found) continue;
      const ordered = kind === 'text:list-level-style-number';
      const format = found.attributes['style:num-format'] ?? '';
      return {
        ordered,
        none: ordered && format === '',
        start: Number(found.attributes['text:start-value'] ?? 1) || 1,
        levels: Number(found.attributes['text:display-levels'] ?? 1) || 1,
        format,
        prefix: found.attributes['style:num-prefix'] ?? '',
        suffix: found.attributes['style:num-suffix'] ?? '',
      };
    }
    return { ordered: false, none: false, start: 1, levels: 1, format: '', prefix: '', suffix: '' };
  }
}
