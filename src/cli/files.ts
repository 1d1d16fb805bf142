import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  existsSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import type { Decoded } from '../workspace/decode.js';

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

interface Filter {
  readonly base: string;
  readonly rules: Ignore;
}

function ignoredBy(filters: readonly Filter[], absolute: string, directory: boolean): boolean {
  let ignored = false;
  for (const { base, rules } of filters) {
    const path = relative(base, absolute).split(sep).join('/');
    if (path === '' || path.startsWith('..')) continue;
    const result = rules.test(directory ? `${path}/` : path);
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

function filterOf(directory: string): Filter | null {
  try {
    return { base: directory, rules: ignore().add(readFileSync(join(directory, '.gitignore'), 'utf8')) };
  } catch {
    return null;
  }
}

/** `.gitignore` files above a folder, up to the repository's root. */
function outerFilters(directory: string): Filter[] {
  const filters: Filter[] = [];
  let current = directory;
  while (!existsSync(join(current, '.git'))) {
    const parent = dirname(current);
    if (parent === current) return [];
    const filter = filterOf(parent);
    if (filter) filters.unshift(filter);
    current = parent;
  }
  return filters;
}

function walk(directory: string, filters: readonly Filter[], found: string[], problems: InputProblem[], cwd: string): void {
  let entries;
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch {
    problems.push({ path: shownPath(directory, cwd), message: 'the folder cannot be read; check its permissions' });
    return;
  }
  const own = filterOf(directory);
  const all = own ? [...filters, own] : filters;
  for (const entry of entries) {
    const path = join(directory, entry.name);
    // Symbolic links are not followed: they may lead out of the folder that was named.
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !ignoredBy(all, path, true)) walk(path, all, found, problems, cwd);
    } else if (entry.isFile() && MARKDOWN.test(entry.name) && !ignoredBy(all, path, false)) found.push(path);
  }
}

/** Files for the given paths, folders and globs, sorted by path, each once. */
export function findFiles(paths: readonly string[], cwd: string): { files: InputFile[]; problems: InputProblem[] } {
  const found: string[] = [];
  const problems: InputProblem[] = [];
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
      const { base, glob, isGlob } = picomatch.scan(path.split(sep).join('/'));
      if (isGlob) {
        const root = resolve(cwd, base || '.');
        const matches: string[] = [];
        if (existsSync(root)) walk(root, outerFilters(root), matches, problems, cwd);
        const matching = picomatch(glob, { dot: true });
        const chosen = matches.filter((file) => matching(relative(root, file).split(sep).join('/')));
        if (chosen.length > 0) found.push(...chosen);
        else problems.push({ path, message: 'no Markdown file matches this pattern; put it in quotation marks and check the folder' });
      } else problems.push({ path, message: 'there is no such file or folder; check the spelling and the folder you are in' });
      continue;
    }
    if (stats.isDirectory()) walk(absolute, outerFilters(absolute), found, problems, cwd);
    else if (stats.isFile()) found.push(absolute);
    else problems.push({ path, message: 'this is neither a file nor a folder' });
  }
  const files = [...new Set(found)].map((absolute) => ({ absolute, path: shownPath(absolute, cwd) }));
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, problems };
}

export function encode({ encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>, text: string): Buffer {
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** Replaces a file in one step, so that a reader or a power cut never meets half of it. */
export function writeWhole(absolute: string, bytes: Uint8Array | string): void {
  const target = existsSync(absolute) ? realpathSync(absolute) : absolute;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o666;
    const handle = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
    try {
      const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      for (let written = 0; written < buffer.length;) written += writeSync(handle, buffer, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
