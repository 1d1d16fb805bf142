import type { Block, Inline, Look } from './model.js';

/** How letters are set; undefined where nothing says. */
export interface LetterStyle {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly code?: boolean | undefined;
  readonly underline?: boolean | undefined;
  /** Points. */
  readonly size?: number | undefined;
}

/** The properties of one thing with those that another says laid over them. */
export function over<Properties extends object>(base: Properties, above: object): Properties {
  return { ...base, ...Object.fromEntries(Object.entries(above).filter(([, value]) => value !== undefined)) };
}

/** Collects the letters of one paragraph and what most of them look like. */
export class Collector {
  readonly inlines: Inline[] = [];
  /** Text boxes, which stand after the paragraph that they hang on. */
  readonly boxes: Block[] = [];
  private readonly sizes = new Map<number | null, number>();
  private letters = 0;
  private bold = 0;
  private underlined = 0;

  /** `href` is null where the words are no link. */
  add(text: string, style: LetterStyle, href: string | null): void {
    this.inlines.push({
      kind: 'text',
      text,
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.strike ? { strike: true } : {}),
      ...(style.code ? { code: true } : {}),
      ...(href === null ? {} : { href }),
    });
    const letters = text.replace(/\s+/g, '').length;
    this.letters += letters;
    if (style.bold) this.bold += letters;
    if (style.underline && href === null) this.underlined += letters;
    const size = style.size ?? null;
    this.sizes.set(size, (this.sizes.get(size) ?? 0) + letters);
  }

  get look(): Look {
    let size: number | null = null;
    let most = 0;
    for (const [candidate, letters] of this.sizes) {
      if (letters > most) [size, most] = [candidate, letters];
    }
    const all = (letters: number): boolean => letters > 0 && letters === this.letters;
    return { size, bold: all(this.bold), underline: all(this.underlined) };
  }
}
