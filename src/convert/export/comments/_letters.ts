/*
 * Texts are compared by what can be seen of them: without spaces, bullets and invisible characters, with one kind of quotation mark, hyphen and digit.
 */

const UNSEEN = /[\s\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff•◦▪▫●○■◼‣⁃·\ue000-\uf8ff]/u;
const SAME: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  '…': '...',
};

/** What is seen of a text; by letter, its place in what it was read from. */
export class Letters {
  text = '';
  /** Index of the letter's UTF-16 unit, as `placeOf` gives it. */
  readonly places: number[] = [];
  readonly owners: number[] = [];
  readonly #pieces: string[] = [];

  /** `owner` is noted by each letter that comes of the value. */
  add(value: string, owner: number, placeOf: (index: number) => number): void {
    for (let index = 0; index < value.length; index++) {
      const unit = value[index]!;
      if (UNSEEN.test(unit)) continue;
      const seen = SAME[unit] ?? unit;
      this.#pieces.push(seen);
      for (let letter = 0; letter < seen.length; letter++) {
        this.places.push(placeOf(index));
        this.owners.push(owner);
      }
    }
  }

  finish(): this {
    this.text = this.#pieces.join('');
    return this;
  }
}
