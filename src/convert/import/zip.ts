import { Inflate } from 'fflate';
import { ImportError } from './types.js';

/** One part of an office document unpacked; the largest text of a report is a tenth of this. */
const MOST_PART_BYTES = 40 * 1024 * 1024;
/** All parts that are read of one document. */
const MOST_TOTAL_BYTES = 80 * 1024 * 1024;
/** Office's XML shrinks to between a tenth and a fiftieth; a part that shrinks to less is made to fill the memory. */
const MOST_RATIO = 250;
/** Below this size nothing can fill the memory, whatever its ratio. */
const SMALL_BYTES = 2 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
/** Small, so that what comes out of one step is small too. */
const STEP = 16 * 1024;

const damaged = (options?: ErrorOptions): ImportError =>
  new ImportError(
    'damaged',
    'This file is damaged, for example cut off by a download that was not finished; open it in Office and save it again, or find an undamaged copy.',
    options,
  );
const tooLarge = (): ImportError =>
  new ImportError('too-large', 'This file unpacks to more than an office document can be, so it was not opened; save it again in Office.');

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

export interface Zip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Null where there is no such part. @throws {ImportError} where it is damaged, protected or too large. */
  read(name: string): Uint8Array | null;
}

/**
 * Opens a zip without unpacking it. Sizes are held to limits twice: as the zip declares them and as they come out. Names are only ever
 * compared, never used as paths.
 *
 * @throws {ImportError} where there is no directory, or more in it than an office document has.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const least = Math.max(0, end - 0xffff);
  while (end >= least && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < least || end < 0) throw damaged();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw tooLarge();
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/');
    entries.set(name.replace(/^\//, ''), {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Office looks names up without regard to case.
  const folded = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  const find = (name: string): Entry | undefined => entries.get(name) ?? entries.get(folded.get(name.toLowerCase()) ?? '');
  let total = 0;

  return {
    names: [...entries.keys()],
    has: (name) => find(name) !== undefined,
    read(name) {
      const entry = find(name);
      if (!entry) return null;
      if (entry.encrypted)
        throw new ImportError('password', 'This file is protected with a password; save a copy without the password, and use the copy.');
      if (entry.size > MOST_PART_BYTES || total + entry.size > MOST_TOTAL_BYTES) throw tooLarge();
      if (entry.size > SMALL_BYTES && entry.size > entry.packed * MOST_RATIO) throw tooLarge();
      if (entry.header + 30 > bytes.length || view.getUint32(entry.header, true) !== 0x04034b50) throw damaged();
      const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
      if (start + entry.packed > bytes.length) throw damaged();
      const packed = bytes.subarray(start, start + entry.packed);
      total += entry.size;
      if (entry.method === 0) return packed;
      if (entry.method !== 8) throw damaged();
      return inflate(packed, entry.size);
    },
  };
}

/** Unpacks to exactly as many bytes as were declared, and stops as soon as there are more. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw damaged();
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof ImportError ? error : damaged({ cause: error });
  }
  if (filled !== size) throw damaged();
  return whole;
}
