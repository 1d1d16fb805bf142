import type { IsoDate, Span } from '../../framework/types.js';

/** Something of the document that is not, or not unchanged, in what was made of it. */
export interface LeftOut {
  /** A sentence for the author. */
  readonly what: string;
  /** “line 12”, or the heading and the words where there are no lines. */
  readonly where: string;
}

/** A picture that the host has read. */
export interface Picture {
  readonly bytes: Uint8Array;
}

export interface ExportOptions {
  /** The day that the file is said to be made on. */
  readonly today: IsoDate;
  /** Used where the document has no heading, for example the name of its file. */
  readonly title?: string;
  readonly author?: string;
  /** Gaps still to be filled, in UTF-16 offsets of the Markdown: they are marked and told. */
  readonly gaps?: readonly Span[];
  /** By the address that the Markdown gives. Whatever is not here is named in its place and told; nothing is fetched. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}

export interface Exported<Output> {
  readonly output: Output;
  /** In the order of the document. */
  readonly leftOut: readonly LeftOut[];
}
