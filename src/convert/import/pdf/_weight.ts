/* Keeps bombs out: small files whose streams unpack to far more than any document holds, or that leave thousands of states open. */
import { Inflate } from 'fflate';
import { ImportError } from '../types.js';
import { OpenStates } from './_states.js';

/** The pages, fonts and tags of a plan of 150 pages unpack to some 20 MB. */
const MOST_UNPACKED = 160 * 1024 * 1024;
const MOST_IN_STREAM = 48 * 1024 * 1024;

const STREAM = [...'stream'].map((char) => char.charCodeAt(0));
const END = [...'endstream'].map((char) => char.charCodeAt(0));
const NEWLINE = 10;
const RETURN = 13;

function isAt(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word[index]) return false;
  return true;
}

/** Starts of packed streams and the dictionaries before them. */
function* streams(bytes: Uint8Array): Generator<{ start: number; dictionary: string }> {
  for (let at = bytes.indexOf(STREAM[0]!); at !== -1; at = bytes.indexOf(STREAM[0]!, at + 1)) {
    if (!isAt(bytes, at, STREAM) || bytes[at - 1] === 0x64 /* the d of “endstream” */) continue;
    let start = at + STREAM.length;
    if (bytes[start] === RETURN) start++;
    if (bytes[start] === NEWLINE) start++;
    let dictionary = '';
    for (let index = Math.max(0, at - 600); index < at; index++) dictionary += String.fromCharCode(bytes[index]!);
    yield { start, dictionary: dictionary.slice(dictionary.lastIndexOf(' obj') + 1) };
  }
}

/** Where a stream that does not say its length leaves off. */
function endOfStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(END[0]!, from); at !== -1; at = bytes.indexOf(END[0]!, at + 1)) if (isAt(bytes, at, END)) return at;
  return bytes.length;
}

/** How much a stream unpacks to, as far as `most`; unpacked again where it is packed twice. What was packed goes to `states`. */
function unpackedSize(bytes: Uint8Array, times: number, most: number, states: OpenStates): number {
  let size = 0;
  const layers: Inflate[] = [];
  try {
    for (let layer = 0; layer < times; layer++) {
      const inner = layers[layer - 1];
      let first = true;
      layers.push(
        new Inflate((chunk) => {
          size += chunk.length;
          if (size > most) throw new RangeError('too large');
          if (!inner) return states.read(chunk);
          // Two bytes stand before what is packed.
          inner.push(first ? chunk.subarray(2) : chunk);
          first = false;
        }),
      );
    }
    const outer = layers.at(-1)!;
    const packed = bytes.subarray(2);
    for (let at = 0; at < packed.length; at += 65_536) outer.push(packed.subarray(at, at + 65_536));
  } catch {
    // Damaged, at its end, or too large: what was counted counts.
  }
  return size;
}

/** @throws {ImportError} where the streams of a PDF unpack to more than a document can hold, or save more states than they restore. */
export function refuseBomb(bytes: Uint8Array): void {
  let total = 0;
  const states = new OpenStates();
  for (const { start, dictionary } of streams(bytes)) {
    // Pictures are never unpacked.
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const times = dictionary.split(/\/(?:FlateDecode|Fl)\b/).length - 1;
    const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary);
    const end = length && Number(length[1]) > 0 ? Math.min(bytes.length, start + Number(length[1])) : bytes.length;
    states.begin();
    if (times === 0) states.read(bytes.subarray(start, length ? end : endOfStream(bytes, start)));
    const size = times === 0 ? 0 : unpackedSize(bytes.subarray(start, end), Math.min(times, 3), MOST_IN_STREAM, states);
    total += size;
    if (size > MOST_IN_STREAM || total > MOST_UNPACKED)
      throw new ImportError(
        'too-large',
        'This PDF unpacks to far more than a document holds, and was not opened; save it as PDF again from the original.',
      );
    if (states.tooMany)
      throw new ImportError(
        'too-large',
        'A page of this PDF keeps more settings open than any program writes, and was not opened; save it as PDF again from the original.',
      );
  }
}
