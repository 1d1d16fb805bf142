import ignore, { type Ignore } from 'ignore';

/** The rules of one `.gitignore` file. `base` is its folder, relative to the root: '' or 'plans/drafts'. */
export interface IgnoreFile {
  readonly base: string;
  readonly rules: Ignore;
}

export const ignoreFile = (base: string, text: string): IgnoreFile => ({ base, rules: ignore().add(text) });

/** Whether Git leaves a path out, as the last file with something to say about it has it. Paths are relative to the root, with `/`. */
export class Ignored {
  readonly #files: readonly IgnoreFile[];
  readonly #folders = new Map<string, boolean>();

  /** In any order. */
  constructor(files: readonly IgnoreFile[]) {
    this.#files = [...files].sort((a, b) => a.base.length - b.base.length);
  }

  has(path: string): boolean {
    return this.#files.length > 0 && (this.#folder(path.slice(0, Math.max(0, path.lastIndexOf('/')))) || this.#test(path));
  }

  /** What lies in a folder that is left out is left out, whatever other files say. */
  #folder(path: string): boolean {
    if (path === '') return false;
    let ignored = this.#folders.get(path);
    if (ignored === undefined)
      this.#folders.set(path, (ignored = this.#folder(path.slice(0, Math.max(0, path.lastIndexOf('/')))) || this.#test(`${path}/`)));
    return ignored;
  }

  #test(path: string): boolean {
    let ignored = false;
    for (const { base, rules } of this.#files) {
      if (base !== '' && !path.startsWith(`${base}/`)) continue;
      const inner = base === '' ? path : path.slice(base.length + 1);
      if (inner === '') continue;
      const result = rules.test(inner);
      if (result.ignored) ignored = true;
      else if (result.unignored) ignored = false;
    }
    return ignored;
  }
}
