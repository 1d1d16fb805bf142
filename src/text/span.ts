/** 0-based, end-exclusive range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Puts `text` in place of a span. */
export interface TextEdit extends Span {
  readonly text: string;
}
