/** A slip in a sentence. */
export interface Slip {
  /** UTF-16 offsets in the sentence; the end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** What is wrong and what to do, in plain English. */
  readonly message: string;
  /** What should stand instead, where that is certain. */
  readonly fix?: string;
  /** Whether it is nearly always a slip; else it is worth a look. */
  readonly certain: boolean;
  /** A short name for the kind of slip. */
  readonly kind: string;
}

export type Found = (slip: Slip) => void;
