import { zipSync, type Zippable } from 'fflate';

/*
 * A zip with some of its parts replaced. All others are copied as they are packed, so that nothing of them can change.
 */

interface Entry {
  readonly name: string;
  /** The record in the directory, without what follows the fixed fields. */
  readonly record: Uint8Array;
  readonly nameBytes: Uint8Array;
  readonly extra: Uint8Array;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const RECORD = 0x02014b50;
const LOCAL = 0x04034b50;
/** The first day that a zip can tell. */
const EARLIEST = new Date(1980, 0, 1, 12);

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end--;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== RECORD) throw new RangeError('The directory of the zip is damaged.');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      name: new TextDecoder().decode(nameBytes).replace(/\\/g, '/'),
      record: bytes.slice(at, at + 46),
      nameBytes,
      extra: bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
      packed: bytes.subarray(data, data + view.getUint32(at + 20, true)),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** @throws {RangeError} where the directory cannot be followed. */
export function replaceParts(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const fresh: Zippable = {};
  for (const [name, content] of changes) fresh[name] = [content, { mtime: EARLIEST, level: 6 }];
  const made = new Map(entriesOf(zipSync(fresh)).map((entry) => [entry.name, entry]));
  const old = entriesOf(bytes);
  const names = new Set(old.map(({ name }) => name));
  const entries = [...old.map((entry) => made.get(entry.name) ?? entry), ...[...made.values()].filter(({ name }) => !names.has(name))];
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directoryLength = 0;
  for (const { record, nameBytes, extra, packed } of entries) {
    const head = new Uint8Array(30);
    const local = viewOf(head);
    const central = viewOf(record);
    // Sizes stand in front of the data, not behind them; no comment follows.
    central.setUint16(8, central.getUint16(8, true) & ~8, true);
    central.setUint16(32, 0, true);
    central.setUint32(42, offset, true);
    local.setUint32(0, LOCAL, true);
    head.set(record.subarray(6, 28), 4);
    local.setUint16(26, nameBytes.length, true);
    pieces.push(head, nameBytes, packed);
    directory.push(record, nameBytes, extra);
    offset += head.length + nameBytes.length + packed.length;
    directoryLength += record.length + nameBytes.length + extra.length;
  }
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, directoryLength, true);
  view.setUint32(16, offset, true);
  const out = new Uint8Array(offset + directoryLength + end.length);
  let at = 0;
  for (const list of [pieces, directory, [end]]) {
    for (const piece of list) {
      out.set(piece, at);
      at += piece.length;
    }
  }
  return out;
}
