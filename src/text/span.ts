/** 0-based, end-exclusive range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Puts `text` in place of a span. */
export interface TextEdit extends Span {
  readonly text: string;
  /** Of what is moved: among several edits at one place, the lower comes first. Without it, two such edits are not made at once. */
  readonly order?: number;
}
