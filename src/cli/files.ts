import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
  existsSync,
} from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Decoded } from '../workspace/decode.js';
import { readBounded } from './read-file.js';
import { ignoreFile, Ignored, NOTHING_IGNORED, rulesIn, type IgnoreFile } from '../workspace/git-ignore.js';

export interface InputFile {
  /** As it is printed: relative to the working directory where it lies below it, with `/`. */
  readonly path: string;
  readonly absolute: string;
}

export interface InputProblem {
  readonly path: string;
  readonly message: string;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
/** What can be read when it is named. Web pages lie around for other reasons. */
const OFFICE = /\.(?:docx|docm|odt|pdf)$/i;
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  return (path === '' ? basename(absolute) : path.startsWith('..') || isAbsolute(path) ? absolute : path).split(sep).join('/');
}

/** A path that reaches the working directory by a link counts as one below it, so that results name it the same however it was given. */
function named(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  if (!isAbsolute(shownPath(absolute, cwd))) return absolute;
  try {
    const real = statSync(absolute).isDirectory() ? realpathSync(absolute) : join(realpathSync(dirname(absolute)), basename(absolute));
    return isAbsolute(shownPath(real, cwd)) ? absolute : real;
  } catch {
    return absolute;
  }
}

const slashes = (path: string): string => path.split(sep).join('/');

/** What a folder's `.gitignore` says; what is wrong with it is told. */
function ignoreFileOf(folder: string, tell: (path: string, message: string) => void): IgnoreFile | null {
  const path = join(folder, '.gitignore');
  try {
    const text = readBounded(path);
    const file = text === null ? null : ignoreFile(slashes(folder), text);
    for (const { line, reason } of file?.refused.slice(0, MOST_REFUSED) ?? []) tell(path, `line ${line} was left out: ${reason}`);
    return file;
  } catch (error) {
    tell(path, `the file was left out: ${(error as Error).message}`);
    return null;
  }
}

/** Of one file, as many are told. */
const MOST_REFUSED = 5;

/** The rules of the `.gitignore` files above a folder, up to the repository's root, as far as they count in a folder that was named. */
function rulesFor(folder: string, tell: (path: string, message: string) => void): Ignored {
  const above: IgnoreFile[] = [];
  let current = folder;
  while (!existsSync(join(current, '.git'))) {
    const parent = dirname(current);
    if (parent === current) return NOTHING_IGNORED;
    const file = ignoreFileOf(parent, tell);
    if (file) above.push(file);
    current = parent;
  }
  return rulesIn(slashes(folder), new Ignored(above));
}

/** Why a file or a folder that was met on the way is not checked. */
export type LeftOutReason = 'ignored-by-git' | 'symbolic-link' | 'not-markdown';

export interface LeftOut {
  /** A folder's ends with `/`. */
  readonly path: string;
  readonly reason: LeftOutReason;
}

export interface FoundFiles {
  /** Sorted by path, each once. */
  readonly files: readonly InputFile[];
  /** What was met and not taken, sorted by path. Folders of tools, such as node_modules, are not worth a word. */
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly InputProblem[];
}

class Walk {
  readonly leftOut = new Map<string, LeftOut>();
  readonly problems: InputProblem[] = [];
  #entries = 0;

  /** `most`: files and folders that are looked at; what lies beyond is not found. */
  constructor(
    private readonly cwd: string,
    private readonly most = Infinity,
  ) {}

  /** Whether there was more than was to be looked at. */
  get isCut(): boolean {
    return this.#entries > this.most;
  }

  readonly #told = new Set<string>();

  readonly #tell = (absolute: string, message: string): void => {
    const path = shownPath(absolute, this.cwd);
    const key = `${path}\0${message}`;
    if (!this.#told.has(key)) this.problems.push({ path, message });
    this.#told.add(key);
  };

  /** Every Markdown file in a folder and below it. */
  in(folder: string): string[] {
    const found: string[] = [];
    this.#walk(folder, rulesFor(folder, this.#tell), found);
    return found;
  }

  #walk(folder: string, around: Ignored, found: string[]): void {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      this.problems.push({ path: shownPath(folder, this.cwd), message: 'the folder cannot be read; check its permissions' });
      return;
    }
    const rules = around.and(ignoreFileOf(folder, this.#tell));
    for (const entry of entries) {
      if (++this.#entries > this.most) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (SKIPPED.has(entry.name)) continue;
        if (rules.has(`${slashes(path)}/`)) this.#leave(path, 'ignored-by-git', '/');
        else this.#walk(path, rules, found);
      } else if (MARKDOWN.test(entry.name)) {
        if (rules.has(slashes(path))) this.#leave(path, 'ignored-by-git');
        // Symbolic links are not followed: they may lead out of the folder that was named.
        else if (entry.isSymbolicLink()) this.#leave(path, 'symbolic-link');
        else if (entry.isFile()) found.push(path);
      } else if (OFFICE.test(entry.name) && entry.isFile() && !rules.has(slashes(path))) this.#leave(path, 'not-markdown');
      else if (entry.isSymbolicLink() && isFolder(path)) this.#leave(path, 'symbolic-link', '/');
    }
  }

  #leave(path: string, reason: LeftOutReason, end = ''): void {
    this.leftOut.set(path, { path: shownPath(path, this.cwd) + end, reason });
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** Files for the given paths, folders and globs. What is named itself is taken, hidden or ignored by Git or not. */
/** The Markdown files in a folder and below it; null where there are more than `most` files and folders to look at. */
export function markdownIn(folder: string, cwd: string, most: number): string[] | null {
  const walk = new Walk(cwd, most);
  const found = walk.in(folder);
  return walk.isCut ? null : found;
}

export function findFiles(paths: readonly string[], cwd: string): FoundFiles {
  const found: string[] = [];
  const walk = new Walk(cwd);
  const { problems } = walk;
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = named(path, cwd);
    let stats;
    try {
      stats = statSync(absolute);
    } catch {
      if (/^!(?!\()/.test(path)) {
        problems.push({ path, message: 'patterns say what to check and cannot begin with “!”; leave files out with .gitignore' });
        continue;
      }
      const { base, glob, isGlob } = picomatch.scan(slashes(path));
      if (isGlob) {
        const root = resolve(cwd, base || '.');
        const matching = picomatch(glob, { dot: true });
        const chosen = existsSync(root) ? walk.in(root).filter((file) => matching(slashes(relative(root, file)))) : [];
        if (chosen.length > 0) for (const file of chosen) found.push(file);
        else problems.push({ path, message: 'no Markdown file matches this pattern; put it in quotation marks and check the folder' });
      } else problems.push({ path, message: 'there is no such file or folder; check the spelling and the folder you are in' });
      continue;
    }
    if (stats.isDirectory()) for (const file of walk.in(absolute)) found.push(file);
    else if (stats.isFile()) found.push(absolute);
    else problems.push({ path, message: 'this is neither a file nor a folder' });
  }
  const taken = new Set(found);
  return {
    files: [...taken].map((absolute) => ({ absolute, path: shownPath(absolute, cwd) })).sort(byPath),
    leftOut: [...walk.leftOut].flatMap(([absolute, left]) => (taken.has(absolute) ? [] : [left])).sort(byPath),
    problems,
  };
}

export function encode({ encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>, text: string): Buffer {
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** The mask of the process must not close a file that was open to others, and its owner stays. Throws where the owner would change. */
function keepOwnerAndMode(handle: number, { uid, gid, mode }: Stats): void {
  if (process.getuid === undefined) return;
  const { uid: newUid, gid: newGid } = fstatSync(handle);
  if (uid !== newUid || gid !== newGid) fchownSync(handle, uid, gid);
  fchmodSync(handle, mode & 0o7777);
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Whether there was no room for what was to be written. */
const isFull = (error: unknown): boolean => FULL.has((error as NodeJS.ErrnoException).code ?? '');

/** Why a file was not written; it is as it was. */
export const cannotWrite = (shown: string, error: unknown): string =>
  `${shown} cannot be written; ${isFull(error) ? 'the disk is full' : 'check the folder and its permissions'}`;

/*
 * What is being written has a name of its own until it is whole. A process that is killed leaves it; the next one that writes there, on the
 * same machine, takes it away.
 */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const TEMPORARY = new RegExp(`^\\.area-send-${HOST}-(\\d{1,10})-[0-9a-f]{12}\\.tmp$`);
const writing = new Set<string>();

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** Takes away what processes that are no more were writing in a folder. */
export function tidyFolder(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const pid = Number(TEMPORARY.exec(entry.name)?.[1] ?? NaN);
      if (Number.isNaN(pid) || !entry.isFile() || writing.has(entry.name)) continue;
      // In a container each process may have the same number.
      if (pid === process.pid || !isRunning(pid)) rmSync(join(folder, entry.name), { force: true });
    }
  } catch {
    // What cannot be tidied is left.
  }
}

const tidied = new Set<string>();

/** Replaces a file in one step, so that a reader or a power cut never meets half of it. */
export function writeWhole(absolute: string, bytes: Uint8Array | string): void {
  const target = existsSync(absolute) ? realpathSync(absolute) : absolute;
  const before = existsSync(target) ? statSync(target) : null;
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  // A device or a pipe is written to, not replaced.
  if (before && !before.isFile()) return writeFileSync(target, buffer);
  const folder = dirname(target);
  if (!tidied.has(folder)) tidyFolder(folder);
  tidied.add(folder);
  // Not the file's own name, which may be as long as the file system allows.
  const name = `.area-send-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(folder, name);
  writing.add(name);
  try {
    const handle = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, before ? before.mode & 0o777 : 0o666);
    try {
      if (before) keepOwnerAndMode(handle, before);
      for (let written = 0; written < buffer.length;) written += writeSync(handle, buffer, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    writing.delete(name);
  }
}
