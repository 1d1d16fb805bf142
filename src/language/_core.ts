import model from 'wink-eng-lite-web-model';

/** What the tagger’s model says of words, as far as it is read here or packed: see _packed-core.ts. */
export interface Core {
  /** For each form its data in `packing.size` numbers, by the form’s index. */
  readonly lexicon: Uint32Array;
  readonly xpansions: Uint32Array;
  readonly packing: { readonly size: number; readonly layout: Readonly<Record<string, readonly number[]>> };
  readonly features: {
    readonly lexeme: {
      /** Index by form; without a prototype. The tagger adds the forms that it meets. */
      readonly hash: Record<string, number | undefined>;
      readonly list: string[];
      readonly intrinsicSize: number;
    };
    readonly pos: { readonly list: readonly string[] };
    readonly posClusters: { readonly list: readonly (ReadonlySet<number> | readonly number[])[] };
  };
}

/** The model as its package has it. The build puts `unpackCore` in the place of this module: see tools/language/packed-core.mjs. */
export const readCore = (): Core => (model as unknown as { core(): Core }).core();
