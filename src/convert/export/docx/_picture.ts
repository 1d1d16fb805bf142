import type { Picture } from '../types.js';

export interface Measured {
  readonly type: 'png' | 'jpg' | 'gif';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const at = (bytes: Uint8Array, offset: number): number => bytes[offset] ?? 0;
const two = (bytes: Uint8Array, offset: number): number => (at(bytes, offset) << 8) | at(bytes, offset + 1);

/** The kind and size of a picture, from its own first bytes; null for one that Word cannot show. */
export function measure({ bytes }: Picture): Measured | null {
  if (at(bytes, 0) === 0x89 && at(bytes, 1) === 0x50 && bytes.length > 24) {
    return sized('png', two(bytes, 16) * 65536 + two(bytes, 18), two(bytes, 20) * 65536 + two(bytes, 22));
  }
  if (at(bytes, 0) === 0x47 && at(bytes, 1) === 0x49 && at(bytes, 2) === 0x46) {
    return sized('gif', at(bytes, 6) | (at(bytes, 7) << 8), at(bytes, 8) | (at(bytes, 9) << 8));
  }
  if (two(bytes, 0) !== 0xffd8) return null;
  for (let offset = 2; offset + 9 < bytes.length && at(bytes, offset) === 0xff; offset += 2 + two(bytes, offset + 2)) {
    const marker = at(bytes, offset + 1);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return sized('jpg', two(bytes, offset + 7), two(bytes, offset + 5));
    }
  }
  return null;
}

const sized = (type: Measured['type'], width: number, height: number): Measured | null =>
  width > 0 && height > 0 && width < 100_000 && height < 100_000 ? { type, width, height } : null;
