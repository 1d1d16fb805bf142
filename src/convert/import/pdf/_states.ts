/* Counts the graphics states that a PDF saves (`q`) and never restores (`Q`): the library takes time with the square of their number. */

/** The format asks readers for 28. */
const MANY = 5000;
/** In bytes: letters that stand alone in fonts by chance are further apart. */
const APART = 500;
/** Not by chance in any document. */
const FAR_TOO_MANY = 50_000;

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const [SAVE, RESTORE] = [0x71, 0x51];
const [OPEN, CLOSE, ESCAPE, NAME] = [0x28, 0x29, 0x5c, 0x2f];

export class OpenStates {
  #open = 0;
  /** Since none was open. */
  #bytes = 0;
  #strings = 0;
  #escaped = false;
  #before = 0;
  /** The sign before, where it is a command unless a letter follows. */
  #pending = 0;

  /** Each stream begins anew, though the states of one may stay open in the next. */
  begin(): void {
    this.#take(false);
    this.#strings = this.#before = 0;
    this.#escaped = false;
  }

  /** The next bytes of a stream, unpacked. */
  read(chunk: Uint8Array): void {
    for (const code of chunk) {
      if (this.#strings > 0) this.#inString(code);
      else {
        const command = code === SAVE || code === RESTORE;
        this.#take(isLetter(code) && !command);
        if (command && this.#before !== NAME && (!isLetter(this.#before) || this.#before === SAVE || this.#before === RESTORE))
          this.#pending = code;
        if (code === OPEN) this.#strings = 1;
        this.#before = code;
      }
    }
    this.#bytes += chunk.length;
  }

  /** Are there more than a page can have been meant to have? */
  get tooMany(): boolean {
    return this.#open > MANY && (this.#open > FAR_TOO_MANY || this.#bytes < this.#open * APART);
  }

  /** Counts the sign before, unless it goes on as a word of more letters. */
  #take(goesOn: boolean): void {
    if (!goesOn && this.#pending === SAVE) this.#open++;
    else if (!goesOn && this.#pending === RESTORE && this.#open > 0 && --this.#open === 0) this.#bytes = 0;
    this.#pending = 0;
  }

  #inString(code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === ESCAPE) this.#escaped = true;
    else if (code === OPEN) this.#strings++;
    else if (code === CLOSE) this.#strings--;
  }
}
