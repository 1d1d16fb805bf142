/** The largest file that is read as text, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;

export interface Decoded {
  /** Without byte order mark: offsets in results count from here. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
}

export const TOO_LARGE = `the file is larger than ${MAX_BYTES / 1024 / 1024} MB; split it`;

/** Bytes as text, or what is wrong with them. UTF-8, and UTF-16 with a byte order mark. */
export function decodeText(bytes: Uint8Array): Decoded | { problem: string } {
  if (bytes.length > MAX_BYTES) return { problem: TOO_LARGE };
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (!utf16 && bytes.subarray(0, 8192).includes(0)) return { problem: 'this is not a text file' };
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
    const bom = utf16 !== null || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
    return { text, encoding: utf16 ?? 'utf-8', bom };
  } catch {
    return { problem: 'the text is not valid UTF-8; save it again with the encoding UTF-8' };
  }
}
