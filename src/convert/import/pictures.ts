import type { Zip } from './zip.js';
import { ImportError, type ImportPicture } from './types.js';

/** What programs that show Markdown, or that Office can be asked to open, know as pictures. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf)$/i;

/** The pictures of an office document: a name for each part, different from all others. */
export class Pictures {
  private readonly names = new Map<string, string>();

  constructor(private readonly zip: Zip) {}

  /** How the Markdown names a part; empty where there is no such part or it is no picture. */
  nameOf(part: string): string {
    const known = this.names.get(part);
    if (known !== undefined) return known;
    const last = part.split('/').at(-1)!;
    if (!PICTURE.test(last) || !this.zip.has(part)) return '';
    const [, stem, end] = /^(.*)(\.\w+)$/s.exec(last.replace(/[^\w.-]/g, '-'))!;
    const taken = new Set(this.names.values());
    let name = `${stem}${end}`;
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}${end}`;
    this.names.set(part, name);
    return name;
  }

  list(): ImportPicture[] {
    return [...this.names].map(([part, name]) => ({
      name,
      read: () => {
        try {
          return this.zip.read(part);
        } catch (error) {
          if (error instanceof ImportError) return null;
          throw error;
        }
      },
    }));
  }
}
