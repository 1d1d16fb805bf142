import { bytesOf } from './_base64.js';
import type { Core } from './_core.js';

/*
 * The tagger’s model knows 87,000 forms, and a report holds some thousand. Read as its package has it, all of them become strings and keys
 * before the first sentence is looked at, which takes longer than to check a report. Packed, they are one text that is cut in pieces as
 * forms are asked for.
 */

/** What tools/language/packed-core.mjs makes of the model. */
export interface PackedCore {
  /** Everything else, as JSON. Hashes are told by their lists, and the clusters of parts of speech as lists. */
  readonly rest: string;
  /** In base64, little-endian. */
  readonly lexicon: string;
  readonly xpansions: string;
  /** All forms in the order of their indexes, nothing for a stray: parted by blanks, and every `inPiece` of them by a tilde. */
  readonly forms: string;
  readonly inPiece: number;
  /** The first form of each piece; sorted, as all forms but the strays are. Parted by blanks. */
  readonly firsts: string;
  /** Index by form of those that are out of order or could be taken for something else, as JSON. */
  readonly strays: string;
}

const numbersOf = (base64: string): Uint32Array => new Uint32Array(bytesOf(base64).buffer);

/** The forms of the model by index and the other way round, each read when it is asked for. */
class Forms {
  readonly #pieces: readonly string[];
  readonly #inPiece: number;
  readonly #firsts: readonly string[];
  readonly #strays: Readonly<Record<string, number>>;
  readonly #strayAt: ReadonlyMap<number, string>;
  readonly #read: (readonly string[] | undefined)[] = [];

  constructor({ forms, inPiece, firsts, strays }: PackedCore) {
    this.#inPiece = inPiece;
    this.#pieces = forms.split('~');
    this.#firsts = firsts.split(' ');
    this.#strays = JSON.parse(strays) as Record<string, number>;
    this.#strayAt = new Map(Object.entries(this.#strays).map(([form, index]) => [index, form]));
  }

  at(index: number): string | undefined {
    return this.#strayAt.get(index) ?? this.#piece(Math.floor(index / this.#inPiece))[index % this.#inPiece];
  }

  indexOf(form: string): number | undefined {
    if (Object.hasOwn(this.#strays, form)) return this.#strays[form];
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#firsts[middle]! <= form) low = middle + 1;
      else high = middle;
    }
    if (low === 0 || form === '') return undefined;
    const at = this.#piece(low - 1).indexOf(form);
    return at < 0 ? undefined : (low - 1) * this.#inPiece + at;
  }

  #piece(number: number): readonly string[] {
    return (this.#read[number] ??= this.#pieces[number]?.split(' ') ?? []);
  }
}

/** The model as `readCore` gives it: `list` and `hash` of its forms look like an array and an object, and fill as they are read. */
export function unpackCore(packed: PackedCore): Core {
  const core = JSON.parse(packed.rest) as {
    packing: { layout: Record<string, readonly number[]> };
    features: Record<string, { hash?: object; list: unknown[]; intrinsicSize?: number }>;
  };
  const { lexeme, posClusters } = core.features;
  for (const [name, layout] of Object.entries(core.packing.layout)) {
    if (layout[3] !== 0 || name === 'lexeme') continue;
    const feature = core.features[name]!;
    const hash = (feature.hash = Object.create(null) as Record<string, number>);
    feature.list.forEach((value, index) => (hash[value as string] = index));
  }
  posClusters!.list = (posClusters!.list as number[][]).map((cluster) => new Set(cluster));
  const forms = new Forms(packed);
  const known: unknown[] = [];
  known.length = lexeme!.intrinsicSize!;
  lexeme!.list = new Proxy(known, {
    get: (list, key): unknown =>
      Reflect.get(list, key) ?? (typeof key === 'string' && /^\d+$/.test(key) ? forms.at(Number(key)) : undefined),
  });
  lexeme!.hash = new Proxy(Object.create(null) as Record<string, number | undefined>, {
    get(hash, key) {
      if (typeof key !== 'string') return undefined;
      const index = hash[key] ?? forms.indexOf(key);
      if (index !== undefined) hash[key] = index;
      return index;
    },
  });
  return { ...core, lexicon: numbersOf(packed.lexicon), xpansions: numbersOf(packed.xpansions) } as unknown as Core;
}
