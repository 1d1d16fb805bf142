/** Addresses of headings within a document, without the sign, as GitHub and VS Code give them: one that comes again is counted on. */
export class HeadingAddresses {
  private readonly seen = new Map<string, number>();

  /** Call it once for each heading, in the order of the document. */
  next(words: string): string {
    const address = words
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    const count = this.seen.get(address) ?? 0;
    this.seen.set(address, count + 1);
    return count > 0 ? `${address}-${count}` : address;
  }
}
