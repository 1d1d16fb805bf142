import { createHmac, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/*
 * What is kept between runs is believed, and compiled code is run. So nobody but the user may write it: folders and files are the user's
 * own and closed to others, nothing is reached through a link, and each file begins with a sum that only who knows the folder's secret can
 * make. Where any of this does not hold, nothing is kept.
 */

/** A folder in the user's cache folder, which need not exist yet; null where the user has none. */
export function cacheFolder(name: string): string | null {
  // What is no absolute path would be a folder among the user’s documents.
  const base = [process.env.XDG_CACHE_HOME, process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined, homeCache()].find(
    (path) => path !== undefined && isAbsolute(path),
  );
  return base === undefined ? null : join(base, 'area-send-drafting', name);
}

/** Where compiled code is kept; null where the user wants none kept, or has no place for it. */
export const codeFolder = (): string | null => (process.env.NODE_DISABLE_COMPILE_CACHE ? null : cacheFolder('code'));

/** In a container the user may be a mere number, without a home. */
function homeCache(): string | undefined {
  try {
    return join(homedir(), '.cache');
  } catch {
    return undefined;
  }
}

const SECRET = 'secret';
const SECRET_BYTES = 32;
const SUM_BYTES = 32;
/** In bytes. Nothing that is kept comes near it. */
const LARGEST = 256 * 1024 * 1024;
/** Not on Windows, where there is no such flag and links need rights of their own. */
const NO_LINK = (constants.O_NOFOLLOW as number | undefined) ?? 0;
const AT_ONCE = (constants.O_NONBLOCK as number | undefined) ?? 0;

/** Windows keeps a user’s local folders to the user and has no such modes. */
const isOwn = ({ uid }: Stats): boolean => process.getuid === undefined || uid === process.getuid();
const isOpenTo = ({ mode }: Stats, others: number): boolean => process.getuid !== undefined && (mode & others) !== 0;

/** Whether a folder is the user's own, no link, and was closed to what others write; then it is closed to them altogether. */
function isTrusted(folder: string): boolean {
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || !isOwn(stats) || isOpenTo(stats, 0o022)) return false;
  if (isOpenTo(stats, 0o077)) chmodSync(folder, 0o700);
  return true;
}

/** The bytes of a file that nobody else can have written, and when that was (milliseconds); throws for any other. */
function readOwn(path: string): { bytes: Buffer; written: number } {
  const handle = openSync(path, constants.O_RDONLY | NO_LINK | AT_ONCE);
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile() || !isOwn(stats) || isOpenTo(stats, 0o077) || stats.nlink !== 1 || stats.size > LARGEST)
      throw new Error('this is not a file of the user alone');
    return { bytes: readFileSync(handle), written: stats.mtimeMs };
  } finally {
    closeSync(handle);
  }
}

/** Writes a file under another name and renames it, so that no process reads half of one and none that is killed leaves it. */
function writeOwn(folder: string, name: string, parts: readonly Uint8Array[]): void {
  const temporary = join(folder, `.${randomBytes(12).toString('hex')}.tmp`);
  const handle = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_LINK, 0o600);
  try {
    try {
      for (const part of parts) writeFileSync(handle, part);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, join(folder, name));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A folder of files that are kept between runs. */
export class KeptFolder {
  private constructor(
    private readonly folder: string,
    private readonly secret: Buffer,
  ) {}

  /**
   * The folder and the one above it, which holds the secret, must be the user's own. null where they are not, or cannot be made, or with
   * `create: false` where they are not there.
   */
  static open(folder: string, { create }: { readonly create: boolean }): KeptFolder | null {
    try {
      const above = dirname(folder);
      // One after the other, so that nothing is made behind a link.
      if (create) mkdirSync(above, { recursive: true, mode: 0o700 });
      if (!isTrusted(above)) return null;
      if (create) mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!isTrusted(folder)) return null;
      return new KeptFolder(folder, secretIn(above, create));
    } catch {
      return null;
    }
  }

  #sum(name: string, content: Uint8Array): Buffer {
    return createHmac('sha256', this.secret).update(`${name}\0`).update(content).digest();
  }

  /** A name that others cannot work out. */
  nameFor(key: string): string {
    return createHmac('sha256', this.secret).update(key).digest('base64url');
  }

  /** null for a file that is not there, that somebody else may have written, or that is not what was kept under this name. */
  read(name: string): { readonly content: Buffer; readonly written: number } | null {
    try {
      const { bytes, written } = readOwn(join(this.folder, name));
      const content = bytes.subarray(SUM_BYTES);
      return bytes.subarray(0, SUM_BYTES).equals(this.#sum(name, content)) ? { content, written } : null;
    } catch {
      return null;
    }
  }

  /** Where it cannot be written, it is not kept. */
  write(name: string, content: Uint8Array): void {
    try {
      writeOwn(this.folder, name, [this.#sum(name, content), content]);
    } catch {
      // The disk may be full.
    }
  }

  /** Removes the oldest files but for so many, once there are more than `most`. */
  tidy(most: number, left = most): void {
    try {
      const names = readdirSync(this.folder);
      if (names.length <= most) return;
      const byAge = names.map((name) => ({ name, time: lstatSync(join(this.folder, name)).mtimeMs })).sort((a, b) => b.time - a.time);
      for (const { name } of byAge.slice(left)) rmSync(join(this.folder, name), { force: true });
    } catch {
      // Another process may be tidying up too.
    }
  }
}

/** The secret of a folder, made where there is none yet. Throws where there is none to be had. */
function secretIn(folder: string, create: boolean): Buffer {
  const path = join(folder, SECRET);
  try {
    const { bytes } = readOwn(path);
    if (bytes.length === SECRET_BYTES) return bytes;
  } catch (error) {
    if (!create) throw error;
  }
  if (!create) throw new Error('there is no secret');
  writeOwn(folder, SECRET, [randomBytes(SECRET_BYTES)]);
  // Another process may have been last.
  return readOwn(path).bytes;
}
