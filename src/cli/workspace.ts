import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isImportName } from '../convert/import/names.js';
import type { ImportResult } from '../convert/import/index.js';
import type { Settings } from '../settings/settings.js';
import { MAX_BYTES, TOO_LARGE } from '../workspace/decode.js';
import { DocumentSource, FileProblem, type Files } from '../workspace/document-source.js';
import { CONFIG_FILE } from '../workspace/configured-kind.js';
import { Configs } from './config.js';
import { converterOf, type LoadImport } from './converter.js';
import { shownPath } from './files.js';
import { Originals } from './originals.js';
import { ReportsAround } from './reports-around.js';
import { letMemoryGrow } from './v8-flags.js';

/** From here on, time matters more than memory. In bytes. */
const LARGE_BYTES = 500 * 1024;

const slashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/** The documents around the working directory, by absolute path, with the configuration files that count for them. */
export class Workspace {
  readonly configs: Configs;
  readonly source: DocumentSource<string, ImportResult>;
  readonly originals = new Originals();
  readonly #roots = new Map<string, string | null>();
  readonly #reports: ReportsAround;

  constructor(
    readonly cwd: string,
    overrides: Partial<Settings> = {},
    load?: LoadImport,
  ) {
    this.configs = new Configs(cwd, overrides);
    this.#reports = new ReportsAround(cwd);
    const files: Files<string> = {
      key: (path) => path,
      pathOf: slashes,
      at: (_from, path) => (sep === '/' ? path : path.split('/').join(sep)),
      shown: (path) => shownPath(path, cwd),
      rootOf: (path) => slashes(this.#rootOf(path)),
      read: readBytes,
      exists: existsSync,
      configuredKind: (path) => this.configs.for(path).configuredKind,
      bodies: (path) => this.configs.for(path).settings.bodies,
      reportsAround: (path, area) => this.#reports.on(this.#rootOf(path), area),
      real,
    };
    this.source = new DocumentSource(files, load ? { converter: converterOf(load, this.originals) } : {});
  }

  /** Differs when what may be the report of a plan has changed. */
  reportsStamp(path: string): string {
    return this.#reports.stamp(this.#rootOf(path));
  }

  /** The folder that linked documents may not leave: the nearest one up with a repository or configuration file, else the working directory. */
  #rootOf(path: string): string {
    return this.#marked(dirname(path)) ?? (path.startsWith(this.cwd + sep) ? this.cwd : dirname(path));
  }

  #marked(folder: string): string | null {
    let marked = this.#roots.get(folder);
    if (marked === undefined) {
      const parent = dirname(folder);
      if (existsSync(join(folder, '.git')) || existsSync(join(folder, CONFIG_FILE))) marked = folder;
      else marked = parent === folder ? null : this.#marked(parent);
      this.#roots.set(folder, marked);
    }
    return marked;
  }
}

/** Where a file really is; null when there is none or a symbolic link leads out of the root. */
function real(path: string, root: string): string | null {
  try {
    const target = realpathSync(path);
    return target.startsWith(realpathSync(root) + sep) && statSync(target).isFile() ? target : null;
  } catch {
    return null;
  }
}

function readBytes(path: string): Uint8Array {
  try {
    if (statSync(path).size > MAX_BYTES && !isImportName(path)) throw new FileProblem(TOO_LARGE);
    const bytes = readFileSync(path);
    if (bytes.length > LARGE_BYTES) letMemoryGrow();
    return bytes;
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(
      (error as NodeJS.ErrnoException).code === 'EACCES' ? 'the file may not be read; check its permissions' : 'the file cannot be read',
      { cause: error },
    );
  }
}
