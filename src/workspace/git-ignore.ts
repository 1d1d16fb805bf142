import ignore, { type Ignore } from 'ignore';
import { globProblem } from '../text/globs.js';
import { folderOf } from '../text/paths.js';

/** The rules of one `.gitignore` file. `base` is its folder: a path from the same place as those that are asked for, '' for that place itself. */
export interface IgnoreFile {
  readonly base: string;
  readonly rules: Ignore;
  /** Lines that are not used, with their 1-based numbers and the reason. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

export function ignoreFile(base: string, text: string): IgnoreFile {
  const refused: { line: number; reason: string }[] = [];
  const lines = text.split(/\r?\n/);
  const used = lines.filter((pattern, index) => {
    const reason = pattern.startsWith('#') ? null : globProblem(pattern, { parentheses: false });
    if (reason !== null) refused.push({ line: index + 1, reason });
    return reason === null;
  });
  return { base, rules: ignore().add(used.join('\n')), refused };
}

/** Whether Git leaves a path out, as the last file with something to say about it has it. Paths have `/`; a folder's may end with one. */
export class Ignored {
  readonly #files: readonly IgnoreFile[];
  readonly #folders = new Map<string, boolean>();

  /** In any order. */
  constructor(files: readonly IgnoreFile[]) {
    this.#files = [...files].sort((a, b) => a.base.length - b.base.length);
  }

  /** With the rules of one file more. */
  and(file: IgnoreFile | null): Ignored {
    return file ? new Ignored([...this.#files, file]) : this;
  }

  has(path: string): boolean {
    return this.#files.length > 0 && (this.#folder(folderOf(path)) || this.#test(path));
  }

  /** What lies in a folder that is left out is left out, whatever other files say. */
  #folder(path: string): boolean {
    if (path === '') return false;
    let ignored = this.#folders.get(path);
    if (ignored === undefined) this.#folders.set(path, (ignored = this.#folder(folderOf(path)) || this.#test(`${path}/`)));
    return ignored;
  }

  #test(path: string): boolean {
    let ignored = false;
    for (const { base, rules } of this.#files) {
      if (base !== '' && !path.startsWith(`${base}/`)) continue;
      const inner = base === '' ? path.replace(/^\//, '') : path.slice(base.length + 1);
      if (inner === '') continue;
      const result = rules.test(inner);
      if (result.ignored) ignored = true;
      else if (result.unignored) ignored = false;
    }
    return ignored;
  }
}

export const NOTHING_IGNORED = new Ignored([]);

/** What no rule is about, inside a folder: whether Git leaves out all of it. */
const PROBE = 'any-file-at-all';

/**
 * The rules that count in a folder that somebody named: those from around it, unless they leave the folder itself out. Whoever names a folder
 * wants what is in it.
 */
export const rulesIn = (folder: string, around: Ignored): Ignored => (around.has(`${folder}/${PROBE}`) ? NOTHING_IGNORED : around);
