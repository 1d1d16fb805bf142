import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** In bytes. Settings and lists of patterns that people write come nowhere near it. */
const MOST_SETTINGS_BYTES = 1024 * 1024;

const AT_ONCE = (constants.O_NONBLOCK as number | undefined) ?? 0;

/**
 * The text of a file; null where there is none. Throws an error with a reason in plain words, without a full stop, for what cannot be read,
 * for what is larger, and for pipes and devices, which never end.
 */
export function readBounded(path: string, most = MOST_SETTINGS_BYTES): string | null {
  let handle;
  try {
    handle = openSync(path, constants.O_RDONLY | AT_ONCE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new Error('it cannot be read; check its permissions', { cause: error });
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new Error('it is no ordinary file');
    if (stats.size > most) throw new Error(`it is larger than ${Math.round(most / 1024 / 1024)} MB`);
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
}
