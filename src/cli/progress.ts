/** A line that counts up on a terminal, once the work has taken a second. Nothing is written to anything else. */
export class Progress {
  readonly #started = Date.now();
  readonly #isTerminal: boolean;
  #done = 0;
  #shown = false;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly total: number,
    private readonly what: string,
  ) {
    this.#isTerminal = Boolean((stream as Partial<NodeJS.WriteStream>).isTTY);
  }

  step(): void {
    this.#done++;
    if (!this.#isTerminal || Date.now() - this.#started < 1000) return;
    this.stream.write(`\r${this.#done} of ${this.total} ${this.what}`);
    this.#shown = true;
  }

  end(): void {
    if (this.#shown) this.stream.write('\r\u001B[K');
  }
}
